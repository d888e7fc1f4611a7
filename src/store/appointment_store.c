/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/appointment_store.h"

static const char SQL_ADD[] =
    "INSERT INTO appointment (request, specialist, day, start_min, minutes, room, place, come_min, state, held_until,"
    " moved_from, told_on, told_how, at, by, op_key)"
    " VALUES (:request, :specialist, :day, :start, :minutes, :room, :place, :come, :state, :held_until,"
    " :moved_from, :told_on, :told_how, :at, :by, :key)";

bool appointment_store_add(struct db *db, const struct appointment_entry *x, int64_t *id, struct err *e)
{
    const struct appointment *w = x->what;
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_id(s, ":request", w->request);
    bind_id(s, ":specialist", w->specialist);
    bind_day(s, ":day", w->day);
    bind_int(s, ":start", w->start_min);
    bind_int(s, ":minutes", w->minutes);
    bind_id(s, ":room", w->room);
    bind_text(s, ":place", str_or(w->place, ""));
    if (w->come_min < 0)
        bind_null(s, ":come");
    else
        bind_int(s, ":come", w->come_min);
    bind_text(s, ":state", w->state);
    if (str_eq(w->state, "held"))
        bind_instant(s, ":held_until", w->held_until);
    else
        bind_null(s, ":held_until");
    bind_id(s, ":moved_from", w->moved_from);
    bind_day(s, ":told_on", w->told_on);
    bind_text(s, ":told_how", str_or(w->told_how, ""));
    bind_instant(s, ":at", x->at);
    bind_id(s, ":by", x->by);
    bind_text(s, ":key", x->op_key);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_BY_KEY[] = "SELECT id FROM appointment WHERE op_key = :key";

bool appointment_store_by_key(struct db *db, const char *op_key, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BY_KEY, e);

    *id = 0;
    bind_text(s, ":key", op_key);
    if (stmt_row(s, e))
        *id = col_id(s, 0);
    return stmt_end(s);
}

static const char SQL_REQUEST[] = "SELECT request FROM appointment WHERE id = :id";

bool appointment_store_request(struct db *db, int64_t id, int64_t *request, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_REQUEST, e);

    *request = 0;
    bind_id(s, ":id", id);
    if (stmt_row(s, e))
        *request = col_id(s, 0);
    if (!stmt_end(s))
        return false;
    return *request || err_set(e, ERR_RULE, "appointment", N_("There is no such appointment."), NULL);
}

static const char SQL_TURN[] =
    "UPDATE appointment SET state = :state, reason = coalesce(:reason, reason), ended_at = :ended_at,"
    " ended_by = :ended_by, rev = rev + 1 WHERE id = :id AND rev = :rev";

bool appointment_store_turn(struct db *db, const struct appointment_turn *x, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_TURN, e);

    bind_text(s, ":state", x->state);
    bind_text(s, ":reason", x->reason);
    if (x->ends)
        bind_instant(s, ":ended_at", x->at);
    else
        bind_null(s, ":ended_at");
    bind_id(s, ":ended_by", x->ends ? x->by : 0);
    bind_id(s, ":id", x->id);
    bind_int(s, ":rev", x->rev);
    return stmt_run_rev_of(s, "appointment", x->id, "appointment", e);
}

static const char SQL_TOLD[] =
    "UPDATE appointment SET told_on = :on, told_how = :how, rev = rev + 1 WHERE id = :id AND rev = :rev";

bool appointment_store_told(struct db *db, int64_t id, int64_t rev, day on, const char *how, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_TOLD, e);

    bind_day(s, ":on", on);
    bind_text(s, ":how", str_or(how, ""));
    bind_id(s, ":id", id);
    bind_int(s, ":rev", rev);
    return stmt_run_rev_of(s, "appointment", id, "appointment", e);
}

static const char SQL_EXPIRE[] =
    "UPDATE appointment SET state = 'expired', ended_at = :now, ended_by = :by, rev = rev + 1"
    " WHERE state = 'held' AND held_until <= :now";

bool appointment_store_expire(struct db *db, instant now, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_EXPIRE, e);

    bind_instant(s, ":now", now);
    bind_id(s, ":by", by);
    return stmt_run(s, e);
}

static const char SQL_TAKEN[] =
    "SELECT a.id, a.request, a.specialist, a.room, a.day, a.start_min, a.minutes, a.state, r.year, r.number, p.name"
    " FROM appointment a JOIN request r ON r.id = a.request JOIN person p ON p.id = r.patient"
    " WHERE a.day BETWEEN :from AND :to AND (a.state IN ('booked','arrived','done')"
    " OR (a.state = 'held' AND a.held_until > :now)) ORDER BY a.day, a.start_min, a.id";
enum { TK_ID, TK_REQUEST, TK_SPECIALIST, TK_ROOM, TK_DAY, TK_START, TK_MINUTES, TK_STATE, TK_YEAR, TK_NUMBER, TK_NAME };

bool appointment_store_taken(struct db *db, day from, day to, instant now, struct arena *a, struct taken **out, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_TAKEN, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct taken *x;

    bind_day(s, ":from", from);
    bind_day(s, ":to", to);
    bind_instant(s, ":now", now);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct taken){ .appointment = col_id(s, TK_ID), .request = col_id(s, TK_REQUEST),
            .specialist = col_id(s, TK_SPECIALIST), .room = col_id(s, TK_ROOM), .day = col_day(s, TK_DAY),
            .start_min = (int)col_int(s, TK_START), .minutes = (int)col_int(s, TK_MINUTES),
            .held = str_eq(col_text(s, TK_STATE, a), "held"), .year = (int)col_int(s, TK_YEAR),
            .number = (int)col_int(s, TK_NUMBER), .patient = col_text(s, TK_NAME, a) };
    return stmt_end(s);
}

static const char SQL_TAKER[] =
    "SELECT a.id, a.request, s.name, a.at, a.state, a.start_min FROM appointment a JOIN staff s ON s.id = a.by"
    " WHERE a.day = :day AND (a.specialist = :specialist OR a.room = :room)"
    " AND a.state IN ('held','booked','arrived','done') AND a.id <> :except"
    " AND a.start_min < :end AND a.start_min + a.minutes > :start ORDER BY a.start_min LIMIT 1";
enum { TA_ID, TA_REQUEST, TA_NAME, TA_AT, TA_STATE, TA_START };

bool appointment_store_taker(struct db *db, int64_t specialist, int64_t room, day d, int start_min, int minutes,
    int64_t except, struct arena *a, struct taker *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_TAKER, e);

    *out = (struct taker){ .by_name = "" };
    bind_day(s, ":day", d);
    bind_id(s, ":specialist", specialist);
    bind_id(s, ":room", room);
    bind_int(s, ":except", except);
    bind_int(s, ":start", start_min);
    bind_int(s, ":end", start_min + minutes);
    if (stmt_row(s, e))
        *out = (struct taker){ .appointment = col_id(s, TA_ID), .request = col_id(s, TA_REQUEST),
            .by_name = col_text(s, TA_NAME, a), .at = col_instant(s, TA_AT),
            .held = str_eq(col_text(s, TA_STATE, a), "held"), .start_min = (int)col_int(s, TA_START) };
    return stmt_end(s);
}

static const char SQL_NOTES[] =
    "SELECT a.id, b.name, f.name, a.at, a.ended_at FROM appointment a JOIN staff b ON b.id = a.by"
    " LEFT JOIN staff f ON f.id = a.ended_by WHERE a.request = :request ORDER BY a.id DESC";
enum { NO_ID, NO_BY, NO_ENDED_BY, NO_AT, NO_ENDED_AT };

bool appointment_store_notes(struct db *db, int64_t request, struct arena *a, struct appointment_note **out, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_NOTES, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct appointment_note *x;

    bind_id(s, ":request", request);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct appointment_note){ .id = col_id(s, NO_ID), .by_name = col_text(s, NO_BY, a),
            .ended_by_name = col_text(s, NO_ENDED_BY, a), .at = col_instant(s, NO_AT),
            .ended_at = col_instant(s, NO_ENDED_AT) };
    return stmt_end(s);
}
