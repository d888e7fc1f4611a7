/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What desk actions leave behind holds every rule of the record: called when a fixture closes. */
#ifndef TESTS_DESK_VERIFIED_H
#define TESTS_DESK_VERIFIED_H
#include "desk/desk.h"

/* Fails the test with the rules that do not hold. except: ids of rules that the fixture itself
 * breaks by making its data with SQL, "A9 K2"; NULL = none. */
void verified(struct desk *d, const char *except);
#endif
