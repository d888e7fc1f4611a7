/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F9: one line for everything, found as it is typed. Enter opens. */
#include "desk/search.h"
#include "screens/front.h"
#include "text/catalog.h"
#include "text/era.h"
#include "tui/list.h"

struct search {
    struct form *form;
    struct form_def def;
    struct found *rows;
    size_t n;
    struct list list;
};

static const struct form_field fields[] = {
    { .id = "typed", .label = N_("Search"), .kind = FIELD_TEXT, .cells = 34, .max_clusters = 60,
        .help = N_("Request, patient or receipt no., name, kana, phone, birth date. Enter opens.") },
};
const struct form_def search_form = { .id = "search", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 10 };

enum { COLUMN_KIND, COLUMN_NUMBER, COLUMN_NAME, COLUMN_KANA, COLUMN_BIRTH, COLUMN_PATIENT, COLUMN_STATE };

static int rows_count(const void *user)
{
    return (int)((const struct search *)user)->n;
}

/* Rows of several kinds: their place is their name until the next letter. */
static int64_t row_id(const void *user, int row)
{
    (void)user;
    return row + 1;
}

static const char *kind_word(enum found_kind k)
{
    static const char *const words[] = { [FOUND_REQUEST] = N_("Request"), [FOUND_PERSON] = N_("Patients"),
        [FOUND_INQUIRY] = N_("Inquiry"), [FOUND_RECEIPT] = N_("Receipt") };

    return words[k];
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct found *x = &((const struct search *)user)->rows[row];
    char text[DATE_TEXT];
    day d = day_known(x->birth) ? x->birth : x->on;

    (void)style;
    switch (column) {
    case COLUMN_KIND: buf_puts(out, tr(g->catalog, kind_word(x->kind))); break;
    case COLUMN_NUMBER: buf_puts(out, x->number); break;
    case COLUMN_NAME: buf_puts(out, grid_veil(g, x->name)); break;
    case COLUMN_KANA: buf_puts(out, money_name(g, x->kana, "")); break;
    case COLUMN_BIRTH:
        date_text(d, g->lang, DATE_ISO, text);
        buf_puts(out, day_known(x->birth) ? grid_veil(g, text) : text);
        break;
    case COLUMN_PATIENT: buf_puts(out, grid_veil(g, x->patient_no)); break;
    default: buf_puts(out, bilingual_in(x->state, g->lang));
    }
}

static const struct list_column columns[] = {
    [COLUMN_KIND] = { .title = N_("Kind"), .cells = 8 },
    [COLUMN_NUMBER] = { .title = N_("No."), .cells = 13 },
    [COLUMN_NAME] = { .title = N_("Name"), .cells = 16, .flex = true },
    [COLUMN_KANA] = { .title = N_("Kana"), .cells = 16, .priority = 2 },
    [COLUMN_BIRTH] = { .title = N_("Birth/day"), .cells = 11 },
    [COLUMN_PATIENT] = { .title = N_("Patient no."), .cells = 11, .priority = 1 },
    [COLUMN_STATE] = { .title = N_("State"), .cells = 14 },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("Nothing found.") };

static bool search_reload(struct screen *s, struct err *err)
{
    struct search *me = s->state;

    me->n = 0;
    bool ok = desk_search(desk_of(s), form_get(me->form, "typed"), &s->view, &me->rows, &me->n, err);
    list_reload(&me->list);
    return ok;
}

static bool search_open(struct screen *s, const void *arg, struct err *err)
{
    struct search *me = s->state;
    const struct place_arg *place = arg;

    me->def = search_form;
    me->form = form_new(&me->def, me);
    if (place && !str_empty(place->text))
        form_set(me->form, "typed", place->text);
    list_init(&me->list, &source, me);
    if (search_reload(s, err))
        return true;
    form_free(me->form);
    return false;
}

static void search_close(struct screen *s)
{
    struct search *me = s->state;

    if (me->form)
        form_free(me->form);
}

static const struct found *chosen(const struct search *me)
{
    int64_t at = list_selected(&me->list);

    return at >= 1 && (size_t)at <= me->n ? &me->rows[at - 1] : NULL;
}

static struct step open_chosen(struct screen *s)
{
    const struct found *x = chosen(s->state);
    struct place_arg arg = { .day = DAY_NONE };

    if (!x)
        return step_stay();
    if (x->kind == FOUND_RECEIPT) {
        arg.text = x->number;
        return shell_open(s, PLACE_RECEIPTS, &arg, 0);
    }
    if (x->kind == FOUND_INQUIRY && !x->request) {
        arg.inquiry = x->id;
        return shell_open(s, PLACE_INQUIRY, &arg, 0);
    }
    if (!x->request) {
        app_say(s->app, SAY_GUIDE, N_("This person has no request yet."), NULL);
        return step_stay();
    }
    arg.request = x->request;
    return shell_open(s, PLACE_REQUEST, &arg, 0);
}

static struct step search_key(struct screen *s, struct key k)
{
    struct search *me = s->state;

    switch (list_key(&me->list, k)) {
    case LIST_OPEN: return open_chosen(s);
    case LIST_MOVED: return step_stay();
    case LIST_UNUSED: break;
    }
    if (form_key(me->form, k) == FORM_UNUSED)
        return step_unused();
    list_select(&me->list, 1);
    app_reload(s->app);
    return step_stay();
}

static void search_draw(const struct screen *s, struct grid *g)
{
    const struct search *me = screen_state(s);
    struct rect b = g->body;

    list_draw(&me->list, g, (struct rect){ b.row + 2, 0, b.rows - 2, b.cols }, false);
    form_draw(me->form, g, (struct rect){ b.row, 1, 1, b.cols - 2 }, true);
}

static const struct form *search_focus(const struct screen *s)
{
    return ((const struct search *)screen_state(s))->form;
}

const struct screen_ops search_screen = { .name = "search", .title = N_("Search"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct search), .open = search_open, .close = search_close, .reload = search_reload,
    .key = search_key, .draw = search_draw, .form = search_focus };
