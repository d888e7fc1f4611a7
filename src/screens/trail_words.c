/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trail in words: what its verbs, tables, columns and stored values are called. */
#include "desk/paper_desk.h"
#include "domain/receipt.h"
#include "domain/words.h"
#include "policy/policy.h"
#include "screens/trail.h"
#include "screens/trust.h"
#include "text/era.h"

/* --- verbs beside those of the permission table */

static const struct word verbs[] = {
    { "login", N_("log in") },
    { "login_first", N_("log in with the first passphrase") },
    { "login_second", N_("log in, second factor asked") },
    { "login_failed", N_("log-in failed") },
    { "login_refused", N_("log-in refused") },
    { "logout", N_("log out") },
    { "lock", N_("lock the desk") },
    { "unlock", N_("unlock the desk") },
    { "unlock_failed", N_("unlocking failed") },
    { "unlock_refused", N_("unlocking refused") },
    { "passphrase_failed", N_("change of passphrase failed") },
    { "passphrase_refused", N_("change of passphrase refused") },
    { "second", N_("confirm as second person") },
    { "second_failed", N_("second person: passphrase wrong") },
    { "second_refused", N_("second person: refused") },
    { "second_denied", N_("second person: not allowed") },
    { "rehash", N_("same passphrase kept in a newer form") },
    { "denied", N_("denied") },
    { "careful", N_("see why care is needed") },
    { "init", N_("set up the desk") },
    { "recover", N_("let the administrator in again") },
    { "clock_back", N_("the clock went back") },
    { "blank", N_("delete contents by law") },
};

const char *trail_verb_words(const char *verb)
{
    for (int i = 0; i < ACT_COUNT; i++)
        if (str_eq(permission_of((enum desk_action)i)->verb, verb))
            return permission_of((enum desk_action)i)->words;
    return words_label(&(struct words){ verbs, COUNT_OF(verbs) }, verb);
}

void trail_verb_text(const struct catalog *c, const struct trail_row *row, struct buf *out)
{
    buf_puts(out, tr(c, trail_verb_words(row->verb)));
    if (str_eq(row->verb, "denied"))
        buf_printf(out, ": %s", tr(c, trail_verb_words(row->object)));
}

/* --- tables, and the objects that have none */

static const struct word tables[] = {
    { "request", N_("Request") },
    { "request_fact", N_("Answer to a question") },
    { "person", N_("Patient's data") },
    { "attendee", N_("Who comes") },
    { "consent", N_("Consent form") },
    { "proof", N_("Paper that was seen") },
    { "paper", N_("Papers") },
    { "material", N_("Materials") },
    { "material_move", N_("Where a piece is") },
    { "review", N_("Department's answer") },
    { "override", N_("Override") },
    { "override_answer", N_("Approval") },
    { "report", N_("Report") },
    { "step", N_("Step of the request") },
    { "appointment", N_("Appointment") },
    { "visit", N_("Visit") },
    { "charge", N_("Fee charged") },
    { "payment", N_("Payment") },
    { "receipt", N_("Receipt") },
    { "unpaid", N_("Fee left unpaid") },
    { "drawer_day", N_("Drawer") },
    { "cash_move", N_("Cash in and out") },
    { "cash_count", N_("Count of the cash") },
    { "closing", N_("Closing") },
    { "closing_confirm", N_("Confirm a closing") },
    { "inquiry", N_("Inquiry") },
    { "call", N_("Call") },
    { "note", N_("Handover note") },
    { "staff", N_("Staff") },
    { "login", N_("Log-in") },
    { "credential", N_("Passphrase") },
    { "setting", N_("Settings") },
    { "counter", N_("Counter") },
    { "policy", N_("Policy version") },
    { "policy_version", N_("Policy version") },
    { "specialist", N_("Specialist") },
    { "session", N_("Hours of a specialist") },
    { "session_exception", N_("Hours of one day") },
    { "room", N_("Room") },
    { "closure", N_("Days off") },
    { "holiday", N_("public holidays") },
    { "institution", N_("Institution") },
    { "doctor", N_("Present doctor") },
    { "print", N_("Paper printed") },
    { "change", N_("Change history") },
    { "desk", N_("Desk") },
    { "clock", N_("Clock") },
    { "backup", N_("Backup copy") },
    { "audit", N_("Entry of the trail") },
};

const char *trail_table_label(const char *table)
{
    return words_label(&(struct words){ tables, COUNT_OF(tables) }, table);
}

void trail_object_text(const struct catalog *c, enum lang lang, bool hide_names, const struct trail_row *row, struct buf *out)
{
    char text[DATE_TEXT];

    _Static_assert((int)DATE_TEXT >= (int)RECEIPT_TEXT && (int)DATE_TEXT >= (int)CASE_NUMBER_TEXT, "one buffer for all");
    if (str_eq(row->verb, "denied"))
        return;
    if (row->receipt_number) {
        receipt_number_text(row->counter_number, row->receipt_year, row->receipt_number, text);
        buf_puts(out, text);
        return;
    }
    if (row->number) {
        case_number_text(row->year, row->number, text);
        buf_puts(out, text);
        return;
    }
    buf_puts(out, tr(c, trail_table_label(row->object)));
    if (day_known(row->on))
        buf_printf(out, " %s", date_text(row->on, lang, DATE_SHORT, text));
    else if (!str_empty(row->name) && !hide_names)
        buf_printf(out, " %s", row->name);
    else if (str_eq(row->object, "audit"))
        buf_printf(out, " %lld", (long long)row->id);
}

void trail_at_text(const struct hospital *h, enum lang lang, instant at, struct buf *out)
{
    char on[DATE_TEXT], time[HM_TEXT];
    day d;
    hm t;

    instant_civil(at, h->offset, &d, &t);
    hm_text(t, time);
    buf_printf(out, "%s %s", date_text(d, lang, DATE_ISO, on), time);
}

/* Reasons that the program wrote itself (desk/review.c, desk/papers.c, desk/booking.c); what people wrote stays as it is. */
const char *trail_reason(const struct catalog *c, const char *reason)
{
    static const char *const own[] = { N_("more papers wanted by the department"), N_("a piece came back"),
        N_("another date was chosen"), N_("offered again") };

    for (size_t i = 0; i < COUNT_OF(own); i++)
        if (str_eq(own[i], reason))
            return tr(c, own[i]);
    return reason;
}

/* --- columns and values */

enum show { SHOW_TEXT, SHOW_DAY, SHOW_AT, SHOW_MINUTES, SHOW_YEN, SHOW_FLAG, SHOW_PAPER, SHOW_STEPS, SHOW_ROLES, SHOW_WEEKDAY,
    SHOW_VERB };

#define TRAIL_WORDS(NAME, ...)                                   \
    static const struct word NAME##_items[] = { __VA_ARGS__ };   \
    static const struct words NAME = { NAME##_items, COUNT_OF(NAME##_items) }
TRAIL_WORDS(WORDS_TRAIL_ADDRESSED, { "us", N_("to this hospital") }, { "other", N_("to another doctor") });
TRAIL_WORDS(WORDS_TRAIL_SEALED, { "sealed", N_("sealed") }, { "opened", N_("opened") });
TRAIL_WORDS(WORDS_TRAIL_OWNER, { "visitor", N_("the visitor") }, { "lender", N_("the lender") });
TRAIL_WORDS(WORDS_TRAIL_PAYMENT_KIND, { "collect", N_("taken") }, { "void", N_("voided") }, { "refund", N_("Given back") });
TRAIL_WORDS(WORDS_TRAIL_STEP_KIND, { "done", N_("done") }, { "undone", N_("undone") });
TRAIL_WORDS(WORDS_TRAIL_EXCEPTION_KIND, { "away", N_("Away") }, { "extra", N_("Extra hours") });
TRAIL_WORDS(WORDS_TRAIL_CONSENT_KIND, { "form", N_("Consent form") });
TRAIL_WORDS(WORDS_TRAIL_COUNT_PURPOSE, { "open", N_("Open the drawer") }, { "interim", N_("Interim report") },
    { "close", N_("Closing the day") });
TRAIL_WORDS(WORDS_TRAIL_REPORT_WHOM, { "referrer", N_("Present doctor") }, { "patient", N_("Patient") });

/* By table and column first, then by column alone. */
static const struct column {
    const char *table, *column, *label;
    enum show show;
    const struct words *words;
} columns[] = {
    { NULL, "active", N_("In use"), SHOW_FLAG, NULL },
    { NULL, "address", N_("Address"), SHOW_TEXT, NULL },
    { NULL, "addressed", N_("Addressed"), SHOW_TEXT, &WORDS_TRAIL_ADDRESSED },
    { NULL, "addressee", N_("Receipt for"), SHOW_TEXT, NULL },
    { NULL, "answered_by", N_("Answer recorded by"), SHOW_TEXT, NULL },
    { NULL, "answered_on", N_("Answered on"), SHOW_DAY, NULL },
    { NULL, "answers", N_("Screening answers"), SHOW_TEXT, NULL },
    { NULL, "applicant_kind", N_("Applicant"), SHOW_TEXT, &WORDS_ATTENDEE_KIND },
    { NULL, "applicant_name", N_("Name of the applicant"), SHOW_TEXT, NULL },
    { NULL, "appointment", N_("Number of the booking"), SHOW_TEXT, NULL },
    { NULL, "approved", N_("Approved"), SHOW_FLAG, NULL },
    { NULL, "approved_by", N_("Approved by"), SHOW_TEXT, NULL },
    { NULL, "arrived_at", N_("Came at"), SHOW_AT, NULL },
    { NULL, "arrived_by", N_("Checked in by"), SHOW_TEXT, NULL },
    { NULL, "asked_again_on", N_("Asked again"), SHOW_DAY, NULL },
    { NULL, "assigned", N_("Person"), SHOW_TEXT, NULL },
    { NULL, "at", N_("Recorded at"), SHOW_AT, NULL },
    { NULL, "attendee", N_("Comes to the talk"), SHOW_TEXT, NULL },
    { NULL, "audit_hash", N_("Digest in the closing"), SHOW_TEXT, NULL },
    { NULL, "audit_seq", N_("Entry in the closing"), SHOW_TEXT, NULL },
    { NULL, "bad_days", N_("Bad days"), SHOW_TEXT, NULL },
    { NULL, "bag", N_("Bag number"), SHOW_TEXT, NULL },
    { NULL, "became", N_("After"), SHOW_TEXT, NULL },
    { NULL, "birth", N_("Birth date"), SHOW_DAY, NULL },
    { NULL, "business_day", N_("Business day"), SHOW_DAY, NULL },
    { NULL, "by", N_("Recorded by"), SHOW_TEXT, NULL },
    { NULL, "call_hours", N_("Best time to phone"), SHOW_TEXT, NULL },
    { NULL, "call_number", N_("Call number"), SHOW_TEXT, NULL },
    { NULL, "came", N_("Is here"), SHOW_TEXT, &WORDS_YES_NO },
    { NULL, "card_counted", N_("Card slips counted"), SHOW_YEN, NULL },
    { NULL, "card_total", N_("Card"), SHOW_YEN, NULL },
    { NULL, "careful", N_("Care when calling"), SHOW_FLAG, NULL },
    { NULL, "careful_why", N_("Why care is needed"), SHOW_TEXT, NULL },
    { "closing", "cash_count", N_("Number of the count"), SHOW_TEXT, NULL },
    { NULL, "cash_total", N_("Cash in all"), SHOW_YEN, NULL },
    { "payment", "change", N_("Change given"), SHOW_YEN, NULL },
    { "credential", "changed_at", N_("Passphrase set at"), SHOW_AT, NULL },
    { NULL, "channel", N_("How"), SHOW_TEXT, &WORDS_CHANNEL },
    { NULL, "closing", N_("Number of the closing"), SHOW_TEXT, NULL },
    { NULL, "code", N_("Reason code"), SHOW_TEXT, &WORDS_DECLINE_CODE },
    { NULL, "come_min", N_("Come at"), SHOW_MINUTES, NULL },
    { NULL, "complete_on", N_("Papers complete on"), SHOW_DAY, NULL },
    { NULL, "condition", N_("Condition and course"), SHOW_TEXT, NULL },
    { NULL, "copy", N_("Copy"), SHOW_TEXT, NULL },
    { NULL, "counted_cash", N_("Cash counted"), SHOW_YEN, NULL },
    { NULL, "counter", N_("Counter"), SHOW_TEXT, NULL },
    { NULL, "created_at", N_("Recorded at"), SHOW_AT, NULL },
    { NULL, "created_by", N_("Recorded by"), SHOW_TEXT, NULL },
    { NULL, "dated", N_("Dated"), SHOW_DAY, NULL },
    { NULL, "dates", N_("Dates named"), SHOW_TEXT, NULL },
    { NULL, "day", N_("Day"), SHOW_DAY, NULL },
    { NULL, "decide_by", N_("Decide by"), SHOW_TEXT, NULL },
    { NULL, "department", N_("Department"), SHOW_TEXT, NULL },
    { NULL, "deposit", N_("Amount handed over"), SHOW_YEN, NULL },
    { NULL, "destination", N_("Afterwards"), SHOW_TEXT, &WORDS_DESTINATION },
    { NULL, "diagnosis", N_("Diagnosis"), SHOW_TEXT, NULL },
    { NULL, "difference", N_("Cash difference"), SHOW_YEN, NULL },
    { NULL, "disease", N_("Disease"), SHOW_TEXT, NULL },
    { NULL, "doc", N_("Paper"), SHOW_TEXT, NULL },
    { NULL, "done_at", N_("Done at"), SHOW_AT, NULL },
    { NULL, "done_by", N_("Done by"), SHOW_TEXT, NULL },
    { NULL, "drawer", N_("Drawer"), SHOW_TEXT, NULL },
    { NULL, "due", N_("Due by"), SHOW_DAY, NULL },
    { NULL, "due_time", N_("Call at"), SHOW_MINUTES, NULL },
    { NULL, "email", N_("E-mail"), SHOW_TEXT, NULL },
    { NULL, "end_min", N_("Ends at"), SHOW_MINUTES, NULL },
    { NULL, "ended", N_("Ended"), SHOW_TEXT, &WORDS_ENDED },
    { NULL, "ended_at", N_("Ended at"), SHOW_AT, NULL },
    { NULL, "ended_by", N_("Ended by"), SHOW_TEXT, NULL },
    { NULL, "ended_on", N_("Ended on"), SHOW_DAY, NULL },
    { NULL, "expected_cash", N_("Cash expected"), SHOW_YEN, NULL },
    { NULL, "expires", N_("Expires"), SHOW_DAY, NULL },
    { NULL, "fact", N_("Question"), SHOW_TEXT, NULL },
    { NULL, "fax", N_("Fax"), SHOW_TEXT, NULL },
    { NULL, "field", N_("Field"), SHOW_TEXT, NULL },
    { NULL, "first_receipt", N_("First receipt"), SHOW_TEXT, NULL },
    { NULL, "float_yen", N_("Float"), SHOW_YEN, NULL },
    { NULL, "floor_en", N_("Floor (English)"), SHOW_TEXT, NULL },
    { NULL, "floor_ja", N_("Floor (Japanese)"), SHOW_TEXT, NULL },
    { NULL, "from_day", N_("First day"), SHOW_DAY, NULL },
    { NULL, "held_until", N_("Held until"), SHOW_AT, NULL },
    { NULL, "how", N_("How"), SHOW_TEXT, &WORDS_HANDOVER },
    { NULL, "illness", N_("Illness"), SHOW_TEXT, NULL },
    { NULL, "inpatient", N_("In hospital elsewhere"), SHOW_TEXT, &WORDS_ANSWER },
    { NULL, "inquiry", N_("Number of the inquiry"), SHOW_TEXT, NULL },
    { NULL, "institution", N_("Institution"), SHOW_TEXT, NULL },
    { NULL, "interpreter", N_("Interpreter"), SHOW_TEXT, NULL },
    { NULL, "issued", N_("Issued"), SHOW_DAY, NULL },
    { NULL, "issued_by", N_("Handed out by"), SHOW_TEXT, NULL },
    { NULL, "issued_how", N_("Handed out how"), SHOW_TEXT, &WORDS_CHANNEL },
    { NULL, "issued_on", N_("Handed out"), SHOW_DAY, NULL },
    { NULL, "item", N_("Item charged"), SHOW_TEXT, NULL },
    { NULL, "item_en", N_("Item charged (English)"), SHOW_TEXT, NULL },
    { NULL, "kana", N_("Kana"), SHOW_TEXT, NULL },
    { NULL, "key", N_("Setting"), SHOW_TEXT, NULL },
    { "payment", "kind", N_("Kind"), SHOW_TEXT, &WORDS_TRAIL_PAYMENT_KIND },
    { "step", "kind", N_("Kind"), SHOW_TEXT, &WORDS_TRAIL_STEP_KIND },
    { "material", "kind", N_("Kind"), SHOW_TEXT, &WORDS_MATERIAL },
    { "attendee", "kind", N_("Kind"), SHOW_TEXT, &WORDS_ATTENDEE_KIND },
    { "session_exception", "kind", N_("Kind"), SHOW_TEXT, &WORDS_TRAIL_EXCEPTION_KIND },
    { "print", "kind", N_("Paper"), SHOW_PAPER, NULL },
    { "consent", "kind", N_("Kind"), SHOW_TEXT, &WORDS_TRAIL_CONSENT_KIND },
    { "proof", "kind", N_("Kind"), SHOW_TEXT, &WORDS_IDENTITY_PAPER },
    { NULL, "label", N_("Custody no."), SHOW_TEXT, NULL },
    { NULL, "lang", N_("Language"), SHOW_TEXT, &WORDS_LANG },
    { NULL, "last_receipt", N_("Last receipt"), SHOW_TEXT, NULL },
    { NULL, "login", N_("Log-in"), SHOW_TEXT, NULL },
    { NULL, "material", N_("Material"), SHOW_TEXT, NULL },
    { NULL, "matter", N_("Matter"), SHOW_TEXT, &WORDS_INQUIRY_MATTER },
    { NULL, "memo", N_("Memo"), SHOW_TEXT, NULL },
    { NULL, "method", N_("Paid how"), SHOW_TEXT, &WORDS_METHOD },
    { NULL, "minutes", N_("Minutes of the talk"), SHOW_TEXT, NULL },
    { NULL, "more", N_("More papers wanted"), SHOW_TEXT, NULL },
    { NULL, "more_by", N_("Wanted by"), SHOW_DAY, NULL },
    { NULL, "moved_from", N_("Moved from booking"), SHOW_TEXT, NULL },
    { "credential", "must_change", N_("First passphrase"), SHOW_FLAG, NULL },
    { NULL, "name", N_("Name"), SHOW_TEXT, NULL },
    { "institution", "name", N_("Name of the hospital"), SHOW_TEXT, NULL },
    { NULL, "name_en", N_("English name"), SHOW_TEXT, NULL },
    { NULL, "name_hospital", N_("Name us"), SHOW_TEXT, &WORDS_YES_NO },
    { NULL, "name_ja", N_("Name (Japanese)"), SHOW_TEXT, NULL },
    { NULL, "nationality", N_("Nationality"), SHOW_TEXT, NULL },
    { NULL, "next", N_("Then"), SHOW_TEXT, &WORDS_INQUIRY_NEXT },
    { NULL, "next_action", N_("Steps to do next"), SHOW_STEPS, &WORDS_STEP },
    { NULL, "next_due", N_("Next due on"), SHOW_DAY, NULL },
    { NULL, "next_float", N_("Float for the next day"), SHOW_YEN, NULL },
    { NULL, "note", N_("Note"), SHOW_TEXT, NULL },
    { NULL, "number", N_("Number"), SHOW_TEXT, NULL },
    { NULL, "object", N_("Belongs to record"), SHOW_TEXT, NULL },
    { NULL, "object_id", N_("Number of the record"), SHOW_TEXT, NULL },
    { NULL, "of", N_("Shows"), SHOW_TEXT, &WORDS_PROOF_OF },
    { NULL, "open_items", N_("Left open"), SHOW_TEXT, NULL },
    { NULL, "opened_at", N_("Opened at"), SHOW_AT, NULL },
    { NULL, "opened_by", N_("Opened by"), SHOW_TEXT, NULL },
    { "material_move", "origin", N_("From"), SHOW_TEXT, &WORDS_PLACE },
    { NULL, "original", N_("Original receipt"), SHOW_TEXT, &WORDS_ORIGINAL },
    { NULL, "other_kind", N_("Kind of payment"), SHOW_TEXT, NULL },
    { NULL, "other_may_know", N_("Other contact: may know"), SHOW_TEXT, &WORDS_MAY_KNOW },
    { NULL, "other_name", N_("Other contact: name"), SHOW_TEXT, NULL },
    { NULL, "other_name_hospital", N_("Other contact: name us"), SHOW_TEXT, &WORDS_YES_NO },
    { NULL, "other_phone", N_("Other contact: phone"), SHOW_TEXT, NULL },
    { NULL, "other_relation", N_("Other contact: relation"), SHOW_TEXT, &WORDS_RELATION },
    { NULL, "other_total", N_("Other ways"), SHOW_YEN, NULL },
    { NULL, "other_voicemail", N_("Other contact: message"), SHOW_TEXT, &WORDS_YES_NO },
    { NULL, "outside_total", N_("Main cashier"), SHOW_YEN, NULL },
    { NULL, "override", N_("Number of the override"), SHOW_TEXT, NULL },
    { NULL, "owner", N_("Belongs to"), SHOW_TEXT, &WORDS_TRAIL_OWNER },
    { NULL, "paid_on", N_("Paid on"), SHOW_DAY, NULL },
    { NULL, "patient", N_("Patient"), SHOW_TEXT, NULL },
    { NULL, "patient_agrees", N_("Agrees?"), SHOW_TEXT, &WORDS_ANSWER },
    { NULL, "patient_attends", N_("Patient attends"), SHOW_TEXT, &WORDS_ANSWER },
    { NULL, "patient_came", N_("Patient here"), SHOW_TEXT, &WORDS_YES_NO },
    { NULL, "patient_capable", N_("Can decide"), SHOW_TEXT, &WORDS_ANSWER },
    { NULL, "patient_may_know", N_("May know"), SHOW_TEXT, &WORDS_MAY_KNOW },
    { NULL, "patient_name_hospital", N_("Name us"), SHOW_TEXT, &WORDS_YES_NO },
    { NULL, "patient_no", N_("Patient no."), SHOW_TEXT, NULL },
    { NULL, "patient_voicemail", N_("Message"), SHOW_TEXT, &WORDS_YES_NO },
    { NULL, "payer", N_("Payer"), SHOW_TEXT, &WORDS_PAYER },
    { NULL, "payer_name", N_("Name on receipt"), SHOW_TEXT, NULL },
    { NULL, "payment", N_("Receipt"), SHOW_TEXT, NULL },
    { NULL, "perpetual_after", N_("Running total after"), SHOW_YEN, NULL },
    { NULL, "perpetual_before", N_("Running total before"), SHOW_YEN, NULL },
    { NULL, "phone", N_("Phone"), SHOW_TEXT, NULL },
    { NULL, "phone2", N_("Second phone"), SHOW_TEXT, NULL },
    { NULL, "pieces", N_("Pieces"), SHOW_TEXT, NULL },
    { "material_move", "place", N_("Place"), SHOW_TEXT, &WORDS_PLACE },
    { NULL, "place", N_("Place"), SHOW_TEXT, NULL },
    { NULL, "policy", N_("Policy version"), SHOW_TEXT, NULL },
    { NULL, "postal", N_("Postal code"), SHOW_TEXT, NULL },
    { NULL, "promised_on", N_("Promised"), SHOW_DAY, NULL },
    { NULL, "purpose", N_("Why it was counted"), SHOW_TEXT, &WORDS_TRAIL_COUNT_PURPOSE },
    { NULL, "purposes", N_("Purpose"), SHOW_STEPS, &WORDS_PURPOSE },
    { NULL, "quantity", N_("Qty"), SHOW_TEXT, NULL },
    { NULL, "questions", N_("Questions"), SHOW_TEXT, NULL },
    { NULL, "reason", N_("Reason"), SHOW_TEXT, NULL },
    { NULL, "received_on", N_("Received on"), SHOW_DAY, NULL },
    { NULL, "received_via", N_("Received how"), SHOW_TEXT, &WORDS_RECEIVED_VIA },
    { NULL, "referrer_agrees", N_("Present doctor agrees"), SHOW_TEXT, &WORDS_ANSWER },
    { NULL, "referrer_doctor", N_("Present doctor"), SHOW_TEXT, NULL },
    { NULL, "referrer_institution", N_("Present hospital"), SHOW_TEXT, NULL },
    { NULL, "refund_of", N_("Receipt that was voided"), SHOW_TEXT, NULL },
    { NULL, "registration", N_("Registration number"), SHOW_TEXT, NULL },
    { NULL, "relation", N_("Relationship"), SHOW_TEXT, &WORDS_RELATION },
    { NULL, "removed", N_("No longer"), SHOW_FLAG, NULL },
    { NULL, "request", N_("Request no."), SHOW_TEXT, NULL },
    { NULL, "result", N_("Result"), SHOW_TEXT, &WORDS_CALL_RESULT },
    { NULL, "roles", N_("Roles"), SHOW_ROLES, &WORDS_ROLE },
    { NULL, "romaji", N_("Name in Roman script"), SHOW_TEXT, NULL },
    { NULL, "room", N_("Room"), SHOW_TEXT, NULL },
    { NULL, "round", N_("Round"), SHOW_TEXT, NULL },
    { NULL, "rule", N_("Rule"), SHOW_TEXT, NULL },
    { NULL, "sealed", N_("Envelope"), SHOW_TEXT, &WORDS_TRAIL_SEALED },
    { NULL, "sent_by", N_("Case sent by"), SHOW_TEXT, NULL },
    { NULL, "sent_on", N_("Sent on"), SHOW_DAY, NULL },
    { NULL, "seq", N_("Closing number"), SHOW_TEXT, NULL },
    { NULL, "service", N_("Service"), SHOW_TEXT, NULL },
    { NULL, "sex", N_("Sex"), SHOW_TEXT, &WORDS_SEX },
    { NULL, "sha256", N_("Digest of the file"), SHOW_TEXT, NULL },
    { NULL, "shown_by", N_("Shown by"), SHOW_TEXT, NULL },
    { NULL, "signed_by", N_("Received there by"), SHOW_TEXT, NULL },
    { NULL, "signed_on", N_("Signed on"), SHOW_DAY, NULL },
    { NULL, "signer", N_("Signed by"), SHOW_TEXT, &WORDS_CONSENT_SIGNER },
    { NULL, "slip", N_("Slip number"), SHOW_TEXT, NULL },
    { NULL, "specialist", N_("Specialist"), SHOW_TEXT, NULL },
    { NULL, "start_min", N_("Starts at"), SHOW_MINUTES, NULL },
    { NULL, "started_at", N_("Talk began at"), SHOW_AT, NULL },
    { NULL, "started_by", N_("Talk begun by"), SHOW_TEXT, NULL },
    { "appointment", "state", N_("State"), SHOW_TEXT, &WORDS_APPOINTMENT },
    { "paper", "state", N_("State"), SHOW_TEXT, &WORDS_PAPER_STATE },
    { NULL, "step", N_("Step"), SHOW_TEXT, &WORDS_STEP },
    { NULL, "switched_by", N_("Switched on by"), SHOW_TEXT, NULL },
    { NULL, "switched_on", N_("Switched on at"), SHOW_AT, NULL },
    { NULL, "tax_percent", N_("Tax in per cent"), SHOW_TEXT, NULL },
    { NULL, "tax_yen", N_("Tax"), SHOW_YEN, NULL },
    { NULL, "tendered", N_("Cash given"), SHOW_YEN, NULL },
    { NULL, "text", N_("Note text"), SHOW_TEXT, NULL },
    { NULL, "told", N_("Told the patient"), SHOW_TEXT, &WORDS_ANSWER },
    { NULL, "told_how", N_("Told how"), SHOW_TEXT, &WORDS_CHANNEL },
    { NULL, "told_on", N_("Told on"), SHOW_DAY, NULL },
    { NULL, "tracking", N_("Tracking number"), SHOW_TEXT, NULL },
    { NULL, "transfer_total", N_("Bank transfer"), SHOW_YEN, NULL },
    { NULL, "treasury", N_("Bag to"), SHOW_TEXT, NULL },
    { NULL, "treasury_person", N_("Received by"), SHOW_TEXT, NULL },
    { NULL, "treatment_from", N_("Treatment from"), SHOW_DAY, NULL },
    { NULL, "undone_at", N_("Undone at"), SHOW_AT, NULL },
    { NULL, "undone_by", N_("Undone by"), SHOW_TEXT, NULL },
    { NULL, "undone_why", N_("Undone why"), SHOW_TEXT, NULL },
    { NULL, "unit_yen", N_("Unit price"), SHOW_YEN, NULL },
    { NULL, "until", N_("Shown until"), SHOW_DAY, NULL },
    { NULL, "until_day", N_("Last day"), SHOW_DAY, NULL },
    { NULL, "valid_from", N_("Valid from"), SHOW_DAY, NULL },
    { NULL, "value", N_("Value"), SHOW_TEXT, NULL },
    { NULL, "verdict", N_("Answer"), SHOW_TEXT, &WORDS_REVIEW_VERDICT },
    { NULL, "verified_at", N_("Checked at"), SHOW_AT, NULL },
    { NULL, "verified_by", N_("Checked by"), SHOW_TEXT, NULL },
    { "inquiry", "via", N_("How"), SHOW_TEXT, &WORDS_INQUIRY_VIA },
    { "report", "via", N_("How"), SHOW_TEXT, &WORDS_HANDOVER },
    { NULL, "via", N_("How"), SHOW_TEXT, &WORDS_RECEIVED_VIA },
    { NULL, "voicemail", N_("Message"), SHOW_TEXT, &WORDS_YES_NO },
    { NULL, "void_of", N_("Number of the voided charge"), SHOW_TEXT, NULL },
    { NULL, "wanted_doctor", N_("Doctor wished"), SHOW_TEXT, NULL },
    { NULL, "was", N_("Before"), SHOW_TEXT, NULL },
    { NULL, "weekday", N_("Weekday"), SHOW_WEEKDAY, NULL },
    { "call", "what", N_("Matter"), SHOW_TEXT, &WORDS_CALL_WHAT },
    { NULL, "what", N_("What"), SHOW_TEXT, NULL },
    { NULL, "who", N_("Who asks"), SHOW_TEXT, &WORDS_INQUIRY_WHO },
    { "report", "whom", N_("Sent to"), SHOW_TEXT, &WORDS_TRAIL_REPORT_WHOM },
    { NULL, "whom", N_("Who was called"), SHOW_TEXT, NULL },
    { NULL, "why", N_("Reason"), SHOW_TEXT, NULL },
    { NULL, "why_not_self", N_("Why not the patient"), SHOW_TEXT, NULL },
    { NULL, "wishes", N_("Days that suit"), SHOW_TEXT, NULL },
    { NULL, "withdrawn_on", N_("Withdrawn on"), SHOW_DAY, NULL },
    { NULL, "writer", N_("Written by"), SHOW_TEXT, NULL },
    { NULL, "year", N_("Year"), SHOW_TEXT, NULL },
    { NULL, "yen", N_("Amount"), SHOW_YEN, NULL },
    { NULL, "terminal", N_("Terminal"), SHOW_TEXT, NULL },
    { NULL, "idle", N_("Locked by itself"), SHOW_FLAG, NULL },
    { NULL, "action", N_("For which action"), SHOW_VERB, NULL },
    { NULL, "for", N_("For"), SHOW_TEXT, NULL },
    { NULL, "shown", N_("Shown to the second"), SHOW_TEXT, NULL },
    { NULL, "training", N_("Training desk"), SHOW_FLAG, NULL },
    { NULL, "entry", N_("Entry that was read"), SHOW_TEXT, NULL },
    { NULL, "first_passphrase", N_("First passphrase"), SHOW_FLAG, NULL },
    { NULL, "source", N_("Source"), SHOW_TEXT, NULL },
    { NULL, "rows", N_("Rows read"), SHOW_TEXT, NULL },
    { NULL, "changed", N_("Rows changed"), SHOW_TEXT, NULL },
    { NULL, "file", N_("File"), SHOW_TEXT, NULL },
    { NULL, "content", N_("Digest of the contents"), SHOW_TEXT, NULL },
    { NULL, "breaches", N_("Rules that do not hold"), SHOW_TEXT, NULL },
    { NULL, "backup", N_("Backup"), SHOW_TEXT, NULL },
    { NULL, "replaced", N_("File that was replaced"), SHOW_TEXT, NULL },
    { NULL, "lost", N_("Entries lost"), SHOW_TEXT, NULL },
    { NULL, "second", N_("Second person"), SHOW_TEXT, NULL },
    { NULL, "second_kind", N_("One-time code"), SHOW_TEXT, NULL },
    { NULL, "failures", N_("Failed tries"), SHOW_TEXT, NULL },
    { NULL, "paper", N_("Paper"), SHOW_PAPER, NULL },
};

/* The program's own numbers and folded copies of what is shown anyway. */
static const char *const hidden[] = { "id", "rev", "op_key", "search", "search_name", "search_kana", "search_phone", "counter",
    "drawer", "mark" };

static const struct column *column_of(const char *table, const char *column)
{
    const struct column *any = NULL;

    for (size_t i = 0; i < COUNT_OF(columns); i++)
        if (str_eq(columns[i].column, column)) {
            if (str_eq(columns[i].table, table))
                return &columns[i];
            any = columns[i].table ? any : &columns[i];
        }
    return any;
}

/* What a setting is called where it is set. */
static const char *setting_label(const char *key)
{
    for (size_t i = 0; i < settings_form.n; i++)
        if (str_eq(settings_form.fields[i].id, key))
            return settings_form.fields[i].label;
    return key;
}

const char *trail_column_label(const char *table, const char *column)
{
    for (size_t i = 0; i < COUNT_OF(hidden); i++)
        if (str_eq(hidden[i], column))
            return NULL;
    const struct column *x = column_of(table, column);
    return x ? x->label : setting_label(column);
}

/* Several ids with blanks or in a JSON list, each in words. */
static void put_words(const struct trail_reader *r, const struct words *w, const char *value, struct buf *out)
{
    static const char between[] = " []\",";
    char id[64];

    for (const char *p = value + strspn(value, between), *first = p; *p; p += strspn(p, between)) {
        size_t n = strcspn(p, between);
        str_copy(id, n + 1 < sizeof id ? n + 1 : sizeof id, p);
        buf_puts(out, p == first ? "" : r->lang == LANG_JA ? "・" : ", ");
        buf_puts(out, tr(r->c, words_label(w, id)));
        p += n;
    }
}

/* What the policy calls a document, a disease, a service, a rule; NULL when it has no such id. */
static const struct bilingual *policy_title(const struct policy *p, const char *column, const char *id)
{
    const struct policy_document *doc = p && str_eq(column, "doc") ? policy_document(p, id) : NULL;
    const struct policy_group *disease = p && str_eq(column, "disease") ? policy_disease(p, id) : NULL;
    const struct policy_service *service = p && str_eq(column, "service") ? policy_service(p, id) : NULL;
    const struct policy_refusal *refusal = p && str_eq(column, "rule") ? policy_refusal(p, id) : NULL;
    const struct policy_price *price = p && str_eq(column, "rule") ? policy_price(p, id) : NULL;
    const struct rule *rule = doc ? &doc->rule : disease ? &disease->rule : service ? &service->rule
        : refusal ? &refusal->rule : price ? &price->rule : NULL;

    return rule && !str_empty(rule->title.ja) ? &rule->title : NULL;
}

/* A list of the program ({"10000":3}) without its signs. */
static void put_plain(const char *value, struct buf *out)
{
    bool list = *value == '{' || *value == '[';

    for (const char *p = value; *p; p++) {
        if (list && strchr("{}[]\"", *p))
            continue;
        buf_putc(out, *p == '\n' ? ' ' : *p);
        if (list && (*p == ',' || *p == ':'))
            buf_putc(out, ' ');
    }
}

static void put_number(const struct trail_reader *r, enum show show, int64_t n, struct buf *out)
{
    char text[YEN_TEXT];

    switch (show) {
    case SHOW_AT: trail_at_text(r->h, r->lang, (instant){ n }, out); break;
    case SHOW_MINUTES:
        hm_text((hm){ (int32_t)n }, text);
        buf_puts(out, text);
        break;
    case SHOW_YEN:
        yen_format((yen){ n }, text);
        buf_puts(out, text);
        break;
    case SHOW_FLAG: buf_puts(out, tr(r->c, n ? N_("Yes") : N_("No"))); break;
    case SHOW_WEEKDAY: buf_puts(out, weekday_long((int)n, r->lang)); break;
    default: buf_printf(out, "%lld", (long long)n);
    }
}

void trail_value_text(const struct trail_reader *r, const char *table, const char *column, const char *value,
    const char *shown, struct buf *out)
{
    const struct column *x = column_of(table, column);
    const struct bilingual *title = policy_title(r->policy, column, value);
    char text[DATE_TEXT];
    int64_t n;
    day d;

    if (title) {
        buf_puts(out, bilingual_in(*title, r->lang));
    } else if (str_empty(value)) {
        buf_puts(out, "-");
    } else if (!str_empty(shown)) {
        buf_puts(out, shown);
    } else if (str_eq(column, "object")) {
        buf_puts(out, tr(r->c, trail_table_label(value)));
    } else if (str_eq(table, "setting") && str_eq(column, "key")) {
        buf_puts(out, tr(r->c, setting_label(value)));
    } else if (x && x->show == SHOW_DAY && day_parse_iso(value, &d)) {
        buf_puts(out, date_text(d, r->lang, DATE_WEEKDAY, text));
    } else if (x && (x->show == SHOW_STEPS || x->show == SHOW_ROLES)) {
        put_words(r, x->words, value, out);
    } else if (x && x->show == SHOW_PAPER) {
        buf_puts(out, tr(r->c, desk_print_label(value)));
    } else if (x && x->show == SHOW_VERB) {
        buf_puts(out, tr(r->c, trail_verb_words(value)));
    } else if (x && x->words) {
        buf_puts(out, tr(r->c, str_eq(column, "kind") && str_eq(table, "proof") && !words_has(x->words, value)
                ? words_label(&WORDS_RELATION_PAPER, value) : words_label(x->words, value)));
    } else if (x && x->show != SHOW_TEXT && str_int(value, &n)) {
        put_number(r, x->show, n, out);
    } else {
        put_plain(str_eq(column, "reason") ? trail_reason(r->c, value) : value, out);
    }
}
