/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base.h"
#include "sys/file.h"

enum { LINE_BYTES = 256, WORD_BYTES = 48 };

const char *log_path(const char *database, struct arena *a)
{
    size_t n = strlen(database);
    bool db = n > 3 && str_eq(database + n - 3, ".db");

    return arena_printf(a, "%.*s.log", (int)(db ? n - 3 : n), database);
}

static int open_to_append(const char *path)
{
    return open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
}

bool log_open(struct log *l, const char *path, const struct clock *clock, struct err *e)
{
    struct stat st;

    l->clock = clock;
    l->path = path;
    l->fd = open_to_append(path);
    if (l->fd >= 0 && fstat(l->fd, &st) == 0 && S_ISREG(st.st_mode))
        return true;
    int code = l->fd < 0 ? errno : EINVAL;
    log_close(l);
    return file_failed(code, N_("The log %1$s cannot be written: %2$s."), path, e);
}

void log_close(struct log *l)
{
    if (l->fd >= 0)
        close(l->fd);
    l->fd = -1;
}

/* An id of the source; whatever else comes here (a name, by mistake) becomes unreadable. */
static void id_only(const char *word, char out[WORD_BYTES])
{
    size_t n = 0;

    for (; *word && n + 1 < WORD_BYTES; word++) {
        bool id = (*word >= 'a' && *word <= 'z') || (*word >= '0' && *word <= '9') || *word == '_'
            || *word == '-' || *word == '.';
        out[n++] = id ? *word : '?';
    }
    out[n] = '\0';
}

/* Another program may have put the file aside since: then the name leads to another file, which is gone on with.
 * The lock keeps two from doing it one after the other, which would lose the old lines. */
static void turn_over(struct log *l)
{
    struct stat mine, named;
    char old[PATH_MAX];

    if (fstat(l->fd, &mine) != 0 || mine.st_size < LOG_BYTES_MOST || flock(l->fd, LOCK_EX | LOCK_NB) != 0)
        return;
    bool same = lstat(l->path, &named) == 0 && named.st_ino == mine.st_ino && named.st_dev == mine.st_dev;
    int n = snprintf(old, sizeof old, "%s.old", l->path);
    if (same && (n < 0 || (size_t)n >= sizeof old || rename(l->path, old) != 0))
        return;
    log_close(l); /* and the lock with it */
    l->fd = open_to_append(l->path);
}

void log_event(struct log *l, const char *event, const char *object, int64_t id, int code)
{
    char line[LINE_BYTES], what[WORD_BYTES], whom[WORD_BYTES], date[DAY_TEXT], time[HM_TEXT];
    day d;
    hm t;

    if (!l || l->fd < 0)
        return;
    turn_over(l);
    instant now = clock_wall(l->clock);
    instant_civil(now, 0, &d, &t);
    day_iso(d, date);
    hm_text(t, time);
    id_only(event, what);
    id_only(object, whom);
    int seconds = (int)(((now.s % 60) + 60) % 60);
    int n = snprintf(line, sizeof line, "%sT%s:%02dZ %ld %s %s %lld %d\n", date, time, seconds,
        (long)getpid(), what, whom, (long long)id, code);
    /* One write, so that lines of several processes stay whole. */
    if (n > 0 && (size_t)n < sizeof line && write(l->fd, line, (size_t)n) < 0)
        return;
}
