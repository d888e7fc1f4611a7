/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the loader: the file as a tree with places, the table of what it may hold, and what
 * the passes over it share. Only for policy/load*.c and policy/reference.c. */
#ifndef POLICY_LOAD_TREE_H
#define POLICY_LOAD_TREE_H
#include "policy/load.h"

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    int line, column;
    bool plain; /* written without quotes: text[i] stands in column + i */
    char *text; /* NODE_TEXT; never NULL there */
    struct node *key; /* in a map: the key of this value */
    struct node *first, *last, *next;
    size_t n; /* children */
    struct condition *condition; /* filled by the check */
};

/* One pass over one file. */
struct loading {
    struct arena *arena;
    struct diags *diags;
    struct node *root; /* a map, or NULL */
    int currency_digits;
    const char *currency;
    struct vocabulary vocabulary;
};

/* Reads YAML into l->root; faults: syntax, anchors, aliases, tags, duplicate keys, several
 * documents. */
void load_yaml(struct loading *l, const char *text, size_t bytes);

/* NULL node, missing key or another kind give NULL. */
struct node *node_get(const struct node *map, const char *key);
const char *node_text(const struct node *map, const char *key); /* NULL = not there or no text */
void load_fault(struct loading *l, const struct node *at, const char *path, const char *id,
    const char *a, const char *b, const char *c);
void load_note(struct loading *l, enum diag_kind kind, const struct node *at, const char *path,
    const char *id, const char *a, const char *b, const char *c);

/* ---- the table of sections and keys; docs/POLICY.md is made from it */
enum key_type {
    KEY_TEXT, /* any text */
    KEY_BILINGUAL, /* { ja: .., en: .. } */
    KEY_BILINGUALS,
    KEY_ID, /* the entry's own id */
    KEY_IDS, /* names that are made here (groups) */
    KEY_BOOL, /* yes, no */
    KEY_INT,
    KEY_AMOUNT,
    KEY_DATE,
    KEY_CONDITION,
    KEY_WORD, /* one of spec->words */
    KEY_WORDS, /* one or several */
    KEY_TEXTS,
    KEY_REF, /* id of spec->words (a section) */
    KEY_REFS,
    KEY_STEP,
    KEY_STEP_OR, /* a step or one of spec->words */
    KEY_EVENT,
    KEY_DUE,
    KEY_WITHIN, /* { after: EVENT, days: N } */
    KEY_FACT, /* name of a fact that is a number */
    KEY_MAP, /* with spec->keys */
    KEY_LIST, /* of maps with spec->keys */
    KEY_STEPS,
    KEY_HOURS,
    KEY_CLOSED,
    KEY_OPEN_ONLY,
    KEY_TIERS,
    KEY_ACCEPT, /* all, none, ask or diseases */
    KEY_SUSPENDED, /* yes or { from, until } */
    KEY_RATES /* law or a list of { from, percent } */
};

struct key_spec {
    const char *name;
    enum key_type type;
    const char *words; /* "a|b|c", or the section of a reference */
    const char *fallback; /* shown in the reference; NULL = none */
    const struct key_spec *keys;
    size_t n_keys;
    bool required;
    int64_t min, max; /* KEY_INT; both 0 = 0..1000000 */
    const char *about;
};

enum section_form { SECTION_MAP, SECTION_LIST, SECTION_ONE };
struct section_spec {
    const char *name;
    enum section_form form; /* id: entry; list of entries with id; keys alone */
    const struct key_spec *keys;
    size_t n_keys;
    bool rule; /* when, title, say and why are allowed too */
    const char *about;
};
extern const struct section_spec SECTIONS[];
extern const size_t SECTIONS_COUNT;
extern const struct key_spec RULE_KEYS[]; /* title, when, say, why */
extern const size_t RULE_KEYS_COUNT;
const struct section_spec *section_spec(const char *name);
extern const char STEP_WORDS[]; /* "inquiry|request|..." */
extern const char EVENT_WORDS[];
bool word_in(const char *words, const char *word); /* word in "a|b|c" */
void words_each(const char *words, void (*offer)(void *to, const char *word), void *to);

/* ---- passes */
void load_check(struct loading *l); /* every key against the table */
void load_vocabulary(struct loading *l); /* what the file adds to the language */
void load_calendar_keys(struct loading *l, struct node *at, enum key_type type, const char *path);
bool read_hours(const char *text, hm *opens, hm *closes);
/* "Mon", "Mon-Fri" (may turn over the week), "any": bits 0 = Sunday; 0 = not readable. */
unsigned read_weekdays(const char *text);
bool read_pattern(const char *text, bool with_hours, struct day_pattern *out);
bool read_amount(const char *text, int digits, yen *out);
void load_cross(struct loading *l, const struct policy *p); /* what only whole entries can show */
void load_later(struct loading *l, struct policy *p); /* what this version cannot carry out */
struct policy *load_build(struct loading *l);
void build_money(struct loading *l, struct policy *p); /* prices, plans */
void build_people(
    struct loading *l, struct policy *p); /* requesters, documents, refusals, questions */
void build_rest(struct loading *l,
    struct policy *p); /* clocks, reports, materials, notices, contacts, conduct */

/* ---- readers for the builders: missing or faulty gives the default */
const char *read_word(const struct node *map, const char *key, const char *fallback);
bool read_bool(const struct node *map, const char *key, bool fallback);
int read_int(const struct node *map, const char *key, int fallback);
yen read_money(struct loading *l, const struct node *map, const char *key); /* YEN(-1) = missing */
day read_day(const struct node *map, const char *key);
struct bilingual read_bilingual(const struct node *map, const char *key);
struct texts read_texts(struct loading *l, const struct node *map, const char *key);
struct strings read_strings(struct loading *l, const struct node *map, const char *key);
struct condition *read_condition(const struct node *map, const char *key);
struct due read_due(const struct node *map, const char *key);
enum override_by read_override(const struct node *map, const char *key, enum override_by fallback);
unsigned choose(const char *word, const char *words, unsigned fallback); /* place in "a|b|c" */
void read_rule(const struct node *entry, struct rule *r);
/* The entries of a section: count, and the nth with its id in *id. */
size_t section_count(const struct loading *l, const char *section);
struct node *section_entry(const struct loading *l, const char *section, size_t i, const char **id);
#endif
