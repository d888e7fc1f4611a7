/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table that a bench prints: what, how much, the goal, the verdict. A deterministic figure that misses
 * its goal makes the bench fail; a ratio only says so, for machines are noisy. */
#ifndef TESTS_BENCH_TABLE_H
#define TESTS_BENCH_TABLE_H
#include <stdbool.h>
#include <stddef.h>

struct table {
    bool failed;
    bool noisy; /* ratios are worth nothing here now: a missed one is no verdict */
};

void table_head(void);
/* value <= goal is wanted; fixed: the figure is the same at each run. */
void table_goal(struct table *t, const char *what, double value, const char *unit, double goal, bool fixed);
/* Must be equal. */
void table_same(struct table *t, const char *what, long value, const char *unit, long goal);
/* For information. */
void table_note(const char *what, double value, const char *unit);

/* The middle one; sorts values. 0 when there are none. */
double median(double *values, size_t n);
#endif
