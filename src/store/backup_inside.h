/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What backup.c and restore.c share. */
#ifndef STORE_BACKUP_INSIDE_H
#define STORE_BACKUP_INSIDE_H
#include "store/backup.h"
#include "store/db_inside.h"

/* All pages of an open database into a file (made anew) or, into = true, into the database that is
 * there, as one transaction of it. */
bool copy_pages(struct db *from, const char *path, const char *vfs, bool into, struct err *e);
/* SHA-256 of a file that no connection has open. */
bool file_sha256(const char *path, char out[SHA3_TEXT], struct err *e);
/* Takes a copy's files for taking turns and the copy itself away. */
void remove_copy(const char *path);
#endif
