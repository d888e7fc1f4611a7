/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 会計待ち: who has to pay. Those whose talk is over stand first; who left without paying stands below with
 * the promised day. Enter takes the fee. */
#include "screens/money.h"
#include "text/era.h"
#include "tui/list.h"

enum { TAG_PAY = 1, TAG_CASH, TAG_DRAWER };

struct payments {
    struct waiting_row *rows;
    size_t n;
    struct drawer_view drawer;
    struct list list;
};

enum { COLUMN_CALL, COLUMN_NAME, COLUMN_NUMBER, COLUMN_OVER, COLUMN_OWED, COLUMN_NOTE };

static int rows_count(const void *user)
{
    return (int)((const struct payments *)user)->n;
}

static int64_t row_id(const void *user, int row)
{
    return ((const struct payments *)user)->rows[row].request;
}

static void put_note(const struct waiting_row *r, const struct grid *g, struct buf *out)
{
    char on[DATE_TEXT];

    if (!r->unpaid)
        return;
    date_text(r->promised_on, g->lang, DATE_SHORT, on);
    buf_puts(out, tr(g->catalog, N_("unpaid")));
    buf_printf(out, "%s%s", on[0] ? " " : "", on);
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct payments *me = user;
    const struct waiting_row *r = &me->rows[row];
    char text[YEN_TEXT];

    switch (column) {
    case COLUMN_CALL:
        if (r->call_number)
            buf_printf(out, "%d", r->call_number);
        break;
    case COLUMN_NAME:
        buf_puts(out, grid_veil(g, r->name)); /* the number stands beside it */
        break;
    case COLUMN_NUMBER:
        case_number_text(r->year, r->number, text);
        buf_puts(out, text);
        break;
    case COLUMN_OVER:
        hm_text(r->talk_ended, text);
        buf_puts(out, text);
        break;
    case COLUMN_OWED:
        yen_format(r->owed, text);
        buf_puts(out, text);
        break;
    default:
        *style = r->unpaid ? STYLE_NEED : *style;
        put_note(r, g, out);
    }
}

static const struct list_column columns[] = {
    [COLUMN_CALL] = { .title = N_("Call no."), .cells = 8 },
    [COLUMN_NAME] = { .title = N_("Name"), .cells = 18 },
    [COLUMN_NUMBER] = { .title = N_("Request no."), .cells = 11 },
    [COLUMN_OVER] = { .title = N_("Talk ended"), .cells = 11 },
    [COLUMN_OWED] = { .title = N_("Owed"), .cells = 10, .align = ALIGN_RIGHT },
    [COLUMN_NOTE] = { .title = N_("Remarks"), .cells = 14, .flex = true },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("Nobody has to pay now.") };

static bool payments_reload(struct screen *s, struct err *err)
{
    struct payments *me = s->state;

    me->n = 0;
    bool ok = desk_waiting(desk_of(s), &s->view, &me->rows, &me->n, err)
        && desk_drawer_view(desk_of(s), &s->view, &me->drawer, err);
    list_reload(&me->list);
    return ok;
}

static bool payments_open(struct screen *s, const void *arg, struct err *err)
{
    struct payments *me = s->state;

    (void)arg;
    list_init(&me->list, &source, me);
    return payments_reload(s, err);
}

static struct step run_pay(struct screen *s)
{
    const struct payments *me = s->state;
    struct place_arg arg = { .request = list_selected(&me->list) };

    return shell_open(s, PLACE_PAY, &arg, TAG_PAY);
}

static bool can_pay(const struct screen *s, struct msg *why)
{
    const struct payments *me = screen_state(s);

    if (me->n)
        return true;
    msg_set(why, N_("Nobody has to pay now."), NULL);
    return false;
}

static struct step run_receipts(struct screen *s)
{
    return shell_open(s, PLACE_RECEIPTS, NULL, 0);
}

static struct step run_closing(struct screen *s)
{
    return shell_open(s, PLACE_CLOSING, NULL, 0);
}

static struct step run_cash(struct screen *s)
{
    return cash_start(s, TAG_CASH);
}

static bool can_move_cash(const struct screen *s, struct msg *why)
{
    const struct payments *me = screen_state(s);

    if (!me->drawer.open) {
        msg_set(why, N_("The drawer is not open. Count the float first."), NULL);
        return false;
    }
    return shell_may(s, ACT_CASH_MOVE, why);
}

static struct step run_drawer(struct screen *s)
{
    (void)s;
    return step_push(&drawer_screen, NULL, TAG_DRAWER);
}

static bool can_open_drawer(const struct screen *s, struct msg *why)
{
    const struct payments *me = screen_state(s);

    if (me->drawer.open) {
        msg_set(why, N_("The drawer was opened already (%s)."), me->drawer.opened_by, NULL);
        return false;
    }
    return shell_may(s, ACT_DRAWER_OPEN, why);
}

static struct step payments_result(struct screen *s, const struct result *r)
{
    if (r->answer)
        app_reload(s->app);
    if (r->tag == TAG_CASH && r->answer)
        app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
    if (r->tag == TAG_DRAWER && r->answer)
        app_say(s->app, SAY_NOTICE, N_("The drawer is open."), NULL);
    return step_stay();
}

static struct step payments_key(struct screen *s, struct key k)
{
    struct payments *me = s->state;

    switch (list_key(&me->list, k)) {
    case LIST_OPEN: return run_pay(s);
    case LIST_MOVED: return step_stay();
    case LIST_UNUSED: break;
    }
    return step_unused();
}

/* "現金箱 開 50,000 (西川 08:52)", or that it is still closed; and a day that was forgotten. */
static void draw_drawer(const struct payments *me, const struct hospital *h, struct grid *g, int row, int cols)
{
    char amount[YEN_TEXT], at[HM_TEXT], on[DATE_TEXT];
    day ignored;
    hm time;

    yen_format(me->drawer.float_yen, amount);
    instant_civil(me->drawer.opened_at, h->offset, &ignored, &time);
    hm_text(time, at);
    if (me->drawer.open)
        money_line(g, row, 1, cols - 1, STYLE_NORMAL, N_("Drawer open, float %1$s yen (%2$s %3$s)"), amount,
            me->drawer.opened_by, at, NULL);
    else
        money_line(g, row, 1, cols - 1, STYLE_NEED, N_("Drawer not open yet, float %s yen left over"), amount, NULL);
    if (!day_known(me->drawer.forgotten))
        return;
    date_text(me->drawer.forgotten, g->lang, DATE_WEEKDAY, on);
    money_line(g, row + 1, 1, cols - 1, STYLE_NEED, N_("%s is not closed yet: close it first (E)"), on, NULL);
}

/* Below the list: why the chosen visitor left without paying, and when they will. */
static void draw_reason(const struct payments *me, struct grid *g, const struct rect *b)
{
    char on[DATE_TEXT];

    for (size_t i = 0; i < me->n; i++) {
        const struct waiting_row *r = &me->rows[i];
        if (r->request != list_selected(&me->list) || !r->unpaid)
            continue;
        date_text(r->promised_on, g->lang, DATE_SHORT_WEEKDAY, on);
        money_line(g, b->row + b->rows - 1, 1, b->cols - 2, STYLE_NEED, N_("Left without paying: %1$s. Will pay on %2$s"),
            grid_veil(g, r->reason), on[0] ? on : "-", NULL);
    }
}

static void payments_draw(const struct screen *s, struct grid *g)
{
    const struct payments *me = screen_state(s);
    struct rect b = g->body;

    draw_drawer(me, hospital_of(s), g, b.row, b.cols);
    grid_hline(g, b.row + 2, 0, b.cols);
    list_draw(&me->list, g, (struct rect){ b.row + 3, 0, b.rows - 4, b.cols }, true);
    draw_reason(me, g, &b);
}

static const char *payments_help(const struct screen *s)
{
    (void)s;
    return N_("Enter takes the fee of the chosen row. Who left without paying stands below.");
}

static const struct action payments_actions[] = {
    { .id = "payments.pay", .key = "F12", .label = N_("Take fee"), .rank = 1,
        .help = N_("Opens the fee of the chosen row."), .usable = can_pay, .run = run_pay },
    { .id = "payments.receipts", .key = "r", .label = N_("Receipts"), .rank = 2,
        .help = N_("Receipts by number, day or name: print again, void."), .run = run_receipts },
    { .id = "payments.cash", .key = "d", .label = N_("In/out"), .rank = 3,
        .help = N_("Cash into the drawer or out of it, with a reason."), .usable = can_move_cash, .run = run_cash },
    { .id = "payments.drawer", .key = "o", .label = N_("Drawer"), .rank = 4,
        .help = N_("Opens the drawer of the day with its counted float."), .usable = can_open_drawer, .run = run_drawer },
    { .id = "payments.close", .key = "e", .label = N_("Closing"), .rank = 5,
        .help = N_("Closes the day."), .run = run_closing },
    { .id = "payments.refresh", .key = "F5", .label = N_("Refresh"), .rank = 6, .help = N_("Reads the list again."),
        .run = money_refresh },
    { .id = NULL },
};

const struct screen_ops payments_screen = { .name = "payments", .title = N_("Fees to take"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct payments), .actions = payments_actions, .open = payments_open,
    .key = payments_key, .result = payments_result, .draw = payments_draw, .help = payments_help,
    .reload = payments_reload };
