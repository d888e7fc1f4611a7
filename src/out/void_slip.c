/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/void_slip.h"

static void voided_part(struct sheet *p, const struct receipt *r)
{
    paper_heading(p, N_("Receipt that was voided"));
    paper_pair(p, N_("Receipt number"), p->mark);
    paper_pair(p, N_("Date of payment"), paper_date(p, r->paid_on));
    paper_pair(p, N_("Received from"), paper_addressed(p, r->addressee));
    paper_pair(p, N_("Patient's name"), paper_addressed(p, r->patient_name));
    paper_pair(p, N_("Request number"), paper_case_number(p, r->case_year, r->case_number));
    paper_pair(p, N_("Sum"), paper_yen(p, r->total));
    if (r->tax_percent > 0)
        paper_pair(p, "",
            arena_printf(&p->arena, "%s %d%%  %s", paper_tr(p, N_("of which consumption tax")),
                r->tax_percent, paper_yen(p, r->tax)));
    paper_pair(p, N_("Paid by"), paper_method(p, r->method));
    if (!str_empty(r->slip))
        paper_pair(p, N_("Slip number"), r->slip);
    paper_pair(p, N_("Taken by"), r->clerk);
}

static void original_part(struct sheet *p, const struct void_slip *in)
{
    bool lost = str_eq(in->original, "lost");

    paper_heading(p, N_("Original of the receipt"));
    paper_say(p, lost ? N_("[ ] collected   [x] lost") : N_("[x] collected   [ ] lost"));
    if (lost)
        paper_say(p,
            N_("I have lost the original of the receipt. If it is found, I will not use it and "
               "will "
               "return it to the hospital."));
    else
        paper_say(p, N_("Attach the original to this slip."));
    paper_blank(p);
    paper_text(p, 0,
        paper_format(
            p, N_("I have received the amount of %s back."), paper_yen(p, in->back), NULL));
    paper_sign(p, N_("Payer (signature)"));
}

bool out_void_slip(const struct void_slip *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct paper_ctx own = *ctx;
    struct sheet p;

    own.lang = in->receipt.lang;
    own.copy = in->copy;
    paper_begin(&p, &own, out);
    p.mark = paper_receipt_number(
        &p, in->receipt.counter_number, in->receipt.year, in->receipt.number);
    paper_letterhead(&p);
    paper_internal(&p);
    paper_title(&p, N_("Void of a Receipt"));
    paper_duplicate(&p);
    voided_part(&p, &in->receipt);
    paper_blank(&p);
    paper_heading(&p, N_("The void"));
    paper_pair(&p, N_("Voided on"), paper_date_weekday(&p, in->voided_on));
    paper_pair(&p, N_("Amount given back"), paper_yen(&p, in->back));
    paper_pair(&p, N_("Void because"), in->reason);
    paper_pair(&p, N_("Voided by"), in->by);
    paper_pair(&p, N_("Second person"), in->approved_by);
    paper_blank(&p);
    original_part(&p, in);
    return paper_end(&p);
}
