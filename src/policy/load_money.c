/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds prices and plans, and says what a shape lacks. */
#include "policy/fact_name.h"
#include "policy/load_tree.h"

/* Which keys a shape needs and which others it takes: a key of another shape would be ignored
 * silently. */
static const struct {
    const char *needs[3], *takes[4];
} SHAPES[] = {
    [SHAPE_FLAT] = { { "amount" }, { "minutes" } },
    [SHAPE_TIMED] = { { "base_minutes", "base", "unit_minutes" },
        { "unit", "unit_at_least", "started_unit", "max_minutes" } },
    [SHAPE_TIERS] = { { "tiers" }, { NULL } },
    [SHAPE_PER] = { { "count", "amount" }, { NULL } },
    [SHAPE_RANGE] = { { "min", "max" }, { "basis" } },
    [SHAPE_FROM] = { { "min" }, { NULL } },
    [SHAPE_QUOTE] = { { NULL }, { "min" } },
    [SHAPE_FORMULA] = { { "points" }, { "yen_per_point", "tax", "floor_to" } },
    [SHAPE_FREE] = { { NULL }, { NULL } },
    [SHAPE_OUTSIDE] = { { NULL }, { NULL } },
};
static const char *const SHAPE_KEYS[] = { "amount", "minutes", "base_minutes", "base",
    "unit_minutes", "unit", "unit_at_least", "started_unit", "max_minutes", "tiers", "count", "min",
    "max", "basis", "points", "yen_per_point", "tax", "floor_to" };

static bool named(const char *const *list, size_t n, const char *key)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(list[i], key))
            return true;
    return false;
}

static void check_shape(struct loading *l, const struct node *n, enum shape shape, const char *path)
{
    for (size_t i = 0; i < COUNT_OF(SHAPES[shape].needs) && SHAPES[shape].needs[i]; i++)
        if (!node_get(n, SHAPES[shape].needs[i]))
            load_fault(l, n, path, N_("the shape '%s' needs the key '%s'"), shape_id(shape),
                SHAPES[shape].needs[i], NULL);
    if (shape == SHAPE_TIMED && !node_get(n, "unit"))
        load_fault(l, n, path, N_("the shape '%s' needs the key '%s'"), "timed", "unit", NULL);
    for (size_t i = 0; i < COUNT_OF(SHAPE_KEYS); i++)
        if (node_get(n, SHAPE_KEYS[i]) && !named(SHAPES[shape].needs, 3, SHAPE_KEYS[i])
            && !named(SHAPES[shape].takes, 4, SHAPE_KEYS[i]))
            load_fault(l, node_get(n, SHAPE_KEYS[i])->key, path,
                N_("the key '%s' has no meaning for the shape '%s'"), SHAPE_KEYS[i],
                shape_id(shape), NULL);
}

static void build_tiers(struct loading *l, struct policy_price *r, const struct node *tiers)
{
    int64_t minutes;

    if (!tiers || tiers->kind != NODE_MAP)
        return;
    r->tiers = ARENA_ARRAY(l->arena, struct tier, tiers->n + 1);
    for (const struct node *t = tiers->first; t; t = t->next) {
        struct tier *one = &r->tiers[r->n_tiers];
        if (t->kind == NODE_TEXT && str_int(t->key->text, &minutes) && minutes > 0 && minutes <= 960
            && read_amount(t->text, l->currency_digits, &one->amount)) {
            one->minutes = (int)minutes;
            r->n_tiers++;
        }
    }
}

static void build_price(struct loading *l, const struct node *n, struct policy_price *r)
{
    enum fact_type type;

    read_rule(n, &r->rule);
    r->shape = (enum shape)choose(node_text(n, "shape"),
        "flat|timed|tiers|per|range|from|quote|formula|free|outside", SHAPE_QUOTE);
    r->payer = node_text(n, "payer");
    r->optional = read_bool(n, "optional", false);
    r->stackable = read_bool(n, "stackable", false);
    r->includes = read_texts(l, n, "includes");
    r->amount = read_money(l, n, "amount");
    r->min = read_money(l, n, "min");
    r->max = read_money(l, n, "max");
    r->minutes = read_int(n, "minutes", 0);
    r->base_minutes = read_int(n, "base_minutes", 0);
    r->base = read_money(l, n, "base");
    r->unit_minutes = read_int(n, "unit_minutes", 0);
    r->unit = read_money(l, n, "unit");
    r->unit_at_least = read_bool(n, "unit_at_least", false);
    r->started_unit = read_bool(n, "started_unit", true);
    r->max_minutes = read_int(n, "max_minutes", 0);
    r->basis = node_text(n, "basis");
    r->points = read_int(n, "points", 0);
    r->yen_per_point = read_int(n, "yen_per_point", 10);
    r->formula_tax = read_bool(n, "tax", true);
    r->floor_to = read_int(n, "floor_to", 0);
    build_tiers(l, r, node_get(n, "tiers"));
    if (node_text(n, "count"))
        fact_name_find(node_text(n, "count"), &l->vocabulary, &r->count, &type, l->arena, NULL);
}

static void build_prices(struct loading *l, struct policy *p)
{
    p->n_prices = section_count(l, "prices");
    p->has_prices = node_get(l->root, "prices") != NULL;
    p->prices = ARENA_ARRAY(l->arena, struct policy_price, p->n_prices + 1);
    for (size_t i = 0; i < p->n_prices; i++) {
        struct policy_price *r = &p->prices[i];
        const struct node *n = section_entry(l, "prices", i, &r->rule.id);
        const char *path = arena_printf(l->arena, "prices[%s]", r->rule.id);
        build_price(l, n, r);
        if (str_eq(node_text(n, "shape"), shape_id(r->shape))) /* of a misspelt shape nothing can be said */
            check_shape(l, n, r->shape, path);
        if (r->shape == SHAPE_RANGE && r->min.v > r->max.v && r->max.v >= 0)
            load_fault(l, n, path, N_("'min' is more than 'max'"), NULL, NULL, NULL);
    }
}

static void build_parts(
    struct loading *l, struct policy_plan *r, const struct node *list, const char *path)
{
    if (!list || list->kind != NODE_LIST)
        return;
    r->parts = ARENA_ARRAY(l->arena, struct plan_part, list->n + 1);
    for (const struct node *n = list->first; n; n = n->next) {
        struct plan_part *part = &r->parts[r->n_parts++];
        bool amount = node_get(n, "amount"), percent = node_get(n, "percent"),
             rest = node_get(n, "rest");
        if (amount + percent + rest != 1)
            load_fault(l, n, path, N_("a part has one of 'amount', 'percent' and 'rest'"), NULL,
                NULL, NULL);
        part->kind = amount ? PART_AMOUNT : percent ? PART_PERCENT : PART_REST;
        part->amount = read_money(l, n, "amount");
        part->percent = read_int(n, "percent", 0);
        part->due = read_due(n, "due");
        part->refundable = read_bool(n, "refundable", true);
    }
}

static void build_plans(struct loading *l, struct policy *p)
{
    p->n_plans = section_count(l, "plans");
    p->has_plans = node_get(l->root, "plans") != NULL;
    p->plans = ARENA_ARRAY(l->arena, struct policy_plan, p->n_plans + 1);
    for (size_t i = 0; i < p->n_plans; i++) {
        struct policy_plan *r = &p->plans[i];
        const struct node *n = section_entry(l, "plans", i, &r->rule.id);
        read_rule(n, &r->rule);
        r->method = read_strings(l, n, "method");
        r->due = read_due(n, "due");
        r->blocks = node_text(n, "blocks");
        r->collect_at = read_word(n, "collect_at", "counter");
        r->ledger = node_text(n, "ledger");
        build_parts(
            l, r, node_get(n, "parts"), arena_printf(l->arena, "plans[%s].parts", r->rule.id));
    }
}

void build_money(struct loading *l, struct policy *p)
{
    build_prices(l, p);
    build_plans(l, p);
}
