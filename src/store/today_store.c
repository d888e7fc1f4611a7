/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/today_store.h"

static const char SQL_LIVE[] =
    "SELECT r.id, r.next_action, r.next_due, r.received_on, (SELECT max(s.day) FROM step s WHERE s.request = r.id),"
    " (SELECT v.sent_on FROM review v WHERE v.request = r.id AND v.answered_on IS NULL ORDER BY v.round DESC LIMIT 1),"
    " CASE WHEN r.next_due <= :today THEN (SELECT min(p.promised_on) FROM paper p WHERE p.request = r.id"
    " AND p.state = 'promised' AND p.promised_on <= :today AND NOT EXISTS (SELECT 1 FROM call c WHERE c.request = r.id"
    " AND c.what = 'papers' AND c.result IS NULL" /* it has a row already, or will have one */
    " AND (c.due <= :today OR c.created_at >= unixepoch(p.promised_on) - :offset))) END"
    " FROM request r WHERE r.counter = :counter AND r.next_action <> ''"
    " ORDER BY r.next_due IS NULL, r.next_due, r.id";
enum { L_ID, L_NEXT, L_DUE, L_RECEIVED, L_LAST, L_SENT, L_PROMISED };

bool today_live(struct db *db, int64_t counter, day today, int offset, struct arena *a, struct live_row **out,
    size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LIVE, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct live_row *x;

    bind_id(s, ":counter", counter);
    bind_day(s, ":today", today);
    bind_int(s, ":offset", (int64_t)offset * 60);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct live_row){ .id = col_id(s, L_ID), .next_action = col_text(s, L_NEXT, a),
            .next_due = col_day(s, L_DUE), .received_on = col_day(s, L_RECEIVED), .last_done = col_day(s, L_LAST),
            .sent_on = col_day(s, L_SENT), .promised_on = col_day(s, L_PROMISED) };
    return stmt_end(s);
}

static const char SQL_CALLS[] =
    "SELECT c.id, c.request, c.inquiry, c.what, c.whom, c.channel, c.due, c.due_time, coalesce(i.name, ''),"
    " coalesce(i.who, '') FROM call c LEFT JOIN inquiry i ON i.id = c.inquiry"
    " WHERE c.result IS NULL AND c.counter = :counter AND c.due <= :until"
    " ORDER BY c.due, c.due_time IS NULL, c.due_time, c.id";
enum { C_ID, C_REQUEST, C_INQUIRY, C_WHAT, C_WHOM, C_CHANNEL, C_DUE, C_TIME, C_NAME, C_WHO };

bool today_calls(struct db *db, int64_t counter, day until, struct arena *a, struct due_call **out, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CALLS, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct due_call *x;

    bind_id(s, ":counter", counter);
    bind_day(s, ":until", until);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct due_call){ .id = col_id(s, C_ID), .request = col_id(s, C_REQUEST),
            .inquiry = col_id(s, C_INQUIRY), .what = col_text(s, C_WHAT, a), .whom = col_text(s, C_WHOM, a),
            .channel = col_text(s, C_CHANNEL, a), .due = col_day(s, C_DUE),
            .due_min = col_null(s, C_TIME) ? -1 : (int)col_int(s, C_TIME), .name = col_text(s, C_NAME, a),
            .who = col_text(s, C_WHO, a) };
    return stmt_end(s);
}

static const char SQL_VISITS[] =
    "SELECT r.id, a.id, r.year, r.number, a.day, a.start_min, a.minutes, p.name, p.sex, p.interpreter, p.birth, t.name,"
    " t.name_en, t.department, coalesce(m.name_ja, ''), coalesce(m.name_en, ''), a.place, a.state, r.patient_attends,"
    " coalesce((SELECT group_concat(x.kind || ':' || x.relation, ' ') FROM attendee x WHERE x.request = r.id"
    " AND x.removed = 0 AND x.came <> 'no' AND x.kind <> 'patient'), ''),"
    " EXISTS (SELECT 1 FROM consent k WHERE k.request = r.id AND k.received_on IS NOT NULL AND k.withdrawn_on IS NULL),"
    " r.policy, coalesce(v.call_number, 0), v.arrived_at, v.started_at, v.ended_at"
    " FROM appointment a JOIN request r ON r.id = a.request JOIN person p ON p.id = r.patient"
    " JOIN specialist t ON t.id = a.specialist LEFT JOIN room m ON m.id = a.room"
    " LEFT JOIN visit v ON v.appointment = a.id AND v.undone_at IS NULL"
    " WHERE a.day = :day AND a.state IN ('booked', 'arrived', 'done', 'no_show') AND r.counter = :counter"
    " ORDER BY a.start_min, a.id";
enum { V_REQUEST, V_APPOINTMENT, V_YEAR, V_NUMBER, V_DAY, V_START, V_MINUTES, V_NAME, V_SEX, V_INTERPRETER, V_BIRTH,
    V_SPECIALIST, V_SPECIALIST_EN, V_DEPARTMENT, V_ROOM, V_ROOM_EN, V_PLACE, V_STATE, V_ATTENDS, V_WITH, V_CONSENT,
    V_POLICY, V_CALL, V_ARRIVED, V_STARTED, V_ENDED };

bool today_visits(struct db *db, int64_t counter, day d, struct arena *a, struct door_row **out, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_VISITS, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct door_row *x;

    bind_id(s, ":counter", counter);
    bind_day(s, ":day", d);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct door_row){ .request = col_id(s, V_REQUEST), .appointment = col_id(s, V_APPOINTMENT),
            .year = (int)col_int(s, V_YEAR), .number = (int)col_int(s, V_NUMBER), .day = col_day(s, V_DAY),
            .start_min = (int)col_int(s, V_START), .minutes = (int)col_int(s, V_MINUTES), .name = col_text(s, V_NAME, a),
            .sex = col_text(s, V_SEX, a), .interpreter = col_text(s, V_INTERPRETER, a), .birth = col_day(s, V_BIRTH),
            .specialist = col_text(s, V_SPECIALIST, a), .specialist_en = col_text(s, V_SPECIALIST_EN, a),
            .department = col_text(s, V_DEPARTMENT, a), .room = col_text(s, V_ROOM, a), .room_en = col_text(s, V_ROOM_EN, a),
            .place = col_text(s, V_PLACE, a), .state = col_text(s, V_STATE, a), .patient_attends = col_text(s, V_ATTENDS, a),
            .with = col_text(s, V_WITH, a), .consent = col_bool(s, V_CONSENT), .policy = col_id(s, V_POLICY),
            .call_number = (int)col_int(s, V_CALL), .started = !col_null(s, V_STARTED), .ended = !col_null(s, V_ENDED),
            .arrived_at = col_instant(s, V_ARRIVED), .started_at = col_instant(s, V_STARTED),
            .ended_at = col_instant(s, V_ENDED) };
    return stmt_end(s);
}

static const char SQL_DAYS[] =
    "SELECT a.day, count(*) FROM appointment a CROSS JOIN request r ON r.id = a.request" /* by day first */
    " WHERE a.day > :today AND a.state = 'booked' AND r.counter = :counter GROUP BY a.day ORDER BY a.day LIMIT :limit";

bool today_next_days(struct db *db, int64_t counter, day today, int limit, struct arena *a, struct day_count **out,
    size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_DAYS, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct day_count *x;

    bind_id(s, ":counter", counter);
    bind_day(s, ":today", today);
    bind_int(s, ":limit", limit);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct day_count){ .day = col_day(s, 0), .n = (int)col_int(s, 1) };
    return stmt_end(s);
}

static const char SQL_OLD[] =
    "SELECT count(*) FROM inquiry WHERE counter = :counter AND request IS NULL AND day < :before";

bool today_old_inquiries(struct db *db, int64_t counter, day before, int *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_OLD, e);

    bind_id(s, ":counter", counter);
    bind_day(s, ":before", before);
    *n = stmt_row(s, e) ? (int)col_int(s, 0) : 0;
    return stmt_end(s);
}
