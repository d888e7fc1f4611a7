/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/act.h"

#include "desk/inside.h"
#include "store/audit.h"
#include "store/case_store.h"
#include "store/staff_store.h"
#include "store/step_store.h"
#include "sys/log.h"
#include "sys/random.h"

void desk_op_key(char out[OP_KEY_TEXT])
{
    _Static_assert((int)OP_KEY_TEXT == (int)RANDOM_KEY_TEXT, "an operation key is a random key");
    random_key(out);
}

static bool waiting(void *arg, const char *holder)
{
    struct desk *d = arg;

    return d->wait(d->wait_arg, holder);
}

/* What the clerk could not mend goes to the log too; refusals and rights do not. Always false. */
static bool not_stored(const struct act *a, const struct err *e)
{
    if (e && (e->kind == ERR_STORE || e->kind == ERR_BUSY))
        log_event(a->desk->log, "not_stored", a->action < ACT_COUNT ? permission_of(a->action)->verb : "own", 0, (int)e->kind);
    return false;
}

static bool begin_tx(struct desk *d, struct act *a, struct err *e)
{
    char who[128];
    struct tx_wait wait = { .who = who, .waiting = d->wait ? waiting : NULL, .arg = d };

    snprintf(who, sizeof who, "%s (%s)", d->session.who.id ? d->session.who.name : "system", d->terminal);
    if (!tx_begin(d->db, &a->tx, &wait, e))
        return not_stored(a, e);
    a->at = desk_instant(d); /* of its turn, not of the key before the wait: the trail stands in the order of its times */
    instant_civil(a->at, d->hospital.offset, &a->today, &a->now);
    return true;
}

static void act_init(struct act *a, struct desk *d, enum desk_action action, struct arena *arena)
{
    *a = (struct act){ .desk = d, .db = d->db, .action = action };
    arena_init(&a->own);
    a->arena = arena ? arena : &a->own;
}

/* A refusal is itself an entry of the trail; that it cannot be written changes nothing for the clerk. */
static void record_denial(struct desk *d, enum desk_action action)
{
    struct act a;
    int64_t by = d->session.who.id ? d->session.who.id : STAFF_SYSTEM;

    act_init(&a, d, action, NULL);
    if (db_read_only(d->db) || !begin_tx(d, &a, NULL))
        return;
    bool ok = audit_add(d->db,
        &(struct audit_entry){ .staff = by, .at = a.at, .verb = "denied", .object = permission_of(action)->verb }, NULL);
    tx_end(&a.tx, ok, NULL);
}

static bool denied(struct desk *d, enum desk_action action, struct err *e)
{
    record_denial(d, action);
    if (d->session.who.id == 0)
        return err_set(e, ERR_DENIED, "", N_("Nobody is logged in. Log in first."), NULL);
    char words[MSG_ARG_BYTES];
    return err_set(e, ERR_DENIED, "", permission_missing,
        msg_word(permission_of(action)->words, words), NULL);
}

bool act_may_read(struct desk *d, enum desk_action action, struct err *e)
{
    return desk_may(d, action) || denied(d, action, e);
}

/* Roles as they are now, inside the transaction: somebody whose rights were taken away stops at once. */
static bool roles_now(struct act *a, int64_t staff, unsigned *roles, struct err *e)
{
    struct arena arena;
    struct staff_row row;
    bool found;

    arena_init(&arena);
    *roles = 0;
    bool ok = staff_load(a->db, staff, &arena, &row, &found, e);
    if (ok && found && row.active)
        *roles = roles_of(row.roles);
    arena_fini(&arena);
    return ok;
}

static bool second_ok(struct act *a, struct second second, struct err *e)
{
    unsigned roles;

    if (!permission_of(a->action)->second)
        return true;
    if (second.staff == 0)
        return err_set(e, ERR_DENIED, "", N_("This needs a second person who enters their own passphrase."), NULL);
    if (second.staff == a->by)
        return err_set(e, ERR_DENIED, "", N_("The second person must be somebody else."), NULL);
    if (!roles_now(a, second.staff, &roles, e))
        return false;
    return permission_seconds(a->action, roles)
        || err_set(e, ERR_DENIED, "", N_("%s may not be the second person for this."), second.name, NULL);
}

bool act_begin(struct desk *d, enum desk_action action, struct second second, struct arena *arena, struct act *a,
    struct err *e)
{
    unsigned roles;

    act_init(a, d, action, arena);
    a->by = d->session.who.id;
    a->second = second.staff;
    if (!desk_may(d, action))
        return denied(d, action, e);
    if (!begin_tx(d, a, e))
        return false;
    bool ok = roles_now(a, a->by, &roles, e);
    bool may = ok && permission_allows(action, roles);
    ok = ok && may && second_ok(a, second, e);
    if (ok)
        return true;
    tx_end(&a->tx, false, NULL);
    return e && e->kind != ERR_NONE ? false : denied(d, action, e);
}

bool act_begin_unasked(struct desk *d, int64_t by, struct arena *arena, struct act *a, struct err *e)
{
    act_init(a, d, ACT_COUNT, arena);
    a->by = by;
    return begin_tx(d, a, e);
}

bool act_trail_as(struct act *a, const char *verb, const char *object, int64_t id, const char *body, struct err *e)
{
    return audit_add(a->db,
        &(struct audit_entry){ .staff = a->by, .at = a->at, .verb = verb, .object = object, .id = id, .body = body }, e);
}

bool act_trail(struct act *a, const char *object, int64_t id, const char *body, struct err *e)
{
    return audit_add(a->db,
        &(struct audit_entry){ .staff = a->by, .at = a->at, .verb = permission_of(a->action)->verb, .object = object,
            .id = id, .body = body },
        e);
}

bool act_case(struct act *a, int64_t request, struct casefile **out, struct err *e)
{
    *out = ARENA_NEW(a->arena, struct casefile);
    return case_load(a->db, request, a->arena, *out, e);
}

bool act_judge(struct act *a, const struct casefile *c, struct judgement **out, struct err *e)
{
    const struct calendar *calendar = desk_calendar(a->desk, e);
    const struct policy *p = calendar ? desk_policy(a->desk, c->policy, e) : NULL;

    if (!p)
        return false;
    *out = ARENA_NEW(a->arena, struct judgement);
    judge(c, p, calendar, a->today, a->arena, *out);
    return true;
}

bool act_step_undone(struct act *a, int64_t request, const char *step, const char *reason, struct err *e)
{
    bool done;

    if (!step_store_is_done(a->db, request, step, &done, e))
        return false;
    return !done || step_store_add(a->db,
        &(struct step_entry){ .request = request, .step = step, .done = false, .day = a->today, .at = a->at, .by = a->by,
            .reason = reason },
        e);
}

bool act_close_step(struct act *a, int64_t request, struct err *e)
{
    return step_store_add(a->db,
        &(struct step_entry){ .request = request, .step = "close", .done = true, .day = a->today, .at = a->at, .by = a->by,
            .reason = "" },
        e);
}

static bool record_steps(struct act *a, const struct casefile *c, const struct judgement *j,
    const char *const *touched, bool *wrote, struct err *e)
{
    *wrote = false;
    for (size_t i = 0; touched && touched[i]; i++) {
        if (!journey_find(&j->journey, touched[i]) || case_step_done(c, touched[i])
            || !step_complete(c, &j->answer, touched[i]))
            continue;
        if (!step_store_add(a->db,
                &(struct step_entry){ .request = c->id, .step = touched[i], .done = true, .day = a->today, .at = a->at,
                    .by = a->by, .reason = "" },
                e))
            return false;
        *wrote = true;
    }
    return true;
}

/* The step before which papers must be complete: what starts the 7 to 14 days (counter.md 3). */
static day complete_on(const struct act *a, const struct casefile *c, const struct judgement *j)
{
    const char *step = journey_find(&j->journey, "review") ? "review" : "booking";

    if (!answer_papers_complete(&j->answer, step))
        return DAY_NONE;
    return day_known(c->complete_on) ? c->complete_on : a->today;
}

bool act_settle(struct act *a, int64_t request, const char *const *touched, struct err *e)
{
    struct arena arena, *callers = a->arena;
    struct casefile *c;
    struct judgement *j;
    bool wrote;

    arena_init(&arena);
    a->arena = &arena;
    bool ok = act_case(a, request, &c, e) && act_judge(a, c, &j, e) && record_steps(a, c, j, touched, &wrote, e);
    if (ok && wrote)
        ok = act_case(a, request, &c, e) && act_judge(a, c, &j, e);
    ok = ok
        && step_store_settle(a->db, request, complete_on(a, c, j), journey_next(&j->journey, &arena), j->journey.due, e);
    arena_fini(&arena);
    a->arena = callers;
    return ok;
}

const char *desk_moment(struct desk *d, instant at, char out[MOMENT_TEXT])
{
    char date[DATE_TEXT], time[HM_TEXT];
    day on;
    hm t;

    instant_civil(at, desk_hospital(d)->offset, &on, &t);
    hm_text(t, time);
    if (day_cmp(on, desk_today(d)) == 0)
        snprintf(out, MOMENT_TEXT, "%s", time);
    else
        snprintf(out, MOMENT_TEXT, "%s %s", date_text(on, desk_who(d)->lang, DATE_SHORT, date), time);
    return out;
}

/* Where the trail does not tell, the words of the store stay. */
static void say_who_changed(struct act *a, struct err *e)
{
    struct audit_change change;
    char at[MOMENT_TEXT];

    if (!audit_stale(a->db, a->arena, &change, NULL) || !change.found)
        return;
    msg_set(&e->msg, N_("%1$s changed this record at %2$s. Your entries are still here; look at the marked ones and store again."),
        change.by_name, desk_moment(a->desk, change.at, at), NULL);
}

bool act_end(struct act *a, bool ok, struct err *e)
{
    if (!ok && e && e->kind == ERR_STALE)
        say_who_changed(a, e);
    bool committed = tx_end(&a->tx, ok, e) || not_stored(a, e);

    arena_fini(&a->own);
    return committed;
}
