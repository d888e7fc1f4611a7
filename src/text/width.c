/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/width.h"

#include <uniwidth.h>

#include "base/base.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width_ambiguous.h"

/* One of the listed globals: a property of the terminal, the same for every screen. */
static int ambiguous_cells = 1;

void width_set_ambiguous(int cells)
{
    BUG_IF(cells != 1 && cells != 2);
    ambiguous_cells = cells;
}

int width_ambiguous(void)
{
    return ambiguous_cells;
}

static bool is_ambiguous(uint32_t c)
{
    size_t low = 0, high = COUNT_OF(ambiguous);

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ambiguous[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < COUNT_OF(ambiguous) && c >= ambiguous[low].first;
}

int width_char(uint32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return 1;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
        return c == 0 ? 0 : -1;
    if (ambiguous_cells == 2 && is_ambiguous(c))
        return 2;
    return uc_width(c, "UTF-8");
}

int width_cluster(const char *s, size_t bytes)
{
    const char *end = s + bytes;
    int cells = 0;

    while (s < end) {
        int w = width_char(utf8_next(&s));
        cells += w > 0 ? w : 0;
    }
    return cells;
}

int width_text(const char *s)
{
    return width_cluster(s, strlen(s));
}

size_t width_cut(const char *s, int cells)
{
    size_t at = 0;

    for (;;) {
        size_t next = cluster_next(s, at);
        if (next == at)
            return at;
        cells -= width_cluster(s + at, next - at);
        if (cells < 0)
            return at;
        at = next;
    }
}

size_t width_skip(const char *s, int cells, int *gap)
{
    size_t at = 0;

    *gap = 0;
    while (cells > 0) {
        size_t next = cluster_next(s, at);
        if (next == at)
            return at;
        int w = width_cluster(s + at, next - at);
        cells -= w;
        at = next;
    }
    *gap = -cells;
    return at;
}
