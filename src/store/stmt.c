/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db_inside.h"

static size_t slot_of(const char *sql)
{
    return ((uintptr_t)sql >> 3) % COUNT_OF(((struct db *)NULL)->stmts);
}

static struct stmt *prepared(struct db *db, const char *sql)
{
    struct stmt *s = db->stmts[slot_of(sql)];

    while (s && s->sql != sql)
        s = s->next;
    if (s)
        return s;
    s = calloc(1, sizeof *s);
    BUG_IF(!s);
    s->sql = sql;
    s->db = db;
    s->next = db->stmts[slot_of(sql)];
    db->stmts[slot_of(sql)] = s;
    return s;
}

struct stmt *db_stmt(struct db *db, const char *sql, struct err *e)
{
    struct stmt *s = prepared(db, sql);

    BUG_IF(s->open); /* a store function forgot stmt_end */
    db->trouble = DB_FINE;
    db->rule[0] = '\0';
    if (!s->raw) {
        int code = sqlite3_prepare_v3(db->raw, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->raw, NULL);
        if (code != SQLITE_OK) {
            db_failed(db, code, e);
            s->raw = NULL;
        }
    }
    s->failed = !s->raw;
    s->open = true;
    if (s->raw)
        sqlite3_clear_bindings(s->raw);
    return s;
}

static int place_of(struct stmt *s, const char *name)
{
    int at = sqlite3_bind_parameter_index(s->raw, name);

    BUG_IF(at == 0); /* the statement has no such parameter */
    return at;
}

void bind_int(struct stmt *s, const char *name, int64_t v)
{
    if (s->raw)
        sqlite3_bind_int64(s->raw, place_of(s, name), v);
}

void bind_null(struct stmt *s, const char *name)
{
    if (s->raw)
        sqlite3_bind_null(s->raw, place_of(s, name));
}

void bind_id(struct stmt *s, const char *name, int64_t id)
{
    if (id)
        bind_int(s, name, id);
    else
        bind_null(s, name);
}

void bind_bool(struct stmt *s, const char *name, bool v)
{
    bind_int(s, name, v);
}

void bind_text(struct stmt *s, const char *name, const char *text)
{
    if (!s->raw)
        return;
    int code = text ? sqlite3_bind_text(s->raw, place_of(s, name), text, -1, SQLITE_TRANSIENT)
                    : sqlite3_bind_null(s->raw, place_of(s, name));
    if (code != SQLITE_OK)
        s->failed = true;
}

void bind_day(struct stmt *s, const char *name, day d)
{
    char text[DAY_TEXT];

    day_iso(d, text);
    bind_text(s, name, day_known(d) ? text : NULL);
}

void bind_yen(struct stmt *s, const char *name, yen y)
{
    bind_int(s, name, y.v);
}

void bind_instant(struct stmt *s, const char *name, instant at)
{
    bind_int(s, name, at.s);
}

bool stmt_row(struct stmt *s, struct err *e)
{
    if (s->failed)
        return false;
    s->db->stepped = true;
    int code = sqlite3_step(s->raw);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        s->failed = true;
        db_failed(s->db, code, e);
    }
    sqlite3_reset(s->raw);
    return false;
}

bool stmt_end(struct stmt *s)
{
    if (s->raw)
        sqlite3_reset(s->raw);
    s->open = false;
    return !s->failed;
}

bool stmt_repeated(struct db *db, const char *sql, const char *op_key, int64_t *id, bool *repeated, struct err *e)
{
    struct stmt *s = db_stmt(db, sql, e);

    bind_text(s, ":op_key", op_key);
    *id = stmt_row(s, e) ? col_id(s, 0) : 0;
    *repeated = *id != 0;
    return stmt_end(s);
}

void *stmt_next(struct stmt *s, struct rows *rows, struct err *e)
{
    char *items = NULL;

    if (rows->cap == 0) {
        memcpy(rows->out, &items, sizeof items);
        *rows->n = 0;
    }
    if (!stmt_row(s, e))
        return NULL;
    memcpy(&items, rows->out, sizeof items);
    items = arena_grow(rows->arena, items, *rows->n, &rows->cap, rows->bytes);
    memcpy(rows->out, &items, sizeof items);
    return items + (*rows->n)++ * rows->bytes;
}

bool stmt_run(struct stmt *s, struct err *e)
{
    while (stmt_row(s, e)) {
    }
    return stmt_end(s);
}

bool stmt_run_rev(struct stmt *s, const char *field, struct err *e)
{
    struct db *db = s->db;

    if (!stmt_run(s, e))
        return false;
    if (db_changes(db) > 0)
        return true;
    db->trouble = DB_STALE;
    db->stale_table = NULL;
    return err_set(e, ERR_STALE, field,
        N_("Somebody else changed this record in the meantime. Your entries are still here; look at the marked ones and store again."),
        NULL);
}

bool stmt_run_rev_of(struct stmt *s, const char *table, int64_t id, const char *field, struct err *e)
{
    struct db *db = s->db;

    if (stmt_run_rev(s, field, e))
        return true;
    if (db->trouble == DB_STALE) {
        db->stale_table = table;
        db->stale_id = id;
    }
    return false;
}

int64_t col_int(const struct stmt *s, int col)
{
    return sqlite3_column_int64(s->raw, col);
}

int64_t col_id(const struct stmt *s, int col)
{
    return sqlite3_column_int64(s->raw, col);
}

bool col_bool(const struct stmt *s, int col)
{
    return sqlite3_column_int(s->raw, col) != 0;
}

bool col_null(const struct stmt *s, int col)
{
    return sqlite3_column_type(s->raw, col) == SQLITE_NULL;
}

const char *col_text(const struct stmt *s, int col, struct arena *a)
{
    const char *text = (const char *)sqlite3_column_text(s->raw, col);

    return text ? arena_strdup(a, text) : "";
}

day col_day(const struct stmt *s, int col)
{
    const char *text = (const char *)sqlite3_column_text(s->raw, col);
    day d;

    return text && day_parse_iso(text, &d) ? d : DAY_NONE;
}

yen col_yen(const struct stmt *s, int col)
{
    return YEN(sqlite3_column_int64(s->raw, col));
}

instant col_instant(const struct stmt *s, int col)
{
    return (instant){ sqlite3_column_int64(s->raw, col) };
}

bool db_quiet(struct db *db)
{
    if (db->moments > 0)
        return false;
    if (!db->stepped)
        return true;
    for (sqlite3_stmt *s = sqlite3_next_stmt(db->raw, NULL); s; s = sqlite3_next_stmt(db->raw, s))
        if (sqlite3_stmt_busy(s))
            return false;
    db->stepped = false;
    return true;
}

void db_forget_statements(struct db *db)
{
    for (size_t i = 0; i < COUNT_OF(db->stmts); i++) {
        while (db->stmts[i]) {
            struct stmt *next = db->stmts[i]->next;
            sqlite3_finalize(db->stmts[i]->raw);
            free(db->stmts[i]);
            db->stmts[i] = next;
        }
    }
}
