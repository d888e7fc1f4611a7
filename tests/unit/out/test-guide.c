/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guide says what the policy says, for policies of other shapes than Osaka's, and nothing that
 * is left out (policy.md: a section that is left out is not known). */
#include "tests/unit/out/fixture.h"

#include "out/guide.h"
#include "policy/load.h"

#define HEAD "policy: { id: x, name: { ja: 病院, en: Hospital }, valid_from: 2020-01-01"

static const char *guide_of(struct fixture *f, const char *yaml, enum lang l)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct guide in = { NULL, NULL };
    struct err e = ERR_INIT;
    const char *text;
    struct buf out;

    in.policy = policy_read(yaml, strlen(yaml), &f->arena, &e);
    if (!in.policy)
        fail_msg("%s", e.msg.id);
    buf_init(&out, PAPER_MAX);
    assert_true(out_guide(&in, &ctx, &out));
    text = arena_strdup(&f->arena, out.p);
    buf_fini(&out);
    return text;
}

static void has(const char *text, const char *what)
{
    if (!strstr(text, what))
        fail_msg("no %s in:\n%s", what, text);
}

#define SERVICE                                                                                    \
    "services:\n"                                                                                  \
    "  talk: { format: in_person, calendar: c, steps: [inquiry, request, papers, review, "         \
    "booking, "                                                                                    \
    "visit, payment, close] }\n"
#define CALENDAR                                                                                   \
    "calendars:\n  c: { hours: { Mon-Fri: 09:00-17:00, Sat: 09:00-12:00 }, closed: [ holidays ] "  \
    "}\n"

static void what_is_left_out_is_not_said(void **state)
{
    const char *text = guide_of(*state, HEAD " }\n" CALENDAR SERVICE, LANG_JA);

    assert_null(strstr(text, "ご相談いただける方"));
    assert_null(strstr(text, "対象となる病気"));
    assert_null(strstr(text, "必要な書類 ---"));
    assert_null(strstr(text, "税"));
    assert_null(strstr(text, "報告書"));
    has(text, "窓口にお問い合わせください"); /* a price that is not known is never 0 */
    has(text, "健康保険は使えません");
    has(text, "ご相談は予約制です");
}

static void prices_of_every_shape_are_put_in_words(void **state)
{
    static const struct {
        const char *tax, *price, *ja, *en;
    } cases[] = {
        { "included", "shape: flat, amount: 33000, minutes: 60", "33,000円 (税込) 60分まで",
            "33,000 yen (tax included) for up to 60 minutes" },
        { "excluded", "shape: flat, amount: 30000", "30,000円 (税別)", "30,000 yen (plus tax)" },
        { "none", "shape: flat, amount: 30000", "30,000円\n", "30,000 yen\n" },
        { "included", "shape: timed, base_minutes: 30, base: 33000, unit_minutes: 30, unit: 11000",
            "33,000円 (税込) 30分まで、以後 30分ごとに 11,000円 (税込)",
            "33,000 yen (tax included) for up to 30 minutes, then" },
        { "included", "shape: tiers, tiers: { 30: 22000, 45: 33000 }", "33,000円 (税込) 45分まで",
            "22,000 yen (tax included) for up to 30 minutes" },
        { "included", "shape: free", "無料", "free of charge" },
        { "included", "shape: quote", "窓口にお問い合わせください", "please ask at the counter" },
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *yaml = arena_printf(&f->arena,
            HEAD ", tax: { prices: %s, rates: [ { from: 2019-10-01, percent: 10 } ], rounding: "
                 "down } }\n" CALENDAR SERVICE "prices:\n  - { id: p, %s }\n",
            cases[i].tax, cases[i].price);

        has(guide_of(f, yaml, LANG_JA), cases[i].ja);
        has(guide_of(f, yaml, LANG_EN), cases[i].en);
    }
}

static void the_time_until_the_date_is_told_is_counted_as_the_policy_counts(void **state)
{
    static const struct {
        const char *clock, *ja, *en;
    } cases[] = {
        { "min: 7, max: 14, unit: business_day, calendar: c", "7から14診療日", "7 to 14\n" },
        { "max: 10, unit: day", "10日以内", "up to 10\n" },
        { "min: 2, max: 3, unit: week", "2週間から3週間", "2 to 3\n" },
        { "max: 1, unit: month", "1か月以内", "up to 1\n" },
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *yaml = arena_printf(&f->arena,
            HEAD " }\n" CALENDAR SERVICE
                 "clocks:\n  - { id: k, from: documents_complete, to: appointment_told, %s }\n",
            cases[i].clock);

        has(guide_of(f, yaml, LANG_JA), cases[i].ja);
        has(guide_of(f, yaml, LANG_EN), cases[i].en);
    }
}

static void hours_are_listed_by_runs_of_equal_days(void **state)
{
    const char *text = guide_of(*state, HEAD " }\n" CALENDAR SERVICE, LANG_EN);

    has(text, "Monday to Friday      09:00 - 17:00");
    has(text, "Saturday              09:00 - 12:00");
    has(text, "Closed on             Sunday, public holidays");
}

static void sentences_made_for_reading_aloud_say_sama_on_paper(void **state)
{
    const char *text = guide_of(*state,
        HEAD " }\n" CALENDAR SERVICE "requesters:\n  - { id: all, allow: no, say: { ja: "
                                     "患者さんと患者さんのご家族のみ, en: Patients only } }\n",
        LANG_JA);

    has(text, "患者様と患者様のご家族のみ");
}


int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(what_is_left_out_is_not_said),
        FIXTURE_TEST(prices_of_every_shape_are_put_in_words),
        FIXTURE_TEST(the_time_until_the_date_is_told_is_counted_as_the_policy_counts),
        FIXTURE_TEST(hours_are_listed_by_runs_of_equal_days),
        FIXTURE_TEST(sentences_made_for_reading_aloud_say_sama_on_paper),
    };

    return cmocka_run_group_tests_name("out/guide", tests, NULL, NULL);
}
