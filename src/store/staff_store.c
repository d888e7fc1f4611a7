/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/staff_store.h"

#define STAFF_COLUMNS                                                                     \
    "SELECT s.id, s.rev, s.login, s.name, s.lang, s.active,"                              \
    " coalesce((SELECT group_concat(role, ' ') FROM (SELECT role FROM staff_role r"       \
    " WHERE r.staff = s.id ORDER BY role)), '') FROM staff s"

static const char SQL_BY_ID[] = STAFF_COLUMNS " WHERE s.id = :id";
static const char SQL_BY_LOGIN[] = STAFF_COLUMNS " WHERE s.login = :login";
static const char SQL_LIST[] = STAFF_COLUMNS " WHERE s.id <> 1 ORDER BY s.login";
enum { S_ID, S_REV, S_LOGIN, S_NAME, S_LANG, S_ACTIVE, S_ROLES };

static struct staff_row read_row(const struct stmt *s, struct arena *a)
{
    return (struct staff_row){ .id = col_id(s, S_ID), .rev = col_int(s, S_REV), .login = col_text(s, S_LOGIN, a),
        .name = col_text(s, S_NAME, a), .lang = col_text(s, S_LANG, a), .active = col_bool(s, S_ACTIVE),
        .roles = col_text(s, S_ROLES, a) };
}

static bool read_one(struct stmt *s, struct arena *a, struct staff_row *out, bool *found, struct err *e)
{
    *found = stmt_row(s, e);
    if (*found)
        *out = read_row(s, a);
    return stmt_end(s);
}

bool staff_load(struct db *db, int64_t id, struct arena *a, struct staff_row *out, bool *found, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BY_ID, e);

    bind_id(s, ":id", id);
    return read_one(s, a, out, found, e);
}

bool staff_find(struct db *db, const char *login, struct arena *a, struct staff_row *out, bool *found, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BY_LOGIN, e);

    bind_text(s, ":login", login);
    return read_one(s, a, out, found, e);
}

bool staff_list(struct db *db, struct arena *a, struct staff_row **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LIST, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct staff_row *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = read_row(s, a);
    return stmt_end(s);
}

static const char SQL_ADD[] =
    "INSERT INTO staff (login, name, active, lang, created_at) VALUES (:login, :name, 1, :lang, :at)";

bool staff_add(struct db *db, const struct staff_row *row, instant at, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_text(s, ":login", row->login);
    bind_text(s, ":name", row->name);
    bind_text(s, ":lang", row->lang);
    bind_instant(s, ":at", at);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_SAVE[] =
    "UPDATE staff SET name = :name, lang = :lang, active = :active, rev = rev + 1 WHERE id = :id AND rev = :rev";

bool staff_save(struct db *db, const struct staff_row *row, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SAVE, e);

    bind_text(s, ":name", row->name);
    bind_text(s, ":lang", row->lang);
    bind_bool(s, ":active", row->active);
    bind_id(s, ":id", row->id);
    bind_int(s, ":rev", row->rev);
    return stmt_run_rev(s, "name", e);
}

static const char SQL_SET_LANG[] = "UPDATE staff SET lang = :lang WHERE id = :id";

bool staff_set_lang(struct db *db, int64_t id, const char *lang, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SET_LANG, e);

    bind_text(s, ":lang", lang);
    bind_id(s, ":id", id);
    return stmt_run(s, e);
}

static const char SQL_TOUCH[] = "UPDATE staff SET rev = rev + 1 WHERE id = :id AND rev = :rev";
static const char SQL_NO_ROLES[] = "DELETE FROM staff_role WHERE staff = :id";
static const char SQL_ADD_ROLE[] = "INSERT INTO staff_role (staff, role) VALUES (:id, :role)";

static bool add_role(struct db *db, int64_t id, const char *role, size_t n, struct err *e)
{
    char word[32];
    struct stmt *s = db_stmt(db, SQL_ADD_ROLE, e);

    BUG_IF(n >= sizeof word);
    memcpy(word, role, n);
    word[n] = '\0';
    bind_id(s, ":id", id);
    bind_text(s, ":role", word);
    return stmt_run(s, e);
}

bool staff_set_roles(struct db *db, int64_t id, int64_t rev, const char *roles, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_TOUCH, e);

    bind_id(s, ":id", id);
    bind_int(s, ":rev", rev);
    if (!stmt_run_rev(s, "roles", e))
        return false;
    s = db_stmt(db, SQL_NO_ROLES, e);
    bind_id(s, ":id", id);
    if (!stmt_run(s, e))
        return false;
    for (const char *at = roles; *at;) {
        size_t n = strcspn(at, " ");
        if (n > 0 && !add_role(db, id, at, n, e))
            return false;
        at += n + (at[n] == ' ');
    }
    return true;
}

static const char SQL_CREDENTIAL[] =
    "SELECT staff, hash, changed_at, not_before, must_change, locked, failures, second_kind"
    " FROM credential WHERE staff = :staff";
enum { CR_STAFF, CR_HASH, CR_CHANGED_AT, CR_NOT_BEFORE, CR_MUST_CHANGE, CR_LOCKED, CR_FAILURES, CR_SECOND };

bool credential_load(struct db *db, int64_t staff, struct arena *a, struct credential_row *out, bool *found,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CREDENTIAL, e);

    bind_id(s, ":staff", staff);
    *found = stmt_row(s, e);
    if (*found)
        *out = (struct credential_row){ .staff = col_id(s, CR_STAFF), .hash = col_text(s, CR_HASH, a),
            .changed_at = col_instant(s, CR_CHANGED_AT), .not_before = col_instant(s, CR_NOT_BEFORE),
            .must_change = col_bool(s, CR_MUST_CHANGE), .locked = col_bool(s, CR_LOCKED),
            .failures = (int)col_int(s, CR_FAILURES), .second_kind = col_text(s, CR_SECOND, a) };
    return stmt_end(s);
}

static const char SQL_CREDENTIAL_PUT[] =
    "INSERT INTO credential (staff, hash, changed_at, must_change) VALUES (:staff, :hash, :at, :must_change)"
    " ON CONFLICT (staff) DO UPDATE SET hash = :hash, changed_at = :at, must_change = :must_change,"
    " failures = 0, not_before = 0, locked = 0";

bool credential_put(struct db *db, int64_t staff, const char *hash, instant at, bool must_change, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CREDENTIAL_PUT, e);

    bind_id(s, ":staff", staff);
    bind_text(s, ":hash", hash);
    bind_instant(s, ":at", at);
    bind_bool(s, ":must_change", must_change);
    return stmt_run(s, e);
}

static const char SQL_CREDENTIAL_COUNT[] =
    "UPDATE credential SET failures = :failures, not_before = :not_before, locked = :locked WHERE staff = :staff";

bool credential_count(struct db *db, int64_t staff, int failures, instant not_before, bool locked, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CREDENTIAL_COUNT, e);

    bind_int(s, ":failures", failures);
    bind_instant(s, ":not_before", not_before);
    bind_bool(s, ":locked", locked);
    bind_id(s, ":staff", staff);
    return stmt_run(s, e);
}

static const char SQL_CREDENTIAL_TOUCH[] =
    "UPDATE credential SET failures = failures WHERE staff = (SELECT min(staff) FROM credential)";

bool credential_touch(struct db *db, struct err *e)
{
    return stmt_run(db_stmt(db, SQL_CREDENTIAL_TOUCH, e), e);
}
