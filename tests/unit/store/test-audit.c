/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trail: links, bodies, after-images, and that the stock sqlite3 shell finds the same. */
#include "tests/unit/store/fixture.h"

#include <stdio.h>

#include "store/audit_images.h"
#include "sys/file.h"

static const char *body_of(struct place *p, int64_t seq)
{
    static const char SQL[] = "SELECT body FROM audit_body WHERE seq = :seq";
    struct stmt *s = db_stmt(p->db, SQL, &p->e);
    const char *body = "";

    bind_int(s, ":seq", seq);
    if (stmt_row(s, &p->e))
        body = col_text(s, 0, &p->a);
    assert_true(stmt_end(s));
    return body;
}

static int64_t ask(struct place *p, const char *sql)
{
    sqlite3 *raw = bare_open(p);
    int64_t n = bare_int(raw, sql);

    sqlite3_close(raw);
    return n;
}

static void a_new_trail_starts_at_one_with_nothing_before_it(void **state)
{
    struct place *p = *state;
    struct audit_link last;

    assert_true(audit_last(p->db, &last, &p->e));
    assert_int_equal(last.seq, 0);
    assert_string_equal(last.hash, "0");
    fill_staff(p);
    assert_int_equal(ask(p, "SELECT count(*) FROM audit WHERE seq = 1 AND prev = '0'"), 1);
    assert_true(audit_last(p->db, &last, &p->e));
    assert_int_equal(last.seq, 1);
}

static void a_payment_leaves_its_whole_row_and_its_receipt_in_the_trail(void **state)
{
    struct place *p = *state;

    fill_day(p);
    assert_int_equal(
        ask(p,
            "SELECT json_extract(body, '$.rows[0].row.yen') FROM audit_body JOIN audit USING (seq)"
            " WHERE object = 'payment' AND id = 1"),
        33000);
    assert_int_equal(
        ask(p,
            "SELECT json_extract(body, '$.rows[1].table') = 'receipt' AND"
            " json_extract(body, '$.rows[1].row.number') = 1 FROM audit_body JOIN audit USING (seq)"
            " WHERE object = 'payment' AND id = 1"),
        1);
}

static void a_count_leaves_its_pieces_in_the_trail(void **state)
{
    struct place *p = *state;

    fill_day(p);
    assert_int_equal(ask(p,
                         "SELECT json_extract(body, '$.rows[0].row.pieces.\"1000\"') FROM "
                         "audit_body JOIN audit USING (seq)"
                         " WHERE verb = 'close'"),
        3);
}

static void own_words_stand_beside_the_rows(void **state)
{
    struct place *p = *state;
    struct tx tx;
    struct audit_entry x = { .staff = 1,
        .at = { 100 },
        .verb = "login",
        .object = "staff",
        .id = 1,
        .body = "{\"terminal\":\"pts/3\"}" };

    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(tx_end(&tx, audit_add(p->db, &x, &p->e), &p->e));
    assert_string_equal(body_of(p, 1), "{\"more\":{\"terminal\":\"pts/3\"}}");
}

static void rows_written_after_the_words_stand_in_the_same_row_of_the_trail(void **state)
{
    struct place *p = *state;
    struct tx tx;
    struct audit_entry x = {
        .staff = 2, .at = clock_wall(&p->clock), .verb = "report", .object = "request", .id = 1
    };

    fill_staff(p);
    fill_request(p);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(audit_add(p->db, &x, &p->e));
    assert_true(db_exec(p->db,
        "INSERT INTO step (request, step, kind, day, at, by) VALUES (1, 'report', 'done', "
        "'2026-11-24', 1, 2)",
        &p->e));
    assert_true(tx_end(&tx, true, &p->e));
    assert_int_equal(ask(p, "SELECT count(*) FROM audit WHERE verb = 'report' AND id = 1"), 1);
    assert_int_equal(
        ask(p,
            "SELECT json_extract(body, '$.rows[0].row.step') = 'report' FROM audit_body"
            " WHERE seq = (SELECT max(seq) FROM audit)"),
        1);
}

static void two_things_said_in_one_transaction_are_two_rows_each_with_its_own(void **state)
{
    struct place *p = *state;
    struct tx tx;
    struct audit_entry x = { .staff = 2, .at = clock_wall(&p->clock), .verb = "take", .object = "request", .id = 1 };

    fill_staff(p);
    fill_request(p);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(db_exec(p->db, "UPDATE person SET phone = '1' WHERE id = 1", &p->e) && audit_add(p->db, &x, &p->e));
    x.verb = "edit";
    assert_true(db_exec(p->db, "UPDATE person SET phone = '2' WHERE id = 2", &p->e) && audit_add(p->db, &x, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
    assert_int_equal(ask(p, "SELECT seq FROM audit WHERE verb = 'edit'"), 5);
    assert_int_equal(ask(p, "SELECT json_extract(body, '$.rows[0].row.id') FROM audit_body WHERE seq = 4"), 1);
    assert_int_equal(ask(p, "SELECT json_extract(body, '$.rows[0].row.id') FROM audit_body WHERE seq = 5"), 2);
}

static void a_row_that_an_action_took_away_leaves_its_number(void **state)
{
    struct place *p = *state;

    fill_staff(p);
    fill_request(p);
    act(p, "INSERT INTO session_exception (id, specialist, day, kind) VALUES (5, 1, '2026-12-01', 'away')", "specialist",
        "specialist", 1, 2);
    act(p, "DELETE FROM session_exception WHERE id = 5", "specialist", "specialist", 1, 2);
    assert_int_equal(ask(p, "SELECT json_extract(body, '$.rows[0].gone') FROM audit_body"
                            " WHERE seq = (SELECT max(seq) FROM audit)"), 5);
}

static void what_is_rolled_back_leaves_nothing_for_the_next_action(void **state)
{
    struct place *p = *state;
    struct tx tx;

    fill_staff(p);
    fill_request(p);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(db_exec(p->db,
        "INSERT INTO step (request, step, kind, day, at, by) VALUES (1, 'report', 'done', "
        "'2026-11-24', 1, 2)",
        &p->e));
    assert_false(tx_end(&tx, false, &p->e));
    act(p, "SELECT 1", "read", "request", 1, 2);
    assert_int_equal(ask(p, "SELECT seq FROM audit WHERE verb = 'read'"), 4);
    assert_string_equal(body_of(p, 4), "{}");
}

static void a_clock_that_went_back_is_a_row_of_its_own(void **state)
{
    struct place *p = *state;

    act(p, "SELECT 1", "login", "staff", 1, 1);
    clock_set(&p->clock, (instant){ clock_wall(&p->clock).s - 3600 });
    act(p, "SELECT 1", "logout", "staff", 1, 1);
    assert_int_equal(ask(p, "SELECT count(*) FROM audit WHERE seq = 2 AND verb = 'clock_back'"), 1);
    assert_int_equal(ask(p, "SELECT count(*) FROM audit WHERE seq = 3 AND verb = 'logout'"), 1);
    assert_int_equal(ask(p, "SELECT count(*) FROM audit"), 3);
}

static void the_last_link_is_checked_at_the_start(void **state)
{
    struct place *p = *state;

    fill_staff(p);
    assert_true(audit_check_last(p->db, &p->e));
    tamper(p, "UPDATE audit SET verb = 'read' WHERE seq = 1");
    assert_false(audit_check_last(p->db, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
}

static void another_program_cannot_add_a_row_that_does_not_follow(void **state)
{
    struct place *p = *state;
    sqlite3 *raw = bare_open(p);

    fill_staff(p);
    assert_int_not_equal(
        sqlite3_exec(
            raw, "INSERT INTO audit VALUES (9, 0, 1, 'x', 'x', 0, '', '0', 'x')", NULL, NULL, NULL),
        SQLITE_OK);
    assert_int_not_equal(
        sqlite3_exec(
            raw, "INSERT INTO audit VALUES (2, 0, 1, 'x', 'x', 0, '', '0', 'x')", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(raw);
}

static bool shell_is_here(void)
{
    FILE *f = popen("command -v sqlite3 >/dev/null", "r");

    return f && pclose(f) == 0;
}

/* The commands of docs/VERIFY.md, as an auditor copies them. */
static const char *shell(struct place *p, int which)
{
    const char *top = getenv("top_srcdir"), *text;
    size_t n;

    assert_true(file_read(arena_printf(&p->a, "%s/docs/VERIFY.md", top ? top : "."), 1 << 20, &p->a,
        &text, &n, &p->e));
    const char *at = text;
    for (int i = 0; i <= which; i++) {
        at = strstr(at, "```sql\n");
        assert_non_null(at);
        at += strlen("```sql\n");
    }
    const char *end = strstr(at, "```");
    const char *file = arena_printf(&p->a, "%s/query.sql", p->folder);
    assert_true(file_write(file, at, (size_t)(end - at), FILE_QUICK, &p->e));
    return said_by(p, arena_printf(&p->a, "sqlite3 -readonly %s < %s", p->path, file));
}

static void the_stock_shell_finds_a_whole_chain_and_a_broken_one(void **state)
{
    struct place *p = *state;

    if (!shell_is_here())
        skip();
    fill_day(p);
    place_close(p);
    assert_string_equal(shell(p, 0), "");
    assert_string_equal(shell(p, 1), "");
    tamper(p, "UPDATE audit SET staff = 3 WHERE seq = 4");
    assert_string_equal(shell(p, 0), "4");
    assert_string_equal(shell(p, 1), "");
    tamper(p, "UPDATE audit_body SET body = replace(body, '33000', '23000') WHERE seq = 6");
    assert_string_equal(shell(p, 1), "6");
}

static void a_deleted_row_and_a_cut_out_row_break_the_chain_for_the_shell(void **state)
{
    struct place *p = *state;

    if (!shell_is_here())
        skip();
    fill_day(p);
    place_close(p);
    tamper(p, "DELETE FROM audit_body WHERE seq = 3; DELETE FROM audit WHERE seq = 3");
    assert_string_equal(shell(p, 0), "4");
}

static void a_lawfully_blanked_body_leaves_the_chain_whole_for_the_shell(void **state)
{
    struct place *p = *state;
    sqlite3 *raw = bare_open(p);

    if (!shell_is_here())
        skip();
    fill_day(p);
    bare(raw, "UPDATE audit_body SET body = NULL WHERE seq = 3");
    sqlite3_close(raw);
    place_close(p);
    assert_string_equal(shell(p, 0), "");
    assert_string_equal(shell(p, 1), "");
}

static void every_column_of_the_record_is_in_its_image(void **state)
{
    struct place *p = *state;
    sqlite3 *raw = bare_open(p);

    for (size_t i = 0; i < COUNT_OF(audit_images); i++) {
        sqlite3_stmt *s = NULL;
        char *sql
            = sqlite3_mprintf("SELECT name FROM pragma_table_info(%Q)", audit_images[i].table);
        assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &s, NULL), SQLITE_OK);
        int columns = 0;
        while (sqlite3_step(s) == SQLITE_ROW) {
            const char *key
                = arena_printf(&p->a, "'%s', ", (const char *)sqlite3_column_text(s, 0));
            columns++;
            if (!strstr(audit_images[i].one, key) && !strstr(key, "'text'")
                && !(str_eq(audit_images[i].table, "credential") /* counts of wrong ones; the rest is in the mark */
                    && strstr("'staff', 'hash', 'second_secret', 'second_last', 'failures', 'not_before', 'locked', ", key))
                && !(str_eq(audit_images[i].table, "print") && strstr("'printed_at', 'printer', 'failure', ", key)))
                fail_msg("%s lacks %s", audit_images[i].table, key);
        }
        assert_true(columns > 0);
        sqlite3_finalize(s);
        sqlite3_free(sql);
    }
    sqlite3_close(raw);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(a_new_trail_starts_at_one_with_nothing_before_it),
        WITH(a_payment_leaves_its_whole_row_and_its_receipt_in_the_trail),
        WITH(a_count_leaves_its_pieces_in_the_trail),
        WITH(own_words_stand_beside_the_rows),
        WITH(rows_written_after_the_words_stand_in_the_same_row_of_the_trail),
        WITH(two_things_said_in_one_transaction_are_two_rows_each_with_its_own),
        WITH(a_row_that_an_action_took_away_leaves_its_number),
        WITH(what_is_rolled_back_leaves_nothing_for_the_next_action),
        WITH(a_clock_that_went_back_is_a_row_of_its_own),
        WITH(the_last_link_is_checked_at_the_start),
        WITH(another_program_cannot_add_a_row_that_does_not_follow),
        WITH(the_stock_shell_finds_a_whole_chain_and_a_broken_one),
        WITH(a_deleted_row_and_a_cut_out_row_break_the_chain_for_the_shell),
        WITH(a_lawfully_blanked_body_leaves_the_chain_whole_for_the_shell),
        WITH(every_column_of_the_record_is_in_its_image),
    };
    return cmocka_run_group_tests_name("audit", tests, NULL, NULL);
}
