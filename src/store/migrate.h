/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's steps, embedded in the program. A new database runs all of them from 0: one truth.
 * All of them are one transaction: foreign keys are checked after each, and before the commit money,
 * closings and every rule of verify must hold, else the file stays as it was (reliability.md 5). */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H
#include "store/db.h"

int64_t migrate_current(void); /* number of the last step */
const char *migrate_step_sql(int64_t step); /* 1..migrate_current() */

/* A new database file (0600) with the whole schema. */
bool migrate_create(const char *path, const struct db_options *o, struct db **out, struct err *e);

/* Opens a database and brings an older one up to date: first a dated copy beside it that is opened
 * and checked, then the steps. backup (may be NULL) receives the copy's path in the arena; "" =
 * none was needed. A file that may only be read is opened as it is when it is current, and refused
 * when it is older. */
bool migrate_open(const char *path, const struct db_options *o, struct arena *a, struct db **out,
    const char **backup, struct err *e);

/* Has the file the tables, indexes and triggers that the steps make? (D5) */
bool migrate_schema_holds(struct db *db, bool *holds, struct err *e);
#endif
