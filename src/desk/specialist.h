/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Specialists and when they offer time, the rooms on the counter's list, and single days on which the hospital is
 * closed. Simple on purpose: most departments tell a date without a pattern (counter.md 7). */
#ifndef DESK_SPECIALIST_H
#define DESK_SPECIALIST_H
#include "desk/desk.h"
#include "domain/slot.h"

struct policy;

/* Everything there is, for the forms. Exceptions from today on. */
bool desk_specialists(struct desk *d, struct arena *a, struct offer *out, struct err *e);

/* x.id 0 = somebody new. The department is an id of the policy in force. */
bool desk_specialist_save(struct desk *d, const struct specialist *x, int64_t *id, struct err *e);
/* A place that is the name of a room on the list is stored as that room. */
bool desk_session_add(struct desk *d, const struct weekly *x, int64_t *id, struct err *e);
bool desk_session_end(struct desk *d, int64_t id, day last, struct err *e); /* last day on which it holds */
bool desk_exception_add(struct desk *d, const struct exception_day *x, int64_t *id, struct err *e);
bool desk_exception_remove(struct desk *d, int64_t id, struct err *e);
bool desk_room_save(struct desk *d, const struct room *x, int64_t *id, struct err *e);

struct closed_day {
    day day;
    const char *name_ja, *name_en, *by_name;
};
bool desk_closures(struct desk *d, day from, struct arena *a, struct closed_day **out, size_t *n, struct err *e);
/* Bookings on that day stay and stand on the lists; booked receives how many there are (may be NULL). */
bool desk_closure_put(struct desk *d, day on, const char *name_ja, const char *name_en, int *booked, struct err *e);
bool desk_closure_remove(struct desk *d, day on, struct err *e);
#endif
