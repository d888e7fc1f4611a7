/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the home screen shows, read with a handful of statements that all use an index: live requests by their
 * cached next action, calls that are due, the day's visits, the days that follow. */
#ifndef STORE_TODAY_STORE_H
#define STORE_TODAY_STORE_H
#include "base/base.h"
#include "store/db.h"

/* A request in which something is open; what it is stands in next_action, with blanks between. */
struct live_row {
    int64_t id;
    const char *next_action;
    day next_due, received_on;
    day last_done; /* the newest step; DAY_NONE = none */
    day sent_on;   /* to the department, not answered yet */
    day promised_on; /* of the first promised paper when that day has come and nobody called since; else DAY_NONE */
};
/* Due first, then the oldest. offset: the desk's zone in minutes, for the day on which a call was planned. */
bool today_live(struct db *db, int64_t counter, day today, int offset, struct arena *a, struct live_row **out,
    size_t *n, struct err *e);

struct due_call {
    int64_t id, request, inquiry;
    const char *what, *whom, *channel;
    day due;
    int due_min;
    const char *name; /* of the inquiry */
    const char *who;
};
/* Open calls up to a day, the earliest first. */
bool today_calls(struct db *db, int64_t counter, day until, struct arena *a, struct due_call **out, size_t *n,
    struct err *e);

struct door_row {
    int64_t request, appointment;
    int year, number;
    day day;
    int start_min, minutes;
    const char *name, *sex, *interpreter;
    day birth;
    const char *specialist, *specialist_en, *department; /* department: id in the policy, or as typed */
    const char *room, *room_en, *place;
    const char *state, *patient_attends;
    const char *with; /* attendees beside the patient: "kind:relation" with blanks between; those who did not come left out */
    bool consent;     /* received */
    int64_t policy;
    int call_number;
    bool started, ended;
    instant arrived_at, started_at, ended_at;
};
/* Appointments of a day that stand (booked, arrived, done, no_show), in time order. */
bool today_visits(struct db *db, int64_t counter, day d, struct arena *a, struct door_row **out, size_t *n,
    struct err *e);

struct day_count {
    day day;
    int n;
};
/* Days after today with booked appointments, at most limit. */
bool today_next_days(struct db *db, int64_t counter, day today, int limit, struct arena *a, struct day_count **out,
    size_t *n, struct err *e);
/* Inquiries that are to be deleted: older than a day, no request. */
bool today_old_inquiries(struct db *db, int64_t counter, day before, int *n, struct err *e);
#endif
