/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four steps that must never be half done, as a clerk types them on the training desk: taking a fee,
 * booking, closing the day, storing a request. */
#ifndef TESTS_E2E_DEEDS_H
#define TESTS_E2E_DEEDS_H
#include "tests/e2e/house.h"

enum { STEPS_MOST = 10 };

struct deed {
    struct told before[STEPS_MOST]; /* what this clerk stored earlier */
    struct told typed[STEPS_MOST];  /* then the signal comes */
    struct told back[STEPS_MOST];   /* at the next log-in, until F12 would store it */
    struct told to_f12[STEPS_MOST]; /* without a signal in between: from typed until F12 would store it */
    struct told again[STEPS_MOST];  /* at the next log-in when F12 waited */
    const char *stored[2];          /* after F12; by language */
    const char *count;              /* 0 before, 1 after */
    bool approved;                  /* the supervisor has been there */
};
enum { DEED_FEE, DEED_BOOKING, DEED_CLOSING, DEED_REQUEST, DEEDS };
extern const struct deed deeds[DEEDS];

/* One of the lists of a deed: STEPS_MOST of them. */
void deed_tell(struct pty *p, enum lang l, const struct told *steps);
/* A clerk at the desk who has typed it; F12, or to_f12 and F12, would store it. */
struct pty *deed_typed(struct house *h, const struct deed *d, enum lang l, const char *db);
/* F12 stores it, the clerk leaves, and the whole record is sound. */
void deed_stores(struct house *h, struct pty *p, const char *db, const struct deed *d, enum lang l);

/* The screen before F12, and after a F12 that stored nothing: every row but the clock's and the one with what is said
 * is as it was. */
enum { DEED_ROWS = 40, DEED_ROW_BYTES = 512 };
struct deed_screen {
    char row[DEED_ROWS][DEED_ROW_BYTES];
};
void deed_look(struct pty *p, struct deed_screen *s);
void deed_as_it_was(struct pty *p, const struct deed_screen *s, const char *said);
#endif
