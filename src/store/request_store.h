/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The request's own row, the answers to the policy's questions, and its number. */
#ifndef STORE_REQUEST_STORE_H
#define STORE_REQUEST_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

/* Takes the next number of the counter and year; what the form says stands in c. The same op_key again gives
 * the first row (repeated = true). */
bool request_store_add(struct db *db, const struct casefile *c, const char *op_key, instant at, int64_t by, int64_t *id,
    bool *repeated, struct err *e);
/* All fields of the form, by c->rev, with one row of history for each that differs from was. */
bool request_store_edit(struct db *db, const struct casefile *was, const struct casefile *c, instant at, int64_t by,
    struct err *e);
/* Fields that belong to who comes (applicant, patient attends, capable); counts rev up. */
bool request_store_attend(struct db *db, const struct casefile *was, const struct casefile *c, instant at, int64_t by,
    struct err *e);
/* A side exit or the close: ended and its day; counts rev up. "" opens it again. */
bool request_store_end(struct db *db, int64_t id, const char *ended, day on, struct err *e);
/* value "" removes the answer. */
bool request_store_fact(struct db *db, int64_t id, const char *fact, const char *value, instant at, int64_t by,
    struct err *e);
#endif
