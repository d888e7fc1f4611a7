/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the training desk share; only demo_*.c include this. */
#ifndef CLI_DEMO_INSIDE_H
#define CLI_DEMO_INSIDE_H
#include "cli/demo.h"
#include "cli/demo_people.h"
#include "desk/booking.h"
#include "desk/desk.h"

enum { DAYS_BACK = 30, DAYS_ON = 5, PEOPLE_MAX = 64, SPECIALISTS = 6, ROOMS = 2 };

struct opening;
struct second_ask;

struct demo {
    struct clock clock;
    struct desk *desk;
    struct arena arena;
    struct err *e;
    instant now; /* at which the desk is opened */
    day today;
    day days[DAYS_BACK + DAYS_ON + 1]; /* open days; days[DAYS_BACK] = today or the next open one */
    int64_t request[PEOPLE_MAX], specialist[SPECIALISTS], room[ROOMS];
    const struct opening *opening; /* of the counter, by the policy */
    int64_t inquiry;     /* that becomes a request */
    const char *printer; /* "file:FOLDER" */
};

/* The clock of the desk to be: to a moment of a day. */
void demo_at(struct demo *d, day on, int hour, int minute);

/* --- the house. Somebody of it sits down at the desk. */
bool demo_log_in(struct demo *d, const char *login);
/* omori looks at an action of the person at the desk and enters the own passphrase. */
bool demo_second(struct demo *d, const struct second_ask *ask, struct second *out);
/* A new database at path, open as d->desk: hospital, policy, holidays. */
bool demo_set_up(struct demo *d, const char *path);
/* The log-ins of every role, then (by the supervisor) specialists and rooms. */
bool demo_staff(struct demo *d);
bool demo_specialists(struct demo *d);
/* Days on which a specialist is away, offers more, or the hospital is closed. */
bool demo_exceptions(struct demo *d);

/* --- one request's way. What falls due on the nth open day since its form came, and since its visit. */
bool demo_move_on(struct demo *d, unsigned i, int n);
bool demo_after_visit(struct demo *d, unsigned i, int n);
/* A visit of the past, with the fee. */
bool demo_visit(struct demo *d, unsigned i, day on);
/* Today's visitors who are in the house when the desk is opened. */
bool demo_in_the_house(struct demo *d);
bool demo_book(struct demo *d, unsigned i);
bool demo_end(struct demo *d, unsigned i);
struct booking_place demo_place(struct demo *d, unsigned i, day on, const char *time);
bool demo_printed(struct demo *d, int64_t print);
bool demo_op_key(struct demo *d, const char **out);

/* --- what happens beside the straight way, on the nth open day from today */
enum demo_hour { DEMO_MORNING, DEMO_EVENING, DEMO_NOW };
bool demo_events(struct demo *d, int n, enum demo_hour hour);

/* --- inquiries and handover notes of the last days; the first of them becomes a request */
bool demo_first_inquiry(struct demo *d);
bool demo_inquiries(struct demo *d);
#endif
