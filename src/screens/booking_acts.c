/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the booking screen stores: a booking, held dates, a move, the cancelling, and that the date was told. */
#include "screens/booking.h"

#include "desk/paper_desk.h"
#include "screens/case_parts.h"

enum { TAG_OUTSIDE = 1, TAG_OVERRIDE, TAG_MOVE, TAG_CANCEL, TAG_RELEASE, TAG_TOLD };

static const struct choice why_moved[] = { { "1", "visitor", N_("The visitor asked") }, { "2", "specialist", N_("The specialist asked") },
    { "3", "paper", N_("A paper is missing") }, { "4", "ill", N_("Too ill to come") }, { NULL, NULL, NULL } };

static bool draft_of(struct screen *s, struct booking_draft *out, struct err *e)
{
    struct booking *me = s->state;
    const char *place = form_get(me->form, "place");
    hm come;

    *out = (struct booking_draft){ .request = me->id, .at = me->place, .held = me->chosen_held, .op_key = me->op_key,
        .told_how = form_get(me->form, "told_how"), .outside = me->outside, .override_reason = me->override_reason,
        .print = !str_eq(form_get(me->form, "slip"), "none") };
    if (!form_time(me->form, "come", &come, e))
        return false;
    out->at.come_min = come.min;
    const struct room *room = room_named(me->view.offer.rooms, me->view.offer.n_rooms, place);
    if (!me->place.room || !str_eq(place, me->place_shown)) /* the chosen room stays, whatever it is called by now */
        out->at.room = room ? room->id : 0;
    out->at.place = out->at.room ? "" : place;
    return true;
}

void booking_start_again(struct booking *me)
{
    me->chosen = me->offering = me->outside = me->moving = false;
    me->chosen_held = 0;
    me->n_offered = 0;
    me->override_reason[0] = me->reason[0] = '\0';
    form_set_clean(me->form);
    desk_op_key(me->op_key);
}

/* What the desk wants to hear once more is asked for; everything else is said. */
static struct step answer_error(struct screen *s, struct err *e)
{
    struct booking *me = s->state;

    if (str_eq(e->field, "outside"))
        return dialog_confirm(s, &(struct confirm_arg){ .title = N_("Outside the hours"), .text = e->msg, .yes = N_("Book it") },
            TAG_OUTSIDE);
    if (str_eq(e->field, "override_reason")) {
        struct reason_arg arg = { .title = N_("Book all the same"), .text = e->msg };
        return dialog_reason(s, &arg, TAG_OVERRIDE);
    }
    if (form_mark_error(me->form, e))
        me->focus = FOCUS_FORM;
    app_reload(s->app);
    if (str_eq(e->field, "start") || str_eq(e->field, "room"))
        app_say_msg(s->app, SAY_WARN, &e->msg); /* somebody was faster: nothing of hers is wrong */
    else
        app_say_err(s->app, e);
    return step_stay();
}

/* What is posted needs an envelope: the label is a paper of its own and changes nothing. */
static void slip_and_say(struct screen *s, int64_t slip, bool moved, bool posted)
{
    struct booking *me = s->state;
    struct err e = ERR_INIT;

    if (!slip)
        app_say(s->app, SAY_NOTICE, moved ? N_("Moved.") : N_("Booked."), NULL);
    else if (!posted || str_empty(me->view.v.c.patient.address))
        print_and_say(s, slip, moved ? N_("Moved. The appointment slip is printed.") : N_("Booked. The appointment slip is printed."));
    else if (desk_print_now(desk_of(s), slip, &e)
        && desk_print_paper(desk_of(s), ACT_PAPER_PRINT, "forms_label", "request", me->id, me->view.v.c.lang, &e))
        app_say(s->app, SAY_NOTICE, moved ? N_("Moved. The appointment slip and the address label are printed.")
                                          : N_("Booked. The appointment slip and the address label are printed."), NULL);
    else
        app_say_err(s->app, &e);
}

static struct step store(struct screen *s)
{
    struct booking *me = s->state;
    struct booking_draft draft;
    struct err e = ERR_INIT;
    int64_t id, print = 0;

    if (!draft_of(s, &draft, &e))
        return answer_error(s, &e);
    bool ok = me->moving ? desk_booking_move(desk_of(s), &draft, me->reason, &id, &print, &e)
                         : desk_book(desk_of(s), &draft, &id, &print, &e);
    if (!ok)
        return answer_error(s, &e);
    bool moved = me->moving, posted = str_eq(form_get(me->form, "slip"), "post");
    booking_start_again(me);
    booking_draft_keep(s); /* nothing is left: dropped */
    booking_free_keep(s, NULL);
    app_reload(s->app);
    slip_and_say(s, print, moved, posted);
    return step_stay();
}

static struct step offer(struct screen *s)
{
    struct booking *me = s->state;
    struct err e = ERR_INIT;

    if (!desk_dates_offer(desk_of(s), me->id, me->offered, me->n_offered, me->op_key, form_get(me->form, "told_how"), &e))
        return answer_error(s, &e);
    booking_start_again(me);
    booking_draft_keep(s);
    app_reload(s->app);
    app_say(s->app, SAY_NOTICE, N_("The dates are held until the visitor answers."), NULL);
    return step_stay();
}

struct step booking_commit(struct screen *s)
{
    struct booking *me = s->state;

    if (me->offering)
        return offer(s);
    me->moving = false;
    return store(s);
}

bool booking_can_commit(const struct screen *s, struct msg *why)
{
    const struct booking *me = screen_state(s);

    if (!shell_may(s, me->offering ? ACT_DATES_OFFER : ACT_BOOK, why))
        return false;
    if (me->view.why_not.id)
        *why = me->view.why_not;
    else if (me->view.booked)
        msg_set(why, N_("A date is booked already. V moves it, F4 cancels it."), NULL);
    else if (me->offering ? me->n_offered == 0 : !me->chosen)
        msg_set(why, N_("Choose a place first: 1 to 3, a free time of the day, or 4 in words."), NULL);
    else
        return true;
    return false;
}

struct step booking_move(struct screen *s)
{
    struct reason_arg arg = { .title = N_("Move the booking"), .reasons = why_moved };

    return dialog_reason(s, &arg, TAG_MOVE);
}

bool booking_can_move(const struct screen *s, struct msg *why)
{
    const struct booking *me = screen_state(s);

    if (!shell_may(s, ACT_BOOK_MOVE, why))
        return false;
    if (!me->view.booked)
        msg_set(why, N_("No date is booked for this request."), NULL);
    else if (!me->chosen)
        msg_set(why, N_("Choose the new place first: 1 to 3, a free time of the day, or 4 in words."), NULL);
    else
        return true;
    return false;
}

struct step booking_cancel(struct screen *s)
{
    struct booking *me = s->state;
    struct reason_arg arg = { .title = me->view.booked ? N_("Cancel the booking") : N_("Release the offered dates"),
        .reasons = why_moved };

    return dialog_reason(s, &arg, me->view.booked ? TAG_CANCEL : TAG_RELEASE);
}

bool booking_can_cancel(const struct screen *s, struct msg *why)
{
    const struct booking *me = screen_state(s);

    if (!shell_may(s, ACT_BOOK_CANCEL, why))
        return false;
    if (me->view.booked || me->view.n_held)
        return true;
    msg_set(why, N_("No date is booked for this request."), NULL);
    return false;
}

struct step booking_told(struct screen *s)
{
    struct pick_item items[8];
    struct pick_arg arg = { .title = N_("How was the date told?"), .items = items };

    for (size_t i = 0; i < WORDS_CHANNEL.n && i < COUNT_OF(items); i++)
        items[arg.n++] = (struct pick_item){ .text = WORDS_CHANNEL.item[i].label, .msgid = true, .id = (int64_t)i + 1 };
    return dialog_pick(s, &arg, TAG_TOLD);
}

static bool is_booked(const struct screen *s, enum desk_action a, struct msg *why)
{
    const struct booking *me = screen_state(s);

    if (me->view.booked)
        return shell_may(s, a, why);
    msg_set(why, N_("No date is booked for this request."), NULL);
    return false;
}

bool booking_can_tell(const struct screen *s, struct msg *why)
{
    return is_booked(s, ACT_BOOK_TOLD, why);
}

bool booking_can_print(const struct screen *s, struct msg *why)
{
    return is_booked(s, ACT_PAPER_PRINT, why);
}

/* A place is chosen for a request for which one may be booked, or moved. */
bool booking_can_choose(const struct screen *s, struct msg *why)
{
    const struct booking *me = screen_state(s);

    if (me->view.why_not.id)
        *why = me->view.why_not;
    return !me->view.why_not.id;
}

struct step booking_slip(struct screen *s)
{
    struct booking *me = s->state;
    struct err e = ERR_INIT;

    if (desk_print_paper(desk_of(s), ACT_PAPER_PRINT, "appointment_slip", "appointment", me->view.booked->id, me->view.v.c.lang, &e))
        app_say(s->app, SAY_NOTICE, N_("The appointment slip is printed."), NULL);
    else
        app_say_err(s->app, &e);
    return step_stay();
}

/* What became of each date: offered, moved, cancelled; by whom, when and why. Newest first. */
struct step booking_history_open(struct screen *s)
{
    struct booking *me = s->state;
    const struct catalog *c = app_catalog(s->app);
    struct pick_arg arg = { .title = N_("History of the booking") };
    struct booking_history *rows;
    struct err e = ERR_INIT;
    size_t n;

    if (!desk_booking_history(desk_of(s), &me->view.v.c, &s->view, &rows, &n, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    struct pick_item *items = ARENA_ARRAY(&s->view, struct pick_item, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct appointment *x = rows[i].what;
        struct booking_place p = { x->specialist, x->day, x->start_min, x->minutes, x->room, x->place, x->come_min };
        items[arg.n++] = (struct pick_item){ .hint = rows[i].by_name, .dim = true,
            .text = arena_printf(&s->view, "%s %s %s", place_words(&p, 0, me->view.v.today, lang_of_screen(s), &s->view),
                specialist_words(&me->view.offer, x->specialist, lang_of_screen(s)), tr(c, words_label(&WORDS_APPOINTMENT, x->state))) };
        if (*x->reason)
            items[arg.n++] = (struct pick_item){ .hint = rows[i].ended_by_name, .dim = true, .personal = true,
                .text = arena_printf(&s->view, "  : %s", tr(c, x->reason)) };
    }
    if (arg.n == 0) {
        app_say(s->app, SAY_GUIDE, N_("No date was offered or booked yet."), NULL);
        return step_stay();
    }
    arg.items = items;
    return dialog_pick(s, &arg, TAG_SILENT);
}

static const char *reason_text_of(const struct screen *s, const struct reason_answer *r, char *out, size_t size)
{
    const char *label = "";

    for (const struct choice *c = why_moved; c->value; c++)
        if (str_eq(c->value, r->value))
            label = tr(app_catalog(s->app), c->label);
    snprintf(out, size, "%s%s%s", label, *label && *r->text ? ": " : "", r->text);
    return out;
}

static struct step say_done(struct screen *s, bool ok, struct err *e, const char *msgid)
{
    if (!ok)
        return answer_error(s, e);
    booking_start_again(s->state);
    app_reload(s->app);
    app_say(s->app, SAY_NOTICE, msgid, NULL);
    return step_stay();
}

struct step booking_result(struct screen *s, const struct result *r)
{
    struct booking *me = s->state;
    struct err e = ERR_INIT;
    char words[200];

    if (r->answer == 0)
        return step_stay();
    switch (r->tag) {
    case TAG_OUTSIDE:
        me->outside = true;
        return store(s);
    case TAG_OVERRIDE:
        reason_text_of(s, r->value, me->override_reason, sizeof me->override_reason);
        return store(s);
    case TAG_MOVE:
        reason_text_of(s, r->value, me->reason, sizeof me->reason);
        me->moving = true;
        return store(s);
    case TAG_CANCEL:
        return say_done(s, desk_booking_cancel(desk_of(s), me->id, reason_text_of(s, r->value, words, sizeof words), &e), &e,
            N_("The booking is cancelled; the place is free."));
    case TAG_RELEASE:
        return say_done(s, desk_dates_release(desk_of(s), me->id, reason_text_of(s, r->value, words, sizeof words), &e), &e,
            N_("The offered dates are free again."));
    case TAG_TOLD:
        return say_done(s, desk_booking_told(desk_of(s), me->id, me->view.v.today,
                               WORDS_CHANNEL.item[*(const int64_t *)r->value - 1].id, &e),
            &e, N_("It is noted that the date was told."));
    default:
        return step_stay();
    }
}
