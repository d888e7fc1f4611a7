/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names are hidden (Alt+M): the story again, with a mark before every name and every free text of the training desk.
 * Wherever the mark is seen beside the field that is being typed in, a visitor could read what is hidden. */
#include "tests/screen/screen_test.h"

#include <sqlite3.h>
#include <unistd.h>

#include "cli/demo.h"
#include "screens/app.h"
#include "screens/trust.h"
#include "sys/clock.h"
#include "sys/file.h"

#define MARK "鑰" /* in no word of the program */

static const struct chapter {
    const char *ja, *en;
    int minutes;
    const char *keys;
} chapters[] = {
#include "src/story_chapters.inc"
};

/* Rows that may be changed; what is never changed (reasons, moves) is seen by the names that stand in it. */
static const struct marked {
    const char *table, *column;
} columns[] = { { "person", "name" }, { "person", "kana" }, { "person", "romaji" }, { "person", "address" }, { "person", "phone" },
    { "attendee", "name" }, { "attendee", "kana" }, { "attendee", "phone" }, { "inquiry", "name" }, { "inquiry", "kana" },
    { "inquiry", "phone" }, { "inquiry", "illness" }, { "inquiry", "memo" }, { "inquiry", "address" }, { "inquiry", "call_hours" },
    { "call", "whom" }, { "call", "note" }, { "note", "text" }, { "request", "diagnosis" }, { "request", "condition" },
    { "request", "questions" }, { "request", "wishes" }, { "request", "bad_days" }, { "request", "other_name" },
    { "request", "other_phone" }, { "request", "call_hours" }, { "request", "applicant_name" }, { "request", "memo" },
    { "request", "careful_why" }, { "paper", "note" }, { "consent", "writer" }, { "consent", "why_not_self" },
    { "receipt", "addressee" }, { "payment", "payer_name" }, { "unpaid", "reason" }, { "override", "reason" },
    { "step", "reason" }, { "review", "reason" }, { "review", "dates" }, { "appointment", "reason" }, { "material", "what" },
    { "material_move", "signed_by" } };

struct hidden {
    char folder[64], path[96];
    struct clock clock;
    struct arena whole, a;
    struct catalogs catalogs;
    struct desk *desk;
    struct shell *sh;
    const char *at;
    int found;
};

static void run_sql(sqlite3 *db, const char *sql)
{
    char *wrong = NULL;

    if (sqlite3_exec(db, sql, NULL, NULL, &wrong) != SQLITE_OK)
        fail_msg("%s: %s", sql, wrong);
}

/* The rules that keep rows as they are would refuse it: they are put away and back, word for word. */
static const char *triggers(sqlite3 *db, struct arena *a, bool drop)
{
    sqlite3_stmt *q;
    const char *all = "";

    assert_int_equal(sqlite3_prepare_v2(db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid", -1, &q, NULL),
        SQLITE_OK);
    while (sqlite3_step(q) == SQLITE_ROW)
        all = drop ? arena_printf(a, "%sDROP TRIGGER %s;", all, (const char *)sqlite3_column_text(q, 0))
                   : arena_printf(a, "%s%s;", all, (const char *)sqlite3_column_text(q, 1));
    sqlite3_finalize(q);
    return all;
}

static void mark_everything(struct hidden *w)
{
    struct arena a;
    sqlite3 *db;

    arena_init(&a);
    assert_int_equal(sqlite3_open(w->path, &db), SQLITE_OK);
    const char *drop = triggers(db, &a, true), *make = triggers(db, &a, false);
    run_sql(db, "BEGIN");
    run_sql(db, drop);
    for (size_t i = 0; i < COUNT_OF(columns); i++)
        run_sql(db, arena_printf(&a, "UPDATE %s SET %s = '" MARK "' || %s WHERE %s <> ''", columns[i].table, columns[i].column,
            columns[i].column, columns[i].column));
    run_sql(db, make);
    run_sql(db, "COMMIT");
    sqlite3_close(db);
    arena_fini(&a);
}

static void nothing_is_to_be_read(struct hidden *w)
{
    shell_hide(w->sh, true);
    for (int i = 0; i < LANG_COUNT; i++) {
        app_set_lang(w->sh->app, i ? LANG_EN : LANG_JA);
        app_redraw(w->sh->app);
        const struct grid *g = app_grid(w->sh->app);
        for (int row = 0; row < g->rows; row++)
            for (int col = 0; col < g->cols; col++) {
                char text[CELL_BYTES];
                if (str_eq(grid_cell_text(g, row, col, text), MARK)) {
                    fprintf(stderr, "# \"%s\" on %s: %s\n", w->at, app_top(w->sh->app)->ops->name, grid_row_text(g, row, &w->a));
                    w->found++;
                }
            }
    }
    app_set_lang(w->sh->app, LANG_JA);
    arena_reset(&w->a);
}

/* One token of the story: a character, <Key>, or {action}. */
static const char *press(struct hidden *w, const char *keys)
{
    enum { MOST = 64 };
    const struct action *all[MOST];
    const char *end = keys + (*keys == '<' ? strcspn(keys, ">") + 1 : *keys == '{' ? strcspn(keys, "}") + 1 : 0);

    if (end == keys) {
        struct key k = key_char(keys);
        end = keys + strlen(k.text);
    }
    char *token = arena_strndup(&w->a, keys, (size_t)(end - keys));
    if (*keys != '{') {
        assert_true(app_feed(w->sh->app, token));
        return end;
    }
    token[strlen(token) - 1] = '\0';
    int n = app_actions(w->sh->app, all, MOST);
    for (int i = 0; i < n; i++)
        if (str_eq(all[i]->id, token + 1))
            app_run_action(w->sh->app, all[i]);
    return end;
}

static void keys(struct hidden *w, const char *all)
{
    while (*all) {
        all = press(w, all);
        nothing_is_to_be_read(w);
    }
}

/* What the story does not come to: all pages of every request, its history, and the call of every row. */
static void every_request(struct hidden *w)
{
    static const char *const pages[] = { "{request.history}", "{request.form}", "{request.people}", "{request.papers}",
        "{request.materials}<Enter>", "{request.review}", "{request.booking}{booking.history}", "{request.visit}", "{request.pay}",
        "{request.after}" };

    w->at = "every request";
    keys(w, "nishikawa<Enter>kunren-no-mado<F12>");
    for (int i = 1; i <= 30; i++)
        for (size_t k = 0; k < COUNT_OF(pages); k++) {
            char number[24];
            snprintf(number, sizeof number, "%04d<Enter>", i);
            keys(w, "<Esc><Esc><Ctrl+T>"); /* a dialog closes first */
            keys(w, number);
            if (str_eq(app_top(w->sh->app)->ops->name, "request"))
                keys(w, pages[k]);
        }
    for (int list = 1; list <= 9; list++)
        for (int row = 0; row < 6; row++) {
            char to[40];
            snprintf(to, sizeof to, "<Esc><Esc><Ctrl+T><Home>%d", list);
            keys(w, to);
            for (int i = 0; i < row; i++)
                keys(w, "<Down>");
            keys(w, "t{call.why}<Esc><Esc>");
        }
    keys(w, "<Ctrl+T>$<Down><Ctrl+T>{today.receipts}");
    shell_log_out(w->sh);
}

static void no_screen_shows_a_name_or_a_free_text(void **state)
{
    struct hidden w = { 0 };
    struct err e = ERR_INIT;
    day d = DAY_NONE;
    hm t = HM_NONE;

    (void)state;
    arena_init(&w.a);
    arena_init(&w.whole);
    test_folder(w.folder, sizeof w.folder);
    snprintf(w.path, sizeof w.path, "%s/desk.db", w.folder);
    assert_true(day_from_ymd(2026, 11, 24, &d) && hm_parse("09:20", &t));
    w.clock = clock_standing(instant_of(d, t, 540));
    w.catalogs = test_catalogs(&w.whole);
    assert_true(demo_prepare(&(struct demo_options){ .path = w.path, .fresh = true, .clock = &w.clock }, &e));
    mark_everything(&w);
    assert_true(desk_open(&(struct desk_options){ .path = w.path, .clock = &w.clock, .terminal = "hidden" }, &w.desk, &e));
    desk_use_catalogues(w.desk, &w.catalogs);
    w.sh = shell_new(
        &(struct shell_options){ .desk = w.desk, .catalogs = &w.catalogs, .lang = LANG_JA, .rows = 24, .cols = 80 });
    every_request(&w);
    for (size_t i = 0; i < COUNT_OF(chapters); i++) {
        w.at = chapters[i].en;
        clock_advance(&w.clock, chapters[i].minutes * INT64_C(60000));
        app_minute(w.sh->app);
        keys(&w, chapters[i].keys);
    }
    shell_free(w.sh);
    desk_close(w.desk);
    file_remove_folder(w.folder);
    arena_fini(&w.a);
    arena_fini(&w.whole);
    if (w.found)
        fail_msg("%d rows show what is hidden", w.found);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(no_screen_shows_a_name_or_a_free_text) };

    return cmocka_run_group_tests_name("hidden", tests, NULL, NULL);
}
