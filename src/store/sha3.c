/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sha3.h"

#include <nettle/sha3.h>

static void digest(const void *bytes, size_t n, uint8_t out[SHA3_256_DIGEST_SIZE])
{
    struct sha3_256_ctx ctx;

    sha3_256_init(&ctx);
    sha3_256_update(&ctx, n, bytes);
    sha3_256_digest(&ctx, SHA3_256_DIGEST_SIZE, out);
}

void sha3_text(const void *bytes, size_t n, char out[SHA3_TEXT])
{
    uint8_t raw[SHA3_256_DIGEST_SIZE];

    digest(bytes, n, raw);
    for (size_t i = 0; i < sizeof raw; i++)
        snprintf(out + 2 * i, 3, "%02x", raw[i]);
}

static void sql_sha3(sqlite3_context *ctx, int n, sqlite3_value **v)
{
    uint8_t raw[SHA3_256_DIGEST_SIZE];

    if (n == 2 && sqlite3_value_int(v[1]) != 256) {
        sqlite3_result_error(ctx, "only sha3(x, 256) is here", -1);
        return;
    }
    if (sqlite3_value_type(v[0]) == SQLITE_NULL)
        return;
    const void *bytes = sqlite3_value_type(v[0]) == SQLITE_BLOB ? sqlite3_value_blob(v[0])
                                                                : (const void *)sqlite3_value_text(v[0]);
    digest(bytes ? bytes : "", (size_t)sqlite3_value_bytes(v[0]), raw);
    sqlite3_result_blob(ctx, raw, sizeof raw, SQLITE_TRANSIENT);
}

bool sha3_register(sqlite3 *raw, struct err *e)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

    if (sqlite3_create_function(raw, "sha3", 1, flags, NULL, sql_sha3, NULL, NULL) == SQLITE_OK
        && sqlite3_create_function(raw, "sha3", 2, flags, NULL, sql_sha3, NULL, NULL) == SQLITE_OK)
        return true;
    return err_set(e, ERR_STORE, "", N_("The database could not be prepared: not enough memory."), NULL);
}
