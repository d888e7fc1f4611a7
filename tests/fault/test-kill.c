/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process is killed at the Nth write, sync, truncation or unlink of a step, N = 1 ... until the step
 * survives: what was acknowledged is stored, what was not is whole or not there, every rule of the record
 * holds, the next one may write at once (reliability.md 2). */
#include "tests/fault/scene.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk/session.h"
#include "desk/setup.h"
#include "sys/file.h"
#include "tests/unit/store/faultvfs.h"

struct end {
    bool killed, acknowledged;
};

/* A process of its own does the deed; nth 0 = on a disk that never fails. */
static struct end do_it(struct scene *s, int nth)
{
    struct end end = { 0 };
    int told[2], status;
    char yes;

    assert_int_equal(pipe(told), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct err e = ERR_INIT;
        struct desk *d = scene_desk(s, true, &e);
        faultvfs_set(FAULT_ANY, nth, FAULT_KILL, false);
        _exit(d && s->deed->act(s, d, &e) && write(told[1], "y", 1) == 1 ? 0 : 1);
    }
    close(told[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    end.acknowledged = read(told[0], &yes, 1) == 1;
    close(told[0]);
    end.killed = WIFSIGNALED(status);
    if (end.killed)
        assert_int_equal(WTERMSIG(status), SIGKILL);
    else
        assert_int_equal(WEXITSTATUS(status), 0);
    return end;
}

/* How many points the deed has. */
static int points_of(struct scene *s)
{
    struct err e = ERR_INIT;

    scene_fresh(s);
    struct desk *d = scene_desk(s, true, &e);
    fixture_fine(d != NULL, &e);
    faultvfs_clear();
    fixture_fine(s->deed->act(s, d, &e), &e);
    int n = faultvfs_count(FAULT_ANY);
    desk_close(d);
    assert_true(scene_stored(s));
    return n;
}

static void killed_everywhere(struct scene *s, const char *name, int stride)
{
    int tried = 0, stored = 0, points;

    scene_for(s, deed_named(name));
    points = points_of(s);
    for (int nth = 1;; nth += stride) {
        scene_fresh(s);
        struct end end = do_it(s, nth);
        bool whole = scene_stored(s);
        assert_true(whole || !end.acknowledged);
        assert_int_equal(end.killed, nth <= points);
        if (!whole || !s->deed->once) {
            struct err e = ERR_INIT;
            struct desk *d = scene_desk(s, false, &e);
            fixture_fine(d != NULL, &e);
            scene_again(s, d);
            desk_close(d);
        }
        if (!end.killed)
            break;
        tried++;
        stored += whole;
    }
    print_message("# %s: killed at %d of %d points, stored whole at %d, not at all at %d\n", name, tried, points,
        stored, tried - stored);
    assert_true(points > 20);
    assert_true(tried > stored);
}

static void a_payment_is_taken_whole_or_not_at_all(void **state)
{
    killed_everywhere(*state, "payment", scene_stride(7));
}

static void a_booking_is_made_whole_or_not_at_all(void **state)
{
    killed_everywhere(*state, "booking", scene_stride(7));
}

static void a_request_is_stored_whole_or_not_at_all(void **state)
{
    killed_everywhere(*state, "request", 1);
}

static void a_day_is_closed_whole_or_not_at_all(void **state)
{
    killed_everywhere(*state, "closing", 1);
}

/* --- a new desk */

static const char *omu_policy(struct arena *a)
{
    const char *top = getenv("top_srcdir"), *text;
    struct err e = ERR_INIT;
    size_t n;

    fixture_fine(file_read(arena_printf(a, "%s/data/policies/omu.yml", top ? top : "."), 1 << 20, a, &text, &n, &e), &e);
    return text;
}

static bool set_up(struct scene *s, const char *path, const char *policy, struct err *e)
{
    static const struct setting_value values[] = { { "hospital.name.ja", "病院" }, { "hospital.name.en", "Hospital" },
        { "issuer.name.ja", "病院" } };

    return desk_setup(&(struct setup){ .path = path, .clock = &s->r->f.clock, .training = true, .values = values,
                          .n_values = COUNT_OF(values), .policy = policy, .policy_bytes = strlen(policy), .login = "admin",
                          .name = "管理", .passphrase = "thirteen chars" },
        e);
}

/* False when it was not killed at this point. */
static bool set_up_killed_at(struct scene *s, const char *path, const char *policy, int nth)
{
    int status;
    pid_t child = fork();

    if (child == 0) {
        struct err e = ERR_INIT;
        faultvfs_default(true);
        faultvfs_set(FAULT_ANY, nth, FAULT_KILL, false);
        _exit(set_up(s, path, policy, &e) ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

static void a_desk_opens(struct scene *s, const char *path)
{
    struct desk *d = NULL;
    struct err e = ERR_INIT;

    fixture_fine(desk_open(&(struct desk_options){ .path = path, .clock = &s->r->f.clock }, &d, &e), &e);
    assert_int_equal(desk_login(d, "admin", "thirteen chars", &e), LOGIN_IN);
    desk_close(d);
}

static void a_new_desk_is_made_whole_or_not_at_all(void **state)
{
    struct scene *s = *state;
    const char *folder = arena_printf(&s->r->f.arena, "%s/new", s->r->f.folder);
    const char *path = arena_printf(&s->r->f.arena, "%s/desk.db", folder);
    const char *policy = omu_policy(&s->r->f.arena);
    int stride = scene_stride(13), tried = 0, whole = 0;

    for (int nth = 1; set_up_killed_at(s, path, policy, nth); nth += stride) {
        struct err e = ERR_INIT;
        tried++;
        whole += file_exists(path);
        if (!file_exists(path)) /* the next try is not hindered by what the first has left */
            fixture_fine(set_up(s, path, policy, &e), &e);
        a_desk_opens(s, path);
        file_remove_folder(folder);
    }
    a_desk_opens(s, path);
    print_message("# a new desk: killed at %d points, %d apart; whole at %d, not there at %d\n", tried, stride, whole, tried - whole);
    assert_true(tried - whole > 2);
}

int main(void)
{
    const struct CMUnitTest every[] = {
        cmocka_unit_test(a_payment_is_taken_whole_or_not_at_all),
        cmocka_unit_test(a_booking_is_made_whole_or_not_at_all),
        cmocka_unit_test(a_request_is_stored_whole_or_not_at_all),
        cmocka_unit_test(a_day_is_closed_whole_or_not_at_all),
        cmocka_unit_test(a_new_desk_is_made_whole_or_not_at_all),
    };
    const struct CMUnitTest some[] = { every[0], every[1], every[4] };

    if (scene_long())
        return cmocka_run_group_tests_name("kill", every, scene_make, scene_remove);
    print_message("# every 7th point; all of all four steps with MADO_TESTS=long\n");
    return cmocka_run_group_tests_name("kill", some, scene_make, scene_remove);
}
