/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/staff.h"

#include "base/json.h"
#include "desk/act.h"
#include "desk/inside.h"
#include "desk/session.h"
#include "store/passphrase.h"
#include "store/staff_store.h"
#include "text/safe.h"

enum { LOGIN_MIN = 2, LOGIN_MAX = 32, NAME_MAX_BYTES = 96 };

static const unsigned SECONDS = ROLES_CALENDAR; /* whose change takes two: who could confirm roles */

/* --- reading */

static bool view_of(struct desk *d, const struct staff_row *row, struct arena *arena, struct staff_view *out,
    struct err *e)
{
    struct credential_row c = { 0 };
    bool found;
    if (!credential_load(d->db, row->id, arena, &c, &found, e))
        return false;
    *out = (struct staff_view){ .id = row->id, .rev = row->rev, .login = row->login, .name = row->name,
        .roles = roles_of(row->roles), .active = row->active, .locked = c.locked, .must_change = c.must_change,
        .second_factor = !str_empty(c.second_kind), .failures = c.failures };
    lang_of(row->lang, &out->lang);
    return true;
}

bool desk_staff_list(struct desk *d, struct arena *arena, struct staff_view **out, size_t *n, struct err *e)
{
    struct staff_row *rows;
    size_t all = 0;
    *n = 0;
    if (!act_may_read(d, ACT_STAFF_SAVE, e) || !staff_list(d->db, arena, &rows, &all, e))
        return false;
    *out = ARENA_ARRAY(arena, struct staff_view, all + 1);
    for (int active = 1; active >= 0; active--) /* who is here stands first */
        for (size_t i = 0; i < all; i++)
            if (rows[i].active == (active == 1) && !view_of(d, &rows[i], arena, &(*out)[(*n)++], e))
                return false;
    return true;
}

static bool load(struct desk *d, int64_t id, struct arena *arena, struct staff_view *out, struct err *e)
{
    struct staff_row row;
    bool found;
    if (!staff_load(d->db, id, arena, &row, &found, e))
        return false;
    if (!found || id == STAFF_SYSTEM)
        return err_set(e, ERR_RULE, "", N_("There is no such person here."), NULL);
    return view_of(d, &row, arena, out, e);
}

bool desk_staff_view(struct desk *d, int64_t id, struct arena *arena, struct staff_view *out, struct err *e)
{
    return act_may_read(d, ACT_STAFF_SAVE, e) && load(d, id, arena, out, e);
}

/* How many active people with a log-in beside this one could confirm a change of roles. */
static bool others(struct desk *d, int64_t but, int *n, struct err *e)
{
    struct arena arena;
    struct staff_row *rows;
    size_t all = 0;
    *n = 0;
    arena_init(&arena);
    bool ok = staff_list(d->db, &arena, &rows, &all, e);
    for (size_t i = 0; ok && i < all; i++) {
        struct staff_view v;
        if (rows[i].id == but || !rows[i].active || !(roles_of(rows[i].roles) & SECONDS))
            continue;
        ok = view_of(d, &rows[i], &arena, &v, e);
        *n += 1;
    }
    arena_fini(&arena);
    return ok;
}

bool desk_staff_action(struct desk *d, const struct staff_view *person, bool roles_change, enum desk_action *out,
    struct err *e)
{
    int n;
    *out = ACT_STAFF_SAVE;
    if (!roles_change && !(person->roles & SECONDS))
        return true;
    if (!others(d, d->session.who.id, &n, e))
        return false;
    *out = n > 0 ? ACT_STAFF_ROLES : ACT_STAFF_FIRST;
    return true;
}

/* --- what is written */

static bool login_good(const char *login, struct err *e)
{
    size_t n = strlen(str_or(login, ""));
    if (n >= LOGIN_MIN && n <= LOGIN_MAX && login[0] >= 'a' && login[0] <= 'z'
        && strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789.-_") == n && !str_eq(login, "system"))
        return true;
    return err_set(e, ERR_INPUT, "login",
        N_("A log-in has 2 to 32 small letters, digits, points or hyphens and begins with a letter."), NULL);
}

static bool name_good(const char *name, struct err *e)
{
    if (str_empty(name))
        return err_set(e, ERR_INPUT, "name", N_("The name is missing."), NULL);
    if (strlen(name) > NAME_MAX_BYTES)
        return err_set(e, ERR_INPUT, "name", N_("This name is too long."), NULL);
    return safe_name(name, "name", e);
}

bool staff_draft_good(const struct staff_draft *draft, struct err *e)
{
    return login_good(draft->login, e) && name_good(draft->name, e);
}

static const char *person_body(const struct staff_row *row, struct arena *arena)
{
    struct buf b;
    buf_init(&b, 4096);
    struct json j = json_start(&b);
    json_object(&j, NULL);
    json_text(&j, "login", row->login);
    json_text(&j, "name", row->name);
    json_text(&j, "lang", row->lang);
    json_bool(&j, "active", row->active);
    json_text(&j, "roles", row->roles);
    json_object_end(&j);
    const char *body = arena_strdup(arena, b.p);
    buf_fini(&b);
    return body;
}

/* The row of the trail: how the person stands after the change. */
static bool trail(struct act *a, int64_t id, struct err *e)
{
    struct staff_row row;
    bool found;
    return staff_load(a->db, id, a->arena, &row, &found, e)
        && act_trail(a, "staff", id, person_body(&row, a->arena), e);
}

/* Is the log-in taken? Inside the transaction, so that the sentence is ours and not the database's. */
static bool login_free(struct act *a, const char *login, struct err *e)
{
    struct staff_row row;
    bool found;
    return staff_find(a->db, login, a->arena, &row, &found, e)
        && (!found || err_set(e, ERR_RULE, "login", N_("There is a log-in of that name already. Choose another one."), NULL));
}

bool desk_staff_add(struct desk *d, const struct staff_draft *draft, int64_t *id, struct err *e)
{
    struct act a;
    char hash[PASSPHRASE_HASH_TEXT];
    if (!staff_draft_good(draft, e)
        || !passphrase_check(&d->hospital, draft->login, draft->passphrase, "passphrase", e)
        || !passphrase_hash(draft->passphrase, d->hospital.training, hash, e))
        return false;
    return act_begin(d, ACT_STAFF_SAVE, NO_SECOND, NULL, &a, e)
        && act_end(&a,
            login_free(&a, draft->login, e)
                && staff_add(a.db,
                    &(struct staff_row){ .login = draft->login, .name = draft->name, .lang = lang_id(draft->lang) }, a.at,
                    id, e)
                && credential_put(a.db, *id, hash, a.at, true, e) && trail(&a, *id, e),
            e);
}

/* Saves name, language and activity of the row as it was read. */
static bool save(struct desk *d, enum desk_action action, struct second second, const struct staff_row *row,
    struct err *e)
{
    struct act a;
    return act_begin(d, action, second, NULL, &a, e)
        && act_end(&a, staff_save(a.db, row, e) && trail(&a, row->id, e), e);
}

bool desk_staff_edit(struct desk *d, int64_t id, int64_t rev, const struct staff_draft *draft, struct err *e)
{
    struct arena arena;
    struct staff_view v;
    if (!name_good(draft->name, e))
        return false;
    arena_init(&arena);
    bool ok = load(d, id, &arena, &v, e)
        && save(d, ACT_STAFF_SAVE, NO_SECOND,
            &(struct staff_row){ .id = id, .rev = rev, .name = draft->name, .lang = lang_id(draft->lang),
                .active = v.active },
            e);
    arena_fini(&arena);
    return ok;
}

bool desk_staff_set_active(struct desk *d, int64_t id, int64_t rev, bool active, struct second second, struct err *e)
{
    struct arena arena;
    struct staff_view v;
    enum desk_action action;
    if (id == d->session.who.id && !active)
        return err_set(e, ERR_RULE, "", N_("Nobody ends the own log-in. Ask another administrator."), NULL);
    arena_init(&arena);
    bool ok = load(d, id, &arena, &v, e) && desk_staff_action(d, &v, false, &action, e)
        && save(d, action, second,
            &(struct staff_row){ .id = id, .rev = rev, .name = v.name, .lang = lang_id(v.lang), .active = active }, e);
    arena_fini(&arena);
    return ok;
}

static const char *role_ids(unsigned roles, struct arena *arena)
{
    const char *all = "";
    for (unsigned r = ROLE_CLERK; r <= ROLE_AUDITOR; r <<= 1)
        if (roles & r)
            all = arena_printf(arena, "%s%s%s", all, all[0] ? " " : "", role_id((enum role)r));
    return all;
}

/* Somebody must be left who can give roles: the last administrator keeps that one. */
static bool administrator_left(struct act *a, struct err *e)
{
    struct staff_row *rows;
    size_t n = 0;
    if (!staff_list(a->db, a->arena, &rows, &n, e))
        return false;
    for (size_t i = 0; i < n; i++)
        if (rows[i].active && (roles_of(rows[i].roles) & ROLE_ADMINISTRATOR))
            return true;
    return err_set(e, ERR_RULE, "administrator", N_("The last administrator cannot be taken away. Name another one first."), NULL);
}

bool desk_staff_set_roles(struct desk *d, int64_t id, int64_t rev, unsigned roles, struct second second, struct err *e)
{
    struct arena arena;
    struct act a;
    struct staff_view v;
    enum desk_action action;
    if (id == d->session.who.id)
        return err_set(e, ERR_RULE, "", N_("Nobody changes the own roles. Another administrator does it."), NULL);
    arena_init(&arena);
    bool ok = load(d, id, &arena, &v, e) && desk_staff_action(d, &v, true, &action, e)
        && act_begin(d, action, second, &arena, &a, e);
    if (ok)
        ok = act_end(&a,
            staff_set_roles(a.db, id, rev, role_ids(roles, &arena), e) && administrator_left(&a, e) && trail(&a, id, e),
            e);
    arena_fini(&arena);
    return ok;
}

bool desk_staff_unlock(struct desk *d, int64_t id, struct err *e)
{
    struct act a;
    if (id == d->session.who.id)
        return err_set(e, ERR_RULE, "", N_("Somebody else must unlock this log-in."), NULL);
    return act_begin(d, ACT_STAFF_UNLOCK, NO_SECOND, NULL, &a, e)
        && act_end(&a,
            credential_count(a.db, id, 0, (instant){ 0 }, false, e) && act_trail(&a, "staff", id, NULL, e), e);
}

bool desk_staff_reset(struct desk *d, int64_t id, const char *passphrase, struct second second, struct err *e)
{
    struct arena arena;
    struct act a;
    struct staff_view v;
    enum desk_action action;
    char hash[PASSPHRASE_HASH_TEXT];
    arena_init(&arena);
    bool ok = load(d, id, &arena, &v, e) && passphrase_check(&d->hospital, v.login, passphrase, "passphrase", e)
        && desk_staff_action(d, &v, false, &action, e) && passphrase_hash(passphrase, d->hospital.training, hash, e)
        && act_begin(d, action == ACT_STAFF_SAVE ? ACT_STAFF_UNLOCK : action, second, &arena, &a, e);
    if (ok)
        ok = act_end(&a,
            credential_put(a.db, id, hash, a.at, true, e)
                && act_trail(&a, "staff", id, "{\"first_passphrase\":true}", e),
            e);
    arena_fini(&arena);
    return ok;
}
