/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/call_store.h"

static const char SQL_ADD[] =
    "INSERT INTO call (counter, request, inquiry, what, channel, whom, due, due_time, created_at, created_by, result,"
    " note, done_at, done_by) VALUES (:counter, :request, :inquiry, :what, :channel, :whom, :due, :due_time,"
    " :created_at, :created_by, :result, :note, :done_at, :done_by)";

static void bind_result(struct stmt *s, const struct call *x)
{
    bind_text(s, ":result", str_empty(x->result) ? NULL : x->result);
    bind_text(s, ":note", str_or(x->note, ""));
    if (str_empty(x->result))
        bind_null(s, ":done_at");
    else
        bind_instant(s, ":done_at", x->done_at);
    bind_id(s, ":done_by", str_empty(x->result) ? 0 : x->done_by);
}

bool call_store_add(struct db *db, const struct call *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_id(s, ":counter", x->counter);
    bind_id(s, ":request", x->request);
    bind_id(s, ":inquiry", x->inquiry);
    bind_text(s, ":what", x->what);
    bind_text(s, ":channel", str_or(x->channel, "phone"));
    bind_text(s, ":whom", str_or(x->whom, ""));
    bind_day(s, ":due", x->due);
    if (x->due_min >= 0)
        bind_int(s, ":due_time", x->due_min);
    else
        bind_null(s, ":due_time");
    bind_instant(s, ":created_at", x->created_at);
    bind_id(s, ":created_by", x->created_by);
    bind_result(s, x);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_RESULT[] =
    "UPDATE call SET result = :result, note = :note, channel = :channel, whom = :whom, done_at = :done_at,"
    " done_by = :done_by WHERE id = :id AND result IS NULL";

bool call_store_result(struct db *db, const struct call *x, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_RESULT, e);

    bind_result(s, x);
    bind_text(s, ":channel", str_or(x->channel, "phone"));
    bind_text(s, ":whom", str_or(x->whom, ""));
    bind_int(s, ":id", x->id);
    return stmt_run_rev(s, "result", e);
}

#define COLUMNS                                                                                              \
    "SELECT c.id, c.counter, c.request, c.inquiry, c.what, c.channel, c.whom, c.due, c.due_time,"           \
    " coalesce(c.result, ''), c.note, c.created_at, c.done_at, c.created_by, c.done_by, k.name,"            \
    " coalesce(d.name, '') FROM call c JOIN staff k ON k.id = c.created_by LEFT JOIN staff d ON d.id = c.done_by"
enum { C_ID, C_COUNTER, C_REQUEST, C_INQUIRY, C_WHAT, C_CHANNEL, C_WHOM, C_DUE, C_TIME, C_RESULT, C_NOTE, C_CREATED,
    C_DONE, C_CREATED_BY, C_DONE_BY, C_CREATED_NAME, C_DONE_NAME };

static bool read_rows(struct stmt *s, struct arena *a, struct call **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, a);
    struct call *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = (struct call){ .id = col_id(s, C_ID), .counter = col_id(s, C_COUNTER),
            .request = col_id(s, C_REQUEST), .inquiry = col_id(s, C_INQUIRY), .what = col_text(s, C_WHAT, a),
            .channel = col_text(s, C_CHANNEL, a), .whom = col_text(s, C_WHOM, a), .due = col_day(s, C_DUE),
            .due_min = col_null(s, C_TIME) ? -1 : (int)col_int(s, C_TIME), .result = col_text(s, C_RESULT, a),
            .note = col_text(s, C_NOTE, a), .created_at = col_instant(s, C_CREATED), .done_at = col_instant(s, C_DONE),
            .created_by = col_id(s, C_CREATED_BY), .done_by = col_id(s, C_DONE_BY),
            .created_by_name = col_text(s, C_CREATED_NAME, a), .done_by_name = col_text(s, C_DONE_NAME, a) };
    return stmt_end(s);
}

static struct call none(void)
{
    return (struct call){ .what = "", .channel = "", .whom = "", .result = "", .note = "", .created_by_name = "",
        .done_by_name = "", .due = DAY_NONE, .due_min = -1 };
}

static const char SQL_OPEN[] = COLUMNS
    " WHERE c.result IS NULL AND c.counter = :counter"
    " AND ((:request <> 0 AND c.request = :request) OR (:inquiry <> 0 AND c.inquiry = :inquiry))"
    " ORDER BY c.due IS NULL, c.due, c.due_time IS NULL, c.due_time, c.id LIMIT 1";

bool call_store_open(struct db *db, int64_t counter, int64_t request, int64_t inquiry, struct arena *a, struct call *out,
    struct err *e)
{
    struct call *rows;
    size_t n;
    struct stmt *s = db_stmt(db, SQL_OPEN, e);

    bind_id(s, ":counter", counter);
    bind_int(s, ":request", request);
    bind_int(s, ":inquiry", inquiry);
    if (!read_rows(s, a, &rows, &n, e))
        return false;
    *out = n ? rows[0] : none();
    return true;
}

static const char SQL_OF_REQUEST[] = COLUMNS " WHERE c.request = :id ORDER BY coalesce(c.done_at, c.created_at) DESC, c.id DESC LIMIT 100";
static const char SQL_OF_INQUIRY[] = COLUMNS " WHERE c.inquiry = :id ORDER BY coalesce(c.done_at, c.created_at) DESC, c.id DESC LIMIT 100";

bool call_store_list(struct db *db, int64_t request, int64_t inquiry, struct arena *a, struct call **out, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, request ? SQL_OF_REQUEST : SQL_OF_INQUIRY, e);

    bind_int(s, ":id", request ? request : inquiry);
    return read_rows(s, a, out, n, e);
}
