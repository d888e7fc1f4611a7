/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking money for one request: what is due, whether what was typed may be taken, the change, and the
 * sentence to say. Pure: the screen asks at each key, the desk asks again inside its transaction. */
#ifndef DOMAIN_PAYMENT_H
#define DOMAIN_PAYMENT_H
#include "base/base.h"
#include "domain/casefile.h"
#include "domain/cash.h"

enum { RECEIPT_TEXT = 40, PAYMENT_TEXT_BYTES = 120 };

/* What stands about a request's money now. */
struct payment_due {
    int64_t request;
    yen charged, paid, owed;
    const struct payment *standing; /* the last collection that was not voided; NULL = none */
    const char *standing_at;        /* its moment in words, for the refusal of a second one; NULL = not said */
    int counter_number;             /* of the counter, for receipt numbers in words */
    bool outside;                   /* the policy's plan collects elsewhere (counter.md 10) */
    day business_day;               /* in which the money would count; DAY_NONE = no day is open for it */
    bool drawer_open;               /* the float of that day has been counted */
};

/* Fills what follows from the casefile; standing_at, business_day and drawer_open stay for the desk. */
void payment_due_of(const struct casefile *c, int counter_number, bool outside, struct payment_due *out);

/* What the clerk typed. Strings may be NULL. */
struct payment_draft {
    int64_t request;
    const char *method;     /* WORDS_METHOD: cash, card, other, outside */
    yen amount;             /* not cash: what the slip says; 0 = all that is owed */
    yen tendered;           /* cash: what the visitor gave */
    const char *slip;       /* card: slip number; outside: the main cashier's receipt number */
    const char *other_kind; /* other: what it was */
    const char *payer;      /* WORDS_PAYER: to whom the receipt is made out; NULL = patient */
    const char *payer_name; /* payer, other: the name on the receipt */
    enum lang lang;         /* of the receipt */
    const char *op_key;     /* made when the form opened: a repeat gives the same payment */
};

struct payment_verdict {
    bool ok;
    const char *field; /* the form's field that spoke; "" when none */
    struct msg why;    /* not ok: what is wrong and what to do */
    struct msg warn;   /* ok, but look again; id NULL = nothing */
    yen amount;        /* that will be taken */
    yen change;        /* cash */
    struct pieces give; /* the change in notes and coins */
    struct msg say;    /* to read aloud; id NULL = nothing to say yet */
};

/* Fields: method, tendered, amount, slip, other_kind, payer_name. */
struct payment_verdict payment_check(const struct payment_draft *d, const struct payment_due *due);

/* The standing collections: those that no void or refund points to. NULL when there is none. */
const struct payment *payment_standing(const struct casefile *c);
const struct payment *payment_find(const struct casefile *c, int64_t id);
const struct payment *payment_void_of(const struct casefile *c, int64_t id); /* the row that voids it; NULL */

/* The charges that stand: neither reversals nor reversed. Returns their number, items in the arena. */
size_t charges_standing(const struct casefile *c, struct arena *arena, const struct charge ***out);
/* May the charges be reversed (nothing of theirs is paid)? */
bool charges_reversible(const struct casefile *c, struct msg *why_not);

/* A void as it was asked for. */
struct void_draft {
    int64_t payment;
    const char *original; /* WORDS_ORIGINAL: collected, lost (with the payer's signature); "" where the main cashier gave it */
    const char *reason;
    const char *op_key;
};
/* Only a standing collection of a business day that is not closed. Fields: original, reason. */
bool void_check(const struct void_draft *d, const struct casefile *c, bool day_open, struct err *e);

/* The day in which money counts that is taken today (design.md section 2): an opened day that is not closed
 * yet, else today, else (today is closed) the next open day. open_after(arg, d) = first open day after d. An opened day
 * that lies beyond the next open one was opened by a clock that was ahead: it waits for its date. */
struct business_days {
    day today, last_closed; /* last_closed DAY_NONE = nothing closed yet */
    const day *opened;      /* days with a drawer or with money that are not closed, in order */
    size_t n_opened;
};
day business_day_of(const struct business_days *b, day (*open_after)(const void *arg, day d), const void *arg);
/* The first day before today that was left open; DAY_NONE = none. */
day business_day_forgotten(const struct business_days *b);
#endif
