/* SPDX-License-Identifier: GPL-3.0-or-later */
/* False alarms: what a counter may do is named by no rule, and what lies just beside it is. A verify that cries
 * wolf is soon not read. */
#include "tests/unit/store/fixture.h"

#include "store/policy_store.h"
#include "store/verify.h"

#define FRIEND                                                                                                 \
    "UPDATE attendee SET kind = 'nonfamily', relation = 'friend';"                                             \
    "UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 1;"
#define PAPER(doc, state)                                                                                      \
    "INSERT INTO paper (request, doc, state, at, by) VALUES (1, '" doc "', '" state "', 1795482000, 2);"
#define OVERRIDE(rule, day)                                                                                    \
    "INSERT INTO override (id, request, rule, reason, at, day, by) VALUES (2, 1, '" rule "', 'x', 1795482000, '" day "', 2);"
#define ANSWER(approved) "INSERT INTO override_answer VALUES (2, " #approved ", 1795482000, 3);"
/* A Saturday, of request 2. */
#define SATURDAY                                                                                               \
    "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, state, at, by, op_key)"        \
    " VALUES (2, 2, 1, '2026-11-28', 600, 60, 'booked', 1795482000, 2, 'ap2');"
#define OFFER(specialist, day, kind, from, to)                                                                 \
    "INSERT INTO session_exception (specialist, day, kind, start_min, end_min) VALUES (" #specialist ", '" day \
    "', '" kind "', " #from ", " #to ");"

/* Of request 2: its spouse is to come on Friday 27 November, or comes, as the state says. */
#define SPOUSE                                                                                                 \
    "INSERT INTO attendee (id, request, kind, name, relation) VALUES (2, 2, 'family', '𠮷田 二郎', 'spouse');"  \
    "UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 2;"
#define SPOUSE_AGREED                                                                                          \
    "INSERT INTO consent (request, issued_on, received_on, signer, signed_on, verified_at, verified_by) VALUES (2,"    \
    " '2026-11-10', '2026-11-11', 'patient', '2026-11-11', 1795482000, 2);"
#define BOOKED(day, state)                                                                                     \
    "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, state, held_until, at, by, op_key)"    \
    " VALUES (2, 2, 1, '" day "', 600, 60, '" state "', 1795568400, 1795482000, 2, 'ap2');"
#define OVERRIDE_2(rule)                                                                                       \
    "INSERT INTO override (id, request, rule, reason, at, day, by) VALUES (2, 2, '" rule "', 'x', 1795482000, '2026-11-24', 2);"

#define TALK(id, request, day, start, state)                                                                   \
    "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, state, at, by, op_key)"        \
    " VALUES (" #id ", " #request ", 1, '" day "', " #start ", 60, '" state "', 1795482000, 2, 'ap" #id "');"
/* A second piece of request 1, which is still at the desk; taken in by mistake; and the request is closed. */
#define PIECE                                                                                                  \
    "INSERT INTO material (id, request, kind, pieces, label, destination, received_on, at, by)"                \
    " VALUES (2, 1, 'disc', 1, '26-0415-2', 'visitor', '2026-11-10', 1795482000, 2);"
#define MISTAKE "UPDATE material SET undone_at = 1795482000, undone_by = 2, undone_why = 'x' WHERE id = 2;"
#define CLOSED "UPDATE request SET ended = 'closed', ended_on = '2026-11-24' WHERE id = 1;"
#define UNWILLING "UPDATE request SET patient_agrees = 'no' WHERE id = 1;"

/* One change of the clean day of fill_day, as the program writes it, and all that verify says of it. */
static const struct change {
    const char *what, *sql, *says;
} changes[] = {
    { "consent that is missing", FAMILY PROVED, "C1(1) " },
    { "consent that is promised", FAMILY PROVED PAPER("consent", "promised"), "" },
    { "proofs that are missing", FAMILY AGREED, "C2(1) " },
    { "proofs that are promised", FAMILY AGREED PAPER("identity", "promised") PAPER("relationship", "promised"), "" },
    { "a friend who comes", FRIEND, "C3(1) " },
    { "a friend whom a supervisor let come", FRIEND OVERRIDE("nobody_else", "2026-11-20") ANSWER(1), "" },
    { "a friend, to be answered today", FRIEND OVERRIDE("nobody_else", "2026-11-24"), "" },
    { "a friend whom a supervisor did not let come", FRIEND OVERRIDE("nobody_else", "2026-11-24") ANSWER(0), "C3(1) " },
    { "a Saturday", SATURDAY, "S4(2) " },
    { "a Saturday that the specialist offers", SATURDAY OFFER(1, "2026-11-28", "extra", NULL, NULL), "" },
    { "an hour of it, this one", SATURDAY OFFER(1, "2026-11-28", "extra", 600, 660), "" },
    { "an hour of it that ends before", SATURDAY OFFER(1, "2026-11-28", "extra", 600, 655), "S4(2) " },
    { "an hour of it that begins later", SATURDAY OFFER(1, "2026-11-28", "extra", 605, 720), "S4(2) " },
    { "another specialist's Saturday", SATURDAY OFFER(2, "2026-11-28", "extra", NULL, NULL), "S4(2) " },
    { "another Saturday", SATURDAY OFFER(1, "2026-12-05", "extra", NULL, NULL), "S4(2) " },
    { "a Saturday away", SATURDAY OFFER(1, "2026-11-28", "away", NULL, NULL), "S4(2) " },
    { "a Saturday on which a supervisor let them come", SATURDAY OVERRIDE_2("closed_day") ANSWER(1), "" },
    { "a Saturday that was cancelled", BOOKED("2026-11-28", "cancelled"), "" },
    { "a Saturday that is over", BOOKED("2026-11-21", "done"), "" },
    { "a day on which the hospital is closed", BOOKED("2026-11-27", "booked")
            "INSERT INTO closure VALUES (1, '2026-11-27', '点検', 'Check', 2, 1795482000);", "S4(2) " },
    { "a day that the official list calls a holiday", BOOKED("2026-11-27", "booked")
            "INSERT INTO holiday VALUES (1, '2026-11-27', '臨時の祝日', 'x');", "S4(2) " },
    { "consent that is missing after the talk", FAMILY PROVED "UPDATE appointment SET state = 'done' WHERE id = 1;", "C1(1) " },
    { "proofs that are missing after the talk", FAMILY AGREED "UPDATE appointment SET state = 'done' WHERE id = 1;", "C2(1) " },
    { "consent of which a supervisor said yes", FAMILY PROVED OVERRIDE("consent", "2026-11-24") ANSWER(1), "" },
    { "consent that is missing while a date is only offered", SPOUSE BOOKED("2026-11-27", "held"), "" },
    { "consent that is missing when the date is booked", SPOUSE BOOKED("2026-11-27", "booked"), "C1(2) " },
    { "proofs that are missing when the date is booked", SPOUSE SPOUSE_AGREED BOOKED("2026-11-27", "booked"), "" },
    { "a talk before another one", TALK(2, 2, "2026-11-24", 540, "booked"), "" },
    { "a talk after another one", TALK(2, 2, "2026-11-24", 660, "booked"), "" },
    { "a second talk after the first", "UPDATE appointment SET state = 'done' WHERE id = 1;" TALK(2, 1, "2026-11-30", 600, "booked"), "" },
    { "a patient who does not agree", UNWILLING, "C6(1) " },
    { "one of whom a supervisor said yes", UNWILLING OVERRIDE("patient_unwilling", "2026-11-20") ANSWER(1), "" },
    { "one of whom a supervisor said no", UNWILLING OVERRIDE("patient_unwilling", "2026-11-24") ANSWER(0), "C6(1) " },
    { "one of whom a supervisor is to say today", UNWILLING OVERRIDE("patient_unwilling", "2026-11-24"), "" },
    { "one of whom a supervisor was to say before", UNWILLING OVERRIDE("patient_unwilling", "2026-11-20"), "S8(2) C6(1) " },
    { "one who has withdrawn", UNWILLING "UPDATE request SET ended = 'withdrawn' WHERE id = 1;", "" },
    { "one whose date was cancelled", "UPDATE request SET patient_agrees = 'no' WHERE id = 2;" BOOKED("2026-11-27", "cancelled"), "" },
    { "a closed request of which a piece is here", PIECE CLOSED, "C5(1) " },
    { "one of which a piece was taken in by mistake", PIECE MISTAKE CLOSED, "" },
    { "one of which a supervisor said yes", PIECE OVERRIDE("return", "2026-11-20") ANSWER(1) CLOSED, "" },
    { "one of which a supervisor said no", PIECE OVERRIDE("return", "2026-11-24") ANSWER(0) CLOSED, "C5(1) " },
    { "consent that may be needed, while nobody knows who comes", "UPDATE request SET patient_attends = '' WHERE id = 2;"
            BOOKED("2026-11-27", "booked"), "" },
};

static void what_a_counter_may_do_is_named_by_no_rule(void **state)
{
    struct place *p = *state;
    size_t wrong = 0;

    fill_day(p);
    settle(p, 1);
    settle(p, 2);
    place_keep(p);
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        place_again(p);
        place_open(p);
        act(p, changes[i].sql, "edit", "request", 1, 2);
        settle(p, 1);
        settle(p, 2);
        const char *found = findings(p);
        place_close(p);
        if (str_eq(found, changes[i].says))
            continue;
        print_message("# %s: '%s' was to be named, found: '%s'\n", changes[i].what, changes[i].says, found);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* By the rules of its own version: another one judges nothing, whatever is wrong with it. */
static void a_policy_that_cannot_be_read_is_named_and_judges_no_other_request(void **state)
{
    struct place *p = *state;
    static const char text[] = "no: policy";
    char digest[SHA256_TEXT];
    struct policy_version v = { .policy = "omu", .text = text, .sha256 = digest, .switched_on = clock_wall(&p->clock),
        .switched_by = 3 };
    struct tx tx;
    int64_t id = 0;

    fill_all(p);
    act(p, FAMILY PROVED, "edit", "request", 1, 2);
    settle(p, 1);
    assert_string_equal(findings(p), "C1(1) ");
    sha256_text(text, sizeof text - 1, digest);
    assert_true(day_parse_iso("2026-11-24", &v.valid_from));
    struct audit_entry x = { .staff = 3, .at = v.switched_on, .verb = "policy", .object = "policy_version", .id = 2 };
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    bool ok = policy_store_add(p->db, &v, &id, &p->e) && audit_add(p->db, &x, &p->e);
    assert_true(tx_end(&tx, ok, &p->e));
    assert_int_equal(id, 2);
    assert_string_equal(findings(p), "C1(1) P1(2) ");
}

/* What comes next was right on the day on which it was written, and is judged by that day: from 26 November on the
 * patient is of age (18), and a parent who comes instead needs the patient's consent. */
static void what_comes_next_may_have_been_right_since_the_last_step_and_not_before(void **state)
{
    struct place *p = *state;
    static const char MINOR[] = "UPDATE person SET birth = '2008-11-26' WHERE id = 2;"
                                "UPDATE request SET patient_attends = 'no', patient_capable = 'yes' WHERE id = 2;"
                                "INSERT INTO attendee (id, request, kind, name, relation) VALUES (2, 2, 'family', '𠮷田 花', 'parent');"
                                "INSERT INTO paper (request, doc, state, at, by) VALUES (2, 'request_form', 'received', 1, 2),"
                                " (2, 'referral', 'received', 1, 2), (2, 'records', 'received', 1, 2);"
                                "INSERT INTO step (request, step, kind, day, at, by) VALUES (2, 'request', 'done',"
                                " '2026-11-24', 1795482000, 2)";

    fill_day(p);
    act(p, MINOR, "step", "request", 2, 2);
    settle(p, 1);
    settle(p, 2);
    assert_string_equal(findings(p), "");
    clock_advance(&p->clock, 6 * 86400000LL); /* nobody has touched it since */
    assert_string_equal(findings(p), "");
    act(p, "INSERT INTO step (request, step, kind, day, at, by) VALUES (2, 'inquiry', 'done', '2026-11-27', 1795482000, 2)",
        "step", "request", 2, 2);
    assert_string_equal(findings(p), "K2(2) ");
}

/* Today is the desk's: 10:00 in Osaka is the day before on Hawaii. */
static void the_day_is_that_of_the_desks_zone(void **state)
{
    static const struct {
        const char *set, *rules;
    } zones[] = { { "540", "" }, { "-600", "C3" }, { "1440", "" }, { "-1440", "" }, { "x", "" } };
    struct place *p = *state;

    fill_day(p);
    act(p, FRIEND OVERRIDE("nobody_else", "2026-11-24"), "edit", "request", 1, 2); /* to be answered today */
    settle(p, 1);
    settle(p, 2);
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        struct verify_report r;
        const char *rules = "";
        act(p, arena_printf(&p->a, "INSERT OR REPLACE INTO setting (id, key, value) VALUES (99, 'desk.offset', '%s')",
                zones[i].set), "setting", "setting", 99, 4);
        assert_true(verify_run(p->db, &(struct verify_options){ .now = clock_wall(&p->clock) }, &p->a, &r, &p->e));
        for (size_t k = 0; k < r.n; k++)
            rules = arena_printf(&p->a, "%s%s", rules, r.item[k].rule);
        assert_string_equal(rules, zones[i].rules);
    }
}

/* Summer time ends nowhere in Japan, but a clock is set now and then. */
static void a_clock_that_was_set_back_is_noted_and_no_breach(void **state)
{
    struct place *p = *state;
    struct clock before = p->clock;
    sqlite3 *raw;

    fill_all(p);
    clock_advance(&p->clock, 60000);
    act(p, "SELECT 1", "read", "request", 1, 2);
    p->clock = before;
    act(p, "SELECT 1", "read", "request", 1, 2);
    assert_string_equal(findings(p), "");
    raw = bare_open(p);
    assert_int_equal(bare_int(raw, "SELECT count(*) FROM audit WHERE verb = 'clock_back'"), 1);
    sqlite3_close(raw);
}

/* Who became supervisor an hour "after" the answer, by a clock that was wrong until then. */
static void a_role_given_before_the_clock_was_set_back_counts(void **state)
{
    static const char answer[]
        = "INSERT INTO override (id, request, rule, reason, at, day, by) VALUES (2, 2, 'litigation', 'x', 1795482000, '2026-11-24', 2);"
          "INSERT INTO override_answer VALUES (2, 1, 1795482000, 4)";
    struct place *p = *state;
    struct clock before = p->clock;

    fill_all(p);
    clock_advance(&p->clock, 60000);
    act(p, "UPDATE staff SET rev = rev + 1 WHERE id = 4; INSERT INTO staff_role VALUES (4, 'supervisor')", "staff_roles", "staff",
        4, 4);
    act(p, answer, "override", "request", 2, 2);
    assert_string_equal(findings(p), "S8(2) ");
    p->clock = before;
    act(p, "SELECT 1", "read", "request", 1, 2);
    assert_string_equal(findings(p), "");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(what_a_counter_may_do_is_named_by_no_rule),
        WITH(a_policy_that_cannot_be_read_is_named_and_judges_no_other_request),
        WITH(what_comes_next_may_have_been_right_since_the_last_step_and_not_before),
        WITH(the_day_is_that_of_the_desks_zone),
        WITH(a_clock_that_was_set_back_is_noted_and_no_breach),
        WITH(a_role_given_before_the_clock_was_set_back_counts),
    };
    return cmocka_run_group_tests_name("verify-calm", tests, NULL, NULL);
}
