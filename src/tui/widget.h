/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things to draw: step bar, panel of words and reasons, a row whose parts give way, a bar. */
#ifndef TUI_WIDGET_H
#define TUI_WIDGET_H
#include "base/base.h"
#include "tui/grid.h"

/* --- step bar: names above, states in words below, '>' before the present one; fixed places */
struct step_item {
    const char *name; /* msgid or text in the screen's language */
    const char *state; /* text as it is drawn, e.g. "済11/18" */
    enum style style; /* of the state */
    bool now;
};
/* Two rows. Items that do not fit are left out at the side away from the present one, with "..". */
void step_bar_draw(struct grid *g, struct rect at, const struct step_item *items, int n);

/* --- panel: "word text" and a reason below each, wrapped by cells */
struct panel_line {
    const char *word; /* msgid: N_("missing") …; NULL = no word */
    const char *text; /* as it is drawn */
    const char *right; /* at the right end, e.g. a date; NULL = none */
    const char *reason; /* below, after ": "; NULL = none */
    enum style style; /* of the word */
};
enum { PANEL_WORD_CELLS = 7 };
/* From line first on (for scrolling). Returns the rows used; *shown = lines drawn whole. */
int panel_draw(
    struct grid *g, struct rect at, const struct panel_line *lines, int n, int first, int *shown);

/* --- a row whose parts give way: parts with the greatest priority are dropped first until it fits
 */
struct part {
    const char *text; /* NULL or "" = not there */
    const char *short_text; /* tried before the part is dropped; may be NULL */
    int priority; /* 0 = never dropped */
    enum style style;
    bool right; /* stands at the right side */
    int cells; /* least width, padded; 0 = as wide as the text */
};
void parts_draw(struct grid *g, int row, int col, int cells, const struct part *parts, int n);

/* --- [=====>    ]  45% */
void progress_draw(struct grid *g, int row, int col, int cells, int64_t done, int64_t total);
#endif
