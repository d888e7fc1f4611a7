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

/* What of this material came to the place on that day and did not leave it again; by is the last move that brought it. */
static int came_to(const struct casefile *c, const struct material *m, const char *place, day on, const struct material_move **by)
{
    int n = 0;

    for (size_t i = 0; i < c->n_moves; i++) {
        const struct material_move *v = &c->moves[i];
        if (v->material != m->id || day_cmp(v->day, on) != 0)
            continue;
        n += v->pieces * (str_eq(v->place, place) - str_eq(v->origin, place));
        if (str_eq(v->place, place))
            *by = v;
    }
    return n;
}

/* Adds to the slip what went to the place by hand, or by post. */
static void add_part(const struct casefile *c, const char *place, bool by_post, struct arena *a, struct return_slip *in)
{
    struct material *back = ARENA_ARRAY(a, struct material, c->n_materials + 1);
    struct return_part part = { .materials = back, .place = place, .how = by_post ? "post" : "hand" };

    for (size_t i = 0; i < c->n_materials; i++) {
        const struct material_move *by = NULL;
        int pieces = came_to(c, &c->materials[i], place, in->returned_on, &by);
        if (pieces <= 0 || str_eq(by->how, "post") != by_post)
            continue;
        back[part.n_materials] = c->materials[i];
        back[part.n_materials++].pieces = pieces;
        part.to = str_empty(part.to) ? by->signed_by : part.to;
        part.tracking = str_empty(part.tracking) ? by->tracking : part.tracking;
    }
    if (part.n_materials > 0)
        in->part[in->n_parts++] = part;
}

bool render_return_slip(struct paper_work *w, struct buf *out, struct err *e)
{
    static const char *const places[] = { "visitor", "lender" };
    const struct casefile *c = paper_case(w, e);
    day today;
    hm at;

    if (!c)
        return false;
    instant_civil(w->job->at, desk_hospital(w->desk)->offset, &today, &at);
    struct return_slip in = { .case_year = c->year, .case_number = c->number, .patient = &c->patient,
        .returned_on = day_of_return(c, today), .given_by = w->job->by_name };
    for (size_t i = 0; i < COUNT_OF(places); i++)
        for (int post = 0; post < 2; post++)
            add_part(c, places[i], post == 1, w->arena, &in);
    return paper_whole(out_return_slip(&in, &w->ctx, out), e);
}
