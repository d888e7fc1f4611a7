/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows the papers: the department's rounds and the report. */
#ifndef STORE_REVIEW_STORE_H
#define STORE_REVIEW_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

bool review_store_send(struct db *db, int64_t request, const char *department, day on, int64_t by, int64_t *id,
    struct err *e); /* the next round */
bool review_store_save(struct db *db, const struct review *x, int64_t by, struct err *e); /* by rev */

bool report_store_add(struct db *db, int64_t request, const struct report *x, instant at, int64_t *id, struct err *e);
bool report_store_undo(struct db *db, int64_t request, instant at, int64_t by, const char *why, struct err *e);
#endif
