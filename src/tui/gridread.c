/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a grid as text: for tests, the story player and the pictures of the documents. */
#include "tui/grid.h"

enum { TEXT_MAX = 64 * 1024 };

static void row_text(const struct grid *g, int row, struct buf *out)
{
    size_t start = out->len;

    char text[CELL_BYTES];

    for (int col = 0; col < g->cols; col++)
        buf_puts(out, grid_cell_text(g, row, col, text));
    while (out->len > start && out->p[out->len - 1] == ' ')
        out->p[--out->len] = '\0';
}

const char *grid_row_text(const struct grid *g, int row, struct arena *arena)
{
    struct buf b;

    buf_init(&b, TEXT_MAX);
    if (row >= 0 && row < g->rows)
        row_text(g, row, &b);
    const char *text = arena_strdup(arena, b.p);
    buf_fini(&b);
    return text;
}

const char *grid_dump(const struct grid *g, struct arena *arena)
{
    struct buf b;

    buf_init(&b, 16 * 1024 * 1024);
    for (int row = 0; row < g->rows; row++) {
        row_text(g, row, &b);
        buf_putc(&b, '\n');
    }
    const char *text = arena_strdup(arena, b.p);
    buf_fini(&b);
    return text;
}

bool grid_has(const struct grid *g, const char *text)
{
    bool found = false;
    struct buf b;

    buf_init(&b, TEXT_MAX);
    for (int row = 0; row < g->rows && !found; row++) {
        buf_clear(&b);
        row_text(g, row, &b);
        found = strstr(b.p, text) != NULL;
    }
    buf_fini(&b);
    return found;
}
