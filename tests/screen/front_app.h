/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shell on the day of tests/desk/front_day.h, at the home screen. */
#ifndef TESTS_SCREEN_FRONT_APP_H
#define TESTS_SCREEN_FRONT_APP_H
#include "tests/desk/front_day.h"
#include "tests/screen/screen_test.h"

#include "screens/app.h"

struct front_app {
    struct front_day *day;
    struct catalogs catalogs;
    struct shell *shell;
    struct app *app;
};
void front_open(struct front_app *t, void **state, enum lang lang, int rows, int cols);
void front_close(struct front_app *t);
int64_t front_one(struct front_app *t, const char *sql); /* the first column of the first row; -1 = none */
/* From the home screen: the request form on the inquiry of 葛城, who is to be called back. */
void front_request_from_inquiry(struct front_app *t);
/* One request of this patient was stored, which names that inquiry, its caller and the caller's phone. */
void front_assert_from_inquiry(struct front_app *t, const char *patient);
void front_show(struct front_app *t);                    /* with MADO_SHOW set: the screen on standard error */
/* No row of the screen is wider than it, and none ends in the middle of a wide character. */
void front_fits(struct front_app *t, int cols);
#endif
