/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gives second opinions and when: the list at the left, the chosen one's hours at the right. */
#include "screens/specialists.h"

#include "screens/case_parts.h"
#include "text/era.h"
#include "text/romaji.h"
#include "tui/list.h"

enum { TAG_DONE = 1, TAG_END_LINE, TAG_REMOVE, TAG_ROOM, LEFT_CELLS = 36 };

struct specialists {
    struct offer offer;
    struct list list;
    const struct policy *policy; /* in force: its departments are the choices */
    struct choice *departments;
    struct form_field *fields;
    struct form_def def;
    int64_t added, room;
    bool fresh; /* the form adds */
};

static const struct choice weekdays[] = { { "1", "1", N_("Monday") }, { "2", "2", N_("Tuesday") }, { "3", "3", N_("Wednesday") },
    { "4", "4", N_("Thursday") }, { "5", "5", N_("Friday") }, { "6", "6", N_("Saturday") }, { "7", "0", N_("Sunday") },
    { NULL, NULL, NULL } };
static const struct choice kinds[] = { { "1", "away", N_("Away") }, { "2", "extra", N_("Extra hours") }, { NULL, NULL, NULL } };
static const struct choice active[] = { { "1", "yes", N_("In use") }, { "2", "no", N_("No longer") }, { NULL, NULL, NULL } };
static const struct choice any_department[] = { { "1", "any", N_("Any") }, { NULL, NULL, NULL } };

static const struct form_field specialist_fields[] = {
    { .id = "name", .label = N_("Name"), .kind = FIELD_TEXT, .cells = 24, .max_clusters = 60, .help = N_("The specialist's name as it is written.") },
    { .id = "kana", .label = N_("Kana"), .kind = FIELD_KANA, .cells = 24, .max_clusters = 60, .help = N_("How the name is read; lists follow it.") },
    { .id = "name_en", .label = N_("English name"), .kind = FIELD_TEXT, .cells = 24, .max_clusters = 60,
        .help = N_("For English screens and papers; proposed from the kana, yours to correct.") },
    { .id = "department", .label = N_("Department"), .kind = FIELD_CHOICE, .cells = 30, .choices = any_department, .flags = FORM_NO_OPTIONS,
        .help = N_("One of the departments of the rules. F1 lists them.") },
    { .id = "active", .label = N_("State"), .kind = FIELD_CHOICE, .cells = 14, .choices = active, .flags = FORM_NO_OPTIONS,
        .help = N_("Who no longer takes cases stays in the old records.") },
};
/* The spelling of the passport; the specialist's own holds, so nothing that stands there is written over. */
static void propose(void *user, struct form *f, const char *id)
{
    struct arena a;

    (void)user;
    if (!str_eq(id, "kana") || !str_empty(form_get(f, "name_en")))
        return;
    arena_init(&a);
    char *name = romaji_from_kana(&a, form_get(f, "kana"));
    for (char *c = name; *c; c++)
        if (c > name && c[-1] != ' ' && *c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    form_edit(f, "name_en", name);
    arena_fini(&a);
}

const struct form_def specialist_form = { .id = "specialist", .version = 1, .house = true, .fields = specialist_fields,
    .n = COUNT_OF(specialist_fields), .label_cells = 14, .left = propose };

static const struct form_field weekly_fields[] = {
    { .id = "weekday", .label = N_("Weekday"), .kind = FIELD_CHOICE, .cells = 12, .choices = weekdays, .flags = FORM_NO_OPTIONS,
        .help = N_("1 Monday to 7 Sunday.") },
    { .id = "start", .label = N_("Starts at"), .kind = FIELD_TIME, .cells = 6, .help = N_("When it begins, in steps of five minutes.") },
    { .id = "end", .label = N_("Ends at"), .kind = FIELD_TIME, .cells = 6, .help = N_("When it ends, in steps of five minutes.") },
    { .id = "place", .label = N_("Place"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 60,
        .help = N_("A room of the list is checked; any other place in words is not.") },
    { .id = "from", .label = N_("First day"), .kind = FIELD_DATE, .cells = 12, .help = N_("From which day on it holds.") },
    { .id = "until", .label = N_("Last day"), .kind = FIELD_DATE, .cells = 12, .help = N_("Until which day it holds; empty: without an end.") },
};
static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    if (str_eq(id, "start") || str_eq(id, "end"))
        echo_time(f, id, g, out);
    else if (str_eq(id, "from") || str_eq(id, "until") || str_eq(id, "day"))
        echo_day(user, f, id, DATE_FUTURE, false, g, out);
}

const struct form_def weekly_form = { .id = "weekly", .version = 1, .house = true, .fields = weekly_fields, .n = COUNT_OF(weekly_fields),
    .label_cells = 14, .echo = echo };

static const struct form_field exception_fields[] = {
    { .id = "kind", .label = N_("What"), .kind = FIELD_CHOICE, .cells = 14, .choices = kinds, .flags = FORM_NO_OPTIONS,
        .help = N_("1 away, 2 extra hours on that day.") },
    { .id = "day", .label = N_("Day"), .kind = FIELD_DATE, .cells = 12, .help = N_("The one day: 12/8, +1w, R8.12.8.") },
    { .id = "start", .label = N_("Starts at"), .kind = FIELD_TIME, .cells = 6, .help = N_("Empty when away: the whole day.") },
    { .id = "end", .label = N_("Ends at"), .kind = FIELD_TIME, .cells = 6, .help = N_("When it ends, in steps of five minutes.") },
    { .id = "place", .label = N_("Place"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 60,
        .help = N_("A room of the list is checked; any other place in words is not.") },
    { .id = "why", .label = N_("Reason"), .kind = FIELD_TEXT, .cells = 24, .max_clusters = 60, .help = N_("In short, for the counter.") },
};
const struct form_def exception_form = { .id = "exception", .version = 1, .house = true, .fields = exception_fields,
    .n = COUNT_OF(exception_fields), .label_cells = 14, .echo = echo };

static const struct form_field room_fields[] = {
    { .id = "name", .label = N_("Room"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 40, .help = N_("As it is called aloud: two visitors are never booked into it at once.") },
    { .id = "name_en", .label = N_("English name"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 40, .help = N_("For English screens and papers.") },
    { .id = "floor", .label = N_("Floor"), .kind = FIELD_TEXT, .cells = 12, .max_clusters = 20, .help = N_("Floor and block, printed on the slip.") },
    { .id = "floor_en", .label = N_("Floor (en)"), .kind = FIELD_TEXT, .cells = 12, .max_clusters = 20, .help = N_("For English screens and papers.") },
    { .id = "active", .label = N_("State"), .kind = FIELD_CHOICE, .cells = 14, .choices = active, .flags = FORM_NO_OPTIONS,
        .help = N_("A room that is no longer used stays in the old records.") },
};
const struct form_def room_form = { .id = "room", .version = 1, .house = true, .fields = room_fields, .n = COUNT_OF(room_fields),
    .label_cells = 14 };

static const struct specialist *chosen(const struct specialists *me)
{
    return specialist_of(&me->offer, list_selected(&me->list));
}

/* --- the list */

static int list_rows(const void *user)
{
    return (int)((const struct specialists *)user)->offer.n_specialists;
}

static int64_t list_id(const void *user, int row)
{
    return ((const struct specialists *)user)->offer.specialists[row].id;
}

static const char *name_in(const struct specialist *x, enum lang l)
{
    return bilingual_in((struct bilingual){ x->name, x->name_en }, l);
}

static void list_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct specialists *me = user;
    const struct specialist *x = &me->offer.specialists[row];
    const struct policy_department *d = me->policy ? policy_department(me->policy, x->department) : NULL;

    *style = x->active ? STYLE_NORMAL : STYLE_DIM;
    if (column == 0)
        buf_puts(out, name_in(x, g->lang));
    else if (d && *bilingual_in(d->rule.title, g->lang))
        buf_puts(out, bilingual_in(d->rule.title, g->lang));
    else
        buf_puts(out, str_eq(x->department, "any") ? tr(g->catalog, N_("Any")) : x->department);
}

static const struct list_column columns[] = { { .title = N_("Specialist"), .cells = 16, .flex = true },
    { .title = N_("Department"), .cells = 14 } };
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = list_rows, .id = list_id,
    .cell = list_cell, .empty = N_("Nobody yet. N adds one.") };

static bool specialists_reload(struct screen *s, struct err *e)
{
    struct specialists *me = s->state;
    struct desk *d = desk_of(s);
    int64_t version = desk_policy_version(d, desk_today(d), e);

    me->policy = version ? desk_policy(d, version, e) : NULL;
    bool ok = desk_specialists(d, &s->view, &me->offer, e);
    list_reload(&me->list);
    return ok;
}

static bool specialists_open(struct screen *s, const void *arg, struct err *e)
{
    struct specialists *me = s->state;

    (void)arg;
    list_init(&me->list, &source, me);
    return specialists_reload(s, e);
}

/* --- forms */

static bool specialist_check(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct specialists *me = s->state;
    const struct specialist *old = me->fresh ? NULL : chosen(me);

    return desk_specialist_save(desk_of(s),
        &(struct specialist){ .id = old ? old->id : 0, .rev = old ? old->rev : 0, .name = form_get(f, "name"),
            .kana = form_get(f, "kana"), .name_en = form_get(f, "name_en"), .department = form_get(f, "department"),
            .active = !str_eq(form_get(f, "active"), "no") },
        &me->added, e);
}

static void specialist_fill(void *user, struct form *f)
{
    struct specialists *me = ((struct screen *)user)->state;
    const struct specialist *x = me->fresh ? NULL : chosen(me);

    form_set(f, "active", x && !x->active ? "no" : "yes");
    form_set(f, "department", x ? x->department : me->departments[0].value);
    if (!x)
        return;
    form_set(f, "name", x->name);
    form_set(f, "kana", x->kana);
    form_set(f, "name_en", x->name_en);
}

/* The departments of the rules in force by digit and letter. */
static void list_departments(struct screen *s, struct specialists *me)
{
    static const char keys[] = "123456789abcdefghijklmnopqrstuvwxyz";
    size_t n = me->policy ? me->policy->n_departments : 0;

    n = n < sizeof keys - 1 ? n : sizeof keys - 1;
    me->departments = ARENA_ARRAY(&s->arena, struct choice, n + 2);
    me->departments[0] = any_department[0];
    for (size_t i = 0; i < n; i++) {
        const struct rule *r = &me->policy->departments[i].rule;
        const char *title = bilingual_in(r->title, lang_of_screen(s));
        if (!*title)
            title = str_eq(r->id, "any") ? any_department[0].label : r->id;
        me->departments[i] = (struct choice){ arena_strndup(&s->arena, &keys[i], 1), r->id, title };
    }
    me->fields = ARENA_ARRAY(&s->arena, struct form_field, COUNT_OF(specialist_fields));
    memcpy(me->fields, specialist_fields, sizeof specialist_fields);
    me->fields[3].choices = me->departments;
    me->def = specialist_form;
    me->def.fields = me->fields;
}

static struct step edit(struct screen *s, bool fresh)
{
    struct specialists *me = s->state;

    me->fresh = fresh;
    list_departments(s, me);
    return dialog_form(s, &(struct form_arg){ .title = fresh ? N_("A new specialist") : N_("Specialist"), .def = &me->def, .user = s,
                              .fill = specialist_fill, .check = specialist_check }, TAG_DONE);
}

static struct step run_new(struct screen *s)
{
    return edit(s, true);
}

static struct step run_edit(struct screen *s)
{
    return edit(s, false);
}

static bool read_time(const struct form *f, const char *field, int *out, struct err *e)
{
    hm t;

    if (!form_time(f, field, &t, e))
        return false;
    *out = t.min;
    return true;
}

static bool weekly_check(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct weekly x = { .specialist = chosen(s->state)->id, .place = form_get(f, "place") };
    int64_t weekday, id;

    if (!str_int(form_get(f, "weekday"), &weekday))
        return err_set(e, ERR_INPUT, "weekday", N_("Choose a day of the week."), NULL);
    x.weekday = (int)weekday;
    return read_time(f, "start", &x.start_min, e) && read_time(f, "end", &x.end_min, e)
        && form_day(s, f, "from", DATE_FUTURE, &x.from, e) && form_day(s, f, "until", DATE_FUTURE, &x.until, e)
        && desk_session_add(desk_of(s), &x, &id, e);
}

static void weekly_fill(void *user, struct form *f)
{
    char iso[DAY_TEXT];

    form_set(f, "from", day_field(desk_today(desk_of(user)), iso));
}

static struct step run_weekly(struct screen *s)
{
    struct form_arg arg = { .title = N_("Weekly hours"), .def = &weekly_form, .user = s, .fill = weekly_fill, .check = weekly_check };

    msg_set(&arg.text, "%s", name_in(chosen(s->state), lang_of_screen(s)), NULL);
    return dialog_form(s, &arg, TAG_DONE);
}

static bool exception_check(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct exception_day x = { .specialist = chosen(s->state)->id, .extra = str_eq(form_get(f, "kind"), "extra"),
        .place = form_get(f, "place"), .why = form_get(f, "why") };
    int64_t id;

    return form_day(s, f, "day", DATE_FUTURE, &x.day, e) && read_time(f, "start", &x.start_min, e)
        && read_time(f, "end", &x.end_min, e) && desk_exception_add(desk_of(s), &x, &id, e);
}

static void exception_fill(void *user, struct form *f)
{
    (void)user;
    form_set(f, "kind", "away");
}

static struct step run_exception(struct screen *s)
{
    struct form_arg arg = { .title = N_("One day"), .def = &exception_form, .user = s, .fill = exception_fill, .check = exception_check };

    msg_set(&arg.text, "%s", name_in(chosen(s->state), lang_of_screen(s)), NULL);
    return dialog_form(s, &arg, TAG_DONE);
}

static const char *times(int start, int end, struct arena *a)
{
    char from[HM_TEXT], to[HM_TEXT];

    hm_text((hm){ start }, from);
    if (end < DAY_MINUTES)
        hm_text((hm){ end }, to);
    else
        str_copy(to, sizeof to, "24:00");
    return arena_printf(a, "%s-%s", from, to);
}

static const char *weekly_words(const struct offer *o, const struct weekly *x, enum lang l, struct arena *a)
{
    char last[DATE_TEXT];

    return arena_printf(a, "%s %s %s%s%s", weekday_short(x->weekday, l), times(x->start_min, x->end_min, a),
        room_words(o, x->room, x->place, l), day_known(x->until) ? " -" : "",
        day_known(x->until) ? date_text(x->until, l, DATE_ISO, last) : "");
}

static const char *exception_words(const struct offer *o, const struct exception_day *x, const struct catalog *c, enum lang l,
    struct arena *a)
{
    char date[DATE_TEXT];

    return arena_printf(a, "%s %s %s %s %s", date_text(x->day, l, DATE_SHORT_WEEKDAY, date), tr(c, kinds[x->extra].label),
        x->start_min < 0 ? "" : times(x->start_min, x->end_min, a), room_words(o, x->room, x->place, l), x->why);
}

/* A line of the weekly hours ends today; what is booked stays. */
static struct step run_end(struct screen *s)
{
    struct specialists *me = s->state;
    struct pick_item *items = ARENA_ARRAY(&s->view, struct pick_item, me->offer.n_sessions + me->offer.n_exceptions + 1);
    struct pick_arg arg = { .title = N_("End or remove which line?"), .items = items };

    for (size_t i = 0; i < me->offer.n_sessions; i++)
        if (me->offer.sessions[i].specialist == list_selected(&me->list))
            items[arg.n++] = (struct pick_item){ .text = weekly_words(&me->offer, &me->offer.sessions[i], lang_of_screen(s), &s->view),
                .id = me->offer.sessions[i].id };
    for (size_t i = 0; i < me->offer.n_exceptions; i++)
        if (me->offer.exceptions[i].specialist == list_selected(&me->list))
            items[arg.n++] = (struct pick_item){
                .text = exception_words(&me->offer, &me->offer.exceptions[i], app_catalog(s->app), lang_of_screen(s), &s->view),
                .id = -me->offer.exceptions[i].id };
    if (arg.n == 0) {
        app_say(s->app, SAY_GUIDE, N_("There is no line yet."), NULL);
        return step_stay();
    }
    return dialog_pick(s, &arg, TAG_REMOVE);
}

/* --- rooms */

static const struct room *room_now(const struct specialists *me)
{
    return room_of(&me->offer, me->room);
}

static bool room_check(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct specialists *me = s->state;
    int64_t id;

    return desk_room_save(desk_of(s),
        &(struct room){ .id = me->room, .name = form_get(f, "name"), .name_en = form_get(f, "name_en"), .floor = form_get(f, "floor"),
            .floor_en = form_get(f, "floor_en"), .active = !str_eq(form_get(f, "active"), "no") },
        &id, e);
}

static void room_fill(void *user, struct form *f)
{
    const struct room *r = room_now(((struct screen *)user)->state);

    form_set(f, "active", r && !r->active ? "no" : "yes");
    if (!r)
        return;
    form_set(f, "name", r->name);
    form_set(f, "name_en", r->name_en);
    form_set(f, "floor", r->floor);
    form_set(f, "floor_en", r->floor_en);
}

static struct step run_rooms(struct screen *s)
{
    struct specialists *me = s->state;
    struct pick_item *items = ARENA_ARRAY(&s->view, struct pick_item, me->offer.n_rooms + 1);
    struct pick_arg arg = { .title = N_("Rooms"), .items = items };

    items[arg.n++] = (struct pick_item){ .text = N_("A new room"), .msgid = true, .id = 0 };
    for (size_t i = 0; i < me->offer.n_rooms; i++)
        items[arg.n++] = (struct pick_item){ .text = room_words(&me->offer, me->offer.rooms[i].id, "", lang_of_screen(s)),
            .hint = bilingual_in((struct bilingual){ me->offer.rooms[i].floor, me->offer.rooms[i].floor_en }, lang_of_screen(s)),
            .id = me->offer.rooms[i].id };
    return dialog_pick(s, &arg, TAG_ROOM);
}

static struct step say_done(struct screen *s, bool ok, struct err *e)
{
    struct specialists *me = s->state;

    if (!ok) {
        app_say_err(s->app, e);
        return step_stay();
    }
    app_reload(s->app);
    if (me->added)
        list_select(&me->list, me->added);
    me->added = 0;
    app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
    return step_stay();
}

static struct step specialists_result(struct screen *s, const struct result *r)
{
    struct specialists *me = s->state;
    struct err e = ERR_INIT;

    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_DONE)
        return say_done(s, true, &e);
    int64_t id = *(const int64_t *)r->value;
    if (r->tag == TAG_REMOVE)
        return say_done(s, id > 0 ? desk_session_end(desk_of(s), id, desk_today(desk_of(s)), &e)
                                  : desk_exception_remove(desk_of(s), -id, &e), &e);
    me->room = id;
    return dialog_form(s, &(struct form_arg){ .title = N_("Room"), .def = &room_form, .user = s, .fill = room_fill, .check = room_check },
        TAG_DONE);
}

static bool can_save(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_SPECIALIST_SAVE, why);
}

static bool can_chosen(const struct screen *s, struct msg *why)
{
    if (!shell_may(s, ACT_SPECIALIST_SAVE, why))
        return false;
    if (chosen(screen_state(s)))
        return true;
    msg_set(why, N_("Choose somebody in the list first."), NULL);
    return false;
}

static struct step specialists_key(struct screen *s, struct key k)
{
    struct specialists *me = s->state;
    enum list_result r = list_key(&me->list, k);
    struct msg why;

    if (r == LIST_OPEN && can_chosen(s, &why))
        return run_edit(s);
    return r == LIST_UNUSED ? step_unused() : step_stay();
}

static void draw_lines(const struct specialists *me, struct grid *g, struct rect at)
{
    int64_t who = list_selected(&me->list);
    int row = at.row, end = at.row + at.rows;
    struct arena a;

    arena_init(&a);
    grid_heading(g, row++, at.col, at.cols, N_("Weekly hours"));
    for (size_t i = 0; i < me->offer.n_sessions && row < end; i++)
        if (me->offer.sessions[i].specialist == who)
            row += grid_wrap(g, (struct rect){ row, at.col + 1, end - row, at.cols - 1 }, STYLE_NORMAL,
                weekly_words(&me->offer, &me->offer.sessions[i], g->lang, &a));
    if (row < end)
        grid_heading(g, row++, at.col, at.cols, N_("Single days"));
    for (size_t i = 0; i < me->offer.n_exceptions && row < end; i++)
        if (me->offer.exceptions[i].specialist == who)
            row += grid_wrap(g, (struct rect){ row, at.col + 1, end - row, at.cols - 1 }, STYLE_NORMAL,
                exception_words(&me->offer, &me->offer.exceptions[i], g->catalog, g->lang, &a));
    if (row < end)
        grid_heading(g, row++, at.col, at.cols, N_("Rooms"));
    for (size_t i = 0; i < me->offer.n_rooms && row < end; i++) {
        const struct room *r = &me->offer.rooms[i];
        grid_clip(g, row++, at.col + 1, at.cols - 1, r->active ? STYLE_NORMAL : STYLE_DIM,
            arena_printf(&a, "%s %s", g->lang == LANG_EN ? r->name_en : r->name, g->lang == LANG_EN ? r->floor_en : r->floor));
    }
    arena_fini(&a);
}

static void specialists_draw(const struct screen *s, struct grid *g)
{
    const struct specialists *me = screen_state(s);
    struct rect b = g->body;

    list_draw(&me->list, g, (struct rect){ b.row, 1, b.rows, LEFT_CELLS }, true);
    grid_vline(g, b.row, LEFT_CELLS + 2, b.rows);
    draw_lines(me, g, (struct rect){ b.row, LEFT_CELLS + 4, b.rows, b.cols - LEFT_CELLS - 5 });
}

static const char *specialists_help(const struct screen *s)
{
    (void)s;
    return N_("Weekly hours are not needed to book: a date may always be written freely.");
}

static const struct action specialists_actions[] = {
    { .id = "specialists.new", .key = "n", .second = "Alt+N", .label = N_("Add"), .rank = 1, .help = N_("Adds a specialist."),
        .usable = can_save, .run = run_new },
    { .id = "specialists.weekly", .key = "w", .second = "Alt+H", .label = N_("Hours"), .rank = 2,
        .help = N_("Adds a line of weekly hours."), .usable = can_chosen, .run = run_weekly },
    { .id = "specialists.day", .key = "a", .second = "Alt+A", .label = N_("One day"), .rank = 3,
        .help = N_("Away on one day, or extra hours on it."), .usable = can_chosen, .run = run_exception },
    { .id = "specialists.end", .key = "F4", .label = N_("End line"), .rank = 4, .help = N_("Ends a line of weekly hours or removes a single day."),
        .usable = can_chosen, .run = run_end },
    { .id = "specialists.rooms", .key = "r", .second = "Alt+R", .label = N_("Rooms"), .rank = 5,
        .help = N_("The rooms that are never booked twice."), .usable = can_save, .run = run_rooms },
    { .id = NULL },
};

const struct screen_ops specialists_screen = { .name = "specialists", .title = N_("Specialists"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct specialists), .actions = specialists_actions, .open = specialists_open, .reload = specialists_reload,
    .key = specialists_key, .result = specialists_result, .draw = specialists_draw, .help = specialists_help };
