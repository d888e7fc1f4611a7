/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far verify looks: at the moment of an approval, at all requests, at all rows; and what its digest of the content
 * covers. */
#include "tests/unit/store/fixture.h"

#include "store/verify.h"
#include "store/verify_inside.h"

static void a_role_taken_away_later_does_not_undo_an_approval(void **state)
{
    struct place *p = *state;

    fill_all(p);
    clock_advance(&p->clock, 60000);
    act(p, "UPDATE staff SET rev = rev + 1 WHERE id = 3; DELETE FROM staff_role WHERE staff = 3", "staff_roles", "staff", 3, 4);
    assert_string_equal(findings(p), "");
}

/* Who may approve is asked for the moment of the approval. */
static void a_role_given_later_does_not_make_an_approval(void **state)
{
    struct place *p = *state;

    fill_all(p);
    act(p, "INSERT INTO override (id, request, rule, reason, at, day, by) VALUES (2, 2, 'closed_day', 'x', 1795482000, '2026-11-24', 4);"
           "INSERT INTO override_answer VALUES (2, 1, 1795482000, 2)",
        "override", "request", 2, 2);
    assert_string_equal(findings(p), "S8(2) ");
    clock_advance(&p->clock, 60000);
    act(p, "UPDATE staff SET rev = rev + 1 WHERE id = 2; INSERT INTO staff_role VALUES (2, 'supervisor')", "staff_roles",
        "staff", 2, 4);
    assert_string_equal(findings(p), "S8(2) ");
}

static void refund_approved_by_4(struct place *p)
{
    act(p,
        "INSERT INTO drawer_day (id, counter, day, float_yen, opened_at, opened_by) VALUES (2, 1, '2026-11-25', 50000, 1795482000, 2);"
        "INSERT INTO payment (id, counter, request, kind, method, yen, paid_on, business_day, at, by, op_key, refund_of,"
        " approved_by, reason, original) VALUES (2, 1, 1, 'refund', 'cash', -1, '2026-11-25', '2026-11-25', 1795482000, 2, 'k2',"
        " 1, 4, 'x', 'collected');",
        "refund", "payment", 2, 2);
}

static void make_4_a_cashier(struct place *p)
{
    act(p, "UPDATE staff SET rev = rev + 1 WHERE id = 4; INSERT INTO staff_role VALUES (4, 'cashier')", "staff_roles", "staff", 4, 4);
}

static void another_cashier_may_approve_a_refund(void **state)
{
    struct place *p = *state;

    fill_all(p);
    make_4_a_cashier(p);
    refund_approved_by_4(p);
    assert_string_equal(findings(p), "");
}

static void who_becomes_a_cashier_later_has_not_approved_a_refund(void **state)
{
    struct place *p = *state;

    fill_all(p);
    refund_approved_by_4(p);
    clock_advance(&p->clock, 60000);
    make_4_a_cashier(p);
    assert_string_equal(findings(p), "M9(2) ");
}

static void fifth_wrong_passphrase_of_2(struct place *p)
{
    struct tx tx;
    struct audit_entry x = { .staff = 1, .at = clock_wall(&p->clock), .verb = "login_failed", .object = "staff", .id = 2,
        .body = "{\"terminal\":\"pts/1\",\"failures\":5}" };

    assert_true(tx_begin(p->db, &tx, NULL, &p->e)
        && db_exec(p->db, "UPDATE credential SET locked = 1, failures = 5 WHERE staff = 2", &p->e));
    assert_true(tx_end(&tx, true, &p->e)); /* the try is counted before it is looked at */
    assert_true(tx_begin(p->db, &tx, NULL, &p->e) && audit_add(p->db, &x, &p->e) && tx_end(&tx, true, &p->e));
}

#define UNLOCK "UPDATE credential SET locked = 0, failures = 0 WHERE staff = 2"

static void a_lock_that_only_the_file_opened_is_named(void **state)
{
    struct place *p = *state;

    fill_all(p);
    fifth_wrong_passphrase_of_2(p);
    assert_string_equal(findings(p), "");
    assert_true(db_exec(p->db, UNLOCK, &p->e));
    assert_string_equal(findings(p), "A7(2) ");
}

static void a_lock_that_an_administrator_opened_is_no_breach(void **state)
{
    struct place *p = *state;

    fill_all(p);
    fifth_wrong_passphrase_of_2(p);
    act(p, UNLOCK, "staff_unlock", "staff", 2, 4);
    assert_string_equal(findings(p), "");
}

/* Two tries at once: the right one was looked at after the other had closed the log-in. */
static void a_right_passphrase_that_was_on_its_way_opens_the_lock(void **state)
{
    struct place *p = *state;

    fill_all(p);
    fifth_wrong_passphrase_of_2(p);
    assert_true(db_exec(p->db, UNLOCK, &p->e));
    act(p, "SELECT 1", "login", "staff", 2, 2);
    assert_string_equal(findings(p), "");
}

#define BLANK "UPDATE audit_body SET body = NULL WHERE seq = 3"

static void a_body_blanked_by_law_is_no_breach(void **state)
{
    struct place *p = *state;
    struct tx tx;
    struct audit_entry x = { .staff = 4, .at = clock_wall(&p->clock), .verb = "blank", .object = "audit", .id = 3 };

    fill_all(p);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(db_exec(p->db, BLANK, &p->e) && audit_add(p->db, &x, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
    assert_string_equal(findings(p), "");
}

/* A body may be blanked by law; what says so names that very row of the trail, of which an empty body stays. */
static void a_body_is_blank_only_where_the_trail_says_so(void **state)
{
    static const struct {
        const char *object;
        int64_t id;
        const char *after, *says;
    } cases[] = { { "audit", 3, NULL, "" }, { "audit", 4, BLANK, "A2(3) " }, { "request", 3, BLANK, "A2(3) " },
        { "audit", 3, "DELETE FROM audit_body WHERE seq = 3",
            "A2(3) A9(person 1, person 2, attendee 1, specialist 1, specialist 2, room 1) " } };
    struct place *p = *state;

    fill_all(p);
    place_keep(p);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        place_again(p);
        place_open(p);
        act(p, cases[i].after && str_eq(cases[i].after, BLANK) ? "SELECT 1" : BLANK, "blank", cases[i].object, cases[i].id, 4);
        place_close(p);
        if (cases[i].after)
            tamper(p, cases[i].after);
        place_open(p);
        assert_string_equal(findings(p), cases[i].says);
        place_close(p);
    }
}

/* The 16th row is one of reading: it has no images, and those of the other rows are compared all the same. */
static void a_body_that_cannot_be_read_hides_no_other(void **state)
{
    struct place *p = *state;

    fill_all(p);
    place_close(p);
    tamper(p, "UPDATE audit_body SET body = 'x{' WHERE seq = 16; UPDATE person SET name = '誰か' WHERE id = 2");
    place_open(p);
    assert_string_equal(findings(p), "A2(16) A9(person 2) K1(person 2) ");
}

/* The first row of a trail may be a closing: nothing is before it. */
static void a_closing_that_begins_the_trail_points_to_nothing(void **state)
{
    static const struct {
        const char *before;
        bool named;
    } cases[] = { { "0", false }, { "1", true } };
    struct place *p = *state;

    sqlite3 *raw = bare_open(p); /* without a row of the trail */

    bare(raw, "INSERT INTO counter (id, number, name_ja, name_en) VALUES (1, 1, 'x', 'x');"
                "INSERT INTO staff (id, login, name, created_at) VALUES (2, 'x', 'x', 0);"
                "INSERT INTO drawer_day (counter, day, float_yen, opened_at, opened_by) VALUES (1, '2026-11-24', 50000, 0, 2);");
    sqlite3_close(raw);
    place_keep(p);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        place_again(p);
        place_open(p);
        act(p,
            arena_printf(&p->a,
                "INSERT INTO closing (id, counter, day, seq, float_yen, expected_cash, counted_cash, difference, cash_total,"
                " card_total, transfer_total, other_total, outside_total, perpetual_before, perpetual_after, deposit, next_float,"
                " at, by, audit_seq, audit_hash) VALUES (1, 1, '2026-11-24', 1, 50000, 50000, 50000, 0, 0, 0, 0, 0, 0, 0, 0, 0,"
                " 50000, 1795482000, 2, 0, '%s')", cases[i].before),
            "close", "closing", 1, 2);
        assert_int_equal(strstr(findings(p), "A3(1)") != NULL, cases[i].named);
    }
}

static void set_tolerance(struct place *p, const char *most)
{
    act(p, arena_printf(&p->a, "UPDATE setting SET value = '%s' WHERE key = 'cash.tolerance'", most), "setting", "setting", 1, 4);
}

/* Who must confirm: a supervisor where the difference is more than was tolerated when it was confirmed, unless a
 * supervisor closed. */
static void the_tolerance_is_that_of_the_confirmation(void **state)
{
    static const struct {
        const char *tolerance, *difference, *card_counted;
        int by, confirmed_by;
        const char *later, *says;
    } cases[] = {
        { NULL, "1000", "0", 2, 4, NULL, "" }, /* as the fixture has it */
        { NULL, "1001", "0", 2, 4, NULL, "M18(2) " },
        { NULL, "1001", "0", 2, 3, NULL, "" },
        { NULL, "1001", "0", 3, 4, NULL, "" },
        { NULL, "0", "31999", 2, 4, NULL, "M18(2) " },
        { NULL, "0", "0", 2, 4, NULL, "" }, /* the card slips were not counted */
        { "2000", "-1500", "0", 2, 4, NULL, "" },
        { "100", "-200", "0", 2, 4, NULL, "M18(2) " },
        { "2000", "1500", "0", 2, 4, "500", "" },
        { "100", "0", "0", 2, 4, "500", "" },
    };
    struct place *p = *state;
    struct clock standing = p->clock;

    fill_all(p);
    place_keep(p);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        place_again(p);
        place_open(p);
        p->clock = standing;
        if (cases[i].tolerance)
            set_tolerance(p, cases[i].tolerance);
        act(p,
            "INSERT INTO charge SELECT 2, 2, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule, policy, payer,"
            " NULL, '', at, by FROM charge WHERE id = 1;"
            "INSERT INTO payment (id, counter, request, kind, method, yen, paid_on, business_day, at, by, op_key)"
            " VALUES (2, 1, 2, 'collect', 'card', 33000, '2026-11-25', '2026-11-25', 1795482000, 2, 'k2');"
            "INSERT INTO receipt (counter, year, number, payment, lang, addressee) VALUES (1, 2026, 2, 2, 'ja', 'x');",
            "collect", "payment", 2, 2);
        act(p,
            arena_printf(&p->a,
                "INSERT INTO drawer_day (id, counter, day, float_yen, opened_at, opened_by) VALUES (2, 1, '2026-11-25', 50000, 1795482000, 2);"
                "INSERT INTO cash_count (id, counter, drawer, day, purpose, at, by) VALUES (2, 1, 1, '2026-11-25', 'close', 1795482000, 2);"
                "INSERT INTO denomination VALUES (2, 1, 50000 + %s);"
                "INSERT INTO closing (id, counter, day, seq, float_yen, expected_cash, counted_cash, cash_count, difference, cash_total,"
                " card_total, card_counted, transfer_total, other_total, outside_total, perpetual_before, perpetual_after, deposit,"
                " next_float, reason, at, by, audit_seq, audit_hash) SELECT 2, 1, '2026-11-25', 2, 50000, 50000, 50000 + %s, 2, %s, 0,"
                " 33000, %s, 0, 0, 0, 33000, 66000, 0, 50000, 'x', 1795482000, %d, max(seq), hash FROM audit;",
                cases[i].difference, cases[i].difference, cases[i].difference, cases[i].card_counted, cases[i].by),
            "close", "closing", 2, cases[i].by);
        act(p, arena_printf(&p->a, "INSERT INTO closing_confirm (closing, by, at) VALUES (2, %d, 1795482000)", cases[i].confirmed_by),
            "close_confirm", "closing", 2, cases[i].confirmed_by);
        clock_advance(&p->clock, 60000);
        if (cases[i].later)
            set_tolerance(p, cases[i].later);
        const char *found = findings(p);
        place_close(p);
        if (!str_eq(found, cases[i].says))
            fail_msg("case %zu: '%s', found '%s'", i, cases[i].says, found);
    }
}

/* Each counter has receipts of its own, each drawer of a counter days and closings of its own. */
static void every_counter_and_every_drawer_is_judged_by_itself(void **state)
{
    static const struct {
        int payment, counter, drawer, receipt;
        const char *day;
        int closing, before; /* its number, 0 = this drawer stays open; the running total before it */
    } more[] = { { 2, 2, 1, 1, "2026-11-24", 1, 0 }, { 3, 1, 2, 2, "2026-11-25", 0, 0 }, { 4, 1, 3, 3, "2026-11-25", 1, 0 },
        { 5, 1, 1, 4, "2026-11-26", 2, 33000 } };
    struct place *p = *state;

    fill_all(p);
    act(p, "INSERT INTO counter (id, number, name_ja, name_en) VALUES (2, 2, 'x', 'x')", "edit", "request", 1, 2);
    for (size_t i = 0; i < COUNT_OF(more); i++) {
        int n = more[i].payment, counter = more[i].counter, drawer = more[i].drawer;
        const char *on = more[i].day;
        act(p,
            arena_printf(&p->a,
                "INSERT INTO drawer_day (id, counter, drawer, day, float_yen, opened_at, opened_by)"
                " VALUES (%d, %d, %d, '%s', 1000, 1795482000, 2);"
                "INSERT INTO charge SELECT %d, 2, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule, policy, payer,"
                " NULL, '', at, by FROM charge WHERE id = 1;"
                "INSERT INTO payment (id, counter, drawer, request, kind, method, yen, tendered, change, paid_on, business_day, at, by,"
                " op_key) VALUES (%d, %d, %d, 2, 'collect', 'cash', 33000, 33000, 0, '%s', '%s', 1795482000, 2, 'k%d');"
                "INSERT INTO receipt (counter, year, number, payment, lang, addressee) VALUES (%d, 2026, %d, %d, 'ja', 'x');",
                n, counter, drawer, on, n, n, counter, drawer, on, on, n, counter, more[i].receipt, n),
            "collect", "payment", n, 2);
        if (!more[i].closing)
            continue;
        act(p,
            arena_printf(&p->a,
                "INSERT INTO cash_count (id, counter, drawer, day, purpose, at, by) VALUES (%d, %d, %d, '%s', 'close', 1795482000, 2);"
                "INSERT INTO denomination VALUES (%d, 1000, 34);"
                "INSERT INTO closing (id, counter, drawer, day, seq, float_yen, expected_cash, counted_cash, cash_count, difference,"
                " cash_total, card_total, transfer_total, other_total, outside_total, perpetual_before, perpetual_after, deposit,"
                " next_float, at, by, audit_seq, audit_hash) SELECT %d, %d, %d, '%s', %d, 1000, 34000, 34000, %d, 0, 33000, 0, 0,"
                " 0, 0, %d, %d + 33000, 33000, 1000, 1795482000, 2, max(seq), hash FROM audit;",
                n, counter, drawer, on, n, n, counter, drawer, on, more[i].closing, n, more[i].before, more[i].before),
            "close", "closing", n, 2);
    }
    assert_string_equal(findings(p), "");
}

/* More requests than one page of them (500), the last with something that does not come next: all are looked at. */
static void every_request_is_judged_however_many_there_are(void **state)
{
    struct place *p = *state;

    fill_all(p);
    act(p,
        "INSERT INTO request (id, counter, year, number, service, policy, patient, received_on, created_at, created_by,"
        " disease, department, patient_attends, next_action, op_key) SELECT 2 + n, counter, year, 416 + n, service, policy,"
        " patient, received_on, created_at, created_by, disease, department, patient_attends,"
        " CASE WHEN n IN (1, 498, 499, 500, 520) THEN 'close' ELSE next_action END, 'many-' || n FROM request,"
        " (WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < 520) SELECT n FROM k) WHERE id = 2",
        "edit", "request", 1, 2);
    assert_string_equal(findings(p), "K2(3, 500, 501, 502, 522) ");
}

/* Ten rows are enough to know where to look; how many there are is said all the same. */
static void a_rule_names_ten_rows_and_counts_them_all(void **state)
{
    static const struct {
        const char *people, *which;
        size_t n;
    } cases[] = {
        { "12", "person 3, person 4, person 5, person 6, person 7, person 8, person 9, person 10, person 11, person 12", 10 },
        { "13", "person 3, person 4, person 5, person 6, person 7, person 8, person 9, person 10, person 11, person 12 ...", 11 },
        { "25", "person 3, person 4, person 5, person 6, person 7, person 8, person 9, person 10, person 11, person 12 ...", 23 },
    };
    struct place *p = *state;

    fill_all(p);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct verify_report r;
        act(p,
            arena_printf(&p->a,
                "INSERT OR IGNORE INTO person (id, name, kana, search_name, search_kana, search_phone, created_at)"
                " WITH RECURSIVE k(n) AS (SELECT 3 UNION ALL SELECT n + 1 FROM k WHERE n < %s)"
                " SELECT n, 'x', 'x', 'other', 'x', '', 1795482000 FROM k",
                cases[i].people),
            "edit", "person", 1, 2);
        assert_true(verify_run(p->db, &(struct verify_options){ .now = clock_wall(&p->clock), .offset = 540 }, &p->a, &r,
            &p->e));
        assert_int_equal(r.n, 1);
        assert_string_equal(r.item[0].rule, "K1");
        assert_string_equal(r.item[0].which, cases[i].which);
        assert_int_equal(r.item[0].n, cases[i].n);
    }
}

static void the_digest_of_the_content_covers_every_table_and_no_page(void **state)
{
    struct place *p = *state;
    char before[SHA3_TEXT], after[SHA3_TEXT];
    sqlite3 *raw = bare_open(p);

    fill_all(p);
    assert_int_equal((size_t)bare_int(raw, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"),
        verify_digest_tables());
    assert_true(verify_content_digest(p->db, before, &p->e));
    bare(raw, "VACUUM");
    assert_true(verify_content_digest(p->db, after, &p->e));
    assert_string_equal(before, after);
    bare(raw, "UPDATE person SET address = '大阪市' WHERE id = 1");
    assert_true(verify_content_digest(p->db, after, &p->e));
    assert_string_not_equal(before, after);
    sqlite3_close(raw);
}

/* Behind the program's back, on the clean day. */
static const char *digest_after(struct place *p, const char *sql)
{
    char digest[SHA3_TEXT];

    place_again(p);
    tamper(p, sql);
    place_open(p);
    assert_true(verify_content_digest(p->db, digest, &p->e));
    place_close(p);
    return arena_strdup(&p->a, digest);
}

#define NOTE(until) "INSERT INTO note VALUES (1, 1, NULL, 'x', 1795482000, 2, " until ", NULL, NULL)"
#define CHANGED(was, became) "INSERT INTO change VALUES (1, 'person', 1, 'phone', '" was "', '" became "', 1795482000, 2)"
#define ONE_UNIT(table) "DELETE FROM setting; DELETE FROM slot; DELETE FROM room_slot; INSERT INTO " table " VALUES (1, '2026-12-01', 120, 1)"

static void the_digest_of_the_content_tells_apart_what_looks_alike(void **state)
{
    static const struct {
        const char *what, *one, *other;
    } pairs[] = {
        { "nothing and an empty text", NOTE("NULL"), NOTE("''") },
        { "a number and its text", NOTE("NULL"), "INSERT INTO note VALUES (1, 1, NULL, 'x', 1795482000, 2, NULL, 0, NULL)" },
        { "where one text ends and the next begins", CHANGED("a", "bt:c"), CHANGED("at:b", "c") },
        { "a row of this table or of the next", ONE_UNIT("room_slot"), ONE_UNIT("slot") },
        { "the tables themselves", "SELECT 1", "DROP INDEX payment_by_day" },
    };
    struct place *p = *state;

    fill_day(p);
    place_keep(p);
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        const char *one = digest_after(p, pairs[i].one);
        assert_string_equal(one, digest_after(p, pairs[i].one));
        if (str_eq(one, digest_after(p, pairs[i].other)))
            fail_msg("%s: the same digest", pairs[i].what);
    }
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(a_role_taken_away_later_does_not_undo_an_approval),
        WITH(a_role_given_later_does_not_make_an_approval),
        WITH(another_cashier_may_approve_a_refund),
        WITH(who_becomes_a_cashier_later_has_not_approved_a_refund),
        WITH(a_lock_that_only_the_file_opened_is_named),
        WITH(a_lock_that_an_administrator_opened_is_no_breach),
        WITH(a_right_passphrase_that_was_on_its_way_opens_the_lock),
        WITH(a_body_blanked_by_law_is_no_breach),
        WITH(a_body_that_cannot_be_read_hides_no_other),
        WITH(a_closing_that_begins_the_trail_points_to_nothing),
        WITH(a_body_is_blank_only_where_the_trail_says_so),
        WITH(the_tolerance_is_that_of_the_confirmation),
        WITH(every_counter_and_every_drawer_is_judged_by_itself),
        WITH(every_request_is_judged_however_many_there_are),
        WITH(a_rule_names_ten_rows_and_counts_them_all),
        WITH(the_digest_of_the_content_covers_every_table_and_no_page),
        WITH(the_digest_of_the_content_tells_apart_what_looks_alike),
    };
    return cmocka_run_group_tests_name("verify-reach", tests, NULL, NULL);
}
