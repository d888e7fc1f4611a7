/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/money_day.h"

#include "policy/calendar.h"
#include "policy/policy.h"
#include "store/staff_store.h"

struct open_days {
    const struct calendar *calendar;
    const struct opening *opening;
};

static day open_after(const void *arg, day d)
{
    const struct open_days *o = arg;
    day out;

    return calendar_open_from(o->calendar, o->opening, day_add(d, 1), &out) ? out : DAY_NONE;
}

/* The counter's own hours: the calendar of that name, else the file's first one; a desk without a policy
 * has weekdays that are no holidays. */
static bool find_open_days(struct desk *d, day today, struct open_days *out, struct err *e)
{
    int64_t version = desk_policy_version(d, today, e);
    const struct policy *p = version ? desk_policy(d, version, e) : NULL;

    *out = (struct open_days){ .calendar = desk_calendar(d, e) };
    if (!out->calendar || (version && !p))
        return false;
    if (p)
        out->opening = policy_calendar(p, "counter");
    if (p && !out->opening && p->n_calendars)
        out->opening = &p->calendars[0];
    return true;
}

bool money_day_load(struct desk *d, day today, struct arena *arena, struct money_day *out, struct err *e)
{
    const struct hospital *h = desk_hospital(d);
    struct db *db = desk_db(d);
    struct open_days open;
    day *opened;
    size_t n;

    *out = (struct money_day){ .today = today };
    if (!find_open_days(d, today, &open, e) || !closing_store_last(db, h->counter, THE_DRAWER, &out->last, e)
        || !drawer_store_open_days(db, h->counter, THE_DRAWER, arena, &opened, &n, e))
        return false;
    out->days = (struct business_days){ today, out->last.day, opened, n };
    out->business_day = business_day_of(&out->days, open_after, &open);
    out->forgotten = business_day_forgotten(&out->days);
    out->key = (struct drawer_key){ h->counter, THE_DRAWER, out->business_day };
    out->float_proposed = day_known(out->last.day) ? out->last.next_float : h->cash_float;
    return drawer_store_find(db, &out->key, arena, &out->drawer, e);
}

bool money_day_between(struct desk *d, day from, day to, int max, int *out, struct err *e)
{
    struct open_days open;

    *out = 0;
    if (!find_open_days(d, to, &open, e))
        return false;
    for (day at = open_after(&open, from); *out < max && day_known(at) && day_cmp(at, to) < 0; at = open_after(&open, at))
        (*out)++;
    return true;
}

yen money_day_float(const struct drawer_row *row, yen proposed)
{
    return row->open ? row->float_yen : proposed;
}

bool money_roles(struct act *a, int64_t staff, unsigned roles, bool *out, struct err *e)
{
    struct staff_row row;
    bool found;
    char word[24];

    *out = false;
    if (!staff_load(a->db, staff, a->arena, &row, &found, e))
        return false;
    if (!found || !row.active)
        return true;
    for (const char *p = row.roles; *p && !*out;) {
        size_t n = strcspn(p, " ");
        if (n < sizeof word) {
            memcpy(word, p, n);
            word[n] = '\0';
            *out = (role_of(word) & roles) != 0;
        }
        p += n + (p[n] == ' ');
    }
    return true;
}
