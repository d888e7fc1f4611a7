/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed: it comes back, and goes only when somebody says so. MADO_SHOW=1 prints the screens. */
#include "tests/screen/front_app.h"

#include "desk/act.h"
#include "store/db_inside.h"

static void what_was_typed_comes_back_after_escape(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "q", "1", "2", "Esc");
    assert_on(t.app, "today");
    type_keys(t.app, "q");
    assert_shows(t.app, "[1 電話");
    assert_shows(t.app, "[2 家族");
    front_close(&t);
}

/* F2 beside F1 is pressed by mistake: what stands in the form goes only after a question. */
static void emptying_a_form_is_asked_about_when_something_would_go(void **state)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct front_app t;
        front_open(&t, state, (enum lang)lang, 24, 80);
        type_keys(t.app, "q");
        if (lang == LANG_JA) { /* nothing typed: nothing to ask; later the draft is back */
            type_keys(t.app, "F2");
            assert_shows(t.app, "入力を消しました");
            type_keys(t.app, "1", "2");
        }
        type_keys(t.app, "F2");
        assert_shows(t.app, lang == LANG_JA ? "入力した内容をすべて消し、" : "All that was typed goes");
        type_keys(t.app, "Esc");
        assert_shows(t.app, lang == LANG_JA ? "[2 家族" : "[2 Family");
        type_keys(t.app, "F2", "1");
        assert_hides(t.app, lang == LANG_JA ? "[2 家族" : "[2 Family");
        type_keys(t.app, "Ctrl+Z");
        assert_shows(t.app, lang == LANG_JA ? "[2 家族" : "[2 Family");
        front_close(&t);
    }
}

static void what_was_typed_comes_back_on_a_desk_that_may_only_be_read(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    desk_db(t.day->f.desk)->read_only = true;
    type_keys(t.app, "2", "Enter", "p", "Tab");
    type_text(t.app, "山本");
    front_show(&t);
    type_keys(t.app, "Esc", "p");
    assert_shows(t.app, "山本");
    desk_db(t.day->f.desk)->read_only = false;
    front_close(&t);
}

/* Emptied by F2, the form is what it was when it opened: also what the inquiry said. */
static void what_the_inquiry_said_outlives_an_emptied_form(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    front_request_from_inquiry(&t);
    type_text(t.app, "葛城 太郎");
    type_keys(t.app, "F2", "1");
    assert_hides(t.app, "葛城 太郎");
    assert_shows(t.app, "[9 不明");
    type_keys(t.app, "Esc");
    front_request_from_inquiry(&t);
    assert_hides(t.app, "下書き");
    type_text(t.app, "葛城 次郎");
    type_keys(t.app, "F12");
    front_assert_from_inquiry(&t, "葛城 次郎");
    front_close(&t);
}

static void a_half_typed_request_from_an_inquiry_comes_back_with_its_inquiry(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    front_request_from_inquiry(&t);
    type_text(t.app, "葛城 太郎");
    type_keys(t.app, "Esc");
    front_show(&t);
    assert_on(t.app, "today");
    type_keys(t.app, "n"); /* somebody else's */
    assert_on(t.app, "request_form");
    assert_hides(t.app, "葛城 太郎");
    type_text(t.app, "𠮷田 一郎");
    type_keys(t.app, "Esc");
    front_request_from_inquiry(&t);
    assert_shows(t.app, "葛城 太郎");
    type_keys(t.app, "F12");
    front_assert_from_inquiry(&t, "葛城 太郎");
    front_close(&t);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, front_day_set_up, front_day_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE(what_was_typed_comes_back_after_escape),
        CASE(emptying_a_form_is_asked_about_when_something_would_go),
        CASE(what_was_typed_comes_back_on_a_desk_that_may_only_be_read),
        CASE(what_the_inquiry_said_outlives_an_emptied_form),
        CASE(a_half_typed_request_from_an_inquiry_comes_back_with_its_inquiry),
    };

    return cmocka_run_group_tests_name("what was typed comes back", tests, NULL, NULL);
}
