/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/condition_tree.h"

/* What an evaluation looks at and where it leaves its traces (NULL = not wanted). */
struct seen {
    const struct facts *facts;
    struct arena *arena;
    struct fact_refs *unknown, *because;
};

void fact_refs_add(struct fact_refs *list, struct fact_ref r, struct arena *a)
{
    for (size_t i = 0; i < list->n; i++)
        if (fact_ref_eq(list->item[i], r))
            return;
    list->item = arena_grow(a, list->item, list->n, &list->cap, sizeof *list->item);
    list->item[list->n++] = r;
}

static int rank(struct fact_ref r, const char *word)
{
    const struct fact_info *info = fact_info(r.id);

    for (size_t i = 0; i < info->n_words; i++)
        if (str_eq(info->words[i].id, word))
            return (int)i;
    return -1;
}

static bool value_is(
    const struct cond *c, const struct fact_value *v, const struct cond_value *want)
{
    if (c->type == FACT_TYPE_NUMBER || c->type == FACT_TYPE_DATE) {
        if (!want->word && c->type == FACT_TYPE_DATE)
            return v->number == want->number && !str_eq(v->word, "unclear");
        if (want->word || (v->word && fact_word(c->fact.id, v->word)))
            return str_eq(v->word, want->word);
        return !str_eq(v->word, "unclear") && v->number == want->number;
    }
    return str_eq(v->word, want->word);
}

static bool value_among(const struct cond *c, const struct fact_value *v)
{
    for (size_t i = 0; i < c->n_values; i++)
        if (value_is(c, v, &c->values[i]))
            return true;
    return false;
}

/* A value without order ("unclear", a degree of "none") fulfils no order comparison but "farther".
 */
static bool value_ordered(const struct cond *c, const struct fact_value *v)
{
    int64_t left = v->number, right = c->values[0].number;

    if (c->type == FACT_TYPE_WORD) {
        left = rank(c->fact, v->word);
        right = rank(c->fact, c->values[0].word);
    } else if (v->word && c->type == FACT_TYPE_NUMBER && !str_int(v->word, &left)) {
        if (!str_eq(v->word, "none"))
            return false;
        left = INT64_MAX;
    } else if (str_eq(v->word, "unclear")) {
        return false;
    }
    switch (c->op) {
    case COND_LESS:
        return left < right;
    case COND_AT_MOST:
        return left <= right;
    case COND_MORE:
        return left > right;
    default:
        return left >= right;
    }
}

/* All values fulfil it / at least one does; unknown ones leave it open unless a known one decides.
 */
static enum truth quantify(const struct cond *c, const struct fact_values *v, bool all,
    bool (*holds)(const struct cond *, const struct fact_value *))
{
    for (size_t i = 0; i < v->n; i++)
        if (holds(c, &v->item[i]) != all)
            return all ? TRUTH_NO : TRUTH_YES;
    if (v->partly)
        return TRUTH_UNKNOWN;
    return all ? TRUTH_YES : TRUTH_NO;
}

static enum truth opposite(enum truth t)
{
    return t == TRUTH_YES ? TRUTH_NO : t == TRUTH_NO ? TRUTH_YES : TRUTH_UNKNOWN;
}

static enum truth compare(const struct cond *c, const struct fact_values *v)
{
    if (v->unknown)
        return TRUTH_UNKNOWN;
    switch (c->op) {
    case COND_EQUAL:
    case COND_IN:
        return quantify(c, v, false, value_among);
    case COND_NOT_EQUAL:
        return opposite(quantify(c, v, false, value_among));
    case COND_ONLY:
        return v->n == 0 && !v->partly ? TRUTH_NO : quantify(c, v, true, value_among);
    default:
        return quantify(c, v, true, value_ordered);
    }
}

static enum truth eval(const struct seen *s, const struct cond *c);

static enum truth eval_comparison(const struct seen *s, const struct cond *c)
{
    struct fact_values v = facts_values(s->facts, c->fact, s->arena);
    enum truth t;

    if (c->op == COND_IS_SET)
        t = v.unknown || (v.n == 0 && v.partly) ? TRUTH_NO : TRUTH_YES;
    else
        t = compare(c, &v);
    if (t == TRUTH_UNKNOWN && s->unknown)
        fact_refs_add(s->unknown, c->fact, s->arena);
    if (t != TRUTH_UNKNOWN && s->because)
        fact_refs_add(s->because, c->fact, s->arena);
    return t;
}

/* Children without their traces first, then the traces of those that decide: for a known result the
 * first deciding child, or all when all were needed; for an unknown one every unknown child. */
static enum truth eval_joined(const struct seen *s, const struct cond *c)
{
    const struct seen quiet = { s->facts, s->arena, NULL, NULL };
    enum truth deciding = c->kind == COND_AND ? TRUTH_NO : TRUTH_YES;
    enum truth result = opposite(deciding);

    for (const struct cond *k = c->first; k; k = k->next) {
        enum truth t = eval(&quiet, k);
        if (t == deciding) {
            eval(s, k);
            return deciding;
        }
        if (t == TRUTH_UNKNOWN)
            result = TRUTH_UNKNOWN;
    }
    for (const struct cond *k = c->first; k; k = k->next) {
        if (result == TRUTH_UNKNOWN && eval(&quiet, k) != TRUTH_UNKNOWN)
            continue;
        eval(s, k);
    }
    return result;
}

static enum truth eval(const struct seen *s, const struct cond *c)
{
    switch (c->kind) {
    case COND_NOT:
        return opposite(eval(s, c->first));
    case COND_AND:
    case COND_OR:
        return eval_joined(s, c);
    default:
        return eval_comparison(s, c);
    }
}

enum truth condition_eval(const struct condition *c, const struct facts *f, struct arena *a,
    struct fact_refs *unknown, struct fact_refs *because)
{
    struct seen s = { f, a, unknown, because };

    return c ? eval(&s, c->root) : TRUTH_YES;
}

static void walk(const struct cond *c, void (*visit)(const struct cond *, void *), void *to)
{
    visit(c, to);
    for (const struct cond *k = c->first; k; k = k->next)
        walk(k, visit, to);
}

static void find_is_set(const struct cond *c, void *to)
{
    if (c->kind == COND_COMPARISON && c->op == COND_IS_SET)
        *(bool *)to = true;
}

bool condition_uses_is_set(const struct condition *c)
{
    bool found = false;

    if (c)
        walk(c->root, find_is_set, &found);
    return found;
}

const char *condition_text(const struct condition *c)
{
    return c ? c->text : "";
}
