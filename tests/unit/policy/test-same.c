/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When two questions to the rules are the same: what keeps a judgement from one key to the next. */
#include "tests/unit/policy/policy_test.h"

#include "policy/calendar.h"
#include "policy/facts.h"

static struct facts *told(struct arena *a)
{
    struct facts *f = facts_new(a);

    facts_set(f, FACT_DISEASE, "cancer");
    facts_set(f, FACT_PATIENT_TOLD, "yes");
    facts_set_number(f, FACT_REQUEST_AGE, 3);
    facts_add(f, FACT_PURPOSE, "opinion");
    facts_set_birth(f, (day){ 100 });
    facts_set_day(f, (day){ 20000 });
    facts_add_attendee(f, &(struct attendee_facts){ .kind = "family", .relation = "child", .degree = KINSHIP_UNKNOWN });
    facts_set_doc(f, "referral", ATTENDEE_ALL, DOC_PROMISED);
    facts_set_doc_item(f, "referral", "stage", true);
    facts_set_question(f, "smokes", "no");
    facts_set_materials(f, "ct", 2);
    return f;
}

/* One thing told otherwise. */
static void otherwise(struct facts *f, int which)
{
    switch (which) {
    case 0: facts_set(f, FACT_DISEASE, "heart"); break;
    case 1: facts_set(f, FACT_PATIENT_TOLD, "no"); break;
    case 2: facts_forget(f, FACT_PATIENT_TOLD); break;
    case 3: facts_set(f, FACT_PATIENT_AGREES, "yes"); break;
    case 4: facts_set_number(f, FACT_REQUEST_AGE, 4); break;
    case 5: facts_add(f, FACT_PURPOSE, "other"); break;
    case 6: facts_forget(f, FACT_PURPOSE); break;
    case 7: facts_entered(f, FACT_DEPARTMENT); break;
    case 8: facts_set_birth(f, (day){ 101 }); break;
    case 9: facts_set_day(f, (day){ 20001 }); break;
    case 10: facts_add_attendee(f, &(struct attendee_facts){ .kind = "patient", .degree = KINSHIP_UNKNOWN }); break;
    case 11: facts_set_doc(f, "referral", ATTENDEE_ALL, DOC_RECEIVED); break;
    case 12: facts_set_doc(f, "referral", 0, DOC_PROMISED); break;
    case 13: facts_set_doc(f, "consent", ATTENDEE_ALL, DOC_PROMISED); break;
    case 14: facts_set_doc_item(f, "referral", "stage", false); break;
    case 15: facts_set_doc_item(f, "referral", "name", true); break;
    case 16: facts_set_question(f, "smokes", "yes"); break;
    case 17: facts_set_question(f, "smokes", ""); break;
    case 18: facts_set_question(f, "drinks", "no"); break;
    case 19: facts_set_materials(f, "ct", 3); break;
    case 20: facts_set_materials(f, "mri", 2); break;
    default: fail();
    }
}
enum { OTHERWISE = 21 };

static void facts_are_the_same_when_everything_told_is(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    assert_true(facts_same(told(&a), told(&a)));
    assert_true(facts_same(facts_copy(told(&a), &a), told(&a)));
    assert_true(facts_same(facts_new(&a), facts_new(&a)));
    for (int i = 0; i < OTHERWISE; i++) {
        struct facts *f = told(&a);
        otherwise(f, i);
        if (facts_same(told(&a), f) || facts_same(f, told(&a)))
            fail_msg("case %d is taken for the same", i);
    }
    arena_fini(&a);
}

/* The person that comes in: all that is asked about her. */
static void every_answer_about_who_comes_counts(void **state)
{
    static const struct attendee_facts people[] = {
        { .kind = "family", .relation = "child", .degree = 1, .is_carer = "yes" },
        { .kind = "guardian", .relation = "child", .degree = 1, .is_carer = "yes" },
        { .kind = "family", .relation = "spouse", .degree = 1, .is_carer = "yes" },
        { .kind = "family", .relation = "child", .degree = 2, .is_carer = "yes" },
        { .kind = "family", .relation = "child", .degree = 1, .is_carer = "no" },
        { .kind = "family", .relation = "child", .degree = 1 },
    };
    struct arena a;

    (void)state;
    arena_init(&a);
    for (size_t i = 0; i < COUNT_OF(people); i++)
        for (size_t k = 0; k < COUNT_OF(people); k++) {
            struct facts *x = facts_new(&a), *y = facts_new(&a);
            facts_add_attendee(x, &people[i]);
            facts_add_attendee(y, &people[k]);
            assert_int_equal(facts_same(x, y), i == k);
        }
    arena_fini(&a);
}

static void a_question_is_the_same_when_days_people_and_rules_are(void **state)
{
    const char *words[] = { "a", "b", "c" };
    struct arena a;
    struct policy p, q;
    struct answer_in in, other;

    (void)state;
    arena_init(&a);
    answer_in_init(&in, &p, told(&a), calendar_new(&a), (day){ 20000 });
    in.overridden = in.picked = (struct strings){ words, 2 };
    other = in;
    other.facts = told(&a); /* equal, at another place */
    assert_true(answer_in_same(&in, &other));
#define DIFFERS(change)                             \
    do {                                            \
        other = in;                                 \
        change;                                     \
        assert_false(answer_in_same(&in, &other));  \
    } while (0)
    DIFFERS(other.policy = &q);
    DIFFERS(other.calendar = calendar_new(&a));
    DIFFERS(other.today = (day){ 20001 });
    DIFFERS(other.visit = (day){ 20001 });
    for (size_t i = 0; i < EVENT_COUNT; i++)
        DIFFERS(other.events[i] = (day){ 20001 });
    DIFFERS(other.overridden.n = 1);
    DIFFERS(other.overridden.item = words + 1);
    DIFFERS(other.picked.n = 3);
    DIFFERS(other.picked.item = words + 1);
    DIFFERS(other.facts = facts_new(&a));
#undef DIFFERS
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_are_the_same_when_everything_told_is),
        cmocka_unit_test(every_answer_about_who_comes_counts),
        cmocka_unit_test(a_question_is_the_same_when_days_people_and_rules_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
