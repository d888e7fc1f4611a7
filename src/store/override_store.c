/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/override_store.h"

static const char SQL_ADD[] =
    "INSERT INTO override (request, rule, reason, day, at, by) VALUES (:request, :rule, :reason, :day, :at, :by)";

bool override_store_add(struct db *db, const struct override_entry *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_id(s, ":request", x->request);
    bind_text(s, ":rule", x->rule);
    bind_text(s, ":reason", x->reason);
    bind_day(s, ":day", x->day);
    bind_instant(s, ":at", x->at);
    bind_id(s, ":by", x->by);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}
