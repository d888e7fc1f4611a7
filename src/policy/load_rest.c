/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds clocks, reports, materials, notices, contacts and conduct. */
#include "policy/load_tree.h"

static void build_clocks(struct loading *l, struct policy *p)
{
    p->n_clocks = section_count(l, "clocks");
    p->clocks = ARENA_ARRAY(l->arena, struct policy_clock, p->n_clocks + 1);
    for (size_t i = 0; i < p->n_clocks; i++) {
        struct policy_clock *c = &p->clocks[i];
        const struct node *n = section_entry(l, "clocks", i, &c->rule.id);
        const char *path = arena_printf(l->arena, "clocks[%s]", c->rule.id);
        read_rule(n, &c->rule);
        c->from = (enum event)choose(node_text(n, "from"), EVENT_WORDS, 0);
        c->to = (enum event)choose(node_text(n, "to"), EVENT_WORDS, 0);
        c->min = read_int(n, "min", -1);
        c->max = read_int(n, "max", -1);
        c->unit = choose(node_text(n, "unit"), "day|business_day|week|month", UNIT_DAY);
        c->calendar = node_text(n, "calendar");
        c->approximate = read_bool(n, "approximate", false);
        if (c->min < 0 && c->max < 0)
            load_fault(l, n, path, N_("one of 'min' and 'max' is needed"), NULL, NULL, NULL);
        if (c->min >= 0 && c->max >= 0 && c->min > c->max)
            load_fault(l, n, path, N_("'min' is more than 'max'"), NULL, NULL, NULL);
    }
}

static void build_reports(struct loading *l, struct policy *p)
{
    p->n_reports = section_count(l, "reports");
    p->reports = ARENA_ARRAY(l->arena, struct policy_report, p->n_reports + 1);
    for (size_t i = 0; i < p->n_reports; i++) {
        struct policy_report *r = &p->reports[i];
        const struct node *n = section_entry(l, "reports", i, &r->rule.id);
        const struct node *within = node_get(n, "within");
        read_rule(n, &r->rule);
        r->to = read_strings(l, n, "to");
        r->never = read_strings(l, n, "never");
        r->via = read_strings(l, n, "via");
        r->enclose = read_strings(l, n, "enclose");
        r->contents = read_texts(l, n, "contents");
        r->time_in_slot = read_bool(n, "time_in_slot", false);
        r->within_known = within != NULL;
        r->within_after = (enum event)choose(node_text(within, "after"), EVENT_WORDS, 0);
        r->within_days = read_int(within, "days", 0);
    }
}

static void build_materials(struct loading *l, struct policy *p)
{
    p->n_materials = section_count(l, "materials");
    p->materials = ARENA_ARRAY(l->arena, struct policy_material, p->n_materials + 1);
    for (size_t i = 0; i < p->n_materials; i++) {
        struct policy_material *m = &p->materials[i];
        const struct node *n = section_entry(l, "materials", i, &m->rule.id);
        const struct node *media = node_get(n, "media");
        read_rule(n, &m->rule);
        m->kinds = read_strings(l, n, "kinds");
        m->destination = read_word(n, "destination", "visitor");
        m->media_preferred = read_strings(l, media, "preferred");
        m->media_refused = read_strings(l, media, "refused");
        m->together_with = read_strings(l, n, "together_with");
        m->receipt = read_bool(n, "receipt", true);
        m->before = node_text(n, "before");
    }
}

static void build_notices(struct loading *l, struct policy *p)
{
    p->n_notices = section_count(l, "notices");
    p->notices = ARENA_ARRAY(l->arena, struct policy_notice, p->n_notices + 1);
    for (size_t i = 0; i < p->n_notices; i++) {
        struct policy_notice *r = &p->notices[i];
        const struct node *n = section_entry(l, "notices", i, &r->rule.id);
        read_rule(n, &r->rule);
        r->at = node_text(n, "at");
        r->to = read_word(n, "to", "visitor");
        r->on = read_strings(l, n, "on");
        if (r->on.n == 0) {
            r->on.item = ARENA_ARRAY(l->arena, const char *, 1);
            r->on.item[r->on.n++] = "screen";
        }
        r->acknowledge = read_bool(n, "acknowledge", false);
        if (!node_get(n, "say"))
            load_fault(l, n, arena_printf(l->arena, "notices[%s]", r->rule.id),
                N_("the key '%s' is missing"), "say", NULL, NULL);
    }
}

static void build_contacts(struct loading *l, struct policy *p)
{
    p->n_contacts = section_count(l, "contacts");
    p->contacts = ARENA_ARRAY(l->arena, struct policy_contact, p->n_contacts + 1);
    for (size_t i = 0; i < p->n_contacts; i++) {
        struct policy_contact *c = &p->contacts[i];
        const struct node *n = section_entry(l, "contacts", i, &c->rule.id);
        read_rule(n, &c->rule);
        c->phone = node_text(n, "phone");
        c->fax = node_text(n, "fax");
        c->calendar = node_text(n, "calendar");
    }
}

void build_rest(struct loading *l, struct policy *p)
{
    const struct node *conduct = node_get(l->root, "conduct");

    build_clocks(l, p);
    build_reports(l, p);
    build_materials(l, p);
    build_notices(l, p);
    build_contacts(l, p);
    p->recording = node_text(conduct, "recording");
    p->check_in_minutes = read_int(conduct, "check_in_minutes", -1);
    p->check_in_token = read_bilingual(conduct, "check_in_token");
    p->check_in_at = read_bilingual(conduct, "check_in_at");
}
