/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/receipt.h"

static void head_part(struct sheet *p, const struct receipt *in)
{
    const char *number = paper_receipt_number(p, in->counter_number, in->year, in->number);

    paper_title(p, in->voided ? N_("Receipt (void)") : N_("Receipt"));
    p->mark = number;
    paper_duplicate(p);
    if (in->voided)
        paper_say(p, N_("*** This receipt was voided and is not valid. ***"));
    paper_pair(p, N_("Receipt number"), number);
    paper_pair(p, N_("Date of payment"), paper_date(p, in->paid_on));
    paper_blank(p);
    paper_pair(p, N_("Received from"), paper_addressed(p, in->addressee));
    if (!str_eq(in->addressee, in->patient_name))
        paper_pair(p, N_("Patient's name"), paper_addressed(p, in->patient_name));
    if (!str_empty(in->patient_no))
        paper_pair(p, paper_label_of(p, p->ctx->hospital->patient_no_label), in->patient_no);
    paper_pair(p, N_("Request number"), paper_case_number(p, in->case_year, in->case_number));
}

/* The item is the same for every line: what a policy calls it could name a department (counter.md
 * 11). */
static void lines_part(struct sheet *p, const struct receipt *in)
{
    const char *percent = paper_number(p, in->tax_percent);

    paper_charge(p, paper_label(p, N_("Item charged")), paper_label(p, N_("Qty")),
        paper_label(p, N_("Unit price")), paper_label(p, N_("Sum")));
    paper_rule(p);
    for (size_t i = 0; i < in->n_lines; i++)
        paper_charge(p, paper_label(p, N_("Second opinion fee (not insured)")),
            paper_number(p, in->lines[i].quantity), paper_yen(p, in->lines[i].unit),
            paper_yen(p, in->lines[i].amount));
    paper_rule(p);
    if (in->tax_percent > 0) {
        paper_charge(p,
            arena_printf(
                &p->arena, "%s%% %s", percent, paper_label(p, N_("taxable, total with tax"))),
            "", "", paper_yen(p, in->total));
        paper_charge(p,
            arena_printf(
                &p->arena, "%s %s%%", paper_label(p, N_("of which consumption tax")), percent),
            "", "", paper_yen(p, in->tax));
    } else {
        paper_charge(p, paper_label(p, N_("Total (no consumption tax)")), "", "", paper_yen(p, in->total));
    }
    paper_rule(p);
}

static void paid_part(struct sheet *p, const struct receipt *in)
{
    paper_pair(p, N_("Paid by"), paper_method(p, in->method));
    if (str_eq(in->method, "cash")) {
        paper_pair(p, N_("Cash given"), paper_yen(p, in->tendered));
        paper_pair(p, N_("Change given"), paper_yen(p, in->change));
    }
    if (!str_empty(in->other_kind))
        paper_pair(p, N_("Kind of payment"), in->other_kind);
    if (!str_empty(in->slip))
        paper_pair(p, N_("Slip number"), in->slip);
}

static void issuer_part(struct sheet *p, const struct receipt *in)
{
    const struct hospital *h = p->ctx->hospital;
    const char *issuer = paper_bilingual(p, h->issuer), *name = paper_bilingual(p, h->name);

    paper_pair(p, N_("Issued by"), *issuer ? issuer : name);
    if (*issuer && !str_eq(issuer, name))
        paper_pair(p, "", name);
    if (!str_empty(in->registration))
        paper_pair(p, N_("Registration number"), in->registration);
    if (!str_empty(h->postal))
        paper_pair(
            p, N_("Hospital's address"), paper_format(p, N_("Postal code %s"), h->postal, NULL));
    paper_pair(
        p, str_empty(h->postal) ? N_("Hospital's address") : "", paper_bilingual(p, h->address));
    if (!str_empty(h->phone))
        paper_pair(p, N_("Phone number"), h->phone);
    paper_pair(p, N_("Counter and clerk"),
        arena_printf(&p->arena, "%s   %s", paper_bilingual(p, h->counter_name), in->clerk));
    if (h->stamp_exempt)
        paper_pair(p, N_("Stamp duty"), paper_label(p, N_("exempt")));
}

bool out_receipt(const struct receipt *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct paper_ctx own = *ctx;
    struct sheet p;

    own.lang = in->lang;
    own.copy = in->copy;
    own.today = in->printed_on;
    paper_begin(&p, &own, out);
    head_part(&p, in);
    paper_blank(&p);
    paper_centre(&p, paper_format(&p, N_("Amount  %s"), paper_yen_large(&p, in->total), NULL));
    paper_blank(&p);
    paper_say(&p, N_("We have received the above amount as the second opinion fee."));
    paper_blank(&p);
    lines_part(&p, in);
    paid_part(&p, in);
    paper_rule(&p);
    issuer_part(&p, in);
    return paper_end(&p);
}
