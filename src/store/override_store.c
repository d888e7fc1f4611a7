/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/override_store.h"

static const char SQL_ADD[] =
    "INSERT INTO override (request, rule, reason, day, at, by) VALUES (:request, :rule, :reason, :day, :at, :by)";

bool override_store_add(struct db *db, const struct override_entry *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_id(s, ":request", x->request);
    bind_text(s, ":rule", x->rule);
    bind_text(s, ":reason", x->reason);
    bind_day(s, ":day", x->day);
    bind_instant(s, ":at", x->at);
    bind_id(s, ":by", x->by);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_ANSWER[] =
    "INSERT INTO override_answer (override, approved, at, by) VALUES (:id, :approved, :at, :by)";

bool override_store_answer(struct db *db, int64_t id, bool approved, instant at, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ANSWER, e);

    bind_id(s, ":id", id);
    bind_bool(s, ":approved", approved);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    return stmt_run(s, e);
}

static const char SQL_OPEN[] =
    "SELECT o.id, o.request, o.by, r.year, r.number, p.name, o.rule, o.reason, s.name, o.day FROM override o"
    " JOIN request r ON r.id = o.request JOIN person p ON p.id = r.patient JOIN staff s ON s.id = o.by"
    " WHERE NOT EXISTS (SELECT 1 FROM override_answer w WHERE w.override = o.id) ORDER BY o.id";
enum { OP_ID, OP_REQUEST, OP_BY, OP_YEAR, OP_NUMBER, OP_PATIENT, OP_RULE, OP_REASON, OP_BY_NAME, OP_DAY };

bool override_store_open(struct db *db, struct arena *a, struct override_open **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_OPEN, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct override_open *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = (struct override_open){ .id = col_id(s, OP_ID), .request = col_id(s, OP_REQUEST),
            .by = col_id(s, OP_BY), .year = (int)col_int(s, OP_YEAR), .number = (int)col_int(s, OP_NUMBER),
            .patient = col_text(s, OP_PATIENT, a), .rule = col_text(s, OP_RULE, a), .reason = col_text(s, OP_REASON, a),
            .by_name = col_text(s, OP_BY_NAME, a), .day = col_day(s, OP_DAY) };
    return stmt_end(s);
}
