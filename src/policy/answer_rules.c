/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may ask, what is refused, what is seen here. */
#include "policy/judging.h"

struct match {
    const struct policy_requester *rule;
    bool pending;
    struct fact_refs unknown, because;
};

/* The first that matches; an undecided one before it leaves the result open. */
static struct match first_match(const struct judging *j, const struct facts *f)
{
    struct match m = { 0 };

    for (size_t i = 0; i < j->p->n_requesters; i++) {
        const struct policy_requester *r = &j->p->requesters[i];
        struct fact_refs because = { 0 };
        enum truth t = condition_eval(r->rule.when, f, j->a, &m.unknown, &because);
        if (t == TRUTH_NO)
            continue;
        m.rule = r;
        m.pending = t == TRUTH_UNKNOWN;
        m.because = because;
        return m;
    }
    return m;
}

static void speak_requester(struct judging *j, const struct rule *r, enum verdict effect,
    enum override_by by, const struct reason *why)
{
    struct spoken s = { .section = "requesters",
        .id = r->id,
        .line = r->line,
        .effect = effect,
        .title = r->title,
        .say = judge_say(j, r, effect, NULL),
        .because = *why,
        .override = by,
        .reason_required = true,
        .overridden = judge_overridden(j, r->id) };

    s.at = judge_step(j, "requester", judge_default_due(j));
    if (effect == VERDICT_ASK && by == OVERRIDE_DEPARTMENT)
        s.at = judge_default_due(j); /* the department answers in the review */
    judge_speak(j, &s);
    j->requester_allowed = s.overridden;
}

/* By the age today, when the visit day gives another: both are shown, the visit day decides. */
static const struct policy_requester *match_today(const struct judging *j)
{
    struct facts *f = facts_copy(j->f, j->a);
    struct match m;

    facts_set_day(f, j->in->today);
    m = first_match(j, f);
    return m.pending ? NULL : m.rule;
}

void judge_requester(struct judging *j)
{
    static const struct rule unknown = { .id = "no_rules" }, nobody = { .id = "no_match" };
    struct match m = first_match(j, j->f);
    struct answer *o = j->out;

    if (!j->p->has_requesters) {
        speak_requester(j, &unknown, VERDICT_ASK, OVERRIDE_SUPERVISOR,
            &(struct reason){ .msgid = N_("the policy does not say who may ask") });
        return;
    }
    if (m.pending) {
        o->requester_pending = true;
        j->requester_unknown = m.unknown;
        o->requester_why = (struct reason){ .facts = m.unknown, .pending = true };
        judge_pend(
            j, &m.unknown, "requesters", &m.rule->rule, judge_step(j, "requester", NULL), true);
        return;
    }
    if (!m.rule) {
        speak_requester(j, &nobody, VERDICT_REFUSE, OVERRIDE_SUPERVISOR,
            &(struct reason){ .msgid = N_("no rule allows these people to ask") });
        return;
    }
    o->requester = m.rule;
    o->requester_today = o->age_today != o->age_visit ? match_today(j) : m.rule;
    o->requester_why = judge_reason(&m.rule->rule, &m.because);
    j->requester_allowed = m.rule->allow == ALLOW_YES;
    if (m.rule->allow == ALLOW_NO)
        speak_requester(j, &m.rule->rule, VERDICT_REFUSE, m.rule->override, &o->requester_why);
    else if (m.rule->allow == ALLOW_ASK)
        speak_requester(j, &m.rule->rule, VERDICT_ASK, m.rule->ask_whom, &o->requester_why);
}

static enum verdict effect_verdict(enum effect e)
{
    static const enum verdict verdicts[]
        = { VERDICT_REFUSE, VERDICT_REROUTE, VERDICT_ASK, VERDICT_WARN, VERDICT_TELL };

    return verdicts[e];
}

static void judge_refusal(struct judging *j, const struct policy_refusal *r)
{
    struct fact_refs unknown = { 0 }, because = { 0 };
    bool strong = r->effect == EFFECT_REFUSE || r->effect == EFFECT_REROUTE;
    const char *at = r->at ? judge_step(j, r->at, judge_default_due(j)) : NULL;
    enum truth t;

    if (r->chosen_by)
        t = strings_have(j->in->picked, r->rule.id) ? TRUTH_YES : TRUTH_NO;
    else
        t = judge_when(j, r->rule.when, &unknown, &because);
    if (t == TRUTH_UNKNOWN)
        judge_pend(j, &unknown, "refusals", &r->rule, at, false);
    if (t != TRUTH_YES)
        return;
    if (!at) /* what is refused goes no further; what must be asked may go on until a date is made
              */
        at = strong ? judge_step(j, "requester", judge_default_due(j)) : judge_default_due(j);
    enum verdict effect = effect_verdict(r->effect);
    judge_speak(j,
        &(struct spoken){ .section = "refusals",
            .id = r->rule.id,
            .line = r->rule.line,
            .effect = effect,
            .title = r->rule.title,
            .say = judge_say(j, &r->rule, effect, r->to),
            .because = judge_reason(&r->rule, &because),
            .override = r->override,
            .reason_required = r->reason_required,
            .overridden = judge_overridden(j, r->rule.id),
            .to = r->to,
            .at = at });
}

void judge_refusals(struct judging *j)
{
    for (size_t i = 0; i < j->p->n_refusals; i++)
        judge_refusal(j, &j->p->refusals[i]);
}

/* ---- departments: what is outside the scope is one rule, out_of_scope, for the department to
 * override */
struct scope {
    enum verdict effect;
    const struct rule *rule;
    const char *msgid;
};

static bool disease_in(const struct judging *j, struct strings list, const char *disease)
{
    const struct policy_group *g = policy_disease(j->p, disease);

    if (strings_have(list, disease))
        return true;
    for (size_t i = 0; g && i < g->in.n; i++)
        if (strings_have(list, g->in.item[i]))
            return true;
    return false;
}

static bool some_department_lists(const struct judging *j, const char *disease)
{
    for (size_t i = 0; i < j->p->n_departments; i++)
        if (j->p->departments[i].accept == ACCEPT_LIST
            && disease_in(j, j->p->departments[i].diseases, disease))
            return true;
    return false;
}

static bool suspended(const struct judging *j, const struct policy_department *d)
{
    day at = day_known(j->in->visit) ? j->in->visit : j->in->today;

    return d->suspended && (!day_known(d->suspended_from) || day_cmp(at, d->suspended_from) >= 0)
        && (!day_known(d->suspended_until) || day_cmp(at, d->suspended_until) <= 0);
}

static enum verdict judge_disease(struct judging *j, const struct policy_department *d)
{
    static const enum verdict unlisted[] = { VERDICT_ASK, VERDICT_OK, VERDICT_REFUSE };
    struct fact_ref fact = { FACT_DISEASE, NULL, NULL };
    const char *disease = facts_text(j->f, fact, j->a);

    if (!disease) {
        struct fact_refs waits = { &fact, 1, 1 };
        struct rule r = { .id = "out_of_scope", .line = d->rule.line };
        judge_pend(j, &waits, "departments", &r, NULL, false);
        return VERDICT_OK;
    }
    if (disease_in(j, d->exclude, disease))
        return VERDICT_REFUSE;
    if (d->accept == ACCEPT_ALL || disease_in(j, d->diseases, disease))
        return VERDICT_OK;
    return some_department_lists(j, disease) ? VERDICT_REFUSE : unlisted[d->unlisted];
}

static void judge_department(
    struct judging *j, const struct policy_department *d, struct scope *worst)
{
    struct scope s
        = { VERDICT_OK, &d->rule, N_("this illness is not among those that are seen here") };

    if (judge_when(j, d->rule.when, NULL, NULL) != TRUTH_YES)
        return;
    if (suspended(j, d))
        s = (struct scope){ VERDICT_REFUSE, &d->rule,
            N_("the department takes no requests at present") };
    else if (d->accept == ACCEPT_NONE)
        s = (struct scope){ VERDICT_REFUSE, &d->rule, N_("the department takes no requests") };
    else if (d->accept == ACCEPT_ASK)
        s = (struct scope){ VERDICT_ASK, &d->rule, N_("the department is asked first") };
    else if (d->accept == ACCEPT_LIST || d->exclude.n)
        s.effect = judge_disease(j, d);
    if (s.effect > worst->effect)
        *worst = s;
}

void judge_departments(struct judging *j)
{
    struct fact_values chosen
        = facts_values(j->f, (struct fact_ref){ FACT_DEPARTMENT, NULL, NULL }, j->a);
    const struct policy_department *any = policy_department(j->p, "any"),
                                   *others = policy_department(j->p, "others");
    struct scope worst = { VERDICT_OK, NULL, NULL };

    if (any)
        judge_department(j, any, &worst);
    for (size_t i = 0; i < chosen.n; i++) {
        const struct policy_department *d = policy_department(j->p, chosen.item[i].word);
        if ((d && d != any) || others)
            judge_department(j, d ? d : others, &worst);
    }
    if (!worst.rule)
        return;
    struct reason why = { .why = worst.rule->why, .msgid = worst.msgid };
    judge_speak(j,
        &(struct spoken){ .section = "departments",
            .id = "out_of_scope",
            .line = worst.rule->line,
            .effect = worst.effect,
            .title = worst.rule->title,
            .say = judge_say(j, worst.rule, worst.effect, NULL),
            .because = why,
            .override = OVERRIDE_DEPARTMENT,
            .reason_required = true,
            .overridden = judge_overridden(j, "out_of_scope"),
            .at = judge_default_due(j) });
}
