/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/words.h"

/* A list and its public name in one line, so that none is without the other. */
#define WORDS(NAME, text) const struct words NAME = { text, NAME##_items, COUNT_OF(NAME##_items) }

static const struct word WORDS_INQUIRY_VIA_items[] = {
    { "phone", N_("Telephone"), '1' },
    { "counter", N_("At the counter"), '2' },
    { "fax", N_("Fax"), '3' },
    { "institution", N_("Other hospital"), '4' },
    { "phone_en", N_("Telephone in English"), '5' },
};
WORDS(WORDS_INQUIRY_VIA, "inquiry.via");

static const struct word WORDS_INQUIRY_WHO_items[] = {
    { "patient", N_("Patient"), '1' },
    { "family", N_("Family"), '2' },
    { "institution", N_("Other hospital"), '3' },
    { "other", N_("Other"), '9' },
};
WORDS(WORDS_INQUIRY_WHO, "inquiry.who");

static const struct word WORDS_INQUIRY_MATTER_items[] = {
    { "wants", N_("Wishes a second opinion"), '1' },
    { "papers", N_("Papers"), '2' },
    { "date", N_("Date"), '3' },
    { "fee", N_("Fee"), '4' },
    { "records_out", N_("Records for another hospital"), '5' },
    { "result", N_("Result"), '6' },
    { "other", N_("Other"), '9' },
};
WORDS(WORDS_INQUIRY_MATTER, "inquiry.matter");

static const struct word WORDS_INQUIRY_NEXT_items[] = {
    { "done", N_("Nothing more"), '1' },
    { "call_back", N_("Call back"), '2' },
    { "send_forms", N_("Send the forms"), '3' },
    { "will_come", N_("Will come"), '4' },
    { "request", N_("Make it a request"), '5' },
};
WORDS(WORDS_INQUIRY_NEXT, "inquiry.next");

static const struct word WORDS_YES_NO_items[] = {
    { "yes", N_("Yes"), '1' },
    { "no", N_("No"), '2' },
};
WORDS(WORDS_YES_NO, "yes_no");

static const struct word WORDS_ANSWER_items[] = {
    { "yes", N_("Yes"), '1' },
    { "no", N_("No"), '2' },
    { "unclear", N_("Does not know"), '3' },
};
WORDS(WORDS_ANSWER, "answer");

static const struct word WORDS_SEX_items[] = {
    { "female", N_("Female"), '1' },
    { "male", N_("Male"), '2' },
    { "other", N_("Other"), '3' },
    { "unknown", N_("Not stated"), '9' },
};
WORDS(WORDS_SEX, "sex");

static const struct word WORDS_LANG_items[] = {
    { "ja", N_("Japanese"), '1' },
    { "en", N_("English"), '2' },
};
WORDS(WORDS_LANG, "lang");

static const struct word WORDS_RECEIVED_VIA_items[] = {
    { "counter", N_("At the counter"), '1' },
    { "post", N_("Post"), '2' },
    { "fax", N_("Fax"), '3' },
    { "institution", N_("Other hospital"), '4' },
};
WORDS(WORDS_RECEIVED_VIA, "received_via");

static const struct word WORDS_ATTENDEE_KIND_items[] = {
    { "patient", N_("Patient"), '1' },
    { "family", N_("Family"), '2' },
    { "guardian", N_("Guardian (parent of a minor)"), '3' },
    { "legal_representative", N_("Legal representative"), '4' },
    { "nonfamily", N_("Not family"), '5' },
    { "physician", N_("Physician"), '6' },
    { "institution", N_("Institution"), '7' },
};
WORDS(WORDS_ATTENDEE_KIND, "attendee.kind");

static const struct word WORDS_RELATION_items[] = {
    { "spouse", N_("Spouse"), '1' },
    { "parent", N_("Parent"), '2' },
    { "child", N_("Child"), '3' },
    { "sibling", N_("Brother or sister"), '4' },
    { "grandparent", N_("Grandparent"), '5' },
    { "grandchild", N_("Grandchild"), '6' },
    { "child_spouse", N_("Child's spouse"), '7' },
    { "other_relative", N_("Other relative"), '8' },
    { "friend", N_("Friend"), '9' },
    { "other", N_("Other"), 0 },
};
WORDS(WORDS_RELATION, "attendee.relation");

static const struct word WORDS_MAY_KNOW_items[] = {
    { "everything", N_("Everything"), '1' },
    { "date_only", N_("Date only"), '2' },
    { "nothing", N_("Nothing"), '3' },
};
WORDS(WORDS_MAY_KNOW, "may_know");

static const struct word WORDS_PURPOSE_items[] = {
    { "opinion", N_("Opinion on treatment"), '1' },
    { "treatment_here", N_("Treatment here"), '2' },
    { "transfer", N_("Transfer here"), '3' },
    { "wants_referral", N_("Referral elsewhere"), '4' },
    { "litigation", N_("Lawsuit"), '5' },
    { "malpractice", N_("Malpractice"), '6' },
    { "complaint", N_("Complaint"), '7' },
    { "past_treatment", N_("Judging past treatment"), '8' },
    { "outcome_evaluation", N_("Judging an outcome"), 0 },
    { "cost_benefit", N_("Costs and benefits"), 0 },
    { "other", N_("Other"), '9' },
};
WORDS(WORDS_PURPOSE, "purpose");

static const struct word WORDS_CONSENT_SIGNER_items[] = {
    { "patient", N_("Patient"), '1' },
    { "written_for", N_("Written for the patient"), '2' },
    { "representative", N_("Legal representative"), '3' },
};
WORDS(WORDS_CONSENT_SIGNER, "consent.signer");

static const struct word WORDS_PROOF_OF_items[] = {
    { "identity", N_("Identity"), '1' },
    { "relationship", N_("Relationship"), '2' },
    { "parental_authority", N_("Parental authority"), '3' },
    { "legal_representative", N_("Legal representation"), '4' },
};
WORDS(WORDS_PROOF_OF, "proof.of");

/* Health insurance cards are no longer valid papers (domain.md 3.1); an app screen that the card-reading
 * app checked is a way of its own (counter.md Privacy). */
static const struct word WORDS_IDENTITY_PAPER_items[] = {
    { "my_number_card", N_("My Number Card (front)"), '1' },
    { "driving_licence", N_("Driver's licence"), '2' },
    { "passport", N_("Passport"), '3' },
    { "residence_card", N_("Residence card"), '4' },
    { "eligibility_certificate", N_("Eligibility certificate (weak)"), '5' },
    { "seen_by_app", N_("Checked with the card-reading app"), '6' },
    { "special_permanent", N_("Special permanent resident certificate"), '7' },
    { "driving_record", N_("Driving record certificate"), '8' },
    { "other", N_("Other"), '9' },
};
WORDS(WORDS_IDENTITY_PAPER, "proof.identity");

/* Only the family register proves parental authority (counter.md Privacy). */
static const struct word WORDS_RELATION_PAPER_items[] = {
    { "family_register", N_("Family register"), '1' },
    { "residence_certificate", N_("Certificate of residence with relationship"), '2' },
    { "eligibility_certificate", N_("Eligibility certificate of a dependant"), '3' },
    { "maternal_handbook", N_("Maternal and child handbook"), '4' },
    { "guardianship_certificate", N_("Certificate of guardianship"), '5' },
    { "foreign_certificate", N_("Foreign certificate with translation"), '6' },
    { "power_of_attorney", N_("Power of attorney"), '7' },
    { "other", N_("Other"), '9' },
};
WORDS(WORDS_RELATION_PAPER, "proof.relationship");

static const struct word WORDS_MATERIAL_items[] = {
    { "disc", N_("Image disc"), '1' },
    { "film", N_("X-ray film"), '2' },
    { "blood_test", N_("Blood test results"), '3' },
    { "slide_stained", N_("Pathology slides (stained)"), '4' },
    { "slide_unstained", N_("Pathology slides (unstained)"), '5' },
    { "block", N_("Paraffin block"), '6' },
    { "pathology_report", N_("Pathology report"), '7' },
    { "imaging_report", N_("Imaging report"), '8' },
    { "summary", N_("Discharge summary"), 0 },
    { "endoscopy", N_("Endoscopy pictures"), 0 },
    { "referral", N_("Referral letter"), 0 },
    { "other", N_("Other"), '9' },
};
WORDS(WORDS_MATERIAL, "material.kind");

static const struct word WORDS_PLACE_items[] = {
    { "desk", N_("At the counter"), '1' },
    { "department", N_("Department"), '2' },
    { "specialist", N_("Specialist"), '3' },
    { "kept", N_("Kept in the file"), '4' },
    { "visitor", N_("Given to the visitor"), '5' },
    { "lender", N_("Sent back to the lender"), '6' },
    { "destroyed", N_("Destroyed"), '7' },
};
WORDS(WORDS_PLACE, "material.place");

static const struct word WORDS_DESTINATION_items[] = {
    { "keep", N_("Kept here"), '1' },
    { "visitor", N_("To the visitor"), '2' },
    { "lender", N_("Back to the lender"), '3' },
    { "destroy", N_("Destroyed with consent"), '4' },
};
WORDS(WORDS_DESTINATION, "material.destination");

static const struct word WORDS_HANDOVER_items[] = {
    { "hand", N_("By hand"), '1' },
    { "post", N_("Post"), '2' },
};
WORDS(WORDS_HANDOVER, "handover");

static const struct word WORDS_PAPER_STATE_items[] = {
    { "awaited", N_("Awaited"), '1' },
    { "received", N_("Received"), '2' },
    { "promised", N_("Promised for later"), '3' },
    { "none", N_("There is none"), '4' },
    { "checked", N_("Checked"), '5' },
    { "waived", N_("Not asked for"), '6' },
};
WORDS(WORDS_PAPER_STATE, "paper.state");

static const struct word WORDS_REVIEW_VERDICT_items[] = {
    { "accepted", N_("Accepted"), '1' },
    { "more_papers", N_("More papers wanted"), '2' },
    { "not_possible", N_("Not possible"), '3' },
};
WORDS(WORDS_REVIEW_VERDICT, "review.verdict");

static const struct word WORDS_DECLINE_CODE_items[] = {
    { "r1", N_("The patient does not agree"), 0 },
    { "r2", N_("The present doctor does not agree"), 0 },
    { "r3", N_("Transfer or treatment here is wished"), 0 },
    { "r4", N_("Lawsuit or malpractice"), 0 },
    { "r5", N_("Complaint about a doctor or hospital"), 0 },
    { "r6", N_("The patient has died"), 0 },
    { "r7", N_("Question of medical costs"), 0 },
    { "r8", N_("Judging past treatment"), 0 },
    { "r9", N_("Letter or data missing or insufficient"), 0 },
    { "r10", N_("No consent form or identity paper"), 0 },
    { "r11", N_("No appointment"), 0 },
    { "r12", N_("No specialist here for this field"), 0 },
    { "r13", N_("The patient does not know the diagnosis"), 0 },
    { "r14", N_("Neither patient nor family"), 0 },
    { "r15", N_("Outside the ages or fields seen here"), 0 },
    { "r16", N_("A foreign language would be needed"), 0 },
    { "r17", N_("Already treated in this hospital group"), 0 },
    { "r18", N_("Tumour seen elsewhere only"), 0 },
    { "r99", N_("Other"), 0 },
};
WORDS(WORDS_DECLINE_CODE, "review.code");

static const struct word WORDS_CALL_WHAT_items[] = {
    { "papers", N_("Missing papers"), '1' },
    { "date", N_("Date"), '2' },
    { "answer", N_("Department's answer"), '3' },
    { "day_before", N_("Day before the visit"), '4' },
    { "fee", N_("Fee"), '5' },
    { "call_back", N_("Call back"), '6' },
    { "other", N_("Other"), '9' },
};
WORDS(WORDS_CALL_WHAT, "call.what");

static const struct word WORDS_CALL_RESULT_items[] = {
    { "reached", N_("Spoke"), '1' },
    { "away", N_("Nobody there"), '2' },
    { "voicemail", N_("Left a message"), '3' },
    { "sent", N_("Sent"), '4' },
    { "wrong_number", N_("Wrong number"), '5' },
    { "not_needed", N_("No longer needed"), '9' },
};
WORDS(WORDS_CALL_RESULT, "call.result");

static const struct word WORDS_CHANNEL_items[] = {
    { "phone", N_("Telephone"), '1' },
    { "post", N_("Post"), '2' },
    { "fax", N_("Fax"), '3' },
    { "counter", N_("At the counter"), '4' },
};
WORDS(WORDS_CHANNEL, "channel");

static const struct word WORDS_METHOD_items[] = {
    { "cash", N_("Cash"), '1' },
    { "card", N_("Card"), '2' },
    { "other", N_("Other"), '3' },
    { "outside", N_("Main cashier"), '4' },
};
WORDS(WORDS_METHOD, "payment.method");

static const struct word WORDS_PAYER_items[] = {
    { "patient", N_("Patient"), '1' },
    { "payer", N_("Payer"), '2' },
    { "other", N_("Other"), '3' },
};
WORDS(WORDS_PAYER, "payment.payer");

static const struct word WORDS_ORIGINAL_items[] = {
    { "collected", N_("Original collected"), '1' },
    { "lost", N_("Lost, signed by the payer"), '2' },
};
WORDS(WORDS_ORIGINAL, "payment.original");

static const struct word WORDS_ENDED_items[] = {
    { "declined", N_("Not accepted"), '1' },
    { "withdrawn", N_("Withdrawn"), '2' },
    { "no_show", N_("Did not come"), '3' },
    { "deceased", N_("Ended"), '4' }, /* a neutral word on the board: counter.md 13 */
    { "closed", N_("Closed"), '5' },
};
WORDS(WORDS_ENDED, "request.ended");

static const struct word WORDS_APPOINTMENT_items[] = {
    { "held", N_("Offered"), 0 },
    { "booked", N_("Confirmed"), 0 },
    { "arrived", N_("Arrived"), 0 },
    { "done", N_("Done"), 0 },
    { "moved", N_("Moved"), 0 },
    { "cancelled", N_("Cancelled"), 0 },
    { "expired", N_("Expired"), 0 },
    { "no_show", N_("Did not come"), 0 },
};
WORDS(WORDS_APPOINTMENT, "appointment.state");

static const struct word WORDS_ROLE_items[] = {
    { "clerk", N_("Reception"), '1' },
    { "booking", N_("Booking"), '2' },
    { "cashier", N_("Cashier"), '3' },
    { "supervisor", N_("Supervisor"), '4' },
    { "administrator", N_("Administrator"), '5' },
    { "auditor", N_("Auditor"), '6' },
};
WORDS(WORDS_ROLE, "staff.role");

static const struct word WORDS_STEP_items[] = {
    { "inquiry", N_("Inquiry"), 0 },
    { "request", N_("Request"), 0 },
    { "requester", N_("Who comes"), 0 },
    { "papers", N_("Papers"), 0 },
    { "quote", N_("Quote"), 0 },
    { "review", N_("Review"), 0 },
    { "booking", N_("Booking"), 0 },
    { "visit", N_("Visit"), 0 },
    { "payment", N_("Fee"), 0 },
    { "report", N_("Report"), 0 },
    { "return", N_("Return"), 0 },
    { "close", N_("Close"), 0 },
};
WORDS(WORDS_STEP, "step");

static const struct word WORDS_FORM_SET_items[] = {
    { "all", N_("Whole set"), '1' },
    { "request_form", N_("Request form"), '2' },
    { "consent_form", N_("Consent form"), '3' },
    { "guide", N_("Guide"), '4' },
};
WORDS(WORDS_FORM_SET, "forms");

const struct word *words_find(const struct words *w, const char *id)
{
    for (size_t i = 0; id && i < w->n; i++)
        if (str_eq(w->item[i].id, id))
            return &w->item[i];
    return NULL;
}

const char *words_label(const struct words *w, const char *id)
{
    const struct word *found = words_find(w, id);

    return found ? found->label : id ? id : "";
}

bool words_has(const struct words *w, const char *id)
{
    return words_find(w, id) != NULL;
}

bool words_check(const struct words *w, const char *id, const char *field, struct err *e)
{
    return str_empty(id) || words_has(w, id)
        || err_set(e, ERR_INPUT, field, N_("Choose one of the numbers beside the field."), NULL);
}
