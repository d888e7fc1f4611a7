/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One day at the counter, made by desk actions: Tuesday 24 November 2026, 10:42 (screens-ja.md 1). All people are
 * invented. What must be on the board is written beside each in front_day.c. */
#ifndef TESTS_DESK_FRONT_DAY_H
#define TESTS_DESK_FRONT_DAY_H
#include "tests/desk/fixture.h"

struct front_day {
    struct fixture f;
    int64_t mori, ohnishi, room;
    int64_t takasaki, nguyen, yoshida, yoshida_tomorrow; /* booked */
    int64_t watanabe, saito;                             /* papers missing */
    int64_t morimoto, hayashi;                           /* at the department; to be booked */
    int64_t sasaki;                                      /* visit over: fee, report, materials */
    int64_t inquiry;                                     /* to be called back */
};
int front_day_set_up(void **state);
int front_day_tear_down(void **state);
#endif
