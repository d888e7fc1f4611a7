/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/base.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "sys/paths.h"

enum { WAIT_STEP_MS = 50 };

static bool queue_good(const char *name)
{
    if (*name == '\0' || *name == '-' || strlen(name) > 127)
        return false;
    for (; *name; name++) {
        bool good = (*name >= 'A' && *name <= 'Z') || (*name >= 'a' && *name <= 'z')
            || (*name >= '0' && *name <= '9') || strchr("_.-", *name);
        if (!good)
            return false;
    }
    return true;
}

bool spool_parse(const char *text, struct spool_printer *p, struct err *e)
{
    struct spool_printer found = { .program = "/usr/bin/lp", .limit_ms = SPOOL_LIMIT_MS };
    bool good = false;

    if (str_starts(text, "file:")) {
        found.kind = SPOOL_FILE;
        good = text[5] == '/' && str_copy(found.target, sizeof found.target, text + 5);
    } else if (str_starts(text, "lp:")) {
        found.kind = SPOOL_LP;
        good = queue_good(text + 3) && str_copy(found.target, sizeof found.target, text + 3);
    }
    if (!good)
        return err_set(e, ERR_INPUT, "printer",
            N_("\"%s\" is no printer. Write lp:QUEUE or file:/FOLDER."), text, NULL);
    *p = found;
    return true;
}

static bool print_to_file(
    const struct spool_printer *p, const char *name, const char *bytes, size_t n, struct err *e)
{
    struct arena a;

    arena_init(&a);
    const char *path
        = paths_join(p->target, arena_printf(&a, "%s.txt", file_safe_name(name, &a)), &a);
    bool ok = file_write(path, bytes, n, FILE_QUICK, e);
    arena_fini(&a);
    return ok;
}

/* A running printing program: we feed `in` and read `out` (its output and its errors). */
struct job {
    pid_t pid;
    int in, out;
};

static void close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* The child begins with the default signals and no mask, whatever we ignore and block. */
static bool set_signals(posix_spawnattr_t *attr)
{
    sigset_t none, all;

    sigemptyset(&none);
    sigfillset(&all);
    return posix_spawnattr_setsigmask(attr, &none) == 0
        && posix_spawnattr_setsigdefault(attr, &all) == 0
        && posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0;
}

static int spawn(const struct spool_printer *p, const char *title, int in, int out, pid_t *pid)
{
    char queue[SPOOL_TARGET], job_name[SPOOL_TARGET], program[] = "lp";
    char dash_d[] = "-d", dash_t[] = "-t", path[] = "PATH=/usr/bin:/bin",
         locale[] = "LC_ALL=C.UTF-8";
    char *argv[] = { program, dash_d, queue, dash_t, job_name, NULL },
         *envp[] = { path, locale, NULL };
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attr;

    str_copy(queue, sizeof queue, p->target);
    str_copy(job_name, sizeof job_name, title);
    if (posix_spawn_file_actions_init(&files) != 0)
        return ENOMEM;
    if (posix_spawnattr_init(&attr) != 0) {
        posix_spawn_file_actions_destroy(&files);
        return ENOMEM;
    }
    bool ready = set_signals(&attr) && posix_spawn_file_actions_adddup2(&files, in, 0) == 0
        && posix_spawn_file_actions_adddup2(&files, out, 1) == 0
        && posix_spawn_file_actions_adddup2(&files, out, 2) == 0;
    int code = ready ? posix_spawn(pid, p->program, &files, &attr, argv, envp) : ENOMEM;
    posix_spawnattr_destroy(&attr);
    posix_spawn_file_actions_destroy(&files);
    return code;
}

static int start(const struct spool_printer *p, const char *title, struct job *job)
{
    int in[2], out[2];

    if (pipe2(in, O_CLOEXEC) != 0)
        return errno;
    if (pipe2(out, O_CLOEXEC) != 0) {
        int code = errno;
        close(in[0]);
        close(in[1]);
        return code;
    }
    int code = spawn(p, title, in[0], out[1], &job->pid);
    close(in[0]);
    close(out[1]);
    job->in = in[1];
    job->out = out[0];
    fcntl(job->in, F_SETFL, O_NONBLOCK);
    fcntl(job->out, F_SETFL, O_NONBLOCK);
    return code;
}

/* Writes what the pipe takes; closes it when all is written or nobody reads any more. */
static void feed(struct job *job, const char **bytes, size_t *left)
{
    while (*left > 0) {
        ssize_t put = write(job->in, *bytes, *left);
        if (put < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (put < 0)
            break;
        *bytes += put;
        *left -= (size_t)put;
    }
    close_end(&job->in);
}

static void listen_to(struct job *job, struct buf *said)
{
    char bytes[512];
    ssize_t got;

    while ((got = read(job->out, bytes, sizeof bytes)) > 0)
        buf_add(said, bytes, (size_t)got);
    if (got == 0 || (errno != EAGAIN && errno != EINTR))
        close_end(&job->out);
}

/* Ends the program that is over its time; waits for it in any case. */
static int reap(struct job *job, bool in_time, int64_t until)
{
    struct clock real = clock_real();
    int status = 0;

    while (in_time && waitpid(job->pid, &status, WNOHANG) == 0) {
        in_time = clock_mono_ms(&real) < until;
        poll(NULL, 0, WAIT_STEP_MS);
    }
    if (!in_time) {
        kill(job->pid, SIGKILL);
        waitpid(job->pid, &status, 0);
        return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -2;
}

/* A program that does not read to the end must be an error value here, also for a caller that has
 * not called signals_open. */
static void ignore_broken_pipes(struct sigaction *before)
{
    struct sigaction ignore = { .sa_handler = SIG_IGN };

    sigaction(SIGPIPE, &ignore, before);
}

/* The program's exit status; -1 when it took too long, -2 when it was killed. */
static int converse(struct job *job, const char *bytes, size_t n, int limit_ms, struct buf *said)
{
    struct clock real = clock_real();
    int64_t until = clock_mono_ms(&real) + limit_ms;
    struct sigaction before;
    bool in_time = true;

    ignore_broken_pipes(&before);
    while (job->out >= 0) {
        int64_t left = until - clock_mono_ms(&real);
        struct pollfd fds[]
            = { { .fd = job->out, .events = POLLIN }, { .fd = job->in, .events = POLLOUT } };
        in_time = left > 0;
        if (!in_time)
            break;
        if (poll(fds, 2, (int)left) <= 0)
            continue;
        if (job->in >= 0 && fds[1].revents)
            feed(job, &bytes, &n);
        if (fds[0].revents)
            listen_to(job, said);
    }
    int status = reap(job, in_time, until);
    close_end(&job->in);
    close_end(&job->out);
    sigaction(SIGPIPE, &before, NULL);
    return status == 0 && n > 0 ? -2 : status;
}

static void first_line(const struct buf *said, char out[SPOOL_SAID])
{
    char line[SPOOL_SAID];
    size_t n = strcspn(said->p, "\r\n");

    snprintf(line, sizeof line, "%.*s", (int)(n < sizeof line - 1 ? n : sizeof line - 1), said->p);
    str_copy(out, SPOOL_SAID, line);
}

static bool print_by_lp(const struct spool_printer *p, const char *name, const char *bytes,
    size_t n, char answer[SPOOL_SAID], struct err *e)
{
    struct job job = { .pid = -1, .in = -1, .out = -1 };
    struct buf said;
    struct arena a;

    arena_init(&a);
    int code = start(p, file_safe_name(name, &a), &job);
    arena_fini(&a);
    if (code != 0) {
        close_end(&job.in);
        close_end(&job.out);
        return file_failed(
            code, N_("The printing program %1$s does not start: %2$s."), p->program, e);
    }
    buf_init(&said, 4096);
    int status = converse(&job, bytes, n, p->limit_ms, &said);
    first_line(&said, answer);
    buf_fini(&said);
    if (status == 0)
        return true;
    if (status == -1)
        return err_set(e, ERR_STORE, "printer",
            N_("The printer %s does not answer. Check it and print again."), p->target, NULL);
    return err_set(e, ERR_STORE, "printer",
        N_("The printer %1$s did not take the paper: %2$s. Check it and print again."), p->target,
        answer[0] ? answer : "-", NULL);
}

bool spool_print(const struct spool_printer *p, const char *name, const char *bytes, size_t n,
    char said[SPOOL_SAID], struct err *e)
{
    said[0] = '\0';
    if (p->kind == SPOOL_FILE)
        return print_to_file(p, name, bytes, n, e);
    return print_by_lp(p, name, bytes, n, said, e);
}
