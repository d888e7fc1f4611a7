/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/watch.h"

#include <errno.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/base.h"
#include "sys/file.h"

enum { CHANGES = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO };

bool watch_open(struct watch *w, const char *folder, struct err *e)
{
    w->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (w->fd >= 0 && inotify_add_watch(w->fd, folder, CHANGES | IN_ONLYDIR) >= 0)
        return true;
    int code = errno;
    watch_close(w);
    return file_failed(code, N_("Changes in %1$s cannot be watched: %2$s."), folder, e);
}

bool watch_drain(struct watch *w, const char *head)
{
    _Alignas(struct inotify_event) char bytes[4096];
    bool changed = false;
    ssize_t n;

    while (w->fd >= 0 && (n = read(w->fd, bytes, sizeof bytes)) > 0) {
        for (char *p = bytes; p < bytes + n;) {
            const struct inotify_event *event = (const struct inotify_event *)(void *)p;
            const char *name = event->len > 0 ? event->name : "";
            if ((event->mask & (IN_Q_OVERFLOW | IN_IGNORED)) != 0 || !head
                || str_starts(name, head))
                changed = true;
            p += sizeof *event + event->len;
        }
    }
    return changed;
}

void watch_close(struct watch *w)
{
    if (w->fd >= 0)
        close(w->fd);
    w->fd = -1;
}
