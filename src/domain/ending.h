/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a request comes to its end and what may still be done then: its screens make keys grey by it, the desk's actions
 * ask it again inside their transaction. */
#ifndef DOMAIN_ENDING_H
#define DOMAIN_ENDING_H
#include "domain/casefile.h"
#include "domain/journey.h"
#include "policy/answer.h"

bool case_closed(const struct casefile *c);
bool case_talk_over(const struct casefile *c); /* the consultation took place */
/* Is anything still asked for and decided? Neither after a side exit nor after the close; why_not says which. */
bool case_lives(const struct casefile *c, struct msg *why_not);

/* A report is owed after a consultation, once to each whom the policy names. */
bool report_is_sent(const struct casefile *c, const struct answer_report *duty);
const struct answer_report *report_next(const struct casefile *c, const struct answer *a); /* the first unsent; NULL = none */
bool report_may_be_sent(const struct casefile *c, const struct answer *a, struct err *e);

/* A side exit (withdrawn, no_show, deceased, declined): only before the consultation is over. */
bool case_may_end(const struct casefile *c, struct err *e);
/* ERR_RULE naming the first thing that keeps the request open; a supervisor may close in spite of it. */
bool case_may_close(const struct casefile *c, const struct journey *j, struct err *e);
#endif
