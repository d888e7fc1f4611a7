/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "store/audit_inside.h"
#include "store/migrate.h"
#include "store/sha3.h"
#include "store/touched.h"

enum { BUSY_TRIES = 2000, BUSY_TRIES_BEGIN = 100, BUSY_TRIES_COMMIT = 500, COMMITS = 4 };

/* One millisecond, always: the queue orders the writers, and a reader never waits long (design.md 2). */
static int on_busy(void *arg, int times)
{
    const struct db *db = arg;

    if (times >= db->busy_tries)
        return 0;
    sqlite3_sleep(1);
    return 1;
}

static bool set_modes(struct db *db, bool unsynced, struct err *e)
{
    static const char modes[] =
        "PRAGMA foreign_keys = ON;"
        "PRAGMA synchronous = EXTRA;"
        "PRAGMA trusted_schema = OFF;"
        "PRAGMA cell_size_check = ON;"
        "PRAGMA mmap_size = 0;"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA secure_delete = ON;";

    sqlite3_extended_result_codes(db->raw, 1);
    sqlite3_busy_handler(db->raw, on_busy, db);
    sqlite3_db_config(db->raw, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->raw, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_limit(db->raw, SQLITE_LIMIT_ATTACHED, 0);
    touched_watch(db);
    return sha3_register(db->raw, e) && db_exec(db, modes, e)
        && (!unsynced || db_exec(db, "PRAGMA synchronous = OFF", e));
}

/* SQLite's locks do not hold on network file systems: refuse them before anything is lost. */
static bool is_network(const char *path)
{
    enum { NFS = 0x6969, SMB = 0x517B, SMB2 = (int)0xFE534D42, CIFS = (int)0xFF534D42 };
    struct statfs fs;

    if (statfs(path, &fs) != 0)
        return false;
    int type = (int)fs.f_type;
    return type == NFS || type == SMB || type == SMB2 || type == CIFS;
}

/* The journal and the files for taking turns stand beside the database. */
static bool folder_writable(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");

    BUG_IF(!folder);
    bool yes = access(folder, W_OK | X_OK) == 0;
    free(folder);
    return yes;
}

static bool look_at_file(const char *path, const struct db_options *o, bool *writable, struct err *e)
{
    struct stat st;
    bool there = lstat(path, &st) == 0;

    *writable = !o->read_only;
    if (!there && !o->create)
        return err_set(e, ERR_INPUT, "", N_("There is no database at %s. Make one with: madoguchi init"), path, NULL);
    if (there && o->create)
        return err_set(e, ERR_INPUT, "", N_("%s is there already and is left alone."), path, NULL);
    if (there && !S_ISREG(st.st_mode))
        return err_set(e, ERR_INPUT, "", N_("%s is not a file that can be a database."), path, NULL);
    if (there && is_network(path))
        return err_set(e, ERR_INPUT, "", N_("%s lies on a network folder, where databases can be lost. Keep it on this machine."),
            path, NULL);
    if (there && access(path, R_OK) != 0)
        return err_set(e, ERR_STORE, "", N_("%s may not be read by this account."), path, NULL);
    if (there && (access(path, W_OK) != 0 || !folder_writable(path)))
        *writable = false;
    return true;
}

/* Nothing, not even a file for waiting, is put beside what another program made: its first page says whose it is
 * (sqlite.org/fileformat2.html: magic string, application id at 68). What cannot be read here is said later.
 * Only before the file is opened for use: closing any descriptor of a file drops the locks that this process holds on
 * it (sqlite.org/howtocorrupt.html 2.2). */
static bool is_ours(const char *path, struct err *e)
{
    enum { HEADER = 100, APPLICATION_ID = 68 };
    static const char magic[] = "SQLite format 3";
    unsigned char h[HEADER];
    FILE *f = fopen(path, "rb");
    size_t n = f ? fread(h, 1, sizeof h, f) : 0;
    bool end = f && n == 0 && feof(f);

    if (f)
        fclose(f);
    if (end)
        return err_set(e, ERR_INPUT, "", N_("%s is empty: there is no database in it. Take another name, or restore the last good backup with: madoguchi restore"),
            path, NULL);
    if (n < sizeof h || memcmp(h, magic, sizeof magic) != 0)
        return true;
    const unsigned char *id = h + APPLICATION_ID;
    uint32_t application = (uint32_t)id[0] << 24 | (uint32_t)id[1] << 16 | (uint32_t)id[2] << 8 | id[3];
    return application == DB_APPLICATION_ID
        || err_set(e, ERR_INPUT, "", N_("%s is a database of another program and is left alone."), path, NULL);
}

bool db_open_raw(const char *path, const struct db_options *o, struct db **out, struct err *e)
{
    bool writable;

    if (!look_at_file(path, o, &writable, e) || (!o->create && !is_ours(path, e)))
        return false;
    struct db *db = calloc(1, sizeof *db);
    BUG_IF(!db);
    db->path = strdup(path);
    BUG_IF(!db->path);
    db->queue = (struct queue){ -1, -1 };
    db->real = clock_real();
    db->clock = o->clock ? o->clock : &db->real;
    db->read_only = !writable;
    db->busy_tries = BUSY_TRIES;
    int flags = (writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | (o->create ? SQLITE_OPEN_CREATE : 0)
        | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE;
    mode_t mask = umask(077);
    int code = sqlite3_open_v2(path, &db->raw, flags, o->vfs);
    umask(mask);
    bool ok = (code == SQLITE_OK || db_failed(db, code, e)) && set_modes(db, o->unsynced, e)
        && (db->read_only || queue_open(&db->queue, path, e));
    if (ok)
        *out = db;
    else
        db_close(db);
    return ok;
}

bool db_pragma_int(struct db *db, const char *sql, int64_t *out, struct err *e)
{
    sqlite3_stmt *s = NULL;
    int code = sqlite3_prepare_v2(db->raw, sql, -1, &s, NULL);

    *out = 0;
    if (code == SQLITE_OK)
        code = sqlite3_step(s);
    if (code == SQLITE_ROW)
        *out = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return code == SQLITE_ROW || db_failed(db, code, e);
}

bool db_check_origin(struct db *db, int64_t *version, int64_t current, struct err *e)
{
    char has[24], knows[24];
    int64_t application;

    if (!db_pragma_int(db, "PRAGMA application_id", &application, e)
        || !db_pragma_int(db, "PRAGMA user_version", version, e))
        return false;
    if (application != DB_APPLICATION_ID)
        return err_set(e, ERR_INPUT, "", N_("%s is a database of another program and is left alone."), db->path, NULL);
    if (*version <= current)
        return true;
    snprintf(has, sizeof has, "%lld", (long long)*version);
    snprintf(knows, sizeof knows, "%lld", (long long)current);
    return err_set(e, ERR_INPUT, "",
        N_("%1$s was made by a newer version of this program (schema %2$s; this one knows %3$s). Use the newer program."),
        db->path, has, knows, NULL);
}

bool db_open(const char *path, const struct db_options *o, struct db **out, struct err *e)
{
    struct db *db = NULL;
    int64_t version;

    if (!db_open_raw(path, o, &db, e))
        return false;
    bool ok = o->create || db_check_origin(db, &version, migrate_current(), e);
    if (ok && !o->create && version < migrate_current())
        ok = err_set(e, ERR_INPUT, "", N_("%s is of an older version and must be brought up first: madoguchi does it when it starts."),
            path, NULL);
    if (ok)
        *out = db;
    else
        db_close(db);
    return ok;
}

void db_close(struct db *db)
{
    if (!db)
        return;
    db_forget_statements(db);
    audit_forget(db);
    free(db->touched);
    sqlite3_close(db->raw);
    queue_close(&db->queue);
    free(db->path);
    free(db);
}

bool db_read_only(const struct db *db)
{
    return db->read_only;
}

const char *db_path(const struct db *db)
{
    return db->path;
}

bool db_exec(struct db *db, const char *sql, struct err *e)
{
    int code = sqlite3_exec(db->raw, sql, NULL, NULL, NULL);

    return code == SQLITE_OK || db_failed(db, code, e);
}

int64_t db_last_id(const struct db *db)
{
    return sqlite3_last_insert_rowid(db->raw);
}

int64_t db_changes(const struct db *db)
{
    return sqlite3_changes64(db->raw);
}

bool db_in_tx(const struct db *db)
{
    return db->in_tx;
}

bool db_data_version(struct db *db, int64_t *out, struct err *e)
{
    return db_pragma_int(db, "PRAGMA data_version", out, e);
}

bool db_moment_begin(struct db *db, struct err *e)
{
    if (db->moments == 0 && !db->in_tx && !db_exec(db, "BEGIN", e))
        return false;
    db->moments++;
    return true;
}

void db_moment_end(struct db *db)
{
    BUG_IF(db->moments < 1);
    /* what SQLite rolled back by itself is over already */
    if (--db->moments == 0 && !db->in_tx && !sqlite3_get_autocommit(db->raw))
        sqlite3_exec(db->raw, "ROLLBACK", NULL, NULL, NULL);
}

enum db_trouble db_trouble(const struct db *db)
{
    return db->trouble;
}

const char *db_rule(const struct db *db)
{
    return db->rule;
}

/* since: the waiting for the turn counts, so that both together are no longer than was said. */
static bool begin_now(struct db *db, const struct tx_wait *wait, int64_t since, struct err *e)
{
    int64_t until = since + (wait && wait->max_ms ? wait->max_ms : 30000);

    for (;;) {
        db->busy_tries = BUSY_TRIES_BEGIN; /* so that Esc is heard */
        int code = sqlite3_exec(db->raw, "BEGIN IMMEDIATE", NULL, NULL, NULL);
        db->busy_tries = BUSY_TRIES;
        if (code == SQLITE_OK)
            return true;
        if ((code & 0xFF) != SQLITE_BUSY)
            return db_failed(db, code, e);
        if (wait && wait->waiting && !wait->waiting(wait->arg, ""))
            return err_set(e, ERR_BUSY, "", N_("Stopped waiting. Nothing was stored; what you typed is still there."), NULL);
        if (clock_mono_ms(db->clock) >= until)
            return db_failed(db, code, e);
    }
}

bool tx_begin(struct db *db, struct tx *tx, const struct tx_wait *wait, struct err *e)
{
    BUG_IF(db->in_tx || db->moments > 0);
    *tx = (struct tx){ .db = db };
    if (db->read_only)
        return err_set(e, ERR_STORE, "", N_("The database may only be read here. Nothing can be stored; ask whoever looks after the machine."),
            NULL);
    int64_t since = clock_mono_ms(db->clock);
    if (!queue_take(&db->queue, db->clock, wait, e))
        return false;
    if (!begin_now(db, wait, since, e)) {
        queue_leave(&db->queue);
        return false;
    }
    db->in_tx = tx->open = true;
    return true;
}

/* A reader of another terminal can hold up a COMMIT for a moment: try again before giving up. */
static bool commit(struct db *db, struct err *e)
{
    int code = SQLITE_BUSY;

    db->busy_tries = BUSY_TRIES_COMMIT;
    for (int i = 0; i < COMMITS && (code & 0xFF) == SQLITE_BUSY; i++)
        code = sqlite3_exec(db->raw, "COMMIT", NULL, NULL, NULL);
    db->busy_tries = BUSY_TRIES;
    return code == SQLITE_OK || db_failed(db, code, e);
}

bool tx_end(struct tx *tx, bool ok, struct err *e)
{
    struct db *db = tx->db;

    BUG_IF(!tx->open);
    BUG_IF(!db_quiet(db));
    ok = ok && audit_finish(db, e) && commit(db, e);
    if (!ok && !sqlite3_get_autocommit(db->raw))
        sqlite3_exec(db->raw, "ROLLBACK", NULL, NULL, NULL);
    db->in_tx = tx->open = false;
    audit_forget(db);
    queue_leave(&db->queue);
    return ok;
}
