/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen on which the trail is read: list, filter, pages, one entry whole, verify; in both languages. */
#include "tests/screen/desk_app.h"

#include <stdlib.h>

#include "desk/after.h"
#include "desk/note.h"
#include "desk/papers.h"
#include "desk/request.h"
#include "desk/session.h"
#include "screens/case_parts.h"
#include "screens/registry.h"
#include "screens/trail.h"
#include "store/audit_images.h"

static void as(struct desk_app *t, const char *login)
{
    desk_logout(t->f.desk, &t->f.err);
    fixture_log_in(t->f.desk, login);
}

static void notes(struct desk_app *t, int n)
{
    int64_t id;

    for (int i = 0; i < n; i++)
        fixture_fine(desk_note_add(t->f.desk, &(struct note_draft){ .text = "引継ぎ", .until = DAY_NONE }, &id, &t->f.err),
            &t->f.err);
}

/* A request whose diagnosis was changed, and who reads it. */
static void changed_request(struct desk_app *t, const char *reader, enum lang lang, int rows, int cols)
{
    struct request_draft draft;

    t->id = fixture_request(&t->f);
    struct case_view v = fixture_view(&t->f, t->id);
    fixture_fine(desk_request_new(t->f.desk, &t->f.arena, &draft, &t->f.err), &t->f.err);
    draft.c = v.c;
    draft.c.diagnosis = "胃がん";
    fixture_fine(desk_request_edit(t->f.desk, &draft, &t->f.err), &t->f.err);
    as(t, reader);
    desk_app_open(t, &trail_screen, 0, lang, rows, cols);
}

static void the_newest_is_first_with_who_what_and_on_what(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_JA, 24, 80);
    desk_app_show(t);
    assert_shows(t->app, "記録日時         職員      操作                   対象             理由");
    assert_shows(t->app, ">2026-11-24 10:00");
    assert_shows(t->app, "申込の変更             26-0001");
    type_keys(t->app, "Alt+L");
    desk_app_show(t);
    assert_on(t->app, "trail");
    assert_shows(t->app, "change a request                 26-0001");
    assert_hides(t->app, "申込の変更");
}

/* In English at 80 columns no column of reasons has room; long ones are cut in every language. */
static void the_reason_of_the_chosen_entry_stands_below_the_list(void **state)
{
    static const char reason[] = "別の患者さんの画像ディスクを、取り違えて登録しました。お名前のラベルを確かめて、登録し直します。";
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };
    struct desk_app *t = *state;

    t->id = fixture_request(&t->f);
    struct case_view v = fixture_take_in(&t->f, t->id, &disc, 1);
    fixture_fine(desk_material_undo(t->f.desk, t->id, v.c.materials[0].id, reason, &t->f.err), &t->f.err);
    as(t, "auditor");
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        desk_app_open(t, &trail_screen, 0, (enum lang)lang, 24, 80);
        desk_app_show(t);
        assert_hides(t->app, "取り違えて登録");
        assert_shows(t->app, lang == LANG_JA ? " 理由 -" : " Reason -"); /* of a log-in there is none */
        type_keys(t->app, "Down");
        desk_app_show(t);
        assert_shows(t->app, lang == LANG_JA ? " 理由 別の患者さんの画像ディスクを、取り違えて登録" : " Reason 別の患者さんの画像ディスクを、取り違えて登録");
        assert_shows(t->app, "登録し直します。"); /* to its end */
        type_keys(t->app, "Alt+M"); /* it may hold a name */
        assert_hides(t->app, "取り違えて登録");
        type_keys(t->app, "Alt+M");
        shell_free(t->shell);
        t->shell = NULL;
    }
}

/* Nothing was booked and no step was done: the reason is kept all the same, in the trail and in the request's history. */
static void why_a_request_ended_early_is_kept(void **state)
{
    static const char reason[] = "地元の病院で治療";
    struct desk_app *t = *state;

    t->id = fixture_request(&t->f);
    fixture_fine(desk_request_end(t->f.desk, t->id, "withdrawn", reason, &t->f.err), &t->f.err);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        as(t, "clerk");
        desk_app_open(t, &request_screen, t->id, (enum lang)lang, 24, 80);
        type_keys(t->app, "Alt+D");
        desk_app_show(t);
        assert_shows(t->app, lang == LANG_JA ? "終了  地元の病院で治療" : "Ended  地元の病院で治療");
        shell_free(t->shell);
        as(t, "auditor");
        desk_app_open(t, &trail_screen, 0, (enum lang)lang, 24, 80);
        while (!grid_has(app_grid(t->app), lang == LANG_JA ? ">2026-11-24 10:00 西川      申込の終了" : ">2026-11-24 10:00 西川      end a request"))
            type_keys(t->app, "Down");
        desk_app_show(t);
        assert_shows(t->app, lang == LANG_JA ? " 理由 地元の病院で" : " Reason 地元の病院で");
        shell_free(t->shell);
        t->shell = NULL;
    }
}

/* desk/booking.c, review.c and papers.c write these where nobody was asked for a reason. */
static void reasons_that_the_program_wrote_are_read_in_the_screens_language(void **state)
{
    static const char *const own[] = { "another date was chosen", "offered again", "more papers wanted by the department",
        "a piece came back" };
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_JA, 24, 80);
    const struct catalog *ja = app_catalog(t->app);
    for (size_t i = 0; i < COUNT_OF(own); i++)
        assert_string_not_equal(trail_reason(ja, own[i]), own[i]);
    assert_string_equal(trail_reason(ja, "Cancel"), "Cancel"); /* somebody wrote that */
}

static void the_filter_shows_one_request_and_F2_all(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_EN, 24, 80);
    assert_shows(t->app, "log out");
    type_keys(t->app, "F4", "Tab", "Tab", "Tab", "26-0001");
    desk_app_show(t);
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_shows(t->app, "Only: 26-0001   (F2 shows all)");
    assert_shows(t->app, "change a request");
    assert_hides(t->app, "log out");
    type_keys(t->app, "F2");
    assert_shows(t->app, "log out");
    assert_shows(t->app, "All entries");
}

static void a_filter_that_cannot_stand_is_said_at_its_field(void **state)
{
    struct desk_app *t = *state;

    as(t, "auditor");
    desk_app_open(t, &trail_screen, 0, LANG_JA, 24, 80);
    type_keys(t->app, "F4", "Tab", "Tab", "Tab", "26-0999", "F12");
    assert_on(t->app, "form-dialog");
    assert_shows(t->app, "該当する申込・領収書がありません");
    type_keys(t->app, "Esc");
    assert_on(t->app, "trail");
    assert_shows(t->app, "すべての記録");
}

static void one_person_and_one_request_are_one_key_each(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_EN, 24, 80);
    type_keys(t->app, "w");
    assert_shows(t->app, "Only: 西川");
    assert_hides(t->app, "set up the desk");
    type_keys(t->app, "F2");
    assert_shows(t->app, "set up the desk");
    type_keys(t->app, "r"); /* a log-out belongs to no request */
    assert_shows(t->app, "This entry belongs to no request");
    type_keys(t->app, "Down", "r");
    assert_shows(t->app, "Only: 26-0001");
}

/* Three pages of rows held and back: the same rows, none twice, none left out. */
static void many_rows_are_read_page_by_page(void **state)
{
    struct desk_app *t = *state;
    char seq[24];

    notes(t, 450);
    as(t, "auditor");
    int64_t last = fixture_number(&t->f, "SELECT max(seq) FROM audit");
    desk_app_open(t, &trail_screen, 0, LANG_EN, 30, 132);
    for (int64_t expected = last; expected > 0; expected--) {
        snprintf(seq, sizeof seq, " %lld", (long long)expected);
        const char *row = NULL;
        for (int i = 0; i < 30; i++)
            if (*grid_row_text(app_grid(t->app), i, &t->f.arena) == '>')
                row = grid_row_text(app_grid(t->app), i, &t->f.arena);
        assert_non_null(row);
        if (strlen(row) < strlen(seq) || !str_eq(row + strlen(row) - strlen(seq), seq))
            fail_msg("%s is not entry%s", row, seq);
        type_keys(t->app, "Down");
    }
    type_keys(t->app, "Home");
    assert_shows(t->app, ">2026-11-24 10:00");
    snprintf(seq, sizeof seq, " %lld", (long long)last);
    assert_shows(t->app, seq);
    type_keys(t->app, "End");
    assert_true(str_starts(grid_row_text(app_grid(t->app), app_body(t->app).row + app_body(t->app).rows - 4 /* the reason below */,
                               &t->f.arena),
        ">"));
    for (int i = 0; i < 40; i++)
        type_keys(t->app, "PgUp");
    assert_shows(t->app, seq);
}

static void what_others_write_meanwhile_waits_for_F5(void **state)
{
    struct desk_app *t = *state;

    as(t, "auditor");
    desk_app_open(t, &trail_screen, 0, LANG_EN, 24, 80);
    struct desk *other = fixture_second_desk(&t->f);
    int64_t id;
    fixture_log_in(other, "clerk");
    fixture_fine(desk_note_add(other, &(struct note_draft){ .text = "引継ぎ", .until = DAY_NONE }, &id, &t->f.err), &t->f.err);
    desk_close(other);
    shell_watched(t->shell);
    assert_hides(t->app, "write a handover note");
    type_keys(t->app, "F5");
    assert_shows(t->app, "write a handover note");
}

static void an_entry_is_shown_whole_in_words_before_and_after(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_JA, 24, 80);
    type_keys(t->app, "Down", "Enter");
    desk_app_show(t);
    assert_on(t->app, "trail-entry");
    assert_shows(t->app, "申込の変更   26-0001");
    assert_shows(t->app, "病名");
    assert_shows(t->app, "-> 胃がん");
    assert_hides(t->app, "受け取り方"); /* stayed as it was */
    type_keys(t->app, "a");
    assert_shows(t->app, "受領日                   2026-11-24(火)");
    type_keys(t->app, "a", "Alt+L");
    desk_app_show(t);
    assert_shows(t->app, "Request  changed");
    assert_shows(t->app, "-> 胃がん");
    assert_hides(t->app, "病名");
    type_keys(t->app, "Esc");
    assert_on(t->app, "trail");
    assert_shows(t->app, "change a request");
}

static void a_long_entry_says_how_much_of_it_is_shown(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_EN, 24, 80);
    type_keys(t->app, "Down", "Enter");
    assert_hides(t->app, "1-2/2"); /* all of it */
    type_keys(t->app, "Right");
    desk_app_show(t);
    assert_shows(t->app, "take a request   26-0001");
    assert_shows(t->app, " 1-16/");
    assert_hides(t->app, "Present doctor agrees");
    type_keys(t->app, "End");
    desk_app_show(t);
    assert_hides(t->app, " 1-16/");
    assert_shows(t->app, "Step of the request  new");
}

static void left_and_right_go_from_entry_to_entry(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_EN, 24, 80);
    type_keys(t->app, "Enter");
    assert_shows(t->app, "log out");
    type_keys(t->app, "Left");
    assert_shows(t->app, "This is the newest of these entries.");
    type_keys(t->app, "Right");
    assert_shows(t->app, "change a request   26-0001");
    type_keys(t->app, "Left");
    assert_hides(t->app, "change a request");
}

static void hidden_names_hide_what_is_a_patients(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_EN, 24, 80);
    type_keys(t->app, "Alt+M", "Down", "Enter");
    desk_app_show(t);
    assert_on(t->app, "trail-entry");
    assert_hides(t->app, "胃がん");
    assert_shows(t->app, "Names are hidden");
    type_keys(t->app, "Alt+M", "F5");
    assert_shows(t->app, "胃がん");
    type_keys(t->app, "Alt+M");
    assert_hides(t->app, "胃がん");
}

static void the_administrator_is_told_what_is_left_out(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "administrator", LANG_EN, 24, 80);
    type_keys(t->app, "Down", "Enter");
    assert_shows(t->app, "change a request   26-0001");
    assert_shows(t->app, "What belongs to a patient is not shown to your role.");
    assert_hides(t->app, "胃がん");
}

static void who_may_not_read_the_trail_is_told(void **state)
{
    struct desk_app *t = *state;

    as(t, "clerk");
    desk_app_open(t, registry_at(PLACE_HOME), 0, LANG_EN, 24, 80);
    type_keys(t->app, "Alt+J");
    assert_on(t->app, "today");
    assert_shows(t->app, "Your role does not allow this: read the trail.");
}

static void the_auditor_comes_to_it_with_one_key(void **state)
{
    struct desk_app *t = *state;

    as(t, "auditor");
    desk_app_open(t, registry_at(PLACE_HOME), 0, LANG_JA, 24, 80);
    type_keys(t->app, "Alt+J");
    assert_on(t->app, "trail");
}

static void verify_says_that_the_record_holds_or_what_does_not(void **state)
{
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_EN, 24, 80);
    type_keys(t->app, "v");
    desk_app_show(t);
    assert_shows(t->app, "rules of the record hold");
    type_keys(t->app, "Enter");
    assert_true(fixture_sql(&t->f, "UPDATE person SET phone2 = '06' WHERE id = (SELECT max(id) FROM person)", NULL));
    type_keys(t->app, "v");
    desk_app_show(t);
    assert_shows(t->app, "Rules of the record that do not hold: 1.");
    assert_shows(t->app, "A9");
    type_keys(t->app, "1");
    desk_app_show(t);
    assert_on(t->app, "message");
    type_keys(t->app, "Esc");
    assert_on(t->app, "trail");
    assert_true(fixture_sql(&t->f, "UPDATE person SET phone2 = ''", NULL));
}

static void it_fits_every_size(void **state)
{
    static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 10, 20 }, { 3, 5 }, { 1, 1 }, { 24, 80 } };
    struct desk_app *t = *state;

    changed_request(t, "auditor", LANG_JA, 24, 80);
    const char *list = grid_dump(app_grid(t->app), &t->f.arena);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        app_resize(t->app, sizes[i][0], sizes[i][1]);
        app_grid(t->app);
        type_keys(t->app, "PgDn", "PgUp", "Home");
    }
    assert_string_equal(grid_dump(app_grid(t->app), &t->f.arena), list);
    type_keys(t->app, "Down", "Enter");
    const char *entry = grid_dump(app_grid(t->app), &t->f.arena);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        app_resize(t->app, sizes[i][0], sizes[i][1]);
        app_grid(t->app);
        type_keys(t->app, "End", "PgUp", "PgDn", "Up", "Home");
    }
    assert_string_equal(grid_dump(app_grid(t->app), &t->f.arena), entry);
}

/* Every column that the trail keeps is called something, and every table. */
static void every_column_has_a_word(void **state)
{
    static const char *const numbers_of_the_program[] = { "id", "rev", "op_key", "search", "search_name", "search_kana",
        "search_phone", "counter", "drawer", "mark", "table", "row" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(audit_images); i++) {
        const char *table = audit_images[i].table;
        if (str_eq(trail_table_label(table), table))
            fail_msg("the table %s has no word", table);
        for (const char *p = strchr(audit_images[i].one, '\''); p; p = strchr(p, '\'')) {
            char column[64];
            size_t n = strcspn(p + 1, "'");
            bool program = false;
            if (n < sizeof column && p[n + 2] == ',') {
                str_copy(column, n + 1, p + 1);
                for (size_t k = 0; k < COUNT_OF(numbers_of_the_program); k++)
                    program = program || str_eq(column, numbers_of_the_program[k]);
                const char *label = trail_column_label(table, column);
                if (!program && !str_eq(column, table) && (!label || str_eq(label, column)))
                    fail_msg("%s.%s has no word", table, column);
            }
            p += n + 2;
        }
    }
}

static void every_action_has_words(void **state)
{
    (void)state;
    for (int i = 0; i < ACT_COUNT; i++) {
        const char *verb = permission_of((enum desk_action)i)->verb;
        assert_string_not_equal(trail_verb_words(verb), verb);
    }
    assert_string_not_equal(trail_verb_words("login"), "login");
    assert_string_not_equal(trail_verb_words("clock_back"), "clock_back");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_APP_TEST(the_newest_is_first_with_who_what_and_on_what),
        DESK_APP_TEST(why_a_request_ended_early_is_kept),
        DESK_APP_TEST(the_reason_of_the_chosen_entry_stands_below_the_list),
        DESK_APP_TEST(reasons_that_the_program_wrote_are_read_in_the_screens_language),
        DESK_APP_TEST(the_filter_shows_one_request_and_F2_all),
        DESK_APP_TEST(a_filter_that_cannot_stand_is_said_at_its_field),
        DESK_APP_TEST(one_person_and_one_request_are_one_key_each),
        DESK_APP_TEST(many_rows_are_read_page_by_page),
        DESK_APP_TEST(what_others_write_meanwhile_waits_for_F5),
        DESK_APP_TEST(an_entry_is_shown_whole_in_words_before_and_after),
        DESK_APP_TEST(a_long_entry_says_how_much_of_it_is_shown),
        DESK_APP_TEST(left_and_right_go_from_entry_to_entry),
        DESK_APP_TEST(hidden_names_hide_what_is_a_patients),
        DESK_APP_TEST(the_administrator_is_told_what_is_left_out),
        DESK_APP_TEST(who_may_not_read_the_trail_is_told),
        DESK_APP_TEST(the_auditor_comes_to_it_with_one_key),
        DESK_APP_TEST(verify_says_that_the_record_holds_or_what_does_not),
        DESK_APP_TEST(it_fits_every_size),
        cmocka_unit_test(every_column_has_a_word),
        cmocka_unit_test(every_action_has_words),
    };

    return cmocka_run_group_tests_name("trail screen", tests, NULL, NULL);
}
