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

/* How many pieces the move gave back; negative when some came again, 0 for any other way. */
static int gave_back(const struct material_move *v)
{
    return v->pieces * (place_is_back(v->place) - place_is_back(v->origin));
}

/* The last day, not after until, on which something was given back: a slip printed again says the same. */
static day day_of_return(const struct casefile *c, day until)
{
    for (size_t i = c->n_moves; i > 0; i--)
        if (gave_back(&c->moves[i - 1]) > 0 && day_cmp(c->moves[i - 1].day, until) <= 0)
            return c->moves[i - 1].day;
    return until;
}

/* What of this material was given back on that day and did not come again on it; by is the last move that did so. */
static int given_back(const struct casefile *c, const struct material *m, day on, const struct material_move **by)
{
    int n = 0;

    for (size_t i = 0; i < c->n_moves; i++) {
        const struct material_move *v = &c->moves[i];
        if (v->material != m->id || day_cmp(v->day, on) != 0)
            continue;
        n += gave_back(v);
        if (gave_back(v) > 0)
            *by = v;
    }
    return n;
}

bool render_return_slip(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = paper_case(w, e);
    const struct material_move *first = NULL;
    day today;
    hm at;

    if (!c)
        return false;
    instant_civil(w->job->at, desk_hospital(w->desk)->offset, &today, &at);
    struct return_slip in = { .case_year = c->year, .case_number = c->number, .patient = &c->patient,
        .returned_on = day_of_return(c, today), .given_by = w->job->by_name };
    struct material *back = ARENA_ARRAY(w->arena, struct material, c->n_materials + 1);
    for (size_t i = 0; i < c->n_materials; i++) {
        const struct material_move *by = NULL;
        int pieces = given_back(c, &c->materials[i], in.returned_on, &by);
        if (pieces <= 0)
            continue;
        first = first ? first : by;
        back[in.n_materials] = c->materials[i];
        back[in.n_materials++].pieces = pieces;
    }
    in.materials = back;
    in.to = first ? first->signed_by : "";
    in.how = first && str_eq(first->how, "post") ? "post" : "hand";
    in.tracking = first ? first->tracking : "";
    return paper_whole(out_return_slip(&in, &w->ctx, out), e);
}
