/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a key draws when its screen has named the rows that change is what a whole drawing would show. app_prove
 * compares after every key; these tests make sure that rows are named, and that naming too few is found. */
#include "tests/screen/desk_app.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "screens/front.h"

enum { REQUESTS = 45 }; /* more than the board reads at once */

/* --- naming too few */

struct two {
    int n;
};

static void two_draw(const struct screen *s, struct grid *g)
{
    const struct two *me = screen_state(s);
    char text[16];

    snprintf(text, sizeof text, "%d", me->n);
    grid_text(g, 5, 0, STYLE_NORMAL, text);
    grid_text(g, 9, 0, STYLE_NORMAL, text);
}

static struct step two_key(struct screen *s, struct key k)
{
    struct two *me = s->state;

    me->n++;
    app_redraw_rows(s->app, 5, str_eq(k.text, "f") ? 4 : 5);
    return step_stay();
}

static const struct screen_ops two_screen
    = { .name = "two", .title = "Two", .state_bytes = sizeof(struct two), .draw = two_draw, .key = two_key };

/* How the program ends after these keys: 0, or the number of the signal. */
static int ends_by(const char *keys)
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0) {
        struct app *app = app_new(&(struct app_config){ .rows = 24, .cols = 80 });
        close(STDERR_FILENO); /* a BUG says where it is */
        signal(SIGABRT, SIG_DFL);
        app_push(app, &two_screen, NULL);
        app_grid(app);
        app_prove(app, true);
        app_feed(app, keys);
        app_free(app);
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
}

static void a_row_that_was_not_named_is_found(void **state)
{
    (void)state;
    assert_int_equal(ends_by("aaa"), 0);
    assert_int_equal(ends_by("aaf"), SIGABRT);
}

static void rows_of_several_keys_are_drawn_together(void **state)
{
    struct app *app = app_new(&(struct app_config){ .rows = 24, .cols = 80 });
    struct arena a;

    (void)state;
    arena_init(&a);
    app_push(app, &two_screen, NULL);
    app_grid(app);
    app_feed(app, "ffa"); /* nothing is drawn between */
    assert_string_equal(grid_row_text(app_grid(app), 5, &a), "3");
    assert_string_equal(grid_row_text(app_grid(app), 9, &a), "3");
    app_feed(app, "f");
    assert_string_equal(grid_row_text(app_grid(app), 5, &a), "4");
    assert_string_equal(grid_row_text(app_grid(app), 9, &a), "3"); /* not named: it stays as it was */
    app_resize(app, 30, 100);
    assert_string_equal(grid_row_text(app_grid(app), 9, &a), "4");
    app_free(app);
    arena_fini(&a);
}

/* --- Today */

/* One row of the list is marked, and it is drawn as a whole drawing would; then the same without comparing: which
 * keys draw only some rows. */
static int move_about(struct desk_app *t, const char *const keys[], size_t n)
{
    int some = 0, top = app_body(t->app).row + TODAY_TOP + 2;

    for (int proved = 1; proved >= 0; proved--) {
        app_prove(t->app, proved);
        type_keys(t->app, "Home", "2");
        for (size_t i = 0; i < n; i++) {
            type_keys(t->app, keys[i]);
            const struct grid *g = app_grid(t->app);
            int marked = 0;
            some += !grid_whole(g);
            for (int row = top; row < g->rows; row++)
                marked += str_starts(grid_row_text(g, row, &t->f.arena), ">");
            assert_int_equal(marked, 1);
        }
    }
    return some;
}

static void a_move_on_the_board_draws_only_its_rows(void **state)
{
    static const char *const keys[] = { "Down", "Down", "Up", "End", "Up", "Home", "Down", "PgDn", "Up", "PgUp", "F6", "Down" };
    static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 60, 200 } };
    struct desk_app *t = *state;

    for (int i = 0; i < REQUESTS; i++)
        fixture_request(&t->f);
    desk_app_open(t, &today_screen, 0, LANG_JA, 24, 80);
    for (size_t i = 0; i < 2 * COUNT_OF(sizes); i++) {
        app_resize(t->app, sizes[i / 2][0], sizes[i / 2][1]);
        app_set_lang(t->app, i % 2 ? LANG_EN : LANG_JA);
        /* a long list scrolls at some of them; the others draw their rows alone */
        assert_in_range(move_about(t, keys, COUNT_OF(keys)), COUNT_OF(keys) / 3, COUNT_OF(keys));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_that_was_not_named_is_found),
        cmocka_unit_test(rows_of_several_keys_are_drawn_together),
        DESK_APP_TEST(a_move_on_the_board_draws_only_its_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
