/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/charge.h"

#include "domain/payment.h"
#include "store/charge_store.h"

/* Prices and receipts name nothing but this (counter.md 11); a policy may word it itself. */
static const struct bilingual usual_item = { "セカンドオピニオン料", "Second opinion fee" };

static bool add(struct act *a, const struct casefile *c, const struct charge *ch, const char *payer, struct err *e)
{
    struct charge_insert in = { c->id, ch, payer, a->at, a->by };
    int64_t id;

    return charge_store_add(a->db, &in, &id, e);
}

static struct bilingual item_of(const struct policy_price *p)
{
    bool named = p && (!str_empty(p->rule.title.ja) || !str_empty(p->rule.title.en));

    return named ? (struct bilingual){ bilingual_in(p->rule.title, LANG_JA), bilingual_in(p->rule.title, LANG_EN) }
                 : usual_item;
}

/* One line of the price as a charge with its tax inside. rest_total and rest_tax are what the whole price still
 * has to give: the last line takes them, so that the parts add up to what the policy said. */
static struct charge charge_of(const struct casefile *c, const struct price_line *line, const struct answer_price *p,
    bool included, bool last, yen *rest_total, yen *rest_tax)
{
    struct bilingual item = item_of(line->price);
    struct charge ch = { .item = item.ja,
        .item_en = item.en,
        .quantity = (int)line->quantity,
        .unit = line->unit,
        .amount = line->amount,
        .tax_percent = p->tax_percent,
        .rule = line->price->rule.id,
        .policy = c->policy,
        .reason = "" };

    if (!included) { /* the price is before tax: one piece that holds both */
        ch.amount = last ? *rest_total : YEN(line->amount.v + line->amount.v * p->tax_percent / 100);
        ch.quantity = 1;
        ch.unit = ch.amount;
    }
    ch.tax = last ? *rest_tax : yen_tax_inside(ch.amount, p->tax_percent);
    rest_total->v -= ch.amount.v;
    rest_tax->v -= ch.tax.v;
    return ch;
}

static bool add_lines(struct act *a, const struct casefile *c, const struct answer_price *p, struct err *e)
{
    yen rest_total = p->total, rest_tax = p->tax;
    int64_t lines = 0;

    for (size_t i = 0; i < p->n_lines; i++)
        lines += p->lines[i].amount.v;
    for (size_t i = 0; i < p->n_lines; i++) {
        const struct price_line *line = &p->lines[i];
        struct charge ch = charge_of(c, line, p, lines == p->total.v, i + 1 == p->n_lines, &rest_total, &rest_tax);
        if (ch.amount.v > 0 && !add(a, c, &ch, line->price->payer, e))
            return false;
    }
    return true;
}

bool charge_add_from_policy(struct act *a, const struct casefile *c, const struct judgement *j, struct err *e)
{
    const struct answer_price *p = &j->answer.price;
    const struct charge **standing;

    if (charges_standing(c, a->arena, &standing) > 0)
        return true;
    switch (p->state) {
    case PRICE_KNOWN:
        return add_lines(a, c, p, e);
    case PRICE_WAITS: /* known after the talk: asked again then */
    case PRICE_OUTSIDE:
        return true;
    case PRICE_NOT_SET:
    case PRICE_BY_HAND:
        break;
    }
    return err_set(e, ERR_RULE, "price",
        N_("The policy gives no amount for this request. A supervisor completes the policy's prices first."), NULL);
}

bool charge_reverse_all(struct act *a, const struct casefile *c, const char *reason, struct err *e)
{
    const struct charge **standing;
    struct msg why;

    if (!charges_reversible(c, &why)) {
        err_set(e, ERR_RULE, "", why.id, why.n > 0 ? why.arg[0] : NULL, NULL);
        return false;
    }
    size_t n = charges_standing(c, a->arena, &standing);
    for (size_t i = 0; i < n; i++) {
        struct charge ch = *standing[i];
        ch.void_of = ch.id;
        ch.unit = YEN(-ch.unit.v);
        ch.amount = YEN(-ch.amount.v);
        ch.tax = YEN(-ch.tax.v);
        ch.reason = reason;
        if (!add(a, c, &ch, NULL, e))
            return false;
    }
    return true;
}
