/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the training desk share; only demo_*.c include this. */
#ifndef CLI_DEMO_INSIDE_H
#define CLI_DEMO_INSIDE_H
#include "cli/demo.h"
#include "desk/desk.h"

enum { DAYS_BACK = 30, DAYS_ON = 5, PEOPLE_MAX = 64 };

struct demo {
    struct clock clock;
    struct desk *desk;
    struct arena arena;
    struct err *e;
    day today;
    day days[DAYS_BACK + DAYS_ON + 1]; /* open days; days[DAYS_BACK] = today or the next open one */
    int64_t request[PEOPLE_MAX], specialist[3], room[2];
    const char *printer; /* "file:FOLDER" */
};

/* Somebody of the house sits down at the desk. */
bool demo_log_in(struct demo *d, const char *login);
/* A new database at path, open as d->desk: hospital, policy, holidays. */
bool demo_set_up(struct demo *d, const char *path);
/* The log-ins of every role, then (by the supervisor) specialists and rooms. */
bool demo_staff(struct demo *d);
bool demo_specialists(struct demo *d);
#endif
