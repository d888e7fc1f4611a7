/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 操作記録: who did what, when, on what and why. Newest first, a page at a time: the screen holds some hundred rows
 * of however many there are. What is written meanwhile does not move the list under the reader; F5 takes it in. */
#include "desk/keep.h"
#include "screens/money.h"
#include "screens/trail.h"
#include "text/catalog.h"
#include "text/era.h"
#include "tui/list.h"

enum { WINDOW = 200 /* rows held */ };
enum { TAG_ENTRY = 1, TAG_FILTER, TAG_VERIFY, TAG_FINDING };
enum { ASK_TEXT = 64 };
/* Below the list stands the chosen entry's reason, which the column cuts or has no room for. */
enum { REASON_ROWS = 2, REASON_TALL = REASON_ROWS + 1 /* with the line above */, REASON_FROM = 12 /* rows of the body */ };

struct trail {
    struct trail_filter filter;
    char from[ASK_TEXT], until[ASK_TEXT], person[ASK_TEXT], about[ASK_TEXT]; /* as typed, for the form and its line */
    struct trail_person *people;
    size_t n_people;
    int64_t upper; /* the newest entry when the reading began */
    int64_t first; /* of the rows held: they are gone when the screen reads again */
    struct trail_row *rows;
    size_t n;
    bool older, newer; /* there may be more beyond the rows held */
    struct list list;
    struct form_def form; /* with this screen's echo */
    struct keep_report report;
};

/* --- the list */

enum { COLUMN_AT, COLUMN_BY, COLUMN_VERB, COLUMN_OBJECT, COLUMN_REASON, COLUMN_SEQ };

static int rows_count(const void *user)
{
    return (int)((const struct trail *)user)->n;
}

static int64_t row_id(const void *user, int row)
{
    return ((const struct trail *)user)->rows[row].seq;
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct trail_row *x = &((const struct trail *)user)->rows[row];
    const struct shell *sh = g->user;

    switch (column) {
    case COLUMN_AT: trail_at_text(desk_hospital(sh->desk), g->lang, x->at, out); break;
    case COLUMN_BY: buf_puts(out, x->by_name); break;
    case COLUMN_VERB:
        *style = str_eq(x->verb, "denied") || strstr(x->verb, "_failed") || strstr(x->verb, "_refused") ? STYLE_NEED : *style;
        trail_verb_text(g->catalog, x, out);
        break;
    case COLUMN_OBJECT: trail_object_text(g->catalog, g->lang, sh->hide_names, x, out); break;
    case COLUMN_REASON: buf_puts(out, sh->hide_names ? "" : trail_reason(g->catalog, x->reason)); break;
    default: buf_printf(out, "%lld", (long long)x->seq);
    }
}

static const struct list_column columns[] = {
    [COLUMN_AT] = { .title = N_("Recorded at"), .cells = 16 },
    [COLUMN_BY] = { .title = N_("Staff"), .cells = 9 },
    [COLUMN_VERB] = { .title = N_("Action"), .cells = 32, .cells_ja = 22, .words = true },
    [COLUMN_OBJECT] = { .title = N_("On what"), .cells = 16 },
    [COLUMN_REASON] = { .title = N_("Reason"), .cells = 24, .cells_ja = 12, .priority = 1, .flex = true },
    [COLUMN_SEQ] = { .title = N_("Entry"), .cells = 8, .align = ALIGN_RIGHT, .priority = 2 },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("No entry of the trail is like that.") };

/* --- pages */

static bool load(struct screen *s, enum trail_way way, int64_t seq, struct err *e)
{
    struct trail *me = s->state;
    struct trail_row *rows;
    size_t n;

    if (!desk_trail(desk_of(s), &me->filter, way, seq, me->upper, WINDOW, &s->view, &rows, &n, e))
        return false;
    me->rows = rows;
    me->n = n;
    me->first = n ? rows[0].seq : me->upper;
    if (way == TRAIL_OLDER)
        me->older = n == WINDOW;
    else
        me->newer = n == WINDOW;
    return true;
}

static bool load_newest(struct screen *s, struct err *e)
{
    struct trail *me = s->state;

    me->newer = false;
    return load(s, TRAIL_OLDER, me->upper + 1, e);
}

/* The rows held move on by half, so that the chosen one stays among them. False: nothing was to be had. */
static bool move_window(struct screen *s, enum trail_way way)
{
    struct trail *me = s->state;
    int64_t middle = me->rows[me->n / 2].seq;
    struct err e = ERR_INIT;
    bool ok;

    arena_reset(&s->view);
    if (way == TRAIL_OLDER) {
        ok = load(s, TRAIL_OLDER, middle, &e);
        me->newer = true;
    } else {
        ok = load(s, TRAIL_NEWER, middle, &e);
        me->older = true;
        if (ok && me->n < WINDOW) {
            arena_reset(&s->view);
            ok = load_newest(s, &e);
        }
    }
    if (!ok) {
        me->n = 0;
        app_say_err(s->app, &e);
    }
    list_reload(&me->list);
    return ok;
}

static void to_end(struct screen *s, bool newest)
{
    struct trail *me = s->state;
    struct err e = ERR_INIT;

    arena_reset(&s->view);
    me->older = false;
    if (!(newest ? load_newest(s, &e) : load(s, TRAIL_NEWER, 0, &e))) {
        me->n = 0;
        app_say_err(s->app, &e);
    }
    list_reload(&me->list);
    list_select(&me->list, me->n ? me->rows[newest ? 0 : me->n - 1].seq : 0);
}

/* Before a key moves beyond the rows held. */
static void page_for(struct screen *s, struct key k)
{
    struct trail *me = s->state;
    int step = k.code == K_PGUP || k.code == K_PGDN ? me->list.page : 1;

    if (k.mods || me->n == 0)
        return;
    if ((k.code == K_DOWN || k.code == K_PGDN) && me->older && me->list.sel + step >= (int)me->n)
        move_window(s, TRAIL_OLDER);
    else if ((k.code == K_UP || k.code == K_PGUP) && me->newer && me->list.sel - step < 0)
        move_window(s, TRAIL_NEWER);
    else if (k.code == K_HOME && me->newer)
        to_end(s, true);
    else if (k.code == K_END && me->older)
        to_end(s, false);
}

static int reason_rows(int body_rows)
{
    return body_rows >= REASON_FROM ? REASON_TALL : 0;
}

static void fit(struct screen *s)
{
    struct trail *me = s->state;
    int rows = app_body(s->app).rows;

    list_set_page(&me->list, rows - 2 - reason_rows(rows));
}

static bool trail_reload(struct screen *s, struct err *e)
{
    struct trail *me = s->state;

    me->n = 0;
    bool ok = load(s, TRAIL_OLDER, me->first + 1, e);
    list_reload(&me->list);
    fit(s);
    return ok;
}

static bool trail_open(struct screen *s, const void *arg, struct err *e)
{
    struct trail *me = s->state;

    (void)arg;
    bool ok = desk_trail_people(desk_of(s), &s->arena, &me->people, &me->n_people, e)
        && desk_trail_begin(desk_of(s), &me->filter, &me->upper, e) && load_newest(s, e);
    list_init(&me->list, &source, me);
    fit(s);
    return ok;
}

static const struct trail_row *chosen(const struct trail *me)
{
    for (size_t i = 0; i < me->n; i++)
        if (me->rows[i].seq == list_selected(&me->list))
            return &me->rows[i];
    return NULL;
}

/* --- what is sought */

static const struct form_field trail_fields[] = {
    { .id = "from", .label = N_("On or from"), .kind = FIELD_DATE, .cells = 14,
        .help = N_("A day, or the first of several: t = today, -3, 11/20, R8.11.20.") },
    { .id = "until", .label = N_("Up to"), .kind = FIELD_DATE, .cells = 14,
        .help = N_("The last day. Empty: only the day above.") },
    { .id = "person", .label = N_("Staff"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 20,
        .help = N_("Log-in or name from its beginning; also of who has left. Empty: everybody.") },
    { .id = "about", .label = N_("On what"), .kind = FIELD_CODE, .cells = 16, .max_clusters = 16,
        .help = N_("Request number (26-0415) or receipt number (1-2026-00310). Empty: everything.") },
};

static void echo_day(const struct screen *s, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    struct trail_filter read;
    struct err e = ERR_INIT;
    char text[DATE_TEXT];
    hm ignored;
    day d;

    /* As if it stood alone in the first field. */
    if (!desk_trail_ask(desk_of(s), &(struct trail_ask){ .from = form_get(f, id) }, &read, &e) || !read.span)
        return;
    instant_civil(read.from, hospital_of(s)->offset, &d, &ignored);
    buf_puts(out, date_text(d, g->lang, DATE_BOTH, text));
}

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct screen *s = user;
    const struct trail *me = screen_state(s);
    bool several;

    if (str_empty(form_get(f, id)))
        return;
    if (str_eq(id, "from") || str_eq(id, "until")) {
        echo_day(s, f, id, g, out);
    } else if (str_eq(id, "person")) {
        const struct trail_person *x = desk_trail_person(me->people, me->n_people, form_get(f, id), &several);
        if (x)
            buf_printf(out, "%s (%s)", x->name, x->login);
    }
}

const struct form_def trail_form = { .id = "trail", .version = 1, .house = true, .fields = trail_fields, .n = COUNT_OF(trail_fields),
    .label_cells = 14 };

static void fill(void *user, struct form *f)
{
    const struct trail *me = ((struct screen *)user)->state;

    form_set(f, "from", me->from);
    form_set(f, "until", me->until);
    form_set(f, "person", me->person);
    form_set(f, "about", me->about);
}

static void keep_words(struct trail *me, const struct trail_ask *ask)
{
    str_copy(me->from, sizeof me->from, str_or(ask->from, ""));
    str_copy(me->until, sizeof me->until, str_or(ask->until, ""));
    str_copy(me->person, sizeof me->person, str_or(ask->person, ""));
    str_copy(me->about, sizeof me->about, str_or(ask->about, ""));
}

static bool check(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct trail *me = s->state;
    const struct trail_ask ask = { form_get(f, "from"), form_get(f, "until"), form_get(f, "person"), form_get(f, "about") };
    struct trail_filter filter;

    if (!desk_trail_ask(desk_of(s), &ask, &filter, e))
        return false;
    me->filter = filter;
    keep_words(me, &ask);
    return true;
}

static void show_newest(struct screen *s)
{
    to_end(s, true);
    fit(s);
}

static struct step run_filter(struct screen *s)
{
    struct trail *me = s->state;

    me->form = trail_form;
    me->form.echo = echo;
    return dialog_form(s, &(struct form_arg){ .title = N_("Which entries"), .def = &me->form, .user = s, .fill = fill,
        .check = check, .commit = N_("Show") }, TAG_FILTER);
}

static bool filtered(const struct trail *me)
{
    return me->filter.span || me->filter.staff || me->filter.about != TRAIL_ALL;
}

static bool can_all(const struct screen *s, struct msg *why)
{
    if (filtered(screen_state(s)))
        return true;
    msg_set(why, N_("All entries are shown."), NULL);
    return false;
}

static struct step run_all(struct screen *s)
{
    struct trail *me = s->state;

    me->filter = (struct trail_filter){ 0 };
    keep_words(me, &(struct trail_ask){ 0 });
    show_newest(s);
    return step_stay();
}

static bool has_row(const struct screen *s, struct msg *why)
{
    if (chosen(screen_state(s)))
        return true;
    msg_set(why, N_("No entry of the trail is like that."), NULL);
    return false;
}

static bool has_request(const struct screen *s, struct msg *why)
{
    const struct trail_row *x = chosen(screen_state(s));

    if (x && x->request)
        return true;
    msg_set(why, N_("This entry belongs to no request. Choose one that shows a number."), NULL);
    return false;
}

static struct step run_person(struct screen *s)
{
    struct trail *me = s->state;
    int64_t staff = chosen(me)->staff;

    for (size_t i = 0; i < me->n_people; i++)
        if (me->people[i].id == staff)
            str_copy(me->person, sizeof me->person, me->people[i].login);
    me->filter.staff = staff;
    show_newest(s);
    return step_stay();
}

static struct step run_request(struct screen *s)
{
    struct trail *me = s->state;
    const struct trail_row *x = chosen(me);

    case_number_text(x->year, x->number, me->about);
    me->filter.about = TRAIL_REQUEST;
    me->filter.about_id = x->request;
    show_newest(s);
    return step_stay();
}

/* --- one entry */

static struct step run_open(struct screen *s)
{
    struct trail *me = s->state;
    struct trail_entry_arg arg = { list_selected(&me->list), me->upper, me->filter };

    return step_push_copy(s, &trail_entry_screen, &arg, sizeof arg, TAG_ENTRY);
}

/* --- verify */

static bool looked(void *arg, size_t done, size_t all)
{
    struct screen *s = arg;
    struct msg m;

    msg_set(&m, N_("The record is checked. Esc stops."), NULL);
    return app_progress(s->app, &m, (int64_t)done, (int64_t)all);
}

static struct step finding(struct screen *s, size_t i)
{
    const struct trail *me = s->state;

    return dialog_message(s, &(struct message_arg){ .title = N_("The record does not agree"), .text = me->report.item[i].msg },
        TAG_FINDING);
}

static struct step findings(struct screen *s)
{
    struct trail *me = s->state;
    struct pick_arg arg = { .title = N_("The record does not agree") };
    struct pick_item *items = ARENA_ARRAY(app_step_arena(s->app), struct pick_item, me->report.n + 1);
    struct buf text;
    char n[24];

    buf_init(&text, 4096);
    for (size_t i = 0; i < me->report.n; i++) {
        buf_clear(&text);
        msg_text(app_catalog(s->app), &me->report.item[i].msg, &text);
        items[i] = (struct pick_item){ .text = arena_printf(app_step_arena(s->app), "%s  %s", me->report.item[i].rule, text.p),
            .id = (int64_t)i };
    }
    buf_fini(&text);
    arg.n = (int)me->report.n;
    snprintf(n, sizeof n, "%zu", me->report.n);
    msg_set(&arg.text, N_("Rules of the record that do not hold: %s. A digit shows one whole. Tell whoever looks after the machine today."),
        n, NULL);
    arg.items = items;
    return dialog_pick(s, &arg, TAG_VERIFY);
}

static struct step run_verify(struct screen *s)
{
    struct trail *me = s->state;
    struct message_arg box = { .title = N_("The record was checked") };
    struct err e = ERR_INIT;
    char n[24];

    if (!desk_verify(desk_of(s), looked, s, &s->arena, &me->report, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    if (me->report.n > 0) {
        app_say(s->app, SAY_WARN, N_("The record does not agree"), NULL);
        return findings(s);
    }
    if (me->report.stopped) {
        app_say(s->app, SAY_NOTICE, N_("Stopped. The rules that were looked at hold; the others were not looked at."), NULL);
        return step_stay();
    }
    app_say(s->app, SAY_NOTICE, N_("The record was checked"), NULL);
    snprintf(n, sizeof n, "%zu", me->report.n_rules);
    msg_set(&box.text, N_("All %s rules of the record hold: the trail is whole, and every row is as the trail says it was written."),
        n, NULL);
    return dialog_message(s, &box, TAG_FINDING);
}

static bool can_verify(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_TRAIL_READ, why);
}

/* What was written since the list was opened. */
static struct step run_refresh(struct screen *s)
{
    struct trail *me = s->state;
    struct err e = ERR_INIT;

    if (!desk_trail_begin(desk_of(s), &me->filter, &me->upper, &e))
        app_say_err(s->app, &e);
    show_newest(s);
    return step_stay();
}

/* --- the screen */

static struct step trail_key(struct screen *s, struct key k)
{
    struct trail *me = s->state;

    fit(s);
    page_for(s, k);
    switch (list_key(&me->list, k)) {
    case LIST_OPEN: return run_open(s);
    case LIST_MOVED: return step_stay();
    case LIST_UNUSED: break;
    }
    return step_unused();
}

static struct step trail_result(struct screen *s, const struct result *r)
{
    const struct trail *me = s->state;

    if (r->tag == TAG_FILTER && r->answer)
        show_newest(s);
    if (r->tag == TAG_VERIFY && r->answer && (size_t)r->answer <= me->report.n)
        return finding(s, (size_t)r->answer - 1);
    return step_stay();
}

static void put_span(const struct trail *me, const struct grid *g, struct buf *out)
{
    const struct shell *sh = g->user;
    int offset = desk_hospital(sh->desk)->offset;
    char from[DATE_TEXT] = "", until[DATE_TEXT];
    hm ignored;
    day d;

    if (!me->filter.span)
        return;
    instant_civil((instant){ me->filter.until.s - 1 }, offset, &d, &ignored);
    date_text(d, g->lang, DATE_WEEKDAY, until);
    if (me->filter.from.s != INT64_MIN) {
        instant_civil(me->filter.from, offset, &d, &ignored);
        date_text(d, g->lang, DATE_WEEKDAY, from);
    }
    buf_puts(out, from);
    if (!str_eq(from, until))
        buf_printf(out, "%s- %s", *from ? " " : "", until);
}

static void draw_asked(const struct trail *me, struct grid *g, int row)
{
    struct buf text;

    if (!filtered(me)) {
        money_line(g, row, 1, g->cols - 2, STYLE_DIM, N_("All entries, the newest first. F4 seeks."), NULL);
        return;
    }
    buf_init(&text, 1024);
    put_span(me, g, &text);
    for (size_t i = 0; me->filter.staff && i < me->n_people; i++)
        if (me->people[i].id == me->filter.staff)
            buf_printf(&text, "%s%s", text.len ? "   " : "", me->people[i].name);
    buf_printf(&text, "%s%s", text.len && !str_empty(me->about) ? "   " : "", me->about);
    money_line(g, row, 1, g->cols - 2, STYLE_NEED, N_("Only: %s   (F2 shows all)"), text.p, NULL);
    buf_fini(&text);
}

static void draw_reason(const struct trail *me, struct grid *g, int row)
{
    const struct shell *sh = g->user;
    const struct trail_row *x = chosen(me);
    const char *reason = x && !sh->hide_names ? trail_reason(g->catalog, x->reason) : "";

    grid_hline(g, row, 0, g->cols);
    int col = grid_tr(g, row + 1, 1, STYLE_LABEL, N_("Reason")) + 1;
    grid_wrap(g, (struct rect){ row + 1, col, REASON_ROWS, g->cols - col - 1 }, STYLE_NORMAL, str_or(reason, "-"));
}

static void trail_draw(const struct screen *s, struct grid *g)
{
    const struct trail *me = screen_state(s);
    int below = reason_rows(g->body.rows);

    draw_asked(me, g, g->body.row);
    list_draw(&me->list, g, (struct rect){ g->body.row + 1, 0, g->body.rows - 1 - below, g->cols }, true);
    if (below)
        draw_reason(me, g, g->body.row + g->body.rows - below);
}

static const char *trail_help(const struct screen *s)
{
    (void)s;
    return N_("Enter shows an entry whole, before and after. F5 takes in what is new.");
}

static const struct action trail_actions[] = {
    { .id = "trail.filter", .key = "F4", .label = N_("Seek"), .rank = 1,
        .help = N_("Only some entries: of a day or several, of one person, of one request or receipt."), .run = run_filter },
    { .id = "trail.all", .key = "F2", .label = N_("All"), .rank = 2, .help = N_("Shows all entries again."), .usable = can_all,
        .run = run_all },
    { .id = "trail.person", .key = "w", .second = "Alt+W", .label = N_("Person"), .rank = 3,
        .help = N_("Only what the person of the chosen entry did."), .usable = has_row, .run = run_person },
    { .id = "trail.request", .key = "r", .second = "Alt+R", .label = N_("Request"), .rank = 4,
        .help = N_("Only what belongs to the request of the chosen entry."), .usable = has_request, .run = run_request },
    { .id = "trail.verify", .key = "v", .second = "Alt+V", .label = N_("Verify"), .rank = 5,
        .help = N_("Checks every rule of the record and names what does not hold."), .usable = can_verify, .run = run_verify },
    { .id = "trail.refresh", .key = "F5", .label = N_("Refresh"), .rank = 6,
        .help = N_("Takes in what was written since the list was opened."), .run = run_refresh },
    { .id = NULL },
};

const struct screen_ops trail_screen = { .name = "trail", .title = N_("Trail"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct trail), .actions = trail_actions, .open = trail_open, .reload = trail_reload,
    .key = trail_key, .result = trail_result, .draw = trail_draw, .help = trail_help };
