/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/drawer_store.h"

static const char SQL_FIND[] =
    "SELECT d.float_yen, d.opened_at, s.name FROM drawer_day d JOIN staff s ON s.id = d.opened_by"
    " WHERE d.counter = :counter AND d.drawer = :drawer AND d.day = :day";
enum { D_FLOAT, D_AT, D_BY_NAME };

static const char SQL_OPEN[] =
    "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by)"
    " VALUES (:counter, :drawer, :day, :float, :at, :by)";

/* Days close in order, so what is open lies after the last closing. */
static const char SQL_OPEN_DAYS[] =
    "WITH last(day) AS (SELECT coalesce(max(day), '') FROM closing WHERE counter = :counter AND drawer = :drawer)"
    " SELECT d.day FROM drawer_day d, last WHERE d.counter = :counter AND d.drawer = :drawer AND d.day > last.day"
    " UNION SELECT p.business_day FROM payment p, last"
    " WHERE p.counter = :counter AND p.drawer = :drawer AND p.business_day > last.day"
    " ORDER BY 1";

static const char SQL_MOVE[] =
    "INSERT INTO cash_move (counter, drawer, day, yen, reason, at, by)"
    " VALUES (:counter, :drawer, :day, :yen, :reason, :at, :by)";

static const char SQL_MOVES[] =
    "SELECT m.yen, m.reason, m.at, s.name FROM cash_move m JOIN staff s ON s.id = m.by"
    " WHERE m.counter = :counter AND m.drawer = :drawer AND m.day = :day ORDER BY m.id";
enum { M_YEN, M_REASON, M_AT, M_BY_NAME };

static const char SQL_COUNT[] =
    "INSERT INTO cash_count (counter, drawer, day, purpose, at, by)"
    " VALUES (:counter, :drawer, :day, :purpose, :at, :by)";

static const char SQL_DENOMINATION[] =
    "INSERT INTO denomination (cash_count, yen, pieces) VALUES (:count, :yen, :pieces)";

static const char SQL_COUNTS[] =
    "SELECT c.id, c.purpose, (SELECT coalesce(sum(d.yen * d.pieces), 0) FROM denomination d"
    " WHERE d.cash_count = c.id), c.at, s.name"
    " FROM cash_count c JOIN staff s ON s.id = c.by"
    " WHERE c.counter = :counter AND c.drawer = :drawer AND c.day = :day ORDER BY c.id";
enum { C_ID, C_PURPOSE, C_SUM, C_AT, C_BY_NAME };

static const char SQL_PIECES[] = "SELECT yen, pieces FROM denomination WHERE cash_count = :count";
enum { P_YEN, P_PIECES };

const char *const DRAWER_STORE_SQL[] = { SQL_FIND, SQL_OPEN, SQL_OPEN_DAYS, SQL_MOVE, SQL_MOVES, SQL_COUNT,
    SQL_DENOMINATION, SQL_COUNTS, SQL_PIECES, NULL };

void drawer_key_bind(struct stmt *s, const struct drawer_key *k)
{
    bind_id(s, ":counter", k->counter);
    bind_int(s, ":drawer", k->drawer);
    bind_day(s, ":day", k->day);
}

bool drawer_store_find(struct db *db, const struct drawer_key *k, struct arena *arena, struct drawer_row *out,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_FIND, e);

    *out = (struct drawer_row){ .by_name = "" };
    drawer_key_bind(s, k);
    while (stmt_row(s, e))
        *out = (struct drawer_row){ true, col_yen(s, D_FLOAT), col_instant(s, D_AT), col_text(s, D_BY_NAME, arena) };
    return stmt_end(s);
}

bool drawer_store_open(struct db *db, const struct drawer_key *k, yen float_yen, instant at, int64_t by,
    int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_OPEN, e);

    drawer_key_bind(s, k);
    bind_yen(s, ":float", float_yen);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    if (!stmt_run(s, e))
        return false;
    *id = db_last_id(db);
    return true;
}

bool drawer_store_open_days(struct db *db, int64_t counter, int64_t drawer, struct arena *arena, day **out,
    size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    day *x;
    struct stmt *s = db_stmt(db, SQL_OPEN_DAYS, e);

    bind_id(s, ":counter", counter);
    bind_int(s, ":drawer", drawer);
    while ((x = stmt_next(s, &rows, e)))
        *x = col_day(s, 0);
    return stmt_end(s);
}

bool cash_move_store_add(struct db *db, const struct drawer_key *k, yen amount, const char *reason, instant at,
    int64_t by, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_MOVE, e);

    drawer_key_bind(s, k);
    bind_yen(s, ":yen", amount);
    bind_text(s, ":reason", reason);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    if (!stmt_run(s, e))
        return false;
    *id = db_last_id(db);
    return true;
}

bool cash_move_store_day(struct db *db, const struct drawer_key *k, struct arena *arena, struct till_move **out,
    size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    struct till_move *x;
    struct stmt *s = db_stmt(db, SQL_MOVES, e);

    drawer_key_bind(s, k);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct till_move){ col_yen(s, M_YEN), col_text(s, M_REASON, arena), col_instant(s, M_AT),
            col_text(s, M_BY_NAME, arena) };
    return stmt_end(s);
}

static bool add_pieces(struct db *db, int64_t count, int kind, int32_t pieces, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_DENOMINATION, e);

    bind_id(s, ":count", count);
    bind_int(s, ":yen", CASH_YEN[kind]);
    bind_int(s, ":pieces", pieces);
    return stmt_run(s, e);
}

bool count_store_add(struct db *db, const struct drawer_key *k, const char *purpose, const struct pieces *pieces,
    instant at, int64_t by, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_COUNT, e);

    drawer_key_bind(s, k);
    bind_text(s, ":purpose", purpose);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    if (!stmt_run(s, e))
        return false;
    *id = db_last_id(db);
    for (int i = 0; i < CASH_KINDS; i++)
        if (!add_pieces(db, *id, i, pieces->of[i], e))
            return false;
    return true;
}

bool count_store_day(struct db *db, const struct drawer_key *k, struct arena *arena, struct count_stored **out,
    size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    struct count_stored *x;
    struct stmt *s = db_stmt(db, SQL_COUNTS, e);

    drawer_key_bind(s, k);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct count_stored){ col_id(s, C_ID), col_text(s, C_PURPOSE, arena), col_yen(s, C_SUM),
            col_instant(s, C_AT), col_text(s, C_BY_NAME, arena) };
    return stmt_end(s);
}

bool count_store_pieces(struct db *db, int64_t count, struct pieces *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_PIECES, e);

    *out = (struct pieces){ { 0 } };
    bind_id(s, ":count", count);
    while (stmt_row(s, e)) {
        int kind = cash_kind(col_yen(s, P_YEN));
        BUG_IF(kind < 0); /* the table allows no other */
        out->of[kind] = (int32_t)col_int(s, P_PIECES);
    }
    return stmt_end(s);
}
