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
/* charged: how many requests owe their fee; the home screen is the list of fees. */
void till_open(struct till_app *t, void **state, int charged, enum lang lang, int rows, int cols);
void till_close(struct till_app *t);
#endif
