/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fee from which nothing is to be taken: why, how it was paid, or why there is none. */
#include "domain/ending.h"
#include "domain/words.h"
#include "screens/pay.h"
#include "text/era.h"

bool pay_collects(const struct pay *me)
{
    return !me->done && me->v.due.owed.v > 0;
}

void pay_why_nothing(const struct pay *me, struct msg *why)
{
    const struct casefile *c = me->v.c;

    if (me->done)
        msg_set(why, N_("This fee has been taken. Enter goes back to the list."), NULL);
    else if (me->v.due.standing || (c->n_charges == 0 && str_empty(c->ended)))
        *why = payment_check(&(struct payment_draft){ .method = "cash" }, &me->v.due).why; /* what a payment would be told */
    else if (c->n_charges == 0)
        msg_set(why, N_("Nothing is owed: the request ended before a fee was written."), NULL);
    else if (str_empty(c->ended))
        msg_set(why, N_("Nothing is owed: the fee was taken back. It is written again at the check-in."), NULL);
    else
        msg_set(why, N_("Nothing is owed: the fee was taken back."), NULL);
}

bool pay_may_void(const struct pay *me, struct msg *why)
{
    if (!me->v.due.standing)
        msg_set(why, N_("There is no payment to void."), NULL);
    else if (!me->v.standing_open)
        msg_set(why, N_("The day of this receipt is closed. It cannot be voided any more; ask a supervisor."), NULL);
    else
        return true;
    return false;
}

/* --- how it was paid */

enum { PAID_LABEL = 16 };

struct paid {
    struct grid *g;
    struct rect at;
};

static void put(struct paid *p, const char *label, const char *text)
{
    if (p->at.rows <= 0 || str_empty(text))
        return;
    grid_tr_put(p->g, p->at.row, p->at.col, PAID_LABEL - 1, STYLE_LABEL, label);
    grid_clip(p->g, p->at.row, p->at.col + PAID_LABEL, p->at.cols - PAID_LABEL, STYLE_NORMAL, text);
    p->at.row++;
    p->at.rows--;
}

static void put_cash(struct paid *p, const struct payment *x)
{
    char given[YEN_TEXT], change[YEN_TEXT];
    struct buf text;

    buf_init(&text, 256);
    yen_format(x->tendered, given);
    yen_format(x->change, change);
    money_put(&text, p->g->catalog, N_("%1$s, change %2$s"), given, change, NULL);
    put(p, N_("Cash received"), text.p);
    buf_fini(&text);
}

static void put_moment(struct paid *p, const struct payment *x, const struct hospital *h)
{
    char on[DATE_TEXT], time[HM_TEXT];
    struct buf text;
    day d;
    hm t;

    buf_init(&text, 256);
    instant_civil(x->at, h->offset, &d, &t);
    hm_text(t, time);
    buf_printf(&text, "%s %s", date_text(d, p->g->lang, DATE_WEEKDAY, on), time);
    put(p, N_("Taken on"), text.p);
    if (day_cmp(x->business_day, d) != 0)
        put(p, N_("Counts on"), date_text(x->business_day, p->g->lang, DATE_WEEKDAY, on));
    buf_fini(&text);
}

void pay_draw_paid(const struct screen *s, const struct pay *me, struct grid *g, struct rect at)
{
    const struct payment *x = me->v.due.standing;
    const struct hospital *h = hospital_of(s);
    char number[RECEIPT_TEXT];
    struct paid p = { g, at };

    put(&p, N_("Paid by"), tr(g->catalog, words_label(&WORDS_METHOD, x->method)));
    if (str_eq(x->method, "cash"))
        put_cash(&p, x);
    put(&p, str_eq(x->method, "outside") ? N_("Their receipt") : N_("Slip number"), x->slip);
    put(&p, N_("What it was"), x->other_kind);
    put_moment(&p, x, h);
    put(&p, N_("Taken by"), x->by_name);
    receipt_number_text(h->counter_number, x->receipt_year, x->receipt_number, number);
    put(&p, N_("Receipt number"), x->receipt_number ? number : tr(g->catalog, N_("none of this counter")));
    if (x->receipt_number)
        put(&p, N_("Receipt for"), money_name(g, str_or(x->addressee, me->v.c->patient.name), "***"));
}

/* --- why there is none */

void pay_draw_nothing(const struct pay *me, struct grid *g, struct rect at)
{
    const struct casefile *c = me->v.c;
    struct msg why = { 0 };
    struct buf text;

    buf_init(&text, 1024);
    pay_why_nothing(me, &why);
    msg_text(g->catalog, &why, &text);
    int used = grid_wrap(g, at, STYLE_NORMAL, text.p);
    buf_clear(&text);
    for (size_t i = c->n_charges; i > 0 && text.len == 0; i--)
        if (c->charges[i - 1].void_of)
            money_put(&text, g->catalog, N_("Taken back because: %s"), c->charges[i - 1].reason, NULL);
    grid_wrap(g, (struct rect){ at.row + used, at.col, at.rows - used, at.cols }, STYLE_DIM, text.p);
    buf_fini(&text);
}

const char *pay_about_void(const struct pay *me)
{
    const struct payment *x = me->v.due.standing;
    struct msg why;

    if (!x)
        return pay_collects(me) ? N_("A payment is taken back only with the original receipt.") : "";
    if (!pay_may_void(me, &why))
        return N_("Its day is closed: it cannot be voided any more.");
    return x->receipt_number ? N_("To void it, collect the original receipt: F4.")
                             : N_("If it was recorded wrongly, F4 takes the record back.");
}
