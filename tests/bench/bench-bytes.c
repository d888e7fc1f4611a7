/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to the terminal at 80 x 24: of a move in a list, of a typed character in a form, and while nobody
 * does anything between two minutes of the clock. Counted, not timed: the same at each run. */
#include "tests/e2e/pty.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tests/bench/table.h"
#include "tests/desk/fixture.h"

enum { MOVES = 15, ROUNDS = 6, CHARACTERS = 16, IDLE_MS = 4000, REQUESTS = 40, SEEN = 5 /* rows of the board's list */ };

static const char *in_build(const char *name, char *out, size_t size)
{
    snprintf(out, size, "%s/%s", str_or(getenv("top_builddir"), "."), name);
    return out;
}

static struct pty *start(const char *program)
{
    char path[512], catalogue[512], entry[600];
    const char *env[] = { entry, NULL };
    const char *const argv[] = { in_build(program, path, sizeof path), "-", NULL };

    snprintf(entry, sizeof entry, "DEMO_MO=%s", in_build("po/ja.gmo", catalogue, sizeof catalogue));
    struct pty *p = pty_start(&(struct pty_options){ .env = env }, argv);
    pty_wait_text(p, "26-0001");
    pty_settle(p);
    return p;
}

struct count {
    size_t bytes, most;
    int keys;
};

/* One key whose answer ends with the cursor there. */
static void key(struct pty *p, const char *name, int row, int col, struct count *c)
{
    size_t before = pty_bytes(p);

    pty_keys(p, name);
    pty_wait_cursor(p, row, col);
    pty_settle(p);
    size_t n = pty_bytes(p) - before;
    c->bytes += n;
    c->most = n > c->most ? n : c->most;
    c->keys++;
}

static void counted(struct table *t, const struct count *c, const char *what, const char *where, int goal)
{
    char line[128];

    snprintf(line, sizeof line, "%s, %s: mean", what, where);
    table_goal(t, line, (double)c->bytes / c->keys, "bytes/key", goal, true);
    snprintf(line, sizeof line, "%s, %s: most", what, where);
    table_goal(t, line, (double)c->most, "bytes/key", goal, true);
}

static void move_here(struct table *t, struct pty *p, int rows, const char *where)
{
    struct count c = { 0 };
    int row, col;

    pty_settle(p);
    pty_cursor(p, &row, &col, NULL);
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 1; i <= rows; i++)
            key(p, "Down", row + i, col, &c);
        for (int i = rows - 1; i >= 0; i--)
            key(p, "Up", row + i, col, &c);
    }
    counted(t, &c, "list move", where, 190);
}

static void moves(struct table *t)
{
    struct pty *p = start("tests/e2e/demo");

    move_here(t, p, MOVES, "list of the toolkit");
    pty_free(p);
}

static void type_here(struct table *t, struct pty *p, const char *where)
{
    static const char *const words[] = { "a", "z", "7", "-" };
    struct count c = { 0 };
    int row, col;

    pty_settle(p);
    pty_cursor(p, &row, &col, NULL);
    for (int i = 0; i < CHARACTERS; i++)
        key(p, words[i % 4], row, col + i + 1, &c);
    counted(t, &c, "typed character", where, 24);
}

static void typing(struct table *t)
{
    struct pty *p = start("tests/e2e/demo");

    pty_keys(p, "n");
    pty_wait_gone(p, "26-0001");
    type_here(t, p, "form of the toolkit");
    pty_free(p);
}

/* Milliseconds until the clock shows the next minute. */
static int to_next_minute(void)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    return (int)(60000 - (now.tv_sec % 60) * 1000 - now.tv_nsec / 1000000);
}

static void idle_here(struct table *t, struct pty *p, const char *where)
{
    char line[128];

    if (to_next_minute() < IDLE_MS + 500)
        poll(NULL, 0, to_next_minute() + 500);
    pty_settle(p);
    size_t before = pty_bytes(p);
    pty_quiet_for(p, IDLE_MS);
    snprintf(line, sizeof line, "idle between two minutes of the clock, %s", where);
    table_same(t, line, (long)(pty_bytes(p) - before), "bytes", 0);
}

static void idle(struct table *t)
{
    struct pty *p = start("tests/e2e/demo");

    idle_here(t, p, "toolkit");
    pty_free(p);
}

/* The program itself: its log-in form, then the board of a clerk with many requests, then a new request. */
static void program(struct table *t)
{
    static struct fixture f;
    char path[512];

    fixture_open(&f);
    for (int i = 0; i < REQUESTS; i++)
        fixture_request(&f);
    const char *const argv[] = { in_build("madoguchi", path, sizeof path), "--db", f.path, "--lang", "en", NULL };
    struct pty *p = pty_start(&(struct pty_options){ 0 }, argv);
    pty_wait_text(p, "Log-in");
    type_here(t, p, "log-in form");
    idle_here(t, p, "log-in form");
    for (int i = 0; i < CHARACTERS; i++)
        pty_keys(p, "Backspace");
    pty_keys(p, "clerk", "Enter", FIXTURE_PASSPHRASE, "F12");
    pty_wait_text(p, "すること"); /* the clerk reads Japanese */
    pty_keys(p, "2"); /* those whose papers are not complete */
    pty_wait_text(p, "26-0001");
    move_here(t, p, SEEN - 1, "Today");
    idle_here(t, p, "Today");
    pty_keys(p, "n");
    pty_wait_gone(p, "すること");
    type_here(t, p, "new request");
    idle_here(t, p, "new request");
    pty_free(p);
    fixture_close(&f);
}

int main(void)
{
    struct table t = { false, false };

    table_head();
    moves(&t);
    typing(&t);
    idle(&t);
    program(&t);
    return t.failed;
}
