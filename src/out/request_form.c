/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/forms.h"

static void patient_part(struct sheet *p)
{
    paper_heading(p, N_("1 Patient"));
    paper_field(p, N_("Name in kana"), 1);
    paper_field(p, N_("Patient's name"), 1);
    paper_field(p, N_("Name in Roman script"), 1);
    paper_choice(
        p, N_("Date of birth"), N_("______ / ____ / ____  (year / month / day)   age ____"));
    paper_choice(p, N_("Sex"), N_("[ ] female   [ ] male   [ ] other"));
    paper_choice(p, N_("Postal address"), N_("Postal code ______________________"));
    paper_field(p, "", 1);
    paper_write(p, N_("Phone number"), N_("Mobile phone"));
    paper_field(p, N_("E-mail"), 1);
    paper_choice(
        p, N_("Languages spoken"), N_("[ ] Japanese   [ ] English   [ ] other (__________)"));
    paper_choice(p, N_("Interpreter"), N_("[ ] needed   [ ] not needed"));
    paper_choice(p, N_("When we phone"), N_("message [ ] yes [ ] no     our name [ ] yes [ ] no"));
    paper_field(p, N_("Best time to phone"), 1);
}

static void other_contact_part(struct sheet *p)
{
    paper_blank(p);
    paper_heading(p, N_("2 One other person whom we may contact"));
    paper_write(p, N_("Contact's name"), N_("Related how"));
    paper_field(p, N_("Contact's phone"), 1);
    paper_choice(p, N_("We may tell"), N_("[ ] everything   [ ] only the date   [ ] nothing"));
    paper_choice(p, N_("When we phone"), N_("message [ ] yes [ ] no     our name [ ] yes [ ] no"));
}

static void attendees_part(struct sheet *p)
{
    paper_blank(p);
    paper_heading(p, N_("3 Who comes to the consultation"));
    paper_choice(p, N_("Patient comes"), N_("[ ] yes   [ ] no   [ ] not decided     in all ____"));
    for (int i = 0; i < 3; i++)
        paper_write(p, N_("Visitor's name"), N_("Related how"));
    paper_point(p,
        N_("When family members come without the patient, please also bring the consent form and "
           "a paper that shows the relationship."));
    paper_point(p,
        N_("A guardian who comes without a patient under age: please bring the family register "
           "(koseki)."));
}

static void illness_part(struct sheet *p)
{
    paper_heading(p, N_("4 Illness and questions"));
    paper_field(p, N_("Diagnosis"), 1);
    paper_field(p, N_("Condition and course"), 3);
    paper_choice(
        p, N_("Told to the patient"), N_("knows the diagnosis  [ ] yes   [ ] no   [ ] unclear"));
    paper_field(p, N_("Your questions"), 5);
    paper_write(p, N_("Department wished"), N_("Doctor wished"));
    paper_blank(p);
    paper_pair(
        p, N_("Days that suit you"), "1 ________________ 2 ________________ 3 _____________");
    paper_field(p, N_("Days not possible"), 1);
    paper_field(p, N_("Treatment begins on"), 1);
}

static void present_doctor_part(struct sheet *p)
{
    paper_blank(p);
    paper_heading(p, N_("5 Hospital where the patient is treated now"));
    paper_field(p, N_("Name of the hospital"), 1);
    paper_write(p, N_("Its department"), N_("Present doctor"));
    paper_write(p, N_("Its phone"), "");
    paper_choice(p, N_("Patient is now"), N_("[ ] in hospital   [ ] an outpatient"));
    paper_choice(p, N_("Doctor agrees"), N_("[ ] yes   [ ] no   [ ] not asked yet"));
    paper_blank(p);
    paper_heading(p, N_("6 Materials handed in"));
    paper_say(p, N_("[ ] referral letter ____   [ ] image discs ____   [ ] X-ray films ____"));
    paper_say(
        p, N_("[ ] blood tests ____   [ ] pathology slides ____   [ ] pathology report ____"));
    paper_say(p, N_("[ ] other (________________________________________) ____"));
}

static void declarations_part(struct sheet *p, const struct blank_form *in)
{
    paper_heading(p, N_("7 Please read and sign"));
    paper_point(p,
        N_("This request is not made for a transfer, for treatment at this hospital or for a "
           "lawsuit."));
    paper_point(p, N_("I agree that the report is sent to and shared with the present doctor."));
    if (in->fee.v > 0)
        paper_item(p, "*",
            paper_format(p,
                N_("I bear the whole fee of %s (tax included), which health insurance does not "
                   "cover."),
                paper_yen(p, in->fee), NULL));
    else
        paper_point(p, N_("I bear the whole fee, which health insurance does not cover."));
    paper_point(
        p, N_("I know that the request may not be accepted after the papers have been read."));
    paper_sign(p, N_("Signature"));
    paper_write(p, N_("If not the patient"), N_("Related how"));
}

static void office_part(struct sheet *p)
{
    paper_blank(p);
    paper_heading(p, N_("For the hospital's use"));
    paper_write(p, N_("Request number"), N_("Received on"));
    paper_write(p, paper_bilingual(p, p->ctx->hospital->patient_no_label), N_("Received by"));
    paper_write(p, N_("Papers missing"), N_("Reminded on"));
    paper_choice(p, N_("Department says"), N_("[ ] accepted   [ ] more papers   [ ] not possible"));
    paper_write(p, N_("Specialist"), N_("Day and time"));
    paper_write(p, N_("Custody no."), N_("Returned on"));
    paper_write(p, N_("Receipt number"), N_("Report sent on"));
}

bool out_request_form(const struct blank_form *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    p.roomy = true;
    paper_house(&p);
    paper_title(&p, N_("Second Opinion Request Form"));
    paper_text(&p, 0,
        paper_format(&p, N_("To %s:\nI request a second opinion as follows."),
            paper_bilingual(&p, ctx->hospital->name), NULL));
    paper_right(&p, paper_tr(&p, N_("Date of request  ______ / ____ / ____")));
    patient_part(&p);
    other_contact_part(&p);
    attendees_part(&p);
    paper_next_page(&p);
    illness_part(&p);
    present_doctor_part(&p);
    paper_next_page(&p);
    declarations_part(&p, in);
    office_part(&p);
    return paper_end(&p);
}
