/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/paper_store.h"

static const char SQL_ADD[] =
    "INSERT INTO paper (request, doc, state, promised_on, received_on, via, tracking, dated, sealed, addressed, note,"
    " at, by) VALUES (:request, :doc, :state, :promised_on, :received_on, :via, :tracking, :dated, :sealed,"
    " :addressed, :note, :at, :by)";
static const char SQL_SAVE[] =
    "UPDATE paper SET state = :state, promised_on = :promised_on, received_on = :received_on, via = :via,"
    " tracking = :tracking, dated = :dated, sealed = :sealed, addressed = :addressed, note = :note, at = :at, by = :by,"
    " rev = rev + 1 WHERE request = :request AND doc = :doc AND rev = :rev";

bool paper_store_save(struct db *db, int64_t request, const struct paper *x, instant at, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, x->rev ? SQL_SAVE : SQL_ADD, e);

    bind_id(s, ":request", request);
    bind_text(s, ":doc", x->doc);
    bind_text(s, ":state", x->state);
    bind_day(s, ":promised_on", x->promised_on);
    bind_day(s, ":received_on", x->received_on);
    bind_text(s, ":via", str_or(x->via, ""));
    bind_text(s, ":tracking", str_or(x->tracking, ""));
    bind_day(s, ":dated", x->dated);
    bind_text(s, ":sealed", str_or(x->sealed, ""));
    bind_text(s, ":addressed", str_or(x->addressed, ""));
    bind_text(s, ":note", str_or(x->note, ""));
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    if (!x->rev)
        return stmt_run(s, e);
    bind_int(s, ":rev", x->rev);
    return stmt_run_rev(s, x->doc, e);
}

static const char SQL_ADD_MATERIAL[] =
    "INSERT INTO material (request, kind, what, pieces, label, owner, destination, received_on, at, by)"
    " VALUES (:request, :kind, :what, :pieces,"
    " :number || '-' || (1 + (SELECT count(*) FROM material WHERE request = :request)),"
    " :owner, :destination, :received_on, :at, :by)";

bool material_store_add(struct db *db, int64_t request, const char *number, const struct material *x, instant at,
    int64_t by, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD_MATERIAL, e);

    bind_id(s, ":request", request);
    bind_text(s, ":kind", x->kind);
    bind_text(s, ":what", str_or(x->what, ""));
    bind_int(s, ":pieces", x->pieces);
    bind_text(s, ":number", number);
    bind_text(s, ":owner", str_or(x->owner, ""));
    bind_text(s, ":destination", x->destination);
    bind_day(s, ":received_on", x->received_on);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_UNDO_MATERIAL[] =
    "UPDATE material SET undone_at = :at, undone_by = :by, undone_why = :why"
    " WHERE id = :id AND request = :request AND undone_at IS NULL";

bool material_store_undo(struct db *db, int64_t request, int64_t id, instant at, int64_t by, const char *why,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_UNDO_MATERIAL, e);

    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_text(s, ":why", why);
    bind_id(s, ":id", id);
    bind_id(s, ":request", request);
    return stmt_run_rev(s, "material", e);
}

static const char SQL_MOVE[] =
    "INSERT INTO material_move (material, origin, place, pieces, how, tracking, signed_by, day, at, by)"
    " VALUES (:material, :origin, :place, :pieces, :how, :tracking, :signed_by, :day, :at, :by)";

bool material_store_move(struct db *db, const struct material_move *x, instant at, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_MOVE, e);

    bind_id(s, ":material", x->material);
    bind_text(s, ":origin", x->origin);
    bind_text(s, ":place", x->place);
    bind_int(s, ":pieces", x->pieces);
    bind_text(s, ":how", str_or(x->how, ""));
    bind_text(s, ":tracking", str_or(x->tracking, ""));
    bind_text(s, ":signed_by", str_or(x->signed_by, ""));
    bind_day(s, ":day", x->day);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    return stmt_run(s, e);
}
