/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One digest of all rows of all tables, in the order of their keys: equal for a database, its
 * backup and what is restored from it, whose files are never equal byte for byte (reliability.md
 * 5). */
#include <nettle/sha3.h>

#include "store/migrate_inside.h"
#include "store/verify_inside.h"

/* All columns on purpose: a column that is forgotten here would be one that a backup may lose. */
#define ROWS(table)                                                                                \
    {                                                                                              \
#table, "SELECT x.* FROM " #table " AS x ORDER BY 1, 2, 3"                                 \
    }
#define ROWS2(table)                                                                               \
    {                                                                                              \
#table, "SELECT x.* FROM " #table " AS x ORDER BY 1, 2"                                    \
    }
static const struct {
    const char *table, *sql;
} tables[] = {
    ROWS(appointment),
    ROWS(attendee),
    ROWS(audit),
    ROWS(audit_body),
    ROWS(call),
    ROWS(cash_count),
    ROWS(cash_move),
    ROWS(change),
    ROWS(charge),
    ROWS(closing),
    ROWS(closing_confirm),
    ROWS(closure),
    ROWS(consent),
    ROWS(counter),
    ROWS(credential),
    ROWS(denomination),
    ROWS(doctor),
    ROWS(drawer_day),
    ROWS(holiday),
    ROWS(inquiry),
    ROWS(institution),
    ROWS(material),
    ROWS(material_move),
    ROWS(note),
    ROWS(override),
    ROWS(override_answer),
    ROWS(paper),
    ROWS(payment),
    ROWS(person),
    ROWS(policy_version),
    ROWS(print),
    ROWS(proof),
    ROWS(receipt),
    ROWS(report),
    ROWS(request),
    ROWS(request_fact),
    ROWS(review),
    ROWS(room),
    ROWS(room_slot),
    ROWS(session),
    ROWS(session_exception),
    ROWS2(setting),
    ROWS(slot),
    ROWS(specialist),
    ROWS(staff),
    ROWS2(staff_role),
    ROWS(step),
    ROWS(unpaid),
    ROWS(visit),
};

size_t verify_digest_tables(void)
{
    return COUNT_OF(tables);
}

static void add(struct sha3_256_ctx *ctx, char kind, const void *bytes, size_t n)
{
    char head[32];

    int length = snprintf(head, sizeof head, "%c%zu:", kind, n);
    sha3_256_update(ctx, (size_t)length, (const uint8_t *)head);
    if (n > 0)
        sha3_256_update(ctx, n, bytes);
}

static void add_value(struct sha3_256_ctx *ctx, sqlite3_stmt *s, int col)
{
    int64_t v;

    switch (sqlite3_column_type(s, col)) {
    case SQLITE_NULL:
        add(ctx, 'n', "", 0);
        break;
    case SQLITE_INTEGER:
        v = sqlite3_column_int64(s, col);
        add(ctx, 'i', &v, sizeof v);
        break;
    case SQLITE_TEXT:
        add(ctx, 't', sqlite3_column_text(s, col), (size_t)sqlite3_column_bytes(s, col));
        break;
    default:
        add(ctx, 'b', sqlite3_column_blob(s, col), (size_t)sqlite3_column_bytes(s, col));
    }
}

bool verify_content_digest(struct db *db, char out[SHA3_TEXT], struct err *e)
{
    struct sha3_256_ctx ctx;
    uint8_t raw[SHA3_256_DIGEST_SIZE];
    char schema[SCHEMA_DIGEST_TEXT] = "";
    bool ok = migrate_digest(db, schema, e);

    sha3_256_init(&ctx);
    add(&ctx, 's', schema, strlen(schema));
    for (size_t i = 0; ok && i < COUNT_OF(tables); i++) {
        struct stmt *s = db_stmt(db, tables[i].sql, e);
        add(&ctx, 'T', tables[i].table, strlen(tables[i].table));
        while (stmt_row(s, e))
            for (int col = 0; col < sqlite3_column_count(s->raw); col++)
                add_value(&ctx, s->raw, col);
        ok = stmt_end(s);
    }
    sha3_256_digest(&ctx, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++)
        snprintf(out + 2 * i, 3, "%02x", raw[i]);
    return ok;
}
