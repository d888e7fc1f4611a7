/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month: two rows a week, the day above and a word below (free places, closed …). 30 cells wide,
 * 2 + 2 x 6 rows at most. */
#ifndef TUI_CALENDAR_H
#define TUI_CALENDAR_H
#include "base/base.h"
#include "tui/grid.h"
#include "tui/key.h"

struct day_mark {
    char sign; /* before the number: '*', 'x', or 0 */
    const char *word; /* msgid or plain text, at most 3 cells, below the number; NULL = none */
    enum style style;
};

struct month_calendar {
    day chosen; /* always known */
    day first, last; /* the chosen day stays within; DAY_NONE = no limit */
    void (*mark)(const void *user, day d, struct day_mark *out); /* out is zeroed; may be NULL */
    const void *user;
};

enum { CALENDAR_COLS = 30, CALENDAR_ROWS = 14 };

enum calendar_result { CALENDAR_UNUSED, CALENDAR_MOVED, CALENDAR_OPEN /* Enter */ };
enum calendar_result calendar_key(
    struct month_calendar *c, struct key k); /* arrows, Home/End; F6/F7 a month */
void calendar_month(
    struct month_calendar *c, int months); /* the same day of another month, or its last */
/* title is drawn as it is (both calendars, made by the caller). Returns the rows used. */
int calendar_draw(const struct month_calendar *c, struct grid *g, struct rect at, const char *title,
    bool focused);
#endif
