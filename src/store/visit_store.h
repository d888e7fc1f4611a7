/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits: who was here, with which call number, from when to when. */
#ifndef STORE_VISIT_STORE_H
#define STORE_VISIT_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

enum { FIRST_CALL_NUMBER = 101 };

/* Checks in: a new row with the day's next call number (from 101), or the row of a check-in that was undone,
 * which keeps its number. */
struct visit_entry {
    int64_t request, appointment;
    day day;
    const char *patient_came; /* yes, no */
    instant at;
    int64_t by;
};
bool visit_store_arrive(struct db *db, const struct visit_entry *x, int64_t *id, int *call_number, struct err *e);

enum visit_turn { VISIT_STARTS, VISIT_ENDS, VISIT_UNSTARTS, VISIT_UNENDS };
bool visit_store_turn(struct db *db, const struct visit *v, enum visit_turn turn, instant at, int64_t by, struct err *e);
/* The check-in itself was wrong; the row stays with who, when and why. */
bool visit_store_undo(struct db *db, const struct visit *v, instant at, int64_t by, const char *why, struct err *e);

/* What patient_attends was before the check-in at that moment changed it; "" = it did not change it. */
bool visit_store_attends_before(struct db *db, int64_t request, instant arrived_at, struct arena *a, const char **out,
    bool *changed, struct err *e);
#endif
