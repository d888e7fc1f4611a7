/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds who may ask, the papers, refusals and questions. */
#include "policy/load_tree.h"

static void build_requesters(struct loading *l, struct policy *p)
{
    p->n_requesters = section_count(l, "requesters");
    p->has_requesters = node_get(l->root, "requesters") != NULL;
    p->requesters = ARENA_ARRAY(l->arena, struct policy_requester, p->n_requesters + 1);
    for (size_t i = 0; i < p->n_requesters; i++) {
        struct policy_requester *r = &p->requesters[i];
        const struct node *n = section_entry(l, "requesters", i, &r->rule.id);
        read_rule(n, &r->rule);
        r->allow = (enum allow)choose(node_text(n, "allow"), "yes|no|ask", ALLOW_ASK);
        r->ask_whom = read_override(n, "ask_whom", OVERRIDE_DEPARTMENT);
        r->override = read_override(n, "override", OVERRIDE_SUPERVISOR);
        r->consent = read_word(n, "consent", "none");
        r->consent_when = read_condition(n, "consent_when");
        r->consent_waive = read_condition(n, "consent_waive");
        r->proof_when = read_condition(n, "proof_when");
        r->consent_by = read_strings(l, n, "consent_by");
        r->proof = read_strings(l, n, "proof");
    }
}

static void build_must_state(struct loading *l, struct policy_document *d, const struct node *list)
{
    if (!list || list->kind != NODE_LIST)
        return;
    d->must_state = ARENA_ARRAY(l->arena, struct must_state, list->n + 1);
    for (const struct node *m = list->first; m; m = m->next)
        d->must_state[d->n_must_state++] = (struct must_state){ read_word(m, "id", "?"),
            { node_text(m, "ja"), node_text(m, "en") }, read_condition(m, "when") };
}

static void build_document(struct loading *l, const struct node *n, struct policy_document *d)
{
    read_rule(n, &d->rule);
    d->recommended = str_eq(node_text(n, "need"), "recommended");
    d->due = read_due(n, "due");
    d->not_before = node_text(n, "not_before");
    d->if_missing
        = choose(node_text(n, "if_missing"), "need|ask|warn|refuse|reroute", MISSING_NEED);
    d->to = node_text(n, "to");
    d->override = read_override(n, "override", OVERRIDE_SUPERVISOR);
    d->waive = str_eq(node_text(n, "waive"), "clerk") ? OVERRIDE_CLERK
        : str_eq(node_text(n, "waive"), "supervisor") ? OVERRIDE_SUPERVISOR
                                                      : OVERRIDE_NONE;
    d->reason_required = read_bool(n, "reason_required", true);
    d->copy_ok = read_bool(n, "copy_ok", false);
    d->copies = read_int(n, "copies", 1);
    d->via = read_strings(l, n, "via");
    d->languages = read_strings(l, n, "languages");
    d->blank = read_strings(l, n, "blank");
    d->serves = node_text(n, "serves");
    d->replaces = node_text(n, "replaces");
    d->handed_out = node_text(n, "handed_out");
    build_must_state(l, d, node_get(n, "must_state"));
}

/* Papers that requester rules ask for, under the names the language gives them. */
static const struct {
    const char *id, *serves;
    struct bilingual title;
} PROOFS[] = {
    { "consent", "consent", { "相談同意書", "Consent form" } },
    { "identity", "identity", { "本人確認書類", "Proof of identity" } },
    { "relationship", "relationship", { "続柄のわかる書類", "Proof of relationship" } },
    { "parental_authority", "authority",
        { "親権の書類（戸籍）", "Proof of parental authority (family register)" } },
    { "legal_representative", "authority",
        { "法定代理人の書類", "Proof of legal representation" } },
};

static bool requester_wants(const struct policy *p, const char *paper)
{
    for (size_t i = 0; i < p->n_requesters; i++)
        if (strings_have(p->requesters[i].proof, paper)
            || (str_eq(paper, "consent") && !str_eq(p->requesters[i].consent, "none")))
            return true;
    return false;
}

static void build_documents(struct loading *l, struct policy *p)
{
    size_t n = section_count(l, "documents");

    p->has_documents = node_get(l->root, "documents") != NULL;
    p->documents = ARENA_ARRAY(l->arena, struct policy_document, n + COUNT_OF(PROOFS));
    for (size_t i = 0; i < n; i++) {
        const struct node *e = section_entry(l, "documents", i, &p->documents[i].rule.id);
        build_document(l, e, &p->documents[i]);
    }
    p->n_documents = n;
    for (size_t i = 0; i < COUNT_OF(PROOFS); i++)
        if (requester_wants(p, PROOFS[i].id) && !policy_document(p, PROOFS[i].id))
            p->documents[p->n_documents++] = (struct policy_document){ .rule
                = { .id = PROOFS[i].id, .title = PROOFS[i].title },
                .built_in = true,
                .override = OVERRIDE_SUPERVISOR,
                .reason_required = true,
                .copies = 1,
                .serves = PROOFS[i].serves };
}

static void build_refusals(struct loading *l, struct policy *p)
{
    p->n_refusals = section_count(l, "refusals");
    p->refusals = ARENA_ARRAY(l->arena, struct policy_refusal, p->n_refusals + 1);
    for (size_t i = 0; i < p->n_refusals; i++) {
        struct policy_refusal *r = &p->refusals[i];
        const struct node *n = section_entry(l, "refusals", i, &r->rule.id);
        read_rule(n, &r->rule);
        r->effect = (enum effect)choose(
            node_text(n, "effect"), "refuse|reroute|ask|warn|tell", EFFECT_REFUSE);
        r->to = node_text(n, "to");
        r->at = node_text(n, "at");
        r->override = read_override(n, "override", OVERRIDE_SUPERVISOR);
        r->reason_required = read_bool(n, "reason_required", true);
        r->chosen_by = node_text(n, "chosen_by");
    }
}

static void build_questions(struct loading *l, struct policy *p)
{
    p->n_questions = section_count(l, "questions");
    p->questions = ARENA_ARRAY(l->arena, struct policy_question, p->n_questions + 1);
    for (size_t i = 0; i < p->n_questions; i++) {
        struct policy_question *q = &p->questions[i];
        const struct node *n = section_entry(l, "questions", i, &q->rule.id);
        const struct node *choices = node_get(n, "choices");
        read_rule(n, &q->rule);
        l->vocabulary.question(l->vocabulary.arg, q->rule.id, &q->type);
        q->pattern = node_text(n, "pattern");
        q->ask_at = node_text(n, "ask_at");
        q->who = read_word(n, "who", "clerk");
        q->due = read_due(n, "due");
        if (choices && choices->kind == NODE_LIST)
            q->choices = ARENA_ARRAY(l->arena, struct policy_choice, choices->n + 1);
        for (const struct node *c = q->choices ? choices->first : NULL; c; c = c->next)
            q->choices[q->n_choices++]
                = (struct policy_choice){ read_word(c, "id", "?"), read_bilingual(c, "title") };
    }
}

void build_people(struct loading *l, struct policy *p)
{
    build_requesters(l, p);
    build_documents(l, p);
    build_refusals(l, p);
    build_questions(l, p);
}
