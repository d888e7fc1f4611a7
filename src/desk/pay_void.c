/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to a receipt afterwards: printed again, voided; and the slip for the main cashier. */
#include "desk/case_view.h"
#include "desk/money_day.h"
#include "desk/money_paper.h"
#include "desk/pay.h"
#include "store/payment_store.h"

/* The request of a payment; a payment that is not there is the caller's mistake or a restored backup. */
static bool request_of(struct db *db, int64_t payment, int64_t *request, struct err *e)
{
    if (!payment_store_request(db, payment, request, e))
        return false;
    return *request != 0 || err_set(e, ERR_RULE, "", N_("This payment is not there any more. Read the list again."), NULL);
}

/* --- a further copy */

/* The last copy that was asked for and did not come out; 0 = all came out. */
static bool find_waiting(struct act *a, int64_t payment, enum lang lang, int64_t *print, struct err *e)
{
    struct print_job *jobs;
    size_t n;

    *print = 0;
    if (!desk_prints_waiting(a->desk, a->arena, &jobs, &n, e))
        return false;
    for (size_t i = 0; i < n; i++)
        if (str_eq(jobs[i].kind, "receipt") && jobs[i].object_id == payment && jobs[i].lang == lang)
            *print = jobs[i].id;
    return true;
}

static bool ask_copy(struct act *a, int64_t payment, enum lang lang, int64_t *print, int *copy, struct err *e)
{
    int64_t request;
    struct casefile *c;

    if (!request_of(a->db, payment, &request, e) || !act_case(a, request, &c, e))
        return false;
    if (!payment_find(c, payment)->receipt_number)
        return err_set(e, ERR_RULE, "", N_("This was paid elsewhere: there is no receipt of this counter to print."), NULL);
    if (!find_waiting(a, payment, lang, print, e)
        || (!*print && !act_print(a, "receipt", "payment", payment, lang, print, e))
        || !desk_print_copies(a->desk, "receipt", "payment", payment, copy, e))
        return false;
    const char *body = arena_printf(a->arena, "{\"copy\":%d,\"lang\":\"%s\"}", *copy, lang_id(lang));
    return act_trail(a, "payment", payment, body, e);
}

bool desk_reprint(struct desk *d, int64_t payment, enum lang lang, struct arena *arena, struct reprint_done *out,
    struct err *e)
{
    struct act a;
    int64_t print = 0;

    *out = (struct reprint_done){ 0 };
    if (!act_begin(d, ACT_REPRINT, NO_SECOND, arena, &a, e))
        return false;
    if (!act_end(&a, ask_copy(&a, payment, lang, &print, &out->copy, e), e))
        return false;
    money_print(d, print, &out->printed);
    return true;
}

/* --- voiding */

static bool day_is_open(struct desk *d, const struct payment *p, bool *open, struct err *e)
{
    struct closing_last last;

    if (!closing_store_last(desk_db(d), desk_hospital(d)->counter, THE_DRAWER, &last, e))
        return false;
    *open = !day_known(last.day) || day_cmp(last.day, p->business_day) < 0;
    return true;
}

/* Everything that can be said before anybody enters a passphrase. */
static bool check_void(struct desk *d, const struct void_draft *draft, const struct casefile *c, struct err *e)
{
    const struct payment *p = payment_find(c, draft->payment);
    bool open = true;

    if (p && !day_is_open(d, p, &open, e))
        return false;
    return void_check(draft, c, open, e);
}

bool desk_void_words(struct desk *d, const struct void_draft *draft, struct arena *arena, struct msg *out,
    struct err *e)
{
    struct case_view v;
    int64_t request;
    char receipt[RECEIPT_TEXT], amount[YEN_TEXT];

    if (!request_of(desk_db(d), draft->payment, &request, e) || !desk_case_view(d, request, false, arena, &v, e)
        || !check_void(d, draft, &v.c, e))
        return false;
    const struct payment *p = payment_find(&v.c, draft->payment);
    receipt_number_text(desk_hospital(d)->counter_number, p->receipt_year, p->receipt_number, receipt);
    yen_format(p->amount, amount);
    if (receipt[0])
        msg_set(out, N_("Void receipt %1$s, %2$s yen. Reason: %3$s"), receipt, amount, draft->reason, NULL);
    else
        msg_set(out, N_("Void the payment of %1$s yen recorded from the main cashier (%2$s). Reason: %3$s"), amount,
            p->slip, draft->reason, NULL);
    return true;
}

static bool store_void(struct act *a, const struct void_draft *draft, const struct payment *p, int64_t request,
    int64_t *id, struct err *e)
{
    struct payment_insert in = { .drawer = THE_DRAWER,
        .request = request,
        .kind = "void",
        .method = p->method,
        .amount = YEN(-p->amount.v),
        .slip = p->slip,
        .other_kind = p->other_kind,
        .paid_on = a->today,
        .business_day = p->business_day,
        .payer = p->payer,
        .payer_name = p->payer_name,
        .refund_of = p->id,
        .original = p->receipt_number ? draft->original : "",
        .reason = draft->reason,
        .at = a->at,
        .by = a->by,
        .approved_by = a->second,
        .op_key = draft->op_key };

    return payment_store_drawer(a->db, p->id, &in.counter, &in.drawer, e) && payment_store_add(a->db, &in, id, e);
}

struct voiding {
    const struct void_draft *draft;
    int64_t request;
    struct casefile *c;
    const struct payment *p;
    int64_t print;
    struct void_done *out;
};

static bool void_one(struct act *a, struct voiding *v, struct err *e)
{
    if (!request_of(a->db, v->draft->payment, &v->request, e) || !act_case(a, v->request, &v->c, e)
        || !check_void(a->desk, v->draft, v->c, e))
        return false;
    v->p = payment_find(v->c, v->draft->payment);
    v->out->back = v->p->amount;
    receipt_number_text(desk_hospital(a->desk)->counter_number, v->p->receipt_year, v->p->receipt_number,
        v->out->receipt);
    return store_void(a, v->draft, v->p, v->request, &v->out->payment, e)
        && (!v->p->receipt_number /* the main cashier gave the receipt, and gives the money back */
            || act_print(a, "void_slip", "payment", v->out->payment, v->p->receipt_lang, &v->print, e))
        && act_step_undone(a, v->request, "payment", v->draft->reason, e)
        && act_settle(a, v->request, (const char *[]){ "payment", NULL }, e)
        && act_trail(a, "payment", v->out->payment, NULL, e);
}

bool desk_void(struct desk *d, const struct void_draft *draft, struct second second, struct arena *arena,
    struct void_done *out, struct err *e)
{
    struct act a;
    struct voiding v = { .draft = draft, .out = out };

    BUG_IF(str_empty(draft->op_key));
    *out = (struct void_done){ .printed = { .done = true } };
    if (!act_begin(d, ACT_VOID, second, arena, &a, e))
        return false;
    if (!act_end(&a, void_one(&a, &v, e), e))
        return false;
    if (v.print)
        money_print(d, v.print, &out->printed);
    return true;
}

/* --- 会計票 */

bool desk_charge_slip(struct desk *d, int64_t request, enum lang lang, struct arena *arena, struct printed *out,
    struct err *e)
{
    struct act a;
    struct casefile *c;
    int64_t print = 0;

    *out = (struct printed){ 0 };
    if (!act_begin(d, ACT_PAPER_PRINT, NO_SECOND, arena, &a, e))
        return false;
    bool ok = act_case(&a, request, &c, e);
    if (ok && case_owed(c).v <= 0)
        ok = err_set(e, ERR_RULE, "", N_("Nothing is owed for this request."), NULL);
    ok = ok && act_print(&a, "charge_slip", "request", request, lang, &print, e)
        && act_trail(&a, "request", request, NULL, e);
    if (!act_end(&a, ok, e))
        return false;
    money_print(d, print, out);
    return true;
}
