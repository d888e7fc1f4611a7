/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An inquiry (OMU-8, OMU-10): step 0 of every request, mostly by phone. Nothing in it must be there, as long as
 * something says what it is about; nobody needs to give a name. Its questions are the refusal rules asked kindly
 * before a family collects papers for two weeks. */
#ifndef DOMAIN_INQUIRY_H
#define DOMAIN_INQUIRY_H
#include "base/base.h"
#include "policy/answer.h"
#include "text/lang.h"

/* What was asked; each answer is one of WORDS_ANSWER or "". */
struct screening {
    const char *doctor_told;   /* does the present doctor know of it */
    const char *transfer;      /* treatment here or a transfer is wished */
    const char *litigation;    /* a lawsuit or a medical accident */
    const char *patient_knows; /* the patient knows of the consultation */
    const char *minor;         /* the patient is under 18 */
};

struct inquiry {
    int64_t id, rev, counter;
    instant at;
    day day;
    int64_t by;
    const char *by_name;
    const char *via, *who, *matter, *next; /* WORDS_INQUIRY_* */
    const char *name, *kana, *phone, *call_hours, *voicemail, *name_hospital;
    struct screening screening;
    const char *told; /* digits of the things that were said, in the order of inquiry_told: "135" */
    const char *illness, *decide_by, *memo;
    day due; /* of the promised next thing */
    int64_t assigned;
    const char *assigned_name;
    const char *address;
    enum lang lang;
    bool done; /* the promised next thing is done */
    int64_t request; /* that it became; 0 = none */
    int year, number;
};

/* Every text of it "", dates unknown. */
void inquiry_empty(struct inquiry *x);
/* Words of its lists, names that can be printed, no numbers of cards; and not without a matter, words, an answer or a
 * promise: such a record could not be understood by the next shift. */
bool inquiry_check(const struct inquiry *x, bool other_number, struct err *e);

/* What a caller should hear, made from the policy: price, by appointment, papers, papers of a family that comes
 * alone, when the date is told, the report to the present doctor, the counter's hours. What the policy does not
 * say is left out; a digit keeps its meaning. */
enum { INQUIRY_TOLD = 7 };
struct told_line {
    char digit; /* '1' ... */
    struct msg text;
};
size_t inquiry_told(const struct policy *p, struct told_line out[INQUIRY_TOLD]);

/* The rule that an answer meets, strongest first: its own sentence is what is said (案内). NULL = none. */
const struct spoken *inquiry_guidance(const struct inquiry *x, const struct policy *p, const struct calendar *cal,
    day today, struct arena *a, struct answer *answer);
#endif
