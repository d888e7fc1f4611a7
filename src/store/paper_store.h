/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of a request and the materials that were brought. */
#ifndef STORE_PAPER_STORE_H
#define STORE_PAPER_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

/* One row a document; rev 0 = not there yet. */
bool paper_store_save(struct db *db, int64_t request, const struct paper *x, instant at, int64_t by, struct err *e);

/* label is made here: number of the request and the next custody number, 26-0415-3. */
bool material_store_add(struct db *db, int64_t request, const char *number, const struct material *x, instant at,
    int64_t by, int64_t *id, struct err *e);
bool material_store_undo(struct db *db, int64_t request, int64_t id, instant at, int64_t by, const char *why,
    struct err *e);
struct material_move {
    int64_t material;
    const char *place, *how, *tracking, *signed_by;
    int pieces;
    day day;
};
bool material_store_move(struct db *db, const struct material_move *x, instant at, int64_t by, struct err *e);
struct move_row {
    const char *place, *how, *tracking, *signed_by, *by_name;
    int pieces;
    day day;
};
bool material_store_moves(struct db *db, int64_t material, struct arena *a, struct move_row **out, size_t *n,
    struct err *e);
#endif
