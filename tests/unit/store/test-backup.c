/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies and the way back: what is copied is what is stored, generations, damage, disk full, other
 * terminals. */
#include "tests/unit/store/fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/queue.h"
#include "sys/file.h"

static struct backup_options options(struct place *p)
{
    return (struct backup_options){ .folder = arena_printf(&p->a, "%s/copies", p->folder),
        .clock = &p->clock,
        .offset = 540,
        .by = 1 };
}

static struct backup_made make(struct place *p)
{
    struct backup_options o = options(p);
    struct backup_made m;

    if (!backup_make(p->db, &o, &p->a, &m, &p->e))
        fail_msg("%s %s %s", p->e.msg.id, p->e.msg.arg[0], p->e.msg.arg[1]);
    return m;
}

static struct backup_made make_later(struct place *p)
{
    clock_advance(&p->clock, 86400000LL * 31);
    return make(p);
}

static int64_t ask(const char *path, const char *sql)
{
    sqlite3 *raw = NULL;

    assert_int_equal(sqlite3_open_v2(path, &raw, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    int64_t n = bare_int(raw, sql);
    sqlite3_close(raw);
    return n;
}

static size_t files_in(const char *folder)
{
    DIR *d = opendir(folder);
    size_t n = 0;

    for (struct dirent *x = d ? readdir(d) : NULL; x; x = readdir(d))
        n += !str_eq(x->d_name, ".") && !str_eq(x->d_name, "..");
    if (d)
        closedir(d);
    return n;
}

static void a_backup_holds_what_the_database_holds_and_its_sum_agrees(void **state)
{
    struct place *p = *state;
    char content[SHA3_TEXT];
    struct stat st;

    fill_day(p);
    assert_true(verify_content_digest(p->db, content, &p->e));
    struct backup_made m = make(p);
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
        assert_int_equal(make(p).report.n, 0);
    }
    assert_int_equal(make_later(p).removed, 1); /* the thirteenth month */
    tamper(p, "UPDATE staff SET name = 'x' WHERE id = 2");
    struct backup_made m = make_later(p);
    bool a9 = false;
    for (size_t i = 0; i < m.report.n; i++)
        a9 |= str_eq(m.report.item[i].rule, "A9");
    assert_true(a9);
    assert_int_equal(m.removed, 0);
}

/* A page of an index is overwritten: every row can still be read, the file is damaged all the same. */
static void damage(const char *path)
{
    int64_t page = ask(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'change_by_object'");
    int64_t size = ask(path, "PRAGMA page_size");
    int fd = open(path, O_RDWR);

    assert_int_equal(pwrite(fd, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8, (page - 1) * size), 8);
    close(fd);
}

/* A disk that gives back something else than was written, while the copy is looked at. */
struct bad_disk {
    struct place *p;
    const char *copy; /* as a shell names it */
};

static bool give_back_something_else(void *arg, size_t done, size_t all)
{
    struct bad_disk *x = arg;
    const char *other = arena_printf(&x->p->a, "%s/other", x->p->folder);

    if (done + 1 < all)
        return true;
    said_by(x->p, arena_printf(&x->p->a, "cat %s > %s", x->copy, other));
    sqlite3 *raw = NULL;
    assert_int_equal(sqlite3_open(other, &raw), SQLITE_OK);
    bare(raw, "UPDATE person SET address = '大阪市' WHERE id = 1");
    sqlite3_close(raw);
    said_by(x->p, arena_printf(&x->p->a, "cat %s > %s && rm %s", other, x->copy, other));
    return true;
}

static void a_damaged_file_is_not_copied_over_the_good_ones(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
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
    struct backup_options o = options(p);
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
    struct backup_made m = make(p);
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

static void a_name_that_is_no_backups_is_nobodys_to_remove(void **state)
{
    day d;

    (void)state;
    assert_true(backup_day("madoguchi-2026-11-24-101500.db", &d));
    assert_false(backup_day("madoguchi-2026-13-24-101500.db", &d));
    assert_false(backup_day("madoguchi-2026-11-24-10150x.db", &d));
    assert_false(backup_day("madoguchi-2026-11-24.db", &d));
    assert_false(backup_day("desk.db", &d));
}

static void a_backup_comes_back_and_the_replaced_one_is_kept(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;
    const char *kept;

    fill_day(p);
    struct backup_made m = make(p);
    clock_advance(&p->clock, 60000);
    act(p, "UPDATE person SET address = '大阪市' WHERE id = 1", "edit", "person", 1, 2);
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_true(r.sum_known);
    assert_true(r.same_history);
    assert_int_equal(r.lost, 2); /* the row of the backup, and the edit */
    assert_string_equal(r.content, m.content);
    assert_true(restore_commit(&r, &o, 3, &p->a, &kept, &p->e));
    assert_int_equal(ask(p->path, "SELECT count(*) FROM person WHERE address = '大阪市'"), 0);
    assert_int_equal(ask(kept, "SELECT count(*) FROM person WHERE address = '大阪市'"), 1);
    assert_int_equal(ask(p->path,
                         "SELECT json_extract(body, '$.more.lost') = 2 AND json_extract(body, "
                         "'$.more.second') = 3"
                         " FROM audit_body JOIN audit USING (seq) WHERE verb = 'restore'"),
        1);
    assert_int_not_equal(access(r.side, F_OK), 0);
}

static void somebody_who_came_after_the_backup_may_restore_it(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;
    const char *kept;

    fill_day(p);
    struct backup_made m = make(p);
    act(p, "INSERT INTO staff (id, login, name, created_at) VALUES (9, 'new', '新', 1)", "staff", "staff", 9, 4);
    o.by = 9;
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    if (!restore_commit(&r, &o, 3, &p->a, &kept, &p->e))
        fail_msg("%s", p->e.msg.id);
    assert_int_equal(ask(p->path,
                         "SELECT staff = 1 AND json_extract(body, '$.more.by') = 9 FROM audit_body"
                         " JOIN audit USING (seq) WHERE verb = 'restore'"),
        1);
}

static void a_terminal_that_is_open_goes_on_with_what_was_restored(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    int64_t before, after;
    struct restore r;
    const char *kept;

    fill_day(p);
    struct backup_made m = make(p);
    act(p, "UPDATE person SET address = '大阪市' WHERE id = 1", "edit", "person", 1, 2);
    assert_true(db_data_version(p->db, &before, &p->e));
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_true(restore_commit(&r, &o, 3, &p->a, &kept, &p->e));
    assert_true(db_data_version(p->db, &after, &p->e));
    assert_int_not_equal(before, after);
    act(p, "UPDATE person SET address = '堺市' WHERE id = 1", "edit", "person", 1, 2);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM person WHERE address = '堺市'"), 1);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'restore'"), 1);
}

static void a_damaged_database_is_replaced_and_kept_aside(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;
    const char *kept;

    fill_day(p);
    struct backup_made m = make(p);
    place_close(p);
    assert_true(file_write(p->path, "no database", 11, FILE_QUICK, &p->e));
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_int_equal(r.lost, -1);
    assert_true(restore_commit(&r, &o, 3, &p->a, &kept, &p->e));
    assert_int_equal(ask(p->path, "SELECT yen FROM payment"), 33000);
    assert_int_equal(access(kept, F_OK), 0);
    place_open(p);
    assert_true(verify_start(p->db, &p->e));
}

static void a_lost_database_comes_back(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;
    const char *kept;

    fill_day(p);
    struct backup_made m = make(p);
    place_close(p);
    unlink(p->path);
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_true(restore_commit(&r, &o, 0, &p->a, &kept, &p->e));
    assert_string_equal(kept, "");
    assert_int_equal(ask(p->path, "SELECT yen FROM payment"), 33000);
}

static void a_backup_whose_sum_differs_is_refused(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;

    fill_day(p);
    struct backup_made m = make(p);
    sqlite3 *raw = NULL;
    assert_int_equal(sqlite3_open(m.path, &raw), SQLITE_OK);
    bare(raw, "UPDATE person SET address = 'x'");
    sqlite3_close(raw);
    assert_false(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_int_not_equal(access(r.side, F_OK), 0);
}

/* On another disk the check sum may be missing: the damage is found all the same, before anything is replaced. */
static void a_damaged_backup_without_a_sum_is_refused(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;

    fill_day(p);
    struct backup_made m = make(p);
    assert_int_equal(unlink(arena_printf(&p->a, "%s.sha256", m.path)), 0);
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_false(r.sum_known);
    restore_abandon(&r);
    damage(m.path);
    assert_false(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_non_null(strstr(p->e.msg.id, "is damaged itself"));
    assert_string_equal(p->e.msg.arg[0], m.path);
    assert_int_not_equal(access(r.side, F_OK), 0);
}

static void a_side_file_that_does_not_hold_what_the_backup_holds_is_refused(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct bad_disk x = { p, arena_printf(&p->a, "%s.restoring", p->path) };
    struct restore r;

    fill_day(p);
    struct backup_made m = make(p);
    o.progress = give_back_something_else;
    o.arg = &x;
    assert_false(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_non_null(strstr(p->e.msg.id, "does not hold what the backup holds"));
    assert_int_not_equal(access(r.side, F_OK), 0);
}

/* It is refused by its own name, not by that of a side file that is gone when somebody looks for it. */
static void a_backup_of_a_newer_program_is_refused_by_its_name(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;
    sqlite3 *raw = NULL;

    fill_day(p);
    struct backup_made m = make(p);
    assert_int_equal(unlink(arena_printf(&p->a, "%s.sha256", m.path)), 0);
    assert_int_equal(sqlite3_open(m.path, &raw), SQLITE_OK);
    bare(raw, arena_printf(&p->a, "PRAGMA user_version = %d", (int)migrate_current() + 1));
    sqlite3_close(raw);
    assert_false(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_int_equal(p->e.kind, ERR_INPUT);
    assert_string_equal(p->e.msg.arg[0], m.path);
    assert_int_not_equal(access(r.side, F_OK), 0);
}

/* Who restores is in the backup: the row of the trail is theirs, and says what came and what went. */
static void the_trail_says_who_restored_which_backup_over_what(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct audit_link replaced;
    struct restore r;
    const char *kept;

    fill_day(p);
    struct backup_made m = make(p);
    act(p, "UPDATE person SET address = '大阪市' WHERE id = 1", "edit", "person", 1, 2);
    assert_true(audit_last(p->db, &replaced, &p->e));
    o.by = 2;
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    assert_true(restore_commit(&r, &o, 3, &p->a, &kept, &p->e));
    assert_int_equal(ask(p->path,
                         arena_printf(&p->a,
                             "SELECT staff = 2 AND json_extract(body, '$.more.by') = 2"
                             " AND json_extract(body, '$.more.backup') = 'madoguchi-2026-11-24-100000.db'"
                             " AND json_extract(body, '$.more.sha256') = '%s'"
                             " AND json_extract(body, '$.more.content') = '%s'"
                             " AND json_extract(body, '$.more.replaced') = '%s'"
                             " FROM audit_body JOIN audit USING (seq) WHERE verb = 'restore'",
                             m.sha256, m.content, replaced.hash)),
        1);
}

/* Holds the turn until the restore stands at the gate; 1 when it did not wait and is through. */
static _Noreturn void hold_the_turn(struct place *p, const char *side, int told)
{
    struct clock real = clock_real();
    struct queue q;
    bool waits = false;

    if (!queue_open(&q, p->path, &p->e) || !queue_take(&q, &real, NULL, &p->e) || write(told, "t", 1) != 1)
        _exit(2);
    while (!waits && access(side, F_OK) == 0) {
        waits = flock(q.gate, LOCK_EX | LOCK_NB) != 0;
        flock(q.gate, LOCK_UN);
        sched_yield();
    }
    queue_leave(&q);
    _exit(waits ? 0 : 1);
}

/* What a terminal is storing is not overwritten under its hands. */
static void a_restore_waits_for_its_turn_like_every_writer(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;
    const char *kept;
    int told[2], status;
    char c;

    fill_day(p);
    struct backup_made m = make(p);
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    place_close(p);
    assert_int_equal(pipe(told), 0);
    pid_t child = fork();
    if (child == 0)
        hold_the_turn(p, r.side, told[1]);
    close(told[1]);
    assert_int_equal(read(told[0], &c, 1), 1);
    close(told[0]);
    assert_true(restore_commit(&r, &o, 3, &p->a, &kept, &p->e));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'restore'"), 1);
}

static void what_is_no_backup_is_refused(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;
    const char *text = arena_printf(&p->a, "%s/text.db", p->folder);

    assert_false(restore_prepare(text, p->path, &o, &p->a, &r, &p->e));
    assert_int_equal(p->e.kind, ERR_INPUT);
    err_clear(&p->e);
    assert_true(file_write(text, "hello", 5, FILE_QUICK, &p->e));
    assert_false(restore_prepare(text, p->path, &o, &p->a, &r, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
}

static void an_abandoned_restore_leaves_nothing(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct restore r;

    fill_day(p);
    struct backup_made m = make(p);
    assert_true(restore_prepare(m.path, p->path, &o, &p->a, &r, &p->e));
    restore_abandon(&r);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'restore'"), 0);
    assert_int_equal(files_in(p->folder), 4); /* desk.db, gate, turn, copies */
}

static void two_backups_in_one_second_do_not_overwrite_each_other(void **state)
{
    struct place *p = *state;
    struct backup_options o = options(p);
    struct backup_made m;

    fill_day(p);
    make(p);
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
        WITH(the_newest_of_seven_days_five_weeks_and_twelve_months_are_kept),
        cmocka_unit_test(a_name_that_is_no_backups_is_nobodys_to_remove),
        WITH(a_backup_comes_back_and_the_replaced_one_is_kept),
        WITH(somebody_who_came_after_the_backup_may_restore_it),
        WITH(a_terminal_that_is_open_goes_on_with_what_was_restored),
        WITH(a_damaged_database_is_replaced_and_kept_aside),
        WITH(a_lost_database_comes_back),
        WITH(a_backup_whose_sum_differs_is_refused),
        WITH(a_damaged_backup_without_a_sum_is_refused),
        WITH(a_side_file_that_does_not_hold_what_the_backup_holds_is_refused),
        WITH(a_backup_of_a_newer_program_is_refused_by_its_name),
        WITH(the_trail_says_who_restored_which_backup_over_what),
        WITH(a_restore_waits_for_its_turn_like_every_writer),
        WITH(what_is_no_backup_is_refused),
        WITH(an_abandoned_restore_leaves_nothing),
        WITH(two_backups_in_one_second_do_not_overwrite_each_other),
    };
    return cmocka_run_group_tests_name("backup", tests, NULL, NULL);
}
