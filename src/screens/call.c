/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call: first what may be said and left to whom, then what came of it and when again (t 2 +1 F12). */
#include "domain/words.h"
#include "screens/case_parts.h"
#include "screens/front.h"
#include "screens/trust.h"
#include "text/catalog.h"
#include "text/era.h"

enum { TAG_NUMBER = 1, TAG_WHY, CALLS_SHOWN = 3, CALL_COLS = 78 };

struct call_page {
    struct call_view view;
    struct form *form;
    struct form_def def;
    bool other_number;
    const struct screen *screen;
};

static const struct choice results[] = { { "1", "reached", N_("Spoke") }, { "2", "away", N_("Nobody there") },
    { "3", "voicemail", N_("Left a message") }, { "4", "sent", N_("Sent") }, { "5", "wrong_number", N_("Wrong number") },
    { "9", "not_needed", N_("No longer needed") }, { NULL, NULL, NULL } };
static const struct choice whats[] = { { "1", "papers", N_("Missing papers") }, { "2", "date", N_("Date") },
    { "3", "answer", N_("Department's answer") }, { "4", "day_before", N_("Day before the visit") }, { "5", "fee", N_("Fee") },
    { "6", "call_back", N_("Call back") }, { "9", "other", N_("Other") }, { NULL, NULL, NULL } };

static const struct choice ways[] = { { "1", "phone", N_("Phone") }, { "2", "post", N_("Post") }, { "3", "fax", N_("Fax") },
    { "4", "counter", N_("Counter") }, { NULL, NULL, NULL } };

static const struct form_field fields[] = {
    { .id = "result", .label = N_("Result"), .kind = FIELD_CHOICE, .cells = 18, .choices = results, .flags = FORM_NO_OPTIONS,
        .help = N_("1 spoke 2 nobody 3 left a message 4 sent 5 wrong number 9 no longer needed") },
    { .id = "next_on", .label = N_("Again on"), .kind = FIELD_DATE, .cells = 11,
        .help = N_("When somebody calls again; empty = not. t today, +1 tomorrow, +7b.") },
    { .id = "next_at", .label = N_("At"), .kind = FIELD_TIME, .cells = 6, .flags = FORM_SAME_ROW,
        .help = N_("A promised time, like 11:00; empty = any time.") },
    { .id = "whom", .label = N_("With"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 60,
        .help = N_("Who was spoken to.") },
    { .id = "channel", .label = N_("Way"), .kind = FIELD_CHOICE, .cells = 12, .choices = ways,
        .flags = FORM_NO_OPTIONS | FORM_SAME_ROW,
        .help = N_("1 telephone 2 post: prints the letter about missing papers 3 fax 4 counter") },
    { .id = "what", .label = N_("About"), .kind = FIELD_CHOICE, .cells = 22, .choices = whats, .flags = FORM_NO_OPTIONS,
        .help = N_("1 papers 2 date 3 department's answer 4 day before 5 fee 6 call back 9 other") },
    { .id = "note", .label = N_("Memo"), .kind = FIELD_TEXT, .cells = 56, .max_clusters = 300,
        .help = N_("What was said, shortly. No numbers of cards or insurers.") },
};
const struct form_def call_form = { .id = "call", .version = 1, .fields = fields, .n = COUNT_OF(fields), .label_cells = 10 };

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct call_page *me = user;

    if (str_eq(id, "next_on"))
        echo_day(me->screen, f, id, DATE_FUTURE, false, g, out);
    else if (str_eq(id, "next_at"))
        echo_time(f, id, g, out);
}

/* By post the result is known: it was sent. */
static void changed(void *user, struct form *f, const char *id)
{
    (void)user;
    if (str_eq(id, "channel") && str_eq(form_get(f, "channel"), "post") && str_empty(form_get(f, "result")))
        form_edit(f, "result", "sent");
}

/* Requests and inquiries have numbers of their own: both in one key. */
static int64_t draft_object(const struct call_page *me)
{
    return me->view.request ? me->view.request * 2 : me->view.inquiry * 2 + 1;
}

static void call_pause(struct screen *s)
{
    struct call_page *me = s->state;

    shell_draft_keep(s, me->form, draft_object(me), 0);
}

static bool call_open(struct screen *s, const void *arg, struct err *err)
{
    struct call_page *me = s->state;
    const struct place_arg *place = arg;

    BUG_IF(!place || (!place->request && !place->inquiry));
    me->screen = s;
    if (!desk_call_view(desk_of(s), place->request, place->inquiry, &s->arena, &me->view, err))
        return false;
    if (me->view.deceased)
        return err_set(err, ERR_RULE, "", N_("No calls are made for this request any more."), NULL);
    me->def = call_form;
    me->def.echo = echo;
    me->def.changed = changed;
    me->form = form_new(&me->def, me);
    form_set(me->form, "whom", me->view.whom);
    form_set(me->form, "channel", "phone");
    form_set(me->form, "what", me->view.what);
    form_focus_first(me->form);
    shell_draft_offer(s, me->form, draft_object(me), 0);
    return true;
}

static void call_close(struct screen *s)
{
    struct call_page *me = s->state;

    if (me->form) {
        call_pause(s);
        form_free(me->form);
    }
}

static void stored(struct screen *s)
{
    struct call_page *me = s->state;

    shell_draft_drop(s, draft_object(me));
    form_set_clean(me->form);
}

static bool read_form(struct screen *s, struct call_draft *out, struct err *e)
{
    struct call_page *me = s->state;
    hm at;

    *out = (struct call_draft){ .call = me->view.call, .request = me->view.request, .inquiry = me->view.inquiry,
        .what = form_get(me->form, "what"), .channel = form_get(me->form, "channel"), .whom = form_get(me->form, "whom"),
        .result = form_get(me->form, "result"), .note = form_get(me->form, "note"), .other_number = me->other_number };
    if (!form_time(me->form, "next_at", &at, e))
        return false;
    out->next_min = hm_known(at) ? at.min : -1;
    if (!form_day(s, me->form, "next_on", DATE_FUTURE, &out->next_on, e))
        return false;
    return day_known(out->next_on) || !hm_known(at)
        || err_set(e, ERR_INPUT, "next_on", N_("A time was promised: on which day? Enter it under \"Again on\"."), NULL);
}

static struct step run_store(struct screen *s)
{
    struct call_page *me = s->state;
    struct call_draft draft;
    struct forms_done done;
    struct err e = ERR_INIT;
    int64_t planned;

    if (!read_form(s, &draft, &e))
        return shell_refused(s, me->form, &e, TAG_NUMBER);
    /* Without a result it is a call for later. */
    if (str_empty(draft.result) && day_known(draft.next_on)) {
        if (!desk_call_plan(desk_of(s), &draft, &planned, &e))
            return shell_refused(s, me->form, &e, TAG_NUMBER);
        stored(s);
        front_say_call(s, draft.next_on, N_("The call stands on the board."), N_("The call stands on the board from %s."));
        return step_pop(1, NULL);
    }
    if (!desk_call_record(desk_of(s), &draft, &done, &e))
        return shell_refused(s, me->form, &e, TAG_NUMBER);
    stored(s);
    front_say_printed(s, &done, done.n ? N_("Recorded; the letter is printed.") : N_("The call is recorded."));
    return step_pop(1, NULL);
}

static bool can_why(const struct screen *s, struct msg *why)
{
    const struct call_page *me = screen_state(s);

    if (me->view.careful)
        return shell_may(s, ACT_CALL_RESULT, why);
    msg_set(why, N_("Nothing is noted about care."), NULL);
    return false;
}

/* Behind a key and a right; that it was read stands in the trail. */
static struct step run_why(struct screen *s)
{
    struct call_page *me = s->state;
    struct message_arg arg = { .title = N_("Care when calling"), .personal = true };
    struct err e = ERR_INIT;
    const char *why;

    if (!desk_careful_why(desk_of(s), me->view.request, &s->arena, &why, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    msg_set(&arg.text, "%s", str_or(why, "-"), NULL);
    return dialog_message(s, &arg, TAG_WHY);
}

static struct step call_result(struct screen *s, const struct result *r)
{
    struct call_page *me = s->state;

    if (r->tag != TAG_NUMBER || !r->answer)
        return step_stay();
    me->other_number = true; /* of these words; what is typed after a refusal is asked about anew */
    struct step step = run_store(s);
    me->other_number = false;
    return step;
}

static struct step call_key(struct screen *s, struct key k)
{
    struct call_page *me = s->state;

    return front_form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

/* --- drawing: before anybody dials */

static int draw_contact(const struct call_page *me, const struct call_contact *c, struct grid *g, struct rect at, int row)
{
    struct buf text;

    buf_init(&text, 1024);
    buf_printf(&text, "%s", money_name(g, c->name, me->view.number[0] ? me->view.number : "***"));
    if (!str_empty(c->relation))
        buf_printf(&text, " (%s)", tr(g->catalog, words_label(&WORDS_RELATION, c->relation)));
    buf_printf(&text, "  %s", grid_veil(g, c->phone));
    grid_tr_put(g, row, at.col, 14, STYLE_LABEL, c->role);
    grid_clip(g, row, at.col + 14, at.cols - 14, STYLE_NORMAL, text.p);
    buf_clear(&text);
    front_contact(g, c, &text);
    bool held = str_eq(c->voicemail, "no") || str_eq(c->name_hospital, "no") || (!str_empty(c->may_know) && !str_eq(c->may_know, "everything"));
    grid_clip(g, row + 1, at.col + 2, at.cols - 2, held ? STYLE_NEED : STYLE_NORMAL, text.p);
    buf_fini(&text);
    return row + 2;
}

static int draw_history(const struct call_page *me, const struct hospital *h, struct grid *g, struct rect at, int row)
{
    bool hidden = ((const struct shell *)g->user)->hide_names; /* a note may name somebody too */
    char on[DATE_TEXT], time[HM_TEXT];
    struct buf text;
    int shown = 0;
    day d;
    hm t;

    for (size_t i = 0; i < me->view.n_calls && shown < CALLS_SHOWN; i++) {
        const struct call_row *c = &me->view.calls[i];
        if (str_empty(c->result))
            continue;
        instant_civil(c->at, h->offset, &d, &t);
        hm_text(t, time);
        buf_init(&text, 1024);
        buf_printf(&text, "%s %s %s %s %s", date_text(d, g->lang, DATE_SHORT, on), time, c->by_name,
            tr(g->catalog, words_label(&WORDS_CALL_RESULT, c->result)), hidden ? "" : c->whom);
        if (!str_empty(c->note) && !hidden)
            buf_printf(&text, "  %s", c->note);
        grid_clip(g, row++, at.col, at.cols, STYLE_DIM, text.p);
        buf_fini(&text);
        shown++;
    }
    return row;
}

static int history_rows(const struct call_page *me)
{
    int n = 0;

    for (size_t i = 0; i < me->view.n_calls && n < CALLS_SHOWN; i++)
        n += !str_empty(me->view.calls[i].result);
    return n;
}

static void draw_head(const struct call_page *me, struct grid *g, struct rect at, int row)
{
    struct buf text;

    buf_init(&text, 1024);
    buf_printf(&text, "%s %s", me->view.number, money_name(g, me->view.name, me->view.number[0] ? "" : "***"));
    int col = grid_clip(g, row, at.col, 40, STYLE_NORMAL, text.p) + 2;
    buf_fini(&text);
    if (me->view.careful)
        col = grid_tr(g, row, col, STYLE_NEED, N_("care when calling (Alt+D)")) + 2;
    if (!str_empty(me->view.call_hours))
        money_line(g, row, col, at.col + at.cols - col, STYLE_NORMAL, N_("Hours: %s"), grid_veil(g, me->view.call_hours), NULL);
}

static void call_draw(const struct screen *s, struct grid *g)
{
    const struct call_page *me = screen_state(s);
    int form = form_rows(me->form), history = history_rows(me);
    int rows = 1 + 2 * (int)me->view.n_contacts + history + 1 + form;
    struct rect at = shell_box(g, rows + 2, CALL_COLS, s->ops->title);
    int row = at.row;

    draw_head(me, g, at, row++);
    for (size_t i = 0; i < me->view.n_contacts; i++)
        row = draw_contact(me, &me->view.contact[i], g, at, row);
    row = draw_history(me, hospital_of(s), g, at, row);
    grid_hline(g, row++, at.col, at.cols);
    form_draw(me->form, g, (struct rect){ row, at.col, at.row + at.rows - row, at.cols }, true);
}

static const struct form *call_focus(const struct screen *s)
{
    return ((const struct call_page *)screen_state(s))->form;
}

static const struct action call_actions[] = {
    { .id = "call.store", .key = "F12", .label = N_("Record"), .rank = 1,
        .help = N_("Records the result, and the next call when a day stands there."), .run = run_store },
    { .id = "call.why", .key = "Alt+D", .label = N_("Details"), .rank = 2,
        .help = N_("Why care is needed when calling; reading it is recorded."), .usable = can_why, .run = run_why },
    { .id = NULL },
};

const struct screen_ops call_screen = { .name = "call", .title = N_("Call"), .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct call_page), .actions = call_actions, .open = call_open, .close = call_close,
    .key = call_key, .result = call_result, .draw = call_draw, .form = call_focus,
    .pause = call_pause };
