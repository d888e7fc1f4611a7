/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who comes, the patient's consent, the papers that were shown (screens-ja.md 2). What is typed is judged at each
 * key: the panel says at once what becomes missing, or is no longer. F12 stores what changed, each as an action of
 * its own: people, consent form, papers. */
#include "domain/request_check.h"
#include "screens/requester_values.h"
#include "text/safe.h"

enum { TAG_OTHER_NUMBER = 1, TAG_UNDO, TAG_UNDO_REASON, TAG_WITHDRAW };

struct requester {
    int64_t id, rev;                 /* rev as read when the people were last clean */
    int64_t consent, consent_rev;    /* the same of the consent form */
    struct case_view view;
    struct form *form;
    struct form_def def;
    struct form_field *fields;
    struct requester_slots slots;
    struct arena live;               /* the judgement of what is typed */
    struct casefile now;
    struct judgement judged;
    bool panel, other_language, other_number;
    int scroll;                      /* -1 = where this screen's papers begin */
    int64_t undo;                    /* the paper whose undoing asks for a reason */
    const struct screen *screen;
};

static void rejudge(struct requester *me)
{
    arena_reset(&me->live);
    me->now = me->view.c;
    requester_lay(me->screen, me->form, &me->slots, &me->now, &me->live);
    judge(&me->now, me->view.policy, me->view.calendar, me->view.today, &me->live, &me->judged);
}

static void warn_of_numbers(struct requester *me, const struct form *f, const char *id)
{
    struct text_span found;

    for (size_t i = 0; requester_free_texts[i]; i++)
        if (str_eq(requester_free_texts[i], id) && safe_number_word(form_get(f, id), 0, &found))
            app_say(me->screen->app, SAY_CONFIRM, N_("Numbers of cards are not kept. Mask number and QR before copying a paper."), NULL);
}

static void changed(void *user, struct form *f, const char *id)
{
    struct requester *me = user;

    rejudge(me);
    warn_of_numbers(me, f, id);
}

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct requester *me = user;

    if (strstr(id, "_expires"))
        echo_day(me->screen, f, id, DATE_FUTURE, false, g, out);
    else if (strstr(id, "_issued") || str_eq(id, "issued_on") || str_eq(id, "received_on") || str_eq(id, "signed_on"))
        echo_day(me->screen, f, id, DATE_PAST, false, g, out);
}

static bool asked(const void *user, const struct form *f, const char *id)
{
    (void)user;
    return requester_asked(f, id);
}

/* ---------------------------------------------------------------- opening */
static void show(struct requester *me, bool all)
{
    const struct consent *k = case_consent(&me->view.c);

    if (all || !requester_people_dirty(me->form))
        me->rev = me->view.c.rev;
    if (all || !requester_consent_dirty(me->form)) {
        me->consent = k ? k->id : 0;
        me->consent_rev = k ? k->rev : 0;
    }
    requester_show(me->form, me->fields, &me->view.c, me->view.today, &me->slots, all);
    rejudge(me);
}

static bool requester_reload(struct screen *s, struct err *e)
{
    struct requester *me = s->state;

    if (!case_read(s, me->id, false, &s->view, &me->view, e))
        return false;
    show(me, !form_dirty(me->form));
    return true;
}

static bool requester_open(struct screen *s, const void *arg, struct err *e)
{
    struct requester *me = s->state;

    arena_init(&me->live);
    me->id = ((const struct place_arg *)arg)->request;
    me->screen = s;
    me->panel = true;
    me->scroll = -1;
    if (!case_read(s, me->id, false, &s->view, &me->view, e))
        return false;
    me->fields = ARENA_ARRAY(&s->arena, struct form_field, requester_form_def.n);
    memcpy(me->fields, requester_form_def.fields, sizeof *me->fields * requester_form_def.n);
    me->def = requester_form_def;
    me->def.fields = me->fields;
    me->def.changed = changed;
    me->def.echo = echo;
    me->def.asked = asked;
    me->form = form_new(&me->def, me);
    show(me, true);
    if (shell_draft_offer(s, me->form, me->id, me->rev))
        rejudge(me);
    return true;
}

static void requester_pause(struct screen *s)
{
    struct requester *me = s->state;

    shell_draft_keep(s, me->form, me->id, me->rev);
}

static void requester_close(struct screen *s)
{
    struct requester *me = s->state;

    if (me->form) {
        requester_pause(s);
        form_free(me->form);
    }
    arena_fini(&me->live);
}

static struct step requester_key(struct screen *s, struct key k)
{
    struct requester *me = s->state;

    return form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

/* What is recorded here stands first in the panel, unless a rule speaks: that is never scrolled away. */
static int first_line(const struct requester *me, const struct grid *g)
{
    const struct answer *a = &me->judged.answer;
    struct arena arena;
    struct panel p;
    int first = 0;

    if (me->scroll >= 0)
        return me->scroll;
    arena_init(&arena);
    panel_of(&me->now, &me->judged, g->catalog, g->lang, &arena, &p);
    if (p.n == a->n_documents + a->n_pending)
        while ((size_t)first < a->n_documents && !a->documents[first].doc->serves)
            first++;
    arena_fini(&arena);
    return (size_t)first < a->n_documents ? first : 0;
}

static void requester_draw(const struct screen *s, struct grid *g)
{
    const struct requester *me = screen_state(s);
    int row = case_head_draw(s, g, &me->view, "requester");
    int rows = g->body.row + g->body.rows - row, left = me->panel ? g->cols - PANEL_CELLS - 2 : g->cols;

    form_draw(me->form, g, (struct rect){ row, 0, rows, left }, true);
    if (!me->panel)
        return;
    grid_vline(g, row, left, rows);
    case_panel_draw(s, g, (struct rect){ row, left + 2, rows, g->cols - left - 3 }, &me->now, &me->judged,
        me->other_language, first_line(me, g));
}

static const struct form *requester_form(const struct screen *s)
{
    const struct requester *me = screen_state(s);

    return me->form;
}

/* ---------------------------------------------------------------- storing */
static struct step failed(struct screen *s, const struct err *e)
{
    struct requester *me = s->state;
    struct err again = ERR_INIT;

    if (is_number_question(e))
        return shell_ask_number(s, e, TAG_OTHER_NUMBER);
    if (e->kind == ERR_STALE && case_read(s, me->id, false, &s->view, &me->view, &again)) {
        show(me, false);
        me->rev = me->view.c.rev;
        me->consent = case_consent(&me->view.c) ? case_consent(&me->view.c)->id : 0;
        me->consent_rev = case_consent(&me->view.c) ? case_consent(&me->view.c)->rev : 0;
        requester_mark(me->form);
    }
    form_mark_error(me->form, e);
    app_say_err(s->app, e);
    return step_stay();
}

static bool texts_are_free_of_numbers(const struct requester *me, struct err *e)
{
    for (size_t i = 0; requester_free_texts[i]; i++)
        if (form_field_dirty(me->form, requester_free_texts[i])
            && !free_text_check(form_get(me->form, requester_free_texts[i]), requester_free_texts[i], me->other_number, e))
            return false;
    return true;
}

static bool read_consent(struct screen *s, struct consent_draft *draft, struct err *e)
{
    struct requester *me = s->state;

    if (!requester_read_consent(s, me->form, &me->view.c, draft, e))
        return false;
    draft->id = me->consent;
    draft->rev = me->consent_rev;
    return true;
}

/* Everything that can be found wrong is found before anything is stored. */
static bool check_all(struct screen *s, struct err *e)
{
    struct requester *me = s->state;
    struct consent_draft consent;
    struct proof_draft proof;

    if (!texts_are_free_of_numbers(me, e))
        return false;
    if (requester_consent_dirty(me->form) && (!read_consent(s, &consent, e) || !consent_check(&consent, me->view.today, e)))
        return false;
    for (int i = 0; i < REQUESTER_SLOTS; i++)
        for (int sort = 0; sort < PROOF_SORTS; sort++)
            if (requester_proof_typed(me->form, i, sort)
                && (!requester_read_proof(s, me->form, i, sort, &proof, e) || !proof_check(&proof, me->view.today, e))) {
                requester_proof_error(i, sort, e);
                return false;
            }
    return true;
}

static bool save_people(struct screen *s, struct err *e)
{
    struct requester *me = s->state;
    struct requester_draft draft;

    requester_read_people(me->form, &me->slots, &me->view.c, me->rev, &draft);
    if (!desk_requester_save(desk_of(s), &draft, e)) {
        requester_people_error(me->form, e);
        return false;
    }
    requester_people_clean(me->form);
    if (!case_read(s, me->id, false, &s->view, &me->view, e))
        return false;
    me->rev = me->view.c.rev;
    requester_match(me->form, &me->slots, &me->view.c);
    return true;
}

static bool save_consent(struct screen *s, struct err *e)
{
    struct requester *me = s->state;
    struct consent_draft draft;

    if (!read_consent(s, &draft, e) || !desk_consent_save(desk_of(s), &draft, e))
        return false;
    requester_consent_clean(me->form);
    return true;
}

static bool save_proofs(struct screen *s, int *seen, struct err *e)
{
    struct requester *me = s->state;
    struct proof_draft draft;

    for (int i = 0; i < REQUESTER_SLOTS; i++)
        for (int sort = 0; sort < PROOF_SORTS; sort++) {
            if (!requester_proof_typed(me->form, i, sort))
                continue;
            if (!requester_read_proof(s, me->form, i, sort, &draft, e))
                return false;
            draft.request = me->id;
            draft.attendee = me->slots.of[i].id;
            if (!desk_proof_see(desk_of(s), &draft, e)) {
                requester_proof_error(i, sort, e);
                return false;
            }
            (*seen)++;
        }
    return true;
}

static void say_stored(struct screen *s, bool people, bool consent, int seen)
{
    const struct catalog *c = app_catalog(s->app);
    const char *comma = lang_of_screen(s) == LANG_JA ? "、" : ", ";
    struct buf what;

    buf_init(&what, 512);
    if (people)
        buf_puts(&what, tr(c, N_("the people")));
    if (consent)
        buf_printf(&what, "%s%s", what.len ? comma : "", tr(c, N_("the consent form")));
    if (seen)
        buf_printf(&what, "%s%s %d", what.len ? comma : "", tr(c, N_("papers seen")), seen);
    app_say(s->app, SAY_NOTICE, N_("Stored: %s."), what.p, NULL);
    buf_fini(&what);
}

static struct step save(struct screen *s)
{
    struct requester *me = s->state;
    struct err e = ERR_INIT;
    bool people, consent;
    int seen = 0;

    requester_kana(me->form, &s->arena);
    if (!form_dirty(me->form)) {
        app_say(s->app, SAY_GUIDE, N_("Nothing has changed here."), NULL);
        return step_stay();
    }
    people = requester_people_dirty(me->form);
    consent = requester_consent_dirty(me->form);
    if (!check_all(s, &e) || (people && !save_people(s, &e)) || (consent && !save_consent(s, &e)) || !save_proofs(s, &seen, &e))
        return failed(s, &e);
    form_set_clean(me->form);
    shell_draft_drop(s, me->id);
    say_stored(s, people, consent, seen);
    return step_pop(1, NULL);
}

/* ---------------------------------------------------------------- undoing */
static const char *proof_text(struct screen *s, const struct proof *p)
{
    const struct requester *me = s->state;
    const struct catalog *c = app_catalog(s->app);
    const struct attendee *x = case_attendee(&me->view.c, p->attendee);
    const struct words *kinds = str_eq(p->of, "identity") ? &WORDS_IDENTITY_PAPER : &WORDS_RELATION_PAPER;

    return arena_printf(app_step_arena(s->app), "%s  %s  %s", tr(c, words_label(&WORDS_PROOF_OF, p->of)),
        tr(c, words_label(kinds, p->kind)), x ? shell_name(s, x->name, "---") : "");
}

enum { WITHDRAW = -1 };

static struct step undo(struct screen *s)
{
    struct requester *me = s->state;
    struct pick_item items[16];
    struct pick_arg arg = { .title = N_("Undo"), .items = items };

    for (size_t i = 0; i < me->view.c.n_proofs && arg.n < (int)COUNT_OF(items) - 1; i++)
        items[arg.n++] = (struct pick_item){ .id = me->view.c.proofs[i].id, .text = proof_text(s, &me->view.c.proofs[i]),
            .hint = me->view.c.proofs[i].by_name };
    if (case_consent(&me->view.c))
        items[arg.n++] = (struct pick_item){ .id = WITHDRAW,
            .text = N_("The patient takes the consent back"), .msgid = true };
    if (arg.n == 0) {
        app_say(s->app, SAY_GUIDE, N_("No paper has been recorded here yet."), NULL);
        return step_stay();
    }
    msg_set(&arg.text, N_("Which one was entered wrongly, or no longer holds?"), NULL);
    return dialog_pick(s, &arg, TAG_UNDO);
}

static struct step undo_picked(struct screen *s, int64_t which)
{
    struct requester *me = s->state;

    if (which == WITHDRAW) {
        struct confirm_arg arg = { .title = N_("Consent form") };
        msg_set(&arg.text, N_("The form stays on record as withdrawn today, and a new one is needed."), NULL);
        return dialog_confirm(s, &arg, TAG_WITHDRAW);
    }
    struct reason_arg arg = { .title = N_("Undo a paper seen") };
    me->undo = which;
    msg_set(&arg.text, N_("What was entered wrongly? The reason is kept."), NULL);
    return dialog_reason(s, &arg, TAG_UNDO_REASON);
}

static struct step undone(struct screen *s, bool ok, const struct err *e)
{
    if (!ok) {
        app_say_err(s->app, e);
        return step_stay();
    }
    app_reload(s->app);
    app_say(s->app, SAY_NOTICE, N_("Undone. The reason is kept."), NULL);
    return step_stay();
}

static struct step requester_result(struct screen *s, const struct result *r)
{
    struct requester *me = s->state;
    struct err e = ERR_INIT;

    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_OTHER_NUMBER) {
        me->other_number = true; /* of these words; what is typed after a refusal is asked about anew */
        struct step step = save(s);
        me->other_number = false;
        return step;
    }
    if (r->tag == TAG_UNDO)
        return undo_picked(s, *(const int64_t *)r->value);
    if (r->tag == TAG_UNDO_REASON) {
        const struct reason_answer *x = r->value;
        return undone(s, desk_proof_undo(desk_of(s), me->id, me->undo, x->text, &e), &e);
    }
    if (r->tag == TAG_WITHDRAW) {
        if (!desk_consent_withdraw(desk_of(s), me->id, case_consent(&me->view.c)->id, me->view.today, &e))
            return undone(s, false, &e);
        app_reload(s->app);
        app_say(s->app, SAY_NOTICE, N_("The consent form is recorded as withdrawn."), NULL);
    }
    return step_stay();
}

/* ---------------------------------------------------------------- keys */
static struct step toggle_panel(struct screen *s)
{
    struct requester *me = s->state;

    me->panel = !me->panel;
    return step_stay();
}

static struct step toggle_language(struct screen *s)
{
    struct requester *me = s->state;

    me->other_language = !me->other_language;
    return step_stay();
}

/* The panel may be longer than its place. */
static struct step scroll_panel(struct screen *s)
{
    struct requester *me = s->state;
    int lines = (int)(me->judged.answer.n_documents + me->judged.answer.n_pending);

    me->scroll = me->scroll < 0 ? 0 : me->scroll + 3 < lines ? me->scroll + 3 : -1;
    return step_stay();
}

static bool can_save(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_ATTENDEES_SAVE, why);
}
static bool can_undo(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_PROOF_UNDO, why);
}

/* ---------------------------------------------------------------- nothing is typed twice */
static bool relative(const char *relation)
{
    return !str_empty(relation) && !str_eq(relation, "friend") && !str_eq(relation, "other");
}

static bool fill(struct form *f, const char *id, const char *text)
{
    if (str_empty(text) || !str_empty(form_get(f, id)))
        return false;
    form_edit(f, id, text);
    return true;
}

/* The request's other contact is often who hands in the form, and who hands it in is often who comes. Only empty fields. */
static struct step copy(struct screen *s)
{
    struct requester *me = s->state;
    const struct casefile *c = &me->view.c;
    struct form *f = me->form;
    bool any = false;

    if (str_empty(form_get(f, "applicant_kind")) && str_empty(form_get(f, "applicant_name")) && !str_empty(c->other_name)) {
        any |= relative(c->other_relation) && fill(f, "applicant_kind", "family");
        any |= fill(f, "applicant_name", c->other_name);
    }
    any |= fill(f, "kind1", form_get(f, "applicant_kind"));
    if (!str_empty(form_get(f, "kind1")) && !str_eq(form_get(f, "kind1"), "patient"))
        any |= fill(f, "name1", form_get(f, "applicant_name"));
    if (!str_empty(c->other_name) && str_eq(form_get(f, "name1"), c->other_name)) {
        any |= fill(f, "relation1", c->other_relation);
        any |= fill(f, "phone1", c->other_phone);
    }
    app_say(s->app, any ? SAY_CONFIRM : SAY_GUIDE, any ? N_("Copied from the request form. Is it the same person? Look before you store it.")
                                                       : N_("Nothing to copy: the fields are filled, or the request form names nobody else."), NULL);
    return step_stay();
}

static const struct action requester_actions[] = {
    { .id = "requester.save", .key = "F12", .label = N_("Save"), .rank = 1, .help = N_("Stores who comes, the consent form and the papers seen."),
        .usable = can_save, .run = save },
    { .id = "requester.undo", .key = "F4", .label = N_("Undo"), .rank = 2,
        .help = N_("Undoes a paper that was seen, or withdraws the consent."), .usable = can_undo, .run = undo },
    { .id = "requester.copy", .key = "F3", .label = N_("Fill in"), .rank = 2,
        .help = N_("Fills in the other contact of the request form as who hands it in and who comes."), .usable = can_save, .run = copy },
    { .id = "requester.panel", .key = "Alt+W", .label = N_("Panel"), .rank = 3, .help = N_("Shows or hides what is missing and why."),
        .run = toggle_panel },
    { .id = "requester.say", .key = "Alt+E", .label = N_("Aloud"), .rank = 4, .help = N_("The sentence to say in the other language."),
        .run = toggle_language },
    { .id = "requester.more", .key = "Alt+N", .label = N_("More"), .rank = 0, .help = N_("Moves on in what is missing."), .run = scroll_panel },
    { .id = NULL },
};

const struct screen_ops requester_screen = { .name = "requester", .title = N_("Who comes"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct requester), .actions = requester_actions, .open = requester_open, .close = requester_close,
    .pause = requester_pause, .reload = requester_reload, .key = requester_key, .result = requester_result,
    .draw = requester_draw, .form = requester_form };
