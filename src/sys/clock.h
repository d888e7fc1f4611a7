/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only reader of time. Real on a real desk; standing or running from another moment on a
 * training desk and in tests. */
#ifndef SYS_CLOCK_H
#define SYS_CLOCK_H
#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"

enum clock_kind {
    CLOCK_REAL,
    CLOCK_STANDING, /* moves only by clock_set and clock_advance */
    CLOCK_RUNNING /* began at a given moment and runs on at the real pace */
};

struct clock {
    enum clock_kind kind;
    int64_t wall_ms; /* standing: now; running: the moment it began at */
    int64_t mono_ms; /* standing: now; running: the real monotonic time at which it began */
};

struct clock clock_real(void);
struct clock clock_standing(instant at);
struct clock clock_running(instant at);

instant clock_wall(const struct clock *c);
int64_t clock_wall_ms(const struct clock *c); /* since 1970-01-01 UTC */
int64_t clock_mono_ms(const struct clock *c); /* never goes back; from any zero */

/* For a clock that is not real: puts its wall (back too), or lets time pass on both faces. */
void clock_set(struct clock *c, instant at);
void clock_advance(struct clock *c, int64_t ms);
#endif
