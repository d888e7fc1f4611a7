/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/call_slip.h"

static const char *wide_digits(struct sheet *p, int n)
{
    static const char *const digit[]
        = { "０", "１", "２", "３", "４", "５", "６", "７", "８", "９" };
    const char *s = arena_printf(&p->arena, "%d", n), *wide = "";

    for (; *s; s++)
        wide = arena_printf(&p->arena, "%s%s ", wide, digit[*s - '0']);
    return wide;
}

bool out_call_slip(const struct call_slip *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    BUG_IF(in->call_number < 0);
    paper_begin(&p, ctx, out);
    paper_house(&p);
    paper_title(&p, N_("Call Number"));
    paper_blank(&p);
    paper_centre(&p, wide_digits(&p, in->call_number));
    paper_blank(&p);
    paper_rule(&p);
    paper_pair(&p, N_("Date of issue"), paper_date_weekday(&p, in->day));
    if (in->arrived_min >= 0)
        paper_pair(&p, N_("You came at"), paper_time(&p, in->arrived_min));
    if (in->appointment_min >= 0)
        paper_pair(&p, N_("Your time"), paper_time(&p, in->appointment_min));
    paper_blank(&p);
    paper_say(&p,
        N_("We will call you by this number. When you are called, please tell us the name and the "
           "date "
           "of birth."));
    paper_say(&p, N_("Please tell the counter when you leave the waiting area."));
    return paper_end(&p);
}
