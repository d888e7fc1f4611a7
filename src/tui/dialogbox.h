/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box of a dialog: in the middle of the body, as high as it needs. */
#ifndef TUI_DIALOGBOX_H
#define TUI_DIALOGBOX_H
#include "tui/grid.h"

enum { DIALOG_COLS = 64 };

/* Draws the box with its text wrapped at the top; returns the place for rows more rows below it. */
struct rect dialog_box(
    struct grid *g, const char *title, const struct msg *text, int cols, int rows);
#endif
