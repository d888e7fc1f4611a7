/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables closing and closing_confirm: rows are added, never changed. Days close in order
 * ("earlier_day_open"), each once ("day_closed"), nobody confirms the own closing ("own_second"). */
#ifndef STORE_CLOSING_STORE_H
#define STORE_CLOSING_STORE_H
#include "domain/till.h"
#include "store/db.h"
#include "store/drawer_store.h"

struct closing_insert {
    struct drawer_key key;
    const struct till *till;
    const struct closing *closing; /* id, audit_seq and names are read; confirmed_* is not */
    const char *open_items;        /* JSON */
};
bool closing_store_add(struct db *db, const struct closing_insert *in, int64_t *id, struct err *e);

/* The last closing of a drawer; day DAY_NONE = none yet. */
struct closing_last {
    day day;
    int seq;
    yen next_float, perpetual;
};
bool closing_store_last(struct db *db, int64_t counter, int64_t drawer, struct closing_last *out, struct err *e);

/* The closing of a day; id 0 = it is open. */
bool closing_store_find(struct db *db, const struct drawer_key *k, struct arena *arena, struct closing *out,
    struct err *e);

/* The business day of a closing; DAY_NONE = there is none with this id. */
bool closing_store_day(struct db *db, int64_t closing, day *out, struct err *e);
bool closing_store_confirm(struct db *db, int64_t closing, instant at, int64_t by, const char *note,
    struct err *e);
struct unconfirmed {
    int64_t id, by;
    day day;
    int seq;
    yen difference, card_difference;
    const char *by_name;
};
bool closing_store_unconfirmed(struct db *db, int64_t counter, struct arena *arena, struct unconfirmed **out,
    size_t *n, struct err *e);

/* What a closing names beside the money. */
struct closing_counts {
    int reports_unsent, pieces_held, reprints;
};
bool closing_store_counts(struct db *db, const struct drawer_key *k, struct closing_counts *out, struct err *e);
/* What a closing named when it was made. */
bool closing_store_open_items(struct db *db, int64_t closing, struct arena *arena, struct open_items *out,
    struct err *e);
/* Number of the request and reason ("26-0415 the doctor says so") of the overrides of this counter, of this day or
 * before, that nobody has answered. */
bool closing_store_overrides(struct db *db, int64_t counter, day d, struct arena *arena, const char ***out,
    size_t *n, struct err *e);

extern const char *const CLOSING_STORE_SQL[];
#endif
