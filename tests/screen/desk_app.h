/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shell on a desk of its own (tests/desk/fixture.h). MADO_SHOW=1 prints the screens. */
#ifndef TESTS_SCREEN_DESK_APP_H
#define TESTS_SCREEN_DESK_APP_H
#include "tests/desk/fixture.h"
#include "tests/screen/screen_test.h"

#include "screens/app.h"

struct desk_app {
    struct fixture f;
    struct catalogs catalogs;
    struct shell *shell;
    struct app *app;
    struct place_arg arg;
    int64_t id; /* of the request, where a test has one */
};
int desk_app_set_up(void **state);
int desk_app_tear_down(void **state);
#define DESK_APP_TEST(name) cmocka_unit_test_setup_teardown(name, desk_app_set_up, desk_app_tear_down)

/* The page screen of a request (0 = a new one), at this size. */
void desk_app_open(struct desk_app *t, const struct screen_ops *screen, int64_t request, enum lang lang, int rows, int cols);
void desk_app_show(struct desk_app *t);
#endif
