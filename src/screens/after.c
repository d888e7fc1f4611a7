/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report to the present doctor, ending a request early, closing it. */
#include "desk/after.h"
#include "desk/paper_desk.h"
#include "domain/ending.h"
#include "screens/case_parts.h"
#include "text/era.h"

enum { TAG_END = 1, TAG_CLOSE };

struct after_page {
    int64_t id;
    struct case_view view;
    struct form *form;
    struct form_def def;
    const struct screen *screen;
};

static const struct form_field fields[] = {
    { .id = "sent_on", .label = N_("Sent out on"), .kind = FIELD_DATE, .cells = 12, .help = N_("The day on which the report was sent. t is today.") },
    { .id = "via", .label = N_("How"), .kind = FIELD_CHOICE, .cells = 12, .choices = CHOICE_HANDOVER, .help = N_("1 by hand, 2 post.") },
    { .id = "tracking", .label = N_("Tracking no."), .kind = FIELD_CODE, .cells = 24, .max_clusters = 40,
        .help = N_("Of the letter or parcel; the scanner types it.") },
    { .id = "letter", .label = N_("Letter"), .kind = FIELD_CHOICE, .cells = 8, .choices = CHOICE_YES_NO, .help = N_("Print the covering letter?") },
    { .id = "label", .label = N_("Label"), .kind = FIELD_CHOICE, .cells = 8, .choices = CHOICE_YES_NO, .help = N_("Print the address label?") },
};
const struct form_def after_form_def = { .id = "report", .version = 1, .fields = fields, .n = COUNT_OF(fields), .label_cells = 14 };

static const struct choice how_it_ends[] = {
    { "1", "withdrawn", N_("Withdrawn") },
    { "2", "no_show", N_("Did not come") },
    { "3", "deceased", N_("The patient has died") },
    { "4", "declined", N_("Not accepted") },
    { NULL, NULL, NULL },
};

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct after_page *me = user;

    if (str_eq(id, "sent_on"))
        echo_day(me->screen, f, id, DATE_PAST, false, g, out);
}

/* Nothing is typed for a report that will never be sent, or was. Before the consultation the form waits with what is
 * known already. */
static bool is_asked(const struct after_page *me)
{
    const struct casefile *c = &me->view.c;

    return report_may_be_sent(c, &me->view.j.answer, NULL) || (str_empty(c->ended) && !case_talk_over(c));
}

static bool after_reload(struct screen *s, struct err *e)
{
    struct after_page *me = s->state;

    return case_read(s, me->id, false, &s->view, &me->view, e);
}

static bool after_open(struct screen *s, const void *arg, struct err *e)
{
    const struct place_arg *place = arg;
    struct after_page *me = s->state;
    char iso[DAY_TEXT];

    me->id = place->request;
    me->screen = s;
    if (!after_reload(s, e))
        return false;
    me->def = after_form_def;
    me->def.echo = echo;
    me->form = form_new(&me->def, me);
    form_set(me->form, "sent_on", day_field(me->view.today, iso));
    form_set(me->form, "via", "post");
    form_set(me->form, "letter", "yes");
    form_set(me->form, "label", "yes");
    form_set_clean(me->form);
    if (is_asked(me))
        shell_draft_offer(s, me->form, me->id, me->view.c.rev);
    return true;
}

static void after_pause(struct screen *s)
{
    struct after_page *me = s->state;

    shell_draft_keep(s, me->form, me->id, me->view.c.rev);
}

static void after_close(struct screen *s)
{
    struct after_page *me = s->state;

    if (me->form) {
        after_pause(s);
        form_free(me->form);
    }
}

static struct step after_key(struct screen *s, struct key k)
{
    struct after_page *me = s->state;

    return !is_asked(me) || form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

/* To whom a report is owed, and until when once that is known. */
static int draw_owed_reports(const struct after_page *me, struct grid *g, int row, struct arena *a)
{
    const struct casefile *c = &me->view.c;
    const struct answer *answer = &me->view.j.answer;
    char on[DATE_TEXT];

    for (size_t i = 0; i < answer->n_reports && is_asked(me); i++) {
        if (report_is_sent(c, &answer->reports[i]))
            continue;
        const char *due = date_text(answer->reports[i].due, g->lang, DATE_SHORT_WEEKDAY, on);
        grid_put(g, row++, 1, g->cols - 2, STYLE_NORMAL,
            arena_printf(a, "%s  %s %s %s  %s %s", tr(g->catalog, N_("Report to the present doctor")), c->institution_name,
                c->doctor_department, grid_veil(g, c->doctor_name), *due ? tr(g->catalog, N_("due")) : "", due));
    }
    return row;
}

static int draw_duties(const struct after_page *me, struct grid *g, int row)
{
    const struct casefile *c = &me->view.c;
    char on[DATE_TEXT], owed[YEN_TEXT];
    struct arena a;

    arena_init(&a);
    row = case_end_draw(g, row, 1, g->cols - 2, 4, &me->view);
    row = draw_owed_reports(me, g, row, &a);
    for (size_t i = 0; i < c->n_reports; i++)
        grid_put(g, row++, 1, g->cols - 2, STYLE_OK,
            arena_printf(&a, "%s  %s %s  %s %s %s", tr(g->catalog, N_("Report to the present doctor")), tr(g->catalog, N_("Sent")),
                date_text(c->reports[i].sent_on, g->lang, DATE_SHORT_WEEKDAY, on),
                tr(g->catalog, words_label(&WORDS_HANDOVER, c->reports[i].via)),
                *c->reports[i].tracking ? tr(g->catalog, N_("Tracking no.")) : "", c->reports[i].tracking));
    yen_format(case_owed(c), owed);
    grid_put(g, row++, 1, g->cols - 2, case_owed(c).v > 0 || case_pieces_here(c) ? STYLE_NEED : STYLE_DIM,
        arena_printf(&a, "%s %s   %s %d", tr(g->catalog, N_("Still owed")), owed, tr(g->catalog, N_("Pieces still here")), case_pieces_here(c)));
    arena_fini(&a);
    return row + 1;
}

/* Why there is nothing to type. */
static void draw_why_not(const struct after_page *me, struct grid *g, int row)
{
    struct err e = ERR_INIT;
    struct buf text;

    report_may_be_sent(&me->view.c, &me->view.j.answer, &e);
    buf_init(&text, 1024);
    msg_text(g->catalog, &e.msg, &text);
    grid_wrap(g, (struct rect){ row, 1, g->body.row + g->body.rows - row, g->cols - 2 }, STYLE_DIM, text.p);
    buf_fini(&text);
}

static void after_draw(const struct screen *s, struct grid *g)
{
    const struct after_page *me = screen_state(s);
    int row = draw_duties(me, g, case_head_draw(s, g, &me->view, "report"));

    if (is_asked(me))
        form_draw(me->form, g, (struct rect){ row, 1, g->body.row + g->body.rows - row, g->cols - 2 }, true);
    else
        draw_why_not(me, g, row);
}

static const struct form *after_form(const struct screen *s)
{
    const struct after_page *me = screen_state(s);

    return is_asked(me) ? me->form : NULL;
}

static struct step again(struct screen *s, const struct err *e)
{
    struct after_page *me = s->state;

    form_mark_error(me->form, e);
    app_say_err(s->app, e);
    return step_stay();
}

static bool can_send(const struct screen *s, struct msg *why)
{
    const struct after_page *me = screen_state(s);
    struct err e = ERR_INIT;

    if (report_may_be_sent(&me->view.c, &me->view.j.answer, &e))
        return shell_may(s, ACT_REPORT_SENT, why);
    *why = e.msg;
    return false;
}

static struct step save(struct screen *s)
{
    struct after_page *me = s->state;
    struct err e = ERR_INIT;
    int64_t prints[REPORT_PRINTS] = { 0 };
    const struct answer_report *next = report_next(&me->view.c, &me->view.j.answer);
    struct report_draft x = { .request = me->id,
        .to = next && next->report->to.n ? next->report->to.item[0] : "referrer",
        .via = form_get(me->form, "via"), .tracking = form_get(me->form, "tracking"),
        .letter = str_eq(form_get(me->form, "letter"), "yes"), .label = str_eq(form_get(me->form, "label"), "yes") };

    if (!form_day(s, me->form, "sent_on", DATE_PAST, &x.sent_on, &e) || !desk_report_sent(desk_of(s), &x, prints, &e))
        return again(s, &e);
    form_set_clean(me->form); /* closing drops the draft then */
    prints_and_say(s, prints, REPORT_PRINTS, N_("The report is recorded as sent."));
    return step_pop(1, NULL);
}

static struct step end_request(struct screen *s)
{
    struct reason_arg arg = { .title = N_("End the request"), .reasons = how_it_ends, .optional = true };

    msg_set(&arg.text, N_("How does it end? Choose, then say in words what happened. Calls and dates are dropped."), NULL);
    return dialog_reason(s, &arg, TAG_END);
}

static struct step close_request(struct screen *s)
{
    struct after_page *me = s->state;
    struct err e = ERR_INIT;

    if (desk_request_close(desk_of(s), me->id, "", &e)) {
        app_say(s->app, SAY_NOTICE, N_("The request is closed."), NULL);
        return step_pop(1, NULL);
    }
    if (e.kind != ERR_RULE || !(desk_who(desk_of(s))->roles & ROLE_SUPERVISOR))
        return again(s, &e);
    struct reason_arg arg = { .title = N_("Close in spite of it"), .text = e.msg };
    return dialog_reason(s, &arg, TAG_CLOSE);
}

static struct step after_result(struct screen *s, const struct result *r)
{
    struct after_page *me = s->state;
    const struct reason_answer *x = r->value;
    struct err e = ERR_INIT;

    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_END) {
        const char *words = *x->text ? x->text : tr(app_catalog(s->app), words_label(&WORDS_ENDED, x->value));
        if (!desk_request_end(desk_of(s), me->id, x->value, words, &e))
            return again(s, &e);
        app_say(s->app, SAY_NOTICE, N_("The request has ended. Give the materials back, then close it."), NULL);
        return step_pop(1, NULL);
    }
    if (r->tag == TAG_CLOSE) {
        if (!desk_request_close(desk_of(s), me->id, x->text, &e))
            return again(s, &e);
        app_say(s->app, SAY_NOTICE, N_("The request is closed."), NULL);
        return step_pop(1, NULL);
    }
    return step_stay();
}

/* Only a supervisor is asked whether to close in spite of what is open. */
static bool can_close(const struct screen *s, struct msg *why)
{
    const struct after_page *me = screen_state(s);
    struct err e = ERR_INIT;

    if (case_closed(&me->view.c))
        return case_lives(&me->view.c, why);
    if (!shell_may(s, ACT_REQUEST_CLOSE, why))
        return false;
    if ((desk_who(desk_of(s))->roles & ROLE_SUPERVISOR) || case_may_close(&me->view.c, &me->view.j.journey, &e))
        return true;
    *why = e.msg;
    return false;
}

static bool can_end(const struct screen *s, struct msg *why)
{
    const struct after_page *me = screen_state(s);
    struct err e = ERR_INIT;

    if (case_may_end(&me->view.c, &e))
        return shell_may(s, ACT_REQUEST_END, why);
    *why = e.msg;
    return false;
}

static const struct action after_actions[] = {
    { .id = "after.save", .key = "F12", .label = N_("Sent"), .rank = 1, .help = N_("Records that the report went out; prints letter and label."),
        .usable = can_send, .run = save },
    { .id = "after.close", .key = "Alt+C", .label = N_("Close"), .rank = 2, .help = N_("Closes the request when nothing is open."),
        .usable = can_close, .run = close_request },
    { .id = "after.end", .key = "F4", .label = N_("End"), .rank = 3, .help = N_("Ends the request early: withdrawn, did not come ..."),
        .usable = can_end, .run = end_request },
    { .id = NULL },
};

const struct screen_ops after_screen = { .name = "after", .title = N_("Report and close"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct after_page), .actions = after_actions, .open = after_open, .close = after_close, .pause = after_pause,
    .reload = after_reload, .key = after_key, .result = after_result, .draw = after_draw, .form = after_form };
