/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading again may fail: another program holds the file, the disk answers with an error. Whatever is open then
 * shows what it showed, and goes on when the file can be read once more. */
#include "tests/screen/desk_app.h"

#include <fcntl.h>
#include <unistd.h>

#include "screens/booking.h"
#include "screens/front.h"
#include "screens/registry.h"
#include "screens/trail.h"
#include "screens/trust.h"

enum { HEADER = 100 };

/* What another program would do to the file: its first bytes are no database's. Nobody holds a lock meanwhile. */
static void swap_header(struct fixture *f, unsigned char bytes[HEADER])
{
    unsigned char were[HEADER];
    int fd = open(f->path, O_RDWR | O_CLOEXEC);

    assert_true(fd >= 0);
    assert_int_equal(pread(fd, were, HEADER, 0), HEADER);
    assert_int_equal(pwrite(fd, bytes, HEADER, 0), HEADER);
    memcpy(bytes, were, HEADER);
    close(fd);
}

/* Everything above the foot, which tells what went wrong. */
static const char *body(struct desk_app *t)
{
    const struct grid *g = app_grid(t->app);
    const char *text = "";

    for (int row = 0; row < g->rows - 3; row++)
        text = arena_printf(&t->f.arena, "%s%s\n", text, grid_row_text(g, row, &t->f.arena));
    return text;
}

/* False: nothing had to be read. */
static bool stays_as_it_was(struct desk_app *t)
{
    unsigned char bytes[HEADER] = { 0 };
    const char *before = body(t);

    swap_header(&t->f, bytes);
    bool failed = !app_reload(t->app);
    assert_string_equal(body(t), before);
    if (failed)
        assert_shows(t->app, "データベース");
    type_keys(t->app, "Down", "Up");
    app_set_lang(t->app, LANG_EN);
    body(t);
    app_set_lang(t->app, LANG_JA);
    swap_header(&t->f, bytes);
    assert_true(app_reload(t->app));
    return failed;
}

static void every_screen_shows_what_it_showed_when_records_cannot_be_read(void **state)
{
    struct desk_app *t = *state;
    int64_t request = fixture_request(&t->f);
    size_t n, looked = 0;
    const struct registered *rows = registry_rows(&n);

    desk_app_open(t, &today_screen, request, LANG_JA, 40, 120);
    for (size_t i = 0; i < n; i++) {
        if (rows[i].place == PLACE_NONE || !rows[i].screen->reload || !app_push(t->app, rows[i].screen, &t->arg))
            continue;
        app_reload(t->app);
        looked += stays_as_it_was(t);
        assert_on(t->app, rows[i].screen->name);
        app_step(t->app, step_pop(0, NULL));
    }
    assert_in_range(looked, 18, n);
}

/* The sanitizer's build sees that nothing of it stays behind. */
static void a_page_that_cannot_be_read_does_not_open(void **state)
{
    struct desk_app *t = *state;
    int64_t request = fixture_request(&t->f);
    unsigned char bytes[HEADER] = { 0 };
    size_t n, refused = 0;
    const struct registered *rows = registry_rows(&n);

    desk_app_open(t, &today_screen, request, LANG_JA, 40, 120);
    int depth = app_depth(t->app);
    for (size_t i = 0; i < n; i++) {
        if (rows[i].place == PLACE_NONE || rows[i].screen == &call_screen || rows[i].screen == &handout_screen)
            continue;
        swap_header(&t->f, bytes);
        bool opened = app_push(t->app, rows[i].screen, &t->arg);
        if (!opened)
            assert_shows(t->app, "データベース");
        swap_header(&t->f, bytes);
        refused += !opened;
        while (app_depth(t->app) > depth)
            app_step(t->app, step_pop(0, NULL));
    }
    assert_in_range(refused, 18, n);
}

static void whoever_logs_out_can_log_in_again_when_nothing_can_be_read(void **state)
{
    struct desk_app *t = *state;
    unsigned char bytes[HEADER] = { 0 };

    desk_app_open(t, &today_screen, 0, LANG_JA, 24, 80);
    swap_header(&t->f, bytes);
    shell_log_out(t->shell);
    assert_true(app_running(t->app));
    assert_on(t->app, "login");
    swap_header(&t->f, bytes);
}

/* What a key asks for cannot be read: the screen stays where it was, and the same key works later. */
static void a_key_that_needs_records_goes_nowhere_without_them(void **state)
{
    static const struct {
        const struct screen_ops *screen;
        const char *before, *key;
    } cases[] = {
        { &today_screen, "2", "3" },
        { &booking_screen, "F7", "PgDn" },
        { &trail_screen, "Enter", "Right" },
    };
    struct desk_app *t = *state;
    int64_t request = fixture_request(&t->f);
    unsigned char bytes[HEADER] = { 0 };

    desk_app_open(t, &today_screen, request, LANG_JA, 24, 80);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int depth = app_depth(t->app);
        assert_true(app_push(t->app, cases[i].screen, &t->arg));
        type_keys(t->app, cases[i].before);
        const char *before = body(t);
        swap_header(&t->f, bytes);
        type_keys(t->app, cases[i].key);
        assert_string_equal(body(t), before);
        swap_header(&t->f, bytes);
        type_keys(t->app, cases[i].key);
        assert_string_not_equal(body(t), before);
        while (app_depth(t->app) > depth)
            app_step(t->app, step_pop(0, NULL));
    }
}

static void a_request_that_cannot_be_read_leaves_what_was_read_before(void **state)
{
    struct desk_app *t = *state;
    struct case_view v = fixture_view(&t->f, fixture_request(&t->f)), before = v;

    assert_false(desk_case_view(t->f.desk, v.c.id + 1, false, &t->f.arena, &v, &t->f.err));
    assert_memory_equal(&v, &before, sizeof v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_APP_TEST(every_screen_shows_what_it_showed_when_records_cannot_be_read),
        DESK_APP_TEST(a_page_that_cannot_be_read_does_not_open),
        DESK_APP_TEST(whoever_logs_out_can_log_in_again_when_nothing_can_be_read),
        DESK_APP_TEST(a_key_that_needs_records_goes_nowhere_without_them),
        DESK_APP_TEST(a_request_that_cannot_be_read_leaves_what_was_read_before),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
