/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "desk/after.h"
#include "desk/papers.h"
#include "desk/policy_switch.h"
#include "desk/request.h"
#include "tests/desk/booking_fixture.h"

/* A small policy of its own: another fee from 2026-12-01 on. */
#define RULES(from, amount)                                                                                     \
    "policy:\n  id: omu\n  name: { ja: 病院, en: Hospital }\n  valid_from: " from "\n"                       \
    "  tax: { prices: included, rates: [ { from: 2019-10-01, percent: 10 } ] }\n"                              \
    "services:\n  in_person:\n    format: in_person\n"                                                         \
    "    steps: [ inquiry, request, requester, papers, review, booking, visit, { any_order: [ payment, return, report ] }, close ]\n" \
    "prices:\n  - { id: consultation, shape: flat, amount: " amount " }\n"

/* By the administrator and a supervisor, who leave the desk to the administrator. */
static void switched_on(struct fixture *f, const char *rules)
{
    int64_t version = 0;

    fixture_log_in(f->desk, "administrator");
    fixture_fine(desk_policy_switch(f->desk, rules, strlen(rules),
                     fixture_second(f->desk, ACT_POLICY_SWITCH, "supervisor"), &version, &f->err),
        &f->err);
}

static void new_rules_hold_from_their_day_and_old_requests_keep_theirs(void **state)
{
    static const char rules[] = RULES("2026-12-01", "44000");
    struct fixture *f = *state;
    int64_t old = fixture_request(f), version = 0;
    struct case_view v;
    struct request_draft draft;

    fixture_log_in(f->desk, "administrator");
    assert_false(desk_policy_switch(f->desk, rules, sizeof rules - 1, NO_SECOND, &version, &f->err));
    err_clear(&f->err);
    fixture_fine(desk_policy_switch(f->desk, rules, sizeof rules - 1,
                     fixture_second(f->desk, ACT_POLICY_SWITCH, "supervisor"), &version, &f->err),
        &f->err);
    fixture_log_in(f->desk, "all");
    fixture_at(f, "2026-12-01", 10, 0);
    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    assert_int_equal(draft.c.policy, version);
    fixture_fine(desk_case_view(f->desk, old, false, &f->arena, &v, &f->err), &f->err);
    assert_int_not_equal(v.c.policy, version);
    assert_int_equal(v.j.answer.price.total.v, 33000);
}

/* Item 17: the charge is written with rule id and policy version; prices before tax hold both in one piece, and the tax is
 * the price's own, rounded as the policy says: 10% of 33,333 rounded up is 3,334 (from 36,667 back it would be 3,333). */
static void a_charge_names_the_version_of_the_rules_it_follows(void **state)
{
    static const char rules[] = "policy:\n  id: omu\n  name: { ja: 病院, en: Hospital }\n  valid_from: 2026-12-01\n"
        "  tax: { prices: excluded, rounding: up, rates: [ { from: 2019-10-01, percent: 10 } ] }\n"
        "services:\n  in_person:\n    format: in_person\n    steps: [ request, booking, visit, payment, close ]\n"
        "requesters:\n  - { id: anybody, allow: yes, consent: none }\n"
        "prices:\n  - { id: talk, shape: flat, amount: 33333 }\n";
    struct ready *r = *state;
    struct check_in_draft draft = { .patient_came = true, .said = true };
    int64_t version = 0;
    int number;

    fixture_log_in(r->f.desk, "administrator");
    fixture_fine(desk_policy_switch(r->f.desk, rules, sizeof rules - 1,
                     fixture_second(r->f.desk, ACT_POLICY_SWITCH, "supervisor"), &version, &r->f.err),
        &r->f.err);
    fixture_log_in(r->f.desk, "all");
    fixture_at(&r->f, "2026-12-01", 10, 0);
    draft.request = fixture_request(&r->f);
    ready_person(r, draft.request, "patient_no = '77'");
    book_at(r, draft.request, r->mori, "2026-12-08", 14, 0, r->room1);
    fixture_at(&r->f, "2026-12-08", 13, 50);
    fixture_fine(desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), &r->f.err);
    struct case_view v = case_of(r, draft.request);
    assert_int_equal(v.c.n_charges, 1);
    assert_int_equal(v.c.charges[0].policy, version);
    assert_string_equal(v.c.charges[0].rule, "talk");
    assert_int_equal(v.c.charges[0].amount.v, 36667);
    assert_int_equal(v.c.charges[0].tax.v, 3334);
}

static void who_does_without_a_paper_says_why_and_it_is_kept(void **state)
{
    static const char rules[] = RULES("2026-12-01", "44000") "documents:\n"
        "  - { id: referral, title: { ja: 紹介状, en: Letter }, need: required, due: review, waive: clerk }\n"
        "  - { id: records, title: { ja: 資料, en: Records }, need: required, due: review }\n";
    struct fixture *f = *state;
    struct case_view v;

    switched_on(f, rules);
    fixture_log_in(f->desk, "all");
    fixture_at(f, "2026-12-01", 10, 0);
    struct paper_draft draft = { .request = fixture_request(f), .paper = { .doc = "referral", .state = "waived",
                                     .promised_on = DAY_NONE, .received_on = DAY_NONE, .dated = DAY_NONE, .note = "" } };
    assert_false(desk_paper_record(f->desk, &draft, &f->err));
    assert_string_equal(f->err.field, "note");
    err_clear(&f->err);
    draft.paper.note = "院内からの紹介";
    fixture_fine(desk_paper_record(f->desk, &draft, &f->err), &f->err);
    fixture_fine(desk_case_view(f->desk, draft.request, false, &f->arena, &v, &f->err), &f->err);
    assert_string_equal(case_paper(&v.c, "referral")->state, "waived");
    assert_string_equal(case_paper(&v.c, "referral")->note, "院内からの紹介");
    draft.paper.doc = "records"; /* nobody may do without it: said before any reason is asked for */
    draft.paper.note = "";
    assert_false(desk_paper_record(f->desk, &draft, &f->err));
    assert_string_equal(f->err.field, "state");
    err_clear(&f->err);
}

/* schema-sketch, "Who may do what": overriding is for whom the policy names; what it leaves to the reception waits for
 * nobody, what it leaves to nobody stands. */
static void the_policy_says_who_may_override_a_rule(void **state)
{
#define REFUSAL(id, purpose, by)                                                                               \
    "  - { id: " id ", title: { ja: 一, en: One }, say: { ja: 不可, en: No }, when: purpose = " purpose ",\n"     \
    "      effect: refuse, at: review, override: " by " }\n"
    static const char rules[] = RULES("2026-12-01", "44000") "refusals:\n" REFUSAL("by_nobody", "litigation", "none")
        REFUSAL("by_clerk", "litigation", "clerk") REFUSAL("by_supervisor", "litigation", "supervisor")
        REFUSAL("of_another_matter", "transfer", "clerk");
    struct fixture *f = *state;
    struct override_waiting *waiting;
    size_t n;

    switched_on(f, rules);
    fixture_log_in(f->desk, "all");
    fixture_at(f, "2026-12-01", 10, 0);
    int64_t id = fixture_request(f);
    struct request_draft draft = { .c = fixture_view(f, id).c };
    draft.c.purposes = "litigation";
    fixture_fine(desk_request_edit(f->desk, &draft, &f->err), &f->err);
    fixture_log_in(f->desk, "clerk");
    assert_false(desk_override(f->desk, id, "by_nobody", "理由", &f->err));
    assert_int_equal(f->err.kind, ERR_DENIED);
    err_clear(&f->err);
    assert_false(desk_override(f->desk, id, "of_another_matter", "理由", &f->err)); /* it does not speak */
    assert_int_equal(f->err.kind, ERR_RULE);
    err_clear(&f->err);
    fixture_fine(desk_override(f->desk, id, "by_clerk", "理由", &f->err), &f->err);
    fixture_fine(desk_overrides_waiting(f->desk, &f->arena, &waiting, &n, &f->err), &f->err);
    assert_int_equal(n, 0);
    fixture_fine(desk_override(f->desk, id, "by_supervisor", "理由", &f->err), &f->err);
    fixture_fine(desk_overrides_waiting(f->desk, &f->arena, &waiting, &n, &f->err), &f->err);
    assert_int_equal(n, 1);
    assert_string_equal(waiting[0].rule, "by_supervisor");
    fixture_log_in(f->desk, "supervisor");
    fixture_fine(desk_override_answer(f->desk, waiting[0].id, true, &f->err), &f->err);
    fixture_log_in(f->desk, "all");
}

/* policy.md, documents: waive says who may do without the paper. */
static void a_paper_that_a_supervisor_may_waive_is_not_waived_by_a_clerk(void **state)
{
    static const char rules[] = RULES("2026-12-01", "44000") "documents:\n"
        "  - { id: referral, title: { ja: 紹介状, en: Letter }, need: required, due: review, waive: supervisor }\n";
    struct fixture *f = *state;

    switched_on(f, rules);
    fixture_log_in(f->desk, "clerk");
    fixture_at(f, "2026-12-01", 10, 0);
    struct paper_draft draft = { .request = fixture_request(f), .paper = { .doc = "referral", .state = "waived",
                                     .promised_on = DAY_NONE, .received_on = DAY_NONE, .dated = DAY_NONE,
                                     .note = "院内からの紹介" } };
    assert_false(desk_paper_record(f->desk, &draft, &f->err));
    assert_int_equal(f->err.kind, ERR_DENIED);
    err_clear(&f->err);
    fixture_log_in(f->desk, "supervisor");
    fixture_fine(desk_paper_record(f->desk, &draft, &f->err), &f->err);
    fixture_log_in(f->desk, "all");
}

static void rules_that_began_earlier_are_refused(void **state)
{
    static const char rules[] = RULES("2026-11-01", "44000");
    struct fixture *f = *state;
    int64_t version = 0;

    fixture_log_in(f->desk, "administrator");
    assert_false(desk_policy_switch(f->desk, rules, sizeof rules - 1,
        fixture_second(f->desk, ACT_POLICY_SWITCH, "supervisor"), &version, &f->err));
    assert_string_equal(f->err.field, "valid_from");
    err_clear(&f->err);
    assert_false(desk_policy_switch(f->desk, "policy: {", 9, NO_SECOND, &version, &f->err));
    err_clear(&f->err);
    fixture_log_in(f->desk, "all");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(new_rules_hold_from_their_day_and_old_requests_keep_theirs),
        cmocka_unit_test_setup_teardown(a_charge_names_the_version_of_the_rules_it_follows, ready_set_up, ready_tear_down),
        FIXTURE_TEST(who_does_without_a_paper_says_why_and_it_is_kept),
        FIXTURE_TEST(the_policy_says_who_may_override_a_rule),
        FIXTURE_TEST(a_paper_that_a_supervisor_may_waive_is_not_waived_by_a_clerk),
        FIXTURE_TEST(rules_that_began_earlier_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
