/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame around every screen: row 1, and help, message and key rows at the bottom. */
#include "tui/appstate.h"
#include "tui/widget.h"

enum { BAR_CELLS = 28, FOOT_ROWS = 3 };

bool app_too_small(const struct app *app)
{
    return app->grid.rows < APP_MIN_ROWS || app->grid.cols < APP_MIN_COLS;
}

static void draw_card(const struct app *app, struct grid *g)
{
    struct msg m;
    struct buf text;
    char rows[16], cols[16];

    snprintf(rows, sizeof rows, "%d", app->grid.rows);
    snprintf(cols, sizeof cols, "%d", app->grid.cols);
    msg_set(&m,
        N_("This window is too small (%1$s x %2$s). Please make it at least 80 x 24. Nothing is "
           "lost."),
        cols, rows, NULL);
    buf_init(&text, 1024);
    msg_text(g->catalog, &m, &text);
    grid_wrap(g, (struct rect){ 0, 0, g->rows, g->cols }, STYLE_NEED, text.p);
    buf_fini(&text);
}

static const char *say_word(enum say kind)
{
    static const char *const words[] = { [SAY_NEED] = N_("[Missing]"),
        [SAY_CONFIRM] = N_("[Check]"),
        [SAY_NOTICE] = N_("[Notice]"),
        [SAY_GUIDE] = N_("[Guide]"),
        [SAY_WAIT] = N_("[Waiting]"),
        [SAY_WARN] = N_("[Attention]") };

    return words[kind];
}

static enum style say_style(enum say kind)
{
    return kind == SAY_NEED || kind == SAY_WAIT ? STYLE_NEED
        : kind == SAY_WARN                      ? STYLE_ERROR
                                                : STYLE_TITLE;
}

/* The message on its row, or on the help row as well when it is long. Returns true when it took
 * both. */
static bool draw_message(const struct app *app, struct grid *g, int row)
{
    struct buf text;
    bool two = false;

    buf_init(&text, 4096);
    buf_printf(&text, "%s ", tr(g->catalog, say_word(app->say_kind)));
    int word = cells_of(text.p);
    msg_text(g->catalog, &app->say, &text);
    int cells = g->cols - 2 - (app->bar_done >= 0 ? BAR_CELLS : 0);
    two = cells_of(text.p) > cells && app->bar_done < 0;
    struct rect at = { two ? row - 1 : row, 1, two ? 2 : 1, cells };
    grid_fill(g, (struct rect){ at.row, 0, at.rows, g->cols }, STYLE_NORMAL, ' ');
    grid_wrap(g, at, STYLE_NORMAL, text.p);
    grid_restyle(g, (struct rect){ at.row, 1, 1, word - 1 }, say_style(app->say_kind));
    if (app->bar_done >= 0)
        progress_draw(g, row, g->cols - BAR_CELLS, BAR_CELLS - 1, app->bar_done, app->bar_total);
    buf_fini(&text);
    return two;
}

static void draw_foot(const struct app *app, struct grid *g)
{
    const char *help = app_help(app);

    grid_fill(g, (struct rect){ g->rows - FOOT_ROWS, 0, FOOT_ROWS, g->cols }, STYLE_NORMAL, ' ');
    if (help)
        grid_clip(g, g->rows - 3, 1, g->cols - 2, STYLE_DIM, tr(g->catalog, help));
    if (app->saying)
        draw_message(app, g, g->rows - 2);
    action_bar_draw(app, g, g->rows - 1);
}

/* The lowest screen that is seen: dialogs leave what is below them in sight. */
static int lowest_seen(const struct app *app)
{
    int i = app->depth - 1;

    while (i > 0 && app->stack[i]->ops->kind == SCREEN_DIALOG)
        i--;
    return i;
}

static void draw_screens(const struct app *app, struct grid *g)
{
    int lowest = lowest_seen(app);

    for (int i = lowest; i < app->depth; i++) {
        const struct screen *s = app->stack[i];
        grid_cursor(g, -1, -1);
        s->ops->draw(s, g);
        if (i > lowest || !grid_due(g, 0, 1))
            continue;
        grid_fill(g, (struct rect){ 0, 0, 1, g->cols }, STYLE_TITLE, ' ');
        if (app->config.header)
            app->config.header(s, g);
        else
            grid_tr(g, 0, 1, STYLE_TITLE, s->ops->title);
    }
}

/* The rows that keys have named, as in a whole drawing: every screen draws, and the grid takes only those. */
static void draw_rows(const struct app *app, struct grid *g)
{
    if (app->end_row > app->first_row) {
        grid_clear_rows(g, app->first_row, app->end_row - app->first_row);
        draw_screens(app, g);
    }
    grid_clear_rows(g, g->rows - FOOT_ROWS, FOOT_ROWS);
    draw_foot(app, g);
}

void app_draw(struct app *app)
{
    struct grid *g = &app->grid;

    g->catalog = app_catalog(app);
    g->lang = app->lang;
    g->user = app->config.draw_user;
    g->veiled = app->veiled;
    /* marks of rows drawn again and again pile up in the grid: from time to time it begins anew */
    bool full = g->n_marks > g->rows * g->cols;
    if (!app->whole && !full && app->depth > 0 && !app_too_small(app)) {
        draw_rows(app, g);
        return;
    }
    grid_clear(g);
    if (app->depth == 0)
        return;
    if (app_too_small(app)) {
        draw_card(app, g);
        return;
    }
    draw_screens(app, g);
    draw_foot(app, g);
}

void app_redraw_rows(struct app *app, int row, int rows)
{
    bool none = app->first_row == app->end_row;

    BUG_IF(!app->in_key || rows < 0);
    app->first_row = none || row < app->first_row ? row : app->first_row;
    app->end_row = none || row + rows > app->end_row ? row + rows : app->end_row;
    app->named = true;
}

void app_prove(struct app *app, bool on)
{
    app->prove = on;
}

void app_prove_rows(struct app *app)
{
    struct grid some;
    int from, to;

    if (app->whole)
        return;
    app_grid(app);
    grid_init(&some, app->grid.rows, app->grid.cols);
    grid_copy(&some, &app->grid);
    int row = app->grid.cursor_row, col = app->grid.cursor_col;
    app_redraw(app);
    app_grid(app);
    BUG_IF(row != app->grid.cursor_row || col != app->grid.cursor_col);
    for (int i = 0; i < some.rows; i++)
        BUG_IF(grid_row_diff(&some, &app->grid, i, &from, &to));
    grid_fini(&some);
}
