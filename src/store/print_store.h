/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every paper that was asked for, with its copy number, and whether it came out. */
#ifndef STORE_PRINT_STORE_H
#define STORE_PRINT_STORE_H
#include "store/db.h"

struct print_row {
    int64_t id;
    const char *kind, *object;
    int64_t object_id;
    int copy;
    const char *lang;
    instant at;
    int64_t by;
    const char *by_name;
    bool printed;
    const char *failure;
    int64_t request; /* that it belongs to; 0 = to none */
    int year, number;
    const char *name; /* of the patient, or of who asked an inquiry; "" */
};
/* copy is counted here: the next one of this paper. */
bool print_store_add(struct db *db, const struct print_row *row, int64_t *id, struct err *e);
bool print_store_load(struct db *db, int64_t id, struct arena *a, struct print_row *out, struct err *e);
bool print_store_waiting(struct db *db, struct arena *a, struct print_row **out, size_t *n, struct err *e);
bool print_store_copies(struct db *db, const char *kind, const char *object, int64_t object_id, int *copies,
    struct err *e);
/* failure "" = it came out. */
bool print_store_mark(struct db *db, int64_t id, instant at, const char *printer, const char *failure, struct err *e);
#endif
