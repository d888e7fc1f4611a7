/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that is stored about one request, as values: what the rules, the screens, the papers and
 * the verifier look at. The store fills it in one read (store/case_store.h) into the caller's arena;
 * nothing here touches a database. Strings are never NULL, dates may be DAY_NONE, ids 0 = none. */
#ifndef DOMAIN_CASEFILE_H
#define DOMAIN_CASEFILE_H
#include "base/base.h"
#include "text/lang.h"

struct person {
    int64_t id, rev;
    const char *patient_no; /* the hospital's patient number; "" = not known yet */
    const char *name, *kana, *romaji;
    day birth;
    const char *sex; /* WORDS_SEX */
    const char *postal, *address, *phone, *phone2, *email, *nationality;
    enum lang lang;
    const char *interpreter;
};

struct attendee {
    int64_t id, rev;
    const char *kind, *name, *kana, *relation, *phone; /* WORDS_ATTENDEE_KIND, WORDS_RELATION */
    const char *came;                                  /* "", yes, no: asked at check-in */
};

struct proof { /* a paper that was seen; never a number of it */
    int64_t id, attendee;
    const char *of, *kind, *shown_by;
    day issued, expires;
    instant at;
    int64_t by;
    const char *by_name;
};

struct consent {
    int64_t id, rev;
    const char *kind;
    day issued_on;
    const char *issued_how;
    int64_t issued_by;
    const char *issued_by_name;
    day received_on;
    const char *signer; /* WORDS_CONSENT_SIGNER */
    day signed_on;
    const char *why_not_self, *writer;
    bool verified;
    instant verified_at;
    int64_t verified_by;
    const char *verified_by_name;
    day withdrawn_on;
};

struct paper { /* state of one document of the policy; absent = awaited */
    const char *doc, *state; /* WORDS_PAPER_STATE */
    day promised_on, received_on;
    const char *via, *tracking;
    day dated;
    const char *sealed, *addressed, *note;
    int64_t by, rev;
};

struct material {
    int64_t id;
    const char *kind, *what; /* WORDS_MATERIAL, "CT 2026-10-02" */
    int pieces;
    const char *label; /* custody number, 26-0415-1 */
    const char *owner, *destination;
    day received_on;
};

struct material_move { /* some pieces of a material went from one place to another */
    int64_t material;
    const char *origin, *place; /* WORDS_PLACE */
    int pieces;
    day day;
    const char *how, *tracking, *signed_by; /* how is WORDS_HANDOVER, "" when not said */
    const char *by_name;
};

struct review { /* one round of asking the department */
    int64_t id, rev;
    int round;
    const char *department;
    day sent_on, asked_again_on, answered_on;
    const char *verdict, *code, *reason, *more;
    day more_by; /* by when more should be here */
    int64_t specialist;
    const char *specialist_name, *specialist_name_en, *dates;
    day told_on;
    const char *told_how;
};

struct appointment {
    int64_t id, rev, request, specialist;
    const char *specialist_name, *specialist_name_en, *department;
    day day;
    int start_min, minutes;
    int64_t room; /* 0 = a place written freely or none */
    const char *room_name, *room_name_en, *room_floor, *room_floor_en, *place;
    int come_min;      /* when to be here; -1 = as the appointment */
    const char *state; /* WORDS_APPOINTMENT */
    instant held_until;
    int64_t moved_from;
    const char *reason;
    day told_on;
    const char *told_how;
};

struct visit {
    int64_t id, rev, appointment;
    day day;
    int call_number;
    instant arrived_at;
    const char *patient_came; /* yes, no */
    bool started, ended;
    instant started_at, ended_at;
};

struct charge {
    int64_t id;
    const char *item, *item_en;
    int quantity;
    yen unit, amount, tax;
    int tax_percent;
    const char *rule;
    int64_t policy; /* the version that priced it */
    int64_t void_of;
    const char *reason;
};

struct payment {
    int64_t id;
    const char *kind, *method; /* collect, void, refund; WORDS_METHOD */
    yen amount;                /* negative for void and refund */
    yen tendered, change;      /* cash only */
    const char *slip, *other_kind;
    day paid_on, business_day;
    const char *payer, *payer_name;
    int64_t refund_of;
    const char *original, *reason;
    instant at;
    int64_t by, approved_by;
    const char *by_name;
    int receipt_counter, receipt_year, receipt_number; /* number 0 = no receipt of ours */
    enum lang receipt_lang;
    const char *addressee;
};

struct report { /* the report that went to the present doctor (OMU-5) */
    int64_t id;
    const char *to; /* policy reports.to: referrer, patient ... */
    day sent_on;
    const char *via, *tracking;
    int64_t by;
};

struct step_row {
    int64_t id;
    const char *step;
    bool done; /* false = undone, with a reason */
    day day;
    instant at;
    int64_t by;
    const char *by_name, *reason;
};

struct override_row {
    int64_t id;
    const char *rule, *reason;
    day day;
    instant at;
    int64_t by;
    const char *by_name;
    bool answered, approved;
    int64_t answered_by;
};

struct fact_row {
    const char *fact, *value;
};

struct unpaid_row {
    const char *reason;
    day promised_on, day;
};

struct call_row {
    int64_t id;
    const char *what, *channel, *whom, *result, *note; /* result "" = still to make */
    day due;
    int due_min; /* -1 = any time */
    instant at;  /* made, or created while open */
    const char *by_name;
};

struct casefile {
    int64_t id, rev, counter;
    int year, number; /* shown as 26-0415 */
    const char *service;
    int64_t policy;
    struct person patient;
    int64_t inquiry;
    day received_on, complete_on;
    const char *received_via;
    const char *disease, *diagnosis, *condition, *told, *questions, *department, *wanted_doctor;
    const char *wishes, *bad_days;
    day treatment_from;
    int64_t institution, doctor;
    const char *institution_name, *institution_postal, *institution_address, *institution_phone;
    const char *doctor_department, *doctor_name;
    const char *inpatient, *referrer_agrees, *patient_agrees, *purposes;
    const char *patient_may_know, *patient_voicemail, *patient_name_hospital;
    const char *other_name, *other_relation, *other_phone, *other_may_know;
    const char *other_voicemail, *other_name_hospital, *call_hours;
    bool careful;
    const char *careful_why;
    const char *applicant_kind, *applicant_name, *patient_attends, *patient_capable;
    enum lang lang; /* of papers */
    const char *memo;
    const char *ended; /* "" while it lives; WORDS_ENDED */
    day ended_on;
    const char *next_action; /* cached: open steps, blanks between */
    day next_due;

    struct attendee *attendees;
    size_t n_attendees;
    struct proof *proofs; /* undone ones are left out */
    size_t n_proofs;
    struct consent *consents;
    size_t n_consents;
    struct paper *papers;
    size_t n_papers;
    struct material *materials; /* undone ones are left out */
    size_t n_materials;
    struct material_move *moves; /* of these materials, oldest first */
    size_t n_moves;
    struct review *reviews; /* by round */
    size_t n_reviews;
    struct appointment *appointments; /* oldest first, all states */
    size_t n_appointments;
    struct visit *visits; /* undone ones are left out */
    size_t n_visits;
    struct charge *charges;
    size_t n_charges;
    struct payment *payments;
    size_t n_payments;
    struct unpaid_row *unpaid;
    size_t n_unpaid;
    struct report *reports; /* undone ones are left out */
    size_t n_reports;
    struct step_row *steps; /* oldest first */
    size_t n_steps;
    struct override_row *overrides;
    size_t n_overrides;
    struct fact_row *facts;
    size_t n_facts;
    struct call_row *calls; /* newest first */
    size_t n_calls;
};

enum { CASE_NUMBER_TEXT = 16 };
/* "26-0415" */
void case_number_text(int year, int number, char out[CASE_NUMBER_TEXT]);
/* Reads "26-0415", "415" (the year of today), "２６－０４１５" already folded; false when it is no number. */
bool case_number_parse(const char *s, int this_year, int *year, int *number);

/* What the parts say together. */
const struct appointment *case_booked(const struct casefile *c); /* booked or arrived; NULL = none */
const struct appointment *case_last_appointment(const struct casefile *c); /* booked, arrived, done or no_show; NULL */
const struct visit *case_visit(const struct casefile *c);        /* the standing visit; NULL = none */
/* To whom a letter about the request goes, as its label has it: who handed it in, family or a guardian. "" = to the
 * patient, who did so and against whom nothing speaks. NULL = to nobody: the patient may be told nothing and there is no
 * other contact. */
const char *case_letter_to(const struct casefile *c);
/* Whom they name, as each language writes it; the one name in both where only one is stored. */
struct bilingual review_specialist(const struct review *r);
struct bilingual appointment_specialist(const struct appointment *x);
const struct review *case_review(const struct casefile *c);      /* the last round; NULL = never sent */
/* The round in which the department asked for more than it had, while that paper ("records") is not here; NULL = none. */
const struct review *case_wanted(const struct casefile *c, const char *doc);
const struct consent *case_consent(const struct casefile *c);    /* the last one not withdrawn; NULL */
const struct paper *case_paper(const struct casefile *c, const char *doc); /* NULL = awaited */
const struct attendee *case_attendee(const struct casefile *c, int64_t id);
yen case_charged(const struct casefile *c);
yen case_paid(const struct casefile *c);
yen case_owed(const struct casefile *c); /* charged - paid */
/* WORDS_PLACE: kept, visitor, lender and destroyed are where a way ends; from there a piece can still come back. */
bool place_is_end(const char *place);
bool place_is_back(const char *place); /* given back: visitor, lender; of a destination too */
/* Pieces of this material that are at the place now: all are at the desk before any move. */
int case_pieces_at(const struct casefile *c, const struct material *m, const char *place);
/* Pieces still somewhere on the way, of one material and of all: at the desk, the department or the specialist. */
int case_pieces_open(const struct casefile *c, const struct material *m);
int case_pieces_here(const struct casefile *c);

/* Some pieces of one material that are at one place. */
struct whereabouts {
    const struct material *of;
    const char *place;               /* WORDS_PLACE */
    int pieces;                      /* at least 1 */
    const struct material_move *by;  /* the last move that brought pieces there; NULL: only their being taken in */
};
/* Of each material every place with pieces, in the order of WORDS_PLACE; *n >= n_materials. The rows are the arena's. */
struct whereabouts *case_whereabouts(const struct casefile *c, struct arena *a, size_t *n);
bool case_step_done(const struct casefile *c, const char *step); /* its last row is done */
const struct step_row *case_step_row(const struct casefile *c, const char *step); /* last row; NULL */
#endif
