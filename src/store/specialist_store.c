/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/specialist_store.h"

static const char SQL_LIST[] =
    "SELECT id, rev, name, kana, name_en, department, active FROM specialist ORDER BY active DESC, department, kana, id";
enum { SP_ID, SP_REV, SP_NAME, SP_KANA, SP_EN, SP_DEPARTMENT, SP_ACTIVE };

bool specialist_store_list(struct db *db, struct arena *a, struct specialist **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LIST, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct specialist *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = (struct specialist){ .id = col_id(s, SP_ID), .rev = col_int(s, SP_REV),
            .name = col_text(s, SP_NAME, a), .kana = col_text(s, SP_KANA, a), .name_en = col_text(s, SP_EN, a),
            .department = col_text(s, SP_DEPARTMENT, a), .active = col_bool(s, SP_ACTIVE) };
    return stmt_end(s);
}

static const char SQL_ADD[] =
    "INSERT INTO specialist (name, kana, name_en, department, active) VALUES (:name, :kana, :name_en, :department, :active)";
static const char SQL_SAVE[] =
    "UPDATE specialist SET name = :name, kana = :kana, name_en = :name_en, department = :department, active = :active,"
    " rev = rev + 1 WHERE id = :id AND rev = :rev";

bool specialist_store_save(struct db *db, const struct specialist *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, x->id ? SQL_SAVE : SQL_ADD, e);

    bind_text(s, ":name", x->name);
    bind_text(s, ":kana", str_or(x->kana, ""));
    bind_text(s, ":name_en", str_or(x->name_en, ""));
    bind_text(s, ":department", x->department);
    bind_bool(s, ":active", x->active);
    if (x->id) {
        bind_id(s, ":id", x->id);
        bind_int(s, ":rev", x->rev);
        *id = x->id;
        return stmt_run_rev_of(s, "specialist", x->id, "name", e);
    }
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_SESSIONS[] =
    "SELECT id, specialist, weekday, start_min, end_min, room, place, from_day, until_day FROM session"
    " WHERE until_day IS NULL OR until_day >= coalesce(:since, '') ORDER BY specialist, weekday, start_min, id";
enum { SE_ID, SE_SPECIALIST, SE_WEEKDAY, SE_START, SE_END, SE_ROOM, SE_PLACE, SE_FROM, SE_UNTIL };

bool session_store_list(struct db *db, day since, struct arena *a, struct weekly **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SESSIONS, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct weekly *x;

    bind_day(s, ":since", since);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct weekly){ .id = col_id(s, SE_ID), .specialist = col_id(s, SE_SPECIALIST),
            .weekday = (int)col_int(s, SE_WEEKDAY), .start_min = (int)col_int(s, SE_START),
            .end_min = (int)col_int(s, SE_END), .room = col_id(s, SE_ROOM), .place = col_text(s, SE_PLACE, a),
            .from = col_day(s, SE_FROM), .until = col_day(s, SE_UNTIL) };
    return stmt_end(s);
}

static const char SQL_SESSION_ADD[] =
    "INSERT INTO session (specialist, weekday, start_min, end_min, room, place, from_day, until_day)"
    " VALUES (:specialist, :weekday, :start, :end, :room, :place, :from, :until)";

bool session_store_add(struct db *db, const struct weekly *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SESSION_ADD, e);

    bind_id(s, ":specialist", x->specialist);
    bind_int(s, ":weekday", x->weekday);
    bind_int(s, ":start", x->start_min);
    bind_int(s, ":end", x->end_min);
    bind_id(s, ":room", x->room);
    bind_text(s, ":place", str_or(x->place, ""));
    bind_day(s, ":from", x->from);
    bind_day(s, ":until", x->until);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_SESSION_GONE[] = "DELETE FROM session WHERE id = :id AND from_day > :last";
static const char SQL_SESSION_END[] = "UPDATE session SET until_day = :last WHERE id = :id";

bool session_store_end(struct db *db, int64_t id, day last, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SESSION_GONE, e);

    bind_id(s, ":id", id);
    bind_day(s, ":last", last);
    if (!stmt_run(s, e))
        return false;
    s = db_stmt(db, SQL_SESSION_END, e);
    bind_id(s, ":id", id);
    bind_day(s, ":last", last);
    return stmt_run(s, e);
}

static const char SQL_EXCEPTIONS[] =
    "SELECT id, specialist, day, kind, start_min, end_min, room, place, why FROM session_exception"
    " WHERE day BETWEEN coalesce(:from, '') AND coalesce(:to, '9999-12-31') ORDER BY day, specialist, id";
enum { EX_ID, EX_SPECIALIST, EX_DAY, EX_KIND, EX_START, EX_END, EX_ROOM, EX_PLACE, EX_WHY };

bool exception_store_list(struct db *db, day from, day to, struct arena *a, struct exception_day **out, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_EXCEPTIONS, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct exception_day *x;

    bind_day(s, ":from", from);
    bind_day(s, ":to", to);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct exception_day){ .id = col_id(s, EX_ID), .specialist = col_id(s, EX_SPECIALIST),
            .day = col_day(s, EX_DAY), .extra = str_eq(col_text(s, EX_KIND, a), "extra"),
            .start_min = col_null(s, EX_START) ? -1 : (int)col_int(s, EX_START),
            .end_min = col_null(s, EX_END) ? -1 : (int)col_int(s, EX_END), .room = col_id(s, EX_ROOM),
            .place = col_text(s, EX_PLACE, a), .why = col_text(s, EX_WHY, a) };
    return stmt_end(s);
}

static const char SQL_EXCEPTION_ADD[] =
    "INSERT INTO session_exception (specialist, day, kind, start_min, end_min, room, place, why)"
    " VALUES (:specialist, :day, :kind, :start, :end, :room, :place, :why)";

static void bind_minute(struct stmt *s, const char *name, int minute)
{
    if (minute < 0)
        bind_null(s, name);
    else
        bind_int(s, name, minute);
}

bool exception_store_add(struct db *db, const struct exception_day *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_EXCEPTION_ADD, e);

    bind_id(s, ":specialist", x->specialist);
    bind_day(s, ":day", x->day);
    bind_text(s, ":kind", x->extra ? "extra" : "away");
    bind_minute(s, ":start", x->start_min);
    bind_minute(s, ":end", x->end_min);
    bind_id(s, ":room", x->room);
    bind_text(s, ":place", str_or(x->place, ""));
    bind_text(s, ":why", str_or(x->why, ""));
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_EXCEPTION_REMOVE[] = "DELETE FROM session_exception WHERE id = :id";

bool exception_store_remove(struct db *db, int64_t id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_EXCEPTION_REMOVE, e);

    bind_id(s, ":id", id);
    return stmt_run(s, e);
}

static const char SQL_ROOMS[] =
    "SELECT id, name_ja, name_en, floor_ja, floor_en, active FROM room ORDER BY active DESC, name_ja";
enum { RO_ID, RO_JA, RO_EN, RO_FLOOR_JA, RO_FLOOR_EN, RO_ACTIVE };

bool room_store_list(struct db *db, struct arena *a, struct room **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ROOMS, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct room *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = (struct room){ .id = col_id(s, RO_ID), .name = col_text(s, RO_JA, a),
            .name_en = col_text(s, RO_EN, a), .floor = col_text(s, RO_FLOOR_JA, a),
            .floor_en = col_text(s, RO_FLOOR_EN, a), .active = col_bool(s, RO_ACTIVE) };
    return stmt_end(s);
}

static const char SQL_ROOM_ADD[] =
    "INSERT INTO room (name_ja, name_en, floor_ja, floor_en, active) VALUES (:ja, :en, :floor_ja, :floor_en, :active)";
static const char SQL_ROOM_SAVE[] =
    "UPDATE room SET name_ja = :ja, name_en = :en, floor_ja = :floor_ja, floor_en = :floor_en, active = :active"
    " WHERE id = :id";

bool room_store_save(struct db *db, const struct room *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, x->id ? SQL_ROOM_SAVE : SQL_ROOM_ADD, e);

    bind_text(s, ":ja", x->name);
    bind_text(s, ":en", str_or(x->name_en, x->name));
    bind_text(s, ":floor_ja", str_or(x->floor, ""));
    bind_text(s, ":floor_en", str_or(x->floor_en, str_or(x->floor, "")));
    bind_bool(s, ":active", x->active);
    if (x->id)
        bind_id(s, ":id", x->id);
    bool ok = stmt_run(s, e);
    *id = x->id ? x->id : db_last_id(db);
    return ok;
}
