/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk on a database of its own with the rules of OMU, four people and some requests whose talk is over and
 * whose fee was charged by the policy; for tests of money. */
#ifndef TESTS_DESK_MONEY_FIXTURE_H
#define TESTS_DESK_MONEY_FIXTURE_H
#include "tests/check.h"

#include <sqlite3.h>

#include "desk/charge.h"
#include "desk/closing.h"
#include "desk/drawer.h"
#include "desk/inside.h"
#include "desk/pay.h"

enum { NISHIKAWA = 2, /* clerk, cashier */ SATO = 3, /* supervisor */ YAMADA = 4, /* cashier */ AOKI = 5 /* clerk */ };
enum { FIRST_REQUEST = 1, REQUESTS = 12 };

struct money {
    char folder[64], path[96], paper[96];
    struct clock clock;
    struct desk *desk;
    struct arena a;
    struct err e;
    int keys;
};

int money_make(void **state); /* Tuesday 2026-11-24 10:00, nobody logged in, no drawer open */
int money_remove(void **state);

void log_in(struct desk *d, int64_t staff);
void at_time(struct money *m, const char *day_text, int minutes);
/* Charges the fee by the policy, as check-in does. */
void charge(struct money *m, int64_t request);
void open_drawer(struct money *m);
const char *new_key(struct money *m);
/* Takes 33,000 yen; cash with tendered, card with a slip. Fails the test when refused. */
struct payment_done take_cash(struct money *m, int64_t request, int64_t tendered);
struct payment_done take_card(struct money *m, int64_t request, const char *slip);
struct second person(int64_t staff);
/* Closes the day with a count of exactly this much cash, sure of its date. */
bool close_with(struct money *m, day d, int64_t cash, const char *reason, struct second second,
    struct closing_done *out);
/* The same without reason and second person, and it is not refused. */
struct closing_done close_fine(struct money *m, const char *iso, int64_t cash);
/* A receipt whose original came back is voided; Sato approves. */
void void_fine(struct money *m, int64_t payment);
/* Gives somebody a passphrase, so that they can be the second person on a screen. */
void with_passphrase(struct money *m, int64_t staff, const char *passphrase);
struct pieces pieces_for(int64_t amount);
day on_day(const char *iso);

int64_t ask(struct money *m, const char *sql); /* one number, through a bare connection */
const char *err_words(struct money *m); /* the error in English */
void assert_said(struct money *m, const char *part); /* the error has these words; forgets it */
/* Requests 1..n charged, Nishikawa at the desk, the drawer open. */
void morning(struct money *m, int n);
#endif
