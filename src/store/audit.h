/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trail: one row per action, chained, written in the action's own transaction (design.md 2).
 *
 *     hash = sha3(json_array(seq, at, staff, verb, object, id, body_hash, prev))    body_hash = sha3(salt || body)
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
    const char *body; /* canonical JSON; NULL = {} */
};
/* Inside a transaction. A clock that went back is recorded as a row of its own first (verb clock_back). */
bool audit_add(struct db *db, const struct audit_entry *entry, struct err *e);

/* The last link, as the closing anchors it; seq 0 and hash "0" when the trail is empty. */
struct audit_link {
    int64_t seq;
    char hash[SHA3_TEXT];
};
bool audit_last(struct db *db, struct audit_link *out, struct err *e);
/* Recomputes the last link only: cheap, at every start. */
bool audit_check_last(struct db *db, struct err *e);

/* The whole row of a table as canonical JSON {"table":"payment","row":{...}} for the trail, made by SQL from
 * what is stored, so that verify can compare every column (A9). table is one of the list in audit.c. */
const char *audit_image(struct db *db, const char *table, int64_t id, struct arena *a, struct err *e);
#endif
