/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/visit.h"

#include "desk/paper_desk.h"
#include "domain/ending.h"
#include "screens/case_parts.h"
#include "screens/money.h"

enum { TAG_UNDO = 1, TAG_NO_SHOW };

static const struct choice patient_here[] = { { "1", "yes", N_("Here: said name, birth date") },
    { "2", "no", N_("Has not come") }, { NULL, NULL, NULL } };
static const struct choice here[] = { { "1", "yes", N_("Here") }, { "2", "no", N_("Not here") }, { NULL, NULL, NULL } };
static const struct choice consent_signer[] = { { "1", "patient", N_("Signed by the patient") }, { NULL, NULL, NULL } };

/* Beside the patient, with the digits that they have everywhere. */
static const struct choice beside[] = {
    { "2", "family", N_("Family") },
    { "3", "guardian", N_("Guardian (parent of a minor)") },
    { "4", "legal_representative", N_("Legal representative") },
    { "5", "nonfamily", N_("Not family") },
    { "6", "physician", N_("Physician") },
    { "7", "institution", N_("Institution") },
    { NULL, NULL, NULL },
};
/* The labels of the four people are put in when the form is made. */
static const struct form_field fields[] = {
    { .id = "patient", .label = N_("Patient here"), .kind = FIELD_CHOICE, .cells = 0, .choices = patient_here, .flags = FORM_NO_OPTIONS,
        .help = N_("1 here: name and birth date were said and agree. 2 did not come.") },
    { .id = "patient_no", .label = N_("Patient no."), .kind = FIELD_CODE, .cells = 14,
        .help = N_("From the patient card; needed at check-in.") },
    { .id = "who1", .label = "1", .kind = FIELD_CHOICE, .cells = 12, .choices = here, .flags = FORM_NO_OPTIONS,
        .help = N_("1 is here, 2 is not.") },
    { .id = "who2", .label = "2", .kind = FIELD_CHOICE, .cells = 12, .choices = here, .flags = FORM_NO_OPTIONS,
        .help = N_("1 is here, 2 is not.") },
    { .id = "who3", .label = "3", .kind = FIELD_CHOICE, .cells = 12, .choices = here, .flags = FORM_NO_OPTIONS,
        .help = N_("1 is here, 2 is not.") },
    { .id = "who4", .label = "4", .kind = FIELD_CHOICE, .cells = 12, .choices = here, .flags = FORM_NO_OPTIONS,
        .help = N_("1 is here, 2 is not.") },
    { .id = "new_kind", .label = N_("Also here"), .kind = FIELD_CHOICE, .cells = 0, .choices = beside,
        .flags = FORM_NO_OPTIONS, .help = N_("Somebody who was not expected: who is it? F1 lists the choices.") },
    { .id = "new_relation", .label = N_("Relation"), .kind = FIELD_CHOICE, .cells = 0, .choices = CHOICE_RELATION,
        .flags = FORM_NO_OPTIONS, .help = N_("How this person is related to the patient.") },
    { .id = "new_name", .label = N_("Name"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 60,
        .help = N_("The name of the person who came as well.") },
    { .id = "said", .label = N_("Name said"), .kind = FIELD_CHOICE, .cells = 14, .choices = CHOICE_YES_NO, .flags = FORM_NO_OPTIONS,
        .help = N_("The visitor said the patient's name and birth date, and they agree: 1.") },
    { .id = "consent", .label = N_("Consent form"), .kind = FIELD_CHOICE, .cells = 0, .choices = consent_signer,
        .flags = FORM_NO_OPTIONS, .help = N_("The form is here, signed by the patient: 1. Else leave it empty.") },
    { .id = "identity", .label = N_("Identity"), .kind = FIELD_CHOICE, .cells = 0, .choices = CHOICE_IDENTITY,
        .flags = FORM_NO_OPTIONS, .help = N_("Which paper was shown; no number is copied. F1 lists the choices.") },
    { .id = "relationship", .label = N_("Kinship"), .kind = FIELD_CHOICE, .cells = 0, .choices = CHOICE_RELATION_PAPER,
        .flags = FORM_NO_OPTIONS, .help = N_("Which paper was shown; no number is copied. F1 lists the choices.") },
    { .id = "authority", .label = N_("Authority"), .kind = FIELD_CHOICE, .cells = 0, .choices = CHOICE_RELATION_PAPER,
        .flags = FORM_NO_OPTIONS, .help = N_("Which paper was shown; no number is copied. F1 lists the choices.") },
    { .id = "says", .label = N_("Specialist"), .kind = FIELD_TEXT, .cells = 0, .max_clusters = 120,
        .help = N_("Ask the specialist: who agreed to what? A supervisor approves it today.") },
};
const struct form_def visit_form_def = { .id = "visit", .version = 1, .fields = fields, .n = COUNT_OF(fields), .label_cells = 13 };

static const char *const slots[VISIT_SLOTS] = { "who1", "who2", "who3", "who4" };

/* --- the form as a draft */

static void add_shown(struct check_in_draft *d, const char *of, const char *kind)
{
    if (!str_empty(kind) && d->n_shown < SHOWN_MAX)
        d->shown[d->n_shown++] = (struct shown){ .of = of, .kind = kind };
}

/* Which authority is asked for: of parents or of a legal representative; the document's own id. */
static const struct answer_document *serving(const struct judgement *j, const char *what)
{
    for (size_t i = 0; i < j->answer.n_documents; i++)
        if (str_eq(j->answer.documents[i].doc->serves, what) && j->answer.documents[i].missing
            && j->answer.documents[i].need == PAPER_NEEDED)
            return &j->answer.documents[i];
    return NULL;
}

static void add_people(const struct visit_page *me, struct check_in_draft *d)
{
    for (size_t i = 0; i < me->n_slots; i++)
        d->came[d->n_came++] = (struct came){ .attendee = me->slot[i], .came = !str_eq(form_get(me->form, slots[i]), "no") };
    if (!str_empty(form_get(me->form, "new_kind")))
        d->came[d->n_came++] = (struct came){ .came = true, .kind = form_get(me->form, "new_kind"),
            .name = form_get(me->form, "new_name"), .relation = form_get(me->form, "new_relation") };
}

struct check_in_draft visit_draft(const struct visit_page *me, struct arena *a)
{
    const struct form *f = me->form;
    bool patient = !str_eq(form_get(f, "patient"), "no");
    struct check_in_draft d = { .request = me->id, .patient_came = patient,
        .said = patient ? str_eq(form_get(f, "patient"), "yes") : str_eq(form_get(f, "said"), "yes"),
        .patient_no = form_get(f, "patient_no"), .specialist_says = form_get(f, "says") };

    (void)a;
    add_people(me, &d);
    add_shown(&d, "consent", form_get(f, "consent"));
    add_shown(&d, "identity", form_get(f, "identity"));
    add_shown(&d, "relationship", form_get(f, "relationship"));
    const struct answer_document *authority = serving(&me->without, "authority");
    if (authority)
        add_shown(&d, authority->doc->rule.id, form_get(f, "authority"));
    return d;
}

/* Until it is said who is here, the request's own word on the patient is taken. */
static struct check_in_draft judged_draft(const struct visit_page *me, struct arena *a)
{
    struct check_in_draft d = visit_draft(me, a);

    if (str_empty(form_get(me->form, "patient")) && str_eq(me->view.c.patient_attends, "no"))
        d.patient_came = false;
    return d;
}

void visit_judge(struct visit_page *me)
{
    arena_reset(&me->judging);
    me->without = (struct judgement){ 0 };
    struct check_in_draft d = judged_draft(me, &me->judging);
    struct check_in_draft bare = d;

    bare.n_shown = 0;
    check_in_judge(&me->view, &bare, &me->judging, &me->as_is, &me->without);
    d = judged_draft(me, &me->judging); /* now it is known which authority is asked for */
    check_in_judge(&me->view, &d, &me->judging, &me->as_is, &me->judged);
}

static void changed(void *user, struct form *f, const char *id)
{
    (void)f;
    (void)id;
    visit_judge(user);
}

static bool is_held(const struct visit_page *me)
{
    struct arena a;
    struct blocked *list;
    bool held = false;

    arena_init(&a);
    size_t n = check_in_missing(&me->judged, &a, &list);
    for (size_t i = 0; i < n; i++)
        held |= list[i].kind != BLOCKED_PROMISED;
    arena_fini(&a);
    return held;
}

static bool asked(const void *user, const struct form *f, const char *id)
{
    const struct visit_page *me = user;

    if (str_eq(id, "patient_no"))
        return str_empty(me->view.c.patient.patient_no);
    if (str_eq(id, "new_name") || str_eq(id, "new_relation"))
        return !str_empty(form_get(f, "new_kind"));
    if (str_eq(id, "said"))
        return str_eq(form_get(f, "patient"), "no");
    if (str_eq(id, "consent") || str_eq(id, "identity") || str_eq(id, "relationship") || str_eq(id, "authority"))
        return serving(&me->without, id) != NULL;
    return !str_eq(id, "says") || is_held(me) || !str_empty(form_get(f, "says"));
}

/* --- open, read */

static bool visit_reload(struct screen *s, struct err *e)
{
    struct visit_page *me = s->state;

    if (!case_read(s, me->id, false, &s->view, &me->view, e))
        return false;
    me->door = visit_door(&me->view);
    if (me->form)
        visit_judge(me);
    return true;
}

/* In one word, for a narrow column: what somebody is to the patient. */
static const char *slot_label(const struct attendee *x)
{
    static const char *const narrow[][2] = { { "child_spouse", N_("Child-in-law") }, { "other_relative", N_("Relative") },
        { "guardian", N_("Guardian") }, { "legal_representative", N_("Legal rep.") } };
    const char *id = *x->relation ? x->relation : x->kind;

    for (size_t i = 0; i < COUNT_OF(narrow); i++)
        if (str_eq(id, narrow[i][0]))
            return narrow[i][1];
    return *x->relation ? words_label(&WORDS_RELATION, id) : words_label(&WORDS_ATTENDEE_KIND, id);
}

/* Who is expected beside the patient: a field each, what they are to the patient as its label; visit_echo names them. */
static void name_slots(struct visit_page *me)
{
    const struct casefile *c = &me->view.c;

    me->n_slots = 0;
    for (size_t i = 0; i < c->n_attendees && me->n_slots < VISIT_SLOTS; i++) {
        const struct attendee *x = &c->attendees[i];
        if (str_eq(x->kind, "patient"))
            continue;
        me->label[me->n_slots] = slot_label(x);
        me->slot[me->n_slots++] = x->id;
    }
}

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct visit_page *me = user;

    (void)f;
    for (size_t k = 0; k < me->n_slots; k++) {
        const struct attendee *x = str_eq(id, slots[k]) ? case_attendee(&me->view.c, me->slot[k]) : NULL;
        if (x)
            buf_puts(out, grid_veil(g, x->name));
    }
}

/* Empty but for what is known: of the visit before, which was taken back, nothing stays. */
static void make_form(struct screen *s, struct visit_page *me)
{
    size_t n = 0;

    name_slots(me);
    me->fields = ARENA_ARRAY(&s->arena, struct form_field, COUNT_OF(fields));
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        bool spare = false;
        me->fields[n] = fields[i];
        for (size_t k = 0; k < VISIT_SLOTS; k++)
            if (str_eq(fields[i].id, slots[k])) {
                spare = k >= me->n_slots;
                me->fields[n].label = spare ? "" : me->label[k];
            }
        n += !spare;
    }
    me->def = visit_form_def;
    me->def.fields = me->fields;
    me->def.n = n;
    me->def.changed = changed;
    me->def.asked = asked;
    me->def.echo = echo;
    if (me->form)
        form_free(me->form);
    me->form = form_new(&me->def, me);
    form_set(me->form, "patient_no", me->view.c.patient.patient_no);
    for (size_t i = 0; i < me->n_slots; i++)
        form_set(me->form, slots[i], "yes");
    form_set_clean(me->form);
}

static bool visit_open(struct screen *s, const void *arg, struct err *e)
{
    const struct place_arg *place = arg;
    struct visit_page *me = s->state;

    me->id = place->request;
    me->screen = s;
    arena_init(&me->judging);
    if (!case_read(s, me->id, true, &s->view, &me->view, e))
        return false;
    make_form(s, me);
    if (visit_reload(s, e))
        return true;
    form_free(me->form);
    arena_fini(&me->judging);
    return false;
}

static void visit_close(struct screen *s)
{
    struct visit_page *me = s->state;

    if (me->form)
        form_free(me->form);
    arena_fini(&me->judging);
}

/* --- what is stored */

static bool has_form(const struct visit_page *me)
{
    return me->door == DOOR_CHECK_IN || me->door == DOOR_NO_SHOW;
}

static struct step done(struct screen *s, bool ok, struct err *e, const char *msgid)
{
    struct visit_page *me = s->state;

    if (!ok) {
        if (str_eq(e->field, "said"))
            str_copy(e->field, sizeof e->field, str_eq(form_get(me->form, "patient"), "no") ? "said" : "patient");
        form_mark_error(me->form, e);
        app_say_err(s->app, e);
        return step_stay();
    }
    app_reload(s->app);
    app_say(s->app, SAY_NOTICE, msgid, NULL);
    return step_stay();
}

/* The visit has become another one: what was chosen for the last one holds no more. */
static void begin_anew(struct screen *s)
{
    struct visit_page *me = s->state;

    make_form(s, me);
    visit_judge(me);
}

static struct step check_in(struct screen *s)
{
    struct visit_page *me = s->state;
    struct err e = ERR_INIT;
    struct check_in_draft d = visit_draft(me, &s->view);
    char number[16];
    struct msg good;
    int call = 0;
    int64_t print = 0;

    d.print = true;
    if (!desk_check_in(desk_of(s), &d, &call, &print, &e))
        return done(s, false, &e, NULL);
    snprintf(number, sizeof number, "%d", call);
    app_reload(s->app);
    begin_anew(s);
    msg_set(&good, N_("Checked in. Call number %s; the slip is printed."), number, NULL);
    print_and_say_msg(s, print, &good);
    return step_stay();
}

static struct step run_commit(struct screen *s)
{
    struct visit_page *me = s->state;
    struct err e = ERR_INIT;

    if (has_form(me))
        return check_in(s);
    if (me->door == DOOR_HERE)
        return done(s, desk_visit_start(desk_of(s), me->id, &e), &e, N_("The consultation has started."));
    return done(s, desk_visit_end(desk_of(s), me->id, &e), &e,
        N_("The consultation is over. Give the materials back and take the fee."));
}

static bool can_commit(const struct screen *s, struct msg *why)
{
    const struct visit_page *me = screen_state(s);

    if (!case_lives(&me->view.c, why))
        return false;
    if (me->door == DOOR_OVER || me->door == DOOR_OTHER_DAY || me->door == DOOR_NO_BOOKING) {
        msg_set(why, me->door == DOOR_OVER ? N_("The consultation is over already.") : me->door == DOOR_OTHER_DAY
                    ? N_("The appointment is not today. V moves it.") : N_("There is no appointment. V books one."), NULL);
        return false;
    }
    return shell_may(s, has_form(me) ? ACT_CHECK_IN : me->door == DOOR_HERE ? ACT_VISIT_START : ACT_VISIT_END, why);
}

/* For a visitor who has lost it, or when the printer did not print: the message of print_and_say names F8. */
static struct step run_slip(struct screen *s)
{
    const struct visit_page *me = s->state;
    const struct visit *standing = case_visit(&me->view.c);
    struct err e = ERR_INIT;

    if (desk_print_paper(desk_of(s), ACT_PAPER_PRINT, "call_slip", "appointment", standing->appointment, me->view.c.lang, &e))
        app_say(s->app, SAY_NOTICE, N_("The call number slip is printed."), NULL);
    else
        app_say_err(s->app, &e);
    return step_stay();
}

static bool can_slip(const struct screen *s, struct msg *why)
{
    const struct visit_page *me = screen_state(s);

    if (me->door == DOOR_HERE)
        return shell_may(s, ACT_PAPER_PRINT, why);
    msg_set(why, N_("The slip with the call number is for a visitor who is checked in and waits."), NULL);
    return false;
}

static struct step run_undo(struct screen *s)
{
    struct visit_page *me = s->state;
    struct reason_arg arg = { .title = me->door == DOOR_OVER ? N_("Undo the end") : me->door == DOOR_TALK ? N_("Undo the start")
                                                                                                    : N_("Undo the check-in") };

    return dialog_reason(s, &arg, TAG_UNDO);
}

static bool can_undo(const struct screen *s, struct msg *why)
{
    const struct visit_page *me = screen_state(s);

    struct err e = ERR_INIT;

    if (me->door != DOOR_HERE && me->door != DOOR_TALK && me->door != DOOR_OVER)
        msg_set(why, N_("Nobody is checked in for this request."), NULL);
    else if (!visit_may_be_undone(&me->view.c, &e))
        *why = e.msg;
    else
        return shell_may(s, ACT_VISIT_UNDO, why);
    return false;
}

static struct step run_no_show(struct screen *s)
{
    return dialog_reason(s, &(struct reason_arg){ .title = N_("Nobody came") }, TAG_NO_SHOW);
}

static bool can_no_show(const struct screen *s, struct msg *why)
{
    const struct visit_page *me = screen_state(s);
    struct err e = ERR_INIT;

    if (me->door != DOOR_CHECK_IN && me->door != DOOR_OTHER_DAY)
        msg_set(why, N_("Only a booked visitor who is not here can be marked as not come."), NULL);
    else if (!visit_may_be_missed(&me->view.c, me->view.today, desk_now(desk_of(s)), &e))
        *why = e.msg;
    else
        return shell_may(s, ACT_VISIT_UNDO, why);
    return false;
}

static struct step visit_result(struct screen *s, const struct result *r)
{
    struct visit_page *me = s->state;
    const struct reason_answer *said = r->value;
    struct err e = ERR_INIT;

    if (r->answer == 0 || (r->tag != TAG_UNDO && r->tag != TAG_NO_SHOW))
        return step_stay();
    bool ok = r->tag == TAG_UNDO ? desk_visit_undo(desk_of(s), me->id, said->text, &e)
                                 : desk_visit_no_show(desk_of(s), me->id, said->text, &e);
    struct step step = done(s, ok, &e, r->tag == TAG_UNDO ? N_("Taken back; a fee that was written is reversed.")
                                       : N_("Marked as not come. The place is free; the request needs a new date."));
    if (ok)
        begin_anew(s);
    return step;
}

/* --- ways on */

static struct step go(struct screen *s, enum place place, int64_t request)
{
    return shell_open(s, place, &(struct place_arg){ .request = request, .day = DAY_NONE }, TAG_SILENT);
}

static bool can_booking(const struct screen *s, struct msg *why)
{
    const struct visit_page *me = screen_state(s);

    return case_may(s, ACT_BOOK, &me->view.c, why);
}

static struct step run_booking(struct screen *s)
{
    return go(s, PLACE_BOOKING, ((struct visit_page *)s->state)->id);
}

static struct step run_pay(struct screen *s)
{
    return go(s, PLACE_PAY, ((struct visit_page *)s->state)->id);
}

static bool can_pay(const struct screen *s, struct msg *why)
{
    if (shell_has(PLACE_PAY))
        return shell_may(s, ACT_COLLECT, why);
    msg_set(why, N_("This part is not here."), NULL);
    return false;
}

static struct step run_request(struct screen *s)
{
    return go(s, PLACE_REQUEST_FORM, 0);
}

static bool can_request(const struct screen *s, struct msg *why)
{
    if (shell_has(PLACE_REQUEST_FORM))
        return shell_may(s, ACT_REQUEST_TAKE, why);
    msg_set(why, N_("This part is not here."), NULL);
    return false;
}

static struct step run_language(struct screen *s)
{
    struct visit_page *me = s->state;

    me->other_language = !me->other_language;
    return step_stay();
}

static struct step visit_key(struct screen *s, struct key k)
{
    struct visit_page *me = s->state;

    if (!has_form(me))
        return step_unused();
    return form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

/* The name of the person whose field it is, whole: the column beside the field is narrow. */
static const char *visit_help(const struct screen *s)
{
    const struct visit_page *me = screen_state(s);
    const char *focus = form_focus(me->form);

    for (size_t k = 0; has_form(me) && k < me->n_slots && !shell_of(s)->hide_names; k++) {
        const struct attendee *x = str_eq(focus, slots[k]) ? case_attendee(&me->view.c, me->slot[k]) : NULL;
        if (x && !str_empty(x->name))
            return money_words(app_step_arena(s->app), app_catalog(s->app), N_("%s: 1 is here, 2 is not."), x->name, NULL);
    }
    return NULL;
}

static const struct form *visit_form(const struct screen *s)
{
    const struct visit_page *me = screen_state(s);

    return has_form(me) ? me->form : NULL;
}

static const struct action visit_actions[] = {
    { .id = "visit.commit", .key = "F12", .label = N_("Record"), .rank = 1,
        .help = N_("Checks in; then the start, then the end of the consultation."), .usable = can_commit, .run = run_commit },
    { .id = "visit.undo", .key = "F4", .label = N_("Undo"), .rank = 2,
        .help = N_("Takes back the end, the start, or the check-in with its fee, with a reason."), .usable = can_undo, .run = run_undo },
    { .id = "visit.booking", .key = "v", .second = "Alt+V", .label = N_("New date"), .rank = 3,
        .help = N_("Opens the booking: another date, another time."), .usable = can_booking,
        .run = run_booking },
    { .id = "visit.no_show", .key = "x", .second = "Alt+X", .label = N_("No-show"), .rank = 4,
        .help = N_("Nobody came: the place becomes free."), .usable = can_no_show, .run = run_no_show },
    { .id = "visit.slip", .key = "F8", .label = N_("No. slip"), .rank = 7,
        .help = N_("Prints the slip with the call number again."), .usable = can_slip, .run = run_slip },
    { .id = "visit.pay", .key = "$", .second = "Alt+P", .label = N_("Payment"), .rank = 5, .help = N_("Opens the payment."),
        .usable = can_pay, .run = run_pay },
    { .id = "visit.request", .key = "n", .second = "Alt+N", .label = N_("Request"), .rank = 6,
        .help = N_("Somebody without an appointment: takes a new request."), .usable = can_request, .run = run_request },
    { .id = "visit.say", .key = "Alt+E", .label = N_("Say it"), .rank = 0,
        .help = N_("The sentence to say in the other language."), .run = run_language },
    { .id = NULL },
};

const struct screen_ops visit_screen = { .name = "visit", .title = N_("Visit"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct visit_page), .actions = visit_actions, .open = visit_open, .close = visit_close,
    .reload = visit_reload, .key = visit_key, .result = visit_result, .draw = visit_draw, .form = visit_form,
    .help = visit_help };
