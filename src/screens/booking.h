/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Booking: what its screen, its drawing and the free entry share (screens-ja.md 3). */
#ifndef SCREENS_BOOKING_H
#define SCREENS_BOOKING_H
#include "desk/booking.h"
#include "screens/app.h"
#include "tui/calendar.h"

enum { BOOKING_LINES = 3, BOOKING_COLUMNS_MAX = 8, COLUMN_CELLS = 14, TIME_CELLS = 6, GRID_STEP = 30, MONTH_DAYS = 42 };
enum booking_focus { FOCUS_MONTH, FOCUS_GRID, FOCUS_FORM };

struct booking {
    int64_t id;
    struct booking_view view;
    const struct screen *screen;
    struct month_calendar month;
    enum booking_focus focus;
    int row, column; /* in the day grid: half hours from first_row, index of a shown specialist */
    bool went;       /* the clerk chose the day herself */
    int64_t chosen_held;
    bool chosen;     /* place is chosen (or chosen_held) */
    struct booking_place place;
    const char *place_shown; /* what the form called its room */
    bool offering;   /* digits mark dates to offer */
    struct booking_place offered[OFFERED_MAX];
    size_t n_offered;
    struct form *form;
    char op_key[OP_KEY_TEXT];
    char reason[200], override_reason[200]; /* asked for, kept until the booking is made */
    bool outside, moving;
    struct form_def free_def;
    struct form_field *free_fields;
    struct choice *specialists;
};

/* The lines that digits choose: dates held for this request first, then the best proposals. */
struct booking_line {
    const struct appointment *held; /* NULL = a proposal */
    const struct proposal *proposal;
    struct booking_place place;
};
size_t booking_lines(const struct booking *me, struct booking_line out[BOOKING_LINES]);

/* The shown specialists: index in view.offer; their day; first and last half hour that is worth a row. */
const struct specialist *booking_column(const struct booking *me, int column);
int booking_columns(const struct booking *me);
void booking_rows(const struct booking *me, int *first_min, int *last_min);
bool booking_day_closed(const struct booking *me, day d);

/* Places left on a day with anybody who is shown; -1 = nobody offers time then. */
int booking_places(const struct booking *me, day d);
void booking_choose(struct screen *s, const struct booking_place *p, int64_t held);

/* "12/8(火) 14:00-15:00"; with its year when another year's day could be meant. */
const char *place_words(const struct booking_place *p, int minutes, day today, enum lang l, struct arena *a);
const char *specialist_words(const struct offer *o, int64_t id, enum lang l);

void booking_draw(const struct screen *s, struct grid *g);

/* 枠なし: date, time, specialist and place written freely. */
struct step booking_free_open(struct screen *s, int tag);

/* booking_acts.c: what is stored, and whether it can be now. */
void booking_start_again(struct booking *me);
struct step booking_result(struct screen *s, const struct result *r);
struct step booking_commit(struct screen *s), booking_move(struct screen *s), booking_cancel(struct screen *s),
    booking_told(struct screen *s), booking_slip(struct screen *s), booking_history_open(struct screen *s);
bool booking_can_commit(const struct screen *s, struct msg *why), booking_can_move(const struct screen *s, struct msg *why),
    booking_can_cancel(const struct screen *s, struct msg *why), booking_can_tell(const struct screen *s, struct msg *why),
    booking_can_print(const struct screen *s, struct msg *why), booking_can_choose(const struct screen *s, struct msg *why);

/* booking_keep.c: the place that was chosen, the marked dates and the form; the free entry by itself. Offered in
 * open(), kept in pause() and close(); what is stored drops the first. */
void booking_draft_offer(struct screen *s), booking_draft_keep(struct screen *s);
bool booking_free_offer(struct screen *s, struct form *f);
void booking_free_keep(void *screen, const struct form *f); /* NULL = it was taken over */

extern const struct screen_ops booking_screen;
extern const struct form_def booking_form_def, booking_free_def;
#endif
