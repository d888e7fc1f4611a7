/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the trail: rows by pages, newest first, and what one row wrote beside what stood there before. The
 * reader never holds all rows: a page goes on from the sequence number of the row at its end. */
#ifndef STORE_TRAIL_STORE_H
#define STORE_TRAIL_STORE_H
#include "domain/trail.h"
#include "store/db.h"

/* Sets first and last of a filter with a span. */
bool trail_store_bounds(struct db *db, struct trail_filter *f, struct err *e);

/* At most max rows next to seq, the newest of them first whichever way was asked. */
bool trail_store_list(struct db *db, const struct trail_filter *f, enum trail_way way, int64_t seq, int64_t upper, int max,
    struct arena *a, struct trail_row **out, size_t *n, struct err *e);
/* One row; found says whether there is one. */
bool trail_store_row(struct db *db, int64_t seq, struct arena *a, struct trail_row *out, bool *found, struct err *e);

/* One column of one row of the record as it was written. A row that was taken away has one value without column. */
struct trail_value {
    int image; /* the rows of one entry, counted from 0 */
    const char *table;
    int64_t id;
    const char *column; /* "" = the row is gone */
    const char *value;  /* as stored; a number in digits, NULL as "" */
    const char *shown;  /* the name behind a number (staff, room, request ...); "" = none */
};
/* In the order in which they were written. blanked: the contents were deleted by law. */
bool trail_store_values(struct db *db, int64_t seq, struct arena *a, struct trail_value **out, size_t *n, bool *blanked,
    struct err *e);
/* The same row of the record as it stood before that entry, sought among those of its object and its request; n 0 =
 * there was none. */
bool trail_store_before(struct db *db, const struct trail_row *entry, const char *table, int64_t id, struct arena *a,
    struct trail_value **out, size_t *n, struct err *e);
/* What the action said beside the rows. */
bool trail_store_said(struct db *db, int64_t seq, struct arena *a, struct trail_said **out, size_t *n, struct err *e);

/* The link of the chain. */
bool trail_store_hash(struct db *db, int64_t seq, char out[TRAIL_HASH_TEXT], struct err *e);

/* The payment of a receipt; 0 = there is none. */
bool trail_store_receipt(struct db *db, int counter_number, int year, int number, int64_t *payment, struct err *e);
#endif
