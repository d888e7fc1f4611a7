/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/payment.h"

#include "domain/receipt.h"
#include "domain/request_check.h"
#include "domain/words.h"

const struct payment *payment_find(const struct casefile *c, int64_t id)
{
    for (size_t i = 0; i < c->n_payments; i++)
        if (c->payments[i].id == id)
            return &c->payments[i];
    return NULL;
}

const struct payment *payment_void_of(const struct casefile *c, int64_t id)
{
    for (size_t i = 0; i < c->n_payments; i++)
        if (c->payments[i].refund_of == id && !str_eq(c->payments[i].kind, "collect"))
            return &c->payments[i];
    return NULL;
}

const struct payment *payment_standing(const struct casefile *c)
{
    for (size_t i = c->n_payments; i > 0; i--) {
        const struct payment *p = &c->payments[i - 1];
        if (str_eq(p->kind, "collect") && !payment_void_of(c, p->id))
            return p;
    }
    return NULL;
}

void payment_due_of(const struct casefile *c, int counter_number, bool outside, struct payment_due *out)
{
    *out = (struct payment_due){
        .request = c->id,
        .charged = case_charged(c),
        .paid = case_paid(c),
        .owed = case_owed(c),
        .standing = payment_standing(c),
        .counter_number = counter_number,
        .outside = outside,
        .business_day = DAY_NONE,
    };
}

static bool charge_reversed(const struct casefile *c, int64_t id)
{
    for (size_t i = 0; i < c->n_charges; i++)
        if (c->charges[i].void_of == id)
            return true;
    return false;
}

size_t charges_standing(const struct casefile *c, struct arena *arena, const struct charge ***out)
{
    const struct charge **list = ARENA_ARRAY(arena, const struct charge *, c->n_charges + 1);
    size_t n = 0;

    for (size_t i = 0; i < c->n_charges; i++)
        if (!c->charges[i].void_of && !charge_reversed(c, c->charges[i].id))
            list[n++] = &c->charges[i];
    *out = list;
    return n;
}

bool charges_reversible(const struct casefile *c, struct msg *why_not)
{
    const struct payment *p = payment_standing(c);

    if (case_paid(c).v <= 0 || !p)
        return true;
    char amount[YEN_TEXT];
    yen_format(case_paid(c), amount);
    msg_set(why_not, N_("%s yen have been received for this request. Void the receipt first."), amount, NULL);
    return false;
}

/* --- one payment */

static struct payment_verdict refuse(const char *field, const char *id, const char *word)
{
    struct payment_verdict v = { .field = field };

    if (word)
        msg_set(&v.why, id, word, NULL);
    else
        msg_set(&v.why, id, NULL);
    return v;
}

static struct payment_verdict refuse_received(const struct payment_due *due)
{
    struct payment_verdict v = { .field = "" };
    const struct payment *p = due->standing;
    char number[RECEIPT_TEXT];

    if (p && p->receipt_number) {
        receipt_number_text(due->counter_number, p->receipt_year, p->receipt_number, number);
        msg_set(&v.why,
            N_("This fee has been received (receipt %1$s, %2$s %3$s). It cannot be taken twice."), number,
            str_or(p->by_name, ""), str_or(due->standing_at, ""), NULL);
    } else if (p) {
        msg_set(&v.why, N_("This fee has been paid elsewhere (number %1$s, %2$s %3$s). It cannot be taken twice."),
            str_or(p->slip, ""), str_or(p->by_name, ""), str_or(due->standing_at, ""), NULL);
    } else {
        msg_set(&v.why, N_("Nothing is owed. The fee is written when the visitor checks in."), NULL);
    }
    return v;
}

/* What holds whatever the method is. False: *v says why. */
static bool may_take(const struct payment_draft *d, const struct payment_due *due, struct payment_verdict *v)
{
    if (!words_has(&WORDS_METHOD, d->method))
        *v = refuse("method", N_("Choose how the fee is paid."), NULL);
    else if (due->owed.v <= 0)
        *v = refuse_received(due);
    else if (due->standing && !str_eq(due->standing->method, d->method))
        *v = refuse("method", N_("One request is paid in one way. Void the first receipt to change it."), NULL);
    else if (!day_known(due->business_day))
        *v = refuse("", N_("No day is open for this money. Ask a supervisor to check the calendar."), NULL);
    else if (!str_eq(d->method, "outside") && !due->drawer_open)
        *v = refuse("", N_("The drawer is not open. Count the float first."), NULL);
    else if (d->payer && !words_has(&WORDS_PAYER, d->payer))
        *v = refuse("payer", N_("Choose to whom the receipt is made out."), NULL);
    else if (d->payer && !str_eq(d->payer, "patient") && str_empty(d->payer_name))
        *v = refuse("payer_name", N_("The name for the receipt is missing. Write it, or choose the patient."), NULL);
    else
        return true;
    return false;
}

/* A typed amount must be all that is owed: one request, one payment. */
static bool amount_fits(const struct payment_draft *d, const struct payment_due *due, struct payment_verdict *v)
{
    char owed[YEN_TEXT];

    yen_format(due->owed, owed);
    if (d->amount.v < 0)
        *v = refuse("amount", N_("This is no amount that can be taken. Owed are %s yen."), owed);
    else if (d->amount.v > due->owed.v)
        *v = refuse("amount", N_("More than is owed. Owed are %s yen."), owed);
    else if (d->amount.v > 0 && d->amount.v < due->owed.v)
        *v = refuse("amount", N_("The fee is taken at once. Owed are %s yen."), owed);
    else
        return true;
    return false;
}

static struct payment_verdict check_cash(const struct payment_draft *d, const struct payment_due *due)
{
    struct payment_verdict v = { .ok = true, .field = "" };
    char a[YEN_TEXT], b[YEN_TEXT];

    if (d->tendered.v <= 0) {
        yen_format(due->owed, a);
        return refuse("tendered", N_("What did the visitor give? Type it, or = for exactly %s yen."), a);
    }
    if (d->tendered.v > MONEY_MAX)
        return refuse("tendered", N_("This amount is too large. Check the digits."), NULL);
    if (yen_cmp(d->tendered, due->owed) < 0) {
        yen_format(YEN(due->owed.v - d->tendered.v), a);
        return refuse("tendered", N_("%s yen are still missing."), a);
    }
    v.amount = due->owed;
    v.change = YEN(d->tendered.v - due->owed.v);
    v.give = cash_change(v.change);
    yen_format(d->tendered, a);
    yen_format(v.change, b);
    if (v.change.v == 0)
        msg_set(&v.say, N_("\"I receive exactly %s yen. Thank you.\""), a, NULL);
    else
        msg_set(&v.say, N_("\"I receive %1$s yen. Your change is %2$s yen. Please check it.\""), a, b, NULL);
    if (v.change.v >= CASH_YEN[0])
        msg_set(&v.warn, N_("The change is %s yen: more than one 10,000-yen note. Check the amount received."), b,
            NULL);
    return v;
}

static struct payment_verdict check_slip(const struct payment_draft *d, const struct payment_due *due)
{
    struct payment_verdict v = { .ok = true, .field = "", .amount = due->owed };
    char a[YEN_TEXT];

    if (!amount_fits(d, due, &v))
        return v;
    yen_format(due->owed, a);
    if (str_eq(d->method, "card")) {
        if (str_empty(d->slip))
            return refuse("slip", N_("The slip number is missing. Copy it from the card slip."), NULL);
        msg_set(&v.say, N_("\"%s yen by card. Here are your slip and your receipt.\""), a, NULL);
    } else if (str_eq(d->method, "other")) {
        if (str_empty(d->other_kind))
            return refuse("other_kind", N_("How was it paid? Write the kind, e.g. the name of the voucher."), NULL);
        msg_set(&v.say, N_("\"I receive %s yen. Here is your receipt.\""), a, NULL);
    } else {
        if (str_empty(d->slip))
            return refuse("slip",
                N_("The receipt number is missing. Copy it from the main cashier's receipt."), NULL);
        msg_set(&v.say, N_("\"Thank you. The payment of %s yen is recorded.\""), a, NULL);
    }
    return v;
}

struct payment_verdict payment_check(const struct payment_draft *d, const struct payment_due *due)
{
    struct payment_verdict v;

    if (!may_take(d, due, &v))
        return v;
    return str_eq(d->method, "cash") ? check_cash(d, due) : check_slip(d, due);
}

bool void_check(const struct void_draft *d, const struct casefile *c, bool day_open, struct err *e)
{
    const struct payment *p = payment_find(c, d->payment);
    const struct payment *back;

    if (!p || !str_eq(p->kind, "collect"))
        return err_set(e, ERR_RULE, "", N_("This is no payment that can be voided."), NULL);
    back = payment_void_of(c, p->id);
    if (back)
        return err_set(e, ERR_RULE, "", N_("This receipt has been voided already (%s)."),
            str_or(back->by_name, ""), NULL);
    if (!day_open)
        return err_set(e, ERR_RULE, "",
            N_("The day of this receipt is closed. It cannot be voided any more; ask a supervisor."), NULL);
    if (!str_eq(p->method, "outside") && !words_has(&WORDS_ORIGINAL, d->original)) /* the main cashier's is not ours */
        return err_set(e, ERR_RULE, "original",
            N_("Is the original receipt here? Choose collected, or lost with the payer's signature."), NULL);
    if (str_empty(d->reason))
        return err_set(e, ERR_RULE, "reason", N_("The reason is missing. Write why the receipt is voided."), NULL);
    return remark_check(d->reason, "reason", e);
}

/* --- business days */

day business_day_of(const struct business_days *b, day (*open_after)(const void *arg, day d), const void *arg)
{
    bool closed = day_known(b->last_closed) && day_cmp(b->last_closed, b->today) >= 0;
    day next = open_after(arg, closed ? b->last_closed : day_add(b->today, -1));

    for (size_t i = 0; i < b->n_opened; i++)
        if (day_cmp(b->opened[i], b->today) >= 0 && (!day_known(next) || day_cmp(b->opened[i], next) <= 0))
            return b->opened[i];
    return closed ? next : b->today;
}

day business_day_forgotten(const struct business_days *b)
{
    if (b->n_opened && day_cmp(b->opened[0], b->today) < 0)
        return b->opened[0];
    return DAY_NONE;
}
