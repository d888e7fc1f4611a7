/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request with everything that belongs to it, in one piece: domain/casefile.h. */
#ifndef STORE_CASE_STORE_H
#define STORE_CASE_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

/* ERR_RULE when there is no such request. Everything lives in the arena. */
bool case_load(struct db *db, int64_t id, struct arena *a, struct casefile *out, struct err *e);
bool person_load(struct db *db, int64_t id, struct arena *a, struct person *out, struct err *e);
/* 0 = there is none of that number. */
bool case_find(struct db *db, int64_t counter, int year, int number, int64_t *id, struct err *e);
#endif
