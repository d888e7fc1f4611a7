/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/setting_store.h"

#include "store/db_inside.h"

static const char SQL_GET[] = "SELECT value FROM setting WHERE key = :key";

bool setting_get(struct db *db, const char *key, struct arena *a, const char **out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_GET, e);

    *out = "";
    bind_text(s, ":key", key);
    if (stmt_row(s, e))
        *out = col_text(s, 0, a);
    return stmt_end(s);
}

bool setting_of_file(const char *path, const struct clock *clock, const char *key, struct arena *a, const char **out,
    struct err *e)
{
    struct db *db = NULL;

    *out = "";
    bool ok = db_open_raw(path, &(struct db_options){ .clock = clock, .read_only = true }, &db, e)
        && setting_get(db, key, a, out, e);
    db_close(db);
    return ok;
}

static const char SQL_PUT[] =
    "INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = :value";

bool setting_put(struct db *db, const char *key, const char *value, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_PUT, e);

    bind_text(s, ":key", key);
    bind_text(s, ":value", value);
    return stmt_run(s, e);
}

static const char SQL_COUNTER[] =
    "SELECT id, number, name_ja, name_en, floor_ja, floor_en FROM counter ORDER BY id LIMIT 1";
enum { C_ID, C_NUMBER, C_NAME_JA, C_NAME_EN, C_FLOOR_JA, C_FLOOR_EN };

bool counter_load(struct db *db, struct arena *a, struct counter_row *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_COUNTER, e);

    *out = (struct counter_row){ .name_ja = "", .name_en = "", .floor_ja = "", .floor_en = "" };
    if (stmt_row(s, e))
        *out = (struct counter_row){ .id = col_id(s, C_ID), .number = (int)col_int(s, C_NUMBER),
            .name_ja = col_text(s, C_NAME_JA, a), .name_en = col_text(s, C_NAME_EN, a),
            .floor_ja = col_text(s, C_FLOOR_JA, a), .floor_en = col_text(s, C_FLOOR_EN, a) };
    return stmt_end(s);
}

static void bind_counter(struct stmt *s, const struct counter_row *row)
{
    bind_int(s, ":number", row->number);
    bind_text(s, ":name_ja", row->name_ja);
    bind_text(s, ":name_en", row->name_en);
    bind_text(s, ":floor_ja", row->floor_ja);
    bind_text(s, ":floor_en", row->floor_en);
}

static const char SQL_COUNTER_ADD[] =
    "INSERT INTO counter (number, name_ja, name_en, floor_ja, floor_en)"
    " VALUES (:number, :name_ja, :name_en, :floor_ja, :floor_en)";

bool counter_add(struct db *db, const struct counter_row *row, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_COUNTER_ADD, e);

    bind_counter(s, row);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_COUNTER_SAVE[] =
    "UPDATE counter SET number = :number, name_ja = :name_ja, name_en = :name_en, floor_ja = :floor_ja,"
    " floor_en = :floor_en WHERE id = :id";

bool counter_save(struct db *db, const struct counter_row *row, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_COUNTER_SAVE, e);

    bind_counter(s, row);
    bind_id(s, ":id", row->id);
    return stmt_run(s, e);
}
