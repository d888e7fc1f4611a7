/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F1: what belongs into the field, the message in full, and every action of the screen: a list that
 * is searched by typing and run with Enter. */
#include "tui/appstate.h"
#include "tui/dialog.h"
#include "tui/dialogbox.h"
#include "tui/field.h"
#include "tui/form.h"
#include "tui/formstate.h"
#include "tui/list.h"

enum { HELP_KEY_CELLS = 14, HELP_LABEL_CELLS = 9 };

struct help_row {
    const struct action *action;
    char keys[2 * KEY_NAME];
    bool usable;
};

struct help_state {
    const char *field_help; /* msgid */
    const struct choice *choices;
    struct msg message;
    struct field *query;
    struct help_row all[ACTIONS_MAX];
    int n_all;
    int shown[ACTIONS_MAX]; /* rows that match the query */
    int n;
    struct list list;
};

/* --- rows */

static int help_count(const void *user)
{
    return ((const struct help_state *)user)->n;
}

static int64_t help_id(const void *user, int row)
{
    return ((const struct help_state *)user)->shown[row] + 1;
}

static void help_cell(
    const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct help_state *h = user;
    const struct help_row *r = &h->all[h->shown[row]];

    *style = r->usable ? STYLE_NORMAL : STYLE_DIM;
    buf_puts(out,
        column == 0 ? r->keys : tr(g->catalog, column == 1 ? r->action->label : r->action->help));
}

static const struct list_column help_columns[] = {
    { .cells = HELP_KEY_CELLS },
    { .cells = HELP_LABEL_CELLS },
    { .cells = 20, .flex = true },
};

static const struct list_source help_source = { .columns = help_columns,
    .n_columns = COUNT_OF(help_columns),
    .count = help_count,
    .id = help_id,
    .cell = help_cell,
    .empty = N_("Nothing here is called like that.") };

/* 0 = called just like that, 1 = the word is in its name or keys, 2 = in what it does, 3 = nowhere. */
enum { NOWHERE = 3 };
static int how_near(const struct catalog *c, const struct help_row *r, const char *word)
{
    const char *label = tr(c, r->action->label);

    if (strcasecmp(label, word) == 0)
        return 0;
    if (strcasestr(label, word) || strcasestr(r->keys, word))
        return 1;
    return strcasestr(tr(c, r->action->help), word) ? 2 : NOWHERE;
}

/* Enter runs the first one: it is the nearest to what was typed. */
static void search(struct screen *s)
{
    struct help_state *h = s->state;
    const char *word = field_text(h->query);

    h->n = 0;
    for (int near = 0; near < NOWHERE; near++)
        for (int i = 0; i < h->n_all; i++)
            if ((*word ? how_near(app_catalog(s->app), &h->all[i], word) : 0) == near)
                h->shown[h->n++] = i;
    list_reload(&h->list);
    if (h->n)
        list_select(&h->list, h->shown[0] + 1);
}

/* --- the screen */

static void keys_of(const struct action *a, char *out, size_t size)
{
    char first[KEY_NAME];
    struct key k;
    const char *second = a->second;

    action_key_text(a, first);
    if (!second && a->key && key_parse(a->key, &k))
        second = key_second_route(k);
    snprintf(out, size, "%s%s%s", first, second ? " " : "", second ? second : "");
}

static bool help_open(struct screen *s, const void *arg, struct err *err)
{
    static const struct field_spec query = { .kind = FIELD_TEXT, .cells = 20, .max_clusters = 20 };
    struct help_state *h = s->state;
    const struct screen *below = app_top(s->app);
    const struct form *form = below->ops->form ? below->ops->form(below) : NULL;
    const struct action *actions[ACTIONS_MAX];
    int n = app_actions(s->app, actions, ACTIONS_MAX);

    (void)arg;
    (void)err;
    h->field_help = app_help(s->app);
    h->choices = form ? form_active(form)->choices : NULL;
    if (s->app->said)
        h->message = s->app->say;
    for (int i = 0; i < n; i++) {
        struct msg why;
        struct help_row *row = &h->all[h->n_all];
        if (str_eq(actions[i]->id, "help"))
            continue;
        row->action = actions[i];
        row->usable = action_usable(s->app, actions[i], &why);
        keys_of(actions[i], row->keys, sizeof row->keys);
        h->n_all++;
    }
    h->query = field_new(&query);
    list_init(&h->list, &help_source, h);
    search(s);
    list_set_page(&h->list, 8);
    return true;
}

static void help_close(struct screen *s)
{
    struct help_state *h = s->state;

    field_free(h->query);
}

static struct step help_key(struct screen *s, struct key k)
{
    struct help_state *h = s->state;
    struct app *app = s->app;

    switch (list_key(&h->list, k)) {
    case LIST_OPEN: {
        const struct action *a = h->all[h->shown[h->list.sel]].action;
        app_step(app, step_pop(0, NULL)); /* s and h are gone from here on */
        app_run_action(app, a);
        return step_stay();
    }
    case LIST_MOVED:
        return step_stay();
    case LIST_UNUSED:
        break;
    }
    enum field_result result = field_key(h->query, k);
    if (result == FIELD_EDITED)
        search(s);
    return result == FIELD_UNUSED ? step_unused() : step_stay();
}

static int draw_about(const struct help_state *h, struct grid *g, struct rect at)
{
    struct buf text;

    buf_init(&text, 8192);
    if (h->field_help)
        buf_printf(&text, "%s\n", tr(g->catalog, h->field_help));
    if (h->choices)
        form_options(h->choices, g->catalog, &text);
    if (h->choices)
        buf_putc(&text, '\n');
    if (h->message.id)
        msg_text(g->catalog, &h->message, &text);
    int rows = grid_wrap(g, at, STYLE_NORMAL, text.p);
    buf_fini(&text);
    return rows;
}

static void help_draw(const struct screen *s, struct grid *g)
{
    const struct help_state *h = screen_state(s);
    struct rect at = dialog_box(g, N_("Help"), NULL, g->cols - 4, g->body.rows - 2);
    int used = draw_about(h, g, (struct rect){ at.row, at.col, at.rows / 2, at.cols });

    used += used > 0;
    int col = grid_tr(g, at.row + used, at.col, STYLE_LABEL, N_("Find:"));
    grid_text(g, at.row + used, col + 1, STYLE_DIM, "[");
    grid_text(g, at.row + used, col + 22, STYLE_DIM, "]");
    list_draw(&h->list, g, (struct rect){ at.row + used + 1, at.col, at.rows - used - 1, at.cols },
        false);
    field_draw(h->query, g, at.row + used, col + 2, 0, true, STYLE_FIELD_ACTIVE);
}

static struct step help_leave(struct screen *s)
{
    (void)s;
    return step_pop(0, NULL);
}

/* First how this list is used; when the user moves in it, all that its row may have had to cut. */
static const char *help_help(const struct screen *s)
{
    const struct help_state *h = screen_state(s);

    if (h->n > 0 && h->list.sel > 0)
        return h->all[h->shown[h->list.sel]].action->help;
    return N_("Type to search, arrows to choose, Enter to do it. F1 or Esc closes.");
}

static const struct action help_actions[] = {
    { .id = "help",
        .key = "F1",
        .label = N_("Hide"),
        .rank = 1,
        .help = N_("Closes the help."),
        .run = help_leave },
    { .id = NULL },
};

const struct screen_ops help_screen = { .name = "help",
    .title = N_("Help"),
    .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct help_state),
    .actions = help_actions,
    .open = help_open,
    .close = help_close,
    .key = help_key,
    .draw = help_draw,
    .help = help_help };
