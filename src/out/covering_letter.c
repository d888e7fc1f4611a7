/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/letter.h"

static void to_part(struct sheet *p, const struct covering_letter *in)
{
    if (!str_empty(in->institution))
        paper_text(p, 0, in->institution);
    if (!str_empty(in->department))
        paper_text(p, 0, in->department);
    if (!str_empty(in->doctor))
        paper_text(p, 0, paper_format(p, N_("To Dr %s"), in->doctor, NULL));
    else
        paper_say(p, N_("To the doctor in charge"));
}

static void enclosed_part(struct sheet *p, const struct covering_letter *in)
{
    int n = 0;

    paper_heading(p, N_("Enclosed"));
    if (in->report)
        paper_item(p, paper_number(p, ++n), paper_tr(p, N_("Second opinion report, 1 copy")));
    for (size_t i = 0; i < in->n_more; i++)
        paper_item(p, paper_number(p, ++n),
            paper_format(p, N_("%1$s, pieces: %2$s"), in->more[i].what,
                paper_number(p, in->more[i].pieces), NULL));
}

bool out_covering_letter(
    const struct covering_letter *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    paper_letterhead(&p);
    paper_blank(&p);
    to_part(&p, in);
    paper_blank(&p);
    paper_title(&p, N_("Covering Letter"));
    paper_blank(&p);
    paper_say(&p, N_("Thank you for your cooperation and for the papers of your patient."));
    paper_blank(&p);
    paper_say(&p,
        in->report
            ? N_("We send you the report on the second opinion consultation named below, so "
                 "that you have the same information as your patient.")
            : N_("We send you the following on the second opinion consultation named below."));
    paper_blank(&p);
    paper_heading(&p, N_("About the consultation"));
    paper_subject(&p, in->case_year, in->case_number, in->patient);
    paper_birth(&p, in->patient);
    if (day_known(in->consulted_on))
        paper_pair(&p, N_("Day of consultation"), paper_date_weekday(&p, in->consulted_on));
    paper_blank(&p);
    enclosed_part(&p, in);
    if (!str_empty(in->tracking))
        paper_pair(&p, N_("Tracking number"), in->tracking);
    paper_blank(&p);
    paper_say(&p, N_("If anything is missing, please let us know at the counter below."));
    paper_blank(&p);
    paper_right(&p, paper_bilingual(&p, ctx->hospital->name));
    paper_right(&p,
        arena_printf(&p.arena, "%s  %s", paper_bilingual(&p, ctx->hospital->counter_name), in->by));
    paper_blank(&p);
    paper_contact(&p);
    return paper_end(&p);
}
