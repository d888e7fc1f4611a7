/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands finished papers to a printer: "lp:QUEUE" through /usr/bin/lp, or "file:DIR" (training,
 * tests). No shell, fixed arguments, clean environment, 20 seconds at most. */
#ifndef SYS_SPOOL_H
#define SYS_SPOOL_H
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum spool_kind { SPOOL_FILE, SPOOL_LP };
enum { SPOOL_TARGET = 256, SPOOL_SAID = 128, SPOOL_LIMIT_MS = 20000 };

struct spool_printer {
    enum spool_kind kind;
    char target[SPOOL_TARGET]; /* folder or queue */
    const char *program; /* "/usr/bin/lp"; tests put another absolute path here */
    int limit_ms; /* SPOOL_LIMIT_MS */
};

/* Reads "file:DIR" (absolute) or "lp:QUEUE" (A-Z a-z 0-9 _ . -, not first '-'). */
bool spool_parse(const char *text, struct spool_printer *p, struct err *e);

/* Prints. name is the job's name (made safe; a file printer writes DIR/name.txt, a second paper of
 * the same name replaces the first). said gets the first line the printing program wrote, "" for
 * files. False with the reason when the paper did not go: the caller keeps it as a thing to do. */
bool spool_print(const struct spool_printer *p, const char *name, const char *bytes, size_t n,
    char said[SPOOL_SAID], struct err *e);
#endif
