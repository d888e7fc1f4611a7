/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/screen/money_app.h"

void till_open(struct till_app *t, void **state, int charged, enum lang lang, int rows, int cols)
{
    t->m = *state;
    for (int i = 1; i <= charged; i++)
        charge(t->m, i);
    log_in(t->m->desk, NISHIKAWA);
    t->catalogs = test_catalogs(&t->m->a);
    desk_use_catalogues(t->m->desk, &t->catalogs);
    t->shell = shell_new(&(struct shell_options){ .desk = t->m->desk, .catalogs = &t->catalogs, .lang = lang,
        .rows = rows, .cols = cols, .home = &payments_screen });
    t->app = t->shell->app;
    assert_true(app_push(t->app, &payments_screen, NULL));
}

void till_close(struct till_app *t)
{
    shell_free(t->shell);
}
