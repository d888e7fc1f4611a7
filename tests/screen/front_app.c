/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/screen/front_app.h"

#include <stdlib.h>

#include "desk/act.h"
#include "screens/front.h"
#include "store/db.h"

void front_open(struct front_app *t, void **state, enum lang lang, int rows, int cols)
{
    t->day = *state;
    t->catalogs = test_catalogs(&t->day->f.arena);
    desk_use_catalogues(t->day->f.desk, &t->catalogs);
    t->shell = shell_new(&(struct shell_options){ .desk = t->day->f.desk, .catalogs = &t->catalogs, .lang = lang,
        .rows = rows, .cols = cols });
    t->app = t->shell->app;
    app_prove(t->app, true);
    assert_true(app_push(t->app, &today_screen, NULL));
}

void front_close(struct front_app *t)
{
    assert_true(desk_quiet(t->day->f.desk));
    shell_free(t->shell);
}

int64_t front_one(struct front_app *t, const char *sql)
{
    struct err e = ERR_INIT;
    struct stmt *s = db_stmt(desk_db(t->day->f.desk), sql, &e);
    int64_t v = stmt_row(s, &e) ? col_int(s, 0) : -1;

    assert_true(stmt_end(s));
    return v;
}

void front_request_from_inquiry(struct front_app *t)
{
    type_keys(t->app, "Home", "Down", "Enter");
    assert_on(t->app, "inquiry");
    type_keys(t->app, "Alt+N");
    assert_on(t->app, "request_form");
}

void front_assert_from_inquiry(struct front_app *t, const char *patient)
{
    static const char sql[] = "SELECT group_concat(p.name) FROM request r JOIN inquiry i ON i.request = r.id"
                              " JOIN person p ON p.id = r.patient WHERE r.inquiry = i.id AND r.other_phone = '06-6645-2000'"
                              " AND r.other_name = i.name";
    struct err e = ERR_INIT;
    struct stmt *s = db_stmt(desk_db(t->day->f.desk), sql, &e);

    assert_true(stmt_row(s, &e));
    assert_string_equal(col_text(s, 0, &t->day->f.arena), patient);
    assert_true(stmt_end(s));
}

void front_show(struct front_app *t)
{
    if (getenv("MADO_SHOW"))
        fprintf(stderr, "%s\n", grid_dump(app_grid(t->app), &t->day->f.arena));
}

void front_fits(struct front_app *t, int cols)
{
    const struct grid *g = app_grid(t->app);

    assert_int_equal(g->cols, cols);
    for (int row = 0; row < g->rows; row++)
        assert_true(cells_of(grid_row_text(g, row, &t->day->f.arena)) <= cols);
}
