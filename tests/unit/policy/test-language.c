/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rules of any file come to an answer; expected by the sentences of policy.md. */
#include "policy_test.h"

/* Sections that are left out are not known (policy.md). */
static void what_the_file_leaves_out_is_not_known(void **state)
{
    struct arena a;
    struct answer o;

    (void)state;
    arena_init(&a);
    judge_facts(good_policy(SMALL_POLICY, &a), "", "2026-11-24", &a, &o);
    assert_string_equal(verdict_id(o.verdict), "ask"); /* requesters: ask for everybody */
    assert_int_equal(o.price.state, PRICE_NOT_SET); /* never 0 */
    assert_null(o.plan);
    assert_int_equal(o.n_documents, 0);
    judge_facts(
        good_policy(
            SMALL_POLICY "requesters:\n  - { id: p, when: patient.attends, allow: yes }\n", &a),
        "attendee.kind=family", "2026-11-24", &a, &o);
    assert_string_equal(
        verdict_id(o.verdict), "refuse"); /* present and complete: no match is refused */
    assert_string_equal(o.spoken[0].id, "no_match");
    arena_fini(&a);
}

static void a_pending_rule_before_a_true_one_makes_the_result_pending(void **state)
{
    struct arena a;
    struct answer o;

    (void)state;
    arena_init(&a);
    const struct policy *p = good_policy(SMALL_POLICY
        "requesters:\n"
        "  - { id: first, when: patient.told, allow: no, say: { ja: 不可, en: no } }\n"
        "  - { id: second, allow: yes }\n",
        &a);
    judge_facts(p, "", "2026-11-24", &a, &o);
    assert_string_equal(verdict_id(o.verdict), "pending");
    judge_facts(p, "patient.told=unclear", "2026-11-24", &a, &o);
    assert_string_equal(verdict_id(o.verdict), "ok");
    judge_facts(p, "patient.told=yes", "2026-11-24", &a, &o);
    assert_string_equal(verdict_id(o.verdict), "refuse");
    arena_fini(&a);
}

static void a_paper_that_does_not_exist_does_what_the_rule_says(void **state)
{
    static const struct {
        const char *if_missing, *verdict;
    } cases[] = { { "need", "need" }, { "ask", "ask" }, { "warn", "need" }, { "refuse", "refuse" },
        { "reroute, to: off", "reroute" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct answer o;
        arena_init(&a);
        const struct policy *p = good_policy(
            arena_printf(&a,
                "%s  off: { format: elsewhere, say: { ja: 初診, en: First visit } }\n"
                "requesters: [ { id: all, allow: yes } ]\n"
                "documents: [ { id: letter, title: { ja: 手紙, en: Letter }, if_missing: %s } ]\n",
                SMALL_POLICY, cases[i].if_missing),
            &a);
        judge_facts(p, "doc.letter=awaited", "2026-11-24", &a, &o);
        assert_string_equal(
            verdict_id(o.verdict), "need"); /* refusals look at none, never at awaited */
        judge_facts(p, "doc.letter=none", "2026-11-24", &a, &o);
        assert_string_equal(verdict_id(o.verdict), cases[i].verdict);
        arena_fini(&a);
    }
}

static void departments_say_what_is_seen(void **state)
{
    static const char sections[] = SMALL_POLICY
        "requesters: [ { id: all, allow: yes } ]\n"
        "departments:\n"
        "  surgery: { accept: [ cancer ], unlisted: no }\n"
        "  heart: { accept: [ heart ], unlisted: ask }\n"
        "  closed: { accept: all, suspended: { from: 2026-11-01, until: 2026-11-30 } }\n"
        "  none: { accept: none }\n"
        "  wide: { accept: all, exclude: [ heart ] }\n"
        "  others: { accept: ask }\n";
    static const struct {
        const char *facts, *verdict;
    } cases[] = {
        { "department=surgery disease=lung", "ok" },
        { "department=surgery disease=heart", "refuse" },
        { "department=surgery disease=other", "refuse" },
        { "department=heart disease=other", "ask" },
        { "department=heart disease=lung", "refuse" },
        { "department=closed disease=lung", "refuse" },
        { "department=none disease=lung", "refuse" },
        { "department=wide disease=lung", "ok" },
        { "department=wide disease=heart", "refuse" },
        { "department=wide disease=other", "ok" },
        { "department=surgery,heart disease=lung", "refuse" },
        { "disease=lung", "ok" },
    };
    struct arena a;
    struct answer o;

    (void)state;
    arena_init(&a);
    const struct policy *p = good_policy(sections, &a);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        judge_facts(p, cases[i].facts, "2026-11-24", &a, &o);
        if (!str_eq(verdict_id(o.verdict), cases[i].verdict))
            fail_msg("%s gives %s", cases[i].facts, verdict_id(o.verdict));
        if (o.verdict > VERDICT_OK)
            assert_int_equal(answer_spoken(&o, "out_of_scope")->override, OVERRIDE_DEPARTMENT);
    }
    judge_facts(p, "department=closed disease=lung", "2026-12-01", &a, &o);
    assert_string_equal(verdict_id(o.verdict), "ok");
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_file_leaves_out_is_not_known),
        cmocka_unit_test(a_pending_rule_before_a_true_one_makes_the_result_pending),
        cmocka_unit_test(a_paper_that_does_not_exist_does_what_the_rule_says),
        cmocka_unit_test(departments_say_what_is_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
