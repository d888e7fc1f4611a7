/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database in a folder of its own, and a little clean data in it, for the tests of store/. */
#ifndef TESTS_STORE_FIXTURE_H
#define TESTS_STORE_FIXTURE_H
#include "tests/check.h"

#include <sqlite3.h>

#include "store/audit.h"
#include "store/db.h"
#include "store/migrate.h"

struct place {
    char folder[64], path[96];
    struct clock clock; /* standing: 2026-11-24 10:00 in Osaka */
    struct arena a;
    struct db *db;
    struct err e;
};

int place_make(void **state); /* cmocka setup: folder and an empty new database, open */
int place_remove(void **state); /* cmocka teardown */
void place_close(struct place *p);
void place_open(struct place *p);
/* Closes the database and keeps a copy of it; then, as often as wanted, closes it and puts that copy in its place. */
void place_keep(struct place *p);
void place_again(struct place *p);

/* One transaction: the SQL, then one row of the trail. Fails the test when refused. */
void act(struct place *p, const char *sql, const char *verb, const char *object, int64_t id,
    int64_t staff);
void fill_staff(struct place
        *p); /* counter 1; staff 2 nishikawa (clerk cashier), 3 sato (supervisor), 4 admin */
void fill_request(
    struct place *p); /* policy 1, people 1 and 2, requests 1 and 2; specialists 1 and 2, room 1 */
/* A whole clean day 2026-11-24: booking, visit, charge, cash payment with receipt, closing,
 * confirmed. */
void fill_day(struct place *p);
/* Of that day's visit: the spouse comes instead of the patient, shows the papers that this takes, brings the consent. */
#define FAMILY                                                                                                 \
    "UPDATE attendee SET kind = 'family', relation = 'spouse';"                                                \
    "UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 1;"
#define PROVED                                                                                                 \
    "INSERT INTO proof (request, attendee, of, kind, at, by) VALUES (1, 1, 'identity', 'driving_licence', 1795482000, 2)," \
    " (1, 1, 'relationship', 'family_register', 1795482000, 2);"
#define AGREED                                                                                                 \
    "INSERT INTO consent (request, issued_on, received_on, signer, signed_on, verified_at, verified_by) VALUES (1,"    \
    " '2026-11-10', '2026-11-11', 'patient', '2026-11-11', 1795482000, 2);"
/* Writes next_action as the desk does after every action. */
void settle(struct place *p, int64_t request);
/* fill_day, a material given back, an approved override of request 2, both requests settled; 16 rows of trail. */
void fill_all(struct place *p);
/* All that verify says of it: "M1(2) A5(step 1, step 2) ". */
const char *findings(struct place *p);

/* A second connection that knows nothing of the program. */
sqlite3 *bare_open(const struct place *p);
void bare(sqlite3 *raw, const char *sql);
int64_t bare_int(sqlite3 *raw, const char *sql);
/* Changes the file behind the program's back: triggers taken away and put back as they were, checks
 * and foreign keys off. */
void tamper(struct place *p, const char *sql);
/* Its two halves: what stands between may be written by the program itself, which keeps its trail. */
const char *triggers_away(struct place *p);
void triggers_back(struct place *p, const char *sql);

/* Runs a program, gives the first line that it printed. */
const char *said_by(struct place *p, const char *command);
#endif
