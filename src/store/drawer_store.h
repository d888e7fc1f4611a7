/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables drawer_day, cash_move, cash_count, denomination: rows are added, never changed; a closed day
 * accepts none ("day_closed"). */
#ifndef STORE_DRAWER_STORE_H
#define STORE_DRAWER_STORE_H
#include "domain/cash.h"
#include "domain/till.h"
#include "store/db.h"

/* One drawer of one counter on one business day. */
struct drawer_key {
    int64_t counter, drawer;
    day day;
};
void drawer_key_bind(struct stmt *s, const struct drawer_key *k); /* :counter, :drawer, :day */
struct drawer_row {
    bool open; /* the row is there */
    yen float_yen;
    instant at;
    const char *by_name;
};
bool drawer_store_find(struct db *db, const struct drawer_key *k, struct arena *arena, struct drawer_row *out,
    struct err *e);
bool drawer_store_open(struct db *db, const struct drawer_key *k, yen float_yen, instant at, int64_t by,
    int64_t *id, struct err *e);

/* Days after the last closing that have a drawer or money, in order. */
bool drawer_store_open_days(struct db *db, int64_t counter, int64_t drawer, struct arena *arena, day **out,
    size_t *n, struct err *e);

bool cash_move_store_add(struct db *db, const struct drawer_key *k, yen amount, const char *reason, instant at,
    int64_t by, int64_t *id, struct err *e);
bool cash_move_store_day(struct db *db, const struct drawer_key *k, struct arena *arena, struct till_move **out,
    size_t *n, struct err *e);

struct count_stored {
    int64_t id;
    const char *purpose; /* open, interim, close */
    yen sum;
    instant at;
    const char *by_name;
};
bool count_store_add(struct db *db, const struct drawer_key *k, const char *purpose, const struct pieces *pieces,
    instant at, int64_t by, int64_t *id, struct err *e);
bool count_store_day(struct db *db, const struct drawer_key *k, struct arena *arena, struct count_stored **out,
    size_t *n, struct err *e);
bool count_store_pieces(struct db *db, int64_t count, struct pieces *out, struct err *e);

extern const char *const DRAWER_STORE_SQL[];
#endif
