/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of everything a policy file may hold. The loader checks against it and docs/POLICY.md
 * is made from it, so that none can say what the other does not know. */
#include "policy/load_tree.h"

const char STEP_WORDS[]
    = "inquiry|request|requester|papers|quote|review|booking|payment|visit|report|return|close";
const char EVENT_WORDS[] = "application|documents_complete|quote_accepted|payment|date_decided|"
                           "appointment_told|visit|report_sent";

#define OVERRIDE_WORDS "none|clerk|department|supervisor"
#define FORMAT_WORDS "in_person|online|written|documents|slides|outgoing|elsewhere"
#define VIA_WORDS "counter|post|registered_post|fax|upload|institution|phone|email|web"
#define CHILDREN(list) .keys = (list), .n_keys = COUNT_OF(list)

const struct key_spec RULE_KEYS[] = {
    { "when", KEY_CONDITION, .about = "the rule counts when this is true; without it always" },
    { "title", KEY_BILINGUAL, .about = "what it is called on the screen and on paper" },
    { "say", KEY_BILINGUAL, .about = "the sentence to read aloud" },
    { "why", KEY_BILINGUAL,
        .about = "why, as a clause that reads on in 「…ため」 and after \"because\"; without it "
                 "the facts that decided are named" },
};
const size_t RULE_KEYS_COUNT = COUNT_OF(RULE_KEYS);

static const struct key_spec ISSUER[] = {
    { "kind", KEY_WORD, "medical_corporation|public|university|company|individual|other",
        .about = "who runs the hospital (stamp duty)" },
    { "registration", KEY_TEXT, .about = "T and 13 digits; without it receipts are plain" },
};
static const struct key_spec RATE[] = {
    { "from", KEY_DATE, .required = true, .about = "first day" },
    { "percent", KEY_INT, .required = true, .min = 0, .max = 50, .about = "of the net price" },
};
static const struct key_spec TAX[] = {
    { "prices", KEY_WORD, "included|excluded|none", .required = true,
        .about = "do the amounts of this file include the tax" },
    { "rates", KEY_RATES, .fallback = "law", CHILDREN(RATE),
        .about = "law (3, 5, 8, 10 percent by their dates) or a list" },
    { "rounding", KEY_WORD, "down|half|up", "down", .about = "once for each invoice" },
};
static const struct key_spec POLICY[] = {
    { "id", KEY_ID, .required = true, .about = "short name of the policy" },
    { "name", KEY_BILINGUAL, .required = true, .about = "the hospital" },
    { "source", KEY_TEXT, .about = "where the rules were published" },
    { "version", KEY_TEXT, .about = "the hospital's own number for this text" },
    { "valid_from", KEY_DATE, .fallback = "from ever", .about = "first day on which it judges" },
    { "currency", KEY_WORD, "JPY|USD|EUR|CNY|KRW|TWD|HKD|SGD|THB|VND|GBP|AUD", "JPY",
        .about = "of all amounts" },
    { "issuer", KEY_MAP, CHILDREN(ISSUER), .about = "who issues receipts" },
    { "own_group", KEY_TEXTS,
        .about = "names of hospitals that count as the own one (referrer.group)" },
    { "tax", KEY_MAP, CHILDREN(TAX),
        .about = "without it prices are not taxed and nothing is said of tax" },
    { "price_date", KEY_WORD, "application|consultation", "application",
        .about = "which day's policy prices a request" },
};
static const struct key_spec CALENDAR[] = {
    { "hours", KEY_HOURS,
        .about = "Mon-Fri: 09:00-16:45, any: ..; weekdays that are not named are closed" },
    { "closed", KEY_CLOSED, .about = "holidays, Sat, 1st Sat, 12/29-01/03, 2026-08-14" },
    { "open_only", KEY_OPEN_ONLY, .about = "4th Tue 14:00-17:00: no other day is open" },
};
static const struct key_spec GROUP[] = {
    { "in", KEY_IDS, .about = "groups that it belongs to; a condition may name the group" },
};
static const struct key_spec SUSPENDED[] = {
    { "from", KEY_DATE, .about = "first day" },
    { "until", KEY_DATE, .about = "last day" },
};
static const struct key_spec DEPARTMENT[] = {
    { "accept", KEY_ACCEPT, "all|none|ask", "all",
        .about = "all, none, ask, or a list of diseases" },
    { "exclude", KEY_REFS, "diseases", .about = "diseases that are not seen although the rest is" },
    { "unlisted", KEY_WORD, "yes|no|ask", "ask", .about = "diseases that no list names" },
    { "calendar", KEY_REF, "calendars", .about = "its days" },
    { "suspended", KEY_SUSPENDED, CHILDREN(SUSPENDED),
        .about = "yes (without an end) or from and until" },
};
static const struct key_spec APPLY[] = {
    { "by", KEY_WORD, "visitor|institution", "visitor", .about = "who hands in" },
    { "via", KEY_WORDS, VIA_WORDS, .about = "on which ways" },
    { "calendar", KEY_REF, "calendars", .about = "when it is taken in" },
};
static const struct key_spec OUTCOME[] = {
    { "id", KEY_ID, .required = true, .about = "name" },
    { "title", KEY_BILINGUAL, .required = true, .about = "what is chosen" },
    { "to", KEY_REF, "services", .about = "the service that follows" },
};
static const struct key_spec SERVICE[] = {
    { "format", KEY_WORD, FORMAT_WORDS, .required = true,
        .about = "elsewhere: not run here, only a place to send somebody to; shows its say" },
    { "calendar", KEY_REF, "calendars", .about = "days of the visits" },
    { "slot_minutes", KEY_INT, .min = 5, .max = 480, .about = "length of a place" },
    { "max_minutes", KEY_INT, .min = 5, .max = 480, .about = "longest talk" },
    { "report_in_slot", KEY_BOOL, NULL, "no", .about = "the report is written within the place" },
    { "report_minutes", KEY_INT, .min = 0, .max = 480, .about = "of the place, for the report" },
    { "steps", KEY_STEPS, .about = "the path of a request; needed unless elsewhere" },
    { "sessions", KEY_INT, NULL, "1", .min = 1, .max = 20, .about = "visits from one request" },
    { "doctors", KEY_INT, NULL, "1", .min = 1, .max = 10, .about = "specialists at one visit" },
    { "attendees_max", KEY_INT, .min = 1, .max = 20, .about = "people with the patient" },
    { "same_day_exclusive", KEY_BOOL, NULL, "no", .about = "no insured visit on that day" },
    { "assign", KEY_TEXTS,
        .about = "referrer, patient, hospital or a name, in order of precedence" },
    { "by_appointment", KEY_BOOL, NULL, "yes", .about = "nobody is seen without a booking" },
    { "apply", KEY_MAP, CHILDREN(APPLY), .about = "how one applies" },
    { "only_as_outcome", KEY_BOOL, NULL, "no", .about = "cannot be asked for at the counter" },
    { "outcomes", KEY_LIST, CHILDREN(OUTCOME), .about = "how it may end" },
    { "includes", KEY_BILINGUALS, .about = "what the visitor gets" },
    { "place", KEY_BILINGUAL, .about = "where" },
};
static const struct key_spec REQUESTER[] = {
    { "allow", KEY_WORD, "yes|no|ask", .required = true, .about = "may they" },
    { "ask_whom", KEY_WORD, "clerk|supervisor|department", "department",
        .about = "who answers an ask" },
    { "override", KEY_WORD, OVERRIDE_WORDS, "supervisor", .about = "who may override a no" },
    { "consent", KEY_WORD, "none|form|power_of_attorney|handwritten|patient_and_family", "none",
        .about = "one for the request; makes doc.consent" },
    { "consent_when", KEY_CONDITION, .about = "only then" },
    { "consent_by", KEY_WORDS, "patient|guardian|legal_representative|family",
        .about = "who signs" },
    { "consent_waive", KEY_CONDITION, .about = "then it is not needed after all" },
    { "proof", KEY_WORDS, "identity|relationship|parental_authority|legal_representative",
        .about = "of each attendee but the patient; makes doc.identity ..." },
    { "proof_when", KEY_CONDITION, .about = "only then" },
};
static const struct key_spec MUST_STATE[] = {
    { "id", KEY_ID, .required = true, .about = "the fact doc.ID.ITEM" },
    { "ja", KEY_TEXT, .required = true, .about = "what must be stated" },
    { "en", KEY_TEXT, .required = true, .about = "what must be stated" },
    { "when", KEY_CONDITION, .about = "only then" },
};
static const struct key_spec DOCUMENT[] = {
    { "need", KEY_WORD, "required|recommended", "required",
        .about = "a recommended paper never blocks" },
    { "due", KEY_DUE, NULL, "booking, else review, else the first step after papers",
        .about = "STEP, none, or { before or after: EVENT, days }" },
    { "not_before", KEY_STEP, .about = "not taken in before this step is done" },
    { "if_missing", KEY_WORD, "need|ask|warn|refuse|reroute", "need",
        .about = "when there is none" },
    { "to", KEY_REF, "services", .about = "where to, for reroute" },
    { "override", KEY_WORD, OVERRIDE_WORDS, "supervisor", .about = "who may go on without it" },
    { "reason_required", KEY_BOOL, NULL, "yes", .about = "overriding needs a reason" },
    { "waive", KEY_WORD, "none|clerk|supervisor", "none", .about = "who may leave it out" },
    { "via", KEY_WORDS, VIA_WORDS, .about = "ways on which it is taken" },
    { "copies", KEY_INT, NULL, "1", .min = 1, .max = 20, .about = "how many" },
    { "copy_ok", KEY_BOOL, NULL, "no", .about = "a copy will do" },
    { "languages", KEY_WORDS, "ja|en", .about = "others await translation" },
    { "must_state", KEY_LIST, CHILDREN(MUST_STATE), .about = "ticked when it is stated" },
    { "serves", KEY_WORD, "consent|identity|relationship|authority",
        .about = "describes the paper that a requester rule asks for" },
    { "replaces", KEY_REF, "documents", .about = "makes that one unnecessary when received" },
    { "blank", KEY_WORDS, "counter|download|post", .about = "where the blank form is had" },
    { "handed_out", KEY_STEP, .about = "at which step" },
};
static const struct key_spec REFUSAL[] = {
    { "effect", KEY_WORD, "refuse|reroute|ask|warn|tell", .required = true,
        .about = "the strongest one decides" },
    { "to", KEY_REF, "services", .about = "where to, for reroute" },
    { "at", KEY_STEP, .about = "the step that it blocks" },
    { "override", KEY_WORD, OVERRIDE_WORDS, "supervisor", .about = "who may override it" },
    { "reason_required", KEY_BOOL, NULL, "yes", .about = "overriding needs a reason" },
    { "chosen_by", KEY_WORD, "clerk|supervisor|department",
        .about = "instead of when: a person picks it" },
};
static const struct key_spec CHOICE[] = {
    { "id", KEY_ID, .required = true, .about = "the value" },
    { "title", KEY_BILINGUAL, .required = true, .about = "what is shown" },
};
static const struct key_spec QUESTION[] = {
    { "type", KEY_WORD, "bool|choice|int|date|text", "bool",
        .about = "bool is answered yes, no or unclear" },
    { "choices", KEY_LIST, CHILDREN(CHOICE), .about = "for choice" },
    { "pattern", KEY_TEXT, .about = "for text: a hint on how it is written" },
    { "ask_at", KEY_STEP, .about = "the step at which it is asked" },
    { "who", KEY_WORD, "clerk|visitor|department", "clerk", .about = "who answers" },
    { "due", KEY_DUE, .about = "before which step it must be answered" },
};
static const struct key_spec PRICE[] = {
    { "payer", KEY_WORD, "patient|family|company|insurer|other", .about = "who pays this one" },
    { "optional", KEY_BOOL, NULL, "no", .about = "only when it is chosen" },
    { "stackable", KEY_BOOL, NULL, "no",
        .about = "comes on top; of the others the first that matches counts" },
    { "includes", KEY_BILINGUALS, .about = "what is in the price" },
    { "shape", KEY_WORD, "flat|timed|tiers|per|range|from|quote|formula|free|outside",
        .required = true, .about = "how the amount is made" },
    { "amount", KEY_AMOUNT, .about = "flat, per" },
    { "minutes", KEY_INT, .min = 1, .max = 480, .about = "flat: information only" },
    { "base_minutes", KEY_INT, .min = 1, .max = 480, .about = "timed" },
    { "base", KEY_AMOUNT, .about = "timed: up to base_minutes" },
    { "unit_minutes", KEY_INT, .min = 1, .max = 480, .about = "timed" },
    { "unit", KEY_AMOUNT, .about = "timed: each further unit" },
    { "unit_at_least", KEY_BOOL, NULL, "no", .about = "timed: \"or more\", a reason for more" },
    { "started_unit", KEY_BOOL, NULL, "yes", .about = "timed: a unit that has begun counts whole" },
    { "max_minutes", KEY_INT, .min = 1, .max = 960,
        .about = "timed: beyond it no automatic price" },
    { "tiers", KEY_TIERS,
        .about = "tiers: { 30: 22000, 45: 33000 }; over the last no automatic price" },
    { "count", KEY_FACT, .about = "per: the fact that is counted" },
    { "min", KEY_AMOUNT, .about = "range, from, quote" },
    { "max", KEY_AMOUNT, .about = "range" },
    { "basis", KEY_TEXT, .about = "range: what decides" },
    { "points", KEY_INT, .min = 1, .max = 1000000, .about = "formula" },
    { "yen_per_point", KEY_INT, NULL, "10", .min = 1, .max = 1000, .about = "formula" },
    { "tax", KEY_BOOL, NULL, "yes", .about = "formula: tax is added" },
    { "floor_to", KEY_INT, .min = 1, .max = 100000,
        .about = "formula: rounded down to a multiple" },
};
static const struct key_spec PART[] = {
    { "amount", KEY_AMOUNT, .about = "this much" },
    { "percent", KEY_INT, .min = 1, .max = 100, .about = "or this share" },
    { "rest", KEY_BOOL, .about = "or what remains" },
    { "due", KEY_DUE, .about = "by when" },
    { "refundable", KEY_BOOL, NULL, "yes", .about = "given back on withdrawal" },
};
static const struct key_spec PLAN[] = {
    { "parts", KEY_LIST, CHILDREN(PART), .about = "without it: the whole at once" },
    { "method", KEY_WORDS, "cash|card|transfer|invoice|app|other", .about = "ways of paying" },
    { "due", KEY_DUE, .about = "by when" },
    { "blocks", KEY_STEP,
        .about = "the step that waits for the money, and papers that are not taken before it" },
    { "collect_at", KEY_WORD, "counter|cashier|outside", "counter",
        .about = "where the money is taken" },
    { "ledger", KEY_WORD, "drawer|card|bank|receivable|external",
        .about = "where it is booked; without it by the way of paying" },
};
static const struct key_spec BEFORE[] = {
    { "days", KEY_INT, .min = 0, .max = 365, .about = "days before the visit" },
    { "hours", KEY_INT, .min = 0, .max = 720, .about = "hours before the visit" },
};
static const struct key_spec CANCELLATION[] = {
    { "on", KEY_WORD, "cancel|no_show|late", .required = true, .about = "what happened" },
    { "before", KEY_MAP, CHILDREN(BEFORE), .about = "nearer to the visit than this" },
    { "amount", KEY_AMOUNT, .about = "to be paid" },
    { "percent", KEY_INT, .min = 0, .max = 100, .about = "of the price" },
    { "waive", KEY_WORD, "none|clerk|supervisor", "none", .about = "who may leave it out" },
};
static const struct key_spec CLOCK[] = {
    { "from", KEY_EVENT, .required = true, .about = "day 0, which is not counted" },
    { "to", KEY_EVENT, .required = true, .about = "what must have happened" },
    { "min", KEY_INT, .min = 0, .max = 1000, .about = "earliest" },
    { "max", KEY_INT, .min = 0, .max = 1000, .about = "latest" },
    { "unit", KEY_WORD, "day|business_day|week|month", "day",
        .about = "business_day: open days of the calendar" },
    { "calendar", KEY_REF, "calendars",
        .about = "for business_day; without it no Saturdays, Sundays and holidays" },
    { "approximate", KEY_BOOL, NULL, "no", .about = "said with \"about\"" },
};
static const struct key_spec REPORT[] = {
    { "to", KEY_WORDS, "referrer|patient|attendee|institution", .required = true,
        .about = "who gets it" },
    { "never", KEY_WORDS, "referrer|patient|attendee|institution", .about = "who must not" },
    { "within", KEY_WITHIN, .about = "{ after: EVENT, days: N }" },
    { "via", KEY_WORDS, "hand|post|email|portal", .about = "on which ways" },
    { "contents", KEY_BILINGUALS, .about = "ticked before sending" },
    { "time_in_slot", KEY_BOOL, NULL, "no", .about = "written within the place" },
    { "enclose", KEY_WORDS, "receipt", .about = "goes with it" },
};
static const struct key_spec MEDIA[] = {
    { "preferred", KEY_TEXTS, .about = "wished" },
    { "refused", KEY_TEXTS, .about = "not taken" },
};
static const struct key_spec MATERIAL[] = {
    { "kinds", KEY_WORDS,
        "disc|film|blood_test|slide_stained|slide_unstained|block|pathology_report|imaging_report|"
        "summary|endoscopy|referral|other",
        .required = true, .about = "of materials" },
    { "destination", KEY_WORD, "keep|visitor|lender|destroy", .required = true,
        .about = "where each piece goes in the end" },
    { "media", KEY_MAP, CHILDREN(MEDIA), .about = "forms of it" },
    { "receipt", KEY_BOOL, NULL, "yes", .about = "a custody receipt is printed" },
    { "together_with", KEY_WORDS,
        "disc|film|blood_test|slide_stained|slide_unstained|block|pathology_report|imaging_report|"
        "summary|endoscopy|referral|other",
        .about = "must come with these" },
    { "before", KEY_STEP, .about = "must be here before this step" },
};
static const struct key_spec NOTICE[] = {
    { "at", KEY_STEP_OR, "before_request", .required = true, .about = "when it is said" },
    { "to", KEY_WORD, "clerk|visitor|referrer", "visitor", .about = "to whom" },
    { "on", KEY_WORDS,
        "screen|slip|request_form|consent_form|guide|custody_receipt|referrer_letter|report_letter|"
        "receipt|charge_slip",
        "screen", .about = "where it is shown" },
    { "acknowledge", KEY_BOOL, NULL, "no", .about = "ticked when it was understood" },
};
static const struct key_spec CONTACT[] = {
    { "phone", KEY_TEXT, .about = "telephone" },
    { "fax", KEY_TEXT, .about = "fax" },
    { "calendar", KEY_REF, "calendars", .about = "its hours" },
};
static const struct key_spec CONDUCT[] = {
    { "recording", KEY_WORD, "allow|ban|ask", .about = "may the talk be recorded" },
    { "check_in_minutes", KEY_INT, .min = 0, .max = 240, .about = "to be here before the time" },
    { "check_in_token", KEY_BILINGUAL, .about = "what is shown at check-in" },
    { "check_in_at", KEY_BILINGUAL, .about = "where one checks in" },
};

#define SECTION(name, form, keys, rule, about)                                                     \
    {                                                                                              \
        name, form, keys, COUNT_OF(keys), rule, about                                              \
    }
const struct section_spec SECTIONS[] = {
    SECTION("policy", SECTION_ONE, POLICY, false, "the file itself"),
    SECTION("calendars", SECTION_MAP, CALENDAR, true, "days and hours"),
    SECTION("diseases", SECTION_MAP, GROUP, true, "illnesses that rules may name"),
    SECTION("purposes", SECTION_MAP, GROUP, true, "purposes beside the built-in ones"),
    SECTION("departments", SECTION_MAP, DEPARTMENT, true,
        "what is seen; any = the whole hospital, others = those not listed"),
    SECTION("services", SECTION_MAP, SERVICE, true, "what can be asked for, and its path"),
    SECTION("requesters", SECTION_LIST, REQUESTER, true,
        "who may ask; the first that matches counts, no match = refused"),
    SECTION("documents", SECTION_LIST, DOCUMENT, true, "papers"),
    SECTION("refusals", SECTION_LIST, REFUSAL, true, "all that match are shown"),
    SECTION("questions", SECTION_MAP, QUESTION, true, "the policy's own questions, the facts q.ID"),
    SECTION("prices", SECTION_LIST, PRICE, true, "the first that matches, and every stackable one"),
    SECTION("plans", SECTION_LIST, PLAN, true, "how it is paid; the first that matches counts"),
    SECTION("cancellations", SECTION_LIST, CANCELLATION, true,
        "what is owed when nobody comes; the first that matches counts"),
    SECTION("clocks", SECTION_LIST, CLOCK, true, "by when things happen"),
    SECTION("reports", SECTION_LIST, REPORT, true, "who gets the report, by when"),
    SECTION("materials", SECTION_LIST, MATERIAL, true,
        "where the pieces go; the first that names the kind counts"),
    SECTION("notices", SECTION_LIST, NOTICE, true, "said or printed, decide nothing"),
    SECTION("contacts", SECTION_MAP, CONTACT, true, "whom to ask"),
    SECTION("conduct", SECTION_ONE, CONDUCT, false, "at the visit"),
};
const size_t SECTIONS_COUNT = COUNT_OF(SECTIONS);

const struct section_spec *section_spec(const char *name)
{
    for (size_t i = 0; i < SECTIONS_COUNT; i++)
        if (str_eq(SECTIONS[i].name, name))
            return &SECTIONS[i];
    return NULL;
}

bool word_in(const char *words, const char *word)
{
    size_t n = strlen(word);

    for (const char *at = words; at && *at;) {
        size_t length = strcspn(at, "|");
        if (length == n && memcmp(at, word, n) == 0)
            return true;
        at += length + (at[length] == '|');
    }
    return false;
}

void words_each(const char *words, void (*offer)(void *to, const char *word), void *to)
{
    char one[64];

    for (const char *at = words; at && *at;) {
        size_t length = strcspn(at, "|");
        BUG_IF(length >= sizeof one);
        memcpy(one, at, length);
        one[length] = '\0';
        offer(to, one);
        at += length + (at[length] == '|');
    }
}
