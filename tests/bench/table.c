/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/bench/table.h"

#include <stdio.h>
#include <stdlib.h>

void table_head(void)
{
    printf("%-58s %10s %-9s %8s  %s\n", "what", "value", "", "goal", "");
}

void table_goal(struct table *t, const char *what, double value, const char *unit, double goal, bool fixed)
{
    bool met = value <= goal;

    printf("%-58s %10.2f %-9s %8.2f  %s\n", what, value, unit, goal, met ? "met" : fixed ? "MISSED" : t->noisy ? "noisy" : "missed");
    t->failed |= fixed && !met;
}

void table_same(struct table *t, const char *what, long value, const char *unit, long goal)
{
    bool met = value == goal;

    printf("%-58s %10ld %-9s %8ld  %s\n", what, value, unit, goal, met ? "met" : "MISSED");
    t->failed |= !met;
}

void table_note(const char *what, double value, const char *unit)
{
    printf("%-58s %10.2f %-9s\n", what, value, unit);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

double median(double *values, size_t n)
{
    if (n == 0)
        return 0;
    qsort(values, n, sizeof *values, by_size);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}
