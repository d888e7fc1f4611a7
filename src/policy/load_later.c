/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the language has and this version cannot carry out: correct in a file, refused at switch-on,
 * so that no rule is ever ignored silently. */
#include "policy/load_tree.h"

static bool any_price(const struct policy *p, enum shape s)
{
    for (size_t i = 0; i < p->n_prices; i++)
        if (p->prices[i].shape == s)
            return true;
    return false;
}

static bool plan_has(const struct policy *p, const char *method)
{
    for (size_t i = 0; i < p->n_plans; i++)
        if (strings_have(p->plans[i].method, method))
            return true;
    return false;
}

static bool many_parts(const struct policy *p)
{
    for (size_t i = 0; i < p->n_plans; i++)
        if (p->plans[i].n_parts > 0)
            return true;
    return false;
}

static bool choice_of_prices(const struct policy *p)
{
    for (size_t i = 0; i < p->n_prices; i++)
        if (p->prices[i].optional || p->prices[i].payer)
            return true;
    return false;
}

static bool service_is(const struct policy *p, const char *format)
{
    for (size_t i = 0; i < p->n_services; i++)
        if (str_eq(p->services[i].format, format))
            return true;
    return false;
}

static bool service_wants(const struct policy *p, bool (*wants)(const struct policy_service *s))
{
    for (size_t i = 0; i < p->n_services; i++)
        if (wants(&p->services[i]))
            return true;
    return false;
}

static bool several_visits(const struct policy_service *s)
{
    return s->sessions > 1 || s->doctors > 1;
}

static bool excludes_insured(const struct policy_service *s)
{
    return s->same_day_exclusive;
}

static bool has_outcomes(const struct policy_service *s)
{
    return s->only_as_outcome || s->n_outcomes > 0;
}

static bool has_quote(const struct policy_service *s)
{
    return service_step(s, "quote") >= 0;
}

static bool has_own_step(const struct policy_service *s)
{
    for (size_t i = 0; i < s->n_steps; i++)
        if (!word_in(STEP_WORDS, s->steps[i].id))
            return true;
    return false;
}

/* Calls back for each thing found; used by the loader (with places) and by policy_may_switch_on. */
static void each_later(const struct policy *p,
    void (*found)(void *arg, const char *section, const char *id), void *arg)
{
    const struct {
        bool is;
        const char *section, *id;
    } list[] = {
        { !str_eq(p->currency, "JPY"), "policy", N_("this version takes money only in yen") },
        { any_price(p, SHAPE_RANGE), "prices",
            N_("this version does not yet price the shape 'range'") },
        { any_price(p, SHAPE_QUOTE), "prices",
            N_("this version does not yet price the shape 'quote'") },
        { any_price(p, SHAPE_FORMULA), "prices",
            N_("this version does not yet price the shape 'formula'") },
        { choice_of_prices(p), "prices",
            N_("this version does not yet offer optional prices or other payers") },
        { many_parts(p), "plans", N_("this version takes the fee at once, not in parts") },
        { plan_has(p, "transfer") || plan_has(p, "invoice") || plan_has(p, "app"), "plans",
            N_("this version does not yet match transfers, invoices and apps") },
        { service_is(p, "online"), "services",
            N_("this version does not yet run online consultations") },
        { service_is(p, "written") || service_is(p, "documents") || service_is(p, "slides"),
            "services", N_("this version does not yet run written opinions") },
        { service_is(p, "outgoing"), "services",
            N_("this version does not yet run the outgoing desk") },
        { service_wants(p, several_visits), "services",
            N_("this version books one visit with one specialist") },
        { service_wants(p, excludes_insured), "services",
            N_("this version does not know of insured visits on the same day") },
        { service_wants(p, has_outcomes), "services",
            N_("this version does not yet lead from an outcome to another service") },
        { service_wants(p, has_quote), "services",
            N_("this version has no screen for the step 'quote'") },
        { service_wants(p, has_own_step), "services",
            N_("this version has no screen for own steps") },
    };

    for (size_t i = 0; i < COUNT_OF(list); i++)
        if (list[i].is)
            found(arg, list[i].section, list[i].id);
}

static void note(void *arg, const char *section, const char *id)
{
    struct loading *l = arg;

    load_note(l, DIAG_LATER, node_get(l->root, section), section, id, NULL, NULL, NULL);
}

void load_later(struct loading *l, struct policy *p)
{
    static const char *const without_when[]
        = { "calendars", "diseases", "purposes", "services", "contacts" };

    each_later(p, note, l);
    if (section_count(l, "cancellations")) {
        p->uses_later = "cancellations";
        load_note(l, DIAG_LATER, node_get(l->root, "cancellations"), "cancellations",
            N_("this version does not yet charge for cancellations"), NULL, NULL, NULL);
    }
    for (size_t i = 0; i < COUNT_OF(without_when); i++)
        for (size_t k = 0; k < section_count(l, without_when[i]); k++) {
            const char *id;
            const struct node *e = section_entry(l, without_when[i], k, &id);
            if (!node_get(e, "when"))
                continue;
            p->uses_later = without_when[i];
            load_note(l, DIAG_LATER, node_get(e, "when"), without_when[i],
                N_("this version does not judge 'when' in this section"), NULL, NULL, NULL);
        }
}

struct first {
    struct err *err;
};

static void refuse(void *arg, const char *section, const char *id)
{
    struct first *f = arg;

    err_set(f->err, ERR_RULE, section, id, NULL);
}

bool policy_may_switch_on(const struct policy *p, struct err *e)
{
    struct err found = ERR_INIT;
    struct first f = { &found };

    each_later(p, refuse, &f);
    if (p->uses_later)
        err_set(&found, ERR_RULE, p->uses_later,
            N_("this version cannot carry out everything in the section %s"), p->uses_later, NULL);
    if (found.kind != ERR_NONE && e && e->kind == ERR_NONE)
        *e = found;
    return found.kind == ERR_NONE;
}
