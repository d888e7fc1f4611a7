/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trail recorded against what is stored: every column of every row of the record (A9). */
#include "store/audit_images.h"
#include "store/verify_inside.h"

static const char SQL_TABLES[] = "CREATE TEMP TABLE image (t TEXT NOT NULL, id INTEGER NOT NULL, "
                                 "seq INTEGER NOT NULL, row TEXT NOT NULL, now TEXT,"
                                 " PRIMARY KEY (t, id)) WITHOUT ROWID;"
                                 "CREATE TEMP TABLE had_role (staff INTEGER NOT NULL, role TEXT "
                                 "NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL);";
/* The last image of each row counts: rows in order of the trail replace the ones before. */
static const char SQL_LOAD[]
    = "INSERT OR REPLACE INTO temp.image (t, id, seq, row)"
      " SELECT json_extract(r.value, '$.table'), coalesce(json_extract(r.value, '$.row.id'), "
      "json_extract(r.value, '$.gone')), b.seq, coalesce(json_extract(r.value, '$.row'), '')"
      " FROM audit_body b JOIN json_each(b.body, '$.rows') r"
      " WHERE b.body IS NOT NULL AND json_valid(b.body) ORDER BY b.seq, r.key";
/* What was taken away by an action has no image; a row that stands under its number is one too many. */
static const char SQL_GONE[] = "DELETE FROM temp.image WHERE row = ''";
static const char SQL_ROLES[]
    = "INSERT INTO temp.had_role (staff, role, at, seq)"
      " SELECT json_extract(r.value, '$.row.id'), k.value, a.at, a.seq FROM audit_body b JOIN audit a ON "
      "a.seq = b.seq"
      " JOIN json_each(b.body, '$.rows') r JOIN json_each(r.value, '$.row.roles') k"
      " WHERE b.body IS NOT NULL AND json_valid(b.body) AND json_extract(r.value, '$.table') = "
      "'staff'"
      " UNION ALL SELECT s.staff, s.role, 0, 0 FROM staff_role s"
      " WHERE NOT EXISTS (SELECT 1 FROM temp.image i WHERE i.t = 'staff' AND i.id = s.staff)";

static const char SQL_DIFFERS[]
    = "SELECT i.t || ' ' || i.id FROM temp.image i WHERE i.now IS NOT NULL AND i.now IS NOT i.row"
      " AND EXISTS (SELECT 1 FROM json_each(i.row) k WHERE k.value IS NOT json_extract(i.now, "
      "'$.\"' || k.key || '\"'))"
      " ORDER BY i.seq, i.t, i.id";
/* The images of a body that was deleted by law are gone with it. */
static const char SQL_BLANKED[] = "SELECT EXISTS (SELECT 1 FROM audit_body WHERE body IS NULL)";

bool verify_images_load(struct verify_state *v, struct err *e)
{
    struct err trouble = ERR_INIT;
    bool ok = db_exec(v->db, SQL_TABLES, e)
        && verify_goes_on(stmt_run(db_stmt(v->db, SQL_LOAD, &trouble), &trouble), &trouble, e)
        && verify_goes_on(stmt_run(db_stmt(v->db, SQL_GONE, &trouble), &trouble), &trouble, e)
        && verify_goes_on(stmt_run(db_stmt(v->db, SQL_ROLES, &trouble), &trouble), &trouble, e);

    for (size_t i = 0; ok && i < COUNT_OF(audit_images); i++)
        ok = verify_goes_on(stmt_run(db_stmt(v->db, audit_images[i].now_sql, &trouble), &trouble), &trouble, e);
    return ok;
}

static bool any_blanked(struct verify_state *v, bool *out, struct err *e)
{
    struct stmt *s = db_stmt(v->db, SQL_BLANKED, e);

    *out = stmt_row(s, e) && col_bool(s, 0);
    return stmt_end(s);
}

bool verify_a9(struct verify_state *v, struct err *e)
{
    bool blanked;

    if (!verify_add_rows(v, SQL_DIFFERS, e) || !any_blanked(v, &blanked, e))
        return false;
    for (size_t i = 0; !blanked && i < COUNT_OF(audit_images); i++)
        if (!verify_add_rows(v, audit_images[i].without_sql, e))
            return false;
    return true;
}
