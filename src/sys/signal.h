/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals as something to read in the loop: no handlers, nothing happens behind its back. */
#ifndef SYS_SIGNAL_H
#define SYS_SIGNAL_H
#include <signal.h>
#include <stdbool.h>

#include "base/err.h"

enum signal_event {
    SIGNAL_NONE,
    SIGNAL_RESIZE, /* SIGWINCH */
    SIGNAL_END, /* SIGTERM, SIGINT, SIGQUIT: leave in good order */
    SIGNAL_HANGUP, /* SIGHUP: the terminal is gone */
    SIGNAL_STOP, /* SIGTSTP: put the terminal right, then call signals_stop_self */
    SIGNAL_CONTINUE /* SIGCONT */
};

struct signals {
    int fd; /* readable when a signal waits; -1 when closed */
    sigset_t before;
};

/* Blocks the signals above and gives their descriptor; SIGPIPE and SIGXFSZ are ignored from here
 * on, so that a full disk or a closed pipe is an error value and no death. */
bool signals_open(struct signals *s, struct err *e);
enum signal_event signals_next(struct signals *s); /* SIGNAL_NONE when nothing waits */
void signals_stop_self(void); /* returns when the process is continued */
void signals_close(struct signals *s); /* puts the old mask back */
#endif
