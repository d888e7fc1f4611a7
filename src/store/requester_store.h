/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who comes, the consent form, and the papers that were seen. */
#ifndef STORE_REQUESTER_STORE_H
#define STORE_REQUESTER_STORE_H
#include "domain/casefile.h"
#include "store/db.h"

/* id 0 adds, else changes by rev. */
bool attendee_store_save(struct db *db, int64_t request, const struct attendee *x, int64_t *id, struct err *e);
bool attendee_store_remove(struct db *db, int64_t id, int64_t rev, struct err *e);
bool attendee_store_came(struct db *db, int64_t id, const char *came, struct err *e);

bool consent_store_add(struct db *db, int64_t request, const struct consent *x, int64_t *id, struct err *e);
bool consent_store_save(struct db *db, const struct consent *x, struct err *e); /* all fields, by rev */

bool proof_store_add(struct db *db, int64_t request, const struct proof *x, int64_t *id, struct err *e);
bool proof_store_undo(struct db *db, int64_t request, int64_t id, instant at, int64_t by, const char *why, struct err *e);
#endif
