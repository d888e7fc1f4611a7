/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/review_store.h"

static const char SQL_SEND[] =
    "INSERT INTO review (request, round, department, sent_on, sent_by)"
    " VALUES (:request, 1 + (SELECT coalesce(max(round), 0) FROM review WHERE request = :request),"
    " :department, :sent_on, :by)";

bool review_store_send(struct db *db, int64_t request, const char *department, day on, int64_t by, int64_t *id,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SEND, e);

    bind_id(s, ":request", request);
    bind_text(s, ":department", department);
    bind_day(s, ":sent_on", on);
    bind_id(s, ":by", by);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_SAVE[] =
    "UPDATE review SET asked_again_on = :asked_again_on, answered_on = :answered_on, verdict = :verdict, code = :code,"
    " reason = :reason, more = :more, more_by = :more_by, specialist = :specialist, dates = :dates, told_on = :told_on,"
    " told_how = :told_how, answered_by = CASE WHEN :answered_on IS NULL THEN NULL ELSE coalesce(answered_by, :by) END,"
    " rev = rev + 1 WHERE id = :id AND rev = :rev";

bool review_store_save(struct db *db, const struct review *x, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SAVE, e);

    bind_day(s, ":asked_again_on", x->asked_again_on);
    bind_day(s, ":answered_on", x->answered_on);
    bind_text(s, ":verdict", str_or(x->verdict, ""));
    bind_text(s, ":code", str_or(x->code, ""));
    bind_text(s, ":reason", str_or(x->reason, ""));
    bind_text(s, ":more", str_or(x->more, ""));
    bind_day(s, ":more_by", x->more_by);
    bind_id(s, ":specialist", x->specialist);
    bind_text(s, ":dates", str_or(x->dates, ""));
    bind_day(s, ":told_on", x->told_on);
    bind_text(s, ":told_how", str_or(x->told_how, ""));
    bind_id(s, ":by", by);
    bind_id(s, ":id", x->id);
    bind_int(s, ":rev", x->rev);
    return stmt_run_rev_of(s, "review", x->id, "review", e);
}

static const char SQL_REPORT[] =
    "INSERT INTO report (request, whom, sent_on, via, tracking, at, by)"
    " VALUES (:request, :whom, :sent_on, :via, :tracking, :at, :by)";

bool report_store_add(struct db *db, int64_t request, const struct report *x, instant at, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_REPORT, e);

    bind_id(s, ":request", request);
    bind_text(s, ":whom", x->to);
    bind_day(s, ":sent_on", x->sent_on);
    bind_text(s, ":via", x->via);
    bind_text(s, ":tracking", str_or(x->tracking, ""));
    bind_instant(s, ":at", at);
    bind_id(s, ":by", x->by);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_REPORT_UNDO[] =
    "UPDATE report SET undone_at = :at, undone_by = :by, undone_why = :why WHERE request = :request AND undone_at IS NULL";

bool report_store_undo(struct db *db, int64_t request, instant at, int64_t by, const char *why, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_REPORT_UNDO, e);

    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_text(s, ":why", why);
    bind_id(s, ":request", request);
    return stmt_run(s, e);
}
