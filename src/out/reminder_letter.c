/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/letter.h"

static void missing_part(struct sheet *p, const struct reminder_letter *in)
{
    paper_heading(p, N_("Papers that we do not have yet"));
    for (size_t i = 0; i < in->n_missing; i++) {
        const struct missing_paper *m = &in->missing[i];
        const char *why = paper_policy(p, m->why);

        paper_item(p, paper_number(p, (int64_t)i + 1), paper_bilingual(p, m->title));
        if (*why)
            paper_item(p, "", why);
        if (day_known(m->promised_on))
            paper_item(p, "",
                paper_format(p, N_("You kindly promised it for %s."),
                    paper_date_weekday(p, m->promised_on), NULL));
    }
}

bool out_reminder_letter(
    const struct reminder_letter *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    paper_letter_to(&p, in->addressee, in->patient);
    paper_title(&p, N_("About Papers That Are Still Missing"));
    paper_subject(&p, in->case_year, in->case_number, in->patient);
    paper_blank(&p);
    paper_say(&p,
        N_("Thank you very much for your request for a second opinion. So that a specialist can go "
           "on with it, we need the following from you."));
    paper_blank(&p);
    missing_part(&p, in);
    paper_blank(&p);
    if (day_known(in->wanted_by))
        paper_text(&p, 0,
            paper_format(&p, N_("Please bring or send them by %s."),
                paper_date_weekday(&p, in->wanted_by), NULL));
    else
        paper_say(&p, N_("Please bring or send them as soon as you can."));
    paper_say(&p,
        N_("The time until we can tell you the date begins on the day when everything is here."));
    paper_say(&p,
        N_("If you have already sent them, please forgive this letter. If something cannot be had, "
           "please phone us; we will look for a way together."));
    paper_blank(&p);
    paper_contact(&p);
    return paper_end(&p);
}
