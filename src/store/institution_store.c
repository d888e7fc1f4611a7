/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/institution_store.h"

#include "text/fold.h"

static const char SQL_SEARCH[] =
    "SELECT i.id, i.rev, i.name, i.postal, i.address, i.phone, i.fax, d.id, d.department, d.name"
    " FROM institution i LEFT JOIN doctor d ON d.id = coalesce("
    "  (SELECT r.referrer_doctor FROM request r WHERE r.referrer_institution = i.id"
    "    AND r.referrer_doctor IS NOT NULL ORDER BY r.id DESC LIMIT 1),"
    "  (SELECT max(x.id) FROM doctor x WHERE x.institution = i.id))"
    " WHERE i.search >= :from AND i.search < :to ORDER BY i.search, i.id LIMIT :limit";
enum { I_ID, I_REV, I_NAME, I_POSTAL, I_ADDRESS, I_PHONE, I_FAX, I_DOCTOR, I_DEPARTMENT, I_DOCTOR_NAME };

bool institution_search(struct db *db, const char *typed, int limit, struct arena *a, struct institution **out, size_t *n,
    struct err *e)
{
    const char *key = fold_name(a, typed);
    struct stmt *s = db_stmt(db, SQL_SEARCH, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct institution *x;

    bind_text(s, ":from", key);
    bind_text(s, ":to", arena_printf(a, "%s\xF4\x8F\xBF\xBF", key));
    bind_int(s, ":limit", limit);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct institution){ .id = col_id(s, I_ID), .rev = col_int(s, I_REV),
            .name = col_text(s, I_NAME, a), .postal = col_text(s, I_POSTAL, a), .address = col_text(s, I_ADDRESS, a),
            .phone = col_text(s, I_PHONE, a), .fax = col_text(s, I_FAX, a), .doctor = col_id(s, I_DOCTOR),
            .doctor_department = col_text(s, I_DEPARTMENT, a), .doctor_name = col_text(s, I_DOCTOR_NAME, a) };
    return stmt_end(s);
}

static const char SQL_FIND[] =
    "SELECT id FROM institution WHERE name = :name AND (:address = '' OR address = '' OR address = :address)"
    " ORDER BY address = :address DESC, id LIMIT 1";
static const char SQL_ADD[] =
    "INSERT INTO institution (name, postal, address, phone, fax, search)"
    " VALUES (:name, :postal, :address, :phone, :fax, :search)";
static const char SQL_FILL[] =
    "UPDATE institution SET postal = CASE WHEN postal = '' THEN :postal ELSE postal END,"
    " address = CASE WHEN address = '' THEN :address ELSE address END,"
    " phone = CASE WHEN phone = '' THEN :phone ELSE phone END,"
    " fax = CASE WHEN fax = '' THEN :fax ELSE fax END, rev = rev + 1"
    " WHERE id = :id AND ((postal = '' AND :postal <> '') OR (address = '' AND :address <> '')"
    " OR (phone = '' AND :phone <> '') OR (fax = '' AND :fax <> ''))";

static void bind_contacts(struct stmt *s, const struct institution *x)
{
    bind_text(s, ":postal", str_or(x->postal, ""));
    bind_text(s, ":address", str_or(x->address, ""));
    bind_text(s, ":phone", str_or(x->phone, ""));
    bind_text(s, ":fax", str_or(x->fax, ""));
}

bool institution_keep(struct db *db, const struct institution *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_FIND, e);
    struct arena a;

    bind_text(s, ":name", x->name);
    bind_text(s, ":address", str_or(x->address, ""));
    *id = stmt_row(s, e) ? col_id(s, 0) : 0;
    if (!stmt_end(s))
        return false;
    if (*id) {
        s = db_stmt(db, SQL_FILL, e);
        bind_contacts(s, x);
        bind_id(s, ":id", *id);
        return stmt_run(s, e);
    }
    arena_init(&a);
    s = db_stmt(db, SQL_ADD, e);
    bind_contacts(s, x);
    bind_text(s, ":name", x->name);
    bind_text(s, ":search", fold_name(&a, x->name));
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    arena_fini(&a);
    return ok;
}

static const char SQL_FIND_DOCTOR[] =
    "SELECT id FROM doctor WHERE institution = :institution AND department = :department AND name = :name";
static const char SQL_ADD_DOCTOR[] =
    "INSERT INTO doctor (institution, department, name, search) VALUES (:institution, :department, :name, :search)";

bool doctor_keep(struct db *db, int64_t institution, const char *department, const char *name, int64_t *id,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_FIND_DOCTOR, e);
    struct arena a;

    bind_id(s, ":institution", institution);
    bind_text(s, ":department", department);
    bind_text(s, ":name", name);
    *id = stmt_row(s, e) ? col_id(s, 0) : 0;
    if (!stmt_end(s) || *id)
        return *id != 0;
    arena_init(&a);
    s = db_stmt(db, SQL_ADD_DOCTOR, e);
    bind_id(s, ":institution", institution);
    bind_text(s, ":department", department);
    bind_text(s, ":name", name);
    bind_text(s, ":search", fold_name(&a, name));
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    arena_fini(&a);
    return ok;
}
