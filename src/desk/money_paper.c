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

static day day_of(struct desk *d, instant at)
{
    day out;
    hm ignored;

    instant_civil(at, desk_hospital(d)->offset, &out, &ignored);
    return out;
}

/* The request of the payment that the paper is about. */
static struct casefile *case_of_payment(const struct paper_work *w, struct err *e)
{
    struct db *db = desk_db(w->desk);
    struct casefile *c = ARENA_NEW(w->arena, struct casefile);
    int64_t request;

    if (!payment_store_request(db, w->job->object_id, &request, e))
        return NULL;
    if (!request) {
        paper_gone(e);
        return NULL;
    }
    return case_load(db, request, w->arena, c, e) ? c : NULL;
}

static bool load_receipt(const struct paper_work *w, const struct casefile *c, int64_t payment, struct receipt *out,
    struct err *e)
{
    if (!receipt_of(c, payment, desk_hospital(w->desk)->counter_number, w->arena, out))
        return paper_gone(e);
    out->lang = w->job->lang;
    out->copy = w->job->copy;
    out->printed_on = day_of(w->desk, w->job->at);
    return receipt_store_registration(desk_db(w->desk), payment, w->arena, &out->registration, e);
}

bool paper_receipt(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = case_of_payment(w, e);
    struct receipt r;

    return c && load_receipt(w, c, w->job->object_id, &r, e) && paper_whole(out_receipt(&r, &w->ctx, out), e);
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

bool paper_void_slip(struct paper_work *w, struct buf *out, struct err *e)
{
    struct void_slip slip = { .copy = w->job->copy };
    const struct casefile *c = case_of_payment(w, e);
    const struct payment *back = c ? payment_find(c, w->job->object_id) : NULL;

    if (!back || !back->refund_of)
        return c && paper_gone(e);
    if (!load_receipt(w, c, back->refund_of, &slip.receipt, e)
        || !name_of(w->desk, back->approved_by, w->arena, &slip.approved_by, e))
        return false;
    slip.receipt.copy = 1; /* the slip speaks of the original; its own copy is in slip.copy */
    slip.voided_on = back->paid_on;
    slip.back = YEN(-back->amount.v);
    slip.original = back->original;
    slip.reason = back->reason;
    slip.by = back->by_name;
    return paper_whole(out_void_slip(&slip, &w->ctx, out), e);
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

bool paper_charge_slip(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = paper_case(w, e);
    struct charge_slip slip;

    if (!c)
        return false;
    fill_slip(w->desk, c, w->job, w->arena, &slip);
    return paper_whole(out_charge_slip(&slip, &w->ctx, out), e);
}

static bool day_paper(struct paper_work *w, day business_day, struct buf *out, struct err *e)
{
    struct closing_view v;

    if (!closing_load(w->desk, business_day, w->arena, &v, e))
        return false;
    struct day_report r = { .till = &v.till,
        .rows = v.rows,
        .n_rows = v.n_rows,
        .moves = v.moves,
        .n_moves = v.n_moves,
        .open = v.open,
        .closing = v.closed ? &v.closing : NULL,
        .counter_number = desk_hospital(w->desk)->counter_number,
        .drawer = THE_DRAWER,
        .opened_by = v.opened_by,
        .opened_at = v.opened_at,
        .lang = w->job->lang,
        .copy = w->job->copy };
    return paper_whole(out_day_report(&r, &w->ctx, out), e);
}

bool paper_day_report(struct paper_work *w, struct buf *out, struct err *e)
{
    day business_day;

    if (!closing_store_day(desk_db(w->desk), w->job->object_id, &business_day, e))
        return false;
    return day_known(business_day) ? day_paper(w, business_day, out, e) : paper_gone(e);
}

bool paper_interim(struct paper_work *w, struct buf *out, struct err *e)
{
    return day_paper(w, (day){ (int32_t)w->job->object_id }, out, e);
}

void money_print(struct desk *d, int64_t print, struct printed *out)
{
    struct err e = ERR_INIT;

    *out = (struct printed){ .done = desk_print_now(d, print, &e) };
    if (!out->done)
        out->failure = e.msg;
}
