/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names on the screen. A specialist has two, and each language shows its own: who reads English asks for "Mori", who reads Japanese
 * for 森. MADO_SHOW=1 prints the screens. */
#include "tests/screen/front_app.h"

#include "desk/specialist.h"
#include "screens/booking.h"
#include "screens/registry.h"
#include "screens/request_parts.h"
#include "screens/specialists.h"

static void on(struct front_app *t, const struct screen_ops *screen, int64_t request)
{
    struct place_arg arg = { .request = request, .day = DAY_NONE };

    assert_true(app_push(t->app, screen, &arg));
    front_show(t);
}

/* Both languages at once: the screen stays, only its words change. */
static void has(struct front_app *t, const char *english, const char *japanese)
{
    assert_shows(t->app, english);
    assert_hides(t->app, japanese);
    type_keys(t->app, "Alt+L");
    front_show(t);
    assert_shows(t->app, japanese);
    assert_hides(t->app, english);
    type_keys(t->app, "Alt+L");
}

static void the_list_of_dates_to_set(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_EN, 24, 80);
    type_keys(t.app, "4");
    front_show(&t);
    has(&t, "Mori offer dates", "森 候補日の提示");
    front_close(&t);
}

static void the_page_of_a_request(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_EN, 30, 100);
    on(&t, &request_screen, t.day->hayashi);
    has(&t, "Accepted Mori", "受入可 森");
    type_keys(t.app, "Esc");
    on(&t, &request_screen, t.day->yoshida);
    has(&t, "15:00 Ohnishi", "15:00 大西");
    front_close(&t);
}

static void the_rounds_of_the_department(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_EN, 24, 80);
    on(&t, &review_screen, t.day->hayashi);
    has(&t, "Accepted Mori", "受入可 森");
    front_close(&t);
}

static void who_has_one_name_shows_it_in_both(void **state)
{
    struct front_app t;

    fixture_write(&((struct front_day *)*state)->f, "UPDATE specialist SET name_en = '' WHERE name = '森'");
    front_open(&t, state, LANG_EN, 24, 80);
    type_keys(t.app, "4");
    assert_shows(t.app, "森 offer dates");
    front_close(&t);
}

/* By the passport's Hepburn rules (text/romaji.h); what was typed by hand stays. */
static void the_latin_name_is_proposed_from_the_reading(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    on(&t, &specialists_screen, 0);
    type_keys(t.app, "n");
    type_text(t.app, "大野 順一");
    type_keys(t.app, "Enter");
    type_text(t.app, "おおの じゅんいち");
    type_keys(t.app, "Enter");
    front_show(&t);
    assert_shows(t.app, "[Ono Junichi ");
    type_keys(t.app, "Enter", "Up", "Up", "Backspace", "Backspace", "Enter");
    assert_shows(t.app, "[Ono Junichi ");
    type_keys(t.app, "F12");
    assert_int_equal(front_one(&t, "SELECT count(*) FROM specialist WHERE name = '大野 順一' AND name_en = 'Ono Junichi'"), 1);
    front_close(&t);
}

/* What the others do not need of the row is given to the longest. */
static void a_long_room_is_read_whole_in_a_wide_window(void **state)
{
    fixture_write(&((struct front_day *)*state)->f, "UPDATE room SET name_ja = '外来3番診察室', name_en = 'Outpatient 3'");
    for (int cols = 100; cols <= 120; cols += 20) {
        struct front_app t;
        front_open(&t, state, LANG_JA, 30, cols);
        front_show(&t);
        assert_shows(t.app, "外来3番診察室 未着");
        assert_shows(t.app, "相談室2       相談中 10:34");
        front_fits(&t, cols);
        type_keys(t.app, "Alt+L");
        front_show(&t);
        assert_shows(t.app, "Outpatient 3 expected");
        front_fits(&t, cols);
        front_close(&t);
    }
}

/* The hours are of the room, not of its name: typed as people type it, shown in the language of the screen, and under
 * the new name once it has one. A place in words stays as it was written. */
static void a_room_of_the_list_is_called_in_the_language_of_the_screen(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_EN, 24, 80);
    on(&t, &specialists_screen, 0);
    static const char *const typed[] = { "相談室１", "教授室" };
    for (size_t i = 0; i < COUNT_OF(typed); i++) {
        type_keys(t.app, "w", i == 0 ? "3" : "5", "Enter");
        type_text(t.app, "900");
        type_keys(t.app, "Enter");
        type_text(t.app, "1130");
        type_keys(t.app, "Enter");
        type_text(t.app, typed[i]);
        type_keys(t.app, "F12");
    }
    type_keys(t.app, "a", "2", "Enter");
    type_text(t.app, "12/9");
    type_keys(t.app, "Enter");
    type_text(t.app, "900");
    type_keys(t.app, "Enter");
    type_text(t.app, "1000");
    type_keys(t.app, "Enter");
    type_text(t.app, "room 1");
    type_keys(t.app, "F12");
    front_show(&t);
    has(&t, "Wed 09:00-11:30 Room 1", "水 09:00-11:30 相談室1");
    has(&t, "9 Dec (Wed) Extra hours 09:00-10:00", "12/9(水) 臨時の枠 09:00-10:00");
    assert_shows(t.app, "|  Room 1 "); /* what the row has no place for stands in the next */
    assert_shows(t.app, "Fri 09:00-11:30 教授室");
    fixture_write(&t.day->f, "UPDATE room SET name_ja = '面談室', name_en = 'Quiet room'");
    app_reload(t.app);
    has(&t, "Wed 09:00-11:30 Quiet room", "水 09:00-11:30 面談室");
    type_keys(t.app, "r");
    front_show(&t);
    assert_shows(t.app, "2 Quiet room");
    has(&t, "1 A new room", "1 新しい部屋"); /* the language changes also while a box is open */
    type_keys(t.app, "2");
    front_show(&t);
    has(&t, "Room          [", "部屋          ["); /* a room has no surname */
    front_close(&t);
}

/* F8: papers that did not come out, of a request, its appointment, its receipt and an inquiry. */
static void a_paper_that_did_not_come_out_says_whose_it_is(void **state)
{
    struct front_day *d = *state;
    struct front_app t;

    fixture_write(&d->f, arena_printf(&d->f.arena, "INSERT INTO print (kind, object, object_id, copy, lang, at, by, failure) VALUES"
        " ('custody', 'request', %lld, 1, 'ja', 1, 2, 'No printer is set.'),"
        " ('appointment_slip', 'appointment', (SELECT id FROM appointment WHERE request = %lld), 1, 'ja', 2, 2, ''),"
        " ('forms_label', 'inquiry', %lld, 1, 'ja', 3, 2, '')", (long long)d->watanabe, (long long)d->yoshida,
        (long long)d->inquiry));
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        front_open(&t, state, (enum lang)lang, 24, 80);
        type_keys(t.app, "F8");
        assert_on(t.app, "prints");
        front_show(&t);
        assert_shows(t.app, "26-0007 渡邉 光子");
        assert_shows(t.app, "26-0004 𠮷田 一郎");
        assert_shows(t.app, "葛󠄀城 由美");
        assert_shows(t.app, lang == LANG_JA ? "印刷機が設定されていません。" : "No printer is set.");
        type_keys(t.app, "Alt+M");
        assert_shows(t.app, "26-0007 ");
        assert_hides(t.app, "渡邉");
        assert_hides(t.app, "由美");
        type_keys(t.app, "Alt+M", "Esc", "9");
        front_show(&t);
        assert_shows(t.app, "26-0004 𠮷田 一郎"); /* Today says so too */
        front_close(&t);
    }
}

/* Friday: Tuesday has two that have not begun, Wednesday one. */
static void the_head_of_the_visits_counts_those_of_later_days(void **state)
{
    for (int l = 0; l < 2; l++) {
        struct front_app t;
        front_open(&t, state, (enum lang)l, 24, 80);
        fixture_at(&t.day->f, "2026-11-20", 10, 42);
        app_reload(t.app);
        front_show(&t);
        assert_shows(t.app, l == LANG_JA ? "本日の相談 0件  11/24 2件  11/25 1件" : "Visits today 0  24 Nov: 2  25 Nov: 1");
        front_close(&t);
    }
}

/* The official list ends with 2027: what follows from the law alone may still be moved. */
static void a_holiday_beyond_the_official_list_is_marked_as_projected(void **state)
{
    static const struct {
        const char *on, *words[2];
        bool projected;
    } days[] = {
        { "2027-01-11", { "休診: 成人の日", "Closed: Coming of Age Day" }, false },
        { "2028-01-10", { "休診: 成人の日 (見込み)", "Closed: Coming of Age Day (projected)" }, true },
        { "2028-01-08", { "休診: 土曜日", "Closed: Saturday" }, false },
    };

    for (int l = 0; l < 2; l++) {
        struct front_app t;
        front_open(&t, state, (enum lang)l, 24, 80);
        on(&t, &booking_screen, t.day->hayashi);
        for (size_t i = 0; i < COUNT_OF(days); i++) {
            struct booking *me = app_top(t.app)->state;
            me->month.chosen = fixture_day(days[i].on);
            app_redraw(t.app);
            front_show(&t);
            assert_shows(t.app, days[i].words[l]);
            if (!days[i].projected)
                assert_hides(t.app, l == LANG_JA ? "(見込み)" : "(projected)");
        }
        front_close(&t);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, front_day_set_up, front_day_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_list_of_dates_to_set),
        CASE(the_page_of_a_request),
        CASE(the_rounds_of_the_department),
        CASE(who_has_one_name_shows_it_in_both),
        CASE(the_latin_name_is_proposed_from_the_reading),
        CASE(a_long_room_is_read_whole_in_a_wide_window),
        CASE(a_room_of_the_list_is_called_in_the_language_of_the_screen),
        CASE(a_paper_that_did_not_come_out_says_whose_it_is),
        CASE(a_holiday_beyond_the_official_list_is_marked_as_projected),
        CASE(the_head_of_the_visits_counts_those_of_later_days),
    };

    return cmocka_run_group_tests_name("names are shown whole, and as the screen's language writes them", tests, NULL, NULL);
}
