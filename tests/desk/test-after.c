/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "desk/after.h"
#include "desk/booking.h"
#include "desk/paper_desk.h"
#include "desk/papers.h"
#include "desk/pay.h"
#include "desk/request.h"
#include "desk/requester.h"
#include "desk/review.h"
#include "desk/visit.h"
#include "domain/request_check.h"
#include "tests/desk/fixture.h"

static int set_up(void **state)
{
    fixture_set_up(state);
    fixture_write(*state, "INSERT INTO specialist (name, kana, department) VALUES ('森', 'モリ', 'any')");
    return 0;
}

static int64_t request_with_papers(struct fixture *f)
{
    int64_t id = fixture_request(f);

    fixture_papers(f, id);
    return id;
}

static void answer(struct fixture *f, int64_t id, const char *verdict)
{
    struct case_view v = fixture_view(f, id);
    struct review_answer x = { .request = id, .rev = case_review(&v.c)->rev, .answered_on = desk_today(f->desk),
        .verdict = verdict, .specialist = 1, .dates = "12/8 14:00", .code = "r12", .reason = "", .more = "病理標本",
        .more_by = DAY_NONE };

    fixture_fine(desk_review_answer(f->desk, &x, &f->err), &f->err);
}

static void the_department_is_asked_only_when_the_papers_are_there(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f), print = 0;

    assert_false(desk_review_send(f->desk, id, NULL, &print, &f->err));
    assert_int_equal(f->err.kind, ERR_RULE);
    err_clear(&f->err);
    id = request_with_papers(f);
    fixture_fine(desk_review_send(f->desk, id, NULL, &print, &f->err), &f->err);
    fixture_fine(desk_print_now(f->desk, print, &f->err), &f->err);
    assert_false(desk_review_send(f->desk, id, NULL, &print, &f->err)); /* not answered yet */
    err_clear(&f->err);
    answer(f, id, "accepted");
    struct case_view v = fixture_view(f, id);
    assert_true(case_step_done(&v.c, "review"));
    assert_string_equal(v.c.next_action, "booking");
}

static void more_papers_lead_back_and_are_chased(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    answer(f, id, "more_papers");
    struct case_view v = fixture_view(f, id);
    assert_false(case_step_done(&v.c, "papers"));
    assert_int_equal(v.c.n_calls, 1);
    assert_string_equal(v.c.calls[0].what, "papers");
    static const struct material_draft slides = { .kind = "slide_stained", .what = "", .owner = "lender", .pieces = 5 };
    fixture_take_in(f, id, &slides, 1);
    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(case_review(&v.c)->round, 2);
}

/* Item 14: accepted with a specialist, not possible with a code, more papers with which and by when. */
static void an_answer_says_who_why_or_what(void **state)
{
    static const struct {
        const char *verdict, *field;
    } cases[] = { { "accepted", "specialist" }, { "not_possible", "code" }, { "more_papers", "more" }, { "perhaps", "verdict" } };
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    struct review_answer x = { .request = id, .rev = case_review(&v.c)->rev, .answered_on = desk_today(f->desk),
        .dates = "", .code = "", .reason = "", .more = "", .more_by = DAY_NONE };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        x.verdict = cases[i].verdict;
        assert_false(desk_review_answer(f->desk, &x, &f->err));
        assert_string_equal(f->err.field, cases[i].field);
        err_clear(&f->err);
    }
    x.verdict = "not_possible";
    x.code = "r99"; /* another reason: then in words */
    assert_false(desk_review_answer(f->desk, &x, &f->err));
    assert_string_equal(f->err.field, "reason");
    err_clear(&f->err);
}

/* Item 14: sent, asked again, answered are dated; the reminder is for the day that was named. */
static void asking_again_and_the_wanted_day_are_kept(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    assert_false(desk_review_ask_again(f->desk, id, 0, &f->err)); /* nobody was asked */
    err_clear(&f->err);
    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    fixture_at(f, "2026-12-01", 10, 0);
    struct case_view v = fixture_view(f, id);
    fixture_fine(desk_review_ask_again(f->desk, id, case_review(&v.c)->rev, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(case_review(&v.c)->sent_on.n, fixture_day("2026-11-24").n);
    assert_int_equal(case_review(&v.c)->asked_again_on.n, fixture_day("2026-12-01").n);
    struct review_answer x = { .request = id, .rev = case_review(&v.c)->rev, .answered_on = fixture_day("2026-12-01"),
        .verdict = "more_papers", .dates = "", .code = "", .reason = "", .more = "病理標本", .more_by = fixture_day("2026-12-04") };
    fixture_fine(desk_review_answer(f->desk, &x, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(v.c.calls[0].due.n, fixture_day("2026-12-04").n);
}

/* Whoever was told that it is not possible is not called for papers any more. */
static void not_possible_drops_the_calls_that_were_planned(void **state)
{
    static const struct material_draft slides = { .kind = "slide_stained", .what = "", .owner = "lender", .pieces = 5 };
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    answer(f, id, "more_papers");
    fixture_take_in(f, id, &slides, 1);
    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    answer(f, id, "not_possible");
    fixture_fine(desk_review_told(f->desk, id, "phone", NULL, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_int_equal(v.c.n_calls, 1);
    assert_string_equal(v.c.calls[0].result, "not_needed");
}

/* Told the wrong family, or typed from the wrong sheet. */
static void a_refusal_that_was_told_in_error_is_taken_back_and_then_the_answer_itself(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    answer(f, id, "not_possible");
    fixture_fine(desk_review_told(f->desk, id, "phone", NULL, &f->err), &f->err);
    fixture_fine(desk_step_undo(f->desk, id, "end", "別の方にお電話した", &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_string_equal(v.c.ended, "");
    assert_string_equal(case_review(&v.c)->verdict, "not_possible");
    assert_false(day_known(case_review(&v.c)->told_on)); /* it is still to be told */
    fixture_fine(desk_step_undo(f->desk, id, "review", "別の方の依頼票", &f->err), &f->err);
    v = fixture_view(f, id);
    assert_string_equal(case_review(&v.c)->verdict, "");
    answer(f, id, "accepted");
    v = fixture_view(f, id);
    assert_string_equal(v.c.next_action, "booking");
}

static void not_possible_ends_without_a_fee_after_the_materials_went_back(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f), print = 0;

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    answer(f, id, "not_possible");
    fixture_fine(desk_review_told(f->desk, id, "post", &print, &f->err), &f->err);
    fixture_fine(desk_print_now(f->desk, print, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_string_equal(v.c.ended, "declined");
    assert_string_equal(v.c.next_action, "return");
    assert_false(desk_request_close(f->desk, id, "", &f->err));
    assert_string_equal(f->err.field, "return");
    err_clear(&f->err);
    fixture_fine(desk_materials_return(f->desk, id, "post", "1234-5678-9012", "", NULL, &f->err), &f->err);
    fixture_fine(desk_request_close(f->desk, id, "", &f->err), &f->err);
    v = fixture_view(f, id);
    assert_string_equal(v.c.ended, "declined");
    assert_string_equal(v.c.next_action, "");
    assert_int_equal(v.c.n_charges, 0);
}

static void a_step_is_undone_only_while_nothing_rests_on_it(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    answer(f, id, "accepted");
    assert_false(desk_step_undo(f->desk, id, "papers", "別の方の書類", &f->err));
    err_clear(&f->err);
    fixture_fine(desk_step_undo(f->desk, id, "review", "医師を間違えた", &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_false(case_step_done(&v.c, "review"));
    assert_string_equal(case_review(&v.c)->verdict, "");
    answer(f, id, "accepted");
    v = fixture_view(f, id);
    assert_true(case_step_done(&v.c, "review"));
}

/* Two clerks at one sheet: who read it before the other's entry does not write over that. */
static void an_answer_counts_only_for_the_question_that_was_read(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    struct case_view read = fixture_view(f, id);
    fixture_at(f, "2026-12-01", 10, 0);
    fixture_fine(desk_review_ask_again(f->desk, id, case_review(&read.c)->rev, &f->err), &f->err);
    assert_false(desk_review_ask_again(f->desk, id, case_review(&read.c)->rev, &f->err));
    assert_int_equal(f->err.kind, ERR_STALE);
    err_clear(&f->err);
    struct review_answer x = { .request = id, .rev = case_review(&read.c)->rev, .answered_on = fixture_day("2026-12-01"),
        .verdict = "accepted", .specialist = 1, .dates = "", .code = "", .reason = "", .more = "", .more_by = DAY_NONE };
    assert_false(desk_review_answer(f->desk, &x, &f->err));
    assert_int_equal(f->err.kind, ERR_STALE);
    err_clear(&f->err);
    struct case_view v = fixture_view(f, id);
    assert_string_equal(case_review(&v.c)->verdict, "");
    x.rev = case_review(&v.c)->rev;
    x.answered_on = fixture_day("2026-12-02"); /* tomorrow */
    assert_false(desk_review_answer(f->desk, &x, &f->err));
    assert_string_equal(f->err.field, "answered_on");
    err_clear(&f->err);
    x.answered_on = fixture_day("2026-12-01");
    fixture_fine(desk_review_answer(f->desk, &x, &f->err), &f->err);
}

/* A doctor named in the form beside "more papers" has accepted nothing, and an answer taken back names nobody. */
static void only_an_acceptance_names_the_specialist(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    answer(f, id, "more_papers");
    struct case_view v = fixture_view(f, id);
    assert_int_equal(case_review(&v.c)->specialist, 0);
    assert_string_equal(case_review(&v.c)->more, "病理標本");
    assert_string_equal(case_review(&v.c)->code, "");
    static const struct material_draft slides = { .kind = "slide_stained", .what = "", .owner = "lender", .pieces = 5 };
    fixture_take_in(f, id, &slides, 1);
    int64_t print;
    struct buf text;
    fixture_fine(desk_review_send(f->desk, id, NULL, &print, &f->err), &f->err);
    buf_init(&text, 1 << 16);
    fixture_fine(desk_print_text(f->desk, print, &text, &f->err), &f->err);
    assert_non_null(strstr(text.p, "病理標本")); /* what it asked for last time */
    buf_fini(&text);
    answer(f, id, "accepted");
    v = fixture_view(f, id);
    assert_int_equal(case_review(&v.c)->specialist, 1);
    fixture_fine(desk_step_undo(f->desk, id, "review", "医師を間違えた", &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(case_review(&v.c)->specialist, 0);
    assert_false(day_known(case_review(&v.c)->answered_on));
}

/* "Not possible" is the department's word: before it the visitor is told nothing and the request goes on. */
static void nobody_is_turned_away_before_the_department_said_so(void **state)
{
    static const char *const verdicts[] = { NULL, "accepted", "more_papers" };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(verdicts); i++) {
        int64_t id = request_with_papers(f);
        assert_false(desk_review_told(f->desk, id, "phone", NULL, &f->err)); /* not even asked */
        err_clear(&f->err);
        fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
        if (verdicts[i])
            answer(f, id, verdicts[i]);
        assert_false(desk_review_told(f->desk, id, "phone", NULL, &f->err));
        assert_string_equal(f->err.field, "review");
        err_clear(&f->err);
        struct case_view v = fixture_view(f, id);
        assert_string_equal(v.c.ended, "");
    }
}

static void the_department_is_not_asked_about_a_request_that_has_ended(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_request_end(f->desk, id, "withdrawn", "他院で受けた", &f->err), &f->err);
    assert_false(desk_review_send(f->desk, id, NULL, NULL, &f->err));
    assert_string_equal(f->err.msg.id, "This request has ended.");
    err_clear(&f->err);
}

/* A refusal that a supervisor may override: litigation (OMU-7). A clerk's override counts today and waits. */
static void an_override_by_a_clerk_waits_for_another_supervisor(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct case_view v = fixture_view(f, id);
    struct override_waiting *waiting;
    size_t n;

    struct request_draft draft = { .c = v.c };
    draft.c.purposes = "litigation";
    fixture_fine(desk_request_edit(f->desk, &draft, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(v.j.answer.verdict, VERDICT_REFUSE);
    fixture_log_in(f->desk, "clerk");
    assert_false(desk_override(f->desk, id, "litigation", "", &f->err));
    err_clear(&f->err);
    fixture_fine(desk_override(f->desk, id, "litigation", "弁護士ではなく本人の希望", &f->err), &f->err);
    fixture_fine(desk_overrides_waiting(f->desk, &f->arena, &waiting, &n, &f->err), &f->err);
    assert_int_equal(n, 1);
    v = fixture_view(f, id);
    assert_int_not_equal(v.j.answer.verdict, VERDICT_REFUSE);
    fixture_at(f, "2026-11-25", 10, 0); /* not approved on its day: it no longer counts */
    v = fixture_view(f, id);
    assert_int_equal(v.j.answer.verdict, VERDICT_REFUSE);
    fixture_log_in(f->desk, "supervisor");
    fixture_fine(desk_override_answer(f->desk, waiting[0].id, true, &f->err), &f->err);
    fixture_log_in(f->desk, "all");
    v = fixture_view(f, id);
    assert_int_not_equal(v.j.answer.verdict, VERDICT_REFUSE);
}

static void a_death_stops_the_calls_and_keeps_a_neutral_word(void **state)
{
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    fixture_fine(desk_review_send(f->desk, id, NULL, NULL, &f->err), &f->err);
    answer(f, id, "more_papers");
    fixture_fine(desk_request_end(f->desk, id, "deceased", "ご家族から電話", &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_string_equal(v.c.calls[0].result, "not_needed");
    assert_string_equal(v.c.next_action, "return");
}

/* A sheet or letter without the question that it speaks of would be an empty page from the printer. */
static void a_paper_about_what_is_not_there_is_refused(void **state)
{
    static const char *const kinds[] = { "department_sheet", "not_possible" };
    struct fixture *f = *state;
    int64_t id = request_with_papers(f);

    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        assert_false(desk_print_paper(f->desk, ACT_PAPER_PRINT, kinds[i], "request", id, LANG_JA, &f->err));
        assert_string_equal(f->err.msg.arg[0], MSG_WORD "What this paper is about is not there any more.");
        err_clear(&f->err);
    }
}

static const char WITH_NUMBER[] = "番号 123456789018"; /* check digit: domain page 3.2 */

static bool undo_material(struct fixture *f, int64_t id) { return desk_material_undo(f->desk, id, 1, WITH_NUMBER, &f->err); }
static bool undo_proof(struct fixture *f, int64_t id) { return desk_proof_undo(f->desk, id, 1, WITH_NUMBER, &f->err); }
static bool undo_visit(struct fixture *f, int64_t id) { return desk_visit_undo(f->desk, id, WITH_NUMBER, &f->err); }
static bool no_show(struct fixture *f, int64_t id) { return desk_visit_no_show(f->desk, id, WITH_NUMBER, &f->err); }
static bool release(struct fixture *f, int64_t id) { return desk_dates_release(f->desk, id, WITH_NUMBER, &f->err); }
static bool cancel(struct fixture *f, int64_t id) { return desk_booking_cancel(f->desk, id, WITH_NUMBER, &f->err); }
static bool undo_step(struct fixture *f, int64_t id) { return desk_step_undo(f->desk, id, "request", WITH_NUMBER, &f->err); }
static bool unpaid(struct fixture *f, int64_t id) { return desk_unpaid(f->desk, id, WITH_NUMBER, DAY_NONE, &f->arena, &f->err); }

/* counter.md, Privacy: no My Number in free text, and a reason stays for good. */
static void a_my_number_is_held_in_every_reason(void **state)
{
    static bool (*const actions[])(struct fixture *f, int64_t id)
        = { undo_material, undo_proof, undo_visit, no_show, release, cancel, undo_step, unpaid };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    for (size_t i = 0; i < COUNT_OF(actions); i++) {
        assert_false(actions[i](f, id));
        assert_string_equal(f->err.msg.id, "Twelve digits here could be a My Number, which must not be kept. Leave them out.");
        assert_string_equal(f->err.field, "reason");
        err_clear(&f->err);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_department_is_asked_only_when_the_papers_are_there),
        TEST(more_papers_lead_back_and_are_chased),
        TEST(an_answer_says_who_why_or_what),
        TEST(asking_again_and_the_wanted_day_are_kept),
        TEST(not_possible_drops_the_calls_that_were_planned),
        TEST(a_refusal_that_was_told_in_error_is_taken_back_and_then_the_answer_itself),
        TEST(not_possible_ends_without_a_fee_after_the_materials_went_back),
        TEST(a_step_is_undone_only_while_nothing_rests_on_it),
        TEST(an_answer_counts_only_for_the_question_that_was_read),
        TEST(only_an_acceptance_names_the_specialist),
        TEST(nobody_is_turned_away_before_the_department_said_so),
        TEST(the_department_is_not_asked_about_a_request_that_has_ended),
        TEST(an_override_by_a_clerk_waits_for_another_supervisor),
        TEST(a_death_stops_the_calls_and_keeps_a_neutral_word),
        TEST(a_paper_about_what_is_not_there_is_refused),
        TEST(a_my_number_is_held_in_every_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
