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

/* What every command gets. Strings live as long as the program. */
struct cli {
    struct arena *arena;
    struct catalogs catalogs;
    enum lang lang;
    const char *db;  /* --db; NULL = the usual place */
    const char *now; /* --now; NULL = the real time */
    const char *theme; /* --theme; NULL = dark */
    struct clock clock;
    bool fallback_locale; /* the person's own locale cannot be used */
    int (*screens)(const struct cli *c, const char *path); /* the full screen on a database; main.c gives it */
    int (*story)(const struct cli *c, struct clock *clock, const char *path); /* the screens as text; main.c gives it */
    int argc; /* what follows the command's name */
    char **argv;
};

/* The whole program but the screens. */
struct cli_doors { /* what only main.c can put together */
    int (*screens)(const struct cli *c, const char *path);
    int (*story)(const struct cli *c, struct clock *clock, const char *path);
};
int cli_main(int argc, char **argv, const struct cli_doors *doors);

/* Sentences on standard output and standard error, translated, each with a newline; words end with NULL. */
void cli_say(const struct cli *c, const char *msgid, ...);
void cli_complain(const struct cli *c, const char *msgid, ...);
/* Says the error; returns CLI_FAILED. */
int cli_failed(const struct cli *c, const struct err *e);
/* Says how the command is written; returns CLI_USAGE. */
int cli_usage(const struct cli *c, const char *usage);

/* Something is there, whatever it is: opening it says what. */
bool cli_there(const char *path);
/* The real desk's database file (--db or the usual place); false with e. */
bool cli_database(const struct cli *c, const char **path, struct err *e);

struct desk;
/* Opens the database as a desk; --now is refused on anything but a training desk. */
bool cli_desk(const struct cli *c, const char *path, struct desk **out, struct err *e);
/* The same, and asks on the terminal who it is: log-in and passphrase (standard input when it is no
 * terminal). */
bool cli_desk_as(const struct cli *c, const char *path, struct desk **out, struct err *e);
#endif
