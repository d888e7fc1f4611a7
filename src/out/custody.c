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

bool out_return_slip(const struct return_slip *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;
    bool by_post = str_eq(in->how, "post");

    paper_begin(&p, ctx, out);
    paper_letterhead(&p);
    paper_title(&p, N_("Return of Materials"));
    paper_duplicate(&p);
    paper_subject(&p, in->case_year, in->case_number, in->patient);
    paper_pair(&p, N_("Returned on"), paper_date_weekday(&p, in->returned_on));
    paper_pair(&p, N_("Given how"), paper_word(&p, &WORDS_HANDOVER, in->how));
    if (!str_empty(in->to))
        paper_pair(&p, N_("Returned to"), by_post ? in->to : paper_addressed(&p, in->to));
    if (!str_empty(in->tracking))
        paper_pair(&p, N_("Tracking number"), in->tracking);
    paper_pair(&p, N_("Returned by"), in->given_by);
    paper_blank(&p);
    paper_say(&p, N_("We return the following materials. Please check that all pieces are there."));
    paper_blank(&p);
    paper_materials(&p, in->materials, in->n_materials);
    if (!by_post) { /* a signature only where a person takes them (counter.md 12) */
        paper_blank(&p);
        paper_say(&p, N_("I have received all of the above materials."));
        paper_sign(&p, N_("Received (signature)"));
        paper_blank(&p);
    }
    paper_contact(&p);
    return paper_end(&p);
}
