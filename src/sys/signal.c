/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/signal.h"

#include <errno.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/base.h"

static const struct {
    int number;
    enum signal_event event;
} watched[] = { { SIGWINCH, SIGNAL_RESIZE }, { SIGTERM, SIGNAL_END }, { SIGINT, SIGNAL_END },
    { SIGQUIT, SIGNAL_END }, { SIGHUP, SIGNAL_HANGUP }, { SIGTSTP, SIGNAL_STOP },
    { SIGCONT, SIGNAL_CONTINUE } };

bool signals_open(struct signals *s, struct err *e)
{
    sigset_t set;

    sigemptyset(&set);
    for (size_t i = 0; i < COUNT_OF(watched); i++)
        sigaddset(&set, watched[i].number);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    s->fd = -1;
    if (sigprocmask(SIG_BLOCK, &set, &s->before) == 0)
        s->fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (s->fd >= 0)
        return true;
    return err_set(e, ERR_STORE, "signals",
        N_("The system gives no more open files. Close other "
           "programs and start again."),
        NULL);
}

enum signal_event signals_next(struct signals *s)
{
    struct signalfd_siginfo info;

    while (s->fd >= 0 && read(s->fd, &info, sizeof info) == (ssize_t)sizeof info) {
        for (size_t i = 0; i < COUNT_OF(watched); i++) {
            if ((uint32_t)watched[i].number == info.ssi_signo)
                return watched[i].event;
        }
    }
    return SIGNAL_NONE;
}

void signals_stop_self(void)
{
    raise(SIGSTOP);
}

void signals_close(struct signals *s)
{
    if (s->fd < 0)
        return;
    close(s->fd);
    s->fd = -1;
    sigprocmask(SIG_SETMASK, &s->before, NULL);
}
