/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a request leaves behind when it ends early: places that are freed, calls that are no longer made. */
#ifndef STORE_END_STORE_H
#define STORE_END_STORE_H
#include "store/db.h"

/* Held, booked and arrived appointments become state (cancelled, no_show); their units are freed. */
bool end_appointments(struct db *db, int64_t request, const char *state, const char *reason, instant at, int64_t by,
    struct err *e);
/* Planned calls of the request get the result "not_needed". */
bool end_calls(struct db *db, int64_t request, instant at, int64_t by, struct err *e);
/* A planned call, e.g. for papers that were asked for. */
bool plan_call(struct db *db, int64_t counter, int64_t request, const char *what, const char *whom, day due, instant at,
    int64_t by, struct err *e);
#endif
