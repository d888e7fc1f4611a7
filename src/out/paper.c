/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines, rows and pages. What the lines say is made in paper_text.c and paper_block.c. */
#include "out/paper.h"

#include <stdarg.h>

#include "text/wrap.h"
#include "text/safe.h"

enum { ITEM_CELLS = 4, WRITE_CELLS = 17, SAFE_GROWTH = 4 };

static const char FORM_FEED = '\f';

void paper_begin(struct sheet *p, const struct paper_ctx *ctx, struct buf *out)
{
    *p = (struct sheet){
        .ctx = ctx, .out = out, .lang = ctx->lang, .both = ctx->both, .title = "", .mark = ""
    };
    buf_init(&p->body, out->max);
    arena_init(&p->arena);
}

/* Names and typed texts may hold anything; on paper they are only text. */
static const char *clean(struct sheet *p, const char *s)
{
    struct buf b;
    const char *result;

    if (!s)
        return "";
    buf_init(&b, strlen(s) * SAFE_GROWTH + 1);
    safe_text(s, true, &b);
    result = arena_strndup(&p->arena, b.p, b.len);
    buf_fini(&b);
    return result;
}

static void add_blanks(struct buf *b, int n)
{
    for (int i = 0; i < n; i++)
        buf_putc(b, ' ');
}

/* One line of cells that are already cut: column k's text in its place, no blanks at the end. */
static void put_cells(struct sheet *p, const struct paper_column *column, size_t n,
    const char *const *text, const size_t *bytes)
{
    struct buf line;

    buf_init(&line, p->out->max);
    add_blanks(&line, PAPER_MARGIN);
    for (size_t i = 0; i < n; i++) {
        char *part = arena_strndup(&p->arena, text[i], bytes[i]);
        int room = column[i].cells > width_text(part) ? column[i].cells - width_text(part) : 0;
        int left = column[i].align == WIDTH_RIGHT ? room
            : column[i].align == WIDTH_CENTER     ? room / 2
                                                  : 0;

        add_blanks(&line, left);
        buf_puts(&line, part);
        add_blanks(&line, room - left + (i + 1 < n ? PAPER_GAP : 0));
    }
    while (line.len > 0 && line.p[line.len - 1] == ' ')
        line.p[--line.len] = '\0';
    buf_puts(&p->body, line.p);
    buf_putc(&p->body, '\n');
    buf_fini(&line);
}

void paper_row(
    struct sheet *p, const struct paper_column *column, size_t n, const char *const *text)
{
    const char *rest[PAPER_COLUMNS];
    bool more = true;

    BUG_IF(n == 0 || n > PAPER_COLUMNS);
    for (size_t i = 0; i < n; i++)
        rest[i] = clean(p, text[i]);
    while (more) {
        const char *from[PAPER_COLUMNS];
        size_t bytes[PAPER_COLUMNS];

        more = false;
        for (size_t i = 0; i < n; i++) {
            size_t next;

            from[i] = rest[i];
            bytes[i] = wrap_line(rest[i], column[i].cells, &next);
            rest[i] += next;
            more = more || *rest[i];
        }
        put_cells(p, column, n, from, bytes);
    }
}

static void one_column(struct sheet *p, enum width_align align, const char *text)
{
    struct paper_column c = { PAPER_WIDTH, align };

    paper_row(p, &c, 1, &text);
}

void paper_blank(struct sheet *p)
{
    buf_putc(&p->body, '\n');
}

static char *repeated(struct sheet *p, char c, int n)
{
    char *s = arena_alloc(&p->arena, (size_t)(n > 0 ? n : 0) + 1);

    for (int i = 0; i < n; i++)
        s[i] = c;
    return s;
}

void paper_rule(struct sheet *p)
{
    one_column(p, WIDTH_LEFT, repeated(p, '-', PAPER_WIDTH));
}

void paper_heading(struct sheet *p, const char *label)
{
    const char *text = paper_label(p, label);
    int rest = PAPER_WIDTH - width_text(text) - 4;

    one_column(p, WIDTH_LEFT, arena_printf(&p->arena, "-- %s %s", text, repeated(p, '-', rest)));
}

void paper_centre(struct sheet *p, const char *text)
{
    one_column(p, WIDTH_CENTER, text);
}

void paper_right(struct sheet *p, const char *text)
{
    one_column(p, WIDTH_RIGHT, text);
}

void paper_text(struct sheet *p, int indent, const char *text)
{
    struct paper_column c[2]
        = { { indent - PAPER_GAP, WIDTH_LEFT }, { PAPER_WIDTH - indent, WIDTH_LEFT } };
    const char *cell[2] = { "", text };

    if (indent <= PAPER_GAP)
        one_column(p, WIDTH_LEFT, text);
    else
        paper_row(p, c, 2, cell);
}

void paper_item(struct sheet *p, const char *mark, const char *text)
{
    struct paper_column c[2]
        = { { ITEM_CELLS - PAPER_GAP, WIDTH_RIGHT }, { PAPER_WIDTH - ITEM_CELLS, WIDTH_LEFT } };
    const char *cell[2] = { mark, text };

    paper_row(p, c, 2, cell);
}

void paper_say(struct sheet *p, const char *msgid)
{
    enum lang own = p->lang;

    paper_text(p, 0, paper_tr(p, msgid));
    if (p->both) {
        p->lang = own == LANG_JA ? LANG_EN : LANG_JA;
        paper_text(p, 0, paper_tr(p, msgid));
        p->lang = own;
    }
}

void paper_point(struct sheet *p, const char *msgid)
{
    paper_item(p, "*", paper_tr(p, msgid));
}

void paper_pair_wide(struct sheet *p, int label_cells, const char *label, const char *value)
{
    struct paper_column c[2]
        = { { label_cells, WIDTH_LEFT }, { PAPER_WIDTH - label_cells - PAPER_GAP, WIDTH_LEFT } };
    const char *cell[2] = { paper_label(p, label), value };

    paper_row(p, c, 2, cell);
}

void paper_pair(struct sheet *p, const char *label, const char *value)
{
    paper_pair_wide(p, p->both ? PAPER_LABEL_BOTH : PAPER_LABEL, label, value);
}

void paper_choice(struct sheet *p, const char *label, const char *msgid)
{
    paper_pair(p, label, paper_tr(p, msgid));
}

void paper_two(
    struct sheet *p, const char *label1, const char *value1, const char *label2, const char *value2)
{
    enum { LABEL2 = 16, VALUE = (PAPER_WIDTH - PAPER_LABEL - LABEL2 - 3 * PAPER_GAP) / 2 };
    static const struct paper_column c[4] = { { PAPER_LABEL, WIDTH_LEFT }, { VALUE, WIDTH_LEFT },
        { LABEL2, WIDTH_LEFT }, { VALUE, WIDTH_LEFT } };
    const char *cell[4] = { paper_label(p, label1), value1, paper_label(p, label2), value2 };

    paper_row(p, c, 4, cell);
}

void paper_left_right(struct sheet *p, const char *left, const char *right)
{
    int l = width_text(clean(p, left)), r = width_text(clean(p, right));

    if (l + PAPER_GAP + r <= PAPER_WIDTH) {
        struct paper_column c[2]
            = { { PAPER_WIDTH - r - PAPER_GAP, WIDTH_LEFT }, { r, WIDTH_RIGHT } };
        const char *cell[2] = { left, right };

        paper_row(p, c, 2, cell);
    } else {
        paper_text(p, 0, left);
        paper_right(p, right);
    }
}

void paper_field(struct sheet *p, const char *label, int lines)
{
    const char *line = repeated(p, '_', PAPER_WIDTH - PAPER_LABEL - PAPER_GAP);

    for (int i = 0; i < lines; i++) {
        if (p->roomy)
            paper_blank(p);
        paper_pair(p, i == 0 ? label : "", line);
    }
}

void paper_write(struct sheet *p, const char *label, const char *label2)
{
    const char *line = repeated(p, '_', WRITE_CELLS);

    if (p->roomy)
        paper_blank(p);

    paper_two(p, label, line, label2, str_empty(label2) ? "" : line);
}

void paper_next_page(struct sheet *p)
{
    buf_putc(&p->body, FORM_FEED);
}

static bool is_heading(const char *line)
{
    return line && strncmp(line + PAPER_MARGIN, "-- ", 3) == 0;
}

/* Where the page that begins at s ends (just behind its last line). A long paper is parted at its
 * last blank line when that leaves the page at least half full; a heading stays with what it is
 * above. */
static const char *page_end(const char *s, int lines)
{
    const char *gap = NULL, *last = NULL;
    int n = 0;

    while (*s && *s != FORM_FEED) {
        const char *end = strchr(s, '\n');

        if (n == lines)
            return gap ? gap : s;
        if (end == s && n > lines / 2 && !is_heading(last))
            gap = s;
        last = end - s >= PAPER_MARGIN + 3 ? s : NULL;
        s = end + 1;
        n++;
    }
    return s;
}

static const char *page_start(const char *end)
{
    while (*end == FORM_FEED || *end == '\n')
        end++;
    return end;
}

static int count_pages(const char *s, int lines)
{
    int n = 0;

    for (; *s; s = page_start(page_end(s, lines)))
        n++;
    return n;
}

static void add_centred(struct sheet *p, const char *text)
{
    add_blanks(p->out, (PAPER_CELLS - width_text(text)) / 2);
    buf_puts(p->out, text);
    buf_putc(p->out, '\n');
}

bool paper_end(struct sheet *p)
{
    const char *training = p->ctx->hospital->training
        ? paper_tr(p, N_("*** TRAINING - this paper is not valid ***"))
        : NULL;
    int head = training ? 2 : 0, foot = 2, pages = count_pages(p->body.p, PAPER_LINES - head),
        page = 0;
    bool whole;

    if (pages > 1) {
        pages = count_pages(p->body.p, PAPER_LINES - head - foot);
        head += foot;
    }
    for (const char *s = p->body.p, *end; *s; s = page_start(end)) {
        end = page_end(s, PAPER_LINES - head);
        if (page++ > 0)
            buf_putc(p->out, FORM_FEED);
        if (training) {
            add_centred(p, training);
            buf_putc(p->out, '\n');
        }
        buf_add(p->out, s, (size_t)(end - s));
        if (pages > 1) {
            buf_putc(p->out, '\n');
            add_centred(
                p, arena_printf(&p->arena, "%s  %s  %d/%d", p->title, p->mark, page, pages));
        }
    }
    whole = !p->out->full && !p->body.full;
    buf_fini(&p->body);
    arena_fini(&p->arena);
    return whole;
}
