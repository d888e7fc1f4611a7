/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Month at the left, one day of several specialists at the right, proposals below. */
#include "screens/booking.h"

#include "domain/words.h"
#include "screens/case_parts.h"
#include "screens/money.h"
#include "text/era.h"

enum { LEFT_CELLS = 30, TAIL_ROWS = 6 };

const char *specialist_words(const struct offer *o, int64_t id, enum lang l)
{
    const struct specialist *x = specialist_of(o, id);

    if (!x)
        return "";
    return l == LANG_EN && *x->name_en ? x->name_en : x->name;
}

const char *place_words(const struct booking_place *p, int minutes, day today, enum lang l, struct arena *a)
{
    enum { FAR_DAYS = 300 };
    int off = day_diff(p->day, today);
    enum date_style style = off > FAR_DAYS || off < -FAR_DAYS ? DATE_WEEKDAY : DATE_SHORT_WEEKDAY;
    char date[DATE_TEXT], from[HM_TEXT], to[HM_TEXT];

    hm_text((hm){ p->start_min }, from);
    hm_text((hm){ p->start_min + (p->minutes ? p->minutes : minutes) }, to);
    return arena_printf(a, "%s %s-%s", date_text(p->day, l, style, date), from, to);
}

/* --- the three rows above */

static void draw_patient(const struct screen *s, const struct booking *me, struct grid *g, int row, struct arena *a)
{
    const struct casefile *c = &me->view.v.c;
    const struct review *r = case_review(c);
    char number[CASE_NUMBER_TEXT], on[DATE_TEXT];
    const char *age = day_known(c->patient.birth)
        ? money_words(a, g->catalog, N_("age %s"), arena_printf(a, "%d", day_age(c->patient.birth, me->view.v.today)), NULL) : "";
    const char *answer = r && *r->verdict
        ? arena_printf(a, "%s %s", tr(g->catalog, words_label(&WORDS_REVIEW_VERDICT, r->verdict)),
              date_text(r->answered_on, g->lang, DATE_SHORT, on)) : "";
    const char *length = money_words(a, g->catalog, N_("%s min"), arena_printf(a, "%d", me->view.minutes), NULL);

    case_number_text(c->year, c->number, number);
    const struct part parts[] = {
        { .text = shell_name(s, c->patient.name, number), .style = STYLE_TITLE },
        { .text = tr(g->catalog, words_label(&WORDS_SEX, c->patient.sex)), .priority = 4 },
        { .text = age, .priority = 3 },
        { .text = shell_of(s)->hide_names ? "" : c->patient.patient_no, .priority = 6, .style = STYLE_DIM },
        { .text = tr(g->catalog, str_eq(c->patient_attends, "yes") ? N_("patient attends") : N_("without the patient")),
            .priority = 2 },
        { .text = specialist_words(&me->view.offer, me->view.specialist, g->lang) },
        { .text = answer, .priority = 1, .style = STYLE_OK },
        { .text = length },
        { .text = c->careful ? tr(g->catalog, N_("call with care")) : "", .style = STYLE_NEED, .right = true },
    };
    parts_draw(g, row, 1, g->cols - 2, parts, COUNT_OF(parts));
}

static const char *part_word(const struct grid *g, enum day_part p)
{
    return p == PART_AM ? tr(g->catalog, N_("am")) : p == PART_PM ? tr(g->catalog, N_("pm")) : "";
}

/* As they were written, when there is more in the words than dates. */
static const char *days_words(const struct grid *g, const char *words, bool other, const struct day_wish *w, size_t n, bool weekday,
    struct arena *a)
{
    const char *text = "";
    char on[DATE_TEXT];
    bool room = g->lang == LANG_JA || g->cols >= 110; /* an English weekday is three cells longer */

    if (other)
        return grid_veil(g, words);
    for (size_t i = 0; i < n; i++)
        text = arena_printf(a, "%s%s%s%s%s", text, *text ? " " : "",
            date_text(w[i].day, g->lang, weekday && room ? DATE_SHORT_WEEKDAY : DATE_SHORT, on),
            g->lang == LANG_EN && w[i].part != PART_ALL ? " " : "", part_word(g, w[i].part));
    return *text ? text : "-";
}

static void draw_wishes(const struct booking *me, struct grid *g, int row, struct arena *a)
{
    char on[DATE_TEXT];
    const struct booking_view *v = &me->view;
    const char *treatment = day_known(v->v.c.treatment_from)
        ? arena_printf(a, "%s %s", tr(g->catalog, N_("Treatment from")), date_text(v->v.c.treatment_from, g->lang, DATE_SHORT, on))
        : "";
    const struct part parts[] = {
        { .text = arena_printf(a, "%s %s", tr(g->catalog, N_("Wishes")),
            days_words(g, v->v.c.wishes, v->other_wishes, v->wishes, v->n_wishes, true, a)) },
        { .text = arena_printf(a, "%s %s", tr(g->catalog, N_("Cannot come")),
            days_words(g, v->v.c.bad_days, v->other_bad, v->bad, v->n_bad, g->cols >= 110, a)) },
        { .text = treatment, .priority = 1 },
        { .text = str_empty(v->review_dates) ? "" : arena_printf(a, "%s %s", tr(g->catalog, N_("Dept.")), grid_veil(g, v->review_dates)),
            .priority = 2 },
    };
    parts_draw(g, row, 1, g->cols - 2, parts, COUNT_OF(parts));
}

/* How much of the holidays between is told; from step to step less, until the line fits. */
enum clock_words { CLOCK_ALL, CLOCK_NO_WEEKDAYS, CLOCK_DATES, CLOCK_COUNTED };

/* A holiday that the official list does not reach yet follows from the law and may still be moved. */
static const char *closed_words(const struct grid *g, struct bilingual why, bool projected, struct arena *a)
{
    const char *name = bilingual_in(why, g->lang);
    struct msg m;
    struct buf text;

    if (!projected)
        return name;
    msg_set(&m, N_("%s (projected)"), name, NULL);
    buf_init(&text, 1024);
    msg_text(g->catalog, &m, &text);
    name = arena_strdup(a, text.p);
    buf_fini(&text);
    return name;
}

/* The named holidays between; Saturdays and Sundays go without saying. */
static const char *skipped_words(const struct grid *g, const struct answer_clock *k, enum clock_words words,
    struct arena *a)
{
    const char *text = "";
    char on[DATE_TEXT];
    int n = 0;

    for (size_t i = 0; i < k->n_skipped; i++) {
        int weekday = day_weekday(k->skipped[i].day);
        if (weekday == 0 || weekday == 6)
            continue;
        n++;
        text = arena_printf(a, "%s %s%s%s", text, date_text(k->skipped[i].day, g->lang, DATE_SHORT, on),
            words < CLOCK_DATES ? " " : "", words < CLOCK_DATES ? closed_words(g, k->skipped[i].why, k->skipped[i].projected, a) : "");
    }
    return n && words == CLOCK_COUNTED ? arena_printf(a, " +%d", n) : text;
}

static const char *clock_text(const struct grid *g, const struct answer_clock *k, enum clock_words words, struct arena *a)
{
    enum date_style style = words == CLOCK_ALL ? DATE_SHORT_WEEKDAY : DATE_SHORT;
    char from[DATE_TEXT], first[DATE_TEXT], last[DATE_TEXT];
    struct msg m;
    struct buf text;

    msg_set(&m, N_("Tell the date %1$s - %2$s; papers there %3$s (no weekends%4$s)"),
        date_text(k->earliest, g->lang, style, first), date_text(k->latest, g->lang, style, last),
        date_text(k->from, g->lang, DATE_SHORT, from), skipped_words(g, k, words, a), NULL);
    buf_init(&text, 2048);
    msg_text(g->catalog, &m, &text);
    const char *out = arena_strdup(a, text.p);
    buf_fini(&text);
    return out;
}

static void draw_clock(const struct booking *me, struct grid *g, int row, struct arena *a)
{
    const struct answer_clock *k = me->view.clock;
    char from[DATE_TEXT];
    const struct appointment *b = me->view.booked;

    if (b && day_known(b->told_on)) {
        const char *how = tr(g->catalog, words_label(&WORDS_CHANNEL, b->told_how));
        grid_clip(g, row, 1, g->cols - 2, STYLE_OK, arena_printf(a, "%s %s %s", tr(g->catalog, N_("The date was told:")),
            date_text(b->told_on, g->lang, DATE_SHORT_WEEKDAY, from), how));
        return;
    }
    if (!k || !day_known(k->latest)) {
        grid_tr(g, row, 1, STYLE_DIM, N_("When the date is told is counted from the day on which all papers are here."));
        return;
    }
    const char *text = "";
    for (enum clock_words w = CLOCK_ALL; w <= CLOCK_COUNTED; w++) {
        text = clock_text(g, k, w, a);
        if (cells_of(text) <= g->cols - 2)
            break;
    }
    bool late = day_cmp(me->view.v.today, k->latest) > 0;
    grid_put(g, row, 1, g->cols - 2, late ? STYLE_NEED : STYLE_NORMAL, text);
}

/* --- month */

static const char *month_title(day d, enum lang l, struct arena *a)
{
    char era[DATE_TEXT], text[DATE_TEXT];
    int y, m, dd;

    day_to_ymd(d, &y, &m, &dd);
    era_year_text(d, l, era);
    if (l == LANG_JA)
        return arena_printf(a, "%d年%d月 %s", y, m, era);
    day first = day_add(d, 1 - dd);
    return arena_printf(a, "%s %s", date_text(first, l, DATE_PAPER, text) + 2, era); /* without the day "1 " */
}

static void draw_month(const struct booking *me, struct grid *g, struct rect at, struct arena *a)
{
    int used = calendar_draw(&me->month, g, at, month_title(me->month.chosen, g->lang, a), me->focus == FOCUS_MONTH);

    if (used + 2 <= at.rows) {
        grid_clip(g, at.row + at.rows - 2, 1, at.cols - 1, STYLE_DIM, tr(g->catalog, N_("No. free  * wish  x cannot")));
        grid_clip(g, at.row + at.rows - 1, 1, at.cols - 1, STYLE_DIM, tr(g->catalog, N_("nil: none left  off: closed")));
    }
}

/* --- one day */

static const char *cell_words(const struct booking *me, const struct slot_day *slots, int start, const struct grid *g,
    struct arena *a, enum style *style)
{
    const struct hospital *h = hospital_of(me->screen);
    int u = start / SLOT_MINUTES;
    char number[CASE_NUMBER_TEXT];

    *style = STYLE_DIM;
    for (int i = u; i < u + GRID_STEP / SLOT_MINUTES && i < SLOT_UNITS; i++) {
        if (slots->state[i] != UNIT_TAKEN)
            continue;
        const struct taken *t = &me->view.offer.taken[slots->taken[i]];
        if (t->start_min < start)
            return ":";
        *style = t->request == me->id ? STYLE_OK : STYLE_NORMAL;
        case_number_text(t->year, t->number, number);
        return arena_printf(a, "%s%s", number, t->held ? tr(g->catalog, N_(" held")) : "");
    }
    if (slots->state[u] == UNIT_AWAY)
        return tr(g->catalog, N_("away"));
    if (slots->state[u] == UNIT_NOT_OFFERED)
        return "-";
    if (!slot_offered(slots, start, me->view.minutes))
        return tr(g->catalog, N_("too short"));
    *style = STYLE_NORMAL;
    return arena_printf(a, "%s%s", tr(g->catalog, N_("free")),
        booking_after_cashier(h, start, me->view.minutes) ? tr(g->catalog, N_(" late")) : "");
}

static bool is_chosen_cell(const struct booking *me, int64_t specialist, int start)
{
    int minutes = me->place.minutes ? me->place.minutes : me->view.minutes;

    return me->chosen && me->place.specialist == specialist && day_cmp(me->place.day, me->month.chosen) == 0
        && start + GRID_STEP > me->place.start_min && start < me->place.start_min + minutes;
}

static void draw_column(const struct booking *me, struct grid *g, struct rect at, int column, int first, int last, int from,
    struct arena *a)
{
    const struct specialist *who = booking_column(me, column);
    int col = at.col + TIME_CELLS + (column - from) * COLUMN_CELLS;
    struct slot_day slots;

    grid_put(g, at.row, col + 1, COLUMN_CELLS - 2, who->id == me->view.specialist ? STYLE_TITLE : STYLE_LABEL,
        specialist_words(&me->view.offer, who->id, g->lang));
    slot_day_of(&me->view.offer, who->id, me->month.chosen, booking_day_closed(me, me->month.chosen), &slots);
    for (int i = 0; i + 1 < at.rows; i++) {
        enum style style;
        int start = first + i * GRID_STEP;
        if (start >= DAY_MINUTES || start > last)
            break;
        const char *text = cell_words(me, &slots, start, g, a, &style);
        bool here = me->focus == FOCUS_GRID && me->column == column && me->row == start;
        if (is_chosen_cell(me, who->id, start))
            style = STYLE_SELECTED;
        grid_put(g, at.row + 1 + i, col, COLUMN_CELLS - 1, style,
            arena_printf(a, "%s%s", is_chosen_cell(me, who->id, start) || here ? ">" : " ", text));
        if (here)
            grid_cursor(g, at.row + 1 + i, col);
    }
}

static void draw_day(const struct booking *me, struct grid *g, struct rect at, struct arena *a)
{
    char on[DATE_TEXT], time[HM_TEXT];
    int first, last, n = booking_columns(me);
    int fit = (at.cols - TIME_CELLS) / COLUMN_CELLS;
    int from = me->column >= fit ? me->column - fit + 1 : 0;
    struct day_status status = booking_day(&me->view, me->month.chosen);

    booking_rows(me, &first, &last);
    while (me->focus == FOCUS_GRID && me->row < first)
        first -= GRID_STEP;
    last = me->focus == FOCUS_GRID && me->row > last ? me->row : last;
    while (me->row >= first + (at.rows - 1) * GRID_STEP)
        first += GRID_STEP;
    grid_put(g, at.row, at.col, TIME_CELLS, STYLE_TITLE, date_text(me->month.chosen, g->lang, DATE_SHORT, on));
    for (int i = 0; i + 1 < at.rows && first + i * GRID_STEP <= last && first + i * GRID_STEP < DAY_MINUTES; i++) {
        hm_text((hm){ first + i * GRID_STEP }, time);
        grid_text(g, at.row + 1 + i, at.col, STYLE_LABEL, time);
    }
    for (int c = from; c < n && c < from + fit; c++)
        draw_column(me, g, at, c, first, last, from, a);
    if (!status.open) {
        struct msg m;
        msg_set(&m, N_("Closed: %s"), closed_words(g, status.why, status.projected, a), NULL);
        grid_msg(g, at.row + at.rows - 1, at.col + TIME_CELLS, at.cols - TIME_CELLS, STYLE_NEED, &m);
    }
}

/* --- lines */

static const char *reason_words(const struct booking *me, const struct proposal *p, const struct grid *g, struct arena *a)
{
    const char *text = "";

    if (p->wish && me->view.n_wishes)
        text = arena_printf(a, "%s%d", tr(g->catalog, N_("wish ")), p->wish);
    if (p->other_doctor)
        text = arena_printf(a, "%s %s", text, tr(g->catalog, N_("other doctor")));
    if (p->after_treatment)
        text = arena_printf(a, "%s %s", text, tr(g->catalog, N_("in treatment")));
    if (p->after_cashier)
        text = arena_printf(a, "%s%s", text, tr(g->catalog, N_(" late")));
    return *text ? text : tr(g->catalog, N_("free"));
}

static bool is_offered(const struct booking *me, const struct booking_place *p)
{
    for (size_t i = 0; i < me->n_offered; i++)
        if (me->offered[i].specialist == p->specialist && day_cmp(me->offered[i].day, p->day) == 0
            && me->offered[i].start_min == p->start_min)
            return true;
    return false;
}

static bool is_chosen(const struct booking *me, const struct booking_line *l)
{
    if (!me->chosen)
        return false;
    if (l->held)
        return me->chosen_held == l->held->id;
    return !me->chosen_held && me->place.specialist == l->place.specialist && day_cmp(me->place.day, l->place.day) == 0
        && me->place.start_min == l->place.start_min;
}

static void draw_line(const struct booking *me, struct grid *g, struct rect at, int row, int digit, const struct booking_line *l,
    struct arena *a)
{
    bool marked = me->offering ? !l->held && is_offered(me, &l->place) : is_chosen(me, l);
    char until[DATE_TEXT];
    const char *why;
    day last;
    hm t;

    if (l->held) {
        instant_civil(l->held->held_until, hospital_of(me->screen)->offset, &last, &t);
        why = arena_printf(a, "%s %s", tr(g->catalog, N_("held to")), date_text(last, g->lang, DATE_SHORT, until));
    } else
        why = reason_words(me, l->proposal, g, a);
    int cells = cells_of(why);
    char mark[8];
    snprintf(mark, sizeof mark, "%s%d", marked ? (me->offering ? "*" : ">") : " ", digit);
    grid_text(g, row, at.col, marked ? STYLE_SELECTED : STYLE_KEY, mark);
    int room = at.cols - cells - 5; /* and a blank before why */
    const char *when = place_words(&l->place, me->view.minutes, me->view.v.today, g->lang, a);
    const char *where = arena_printf(a, "%s %s", specialist_words(&me->view.offer, l->place.specialist, g->lang),
        room_words(&me->view.offer, l->place.room, l->place.place, g->lang));
    if (cells_of(when) + 1 + cells_of(where) > room) /* doctor and room say more than when it ends */
        when = arena_strndup(a, when, strcspn(when, "-"));
    grid_clip(g, row, at.col + 3, room, marked ? STYLE_SELECTED : STYLE_NORMAL, arena_printf(a, "%s %s", when, where));
    grid_right(g, row, at.col + at.cols - cells - 1, cells, STYLE_DIM, why);
}

static void draw_booked(const struct booking *me, struct grid *g, struct rect at, struct arena *a)
{
    const struct appointment *b = me->view.booked;
    struct booking_place p = { b->specialist, b->day, b->start_min, b->minutes, b->room, b->place, b->come_min };

    grid_clip(g, at.row, at.col + 1, at.cols - 2, STYLE_OK,
        arena_printf(a, "%s %s %s %s", tr(g->catalog, N_("Booked:")), place_words(&p, 0, me->view.v.today, g->lang, a),
            specialist_words(&me->view.offer, b->specialist, g->lang), room_words(&me->view.offer, p.room, p.place, g->lang)));
}

static void draw_lines(const struct booking *me, struct grid *g, struct rect at, struct arena *a)
{
    struct booking_line lines[BOOKING_LINES];
    size_t n = booking_lines(me, lines);
    int row = at.row;

    if (me->view.booked)
        draw_booked(me, g, (struct rect){ row++, at.col, 1, at.cols }, a);
    size_t room = (size_t)(at.row + at.rows - 2 - row);
    for (size_t i = 0; i < n && i < room; i++)
        draw_line(me, g, at, row++, (int)i + 1, &lines[i], a);
    if (n == 0)
        grid_clip(g, row++, at.col + 1, at.cols - 2, STYLE_DIM, tr(g->catalog, N_("No free place in the next eight weeks.")));
    row = at.row + at.rows - 2;
    grid_text(g, row, at.col, STYLE_KEY, " 4");
    grid_clip(g, row, at.col + 3, at.cols - 4, STYLE_NORMAL, tr(g->catalog, N_("Free entry (date, time, doctor, place)")));
    grid_text(g, row + 1, at.col, me->offering ? STYLE_SELECTED : STYLE_KEY, me->offering ? "*5" : " 5");
    grid_clip(g, row + 1, at.col + 3, at.cols - 4, me->offering ? STYLE_SELECTED : STYLE_NORMAL,
        tr(g->catalog, me->offering ? N_("Offering: mark 1 to 3, then F12 holds them") : N_("Offer dates and hold them for the answer")));
}

static void draw_form_row(const struct booking *me, struct grid *g, int row, struct arena *a)
{
    if (me->view.why_not.id && !me->view.booked) {
        grid_msg(g, row, 1, g->cols - 2, STYLE_NEED, &me->view.why_not);
        return;
    }
    (void)a;
    form_draw(me->form, g, (struct rect){ row, 1, 1, g->cols - 2 }, me->focus == FOCUS_FORM);
}

void booking_draw(const struct screen *s, struct grid *g)
{
    const struct booking *me = screen_state(s);
    struct rect b = g->body;
    int top = b.row + 4, rows = b.rows - 6, right = LEFT_CELLS + 2;
    struct arena a;

    arena_init(&a);
    draw_patient(s, me, g, b.row, &a);
    draw_wishes(me, g, b.row + 1, &a);
    draw_clock(me, g, b.row + 2, &a);
    grid_hline(g, b.row + 3, 0, g->cols);
    draw_month(me, g, (struct rect){ top, 0, rows, LEFT_CELLS }, &a);
    grid_vline(g, top, LEFT_CELLS, rows);
    int lines = TAIL_ROWS - 1 + (me->view.booked != NULL);
    draw_day(me, g, (struct rect){ top, right, rows - lines - 1, g->cols - right }, &a);
    grid_hline(g, top + rows - lines - 1, LEFT_CELLS + 1, g->cols - LEFT_CELLS - 1);
    draw_lines(me, g, (struct rect){ top + rows - lines, LEFT_CELLS + 1, lines, g->cols - LEFT_CELLS - 1 }, &a);
    grid_hline(g, top + rows, 0, g->cols);
    draw_form_row(me, g, top + rows + 1, &a);
    arena_fini(&a);
}
