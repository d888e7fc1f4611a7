/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/time.h>
#include <unistd.h>

enum { WAIT_MS_DEFAULT = 30000, TELL_EVERY_MS = 100, HOLDER_BYTES = 96 };

static int open_beside(const char *db_path, const char *suffix, struct arena *a)
{
    return open(arena_printf(a, "%s%s", db_path, suffix), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

bool queue_open(struct queue *q, const char *db_path, struct err *e)
{
    struct arena a;

    arena_init(&a);
    q->gate = open_beside(db_path, ".gate", &a);
    q->turn = open_beside(db_path, ".turn", &a);
    arena_fini(&a);
    if (q->gate >= 0 && q->turn >= 0)
        return true;
    queue_close(q);
    return err_set(e, ERR_STORE, "",
        N_("The files for taking turns cannot be made beside the database. Look at who owns the folder."), NULL);
}

void queue_close(struct queue *q)
{
    if (q->gate >= 0)
        close(q->gate);
    if (q->turn >= 0)
        close(q->turn);
    q->gate = q->turn = -1;
}

static void read_holder(int turn, char out[HOLDER_BYTES])
{
    ssize_t n = pread(turn, out, HOLDER_BYTES - 1, 0);

    out[n > 0 ? n : 0] = '\0';
    out[strcspn(out, "\n")] = '\0';
}

static void write_holder(int turn, const char *who)
{
    char line[HOLDER_BYTES];

    str_copy(line, sizeof line - 1, who ? who : "");
    size_t n = strlen(line);
    line[n] = '\n';
    /* Only a courtesy to those who wait: a failure changes nothing. */
    if (pwrite(turn, line, n + 1, 0) < 0 || ftruncate(turn, (off_t)(n + 1)) < 0)
        return;
}

struct waiting {
    const struct clock *clock;
    const struct tx_wait *wait;
    int64_t until;
    int turn;
};

/* One blocking flock keeps its place in the kernel's line; the timer breaks it off now and then, so that the
 * screen can say who holds the turn and Esc works. */
static void on_alarm(int signal)
{
    (void)signal;
}

static void alarm_every(long us, struct sigaction *old)
{
    struct itimerval every = { .it_interval = { .tv_usec = us }, .it_value = { .tv_usec = us } };

    if (us > 0) {
        struct sigaction act = { .sa_handler = on_alarm };
        sigaction(SIGALRM, &act, old);
    }
    setitimer(ITIMER_REAL, &every, NULL);
    if (us == 0)
        sigaction(SIGALRM, old, NULL);
}

/* False with err when time ran out or the clerk gave up. */
static bool may_wait_on(struct waiting *w, struct err *e)
{
    char holder[HOLDER_BYTES];

    read_holder(w->turn, holder);
    if (w->wait && w->wait->waiting && !w->wait->waiting(w->wait->arg, holder))
        return err_set(e, ERR_BUSY, "", N_("Stopped waiting. Nothing was stored; what you typed is still there."), NULL);
    if (clock_mono_ms(w->clock) >= w->until)
        return err_set(e, ERR_BUSY, "",
            N_("Another terminal is still storing (%s). Nothing was stored here; try again in a moment."),
            *holder ? holder : "?", NULL);
    return true;
}

static bool lock_in_time(int fd, struct waiting *w, struct err *e)
{
    struct sigaction old;
    bool ok = true, mine = flock(fd, LOCK_EX | LOCK_NB) == 0;

    if (mine)
        return true;
    alarm_every(TELL_EVERY_MS * 1000L, &old);
    while (ok && !(mine = flock(fd, LOCK_EX) == 0)) {
        if (errno != EINTR)
            ok = err_set(e, ERR_STORE, "",
                N_("The files for taking turns cannot be locked. Is this a network folder?"), NULL);
        else
            ok = may_wait_on(w, e);
    }
    alarm_every(0, &old);
    return mine;
}

bool queue_take(struct queue *q, const struct clock *clock, const struct tx_wait *wait, struct err *e)
{
    int64_t now = clock_mono_ms(clock);
    struct waiting w = { .clock = clock, .wait = wait, .turn = q->turn,
        .until = now + (wait && wait->max_ms ? wait->max_ms : WAIT_MS_DEFAULT) };

    if (!lock_in_time(q->gate, &w, e))
        return false;
    bool mine = lock_in_time(q->turn, &w, e);
    flock(q->gate, LOCK_UN);
    if (mine)
        write_holder(q->turn, wait ? wait->who : NULL);
    return mine;
}

void queue_leave(struct queue *q)
{
    flock(q->turn, LOCK_UN);
}
