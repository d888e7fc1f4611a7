/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All pages of a database into another file, by SQLite's own copier: the only safe way while it is
 * open. */
#include <sys/stat.h>

#include "store/backup_inside.h"

enum { BUSY_MS = 30000 };

static bool copy_failed(const char *path, sqlite3 *raw, int code, struct err *e)
{
    if ((code & 0xFF) == SQLITE_FULL)
        return err_set(e, ERR_STORE, "file",
            N_("The disk is full: %s was not made. Make room and repeat."), path, NULL);
    if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED)
        return err_set(e, ERR_BUSY, "file",
            N_("Another program is holding the database. Nothing was copied to %s; try again."),
            path, NULL);
    return err_set(e, ERR_STORE, "file", N_("%1$s could not be made (%2$s). Nothing was changed."),
        path, raw ? sqlite3_errmsg(raw) : sqlite3_errstr(code), NULL);
}

/* One step: nobody writes in between, and a copy of a desk's size takes a moment. */
static int run_backup(sqlite3 *to, sqlite3 *from, const struct clock *clock)
{
    sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
    int64_t until = clock_mono_ms(clock) + BUSY_MS;
    int code;

    if (!b)
        return sqlite3_errcode(to);
    do {
        code = sqlite3_backup_step(b, -1);
    } while (((code & 0xFF) == SQLITE_BUSY || code == SQLITE_LOCKED) && clock_mono_ms(clock) < until
        && sqlite3_sleep(10));
    int end = sqlite3_backup_finish(b);
    return code == SQLITE_DONE ? end : code;
}

bool copy_pages(struct db *from, const char *path, const char *vfs, bool into, struct err *e)
{
    int flags = SQLITE_OPEN_READWRITE | (into ? 0 : SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX
        | SQLITE_OPEN_NOFOLLOW;
    sqlite3 *to = NULL;
    mode_t mask = umask(077);
    int code = sqlite3_open_v2(path, &to, flags, vfs);

    umask(mask);
    if (code == SQLITE_OK) {
        sqlite3_busy_timeout(to, 1000);
        code = sqlite3_exec(
            to, into ? "PRAGMA synchronous = EXTRA" : "PRAGMA synchronous = OFF", NULL, NULL, NULL);
    }
    if (code == SQLITE_OK)
        code = run_backup(to, from->raw, from->clock);
    bool ok = code == SQLITE_OK || copy_failed(path, to, code, e);
    sqlite3_close(to);
    return ok;
}
