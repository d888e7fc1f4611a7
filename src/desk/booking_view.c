/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What booking is decided from: the request, the specialists' time around the shown month, and what is free. */
#include "desk/act.h"
#include "desk/booking.h"
#include "desk/booking_inside.h"
#include "desk/inside.h"
#include "domain/words.h"
#include "store/appointment_store.h"
#include "store/specialist_store.h"
#include "text/catalog.h"

enum { PROPOSAL_DAYS = 56, SHOWN_DAYS = 62, USUAL_MINUTES = 60 };

struct day_status booking_day(const struct booking_view *b, day d)
{
    return calendar_day(b->v.calendar, b->opening, d);
}

static bool is_closed(const void *arg, day d)
{
    return !booking_day(arg, d).open;
}

bool booking_after_cashier(const struct hospital *h, int start_min, int minutes)
{
    return hm_known(h->cashier_closes) && start_min + minutes > h->cashier_closes.min;
}

struct proposal_in booking_proposals(const struct booking_view *b, const struct hospital *h)
{
    return (struct proposal_in){ .offer = &b->offer, .wishes = b->wishes, .n_wishes = b->n_wishes, .bad = b->bad,
        .n_bad = b->n_bad, .specialist = b->specialist, .department = b->v.c.department, .minutes = b->minutes,
        .from = day_add(b->v.today, 1), .to = day_add(b->v.today, PROPOSAL_DAYS), .closed = is_closed, .arg = b,
        .cashier_closes = hm_known(h->cashier_closes) ? h->cashier_closes.min : -1,
        .treatment_from = b->v.c.treatment_from };
}

/* What a rule is called: its title, else the clause that says why. */
static const char *rule_name(const struct spoken *s, enum lang l)
{
    const char *title = bilingual_in(s->title, l);

    return *title ? title : str_or(bilingual_in(s->because.why, l), s->id);
}

bool step_hindrance(const struct desk *d, const struct judgement *j, const char *step, struct arena *a, struct msg *out)
{
    enum lang l = desk_who(d)->lang;
    struct blocked *list;
    struct buf b;
    size_t n = policy_step_blocked(&j->answer, step, a, &list);

    *out = (struct msg){ 0 };
    for (size_t i = 0; i < n && !out->id; i++) {
        if (list[i].kind == BLOCKED_RULE)
            msg_set(out, N_("Not yet: %s. Settle this first, or have the rule overridden."), rule_name(list[i].rule, l), NULL);
        if (list[i].kind == BLOCKED_DOCUMENT)
            msg_set(out, N_("Not yet: %s is missing. Record it when it is here, or ask for it by a date."),
                str_or(bilingual_in(list[i].document->doc->rule.title, l), list[i].document->doc->rule.id), NULL);
        if (list[i].kind != BLOCKED_QUESTION)
            continue;
        buf_init(&b, MSG_ARG_BYTES);
        fact_label(j->policy, list[i].question->fact, desk_catalogues(d)->of[l], l, &b);
        msg_set(out, N_("Not yet: nobody has asked about this: %s. Ask and record the answer."), b.p, NULL);
        buf_fini(&b);
    }
    return out->id != NULL;
}

static void why_not(struct desk *d, struct booking_view *b, struct arena *a)
{
    const struct casefile *c = &b->v.c;
    const struct review *r = case_review(c);

    b->why_not = (struct msg){ 0 };
    if (!str_empty(c->ended)) {
        msg_set(&b->why_not, N_("This request has ended. Nothing more is booked for it."), NULL);
        return;
    }
    if (journey_find(&b->v.j.journey, "review") && !(r && str_eq(r->verdict, "accepted") && r->specialist)) {
        msg_set(&b->why_not, N_("The department has not accepted yet. Record its answer with the specialist first."), NULL);
        return;
    }
    step_hindrance(d, &b->v.j, "booking", a, &b->why_not);
}

static bool read_offer(struct desk *d, struct booking_view *b, struct arena *a, struct err *e)
{
    struct specialist *who;
    struct weekly *sessions;
    struct exception_day *exceptions;
    struct room *rooms;
    struct taken *taken;

    if (!specialist_store_list(d->db, a, &who, &b->offer.n_specialists, e)
        || !session_store_list(d->db, b->from, a, &sessions, &b->offer.n_sessions, e)
        || !exception_store_list(d->db, b->from, b->to, a, &exceptions, &b->offer.n_exceptions, e)
        || !room_store_list(d->db, a, &rooms, &b->offer.n_rooms, e)
        || !appointment_store_taken(d->db, b->from, b->to, desk_instant(d), a, &taken, &b->offer.n_taken, e))
        return false;
    b->offer.specialists = who;
    b->offer.sessions = sessions;
    b->offer.exceptions = exceptions;
    b->offer.rooms = rooms;
    b->offer.taken = taken;
    return true;
}

static int kinship(const struct booking_view *b, const struct specialist *s)
{
    if (!s->active)
        return 3;
    if (s->id == b->specialist)
        return 0;
    return str_eq(s->department, b->v.c.department) ? 1 : 2;
}

/* The named one first, then the department, then everybody else, as the columns are read. */
static void order_specialists(struct booking_view *b)
{
    struct specialist *s = (struct specialist *)b->offer.specialists; /* read above into the arena */

    for (size_t i = 1; i < b->offer.n_specialists; i++) {
        struct specialist x = s[i];
        size_t k = i;
        for (; k > 0 && kinship(b, &s[k - 1]) > kinship(b, &x); k--)
            s[k] = s[k - 1];
        s[k] = x;
    }
}

static void read_appointments(struct desk *d, struct booking_view *b)
{
    const struct casefile *c = &b->v.c;

    b->booked = case_booked(c);
    for (size_t i = 0; i < c->n_appointments && b->n_held < OFFERED_MAX; i++)
        if (str_eq(c->appointments[i].state, "held") && c->appointments[i].held_until.s > desk_instant(d).s)
            b->held[b->n_held++] = &c->appointments[i];
}

static void read_wishes(struct booking_view *b, struct arena *a)
{
    const struct review *r = case_review(&b->v.c);
    const struct policy_service *s = policy_service(b->v.policy, b->v.c.service);

    b->specialist = r && str_eq(r->verdict, "accepted") ? r->specialist : 0;
    b->review_dates = r ? r->dates : "";
    b->n_wishes = day_wishes(b->v.c.wishes, b->v.c.received_on, a, &b->wishes, &b->other_wishes);
    b->n_bad = day_wishes(b->v.c.bad_days, b->v.c.received_on, a, &b->bad, &b->other_bad);
    b->minutes = s && s->slot_minutes > 0 ? s->slot_minutes : USUAL_MINUTES;
    for (size_t i = 0; i < b->v.j.answer.n_clocks && !b->clock; i++)
        if (b->v.j.answer.clocks[i].clock->to == EVENT_APPOINTMENT_TOLD)
            b->clock = &b->v.j.answer.clocks[i];
}

bool desk_booking_view(struct desk *d, int64_t request, bool opened, day month, struct arena *a, struct booking_view *out,
    struct err *e)
{
    *out = (struct booking_view){ 0 };
    if (!desk_case_view(d, request, opened, a, &out->v, e))
        return false;
    day today = out->v.today;
    day first = day_known(month) && day_cmp(month, today) < 0 ? month : today;
    day late = day_known(month) ? day_add(month, SHOWN_DAYS) : today;
    out->from = day_add(first, -31);
    out->to = day_cmp(late, day_add(today, PROPOSAL_DAYS + 1)) > 0 ? late : day_add(today, PROPOSAL_DAYS + 1);
    out->opening = case_opening(out->v.policy, &out->v.c);
    read_wishes(out, a);
    read_appointments(d, out);
    if (!read_offer(d, out, a, e))
        return false;
    order_specialists(out);
    why_not(d, out, a);
    struct proposal_in in = booking_proposals(out, desk_hospital(d));
    out->n_proposals = slot_propose(&in, out->proposals, PROPOSALS_MAX);
    return true;
}

static bool has_pattern(const struct offer *o, int64_t specialist)
{
    for (size_t i = 0; i < o->n_sessions; i++)
        if (o->sessions[i].specialist == specialist)
            return true;
    return false;
}

/* An extra offer of that day covers this time: then the hospital's closed day does not matter. */
static bool has_extra(const struct offer *o, const struct booking_place *p, int minutes)
{
    for (size_t i = 0; i < o->n_exceptions; i++) {
        const struct exception_day *x = &o->exceptions[i];
        if (x->specialist == p->specialist && day_cmp(x->day, p->day) == 0 && x->extra && x->start_min <= p->start_min
            && x->end_min >= p->start_min + minutes)
            return true;
    }
    return false;
}

static bool is_away(const struct offer *o, const struct booking_place *p, int minutes)
{
    for (size_t i = 0; i < o->n_exceptions; i++) {
        const struct exception_day *x = &o->exceptions[i];
        if (x->specialist == p->specialist && day_cmp(x->day, p->day) == 0 && !x->extra
            && (x->start_min < 0 || x->start_min < p->start_min + minutes) && (x->end_min < 0 || x->end_min > p->start_min))
            return true;
    }
    return false;
}

struct place_check booking_check_place(const struct booking_view *b, const struct hospital *h, const struct booking_place *p)
{
    struct place_check check = { 0 };
    struct slot_day s;
    int minutes = p->minutes ? p->minutes : b->minutes;
    struct day_status status = booking_day(b, p->day);

    check.after_cashier = booking_after_cashier(h, p->start_min, minutes);
    if (has_extra(&b->offer, p, minutes))
        return check;
    check.closed = !status.open;
    check.why_closed = status.why;
    slot_day_of(&b->offer, p->specialist, p->day, check.closed, &s);
    check.away = is_away(&b->offer, p, minutes);
    if (check.closed || !has_pattern(&b->offer, p->specialist))
        return check;
    for (int u = p->start_min / SLOT_MINUTES; u < (p->start_min + minutes) / SLOT_MINUTES && u < SLOT_UNITS; u++)
        check.outside |= s.state[u] == UNIT_NOT_OFFERED;
    return check;
}

bool desk_booking_history(struct desk *d, const struct casefile *c, struct arena *a, struct booking_history **out, size_t *n,
    struct err *e)
{
    struct appointment_note *notes;

    *out = NULL;
    if (!appointment_store_notes(d->db, c->id, a, &notes, n, e))
        return false;
    *out = ARENA_ARRAY(a, struct booking_history, *n + 1);
    for (size_t i = 0; i < *n; i++) {
        (*out)[i] = (struct booking_history){ .by_name = notes[i].by_name, .ended_by_name = notes[i].ended_by_name,
            .at = notes[i].at, .ended_at = notes[i].ended_at };
        for (size_t k = 0; k < c->n_appointments; k++)
            if (c->appointments[k].id == notes[i].id)
                (*out)[i].what = &c->appointments[k];
    }
    return true;
}
