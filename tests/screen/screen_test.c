/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/screen/screen_test.h"

#include <stdio.h>

#include "base/base.h"

enum { KEY_MS = 500 };

static void press(struct app *app, struct key k)
{
    app_set_ms(app, app_ms(app) + KEY_MS);
    app_key(app, k);
}

void type_text(struct app *app, const char *text)
{
    while (*text) {
        struct key k = key_char(text);
        text += strlen(k.text);
        press(app, k);
    }
}

void paste_text(struct app *app, const char *text)
{
    press(app, (struct key){ .code = K_PASTE, .paste = text });
}

void screen_type_keys(struct app *app, const char *file, int line, ...)
{
    va_list names;
    const char *name;

    (void)file;
    (void)line;
    va_start(names, line);
    while ((name = va_arg(names, const char *)) != NULL) {
        struct key k;
        if (key_parse(name, &k))
            press(app, k);
        else
            type_text(app, name);
    }
    va_end(names);
}

/* Fails with the screen under the message. */
static void fail_with_screen(
    struct app *app, const char *what, const char *text, const char *file, int line)
{
    struct arena a;

    arena_init(&a);
    print_error("%s: \"%s\"\n", what, text);
    for (int row = 0; row < app_grid(app)->rows; row++)
        print_error("%s\n", grid_row_text(app_grid(app), row, &a));
    arena_fini(&a);
    _fail(file, line);
}

void screen_assert_shows(struct app *app, const char *text, bool shown, const char *file, int line)
{
    if (grid_has(app_grid(app), text) != shown)
        fail_with_screen(app, shown ? "not on the screen" : "on the screen", text, file, line);
}

void screen_assert_row(struct app *app, int row, const char *text, const char *file, int line)
{
    struct arena a;

    arena_init(&a);
    bool same = str_eq(grid_row_text(app_grid(app), row, &a), text);
    arena_fini(&a);
    if (!same)
        fail_with_screen(app, "another row was expected", text, file, line);
}

void screen_assert_rows(struct app *app, int first, const char *text, const char *file, int line)
{
    char row[1024];

    while (*text) {
        const char *end = strchr(text, '\n');
        size_t n = end ? (size_t)(end - text) : strlen(text);
        assert_true(n < sizeof row);
        memcpy(row, text, n);
        row[n] = '\0';
        screen_assert_row(app, first++, row, file, line);
        text += n + (end != NULL);
    }
}

void screen_assert_cursor(struct app *app, const char *text, const char *file, int line)
{
    const struct grid *g = app_grid(app);
    struct buf before;
    char text_of[CELL_BYTES];

    buf_init(&before, 4096);
    for (int col = 0; g->cursor_row >= 0 && col < g->cursor_col; col++)
        buf_puts(&before, grid_cell_text(g, g->cursor_row, col, text_of));
    size_t n = strlen(text);
    bool right = before.len >= n && str_eq(before.p + before.len - n, text);
    buf_fini(&before);
    if (!right)
        fail_with_screen(app, "the cursor does not stand after", text, file, line);
}

void screen_assert_on(struct app *app, const char *name, const char *file, int line)
{
    if (!app_top(app) || !str_eq(app_top(app)->ops->name, name))
        fail_with_screen(app, "another screen is on top", name, file, line);
}

void screen_assert_style(
    struct app *app, const char *text, enum style style, const char *file, int line)
{
    const struct grid *g = app_grid(app);
    struct buf rest;
    char text_of[CELL_BYTES];
    int found = -1;

    buf_init(&rest, 64 * 1024);
    for (int i = 0; i < g->rows * g->cols && found < 0; i++) {
        buf_clear(&rest);
        for (int col = i; col < (i / g->cols + 1) * g->cols && rest.len < strlen(text); col++)
            buf_puts(&rest, grid_cell_text(g, col / g->cols, col % g->cols, text_of));
        if (g->cells[i].width > 0 && str_starts(rest.p, text))
            found = g->cells[i].style;
    }
    buf_fini(&rest);
    if (found != (int)style)
        fail_with_screen(
            app, found < 0 ? "not on the screen" : "has another style", text, file, line);
}

struct catalogs test_catalogs(struct arena *a)
{
    struct catalogs catalogs = { { NULL } };
    struct err err = ERR_INIT;
    const char *top = getenv("top_builddir");
    char *path = arena_printf(a, "%s/po/ja.gmo", top ? top : ".");
    FILE *f = fopen(path, "rb");
    enum { MO_MAX = 4 * 1024 * 1024 };

    if (!f)
        fail_msg("%s is not there", path);
    char *bytes = arena_alloc(a, MO_MAX);
    size_t n = fread(bytes, 1, MO_MAX, f);
    fclose(f);
    assert_true(catalog_load(bytes, n, a, &catalogs.of[LANG_JA], &err));
    return catalogs;
}

void screen_assert_grey(struct app *app, const char *id, const char *part, const char *file, int line)
{
    enum { MOST = 64 };
    const struct action *all[MOST], *found = NULL;
    int n = app_actions(app, all, MOST);
    struct msg why = { 0 };
    struct buf said;

    for (int i = 0; i < n; i++)
        if (str_eq(all[i]->id, id))
            found = all[i];
    buf_init(&said, 1024);
    bool grey = found && found->usable && !found->usable(app_top(app), &why);
    if (grey)
        msg_text(app_catalog(app), &why, &said);
    if (!found || grey != (part != NULL) || (grey && !strstr(said.p, part))) {
        struct arena a;
        arena_init(&a);
        print_error("%s: \"%s\" instead of \"%s\"\n%s\n", id, grey ? said.p : found ? "(usable)" : "(no action)",
            part ? part : "(usable)", grid_dump(app_grid(app), &a));
        arena_fini(&a);
        _fail(file, line);
    }
    buf_fini(&said);
}
