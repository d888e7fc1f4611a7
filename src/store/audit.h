/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trail: one row per action, chained, written in the action's own transaction (design.md 2).
 *
 *     hash = sha3(json_array(seq, at, staff, verb, object, id, body_hash, prev))    body_hash =
 * sha3(salt || body)
 *
 * in lower-case hexadecimal, prev of the first row '0'. So the stock sqlite3 shell verifies it
 * (docs/VERIFY.md), and a body can be blanked by law without breaking the chain. */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H
#include "store/db.h"

struct audit_entry {
    int64_t staff;
    instant at;
    const char *verb, *object; /* desk/permission.h; "payment", "request" ... */
    int64_t id;
    const char *body; /* the action's own words, canonical JSON (base/json.h); NULL = none */
};
/* Inside a transaction: what it does. The row of the trail is written when the transaction ends (or
 * says the next thing), so that one action is one row. The stored body is
 *     {"rows":[{"table":"payment","row":{...}},{"table":"session","gone":5},...],"more":BODY}
 * where rows are the after-images of all rows of the record that the transaction wrote, taken by SQL
 * from what is stored (audit_images.h), so that verify compares every column (A9).
 * A clock that went back is recorded as a row of its own first (verb clock_back). */
bool audit_add(struct db *db, const struct audit_entry *entry, struct err *e);

/* The last link, as the closing anchors it; seq 0 and hash "0" when the trail is empty. */
struct audit_link {
    int64_t seq;
    char hash[SHA3_TEXT];
};
bool audit_last(struct db *db, struct audit_link *out, struct err *e);
/* When the trail was written to last before a moment; found says whether it was. */
bool audit_before(struct db *db, instant moment, instant *out, bool *found, struct err *e);
/* Who brought a row of the record to the revision that it has now, from the trail's newest entries. Not found:
 * longer ago than those, or nobody. */
struct audit_change {
    bool found;
    instant at;
    const char *by_name;
};
bool audit_change_of(struct db *db, const char *table, int64_t id, struct arena *a, struct audit_change *out, struct err *e);
/* The same of the row at which stmt_run_rev_of has just failed. */
bool audit_stale(struct db *db, struct arena *a, struct audit_change *out, struct err *e);

/* Recomputes the last link only: cheap, at every start. */
bool audit_check_last(struct db *db, struct err *e);

#endif
