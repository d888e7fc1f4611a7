/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs: the first price that matches and every stackable one, then the tax once. */
#include "policy/judging.h"

static const struct fact_ref MINUTES = { FACT_MINUTES, NULL, NULL };

bool price_amount(const struct policy_price *p, int64_t quantity, yen *out, bool *at_least)
{
    int64_t over, units;
    yen more;

    *at_least = false;
    switch (p->shape) {
    case SHAPE_FLAT:
        *out = p->amount;
        return true;
    case SHAPE_FREE:
        *out = YEN(0);
        return true;
    case SHAPE_FROM:
        *out = p->min;
        *at_least = true;
        return true;
    case SHAPE_PER:
        return yen_times(p->amount, quantity, out);
    case SHAPE_TIERS:
        for (size_t i = 0; i < p->n_tiers; i++)
            if (quantity <= p->tiers[i].minutes) {
                *out = p->tiers[i].amount;
                return true;
            }
        return false;
    case SHAPE_TIMED:
        if (p->max_minutes && quantity > p->max_minutes)
            return false;
        over = quantity > p->base_minutes ? quantity - p->base_minutes : 0;
        units = p->started_unit ? (over + p->unit_minutes - 1) / p->unit_minutes
                                : over / p->unit_minutes;
        *at_least = p->unit_at_least && units > 0;
        return yen_times(p->unit, units, &more) && yen_add(p->base, more, out);
    default:
        return false;
    }
}

static void add_line(struct judging *j, struct price_line **list, size_t *n,
    const struct policy_price *p, int64_t quantity, yen unit, yen amount, bool at_least)
{
    struct price_line *longer = ARENA_ARRAY(j->a, struct price_line, *n + 1);

    if (*n)
        memcpy(longer, *list, sizeof **list * *n);
    longer[*n] = (struct price_line){ p, quantity, unit, amount, at_least };
    *list = longer;
    (*n)++;
}

/* The amounts that a price may come to, for a fact that is not known yet. */
static void add_candidates(struct judging *j, const struct policy_price *p)
{
    struct answer_price *o = &j->out->price;

    switch (p->shape) {
    case SHAPE_FLAT:
    case SHAPE_PER:
        add_line(j, &o->candidates, &o->n_candidates, p, 1, p->amount, p->amount, false);
        break;
    case SHAPE_FROM:
    case SHAPE_RANGE:
        add_line(j, &o->candidates, &o->n_candidates, p, 1, p->min, p->min, true);
        break;
    case SHAPE_TIMED:
        add_line(j, &o->candidates, &o->n_candidates, p, p->base_minutes, p->base, p->base, false);
        add_line(j, &o->candidates, &o->n_candidates, p, p->unit_minutes, p->unit, p->unit,
            p->unit_at_least);
        break;
    case SHAPE_TIERS:
        for (size_t i = 0; i < p->n_tiers; i++)
            add_line(j, &o->candidates, &o->n_candidates, p, p->tiers[i].minutes,
                p->tiers[i].amount, p->tiers[i].amount, false);
        break;
    case SHAPE_FREE:
        add_line(j, &o->candidates, &o->n_candidates, p, 1, YEN(0), YEN(0), false);
        break;
    default:
        break;
    }
}

static void wait_for(struct judging *j, const struct policy_price *p, struct fact_ref fact)
{
    fact_refs_add(&j->out->price.waits, fact, j->a);
    add_candidates(j, p);
}

static void by_hand(struct judging *j, const char *msgid)
{
    if (j->out->price.state == PRICE_KNOWN || j->out->price.state == PRICE_WAITS) {
        j->out->price.state = PRICE_BY_HAND;
        j->out->price.by_hand = msgid;
    }
}

static void charge(struct judging *j, const struct policy_price *p)
{
    struct answer_price *o = &j->out->price;
    bool timed = p->shape == SHAPE_TIMED || p->shape == SHAPE_TIERS, at_least;
    struct fact_ref needs = timed ? MINUTES : p->count;
    int64_t quantity = 1;
    yen amount;

    if (p->shape == SHAPE_OUTSIDE) {
        o->state = PRICE_OUTSIDE;
        return;
    }
    if (p->shape == SHAPE_RANGE || p->shape == SHAPE_QUOTE || p->shape == SHAPE_FORMULA) {
        by_hand(j, N_("the amount is made by hand"));
        add_candidates(j, p);
        return;
    }
    if (timed || p->shape == SHAPE_PER) {
        struct fact_values v = facts_values(j->f, needs, j->a);
        if (v.n == 0 || v.item[0].word) {
            wait_for(j, p, needs);
            return;
        }
        quantity = v.item[0].number;
    }
    if (!price_amount(p, quantity, &amount, &at_least)) {
        by_hand(j, N_("the talk was longer than the price list reaches"));
        return;
    }
    add_line(j, &o->lines, &o->n_lines, p, p->shape == SHAPE_PER ? quantity : 1,
        p->shape == SHAPE_PER ? p->amount : amount, amount, at_least);
}

static void choose_prices(struct judging *j)
{
    bool chosen = false, open = false; /* open: an undecided price stands before */

    for (size_t i = 0; i < j->p->n_prices; i++) {
        const struct policy_price *p = &j->p->prices[i];
        struct fact_refs unknown = { 0 };
        if (p->optional || (chosen && !p->stackable))
            continue;
        enum truth t = judge_when(j, p->rule.when, &unknown, NULL);
        if (t == TRUTH_NO)
            continue;
        if (t == TRUTH_YES && (p->stackable || !open)) {
            charge(j, p);
        } else {
            for (size_t k = 0; k < unknown.n; k++)
                fact_refs_add(&j->out->price.waits, unknown.item[k], j->a);
            add_candidates(j, p);
        }
        if (!p->stackable) {
            chosen = t == TRUTH_YES;
            open = t == TRUTH_UNKNOWN;
        }
    }
    if (!chosen && !open && j->out->price.state == PRICE_KNOWN)
        j->out->price.state = PRICE_NOT_SET;
}

static yen rounded(int64_t part, int64_t whole, int how)
{
    int64_t rest = part % whole;

    return YEN(
        part / whole + ((how == ROUND_UP && rest > 0) || (how == ROUND_HALF && rest * 2 >= whole)));
}

/* Once for the whole, as the invoice rules want it (domain.md 4.1). */
static void add_tax(struct judging *j)
{
    struct answer_price *o = &j->out->price;
    const struct tax_rules *t = &j->p->tax;
    day on = day_known(j->in->visit) ? j->in->visit : j->in->today;
    int64_t percent = policy_tax_percent(j->p, on);
    yen sum = YEN(0);

    for (size_t i = 0; i < o->n_lines; i++)
        BUG_IF(!yen_add(sum, o->lines[i].amount, &sum));
    o->tax_percent = (int)percent;
    if (t->known && t->prices == PRICES_EXCLUDED) {
        o->net = sum;
        o->tax = rounded(sum.v * percent, 100, (int)t->rounding);
        BUG_IF(!yen_add(o->net, o->tax, &o->total));
    } else {
        o->total = sum;
        o->tax = rounded(sum.v * percent, 100 + percent, (int)t->rounding);
        BUG_IF(!yen_sub(o->total, o->tax, &o->net));
    }
}

void judge_price(struct judging *j)
{
    struct answer_price *o = &j->out->price;

    o->state = PRICE_KNOWN;
    if (!j->p->has_prices) {
        o->state = PRICE_NOT_SET;
        return;
    }
    choose_prices(j);
    if (o->waits.n && o->state == PRICE_KNOWN)
        o->state = PRICE_WAITS;
    if (o->state == PRICE_KNOWN)
        add_tax(j);
}
