/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shell on the desk of tests/desk/booking_fixture.h. MADO_SHOW=1 prints the screens. */
#ifndef TESTS_SCREEN_READY_APP_H
#define TESTS_SCREEN_READY_APP_H
#include "tests/desk/booking_fixture.h"
#include "tests/screen/screen_test.h"

#include "screens/app.h"

struct ready_app {
    struct ready *r;
    struct catalogs catalogs;
    struct shell *shell;
    struct app *app;
    struct place_arg arg;
};
int ready_app_set_up(struct ready_app *t, void **state);
int ready_app_tear_down(struct ready_app *t, void **state);

/* The page screen of a request (0 = of none), in the place of a shell that was there. */
void ready_app_open(struct ready_app *t, const struct screen_ops *screen, int64_t request, enum lang lang, int rows, int cols);
void ready_app_show(const struct ready_app *t);
#endif
