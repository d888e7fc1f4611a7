/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables payment, receipt, unpaid: rows are added, never changed. The data layer itself refuses more than is
 * owed ("over_collected"), a closed day ("day_closed"), a gap in receipt numbers ("receipt_gap") and a void
 * that does not mirror its payment ("void_mismatch"): db_rule says which. */
#ifndef STORE_PAYMENT_STORE_H
#define STORE_PAYMENT_STORE_H
#include "domain/casefile.h"
#include "domain/till.h"
#include "store/db.h"

struct payment_insert {
    int64_t counter, drawer, request;
    const char *kind, *method;
    yen amount, tendered, change; /* tendered and change are stored for collected cash only */
    const char *slip, *other_kind;
    day paid_on, business_day;
    const char *payer, *payer_name;
    int64_t refund_of;
    const char *original, *reason;
    instant at;
    int64_t by, approved_by;
    const char *op_key;
};
bool payment_store_add(struct db *db, const struct payment_insert *in, int64_t *id, struct err *e);

/* The payment with this operation key; *id 0 = none. request is the one that it belongs to. */
bool payment_store_by_key(struct db *db, const char *op_key, int64_t *id, int64_t *request, struct err *e);
/* The request of a payment; *request 0 = no such payment. */
bool payment_store_request(struct db *db, int64_t payment, int64_t *request, struct err *e);
/* Counter and drawer that a payment belongs to. */
bool payment_store_drawer(struct db *db, int64_t payment, int64_t *counter, int64_t *drawer, struct err *e);

/* The number that follows the last one of this counter and year. */
bool receipt_store_next(struct db *db, int64_t counter, int year, int *number, struct err *e);
struct receipt_insert {
    int64_t counter, payment;
    int year, number;
    enum lang lang;
    const char *addressee, *registration;
};
bool receipt_store_add(struct db *db, const struct receipt_insert *in, struct err *e);
/* The issuer's number that stood on this payment's receipt; "" when it has none. */
bool receipt_store_registration(struct db *db, int64_t payment, struct arena *arena, const char **out,
    struct err *e);

/* The rows of one business day, in the order in which they were entered. */
bool payment_store_day(struct db *db, int64_t counter, int64_t drawer, day d, struct arena *arena,
    struct till_row **out, size_t *n, struct err *e);
bool unpaid_store_add(struct db *db, int64_t request, const char *reason, day promised, day on, instant at,
    int64_t by, int64_t *id, struct err *e);

extern const char *const PAYMENT_STORE_SQL[];
#endif
