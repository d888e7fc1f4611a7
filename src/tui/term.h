/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal; the only file that knows curses is term.c. Raw mode, alternate screen, bracketed
 * paste. Compares rows with what is shown and hands only changed ones to curses, one update per
 * call. */
#ifndef TUI_TERM_H
#define TUI_TERM_H
#include "base/base.h"
#include "sys/log.h"
#include "tui/grid.h"

enum theme { THEME_DARK, THEME_LIGHT, THEME_PLAIN /* no colours */ };

struct term_options {
    enum theme theme;
    int ambiguous; /* cells of characters of ambiguous width: 1 or 2 (a setting) */
    struct log *log; /* for the place of a bug; NULL = none. Must live as long as the terminal */
};

struct term;


/* Takes the terminal on standard input and output. On failure err says what to set (TERM). */
struct term *term_open(const struct term_options *options, struct err *err);
void term_close(struct term *t); /* gives it back as it was */
void term_suspend(struct term *t); /* gives it back for a while … */
void term_resume(struct term *t); /* … and takes it again; the next show draws all */

int term_input_fd(const struct term *t);
void term_size(const struct term *t, int *rows, int *cols);
void term_resized(struct term *t); /* after SIGWINCH */
void term_show(struct term *t, const struct grid *g);
void term_repaint(
    struct term *t); /* what is on the screen cannot be trusted: the next show draws all */
bool term_is_remote(void); /* under SSH: a lone Esc gets more time */
#endif
