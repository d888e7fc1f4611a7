/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file adds to the language, read from its tree before anything is built: ids of every
 * section, groups, steps, the policy's own questions and what papers must state. */
#include "policy/fact_name.h"
#include "policy/load_tree.h"

struct asked { /* looks for one id while listing */
    const char *id;
    bool found;
};

static void look(void *to, const char *id)
{
    struct asked *a = to;

    a->found = a->found || str_eq(a->id, id);
}

static void each_item(const struct node *n, void (*offer)(void *to, const char *id), void *to)
{
    if (n && n->kind == NODE_TEXT)
        offer(to, n->text);
    for (const struct node *one = n && n->kind == NODE_LIST ? n->first : NULL; one; one = one->next)
        if (one->kind == NODE_TEXT)
            offer(to, one->text);
}

static void each_step(const struct node *list, void (*offer)(void *to, const char *id), void *to)
{
    for (const struct node *s = list && list->kind == NODE_LIST ? list->first : NULL; s;
         s = s->next) {
        if (s->kind == NODE_TEXT && word_in(STEP_WORDS, s->text))
            offer(to, s->text);
        else if (node_text(s, "own"))
            offer(to, node_text(s, "own"));
        else
            each_step(node_get(s, "any_order"), offer, to);
    }
}

static void each_paper_of_requesters(
    const struct node *root, void (*offer)(void *to, const char *id), void *to)
{
    const struct node *section = node_get(root, "requesters");

    for (const struct node *r = section && section->kind == NODE_LIST ? section->first : NULL; r;
         r = r->next) {
        const char *consent = node_text(r, "consent");
        if (consent && !str_eq(consent, "none"))
            offer(to, "consent");
        each_item(node_get(r, "proof"), offer, to);
    }
}

static void each(void *arg, const char *section, void (*offer)(void *to, const char *id), void *to)
{
    const struct loading *l = arg;
    const struct section_spec *spec = section_spec(section);
    const struct node *list = node_get(l->root, str_eq(section, "steps") ? "services" : section);

    if (str_eq(section, "steps") && list && list->kind == NODE_MAP) {
        for (const struct node *s = list->first; s; s = s->next)
            each_step(node_get(s, "steps"), offer, to);
        return;
    }
    for (const struct node *e = list && list->kind != NODE_TEXT ? list->first : NULL; e;
         e = e->next) {
        const char *id = spec && spec->form == SECTION_MAP ? (e->key ? e->key->text : NULL)
                                                           : node_text(e, "id");
        if (id)
            offer(to, id);
        if (str_eq(section, "diseases") || str_eq(section, "purposes"))
            each_item(node_get(e, "in"), offer, to);
    }
    if (str_eq(section, "documents"))
        each_paper_of_requesters(l->root, offer, to);
}

static bool has(void *arg, const char *section, const char *id)
{
    struct asked a = { id, false };

    each(arg, section, look, &a);
    return a.found;
}

static struct node *question_node(const struct loading *l, const char *id)
{
    return node_get(node_get(l->root, "questions"), id);
}

static bool question(void *arg, const char *id, enum fact_type *type)
{
    const struct node *q = question_node(arg, id);
    const char *word = str_or(node_text(q, "type"), "bool");

    if (!q)
        return false;
    *type = str_eq(word, "choice") ? FACT_TYPE_WORD
        : str_eq(word, "int")      ? FACT_TYPE_NUMBER
        : str_eq(word, "date")     ? FACT_TYPE_DATE
        : str_eq(word, "text")     ? FACT_TYPE_TEXT
                                   : FACT_TYPE_BOOL;
    return true;
}

static bool list_has_id(const struct node *list, const char *id)
{
    for (const struct node *c = list && list->kind == NODE_LIST ? list->first : NULL; c;
         c = c->next)
        if (str_eq(node_text(c, "id"), id))
            return true;
    return false;
}

static bool question_choice(void *arg, const char *id, const char *choice)
{
    return list_has_id(node_get(question_node(arg, id), "choices"), choice);
}

static bool doc_item(void *arg, const char *doc, const char *item)
{
    const struct loading *l = arg;
    const struct node *section = node_get(l->root, "documents");

    for (const struct node *d = section && section->kind == NODE_LIST ? section->first : NULL; d;
         d = d->next)
        if (str_eq(node_text(d, "id"), doc))
            return list_has_id(node_get(d, "must_state"), item);
    return false;
}

static void members(void *arg, const char *section, const char *group,
    void (*offer)(void *to, const char *id), void *to)
{
    const struct loading *l = arg;
    const struct node *list = node_get(l->root, section);

    for (const struct node *e = list && list->kind == NODE_MAP ? list->first : NULL; e;
         e = e->next) {
        struct asked a = { group, false };
        each_item(node_get(e, "in"), look, &a);
        if (a.found)
            offer(to, e->key->text);
    }
}

void load_vocabulary(struct loading *l)
{
    l->vocabulary
        = (struct vocabulary){ l, has, each, question, question_choice, doc_item, members };
}
