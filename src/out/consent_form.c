/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/forms.h"

static void what_is_agreed(struct sheet *p, const struct blank_form *in)
{
    paper_heading(p, N_("1 What I agree to"));
    paper_point(p,
        N_("The persons named below hear the opinion of a specialist of this hospital on my "
           "illness, "
           "my test results and my treatment in my place."));
    paper_point(p, N_("This hospital uses the papers and materials handed in for this purpose."));
    paper_point(p, N_("The report is sent to and shared with my present doctor."));
    if (in->fee.v > 0)
        paper_item(p, "*",
            paper_format(p,
                N_("The fee of %s (tax included) is paid on the day; health insurance does not "
                   "cover it."),
                paper_yen(p, in->fee), NULL));
    else
        paper_point(p, N_("The fee is paid on the day; health insurance does not cover it."));
    paper_point(p, N_("I can withdraw this consent at any time."));
}

static void patient_part(struct sheet *p)
{
    paper_blank(p);
    paper_heading(p, N_("2 Patient (in the patient's own hand)"));
    paper_field(p, N_("Name in kana"), 1);
    paper_field(p, N_("Patient's name"), 1);
    paper_choice(
        p, N_("Date of birth"), N_("______ / ____ / ____  (year / month / day)   age ____"));
    paper_choice(p, N_("Postal address"), N_("Postal code ______________________"));
    paper_field(p, "", 1);
    paper_field(p, N_("Phone number"), 1);
    paper_sign(p, N_("Signature"));
    paper_blank(p);
    paper_pair(p, N_("Consent valid until"), "______ / ____ / ____");
}

static void persons_part(struct sheet *p)
{
    paper_blank(p);
    paper_heading(p, N_("3 Persons who come to the consultation"));
    for (int i = 0; i < 3; i++)
        paper_write(p, N_("Visitor's name"), N_("Related how"));
}

static void written_for_part(struct sheet *p)
{
    paper_blank(p);
    paper_heading(p, N_("4 If the patient cannot sign"));
    paper_field(p, N_("Why not signed"), 1);
    paper_write(p, N_("Written by"), N_("Related how"));
    paper_blank(p);
    paper_heading(p, N_("5 Parent or legal representative, where there is one"));
    paper_write(p, N_("Full name"), N_("Related how"));
    paper_sign(p, N_("Signature"));
}

static void office_part(struct sheet *p)
{
    paper_blank(p);
    paper_heading(p, N_("For the hospital's use (kinds of papers only, no numbers)"));
    paper_write(p, N_("Request number"), N_("Received on"));
    paper_write(p, N_("Identity seen by"), N_("Relationship by"));
    paper_write(p, N_("Papers valid until"), N_("Seen by"));
}

bool out_consent_form(const struct blank_form *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    p.roomy = true;
    paper_house(&p);
    paper_title(&p, N_("Consent to a Second Opinion Consultation"));
    paper_text(&p, 0,
        paper_format(&p,
            N_("To %s:\nI agree that the persons named below have a second opinion consultation "
               "in my place."),
            paper_bilingual(&p, ctx->hospital->name), NULL));
    paper_blank(&p);
    what_is_agreed(&p, in);
    patient_part(&p);
    persons_part(&p);
    written_for_part(&p);
    office_part(&p);
    return paper_end(&p);
}
