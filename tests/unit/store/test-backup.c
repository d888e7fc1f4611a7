/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies: what is copied is what is stored, generations, damage, a disk that fails. */
#include "tests/unit/store/copies.h"

#include <sys/stat.h>
#include <unistd.h>

#include "sys/file.h"
#include "tests/unit/store/faultvfs.h"

static struct backup_made make_later(struct place *p)
{
    clock_advance(&p->clock, 86400000LL * 31);
    return copy_make(p);
}

static void a_backup_holds_what_the_database_holds_and_its_sum_agrees(void **state)
{
    struct place *p = *state;
    char content[SHA3_TEXT];
    struct stat st;

    fill_day(p);
    assert_true(verify_content_digest(p->db, content, &p->e));
    struct backup_made m = copy_make(p);
    assert_non_null(strstr(m.path, "/copies/madoguchi-2026-11-24-100000.db"));
    assert_string_equal(m.content, content);
    assert_int_equal(ask(m.path, "SELECT yen FROM payment"), 33000);
    assert_int_equal(stat(m.path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    const char *sum
        = said_by(p, arena_printf(&p->a, "cd %s/copies && sha256sum -c *.sha256", p->folder));
    assert_string_equal(sum, "madoguchi-2026-11-24-100000.db: OK");
    assert_int_equal(files_in(arena_printf(&p->a, "%s/copies", p->folder)), 2);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'backup'"), 1);
}

static void a_breach_is_copied_and_told_and_nothing_old_goes(void **state)
{
    struct place *p = *state;

    fill_staff(p);
    for (int i = 0; i < 14; i++) {
        clock_advance(&p->clock, 86400000LL * 31);
        assert_int_equal(copy_make(p).report.n, 0);
    }
    assert_int_equal(make_later(p).removed, 1); /* the thirteenth month */
    size_t files = files_in(arena_printf(&p->a, "%s/copies", p->folder));
    assert_int_equal(files % 2, 0); /* its check sum goes with each that goes */
    tamper(p, "UPDATE staff SET name = 'x' WHERE id = 2");
    struct backup_made m = make_later(p);
    bool a9 = false;
    for (size_t i = 0; i < m.report.n; i++)
        a9 |= str_eq(m.report.item[i].rule, "A9");
    assert_true(a9);
    assert_int_equal(m.removed, 0);
}

static void a_damaged_file_is_not_copied_over_the_good_ones(void **state)
{
    struct place *p = *state;
    struct backup_options o = copy_options(p);
    struct backup_made m;

    fill_day(p);
    place_close(p);
    damage(p->path);
    place_open(p);
    assert_false(backup_make(p->db, &o, &p->a, &m, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_int_equal(files_in(o.folder), 0);
}

/* A folder of backups is trusted years later: what differs by one word is no copy. */
static void a_copy_that_does_not_hold_what_was_read_is_no_backup(void **state)
{
    struct place *p = *state;
    struct backup_options o = copy_options(p);
    struct bad_disk x = { p, arena_printf(&p->a, "%s/.madoguchi-2026-11-24-100000.db.part", o.folder) };
    struct backup_made m;

    fill_day(p);
    o.progress = give_back_something_else;
    o.arg = &x;
    assert_false(backup_make(p->db, &o, &p->a, &m, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_non_null(strstr(p->e.msg.id, "does not hold what the database holds"));
    assert_int_equal(files_in(o.folder), 0);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'backup'"), 0);
}

/* The trail says which file it was: a copy found later can be told from one that was put there. */
static void the_trail_names_the_backups_file_and_its_digests(void **state)
{
    struct place *p = *state;

    fill_all(p);
    struct backup_made m = copy_make(p);
    const char *sum = said_by(p, arena_printf(&p->a, "sha256sum < %s | cut -d' ' -f1", m.path));
    assert_string_equal(m.sha256, sum);
    assert_int_equal(ask(p->path,
                         arena_printf(&p->a,
                             "SELECT json_extract(body, '$.more.sha256') = '%s'"
                             " AND json_extract(body, '$.more.content') = '%s'"
                             " AND json_extract(body, '$.more.file') = 'madoguchi-2026-11-24-100000.db'"
                             " AND json_extract(body, '$.more.breaches') = 0 AND staff = 1"
                             " FROM audit_body JOIN audit USING (seq) WHERE verb = 'backup'",
                             sum, m.content)),
        1);
}

static bool stop(void *arg, size_t done, size_t all)
{
    (void)arg;
    return done + 2 < all;
}

static void a_backup_that_is_stopped_leaves_nothing(void **state)
{
    struct place *p = *state;
    struct backup_options o = copy_options(p);
    struct backup_made m;

    fill_day(p);
    o.progress = stop;
    assert_false(backup_make(p->db, &o, &p->a, &m, &p->e));
    assert_int_equal(p->e.kind, ERR_INPUT);
    assert_non_null(strstr(p->e.msg.id, "Stopped"));
    assert_int_equal(files_in(o.folder), 0);
}

/* What a program left that was killed while it copied. */
static void a_half_copy_of_a_killed_program_does_not_stand_in_the_way(void **state)
{
    struct place *p = *state;
    struct backup_options o = copy_options(p);

    fill_day(p);
    said_by(p, arena_printf(&p->a, "mkdir -m 700 %s && echo half a copy > %s/.madoguchi-2026-11-24-100000.db.part", o.folder, o.folder));
    struct backup_made m = copy_make(p);
    assert_int_equal(ask(m.path, "SELECT yen FROM payment"), 33000);
    assert_int_equal(files_in(o.folder), 2);
}

static void a_database_that_may_only_be_read_is_copied_without_a_row_in_its_trail(void **state)
{
    struct place *p = *state;

    fill_day(p);
    place_close(p);
    assert_true(db_open(p->path, &(struct db_options){ .read_only = true, .clock = &p->clock }, &p->db, &p->e));
    struct backup_made m = copy_make(p);
    assert_int_equal(ask(m.path, "SELECT yen FROM payment"), 33000);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'backup'"), 0);
}

/* 10:00 in Osaka: a caller that does not know the desk's zone finds it in the database. */
static void the_name_has_the_time_of_the_desks_zone(void **state)
{
    struct place *p = *state;
    struct backup_options o = copy_options(p);
    static const struct {
        const char *set, *name;
    } zones[] = { { "0", "madoguchi-2026-11-24-010000.db" }, { "-300", "madoguchi-2026-11-23-200000.db" },
        { "540", "madoguchi-2026-11-24-100000.db" }, { "nine", "madoguchi-2026-11-24-100000.db" },
        { "1440", "madoguchi-2026-11-24-100000.db" }, { "-1440", "madoguchi-2026-11-24-100000.db" } };

    o.offset = 0;
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        struct backup_made m;
        o.folder = arena_printf(&p->a, "%s/%d", p->folder, (int)i);
        act(p,
            arena_printf(
                &p->a, "INSERT OR REPLACE INTO setting (key, value) VALUES ('desk.offset', '%s')", zones[i].set),
            "setting", "setting", 1, 1);
        if (!backup_make(p->db, &o, &p->a, &m, &p->e))
            fail_msg("%s %s", p->e.msg.id, p->e.msg.arg[0]);
        assert_string_equal(strrchr(m.path, '/') + 1, zones[i].name);
    }
    act(p, "UPDATE setting SET value = '0' WHERE key = 'desk.offset'", "setting", "setting", 1, 1);
    assert_non_null(strstr(copy_make(p).path, "madoguchi-2026-11-24-100000.db")); /* one that knows says 540 */
}

/* Any failure of the disk: no file that looks like a backup, or a whole one. */
static void a_disk_that_fails_leaves_no_half_backup(void **state)
{
    struct place *p = *state;
    struct backup_options o = copy_options(p);
    int failed = 0;

    fill_day(p);
    o.vfs = FAULT_VFS;
    for (int nth = 1;; nth++) {
        struct backup_made m;
        struct err e = ERR_INIT;
        o.folder = arena_printf(&p->a, "%s/%d", p->folder, nth);
        faultvfs_set(FAULT_ANY, nth, nth % 2 ? FAULT_FULL : FAULT_EIO, false);
        bool ok = backup_make(p->db, &o, &p->a, &m, &e), fired = faultvfs_fired();
        faultvfs_clear();
        assert_int_equal(files_in(o.folder), ok ? 2 : 0);
        if (ok)
            assert_int_equal(ask(m.path, "SELECT yen FROM payment"), 33000);
        else
            assert_int_equal(e.kind, ERR_STORE);
        failed += !ok;
        if (!fired)
            break;
    }
    assert_true(failed > 3);
}

static void the_newest_of_seven_days_five_weeks_and_twelve_months_are_kept(void **state)
{
    /* two a day for 400 days, the last on 2026-11-24 (a Tuesday) */
    static const char *names[801];
    static bool keep[801];
    struct place *p = *state;
    day last;
    size_t kept = 0;

    assert_true(day_parse_iso("2026-11-24", &last));
    for (int i = 0; i < 400; i++) {
        char iso[DAY_TEXT];
        day_iso(day_add(last, i - 399), iso);
        names[2 * i] = arena_printf(&p->a, "madoguchi-%s-090000.db", iso);
        names[2 * i + 1] = arena_printf(&p->a, "madoguchi-%s-170000.db", iso);
    }
    names[800] = "other.db";
    backup_keep(names, 801, keep);
    static const char *const expected[] = { "2026-11-24", "2026-11-23", "2026-11-22", "2026-11-21",
        "2026-11-20", "2026-11-19", "2026-11-18", /* days */
        "2026-11-15", "2026-11-08",
        "2026-11-01", /* Sundays: the newest of the weeks before those of 11-24 and 11-22 */
        "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31",
        "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31" };
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        bool found = false;
        for (size_t k = 0; k < 800; k++)
            found |= keep[k] && strstr(names[k], expected[i]) && strstr(names[k], "-170000");
        if (!found)
            fail_msg("%s is not kept", expected[i]);
    }
    for (size_t k = 0; k < 800; k++)
        kept += keep[k];
    assert_int_equal(kept, COUNT_OF(expected));
    assert_true(keep[800]);
}

/* Years that have the same month are not one month. */
static void the_same_month_of_three_years_is_kept_three_times(void **state)
{
    static const char *names[33];
    bool keep[33];
    struct place *p = *state;

    names[0] = "madoguchi-2024-12-31-170000.db";
    names[1] = "madoguchi-2025-12-31-170000.db";
    for (int i = 1; i <= 31; i++)
        names[1 + i] = arena_printf(&p->a, "madoguchi-2026-12-%02d-170000.db", i);
    backup_keep(names, COUNT_OF(names), keep);
    assert_true(keep[0]);
    assert_true(keep[1]);
    assert_true(keep[32]);
    assert_false(keep[2]);
}

static void a_name_that_is_no_backups_is_nobodys_to_remove(void **state)
{
    day d;

    (void)state;
    assert_true(backup_day("madoguchi-2026-11-24-101500.db", &d));
    assert_false(backup_day("madoguchi-2026-13-24-101500.db", &d));
    assert_false(backup_day("madoguchi-2026-11-24-10150x.db", &d));
    assert_false(backup_day("madoguchi-2026-11-24x101500.db", &d));
    assert_false(backup_day("madoguchi-2026-11-24.db", &d));
    assert_false(backup_day("desk.db", &d));
}

static void two_backups_in_one_second_do_not_overwrite_each_other(void **state)
{
    struct place *p = *state;
    struct backup_options o = copy_options(p);
    struct backup_made m;

    fill_day(p);
    copy_make(p);
    assert_false(backup_make(p->db, &o, &p->a, &m, &p->e));
    assert_int_equal(p->e.kind, ERR_INPUT);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(a_backup_holds_what_the_database_holds_and_its_sum_agrees),
        WITH(a_breach_is_copied_and_told_and_nothing_old_goes),
        WITH(a_damaged_file_is_not_copied_over_the_good_ones),
        WITH(a_copy_that_does_not_hold_what_was_read_is_no_backup),
        WITH(the_trail_names_the_backups_file_and_its_digests),
        WITH(a_backup_that_is_stopped_leaves_nothing),
        WITH(a_half_copy_of_a_killed_program_does_not_stand_in_the_way),
        WITH(a_database_that_may_only_be_read_is_copied_without_a_row_in_its_trail),
        WITH(the_name_has_the_time_of_the_desks_zone),
        WITH(a_disk_that_fails_leaves_no_half_backup),
        WITH(the_same_month_of_three_years_is_kept_three_times),
        WITH(the_newest_of_seven_days_five_weeks_and_twelve_months_are_kept),
        cmocka_unit_test(a_name_that_is_no_backups_is_nobodys_to_remove),
        WITH(two_backups_in_one_second_do_not_overwrite_each_other),
    };

    faultvfs_install();
    return cmocka_run_group_tests_name("backup", tests, NULL, NULL);
}
