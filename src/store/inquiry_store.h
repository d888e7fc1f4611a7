/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inquiries. Those that became no request are listed for deletion after the hospital's term. */
#ifndef STORE_INQUIRY_STORE_H
#define STORE_INQUIRY_STORE_H
#include "domain/inquiry.h"
#include "store/db.h"

/* The same op_key again gives the first row (repeated = true). */
bool inquiry_store_add(struct db *db, const struct inquiry *x, const char *op_key, int64_t *id, bool *repeated,
    struct err *e);
bool inquiry_store_edit(struct db *db, const struct inquiry *x, struct err *e); /* by rev */
/* ERR_RULE when there is none. */
bool inquiry_store_load(struct db *db, int64_t id, struct arena *a, struct inquiry *out, struct err *e);
/* The promised next thing is done; nothing happens when it was done before. */
bool inquiry_store_done(struct db *db, int64_t id, instant at, int64_t by, struct err *e);
/* It became this request: done, and its open calls are the request's from now on. */
bool inquiry_store_link(struct db *db, int64_t id, int64_t request, instant at, int64_t by, struct err *e);

/* By the beginning of a name (kanji or kana) or of a telephone number, among the newest 5,000; "" = all. Newest first; before = only
 * rows with a smaller id (0 = from the newest). */
bool inquiry_store_search(struct db *db, int64_t counter, const char *typed, int64_t before, int limit, struct arena *a,
    struct inquiry **out, size_t *n, struct err *e);
/* Those without a request that are older than a day, oldest first. */
bool inquiry_store_old(struct db *db, int64_t counter, day before, int limit, struct arena *a, struct inquiry **out,
    size_t *n, struct err *e);
/* Open ones whose next thing is due up to a day and has no call of its own (forms to send, a visit awaited). */
bool inquiry_store_due(struct db *db, int64_t counter, day until, int limit, struct arena *a, struct inquiry **out,
    size_t *n, struct err *e);
#endif
