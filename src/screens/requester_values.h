/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of "who comes", and between them and what is stored: attendees, consent form, papers seen. */
#ifndef SCREENS_REQUESTER_VALUES_H
#define SCREENS_REQUESTER_VALUES_H
#include "desk/requester.h"
#include "screens/request_parts.h"

enum { REQUESTER_SLOTS = 3 };
enum { PROOF_IDENTITY, PROOF_RELATION, PROOF_SORTS };

/* One person of the form and the stored row behind it; id 0 = somebody new. */
struct requester_slot {
    int64_t id, rev;
    int64_t proof[PROOF_SORTS]; /* a paper that was seen and still holds: shown, not asked again; 0 = none */
};
struct requester_slots {
    struct requester_slot of[REQUESTER_SLOTS];
    size_t more; /* stored people beyond the slots: kept as they are */
};

/* Which rows the slots stand for, and what is stored in the fields that she has not touched (all = in every
 * field). fields is the form's own copy of the table: what was seen already is read only there. */
void requester_show(struct form *f, struct form_field *fields, const struct casefile *c, day today, struct requester_slots *slots,
    bool all);
/* Lays the form over c: attendees, consent and papers; strings in the arena. What cannot be read stays as it was. */
void requester_lay(const struct screen *s, const struct form *f, const struct requester_slots *slots, struct casefile *c,
    struct arena *a);

void requester_read_people(const struct form *f, const struct requester_slots *slots, const struct casefile *c, int64_t rev,
    struct requester_draft *out);
bool requester_read_consent(const struct screen *s, const struct form *f, const struct casefile *c, struct consent_draft *out,
    struct err *e);
/* False without e when no paper of this sort stands in the slot. */
bool requester_proof_typed(const struct form *f, int slot, int sort);
bool requester_read_proof(const struct screen *s, const struct form *f, int slot, int sort, struct proof_draft *out, struct err *e);

/* Parts of the form that differ from what is stored. */
bool requester_people_dirty(const struct form *f);
bool requester_consent_dirty(const struct form *f);
/* What stands in the part now is the stored text. */
void requester_people_clean(struct form *f);
void requester_consent_clean(struct form *f);

/* Names a field of an action's error as the form names it. */
void requester_people_error(const struct form *f, struct err *e);
void requester_proof_error(int slot, int sort, struct err *e);

/* Somebody else stored first: what she typed stays and is marked. */
void requester_mark(struct form *f);
/* After the people were stored: which row each slot is now. */
void requester_match(const struct form *f, struct requester_slots *slots, const struct casefile *c);
/* Readings in katakana also where the cursor still stands in the field. */
void requester_kana(struct form *f, struct arena *a);

/* Is this person, this paper, this line of the form asked now? */
bool requester_asked(const struct form *f, const char *id);
/* Free text in which no number may stand; NULL ends the list. */
extern const char *const requester_free_texts[];
#endif
