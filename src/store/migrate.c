/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/migrate_inside.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/backup_inside.h"
#include "store/migrate_digest.h"
#include "store/verify.h"
#include "sys/file.h"

static const char *const steps[] = {
#include "src/store/schema_steps.inc"
};
static const struct schema current = { steps, COUNT_OF(steps), true };

int64_t migrate_current(void)
{
    return current.n;
}

const char *migrate_step_sql(int64_t step)
{
    BUG_IF(step < 1 || step > current.n);
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
        return err_set(e, ERR_STORE, "",
            N_("The database could not be brought up to date: a reference in it leads nowhere. It "
               "was left as it was."),
            NULL);
    return code == SQLITE_DONE || db_failed(db, code, e);
}

static bool run_steps_inside(struct db *db, const struct schema *schema, struct err *e)
{
    int64_t now = 0;

    /* another terminal may have been quicker */
    bool ok = db_pragma_int(db, "PRAGMA user_version", &now, e);
    for (int64_t step = now + 1; ok && step <= schema->n; step++)
        ok = db_exec(db, schema->steps[step - 1], e) && foreign_keys_hold(db, e)
            && set_version(db, step, e);
    return ok;
}

/* What no upgrade may change: all money, every closing, the length of the trail. */
static const char SQL_SUMS[]
    = "SELECT (SELECT coalesce(sum(yen), 0) FROM payment) || ' ' || (SELECT coalesce(sum(yen), 0) FROM charge)"
      " || ' ' || (SELECT count(*) FROM audit) || ' ' || coalesce((SELECT group_concat(k, ' ') FROM (SELECT day"
      " || ' ' || expected_cash || ' ' || counted_cash || ' ' || perpetual_after AS k FROM closing ORDER BY id)), '')";

static bool sums_of(struct db *db, struct arena *a, const char **out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SUMS, e);

    *out = "";
    if (stmt_row(s, e))
        *out = col_text(s, 0, a);
    return stmt_end(s);
}

/* Before anything is committed: a database that does not hold is left as it was. */
static bool still_holds(struct db *db, const char *before, struct arena *a, struct err *e)
{
    struct verify_report r;
    const char *after, *rules = "";

    db_forget_statements(db);
    if (!sums_of(db, a, &after, e))
        return false;
    if (!str_eq(before, after))
        return err_set(e, ERR_STORE, "",
            N_("The upgrade would change money or closings. The database was left as it was."), NULL);
    if (!verify_run(db, &(struct verify_options){ .now = clock_wall(db->clock) }, a, &r, e))
        return false;
    for (size_t i = 0; i < r.n; i++)
        rules = arena_printf(a, "%s%s%s (%s)", rules, *rules ? ", " : "", r.item[i].rule, r.item[i].which);
    return r.n == 0
        || err_set(e, ERR_STORE, "",
            N_("The database could not be brought up to date: rules of the record do not hold: %s. It was left as it "
               "was."),
            rules, NULL);
}

/* All steps are one transaction: a database is of the old version or of the new, never between. */
static bool run_all(struct db *db, const struct schema *schema, int64_t from, struct err *e)
{
    struct arena a;
    struct tx tx;
    const char *before = "";
    bool checked = schema->checked && from > 0;

    if (!tx_begin(db, &tx, NULL, e))
        return false;
    arena_init(&a);
    bool ok = (!checked || sums_of(db, &a, &before, e)) && run_steps_inside(db, schema, e)
        && (!checked || still_holds(db, before, &a, e));
    db_forget_statements(db);
    ok = tx_end(&tx, ok, e);
    arena_fini(&a);
    return ok;
}

static bool run_steps(struct db *db, const struct schema *schema, int64_t from, struct err *e)
{
    db_forget_statements(db);
    /* Tables that a step rebuilds are referred to while they are away; the check comes before the
     * commit. */
    if (!db_exec(db, "PRAGMA foreign_keys = OFF", e))
        return false;
    bool ok = run_all(db, schema, from, e);
    return db_exec(db, "PRAGMA foreign_keys = ON", ok ? e : NULL) && ok;
}

static bool make_new(
    const struct schema *schema, const char *path, const struct db_options *o, struct err *e)
{
    struct db_options create = *o;
    struct db *db = NULL;
    char sql[64];

    create.create = true;
    if (!db_open_raw(path, &create, &db, e))
        return false;
    snprintf(sql, sizeof sql, "PRAGMA application_id = %d", DB_APPLICATION_ID);
    bool ok = db_exec(db, "PRAGMA journal_mode = DELETE", e) && db_exec(db, sql, e)
        && run_steps(db, schema, 0, e);
    db_close(db);
    return ok;
}

/* Made under another name: a program that is killed here leaves nothing that looks like a database.
 */
bool schema_create(const struct schema *schema, const char *path, const struct db_options *o,
    struct db **out, struct err *e)
{
    struct db_options open = *o;
    struct arena a;

    if (access(path, F_OK) == 0)
        return err_set(e, ERR_INPUT, "", N_("%s is there already and is left alone."), path, NULL);
    arena_init(&a);
    const char *made = arena_printf(&a, "%s.new", path);
    remove_copy(made);
    bool ok = make_new(schema, made, o, e);
    if (ok
        && link(made, path) != 0) /* unlike rename, never over a file that came in the meantime */
        ok = file_failed(errno, N_("The file %1$s cannot be written: %2$s."), path, e);
    remove_copy(made);
    ok = ok && file_sync_folder(path, e);
    arena_fini(&a);
    open.create = false;
    return ok && db_open_raw(path, &open, out, e);
}

static bool is_sound(struct db *db, bool *sound, struct err *e)
{
    static const char SQL_SOUND[]
        = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
    struct stmt *s = db_stmt(db, SQL_SOUND, e);

    *sound = stmt_row(s, e) && col_int(s, 0) == 0;
    return stmt_end(s);
}

/* Can the copy be used in the place of what it was made from? */
static bool copy_holds(struct db *db, int64_t version, const char *copy, struct err *e)
{
    struct db_options o = { .read_only = true };
    char was[SCHEMA_DIGEST_TEXT] = "", is[SCHEMA_DIGEST_TEXT] = "";
    struct db *check = NULL;
    int64_t found = -1;
    bool sound = false;

    bool ok = migrate_digest(db, was, e) && db_open_raw(copy, &o, &check, e)
        && db_pragma_int(check, "PRAGMA user_version", &found, e) && migrate_digest(check, is, e)
        && is_sound(check, &sound, e);
    if (ok && (found != version || !str_eq(was, is) || !sound))
        ok = err_set(e, ERR_STORE, "",
            N_("The copy made before the upgrade cannot be read back (%s). The database was left "
               "as it was."),
            copy, NULL);
    db_close(check);
    return ok;
}

/* A copy that is opened and checked before anything changes: an upgrade that fails costs nothing.
 */
static bool copy_before(struct db *db, int64_t version, const char *copy, struct err *e)
{
    sqlite3_stmt *s = NULL;
    mode_t mask = umask(077);

    sqlite3_limit(db->raw, SQLITE_LIMIT_ATTACHED, 1); /* VACUUM INTO attaches its target */
    int code = sqlite3_prepare_v2(db->raw, "VACUUM INTO :copy", -1, &s, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(s, 1, copy, -1, SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(s);
    sqlite3_finalize(s);
    sqlite3_limit(db->raw, SQLITE_LIMIT_ATTACHED, 0);
    umask(mask);
    if (code != SQLITE_DONE)
        return db_failed(db, code, e);
    return file_sync(copy, e) && file_sync_folder(copy, e) && copy_holds(db, version, copy, e);
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

bool schema_open(const struct schema *schema, const char *path, const struct db_options *o,
    struct arena *a, struct db **out, const char **backup, struct err *e)
{
    struct db *db = NULL;
    int64_t version;

    if (!db_open_raw(path, o, &db, e))
        return false;
    bool ok = db_check_origin(db, &version, schema->n, e);
    const char *copy = "";
    if (ok && version < schema->n) {
        copy = copy_name(db, version, a);
        ok = !db->read_only
            || err_set(e, ERR_STORE, "",
                N_("%s is of an older version and may only be read here; it must be brought up to "
                   "date first."),
                path, NULL);
        ok = ok && copy_before(db, version, copy, e) && run_steps(db, schema, version, e);
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

bool migrate_create(const char *path, const struct db_options *o, struct db **out, struct err *e)
{
    return schema_create(&current, path, o, out, e);
}

bool migrate_open(const char *path, const struct db_options *o, struct arena *a, struct db **out,
    const char **backup, struct err *e)
{
    return schema_open(&current, path, o, a, out, backup, e);
}

bool migrate_digest(struct db *db, char out[SCHEMA_DIGEST_TEXT], struct err *e)
{
    int code = schema_digest(db->raw, out);

    return code == SQLITE_DONE || db_failed(db, code, e);
}

bool migrate_schema_holds(struct db *db, bool *holds, struct err *e)
{
    static const char should[] =
#include "src/store/schema_digest.inc"
        ;
    char is[SCHEMA_DIGEST_TEXT];

    if (!migrate_digest(db, is, e))
        return false;
    *holds = str_eq(is, should);
    return true;
}
