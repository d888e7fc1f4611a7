/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/list.h"

enum { COLUMNS_MAX = 24 };
/* Rows that an 80x24 screen surely has for a list; until list_set_page says how many there are. */
enum { LIST_PAGE = 14 };

/* --- the choice */

int list_count(const struct list *l)
{
    return l->source->count(l->user);
}

static void keep_seen(struct list *l, int n)
{
    int page = l->page > 0 ? l->page : 1;

    if (l->sel > n - 1)
        l->sel = n - 1;
    if (l->sel < 0)
        l->sel = 0;
    if (l->top > l->sel)
        l->top = l->sel;
    if (l->top < l->sel - page + 1)
        l->top = l->sel - page + 1;
    if (l->top > n - page)
        l->top = n - page;
    if (l->top < 0)
        l->top = 0;
    l->sel_id = n > 0 ? l->source->id(l->user, l->sel) : 0;
}

void list_init(struct list *l, const struct list_source *source, const void *user)
{
    *l = (struct list){ .source = source, .user = user, .page = LIST_PAGE };
    BUG_IF(source->n_columns > COLUMNS_MAX);
    keep_seen(l, list_count(l));
}

void list_reload(struct list *l)
{
    int n = list_count(l);

    for (int i = 0; i < n; i++)
        if (l->source->id(l->user, i) == l->sel_id) {
            l->sel = i;
            break;
        }
    keep_seen(l, n);
}

void list_set_page(struct list *l, int rows)
{
    l->page = rows > 0 ? rows : 1;
    keep_seen(l, list_count(l));
}

bool list_select(struct list *l, int64_t id)
{
    int n = list_count(l);

    for (int i = 0; i < n; i++)
        if (l->source->id(l->user, i) == id) {
            l->sel = i;
            keep_seen(l, n);
            return true;
        }
    return false;
}

int64_t list_selected(const struct list *l)
{
    return list_count(l) > 0 ? l->sel_id : 0;
}

static enum list_result move_to(struct list *l, int row)
{
    l->sel = row;
    keep_seen(l, list_count(l));
    return LIST_MOVED;
}

/* A character that goes on with what is sought; LIST_UNUSED when there is no such row. */
static enum list_result jump(struct list *l, struct key k)
{
    char typed[sizeof l->typed + sizeof k.text];

    snprintf(typed, sizeof typed, "%s%s", l->typed, key_fold(k).text);
    int row = strlen(typed) < sizeof l->typed ? l->source->find(l->user, typed) : -1;
    if (row < 0)
        return LIST_UNUSED;
    move_to(l, row);
    str_copy(l->typed, sizeof l->typed, typed);
    return LIST_MOVED;
}

enum list_result list_key(struct list *l, struct key k)
{
    int n = list_count(l), page = l->page > 0 ? l->page : 1;

    if (k.mods || n == 0)
        return LIST_UNUSED;
    if (k.code == K_CHAR)
        return l->source->find ? jump(l, k) : LIST_UNUSED;
    l->typed[0] = '\0';
    switch (k.code) {
    case K_UP:
        return l->sel == 0 ? LIST_UNUSED : move_to(l, l->sel - 1);
    case K_DOWN:
        return l->sel >= n - 1 ? LIST_UNUSED : move_to(l, l->sel + 1);
    case K_PGUP:
    case K_PGDN:
        if (n <= page)
            return LIST_UNUSED;
        l->top += k.code == K_PGUP ? -page : page;
        l->top = l->top > n - page ? n - page : l->top < 0 ? 0 : l->top;
        return move_to(l, l->sel + (k.code == K_PGUP ? -page : page));
    case K_HOME:
        return move_to(l, 0);
    case K_END:
        return move_to(l, n - 1);
    case K_ENTER:
        return LIST_OPEN;
    default:
        return LIST_UNUSED;
    }
}

/* --- columns */

/* Widths of the columns in cols cells; 0 = no room for that one. One cell stands between columns.
 */
static void column_widths(const struct list_source *s, enum lang lang, int cols, int *widths)
{
    int total = 0;

    for (int i = 0; i < s->n_columns; i++) {
        const struct list_column *c = &s->columns[i];
        widths[i] = lang == LANG_JA && c->cells_ja ? c->cells_ja : c->cells;
        total += widths[i] + 1;
    }
    while (total - 1 > cols) {
        int weakest = -1;
        for (int i = 0; i < s->n_columns; i++)
            if (widths[i] > 0 && s->columns[i].priority > 0
                && (weakest < 0 || s->columns[i].priority > s->columns[weakest].priority))
                weakest = i;
        if (weakest < 0)
            return;
        total -= widths[weakest] + 1;
        widths[weakest] = 0;
    }
    for (int i = 0; i < s->n_columns; i++)
        if (s->columns[i].flex && widths[i] > 0) {
            widths[i] += cols - (total - 1);
            return;
        }
}

int list_column_cells(const struct list_source *s, const struct grid *g, int column)
{
    int widths[COLUMNS_MAX];

    column_widths(s, g->lang, g->cols - 1, widths);
    return widths[column];
}

/* "Stained slides (pathology)": without the brackets when it is wider than its cells. */
static void drop_brackets(struct buf *text, int cells)
{
    static const char *const opens[] = { " (", "（" };

    if (cells_of(text->p) <= cells)
        return;
    for (size_t i = 0; i < COUNT_OF(opens); i++) {
        const char *at = strstr(text->p, opens[i]);
        if (at && at > text->p) {
            text->len = (size_t)(at - text->p);
            text->p[text->len] = '\0';
            return;
        }
    }
}

static bool has_titles(const struct list_source *s)
{
    for (int i = 0; i < s->n_columns; i++)
        if (s->columns[i].title)
            return true;
    return false;
}

static void draw_cell(struct grid *g, int row, int col, int cells, enum align align,
    enum style style, const char *text)
{
    if (align == ALIGN_RIGHT)
        grid_right(g, row, col, cells, style, text);
    else
        grid_put(g, row, col, cells, style, text);
}

static void draw_titles(const struct list *l, struct grid *g, struct rect at, const int *widths)
{
    int col = at.col + 1;

    for (int i = 0; i < l->source->n_columns; i++) {
        const struct list_column *c = &l->source->columns[i];
        if (widths[i] == 0)
            continue;
        draw_cell(g, at.row, col, widths[i], c->align, STYLE_LABEL,
            c->title ? tr(g->catalog, c->title) : "");
        col += widths[i] + 1;
    }
}

/* The marker and the first column show the choice: a whole reversed row would cost twice the bytes.
 */
static void draw_row(const struct list *l, struct grid *g, int row, struct rect at, int index,
    const int *widths, struct buf *text)
{
    int col = at.col + 1;
    bool chosen = index == l->sel, first = true;

    grid_clip(g, row, at.col, 1, chosen ? STYLE_SELECTED : STYLE_NORMAL, chosen ? ">" : " ");
    for (int i = 0; i < l->source->n_columns; i++) {
        enum style style = STYLE_NORMAL;
        if (widths[i] == 0)
            continue;
        buf_clear(text);
        l->source->cell(l->user, index, i, g, text, &style);
        if (l->source->columns[i].words)
            drop_brackets(text, widths[i]);
        draw_cell(g, row, col, widths[i], l->source->columns[i].align,
            chosen && first ? STYLE_SELECTED : style, text->p);
        first = false;
        col += widths[i] + 1;
    }
}

void list_draw(const struct list *l, struct grid *g, struct rect at, bool focused)
{
    int widths[COLUMNS_MAX], n = list_count(l), row = at.row, end = at.row + at.rows;

    column_widths(l->source, g->lang, at.cols - 1, widths);
    if (has_titles(l->source) && at.rows > 1) {
        draw_titles(l, g, at, widths);
        row++;
    }
    if (n == 0 && l->source->empty)
        grid_clip(g, row, at.col + 1, at.cols - 1, STYLE_DIM, tr(g->catalog, l->source->empty));
    int top = l->top, page = end - row;
    if (l->sel >= top + page) /* drawn smaller than list_set_page said */
        top = l->sel - page + 1;
    struct buf text;
    buf_init(&text, 4096);
    for (int i = top; i < n && row < end; i++, row++) {
        draw_row(l, g, row, at, i, widths, &text);
        if (focused && i == l->sel)
            grid_cursor(g, row, at.col);
    }
    buf_fini(&text);
}
