/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Booking as a clerk sees it, in both languages. MADO_SHOW=1 prints the screens. */
#include "tests/screen/ready_app.h"

#include "desk/request.h"
#include "desk/specialist.h"
#include "screens/booking.h"
#include "screens/registry.h"
#include "screens/specialists.h"
#include "screens/visit.h"

static struct ready_app t;

static int set_up(void **state)
{
    return ready_app_set_up(&t, state);
}

static int tear_down(void **state)
{
    return ready_app_tear_down(&t, state);
}

/* As in the sketch: wishes, bad days, treatment. */
static int64_t wishing(void)
{
    int64_t id = ready_request(t.r, t.r->mori);
    struct case_view v = case_of(t.r, id);
    struct request_draft draft = { .c = v.c };

    draft.c.wishes = "12/3(木)午前 12/8 １２／１０午後";
    draft.c.bad_days = "11/26、12/1、7 (通院)";
    draft.c.treatment_from = on("2026-12-21");
    fixture_fine(desk_request_edit(t.r->f.desk, &draft, &t.r->f.err), &t.r->f.err);
    return id;
}

static void the_month_the_day_and_the_proposals_stand_on_one_screen(void **state)
{
    (void)state;
    book_at(t.r, ready_request(t.r, t.r->mori), t.r->mori, "2026-12-08", 15, 0, t.r->room1);
    ready_app_open(&t, &booking_screen, wishing(), LANG_JA, 24, 80);
    assert_shows(t.app, "2026年12月 令和8年");
    assert_shows(t.app, "1 12/8(火) 13:00-14:00 森 相談室1");
    assert_shows(t.app, "希望2");
    assert_shows(t.app, "希望日 12/3(木)午前 12/8(火) 12/10(木)午後");
    assert_shows(t.app, "都合悪い 11/26、12/1、7 (通院)"); /* not dates alone: as it was written */
    assert_shows(t.app, "ご連絡の目安 12/3(木)-12/14(月)");
    assert_shows(t.app, "26-0001"); /* what is taken, by its number */
    assert_shows(t.app, "枠なしで入れる");
}

static void the_same_in_english(void **state)
{
    (void)state;
    ready_app_open(&t, &booking_screen, wishing(), LANG_EN, 24, 80);
    assert_shows(t.app, "December 2026");
    assert_shows(t.app, "Mori Room 1");
    assert_shows(t.app, "wish 2");
    assert_shows(t.app, "Tell the date 3 Dec (Thu) - 14 Dec (Mon)");
    assert_shows(t.app, "Free entry");
    type_keys(t.app, "Down", "Down", "Down"); /* a day of two digits and the first name do not run together */
    assert_shows(t.app, " Dec Mori");
}

/* counter.md 7: the slip can be posted. */
static void a_slip_that_is_posted_has_an_address_label(void **state)
{
    (void)state;
    int64_t id = wishing();
    ready_person(t.r, id, "address = '大阪市阿倍野区旭町1-2-7'");
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    form_set(((struct booking *)app_top(t.app)->state)->form, "slip", "post");
    type_keys(t.app, "1", "F12");
    assert_shows(t.app, "予約を確定し、予約票と宛名ラベルを印刷しました。");
    assert_int_equal(fixture_number(&t.r->f, "SELECT count(*) FROM print WHERE kind = 'forms_label'"), 1);
}

/* Task 8 of the ten most frequent: 4 Enter on Today, then 1 F12. */
static void proposal_one_is_booked_in_two_keys(void **state)
{
    (void)state;
    int64_t id = wishing();
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "1");
    assert_shows(t.app, "12/8(火) 13:00-14:00 森 を選びました");
    type_keys(t.app, "F12");
    assert_shows(t.app, "予約を確定し、予約票を印刷しました。");
    assert_shows(t.app, "予約済 12/8(火) 13:00-14:00 森 相談室1");
    struct case_view v = case_of(t.r, id);
    assert_non_null(case_booked(&v.c));
}

static void full_width_digits_choose_as_well(void **state)
{
    (void)state;
    int64_t id = wishing();
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "２", "F12");
    struct case_view v = case_of(t.r, id);
    assert_int_equal(day_cmp(case_booked(&v.c)->day, on("2026-12-10")), 0);
}

static void dates_are_offered_held_and_one_is_confirmed(void **state)
{
    (void)state;
    int64_t id = wishing();
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "5", "1", "2");
    type_keys(t.app, "F12");
    assert_shows(t.app, "2 12/10(木) 13:00 森 相談室1      返事待ち 12/1"); /* whole, without its end */
    assert_int_equal(view_of(t.r, id).n_held, 2);
    type_keys(t.app, "2", "F12");
    struct case_view v = case_of(t.r, id);
    assert_int_equal(day_cmp(case_booked(&v.c)->day, on("2026-12-10")), 0);
    assert_int_equal(view_of(t.r, id).n_held, 0);
}

/* The free entry of id with its day and time typed; the doctor stands there already. */
static void free_entry(int64_t id)
{
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "4", "Enter");
    type_text(t.app, "12/9");
    type_keys(t.app, "Enter");
    type_text(t.app, "930");
}

static void free_entry_books_what_the_department_told(void **state)
{
    (void)state;
    int64_t id = ready_request(t.r, t.r->tani);
    free_entry(id);
    type_keys(t.app, "Enter", "Enter");
    type_text(t.app, "教授室");
    type_keys(t.app, "F12");
    assert_shows(t.app, "12/9(水) 09:30-10:30 谷 を選びました");
    type_keys(t.app, "F12");
    struct case_view v = case_of(t.r, id);
    assert_string_equal(case_booked(&v.c)->place, "教授室");
    assert_int_equal(case_booked(&v.c)->start_min, 570);
}

static void a_day_of_a_far_year_is_said_with_its_year(void **state)
{
    (void)state;
    int64_t id = ready_request(t.r, t.r->tani);
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "4", "Enter");
    type_text(t.app, "2/29"); /* the next one is of 2028 */
    type_keys(t.app, "Enter");
    type_text(t.app, "1000");
    type_keys(t.app, "F12");
    assert_shows(t.app, "2028-02-29(火) 10:00-11:00 谷 を選びました");
}

static void a_talk_of_no_minutes_is_not_taken_as_the_usual_length(void **state)
{
    (void)state;
    free_entry(ready_request(t.r, t.r->tani));
    type_keys(t.app, "Enter", "Backspace", "Backspace");
    type_text(t.app, "0");
    type_keys(t.app, "F12");
    assert_shows(t.app, "長さは5分きざみ");
    type_keys(t.app, "Backspace", "F12"); /* empty is the usual length */
    assert_shows(t.app, "12/9(水) 09:30-10:30 谷 を選びました");
}

/* --- the terminal dies before it is stored */

static void a_free_entry_comes_back_as_far_as_it_was_typed(void **state)
{
    (void)state;
    int64_t id = ready_request(t.r, t.r->tani);
    free_entry(id);
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    assert_shows(t.app, "2026-11-24 10:00 の「枠なし」の入力が残っています。4 で戻ります。");
    type_keys(t.app, "4");
    assert_shows(t.app, "2026-11-24 10:00 の下書きを戻しました。");
    assert_shows(t.app, "[12/9 ");
    type_keys(t.app, "F12");
    assert_shows(t.app, "12/9(水) 09:30-10:30 谷 を選びました");
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80); /* what was chosen is kept now, and only that */
    assert_shows(t.app, "2026-11-24 10:00 の下書きを戻しました。F12 で登録します。");
    type_keys(t.app, "F12");
    struct case_view v = case_of(t.r, id);
    assert_int_equal(case_booked(&v.c)->start_min, 570);
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    assert_hides(t.app, "戻しました");
    assert_hides(t.app, "残っています");
}

static void marked_dates_and_how_the_visitor_was_told_come_back(void **state)
{
    (void)state;
    int64_t id = wishing();
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "5", "1", "2", "Tab", "Tab", "Enter", "Enter", "1");
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    assert_shows(t.app, "[1 電話");
    type_keys(t.app, "F12");
    assert_int_equal(view_of(t.r, id).n_held, 2);
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    assert_hides(t.app, "戻しました");
}

/* A proposal is chosen, the first of them is booked by somebody else, and the screen is opened again. */
static void chosen_while_another_books(const char *key)
{
    int64_t id = wishing();
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, key);
    book_at(t.r, id, t.r->mori, "2026-12-08", 13, 0, t.r->room1);
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
}

static void a_choice_that_was_booked_in_the_last_moment_does_not_come_back(void **state)
{
    (void)state;
    chosen_while_another_books("1");
    assert_hides(t.app, "戻しました");
    assert_shows(t.app, "予約済 12/8(火) 13:00-14:00 森 相談室1");
}

static void a_choice_against_another_booking_says_so(void **state)
{
    (void)state;
    chosen_while_another_books("2");
    assert_shows(t.app, "の下書きを戻しました。");
    type_keys(t.app, "F12");
    assert_shows(t.app, "予約があります。v で変更、F4 で予約取消です。");
}

static void a_lost_race_says_who_and_keeps_what_was_chosen(void **state)
{
    (void)state;
    int64_t id = wishing(), other = ready_request(t.r, t.r->mori);
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "1");
    fixture_at(&t.r->f, "2026-11-24", 10, 41);
    fixture_log_in(t.r->f.desk, "booking");
    book_at(t.r, other, t.r->mori, "2026-12-08", 13, 0, t.r->room1);
    fixture_log_in(t.r->f.desk, "all");
    type_keys(t.app, "F12");
    assert_shows(t.app, "13:00 は 10:41 に佐藤さんが予約しました。");
    type_keys(t.app, "1", "F12"); /* the list was read again: the next place */
    struct case_view v = case_of(t.r, id);
    assert_int_equal(case_booked(&v.c)->start_min, 840);
    type_keys(t.app, "F4", "4"); /* and while she cancels it, it is cancelled elsewhere */
    fixture_log_in(t.r->f.desk, "booking");
    fixture_fine(desk_booking_cancel(t.r->f.desk, id, "体調不良", &t.r->f.err), &t.r->f.err);
    fixture_log_in(t.r->f.desk, "all");
    type_keys(t.app, "F12");
    assert_shows(t.app, "この申込の予約は取り消されています (10:41 佐藤)。");
}

static void a_booking_moves_with_a_reason_and_is_cancelled_with_one(void **state)
{
    (void)state;
    int64_t id = wishing();
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "1", "F12", "2", "v");
    type_keys(t.app, "1", "F12");
    struct case_view v = case_of(t.r, id);
    assert_int_equal(day_cmp(case_booked(&v.c)->day, on("2026-12-10")), 0);
    assert_string_equal(v.c.appointments[0].reason, "ご本人・ご家族の希望");
    type_keys(t.app, "Alt+D");
    assert_shows(t.app, "12/8(火) 13:00-14:00 森 変更済");
    assert_shows(t.app, ": ご本人・ご家族の希望");
    type_keys(t.app, "Esc", "t", "1");
    assert_shows(t.app, "日程を伝えた日");
    type_keys(t.app, "F4", "4", "F12");
    v = case_of(t.r, id);
    assert_null(case_booked(&v.c));
}

static void a_closed_day_is_named_and_its_booking_asks_for_a_reason(void **state)
{
    (void)state;
    int64_t id = ready_request(t.r, t.r->tani);
    fixture_fine(desk_closure_put(t.r->f.desk, on("2026-12-09"), "停電点検", "Power check", NULL, &t.r->f.err), &t.r->f.err);
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "Right");
    struct booking *me = app_top(t.app)->state;
    me->month.chosen = on("2026-12-09");
    app_redraw(t.app);
    ready_app_show(&t);
    assert_shows(t.app, "休診: 停電点検");
    booking_choose(app_top(t.app), &(struct booking_place){ .specialist = t.r->tani, .day = on("2026-12-09"), .start_min = 600,
                                       .come_min = -1, .place = "" }, 0);
    type_keys(t.app, "F12");
    ready_app_show(&t);
    assert_shows(t.app, "例外として予約");
    type_text(t.app, "谷先生の希望");
    type_keys(t.app, "F12");
    ready_app_show(&t);
    struct case_view v = case_of(t.r, id);
    assert_non_null(case_booked(&v.c));
    assert_int_equal(v.c.n_overrides, 1);
}

static void what_is_missing_stands_where_the_place_would_be(void **state)
{
    (void)state;
    int64_t id = ready_request(t.r, t.r->mori);
    ready_attendees(t.r, id, "no", "family", "child");
    ready_app_open(&t, &booking_screen, id, LANG_JA, 24, 80);
    ready_app_show(&t);
    assert_shows(t.app, "相談同意書");
    type_keys(t.app, "1", "F12");
    assert_int_equal(view_of(t.r, id).booked == NULL, 1);
}

static void any_size_of_the_terminal_is_drawn_and_the_choice_stays(void **state)
{
    static const struct {
        int rows, cols;
    } sizes[] = { { 40, 120 }, { 1, 1 }, { 24, 80 }, { 10, 30 }, { 60, 200 }, { 24, 80 } };

    (void)state;
    ready_app_open(&t, &booking_screen, wishing(), LANG_JA, 24, 80);
    type_keys(t.app, "1");
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        app_resize(t.app, sizes[i].rows, sizes[i].cols);
        app_grid(t.app);
        if (i == 0)
            ready_app_show(&t);
    }
    assert_shows(t.app, ">1");
}

/* --- specialists and closed days */

static void a_specialist_with_hours_is_added_on_a_plain_screen(void **state)
{
    struct offer offer;

    (void)state;
    ready_app_open(&t, &specialists_screen, 0, LANG_JA, 24, 80);
    type_keys(t.app, "Down", "Down");
    ready_app_show(&t);
    assert_shows(t.app, "火 13:00-16:30 相談室1");
    type_keys(t.app, "n");
    type_text(t.app, "大西");
    type_keys(t.app, "Enter");
    type_text(t.app, "おおにし");
    ready_app_show(&t);
    type_keys(t.app, "F12");
    assert_shows(t.app, "大西");
    type_keys(t.app, "w", "3", "Enter");
    type_text(t.app, "900");
    type_keys(t.app, "Enter");
    type_text(t.app, "1130");
    type_keys(t.app, "F12");
    ready_app_show(&t);
    assert_shows(t.app, "水 09:00-11:30");
    type_keys(t.app, "a", "Enter");
    type_text(t.app, "12/9");
    type_keys(t.app, "F12");
    ready_app_show(&t);
    assert_shows(t.app, "12/9(水) 不在");
    fixture_fine(desk_specialists(t.r->f.desk, &t.r->f.arena, &offer, &t.r->f.err), &t.r->f.err);
    assert_int_equal(offer.n_specialists, 4);
    assert_int_equal(offer.n_sessions, 4);
    assert_int_equal(offer.n_exceptions, 1);
}

static void the_specialists_in_english(void **state)
{
    (void)state;
    ready_app_open(&t, &specialists_screen, 0, LANG_EN, 24, 80);
    ready_app_show(&t);
    assert_shows(t.app, "Hayashi");
    assert_shows(t.app, "Weekly hours");
}

static void a_closed_day_says_how_many_bookings_must_move(void **state)
{
    struct closed_day *rows;
    size_t n;

    (void)state;
    book_at(t.r, ready_request(t.r, t.r->mori), t.r->mori, "2026-12-08", 14, 0, t.r->room1);
    ready_app_open(&t, &closures_screen, 0, LANG_JA, 24, 80);
    type_keys(t.app, "n");
    type_text(t.app, "12/8");
    type_keys(t.app, "Enter");
    type_text(t.app, "停電点検");
    type_keys(t.app, "F12");
    ready_app_show(&t);
    assert_shows(t.app, "その日の予約が 1件あります。");
    assert_shows(t.app, "停電点検");
    type_keys(t.app, "F4", "F12");
    fixture_fine(desk_closures(t.r->f.desk, DAY_NONE, &t.r->f.arena, &rows, &n, &t.r->f.err), &t.r->f.err);
    assert_int_equal(n, 0);
}

static void every_form_has_help_and_fits_in_both_languages(void **state)
{
    static const struct form_def *const forms[] = { &booking_form_def, &booking_free_def, &visit_form_def, &specialist_form,
        &weekly_form, &exception_form, &room_form, &closure_form };
    struct buf problems;

    (void)state;
    ready_app_open(&t, &closures_screen, 0, LANG_JA, 24, 80);
    buf_init(&problems, 1 << 16);
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        form_check(forms[i], NULL, 78, &problems);
        form_check(forms[i], t.catalogs.of[LANG_JA], 78, &problems);
    }
    if (problems.len)
        print_message("%s\n", problems.p);
    assert_int_equal(problems.len, 0);
    buf_fini(&problems);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(the_month_the_day_and_the_proposals_stand_on_one_screen),
        T(the_same_in_english),
        T(a_slip_that_is_posted_has_an_address_label),
        T(proposal_one_is_booked_in_two_keys),
        T(full_width_digits_choose_as_well),
        T(dates_are_offered_held_and_one_is_confirmed),
        T(free_entry_books_what_the_department_told),
        T(a_day_of_a_far_year_is_said_with_its_year),
        T(a_talk_of_no_minutes_is_not_taken_as_the_usual_length),
        T(a_free_entry_comes_back_as_far_as_it_was_typed),
        T(marked_dates_and_how_the_visitor_was_told_come_back),
        T(a_choice_that_was_booked_in_the_last_moment_does_not_come_back),
        T(a_choice_against_another_booking_says_so),
        T(a_lost_race_says_who_and_keeps_what_was_chosen),
        T(a_booking_moves_with_a_reason_and_is_cancelled_with_one),
        T(a_closed_day_is_named_and_its_booking_asks_for_a_reason),
        T(what_is_missing_stands_where_the_place_would_be),
        T(a_specialist_with_hours_is_added_on_a_plain_screen),
        T(the_specialists_in_english),
        T(a_closed_day_says_how_many_bookings_must_move),
        T(every_form_has_help_and_fits_in_both_languages),
        T(any_size_of_the_terminal_is_drawn_and_the_choice_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
