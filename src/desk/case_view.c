/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/case_view.h"

#include "desk/act.h"
#include "desk/inside.h"
#include "store/case_store.h"
#include "store/person_store.h"
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

/* Who ended it before its time. The close has its own row of the path. */
static bool read_ending(struct desk *d, struct arena *a, struct case_view *v, struct err *e)
{
    struct change_row *rows;
    size_t n;

    v->ended_by_name = "";
    if (str_empty(v->c.ended) || str_eq(v->c.ended, "closed"))
        return true;
    if (!change_list(d->db, "request", v->c.id, a, &rows, &n, e))
        return false;
    for (size_t i = n; i > 0; i--)
        if (str_eq(rows[i - 1].field, "ended_why")) /* newest first: the last one stays */
            v->ended_by_name = rows[i - 1].by_name;
    return true;
}

bool desk_case_view(struct desk *d, int64_t id, bool opened, struct arena *a, struct case_view *out, struct err *e)
{
    struct case_view v = { .today = desk_today(d) };

    if (opened && !record_reading(d, id, e))
        return false;
    v.calendar = desk_calendar(d, e);
    if (!v.calendar || !case_load(d->db, id, a, &v.c, e) || !read_ending(d, a, &v, e))
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
