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
/* by_name is not read. ERR_RULE "not_there" when fewer pieces are at the origin. */
bool material_store_move(struct db *db, const struct material_move *x, instant at, int64_t by, struct err *e);
#endif
