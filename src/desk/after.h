/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a request honest to its end: the report to the present doctor (OMU-5), overriding a rule, undoing a
 * step, the side exits, the close. */
#ifndef DESK_AFTER_H
#define DESK_AFTER_H
#include "desk/case_view.h"
#include "desk/desk.h"

struct report_draft {
    int64_t request;
    const char *to;  /* of the policy's reports: referrer ... */
    day sent_on;
    const char *via, *tracking; /* WORDS_HANDOVER */
    bool letter, label;         /* ask for 送付状 and 宛名 */
};
enum { REPORT_PRINTS = 2 };
/* Never waits for money. print_ids (may be NULL) gets the papers that were asked for, 0 where none. */
bool desk_report_sent(struct desk *d, const struct report_draft *draft, int64_t print_ids[REPORT_PRINTS], struct err *e);

/* A rule that the policy lets somebody override: written at once; by a supervisor it counts as approved, by a clerk
 * it counts today and waits for the supervisor's approval (事後承認). */
bool desk_override(struct desk *d, int64_t request, const char *rule, const char *reason, struct err *e);
bool desk_override_answer(struct desk *d, int64_t override, bool approved, struct err *e);
struct override_waiting {
    int64_t id, request;
    char number[CASE_NUMBER_TEXT];
    const char *patient, *rule, *reason, *by_name;
    day day;
};
bool desk_overrides_waiting(struct desk *d, struct arena *a, struct override_waiting **out, size_t *n, struct err *e);

/* 入力取消: a step entered wrongly is opened again, with a reason, while nothing later rests on it. JOURNEY_END: a
 * request that ended in error goes on again; its cancelled booking is made anew. */
bool desk_step_undo(struct desk *d, int64_t request, const char *step, const char *reason, struct err *e);

/* Side exits: withdrawn, no_show, deceased, declined. Held dates are freed, a booking is cancelled with the reason,
 * charges of a visit that does not take place are reversed. On a death the calls that were planned are dropped. */
bool desk_request_end(struct desk *d, int64_t request, const char *how, const char *reason, struct err *e);

/* Closes when nothing is owed, held or unsent; else ERR_RULE naming the first thing that is open, unless a
 * supervisor overrides it with a reason ("" = not). */
bool desk_request_close(struct desk *d, int64_t request, const char *override_reason, struct err *e);
#endif
