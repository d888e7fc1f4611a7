/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs at build time only: the digest of the tables, indexes and triggers that the schema's steps
 * make, so that a start needs not make them all again to compare (15 ms against 1 ms). Prints it as
 * a string literal. */
#include "base/base.h"
#include "store/migrate_digest.h"

static const char *const steps[] = {
#include "src/store/schema_steps.inc"
};

static int fail(sqlite3 *raw)
{
    fprintf(stderr, "schema-digest: %s\n", raw ? sqlite3_errmsg(raw) : "no memory");
    return 1;
}

int main(void)
{
    sqlite3 *raw = NULL;
    char digest[SCHEMA_DIGEST_TEXT];

    if (sqlite3_open(":memory:", &raw) != SQLITE_OK)
        return fail(raw);
    for (size_t i = 0; i < COUNT_OF(steps); i++)
        if (sqlite3_exec(raw, steps[i], NULL, NULL, NULL) != SQLITE_OK)
            return fail(raw);
    if (schema_digest(raw, digest) != SQLITE_DONE)
        return fail(raw);
    printf("\"%s\"\n", digest);
    sqlite3_close(raw);
    return 0;
}
