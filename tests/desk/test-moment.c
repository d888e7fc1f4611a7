/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read together is of one moment: another terminal stores before it or after it, never in between. */
#include "tests/check.h"

#include <sqlite3.h>

#include "desk/today.h"
#include "tests/desk/fixture.h"

/* Another terminal, which would store something as soon as the desk runs the statement with these words. */
static struct {
    const char *path, *words;
    bool tried, came_between;
} other;

static int store_now(unsigned mask, void *arg, void *stmt, void *sql)
{
    sqlite3 *raw = NULL;

    (void)mask, (void)arg, (void)stmt;
    if (!other.words || other.tried || !strstr(sql, other.words))
        return 0;
    other.tried = true;
    assert_int_equal(sqlite3_open(other.path, &raw), SQLITE_OK);
    other.came_between = sqlite3_exec(raw, "BEGIN EXCLUSIVE; ROLLBACK", NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(raw);
    return 0;
}

static int watch(sqlite3 *raw)
{
    return sqlite3_trace_v2(raw, SQLITE_TRACE_STMT, store_now, NULL);
}

static void stores_at(struct fixture *f, const char *words)
{
    other.path = f->path;
    other.words = words;
    other.tried = other.came_between = false;
}

static void nobody_came_between(void)
{
    assert_true(other.tried);
    assert_false(other.came_between);
    other.words = NULL;
}

static void what_is_read_together_is_of_one_moment(void **state)
{
    struct fixture *f = *state;
    struct case_view v;
    struct today_view board;

    int64_t id = fixture_request(f);
    assert_int_equal(sqlite3_auto_extension((void (*)(void))watch), SQLITE_OK);
    stores_at(f, "data_version"); /* the settings were read already */
    struct desk *d = fixture_second_desk(f);
    nobody_came_between();
    stores_at(f, "FROM setting"); /* the counter was read already */
    fixture_fine(desk_settings_reload(d, &f->err), &f->err);
    nobody_came_between();
    fixture_log_in(d, "clerk");
    stores_at(f, "FROM material m JOIN material_move"); /* the materials were read already */
    fixture_fine(desk_case_view(d, id, false, &f->arena, &v, &f->err), &f->err);
    nobody_came_between();
    stores_at(f, "SELECT r.id, r.rev, r.counter"); /* the groups were counted already */
    struct today_ask ask = { .group = TODAY_PAPERS, .rows = 5 };
    fixture_fine(desk_today_view(d, &ask, &f->arena, &board, &f->err), &f->err);
    assert_int_equal(board.n_rows, 1);
    nobody_came_between();
    desk_close(d);
    sqlite3_reset_auto_extension();
}

int main(void)
{
    const struct CMUnitTest tests[] = { FIXTURE_TEST(what_is_read_together_is_of_one_moment) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
