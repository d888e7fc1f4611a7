/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to tree, the only user of libyaml. Every scalar stays text; every node knows its place. */
#include "policy/load_tree.h"
#include "text/utf8.h"

#include <yaml.h>

enum { DEPTH_MAX = 24, NODES_MAX = 30000 };

struct reader {
    struct loading *l;
    yaml_parser_t parser;
    size_t nodes;
    bool stopped;
};

void load_note(struct loading *l, enum diag_kind kind, const struct node *at, const char *path,
    const char *id, const char *a, const char *b, const char *c)
{
    struct msg m;

    msg_set(&m, id, a, b, c, NULL);
    diag_add(l->diags, kind, at ? at->line : 1, at ? at->column : 1, path, &m);
}

void load_fault(struct loading *l, const struct node *at, const char *path, const char *id,
    const char *a, const char *b, const char *c)
{
    load_note(l, DIAG_FAULT, at, path, id, a, b, c);
}

struct node *node_get(const struct node *map, const char *key)
{
    if (!map || map->kind != NODE_MAP)
        return NULL;
    for (struct node *n = map->first; n; n = n->next)
        if (str_eq(n->key->text, key))
            return n;
    return NULL;
}

const char *node_text(const struct node *map, const char *key)
{
    const struct node *n = node_get(map, key);

    return n && n->kind == NODE_TEXT ? n->text : NULL;
}

static struct node *node_new(struct reader *r, enum node_kind kind, const yaml_mark_t *at)
{
    struct node *n = ARENA_NEW(r->l->arena, struct node);

    n->kind = kind;
    n->line = (int)at->line + 1;
    n->column = (int)at->column + 1;
    return n;
}

static void fault_at(struct reader *r, const yaml_mark_t *at, const char *id, const char *word)
{
    struct node place = { .line = (int)at->line + 1, .column = (int)at->column + 1 };

    load_fault(r->l, &place, "", id, word, NULL, NULL);
}

static bool next_event(struct reader *r, yaml_event_t *e)
{
    if (r->stopped)
        return false;
    if (yaml_parser_parse(&r->parser, e))
        return true;
    const yaml_mark_t *at = r->parser.problem_mark.line || r->parser.problem_mark.column
        ? &r->parser.problem_mark
        : &r->parser.context_mark;
    fault_at(r, at, N_("the file cannot be read as YAML from here on: %s"),
        r->parser.problem ? r->parser.problem : "?");
    r->stopped = true;
    return false;
}

static void refuse_marks(struct reader *r, const yaml_event_t *e)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;

    if (e->type == YAML_SCALAR_EVENT) {
        anchor = e->data.scalar.anchor;
        tag = e->data.scalar.tag;
    } else if (e->type == YAML_SEQUENCE_START_EVENT) {
        anchor = e->data.sequence_start.anchor;
        tag = e->data.sequence_start.tag;
    } else if (e->type == YAML_MAPPING_START_EVENT) {
        anchor = e->data.mapping_start.anchor;
        tag = e->data.mapping_start.tag;
    }
    if (anchor)
        fault_at(r, &e->start_mark, N_("anchors are not allowed: '&%s'"), (const char *)anchor);
    if (tag)
        fault_at(r, &e->start_mark, N_("tags are not allowed: '%s'"), (const char *)tag);
}

static void append(struct node *parent, struct node *child)
{
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    parent->n++;
}

static struct node *read_node(struct reader *r, const yaml_event_t *e, int depth);

static void read_list(struct reader *r, struct node *list, int depth)
{
    yaml_event_t e;

    while (next_event(r, &e)) {
        bool end = e.type == YAML_SEQUENCE_END_EVENT;
        struct node *child = end ? NULL : read_node(r, &e, depth);
        yaml_event_delete(&e);
        if (end)
            return;
        if (child)
            append(list, child);
    }
}

/* A key that is there twice is a fault; the first one counts. */
static void add_pair(struct reader *r, struct node *map, struct node *key, struct node *value)
{
    char line[16];
    const struct node *other;

    if (key->kind != NODE_TEXT) {
        load_fault(
            r->l, key, "", N_("a key must be one word, not a list or a map"), NULL, NULL, NULL);
        return;
    }
    other = node_get(map, key->text);
    if (other) {
        snprintf(line, sizeof line, "%d", other->key->line);
        load_fault(r->l, key, "", N_("duplicate key '%s': it stands already in line %s"), key->text,
            line, NULL);
        return;
    }
    value->key = key;
    append(map, value);
}

static void read_map(struct reader *r, struct node *map, int depth)
{
    yaml_event_t e;
    struct node *key = NULL;

    while (next_event(r, &e)) {
        bool end = e.type == YAML_MAPPING_END_EVENT;
        struct node *child = end ? NULL : read_node(r, &e, depth);
        if (!end && !child) { /* an alias: keeps keys and values in pairs */
            child = node_new(r, NODE_TEXT, &e.start_mark);
            child->text = arena_strdup(r->l->arena, "");
        }
        yaml_event_delete(&e);
        if (end)
            return;
        if (!key) {
            key = child;
        } else {
            add_pair(r, map, key, child);
            key = NULL;
        }
    }
}

/* NULL for an alias (already reported) or when reading has to stop. */
static struct node *read_node(struct reader *r, const yaml_event_t *e, int depth)
{
    struct node *n;

    refuse_marks(r, e);
    if (++r->nodes > NODES_MAX || depth > DEPTH_MAX) {
        fault_at(r, &e->start_mark, N_("the file is nested too deeply or holds too much"), NULL);
        r->stopped = true;
        return NULL;
    }
    switch (e->type) {
    case YAML_SCALAR_EVENT:
        n = node_new(r, NODE_TEXT, &e->start_mark);
        n->text
            = arena_strndup(r->l->arena, (const char *)e->data.scalar.value, e->data.scalar.length);
        n->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        if (strlen(n->text) != e->data.scalar.length)
            fault_at(r, &e->start_mark, N_("the text holds a zero byte"), NULL);
        return n;
    case YAML_SEQUENCE_START_EVENT:
        n = node_new(r, NODE_LIST, &e->start_mark);
        read_list(r, n, depth + 1);
        return n;
    case YAML_MAPPING_START_EVENT:
        n = node_new(r, NODE_MAP, &e->start_mark);
        read_map(r, n, depth + 1);
        return n;
    case YAML_ALIAS_EVENT:
        fault_at(r, &e->start_mark, N_("aliases are not allowed: '*%s'"),
            (const char *)e->data.alias.anchor);
        return NULL;
    default:
        return NULL;
    }
}

static void read_document(struct reader *r)
{
    yaml_event_t e;
    int documents = 0;

    while (next_event(r, &e)) {
        bool end = e.type == YAML_STREAM_END_EVENT;
        if (e.type == YAML_DOCUMENT_START_EVENT && ++documents == 2) {
            fault_at(r, &e.start_mark,
                N_("a second document begins here; a policy is one document"), NULL);
            r->stopped = true;
        } else if (e.type == YAML_SCALAR_EVENT || e.type == YAML_SEQUENCE_START_EVENT
            || e.type == YAML_MAPPING_START_EVENT || e.type == YAML_ALIAS_EVENT) {
            r->l->root = read_node(r, &e, 0);
        }
        yaml_event_delete(&e);
        if (end)
            return;
    }
}

static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

/* Bad bytes are found here, with their place; libyaml says only that there are some. */
static bool check_bytes(struct loading *l, const char *text, size_t bytes)
{
    size_t bad = utf8_check(text, bytes);
    struct node place = { .line = 1, .column = 1 };
    char code[16];
    uint32_t c;

    for (size_t at = 0; at < bad; at += utf8_decode(text + at, bad - at, &c)) {
        utf8_decode(text + at, bad - at, &c);
        if (is_control(c)) {
            snprintf(code, sizeof code, "U+%04X", (unsigned)c);
            load_fault(l, &place, "", N_("a control character (%s) stands here"), code, NULL, NULL);
            return false;
        }
        place.column = c == '\n' ? 1 : place.column + 1;
        place.line += c == '\n';
    }
    if (bad < bytes)
        load_fault(l, &place, "", N_("these bytes are no UTF-8 text"), NULL, NULL, NULL);
    return bad == bytes;
}

void load_yaml(struct loading *l, const char *text, size_t bytes)
{
    struct reader r = { .l = l };

    if (bytes > POLICY_BYTES_MAX) {
        load_fault(l, NULL, "", N_("the file is larger than 1 MiB"), NULL, NULL, NULL);
        return;
    }
    if (bytes >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) { /* the mark of another machine's editor */
        text += 3;
        bytes -= 3;
    }
    if (!check_bytes(l, text, bytes))
        return;
    BUG_IF(!yaml_parser_initialize(&r.parser));
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, bytes);
    read_document(&r);
    yaml_parser_delete(&r.parser);
    if (r.stopped)
        l->root = NULL; /* half a tree would show faults that are none */
    if (!l->root) {
        if (diags_count(l->diags, DIAG_FAULT) == 0)
            load_fault(l, NULL, "", N_("the file holds no policy"), NULL, NULL, NULL);
    } else if (l->root->kind != NODE_MAP) {
        load_fault(l, l->root, "", N_("sections are expected here, as 'policy:' and 'services:'"),
            NULL, NULL, NULL);
        l->root = NULL;
    }
}
