/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/bench/meter.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 12, QUIET_START_MS = 120, DEADLINE_MS = 5000 };

struct meter {
    int fd, pid;
    size_t bytes;
};

static int64_t now_ns(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void die(const char *what)
{
    fprintf(stderr, "bench: %s: %s\n", what, strerror(errno));
    exit(2);
}

/* Reads until it is silent for so long after its first byte; the moment of the last byte. */
static int64_t settle(struct meter *m, int quiet_ms)
{
    static char bytes[65536];
    int64_t start = now_ns(), last = 0;

    for (;;) {
        struct pollfd p = { .fd = m->fd, .events = POLLIN };
        if (poll(&p, 1, last ? quiet_ms : DEADLINE_MS) <= 0)
            break;
        ssize_t n = read(m->fd, bytes, sizeof bytes);
        int64_t at = now_ns();
        if (n <= 0)
            break;
        m->bytes += (size_t)n;
        last = at;
    }
    if (!last)
        die("the program does not answer");
    return last - start > 0 ? last : start;
}

struct meter *meter_start(const char *const argv[], double *first_us)
{
    static const char *const env[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin", NULL };
    struct winsize size = { .ws_row = 24, .ws_col = 80 };
    struct meter *m = calloc(1, sizeof *m);

    if (!m)
        die("memory");
    int64_t start = now_ns();
    m->pid = forkpty(&m->fd, NULL, NULL, &size);
    if (m->pid < 0)
        die("forkpty");
    if (m->pid == 0) {
        execve(argv[0], (char *const *)argv, (char *const *)env);
        _exit(127);
    }
    int64_t last = settle(m, QUIET_START_MS);
    if (first_us)
        *first_us = (double)(last - start) / 1000;
    return m;
}

void meter_end(struct meter *m)
{
    kill(m->pid, SIGKILL);
    waitpid(m->pid, NULL, 0);
    close(m->fd);
    free(m);
}

static double cpu_us(const struct meter *m)
{
    char path[64];
    long long ns = 0;

    snprintf(path, sizeof path, "/proc/%d/schedstat", m->pid);
    FILE *f = fopen(path, "r");
    if (f && fscanf(f, "%lld", &ns) != 1)
        ns = 0;
    if (f)
        fclose(f);
    return (double)ns / 1000;
}

struct key_answer meter_key(struct meter *m, const char *key)
{
    double cpu = cpu_us(m);
    size_t bytes = m->bytes, n = strlen(key);
    int64_t start = now_ns();

    if (write(m->fd, key, n) != (ssize_t)n)
        die("write");
    int64_t last = settle(m, QUIET_MS);
    return (struct key_answer){ (double)(last - start) / 1000, cpu_us(m) - cpu, m->bytes - bytes };
}

void meter_step(struct meter *m, const char *key)
{
    size_t n = strlen(key);

    if (write(m->fd, key, n) != (ssize_t)n)
        die("write");
    settle(m, QUIET_START_MS);
}

long meter_kib(const struct meter *m)
{
    char path[64], line[256];
    long kib = 0;

    snprintf(path, sizeof path, "/proc/%d/status", m->pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = strtol(line + 6, NULL, 10);
    if (f)
        fclose(f);
    return kib;
}
