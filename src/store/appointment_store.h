/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appointments. The units of a specialist and of a listed room follow them by triggers (schema), so that no two
 * overlap whatever program writes. A place is never changed: a move is a new row. */
#ifndef STORE_APPOINTMENT_STORE_H
#define STORE_APPOINTMENT_STORE_H
#include "domain/casefile.h"
#include "domain/slot.h"
#include "store/db.h"

struct appointment_entry {
    const struct appointment *what; /* request, specialist, day, start_min, minutes, room, place, come_min, state,
                                       held_until, moved_from, told_on, told_how */
    instant at;
    int64_t by;
    const char *op_key;
};
bool appointment_store_add(struct db *db, const struct appointment_entry *x, int64_t *id, struct err *e);
/* The row of an operation key; 0 = none. */
bool appointment_store_by_key(struct db *db, const char *op_key, int64_t *id, struct err *e);

/* Whose it is; ERR_RULE when there is no such appointment. */
bool appointment_store_request(struct db *db, int64_t id, int64_t *request, struct err *e);

/* held -> booked, booked -> moved, cancelled, arrived, no_show ...; by rev. Ended states note who and when. */
struct appointment_turn {
    int64_t id, rev;
    const char *state, *reason; /* NULL = as it was */
    bool ends;
    instant at;
    int64_t by;
};
bool appointment_store_turn(struct db *db, const struct appointment_turn *x, struct err *e);
bool appointment_store_told(struct db *db, int64_t id, int64_t rev, day on, const char *how, struct err *e);

/* Held dates whose time is over become free. */
bool appointment_store_expire(struct db *db, instant now, int64_t by, struct err *e);

/* What holds units on these days; holds that are over are left out. */
bool appointment_store_taken(struct db *db, day from, day to, instant now, struct arena *a, struct taken **out, size_t *n,
    struct err *e);

/* Who has this time of a specialist (or room): the first that overlaps, leaving out except. */
struct taker {
    int64_t appointment, request; /* 0 = nobody */
    const char *by_name;
    instant at;
    bool held;
    int start_min;
};
bool appointment_store_taker(struct db *db, int64_t specialist, int64_t room, day d, int start_min, int minutes,
    int64_t except, struct arena *a, struct taker *out, struct err *e);

/* One request's appointments with who made and who ended them, newest first: the history. */
struct appointment_note {
    int64_t id;
    const char *by_name, *ended_by_name;
    instant at, ended_at; /* ended_at.s 0 = stands */
};
bool appointment_store_notes(struct db *db, int64_t request, struct arena *a, struct appointment_note **out, size_t *n,
    struct err *e);
#endif
