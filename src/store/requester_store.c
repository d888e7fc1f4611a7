/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/requester_store.h"

static const char SQL_ADD_ATTENDEE[] =
    "INSERT INTO attendee (request, kind, name, kana, relation, phone)"
    " VALUES (:request, :kind, :name, :kana, :relation, :phone)";
static const char SQL_SAVE_ATTENDEE[] =
    "UPDATE attendee SET kind = :kind, name = :name, kana = :kana, relation = :relation, phone = :phone,"
    " rev = rev + 1 WHERE id = :id AND rev = :rev AND request = :request";

bool attendee_store_save(struct db *db, int64_t request, const struct attendee *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, x->id ? SQL_SAVE_ATTENDEE : SQL_ADD_ATTENDEE, e);

    bind_id(s, ":request", request);
    bind_text(s, ":kind", x->kind);
    bind_text(s, ":name", str_or(x->name, ""));
    bind_text(s, ":kana", str_or(x->kana, ""));
    bind_text(s, ":relation", str_or(x->relation, ""));
    bind_text(s, ":phone", str_or(x->phone, ""));
    if (!x->id) {
        bool ok = stmt_run(s, e);
        *id = db_last_id(db);
        return ok;
    }
    bind_id(s, ":id", x->id);
    bind_int(s, ":rev", x->rev);
    *id = x->id;
    return stmt_run_rev_of(s, "attendee", x->id, "attendees", e);
}

static const char SQL_REMOVE_ATTENDEE[] =
    "UPDATE attendee SET removed = 1, rev = rev + 1 WHERE id = :id AND rev = :rev AND removed = 0";

bool attendee_store_remove(struct db *db, int64_t id, int64_t rev, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_REMOVE_ATTENDEE, e);

    bind_id(s, ":id", id);
    bind_int(s, ":rev", rev);
    return stmt_run_rev_of(s, "attendee", id, "attendees", e);
}

static const char SQL_CAME[] = "UPDATE attendee SET came = :came, rev = rev + 1 WHERE id = :id";

bool attendee_store_came(struct db *db, int64_t id, const char *came, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CAME, e);

    bind_text(s, ":came", came);
    bind_id(s, ":id", id);
    return stmt_run(s, e);
}

static void bind_consent(struct stmt *s, const struct consent *x)
{
    bind_text(s, ":kind", str_or(x->kind, "form"));
    bind_day(s, ":issued_on", x->issued_on);
    bind_text(s, ":issued_how", str_or(x->issued_how, ""));
    bind_id(s, ":issued_by", x->issued_by);
    bind_day(s, ":received_on", x->received_on);
    bind_text(s, ":signer", str_or(x->signer, ""));
    bind_day(s, ":signed_on", x->signed_on);
    bind_text(s, ":why", str_or(x->why_not_self, ""));
    bind_text(s, ":writer", str_or(x->writer, ""));
    if (x->verified)
        bind_instant(s, ":verified_at", x->verified_at);
    else
        bind_null(s, ":verified_at");
    bind_id(s, ":verified_by", x->verified ? x->verified_by : 0);
    bind_day(s, ":withdrawn_on", x->withdrawn_on);
}

static const char SQL_ADD_CONSENT[] =
    "INSERT INTO consent (request, kind, issued_on, issued_how, issued_by, received_on, signer, signed_on,"
    " why_not_self, writer, verified_at, verified_by, withdrawn_on)"
    " VALUES (:request, :kind, :issued_on, :issued_how, :issued_by, :received_on, :signer, :signed_on,"
    " :why, :writer, :verified_at, :verified_by, :withdrawn_on)";

bool consent_store_add(struct db *db, int64_t request, const struct consent *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD_CONSENT, e);

    bind_consent(s, x);
    bind_id(s, ":request", request);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_SAVE_CONSENT[] =
    "UPDATE consent SET kind = :kind, issued_on = :issued_on, issued_how = :issued_how, issued_by = :issued_by,"
    " received_on = :received_on, signer = :signer, signed_on = :signed_on, why_not_self = :why, writer = :writer,"
    " verified_at = :verified_at, verified_by = :verified_by, withdrawn_on = :withdrawn_on, rev = rev + 1"
    " WHERE id = :id AND rev = :rev";

bool consent_store_save(struct db *db, const struct consent *x, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_SAVE_CONSENT, e);

    bind_consent(s, x);
    bind_id(s, ":id", x->id);
    bind_int(s, ":rev", x->rev);
    return stmt_run_rev_of(s, "consent", x->id, "consent", e);
}

static const char SQL_ADD_PROOF[] =
    "INSERT INTO proof (request, attendee, of, kind, shown_by, issued, expires, at, by)"
    " VALUES (:request, :attendee, :of, :kind, :shown_by, :issued, :expires, :at, :by)";

bool proof_store_add(struct db *db, int64_t request, const struct proof *x, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD_PROOF, e);

    bind_id(s, ":request", request);
    bind_id(s, ":attendee", x->attendee);
    bind_text(s, ":of", x->of);
    bind_text(s, ":kind", x->kind);
    bind_text(s, ":shown_by", str_or(x->shown_by, ""));
    bind_day(s, ":issued", x->issued);
    bind_day(s, ":expires", x->expires);
    bind_instant(s, ":at", x->at);
    bind_id(s, ":by", x->by);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_UNDO_PROOF[] =
    "UPDATE proof SET undone_at = :at, undone_by = :by, undone_why = :why"
    " WHERE id = :id AND request = :request AND undone_at IS NULL";

bool proof_store_undo(struct db *db, int64_t request, int64_t id, instant at, int64_t by, const char *why, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_UNDO_PROOF, e);

    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_text(s, ":why", why);
    bind_id(s, ":id", id);
    bind_id(s, ":request", request);
    return stmt_run_rev(s, "proof", e);
}
