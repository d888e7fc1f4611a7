/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/till.h"

#include "domain/request_check.h"

static const char *const method_ids[TILL_METHODS] = { "cash", "card", "transfer", "other", "outside" };

const char *till_method_id(enum till_method m)
{
    BUG_IF((int)m < 0 || m >= TILL_METHODS);
    return method_ids[m];
}

bool till_method_of(const char *id, enum till_method *out)
{
    for (int i = 0; i < TILL_METHODS; i++)
        if (str_eq(id, method_ids[i])) {
            *out = (enum till_method)i;
            return true;
        }
    return false;
}

static yen sum2(yen a, yen b)
{
    yen sum;

    BUG_IF(!yen_add(a, b, &sum));
    return sum;
}

/* The receipts of a day, in the order of their numbers (a day may hold two years: after the closing of
 * 28 December money counts in January). */
static void note_receipt(struct till *t, const struct till_row *r)
{
    if (r->number <= 0)
        return;
    t->n_receipts++;
    if (!t->first_number || r->year < t->first_year
        || (r->year == t->first_year && r->number < t->first_number)) {
        t->first_year = r->year;
        t->first_number = r->number;
    }
    if (!t->last_number || r->year > t->last_year || (r->year == t->last_year && r->number > t->last_number)) {
        t->last_year = r->year;
        t->last_number = r->number;
    }
}

void till_sum(day d, yen float_yen, const struct till_row *rows, size_t n, const struct till_move *moves,
    size_t n_moves, struct till *out)
{
    struct till t = { .day = d, .float_yen = float_yen };

    for (size_t i = 0; i < n; i++) {
        const struct till_row *r = &rows[i];
        enum till_method m;
        BUG_IF(!till_method_of(r->method, &m));
        if (str_eq(r->kind, "collect")) {
            t.in[m] = sum2(t.in[m], r->amount);
            t.n_in[m]++;
            note_receipt(&t, r);
        } else {
            t.back[m] = sum2(t.back[m], r->amount);
            t.n_back[m]++;
            t.n_voids += str_eq(r->kind, "void");
        }
        t.net[m] = sum2(t.net[m], r->amount);
        t.all = sum2(t.all, r->amount);
        if (m != TILL_OUTSIDE)
            t.income = sum2(t.income, r->amount);
    }
    for (size_t i = 0; i < n_moves; i++)
        t.moves = sum2(t.moves, moves[i].amount);
    t.expected_cash = sum2(sum2(float_yen, t.net[TILL_CASH]), t.moves);
    *out = t;
}

bool till_without_cash(const struct till *t)
{
    return !t->n_in[TILL_CASH] && !t->n_back[TILL_CASH] && t->moves.v == 0;
}

static int64_t size_of(yen y)
{
    return y.v < 0 ? -y.v : y.v;
}

void closing_sum_of(const struct closing_draft *d, const struct till *t, yen tolerance, struct closing_sum *out)
{
    struct closing_sum s = { .counted_cash = d->no_cash ? t->expected_cash : pieces_sum(&d->counted) };

    s.difference = YEN(s.counted_cash.v - t->expected_cash.v);
    s.card_difference = d->card_typed ? YEN(d->card_counted.v - t->net[TILL_CARD].v) : YEN(0);
    /* what stays for tomorrow cannot be more than there is */
    s.next_float = yen_cmp(d->next_float, s.counted_cash) > 0 ? s.counted_cash : d->next_float;
    if (d->no_cash)
        s.next_float = s.counted_cash;
    s.deposit = YEN(s.counted_cash.v - s.next_float.v);
    s.reason_needed = s.difference.v != 0 || s.card_difference.v != 0;
    s.supervisor_needed
        = size_of(s.difference) > tolerance.v || size_of(s.card_difference) > tolerance.v;
    *out = s;
}

bool closing_check(const struct closing_draft *d, const struct till *t, const struct closing_sum *s, struct err *e)
{
    char a[YEN_TEXT];

    if (d->no_cash && !till_without_cash(t))
        return err_set(e, ERR_RULE, "counted",
            N_("Cash was moved on this day. Count the drawer; it cannot be closed without."), NULL);
    if (d->next_float.v < 0)
        return err_set(e, ERR_INPUT, "next_float", N_("The float for tomorrow cannot be negative."), NULL);
    if (s->counted_cash.v < 0)
        return err_set(e, ERR_RULE, "counted",
            N_("More was paid out than the drawer held. Look at the cash rows before closing."), NULL);
    if (s->reason_needed && str_empty(d->reason)) {
        yen_format(s->difference.v ? s->difference : s->card_difference, a);
        return err_set(e, ERR_RULE, "reason",
            N_("There is a difference of %s yen. Write the reason; \"cause unknown\" is one."), a, NULL);
    }
    return remark_check(d->reason, "reason", e);
}
