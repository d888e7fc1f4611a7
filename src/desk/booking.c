/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/booking.h"

#include "desk/act.h"
#include "desk/booking_inside.h"
#include "desk/inside.h"
#include "desk/paper_desk.h"
#include "domain/request_check.h"
#include "domain/words.h"
#include "store/appointment_store.h"
#include "store/audit.h"
#include "store/override_store.h"
#include "store/staff_store.h"
#include "text/era.h"
#include "text/safe.h"

enum { FIND_DAYS = 56 };

static const char *const touched[] = { "booking", NULL };

/* --- what is wrong with a place, before anything is written */

static bool place_right(const struct act *a, const struct booking_view *b, const struct booking_place *p, struct err *e)
{
    const struct policy_service *service = policy_service(b->v.policy, b->v.c.service);
    const struct specialist *who = specialist_of(&b->offer, p->specialist);
    int minutes = p->minutes ? p->minutes : b->minutes;
    char text[24];

    if (!who || !who->active)
        return err_set(e, ERR_RULE, "specialist", N_("Choose the specialist."), NULL);
    if (!day_known(p->day))
        return err_set(e, ERR_RULE, "day", N_("Which day is it?"), NULL);
    if (day_cmp(p->day, a->today) < 0)
        return err_set(e, ERR_RULE, "day", N_("That day is over. Choose today or a later day."), NULL);
    if (p->start_min < 0 || p->start_min % SLOT_MINUTES || p->start_min >= DAY_MINUTES)
        return err_set(e, ERR_INPUT, "start", N_("Times are in steps of five minutes, like 13:00 or 13:05."), NULL);
    if (day_cmp(p->day, a->today) == 0 && p->start_min < a->now.min)
        return err_set(e, ERR_RULE, "start", N_("That time is over. Choose a later time."), NULL);
    if (minutes % SLOT_MINUTES || minutes < SLOT_MINUTES || minutes > 480 || p->start_min + minutes > DAY_MINUTES)
        return err_set(e, ERR_INPUT, "minutes", N_("Choose a length in steps of five minutes that ends on the same day."), NULL);
    if (service && service->max_minutes > 0 && minutes > service->max_minutes) {
        snprintf(text, sizeof text, "%d", service->max_minutes);
        return err_set(e, ERR_RULE, "minutes", N_("The rules allow at most %s minutes for one consultation."), text, NULL);
    }
    if (p->room && !room_of(&b->offer, p->room))
        return err_set(e, ERR_RULE, "room", N_("There is no such room on the list."), NULL);
    if (p->come_min > p->start_min)
        return err_set(e, ERR_RULE, "come", N_("The time to come is after the appointment. Correct one of the two."), NULL);
    return str_empty(p->place) || safe_name(p->place, "place", e);
}

/* The words of a room on the list mean that room: it is never taken twice, however its name was typed. */
static struct booking_place with_room(const struct booking_view *b, const struct booking_place *p)
{
    struct booking_place out = *p;
    const struct room *named = p->room ? NULL : room_named(b->offer.rooms, b->offer.n_rooms, p->place);

    if (named) {
        out.room = named->id;
        out.place = "";
    }
    return out;
}

static const char *day_words(const struct act *a, day d, char out[DATE_TEXT])
{
    return date_text(d, desk_who(a->desk)->lang, DATE_SHORT_WEEKDAY, out);
}

/* A closed day or an absent specialist: an override with its reason, to be approved. */
static bool may_be_there(struct act *a, const struct booking_view *b, const struct booking_place *p, const struct booking_draft *draft,
    struct err *e)
{
    struct place_check check = booking_check_place(b, desk_hospital(a->desk), p);
    char on[DATE_TEXT];
    int64_t id;

    if (check.outside && !draft->outside)
        return err_set(e, ERR_RULE, "outside",
            N_("%s does not offer this time. If the department said so, confirm it once more."),
            specialist_of(&b->offer, p->specialist)->name, NULL);
    if (!check.closed && !check.away)
        return true;
    if (str_empty(draft->override_reason) && check.closed)
        return err_set(e, ERR_RULE, "override_reason",
            N_("%1$s is closed: %2$s. To book it all the same, give a reason; a supervisor approves it today."),
            day_words(a, p->day, on), bilingual_in(check.why_closed, desk_who(a->desk)->lang), NULL);
    if (str_empty(draft->override_reason))
        return err_set(e, ERR_RULE, "override_reason",
            N_("%1$s is away on %2$s. To book it all the same, give a reason; a supervisor approves it today."),
            specialist_of(&b->offer, p->specialist)->name, day_words(a, p->day, on), NULL);
    return remark_check(draft->override_reason, "override_reason", e)
        && override_store_add(a->db,
            &(struct override_entry){ .request = b->v.c.id, .rule = check.closed ? "closed_day" : "specialist_away",
                .reason = draft->override_reason, .day = a->today, .at = a->at, .by = a->by },
            &id, e);
}

/* --- somebody else was faster */

/* Whoever booked this request's date, and when, as the trail has it. */
static bool booked_already(struct act *a, const struct appointment *x, struct err *e)
{
    struct audit_change change;
    char at[MOMENT_TEXT];

    if (!audit_change_of(a->db, "appointment", x->id, a->arena, &change, e))
        return false;
    if (!change.found)
        return err_set(e, ERR_RULE, "request", N_("A date is booked already. Move or cancel that one."), NULL);
    return err_set(e, ERR_RULE, "request", N_("A date is booked already (%1$s, %2$s). Move or cancel that one."), change.by_name,
        desk_moment(a->desk, change.at, at), NULL);
}

/* Whoever took the date away. */
static bool not_booked(struct act *a, const struct casefile *c, struct err *e)
{
    const struct appointment *last = c->n_appointments ? &c->appointments[c->n_appointments - 1] : NULL;
    struct audit_change change = { .found = false };
    char at[MOMENT_TEXT];

    if (last && str_eq(last->state, "cancelled") && !audit_change_of(a->db, "appointment", last->id, a->arena, &change, e))
        return false;
    if (!change.found)
        return err_set(e, ERR_RULE, "request", N_("No date is booked for this request."), NULL);
    return err_set(e, ERR_RULE, "request", N_("No date is booked for this request any more (%1$s, %2$s)."), change.by_name,
        desk_moment(a->desk, change.at, at), NULL);
}

static const char *next_free(struct act *a, const struct booking_view *b, const struct booking_place *p, char out[DATE_TEXT + HM_TEXT])
{
    struct proposal_in in = booking_proposals(b, desk_hospital(a->desk));
    struct proposal next;
    char date[DATE_TEXT], time[HM_TEXT];

    in.minutes = p->minutes ? p->minutes : b->minutes;
    if (!slot_find_next(&in, p->specialist, p->day, p->start_min + SLOT_MINUTES, FIND_DAYS, &next))
        return NULL;
    hm_text((hm){ next.start_min }, time);
    snprintf(out, DATE_TEXT + HM_TEXT, "%s %s", day_words(a, next.day, date), time);
    return out;
}

static bool say_taken(struct act *a, const struct booking_view *b, const struct booking_place *p, const struct taker *t, bool room,
    struct err *e)
{
    char since[MOMENT_TEXT], next[DATE_TEXT + HM_TEXT], time[HM_TEXT];
    const char *after = next_free(a, b, p, next);

    hm_text((hm){ p->start_min }, time);
    desk_moment(a->desk, t->at, since);
    if (room)
        return err_set(e, ERR_RULE, "room",
            N_("The room at %1$s was booked by %2$s at %3$s. Choose another room or time; what you typed is still here."), time,
            t->by_name, since, NULL);
    if (after && t->held)
        return err_set(e, ERR_RULE, "start",
            N_("%1$s was offered to another visitor by %2$s at %3$s. The next free place is %4$s. What you typed is still here."),
            time, t->by_name, since, after, NULL);
    if (after)
        return err_set(e, ERR_RULE, "start",
            N_("%1$s was booked by %2$s at %3$s. The next free place is %4$s. What you typed is still here."), time, t->by_name,
            since, after, NULL);
    return err_set(e, ERR_RULE, "start",
        N_("%1$s was booked by %2$s at %3$s. Choose another time; what you typed is still here."), time, t->by_name, since, NULL);
}

static bool nobody_has(struct act *a, const struct booking_view *b, const struct booking_place *p, int64_t except, struct err *e)
{
    int minutes = p->minutes ? p->minutes : b->minutes;
    struct taker t;

    if (!appointment_store_taker(a->db, p->specialist, 0, p->day, p->start_min, minutes, except, a->arena, &t, e))
        return false;
    if (t.appointment)
        return say_taken(a, b, p, &t, false, e);
    if (!p->room)
        return true;
    if (!appointment_store_taker(a->db, 0, p->room, p->day, p->start_min, minutes, except, a->arena, &t, e))
        return false;
    return t.appointment ? say_taken(a, b, p, &t, true, e) : true;
}

/* --- shared steps of every booking action */

static bool turn(struct act *a, const struct appointment *x, const char *state, const char *reason, struct err *e)
{
    return appointment_store_turn(a->db,
        &(struct appointment_turn){ .id = x->id, .rev = x->rev, .state = state, .reason = reason,
            .ends = !str_eq(state, "booked"), .at = a->at, .by = a->by },
        e);
}

static bool release(struct act *a, const struct casefile *c, int64_t except, const char *reason, struct err *e)
{
    for (size_t i = 0; i < c->n_appointments; i++)
        if (str_eq(c->appointments[i].state, "held") && c->appointments[i].id != except
            && !turn(a, &c->appointments[i], "cancelled", reason, e))
            return false;
    return true;
}

/* Expires what is over, then reads everything inside the transaction. */
static bool begin(struct act *a, int64_t request, day on, struct booking_view *b, struct err *e)
{
    return appointment_store_expire(a->db, a->at, STAFF_SYSTEM, e)
        && desk_booking_view(a->desk, request, false, day_known(on) ? on : a->today, a->arena, b, e);
}

static bool is_possible(const struct booking_view *b, struct err *e)
{
    if (!b->why_not.id)
        return true;
    if (e && e->kind == ERR_NONE) {
        *e = (struct err){ .kind = ERR_RULE, .msg = b->why_not };
        str_copy(e->field, sizeof e->field, "request");
    }
    return false;
}

static int come_of(const struct act *a, const struct booking_view *b, const struct booking_place *p)
{
    int before = b->v.policy->check_in_minutes;

    if (p->come_min >= 0)
        return p->come_min;
    return slot_come(p->start_min, before >= 0 ? before : desk_hospital(a->desk)->come_before);
}

struct writing {
    const char *state, *op_key, *told_how;
    int64_t moved_from;
};

static bool insert(struct act *a, const struct booking_view *b, const struct booking_place *p, struct writing w, int64_t *id,
    struct err *e)
{
    struct appointment x = { .request = b->v.c.id, .specialist = p->specialist, .day = p->day, .start_min = p->start_min,
        .minutes = p->minutes ? p->minutes : b->minutes, .room = p->room, .place = str_or(p->place, ""),
        .come_min = come_of(a, b, p), .state = w.state, .moved_from = w.moved_from,
        .told_on = str_empty(w.told_how) ? DAY_NONE : a->today, .told_how = str_or(w.told_how, "") };

    x.held_until = (instant){ a->at.s + (int64_t)desk_hospital(a->desk)->hold_days * 86400 };
    return appointment_store_add(a->db, &(struct appointment_entry){ .what = &x, .at = a->at, .by = a->by,
                                            .op_key = w.op_key }, id, e);
}

/* Ages count on the day of the visit: what was free before may be held now (OMU-12). */
static bool still_allowed(struct act *a, int64_t request, struct err *e)
{
    struct casefile *c;
    struct judgement *j;
    struct msg why;

    if (!act_case(a, request, &c, e) || !act_judge(a, c, &j, e))
        return false;
    if (!step_hindrance(a->desk, j, "booking", a->arena, &why))
        return true;
    if (e && e->kind == ERR_NONE) {
        *e = (struct err){ .kind = ERR_RULE, .msg = why };
        str_copy(e->field, sizeof e->field, "day");
    }
    return false;
}

static bool how_known(const char *how, struct err *e)
{
    return str_empty(how) || words_has(&WORDS_CHANNEL, how)
        || err_set(e, ERR_INPUT, "told_how", N_("Choose one of the numbers beside the field."), NULL);
}

/* Print, settle, trail: what ends each of them. The trail comes last. */
static bool finish(struct act *a, const struct casefile *c, int64_t appointment, bool print, int64_t *print_id, struct err *e)
{
    if (print && !act_print(a, "appointment_slip", "appointment", appointment, c->lang, print_id, e))
        return false;
    return act_settle(a, c->id, touched, e) && act_trail(a, "appointment", appointment, NULL, e);
}

/* --- offering dates */

static bool apart(const struct booking_place *at, size_t n, int usual, struct err *e)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (at[i].specialist == at[k].specialist && day_cmp(at[i].day, at[k].day) == 0
                && at[i].start_min < at[k].start_min + (at[k].minutes ? at[k].minutes : usual)
                && at[k].start_min < at[i].start_min + (at[i].minutes ? at[i].minutes : usual))
                return err_set(e, ERR_RULE, "start", N_("Two of the offered dates are at the same time. Leave one out."), NULL);
    return true;
}

static bool offer_one(struct act *a, const struct booking_view *b, const struct booking_place *p, const char *key, const char *told_how,
    int64_t *id, struct err *e)
{
    struct booking_draft plain = { .outside = true };
    struct booking_place at = with_room(b, p);

    return place_right(a, b, &at, e) && may_be_there(a, b, &at, &plain, e) && nobody_has(a, b, &at, 0, e)
        && insert(a, b, &at, (struct writing){ "held", key, told_how, 0 }, id, e);
}

static bool offer_all(struct act *a, int64_t request, const struct booking_place *at, size_t n, const char *op_key,
    const char *told_how, struct err *e)
{
    struct booking_view b;
    int64_t id = 0;

    if (!appointment_store_by_key(a->db, arena_printf(a->arena, "%s-1", op_key), &id, e))
        return false;
    if (id)
        return true; /* the same form sent twice */
    if (!begin(a, request, at[0].day, &b, e) || !is_possible(&b, e) || !apart(at, n, b.minutes, e))
        return false;
    if (b.booked)
        return booked_already(a, b.booked, e);
    if (!release(a, &b.v.c, 0, N_("offered again"), e))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!offer_one(a, &b, &at[i], arena_printf(a->arena, "%s-%zu", op_key, i + 1), told_how, &id, e))
            return false;
    return act_settle(a, request, NULL, e) && act_trail(a, "request", request, NULL, e);
}

bool desk_dates_offer(struct desk *d, int64_t request, const struct booking_place *at, size_t n, const char *op_key,
    const char *told_how, struct err *e)
{
    struct act a;

    if (n == 0 || n > OFFERED_MAX)
        return err_set(e, ERR_RULE, "offer", N_("Choose one to three dates to offer."), NULL);
    if (!how_known(told_how, e))
        return false;
    BUG_IF(str_empty(op_key));
    return act_begin(d, ACT_DATES_OFFER, NO_SECOND, NULL, &a, e)
        && act_end(&a, offer_all(&a, request, at, n, op_key, told_how, e), e);
}

bool desk_dates_release(struct desk *d, int64_t request, const char *reason, struct err *e)
{
    struct act a;
    struct booking_view b;

    if (!reason_check(reason, e))
        return false;
    if (!act_begin(d, ACT_DATES_OFFER, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = begin(&a, request, DAY_NONE, &b, e) && release(&a, &b.v.c, 0, reason, e) && act_settle(&a, request, NULL, e)
        && act_trail(&a, "request", request, NULL, e);
    return act_end(&a, ok, e);
}

/* --- confirming */

static const struct appointment *find(const struct casefile *c, int64_t id)
{
    for (size_t i = 0; i < c->n_appointments; i++)
        if (c->appointments[i].id == id)
            return &c->appointments[i];
    return NULL;
}

static bool confirm_held(struct act *a, const struct booking_view *b, const struct appointment *held,
    const struct booking_draft *draft, int64_t *id, struct err *e)
{
    *id = held->id;
    if (!release(a, &b->v.c, held->id, N_("another date was chosen"), e) || !turn(a, held, "booked", NULL, e))
        return false;
    return str_empty(draft->told_how)
        || appointment_store_told(a->db, held->id, held->rev + 1, a->today, draft->told_how, e);
}

/* The offered date ran out: it is taken again if it is still free. */
static struct booking_place place_of(const struct appointment *x)
{
    return (struct booking_place){ x->specialist, x->day, x->start_min, x->minutes, x->room, x->place, x->come_min };
}

static bool book_at(struct act *a, const struct booking_view *b, const struct booking_place *p, const struct booking_draft *draft,
    int64_t *id, struct err *e)
{
    struct booking_place at = with_room(b, p);

    return place_right(a, b, &at, e) && release(a, &b->v.c, 0, N_("another date was chosen"), e)
        && may_be_there(a, b, &at, draft, e) && nobody_has(a, b, &at, 0, e)
        && insert(a, b, &at, (struct writing){ "booked", draft->op_key, draft->told_how, 0 }, id, e);
}

static bool book(struct act *a, const struct booking_draft *draft, int64_t *id, int64_t *print_id, struct err *e)
{
    struct booking_view b;
    struct booking_place p = draft->at;

    if (!appointment_store_by_key(a->db, draft->op_key, id, e))
        return false;
    if (*id)
        return true;
    if (!begin(a, draft->request, p.day, &b, e))
        return false;
    const struct appointment *held = draft->held ? find(&b.v.c, draft->held) : NULL;
    if (draft->held && !held)
        return err_set(e, ERR_RULE, "held", N_("This date was not offered for this request."), NULL);
    if (held && str_eq(held->state, "booked")) {
        *id = held->id;
        return true;
    }
    if (!is_possible(&b, e))
        return false;
    if (b.booked)
        return booked_already(a, b.booked, e);
    bool stands = held && str_eq(held->state, "held");
    if (held)
        p = place_of(held);
    return (stands ? confirm_held(a, &b, held, draft, id, e) : book_at(a, &b, &p, draft, id, e))
        && still_allowed(a, draft->request, e) && finish(a, &b.v.c, *id, draft->print, print_id, e);
}

bool desk_book(struct desk *d, const struct booking_draft *draft, int64_t *appointment, int64_t *print_id, struct err *e)
{
    struct act a;
    int64_t id = 0, print = 0;

    if (!how_known(draft->told_how, e))
        return false;
    BUG_IF(str_empty(draft->op_key));
    bool ok = act_begin(d, ACT_BOOK, NO_SECOND, NULL, &a, e);
    if (ok)
        ok = act_end(&a, book(&a, draft, &id, &print, e), e);
    *appointment = ok ? id : 0;
    if (print_id)
        *print_id = ok ? print : 0;
    return ok;
}

/* --- moving, cancelling, telling */

static bool may_change(struct act *a, const struct casefile *c, const struct appointment *x, struct err *e)
{
    if (!x)
        return not_booked(a, c, e);
    return str_eq(x->state, "booked")
        || err_set(e, ERR_RULE, "request", N_("The visitor is checked in. Undo the check-in first."), NULL);
}

static bool move(struct act *a, const struct booking_draft *draft, const char *reason, int64_t *id, int64_t *print_id,
    struct err *e)
{
    struct booking_view b;
    struct booking_place p = draft->at;

    if (!appointment_store_by_key(a->db, draft->op_key, id, e))
        return false;
    if (*id)
        return true;
    if (!begin(a, draft->request, p.day, &b, e) || !may_change(a, &b.v.c, b.booked, e))
        return false;
    if (!str_empty(b.v.c.ended))
        return is_possible(&b, e);
    p = with_room(&b, &p);
    return place_right(a, &b, &p, e) && turn(a, b.booked, "moved", reason, e) && may_be_there(a, &b, &p, draft, e)
        && nobody_has(a, &b, &p, 0, e)
        && insert(a, &b, &p, (struct writing){ "booked", draft->op_key, draft->told_how, b.booked->id }, id, e)
        && (b.why_not.id || still_allowed(a, draft->request, e)) /* a date moves also because a paper is missing */
        && finish(a, &b.v.c, *id, draft->print, print_id, e);
}

bool desk_booking_move(struct desk *d, const struct booking_draft *draft, const char *reason, int64_t *appointment,
    int64_t *print_id, struct err *e)
{
    struct act a;
    int64_t id = 0, print = 0;

    if (!reason_check(reason, e) || !how_known(draft->told_how, e))
        return false;
    BUG_IF(str_empty(draft->op_key));
    bool ok = act_begin(d, ACT_BOOK_MOVE, NO_SECOND, NULL, &a, e);
    if (ok)
        ok = act_end(&a, move(&a, draft, reason, &id, &print, e), e);
    *appointment = ok ? id : 0;
    if (print_id)
        *print_id = ok ? print : 0;
    return ok;
}

bool desk_booking_cancel(struct desk *d, int64_t request, const char *reason, struct err *e)
{
    struct act a;
    struct booking_view b;

    if (!reason_check(reason, e))
        return false;
    if (!act_begin(d, ACT_BOOK_CANCEL, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = begin(&a, request, DAY_NONE, &b, e) && may_change(&a, &b.v.c, b.booked, e) && turn(&a, b.booked, "cancelled", reason, e)
        && act_step_undone(&a, request, "booking", reason, e) && act_settle(&a, request, NULL, e)
        && act_trail(&a, "appointment", b.booked->id, NULL, e);
    return act_end(&a, ok, e);
}

static bool told(struct act *a, int64_t request, day on, const char *how, struct err *e)
{
    struct casefile *c;

    if (!act_case(a, request, &c, e))
        return false;
    const struct appointment *x = case_booked(c);
    if (!x)
        return not_booked(a, c, e);
    return appointment_store_told(a->db, x->id, x->rev, on, how, e) && act_settle(a, request, NULL, e)
        && act_trail(a, "appointment", x->id, NULL, e);
}

bool desk_booking_told(struct desk *d, int64_t request, day on, const char *how, struct err *e)
{
    struct act a;

    if (!day_known(on) || day_cmp(on, desk_today(d)) > 0)
        return err_set(e, ERR_RULE, "told_on", N_("This date is still to come. Enter a date up to today."), NULL);
    if (str_empty(how) || !how_known(how, e))
        return err_set(e, ERR_RULE, "told_how", N_("Choose how the visitor was told."), NULL);
    return act_begin(d, ACT_BOOK_TOLD, NO_SECOND, NULL, &a, e)
        && act_end(&a, told(&a, request, on, how, e), e);
}
