/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and times typed as people write them (screens page, "Dates are typed"). Full-width input,
 * blanks and a weekday at the end do not matter. Understood dates:
 *   R8.4.1  令和8年4月1日  昭39-7-2  令和元年5月1日     an era and its year
 *   R80401  3390702                                     the same in digits; era digit 3=S 4=H 5=R
 *   2026-4-1  2026/4/1  2026年4月1日  20260401          western
 *   80401  080401  8.4.1                                Reiwa; refused in birth fields
 *   4/1  4月1日  0401                                   the nearest that the field allows
 *   t  今日  明日  昨日  +3  -3  +2w  +1m  +7b  t+3      from today; b = business days
 * Refused with the right one offered: S64.1.8, H31.5.1, R1.4.30. */
#ifndef TEXT_DATE_INPUT_H
#define TEXT_DATE_INPUT_H
#include <stdbool.h>

#include "base/day.h"
#include "base/err.h"

/* Which way a date without a year leans. */
enum date_bias {
    DATE_PAST, /* received, called: today or before */
    DATE_FUTURE, /* booking, promised: today or after */
    DATE_ANY, /* nearest to today */
    DATE_BIRTH /* must name its year; never after today; at most 130 years ago */
};

struct date_context {
    day today;
    enum date_bias bias;
    const char *field; /* id of the field, for the error; may be NULL */
    /* The n-th business day after (n > 0) or before (n < 0) from; DAY_NONE beyond the calendar.
     * NULL when the field has no calendar: then +7b is refused. */
    day (*business_day)(const void *calendar, day from, int n);
    const void *calendar;
};

/* The message of a date whose era had ended or not begun; its second word is the right one. */
extern const char date_of_other_era[];

/* Reads typed into *out. On false *out is untouched and e says what to write instead. Only the
 * meaning is decided here; whether that day is allowed stays with the field (but see DATE_BIRTH,
 * and years more than 100 away from today, or 20 ahead where a date is promised, are refused as slips). */
bool date_input(const char *typed, const struct date_context *c, day *out, struct err *e);

/* "9:30" "930" "0930" "９：３０" "9時半" "9時30分" "14時" "14" "午後2時": a time of the day. */
bool time_input(const char *typed, const char *field, hm *out, struct err *e);
#endif
