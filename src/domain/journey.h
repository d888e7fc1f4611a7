/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The path of one request: which steps its service has, what is done, what is missing, what comes next.
 * The rows of "step" are the only stored truth (schema-sketch.md); everything here follows from them, the
 * casefile and the policy's answer. */
#ifndef DOMAIN_JOURNEY_H
#define DOMAIN_JOURNEY_H
#include "domain/casefile.h"

struct answer;
struct policy;

enum step_state {
    STEP_NOT_YET, /* an earlier step is open */
    STEP_NOW,     /* can be done now */
    STEP_NEEDS,   /* now, but something is missing */
    STEP_DONE,
    STEP_SKIPPED /* not part of this request (no inquiry before it, ended) */
};

struct journey_step {
    const char *id;
    struct bilingual title; /* of the policy's own steps; else both NULL: WORDS_STEP */
    enum step_state state;
    int group;   /* equal number = any order */
    int missing; /* how many things block it */
    day done_on; /* DAY_NONE until done */
};

struct journey {
    struct journey_step *steps;
    size_t n;
    /* Open steps that can be worked on, first is the most urgent; n = 0 when the request has ended. */
    const char *open[8];
    size_t n_open;
    day due; /* of the first open one: promised paper, visit day, report due; DAY_NONE = none */
};

/* Is the data of this step complete (whether or not a row says so)? */
bool step_complete(const struct casefile *c, const struct answer *a, const char *step);

void journey_of(const struct casefile *c, const struct policy *p, const struct answer *a, day today,
    struct arena *arena, struct journey *out);

const struct journey_step *journey_find(const struct journey *j, const char *step);
/* The open steps in one string with blanks between: what is cached as next_action. */
const char *journey_next(const struct journey *j, struct arena *arena);
/* Was something entered for this step that can be undone: it is done, or the department's refusal stands there. */
bool journey_recorded(const struct casefile *c, const struct journey_step *step);
/* May this step be undone now? Only while nothing later rests on it; msg says why not. JOURNEY_END is how the
 * request ended before its time. */
#define JOURNEY_END "end"
bool journey_may_undo(const struct casefile *c, const struct journey *j, const char *step, struct msg *why_not);
/* The same for what is undone as a step: booking, visit, payment and return are taken back with what belongs to them. */
bool journey_undone_here(const struct casefile *c, const struct journey *j, const char *step, struct msg *why_not);
#endif
