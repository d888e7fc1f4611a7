/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/screen/ready_app.h"

#include <stdlib.h>

int ready_app_set_up(struct ready_app *t, void **state)
{
    *t = (struct ready_app){ 0 };
    ready_set_up(state);
    t->r = *state;
    return 0;
}

int ready_app_tear_down(struct ready_app *t, void **state)
{
    shell_free(t->shell);
    return ready_tear_down(state);
}

void ready_app_open(struct ready_app *t, const struct screen_ops *screen, int64_t request, enum lang lang, int rows, int cols)
{
    shell_free(t->shell);
    t->catalogs = test_catalogs(&t->r->f.arena);
    desk_use_catalogues(t->r->f.desk, &t->catalogs);
    t->shell = shell_new(&(struct shell_options){ .desk = t->r->f.desk, .catalogs = &t->catalogs, .lang = lang, .rows = rows,
        .cols = cols, .home = screen });
    t->app = t->shell->app;
    app_prove(t->app, true);
    t->arg = (struct place_arg){ .request = request, .day = DAY_NONE };
    assert_true(app_push(t->app, screen, &t->arg));
}

void ready_app_show(const struct ready_app *t)
{
    if (getenv("MADO_SHOW"))
        fprintf(stderr, "%s\n", grid_dump(app_grid(t->app), &t->r->f.arena));
}
