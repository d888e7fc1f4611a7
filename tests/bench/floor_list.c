/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that ncurses needs: a list whose row is moved with Down and Up (two rows repainted), or with -t a
 * text field that shows what is typed. The floor for what a key costs. */
#include <curses.h>
#include <locale.h>
#include <stdbool.h>
#include <string.h>

enum { ROWS = 500 };

static void row(int i, bool chosen)
{
    static const char *const names[] = { "渡邉 光子", "斎藤 実", "葛城 太郎", "佐々木 健", "𠮷田 一郎" };

    attrset(chosen ? A_REVERSE : A_NORMAL);
    mvprintw(2 + i, 0, "%*s", COLS, "");
    mvprintw(2 + i, 1, "26-%04d  %s", i + 1, names[i % 5]);
    mvprintw(2 + i, 24, "1958-04-%02d  03-1234-%04d", i % 28 + 1, i);
    mvprintw(2 + i, COLS - 9, "%d,000", i + 1);
}

static void list(void)
{
    int shown = LINES - 4, at = 0;

    for (int i = 0; i < shown && i < ROWS; i++)
        row(i, i == at);
    for (int key = getch(); key != 'q'; key = getch()) {
        int to = key == KEY_DOWN ? at + 1 : key == KEY_UP ? at - 1 : at;
        if (to == at || to < 0 || to >= shown)
            continue;
        row(at, false);
        row(to, true);
        at = to;
    }
}

static void text(void)
{
    curs_set(1);
    move(2, 14);
    for (int key = getch(); key != 17; key = getch()) {
        if (key == 127 || key == KEY_BACKSPACE)
            mvdelch(2, getcurx(stdscr) - 1);
        else if (key >= ' ' && key < 127)
            addch((chtype)key);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    curs_set(0);
    mvprintw(0, 0, "READY");
    if (argc > 1 && strcmp(argv[1], "-t") == 0)
        text();
    else
        list();
    endwin();
    return 0;
}
