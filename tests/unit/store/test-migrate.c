/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's steps: from nothing, from every released version (tests/old-db), and what happens
 * when one fails. */
#include "tests/unit/store/fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/migrate_inside.h"
#include "store/verify.h"
#include "sys/file.h"

static int64_t ask(const char *path, const char *sql)
{
    sqlite3 *raw = NULL;

    assert_int_equal(sqlite3_open_v2(path, &raw, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    int64_t n = bare_int(raw, sql);
    sqlite3_close(raw);
    return n;
}

/* Two releases of a small program. */
static const char ONE[]
    = "CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT NOT NULL) STRICT;"
      "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a(id)) STRICT;"
      "INSERT INTO a VALUES (1, 'one'); INSERT INTO b VALUES (1, 1);";
/* Rebuilds a table that another one refers to. */
static const char TWO[]
    = "CREATE TABLE a2 (id INTEGER PRIMARY KEY, x TEXT NOT NULL, y INTEGER NOT NULL DEFAULT 7) "
      "STRICT;"
      "INSERT INTO a2 (id, x) SELECT id, x FROM a; DROP TABLE a; ALTER TABLE a2 RENAME TO a;";
static const char BROKEN[] = "CREATE TABLE c (id INTEGER PRIMARY KEY) STRICT; UPDATE a SET x = "
                             "'changed'; SELECT nonsense;";
static const char DANGLING[] = "DELETE FROM a WHERE id = 1;";
static const char *const releases[] = { ONE, TWO }, *const broken[] = { ONE, BROKEN },
                         *const dangling[] = { ONE, DANGLING };
static const struct schema FIRST = { releases, 1, false }, SECOND = { releases, 2, false },
                           BAD = { broken, 2, false }, LOOSE = { dangling, 2, false };

static const char *old_file(struct place *p)
{
    const char *path = arena_printf(&p->a, "%s/old.db", p->folder);
    struct db *db = NULL;

    if (!schema_create(&FIRST, path, &(struct db_options){ .clock = &p->clock }, &db, &p->e))
        fail_msg("%s", p->e.msg.id);
    db_close(db);
    return path;
}

static void an_older_database_is_copied_and_brought_up_to_date(void **state)
{
    struct place *p = *state;
    const char *path = old_file(p), *copy = NULL;
    struct db *db = NULL;
    struct stat st;
    int64_t keys = 0;

    mode_t mask = umask(022);
    if (!schema_open(
            &SECOND, path, &(struct db_options){ .clock = &p->clock }, &p->a, &db, &copy, &p->e))
        fail_msg("%s %s", p->e.msg.id, p->e.msg.arg[0]);
    umask(mask);
    assert_true(db_pragma_int(db, "PRAGMA foreign_keys", &keys, &p->e)); /* they were off for the steps */
    assert_int_equal(keys, 1);
    db_close(db);
    assert_int_equal(stat(copy, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600); /* it is all of the record */
    assert_int_equal(ask(path, "PRAGMA user_version"), 2);
    assert_int_equal(ask(path, "SELECT y FROM a JOIN b ON b.a = a.id WHERE x = 'one'"), 7);
    assert_int_equal(ask(path, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    assert_non_null(strstr(copy, "/old.db.before-1.2026-11-24-0"));
    assert_int_equal(ask(copy, "PRAGMA user_version"), 1);
    assert_int_equal(ask(copy, "PRAGMA application_id"), DB_APPLICATION_ID);
    assert_int_equal(ask(copy, "SELECT count(*) FROM a"), 1);
}

static void a_step_that_fails_changes_nothing(void **state)
{
    struct place *p = *state;
    static const struct schema *const bad[] = { &BAD, &LOOSE };
    const char *path = old_file(p), *copy;
    struct db *db = NULL;

    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        err_clear(&p->e);
        assert_false(schema_open(
            bad[i], path, &(struct db_options){ .clock = &p->clock }, &p->a, &db, &copy, &p->e));
        assert_int_equal(p->e.kind, ERR_STORE);
        assert_int_equal(ask(path, "PRAGMA user_version"), 1);
        assert_int_equal(ask(path, "SELECT count(*) FROM a WHERE x = 'one'"), 1);
        assert_int_equal(ask(path, "SELECT count(*) FROM sqlite_schema WHERE name = 'c'"), 0);
    }
}

/* A desk that may only look at it cannot bring it up to date; it says so and leaves nothing beside it. */
static void an_older_database_that_may_only_be_read_is_refused(void **state)
{
    struct place *p = *state;
    const char *path = old_file(p), *copy = NULL;
    struct db *db = NULL;

    assert_false(schema_open(&SECOND, path, &(struct db_options){ .read_only = true, .clock = &p->clock }, &p->a, &db,
        &copy, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_non_null(strstr(p->e.msg.id, "may only be read here"));
    assert_string_equal(p->e.msg.arg[0], path);
    assert_int_equal(ask(path, "PRAGMA user_version"), 1);
    assert_int_not_equal(access(arena_printf(&p->a, "%s.before-1.2026-11-24-0", path), F_OK), 0);
}

/* What comes between: done once to the first file of this name that is opened, before anything is read of it. */
static struct {
    const char *name; /* a part of it */
    void (*deed)(const char *path);
} between;

static int on_open(sqlite3 *raw, char **why, const struct sqlite3_api_routines *api)
{
    void (*deed)(const char *path) = between.deed;
    const char *path = sqlite3_db_filename(raw, "main");

    (void)why;
    (void)api;
    if (!deed || !path || !strstr(path, between.name))
        return SQLITE_OK;
    between.deed = NULL;
    deed(path);
    return SQLITE_OK;
}

static void run(const char *path, const char *sql)
{
    sqlite3 *raw = NULL;

    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    bare(raw, sql);
    sqlite3_close(raw);
}

static void of_another_version(const char *path)
{
    run(path, "PRAGMA user_version = 0");
}

static void without_a_table(const char *path)
{
    run(path, "DROP TABLE b");
}

/* Every row can still be read; the page says that it lacks bytes which it has (fragmented free bytes, file format 1.6). */
static void with_a_bad_page(const char *path)
{
    int64_t page = ask(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'b'");
    int64_t size = ask(path, "PRAGMA page_size");
    int fd = open(path, O_RDWR);

    assert_int_equal(pwrite(fd, "\x05", 1, (page - 1) * size + 7), 1);
    close(fd);
}

static void a_copy_that_cannot_be_read_back_stops_the_upgrade(void **state)
{
    struct place *p = *state;
    static void (*const deeds[])(const char *) = { of_another_version, without_a_table, with_a_bad_page };
    const char *path = old_file(p), *copy;
    struct db *db = NULL;

    assert_int_equal(sqlite3_auto_extension((void (*)(void))on_open), SQLITE_OK);
    for (size_t i = 0; i < COUNT_OF(deeds); i++) {
        err_clear(&p->e);
        between.name = ".before-1.";
        between.deed = deeds[i];
        assert_false(schema_open(&SECOND, path, &(struct db_options){ .clock = &p->clock }, &p->a, &db, &copy, &p->e));
        assert_null(between.deed);
        assert_int_equal(p->e.kind, ERR_STORE);
        assert_non_null(strstr(p->e.msg.id, "cannot be read back"));
        assert_int_equal(ask(path, "PRAGMA user_version"), 1);
        assert_int_equal(ask(path, "SELECT count(*) FROM a WHERE x = 'one'"), 1);
    }
    sqlite3_cancel_auto_extension((void (*)(void))on_open);
}

static void by_somebody_else(const char *path)
{
    struct err e = ERR_INIT;
    char theirs[128];

    snprintf(theirs, sizeof theirs, "%.*s", (int)(strlen(path) - strlen(".new")), path);
    assert_true(file_write(theirs, "theirs", 6, FILE_QUICK, &e));
}

static void a_file_that_came_while_a_database_was_made_is_not_replaced(void **state)
{
    struct place *p = *state;
    const char *path = arena_printf(&p->a, "%s/second.db", p->folder), *text;
    struct db *db = NULL;
    size_t n;

    assert_int_equal(sqlite3_auto_extension((void (*)(void))on_open), SQLITE_OK);
    between.name = "second.db.new";
    between.deed = by_somebody_else;
    assert_false(migrate_create(path, &(struct db_options){ .clock = &p->clock }, &db, &p->e));
    sqlite3_cancel_auto_extension((void (*)(void))on_open);
    assert_string_equal(p->e.msg.arg[0], path);
    err_clear(&p->e);
    assert_true(file_read(path, 100, &p->a, &text, &n, &p->e));
    assert_int_equal(n, 6);
    assert_memory_equal(text, "theirs", 6);
    assert_int_not_equal(access(arena_printf(&p->a, "%s.new", path), F_OK), 0);
}

static void a_current_database_needs_no_copy(void **state)
{
    struct place *p = *state;
    const char *copy = NULL;
    struct db *db = NULL;

    place_close(p);
    assert_true(migrate_open(
        p->path, &(struct db_options){ .clock = &p->clock }, &p->a, &db, &copy, &p->e));
    assert_string_equal(copy, "");
    db_close(db);
}

static void a_newer_database_is_left_alone(void **state)
{
    struct place *p = *state;
    const char *path = old_file(p), *copy;
    struct db *db = NULL;

    assert_true(schema_open(
        &SECOND, path, &(struct db_options){ .clock = &p->clock }, &p->a, &db, &copy, &p->e));
    db_close(db);
    assert_false(schema_open(
        &FIRST, path, &(struct db_options){ .clock = &p->clock }, &p->a, &db, &copy, &p->e));
    assert_int_equal(p->e.kind, ERR_INPUT);
    assert_int_equal(ask(path, "PRAGMA user_version"), 2);
}

static void a_new_database_never_replaces_a_file(void **state)
{
    struct place *p = *state;
    struct db *db = NULL;

    assert_false(migrate_create(p->path, &(struct db_options){ .clock = &p->clock }, &db, &p->e));
    assert_int_equal(p->e.kind, ERR_INPUT);
}

static void a_half_made_database_of_a_killed_program_is_made_again(void **state)
{
    struct place *p = *state;
    const char *path = arena_printf(&p->a, "%s/second.db", p->folder);
    struct db *db = NULL;

    assert_true(file_write(arena_printf(&p->a, "%s.new", path), "half", 4, FILE_QUICK, &p->e));
    assert_true(migrate_create(path, &(struct db_options){ .clock = &p->clock }, &db, &p->e));
    db_close(db);
    assert_int_not_equal(access(arena_printf(&p->a, "%s.new", path), F_OK), 0);
}

static void a_new_database_has_the_digest_that_the_build_computed(void **state)
{
    struct place *p = *state;
    bool holds = false;

    assert_true(migrate_schema_holds(p->db, &holds, &p->e));
    assert_true(holds);
}

/* The program's steps and two more. */
static struct schema upgrade_by(struct arena *a, const char *first, const char *second)
{
    int64_t now = migrate_current();
    const char **steps = ARENA_ARRAY(a, const char *, (size_t)now + 2);

    for (int64_t i = 0; i < now; i++)
        steps[i] = migrate_step_sql(i + 1);
    steps[now] = first;
    steps[now + 1] = second;
    return (struct schema){ steps, now + 2, true };
}

/* tests/old-db/NNN.sql: what a desk had stored when step NNN was the newest; its tables are the
 * step's. NULL when there is none: a step that no release has carried out yet. */
static const char *database_of(struct place *p, int64_t version)
{
    const char *sql, *path = arena_printf(&p->a, "%s/release.db", p->folder);
    const char *dump = arena_printf(
        &p->a, "%s/tests/old-db/%03d.sql", str_or(getenv("top_srcdir"), "."), (int)version);
    struct schema then = upgrade_by(&p->a, NULL, NULL);
    char own[sizeof p->path];
    struct db *db = NULL;
    size_t n;

    if (access(dump, F_OK) != 0)
        return NULL;
    then.n = version;
    then.checked = false;
    assert_true(schema_create(&then, path, &(struct db_options){ .clock = &p->clock }, &db, &p->e));
    db_close(db);
    assert_true(file_read(dump, 1 << 22, &p->a, &sql, &n, &p->e));
    str_copy(own, sizeof own, p->path);
    str_copy(p->path, sizeof p->path, path);
    tamper(p, sql);
    str_copy(p->path, sizeof p->path, own);
    return path;
}

static void every_released_version_opens_and_holds_all_rules(void **state)
{
    struct place *p = *state;
    struct verify_report r;
    const char *copy;
    struct db *db = NULL;

    for (int64_t version = 1; version <= migrate_current(); version++) {
        const char *path = database_of(p, version);
        assert_true(path || version > 1);
        if (!path)
            continue;
        if (!migrate_open(
                path, &(struct db_options){ .clock = &p->clock }, &p->a, &db, &copy, &p->e))
            fail_msg("%s %s", p->e.msg.id, p->e.msg.arg[0]);
        assert_true(
            verify_run(db, &(struct verify_options){ .now = clock_wall(&p->clock), .offset = 540 },
                &p->a, &r, &p->e));
        for (size_t i = 0; i < r.n; i++)
            print_message("# %s %s\n", r.item[i].rule, r.item[i].which);
        assert_int_equal(r.n, 0);
        db_close(db);
        assert_int_equal(ask(path, "SELECT sum(yen) FROM payment"), 33000);
        assert_int_equal(ask(path, "SELECT perpetual_after FROM closing"), 33000);
        assert_true(ask(path, "SELECT count(*) FROM audit") > 8);
        unlink(path);
    }
}

/* Steps that change what may not be changed: each is refused before the commit, and the one before
 * it goes with it. */
static void an_upgrade_after_which_the_record_does_not_hold_changes_nothing(void **state)
{
    struct place *p = *state;
    static const struct {
        const char *step, *says;
    } wrong[] = {
        { "UPDATE person SET search_name = 'x' WHERE id = 1", "K1 (person 1)" },
        { "DELETE FROM step WHERE id = 1", "A5 (step 1)" },
        { "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT", "D5 (schema)" },
        { "UPDATE charge SET unit_yen = 34000, yen = 34000", "money" },
        { "UPDATE payment SET yen = yen - 1, change = change + 1", "money" },
        { "UPDATE closing SET perpetual_after = 1", "money" },
        { "UPDATE closing SET expected_cash = expected_cash + 1, difference = difference - 1, reason = 'x'", "money" },
        { "UPDATE closing SET counted_cash = counted_cash + 1, difference = difference + 1, deposit = deposit + 1, reason = 'x'", "money" },
        { "UPDATE closing SET day = '2026-11-23'", "money" },
        { "DELETE FROM closing_confirm; DELETE FROM closing", "money" },
        { "DELETE FROM audit_body WHERE seq = (SELECT max(seq) FROM audit);"
          "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
            "money" },
    };

    fill_day(p);
    place_close(p);
    triggers_away(p);
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        const struct schema upgrade
            = upgrade_by(&p->a, "UPDATE setting SET value = '9' WHERE key = 'none'", wrong[i].step);
        const char *copy;
        struct db *db = NULL;
        err_clear(&p->e);
        assert_false(schema_open(&upgrade, p->path, &(struct db_options){ .clock = &p->clock },
            &p->a, &db, &copy, &p->e));
        assert_int_equal(p->e.kind, ERR_STORE);
        if (!strstr(p->e.msg.id, wrong[i].says) && !strstr(p->e.msg.arg[0], wrong[i].says))
            fail_msg("%s: %s %s", wrong[i].step, p->e.msg.id, p->e.msg.arg[0]);
        assert_int_equal(ask(p->path, "PRAGMA user_version"), migrate_current());
        assert_int_equal(ask(p->path, "SELECT count(*) FROM person WHERE search_name = 'x'"), 0);
        assert_int_equal(ask(p->path, "SELECT count(*) FROM step WHERE id = 1"), 1);
    }
}

static void an_upgrade_after_which_everything_holds_is_committed_whole(void **state)
{
    struct place *p = *state;
    const char *path = database_of(p, 1), *copy;
    const struct schema upgrade
        = upgrade_by(&p->a, "DELETE FROM setting WHERE key = 'none'", "SELECT 1");
    struct db *db = NULL;

    assert_non_null(path);
    if (!schema_open(
            &upgrade, path, &(struct db_options){ .clock = &p->clock }, &p->a, &db, &copy, &p->e))
        fail_msg("%s %s", p->e.msg.id, p->e.msg.arg[0]);
    db_close(db);
    assert_int_equal(ask(path, "PRAGMA user_version"), migrate_current() + 2);
    assert_int_equal(ask(copy, "PRAGMA user_version"), 1);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(an_older_database_is_copied_and_brought_up_to_date),
        WITH(a_step_that_fails_changes_nothing),
        WITH(an_older_database_that_may_only_be_read_is_refused),
        WITH(a_copy_that_cannot_be_read_back_stops_the_upgrade),
        WITH(a_file_that_came_while_a_database_was_made_is_not_replaced),
        WITH(a_current_database_needs_no_copy),
        WITH(a_newer_database_is_left_alone),
        WITH(a_new_database_never_replaces_a_file),
        WITH(a_half_made_database_of_a_killed_program_is_made_again),
        WITH(a_new_database_has_the_digest_that_the_build_computed),
        WITH(an_upgrade_after_which_the_record_does_not_hold_changes_nothing),
        WITH(an_upgrade_after_which_everything_holds_is_committed_whole),
        WITH(every_released_version_opens_and_holds_all_rules),
    };
    return cmocka_run_group_tests_name("migrate", tests, NULL, NULL);
}
