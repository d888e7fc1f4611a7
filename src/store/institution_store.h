/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other hospitals and their doctors: a directory that grows by use (counter.md 4). */
#ifndef STORE_INSTITUTION_STORE_H
#define STORE_INSTITUTION_STORE_H
#include "store/db.h"

struct institution {
    int64_t id, rev;
    const char *name, *postal, *address, *phone, *fax;
    int64_t doctor; /* with search: one of its doctors, the last one used; 0 = none */
    const char *doctor_department, *doctor_name;
};
/* By the beginning of the name (folded); with the doctor last used for each. */
bool institution_search(struct db *db, const char *typed, int limit, struct arena *a, struct institution **out, size_t *n,
    struct err *e);
/* The one of this name (and address when given), or a new one; what was empty in the directory is filled in. */
bool institution_keep(struct db *db, const struct institution *x, int64_t *id, struct err *e);
bool doctor_keep(struct db *db, int64_t institution, const char *department, const char *name, int64_t *id,
    struct err *e);
#endif
