/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/screen/desk_app.h"

#include <stdio.h>
#include <stdlib.h>

int desk_app_set_up(void **state)
{
    struct desk_app *t = calloc(1, sizeof *t);

    fixture_open(&t->f);
    *state = t;
    return 0;
}

int desk_app_tear_down(void **state)
{
    struct desk_app *t = *state;

    if (t->shell)
        shell_free(t->shell);
    fixture_close(&t->f);
    free(t);
    return 0;
}

void desk_app_open(struct desk_app *t, const struct screen_ops *screen, int64_t request, enum lang lang, int rows, int cols)
{
    t->catalogs = test_catalogs(&t->f.arena);
    desk_use_catalogues(t->f.desk, &t->catalogs);
    t->shell = shell_new(&(struct shell_options){ .desk = t->f.desk, .catalogs = &t->catalogs, .lang = lang, .rows = rows,
        .cols = cols, .home = screen });
    t->app = t->shell->app;
    app_prove(t->app, true);
    t->arg = (struct place_arg){ .request = request, .day = DAY_NONE };
    assert_true(app_push(t->app, screen, &t->arg));
}

void desk_app_show(struct desk_app *t)
{
    if (getenv("MADO_SHOW"))
        fprintf(stderr, "%s\n", grid_dump(app_grid(t->app), &t->f.arena));
}
