/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/policy_out.h"

#include "base/json.h"

struct writing {
    struct json json;
    const struct answer *a;
    const struct catalogs *c;
    struct arena *arena;
};

static void put_bilingual(struct writing *w, const char *key, struct bilingual b)
{
    json_object(&w->json, key);
    json_text(&w->json, "ja", b.ja);
    json_text(&w->json, "en", b.en);
    json_object_end(&w->json);
}

static void put_reason(struct writing *w, const char *key, const struct reason *r)
{
    json_object(&w->json, key);
    for (int l = LANG_JA; l <= LANG_EN; l++) {
        struct buf text;
        buf_init(&text, 4000);
        reason_text(r, &w->a->in, w->c->of[l], (enum lang)l, true, &text);
        json_text(&w->json, lang_id((enum lang)l), text.p);
        buf_fini(&text);
    }
    json_object_end(&w->json);
}

static void put_rule(struct writing *w, const char *id, int line)
{
    json_text(&w->json, "rule", id);
    if (line > 0)
        json_int(&w->json, "line", line);
    else
        json_null(&w->json, "line");
}

static void put_strings(struct writing *w, const char *key, struct strings s)
{
    json_array(&w->json, key);
    for (size_t i = 0; i < s.n; i++)
        json_text(&w->json, NULL, s.item[i]);
    json_array_end(&w->json);
}

static void put_facts(struct writing *w, const char *key, const struct fact_refs *f)
{
    json_array(&w->json, key);
    for (size_t i = 0; i < f->n; i++)
        json_text(&w->json, NULL, fact_ref_name(f->item[i], w->arena));
    json_array_end(&w->json);
}

static void put_pending(struct writing *w)
{
    json_array(&w->json, "pending");
    for (size_t i = 0; i < w->a->n_pending; i++) {
        const struct pending *p = &w->a->pending[i];
        json_object(&w->json, NULL);
        json_text(&w->json, "fact", fact_ref_name(p->fact, w->arena));
        json_text(&w->json, "section", p->section);
        put_rule(w, p->rule, p->line);
        json_text(&w->json, "due", p->due);
        json_bool(&w->json, "requester", p->requester);
        json_object(&w->json, "question");
        for (int l = LANG_JA; l <= LANG_EN; l++) {
            struct buf text;
            buf_init(&text, 2000);
            fact_question(w->a->in.policy, p->fact, w->c->of[l], (enum lang)l, &text);
            json_text(&w->json, lang_id((enum lang)l), text.p);
            buf_fini(&text);
        }
        json_object_end(&w->json);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

static void put_requesters(struct writing *w)
{
    static const char *const words[] = { "yes", "no", "ask" };
    const struct policy_requester *r = w->a->requester;

    json_array(&w->json, "requesters");
    if (r) {
        json_object(&w->json, NULL);
        put_rule(w, r->rule.id, r->rule.line);
        json_text(&w->json, "allow", words[r->allow]);
        put_reason(w, "why", &w->a->requester_why);
        json_text(&w->json, "today", w->a->requester_today ? w->a->requester_today->rule.id : NULL);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

static void put_documents(struct writing *w)
{
    static const char *const needs[] = { "not_needed", "recommended", "needed", "pending" };

    json_array(&w->json, "documents");
    for (size_t i = 0; i < w->a->n_documents; i++) {
        const struct answer_document *d = &w->a->documents[i];
        json_object(&w->json, NULL);
        json_text(&w->json, "id", d->doc->rule.id);
        if (d->attendee == ATTENDEE_ALL)
            json_null(&w->json, "attendee");
        else
            json_int(&w->json, "attendee", d->attendee + 1);
        json_text(&w->json, "need", needs[d->need]);
        json_text(&w->json, "state", doc_state_id(d->state));
        json_bool(&w->json, "missing", d->missing);
        put_rule(w, d->rule, d->line);
        json_text(&w->json, "due", d->due);
        json_day(&w->json, "due_day", d->due_day);
        put_bilingual(w, "title", d->doc->rule.title);
        put_reason(w, "reason", &d->reason);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

static void put_refusals(struct writing *w)
{
    json_array(&w->json, "refusals");
    for (size_t i = 0; i < w->a->n_spoken; i++) {
        const struct spoken *s = &w->a->spoken[i];
        json_object(&w->json, NULL);
        json_text(&w->json, "section", s->section);
        put_rule(w, s->id, s->line);
        json_text(&w->json, "effect", verdict_id(s->effect));
        put_bilingual(w, "say", s->say);
        put_reason(w, "because", &s->because);
        json_text(&w->json, "override", override_id(s->override));
        json_bool(&w->json, "overridden", s->overridden);
        json_text(&w->json, "to", s->to);
        json_text(&w->json, "at", s->at);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

static void put_lines(struct writing *w, const char *key, const struct price_line *lines, size_t n)
{
    json_array(&w->json, key);
    for (size_t i = 0; i < n; i++) {
        json_object(&w->json, NULL);
        put_rule(w, lines[i].price->rule.id, lines[i].price->rule.line);
        json_text(&w->json, "shape", shape_id(lines[i].price->shape));
        put_bilingual(w, "title", lines[i].price->rule.title);
        json_int(&w->json, "quantity", lines[i].quantity);
        json_yen(&w->json, "unit", lines[i].unit);
        json_yen(&w->json, "amount", lines[i].amount);
        json_bool(&w->json, "at_least", lines[i].at_least);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

static void put_price(struct writing *w)
{
    static const char *const states[] = { "known", "not_set", "waits", "by_hand", "outside" };
    const struct answer_price *p = &w->a->price;

    json_object(&w->json, "price");
    json_text(&w->json, "state", states[p->state]);
    if (p->state == PRICE_KNOWN) {
        json_yen(&w->json, "net", p->net);
        json_yen(&w->json, "tax", p->tax);
        json_yen(&w->json, "total", p->total);
    } else {
        json_null(&w->json, "net");
        json_null(&w->json, "tax");
        json_null(&w->json, "total");
    }
    json_int(&w->json, "tax_percent", p->tax_percent);
    json_text(&w->json, "currency", w->a->in.policy->currency);
    put_lines(w, "lines", p->lines, p->n_lines);
    put_facts(w, "waits", &p->waits);
    put_lines(w, "candidates", p->candidates, p->n_candidates);
    json_object_end(&w->json);
}

static void put_due(struct writing *w, const struct due *d)
{
    json_object(&w->json, "due");
    json_text(&w->json, "step", d->kind == DUE_STEP ? d->step : NULL);
    json_text(&w->json, "event", d->kind == DUE_EVENT ? event_id(d->event) : NULL);
    if (d->kind == DUE_EVENT)
        json_int(&w->json, "days", d->before ? -d->days : d->days);
    json_object_end(&w->json);
}

static void put_plan(struct writing *w)
{
    const struct policy_plan *p = w->a->plan;

    if (!p) {
        json_null(&w->json, "plan");
        return;
    }
    json_object(&w->json, "plan");
    put_rule(w, p->rule.id, p->rule.line);
    put_strings(w, "method", p->method);
    put_due(w, &p->due);
    json_text(&w->json, "blocks", p->blocks);
    json_text(&w->json, "collect_at", p->collect_at);
    json_text(&w->json, "ledger", p->ledger);
    json_object_end(&w->json);
}

static void put_dates(struct writing *w)
{
    json_array(&w->json, "dates");
    for (size_t i = 0; i < w->a->n_clocks; i++) {
        const struct answer_clock *c = &w->a->clocks[i];
        json_object(&w->json, NULL);
        put_rule(w, c->clock->rule.id, c->clock->rule.line);
        json_text(&w->json, "from", event_id(c->clock->from));
        json_text(&w->json, "to", event_id(c->clock->to));
        json_day(&w->json, "day_0", c->from);
        json_day(&w->json, "earliest", c->earliest);
        json_day(&w->json, "latest", c->latest);
        json_bool(&w->json, "approximate", c->clock->approximate);
        json_bool(&w->json, "projected", c->projected);
        json_array(&w->json, "skipped");
        for (size_t k = 0; k < c->n_skipped; k++) {
            json_object(&w->json, NULL);
            json_day(&w->json, "day", c->skipped[k].day);
            put_bilingual(w, "why", c->skipped[k].why);
            json_object_end(&w->json);
        }
        json_array_end(&w->json);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

static void put_duties(struct writing *w)
{
    const struct policy *p = w->a->in.policy;

    json_array(&w->json, "reports");
    for (size_t i = 0; i < w->a->n_reports; i++) {
        json_object(&w->json, NULL);
        put_rule(w, w->a->reports[i].report->rule.id, w->a->reports[i].report->rule.line);
        put_strings(w, "to", w->a->reports[i].report->to);
        json_day(&w->json, "due", w->a->reports[i].due);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
    json_array(&w->json, "notices");
    for (size_t i = 0; i < w->a->n_notices; i++) {
        json_object(&w->json, NULL);
        put_rule(w, w->a->notices[i]->rule.id, w->a->notices[i]->rule.line);
        json_text(&w->json, "at", w->a->notices[i]->at);
        put_bilingual(w, "say", w->a->notices[i]->rule.say);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
    json_array(&w->json, "materials");
    for (size_t i = 0; i < p->n_materials; i++) {
        json_object(&w->json, NULL);
        put_rule(w, p->materials[i].rule.id, p->materials[i].rule.line);
        put_strings(w, "kinds", p->materials[i].kinds);
        json_text(&w->json, "destination", p->materials[i].destination);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

static void put_blocked(struct writing *w, const char *step)
{
    static const char *const kinds[] = { "rule", "question", "document", "promised" };
    struct blocked *b;
    size_t n = policy_step_blocked(w->a, step, w->arena, &b);

    json_array(&w->json, "blocked_by");
    for (size_t i = 0; i < n; i++) {
        json_object(&w->json, NULL);
        json_text(&w->json, "kind", kinds[b[i].kind]);
        if (b[i].kind == BLOCKED_RULE)
            put_rule(w, b[i].rule->id, b[i].rule->line);
        else if (b[i].kind == BLOCKED_QUESTION)
            json_text(&w->json, "fact", fact_ref_name(b[i].question->fact, w->arena));
        else
            json_text(&w->json, "document", b[i].document->doc->rule.id);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

static void put_steps(struct writing *w)
{
    const struct policy_service *s = w->a->service;

    json_array(&w->json, "steps");
    for (size_t i = 0; s && i < s->n_steps; i++) {
        json_object(&w->json, NULL);
        json_text(&w->json, "id", s->steps[i].id);
        json_int(&w->json, "group", s->steps[i].group);
        put_rule(w, s->rule.id, s->rule.line);
        put_blocked(w, s->steps[i].id);
        json_object_end(&w->json);
    }
    json_array_end(&w->json);
}

void policy_json(
    const struct answer *a, const struct catalogs *c, struct arena *arena, struct buf *out)
{
    struct writing w = { json_start(out), a, c, arena };

    json_object(&w.json, NULL);
    json_text(&w.json, "policy", a->in.policy->id);
    json_text(&w.json, "verdict", verdict_id(a->verdict));
    put_pending(&w);
    put_requesters(&w);
    put_documents(&w);
    put_refusals(&w);
    put_price(&w);
    put_plan(&w);
    put_dates(&w);
    put_duties(&w);
    put_steps(&w);
    json_object_end(&w.json);
    buf_putc(out, '\n');
}
