/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inquiries of before, found as somebody types; and those past their term that became no request. */
#include "screens/front.h"
#include "domain/words.h"
#include "text/catalog.h"
#include "text/era.h"
#include "tui/list.h"

struct inquiries {
    struct form *form;
    struct form_def def;
    struct inquiry *rows;
    size_t n;
    struct list list;
    bool old; /* those past their term */
    struct screen *screen;
};

static const struct form_field fields[] = {
    { .id = "typed", .label = N_("Search"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 60,
        .help = N_("Name, reading or telephone number from its beginning. Enter opens.") },
};
const struct form_def inquiries_form = { .id = "inquiries", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 10 };

enum { COLUMN_DAY, COLUMN_NAME, COLUMN_WHO, COLUMN_MATTER, COLUMN_NEXT, COLUMN_BY, COLUMN_REQUEST };

static int rows_count(const void *user)
{
    return (int)((const struct inquiries *)user)->n;
}

static int64_t row_id(const void *user, int row)
{
    return ((const struct inquiries *)user)->rows[row].id;
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct inquiry *x = &((const struct inquiries *)user)->rows[row];
    char text[DATE_TEXT], number[CASE_NUMBER_TEXT];

    switch (column) {
    case COLUMN_DAY: buf_puts(out, date_text(x->day, g->lang, DATE_SHORT, text)); break;
    case COLUMN_NAME: buf_puts(out, grid_veil(g, str_or(x->name, x->phone))); break;
    case COLUMN_WHO: buf_puts(out, tr(g->catalog, words_label(&WORDS_INQUIRY_WHO, x->who))); break;
    case COLUMN_MATTER: buf_puts(out, tr(g->catalog, words_label(&WORDS_INQUIRY_MATTER, x->matter))); break;
    case COLUMN_NEXT:
        *style = x->done ? STYLE_DIM : STYLE_NEED;
        buf_puts(out, x->done ? tr(g->catalog, N_("done")) : tr(g->catalog, words_label(&WORDS_INQUIRY_NEXT, x->next)));
        break;
    case COLUMN_BY: buf_puts(out, x->by_name); break;
    default:
        if (x->request) {
            case_number_text(x->year, x->number, number);
            buf_puts(out, number);
        }
    }
}

static const struct list_column columns[] = {
    [COLUMN_DAY] = { .title = N_("Day"), .cells = 7 },
    [COLUMN_NAME] = { .title = N_("Name"), .cells = 16, .flex = true },
    [COLUMN_WHO] = { .title = N_("Who asks"), .cells = 10 },
    [COLUMN_MATTER] = { .title = N_("Matter"), .cells = 14 },
    [COLUMN_NEXT] = { .title = N_("Then"), .cells = 14 },
    [COLUMN_BY] = { .title = N_("Author"), .cells = 10, .priority = 1 },
    [COLUMN_REQUEST] = { .title = N_("Request no."), .cells = 11 },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("No inquiry.") };

static bool inquiries_reload(struct screen *s, struct err *err)
{
    struct inquiries *me = s->state;

    me->n = 0;
    bool ok = me->old ? desk_inquiries_old(desk_of(s), &s->view, &me->rows, &me->n, err)
                      : desk_inquiries(desk_of(s), form_get(me->form, "typed"), 0, &s->view, &me->rows, &me->n, err);
    list_reload(&me->list);
    return ok;
}

static bool inquiries_open(struct screen *s, const void *arg, struct err *err)
{
    struct inquiries *me = s->state;
    const struct place_arg *place = arg;

    me->screen = s;
    me->old = place && str_eq(place->text, "old");
    me->def = inquiries_form;
    me->form = form_new(&me->def, me);
    if (place && !me->old && !str_empty(place->text))
        form_set(me->form, "typed", place->text);
    list_init(&me->list, &source, me);
    if (inquiries_reload(s, err))
        return true;
    form_free(me->form);
    return false;
}

static void inquiries_close(struct screen *s)
{
    struct inquiries *me = s->state;

    if (me->form)
        form_free(me->form);
}

static struct step open_chosen(struct screen *s)
{
    struct inquiries *me = s->state;
    struct place_arg arg = { .inquiry = list_selected(&me->list), .day = DAY_NONE };

    return arg.inquiry ? shell_open(s, PLACE_INQUIRY, &arg, 0) : step_stay();
}

static struct step inquiries_key(struct screen *s, struct key k)
{
    struct inquiries *me = s->state;

    switch (list_key(&me->list, k)) {
    case LIST_OPEN: return open_chosen(s);
    case LIST_MOVED: return step_stay();
    case LIST_UNUSED: break;
    }
    if (me->old || form_key(me->form, k) == FORM_UNUSED)
        return step_unused();
    if (!app_reload(s->app)) { /* the old rows are not what is asked for now */
        me->n = 0;
        list_reload(&me->list);
    }
    return step_stay();
}

static struct step run_old(struct screen *s)
{
    struct inquiries *me = s->state;

    me->old = !me->old;
    if (!app_reload(s->app))
        me->old = !me->old;
    return step_stay();
}

static void inquiries_draw(const struct screen *s, struct grid *g)
{
    const struct inquiries *me = screen_state(s);
    const struct hospital *h = hospital_of(s);
    char days[16];

    snprintf(days, sizeof days, "%d", h->inquiry_days);
    if (me->old)
        money_line(g, g->body.row, 1, g->cols - 2, STYLE_NEED,
            N_("Older than %s days and without a request: to be deleted."), days, NULL);
    else
        form_draw(me->form, g, (struct rect){ g->body.row, 1, 1, g->cols - 2 }, true);
    list_draw(&me->list, g, (struct rect){ g->body.row + 1, 0, g->body.rows - 1, g->cols }, me->old);
}

static const struct form *inquiries_focus(const struct screen *s)
{
    return ((const struct inquiries *)screen_state(s))->form;
}

static const struct action inquiries_actions[] = {
    { .id = "inquiries.old", .key = "F3", .label = N_("Old ones"), .rank = 1,
        .help = N_("Those past their term without a request; again shows all."), .run = run_old },
    { .id = "inquiries.refresh", .key = "F5", .label = N_("Refresh"), .rank = 2, .help = N_("Reads everything again."),
        .run = front_refresh },
    { .id = NULL },
};

const struct screen_ops inquiries_screen = { .name = "inquiries", .title = N_("Earlier inquiries"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct inquiries), .actions = inquiries_actions, .open = inquiries_open,
    .close = inquiries_close, .reload = inquiries_reload, .key = inquiries_key, .draw = inquiries_draw,
    .form = inquiries_focus };
