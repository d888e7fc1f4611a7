/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a field looks: scrolled by cells on one line, wrapped on several, grouped digits at the right
 * end. */
#include "tui/fieldstate.h"

#include "text/cluster.h"
#include "text/width.h"
#include "text/wrap.h"

static bool at_right(enum field_kind kind)
{
    return kind == FIELD_NUMBER || kind == FIELD_YEN;
}

/* --- several lines */

struct line {
    size_t start, bytes, next;
    bool more; /* another line follows */
};

static bool line_first(const struct field *f, struct line *l)
{
    l->start = 0;
    l->bytes = wrap_line(f->text, f->spec.cells, &l->next);
    l->more = l->next < f->len || (l->next > 0 && f->text[l->next - 1] == '\n');
    return true;
}

static bool line_next(const struct field *f, struct line *l)
{
    if (!l->more)
        return false;
    size_t n;
    l->start = l->next;
    l->bytes = wrap_line(f->text + l->start, f->spec.cells, &n);
    l->next = l->start + n;
    l->more = n > 0 && (l->next < f->len || f->text[l->next - 1] == '\n');
    return true;
}

/* The line of the cursor; returns its number. */
static int line_of_cursor(const struct field *f, struct line *l)
{
    int row = 0;

    line_first(f, l);
    while (l->more && f->at >= l->next && line_next(f, l))
        row++;
    return row;
}

/* Blanks that a line breaks at are not drawn, but a clerk who types one sees the cursor move. */
static int cursor_col(const struct field *f, const struct line *l)
{
    int col = width_cluster(f->text + l->start, f->at - l->start);

    return col < f->spec.cells ? col : f->spec.cells; /* one cluster may be wider than the line */
}

bool field_line_move(struct field *f, int lines)
{
    struct line l;
    int row, col;

    if (f->spec.kind != FIELD_LINES)
        return false;
    row = line_of_cursor(f, &l);
    col = cursor_col(f, &l);
    if (row + lines < 0)
        return false;
    if (lines > 0) {
        if (!line_next(f, &l))
            return false;
    } else {
        line_first(f, &l);
        for (int i = 0; i < row + lines; i++)
            line_next(f, &l);
    }
    size_t n = width_cut(f->text + l.start, col);
    f->at = l.start + (n < l.bytes ? n : l.bytes);
    field_keep_seen(f);
    return true;
}

/* --- one line */

/* The text as drawn and the cursor's place in its cells. */
static void shown_text(const struct field *f, const struct catalog *c, struct buf *out, int *cursor)
{
    const struct choice *choice;
    size_t digits;

    switch (f->spec.kind) {
    case FIELD_CHOICE:
        choice = field_choice(f);
        if (choice)
            buf_printf(out, "%s %s", choice->key, tr(c, choice->label));
        *cursor = 0;
        return;
    case FIELD_SECRET:
        for (int i = field_clusters(f); i > 0; i--)
            buf_putc(out, '*');
        *cursor = field_cursor_cluster(f);
        return;
    case FIELD_YEN:
        digits = f->len;
        *cursor = 0;
        for (size_t i = 0; i < digits; i++) {
            buf_putc(out, f->text[i]);
            if ((digits - i - 1) % 3 == 0 && i + 1 < digits)
                buf_putc(out, ',');
            if (i + 1 == f->at)
                *cursor = (int)out->len;
        }
        return;
    default:
        buf_puts(out, f->text);
        *cursor = width_cluster(f->text, f->at);
    }
}

/* The cells hidden at the left when the field is cells wide: the cursor is always seen, and nothing
 * is hidden that has room. */
static int scroll_for(const struct field *f, int cells, int wide, int cursor)
{
    int scroll = f->scroll, over = wide > cells ? wide - cells : 0;

    if (scroll > over)
        scroll = over;
    if (cursor > scroll + cells)
        scroll = cursor - cells;
    return cursor < scroll ? cursor : scroll;
}

void field_keep_seen(struct field *f)
{
    struct buf text;
    struct line l;
    int cursor, room = f->spec.cells;

    if (f->spec.kind == FIELD_LINES) {
        cursor = line_of_cursor(f, &l);
        room = f->spec.rows - 1;
    } else {
        buf_init(&text, 64 * 1024);
        shown_text(f, NULL, &text, &cursor);
        f->scroll = scroll_for(f, room, width_text(text.p), cursor);
        explicit_bzero(text.p, text.len);
        buf_fini(&text);
        return;
    }
    if (cursor < f->scroll)
        f->scroll = cursor;
    if (cursor > f->scroll + room)
        f->scroll = cursor - room;
}

static int lines_total(const struct field *f)
{
    struct line l;
    int n = 1;

    line_first(f, &l);
    while (line_next(f, &l))
        n++;
    return n;
}

void field_hidden(const struct field *f, int cells, bool active, bool *left, bool *right)
{
    struct buf text;
    int cursor;

    *left = *right = false;
    if (f->spec.kind == FIELD_CHOICE)
        return;
    if (f->spec.kind == FIELD_LINES) {
        *left = f->scroll > 0;
        *right = lines_total(f) > f->scroll + f->spec.rows;
        return;
    }
    cells = cells > 0 ? cells : f->spec.cells;
    buf_init(&text, 64 * 1024);
    shown_text(f, NULL, &text, &cursor);
    int wide = width_text(text.p), scroll = active ? scroll_for(f, cells, wide, cursor) : 0;
    *left = scroll > 0;
    *right = wide - scroll > cells;
    explicit_bzero(text.p, text.len);
    buf_fini(&text);
}

static void draw_piece(
    struct grid *g, int row, int col, int cells, enum style style, const char *s, size_t n)
{
    char *piece = strndup(s, n);

    BUG_IF(!piece);
    grid_put(g, row, col, cells, style, piece);
    explicit_bzero(piece, n);
    free(piece);
}

static void draw_lines(
    const struct field *f, struct grid *g, int row, int col, bool active, enum style style)
{
    struct line l, here;
    int n = 0, cursor = line_of_cursor(f, &here);

    grid_fill(g, (struct rect){ row, col, f->spec.rows, f->spec.cells }, style, ' ');
    line_first(f, &l);
    do {
        if (n >= f->scroll && n < f->scroll + f->spec.rows)
            draw_piece(
                g, row + n - f->scroll, col, f->spec.cells, style, f->text + l.start, l.bytes);
        n++;
    } while (n < f->scroll + f->spec.rows && line_next(f, &l));
    if (active)
        grid_cursor(g, row + cursor - f->scroll, col + cursor_col(f, &here));
}

void field_draw(const struct field *f, struct grid *g, int row, int col, int cells, bool active,
    enum style style)
{
    struct buf text;
    int cursor, gap;

    if (f->spec.kind == FIELD_LINES) {
        draw_lines(f, g, row, col, active, style);
        return;
    }
    cells = cells > 0 ? cells : f->spec.cells;
    buf_init(&text, 64 * 1024);
    shown_text(f, g->catalog, &text, &cursor);
    int wide = width_text(text.p), left = at_right(f->spec.kind) && wide < cells ? cells - wide : 0;
    int scroll = active ? scroll_for(f, cells, wide, cursor) : 0;
    if (f->spec.kind == FIELD_CHOICE) {
        grid_put(g, row, col, cells, style, text.p);
    } else {
        size_t skip = width_skip(text.p, scroll, &gap);
        size_t n = width_cut(text.p + skip, cells - gap);
        grid_put(g, row, col, left + gap, style, "");
        draw_piece(g, row, col + left + gap, cells - left - gap, style, text.p + skip, n);
    }
    if (active)
        grid_cursor(g, row, col + left + cursor - scroll);
    explicit_bzero(text.p, text.len);
    buf_fini(&text);
}
