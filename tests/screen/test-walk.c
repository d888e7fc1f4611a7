/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every screen of the program, as the story reaches it on the training desk, with its forms half filled in: resized
 * down to nothing and back, in the other language and back, with wide unclear characters, locked and unlocked. After
 * every key: the cursor in the active field, help, the words and routes of every action. */
#include "tests/screen/screen_test.h"

#include <unistd.h>

#include "cli/demo.h"
#include "desk/today.h"
#include "screens/registry.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "text/width.h"
#include "tui/dialog.h"

static const struct chapter {
    const char *ja, *en;
    int minutes;
    const char *keys;
} chapters[] = {
#include "src/story_chapters.inc"
};

struct walk {
    char folder[64], path[96];
    struct clock clock;
    struct arena a; /* of one key */
    struct arena whole;
    struct catalogs catalogs;
    struct desk *desk;
    struct shell *sh;
    const char *at; /* chapter */
    bool seen[64]; /* rows of the registry */
    int keys;
};

static const char *picture(struct walk *w)
{
    const struct grid *g = app_grid(w->sh->app);

    return arena_printf(&w->a, "%s%s @%d,%d", app_top(w->sh->app)->ops->name, grid_dump(g, &w->a), g->cursor_row,
        g->cursor_col);
}

/* Everything but the message line, which stays until the next key only, and the help row that a long one borrows. */
static const char *lasting(struct walk *w)
{
    const struct grid *g = app_grid(w->sh->app);
    const char *text = app_top(w->sh->app)->ops->name;

    for (int row = 0; row < g->rows - 3; row++)
        text = arena_printf(&w->a, "%s\n%s", text, grid_row_text(g, row, &w->a));
    return arena_printf(&w->a, "%s @%d,%d", text, g->cursor_row, g->cursor_col);
}

static void same(struct walk *w, const char *what, const char *before, const char *after)
{
    if (!str_eq(before, after))
        fail_msg("%s changes the screen in \"%s\":\n%s\n--- is now\n%s", what, w->at, before, after);
}

static void resized_to_nothing_and_back(struct walk *w)
{
    static const int sizes[][2] = { { 1, 1 }, { 2, 80 }, { 24, 1 }, { 5, 13 }, { 60, 200 } };
    const char *before = picture(w);

    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        app_resize(w->sh->app, sizes[i][0], sizes[i][1]);
        assert_int_equal(app_grid(w->sh->app)->rows, sizes[i][0]);
    }
    app_resize(w->sh->app, 24, 80);
    same(w, "resizing", before, picture(w));
}

static void in_wide_unclear_characters_and_back(struct walk *w)
{
    const char *before = picture(w);

    width_set_ambiguous(2);
    app_redraw(w->sh->app);
    app_grid(w->sh->app);
    width_set_ambiguous(1);
    app_redraw(w->sh->app);
    same(w, "the width of unclear characters", before, picture(w));
}

static void in_the_other_language_and_back(struct walk *w)
{
    enum lang now = app_lang(w->sh->app);
    const char *before = picture(w);

    app_set_lang(w->sh->app, now == LANG_JA ? LANG_EN : LANG_JA);
    const char *other = picture(w);
    if (str_eq(before, other))
        fail_msg("\"%s\" is the same in both languages:\n%s", w->at, before);
    app_set_lang(w->sh->app, now);
    same(w, "the other language", before, picture(w));
}

/* The cursor is where the next character goes: on the active field, or right behind its last cell. */
static void the_cursor_is_in_the_active_field(struct walk *w)
{
    const struct screen *top = app_top(w->sh->app);
    const struct grid *g = app_grid(w->sh->app);
    const struct form *f = top->ops->form ? top->ops->form(top) : NULL;

    if (!f)
        return;
    if (str_empty(form_help(f)))
        fail_msg("no help for %s in \"%s\"", form_focus(f), w->at);
    bool active = false; /* none is when the form only shows what was stored */
    for (int i = 0; i < g->rows * g->cols; i++)
        active = active || g->cells[i].style == STYLE_FIELD_ACTIVE;
    if (!active && g->cursor_row < 0)
        return;
    if (g->cursor_row < 0)
        fail_msg("the cursor is hidden in a form (%s) in \"%s\":\n%s", form_focus(f), w->at, picture(w));
    int cell = g->cursor_row * g->cols + g->cursor_col;
    bool on = g->cells[cell].style == STYLE_FIELD_ACTIVE || g->cells[cell].style == STYLE_ERROR
        || (g->cursor_col > 0 && g->cells[cell - 1].style == STYLE_FIELD_ACTIVE);
    if (!on)
        fail_msg("the cursor is beside the field %s in \"%s\":\n%s", form_focus(f), w->at, picture(w));
}

/* Key bar, menu, help and dispatch read this table: so every action has its words, a second route and, when it cannot
 * be used, a reason; and no two of one screen share a key. */
static void every_action_has_words_routes_and_reasons(struct walk *w)
{
    enum { MOST = 64 };
    const struct action *all[MOST];
    int n = app_actions(w->sh->app, all, MOST);

    assert_in_range(n, 1, MOST - 1);
    for (int i = 0; i < n; i++) {
        const struct action *x = all[i];
        struct msg why = { 0 };
        struct key k, other;
        if (str_empty(x->id) || str_empty(x->label) || str_empty(x->help))
            fail_msg("\"%s\" has no words in \"%s\"", str_or(x->id, ""), w->at);
        for (int lang = 0; lang < LANG_COUNT; lang++)
            if (x->rank > 0 && cells_of(tr(w->catalogs.of[lang], x->label)) > LABEL_CELLS)
                fail_msg("the label of %s is too wide", x->id);
        if (x->usable && !x->usable(app_top(w->sh->app), &why) && str_empty(why.id))
            fail_msg("%s cannot be used in \"%s\" and says no reason", x->id, w->at);
        if (!x->key)
            continue;
        assert_true(key_parse(x->key, &k));
        if (k.code >= K_F1 && k.code <= K_F12 && !x->second && !key_second_route(k))
            fail_msg("%s in \"%s\" has no route beside %s", x->id, w->at, x->key);
        for (int j = 0; j < i; j++)
            if (all[j]->key && key_parse(all[j]->key, &other) && key_equal(key_canonical(k), key_canonical(other)))
                fail_msg("%s and %s in \"%s\" have the same key %s", all[j]->id, x->id, w->at, x->key);
    }
}

/* As much of a sentence as every row shows, up to the first word that is filled in. */
static const char *beginning(struct walk *w, const char *words)
{
    size_t n = strcspn(words, "%");

    for (n = n < 24 ? n : 24; n > 0 && ((unsigned char)words[n] & 0xC0) == 0x80;)
        n--;
    return arena_strndup(&w->a, words, n);
}

static void an_unusable_action_says_why_and_changes_nothing(struct walk *w)
{
    enum { MOST = 64 };
    const struct action *all[MOST];
    int n = app_actions(w->sh->app, all, MOST);

    for (int i = 0; i < n; i++) {
        struct msg why = { 0 };
        if (!all[i]->usable || all[i]->usable(app_top(w->sh->app), &why))
            continue;
        const char *before = lasting(w);
        app_run_action(w->sh->app, all[i]);
        same(w, all[i]->id, before, lasting(w));
        const char *said = picture(w), *words = tr(app_catalog(w->sh->app), why.id);
        if (!strstr(said, beginning(w, words)))
            fail_msg("%s in \"%s\" does not say: %s\n%s", all[i]->id, w->at, words, said);
    }
}

/* Who looks up from a page about one request sees which one it is, and so does who comes to the terminal later. */
static void a_page_about_a_request_names_it(struct walk *w)
{
    static const char *const pages[] = { "request", "requester", "papers", "materials", "review", "booking", "visit", "pay",
        "after" };
    const struct screen *top = app_top(w->sh->app);
    const char *title = grid_row_text(app_grid(w->sh->app), 0, &w->a);

    for (size_t i = 0; i < COUNT_OF(pages); i++)
        if (str_eq(top->ops->name, pages[i]) && (str_empty(top->subject) || !strstr(title, top->subject)))
            fail_msg("\"%s\" does not say which request it is about: %s", w->at, title);
}

/* All of them stand in the menu, and Esc comes back to the same screen. */
static void every_action_stands_in_the_menu(struct walk *w)
{
    enum { MOST = 64 };
    const struct action *all[MOST];
    const struct screen *top = app_top(w->sh->app);
    const char *before = lasting(w);
    const char *shown = "";
    int n = app_actions(w->sh->app, all, MOST);

    if (top->ops->kind != SCREEN_PAGE)
        return;
    type_keys(w->sh->app, "Ctrl+O");
    if (app_top(w->sh->app) == top)
        return; /* a page before the log-in */
    for (int page = 0; page < 8; page++) {
        shown = arena_printf(&w->a, "%s%s", shown, picture(w));
        type_keys(w->sh->app, "PgDn");
    }
    for (int i = 0; i < n; i++)
        if (!str_eq(all[i]->id, "menu") && !strstr(shown, beginning(w, tr(app_catalog(w->sh->app), all[i]->help))))
            fail_msg("%s is not in the menu of \"%s\"", all[i]->id, w->at);
    type_keys(w->sh->app, "Esc");
    same(w, "the menu", before, lasting(w));
}

static void what_is_no_key_changes_nothing(struct walk *w)
{
    const char *before = lasting(w);

    app_key(w->sh->app, (struct key){ .code = K_INVALID });
    same(w, "a byte that is no character", before, lasting(w));
}

static void locked_and_unlocked(struct walk *w)
{
    const char *before = lasting(w);

    if (desk_who(w->desk)->id == 0)
        return;
    type_keys(w->sh->app, "Alt+K");
    assert_true(desk_locked(w->desk));
    type_text(w->sh->app, "kunren-no-mado");
    type_keys(w->sh->app, "F12");
    assert_false(desk_locked(w->desk));
    same(w, "locking", before, lasting(w));
}

static void after_a_key(struct walk *w)
{
    const struct registered *row = registry_find(app_top(w->sh->app)->ops);
    size_t n;

    if (row)
        w->seen[row - registry_rows(&n)] = true;
    resized_to_nothing_and_back(w);
    in_wide_unclear_characters_and_back(w);
    the_cursor_is_in_the_active_field(w);
    every_action_has_words_routes_and_reasons(w);
    a_page_about_a_request_names_it(w);
    if (w->keys++ % 8 == 0)
        in_the_other_language_and_back(w);
    arena_fini(&w->a);
    arena_init(&w->a);
}

/* One token of the story: a character, <Key>, or {action}. */
static const char *press(struct walk *w, const char *keys)
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
        if (str_eq(all[i]->id, token + 1)) {
            app_run_action(w->sh->app, all[i]);
            return end;
        }
    fail_msg("no action %s", token + 1);
    return end;
}

/* Every request that cannot go on says what it lacks. */
static void no_row_of_papers_is_silent(struct walk *w)
{
    struct err e = ERR_INIT;
    struct today_view v;

    if (!desk_today_view(w->desk, &(struct today_ask){ .group = TODAY_PAPERS, .rows = 50 }, &w->a, &v, &e))
        return; /* nobody, or somebody who may not see it */
    for (size_t i = 0; i < v.n_rows; i++)
        if (str_empty(v.rows[i].what.ja) || str_empty(v.rows[i].what.en))
            fail_msg("%s: %s %s", w->at, v.rows[i].number, v.rows[i].name);
}

static void the_story(struct walk *w, enum lang lang)
{
    for (size_t i = 0; i < COUNT_OF(chapters); i++) {
        w->at = chapters[i].en;
        clock_advance(&w->clock, chapters[i].minutes * INT64_C(60000));
        app_minute(w->sh->app);
        for (const char *keys = chapters[i].keys; *keys;) {
            keys = press(w, keys);
            after_a_key(w);
        }
        app_set_lang(w->sh->app, lang);
        what_is_no_key_changes_nothing(w);
        an_unusable_action_says_why_and_changes_nothing(w);
        every_action_stands_in_the_menu(w);
        locked_and_unlocked(w);
        no_row_of_papers_is_silent(w);
        after_a_key(w);
    }
}

static void open_desk(struct walk *w, enum lang lang)
{
    struct err e = ERR_INIT;

    assert_true(desk_open(&(struct desk_options){ .path = w->path, .clock = &w->clock, .terminal = "walk" }, &w->desk, &e));
    desk_use_catalogues(w->desk, &w->catalogs);
    w->sh = shell_new(
        &(struct shell_options){ .desk = w->desk, .catalogs = &w->catalogs, .lang = lang, .rows = 24, .cols = 80 });
    app_prove(w->sh->app, true);
}

static void walk_in(enum lang lang)
{
    struct walk w = { 0 };
    struct err e = ERR_INIT;
    day d = DAY_NONE;
    hm t = HM_NONE;
    size_t n;

    arena_init(&w.a);
    arena_init(&w.whole);
    test_folder(w.folder, sizeof w.folder);
    snprintf(w.path, sizeof w.path, "%s/desk.db", w.folder);
    assert_true(day_from_ymd(2026, 11, 24, &d) && hm_parse("09:20", &t));
    w.clock = clock_standing(instant_of(d, t, 540));
    w.catalogs = test_catalogs(&w.whole);
    assert_true(demo_prepare(&(struct demo_options){ .path = w.path, .fresh = true, .clock = &w.clock }, &e));
    open_desk(&w, lang);
    the_story(&w, lang);
    shell_free(w.sh);
    desk_close(w.desk);
    const struct registered *rows = registry_rows(&n);
    for (size_t i = 0; i < n; i++)
        if (!w.seen[i])
            fail_msg("the walk does not reach the screen %s", rows[i].screen->name);
    file_remove_folder(w.folder);
    arena_fini(&w.a);
    arena_fini(&w.whole);
}

static void every_screen_keeps_its_promises_in_japanese(void **state)
{
    (void)state;
    walk_in(LANG_JA);
}

static void every_screen_keeps_its_promises_in_english(void **state)
{
    (void)state;
    walk_in(LANG_EN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_keeps_its_promises_in_japanese),
        cmocka_unit_test(every_screen_keeps_its_promises_in_english),
    };

    return cmocka_run_group_tests_name("walk", tests, NULL, NULL);
}
