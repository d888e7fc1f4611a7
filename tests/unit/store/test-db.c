/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: what is refused and how the file is used. Statements, classes of trouble, what triggers
 * say. */
#include "tests/unit/store/fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/db_inside.h"
#include "sys/file.h"

static bool open_at(struct place *p, const char *path)
{
    struct db *db = NULL;

    err_clear(&p->e);
    bool ok = db_open(path, &(struct db_options){ .clock = &p->clock }, &db, &p->e);
    db_close(db);
    return ok;
}

static const char *at(struct place *p, const char *name)
{
    return arena_printf(&p->a, "%s/%s", p->folder, name);
}

static void what_is_no_database_of_this_program_is_refused_with_a_sentence(void **state)
{
    struct place *p = *state;
    sqlite3 *raw = NULL;

    assert_true(file_write(at(p, "text"), "Dear patient,\n", 14, FILE_QUICK, &p->e));
    assert_int_equal(mkdir(at(p, "folder"), 0700), 0);
    assert_int_equal(mkfifo(at(p, "pipe"), 0600), 0);
    assert_int_equal(symlink(p->path, at(p, "link")), 0);
    assert_int_equal(sqlite3_open(at(p, "other"), &raw), SQLITE_OK);
    bare(raw, "CREATE TABLE x (y); PRAGMA application_id = 7");
    sqlite3_close(raw);
    assert_true(file_write(at(p, "empty"), "", 0, FILE_QUICK, &p->e));
    static const struct {
        const char *name, *says;
    } cases[]
        = { { "text", "damaged or no database" }, { "folder", "not a file that can be a database" },
              { "pipe", "not a file that can be a database" },
              { "link", "not a file that can be a database" }, { "other", "another program" },
              { "empty", "is empty: there is no database" }, { "nothing", "no database at" } };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_false(open_at(p, at(p, cases[i].name)));
        if (!strstr(p->e.msg.id, cases[i].says))
            fail_msg("%s: %s", cases[i].name, p->e.msg.id);
        assert_string_equal(p->e.msg.arg[0], at(p, cases[i].name));
        assert_int_not_equal(
            access(arena_printf(&p->a, "%s-journal", at(p, cases[i].name)), F_OK), 0);
    }
}

static void a_newer_database_is_refused_and_says_which_version(void **state)
{
    struct place *p = *state;
    sqlite3 *raw = bare_open(p);

    bare(raw, "PRAGMA user_version = 999");
    sqlite3_close(raw);
    assert_false(open_at(p, p->path));
    assert_int_equal(p->e.kind, ERR_INPUT);
    assert_string_equal(p->e.msg.arg[1], "999");
}

static void a_header_that_was_overwritten_is_damage(void **state)
{
    struct place *p = *state;

    place_close(p);
    int fd = open(p->path, O_RDWR);
    assert_int_equal(pwrite(fd, "XXXX", 4, 0), 4);
    close(fd);
    assert_false(open_at(p, p->path));
    assert_non_null(strstr(p->e.msg.id, "madoguchi restore"));
}

static int64_t pragma(struct place *p, const char *sql)
{
    int64_t n = -1;

    assert_true(db_pragma_int(p->db, sql, &n, &p->e));
    return n;
}

static void the_file_is_used_in_the_modes_of_the_design(void **state)
{
    struct place *p = *state;
    struct stat st;

    assert_int_equal(pragma(p, "SELECT journal_mode = 'delete' FROM pragma_journal_mode"), 1);
    assert_int_equal(pragma(p, "PRAGMA synchronous"), 3); /* EXTRA */
    assert_int_equal(pragma(p, "PRAGMA foreign_keys"), 1);
    assert_int_equal(pragma(p, "PRAGMA trusted_schema"), 0);
    assert_int_equal(pragma(p, "PRAGMA cell_size_check"), 1);
    assert_int_equal(pragma(p, "PRAGMA mmap_size"), 0);
    assert_int_equal(pragma(p, "PRAGMA temp_store"), 2);
    assert_int_equal(pragma(p, "PRAGMA secure_delete"), 1);
    assert_int_equal(pragma(p, "PRAGMA application_id"), DB_APPLICATION_ID);
    assert_int_equal(pragma(p, "PRAGMA user_version"), migrate_current());
    assert_int_equal(stat(p->path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(stat(at(p, "desk.db.turn"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_false(db_exec(p->db, "ATTACH ':memory:' AS other", NULL));
    assert_false(
        db_exec(p->db, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''", NULL));
}

static void sha3_is_the_function_of_the_stock_shell(void **state)
{
    struct place *p = *state;
    char text[SHA3_TEXT];

    /* FIPS 202 example values: the empty message and "abc" */
    sha3_text("", 0, text);
    assert_string_equal(text, "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a");
    assert_int_equal(pragma(p,
                         "SELECT lower(hex(sha3('abc', 256))) = "
                         "'3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532'"),
        1);
    assert_int_equal(
        pragma(p, "SELECT sha3('abc') = sha3(x'616263', 256) AND sha3(NULL) IS NULL"), 1);
}

/* As a user that is not root: root may write everything. */
static void as_nobody(struct place *p, void (*does)(struct place *))
{
    int status;
    pid_t child = fork();

    if (child == 0) {
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
            _exit(9);
        does(p);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void reads_only(struct place *p)
{
    struct tx tx;

    if (!db_open(p->path, &(struct db_options){ .clock = &p->clock }, &p->db, &p->e))
        _exit(2);
    if (!db_read_only(p->db))
        _exit(3);
    if (tx_begin(p->db, &tx, NULL, &p->e) || p->e.kind != ERR_STORE)
        _exit(4);
    if (pragma(p, "SELECT count(*) FROM staff") != 1)
        _exit(5);
}

static void a_file_that_may_not_be_written_opens_for_reading(void **state)
{
    struct place *p = *state;

    place_close(p);
    assert_int_equal(chmod(p->path, 0444), 0);
    assert_int_equal(chmod(p->folder, 0755), 0);
    as_nobody(p, reads_only);
}

static void a_folder_that_may_not_be_written_opens_for_reading(void **state)
{
    struct place *p = *state;

    place_close(p);
    assert_int_equal(chmod(p->path, 0666), 0);
    assert_int_equal(chmod(p->folder, 0555), 0);
    as_nobody(p, reads_only);
    assert_int_equal(chmod(p->folder, 0755), 0);
}

static void refused(struct place *p, const char *sql, enum db_trouble trouble, const char *rule)
{
    struct tx tx;

    err_clear(&p->e);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    if (db_exec(p->db, sql, &p->e))
        fail_msg("was taken: %s", sql);
    if (db_trouble(p->db) != trouble || !str_eq(db_rule(p->db), rule))
        fail_msg("%d %s: %s", (int)db_trouble(p->db), db_rule(p->db), sql);
    assert_true(p->e.kind == ERR_RULE || p->e.kind == ERR_STORE);
    assert_non_null(p->e.msg.id);
    assert_false(tx_end(&tx, false, &p->e));
}

#define APPOINTMENT(n, request, specialist, room, start)                                           \
    "INSERT INTO appointment (request, specialist, day, start_min, minutes, room, state, at, by, " \
    "op_key)"                                                                                      \
    " VALUES (" #request ", " #specialist ", '2026-12-01', " #start ", 60, " #room                 \
    ", 'booked', 1, 2, 'z" #n "')"

static void what_the_data_layer_refuses_has_a_class_and_a_rule(void **state)
{
    struct place *p = *state;

    fill_day(p);
    act(p, "UPDATE appointment SET state = 'done' WHERE id = 1;" APPOINTMENT(1, 1, 1, 1, 600),
        "book", "appointment", 2, 2);
    act(p,
        "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, state, at, by, "
        "op_key)"
        " VALUES (9, 2, 2, '2026-12-02', 600, 60, 'cancelled', 1, 2, 'zz')",
        "book", "appointment", 9, 2);
    static const struct {
        const char *sql;
        enum db_trouble trouble;
        const char *rule;
    } cases[] = {
        { APPOINTMENT(2, 2, 1, NULL, 655), DB_OVERLAP, "slot_taken" },
        { APPOINTMENT(3, 2, 2, 1, 630), DB_OVERLAP, "room_taken" },
        { APPOINTMENT(6, 2, 1, NULL, 545), DB_OVERLAP, "slot_taken" }, /* its last five minutes */
        { APPOINTMENT(7, 2, 2, 1, 545), DB_OVERLAP, "room_taken" },
        { "UPDATE audit_body SET body = 'x'", DB_CHECK, "append_only" },
        { "UPDATE audit_body SET salt = 'x', body = NULL", DB_CHECK, "append_only" },
        { "DELETE FROM audit_body", DB_CHECK, "append_only" },
        { APPOINTMENT(4, 1, 2, NULL, 800), DB_UNIQUE,
            "already_there" }, /* a second booked one of the same request */
        { "INSERT OR REPLACE INTO appointment (request, specialist, day, start_min, minutes, state, at, by, op_key)"
          " VALUES (1, 2, '2026-12-01', 800, 60, 'booked', 1, 2, 'z8')",
            DB_UNIQUE, "already_there" },
        { "UPDATE OR REPLACE appointment SET op_key = 'zz' WHERE id = 2", DB_CHECK, "append_only" },
        { "UPDATE OR REPLACE appointment SET id = 9 WHERE id = 2", DB_CHECK, "append_only" },
        { "UPDATE appointment SET rowid = 11 WHERE id = 2", DB_CHECK, "append_only" }, /* its units would be nobody's */
        { "UPDATE appointment SET _rowid_ = 11 WHERE id = 2", DB_CHECK, "append_only" },
        { "UPDATE appointment SET room = NULL WHERE id = 2", DB_CHECK, "append_only" },
        { "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, state, held_until, at, by, op_key)"
          " VALUES (10, 1, 2, '2026-12-01', 800, 60, 'held', 9, 1, 2, 'z9');"
          " UPDATE OR REPLACE appointment SET state = 'booked' WHERE id = 10",
            DB_UNIQUE, "already_there" }, /* would oust the booked one */
        { APPOINTMENT(5, 99, 2, NULL, 800) "; COMMIT", DB_GONE, "" },
        { "UPDATE appointment SET state = 'booked' WHERE id = 9", DB_CHECK, "appointment_ended" },
        { "UPDATE payment SET yen = 1", DB_CHECK, "append_only" },
        { "DELETE FROM audit", DB_CHECK, "append_only" },
        { "DELETE FROM slot", DB_CHECK, "append_only" },
        { "INSERT INTO slot VALUES (1, '2026-12-24', 100, 1)", DB_CHECK, "append_only" },
        { "INSERT INTO cash_count (counter, drawer, day, purpose, at, by) VALUES (1, 1, "
          "'2026-11-24', 'close', 1, 2)",
            DB_CHECK, "day_closed" },
        { "INSERT INTO denomination VALUES (1, 500, 1)", DB_CHECK, "day_closed" },
        { "INSERT INTO cash_move (counter, drawer, day, yen, reason, at, by) VALUES (1, 1, "
          "'2026-11-24', 1, 'x', 1, 2)",
            DB_CHECK, "day_closed" },
        { "INSERT INTO cash_count (counter, drawer, day, purpose, at, by) VALUES (1, 2, '2026-11-24', 'close', 1, 2)",
            DB_CHECK, "day_closed" }, /* by a drawer that was never opened */
        { "INSERT INTO cash_move (counter, drawer, day, yen, reason, at, by) VALUES (1, 2, '2026-11-24', 1, 'x', 1, 2)",
            DB_CHECK, "day_closed" },
        { "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 2, '2026-11-24', 0, 1, 2)",
            DB_CHECK, "day_closed" },
        { "INSERT INTO drawer_day (counter, drawer, day, float_yen, opened_at, opened_by) VALUES (1, 2, '2026-11-26', 0, 1, 2);"
          "INSERT INTO charge (request, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule, policy, at, by)"
          " VALUES (2, 'x', 'x', 1, 1, 1, 10, 0, 'x', 1, 1, 2);"
          "INSERT INTO payment (counter, drawer, request, kind, method, yen, slip, paid_on, business_day, at, by, op_key)"
          " VALUES (1, 2, 2, 'collect', 'card', 1, 'A', '2026-11-24', '2026-11-24', 1, 2, 'new')",
            DB_CHECK, "day_closed" },
        { "INSERT INTO closing_confirm VALUES (1, 2, 1, '')", DB_UNIQUE, "already_there" },
        { "UPDATE person SET birth = '2026-02-30'", DB_CHECK, "" },
        { "UPDATE person SET sex = 'x'", DB_CHECK, "" },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        refused(p, cases[i].sql, cases[i].trouble, cases[i].rule);
}

/* reliability.md C4, held by the data layer: pieces leave a place only where they are. */
static void no_piece_leaves_a_place_where_it_is_not(void **state)
{
#define MOVE(origin, place, pieces) \
    "INSERT INTO material_move (material, origin, place, pieces, day, at, by) VALUES (1, '" origin "', '" place "', " pieces ", '2026-11-24', 1, 2)"
    static const char *const refusals[] = { MOVE("desk", "visitor", "2"), MOVE("visitor", "desk", "4"), MOVE("department", "desk", "2"),
        MOVE("lender", "desk", "1"), "UPDATE material SET undone_at = 1, undone_by = 2, undone_why = 'x' WHERE id = 1" };
    struct place *p = *state;

    fill_day(p);
    act(p, "INSERT INTO material (id, request, kind, pieces, label, destination, received_on, at, by)"
           " VALUES (1, 1, 'film', 5, 'x', 'visitor', '2026-11-10', 1, 2);"
           MOVE("desk", "visitor", "3") ";" MOVE("desk", "department", "1"), "material", "request", 1, 2);
    for (size_t i = 0; i < COUNT_OF(refusals); i++)
        refused(p, refusals[i], DB_CHECK, "not_there");
    refused(p, MOVE("desk", "desk", "1"), DB_CHECK, "");
    act(p, MOVE("visitor", "desk", "3") ";" MOVE("department", "desk", "1") ";" MOVE("desk", "kept", "5"), "material_move", "request", 1, 2);
    refused(p, MOVE("desk", "kept", "1"), DB_CHECK, "not_there");
#undef MOVE
}

static void a_no_show_that_comes_after_all_takes_its_time_again_or_is_refused(void **state)
{
    struct place *p = *state;

    fill_staff(p);
    fill_request(p);
    act(p,
        "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, state, at, by, "
        "op_key)"
        " VALUES (1, 1, 1, '2026-12-01', 600, 60, 'booked', 1, 2, 'a'); UPDATE appointment SET "
        "state = 'no_show'",
        "no_show", "appointment", 1, 2);
    assert_int_equal(pragma(p, "SELECT count(*) FROM slot"), 0);
    act(p, "UPDATE appointment SET state = 'booked'", "undo", "appointment", 1, 2);
    assert_int_equal(pragma(p, "SELECT count(*) FROM slot"), 12);
    act(p, "UPDATE appointment SET state = 'no_show';" APPOINTMENT(1, 2, 1, NULL, 600), "book",
        "appointment", 2, 2);
    refused(p, "UPDATE appointment SET state = 'booked' WHERE id = 1", DB_OVERLAP, "slot_taken");
}

/* Where a row stays as it was written, whatever program writes (design.md 2): no condition, no exception. */
static void what_is_a_record_is_neither_changed_nor_deleted(void **state)
{
    static const char *const tables[] = { "policy_version", "step", "change", "override",
        "override_answer", "material_move", "drawer_day", "cash_move", "charge", "payment", "receipt",
        "unpaid", "cash_count", "denomination", "closing", "closing_confirm", "audit" };
    struct place *p = *state;

    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        char sql[512];
        snprintf(sql, sizeof sql,
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '%1$s' AND"
            " replace(replace(sql, char(10), ' '), '  ', ' ') LIKE '%% BEFORE UPDATE ON %1$s BEGIN SELECT"
            " RAISE(ABORT, ''append_only''); END'",
            tables[i]);
        if (pragma(p, sql) != 1)
            fail_msg("%s can be changed", tables[i]);
        char *update = strstr(sql, "BEFORE UPDATE");
        memcpy(update, "BEFORE DELETE", strlen("BEFORE DELETE"));
        if (pragma(p, sql) != 1)
            fail_msg("%s can be deleted from", tables[i]);
    }
}

static void an_appointment_keeps_its_place_and_frees_it_when_it_ends(void **state)
{
    static const char *const fixed[]
        = { "specialist = 2", "day = '2026-12-02'", "start_min = 0", "minutes = 5", "room = 1", "request = 2" };
    static const char *const living[] = { "held", "booked", "arrived" };
    static const char *const ending[] = { "moved", "cancelled", "expired", "no_show" };
    struct place *p = *state;
    int n = 0;

    fill_day(p);
    act(p, "UPDATE appointment SET state = 'done' WHERE id = 1", "book", "appointment", 1, 2);
    int64_t before = pragma(p, "SELECT count(*) FROM slot");
    for (size_t i = 0; i < COUNT_OF(living); i++)
        for (size_t k = 0; k < COUNT_OF(ending); k++) {
            char sql[512];
            int id = 20 + n++;
            snprintf(sql, sizeof sql,
                "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, room, state, held_until,"
                " at, by, op_key) VALUES (%d, 1, 1, '2026-12-08', 600, 60, 1, '%s', 9999999999, 1, 2, 'k%d')",
                id, living[i], id);
            act(p, sql, "book", "appointment", id, 2);
            assert_int_equal(pragma(p, "SELECT count(*) FROM slot"), before + 12);
            for (size_t f = 0; f < COUNT_OF(fixed); f++) {
                snprintf(sql, sizeof sql, "UPDATE appointment SET %s WHERE id = %d", fixed[f], id);
                refused(p, sql, DB_CHECK, "append_only");
            }
            snprintf(sql, sizeof sql, "UPDATE appointment SET state = '%s' WHERE id = %d", ending[k], id);
            act(p, sql, "end", "appointment", id, 2);
            assert_int_equal(pragma(p, "SELECT count(*) FROM slot"), before);
            assert_int_equal(pragma(p, "SELECT count(*) FROM room_slot WHERE day = '2026-12-08'"), 0);
            if (str_eq(ending[k], "no_show"))
                continue;
            snprintf(sql, sizeof sql, "UPDATE appointment SET state = 'booked' WHERE id = %d", id);
            refused(p, sql, DB_CHECK, "appointment_ended");
        }
}

static void an_update_with_an_old_rev_is_stale(void **state)
{
    static const char SQL[]
        = "UPDATE person SET address = 'x', rev = rev + 1 WHERE id = 1 AND rev = :rev";
    struct place *p = *state;
    struct tx tx;

    fill_staff(p);
    fill_request(p);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    struct stmt *s = db_stmt(p->db, SQL, &p->e);
    bind_int(s, ":rev", 1);
    assert_true(stmt_run_rev(s, "address", &p->e));
    s = db_stmt(p->db, SQL, &p->e);
    bind_int(s, ":rev", 1);
    assert_false(stmt_run_rev(s, "address", &p->e));
    assert_int_equal(p->e.kind, ERR_STALE);
    assert_string_equal(p->e.field, "address");
    assert_int_equal(db_trouble(p->db), DB_STALE);
    tx_end(&tx, false, NULL);
}

static void values_come_back_as_they_were_bound(void **state)
{
    static const char SQL[] = "SELECT :text, :null, :day, :none, :yen, :yes, :at, :id";
    struct place *p = *state;
    day d;

    assert_true(day_parse_iso("2026-02-28", &d));
    struct stmt *s = db_stmt(p->db, SQL, &p->e);
    bind_text(s, ":text", "葛\xF3\xA0\x84\x80城 '; DROP TABLE person; --");
    bind_text(s, ":null", NULL);
    bind_day(s, ":day", d);
    bind_day(s, ":none", DAY_NONE);
    bind_yen(s, ":yen", YEN(-33000));
    bind_bool(s, ":yes", true);
    bind_instant(s, ":at", (instant){ 1795482000 });
    bind_id(s, ":id", 0);
    assert_true(stmt_row(s, &p->e));
    assert_string_equal(col_text(s, 0, &p->a), "葛\xF3\xA0\x84\x80城 '; DROP TABLE person; --");
    assert_string_equal(col_text(s, 1, &p->a), "");
    assert_true(col_null(s, 1));
    assert_int_equal(col_day(s, 2).n, d.n);
    assert_false(day_known(col_day(s, 3)));
    assert_int_equal(col_yen(s, 4).v, -33000);
    assert_true(col_bool(s, 5));
    assert_int_equal(col_instant(s, 6).s, 1795482000);
    assert_true(col_null(s, 7));
    assert_false(db_quiet(p->db)); /* the loop would see this open statement */
    assert_true(stmt_end(s));
    assert_true(db_quiet(p->db));
}

static bool others_may_store(const struct place *p)
{
    sqlite3 *raw = bare_open(p);
    bool may = sqlite3_exec(raw, "BEGIN EXCLUSIVE; ROLLBACK", NULL, NULL, NULL) == SQLITE_OK;

    sqlite3_close(raw);
    return may;
}

static void a_moment_lasts_until_the_outermost_ends(void **state)
{
    struct place *p = *state;
    int64_t version;
    struct tx tx;

    assert_true(db_moment_begin(p->db, &p->e) && db_moment_begin(p->db, &p->e));
    assert_true(db_data_version(p->db, &version, &p->e));
    assert_false(others_may_store(p));
    db_moment_end(p->db);
    assert_false(others_may_store(p));
    assert_false(db_quiet(p->db)); /* the loop would see that it was not ended */
    db_moment_end(p->db);
    assert_true(others_may_store(p));
    assert_true(db_quiet(p->db));

    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(db_moment_begin(p->db, &p->e));
    db_moment_end(p->db);
    assert_true(db_in_tx(p->db)); /* a transaction goes on */
    assert_false(others_may_store(p));
    assert_true(tx_end(&tx, true, &p->e));
}

static void a_statement_that_cannot_be_prepared_is_a_failed_one(void **state)
{
    static const char SQL[] = "SELECT nothing FROM nowhere WHERE x = :x";
    struct place *p = *state;

    struct stmt *s = db_stmt(p->db, SQL, &p->e);
    bind_int(s, ":x", 1);
    assert_false(stmt_row(s, &p->e));
    assert_false(stmt_end(s));
    assert_int_equal(p->e.kind, ERR_STORE);
}

static void another_connections_commit_changes_the_data_version(void **state)
{
    struct place *p = *state;
    int64_t before, after;

    assert_true(db_data_version(p->db, &before, &p->e));
    sqlite3 *raw = bare_open(p);
    bare(raw, "INSERT INTO setting (key, value) VALUES ('x', 'y')");
    sqlite3_close(raw);
    assert_true(db_data_version(p->db, &after, &p->e));
    assert_int_not_equal(before, after);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(what_is_no_database_of_this_program_is_refused_with_a_sentence),
        WITH(a_newer_database_is_refused_and_says_which_version),
        WITH(a_header_that_was_overwritten_is_damage),
        WITH(the_file_is_used_in_the_modes_of_the_design),
        WITH(sha3_is_the_function_of_the_stock_shell),
        WITH(a_file_that_may_not_be_written_opens_for_reading),
        WITH(a_folder_that_may_not_be_written_opens_for_reading),
        WITH(what_the_data_layer_refuses_has_a_class_and_a_rule),
        WITH(no_piece_leaves_a_place_where_it_is_not),
        WITH(a_no_show_that_comes_after_all_takes_its_time_again_or_is_refused),
        WITH(what_is_a_record_is_neither_changed_nor_deleted),
        WITH(an_appointment_keeps_its_place_and_frees_it_when_it_ends),
        WITH(an_update_with_an_old_rev_is_stale),
        WITH(values_come_back_as_they_were_bound),
        WITH(a_moment_lasts_until_the_outermost_ends),
        WITH(a_statement_that_cannot_be_prepared_is_a_failed_one),
        WITH(another_connections_commit_changes_the_data_version),
    };
    return cmocka_run_group_tests_name("db", tests, NULL, NULL);
}
