/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two screens of the toolkit alone, for its tests without a terminal and on one. */
#ifndef TESTS_DEMO_SCREENS_H
#define TESTS_DEMO_SCREENS_H
#include "tui/screen.h"

enum { DEMO_ROWS = 500 };

/* What happened, in order, for tests: "open list; pause; …". The user of the application. */
struct demo {
    struct buf log;
    bool locked; /* makes one action of the list unusable */
    int commits;
};

extern const struct screen_ops demo_list;
extern const struct screen_ops demo_form;
extern const struct screen_ops demo_lock;
#endif
