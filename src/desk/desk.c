/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/desk.h"

#include "desk/act.h"
#include "desk/inside.h"
#include "policy/calendar.h"
#include "policy/load.h"
#include "store/holiday_store.h"
#include "store/migrate.h"
#include "store/policy_store.h"
#include "store/verify.h"
#include "text/catalog.h"

/* Of one moment: what another terminal stores afterwards is another data_version. */
static bool read_start(struct desk *d, struct err *e)
{
    if (!db_moment_begin(d->db, e))
        return false;
    bool ok = verify_start(d->db, e) && hospital_load(d->db, &d->settings, &d->hospital, e)
        && db_data_version(d->db, &d->data_version, e);
    db_moment_end(d->db);
    return ok;
}

bool desk_open(const struct desk_options *o, struct desk **out, struct err *e)
{
    struct desk *d = calloc(1, sizeof *d);
    struct db_options options = { .clock = o->clock, .unsynced = o->unsynced };
    struct arena a;

    BUG_IF(!d);
    arena_init(&a);
    arena_init(&d->settings);
    d->clock = o->clock;
    d->log = o->log;
    d->wait = o->wait;
    d->wait_arg = o->wait_arg;
    str_copy(d->terminal, sizeof d->terminal, str_or(o->terminal, "?"));
    str_copy(d->printer, sizeof d->printer, str_or(o->printer, ""));
    bool ok = migrate_open(o->path, &options, &a, &d->db, NULL, e) && read_start(d, e);
    arena_fini(&a);
    if (!ok) {
        desk_close(d);
        return false;
    }
    *out = d;
    return true;
}

static void calendar_free(struct loaded_calendar *x)
{
    arena_fini(&x->arena);
    free(x);
}

void desk_close(struct desk *d)
{
    if (!d)
        return;
    db_close(d->db);
    while (d->policies) {
        struct loaded_policy *next = d->policies->next;
        arena_fini(&d->policies->arena);
        free(d->policies);
        d->policies = next;
    }
    memory_drafts_free(d);
    while (d->calendars) {
        struct loaded_calendar *next = d->calendars->next;
        calendar_free(d->calendars);
        d->calendars = next;
    }
    arena_fini(&d->settings);
    explicit_bzero(d, sizeof *d);
    free(d);
}

struct db *desk_db(struct desk *d)
{
    return d->db;
}

const struct hospital *desk_hospital(const struct desk *d)
{
    return &d->hospital;
}

bool desk_settings_reload(struct desk *d, struct err *e)
{
    struct arena fresh;
    struct hospital h;

    arena_init(&fresh);
    if (!hospital_load(d->db, &fresh, &h, e)) {
        arena_fini(&fresh);
        return false;
    }
    arena_fini(&d->settings);
    d->settings = fresh;
    d->hospital = h;
    return true;
}

void desk_use_catalogues(struct desk *d, const struct catalogs *catalogs)
{
    d->catalogs = catalogs;
}

const struct catalogs *desk_catalogues(const struct desk *d)
{
    static const struct catalogs english_only = { { NULL } };

    return d->catalogs ? d->catalogs : &english_only;
}

const char *desk_printer(const struct desk *d)
{
    return str_or(d->printer, d->hospital.printer);
}

const struct who *desk_who(const struct desk *d)
{
    return &d->session.who;
}

bool desk_may(const struct desk *d, enum desk_action a)
{
    return d->session.who.id != 0 && permission_allows(a, d->session.who.roles);
}

instant desk_instant(const struct desk *d)
{
    return clock_wall(d->clock);
}

day desk_today(const struct desk *d)
{
    day today;
    hm now;

    instant_civil(desk_instant(d), d->hospital.offset, &today, &now);
    return today;
}

hm desk_now(const struct desk *d)
{
    day today;
    hm now;

    instant_civil(desk_instant(d), d->hospital.offset, &today, &now);
    return now;
}

const struct policy *desk_policy(struct desk *d, int64_t version, struct err *e)
{
    struct policy_version v;

    for (struct loaded_policy *p = d->policies; p; p = p->next)
        if (p->version == version)
            return p->policy;
    struct loaded_policy *p = calloc(1, sizeof *p);
    BUG_IF(!p);
    arena_init(&p->arena);
    p->version = version;
    if (policy_store_load(d->db, version, &p->arena, &v, e))
        p->policy = policy_read(v.text, strlen(v.text), &p->arena, e);
    if (!p->policy) {
        arena_fini(&p->arena);
        free(p);
        return NULL;
    }
    p->next = d->policies;
    d->policies = p;
    return p->policy;
}

int64_t desk_policy_version(struct desk *d, day on, struct err *e)
{
    int64_t id = 0;

    if (!policy_store_in_force(d->db, on, &id, e))
        return 0;
    if (!id)
        err_set(e, ERR_RULE, "policy", N_("No policy is switched on for that day. An administrator does it under Settings."), NULL);
    return id;
}

static bool add_holiday(void *arg, day d, const char *name)
{
    calendar_add_holiday(arg, d, name);
    return true;
}

static bool read_calendar(struct desk *d, struct loaded_calendar *x, struct err *e)
{
    struct closure_row *closures;
    size_t n;

    x->calendar = calendar_new(&x->arena);
    if (!holiday_each(d->db, add_holiday, x->calendar, e) || !closure_list(d->db, DAY_NONE, &x->arena, &closures, &n, e))
        return false;
    for (size_t i = 0; i < n; i++)
        calendar_add_closure(x->calendar, closures[i].day, (struct bilingual){ closures[i].name_ja, closures[i].name_en });
    return true;
}

const struct calendar *desk_calendar(struct desk *d, struct err *e)
{
    if (d->calendar_read)
        return d->calendars->calendar;
    struct loaded_calendar *x = calloc(1, sizeof *x);
    BUG_IF(!x);
    arena_init(&x->arena);
    if (!read_calendar(d, x, e)) {
        calendar_free(x);
        return NULL;
    }
    d->calendar_read = true;
    if (d->calendars && calendar_same(x->calendar, d->calendars->calendar)) {
        calendar_free(x);
        return d->calendars->calendar;
    }
    x->next = d->calendars;
    d->calendars = x;
    return x->calendar;
}

void desk_calendar_forget(struct desk *d)
{
    d->calendar_read = false;
}

bool desk_changed(struct desk *d)
{
    int64_t version;

    if (!db_data_version(d->db, &version, NULL) || version == d->data_version)
        return false;
    d->data_version = version;
    desk_calendar_forget(d);
    desk_settings_reload(d, NULL);
    return true;
}

bool desk_quiet(const struct desk *d)
{
    return db_quiet(d->db);
}

bool desk_read_only(const struct desk *d)
{
    return db_read_only(d->db);
}
