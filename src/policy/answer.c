/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/judging.h"

static const char *const VERDICTS[]
    = { "ok", "tell", "warn", "need", "pending", "ask", "reroute", "refuse" };

const char *verdict_id(enum verdict v)
{
    BUG_IF((size_t)v >= COUNT_OF(VERDICTS));
    return VERDICTS[v];
}

void answer_in_init(struct answer_in *in, const struct policy *p, const struct facts *f,
    const struct calendar *c, day today)
{
    *in = (struct answer_in){
        .policy = p, .facts = f, .calendar = c, .today = today, .visit = DAY_NONE
    };
    for (size_t i = 0; i < EVENT_COUNT; i++)
        in->events[i] = DAY_NONE;
}

static bool same_strings(struct strings a, struct strings b)
{
    bool same = a.n == b.n;

    for (size_t i = 0; same && i < a.n; i++)
        same = str_eq(a.item[i], b.item[i]);
    return same;
}

bool answer_in_same(const struct answer_in *a, const struct answer_in *b)
{
    bool same = a->policy == b->policy && a->calendar == b->calendar && day_cmp(a->today, b->today) == 0
        && day_cmp(a->visit, b->visit) == 0;

    for (size_t i = 0; same && i < EVENT_COUNT; i++)
        same = day_cmp(a->events[i], b->events[i]) == 0;
    return same && same_strings(a->overridden, b->overridden) && same_strings(a->picked, b->picked)
        && facts_same(a->facts, b->facts);
}

enum truth judge_when(const struct judging *j, const struct condition *c, struct fact_refs *unknown,
    struct fact_refs *because)
{
    return condition_eval(c, j->f, j->a, unknown, because);
}

void judge_speak(struct judging *j, const struct spoken *s)
{
    struct answer *o = j->out;

    o->spoken = arena_grow(j->a, o->spoken, o->n_spoken, &j->cap_spoken, sizeof *o->spoken);
    o->spoken[o->n_spoken++] = *s;
}

bool judge_overridden(const struct judging *j, const char *rule)
{
    return strings_have(j->in->overridden, rule);
}

const char *judge_default_due(const struct judging *j)
{
    return j->out->service ? service_default_due(j->out->service) : "booking";
}

const char *judge_step(const struct judging *j, const char *step, const char *other)
{
    return !j->out->service || service_step(j->out->service, step) >= 0 ? step : other;
}

struct reason judge_reason(const struct rule *r, const struct fact_refs *because)
{
    struct reason reason = { .why = r->why };

    if (because)
        reason.facts = *because;
    return reason;
}

static bool empty(struct bilingual b)
{
    return str_empty(b.ja) && str_empty(b.en);
}

struct bilingual judge_say(
    const struct judging *j, const struct rule *r, enum verdict effect, const char *to)
{
    static const struct bilingual refused = { "恐れ入りますが、こちらのご相談はお受けできません。",
        "We are sorry, but we cannot accept this request." };
    static const struct bilingual asked = { "担当者に確認いたしますので、少々お待ちください。",
        "We will check this with the person in charge. Please give us a moment." };
    const struct policy_service *target = to ? policy_service(j->p, to) : NULL;

    if (!empty(r->say))
        return r->say;
    if (effect == VERDICT_REROUTE && target && !empty(target->rule.say))
        return target->rule.say;
    return effect >= VERDICT_REROUTE ? refused : effect == VERDICT_ASK ? asked : r->say;
}

/* The earlier step wins when two rules wait for one fact. NULL (blocks nothing) comes from the fact
 * itself, so both are. */
static bool earlier(const struct judging *j, const char *a, const char *b)
{
    int ra, rb;

    if (!a || !b || !j->out->service)
        return false;
    ra = service_step(j->out->service, a);
    rb = service_step(j->out->service, b);
    return ra >= 0 && (rb < 0 || ra < rb);
}

static const char *fact_due(const struct judging *j, struct fact_ref f, const char *due)
{
    const struct policy_question *q = f.id == FACT_QUESTION ? policy_question(j->p, f.key) : NULL;

    if (q && q->due.kind == DUE_STEP)
        return judge_step(j, q->due.step, judge_default_due(j));
    if (q && q->due.kind == DUE_NEVER)
        return NULL;
    return due ? due : judge_default_due(j);
}

/* Some facts are asked by asking another: the age by the birth date, the degree by the relation. */
static struct fact_ref asked_fact(struct fact_ref f)
{
    if (f.id == FACT_ATTENDEE_DEGREE)
        f.id = FACT_ATTENDEE_RELATION;
    if (f.id == FACT_PATIENT_SCHOOL_STAGE)
        f.id = FACT_PATIENT_AGE;
    return f;
}

void judge_pend(struct judging *j, const struct fact_refs *facts, const char *section,
    const struct rule *r, const char *due, bool requester)
{
    struct answer *o = j->out;

    for (size_t i = 0; i < facts->n; i++) {
        struct fact_ref f = asked_fact(facts->item[i]);
        const char *by = fact_due(j, f, due);
        struct pending *p = NULL;
        for (size_t k = 0; k < o->n_pending; k++)
            if (fact_ref_eq(o->pending[k].fact, f))
                p = &o->pending[k];
        if (p) {
            p->due = earlier(j, by, p->due) ? by : p->due;
            p->requester = p->requester || requester;
            continue;
        }
        o->pending
            = arena_grow(j->a, o->pending, o->n_pending, &j->cap_pending, sizeof *o->pending);
        o->pending[o->n_pending++] = (struct pending){ f, section, r->id, r->line, by, requester };
    }
}

/* A file with one service needs no answer to "which"; the service tells the format. */
static const struct policy_service *find_service(
    const struct policy *p, struct facts *f, struct arena *a)
{
    const char *said = facts_text(f, (struct fact_ref){ FACT_SERVICE, NULL, NULL }, a);
    const struct policy_service *found = said ? policy_service(p, said) : NULL;
    size_t runs = 0;

    for (size_t i = 0; !said && i < p->n_services; i++)
        if (!str_eq(p->services[i].format, "elsewhere")) {
            found = &p->services[i];
            runs++;
        }
    if (!said && runs != 1)
        return NULL;
    if (found) {
        facts_set(f, FACT_SERVICE, found->rule.id);
        facts_set(f, FACT_FORMAT, found->format);
    }
    return found;
}

static enum verdict strongest(const struct answer *o)
{
    enum verdict v = o->requester_pending ? VERDICT_PENDING : VERDICT_OK;

    for (size_t i = 0; i < o->n_spoken; i++)
        if (!o->spoken[i].overridden && o->spoken[i].effect > v)
            v = o->spoken[i].effect;
    for (size_t i = 0; i < o->n_documents; i++)
        if (o->documents[i].missing && v < VERDICT_NEED)
            v = VERDICT_NEED;
    return v;
}

static int age_on(const struct facts *f, day at, struct arena *a)
{
    struct facts *copy = facts_copy(f, a);

    facts_set_day(copy, at);
    return facts_age(copy);
}

void policy_answer(const struct answer_in *in, struct arena *a, struct answer *out)
{
    struct facts *f = facts_copy(in->facts, a);
    struct judging j = { .p = in->policy, .in = in, .f = f, .a = a, .out = out };
    bool booked = day_known(in->visit);

    *out = (struct answer){ .in = *in };
    out->in.facts = f;
    facts_set_day(f, booked ? in->visit : in->today);
    if (day_known(in->events[EVENT_APPLICATION])
        && facts_values(f, (struct fact_ref){ FACT_REQUEST_AGE, NULL, NULL }, a).unknown)
        facts_set_number(f, FACT_REQUEST_AGE, day_diff(in->today, in->events[EVENT_APPLICATION]));
    out->service = find_service(in->policy, f, a);
    out->age_today = age_on(in->facts, in->today, a);
    out->age_visit = booked ? age_on(in->facts, in->visit, a) : out->age_today;
    judge_requester(&j);
    judge_refusals(&j);
    judge_departments(&j);
    judge_documents(&j);
    judge_price(&j);
    judge_dates(&j);
    out->verdict = strongest(out);
}

const struct answer_document *answer_document(const struct answer *a, const char *doc, int attendee)
{
    for (size_t i = 0; i < a->n_documents; i++)
        if (str_eq(a->documents[i].doc->rule.id, doc) && a->documents[i].attendee == attendee)
            return &a->documents[i];
    return NULL;
}

const struct spoken *answer_spoken(const struct answer *a, const char *rule)
{
    for (size_t i = 0; i < a->n_spoken; i++)
        if (str_eq(a->spoken[i].id, rule))
            return &a->spoken[i];
    return NULL;
}
