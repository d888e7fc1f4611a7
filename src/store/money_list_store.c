/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/money_list_store.h"

static const char SQL_OWING[] =
    "SELECT q.id, q.year, q.number, n.name, n.kana,"
    " (SELECT v.call_number FROM visit v WHERE v.day = :today AND v.request = q.id AND v.undone_at IS NULL),"
    " (SELECT v.ended_at FROM visit v WHERE v.day = :today AND v.request = q.id AND v.undone_at IS NULL) AS talk_over,"
    " q.charged - q.paid AS owed,"
    " u.id, u.promised_on, u.reason"
    " FROM (SELECT r.id, r.year, r.number, r.patient,"
    "   (SELECT coalesce(sum(c.yen), 0) FROM charge c WHERE c.request = r.id) AS charged,"
    "   (SELECT coalesce(sum(p.yen), 0) FROM payment p WHERE p.request = r.id) AS paid"
    "   FROM request r WHERE r.counter = :counter AND r.ended = '') q"
    " JOIN person n ON n.id = q.patient"
    " LEFT JOIN unpaid u ON u.id = (SELECT max(w.id) FROM unpaid w WHERE w.request = q.id)"
    " WHERE q.charged > q.paid"
    " ORDER BY u.id IS NOT NULL, talk_over IS NULL, talk_over, u.promised_on, q.year, q.number";
enum { O_ID, O_YEAR, O_NUMBER, O_NAME, O_KANA, O_CALL, O_OVER, O_OWED, O_UNPAID, O_PROMISED, O_REASON };

/* One receipt as the list shows it; what follows chooses which. */
#define RECEIPT_ROW                                                                                        \
    "SELECT p.id, p.request, k.number, r.year, r.number, q.year, q.number, n.name, p.method, s.name, p.yen,"  \
    " p.paid_on, p.business_day, p.at, EXISTS (SELECT 1 FROM payment w WHERE w.refund_of = p.id),"             \
    " EXISTS (SELECT 1 FROM closing c WHERE c.counter = p.counter AND c.drawer = p.drawer"                     \
    "   AND c.day >= p.business_day),"                                                                         \
    " (SELECT coalesce(max(t.copy), 0) FROM print t WHERE t.kind = 'receipt' AND t.object = 'payment'"         \
    "   AND t.object_id = p.id)"                                                                               \
    " FROM payment p JOIN receipt r ON r.payment = p.id JOIN counter k ON k.id = r.counter"                    \
    " JOIN request q ON q.id = p.request JOIN person n ON n.id = q.patient JOIN staff s ON s.id = p.by"
enum { R_PAYMENT, R_REQUEST, R_COUNTER, R_YEAR, R_NUMBER, R_CASE_YEAR, R_CASE_NUMBER, R_NAME, R_METHOD,
    R_BY_NAME, R_YEN, R_PAID_ON, R_BUSINESS_DAY, R_AT, R_VOIDED, R_CLOSED, R_COPIES };

static const char SQL_OF_DAY[] =
    RECEIPT_ROW " WHERE p.counter = :counter AND p.business_day = :day ORDER BY p.id DESC";
static const char SQL_BY_NUMBER[] =
    RECEIPT_ROW " WHERE k.number = :counter AND r.year = :year AND r.number = :number";
static const char SQL_OF_CASE[] =
    RECEIPT_ROW " WHERE q.counter = :counter AND q.year = :year AND q.number = :number ORDER BY p.id DESC";
static const char SQL_OF_NAME[] =
    RECEIPT_ROW " WHERE q.patient IN ("
                "SELECT a.id FROM person a WHERE :name <> '' AND a.search_name >= :name AND a.search_name < :name_end"
                " UNION SELECT b.id FROM person b WHERE :kana <> '' AND b.search_kana >= :kana"
                " AND b.search_kana < :kana_end)"
                " ORDER BY p.id DESC LIMIT :max";

const char *const MONEY_LIST_STORE_SQL[]
    = { SQL_OWING, SQL_OF_DAY, SQL_BY_NUMBER, SQL_OF_CASE, SQL_OF_NAME, NULL };

bool money_list_owing(struct db *db, int64_t counter, day today, struct arena *arena, struct owing_row **out,
    size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    struct owing_row *x;
    struct stmt *s = db_stmt(db, SQL_OWING, e);

    bind_id(s, ":counter", counter);
    bind_day(s, ":today", today);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct owing_row){ .request = col_id(s, O_ID),
            .year = (int)col_int(s, O_YEAR),
            .number = (int)col_int(s, O_NUMBER),
            .name = col_text(s, O_NAME, arena),
            .kana = col_text(s, O_KANA, arena),
            .call_number = (int)col_int(s, O_CALL),
            .talk_over = !col_null(s, O_OVER),
            .talk_ended = col_instant(s, O_OVER),
            .owed = col_yen(s, O_OWED),
            .unpaid = !col_null(s, O_UNPAID),
            .promised_on = col_day(s, O_PROMISED),
            .reason = col_text(s, O_REASON, arena) };
    return stmt_end(s);
}

static bool read_receipts(struct stmt *s, struct arena *arena, struct receipt_row **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, arena);
    struct receipt_row *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = (struct receipt_row){ .payment = col_id(s, R_PAYMENT),
            .request = col_id(s, R_REQUEST),
            .counter_number = (int)col_int(s, R_COUNTER),
            .year = (int)col_int(s, R_YEAR),
            .number = (int)col_int(s, R_NUMBER),
            .case_year = (int)col_int(s, R_CASE_YEAR),
            .case_number = (int)col_int(s, R_CASE_NUMBER),
            .name = col_text(s, R_NAME, arena),
            .method = col_text(s, R_METHOD, arena),
            .by_name = col_text(s, R_BY_NAME, arena),
            .amount = col_yen(s, R_YEN),
            .paid_on = col_day(s, R_PAID_ON),
            .business_day = col_day(s, R_BUSINESS_DAY),
            .at = col_instant(s, R_AT),
            .voided = col_bool(s, R_VOIDED),
            .day_closed = col_bool(s, R_CLOSED),
            .copies = (int)col_int(s, R_COPIES) };
    return stmt_end(s);
}

bool money_list_receipts_of_day(struct db *db, int64_t counter, day business_day, struct arena *arena,
    struct receipt_row **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_OF_DAY, e);

    bind_id(s, ":counter", counter);
    bind_day(s, ":day", business_day);
    return read_receipts(s, arena, out, n, e);
}

bool money_list_receipt(struct db *db, int counter_number, int year, int number, struct arena *arena,
    struct receipt_row **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BY_NUMBER, e);

    bind_int(s, ":counter", counter_number);
    bind_int(s, ":year", year);
    bind_int(s, ":number", number);
    return read_receipts(s, arena, out, n, e);
}

bool money_list_receipts_of_case(struct db *db, int64_t counter, int year, int number, struct arena *arena,
    struct receipt_row **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_OF_CASE, e);

    bind_id(s, ":counter", counter);
    bind_int(s, ":year", year);
    bind_int(s, ":number", number);
    return read_receipts(s, arena, out, n, e);
}

/* The first key that does not begin with key any more: U+10FFFF sorts behind every name. */
static const char *key_end(const char *key, struct arena *arena)
{
    return arena_printf(arena, "%s\xF4\x8F\xBF\xBF", key);
}

bool money_list_receipts_of_name(struct db *db, const char *name_key, const char *kana_key, int max,
    struct arena *arena, struct receipt_row **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_OF_NAME, e);

    bind_text(s, ":name", name_key);
    bind_text(s, ":name_end", key_end(name_key, arena));
    bind_text(s, ":kana", kana_key);
    bind_text(s, ":kana_end", key_end(kana_key, arena));
    bind_int(s, ":max", max);
    return read_receipts(s, arena, out, n, e);
}
