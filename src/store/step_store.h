/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of progress, and what of it is cached beside the request for the lists. */
#ifndef STORE_STEP_STORE_H
#define STORE_STEP_STORE_H
#include "store/db.h"

struct step_entry {
    int64_t request;
    const char *step;
    bool done;
    day day;
    instant at;
    int64_t by;
    const char *reason; /* needed when done is false */
};
bool step_store_add(struct db *db, const struct step_entry *x, struct err *e);
bool step_store_is_done(struct db *db, int64_t request, const char *step, bool *done, struct err *e);
/* next_action, next_due and complete_on as domain/journey makes them; does not count rev up. */
bool step_store_settle(struct db *db, int64_t request, day complete_on, const char *next_action, day next_due,
    struct err *e);
#endif
