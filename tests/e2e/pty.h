/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program on a pseudo terminal, read through libvterm: what a person would see, not what
 * was printed. Waits are for conditions with a deadline; nothing sleeps. A wait that fails prints
 * the screen and fails the test. */
#ifndef TESTS_PTY_H
#define TESTS_PTY_H
#include "tests/check.h"

#include "base/base.h"

enum { PTY_DEADLINE_MS = 20000 };

struct pty;

struct pty_options {
    int rows, cols; /* 0 = 24 x 80 */
    const char *const
        *env; /* "NAME=VALUE" …, NULL; over TERM=xterm-256color LC_ALL=C.UTF-8 TZ=UTC; "NAME" alone
                 removes it. Nothing else is in the environment. NULL = none */
    const char *dir; /* working folder; NULL = the present one */
};

/* Starts argv[0] (a path) on a new terminal. Never NULL. */
struct pty *pty_start(const struct pty_options *o, const char *const argv[]);
void pty_free(struct pty *p); /* kills what still runs; NULL is allowed */

/* --- doing */
void pty_send(struct pty *p, const char *bytes, size_t n);
void pty_text(struct pty *p, const char *text);
/* Names of keys as xterm sends them ("F12", "Ctrl+S", "Alt+L", "Enter", "Up"), or text; ended with
 * NULL. */
#define pty_keys(p, ...) pty_type((p), __VA_ARGS__, (const char *)NULL)
void pty_type(struct pty *p, ...);
void pty_resize(struct pty *p, int rows, int cols);
void pty_signal(struct pty *p, int signal);
int pty_pid(const struct pty *p);

/* --- waiting */
#define pty_wait_text(p, text) pty_expect((p), (text), true, __FILE__, __LINE__)
#define pty_wait_gone(p, text) pty_expect((p), (text), false, __FILE__, __LINE__)
#define pty_wait_cursor(p, row, col) pty_expect_cursor((p), (row), (col), __FILE__, __LINE__)
/* Any condition over the screen. */
#define pty_wait_until(p, cond, arg) pty_expect_until((p), (cond), (arg), #cond, __FILE__, __LINE__)
/* The exit status (0..255, or 128 + signal) once the program has ended. */
#define pty_wait_exit(p) pty_expect_exit((p), __FILE__, __LINE__)
/* Stopped by a signal. */
void pty_wait_stopped(struct pty *p);
/* True when nothing comes for so long: for "writes nothing when idle" only. */
bool pty_quiet_for(struct pty *p, int ms);
/* Reads the rest of an answer whose cursor or text is there already (ends of styles come after it).
 */
void pty_settle(struct pty *p);

void pty_expect(struct pty *p, const char *text, bool shown, const char *file, int line);
void pty_expect_cursor(struct pty *p, int row, int col, const char *file, int line);
void pty_expect_until(struct pty *p, bool (*cond)(struct pty *p, const void *arg), const void *arg,
    const char *what, const char *file, int line);
int pty_expect_exit(struct pty *p, const char *file, int line);

/* --- reading what is on the screen now */
const char *pty_row(struct pty *p, int row); /* no trailing blanks; valid until the next call */
bool pty_has(struct pty *p, const char *text);
void pty_cursor(const struct pty *p, int *row, int *col, bool *visible);
bool pty_alternate(const struct pty *p); /* the alternate screen is on */
bool pty_bracketed(const struct pty *p); /* pastes are asked to be bracketed */
struct pty_cell {
    char text[32]; /* "" in the right half of a wide character */
    int width;
    bool bold, reverse;
    bool coloured; /* another than the default foreground */
};
struct pty_cell pty_cell(const struct pty *p, int row, int col);
int pty_find_row(struct pty *p, const char *text); /* -1 = not there */
size_t pty_bytes(const struct pty *p); /* from the program so far */
#endif
