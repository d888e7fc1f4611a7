/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a request in from its paper form, changing it, finding people, the answers to the policy's questions. */
#ifndef DESK_REQUEST_H
#define DESK_REQUEST_H
#include "desk/case_view.h"
#include "desk/desk.h"

/* The form as typed. c.id 0 = a new request; else c.id and c.rev as they were read. patient.id 0 = a new person;
 * else patient.id and patient.rev. institution_name and doctor_* are looked up or added to the directory. */
struct request_draft {
    struct casefile c;
    const char *op_key;     /* new requests: desk_op_key when the form opened */
    bool other_number;      /* the clerk said that twelve digits in a free text are another number */
};

/* An empty form: today, this counter, the policy in force and its first service. Every string "". */
bool desk_request_new(struct desk *d, struct arena *a, struct request_draft *out, struct err *e);
/* What a form as it stands asks of the rules today, without storing: for the live panel (judge_answer says the rest). */
bool desk_request_ask(struct desk *d, const struct casefile *c, struct arena *a, struct answer_in *out, struct err *e);

bool desk_request_take(struct desk *d, const struct request_draft *draft, int64_t *id, struct err *e);
/* Only what differs from what was read is written; a record that somebody else changed gives ERR_STALE. */
bool desk_request_edit(struct desk *d, const struct request_draft *draft, struct err *e);
/* Every field of a request and of its patient that was changed after it was first stored, newest first; values as
 * they are stored (ids, ISO days). */
struct field_change {
    const char *field, *was, *became, *by_name;
    instant at;
};
bool desk_request_history(struct desk *d, const struct casefile *c, struct arena *a, struct field_change **out, size_t *n,
    struct err *e);

/* An answer to a question of the rules: a built-in fact by name, "q.ID" or "pick.RULE"; "" takes it back. Where the
 * record has a field for it, that field holds it; a word that the fact does not know gives ERR_INPUT. */
bool desk_request_answer(struct desk *d, int64_t id, const char *fact, const char *value, struct err *e);

struct person_found {
    struct person person;
    int64_t request; /* the newest; 0 = none */
    char number[CASE_NUMBER_TEXT];
    const char *ended, *next_action;
};
bool desk_person_search(struct desk *d, const char *typed, int limit, struct arena *a, struct person_found **out, size_t *n,
    struct err *e);
bool desk_person_duplicates(struct desk *d, const struct person *p, struct arena *a, struct person_found **out, size_t *n,
    struct err *e);
bool desk_person_load(struct desk *d, int64_t id, struct arena *a, struct person *out, struct err *e);

/* Other hospitals by the beginning of their name, with the doctor used last. */
struct institution_found {
    const char *name, *postal, *address, *phone, *doctor_department, *doctor_name;
};
bool desk_institution_search(struct desk *d, const char *typed, struct arena *a, struct institution_found **out, size_t *n,
    struct err *e);
#endif
