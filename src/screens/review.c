/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The department: the sheet that goes out, its answer typed, the visitor told when it is not possible. */
#include "desk/paper_desk.h"
#include "desk/review.h"
#include "desk/specialist.h"
#include "screens/case_parts.h"
#include "text/era.h"

enum { SPECIALISTS_MAX = 40, TAG_TOLD = 1, TAG_SEND, TAG_NUMBER };

struct review_page {
    int64_t id;
    struct case_view view;
    struct form *form;
    struct form_def def;
    struct form_field *fields;
    struct choice specialists[SPECIALISTS_MAX + 1];
    const struct screen *screen;
    bool other_number;
};

static const struct choice nobody[] = { { "0", "0", N_("Nobody yet") }, { NULL, NULL, NULL } };

static const struct form_field fields[] = {
    { .id = "verdict", .label = N_("Answer"), .kind = FIELD_CHOICE, .cells = 20, .choices = CHOICE_VERDICT, .flags = FORM_NO_OPTIONS,
        .help = N_("1 accepted, 2 more papers, 3 not possible.") },
    { .id = "answered_on", .label = N_("Answered on"), .kind = FIELD_DATE, .cells = 12, .help = N_("The day of the answer. t is today.") },
    { .id = "specialist", .label = N_("Specialist"), .kind = FIELD_CHOICE, .cells = 24, .choices = nobody, .flags = FORM_NO_OPTIONS,
        .help = N_("Who takes the case. F1 lists the specialists.") },
    { .id = "dates", .label = N_("Dates"), .kind = FIELD_TEXT, .cells = 40, .max_clusters = 200,
        .help = N_("Dates and times that the department named.") },
    { .id = "more", .label = N_("Wanted"), .kind = FIELD_TEXT, .cells = 40, .max_clusters = 200,
        .help = N_("More papers: which are wanted.") },
    { .id = "more_by", .label = N_("Until"), .kind = FIELD_DATE, .cells = 12,
        .help = N_("When the papers should be here; somebody calls on that day.") },
    { .id = "code", .label = N_("Why not"), .kind = FIELD_CHOICE, .cells = 41, .choices = CHOICE_DECLINE, .flags = FORM_NO_OPTIONS,
        .help = N_("Not possible: the reason. F1 lists them.") },
    { .id = "reason", .label = N_("In words"), .kind = FIELD_TEXT, .cells = 40, .max_clusters = 200,
        .help = N_("Anything to add to the answer.") },
};
const struct form_def review_form_def = { .id = "review", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 14 };

static bool round_open(const struct review_page *me)
{
    const struct review *r = case_review(&me->view.c);

    return r && str_empty(r->verdict);
}

/* Why there is no answer to type now. */
static const char *why_closed(const struct review_page *me)
{
    const struct review *r = case_review(&me->view.c);

    if (!str_empty(me->view.c.ended))
        return N_("This request has ended.");
    if (!r)
        return N_("No question to the department is open. F8 prints the sheet and records it.");
    if (str_eq(r->verdict, "accepted"))
        return N_("The department has already accepted.");
    return str_eq(r->verdict, "more_papers") ? N_("The department waits for more papers. When they are here, F8 sends the sheet again.")
                                             : N_("It is not possible. Alt+T records that the visitor was told.");
}

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct review_page *me = user;

    if (str_eq(id, "answered_on"))
        echo_day(me->screen, f, id, DATE_PAST, false, g, out);
    /* the answer on paper has a name, the field takes its digit */
    if (str_eq(id, "specialist") && str_eq(form_get(f, "verdict"), "accepted"))
        for (const struct choice *c = me->specialists; c->key; c++)
            buf_printf(out, "%s%s%s", c == me->specialists ? "" : " ", c->key, tr(g->catalog, c->label));
    if (str_eq(id, "more_by"))
        echo_day(me->screen, f, id, DATE_FUTURE, false, g, out);
}

static bool asked(const void *user, const struct form *f, const char *id)
{
    const char *verdict = form_get(f, "verdict");

    if (!round_open(user)) /* nothing was asked, so nothing is answered */
        return false;
    if (str_eq(id, "specialist") || str_eq(id, "dates"))
        return !str_eq(verdict, "more_papers") && !str_eq(verdict, "not_possible");
    if (str_eq(id, "more") || str_eq(id, "more_by"))
        return str_eq(verdict, "more_papers");
    if (str_eq(id, "code"))
        return str_eq(verdict, "not_possible");
    return true;
}

/* Specialists by digit, then letter: those of the request's department first. */
static bool list_specialists(struct screen *s, struct review_page *me, struct err *e)
{
    static const char keys[] = "123456789abcdefghijklmnopqrstuvwxyz";
    struct offer offer;
    size_t k = 0;

    if (!desk_specialists(desk_of(s), &s->arena, &offer, e))
        return false;
    for (size_t i = 0; i < offer.n_specialists && k + 1 < SPECIALISTS_MAX && k < sizeof keys - 1; i++)
        if (offer.specialists[i].active) {
            me->specialists[k] = (struct choice){ .key = arena_strndup(&s->arena, &keys[k], 1),
                .value = arena_printf(&s->arena, "%lld", (long long)offer.specialists[i].id),
                .label = bilingual_in(
                    (struct bilingual){ offer.specialists[i].name, offer.specialists[i].name_en }, lang_of_screen(s)) };
            k++;
        }
    me->specialists[k] = (struct choice){ NULL, NULL, NULL };
    return true;
}

static bool review_reload(struct screen *s, struct err *e)
{
    struct review_page *me = s->state;

    return case_read(s, me->id, false, &s->view, &me->view, e);
}

/* What a draft of the answer was typed against: the round that is open, 0 before the first. */
static int64_t answer_rev(const struct review_page *me)
{
    const struct review *r = case_review(&me->view.c);

    return r ? r->rev : 0;
}

static bool review_open(struct screen *s, const void *arg, struct err *e)
{
    const struct place_arg *place = arg;
    struct review_page *me = s->state;
    char iso[DAY_TEXT];

    me->id = place->request;
    me->screen = s;
    if (!review_reload(s, e) || !list_specialists(s, me, e))
        return false;
    me->fields = ARENA_ARRAY(&s->arena, struct form_field, review_form_def.n);
    memcpy(me->fields, fields, sizeof fields);
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (str_eq(fields[i].id, "specialist") && me->specialists[0].key)
            me->fields[i].choices = me->specialists;
    me->def = review_form_def;
    me->def.fields = me->fields;
    me->def.echo = echo;
    me->def.asked = asked;
    me->form = form_new(&me->def, me);
    form_set(me->form, "answered_on", day_field(me->view.today, iso));
    form_set_clean(me->form);
    if (round_open(me))
        shell_draft_offer(s, me->form, me->id, answer_rev(me));
    return true;
}

static void review_pause(struct screen *s)
{
    struct review_page *me = s->state;

    if (round_open(me))
        shell_draft_keep(s, me->form, me->id, answer_rev(me));
}

static void review_close(struct screen *s)
{
    struct review_page *me = s->state;

    if (me->form) {
        review_pause(s);
        form_free(me->form);
    }
}

static struct step review_key(struct screen *s, struct key k)
{
    struct review_page *me = s->state;

    if (round_open(me))
        return form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
    if (k.mods || (k.code != K_CHAR && k.code != K_PASTE && k.code != K_ENTER && k.code != K_TAB))
        return step_unused();
    app_say(s->app, SAY_GUIDE, why_closed(me), NULL);
    return step_stay();
}

/* Asked on, asked again, answered on and what. */
static const char *round_head(const struct review *r, const struct grid *g, struct arena *a)
{
    char on[DATE_TEXT], again[DATE_TEXT], back[DATE_TEXT];
    bool answered = !str_empty(r->verdict);

    return arena_printf(a, "%d  %s %s%s%s  %s%s%s %s", r->round, tr(g->catalog, N_("asked")),
        date_text(r->sent_on, g->lang, DATE_SHORT_WEEKDAY, on), day_known(r->asked_again_on) ? tr(g->catalog, N_(", again ")) : "",
        day_known(r->asked_again_on) ? date_text(r->asked_again_on, g->lang, DATE_SHORT_WEEKDAY, again) : "",
        answered ? date_text(r->answered_on, g->lang, DATE_SHORT_WEEKDAY, back) : "", answered ? " " : "",
        tr(g->catalog, answered ? words_label(&WORDS_REVIEW_VERDICT, r->verdict) : N_("no answer yet")),
        bilingual_in(review_specialist(r), g->lang));
}

static void add_words(struct buf *out, const struct catalog *c, const char *label, const char *words)
{
    if (!str_empty(words))
        buf_printf(out, "%s%s %s", out->len ? "  " : "", tr(c, label), words);
}

/* What stands in the answer, whole: what is wanted and by when, the dates, why not, and that the visitor knows. */
static const char *round_words(const struct review *r, const struct grid *g, struct arena *a)
{
    char by[DATE_TEXT], told[DATE_TEXT];
    struct buf b;

    buf_init(&b, 4096);
    add_words(&b, g->catalog, N_("Until"), day_known(r->more_by) ? date_text(r->more_by, g->lang, DATE_SHORT_WEEKDAY, by) : "");
    add_words(&b, g->catalog, N_("Wanted"), grid_veil(g, r->more));
    add_words(&b, g->catalog, N_("Dates"), grid_veil(g, r->dates));
    add_words(&b, g->catalog, N_("Why not"), str_empty(r->code) ? "" : tr(g->catalog, words_label(&WORDS_DECLINE_CODE, r->code)));
    add_words(&b, g->catalog, N_("In words"), grid_veil(g, r->reason));
    if (day_known(r->told_on))
        add_words(&b, g->catalog, N_("Told"), arena_printf(a, "%s %s", date_text(r->told_on, g->lang, DATE_SHORT_WEEKDAY, told),
            tr(g->catalog, words_label(&WORDS_CHANNEL, r->told_how))));
    const char *text = arena_strdup(a, b.p);
    buf_fini(&b);
    return text;
}

/* The rounds so far; where they are more than fit, the words of the older ones give way. */
static int draw_rounds(const struct review_page *me, struct grid *g, int row, int rows)
{
    const struct casefile *c = &me->view.c;
    struct arena a;
    int need = 0, end = row + rows;

    arena_init(&a);
    const char **words = ARENA_ARRAY(&a, const char *, c->n_reviews + 1);
    for (size_t i = 0; i < c->n_reviews; i++) {
        words[i] = round_words(&c->reviews[i], g, &a);
        need += 1 + (*words[i] ? wrap_rows(words[i], g->cols - 5) : 0);
    }
    size_t first = 0;
    for (size_t i = 0; i + 1 < c->n_reviews && need > rows; i++) {
        need -= *words[i] ? wrap_rows(words[i], g->cols - 5) : 0;
        words[i] = "";
    }
    for (; first + 1 < c->n_reviews && need > rows; first++)
        need--;
    for (size_t i = first; i < c->n_reviews && row < end; i++) {
        const struct review *r = &c->reviews[i];
        enum style style = str_empty(r->verdict) || (i + 1 == c->n_reviews && case_wanted(c, "records")) ? STYLE_NEED : STYLE_NORMAL;
        grid_put(g, row++, 1, g->cols - 2, style, round_head(r, g, &a));
        row += *words[i] ? grid_wrap(g, (struct rect){ row, 4, end - row, g->cols - 5 }, style, words[i]) : 0;
    }
    if (c->n_reviews == 0)
        grid_tr(g, row++, 1, STYLE_DIM,
            str_empty(c->ended) ? N_("Not asked yet. F8 prints the sheet and records that it went out.") : why_closed(me));
    arena_fini(&a);
    return row;
}

static void review_draw(const struct screen *s, struct grid *g)
{
    const struct review_page *me = screen_state(s);
    int row = case_head_draw(s, g, &me->view, "review");

    int end = g->body.row + g->body.rows;
    bool open = round_open(me);

    /* the form first, while there is a question to answer; else the reason why there is nothing to type */
    row = draw_rounds(me, g, row, end - row - (open ? form_rows(me->form) : 2) - 1);
    if (open)
        form_draw(me->form, g, (struct rect){ row + 1, 1, end - row - 1, g->cols - 2 }, true);
    else if (me->view.c.n_reviews)
        grid_wrap(g, (struct rect){ row + 1, 1, 2, g->cols - 2 }, STYLE_DIM, tr(g->catalog, why_closed(me)));
}

static const struct form *review_form(const struct screen *s)
{
    const struct review_page *me = screen_state(s);

    return round_open(me) ? me->form : NULL;
}

static bool can_answer(const struct screen *s, struct msg *why)
{
    const struct review_page *me = screen_state(s);

    if (round_open(me))
        return shell_may(s, ACT_REVIEW_ANSWER, why);
    msg_set(why, why_closed(me), NULL);
    return false;
}

static struct step send(struct screen *s)
{
    struct review_page *me = s->state;
    struct err e = ERR_INIT;
    int64_t print = 0;

    if (round_open(me)) {
        if (!desk_review_ask_again(desk_of(s), me->id, case_review(&me->view.c)->rev, &e)
            || !desk_print_paper(desk_of(s), ACT_PAPER_PRINT, "department_sheet", "request", me->id, LANG_JA, &e))
            return shell_refused(s, me->form, &e, TAG_NUMBER);
        app_say(s->app, SAY_NOTICE, N_("Asked again; the sheet is printed once more."), NULL);
    } else {
        if (!desk_review_send(desk_of(s), me->id, NULL, &print, &e))
            return shell_refused(s, me->form, &e, TAG_NUMBER);
        print_and_say(s, print, N_("The sheet is printed. The department's answer is typed here."));
    }
    app_reload(s->app);
    return step_stay();
}

static struct step save(struct screen *s)
{
    struct review_page *me = s->state;
    struct err e = ERR_INIT;
    int64_t specialist = 0;
    struct review_answer x = { .request = me->id, .rev = case_review(&me->view.c)->rev,
        .verdict = form_get(me->form, "verdict"), .dates = form_get(me->form, "dates"), .code = form_get(me->form, "code"),
        .reason = form_get(me->form, "reason"), .more = form_get(me->form, "more"),
        .other_number = me->other_number };

    if (!str_int(form_get(me->form, "specialist"), &specialist))
        specialist = 0;
    x.specialist = specialist;
    if (!form_day(s, me->form, "answered_on", DATE_PAST, &x.answered_on, &e)
        || !form_day(s, me->form, "more_by", DATE_FUTURE, &x.more_by, &e) || !desk_review_answer(desk_of(s), &x, &e))
        return shell_refused(s, me->form, &e, TAG_NUMBER);
    form_set_clean(me->form);
    shell_draft_drop(s, me->id);
    app_say(s->app, SAY_NOTICE, N_("The answer is stored."), NULL);
    return step_pop(1, NULL);
}

static bool can_tell(const struct screen *s, struct msg *why)
{
    const struct review_page *me = screen_state(s);
    const struct review *r = case_review(&me->view.c);

    if (r && str_eq(r->verdict, "not_possible") && !day_known(r->told_on))
        return shell_may(s, ACT_REVIEW_TOLD, why);
    msg_set(why, r && str_eq(r->verdict, "not_possible") ? N_("The visitor was told already.")
                                                         : N_("The department has not said that it is not possible."), NULL);
    return false;
}

static struct step tell(struct screen *s)
{
    const struct pick_item items[] = { { .text = N_("Telephone"), .msgid = true, .id = 1 },
        { .text = N_("Letter by post"), .msgid = true, .id = 2 }, { .text = N_("At the counter"), .msgid = true, .id = 3 } };
    struct pick_arg arg = { .title = N_("Tell the visitor"), .items = items, .n = COUNT_OF(items) };

    msg_set(&arg.text, N_("How was the visitor told that it is not possible? The request ends."), NULL);
    return dialog_pick(s, &arg, TAG_TOLD);
}

static struct step review_result(struct screen *s, const struct result *r)
{
    static const char *const how[] = { "", "phone", "post", "counter" };
    struct review_page *me = s->state;
    struct err e = ERR_INIT;
    int64_t print = 0;

    if (r->answer && r->tag == TAG_NUMBER) {
        me->other_number = true; /* of these words; what is typed after a refusal is asked about anew */
        struct step step = save(s);
        me->other_number = false;
        return step;
    }
    if (r->answer == 0 || r->tag != TAG_TOLD)
        return step_stay();
    if (!desk_review_told(desk_of(s), me->id, how[*(const int64_t *)r->value], &print, &e))
        return shell_refused(s, me->form, &e, TAG_NUMBER);
    print_and_say(s, print, N_("Recorded. Give the materials back, then the request can be closed."));
    return step_pop(1, NULL);
}

static bool can_send(const struct screen *s, struct msg *why)
{
    const struct review_page *me = screen_state(s);
    struct err e = ERR_INIT;

    if (round_open(me))
        return shell_may(s, ACT_REVIEW_ASK_AGAIN, why);
    if (!shell_may(s, ACT_REVIEW_SEND, why))
        return false;
    if (review_may_send(&me->view.c, &me->view.j, &e))
        return true;
    *why = e.msg;
    return false;
}

static const struct action review_actions[] = {
    { .id = "review.save", .key = "F12", .label = N_("Save"), .rank = 1, .help = N_("Stores the department's answer."),
        .usable = can_answer, .run = save },
    { .id = "review.send", .key = "F8", .label = N_("Sheet"), .rank = 2,
        .help = N_("Prints the sheet to the department and records that it went out, or asks again."),
        .usable = can_send, .run = send },
    { .id = "review.tell", .key = "Alt+T", .label = N_("Told"), .rank = 3, .help = N_("Records that the visitor was told that it is not possible."),
        .usable = can_tell, .run = tell },
    { .id = NULL },
};

const struct screen_ops review_screen = { .name = "review", .title = N_("Department"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct review_page), .actions = review_actions, .open = review_open, .close = review_close, .pause = review_pause,
    .reload = review_reload, .key = review_key, .result = review_result, .draw = review_draw, .form = review_form };
