/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official holidays and the hospital's single closures. */
#ifndef STORE_HOLIDAY_STORE_H
#define STORE_HOLIDAY_STORE_H
#include "store/db.h"

/* changed = false when the same row was there. */
bool holiday_put(struct db *db, day d, const char *name, const char *source, bool *changed, struct err *e);
bool holiday_remove(struct db *db, day d, struct err *e);
struct closure_row {
    day day;
    const char *name_ja, *name_en, *by_name;
};
bool closure_put(struct db *db, const struct closure_row *row, int64_t by, instant at, struct err *e);
bool closure_remove(struct db *db, day d, struct err *e);
bool closure_list(struct db *db, day from, struct arena *a, struct closure_row **out, size_t *n, struct err *e);
/* Calls back with every holiday and every closure; a callback that returns false ends it. */
bool holiday_each(struct db *db, bool (*holiday)(void *arg, day d, const char *name), void *arg, struct err *e);
#endif
