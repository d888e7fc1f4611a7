/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows the papers: the department's rounds, the report, overrides. */
#ifndef STORE_REVIEW_STORE_H
#define STORE_REVIEW_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

bool review_store_send(struct db *db, int64_t request, const char *department, day on, int64_t by, int64_t *id,
    struct err *e); /* the next round */
bool review_store_save(struct db *db, const struct review *x, int64_t by, struct err *e); /* by rev */

bool report_store_add(struct db *db, int64_t request, const struct report *x, instant at, int64_t *id, struct err *e);
bool report_store_undo(struct db *db, int64_t request, instant at, int64_t by, const char *why, struct err *e);

bool override_store_add(struct db *db, int64_t request, const struct override_row *x, int64_t *id, struct err *e);
bool override_store_answer(struct db *db, int64_t id, bool approved, instant at, int64_t by, struct err *e);
struct override_open {
    int64_t id, request, by;
    int year, number;
    const char *patient, *rule, *reason, *by_name;
    day day;
};
/* Overrides whose approval is still open, oldest first. */
bool override_store_open(struct db *db, struct arena *a, struct override_open **out, size_t *n, struct err *e);
#endif
