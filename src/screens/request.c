/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request: where it stands, what is recorded, what is missing and why, and the way to each step. */
#include "desk/after.h"
#include "desk/request.h"
#include "domain/ending.h"
#include "screens/request_parts.h"
#include "text/era.h"

struct request {
    int64_t id;
    struct case_view view;
    bool loaded, other_language, panel; /* panel: also on narrow screens, in place of the record */
    int scroll;
};

enum { TAG_UNDO = 1, TAG_END, TAG_CLOSE, TAG_CLOSE_ANYWAY, TAG_OVERRIDE, TAG_OVERRIDE_REASON, TAG_ANSWER, TAG_ANSWERED, TAG_APPROVAL };

static bool request_reload(struct screen *s, struct err *e)
{
    struct request *me = s->state;
    bool opened = !me->loaded;

    if (!case_read(s, me->id, opened, &s->view, &me->view, e))
        return false;
    me->loaded = true;
    return true;
}

static bool request_open(struct screen *s, const void *arg, struct err *e)
{
    const struct place_arg *place = arg;
    struct request *me = s->state;

    me->id = place ? place->request : 0;
    me->panel = true;
    return request_reload(s, e);
}

/* The step that is worked on now: the first open one, the last of the path when nothing is. */
static const char *present_step(const struct request *me)
{
    const struct journey *j = &me->view.j.journey;

    for (size_t i = 0; i < j->n; i++)
        if (j->steps[i].state == STEP_NOW || j->steps[i].state == STEP_NEEDS
            || (j->steps[i].state == STEP_DONE && j->steps[i].missing > 0))
            return j->steps[i].id;
    return j->n ? j->steps[j->n - 1].id : "request";
}

/* ---------------------------------------------------------------- what is recorded */
struct pen {
    struct grid *g;
    int row, last, col, cells;
};

static void line(struct pen *p, const char *label, const char *text)
{
    if (p->row > p->last || str_empty(text))
        return;
    grid_tr_put(p->g, p->row, p->col, 12, STYLE_LABEL, label);
    int rows = wrap_rows(text, p->cells - 13);
    if (rows > 2)
        rows = 2;
    p->row += grid_wrap(p->g, (struct rect){ p->row, p->col + 13, rows, p->cells - 13 }, STYLE_NORMAL, text);
}

static const char *date_in(const struct grid *g, day d, struct arena *a)
{
    char text[DATE_TEXT];

    return arena_strdup(a, date_text(d, g->lang, DATE_WEEKDAY, text));
}

static const char *disease_in(const struct case_view *v, enum lang l)
{
    const struct policy_group *d = policy_disease(v->policy, v->c.disease);

    return d ? bilingual_in(d->rule.title, l) : v->c.disease;
}

static void draw_people(struct pen *p, const struct screen *s, const struct casefile *c, struct arena *a)
{
    for (size_t i = 0; i < c->n_attendees; i++) {
        const struct attendee *x = &c->attendees[i];
        const char *word = tr(p->g->catalog, str_empty(x->relation) ? words_label(&WORDS_ATTENDEE_KIND, x->kind)
                                                                    : words_label(&WORDS_RELATION, x->relation));
        line(p, i ? "" : N_("People"), arena_printf(a, "%s%s%s", shell_name(s, x->name, "---"), *x->name ? " " : "", word));
    }
    if (c->n_attendees == 0 && *c->patient_attends)
        line(p, N_("Attends"), tr(p->g->catalog, words_label(&WORDS_ANSWER, c->patient_attends)));
}

static void put_at_place(const struct catalog *cat, const char *place, int pieces, struct buf *b)
{
    char number[16];
    const char *words[] = { tr(cat, place), number };

    snprintf(number, sizeof number, "%d", pieces);
    buf_putc(b, ' ');
    msg_format(tr(cat, N_("%1$s %2$s pc.")), words, COUNT_OF(words), b);
}

/* How many pieces came, and at each place how many are there now. */
static const char *pieces_text(const struct casefile *c, const struct catalog *cat, struct arena *a)
{
    char all[24];
    const char *words[] = { all };
    struct buf b;
    int n = 0;

    for (size_t i = 0; i < c->n_materials; i++)
        n += c->materials[i].pieces;
    snprintf(all, sizeof all, "%d", n);
    buf_init(&b, 512);
    msg_format(tr(cat, N_("%s pc.")), words, COUNT_OF(words), &b);
    for (size_t k = 0; k < WORDS_PLACE.n; k++) {
        n = 0;
        for (size_t i = 0; i < c->n_materials; i++)
            n += case_pieces_at(c, &c->materials[i], WORDS_PLACE.item[k].id);
        if (n > 0)
            put_at_place(cat, WORDS_PLACE.item[k].label, n, &b);
    }
    const char *text = arena_strdup(a, b.p);
    buf_fini(&b);
    return text;
}

/* The last word between the counter and the department, and what it still wants. */
static void draw_department(struct pen *p, const struct review *r, const struct casefile *c, struct arena *a)
{
    const struct catalog *cat = p->g->catalog;
    const char *again = N_("asked again");

    if (!r)
        return;
    bool answered = !str_empty(r->verdict), twice = !answered && day_known(r->asked_again_on);
    day on = answered ? r->answered_on : twice ? r->asked_again_on : r->sent_on;
    line(p, N_("Department"), arena_printf(a, "%s %s %s", date_in(p->g, on, a),
        tr(cat, answered ? words_label(&WORDS_REVIEW_VERDICT, r->verdict) : twice ? again : N_("asked")),
        bilingual_in(review_specialist(r), p->g->lang)));
    if (case_wanted(c, "records"))
        line(p, N_("Wanted"), arena_printf(a, "%s%s%s", day_known(r->more_by) ? date_in(p->g, r->more_by, a) : "",
            day_known(r->more_by) ? ": " : "", grid_veil(p->g, r->more)));
}

static void draw_progress(struct pen *p, const struct case_view *v, struct arena *a)
{
    const struct casefile *c = &v->c;
    const struct review *r = case_review(c);
    const struct appointment *x = case_last_appointment(c);
    const struct visit *visit = case_visit(c);
    char number[YEN_TEXT];

    if (c->n_materials)
        line(p, N_("Materials"), pieces_text(c, p->g->catalog, a));
    draw_department(p, r, c, a);
    if (x)
        line(p, N_("Appointment"), arena_printf(a, "%s %02d:%02d %s %s", date_in(p->g, x->day, a), x->start_min / 60, x->start_min % 60,
            bilingual_in(appointment_specialist(x), p->g->lang), tr(p->g->catalog, words_label(&WORDS_APPOINTMENT, x->state))));
    if (visit)
        line(p, N_("Call number"), arena_printf(a, "%d", visit->call_number));
    if (c->n_charges) {
        yen_format(case_owed(c), number);
        line(p, N_("Still owed"), number);
    }
}

static void draw_record(const struct screen *s, const struct request *me, struct grid *g, struct rect at)
{
    const struct casefile *c = &me->view.c;
    struct pen p = { g, at.row, at.row + at.rows - 1, at.col, at.cols };
    struct arena a;

    arena_init(&a);
    p.row = case_end_draw(g, p.row, at.col, at.cols, 4, &me->view);
    line(&p, N_("Received"), arena_printf(&a, "%s %s", date_in(g, c->received_on, &a),
        tr(g->catalog, words_label(&WORDS_RECEIVED_VIA, c->received_via))));
    line(&p, N_("Applicant"), *c->applicant_name ? shell_name(s, c->applicant_name, "---") : "");
    draw_people(&p, s, c, &a);
    line(&p, N_("Disease"), arena_printf(&a, "%s %s", disease_in(&me->view, g->lang), grid_veil(g, c->diagnosis)));
    line(&p, N_("Questions"), grid_veil(g, c->questions));
    line(&p, N_("Hospital"), arena_printf(&a, "%s %s %s", c->institution_name, c->doctor_department, grid_veil(g, c->doctor_name)));
    line(&p, N_("Wishes"), grid_veil(g, c->wishes));
    line(&p, N_("Bad days"), grid_veil(g, c->bad_days));
    line(&p, N_("Telephone"), grid_veil(g, c->patient.phone));
    draw_progress(&p, &me->view, &a);
    line(&p, N_("Memo"), grid_veil(g, c->memo));
    arena_fini(&a);
}

static void request_draw(const struct screen *s, struct grid *g)
{
    const struct request *me = screen_state(s);
    int row = case_head_draw(s, g, &me->view, present_step(me));
    int rows = g->body.row + g->body.rows - row;
    int left = g->cols - PANEL_CELLS - 3;

    if (g->cols >= 110)
        left = g->cols - 2 * PANEL_CELLS + 8;
    if (!me->panel) {
        draw_record(s, me, g, (struct rect){ row, 1, rows, g->cols - 2 });
        return;
    }
    draw_record(s, me, g, (struct rect){ row, 1, rows, left - 1 });
    grid_vline(g, row, left + 1, rows);
    case_panel_draw(s, g, (struct rect){ row, left + 3, rows, g->cols - left - 4 }, &me->view.c, &me->view.j,
        me->other_language, me->scroll);
}

static struct step request_key(struct screen *s, struct key k)
{
    struct request *me = s->state;

    if (k.code != K_DOWN && k.code != K_UP)
        return step_unused();
    me->scroll += k.code == K_DOWN ? 1 : me->scroll > 0 ? -1 : 0;
    return step_stay();
}

/* ---------------------------------------------------------------- the way to each step */
static struct step open_part(struct screen *s, const struct screen_ops *to)
{
    struct request *me = s->state;
    struct place_arg arg = { .request = me->id, .day = DAY_NONE };

    return step_push_copy(s, to, &arg, sizeof arg, TAG_SILENT);
}

static struct step open_place(struct screen *s, enum place place)
{
    struct request *me = s->state;

    if (!shell_has(place)) {
        app_say(s->app, SAY_GUIDE, N_("This part is not here."), NULL);
        return step_stay();
    }
    return shell_open(s, place, &(struct place_arg){ .request = me->id, .day = DAY_NONE }, TAG_SILENT);
}

static struct step open_form(struct screen *s)
{
    return open_part(s, &request_form_screen);
}
static struct step open_requester(struct screen *s)
{
    return open_place(s, PLACE_REQUESTER);
}
static struct step open_papers(struct screen *s)
{
    return open_place(s, PLACE_PAPERS);
}
static struct step open_materials(struct screen *s)
{
    return open_place(s, PLACE_MATERIALS);
}
static struct step open_review(struct screen *s)
{
    return open_place(s, PLACE_REVIEW);
}
static struct step open_booking(struct screen *s)
{
    return open_place(s, PLACE_BOOKING);
}
static struct step open_visit(struct screen *s)
{
    return open_place(s, PLACE_VISIT);
}
static struct step open_pay(struct screen *s)
{
    return open_place(s, PLACE_PAY);
}
static struct step open_after(struct screen *s)
{
    return open_place(s, PLACE_AFTER);
}

static bool has_place(enum place place, struct msg *why)
{
    if (shell_has(place))
        return true;
    msg_set(why, N_("This part is not here."), NULL);
    return false;
}
static bool may_book(const struct screen *s, struct msg *why)
{
    return has_place(PLACE_BOOKING, why) && shell_may(s, ACT_BOOK, why);
}
static bool may_visit(const struct screen *s, struct msg *why)
{
    return has_place(PLACE_VISIT, why) && shell_may(s, ACT_CHECK_IN, why);
}
static bool may_pay(const struct screen *s, struct msg *why)
{
    return has_place(PLACE_PAY, why) && shell_may(s, ACT_COLLECT, why);
}

static bool may_answer(const struct screen *s, struct msg *why)
{
    const struct request *me = screen_state(s);

    if (!shell_may(s, ACT_REQUEST_EDIT, why))
        return false;
    if (str_empty(me->view.c.ended) && me->view.j.answer.n_pending)
        return true;
    msg_set(why, str_empty(me->view.c.ended) ? N_("No question is open.") : N_("The request has ended; nothing is asked for any more."), NULL);
    return false;
}

/* The steps that are done and could be undone; why_not says what keeps the last one. */
static bool undoable(const struct request *me, struct msg *why_not)
{
    const struct journey *j = &me->view.j.journey;
    bool any = journey_undone_here(&me->view.c, j, JOURNEY_END, why_not);

    msg_set(why_not, N_("No step is recorded yet that could be undone."), NULL);
    for (size_t i = 0; i < j->n; i++)
        if (journey_recorded(&me->view.c, &j->steps[i]) && !str_eq(j->steps[i].id, "request") && !str_eq(j->steps[i].id, "inquiry"))
            any = journey_undone_here(&me->view.c, j, j->steps[i].id, why_not) || any;
    return any;
}

static bool may_undo(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_STEP_UNDO, why) && undoable(screen_state(s), why);
}

/* The screen of each step, and who may open it. */
static const struct way {
    const char *step;
    struct step (*open)(struct screen *s);
    bool (*usable)(const struct screen *s, struct msg *why);
} ways[] = { { "request", open_form, NULL }, { "requester", open_requester, NULL }, { "papers", open_papers, NULL },
    { "review", open_review, NULL }, { "booking", open_booking, may_book }, { "visit", open_visit, may_visit },
    { "payment", open_pay, may_pay }, { "report", open_after, NULL }, { "return", open_materials, NULL },
    { "close", open_after, NULL } };

static const struct way *present_way(const struct request *me)
{
    const char *step = present_step(me);

    for (size_t i = 0; i < COUNT_OF(ways); i++)
        if (str_eq(ways[i].step, step))
            return &ways[i];
    return &ways[0];
}

static bool may_go_on(const struct screen *s, struct msg *why)
{
    const struct request *me = screen_state(s);
    const struct way *way = present_way(me);

    if (case_closed(&me->view.c))
        return case_lives(&me->view.c, why);
    return !way->usable || way->usable(s, why);
}

/* Enter: the screen of the step that is worked on now. */
static struct step open_present(struct screen *s)
{
    return present_way(s->state)->open(s);
}

/* ---------------------------------------------------------------- what stands in the panel */
static struct step toggle_panel(struct screen *s)
{
    struct request *me = s->state;

    me->panel = !me->panel;
    return step_stay();
}

static struct step toggle_language(struct screen *s)
{
    struct request *me = s->state;

    me->other_language = !me->other_language;
    return step_stay();
}

/* Which field of which form answers a question that yes and no do not answer. */
static struct step open_answer(struct screen *s, enum fact_id fact)
{
    struct request *me = s->state;
    static const struct {
        enum fact_id fact;
        const char *field;
    } fields[] = { { FACT_PURPOSE, "purpose" }, { FACT_PATIENT_AGE, "birth" }, { FACT_PATIENT_SCHOOL_STAGE, "birth" },
        { FACT_PATIENT_NATIONALITY, "nationality" }, { FACT_DISEASE, "disease" } };
    struct place_arg arg = { .request = me->id, .day = DAY_NONE };

    if (fact == FACT_APPLICANT_KIND || fact_info(fact)->attendee || fact == FACT_ATTENDEES_COUNT)
        return open_requester(s);
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (fields[i].fact == fact)
            arg.text = fields[i].field;
    return step_push_copy(s, &request_form_screen, &arg, sizeof arg, TAG_SILENT);
}

/* A question of the rules: its answers by digit, or the field where the answer goes. */
static struct step ask(struct screen *s)
{
    struct request *me = s->state;
    struct panel p;
    const struct answer *now = &me->view.j.answer;

    if (now->n_pending && fact_info(now->pending[0].fact.id)->type != FACT_TYPE_TEXT
        && !fact_word(now->pending[0].fact.id, "yes"))
        return open_answer(s, now->pending[0].fact.id);
    panel_of(&me->view.c, &me->view.j, app_catalog(s->app), lang_of_screen(s), &s->view, &p);
    for (size_t i = 0; i < p.n; i++) {
        if (p.rows[i].word != PANEL_ASK || !p.rows[i].fact)
            continue;
        const struct pick_item items[] = { { .text = N_("Yes"), .msgid = true, .id = 1 },
            { .text = N_("No"), .msgid = true, .id = 2 }, { .text = N_("Does not know"), .msgid = true, .id = 3 } };
        struct pick_arg arg = { .title = N_("Question"), .items = items, .n = COUNT_OF(items) };
        msg_set(&arg.text, "%s", p.rows[i].title, NULL);
        return dialog_pick(s, &arg, TAG_ANSWER);
    }
    app_say(s->app, SAY_GUIDE, N_("No question is open."), NULL);
    return step_stay();
}

static const char *first_question(const struct request *me, struct arena *a)
{
    return me->view.j.answer.n_pending ? fact_ref_name(me->view.j.answer.pending[0].fact, a) : NULL;
}

static struct step answered(struct screen *s, int64_t which)
{
    struct request *me = s->state;
    static const char *const words[] = { "", "yes", "no", "unclear" };
    const char *fact = first_question(me, &s->view);
    struct err e = ERR_INIT;

    if (fact && which >= 1 && which <= 3 && !desk_request_answer(desk_of(s), me->id, fact, words[which], &e))
        app_say_err(s->app, &e);
    return step_stay();
}

static const struct spoken *refusing(const struct request *me)
{
    const struct answer *a = &me->view.j.answer;

    for (size_t i = 0; i < a->n_spoken; i++)
        if (a->spoken[i].effect >= VERDICT_ASK && !a->spoken[i].overridden && a->spoken[i].override != OVERRIDE_NONE)
            return &a->spoken[i];
    return NULL;
}

static bool may_override(const struct screen *s, struct msg *why)
{
    const struct request *me = screen_state(s);

    if (!case_lives(&me->view.c, why))
        return false;
    if (refusing(me))
        return shell_may(s, ACT_OVERRIDE, why);
    if (request_to_approve(&me->view.c))
        return shell_may(s, ACT_OVERRIDE_ANSWER, why);
    msg_set(why, N_("No rule stands in the way."), NULL);
    return false;
}

static struct step override_rule(struct screen *s)
{
    struct request *me = s->state;
    const struct spoken *rule = refusing(me);
    struct reason_arg arg = { .title = N_("Override a rule") };

    if (!rule)
        return request_approval_ask(s, request_to_approve(&me->view.c), TAG_APPROVAL);

    msg_set(&arg.text, "%s", bilingual_in(rule->say, lang_of_screen(s)), NULL);
    return dialog_reason(s, &arg, TAG_OVERRIDE);
}

/* ---------------------------------------------------------------- undoing, ending, closing */
static struct step undo(struct screen *s)
{
    struct request *me = s->state;
    const struct journey *j = &me->view.j.journey;
    struct pick_item items[16];
    struct pick_arg arg = { .title = N_("Undo a step"), .items = items };
    struct msg why;

    if (journey_undone_here(&me->view.c, j, JOURNEY_END, &why))
        items[arg.n++] = (struct pick_item){ .id = (int64_t)j->n + 1,
            .text = words_label(&WORDS_ENDED, me->view.c.ended), .msgid = true };
    for (size_t i = 0; i < j->n && arg.n < 16; i++)
        if (journey_recorded(&me->view.c, &j->steps[i]) && !str_eq(j->steps[i].id, "request") && !str_eq(j->steps[i].id, "inquiry"))
            items[arg.n++] = (struct pick_item){ .id = (int64_t)i + 1,
                .text = words_label(&WORDS_STEP, j->steps[i].id), .msgid = true,
                .dim = !journey_undone_here(&me->view.c, j, j->steps[i].id, &why) };
    msg_set(&arg.text, N_("Which step was entered wrongly?"), NULL);
    return dialog_pick(s, &arg, TAG_UNDO);
}

static struct step undo_reason(struct screen *s, int64_t which)
{
    struct reason_arg arg = { .title = N_("Undo a step") };

    msg_set(&arg.text, N_("What was entered wrongly? The reason is kept."), NULL);
    return dialog_reason(s, &arg, 100 + (int)which);
}

static struct step say_result(struct screen *s, bool ok, const struct err *e, const char *done)
{
    if (ok)
        app_say(s->app, SAY_NOTICE, done, NULL);
    else
        app_say_err(s->app, e);
    return step_stay();
}

static struct step request_result(struct screen *s, const struct result *r)
{
    struct request *me = s->state;
    struct err e = ERR_INIT;
    struct desk *d = desk_of(s);

    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_ANSWER)
        return answered(s, *(const int64_t *)r->value);
    if (r->tag == TAG_APPROVAL) {
        const struct override_row *waits = request_to_approve(&me->view.c);
        bool ok = waits && desk_override_answer(d, waits->id, *(const int64_t *)r->value == 1, &e);
        return say_result(s, ok, &e, N_("Stored."));
    }
    if (r->tag == TAG_UNDO)
        return undo_reason(s, *(const int64_t *)r->value);
    if (r->tag == TAG_OVERRIDE) {
        const struct reason_answer *x = r->value;
        const struct spoken *rule = refusing(me);
        bool ok = rule && desk_override(d, me->id, rule->id, x->text, &e);
        return say_result(s, ok, &e, N_("Recorded. A supervisor approves it today."));
    }
    if (r->tag > 100) {
        const struct reason_answer *x = r->value;
        const struct journey *j = &me->view.j.journey;
        bool end = (size_t)r->tag - 101 == j->n;
        const char *step = end ? JOURNEY_END : j->steps[r->tag - 101].id;
        return say_result(s, desk_step_undo(d, me->id, step, x->text, &e), &e,
            end ? N_("The request goes on again. A booking that was cancelled is made anew.") : N_("The step is open again."));
    }
    return step_stay();
}

static struct step show_history(struct screen *s)
{
    const struct request *me = s->state;

    return request_history_open(s, &me->view, TAG_SILENT);
}

static const struct action request_actions[] = {
    { .id = "request.next", .key = "F7", .second = "Enter", .label = N_("Next"), .rank = 1,
        .help = N_("Opens the step that is to be done now."), .usable = may_go_on, .run = open_present },
    { .id = "request.form", .key = "1", .label = N_("Req form"), .rank = 4, .help = N_("The request form, to read or change."), .run = open_form },
    { .id = "request.people", .key = "2", .second = "p", .label = N_("People"), .rank = 5, .help = N_("Who comes, consent, papers seen."),
        .run = open_requester },
    { .id = "request.papers", .key = "3", .label = N_("Papers"), .rank = 6, .help = N_("What came, what is promised, what is missing."),
        .run = open_papers },
    { .id = "request.materials", .key = "4", .label = N_("Material"), .rank = 7, .help = N_("Pieces, custody receipt, where each is now."),
        .run = open_materials },
    { .id = "request.review", .key = "5", .label = N_("Dept."), .rank = 8, .help = N_("Ask the department; enter its answer."),
        .run = open_review },
    { .id = "request.booking", .key = "6", .label = N_("Booking"), .rank = 9, .help = N_("Offer, confirm, move a date."),
        .usable = may_book, .run = open_booking },
    { .id = "request.visit", .key = "7", .label = N_("Visit"), .rank = 10, .help = N_("Check in, start, end."),
        .usable = may_visit, .run = open_visit },
    { .id = "request.pay", .key = "8", .second = "$", .label = N_("Fee"), .rank = 11, .help = N_("Take the fee."), .usable = may_pay,
        .run = open_pay },
    { .id = "request.after", .key = "9", .label = N_("Report"), .rank = 12, .help = N_("Report, end, close."), .run = open_after },
    { .id = "request.ask", .key = "a", .label = N_("Answer"), .rank = 3, .help = N_("Answers the first open question of the rules."),
        .usable = may_answer, .run = ask },
    { .id = "request.override", .key = "o", .label = N_("Override"), .rank = 0, .help = N_("Overrides the rule in the way, with a reason; approves it afterwards."),
        .usable = may_override, .run = override_rule },
    { .id = "request.undo", .key = "F4", .label = N_("Undo"), .rank = 2, .help = N_("Opens a step again that was entered wrongly, with a reason."),
        .usable = may_undo, .run = undo },
    { .id = "request.panel", .key = "Alt+W", .label = N_("Panel"), .rank = 0, .help = N_("Shows or hides what is missing and why."),
        .run = toggle_panel },
    { .id = "request.history", .key = "Alt+D", .label = N_("History"), .rank = 0,
        .help = N_("What was changed since the request was taken, by whom and when."), .run = show_history },
    { .id = "request.say", .key = "Alt+E", .label = N_("Aloud"), .rank = 0, .help = N_("The sentence to say in the other language."),
        .run = toggle_language },
    { .id = NULL },
};

const struct screen_ops request_screen = { .name = "request", .title = N_("Request"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct request), .actions = request_actions, .open = request_open, .reload = request_reload,
    .key = request_key, .result = request_result, .draw = request_draw };
