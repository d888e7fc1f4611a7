/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only whole entries can show: paths of steps, rules that are never reached, questions that
 * can never be asked. */
#include "policy/load_tree.h"

static char *line_text(int line, char out[16])
{
    snprintf(out, 16, "%d", line);
    return out;
}

static void fault_line(
    struct loading *l, int line, const char *path, const char *id, const char *a, const char *b)
{
    struct node at = { .line = line, .column = 1 };

    load_fault(l, &at, path, id, a, b, NULL);
}

static void warn_line(
    struct loading *l, int line, const char *path, const char *id, const char *a, const char *b)
{
    struct node at = { .line = line, .column = 1 };

    load_note(l, DIAG_WARNING, &at, path, id, a, b, NULL);
}

static void check_service(struct loading *l, const struct policy_service *s)
{
    const char *path = arena_printf(l->arena, "services.%s", s->rule.id);
    int inquiry = service_step(s, "inquiry"), close = service_step(s, "close");

    if (str_eq(s->format, "elsewhere")) {
        if (s->n_steps)
            fault_line(l, s->rule.line, path,
                N_("a service that is run elsewhere has no steps here"), NULL, NULL);
        if (!s->rule.say.ja && !s->rule.say.en)
            fault_line(l, s->rule.line, path,
                N_("a service that is run elsewhere needs 'say': what the visitor is told"), NULL,
                NULL);
        return;
    }
    if (s->n_steps == 0) {
        fault_line(l, s->rule.line, path, N_("the key '%s' is missing"), "steps", NULL);
        return;
    }
    if (inquiry > 0)
        fault_line(l, s->rule.line, path, N_("the step '%s' can only come first"), "inquiry", NULL);
    if (close < 0 || close != (int)s->n_steps - 1)
        fault_line(l, s->rule.line, path, N_("the step '%s' must come last"), "close", NULL);
    if (s->slot_minutes % 5 != 0) /* the units of time: nothing else can be booked */
        fault_line(l, s->rule.line, path, N_("'slot_minutes' goes by five minutes"), NULL, NULL);
    if (s->max_minutes && s->slot_minutes && s->max_minutes > s->slot_minutes)
        warn_line(
            l, s->rule.line, path, N_("'max_minutes' is longer than 'slot_minutes'"), NULL, NULL);
}

/* In a first-match list: a rule behind one that always matches, or with the same condition as an
 * earlier. */
static void check_reach(
    struct loading *l, const struct rule *r, const struct rule *earlier, const char *section)
{
    const char *path = arena_printf(l->arena, "%s[%s]", section, r->id);
    char line[16];

    if (!earlier->when)
        fault_line(l, r->line, path,
            N_("this rule is never reached: '%s' in line %s has no 'when' and always matches "
               "first"),
            earlier->id, line_text(earlier->line, line));
    else if (r->when && earlier->when
        && str_eq(condition_text(r->when), condition_text(earlier->when)))
        fault_line(l, r->line, path,
            N_("this rule is never reached: '%s' in line %s has the same condition"), earlier->id,
            line_text(earlier->line, line));
}

/* A condition with a fault has no tree; "no when" is only what was left out. */
static bool always(const struct loading *l, const char *section, size_t i)
{
    const char *id;

    return !node_get(section_entry(l, section, i, &id), "when");
}

static void check_reaches(struct loading *l, const struct policy *p)
{
    for (size_t i = 0; i < p->n_requesters; i++)
        for (size_t j = 0; j < i; j++)
            if (p->requesters[j].rule.when || always(l, "requesters", j)) {
                check_reach(l, &p->requesters[i].rule, &p->requesters[j].rule, "requesters");
                if (!p->requesters[j].rule.when)
                    break;
            }
    for (size_t i = 0; i < p->n_prices; i++)
        for (size_t j = 0; j < i && !p->prices[i].stackable; j++)
            if (!p->prices[j].stackable && !p->prices[j].optional
                && (p->prices[j].rule.when || always(l, "prices", j))) {
                check_reach(l, &p->prices[i].rule, &p->prices[j].rule, "prices");
                if (!p->prices[j].rule.when)
                    break;
            }
    for (size_t i = 0; i < p->n_plans; i++)
        for (size_t j = 0; j < i; j++)
            if (p->plans[j].rule.when || always(l, "plans", j)) {
                check_reach(l, &p->plans[i].rule, &p->plans[j].rule, "plans");
                if (!p->plans[j].rule.when)
                    break;
            }
}

/* An override names a rule by its id alone, so these must not share one. */
static void check_override_ids(struct loading *l, const struct policy *p)
{
    char line[16];

    for (size_t i = 0; i < p->n_refusals; i++) {
        const struct rule *r = &p->refusals[i].rule, *other = NULL;
        const char *path = arena_printf(l->arena, "refusals[%s]", r->id);
        for (size_t j = 0; j < p->n_requesters && !other; j++)
            other = str_eq(p->requesters[j].rule.id, r->id) ? &p->requesters[j].rule : NULL;
        for (size_t j = 0; j < p->n_documents && !other; j++)
            other = str_eq(p->documents[j].rule.id, r->id) ? &p->documents[j].rule : NULL;
        if (other)
            fault_line(l, r->line, path,
                N_("the id '%s' is already used in line %s; an override could mean either"), r->id,
                line_text(other->line, line));
        if (str_eq(r->id, "out_of_scope") || str_eq(r->id, "no_match"))
            fault_line(l, r->line, path, N_("the id '%s' is reserved"), r->id, NULL);
    }
    for (size_t i = 0; i < p->n_requesters; i++)
        for (size_t j = 0; j < p->n_documents; j++)
            if (str_eq(p->requesters[i].rule.id, p->documents[j].rule.id))
                fault_line(l, p->requesters[i].rule.line,
                    arena_printf(l->arena, "requesters[%s]", p->requesters[i].rule.id),
                    N_("the id '%s' is already used in line %s; an override could mean either"),
                    p->requesters[i].rule.id, line_text(p->documents[j].rule.line, line));
}

static bool empty(struct bilingual b)
{
    return !b.ja && !b.en;
}

static void check_refusals(struct loading *l, const struct policy *p)
{
    for (size_t i = 0; i < p->n_refusals; i++) {
        const struct policy_refusal *r = &p->refusals[i];
        const char *id, *path = arena_printf(l->arena, "refusals[%s]", r->rule.id);
        bool when = node_get(section_entry(l, "refusals", i, &id), "when");
        if (when && r->chosen_by)
            fault_line(l, r->rule.line, path, N_("a refusal has 'when' or 'chosen_by', not both"),
                NULL, NULL);
        if (!when && !r->chosen_by)
            fault_line(l, r->rule.line, path,
                N_("this rule would refuse everybody: it needs 'when' or 'chosen_by'"), NULL, NULL);
        if (r->effect == EFFECT_REROUTE && !r->to)
            fault_line(l, r->rule.line, path, N_("'reroute' needs 'to': the service to go to"),
                NULL, NULL);
        if (r->effect != EFFECT_REROUTE && r->to)
            fault_line(
                l, r->rule.line, path, N_("'to' has a meaning only for 'reroute'"), NULL, NULL);
        if (r->effect != EFFECT_REROUTE && empty(r->rule.say))
            fault_line(l, r->rule.line, path, N_("the key '%s' is missing"), "say", NULL);
        if (condition_uses_is_set(r->rule.when))
            warn_line(l, r->rule.line, path,
                N_("'is set' is never unknown, so the question is not asked; compare with a value"),
                NULL, NULL);
    }
}

static void check_requesters(struct loading *l, const struct policy *p)
{
    for (size_t i = 0; i < p->n_requesters; i++) {
        const struct policy_requester *r = &p->requesters[i];
        const char *path = arena_printf(l->arena, "requesters[%s]", r->rule.id);
        if (condition_uses_is_set(r->rule.when) || condition_uses_is_set(r->consent_when)
            || condition_uses_is_set(r->proof_when))
            warn_line(l, r->rule.line, path,
                N_("'is set' is never unknown, so the question is not asked; compare with a value"),
                NULL, NULL);
        if (r->allow == ALLOW_NO && empty(r->rule.say))
            fault_line(l, r->rule.line, path, N_("the key '%s' is missing"), "say", NULL);
        if (i + 1 == p->n_requesters && r->rule.when)
            warn_line(l, r->rule.line, path,
                N_("the last rule has a 'when': whoever matches no rule is refused without a "
                   "sentence of the hospital"),
                NULL, NULL);
    }
}

static void check_documents(struct loading *l, const struct policy *p)
{
    for (size_t i = 0; i < p->n_documents; i++) {
        const struct policy_document *d = &p->documents[i];
        const char *path = arena_printf(l->arena, "documents[%s]", d->rule.id);
        if (d->built_in)
            continue;
        if (empty(d->rule.title))
            fault_line(l, d->rule.line, path, N_("the key '%s' is missing"), "title", NULL);
        if (d->if_missing == MISSING_REROUTE && !d->to)
            fault_line(l, d->rule.line, path, N_("'reroute' needs 'to': the service to go to"),
                NULL, NULL);
        if (d->serves && (d->rule.when || d->recommended))
            fault_line(l, d->rule.line, path,
                N_("a paper that serves a requester rule takes its need from there: leave 'when' "
                   "and 'need' out"),
                NULL, NULL);
        bool authority = str_eq(d->serves, "authority");
        if (d->serves && !authority && !str_eq(d->rule.id, d->serves))
            fault_line(l, d->rule.line, path, N_("a paper that serves '%s' has the id '%s'"),
                d->serves, d->serves);
        if (authority && !word_in("parental_authority|legal_representative", d->rule.id))
            fault_line(l, d->rule.line, path, N_("a paper that serves '%s' has the id '%s'"),
                d->serves, "parental_authority, legal_representative");
        if (!d->serves
            && word_in("consent|identity|relationship|parental_authority|legal_representative",
                d->rule.id))
            fault_line(l, d->rule.line, path,
                N_("'%s' is the name of a paper that requester rules ask for: add 'serves'"),
                d->rule.id, NULL);
    }
}

static void check_groups(struct loading *l, const struct policy *p)
{
    for (size_t i = 0; i < p->n_purposes; i++)
        if (fact_word(FACT_PURPOSE, p->purposes[i].rule.id) && empty(p->purposes[i].rule.title))
            continue; /* a built-in purpose put into a group */
        else if (empty(p->purposes[i].rule.title))
            fault_line(l, p->purposes[i].rule.line,
                arena_printf(l->arena, "purposes.%s", p->purposes[i].rule.id),
                N_("the key '%s' is missing"), "title", NULL);
    for (size_t i = 0; i < p->n_diseases; i++) {
        const char *path = arena_printf(l->arena, "diseases.%s", p->diseases[i].rule.id);
        if (empty(p->diseases[i].rule.title))
            fault_line(
                l, p->diseases[i].rule.line, path, N_("the key '%s' is missing"), "title", NULL);
        if (fact_word(FACT_DISEASE, p->diseases[i].rule.id))
            fault_line(l, p->diseases[i].rule.line, path, N_("the id '%s' is reserved"),
                p->diseases[i].rule.id, NULL);
    }
    for (size_t i = 0; i < p->n_questions; i++) {
        const char *path = arena_printf(l->arena, "questions.%s", p->questions[i].rule.id);
        if (empty(p->questions[i].rule.title))
            fault_line(
                l, p->questions[i].rule.line, path, N_("the key '%s' is missing"), "title", NULL);
        if (p->questions[i].type == FACT_TYPE_WORD && p->questions[i].n_choices == 0)
            fault_line(
                l, p->questions[i].rule.line, path, N_("the key '%s' is missing"), "choices", NULL);
    }
}

void load_cross(struct loading *l, const struct policy *p)
{
    bool runs = false;

    for (size_t i = 0; i < p->n_services; i++) {
        check_service(l, &p->services[i]);
        runs = runs || !str_eq(p->services[i].format, "elsewhere");
    }
    if (p->n_services && !runs)
        load_fault(l, node_get(l->root, "services"), "services", N_("no service is run here"), NULL,
            NULL, NULL);
    check_reaches(l, p);
    check_override_ids(l, p);
    check_refusals(l, p);
    check_requesters(l, p);
    check_documents(l, p);
    check_groups(l, p);
}
