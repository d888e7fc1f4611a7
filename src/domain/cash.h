/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes and coins: the ten kinds of Japanese money (domain.md 4.2), counted piece by piece. */
#ifndef DOMAIN_CASH_H
#define DOMAIN_CASH_H
#include "base/base.h"

enum { CASH_KINDS = 10, CASH_PIECES_MAX = 99999 };
extern const int32_t CASH_YEN[CASH_KINDS]; /* 10,000 first, 1 last */

/* How many of each kind, in the order of CASH_YEN. */
struct pieces {
    int32_t of[CASH_KINDS];
};

yen pieces_sum(const struct pieces *p);
bool pieces_ok(const struct pieces *p); /* none negative, none above CASH_PIECES_MAX */
/* Index in CASH_YEN of this kind of money; -1 when there is no such note or coin. */
int cash_kind(yen one);

/* What to hand out as change: fewest pieces, no 2,000-yen notes (a drawer has none to rely on). */
struct pieces cash_change(yen amount);
/* "10,000-yen note", "500-yen coin": English source, for N_() tables. */
const char *cash_kind_label(int kind);

/* Money as people type it, in any width: 33000, 33,000, 33k, 4m (m = 10,000, k = 1,000), 3m3k, 4万, 3万3千,
 * a yen sign before or 円 behind. "=" is exactly what is owed. False with ERR_INPUT for the field: empty
 * text, anything else, more than MONEY_MAX. */
enum { MONEY_MAX = 100000000 };
bool money_input(const char *typed, yen owed, const char *field, yen *out, struct err *e);
#endif
