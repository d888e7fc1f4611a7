/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings (key and text) and the counter's own row. */
#ifndef STORE_SETTING_STORE_H
#define STORE_SETTING_STORE_H
#include "store/db.h"

/* "" when it is not set. */
bool setting_get(struct db *db, const char *key, struct arena *a, const char **out, struct err *e);
/* The same of a file that no desk may be able to open: of this program, read only, its schema of any version. */
bool setting_of_file(const char *path, const struct clock *clock, const char *key, struct arena *a, const char **out,
    struct err *e);
bool setting_put(struct db *db, const char *key, const char *value, struct err *e);

struct counter_row {
    int64_t id;
    int number;
    const char *name_ja, *name_en, *floor_ja, *floor_en;
};
/* The counter that this database's desk serves (the first one); id 0 = none yet. */
bool counter_load(struct db *db, struct arena *a, struct counter_row *out, struct err *e);
bool counter_add(struct db *db, const struct counter_row *row, int64_t *id, struct err *e);
bool counter_save(struct db *db, const struct counter_row *row, struct err *e);
#endif
