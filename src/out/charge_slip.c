/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/charge_slip.h"

static void lines_part(struct sheet *p, const struct charge_slip *in)
{
    const char *percent = paper_number(p, in->tax_percent);

    paper_charge(p, paper_tr(p, N_("Item charged")), paper_tr(p, N_("Qty")), paper_tr(p, N_("Unit price")),
        paper_tr(p, N_("Sum")));
    paper_rule(p);
    for (size_t i = 0; i < in->n_lines; i++)
        paper_charge(p, paper_tr(p, N_("Second opinion fee (not insured)")),
            paper_number(p, in->lines[i].quantity), paper_yen(p, in->lines[i].unit),
            paper_yen(p, in->lines[i].amount));
    paper_rule(p);
    paper_charge(p, paper_tr(p, N_("Amount to pay")), "", "", paper_yen(p, in->total));
    if (in->tax_percent > 0)
        paper_charge(p,
            arena_printf(
                &p->arena, "%s %s%%", paper_tr(p, N_("of which consumption tax")), percent),
            "", "", paper_yen(p, in->tax));
    paper_rule(p);
}

bool out_charge_slip(const struct charge_slip *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct paper_ctx own = *ctx;
    struct sheet p;

    own.lang = in->lang;
    own.copy = in->copy;
    paper_begin(&p, &own, out);
    p.mark = paper_case_number(&p, in->case_year, in->case_number);
    paper_letterhead(&p);
    paper_title(&p, N_("Charge Slip"));
    paper_duplicate(&p);
    paper_say(&p, N_("To the main cashier: please collect the following amount."));
    paper_blank(&p);
    paper_pair(&p, N_("Request number"), p.mark);
    if (!str_empty(in->patient_no))
        paper_pair(&p, paper_bilingual(&p, ctx->hospital->patient_no_label), in->patient_no);
    paper_pair(&p, N_("Patient's name"), paper_addressed(&p, in->patient_name));
    if (in->call_number > 0)
        paper_pair(&p, N_("Call number"), paper_number(&p, in->call_number));
    paper_pair(&p, N_("Day of the charge"), paper_date_weekday(&p, in->day));
    paper_blank(&p);
    paper_centre(&p, paper_format(&p, N_("Amount  %s"), paper_yen_large(&p, in->total), NULL));
    paper_blank(&p);
    lines_part(&p, in);
    paper_pair(&p, N_("Made out by"), in->clerk);
    paper_blank(&p);
    paper_write(&p, N_("Outside receipt no."), N_("Collected by"));
    paper_blank(&p);
    paper_point(
        &p, N_("After paying, please show the receipt of the main cashier at this counter."));
    return paper_end(&p);
}
