/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about one request, in the words of the policy language (docs/POLICY.md, "Facts").
 * A fact is unknown until it is set; "asked, the visitor does not know" is the value "unclear".
 * Ages and school stages follow from the birth date and the day on which they are judged; degrees
 * follow from the relation; whether the patient attends follows from the attendees unless it was
 * answered by itself. */
#ifndef POLICY_FACTS_H
#define POLICY_FACTS_H
#include "base/base.h"
#include "text/lang.h"

struct policy;
struct catalog;

enum fact_id {
    FACT_SERVICE,
    FACT_FORMAT,
    FACT_DEPARTMENT, /* several */
    FACT_DEPARTMENTS_COUNT,
    FACT_DISEASE,
    FACT_APPLICANT_KIND, /* several */
    FACT_ATTENDEE_KIND, /* of each attendee, the patient too */
    FACT_ATTENDEE_RELATION,
    FACT_ATTENDEE_DEGREE,
    FACT_ATTENDEE_IS_CARER,
    FACT_ATTENDEES_COUNT,
    FACT_PATIENT_ATTENDS,
    FACT_PATIENT_CAN_ATTEND,
    FACT_PATIENT_CAPABLE,
    FACT_PATIENT_TOLD,
    FACT_PATIENT_AGREES, /* OMU-3: does the patient agree to a second opinion */
    FACT_PATIENT_RESIDENT,
    FACT_PATIENT_INSURED,
    FACT_PATIENT_INPATIENT_ELSEWHERE,
    FACT_PATIENT_OWN,
    FACT_PATIENT_DECEASED,
    FACT_PATIENT_AGE,
    FACT_PATIENT_SCHOOL_STAGE,
    FACT_PATIENT_NATIONALITY,
    FACT_REFERRER_AGREES,
    FACT_REFERRER_GROUP,
    FACT_PURPOSE, /* several */
    FACT_DOCTOR_RANK,
    FACT_MINUTES,
    FACT_PAYER,
    FACT_REQUEST_AGE, /* days since the application */
    FACT_PLAIN_COUNT,
    /* facts with a key of the file behind them */
    FACT_DOC = FACT_PLAIN_COUNT, /* doc.ID */
    FACT_DOC_ITEM, /* doc.ID.ITEM */
    FACT_QUESTION, /* q.ID */
    FACT_MATERIALS_COUNT, /* materials.count.KIND */
    FACT_COUNT
};

/* One fact by name: doc.referral.stage is { FACT_DOC_ITEM, "referral", "stage" }. */
struct fact_ref {
    enum fact_id id;
    const char *key, *item;
};

enum fact_type {
    FACT_TYPE_WORD, /* one of the allowed words */
    FACT_TYPE_ID, /* an id of a section of the file */
    FACT_TYPE_ANSWER, /* yes, no, unclear */
    FACT_TYPE_BOOL, /* yes, no */
    FACT_TYPE_NUMBER,
    FACT_TYPE_DATE,
    FACT_TYPE_COUNTRY, /* two letters, or unclear */
    FACT_TYPE_TEXT
};

struct fact_word {
    const char *id, *label; /* label: English source, marked N_() */
};

struct fact_info {
    const char *name; /* as written in conditions; for keyed facts the pattern "doc.ID" */
    enum fact_type type;
    bool several; /* many values at once */
    bool attendee; /* one value for each attendee */
    bool ordered; /* < <= > >= are allowed; words in the order of the list */
    const struct fact_word *words;
    size_t n_words;
    const char *section; /* FACT_TYPE_ID: where its values are listed */
    const char *label; /* noun, N_() */
    const char
        *question; /* said to the visitor when the fact is unknown, N_(); NULL = nothing to ask */
    const char *is_yes, *is_no; /* "the patient attends", N_(); NULL = said with the label */
    const char *is_value; /* "the patient is %s years old", N_(); NULL = label: value */
};

const struct fact_info *fact_info(enum fact_id id);

/* A built-in fact by its exact name; keyed ones need the policy: policy_fact (policy/policy.h). */
bool fact_by_name(const char *name, enum fact_id *out);
const struct fact_word *fact_word(enum fact_id id, const char *word); /* NULL = not allowed */
bool fact_ref_eq(struct fact_ref a, struct fact_ref b);
/* "doc.referral.stage"; in the arena. */
const char *fact_ref_name(struct fact_ref r, struct arena *a);

/* State of a document, worst first: the worst of several attendees counts. */
enum doc_state { DOC_NONE, DOC_AWAITED, DOC_PROMISED, DOC_RECEIVED, DOC_WAIVED, DOC_CHECKED };
enum { DOC_STATES = 6 };
const char *doc_state_id(enum doc_state s); /* "awaited" */
bool doc_state_of(const char *id, enum doc_state *out);

enum { ATTENDEE_ALL = -1, KINSHIP_NONE = -1, KINSHIP_UNKNOWN = -2 };
/* Degree of kinship that follows from a relation word: 0 spouse, 1 parent or child, 2 ...;
 * KINSHIP_NONE for friend and other; KINSHIP_UNKNOWN for other_relative, NULL and "". */
int relation_degree(const char *relation);

struct attendee_facts {
    const char *kind, *relation; /* allowed words; NULL or "" = not asked yet */
    int degree; /* KINSHIP_UNKNOWN = follows from the relation */
    const char *is_carer; /* yes, no; NULL or "" = not asked yet */
};

struct facts;

/* Empty: everything unknown. Lives in the arena, copies what it is given into it. */
struct facts *facts_new(struct arena *a);
struct facts *facts_copy(const struct facts *f, struct arena *a);
/* The same was told in the same order: whatever is asked of them, both answer alike. */
bool facts_same(const struct facts *a, const struct facts *b);

/* The setters for facts whose values the program itself makes. NULL and "" leave the fact unknown;
 * a word that the fact does not allow is a programmer's mistake (ids of the file are not checked
 * here). */
void facts_set(struct facts *f, enum fact_id id, const char *word);
void facts_set_number(struct facts *f, enum fact_id id, int64_t n);
/* One more value of a several-valued fact. */
void facts_add(struct facts *f, enum fact_id id, const char *word);
/* The fact was asked and there is no (further) value. */
void facts_entered(struct facts *f, enum fact_id id);
void facts_forget(struct facts *f, enum fact_id id);
/* Age and school stage; judged on the day "at" of facts_set_day. */
void facts_set_birth(struct facts *f, day birth);
void facts_set_day(struct facts *f, day at);
/* Who sits in the consultation, the patient too when listed; returns the index used by the papers.
 */
int facts_add_attendee(struct facts *f, const struct attendee_facts *who);
size_t facts_attendees(const struct facts *f);
const struct attendee_facts *facts_attendee(const struct facts *f, int index);
/* attendee = index from facts_add_attendee, or ATTENDEE_ALL (one paper for the request). */
void facts_set_doc(struct facts *f, const char *doc, int attendee, enum doc_state s);
void facts_set_doc_item(struct facts *f, const char *doc, const char *item, bool ticked);
void facts_set_question(struct facts *f, const char *question, const char *value);
void facts_set_materials(struct facts *f, const char *kind, int64_t pieces);

enum doc_state facts_doc(const struct facts *f, const char *doc, int attendee);
/* Does the patient attend? 1 yes, 0 no, -1 not known. */
int facts_patient_attends(const struct facts *f);
/* Age on the day of facts_set_day (or as set by hand); -1 = not known. */
int facts_age(const struct facts *f);
/* School stage by the April rule: none, primary, junior_high, high, after; at may be any day. */
const char *school_stage(day birth, day at);

/* All values of a fact as evaluation sees them; unknown ones are not in the list. */
struct fact_values {
    struct fact_value {
        const char *word; /* NULL for numbers and dates */
        int64_t number; /* dates: days since 1970 */
    } * item;
    size_t n;
    bool unknown; /* nothing was entered yet */
    bool partly; /* some attendee's value is not known yet */
};
struct fact_values facts_values(const struct facts *f, struct fact_ref r, struct arena *a);
/* The first value as text in the arena ("61", "spouse"); NULL when unknown. */
const char *facts_text(const struct facts *f, struct fact_ref r, struct arena *a);

/* Sets one fact from typed text "name=value", as `madoguchi policy ask` takes it: several values
 * with commas (for attendee facts: one for each attendee in order, empty = not known),
 * patient.birth for the birth date. Errors name the fact and offer the nearest word. */
bool facts_set_text(struct facts *f, const struct policy *p, const char *assignment, struct err *e);

/* The fact's noun, its question to read aloud ("" = none), and what its present value means as a
 * clause that reads on after "because" / in 「…ため」. The policy's own questions are taken from
 * the policy. */
void fact_label(const struct policy *p, struct fact_ref r, const struct catalog *c, enum lang l,
    struct buf *out);
void fact_question(const struct policy *p, struct fact_ref r, const struct catalog *c, enum lang l,
    struct buf *out);
void fact_clause(const struct policy *p, const struct facts *f, struct fact_ref r,
    const struct catalog *c, enum lang l, struct buf *out);
#endif
