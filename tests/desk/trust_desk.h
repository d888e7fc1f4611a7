/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A training desk in a folder of its own, with one person for each role, made by the program's actions. */
#ifndef TESTS_DESK_TRUST_DESK_H
#define TESTS_DESK_TRUST_DESK_H
#include "tests/check.h"

#include "base/base.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "sys/clock.h"

#define FIXTURE_PASSPHRASE "blue river stone"

struct fixture {
    char folder[64], path[96];
    struct clock clock; /* standing at 2026-11-24 10:42 in Japan, a Tuesday */
    struct desk *desk;
    struct arena arena;
    struct err err;
};

/* A new desk at which nobody is logged in. Log-ins (all with FIXTURE_PASSPHRASE): admin (administrator),
 * clerk, booking, cashier, supervisor, auditor; names are 管理 一郎, 西川, 森本, 佐藤, 大西, 監査. */
void fixture_open(struct fixture *f);
/* Closes and removes the folder. */
void fixture_close(struct fixture *f);
/* A desk of its own for each test. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);
#define FIXTURE_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
/* Logs out whoever is there and logs this person in. */
void fixture_as(struct fixture *f, const char *login);
/* A second desk on the same database: another terminal. */
struct desk *fixture_other(struct fixture *f);
/* One number from the database, by a statement of the test. */
int64_t fixture_number(struct desk *d, const char *sql);
/* One text; in the fixture's arena. */
const char *fixture_text(struct fixture *f, const char *sql);
/* The words of the last error, in English; also clears it. */
const char *fixture_said(struct fixture *f);
/* Checked with assert: the call must succeed / be refused with this kind. */
#define WORKS(f, call)                                                                                        \
    do {                                                                                                      \
        err_clear(&(f)->err);                                                                                 \
        if (!(call))                                                                                          \
            fail_msg("%s: %s", #call, fixture_said(f));                                                       \
    } while (0)
#define REFUSED(f, of_kind, call)                                                                             \
    do {                                                                                                      \
        err_clear(&(f)->err);                                                                                 \
        assert_false(call);                                                                                   \
        assert_int_equal((f)->err.kind, of_kind);                                                             \
    } while (0)
#endif
