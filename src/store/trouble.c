/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What SQLite and the triggers of the schema say, in sentences that tell the clerk what to do. */
#include "store/db_inside.h"

/* The words that triggers raise (store/schema). */
static const struct {
    const char *rule;
    enum db_trouble trouble;
    const char *says;
} rules[] = {
    { "slot_taken", DB_OVERLAP, N_("The specialist already has an appointment at that time. Choose another time.") },
    { "room_taken", DB_OVERLAP, N_("The room is already taken at that time. Choose another room or time.") },
    { "over_collected", DB_CHECK, N_("This fee has already been received. Nothing is collected twice.") },
    { "void_mismatch", DB_CHECK, N_("This receipt cannot be voided: it was voided before, or its day is closed.") },
    { "day_closed", DB_CHECK, N_("That business day is closed. The entry belongs to the next open day.") },
    { "earlier_day_open", DB_CHECK, N_("An earlier day is not closed yet. Close that day first, under its own date.") },
    { "receipt_gap", DB_CHECK, N_("The receipt number does not follow the last one. Try again.") },
    { "own_second", DB_CHECK, N_("The second person must be somebody else.") },
    { "already_there", DB_UNIQUE, N_("The same entry is there already. Nothing was stored twice.") },
    { "not_there", DB_CHECK, N_("That many pieces are not there. Look at the list again.") },
    { "append_only", DB_CHECK, N_("What is recorded is never changed; correct it with a new entry.") },
    { "appointment_ended", DB_CHECK, N_("This appointment was already moved or cancelled. Look at the newest one.") },
};

static bool of_rule(struct db *db, const char *text, struct err *e)
{
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        if (!str_eq(text, rules[i].rule))
            continue;
        db->trouble = rules[i].trouble;
        str_copy(db->rule, sizeof db->rule, rules[i].rule);
        return err_set(e, ERR_RULE, rules[i].rule, rules[i].says, NULL);
    }
    db->trouble = DB_CHECK;
    return err_set(e, ERR_STORE, "", N_("The database refused the entry (%s). Nothing was stored; tell whoever looks after the machine."),
        text, NULL);
}

static bool of_constraint(struct db *db, int code, struct err *e)
{
    const char *text = sqlite3_errmsg(db->raw);

    switch (code) {
    case SQLITE_CONSTRAINT_TRIGGER:
        return of_rule(db, text, e);
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        db->trouble = DB_UNIQUE;
        return err_set(e, ERR_RULE, "", N_("The same entry is there already (%s). Nothing was stored twice."), text, NULL);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        db->trouble = DB_GONE;
        return err_set(e, ERR_RULE, "", N_("What this entry refers to is no longer there. Look at it again and repeat."), NULL);
    default:
        return of_rule(db, text, e);
    }
}

static bool of_medium(struct db *db, int code, struct err *e)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        db->trouble = DB_FULL;
        return err_set(e, ERR_STORE, "", N_("The disk is full. Nothing was stored; what you typed is still here. Make room, then store again."), NULL);
    case SQLITE_READONLY:
        db->trouble = DB_READ_ONLY;
        return err_set(e, ERR_STORE, "",
            N_("The database may only be read here. Nothing can be stored; ask whoever looks after the machine."), NULL);
    case SQLITE_IOERR:
        db->trouble = DB_IO;
        return err_set(e, ERR_STORE, "", N_("The disk did not take the entry. Nothing was stored; what you typed is still here. Try again; if it stays, tell whoever looks after the machine."),
            NULL);
    default:
        db->trouble = DB_IO;
        return err_set(e, ERR_STORE, "", N_("The database could not do it (%s). Nothing was stored; tell whoever looks after the machine."),
            sqlite3_errmsg(db->raw), NULL);
    }
}

bool db_failed(struct db *db, int code, struct err *e)
{
    db->rule[0] = '\0';
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        db->trouble = DB_BUSY;
        return err_set(e, ERR_BUSY, "", N_("Another program is holding the database. Nothing was stored; what you typed is still here. Try again."),
            NULL);
    case SQLITE_CONSTRAINT:
        return of_constraint(db, code, e);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        db->trouble = DB_DAMAGED;
        return err_set(e, ERR_STORE, "",
            N_("%s is damaged or no database. Nothing was changed. Restore the last good backup with: madoguchi restore"),
            db->path, NULL);
    default:
        return of_medium(db, code, e);
    }
}
