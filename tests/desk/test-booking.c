/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/desk/booking_fixture.h"

#include <sys/wait.h>
#include <unistd.h>

#include "desk/act.h"
#include "desk/paper_desk.h"
#include "desk/requester.h"
#include "desk/session.h"
#include "desk/specialist.h"
#include "desk/trail.h"

#define KEY(n) "00000000000000000000000000000" n

static int64_t count(struct ready *r, const char *sql)
{
    struct err e = ERR_INIT;
    struct stmt *s = db_stmt(desk_db(r->f.desk), sql, &e);
    int64_t n = stmt_row(s, &e) ? col_int(s, 0) : -1;

    assert_true(stmt_end(s));
    return n;
}

static void the_first_proposal_books_in_one_action(void **state)
{
    struct ready *r = *state;
    int64_t id = ready_request(r, r->mori), made, print;
    struct booking_view b = view_of(r, id);

    assert_null(b.why_not.id);
    assert_true(b.n_proposals > 2);
    /* 森 offers Tuesday and Thursday: the first after Tuesday 24 November is Thursday 26 */
    assert_int_equal(day_cmp(b.proposals[0].day, on("2026-11-26")), 0);
    assert_int_equal(b.proposals[0].start_min, 780);
    assert_int_equal(b.proposals[0].room, r->room1);
    struct booking_draft draft = { .request = id,
        .at = { b.proposals[0].specialist, b.proposals[0].day, b.proposals[0].start_min, 0, b.proposals[0].room, "", -1 },
        .op_key = KEY("100"), .told_how = "phone", .print = true };
    fine(r, desk_book(r->f.desk, &draft, &made, &print, &r->f.err));
    fine(r, desk_print_now(r->f.desk, print, &r->f.err));
    struct case_view v = case_of(r, id);
    const struct appointment *x = case_booked(&v.c);
    assert_int_equal(x->id, made);
    assert_int_equal(x->minutes, 60);
    assert_int_equal(x->come_min, 765); /* policy check_in_minutes: 15 */
    assert_string_equal(x->told_how, "phone");
    assert_true(case_step_done(&v.c, "booking"));
    assert_string_equal(v.c.next_action, "visit");
    assert_int_equal(day_cmp(v.c.next_due, on("2026-11-26")), 0);
}

static void the_slip_names_room_time_and_what_to_bring(void **state)
{
    struct ready *r = *state;
    int64_t id = ready_request(r, r->mori), made, print;
    struct booking_draft draft = draft_at(id, r->mori, "2026-12-08", 14, 0, r->room1, KEY("101"));
    struct buf b;

    draft.print = true;
    ready_attendees(r, id, "yes", "family", "spouse");
    fine(r, desk_book(r->f.desk, &draft, &made, &print, &r->f.err));
    buf_init(&b, 1 << 18);
    fine(r, desk_print_text(r->f.desk, print, &b, &r->f.err));
    assert_non_null(strstr(b.p, "Patient, Mr/Ms 髙﨑 健一")); /* as a Japanese paper addresses them */
    assert_non_null(strstr(b.p, "14:00"));
    assert_non_null(strstr(b.p, "13:45"));
    assert_non_null(strstr(b.p, "相談室1"));
    assert_null(strstr(b.p, "乳がん")); /* no disease on what may be posted */
    buf_fini(&b);
}

static void the_same_form_sent_twice_books_once(void **state)
{
    struct ready *r = *state;
    int64_t id = ready_request(r, r->mori), first, again;
    struct booking_draft draft = draft_at(id, r->mori, "2026-12-08", 14, 0, r->room1, KEY("102"));

    fine(r, desk_book(r->f.desk, &draft, &first, NULL, &r->f.err));
    fine(r, desk_book(r->f.desk, &draft, &again, NULL, &r->f.err));
    assert_int_equal(first, again);
    assert_int_equal(count(r, "SELECT count(*) FROM appointment"), 1);
}

/* The sentence of counter.md "Words". */
static void who_was_faster_when_and_the_next_free_place_are_named(void **state)
{
    struct ready *r = *state;
    int64_t first = ready_request(r, r->mori), second = ready_request(r, r->mori), made;

    fixture_log_in(r->f.desk, "booking"); /* 佐藤 */
    fixture_at(&r->f, "2026-11-24", 10, 41);
    book_at(r, first, r->mori, "2026-12-08", 14, 0, r->room1);
    book_at(r, ready_request(r, r->mori), r->mori, "2026-12-08", 13, 0, r->room1);
    book_at(r, ready_request(r, r->mori), r->mori, "2026-12-08", 15, 0, r->room1);
    fixture_log_in(r->f.desk, "supervisor");
    fixture_at(&r->f, "2026-11-24", 10, 43);
    struct booking_draft draft = draft_at(second, r->mori, "2026-12-08", 14, 0, r->room1, KEY("103"));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "start"));
    assert_int_equal(made, 0);
    assert_string_equal(said_ja(r),
        "14:00 は 10:41 に佐藤さんが予約しました。次の空きは 12/10(木) 13:00 です。入力はそのまま残っています。");
}

/* A visitor who is here, or whose talk is over, has that time as well. */
static void who_was_faster_is_named_also_when_their_visitor_has_come(void **state)
{
    struct ready *r = *state;
    int64_t here = visitor(r), other = ready_request(r, r->mori), made;
    struct check_in_draft door = { .request = here, .patient_came = true, .said = true };
    struct booking_draft draft = draft_at(other, r->mori, "2026-12-08", 14, 0, r->room1, KEY("151"));
    int number;

    for (int i = 0; i < 3; i++) { /* expected, here, over */
        if (i == 1)
            fine(r, desk_check_in(r->f.desk, &door, &number, NULL, &r->f.err));
        if (i == 2) {
            fine(r, desk_visit_start(r->f.desk, here, &r->f.err));
            fine(r, desk_visit_end(r->f.desk, here, &r->f.err));
        }
        assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "start"));
        assert_non_null(strstr(said_ja(r), "予約しました。次の空きは"));
    }
}

static void a_date_that_somebody_else_booked_or_cancelled_is_told_with_who_and_when(void **state)
{
    struct ready *r = *state;
    int64_t id = ready_request(r, r->mori), made;

    fixture_log_in(r->f.desk, "booking"); /* 佐藤 */
    fixture_at(&r->f, "2026-11-24", 10, 41);
    book_at(r, id, r->mori, "2026-12-08", 14, 0, r->room1);
    fixture_log_in(r->f.desk, "supervisor");
    fixture_at(&r->f, "2026-11-24", 10, 43);
    struct booking_draft draft = draft_at(id, r->mori, "2026-12-10", 14, 0, r->room1, KEY("109"));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "request"));
    assert_string_equal(said_ja(r), "すでに予約があります (10:41 佐藤)。その予約を変更するか、取り消してください。");
    fixture_log_in(r->f.desk, "booking");
    fixture_at(&r->f, "2026-11-24", 10, 52);
    fine(r, desk_booking_cancel(r->f.desk, id, "体調不良", &r->f.err));
    fixture_log_in(r->f.desk, "supervisor");
    assert_true(refused(r, desk_booking_cancel(r->f.desk, id, "体調不良", &r->f.err), "request"));
    assert_string_equal(said_ja(r), "この申込の予約は取り消されています (10:52 佐藤)。");
}

static void a_listed_room_is_never_in_two_places_but_a_written_one_is_not_checked(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), b = ready_request(r, r->hayashi), c = ready_request(r, r->tani), made;

    book_at(r, a, r->mori, "2026-12-08", 14, 0, r->room1);
    struct booking_draft draft = draft_at(b, r->hayashi, "2026-12-08", 14, 30, r->room1, KEY("104"));
    draft.outside = true;
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "room"));
    draft.at.room = 0;
    static const char *const names[] = { "相談室1", "Room 1", "相談室１", "room 1" }; /* its name is the room */
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        draft.at.place = names[i];
        assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "room"));
    }
    draft.at.place = "教授室";
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    draft = draft_at(c, r->tani, "2026-12-08", 14, 30, 0, KEY("105"));
    draft.at.place = "教授室"; /* the same words: nobody checks them */
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
}

static void no_other_program_can_overlap_either(void **state)
{
    static const char *const rules[] = { "slot_taken", "room_taken" }; /* the same specialist; another in the same room */
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), b = ready_request(r, r->mori);
    char sql[600], said[128];

    book_at(r, a, r->mori, "2026-12-08", 14, 0, r->room1);
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        snprintf(sql, sizeof sql,
            "INSERT INTO appointment (request, specialist, day, start_min, minutes, room, state, at, by, op_key)"
            " VALUES (%lld, %lld, '2026-12-08', 870, 60, %lld, 'booked', 0, 1, 'raw')",
            (long long)b, (long long)(i == 0 ? r->mori : r->hayashi), (long long)r->room1);
        assert_false(fixture_sql(&r->f, sql, said));
        assert_string_equal(said, rules[i]);
    }
    assert_false(fixture_sql(&r->f, "UPDATE appointment SET start_min = 600", said));
    assert_false(fixture_sql(&r->f, "DELETE FROM slot", said));
    assert_false(fixture_sql(&r->f, "DELETE FROM appointment", said));
}

/* Two programs, one time: one gets it, the other one is told who has it. */
static void two_processes_race_for_one_time_and_one_wins(void **state)
{
    struct ready *r = *state;
    int64_t request[2] = { ready_request(r, r->mori), ready_request(r, r->mori) };
    int go[2], won = 0, told = 0;
    pid_t child[2];

    assert_int_equal(pipe(go), 0);
    desk_close(r->f.desk); /* no connection goes across a fork */
    for (int i = 0; i < 2; i++) {
        child[i] = fork();
        assert_true(child[i] >= 0);
        if (child[i] > 0)
            continue;
        char c, key[OP_KEY_TEXT];
        struct err e = ERR_INIT;
        int64_t made;
        struct desk *d;
        close(go[1]);
        if (!desk_open(&(struct desk_options){ .path = r->f.path, .clock = &r->f.clock, .terminal = "race", .printer = r->f.printer },
                &d, &e))
            _exit(9);
        fixture_log_in(d, i ? "booking" : "supervisor");
        desk_op_key(key);
        struct booking_draft draft = draft_at(request[i], r->mori, "2026-12-08", 14, 0, 0, key);
        (void)!read(go[0], &c, 1); /* both start when the pipe closes */
        bool ok = desk_book(d, &draft, &made, NULL, &e);
        bool who = !ok && str_eq(e.field, "start") && (str_eq(e.msg.arg[1], "佐藤") || str_eq(e.msg.arg[1], "大森"));
        desk_close(d);
        _exit(ok ? 1 : who ? 2 : 3);
    }
    close(go[0]);
    close(go[1]);
    for (int i = 0; i < 2; i++) {
        int status;
        assert_int_equal(waitpid(child[i], &status, 0), child[i]);
        assert_true(WIFEXITED(status));
        won += WEXITSTATUS(status) == 1;
        told += WEXITSTATUS(status) == 2;
    }
    r->f.desk = fixture_second_desk(&r->f);
    assert_int_equal(won, 1);
    assert_int_equal(told, 1);
    assert_int_equal(count(r, "SELECT count(*) FROM appointment WHERE state = 'booked'"), 1);
}

static void offered_dates_are_held_until_the_setting_says(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), b = ready_request(r, r->mori), made;
    struct booking_place two[] = { { r->mori, on("2026-12-08"), 840, 0, r->room1, "", -1 },
        { r->mori, on("2026-12-10"), 780, 0, r->room1, "", -1 } };
    int days = desk_hospital(r->f.desk)->hold_days;

    fine(r, desk_dates_offer(r->f.desk, a, two, 2, KEY("106"), "phone", &r->f.err));
    struct booking_view view = view_of(r, a);
    assert_int_equal(view.n_held, 2);
    assert_false(case_step_done(&view.v.c, "booking"));
    struct booking_draft draft = draft_at(b, r->mori, "2026-12-08", 14, 0, r->room1, KEY("107"));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "start"));
    assert_non_null(strstr(said_ja(r), "候補として提示"));

    clock_set(&r->f.clock, (instant){ clock_wall(&r->f.clock).s + (int64_t)days * 86400 - 1 });
    draft.op_key = KEY("108");
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "start"));
    clock_set(&r->f.clock, (instant){ clock_wall(&r->f.clock).s + 1 });
    assert_int_equal(view_of(r, a).n_held, 0); /* free for everybody who looks, before anybody swept */
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    assert_int_equal(count(r, "SELECT count(*) FROM appointment WHERE state = 'expired'"), 2);
}

/* What one request's action does to another's dates is read in the trail as the change that it was. */
static void dates_that_expire_in_another_requests_booking_show_what_they_were(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), b = ready_request(r, r->mori), made;
    struct booking_place one = { r->mori, on("2026-12-08"), 840, 0, r->room1, "", -1 };
    struct trail_entry x;
    int seen = 0;

    fine(r, desk_dates_offer(r->f.desk, a, &one, 1, KEY("116"), "phone", &r->f.err));
    clock_set(&r->f.clock, (instant){ clock_wall(&r->f.clock).s + (int64_t)desk_hospital(r->f.desk)->hold_days * 86400 });
    struct booking_draft draft = draft_at(b, r->mori, "2026-12-08", 14, 0, r->room1, KEY("117"));
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    fixture_log_in(r->f.desk, "supervisor");
    int64_t seq = count(r, "SELECT max(seq) FROM audit WHERE verb = 'book'");
    fine(r, desk_trail_entry(r->f.desk, seq, true, false, &r->f.arena, &x, &r->f.err));
    for (size_t i = 0; i < x.n; i++) {
        if (!str_eq(x.field[i].table, "appointment") || !str_eq(x.field[i].column, "state"))
            continue;
        bool own = x.field[i].id == made;
        assert_int_equal(x.field[i].before, !own);
        assert_string_equal(x.field[i].was, own ? "" : "held");
        assert_string_equal(x.field[i].became, own ? "booked" : "expired");
        seen++;
    }
    assert_int_equal(seen, 2);
}

static void one_of_the_offered_dates_is_confirmed_and_the_others_are_free(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made, again;
    struct booking_place three[] = { { r->mori, on("2026-12-08"), 840, 0, r->room1, "", -1 },
        { r->mori, on("2026-12-10"), 780, 0, r->room1, "", -1 }, { r->mori, on("2026-12-15"), 780, 0, r->room1, "", -1 } };

    fine(r, desk_dates_offer(r->f.desk, a, three, 3, KEY("109"), "", &r->f.err));
    fine(r, desk_dates_offer(r->f.desk, a, three, 3, KEY("109"), "", &r->f.err)); /* sent twice */
    struct booking_draft draft = { .request = a, .held = view_of(r, a).held[1]->id, .op_key = KEY("110"), .told_how = "phone" };
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    fine(r, desk_book(r->f.desk, &draft, &again, NULL, &r->f.err));
    assert_int_equal(made, draft.held);
    assert_int_equal(again, made);
    assert_int_equal(count(r, "SELECT count(*) FROM appointment WHERE state = 'cancelled'"), 2);
    assert_int_equal(count(r, "SELECT count(*) FROM slot"), 12); /* 60 minutes are twelve units */
    struct case_view v = case_of(r, a);
    assert_int_equal(day_cmp(case_booked(&v.c)->told_on, on("2026-11-24")), 0);
}

static void an_offered_date_that_ran_out_is_taken_again_while_it_is_free(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made;
    struct booking_place one = { r->mori, on("2026-12-17"), 840, 0, r->room1, "", -1 };

    fine(r, desk_dates_offer(r->f.desk, a, &one, 1, KEY("111"), "", &r->f.err));
    int64_t held = view_of(r, a).held[0]->id;
    fixture_at(&r->f, "2026-12-14", 9, 0);
    struct booking_draft draft = { .request = a, .held = held, .at = { .day = on("2026-12-17"), .come_min = -1 },
        .op_key = KEY("112") };
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    assert_int_not_equal(made, held);
    struct case_view v = case_of(r, a);
    assert_int_equal(case_booked(&v.c)->start_min, 840);
}

static void a_move_is_a_new_row_with_the_reason_and_frees_the_old_time(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), first = book_at(r, a, r->mori, "2026-12-08", 14, 0, r->room1), made;
    /* overlaps its own old time */
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-08", 14, 30, r->room1, KEY("113"));
    struct booking_history *history;
    size_t n;

    assert_true(refused(r, desk_booking_move(r->f.desk, &draft, "", &made, NULL, &r->f.err), "reason"));
    fine(r, desk_booking_move(r->f.desk, &draft, "ご家族の都合", &made, NULL, &r->f.err));
    struct case_view v = case_of(r, a);
    assert_int_equal(case_booked(&v.c)->id, made);
    assert_int_equal(case_booked(&v.c)->moved_from, first);
    assert_true(case_step_done(&v.c, "booking"));
    fine(r, desk_booking_history(r->f.desk, &v.c, &r->f.arena, &history, &n, &r->f.err));
    assert_int_equal(n, 2);
    assert_int_equal(history[1].what->id, first);
    assert_string_equal(history[1].what->state, "moved");
    assert_string_equal(history[1].what->reason, "ご家族の都合");
    assert_int_not_equal(history[1].ended_at.s, 0);
    book_at(r, ready_request(r, r->mori), r->mori, "2026-12-08", 13, 30, r->room1); /* 13:30-14:30 is free again */
}

static void a_cancelled_booking_needs_a_reason_and_opens_the_step_again(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori);

    book_at(r, a, r->mori, "2026-12-08", 14, 0, r->room1);
    assert_true(refused(r, desk_booking_cancel(r->f.desk, a, "", &r->f.err), "reason"));
    fine(r, desk_booking_cancel(r->f.desk, a, "体調不良", &r->f.err));
    struct case_view v = case_of(r, a);
    assert_null(case_booked(&v.c));
    assert_false(case_step_done(&v.c, "booking"));
    assert_string_equal(v.c.next_action, "booking");
    assert_int_equal(count(r, "SELECT count(*) FROM slot"), 0);
    assert_true(refused(r, desk_booking_cancel(r->f.desk, a, "また", &r->f.err), "request"));
}

static void nothing_is_booked_before_the_department_accepts_or_while_a_paper_is_missing(void **state)
{
    struct ready *r = *state;
    int64_t a = fixture_request(&r->f), b = ready_request(r, r->mori), made;
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-08", 14, 0, r->room1, KEY("114"));

    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "request"));
    assert_non_null(strstr(said_ja(r), "診療科"));
    ready_attendees(r, b, "no", "family", "child"); /* then consent and relationship are due before the date */
    draft = draft_at(b, r->mori, "2026-12-08", 14, 0, r->room1, KEY("115"));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "request"));
    assert_non_null(strstr(said_ja(r), "相談同意書"));
    assert_int_equal(count(r, "SELECT count(*) FROM appointment"), 0);
}

/* A guardian comes instead of a patient who is 17 today and 18 on the visit day: the age on the visit day decides. */
static void ages_count_on_the_day_of_the_visit(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made;

    ready_person(r, a, "birth = '2008-12-08'");
    ready_attendees(r, a, "yes", "guardian", "parent");
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-08", 14, 0, r->room1, KEY("116"));
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err)); /* comes himself, grown up */
    fine(r, desk_booking_cancel(r->f.desk, a, "試し", &r->f.err));
    struct case_view v = case_of(r, a);
    assert_string_equal(v.j.answer.requester->rule.id, "minor_with_guardian"); /* 17 today */
    draft = draft_at(a, r->mori, "2026-12-03", 14, 0, r->room1, KEY("117"));
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    v = case_of(r, a);
    assert_string_equal(v.j.answer.requester->rule.id, "minor_with_guardian");
    draft = draft_at(a, r->mori, "2026-12-08", 14, 0, r->room1, KEY("118"));
    fine(r, desk_booking_move(r->f.desk, &draft, "18歳になってから", &made, NULL, &r->f.err));
    v = case_of(r, a);
    assert_string_equal(v.j.answer.requester->rule.id, "patient");
}

/* The same minor stays at home and the guardian comes alone: on the 17th year's last day yes, on the birthday no (OMU-12,
 * OMU-14); the refusal is made by the date that is about to be booked. */
static void a_guardian_alone_is_not_booked_for_a_day_on_which_the_patient_is_grown_up(void **state)
{
    static const char *const seen[][2] = { { "identity", "driving_licence" }, { "parental_authority", "family_register" } };
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made;

    ready_person(r, a, "birth = '2008-12-09'");
    ready_attendees(r, a, "no", "guardian", "parent");
    struct case_view v = case_of(r, a);
    for (size_t i = 0; i < COUNT_OF(seen); i++)
        fine(r, desk_proof_see(r->f.desk, &(struct proof_draft){ .request = a, .attendee = v.c.attendees[0].id,
                                                   .of = seen[i][0], .kind = seen[i][1], .issued = DAY_NONE,
                                                   .expires = DAY_NONE }, &r->f.err));
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-10", 14, 0, r->room1, KEY("126"));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "day"));
    assert_int_equal(count(r, "SELECT count(*) FROM appointment"), 0);
    draft = draft_at(a, r->mori, "2026-12-08", 14, 0, r->room1, KEY("127"));
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    draft = draft_at(a, r->mori, "2026-12-10", 14, 0, r->room1, KEY("128"));
    assert_true(refused(r, desk_booking_move(r->f.desk, &draft, "都合", &made, NULL, &r->f.err), "day"));
}

static void one_request_has_one_date(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made;

    book_at(r, a, r->mori, "2026-12-08", 14, 0, r->room1);
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-10", 14, 0, r->room1, KEY("129"));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "request"));
    assert_non_null(strstr(said_ja(r), "すでに"));
    assert_true(refused(r, desk_dates_offer(r->f.desk, a, &draft.at, 1, KEY("130"), NULL, &r->f.err), "request"));
    assert_int_equal(count(r, "SELECT count(*) FROM appointment"), 1);
}

static void a_closed_day_needs_an_override_with_its_reason(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->tani), made;
    /* Saturday 5 December 2026 */
    struct booking_draft draft = draft_at(a, r->tani, "2026-12-05", 10, 0, 0, KEY("119"));

    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "override_reason"));
    assert_non_null(strstr(said_ja(r), "土曜日"));
    draft.override_reason = "番号は1234-5678-9018"; /* the check digit is right */
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "override_reason"));
    draft.override_reason = "谷先生の希望";
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    struct case_view v = case_of(r, a);
    assert_int_equal(v.c.n_overrides, 1);
    assert_string_equal(v.c.overrides[0].rule, "closed_day");
    assert_false(v.c.overrides[0].answered);
}

static void the_hospitals_own_closed_day_is_named_and_counts_at_once(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made;
    int booked;

    book_at(r, ready_request(r, r->mori), r->mori, "2026-12-10", 14, 0, r->room1);
    fine(r, desk_closure_put(r->f.desk, on("2026-12-10"), "停電点検", "Power check", &booked, &r->f.err));
    assert_int_equal(booked, 1);
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-10", 13, 0, r->room1, KEY("120"));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "override_reason"));
    assert_non_null(strstr(said_ja(r), "停電点検"));
    fine(r, desk_closure_remove(r->f.desk, on("2026-12-10"), &r->f.err));
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
}

static void time_outside_the_weekly_hours_is_asked_once(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), b = ready_request(r, r->tani), made;
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-09", 14, 0, 0, KEY("121"));

    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "outside"));
    draft.outside = true;
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    draft = draft_at(b, r->tani, "2026-12-09", 14, 0, 0, KEY("122")); /* no weekly hours: the department tells the date */
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
}

static void an_absent_specialist_needs_an_override(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made, id;
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-08", 14, 0, r->room1, KEY("123"));

    fine(r, desk_exception_add(r->f.desk, &(struct exception_day){ .specialist = r->mori, .day = on("2026-12-08"),
                                                   .start_min = -1, .end_min = -1, .why = "学会" }, &id, &r->f.err));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "override_reason"));
    assert_non_null(strstr(said_ja(r), "森"));
    fine(r, desk_exception_remove(r->f.desk, id, &r->f.err));
    fine(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
}

static void wrong_places_are_refused_with_the_field(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made;
    static const struct {
        const char *day, *field;
        int hour, minute, minutes;
    } cases[] = {
        { "2026-11-23", "day", 14, 0, 0 },      /* yesterday */
        { "2026-11-24", "start", 9, 55, 0 },    /* today, five minutes ago */
        { "2026-12-08", "start", 14, 2, 0 },    /* off the grid of five minutes */
        { "2026-12-08", "minutes", 14, 0, 62 }, /* likewise */
        { "2026-12-08", "minutes", 14, 0, 65 }, /* OMU-15: at most 60 */
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct booking_draft draft = draft_at(a, r->mori, cases[i].day, cases[i].hour, cases[i].minute, r->room1, KEY("124"));
        draft.at.minutes = cases[i].minutes;
        draft.outside = true;
        assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), cases[i].field));
    }
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-08", 14, 0, r->room1, KEY("124"));
    draft.at.come_min = 14 * 60 + 1; /* the time to come lies after the appointment */
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "come"));
    draft = draft_at(a, 0, "2026-12-08", 14, 0, r->room1, KEY("125"));
    assert_true(refused(r, desk_book(r->f.desk, &draft, &made, NULL, &r->f.err), "specialist"));
}

/* OMU-33: 7 to 14 business days after the papers were complete; day 0 is 24 November 2026, a Tuesday. Counted by hand:
 * 25 26 27 | 30 1 2 3 -> the 7th is 3 December; 4 | 7 8 9 10 11 | 14 -> the 14th is 14 December. */
static void the_day_by_which_the_date_is_told_is_in_business_days(void **state)
{
    struct ready *r = *state;
    struct booking_view b = view_of(r, ready_request(r, r->mori));

    assert_non_null(b.clock);
    assert_int_equal(day_cmp(b.clock->earliest, on("2026-12-03")), 0);
    assert_int_equal(day_cmp(b.clock->latest, on("2026-12-14")), 0);
    assert_int_equal(b.clock->n_skipped, 6); /* three weekends */
}

static void a_clerk_without_the_right_books_nothing(void **state)
{
    struct ready *r = *state;
    int64_t a = ready_request(r, r->mori), made;
    struct booking_draft draft = draft_at(a, r->mori, "2026-12-08", 14, 0, r->room1, KEY("126"));

    fixture_log_in(r->f.desk, "clerk");
    assert_false(desk_book(r->f.desk, &draft, &made, NULL, &r->f.err));
    assert_int_equal(r->f.err.kind, ERR_DENIED);
    err_clear(&r->f.err);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, ready_set_up, ready_tear_down)
    const struct CMUnitTest tests[] = {
        T(the_first_proposal_books_in_one_action),
        T(the_slip_names_room_time_and_what_to_bring),
        T(the_same_form_sent_twice_books_once),
        T(who_was_faster_when_and_the_next_free_place_are_named),
        T(who_was_faster_is_named_also_when_their_visitor_has_come),
        T(a_date_that_somebody_else_booked_or_cancelled_is_told_with_who_and_when),
        T(a_listed_room_is_never_in_two_places_but_a_written_one_is_not_checked),
        T(no_other_program_can_overlap_either),
        T(two_processes_race_for_one_time_and_one_wins),
        T(offered_dates_are_held_until_the_setting_says),
        T(dates_that_expire_in_another_requests_booking_show_what_they_were),
        T(one_of_the_offered_dates_is_confirmed_and_the_others_are_free),
        T(an_offered_date_that_ran_out_is_taken_again_while_it_is_free),
        T(a_move_is_a_new_row_with_the_reason_and_frees_the_old_time),
        T(a_cancelled_booking_needs_a_reason_and_opens_the_step_again),
        T(nothing_is_booked_before_the_department_accepts_or_while_a_paper_is_missing),
        T(ages_count_on_the_day_of_the_visit),
        T(a_guardian_alone_is_not_booked_for_a_day_on_which_the_patient_is_grown_up),
        T(one_request_has_one_date),
        T(a_closed_day_needs_an_override_with_its_reason),
        T(the_hospitals_own_closed_day_is_named_and_counts_at_once),
        T(time_outside_the_weekly_hours_is_asked_once),
        T(an_absent_specialist_needs_an_override),
        T(wrong_places_are_refused_with_the_field),
        T(the_day_by_which_the_date_is_told_is_in_business_days),
        T(a_clerk_without_the_right_books_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
