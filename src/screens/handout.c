/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 用紙を渡す・送る (m 1 F12): which papers, how, in which language, and when somebody asks after them. */
#include "screens/case_parts.h"
#include "screens/front.h"
#include "screens/trust.h"

struct handout {
    struct call_view view; /* whose it is */
    struct form *form;
    struct form_def def;
    const struct screen *screen;
};

static const struct choice sets[] = { { "1", "all", N_("Whole set") }, { "2", "request_form", N_("Request form") },
    { "3", "consent_form", N_("Consent form") }, { "4", "guide", N_("Guide") }, { NULL, NULL, NULL } };

static const struct form_field fields[] = {
    { .id = "set", .label = N_("Which forms"), .kind = FIELD_CHOICE, .cells = 16, .choices = sets, .flags = FORM_NO_OPTIONS,
        .help = N_("1 whole set 2 request form 3 consent form 4 guide") },
    { .id = "how", .label = N_("Way"), .kind = FIELD_CHOICE, .cells = 16, .choices = CHOICE_FORMS_WAY, .flags = FORM_NO_OPTIONS,
        .help = N_("1 handed out here 2 post, with a label when the address is known 3 fax") },
    { .id = "lang", .label = N_("Language"), .kind = FIELD_CHOICE, .cells = 16, .choices = CHOICE_LANG, .flags = FORM_NO_OPTIONS,
        .help = N_("The language of the papers: 1 Japanese 2 English.") },
    { .id = "remind_on", .label = N_("Ask on"), .kind = FIELD_DATE, .cells = 12,
        .help = N_("On this day a call stands on the board; empty = none.") },
};
const struct form_def handout_form = { .id = "handout", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 12 };

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct handout *me = user;

    if (str_eq(id, "remind_on"))
        echo_day(me->screen, f, id, DATE_FUTURE, false, g, out);
}

static bool handout_open(struct screen *s, const void *arg, struct err *err)
{
    struct handout *me = s->state;
    const struct place_arg *place = arg;
    char iso[DAY_TEXT];
    day remind;

    BUG_IF(!place || (!place->request && !place->inquiry));
    me->screen = s;
    if (!desk_call_view(desk_of(s), place->request, place->inquiry, &s->arena, &me->view, err)
        || !desk_open_day_after(desk_of(s), FORMS_REMIND_DAYS, &remind, err))
        return false;
    me->def = handout_form;
    me->def.echo = echo;
    me->form = form_new(&me->def, me);
    form_set(me->form, "how", place->request ? "counter" : "post");
    form_set(me->form, "lang", lang_id(me->view.lang));
    form_set(me->form, "remind_on", day_field(remind, iso));
    form_focus_first(me->form);
    return true;
}

static void handout_close(struct screen *s)
{
    struct handout *me = s->state;

    if (me->form)
        form_free(me->form);
}

static struct step run_store(struct screen *s)
{
    struct handout *me = s->state;
    struct forms_draft draft = { .request = me->view.request, .inquiry = me->view.inquiry,
        .set = form_get(me->form, "set"), .how = form_get(me->form, "how"), .lang = LANG_JA };
    struct forms_done done;
    struct err e = ERR_INIT;

    lang_of(form_get(me->form, "lang"), &draft.lang);
    if (!form_day(s, me->form, "remind_on", DATE_FUTURE, &draft.remind_on, &e)
        || !desk_forms_hand_out(desk_of(s), &draft, &done, &e)) {
        form_mark_error(me->form, &e);
        app_say_err(s->app, &e);
        return step_stay();
    }
    front_say_printed(s, &done, N_("The papers are printed and recorded."));
    return step_pop(1, NULL);
}

static struct step handout_key(struct screen *s, struct key k)
{
    struct handout *me = s->state;

    return front_form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

static void handout_draw(const struct screen *s, struct grid *g)
{
    enum { COLS = 60 };
    const struct handout *me = screen_state(s);
    int form = form_rows(me->form);
    struct rect at = shell_box(g, form + 4, COLS, s->ops->title);
    struct buf text;

    buf_init(&text, 512);
    buf_printf(&text, "%s %s", me->view.number, money_name(g, me->view.name, me->view.number[0] ? "" : "***"));
    grid_clip(g, at.row, at.col, at.cols, STYLE_NORMAL, text.p);
    buf_fini(&text);
    form_draw(me->form, g, (struct rect){ at.row + 2, at.col, form, at.cols }, true);
}

static const struct form *handout_focus(const struct screen *s)
{
    return ((const struct handout *)screen_state(s))->form;
}

static const struct action handout_actions[] = {
    { .id = "handout.store", .key = "F12", .label = N_("Print"), .rank = 1,
        .help = N_("Prints the papers, records it, and plans the call."), .run = run_store },
    { .id = NULL },
};

const struct screen_ops handout_screen = { .name = "handout", .title = N_("Forms"), .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct handout), .actions = handout_actions, .open = handout_open, .close = handout_close,
    .key = handout_key, .draw = handout_draw, .form = handout_focus };
