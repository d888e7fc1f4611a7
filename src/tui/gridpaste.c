/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/grid.h"

/* How many cells of a row of from fit before the edge: a wide character at it goes whole. */
static int fitting(const struct grid *from, const struct cell *cells, int room)
{
    if (room >= from->cols)
        return from->cols;
    return room > 0 && cells[room].width == 0 ? room - 1 : room;
}

void grid_paste(struct grid *g, int row, int col, const struct grid *from)
{
    char text[CELL_BYTES];

    BUG_IF(row < 0 || col < 0);
    grid_fill(g, (struct rect){ row, col, from->rows, from->cols }, STYLE_NORMAL, ' ');
    for (int r = 0; r < from->rows && row + r < g->rows; r++) {
        const struct cell *cells = &from->cells[r * from->cols];
        if (!grid_due(g, row + r, 1))
            continue;
        for (int i = 0, n = fitting(from, cells, g->cols - col); i < n; i++)
            if (cells[i].marks) /* they stand at other places in the other table */
                grid_clip(g, row + r, col + i, cells[i].width, (enum style)cells[i].style, grid_cell_text(from, r, i, text));
            else if (cells[i].width > 0 || !cells[i - 1].marks)
                g->cells[(row + r) * g->cols + col + i] = cells[i];
    }
}
