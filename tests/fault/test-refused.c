/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that may only be read, and a file that another program holds: nothing is stored, nothing is
 * lost, a sentence says so in both languages (reliability.md 2). */
#include "tests/fault/scene.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk/act.h"

/* --- read only */

enum { NOBODY = 65534 };

static int mode_of(const struct scene *s, mode_t file, mode_t folder)
{
    return chmod(s->path, file) != 0 || chmod(s->r->f.folder, folder) != 0;
}

/* Root may write everything: as root the reader becomes nobody for good, in a process of its own. */
static bool become_ordinary(void)
{
    return getuid() != 0 || (setgid(NOBODY) == 0 && setuid(NOBODY) == 0);
}

/* How the reader ended. */
enum { FINE, NOT_ORDINARY = 10, NOT_OPENED, WRITABLE, STORED };

/* What the reader was told. It only notes it, in memory that both processes see: nobody may not even read the
 * catalogue when the tree stands in somebody's home. */
struct refusals {
    size_t n;
    struct err said[ACT_COUNT + DEEDS];
};

static int all_deeds_refused(struct scene *s, struct desk *d, struct refusals *told)
{
    for (size_t i = 0; i < DEEDS; i++) {
        struct err e = ERR_INIT;
        s->deed = &deeds[i];
        if (deeds[i].act(s, d, &e))
            return STORED;
        told->said[told->n++] = e;
    }
    return FINE;
}

/* Every action of the permission table begins here. */
static int all_actions_refused(struct scene *s, struct desk *d, struct refusals *told)
{
    for (int i = 0; i < ACT_COUNT; i++) {
        struct err e = ERR_INIT;
        struct act a;
        if (!desk_may(d, (enum desk_action)i))
            continue;
        if (act_begin(d, (enum desk_action)i, NO_SECOND, &s->r->f.arena, &a, &e))
            return STORED;
        told->said[told->n++] = e;
    }
    return FINE;
}

typedef int refused_fn(struct scene *s, struct desk *d, struct refusals *told);

static int as_reader(struct scene *s, refused_fn *tries, struct refusals *told)
{
    struct err e = ERR_INIT;

    if (!become_ordinary())
        return NOT_ORDINARY;
    struct desk *d = scene_desk(s, false, &e);
    if (!d)
        return NOT_OPENED;
    return desk_read_only(d) ? tries(s, d, told) : WRITABLE;
}

static void read_only(struct scene *s, mode_t file, mode_t folder, refused_fn *tries)
{
    int status;
    struct refusals *told = mmap(NULL, sizeof *told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    assert_true(told != MAP_FAILED);

    scene_for(s, deed_named("payment"));
    assert_int_equal(mode_of(s, file, folder), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(as_reader(s, tries, told));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(mode_of(s, 0600, 0700), 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), FINE);
    assert_true(told->n > 0);
    for (size_t i = 0; i < told->n; i++)
        scene_says(s, &told->said[i], SAYS_READ_ONLY);
    munmap(told, sizeof *told);
    assert_false(scene_stored(s));
}

static void a_file_that_may_only_be_read_opens_and_refuses_the_four_steps(void **state)
{
    read_only(*state, 0444, 0755, all_deeds_refused);
}

static void a_folder_that_may_only_be_read_opens_and_refuses_the_four_steps(void **state)
{
    read_only(*state, 0666, 0555, all_deeds_refused);
}

static void every_action_is_refused_on_a_file_that_may_only_be_read(void **state)
{
    read_only(*state, 0444, 0555, all_actions_refused);
}

/* --- held by another program */

struct patience {
    struct scene *s;
    int64_t step_ms; /* how much of the test's clock passes at each call */
    int calls, stop_at; /* Esc at this call; 0 = never */
    int turn; /* another terminal's turn, given back at call TURN_ENDS; 0 = none */
};
enum { TURN_ENDS = 5 }; /* 20 s */

static bool patient(void *arg, const char *holder)
{
    struct patience *p = arg;

    (void)holder;
    if (++p->calls == TURN_ENDS && p->turn)
        close(p->turn);
    clock_advance(&p->s->r->f.clock, p->step_ms);
    return p->calls != p->stop_at;
}

static struct desk *desk_of(struct scene *s, struct patience *p)
{
    struct err e = ERR_INIT;
    struct desk *d = NULL;

    fixture_fine(desk_open(&(struct desk_options){ .path = s->path, .clock = &s->r->f.clock, .terminal = "pts/7",
                               .printer = s->r->f.printer, .wait = patient, .wait_arg = p },
                     &d, &e),
        &e);
    fixture_log_in(d, "all");
    return d;
}

static sqlite3 *hold(const struct scene *s, const char *how)
{
    sqlite3 *other;

    assert_int_equal(sqlite3_open(s->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, how, NULL, NULL, NULL), SQLITE_OK);
    return other;
}

static void let_go(sqlite3 *other)
{
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
}

/* Another terminal has its turn to write. */
static int take_turn(const struct scene *s)
{
    char path[256];

    snprintf(path, sizeof path, "%s.turn", s->path);
    int fd = open(path, O_RDWR | O_CLOEXEC);
    assert_true(fd > 0);
    assert_int_equal(flock(fd, LOCK_EX | LOCK_NB), 0);
    return fd;
}

/* The deed while another program holds the file with `how`, and another terminal the turn before that. */
static void held_after(struct scene *s, const struct deed *deed, const char *how, int stop_at, bool after_a_turn, unsigned says)
{
    struct patience p = { .s = s, .step_ms = 4000, .stop_at = stop_at };
    struct err e = ERR_INIT;

    scene_for(s, deed);
    fixture_at(&s->r->f, "2026-12-08", 15, 5);
    struct desk *d = desk_of(s, &p);
    p.turn = after_a_turn ? take_turn(s) : 0;
    sqlite3 *other = hold(s, how);
    int64_t before = clock_mono_ms(&s->r->f.clock);
    assert_false(deed->act(s, d, &e));
    int64_t waited = clock_mono_ms(&s->r->f.clock) - before;
    let_go(other);
    assert_int_equal(e.kind, ERR_BUSY);
    scene_says(s, &e, says);
    assert_true(stop_at ? p.calls == stop_at : waited >= 30000 && waited <= 36000);
    assert_true(desk_quiet(d));
    assert_false(scene_stored(s));
    scene_again(s, d); /* the same form, once the file is free */
    desk_close(d);
}

static void held(struct scene *s, const struct deed *deed, const char *how, int stop_at, unsigned says)
{
    held_after(s, deed, how, stop_at, false, says);
}

static void a_file_held_for_thirty_seconds_is_waited_for_and_then_said(void **state)
{
    held(*state, deed_named("payment"), "BEGIN EXCLUSIVE", 0, SAYS_HELD);
    held(*state, deed_named("booking"), "BEGIN IMMEDIATE", 0, SAYS_HELD);
}

static void the_turn_and_the_file_together_are_waited_for_thirty_seconds(void **state)
{
    held_after(*state, deed_named("payment"), "BEGIN IMMEDIATE", 0, true, SAYS_HELD);
}

static void esc_ends_the_waiting_at_once_and_nothing_is_lost(void **state)
{
    for (size_t i = 0; i < DEEDS; i++)
        held(*state, &deeds[i], "BEGIN IMMEDIATE", 2, SAYS_STOPPED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_that_may_only_be_read_opens_and_refuses_the_four_steps),
        cmocka_unit_test(a_folder_that_may_only_be_read_opens_and_refuses_the_four_steps),
        cmocka_unit_test(every_action_is_refused_on_a_file_that_may_only_be_read),
        cmocka_unit_test(a_file_held_for_thirty_seconds_is_waited_for_and_then_said),
        cmocka_unit_test(the_turn_and_the_file_together_are_waited_for_thirty_seconds),
        cmocka_unit_test(esc_ends_the_waiting_at_once_and_nothing_is_lost),
    };

    return cmocka_run_group_tests_name("refused", tests, scene_make, scene_remove);
}
