/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of the trail whole: who, when, on what, and each column of each row that it wrote, before and after. */
#include "domain/casefile.h"
#include "screens/money.h"
#include "screens/trail.h"
#include "text/catalog.h"

enum { LABEL_WIDTH = 24, HEAD_ROWS = 4 };

enum line_kind { LINE_TABLE, LINE_FIELD, LINE_SAID, LINE_WORDS, LINE_DIGEST };
struct line {
    enum line_kind kind;
    const struct trail_field *field;
    const struct trail_said *said;
    const char *words; /* msgid */
};

struct trail_entry_state {
    struct trail_entry_arg arg;
    struct trail_entry entry;
    const struct policy *policy; /* in force on the day of the entry; NULL = it cannot be read any more */
    int64_t recorded; /* the entry whose reading stands in the trail */
    struct line *line;
    int n, top;
    bool whole; /* also what stayed as it was */
};

static struct trail_reader reader_of(const struct screen *s)
{
    const struct trail_entry_state *me = screen_state(s);

    return (struct trail_reader){ app_catalog(s->app), lang_of_screen(s), hospital_of(s), me->policy };
}

/* --- lines */

/* In eight groups of eight, as the closing report prints it. */
static void put_digest(const char *hash, struct buf *out)
{
    for (size_t i = 0; hash[i]; i++) {
        if (i > 0 && i % 8 == 0)
            buf_putc(out, ' ');
        buf_putc(out, hash[i]);
    }
}

static void add(struct trail_entry_state *me, struct line x)
{
    me->line[me->n++] = x;
}

static bool shown(const struct trail_entry_state *me, const struct trail_field *f)
{
    if (f->gone)
        return false;
    if (!trail_column_label(f->table, f->column))
        return false;
    return me->whole || (f->before ? f->changed : !str_empty(f->became));
}

/* What changed comes first, what stayed below. */
static void add_rows(struct trail_entry_state *me, size_t from, size_t to)
{
    const struct trail_entry *x = &me->entry;

    add(me, (struct line){ .kind = LINE_TABLE, .field = &x->field[from] });
    for (int changed = 1; changed >= 0; changed--)
        for (size_t i = from; i < to; i++)
            if (shown(me, &x->field[i]) && x->field[i].changed == (changed == 1))
                add(me, (struct line){ .kind = LINE_FIELD, .field = &x->field[i] });
}

static void make_lines(struct screen *s)
{
    struct trail_entry_state *me = s->state;
    const struct trail_entry *x = &me->entry;

    me->line = ARENA_ARRAY(&s->view, struct line, 2 * x->n + x->n_said + 5);
    me->n = 0;
    for (size_t i = 0, end; i < x->n; i = end) {
        for (end = i + 1; end < x->n && x->field[end].image == x->field[i].image;)
            end++;
        add_rows(me, i, end);
    }
    if (x->n_said)
        add(me, (struct line){ .kind = LINE_WORDS, .words = N_("Said beside it") });
    for (size_t i = 0; i < x->n_said; i++)
        add(me, (struct line){ .kind = LINE_SAID, .said = &x->said[i] });
    if (x->blanked)
        add(me, (struct line){ .kind = LINE_WORDS, .words = N_("The contents of this entry were deleted when their term was over.") });
    if (x->withheld)
        add(me, (struct line){ .kind = LINE_WORDS, .words = desk_may(desk_of(s), ACT_REQUEST_READ)
                ? N_("Names are hidden: what belongs to a patient is left out. Show names and press F5.")
                : N_("What belongs to a patient is not shown to your role.") });
    if (me->n == 0)
        add(me, (struct line){ .kind = LINE_WORDS, .words = N_("This action wrote no row of the record.") });
    if (me->whole)
        add(me, (struct line){ .kind = LINE_DIGEST });
    me->top = me->top < me->n ? me->top : 0;
}

static void put_line(const struct screen *s, const struct line *x, struct buf *out)
{
    struct trail_reader r = reader_of(s);

    if (x->kind == LINE_FIELD) {
        const struct trail_field *f = x->field;
        if (f->patient && shell_of(s)->hide_names) {
            buf_puts(out, "***");
            return;
        }
        if (f->before && f->changed) {
            trail_value_text(&r, f->table, f->column, f->was, f->was_shown, out);
            buf_puts(out, " -> ");
        }
        trail_value_text(&r, f->table, f->column, f->became, f->became_shown, out);
    } else if (x->kind == LINE_DIGEST) {
        const struct trail_entry_state *me = screen_state(s);
        put_digest(me->entry.hash, out);
    } else if (x->kind == LINE_SAID) {
        if (x->said->both) {
            trail_value_text(&r, "", x->said->key, x->said->was, "", out);
            buf_puts(out, " -> ");
        }
        trail_value_text(&r, "", x->said->key, x->said->value, "", out);
    }
}

static int rows_of_line(const struct screen *s, const struct line *x, int cols)
{
    struct buf text;

    if (x->kind == LINE_TABLE)
        return 1;
    if (x->kind == LINE_WORDS)
        return wrap_rows(tr(app_catalog(s->app), x->words), cols - 2);
    buf_init(&text, 64 * 1024);
    put_line(s, x, &text);
    int rows = wrap_rows(text.p, cols - LABEL_WIDTH - 3);
    buf_fini(&text);
    return rows > 1 ? rows : 1;
}

/* The first line of a page that ends with the last one before end. */
static int page_before(const struct screen *s, int end, struct rect body)
{
    const struct trail_entry_state *me = screen_state(s);
    int room = body.rows - HEAD_ROWS, first = end;

    while (first > 0) {
        room -= rows_of_line(s, &me->line[first - 1], body.cols);
        if (room < 0)
            break;
        first--;
    }
    return first < end || first == 0 ? first : first - 1;
}

static int page_after(const struct screen *s, int first, struct rect body)
{
    const struct trail_entry_state *me = screen_state(s);
    int room = body.rows - HEAD_ROWS, next = first;

    while (next < me->n) {
        room -= rows_of_line(s, &me->line[next], body.cols);
        if (room < 0)
            break;
        next++;
    }
    return next > first ? next : first + 1;
}

/* --- which entry */

static const struct policy *policy_of(struct screen *s, instant at)
{
    struct err unread = ERR_INIT;
    hm ignored;
    day on;

    instant_civil(at, hospital_of(s)->offset, &on, &ignored);
    int64_t version = desk_policy_version(desk_of(s), on, &unread);
    return version ? desk_policy(desk_of(s), version, &unread) : NULL;
}

static bool entry_reload(struct screen *s, struct err *e)
{
    struct trail_entry_state *me = s->state;
    struct trail_entry entry;
    int64_t seq = me->arg.seq;
    bool names = !shell_of(s)->hide_names, record = me->recorded != seq;

    if (!desk_trail_entry(desk_of(s), seq, names, record, &s->view, &entry, e))
        return false;
    if (names)
        me->recorded = seq;
    me->entry = entry;
    me->policy = policy_of(s, entry.row.at);
    s->subject[0] = '\0';
    if (entry.row.number)
        case_number_text(entry.row.year, entry.row.number, s->subject);
    make_lines(s);
    return true;
}

static bool entry_open(struct screen *s, const void *arg, struct err *e)
{
    struct trail_entry_state *me = s->state;

    me->arg = *(const struct trail_entry_arg *)arg;
    return entry_reload(s, e);
}

static struct step neighbour(struct screen *s, enum trail_way way)
{
    struct trail_entry_state *me = s->state, before = *me;
    struct err e = ERR_INIT;
    int64_t next;

    if (!desk_trail_next(desk_of(s), &me->arg.filter, way, me->arg.seq, me->arg.upper, &next, &e)) {
        app_say_err(s->app, &e);
    } else if (next == 0) {
        app_say(s->app, SAY_GUIDE, way == TRAIL_OLDER ? N_("This is the oldest of these entries.")
                                                      : N_("This is the newest of these entries."), NULL);
    } else {
        me->arg.seq = next;
        me->top = 0;
        if (!app_reload(s->app))
            *me = before;
    }
    return step_stay();
}

static struct step run_older(struct screen *s)
{
    return neighbour(s, TRAIL_OLDER);
}

static struct step run_newer(struct screen *s)
{
    return neighbour(s, TRAIL_NEWER);
}

static struct step run_whole(struct screen *s)
{
    struct trail_entry_state *me = s->state;

    me->whole = !me->whole;
    me->top = 0;
    make_lines(s);
    return step_stay();
}

static struct step entry_key(struct screen *s, struct key k)
{
    struct trail_entry_state *me = s->state;
    struct rect body = app_body(s->app);
    int last = page_before(s, me->n, body), top = me->top;

    if (k.mods)
        return step_unused();
    switch (k.code) {
    case K_DOWN: top++; break;
    case K_UP: top--; break;
    case K_PGDN: top = page_after(s, top, body); break;
    case K_PGUP: top = page_before(s, top, body); break;
    case K_HOME: top = 0; break;
    case K_END: top = last; break;
    case K_LEFT: return run_newer(s);
    case K_RIGHT: return run_older(s);
    default: return step_unused();
    }
    me->top = top < 0 ? 0 : top > last ? last : top;
    return step_stay();
}

/* --- drawing */

static void draw_head(const struct screen *s, struct grid *g)
{
    const struct trail_entry_state *me = screen_state(s);
    const struct trail_row *x = &me->entry.row;
    bool hide = shell_of(s)->hide_names;
    struct buf text;
    char seq[24];
    int row = g->body.row;

    snprintf(seq, sizeof seq, "%lld", (long long)x->seq);
    buf_init(&text, 4096);
    trail_at_text(hospital_of(s), g->lang, x->at, &text);
    money_line(g, row, 1, g->cols - 2, STYLE_LABEL, N_("Entry %1$s   %2$s   %3$s"), seq, text.p, x->by_name, NULL);
    buf_clear(&text);
    trail_verb_text(g->catalog, x, &text);
    buf_puts(&text, "   ");
    trail_object_text(g->catalog, g->lang, hide, x, &text);
    if (x->receipt_number && x->number)
        buf_printf(&text, "   %s", s->subject);
    grid_clip(g, row + 1, 1, g->cols - 2, STYLE_NORMAL, text.p);
    if (!str_empty(x->reason) && !hide)
        money_line(g, row + 2, 1, g->cols - 2, STYLE_NORMAL, N_("Reason: %s"), trail_reason(g->catalog, x->reason), NULL);
    buf_fini(&text);
    grid_hline(g, row + 3, 0, g->cols);
}

static void draw_table(const struct line *x, struct grid *g, struct rect at)
{
    const struct trail_field *f = x->field;
    int col = grid_tr(g, at.row, at.col, STYLE_LABEL, trail_table_label(f->table));

    grid_clip(g, at.row, col + 2, at.col + at.cols - col - 2, STYLE_DIM,
        tr(g->catalog, f->gone ? N_("taken away") : f->before ? N_("changed") : N_("new")));
}

static int draw_line(const struct screen *s, const struct line *x, struct grid *g, struct rect at)
{
    struct buf text;

    if (x->kind == LINE_TABLE) {
        draw_table(x, g, at);
        return 1;
    }
    if (x->kind == LINE_WORDS)
        return grid_wrap(g, at, STYLE_LABEL, tr(g->catalog, x->words));
    bool field = x->kind == LINE_FIELD;
    const char *label = field ? trail_column_label(x->field->table, x->field->column)
        : x->said ? trail_column_label("", x->said->key) : N_("Digest of the chain");
    grid_put(g, at.row, at.col + 1, LABEL_WIDTH, STYLE_LABEL, tr(g->catalog, str_or(label, "")));
    buf_init(&text, 64 * 1024);
    put_line(s, x, &text);
    int rows = grid_wrap(g, (struct rect){ at.row, at.col + LABEL_WIDTH + 2, at.rows, at.cols - LABEL_WIDTH - 2 },
        field && x->field->before && !x->field->changed ? STYLE_DIM : STYLE_NORMAL, text.p);
    buf_fini(&text);
    return rows > 1 ? rows : 1;
}

static void entry_draw(const struct screen *s, struct grid *g)
{
    const struct trail_entry_state *me = screen_state(s);
    int row = g->body.row + HEAD_ROWS, end = g->body.row + g->body.rows;

    draw_head(s, g);
    int i = me->top;
    for (; i < me->n && row < end; i++)
        row += draw_line(s, &me->line[i], g, (struct rect){ row, 1, end - row, g->cols - 2 });
    if (me->top > 0 || i < me->n) { /* there is more above or below */
        char place[48];
        snprintf(place, sizeof place, " %d-%d/%d ", me->top + 1, i, me->n);
        grid_clip(g, g->body.row + HEAD_ROWS - 1, g->cols - 3 - cells_of(place), cells_of(place), STYLE_KEY, place);
    }
}

static const char *entry_help(const struct screen *s)
{
    (void)s;
    return N_("Up and down scroll; left and right: the newer, the older entry. Esc: the list.");
}

static const struct action entry_actions[] = {
    { .id = "trail_entry.newer", .key = "F3", .label = N_("Newer"), .rank = 1, .help = N_("The newer entry of the list."),
        .run = run_newer },
    { .id = "trail_entry.older", .key = "F4", .label = N_("Older"), .rank = 2, .help = N_("The older entry of the list."),
        .run = run_older },
    { .id = "trail_entry.whole", .key = "a", .second = "Alt+A", .label = N_("Whole"), .rank = 3,
        .help = N_("Also shows what stayed as it was; again hides it."), .run = run_whole },
    { .id = NULL },
};

const struct screen_ops trail_entry_screen = { .name = "trail-entry", .title = N_("Entry of the trail"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct trail_entry_state), .actions = entry_actions, .open = entry_open, .reload = entry_reload,
    .key = entry_key, .draw = entry_draw, .help = entry_help };
