/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A counter's business day as money: what should be there per way of paying, what was counted, where a
 * difference may come from, what goes to the treasury (counter.md 11, domain.md 4.2). Pure; the closing
 * stores what is computed here and nothing else. */
#ifndef DOMAIN_TILL_H
#define DOMAIN_TILL_H
#include "base/base.h"
#include "domain/cash.h"
#include "domain/payment.h"

enum till_method { TILL_CASH, TILL_CARD, TILL_TRANSFER, TILL_OTHER, TILL_OUTSIDE, TILL_METHODS };
const char *till_method_id(enum till_method m); /* payment.method */
bool till_method_of(const char *id, enum till_method *out);

/* One row of money of the day. */
struct till_row {
    int64_t payment, request;
    const char *kind, *method; /* collect, void, refund */
    yen amount, tendered, change;
    int year, number; /* receipt; of a void: the receipt that it voids; 0 = none */
    const char *name; /* of the patient */
    int case_year, case_number;
    const char *slip;
    day paid_on;
    instant at;
    const char *by_name;
    bool voided; /* collect: a later row takes it back */
};

struct till_move { /* cash put in or taken out */
    yen amount;
    const char *reason;
    instant at;
    const char *by_name;
};

/* The day as it was entered. */
struct till {
    day day;
    yen float_yen;
    yen in[TILL_METHODS], back[TILL_METHODS], net[TILL_METHODS]; /* back is negative */
    int n_in[TILL_METHODS], n_back[TILL_METHODS];
    yen moves;
    yen expected_cash; /* float + cash + moves */
    yen income;        /* cash, card, transfer, other: not what another desk took */
    yen all;           /* every row: what the perpetual total grows by */
    int first_year, first_number, last_year, last_number; /* receipts; number 0 = none */
    int n_receipts, n_voids;
};
void till_sum(day d, yen float_yen, const struct till_row *rows, size_t n, const struct till_move *moves,
    size_t n_moves, struct till *out);
/* A day that no cash moved through closes without counting. */
bool till_without_cash(const struct till *t);

/* What the person who closes typed. */
struct closing_draft {
    day day;
    bool day_sure;          /* that the date is right has been asked and said */
    bool no_cash;           /* closed without counting */
    struct pieces counted;
    yen card_counted;       /* sum of the card slips */
    bool card_typed;        /* false = as entered */
    yen next_float;
    const char *reason;
    const char *treasury, *bag, *treasury_person;
};
struct closing_sum {
    yen counted_cash, difference, card_difference;
    yen deposit, next_float;
    bool reason_needed, supervisor_needed; /* above the tolerance */
};
void closing_sum_of(const struct closing_draft *d, const struct till *t, yen tolerance, struct closing_sum *out);
/* Fields: counted, reason, next_float. */
bool closing_check(const struct closing_draft *d, const struct till *t, const struct closing_sum *s, struct err *e);

/* Where a difference may come from, likeliest first. */
enum till_hint_kind {
    HINT_WRONG_METHOD, /* cash entered for card or the other way */
    HINT_DOUBLED,      /* entered twice, or entered and not taken */
    HINT_NOT_ENTERED,  /* more money than entries: a receipt's amount too much */
    HINT_VOID_NOT_PAID_OUT,
    HINT_PIECES,       /* one or a few notes or coins of one kind */
    HINT_MIXED,        /* two kinds taken for each other: 5,000 and 1,000 */
    HINT_SWAPPED       /* divisible by 9: two digits changed places */
};
struct till_hint {
    enum till_hint_kind kind;
    struct msg text;   /* one line */
    const size_t *row; /* rows that fit, in order of time */
    size_t n_rows;
};
/* Returns how many hints there are, in the arena; none for no difference. card_difference 0 = not known. */
size_t till_hints(const struct till_row *rows, size_t n, yen difference, yen card_difference, struct arena *arena,
    struct till_hint **out);

/* --- a closing as it is stored and printed */
struct closing_name { /* one line of what is still open */
    const char *name, *what;
    int case_year, case_number;
    yen amount;
    day day;
};
struct open_items { /* what the closing names: counter.md 11 */
    const struct closing_name *unpaid, *waiting;
    size_t n_unpaid, n_waiting;
    int reports_unsent, pieces_held, overrides_open, reprints;
    const day *forgotten; /* earlier days that are still open */
    size_t n_forgotten;
};
struct closing {
    int64_t id;
    int seq;
    int64_t cash_count; /* 0 = closed without counting */
    struct pieces counted;
    struct closing_sum sum;
    yen card_counted;
    yen perpetual_before, perpetual_after;
    const char *bag, *treasury, *treasury_person, *reason;
    const char *first_receipt, *last_receipt;
    instant at;
    int64_t by;
    const char *by_name;
    int64_t confirmed_by; /* 0 = not yet */
    const char *confirmed_name;
    instant confirmed_at;
    int64_t audit_seq;
    const char *audit_hash;
};
/* The paper 日計表, also as an interim one (final = false: closing is NULL). */
struct day_report {
    const struct till *till;
    const struct till_row *rows;
    size_t n_rows;
    const struct till_move *moves;
    size_t n_moves;
    struct open_items open;
    const struct closing *closing;
    int counter_number, drawer;
    const char *opened_by;
    instant opened_at;
    enum lang lang;
    int copy;
};
#endif
