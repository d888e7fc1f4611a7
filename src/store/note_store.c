/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/note_store.h"

static const char SQL_ADD[] = "INSERT INTO note (counter, request, text, at, by, until)"
                              " VALUES (:counter, :request, :text, :at, :by, :until)";

bool note_store_add(struct db *db, const struct note *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_id(s, ":counter", x->counter);
    bind_id(s, ":request", x->request);
    bind_text(s, ":text", x->text);
    bind_instant(s, ":at", x->at);
    bind_id(s, ":by", x->by);
    bind_day(s, ":until", x->until);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_DONE[] = "UPDATE note SET done_at = :at, done_by = :by WHERE id = :id AND done_at IS NULL";

bool note_store_done(struct db *db, int64_t id, instant at, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_DONE, e);

    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_int(s, ":id", id);
    return stmt_run(s, e);
}

static const char SQL_LIST[] =
    "SELECT n.id, n.counter, n.request, r.year, r.number, n.text, n.at, n.by, b.name, n.until"
    " FROM note n JOIN staff b ON b.id = n.by LEFT JOIN request r ON r.id = n.request"
    " WHERE n.counter = :counter AND n.done_at IS NULL AND (n.until IS NULL OR n.until >= :today)"
    " ORDER BY n.id DESC LIMIT 50";
enum { N_ID, N_COUNTER, N_REQUEST, N_YEAR, N_NUMBER, N_TEXT, N_AT, N_BY, N_NAME, N_UNTIL };

bool note_store_list(struct db *db, int64_t counter, day today, struct arena *a, struct note **out, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LIST, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct note *x;

    bind_id(s, ":counter", counter);
    bind_day(s, ":today", today);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct note){ .id = col_id(s, N_ID), .counter = col_id(s, N_COUNTER),
            .request = col_id(s, N_REQUEST), .year = (int)col_int(s, N_YEAR), .number = (int)col_int(s, N_NUMBER),
            .text = col_text(s, N_TEXT, a), .at = col_instant(s, N_AT), .by = col_id(s, N_BY),
            .by_name = col_text(s, N_NAME, a), .until = col_day(s, N_UNTIL) };
    return stmt_end(s);
}
