/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify: a clean day has nothing to name; each rule names the breach that was planted behind the program's back
 * (reliability.md 3: M1-M18, M20, S1-S8, C1-C6, A1-A9, T1, D1, D2, D5). */
#include "tests/unit/store/fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "domain/judge.h"
#include "policy/load.h"
#include "store/case_store.h"
#include "store/policy_store.h"
#include "store/step_store.h"
#include "store/verify.h"
#include "store/verify_inside.h"

/* next_action as the desk writes it after every action. */
static void settle(struct place *p, int64_t request)
{
    struct casefile c = { 0 };
    struct policy_version v = { 0 };
    struct judgement j;
    struct tx tx;
    day today;
    hm t;

    instant_civil(clock_wall(&p->clock), 540, &today, &t);
    assert_true(case_load(p->db, request, &p->a, &c, &p->e) && policy_store_load(p->db, 1, &p->a, &v, &p->e));
    const struct policy *policy = policy_read(v.text, strlen(v.text), &p->a, &p->e);
    assert_non_null(policy);
    judge(&c, policy, calendar_new(&p->a), today, &p->a, &j);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(step_store_settle(p->db, request, DAY_NONE, journey_next(&j.journey, &p->a), j.journey.due, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
}

/* A clean database: the closed day of fill_day, a void on an older day, a second request. */
static void fill_all(struct place *p)
{
    fill_day(p);
    act(p, "INSERT INTO material (id, request, kind, pieces, label, destination, received_on, at, by)"
           " VALUES (1, 1, 'disc', 1, '26-0415-1', 'visitor', '2026-11-10', 1795482000, 2);"
           "INSERT INTO material_move (material, place, pieces, day, at, by) VALUES (1, 'visitor', 1, '2026-11-24', 1795482000, 2);",
        "material", "request", 1, 2);
    act(p, "INSERT INTO override (id, request, rule, reason, at, day, by) VALUES (1, 2, 'litigation', 'x', 1795482000, '2026-11-24', 2);"
           "INSERT INTO override_answer VALUES (1, 1, 1795482000, 3);",
        "override", "request", 2, 2);
    settle(p, 1);
    settle(p, 2);
}

static const char *findings(struct place *p)
{
    struct verify_report r;
    const char *all = "";

    if (!verify_run(p->db, &(struct verify_options){ .now = clock_wall(&p->clock), .offset = 540 }, &p->a, &r, &p->e))
        fail_msg("%s %s", p->e.msg.id, p->e.msg.arg[0]);
    assert_int_equal(r.n_rules, verify_count());
    for (size_t i = 0; i < r.n; i++)
        all = arena_printf(&p->a, "%s%s(%s) ", all, r.item[i].rule, r.item[i].which);
    assert_true(db_quiet(p->db));
    return all;
}

static void a_clean_day_has_nothing_to_name(void **state)
{
    struct place *p = *state;

    fill_all(p);
    assert_string_equal(findings(p), "");
    assert_string_equal(findings(p), ""); /* and leaves nothing behind that a second look would meet */
}

static void an_empty_database_has_nothing_to_name(void **state)
{
    struct place *p = *state;

    assert_string_equal(findings(p), "");
}

static void a_database_that_may_only_be_read_is_verified(void **state)
{
    struct place *p = *state;

    fill_all(p);
    place_close(p);
    assert_true(db_open(p->path, &(struct db_options){ .read_only = true, .clock = &p->clock }, &p->db, &p->e));
    assert_string_equal(findings(p), "");
}

static void verify_sees_what_its_own_transaction_wrote(void **state)
{
    struct place *p = *state;
    struct tx tx;

    fill_all(p);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(db_exec(p->db, "UPDATE person SET search_name = 'x' WHERE id = 2", &p->e));
    assert_string_equal(findings(p), "K1(person 2) ");
    assert_false(tx_end(&tx, false, &p->e));
    assert_string_equal(findings(p), "");
}

#define PAYMENT(id, request, kind, method, yen, more, values)                                                 \
    "INSERT INTO payment (id, counter, request, kind, method, yen, paid_on, business_day, at, by, op_key" more \
    ") VALUES (" #id ", 1, " #request ", '" kind "', '" method "', " #yen                                      \
    ", '2026-11-25', '2026-11-25', 1795482001, 2, 'k" #id "'" values ");"
#define APPOINTMENT(id, request, specialist, room, day, start, minutes, state)                                \
    "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, room, state, at, by, op_key)"  \
    " VALUES (" #id ", " #request ", " #specialist ", '" day "', " #start ", " #minutes ", " #room ", '" state \
    "', 1795482000, 2, 'ap" #id "');"
#define SLOTS(appointment, specialist, day, start, minutes)                                                   \
    "INSERT INTO slot WITH RECURSIVE u(n) AS (SELECT " #start "/5 UNION ALL SELECT n+1 FROM u WHERE n+1 < ("   \
    #start "+" #minutes ")/5) SELECT " #specialist ", '" day "', n, " #appointment " FROM u;"

static const struct breach {
    const char *rule, *which, *sql;
} breaches[] = {
    { "M1", "1", "UPDATE payment SET yen = -33000 WHERE id = 1" },
    { "M2", "1", "UPDATE payment SET change = 6000 WHERE id = 1" },
    { "M3", "1", "UPDATE payment SET op_key = '' WHERE id = 1" },
    { "M4", "1-2026", "UPDATE receipt SET number = 2" },
    { "M4", "1", "DELETE FROM receipt" },
    { "M4", "1", "UPDATE payment SET paid_on = '2025-11-24' WHERE id = 1" },
    { "M5", "1", "UPDATE charge SET yen = 33001" },
    { "M6", "2", PAYMENT(2, 2, "collect", "card", 1, "", "") },
    { "M7", "2", PAYMENT(2, 1, "void", "cash", -33000, ", refund_of, approved_by", ", 1, 3") },
    { "M8", "1", PAYMENT(2, 1, "refund", "cash", -33001, ", refund_of, approved_by", ", 1, 3") },
    { "M9", "2", PAYMENT(2, 1, "refund", "cash", -1, ", refund_of, approved_by", ", 1, 2") },
    { "M9", "2", PAYMENT(2, 1, "refund", "cash", -1, ", refund_of, approved_by", ", 1, 4") },
    { "M10", "1", "UPDATE closing SET expected_cash = 82000, difference = 1000" },
    { "M10", "1", "UPDATE drawer_day SET float_yen = 40000" },
    { "M11", "1", "UPDATE denomination SET pieces = 4 WHERE yen = 1000" },
    { "M11", "1", "UPDATE closing SET counted_cash = 82000, difference = -1000; UPDATE denomination SET pieces = 2 WHERE yen = 1000" },
    { "M12", "1", "INSERT INTO denomination VALUES (1, 3000, 0)" },
    { "M13", "1", "UPDATE closing SET card_total = 33000" },
    { "M14", "1", "UPDATE payment SET paid_on = '2026-11-25' WHERE id = 1" },
    { "M14", "1", "DELETE FROM drawer_day" },
    { "M15", "payment 2", PAYMENT(2, 1, "collect", "card", 1, "", "") "UPDATE payment SET paid_on = '2026-11-24', business_day = '2026-11-24' WHERE id = 2" },
    { "M15", "2026-11-20", "INSERT INTO drawer_day (counter, day, float_yen, opened_at, opened_by) VALUES (1, '2026-11-20', 1, 1, 2)" },
    { "M16", "1", "UPDATE closing SET perpetual_before = 5, perpetual_after = 33005" },
    { "M16", "1", "UPDATE closing SET seq = 2" },
    { "M17", "1", "UPDATE closing SET perpetual_after = 30000" },
    { "M18", "1", "UPDATE closing_confirm SET by = 2" },
    { "M18", "1", "UPDATE closing SET counted_cash = 93000, difference = 10000, reason = 'x'; UPDATE closing_confirm SET by = 4" },
    { "M20", "2", "INSERT INTO charge SELECT 2, request, item, item_en, quantity, -32000, -32000, tax_percent, tax_yen, rule, policy, payer, 1, 'x', at, by FROM charge" },
    { "S1", "1", APPOINTMENT(2, 2, 1, NULL, "2026-11-24", 630, 60, "booked") },
    { "S1", "1", APPOINTMENT(2, 2, 2, 1, "2026-11-24", 655, 30, "booked") },
    { "S2", "1", "DELETE FROM slot WHERE unit = 125" },
    { "S2", "1", "DELETE FROM room_slot WHERE unit = 125" },
    { "S3", "2026-11-30 1", "INSERT INTO slot VALUES (1, '2026-11-30', 120, 1)" },
    { "S3", "2026-11-24 9", "INSERT INTO room_slot VALUES (1, '2026-11-24', 200, 9)" },
    { "S4", "2", "DELETE FROM override;" APPOINTMENT(2, 2, 1, NULL, "2026-11-28", 600, 60, "booked") SLOTS(2, 1, "2026-11-28", 600, 60) },
    { "S5", "2", "DELETE FROM override;" APPOINTMENT(2, 2, 1, NULL, "2026-11-30", 600, 90, "booked") SLOTS(2, 1, "2026-11-30", 600, 90) },
    { "S6", "1", "UPDATE appointment SET specialist = 99 WHERE id = 1" },
    { "S6", "1", "UPDATE visit SET request = 2" },
    { "S7", "1", "DROP INDEX appointment_one_booked;" APPOINTMENT(2, 1, 2, NULL, "2026-11-30", 600, 60, "booked")
            SLOTS(2, 2, "2026-11-30", 600, 60) "CREATE UNIQUE INDEX appointment_other ON appointment(request) WHERE state = 'x'" },
    { "S8", "1", "UPDATE override_answer SET by = 2" },
    { "S8", "1", "UPDATE override SET rule = 'doctor_not_told'; UPDATE override_answer SET by = 1" },
    { "S8", "1", "DELETE FROM override_answer; UPDATE override SET day = '2026-11-20'" },
    { "C1", "1", "UPDATE attendee SET kind = 'family', relation = 'spouse'; UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 1" },
    { "C2", "1", "UPDATE attendee SET kind = 'family', relation = 'spouse'; UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 1" },
    { "C3", "1", "UPDATE attendee SET kind = 'nonfamily', relation = 'friend'; UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 1" },
    { "C3", "1", "UPDATE attendee SET kind = 'guardian', relation = 'parent'; UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 1" },
    { "C4", "1", "UPDATE material SET received_on = '2026-11-25'" },
    { "C4", "1", "UPDATE material_move SET pieces = 2" },
    { "C5", "1", "DELETE FROM material_move; UPDATE request SET ended = 'closed' WHERE id = 1" },
    { "C6", "1", "UPDATE request SET patient_agrees = 'no' WHERE id = 1" },
    { "A1", "4", "DELETE FROM audit_body WHERE seq = 3; DELETE FROM audit WHERE seq = 3" },
    { "A2", "5", "UPDATE audit SET staff = 3 WHERE seq = 5" },
    { "A2", "7", "UPDATE audit_body SET body = replace(body, '33000', '23000') WHERE seq = 7" },
    { "A2", "7", "UPDATE audit_body SET body = NULL WHERE seq = 7" },
    { "A3", "1", "UPDATE closing SET audit_hash = 'x'" },
    { "A3", "1", "UPDATE closing SET audit_seq = 2, audit_hash = (SELECT hash FROM audit WHERE seq = 2)" },
    { "A4", "2", PAYMENT(2, 1, "collect", "card", 1, "", "") },
    { "A5", "payment 1", "DELETE FROM receipt; DELETE FROM payment" },
    { "A5", "step 1", "DELETE FROM step" },
    { "A6", "1", "UPDATE audit SET staff = 77 WHERE seq = 1" },
    { "A7", "2", "UPDATE credential SET hash = 'plain' WHERE staff = 2" },
    { "A7", "1", "INSERT INTO staff_role VALUES (1, 'clerk')" },
    { "A8", "3", "UPDATE audit SET at = at - 1 WHERE seq = 3" },
    { "A9", "payment 1", "UPDATE payment SET payer_name = 'x' WHERE id = 1" },
    { "A9", "receipt 1", "UPDATE receipt SET addressee = 'x'" },
    { "A9", "cash_count 1", "UPDATE denomination SET pieces = 80 WHERE yen = 10000" },
    { "A9", "appointment 1", "UPDATE appointment SET told_how = 'post' WHERE id = 1" },
    { "A9", "charge 1", "UPDATE charge SET rule = 'other'" },
    { "A9", "staff 2", "INSERT INTO staff_role VALUES (2, 'supervisor')" },
    { "A9", "step 2", "INSERT INTO step (request, step, kind, day, at, by) VALUES (1, 'close', 'done', '2026-11-24', 1, 2)" },
    { "T1", "person 1", "UPDATE person SET name = name || char(0x202E) WHERE id = 1" },
    { "T1", "staff 2", "UPDATE staff SET name = 'a' || char(27) WHERE id = 2" },
    { "T1", "person 1", "UPDATE person SET name = name || char(0x200B) WHERE id = 1" },
    { "D2", "attendee 1", "UPDATE attendee SET request = 99" },
    { "D5", "schema", "DROP INDEX payment_by_day" },
    { "D5", "schema", "CREATE TRIGGER payment_quiet AFTER INSERT ON step BEGIN SELECT 1; END" },
    { "P1", "1", "UPDATE policy_version SET text = text || '#'" },
    { "K1", "person 2", "UPDATE person SET search_kana = 'x' WHERE id = 2" },
    { "K2", "1", "UPDATE request SET next_action = 'review' WHERE id = 1" },
};

static void each_rule_names_the_breach_that_was_planted(void **state)
{
    struct place *p = *state;

    fill_all(p);
    place_close(p);
    const char *clean = arena_printf(&p->a, "cp %s %s.clean", p->path, p->path);
    const char *back = arena_printf(&p->a, "cp %s.clean %s", p->path, p->path);
    said_by(p, clean);
    for (size_t i = 0; i < COUNT_OF(breaches); i++) {
        const struct breach *b = &breaches[i];
        said_by(p, back);
        tamper(p, b->sql);
        place_open(p);
        const char *found = findings(p);
        place_close(p);
        const char *mine = strstr(found, arena_printf(&p->a, "%s(", b->rule));
        if (!mine || !strstr(mine, b->which) || strstr(mine, b->which) > strchr(mine, ')'))
            fail_msg("%s was to name %s, found: %s\n%s", b->rule, b->which, found, b->sql);
    }
}

static void every_rule_has_a_planted_breach(void **state)
{
    (void)state;
    for (size_t r = 0; r < verify_count(); r++) {
        bool planted = str_eq(verify_id(r), "D1"); /* has a test of its own */
        for (size_t i = 0; i < COUNT_OF(breaches); i++)
            planted |= str_eq(breaches[i].rule, verify_id(r));
        if (!planted)
            fail_msg("%s has none", verify_id(r));
        assert_non_null(strstr(verify_sentence(r), "%s"));
    }
}

static void a_page_that_was_overwritten_is_named(void **state)
{
    struct place *p = *state;
    struct verify_report r;
    bool d1 = false;

    fill_all(p);
    place_close(p);
    sqlite3 *raw = bare_open(p);
    int64_t page = bare_int(raw, "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_payment_1'");
    int64_t size = bare_int(raw, "PRAGMA page_size");
    sqlite3_close(raw);
    int fd = open(p->path, O_RDWR);
    assert_int_equal(pwrite(fd, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8, (page - 1) * size), 8);
    close(fd);
    place_open(p);
    assert_true(verify_run(p->db, &(struct verify_options){ .now = clock_wall(&p->clock) }, &p->a, &r, &p->e));
    for (size_t i = 0; i < r.n; i++)
        d1 |= str_eq(r.item[i].rule, "D1");
    assert_true(d1);
}

static void a_body_blanked_by_law_is_no_breach(void **state)
{
    struct place *p = *state;
    struct tx tx;
    struct audit_entry x = { .staff = 4, .at = clock_wall(&p->clock), .verb = "blank", .object = "audit", .id = 3 };

    fill_all(p);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(db_exec(p->db, "UPDATE audit_body SET body = NULL WHERE seq = 3", &p->e) && audit_add(p->db, &x, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
    assert_string_equal(findings(p), "");
}

static void a_role_taken_away_later_does_not_undo_an_approval(void **state)
{
    struct place *p = *state;

    fill_all(p);
    clock_advance(&p->clock, 60000);
    act(p, "UPDATE staff SET rev = rev + 1 WHERE id = 3; DELETE FROM staff_role WHERE staff = 3", "staff_roles", "staff", 3, 4);
    assert_string_equal(findings(p), "");
}

static void the_quick_look_refuses_changed_tables_and_a_changed_last_link(void **state)
{
    struct place *p = *state;

    fill_all(p);
    assert_true(verify_start(p->db, &p->e));
    tamper(p, "UPDATE audit SET verb = 'x' WHERE seq = (SELECT max(seq) FROM audit)");
    assert_false(verify_start(p->db, &p->e));
    err_clear(&p->e);
    tamper(p, "DROP INDEX payment_by_day");
    assert_false(verify_start(p->db, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
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

static bool stop_at_three(void *arg, size_t done, size_t all)
{
    *(size_t *)arg = all;
    return done < 3;
}

static void a_long_look_can_be_stopped(void **state)
{
    struct place *p = *state;
    struct verify_report r;
    size_t all = 0;

    assert_true(verify_run(p->db, &(struct verify_options){ .now = clock_wall(&p->clock), .progress = stop_at_three, .arg = &all },
        &p->a, &r, &p->e));
    assert_true(r.stopped);
    assert_int_equal(r.n_rules, 3);
    assert_int_equal(all, verify_count());
    assert_true(db_quiet(p->db));
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(a_clean_day_has_nothing_to_name),
        WITH(an_empty_database_has_nothing_to_name),
        WITH(a_database_that_may_only_be_read_is_verified),
        WITH(verify_sees_what_its_own_transaction_wrote),
        WITH(each_rule_names_the_breach_that_was_planted),
        cmocka_unit_test(every_rule_has_a_planted_breach),
        WITH(a_page_that_was_overwritten_is_named),
        WITH(a_body_blanked_by_law_is_no_breach),
        WITH(a_role_taken_away_later_does_not_undo_an_approval),
        WITH(the_quick_look_refuses_changed_tables_and_a_changed_last_link),
        WITH(the_digest_of_the_content_covers_every_table_and_no_page),
        WITH(a_long_look_can_be_stopped),
    };
    return cmocka_run_group_tests_name("verify", tests, NULL, NULL);
}
