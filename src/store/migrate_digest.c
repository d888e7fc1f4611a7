/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/migrate_digest.h"

#include <sodium.h>

#include "base/base.h"

static const char SQL_TEXTS[] = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";

int schema_digest(sqlite3 *raw, char out[SCHEMA_DIGEST_TEXT])
{
    crypto_generichash_state state;
    unsigned char sum[(SCHEMA_DIGEST_TEXT - 1) / 2];
    sqlite3_stmt *s = NULL;

    if (sodium_init() < 0) /* finds out what this processor does best */
        return SQLITE_ERROR;
    crypto_generichash_init(&state, NULL, 0, sizeof sum);
    int code = sqlite3_prepare_v2(raw, SQL_TEXTS, -1, &s, NULL);
    while (s && (code = sqlite3_step(s)) == SQLITE_ROW) /* the NUL parts one text from the next */
        crypto_generichash_update(&state, sqlite3_column_text(s, 0), (size_t)sqlite3_column_bytes(s, 0) + 1);
    sqlite3_finalize(s);
    if (code != SQLITE_DONE)
        return code;
    crypto_generichash_final(&state, sum, sizeof sum);
    sodium_bin2hex(out, SCHEMA_DIGEST_TEXT, sum, sizeof sum);
    return code;
}
