/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a business day: what should be there, what was counted, what is still open; the closing
 * owns the rows of its day, and the data layer refuses every further row. */
#ifndef DESK_CLOSING_H
#define DESK_CLOSING_H
#include "desk/desk.h"
#include "desk/pay.h"
#include "domain/till.h"

struct count_row { /* an earlier count of this day */
    yen sum;
    const char *purpose; /* open, interim, close */
    instant at;
    const char *by_name;
};
struct closing_view {
    day day;
    bool forgotten; /* an earlier day: closed first, under its own date */
    bool closed;    /* then closing is filled */
    bool drawer_opened;
    const char *opened_by; /* "" = no drawer was opened on this day */
    instant opened_at;
    day worked_before; /* nothing was done here between this day and the one that is closed, for so long that the machine's
                        * date may be wrong: closing asks first, because it shuts every day before it; else DAY_NONE */
    struct till till;
    struct till_row *rows;
    size_t n_rows;
    struct till_move *moves;
    size_t n_moves;
    struct count_row *counts;
    size_t n_counts;
    struct open_items open;
    const char **overrides; /* request and reason of what the closing waits for: "26-0415 the doctor says so" */
    size_t n_overrides;
    yen tolerance, next_float;
    bool blind; /* hide what should be there until everything is counted */
    const char *treasury, *bag; /* proposals */
    struct closing closing;
};
/* day DAY_NONE = the one that is to be closed next: the first forgotten one, else the business day. */
bool desk_closing_view(struct desk *d, day business_day, struct arena *arena, struct closing_view *out,
    struct err *e);

struct closing_done {
    int64_t closing;
    int seq;
    yen deposit;
    bool confirmed; /* the second person confirmed at once */
    struct printed printed;
};
/* Closes the day. second: whoever confirms at once, or nobody; a difference above the tolerance needs a
 * supervisor here. Refused while overrides of the day await approval or an earlier day is open, and (field
 * "day") when view.worked_before is known and the draft is not sure of its day. */
bool desk_close_day(struct desk *d, const struct closing_draft *draft, struct second second, struct arena *arena,
    struct closing_done *out, struct err *e);

/* Another person confirms later, at their own log-in. */
bool desk_confirm_closing(struct desk *d, int64_t closing, const char *note, struct arena *arena, struct err *e);

/* Closings that wait for their second person, oldest first. */
struct closing_row {
    int64_t id;
    day day;
    int seq;
    yen difference;
    bool supervisor_needed;
    int64_t by;
    const char *by_name;
};
bool desk_closings_unconfirmed(struct desk *d, struct arena *arena, struct closing_row **out, size_t *n,
    struct err *e);

/* The sheet of a day: final once it is closed (copies are counted), else marked as interim. */
bool desk_print_day(struct desk *d, day business_day, enum lang lang, struct arena *arena, struct printed *out,
    struct err *e);
#endif
