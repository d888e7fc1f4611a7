/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen and the search on the day of tests/desk/front_day.c. */
#include "tests/check.h"
#include "tests/desk/front_day.h"
#include "tests/screen/screen_test.h"

#include "desk/after.h"
#include "desk/booking.h"
#include "desk/call.h"
#include "desk/forms.h"
#include "desk/papers.h"
#include "desk/request.h"
#include "desk/review.h"
#include "desk/search.h"
#include "desk/today.h"
#include "desk/act.h"

static struct today_view board(struct front_day *x, enum today_group group)
{
    struct today_view v;

    fixture_fine(desk_today_view(x->f.desk, &(struct today_ask){ .group = group, .rows = 20 }, &x->f.arena, &v, &x->f.err),
        &x->f.err);
    return v;
}

static void japanese(struct front_day *x)
{
    struct catalogs *c = ARENA_NEW(&x->f.arena, struct catalogs);

    *c = test_catalogs(&x->f.arena);
    desk_use_catalogues(x->f.desk, c);
}

static void each_group_counts_what_is_to_be_done(void **state)
{
    struct front_day *x = *state;
    struct today_view v = board(x, TODAY_CALLS);
    /* 渡邉 stands twice: the consent form is missing, and the department can be asked already. */
    static const int wanted[TODAY_GROUPS] = { [TODAY_CALLS] = 2, [TODAY_PAPERS] = 2, [TODAY_REVIEW] = 2,
        [TODAY_BOOKING] = 1, [TODAY_VISITS] = 3, [TODAY_PAYMENT] = 1, [TODAY_REPORT] = 1, [TODAY_RETURN] = 1,
        [TODAY_OTHER] = 0 };

    for (int g = 1; g < TODAY_GROUPS; g++)
        if (v.group[g].count != wanted[g])
            fail_msg("%s: %d, not %d", today_group_labels[g], v.group[g].count, wanted[g]);
}

static void the_most_urgent_of_each_group_is_named(void **state)
{
    struct front_day *x = *state;

    japanese(x);
    struct today_view v = board(x, TODAY_CALLS);
    assert_string_equal(v.group[TODAY_CALLS].urgent.ja, "約束 11:00");
    assert_string_equal(v.group[TODAY_CALLS].urgent.en, "at 11:00");
    assert_string_equal(v.group[TODAY_PAPERS].urgent.ja, "12日"); /* 斎藤 since 12 November */
    assert_string_equal(v.group[TODAY_REVIEW].urgent.ja, "6日");
    assert_string_equal(v.group[TODAY_BOOKING].urgent.ja, "4日");
    assert_string_equal(v.group[TODAY_VISITS].urgent.ja, "次 13:30");
    assert_string_equal(v.group[TODAY_REPORT].urgent.ja, "7日");
}

/* What a damaged file no longer tells is left out; verify names it. */
static void a_request_without_its_day_is_on_the_board_all_the_same(void **state)
{
    struct front_day *x = *state;
    struct today_view before = board(x, TODAY_PAPERS);

    fixture_write(&x->f, "CREATE TEMP TABLE kept AS SELECT id, received_on FROM request; PRAGMA ignore_check_constraints = ON;"
                         "UPDATE request SET received_on = '9999-99-99'");
    struct today_view v = board(x, TODAY_PAPERS);
    assert_int_equal(v.group[TODAY_PAPERS].count, before.group[TODAY_PAPERS].count);
    assert_string_equal(v.group[TODAY_PAPERS].urgent.ja, "-");
    fixture_write(&x->f, "UPDATE request SET received_on = (SELECT k.received_on FROM kept k WHERE k.id = request.id);"
                         "PRAGMA ignore_check_constraints = OFF");
}

static void a_list_says_in_short_words_what_is_missing(void **state)
{
    struct front_day *x = *state;

    japanese(x);
    struct today_view v = board(x, TODAY_PAPERS);
    assert_int_equal(v.total, 2);
    const struct today_row *w = str_eq(v.rows[0].name, "渡邉 光子") ? &v.rows[0] : &v.rows[1];
    const struct today_row *s = w == &v.rows[0] ? &v.rows[1] : &v.rows[0];
    assert_string_equal(w->what.ja, "相談同意書 続柄のわかる書類");
    assert_int_equal(w->age, 74);
    assert_string_equal(w->who.ja, "子");
    assert_string_equal(w->last.ja, "11/20 留守");
    assert_string_equal(w->next.ja, "11:00");
    assert_string_equal(s->what.ja, "診療情報提供書");
    assert_string_equal(s->who.ja, "本人");
    v = board(x, TODAY_RETURN);
    assert_string_equal(v.rows[0].what.ja, "預り 2点");
    v = board(x, TODAY_PAYMENT);
    assert_string_equal(v.rows[0].what.en, "33,000 yen");
}

static void calls_show_whom_and_what_about(void **state)
{
    struct front_day *x = *state;

    japanese(x);
    struct today_view v = board(x, TODAY_CALLS);
    assert_int_equal(v.total, 2);
    assert_string_equal(v.rows[0].name, "渡邉 光子");
    assert_string_equal(v.rows[0].who.ja, "長女");
    assert_string_equal(v.rows[0].what.ja, "相談同意書 続柄のわかる書類");
    assert_string_equal(v.rows[1].name, "葛󠄀城 由美");
    assert_string_equal(v.rows[1].what.ja, "折り返す");
    assert_int_equal(v.rows[1].inquiry, x->inquiry);
}

static void todays_visits_stand_in_time_order_with_their_state(void **state)
{
    struct front_day *x = *state;

    japanese(x);
    struct today_view v = board(x, TODAY_VISITS);
    assert_int_equal(v.n_visits, 3);
    assert_int_equal(v.visits[0].call_number, 101);
    assert_string_equal(v.visits[0].state.ja, "相談中 10:34");
    assert_string_equal(v.visits[0].with.ja, "本人 配偶者同席");
    assert_string_equal(v.visits[0].sex.ja, "女");
    assert_string_equal(v.visits[1].with.ja, "本人 英語通訳");
    assert_string_equal(v.visits[1].state.ja, "未着");
    assert_string_equal(v.visits[2].with.ja, "配偶者のみ 同意書済");
    assert_string_equal(v.visits[2].room.ja, "相談室1");
    assert_string_equal(v.visits[2].room.en, "Room 1");
    assert_int_equal(v.next[0].day.n, v.today.n + 1);
    assert_int_equal(v.next[0].n, 1);
}

/* 𠮷田 (U+20BB7) and 吉田 are called alike. */
static void equal_surnames_of_today_and_tomorrow_are_warned_of(void **state)
{
    struct front_day *x = *state;

    japanese(x);
    struct today_view v = board(x, TODAY_VISITS);
    assert_int_equal(v.n_same, 1);
    assert_string_equal(v.same[0].surname, "𠮷田");
    assert_string_equal(v.same[0].first.ja, "15:00");
    assert_string_equal(v.same[0].second.ja, "明日 10:00");
    assert_true(v.visits[2].same_name);
    assert_false(v.visits[0].same_name);
}

static void a_list_is_read_by_pages(void **state)
{
    struct front_day *x = *state;
    struct today_view v;

    fixture_fine(desk_today_view(x->f.desk, &(struct today_ask){ .group = TODAY_VISITS, .from = 2, .rows = 2 }, &x->f.arena,
                     &v, &x->f.err),
        &x->f.err);
    assert_int_equal(v.total, 3);
    assert_int_equal(v.n_rows, 1);
    assert_int_equal(v.rows[0].request, x->yoshida);
    fixture_fine(desk_today_view(x->f.desk, &(struct today_ask){ .group = TODAY_VISITS, .from = 9, .rows = 2 }, &x->f.arena,
                     &v, &x->f.err),
        &x->f.err);
    assert_int_equal(v.from, 1); /* the list became shorter */
}

static int promise_rows(struct front_day *x, struct today_row *out)
{
    struct today_view v = board(x, TODAY_CALLS);
    int n = 0;

    for (size_t i = 0; i < v.n_rows; i++)
        if (v.rows[i].kind == ROW_OF_PROMISE) {
            *out = v.rows[i];
            n++;
        }
    return n;
}

static bool on_papers(struct front_day *x, int64_t request)
{
    struct today_view v = board(x, TODAY_PAPERS);

    for (size_t i = 0; i < v.n_rows; i++)
        if (v.rows[i].request == request)
            return true;
    return false;
}

static void referral(struct front_day *x, const char *state, const char *promised_on)
{
    const struct paper *was;
    struct case_view c = fixture_view(&x->f, x->saito);

    was = case_paper(&c.c, "referral");
    struct paper_draft p = { .request = x->saito,
        .paper = { .doc = "referral", .state = state, .dated = DAY_NONE, .rev = was ? was->rev : 0,
            .promised_on = promised_on ? fixture_day(promised_on) : DAY_NONE,
            .received_on = promised_on ? DAY_NONE : desk_today(x->f.desk) } };
    fixture_fine(desk_paper_record(x->f.desk, &p, &x->f.err), &x->f.err);
}

static void a_promised_paper_whose_day_has_come_is_called_about_until_it_is_there(void **state)
{
    struct front_day *x = *state;
    struct today_row row;

    japanese(x);
    referral(x, "promised", "2026-11-27");
    assert_int_equal(promise_rows(x, &row), 0); /* its day has not come */
    fixture_at(&x->f, "2026-11-27", 9, 20);
    assert_int_equal(promise_rows(x, &row), 1);
    assert_int_equal(row.request, x->saito);
    assert_string_equal(row.step, "papers");
    assert_false(row.late);
    fixture_at(&x->f, "2026-12-01", 9, 20);
    fixture_fine(desk_review_send(x->f.desk, x->saito, "any", NULL, &x->f.err), &x->f.err);
    assert_int_equal(promise_rows(x, &row), 1); /* whatever else was done with the request */
    assert_true(row.late);
    assert_string_equal(row.next.ja, "11/27");
    assert_true(on_papers(x, x->saito));
    referral(x, "received", NULL);
    assert_int_equal(promise_rows(x, &row), 0);
    assert_false(on_papers(x, x->saito));
}

static void a_promise_that_somebody_called_about_waits_for_the_next_call(void **state)
{
    struct front_day *x = *state;
    struct forms_done done;
    struct today_row row;

    referral(x, "promised", "2026-11-27");
    fixture_at(&x->f, "2026-12-01", 9, 20);
    assert_int_equal(promise_rows(x, &row), 1);
    struct call_draft call = { .request = x->saito, .what = "papers", .channel = "phone", .whom = "",
        .result = "away", .note = "", .next_on = DAY_NONE, .next_min = -1 };
    fixture_fine(desk_call_record(x->f.desk, &call, &done, &x->f.err), &x->f.err);
    assert_int_equal(promise_rows(x, &row), 1); /* nobody there, and nothing was planned */
    assert_string_equal(row.last.en, "today Nobody there");
    call.next_on = fixture_day("2026-12-03");
    fixture_fine(desk_call_record(x->f.desk, &call, &done, &x->f.err), &x->f.err);
    assert_int_equal(promise_rows(x, &row), 0);
    fixture_at(&x->f, "2026-12-03", 9, 20);
    assert_int_equal(promise_rows(x, &row), 0); /* one row, not two: the call that is due now */
    assert_true(on_papers(x, x->saito));
}

/* The call was planned before anybody promised a day; it says nothing about the promise. */
static void a_call_planned_before_the_day_does_not_hide_the_promise(void **state)
{
    struct front_day *x = *state;
    struct today_row row;
    struct call_draft call = { .request = x->saito, .what = "papers", .channel = "phone", .whom = "", .result = "",
        .note = "", .next_on = fixture_day("2026-12-10"), .next_min = -1 };
    int64_t id;

    fixture_fine(desk_call_plan(x->f.desk, &call, &id, &x->f.err), &x->f.err);
    referral(x, "promised", "2026-11-27");
    fixture_at(&x->f, "2026-12-01", 9, 20);
    assert_int_equal(promise_rows(x, &row), 1);
}

static void what_another_terminal_does_is_seen_at_the_next_reading(void **state)
{
    struct front_day *x = *state;
    struct forms_done done;
    struct desk *other = fixture_second_desk(&x->f);
    struct call_view c;

    board(x, TODAY_CALLS);
    fixture_fine(desk_call_view(other, x->watanabe, 0, &x->f.arena, &c, &x->f.err), &x->f.err);
    struct call_draft call = { .call = c.call, .request = x->watanabe, .what = "papers", .channel = "phone", .whom = "",
        .result = "reached", .note = "", .next_on = DAY_NONE, .next_min = -1 };
    fixture_fine(desk_call_record(other, &call, &done, &x->f.err), &x->f.err);
    desk_close(other);
    assert_true(desk_changed(x->f.desk));
    assert_int_equal(board(x, TODAY_CALLS).group[TODAY_CALLS].count, 1);
}

static void papers_that_did_not_print_stand_under_other(void **state)
{
    struct front_day *x = *state;
    struct forms_done done;
    struct desk *broken;

    japanese(x);
    fixture_fine(desk_open(&(struct desk_options){ .path = x->f.path, .clock = &x->f.clock, .terminal = "t",
                               .printer = "file:/nowhere/at/all" },
                     &broken, &x->f.err),
        &x->f.err);
    fixture_log_in(broken, "clerk");
    struct forms_draft forms = { .request = x->saito, .set = "guide", .how = "counter", .lang = LANG_JA, .remind_on = DAY_NONE };
    fixture_fine(desk_forms_hand_out(broken, &forms, &done, &x->f.err), &x->f.err);
    desk_close(broken);
    struct today_view v = board(x, TODAY_OTHER);
    assert_int_equal(v.total, 1);
    bool found = false;
    for (size_t i = 0; i < v.n_rows; i++)
        if (v.rows[i].kind == ROW_OF_PRINT) {
            found = true;
            assert_string_equal(v.rows[i].what.ja, "未印刷: ご案内");
            assert_int_equal(v.rows[i].request, x->saito);
            assert_int_not_equal(v.rows[i].number[0], '\0');
            assert_string_equal(v.rows[i].name, "斎藤 実");
            assert_string_equal(v.rows[i].who.ja, "本人");
        }
    assert_true(found);
}

/* Under who asks stands nobody else: not the clerk who decided. */
static void an_override_that_waits_says_who_decided_and_why(void **state)
{
    struct front_day *x = *state;
    struct case_view c = fixture_view(&x->f, x->saito);
    struct request_draft draft = { .c = c.c };

    japanese(x);
    draft.c.purposes = "litigation";
    fixture_fine(desk_request_edit(x->f.desk, &draft, &x->f.err), &x->f.err);
    fixture_log_in(x->f.desk, "clerk");
    const char *by = desk_who(x->f.desk)->name;
    fixture_fine(desk_override(x->f.desk, x->saito, "litigation", "本人の希望", &x->f.err), &x->f.err);
    struct today_view v = board(x, TODAY_OTHER);
    const struct today_row *found = NULL;
    for (size_t i = 0; i < v.n_rows; i++)
        if (v.rows[i].kind == ROW_OF_OVERRIDE)
            found = &v.rows[i];
    assert_non_null(found);
    assert_true(str_empty(found->who.ja));
    assert_string_equal(found->what.ja, arena_printf(&x->f.arena, "事後承認待ち (%s) 本人の希望", by));
}

/* Who did not come and was not recorded as such is nowhere among today's visits. */
static void a_visit_whose_day_has_passed_stands_under_other(void **state)
{
    struct front_day *x = *state;
    int found = 0;

    japanese(x);
    fixture_at(&x->f, "2026-11-25", 8, 50);
    struct today_view v = board(x, TODAY_OTHER);
    for (size_t i = 0; i < v.n_rows; i++)
        if (v.rows[i].request == x->nguyen || v.rows[i].request == x->yoshida) {
            found++;
            assert_string_equal(v.rows[i].what.ja, "来院日が過ぎています");
        }
    assert_int_equal(found, 2);
    for (size_t i = 0; i < v.n_rows; i++)
        assert_int_not_equal(v.rows[i].request, x->yoshida_tomorrow); /* its day has come, it has not passed */
    assert_true(v.group[TODAY_OTHER].late);
}

/* A sheet that was sent this morning is not asked about as if it had lain there since the papers came. */
static void the_department_is_waited_for_since_the_sheet_was_sent(void **state)
{
    struct front_day *x = *state;
    struct case_view c = fixture_view(&x->f, x->morimoto);
    struct review_answer answer = { .request = x->morimoto, .rev = case_review(&c.c)->rev,
        .answered_on = desk_today(x->f.desk), .verdict = "accepted", .specialist = x->mori, .dates = "", .code = "",
        .reason = "", .more = "", .more_by = DAY_NONE };

    japanese(x);
    fixture_fine(desk_review_answer(x->f.desk, &answer, &x->f.err), &x->f.err);
    assert_string_equal(board(x, TODAY_REVIEW).group[TODAY_REVIEW].urgent.ja, "6日"); /* 渡邉: could be sent since the 18th */
    fixture_fine(desk_review_send(x->f.desk, x->watanabe, "any", NULL, &x->f.err), &x->f.err);
    struct today_view v = board(x, TODAY_REVIEW);
    assert_int_equal(v.group[TODAY_REVIEW].count, 1);
    assert_string_equal(v.group[TODAY_REVIEW].urgent.ja, "本日");
    fixture_at(&x->f, "2026-11-26", 9, 0);
    assert_string_equal(board(x, TODAY_REVIEW).group[TODAY_REVIEW].urgent.ja, "2日");
}

/* The report on the talk of 17 November goes out within 7 days (the policy's report to the present doctor). */
static void a_group_is_late_when_the_day_of_one_of_its_requests_has_passed(void **state)
{
    struct front_day *x = *state;
    struct today_view v = board(x, TODAY_CALLS);

    assert_false(v.group[TODAY_REPORT].late); /* the 24th is its last day */
    referral(x, "promised", "2026-11-25");
    fixture_at(&x->f, "2026-11-25", 9, 20);
    v = board(x, TODAY_CALLS);
    assert_true(v.group[TODAY_REPORT].late);
    assert_false(v.group[TODAY_PAPERS].late);
    assert_false(v.group[TODAY_BOOKING].late);
    fixture_at(&x->f, "2026-11-26", 9, 20);
    v = board(x, TODAY_CALLS);
    assert_true(v.group[TODAY_PAPERS].late);
    assert_false(v.group[TODAY_BOOKING].late);
}

static void a_call_is_late_from_its_minute_on(void **state)
{
    static const struct {
        int hour, minute;
        bool late;
    } at[] = { { 10, 42, false }, { 10, 59, false }, { 11, 0, true }, { 16, 40, true } };
    struct front_day *x = *state;

    for (size_t i = 0; i < COUNT_OF(at); i++) {
        fixture_at(&x->f, "2026-11-24", at[i].hour, at[i].minute);
        struct today_view v = board(x, TODAY_CALLS);
        assert_int_equal(v.rows[0].request, x->watanabe);
        assert_int_equal(v.rows[0].late, at[i].late);
        assert_int_equal(v.group[TODAY_CALLS].late, at[i].late);
        assert_false(v.rows[1].late); /* to be called back today, at no hour */
    }
    fixture_at(&x->f, "2026-11-25", 9, 0);
    struct today_view v = board(x, TODAY_CALLS);
    assert_true(v.rows[0].late && v.rows[1].late);
}

static void move(struct front_day *x, int64_t request, const char *to, int start_min, const char *key)
{
    struct booking_draft d = { .request = request, .op_key = key, .told_how = "phone", .outside = true,
        .at = { .specialist = x->mori, .day = fixture_day(to), .start_min = start_min, .minutes = 60, .place = "相談室2",
            .come_min = -1 } };
    int64_t made;

    fixture_fine(desk_booking_move(x->f.desk, &d, "都合", &made, NULL, &x->f.err), &x->f.err);
}

/* Friday 8 January 2027 and the Tuesday after it: Monday 11 January is 成人の日. */
static void equal_surnames_are_warned_of_over_a_weekend_with_a_holiday(void **state)
{
    struct front_day *x = *state;

    japanese(x);
    move(x, x->yoshida, "2027-01-08", 15 * 60, "m1");
    move(x, x->yoshida_tomorrow, "2027-01-12", 10 * 60, "m2");
    fixture_at(&x->f, "2027-01-08", 9, 0);
    struct today_view v = board(x, TODAY_VISITS);
    assert_int_equal(v.n_visits, 1);
    assert_true(v.visits[0].same_name);
    assert_int_equal(v.n_same, 1);
    assert_string_equal(v.same[0].second.ja, "1/12 10:00");
    move(x, x->yoshida_tomorrow, "2027-01-13", 10 * 60, "m3"); /* the next day with visits, but not near */
    v = board(x, TODAY_VISITS);
    assert_int_equal(v.n_same, 0);
    assert_false(v.visits[0].same_name);
}

static void no_statement_stays_open_and_an_administrator_does_not_see_patients(void **state)
{
    struct front_day *x = *state;
    struct today_view v;
    struct err e = ERR_INIT;

    board(x, TODAY_PAPERS);
    assert_true(desk_quiet(x->f.desk));
    fixture_log_in(x->f.desk, "administrator");
    assert_false(desk_today_view(x->f.desk, &(struct today_ask){ .group = TODAY_CALLS, .rows = 5 }, &x->f.arena, &v, &e));
    assert_int_equal(e.kind, ERR_DENIED);
}

/* --- search */

static bool finds(struct front_day *x, const char *typed, enum found_kind kind, int64_t request)
{
    struct found *rows;
    size_t n;

    fixture_fine(desk_search(x->f.desk, typed, &x->f.arena, &rows, &n, &x->f.err), &x->f.err);
    for (size_t i = 0; i < n; i++)
        if (rows[i].kind == kind && rows[i].request == request)
            return true;
    return false;
}

static void a_person_is_found_by_every_spelling(void **state)
{
    struct front_day *x = *state;
    static const char *const typed[] = { "髙﨑", "高崎", "髙﨑花子", "タカ", "たかさき", "ﾀｶｻｷ", "1001", "１００１", "S40.3.8", "1965-3-8" };

    for (size_t i = 0; i < COUNT_OF(typed); i++)
        if (!finds(x, typed[i], FOUND_PERSON, x->takasaki))
            fail_msg("not found: %s", typed[i]);
    assert_false(finds(x, "", FOUND_PERSON, x->takasaki));
    assert_false(finds(x, "高橋", FOUND_PERSON, x->takasaki));
}

static void requests_are_found_by_number_and_stand_first(void **state)
{
    struct front_day *x = *state;
    struct found *rows;
    size_t n;

    fixture_fine(desk_search(x->f.desk, "２", &x->f.arena, &rows, &n, &x->f.err), &x->f.err);
    assert_int_equal(rows[0].kind, FOUND_REQUEST);
    assert_string_equal(rows[0].number, "26-0002");
    assert_true(finds(x, "26-0002", FOUND_REQUEST, rows[0].request));
}

static void inquiries_are_found_by_name_and_telephone(void **state)
{
    struct front_day *x = *state;

    assert_true(finds(x, "葛城", FOUND_INQUIRY, 0)); /* stored with U+E0100 */
    assert_true(finds(x, "カツラギ", FOUND_INQUIRY, 0));
    assert_true(finds(x, "066645", FOUND_INQUIRY, 0));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, front_day_set_up, front_day_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(each_group_counts_what_is_to_be_done),
        CASE(the_most_urgent_of_each_group_is_named),
        CASE(a_request_without_its_day_is_on_the_board_all_the_same),
        CASE(a_list_says_in_short_words_what_is_missing),
        CASE(calls_show_whom_and_what_about),
        CASE(todays_visits_stand_in_time_order_with_their_state),
        CASE(equal_surnames_of_today_and_tomorrow_are_warned_of),
        CASE(a_list_is_read_by_pages),
        CASE(a_promised_paper_whose_day_has_come_is_called_about_until_it_is_there),
        CASE(a_promise_that_somebody_called_about_waits_for_the_next_call),
        CASE(a_call_planned_before_the_day_does_not_hide_the_promise),
        CASE(what_another_terminal_does_is_seen_at_the_next_reading),
        CASE(papers_that_did_not_print_stand_under_other),
        CASE(an_override_that_waits_says_who_decided_and_why),
        CASE(a_visit_whose_day_has_passed_stands_under_other),
        CASE(the_department_is_waited_for_since_the_sheet_was_sent),
        CASE(a_group_is_late_when_the_day_of_one_of_its_requests_has_passed),
        CASE(a_call_is_late_from_its_minute_on),
        CASE(equal_surnames_are_warned_of_over_a_weekend_with_a_holiday),
        CASE(no_statement_stays_open_and_an_administrator_does_not_see_patients),
        CASE(a_person_is_found_by_every_spelling),
        CASE(requests_are_found_by_number_and_stand_first),
        CASE(inquiries_are_found_by_name_and_telephone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
