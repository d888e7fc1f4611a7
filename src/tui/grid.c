/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/grid.h"

#include "text/cluster.h"
#include "text/safe.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"

enum { TEXT_MAX = 64 * 1024, MARKS_MAX = UINT16_MAX - 1, MARKS_SEEN = 64 };

/* --- memory */

static struct cell blank(enum style style)
{
    return (struct cell){ .ch = ' ', .style = (uint8_t)style, .width = 1 };
}

void grid_init(struct grid *g, int rows, int cols)
{
    *g = (struct grid){ .ascii = true };
    grid_resize(g, rows, cols);
}

void grid_fini(struct grid *g)
{
    if (g->cells)
        explicit_bzero(g->cells, (size_t)g->rows * (size_t)g->cols * sizeof *g->cells);
    free(g->cells);
    free(g->marks);
    g->cells = NULL;
    g->marks = NULL;
    g->rows = g->cols = g->n_marks = g->cap_marks = 0;
}

void grid_resize(struct grid *g, int rows, int cols)
{
    grid_fini(g);
    g->rows = rows > 0 ? rows : 1;
    g->cols = cols > 0 ? cols : 1;
    g->cells = calloc((size_t)g->rows * (size_t)g->cols, sizeof *g->cells);
    BUG_IF(!g->cells);
    grid_clear(g);
}

void grid_clear(struct grid *g)
{
    struct cell empty = blank(STYLE_NORMAL);

    for (int i = 0; i < g->cols; i++)
        g->cells[i] = empty;
    for (int row = 1; row < g->rows; row++)
        memcpy(&g->cells[row * g->cols], g->cells, (size_t)g->cols * sizeof empty);
    g->n_marks = 0;
    g->first_row = 0;
    g->end_row = g->rows;
    g->cursor_row = g->cursor_col = -1;
    g->body = (struct rect){ 1, 0, g->rows > 4 ? g->rows - 4 : 0, g->cols };
}

static struct cell *cell_at(const struct grid *g, int row, int col)
{
    return &g->cells[row * g->cols + col];
}

void grid_clear_rows(struct grid *g, int row, int rows)
{
    struct cell empty = blank(STYLE_NORMAL);

    g->first_row = row < 0 ? 0 : row;
    g->end_row = row + rows < g->rows ? row + rows : g->rows;
    for (int i = g->first_row * g->cols; i < g->end_row * g->cols; i++)
        g->cells[i] = empty;
}

bool grid_due(const struct grid *g, int row, int rows)
{
    return row < g->end_row && row + rows > g->first_row;
}

bool grid_whole(const struct grid *g)
{
    return g->first_row == 0 && g->end_row == g->rows;
}

/* --- marks */

static bool marks_room(struct grid *g, int n)
{
    if (n <= g->cap_marks)
        return true;
    if (n > MARKS_MAX)
        return false;
    g->cap_marks = n * 2 < MARKS_MAX ? n * 2 : MARKS_MAX;
    g->marks = realloc(g->marks, (size_t)g->cap_marks * sizeof *g->marks);
    BUG_IF(!g->marks);
    return true;
}

static void add_mark(struct cell_marks *m, uint32_t mark)
{
    for (int i = 0; i < CELL_MARKS; i++)
        if (m->c[i] == 0) {
            m->c[i] = mark;
            return;
        }
}

/* The place of marks in the table, and none of its own for what stands among the latest already: rows that are
 * drawn again and again do not make it longer. */
static void set_marks(struct grid *g, struct cell *c, const struct cell_marks *m)
{
    int oldest = g->n_marks > MARKS_SEEN ? g->n_marks - MARKS_SEEN : 0, at = oldest;

    while (at < g->n_marks && memcmp(&g->marks[at], m, sizeof *m) != 0)
        at++;
    if (at == g->n_marks) {
        if (!marks_room(g, g->n_marks + 1))
            return;
        g->marks[g->n_marks++] = *m;
    }
    c->marks = (uint16_t)(at + 1);
}

/* Places in the table of marks are given in the order of drawing: the same place may hold another
 * mark in the other grid. */
static bool same_cell(
    const struct grid *a, const struct cell *x, const struct grid *b, const struct cell *y)
{
    if (x->ch != y->ch || x->style != y->style || x->width != y->width || !x->marks != !y->marks)
        return false;
    return !x->marks
        || memcmp(&a->marks[x->marks - 1], &b->marks[y->marks - 1], sizeof *a->marks) == 0;
}

/* Where both tables have a place, it holds the same. */
static bool same_marks(const struct grid *a, const struct grid *b)
{
    int n = a->n_marks < b->n_marks ? a->n_marks : b->n_marks;

    return n == 0 || memcmp(a->marks, b->marks, (size_t)n * sizeof *a->marks) == 0;
}

/* Equal bytes: the same place in the same table. */
static bool same_bytes(const struct cell *x, const struct cell *y)
{
    return memcmp(x, y, sizeof *x) == 0;
}

bool grid_row_diff(const struct grid *a, const struct grid *b, int row, int *from, int *to)
{
    const struct cell *x = cell_at(a, row, 0), *y = cell_at(b, row, 0);
    int first = 0, end = a->cols;

    /* nearly always: what is drawn again has its marks in the same order, and whole cells are words */
    bool alike = same_marks(a, b);
    if (alike && memcmp(x, y, (size_t)a->cols * sizeof *x) == 0)
        return false;
    while (first < end && ((alike && same_bytes(&x[first], &y[first])) || same_cell(a, &x[first], b, &y[first])))
        first++;
    while (end > first
        && ((alike && same_bytes(&x[end - 1], &y[end - 1])) || same_cell(a, &x[end - 1], b, &y[end - 1])))
        end--;
    if (first == end)
        return false;
    while (first > 0 && (x[first].width == 0 || y[first].width == 0))
        first--;
    while (end < a->cols && (x[end].width == 0 || y[end].width == 0))
        end++;
    *from = first;
    *to = end;
    return true;
}

void grid_copy(struct grid *to, const struct grid *from)
{
    BUG_IF(to->rows != from->rows || to->cols != from->cols);
    memcpy(to->cells, from->cells, (size_t)to->rows * (size_t)to->cols * sizeof *to->cells);
    marks_room(to, from->n_marks);
    to->n_marks = from->n_marks;
    if (from->n_marks > 0)
        memcpy(to->marks, from->marks, (size_t)from->n_marks * sizeof *to->marks);
}

/* --- cells */

static bool inside(const struct grid *g, int row, int col)
{
    return row >= 0 && row < g->rows && col >= 0 && col < g->cols;
}

static bool drawn(const struct grid *g, int row, int col)
{
    return row >= g->first_row && row < g->end_row && col >= 0 && col < g->cols;
}

const char *grid_cell_text(const struct grid *g, int row, int col, char out[CELL_BYTES])
{
    const struct cell *c = inside(g, row, col) ? cell_at(g, row, col) : NULL;
    size_t n = c && c->ch ? utf8_encode(c->ch, out) : 0;

    for (int i = 0; c && c->marks && i < CELL_MARKS && g->marks[c->marks - 1].c[i]; i++)
        n += utf8_encode(g->marks[c->marks - 1].c[i], out + n);
    out[n] = '\0';
    return out;
}

/* Before cells from col on are written: a wide character that begins before them goes whole. */
static void open_left(struct grid *g, int row, int col)
{
    if (cell_at(g, row, col)->width == 0 && col > 0)
        *cell_at(g, row, col - 1) = blank((enum style)cell_at(g, row, col - 1)->style);
}

/* After cells up to end were written: the same for one that goes on behind them. */
static void close_right(struct grid *g, int row, int end)
{
    if (end < g->cols && cell_at(g, row, end)->width == 0)
        *cell_at(g, row, end) = blank((enum style)cell_at(g, row, end)->style);
}

/* ASCII that is no control: one byte, one cell, always safe. Most text, so it is worth knowing. */
static bool plain(char c)
{
    return c >= ' ' && c < 0x7F;
}

/* A character of three bytes that is one cluster of two cells, safe, and takes no part in the filter: kana,
 * kanji, full-width letters and digits. 0 for every other one. The test draws all of Unicode and compares. */
static uint32_t easy_wide(const char *s)
{
    const unsigned char *p = (const unsigned char *)s;

    if ((p[0] & 0xF0) != 0xE0 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
        return 0;
    uint32_t c = (p[0] & 0x0FU) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU);
    bool easy = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x3041 && c <= 0x3096)
        || (c >= 0x309B && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF60);
    return easy ? c : 0;
}

/* Of text that is plain or easy throughout: its bytes, and its cells; false when anything else is in it. */
static bool easy_text(const char *s, size_t *bytes, int *cells)
{
    const char *start = s;

    *cells = 0;
    while (*s) {
        if (plain(*s)) {
            s++;
            (*cells)++;
        } else if (easy_wide(s)) {
            s += 3;
            *cells += 2;
        } else {
            return false;
        }
    }
    *bytes = (size_t)(s - start);
    return true;
}

/* Draws as much of [s, stop) as is plain into [col, end) of a row. Returns the bytes, which are the cells. */
static int put_plain(struct grid *g, int row, int col, int end, enum style style, const char *s, const char *stop)
{
    struct cell *at = cell_at(g, row, col);
    struct cell c = { .style = (uint8_t)style, .width = 1 };
    int most = end < g->cols ? end - col : g->cols - col, n = 0;

    if (stop - s < most)
        most = (int)(stop - s);
    for (; n < most && plain(s[n]); n++) {
        c.ch = (unsigned char)s[n];
        at[n] = c;
    }
    return n;
}

/* Draws checked text into [col, end): whole characters only. Returns the column after it. */
static int put_chars(
    struct grid *g, int row, int col, int end, enum style style, const char *s, size_t bytes)
{
    const char *stop = s + bytes;
    struct cell *last = NULL;
    struct cell_marks marks = { { 0 } };
    int written = -1; /* column after the last cell that is on the grid */

    while (s < stop) {
        uint32_t c = plain(*s) ? (unsigned char)*s : easy_wide(s);
        int w = c < 0x7F ? 1 : 2;
        if (c) {
            s += c < 0x7F ? 1 : 3;
        } else {
            c = utf8_next(&s);
            w = c < 0x7F ? 1 : width_char(c);
        }
        if (w <= 0) { /* a mark or variation selector belongs to the character before */
            if (last)
                add_mark(&marks, c);
            continue;
        }
        if (last && marks.c[0]) {
            set_marks(g, last, &marks);
            marks = (struct cell_marks){ { 0 } };
        }
        last = NULL;
        if (col + w > end)
            break;
        if (drawn(g, row, col) && col + w <= g->cols) {
            if (written < 0)
                open_left(g, row, col);
            last = cell_at(g, row, col);
            *last = (struct cell){ .ch = c, .style = (uint8_t)style, .width = (uint8_t)w };
            if (w == 2)
                last[1] = (struct cell){ .style = (uint8_t)style };
            written = col + w;
            if (w == 1) {
                int more = put_plain(g, row, written, end, style, s, stop);
                last += more;
                s += more;
                col += more;
                written += more;
            }
        }
        col += w;
    }
    if (last && marks.c[0])
        set_marks(g, last, &marks);
    if (written >= 0)
        close_right(g, row, written);
    return col;
}

static int put_run(struct grid *g, int row, int col, int end, enum style style, char ch)
{
    int from = col < 0 ? 0 : col, to = end < g->cols ? end : g->cols;
    struct cell c = { .ch = (unsigned char)ch, .style = (uint8_t)style, .width = 1 };

    if (row < g->first_row || row >= g->end_row || from >= to)
        return end > col ? end : col;
    open_left(g, row, from);
    for (int i = from; i < to; i++)
        *cell_at(g, row, i) = c;
    close_right(g, row, to);
    return end;
}

static int put_blanks(struct grid *g, int row, int col, int end, enum style style)
{
    return put_run(g, row, col, end, style, ' ');
}

/* --- text */

/* Text as it may reach a terminal; most is that already and is not copied. */
static const char *filtered(const char *text, bool lines, struct buf *space)
{
    struct safe_finding found;

    space->p = NULL;
    space->len = 0;
    if (!text)
        return "";
    size_t bytes;
    int cells;
    if (easy_text(text, &bytes, &cells) || safe_check(text, lines, &found))
        return text;
    buf_init(space, TEXT_MAX);
    safe_text(text, lines, space);
    return space->p;
}

/* Draws n bytes of width cells into at most cells, "..", no padding. */
static int put_cut(
    struct grid *g, int row, int col, int cells, enum style style, const char *s, size_t n, int width)
{
    if (cells <= 0)
        return col;
    if (width <= cells && !grid_due(g, row, 1))
        return col + width;
    if (width <= cells)
        return put_chars(g, row, col, col + cells, style, s, n);
    int dots = cells >= 2 ? 2 : 1;
    int at = put_chars(g, row, col, col + cells - dots, style, s, width_cut(s, cells - dots));
    return put_chars(g, row, at, col + cells, style, "..", (size_t)dots);
}

int grid_clip(struct grid *g, int row, int col, int cells, enum style style, const char *text)
{
    struct buf space;
    size_t n;
    int width;

    if (text && easy_text(text, &n, &width))
        return put_cut(g, row, col, cells, style, text, n, width);
    const char *s = filtered(text, false, &space);
    n = strlen(s);
    int end = put_cut(g, row, col, cells, style, s, n, width_cluster(s, n));

    buf_fini(&space);
    return end;
}

int grid_text(struct grid *g, int row, int col, enum style style, const char *text)
{
    return grid_clip(g, row, col, g->cols - col, style, text);
}

int grid_put(struct grid *g, int row, int col, int cells, enum style style, const char *text)
{
    int at = grid_clip(g, row, col, cells, style, text);

    return put_blanks(g, row, at, col + cells, style);
}

int grid_right(struct grid *g, int row, int col, int cells, enum style style, const char *text)
{
    int width = cells_of(text);
    int left = width < cells ? cells - width : 0;

    put_blanks(g, row, col, col + left, style);
    return grid_put(g, row, col + left, cells - left, style, text);
}

int grid_tr(struct grid *g, int row, int col, enum style style, const char *msgid)
{
    return grid_text(g, row, col, style, tr(g->catalog, msgid));
}

int grid_tr_put(struct grid *g, int row, int col, int cells, enum style style, const char *msgid)
{
    return grid_put(g, row, col, cells, style, tr(g->catalog, msgid));
}

int grid_msg(struct grid *g, int row, int col, int cells, enum style style, const struct msg *m)
{
    struct buf text;

    buf_init(&text, TEXT_MAX);
    if (m && m->id)
        msg_text(g->catalog, m, &text);
    int end = grid_put(g, row, col, cells, style, text.p);
    buf_fini(&text);
    return end;
}

int grid_bilingual(
    struct grid *g, int row, int col, int cells, enum style style, struct bilingual text)
{
    return grid_put(g, row, col, cells, style, bilingual_in(text, g->lang));
}

int cells_of(const char *text)
{
    struct buf space;
    size_t n;
    int cells;

    if (text && easy_text(text, &n, &cells))
        return cells;
    cells = width_text(filtered(text, false, &space));

    buf_fini(&space);
    return cells;
}

int wrap_rows(const char *text, int cells)
{
    struct buf space;
    const char *s = filtered(text, true, &space);
    int rows = 0;

    for (size_t next = 1; *s && next > 0; s += next, rows++)
        wrap_line(s, cells > 0 ? cells : 1, &next);
    buf_fini(&space);
    return rows;
}

int grid_wrap(struct grid *g, struct rect at, enum style style, const char *text)
{
    struct buf space;
    const char *s = filtered(text, true, &space);
    int rows = 0;

    while (*s && rows < at.rows && at.cols > 0) {
        size_t next, n = wrap_line(s, at.cols, &next);
        bool last = rows + 1 == at.rows && s[next];
        int row = at.row + rows++;
        if (last && width_cluster(s, n) + 2 > at.cols)
            n = width_cut(s, at.cols - 2);
        int col = grid_due(g, row, 1) ? put_chars(g, row, at.col, at.col + at.cols, style, s, n) : at.col;
        if (last)
            put_chars(g, row, col, at.col + at.cols, style, "..", 2);
        s += next;
    }
    buf_fini(&space);
    return rows;
}

/* --- shapes */

/* What of it is on the grid and drawn now. */
static struct rect clipped(const struct grid *g, struct rect at)
{
    if (at.row < g->first_row) {
        at.rows -= g->first_row - at.row;
        at.row = g->first_row;
    }
    if (at.col < 0) {
        at.cols += at.col;
        at.col = 0;
    }
    if (at.rows > g->end_row - at.row)
        at.rows = g->end_row - at.row;
    if (at.cols > g->cols - at.col)
        at.cols = g->cols - at.col;
    return at;
}

void grid_fill(struct grid *g, struct rect at, enum style style, char ch)
{
    at = clipped(g, at);
    for (int row = at.row; row < at.row + at.rows; row++)
        put_run(g, row, at.col, at.col + at.cols, style, ch);
}

void grid_hline(struct grid *g, int row, int col, int cells)
{
    grid_fill(g, (struct rect){ row, col, 1, cells }, STYLE_DIM, '-');
}

void grid_vline(struct grid *g, int row, int col, int rows)
{
    grid_fill(g, (struct rect){ row, col, rows, 1 }, STYLE_DIM, '|');
}

void grid_heading(struct grid *g, int row, int col, int cells, const char *msgid)
{
    grid_hline(g, row, col, cells);
    if (cells < 8 || str_empty(msgid))
        return;
    put_blanks(g, row, col + 2, col + 3, STYLE_LABEL);
    int end = grid_clip(g, row, col + 3, cells - 5, STYLE_LABEL, tr(g->catalog, msgid));
    put_blanks(g, row, end, end + 1, STYLE_LABEL);
}

void grid_box(struct grid *g, struct rect at, const char *title_msgid)
{
    int right = at.col + at.cols - 1, bottom = at.row + at.rows - 1;

    grid_fill(g, at, STYLE_NORMAL, ' ');
    grid_hline(g, at.row, at.col, at.cols);
    grid_hline(g, bottom, at.col, at.cols);
    grid_vline(g, at.row, at.col, at.rows);
    grid_vline(g, at.row, right, at.rows);
    static const int corners[4][2] = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
    for (int i = 0; i < 4; i++)
        grid_fill(g,
            (struct rect){ corners[i][0] ? bottom : at.row, corners[i][1] ? right : at.col, 1, 1 },
            STYLE_DIM, '+');
    if (title_msgid && at.cols > 8) {
        int end = grid_clip(
            g, at.row, at.col + 3, at.cols - 6, STYLE_TITLE, tr(g->catalog, title_msgid));
        put_blanks(g, at.row, at.col + 2, at.col + 3, STYLE_TITLE);
        put_blanks(g, at.row, end, end + 1, STYLE_TITLE);
    }
}

void grid_restyle(struct grid *g, struct rect at, enum style style)
{
    at = clipped(g, at);
    for (int row = at.row; row < at.row + at.rows; row++)
        for (int col = at.col; col < at.col + at.cols; col++)
            cell_at(g, row, col)->style = (uint8_t)style;
}

void grid_cursor(struct grid *g, int row, int col)
{
    bool seen = inside(g, row, col);

    g->cursor_row = seen ? row : -1;
    g->cursor_col = seen ? col : -1;
}

void text_widen(const char *ascii, char *out, size_t size)
{
    size_t n = 0;

    for (; *ascii && n + UTF8_MAX < size; ascii++) {
        uint32_t c = (unsigned char)*ascii;
        n += utf8_encode(c > ' ' && c < 0x7F ? c - '!' + 0xFF01 : 0x3000, out + n);
    }
    out[n] = '\0';
}
