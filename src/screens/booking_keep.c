/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of a booking: "booking 1", one line for each place ("chosen" or "marked", the numbers, the words of the
 * place), then the form as it writes itself. The free entry is a form of its own with a draft of its own. */
#include "screens/booking.h"

#define HEAD "booking 1\n"
#define FORM "\nform booking "
#define FREE_DRAFT "booking_free"
enum { NUMBERS = 7 };

/* What it was typed against: the date that was booked then. */
static int64_t booked_rev(const struct booking *me)
{
    return me->view.booked ? me->view.booked->id : 0;
}

static bool same_place(const struct booking_place *p, const struct appointment *x)
{
    return x && p->specialist == x->specialist && day_cmp(p->day, x->day) == 0 && p->start_min == x->start_min;
}

/* --- places */

static void write_place(struct buf *out, const char *word, const struct booking_place *p, int64_t held)
{
    buf_printf(out, "%s %lld %d %d %d %lld %d %lld %s\n", word, (long long)p->specialist, (int)p->day.n, p->start_min, p->minutes,
        (long long)p->room, p->come_min, (long long)held, str_or(p->place, ""));
}

/* Numbers separated by spaces, then the words of the place. */
static bool read_place(const char *line, struct arena *a, struct booking_place *p, int64_t *held)
{
    int64_t n[NUMBERS];

    for (int i = 0; i < NUMBERS; i++) {
        const char *end = strchr(line, ' ');
        if (!end || !str_int(arena_strndup(a, line, (size_t)(end - line)), &n[i]))
            return false;
        line = end + 1;
    }
    *p = (struct booking_place){ .specialist = n[0], .day = { (int32_t)n[1] }, .start_min = (int)n[2], .minutes = (int)n[3],
        .room = n[4], .come_min = (int)n[5], .place = line };
    *held = n[6];
    return p->start_min >= 0 && p->start_min < DAY_MINUTES && p->minutes >= 0 && p->minutes <= DAY_MINUTES;
}

static bool still_there(const struct booking *me, const struct booking_place *p)
{
    for (size_t i = 0; i < me->view.offer.n_specialists; i++)
        if (me->view.offer.specialists[i].id == p->specialist && me->view.offer.specialists[i].active)
            return day_cmp(p->day, me->view.v.today) >= 0;
    return false;
}

static int64_t still_held(const struct booking *me, int64_t held)
{
    for (size_t i = 0; i < me->view.n_held; i++)
        if (me->view.held[i]->id == held)
            return held;
    return 0;
}

/* Takes one line over; false when its place cannot be had any more. */
static bool take_line(struct screen *s, const char *line)
{
    struct booking *me = s->state;
    struct booking_place p;
    bool marked = str_starts(line, "marked ");
    int64_t held;

    if (!marked && !str_starts(line, "chosen "))
        return false;
    if (!read_place(line + strlen("chosen "), &s->arena, &p, &held) || !still_there(me, &p))
        return false;
    if (!marked)
        booking_choose(s, &p, still_held(me, held));
    else if (me->n_offered < OFFERED_MAX) {
        me->offering = true;
        me->offered[me->n_offered++] = p;
    }
    return true;
}

/* --- the draft */

static void say_free(struct screen *s)
{
    const struct booking *me = s->state;
    struct draft draft;

    if (shell_draft_find(s, FREE_DRAFT, me->id, &draft))
        shell_draft_say(s, &draft, SAY_NOTICE, N_("Your free entry of %1$s %2$s is kept: 4 brings it back."));
}

static bool bring_back(struct screen *s, const struct draft *draft)
{
    struct booking *me = s->state;
    const char *form = strstr(draft->text, FORM);
    int gone = 0, skipped = 0;

    if (!str_starts(draft->text, HEAD) || !form)
        return false;
    for (const char *line = draft->text + strlen(HEAD); line < form;) {
        const char *end = strchr(line, '\n');
        gone += !take_line(s, arena_strndup(&s->arena, line, (size_t)(end - line)));
        line = end + 1;
    }
    if (me->chosen && draft->rev != booked_rev(me) && same_place(&me->place, me->view.booked)) {
        booking_start_again(me); /* it was stored */
        return false;
    }
    if (!form_load(me->form, form + 1, &skipped, NULL)) {
        booking_start_again(me); /* a place without its form would be half a draft */
        return false;
    }
    if (gone || skipped)
        shell_draft_say(s, draft, SAY_CONFIRM, N_("Your draft of %1$s %2$s is back, but not all of it: look at every field."));
    else if (draft->rev != booked_rev(me))
        shell_draft_say(s, draft, SAY_CONFIRM,
            N_("Your draft of %1$s %2$s is back. Somebody changed the record since: look before you store it."));
    else
        shell_draft_say(s, draft, SAY_NOTICE, N_("Your draft of %1$s %2$s is back. F12 stores it."));
    return true;
}

void booking_draft_offer(struct screen *s)
{
    const struct booking *me = s->state;
    struct draft draft;

    if (!shell_draft_find(s, s->ops->name, me->id, &draft) || !bring_back(s, &draft))
        say_free(s);
}

void booking_draft_keep(struct screen *s)
{
    struct booking *me = s->state;
    bool marked = me->offering && me->n_offered > 0;
    struct buf text;

    buf_init(&text, DRAFT_BYTES_MAX);
    buf_puts(&text, HEAD);
    if (me->chosen)
        write_place(&text, "chosen", &me->place, me->chosen_held);
    for (size_t i = 0; marked && i < me->n_offered; i++)
        write_place(&text, "marked", &me->offered[i], 0);
    form_save(me->form, &text);
    shell_draft_write(s, s->ops->name, me->id, booked_rev(me), me->chosen || marked || form_dirty(me->form) ? text.p : NULL);
    buf_fini(&text);
}

/* --- the free entry */

bool booking_free_offer(struct screen *s, struct form *f)
{
    const struct booking *me = s->state;
    struct draft draft;

    if (!shell_draft_find(s, FREE_DRAFT, me->id, &draft) || !form_load(f, draft.text, NULL, NULL))
        return false;
    shell_draft_say(s, &draft, SAY_NOTICE, N_("Your draft of %1$s %2$s is back."));
    return true;
}

void booking_free_keep(void *screen, const struct form *f)
{
    struct screen *s = screen;
    const struct booking *me = s->state;
    struct buf text;

    buf_init(&text, DRAFT_BYTES_MAX);
    if (f && form_dirty(f))
        form_save(f, &text);
    shell_draft_write(s, FREE_DRAFT, me->id, 0, text.len ? text.p : NULL);
    buf_fini(&text);
}
