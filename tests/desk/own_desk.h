/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk in a folder of its own, one for each test. What is on the desk, fixture_open says: one for the tests of
 * requests (fixture.h), one for those of log-ins and settings (trust_desk.h). */
#ifndef TESTS_DESK_OWN_DESK_H
#define TESTS_DESK_OWN_DESK_H
#include "base/base.h"
#include "desk/desk.h"
#include "sys/clock.h"

struct fixture {
    char folder[64], path[96], printer[96]; /* the printer writes into the folder */
    struct clock clock; /* stands on 2026-11-24, a Tuesday, until a test moves it */
    struct desk *desk;
    struct arena arena; /* for results; freed at the end */
    struct err err;
    int64_t policy; /* version; 0 where the desk was made by desk_setup */
};

/* An empty folder, and the clock at this minute of the day in Japan; no desk yet. */
void fixture_folder(struct fixture *f, int minute);
/* Made by the .c file of the desk that a test takes. */
void fixture_open(struct fixture *f);
/* Fails the test when the record breaks a rule; removes the folder. */
void fixture_close(struct fixture *f);
int fixture_set_up(void **state);
int fixture_tear_down(void **state);
#define FIXTURE_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
#endif
