/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil dates and times of the desk: no time zone, no time_t. "Today" is always an argument. */
#ifndef BASE_DAY_H
#define BASE_DAY_H
#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01 in the Gregorian calendar. DAY_NONE (an impossible day) = not known. */
typedef struct {
    int32_t n;
} day;

#define DAY_NONE ((day){ INT32_MIN })

/* Minutes since midnight, 0..1439; HM_NONE = not known. */
typedef struct {
    int32_t min;
} hm;

#define HM_NONE ((hm){ -1 })

/* A moment: seconds since 1970-01-01 UTC. */
typedef struct {
    int64_t s;
} instant;

enum { DAY_TEXT = 16, HM_TEXT = 8, INSTANT_TEXT = 32 };

bool day_known(day d);
bool hm_known(hm t);
int day_cmp(day a, day b);
day day_add(day d, int days);
int day_diff(day a, day b); /* a - b in days */

bool day_from_ymd(int y, int m, int d, day *out); /* false when there is no such date (years 1..9999) */
void day_to_ymd(day d, int *y, int *m, int *dd);
int day_weekday(day d); /* 0 = Sunday .. 6 = Saturday */
int day_month_length(int y, int m);

void day_iso(day d, char out[DAY_TEXT]); /* "2026-11-24"; "" when not known */
bool day_parse_iso(const char *s, day *out);

/* Whole years on day at; a 29 February birthday counts on 1 March in common years. -1 before birth. */
int day_age(day birth, day at);

void hm_text(hm t, char out[HM_TEXT]); /* "09:05"; "" when not known */
bool hm_parse(const char *s, hm *out); /* "9:05", "09:05", "905", "1330" */

/* The desk's civil date and time for a moment; offset is minutes east of UTC (Japan 540). */
void instant_civil(instant at, int offset_minutes, day *d, hm *t);
instant instant_of(day d, hm t, int offset_minutes);
#endif
