/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when something in a folder changes (another clerk committed). */
#ifndef SYS_WATCH_H
#define SYS_WATCH_H
#include <stdbool.h>

#include "base/err.h"

struct watch {
    int fd; /* readable when something changed; -1 when closed */
};

bool watch_open(struct watch *w, const char *folder, struct err *e);

/* Reads away what waits. True when a file whose name begins with `head` (NULL: any) was written,
 * made, moved or removed, or when events were lost. */
bool watch_drain(struct watch *w, const char *head);
void watch_close(struct watch *w);
#endif
