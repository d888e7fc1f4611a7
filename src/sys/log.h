/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The technical log beside the database: start, stop and what failed, one line per event, words from the program and
 * numbers only. There is no way to put a name into it. (Who did what is in the trail, not here.) */
#ifndef SYS_LOG_H
#define SYS_LOG_H
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "sys/clock.h"

struct log {
    int fd; /* -1 when closed: then nothing is written */
    const char *path;
    const struct clock *clock;
};

#define LOG_CLOSED ((struct log){ .fd = -1 })

/* What is written before the file is put aside as path.old and begun anew: it never fills a disk. */
enum { LOG_BYTES_MOST = 1024 * 1024 };

/* Where the log of a database stands: /x/desk.db has /x/desk.log. */
const char *log_path(const char *database, struct arena *a);

/* Opens (0600, appends, never follows a link). Path and clock must live as long as the log. */
bool log_open(struct log *l, const char *path, const struct clock *clock, struct err *e);
void log_close(struct log *l);

/* "2026-11-24T01:42:00Z 4711 event object 415 5": moment in UTC, process, event, object, its id, a
 * code (0 = nothing to say). Event and object are ids from the source; any character that is not
 * a-z 0-9 _ - . is written as '?'. A NULL log is allowed. A failing write is not reported. */
void log_event(struct log *l, const char *event, const char *object, int64_t id, int code);
#endif
