/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/paths.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base.h"
#include "sys/file.h"

enum { PASSWD_BYTES = 16384, TREE_MARK_MOST = 4096, FOLDERS_UP = 4 };

const char *paths_folder(const char *path, struct arena *a)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return ".";
    return slash == path ? "/" : arena_strndup(a, path, (size_t)(slash - path));
}

const char *paths_join(const char *folder, const char *name, struct arena *a)
{
    size_t n = strlen(folder);

    return arena_printf(a, n > 0 && folder[n - 1] == '/' ? "%s%s" : "%s/%s", folder, name);
}

bool paths_home(struct arena *a, const char **home, struct err *e)
{
    const char *set = getenv("HOME");
    struct passwd entry, *found = NULL;

    if (set && set[0] == '/') {
        *home = arena_strdup(a, set);
        return true;
    }
    char *bytes = arena_alloc(a, PASSWD_BYTES);
    if (getpwuid_r(getuid(), &entry, bytes, PASSWD_BYTES, &found) == 0 && found
        && found->pw_dir[0] == '/') {
        *home = arena_strdup(a, found->pw_dir);
        return true;
    }
    return err_set(e, ERR_STORE, "home",
        N_("This account has no home folder. Name the database file with --db."), NULL);
}

static bool state_folder(struct arena *a, const char **folder, struct err *e)
{
    const char *set = getenv("XDG_STATE_HOME"), *home;

    if (set && set[0] == '/') {
        *folder = paths_join(set, "madoguchi", a);
        return true;
    }
    if (!paths_home(a, &home, e))
        return false;
    *folder = paths_join(home, ".local/state/madoguchi", a);
    return true;
}

bool paths_database(
    const char *option, bool training, struct arena *a, const char **path, struct err *e)
{
    const char *folder = PATHS_DESK_DIR;

    if (option) {
        if (option[0] == '\0')
            return err_set(e, ERR_INPUT, "db", N_("--db needs the name of a file."), NULL);
        *path = arena_strdup(a, option);
        return true;
    }
    if (training && !state_folder(a, &folder, e))
        return false;
    *path = paths_join(folder, training ? "training.db" : "desk.db", a);
    return true;
}

/* 0 or an errno value; a folder that stands already is good. */
static int make_one(const char *folder)
{
    struct stat st;

    if (mkdir(folder, 0700) == 0)
        return 0;
    int code = errno;
    if (stat(folder, &st) == 0)
        return S_ISDIR(st.st_mode) ? 0 : ENOTDIR;
    return code;
}

bool paths_make_private(const char *folder, struct err *e)
{
    char path[PATH_MAX];
    int code = 0;

    if (!str_copy(path, sizeof path, folder))
        code = ENAMETOOLONG;
    for (char *p = path + 1; code == 0 && path[0] && *p; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        code = make_one(path);
        *p = '/';
    }
    if (code == 0)
        code = make_one(path);
    return code == 0 || file_failed(code, N_("The folder %1$s cannot be made: %2$s."), folder, e);
}

/* The folder of the running program, from the kernel. */
static const char *program_folder(struct arena *a)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);

    if (n <= 0)
        return NULL;
    path[n] = '\0';
    return paths_folder(path, a);
}

/* The build tree that the program stands in and the source tree it was made from; false when the
 * program is installed. The mark is written by configure and holds the source tree's path. */
static bool build_tree(struct arena *a, const char **build, const char **source)
{
    const char *folder = program_folder(a);

    for (int i = 0; folder && i <= FOLDERS_UP; i++) {
        const char *mark = paths_join(folder, "build-tree", a), *text;
        size_t n;
        if (file_read(mark, TREE_MARK_MOST, a, &text, &n, NULL)) {
            *build = folder;
            *source = arena_strndup(a, text, strcspn(text, "\n"));
            return true;
        }
        if (str_eq(folder, "/"))
            break;
        folder = paths_folder(folder, a);
    }
    return false;
}

const char *paths_catalogue(const char *language, struct arena *a)
{
    const char *build, *source;

    if (build_tree(a, &build, &source))
        return arena_printf(a, "%s/po/%s.gmo", build, language);
    return arena_printf(a, "%s/%s/LC_MESSAGES/madoguchi.mo", LOCALEDIR, language);
}

const char *paths_data(const char *name, struct arena *a)
{
    const char *build, *source;

    if (build_tree(a, &build, &source))
        return arena_printf(a, "%s/data/%s", source, name);
    return paths_join(PKGDATADIR, name, a);
}
