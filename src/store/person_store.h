/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People: stored as written, found by folded keys (text/fold). */
#ifndef STORE_PERSON_STORE_H
#define STORE_PERSON_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

bool person_store_add(struct db *db, const struct person *p, instant at, int64_t *id, struct err *e);
/* All fields; by p->rev. Writes one row of change history for each field that differs from was. */
bool person_store_edit(struct db *db, const struct person *was, const struct person *p, instant at, int64_t by,
    struct err *e);

struct person_hit {
    struct person person;
    int64_t request; /* the newest request of this patient; 0 = none */
    int year, number;
    const char *ended, *next_action;
};
/* As somebody types: a name in kanji or kana of any width and case, a patient number, a telephone number
 * (prefix of each), or a birth date. At most limit, exact patient numbers first. "" finds nobody. */
bool person_store_search(struct db *db, const char *typed, day birth, int limit, struct arena *a,
    struct person_hit **out, size_t *n, struct err *e);
/* Somebody who may be the same person: the same patient number, or the same name or kana and the same birth
 * date, or the same telephone number and name. id of p itself is left out. */
bool person_store_duplicates(struct db *db, const struct person *p, struct arena *a, struct person_hit **out, size_t *n,
    struct err *e);
/* The search keys as they should be; for verify. */
void person_keys(const struct person *p, struct arena *a, const char **name, const char **kana, const char **phone);

/* One changed field for the history that clerks see. */
bool change_add(struct db *db, const char *object, int64_t id, const char *field, const char *was, const char *became,
    instant at, int64_t by, struct err *e);
struct change_row {
    const char *field, *was, *became, *by_name;
    instant at;
};
bool change_list(struct db *db, const char *object, int64_t id, struct arena *a, struct change_row **out, size_t *n,
    struct err *e);
#endif
