/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Specialists' time: which units of five minutes of a day are offered, which are taken, and which places suit
 * a request best. Pure; a unit is a minute of the day / 5 (reliability.md, S1 to S3). */
#ifndef DOMAIN_SLOT_H
#define DOMAIN_SLOT_H
#include "base/base.h"
#include "text/lang.h"

enum { SLOT_MINUTES = 5, SLOT_UNITS = 288, DAY_MINUTES = 1440 };

struct specialist {
    int64_t id, rev;
    const char *name, *kana, *name_en, *department; /* department: id of the policy */
    bool active;
};

struct weekly { /* one line of a weekly pattern */
    int64_t id, specialist;
    int weekday; /* 0 = Sunday */
    int start_min, end_min;
    int64_t room;      /* of the list; 0 = none */
    const char *place; /* written freely where room is 0; "" = not said */
    day from, until;  /* until DAY_NONE = without an end */
};

struct exception_day { /* one day: away, or an extra offer */
    int64_t id, specialist;
    day day;
    bool extra;
    int start_min, end_min; /* -1 = the whole day (away only) */
    int64_t room; /* as in struct weekly */
    const char *place, *why;
};

struct room {
    int64_t id;
    const char *name, *name_en, *floor, *floor_en;
    bool active;
};

struct taken { /* an appointment that holds units */
    int64_t appointment, request, specialist, room; /* room 0 = none of the list */
    day day;
    int start_min, minutes;
    bool held; /* only offered; expired holds are left out by whoever reads them */
    int year, number;
    const char *patient;
};

/* All that the calendar of the specialists is made from. */
struct offer {
    const struct specialist *specialists;
    const struct weekly *sessions;
    const struct exception_day *exceptions;
    const struct room *rooms;
    const struct taken *taken;
    size_t n_specialists, n_sessions, n_exceptions, n_rooms, n_taken;
};

enum unit_state {
    UNIT_NOT_OFFERED,
    UNIT_AWAY, /* offered by the pattern, but the specialist is away on that day */
    UNIT_FREE,
    UNIT_TAKEN
};

struct slot_day {
    uint8_t state[SLOT_UNITS]; /* enum unit_state; UNIT_TAKEN also outside the pattern */
    int taken[SLOT_UNITS];     /* index in offer->taken; -1 */
    int64_t room[SLOT_UNITS];      /* where the pattern says it is: of the list, 0 = none, */
    const char *place[SLOT_UNITS]; /* or in words; "" */
};
/* One specialist's day. closed: the hospital is closed: then only extra offers count. */
void slot_day_of(const struct offer *o, int64_t specialist, day d, bool closed, struct slot_day *out);

/* Is this time offered and free throughout? */
bool slot_offered(const struct slot_day *s, int start_min, int minutes);
/* The first start at or after from at which minutes are free, every place beginning where the one before ends;
 * -1 = none. A day's places are counted the same way. */
int slot_next(const struct slot_day *s, int from, int minutes);
int slot_places(const struct slot_day *s, int minutes);

/* Nobody has this room then. except: an appointment that is about to leave; 0 = none. */
bool room_free(const struct offer *o, int64_t room, day d, int start_min, int minutes, int64_t except);
/* The room of the list that a pattern names, if it is free then; else any free one. 0 = none, or a place in words. */
int64_t room_for(const struct offer *o, int64_t room, const char *place, day d, int start_min, int minutes);
/* The room that these words are a name of, in either language, in any width and with or without blanks; NULL = a place
 * that is not on the list. */
const struct room *room_named(const struct room *rooms, size_t n, const char *words);
const struct room *room_of(const struct offer *o, int64_t id);
/* What a room or place is called in a language. */
const char *room_words(const struct offer *o, int64_t room, const char *place, enum lang l);
const struct specialist *specialist_of(const struct offer *o, int64_t id);

/* When to be at the counter: before minutes earlier, never on the day before. */
int slot_come(int start_min, int before);

/* Days in the words of a request: "12/3(木)午前 12/8、9", "12/21-12/25 pm", "2026-12-08"; without a year it is the next
 * one from the day `from`. What is no date is passed over; *other_words (may be NULL) tells that there was some. */
enum day_part { PART_ALL, PART_AM, PART_PM };
struct day_wish {
    day day;
    enum day_part part;
};
size_t day_wishes(const char *text, day from, struct arena *a, struct day_wish **out, bool *other_words);
/* Index of the wish that this time falls into, from 1; 0 = none. Morning ends at 12:00. */
int wish_of(const struct day_wish *w, size_t n, day d, int start_min, int minutes);
bool wish_names(const struct day_wish *w, size_t n, day d);

struct proposal_in {
    const struct offer *offer;
    const struct day_wish *wishes, *bad;
    size_t n_wishes, n_bad;
    int64_t specialist;     /* whom the department named; 0 = nobody */
    const char *department; /* of the request */
    int minutes;
    day from, to; /* days that are looked at */
    bool (*closed)(const void *arg, day d);
    const void *arg;
    int cashier_closes;  /* minute; -1 = not said */
    day treatment_from;  /* better before; DAY_NONE */
};
struct proposal {
    int64_t specialist, room;
    const char *place; /* the pattern's word when no room of the list is meant */
    day day;
    int start_min, minutes;
    int wish;             /* 1.. = which wish it meets; 0 = none */
    bool other_doctor;    /* not the one whom the department named */
    bool bad_day, after_cashier, after_treatment;
    int rank; /* smaller is better */
};
enum { PROPOSALS_MAX = 9 };
/* The best places, best first, at most one of each specialist and day. Returns their number (at most max). */
size_t slot_propose(const struct proposal_in *in, struct proposal *out, size_t max);

/* The next free place of a specialist from a moment of a day on, looking limit days ahead; false = none. */
bool slot_find_next(const struct proposal_in *in, int64_t specialist, day d, int from_min, int limit, struct proposal *out);
#endif
