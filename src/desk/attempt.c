/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/attempt.h"

#include "base/json.h"
#include "desk/act.h"
#include "desk/inside.h"
#include "desk/session.h"
#include "store/passphrase.h"

enum { DELAY_MAX = 16 };

enum try_outcome { TRY_UNKNOWN, TRY_COUNTED, TRY_EARLY, TRY_LOCKED };

static const char *verb_of(const struct attempt *t, const char *how, struct arena *arena)
{
    return arena_printf(arena, "%s_%s", t->verb, how);
}

/* {"terminal":"pts/3","failures":2}: never what was typed, which may be a passphrase in the wrong field. */
static const char *body_of(const struct desk *d, int failures, struct arena *arena)
{
    struct buf b;
    buf_init(&b, 512);
    struct json j = json_start(&b);
    json_object(&j, NULL);
    json_text(&j, "terminal", d->terminal);
    json_int(&j, "failures", failures);
    json_object_end(&j);
    const char *body = arena_strdup(arena, b.p);
    buf_fini(&b);
    return body;
}

/* Seconds until the next try may be made. A far moment comes from a clock that was put back: none then. */
static int64_t wait_of(const struct credential_row *c, instant at)
{
    int64_t left = c->not_before.s - at.s;
    return left > 0 && left <= DELAY_MAX ? left : 0;
}

static bool find(struct desk *d, struct attempt *t, struct arena *arena, bool *known, struct err *e)
{
    bool found = false;
    *known = false;
    if (!staff_find(d->db, str_or(t->login, ""), arena, &t->staff, &found, e))
        return false;
    if (!found || !t->staff.active || t->staff.id == STAFF_SYSTEM)
        return true;
    return credential_load(d->db, t->staff.id, arena, &t->credential, known, e);
}

static bool count(struct act *a, struct attempt *t, enum try_outcome *out, struct err *e)
{
    const struct credential_row *c = &t->credential;
    int failures = c->failures + 1;
    if (c->locked || c->failures >= LOGIN_ATTEMPTS) {
        *out = TRY_LOCKED;
    } else if (wait_of(c, a->at) > 0) {
        *out = TRY_EARLY;
    } else {
        *out = TRY_COUNTED;
        int64_t delay = (int64_t)1 << (failures - 1);
        return credential_count(a->db, t->staff.id, failures, (instant){ a->at.s + delay },
            failures >= LOGIN_ATTEMPTS, e);
    }
    return act_trail_as(a, verb_of(t, "refused", a->arena), "staff", t->staff.id,
        body_of(a->desk, c->failures, a->arena), e);
}

/* The try is taken from the five before anything is compared. */
static bool take_try(struct desk *d, struct attempt *t, struct arena *arena, enum try_outcome *out, struct err *e)
{
    struct act a;
    bool known;
    *out = TRY_UNKNOWN;
    if (desk_read_only(d)) { /* nothing can be counted; what is locked stays locked */
        if (!find(d, t, arena, &known, e))
            return false;
        if (known)
            *out = t->credential.locked ? TRY_LOCKED : TRY_COUNTED;
        return true;
    }
    if (!act_begin_unasked(d, t->by ? t->by : STAFF_SYSTEM, arena, &a, e))
        return false;
    bool ok = find(d, t, arena, &known, e) && (known ? count(&a, t, out, e) : credential_touch(d->db, e));
    return act_end(&a, ok, e);
}

static bool record_failure(struct desk *d, struct attempt *t, bool known, struct arena *arena, struct err *e)
{
    struct act a;
    if (desk_read_only(d))
        return true;
    if (!act_begin_unasked(d, t->by ? t->by : STAFF_SYSTEM, arena, &a, e))
        return false;
    return act_end(&a,
        act_trail_as(&a, verb_of(t, "failed", arena), known ? "staff" : "login", known ? t->staff.id : 0,
            body_of(d, known ? t->credential.failures + 1 : 0, arena), e),
        e);
}

/* Right: the count goes back, and a hash of older costs is made again. */
static bool give_back(struct desk *d, struct attempt *t, struct arena *arena, struct err *e)
{
    struct act a;
    char hash[PASSPHRASE_HASH_TEXT];
    const struct credential_row *c = &t->credential;
    bool old = passphrase_is_old(c->hash, d->hospital.training);
    if (desk_read_only(d))
        return true;
    if (old && !passphrase_hash(t->passphrase, d->hospital.training, hash, e))
        return false;
    if (!act_begin_unasked(d, t->staff.id, arena, &a, e))
        return false;
    bool ok = old ? credential_put(d->db, t->staff.id, hash, c->changed_at, c->must_change, e)
            && act_trail_as(&a, "rehash", "staff", t->staff.id, NULL, e)
                  : credential_count(d->db, t->staff.id, 0, (instant){ 0 }, false, e);
    return act_end(&a, ok, e);
}

static bool say_locked(struct err *e)
{
    return err_set(e, ERR_DENIED, "login",
        N_("This log-in is locked after five wrong passphrases. An administrator unlocks it under Staff."), NULL);
}

bool attempt_passphrase(struct desk *d, struct attempt *t, struct arena *arena, struct err *e)
{
    enum try_outcome outcome;
    char seconds[16];
    const char *typed = str_or(t->passphrase, "");
    if (!take_try(d, t, arena, &outcome, e))
        return false;
    if (outcome == TRY_LOCKED)
        return say_locked(e);
    if (outcome == TRY_EARLY) {
        snprintf(seconds, sizeof seconds, "%d", (int)wait_of(&t->credential, desk_instant(d)));
        return err_set(e, ERR_DENIED, "passphrase",
            N_("After a wrong passphrase there is a short wait. Try again in %s seconds."), seconds, NULL);
    }
    bool known = outcome == TRY_COUNTED;
    if (known && strlen(typed) <= PASSPHRASE_MAX && passphrase_matches(t->credential.hash, typed))
        return give_back(d, t, arena, e);
    if (!known)
        passphrase_waste(typed, d->hospital.training);
    if (!record_failure(d, t, known, arena, e))
        return false;
    if (known && t->credential.failures + 1 >= LOGIN_ATTEMPTS && !desk_read_only(d))
        return say_locked(e);
    return err_set(e, ERR_DENIED, "passphrase",
        N_("Log-in and passphrase do not belong together. Type both once more."), NULL);
}
