/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two clerks at two terminals on the same desk. */
#ifndef TESTS_E2E_TWO_H
#define TESTS_E2E_TWO_H
#include "tests/e2e/house.h"

struct two {
    struct pty *of[2]; /* 西川 on Japanese screens, 佐藤 on English ones */
};

/* On a fresh copy of the training desk; db receives its path. */
struct two two_sit_down(struct house *h, char db[512]);
void two_get_up(struct two *t);

/* The page of a request on both screens, then what this key opens, told by a text in the language of each. */
void two_open(struct two *t, const char *number, const char *key, const char *ja, const char *en);

/* 西川 opens the drawer with its float, as the first fee of a day asks; the amount stays in the form. */
void two_open_drawer(struct two *t);

/* Both stand on the same free hour of Mori: 26-0017 is accepted for him now, 26-0013 was before. */
void two_ready_to_book(struct two *t);
#endif
