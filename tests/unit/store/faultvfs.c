/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store/faultvfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

struct fault_file {
    sqlite3_file base;
    sqlite3_file *real; /* behind this struct in the same memory */
};

static struct {
    sqlite3_vfs vfs, *system;
    unsigned on;
    int nth, seen, count[4];
    enum fault_kind kind;
    bool for_ever, fired;
} fault;

static int result_of(enum fault_on what)
{
    switch (what) {
    case FAULT_WRITE:
        return fault.kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    case FAULT_SYNC:
        return SQLITE_IOERR_FSYNC;
    case FAULT_UNLINK:
        return SQLITE_IOERR_DELETE;
    default:
        return SQLITE_IOERR_TRUNCATE;
    }
}

/* SQLITE_OK, or what this call shall answer instead of being done. */
static int check(enum fault_on what)
{
    for (int i = 0; i < 4; i++)
        fault.count[i] += what == (enum fault_on)(1 << i);
    if (!(fault.on & (unsigned)what) || fault.nth == 0)
        return SQLITE_OK;
    fault.seen++;
    if (fault.seen != fault.nth && !(fault.for_ever && fault.seen > fault.nth))
        return SQLITE_OK;
    fault.fired = true;
    if (fault.kind == FAULT_KILL)
        kill(getpid(), SIGKILL);
    return result_of(what);
}

static sqlite3_file *real_of(sqlite3_file *f)
{
    return ((struct fault_file *)f)->real;
}

static int f_close(sqlite3_file *f)
{
    return real_of(f)->pMethods ? real_of(f)->pMethods->xClose(real_of(f)) : SQLITE_OK;
}

static int f_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return real_of(f)->pMethods->xRead(real_of(f), to, n, at);
}

static int f_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    int code = check(FAULT_WRITE);

    return code ? code : real_of(f)->pMethods->xWrite(real_of(f), from, n, at);
}

static int f_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    int code = check(FAULT_TRUNCATE);

    return code ? code : real_of(f)->pMethods->xTruncate(real_of(f), size);
}

static int f_sync(sqlite3_file *f, int flags)
{
    int code = check(FAULT_SYNC);

    return code ? code : real_of(f)->pMethods->xSync(real_of(f), flags);
}

static int f_size(sqlite3_file *f, sqlite3_int64 *size)
{
    return real_of(f)->pMethods->xFileSize(real_of(f), size);
}

static int f_lock(sqlite3_file *f, int lock)
{
    return real_of(f)->pMethods->xLock(real_of(f), lock);
}

static int f_unlock(sqlite3_file *f, int lock)
{
    return real_of(f)->pMethods->xUnlock(real_of(f), lock);
}

static int f_reserved(sqlite3_file *f, int *out)
{
    return real_of(f)->pMethods->xCheckReservedLock(real_of(f), out);
}

static int f_control(sqlite3_file *f, int op, void *arg)
{
    return real_of(f)->pMethods->xFileControl(real_of(f), op, arg);
}

static int f_sector(sqlite3_file *f)
{
    return real_of(f)->pMethods->xSectorSize(real_of(f));
}

static int f_device(sqlite3_file *f)
{
    return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f));
}

static const sqlite3_io_methods methods = { .iVersion = 1,
    .xClose = f_close,
    .xRead = f_read,
    .xWrite = f_write,
    .xTruncate = f_truncate,
    .xSync = f_sync,
    .xFileSize = f_size,
    .xLock = f_lock,
    .xUnlock = f_unlock,
    .xCheckReservedLock = f_reserved,
    .xFileControl = f_control,
    .xSectorSize = f_sector,
    .xDeviceCharacteristics = f_device };

static int v_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out)
{
    struct fault_file *x = (struct fault_file *)f;

    (void)v;
    memset(x, 0, sizeof *x);
    x->real = (sqlite3_file *)(x + 1);
    int code = fault.system->xOpen(fault.system, name, x->real, flags, out);
    x->base.pMethods = x->real->pMethods ? &methods : NULL;
    return code;
}

static int v_delete(sqlite3_vfs *v, const char *name, int sync_folder)
{
    int code = check(FAULT_UNLINK);

    (void)v;
    return code ? code : fault.system->xDelete(fault.system, name, sync_folder);
}

void faultvfs_install(void)
{
    if (fault.system)
        return;
    fault.system = sqlite3_vfs_find(NULL);
    fault.vfs = *fault.system;
    fault.vfs.zName = FAULT_VFS;
    fault.vfs.pNext = NULL;
    fault.vfs.szOsFile = (int)sizeof(struct fault_file) + fault.system->szOsFile;
    fault.vfs.xOpen = v_open;
    fault.vfs.xDelete = v_delete;
    sqlite3_vfs_register(&fault.vfs, 0);
}

void faultvfs_default(bool on)
{
    faultvfs_install();
    sqlite3_vfs_register(on ? &fault.vfs : fault.system, 1);
}

void faultvfs_set(unsigned on, int nth, enum fault_kind kind, bool for_ever)
{
    faultvfs_clear();
    fault.on = on;
    fault.nth = nth;
    fault.kind = kind;
    fault.for_ever = for_ever;
}

void faultvfs_clear(void)
{
    fault.on = 0;
    fault.nth = fault.seen = 0;
    fault.fired = false;
    memset(fault.count, 0, sizeof fault.count);
}

bool faultvfs_fired(void)
{
    return fault.fired;
}

int faultvfs_count(unsigned on)
{
    int n = 0;

    for (int i = 0; i < 4; i++)
        if (on & (1u << i))
            n += fault.count[i];
    return n;
}
