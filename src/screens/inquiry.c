/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 問合せの記録 (screens-ja.md 6): where from, who, matter, next by one digit each, then the words. Anything may
 * stay empty as long as something says what it is about. The questions are the refusal rules asked kindly; an answer that meets one brings its sentence. */
#include "screens/case_parts.h"
#include "screens/front.h"
#include "text/catalog.h"

enum { COLLEAGUES = 35, TAG_NUMBER = 1, TAG_LIST, TAG_CALL, TAG_FORMS, TAG_CLEAR };

struct inquiry_page {
    struct form *form;
    struct inquiry_draft draft;
    struct inquiry_help help;
    struct arena live; /* what help points to; made anew at each answer */
    struct form_field *fields;
    struct form_def def;
    struct choice people[COLLEAGUES + 1];
    const struct screen *screen;
    bool other; /* the sentence in the other language (Alt+E) */
};

static const struct choice via[] = { { "1", "phone", N_("Phone") }, { "2", "counter", N_("Counter") },
    { "3", "fax", N_("Fax") }, { "4", "institution", N_("Hospital") }, { "5", "phone_en", N_("In English") },
    { NULL, NULL, NULL } };
static const struct choice who[] = { { "1", "patient", N_("Patient") }, { "2", "family", N_("Family") },
    { "3", "institution", N_("Hospital") }, { "9", "other", N_("Other") }, { NULL, NULL, NULL } };
static const struct choice matter[] = { { "1", "wants", N_("Wishes one") }, { "2", "papers", N_("Papers") },
    { "3", "date", N_("Date") }, { "4", "fee", N_("Fee") }, { "5", "records_out", N_("Records out") },
    { "6", "result", N_("Result") }, { "9", "other", N_("Other") }, { NULL, NULL, NULL } };
static const struct choice next[] = { { "1", "done", N_("Nothing more") }, { "2", "call_back", N_("Call back") },
    { "3", "send_forms", N_("Send the forms") }, { "4", "will_come", N_("Will come") },
    { "5", "request", N_("Open a request") }, { NULL, NULL, NULL } };
static const struct choice asked[] = { { "1", "yes", N_("Yes") }, { "2", "no", N_("No") },
    { "3", "unclear", N_("Not sure") }, { NULL, NULL, NULL } };
static const struct choice may[] = { { "1", "yes", N_("ok") }, { "2", "no", N_("never") },
    { NULL, NULL, NULL } };
static const struct choice nobody[] = { { "0", "0", N_("Nobody yet") }, { NULL, NULL, NULL } };

#define ANSWER_HELP N_("1 yes, 2 no, 3 not sure. It may stay empty.")
enum { LABEL = 10, QUESTION = 28 };
static const struct form_field fields[] = {
    { .id = "via", .label = N_("From"), .kind = FIELD_CHOICE, .cells = 12, .choices = via, .flags = FORM_NO_OPTIONS,
        .help = N_("1 telephone 2 counter 3 fax 4 other hospital 5 telephone in English") },
    { .id = "who", .label = N_("Who asks"), .kind = FIELD_CHOICE, .cells = 10, .choices = who,
        .flags = FORM_NO_OPTIONS | FORM_SAME_ROW, .help = N_("1 the patient 2 family 3 other hospital 9 other") },
    { .id = "matter", .label = N_("Matter"), .kind = FIELD_CHOICE, .cells = 16, .choices = matter,
        .flags = FORM_NO_OPTIONS | FORM_SAME_ROW,
        .help = N_("1 wishes one 2 papers 3 date 4 fee 5 records out 6 result 9 other") },
    { .id = "next", .label = N_("Then"), .kind = FIELD_CHOICE, .cells = 19, .choices = next, .flags = FORM_NO_OPTIONS,
        .help = N_("1 nothing more 2 call back 3 send the forms 4 will come 5 make it a request") },
    { .id = "due", .label = N_("Due by"), .kind = FIELD_DATE, .cells = 11, .flags = FORM_SAME_ROW,
        .help = N_("Promised until; empty = today. t today, +1 tomorrow, +7b 7 business days.") },
    { .id = "assigned", .label = N_("Person"), .kind = FIELD_CHOICE, .cells = 14, .choices = nobody,
        .flags = FORM_NO_OPTIONS | FORM_SAME_ROW, .help = N_("Who does it. F1 lists the names.") },
    { .id = "name", .label = N_("Name"), .kind = FIELD_TEXT, .cells = 24, .max_clusters = 60,
        .help = N_("Who is asking, as they say it.") },
    { .id = "kana", .label = N_("Kana"), .kind = FIELD_KANA, .cells = 24, .max_clusters = 60, .flags = FORM_SAME_ROW,
        .help = N_("The reading; the search finds it.") },
    { .id = "phone", .label = N_("Phone"), .kind = FIELD_CODE, .cells = 13, .max_clusters = 30,
        .help = N_("Where to call back.") },
    { .id = "call_hours", .label = N_("When"), .kind = FIELD_TEXT, .cells = 10, .max_clusters = 40, .flags = FORM_SAME_ROW,
        .help = N_("When a call is welcome: evenings, after 13:00 ...") },
    { .id = "voicemail", .label = N_("Msg ok"), .kind = FIELD_CHOICE, .cells = 7, .choices = may,
        .flags = FORM_NO_OPTIONS | FORM_SAME_ROW, .help = N_("May a message be left? 1 allowed, 2 not allowed.") },
    { .id = "name_hospital", .label = N_("Name ok"), .kind = FIELD_CHOICE, .cells = 7, .choices = may,
        .flags = FORM_NO_OPTIONS | FORM_SAME_ROW, .help = N_("May the hospital be named? 1 allowed, 2 not allowed.") },
    { .id = "address", .label = N_("Address"), .kind = FIELD_TEXT, .cells = 40, .max_clusters = 120,
        .help = N_("Where the forms go; a label is printed.") },
    { .id = "lang", .label = N_("Language"), .kind = FIELD_CHOICE, .cells = 10, .choices = CHOICE_LANG,
        .flags = FORM_NO_OPTIONS | FORM_SAME_ROW, .help = N_("The language of the forms: 1 Japanese, 2 English.") },
    { .row = ROW_SECTION, .label = N_("Asked") },
    { .id = "doctor_told", .label = N_("Present doctor knows of it"), .kind = FIELD_CHOICE, .cells = 11, .choices = asked,
        .label_cells = QUESTION, .flags = FORM_NO_OPTIONS, .help = ANSWER_HELP },
    { .id = "transfer", .label = N_("Treatment or transfer here"), .kind = FIELD_CHOICE, .cells = 11, .choices = asked,
        .label_cells = QUESTION, .flags = FORM_NO_OPTIONS, .help = ANSWER_HELP },
    { .id = "litigation", .label = N_("Lawsuit, medical accident"), .kind = FIELD_CHOICE, .cells = 11, .choices = asked,
        .label_cells = QUESTION, .flags = FORM_NO_OPTIONS, .help = ANSWER_HELP },
    { .id = "patient_knows", .label = N_("The patient knows of it"), .kind = FIELD_CHOICE, .cells = 11, .choices = asked,
        .label_cells = QUESTION, .flags = FORM_NO_OPTIONS, .help = ANSWER_HELP },
    { .id = "minor", .label = N_("The patient is under 18"), .kind = FIELD_CHOICE, .cells = 11, .choices = asked,
        .label_cells = QUESTION, .flags = FORM_NO_OPTIONS, .help = ANSWER_HELP },
    { .id = "illness", .label = N_("Illness"), .kind = FIELD_TEXT, .cells = 29, .max_clusters = 80,
        .help = N_("As far as it is known.") },
    { .id = "decide_by", .label = N_("Decide by"), .kind = FIELD_TEXT, .cells = 12, .max_clusters = 30,
        .help = N_("The day by which a treatment must be decided.") },
    { .id = "told", .label = N_("Said"), .kind = FIELD_NUMBER, .cells = 9, .max_clusters = INQUIRY_TOLD, .flags = FORM_SAME_ROW,
        .help = N_("The digits of what was said, from the list at the right: 1357.") },
    { .id = "memo", .label = N_("Memo"), .kind = FIELD_LINES, .cells = 66, .rows = 2, .max_clusters = 600,
        .help = N_("In your own words. No numbers of cards or insurers.") },
};
const struct form_def inquiry_form = { .id = "inquiry", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = LABEL };

/* --- values */

static const char *const texts[] = { "via", "who", "matter", "next", "name", "kana", "phone", "call_hours", "voicemail",
    "name_hospital", "address", "doctor_told", "transfer", "litigation", "patient_knows", "minor", "illness", "decide_by",
    "told", "memo" };

static const char **slot(struct inquiry *x, size_t i)
{
    const char **slots[] = { &x->via, &x->who, &x->matter, &x->next, &x->name, &x->kana, &x->phone, &x->call_hours,
        &x->voicemail, &x->name_hospital, &x->address, &x->screening.doctor_told, &x->screening.transfer,
        &x->screening.litigation, &x->screening.patient_knows, &x->screening.minor, &x->illness, &x->decide_by, &x->told,
        &x->memo };

    _Static_assert(COUNT_OF(slots) == COUNT_OF(texts), "each text of the form has its place");
    return slots[i];
}

static void show(struct inquiry_page *me)
{
    char id[24], due[DAY_TEXT];
    struct inquiry *x = &me->draft.x;

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        form_set(me->form, texts[i], *slot(x, i));
    snprintf(id, sizeof id, "%lld", (long long)x->assigned);
    form_set(me->form, "assigned", id);
    form_set(me->form, "due", day_field(x->due, due));
    form_set(me->form, "lang", lang_id(x->lang));
}

static bool read_form(struct screen *s, struct inquiry *out, struct err *e)
{
    struct inquiry_page *me = s->state;
    int64_t assigned = 0;

    *out = me->draft.x;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        *slot(out, i) = form_get(me->form, texts[i]);
    str_int(form_get(me->form, "assigned"), &assigned);
    out->assigned = assigned;
    lang_of(form_get(me->form, "lang"), &out->lang);
    return form_day(s, me->form, "due", DATE_FUTURE, &out->due, e);
}

static void refresh_help(struct inquiry_page *me)
{
    struct inquiry x = me->draft.x;
    struct err e = ERR_INIT;

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        *slot(&x, i) = form_get(me->form, texts[i]);
    arena_reset(&me->live);
    desk_inquiry_help(desk_of(me->screen), &x, &me->live, &me->help, &e);
}

/* A call in English asks for papers in English. */
static void changed(void *user, struct form *f, const char *id)
{
    struct inquiry_page *me = user;

    if (str_eq(id, "via") && !form_field_dirty(f, "lang") && str_eq(form_get(f, "via"), "phone_en"))
        form_edit(f, "lang", "en");
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (fields[i].choices == asked && str_eq(fields[i].id, id))
            refresh_help(me);
}

/* --- opening */

static bool name_people(struct screen *s, struct inquiry_page *me, struct err *e)
{
    static const char keys[] = "123456789abcdefghijklmnopqrstuvwxyz";
    struct colleague *rows;
    size_t n;

    if (!desk_colleagues(desk_of(s), &s->arena, &rows, &n, e))
        return false;
    for (size_t i = 0; i < n && i < COLLEAGUES; i++)
        me->people[i] = (struct choice){ .key = arena_strndup(&s->arena, &keys[i], 1),
            .value = arena_printf(&s->arena, "%lld", (long long)rows[i].id), .label = rows[i].name };
    return true;
}

static void make_form(struct screen *s, struct inquiry_page *me)
{
    me->fields = ARENA_ARRAY(&s->arena, struct form_field, COUNT_OF(fields));
    memcpy(me->fields, fields, sizeof fields);
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (me->people[0].key && str_eq(fields[i].id, "assigned"))
            me->fields[i].choices = me->people;
    me->def = inquiry_form;
    me->def.fields = me->fields;
    me->def.changed = changed;
    me->form = form_new(&me->def, me);
}

static bool inquiry_open(struct screen *s, const void *arg, struct err *err)
{
    struct inquiry_page *me = s->state;
    const struct place_arg *place = arg;

    arena_init(&me->live);
    me->screen = s;
    if (!desk_inquiry_new(desk_of(s), &s->arena, &me->draft, err) || !name_people(s, me, err))
        return false;
    if (place && place->inquiry && !desk_inquiry_load(desk_of(s), place->inquiry, &s->arena, &me->draft.x, err))
        return false;
    make_form(s, me);
    show(me);
    form_focus_first(me->form);
    shell_draft_offer(s, me->form, me->draft.x.id, me->draft.x.rev);
    refresh_help(me);
    return true;
}

static void inquiry_pause(struct screen *s)
{
    struct inquiry_page *me = s->state;

    shell_draft_keep(s, me->form, me->draft.x.id, me->draft.x.rev);
}

static void inquiry_close(struct screen *s)
{
    struct inquiry_page *me = s->state;

    if (me->form) {
        inquiry_pause(s);
        form_free(me->form);
    }
    arena_fini(&me->live);
}

/* --- storing */

static struct step to_request(struct screen *s, int64_t inquiry)
{
    struct place_arg arg = { .inquiry = inquiry, .day = DAY_NONE };

    return shell_replace(s, PLACE_REQUEST_FORM, &arg);
}

static void clean(struct screen *s, struct inquiry_page *me)
{
    shell_draft_drop(s, me->draft.x.id);
    form_set_clean(me->form);
}

static struct step store_new(struct screen *s)
{
    struct inquiry_page *me = s->state;
    struct inquiry_draft draft = me->draft;
    struct inquiry_done done;
    struct err e = ERR_INIT;

    if (!read_form(s, &draft.x, &e) || !desk_inquiry_record(desk_of(s), &draft, &done, &e))
        return shell_refused(s, me->form, &e, TAG_NUMBER);
    bool request = str_eq(draft.x.next, "request"), call = done.call != 0;
    clean(s, me);
    if (request)
        return to_request(s, done.id);
    if (call && !done.forms.n)
        front_say_call(s, draft.x.due, N_("Recorded; the call stands on the board."), N_("Recorded; the call stands on the board from %s."));
    else
        front_say_printed(s, &done.forms, done.forms.n ? N_("Recorded; the forms are printed.") : N_("Recorded."));
    return step_pop(1, NULL);
}

static struct step run_store(struct screen *s)
{
    struct inquiry_page *me = s->state;
    struct inquiry_draft draft = me->draft;
    struct err e = ERR_INIT;

    if (me->draft.x.id == 0)
        return store_new(s);
    if (!read_form(s, &draft.x, &e) || !desk_inquiry_edit(desk_of(s), &draft, &e))
        return shell_refused(s, me->form, &e, TAG_NUMBER);
    clean(s, me);
    app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
    return step_pop(1, NULL);
}

/* --- other ways */

static bool is_stored(const struct screen *s, struct msg *why)
{
    const struct inquiry_page *me = screen_state(s);

    if (me->draft.x.id)
        return true;
    msg_set(why, N_("Record it first with F12."), NULL);
    return false;
}

static bool can_request(const struct screen *s, struct msg *why)
{
    const struct inquiry_page *me = screen_state(s);

    if (me->draft.x.request == 0)
        return shell_may(s, ACT_REQUEST_TAKE, why);
    msg_set(why, N_("It is a request already."), NULL);
    return false;
}

static struct step run_request(struct screen *s)
{
    struct inquiry_page *me = s->state;

    if (me->draft.x.id)
        return to_request(s, me->draft.x.id);
    form_edit(me->form, "next", "request");
    return store_new(s);
}

/* A new one: recorded, and the whole set comes out of the printer at once. */
static struct step run_forms(struct screen *s)
{
    struct inquiry_page *me = s->state;
    struct place_arg arg = { .inquiry = me->draft.x.id, .day = DAY_NONE };

    if (me->draft.x.id)
        return shell_open(s, PLACE_FORMS, &arg, TAG_FORMS);
    form_edit(me->form, "next", "send_forms");
    form_edit(me->form, "due", "");
    return store_new(s);
}

static struct step run_call(struct screen *s)
{
    struct inquiry_page *me = s->state;
    struct place_arg arg = { .inquiry = me->draft.x.id, .day = DAY_NONE };

    return shell_open(s, PLACE_CALL, &arg, TAG_CALL);
}

static struct step run_finish(struct screen *s)
{
    struct inquiry_page *me = s->state;
    struct err e = ERR_INIT;

    if (!desk_inquiry_finish(desk_of(s), me->draft.x.id, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    app_say(s->app, SAY_NOTICE, N_("Done; it leaves the board."), NULL);
    return step_pop(1, NULL);
}

static struct step run_earlier(struct screen *s)
{
    struct inquiry_page *me = s->state;
    struct place_arg arg = { .text = str_or(form_get(me->form, "phone"), form_get(me->form, "name")), .day = DAY_NONE };

    return shell_open(s, PLACE_INQUIRIES, &arg, TAG_LIST);
}

static struct step run_clear(struct screen *s)
{
    const struct inquiry_page *me = s->state;

    return shell_clear_ask(s, me->form, TAG_CLEAR);
}

static struct step run_other(struct screen *s)
{
    struct inquiry_page *me = s->state;

    me->other = !me->other;
    return step_stay();
}

static struct step inquiry_result(struct screen *s, const struct result *r)
{
    struct inquiry_page *me = s->state;

    if (r->tag == TAG_CLEAR && r->answer) {
        struct step step = shell_clear(s, me->form);
        refresh_help(me);
        return step;
    }
    if (r->tag != TAG_NUMBER || !r->answer)
        return step_stay();
    me->draft.other_number = true; /* of these words; what is typed after a refusal is asked about anew */
    struct step step = run_store(s);
    me->draft.other_number = false;
    return step;
}

static struct step inquiry_key(struct screen *s, struct key k)
{
    struct inquiry_page *me = s->state;

    return front_form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

/* --- drawing */

/* Beside the questions; the digit is what is typed into the field "told". */
static void draw_told(const struct inquiry_page *me, struct grid *g, int row, int col)
{
    const char *said = form_get(me->form, "told");
    char digit[2] = "";
    struct buf text;

    grid_put(g, row, col - 1, 1, STYLE_NORMAL, "");
    grid_tr_put(g, row, col, g->cols - col, STYLE_LABEL, N_("To be told"));
    for (size_t i = 0; i < me->help.n_told; i++) {
        bool done = strchr(said, me->help.told[i].digit) != NULL;
        digit[0] = me->help.told[i].digit;
        buf_init(&text, 512);
        msg_text(g->catalog, &me->help.told[i].text, &text);
        grid_put(g, row + 1 + (int)i, col, 1, STYLE_KEY, digit);
        grid_put(g, row + 1 + (int)i, col + 1, 2, STYLE_OK, done ? "x" : "");
        grid_clip(g, row + 1 + (int)i, col + 3, g->cols - col - 3, done ? STYLE_DIM : STYLE_NORMAL, text.p);
        buf_fini(&text);
    }
}

static void draw_guidance(const struct inquiry_page *me, struct grid *g, struct rect at)
{
    enum lang lang = me->other ? (g->lang == LANG_JA ? LANG_EN : LANG_JA) : g->lang;

    if (!me->help.say.ja)
        return;
    int col = grid_tr(g, at.row, at.col, STYLE_NEED, N_("[Guide]")) + 1;
    grid_wrap(g, (struct rect){ at.row, col, at.rows, at.col + at.cols - col }, STYLE_NEED,
        bilingual_in(me->help.say, lang));
}

/* What the typed day is in the calendar; beside the field there is no room for it. */
static void draw_due(const struct inquiry_page *me, struct grid *g, int row)
{
    struct buf text;

    buf_init(&text, 256);
    echo_day(me->screen, me->form, "due", DATE_FUTURE, false, g, &text);
    if (text.len) {
        int col = grid_tr(g, row, 1, STYLE_LABEL, N_("Due by")) + 2;
        grid_clip(g, row, col, g->cols - col, STYLE_NORMAL, text.p);
    }
    buf_fini(&text);
}

static void inquiry_draw(const struct screen *s, struct grid *g)
{
    enum { QUESTIONS_AT = 5, TOLD_COL = 45 };
    const struct inquiry_page *me = screen_state(s);
    struct rect b = g->body;
    int rows = form_rows(me->form);

    form_draw(me->form, g, (struct rect){ b.row, 1, b.rows - 2 < rows ? b.rows - 2 : rows, b.cols - 2 }, true);
    if (rows <= b.rows - 2)
        draw_told(me, g, b.row + QUESTIONS_AT, TOLD_COL);
    if (rows <= b.rows - 4)
        draw_due(me, g, b.row + b.rows - 3);
    draw_guidance(me, g, (struct rect){ b.row + b.rows - 2, 1, 2, b.cols - 2 });
}

static const struct form *inquiry_focus(const struct screen *s)
{
    return ((const struct inquiry_page *)screen_state(s))->form;
}

static const struct action inquiry_actions[] = {
    { .id = "inquiry.store", .key = "F12", .label = N_("Record"), .rank = 1,
        .help = N_("Records the inquiry and does what was promised."), .run = run_store },
    { .id = "inquiry.earlier", .key = "F3", .label = N_("Earlier"), .rank = 2,
        .help = N_("Inquiries of before, by the number or name that stands here."), .run = run_earlier },
    { .id = "inquiry.forms", .key = "F8", .label = N_("Forms"), .rank = 3,
        .help = N_("Records it and prints the request form, the consent form and the guide."), .run = run_forms },
    { .id = "inquiry.request", .key = "Alt+N", .label = N_("Request"), .rank = 4,
        .help = N_("Makes it a request; nothing is typed again."), .usable = can_request, .run = run_request },
    { .id = "inquiry.call", .key = "Alt+T", .label = N_("Call"), .rank = 6, .help = N_("Records a call of this inquiry."),
        .usable = is_stored, .run = run_call },
    { .id = "inquiry.done", .key = "F4", .label = N_("Done"), .rank = 7,
        .help = N_("What was promised is done by other ways: takes it off the board."), .usable = is_stored,
        .run = run_finish },
    { .id = "inquiry.clear", .key = "F2", .label = N_("Clear"), .rank = 20, .help = N_("Takes out what was typed; Ctrl+Z brings it back."),
        .run = run_clear },
    { .id = "inquiry.other", .key = "Alt+E", .label = N_("Sentence"), .rank = 8,
        .help = N_("The sentence in the other language."), .run = run_other },
    { .id = NULL },
};

const struct screen_ops inquiry_screen = { .name = "inquiry", .title = N_("Inquiry record"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct inquiry_page), .actions = inquiry_actions, .open = inquiry_open, .close = inquiry_close,
    .key = inquiry_key, .result = inquiry_result, .draw = inquiry_draw, .form = inquiry_focus, .pause = inquiry_pause };
