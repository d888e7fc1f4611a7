/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings into the tables; only desk/settings.c and desk/setup.c. */
#ifndef DESK_SETTINGS_WRITE_H
#define DESK_SETTINGS_WRITE_H
#include "desk/settings.h"
#include "store/db.h"

/* Checks each and brings it into its stored form; stored has room for n. */
bool settings_check_all(const struct setting_value *values, size_t n, struct arena *arena,
    struct setting_value *stored, struct err *e);
/* Inside a transaction: writes them and counts the revision up. */
bool settings_write(struct db *db, const struct setting_value *values, size_t n, struct arena *arena, struct err *e);
#endif
