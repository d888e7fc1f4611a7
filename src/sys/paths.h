/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are kept. Nothing in the environment chooses files of an installed program except
 * HOME and XDG_STATE_HOME, and these only for the training desk. */
#ifndef SYS_PATHS_H
#define SYS_PATHS_H
#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

#define PATHS_DESK_DIR "/var/lib/madoguchi"
#define PATHS_CONF "/etc/madoguchi.conf"

/* The database file: option (from --db) when given, else desk.db in /var/lib/madoguchi, or for the
 * training desk training.db in $XDG_STATE_HOME/madoguchi, else ~/.local/state/madoguchi (home from
 * the account when HOME is missing). The folder is not made. */
bool paths_database(
    const char *option, bool training, struct arena *a, const char **path, struct err *e);

/* The folder of a file path ("." when it names none), and a path inside a folder. */
const char *paths_folder(const char *path, struct arena *a);
const char *paths_join(const char *folder, const char *name, struct arena *a);

/* Makes a folder and the missing ones above it, each 0700. */
bool paths_make_private(const char *folder, struct err *e);

/* The account's home: HOME when it is an absolute path, else from the account. */
bool paths_home(struct arena *a, const char **home, struct err *e);

/* The message catalogue of a language ("ja"), and a file of the program's data
 * ("policies/omu.yml"). A program that still stands in its build tree uses the tree's own: the tree
 * is known by a file `build-tree` beside the program or up to four folders above, never by the
 * environment. */
const char *paths_catalogue(const char *language, struct arena *a);
const char *paths_data(const char *name, struct arena *a);
#endif
