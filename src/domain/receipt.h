/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Receipt numbers, and the values that a receipt, a void slip and a charge slip are printed from
 * (domain.md 4.1: all contents of a qualified invoice; no department, no disease). */
#ifndef DOMAIN_RECEIPT_H
#define DOMAIN_RECEIPT_H
#include "base/base.h"
#include "domain/casefile.h"
#include "domain/payment.h"

/* "1-2026-00310"; "" for number 0. */
void receipt_number_text(int counter_number, int year, int number, char out[RECEIPT_TEXT]);
/* Reads "1-2026-00310", "2026-310", "310" in any width; what is left out is taken from the arguments
 * (*counter_number and *year keep their value). False when it is no receipt number. */
bool receipt_number_parse(const char *s, int *counter_number, int *year, int *number);

struct receipt_line {
    struct bilingual item;
    int quantity;
    yen unit, amount;
    int tax_percent;
};

/* One payment as it goes on paper. Strings are never NULL. */
struct receipt {
    int64_t payment, request;
    int counter_number, year, number; /* number 0 = paid outside: no receipt of ours */
    int case_year, case_number;       /* request 26-0415 */
    day paid_on;                      /* calendar date of receiving */
    day business_day;                 /* the closing in which it counts */
    const char *addressee;            /* without 様 */
    const char *patient_name, *patient_no;
    const struct receipt_line *lines;
    size_t n_lines;
    yen total, tax; /* of the one rate that occurs at this desk */
    int tax_percent;
    const char *method; /* WORDS_METHOD */
    yen tendered, change;
    const char *slip, *other_kind;
    const char *registration; /* T number on that day; "" = plain receipt */
    const char *clerk;        /* who took the money */
    enum lang lang;           /* of the paper */
    int copy;                 /* 1 = the original; from 2 on marked 再発行 / DUPLICATE */
    day printed_on;           /* date of this copy */
    bool voided;              /* a copy of a voided receipt says so */
};

/* One in a list of receipts. */
struct receipt_row {
    int64_t payment, request;
    int counter_number, year, number;
    int case_year, case_number;
    const char *name, *method, *by_name;
    yen amount;
    day paid_on, business_day;
    instant at;
    bool voided, day_closed;
    int copies;
};

/* 領収取消票: signed by the payer, kept with the original. */
struct void_slip {
    struct receipt receipt; /* what is voided */
    day voided_on;
    yen back;             /* money handed back, positive */
    const char *original; /* collected, lost */
    const char *reason, *by, *approved_by;
    int copy;
};

/* 会計票: what the main cashier or the payment machine is to collect. */
struct charge_slip {
    int64_t request;
    int case_year, case_number;
    const char *patient_name, *patient_no;
    day day;
    int call_number; /* 0 = none */
    const struct receipt_line *lines;
    size_t n_lines;
    yen total, tax;
    int tax_percent;
    enum lang lang;
    const char *clerk;
    int copy;
};

/* The standing charges as lines; total and tax of them. */
size_t receipt_lines_of(const struct casefile *c, struct arena *arena, struct receipt_line **out, yen *total,
    yen *tax, int *tax_percent);
/* The receipt of one collection of this request; false when it is not among its payments. copy and
 * printed_on stay for the caller. */
bool receipt_of(const struct casefile *c, int64_t payment, int counter_number, struct arena *arena,
    struct receipt *out);
#endif
