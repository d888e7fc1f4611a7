/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way back: what comes back is what was copied, the replaced one is kept, other terminals go on, and whatever
 * fails leaves the database that was there. */
#include "tests/unit/store/copies.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/queue.h"
#include "sys/file.h"
#include "tests/unit/store/faultvfs.h"

/* A clean day, its backup, and the way back to it. */
struct way {
    struct place *p;
    struct backup_options o;
    struct backup_made m;
    struct restore r;
    const char *kept; /* the replaced database */
};

static void fill_and_copy(struct way *w)
{
    w->o = copy_options(w->p);
    fill_day(w->p);
    w->m = copy_make(w->p);
}

static int set_up(void **state)
{
    struct way *w = calloc(1, sizeof *w);

    assert_non_null(w);
    place_make(state);
    w->p = *state;
    fill_and_copy(w);
    *state = w;
    return 0;
}

static int tear_down(void **state)
{
    struct way *w = *state;
    void *place = w->p;

    free(w);
    return place_remove(&place);
}

static bool prepare(struct way *w)
{
    return restore_prepare(w->m.path, w->p->path, &w->o, &w->p->a, &w->r, &w->p->e);
}

static bool commit(struct way *w)
{
    return restore_commit(&w->r, &w->o, 3, &w->p->a, &w->kept, &w->p->e);
}

/* What happens after the backup and is lost with the restore. */
static void move_to_osaka(struct way *w)
{
    act(w->p, "UPDATE person SET address = '大阪市' WHERE id = 1", "edit", "person", 1, 2);
}

static bool lives_in_osaka(const char *path)
{
    return ask(path, "SELECT count(*) FROM person WHERE address = '大阪市'") == 1;
}

static void a_backup_comes_back_and_the_replaced_one_is_kept(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    clock_advance(&p->clock, 60000);
    move_to_osaka(w);
    assert_true(prepare(w));
    assert_true(w->r.sum_known);
    assert_true(w->r.same_history);
    assert_int_equal(w->r.lost, 2); /* the row of the backup, and the edit */
    assert_string_equal(w->r.content, w->m.content);
    assert_true(commit(w));
    assert_false(lives_in_osaka(p->path));
    assert_true(lives_in_osaka(w->kept));
    assert_int_equal(ask(p->path,
                         "SELECT json_extract(body, '$.more.lost') = 2 AND json_extract(body, "
                         "'$.more.second') = 3"
                         " FROM audit_body JOIN audit USING (seq) WHERE verb = 'restore'"),
        1);
    assert_int_not_equal(access(w->r.side, F_OK), 0);
}

static void somebody_who_came_after_the_backup_may_restore_it(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    act(p, "INSERT INTO staff (id, login, name, created_at) VALUES (9, 'new', '新', 1)", "staff", "staff", 9, 4);
    w->o.by = 9;
    assert_true(prepare(w));
    if (!commit(w))
        fail_msg("%s", p->e.msg.id);
    assert_int_equal(ask(p->path,
                         "SELECT staff = 1 AND json_extract(body, '$.more.by') = 9 FROM audit_body"
                         " JOIN audit USING (seq) WHERE verb = 'restore'"),
        1);
}

static void a_terminal_that_is_open_goes_on_with_what_was_restored(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;
    int64_t before, after;

    move_to_osaka(w);
    assert_true(db_data_version(p->db, &before, &p->e));
    assert_true(prepare(w));
    assert_true(commit(w));
    assert_true(db_data_version(p->db, &after, &p->e));
    assert_int_not_equal(before, after);
    act(p, "UPDATE person SET address = '堺市' WHERE id = 1", "edit", "person", 1, 2);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM person WHERE address = '堺市'"), 1);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'restore'"), 1);
}

static void a_damaged_database_is_replaced_and_kept_aside(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    place_close(p);
    assert_true(file_write(p->path, "no database", 11, FILE_QUICK, &p->e));
    assert_true(prepare(w));
    assert_int_equal(w->r.lost, -1);
    assert_true(commit(w));
    assert_int_equal(ask(p->path, "SELECT yen FROM payment"), 33000);
    assert_int_equal(access(w->kept, F_OK), 0);
    place_open(p);
    assert_true(verify_start(p->db, &p->e));
}

static void a_lost_database_comes_back(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    place_close(p);
    unlink(p->path);
    assert_true(prepare(w));
    assert_true(restore_commit(&w->r, &w->o, 0, &p->a, &w->kept, &p->e));
    assert_string_equal(w->kept, "");
    assert_int_equal(ask(p->path, "SELECT yen FROM payment"), 33000);
}

static void a_backup_whose_sum_differs_is_refused(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    sqlite3 *raw = NULL;
    assert_int_equal(sqlite3_open(w->m.path, &raw), SQLITE_OK);
    bare(raw, "UPDATE person SET address = 'x'");
    sqlite3_close(raw);
    assert_false(prepare(w));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_int_not_equal(access(w->r.side, F_OK), 0);
}

/* On another disk the check sum may be missing: the damage is found all the same, before anything is replaced. */
static void a_damaged_backup_without_a_sum_is_refused(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    assert_int_equal(unlink(arena_printf(&p->a, "%s.sha256", w->m.path)), 0);
    assert_true(prepare(w));
    assert_false(w->r.sum_known);
    restore_abandon(&w->r);
    damage(w->m.path);
    assert_false(prepare(w));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_non_null(strstr(p->e.msg.id, "is damaged itself"));
    assert_string_equal(p->e.msg.arg[0], w->m.path);
    assert_int_not_equal(access(w->r.side, F_OK), 0);
}

static void a_side_file_that_does_not_hold_what_the_backup_holds_is_refused(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;
    struct bad_disk x = { p, arena_printf(&p->a, "%s.restoring", p->path) };

    w->o.progress = give_back_something_else;
    w->o.arg = &x;
    assert_false(prepare(w));
    assert_int_equal(p->e.kind, ERR_STORE);
    assert_non_null(strstr(p->e.msg.id, "does not hold what the backup holds"));
    assert_int_not_equal(access(w->r.side, F_OK), 0);
}

/* It is refused by its own name, not by that of a side file that is gone when somebody looks for it. */
static void a_backup_of_a_newer_program_is_refused_by_its_name(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;
    sqlite3 *raw = NULL;

    assert_int_equal(unlink(arena_printf(&p->a, "%s.sha256", w->m.path)), 0);
    assert_int_equal(sqlite3_open(w->m.path, &raw), SQLITE_OK);
    bare(raw, arena_printf(&p->a, "PRAGMA user_version = %d", (int)migrate_current() + 1));
    sqlite3_close(raw);
    assert_false(prepare(w));
    assert_int_equal(p->e.kind, ERR_INPUT);
    assert_string_equal(p->e.msg.arg[0], w->m.path);
    assert_int_not_equal(access(w->r.side, F_OK), 0);
}

/* Who restores is in the backup: the row of the trail is theirs, and says what came and what went. */
static void the_trail_says_who_restored_which_backup_over_what(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;
    struct audit_link replaced;

    move_to_osaka(w);
    assert_true(audit_last(p->db, &replaced, &p->e));
    w->o.by = 2;
    assert_true(prepare(w));
    assert_true(commit(w));
    assert_int_equal(ask(p->path,
                         arena_printf(&p->a,
                             "SELECT staff = 2 AND json_extract(body, '$.more.by') = 2"
                             " AND json_extract(body, '$.more.backup') = 'madoguchi-2026-11-24-100000.db'"
                             " AND json_extract(body, '$.more.sha256') = '%s'"
                             " AND json_extract(body, '$.more.content') = '%s'"
                             " AND json_extract(body, '$.more.replaced') = '%s'"
                             " FROM audit_body JOIN audit USING (seq) WHERE verb = 'restore'",
                             w->m.sha256, w->m.content, replaced.hash)),
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
    struct way *w = *state;
    struct place *p = w->p;
    int told[2], status;
    char c;

    assert_true(prepare(w));
    place_close(p);
    assert_int_equal(pipe(told), 0);
    pid_t child = fork();
    if (child == 0)
        hold_the_turn(p, w->r.side, told[1]);
    close(told[1]);
    assert_int_equal(read(told[0], &c, 1), 1);
    close(told[0]);
    assert_true(commit(w));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'restore'"), 1);
}

static void what_is_no_backup_is_refused(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;
    const char *text = arena_printf(&p->a, "%s/text.db", p->folder);

    assert_false(restore_prepare(text, p->path, &w->o, &p->a, &w->r, &p->e));
    assert_int_equal(p->e.kind, ERR_INPUT);
    err_clear(&p->e);
    assert_true(file_write(text, "hello", 5, FILE_QUICK, &p->e));
    assert_false(restore_prepare(text, p->path, &w->o, &p->a, &w->r, &p->e));
    assert_int_equal(p->e.kind, ERR_STORE);
}

static void an_abandoned_restore_leaves_nothing(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    assert_true(prepare(w));
    restore_abandon(&w->r);
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'restore'"), 0);
    assert_int_equal(files_in(p->folder), 4); /* desk.db, gate, turn, copies */
}

static bool stop(void *arg, size_t done, size_t all)
{
    (void)arg;
    return done + 2 < all;
}

static void a_restore_that_is_stopped_leaves_nothing(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    w->o.progress = stop;
    assert_false(prepare(w));
    assert_int_equal(p->e.kind, ERR_INPUT);
    assert_non_null(strstr(p->e.msg.id, "Stopped"));
    assert_int_not_equal(access(w->r.side, F_OK), 0);
}

static void a_side_file_of_a_killed_restore_does_not_stand_in_the_way(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    said_by(p, arena_printf(&p->a, "echo half a copy > %s.restoring", p->path));
    if (!prepare(w))
        fail_msg("%s %s %s", p->e.msg.id, p->e.msg.arg[0], p->e.msg.arg[1]);
    assert_string_equal(w->r.content, w->m.content);
    restore_abandon(&w->r);
}

/* What the question before the restore says: until when the backup knows, and whether it is of this desk at all. */
static void a_backup_of_another_history_is_told_before_anything_is_lost(void **state)
{
    struct place *p = *state;
    struct way *w = &(struct way){ .p = p };

    place_keep(p);
    place_open(p);
    fill_and_copy(w);
    int64_t at = ask(w->m.path, "SELECT at FROM audit ORDER BY seq DESC LIMIT 1");
    int64_t last = ask(w->m.path, "SELECT max(seq) FROM audit");
    clock_advance(&p->clock, 60000);
    act(p, "SELECT 1", "read", "request", 1, 2);
    assert_true(prepare(w));
    assert_true(w->r.same_history);
    assert_int_equal(w->r.last.s, at);
    assert_int_equal(w->r.last_seq, last);
    restore_abandon(&w->r);
    place_again(p); /* the same beginning, then another day with as many rows */
    place_open(p);
    fill_day(p);
    assert_true(prepare(w));
    assert_false(w->r.same_history);
    assert_int_equal(w->r.lost, 0);
    restore_abandon(&w->r);
    place_again(p); /* one that ends before the backup does knows nothing of its last row */
    place_open(p);
    assert_true(prepare(w));
    assert_false(w->r.same_history);
    restore_abandon(&w->r);
}

/* A journal that stayed beside the emptied file would be played back into the restored one. */
static void the_journal_of_an_empty_file_goes_aside_with_it(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    place_close(p);
    said_by(p, arena_printf(&p->a, ": > %s; echo its journal > %s-journal", p->path, p->path));
    assert_true(prepare(w));
    assert_true(commit(w));
    assert_int_equal(access(w->kept, F_OK), 0);
    assert_string_equal(said_by(p, arena_printf(&p->a, "cat %s-journal", w->kept)), "its journal");
    assert_int_not_equal(access(arena_printf(&p->a, "%s-journal", p->path), F_OK), 0);
    assert_int_equal(ask(p->path, "SELECT yen FROM payment"), 33000);
}

static void two_restores_on_one_day_keep_both_replaced_databases(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;
    static const char *const towns[] = { "大阪市", "堺市" };
    const char *kept[2];

    for (int i = 0; i < 2; i++) {
        act(p, arena_printf(&p->a, "UPDATE person SET address = '%s' WHERE id = 1", towns[i]), "edit", "person", 1, 2);
        assert_true(prepare(w));
        assert_true(commit(w));
        kept[i] = w->kept;
    }
    for (int i = 0; i < 2; i++)
        assert_int_equal(
            ask(kept[i], arena_printf(&p->a, "SELECT count(*) FROM person WHERE address = '%s'", towns[i])), 1);
}

/* The verified copy went away between the question and the answer. */
static void a_restore_that_cannot_go_on_leaves_what_was_there(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    assert_true(prepare(w));
    assert_int_equal(unlink(w->r.side), 0);
    assert_false(commit(w));
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'backup'"), 1);
    place_close(p);
    err_clear(&p->e);
    said_by(p, arena_printf(&p->a, "echo no database > %s", p->path));
    assert_true(prepare(w));
    assert_int_equal(unlink(w->r.side), 0);
    assert_false(commit(w));
    assert_string_equal(said_by(p, arena_printf(&p->a, "cat %s", p->path)), "no database");
}

static struct clock *hurried;

static void on_tick(int signal)
{
    (void)signal;
    clock_advance(hurried, 10001);
}

static void hurry(struct clock *clock)
{
    struct itimerval every = { .it_interval = { .tv_usec = 20000 }, .it_value = { .tv_usec = 20000 } };

    hurried = clock;
    if (clock)
        assert_int_not_equal(signal(SIGALRM, on_tick), SIG_ERR);
    assert_int_equal(setitimer(ITIMER_REAL, clock ? &every : &(struct itimerval){ 0 }, NULL), 0);
}

/* Another program that reads and does not end: said, not taken for done. */
static void a_restore_that_is_kept_out_for_thirty_seconds_of_the_clock_says_so(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;
    sqlite3_stmt *s = NULL;

    move_to_osaka(w);
    assert_true(prepare(w));
    sqlite3 *raw = bare_open(p);
    assert_int_equal(sqlite3_prepare_v2(raw, "SELECT id FROM staff", -1, &s, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    hurry(&p->clock);
    bool ok = commit(w);
    hurry(NULL);
    sqlite3_finalize(s);
    sqlite3_close(raw);
    assert_false(ok);
    assert_int_equal(p->e.kind, ERR_BUSY);
    assert_true(lives_in_osaka(p->path));
    assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'restore'"), 0);
}

/* Any failure of the disk: the database that was there, or the restored one. */
static void a_disk_that_fails_leaves_the_old_database_or_the_restored_one(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;
    int failed = 0, points = 0;

    move_to_osaka(w);
    place_keep(p);
    assert_true(prepare(w));
    const char *side = arena_printf(&p->a, "%s.clean", w->r.side);
    test_copy(w->r.side, side);
    w->o.vfs = FAULT_VFS;
    int apart = str_eq(str_or(getenv("MADO_TESTS"), ""), "long") ? 0 : 13; /* not all pages are tried each time */
    for (int nth = 1;; nth += 1 + (nth < 20 ? 0 : apart)) {
        struct restore once = w->r;
        struct err e = ERR_INIT;
        faultvfs_set(FAULT_ANY, nth, points % 2 ? FAULT_FULL : FAULT_EIO, false);
        bool ok = restore_commit(&once, &w->o, 3, &p->a, &w->kept, &e), fired = faultvfs_fired();
        faultvfs_clear();
        place_open(p); /* as the next desk does: a journal that stayed is played back */
        place_close(p);
        assert_int_equal(ask(p->path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
        assert_int_equal(ask(p->path, "SELECT count(*) FROM audit WHERE verb = 'restore'"), ok);
        assert_int_equal(lives_in_osaka(p->path), !ok);
        if (ok)
            assert_true(lives_in_osaka(w->kept));
        failed += !ok;
        said_by(p, arena_printf(&p->a, "rm -f %s.before-*", p->path));
        place_again(p);
        test_copy(side, w->r.side);
        if (!fired)
            break;
        points++;
    }
    print_message("# %d points\n", points);
    assert_true(failed > 10);
}

/* The last page is on the disk before the word is given: as many syncs as a step of the desk has, and those of the
 * row in the trail beside them. */
static void what_was_restored_is_written_through_to_the_disk(void **state)
{
    struct way *w = *state;
    struct place *p = w->p;

    place_close(p);
    assert_true(db_open(p->path, &(struct db_options){ .clock = &p->clock, .vfs = FAULT_VFS }, &p->db, &p->e));
    faultvfs_clear();
    act(p, "SELECT 1", "read", "request", 1, 2);
    int one = faultvfs_count(FAULT_SYNC);
    assert_true(one >= 2);
    w->o.vfs = FAULT_VFS;
    assert_true(prepare(w));
    faultvfs_clear();
    assert_true(commit(w));
    assert_true(faultvfs_count(FAULT_SYNC) >= 2 * one);
    faultvfs_clear();
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
int main(void)
{
    const struct CMUnitTest tests[] = {
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
        WITH(a_restore_that_is_stopped_leaves_nothing),
        WITH(a_side_file_of_a_killed_restore_does_not_stand_in_the_way),
        cmocka_unit_test_setup_teardown(a_backup_of_another_history_is_told_before_anything_is_lost, place_make, place_remove),
        WITH(the_journal_of_an_empty_file_goes_aside_with_it),
        WITH(two_restores_on_one_day_keep_both_replaced_databases),
        WITH(a_restore_that_cannot_go_on_leaves_what_was_there),
        WITH(a_restore_that_is_kept_out_for_thirty_seconds_of_the_clock_says_so),
        WITH(a_disk_that_fails_leaves_the_old_database_or_the_restored_one),
        WITH(what_was_restored_is_written_through_to_the_disk),
    };

    faultvfs_install();
    return cmocka_run_group_tests_name("restore", tests, NULL, NULL);
}
