/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/session.h"

#include "base/json.h"
#include "desk/act.h"
#include "desk/attempt.h"
#include "desk/inside.h"
#include "store/passphrase.h"
#include "store/setting_store.h"
#include "text/utf8.h"

const struct who *desk_owner(const struct desk *d)
{
    return &d->session.owner;
}

bool desk_locked(const struct desk *d)
{
    return d->session.owner.id != 0 && d->session.who.id == 0;
}

static struct who who_of(struct session *s, const struct staff_row *row)
{
    struct who who = { .id = row->id, .login = s->login, .name = s->name, .roles = roles_of(row->roles) };
    str_copy(s->login, sizeof s->login, row->login);
    str_copy(s->name, sizeof s->name, row->name);
    lang_of(row->lang, &who.lang);
    return who;
}

static void nobody(struct desk *d)
{
    explicit_bzero(&d->session, sizeof d->session);
}

/* One row of the trail in a transaction of its own. On a file that may only be read nothing is recorded. */
static bool record(struct desk *d, int64_t by, const char *verb, const char *object, int64_t id, const char *body,
    struct err *e)
{
    struct act a;
    if (desk_read_only(d))
        return true;
    return act_begin_unasked(d, by, NULL, &a, e)
        && act_end(&a, act_trail_as(&a, verb, object, id, body, e), e);
}

static bool record_terminal(struct desk *d, int64_t by, const char *verb, bool idle, struct err *e)
{
    struct buf b;
    buf_init(&b, 256);
    struct json j = json_start(&b);
    json_object(&j, NULL);
    json_text(&j, "terminal", d->terminal);
    json_bool(&j, "idle", idle);
    json_object_end(&j);
    bool ok = record(d, by, verb, "staff", by, b.p, e);
    buf_fini(&b);
    return ok;
}

/* --- logging in and out */

static enum login_state after_passphrase(struct desk *d, const struct attempt *t, struct err *e)
{
    if (!str_empty(t->credential.second_kind)) {
        err_set(e, ERR_DENIED, "login",
            N_("This log-in asks for a one-time code, which this version cannot check yet. An administrator can "
               "give a log-in without one."),
            NULL);
        return record_terminal(d, t->staff.id, "login_second", false, e) ? LOGIN_SECOND : LOGIN_REFUSED;
    }
    if (t->credential.must_change)
        return record_terminal(d, t->staff.id, "login_first", false, e) ? LOGIN_MUST_CHANGE : LOGIN_REFUSED;
    if (!record_terminal(d, t->staff.id, "login", false, e))
        return LOGIN_REFUSED;
    d->session.who = d->session.owner = who_of(&d->session, &t->staff);
    return LOGIN_IN;
}

enum login_state desk_login(struct desk *d, const char *login, const char *passphrase, struct err *e)
{
    struct arena arena;
    struct attempt t = { .login = login, .passphrase = passphrase, .verb = "login" };
    arena_init(&arena);
    nobody(d);
    enum login_state state =
        attempt_passphrase(d, &t, &arena, e) ? after_passphrase(d, &t, e) : LOGIN_REFUSED;
    arena_fini(&arena);
    return state;
}

bool desk_logout(struct desk *d, struct err *e)
{
    int64_t by = d->session.owner.id;
    nobody(d);
    return by == 0 || record_terminal(d, by, "logout", false, e);
}

/* --- locking */

bool desk_lock(struct desk *d, bool idle, struct err *e)
{
    int64_t by = d->session.who.id;
    d->session.who = (struct who){ 0 }; /* locked whether or not it can be recorded */
    return by == 0 || record_terminal(d, by, "lock", idle, e);
}

bool desk_unlock(struct desk *d, const char *passphrase, struct err *e)
{
    struct arena arena;
    struct attempt t = { .login = d->session.login, .passphrase = passphrase, .verb = "unlock",
        .by = d->session.owner.id };
    if (!desk_locked(d))
        return err_set(e, ERR_RULE, "", N_("This desk is not locked."), NULL);
    arena_init(&arena);
    bool ok = attempt_passphrase(d, &t, &arena, e) && record_terminal(d, t.staff.id, "unlock", false, e);
    if (ok)
        d->session.who = d->session.owner = who_of(&d->session, &t.staff);
    arena_fini(&arena);
    return ok;
}

bool desk_session_refresh(struct desk *d, struct err *e)
{
    struct arena arena;
    struct staff_row row;
    bool found = false, locked = desk_locked(d);
    if (d->session.owner.id == 0)
        return true;
    arena_init(&arena);
    bool ok = staff_load(d->db, d->session.owner.id, &arena, &row, &found, e);
    if (ok && (!found || !row.active)) {
        nobody(d);
        ok = err_set(e, ERR_DENIED, "", N_("This log-in was ended. Ask an administrator."), NULL);
    } else if (ok) {
        d->session.owner = who_of(&d->session, &row);
        d->session.who = locked ? (struct who){ 0 } : d->session.owner;
    }
    arena_fini(&arena);
    return ok;
}

bool desk_set_lang(struct desk *d, enum lang lang, struct err *e)
{
    struct act a;
    bool ok = act_begin(d, ACT_OWN_LANG, NO_SECOND, NULL, &a, e);
    if (ok)
        ok = act_end(&a,
            staff_set_lang(a.db, a.by, lang_id(lang), e)
                && act_trail(&a, "staff", a.by, lang == LANG_JA ? "{\"lang\":\"ja\"}" : "{\"lang\":\"en\"}", e),
            e);
    if (ok)
        d->session.who.lang = d->session.owner.lang = lang;
    return ok;
}

/* --- passphrases */

bool passphrase_check(const struct hospital *h, const char *login, const char *fresh, const char *field, struct err *e)
{
    char least[16];
    fresh = str_or(fresh, "");
    for (const char *s = fresh; *s; s++)
        if ((unsigned char)*s < 0x20 || *s == 0x7f)
            return err_set(e, ERR_INPUT, field, N_("A passphrase holds letters, digits, signs and blanks only."), NULL);
    if (strlen(fresh) > PASSPHRASE_MAX)
        return err_set(e, ERR_INPUT, field, N_("This passphrase is too long."), NULL);
    if (utf8_count(fresh) < (size_t)h->passphrase_min) {
        snprintf(least, sizeof least, "%d", h->passphrase_min);
        return err_set(e, ERR_INPUT, field, N_("A passphrase has at least %s characters. Several words make a good one."),
            least, NULL);
    }
    if (str_eq(fresh, login))
        return err_set(e, ERR_INPUT, field, N_("The passphrase must not be the log-in itself."), NULL);
    return true;
}

bool desk_passphrase_change(struct desk *d, const char *login, const char *old, const char *fresh, struct err *e)
{
    struct arena arena;
    struct act a;
    char hash[PASSPHRASE_HASH_TEXT];
    struct attempt t = { .login = login, .passphrase = old, .verb = "passphrase", .by = d->session.who.id };
    if (!passphrase_check(&d->hospital, login, fresh, "fresh", e))
        return false;
    if (str_eq(old, fresh))
        return err_set(e, ERR_INPUT, "fresh", N_("This is the old passphrase. Choose another one."), NULL);
    if (d->session.owner.id && !str_eq(login, d->session.login))
        return err_set(e, ERR_DENIED, "", N_("You can change only your own passphrase."), NULL);
    arena_init(&arena);
    bool ok = attempt_passphrase(d, &t, &arena, e) && passphrase_hash(fresh, d->hospital.training, hash, e)
        && act_begin_unasked(d, t.staff.id, &arena, &a, e);
    if (ok)
        ok = act_end(&a,
            credential_put(a.db, t.staff.id, hash, a.at, false, e)
                && act_trail_as(&a, permission_of(ACT_PASSPHRASE)->verb, "staff", t.staff.id, NULL, e),
            e);
    else if (e && str_eq(e->field, "passphrase"))
        str_copy(e->field, sizeof e->field, "old");
    arena_fini(&arena);
    return ok;
}

/* --- the second person */

/* Whose roles may confirm: those that the action's second asks for; where it asks for none (a closing may be
 * confirmed later as well), those who may do the action themselves. */
static bool may_second(enum desk_action action, unsigned roles)
{
    return permission_of(action)->second ? permission_seconds(action, roles) : permission_allows(action, roles);
}

static const char *second_body(const struct desk *d, const struct second_ask *ask, struct arena *arena)
{
    struct buf b;
    char shown[401];
    str_copy(shown, sizeof shown, str_or(ask->shown, ""));
    buf_init(&b, 4096);
    struct json j = json_start(&b);
    json_object(&j, NULL);
    json_text(&j, "action", permission_of(ask->action)->verb);
    json_int(&j, "for", d->session.who.id);
    json_text(&j, "shown", shown);
    json_object_end(&j);
    const char *body = arena_strdup(arena, b.p);
    buf_fini(&b);
    return body;
}

static bool second_refused(struct desk *d, const struct second_ask *ask, struct arena *arena, struct err *e)
{
    record(d, d->session.who.id, "second_denied", ask->object, ask->id, second_body(d, ask, arena), NULL);
    return err_set(e, ERR_DENIED, "login", N_("The second person must be somebody else."), NULL);
}

static bool second_ready(struct desk *d, const struct second_ask *ask, const struct attempt *t, struct arena *arena,
    struct err *e)
{
    if (t->credential.must_change || !str_empty(t->credential.second_kind))
        return err_set(e, ERR_DENIED, "login",
            N_("%s must log in once with a passphrase of their own before confirming anything."), t->staff.name, NULL);
    if (may_second(ask->action, roles_of(t->staff.roles)))
        return true;
    record(d, t->staff.id, "second_denied", ask->object, ask->id, second_body(d, ask, arena), NULL);
    return err_set(e, ERR_DENIED, "login", N_("%s may not be the second person for this."), t->staff.name, NULL);
}

bool desk_second(struct desk *d, const struct second_ask *ask, const char *login, const char *passphrase,
    struct second *out, struct err *e)
{
    struct arena arena;
    struct attempt t = { .login = login, .passphrase = passphrase, .verb = "second", .by = d->session.who.id };
    if (d->session.who.id == 0)
        return err_set(e, ERR_DENIED, "", N_("Nobody is logged in. Log in first."), NULL);
    arena_init(&arena);
    bool ok = str_eq(login, d->session.login)
        ? second_refused(d, ask, &arena, e)
        : attempt_passphrase(d, &t, &arena, e) && second_ready(d, ask, &t, &arena, e)
            && record(d, t.staff.id, "second", ask->object, ask->id, second_body(d, ask, &arena), e);
    if (ok) {
        out->staff = t.staff.id;
        str_copy(out->name, sizeof out->name, t.staff.name);
    }
    arena_fini(&arena);
    return ok;
}

/* --- the first screen of a training desk */

bool desk_training_logins(struct desk *d, struct arena *arena, struct training_login **out, size_t *n,
    const char **passphrase, struct err *e)
{
    struct staff_row *rows;
    size_t all = 0;
    *n = 0;
    *passphrase = "";
    if (!d->hospital.training)
        return true;
    if (!setting_get(d->db, "training.passphrase", arena, passphrase, e) || !staff_list(d->db, arena, &rows, &all, e))
        return false;
    *out = ARENA_ARRAY(arena, struct training_login, all + 1);
    for (size_t i = 0; i < all; i++)
        if (rows[i].active)
            (*out)[(*n)++] = (struct training_login){ rows[i].login, rows[i].name, roles_of(rows[i].roles) };
    return true;
}
