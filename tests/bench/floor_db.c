/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ncurses and SQLite, nothing else: opens the program's own database, shows the newest requests and waits
 * for q. The floor for start-up and memory. */
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>

int main(int argc, char **argv)
{
    sqlite3 *db;
    sqlite3_stmt *newest;

    if (argc < 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
        || sqlite3_exec(db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA", NULL, NULL, NULL) != SQLITE_OK
        || sqlite3_prepare_v2(db,
               "SELECT r.year || '-' || r.number, p.name, p.kana, r.received_on FROM request r JOIN person p ON p.id = "
               "r.patient ORDER BY r.id DESC LIMIT 20",
               -1, &newest, NULL)
            != SQLITE_OK)
        return 1;
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    nonl();
    for (int y = 2; y < LINES - 1 && sqlite3_step(newest) == SQLITE_ROW; y++)
        mvprintw(y, 0, "%s  %s  %s  %s", (const char *)sqlite3_column_text(newest, 0),
            (const char *)sqlite3_column_text(newest, 1), (const char *)sqlite3_column_text(newest, 2),
            (const char *)sqlite3_column_text(newest, 3));
    sqlite3_reset(newest);
    mvprintw(0, 0, "READY");
    while (getch() != 'q')
        continue;
    endwin();
    sqlite3_finalize(newest);
    sqlite3_close(db);
    return 0;
}
