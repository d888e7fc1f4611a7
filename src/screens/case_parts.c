/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/case_parts.h"

#include "desk/paper_desk.h"
#include "domain/ending.h"
#include "screens/money.h"
#include "text/era.h"
#include "text/fold.h"

void case_subject(struct screen *s, const struct casefile *c)
{
    case_number_text(c->year, c->number, s->subject);
}

bool case_read(struct screen *s, int64_t id, bool opened, struct arena *a, struct case_view *out, struct err *e)
{
    if (!desk_case_view(desk_of(s), id, opened, a, out, e))
        return false;
    case_subject(s, &out->c);
    return true;
}

/* Name, kana, sex, birth in both calendars, age, patient number, and the neutral flag. */
static void patient_row(const struct screen *s, struct grid *g, const struct case_view *v)
{
    const struct person *p = &v->c.patient;
    char number[CASE_NUMBER_TEXT], era[DATE_TEXT] = "", iso[DAY_TEXT] = "", years[16], no[80];
    struct arena a;
    const char *age = "", *none = tr(g->catalog, N_("not registered"));

    arena_init(&a);
    case_number_text(v->c.year, v->c.number, number);
    if (day_known(p->birth)) {
        date_text(p->birth, g->lang, DATE_ERA_SHORT, era);
        day_iso(p->birth, iso);
        snprintf(years, sizeof years, "%d", day_age(p->birth, v->today));
        age = money_words(&a, g->catalog, N_("age %s"), years, NULL);
    }
    snprintf(no, sizeof no, "%s %s", bilingual_in(hospital_of(s)->patient_no_label, g->lang),
        str_empty(p->patient_no) ? none : p->patient_no);
    bool hidden = shell_of(s)->hide_names;
    const struct part parts[] = {
        { .text = shell_name(s, p->name, number), .style = STYLE_TITLE },
        { .text = hidden ? "" : p->kana, .priority = 3, .style = STYLE_NORMAL },
        { .text = tr(g->catalog, words_label(&WORDS_SEX, p->sex)), .priority = 4 },
        { .text = hidden ? "" : era, .priority = 2 },
        { .text = hidden ? "" : iso, .priority = 5, .style = STYLE_DIM },
        { .text = age, .priority = 1 },
        { .text = hidden ? "" : no, .priority = 6, .style = STYLE_DIM },
        { .text = v->c.careful ? tr(g->catalog, N_("call with care")) : "", .style = STYLE_NEED, .right = true },
    };
    parts_draw(g, g->body.row, 1, g->cols - 2, parts, COUNT_OF(parts));
    arena_fini(&a);
}

static const char *state_text(const struct grid *g, const struct journey_step *s, struct arena *a, enum style *style)
{
    char on[DATE_TEXT];

    *style = STYLE_DIM;
    if (s->missing > 0 && s->state != STEP_NOT_YET && s->state != STEP_SKIPPED) {
        *style = STYLE_NEED;
        return arena_printf(a, "%s%d", tr(g->catalog, N_("need")), s->missing);
    }
    if (s->state == STEP_DONE) {
        *style = STYLE_OK;
        return g->lang == LANG_JA || g->cols >= 110
            ? arena_printf(a, g->lang == LANG_JA ? "%s%s" : "%s %s", tr(g->catalog, N_("done")), date_text(s->done_on, g->lang, DATE_SHORT, on))
            : tr(g->catalog, N_("done"));
    }
    if (s->state == STEP_NOW || s->state == STEP_NEEDS) {
        *style = STYLE_NORMAL;
        return tr(g->catalog, N_("now"));
    }
    return s->state == STEP_SKIPPED ? "-" : tr(g->catalog, N_("to do"));
}

int case_head_draw(const struct screen *s, struct grid *g, const struct case_view *v, const char *step)
{
    struct step_item items[24];
    struct arena a;
    int n = 0;

    arena_init(&a);
    patient_row(s, g, v);
    for (size_t i = 0; i < v->j.journey.n && n < (int)COUNT_OF(items); i++) {
        const struct journey_step *x = &v->j.journey.steps[i];
        if (str_eq(x->id, "inquiry") || str_eq(x->id, "close"))
            continue;
        struct step_item *item = &items[n++];
        *item = (struct step_item){ .now = str_eq(x->id, step) };
        item->name = x->title.ja ? bilingual_in(x->title, g->lang)
            : str_eq(x->id, "requester") ? N_("People") : words_label(&WORDS_STEP, x->id);
        item->state = state_text(g, x, &a, &item->style);
    }
    step_bar_draw(g, (struct rect){ g->body.row + 1, 0, 2, g->cols }, items, n);
    grid_hline(g, g->body.row + 3, 0, g->cols);
    arena_fini(&a);
    return g->body.row + 4;
}

/* A death stands under its neutral word only: counter.md 13. */
static void put_side_exit(struct buf *out, const struct case_view *v, const struct catalog *cat, enum lang lang)
{
    const char *how = tr(cat, words_label(&WORDS_ENDED, v->c.ended)), *who = v->ended_by_name;
    bool death = str_eq(v->c.ended, "deceased");
    char on[DATE_TEXT];

    date_text(v->c.ended_on, lang, DATE_WEEKDAY, on);
    if (death && str_empty(who))
        money_put(out, cat, N_("Ended on %1$s without a consultation."), on, NULL);
    else if (death)
        money_put(out, cat, N_("Ended on %1$s without a consultation (%2$s)."), on, who, NULL);
    else if (str_empty(who)) /* the department's answer, which its own page tells */
        money_put(out, cat, N_("Ended on %1$s without a consultation: %2$s."), on, how, NULL);
    else
        money_put(out, cat, N_("Ended on %1$s without a consultation: %2$s (%3$s)."), on, how, who, NULL);
}

static void put_close(struct buf *out, const struct case_view *v, const struct catalog *cat, enum lang lang)
{
    const struct step_row *close = case_step_row(&v->c, "close");
    const struct visit *visit = case_visit(&v->c);
    char on[DATE_TEXT], talk[DATE_TEXT];

    date_text(close->day, lang, DATE_WEEKDAY, on);
    if (case_talk_over(&v->c))
        money_put(out, cat, N_("Closed on %1$s by %2$s, after the consultation on %3$s."), on, close->by_name,
            date_text(visit->day, lang, DATE_SHORT_WEEKDAY, talk), NULL);
    else
        money_put(out, cat, N_("Closed on %1$s by %2$s."), on, close->by_name, NULL);
}

const char *case_end_text(const struct case_view *v, const struct catalog *cat, enum lang lang, struct arena *a)
{
    const char *gap = lang == LANG_JA ? "" : " ";
    struct err open = ERR_INIT;
    struct buf text;

    if (str_empty(v->c.ended))
        return "";
    buf_init(&text, 1024);
    if (!str_eq(v->c.ended, "closed"))
        put_side_exit(&text, v, cat, lang);
    buf_puts(&text, text.len ? gap : "");
    if (case_closed(&v->c))
        put_close(&text, v, cat, lang);
    else if (case_may_close(&v->c, &v->j.journey, &open))
        buf_puts(&text, tr(cat, N_("Nothing is open any more: it can be closed.")));
    else
        msg_text(cat, &open.msg, &text);
    const char *out = arena_strdup(a, text.p);
    buf_fini(&text);
    return out;
}

int case_end_draw(struct grid *g, int row, int col, int cells, int rows, const struct case_view *v)
{
    struct arena a;

    arena_init(&a);
    const char *text = case_end_text(v, g->catalog, g->lang, &a);
    if (*text)
        row += grid_wrap(g, (struct rect){ row, col, rows, cells }, STYLE_TITLE, text);
    arena_fini(&a);
    return row;
}

bool case_may(const struct screen *s, enum desk_action a, const struct casefile *c, struct msg *why)
{
    return case_lives(c, why) && shell_may(s, a, why);
}

static enum style style_of(enum panel_word w)
{
    switch (w) {
    case PANEL_DONE:
        return STYLE_OK;
    case PANEL_NOT:
    case PANEL_TOLD:
        return STYLE_DIM;
    case PANEL_REFUSED:
        return STYLE_ERROR;
    default:
        return STYLE_NEED;
    }
}

/* Papers of several people bear their names: while these are hidden what they are to the patient. What the department
 * wants is written freely. */
static void without_names(struct casefile *c, const struct grid *g, struct arena *a)
{
    struct attendee *people = ARENA_ARRAY(a, struct attendee, c->n_attendees + 1);

    for (size_t i = 0; i < c->n_attendees; i++) {
        people[i] = c->attendees[i];
        people[i].name = tr(g->catalog, *people[i].relation ? words_label(&WORDS_RELATION, people[i].relation)
                                                             : words_label(&WORDS_ATTENDEE_KIND, people[i].kind));
    }
    c->attendees = people;
    struct review *rounds = ARENA_ARRAY(a, struct review, c->n_reviews + 1);
    for (size_t i = 0; i < c->n_reviews; i++) {
        rounds[i] = c->reviews[i];
        rounds[i].more = grid_veil(g, rounds[i].more);
    }
    c->reviews = rounds;
}

void case_panel_draw(const struct screen *s, struct grid *g, struct rect at, const struct casefile *c,
    const struct judgement *j, bool other, int first)
{
    struct arena a;
    struct panel p, spoken;
    struct buf more;
    char count[64];
    enum lang l = g->lang, o = l == LANG_JA ? LANG_EN : LANG_JA;

    struct casefile shown_case = *c;
    arena_init(&a);
    if (g->veiled)
        without_names(&shown_case, g, &a);
    c = &shown_case;
    panel_of(c, j, g->catalog, l, &a, &p);
    spoken = p;
    if (other)
        panel_of(c, j, app_catalog_of(s->app, o), o, &a, &spoken);
    struct panel_line *lines = ARENA_ARRAY(&a, struct panel_line, p.n + 1);
    for (size_t i = 0; i < p.n; i++)
        lines[i] = (struct panel_line){ .word = panel_word(p.rows[i].word), .text = p.rows[i].title,
            .right = *p.rows[i].right ? p.rows[i].right : NULL, .reason = *p.rows[i].reason ? p.rows[i].reason : NULL,
            .style = style_of(p.rows[i].word) };
    snprintf(count, sizeof count, "%s %d/%d", tr(g->catalog, N_("Needed")), p.there, p.needed);
    grid_put(g, at.row, at.col, at.cols, STYLE_LABEL, count);
    int say_rows = *spoken.say ? wrap_rows(spoken.say, at.cols) + 1 : 0;
    if (say_rows > at.rows / 2)
        say_rows = at.rows / 2;
    int end = at.col + cells_of(count), shown;
    panel_draw(g, (struct rect){ at.row + 1, at.col, at.rows - 1 - say_rows, at.cols }, lines, (int)p.n, first, &shown);
    if (first + shown < (int)p.n) {
        buf_init(&more, 256);
        snprintf(count, sizeof count, "%d", (int)p.n - first - shown);
        money_put(&more, g->catalog, N_("%s more below"), count, NULL);
        grid_right(g, at.row, end + 1, at.col + at.cols - end - 1, STYLE_DIM, more.p);
        buf_fini(&more);
    }
    if (say_rows > 1) {
        grid_heading(g, at.row + at.rows - say_rows, at.col, at.cols, N_("To say"));
        grid_wrap(g, (struct rect){ at.row + at.rows - say_rows + 1, at.col, say_rows - 1, at.cols }, STYLE_NORMAL,
            spoken.say);
    }
    arena_fini(&a);
}

static day business_day(const void *calendar, day from, int n)
{
    day out = from;

    if (n > 0)
        return calendar_add_open_days(calendar, NULL, from, n, NULL, &out, NULL, NULL) ? out : DAY_NONE;
    for (; n < 0; n++)
        do
            out = day_add(out, -1);
        while (!calendar_open(calendar, NULL, out));
    return out;
}

static struct date_context context_of(const struct screen *s, const char *field, enum date_bias bias)
{
    return (struct date_context){ .today = desk_today(desk_of(s)), .bias = bias, .field = field,
        .business_day = business_day, .calendar = desk_calendar(desk_of(s), NULL) };
}

bool form_day(const struct screen *s, const struct form *f, const char *field, enum date_bias bias, day *out, struct err *e)
{
    const char *typed = form_get(f, field);
    struct date_context c = context_of(s, field, bias);

    *out = DAY_NONE;
    return str_empty(typed) || date_input(typed, &c, out, e);
}

bool form_time(const struct form *f, const char *field, hm *out, struct err *e)
{
    const char *typed = form_get(f, field);

    *out = HM_NONE;
    return str_empty(typed) || time_input(typed, field, out, e);
}

void echo_time(const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    hm t;

    if (!form_time(f, id, &t, NULL) && !str_eq(form_focus(f), id))
        buf_puts(out, tr(g->catalog, N_("! check this time")));
}

const char *day_field(day d, char out[DAY_TEXT])
{
    day_iso(d, out);
    return out;
}

/* Are the digits of the western calendar? Seven begin with an era, six and five are Reiwa. Folded already (form fields). */
static bool is_western(const char *typed)
{
    size_t digits = strspn(typed, "0123456789");

    return digits == 8 || (digits == 4 && typed[4] != '\0');
}

/* The day so that both calendars stand there: what was not typed; with the age there is no room for more. */
static void put_day(day d, bool western, bool age, enum lang lang, struct buf *out)
{
    char text[DATE_TEXT], era[DATE_TEXT];

    date_text(d, lang, DATE_ERA_SHORT, era);
    if (age)
        buf_puts(out, western ? era : date_text(d, lang, DATE_ISO, text));
    else
        buf_printf(out, "%s %.*s", date_text(d, lang, DATE_WEEKDAY, text), era_of(d) ? (int)strcspn(era, ".") : 0, era);
}

void echo_day(const struct screen *s, const struct form *f, const char *id, enum date_bias bias, bool age,
    const struct grid *g, struct buf *out)
{
    const char *typed = form_get(f, id);
    struct date_context c = context_of(s, "", bias);
    struct err e = ERR_INIT;
    char years[16];
    day d;

    if (str_empty(typed))
        return;
    if (!date_input(typed, &c, &d, &e)) {
        if (str_eq(form_focus(f), id)) /* somebody is typing there */
            return;
        if (e.msg.id == date_of_other_era)
            money_put(out, g->catalog, N_("! it is %s"), e.msg.arg[1], NULL);
        else
            buf_puts(out, tr(g->catalog, N_("! check this date")));
        return;
    }
    put_day(d, is_western(typed), age, g->lang, out);
    if (!age || day_age(d, c.today) < 0)
        return;
    snprintf(years, sizeof years, "%d", day_age(d, c.today));
    buf_putc(out, ' ');
    money_put(out, g->catalog, N_("age %s"), years, NULL);
}

static bool print_each(struct screen *s, const int64_t *print_ids, size_t n)
{
    struct err e = ERR_INIT;

    for (size_t i = 0; i < n; i++)
        if (print_ids[i] && !desk_print_now(desk_of(s), print_ids[i], &e)) {
            app_say_err(s->app, &e);
            return false;
        }
    return true;
}

void print_and_say_msg(struct screen *s, int64_t print_id, const struct msg *done)
{
    if (print_each(s, &print_id, 1))
        app_say_msg(s->app, SAY_NOTICE, done);
}

void prints_and_say(struct screen *s, const int64_t *print_ids, size_t n, const char *done_msgid)
{
    if (print_each(s, print_ids, n))
        app_say(s->app, SAY_NOTICE, done_msgid, NULL);
}

void print_and_say(struct screen *s, int64_t print_id, const char *done_msgid)
{
    prints_and_say(s, &print_id, 1, done_msgid);
}
