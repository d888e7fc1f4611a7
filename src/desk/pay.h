/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money of one request: seeing what is due, taking it, printing again, voiding, leaving unpaid
 * (design.md section 3). Money is safe once an action returns true; a paper that did not print
 * is a desk item. */
#ifndef DESK_PAY_H
#define DESK_PAY_H
#include "desk/desk.h"
#include "domain/casefile.h"
#include "domain/payment.h"
#include "domain/receipt.h"

struct payment_view {
    struct casefile *c;
    struct payment_due due;
    struct receipt_line *lines; /* standing charges */
    size_t n_lines;
    yen total, tax;
    int tax_percent;
    struct bilingual basis; /* the price rule's own words, e.g. "up to 60 minutes"; may be empty */
    int flat_minutes;       /* a flat price for so many minutes; 0 = not said */
    int talk_minutes;       /* of the visit; -1 = not held or not over */
    bool talk_over;
    int receipt_year, receipt_number; /* that the next receipt will bear if nobody is quicker */
    day today, business_day;
    bool drawer_open;
    yen float_proposed; /* what the drawer should hold when it is opened */
    bool standing_open; /* the day of the payment that stands is not closed: it can be voided */
    day forgotten;      /* an earlier day that is still open; DAY_NONE = none */
};
/* opened: somebody opens it on a screen now (one row in the trail); else it is read again. */
bool desk_payment_view(struct desk *d, int64_t request, bool opened, struct arena *arena,
    struct payment_view *out, struct err *e);

/* A paper after its action was committed. */
struct printed {
    bool done;
    struct msg failure; /* why not; the paper waits as a desk item */
};

struct payment_done {
    int64_t payment;
    int year, number; /* receipt; number 0 = paid outside */
    char receipt[RECEIPT_TEXT];
    yen amount, change;
    bool repeated; /* the same operation key: what the first one stored */
    struct printed printed;
};
bool desk_take_payment(struct desk *d, const struct payment_draft *draft, struct arena *arena,
    struct payment_done *out, struct err *e);

/* A further copy, marked 再発行 / DUPLICATE with its number. */
struct reprint_done {
    int copy;
    struct printed printed;
};
bool desk_reprint(struct desk *d, int64_t payment, enum lang lang, struct arena *arena, struct reprint_done *out,
    struct err *e);

/* Takes a receipt back on its own open day, with a second person; cash leaves the drawer. */
struct void_done {
    int64_t payment; /* the voiding row */
    char receipt[RECEIPT_TEXT];
    yen back;
    struct printed printed;
};
bool desk_void(struct desk *d, const struct void_draft *draft, struct second second, struct arena *arena,
    struct void_done *out, struct err *e);
/* What the second person is shown: amount and reason. */
bool desk_void_words(struct desk *d, const struct void_draft *draft, struct arena *arena, struct msg *out,
    struct err *e);

/* The visitor leaves without paying: why, and when they will (OMU-21). promised DAY_NONE = not said. */
bool desk_unpaid(struct desk *d, int64_t request, const char *reason, day promised, struct arena *arena,
    struct err *e);

/* 会計票 for the main cashier. */
bool desk_charge_slip(struct desk *d, int64_t request, enum lang lang, struct arena *arena, struct printed *out,
    struct err *e);

/* Requests that owe something, those who wait here first, then the unpaid by promised date. */
struct waiting_row {
    int64_t request;
    int year, number;
    const char *name, *kana;
    int call_number;   /* 0 = not here today */
    hm talk_ended;     /* HM_NONE = not over */
    yen owed;
    bool unpaid;       /* left without paying */
    day promised_on;
    const char *reason;
};
bool desk_waiting(struct desk *d, struct arena *arena, struct waiting_row **out, size_t *n, struct err *e);

/* Receipts, newest first: those of a day (typed empty: the business day), one by its number, or all of a
 * patient whose name begins with what was typed. At most RECEIPTS_MAX. */
enum { RECEIPTS_MAX = 200 };
bool desk_receipts(struct desk *d, const char *typed, struct arena *arena, struct receipt_row **out, size_t *n,
    struct err *e);
#endif
