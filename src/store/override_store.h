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
#endif
