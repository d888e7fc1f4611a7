/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/words.h"

#include "domain/word_lists.h"

/* A list and its public name in one line, so that none is without the other. */
#define WORDS(NAME) const struct words NAME = { NAME##_items, COUNT_OF(NAME##_items) }
#define LISTED(NAME, LIST) \
    static const struct word NAME##_items[] = { LIST(ITEM) }; \
    WORDS(NAME)
#define ITEM(key, id, label) { id, label },

static const struct word WORDS_INQUIRY_VIA_items[] = {
    { "phone", N_("Telephone") },
    { "counter", N_("At the counter") },
    { "fax", N_("Fax") },
    { "institution", N_("Other hospital") },
    { "phone_en", N_("Telephone in English") },
};
WORDS(WORDS_INQUIRY_VIA);

static const struct word WORDS_INQUIRY_WHO_items[] = {
    { "patient", N_("Patient") },
    { "family", N_("Family") },
    { "institution", N_("Hospital") },
    { "other", N_("Other") },
};
WORDS(WORDS_INQUIRY_WHO);

static const struct word WORDS_INQUIRY_MATTER_items[] = {
    { "wants", N_("Second opinion") },
    { "papers", N_("Papers") },
    { "date", N_("Date") },
    { "fee", N_("Fee") },
    { "records_out", N_("Lend records") },
    { "result", N_("Result") },
    { "other", N_("Other") },
};
WORDS(WORDS_INQUIRY_MATTER);

static const struct word WORDS_INQUIRY_NEXT_items[] = {
    { "done", N_("Nothing more") },
    { "call_back", N_("Call back") },
    { "send_forms", N_("Send the forms") },
    { "will_come", N_("Will come") },
    { "request", N_("Open a request") },
};
WORDS(WORDS_INQUIRY_NEXT);

LISTED(WORDS_YES_NO, LIST_YES_NO);
LISTED(WORDS_ANSWER, LIST_ANSWER);
LISTED(WORDS_SEX, LIST_SEX);
LISTED(WORDS_LANG, LIST_LANG);
LISTED(WORDS_RECEIVED_VIA, LIST_RECEIVED_VIA);
LISTED(WORDS_ATTENDEE_KIND, LIST_ATTENDEE_KIND);
LISTED(WORDS_RELATION, LIST_RELATION);
LISTED(WORDS_MAY_KNOW, LIST_MAY_KNOW);
LISTED(WORDS_PURPOSE, LIST_PURPOSE);
LISTED(WORDS_CONSENT_SIGNER, LIST_CONSENT_SIGNER);
static const struct word WORDS_PROOF_OF_items[] = {
    { "identity", N_("Identity") },
    { "relationship", N_("Relationship") },
    { "parental_authority", N_("Parental authority") },
    { "legal_representative", N_("Legal representation") },
};
WORDS(WORDS_PROOF_OF);

/* Health insurance cards are no longer valid papers (domain.md 3.1); an app screen that the card-reading
 * app checked is a way of its own (counter.md Privacy). */
LISTED(WORDS_IDENTITY_PAPER, LIST_IDENTITY_PAPER);
/* Only the family register proves parental authority (counter.md Privacy). */
LISTED(WORDS_RELATION_PAPER, LIST_RELATION_PAPER);
static const struct word WORDS_MATERIAL_items[] = {
    { "disc", N_("Image disc") },
    { "film", N_("X-ray film") },
    { "blood_test", N_("Blood test results") },
    { "slide_stained", N_("Stained slides (pathology)") },
    { "slide_unstained", N_("Unstained slides (pathology)") },
    { "block", N_("Paraffin block") },
    { "pathology_report", N_("Pathology report") },
    { "imaging_report", N_("Imaging report") },
    { "summary", N_("Discharge summary") },
    { "endoscopy", N_("Endoscopy pictures") },
    { "referral", N_("Referral letter") },
    { "other", N_("Other") },
};
WORDS(WORDS_MATERIAL);

LISTED(WORDS_PLACE, LIST_PLACE);
static const struct word WORDS_DESTINATION_items[] = {
    { "keep", N_("Kept here") },
    { "visitor", N_("To the visitor") },
    { "lender", N_("To the lender") },
    { "destroy", N_("Destroy (with consent)") },
};
WORDS(WORDS_DESTINATION);

LISTED(WORDS_HANDOVER, LIST_HANDOVER);
LISTED(WORDS_PAPER_STATE, LIST_PAPER_STATE);
LISTED(WORDS_REVIEW_VERDICT, LIST_REVIEW_VERDICT);
LISTED(WORDS_DECLINE_CODE, LIST_DECLINE_CODE);
static const struct word WORDS_CALL_WHAT_items[] = {
    { "papers", N_("Missing papers") },
    { "date", N_("Date") },
    { "answer", N_("Department's answer") },
    { "day_before", N_("Day before the visit") },
    { "fee", N_("Fee") },
    { "call_back", N_("Call back") },
    { "other", N_("Other") },
};
WORDS(WORDS_CALL_WHAT);

static const struct word WORDS_CALL_RESULT_items[] = {
    { "reached", N_("Spoke") },
    { "away", N_("Nobody there") },
    { "voicemail", N_("Left a message") },
    { "sent", N_("Sent") },
    { "wrong_number", N_("Wrong number") },
    { "not_needed", N_("No longer needed") },
};
WORDS(WORDS_CALL_RESULT);

LISTED(WORDS_CHANNEL, LIST_CHANNEL);
static const struct word WORDS_METHOD_items[] = {
    { "cash", N_("Cash") },
    { "card", N_("Card") },
    { "other", N_("Other") },
    { "outside", N_("Main cashier") },
};
WORDS(WORDS_METHOD);

static const struct word WORDS_PAYER_items[] = {
    { "patient", N_("Patient") },
    { "payer", N_("Payer") },
    { "other", N_("Other") },
};
WORDS(WORDS_PAYER);

static const struct word WORDS_ORIGINAL_items[] = {
    { "collected", N_("Original collected") },
    { "lost", N_("Lost, signed by the payer") },
};
WORDS(WORDS_ORIGINAL);

static const struct word WORDS_ENDED_items[] = {
    { "declined", N_("Not accepted") },
    { "withdrawn", N_("Withdrawn") },
    { "no_show", N_("Did not come") },
    { "deceased", N_("Ended") }, /* a neutral word on the board: counter.md 13 */
    { "closed", N_("Closed") },
};
WORDS(WORDS_ENDED);

static const struct word WORDS_APPOINTMENT_items[] = {
    { "held", N_("Offered") },
    { "booked", N_("Confirmed") },
    { "arrived", N_("Arrived") },
    { "done", N_("Done") },
    { "moved", N_("Moved") },
    { "cancelled", N_("Cancelled") },
    { "expired", N_("Expired") },
    { "no_show", N_("Did not come") },
};
WORDS(WORDS_APPOINTMENT);

static const struct word WORDS_ROLE_items[] = {
    { "clerk", N_("Reception") },
    { "booking", N_("Booking") },
    { "cashier", N_("Cashier") },
    { "supervisor", N_("Supervisor") },
    { "administrator", N_("Administrator") },
    { "auditor", N_("Auditor") },
};
WORDS(WORDS_ROLE);

static const struct word WORDS_STEP_items[] = {
    { "inquiry", N_("Inquiry") },
    { "request", N_("Request") },
    { "requester", N_("Who comes") },
    { "papers", N_("Papers") },
    { "quote", N_("Quote") },
    { "review", N_("Review") },
    { "booking", N_("Booking") },
    { "visit", N_("Visit") },
    { "payment", N_("Fee") },
    { "report", N_("Report") },
    { "return", N_("Return") },
    { "close", N_("Close") },
};
WORDS(WORDS_STEP);

static const struct word WORDS_FORM_SET_items[] = {
    { "all", N_("Whole set") },
    { "request_form", N_("Request form") },
    { "consent_form", N_("Consent form") },
    { "guide", N_("Guide") },
};
WORDS(WORDS_FORM_SET);

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
