/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which business day money belongs to now, and its drawer: the shared inside of pay, drawer and closing.
 * Only desk/ includes this. */
#ifndef DESK_MONEY_DAY_H
#define DESK_MONEY_DAY_H
#include "desk/act.h"
#include "domain/payment.h"
#include "store/closing_store.h"
#include "store/drawer_store.h"

enum { THE_DRAWER = 1 }; /* one drawer a counter at first; every table has the column */

struct money_day {
    struct business_days days;
    day today, business_day; /* DAY_NONE = no open day was found */
    day forgotten;           /* DAY_NONE = none */
    struct drawer_key key;   /* of business_day */
    struct drawer_row drawer;
    struct closing_last last;
    yen float_proposed; /* what the last closing left; before the first one the hospital's setting */
};
bool money_day_load(struct desk *d, day today, struct arena *arena, struct money_day *out, struct err *e);

/* How many days between the two the counter was open, neither counted; no further than max. */
bool money_day_between(struct desk *d, day from, day to, int max, int *out, struct err *e);
/* The float a day begins with: counted, else what was left over. */
yen money_day_float(const struct drawer_row *row, yen proposed);
/* Is this person active and holds one of these roles? *out = no when not known. */
bool money_roles(struct act *a, int64_t staff, unsigned roles, bool *out, struct err *e);
#endif
