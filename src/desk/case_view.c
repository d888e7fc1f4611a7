/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/case_view.h"

#include "desk/act.h"
#include "desk/inside.h"
#include "store/case_store.h"
#include "text/fold.h"

static bool record_reading(struct desk *d, int64_t id, struct err *e)
{
    struct act a;

    if (desk_read_only(d)) /* nothing can be recorded; the banner says that it may only be read */
        return act_may_read(d, ACT_REQUEST_READ, e);
    if (!act_begin(d, ACT_REQUEST_READ, NO_SECOND, NULL, &a, e))
        return false;
    return act_end(&a, act_trail(&a, "request", id, NULL, e), e);
}

bool desk_case_view(struct desk *d, int64_t id, bool opened, struct arena *a, struct case_view *out, struct err *e)
{
    struct case_view v = { .today = desk_today(d) };

    if (opened && !record_reading(d, id, e))
        return false;
    v.calendar = desk_calendar(d, e);
    if (!v.calendar || !case_load(d->db, id, a, &v.c, e))
        return false;
    v.policy = desk_policy(d, v.c.policy, e);
    if (!v.policy)
        return false;
    *out = v; /* the judgement is of what lies there */
    judge(&out->c, out->policy, out->calendar, out->today, a, &out->j);
    return true;
}

bool desk_case_find(struct desk *d, const char *typed, int64_t *id, struct err *e)
{
    int y, m, dd, year, number;
    struct arena a;
    bool ok = true;

    *id = 0;
    arena_init(&a);
    day_to_ymd(desk_today(d), &y, &m, &dd);
    if (case_number_parse(fold_ascii(&a, typed), y, &year, &number))
        ok = case_find(d->db, d->hospital.counter, year, number, id, e);
    arena_fini(&a);
    return ok;
}
