/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/log.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base.h"
#include "sys/file.h"

enum { LINE_BYTES = 256, WORD_BYTES = 48 };

bool log_open(struct log *l, const char *path, const struct clock *clock, struct err *e)
{
    struct stat st;

    l->clock = clock;
    l->fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
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

void log_event(struct log *l, const char *event, const char *object, int64_t id, int code)
{
    char line[LINE_BYTES], what[WORD_BYTES], whom[WORD_BYTES], date[DAY_TEXT], time[HM_TEXT];
    day d;
    hm t;

    if (!l || l->fd < 0)
        return;
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
