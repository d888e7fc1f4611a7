/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <unistd.h>

#include "base/json.h"
#include "store/audit.h"
#include "store/backup.h"
#include "store/backup_inside.h"
#include "store/migrate.h"
#include "store/staff_store.h"
#include "sys/file.h"

static const char SQL_AT[] = "SELECT at FROM audit WHERE seq = :seq";
static const char SQL_HASH[] = "SELECT hash FROM audit WHERE seq = :seq";
static const char SQL_AFTER[] = "SELECT count(*) FROM audit WHERE seq > :seq";
static const char cannot_write[] = N_("The file %1$s cannot be written: %2$s.");

/* FILE.sha256 as sha256sum writes it; none is no fault (a copy from another disk), another digest
 * is one. */
static bool sum_agrees(struct restore *r, struct arena *a, struct err *e)
{
    const char *path = arena_printf(a, "%s.sha256", r->from), *text;
    size_t n;

    if (!file_exists(path))
        return true;
    if (!file_read(path, 4096, a, &text, &n, e))
        return false;
    if (!str_starts(text, r->sha256))
        return err_set(e, ERR_STORE, "",
            N_("%s is not as it was when the backup was made (its check sum differs). Take another "
               "backup."),
            r->from, NULL);
    r->sum_known = true;
    return true;
}

static bool last_of(struct db *db, struct restore *r, struct audit_link *link, struct err *e)
{
    if (!audit_last(db, link, e))
        return false;
    r->last_seq = link->seq;
    struct stmt *s = db_stmt(db, SQL_AT, e);
    bind_int(s, ":seq", link->seq);
    if (stmt_row(s, e))
        r->last = col_instant(s, 0);
    return stmt_end(s);
}

static bool verified(struct db *db, const struct backup_options *o, struct arena *a,
    struct restore *r, struct err *e)
{
    struct verify_options v = {
        .now = clock_wall(o->clock), .offset = o->offset, .progress = o->progress, .arg = o->arg
    };

    if (!verify_run(db, &v, a, &r->report, e))
        return false;
    if (r->report.stopped)
        return err_set(e, ERR_INPUT, "", N_("Stopped. Nothing was restored."), NULL);
    for (size_t i = 0; i < r->report.n; i++)
        if (str_eq(r->report.item[i].rule, "D1"))
            return err_set(e, ERR_STORE, "",
                N_("The backup %s is damaged itself. Take another one; nothing was changed."),
                r->from, NULL);
    return true;
}

/* Of this program, of this or an older version. */
static bool open_any(const char *path, const struct backup_options *o, bool read_only,
    struct db **out, bool *current, struct err *e)
{
    struct db_options options = { .read_only = read_only, .clock = o->clock, .vfs = o->vfs };
    struct db *db = NULL;
    int64_t version = 0;

    if (!db_open_raw(path, &options, &db, e))
        return false;
    if (!db_check_origin(db, &version, migrate_current(), e)) {
        db_close(db);
        return false;
    }
    *current = version == migrate_current();
    *out = db;
    return true;
}

/* How much would be lost; a database that cannot be read has nothing to count. */
static void compare_with(struct restore *r, const struct audit_link *link,
    const struct backup_options *o, struct arena *a)
{
    struct db *db = NULL;
    bool current;

    r->lost = -1;
    if (!open_any(r->to, o, true, &db, &current, NULL))
        return;
    struct stmt *s = db_stmt(db, SQL_HASH, NULL);
    bind_int(s, ":seq", link->seq);
    r->same_history
        = link->seq == 0 || (stmt_row(s, NULL) && str_eq(col_text(s, 0, a), link->hash));
    stmt_end(s);
    s = db_stmt(db, SQL_AFTER, NULL);
    bind_int(s, ":seq", link->seq);
    if (stmt_row(s, NULL))
        r->lost = col_int(s, 0);
    stmt_end(s);
    db_close(db);
}

static bool copy_to_side(struct restore *r, const struct backup_options *o, struct err *e)
{
    struct db *db = NULL;
    bool current;

    if (!open_any(r->from, o, true, &db, &current, e))
        return false;
    bool ok = (!current || verify_content_digest(db, r->content, e))
        && copy_pages(db, r->side, o->vfs, false, e) && file_sync(r->side, e);
    db_close(db);
    return ok;
}

/* The side file is brought up to date if need be, then looked at as the database that it will be.
 */
static bool look_at_side(struct restore *r, const struct backup_options *o, struct arena *a,
    struct audit_link *link, struct err *e)
{
    struct db_options options = { .clock = o->clock, .vfs = o->vfs };
    char content[SHA3_TEXT] = "";
    struct db *db = NULL;
    const char *before = "";

    bool ok = migrate_open(r->side, &options, a, &db, &before, e) && verified(db, o, a, r, e)
        && last_of(db, r, link, e) && verify_content_digest(db, content, e);
    db_close(db);
    if (*before)
        remove_copy(before);
    if (ok && *r->content && !str_eq(content, r->content))
        return err_set(e, ERR_STORE, "",
            N_("The copy of %s does not hold what the backup holds. Nothing was changed; try "
               "another disk."),
            r->from, NULL);
    if (ok)
        str_copy(r->content, sizeof r->content, content);
    return ok;
}

bool restore_prepare(const char *from, const char *to, const struct backup_options *o,
    struct arena *a, struct restore *out, struct err *e)
{
    struct audit_link link = { .hash = "0" };

    *out = (struct restore){
        .from = from, .to = to, .side = arena_printf(a, "%s.restoring", to), .same_history = true
    };
    if (!file_exists(from))
        return err_set(e, ERR_INPUT, "", N_("There is no backup at %s."), from, NULL);
    remove_copy(out->side);
    bool ok = file_sha256(from, out->sha256, e) && sum_agrees(out, a, e) && copy_to_side(out, o, e)
        && look_at_side(out, o, a, &link, e);
    if (ok)
        compare_with(out, &link, o, a);
    else
        remove_copy(out->side);
    return ok;
}

void restore_abandon(struct restore *r)
{
    remove_copy(r->side);
}

/* Somebody who came after the backup was made is not in it: the row is the program's then, and names
 * them in its body. */
static bool known(struct db *db, int64_t by, int64_t *staff, struct err *e)
{
    struct staff_row row;
    struct arena a;
    bool found = false;

    arena_init(&a);
    bool ok = staff_load(db, by, &a, &row, &found, e);
    arena_fini(&a);
    if (found)
        *staff = by;
    return ok;
}

/* The row stands in the restored trail: what was restored, what it replaced. */
static bool note_restore(struct restore *r, const struct backup_options *o, int64_t second,
    const char *replaced, struct err *e)
{
    struct db_options rw = { .clock = o->clock, .vfs = o->vfs };
    struct db *db = NULL;
    struct buf body;
    struct tx tx;

    buf_init(&body, 4096);
    struct json j = json_start(&body);
    json_object(&j, NULL);
    json_text(&j, "backup", strrchr(r->from, '/') ? strrchr(r->from, '/') + 1 : r->from);
    json_text(&j, "sha256", r->sha256);
    json_text(&j, "content", r->content);
    json_text(&j, "replaced", replaced);
    json_int(&j, "lost", r->lost);
    json_int(&j, "by", o->by);
    json_int(&j, "second", second);
    json_object_end(&j);
    struct audit_entry x = { .staff = STAFF_SYSTEM,
        .at = clock_wall(o->clock),
        .verb = "restore",
        .object = "backup",
        .body = body.p };
    bool ok = db_open(r->side, &rw, &db, e) && known(db, o->by, &x.staff, e)
        && tx_begin(db, &tx, NULL, e) && tx_end(&tx, audit_add(db, &x, e), e);
    db_close(db);
    buf_fini(&body);
    return ok;
}

static const char *kept_name(
    const struct restore *r, const struct backup_options *o, struct arena *a)
{
    char iso[DAY_TEXT];
    day d;
    hm t;

    instant_civil(clock_wall(o->clock), o->offset ? o->offset : 540, &d, &t);
    day_iso(d, iso);
    for (int n = 0;; n++) {
        const char *name = arena_printf(a, "%s.before-restore.%s-%d", r->to, iso, n);
        if (access(name, F_OK) != 0)
            return name;
    }
}

/* The database can be read: it is copied away, then overwritten page by page in one transaction of
 * SQLite's, so that terminals that have it open go on with the restored one. */
static bool replace_content(struct restore *r, struct db *old, const struct backup_options *o,
    const char *kept, struct err *e)
{
    struct db_options ro = { .read_only = true, .clock = o->clock, .vfs = o->vfs };
    struct db *side = NULL;

    bool ok = copy_pages(old, kept, o->vfs, false, e) && file_sync(kept, e) && file_sync_folder(kept, e)
        && db_open(r->side, &ro, &side, e);
    if (ok && !queue_take(&old->queue, old->clock, NULL, e))
        ok = false;
    else if (ok) {
        ok = copy_pages(side, r->to, o->vfs, true, e);
        queue_leave(&old->queue);
    }
    db_close(side);
    return ok;
}

/* It cannot be read: the file goes aside with its journal, the verified one takes its name. */
static bool replace_file(struct restore *r, const char *kept, struct arena *a, struct err *e)
{
    const char *journal = arena_printf(a, "%s-journal", r->to);

    if (file_exists(r->to)
        && ((file_exists(journal) && rename(journal, arena_printf(a, "%s-journal", kept)) != 0)
            || rename(r->to, kept) != 0))
        return file_failed(errno, cannot_write, kept, e);
    if (rename(r->side, r->to) != 0)
        return file_failed(errno, cannot_write, r->to, e);
    return file_sync_folder(r->to, e);
}

bool restore_commit(struct restore *r, const struct backup_options *o, int64_t second,
    struct arena *a, const char **kept, struct err *e)
{
    struct db *old = NULL;
    struct audit_link link = { .hash = "" };
    bool there = file_exists(r->to), current;
    bool readable = there && open_any(r->to, o, false, &old, &current, NULL) && !db_read_only(old);

    *kept = there ? kept_name(r, o, a) : "";
    if (readable)
        audit_last(old, &link, NULL);
    bool ok = note_restore(r, o, second, link.hash, e);
    if (ok && readable)
        ok = replace_content(r, old, o, *kept, e);
    db_close(old);
    if (ok && !readable)
        ok = replace_file(r, *kept, a, e);
    remove_copy(r->side);
    return ok;
}
