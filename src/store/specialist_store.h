/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Specialists, their hours, and the rooms on the counter's list. */
#ifndef STORE_SPECIALIST_STORE_H
#define STORE_SPECIALIST_STORE_H
#include "domain/slot.h"
#include "store/db.h"

bool specialist_store_list(struct db *db, struct arena *a, struct specialist **out, size_t *n, struct err *e);
/* id 0 adds, else changes by rev. */
bool specialist_store_save(struct db *db, const struct specialist *x, int64_t *id, struct err *e);

/* All lines of the pattern that are not over before since (DAY_NONE = all). */
bool session_store_list(struct db *db, day since, struct arena *a, struct weekly **out, size_t *n, struct err *e);
bool session_store_add(struct db *db, const struct weekly *x, int64_t *id, struct err *e);
/* The line holds until that day; one that never held is removed. */
bool session_store_end(struct db *db, int64_t id, day last, struct err *e);

bool exception_store_list(struct db *db, day from, day to, struct arena *a, struct exception_day **out, size_t *n,
    struct err *e);
bool exception_store_add(struct db *db, const struct exception_day *x, int64_t *id, struct err *e);
bool exception_store_remove(struct db *db, int64_t id, struct err *e);

bool room_store_list(struct db *db, struct arena *a, struct room **out, size_t *n, struct err *e);
bool room_store_save(struct db *db, const struct room *x, int64_t *id, struct err *e); /* id 0 adds */
#endif
