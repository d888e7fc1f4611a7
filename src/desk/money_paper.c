/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/money_paper.h"

#include "desk/closing_inside.h"
#include "desk/money_day.h"
#include "out/charge_slip.h"
#include "out/day_report.h"
#include "out/receipt.h"
#include "out/void_slip.h"
#include "store/case_store.h"
#include "store/payment_store.h"
#include "store/staff_store.h"

static struct paper_ctx ctx_of(struct desk *d, const struct print_job *job)
{
    return (struct paper_ctx){ .hospital = desk_hospital(d),
        .catalogs = desk_catalogues(d),
        .lang = job->lang,
        .today = desk_today(d),
        .copy = job->copy };
}

static day day_of(struct desk *d, instant at)
{
    day out;
    hm ignored;

    instant_civil(at, desk_hospital(d)->offset, &out, &ignored);
    return out;
}

static bool gone(struct err *e)
{
    return err_set(e, ERR_RULE, "", N_("What this paper is about is not there any more."), NULL);
}

/* The casefile of a payment. */
static bool load_case(struct desk *d, int64_t payment, struct arena *arena, struct casefile **out, struct err *e)
{
    int64_t request;

    if (!payment_store_request(desk_db(d), payment, &request, e))
        return false;
    if (!request)
        return gone(e);
    *out = ARENA_NEW(arena, struct casefile);
    return case_load(desk_db(d), request, arena, *out, e);
}

static bool load_receipt(struct desk *d, const struct casefile *c, int64_t payment, const struct print_job *job,
    struct arena *arena, struct receipt *out, struct err *e)
{
    if (!receipt_of(c, payment, desk_hospital(d)->counter_number, arena, out))
        return gone(e);
    out->lang = job->lang;
    out->copy = job->copy;
    out->printed_on = day_of(d, job->at);
    return receipt_store_registration(desk_db(d), payment, arena, &out->registration, e);
}

bool paper_receipt(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    struct paper_ctx ctx = ctx_of(d, job);
    struct arena arena;
    struct casefile *c;
    struct receipt r;

    arena_init(&arena);
    bool ok = load_case(d, job->object_id, &arena, &c, e) && load_receipt(d, c, job->object_id, job, &arena, &r, e);
    if (ok && !out_receipt(&r, &ctx, out))
        ok = err_set(e, ERR_STORE, "", N_("The paper is too long to be printed."), NULL);
    arena_fini(&arena);
    return ok;
}

static bool name_of(struct desk *d, int64_t staff, struct arena *arena, const char **out, struct err *e)
{
    struct staff_row row;
    bool found;

    if (!staff_load(desk_db(d), staff, arena, &row, &found, e))
        return false;
    *out = found ? row.name : "";
    return true;
}

bool paper_void_slip(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    struct paper_ctx ctx = ctx_of(d, job);
    struct void_slip slip = { .copy = job->copy };
    struct arena arena;
    struct casefile *c;
    const struct payment *back = NULL;

    arena_init(&arena);
    bool ok = load_case(d, job->object_id, &arena, &c, e);
    if (ok)
        back = payment_find(c, job->object_id);
    if (ok && !back->refund_of)
        ok = gone(e);
    ok = ok && load_receipt(d, c, back->refund_of, job, &arena, &slip.receipt, e)
        && name_of(d, back->approved_by, &arena, &slip.approved_by, e);
    if (ok) {
        slip.receipt.copy = 1; /* the slip speaks of the original; its own copy is in slip.copy */
        slip.voided_on = back->paid_on;
        slip.back = YEN(-back->amount.v);
        slip.original = back->original;
        slip.reason = back->reason;
        slip.by = back->by_name;
        ok = out_void_slip(&slip, &ctx, out)
            || err_set(e, ERR_STORE, "", N_("The paper is too long to be printed."), NULL);
    }
    arena_fini(&arena);
    return ok;
}

static void fill_slip(struct desk *d, const struct casefile *c, const struct print_job *job, struct arena *arena,
    struct charge_slip *out)
{
    const struct visit *visit = case_visit(c);
    struct receipt_line *lines;
    day on = day_of(d, job->at);

    *out = (struct charge_slip){ .request = c->id,
        .case_year = c->year,
        .case_number = c->number,
        .patient_name = c->patient.name,
        .patient_no = c->patient.patient_no,
        .day = on,
        .call_number = visit && day_cmp(visit->day, on) == 0 ? visit->call_number : 0,
        .lang = job->lang,
        .clerk = job->by_name,
        .copy = job->copy };
    out->n_lines = receipt_lines_of(c, arena, &lines, &out->total, &out->tax, &out->tax_percent);
    out->lines = lines;
}

bool paper_charge_slip(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    struct paper_ctx ctx = ctx_of(d, job);
    struct arena arena;
    struct casefile c;
    struct charge_slip slip;

    arena_init(&arena);
    bool ok = case_load(desk_db(d), job->object_id, &arena, &c, e);
    if (ok) {
        fill_slip(d, &c, job, &arena, &slip);
        ok = out_charge_slip(&slip, &ctx, out)
            || err_set(e, ERR_STORE, "", N_("The paper is too long to be printed."), NULL);
    }
    arena_fini(&arena);
    return ok;
}

static bool day_paper(struct desk *d, day business_day, const struct print_job *job, struct buf *out, struct err *e)
{
    struct paper_ctx ctx = ctx_of(d, job);
    struct arena arena;
    struct closing_view v;

    arena_init(&arena);
    bool ok = closing_load(d, business_day, &arena, &v, e);
    if (ok) {
        struct day_report r = { .till = &v.till,
            .rows = v.rows,
            .n_rows = v.n_rows,
            .moves = v.moves,
            .n_moves = v.n_moves,
            .open = v.open,
            .closing = v.closed ? &v.closing : NULL,
            .counter_number = desk_hospital(d)->counter_number,
            .drawer = THE_DRAWER,
            .opened_by = v.opened_by,
            .opened_at = v.opened_at,
            .lang = job->lang,
            .copy = job->copy };
        ok = out_day_report(&r, &ctx, out)
            || err_set(e, ERR_STORE, "", N_("The paper is too long to be printed."), NULL);
    }
    arena_fini(&arena);
    return ok;
}

bool paper_day_report(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    day business_day;

    if (!closing_store_day(desk_db(d), job->object_id, &business_day, e))
        return false;
    return day_known(business_day) ? day_paper(d, business_day, job, out, e) : gone(e);
}

bool paper_interim(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    return day_paper(d, (day){ (int32_t)job->object_id }, job, out, e);
}

void money_print(struct desk *d, int64_t print, struct printed *out)
{
    struct err e = ERR_INIT;

    *out = (struct printed){ .done = desk_print_now(d, print, &e) };
    if (!out->done)
        out->failure = e.msg;
}
