/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the data layer itself refuses about money, whatever program writes: every case goes through a second,
 * bare SQLite connection that knows nothing of this program (reliability.md 3: M1, M2, M4-M8, M14-M16, M18,
 * M20; issue items 17 and 19). And what the money stores read back. */
#include "tests/check.h"

#include <sqlite3.h>
#include <unistd.h>

#include "store/charge_store.h"
#include "store/closing_store.h"
#include "store/drawer_store.h"
#include "store/migrate.h"
#include "store/money_list_store.h"
#include "store/payment_store.h"

struct place {
    char folder[64], path[96];
    struct db *db;
    sqlite3 *raw;
    struct arena a;
};

static void run(struct place *p, const char *sql)
{
    char *why = NULL;

    if (sqlite3_exec(p->raw, sql, NULL, NULL, &why) != SQLITE_OK)
        fail_msg("%s: %s", sql, why);
}

/* The statement is refused with exactly this word. */
static void refused(struct place *p, const char *sql, const char *word)
{
    char *why = NULL;

    if (sqlite3_exec(p->raw, sql, NULL, NULL, &why) == SQLITE_OK)
        fail_msg("was taken: %s", sql);
    if (!strstr(why, word))
        fail_msg("%s: said %s, not %s", sql, why, word);
    sqlite3_free(why);
}

static int64_t number(struct place *p, const char *sql)
{
    sqlite3_stmt *s = NULL;

    assert_int_equal(sqlite3_prepare_v2(p->raw, sql, -1, &s, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    int64_t n = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return n;
}

static const char PEOPLE[] =
    "INSERT INTO staff (id, login, name, created_at) VALUES (2, 'nishikawa', '西川', 0), (3, 'sato', '佐藤', 0);"
    "INSERT INTO counter (id, number, name_ja, name_en) VALUES (1, 1, '1番窓口', 'Reception counter 1');"
    "INSERT INTO policy_version VALUES (1, 'omu', '', 'x', '2019-10-01', 0, 2);"
    "INSERT INTO person (id, name, kana, search_name, search_kana, created_at) VALUES"
    " (1, '髙﨑 花子', 'タカサキ ハナコ', '高崎花子', 'タカサキハナコ', 0), (2, '𠮷田 一郎', 'ヨシダ イチロウ', '吉田一郎', 'ヨシダイチロウ', 0);"
    "INSERT INTO request (id, counter, year, number, service, policy, patient, received_on, created_at, created_by,"
    " op_key) VALUES (1, 1, 2026, 388, 'in_person', 1, 1, '2026-11-02', 0, 2, 'a'),"
    " (2, 1, 2026, 390, 'in_person', 1, 2, '2026-11-02', 0, 2, 'b');";

static const char CHARGE_1[] =
    "INSERT INTO charge (request, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule, policy, at, by)"
    " VALUES (1, 'セカンドオピニオン料', 'Second opinion', 1, 33000, 33000, 10, 3000, 'consultation', 1, 0, 2)";

#define PAY(request, kind, method, yen, day, more_columns, more_values)                                        \
    "INSERT INTO payment (counter, request, kind, method, yen, paid_on, business_day, at, by, op_key"           \
    more_columns ") VALUES (1, " #request ", '" kind "', '" method "', " #yen ", '" day "', '" day "', 0, 2, "  \
    "lower(hex(randomblob(8)))" more_values ")"
#define CASH(request, yen, day) PAY(request, "collect", "cash", yen, day, ", tendered, change", ", " #yen ", 0")
#define VOID_OF(payment, yen, day)                                                                             \
    PAY(1, "void", "cash", yen, day, ", refund_of, reason, original, approved_by",                             \
        ", " #payment ", 'mistake', 'collected', 3")
#define CLOSING(day, seq, expected, counted, reason)                                                           \
    "INSERT INTO closing (counter, day, seq, float_yen, expected_cash, counted_cash, difference, cash_total,"   \
    " card_total, transfer_total, other_total, outside_total, perpetual_before, perpetual_after, deposit,"       \
    " next_float, reason, at, by, audit_seq, audit_hash) VALUES (1, '" day "', " #seq ", 50000, " #expected ", " \
    #counted ", " #counted " - " #expected ", 0, 0, 0, 0, 0, 0, 0, 0, 50000, '" reason "', 0, 2, 1, 'x')"

static int set_up(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    struct err e = ERR_INIT;

    assert_non_null(p);
    test_folder(p->folder, sizeof p->folder);
    snprintf(p->path, sizeof p->path, "%s/desk.db", p->folder);
    assert_true(migrate_create(p->path, &(struct db_options){ .create = true }, &p->db, &e));
    assert_int_equal(sqlite3_open(p->path, &p->raw), SQLITE_OK);
    run(p, "PRAGMA foreign_keys = ON");
    run(p, PEOPLE);
    run(p, CHARGE_1);
    arena_init(&p->a);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;
    char command[160];

    assert_true(db_quiet(p->db));
    db_close(p->db);
    sqlite3_close(p->raw);
    arena_fini(&p->a);
    for (const char *const *name = (const char *const[]){ "", "-journal", ".gate", ".turn", "-gate", "-turn", NULL };
         *name; name++) {
        snprintf(command, sizeof command, "%s%s", p->path, *name);
        unlink(command);
    }
    rmdir(p->folder);
    free(p);
    return 0;
}

static void more_than_is_owed_is_never_collected(void **state)
{
    struct place *p = *state;

    refused(p, CASH(1, 33001, "2026-11-24"), "over_collected");
    run(p, CASH(1, 33000, "2026-11-24"));
    refused(p, CASH(1, 1, "2026-11-24"), "over_collected");
    refused(p, CASH(2, 33000, "2026-11-24"), "over_collected");
}

static void an_amount_has_the_sign_of_its_kind_and_cash_adds_up(void **state)
{
    struct place *p = *state;

    refused(p, CASH(1, 0, "2026-11-24"), "CHECK");
    refused(p, CASH(1, -5, "2026-11-24"), "CHECK");
    refused(p, PAY(1, "collect", "cash", 33000, "2026-11-24", ", tendered, change", ", 40000, 6000"), "CHECK");
    refused(p, PAY(1, "collect", "cash", 33000, "2026-11-24", "", ""), "CHECK");
    refused(p, PAY(1, "collect", "outside", 33000, "2026-11-24", "", ""), "CHECK");
    refused(p, PAY(1, "collect", "coupon", 33000, "2026-11-24", "", ""), "CHECK");
    refused(p, CASH(1, 33000, "2026-02-30"), "CHECK");
    refused(p, CASH(1, '33,000', "2026-11-24"), "cannot store");
}

static void the_same_operation_key_counts_once(void **state)
{
    struct place *p = *state;
    static const char sql[]
        = "INSERT INTO payment (counter, request, kind, method, yen, paid_on, business_day, at, by, op_key)"
          " VALUES (1, 1, 'collect', 'card', 100, '2026-11-24', '2026-11-24', 0, 2, 'same')";

    run(p, sql);
    refused(p, sql, "already_there");
}

static void a_void_mirrors_its_payment_once_on_the_same_day_with_a_second_person(void **state)
{
    struct place *p = *state;

    run(p, CASH(1, 33000, "2026-11-24"));
    refused(p, VOID_OF(1, -32999, "2026-11-24"), "void_mismatch");
    refused(p, VOID_OF(1, -33000, "2026-11-25"), "void_mismatch");
    refused(p, VOID_OF(9, -33000, "2026-11-24"), "void_mismatch");
    refused(p, PAY(1, "void", "card", -33000, "2026-11-24", ", refund_of, reason, original, approved_by",
                   ", 1, 'mistake', 'collected', 3"), "void_mismatch");
    refused(p, PAY(1, "void", "cash", -33000, "2026-11-24", ", refund_of, reason, original, approved_by",
                   ", 1, 'mistake', 'collected', 2"), "CHECK"); /* nobody is their own second */
    refused(p, PAY(1, "void", "cash", -33000, "2026-11-24", ", refund_of, reason, original, approved_by",
                   ", 1, '', 'collected', 3"), "CHECK");
    refused(p, PAY(1, "void", "cash", -33000, "2026-11-24", ", refund_of, reason, original, approved_by",
                   ", 1, 'mistake', '', 3"), "CHECK");
    run(p, VOID_OF(1, -33000, "2026-11-24"));
    refused(p, VOID_OF(1, -33000, "2026-11-24"), "already_there");
    refused(p, VOID_OF(2, 33000, "2026-11-24"), "void_mismatch");
}

static void a_charge_is_reversed_once_and_never_below_what_was_paid(void **state)
{
    struct place *p = *state;
    static const char sql[]
        = "INSERT INTO charge (request, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule, policy,"
          " void_of, reason, at, by) VALUES (1, 'x', 'x', 1, -33000, -33000, 10, -3000, 'consultation', 1, 1,"
          " 'did not come', 0, 2)";

    run(p, CASH(1, 33000, "2026-11-24"));
    refused(p, sql, "over_collected");
    run(p, VOID_OF(1, -33000, "2026-11-24"));
    run(p, sql);
    run(p, CHARGE_1); /* so that the second reversal fails for its own sake */
    refused(p, sql, "already_there");
    refused(p, "INSERT INTO charge (request, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule,"
               " policy, at, by) VALUES (1, 'x', 'x', 2, 33000, 33000, 10, 3000, 'c', 1, 0, 2)", "CHECK");
}

static void receipt_numbers_have_no_gap_per_counter_and_year(void **state)
{
    struct place *p = *state;
    static const char first[] = "INSERT INTO receipt VALUES (1, 2026, 1, 1, 'ja', '髙﨑 花子', '')";

    run(p, CASH(1, 11000, "2026-11-24"));
    run(p, CASH(1, 11000, "2026-11-24"));
    run(p, CASH(1, 11000, "2026-11-24"));
    refused(p, "INSERT INTO receipt VALUES (1, 2026, 2, 1, 'ja', 'x', '')", "receipt_gap");
    run(p, first);
    refused(p, "INSERT INTO receipt VALUES (1, 2026, 1, 2, 'ja', 'x', '')", "receipt_gap");
    refused(p, "INSERT INTO receipt VALUES (1, 2026, 3, 2, 'ja', 'x', '')", "receipt_gap");
    refused(p, "INSERT INTO receipt VALUES (1, 2026, 2, 1, 'ja', 'x', '')", "already_there");
    run(p, "INSERT INTO receipt VALUES (1, 2026, 2, 2, 'ja', 'x', '')");
    run(p, "INSERT INTO receipt VALUES (1, 2027, 1, 3, 'ja', 'x', '')");
}

static void nothing_of_money_is_ever_changed_or_deleted(void **state)
{
    struct place *p = *state;
    static const char *const tables[] = { "charge", "payment", "receipt", "unpaid", "drawer_day", "cash_move",
        "cash_count", "denomination", "closing", "closing_confirm" };
    static const char *const column[] = { "reason", "reason", "addressee", "reason", "float_yen", "reason", "at",
        "pieces", "reason", "note" };
    char sql[128];

    run(p, CASH(1, 33000, "2026-11-24"));
    run(p, "INSERT INTO receipt VALUES (1, 2026, 1, 1, 'ja', 'x', '')");
    run(p, "INSERT INTO unpaid (request, reason, day, at, by) VALUES (2, 'x', '2026-11-24', 0, 2)");
    run(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-24', 50000, 0, 2)");
    run(p, "INSERT INTO cash_move (counter, drawer, day, yen, reason, at, by) VALUES (1, 1, '2026-11-24', 1, 'x', 0, 2)");
    run(p, "INSERT INTO cash_count (counter, drawer, day, purpose, at, by) VALUES (1, 1, '2026-11-24', 'open', 0, 2)");
    run(p, "INSERT INTO denomination VALUES (1, 10000, 5)");
    run(p, CLOSING("2026-11-24", 1, 83000, 83000, ""));
    run(p, "INSERT INTO closing_confirm VALUES (1, 3, 0, '')");
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        snprintf(sql, sizeof sql, "UPDATE %s SET %s = %s", tables[i], column[i], column[i]);
        refused(p, sql, "append_only");
        snprintf(sql, sizeof sql, "DELETE FROM %s", tables[i]);
        refused(p, sql, "append_only");
    }
}

static void a_closed_day_takes_no_row_of_money(void **state)
{
    struct place *p = *state;

    run(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-24', 50000, 0, 2)");
    run(p, CASH(1, 11000, "2026-11-24"));
    run(p, CLOSING("2026-11-24", 1, 61000, 61000, ""));
    refused(p, CASH(1, 11000, "2026-11-24"), "day_closed");
    refused(p, CASH(1, 11000, "2026-11-23"), "day_closed");
    refused(p, VOID_OF(1, -11000, "2026-11-24"), "day_closed");
    refused(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-23', 50000, 0, 2)", "day_closed");
    refused(p, "INSERT INTO cash_move (counter, drawer, day, yen, reason, at, by)"
               " VALUES (1, 1, '2026-11-24', 5, 'x', 0, 2)", "day_closed");
    refused(p, "INSERT INTO cash_count (counter, drawer, day, purpose, at, by)"
               " VALUES (1, 1, '2026-11-24', 'close', 0, 2)", "day_closed");
    refused(p, CLOSING("2026-11-24", 2, 61000, 61000, ""), "day_closed");
    run(p, CASH(1, 11000, "2026-11-25"));
}

/* Papers and pieces belong to the day of their payment and their count. */
static void a_receipt_or_a_piece_does_not_come_into_a_closed_day_either(void **state)
{
    struct place *p = *state;

    run(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-24', 50000, 0, 2)");
    run(p, CASH(1, 11000, "2026-11-24"));
    run(p, "INSERT INTO cash_count (counter, drawer, day, purpose, at, by) VALUES (1, 1, '2026-11-24', 'close', 0, 2)");
    run(p, CLOSING("2026-11-24", 1, 61000, 61000, ""));
    refused(p, "INSERT INTO receipt VALUES (1, 2026, 1, 1, 'ja', 'x', '')", "day_closed");
    refused(p, "INSERT INTO denomination VALUES (1, 10000, 5)", "day_closed");
}

/* REPLACE takes the old row away without asking the triggers that refuse a DELETE: it is refused by itself, by every
 * key that the new row could share with an old one. */
static void no_row_of_money_is_replaced_by_another(void **state)
{
    static const struct {
        const char *table, *columns, *values;
    } rows[] = {
        { "payment", "id, counter, request, kind, method, yen, tendered, change, paid_on, business_day, at, by, op_key",
            "1, 1, 1, 'collect', 'cash', 1, 1, 0, '2026-11-25', '2026-11-25', 0, 2, 'other'" },
        { "payment", "counter, request, kind, method, yen, tendered, change, paid_on, business_day, at, by, op_key",
            "1, 1, 'collect', 'cash', 1, 1, 0, '2026-11-25', '2026-11-25', 0, 2, 'first'" },
        { "receipt", "counter, year, number, payment, lang, addressee", "1, 2026, 2, 1, 'ja', 'y'" },
        { "charge", "id, request, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule, policy, at, by",
            "1, 1, 'x', 'x', 1, 44000, 44000, 10, 4000, 'x', 1, 0, 2" },
        { "unpaid", "id, request, reason, day, at, by", "1, 2, 'y', '2026-11-25', 0, 2" },
        { "drawer_day", "id, counter, drawer, day, float_yen, opened_at, opened_by", "1, 1, 1, '2026-11-25', 1, 0, 2" },
        { "cash_move", "id, counter, drawer, day, yen, reason, at, by", "1, 1, 1, '2026-11-25', 2, 'y', 0, 2" },
        { "cash_count", "id, counter, drawer, day, purpose, at, by", "1, 1, 1, '2026-11-25', 'open', 0, 2" },
        { "closing_confirm", "closing, by, at, note", "1, 3, 5, 'y'" },
        { "override_answer", "override, approved, at, by", "1, 0, 0, 2" },
        { "step", "id, request, step, kind, day, at, by", "1, 1, 'close', 'done', '2026-11-25', 0, 2" },
        { "override", "id, request, rule, reason, at, day, by", "1, 1, 'x', 'y', 0, '2026-11-25', 2" },
        { "material_move", "id, material, origin, place, pieces, day, at, by", "1, 1, 'visitor', 'lender', 1, '2026-11-25', 0, 2" },
        { "policy_version", "id, policy, text, sha256, valid_from, switched_on, switched_by", "1, 'omu', 'y', 'z', '2019-10-01', 0, 2" },
        { "change", "id, object, object_id, field, was, became, at, by", "1, 'person', 1, 'phone', 'y', 'z', 0, 2" },
        { "print", "id, kind, object, object_id, copy, lang, at, by", "1, 'slip', 'request', 1, 2, 'ja', 0, 2" },
        { "audit_body", "seq, salt, body", "1, 'y', 'y'" },
    };
    struct place *p = *state;
    char sql[400];

    run(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-24', 50000, 0, 2),"
           " (1, 1, '2026-11-25', 50000, 0, 2);"
           "INSERT INTO payment (counter, request, kind, method, yen, tendered, change, paid_on, business_day, at, by, op_key)"
           " VALUES (1, 1, 'collect', 'cash', 11000, 11000, 0, '2026-11-24', '2026-11-24', 0, 2, 'first');"
           "INSERT INTO receipt VALUES (1, 2026, 1, 1, 'ja', 'x', '');"
           "INSERT INTO unpaid (request, reason, day, at, by) VALUES (2, 'x', '2026-11-24', 0, 2);"
           "INSERT INTO cash_move (counter, drawer, day, yen, reason, at, by) VALUES (1, 1, '2026-11-24', 1, 'x', 0, 2);"
           "INSERT INTO cash_count (counter, drawer, day, purpose, at, by) VALUES (1, 1, '2026-11-24', 'close', 0, 2);"
           "INSERT INTO step (request, step, kind, day, at, by) VALUES (1, 'payment', 'done', '2026-11-24', 0, 2);"
           "INSERT INTO override (request, rule, reason, at, day, by) VALUES (1, 'x', 'x', 0, '2026-11-24', 2);"
           "INSERT INTO override_answer VALUES (1, 1, 0, 3);"
           "INSERT INTO material (request, kind, pieces, label, destination, received_on, at, by)"
           " VALUES (1, 'disc', 1, 'x', 'visitor', '2026-11-24', 0, 2);"
           "INSERT INTO material_move (material, origin, place, pieces, day, at, by) VALUES (1, 'desk', 'visitor', 1, '2026-11-24', 0, 2);"
           "INSERT INTO change VALUES (1, 'person', 1, 'phone', 'x', 'y', 0, 2);"
           "INSERT INTO print (kind, object, object_id, copy, lang, at, by) VALUES ('slip', 'request', 1, 1, 'ja', 0, 2);"
           "INSERT INTO audit VALUES (1, 0, 2, 'x', 'x', 1, 'x', '0', 'x'); INSERT INTO audit_body VALUES (1, 'x', 'x');");
    run(p, CLOSING("2026-11-24", 1, 61001, 61001, ""));
    run(p, "INSERT INTO closing_confirm VALUES (1, 3, 0, '')");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        snprintf(sql, sizeof sql, "INSERT OR REPLACE INTO %s (%s) VALUES (%s)", rows[i].table, rows[i].columns, rows[i].values);
        refused(p, sql, "already_there");
    }
    refused(p, "UPDATE print SET rowid = 9", "append_only"); /* names no column, and is id */
    refused(p, "UPDATE print SET lang = 'en'", "append_only");
    assert_int_equal(number(p, "SELECT sum(yen) FROM payment WHERE business_day = '2026-11-24'"), 11000);
}

static void days_close_in_order_also_when_the_money_came_elsewhere(void **state)
{
    struct place *p = *state;

    run(p, PAY(1, "collect", "outside", 11000, "2026-11-20", ", slip", ", 'A-1'"));
    run(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-24', 50000, 0, 2)");
    run(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-25', 50000, 0, 2)");
    refused(p, CLOSING("2026-11-25", 1, 50000, 50000, ""), "earlier_day_open");
    refused(p, CLOSING("2026-11-24", 1, 50000, 50000, ""), "earlier_day_open");
    run(p, CLOSING("2026-11-20", 1, 50000, 50000, ""));
    run(p, CLOSING("2026-11-24", 2, 50000, 50000, ""));
    run(p, CLOSING("2026-11-25", 3, 50000, 50000, ""));
}

static void a_closing_explains_its_difference_and_another_person_confirms_it(void **state)
{
    struct place *p = *state;

    refused(p, CLOSING("2026-11-24", 1, 50000, 49000, ""), "CHECK");
    run(p, CLOSING("2026-11-24", 1, 50000, 49000, "cause unknown"));
    refused(p, CLOSING("2026-11-25", 1, 50000, 50000, ""), "already_there"); /* the sequence number */
    refused(p, "INSERT INTO closing_confirm VALUES (1, 2, 0, '')", "own_second");
    run(p, "INSERT INTO closing_confirm VALUES (1, 3, 0, '')");
    refused(p, "INSERT INTO closing_confirm VALUES (1, 3, 0, '')", "already_there");
}

static void only_real_notes_and_coins_are_counted(void **state)
{
    struct place *p = *state;

    run(p, "INSERT INTO cash_count (counter, drawer, day, purpose, at, by) VALUES (1, 1, '2026-11-24', 'open', 0, 2)");
    refused(p, "INSERT INTO denomination VALUES (1, 20, 1)", "CHECK");
    refused(p, "INSERT INTO denomination VALUES (1, 100, -1)", "CHECK");
    run(p, "INSERT INTO denomination VALUES (1, 100, 1)");
    refused(p, "INSERT INTO denomination VALUES (1, 100, 2)", "already_there");
}

/* --- what the stores read */

static day tuesday(void)
{
    day d;

    assert_true(day_from_ymd(2026, 11, 24, &d));
    return d;
}

static void every_statement_of_the_money_stores_fits_the_schema(void **state)
{
    struct place *p = *state;
    const char *const *const lists[] = { CHARGE_STORE_SQL, PAYMENT_STORE_SQL, DRAWER_STORE_SQL, CLOSING_STORE_SQL,
        MONEY_LIST_STORE_SQL };

    for (size_t i = 0; i < COUNT_OF(lists); i++)
        for (const char *const *sql = lists[i]; *sql; sql++) {
            sqlite3_stmt *s = NULL;
            if (sqlite3_prepare_v2(p->raw, *sql, -1, &s, NULL) != SQLITE_OK)
                fail_msg("%s: %s", *sql, sqlite3_errmsg(p->raw));
            sqlite3_finalize(s);
        }
}

static void the_rows_of_a_day_come_back_as_they_were_entered(void **state)
{
    struct place *p = *state;
    struct till_row *rows;
    size_t n;
    struct err e = ERR_INIT;
    struct till t;

    run(p, PAY(1, "collect", "cash", 33000, "2026-11-24", ", tendered, change", ", 40000, 7000"));
    run(p, "INSERT INTO receipt VALUES (1, 2026, 1, 1, 'ja', '髙﨑 花子', 'T7123456789012')");
    run(p, VOID_OF(1, -33000, "2026-11-24"));
    run(p, PAY(1, "collect", "card", 33000, "2026-11-25", ", slip", ", '4711'"));
    assert_true(payment_store_day(p->db, 1, 1, tuesday(), &p->a, &rows, &n, &e));
    assert_int_equal(n, 2);
    assert_int_equal(rows[0].change.v, 7000);
    assert_int_equal(rows[0].number, 1);
    assert_string_equal(rows[0].name, "髙﨑 花子");
    assert_string_equal(rows[0].by_name, "西川");
    assert_true(rows[0].voided);
    assert_string_equal(rows[1].kind, "void");
    assert_int_equal(rows[1].number, 1); /* of the receipt that it voids */
    till_sum(tuesday(), YEN(50000), rows, n, NULL, 0, &t);
    assert_int_equal(t.expected_cash.v, 50000);
    assert_int_equal(t.n_voids, 1);
}

static void days_after_the_last_closing_with_a_drawer_or_money_are_open(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    day *days;
    size_t n;

    run(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-20', 50000, 0, 2)");
    run(p, CLOSING("2026-11-20", 1, 50000, 50000, ""));
    run(p, PAY(1, "collect", "outside", 11000, "2026-11-24", ", slip", ", 'A-1'"));
    run(p, "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 1, '2026-11-25', 50000, 0, 2)");
    run(p, CASH(1, 11000, "2026-11-25"));
    assert_true(drawer_store_open_days(p->db, 1, 1, &p->a, &days, &n, &e));
    assert_int_equal(n, 2);
    assert_int_equal(days[0].n, tuesday().n);
    assert_int_equal(days[1].n, tuesday().n + 1);
}

static void who_owes_is_listed_until_the_fee_is_paid(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct owing_row *rows;
    size_t n;

    assert_true(money_list_owing(p->db, 1, tuesday(), &p->a, &rows, &n, &e));
    assert_int_equal(n, 1);
    assert_int_equal(rows[0].owed.v, 33000);
    assert_false(rows[0].unpaid);
    run(p, "INSERT INTO unpaid (request, reason, promised_on, day, at, by) VALUES (1, '持ち合わせなし', '2026-11-26', '2026-11-24', 0, 2)");
    assert_true(money_list_owing(p->db, 1, tuesday(), &p->a, &rows, &n, &e));
    assert_true(rows[0].unpaid);
    assert_int_equal(rows[0].promised_on.n, tuesday().n + 2);
    run(p, CASH(1, 33000, "2026-11-24"));
    assert_true(money_list_owing(p->db, 1, tuesday(), &p->a, &rows, &n, &e));
    assert_int_equal(n, 0);
}

static void receipts_are_found_by_number_day_request_and_name(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct receipt_row *rows;
    size_t n;

    run(p, CASH(1, 11000, "2026-11-24"));
    run(p, "INSERT INTO receipt VALUES (1, 2026, 1, 1, 'ja', '髙﨑 花子', '')");
    run(p, CASH(1, 22000, "2026-11-25"));
    run(p, "INSERT INTO receipt VALUES (1, 2026, 2, 2, 'ja', '髙﨑 花子', '')");
    assert_true(money_list_receipt(p->db, 1, 2026, 2, &p->a, &rows, &n, &e));
    assert_int_equal(n, 1);
    assert_int_equal(rows[0].amount.v, 22000);
    assert_true(money_list_receipts_of_day(p->db, 1, tuesday(), &p->a, &rows, &n, &e));
    assert_int_equal(n, 1);
    assert_int_equal(rows[0].number, 1);
    assert_true(money_list_receipts_of_case(p->db, 1, 2026, 388, &p->a, &rows, &n, &e));
    assert_int_equal(n, 2);
    assert_int_equal(rows[0].number, 2); /* newest first */
    assert_true(money_list_receipts_of_name(p->db, "高崎", "", 10, &p->a, &rows, &n, &e));
    assert_int_equal(n, 2);
    assert_true(money_list_receipts_of_name(p->db, "", "タカ", 1, &p->a, &rows, &n, &e));
    assert_int_equal(n, 1);
    assert_true(money_list_receipts_of_name(p->db, "吉田", "", 10, &p->a, &rows, &n, &e));
    assert_int_equal(n, 0);
    assert_true(money_list_receipt(p->db, 2, 2026, 2, &p->a, &rows, &n, &e));
    assert_int_equal(n, 0);
}

static void a_closing_is_read_as_it_was_stored(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;
    struct drawer_key k = { 1, 1, tuesday() };
    struct till t;
    struct closing c = { .seq = 1, .sum = { .counted_cash = YEN(82000), .difference = YEN(-1000), .deposit = YEN(32000),
                             .next_float = YEN(50000) }, .card_counted = YEN(5), .perpetual_after = YEN(33000),
        .bag = "1124-1", .reason = "原因不明", .by = 2, .audit_seq = 7, .audit_hash = "h",
        .first_receipt = "1-2026-00001", .last_receipt = "1-2026-00001" }, back;
    const struct till_row row = { .kind = "collect", .method = "cash", .amount = YEN(33000) };
    const struct pieces pieces = { { 8, 0, 0, 2 } };
    struct closing_last last;
    struct tx tx;
    int64_t id;

    till_sum(tuesday(), YEN(50000), &row, 1, NULL, 0, &t);
    assert_true(tx_begin(p->db, &tx, NULL, &e));
    assert_true(count_store_add(p->db, &k, "close", &pieces, (instant){ 5 }, 2, &c.cash_count, &e));
    struct closing_insert in = { k, &t, &c, "{}" };
    assert_true(tx_end(&tx, closing_store_add(p->db, &in, &id, &e), &e));
    assert_true(closing_store_find(p->db, &k, &p->a, &back, &e));
    assert_int_equal(back.id, id);
    assert_int_equal(back.sum.difference.v, -1000);
    assert_int_equal(back.sum.deposit.v, 32000);
    assert_int_equal(back.counted.of[0], 8);
    assert_int_equal(back.counted.of[3], 2);
    assert_string_equal(back.bag, "1124-1");
    assert_string_equal(back.by_name, "西川");
    assert_int_equal(back.confirmed_by, 0);
    assert_true(closing_store_last(p->db, 1, 1, &last, &e));
    assert_int_equal(last.seq, 1);
    assert_int_equal(last.perpetual.v, 33000);
    assert_int_equal(number(p, "SELECT count(*) FROM denomination"), 10);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(more_than_is_owed_is_never_collected),
        CASE(an_amount_has_the_sign_of_its_kind_and_cash_adds_up),
        CASE(the_same_operation_key_counts_once),
        CASE(a_void_mirrors_its_payment_once_on_the_same_day_with_a_second_person),
        CASE(a_charge_is_reversed_once_and_never_below_what_was_paid),
        CASE(receipt_numbers_have_no_gap_per_counter_and_year),
        CASE(nothing_of_money_is_ever_changed_or_deleted),
        CASE(a_closed_day_takes_no_row_of_money),
        CASE(a_receipt_or_a_piece_does_not_come_into_a_closed_day_either),
        CASE(no_row_of_money_is_replaced_by_another),
        CASE(days_close_in_order_also_when_the_money_came_elsewhere),
        CASE(a_closing_explains_its_difference_and_another_person_confirms_it),
        CASE(only_real_notes_and_coins_are_counted),
        CASE(every_statement_of_the_money_stores_fits_the_schema),
        CASE(the_rows_of_a_day_come_back_as_they_were_entered),
        CASE(days_after_the_last_closing_with_a_drawer_or_money_are_open),
        CASE(who_owes_is_listed_until_the_fee_is_paid),
        CASE(receipts_are_found_by_number_day_request_and_name),
        CASE(a_closing_is_read_as_it_was_stored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
