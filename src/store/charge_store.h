/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table charge: what a request costs. Rows are added, never changed; a reversal points to its row. */
#ifndef STORE_CHARGE_STORE_H
#define STORE_CHARGE_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

struct charge_insert {
    int64_t request;
    const struct charge *charge; /* id is not read; void_of 0 = a charge, else a reversal with reason */
    const char *payer;           /* NULL = patient */
    instant at;
    int64_t by;
};
bool charge_store_add(struct db *db, const struct charge_insert *in, int64_t *id, struct err *e);

extern const char *const CHARGE_STORE_SQL[];
#endif
