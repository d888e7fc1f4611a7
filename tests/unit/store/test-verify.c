/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify: a clean day has nothing to name; each rule names the breach that was planted behind the program's back
 * (reliability.md 3: M1-M18, M20, S1-S8, C1-C6, A1-A9, T1, D1, D2, D5). */
#include "tests/unit/store/fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "store/audit_images.h"
#include "store/verify.h"
#include "store/verify_inside.h"

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
    assert_string_equal(findings(p), "A9(person 2) K1(person 2) ");
    assert_false(tx_end(&tx, false, &p->e));
    assert_string_equal(findings(p), "");
}

#define PAYMENT(...) PAYMENT_OF(__VA_ARGS__)
#define PAYMENT_OF(id, request, kind, method, yen, more, values)                                              \
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

#define SLIP ", slip", ", '9'"
#define APPROVED(by) ", refund_of, approved_by, reason, original", ", 1, " #by ", 'x', 'collected'"
#define REFUND_OF(payment) ", refund_of, approved_by, reason, original", ", " #payment ", 3, 'x', 'collected'"
#define COUNTER_2 "INSERT INTO counter (id, number, name_ja, name_en) VALUES (2, 2, 'x', 'x');"
#define OFFERED "UPDATE appointment SET held_until = 1795568400 WHERE id = 2;"
#define CHARGE(id, request)                                                                                    \
    "INSERT INTO charge SELECT " #id ", " #request ", item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen,"  \
    " rule, policy, payer, NULL, '', at, by FROM charge WHERE id = 1;"
#define REVERSAL(id, of, yen)                                                                                  \
    "INSERT INTO charge SELECT " #id ", request, item, item_en, 1, " #yen ", " #yen ", tax_percent, 0,"        \
    " rule, policy, payer, " #of ", 'x', at, by FROM charge WHERE id = " #of ";"
#define RECEIPT(payment, year, number)                                                                         \
    "INSERT INTO receipt (counter, year, number, payment, lang, addressee) VALUES (1, " #year ", " #number ", " #payment \
    ", 'ja', 'x');"
#define DRAWER                                                                                                 \
    "INSERT INTO drawer_day (id, counter, day, float_yen, opened_at, opened_by) VALUES (2, 1, '2026-11-25', 50000,"    \
    " 1795482001, 2);"
#define COUNT(day) "INSERT INTO cash_count VALUES (2, 1, 1, '" day "', 'interim', 1795482001, 2);"
/* One more closing of a day on which nothing happened. */
#define CLOSING(id, day)                                                                                       \
    "INSERT INTO closing (id, counter, day, seq, float_yen, expected_cash, counted_cash, difference, cash_total, card_total," \
    " transfer_total, other_total, outside_total, perpetual_before, perpetual_after, deposit, next_float, at, by, audit_seq," \
    " audit_hash) SELECT " #id ", 1, '" day "', " #id ", 50000, 50000, 50000, 0, 0, 0, 0, 0, 0, perpetual_after," \
    " perpetual_after, 0, 50000, 1795482001, 2, audit_seq, audit_hash FROM closing WHERE id = 1;"
/* A row of the trail whose links are right. */
#define LINK(seq, at, staff)                                                                                        \
    "INSERT INTO audit SELECT " #seq ", " at ", " #staff ", 'read', 'request', 1, body_hash, hash,"                  \
    " lower(hex(sha3(json_array(" #seq ", " at ", " #staff ", 'read', 'request', 1, body_hash, hash), 256))) FROM audit"     \
    " WHERE seq = 16; INSERT INTO audit_body SELECT " #seq ", salt, body FROM audit_body WHERE seq = 16"

/* How a breach comes into the file: by a program that keeps a trail of what it does, so that only the rule itself
 * can see it (as an edit, a payment 2, payments 2 and 3 of this kind or that); without a word; or past the program. */
enum how { RECORDED, AS_COLLECT, AS_VOID, AS_REFUND, AS_TWO, AS_REFUNDS, AS_VOIDED, UNSAID, BEHIND };

static const struct breach {
    const char *rule;
    enum how how;
    const char *which;
    const char *also; /* all that verify says when the same rows break other rules too; NULL = this rule alone */
    const char *sql;
} breaches[] = {
    { "M1", AS_COLLECT, "2", NULL, PAYMENT(2, 2, "collect", "outside", 0, SLIP) },
    { "M1", AS_COLLECT, "2", NULL, PAYMENT(2, 1, "collect", "outside", -1, SLIP) },
    { "M1", AS_REFUND, "2", NULL, CHARGE(2, 1) PAYMENT(2, 1, "refund", "cash", 1, APPROVED(3)) DRAWER },
    { "M1", AS_REFUND, "2", NULL, PAYMENT(2, 1, "refund", "cash", 0, APPROVED(3)) DRAWER },
    { "M2", AS_COLLECT, "2", NULL, CHARGE(2, 2) DRAWER PAYMENT(2, 2, "collect", "cash", 33000, ", tendered, change", ", 40000, 6000") RECEIPT(2, 2026, 2) },
    { "M2", AS_COLLECT, "2", NULL, CHARGE(2, 2) DRAWER PAYMENT(2, 2, "collect", "cash", 33000, "", "") RECEIPT(2, 2026, 2) },
    { "M2", AS_COLLECT, "2", NULL, CHARGE(2, 2) DRAWER PAYMENT(2, 2, "collect", "cash", 33000, ", tendered, change", ", 32000, -1000") RECEIPT(2, 2026, 2) },
    { "M3", AS_COLLECT, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "outside", 33000, SLIP) "UPDATE payment SET op_key = '' WHERE id = 2" },
    { "M4", AS_COLLECT, "1-2026", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "card", 33000, "", "") RECEIPT(2, 2026, 3) },
    { "M4", AS_COLLECT, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "card", 33000, "", "") },
    { "M4", AS_COLLECT, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "card", 33000, "", "") RECEIPT(2, 2025, 1) },
    { "M4", AS_COLLECT, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "outside", 33000, SLIP) RECEIPT(2, 2026, 2) },
    { "M4", AS_COLLECT, "1-2026", "M4(1-2026) A9(receipt 1) ", CHARGE(2, 2) PAYMENT(2, 2, "collect", "card", 33000, "", "") RECEIPT(2, 2026, 2) "UPDATE receipt SET number = 0 WHERE payment = 1" },
    { "M4", AS_COLLECT, "2", NULL, COUNTER_2 CHARGE(2, 2) PAYMENT(2, 2, "collect", "card", 33000, "", "") "INSERT INTO receipt (counter, year, number, payment, lang, addressee)"
            " VALUES (2, 2026, 1, 2, 'ja', 'x')" },
    { "M5", RECORDED, "1", NULL, "UPDATE charge SET yen = 33001" },
    { "M5", RECORDED, "1", NULL, "UPDATE charge SET tax_yen = 33001" },
    { "M6", AS_COLLECT, "2", NULL, PAYMENT(2, 2, "collect", "outside", 1, SLIP) },
    { "M6", AS_REFUND, "1", "M6(1) M8(1) ", DRAWER PAYMENT(2, 1, "refund", "cash", -33001, APPROVED(3)) },
    { "M7", AS_VOID, "2", NULL, DRAWER PAYMENT(2, 1, "void", "cash", -33000, APPROVED(3)) },
    { "M7", AS_REFUND, "2", NULL, PAYMENT(2, 1, "refund", "card", -33000, APPROVED(3)) },
    { "M7", AS_REFUND, "2", "M6(2) M7(2) ", DRAWER PAYMENT(2, 2, "refund", "cash", -1, APPROVED(3)) },
    { "M7", AS_REFUND, "2", "M7(2) D2(payment 2) ", DRAWER PAYMENT(2, 1, "refund", "cash", -1, REFUND_OF(99)) },
    { "M7", AS_REFUNDS, "3", "M7(3) M8(2) ", DRAWER PAYMENT(2, 1, "refund", "cash", -2, APPROVED(3)) PAYMENT(3, 1, "refund", "cash", -1, REFUND_OF(2)) },
    { "M7", AS_REFUND, "2", NULL, COUNTER_2 DRAWER PAYMENT(2, 1, "refund", "cash", -1, APPROVED(3)) "UPDATE drawer_day SET counter = 2 WHERE id = 2; UPDATE payment SET counter = 2 WHERE id = 2" },
    { "M7", AS_REFUND, "2", "M7(2) A4(3) ", CHARGE(2, 1) PAYMENT(3, 1, "collect", "outside", 33000, SLIP) PAYMENT(2, 1, "refund", "outside", -1, REFUND_OF(3)) },
    { "M7", AS_VOIDED, "3", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "card", 33000, "", "") RECEIPT(2, 2026, 2)
            PAYMENT(3, 2, "void", "card", -32999, REFUND_OF(2)) },
    { "M8", AS_TWO, "1", NULL, DRAWER CHARGE(2, 1) PAYMENT(2, 1, "collect", "outside", 33000, SLIP) PAYMENT(3, 1, "refund", "cash", -33001, APPROVED(3)) },
    { "M9", AS_REFUND, "2", NULL, DRAWER PAYMENT(2, 1, "refund", "cash", -1, APPROVED(2)) },
    { "M9", AS_REFUND, "2", NULL, DRAWER PAYMENT(2, 1, "refund", "cash", -1, APPROVED(NULL)) },
    { "M9", AS_REFUND, "2", NULL, DRAWER PAYMENT(2, 1, "refund", "cash", -1, APPROVED(4)) },
    { "M10", RECORDED, "1", NULL, "UPDATE closing SET expected_cash = 82000, difference = 1000, reason = 'x'" },
    { "M10", RECORDED, "1", NULL, "UPDATE closing SET float_yen = 40000" },
    { "M10", RECORDED, "1", "M10(1) M15(drawer_day 1) ", "UPDATE drawer_day SET float_yen = 40000" },
    { "M11", RECORDED, "1", NULL, "UPDATE closing SET counted_cash = 82000, difference = -1000, reason = 'x'" },
    { "M11", RECORDED, "1", NULL, "UPDATE cash_count SET day = '2026-11-23' WHERE id = 1" },
    { "M11", RECORDED, "1", NULL, "UPDATE closing SET difference = 1000, reason = 'x'" },
    { "M11", RECORDED, "1", "M10(1) M11(1) ", "UPDATE closing SET expected_cash = 82000, difference = 1000" },
    { "M11", RECORDED, "1", NULL, "UPDATE closing SET cash_count = NULL, counted_cash = 82000, difference = -1000, reason = 'x'" },
    { "M11", RECORDED, "1", NULL, "UPDATE cash_count SET drawer = 2 WHERE id = 1" },
    { "M12", RECORDED, "2", NULL, COUNT("2026-11-25") "INSERT INTO denomination VALUES (2, 3000, 1)" },
    { "M12", RECORDED, "2", NULL, COUNT("2026-11-25") "INSERT INTO denomination VALUES (2, 1000, -1)" },
    { "M13", RECORDED, "1", NULL, "UPDATE closing SET card_total = 33000" },
    { "M13", RECORDED, "1", NULL, "UPDATE closing SET cash_total = 0" },
    { "M13", RECORDED, "1", NULL, "UPDATE closing SET transfer_total = 1" },
    { "M13", RECORDED, "1", NULL, "UPDATE closing SET other_total = 1" },
    { "M13", RECORDED, "1", NULL, "UPDATE closing SET outside_total = 33000" },
    { "M14", AS_COLLECT, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "outside", 33000, SLIP) "UPDATE payment SET paid_on = '2026-11-26' WHERE id = 2" },
    { "M14", AS_COLLECT, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "cash", 33000, ", tendered, change", ", 40000, 7000") RECEIPT(2, 2026, 2) },
    { "M14", AS_COLLECT, "2", NULL, CHARGE(2, 2) DRAWER PAYMENT(2, 2, "collect", "cash", 33000, ", tendered, change", ", 40000, 7000") RECEIPT(2, 2026, 2) "UPDATE drawer_day SET drawer = 2 WHERE id = 2" },
    { "M15", RECORDED, "cash_count 2", NULL, COUNT("2026-11-24") },
    { "M15", RECORDED, "cash_move 1", "M10(1) M15(cash_move 1) ", "INSERT INTO cash_move (counter, drawer, day, yen, reason, at, by) VALUES (1, 1, '2026-11-24', 1, 'x', 1795482001, 2)" },
    { "M15", RECORDED, "drawer_day 1", NULL, "UPDATE drawer_day SET opened_at = 1795482001" },
    { "M15", RECORDED, "2026-11-20", NULL, "INSERT INTO drawer_day (counter, day, float_yen, opened_at, opened_by) VALUES (1, '2026-11-20', 1, 1, 2)" },
    { "M15", AS_COLLECT, "payment 2", "M13(1) M15(payment 2) M16(1) M17(1) ", CHARGE(2, 2) PAYMENT(2, 2, "collect", "outside", 33000, SLIP)
            "UPDATE payment SET paid_on = '2026-11-24', business_day = '2026-11-24' WHERE id = 2" },
    { "M16", RECORDED, "1", NULL, "UPDATE closing SET seq = 2" },
    { "M16", RECORDED, "2", "M16(2) A3(2) ", CLOSING(2, "2026-11-23") },
    { "M16", RECORDED, "1", "M16(1) M17(1) ", "UPDATE closing SET perpetual_before = 5, perpetual_after = 33005" },
    { "M17", AS_COLLECT, "1", "M15(2026-11-20) M17(1) ", CHARGE(2, 2) PAYMENT(2, 2, "collect", "outside", 33000, SLIP)
            "UPDATE payment SET paid_on = '2026-11-20', business_day = '2026-11-20' WHERE id = 2" },
    { "M18", RECORDED, "1", NULL, "UPDATE closing_confirm SET by = 2" },
    { "M18", RECORDED, "1", NULL, "UPDATE closing_confirm SET at = 1" },
    { "M18", RECORDED, "1", NULL, "UPDATE closing SET card_counted = 10000; UPDATE closing_confirm SET by = 4" },
    { "M20", RECORDED, "3", NULL, CHARGE(2, 2) REVERSAL(3, 2, -32000) },
    { "M20", RECORDED, "3", NULL, CHARGE(2, 2) REVERSAL(3, 2, -33000) "UPDATE charge SET void_of = NULL WHERE id = 3" },
    { "M20", RECORDED, "3", NULL, CHARGE(2, 2) CHARGE(4, 1) REVERSAL(3, 2, -33000) "UPDATE charge SET request = 1 WHERE id = 3" },
    { "S1", RECORDED, "1", "S1(1) S2(2) ", APPOINTMENT(2, 2, 1, NULL, "2026-11-24", 630, 60, "booked") },
    { "S1", RECORDED, "1", "S1(1) S2(2) ", APPOINTMENT(2, 2, 2, 1, "2026-11-24", 655, 30, "booked") },
    { "S1", RECORDED, "1", "S1(1) S2(2) ", APPOINTMENT(2, 2, 1, NULL, "2026-11-24", 630, 60, "held") OFFERED },
    { "S2", RECORDED, "1", NULL, "DELETE FROM slot WHERE unit = 125" },
    { "S2", RECORDED, "1", NULL, "DELETE FROM room_slot WHERE unit = 125" },
    { "S2", RECORDED, "2", NULL, APPOINTMENT(2, 2, 1, NULL, "2026-11-24", 630, 60, "held") "UPDATE appointment SET held_until = 1 WHERE id = 2" }, /* no longer S1 */
    { "S2", RECORDED, "2", NULL, APPOINTMENT(2, 2, 2, NULL, "2026-11-30", 600, 60, "held") OFFERED },
    { "S3", RECORDED, "2026-11-30 1", NULL, "INSERT INTO slot VALUES (1, '2026-11-30', 120, 1)" },
    { "S3", RECORDED, "2026-11-24 9", "S3(2026-11-24 9) D2(room_slot ) ", "INSERT INTO room_slot VALUES (1, '2026-11-24', 200, 9)" },
    { "S3", RECORDED, "2026-11-30 2", NULL, APPOINTMENT(2, 2, 2, NULL, "2026-11-30", 600, 5, "cancelled") SLOTS(2, 2, "2026-11-30", 600, 5) },
    { "S3", RECORDED, "2026-11-30 2", NULL, APPOINTMENT(2, 2, 2, 1, "2026-11-30", 600, 5, "cancelled") "INSERT INTO room_slot VALUES (1, '2026-11-30', 120, 2)" },
    { "S3", RECORDED, "2026-11-24 1", NULL, "INSERT INTO slot VALUES (2, '2026-11-24', 125, 1)" },
    { "S3", RECORDED, "2026-11-24 1", NULL, "INSERT INTO room (id, name_ja, name_en) VALUES (2, 'x', 'x'); INSERT INTO room_slot VALUES (2, '2026-11-24', 125, 1)" },
    { "S4", RECORDED, "2", NULL, "UPDATE override SET request = 1;" APPOINTMENT(2, 2, 1, NULL, "2026-11-28", 600, 60, "booked") SLOTS(2, 1, "2026-11-28", 600, 60) },
    { "S5", RECORDED, "2", NULL, "UPDATE override SET request = 1;" APPOINTMENT(2, 2, 1, NULL, "2026-11-30", 600, 90, "booked") SLOTS(2, 1, "2026-11-30", 600, 90) },
    { "S5", RECORDED, "2", "S2(2) S3(2026-11-30 2) S5(2) ", "UPDATE override SET request = 1;" APPOINTMENT(2, 2, 1, NULL, "2026-11-30", 602, 60, "booked") SLOTS(2, 1, "2026-11-30", 602, 60) },
    { "S5", RECORDED, "2", NULL, "UPDATE override SET request = 1;" APPOINTMENT(2, 2, 1, NULL, "2026-11-30", 600, 57, "booked") SLOTS(2, 1, "2026-11-30", 600, 57) },
    { "S5", RECORDED, "2", NULL, "UPDATE override SET request = 1;" APPOINTMENT(2, 2, 1, NULL, "2026-11-30", 600, 0, "booked") },
    { "S6", RECORDED, "1", NULL, "UPDATE visit SET request = 2" },
    { "S6", RECORDED, "2", "S6(2) D2(appointment 2) ", APPOINTMENT(2, 2, 9, NULL, "2026-11-30", 600, 60, "cancelled") },
    { "S6", RECORDED, "2", "S6(2) D2(appointment 2) ", APPOINTMENT(2, 2, 1, 9, "2026-11-30", 600, 60, "cancelled") },
    { "S7", RECORDED, "1", "S7(1) D5(schema) ", "DROP INDEX appointment_one_booked;" APPOINTMENT(2, 1, 2, NULL, "2026-11-30", 600, 60, "booked")
            SLOTS(2, 2, "2026-11-30", 600, 60) },
    { "S8", RECORDED, "1", NULL, "UPDATE override_answer SET by = 2" },
    { "S8", RECORDED, "1", NULL, "UPDATE override SET rule = 'doctor_not_told'; UPDATE override_answer SET by = 1" },
    { "S8", RECORDED, "1", NULL, "DELETE FROM override_answer WHERE override = 1; UPDATE override SET day = '2026-11-20'" },
    { "C1", RECORDED, "1", NULL, FAMILY PROVED },
    { "C2", RECORDED, "1", NULL, FAMILY AGREED },
    { "C3", RECORDED, "1", NULL, "UPDATE attendee SET kind = 'nonfamily', relation = 'friend'; UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 1" },
    { "C3", RECORDED, "1", NULL, "UPDATE attendee SET kind = 'guardian', relation = 'parent'; UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 1" },
    { "C4", RECORDED, "1", NULL, "UPDATE material SET received_on = '2026-11-25'" },
    { "C4", RECORDED, "1", NULL, "UPDATE material_move SET pieces = 2" },
    { "C4", RECORDED, "1", NULL, "INSERT INTO material_move (material, origin, place, pieces, day, at, by) VALUES (1, 'desk', 'visitor', 1, '2026-11-24', 1795482000, 2)" },
    { "C4", RECORDED, "1", NULL, "UPDATE material_move SET id = 2 WHERE id = 1; INSERT INTO material_move (id, material, origin, place, pieces, day, at, by)"
            " VALUES (1, 1, 'desk', 'department', 2, '2026-11-24', 1795482000, 2)" },
    { "C4", RECORDED, "1", NULL, "UPDATE material_move SET origin = 'specialist'" }, /* it never was there */
    { "C4", RECORDED, "1", NULL, "UPDATE material SET undone_at = 1795482000, undone_by = 2, undone_why = 'x'" }, /* and it is away */
    { "C5", RECORDED, "1", NULL, "DELETE FROM material_move WHERE id = 1; UPDATE request SET ended = 'closed', next_action = 'return' WHERE id = 1" },
    { "C6", RECORDED, "1", NULL, "UPDATE request SET patient_agrees = 'no' WHERE id = 1" },
    { "A1", BEHIND, "16", NULL, "DELETE FROM audit_body WHERE seq = 15; DELETE FROM audit WHERE seq = 15" },
    { "A1", BEHIND, "4", "A1(4) A9(person 1, person 2, attendee 1, specialist 1, specialist 2, room 1) ", "DELETE FROM audit_body WHERE seq = 3; DELETE FROM audit WHERE seq = 3" },
    { "A1", UNSAID, "18", NULL, LINK(18, "at", 2) },
    { "A1", UNSAID, "16", NULL, "UPDATE audit SET prev = 'x' WHERE seq = 16; UPDATE audit SET hash = lower(hex(sha3(json_array(seq, at, staff, verb,"
            " object, id, body_hash, prev), 256))) WHERE seq = 16" },
    { "A2", BEHIND, "5", NULL, "UPDATE audit SET staff = 3 WHERE seq = 5" },
    { "A2", BEHIND, "7", "A2(7) A9(payment 1) ", "UPDATE audit_body SET body = replace(body, '33000', '23000') WHERE seq = 7" },
    { "A2", BEHIND, "7", NULL, "UPDATE audit_body SET body = NULL WHERE seq = 7" },
    { "A2", BEHIND, "15", NULL, "DELETE FROM audit_body WHERE seq = 15" },
    { "A3", RECORDED, "1", NULL, "UPDATE closing SET audit_hash = 'x'" },
    { "A3", RECORDED, "1", NULL, "UPDATE closing SET audit_seq = 2, audit_hash = (SELECT hash FROM audit WHERE seq = 2)" },
    { "A4", RECORDED, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "outside", 33000, SLIP) },
    { "A4", AS_COLLECT, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "outside", 33000, SLIP) "UPDATE payment SET by = 3 WHERE id = 2" },
    { "A4", AS_REFUND, "2", NULL, CHARGE(2, 2) PAYMENT(2, 2, "collect", "outside", 33000, SLIP) },
    { "A5", BEHIND, "step 1", NULL, "DELETE FROM step" },
    { "A5", BEHIND, "payment 1, receipt 1", "M10(1) M13(1) M16(1) A5(payment 1, receipt 1) ", "DELETE FROM receipt; DELETE FROM payment" },
    { "A6", UNSAID, "17", "A6(17) D2(audit 17) ", LINK(17, "at", 77) },
    { "A7", BEHIND, "2", "A7(2) A9(credential 2) ", "UPDATE credential SET hash = 'plain' WHERE staff = 2" },
    { "A7", BEHIND, "1", NULL, "INSERT INTO staff_role VALUES (1, 'clerk')" },
    { "A7", BEHIND, "1", "A5(credential 2) A7(1) A9(credential 1) ", "UPDATE credential SET staff = 1 WHERE staff = 2" },
    { "A8", UNSAID, "17", NULL, LINK(17, "at - 1", 2) },
    { "A9", BEHIND, "payment 1", NULL, "UPDATE payment SET payer_name = 'x' WHERE id = 1" },
    { "A9", BEHIND, "receipt 1", NULL, "UPDATE receipt SET addressee = 'x'" },
    { "A9", BEHIND, "cash_count 1", "M11(1) A9(cash_count 1) ", "UPDATE denomination SET pieces = 80 WHERE yen = 10000" },
    { "A9", BEHIND, "staff 2", NULL, "INSERT INTO staff_role VALUES (2, 'supervisor')" },
    { "A9", BEHIND, "staff 2", NULL, "UPDATE staff SET lang = 'en' WHERE id = 2" },
    { "A9", BEHIND, "credential 2", NULL, "UPDATE credential SET hash = replace(hash, 'aGFzaA', 'aGFzaB') WHERE staff = 2" },
    { "A9", BEHIND, "credential 3", NULL, "UPDATE credential SET second_kind = 'totp', second_secret = x'01' WHERE staff = 3" },
    { "A9", BEHIND, "credential 4", NULL, "UPDATE credential SET must_change = 1 WHERE staff = 4" },
    { "A9", BEHIND, "appointment 1", "S2(1) S3(2026-11-24 1, 2026-11-24 1, 2026-11-24 1, 2026-11-24 1, 2026-11-24 1, 2026-11-24 1, 2026-11-24 1, 2026-11-24 1, 2026-11-24 1, 2026-11-24 1 ...) S4(1) A9(appointment 1) ", "UPDATE appointment SET day = '9999-99-99' WHERE id = 1" },
    { "A9", BEHIND, "holiday 1", NULL, "INSERT INTO holiday VALUES (1, '2026-12-01', 'x', 'y')" },
    { "A9", BEHIND, "step 2", NULL, "INSERT INTO step (request, step, kind, day, at, by) VALUES (1, 'close', 'done', '2026-11-24', 1, 2)" },
    { "T1", RECORDED, "staff 2", NULL, "UPDATE staff SET name = 'a' || char(27) WHERE id = 2" },
    { "T1", RECORDED, "attendee 1", NULL, "UPDATE attendee SET name = name || char(0x202E)" },
    { "T1", RECORDED, "person 1", NULL, "UPDATE person SET name = name || char(0x200B) WHERE id = 1" },
    { "T1", RECORDED, "person 1", NULL, "UPDATE person SET romaji = 'a' || char(7) WHERE id = 1" },
    { "T1", RECORDED, "receipt 1", "A9(receipt 1) T1(receipt 1) ", "UPDATE receipt SET addressee = 'a' || char(0x2028)" },
    { "T1", RECORDED, "specialist 1", NULL, "UPDATE specialist SET name = 'a' || char(0x202E) WHERE id = 1" },
    { "T1", RECORDED, "staff 2", NULL, "UPDATE staff SET name = 'a' || char(0) || 'b' WHERE id = 2" },
    { "T1", RECORDED, "staff 2", NULL, "UPDATE staff SET name = 'a' || char(0x85) WHERE id = 2" },
    { "T1", RECORDED, "staff 2", NULL, "UPDATE staff SET name = 'a' || char(0x2067) WHERE id = 2" },
    { "T1", RECORDED, "person 1", "T1(person 1) K1(person 1) ", "UPDATE person SET kana = kana || char(0x200F) WHERE id = 1" },
    { "T1", RECORDED, "attendee 1", NULL, "UPDATE attendee SET kana = 'a' || char(7)" },
    { "T1", RECORDED, "institution 1", "T1(institution 1) K1(institution 1) ", "INSERT INTO institution (id, name, search) VALUES (1, 'a' || char(7), 'a')" },
    { "T1", RECORDED, "doctor 1", "T1(doctor 1) K1(doctor 1) ", "INSERT INTO institution (id, name, search) VALUES (1, 'a', 'a'); INSERT INTO doctor (id, institution, name, search)"
            " VALUES (1, 1, 'a' || char(7), 'a')" },
    { "D2", RECORDED, "attendee 1", NULL, "UPDATE attendee SET request = 99" },
    { "D5", BEHIND, "schema", NULL, "DROP INDEX payment_by_day" },
    { "D5", BEHIND, "schema", NULL, "CREATE TRIGGER payment_quiet AFTER INSERT ON step BEGIN SELECT 1; END" },
    { "P1", BEHIND, "1", NULL, "UPDATE policy_version SET text = text || '#'" },
    { "K1", RECORDED, "person 2", NULL, "UPDATE person SET search_kana = 'x' WHERE id = 2" },
    { "K1", RECORDED, "person 2", NULL, "UPDATE person SET search_name = 'x' WHERE id = 2" },
    { "K1", RECORDED, "person 2", NULL, "UPDATE person SET search_phone = '1' WHERE id = 2" },
    { "K1", RECORDED, "institution 1", NULL, "INSERT INTO institution (id, name, search) VALUES (1, '病院', 'x')" },
    { "K1", RECORDED, "doctor 1", NULL, "INSERT INTO institution (id, name, search) VALUES (1, '病院', '病院');"
            "INSERT INTO doctor (id, institution, name, search) VALUES (1, 1, '髙﨑', 'x')" },
    { "K2", RECORDED, "1", NULL, "UPDATE request SET next_action = 'review' WHERE id = 1" },
};

/* Rules that the schema guards so tightly that another rule always speaks with them: time owned twice is time that
 * one does not own (S2), a second booking needs the index away (D5), an unknown person is a reference that leads
 * nowhere (D2), and a total that is wrong is a day that is wrong (M15, M16). */
static const char *const never_alone[] = { "S1", "S7", "A6", "M17" };

static void plant(struct place *p, const struct breach *b)
{
    static const char *const verbs[] = { "edit", "collect", "void", "refund", "collect", "refund", "collect" };
    static const char *const third[] = { [AS_TWO] = "refund", [AS_REFUNDS] = "refund", [AS_VOIDED] = "void" };
    bool payment = b->how != RECORDED;
    struct tx tx;

    if (b->how == BEHIND) {
        tamper(p, b->sql);
        return;
    }
    const char *back = triggers_away(p);
    place_open(p);
    assert_true(db_exec(p->db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", &p->e));
    if (b->how == UNSAID) {
        assert_true(tx_begin(p->db, &tx, NULL, &p->e) && db_exec(p->db, b->sql, &p->e) && tx_end(&tx, true, &p->e));
    } else {
        act(p, b->sql, verbs[b->how], payment ? "payment" : "request", payment ? 2 : 1, 2);
        if (b->how < COUNT_OF(third) && third[b->how])
            act(p, "SELECT 1", third[b->how], "payment", 3, 2);
    }
    place_close(p);
    triggers_back(p, back);
}

/* What the table's own CHECK refuses is seen by SQLite's look at the file as well. */
static const char *without_own_checks(struct place *p, const char *found)
{
    const char *at = strstr(found, "D1(CHECK constraint failed in ");

    if (!at)
        return found;
    const char *end = strchr(at, ')') + 2;
    return arena_printf(&p->a, "%.*s%s", (int)(at - found), found, end);
}

static void each_rule_names_the_breach_that_was_planted(void **state)
{
    struct place *p = *state;
    size_t wrong = 0;

    fill_all(p);
    place_keep(p);
    for (size_t i = 0; i < COUNT_OF(breaches); i++) {
        const struct breach *b = &breaches[i];
        place_again(p);
        plant(p, b);
        place_open(p);
        const char *found = without_own_checks(p, findings(p));
        place_close(p);
        const char *want = arena_printf(&p->a, "%s(%s) ", b->rule, b->which);
        if (str_eq(found, b->also ? b->also : want) && strstr(found, want))
            continue;
        print_message("# %s was to name %s%s%s, found: %s\n#     %s\n", b->rule, b->which, b->also ? " with " : "",
            b->also ? b->also : "", found, b->sql);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static bool strings_has(const char *const *all, size_t n, const char *one)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(all[i], one))
            return true;
    return false;
}

/* The table of rules in the program is walked, not a list here: a rule that is added without its breach fails. */
static void every_rule_has_a_breach_that_it_alone_names(void **state)
{
    (void)state;
    for (size_t r = 0; r < verify_count(); r++) {
        bool planted = str_eq(verify_id(r), "D1"); /* has a test of its own */
        for (size_t i = 0; i < COUNT_OF(breaches); i++)
            planted |= str_eq(breaches[i].rule, verify_id(r))
                && (!breaches[i].also || strings_has(never_alone, COUNT_OF(never_alone), verify_id(r)));
        if (!planted)
            fail_msg("%s has none", verify_id(r));
        assert_non_null(strstr(verify_sentence(r), "%s"));
    }
}

/* What the counter is promised: no rule of reliability.md 3 can leave the program unnoticed. */
static void the_rules_are_those_that_are_promised(void **state)
{
    static const char *const promised[] = { "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11", "M12",
        "M13", "M14", "M15", "M16", "M17", "M18", "M20", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "C1", "C2", "C3",
        "C4", "C5", "C6", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "T1", "D1", "D2", "D5" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(promised); i++) {
        bool there = false;
        for (size_t r = 0; r < verify_count(); r++)
            there |= str_eq(verify_id(r), promised[i]);
        if (!there)
            fail_msg("%s is not looked at", promised[i]);
    }
}

/* One row for every table of the record that the clean day has none of. */
static void fill_rest(struct place *p)
{
    act(p,
        "INSERT INTO inquiry (id, counter, at, day, by, via, who, matter, next, op_key) VALUES (1, 1, 1795482000,"
        " '2026-11-24', 2, 'phone', 'patient', 'how', 'none', 'i1');"
        "INSERT INTO call (id, counter, request, what, created_at, created_by) VALUES (1, 1, 2, 'papers', 1795482000, 2);"
        "INSERT INTO note (id, counter, text, at, by) VALUES (1, 1, 'x', 1795482000, 2);"
        "INSERT INTO session (id, specialist, weekday, start_min, end_min, from_day) VALUES (1, 1, 2, 600, 660, '2026-11-01');"
        "INSERT INTO session_exception (id, specialist, day, kind) VALUES (1, 1, '2026-12-01', 'away');"
        "INSERT INTO institution (id, name, search) VALUES (1, 'x', 'x');"
        "INSERT INTO doctor (id, institution, name, search) VALUES (1, 1, 'x', 'x');"
        "INSERT INTO print VALUES (1, 'slip', 'request', 1, 1, 'ja', 1795482000, 2, NULL, '', '');"
        "INSERT INTO change VALUES (1, 'person', 1, 'phone', 'x', 'y', 1795482000, 2);"
        "INSERT INTO holiday VALUES (1, '2026-11-23', 'x', 'y');"
        "INSERT INTO closure VALUES (1, '2026-12-28', 'x', 'y', 2, 1795482000);"
        "INSERT INTO request_fact VALUES (1, 1, 'outside', 'no', 1795482000, 2);"
        "INSERT INTO paper (id, request, doc, state, at, by) VALUES (1, 1, 'referral', 'received', 1795482000, 2);"
        "INSERT INTO review (id, request, round, department, sent_on, sent_by) VALUES (1, 1, 1, 'any', '2026-11-12', 2);"
        "INSERT INTO report (id, request, whom, sent_on, via, at, by) VALUES (1, 1, 'referrer', '2026-11-24', 'post', 1795482000, 2);"
        "INSERT INTO unpaid (id, request, reason, day, at, by) VALUES (1, 1, 'x', '2026-11-24', 1795482000, 2);"
        "INSERT INTO consent (id, request) VALUES (1, 1);"
        "INSERT INTO proof (id, request, of, kind, at, by) VALUES (1, 1, 'identity', 'passport', 1795482000, 2);"
        "INSERT INTO drawer_day (id, counter, day, float_yen, opened_at, opened_by) VALUES (2, 1, '2026-11-25', 1, 1795482001, 2);"
        "INSERT INTO cash_move (id, counter, drawer, day, yen, reason, at, by) VALUES (1, 1, 1, '2026-11-25', 5, 'x', 1795482001, 2);",
        "edit", "request", 1, 2);
}

/* A column changed past the program in one row: does A9 say so? What was changed is taken back. */
static bool named_when_changed(struct place *p, const char *table, const char *column)
{
    static const char CHANGE[]
        = "UPDATE %s SET %s = CASE typeof(%s) WHEN 'integer' THEN %s + 1 WHEN 'text' THEN %s || 'x' ELSE"
          " (SELECT CASE type WHEN 'TEXT' THEN 'x' ELSE 77 END FROM pragma_table_info('%s') WHERE name = '%s')"
          " END WHERE %s";
    struct verify_state v = { .db = p->db, .a = &p->a };
    const char *one = str_eq(table, "receipt")
        ? "payment = 1"
        : arena_printf(&p->a, "rowid = (SELECT max(m.rowid) FROM %s m)", table);
    const char *sql = arena_printf(&p->a, CHANGE, table, column, column, column, column, table, column, one);

    buf_init(&v.which, 4096);
    if (!db_exec(p->db, "SAVEPOINT one", &p->e) || !db_exec(p->db, sql, &p->e) || !verify_images_load(&v, &p->e)
        || !verify_a9(&v, &p->e))
        fail_msg("%s: %s %s", sql, p->e.msg.id, p->e.msg.arg[0]);
    bool named = v.n > 0 && strstr(v.which.p, table);
    if (!db_exec(p->db, "ROLLBACK TO one; RELEASE one", &p->e))
        fail_msg("%s.%s: %s", table, column, sqlite3_errmsg(p->db->raw));
    buf_fini(&v.which);
    return named;
}

static void a_change_of_any_column_of_the_record_is_named(void **state)
{
    struct place *p = *state;
    size_t looked_at = 0;

    fill_all(p);
    fill_rest(p);
    assert_string_equal(findings(p), "");
    place_close(p);
    triggers_away(p);
    place_open(p);
    assert_true(db_exec(p->db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", &p->e));
    for (size_t i = 0; i < COUNT_OF(audit_images); i++) {
        const char *at = audit_images[i].one, *table = audit_images[i].table;
        for (at = strstr(at, "json_object('id'"); (at = strchr(at, '\'')); at++) { /* 'name', name, 'name', name */
            const char *end = strchr(++at, '\'');
            const char *column = arena_printf(&p->a, "%.*s", (int)(end - at), at);
            at = end;
            if ((str_eq(column, "pieces") && str_eq(table, "cash_count")) || str_eq(column, "roles"))
                break; /* of a table of its own: the breaches above change them */
            if (str_eq(column, "id") && !strstr(audit_images[i].one, "'id', id"))
                continue; /* the row's number by another name */
            bool mark = str_eq(column, "mark"); /* the last of a credential, made of its digest */
            if (!named_when_changed(p, table, mark ? "hash" : column))
                fail_msg("%s.%s", table, column);
            looked_at++;
            at = mark ? end + strlen(end) - 1 : at;
        }
    }
    assert_true(looked_at > 300);
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

static bool stop_at_three(void *arg, size_t done, size_t all)
{
    *(size_t *)arg = all;
    return done < 3;
}

static bool rules_run(void *arg, size_t done, size_t all)
{
    (void)done;
    (void)all;
    *(bool *)arg = true;
    return true;
}

/* While the rules run nobody may read consents. */
static int no_consents(void *arg, int what, const char *table, const char *column, const char *base, const char *trigger)
{
    (void)column;
    (void)base;
    (void)trigger;
    return *(bool *)arg && what == SQLITE_READ && str_eq(table, "consent") ? SQLITE_DENY : SQLITE_OK;
}

/* A rule that cannot look has not found everything in order. */
static void a_rule_that_cannot_run_says_so(void **state)
{
    struct place *p = *state;
    struct verify_report r;
    bool denied = false, said = false;

    fill_all(p);
    sqlite3_set_authorizer(p->db->raw, no_consents, &denied);
    assert_true(verify_run(p->db, &(struct verify_options){ .now = clock_wall(&p->clock), .progress = rules_run, .arg = &denied },
        &p->a, &r, &p->e));
    sqlite3_set_authorizer(p->db->raw, NULL, NULL);
    assert_int_equal(r.n_rules, verify_count());
    for (size_t i = 0; i < r.n; i++)
        said |= strstr(r.item[i].which, "access to consent") != NULL;
    assert_true(said);
}

/* A table that was dropped is no reason to look no further. */
static void a_table_or_column_that_is_gone_is_named(void **state)
{
    static const char *const gone[] = { "DROP TABLE note", "DROP TABLE setting", "DROP TABLE audit_body", "DROP TABLE request",
        "ALTER TABLE call DROP COLUMN note" };
    struct place *p = *state;

    fill_all(p);
    place_keep(p);
    for (size_t i = 0; i < COUNT_OF(gone); i++) {
        place_again(p);
        sqlite3 *raw = bare_open(p);
        bare(raw, "PRAGMA foreign_keys = OFF");
        bare(raw, gone[i]);
        sqlite3_close(raw);
        place_open(p);
        if (!strstr(findings(p), "D5(schema)"))
            fail_msg("%s", gone[i]);
        place_close(p);
    }
    place_open(p);
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
        cmocka_unit_test(every_rule_has_a_breach_that_it_alone_names),
        cmocka_unit_test(the_rules_are_those_that_are_promised),
        WITH(a_change_of_any_column_of_the_record_is_named),
        WITH(a_page_that_was_overwritten_is_named),
        WITH(the_quick_look_refuses_changed_tables_and_a_changed_last_link),
        WITH(a_rule_that_cannot_run_says_so),
        WITH(a_table_or_column_that_is_gone_is_named),
        WITH(a_long_look_can_be_stopped),
    };
    return cmocka_run_group_tests_name("verify", tests, NULL, NULL);
}
