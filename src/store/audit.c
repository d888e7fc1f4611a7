/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/audit.h"

#include <sodium.h>

#include "store/audit_inside.h"
#include "store/touched.h"

enum { SALT_BYTES = 16, SALT_TEXT = 2 * SALT_BYTES + 1, BODY_MAX = 16 * 1024 * 1024 };

static const char SQL_LAST[] = "SELECT seq, at, hash FROM audit ORDER BY seq DESC LIMIT 1";
enum { LAST_SEQ, LAST_AT, LAST_HASH };

static const char SQL_ADD[]
    = "INSERT INTO audit (seq, at, staff, verb, object, id, body_hash, prev, hash)"
      " VALUES (:seq, :at, :staff, :verb, :object, :id, :body_hash, :prev,"
      " lower(hex(sha3(json_array(:seq, :at, :staff, :verb, :object, :id, :body_hash, :prev), "
      "256))))";
static const char SQL_ADD_BODY[]
    = "INSERT INTO audit_body (seq, salt, body) VALUES (:seq, :salt, :body)";

struct last {
    struct audit_link link;
    int64_t at;
};

static bool read_last(struct db *db, struct last *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LAST, e);
    struct arena a;

    arena_init(&a);
    *out = (struct last){ .link = { .hash = "0" } };
    if (stmt_row(s, e)) {
        out->link.seq = col_int(s, LAST_SEQ);
        out->at = col_int(s, LAST_AT);
        str_copy(out->link.hash, sizeof out->link.hash, col_text(s, LAST_HASH, &a));
    }
    arena_fini(&a);
    return stmt_end(s);
}

bool audit_last(struct db *db, struct audit_link *out, struct err *e)
{
    struct last last;

    if (!read_last(db, &last, e))
        return false;
    *out = last.link;
    return true;
}

static const char SQL_BEFORE[] = "SELECT at FROM audit WHERE at < :moment ORDER BY seq DESC LIMIT 1";

bool audit_before(struct db *db, instant moment, instant *out, bool *found, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BEFORE, e);

    bind_instant(s, ":moment", moment);
    *found = stmt_row(s, e);
    if (*found)
        *out = col_instant(s, 0);
    return stmt_end(s);
}

/* An entry shows the rows that it wrote as they were then; the first one with the newest revision made it. */
static const char SQL_CHANGE[]
    = "WITH recent AS (SELECT seq, body FROM audit_body ORDER BY seq DESC LIMIT 2000),"
      " shown AS (SELECT recent.seq AS seq, coalesce(r.value ->> '$.row.rev', 0) AS rev"
      " FROM recent, json_each(recent.body, '$.rows') AS r"
      " WHERE instr(recent.body, :mark) > 0 AND r.value ->> '$.table' = :table AND r.value ->> '$.row.id' = :id)"
      " SELECT a.at, s.name FROM audit a JOIN staff s ON s.id = a.staff"
      " WHERE a.seq = (SELECT min(seq) FROM shown WHERE rev = (SELECT max(rev) FROM shown))";

bool audit_change_of(
    struct db *db, const char *table, int64_t id, struct arena *a, struct audit_change *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CHANGE, e);

    *out = (struct audit_change){ .by_name = "" };
    bind_text(s, ":mark", arena_printf(a, "{\"table\":\"%s\",", table));
    bind_text(s, ":table", table);
    bind_id(s, ":id", id);
    if (stmt_row(s, e))
        *out = (struct audit_change){ true, col_instant(s, 0), col_text(s, 1, a) };
    return stmt_end(s);
}

bool audit_stale(struct db *db, struct arena *a, struct audit_change *out, struct err *e)
{
    *out = (struct audit_change){ .by_name = "" };
    return db->trouble != DB_STALE || !db->stale_table
        || audit_change_of(db, db->stale_table, db->stale_id, a, out, e);
}

static void body_digest(const char *salt, const char *body, char out[SHA3_TEXT])
{
    struct buf b;

    buf_init(&b, strlen(salt) + strlen(body) + 1);
    buf_puts(&b, salt);
    buf_puts(&b, body);
    sha3_text(b.p, b.len, out);
    buf_fini(&b);
}

static bool add_link(
    struct db *db, const struct last *last, const struct audit_entry *x, struct err *e)
{
    char salt[SALT_TEXT], digest[SHA3_TEXT];
    uint8_t raw[SALT_BYTES];

    randombytes_buf(raw, sizeof raw);
    sodium_bin2hex(salt, sizeof salt, raw, sizeof raw);
    body_digest(salt, x->body, digest);
    struct stmt *s = db_stmt(db, SQL_ADD, e);
    bind_int(s, ":seq", last->link.seq + 1);
    bind_instant(s, ":at", x->at);
    bind_int(s, ":staff", x->staff);
    bind_text(s, ":verb", x->verb);
    bind_text(s, ":object", x->object);
    bind_int(s, ":id", x->id);
    bind_text(s, ":body_hash", digest);
    bind_text(s, ":prev", last->link.hash);
    if (!stmt_run(s, e))
        return false;
    s = db_stmt(db, SQL_ADD_BODY, e);
    bind_int(s, ":seq", last->link.seq + 1);
    bind_text(s, ":salt", salt);
    bind_text(s, ":body", x->body);
    return stmt_run(s, e);
}

/* {"rows":[...],"more":...}; what is empty is left out. */
static bool make_body(struct db *db, size_t n, const char *more, struct buf *out, struct err *e)
{
    struct buf rows;

    buf_init(&rows, BODY_MAX);
    bool ok = touched_images(db, n, &rows, e);
    buf_putc(out, '{');
    if (rows.len > 0)
        buf_printf(out, "\"rows\":[%s]", rows.p);
    if (more && !str_eq(more, "{}"))
        buf_printf(out, "%s\"more\":%s", rows.len > 0 ? "," : "", more);
    buf_putc(out, '}');
    BUG_IF(rows.full || out->full);
    buf_fini(&rows);
    return ok;
}

/* Kept until the transaction ends or says more; the words are the caller's and gone by then. */
static void remember(struct db *db, const struct audit_entry *entry)
{
    db->said = malloc(sizeof *db->said);
    BUG_IF(!db->said);
    *db->said = *entry;
    char *verb = strdup(entry->verb), *object = strdup(entry->object);
    char *body = entry->body ? strdup(entry->body) : NULL;
    BUG_IF(!verb || !object || (entry->body && !body));
    db->said->verb = verb;
    db->said->object = object;
    db->said->body = body;
}

static void forget_words(struct db *db)
{
    if (db->said) {
        free((char *)(uintptr_t)db->said->verb);
        free((char *)(uintptr_t)db->said->object);
        free((char *)(uintptr_t)db->said->body);
    }
    free(db->said);
    db->said = NULL;
}

void audit_forget(struct db *db)
{
    forget_words(db);
    touched_clear(db);
}

static bool add_entry(struct db *db, const struct audit_entry *entry, struct err *e)
{
    struct last last;

    if (!read_last(db, &last, e))
        return false;
    if (last.link.seq > 0 && entry->at.s < last.at) {
        struct audit_entry back = { .staff = entry->staff,
            .at = entry->at,
            .verb = "clock_back",
            .object = "clock",
            .body = "{}" };
        if (!add_link(db, &last, &back, e) || !read_last(db, &last, e))
            return false;
    }
    return add_link(db, &last, entry, e);
}

/* With the images of the first n rows that were noted. */
static bool write_said(struct db *db, size_t n, struct err *e)
{
    struct buf body;

    if (!db->said)
        return true;
    struct audit_entry whole = *db->said;
    buf_init(&body, BODY_MAX);
    bool ok = make_body(db, n, db->said->body, &body, e);
    whole.body = body.p;
    ok = ok && add_entry(db, &whole, e);
    buf_fini(&body);
    forget_words(db);
    return ok;
}

bool audit_finish(struct db *db, struct err *e)
{
    return write_said(db, db->n_touched, e);
}

/* What came after the words before belongs to the words now. */
bool audit_add(struct db *db, const struct audit_entry *entry, struct err *e)
{
    BUG_IF(!db_in_tx(db));
    if (!write_said(db, db->said ? db->said_of : 0, e))
        return false;
    remember(db, entry);
    db->said_of = db->n_touched;
    return true;
}

static const char SQL_CHECK_LAST[]
    = "SELECT a.hash = lower(hex(sha3(json_array(a.seq, a.at, a.staff, a.verb, a.object, a.id, "
      "a.body_hash, a.prev), 256)))"
      " AND a.prev = coalesce((SELECT p.hash FROM audit p WHERE p.seq = a.seq - 1), '0')"
      " AND (b.body IS NULL OR a.body_hash = lower(hex(sha3(b.salt || b.body, 256))))"
      " FROM audit a LEFT JOIN audit_body b ON b.seq = a.seq ORDER BY a.seq DESC LIMIT 1";

bool audit_check_last(struct db *db, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CHECK_LAST, e);
    bool good = true;

    if (stmt_row(s, e))
        good = col_bool(s, 0);
    if (!stmt_end(s))
        return false;
    return good
        || err_set(e, ERR_STORE, "",
            N_("The last entry of the trail does not match: the database was changed outside this "
               "program. Run: madoguchi verify"),
            NULL);
}
