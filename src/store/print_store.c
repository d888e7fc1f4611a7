/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/print_store.h"

static const char SQL_ADD[] =
    "INSERT INTO print (kind, object, object_id, copy, lang, at, by)"
    " VALUES (:kind, :object, :object_id,"
    " 1 + (SELECT count(*) FROM print WHERE kind = :kind AND object = :object AND object_id = :object_id),"
    " :lang, :at, :by)";

bool print_store_add(struct db *db, const struct print_row *row, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_text(s, ":kind", row->kind);
    bind_text(s, ":object", row->object);
    bind_int(s, ":object_id", row->object_id);
    bind_text(s, ":lang", row->lang);
    bind_instant(s, ":at", row->at);
    bind_id(s, ":by", row->by);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

#define PRINT_COLUMNS                                                                       \
    "SELECT p.id, p.kind, p.object, p.object_id, p.copy, p.lang, p.at, p.by, s.name,"       \
    " p.printed_at IS NOT NULL, p.failure, q.id, q.year, q.number, coalesce(n.name, i.name, '')"                       \
    " FROM print p JOIN staff s ON s.id = p.by"                                             \
    " LEFT JOIN appointment a ON p.object = 'appointment' AND a.id = p.object_id"           \
    " LEFT JOIN payment y ON p.object = 'payment' AND y.id = p.object_id"                   \
    " LEFT JOIN request q ON q.id = coalesce(a.request, y.request, iif(p.object = 'request', p.object_id, NULL))" \
    " LEFT JOIN person n ON n.id = q.patient"                                               \
    " LEFT JOIN inquiry i ON p.object = 'inquiry' AND i.id = p.object_id"
static const char SQL_LOAD[] = PRINT_COLUMNS " WHERE p.id = :id";
static const char SQL_WAITING[] = PRINT_COLUMNS " WHERE p.printed_at IS NULL ORDER BY p.at, p.id";
enum { P_ID, P_KIND, P_OBJECT, P_OBJECT_ID, P_COPY, P_LANG, P_AT, P_BY, P_BY_NAME, P_PRINTED, P_FAILURE,
    P_REQUEST, P_YEAR, P_NUMBER, P_NAME };

static struct print_row read_row(const struct stmt *s, struct arena *a)
{
    return (struct print_row){ .id = col_id(s, P_ID), .kind = col_text(s, P_KIND, a),
        .object = col_text(s, P_OBJECT, a), .object_id = col_id(s, P_OBJECT_ID), .copy = (int)col_int(s, P_COPY),
        .lang = col_text(s, P_LANG, a), .at = col_instant(s, P_AT), .by = col_id(s, P_BY),
        .by_name = col_text(s, P_BY_NAME, a), .printed = col_bool(s, P_PRINTED), .failure = col_text(s, P_FAILURE, a),
        .request = col_id(s, P_REQUEST), .year = (int)col_int(s, P_YEAR), .number = (int)col_int(s, P_NUMBER),
        .name = col_text(s, P_NAME, a) };
}

bool print_store_load(struct db *db, int64_t id, struct arena *a, struct print_row *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LOAD, e);

    out->id = 0;
    bind_id(s, ":id", id);
    if (stmt_row(s, e))
        *out = read_row(s, a);
    if (!stmt_end(s))
        return false;
    return out->id || err_set(e, ERR_RULE, "", N_("This paper is no longer on the list."), NULL);
}

bool print_store_waiting(struct db *db, struct arena *a, struct print_row **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_WAITING, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct print_row *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = read_row(s, a);
    return stmt_end(s);
}

static const char SQL_COPIES[] =
    "SELECT count(*) FROM print WHERE kind = :kind AND object = :object AND object_id = :object_id";

bool print_store_copies(struct db *db, const char *kind, const char *object, int64_t object_id, int *copies,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_COPIES, e);

    bind_text(s, ":kind", kind);
    bind_text(s, ":object", object);
    bind_int(s, ":object_id", object_id);
    *copies = stmt_row(s, e) ? (int)col_int(s, 0) : 0;
    return stmt_end(s);
}

static const char SQL_MARK[] =
    "UPDATE print SET printed_at = CASE WHEN :failure = '' THEN :at ELSE NULL END, printer = :printer,"
    " failure = :failure WHERE id = :id";

bool print_store_mark(struct db *db, int64_t id, instant at, const char *printer, const char *failure, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_MARK, e);

    bind_instant(s, ":at", at);
    bind_text(s, ":printer", printer);
    bind_text(s, ":failure", failure);
    bind_id(s, ":id", id);
    return stmt_run(s, e);
}
