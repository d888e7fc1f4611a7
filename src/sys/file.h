/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files, read and written safely. Symbolic links are not followed at the last step of a path;
 * what is written is 0600 and appears whole or not at all. */
#ifndef SYS_FILE_H
#define SYS_FILE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/* Reads a regular file of at most max bytes into the arena, with a NUL behind it. Larger files are
 * refused before they are read; folders, pipes and devices always. */
bool file_read(
    const char *path, size_t max, struct arena *a, const char **bytes, size_t *n, struct err *e);

enum file_sync { FILE_QUICK, FILE_SYNCED }; /* FILE_SYNCED survives a power cut */

/* Writes a temporary file beside path and renames it over path. */
bool file_write(const char *path, const char *bytes, size_t n, enum file_sync sync, struct err *e);

/* What was written last survives a power cut: the bytes of a file; the names in the folder in which path stands. */
bool file_sync(const char *path, struct err *e);
bool file_sync_folder(const char *path, struct err *e);

/* Syncs a finished file and gives it its name, over what had it; survives a power cut. Both in one folder. */
bool file_put_in_place(const char *made, const char *path, struct err *e);

bool file_exists(const char *path); /* a regular file, not through a link */
bool file_remove(const char *path, struct err *e); /* true also when it was not there */

/* Removes a folder with all that is in it, as far as it may; links are removed, never followed. false: something is
 * left. For folders that the program (or a test) made for itself. */
bool file_remove_folder(const char *folder);

/* The names of the regular files in a folder that end in suffix, sorted by bytes, without "."
 * files. */
bool file_names(const char *folder, const char *suffix, struct arena *a, const char *const **names,
    size_t *n, struct err *e);

/* Makes a safe file name from any text: A-Z a-z 0-9 . _ - stay, others become '_', no leading '.'
 * or '-', at most 100 bytes, never empty. */
const char *file_safe_name(const char *text, struct arena *a);

/* ERR_STORE with a reason that people understand for an errno value; always false.
 * id has two arguments: %1$s the path, %2$s the reason. */
bool file_failed(int code, const char *id, const char *path, struct err *e);
#endif
