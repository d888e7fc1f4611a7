/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "base/json.h"
#include "store/audit.h"
#include "store/backup_inside.h"
#include "store/setting_store.h"
#include "sys/file.h"
#include "sys/paths.h"

enum { NAME_TEXT = 64 };
static const char cannot_write[] = N_("The file %1$s cannot be written: %2$s.");
static const char cannot_read[] = N_("The file %1$s cannot be read: %2$s.");

bool file_sha256(const char *path, char out[SHA3_TEXT], struct err *e)
{
    crypto_hash_sha256_state state;
    uint8_t piece[65536], raw[crypto_hash_sha256_BYTES];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    ssize_t n = fd < 0 ? -1 : 1;

    crypto_hash_sha256_init(&state);
    while (n > 0) {
        n = read(fd, piece, sizeof piece);
        if (n > 0)
            crypto_hash_sha256_update(&state, piece, (unsigned long long)n);
    }
    int code = errno;
    if (fd >= 0)
        close(fd);
    if (n < 0)
        return file_failed(code, cannot_read, path, e);
    crypto_hash_sha256_final(&state, raw);
    sodium_bin2hex(out, SHA3_TEXT, raw, sizeof raw);
    return true;
}

void remove_copy(const char *path)
{
    static const char *const tails[] = { "", "-journal", ".gate", ".turn" };
    struct arena a;

    arena_init(&a);
    for (size_t i = 0; i < COUNT_OF(tails); i++)
        unlink(arena_printf(&a, "%s%s", path, tails[i]));
    arena_fini(&a);
}

static bool name_of(struct db *db, const struct backup_options *o, char out[NAME_TEXT],
    struct arena *a, struct err *e)
{
    instant now = clock_wall(o->clock);
    int64_t offset = o->offset;
    const char *set;
    char iso[DAY_TEXT];
    day d;
    hm t;

    if (!setting_get(db, "desk.offset", a, &set, e))
        return false;
    if (!offset && (!str_int(set, &offset) || offset <= -1440 || offset >= 1440))
        offset = 540;
    instant_civil(now, (int)offset, &d, &t);
    day_iso(d, iso);
    snprintf(out, NAME_TEXT, "madoguchi-%s-%02d%02d%02d.db", iso, t.min / 60, t.min % 60,
        (int)(now.s % 60));
    return true;
}

/* Damage is no backup; any other breach is better copied than lost, and is reported. */
static bool copy_is_good(const char *path, const struct backup_options *o, struct arena *a,
    struct backup_made *out, struct err *e)
{
    struct db_options ro = { .read_only = true, .clock = o->clock, .vfs = o->vfs };
    struct verify_options v = {
        .now = clock_wall(o->clock), .offset = o->offset, .progress = o->progress, .arg = o->arg
    };
    char content[SHA3_TEXT] = "";
    struct db *db = NULL;

    bool ok = db_open(path, &ro, &db, e) && verify_run(db, &v, a, &out->report, e);
    if (ok && out->report.stopped)
        ok = err_set(e, ERR_INPUT, "", N_("Stopped. No backup was made."), NULL);
    for (size_t i = 0; ok && i < out->report.n; i++)
        if (str_eq(out->report.item[i].rule, "D1"))
            ok = err_set(e, ERR_STORE, "",
                N_("The database is damaged; it was not copied over the good backups. Restore the "
                   "last good one with: madoguchi restore"),
                NULL);
    ok = ok && verify_content_digest(db, content, e);
    if (ok && !str_eq(content, out->content))
        ok = err_set(e, ERR_STORE, "",
            N_("The copy does not hold what the database holds. No backup was made; try another "
               "disk."),
            NULL);
    db_close(db);
    return ok;
}

static bool write_sum(
    const char *path, const char *name, const char *sha256, struct arena *a, struct err *e)
{
    const char *line = arena_printf(a, "%s  %s\n", sha256, name);

    return file_write(arena_printf(a, "%s.sha256", path), line, strlen(line), FILE_SYNCED, e);
}

/* The digest and the pages of one moment. */
static bool copy_moment(struct db *db, const char *part, const struct backup_options *o,
    struct backup_made *out, struct err *e)
{
    if (!db_moment_begin(db, e))
        return false;
    bool ok = verify_content_digest(db, out->content, e) && copy_pages(db, part, o->vfs, false, e);
    db_moment_end(db);
    return ok;
}

static bool remove_old(
    const struct backup_options *o, struct arena *a, struct backup_made *out, struct err *e)
{
    const char *const *names;
    size_t n;

    if (!file_names(o->folder, ".db", a, &names, &n, e))
        return false;
    bool *keep = ARENA_ARRAY(a, bool, n + 1);
    backup_keep(names, n, keep);
    for (size_t i = 0; i < n; i++) {
        const char *path = paths_join(o->folder, names[i], a);
        if (keep[i])
            continue;
        if (!file_remove(path, e) || !file_remove(arena_printf(a, "%s.sha256", path), e))
            return false;
        out->removed++;
    }
    return true;
}

static bool note_backup(struct db *db, const struct backup_options *o, const char *name,
    const struct backup_made *m, struct err *e)
{
    struct buf body;
    struct tx tx;

    buf_init(&body, 4096);
    struct json j = json_start(&body);
    json_object(&j, NULL);
    json_text(&j, "file", name);
    json_text(&j, "sha256", m->sha256);
    json_text(&j, "content", m->content);
    json_int(&j, "breaches", (int64_t)m->report.n);
    json_object_end(&j);
    struct audit_entry x = { .staff = o->by,
        .at = clock_wall(o->clock),
        .verb = "backup",
        .object = "backup",
        .body = body.p };
    bool ok = tx_begin(db, &tx, NULL, e) && tx_end(&tx, audit_add(db, &x, e), e);
    buf_fini(&body);
    return ok;
}

bool backup_make(struct db *db, const struct backup_options *o, struct arena *a,
    struct backup_made *out, struct err *e)
{
    char name[NAME_TEXT];

    BUG_IF(db_in_tx(db));
    *out = (struct backup_made){ .path = "" };
    if (!name_of(db, o, name, a, e) || !paths_make_private(o->folder, e))
        return false;
    out->path = paths_join(o->folder, name, a);
    const char *part = arena_printf(a, "%s/.%s.part", o->folder, name);
    remove_copy(part);
    if (file_exists(out->path))
        return err_set(
            e, ERR_INPUT, "", N_("%s is there already and is left alone."), out->path, NULL);
    bool ok = copy_moment(db, part, o, out, e) && file_sync(part, e)
        && copy_is_good(part, o, a, out, e) && file_sha256(part, out->sha256, e)
        && write_sum(out->path, name, out->sha256, a, e);
    if (ok && rename(part, out->path) != 0)
        ok = file_failed(errno, cannot_write, out->path, e);
    ok = ok && file_sync_folder(out->path, e);
    if (!ok) {
        remove_copy(part);
        return false;
    }
    return (out->report.n > 0 || remove_old(o, a, out, e))
        && (db_read_only(db) || note_backup(db, o, name, out, e));
}
