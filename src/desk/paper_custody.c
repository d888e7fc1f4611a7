/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/act.h"
#include "desk/paper_renderers.h"
#include "out/custody.h"

bool render_custody(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = paper_case(w, e);

    if (!c)
        return false;
    struct custody_receipt in = { .case_year = c->year, .case_number = c->number, .patient = &c->patient,
        .materials = c->materials, .n_materials = c->n_materials,
        .received_on = c->n_materials ? c->materials[c->n_materials - 1].received_on : c->received_on,
        .handed_in_by = c->applicant_name, .taken_by = w->job->by_name };
    return paper_whole(out_custody_receipt(&in, &w->ctx, out), e);
}

/* The pieces that were given back on the day of the print. */
bool render_return_slip(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = paper_case(w, e);
    day on;
    hm at;

    if (!c)
        return false;
    instant_civil(w->job->at, desk_hospital(w->desk)->offset, &on, &at);
    struct material *back = ARENA_ARRAY(w->arena, struct material, c->n_materials + 1);
    size_t n = 0;
    for (size_t i = 0; i < c->n_materials; i++)
        if (c->materials[i].placed > 0 && day_cmp(c->materials[i].moved_on, on) == 0
            && (str_eq(c->materials[i].place, "visitor") || str_eq(c->materials[i].place, "lender"))) {
            back[n] = c->materials[i];
            back[n++].pieces = c->materials[i].placed;
        }
    struct return_slip in = { .case_year = c->year, .case_number = c->number, .patient = &c->patient, .materials = back,
        .n_materials = n, .returned_on = on, .to = n ? back[0].signed_by : "",
        .how = n && str_eq(back[0].how, "post") ? "post" : "hand", .tracking = n ? back[0].tracking : "",
        .given_by = w->job->by_name };
    return paper_whole(out_return_slip(&in, &w->ctx, out), e);
}
