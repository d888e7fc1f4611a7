/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 申し送り: what the next shift must know. One is written, or taken away when it is done. */
#include "desk/note.h"
#include "domain/request_check.h"
#include "screens/case_parts.h"
#include "screens/front.h"
#include "text/era.h"
#include "tui/list.h"

enum { TAG_ADD = 1, TAG_DONE };

struct notes {
    struct note_line *rows;
    size_t n;
    struct list list;
    int64_t request; /* notes of this request are written; 0 = of the counter */
    int64_t added;
    const char *asked; /* the text whose twelve digits were asked about; NULL = none */
};

static const struct form_field fields[] = {
    { .id = "text", .label = N_("Note text"), .kind = FIELD_LINES, .cells = 50, .rows = 3, .max_clusters = 300,
        .help = N_("What the others must know. No numbers of cards or insurers.") },
    { .id = "until", .label = N_("Until"), .kind = FIELD_DATE, .cells = 12,
        .help = N_("After this day it disappears by itself; empty = until somebody takes it away.") },
};
const struct form_def note_form = { .id = "note", .version = 1, .fields = fields, .n = COUNT_OF(fields), .label_cells = 10 };

enum { COLUMN_ON, COLUMN_BY, COLUMN_NUMBER, COLUMN_TEXT, COLUMN_UNTIL };

static int rows_count(const void *user)
{
    return (int)((const struct notes *)user)->n;
}

static int64_t row_id(const void *user, int row)
{
    return ((const struct notes *)user)->rows[row].id;
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct note_line *x = &((const struct notes *)user)->rows[row];
    char text[DATE_TEXT], number[CASE_NUMBER_TEXT];

    (void)style;
    switch (column) {
    case COLUMN_ON: buf_puts(out, date_text(x->on, g->lang, DATE_SHORT, text)); break;
    case COLUMN_BY: buf_puts(out, x->by_name); break;
    case COLUMN_NUMBER:
        if (x->request) {
            case_number_text(x->year, x->number, number);
            buf_puts(out, number);
        }
        break;
    case COLUMN_TEXT: buf_puts(out, grid_veil(g, x->text)); break;
    default:
        if (day_known(x->until))
            buf_puts(out, date_text(x->until, g->lang, DATE_SHORT, text));
    }
}

static const struct list_column columns[] = {
    [COLUMN_ON] = { .title = N_("Day"), .cells = 7 },
    [COLUMN_BY] = { .title = N_("Author"), .cells = 10 },
    [COLUMN_NUMBER] = { .title = N_("Request no."), .cells = 11 },
    [COLUMN_TEXT] = { .title = N_("Note text"), .cells = 30, .flex = true },
    [COLUMN_UNTIL] = { .title = N_("Until"), .cells = 7 },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("No notes. A adds one.") };

static bool notes_reload(struct screen *s, struct err *err)
{
    struct notes *me = s->state;

    me->n = 0;
    bool ok = desk_notes(desk_of(s), &s->view, &me->rows, &me->n, err);
    list_reload(&me->list);
    return ok;
}

static bool notes_open(struct screen *s, const void *arg, struct err *err)
{
    struct notes *me = s->state;
    const struct place_arg *place = arg;

    me->request = place ? place->request : 0;
    list_init(&me->list, &source, me);
    return notes_reload(s, err);
}

static bool check_note(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct notes *me = s->state;
    struct note_draft draft = { .request = me->request, .text = form_get(f, "text") };

    draft.other_number = me->asked && str_eq(me->asked, draft.text);
    if (!form_day(s, f, "until", DATE_FUTURE, &draft.until, e))
        return false;
    if (desk_note_add(desk_of(s), &draft, &me->added, e))
        return true;
    if (!is_number_question(e))
        return false;
    me->asked = arena_strdup(&s->arena, draft.text); /* the dialog has one line only: the same key again is the answer */
    err_clear(e);
    return err_set(e, ERR_RULE, "text",
        N_("Twelve digits here could be a My Number, which must not be kept. Leave them out; if it is another number, F12 again."), NULL);
}

static bool can_add(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_NOTE_ADD, why);
}

static struct step run_add(struct screen *s)
{
    struct notes *me = s->state;
    struct form_arg arg = { .title = N_("Handover note"), .def = &note_form, .user = s, .check = check_note };

    me->asked = NULL;
    return dialog_form(s, &arg, TAG_ADD);
}

static bool can_done(const struct screen *s, struct msg *why)
{
    const struct notes *me = screen_state(s);

    if (me->n)
        return shell_may(s, ACT_NOTE_DONE, why);
    msg_set(why, N_("There is no note."), NULL);
    return false;
}

static struct step run_done(struct screen *s)
{
    struct confirm_arg arg = { .title = N_("Handover note"), .yes = N_("Done") };

    msg_set(&arg.text, N_("Take the chosen note away? It goes from everybody's board."), NULL);
    return dialog_confirm(s, &arg, TAG_DONE);
}

static struct step take_away(struct screen *s)
{
    struct notes *me = s->state;
    struct err e = ERR_INIT;

    if (!desk_note_done(desk_of(s), list_selected(&me->list), &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    app_reload(s->app);
    app_say(s->app, SAY_NOTICE, N_("The note is taken away."), NULL);
    return step_stay();
}

static struct step notes_result(struct screen *s, const struct result *r)
{
    struct notes *me = s->state;

    if (r->tag == TAG_DONE && r->answer)
        return take_away(s);
    if (r->tag == TAG_ADD && r->answer) {
        app_reload(s->app);
        list_select(&me->list, me->added);
        app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
    }
    return step_stay();
}

static struct step notes_key(struct screen *s, struct key k)
{
    struct notes *me = s->state;

    return list_key(&me->list, k) == LIST_UNUSED ? step_unused() : step_stay();
}

/* The chosen note whole, below the list. */
static void notes_draw(const struct screen *s, struct grid *g)
{
    enum { WHOLE = 4 };
    const struct notes *me = screen_state(s);
    struct rect b = g->body;

    list_draw(&me->list, g, (struct rect){ b.row, 0, b.rows - WHOLE, b.cols }, true);
    grid_hline(g, b.row + b.rows - WHOLE, 0, b.cols);
    for (size_t i = 0; i < me->n; i++)
        if (me->rows[i].id == list_selected(&me->list))
            grid_wrap(g, (struct rect){ b.row + b.rows - WHOLE + 1, 1, WHOLE - 1, b.cols - 2 }, STYLE_NORMAL,
                grid_veil(g, me->rows[i].text));
}

static const char *notes_help(const struct screen *s)
{
    (void)s;
    return N_("Notes stand on everybody's board until they are taken away.");
}

static const struct action notes_actions[] = {
    { .id = "notes.add", .key = "a", .second = "Alt+A", .label = N_("Add"), .rank = 1, .help = N_("Writes a note."),
        .usable = can_add, .run = run_add },
    { .id = "notes.done", .key = "F4", .second = "x", .label = N_("Done"), .rank = 2,
        .help = N_("Takes the chosen note away; who did it is recorded."), .usable = can_done, .run = run_done },
    { .id = "notes.refresh", .key = "F5", .label = N_("Refresh"), .rank = 3, .help = N_("Reads everything again."),
        .run = front_refresh },
    { .id = NULL },
};

const struct screen_ops notes_screen = { .name = "notes", .title = N_("Handover notes"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct notes), .actions = notes_actions, .open = notes_open, .reload = notes_reload,
    .key = notes_key, .result = notes_result, .draw = notes_draw, .help = notes_help };
