/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every policy that was ever switched on, as its text: a request is judged by the version it points to. */
#ifndef STORE_POLICY_STORE_H
#define STORE_POLICY_STORE_H
#include "store/db.h"

struct policy_version {
    int64_t id;
    const char *policy, *text, *sha256;
    day valid_from;
    instant switched_on;
    int64_t switched_by;
};
/* The same text again gives the version that is there. */
bool policy_store_add(struct db *db, const struct policy_version *v, int64_t *id, struct err *e);
bool policy_store_load(struct db *db, int64_t id, struct arena *a, struct policy_version *out, struct err *e);
/* The version in force on a day: the latest valid_from not after it, of those the one switched on last. 0 = none. */
bool policy_store_in_force(struct db *db, day on, int64_t *id, struct err *e);
bool policy_store_list(struct db *db, struct arena *a, struct policy_version **out, size_t *n, struct err *e); /* without text */
/* SHA-256 of a text as 64 hexadecimal digits. */
enum { SHA256_TEXT = 65 };
void sha256_text(const void *bytes, size_t n, char out[SHA256_TEXT]);
#endif
