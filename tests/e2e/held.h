/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program that holds the desk's file, and one that looks into it. */
#ifndef TESTS_E2E_HELD_H
#define TESTS_E2E_HELD_H
#include "base/base.h"

struct sqlite3;

/* Nobody else can write until it lets go. */
struct sqlite3 *hold(const char *db);
void let_go(struct sqlite3 *other);
/* The first column of the first row. */
int64_t count(const char *db, const char *sql);

/* What a clerk reads while she waits for a program that is no terminal of ours; by enum lang. */
extern const char *const held_waits[2];
#endif
