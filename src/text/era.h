/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Japanese eras and dates as text. The table is in the program, because no Japanese locale need be
 * installed (domain page 5.4; borders as in glibc's ja_JP). Days before 1873-01-01 were counted by
 * the lunar calendar and have no era date here. */
#ifndef TEXT_ERA_H
#define TEXT_ERA_H
#include <stddef.h>

#include "base/day.h"
#include "text/lang.h"

struct era {
    char letter; /* R */
    int digit; /* 5, the first of seven digits: 1 M, 2 T, 3 S, 4 H, 5 R */
    const char *initial; /* 令 */
    struct bilingual name; /* 令和, Reiwa */
    int first_year; /* western year of its year 1 */
    day first, last; /* solar days; the last of the present era is 9999-12-31 */
};

enum { ERA_COUNT = 5 };
const struct era *era_at(size_t i); /* newest first, i < ERA_COUNT */
const struct era *era_of(day d); /* NULL before 1873-01-01 */
int era_year(const struct era *e, day d);

/* How a day is written. Japanese | English. */
enum date_style {
    DATE_ISO, /* 2026-11-24              | 2026-11-24 */
    DATE_WEEKDAY, /* 2026-11-24(火)          | 24 Nov 2026 (Tue) */
    DATE_SHORT, /* 11/24                   | 24 Nov */
    DATE_SHORT_WEEKDAY, /* 11/24(火)               | 24 Nov (Tue) */
    DATE_PAPER, /* 令和8年11月24日         | 24 November 2026 */
    DATE_PAPER_WEEKDAY, /* 令和8年11月24日(火)     | Tuesday, 24 November 2026 */
    DATE_ERA_SHORT, /* R8.11.24                | R8.11.24 */
    DATE_BOTH /* 2026-11-24(火) 令和8年  | 24 Nov 2026 (Tue) Reiwa 8 */
};

enum { DATE_TEXT = 64 };

/* Writes d into out and returns out; "" for DAY_NONE. The first year of an era is 元年. Where there
 * is no era the western year stands alone. */
char *date_text(day d, enum lang l, enum date_style style, char out[DATE_TEXT]);

/* "令和8年" | "Reiwa 8": the heading of calendars; "" before the first era. */
char *era_year_text(day d, enum lang l, char out[DATE_TEXT]);

/* 0 = Sunday .. 6: "日" | "Sun", and "日曜日" | "Sunday". */
const char *weekday_short(int weekday, enum lang l);
const char *weekday_long(int weekday, enum lang l);
#endif
