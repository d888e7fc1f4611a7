/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/visit_store.h"

static const char SQL_UNDONE[] = "SELECT id, call_number FROM visit WHERE appointment = :appointment AND undone_at IS NOT NULL";
static const char SQL_NEXT[] = "SELECT coalesce(max(call_number), :before) + 1 FROM visit WHERE day = :day";
static const char SQL_ADD[] =
    "INSERT INTO visit (request, appointment, day, call_number, arrived_at, arrived_by, patient_came)"
    " VALUES (:request, :appointment, :day, :call, :at, :by, :came)";
static const char SQL_AGAIN[] =
    "UPDATE visit SET arrived_at = :at, arrived_by = :by, patient_came = :came, started_at = NULL, started_by = NULL,"
    " ended_at = NULL, ended_by = NULL, undone_at = NULL, undone_by = NULL, undone_why = '', rev = rev + 1 WHERE id = :id";

static bool next_number(struct db *db, day d, int *call_number, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_NEXT, e);

    bind_int(s, ":before", FIRST_CALL_NUMBER - 1);
    bind_day(s, ":day", d);
    if (stmt_row(s, e))
        *call_number = (int)col_int(s, 0);
    return stmt_end(s);
}

static bool undone_before(struct db *db, int64_t appointment, int64_t *id, int *call_number, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_UNDONE, e);

    *id = 0;
    bind_id(s, ":appointment", appointment);
    if (stmt_row(s, e)) {
        *id = col_id(s, 0);
        *call_number = (int)col_int(s, 1);
    }
    return stmt_end(s);
}

bool visit_store_arrive(struct db *db, const struct visit_entry *x, int64_t *id, int *call_number, struct err *e)
{
    if (!undone_before(db, x->appointment, id, call_number, e))
        return false;
    if (*id == 0 && !next_number(db, x->day, call_number, e))
        return false;
    struct stmt *s = db_stmt(db, *id ? SQL_AGAIN : SQL_ADD, e);
    bind_instant(s, ":at", x->at);
    bind_id(s, ":by", x->by);
    bind_text(s, ":came", x->patient_came);
    if (*id) {
        bind_id(s, ":id", *id);
        return stmt_run(s, e);
    }
    bind_id(s, ":request", x->request);
    bind_id(s, ":appointment", x->appointment);
    bind_day(s, ":day", x->day);
    bind_int(s, ":call", *call_number);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_STARTS[] =
    "UPDATE visit SET started_at = :at, started_by = :by, rev = rev + 1 WHERE id = :id AND rev = :rev";
/* A clock that was set back in between: the talk has no length then, and the trail says when it was recorded. */
static const char SQL_ENDS[] =
    "UPDATE visit SET ended_at = max(:at, started_at), ended_by = :by, rev = rev + 1 WHERE id = :id AND rev = :rev";

bool visit_store_turn(struct db *db, const struct visit *v, enum visit_turn turn, instant at, int64_t by, struct err *e)
{
    bool sets = turn == VISIT_STARTS || turn == VISIT_ENDS;
    struct stmt *s = db_stmt(db, turn == VISIT_STARTS || turn == VISIT_UNSTARTS ? SQL_STARTS : SQL_ENDS, e);

    if (sets)
        bind_instant(s, ":at", at);
    else
        bind_null(s, ":at");
    bind_id(s, ":by", sets ? by : 0);
    bind_id(s, ":id", v->id);
    bind_int(s, ":rev", v->rev);
    return stmt_run_rev_of(s, "visit", v->id, "visit", e);
}

static const char SQL_UNDO[] =
    "UPDATE visit SET undone_at = :at, undone_by = :by, undone_why = :why, rev = rev + 1 WHERE id = :id AND rev = :rev";

bool visit_store_undo(struct db *db, const struct visit *v, instant at, int64_t by, const char *why, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_UNDO, e);

    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_text(s, ":why", why);
    bind_id(s, ":id", v->id);
    bind_int(s, ":rev", v->rev);
    return stmt_run_rev_of(s, "visit", v->id, "visit", e);
}

static const char SQL_BEFORE[] =
    "SELECT was FROM change WHERE object = 'request' AND object_id = :request AND field = 'patient_attends'"
    " AND at = :at ORDER BY id LIMIT 1";

bool visit_store_attends_before(struct db *db, int64_t request, instant arrived_at, struct arena *a, const char **out,
    bool *changed, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BEFORE, e);

    *out = "";
    bind_id(s, ":request", request);
    bind_instant(s, ":at", arrived_at);
    *changed = stmt_row(s, e);
    if (*changed)
        *out = col_text(s, 0, a);
    return stmt_end(s);
}
