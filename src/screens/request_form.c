/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The request form, as it lies on the counter: a new one, or one to change. The panel at the right says at each
 * key what the rules make of it. */
#include "desk/inquiry.h"
#include "desk/request.h"
#include "domain/request_check.h"
#include "screens/live_panel.h"
#include "screens/request_values.h"

enum { TAG_OTHER_NUMBER = 1, TAG_DUPLICATE, TAG_PERSON, TAG_INSTITUTION, TAG_CLEAR };
enum { DISEASES_MAX = 24 };

struct request_form {
    int64_t id; /* 0 = new */
    struct form *form;
    struct form_def def;          /* with the policy's own choices */
    struct form_field *fields;
    struct choice diseases[DISEASES_MAX + 2];
    struct request_draft draft;   /* as stored, or empty; the form's values are laid over it */
    struct person opened_with;    /* the patient that stood there before somebody was chosen by F9 */
    struct case_view view;        /* id != 0 */
    struct casefile typed;        /* the draft with what stands in the form laid over it */
    day typed_on;                 /* and the day and calendar that its dates were read with */
    const struct calendar *typed_calendar;
    struct live_panel *live;      /* the judgement of it */
    bool judged_anew;             /* by the present key */
    bool panel, other_language, other_number, not_duplicate;
    const struct screen *screen;  /* for the form's callbacks */
};

/* The policy's texts are no messages: their labels follow the language that is drawn. */
static void label_diseases(const struct policy *p, struct choice *out, enum lang l)
{
    static const char *const keys[] = { "1", "2", "3", "4", "5", "6", "7", "8", "a", "b", "c", "d", "e", "f", "g", "h",
        "i", "j", "k", "l", "m", "n", "p", "q" };
    size_t n = 0;

    for (size_t i = 0; i < p->n_diseases && n < DISEASES_MAX; i++, n++)
        out[n] = (struct choice){ keys[n], p->diseases[i].rule.id, bilingual_in(p->diseases[i].rule.title, l) };
    out[n++] = (struct choice){ "9", "other", N_("Other") };
    out[n] = (struct choice){ NULL, NULL, NULL };
}

/* After the field id has changed; NULL = whatever may have. */
static void rejudge(struct request_form *me, const char *id)
{
    struct desk *d = desk_of(me->screen);
    day today = desk_today(d);

    const struct calendar *calendar = desk_calendar(d, NULL);
    if (day_cmp(today, me->typed_on) != 0 || calendar != me->typed_calendar)
        id = NULL; /* "t" and "+3b" are other days */
    me->typed_on = today;
    me->typed_calendar = calendar;
    request_values_live(me->screen, me->form, id, &me->draft.c, &me->typed);
    me->judged_anew |= live_panel_judge(me->live, d, &me->typed);
}

/* The form lies on something else than before. */
static void lay_under(struct request_form *me, const struct casefile *c)
{
    me->draft.c = *c;
    live_panel_forget(me->live);
    rejudge(me, NULL);
}

static void changed(void *user, struct form *f, const char *id)
{
    (void)f;
    rejudge(user, id);
}

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct request_form *me = user;

    if (str_eq(id, "birth"))
        echo_day(me->screen, f, id, DATE_BIRTH, true, g, out);
    else if (str_eq(id, "received_on"))
        echo_day(me->screen, f, id, DATE_PAST, false, g, out);
    else if (str_eq(id, "treatment_from"))
        echo_day(me->screen, f, id, DATE_FUTURE, false, g, out);
}

/* The choices of the policy are laid into a copy of the table. */
static void make_form(struct screen *s, struct request_form *me, const struct policy *p)
{
    me->fields = ARENA_ARRAY(&s->arena, struct form_field, request_form_def.n);
    memcpy(me->fields, request_form_def.fields, sizeof *me->fields * request_form_def.n);
    label_diseases(p, me->diseases, lang_of_screen(s));
    for (size_t i = 0; i < request_form_def.n; i++)
        if (str_eq(me->fields[i].id, "disease"))
            me->fields[i].choices = me->diseases;
    me->def = request_form_def;
    me->def.fields = me->fields;
    me->def.changed = changed;
    me->def.echo = echo;
    me->form = form_new(&me->def, me);
}

static bool load(struct screen *s, struct request_form *me, const struct place_arg *place, struct err *e)
{
    me->id = place ? place->request : 0;
    if (me->id == 0)
        return place && place->inquiry ? desk_request_from_inquiry(desk_of(s), place->inquiry, &s->arena, &me->draft, e)
                                       : desk_request_new(desk_of(s), &s->arena, &me->draft, e);
    if (!case_read(s, me->id, false, &s->arena, &me->view, e))
        return false;
    me->draft.c = me->view.c;
    return true;
}

/* Whose draft it is: that of a request, of one from an inquiry (which keeps it apart from other people's words and
 * finds the inquiry again), or of a new one. */
static int64_t draft_object(const struct request_form *me)
{
    return me->id ? me->id : -me->draft.c.inquiry;
}

static bool form_open(struct screen *s, const void *arg, struct err *e)
{
    struct request_form *me = s->state;

    me->screen = s;
    me->panel = true;
    if (!load(s, me, arg, e))
        return false;
    const struct policy *p = desk_policy(desk_of(s), me->draft.c.policy, e);
    if (!p)
        return false;
    me->live = live_panel_new();
    make_form(s, me, p);
    me->opened_with = me->draft.c.patient;
    request_values_show(me->form, &me->draft.c);
    form_set_clean(me->form);
    rejudge(me, NULL);
    shell_draft_offer(s, me->form, draft_object(me), me->draft.c.rev);
    const struct place_arg *place = arg;
    if (me->id && place->text)
        form_set_focus(me->form, place->text);
    return true;
}

static void form_pause(struct screen *s)
{
    struct request_form *me = s->state;

    shell_draft_keep(s, me->form, draft_object(me), me->draft.c.rev);
}

static void form_close(struct screen *s)
{
    struct request_form *me = s->state;

    if (me->form) {
        form_pause(s);
        form_free(me->form);
    }
    live_panel_free(me->live);
}

static bool has_panel(const struct request_form *me)
{
    return me->panel && live_panel_policy(me->live);
}

static struct rect form_place(const struct request_form *me, struct rect body)
{
    return (struct rect){ body.row + 1, 0, body.rows - 1, has_panel(me) ? body.cols - PANEL_CELLS - 2 : body.cols };
}

/* A letter of a name changes nothing but its field, as a rule: then only that is drawn. */
static struct step form_key_(struct screen *s, struct key k)
{
    struct request_form *me = s->state;
    int row, rows;

    me->judged_anew = false;
    if (form_key(me->form, k) == FORM_UNUSED)
        return step_unused();
    if (!me->judged_anew && form_key_rows(me->form, form_place(me, app_body(s->app)), &row, &rows))
        app_redraw_rows(s->app, row, rows);
    return step_stay();
}

/* A new day: the rules may say something else. */
static void form_tick(struct screen *s)
{
    rejudge(s->state, NULL);
}

static void form_draw_(const struct screen *s, struct grid *g)
{
    const struct request_form *me = screen_state(s);
    int row = g->body.row, rows = g->body.rows, left = g->cols - PANEL_CELLS - 2;
    const struct policy *p = live_panel_policy(me->live);

    if (p)
        label_diseases(p, ((struct request_form *)s->state)->diseases, g->lang);
    if (me->id)
        grid_text(g, row, 1, STYLE_TITLE, grid_veil(g, me->draft.c.patient.name));
    form_draw(me->form, g, form_place(me, g->body), true);
    if (!has_panel(me))
        return;
    grid_vline(g, row, left, rows);
    live_panel_draw(me->live, s, g, (struct rect){ row, left + 2, rows, g->cols - left - 3 }, me->other_language);
}

static const struct form *form_shown(const struct screen *s)
{
    const struct request_form *me = screen_state(s);

    return me->form;
}

/* ---------------------------------------------------------------- people and hospitals that are known */
static struct step pick_person(struct screen *s, struct person_found *found, size_t n, int tag, const char *text)
{
    struct pick_item items[12];
    struct pick_arg arg = { .title = N_("Known people"), .items = items };
    char birth[DAY_TEXT];

    for (size_t i = 0; i < n && i < COUNT_OF(items) - 1; i++) {
        day_iso(found[i].person.birth, birth);
        items[arg.n++] = (struct pick_item){ .id = found[i].person.id, .personal = true,
            .text = arena_printf(&s->arena, "%s %s %s", found[i].person.name, found[i].person.kana, birth),
            .hint = arena_strdup(&s->arena, found[i].number) };
    }
    if (tag == TAG_DUPLICATE)
        items[arg.n++] = (struct pick_item){ .id = 0, .text = N_("None of them: somebody new"), .msgid = true };
    msg_set(&arg.text, text, NULL);
    return dialog_pick(s, &arg, tag);
}

/* F9 in the form: who is this? By whatever field the cursor stands in. */
static struct step find_person(struct screen *s)
{
    struct request_form *me = s->state;
    const char *focus = form_focus(me->form);
    struct err e = ERR_INIT;
    size_t n = 0;

    if (str_eq(focus, "institution")) {
        struct institution_found *found;
        struct pick_item items[9];
        struct pick_arg arg = { .title = N_("Known hospitals"), .items = items };
        if (!desk_institution_search(desk_of(s), form_get(me->form, focus), &s->arena, &found, &n, &e) || n == 0) {
            app_say(s->app, SAY_GUIDE, N_("No hospital of that name yet. Type it; it will be known next time."), NULL);
            return step_stay();
        }
        for (size_t i = 0; i < n && i < COUNT_OF(items); i++)
            items[arg.n++] = (struct pick_item){ .id = (int64_t)i + 1, .text = found[i].name, .hint = found[i].doctor_name };
        me->view.today = desk_today(desk_of(s));
        return dialog_pick(s, &arg, TAG_INSTITUTION);
    }
    struct person_found *found;
    if (!desk_person_search(desk_of(s), form_get(me->form, focus), 9, &s->arena, &found, &n, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    if (n == 0) {
        app_say(s->app, SAY_GUIDE, N_("Nobody is found by what stands in this field."), NULL);
        return step_stay();
    }
    return pick_person(s, found, n, TAG_PERSON, N_("Whoever you choose is copied into the form."));
}

static void take_person(struct screen *s, int64_t id)
{
    struct request_form *me = s->state;
    struct err e = ERR_INIT;
    struct person p;

    if (!desk_person_load(desk_of(s), id, &s->arena, &p, &e)) {
        app_say_err(s->app, &e);
        return;
    }
    struct casefile c = me->draft.c;
    c.patient = p;
    request_values_person(me->form, &p);
    lay_under(me, &c);
}

static void take_institution(struct screen *s, int64_t which)
{
    struct request_form *me = s->state;
    struct institution_found *found;
    struct err e = ERR_INIT;
    size_t n;

    if (!desk_institution_search(desk_of(s), form_get(me->form, "institution"), &s->arena, &found, &n, &e)
        || which < 1 || (size_t)which > n)
        return;
    const struct institution_found *x = &found[which - 1];
    form_edit(me->form, "institution", x->name);
    form_edit(me->form, "institution_address", x->address);
    form_edit(me->form, "institution_phone", x->phone);
    form_edit(me->form, "doctor_department", x->doctor_department);
    form_edit(me->form, "doctor", x->doctor_name);
}

/* ---------------------------------------------------------------- storing */
static struct step failed(struct screen *s, const struct err *e)
{
    struct request_form *me = s->state;

    if (is_number_question(e))
        return shell_ask_number(s, e, TAG_OTHER_NUMBER);
    if (e->kind == ERR_STALE) {
        struct case_view fresh;
        struct err again = ERR_INIT;
        if (desk_case_view(desk_of(s), me->id, false, &s->arena, &fresh, &again)) {
            request_values_merge(me->form, &me->draft.c, &fresh.c);
            lay_under(me, &fresh.c);
        }
        app_say_err(s->app, e); /* the marks are those of the merge: what the other one changed */
        return step_stay();
    }
    form_mark_error(me->form, e);
    app_say_err(s->app, e);
    return step_stay();
}

static bool look_for_duplicates(struct screen *s, const struct casefile *c, struct step *out)
{
    struct request_form *me = s->state;
    struct person_found *found;
    struct err e = ERR_INIT;
    size_t n = 0;

    if (me->id || me->not_duplicate || c->patient.id
        || !desk_person_duplicates(desk_of(s), &c->patient, &s->arena, &found, &n, &e) || n == 0)
        return false;
    *out = pick_person(s, found, n, TAG_DUPLICATE, N_("Is it one of these? Then the request belongs to that person."));
    return true;
}

/* Name and birth date are both others than those of the person chosen by F9: the wrong one was chosen and typed over. Her
 * record is not to become somebody else's. */
static void let_go_of_the_wrong_person(const struct person *chosen, struct person *typed)
{
    if (typed->id && !str_eq(chosen->name, typed->name) && day_cmp(chosen->birth, typed->birth) != 0)
        typed->id = typed->rev = 0;
}

static struct step form_save_(struct screen *s)
{
    struct request_form *me = s->state;
    struct request_draft d = me->draft;
    struct err e = ERR_INIT;
    struct step ask;
    int64_t id = me->id;

    if (!request_values_read(s, me->form, &d.c, &s->arena, &e))
        return failed(s, &e);
    if (!me->id)
        let_go_of_the_wrong_person(&me->draft.c.patient, &d.c.patient);
    if (look_for_duplicates(s, &d.c, &ask))
        return ask;
    d.other_number = me->other_number;
    bool ok = me->id ? desk_request_edit(desk_of(s), &d, &e) : desk_request_take(desk_of(s), &d, &id, &e);
    if (!ok)
        return failed(s, &e);
    shell_draft_drop(s, draft_object(me));
    form_set_clean(me->form);
    app_say(s->app, SAY_NOTICE, me->id ? N_("Stored.") : N_("The request is taken. Next: who comes."), NULL);
    if (me->id)
        return step_pop(1, NULL);
    return shell_replace(s, PLACE_REQUEST, &(struct place_arg){ .request = id, .day = DAY_NONE });
}

/* Also whoever was chosen by F9 is no longer meant. */
static struct step clear_all(struct screen *s)
{
    struct request_form *me = s->state;
    struct casefile c = me->draft.c;
    struct step step = shell_clear(s, me->form);

    if (!me->id)
        c.patient = me->opened_with;
    lay_under(me, &c);
    return step;
}

static struct step form_result_(struct screen *s, const struct result *r)
{
    struct request_form *me = s->state;

    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_OTHER_NUMBER) {
        me->other_number = true; /* of these words; what is typed after a refusal is asked about anew */
        struct step step = form_save_(s);
        me->other_number = false;
        return step;
    }
    if (r->tag == TAG_CLEAR)
        return clear_all(s);
    if (r->tag == TAG_PERSON)
        take_person(s, *(const int64_t *)r->value);
    if (r->tag == TAG_INSTITUTION)
        take_institution(s, *(const int64_t *)r->value);
    if (r->tag == TAG_DUPLICATE) {
        int64_t id = *(const int64_t *)r->value;
        if (id)
            take_person(s, id);
        else
            me->not_duplicate = true;
        return form_save_(s);
    }
    return step_stay();
}

static struct step clear(struct screen *s)
{
    const struct request_form *me = s->state;

    return shell_clear_ask(s, me->form, TAG_CLEAR);
}

static struct step toggle_panel(struct screen *s)
{
    struct request_form *me = s->state;

    me->panel = !me->panel;
    return step_stay();
}

static struct step toggle_language(struct screen *s)
{
    struct request_form *me = s->state;

    me->other_language = !me->other_language;
    return step_stay();
}

static bool can_store(const struct screen *s, struct msg *why)
{
    const struct request_form *me = screen_state(s);

    return shell_may(s, me->id ? ACT_REQUEST_EDIT : ACT_REQUEST_TAKE, why);
}

static const struct action form_actions[] = {
    { .id = "form.save", .key = "F12", .label = N_("Save"), .rank = 1, .help = N_("Stores the request."),
        .usable = can_store, .run = form_save_ },
    { .id = "form.find", .key = "F9", .label = N_("Known?"), .rank = 2,
        .help = N_("Looks for the person, or the hospital, by what stands in this field."), .run = find_person },
    { .id = "form.clear", .key = "F2", .label = N_("Clear"), .rank = 3, .help = N_("Takes out what was typed; Ctrl+Z brings it back."), .run = clear },
    { .id = "form.panel", .key = "Alt+W", .label = N_("Panel"), .rank = 4, .help = N_("Shows or hides what is missing and why."),
        .run = toggle_panel },
    { .id = "form.say", .key = "Alt+E", .label = N_("Aloud"), .rank = 5, .help = N_("The sentence to say in the other language."),
        .run = toggle_language },
    { .id = NULL },
};

const struct screen_ops request_form_screen = { .name = "request_form", .title = N_("Request form"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct request_form), .actions = form_actions, .open = form_open, .close = form_close,
    .pause = form_pause, .tick = form_tick, .key = form_key_, .result = form_result_,
    .draw = form_draw_, .form = form_shown };
