/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/widget.h"

/* --- step bar */

enum { STEP_LEAST_CELLS = 8 };

static int step_now(const struct step_item *items, int n)
{
    for (int i = 0; i < n; i++)
        if (items[i].now)
            return i;
    return 0;
}

/* The marker before it, the longer of its name and a usual state ("済11/24"). */
static int step_cells(const struct grid *g, const struct step_item *item)
{
    int name = cells_of(tr(g->catalog, item->name));

    return 1 + (name > STEP_LEAST_CELLS - 1 ? name : STEP_LEAST_CELLS - 1);
}

static bool all_fit(const struct grid *g, const struct step_item *items, int n, int width)
{
    for (int i = 0; i < n; i++)
        if (step_cells(g, &items[i]) > width)
            return false;
    return true;
}

static int step_cells_all(const struct grid *g, const struct step_item *items, int n)
{
    int cells = 0;

    for (int i = 0; i < n; i++)
        cells += step_cells(g, &items[i]);
    return cells;
}

static void step_draw(struct grid *g, struct rect at, const struct step_item *item, bool more)
{
    enum style name = item->now ? STYLE_SELECTED : STYLE_LABEL;

    grid_put(g, at.row, at.col, 1, name, item->now ? ">" : "");
    grid_put(g, at.row, at.col + 1, at.cols - 1, name, more ? ".." : tr(g->catalog, item->name));
    grid_put(g, at.row + 1, at.col + 1, at.cols - 1, more ? STYLE_DIM : item->style,
        more ? "" : item->state);
}

void step_bar_draw(struct grid *g, struct rect at, const struct step_item *items, int n)
{
    int fits = at.cols / STEP_LEAST_CELLS;
    int first = 0, shown = n < fits ? n : fits;

    if (shown <= 0)
        return;
    if (shown < n) {
        first = step_now(items, n) - shown / 2;
        first = first < 0 ? 0 : first > n - shown ? n - shown : first;
    }
    int col = at.col, left = at.cols - step_cells_all(g, items + first, shown);
    bool equal = left < 0 || all_fit(g, items + first, shown, at.cols / shown);
    for (int i = 0; i < shown; i++) {
        const struct step_item *item = &items[first + i];
        /* Equal places when there is room; else each as wide as its name, the rest shared out. */
        int width = equal ? at.cols / shown : step_cells(g, item) + left / (shown - i);
        bool more = (i == 0 && first > 0) || (i == shown - 1 && first + shown < n);
        left -= left > 0 ? left / (shown - i) : 0;
        step_draw(g, (struct rect){ at.row, col, 2, width }, item, more);
        col += width;
    }
}

/* --- panel */

static int panel_line_draw(struct grid *g, struct rect at, const struct panel_line *line)
{
    int right = line->right ? cells_of(line->right) : 0;
    int start = line->word ? PANEL_WORD_CELLS : 0;
    struct rect text
        = { at.row, at.col + start, at.rows, at.cols - start - (right ? right + 1 : 0) };

    if (line->word)
        grid_tr_put(g, at.row, at.col, PANEL_WORD_CELLS - 1, line->style, line->word);
    if (right)
        grid_right(g, at.row, at.col + at.cols - right, right, STYLE_NORMAL, line->right);
    int rows = grid_wrap(g, text, STYLE_NORMAL, line->text);
    rows = rows ? rows : 1;
    if (str_empty(line->reason) || rows >= at.rows)
        return rows;
    grid_text(g, at.row + rows, at.col, STYLE_DIM, ": ");
    return rows
        + grid_wrap(g, (struct rect){ at.row + rows, at.col + 2, at.rows - rows, at.cols - 2 },
            STYLE_DIM, line->reason);
}

static int panel_line_rows(const struct panel_line *line, int cols)
{
    int start = line->word ? PANEL_WORD_CELLS : 0;
    int right = line->right ? cells_of(line->right) + 1 : 0;
    int rows = wrap_rows(line->text, cols - start - right);

    return (rows ? rows : 1) + (str_empty(line->reason) ? 0 : wrap_rows(line->reason, cols - 2));
}

int panel_draw(
    struct grid *g, struct rect at, const struct panel_line *lines, int n, int first, int *shown)
{
    int used = 0, whole = 0;

    for (int i = first; i < n && used < at.rows; i++) {
        int left = at.rows - used;
        struct panel_line line = lines[i];
        if (panel_line_rows(&line, at.cols) > left && i > first) {
            line.reason = NULL; /* the reason gives way, then the line: neither is cut */
            if (panel_line_rows(&line, at.cols) > left)
                break;
        } else
            whole++;
        used += panel_line_draw(g, (struct rect){ at.row + used, at.col, left, at.cols }, &line);
    }
    if (shown)
        *shown = whole;
    return used;
}

/* --- a row whose parts give way */

enum { PARTS_MAX = 16 };

static int part_cells(const struct part *p, bool shortened)
{
    const char *text = shortened ? p->short_text : p->text;
    int cells = cells_of(text);

    if (str_empty(text))
        return 0;
    return (cells > p->cells ? cells : p->cells) + 1;
}

static int parts_total(const struct part *parts, const char *const *texts, int n)
{
    int total = 0;

    for (int i = 0; i < n; i++)
        if (texts[i])
            total += part_cells(&parts[i], texts[i] != parts[i].text);
    return total;
}

/* The part that gives way next: shortened first, then dropped. -1 = none can. */
static int parts_weakest(const struct part *parts, const char *const *texts, int n)
{
    int weakest = -1;

    for (int i = 0; i < n; i++)
        if (texts[i] && parts[i].priority > 0
            && (weakest < 0 || parts[i].priority > parts[weakest].priority))
            weakest = i;
    return weakest;
}

void parts_draw(struct grid *g, int row, int col, int cells, const struct part *parts, int n)
{
    const char *texts[PARTS_MAX];
    int weak;

    BUG_IF(n > PARTS_MAX);
    for (int i = 0; i < n; i++)
        texts[i] = str_empty(parts[i].text) ? NULL : parts[i].text;
    while (parts_total(parts, texts, n) > cells && (weak = parts_weakest(parts, texts, n)) >= 0) {
        bool can_shorten = texts[weak] == parts[weak].text && !str_empty(parts[weak].short_text);
        texts[weak] = can_shorten ? parts[weak].short_text : NULL;
    }
    int left = col, right = col + cells;
    for (int i = n - 1; i >= 0; i--) {
        int w = texts[i] ? part_cells(&parts[i], texts[i] != parts[i].text) : 0;
        if (!parts[i].right || !w)
            continue;
        right -= w;
        grid_put(g, row, right + 1, w - 1, parts[i].style, texts[i]);
    }
    for (int i = 0; i < n; i++) {
        int w = texts[i] ? part_cells(&parts[i], texts[i] != parts[i].text) : 0;
        if (parts[i].right || !w)
            continue;
        int room = right - left < w - 1 ? right - left : w - 1;
        grid_put(g, row, left, room, parts[i].style, texts[i]);
        left += w;
    }
}

/* --- progress */

void progress_draw(struct grid *g, int row, int col, int cells, int64_t done, int64_t total)
{
    char percent[16];
    int inner = cells - 8;

    if (inner < 1)
        return;
    int64_t share = total > 0 ? done >= total ? 100
            : done < 0                        ? 0
                                              : done / (total / 100 ? total / 100 : 1)
                              : 0;
    share = total > 0 && total < 100 ? done * 100 / total : share;
    share = share > 100 ? 100 : share < 0 ? 0 : share;
    int filled = (int)(share * inner / 100);
    grid_text(g, row, col, STYLE_NORMAL, "[");
    grid_fill(g, (struct rect){ row, col + 1, 1, inner }, STYLE_NORMAL, ' ');
    grid_fill(g, (struct rect){ row, col + 1, 1, filled }, STYLE_OK, '=');
    if (filled < inner)
        grid_text(g, row, col + 1 + filled, STYLE_OK, ">");
    snprintf(percent, sizeof percent, "] %3d%%", (int)share);
    grid_clip(g, row, col + 1 + inner, 6, STYLE_NORMAL, total > 0 ? percent : "]");
}
