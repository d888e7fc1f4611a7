/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who work here, their roles and how they prove who they are. */
#ifndef STORE_STAFF_STORE_H
#define STORE_STAFF_STORE_H
#include "store/db.h"

enum { STAFF_SYSTEM = 1 }; /* the program itself: a row without credential */

struct staff_row {
    int64_t id, rev;
    const char *login, *name, *lang; /* "ja", "en" */
    const char *roles;               /* ids with blanks between, in the order of the schema */
    bool active;
};
/* found = false when there is none. */
bool staff_load(struct db *db, int64_t id, struct arena *a, struct staff_row *out, bool *found, struct err *e);
bool staff_find(struct db *db, const char *login, struct arena *a, struct staff_row *out, bool *found, struct err *e);
bool staff_list(struct db *db, struct arena *a, struct staff_row **out, size_t *n, struct err *e); /* by log-in, without the program itself */
bool staff_add(struct db *db, const struct staff_row *row, instant at, int64_t *id, struct err *e); /* without roles */
bool staff_save(struct db *db, const struct staff_row *row, struct err *e); /* name, lang, active; by rev */
bool staff_set_lang(struct db *db, int64_t id, const char *lang, struct err *e);
/* Replaces the roles and counts rev up; roles as in staff_row. */
bool staff_set_roles(struct db *db, int64_t id, int64_t rev, const char *roles, struct err *e);

struct credential_row {
    int64_t staff;
    const char *hash;
    instant changed_at, not_before;
    bool must_change, locked;
    int failures;
    const char *second_kind; /* "" = passphrase alone */
};
bool credential_load(struct db *db, int64_t staff, struct arena *a, struct credential_row *out, bool *found,
    struct err *e);
/* A new passphrase: failures, delay and lock are cleared. */
bool credential_put(struct db *db, int64_t staff, const char *hash, instant at, bool must_change, struct err *e);
bool credential_count(struct db *db, int64_t staff, int failures, instant not_before, bool locked, struct err *e);
/* Writes as credential_count does and changes nothing: an unknown log-in takes as long as a known one. */
bool credential_touch(struct db *db, struct err *e);
#endif
