/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the closing looks: the ten kinds at the left, expected / counted / difference at the right, below what
 * is still open and where the money goes. */
#include "screens/closing.h"
#include "text/era.h"

enum { LEFT_CELLS = 34, ROW_TABLE = 2, ROW_SUMS = 13, ROW_OPEN = 17, HINT_ROWS = 3 };

/* --- first row: the drawer */

static void draw_drawer(const struct closing_state *me, const struct hospital *h, struct grid *g, const struct rect *b)
{
    char amount[YEN_TEXT], at[HM_TEXT], on[DATE_TEXT];
    day ignored;
    hm time;
    int col;

    date_text(me->day, g->lang, DATE_WEEKDAY, on);
    col = grid_text(g, b->row, 1, me->v.forgotten ? STYLE_NEED : STYLE_NORMAL, on) + 2;
    yen_format(me->v.till.float_yen, amount);
    instant_civil(me->v.opened_at, h->offset, &ignored, &time);
    hm_text(time, at);
    if (me->v.drawer_opened)
        col = money_line(g, b->row, col, b->cols - col, STYLE_NORMAL, N_("Drawer 1  float %1$s yen (%2$s %3$s)"), amount, at,
            me->v.opened_by, NULL);
    else
        col = money_line(g, b->row, col, b->cols - col, STYLE_DIM, N_("Drawer 1 was not opened  float %s yen"), amount, NULL);
    col += 2;
    if (me->v.closed)
        money_line(g, b->row, col, b->cols - col, STYLE_OK, N_("closed by %s"), me->v.closing.by_name, NULL);
    else if (me->second.staff)
        money_line(g, b->row, col, b->cols - col, STYLE_OK, N_("witness %s"), me->second.name, NULL);
    else if (me->v.forgotten)
        money_line(g, b->row, col, b->cols - col, STYLE_NEED, N_("forgotten day: close it first"), NULL);
    grid_hline(g, b->row + 1, 0, b->cols);
}

/* In the morning: here it would only be counted to close the day. */
bool closing_opens_drawer(const struct screen *s, struct msg *why)
{
    const struct closing_state *me = screen_state(s);

    if (!me->v.drawer_opened && !me->v.closed && !me->v.forgotten)
        return shell_may(s, ACT_DRAWER_OPEN, why);
    msg_set(why, N_("The drawer of this day was opened already, or the day is closed."), NULL);
    return false;
}

/* --- left: the count */

static const struct pieces *pieces_shown(const struct closing_state *me)
{
    return me->v.closed ? &me->v.closing.counted : &me->draft.counted;
}

static void draw_stored_count(const struct closing_state *me, struct grid *g, int row)
{
    for (int i = 0; i < CASH_KINDS; i++) {
        char kind[YEN_TEXT], n[12];
        yen_format(YEN(CASH_YEN[i]), kind);
        snprintf(n, sizeof n, "%d", (int)pieces_shown(me)->of[i]);
        money_line(g, row + i, 1, 12, STYLE_LABEL, N_("%s yen"), kind, NULL);
        grid_right(g, row + i, 13, 5, STYLE_NORMAL, n);
    }
}

static void draw_count(const struct closing_state *me, struct grid *g, const struct rect *b)
{
    int row = b->row + ROW_TABLE;

    grid_tr(g, row, 1, STYLE_LABEL, N_("Note/coin"));
    grid_tr(g, row, 13, STYLE_LABEL, N_("Pieces"));
    grid_right(g, row, LEFT_CELLS - 11, 9, STYLE_LABEL, tr(g->catalog, N_("Amount")));
    if (me->v.closed)
        draw_stored_count(me, g, row + 1);
    else
        form_draw(me->count, g, (struct rect){ row + 1, 1, CASH_KINDS, LEFT_CELLS - 12 }, !me->in_rest);
    for (int i = 0; i < CASH_KINDS; i++) {
        int64_t amount = (int64_t)pieces_shown(me)->of[i] * CASH_YEN[i];
        money_right(g, row + 1 + i, LEFT_CELLS - 11, 9, amount ? STYLE_NORMAL : STYLE_DIM, YEN(amount));
    }
    if (me->no_cash || (me->v.closed && !me->v.closing.cash_count))
        grid_tr_put(g, row + 1, LEFT_CELLS - 21, 20, STYLE_OK, N_("no cash, not counted"));
}

static void draw_sums(const struct closing_state *me, struct grid *g, const struct rect *b)
{
    const struct closing_sum *sum = me->v.closed ? &me->v.closing.sum : &me->sum;
    const struct {
        const char *label;
        yen amount;
        enum style style;
    } rows[] = {
        { N_("Cash counted"), sum->counted_cash, STYLE_NORMAL },
        { N_("stays as float"), sum->next_float, STYLE_DIM },
        { N_("For the treasury"), sum->deposit, STYLE_NORMAL },
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        int row = b->row + ROW_SUMS + (int)i;
        grid_tr(g, row, 1, STYLE_LABEL, rows[i].label);
        money_right(g, row, LEFT_CELLS - 15, 13, rows[i].style, rows[i].amount);
    }
}

/* --- right: expected, counted, difference */

struct table {
    struct grid *g;
    int row, col, cells, label;
};

static void table_row(struct table *t, const char *label, int n, yen expected, const yen *counted)
{
    char text[12];
    int unit = (t->cells - t->label) / 3;
    int first = t->col + t->cells - 3 * unit;

    grid_tr(t->g, t->row, t->col, STYLE_LABEL, label);
    if (n >= 0) {
        snprintf(text, sizeof text, "%d", n);
        grid_right(t->g, t->row, first - 4, 3, n ? STYLE_NORMAL : STYLE_DIM, text);
    }
    money_right(t->g, t->row, first, unit - 1, expected.v ? STYLE_NORMAL : STYLE_DIM, expected);
    if (counted) {
        yen diff = YEN(counted->v - expected.v);
        money_right(t->g, t->row, first + unit, unit - 1, STYLE_NORMAL, *counted);
        money_right(t->g, t->row, first + 2 * unit, unit - 1, diff.v ? STYLE_NEED : STYLE_OK, diff);
    }
    t->row++;
}

static void table_head(const struct table *t)
{
    static const char *const heads[] = { N_("Expected"), N_("Counted"), N_("Differs") };
    int unit = (t->cells - t->label) / 3;

    for (int i = 0; i < 3; i++)
        grid_right(t->g, t->row - 1, t->col + t->cells - (3 - i) * unit, unit - 1, STYLE_LABEL,
            tr(t->g->catalog, heads[i]));
}

static void draw_receipts(const struct closing_state *me, const struct hospital *h, const struct table *t)
{
    char first[RECEIPT_TEXT], last[RECEIPT_TEXT], voids[12], copies[12];
    const struct till *till = &me->v.till;

    receipt_number_text(h->counter_number, till->first_year, till->first_number, first);
    receipt_number_text(h->counter_number, till->last_year, till->last_number, last);
    snprintf(voids, sizeof voids, "%d", till->n_voids);
    snprintf(copies, sizeof copies, "%d", me->v.open.reprints);
    money_line(t->g, t->row, t->col, t->cells, STYLE_NORMAL, N_("Receipts %1$s - %2$s void %3$s copy %4$s"),
        first[0] ? first : "-", last[0] ? last + (strlen(last) > 5 ? strlen(last) - 5 : 0) : "-", voids, copies, NULL);
}

static void draw_table(const struct closing_state *me, const struct hospital *h, struct grid *g, const struct rect *b)
{
    const struct till *t = &me->v.till;
    struct table table = { g, b->row + ROW_TABLE + 1, LEFT_CELLS + 1, b->cols - LEFT_CELLS - 2, 17 };
    const struct closing_sum *sum = me->v.closed ? &me->v.closing.sum : &me->sum;
    yen card = YEN(t->net[TILL_CARD].v + sum->card_difference.v);

    table_head(&table);
    table_row(&table, N_("Float"), -1, t->float_yen, NULL);
    table_row(&table, N_("Cash"), t->n_in[TILL_CASH], t->in[TILL_CASH], NULL);
    table_row(&table, N_("Paid back"), t->n_back[TILL_CASH], t->back[TILL_CASH], NULL);
    table_row(&table, N_("In and out"), (int)me->v.n_moves, t->moves, NULL);
    table_row(&table, N_("Cash in all"), -1, t->expected_cash, &sum->counted_cash);
    table_row(&table, N_("Card"), t->n_in[TILL_CARD], t->net[TILL_CARD], &card);
    table_row(&table, N_("Other"), t->n_in[TILL_OTHER], t->net[TILL_OTHER], NULL);
    table_row(&table, N_("Main cashier"), t->n_in[TILL_OUTSIDE], t->net[TILL_OUTSIDE], NULL);
    table_row(&table, N_("Income"), -1, t->income, NULL);
    draw_receipts(me, h, &table);
}

/* --- where a difference may come from */

static void draw_hint(const struct screen *s, const struct closing_state *me, struct grid *g, const struct rect *b)
{
    int row = b->row + ROW_SUMS, col = LEFT_CELLS + 1, cells = b->cols - LEFT_CELLS - 2;
    char nth[12], of[12];

    if (!me->n_hints || me->v.closed)
        return;
    const struct till_hint *h = &me->hints[me->hint];
    snprintf(nth, sizeof nth, "%d", (int)me->hint + 1);
    snprintf(of, sizeof of, "%d", (int)me->n_hints);
    int end = money_line(g, row, col, cells, STYLE_LABEL, N_("Hint %1$s/%2$s"), nth, of, NULL);
    struct buf text;
    buf_init(&text, 1024);
    msg_text(g->catalog, &h->text, &text);
    row += grid_wrap(g, (struct rect){ row, end + 1, 2, b->cols - end - 2 }, STYLE_NEED, text.p);
    buf_fini(&text);
    size_t room = (size_t)(b->row + ROW_SUMS + HINT_ROWS - row);
    for (size_t i = 0; i < h->n_rows && i < room; i++) {
        const struct till_row *r = &me->v.rows[h->row[i]];
        char number[12], case_number[CASE_NUMBER_TEXT], at[HM_TEXT], amount[YEN_TEXT], change[YEN_TEXT];
        day ignored;
        hm time;
        instant_civil(r->at, hospital_of(s)->offset, &ignored, &time);
        hm_text(time, at);
        snprintf(number, sizeof number, "%05d", r->number);
        case_number_text(r->case_year, r->case_number, case_number);
        yen_format(r->amount, amount);
        yen_format(r->change, change);
        if (i + 1 == room && h->n_rows > room)
            grid_tr_put(g, row + (int)i, col, cells, STYLE_DIM, N_("and more: Alt+R lists the receipts"));
        else
            money_line(g, row + (int)i, col, cells, STYLE_NORMAL, N_("%1$s %2$s %3$s  %4$s, change %5$s"), number, at,
                money_name(g, r->name, case_number), amount, change, NULL);
    }
}

/* --- what is still open */

static void draw_open(const struct closing_state *me, struct grid *g, const struct rect *b)
{
    const struct open_items *o = &me->v.open;
    char n[5][12];
    const int counts[5] = { (int)o->n_unpaid, (int)o->n_waiting, o->reports_unsent, o->pieces_held, o->overrides_open };
    struct buf text;

    for (int i = 0; i < 5; i++)
        snprintf(n[i], sizeof n[i], "%d", counts[i]);
    grid_hline(g, b->row + ROW_OPEN - 1, 0, b->cols);
    buf_init(&text, 2048);
    money_put(&text, g->catalog, N_("Open: unpaid %1$s, waiting %2$s, reports %3$s, materials %4$s"), n[0], n[1], n[2], n[3],
        NULL);
    if (o->overrides_open) {
        buf_puts(&text, g->lang == LANG_JA ? " " : ", ");
        money_put(&text, g->catalog, N_("approvals %s"), n[4], NULL);
    }
    if (o->n_unpaid)
        buf_printf(&text, "  %s:", tr(g->catalog, N_("Unpaid")));
    for (size_t i = 0; i < o->n_unpaid; i++) {
        char number[CASE_NUMBER_TEXT];
        case_number_text(o->unpaid[i].case_year, o->unpaid[i].case_number, number);
        buf_printf(&text, "%s%s", i ? ", " : " ", money_name(g, o->unpaid[i].name, number));
    }
    grid_put(g, b->row + ROW_OPEN, 1, b->cols - 2, o->n_unpaid + o->n_waiting ? STYLE_NEED : STYLE_NORMAL, text.p);
    buf_fini(&text);
}

static void draw_stored_rest(const struct closing_state *me, struct grid *g, const struct rect *b)
{
    const struct closing *c = &me->v.closing;
    char seq[12];

    snprintf(seq, sizeof seq, "%d", c->seq);
    if (c->reason[0])
        money_line(g, b->row + ROW_OPEN + 1, 1, b->cols - 2, STYLE_NORMAL, N_("Reason: %s"), grid_veil(g, c->reason), NULL);
    money_line(g, b->row + ROW_OPEN + 2, 1, b->cols - 2, STYLE_NORMAL, N_("Closing no. %1$s  bag %2$s for %3$s  taken by %4$s"), seq,
        c->bag[0] ? c->bag : "-", c->treasury[0] ? c->treasury : "-", c->treasury_person[0] ? c->treasury_person : "-", NULL);
    if (c->confirmed_by)
        money_line(g, b->row + ROW_SUMS, LEFT_CELLS + 1, b->cols - LEFT_CELLS - 2, STYLE_OK, N_("Confirmed by %s"),
            c->confirmed_name, NULL);
    else
        grid_tr_put(g, b->row + ROW_SUMS, LEFT_CELLS + 1, b->cols - LEFT_CELLS - 2, STYLE_NEED,
            N_("Not confirmed yet (somebody else: Alt+A)"));
    if (me->unchecked) {
        grid_tr_put(g, b->row + ROW_SUMS + 1, LEFT_CELLS + 1, b->cols - LEFT_CELLS - 2, STYLE_NEED, N_("Record not checked"));
    } else if (me->record.n_rules) {
        char n[24];
        snprintf(n, sizeof n, "%zu", me->record.n ? me->record.n : me->record.n_rules);
        money_line(g, b->row + ROW_SUMS + 1, LEFT_CELLS + 1, b->cols - LEFT_CELLS - 2, me->record.n ? STYLE_ERROR : STYLE_OK,
            me->record.n ? N_("Record checked: %s rules do not hold") : N_("Record checked: all %s rules hold"), n, NULL);
    }
}

void closing_draw(const struct screen *s, struct grid *g)
{
    const struct closing_state *me = screen_state(s);
    struct rect b = g->body;

    draw_drawer(me, hospital_of(s), g, &b);
    draw_count(me, g, &b);
    draw_sums(me, g, &b);
    grid_vline(g, b.row + ROW_TABLE, LEFT_CELLS - 1, ROW_OPEN - 1 - ROW_TABLE);
    if (closing_shows_expected(me)) {
        draw_table(me, hospital_of(s), g, &b);
        draw_hint(s, me, g, &b);
    } else {
        grid_wrap(g, (struct rect){ b.row + ROW_TABLE + 1, LEFT_CELLS + 1, 4, b.cols - LEFT_CELLS - 2 }, STYLE_DIM,
            tr(g->catalog, N_("Count the drawer. What should be in it is shown when the count is finished: Enter behind the last kind, or F12.")));
        if (!me->v.drawer_opened && !me->v.closed && !me->v.forgotten)
            grid_wrap(g, (struct rect){ b.row + ROW_TABLE + 6, LEFT_CELLS + 1, 4, b.cols - LEFT_CELLS - 2 }, STYLE_NEED,
                tr(g->catalog, N_("The drawer has not been opened today. The float of the morning is counted with o.")));
    }
    draw_open(me, g, &b);
    if (me->v.closed)
        draw_stored_rest(me, g, &b);
    else
        form_draw(me->rest, g, (struct rect){ b.row + ROW_OPEN + 1, 1, 2, b.cols - 2 }, me->in_rest);
}
