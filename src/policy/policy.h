/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One hospital's rules in memory, as policy/load read them from its file. Everything lives in the
 * arena given to the loader and is never changed afterwards. Ids and words are those of
 * docs/POLICY.md; a text that the file leaves out has NULL in both languages, a string NULL, a list
 * n = 0. */
#ifndef POLICY_POLICY_H
#define POLICY_POLICY_H
#include "base/base.h"
#include "policy/calendar.h"
#include "policy/condition.h"
#include "policy/facts.h"
#include "text/lang.h"

/* What every entry has. */
struct rule {
    const char *id;
    int line; /* in the file; 0 = made by the program */
    struct condition *when;
    struct bilingual title, say;
    struct bilingual why; /* a clause that reads on in 「…ため」 and after "because" */
};

struct strings {
    const char **item;
    size_t n;
};
bool strings_have(struct strings s, const char *word);

struct texts {
    struct bilingual *item;
    size_t n;
};

enum event {
    EVENT_APPLICATION,
    EVENT_DOCUMENTS_COMPLETE,
    EVENT_QUOTE_ACCEPTED,
    EVENT_PAYMENT,
    EVENT_DATE_DECIDED,
    EVENT_APPOINTMENT_TOLD,
    EVENT_VISIT,
    EVENT_REPORT_SENT,
    EVENT_COUNT
};
const char *event_id(enum event e);
bool event_of(const char *id, enum event *out);

enum override_by { OVERRIDE_NONE, OVERRIDE_CLERK, OVERRIDE_DEPARTMENT, OVERRIDE_SUPERVISOR };
const char *override_id(enum override_by o);

/* When something must be there: before a step can be completed, or some days from an event. */
struct due {
    enum { DUE_DEFAULT, DUE_STEP, DUE_EVENT, DUE_NEVER } kind;
    const char *step;
    enum event event;
    bool before;
    int days;
};

struct policy_service {
    struct rule rule;
    const char *format, *calendar;
    int slot_minutes, max_minutes, report_minutes, sessions, doctors,
        attendees_max; /* 0 = not said */
    bool report_in_slot, same_day_exclusive, by_appointment, only_as_outcome;
    struct policy_step {
        const char *id;
        int group; /* equal number = any order */
        struct bilingual title; /* of the policy's own steps */
    } * steps;
    size_t n_steps;
    struct strings assign, apply_via;
    const char *apply_by, *apply_calendar;
    struct outcome {
        const char *id, *to;
        struct bilingual title;
    } * outcomes;
    size_t n_outcomes;
    struct texts includes;
    struct bilingual place;
};

struct policy_department {
    struct rule rule;
    enum { ACCEPT_ALL, ACCEPT_NONE, ACCEPT_ASK, ACCEPT_LIST } accept;
    struct strings diseases, exclude;
    enum { UNLISTED_ASK, UNLISTED_YES, UNLISTED_NO } unlisted;
    const char *calendar;
    bool suspended; /* without an end when both days are DAY_NONE */
    day suspended_from, suspended_until;
};

enum allow { ALLOW_YES, ALLOW_NO, ALLOW_ASK };
struct policy_requester {
    struct rule rule;
    enum allow allow;
    enum override_by ask_whom, override;
    const char *consent; /* none, form, power_of_attorney, handwritten, patient_and_family */
    struct condition *consent_when, *consent_waive, *proof_when;
    struct strings consent_by, proof;
};

struct policy_document {
    struct rule rule;
    bool built_in; /* made because a requester rule asks for it and no entry describes it */
    bool recommended; /* never blocks */
    struct due due;
    const char *not_before;
    enum { MISSING_NEED, MISSING_ASK, MISSING_WARN, MISSING_REFUSE, MISSING_REROUTE } if_missing;
    const char *to; /* service to go to when re-routed */
    enum override_by override, waive;
    bool reason_required, copy_ok;
    struct strings via, languages, blank;
    int copies;
    struct must_state {
        const char *id;
        struct bilingual text;
        struct condition *when;
    } * must_state;
    size_t n_must_state;
    const char *serves; /* consent, identity, relationship, authority; NULL = a paper of its own */
    const char *replaces, *handed_out;
};

enum effect { EFFECT_REFUSE, EFFECT_REROUTE, EFFECT_ASK, EFFECT_WARN, EFFECT_TELL };
struct policy_refusal {
    struct rule rule;
    enum effect effect;
    const char *to, *at;
    enum override_by override;
    bool reason_required;
    const char *chosen_by; /* clerk, supervisor, department; NULL = by its condition */
};

struct policy_question {
    struct rule rule;
    enum fact_type type; /* BOOL (answered yes, no, unclear), WORD, NUMBER, DATE, TEXT */
    struct policy_choice {
        const char *id;
        struct bilingual title;
    } * choices;
    size_t n_choices;
    const char *pattern, *ask_at, *who;
    struct due due;
};

enum shape {
    SHAPE_FLAT,
    SHAPE_TIMED,
    SHAPE_TIERS,
    SHAPE_PER,
    SHAPE_RANGE,
    SHAPE_FROM,
    SHAPE_QUOTE,
    SHAPE_FORMULA,
    SHAPE_FREE,
    SHAPE_OUTSIDE
};
const char *shape_id(enum shape s);
struct policy_price {
    struct rule rule;
    enum shape shape;
    const char *payer;
    bool optional, stackable;
    struct texts includes;
    yen amount, min, max; /* flat, per; from, quote, range; YEN(-1) = not said */
    int minutes; /* flat: information only; 0 = not said */
    int base_minutes, unit_minutes, max_minutes;
    yen base, unit;
    bool unit_at_least, started_unit;
    struct tier {
        int minutes;
        yen amount;
    } * tiers;
    size_t n_tiers;
    struct fact_ref count;
    const char *basis;
    int points, yen_per_point, floor_to;
    bool formula_tax;
};

struct policy_plan {
    struct rule rule;
    struct plan_part {
        enum { PART_REST, PART_AMOUNT, PART_PERCENT } kind;
        yen amount;
        int percent;
        struct due due;
        bool refundable;
    } * parts;
    size_t n_parts;
    struct strings method; /* cash, card, transfer, invoice, app, other */
    struct due due;
    const char *blocks; /* step that an open fee blocks; NULL = none */
    const char *collect_at; /* counter, cashier, outside */
    const char *ledger; /* drawer, card, bank, receivable, external; NULL = by the method */
};

struct policy_clock {
    struct rule rule;
    enum event from, to;
    int min, max; /* -1 = not said */
    enum { UNIT_DAY, UNIT_BUSINESS_DAY, UNIT_WEEK, UNIT_MONTH } unit;
    const char *calendar;
    bool approximate;
};

struct policy_report {
    struct rule rule;
    struct strings to, never, via, enclose;
    bool within_known;
    enum event within_after;
    int within_days;
    struct texts contents;
    bool time_in_slot;
};

struct policy_material {
    struct rule rule;
    struct strings kinds;
    const char *destination; /* keep, visitor, lender, destroy */
    struct strings media_preferred, media_refused, together_with;
    bool receipt;
    const char *before;
};

struct policy_notice {
    struct rule rule;
    const char *at; /* a step, or "before_request" */
    const char *to; /* clerk, visitor, referrer */
    struct strings on;
    bool acknowledge;
};

struct policy_contact {
    struct rule rule;
    const char *phone, *fax, *calendar;
};

struct policy_group { /* diseases, purposes */
    struct rule rule;
    struct strings in;
};

struct policy {
    const char *id, *source, *version;
    struct bilingual name;
    day valid_from; /* DAY_NONE = from ever */
    const char *currency;
    int currency_digits;
    const char *issuer_kind, *issuer_registration;
    struct strings own_group;
    struct tax_rules {
        bool known;
        enum { PRICES_INCLUDED, PRICES_EXCLUDED, PRICES_UNTAXED } prices;
        struct tax_rate {
            day from;
            int percent;
        } * rates; /* by date */
        size_t n_rates;
        enum { ROUND_DOWN, ROUND_HALF, ROUND_UP } rounding;
    } tax;
    bool price_by_consultation; /* price_date */

    struct opening *calendars;
    struct policy_group *diseases, *purposes;
    struct policy_department *departments;
    struct policy_service *services;
    struct policy_requester *requesters;
    struct policy_document
        *documents; /* with those that requesters need and nobody described, last */
    struct policy_refusal *refusals;
    struct policy_question *questions;
    struct policy_price *prices;
    struct policy_plan *plans;
    struct policy_clock *clocks;
    struct policy_report *reports;
    struct policy_material *materials;
    struct policy_notice *notices;
    struct policy_contact *contacts;
    size_t n_calendars, n_diseases, n_purposes, n_departments, n_services, n_requesters,
        n_documents, n_refusals, n_questions, n_prices, n_plans, n_clocks, n_reports, n_materials,
        n_notices, n_contacts;
    bool has_departments, has_requesters, has_documents, has_prices,
        has_plans; /* left out = not known */
    const char *recording; /* allow, ban, ask; NULL = not known */
    int check_in_minutes; /* to be here before the appointment; -1 = not known */
    struct bilingual check_in_token, check_in_at;
    const char
        *uses_later; /* a section of which this version keeps nothing in memory; NULL = none */
};

const struct policy_service *policy_service(
    const struct policy *p, const char *id); /* NULL = none */
const struct policy_document *policy_document(const struct policy *p, const char *id);
const struct policy_question *policy_question(const struct policy *p, const char *id);
const struct policy_refusal *policy_refusal(const struct policy *p, const char *id);
const struct policy_price *policy_price(const struct policy *p, const char *id);
const struct policy_department *policy_department(const struct policy *p, const char *id);
const struct policy_contact *policy_contact(const struct policy *p, const char *id);
const struct policy_group *policy_disease(const struct policy *p, const char *id);
const struct policy_group *policy_purpose(const struct policy *p, const char *id);
const struct opening *policy_calendar(const struct policy *p, const char *id);
/* Who may override what this rule says. */
enum override_by policy_override(const struct policy *p, const char *id);

/* Place of a step in its service (0 first); -1 = not a step of it. Steps of one any-order group
 * share the place of the first. */
int service_step(const struct policy_service *s, const char *step);
/* The step that blocks by default: booking, else review, else the first after papers; NULL = none.
 */
const char *service_default_due(const struct policy_service *s);

/* What conditions may name in this file; the result points into the policy. */
struct vocabulary policy_vocabulary(const struct policy *p);

/* Can a desk run on it? False with a sentence when it uses what this version cannot carry out. */
bool policy_may_switch_on(const struct policy *p, struct err *e);
/* The tax percent in force on a day; 0 when untaxed or before the first rate. */
int policy_tax_percent(const struct policy *p, day on);
#endif
