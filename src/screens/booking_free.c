/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 枠なし: most departments have no standing places; the department tells a date (counter.md 7). */
#include "screens/booking.h"

#include "screens/case_parts.h"
#include "text/date_input.h"

static const struct choice nobody[] = { { "0", "0", N_("Nobody yet") }, { NULL, NULL, NULL } };

static const struct form_field fields[] = {
    { .id = "specialist", .label = N_("Specialist"), .kind = FIELD_CHOICE, .cells = 24, .choices = nobody,
        .flags = FORM_NO_OPTIONS, .help = N_("Who takes the case. F1 lists the specialists.") },
    { .id = "day", .label = N_("Talk on"), .kind = FIELD_DATE, .cells = 12,
        .help = N_("The day that the department named: 12/8, +1w, R8.12.8.") },
    { .id = "start", .label = N_("Time"), .kind = FIELD_TIME, .cells = 6, .help = N_("When it begins, in steps of five minutes.") },
    { .id = "minutes", .label = N_("Length"), .kind = FIELD_NUMBER, .cells = 4, .unit = N_("min"),
        .help = N_("How long, in minutes; empty is the usual length.") },
    { .id = "place", .label = N_("Place"), .kind = FIELD_TEXT, .cells = 24, .max_clusters = 60,
        .help = N_("A room of the list is checked; any other place in words is not.") },
};
const struct form_def booking_free_def = { .id = "booking_free", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 12 };

static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    const struct booking *me = ((const struct screen *)user)->state;

    if (str_eq(id, "day"))
        echo_day(me->screen, f, id, DATE_FUTURE, false, g, out);
    else if (str_eq(id, "start"))
        echo_time(f, id, g, out);
}

static void fill(void *user, struct form *f)
{
    struct screen *s = user;
    const struct booking *me = s->state;
    char text[32], iso[DAY_TEXT];

    snprintf(text, sizeof text, "%lld", (long long)me->view.specialist);
    if (me->view.specialist)
        form_set(f, "specialist", text);
    if (me->went && day_cmp(me->month.chosen, me->view.v.today) >= 0)
        form_set(f, "day", day_field(me->month.chosen, iso));
    snprintf(text, sizeof text, "%d", me->view.minutes);
    form_set(f, "minutes", text);
    booking_free_offer(s, f);
}

static bool check(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct booking *me = s->state;
    struct booking_place p = { .come_min = -1 };
    int64_t number;
    hm t;

    if (!str_int(form_get(f, "specialist"), &number) || !number)
        return err_set(e, ERR_RULE, "specialist", N_("Choose the specialist."), NULL);
    p.specialist = number;
    if (!form_day(s, f, "day", DATE_FUTURE, &p.day, e))
        return false;
    if (!day_known(p.day))
        return err_set(e, ERR_RULE, "day", N_("Which day is it?"), NULL);
    if (!time_input(form_get(f, "start"), "start", &t, e))
        return false;
    p.start_min = t.min;
    if (p.start_min % SLOT_MINUTES)
        return err_set(e, ERR_INPUT, "start", N_("Times are in steps of five minutes, like 13:00 or 13:05."), NULL);
    number = 0;
    bool usual = str_empty(form_get(f, "minutes"));
    if (!usual && str_int(form_get(f, "minutes"), &number) && number > 0 && number <= 480)
        p.minutes = (int)number;
    if (!usual && (p.minutes == 0 || p.minutes % SLOT_MINUTES))
        return err_set(e, ERR_INPUT, "minutes", N_("Choose a length in steps of five minutes that ends on the same day."), NULL);
    const struct room *room = room_named(me->view.offer.rooms, me->view.offer.n_rooms, form_get(f, "place"));
    p.room = room ? room->id : 0;
    p.place = room ? "" : arena_strdup(&s->arena, form_get(f, "place"));
    booking_choose(s, &p, 0);
    return true;
}

static void list_specialists(struct screen *s, struct booking *me)
{
    static const char keys[] = "123456789abcdefghijklmnopqrstuvwxyz";
    size_t n = 0;

    me->specialists = ARENA_ARRAY(&s->arena, struct choice, sizeof keys + 1);
    for (size_t i = 0; i < me->view.offer.n_specialists && n < sizeof keys - 1; i++)
        if (me->view.offer.specialists[i].active) {
            me->specialists[n] = (struct choice){ .key = arena_strndup(&s->arena, &keys[n], 1),
                .value = arena_printf(&s->arena, "%lld", (long long)me->view.offer.specialists[i].id),
                .label = arena_strdup(&s->arena, specialist_words(&me->view.offer, me->view.offer.specialists[i].id, lang_of_screen(s))) };
            n++;
        }
}

struct step booking_free_open(struct screen *s, int tag)
{
    struct booking *me = s->state;

    list_specialists(s, me);
    me->free_fields = ARENA_ARRAY(&s->arena, struct form_field, COUNT_OF(fields));
    memcpy(me->free_fields, fields, sizeof fields);
    if (me->specialists[0].key)
        me->free_fields[0].choices = me->specialists;
    me->free_def = booking_free_def;
    me->free_def.fields = me->free_fields;
    me->free_def.echo = echo;
    return dialog_form(s, &(struct form_arg){ .title = N_("Free entry"), .def = &me->free_def, .user = s, .fill = fill,
                              .check = check, .commit = N_("Choose"), .keep = booking_free_keep }, tag);
}
