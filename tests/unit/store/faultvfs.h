/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails when told to: a VFS over the system's that counts what changes a file (writes,
 * truncations, syncs, unlinks of database and journal) and makes the Nth of them fail, once or from
 * then on, or ends the process there as a power button would (SIGKILL). For tests of store/ and
 * desk/:
 *
 *     faultvfs_install();                          once per process; name it in db_options.vfs =
 * FAULT_VFS, or ask faultvfs_default(true) that every connection uses it faultvfs_set(FAULT_WRITE |
 * FAULT_SYNC, 7, FAULT_FULL, false);   the 7th from now fails with "disk full"
 *     ... the action ...
 *     faultvfs_clear();                            and the disk is well again
 *
 * Loop N = 1, 2, 3 ... until faultvfs_fired() is false after the action: then every point was
 * tried. Reads never fail. Counts are of one process; a fork starts with the parent's. */
#ifndef TESTS_STORE_FAULTVFS_H
#define TESTS_STORE_FAULTVFS_H
#include <stdbool.h>

#define FAULT_VFS "fault"

enum fault_on {
    FAULT_WRITE = 1,
    FAULT_SYNC = 2,
    FAULT_UNLINK = 4,
    FAULT_TRUNCATE = 8,
    FAULT_ANY = 15
};
enum fault_kind {
    FAULT_FULL, /* SQLITE_FULL; of a sync or unlink SQLITE_IOERR */
    FAULT_EIO, /* SQLITE_IOERR_WRITE, _FSYNC, _DELETE, _TRUNCATE */
    FAULT_KILL /* SIGKILL before the call does anything */
};

void faultvfs_install(void);
void faultvfs_default(bool on); /* all connections opened from here on */
/* The nth (1 = the next) call among `on` fails; for_ever: all later ones too. Counting begins anew.
 */
void faultvfs_set(unsigned on, int nth, enum fault_kind kind, bool for_ever);
void faultvfs_clear(void);
bool faultvfs_fired(void); /* since faultvfs_set */
int faultvfs_count(unsigned on); /* calls since faultvfs_set or faultvfs_clear */
#endif
