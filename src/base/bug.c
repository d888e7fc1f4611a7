/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bug.h"
#include "base/banned.h"

static bug_hook *fatal_hook;

void bug_set_hook(bug_hook *hook)
{
    fatal_hook = hook;
}

_Noreturn void bug_stop(const char *file, int line, const char *what)
{
    bug_hook *hook = fatal_hook;

    fatal_hook = NULL; /* a hook that fails itself must not come back here */
    if (hook)
        hook(file, line);
    fprintf(stderr, "madoguchi: bug at %s:%d: %s\n", file, line, what);
    abort();
}
