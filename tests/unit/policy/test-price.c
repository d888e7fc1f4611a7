/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shapes of money and the tax. Expected: the amounts that eight hospitals publish
 * (tests/data/policy/ fee-vectors.csv), domain.md 4.1. */
#include "policy_test.h"

struct vector_policy {
    const char *policy, *service, *tax, *prices;
};
static const struct vector_policy PRICES[] = {
    { "00b-jfcr-ariake", "in_person", "included",
        "{ id: p, shape: timed, base_minutes: 30, base: 33000, unit_minutes: 30, unit: 11000, "
        "unit_at_least: yes }" },
    { "01-keio", "in_person", "included",
        "{ id: p, shape: tiers, tiers: { 30: 22000, 45: 33000, 60: 44000 } }" },
    { "03-ncch", "consultation", "included", "{ id: p, shape: flat, amount: 43200, minutes: 60 }" },
    { "03-ncch", "pathology consultation", "included", "{ id: p, shape: flat, amount: 48600 }" },
    { "03-ncch", "online rare cancer", "included", "{ id: p, shape: flat, amount: 49940 }" },
    { "03-ncch", "online rare cancer with pathology", "included",
        "{ id: p, shape: flat, amount: 55440 }" },
    { "10-nho-osaka", "in_person", "excluded",
        "{ id: p, shape: timed, base_minutes: 30, base: 10000, unit_minutes: 30, unit: 10000 }" },
    { "14-sagara", "in_person", "included",
        "{ id: p, shape: timed, base_minutes: 45, base: 22000, unit_minutes: 15, unit: 5500 }" },
    { "26-kobe-city-center", "in_person", "included", "{ id: p, shape: flat, amount: 11000 }" },
    { "29-fukuyama-mc", "in_person", "included",
        "{ id: p, shape: timed, base_minutes: 30, base: 11000, unit_minutes: 30, unit: 5500 }" },
};

static const struct policy *vector_policy(const char *policy, const char *service, struct arena *a)
{
    if (str_eq(policy, "00a-osaka-metropolitan-univ"))
        return omu(a);
    for (size_t i = 0; i < COUNT_OF(PRICES); i++)
        if (str_eq(PRICES[i].policy, policy) && str_eq(PRICES[i].service, service))
            return good_policy(
                arena_printf(a,
                    "policy: { id: x, name: { ja: 院, en: H }, tax: { prices: %s, rates: law } }\n"
                    "services: { s: { format: in_person, steps: [ request, visit, close ] } }\n"
                    "prices: [ %s ]\n",
                    PRICES[i].tax, PRICES[i].prices),
                a);
    fail_msg("no price list for %s, %s", policy, service);
    return NULL;
}

static void the_amounts_of_other_hospitals_come_out_as_they_publish_them(void **state)
{
    struct arena a;
    size_t n, rows = 0;

    (void)state;
    arena_init(&a);
    char *rest = tree_file(&a, "top_srcdir", "tests/data/policy/fee-vectors.csv", &n), *line;
    strsep(&rest, "\n");
    while ((line = strsep(&rest, "\n")) && *line) {
        struct answer o;
        const char *policy = strsep(&line, ",");
        strsep(&line, ",");
        const char *service = strsep(&line, ","), *minutes = strsep(&line, ",");
        int64_t expected;
        assert_true(str_int(strsep(&line, ","), &expected));
        bool excluded = str_starts(line, "excluded");
        judge_facts(vector_policy(policy, service, &a), arena_printf(&a, "minutes=%s", minutes),
            "2026-11-24", &a, &o);
        assert_int_equal(o.price.state, PRICE_KNOWN);
        if ((excluded ? o.price.net.v : o.price.total.v) != expected)
            fail_msg("%s %s %s minutes", policy, service, minutes);
        rows++;
    }
    assert_int_equal(rows, 40);
    arena_fini(&a);
}

static void price_of(const char *prices, const char *tax, const char *facts, const char *today,
    struct arena *a, struct answer *o)
{
    judge_facts(
        good_policy(arena_printf(a,
                        "policy: { id: x, name: { ja: 院, en: H }, tax: %s }\n"
                        "services: { s: { format: in_person, steps: [ request, visit, close ] } }\n"
                        "prices: [ %s ]\n",
                        tax, prices),
            a),
        facts, today, a, o);
}

/* domain.md 4.1: tax-included amounts; once per invoice; the rate of the day */
static void tax_is_made_once_by_the_rate_of_the_day(void **state)
{
    static const struct {
        const char *tax, *amount, *day;
        int64_t net, inside, total;
    } cases[] = {
        { "{ prices: included, rates: law }", "33000", "2026-11-24", 30000, 3000, 33000 },
        { "{ prices: included, rates: law }", "44000", "2026-11-24", 40000, 4000, 44000 },
        { "{ prices: included, rates: law }", "38500", "2026-11-24", 35000, 3500, 38500 },
        { "{ prices: included, rates: law }", "32400", "2019-09-30", 30000, 2400, 32400 },
        { "{ prices: included, rates: law }", "33000", "2019-10-01", 30000, 3000, 33000 },
        { "{ prices: included, rates: law }", "100", "2026-11-24", 91, 9, 100 },
        { "{ prices: included, rates: law, rounding: up }", "33000", "2026-11-24", 30000, 3000, 33000 },
        { "{ prices: included, rates: law, rounding: up }", "100", "2026-11-24", 90, 10, 100 },
        { "{ prices: included, rates: law, rounding: half }", "16", "2026-11-24", 15, 1, 16 },
        { "{ prices: excluded, rates: law }", "10000", "2026-11-24", 10000, 1000, 11000 },
        { "{ prices: excluded, rates: law }", "105", "2026-11-24", 105, 10, 115 },
        { "{ prices: excluded, rates: law, rounding: half }", "105", "2026-11-24", 105, 11, 116 },
        { "{ prices: none, rates: law }", "10000", "2026-11-24", 10000, 0, 10000 },
        { "{ prices: included, rates: [ { from: 2019-10-01, percent: 10 }, { from: 2027-04-01, "
          "percent: 12 } ] }",
            "11200", "2027-04-01", 10000, 1200, 11200 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct answer o;
        arena_init(&a);
        price_of(arena_printf(&a, "{ id: p, shape: flat, amount: %s }", cases[i].amount),
            cases[i].tax, "", cases[i].day, &a, &o);
        assert_int_equal(o.price.net.v, cases[i].net);
        assert_int_equal(o.price.tax.v, cases[i].inside);
        assert_int_equal(o.price.total.v, cases[i].total);
        arena_fini(&a);
    }
}

#define INCLUDED "{ prices: included, rates: law }"
static void a_price_that_waits_shows_all_candidates(void **state)
{
    struct arena a;
    struct answer o;

    (void)state;
    arena_init(&a);
    price_of("{ id: p, shape: tiers, tiers: { 30: 22000, 45: 33000, 60: 44000 } }", INCLUDED, "",
        "2026-11-24", &a, &o);
    assert_int_equal(o.price.state, PRICE_WAITS);
    assert_int_equal(o.price.n_candidates, 3);
    assert_string_equal(fact_ref_name(o.price.waits.item[0], &a), "minutes");
    price_of("{ id: foreign, when: not patient.insured, shape: flat, amount: 66000 }, { id: home, "
             "shape: flat, amount: 33000 }",
        INCLUDED, "", "2026-11-24", &a, &o);
    assert_int_equal(o.price.state, PRICE_WAITS);
    assert_int_equal(o.price.n_candidates, 2);
    assert_int_equal(o.price.candidates[0].amount.v, 66000);
    assert_int_equal(o.price.candidates[1].amount.v, 33000);
    price_of("{ id: foreign, when: not patient.insured, shape: flat, amount: 66000 }, { id: home, "
             "shape: flat, amount: 33000 }",
        INCLUDED, "patient.insured=yes", "2026-11-24", &a, &o);
    assert_int_equal(o.price.total.v, 33000);
    arena_fini(&a);
}

static void shapes_add_up(void **state)
{
    static const struct {
        const char *prices, *facts;
        int result; /* enum of the state */
        int64_t total;
    } cases[] = {
        { "{ id: p, shape: flat, amount: 33000 }, { id: s, stackable: yes, shape: per, count: "
          "materials.count.slide_stained, amount: 5500 }",
            "materials.count.slide_stained=3", PRICE_KNOWN, 49500 },
        { "{ id: s, stackable: yes, when: patient.own, shape: flat, amount: 1000 }, { id: p, "
          "shape: flat, amount: 33000 }",
            "patient.own=no", PRICE_KNOWN, 33000 },
        { "{ id: p, shape: per, count: departments.count, amount: 22000 }", "departments.count=2",
            PRICE_KNOWN, 44000 },
        { "{ id: p, shape: free }", "", PRICE_KNOWN, 0 },
        { "{ id: p, shape: from, min: 11000 }", "", PRICE_KNOWN, 11000 },
        { "{ id: p, shape: tiers, tiers: { 30: 22000 } }", "minutes=31", PRICE_BY_HAND, 0 },
        { "{ id: p, shape: timed, base_minutes: 30, base: 100, unit_minutes: 30, unit: 10, "
          "max_minutes: 60 }",
            "minutes=61", PRICE_BY_HAND, 0 },
        { "{ id: p, shape: timed, base_minutes: 30, base: 100, unit_minutes: 30, unit: 10, "
          "max_minutes: 60 }",
            "minutes=60", PRICE_KNOWN, 110 },
        { "{ id: p, shape: timed, base_minutes: 30, base: 100, unit_minutes: 30, unit: 10 }",
            "minutes=30", PRICE_KNOWN, 100 },
        { "{ id: p, shape: timed, base_minutes: 30, base: 100, unit_minutes: 30, unit: 10 }",
            "minutes=31", PRICE_KNOWN, 110 },
        { "{ id: p, shape: timed, base_minutes: 30, base: 100, unit_minutes: 30, unit: 10, "
          "started_unit: no }",
            "minutes=59", PRICE_KNOWN, 100 },
        { "{ id: p, shape: outside }", "", PRICE_OUTSIDE, 0 },
        { "{ id: p, shape: quote }", "", PRICE_BY_HAND, 0 },
        { "{ id: p, shape: range, min: 1000, max: 2000 }", "", PRICE_BY_HAND, 0 },
        { "{ id: p, when: patient.own, shape: flat, amount: 1 }", "patient.own=no", PRICE_NOT_SET,
            0 },
        { "{ id: p, optional: yes, shape: flat, amount: 1 }, { id: q, shape: flat, amount: 2 }", "",
            PRICE_KNOWN, 2 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct answer o;
        arena_init(&a);
        price_of(cases[i].prices, INCLUDED, cases[i].facts, "2026-11-24", &a, &o);
        if ((int)o.price.state != cases[i].result || o.price.total.v != cases[i].total)
            fail_msg("%s: state %d, %lld yen", cases[i].prices, (int)o.price.state,
                (long long)o.price.total.v);
        arena_fini(&a);
    }
}

/* domain.md 4.1: the rate is that of the day of the service, not of the day on which it is asked */
static void the_rate_is_that_of_the_visit_when_its_day_is_known(void **state)
{
    struct arena a;
    struct answer o;
    struct answer_in in;

    (void)state;
    arena_init(&a);
    const struct policy *p = good_policy(
        "policy: { id: x, name: { ja: 院, en: H }, tax: { prices: excluded, rates: law } }\n"
        "services: { s: { format: in_person, steps: [ request, visit, close ] } }\n"
        "prices: [ { id: p, shape: flat, amount: 30000 } ]\n",
        &a);
    answer_in_init(&in, p, facts_new(&a), NULL, iso("2019-09-20"));
    policy_answer(&in, &a, &o);
    assert_int_equal(o.price.tax_percent, 8);
    assert_int_equal(o.price.total.v, 32400);
    in.visit = iso("2019-10-01");
    policy_answer(&in, &a, &o);
    assert_int_equal(o.price.tax_percent, 10);
    assert_int_equal(o.price.total.v, 33000);
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_amounts_of_other_hospitals_come_out_as_they_publish_them),
        cmocka_unit_test(tax_is_made_once_by_the_rate_of_the_day),
        cmocka_unit_test(a_price_that_waits_shows_all_candidates),
        cmocka_unit_test(shapes_add_up),
        cmocka_unit_test(the_rate_is_that_of_the_visit_when_its_day_is_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
