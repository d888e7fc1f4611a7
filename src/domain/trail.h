/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody who reads the trail asks for and sees, as values. */
#ifndef DOMAIN_TRAIL_H
#define DOMAIN_TRAIL_H
#include "base/base.h"

enum { TRAIL_HASH_TEXT = 65 };

enum trail_about { TRAIL_ALL, TRAIL_REQUEST, TRAIL_PAYMENT };

/* Which rows; zero = all of them. */
struct trail_filter {
    bool span;           /* from <= at < until */
    instant from, until;
    int64_t first, last; /* the entries that the span lies between, so that nothing else is looked at */
    int64_t staff;       /* 0 = of everybody */
    enum trail_about about;
    int64_t about_id;    /* of the request, of the payment */
};

struct trail_row {
    int64_t seq;
    instant at;
    int64_t staff;
    const char *by_name, *verb, *object;
    int64_t id;
    int64_t request;         /* that it belongs to; 0 = to none */
    int year, number;        /* of the request */
    int counter_number, receipt_year, receipt_number; /* of a payment; number 0 = there is none */
    day on;                  /* of a closing, a drawer, a count; DAY_NONE = of none */
    const char *name;        /* of a person of the staff, a specialist, a room; "" = of none */
    const char *reason;      /* the first that was written; "" = none */
    const char *reason_table;
};

enum trail_way { TRAIL_OLDER /* below seq */, TRAIL_NEWER /* above seq, up to upper */ };

/* What the action said beside the rows: column and value, and before when it said both. */
struct trail_said {
    const char *key, *was, *value;
    bool both;
};
#endif
