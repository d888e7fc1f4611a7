/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/pay.h"

#include "desk/case_view.h"
#include "desk/money_day.h"
#include "desk/money_paper.h"
#include "domain/request_check.h"
#include "store/payment_store.h"

/* --- seeing what is due */

static int talk_minutes(const struct casefile *c, bool *over)
{
    const struct visit *v = case_visit(c);

    *over = v && v->ended;
    return *over ? (int)((v->ended_at.s - v->started_at.s) / 60) : -1;
}

/* Another desk takes the money: the hospital's setting, else the policy's plan (counter.md 10). */
static bool collected_outside(const struct judgement *j, const struct hospital *h)
{
    const struct policy_plan *plan = j->answer.plan;

    if (!str_empty(h->collect_place))
        return !str_eq(h->collect_place, "counter");
    return plan && plan->collect_at && !str_eq(plan->collect_at, "counter");
}

static void fill_basis(const struct judgement *j, struct payment_view *out)
{
    const struct answer_price *p = &j->answer.price;

    if (p->n_lines == 0)
        return;
    out->basis = p->lines[0].price->rule.say;
    out->flat_minutes = p->lines[0].price->shape == SHAPE_FLAT ? p->lines[0].price->minutes : 0;
}

static void fill_due(struct desk *d, const struct casefile *c, const struct judgement *j, const struct money_day *m,
    struct arena *arena, struct payment_due *out)
{
    const struct hospital *h = desk_hospital(d);
    char at[MOMENT_TEXT];

    payment_due_of(c, h->counter_number, collected_outside(j, h), out);
    out->standing_at = out->standing ? arena_strdup(arena, desk_moment(d, out->standing->at, at)) : NULL;
    out->business_day = m->business_day;
    out->drawer_open = m->drawer.open;
}

bool desk_payment_view(struct desk *d, int64_t request, bool opened, struct arena *arena,
    struct payment_view *out, struct err *e)
{
    struct case_view *v = ARENA_NEW(arena, struct case_view);
    const struct hospital *h = desk_hospital(d);
    struct money_day m;
    int month, dd;

    *out = (struct payment_view){ .c = &v->c };
    if (!act_may_read(d, ACT_MONEY_READ, e) || !desk_case_view(d, request, opened, arena, v, e)
        || !money_day_load(d, v->today, arena, &m, e))
        return false;
    fill_due(d, &v->c, &v->j, &m, arena, &out->due);
    fill_basis(&v->j, out);
    out->n_lines = receipt_lines_of(&v->c, arena, &out->lines, &out->total, &out->tax, &out->tax_percent);
    out->talk_minutes = talk_minutes(&v->c, &out->talk_over);
    out->today = v->today;
    out->business_day = m.business_day;
    out->drawer_open = m.drawer.open;
    out->float_proposed = m.float_proposed;
    out->forgotten = m.forgotten;
    out->standing_open = out->due.standing && (!day_known(m.last.day) || day_cmp(m.last.day, out->due.standing->business_day) < 0);
    day_to_ymd(v->today, &out->receipt_year, &month, &dd);
    return receipt_store_next(desk_db(d), h->counter, out->receipt_year, &out->receipt_number, e);
}

/* --- taking money */

struct take {
    const struct payment_draft *draft;
    struct casefile *c;
    struct payment_due due;
    struct payment_verdict verdict;
    struct money_day m;
    int64_t print; /* 0 = no receipt of ours */
    struct payment_done *out;
};

/* The same key again: what the first one stored, nothing new. */
static bool find_repeat(struct act *a, struct take *t, bool *found, struct err *e)
{
    int64_t id, request;

    *found = false;
    if (!payment_store_by_key(a->db, t->draft->op_key, &id, &request, e))
        return false;
    if (!id)
        return true;
    if (request != t->draft->request)
        return err_set(e, ERR_RULE, "", N_("This form was used for another request. Close it and open it again."), NULL);
    if (!act_case(a, request, &t->c, e))
        return false;
    const struct payment *p = payment_find(t->c, id);
    BUG_IF(!p);
    *found = true;
    *t->out = (struct payment_done){ .payment = id, .year = p->receipt_year, .number = p->receipt_number,
        .amount = p->amount, .change = p->change, .repeated = true, .printed = { .done = true } };
    receipt_number_text(desk_hospital(a->desk)->counter_number, p->receipt_year, p->receipt_number, t->out->receipt);
    return true;
}

/* What the screen decided is decided again on what is stored now. */
static bool check_fresh(struct act *a, struct take *t, struct err *e)
{
    struct judgement *j;

    if (!act_case(a, t->draft->request, &t->c, e) || !act_judge(a, t->c, &j, e)
        || !money_day_load(a->desk, a->today, a->arena, &t->m, e))
        return false;
    fill_due(a->desk, t->c, j, &t->m, a->arena, &t->due);
    t->verdict = payment_check(t->draft, &t->due);
    if (t->verdict.ok)
        return true;
    if (e && e->kind == ERR_NONE) {
        e->kind = ERR_RULE;
        e->msg = t->verdict.why;
        str_copy(e->field, sizeof e->field, t->verdict.field);
    }
    return false;
}

static const char *addressee_of(const struct take *t)
{
    const struct payment_draft *d = t->draft;
    bool patient = !d->payer || str_eq(d->payer, "patient");

    return patient ? t->c->patient.name : d->payer_name;
}

static bool store_payment(struct act *a, struct take *t, struct err *e)
{
    const struct payment_draft *d = t->draft;
    struct payment_insert in = { .counter = t->m.key.counter,
        .drawer = THE_DRAWER,
        .request = d->request,
        .kind = "collect",
        .method = d->method,
        .amount = t->verdict.amount,
        .tendered = d->tendered,
        .change = t->verdict.change,
        .slip = d->slip,
        .other_kind = str_eq(d->method, "other") ? d->other_kind : "",
        .paid_on = a->today,
        .business_day = t->m.business_day,
        .payer = d->payer,
        .payer_name = d->payer_name,
        .at = a->at,
        .by = a->by,
        .op_key = d->op_key };

    return payment_store_add(a->db, &in, &t->out->payment, e);
}

/* The number follows the last one of the calendar year of receiving (design.md 2). */
static bool store_receipt(struct act *a, struct take *t, struct err *e)
{
    const struct hospital *h = desk_hospital(a->desk);
    struct receipt_insert in = { .counter = t->m.key.counter, .payment = t->out->payment, .lang = t->draft->lang,
        .addressee = addressee_of(t), .registration = h->registration };
    int month, dd;

    if (str_eq(t->draft->method, "outside")) /* the main cashier's receipt is the receipt */
        return true;
    day_to_ymd(a->today, &in.year, &month, &dd);
    if (!receipt_store_next(a->db, in.counter, in.year, &in.number, e) || !receipt_store_add(a->db, &in, e))
        return false;
    t->out->year = in.year;
    t->out->number = in.number;
    receipt_number_text(h->counter_number, in.year, in.number, t->out->receipt);
    return act_print(a, "receipt", "payment", in.payment, t->draft->lang, &t->print, e);
}

static bool take(struct act *a, struct take *t, struct err *e)
{
    bool found;

    if (!find_repeat(a, t, &found, e))
        return false;
    if (found)
        return true;
    if (!check_fresh(a, t, e) || !store_payment(a, t, e) || !store_receipt(a, t, e))
        return false;
    t->out->amount = t->verdict.amount;
    t->out->change = t->verdict.change;
    return act_settle(a, t->draft->request, (const char *[]){ "payment", NULL }, e)
        && act_trail(a, "payment", t->out->payment, NULL, e);
}

bool desk_take_payment(struct desk *d, const struct payment_draft *draft, struct arena *arena,
    struct payment_done *out, struct err *e)
{
    struct act a;
    struct take t = { .draft = draft, .out = out };

    BUG_IF(str_empty(draft->op_key));
    *out = (struct payment_done){ .printed = { .done = true } };
    if (!act_begin(d, ACT_COLLECT, NO_SECOND, arena, &a, e))
        return false;
    if (!act_end(&a, take(&a, &t, e), e))
        return false;
    if (t.print)
        money_print(d, t.print, &out->printed);
    return true;
}

bool desk_unpaid(struct desk *d, int64_t request, const char *reason, day promised, struct arena *arena,
    struct err *e)
{
    struct act a;
    struct casefile *c;
    int64_t id;

    if (str_empty(reason))
        return err_set(e, ERR_RULE, "reason", N_("The reason is missing. Write why the visitor leaves without paying."), NULL);
    if (!remark_check(reason, "reason", e))
        return false;
    if (day_known(promised) && day_cmp(promised, desk_today(d)) < 0)
        return err_set(e, ERR_RULE, "promised", N_("The promised day lies in the past. Ask again when they will pay."), NULL);
    if (!act_begin(d, ACT_UNPAID, NO_SECOND, arena, &a, e))
        return false;
    bool ok = act_case(&a, request, &c, e);
    if (ok && case_owed(c).v <= 0)
        ok = err_set(e, ERR_RULE, "", N_("Nothing is owed for this request."), NULL);
    ok = ok && unpaid_store_add(a.db, request, reason, promised, a.today, a.at, a.by, &id, e)
        && act_settle(&a, request, NULL, e) && act_trail(&a, "unpaid", id, NULL, e);
    return act_end(&a, ok, e);
}
