/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/payment_store.h"

static const char SQL_ADD[] =
    "INSERT INTO payment (counter, drawer, request, kind, method, yen, tendered, change, slip, other_kind,"
    " paid_on, business_day, payer, payer_name, refund_of, original, reason, at, by, approved_by, op_key)"
    " VALUES (:counter, :drawer, :request, :kind, :method, :yen, :tendered, :change, :slip, :other_kind,"
    " :paid_on, :business_day, :payer, :payer_name, :refund_of, :original, :reason, :at, :by, :approved_by,"
    " :op_key)";

static const char SQL_BY_KEY[] = "SELECT id, request FROM payment WHERE op_key = :op_key";
static const char SQL_REQUEST[] = "SELECT id, request FROM payment WHERE id = :id";
enum { K_ID, K_REQUEST };

static const char SQL_DRAWER[] = "SELECT counter, drawer FROM payment WHERE id = :id";
enum { D_COUNTER, D_DRAWER };

static const char SQL_NEXT[] =
    "SELECT 1 + coalesce(max(number), 0) FROM receipt WHERE counter = :counter AND year = :year";

static const char SQL_RECEIPT[] =
    "INSERT INTO receipt (counter, year, number, payment, lang, addressee, registration)"
    " VALUES (:counter, :year, :number, :payment, :lang, :addressee, :registration)";

static const char SQL_REGISTRATION[] = "SELECT registration FROM receipt WHERE payment = :payment";

static const char SQL_DAY[] =
    "SELECT p.id, p.request, p.kind, p.method, p.yen, p.tendered, p.change, coalesce(r.year, v.year),"
    " coalesce(r.number, v.number), n.name, q.year, q.number, p.slip, p.paid_on, p.at, s.name,"
    " EXISTS (SELECT 1 FROM payment w WHERE w.refund_of = p.id)"
    " FROM payment p JOIN request q ON q.id = p.request JOIN person n ON n.id = q.patient"
    " JOIN staff s ON s.id = p.by LEFT JOIN receipt r ON r.payment = p.id"
    " LEFT JOIN receipt v ON v.payment = p.refund_of"
    " WHERE p.counter = :counter AND p.drawer = :drawer AND p.business_day = :day ORDER BY p.id";
enum { T_ID, T_REQUEST, T_KIND, T_METHOD, T_YEN, T_TENDERED, T_CHANGE, T_YEAR, T_NUMBER, T_NAME, T_CASE_YEAR,
    T_CASE_NUMBER, T_SLIP, T_PAID_ON, T_AT, T_BY_NAME, T_VOIDED };

static const char SQL_UNPAID[] =
    "INSERT INTO unpaid (request, reason, promised_on, day, at, by)"
    " VALUES (:request, :reason, :promised_on, :day, :at, :by)";

const char *const PAYMENT_STORE_SQL[] = { SQL_ADD, SQL_BY_KEY, SQL_REQUEST, SQL_DRAWER, SQL_NEXT, SQL_RECEIPT,
    SQL_REGISTRATION, SQL_DAY, SQL_UNPAID, NULL };

static void bind_who(struct stmt *s, const struct payment_insert *in)
{
    bind_text(s, ":payer", str_or(in->payer, "patient"));
    bind_text(s, ":payer_name", str_or(in->payer_name, ""));
    bind_id(s, ":refund_of", in->refund_of);
    bind_text(s, ":original", str_or(in->original, ""));
    bind_text(s, ":reason", str_or(in->reason, ""));
    bind_instant(s, ":at", in->at);
    bind_id(s, ":by", in->by);
    bind_id(s, ":approved_by", in->approved_by);
    bind_text(s, ":op_key", in->op_key);
}

bool payment_store_add(struct db *db, const struct payment_insert *in, int64_t *id, struct err *e)
{
    bool cash_in = str_eq(in->method, "cash") && str_eq(in->kind, "collect");
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_id(s, ":counter", in->counter);
    bind_int(s, ":drawer", in->drawer);
    bind_id(s, ":request", in->request);
    bind_text(s, ":kind", in->kind);
    bind_text(s, ":method", in->method);
    bind_yen(s, ":yen", in->amount);
    if (cash_in) {
        bind_yen(s, ":tendered", in->tendered);
        bind_yen(s, ":change", in->change);
    } else {
        bind_null(s, ":tendered");
        bind_null(s, ":change");
    }
    bind_text(s, ":slip", str_or(in->slip, ""));
    bind_text(s, ":other_kind", str_or(in->other_kind, ""));
    bind_day(s, ":paid_on", in->paid_on);
    bind_day(s, ":business_day", in->business_day);
    bind_who(s, in);
    if (!stmt_run(s, e))
        return false;
    *id = db_last_id(db);
    return true;
}

bool payment_store_by_key(struct db *db, const char *op_key, int64_t *id, int64_t *request, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BY_KEY, e);

    *id = *request = 0;
    bind_text(s, ":op_key", op_key);
    while (stmt_row(s, e)) {
        *id = col_id(s, K_ID);
        *request = col_id(s, K_REQUEST);
    }
    return stmt_end(s);
}

bool payment_store_request(struct db *db, int64_t payment, int64_t *request, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_REQUEST, e);

    *request = 0;
    bind_id(s, ":id", payment);
    while (stmt_row(s, e))
        *request = col_id(s, K_REQUEST);
    return stmt_end(s);
}

bool payment_store_drawer(struct db *db, int64_t payment, int64_t *counter, int64_t *drawer, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_DRAWER, e);

    *counter = *drawer = 0;
    bind_id(s, ":id", payment);
    while (stmt_row(s, e)) {
        *counter = col_id(s, D_COUNTER);
        *drawer = col_int(s, D_DRAWER);
    }
    return stmt_end(s);
}

bool receipt_store_next(struct db *db, int64_t counter, int year, int *number, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_NEXT, e);

    bind_id(s, ":counter", counter);
    bind_int(s, ":year", year);
    while (stmt_row(s, e))
        *number = (int)col_int(s, 0);
    return stmt_end(s);
}

bool receipt_store_add(struct db *db, const struct receipt_insert *in, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_RECEIPT, e);

    bind_id(s, ":counter", in->counter);
    bind_int(s, ":year", in->year);
    bind_int(s, ":number", in->number);
    bind_id(s, ":payment", in->payment);
    bind_text(s, ":lang", lang_id(in->lang));
    bind_text(s, ":addressee", in->addressee);
    bind_text(s, ":registration", str_or(in->registration, ""));
    return stmt_run(s, e);
}

bool receipt_store_registration(struct db *db, int64_t payment, struct arena *arena, const char **out,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_REGISTRATION, e);

    *out = "";
    bind_id(s, ":payment", payment);
    while (stmt_row(s, e))
        *out = col_text(s, 0, arena);
    return stmt_end(s);
}

bool payment_store_day(struct db *db, int64_t counter, int64_t drawer, day d, struct arena *arena,
    struct till_row **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    struct till_row *x;
    struct stmt *s = db_stmt(db, SQL_DAY, e);

    bind_id(s, ":counter", counter);
    bind_int(s, ":drawer", drawer);
    bind_day(s, ":day", d);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct till_row){ .payment = col_id(s, T_ID),
            .request = col_id(s, T_REQUEST),
            .kind = col_text(s, T_KIND, arena),
            .method = col_text(s, T_METHOD, arena),
            .amount = col_yen(s, T_YEN),
            .tendered = col_yen(s, T_TENDERED),
            .change = col_yen(s, T_CHANGE),
            .year = (int)col_int(s, T_YEAR),
            .number = (int)col_int(s, T_NUMBER),
            .name = col_text(s, T_NAME, arena),
            .case_year = (int)col_int(s, T_CASE_YEAR),
            .case_number = (int)col_int(s, T_CASE_NUMBER),
            .slip = col_text(s, T_SLIP, arena),
            .paid_on = col_day(s, T_PAID_ON),
            .at = col_instant(s, T_AT),
            .by_name = col_text(s, T_BY_NAME, arena),
            .voided = col_bool(s, T_VOIDED) };
    return stmt_end(s);
}

bool unpaid_store_add(struct db *db, int64_t request, const char *reason, day promised, day on, instant at,
    int64_t by, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_UNPAID, e);

    bind_id(s, ":request", request);
    bind_text(s, ":reason", reason);
    bind_day(s, ":promised_on", promised);
    bind_day(s, ":day", on);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    if (!stmt_run(s, e))
        return false;
    *id = db_last_id(db);
    return true;
}
