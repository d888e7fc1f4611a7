/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk to test on: a new database in a folder of its own, the hospital of the OMU policy, the official
 * holidays, one person of each role, and a clock that stands at 2026-11-24 10:00 in Japan (a Tuesday). */
#ifndef TESTS_DESK_FIXTURE_H
#define TESTS_DESK_FIXTURE_H
#include "desk/case_view.h"
#include "desk/papers.h"
#include "tests/desk/made.h"
#include "tests/desk/own_desk.h"

/* fixture_open with what fixture_open and a test's own actions have made before (made_keep); false = not made yet. */
bool fixture_open_made(struct fixture *f, const struct made *made);

/* Another desk on the same database: a second terminal. Close it with desk_close. */
struct desk *fixture_second_desk(struct fixture *f);

/* Log-ins of the fixture are the role ids ("clerk", "booking", "cashier", "cashier2", "supervisor",
 * "administrator", "auditor", and "all" with every role but auditor); each has FIXTURE_PASSPHRASE. */
#define FIXTURE_PASSPHRASE "correct horse battery"
void fixture_log_in(struct desk *d, const char *login);
struct second fixture_second(struct desk *d, enum desk_action action, const char *login);

/* The clock: to a civil moment of the desk (UTC+9). */
void fixture_at(struct fixture *f, const char *iso_day, int hour, int minute);

/* Fails the test with the message in English when e holds one. */
void fixture_fine(bool ok, const struct err *e);

/* True when the action was refused and named this field. The error is cleared: the next action may follow. */
bool fixture_refused(struct fixture *f, bool ok, const char *field);

/* A request of an adult patient who comes himself, taken today; returns its id. */
int64_t fixture_request(struct fixture *f);

/* Materials come for it today; gives what stands there afterwards. Then a paper comes, by the counter. */
struct case_view fixture_take_in(struct fixture *f, int64_t request, const struct material_draft *items, size_t n);
void fixture_paper(struct fixture *f, int64_t request, const char *doc);
/* The form, the referral and one disc: all that the step of the papers waits for. */
void fixture_papers(struct fixture *f, int64_t request);

/* The request as a reload of its page sees it. */
struct case_view fixture_view(struct fixture *f, int64_t request);

/* Where the pieces of its materials are, in the order of their custody numbers: "desk 1, department 2 visitor 3". */
const char *fixture_where(struct fixture *f, int64_t request);

/* 2026-12-08 as a day. */
day fixture_day(const char *iso_day);

/* One number by a statement of the test; -1 = no row. */
int64_t fixture_number(struct fixture *f, const char *sql);

/* SQL from outside, as another program would run it on the same file; true when SQLite took it. message
 * (may be NULL) receives what it said. */
bool fixture_sql(struct fixture *f, const char *sql, char message[128]);
/* What is given before a test begins: SQL with its row of the trail, as an action would leave it. */
void fixture_write(struct fixture *f, const char *sql);
#endif
