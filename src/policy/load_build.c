/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the tree to struct policy: the file itself, calendars, groups, departments, services. */
#include "policy/load_tree.h"

static void build_tax(struct loading *l, struct policy *p, const struct node *tax)
{
    static const struct {
        int y, m, d, percent;
    } law[] = { { 1989, 4, 1, 3 }, { 1997, 4, 1, 5 }, { 2014, 4, 1, 8 }, { 2019, 10, 1, 10 } };
    const struct node *rates = node_get(tax, "rates");
    size_t cap = COUNT_OF(law) + (rates ? rates->n : 0);

    if (!tax)
        return;
    p->tax.known = true;
    p->tax.prices = choose(node_text(tax, "prices"), "included|excluded|none", PRICES_INCLUDED);
    p->tax.rounding = choose(node_text(tax, "rounding"), "down|half|up", ROUND_DOWN);
    p->tax.rates = ARENA_ARRAY(l->arena, struct tax_rate, cap);
    for (const struct node *r = rates ? rates->first : NULL; r; r = r->next) {
        day from = read_day(r, "from");
        if (p->tax.n_rates && day_cmp(from, p->tax.rates[p->tax.n_rates - 1].from) <= 0)
            load_fault(l, r, "policy.tax.rates", N_("rates stand in order of their first day"),
                NULL, NULL, NULL);
        p->tax.rates[p->tax.n_rates++] = (struct tax_rate){ from, read_int(r, "percent", 0) };
    }
    for (size_t i = 0; p->tax.n_rates < cap && !(rates && rates->first) && i < COUNT_OF(law); i++) {
        struct tax_rate *r = &p->tax.rates[p->tax.n_rates++];
        BUG_IF(!day_from_ymd(law[i].y, law[i].m, law[i].d, &r->from));
        r->percent = law[i].percent;
    }
}

static void build_head(struct loading *l, struct policy *p)
{
    const struct node *n = node_get(l->root, "policy");
    const struct node *issuer = node_get(n, "issuer");

    p->id = read_word(n, "id", "?");
    p->name = read_bilingual(n, "name");
    p->source = node_text(n, "source");
    p->version = node_text(n, "version");
    p->valid_from = read_day(n, "valid_from");
    p->currency = l->currency;
    p->currency_digits = l->currency_digits;
    p->issuer_kind = node_text(issuer, "kind");
    p->issuer_registration = node_text(issuer, "registration");
    p->own_group = read_strings(l, n, "own_group");
    p->price_by_consultation = str_eq(node_text(n, "price_date"), "consultation");
    build_tax(l, p, node_get(n, "tax"));
}

static void build_hours(const struct node *map, struct opening *o)
{
    for (int i = 0; i < 7; i++)
        o->week[i].opens = o->week[i].closes = HM_NONE;
    o->hours_known = map != NULL;
    for (const struct node *h = map && map->kind == NODE_MAP ? map->first : NULL; h; h = h->next) {
        unsigned days = read_weekdays(h->key->text);
        hm opens, closes;
        if (h->kind != NODE_TEXT || !read_hours(h->text, &opens, &closes))
            continue;
        for (int i = 0; i < 7; i++)
            if (days & (1u << i)) {
                o->week[i].opens = opens;
                o->week[i].closes = closes;
            }
    }
}

static struct day_pattern *build_patterns(
    struct loading *l, const struct node *map, const char *key, size_t *n)
{
    struct strings words = read_strings(l, map, key);
    struct day_pattern *list = ARENA_ARRAY(l->arena, struct day_pattern, words.n + 1);

    for (size_t i = 0; i < words.n; i++)
        if (read_pattern(words.item[i], str_eq(key, "open_only"), &list[*n]))
            (*n)++;
    return list;
}

static void build_calendars(struct loading *l, struct policy *p)
{
    p->n_calendars = section_count(l, "calendars");
    p->calendars = ARENA_ARRAY(l->arena, struct opening, p->n_calendars + 1);
    for (size_t i = 0; i < p->n_calendars; i++) {
        struct opening *o = &p->calendars[i];
        const struct node *n = section_entry(l, "calendars", i, &o->id);
        build_hours(node_get(n, "hours"), o);
        o->closed = build_patterns(l, n, "closed", &o->n_closed);
        o->open_only = build_patterns(l, n, "open_only", &o->n_open_only);
    }
}

static struct policy_group *build_groups(struct loading *l, const char *section, size_t *count)
{
    size_t n = section_count(l, section);
    struct policy_group *list = ARENA_ARRAY(l->arena, struct policy_group, n + 1);

    for (size_t i = 0; i < n; i++) {
        const struct node *e = section_entry(l, section, i, &list[i].rule.id);
        read_rule(e, &list[i].rule);
        list[i].in = read_strings(l, e, "in");
    }
    *count = n;
    return list;
}

static void build_departments(struct loading *l, struct policy *p)
{
    p->n_departments = section_count(l, "departments");
    p->has_departments = node_get(l->root, "departments") != NULL;
    p->departments = ARENA_ARRAY(l->arena, struct policy_department, p->n_departments + 1);
    for (size_t i = 0; i < p->n_departments; i++) {
        struct policy_department *d = &p->departments[i];
        const struct node *n = section_entry(l, "departments", i, &d->rule.id);
        const struct node *accept = node_get(n, "accept"), *suspended = node_get(n, "suspended");
        read_rule(n, &d->rule);
        d->accept = accept && accept->kind == NODE_LIST
            ? (unsigned)ACCEPT_LIST
            : choose(node_text(n, "accept"), "all|none|ask", ACCEPT_ALL);
        if (d->accept == ACCEPT_LIST)
            d->diseases = read_strings(l, n, "accept");
        d->exclude = read_strings(l, n, "exclude");
        d->unlisted = choose(node_text(n, "unlisted"), "ask|yes|no", UNLISTED_ASK);
        d->calendar = node_text(n, "calendar");
        d->suspended = suspended != NULL;
        d->suspended_from = read_day(suspended, "from");
        d->suspended_until = read_day(suspended, "until");
    }
}

static void build_steps(
    struct loading *l, struct policy_service *s, const struct node *list, int *group, bool inner)
{
    for (const struct node *n = list && list->kind == NODE_LIST ? list->first : NULL; n;
         n = n->next) {
        const struct node *any = node_get(n, "any_order");
        if (any) {
            ++*group;
            build_steps(l, s, any, group, true);
            continue;
        }
        if (!inner)
            ++*group;
        const char *id = n->kind == NODE_TEXT ? n->text : node_text(n, "own");
        if (!id)
            continue;
        if (service_step(s, id) >= 0)
            load_fault(l, n, arena_printf(l->arena, "services.%s.steps", s->rule.id),
                N_("the step '%s' is there twice"), id, NULL, NULL);
        s->steps[s->n_steps++] = (struct policy_step){ id, *group, read_bilingual(n, "title") };
    }
}

static size_t step_total(const struct node *list)
{
    size_t n = 0;

    for (const struct node *s = list ? list->first : NULL; s; s = s->next)
        n += 1 + step_total(node_get(s, "any_order"));
    return n;
}

static void build_outcomes(struct loading *l, struct policy_service *s, const struct node *list)
{
    if (!list || list->kind != NODE_LIST)
        return;
    s->outcomes = ARENA_ARRAY(l->arena, struct outcome, list->n + 1);
    for (const struct node *o = list->first; o; o = o->next)
        s->outcomes[s->n_outcomes++] = (struct outcome){ read_word(o, "id", "?"),
            node_text(o, "to"), read_bilingual(o, "title") };
}

static void build_services(struct loading *l, struct policy *p)
{
    p->n_services = section_count(l, "services");
    p->services = ARENA_ARRAY(l->arena, struct policy_service, p->n_services + 1);
    for (size_t i = 0; i < p->n_services; i++) {
        struct policy_service *s = &p->services[i];
        const struct node *n = section_entry(l, "services", i, &s->rule.id);
        const struct node *steps = node_get(n, "steps"), *apply = node_get(n, "apply");
        int group = 0;
        read_rule(n, &s->rule);
        s->format = read_word(n, "format", "in_person");
        s->calendar = node_text(n, "calendar");
        s->slot_minutes = read_int(n, "slot_minutes", 0);
        s->max_minutes = read_int(n, "max_minutes", 0);
        s->report_minutes = read_int(n, "report_minutes", 0);
        s->report_in_slot = read_bool(n, "report_in_slot", false);
        s->sessions = read_int(n, "sessions", 1);
        s->doctors = read_int(n, "doctors", 1);
        s->attendees_max = read_int(n, "attendees_max", 0);
        s->same_day_exclusive = read_bool(n, "same_day_exclusive", false);
        s->by_appointment = read_bool(n, "by_appointment", true);
        s->only_as_outcome = read_bool(n, "only_as_outcome", false);
        s->assign = read_strings(l, n, "assign");
        s->apply_by = node_text(apply, "by");
        s->apply_via = read_strings(l, apply, "via");
        s->apply_calendar = node_text(apply, "calendar");
        s->includes = read_texts(l, n, "includes");
        s->place = read_bilingual(n, "place");
        s->steps = ARENA_ARRAY(l->arena, struct policy_step, step_total(steps) + 1);
        build_steps(l, s, steps, &group, false);
        build_outcomes(l, s, node_get(n, "outcomes"));
    }
}

static void find_currency(struct loading *l)
{
    static const char *const whole[] = { "JPY", "KRW", "VND" };

    l->currency = read_word(node_get(l->root, "policy"), "currency", "JPY");
    l->currency_digits = 2;
    for (size_t i = 0; i < COUNT_OF(whole); i++)
        if (str_eq(l->currency, whole[i]))
            l->currency_digits = 0;
}

struct policy *load_build(struct loading *l)
{
    struct policy *p = ARENA_NEW(l->arena, struct policy);

    build_head(l, p);
    build_calendars(l, p);
    p->diseases = build_groups(l, "diseases", &p->n_diseases);
    p->purposes = build_groups(l, "purposes", &p->n_purposes);
    build_departments(l, p);
    build_services(l, p);
    build_people(l, p);
    build_money(l, p);
    build_rest(l, p);
    return p;
}

const struct policy *policy_load(
    const char *text, size_t bytes, struct arena *a, struct diags *found)
{
    struct loading l = { .arena = a, .diags = found };
    struct policy *p = NULL;

    load_yaml(&l, text, bytes);
    if (l.root) {
        find_currency(&l);
        load_vocabulary(&l);
        load_check(&l);
        p = load_build(&l);
        load_cross(&l, p);
        if (diags_count(found, DIAG_FAULT) == 0)
            load_later(&l, p);
    }
    diags_sort(found);
    return p && diags_count(found, DIAG_FAULT) == 0 ? p : NULL;
}

const struct policy *policy_read(const char *text, size_t bytes, struct arena *a, struct err *e)
{
    struct diags found;
    const struct policy *p;

    diags_init(&found, a);
    p = policy_load(text, bytes, a, &found);
    for (size_t i = 0; !p && i < found.n; i++)
        if (found.item[i].kind == DIAG_FAULT) {
            struct buf line;
            buf_init(&line, 1000);
            diag_text(&found.item[i], "policy", NULL, &line);
            if (line.len)
                line.p[line.len - 1] = '\0';
            err_set(
                e, ERR_INPUT, found.item[i].path, N_("the policy has a fault: %s"), line.p, NULL);
            buf_fini(&line);
            break;
        }
    return p;
}
