/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/e2e/held.h"

#include <sqlite3.h>

#include "tests/check.h"

const char *const held_waits[2] = { "ほかのプログラムがデータベースを使用中です。少しお待ちください。Esc でやめます。入力は残ります。",
    "Another program is using the database. A moment, please. Esc gives up; what you typed stays." };

sqlite3 *hold(const char *db)
{
    sqlite3 *other;

    assert_int_equal(sqlite3_open(db, &other), SQLITE_OK);
    sqlite3_busy_timeout(other, 5000);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    return other;
}

void let_go(sqlite3 *other)
{
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
}

int64_t count(const char *db, const char *sql)
{
    sqlite3 *raw;
    sqlite3_stmt *row;

    assert_int_equal(sqlite3_open_v2(db, &raw, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &row, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    int64_t n = sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(raw);
    return n;
}
