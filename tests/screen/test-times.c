/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time or a day that nobody can read is told as soon as its field is left, in both languages. MADO_SHOW=1 prints
 * the screens. */
#include "tests/screen/ready_app.h"

#include "screens/booking.h"
#include "screens/case_parts.h"
#include "screens/front.h"
#include "screens/registry.h"
#include "screens/specialists.h"

static struct ready_app t;

static int set_up(void **state)
{
    return ready_app_set_up(&t, state);
}

static int tear_down(void **state)
{
    return ready_app_tear_down(&t, state);
}

static void told_at_once(const char *ja, const char *en)
{
    ready_app_show(&t);
    assert_shows(t.app, app_lang(t.app) == LANG_JA ? ja : en);
}

static const char check_ja[] = "! 時刻を確認", check_en[] = "! check this time";

static void type_then(const char *text, const char *key)
{
    type_text(t.app, text);
    type_keys(t.app, key);
}

/* The cursor back in the field before, which is emptied. */
static void back_to_empty(const char *key)
{
    type_keys(t.app, key);
    for (int i = 0; i < 8; i++)
        type_keys(t.app, "Backspace");
}

static void the_time_of_the_next_call(void **state)
{
    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        ready_app_open(&t, &call_screen, ready_request(t.r, t.r->mori), (enum lang)lang, 24, 80);
        type_keys(t.app, "2", "+", "1", "Enter");
        type_text(t.app, "25:00");
        assert_hides(t.app, check_ja); /* who still types is left alone */
        assert_hides(t.app, check_en);
        type_keys(t.app, "Enter");
        told_at_once(check_ja, check_en);
        back_to_empty("Shift+Tab");
        type_then("9時半ごろ", "Enter");
        told_at_once(check_ja, check_en);
        assert_shows(t.app, "[9時半"); /* nothing that was typed is left out */
        back_to_empty("Shift+Tab");
        type_then("9時半", "Enter");
        assert_hides(t.app, "! ");
        assert_shows(t.app, "[09:30 ");
    }
}

static void the_hours_of_a_specialist_and_their_days(void **state)
{
    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        ready_app_open(&t, &specialists_screen, 0, (enum lang)lang, 24, 80);
        type_keys(t.app, "w", "3", "Enter");
        type_then("9時ごろ", "Enter");
        told_at_once(check_ja, check_en);
        back_to_empty("Up");
        type_then("900", "Enter");
        assert_hides(t.app, "! ");
        type_then("24:10", "Enter");
        told_at_once(check_ja, check_en);
        type_keys(t.app, "Esc", "Esc");
        ready_app_open(&t, &specialists_screen, 0, (enum lang)lang, 24, 80);
        type_keys(t.app, "a", "Enter");
        type_then("13/40", "Enter");
        told_at_once("! 日付を確認", "! check this date");
        type_then("99", "Enter");
        told_at_once(check_ja, check_en);
    }
}

/* The row of booking has no room beside the field: the message line says it, and a mark stands at the field. */
static void when_to_come_to_a_booked_place(void **state)
{
    int64_t id = ready_request(t.r, t.r->mori);

    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        ready_app_open(&t, &booking_screen, id, (enum lang)lang, 24, 80);
        type_keys(t.app, "1", "Tab", "Tab", "Enter");
        for (int i = 0; i < 5; i++)
            type_keys(t.app, "Backspace");
        type_then("25:00", "Enter");
        told_at_once("「25:00」は時刻として読み取れません", "\"25:00\" is not a time.");
        assert_shows(t.app, lang == LANG_JA ? "集合!" : "Come at!");
    }
}

static void a_closed_day(void **state)
{
    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        ready_app_open(&t, &closures_screen, 0, (enum lang)lang, 24, 80);
        type_keys(t.app, "n");
        type_then("13/40", "Enter");
        told_at_once("! 日付を確認", "! check this date");
    }
}

/* Whichever calendar is typed, the other stands beside it. 1952 is Showa 27, 2026 is Reiwa 8 (Imperial era dates of the law). */
static void both_calendars_stand_at_a_day(void **state)
{
    static const struct {
        const char *typed, *ja, *en;
    } births[] = {
        { "1952-03-08", " S27.3.8 74歳", " S27.3.8 age 74" },
        { "19520308", " S27.3.8 74歳", " S27.3.8 age 74" },
        { "1952年3月8日", " S27.3.8 74歳", " S27.3.8 age 74" },
        { "S27.3.8", " 1952-03-08 74歳", " 1952-03-08 age 74" },
        { "3270308", " 1952-03-08 74歳", " 1952-03-08 age 74" },
        { "t", " 2026-11-24 0歳", " 2026-11-24 age 0" },
        { "S64.1.8", "! 正しくは H1.1.8", "! it is H1.1.8" }, /* Showa ended on 7 January */
    };

    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        ready_app_open(&t, &request_form_screen, 0, (enum lang)lang, 24, 80);
        type_keys(t.app, "Down", "Down");
        for (size_t i = 0; i < COUNT_OF(births); i++) {
            type_then(births[i].typed, "Enter");
            told_at_once(births[i].ja, births[i].en);
            type_keys(t.app, "Up");
            for (int k = 0; k < 12; k++)
                type_keys(t.app, "Backspace");
        }
        ready_app_open(&t, &closures_screen, 0, (enum lang)lang, 24, 80);
        type_keys(t.app, "n");
        type_then("2026-12-08", "Enter");
        told_at_once("2026-12-08(火) R8", "8 Dec 2026 (Tue) R8");
    }
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(the_time_of_the_next_call),
        T(the_hours_of_a_specialist_and_their_days),
        T(when_to_come_to_a_booked_place),
        T(a_closed_day),
        T(both_calendars_stand_at_a_day),
    };

    return cmocka_run_group_tests_name("a time that nobody can read is told when its field is left", tests, NULL, NULL);
}
