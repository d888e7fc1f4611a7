/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of one request as its policy lists them: what came, what is promised and for when, what is missing and
 * why. Consent and the papers that people show are recorded with those who come; here they can be promised. */
#include "desk/papers.h"

#include "domain/ending.h"
#include "screens/request_parts.h"
#include "text/era.h"
#include "tui/list.h"

enum { TAG_FORM = 1, ROWS_AT_ONCE = 40 };

struct papers {
    int64_t id;
    struct case_view view;
    struct list list;
    const struct screen *screen;
    const char *doc;    /* of the dialog; the policy's own string */
    const char *preset; /* the state that the dialog begins with; NULL = as stored */
};

#define PAPER_FIELDS \
    { .id = "state", .label = N_("State"), .kind = FIELD_CHOICE, .cells = 24, .choices = CHOICE_PAPER_STATE, .flags = FORM_NO_OPTIONS, \
        .help = N_("1 received, 2 promised for later, 3 there is none, 4 not asked for, 5 checked.") }, \
    { .id = "promised_on", .label = N_("Until"), .kind = FIELD_DATE, .cells = 12, \
        .help = N_("The day on which the paper is to be brought; somebody asks on that day.") }, \
    { .id = "received_on", .label = N_("Received on"), .kind = FIELD_DATE, .cells = 12, \
        .help = N_("The day on which the paper came. t is today.") }, \
    { .id = "via", .label = N_("How"), .kind = FIELD_CHOICE, .cells = 20, .choices = CHOICE_VIA, .flags = FORM_NO_OPTIONS, \
        .help = N_("1 counter, 2 post, 3 fax, 4 other hospital.") }, \
    { .id = "tracking", .label = N_("Tracking no."), .kind = FIELD_CODE, .cells = 24, .max_clusters = 40, \
        .help = N_("Of the letter or parcel; the scanner types it.") }

#define NOTE_FIELD \
    { .id = "note", .label = N_("Note"), .kind = FIELD_TEXT, .cells = 40, .max_clusters = 200, \
        .help = N_("What whoever takes over should know. No numbers of cards.") }

static const struct form_field paper_fields[] = { PAPER_FIELDS, NOTE_FIELD };
static const struct form_field letter_fields[] = {
    PAPER_FIELDS,
    { .id = "dated", .label = N_("Dated"), .kind = FIELD_DATE, .cells = 12, .help = N_("The date that stands on the letter.") },
    { .id = "sealed", .label = N_("Envelope"), .kind = FIELD_CHOICE, .cells = 12, .choices = CHOICE_SEALED,
        .help = N_("1 sealed, 2 opened.") },
    { .id = "addressed", .label = N_("Addressed"), .kind = FIELD_CHOICE, .cells = 14, .choices = CHOICE_ADDRESSED,
        .help = N_("A letter to us counts as the present doctor's consent.") },
    NOTE_FIELD,
};

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct papers *me = user;

    if (str_eq(id, "promised_on"))
        echo_day(me->screen, f, id, DATE_FUTURE, false, g, out);
    if (str_eq(id, "received_on") || str_eq(id, "dated"))
        echo_day(me->screen, f, id, DATE_PAST, false, g, out);
}

static bool asked(const void *user, const struct form *f, const char *id)
{
    const char *state = form_get(f, "state");
    bool here = str_eq(state, "received") || str_eq(state, "checked");

    (void)user;
    if (str_eq(id, "promised_on"))
        return str_eq(state, "promised");
    return str_eq(id, "state") || str_eq(id, "note") || here;
}

const struct form_def paper_form_def = { .id = "paper", .version = 1, .fields = paper_fields, .n = COUNT_OF(paper_fields),
    .label_cells = 14, .echo = echo, .asked = asked };
const struct form_def letter_form_def = { .id = "letter", .version = 1, .fields = letter_fields, .n = COUNT_OF(letter_fields),
    .label_cells = 14, .echo = echo, .asked = asked };

/* ---------------------------------------------------------------- the list */
enum { COLUMN_TITLE, COLUMN_STATE, COLUMN_DATE, COLUMN_WHY };

static const struct answer_document *document_at(const struct papers *me, int64_t id)
{
    const struct answer *a = &me->view.j.answer;

    return id >= 1 && (size_t)id <= a->n_documents ? &a->documents[id - 1] : NULL;
}

static const struct answer_document *chosen(const struct papers *me)
{
    return document_at(me, list_selected(&me->list));
}

static int rows_count(const void *user)
{
    return (int)((const struct papers *)user)->view.j.answer.n_documents;
}

static int64_t row_id(const void *user, int row)
{
    (void)user;
    return row + 1;
}

static void put_title(const struct papers *me, const struct answer_document *d, enum lang l, struct buf *out)
{
    const struct casefile *c = &me->view.c;

    buf_puts(out, bilingual_in(d->doc->rule.title, l));
    if (d->attendee >= 0 && (size_t)d->attendee < c->n_attendees && c->n_attendees > 1)
        buf_printf(out, " (%s)", shell_name(me->screen, c->attendees[d->attendee].name, "---"));
}

static enum style put_state(const struct papers *me, const struct answer_document *d, const struct grid *g, struct buf *out)
{
    const struct paper *p = case_paper(&me->view.c, d->doc->rule.id);
    bool ended = !str_empty(me->view.c.ended);
    static const char *const words[] = { [DOC_RECEIVED] = N_("Received"), [DOC_CHECKED] = N_("Checked"),
        [DOC_WAIVED] = N_("Not asked for"), [DOC_PROMISED] = N_("Promised for later") };
    bool there = d->state == DOC_RECEIVED || d->state == DOC_CHECKED || d->state == DOC_WAIVED;

    if (ended && !there) { /* nothing is asked for any more */
        buf_puts(out, "-");
        return STYLE_DIM;
    }
    if ((size_t)d->state < COUNT_OF(words) && words[d->state]) {
        buf_puts(out, tr(g->catalog, words[d->state]));
        return there ? STYLE_OK : STYLE_NEED;
    }
    if (case_wanted(&me->view.c, d->doc->rule.id)) {
        buf_puts(out, tr(g->catalog, N_("Wanted as well")));
        return STYLE_NEED;
    }
    if (p && str_eq(p->state, "none")) {
        buf_puts(out, tr(g->catalog, N_("There is none")));
        return STYLE_NEED;
    }
    if (d->need == PAPER_NOT_NEEDED) {
        buf_puts(out, tr(g->catalog, panel_word(PANEL_NOT)));
        return STYLE_DIM;
    }
    buf_puts(out, tr(g->catalog, panel_word(d->need == PAPER_PENDING ? PANEL_ASK : PANEL_MISSING)));
    return STYLE_NEED;
}

static day date_of(const struct papers *me, const struct answer_document *d)
{
    const struct paper *p = case_paper(&me->view.c, d->doc->rule.id);
    const struct consent *k = str_eq(d->doc->serves, "consent") ? case_consent(&me->view.c) : NULL;

    const struct review *wanted = case_wanted(&me->view.c, d->doc->rule.id);

    if (d->state == DOC_PROMISED)
        return p ? p->promised_on : DAY_NONE;
    if (wanted)
        return wanted->more_by;
    if (k && day_known(k->received_on))
        return k->received_on;
    return p ? p->received_on : DAY_NONE;
}

/* Whole or not at all: of the chosen paper it stands below in full. */
static void put_reason(const struct papers *me, const struct answer_document *d, const struct grid *g, struct buf *out)
{
    reason_text(&d->reason, &me->view.j.answer.in, g->catalog, g->lang, true, out);
    if (cells_of(out->p) > list_column_cells(me->list.source, g, COLUMN_WHY))
        buf_clear(out);
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct papers *me = user;
    const struct answer_document *d = document_at(me, row + 1);
    const struct paper *p = case_paper(&me->view.c, d->doc->rule.id);
    char on[DATE_TEXT];

    if (column == COLUMN_TITLE)
        put_title(me, d, g->lang, out);
    if (column == COLUMN_STATE)
        *style = put_state(me, d, g, out);
    if (column == COLUMN_DATE)
        buf_puts(out, date_text(date_of(me, d), g->lang, DATE_SHORT, on));
    if (column == COLUMN_WHY) {
        *style = STYLE_DIM;
        const struct review *wanted = case_wanted(&me->view.c, d->doc->rule.id);
        if (wanted || (p && !str_empty(p->note)))
            buf_puts(out, grid_veil(g, wanted ? wanted->more : p->note));
        else if (str_empty(me->view.c.ended))
            put_reason(me, d, g, out);
    }
}

static const struct list_column columns[] = {
    [COLUMN_TITLE] = { .title = N_("Paper"), .cells = 38, .cells_ja = 30, .words = true, .flex = true },
    [COLUMN_STATE] = { .title = N_("State"), .cells = 18, .cells_ja = 10 },
    [COLUMN_DATE] = { .title = N_("On"), .cells = 6 },
    [COLUMN_WHY] = { .title = N_("Why"), .cells = 38, .cells_ja = 30, .priority = 1 },
};
/* Where several people come, a paper of one of them has that name with it; the reason gives way to it. */
static const struct list_column named_columns[] = {
    [COLUMN_TITLE] = { .title = N_("Paper"), .cells = 50, .words = true, .flex = true },
    [COLUMN_STATE] = { .title = N_("State"), .cells = 18, .cells_ja = 10 },
    [COLUMN_DATE] = { .title = N_("On"), .cells = 6 },
    [COLUMN_WHY] = { .title = N_("Why"), .cells = 38, .cells_ja = 30, .priority = 1 },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("The rules ask for no paper yet.") };

static const struct list_source named_source = { .columns = named_columns, .n_columns = COUNT_OF(named_columns),
    .count = rows_count, .id = row_id, .cell = row_cell, .empty = N_("The rules ask for no paper yet.") };

static bool papers_reload(struct screen *s, struct err *e)
{
    struct papers *me = s->state;
    bool ok = case_read(s, me->id, false, &s->view, &me->view, e);

    me->list.source = me->view.c.n_attendees > 1 ? &named_source : &source;
    list_reload(&me->list);
    return ok;
}

static bool papers_open(struct screen *s, const void *arg, struct err *e)
{
    struct papers *me = s->state;

    me->id = ((const struct place_arg *)arg)->request;
    me->screen = s;
    list_init(&me->list, &source, me);
    list_set_page(&me->list, ROWS_AT_ONCE); /* short lists: nothing scrolls away while there is room */
    return papers_reload(s, e);
}

static void put_wanted(const struct review *r, const struct grid *g, struct buf *out)
{
    char by[DATE_TEXT];
    const char *words[] = { grid_veil(g, r->more), date_text(r->more_by, g->lang, DATE_WEEKDAY, by) };

    msg_format(tr(g->catalog, day_known(r->more_by) ? N_("The department wants by %2$s: %1$s") : N_("The department wants: %s")),
        words, COUNT_OF(words), out);
}

/* The whole reason of the chosen paper, and what may be said, in the row that the list leaves. */
static void draw_reason(const struct papers *me, struct grid *g, struct rect at)
{
    const struct answer_document *d = chosen(me);
    struct buf text;

    if (!d || !str_empty(me->view.c.ended))
        return;
    buf_init(&text, 4096);
    grid_hline(g, at.row, 0, g->cols);
    int row = at.row + 1;
    const struct review *wanted = case_wanted(&me->view.c, d->doc->rule.id);
    if (wanted) {
        put_wanted(wanted, g, &text);
        grid_wrap(g, (struct rect){ row, at.col, at.rows - 1, at.cols }, STYLE_NEED, text.p);
        buf_fini(&text);
        return;
    }
    reason_text(&d->reason, &me->view.j.answer.in, g->catalog, g->lang, true, &text);
    if (text.len)
        row += grid_wrap(g, (struct rect){ row, at.col, 1, at.cols }, STYLE_DIM, text.p);
    const char *say = bilingual_in(d->doc->rule.say, g->lang);
    if (d->missing && !str_empty(say))
        grid_wrap(g, (struct rect){ row, at.col, at.row + at.rows - row, at.cols }, STYLE_NORMAL, say);
    buf_fini(&text);
}

static void papers_draw(const struct screen *s, struct grid *g)
{
    const struct papers *me = screen_state(s);
    enum { REASON_ROWS = 4 };
    int row = case_head_draw(s, g, &me->view, "papers");
    int rows = g->body.row + g->body.rows - row - REASON_ROWS;

    list_draw(&me->list, g, (struct rect){ row, 0, rows, g->cols }, true);
    draw_reason(me, g, (struct rect){ row + rows, 1, REASON_ROWS, g->cols - 2 });
}

/* ---------------------------------------------------------------- recording */
static struct paper stored(const struct papers *me, const char *doc)
{
    const struct paper *p = case_paper(&me->view.c, doc);

    return p ? *p
             : (struct paper){ .doc = doc, .state = "awaited", .promised_on = DAY_NONE, .received_on = DAY_NONE,
                   .dated = DAY_NONE, .via = "", .tracking = "", .sealed = "", .addressed = "", .note = "" };
}

static bool is_letter(const char *doc)
{
    return str_eq(doc, "referral");
}

static void fill(void *user, struct form *f)
{
    const struct papers *me = user;
    struct paper p = stored(me, me->doc);
    char iso[DAY_TEXT];
    bool here;

    form_set(f, "state", me->preset ? me->preset : str_eq(p.state, "awaited") ? "received" : p.state);
    here = str_eq(form_get(f, "state"), "received") || str_eq(form_get(f, "state"), "checked");
    form_set(f, "promised_on", day_field(p.promised_on, iso));
    form_set(f, "received_on", day_field(here && !day_known(p.received_on) ? me->view.today : p.received_on, iso));
    form_set(f, "via", p.via);
    form_set(f, "tracking", p.tracking);
    form_set(f, "note", str_eq(me->preset, "waived") ? "" : p.note); /* a reason of its own */
    if (is_letter(me->doc)) {
        form_set(f, "dated", day_field(p.dated, iso));
        form_set(f, "sealed", p.sealed);
        form_set(f, "addressed", p.addressed);
    }
    if (str_eq(me->preset, "promised"))
        form_set_focus(f, "promised_on");
    if (str_eq(me->preset, "waived"))
        form_set_focus(f, "note");
}

/* Stores from inside the dialog, so that a refusal leaves it open with what was typed. */
static bool record(void *user, struct form *f, struct err *e)
{
    struct papers *me = user;
    struct paper_draft draft = { .request = me->id, .paper = stored(me, me->doc) };
    struct paper *p = &draft.paper;

    p->state = form_get(f, "state");
    p->via = form_get(f, "via");
    p->tracking = form_get(f, "tracking");
    p->note = form_get(f, "note");
    if (!form_day(me->screen, f, "promised_on", DATE_FUTURE, &p->promised_on, e)
        || !form_day(me->screen, f, "received_on", DATE_PAST, &p->received_on, e))
        return false;
    if (is_letter(me->doc)) {
        p->sealed = form_get(f, "sealed");
        p->addressed = form_get(f, "addressed");
        if (!form_day(me->screen, f, "dated", DATE_PAST, &p->dated, e))
            return false;
    }
    return desk_paper_record(desk_of(me->screen), &draft, e);
}

static struct step open_dialog(struct screen *s, const struct answer_document *d, const char *preset)
{
    struct papers *me = s->state;
    struct form_arg arg = { .title = is_letter(d->doc->rule.id) ? N_("Referral letter") : N_("State of the paper"),
        .def = is_letter(d->doc->rule.id) ? &letter_form_def : &paper_form_def, .user = me, .fill = fill, .check = record };

    me->doc = d->doc->rule.id;
    me->preset = preset;
    msg_set(&arg.text, "%s", bilingual_in(d->doc->rule.title, lang_of_screen(s)), NULL);
    return dialog_form(s, &arg, TAG_FORM);
}

/* A paper that people show, or the consent form: with those who come. */
static struct step with_the_people(struct screen *s)
{
    struct papers *me = s->state;
    struct place_arg arg = { .request = me->id, .day = DAY_NONE };

    return step_push_copy(s, &requester_screen, &arg, sizeof arg, TAG_SILENT);
}

static struct step open_chosen(struct screen *s)
{
    struct papers *me = s->state;
    const struct answer_document *d = chosen(me);
    struct msg why;

    if (d->doc->serves)
        return with_the_people(s);
    if (!shell_may(s, ACT_PAPER_RECORD, &why)) {
        app_say_msg(s->app, SAY_WARN, &why);
        return step_stay();
    }
    return open_dialog(s, d, NULL);
}

static struct step record_at_once(struct screen *s, const char *state)
{
    struct papers *me = s->state;
    const struct policy_document *doc = chosen(me)->doc;
    struct paper_draft draft = { .request = me->id, .paper = stored(me, doc->rule.id) };
    struct err e = ERR_INIT;

    bool was_here = str_eq(draft.paper.state, "received") || str_eq(draft.paper.state, "checked");
    draft.paper.state = state;
    if (str_eq(state, "received") && !was_here)
        draft.paper.received_on = me->view.today;
    if (!desk_paper_record(desk_of(s), &draft, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    app_reload(s->app);
    app_say(s->app, SAY_NOTICE, N_("Recorded: %1$s, %2$s."), bilingual_in(doc->rule.title, lang_of_screen(s)),
        tr(app_catalog(s->app), words_label(&WORDS_PAPER_STATE, state)), NULL);
    return step_stay();
}

static struct step run_received(struct screen *s)
{
    const struct papers *me = s->state;

    return chosen(me)->doc->serves ? with_the_people(s) : record_at_once(s, "received");
}
static struct step run_promised(struct screen *s)
{
    const struct papers *me = s->state;

    return open_dialog(s, chosen(me), "promised");
}
static struct step run_none(struct screen *s)
{
    return record_at_once(s, "none");
}
/* Who may not is told at once; who may says why. */
static struct step run_waived(struct screen *s)
{
    const struct papers *me = s->state;
    struct paper_draft draft = { .request = me->id, .paper = stored(me, chosen(me)->doc->rule.id) };
    struct err e = ERR_INIT;

    draft.paper.state = "waived";
    draft.paper.note = "";
    if (!desk_paper_record(desk_of(s), &draft, &e) && str_eq(e.field, "note"))
        return open_dialog(s, chosen(me), "waived");
    app_say_err(s->app, &e);
    return step_stay();
}
static struct step run_people(struct screen *s)
{
    return with_the_people(s);
}
static struct step run_materials(struct screen *s)
{
    struct papers *me = s->state;

    return shell_open(s, PLACE_MATERIALS, &(struct place_arg){ .request = me->id, .day = DAY_NONE }, TAG_SILENT);
}

static bool has_row(const struct screen *s, struct msg *why)
{
    const struct papers *me = screen_state(s);

    if (chosen(me))
        return true;
    msg_set(why, N_("The rules ask for no paper yet."), NULL);
    return false;
}
static bool can_record(const struct screen *s, struct msg *why)
{
    const struct papers *me = screen_state(s);

    return has_row(s, why) && shell_may(s, ACT_PAPER_RECORD, why) && (!case_closed(&me->view.c) || case_lives(&me->view.c, why));
}

/* What is asked of the visitor: of nobody once the request has ended. A paper may still come by post then. */
static bool can_ask(const struct screen *s, enum desk_action a, struct msg *why)
{
    const struct papers *me = screen_state(s);

    return has_row(s, why) && shell_may(s, a, why) && case_lives(&me->view.c, why);
}

static bool can_promise(const struct screen *s, struct msg *why)
{
    return can_ask(s, ACT_PAPER_PROMISE, why);
}

static bool can_lack(const struct screen *s, struct msg *why)
{
    return can_ask(s, ACT_PAPER_RECORD, why);
}

static struct step papers_key(struct screen *s, struct key k)
{
    struct papers *me = s->state;
    enum list_result r = list_key(&me->list, k);

    if (r == LIST_OPEN)
        return open_chosen(s);
    return r == LIST_UNUSED ? step_unused() : step_stay();
}

static struct step papers_result(struct screen *s, const struct result *r)
{
    const struct papers *me = s->state;

    if (r->answer == 0)
        return step_stay();
    const struct policy_document *doc = policy_document(me->view.policy, me->doc);
    app_reload(s->app);
    app_say(s->app, SAY_NOTICE, N_("Recorded: %1$s, %2$s."), doc ? bilingual_in(doc->rule.title, lang_of_screen(s)) : "",
        tr(app_catalog(s->app), words_label(&WORDS_PAPER_STATE, form_get(r->value, "state"))), NULL);
    return step_stay();
}

static const struct action papers_actions[] = {
    { .id = "papers.received", .key = "1", .label = N_("Received"), .rank = 1, .help = N_("The paper came today."),
        .usable = can_record, .run = run_received },
    { .id = "papers.promised", .key = "2", .label = N_("Promised"), .rank = 2, .help = N_("It is brought later; asks for the day."),
        .usable = can_promise, .run = run_promised },
    { .id = "papers.none", .key = "3", .label = N_("None"), .rank = 3, .help = N_("There is no such paper."), .usable = can_lack,
        .run = run_none },
    { .id = "papers.waived", .key = "4", .label = N_("Waive"), .rank = 4, .help = N_("Does without the paper, when the rules allow it; asks for the reason."),
        .usable = can_lack, .run = run_waived },
    { .id = "papers.people", .key = "p", .second = "F6", .label = N_("People"), .rank = 5, .help = N_("Who comes, consent, papers seen."),
        .run = run_people },
    { .id = "papers.materials", .key = "m", .second = "F7", .label = N_("Material"), .rank = 6,
        .help = N_("Pieces, custody receipt, where each is now."), .run = run_materials },
    { .id = NULL },
};

const struct screen_ops papers_screen = { .name = "papers", .title = N_("Papers"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct papers), .actions = papers_actions, .open = papers_open, .reload = papers_reload,
    .key = papers_key, .result = papers_result, .draw = papers_draw };
