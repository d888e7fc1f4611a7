/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen drawn (screens-ja.md 1): left what to do next, right today's visits, below the chosen list, then
 * handover notes. Positions never move; a count of 0 is dim. */
#include "screens/front.h"
#include "text/catalog.h"
#include "text/era.h"

enum { LEFT = 39, WIDE = 100, NAME_LEAST = 8 };

/* Lines of its own below the groups: two rules and the heading of the list. */
enum { RULES = 3, NOTES_LEAST = 2 };

static int note_rows(int body_rows, size_t n_notes)
{
    int room = body_rows - TODAY_TOP - RULES - 4; /* at least four rows of the list */
    int wanted = n_notes > NOTES_LEAST ? (int)n_notes : NOTES_LEAST;

    if (body_rows < 30 - 4)
        return NOTES_LEAST;
    return wanted < room ? wanted : room > NOTES_LEAST ? room : NOTES_LEAST;
}

int today_list_rows(int body_rows, size_t n_notes)
{
    int rows = body_rows - TODAY_TOP - RULES - note_rows(body_rows, n_notes);

    return rows > 1 ? rows : 1;
}

const struct today_row *today_chosen(const struct today *me)
{
    return me->sel >= 0 && (size_t)me->sel < me->view.n_rows ? &me->view.rows[me->sel] : NULL;
}

/* --- left: groups */

static void draw_group(const struct today *me, struct grid *g, int row, enum today_group group)
{
    const struct today_sum *sum = &me->view.group[group];
    char digit[16], count[16];
    enum style style = sum->count ? STYLE_NORMAL : STYLE_DIM;

    snprintf(digit, sizeof digit, "%d", (int)group);
    snprintf(count, sizeof count, "%d", sum->count);
    grid_put(g, row, 0, 1, STYLE_SELECTED, "");
    grid_put(g, row, 0, 1, STYLE_NORMAL, me->group == group ? ">" : " ");
    grid_put(g, row, 1, 2, STYLE_KEY, digit);
    grid_tr_put(g, row, 3, 20, me->group == group ? STYLE_SELECTED : style, today_group_labels[group]);
    grid_right(g, row, 23, 4, style, count);
    grid_clip(g, row, 29, LEFT - 29, sum->late ? STYLE_NEED : style, bilingual_in(sum->urgent, g->lang));
}

static void draw_groups(const struct today *me, struct grid *g, int top)
{
    grid_tr_put(g, top, 1, 20, STYLE_LABEL, N_("To do"));
    grid_right(g, top, 21, 6, STYLE_LABEL, tr(g->catalog, N_("Cases")));
    grid_tr_put(g, top, 29, LEFT - 29, STYLE_LABEL, N_("Urgent"));
    for (int i = 1; i < TODAY_GROUPS; i++)
        draw_group(me, g, top + i, (enum today_group)i);
}

/* --- right: visits */

static void visit_head(const struct today *me, struct grid *g, int row, int col)
{
    char n[24], on[DATE_TEXT];
    const struct today_view *v = &me->view;

    snprintf(n, sizeof n, "%zu", v->n_visits);
    int at = money_line(g, row, col, g->cols - col, STYLE_LABEL, N_("Visits today %s"), n, NULL);
    for (int i = 0; i < 2 && day_known(v->next[i].day); i++) {
        snprintf(n, sizeof n, "%d", v->next[i].n);
        if (day_diff(v->next[i].day, v->today) == 1) {
            at = money_line(g, row, at + 2, g->cols - at - 2, STYLE_LABEL, N_("tomorrow %s"), n, NULL);
        } else {
            date_text(v->next[i].day, g->lang, DATE_SHORT, on);
            at = grid_clip(g, row, at + 2, g->cols - at - 2, STYLE_LABEL, on);
            at = money_line(g, row, at, g->cols - at, STYLE_LABEL, N_(": %s"), n, NULL);
        }
    }
}

static enum style visit_style(const struct today_visit *v, hm now)
{
    if (v->over)
        return STYLE_DIM;
    return v->waiting && v->start_min < now.min ? STYLE_NEED : STYLE_NORMAL;
}

static void visit_time(const struct today_visit *v, struct grid *g, int row, int col, enum style style)
{
    char time[HM_TEXT], call[16] = "";

    hm_text((hm){ v->start_min }, time);
    if (v->call_number)
        snprintf(call, sizeof call, "%d", v->call_number);
    grid_put(g, row, col, 6, style, time);
    grid_put(g, row, col + 6, 4, style, call);
}

/* The person with age and sex; returns the cells that the mark of an equal surname takes behind it. */
static int visit_who(const struct today_visit *v, const struct grid *g, struct buf *out, const char **mark)
{
    buf_clear(out);
    front_person(g, v->name, v->number, v->age, out);
    buf_puts(out, bilingual_in(v->sex, g->lang));
    *mark = v->same_name ? tr(g->catalog, N_("[same]")) : "";
    return **mark ? cells_of(*mark) + 1 : 0;
}

static void visit_person(const struct today_visit *v, struct grid *g, int row, int col, int cells, enum style style)
{
    const char *mark;
    struct buf text;

    buf_init(&text, 1024);
    int end = visit_who(v, g, &text, &mark);
    if (cells_of(text.p) + end > cells) { /* the age gives way, then the name; the mark stays */
        buf_clear(&text);
        front_person(g, v->name, v->number, -1, &text);
    }
    int name = cells_of(text.p) + end > cells ? cells - end : cells_of(text.p);
    grid_put(g, row, col, cells, style, "");
    grid_clip(g, row, col, name, style, text.p);
    if (end)
        grid_clip(g, row, col + name + 1, end - 1, style, mark);
    buf_fini(&text);
}

/* Two lines for each visit at 80 columns: person and specialist, who comes and the state; the room where there is
 * room for it (list 5 has it in any case). */
static int draw_visit(const struct today_visit *v, struct grid *g, int row, int col, hm now)
{
    enum style style = visit_style(v, now);
    const char *specialist = bilingual_in(v->specialist, g->lang), *with = bilingual_in(v->with, g->lang);
    int width = g->cols - col - 10, who = cells_of(specialist) < 14 ? cells_of(specialist) : 14;
    struct buf text;

    visit_time(v, g, row, col, style);
    visit_person(v, g, row, col + 10, width - who - 1, style);
    grid_clip(g, row, g->cols - who, who, style, specialist);
    buf_init(&text, 1024);
    buf_printf(&text, "%s %s", bilingual_in(v->state, g->lang), bilingual_in(v->room, g->lang));
    if (!v->waiting || cells_of(with) + 1 + cells_of(text.p) > width) {
        buf_clear(&text);
        buf_puts(&text, bilingual_in(v->state, g->lang));
    }
    if (v->waiting && v->start_min > now.min && cells_of(with) + 1 + cells_of(text.p) > width)
        buf_clear(&text); /* nothing to say yet but that the visit is expected */
    int state = cells_of(text.p) < width - 6 ? cells_of(text.p) : width - 6;
    with = cells_of(with) <= width - state - 1 ? with : bilingual_in(v->with_short, g->lang);
    grid_put(g, row + 1, col + 10, width - state - 1, style, with);
    grid_clip(g, row + 1, g->cols - state, state, style, text.p);
    buf_fini(&text);
    return 2;
}

/* Widths of the columns of a wide window. */
enum { VISIT_ROOM, VISIT_STATE, VISIT_WITH, VISIT_WHO, VISIT_SPECIALIST, VISIT_COLUMNS };
struct visit_columns {
    int cells[VISIT_COLUMNS];
};

static int longer(int a, const char *text)
{
    int b = cells_of(text);

    return a > b ? a : b;
}

/* What the words of all visits need, and what they need at least: a person can do without the age. */
static void visit_needs(const struct today *me, const struct grid *g, int need[VISIT_COLUMNS], int least[VISIT_COLUMNS])
{
    const char *mark;
    struct buf text;

    buf_init(&text, 1024);
    for (size_t i = 0; i < me->view.n_visits; i++) {
        const struct today_visit *v = &me->view.visits[i];
        int end = visit_who(v, g, &text, &mark), who = end + cells_of(text.p);
        need[VISIT_WHO] = who > need[VISIT_WHO] ? who : need[VISIT_WHO];
        buf_clear(&text);
        front_person(g, v->name, v->number, -1, &text);
        who = end + cells_of(text.p);
        least[VISIT_WHO] = who > least[VISIT_WHO] ? who : least[VISIT_WHO];
        need[VISIT_ROOM] = longer(need[VISIT_ROOM], bilingual_in(v->room, g->lang));
        need[VISIT_STATE] = longer(need[VISIT_STATE], bilingual_in(v->state, g->lang));
        need[VISIT_WITH] = longer(need[VISIT_WITH], bilingual_in(v->with_short, g->lang));
        need[VISIT_SPECIALIST] = longer(need[VISIT_SPECIALIST], bilingual_in(v->specialist, g->lang));
    }
    buf_fini(&text);
    for (int i = 0; i < VISIT_COLUMNS; i++)
        least[i] = i == VISIT_WHO ? least[i] : need[i];
}

/* The usual widths; a column whose words need more takes what others do not need, the room first. */
static struct visit_columns visit_columns(const struct today *me, const struct grid *g, int col)
{
    enum { TIME = 10, GAPS = 4, WITH_LEAST = 8 };
    static const int givers[] = { VISIT_WITH, VISIT_SPECIALIST, VISIT_WHO, VISIT_STATE };
    struct visit_columns c = { { [VISIT_ROOM] = 8, [VISIT_STATE] = 13, [VISIT_WHO] = 20, [VISIT_SPECIALIST] = 8 } };
    int need[VISIT_COLUMNS] = { 0 }, least[VISIT_COLUMNS] = { 0 }, rest = g->cols - col - TIME - GAPS;

    visit_needs(me, g, need, least);
    for (int i = 0; i < VISIT_COLUMNS; i++)
        rest -= c.cells[i];
    if (rest >= WITH_LEAST)
        c.cells[VISIT_WITH] = rest;
    else { /* list 5 has it */
        need[VISIT_WITH] = least[VISIT_WITH] = 0;
        c.cells[VISIT_STATE] += rest + 1;
    }
    for (int i = 0; i < VISIT_COLUMNS; i++)
        for (size_t k = 0; k < COUNT_OF(givers); k++)
            for (int from = givers[k]; from != i && c.cells[i] < need[i] && c.cells[from] > least[from]; c.cells[from]--)
                c.cells[i]++;
    return c;
}

/* One line for each visit, with the room, where there is room for it. */
static int draw_visit_wide(const struct today_visit *v, const struct visit_columns *c, struct grid *g, int row, int col, hm now)
{
    enum style style = visit_style(v, now);

    visit_time(v, g, row, col, style);
    const int *cells = c->cells;
    const char *with = bilingual_in(v->with, g->lang);
    visit_person(v, g, row, col + 10, cells[VISIT_WHO], style);
    col += 10 + cells[VISIT_WHO] + 1;
    if (cells[VISIT_WITH]) {
        grid_put(g, row, col, cells[VISIT_WITH], style,
            cells_of(with) <= cells[VISIT_WITH] ? with : bilingual_in(v->with_short, g->lang));
        col += cells[VISIT_WITH] + 1;
    }
    grid_put(g, row, col, cells[VISIT_SPECIALIST], style, bilingual_in(v->specialist, g->lang));
    col += cells[VISIT_SPECIALIST] + 1;
    grid_put(g, row, col, cells[VISIT_ROOM], style, bilingual_in(v->room, g->lang));
    col += cells[VISIT_ROOM] + 1;
    grid_clip(g, row, col, g->cols - col, style, bilingual_in(v->state, g->lang));
    return 1;
}

static void draw_same(const struct today *me, struct grid *g, int row, int col)
{
    const struct same_name *x = &me->view.same[0];
    const struct shell *sh = g->user;
    struct buf text;

    if (me->view.n_same == 0 || (sh && sh->hide_names))
        return;
    buf_init(&text, 512);
    money_put(&text, g->catalog, N_("[same name] %1$s %2$s, %3$s"), x->surname, bilingual_in(x->first, g->lang),
        bilingual_in(x->second, g->lang), NULL);
    if (me->view.n_same > 1)
        buf_puts(&text, " ..");
    if (cells_of(text.p) > g->cols - col) { /* when they come stands in the list */
        buf_clear(&text);
        for (size_t i = 0; i < me->view.n_same; i++)
            if (i == 0 || !str_eq(me->view.same[i].surname, me->view.same[i - 1].surname)) {
                buf_puts(&text, i ? " " : "");
                money_put(&text, g->catalog, N_("[same name] %s"), me->view.same[i].surname, NULL);
            }
    }
    grid_clip(g, row, col, g->cols - col, STYLE_NEED, text.p);
    buf_fini(&text);
}

/* Where the list of visits begins: what is over gives way first, from the top. */
static size_t first_visit(const struct today *me, int rows, int each)
{
    size_t first = 0, fit = (size_t)(rows / each);

    while (me->view.n_visits - first > fit && (me->view.visits[first].over || first + fit < me->view.n_visits)
        && me->view.visits[first].over)
        first++;
    return first;
}

static void draw_visits(const struct today *me, struct grid *g, int top, int col)
{
    bool wide = g->cols >= WIDE;
    struct visit_columns columns = wide ? visit_columns(me, g, col) : (struct visit_columns){ 0 };
    int row = top + 1, last = top + TODAY_TOP - 1, each = wide ? 1 : 2;

    visit_head(me, g, top, col);
    if (me->view.n_visits == 0)
        grid_tr(g, row, col, STYLE_DIM, N_("Nobody is expected today."));
    size_t i = first_visit(me, last - row, each);
    for (; i < me->view.n_visits && row + each <= last; i++)
        row += wide ? draw_visit_wide(&me->view.visits[i], &columns, g, row, col, me->view.now)
                    : draw_visit(&me->view.visits[i], g, row, col, me->view.now);
    if (i < me->view.n_visits) {
        char more[24];
        snprintf(more, sizeof more, "%zu", me->view.n_visits - i);
        int end = money_line(g, last, col, 16, STYLE_DIM, N_("%s more (5)"), more, NULL);
        draw_same(me, g, last, end + 2);
    } else
        draw_same(me, g, last, col);
}

/* --- below: the chosen list */

static int clamp(int x, int least, int most)
{
    return x < least ? least : x > most ? most : x;
}

/* The name and the age; while names are hidden the number, which stands before it, is enough. */
static void row_person(const struct today_row *r, const struct grid *g, int age, struct buf *out)
{
    if (!g->veiled || str_empty(r->number))
        front_person(g, r->name, r->number, age, out);
    else if (age >= 0)
        buf_printf(out, "%d", age);
}

/* Who it is: name, age, who asks. Where it is narrow the age gives way, then the name is cut, never a word. */
static void person_of(const struct today_row *r, const struct grid *g, int cells, struct buf *out)
{
    const char *who = bilingual_in(r->who, g->lang);
    bool person = !str_empty(r->name) || r->age >= 0;
    struct buf end;

    buf_init(&end, 512);
    if (!str_empty(who))
        buf_printf(&end, "%s%s", person ? " /" : "", who);
    if (r->careful)
        buf_printf(&end, " %s", tr(g->catalog, N_("!care")));
    for (int age = r->age; person; age = -1) {
        buf_clear(out);
        row_person(r, g, age, out);
        if (age < 0 || cells_of(out->p) + cells_of(end.p) <= cells)
            break;
    }
    buf_puts(out, end.p);
    buf_fini(&end);
}

static const char *last_of(const struct today_row *r, const struct grid *g, bool short_one)
{
    return bilingual_in(short_one && !str_empty(bilingual_in(r->last_short, g->lang)) ? r->last_short : r->last, g->lang);
}

/* As wide as what stands in the rows, within bounds; what it is about takes the rest. */
static struct today_columns columns_with(const struct today *me, const struct grid *g, int first, int rows, bool days)
{
    bool wide = g->cols >= WIDE;
    int who = 0, last = 0, next = 0;
    struct buf text;

    buf_init(&text, 1024);
    for (int i = first; i < first + rows && (size_t)i < me->view.n_rows; i++) {
        const struct today_row *r = &me->view.rows[i];
        int cells[3];
        buf_clear(&text);
        person_of(r, g, g->cols, &text);
        cells[0] = cells_of(text.p);
        cells[1] = cells_of(last_of(r, g, days));
        cells[2] = cells_of(bilingual_in(r->next, g->lang));
        who = cells[0] > who ? cells[0] : who;
        last = cells[1] > last ? cells[1] : last;
        next = cells[2] > next ? cells[2] : next;
    }
    buf_fini(&text);
    struct today_columns c = { .who = 9, .end = g->cols, .days = days };
    c.next = c.end - clamp(next, wide ? 13 : 6, 14) - 1;
    c.last = c.next - clamp(last, wide ? 19 : 12, 22) - 1;
    c.what = c.who + clamp(who, wide ? 27 : 18, wide ? 40 : 23) + 1;
    return c;
}

static int until_of(const struct today_row *r, const struct grid *g, const struct today_columns *c)
{
    return str_empty(bilingual_in(r->last, g->lang)) ? c->next : c->last; /* without a last contact there is more room */
}

static const char *what_of(const struct today_row *r, const struct grid *g, int cells)
{
    const char *text = bilingual_in(r->what, g->lang), *few = bilingual_in(r->what_short, g->lang);

    if (g->veiled && !str_empty(bilingual_in(r->what_open, g->lang)))
        return bilingual_in(r->what_open, g->lang);
    return cells_of(text) > cells && !str_empty(few) ? few : text;
}

static struct today_columns columns_of(const struct today *me, const struct grid *g, int first, int rows)
{
    struct today_columns c = columns_with(me, g, first, rows, false);

    for (int i = first; i < first + rows && (size_t)i < me->view.n_rows; i++) {
        const struct today_row *r = &me->view.rows[i];
        int cells = until_of(r, g, &c) - c.what - 1;
        if (r->n_parts == 0 && cells_of(what_of(r, g, cells)) > cells)
            return columns_with(me, g, first, rows, true);
    }
    return c;
}

bool today_numbered(const struct today *me, int rows)
{
    return me->view.total > (size_t)rows && me->view.n_rows;
}

static void list_head(const struct today *me, struct grid *g, int row, int rows, const struct today_columns *c)
{
    char n[24], digit[8];

    snprintf(digit, sizeof digit, "%d", (int)me->group);
    snprintf(n, sizeof n, "%zu", me->view.total);
    grid_put(g, row, 1, 2, STYLE_KEY, digit);
    int at = grid_tr(g, row, 3, STYLE_LABEL, today_group_labels[me->group]);
    money_line(g, row, at + 2, 12, STYLE_LABEL, N_("(%s)"), n, NULL);
    if (today_numbered(me, rows)) {
        char which[24];
        snprintf(which, sizeof which, "%zu", me->view.from + (size_t)me->sel + 1);
        money_line(g, row, at + 8, 10, STYLE_DIM, N_("no. %s"), which, NULL);
    }
    bool visits = me->group == TODAY_VISITS;
    grid_tr_put(g, row, c->last, c->next - c->last - 1, STYLE_LABEL, visits ? N_("State") : N_("Last contact"));
    grid_tr_put(g, row, c->next, c->end - c->next, STYLE_LABEL, visits ? N_("Time") : N_("Again"));
}

/* The first n parts and how many more; plain: without what a title explains in brackets. */
static void put_parts(const struct today_row *r, const struct grid *g, size_t n, bool plain, struct buf *out)
{
    struct buf some;
    char more[16];

    buf_init(&some, 2048);
    for (size_t i = 0; i < n; i++) {
        const char *part = bilingual_in(r->part[i], g->lang), *end = plain ? strstr(part, " (") : NULL;
        buf_puts(&some, i ? " " : "");
        buf_add(&some, part, end ? (size_t)(end - part) : strlen(part));
    }
    buf_clear(out);
    snprintf(more, sizeof more, "%zu", r->n_parts - n);
    if (n < r->n_parts)
        money_put(out, g->catalog, N_("%1$s +%2$s"), some.p, more, NULL);
    else
        buf_puts(out, some.p);
    buf_fini(&some);
}

/* All of it, or as many whole papers as there is room for and how many more. */
static void what_fits(const struct today_row *r, const struct grid *g, int cells, struct buf *out)
{
    char count[16];

    buf_clear(out);
    if (r->n_parts == 0) {
        buf_puts(out, what_of(r, g, cells));
        return;
    }
    put_parts(r, g, r->n_parts, false, out);
    for (size_t n = r->n_parts; n > 0 && cells_of(out->p) > cells; n--)
        put_parts(r, g, n, true, out);
    if (cells_of(out->p) > cells) {
        buf_clear(out);
        snprintf(count, sizeof count, "%zu", r->n_parts);
        money_put(out, g->catalog, N_("%s missing"), count, NULL);
    }
}

/* A name that is too long is cut before who asks: that word stays whole, or is left out. */
static void put_person(const struct today_row *r, struct grid *g, int row, int col, int cells, enum style style)
{
    struct buf text;

    buf_init(&text, 1024);
    person_of(r, g, cells, &text);
    const char *end = strrchr(text.p, '/');
    int tail = end && end > text.p ? cells_of(end) + 1 : 0;
    if (!tail || cells_of(text.p) <= cells) {
        grid_put(g, row, col, cells, style, text.p);
    } else if (cells - tail < NAME_LEAST) {
        buf_clear(&text);
        row_person(r, g, r->age, &text);
        grid_put(g, row, col, cells, style, text.p);
    } else {
        struct buf name;
        buf_init(&name, 1024);
        buf_add(&name, text.p, (size_t)(end - text.p) - 1);
        grid_put(g, row, col, cells - tail, style, name.p);
        grid_put(g, row, col + cells - tail, tail, style, end - 1);
        buf_fini(&name);
    }
    buf_fini(&text);
}

/* As in every list the marker and the number show the choice: a whole reversed row would be five times the bytes. */
static void draw_row(const struct today_row *r, struct grid *g, int row, const struct today_columns *c, bool chosen)
{
    struct buf text;
    enum style mark = chosen ? STYLE_SELECTED : STYLE_NORMAL;
    int until = until_of(r, g, c);

    grid_clip(g, row, 0, 1, mark, chosen ? ">" : " ");
    grid_clip(g, row, 1, c->who - 2, mark, r->number);
    put_person(r, g, row, c->who, c->what - c->who - 1, STYLE_NORMAL);
    buf_init(&text, 4096);
    what_fits(r, g, until - c->what - 1, &text);
    grid_clip(g, row, c->what, until - c->what - 1, STYLE_NORMAL, text.p);
    buf_fini(&text);
    if (until == c->last)
        grid_clip(g, row, c->last, c->next - c->last - 1, STYLE_NORMAL, last_of(r, g, c->days));
    grid_clip(g, row, c->next, c->end - c->next, r->late ? STYLE_NEED : STYLE_NORMAL, bilingual_in(r->next, g->lang));
    if (chosen)
        grid_cursor(g, row, 0);
}

static void draw_list(const struct today *me, struct grid *g, int top, int rows)
{
    int first = me->sel < rows ? 0 : me->sel - rows + 1;
    if (grid_whole(g)) /* a move in the list changes no column */
        *me->columns = columns_of(me, g, first, rows);
    const struct today_columns c = *me->columns;
    if (grid_due(g, top, 1))
        list_head(me, g, top, rows, &c);
    if (me->view.n_rows == 0) {
        grid_tr(g, top + 1, 1, STYLE_DIM, N_("Nothing is waiting here."));
        grid_cursor(g, top + 1, 0);
    }
    for (int i = first; i < first + rows && (size_t)i < me->view.n_rows; i++)
        if (grid_due(g, top + 1 + i - first, 1))
            draw_row(&me->view.rows[i], g, top + 1 + i - first, &c, i == me->sel);
}

/* --- notes */

static void draw_notes(const struct today *me, struct grid *g, int top, int rows)
{
    struct buf text;
    char on[DATE_TEXT], number[CASE_NUMBER_TEXT];
    size_t n = me->view.n_notes < (size_t)rows ? me->view.n_notes : (size_t)rows;

    int col = grid_tr(g, top, 1, STYLE_LABEL, N_("Notes")) + 2;
    if (n == 0)
        grid_tr(g, top, col, STYLE_DIM, N_("No notes."));
    if (n && g->veiled) { /* they may name people */
        char all[24];
        snprintf(all, sizeof all, "%zu", me->view.n_notes);
        money_line(g, top, col, g->cols - col, STYLE_DIM, N_("%s, hidden"), all, NULL);
        return;
    }
    for (size_t i = 0; i < n; i++) { /* the older above */
        const struct note_line *x = &me->view.notes[n - 1 - i];
        buf_init(&text, 4096);
        buf_printf(&text, "%s %s  ", x->by_name, date_text(x->on, g->lang, DATE_SHORT, on));
        if (x->request) {
            case_number_text(x->year, x->number, number);
            buf_printf(&text, "%s ", number);
        }
        buf_puts(&text, x->text);
        grid_clip(g, top + (int)i, col, g->cols - col, STYLE_NORMAL, text.p);
        buf_fini(&text);
    }
    if (me->view.n_notes > n) {
        char more[24];
        snprintf(more, sizeof more, "+%zu", me->view.n_notes - n);
        grid_right(g, top + rows - 1, 1, col - 3, STYLE_DIM, more);
    }
}

void today_draw(const struct screen *s, struct grid *g)
{
    const struct today *me = screen_state(s);
    struct rect b = g->body;
    int notes = note_rows(b.rows, me->view.n_notes), rows = today_list_rows(b.rows, me->view.n_notes);
    int row = b.row;

    if (grid_due(g, row, TODAY_TOP)) {
        draw_groups(me, g, row);
        grid_vline(g, row, LEFT, TODAY_TOP);
        draw_visits(me, g, row, LEFT + 2);
    }
    row += TODAY_TOP;
    grid_hline(g, row++, 0, g->cols);
    draw_list(me, g, row, rows);
    row += rows + 1;
    grid_hline(g, row++, 0, g->cols);
    if (grid_due(g, row, notes))
        draw_notes(me, g, row, notes);
}
