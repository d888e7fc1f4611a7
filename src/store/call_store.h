/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls to make and calls made, reminders by post among them. */
#ifndef STORE_CALL_STORE_H
#define STORE_CALL_STORE_H
#include "base/base.h"
#include "store/db.h"

struct call {
    int64_t id, counter, request, inquiry; /* request or inquiry is not 0 */
    const char *what, *channel, *whom;     /* WORDS_CALL_WHAT, WORDS_CHANNEL */
    day due;
    int due_min; /* -1 = any time */
    const char *result, *note; /* result "" = still to make */
    instant created_at, done_at;
    int64_t created_by, done_by;
    const char *created_by_name, *done_by_name;
};
/* With a result it is a call that was made without having been planned. */
bool call_store_add(struct db *db, const struct call *x, int64_t *id, struct err *e);
/* ERR_STALE when somebody else made it meanwhile. */
bool call_store_result(struct db *db, const struct call *x, struct err *e);
/* The open call of a request or inquiry that is due first; id 0 = none. */
bool call_store_open(struct db *db, int64_t counter, int64_t request, int64_t inquiry, struct arena *a, struct call *out,
    struct err *e);
/* All of a request or inquiry, newest first. */
bool call_store_list(struct db *db, int64_t request, int64_t inquiry, struct arena *a, struct call **out, size_t *n,
    struct err *e);
#endif
