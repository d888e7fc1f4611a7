/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/specialist.h"

#include "desk/act.h"
#include "desk/inside.h"
#include "store/appointment_store.h"
#include "store/holiday_store.h"
#include "store/specialist_store.h"
#include "text/safe.h"

bool desk_specialists(struct desk *d, struct arena *a, struct offer *out, struct err *e)
{
    struct specialist *who;
    struct weekly *sessions;
    struct exception_day *exceptions;
    struct room *rooms;

    *out = (struct offer){ 0 };
    if (!specialist_store_list(d->db, a, &who, &out->n_specialists, e)
        || !session_store_list(d->db, DAY_NONE, a, &sessions, &out->n_sessions, e)
        || !exception_store_list(d->db, desk_today(d), DAY_NONE, a, &exceptions, &out->n_exceptions, e)
        || !room_store_list(d->db, a, &rooms, &out->n_rooms, e))
        return false;
    out->specialists = who;
    out->sessions = sessions;
    out->exceptions = exceptions;
    out->rooms = rooms;
    return true;
}

static bool written(const char *s, const char *field, const char *says, struct err *e)
{
    if (str_empty(s))
        return err_set(e, ERR_RULE, field, says, NULL);
    return safe_name(s, field, e);
}

static bool clean(const char *s, const char *field, struct err *e)
{
    return str_empty(s) || safe_name(s, field, e);
}

/* A policy without departments, or with one for everything, takes any name. */
static bool department_exists(struct desk *d, const char *department, struct err *e)
{
    int64_t version = desk_policy_version(d, desk_today(d), e);
    const struct policy *p = version ? desk_policy(d, version, e) : NULL;

    if (version && !p)
        return false;
    if (!p || p->n_departments == 0 || policy_department(p, department))
        return true;
    return err_set(e, ERR_RULE, "department", N_("The rules know no such department. Choose one of the list."), NULL);
}

/* Runs one change of one table as an action of its own. */
struct change_of {
    enum desk_action action;
    const char *object;
    bool (*write)(struct act *a, const void *what, int64_t *id, struct err *e);
    const void *what;
};

static bool run(struct desk *d, struct change_of change, int64_t *id, struct err *e)
{
    struct act a;
    int64_t made = 0;

    bool ok = act_begin(d, change.action, NO_SECOND, NULL, &a, e);
    if (ok) {
        ok = change.write(&a, change.what, &made, e) && act_trail(&a, change.object, made, NULL, e);
        ok = act_end(&a, ok, e);
    }
    if (id)
        *id = made;
    return ok;
}

static bool write_specialist(struct act *a, const void *what, int64_t *id, struct err *e)
{
    return specialist_store_save(a->db, what, id, e);
}

bool desk_specialist_save(struct desk *d, const struct specialist *x, int64_t *id, struct err *e)
{
    if (!written(x->name, "name", N_("Enter the specialist's name."), e) || !clean(x->kana, "kana", e)
        || !clean(x->name_en, "name_en", e)
        || !written(x->department, "department", N_("Choose the specialist's department."), e)
        || !department_exists(d, x->department, e))
        return false;
    return run(d, (struct change_of){ ACT_SPECIALIST_SAVE, "specialist", write_specialist, x }, id, e);
}

static bool times_right(int start, int end, struct err *e)
{
    if (start < 0 || start >= DAY_MINUTES || start % SLOT_MINUTES)
        return err_set(e, ERR_INPUT, "start", N_("Times are in steps of five minutes, like 13:00 or 13:05."), NULL);
    if (end <= start || end > DAY_MINUTES || end % SLOT_MINUTES)
        return err_set(e, ERR_INPUT, "end", N_("The end comes after the beginning, in steps of five minutes."), NULL);
    return true;
}

/* A place in words that is the name of a room on the list means that room. */
static bool find_room(struct act *a, int64_t *room, const char **place, struct err *e)
{
    struct room *rooms;
    size_t n = 0;

    if (*room == 0 && !room_store_list(a->db, a->arena, &rooms, &n, e))
        return false;
    const struct room *named = *room ? NULL : room_named(rooms, n, *place);
    if (named)
        *room = named->id;
    if (*room)
        *place = "";
    return true;
}

static bool write_session(struct act *a, const void *what, int64_t *id, struct err *e)
{
    struct weekly x = *(const struct weekly *)what;

    return find_room(a, &x.room, &x.place, e) && session_store_add(a->db, &x, id, e);
}

static bool overlaps(const struct weekly *a, const struct weekly *b)
{
    bool apart = (day_known(a->until) && day_cmp(a->until, b->from) < 0)
        || (day_known(b->until) && day_cmp(b->until, a->from) < 0);

    return !apart && a->specialist == b->specialist && a->weekday == b->weekday && a->start_min < b->end_min
        && b->start_min < a->end_min;
}

static bool no_overlap(struct desk *d, const struct weekly *x, struct err *e)
{
    struct arena a;
    struct weekly *rows;
    size_t n;

    arena_init(&a);
    bool ok = session_store_list(d->db, DAY_NONE, &a, &rows, &n, e);
    for (size_t i = 0; ok && i < n; i++)
        if (overlaps(x, &rows[i]))
            ok = err_set(e, ERR_RULE, "start", N_("This time is in the weekly hours already. End that line first."), NULL);
    arena_fini(&a);
    return ok;
}

bool desk_session_add(struct desk *d, const struct weekly *x, int64_t *id, struct err *e)
{
    if (x->weekday < 0 || x->weekday > 6)
        return err_set(e, ERR_INPUT, "weekday", N_("Choose a day of the week."), NULL);
    if (!times_right(x->start_min, x->end_min, e) || !clean(x->place, "place", e))
        return false;
    if (!day_known(x->from))
        return err_set(e, ERR_RULE, "from", N_("From which day on does it hold?"), NULL);
    if (day_known(x->until) && day_cmp(x->until, x->from) < 0)
        return err_set(e, ERR_RULE, "until", N_("The last day comes before the first one. Correct one of the two."), NULL);
    return no_overlap(d, x, e)
        && run(d, (struct change_of){ ACT_SPECIALIST_SAVE, "session", write_session, x }, id, e);
}

struct ending {
    int64_t id;
    day last;
};

static bool write_ending(struct act *a, const void *what, int64_t *id, struct err *e)
{
    const struct ending *x = what;

    *id = x->id;
    return session_store_end(a->db, x->id, x->last, e);
}

bool desk_session_end(struct desk *d, int64_t id, day last, struct err *e)
{
    if (!day_known(last))
        return err_set(e, ERR_RULE, "until", N_("Until which day does it hold?"), NULL);
    return run(d, (struct change_of){ ACT_SPECIALIST_SAVE, "session", write_ending, &(struct ending){ id, last } }, NULL, e);
}

static bool write_exception(struct act *a, const void *what, int64_t *id, struct err *e)
{
    struct exception_day x = *(const struct exception_day *)what;

    return find_room(a, &x.room, &x.place, e) && exception_store_add(a->db, &x, id, e);
}

bool desk_exception_add(struct desk *d, const struct exception_day *x, int64_t *id, struct err *e)
{
    bool whole = !x->extra && x->start_min < 0 && x->end_min < 0;

    if (!day_known(x->day))
        return err_set(e, ERR_RULE, "day", N_("Which day is it?"), NULL);
    if (day_cmp(x->day, desk_today(d)) < 0)
        return err_set(e, ERR_RULE, "day", N_("That day is over. Choose today or a later day."), NULL);
    if ((!whole && !times_right(x->start_min, x->end_min, e)) || !clean(x->place, "place", e) || !clean(x->why, "why", e))
        return false;
    return run(d, (struct change_of){ ACT_SPECIALIST_SAVE, "session_exception", write_exception, x }, id, e);
}

static bool write_removal(struct act *a, const void *what, int64_t *id, struct err *e)
{
    *id = *(const int64_t *)what;
    return exception_store_remove(a->db, *id, e);
}

bool desk_exception_remove(struct desk *d, int64_t id, struct err *e)
{
    return run(d, (struct change_of){ ACT_SPECIALIST_SAVE, "session_exception", write_removal, &id }, NULL, e);
}

static bool write_room(struct act *a, const void *what, int64_t *id, struct err *e)
{
    return room_store_save(a->db, what, id, e);
}

bool desk_room_save(struct desk *d, const struct room *x, int64_t *id, struct err *e)
{
    if (!written(x->name, "name", N_("Enter the room's name as it is called aloud."), e) || !clean(x->name_en, "name_en", e)
        || !clean(x->floor, "floor", e) || !clean(x->floor_en, "floor_en", e))
        return false;
    return run(d, (struct change_of){ ACT_SPECIALIST_SAVE, "room", write_room, x }, id, e);
}

bool desk_closures(struct desk *d, day from, struct arena *a, struct closed_day **out, size_t *n, struct err *e)
{
    struct closure_row *rows;

    *out = NULL;
    if (!closure_list(d->db, from, a, &rows, n, e))
        return false;
    *out = ARENA_ARRAY(a, struct closed_day, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*out)[i] = (struct closed_day){ rows[i].day, rows[i].name_ja, rows[i].name_en, rows[i].by_name };
    return true;
}

static bool write_closure(struct act *a, const void *what, int64_t *id, struct err *e)
{
    const struct closure_row *x = what;

    *id = x->day.n;
    return closure_put(a->db, x, a->by, a->at, e);
}

bool desk_closure_put(struct desk *d, day on, const char *name_ja, const char *name_en, int *booked, struct err *e)
{
    struct closure_row row = { on, name_ja, str_or(name_en, name_ja), "" };
    struct arena a;
    struct taken *taken;
    size_t n = 0;

    if (!day_known(on))
        return err_set(e, ERR_RULE, "day", N_("Which day is it?"), NULL);
    if (!written(name_ja, "name_ja", N_("Enter why the hospital is closed; visitors see it."), e)
        || !clean(name_en, "name_en", e)
        || !run(d, (struct change_of){ ACT_CALENDAR_SAVE, "closure", write_closure, &row }, NULL, e))
        return false;
    desk_calendar_forget(d);
    arena_init(&a);
    bool ok = !booked || appointment_store_taken(d->db, on, on, desk_instant(d), &a, &taken, &n, e);
    if (booked)
        *booked = (int)n;
    arena_fini(&a);
    return ok;
}

static bool write_opening(struct act *a, const void *what, int64_t *id, struct err *e)
{
    const day *on = what;

    *id = on->n;
    return closure_remove(a->db, *on, e);
}

bool desk_closure_remove(struct desk *d, day on, struct err *e)
{
    if (!run(d, (struct change_of){ ACT_CALENDAR_SAVE, "closure", write_opening, &on }, NULL, e))
        return false;
    desk_calendar_forget(d);
    return true;
}
