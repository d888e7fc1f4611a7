/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/migrate.h"

#include <unistd.h>

#include "store/db_inside.h"
#include "store/schema_digest_sql.h"
#include "store/sha3.h"

static const char *const steps[] = {
#include "src/store/schema_steps.inc"
};

int64_t migrate_current(void)
{
    return (int64_t)COUNT_OF(steps);
}

const char *migrate_step_sql(int64_t step)
{
    BUG_IF(step < 1 || step > migrate_current());
    return steps[step - 1];
}

/* PRAGMA takes no parameters; the number is our own. */
static bool set_version(struct db *db, int64_t version, struct err *e)
{
    char sql[64];

    snprintf(sql, sizeof sql, "PRAGMA user_version = %lld", (long long)version);
    return db_exec(db, sql, e);
}

static bool foreign_keys_hold(struct db *db, struct err *e)
{
    sqlite3_stmt *s = NULL;
    int code = sqlite3_prepare_v2(db->raw, "PRAGMA foreign_key_check", -1, &s, NULL);

    if (code == SQLITE_OK)
        code = sqlite3_step(s);
    sqlite3_finalize(s);
    if (code == SQLITE_ROW)
        return err_set(e, ERR_STORE, "", N_("The database could not be brought up to date: a reference in it leads nowhere. It was left as it was."),
            NULL);
    return code == SQLITE_DONE || db_failed(db, code, e);
}

static bool run_step(struct db *db, int64_t step, struct err *e)
{
    struct tx tx;

    if (!tx_begin(db, &tx, NULL, e))
        return false;
    bool ok = db_exec(db, migrate_step_sql(step), e) && foreign_keys_hold(db, e) && set_version(db, step, e);
    return tx_end(&tx, ok, e);
}

static bool run_steps(struct db *db, int64_t from, struct err *e)
{
    db_forget_statements(db);
    /* Tables that a step rebuilds are referred to while they are away; the check comes before each commit. */
    if (!db_exec(db, "PRAGMA foreign_keys = OFF", e))
        return false;
    for (int64_t step = from + 1; step <= migrate_current(); step++)
        if (!run_step(db, step, e))
            return false;
    return db_exec(db, "PRAGMA foreign_keys = ON", e);
}

bool migrate_create(const char *path, const struct db_options *o, struct db **out, struct err *e)
{
    struct db_options create = *o;
    struct db *db = NULL;
    char sql[64];

    create.create = true;
    if (!db_open_raw(path, &create, &db, e))
        return false;
    snprintf(sql, sizeof sql, "PRAGMA application_id = %d", DB_APPLICATION_ID);
    bool ok = db_exec(db, "PRAGMA journal_mode = DELETE", e) && db_exec(db, sql, e) && run_steps(db, 0, e);
    if (ok) {
        *out = db;
        return true;
    }
    db_close(db);
    unlink(path);
    return false;
}

/* A copy that is opened and checked before anything changes: an upgrade that fails costs nothing. */
static bool copy_before(struct db *db, int64_t version, const char *copy, struct err *e)
{
    struct db *check = NULL;
    struct db_options o = { .read_only = true };
    int64_t found = -1;
    sqlite3_stmt *s = NULL;

    int code = sqlite3_prepare_v2(db->raw, "VACUUM INTO :copy", -1, &s, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(s, 1, copy, -1, SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(s);
    sqlite3_finalize(s);
    if (code != SQLITE_DONE)
        return db_failed(db, code, e);
    bool ok = db_open_raw(copy, &o, &check, e) && db_pragma_int(check, "PRAGMA user_version", &found, e);
    if (ok && found != version)
        ok = err_set(e, ERR_STORE, "", N_("The copy made before the upgrade cannot be read back (%s). The database was left as it was."),
            copy, NULL);
    db_close(check);
    return ok;
}

static const char *copy_name(const struct db *db, int64_t version, struct arena *a)
{
    day d;
    hm t;
    char iso[DAY_TEXT];
    const char *name;

    instant_civil(clock_wall(db->clock), 0, &d, &t);
    day_iso(d, iso);
    for (int n = 0;; n++) {
        name = arena_printf(a, "%s.before-%lld.%s-%d", db->path, (long long)version, iso, n);
        if (access(name, F_OK) != 0)
            return name;
    }
}

bool migrate_open(const char *path, const struct db_options *o, struct arena *a, struct db **out, const char **backup,
    struct err *e)
{
    struct db *db = NULL;
    int64_t version;

    if (!db_open_raw(path, o, &db, e))
        return false;
    bool ok = db_check_origin(db, &version, migrate_current(), e);
    const char *copy = "";
    if (ok && version < migrate_current()) {
        copy = copy_name(db, version, a);
        ok = !db->read_only
            || err_set(e, ERR_STORE, "", N_("%s is of an older version and may only be read here; it must be brought up to date first."), path,
                NULL);
        ok = ok && copy_before(db, version, copy, e) && run_steps(db, version, e);
    }
    if (!ok) {
        db_close(db);
        return false;
    }
    if (backup)
        *backup = copy;
    *out = db;
    return true;
}

bool migrate_digest(struct db *db, char out[SHA3_TEXT], struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SCHEMA_DIGEST, e);
    struct arena a;

    arena_init(&a);
    if (stmt_row(s, e))
        str_copy(out, SHA3_TEXT, col_text(s, 0, &a));
    arena_fini(&a);
    return stmt_end(s);
}

void migrate_expected_digest(char out[SHA3_TEXT])
{
    static const char made[] =
#include "src/store/schema_digest.inc"
        ;

    str_copy(out, SHA3_TEXT, made);
}
