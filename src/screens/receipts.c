/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 領収書検索: receipts of the business day, or by number, request or name as it is typed; printed again and
 * voided from here. */
#include "domain/words.h"
#include "screens/money.h"
#include "text/era.h"
#include "tui/list.h"

enum { TAG_PRINT = 1, TAG_PAY };

static const struct form_field receipts_fields[] = {
    { .id = "typed", .label = N_("Receipt or name"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 40,
        .help = N_("Receipt number (310), request (26-0415) or name. Empty: those of the day.") },
};
const struct form_def receipts_form = { .id = "receipts", .version = 1, .fields = receipts_fields,
    .n = COUNT_OF(receipts_fields), .label_cells = 16 };

struct receipts {
    struct form *form;
    struct receipt_row *rows;
    size_t n;
    struct list list;
    struct void_flow void_flow;
};

static const struct receipt_row *chosen(const struct receipts *me)
{
    for (size_t i = 0; i < me->n; i++)
        if (me->rows[i].payment == list_selected(&me->list))
            return &me->rows[i];
    return NULL;
}

enum { COLUMN_NUMBER, COLUMN_DAY, COLUMN_NAME, COLUMN_METHOD, COLUMN_YEN, COLUMN_STATE, COLUMN_BY };

static int rows_count(const void *user)
{
    return (int)((const struct receipts *)user)->n;
}

static int64_t row_id(const void *user, int row)
{
    return ((const struct receipts *)user)->rows[row].payment;
}

static void put_state(const struct receipt_row *r, const struct grid *g, struct buf *out, enum style *style)
{
    char copies[12];

    if (r->voided) {
        *style = STYLE_NEED;
        buf_puts(out, tr(g->catalog, N_("voided")));
        return;
    }
    if (r->day_closed)
        buf_puts(out, tr(g->catalog, N_("day closed")));
    if (r->copies > 1) {
        snprintf(copies, sizeof copies, "%d", r->copies);
        buf_puts(out, out->len ? " " : "");
        money_put(out, g->catalog, N_("%s copies"), copies, NULL);
    }
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct receipt_row *r = &((const struct receipts *)user)->rows[row];
    char text[DATE_TEXT], number[CASE_NUMBER_TEXT];

    _Static_assert((int)DATE_TEXT >= (int)RECEIPT_TEXT && (int)DATE_TEXT >= (int)YEN_TEXT, "one buffer for all columns");
    switch (column) {
    case COLUMN_NUMBER:
        receipt_number_text(r->counter_number, r->year, r->number, text);
        buf_puts(out, text);
        break;
    case COLUMN_DAY: buf_puts(out, date_text(r->paid_on, g->lang, DATE_SHORT_WEEKDAY, text)); break;
    case COLUMN_NAME:
        case_number_text(r->case_year, r->case_number, number);
        buf_puts(out, money_name(g, r->name, number));
        break;
    case COLUMN_METHOD: buf_puts(out, tr(g->catalog, words_label(&WORDS_METHOD, r->method))); break;
    case COLUMN_YEN:
        yen_format(r->amount, text);
        buf_puts(out, text);
        break;
    case COLUMN_STATE: put_state(r, g, out, style); break;
    default: buf_puts(out, r->by_name);
    }
}

static const struct list_column columns[] = {
    [COLUMN_NUMBER] = { .title = N_("Receipt"), .cells = 12 },
    [COLUMN_DAY] = { .title = N_("Paid on"), .cells = 12 },
    [COLUMN_NAME] = { .title = N_("Name"), .cells = 16, .flex = true },
    [COLUMN_METHOD] = { .title = N_("Paid how"), .cells = 8 },
    [COLUMN_YEN] = { .title = N_("Amount"), .cells = 9, .align = ALIGN_RIGHT },
    [COLUMN_STATE] = { .title = N_("State"), .cells = 14 },
    [COLUMN_BY] = { .title = N_("Clerk"), .cells = 8, .priority = 1 },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("No such receipt.") };

static bool receipts_reload(struct screen *s, struct err *err)
{
    struct receipts *me = s->state;

    me->n = 0;
    bool ok = desk_receipts(desk_of(s), form_get(me->form, "typed"), &s->view, &me->rows, &me->n, err);
    list_reload(&me->list);
    return ok;
}

static bool receipts_open(struct screen *s, const void *arg, struct err *err)
{
    struct receipts *me = s->state;
    const struct place_arg *place = arg;

    me->form = form_new(&receipts_form, me);
    if (place && place->text)
        form_set(me->form, "typed", place->text);
    list_init(&me->list, &source, me);
    if (receipts_reload(s, err))
        return true;
    form_free(me->form);
    return false;
}

static void receipts_close(struct screen *s)
{
    form_free(((struct receipts *)s->state)->form);
}

static bool has_row(const struct screen *s, struct msg *why)
{
    if (chosen(screen_state(s)))
        return true;
    msg_set(why, N_("No receipt is chosen."), NULL);
    return false;
}

static bool can_print(const struct screen *s, struct msg *why)
{
    return has_row(s, why) && shell_may(s, ACT_REPRINT, why);
}

static bool can_void(const struct screen *s, struct msg *why)
{
    if (!has_row(s, why) || !shell_may(s, ACT_VOID, why))
        return false;
    const struct receipt_row *r = chosen(screen_state(s));
    if (r->voided)
        msg_set(why, N_("This receipt has been voided already."), NULL);
    else if (r->day_closed)
        msg_set(why, N_("The day of this receipt is closed. It cannot be voided any more; ask a supervisor."), NULL);
    return !r->voided && !r->day_closed;
}

static struct step run_print(struct screen *s)
{
    struct receipts *me = s->state;
    const struct receipt_row *r = chosen(me);
    char number[RECEIPT_TEXT];
    struct pick_arg arg = { .title = N_("Print again"), .n = 2 };
    const struct pick_item items[] = { { .text = "日本語", .id = LANG_JA }, { .text = "English", .id = LANG_EN } };

    receipt_number_text(r->counter_number, r->year, r->number, number);
    msg_set(&arg.text, N_("Print receipt %s again? The copy is counted and marked as a duplicate."), number, NULL);
    arg.items = items;
    return dialog_pick(s, &arg, TAG_PRINT);
}

static struct step run_void(struct screen *s)
{
    struct receipts *me = s->state;

    return void_start(s, &me->void_flow, chosen(me)->payment, chosen(me)->method);
}

static struct step run_open(struct screen *s)
{
    struct place_arg arg = { .request = chosen(s->state)->request };

    return shell_open(s, PLACE_PAY, &arg, TAG_PAY);
}

static struct step print_copy(struct screen *s, enum lang lang)
{
    struct reprint_done done;
    struct err e = ERR_INIT;
    struct msg good;

    if (!chosen(s->state) || !desk_reprint(desk_of(s), chosen(s->state)->payment, lang, &s->view, &done, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    msg_set(&good, done.copy > 1 ? N_("Printed again; the copy is marked as a duplicate.") : N_("Printed."), NULL);
    app_reload(s->app);
    money_say_printed(s, &done.printed, &good);
    return step_stay();
}

static struct step receipts_result(struct screen *s, const struct result *r)
{
    struct receipts *me = s->state;
    struct step step;
    bool voided;

    if (void_result(s, &me->void_flow, r, &step, &voided))
        return step;
    if (r->tag == TAG_PRINT && r->answer)
        return print_copy(s, (enum lang)*(const int64_t *)r->value);
    return step_stay();
}

static struct step receipts_key(struct screen *s, struct key k)
{
    struct receipts *me = s->state;
    struct err e = ERR_INIT;

    switch (list_key(&me->list, k)) {
    case LIST_OPEN: return chosen(me) ? run_open(s) : step_stay();
    case LIST_MOVED: return step_stay();
    case LIST_UNUSED: break;
    }
    switch (form_key(me->form, k)) {
    case FORM_EDITED:
        arena_reset(&s->view);
        if (!receipts_reload(s, &e))
            app_say_err(s->app, &e);
        return step_stay();
    case FORM_UNUSED: return step_unused();
    case FORM_MOVED:
    case FORM_END: break;
    }
    return step_stay();
}

static void receipts_draw(const struct screen *s, struct grid *g)
{
    const struct receipts *me = screen_state(s);
    struct rect b = g->body;

    form_draw(me->form, g, (struct rect){ b.row, 1, 1, b.cols - 2 }, true);
    grid_hline(g, b.row + 1, 0, b.cols);
    list_draw(&me->list, g, (struct rect){ b.row + 2, 0, b.rows - 2, b.cols }, false);
}

static const struct form *receipts_shown(const struct screen *s)
{
    return ((const struct receipts *)screen_state(s))->form;
}

static const struct action receipts_actions[] = {
    { .id = "receipts.print", .key = "F8", .label = N_("Print"), .rank = 1,
        .help = N_("Prints the chosen receipt again, marked as a duplicate."), .usable = can_print, .run = run_print },
    { .id = "receipts.void", .key = "F4", .label = N_("Void"), .rank = 2,
        .help = N_("Voids the receipt: original collected or lost, reason, second person."), .usable = can_void,
        .run = run_void },
    { .id = "receipts.refresh", .key = "F5", .label = N_("Refresh"), .rank = 3, .help = N_("Reads the list again."),
        .run = money_refresh },
    { .id = NULL },
};

const struct screen_ops receipts_screen = { .name = "receipts", .title = N_("Receipts"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct receipts), .actions = receipts_actions, .open = receipts_open,
    .close = receipts_close, .key = receipts_key, .result = receipts_result, .draw = receipts_draw,
    .form = receipts_shown, .reload = receipts_reload };
