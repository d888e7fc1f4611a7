/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/custody.h"

bool out_custody_receipt(
    const struct custody_receipt *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    paper_letterhead(&p);
    paper_title(&p, N_("Custody Receipt"));
    paper_duplicate(&p);
    paper_subject(&p, in->case_year, in->case_number, in->patient);
    paper_pair(&p, N_("Received on"), paper_date_weekday(&p, in->received_on));
    if (!str_empty(in->handed_in_by))
        paper_pair(&p, N_("Handed in by"), paper_addressed(&p, in->handed_in_by));
    paper_pair(&p, N_("Received by"), in->taken_by);
    paper_blank(&p);
    paper_say(&p, N_("We have taken the following materials into our custody."));
    paper_blank(&p);
    paper_materials(&p, in->materials, in->n_materials);
    paper_blank(&p);
    paper_point(&p, N_("Please keep this slip and bring it when the materials are returned."));
    paper_point(
        &p, N_("Materials that are kept here remain in the hospital's file and are not returned."));
    paper_point(&p, N_("Materials on loan from another hospital are sent back to it by us."));
    paper_contact(&p);
    return paper_end(&p);
}

static void how_returned(struct sheet *p, const struct return_part *x)
{
    paper_pair(p, N_("Given how"), paper_word(p, &WORDS_HANDOVER, x->how));
    if (!str_empty(x->to))
        paper_pair(p, N_("Returned to"), str_eq(x->how, "post") ? x->to : paper_addressed(p, x->to));
    if (!str_empty(x->tracking))
        paper_pair(p, N_("Tracking number"), x->tracking);
}

static void return_part(struct sheet *p, const struct return_part *x, bool alone)
{
    if (!alone) {
        paper_heading(p, words_label(&WORDS_DESTINATION, x->place));
        how_returned(p, x);
        paper_blank(p);
    }
    paper_materials(p, x->materials, x->n_materials);
    paper_blank(p);
    if (str_eq(x->how, "post")) /* a signature only where a person takes them (counter.md 12) */
        return;
    paper_say(p, N_("I have received all of the above materials."));
    paper_sign(p, N_("Received (signature)"));
    paper_blank(p);
}

bool out_return_slip(const struct return_slip *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    paper_letterhead(&p);
    paper_title(&p, N_("Return of Materials"));
    paper_duplicate(&p);
    paper_subject(&p, in->case_year, in->case_number, in->patient);
    paper_pair(&p, N_("Returned on"), paper_date_weekday(&p, in->returned_on));
    if (in->n_parts == 1)
        how_returned(&p, &in->part[0]);
    paper_pair(&p, N_("Returned by"), in->given_by);
    paper_blank(&p);
    paper_say(&p, N_("We return the following materials. Please check that all pieces are there."));
    paper_blank(&p);
    for (size_t i = 0; i < in->n_parts; i++)
        return_part(&p, &in->part[i], in->n_parts == 1);
    paper_contact(&p);
    return paper_end(&p);
}
