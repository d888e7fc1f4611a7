/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A training desk in a folder of its own, with one person for each role, made by the program's actions. */
#ifndef TESTS_DESK_TRUST_DESK_H
#define TESTS_DESK_TRUST_DESK_H
#include "tests/check.h"

#include "desk/session.h"
#include "tests/desk/own_desk.h"

#define FIXTURE_PASSPHRASE "blue river stone"

/* A new desk at 10:42 at which nobody is logged in. Log-ins (all with FIXTURE_PASSPHRASE): admin (administrator),
 * clerk, booking, cashier, supervisor, auditor; names are 管理 一郎, 西川, 森本, 佐藤, 大西, 監査. */
void fixture_open(struct fixture *f);
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
