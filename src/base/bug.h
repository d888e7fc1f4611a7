/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A programmer's mistake: restore the terminal, say where, stop. Stays on in releases. */
#ifndef BASE_BUG_H
#define BASE_BUG_H
#include <stdbool.h>

/* Called once before the program stops: puts the terminal right, writes the place into the log. One of the listed
 * globals. */
typedef void bug_hook(const char *file, int line);
void bug_set_hook(bug_hook *hook);

_Noreturn void bug_stop(const char *file, int line, const char *what);

#define BUG_IF(cond)                                                                      \
    do {                                                                                  \
        if (cond)                                                                         \
            bug_stop(__FILE__, __LINE__, #cond);                                          \
    } while (0)
#endif
