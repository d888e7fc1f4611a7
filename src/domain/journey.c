/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/journey.h"

#include "domain/ending.h"
#include "domain/words.h"
#include "policy/answer.h"

/* Consent and proofs belong to who comes; every other document to the papers. */
static bool of_requester(const struct answer_document *d)
{
    return d->doc->built_in || d->doc->serves;
}

static bool is_missing(const struct answer_document *d)
{
    return d->missing && d->state != DOC_PROMISED;
}

/* The step before which the papers of the step "papers" must be there: the one after it. */
static int after_papers(const struct policy_service *s)
{
    int papers = service_step(s, "papers"), best = -1;

    for (size_t i = 0; i < s->n_steps; i++) {
        int place = service_step(s, s->steps[i].id);
        if (place > papers && (best < 0 || place < best))
            best = place;
    }
    return best;
}

static bool papers_complete(const struct answer *a)
{
    int until = a->service ? after_papers(a->service) : -1;

    for (size_t i = 0; i < a->n_documents; i++) {
        const struct answer_document *d = &a->documents[i];
        if (of_requester(d) || !is_missing(d) || !d->due)
            continue;
        int due = a->service ? service_step(a->service, d->due) : -1;
        if (due >= 0 && due <= until)
            return false;
    }
    return true;
}

/* Attendees are known, and the requester rule lets them (or somebody with the right overrode it). */
static bool requester_complete(const struct casefile *c, const struct answer *a)
{
    if (a->requester_pending || (c->n_attendees == 0 && !str_eq(c->patient_attends, "yes")))
        return false;
    for (size_t i = 0; i < a->n_spoken; i++) {
        const struct spoken *s = &a->spoken[i];
        if (str_eq(s->section, "requesters") && s->effect >= VERDICT_ASK && !s->overridden)
            return false;
    }
    return true;
}

static bool reports_complete(const struct casefile *c, const struct answer *a)
{
    return case_talk_over(c) && !report_next(c, a);
}

static bool payment_complete(const struct casefile *c, const struct answer *a)
{
    if (c->n_charges)
        return case_owed(c).v == 0;
    const struct visit *v = case_visit(c);
    return v && v->ended && a->price.state == PRICE_KNOWN && a->price.total.v == 0;
}

bool step_complete(const struct casefile *c, const struct answer *a, const char *step)
{
    const struct review *r = case_review(c);
    const struct appointment *p = case_last_appointment(c);
    const struct visit *v = case_visit(c);

    if (str_eq(step, "inquiry"))
        return c->inquiry != 0;
    if (str_eq(step, "request"))
        return true;
    if (str_eq(step, "requester"))
        return requester_complete(c, a);
    if (str_eq(step, "papers"))
        return papers_complete(a);
    if (str_eq(step, "review"))
        return r && str_eq(r->verdict, "accepted") && r->specialist;
    if (str_eq(step, "booking"))
        return p && !str_eq(p->state, "no_show");
    if (str_eq(step, "visit"))
        return v && v->ended;
    if (str_eq(step, "payment"))
        return payment_complete(c, a);
    if (str_eq(step, "report"))
        return reports_complete(c, a);
    if (str_eq(step, "return"))
        return case_pieces_here(c) == 0 && ((v && v->ended) || !str_empty(c->ended));
    return case_step_done(c, step); /* close and the policy's own steps are ticked */
}

static int count_missing(const struct answer *a, const char *step, struct arena *arena)
{
    bool requester = str_eq(step, "requester"), papers = str_eq(step, "papers");
    int n = 0;

    if (requester || papers) {
        for (size_t i = 0; i < a->n_documents; i++)
            n += is_missing(&a->documents[i]) && of_requester(&a->documents[i]) == requester;
        for (size_t i = 0; requester && i < a->n_pending; i++)
            n += a->pending[i].requester;
        return n;
    }
    struct blocked *b;
    size_t n_blocked = policy_step_blocked(a, step, arena, &b);
    for (size_t i = 0; i < n_blocked; i++)
        n += b[i].kind != BLOCKED_PROMISED;
    return n;
}

static bool has_ended(const struct casefile *c)
{
    return !str_empty(c->ended);
}

/* After a side exit only what is still owed stays open: pieces, money, a report after a visit. */
static bool left_after_end(const struct casefile *c, const struct answer *a, const char *step)
{
    const struct visit *v = case_visit(c);

    if (case_step_done(c, "close"))
        return false;
    if (str_eq(step, "return"))
        return case_pieces_here(c) > 0;
    if (str_eq(step, "payment"))
        return case_owed(c).v > 0;
    if (str_eq(step, "report"))
        return v && v->ended && !reports_complete(c, a);
    if (str_eq(step, "close"))
        return case_pieces_here(c) == 0 && case_owed(c).v <= 0 && !(v && v->ended && !reports_complete(c, a));
    return false;
}

static enum step_state state_of(const struct casefile *c, const struct answer *a, const struct journey_step *s,
    bool earlier_open)
{
    if (case_step_done(c, s->id))
        return STEP_DONE;
    if (has_ended(c))
        return left_after_end(c, a, s->id) ? STEP_NOW : STEP_SKIPPED;
    if (str_eq(s->id, "inquiry"))
        return STEP_SKIPPED;
    return earlier_open ? STEP_NOT_YET : s->missing ? STEP_NEEDS : STEP_NOW;
}

static void add_open(struct journey *j, const char *step)
{
    for (size_t i = 0; i < j->n_open; i++)
        if (str_eq(j->open[i], step))
            return;
    if (j->n_open < COUNT_OF(j->open))
        j->open[j->n_open++] = step;
}

static void earliest(day *best, day d)
{
    if (day_known(d) && (!day_known(*best) || day_cmp(d, *best) < 0))
        *best = d;
}

/* The day on which somebody should look at this step again. */
static day due_of(const struct casefile *c, const struct answer *a, const char *step)
{
    day due = DAY_NONE;

    if (str_eq(step, "papers") || str_eq(step, "requester"))
        for (size_t i = 0; i < c->n_papers; i++)
            if (str_eq(c->papers[i].state, "promised"))
                earliest(&due, c->papers[i].promised_on);
    if (str_eq(step, "booking"))
        for (size_t i = 0; i < a->n_clocks; i++)
            if (a->clocks[i].clock->to == EVENT_APPOINTMENT_TOLD)
                earliest(&due, a->clocks[i].latest);
    if (str_eq(step, "visit") && case_booked(c))
        due = case_booked(c)->day;
    if (str_eq(step, "payment") && c->n_unpaid)
        due = c->unpaid[c->n_unpaid - 1].promised_on;
    if (str_eq(step, "report"))
        for (size_t i = 0; i < a->n_reports; i++)
            if (!report_is_sent(c, &a->reports[i]))
                earliest(&due, a->reports[i].due);
    return due;
}

/* What is shown when somebody comes (an identity paper) is not chased before; the check-in asks for it. */
static bool shown_at_the_door(const struct answer *a, const struct answer_document *d)
{
    int visit = a->service ? service_step(a->service, "visit") : -1;
    int due = a->service && d->due ? service_step(a->service, d->due) : -1;

    return visit >= 0 && due >= visit;
}

/* Papers that are missing are chased from the start, whatever step they hold. */
static bool papers_are_chased(const struct casefile *c, const struct answer *a)
{
    const struct visit *v = case_visit(c);

    if (has_ended(c) || (v && v->ended))
        return false;
    for (size_t i = 0; i < a->n_documents; i++)
        if (a->documents[i].missing && !shown_at_the_door(a, &a->documents[i]))
            return true;
    return false;
}

void journey_of(const struct casefile *c, const struct policy *p, const struct answer *a, day today,
    struct arena *arena, struct journey *out)
{
    const struct policy_service *service = a->service ? a->service : policy_service(p, c->service);
    bool open_before[64] = { false };
    size_t n = service ? service->n_steps : 0;

    (void)today;
    BUG_IF(n > COUNT_OF(open_before));
    *out = (struct journey){ .n = n, .due = DAY_NONE };
    out->steps = ARENA_ARRAY(arena, struct journey_step, n + 1);
    if (papers_are_chased(c, a))
        add_open(out, "papers");
    for (size_t i = 0; i < n; i++) {
        struct journey_step *s = &out->steps[i];
        const struct step_row *row = case_step_row(c, service->steps[i].id);
        bool earlier_open = false;
        for (size_t k = 0; k < i; k++)
            if (out->steps[k].group != service->steps[i].group || service->steps[i].group < 0)
                earlier_open |= open_before[k];
        *s = (struct journey_step){ .id = service->steps[i].id, .title = service->steps[i].title,
            .group = service->steps[i].group, .done_on = row && row->done ? row->day : DAY_NONE };
        s->missing = has_ended(c) ? 0 : count_missing(a, s->id, arena); /* nothing is asked for any more */
        s->state = state_of(c, a, s, earlier_open);
        open_before[i] = s->state != STEP_DONE && s->state != STEP_SKIPPED;
        if (s->state == STEP_NOW || s->state == STEP_NEEDS)
            add_open(out, s->id);
    }
    for (size_t i = 0; i < out->n_open; i++)
        earliest(&out->due, due_of(c, a, out->open[i]));
}

const struct journey_step *journey_find(const struct journey *j, const char *step)
{
    for (size_t i = 0; i < j->n; i++)
        if (str_eq(j->steps[i].id, step))
            return &j->steps[i];
    return NULL;
}

const char *journey_next(const struct journey *j, struct arena *arena)
{
    const char *text = "";

    for (size_t i = 0; i < j->n_open; i++)
        text = arena_printf(arena, "%s%s%s", text, *text ? " " : "", j->open[i]);
    return text;
}

bool journey_recorded(const struct casefile *c, const struct journey_step *step)
{
    const struct review *r = case_review(c);

    return step->state == STEP_DONE
        || (str_eq(step->id, "review") && !has_ended(c) && r && str_eq(r->verdict, "not_possible"));
}

/* A request that ended in error, or the wrong one, goes on again until it is closed. */
static bool may_undo_end(const struct casefile *c, struct msg *why_not)
{
    if (!has_ended(c) || str_eq(c->ended, "closed")) {
        msg_set(why_not, N_("This step is not recorded as done; there is nothing to undo."), NULL);
        return false;
    }
    if (case_step_done(c, "close")) {
        msg_set(why_not, N_("A later step rests on this one: %s. Undo that one first."), words_label(&WORDS_STEP, "close"),
            NULL);
        return false;
    }
    return true;
}

bool journey_may_undo(const struct casefile *c, const struct journey *j, const char *step, struct msg *why_not)
{
    const struct journey_step *mine = journey_find(j, step);

    if (str_eq(step, JOURNEY_END))
        return may_undo_end(c, why_not);
    if (!mine || !journey_recorded(c, mine)) {
        msg_set(why_not, N_("This step is not recorded as done; there is nothing to undo."), NULL);
        return false;
    }
    for (size_t i = (size_t)(mine - j->steps) + 1; i < j->n; i++) {
        const struct journey_step *later = &j->steps[i];
        if (later->state == STEP_DONE && (later->group != mine->group || mine->group < 0)) {
            msg_set(why_not, N_("A later step rests on this one: %s. Undo that one first."),
                words_label(&WORDS_STEP, later->id), NULL);
            return false;
        }
    }
    if (str_eq(step, "payment") && c->n_payments && case_paid(c).v > 0) {
        msg_set(why_not, N_("Money was taken. Void the receipt instead; the original is collected."), NULL);
        return false;
    }
    return true;
}

bool journey_undone_here(const struct casefile *c, const struct journey *j, const char *step, struct msg *why_not)
{
    static const char *const steps[] = { "requester", "papers", "review", "report", "close", JOURNEY_END };

    if (!journey_may_undo(c, j, step, why_not))
        return false;
    for (size_t i = 0; i < COUNT_OF(steps); i++)
        if (str_eq(step, steps[i]))
            return true;
    msg_set(why_not,
        N_("This step is taken back on its own screen: cancel the booking, undo the check-in, void the receipt, or move the pieces back."),
        NULL);
    return false;
}
