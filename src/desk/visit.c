/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/visit.h"

#include "desk/act.h"
#include "desk/charge.h"
#include "desk/inside.h"
#include "domain/ending.h"
#include "domain/request_check.h"
#include "store/appointment_store.h"
#include "store/request_store.h"
#include "store/requester_store.h"
#include "store/visit_store.h"
#include "text/safe.h"

enum door visit_door(const struct case_view *v)
{
    const struct appointment *x = case_last_appointment(&v->c);
    const struct visit *here = case_visit(&v->c);

    if (!x)
        return DOOR_NO_BOOKING;
    if (str_eq(x->state, "no_show"))
        return day_cmp(x->day, v->today) == 0 ? DOOR_NO_SHOW : DOOR_NO_BOOKING;
    if (here && here->ended)
        return DOOR_OVER;
    if (here && here->started)
        return DOOR_TALK;
    if (here && str_eq(x->state, "arrived"))
        return DOOR_HERE;
    return day_cmp(x->day, v->today) == 0 ? DOOR_CHECK_IN : DOOR_OTHER_DAY;
}

int visit_late(const struct appointment *a, hm now)
{
    return now.min > a->start_min ? now.min - a->start_min : 0;
}

/* --- the talk */

/* Reads the case and the visit that stands; false when nobody is checked in. */
static bool visit_of(struct act *a, int64_t request, struct casefile **c, const struct visit **v, struct err *e)
{
    if (!act_case(a, request, c, e))
        return false;
    *v = case_visit(*c);
    return *v || err_set(e, ERR_RULE, "request", N_("Nobody is checked in for this request."), NULL);
}

static bool start(struct act *a, int64_t request, struct err *e)
{
    struct casefile *c;
    const struct visit *v;

    if (!visit_of(a, request, &c, &v, e))
        return false;
    if (v->started)
        return err_set(e, ERR_RULE, "request", N_("The consultation has started already."), NULL);
    return visit_store_turn(a->db, v, VISIT_STARTS, a->at, a->by, e) && act_settle(a, request, NULL, e)
        && act_trail(a, "visit", v->id, NULL, e);
}

static const struct appointment *appointment_of(const struct casefile *c, const struct visit *v)
{
    for (size_t i = 0; i < c->n_appointments; i++)
        if (c->appointments[i].id == v->appointment)
            return &c->appointments[i];
    return NULL;
}

static bool turn(struct act *a, const struct appointment *x, const char *state, const char *reason, bool ends, struct err *e)
{
    return appointment_store_turn(a->db,
        &(struct appointment_turn){ .id = x->id, .rev = x->rev, .state = state, .reason = reason, .ends = ends, .at = a->at,
            .by = a->by },
        e);
}

/* A price that waited for the length of the talk is known now. */
static bool end(struct act *a, int64_t request, struct err *e)
{
    static const char *const touched[] = { "visit", "payment", "report", "return", NULL };
    struct casefile *c;
    struct judgement *j;
    const struct visit *v;

    if (!visit_of(a, request, &c, &v, e))
        return false;
    if (!v->started)
        return err_set(e, ERR_RULE, "request", N_("The consultation has not started yet. Record its start first."), NULL);
    if (v->ended)
        return err_set(e, ERR_RULE, "request", N_("The consultation is over already."), NULL);
    return visit_store_turn(a->db, v, VISIT_ENDS, a->at, a->by, e) && turn(a, appointment_of(c, v), "done", NULL, true, e)
        && act_case(a, request, &c, e) && act_judge(a, c, &j, e) && charge_add_from_policy(a, c, j, e)
        && act_settle(a, request, touched, e) && act_trail(a, "visit", v->id, NULL, e);
}

static bool run(struct desk *d, enum desk_action action, int64_t request,
    bool (*what)(struct act *a, int64_t request, struct err *e), struct err *e)
{
    struct act a;

    return act_begin(d, action, NO_SECOND, NULL, &a, e)
        && act_end(&a, what(&a, request, e), e);
}

bool desk_visit_start(struct desk *d, int64_t request, struct err *e)
{
    return run(d, ACT_VISIT_START, request, start, e);
}

bool desk_visit_end(struct desk *d, int64_t request, struct err *e)
{
    return run(d, ACT_VISIT_END, request, end, e);
}

/* --- taking it back */

bool visit_may_be_undone(const struct casefile *c, struct err *e)
{
    struct msg why;

    if (!case_talk_over(c))
        return true;
    if (c->n_reports)
        return err_set(e, ERR_RULE, "request", N_("The report has been sent. Undo that first."), NULL);
    return case_lives(c, &why) || err_set(e, ERR_RULE, "request", why.id, why.n ? why.arg[0] : NULL, NULL);
}

static bool undo_end(struct act *a, const struct casefile *c, const struct visit *v, const char *reason, struct err *e)
{
    return visit_may_be_undone(c, e) && visit_store_turn(a->db, v, VISIT_UNENDS, a->at, a->by, e)
        && turn(a, appointment_of(c, v), "arrived", NULL, false, e)
        && act_step_undone(a, c->id, "visit", reason, e);
}

/* Who was expected is expected again, as before the check-in. */
static bool undo_attendance(struct act *a, const struct casefile *c, const struct visit *v, struct err *e)
{
    struct casefile was = *c;
    bool changed;

    for (size_t i = 0; i < c->n_attendees; i++)
        if (!attendee_store_came(a->db, c->attendees[i].id, "", e))
            return false;
    if (!visit_store_attends_before(a->db, c->id, v->arrived_at, a->arena, &was.patient_attends, &changed, e))
        return false;
    return !changed || request_store_attend(a->db, c, &was, a->at, a->by, e);
}

static bool undo_check_in(struct act *a, const struct casefile *c, const struct visit *v, const char *reason, struct err *e)
{
    return charge_reverse_all(a, c, reason, e) && undo_attendance(a, c, v, e)
        && visit_store_undo(a->db, v, a->at, a->by, reason, e) && turn(a, appointment_of(c, v), "booked", NULL, false, e);
}

static bool undo(struct act *a, int64_t request, const char *reason, struct err *e)
{
    struct casefile *c;
    const struct visit *v;

    if (!visit_of(a, request, &c, &v, e))
        return false;
    bool ok = v->ended ? undo_end(a, c, v, reason, e)
        : v->started   ? visit_store_turn(a->db, v, VISIT_UNSTARTS, a->at, a->by, e)
                       : undo_check_in(a, c, v, reason, e);
    return ok && act_settle(a, request, NULL, e) && act_trail(a, "visit", v->id, NULL, e);
}

bool desk_visit_undo(struct desk *d, int64_t request, const char *reason, struct err *e)
{
    struct act a;

    if (!reason_check(reason, e))
        return false;
    return act_begin(d, ACT_VISIT_UNDO, NO_SECOND, NULL, &a, e)
        && act_end(&a, undo(&a, request, reason, e), e);
}

bool visit_may_be_missed(const struct casefile *c, day today, hm now, struct err *e)
{
    const struct appointment *x = case_booked(c);

    if (!x)
        return err_set(e, ERR_RULE, "request", N_("No date is booked for this request."), NULL);
    if (str_eq(x->state, "arrived"))
        return err_set(e, ERR_RULE, "request", N_("The visitor is checked in. Undo the check-in first."), NULL);
    if (day_cmp(x->day, today) > 0 || (day_cmp(x->day, today) == 0 && now.min < x->start_min))
        return err_set(e, ERR_RULE, "request", N_("The appointment is still to come."), NULL);
    return true;
}

static bool no_show(struct act *a, int64_t request, const char *reason, struct err *e)
{
    struct casefile *c;

    if (!act_case(a, request, &c, e) || !visit_may_be_missed(c, a->today, a->now, e))
        return false;
    const struct appointment *x = case_booked(c);
    return turn(a, x, "no_show", reason, true, e) && act_step_undone(a, request, "booking", reason, e)
        && act_settle(a, request, NULL, e) && act_trail(a, "appointment", x->id, NULL, e);
}

bool desk_visit_no_show(struct desk *d, int64_t request, const char *reason, struct err *e)
{
    struct act a;

    if (!reason_check(reason, e))
        return false;
    return act_begin(d, ACT_VISIT_UNDO, NO_SECOND, NULL, &a, e)
        && act_end(&a, no_show(&a, request, reason, e), e);
}
