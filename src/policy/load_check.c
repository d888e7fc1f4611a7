/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every key and value of the tree against the table; conditions are parsed here. */
#include "policy/fact_name.h"
#include "policy/load_tree.h"
#include "text/safe.h"

enum { PLACES_MAX = 4000 };

static void check_keys(struct loading *l, struct node *map, const struct key_spec *keys, size_t n,
    bool rule, const char *path);

static void offer(void *to, const char *word)
{
    nearest_offer(to, word);
}

struct listing {
    struct buf *out;
};

static void list_word(void *to, const char *word)
{
    struct listing *list = to;

    words_listed(list->out, word);
}

static const char *path_join(struct loading *l, const char *path, const char *key)
{
    return *path ? arena_printf(l->arena, "%s.%s", path, key) : key;
}

static bool want(struct loading *l, const struct node *n, enum node_kind kind, const char *path)
{
    static const char *const sentences[] = {
        [NODE_TEXT] = N_("one value is expected here, not a list or a map"),
        [NODE_LIST] = N_("a list is expected here: [ .. ] or lines that begin with '- '"),
        [NODE_MAP] = N_("keys with values are expected here: { key: value }"),
    };

    if (n->kind != kind) {
        load_fault(l, n, path, sentences[kind], NULL, NULL, NULL);
        return false;
    }
    if (kind == NODE_TEXT && !*n->text) {
        load_fault(l, n, path, N_("the value is missing"), NULL, NULL, NULL);
        return false;
    }
    return true;
}

/* "'bokking' is none of the steps; did you mean 'booking'?" */
static void wrong_word(struct loading *l, const struct node *n, const char *path, const char *words)
{
    struct nearest near;
    struct buf list;

    nearest_start(&near, n->text);
    words_each(words, offer, &near);
    if (near.best[0]) {
        load_fault(l, n, path, N_("'%s' is not allowed here; did you mean '%s'?"), n->text,
            near.best, NULL);
        return;
    }
    buf_init(&list, 600);
    words_each(words, list_word, &(struct listing){ &list });
    load_fault(l, n, path, N_("'%s' is not allowed here; allowed: %s"), n->text, list.p, NULL);
    buf_fini(&list);
}

static void check_ref(
    struct loading *l, const struct node *n, const char *section, const char *path)
{
    struct nearest near;

    if (l->vocabulary.has(l->vocabulary.arg, section, n->text))
        return;
    nearest_start(&near, n->text);
    l->vocabulary.each(l->vocabulary.arg, section, offer, &near);
    if (near.best[0])
        load_fault(l, n, path, N_("'%s' is not in the section %s; did you mean '%s'?"), n->text,
            section, near.best);
    else
        load_fault(l, n, path, N_("'%s' is not in the section %s"), n->text, section, NULL);
}

static void check_step(struct loading *l, const struct node *n, const char *path)
{
    struct nearest near;

    if (l->vocabulary.has(l->vocabulary.arg, "steps", n->text))
        return;
    if (word_in(STEP_WORDS, n->text)) {
        load_fault(l, n, path, N_("the step '%s' is in no service's steps"), n->text, NULL, NULL);
        return;
    }
    nearest_start(&near, n->text);
    l->vocabulary.each(l->vocabulary.arg, "steps", offer, &near);
    if (near.best[0])
        load_fault(l, n, path, N_("'%s' is no step; did you mean '%s'?"), n->text, near.best, NULL);
    else
        load_fault(l, n, path, N_("'%s' is no step of a service"), n->text, NULL, NULL);
}

static void check_int(
    struct loading *l, const struct node *n, const struct key_spec *k, const char *path)
{
    int64_t v, max = k->min == 0 && k->max == 0 ? 1000000 : k->max;
    char from[32], to[32];

    if (str_int(n->text, &v) && v >= k->min && v <= max && !(n->text[0] == '0' && n->text[1]))
        return;
    snprintf(from, sizeof from, "%lld", (long long)k->min);
    snprintf(to, sizeof to, "%lld", (long long)max);
    load_fault(l, n, path, N_("'%s' is not a whole number from %s to %s"), n->text, from, to);
}

bool read_amount(const char *text, int digits, yen *out)
{
    int64_t v = 0;
    int after = -1; /* digits after the point */

    if (*text < '0' || *text > '9' || (*text == '0' && text[1] && text[1] != '.'))
        return false;
    for (; *text; text++) {
        if (*text == '.' && after < 0 && text[1]) {
            after = 0;
            continue;
        }
        if (*text < '0' || *text > '9' || after == digits)
            return false;
        after += after >= 0;
        if (__builtin_mul_overflow(v, 10, &v) || __builtin_add_overflow(v, *text - '0', &v))
            return false;
    }
    for (after = after < 0 ? 0 : after; after < digits; after++)
        if (__builtin_mul_overflow(v, 10, &v))
            return false;
    *out = YEN(v);
    return v <= 1000000000000;
}

static void check_amount(struct loading *l, const struct node *n, const char *path)
{
    yen amount;

    if (read_amount(n->text, l->currency_digits, &amount))
        return;
    if (n->text[0] > '0' && strspn(n->text, "0123456789") == strlen(n->text))
        load_fault(l, n, path, N_("'%s' is too large for an amount"), n->text, NULL, NULL);
    else
        load_fault(l, n, path, N_("'%s' is not an amount in %s: digits only, as 33000"), n->text,
            l->currency, NULL);
}

static void check_text(struct loading *l, const struct node *n, const char *path)
{
    struct safe_finding found;

    if (!safe_check(n->text, true, &found))
        load_fault(
            l, n, path, N_("the text holds a control or invisible character"), NULL, NULL, NULL);
}

static void check_bilingual(struct loading *l, struct node *n, const char *path)
{
    static const struct key_spec both[]
        = { { "ja", .type = KEY_TEXT }, { "en", .type = KEY_TEXT } };

    if (n->kind != NODE_MAP) {
        load_fault(
            l, n, path, N_("both languages are needed: { ja: .., en: .. }"), NULL, NULL, NULL);
        return;
    }
    check_keys(l, n, both, COUNT_OF(both), false, path);
    for (size_t i = 0; i < COUNT_OF(both); i++)
        if (!node_get(n, both[i].name))
            load_fault(l, n, path, N_("both languages are needed: '%s' is missing"), both[i].name,
                NULL, NULL);
}

static void check_due(struct loading *l, struct node *n, const char *path)
{
    static const struct key_spec keys[] = { { "before", .type = KEY_EVENT },
        { "after", .type = KEY_EVENT }, { "days", KEY_INT, .max = 1000, .required = true } };

    if (n->kind == NODE_TEXT) {
        if (want(l, n, NODE_TEXT, path) && !str_eq(n->text, "none"))
            check_step(l, n, path);
        return;
    }
    if (!want(l, n, NODE_MAP, path))
        return;
    check_keys(l, n, keys, COUNT_OF(keys), false, path);
    if (!node_get(n, "before") == !node_get(n, "after"))
        load_fault(l, n, path, N_("one of 'before' and 'after' is needed, with an event"), NULL,
            NULL, NULL);
}

static void check_step_list(struct loading *l, struct node *n, const char *path, bool inner)
{
    static const struct key_spec own[]
        = { { "own", KEY_TEXT, .required = true }, { "title", KEY_BILINGUAL, .required = true } };

    for (struct node *s = n->first; s; s = s->next) {
        if (s->kind == NODE_TEXT) {
            if (want(l, s, NODE_TEXT, path) && !word_in(STEP_WORDS, s->text))
                wrong_word(l, s, path, STEP_WORDS);
        } else if (s->kind == NODE_MAP && node_get(s, "own")) {
            check_keys(l, s, own, COUNT_OF(own), false, path);
            const char *id = node_text(s, "own");
            if (id && (!id_is_good(id) || word_in(STEP_WORDS, id)))
                load_fault(
                    l, s, path, N_("'%s' cannot be the name of an own step"), id, NULL, NULL);
        } else if (s->kind == NODE_MAP && !inner && node_get(s, "any_order") && s->n == 1) {
            if (want(l, s->first, NODE_LIST, path))
                check_step_list(l, s->first, path, true);
        } else {
            load_fault(l, s, path,
                N_("a step is a name, { any_order: [ .. ] } or { own: ID, title: .. }"), NULL, NULL,
                NULL);
        }
    }
}

static void check_accept(struct loading *l, struct node *n, const char *path)
{
    if (n->kind == NODE_TEXT) {
        if (want(l, n, NODE_TEXT, path) && !word_in("all|none|ask", n->text))
            wrong_word(l, n, path, "all|none|ask");
        return;
    }
    if (!want(l, n, NODE_LIST, path))
        return;
    for (struct node *d = n->first; d; d = d->next)
        if (want(l, d, NODE_TEXT, path))
            check_ref(l, d, "diseases", path);
}

static void check_rates(
    struct loading *l, struct node *n, const struct key_spec *k, const char *path)
{
    if (n->kind == NODE_TEXT && str_eq(n->text, "law"))
        return;
    if (n->kind != NODE_LIST || !n->first) {
        load_fault(
            l, n, path, N_("rates are 'law' or a list of { from, percent }"), NULL, NULL, NULL);
        return;
    }
    for (struct node *r = n->first; r; r = r->next)
        if (want(l, r, NODE_MAP, path))
            check_keys(l, r, k->keys, k->n_keys, false, path);
}

static void check_tiers(struct loading *l, struct node *n, const char *path)
{
    int64_t minutes, last = 0;

    if (!want(l, n, NODE_MAP, path))
        return;
    if (!n->first)
        load_fault(l, n, path, N_("the value is missing"), NULL, NULL, NULL);
    for (struct node *t = n->first; t; t = t->next) {
        if (!str_int(t->key->text, &minutes) || minutes <= last || minutes > 960)
            load_fault(l, t->key, path, N_("tiers are minutes in rising order: '%s' is not"),
                t->key->text, NULL, NULL);
        else
            last = minutes;
        if (want(l, t, NODE_TEXT, path))
            check_amount(l, t, path);
    }
}

static void check_one(struct loading *l, struct node *n, const struct key_spec *k, const char *path)
{
    struct fact_ref r;
    enum fact_type type;
    struct err e = ERR_INIT;
    day d;

    if (!want(l, n, NODE_TEXT, path))
        return;
    switch (k->type) {
    case KEY_TEXT:
    case KEY_TEXTS:
        check_text(l, n, path);
        break;
    case KEY_ID:
    case KEY_IDS:
        if (!id_is_good(n->text))
            load_fault(l, n, path, N_("'%s' is no good id: a letter, then letters, digits and _"),
                n->text, NULL, NULL);
        break;
    case KEY_BOOL:
        if (!word_in("yes|no", n->text))
            wrong_word(l, n, path, "yes|no");
        break;
    case KEY_INT:
        check_int(l, n, k, path);
        break;
    case KEY_AMOUNT:
        check_amount(l, n, path);
        break;
    case KEY_DATE:
        if (!day_parse_iso(n->text, &d))
            load_fault(
                l, n, path, N_("'%s' is no date: write it as 2026-04-01"), n->text, NULL, NULL);
        break;
    case KEY_CONDITION:
        n->condition = condition_parse(
            n->text, &l->vocabulary, n->line, n->column + !n->plain, path, l->diags, l->arena);
        break;
    case KEY_WORD:
    case KEY_WORDS:
        if (!word_in(k->words, n->text))
            wrong_word(l, n, path, k->words);
        break;
    case KEY_EVENT:
        if (!word_in(EVENT_WORDS, n->text))
            wrong_word(l, n, path, EVENT_WORDS);
        break;
    case KEY_REF:
    case KEY_REFS:
        check_ref(l, n, k->words, path);
        break;
    case KEY_STEP_OR:
        if (!word_in(k->words, n->text))
            check_step(l, n, path);
        break;
    case KEY_STEP:
        check_step(l, n, path);
        break;
    case KEY_FACT:
        if (!fact_name_find(n->text, &l->vocabulary, &r, &type, l->arena, &e))
            diag_add(l->diags, DIAG_FAULT, n->line, n->column, path, &e.msg);
        else if (type != FACT_TYPE_NUMBER || fact_info(r.id)->several)
            load_fault(l, n, path, N_("%s is no number that can be counted"), n->text, NULL, NULL);
        break;
    default:
        BUG_IF(true);
    }
}

static void check_several(
    struct loading *l, struct node *n, const struct key_spec *k, const char *path)
{
    if (n->kind != NODE_LIST) {
        check_one(l, n, k, path);
        return;
    }
    if (!n->first)
        load_fault(
            l, n, path, N_("the list is empty: leave the key out instead"), NULL, NULL, NULL);
    for (struct node *one = n->first; one; one = one->next)
        check_one(l, one, k, path);
}

static void check_entries(
    struct loading *l, struct node *n, const struct key_spec *k, const char *path)
{
    if (!want(l, n, NODE_LIST, path))
        return;
    for (struct node *one = n->first; one; one = one->next)
        if (k->type == KEY_BILINGUALS)
            check_bilingual(l, one, path);
        else if (want(l, one, NODE_MAP, path))
            check_keys(l, one, k->keys, k->n_keys, false, path);
}

static void check_within(struct loading *l, struct node *n, const char *path)
{
    static const struct key_spec keys[] = { { "after", KEY_EVENT, .required = true },
        { "days", KEY_INT, .max = 1000, .required = true } };

    if (want(l, n, NODE_MAP, path))
        check_keys(l, n, keys, COUNT_OF(keys), false, path);
}

static void check_value(
    struct loading *l, struct node *n, const struct key_spec *k, const char *path)
{
    switch (k->type) {
    case KEY_BILINGUAL:
        check_bilingual(l, n, path);
        break;
    case KEY_BILINGUALS:
    case KEY_LIST:
        check_entries(l, n, k, path);
        break;
    case KEY_MAP:
        if (want(l, n, NODE_MAP, path))
            check_keys(l, n, k->keys, k->n_keys, false, path);
        break;
    case KEY_IDS:
    case KEY_WORDS:
    case KEY_TEXTS:
    case KEY_REFS:
        check_several(l, n, k, path);
        break;
    case KEY_DUE:
        check_due(l, n, path);
        break;
    case KEY_WITHIN:
        check_within(l, n, path);
        break;
    case KEY_STEPS:
        if (want(l, n, NODE_LIST, path))
            check_step_list(l, n, path, false);
        break;
    case KEY_TIERS:
        check_tiers(l, n, path);
        break;
    case KEY_ACCEPT:
        check_accept(l, n, path);
        break;
    case KEY_RATES:
        check_rates(l, n, k, path);
        break;
    case KEY_SUSPENDED:
        if (n->kind == NODE_MAP)
            check_keys(l, n, k->keys, k->n_keys, false, path);
        else if (want(l, n, NODE_TEXT, path) && !str_eq(n->text, "yes"))
            wrong_word(l, n, path, "yes");
        break;
    case KEY_HOURS:
    case KEY_CLOSED:
    case KEY_OPEN_ONLY:
        load_calendar_keys(l, n, k->type, path);
        break;
    default:
        check_one(l, n, k, path);
    }
}

static const struct key_spec *find_key(
    const struct key_spec *keys, size_t n, bool rule, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(keys[i].name, name))
            return &keys[i];
    for (size_t i = 0; rule && i < RULE_KEYS_COUNT; i++)
        if (str_eq(RULE_KEYS[i].name, name))
            return &RULE_KEYS[i];
    return NULL;
}

static void unknown_key(struct loading *l, const struct node *key, const struct key_spec *keys,
    size_t n, bool rule, const char *path)
{
    struct nearest near;
    struct buf list;

    nearest_start(&near, key->text);
    buf_init(&list, 1000);
    for (size_t i = 0; i < n + (rule ? RULE_KEYS_COUNT : 0); i++) {
        const char *name = i < n ? keys[i].name : RULE_KEYS[i - n].name;
        nearest_offer(&near, name);
        words_listed(&list, name);
    }
    if (near.best[0])
        load_fault(
            l, key, path, N_("unknown key '%s'; did you mean '%s'?"), key->text, near.best, NULL);
    else
        load_fault(l, key, path, N_("unknown key '%s'; allowed: %s"), key->text, list.p, NULL);
    buf_fini(&list);
}

static void check_keys(struct loading *l, struct node *map, const struct key_spec *keys, size_t n,
    bool rule, const char *path)
{
    if (l->diags->n > PLACES_MAX)
        return;
    for (struct node *v = map->first; v; v = v->next) {
        const struct key_spec *k = find_key(keys, n, rule, v->key->text);
        if (k)
            check_value(l, v, k, path_join(l, path, k->name));
        else
            unknown_key(l, v->key, keys, n, rule, path);
    }
    for (size_t i = 0; i < n; i++)
        if (keys[i].required && !node_get(map, keys[i].name))
            load_fault(l, map, path, N_("the key '%s' is missing"), keys[i].name, NULL, NULL);
}

static void check_id(struct loading *l, const struct node *entry, const struct node *at,
    const char *id, const char *path, const struct node *section)
{
    char line[16];

    if (!id_is_good(id))
        load_fault(l, at, path, N_("'%s' is no good id: a letter, then letters, digits and _"), id,
            NULL, NULL);
    for (const struct node *other = section->first; other && other != entry; other = other->next)
        if (str_eq(node_text(other, "id"), id)) {
            snprintf(line, sizeof line, "%d", other->line);
            load_fault(l, at, path, N_("the id '%s' is already used in line %s"), id, line, NULL);
        }
}

static void check_list_section(
    struct loading *l, struct node *section, const struct section_spec *spec)
{
    size_t i = 0;

    if (!want(l, section, NODE_LIST, spec->name))
        return;
    for (struct node *entry = section->first; entry; entry = entry->next, i++) {
        const char *id = node_text(entry, "id");
        const char *path = id && *id ? arena_printf(l->arena, "%s[%s]", spec->name, id)
                                     : arena_printf(l->arena, "%s[%zu]", spec->name, i);
        struct key_spec keys[40] = { { "id", KEY_ID, .required = true } };
        if (!want(l, entry, NODE_MAP, path))
            continue;
        BUG_IF(spec->n_keys + 1 > COUNT_OF(keys));
        memcpy(keys + 1, spec->keys, sizeof *spec->keys * spec->n_keys);
        check_keys(l, entry, keys, spec->n_keys + 1, spec->rule, path);
        if (id && id_is_good(id))
            check_id(l, entry, node_get(entry, "id"), id, path, section);
    }
}

static void check_map_section(
    struct loading *l, struct node *section, const struct section_spec *spec)
{
    if (!want(l, section, NODE_MAP, spec->name))
        return;
    for (struct node *entry = section->first; entry; entry = entry->next) {
        const char *path = arena_printf(l->arena, "%s.%s", spec->name, entry->key->text);
        if (!id_is_good(entry->key->text))
            load_fault(l, entry->key, path,
                N_("'%s' is no good id: a letter, then letters, digits and _"), entry->key->text,
                NULL, NULL);
        if (want(l, entry, NODE_MAP, path))
            check_keys(l, entry, spec->keys, spec->n_keys, spec->rule, path);
    }
}

void load_check(struct loading *l)
{
    struct nearest near;

    for (struct node *section = l->root->first; section; section = section->next) {
        const struct section_spec *spec = section_spec(section->key->text);
        if (!spec) {
            nearest_start(&near, section->key->text);
            for (size_t i = 0; i < SECTIONS_COUNT; i++)
                nearest_offer(&near, SECTIONS[i].name);
            if (near.best[0])
                load_fault(l, section->key, "", N_("unknown section '%s'; did you mean '%s'?"),
                    section->key->text, near.best, NULL);
            else
                load_fault(l, section->key, "", N_("unknown section '%s'"), section->key->text,
                    NULL, NULL);
        } else if (spec->form == SECTION_ONE) {
            if (want(l, section, NODE_MAP, spec->name))
                check_keys(l, section, spec->keys, spec->n_keys, false, spec->name);
        } else if (spec->form == SECTION_LIST) {
            check_list_section(l, section, spec);
        } else {
            check_map_section(l, section, spec);
        }
    }
    if (!node_get(l->root, "policy"))
        load_fault(l, l->root, "", N_("the section 'policy' is missing"), NULL, NULL, NULL);
    if (!node_get(l->root, "services"))
        load_fault(l, l->root, "", N_("the section 'services' is missing"), NULL, NULL, NULL);
}
