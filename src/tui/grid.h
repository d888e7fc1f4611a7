/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen as data: rows and columns of cells. Screens draw into a grid, tests read it, term
 * shows it.
 *
 * Text goes through the control and bidi filter of text/safe. A wide character is two cells or
 * none; text that does not fit is cut at a cell border and ends in "..". Positions outside are
 * ignored (a 1x1 grid is a grid). The grid carries the catalogue: strings marked with N_() are
 * translated here, when drawn. */
#ifndef TUI_GRID_H
#define TUI_GRID_H
#include "base/base.h"
#include "text/catalog.h"
#include "text/lang.h"
#include "tui/style.h"

enum { CELL_MARKS = 4, CELL_BYTES = 24 }; /* what a curses cell holds; its text with a NUL */

/* Small, because every key draws and compares all of them. */
struct cell {
    uint32_t ch; /* the character; 0 in the right half of a wide one */
    uint16_t marks; /* 0 = none, else which of the grid's marks stand over it */
    uint8_t style; /* enum style */
    uint8_t width; /* 1, 2, or 0 = right half */
};

/* Combining marks and variation selectors of one cell, ended by 0 when fewer. */
struct cell_marks {
    uint32_t c[CELL_MARKS];
};

struct rect {
    int row, col, rows, cols;
};

struct grid {
    int rows, cols; /* at least 1 */
    struct cell *cells;
    struct cell_marks *marks; /* cell.marks 1 is the first */
    int n_marks, cap_marks;
    int first_row, end_row; /* only these rows are drawn now: what is put elsewhere is passed over */
    int cursor_row, cursor_col; /* -1 = hidden */
    const struct catalog *catalog; /* NULL = English */
    enum lang lang;
    const void *user; /* what the application wants to know while drawing (e.g. names hidden) */
    bool veiled; /* a visitor can see the screen: grid_veil() hides, forms show only the text that is being typed */
    bool ascii; /* boxes from - | + only; the default */
    struct rect body; /* rows between the title row and help, message and key rows */
};

void grid_init(struct grid *g, int rows, int cols);
void grid_fini(struct grid *g);
void grid_resize(struct grid *g, int rows, int cols); /* blank afterwards */
void grid_clear(struct grid *g); /* blank, cursor hidden, all of it is drawn */
/* Blanks these rows. Until the next grid_clear or grid_clear_rows only they are drawn, the others stay as they are. */
void grid_clear_rows(struct grid *g, int row, int rows);
/* Whether any of these rows is drawn now: drawing code may pass over what is not. */
bool grid_due(const struct grid *g, int row, int rows);
/* All rows are drawn: what is measured now holds for the partial drawings until the next whole one. */
bool grid_whole(const struct grid *g);
/* Grids of the same size: the columns [*from, *to) that hold everything that differs in a row,
 * never half a wide character of either; false when nothing does. grid_copy makes `to` look like
 * `from`. */
bool grid_row_diff(const struct grid *a, const struct grid *b, int row, int *from, int *to);
void grid_copy(struct grid *to, const struct grid *from);
/* All of from, as it was drawn there, at this place of g, which it covers. */
void grid_paste(struct grid *g, int row, int col, const struct grid *from);
/* The character and its marks; "" in the right half of a wide one or outside. Returns out. */
const char *grid_cell_text(const struct grid *g, int row, int col, char out[CELL_BYTES]);

/* --- text. Each returns the column after what was drawn. */

/* Up to the right edge of the grid. */
int grid_text(struct grid *g, int row, int col, enum style style, const char *text);
/* Exactly cells wide: padded with blanks of that style, or cut with "..". */
int grid_put(struct grid *g, int row, int col, int cells, enum style style, const char *text);
/* The same, at the right end of its cells. */
int grid_right(struct grid *g, int row, int col, int cells, enum style style, const char *text);
/* At most cells wide, no padding. */
int grid_clip(struct grid *g, int row, int col, int cells, enum style style, const char *text);

/* Translated. */
int grid_tr(struct grid *g, int row, int col, enum style style, const char *msgid);
int grid_tr_put(struct grid *g, int row, int col, int cells, enum style style, const char *msgid);
int grid_msg(struct grid *g, int row, int col, int cells, enum style style, const struct msg *m);
int grid_bilingual(
    struct grid *g, int row, int col, int cells, enum style style, struct bilingual text);

/* What tells who somebody is or what was written about people: three stars while the grid is veiled, "" stays "". */
static inline const char *grid_veil(const struct grid *g, const char *text)
{
    return g->veiled && !str_empty(text) ? "***" : text;
}

/* Wraps text by cells (at blanks where there are any, anywhere between Japanese characters) into at
 * most rect.rows rows; the last one ends in ".." when it goes on. Returns the rows used. */
int grid_wrap(struct grid *g, struct rect at, enum style style, const char *text);

/* How many rows grid_wrap would need, without drawing. */
int wrap_rows(const char *text, int cells);

/* Cells that text needs after the filter. */
int cells_of(const char *text);

/* --- shapes */
void grid_fill(struct grid *g, struct rect at, enum style style, char ch);
void grid_hline(struct grid *g, int row, int col, int cells);
void grid_vline(struct grid *g, int row, int col, int rows);
void grid_heading(
    struct grid *g, int row, int col, int cells, const char *msgid); /* -- word ------- */
void grid_box(struct grid *g, struct rect at, const char *title_msgid); /* clears its inside */

/* Changes only the style of existing cells. */
void grid_restyle(struct grid *g, struct rect at, enum style style);

void grid_cursor(struct grid *g, int row, int col);

/* An amount in full-width digits, two cells each: safe in every terminal, and large. Text of ASCII
 * digits, commas, minus; the result goes into out (at least 3 times as long plus 1). */
void text_widen(const char *ascii, char *out, size_t size);

/* --- for tests, the story player and docs/SCREENS.md */
const char *grid_row_text(
    const struct grid *g, int row, struct arena *arena); /* no trailing blanks */
const char *grid_dump(
    const struct grid *g, struct arena *arena); /* all rows, each with a newline */
bool grid_has(const struct grid *g, const char *text); /* in one row */
#endif
