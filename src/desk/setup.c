/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/setup.h"

#include "base/json.h"
#include "desk/act.h"
#include "desk/inside.h"
#include "desk/session.h"
#include "desk/settings_load.h"
#include "desk/settings_write.h"
#include "desk/staff.h"
#include "policy/calendar.h"
#include "policy/load.h"
#include "store/audit.h"
#include "store/holiday_store.h"
#include "store/migrate.h"
#include "store/passphrase.h"
#include "store/policy_store.h"
#include "store/setting_store.h"
#include "store/staff_store.h"
#include "sys/file.h"
#include "sys/paths.h"
#include "sys/random.h"

#define TRAINING_PASSPHRASE_MIN "8"

/* Everything checked and ready before the file is made. */
struct ready {
    struct arena arena;
    struct setting_value *values;
    size_t n;
    const struct policy *policy;
    const char *policy_text;
    char hash[PASSPHRASE_HASH_TEXT];
    instant at;
    day today;
};

static const char *given(const struct setup *s, const char *key)
{
    for (size_t i = 0; i < s->n_values; i++)
        if (str_eq(s->values[i].key, key))
            return s->values[i].value;
    return settings_proposal(key);
}

bool desk_is_training(const char *path, const struct clock *clock)
{
    struct arena a;
    const char *mark;

    arena_init(&a);
    bool yes = setting_of_file(path, clock, "training", &a, &mark, NULL) && str_eq(mark, "yes");
    arena_fini(&a);
    return yes;
}

static bool known_keys(const struct setup *s, struct err *e)
{
    for (size_t i = 0; i < s->n_values; i++)
        if (!settings_def(s->values[i].key))
            return err_set(e, ERR_INPUT, s->values[i].key, N_("There is no setting of that name."), NULL);
    return true;
}

static bool values_ready(const struct setup *s, struct ready *r, struct err *e)
{
    const struct setting_def *defs = settings_defs(&r->n);
    struct setting_value *all = ARENA_ARRAY(&r->arena, struct setting_value, r->n);
    r->values = ARENA_ARRAY(&r->arena, struct setting_value, r->n);
    for (size_t i = 0; i < r->n; i++)
        all[i] = (struct setting_value){ defs[i].key, given(s, defs[i].key) };
    return known_keys(s, e) && settings_check_all(all, r->n, &r->arena, r->values, e);
}

static bool person_ready(const struct setup *s, struct ready *r, struct err *e)
{
    struct hospital h = { .training = s->training, .passphrase_min = 13 };
    int64_t least;
    if (s->training && str_int(TRAINING_PASSPHRASE_MIN, &least))
        h.passphrase_min = (int)least;
    return staff_draft_good(&(struct staff_draft){ .login = s->login, .name = s->name }, e)
        && passphrase_check(&h, s->login, s->passphrase, "passphrase", e)
        && passphrase_hash(s->passphrase, s->training, r->hash, e);
}

static bool policy_ready(const struct setup *s, struct ready *r, struct err *e)
{
    r->policy_text = arena_strndup(&r->arena, s->policy, s->policy_bytes);
    r->policy = policy_read(s->policy, s->policy_bytes, &r->arena, e);
    return r->policy && policy_may_switch_on(r->policy, e);
}

/* --- writing */

static bool write_settings(struct db *db, const struct setup *s, struct ready *r, struct err *e)
{
    char id[RANDOM_KEY_TEXT];
    random_key(id);
    if (!settings_write(db, r->values, r->n, &r->arena, e) || !setting_put(db, "desk.id", id, e)
        || !setting_put(db, "training", s->training ? "yes" : "no", e))
        return false;
    return !s->training || (setting_put(db, "passphrase.min", TRAINING_PASSPHRASE_MIN, e)
        && setting_put(db, "training.passphrase", s->passphrase, e));
}

static bool write_person(struct db *db, const struct setup *s, struct ready *r, struct err *e)
{
    int64_t id;
    struct staff_row row = { .login = s->login, .name = s->name, .lang = lang_id(s->lang), .roles = "administrator" };
    return staff_add(db, &row, r->at, &id, e) && staff_set_roles(db, id, 1, row.roles, e)
        && credential_put(db, id, r->hash, r->at, false, e);
}

static bool write_policy(struct db *db, struct ready *r, struct err *e)
{
    int64_t id;
    char sha[SHA256_TEXT];
    sha256_text(r->policy_text, strlen(r->policy_text), sha);
    return policy_store_add(db,
        &(struct policy_version){ .policy = r->policy->id, .text = r->policy_text, .sha256 = sha,
            .valid_from = day_known(r->policy->valid_from) ? r->policy->valid_from : r->today, .switched_on = r->at,
            .switched_by = STAFF_SYSTEM },
        &id, e);
}

struct import {
    struct db *db;
    const char *source;
    int rows, changed;
};

static bool put_holiday(void *arg, day d, const char *name, struct err *e)
{
    struct import *to = arg;
    bool changed = false;
    if (!holiday_put(to->db, d, name, to->source, &changed, e))
        return false;
    to->rows++;
    to->changed += changed;
    return true;
}

static const char *import_body(const struct import *i, struct arena *arena)
{
    struct buf b;
    buf_init(&b, 1024);
    struct json j = json_start(&b);
    json_object(&j, NULL);
    json_text(&j, "source", i->source);
    json_int(&j, "rows", i->rows);
    json_int(&j, "changed", i->changed);
    json_object_end(&j);
    const char *body = arena_strdup(arena, b.p);
    buf_fini(&b);
    return body;
}

static bool write_all(struct db *db, const struct setup *s, struct ready *r, struct err *e)
{
    struct tx tx;
    struct import holidays = { .db = db, .source = str_or(s->holidays_source, "") };
    if (!tx_begin(db, &tx, NULL, e))
        return false;
    bool ok = write_settings(db, s, r, e) && write_person(db, s, r, e) && write_policy(db, r, e)
        && (!s->holidays || holiday_csv_each(s->holidays, put_holiday, &holidays, e))
        && audit_add(db,
            &(struct audit_entry){ .staff = STAFF_SYSTEM, .at = r->at, .verb = "init", .object = "desk",
                .body = s->training ? "{\"training\":true}" : "{\"training\":false}" },
            e);
    return tx_end(&tx, ok, e);
}

/* What a setup that was killed has left, and what stands beside the one that was made. */
static bool remove_half(const char *half, struct arena *a, struct err *e)
{
    static const char *const tails[] = { "", "-journal", ".gate", ".turn" };
    bool ok = true;

    for (size_t i = 0; i < COUNT_OF(tails); i++)
        ok = file_remove(arena_printf(a, "%s%s", half, tails[i]), e) && ok;
    return ok;
}

/* Under another name until it is whole: an interrupted setup leaves no desk. */
static bool make_file(const struct setup *s, struct ready *r, struct err *e)
{
    struct db *db = NULL;
    struct err lost = ERR_INIT;
    const char *half = arena_printf(&r->arena, "%s.half", s->path);

    if (!paths_make_private(paths_folder(s->path, &r->arena), e) || !remove_half(half, &r->arena, e)
        || !migrate_create(half, &(struct db_options){ .clock = s->clock }, &db, e))
        return false;
    bool ok = write_all(db, s, r, e);
    db_close(db);
    ok = ok && file_put_in_place(half, s->path, e);
    remove_half(half, &r->arena, &lost);
    return ok;
}

bool desk_setup(const struct setup *s, struct err *e)
{
    struct ready r = { .at = clock_wall(s->clock) };
    hm now;
    if (file_exists(s->path))
        return err_set(e, ERR_RULE, "db", N_("There is a file at %s already. It is never written over; choose another place."),
            s->path, NULL);
    arena_init(&r.arena);
    instant_civil(r.at, 540, &r.today, &now);
    bool ok = values_ready(s, &r, e) && policy_ready(s, &r, e) && person_ready(s, &r, e) && make_file(s, &r, e);
    arena_fini(&r.arena);
    explicit_bzero(r.hash, sizeof r.hash);
    return ok;
}

/* --- for the owner of the file */

bool desk_staff_recover(struct desk *d, const char *login, const char *passphrase, struct err *e)
{
    struct act a;
    struct staff_row row;
    char hash[PASSPHRASE_HASH_TEXT];
    bool found = false;
    if (!passphrase_check(&d->hospital, login, passphrase, "passphrase", e)
        || !passphrase_hash(passphrase, d->hospital.training, hash, e))
        return false;
    bool ok = act_begin_unasked(d, STAFF_SYSTEM, NULL, &a, e);
    if (ok) {
        ok = staff_find(a.db, login, a.arena, &row, &found, e);
        if (ok && (!found || row.id == STAFF_SYSTEM))
            ok = err_set(e, ERR_INPUT, "login", N_("Nobody here has the log-in %s."), login, NULL);
        if (ok && !row.active) {
            row.active = true;
            ok = staff_save(a.db, &row, e);
        }
        ok = act_end(&a,
            ok && credential_put(a.db, row.id, hash, a.at, true, e)
                && act_trail_as(&a, "recover", "staff", row.id, NULL, e),
            e);
    }
    return ok;
}

/* --- the official list */

struct gone {
    struct calendar *list; /* what was imported */
    int first, last;
    struct arena *arena;
    day *day;
    size_t n, cap;
};

static bool list_holiday(void *arg, day d, const char *name, struct err *e)
{
    (void)e;
    calendar_add_holiday(arg, d, name);
    return true;
}

static bool note_gone(void *arg, day d, const char *name)
{
    struct gone *g = arg;
    struct holiday h;
    int y, m, dd;

    (void)name;
    if (!day_known(d))
        return true;
    day_to_ymd(d, &y, &m, &dd);
    if (y < g->first || y > g->last || calendar_holiday(g->list, d, &h))
        return true;
    g->day = arena_grow(g->arena, g->day, g->n, &g->cap, sizeof *g->day);
    g->day[g->n++] = d;
    return true;
}

/* A holiday that was moved (as in 2020 and 2021) is no holiday any more: of the years of the list only its days stay. */
static bool remove_gone(struct import *i, const char *utf8, struct arena *arena, struct err *e)
{
    struct gone g = { .list = calendar_new(arena), .arena = arena };

    if (!holiday_csv_each(utf8, list_holiday, g.list, e))
        return false;
    calendar_years(g.list, &g.first, &g.last);
    bool ok = holiday_each(i->db, note_gone, &g, e);
    for (size_t k = 0; ok && k < g.n; k++)
        ok = holiday_remove(i->db, g.day[k], e);
    i->changed += (int)g.n;
    return ok;
}

bool desk_import_holidays(struct desk *d, const char *utf8, const char *source, int *changed, struct err *e)
{
    struct act a;
    bool ok = act_begin(d, ACT_HOLIDAY_IMPORT, NO_SECOND, NULL, &a, e);
    if (ok) {
        struct import i = { .db = a.db, .source = source };
        ok = act_end(&a,
            holiday_csv_each(utf8, put_holiday, &i, e) && remove_gone(&i, utf8, a.arena, e)
                && act_trail(&a, "holiday", 0, import_body(&i, a.arena), e), e);
        *changed = i.changed;
        desk_calendar_forget(d);
    }
    return ok;
}
