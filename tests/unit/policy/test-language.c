/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rules of any file come to an answer; expected by the sentences of policy.md. */
#include "policy_test.h"

/* Sections that are left out are not known (policy.md). */
static void what_the_file_leaves_out_is_not_known(void **state)
{
    struct arena *a = *state;
    struct answer o;

    judge_facts(good_policy(SMALL_POLICY, a), "", "2026-11-24", a, &o);
    assert_string_equal(verdict_id(o.verdict), "ask"); /* requesters: ask for everybody */
    assert_int_equal(o.price.state, PRICE_NOT_SET); /* never 0 */
    assert_null(o.plan);
    assert_int_equal(o.n_documents, 0);
    judge_facts(
        good_policy(
            SMALL_POLICY "requesters:\n  - { id: p, when: patient.attends, allow: yes }\n", a),
        "attendee.kind=family", "2026-11-24", a, &o);
    assert_string_equal(
        verdict_id(o.verdict), "refuse"); /* present and complete: no match is refused */
    assert_string_equal(o.spoken[0].id, "no_match");
}

static void a_pending_rule_before_a_true_one_makes_the_result_pending(void **state)
{
    struct arena *a = *state;
    struct answer o;

    const struct policy *p = good_policy(SMALL_POLICY
        "requesters:\n"
        "  - { id: first, when: patient.told, allow: no, say: { ja: 不可, en: no } }\n"
        "  - { id: second, allow: yes }\n",
        a);
    judge_facts(p, "", "2026-11-24", a, &o);
    assert_string_equal(verdict_id(o.verdict), "pending");
    judge_facts(p, "patient.told=unclear", "2026-11-24", a, &o);
    assert_string_equal(verdict_id(o.verdict), "ok");
    judge_facts(p, "patient.told=yes", "2026-11-24", a, &o);
    assert_string_equal(verdict_id(o.verdict), "refuse");
}

/* Of a policy by which everybody may ask, "off" is where others are sent, and with one more section that has value in
 * the place of its %s. */
static struct answer answer_with(const char *section, const char *value, const char *facts, struct arena *a)
{
    const char *at = strstr(section, "%s");
    struct answer o;

    assert_non_null(at);
    const char *text = arena_printf(a,
        SMALL_POLICY "  off: { format: elsewhere, say: { ja: 初診, en: First visit } }\n"
                     "requesters: [ { id: all, allow: yes } ]\n%.*s%s%s\n",
        (int)(at - section), section, value, at + 2);
    judge_facts(good_policy(text, a), facts, "2026-11-24", a, &o);
    return o;
}

static void a_paper_that_does_not_exist_does_what_the_rule_says(void **state)
{
    static const struct {
        const char *if_missing, *verdict;
    } cases[] = { { "need", "need" }, { "ask", "ask" }, { "warn", "need" }, { "refuse", "refuse" },
        { "reroute, to: off", "reroute" } };
    static const char letter[] = "documents: [ { id: letter, title: { ja: 手紙, en: Letter }, if_missing: %s } ]";

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct answer awaited = answer_with(letter, cases[i].if_missing, "doc.letter=awaited", *state);
        struct answer none = answer_with(letter, cases[i].if_missing, "doc.letter=none", *state);
        assert_string_equal(verdict_id(awaited.verdict), "need"); /* refusals look at none, never at awaited */
        assert_string_equal(verdict_id(none.verdict), cases[i].verdict);
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
        "  open: { accept: [ heart ], unlisted: yes }\n"
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
        { "department=open disease=other", "ok" }, /* unlisted: yes */
        { "department=open disease=lung", "refuse" }, /* surgery lists it */
        { "department=surgery,heart disease=lung", "refuse" },
        { "disease=lung", "ok" },
    };
    struct arena *a = *state;
    struct answer o;

    const struct policy *p = good_policy(sections, a);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        judge_facts(p, cases[i].facts, "2026-11-24", a, &o);
        if (!str_eq(verdict_id(o.verdict), cases[i].verdict))
            fail_msg("%s gives %s", cases[i].facts, verdict_id(o.verdict));
        if (o.verdict > VERDICT_OK)
            assert_int_equal(answer_spoken(&o, "out_of_scope")->override, OVERRIDE_DEPARTMENT);
    }
    static const struct {
        const char *today, *verdict;
    } borders[] = { { "2026-10-31", "ok" }, { "2026-11-01", "refuse" }, { "2026-11-30", "refuse" },
        { "2026-12-01", "ok" } };
    for (size_t i = 0; i < COUNT_OF(borders); i++) {
        judge_facts(p, "department=closed disease=lung", borders[i].today, a, &o);
        assert_string_equal(verdict_id(o.verdict), borders[i].verdict);
    }
}

/* A refusal stops at once; what the department is asked for stops where a date is made. */
static void a_strong_refusal_stops_at_the_requester_and_a_question_later(void **state)
{
    static const struct {
        const char *effect, *free, *held;
    } cases[] = { { "refuse", "request", "requester" }, { "reroute, to: off", "request", "requester" },
        { "ask", "review", "booking" } };
    static const char refusal[] = "refusals: [ { id: r, when: patient.own, effect: %s, say: { ja: 不可, en: no } } ]";

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct answer o = answer_with(refusal, cases[i].effect, "patient.own=yes", *state);
        assert_true(policy_step_free(&o, cases[i].free, *state));
        assert_false(policy_step_free(&o, cases[i].held, *state));
    }
}

static void who_is_let_in_by_an_override_brings_the_papers_of_the_rule(void **state)
{
    const char *rules[] = { "friend" };
    struct arena *a = *state;
    struct answer o;
    struct answer_in in;

    const struct policy *p = good_policy(SMALL_POLICY
        "requesters: [ { id: friend, when: attendee.kind = nonfamily, allow: no, override: supervisor, "
        "proof: [ identity ], say: { ja: 不可, en: no } }, { id: all, allow: yes } ]\n",
        a);
    answer_in_init(&in, p, facts_of(p, "attendee.kind=nonfamily", a), NULL, iso("2026-11-24"));
    policy_answer(&in, a, &o);
    assert_string_equal(verdict_id(o.verdict), "refuse");
    assert_int_equal(answer_document(&o, "identity", ATTENDEE_ALL)->need, PAPER_NOT_NEEDED);
    in.overridden = (struct strings){ rules, 1 };
    policy_answer(&in, a, &o);
    assert_string_equal(verdict_id(o.verdict), "need");
    assert_int_equal(answer_document(&o, "identity", 0)->need, PAPER_NEEDED);
}

/* policy.md: proof is shown by each attendee but the patient */
static void the_patient_shows_no_proof_beside_companions_who_do(void **state)
{
    struct arena *a = *state;
    struct answer o;

    const struct policy *p = good_policy(
        SMALL_POLICY "requesters: [ { id: all, allow: yes, proof: [ identity ] } ]\n", a);
    judge_facts(p, "attendee.kind=patient,family,family attendee.relation=,child,sibling",
        "2026-11-24", a, &o);
    assert_null(answer_document(&o, "identity", 0));
    assert_int_equal(answer_document(&o, "identity", 1)->need, PAPER_NEEDED);
    assert_int_equal(answer_document(&o, "identity", 2)->need, PAPER_NEEDED);
    judge_facts(p, "attendee.kind=patient", "2026-11-24", a, &o);
    assert_int_equal(answer_document(&o, "identity", ATTENDEE_ALL)->need, PAPER_NOT_NEEDED);
}

static void a_paper_is_there_when_received_checked_or_waived(void **state)
{
    static const struct {
        const char *doc, *verdict;
    } cases[] = { { "awaited", "need" }, { "promised", "need" }, { "none", "need" },
        { "received", "ok" }, { "checked", "ok" }, { "waived", "ok" } };
    struct arena *a = *state;
    struct answer o;

    const struct policy *p = good_policy(SMALL_POLICY
        "requesters: [ { id: all, allow: yes } ]\n"
        "documents: [ { id: letter, title: { ja: 手紙, en: Letter } } ]\n",
        a);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        judge_facts(p, arena_printf(a, "doc.letter=%s", cases[i].doc), "2026-11-24", a, &o);
        assert_string_equal(verdict_id(o.verdict), cases[i].verdict);
    }
}

static void days_are_counted_from_an_event_before_and_after(void **state)
{
    struct arena *a = *state;
    struct answer o;
    struct answer_in in;

    const struct policy *p = good_policy(SMALL_POLICY
        "requesters: [ { id: all, allow: yes } ]\n"
        "documents:\n"
        "  - { id: early, title: { ja: 前, en: Early }, due: { before: visit, days: 3 } }\n"
        "  - { id: late, title: { ja: 後, en: Late }, due: { after: visit, days: 3 } }\n"
        "clocks:\n"
        "  - { id: month, from: application, to: visit, min: 1, max: 13, unit: month }\n"
        "  - { id: week, from: application, to: visit, min: 1, max: 2, unit: week }\n"
        "  - { id: days, from: application, to: visit, min: 1, max: 30, unit: day }\n",
        a);
    answer_in_init(&in, p, facts_new(a), NULL, iso("2026-02-01"));
    in.events[EVENT_APPLICATION] = iso("2026-01-31");
    in.visit = iso("2026-03-02");
    policy_answer(&in, a, &o);
    assert_int_equal(day_cmp(answer_document(&o, "early", ATTENDEE_ALL)->due_day, iso("2026-02-27")), 0);
    assert_int_equal(day_cmp(answer_document(&o, "late", ATTENDEE_ALL)->due_day, iso("2026-03-05")), 0);
    assert_int_equal(day_cmp(o.clocks[0].earliest, iso("2026-02-28")), 0);
    assert_int_equal(day_cmp(o.clocks[0].latest, iso("2027-02-28")), 0);
    assert_int_equal(day_cmp(o.clocks[1].latest, iso("2026-02-14")), 0);
    assert_int_equal(day_cmp(o.clocks[2].latest, iso("2026-03-02")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(what_the_file_leaves_out_is_not_known),
        ARENA_TEST(a_pending_rule_before_a_true_one_makes_the_result_pending),
        ARENA_TEST(a_paper_that_does_not_exist_does_what_the_rule_says),
        ARENA_TEST(departments_say_what_is_seen),
        ARENA_TEST(a_strong_refusal_stops_at_the_requester_and_a_question_later),
        ARENA_TEST(who_is_let_in_by_an_override_brings_the_papers_of_the_rule),
        ARENA_TEST(the_patient_shows_no_proof_beside_companions_who_do),
        ARENA_TEST(a_paper_is_there_when_received_checked_or_waived),
        ARENA_TEST(days_are_counted_from_an_event_before_and_after),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
