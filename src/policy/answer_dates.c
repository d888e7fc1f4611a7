/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By when: clocks, reports; and the notices and the plan that match. */
#include "policy/judging.h"

static day add_months(day d, int months)
{
    int y, m, dd, length;
    day out;

    day_to_ymd(d, &y, &m, &dd);
    m += months;
    y += (m - 1) / 12;
    m = (m - 1) % 12 + 1;
    length = day_month_length(y, m);
    BUG_IF(!day_from_ymd(y, m, dd > length ? length : dd, &out));
    return out;
}

static day count(const struct judging *j, struct answer_clock *c, int n, bool list)
{
    const struct policy_clock *k = c->clock;
    day out = DAY_NONE;

    if (n < 0)
        return DAY_NONE;
    switch (k->unit) {
    case UNIT_DAY:
        return day_add(c->from, n);
    case UNIT_WEEK:
        return day_add(c->from, n * 7);
    case UNIT_MONTH:
        return add_months(c->from, n);
    default:
        if (!calendar_add_open_days(j->in->calendar, policy_calendar(j->p, k->calendar), c->from, n,
                j->a, &out, list ? &c->skipped : NULL, &c->n_skipped))
            return DAY_NONE;
        return out;
    }
}

static void judge_clock(struct judging *j, const struct policy_clock *k)
{
    struct answer_clock *c = &j->out->clocks[j->out->n_clocks];

    if (judge_when(j, k->rule.when, NULL, NULL) != TRUTH_YES)
        return;
    *c = (struct answer_clock){
        .clock = k, .from = j->in->events[k->from], .earliest = DAY_NONE, .latest = DAY_NONE
    };
    if (k->from == EVENT_VISIT && !day_known(c->from))
        c->from = j->in->visit;
    if (day_known(c->from)) {
        c->earliest = count(j, c, k->min, k->max < 0);
        c->latest = count(j, c, k->max, true);
    }
    for (size_t i = 0; i < c->n_skipped; i++)
        c->projected = c->projected || c->skipped[i].projected;
    j->out->n_clocks++;
}

static void judge_report(struct judging *j, const struct policy_report *r)
{
    struct answer_report *o = &j->out->reports[j->out->n_reports];
    day from;

    if (judge_when(j, r->rule.when, NULL, NULL) != TRUTH_YES)
        return;
    *o = (struct answer_report){ r, DAY_NONE };
    from = r->within_known ? j->in->events[r->within_after] : DAY_NONE;
    if (r->within_known && r->within_after == EVENT_VISIT && !day_known(from))
        from = j->in->visit;
    if (day_known(from))
        o->due = day_add(from, r->within_days);
    j->out->n_reports++;
}

static void judge_plan(struct judging *j)
{
    for (size_t i = 0; i < j->p->n_plans; i++) {
        enum truth t = judge_when(j, j->p->plans[i].rule.when, &j->out->plan_waits, NULL);
        if (t == TRUTH_NO)
            continue;
        if (t == TRUTH_YES)
            j->out->plan = &j->p->plans[i];
        return;
    }
}

void judge_dates(struct judging *j)
{
    const struct policy *p = j->p;
    struct answer *o = j->out;

    o->clocks = ARENA_ARRAY(j->a, struct answer_clock, p->n_clocks + 1);
    o->reports = ARENA_ARRAY(j->a, struct answer_report, p->n_reports + 1);
    o->notices = ARENA_ARRAY(j->a, const struct policy_notice *, p->n_notices + 1);
    for (size_t i = 0; i < p->n_clocks; i++)
        judge_clock(j, &p->clocks[i]);
    for (size_t i = 0; i < p->n_reports; i++)
        judge_report(j, &p->reports[i]);
    for (size_t i = 0; i < p->n_notices; i++)
        if (judge_when(j, p->notices[i].rule.when, NULL, NULL) == TRUTH_YES)
            o->notices[o->n_notices++] = &p->notices[i];
    judge_plan(j);
}

const struct policy_material *policy_material(
    const struct policy *p, const char *kind, const struct facts *f, struct arena *a)
{
    for (size_t i = 0; i < p->n_materials; i++)
        if (strings_have(p->materials[i].kinds, kind)
            && condition_eval(p->materials[i].rule.when, f, a, NULL, NULL) == TRUTH_YES)
            return &p->materials[i];
    return NULL;
}
