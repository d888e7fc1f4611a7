/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days are open, and why not. The law's holidays come from the official list; beyond its last
 * year they follow from the law and are marked as projected (OMU-35, domain.md 5.1-5.3). */
#ifndef POLICY_CALENDAR_H
#define POLICY_CALENDAR_H
#include "base/base.h"
#include "text/lang.h"

enum holiday_kind {
    HOLIDAY_NAMED, /* a holiday of the law */
    HOLIDAY_SUBSTITUTE, /* 振替休日: article 3 (2) */
    HOLIDAY_CITIZENS, /* 国民の休日: article 3 (3) */
    HOLIDAY_SPECIAL /* by a law of its own (imperial ceremonies) */
};

struct holiday {
    day day;
    struct bilingual name;
    enum holiday_kind kind;
    bool projected; /* computed, not in the official list */
};

enum { HOLIDAYS_PER_YEAR_MAX = 32 };
/* The holidays of one year (1949..2150) as the law makes them, in order of date; returns their
 * number. */
size_t holidays_by_law(int year, struct holiday out[HOLIDAYS_PER_YEAR_MAX]);

/* The official list and the hospital's single closures. Lives in the arena. */
struct calendar;
struct calendar *calendar_new(struct arena *a);
/* Adds the rows of the official CSV, already decoded to UTF-8 ("2026/1/1,元日"; the first line is a
 * heading; BOM, CR LF and empty lines are fine). All rows or none; the error names line and reason.
 */
bool calendar_add_csv(struct calendar *c, const char *utf8, struct err *e);
/* Calls back with each row of such a text, for an importer. Every year from the first to the last is whole. */
bool holiday_csv_each(const char *utf8,
    bool (*row)(void *arg, day d, const char *name, struct err *e), void *arg, struct err *e);
void calendar_add_holiday(struct calendar *c, day d, const char *official_name);
/* A single day on which this hospital is closed. */
void calendar_add_closure(struct calendar *c, day d, struct bilingual why);
/* Both hold the same days with the same names. */
bool calendar_same(const struct calendar *a, const struct calendar *b);
/* First and last year of the official rows; 0 = none. A year without any is one of the law. */
void calendar_years(const struct calendar *c, int *first, int *last);
/* Is this day a holiday of the law? NULL calendar = by law alone. */
bool calendar_holiday(const struct calendar *c, day d, struct holiday *out);

/* The days and hours of one of the policy's calendars. */
struct day_pattern {
    enum { PATTERN_HOLIDAYS, PATTERN_WEEKDAY, PATTERN_YEARLY, PATTERN_DAY } kind;
    int weekday; /* 0 = Sunday */
    int nth; /* 1..5; 0 = every week */
    int from, to; /* month * 100 + day, both included; may turn over the year */
    day day;
    hm opens, closes; /* open_only */
};
struct opening {
    const char *id;
    bool hours_known; /* a calendar without hours is open every day that is not closed */
    struct {
        hm opens, closes; /* HM_NONE = closed on that weekday */
    } week[7];
    struct day_pattern *closed, *open_only;
    size_t n_closed, n_open_only;
};

struct day_status {
    bool open;
    hm opens, closes; /* HM_NONE when closed or not known */
    struct bilingual why; /* why closed: "Saturday", the holiday's name ... */
    bool projected; /* rests on a computed holiday */
};
/* opening NULL = open on every day that is no holiday, Saturday or Sunday. */
struct day_status calendar_day(const struct calendar *c, const struct opening *o, day d);
bool calendar_open(const struct calendar *c, const struct opening *o, day d);
/* The first open day on or after d; false when there is none within two years. */
bool calendar_open_from(const struct calendar *c, const struct opening *o, day d, day *out);

struct skipped_day {
    day day;
    struct bilingual why;
    bool projected;
};
/* The nth open day after d; d itself (or, when closed, the next open day) is day 0 and not counted
 * (domain.md 5.3). skipped may be NULL; else the closed days between are listed in the arena. */
bool calendar_add_open_days(const struct calendar *c, const struct opening *o, day d, int n,
    struct arena *a, day *out, struct skipped_day **skipped, size_t *n_skipped);
#endif
