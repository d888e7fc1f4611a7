/* SPDX-License-Identifier: GPL-3.0-or-later */
/* At the door: the appointment above, who is here at the left, what is missing and why at the right. */
#include "screens/visit.h"

#include "screens/case_parts.h"
#include "screens/money.h"
#include "text/catalog.h"
#include "text/era.h"
#include "text/language.h"

const struct appointment *visit_appointment(const struct visit_page *me)
{
    return case_last_appointment(&me->view.c);
}

static const char *time_of(const struct visit_page *me, instant at, char out[HM_TEXT])
{
    day d;
    hm t;

    instant_civil(at, hospital_of(me->screen)->offset, &d, &t);
    hm_text(t, out);
    return out;
}

static const char *in_language(enum lang l, const char *ja, const char *en)
{
    return l == LANG_EN && *en ? en : ja;
}

static const char *interpreter(const struct visit_page *me, const struct grid *g, struct arena *a)
{
    const char *typed = me->view.c.patient.interpreter, *name = bilingual_in(language_name(a, typed), g->lang);
    struct buf text;

    if (str_empty(typed))
        return "";
    buf_init(&text, 512);
    msg_format(tr(g->catalog, N_("%s interpreter")), &name, 1, &text);
    const char *out = arena_strdup(a, text.p);
    buf_fini(&text);
    return out;
}

static void draw_appointment(const struct visit_page *me, struct grid *g, int row, struct arena *a)
{
    const struct appointment *x = visit_appointment(me);
    char date[DATE_TEXT], from[HM_TEXT], to[HM_TEXT], minutes[24] = "";

    if (!x)
        return;
    hm_text((hm){ x->start_min }, from);
    hm_text((hm){ x->start_min + x->minutes }, to);
    int late = me->door == DOOR_CHECK_IN ? visit_late(x, desk_now(desk_of(me->screen))) : 0;
    snprintf(minutes, sizeof minutes, "%d", late);
    const struct part parts[] = {
        { .text = arena_printf(a, "%s %s-%s", date_text(x->day, g->lang, DATE_SHORT_WEEKDAY, date), from, to), .style = STYLE_TITLE },
        { .text = in_language(g->lang, x->specialist_name, x->specialist_name_en) },
        { .text = x->room ? in_language(g->lang, x->room_name, x->room_name_en) : x->place },
        { .text = x->room ? in_language(g->lang, x->room_floor, x->room_floor_en) : "", .priority = 1 },
        { .text = interpreter(me, g, a), .priority = 2 },
        { .text = late ? money_words(a, g->catalog, N_("%s min late"), minutes, NULL) : "", .style = STYLE_NEED, .right = true },
    };
    parts_draw(g, row, 1, g->cols - 2, parts, COUNT_OF(parts));
}

static const char *door_words(const struct visit_page *me)
{
    switch (me->door) {
    case DOOR_CHECK_IN: return N_("Who is really here? 1 and F12 check the patient in.");
    case DOOR_HERE: return N_("Checked in, waiting. F12 records the start of the consultation.");
    case DOOR_TALK: return N_("In consultation. F12 records its end.");
    case DOOR_OVER: return N_("The consultation is over. Next: materials back, the fee, the report.");
    case DOOR_OTHER_DAY: return N_("The appointment is on another day. V moves it, if the specialist agrees.");
    case DOOR_NO_SHOW: return N_("Marked as not come. Whoever comes after all today is checked in as usual.");
    default: return N_("No appointment: second opinions are by appointment only. V books a date, N takes a new request.");
    }
}

/* --- after the check-in */

struct pen {
    struct grid *g;
    int row, col, cells;
};

static void line(struct pen *p, const char *label, const char *text)
{
    grid_tr_put(p->g, p->row, p->col, 14, STYLE_LABEL, label);
    grid_clip(p->g, p->row++, p->col + 15, p->cells - 15, STYLE_NORMAL, text);
}

/* A line each; who does not fit beside the label stands on two. */
static void person_line(struct pen *p, const char *label, const char *text)
{
    struct rect at = { p->row, p->col + 15, 2, p->cells - 15 };

    grid_tr_put(p->g, p->row, p->col, 14, STYLE_LABEL, label);
    p->row += grid_wrap(p->g, at, STYLE_NORMAL, text);
}

static void draw_people(struct pen *p, const struct visit_page *me, struct arena *a)
{
    const struct casefile *c = &me->view.c;
    const char *label = N_("Here");

    if (str_eq(case_visit(c)->patient_came, "yes")) {
        person_line(p, label, tr(p->g->catalog, words_label(&WORDS_ATTENDEE_KIND, "patient")));
        label = "";
    }
    for (size_t i = 0; i < c->n_attendees; i++) {
        const struct attendee *x = &c->attendees[i];
        if (!str_eq(x->came, "yes") || str_eq(x->kind, "patient"))
            continue;
        const char *what = *x->relation ? words_label(&WORDS_RELATION, x->relation) : words_label(&WORDS_ATTENDEE_KIND, x->kind);
        person_line(p, label, arena_printf(a, "%s %s", tr(p->g->catalog, what), grid_veil(p->g, x->name)));
        label = "";
    }
}

static const char *minutes_since(const struct visit_page *me, const struct grid *g, const struct visit *v, struct arena *a)
{
    int64_t until = v->ended ? v->ended_at.s : desk_instant(desk_of(me->screen)).s;
    char from[HM_TEXT], to[HM_TEXT] = "";

    time_of(me, v->started_at, from);
    if (v->ended)
        time_of(me, v->ended_at, to);
    return money_words(a, g->catalog, N_("%1$s-%2$s %3$s min"), from, to,
        arena_printf(a, "%d", (int)((until - v->started_at.s) / 60)), NULL);
}

static void draw_here(const struct visit_page *me, struct grid *g, struct rect at, struct arena *a)
{
    const struct visit *v = case_visit(&me->view.c);
    char number[16], wide[64], time[HM_TEXT];
    struct pen p = { g, at.row, at.col, at.cols };

    snprintf(number, sizeof number, "%d", v->call_number);
    text_widen(number, wide, sizeof wide);
    grid_tr_put(g, p.row, p.col, 14, STYLE_LABEL, N_("Call number"));
    grid_text(g, p.row, p.col + 15, STYLE_BIG, wide);
    p.row += 2;
    line(&p, N_("Came at"), time_of(me, v->arrived_at, time));
    draw_people(&p, me, a);
    if (v->started)
        line(&p, N_("Consultation"), minutes_since(me, g, v, a));
    yen owed = case_owed(&me->view.c);
    if (case_charged(&me->view.c).v > 0) {
        char amount[YEN_TEXT];
        yen_format(owed, amount);
        line(&p, N_("To be paid"), owed.v ? money_words(a, g->catalog, N_("%s yen"), amount, NULL) : tr(g->catalog, N_("paid")));
    }
}

void visit_draw(const struct screen *s, struct grid *g)
{
    const struct visit_page *me = screen_state(s);
    int row = case_head_draw(s, g, &me->view, "visit");
    int rows, left = g->cols - PANEL_CELLS - 3;
    bool form = me->door == DOOR_CHECK_IN || me->door == DOOR_NO_SHOW;
    struct arena a;

    arena_init(&a);
    draw_appointment(me, g, row++, &a);
    grid_clip(g, row++, 1, g->cols - 2, form ? STYLE_NORMAL : STYLE_TITLE, tr(g->catalog, door_words(me)));
    grid_hline(g, row++, 0, g->cols);
    rows = g->body.row + g->body.rows - row;
    if (form)
        form_draw(me->form, g, (struct rect){ row, 1, rows, left }, true);
    else if (me->door == DOOR_HERE || me->door == DOOR_TALK || me->door == DOOR_OVER)
        draw_here(me, g, (struct rect){ row, 1, rows, left }, &a);
    grid_vline(g, row, left + 1, rows);
    case_panel_draw(s, g, (struct rect){ row, left + 3, rows, g->cols - left - 4 }, form ? &me->as_is : &me->view.c,
        form ? &me->judged : &me->view.j, me->other_language, me->scroll);
    arena_fini(&a);
}
