/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls, reminders and handover notes: what is stored, what follows, what is refused (counter.md 13, "Privacy"). */
#include "tests/check.h"
#include "tests/desk/fixture.h"

#include "desk/act.h"
#include "desk/after.h"
#include "desk/call.h"
#include "desk/inquiry.h"
#include "desk/note.h"
#include "desk/paper_desk.h"
#include "desk/request.h"
#include "desk/papers.h"
#include "desk/requester.h"
#include "store/db.h"

/* --- calls */

static struct call_draft call_of(int64_t request, const char *result)
{
    return (struct call_draft){ .request = request, .what = "papers", .channel = "phone", .whom = "", .result = result,
        .note = "", .next_on = DAY_NONE, .next_min = -1 };
}

static void a_call_and_the_next_one_are_one_entry(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct call_view v;
    struct call_draft draft = call_of(fixture_request(f), "away");

    draft.next_on = fixture_day("2026-11-25");
    draft.next_min = 11 * 60;
    fixture_fine(desk_call_record(f->desk, &draft, &done, &f->err), &f->err);
    fixture_fine(desk_call_view(f->desk, draft.request, 0, &f->arena, &v, &f->err), &f->err);
    assert_int_equal(v.n_calls, 2);
    assert_int_equal(v.due.n, fixture_day("2026-11-25").n);
    assert_int_equal(v.due_min, 660);
    draft = call_of(draft.request, "reached");
    draft.call = v.call;
    fixture_fine(desk_call_record(f->desk, &draft, &done, &f->err), &f->err);
    fixture_fine(desk_call_view(f->desk, draft.request, 0, &f->arena, &v, &f->err), &f->err);
    assert_int_equal(v.call, 0);
}

static void two_clerks_do_not_record_one_call_twice(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct err e = ERR_INIT;
    struct call_draft draft = call_of(fixture_request(f), "");
    int64_t id;

    draft.next_on = fixture_day("2026-11-24");
    fixture_fine(desk_call_plan(f->desk, &draft, &id, &f->err), &f->err);
    draft = call_of(draft.request, "reached");
    draft.call = id;
    fixture_fine(desk_call_record(f->desk, &draft, &done, &f->err), &f->err);
    assert_false(desk_call_record(f->desk, &draft, &done, &e));
    assert_int_equal(e.kind, ERR_STALE);
}

static void a_reminder_by_post_prints_its_letter(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct buf text;
    struct call_draft draft = call_of(fixture_request(f), "sent");

    draft.channel = "post";
    fixture_fine(desk_call_record(f->desk, &draft, &done, &f->err), &f->err);
    assert_int_equal(done.n, 1); /* no address: no label */
    assert_true(done.printed);
    buf_init(&text, 1 << 20);
    fixture_fine(desk_print_text(f->desk, done.print[0], &text, &f->err), &f->err);
    assert_non_null(strstr(text.p, "髙﨑 花子"));
    buf_fini(&text);
}

static void a_reminder_names_what_is_missing_and_nothing_else(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct buf text;
    struct call_draft draft = call_of(fixture_request(f), "sent");
    struct paper_draft p = { .request = draft.request, .paper = { .doc = "request_form", .state = "received",
                                 .promised_on = DAY_NONE, .received_on = desk_today(f->desk), .dated = DAY_NONE } };

    fixture_fine(desk_paper_record(f->desk, &p, &f->err), &f->err);
    draft.channel = "post";
    fixture_fine(desk_call_record(f->desk, &draft, &done, &f->err), &f->err);
    buf_init(&text, 1 << 20);
    fixture_fine(desk_print_text(f->desk, done.print[0], &text, &f->err), &f->err);
    assert_non_null(strstr(text.p, "診療情報提供書"));
    assert_null(strstr(text.p, "申込書"));
    assert_null(strstr(text.p, "相談同意書")); /* the patient comes: it is not needed */
    buf_fini(&text);
}

/* counter.md, Privacy: where care is needed (連絡注意) nothing goes to the household by itself. */
static void a_reminder_has_a_label_but_not_where_care_is_needed(void **state)
{
    struct fixture *f = *state;

    for (int careful = 0; careful < 2; careful++) {
        struct request_draft draft;
        struct forms_done done;
        int64_t id;
        fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
        draft.c.patient.name = "森本 恵子";
        draft.c.patient.address = "大阪市阿倍野区旭町1-5-7";
        draft.c.careful = careful;
        draft.c.careful_why = careful ? "未告知" : "";
        fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
        struct call_draft sent = call_of(id, "sent");
        sent.channel = "post";
        fixture_fine(desk_call_record(f->desk, &sent, &done, &f->err), &f->err);
        assert_int_equal(done.n, careful ? 1 : 2);
    }
}

/* counter.md, Privacy: what a contact may be told holds for letters as well; the letter is for whom its envelope is. */
static void a_reminder_is_addressed_to_who_handed_the_request_in_and_may_know(void **state)
{
    static const struct {
        const char *kind, *applicant, *may_know, *other, *to; /* NULL: no letter */
        bool careful;
    } cases[] = {
        { "patient", "", "", "", "森本 恵子", false },
        { "patient", "", "date_only", "森本 進", "森本 恵子", false },
        { "patient", "", "everything", "森本 進", "森本 進", true },
        { "patient", "", "nothing", "森本 進", "森本 進", false },
        { "family", "森本 由美", "everything", "森本 進", "森本 由美", false },
        { "guardian", "森本 由美", "", "", "森本 由美", false }, /* never to the child */
        { "guardian", "", "", "森本 進", "森本 進", false },
        { "patient", "", "nothing", "", NULL, false },
        { "family", "", "nothing", "", NULL, false },
        { "patient", "森本 恵子", "nothing", "", NULL, false }, /* the name of who applied is the patient's own */
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct request_draft draft;
        struct forms_done done;
        struct buf text;
        int64_t id;
        fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
        draft.c.patient.name = "森本 恵子";
        draft.c.patient_may_know = cases[i].may_know;
        draft.c.other_name = cases[i].other;
        draft.c.careful = cases[i].careful;
        fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
        struct case_view v = fixture_view(f, id);
        struct requester_draft who = { .request = id, .rev = v.c.rev, .applicant_kind = cases[i].kind,
            .applicant_name = cases[i].applicant, .patient_attends = "yes", .patient_capable = "yes" };
        fixture_fine(desk_requester_save(f->desk, &who, &f->err), &f->err);
        struct call_draft sent = call_of(id, "sent");
        sent.channel = "post";
        bool ok = desk_call_record(f->desk, &sent, &done, &f->err);
        assert_int_equal(ok, cases[i].to != NULL);
        if (!ok) {
            assert_string_equal(f->err.field, "channel");
            err_clear(&f->err);
            assert_int_equal(fixture_view(f, id).c.n_calls, 0);
            continue;
        }
        buf_init(&text, 1 << 20);
        fixture_fine(desk_print_text(f->desk, done.print[0], &text, &f->err), &f->err);
        const char *to = strstr(text.p, cases[i].to), *title = strstr(text.p, "About Papers That Are Still Missing");
        if (!to || !title || to > title) /* the addressee stands above the title, the patient below it */
            fail_msg("row %zu:\n%s", i, text.p);
        buf_fini(&text);
    }
}

/* Called back as promised; next_on: the day of one more call, DAY_NONE = none. How many inquiries are open then. */
static int64_t open_after_call_back(struct fixture *f, const char *result, day next_on)
{
    struct inquiry_draft draft;
    struct inquiry_done q;
    struct forms_done done;

    fixture_fine(desk_inquiry_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.x.next = "call_back";
    fixture_fine(desk_inquiry_record(f->desk, &draft, &q, &f->err), &f->err);
    struct call_draft call = call_of(0, result);
    call.inquiry = q.id;
    call.call = q.call;
    call.next_on = next_on;
    fixture_fine(desk_call_record(f->desk, &call, &done, &f->err), &f->err);
    return fixture_number(f, "SELECT count(*) FROM inquiry WHERE done_at IS NULL");
}

static void an_inquiry_that_is_called_again_is_not_done(void **state)
{
    assert_int_equal(open_after_call_back(*state, "reached", fixture_day("2026-11-26")), 1);
}

static void an_inquiry_that_was_called_back_is_done(void **state)
{
    assert_int_equal(open_after_call_back(*state, "reached", DAY_NONE), 0);
}

/* Nobody there, and no day named for the next call: what was promised still stands. */
static void an_inquiry_of_somebody_who_was_not_there_stays_open(void **state)
{
    assert_int_equal(open_after_call_back(*state, "away", DAY_NONE), 1);
}

static void after_a_death_nobody_is_called(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct err e = ERR_INIT;
    struct call_draft draft = call_of(fixture_request(f), "reached");
    int64_t id;

    draft.next_on = fixture_day("2026-11-26");
    fixture_fine(desk_call_plan(f->desk, &draft, &id, &f->err), &f->err);
    fixture_fine(desk_request_end(f->desk, draft.request, "deceased", "連絡あり", &f->err), &f->err);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM call WHERE result IS NULL"), 0);
    assert_false(desk_call_record(f->desk, &draft, &done, &e));
    assert_false(desk_call_plan(f->desk, &draft, &id, &e));
}

static void why_care_is_needed_is_read_with_a_right_and_leaves_a_trace(void **state)
{
    struct fixture *f = *state;
    struct request_draft draft;
    struct call_view v;
    struct err e = ERR_INIT;
    const char *why;
    int64_t id;

    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c.patient.name = "森本 恵子";
    draft.c.careful = true;
    draft.c.careful_why = "未告知";
    draft.c.other_name = "森本 健";
    draft.c.other_may_know = "everything";
    draft.c.patient_may_know = "nothing";
    fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
    fixture_fine(desk_call_view(f->desk, id, 0, &f->arena, &v, &f->err), &f->err);
    assert_true(v.careful);
    assert_int_equal(v.n_contacts, 2);
    assert_string_equal(v.contact[0].may_know, "nothing");
    fixture_fine(desk_careful_why(f->desk, id, &f->arena, &why, &f->err), &f->err);
    assert_string_equal(why, "未告知");
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM audit WHERE verb = 'careful'"), 1);
    fixture_log_in(f->desk, "cashier");
    assert_false(desk_careful_why(f->desk, id, &f->arena, &why, &e));
    assert_string_equal(why, "");
}

/* --- notes */

static void notes_stand_until_they_are_done_or_their_day_is_over(void **state)
{
    struct fixture *f = *state;
    struct note_line *rows;
    size_t n;
    int64_t id, dated;

    fixture_fine(desk_note_add(f->desk, &(struct note_draft){ .text = "2番の印刷機は用紙切れ", .until = DAY_NONE }, &id, &f->err), &f->err);
    fixture_fine(desk_note_add(f->desk, &(struct note_draft){ .text = "明日まで", .until = fixture_day("2026-11-25") }, &dated, &f->err), &f->err);
    fixture_fine(desk_notes(f->desk, &f->arena, &rows, &n, &f->err), &f->err);
    assert_int_equal(n, 2);
    fixture_at(f, "2026-11-26", 9, 0);
    fixture_fine(desk_notes(f->desk, &f->arena, &rows, &n, &f->err), &f->err);
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].text, "2番の印刷機は用紙切れ");
    fixture_fine(desk_note_done(f->desk, id, &f->err), &f->err);
    fixture_fine(desk_notes(f->desk, &f->arena, &rows, &n, &f->err), &f->err);
    assert_int_equal(n, 0);
}

static void an_empty_note_is_refused(void **state)
{
    struct fixture *f = *state;
    struct err e = ERR_INIT;
    int64_t id;

    assert_false(desk_note_add(f->desk, &(struct note_draft){ .text = "", .until = DAY_NONE }, &id, &e));
    assert_string_equal(e.field, "text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_call_and_the_next_one_are_one_entry),
        FIXTURE_TEST(two_clerks_do_not_record_one_call_twice),
        FIXTURE_TEST(a_reminder_by_post_prints_its_letter),
        FIXTURE_TEST(a_reminder_names_what_is_missing_and_nothing_else),
        FIXTURE_TEST(a_reminder_has_a_label_but_not_where_care_is_needed),
        FIXTURE_TEST(a_reminder_is_addressed_to_who_handed_the_request_in_and_may_know),
        FIXTURE_TEST(an_inquiry_that_is_called_again_is_not_done),
        FIXTURE_TEST(an_inquiry_that_was_called_back_is_done),
        FIXTURE_TEST(an_inquiry_of_somebody_who_was_not_there_stays_open),
        FIXTURE_TEST(after_a_death_nobody_is_called),
        FIXTURE_TEST(why_care_is_needed_is_read_with_a_right_and_leaves_a_trace),
        FIXTURE_TEST(notes_stand_until_they_are_done_or_their_day_is_over),
        FIXTURE_TEST(an_empty_note_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
