/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the trail (ACT_TRAIL_READ): pages of its rows, newest first, and one row whole with what each column held
 * before and after. Who may not read requests (the administrator) sees who did what when, but nothing of a patient.
 * Looking at the list records nothing; an entry that shows a patient's data is an opened request (design.md 2) and
 * leaves its own row. */
#ifndef DESK_TRAIL_H
#define DESK_TRAIL_H
#include "desk/desk.h"
#include "domain/trail.h"

/* What is sought, as it was typed. */
struct trail_ask {
    const char *from, *until; /* days; from alone = that day */
    const char *person;       /* log-in or name from its beginning */
    const char *about;        /* "26-0415" a request, "1-2026-00310" or "2026-310" a receipt */
};
/* Errors name the field (from, until, person, about). */
bool desk_trail_ask(struct desk *d, const struct trail_ask *ask, struct trail_filter *out, struct err *e);

/* A person whose actions may be asked for; also those who left, and the program itself. */
struct trail_person {
    int64_t id;
    const char *login, *name;
};
bool desk_trail_people(struct desk *d, struct arena *a, struct trail_person **out, size_t *n, struct err *e);
/* The one that typed means: a whole log-in, else the beginning of one log-in or name. NULL when there is none or more
 * than one; *several says which. */
const struct trail_person *desk_trail_person(const struct trail_person *people, size_t n, const char *typed, bool *several);

/* What a reading of the list begins with: the last sequence number now. Also finds again between which entries the
 * filter's span lies. */
bool desk_trail_begin(struct desk *d, struct trail_filter *f, int64_t *upper, struct err *e);
/* At most max rows next to seq in that way, the newest of them first; reasons of what belongs to a patient are left out for who may not read requests. */
bool desk_trail(struct desk *d, const struct trail_filter *f, enum trail_way way, int64_t seq, int64_t upper, int max,
    struct arena *a, struct trail_row **out, size_t *n, struct err *e);

/* One column of one row of the record in an entry. */
struct trail_field {
    int image;          /* the rows of the record in this entry, counted from 0 */
    const char *table;
    int64_t id;
    bool before;        /* the row was there before; was is what it held */
    bool gone;          /* the row was taken away; no column */
    const char *column, *was, *became;        /* as stored */
    const char *was_shown, *became_shown;     /* the name behind a number, "" = none */
    bool changed;       /* new, or another value than before */
    bool patient;       /* of a patient: not shown while names are hidden */
};
struct trail_entry {
    struct trail_row row;
    struct trail_field *field;
    size_t n;
    struct trail_said *said; /* what the action said beside the rows */
    size_t n_said;
    bool blanked;  /* the contents were deleted by law */
    bool withheld; /* something of a patient is left out */
    char hash[TRAIL_HASH_TEXT];
};
/* show_patient false: nothing of a patient is handed out (names are hidden). record: an entry that shows something of a
 * patient leaves its own row; false when it has done so before (a screen reads again). */
bool desk_trail_entry(struct desk *d, int64_t seq, bool show_patient, bool record, struct arena *a, struct trail_entry *out,
    struct err *e);
/* The neighbour in the filter's list; 0 = there is none. */
bool desk_trail_next(struct desk *d, const struct trail_filter *f, enum trail_way way, int64_t seq, int64_t upper,
    int64_t *next, struct err *e);
#endif
