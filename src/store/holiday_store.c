/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/holiday_store.h"

static const char SQL_PUT[] =
    "INSERT INTO holiday (day, name, source) VALUES (:day, :name, :source)"
    " ON CONFLICT (day) DO UPDATE SET name = :name, source = :source WHERE name <> :name";

bool holiday_put(struct db *db, day d, const char *name, const char *source, bool *changed, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_PUT, e);

    bind_day(s, ":day", d);
    bind_text(s, ":name", name);
    bind_text(s, ":source", source);
    bool ok = stmt_run(s, e);
    *changed = ok && db_changes(db) > 0;
    return ok;
}

static const char SQL_REMOVE[] = "DELETE FROM holiday WHERE day = :day";

bool holiday_remove(struct db *db, day d, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_REMOVE, e);

    bind_day(s, ":day", d);
    return stmt_run(s, e);
}

static const char SQL_CLOSURE_PUT[] =
    "INSERT INTO closure (day, name_ja, name_en, by, at) VALUES (:day, :name_ja, :name_en, :by, :at)"
    " ON CONFLICT (day) DO UPDATE SET name_ja = :name_ja, name_en = :name_en, by = :by, at = :at";

bool closure_put(struct db *db, const struct closure_row *row, int64_t by, instant at, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CLOSURE_PUT, e);

    bind_day(s, ":day", row->day);
    bind_text(s, ":name_ja", row->name_ja);
    bind_text(s, ":name_en", row->name_en);
    bind_id(s, ":by", by);
    bind_instant(s, ":at", at);
    return stmt_run(s, e);
}

static const char SQL_CLOSURE_REMOVE[] = "DELETE FROM closure WHERE day = :day";

bool closure_remove(struct db *db, day d, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CLOSURE_REMOVE, e);

    bind_day(s, ":day", d);
    return stmt_run(s, e);
}

static const char SQL_CLOSURES[] =
    "SELECT c.day, c.name_ja, c.name_en, s.name FROM closure c JOIN staff s ON s.id = c.by"
    " WHERE c.day >= coalesce(:from, '') ORDER BY c.day";
enum { CL_DAY, CL_JA, CL_EN, CL_BY };

bool closure_list(struct db *db, day from, struct arena *a, struct closure_row **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CLOSURES, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct closure_row *x;

    bind_day(s, ":from", from);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct closure_row){ .day = col_day(s, CL_DAY), .name_ja = col_text(s, CL_JA, a),
            .name_en = col_text(s, CL_EN, a), .by_name = col_text(s, CL_BY, a) };
    return stmt_end(s);
}

static const char SQL_HOLIDAYS[] = "SELECT day, name FROM holiday ORDER BY day";

bool holiday_each(struct db *db, bool (*holiday)(void *arg, day d, const char *name), void *arg, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_HOLIDAYS, e);
    struct arena a;
    bool more = true;

    arena_init(&a);
    while (more && stmt_row(s, e)) {
        more = holiday(arg, col_day(s, 0), col_text(s, 1, &a));
        arena_reset(&a);
    }
    arena_fini(&a);
    return stmt_end(s);
}
