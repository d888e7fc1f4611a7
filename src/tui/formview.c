/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the fields of a form stand and how they look. */
#include "tui/formstate.h"

#include "text/width.h"

/* --- places */

void form_options(const struct choice *choices, const struct catalog *c, struct buf *out)
{
    for (const struct choice *choice = choices; choice && choice->value; choice++) {
        const char *label = tr(c, choice->label);
        bool latin = (unsigned char)label[0] < 0x80; /* "1 Phone", but 1電話 */
        buf_printf(out, "%s%s%s%s",
            choice == choices ? ""
                : latin       ? "  "
                              : " ",
            choice->key, latin ? " " : "", label);
    }
}

static int options_cells(const struct form_field *d, const struct catalog *c)
{
    struct buf text;

    if (d->kind != FIELD_CHOICE || (d->flags & FORM_NO_OPTIONS))
        return 0;
    buf_init(&text, 8192);
    form_options(d->choices, c, &text);
    int cells = cells_of(text.p);
    buf_fini(&text);
    return cells;
}

static void place_field(const struct form_def *def, const struct form_field *d,
    const struct catalog *c, int cols, int col, struct place *p)
{
    bool same = d->flags & FORM_SAME_ROW;
    int unit = d->unit ? cells_of(tr(c, d->unit)) + 1 : 0, options = options_cells(d, c);

    p->label_col = col;
    p->label_cells = d->label_cells ? d->label_cells
        : same                      ? cells_of(tr(c, d->label)) + 1
                                    : def->label_cells;
    p->col = col + p->label_cells + 1;
    p->cells = d->cells > 0 ? d->cells : cols - p->col - 1 - unit;
    if (p->cells < 1)
        p->cells = 1;
    p->end = p->col + p->cells + 1 + unit;
    p->options_col = options ? p->end + 1 : -1;
    if (options)
        p->end += 1 + options;
}

static bool on_same_row(const struct form_def *def, size_t i)
{
    return def->fields[i].row == ROW_FIELD && (def->fields[i].flags & FORM_SAME_ROW) && i > 0
        && def->fields[i - 1].row == ROW_FIELD;
}

int form_spans(const struct form_def *def, struct span *spans)
{
    int next = 0; /* the row after everything so far */

    for (size_t i = 0; i < def->n; i++) {
        const struct form_field *d = &def->fields[i];
        spans[i].rows = d->row == ROW_FIELD && d->kind == FIELD_LINES && d->rows > 1 ? d->rows : 1;
        spans[i].row = on_same_row(def, i) ? spans[i - 1].row : next;
        if (spans[i].row + spans[i].rows > next)
            next = spans[i].row + spans[i].rows;
    }
    return next;
}

/* Beside those before it on its row; few stand on one. */
static void place_of(const struct form_def *def, const struct catalog *c, int cols, size_t i, struct place *p)
{
    *p = (struct place){ .end = cols, .options_col = -1 };
    if (def->fields[i].row != ROW_FIELD)
        return;
    int col = 0;
    if (on_same_row(def, i)) {
        place_of(def, c, cols, i - 1, p);
        col = p->end + 1;
    }
    place_field(def, &def->fields[i], c, cols, col, p);
}

int form_rows(const struct form *f)
{
    return f->rows;
}

/* --- drawing */

static void draw_brackets(const struct form *f, size_t i, struct grid *g, const struct place *p,
    int row, int col, bool active)
{
    const struct form_cell *c = &f->cells[i];
    int rows = f->spans[i].rows;
    bool left, right;
    enum style style = c->marked ? STYLE_ERROR : active ? STYLE_KEY : STYLE_DIM;

    field_hidden(c->field, p->cells, active, &left, &right);
    for (int r = 0; r < rows; r++) {
        grid_clip(g, row + r, col - 1, 1, style, "[");
        grid_clip(g, row + r, col + p->cells, 1, style, "]");
    }
    if (left)
        grid_clip(g, row, col - 1, 1, STYLE_KEY, rows > 1 ? "^" : "<");
    if (right)
        grid_clip(g, row + rows - 1, col + p->cells, 1, STYLE_KEY, rows > 1 ? "v" : ">");
}

/* What stands after the field: its unit, its choices, the echo of what was typed; up to limit. */
static void draw_after(const struct form *f, size_t i, struct grid *g, const struct place *p,
    int row, int left, int limit)
{
    const struct form_field *d = &f->def->fields[i];
    int col = left + p->col + p->cells + 1;
    struct buf text;

    if (d->unit)
        col = grid_clip(g, row, col + 1, limit - col - 1, STYLE_LABEL, tr(g->catalog, d->unit));
    buf_init(&text, 8192);
    if (p->options_col >= 0) {
        form_options(d->choices, g->catalog, &text);
        grid_clip(g, row, left + p->options_col, limit - left - p->options_col, STYLE_DIM, text.p);
    } else if (f->def->echo) {
        f->def->echo(f->user, f, d->id, g, &text);
        grid_clip(g, row, col + 1, limit - col - 1, STYLE_DIM, text.p);
    }
    buf_fini(&text);
}

static void draw_label(const struct form *f, size_t i, struct grid *g, const struct place *p,
    int row, int left, bool asked)
{
    const struct form_field *d = &f->def->fields[i];
    enum style style = f->cells[i].marked ? STYLE_ERROR : asked ? STYLE_LABEL : STYLE_DIM;

    grid_tr_put(g, row, left + p->label_col, p->label_cells - 1, style, d->label);
    if (f->cells[i].marked)
        grid_clip(g, row, left + p->col - 2, 1, STYLE_ERROR, "!");
}

/* A text that a visitor may not read: all but the one that is being typed (a date or a choice names nobody). */
static bool is_veiled(const struct form *f, size_t i, const struct grid *g, bool active)
{
    enum field_kind kind = f->def->fields[i].kind;
    bool text = kind == FIELD_TEXT || kind == FIELD_KANA || kind == FIELD_CODE || kind == FIELD_LINES;

    return g->veiled && !f->def->house && text && !field_empty(f->cells[i].field)
        && !(active && !str_eq(field_text(f->cells[i].field), f->cells[i].base));
}

static void draw_veiled(struct grid *g, const struct place *p, int row, int rows, int col, enum style style, bool active)
{
    grid_fill(g, (struct rect){ row, col, rows, p->cells }, style, ' ');
    grid_clip(g, row, col, p->cells, style, grid_veil(g, "*"));
    if (active)
        grid_cursor(g, row, col);
}

static void draw_field(const struct form *f, size_t i, struct grid *g, const struct place *p,
    struct rect at, int row, bool focused, int limit)
{
    const struct form_field *d = &f->def->fields[i];
    bool asked = form_is_asked(f, i), readonly = d->flags & FORM_READONLY,
         active = focused && i == f->focus;
    enum style style = active ? STYLE_FIELD_ACTIVE : f->cells[i].marked ? STYLE_ERROR : STYLE_FIELD;

    draw_label(f, i, g, p, row, at.col, asked);
    if (!asked)
        return;
    if (is_veiled(f, i, g, active)) {
        if (!readonly)
            draw_brackets(f, i, g, p, row, at.col + p->col, active);
        draw_veiled(g, p, row, f->spans[i].rows, at.col + p->col, readonly ? STYLE_NORMAL : style, active);
        return;
    }
    if (readonly) {
        field_draw(f->cells[i].field, g, row, at.col + p->col, p->cells, false, STYLE_NORMAL);
    } else {
        draw_brackets(f, i, g, p, row, at.col + p->col, active);
        field_draw(f->cells[i].field, g, row, at.col + p->col, p->cells, active, style);
    }
    draw_after(f, i, g, p, row, at.col, limit);
}

static void draw_text_row(const struct form_field *d, struct grid *g, int row, struct rect at)
{
    if (d->row == ROW_SECTION)
        grid_heading(g, row, at.col, at.cols, d->label);
    else if (d->row == ROW_NOTE)
        grid_clip(g, row, at.col, at.cols, STYLE_DIM, tr(g->catalog, d->label));
}

/* Rows scrolled away above so that the active field, and the row below it, is seen. */
static int first_row(const struct span *active, int rows, int room)
{
    int bottom = active->row + active->rows + 1;

    if (rows <= room || bottom <= room)
        return 0;
    int first = bottom - room;
    if (first > rows - room)
        first = rows - room;
    return first > active->row ? active->row : first;
}

bool form_key_rows(const struct form *f, struct rect at, int *row, int *rows)
{
    int first = first_row(&f->spans[f->focus], f->rows, at.rows), from = at.rows, to = 0;

    for (size_t i = f->key_first; i < f->key_end; i++) {
        const struct span *p = &f->spans[i];
        from = p->row - first < from ? p->row - first : from;
        to = p->row + p->rows - first > to ? p->row + p->rows - first : to;
    }
    from = from < 0 ? 0 : from;
    to = to > at.rows ? at.rows : to;
    *row = at.row + from;
    *rows = to > from ? to - from : 0;
    return first_row(&f->spans[f->key_focus], f->rows, at.rows) == first;
}

void form_draw(const struct form *f, struct grid *g, struct rect at, bool focused)
{
    int first = first_row(&f->spans[f->focus], f->rows, at.rows);

    for (size_t i = 0; i < f->def->n; i++) {
        const struct span *s = &f->spans[i];
        const struct form_field *d = &f->def->fields[i];
        int row = at.row + s->row - first;
        struct place p;
        if (s->row < first || s->row + s->rows - first > at.rows)
            continue;
        if (i != f->focus && !grid_due(g, row, s->rows)) /* the active one sets the cursor */
            continue;
        place_of(f->def, g->catalog, at.cols, i, &p);
        bool next_same = i + 1 < f->def->n && (f->def->fields[i + 1].flags & FORM_SAME_ROW);
        if (d->row == ROW_FIELD)
            draw_field(f, i, g, &p, at, row, focused, at.col + (next_same ? p.end : at.cols));
        else
            draw_text_row(d, g, row, at);
    }
    if (first > 0)
        grid_clip(g, at.row, at.col + at.cols - 1, 1, STYLE_KEY, "^");
    if (f->rows - first > at.rows)
        grid_clip(g, at.row + at.rows - 1, at.col + at.cols - 1, 1, STYLE_KEY, "v");
}

/* --- the gate */

static void check_choices(const struct form_field *d, const struct catalog *c, struct buf *out)
{
    for (const struct choice *choice = d->choices; choice && choice->value; choice++) {
        int need = cells_of(choice->key) + 1 + cells_of(tr(c, choice->label));
        if (d->cells > 0 && need > d->cells)
            buf_printf(out, "%s: choice \"%s\" needs %d cells, has %d\n", d->id,
                tr(c, choice->label), need, d->cells);
        for (const struct choice *other = d->choices; other < choice; other++)
            if (str_eq(other->key, choice->key) || str_eq(other->value, choice->value))
                buf_printf(out, "%s: choice %s is there twice\n", d->id, choice->key);
    }
    if (d->kind == FIELD_CHOICE && (!d->choices || !d->choices->value))
        buf_printf(out, "%s: has no choices\n", d->id);
}

static void check_field(const struct form_def *def, size_t i, const struct catalog *c, int cols,
    const struct place *p, struct buf *out)
{
    const struct form_field *d = &def->fields[i];
    int label = cells_of(tr(c, d->label));

    if (str_empty(d->id)) {
        buf_printf(out, "%s: field %d has no id\n", def->id, (int)i);
        return;
    }
    if (str_empty(d->help))
        buf_printf(out, "%s: has no help\n", d->id);
    if (str_empty(d->label))
        buf_printf(out, "%s: has no label\n", d->id);
    if (label > p->label_cells - 1)
        buf_printf(out, "%s: label \"%s\" needs %d cells, has %d\n", d->id, tr(c, d->label), label,
            p->label_cells - 1);
    if (p->end > cols)
        buf_printf(out, "%s: ends at column %d of %d\n", d->id, p->end, cols);
    if (cells_of(tr(c, d->help)) > 78)
        buf_printf(out, "%s: help needs %d cells, has 78\n", d->id, cells_of(tr(c, d->help)));
    check_choices(d, c, out);
    for (size_t j = 0; j < i; j++)
        if (def->fields[j].row == ROW_FIELD && str_eq(def->fields[j].id, d->id))
            buf_printf(out, "%s: id is there twice\n", d->id);
}

bool form_check(const struct form_def *def, const struct catalog *c, int cols, struct buf *problems)
{
    size_t before = problems->len;
    struct place p;

    for (size_t i = 0; i < def->n; i++) {
        place_of(def, c, cols, i, &p);
        if (def->fields[i].row == ROW_FIELD)
            check_field(def, i, c, cols, &p, problems);
    }
    return problems->len == before;
}
