/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same with steps that are given: the tests bring databases through steps that no release has.
 */
#ifndef STORE_MIGRATE_INSIDE_H
#define STORE_MIGRATE_INSIDE_H
#include "store/db_inside.h"
#include "store/migrate.h"
#include "store/migrate_digest.h"

struct schema {
    const char *const *steps;
    int64_t n;
    bool checked; /* tables of the program: an upgrade must leave money and every rule of the record as they were */
};
bool schema_create(const struct schema *schema, const char *path, const struct db_options *o,
    struct db **out, struct err *e);
bool schema_open(const struct schema *schema, const char *path, const struct db_options *o,
    struct arena *a, struct db **out, const char **backup, struct err *e);

/* Of the schema as the file has it. */
bool migrate_digest(struct db *db, char out[SCHEMA_DIGEST_TEXT], struct err *e);
#endif
