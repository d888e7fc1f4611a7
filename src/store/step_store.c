/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/step_store.h"

static const char SQL_ADD[] =
    "INSERT INTO step (request, step, kind, day, at, by, reason)"
    " VALUES (:request, :step, :kind, :day, :at, :by, :reason)";

bool step_store_add(struct db *db, const struct step_entry *x, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_id(s, ":request", x->request);
    bind_text(s, ":step", x->step);
    bind_text(s, ":kind", x->done ? "done" : "undone");
    bind_day(s, ":day", x->day);
    bind_instant(s, ":at", x->at);
    bind_id(s, ":by", x->by);
    bind_text(s, ":reason", str_or(x->reason, ""));
    return stmt_run(s, e);
}

static const char SQL_IS_DONE[] =
    "SELECT kind = 'done' FROM step WHERE request = :request AND step = :step ORDER BY id DESC LIMIT 1";

bool step_store_is_done(struct db *db, int64_t request, const char *step, bool *done, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_IS_DONE, e);

    bind_id(s, ":request", request);
    bind_text(s, ":step", step);
    *done = stmt_row(s, e) && col_bool(s, 0);
    return stmt_end(s);
}

static const char SQL_SETTLE[] =
    "UPDATE request SET complete_on = :complete_on, next_action = :next_action, next_due = :next_due"
    " WHERE id = :request AND (complete_on IS NOT :complete_on OR next_action IS NOT :next_action"
    " OR next_due IS NOT :next_due)";

bool step_store_settle(struct db *db, int64_t request, day complete_on, const char *next_action, day next_due,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SETTLE, e);

    bind_id(s, ":request", request);
    bind_day(s, ":complete_on", complete_on);
    bind_text(s, ":next_action", next_action);
    bind_day(s, ":next_due", next_due);
    return stmt_run(s, e);
}
