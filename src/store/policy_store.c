/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/policy_store.h"

#include <sodium.h>

void sha256_text(const void *bytes, size_t n, char out[SHA256_TEXT])
{
    unsigned char raw[crypto_hash_sha256_BYTES];

    crypto_hash_sha256(raw, bytes, n);
    sodium_bin2hex(out, SHA256_TEXT, raw, sizeof raw);
}

static const char SQL_SAME[] = "SELECT id FROM policy_version WHERE sha256 = :sha256";
static const char SQL_ADD[] =
    "INSERT INTO policy_version (policy, text, sha256, valid_from, switched_on, switched_by)"
    " VALUES (:policy, :text, :sha256, :valid_from, :switched_on, :switched_by)";

bool policy_store_add(struct db *db, const struct policy_version *v, int64_t *id, struct err *e)
{
    char sha[SHA256_TEXT];

    sha256_text(v->text, strlen(v->text), sha);
    struct stmt *s = db_stmt(db, SQL_SAME, e);
    bind_text(s, ":sha256", sha);
    *id = stmt_row(s, e) ? col_id(s, 0) : 0;
    if (!stmt_end(s))
        return false;
    if (*id)
        return true;
    s = db_stmt(db, SQL_ADD, e);
    bind_text(s, ":policy", v->policy);
    bind_text(s, ":text", v->text);
    bind_text(s, ":sha256", sha);
    bind_day(s, ":valid_from", v->valid_from);
    bind_instant(s, ":switched_on", v->switched_on);
    bind_id(s, ":switched_by", v->switched_by);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_LOAD[] =
    "SELECT id, policy, text, sha256, valid_from, switched_on, switched_by FROM policy_version WHERE id = :id";
static const char SQL_LIST[] =
    "SELECT id, policy, '', sha256, valid_from, switched_on, switched_by FROM policy_version ORDER BY valid_from, id";
enum { V_ID, V_POLICY, V_TEXT, V_SHA, V_FROM, V_ON, V_BY };

static struct policy_version read_version(const struct stmt *s, struct arena *a)
{
    return (struct policy_version){ .id = col_id(s, V_ID), .policy = col_text(s, V_POLICY, a),
        .text = col_text(s, V_TEXT, a), .sha256 = col_text(s, V_SHA, a), .valid_from = col_day(s, V_FROM),
        .switched_on = col_instant(s, V_ON), .switched_by = col_id(s, V_BY) };
}

bool policy_store_load(struct db *db, int64_t id, struct arena *a, struct policy_version *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LOAD, e);

    out->id = 0;
    bind_id(s, ":id", id);
    if (stmt_row(s, e))
        *out = read_version(s, a);
    if (!stmt_end(s))
        return false;
    return out->id || err_set(e, ERR_RULE, "policy", N_("This version of the policy is not in the database."), NULL);
}

static const char SQL_IN_FORCE[] =
    "SELECT id FROM policy_version WHERE valid_from <= :day ORDER BY valid_from DESC, id DESC LIMIT 1";

bool policy_store_in_force(struct db *db, day on, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_IN_FORCE, e);

    bind_day(s, ":day", on);
    *id = stmt_row(s, e) ? col_id(s, 0) : 0;
    return stmt_end(s);
}

bool policy_store_list(struct db *db, struct arena *a, struct policy_version **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LIST, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct policy_version *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = read_version(s, a);
    return stmt_end(s);
}
