/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Twelve digits that could be a My Number are held wherever words are typed, and every sentence about it can be followed
 * (counter.md, Privacy). 123456789018 has the check digit of a My Number (domain page 3.2). MADO_SHOW=1 prints the screens. */
#include "tests/screen/front_app.h"

#include "desk/after.h"
#include "desk/note.h"
#include "screens/front.h"
#include "screens/registry.h"
#include "screens/request_parts.h"

static const char *verdict(struct front_app *t)
{
    struct case_view v = fixture_view(&t->day->f, t->day->morimoto);

    return case_review(&v.c)->verdict;
}

static void answer_with_digits(void **state, enum lang lang, const char *asks)
{
    struct front_app t;

    front_open(&t, state, lang, 24, 80);
    assert_true(app_push(t.app, &review_screen, &(struct place_arg){ .request = t.day->morimoto, .day = DAY_NONE }));
    type_keys(t.app, "3", "Enter", "Enter", "d", "Enter");
    type_text(t.app, "番号 123456789018");
    type_keys(t.app, "F12");
    front_show(&t);
    assert_on(t.app, "confirm");
    assert_shows(t.app, asks);
    assert_string_equal(verdict(&t), "");
    type_keys(t.app, "1");
    assert_string_equal(verdict(&t), "not_possible");
    front_close(&t);
}

static void of_the_department_s_answer_the_clerk_says_that_it_is_another(void **state)
{
    answer_with_digits(state, LANG_JA, "別の番号");
}

static void the_same_is_asked_in_english(void **state)
{
    answer_with_digits(state, LANG_EN, "another number");
}

static size_t notes(struct front_app *t)
{
    struct note_line *rows;
    size_t n = 0;

    fixture_fine(desk_notes(t->day->f.desk, &t->day->f.arena, &rows, &n, &t->day->f.err), &t->day->f.err);
    return n;
}

static void of_a_note_the_same_key_again_is_the_answer_until_the_words_change(void **state)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        struct front_app t;
        front_open(&t, state, (enum lang)l, 24, 80);
        size_t before = notes(&t);
        assert_true(app_push(t.app, &notes_screen, NULL));
        type_keys(t.app, "a");
        type_text(t.app, "荷物 123456789018");
        type_keys(t.app, "F12");
        front_show(&t);
        assert_shows(t.app, l == LANG_JA ? "もう一度 F12" : "F12 again");
        type_text(t.app, " 次");
        type_keys(t.app, "F12");
        assert_int_equal(notes(&t), before);
        type_keys(t.app, "F12");
        assert_int_equal(notes(&t), before + 1);
        front_close(&t);
    }
}

/* The answer is about the words that stand there, not about what is typed after the page was refused for something else. */
static void the_answer_does_not_hold_for_what_is_typed_later(void **state)
{
    struct front_app t;
    static const char calls[] = "SELECT count(*) FROM call WHERE note LIKE '%別の%'";

    front_open(&t, state, LANG_JA, 24, 80);
    assert_true(app_push(t.app, &call_screen, &(struct place_arg){ .request = t.day->morimoto, .day = DAY_NONE }));
    type_keys(t.app, "1");
    type_text(t.app, "2026-11-20"); /* has passed */
    type_keys(t.app, "Enter", "Enter", "Enter", "Enter", "9");
    type_text(t.app, "荷物 123456789018");
    type_keys(t.app, "F12");
    assert_on(t.app, "confirm");
    type_keys(t.app, "1");
    assert_shows(t.app, "過ぎた日付");
    for (int i = 0; i < 10; i++)
        type_keys(t.app, "Backspace");
    type_keys(t.app, "Enter", "Enter", "Enter", "Enter", "Enter", "End");
    type_text(t.app, " 別の 123456789018");
    type_keys(t.app, "F12");
    front_show(&t);
    assert_on(t.app, "confirm");
    assert_int_equal(fixture_number(&t.day->f, calls), 0);
    type_keys(t.app, "1");
    assert_int_equal(fixture_number(&t.day->f, calls), 1);
    front_close(&t);
}

static void of_a_reason_no_choice_is_offered_that_is_not_there(void **state)
{
    struct front_app t;
    struct err *e;

    front_open(&t, state, LANG_JA, 24, 80);
    e = &t.day->f.err;
    assert_false(desk_request_end(t.day->f.desk, t.day->morimoto, "withdrawn", "番号 123456789018", e));
    assert_string_equal(e->field, "reason");
    assert_non_null(strstr(e->msg.id, "Leave them out."));
    err_clear(e);
    front_close(&t);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, front_day_set_up, front_day_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(of_the_department_s_answer_the_clerk_says_that_it_is_another),
        CASE(the_same_is_asked_in_english),
        CASE(of_a_note_the_same_key_again_is_the_answer_until_the_words_change),
        CASE(the_answer_does_not_hold_for_what_is_typed_later),
        CASE(of_a_reason_no_choice_is_offered_that_is_not_there),
    };

    return cmocka_run_group_tests_name("twelve digits are held, and what the sentence says can be done", tests, NULL, NULL);
}
