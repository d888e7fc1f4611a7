/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A request judged by its policy, today: what the rules say and where its path stands. Pure: the screen
 * calls it at each key with a changed copy of the casefile, the desk calls it again inside the
 * transaction, the verifier calls it on what is stored. */
#ifndef DOMAIN_JUDGE_H
#define DOMAIN_JUDGE_H
#include "domain/casefile.h"
#include "domain/journey.h"
#include "policy/answer.h"
#include "policy/calendar.h"
#include "policy/facts.h"
#include "policy/policy.h"

struct judgement {
    const struct policy *policy;
    const struct facts *facts;
    struct answer answer;
    struct journey journey;
    day today, visit_day; /* visit_day = the booked day, else DAY_NONE */
};

/* Everything lives in the arena. */
void judge(const struct casefile *c, const struct policy *p, const struct calendar *cal, day today,
    struct arena *arena, struct judgement *out);

/* judge() in two, for who keeps a judgement as long as the question stays the same: what is asked of the policy, and
 * what it says to that, without the path (journey is left empty). */
void judge_ask(const struct casefile *c, const struct policy *p, const struct calendar *cal, day today, struct arena *arena,
    struct answer_in *out);
void judge_answer(const struct answer_in *asked, struct arena *arena, struct judgement *out);

/* The facts of a request in the policy's language; at = the day on which ages are judged. */
struct facts *case_facts(const struct casefile *c, const struct policy *p, day today, day at,
    struct arena *arena);

/* When consultations of this request take place: the hours of its department, else of its service; NULL when
 * the policy names none. */
const struct opening *case_opening(const struct policy *p, const struct casefile *c);
#endif
