/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/screen/money_app.h"

#include <stdio.h>
#include <stdlib.h>

int till_set_up(void **state)
{
    struct till_app *t = calloc(1, sizeof *t);
    void *money;

    money_make(&money);
    t->m = money;
    *state = t;
    return 0;
}

int till_tear_down(void **state)
{
    struct till_app *t = *state;
    void *money = t->m;

    if (t->shell)
        shell_free(t->shell);
    free(t);
    return money_remove(&money);
}

struct till_app *till_closed(void **state, int charged, enum lang lang)
{
    struct till_app *t = *state;

    for (int i = 1; i <= charged; i++)
        charge(t->m, i);
    log_in(t->m->desk, NISHIKAWA);
    t->catalogs = test_catalogs(&t->m->a);
    desk_use_catalogues(t->m->desk, &t->catalogs);
    t->shell = shell_new(&(struct shell_options){ .desk = t->m->desk, .catalogs = &t->catalogs, .lang = lang, .rows = 24,
        .cols = 80, .home = &payments_screen });
    t->app = t->shell->app;
    app_prove(t->app, true);
    assert_true(app_push(t->app, &payments_screen, NULL));
    return t;
}

struct till_app *till_opened(void **state, int charged, enum lang lang)
{
    struct till_app *t = till_closed(state, charged, lang);

    open_drawer(t->m);
    return t;
}

void till_show(struct till_app *t)
{
    if (getenv("MADO_SHOW"))
        fprintf(stderr, "%s\n", grid_dump(app_grid(t->app), &t->m->a));
}
