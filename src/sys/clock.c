/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/clock.h"

#include "base/base.h"

static int64_t read_ms(clockid_t which)
{
    struct timespec now;

    BUG_IF(clock_gettime(which, &now) != 0);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct clock clock_real(void)
{
    return (struct clock){ .kind = CLOCK_REAL };
}

struct clock clock_standing(instant at)
{
    return (struct clock){ .kind = CLOCK_STANDING, .wall_ms = at.s * 1000 };
}

struct clock clock_running(instant at)
{
    return (struct clock){
        .kind = CLOCK_RUNNING, .wall_ms = at.s * 1000, .mono_ms = read_ms(CLOCK_MONOTONIC)
    };
}

int64_t clock_wall_ms(const struct clock *c)
{
    switch (c->kind) {
    case CLOCK_STANDING:
        return c->wall_ms;
    case CLOCK_RUNNING:
        return c->wall_ms + (read_ms(CLOCK_MONOTONIC) - c->mono_ms);
    default:
        return read_ms(CLOCK_REALTIME);
    }
}

instant clock_wall(const struct clock *c)
{
    int64_t ms = clock_wall_ms(c);

    return (instant){ ms >= 0 ? ms / 1000 : -((-ms + 999) / 1000) };
}

int64_t clock_mono_ms(const struct clock *c)
{
    return c->kind == CLOCK_STANDING ? c->mono_ms : read_ms(CLOCK_MONOTONIC);
}

void clock_set(struct clock *c, instant at)
{
    BUG_IF(c->kind == CLOCK_REAL);
    c->wall_ms = at.s * 1000;
    if (c->kind == CLOCK_RUNNING)
        c->mono_ms = read_ms(CLOCK_MONOTONIC);
}

void clock_advance(struct clock *c, int64_t ms)
{
    BUG_IF(c->kind == CLOCK_REAL || ms < 0);
    c->wall_ms += ms;
    if (c->kind == CLOCK_STANDING)
        c->mono_ms += ms;
}
