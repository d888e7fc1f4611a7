/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers that were asked for and did not come out: what they belong to is stored; here they are printed again. */
#include "desk/paper_desk.h"
#include "screens/front.h"
#include "text/catalog.h"
#include "text/era.h"
#include "tui/list.h"

struct prints {
    struct print_job *rows;
    size_t n;
    struct list list;
};

enum { COLUMN_AT, COLUMN_ABOUT, COLUMN_PAPER, COLUMN_LANG, COLUMN_BY, COLUMN_WHY };

static int rows_count(const void *user)
{
    return (int)((const struct prints *)user)->n;
}

static int64_t row_id(const void *user, int row)
{
    return ((const struct prints *)user)->rows[row].id;
}

/* Whose it is: the number of its request, and a name where it may be seen. */
static void put_about(const struct print_job *j, bool hide_names, struct buf *out)
{
    char number[CASE_NUMBER_TEXT] = "";

    if (j->request)
        case_number_text(j->year, j->number, number);
    buf_puts(out, number);
    if (!hide_names && !str_empty(j->name))
        buf_printf(out, "%s%s", *number ? " " : "", j->name);
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct print_job *j = &((const struct prints *)user)->rows[row];
    const struct shell *sh = g->user;
    char on[DATE_TEXT], time[HM_TEXT];
    day d;
    hm t;

    (void)style;
    switch (column) {
    case COLUMN_AT:
        instant_civil(j->at, desk_hospital(sh->desk)->offset, &d, &t);
        hm_text(t, time);
        buf_printf(out, "%s %s", date_text(d, g->lang, DATE_SHORT, on), time);
        break;
    case COLUMN_ABOUT: put_about(j, sh->hide_names, out); break;
    case COLUMN_PAPER: buf_puts(out, tr(g->catalog, desk_print_label(j->kind))); break;
    case COLUMN_LANG: buf_puts(out, tr(g->catalog, j->lang == LANG_JA ? N_("Japanese") : N_("English"))); break;
    case COLUMN_BY: buf_puts(out, j->by_name); break;
    default: msg_nested(g->catalog, j->failure, out);
    }
}

static const struct list_column columns[] = {
    [COLUMN_AT] = { .title = N_("Asked for"), .cells = 13 },
    [COLUMN_ABOUT] = { .title = N_("Request"), .cells = 19 },
    [COLUMN_PAPER] = { .title = N_("Paper"), .cells = 24, .words = true },
    [COLUMN_LANG] = { .title = N_("Language"), .cells = 9, .priority = 2 },
    [COLUMN_BY] = { .title = N_("Asked by"), .cells = 10, .priority = 1 },
    [COLUMN_WHY] = { .title = N_("What happened"), .cells = 18, .flex = true },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("Every paper came out.") };

static bool prints_reload(struct screen *s, struct err *err)
{
    struct prints *me = s->state;

    me->n = 0;
    bool ok = desk_prints_waiting(desk_of(s), &s->view, &me->rows, &me->n, err);
    list_reload(&me->list);
    return ok;
}

static bool prints_open(struct screen *s, const void *arg, struct err *err)
{
    struct prints *me = s->state;

    (void)arg;
    list_init(&me->list, &source, me);
    return prints_reload(s, err);
}

static bool can_print(const struct screen *s, struct msg *why)
{
    const struct prints *me = screen_state(s);

    if (me->n)
        return true;
    msg_set(why, N_("Every paper came out."), NULL);
    return false;
}

static void say(struct screen *s, bool ok, const struct err *e)
{
    app_reload(s->app);
    if (ok)
        app_say(s->app, SAY_NOTICE, N_("Printed."), NULL);
    else
        app_say_err(s->app, e);
}

static struct step run_one(struct screen *s)
{
    struct prints *me = s->state;
    struct err e = ERR_INIT;

    say(s, desk_print_now(desk_of(s), list_selected(&me->list), &e), &e);
    return step_stay();
}

static struct step run_all(struct screen *s)
{
    struct prints *me = s->state;
    struct err e = ERR_INIT;
    bool ok = true;

    for (size_t i = 0; ok && i < me->n; i++)
        ok = desk_print_now(desk_of(s), me->rows[i].id, &e);
    say(s, ok, &e);
    return step_stay();
}

static struct step prints_key(struct screen *s, struct key k)
{
    struct prints *me = s->state;

    switch (list_key(&me->list, k)) {
    case LIST_OPEN: return run_one(s);
    case LIST_MOVED: return step_stay();
    case LIST_UNUSED: break;
    }
    return step_unused();
}

/* The chosen paper's whole reason, which its column cuts. */
static void draw_why(const struct prints *me, struct grid *g, int row, int rows)
{
    const char *why = "";
    struct buf text;

    for (size_t i = 0; i < me->n; i++)
        if (me->rows[i].id == list_selected(&me->list))
            why = me->rows[i].failure;
    if (str_empty(why))
        return;
    grid_hline(g, row, 0, g->cols);
    int col = grid_tr(g, row + 1, 1, STYLE_LABEL, N_("What happened")) + 1;
    buf_init(&text, 4096);
    msg_nested(g->catalog, why, &text);
    grid_wrap(g, (struct rect){ row + 1, col, rows - 1, g->cols - col - 1 }, STYLE_NORMAL, text.p);
    buf_fini(&text);
}

static void prints_draw(const struct screen *s, struct grid *g)
{
    enum { WHY_ROWS = 3, WHY_FROM = 12 };
    const struct prints *me = screen_state(s);
    int below = g->body.rows >= WHY_FROM ? WHY_ROWS : 0;

    list_draw(&me->list, g, (struct rect){ g->body.row, g->body.col, g->body.rows - below, g->body.cols }, true);
    if (below)
        draw_why(me, g, g->body.row + g->body.rows - below, below);
}

static const char *prints_help(const struct screen *s)
{
    (void)s;
    return N_("What these papers belong to is stored. Enter prints the chosen one again.");
}

static const struct action prints_actions[] = {
    { .id = "prints.one", .key = "F8", .label = N_("Print"), .rank = 1, .help = N_("Prints the chosen paper again."),
        .usable = can_print, .run = run_one },
    { .id = "prints.all", .key = "a", .second = "Alt+A", .label = N_("All"), .rank = 2, .help = N_("Prints all of them."),
        .usable = can_print, .run = run_all },
    { .id = "prints.refresh", .key = "F5", .label = N_("Refresh"), .rank = 3, .help = N_("Reads everything again."),
        .run = front_refresh },
    { .id = NULL },
};

const struct screen_ops prints_screen = { .name = "prints", .title = N_("Not printed"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct prints), .actions = prints_actions, .open = prints_open, .reload = prints_reload,
    .key = prints_key, .draw = prints_draw, .help = prints_help };
