/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base.h"
#include "sys/paths.h"
#include "sys/random.h"

enum { NAME_MOST = 100 };

static const char *reason_of(int code)
{
    static const struct {
        int code;
        const char *reason;
    } reasons[] = { { ENOENT, N_("it does not exist") }, { EACCES, N_("no permission") },
        { EPERM, N_("no permission") }, { ENOSPC, N_("the disk is full") },
        { EDQUOT, N_("the disk is full") }, { EFBIG, N_("it is too large") },
        { EROFS, N_("the disk is read-only") }, { EIO, N_("the disk reports an error") },
        { ELOOP, N_("it is a link to another place") }, { EISDIR, N_("it is a folder") },
        { ENOTDIR, N_("a part of the path is no folder") },
        { EINVAL, N_("it is no ordinary file") }, { ENAMETOOLONG, N_("the name is too long") },
        { ENXIO, N_("it is no ordinary file") } };

    for (size_t i = 0; i < COUNT_OF(reasons); i++) {
        if (reasons[i].code == code)
            return reasons[i].reason;
    }
    return NULL;
}

bool file_failed(int code, const char *id, const char *path, struct err *e)
{
    char word[MSG_ARG_BYTES];
    const char *reason = reason_of(code);

    if (reason)
        msg_word(reason, word);
    else
        snprintf(word, sizeof word, "errno %d", code);
    return err_set(e, ERR_STORE, "file", id, path, word, NULL);
}

static const char cannot_read[] = N_("The file %1$s cannot be read: %2$s.");
static const char cannot_write[] = N_("The file %1$s cannot be written: %2$s.");

/* 0 or an errno value. O_NONBLOCK: a pipe must not hold us before we see what it is. */
static int open_regular(const char *path, int *fd, size_t *size)
{
    struct stat st;

    *fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (*fd < 0)
        return errno;
    int code = fstat(*fd, &st) != 0 ? errno
        : S_ISDIR(st.st_mode)       ? EISDIR
        : !S_ISREG(st.st_mode)      ? EINVAL
                                    : 0;
    *size = code == 0 ? (size_t)st.st_size : 0;
    return code;
}

/* Reads at most room bytes; the file may be shorter than when it was measured. */
static int read_all(int fd, char *out, size_t room, size_t *n)
{
    *n = 0;
    while (*n < room) {
        ssize_t got = read(fd, out + *n, room - *n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            break;
        *n += (size_t)got;
    }
    return 0;
}

bool file_read(
    const char *path, size_t max, struct arena *a, const char **bytes, size_t *n, struct err *e)
{
    size_t size = 0;
    int fd, code = open_regular(path, &fd, &size);

    if (code == 0 && size > max)
        code = EFBIG;
    if (code == 0) {
        char *text = arena_alloc(a, size + 1);
        code = read_all(fd, text, size, n);
        text[*n] = '\0';
        *bytes = text;
    }
    if (fd >= 0)
        close(fd);
    return code == 0 || file_failed(code, cannot_read, path, e);
}

static int write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t put = write(fd, bytes, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes += put;
        n -= (size_t)put;
    }
    return 0;
}

static int sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return errno;
    int code = fsync(fd) == 0 || errno == EINVAL ? 0 : errno;
    close(fd);
    return code;
}

static int write_temporary(const char *path, const char *bytes, size_t n, enum file_sync sync)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

    if (fd < 0)
        return errno;
    int code = fchmod(fd, 0600) == 0 ? write_all(fd, bytes, n) : errno;
    if (code == 0 && sync == FILE_SYNCED && fsync(fd) != 0)
        code = errno;
    if (close(fd) != 0 && code == 0)
        code = errno;
    return code;
}

bool file_write(const char *path, const char *bytes, size_t n, enum file_sync sync, struct err *e)
{
    char key[RANDOM_KEY_TEXT];
    struct arena a;

    arena_init(&a);
    random_key(key);
    const char *folder = paths_folder(path, &a);
    /* Hidden, so that a left-over of a killed program is never taken for a finished file. */
    const char *temporary = paths_join(folder, arena_printf(&a, ".new-%.12s", key), &a);
    int code = write_temporary(temporary, bytes, n, sync);
    if (code == 0 && rename(temporary, path) != 0)
        code = errno;
    if (code != 0)
        unlink(temporary);
    else if (sync == FILE_SYNCED)
        code = sync_folder(folder);
    arena_fini(&a);
    return code == 0 || file_failed(code, cannot_write, path, e);
}

bool file_sync(const char *path, struct err *e)
{
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    int code = fd < 0 || fsync(fd) != 0 ? errno : 0;

    if (fd >= 0)
        close(fd);
    return code == 0 || file_failed(code, cannot_write, path, e);
}

bool file_sync_folder(const char *path, struct err *e)
{
    struct arena a;

    arena_init(&a);
    int code = sync_folder(paths_folder(path, &a));
    arena_fini(&a);
    return code == 0 || file_failed(code, cannot_write, path, e);
}

bool file_put_in_place(const char *made, const char *path, struct err *e)
{
    if (!file_sync(made, e))
        return false;
    if (rename(made, path) != 0)
        return file_failed(errno, cannot_write, path, e);
    return file_sync_folder(path, e);
}

bool file_exists(const char *path)
{
    struct stat st;

    return lstat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool file_remove(const char *path, struct err *e)
{
    if (unlink(path) == 0 || errno == ENOENT)
        return true;
    return file_failed(errno, N_("The file %1$s cannot be removed: %2$s."), path, e);
}

bool file_remove_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    char path[PATH_MAX];

    for (struct dirent *x = dir ? readdir(dir) : NULL; x; x = readdir(dir)) {
        if (str_eq(x->d_name, ".") || str_eq(x->d_name, ".."))
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, x->d_name);
        if (unlink(path) != 0) /* first, so that a link to a folder goes and not what it leads to */
            file_remove_folder(path);
    }
    if (dir)
        closedir(dir);
    return rmdir(folder) == 0;
}

static bool ends_in(const char *s, const char *suffix)
{
    size_t n = strlen(s), k = strlen(suffix);

    return n >= k && str_eq(s + n - k, suffix);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool file_names(const char *folder, const char *suffix, struct arena *a, const char *const **names,
    size_t *n, struct err *e)
{
    const char **found = NULL;
    size_t count = 0, cap = 0;
    DIR *dir = opendir(folder);

    if (!dir)
        return file_failed(errno, N_("The folder %1$s cannot be read: %2$s."), folder, e);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] == '.' || !ends_in(entry->d_name, suffix)
            || !file_exists(paths_join(folder, entry->d_name, a)))
            continue;
        found = arena_grow(a, found, count, &cap, sizeof *found);
        found[count++] = arena_strdup(a, entry->d_name);
    }
    closedir(dir);
    if (count > 1)
        qsort(found, count, sizeof *found, by_bytes);
    *names = found;
    *n = count;
    return true;
}

const char *file_safe_name(const char *text, struct arena *a)
{
    char *out = arena_alloc(a, NAME_MOST + 1);
    size_t n = 0;

    for (; *text && n < NAME_MOST; text++) {
        char c = *text;
        bool good = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '_' || (n > 0 && (c == '.' || c == '-'));
        out[n++] = good ? c : '_';
    }
    if (n == 0)
        out[n++] = '_';
    return out;
}
