/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of the checked tree for the builders. What is missing or was faulty gives the default: the
 * fault is already reported, and building on shows the faults that only whole entries have. */
#include "policy/load_tree.h"

const char *read_word(const struct node *map, const char *key, const char *fallback)
{
    const char *text = node_text(map, key);

    return str_empty(text) ? fallback : text;
}

bool read_bool(const struct node *map, const char *key, bool fallback)
{
    const char *text = node_text(map, key);

    return str_eq(text, "yes") || (!str_eq(text, "no") && fallback);
}

int read_int(const struct node *map, const char *key, int fallback)
{
    const char *text = node_text(map, key);
    int64_t v;

    return text && str_int(text, &v) && v >= 0 && v <= 1000000 ? (int)v : fallback;
}

yen read_money(struct loading *l, const struct node *map, const char *key)
{
    const char *text = node_text(map, key);
    yen y;

    return text && read_amount(text, l->currency_digits, &y) ? y : YEN(-1);
}

day read_day(const struct node *map, const char *key)
{
    const char *text = node_text(map, key);
    day d;

    return text && day_parse_iso(text, &d) ? d : DAY_NONE;
}

struct bilingual read_bilingual(const struct node *map, const char *key)
{
    const struct node *n = node_get(map, key);

    return (struct bilingual){ node_text(n, "ja"), node_text(n, "en") };
}

struct texts read_texts(struct loading *l, const struct node *map, const char *key)
{
    const struct node *list = node_get(map, key);
    struct texts t = { 0 };

    if (!list || list->kind != NODE_LIST || list->n == 0)
        return t;
    t.item = ARENA_ARRAY(l->arena, struct bilingual, list->n);
    for (const struct node *n = list->first; n; n = n->next)
        t.item[t.n++] = (struct bilingual){ node_text(n, "ja"), node_text(n, "en") };
    return t;
}

struct strings read_strings(struct loading *l, const struct node *map, const char *key)
{
    const struct node *list = node_get(map, key);
    struct strings s = { 0 };

    if (!list || list->kind == NODE_MAP)
        return s;
    s.item = ARENA_ARRAY(l->arena, const char *, list->n + 1);
    if (list->kind == NODE_TEXT)
        s.item[s.n++] = list->text;
    for (const struct node *n = list->first; n; n = n->next)
        if (n->kind == NODE_TEXT)
            s.item[s.n++] = n->text;
    return s;
}

struct condition *read_condition(const struct node *map, const char *key)
{
    const struct node *n = node_get(map, key);

    return n ? n->condition : NULL;
}

struct due read_due(const struct node *map, const char *key)
{
    const struct node *n = node_get(map, key);
    struct due d = { .kind = DUE_DEFAULT };
    const char *event;

    if (!n)
        return d;
    if (n->kind == NODE_TEXT) {
        d.kind = str_eq(n->text, "none") ? DUE_NEVER : DUE_STEP;
        d.step = d.kind == DUE_STEP ? n->text : NULL;
        return d;
    }
    d.before = node_text(n, "before") != NULL;
    event = node_text(n, d.before ? "before" : "after");
    if (event && event_of(event, &d.event)) {
        d.kind = DUE_EVENT;
        d.days = read_int(n, "days", 0);
    }
    return d;
}

unsigned choose(const char *word, const char *words, unsigned fallback)
{
    unsigned at = 0;

    for (const char *w = words; word && *w; at++) {
        size_t n = strcspn(w, "|");
        if (strlen(word) == n && memcmp(w, word, n) == 0)
            return at;
        w += n + (w[n] == '|');
    }
    return fallback;
}

enum override_by read_override(const struct node *map, const char *key, enum override_by fallback)
{
    return (enum override_by)choose(
        node_text(map, key), "none|clerk|department|supervisor", (unsigned)fallback);
}

void read_rule(const struct node *entry, struct rule *r)
{
    r->line = entry->line;
    r->when = read_condition(entry, "when");
    r->title = read_bilingual(entry, "title");
    r->say = read_bilingual(entry, "say");
    r->why = read_bilingual(entry, "why");
}

size_t section_count(const struct loading *l, const char *section)
{
    const struct node *n = node_get(l->root, section);
    enum node_kind kind = section_spec(section)->form == SECTION_LIST ? NODE_LIST : NODE_MAP;
    size_t count = 0;

    for (const struct node *e = n && n->kind == kind ? n->first : NULL; e; e = e->next)
        count += e->kind == NODE_MAP;
    return count;
}

struct node *section_entry(const struct loading *l, const char *section, size_t i, const char **id)
{
    struct node *n = node_get(l->root, section)->first;
    bool map = section_spec(section)->form == SECTION_MAP;

    for (;; n = n->next) {
        if (n->kind != NODE_MAP)
            continue;
        if (i-- == 0)
            break;
    }
    *id = map ? n->key->text : str_or(node_text(n, "id"), "?");
    return n;
}
