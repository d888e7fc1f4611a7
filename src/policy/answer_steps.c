/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds a step, and the reasons in words. */
#include "policy/answer.h"
#include "text/catalog.h"

enum { BLOCKED_MAX = 200 };

/* due must be done before that step is completed, so it holds that step and every later one. */
static bool holds(const struct answer *a, const char *due, const char *step)
{
    int at, by;

    if (!due || !a->service)
        return str_eq(due, step) && due;
    at = service_step(a->service, step);
    by = service_step(a->service, due);
    return at >= 0 && by >= 0 && by <= at;
}

static void add(struct blocked *list, size_t *n, struct blocked b)
{
    if (*n < BLOCKED_MAX)
        list[(*n)++] = b;
}

size_t policy_step_blocked(
    const struct answer *a, const char *step, struct arena *arena, struct blocked **out)
{
    struct blocked *list = ARENA_ARRAY(arena, struct blocked, BLOCKED_MAX);
    size_t n = 0;

    for (size_t i = 0; i < a->n_spoken; i++)
        if (!a->spoken[i].overridden && a->spoken[i].effect >= VERDICT_ASK
            && holds(a, a->spoken[i].at, step))
            add(list, &n, (struct blocked){ .kind = BLOCKED_RULE, .rule = &a->spoken[i] });
    for (size_t i = 0; i < a->n_pending; i++)
        if (holds(a, a->pending[i].due, step))
            add(list, &n, (struct blocked){ .kind = BLOCKED_QUESTION, .question = &a->pending[i] });
    for (size_t i = 0; i < a->n_documents; i++)
        if (a->documents[i].missing && holds(a, a->documents[i].due, step))
            add(list, &n,
                (struct blocked){ .kind
                    = a->documents[i].state == DOC_PROMISED ? BLOCKED_PROMISED : BLOCKED_DOCUMENT,
                    .document = &a->documents[i] });
    *out = list;
    return n;
}

bool policy_step_free(const struct answer *a, const char *step, struct arena *arena)
{
    struct blocked *list;
    size_t n = policy_step_blocked(a, step, arena, &list);

    for (size_t i = 0; i < n; i++)
        if (list[i].kind != BLOCKED_PROMISED)
            return false;
    return true;
}

bool answer_papers_complete(const struct answer *a, const char *step)
{
    for (size_t i = 0; i < a->n_documents; i++)
        if (holds(a, a->documents[i].due, step)
            && (a->documents[i].missing || a->documents[i].need == PAPER_PENDING))
            return false;
    return true;
}

static void facts_in_words(const struct reason *r, const struct answer_in *in,
    const struct catalog *c, enum lang l, struct buf *out)
{
    for (size_t i = 0; i < r->facts.n; i++) {
        if (i > 0)
            buf_puts(out, tr(c, r->pending ? N_(", ") : N_(" and ")));
        if (r->pending)
            fact_label(in->policy, r->facts.item[i], c, l, out);
        else
            fact_clause(in->policy, in->facts, r->facts.item[i], c, l, out);
    }
}

void reason_text(const struct reason *r, const struct answer_in *in, const struct catalog *c,
    enum lang l, bool because, struct buf *out)
{
    struct buf clause;

    buf_init(&clause, 4000);
    if (!str_empty(r->why.ja) || !str_empty(r->why.en))
        buf_puts(&clause, bilingual_in(r->why, l));
    else if (r->msgid)
        buf_puts(&clause, tr(c, r->msgid));
    else
        facts_in_words(r, in, c, l, &clause);
    if (clause.len && r->pending)
        msg_format(tr(c, N_("not yet known: %s")), (const char *const[]){ clause.p }, 1, out);
    else if (clause.len && because)
        msg_format(tr(c, N_("because %s")), (const char *const[]){ clause.p }, 1, out);
    else
        buf_add(out, clause.p, clause.len);
    buf_fini(&clause);
}
