/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Specialists with hours and rooms, and requests that the department has accepted: ready for a date. */
#ifndef TESTS_DESK_BOOKING_FIXTURE_H
#define TESTS_DESK_BOOKING_FIXTURE_H
#include "tests/check.h"

#include "desk/booking.h"
#include "desk/visit.h"
#include "tests/desk/fixture.h"

struct ready {
    struct fixture f;
    int64_t mori, hayashi; /* 森: Tue and Thu 13:00-16:30 in 相談室1; 林: Wed 9:00-12:00 in 相談室2 */
    int64_t tani;          /* 谷: no weekly hours */
    int64_t room1, room2;
    struct err refusal; /* the last that refused() has seen */
};

int ready_set_up(void **state);
int ready_tear_down(void **state);

/* A request with all papers, accepted by the department with this specialist; patient number 1000 + n. */
int64_t ready_request(struct ready *r, int64_t specialist);
void ready_person(struct ready *r, int64_t request, const char *set_sql); /* UPDATE person SET ... of its patient */
void ready_name(struct ready *r, int64_t request, const char *name, const char *kana);
/* Who comes: the patient does (with companion) or does not. kind NULL = nobody beside the patient. */
void ready_attendees(struct ready *r, int64_t request, const char *patient_attends, const char *kind, const char *relation);

day on(const char *iso);
struct booking_draft draft_at(int64_t request, int64_t specialist, const char *iso, int hour, int minute, int64_t room,
    const char *key);
int64_t book_at(struct ready *r, int64_t request, int64_t specialist, const char *iso, int hour, int minute, int64_t room);
struct case_view case_of(struct ready *r, int64_t request);
struct booking_view view_of(struct ready *r, int64_t request);
/* Booked with 森 on Tuesday 8 December 2026 at 14:00; the clock stands at 13:50 of that day. */
int64_t visitor(struct ready *r);

/* Fails the test when the action was refused. */
void fine(struct ready *r, bool ok);
/* True when the action was refused and named this field. The desk's error is cleared: the next action may follow. */
bool refused(struct ready *r, bool ok, const char *field);
/* What refused() has seen, in Japanese, as the clerk reads it. */
const char *said_ja(struct ready *r);
#endif
