/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digest of a schema (D5): of the text of all tables, indexes and triggers. BLAKE2b and not the trail's SHA-3: every
 * start computes it, and nobody else has to. */
#ifndef STORE_MIGRATE_DIGEST_H
#define STORE_MIGRATE_DIGEST_H
#include <sqlite3.h>

enum { SCHEMA_DIGEST_TEXT = 65 }; /* 64 hexadecimal digits */

/* SQLITE_DONE, or what SQLite said; then out is not written. */
int schema_digest(sqlite3 *raw, char out[SCHEMA_DIGEST_TEXT]);
#endif
