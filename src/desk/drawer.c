/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/drawer.h"

#include "desk/money_day.h"
#include "domain/request_check.h"
#include "store/payment_store.h"

bool desk_drawer_view(struct desk *d, struct arena *arena, struct drawer_view *out, struct err *e)
{
    struct money_day m;

    if (!act_may_read(d, ACT_MONEY_READ, e) || !money_day_load(d, desk_today(d), arena, &m, e))
        return false;
    *out = (struct drawer_view){ .today = m.today,
        .business_day = m.business_day,
        .forgotten = m.forgotten,
        .open = m.drawer.open,
        .float_yen = money_day_float(&m.drawer, m.float_proposed),
        .left_over = day_known(m.last.day),
        .opened_by = m.drawer.by_name,
        .opened_at = m.drawer.at };
    return true;
}

static bool float_amount(const struct float_draft *f, yen *out, struct err *e)
{
    if (f->by_pieces && !pieces_ok(&f->pieces))
        return err_set(e, ERR_INPUT, "float", N_("A number of notes or coins is not possible. Count again."), NULL);
    *out = f->by_pieces ? pieces_sum(&f->pieces) : f->amount;
    if (out->v < 0 || out->v > MONEY_MAX)
        return err_set(e, ERR_INPUT, "float", N_("This amount is too large. Check the digits."), NULL);
    return true;
}

static bool open_drawer(struct act *a, const struct money_day *m, const struct float_draft *f, struct err *e)
{
    yen amount = YEN(0);
    int64_t count = 0, id = 0;

    if (!day_known(m->business_day))
        return err_set(e, ERR_RULE, "", N_("No day is open for this money. Ask a supervisor to check the calendar."), NULL);
    if (m->drawer.open)
        return err_set(e, ERR_RULE, "", N_("The drawer was opened already (%s)."), m->drawer.by_name, NULL);
    if (!float_amount(f, &amount, e) || !drawer_store_open(a->db, &m->key, amount, a->at, a->by, &id, e))
        return false;
    if (f->by_pieces && !count_store_add(a->db, &m->key, "open", &f->pieces, a->at, a->by, &count, e))
        return false;
    return act_trail(a, "drawer_day", id, NULL, e);
}

bool desk_drawer_open(struct desk *d, const struct float_draft *draft, struct arena *arena, struct err *e)
{
    struct act a;
    struct money_day m;

    if (!act_begin(d, ACT_DRAWER_OPEN, NO_SECOND, arena, &a, e))
        return false;
    bool ok = money_day_load(d, a.today, arena, &m, e) && open_drawer(&a, &m, draft, e);
    return act_end(&a, ok, e);
}

/* What the drawer of a day should hold now. */
static bool expected_cash(struct act *a, const struct drawer_key *k, const struct drawer_row *row, yen *out,
    struct err *e)
{
    struct till_row *rows;
    struct till_move *moves;
    size_t n, n_moves;
    struct till t;

    if (!payment_store_day(a->db, k->counter, k->drawer, k->day, a->arena, &rows, &n, e)
        || !cash_move_store_day(a->db, k, a->arena, &moves, &n_moves, e))
        return false;
    till_sum(k->day, row->float_yen, rows, n, moves, n_moves, &t);
    *out = t.expected_cash;
    return true;
}

static bool move_cash(struct act *a, const struct money_day *m, yen amount, const char *reason, struct err *e)
{
    char text[YEN_TEXT];
    yen held;
    int64_t id;

    if (!m->drawer.open)
        return err_set(e, ERR_RULE, "", N_("The drawer is not open. Count the float first."), NULL);
    if (amount.v == 0 || amount.v > MONEY_MAX || amount.v < -MONEY_MAX)
        return err_set(e, ERR_INPUT, "amount", N_("The amount is missing or too large."), NULL);
    if (str_empty(reason))
        return err_set(e, ERR_RULE, "reason", N_("The reason is missing. Write what the cash was for."), NULL);
    if (!remark_check(reason, "reason", e))
        return false;
    if (!expected_cash(a, &m->key, &m->drawer, &held, e))
        return false;
    if (held.v + amount.v < 0) {
        yen_format(held, text);
        return err_set(e, ERR_RULE, "amount", N_("The drawer should hold only %s yen."), text, NULL);
    }
    return cash_move_store_add(a->db, &m->key, amount, reason, a->at, a->by, &id, e)
        && act_trail(a, "cash_move", id, NULL, e);
}

bool desk_cash_move(struct desk *d, yen amount, const char *reason, struct arena *arena, struct err *e)
{
    struct act a;
    struct money_day m;

    if (!act_begin(d, ACT_CASH_MOVE, NO_SECOND, arena, &a, e))
        return false;
    bool ok = money_day_load(d, a.today, arena, &m, e) && move_cash(&a, &m, amount, reason, e);
    return act_end(&a, ok, e);
}

bool desk_count(struct desk *d, day business_day, const struct pieces *pieces, struct arena *arena, struct err *e)
{
    struct act a;
    struct drawer_key k = { desk_hospital(d)->counter, THE_DRAWER, business_day };
    int64_t id;

    if (!pieces_ok(pieces))
        return err_set(e, ERR_INPUT, "counted", N_("A number of notes or coins is not possible. Count again."), NULL);
    if (!act_begin(d, ACT_CASH_COUNT, NO_SECOND, arena, &a, e))
        return false;
    bool ok = count_store_add(a.db, &k, "interim", pieces, a.at, a.by, &id, e) && act_trail(&a, "cash_count", id, NULL, e);
    return act_end(&a, ok, e);
}
