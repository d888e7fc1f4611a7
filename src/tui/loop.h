/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one loop: poll(terminal, signals, watch, clock) -> key -> step -> draw -> terminal. Draws
 * only when no key is waiting; when idle it writes nothing and wakes once a clock minute. */
#ifndef TUI_LOOP_H
#define TUI_LOOP_H
#include "base/base.h"
#include "sys/clock.h"
#include "tui/app.h"
#include "tui/term.h"

struct loop_config {
    struct app *app;
    struct term *term;
    const struct clock *clock; /* whose minutes are told to on_minute; NULL = the real one */
    int watch_fd; /* -1 = none; readable = call on_watch, which empties it; at most once a second */
};

enum loop_end {
    LOOP_QUIT,
    LOOP_SIGNAL /* told to end, or the terminal is gone: drafts were kept */
};

/* Runs until the application quits, SIGTERM/SIGHUP/SIGINT, or the terminal is gone. */
enum loop_end loop_run(const struct loop_config *config);
#endif
