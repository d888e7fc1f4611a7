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

    said_by(p, arena_printf(&p->a, "cp %s.clean %s", p->path, p->path));
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
    place_close(p);
    said_by(p, arena_printf(&p->a, "cp %s %s.clean", p->path, p->path));
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
        WITH(every_request_is_judged_however_many_there_are),
        WITH(a_rule_names_ten_rows_and_counts_them_all),
        WITH(the_digest_of_the_content_covers_every_table_and_no_page),
        WITH(the_digest_of_the_content_tells_apart_what_looks_alike),
    };
    return cmocka_run_group_tests_name("verify-reach", tests, NULL, NULL);
}
