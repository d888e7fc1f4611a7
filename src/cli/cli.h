/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: madoguchi COMMAND [options]. Says what it does in the person's language; what other
 * programs read (policy ask --json) is never translated. Exit codes: 0 done, 1 it did not work, 2 the
 * command line is wrong. */
#ifndef CLI_CLI_H
#define CLI_CLI_H
#include "base/base.h"
#include "sys/clock.h"
#include "text/catalog.h"

enum { CLI_DONE = 0, CLI_FAILED = 1, CLI_USAGE = 2 };

/* What every command gets. */
struct cli {
    struct arena *arena;
    struct catalogs catalogs;
    enum lang lang;
    const char *db;  /* --db; NULL = the usual place */
    const char *now; /* --now; NULL = the real time */
    struct clock clock;
    bool fallback_locale;
    int argc;      /* what follows the command's name */
    char **argv;
};

int cli_main(int argc, char **argv);

/* Sentences on standard output and standard error, translated, each with a newline; words end with NULL. */
void cli_say(const struct cli *c, const char *msgid, ...);
void cli_complain(const struct cli *c, const char *msgid, ...);
/* Says the error; returns CLI_FAILED. */
int cli_failed(const struct cli *c, const struct err *e);
#endif
