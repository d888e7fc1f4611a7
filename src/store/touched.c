/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/touched.h"

#include "store/audit_images.h"

/* Pieces and receipts have no number of their own: they come with their count and their payment. */
static void on_write(void *arg, int what, const char *schema, const char *table, sqlite3_int64 id)
{
    struct db *db = arg;

    if (!db->in_tx || !str_eq(schema, "main"))
        return;
    size_t t = 0;
    while (t < COUNT_OF(audit_images) && !str_eq(audit_images[t].table, table))
        t++;
    if (t == COUNT_OF(audit_images))
        return;
    for (size_t i = 0; i < db->n_touched; i++)
        if (db->touched[i].table == t && db->touched[i].id == id) {
            db->touched[i].deleted |= what == SQLITE_DELETE;
            return;
        }
    if (db->n_touched == db->cap_touched) {
        db->cap_touched = db->cap_touched ? 2 * db->cap_touched : 16;
        db->touched = realloc(db->touched, db->cap_touched * sizeof *db->touched);
        BUG_IF(!db->touched);
    }
    db->touched[db->n_touched++] = (struct touched){ t, id, what == SQLITE_DELETE };
}

void touched_watch(struct db *db)
{
    sqlite3_update_hook(db->raw, on_write, db);
}

void touched_clear(struct db *db)
{
    db->n_touched = 0;
}

/* A row that was there and was taken away leaves its number. */
static void add_gone(const struct audit_table *table, int64_t id, struct buf *out)
{
    buf_printf(out, "%s{\"table\":\"%s\",\"gone\":%lld}", out->len > 0 ? "," : "", table->table,
        (long long)id);
}

static bool add_image(struct db *db, const struct audit_table *table, const struct touched *x,
    struct buf *out, struct err *e)
{
    struct stmt *s = db_stmt(db, table->one, e);
    struct arena a;

    arena_init(&a);
    bind_int(s, ":id", x->id);
    if (stmt_row(s, e)) {
        if (out->len > 0)
            buf_putc(out, ',');
        buf_puts(out, col_text(s, 0, &a));
    } else if (x->deleted) {
        add_gone(table, x->id, out);
    }
    arena_fini(&a);
    return stmt_end(s);
}

bool touched_images(struct db *db, size_t n, struct buf *out, struct err *e)
{
    bool ok = true;

    for (size_t i = 0; ok && i < n; i++) {
        const struct touched *x = &db->touched[i];
        const struct audit_table *table = &audit_images[x->table];
        ok = add_image(db, table, x, out, e);
        for (size_t r = 0; ok && str_eq(table->table, "payment") && r < COUNT_OF(audit_images); r++)
            if (str_eq(audit_images[r].table, "receipt"))
                ok = add_image(db, &audit_images[r], x, out, e);
    }
    if (n > 0)
        memmove(db->touched, db->touched + n, (db->n_touched - n) * sizeof *db->touched);
    db->n_touched -= n;
    return ok;
}
