/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/closing_store.h"

#include "store/material_sql.h"

static const char SQL_ADD[] =
    "INSERT INTO closing (counter, drawer, day, seq, float_yen, expected_cash, counted_cash, cash_count,"
    " difference, cash_total, card_total, transfer_total, other_total, outside_total, card_counted,"
    " perpetual_before, perpetual_after, deposit, bag, treasury, treasury_person, next_float, reason,"
    " first_receipt, last_receipt, open_items, at, by, audit_seq, audit_hash)"
    " VALUES (:counter, :drawer, :day, :seq, :float, :expected, :counted, :count,"
    " :difference, :cash, :card, :transfer, :other, :outside, :card_counted,"
    " :before, :after, :deposit, :bag, :treasury, :treasury_person, :next_float, :reason,"
    " :first, :last, :open_items, :at, :by, :audit_seq, :audit_hash)";

static const char SQL_LAST[] =
    "SELECT day, seq, next_float, perpetual_after FROM closing WHERE counter = :counter AND drawer = :drawer"
    " ORDER BY seq DESC LIMIT 1";
enum { L_DAY, L_SEQ, L_FLOAT, L_PERPETUAL };

static const char SQL_FIND[] =
    "SELECT c.id, c.seq, c.cash_count, c.counted_cash, c.difference, c.card_counted,"
    " c.card_counted - c.card_total, c.deposit, c.next_float, c.perpetual_before, c.perpetual_after, c.bag,"
    " c.treasury, c.treasury_person, c.reason, c.first_receipt, c.last_receipt, c.at, c.by, s.name, f.by, t.name,"
    " f.at, c.audit_seq, c.audit_hash"
    " FROM closing c JOIN staff s ON s.id = c.by LEFT JOIN closing_confirm f ON f.closing = c.id"
    " LEFT JOIN staff t ON t.id = f.by"
    " WHERE c.counter = :counter AND c.drawer = :drawer AND c.day = :day";
enum { F_ID, F_SEQ, F_COUNT, F_COUNTED, F_DIFFERENCE, F_CARD, F_CARD_DIFFERENCE, F_DEPOSIT, F_NEXT_FLOAT,
    F_BEFORE, F_AFTER, F_BAG, F_TREASURY, F_TREASURY_PERSON, F_REASON, F_FIRST, F_LAST, F_AT, F_BY, F_BY_NAME,
    F_CONFIRMED_BY, F_CONFIRMED_NAME, F_CONFIRMED_AT, F_AUDIT_SEQ, F_AUDIT_HASH };

static const char SQL_DAY[] = "SELECT day FROM closing WHERE id = :id";

static const char SQL_CONFIRM[] =
    "INSERT INTO closing_confirm (closing, by, at, note) VALUES (:closing, :by, :at, :note)";

static const char SQL_UNCONFIRMED[] =
    "SELECT c.id, c.by, c.day, c.seq, c.difference, c.card_counted - c.card_total, s.name"
    " FROM closing c JOIN staff s ON s.id = c.by"
    " WHERE c.counter = :counter AND NOT EXISTS (SELECT 1 FROM closing_confirm f WHERE f.closing = c.id)"
    " ORDER BY c.day, c.id";
enum { U_ID, U_BY, U_DAY, U_SEQ, U_DIFFERENCE, U_CARD_DIFFERENCE, U_BY_NAME };

static const char SQL_COUNTS[] =
    "SELECT"
    " (SELECT count(*) FROM request q WHERE q.counter = :counter AND q.ended = ''"
    "   AND (' ' || q.next_action || ' ') LIKE '% report %'),"
    " (SELECT coalesce(sum(m.pieces - " SQL_PLACED "), 0)"
    "   FROM request q JOIN material m ON m.request = q.id WHERE q.counter = :counter AND m.undone_at IS NULL"
    "   AND (q.ended = '' OR (' ' || q.next_action || ' ') LIKE '% return %')),"
    " (SELECT count(*) FROM payment p JOIN print t ON t.object = 'payment' AND t.object_id = p.id"
    "   AND t.kind = 'receipt' AND t.copy > 1"
    "   WHERE p.counter = :counter AND p.drawer = :drawer AND p.business_day = :day)";
enum { C_REPORTS, C_PIECES, C_REPRINTS };

static const char SQL_OVERRIDES[] =
    "SELECT q.year, q.number, o.reason FROM override o JOIN request q ON q.id = o.request"
    " WHERE q.counter = :counter AND o.day <= :day"
    " AND NOT EXISTS (SELECT 1 FROM override_answer w WHERE w.override = o.id) ORDER BY o.id";
enum { OV_YEAR, OV_NUMBER, OV_REASON };

static const char SQL_ITEMS[] =
    "SELECT open_items ->> '$.reports', open_items ->> '$.pieces', open_items ->> '$.overrides',"
    " open_items ->> '$.reprints' FROM closing WHERE id = :id";
enum { I_REPORTS, I_PIECES, I_OVERRIDES, I_REPRINTS };

static const char SQL_NAMES[] =
    "SELECT n.value ->> '$.name', n.value ->> '$.what', n.value ->> '$.year', n.value ->> '$.number',"
    " n.value ->> '$.yen', n.value ->> '$.day'"
    " FROM closing c, json_each(c.open_items, :list) n WHERE c.id = :id ORDER BY n.id";
enum { N_NAME, N_WHAT, N_YEAR, N_NUMBER, N_YEN, N_DAY };

const char *const CLOSING_STORE_SQL[]
    = { SQL_ADD, SQL_LAST, SQL_FIND, SQL_DAY, SQL_CONFIRM, SQL_UNCONFIRMED, SQL_COUNTS, SQL_ITEMS, SQL_NAMES, SQL_OVERRIDES, NULL };

static void bind_money(struct stmt *s, const struct till *t, const struct closing *c)
{
    bind_int(s, ":seq", c->seq);
    bind_yen(s, ":float", t->float_yen);
    bind_yen(s, ":expected", t->expected_cash);
    bind_yen(s, ":counted", c->sum.counted_cash);
    bind_id(s, ":count", c->cash_count);
    bind_yen(s, ":difference", c->sum.difference);
    bind_yen(s, ":cash", t->net[TILL_CASH]);
    bind_yen(s, ":card", t->net[TILL_CARD]);
    bind_yen(s, ":transfer", t->net[TILL_TRANSFER]);
    bind_yen(s, ":other", t->net[TILL_OTHER]);
    bind_yen(s, ":outside", t->net[TILL_OUTSIDE]);
    bind_yen(s, ":card_counted", c->card_counted);
    bind_yen(s, ":before", c->perpetual_before);
    bind_yen(s, ":after", c->perpetual_after);
    bind_yen(s, ":deposit", c->sum.deposit);
    bind_yen(s, ":next_float", c->sum.next_float);
}

bool closing_store_add(struct db *db, const struct closing_insert *in, int64_t *id, struct err *e)
{
    const struct closing *c = in->closing;
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    drawer_key_bind(s, &in->key);
    bind_money(s, in->till, c);
    bind_text(s, ":bag", str_or(c->bag, ""));
    bind_text(s, ":treasury", str_or(c->treasury, ""));
    bind_text(s, ":treasury_person", str_or(c->treasury_person, ""));
    bind_text(s, ":reason", str_or(c->reason, ""));
    bind_text(s, ":first", str_or(c->first_receipt, ""));
    bind_text(s, ":last", str_or(c->last_receipt, ""));
    bind_text(s, ":open_items", in->open_items);
    bind_instant(s, ":at", c->at);
    bind_id(s, ":by", c->by);
    bind_int(s, ":audit_seq", c->audit_seq);
    bind_text(s, ":audit_hash", c->audit_hash);
    if (!stmt_run(s, e))
        return false;
    *id = db_last_id(db);
    return true;
}

bool closing_store_last(struct db *db, int64_t counter, int64_t drawer, struct closing_last *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LAST, e);

    *out = (struct closing_last){ .day = DAY_NONE };
    bind_id(s, ":counter", counter);
    bind_int(s, ":drawer", drawer);
    while (stmt_row(s, e))
        *out = (struct closing_last){ col_day(s, L_DAY), (int)col_int(s, L_SEQ), col_yen(s, L_FLOAT),
            col_yen(s, L_PERPETUAL) };
    return stmt_end(s);
}

static void read_closing(struct stmt *s, struct arena *arena, struct closing *out)
{
    out->id = col_id(s, F_ID);
    out->seq = (int)col_int(s, F_SEQ);
    out->cash_count = col_id(s, F_COUNT);
    out->sum.counted_cash = col_yen(s, F_COUNTED);
    out->sum.difference = col_yen(s, F_DIFFERENCE);
    out->sum.card_difference = col_yen(s, F_CARD_DIFFERENCE);
    out->sum.deposit = col_yen(s, F_DEPOSIT);
    out->sum.next_float = col_yen(s, F_NEXT_FLOAT);
    out->sum.reason_needed = out->sum.difference.v != 0 || out->sum.card_difference.v != 0;
    out->card_counted = col_yen(s, F_CARD);
    out->perpetual_before = col_yen(s, F_BEFORE);
    out->perpetual_after = col_yen(s, F_AFTER);
    out->bag = col_text(s, F_BAG, arena);
    out->treasury = col_text(s, F_TREASURY, arena);
    out->treasury_person = col_text(s, F_TREASURY_PERSON, arena);
    out->reason = col_text(s, F_REASON, arena);
    out->first_receipt = col_text(s, F_FIRST, arena);
    out->last_receipt = col_text(s, F_LAST, arena);
    out->at = col_instant(s, F_AT);
    out->by = col_id(s, F_BY);
    out->by_name = col_text(s, F_BY_NAME, arena);
    out->confirmed_by = col_id(s, F_CONFIRMED_BY);
    out->confirmed_name = col_text(s, F_CONFIRMED_NAME, arena);
    out->confirmed_at = col_instant(s, F_CONFIRMED_AT);
    out->audit_seq = col_int(s, F_AUDIT_SEQ);
    out->audit_hash = col_text(s, F_AUDIT_HASH, arena);
}

bool closing_store_find(struct db *db, const struct drawer_key *k, struct arena *arena, struct closing *out,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_FIND, e);

    *out = (struct closing){ .by_name = "", .bag = "", .treasury = "", .treasury_person = "", .reason = "",
        .first_receipt = "", .last_receipt = "", .confirmed_name = "", .audit_hash = "" };
    drawer_key_bind(s, k);
    while (stmt_row(s, e))
        read_closing(s, arena, out);
    if (!stmt_end(s))
        return false;
    return !out->cash_count || count_store_pieces(db, out->cash_count, &out->counted, e);
}

bool closing_store_day(struct db *db, int64_t closing, day *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_DAY, e);

    *out = DAY_NONE;
    bind_id(s, ":id", closing);
    while (stmt_row(s, e))
        *out = col_day(s, 0);
    return stmt_end(s);
}

bool closing_store_confirm(struct db *db, int64_t closing, instant at, int64_t by, const char *note,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CONFIRM, e);

    bind_id(s, ":closing", closing);
    bind_id(s, ":by", by);
    bind_instant(s, ":at", at);
    bind_text(s, ":note", str_or(note, ""));
    return stmt_run(s, e);
}

bool closing_store_unconfirmed(struct db *db, int64_t counter, struct arena *arena, struct unconfirmed **out,
    size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    struct unconfirmed *x;
    struct stmt *s = db_stmt(db, SQL_UNCONFIRMED, e);

    bind_id(s, ":counter", counter);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct unconfirmed){ col_id(s, U_ID), col_id(s, U_BY), col_day(s, U_DAY),
            (int)col_int(s, U_SEQ), col_yen(s, U_DIFFERENCE), col_yen(s, U_CARD_DIFFERENCE),
            col_text(s, U_BY_NAME, arena) };
    return stmt_end(s);
}

bool closing_store_counts(struct db *db, const struct drawer_key *k, struct closing_counts *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_COUNTS, e);

    drawer_key_bind(s, k);
    while (stmt_row(s, e))
        *out = (struct closing_counts){ (int)col_int(s, C_REPORTS), (int)col_int(s, C_PIECES),
            (int)col_int(s, C_REPRINTS) };
    return stmt_end(s);
}

static bool read_names(struct db *db, int64_t closing, const char *list, struct arena *arena,
    const struct closing_name **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    struct closing_name *x;
    struct stmt *s = db_stmt(db, SQL_NAMES, e);

    bind_id(s, ":id", closing);
    bind_text(s, ":list", list);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct closing_name){ col_text(s, N_NAME, arena), col_text(s, N_WHAT, arena),
            (int)col_int(s, N_YEAR), (int)col_int(s, N_NUMBER), col_yen(s, N_YEN), col_day(s, N_DAY) };
    return stmt_end(s);
}

bool closing_store_open_items(struct db *db, int64_t closing, struct arena *arena, struct open_items *out,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ITEMS, e);

    *out = (struct open_items){ 0 };
    bind_id(s, ":id", closing);
    while (stmt_row(s, e)) {
        out->reports_unsent = (int)col_int(s, I_REPORTS);
        out->pieces_held = (int)col_int(s, I_PIECES);
        out->overrides_open = (int)col_int(s, I_OVERRIDES);
        out->reprints = (int)col_int(s, I_REPRINTS);
    }
    return stmt_end(s) && read_names(db, closing, "$.unpaid", arena, &out->unpaid, &out->n_unpaid, e)
        && read_names(db, closing, "$.waiting", arena, &out->waiting, &out->n_waiting, e);
}

bool closing_store_overrides(struct db *db, int64_t counter, day d, struct arena *arena, const char ***out,
    size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    const char **x;
    struct stmt *s = db_stmt(db, SQL_OVERRIDES, e);
    char request[CASE_NUMBER_TEXT];

    bind_id(s, ":counter", counter);
    bind_day(s, ":day", d);
    while ((x = stmt_next(s, &rows, e))) {
        case_number_text((int)col_int(s, OV_YEAR), (int)col_int(s, OV_NUMBER), request);
        *x = arena_printf(arena, "%s %s", request, col_text(s, OV_REASON, arena));
    }
    return stmt_end(s);
}
