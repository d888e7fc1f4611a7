/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shell on a desk of money (tests/desk/money_fixture.h): Nishikawa, cashier, at the list of fees. */
#ifndef TESTS_SCREEN_MONEY_APP_H
#define TESTS_SCREEN_MONEY_APP_H
#include "tests/desk/money_fixture.h"
#include "tests/screen/screen_test.h"

#include "screens/app.h"
#include "screens/money.h"
#include "screens/registry.h"

struct till_app {
    struct money *m;
    struct catalogs catalogs;
    struct shell *shell;
    struct app *app;
};
/* State of a test: a desk of money and nothing open; what is opened is closed by the tear-down. */
int till_set_up(void **state);
int till_tear_down(void **state);
#define TILL_TEST(name) cmocka_unit_test_setup_teardown(name, till_set_up, till_tear_down)

/* The list of fees at 80x24, where so many requests owe theirs; the drawer closed or opened. */
struct till_app *till_closed(void **state, int charged, enum lang lang);
struct till_app *till_opened(void **state, int charged, enum lang lang);
void till_show(struct till_app *t); /* MADO_SHOW=1 prints the screen */
#endif
