/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single days on which this hospital is closed, beside the law's holidays. */
#include "screens/case_parts.h"
#include "screens/specialists.h"
#include "text/era.h"
#include "tui/list.h"

enum { TAG_ADDED = 1, TAG_REMOVE };

struct closures {
    struct closed_day *rows;
    size_t n;
    struct list list;
    int booked; /* on the day that was closed just now */
};

static const struct form_field fields[] = {
    { .id = "day", .label = N_("Day"), .kind = FIELD_DATE, .cells = 12, .help = N_("The one day: 12/8, +1w, R8.12.8.") },
    { .id = "name_ja", .label = N_("Reason (ja)"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 40,
        .help = N_("Why the hospital is closed, in Japanese; it is shown when booking.") },
    { .id = "name_en", .label = N_("Reason (en)"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 40,
        .help = N_("The same in English; empty: as in Japanese.") },
};

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    if (str_eq(id, "day"))
        echo_day(user, f, id, DATE_FUTURE, false, g, out);
}

const struct form_def closure_form = { .id = "closure", .version = 1, .house = true, .fields = fields, .n = COUNT_OF(fields), .label_cells = 14,
    .echo = echo };

static int list_rows(const void *user)
{
    return (int)((const struct closures *)user)->n;
}

static int64_t list_id(const void *user, int row)
{
    return ((const struct closures *)user)->rows[row].day.n;
}

static void list_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct closed_day *x = &((const struct closures *)user)->rows[row];
    char date[DATE_TEXT];

    (void)style;
    if (column == 0)
        buf_puts(out, date_text(x->day, g->lang, DATE_WEEKDAY, date));
    else
        buf_puts(out, column == 1 ? (g->lang == LANG_EN ? x->name_en : x->name_ja) : x->by_name);
}

static const struct list_column columns[] = { { .title = N_("Day"), .cells = 18 }, { .title = N_("Reason"), .cells = 20, .flex = true },
    { .title = N_("By"), .cells = 12 } };
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = list_rows, .id = list_id,
    .cell = list_cell, .empty = N_("No closed days beside the holidays. N adds one.") };

static bool closures_reload(struct screen *s, struct err *e)
{
    struct closures *me = s->state;
    bool ok = desk_closures(desk_of(s), desk_today(desk_of(s)), &s->view, &me->rows, &me->n, e);

    list_reload(&me->list);
    return ok;
}

static bool closures_open(struct screen *s, const void *arg, struct err *e)
{
    struct closures *me = s->state;

    (void)arg;
    list_init(&me->list, &source, me);
    return closures_reload(s, e);
}

static bool check(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct closures *me = s->state;
    day on;

    return form_day(s, f, "day", DATE_FUTURE, &on, e)
        && desk_closure_put(desk_of(s), on, form_get(f, "name_ja"), form_get(f, "name_en"), &me->booked, e);
}

static struct step run_new(struct screen *s)
{
    return dialog_form(s, &(struct form_arg){ .title = N_("A closed day"), .def = &closure_form, .user = s, .check = check }, TAG_ADDED);
}

static struct step run_remove(struct screen *s)
{
    struct confirm_arg arg = { .title = N_("Open again") };
    char date[DATE_TEXT];

    msg_set(&arg.text, N_("%s is an ordinary day again."),
        date_text((day){ (int32_t)list_selected(&((struct closures *)s->state)->list) }, lang_of_screen(s), DATE_WEEKDAY, date), NULL);
    return dialog_confirm(s, &arg, TAG_REMOVE);
}

static struct step closures_result(struct screen *s, const struct result *r)
{
    struct closures *me = s->state;
    struct err e = ERR_INIT;
    char booked[16];

    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_REMOVE && !desk_closure_remove(desk_of(s), (day){ (int32_t)list_selected(&me->list) }, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    app_reload(s->app);
    snprintf(booked, sizeof booked, "%d", me->booked);
    if (r->tag == TAG_ADDED && me->booked)
        app_say(s->app, SAY_WARN, N_("Stored. Bookings on that day: %s. Move them."), booked, NULL);
    else
        app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
    return step_stay();
}

static bool can_save(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_CALENDAR_SAVE, why);
}

static bool can_remove(const struct screen *s, struct msg *why)
{
    const struct closures *me = screen_state(s);

    if (!shell_may(s, ACT_CALENDAR_SAVE, why))
        return false;
    if (me->n)
        return true;
    msg_set(why, N_("There is no closed day in the list."), NULL);
    return false;
}

static struct step closures_key(struct screen *s, struct key k)
{
    struct closures *me = s->state;

    return list_key(&me->list, k) == LIST_UNUSED ? step_unused() : step_stay();
}

static void closures_draw(const struct screen *s, struct grid *g)
{
    const struct closures *me = screen_state(s);

    list_draw(&me->list, g, (struct rect){ g->body.row + 1, 1, g->body.rows - 1, g->cols - 2 }, true);
}

static const char *closures_help(const struct screen *s)
{
    (void)s;
    return N_("Holidays by law and 12/29-1/3 need no entry; only our own closures do.");
}

static const struct action closures_actions[] = {
    { .id = "closures.new", .key = "n", .second = "Alt+N", .label = N_("Add"), .rank = 1, .help = N_("Closes the hospital on one day."),
        .usable = can_save, .run = run_new },
    { .id = "closures.remove", .key = "F4", .label = N_("Reopen"), .rank = 2, .help = N_("Makes the chosen day an ordinary one again."),
        .usable = can_remove, .run = run_remove },
    { .id = NULL },
};

const struct screen_ops closures_screen = { .name = "closures", .title = N_("Closed days"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct closures), .actions = closures_actions, .open = closures_open, .reload = closures_reload,
    .key = closures_key, .result = closures_result, .draw = closures_draw, .help = closures_help };
