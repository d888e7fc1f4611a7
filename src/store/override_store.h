/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules that somebody took upon themselves to override, with the reason; the approval is a row of its own. */
#ifndef STORE_OVERRIDE_STORE_H
#define STORE_OVERRIDE_STORE_H
#include "store/db.h"

struct override_entry {
    int64_t request;
    const char *rule, *reason; /* id of the policy's rule, or a word of the program: closed_day, specialist_away */
    day day;
    instant at;
    int64_t by;
};
bool override_store_add(struct db *db, const struct override_entry *x, int64_t *id, struct err *e);
bool override_store_answer(struct db *db, int64_t id, bool approved, instant at, int64_t by, struct err *e);
struct override_open {
    int64_t id, request, by;
    int year, number;
    const char *patient, *rule, *reason, *by_name;
    day day;
};
/* Overrides whose approval is still open, oldest first. */
bool override_store_open(struct db *db, struct arena *a, struct override_open **out, size_t *n, struct err *e);
#endif
