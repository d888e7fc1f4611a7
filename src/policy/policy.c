/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/policy.h"

#include "policy/fact_name.h"

static const char *const EVENTS[] = { "application", "documents_complete", "quote_accepted",
    "payment", "date_decided", "appointment_told", "visit", "report_sent" };
static const char *const OVERRIDES[] = { "none", "clerk", "department", "supervisor" };
static const char *const SHAPES[]
    = { "flat", "timed", "tiers", "per", "range", "from", "quote", "formula", "free", "outside" };

const char *event_id(enum event e)
{
    BUG_IF((size_t)e >= COUNT_OF(EVENTS));
    return EVENTS[e];
}

bool event_of(const char *id, enum event *out)
{
    for (size_t i = 0; i < COUNT_OF(EVENTS); i++)
        if (str_eq(EVENTS[i], id)) {
            *out = (enum event)i;
            return true;
        }
    return false;
}

const char *override_id(enum override_by o)
{
    BUG_IF((size_t)o >= COUNT_OF(OVERRIDES));
    return OVERRIDES[o];
}

const char *shape_id(enum shape s)
{
    BUG_IF((size_t)s >= COUNT_OF(SHAPES));
    return SHAPES[s];
}

bool strings_have(struct strings s, const char *word)
{
    for (size_t i = 0; i < s.n; i++)
        if (str_eq(s.item[i], word))
            return true;
    return false;
}

/* Every section is an array of structs that begin with struct rule. */
static const struct rule *find_rule(const void *list, size_t n, size_t bytes, const char *id)
{
    for (size_t i = 0; i < n; i++) {
        const struct rule *r = (const struct rule *)(const void *)((const char *)list + i * bytes);
        if (str_eq(r->id, id))
            return r;
    }
    return NULL;
}

#define FIND(p, section, id) find_rule((p)->section, (p)->n_##section, sizeof *(p)->section, (id))

const struct policy_service *policy_service(const struct policy *p, const char *id)
{
    return (const struct policy_service *)FIND(p, services, id);
}

const struct policy_question *policy_question(const struct policy *p, const char *id)
{
    return (const struct policy_question *)FIND(p, questions, id);
}

const struct policy_refusal *policy_refusal(const struct policy *p, const char *id)
{
    return (const struct policy_refusal *)FIND(p, refusals, id);
}

const struct policy_price *policy_price(const struct policy *p, const char *id)
{
    return (const struct policy_price *)FIND(p, prices, id);
}

const struct policy_department *policy_department(const struct policy *p, const char *id)
{
    return (const struct policy_department *)FIND(p, departments, id);
}

const struct policy_contact *policy_contact(const struct policy *p, const char *id)
{
    return (const struct policy_contact *)FIND(p, contacts, id);
}

const struct policy_group *policy_disease(const struct policy *p, const char *id)
{
    return (const struct policy_group *)FIND(p, diseases, id);
}

const struct policy_group *policy_purpose(const struct policy *p, const char *id)
{
    return (const struct policy_group *)FIND(p, purposes, id);
}

const struct policy_document *policy_document(const struct policy *p, const char *id)
{
    return (const struct policy_document *)FIND(p, documents, id);
}

const struct opening *policy_calendar(const struct policy *p, const char *id)
{
    for (size_t i = 0; id && i < p->n_calendars; i++)
        if (str_eq(p->calendars[i].id, id))
            return &p->calendars[i];
    return NULL;
}

enum override_by policy_override(const struct policy *p, const char *id)
{
    const struct policy_refusal *refusal = policy_refusal(p, id);
    const struct policy_document *document = policy_document(p, id);

    for (size_t i = 0; i < p->n_requesters; i++)
        if (str_eq(p->requesters[i].rule.id, id))
            return p->requesters[i].allow == ALLOW_ASK ? p->requesters[i].ask_whom : p->requesters[i].override;
    return refusal ? refusal->override : document ? document->override : OVERRIDE_NONE;
}

int service_step(const struct policy_service *s, const char *step)
{
    for (size_t i = 0; step && i < s->n_steps; i++)
        if (str_eq(s->steps[i].id, step)) {
            while (i > 0 && s->steps[i - 1].group == s->steps[i].group)
                i--;
            return (int)i;
        }
    return -1;
}

const char *service_default_due(const struct policy_service *s)
{
    int papers = service_step(s, "papers");

    if (service_step(s, "booking") >= 0)
        return "booking";
    if (service_step(s, "review") >= 0)
        return "review";
    return papers >= 0 && (size_t)papers + 1 < s->n_steps ? s->steps[papers + 1].id : NULL;
}

static void each_rule(
    const void *list, size_t n, size_t bytes, void (*offer)(void *to, const char *id), void *to)
{
    for (size_t i = 0; i < n; i++)
        offer(to, ((const struct rule *)(const void *)((const char *)list + i * bytes))->id);
}

#define EACH(p, section, offer, to)                                                                \
    each_rule((p)->section, (p)->n_##section, sizeof *(p)->section, (offer), (to))

static void each(void *arg, const char *section, void (*offer)(void *to, const char *id), void *to)
{
    const struct policy *p = arg;

    if (str_eq(section, "services"))
        EACH(p, services, offer, to);
    else if (str_eq(section, "departments"))
        EACH(p, departments, offer, to);
    else if (str_eq(section, "diseases"))
        EACH(p, diseases, offer, to);
    else if (str_eq(section, "purposes"))
        EACH(p, purposes, offer, to);
    else if (str_eq(section, "documents"))
        EACH(p, documents, offer, to);
    else if (str_eq(section, "questions"))
        EACH(p, questions, offer, to);
}

struct asked {
    const char *id;
    bool found;
};

static void look(void *to, const char *id)
{
    struct asked *a = to;

    a->found = a->found || str_eq(a->id, id);
}

static bool has(void *arg, const char *section, const char *id)
{
    struct asked a = { id, false };

    if (str_eq(section, "documents"))
        return policy_document(arg, id) != NULL;
    each(arg, section, look, &a);
    return a.found;
}

static bool question(void *arg, const char *id, enum fact_type *type)
{
    const struct policy_question *q = policy_question(arg, id);

    if (q)
        *type = q->type;
    return q != NULL;
}

static bool question_choice(void *arg, const char *id, const char *choice)
{
    const struct policy_question *q = policy_question(arg, id);

    for (size_t i = 0; q && i < q->n_choices; i++)
        if (str_eq(q->choices[i].id, choice))
            return true;
    return false;
}

static bool doc_item(void *arg, const char *doc, const char *item)
{
    const struct policy_document *d = policy_document(arg, doc);

    for (size_t i = 0; d && i < d->n_must_state; i++)
        if (str_eq(d->must_state[i].id, item))
            return true;
    return false;
}

struct vocabulary policy_vocabulary(const struct policy *p)
{
    /* The callbacks only read; the pointer is without const because other files' trees are passed
     * too. */
    union {
        const struct policy *given;
        void *arg;
    } u = { .given = p };

    return (struct vocabulary){ u.arg, has, each, question, question_choice, doc_item, NULL };
}

int policy_tax_percent(const struct policy *p, day on)
{
    int percent = 0;

    if (!p->tax.known || p->tax.prices == PRICES_UNTAXED)
        return 0;
    for (size_t i = 0; i < p->tax.n_rates; i++)
        if (day_cmp(p->tax.rates[i].from, on) <= 0)
            percent = p->tax.rates[i].percent;
    return percent;
}
