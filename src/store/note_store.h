/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handover notes (申し送り) of the counter or of one request. */
#ifndef STORE_NOTE_STORE_H
#define STORE_NOTE_STORE_H
#include "base/base.h"
#include "store/db.h"

struct note {
    int64_t id, counter, request; /* request 0 = of the counter */
    int year, number;             /* of the request */
    const char *text;
    instant at;
    int64_t by;
    const char *by_name;
    day until; /* DAY_NONE = until somebody takes it away */
};
bool note_store_add(struct db *db, const struct note *x, int64_t *id, struct err *e);
/* Nothing happens when it was done before. */
bool note_store_done(struct db *db, int64_t id, instant at, int64_t by, struct err *e);
/* Open ones of the counter on a day, newest first. */
bool note_store_list(struct db *db, int64_t counter, day today, struct arena *a, struct note **out, size_t *n,
    struct err *e);
#endif
