/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/end_store.h"

static const char SQL_APPOINTMENTS[] =
    "UPDATE appointment SET state = CASE WHEN state = 'held' THEN 'cancelled' ELSE :state END, reason = :reason,"
    " ended_at = :at, ended_by = :by, rev = rev + 1 WHERE request = :request AND state IN ('held', 'booked', 'arrived')";

bool end_appointments(struct db *db, int64_t request, const char *state, const char *reason, instant at, int64_t by,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_APPOINTMENTS, e);

    bind_text(s, ":state", state);
    bind_text(s, ":reason", reason);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_id(s, ":request", request);
    return stmt_run(s, e);
}

static const char SQL_CALLS[] =
    "UPDATE call SET result = 'not_needed', done_at = :at, done_by = :by WHERE request = :request AND result IS NULL";

bool end_calls(struct db *db, int64_t request, instant at, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CALLS, e);

    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_id(s, ":request", request);
    return stmt_run(s, e);
}

static const char SQL_PLAN[] =
    "INSERT INTO call (counter, request, what, whom, due, created_at, created_by)"
    " VALUES (:counter, :request, :what, :whom, :due, :at, :by)";

bool plan_call(struct db *db, int64_t counter, int64_t request, const char *what, const char *whom, day due, instant at,
    int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_PLAN, e);

    bind_id(s, ":counter", counter);
    bind_id(s, ":request", request);
    bind_text(s, ":what", what);
    bind_text(s, ":whom", str_or(whom, ""));
    bind_day(s, ":due", due);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    return stmt_run(s, e);
}
