/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which papers are needed, for whom, and why. Papers that serve a requester rule take their need
 * from the rule that matched; the others from their own condition. */
#include "policy/judging.h"

struct need {
    enum paper_need need;
    struct reason reason;
    const char *rule;
    int line;
};

static bool lists(const struct policy_requester *r, const char *paper)
{
    return str_eq(paper, "consent") ? !str_eq(r->consent, "none") : strings_have(r->proof, paper);
}

/* How many rules that ask for this paper are kept from matching by that fact first. */
static size_t kept_by(const struct judging *j, const char *paper, struct fact_ref fact)
{
    size_t n = 0;

    for (size_t i = 0; i < j->p->n_requesters; i++) {
        struct fact_refs because = { 0 };
        if (lists(&j->p->requesters[i], paper)
            && judge_when(j, j->p->requesters[i].rule.when, NULL, &because) == TRUTH_NO
            && because.n)
            n += fact_ref_eq(because.item[0], fact);
    }
    return n;
}

/* Not asked for by the rule that matched: the reason is what keeps the rules that ask for it from
 * matching ("the patient is 40 years old"), of several the commonest; else the rule that matched.
 */
static struct need not_listed(const struct judging *j, const char *paper)
{
    const struct policy_requester *matched = j->out->requester;
    struct need n
        = { PAPER_NOT_NEEDED, j->out->requester_why, matched->rule.id, matched->rule.line };
    size_t most = 0;

    for (size_t i = 0; i < j->p->n_requesters; i++) {
        struct fact_refs because = { 0 };
        if (!lists(&j->p->requesters[i], paper)
            || judge_when(j, j->p->requesters[i].rule.when, NULL, &because) != TRUTH_NO
            || because.n == 0)
            continue;
        size_t rules = kept_by(j, paper, because.item[0]);
        if (rules > most) {
            most = rules;
            n.reason = (struct reason){ .facts = because };
        }
    }
    return n;
}

static struct need from_requester(struct judging *j, const char *paper)
{
    const struct policy_requester *r = j->out->requester;
    struct fact_refs unknown = { 0 }, because = { 0 }, waived = { 0 };
    const struct condition *when;

    if (j->out->requester_pending)
        return (struct need){ PAPER_PENDING, j->out->requester_why, NULL, 0 };
    if (!r || !(j->requester_allowed || r->allow == ALLOW_ASK))
        return (struct need){ PAPER_NOT_NEEDED, { .msgid = N_("the request is not accepted") },
            r ? r->rule.id : NULL, r ? r->rule.line : 0 };
    if (!lists(r, paper))
        return not_listed(j, paper);
    struct need n = { PAPER_NEEDED, j->out->requester_why, r->rule.id, r->rule.line };
    when = str_eq(paper, "consent") ? r->consent_when : r->proof_when;
    switch (judge_when(j, when, &unknown, &because)) {
    case TRUTH_UNKNOWN:
        n.need = PAPER_PENDING;
        n.reason = (struct reason){ .facts = unknown, .pending = true };
        judge_pend(j, &unknown, "requesters", &r->rule, NULL, false);
        return n;
    case TRUTH_NO:
        n.need = PAPER_NOT_NEEDED;
        n.reason = (struct reason){ .facts = because };
        return n;
    default:
        break;
    }
    if (str_eq(paper, "consent") && r->consent_waive
        && judge_when(j, r->consent_waive, NULL, &waived) == TRUTH_YES) {
        n.need = PAPER_NOT_NEEDED;
        n.reason = (struct reason){ .facts = waived };
    }
    return n;
}

static struct need from_document(struct judging *j, const struct policy_document *d)
{
    struct fact_refs unknown = { 0 }, because = { 0 };
    struct need n = { d->recommended ? PAPER_RECOMMENDED : PAPER_NEEDED,
        judge_reason(&d->rule, &because), d->rule.id, d->rule.line };

    switch (judge_when(j, d->rule.when, &unknown, &because)) {
    case TRUTH_UNKNOWN:
        n.need = PAPER_PENDING;
        n.reason = (struct reason){ .facts = unknown, .pending = true };
        judge_pend(j, &unknown, "documents", &d->rule, NULL, false);
        break;
    case TRUTH_NO:
        n.need = PAPER_NOT_NEEDED;
        n.reason = (struct reason){ .facts = because };
        break;
    default:
        n.reason = judge_reason(&d->rule, &because);
        if (!d->rule.when)
            n.reason.msgid = d->recommended ? N_("it helps with every request")
                                            : N_("it is needed for every request");
    }
    return n;
}

static bool there(enum doc_state s)
{
    return s == DOC_RECEIVED || s == DOC_CHECKED || s == DOC_WAIVED;
}

static bool replaced(const struct judging *j, const struct policy_document *d)
{
    for (size_t i = 0; i < j->p->n_documents; i++) {
        const struct policy_document *other = &j->p->documents[i];
        enum doc_state s = facts_doc(j->f, other->rule.id, ATTENDEE_ALL);
        if (str_eq(other->replaces, d->rule.id) && (s == DOC_RECEIVED || s == DOC_CHECKED))
            return true;
    }
    return false;
}

static void set_due(const struct judging *j, struct answer_document *row)
{
    const struct due *d = &row->doc->due;

    row->due_day = DAY_NONE;
    switch (d->kind) {
    case DUE_DEFAULT:
        row->due = judge_default_due(j);
        break;
    case DUE_STEP:
        row->due = judge_step(j, d->step, NULL);
        break;
    case DUE_EVENT: {
        day on = j->in->events[d->event];
        if (d->event == EVENT_VISIT && !day_known(on))
            on = j->in->visit;
        if (day_known(on))
            row->due_day = day_add(on, d->before ? -d->days : d->days);
        break;
    }
    default:
        break;
    }
}

/* What a paper that does not exist makes of the request. */
static void speak_missing(struct judging *j, const struct answer_document *row)
{
    static const enum verdict effects[]
        = { VERDICT_NEED, VERDICT_ASK, VERDICT_WARN, VERDICT_REFUSE, VERDICT_REROUTE };
    const struct policy_document *d = row->doc;
    enum verdict effect = effects[d->if_missing];

    if (d->if_missing == MISSING_NEED || answer_spoken(j->out, d->rule.id))
        return;
    judge_speak(j,
        &(struct spoken){ .section = "documents",
            .id = d->rule.id,
            .line = d->rule.line,
            .effect = effect,
            .title = d->rule.title,
            .say = judge_say(j, &d->rule, effect, d->to),
            .because = { .msgid = N_("the paper does not exist") },
            .override = d->override,
            .reason_required = d->reason_required,
            .overridden = judge_overridden(j, d->rule.id),
            .to = d->to,
            .at = row->due });
}

static void add_row(
    struct judging *j, const struct policy_document *d, int attendee, const struct need *n)
{
    struct answer *o = j->out;
    struct answer_document row = { .doc = d,
        .attendee = attendee,
        .need = n->need,
        .rule = n->rule,
        .line = n->line,
        .reason = n->reason,
        .not_before = d->not_before };

    row.state = facts_doc(j->f, d->rule.id, attendee);
    if (replaced(j, d)) {
        row.need = PAPER_NOT_NEEDED;
        row.reason = (struct reason){ .msgid = N_("another paper replaces it") };
    }
    set_due(j, &row);
    row.missing = row.need == PAPER_NEEDED && !there(row.state) && !judge_overridden(j, d->rule.id);
    if (row.need == PAPER_NEEDED && row.state == DOC_NONE)
        speak_missing(j, &row);
    o->documents
        = arena_grow(j->a, o->documents, o->n_documents, &j->cap_documents, sizeof *o->documents);
    o->documents[o->n_documents++] = row;
}

/* Proof is shown by each attendee but the patient; consent is one for the request. */
static void add_proof(struct judging *j, const struct policy_document *d, struct need n)
{
    size_t rows = 0;

    if (str_eq(d->serves, "consent") || n.need == PAPER_NOT_NEEDED || n.need == PAPER_PENDING) {
        add_row(j, d, ATTENDEE_ALL, &n);
        return;
    }
    for (size_t i = 0; i < facts_attendees(j->f); i++)
        if (!str_eq(facts_attendee(j->f, (int)i)->kind, "patient")) {
            add_row(j, d, (int)i, &n);
            rows++;
        }
    if (rows == 0 && facts_patient_attends(j->f) == 1)
        n = (struct need){ PAPER_NOT_NEEDED, { .msgid = N_("nobody comes but the patient") },
            n.rule, n.line };
    if (rows == 0)
        add_row(j, d, ATTENDEE_ALL, &n);
}

void judge_documents(struct judging *j)
{
    for (size_t i = 0; i < j->p->n_documents; i++) {
        const struct policy_document *d = &j->p->documents[i];
        if (d->serves) {
            add_proof(j, d, from_requester(j, d->rule.id));
        } else {
            struct need n = from_document(j, d);
            add_row(j, d, ATTENDEE_ALL, &n);
        }
    }
}
