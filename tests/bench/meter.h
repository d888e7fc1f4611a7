/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program on a pseudo terminal of 80 x 24 with a stop-watch: each read is stamped before its bytes are
 * looked at, and nothing draws them, so that what is measured is the program. */
#ifndef TESTS_BENCH_METER_H
#define TESTS_BENCH_METER_H
#include <stdbool.h>
#include <stddef.h>

struct meter;

/* Starts argv[0]; NULL ends it. first_us: from before the fork to the last byte of the first screen. */
struct meter *meter_start(const char *const argv[], double *first_us);
void meter_end(struct meter *m); /* kills it */

struct key_answer {
    double last_us; /* from before the key was written to the last byte of the answer */
    double cpu_us;  /* of the program, by the scheduler's own count */
    size_t bytes;
};
/* Sends a key, waits until the answer is over. */
struct key_answer meter_key(struct meter *m, const char *key);
/* Sends a key whose answer may come in several parts (a log-in, a new screen); waits longer. */
void meter_step(struct meter *m, const char *key);
long meter_kib(const struct meter *m); /* the most memory it ever had (VmHWM) */
#endif
