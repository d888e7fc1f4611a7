/* SPDX-License-Identifier: GPL-3.0-or-later */
/* False alarms: what a counter may do is named by no rule, and what lies just beside it is. A verify that cries
 * wolf is soon not read. */
#include "tests/unit/store/fixture.h"

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
};

static void what_a_counter_may_do_is_named_by_no_rule(void **state)
{
    struct place *p = *state;
    size_t wrong = 0;

    fill_day(p);
    settle(p, 1);
    settle(p, 2);
    place_close(p);
    const char *back = arena_printf(&p->a, "cp %s.clean %s", p->path, p->path);
    said_by(p, arena_printf(&p->a, "cp %s %s.clean", p->path, p->path));
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        said_by(p, back);
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
        WITH(a_clock_that_was_set_back_is_noted_and_no_breach),
        WITH(a_role_given_before_the_clock_was_set_back_counts),
    };
    return cmocka_run_group_tests_name("verify-calm", tests, NULL, NULL);
}
