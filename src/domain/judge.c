/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/judge.h"

#include "domain/words.h"

/* A word that the policy language knows is a fact; anything else that stands in the column is not. */
static void set_word(struct facts *f, enum fact_id id, const char *word)
{
    if (!str_empty(word) && fact_word(id, word))
        facts_set(f, id, word);
}

static void set_purposes(struct facts *f, const char *purposes, struct arena *arena)
{
    const char *at = purposes;

    while (*at) {
        size_t n = strcspn(at, " ");
        if (n > 0)
            facts_add(f, FACT_PURPOSE, arena_strndup(arena, at, n));
        at += n + (at[n] == ' ');
    }
}

static void set_attendees(struct facts *f, const struct casefile *c, const struct person *patient, int *index)
{
    bool patient_listed = false;

    (void)patient;
    for (size_t i = 0; i < c->n_attendees; i++) {
        const struct attendee *a = &c->attendees[i];
        if (str_eq(a->came, "no"))
            continue;
        patient_listed |= str_eq(a->kind, "patient");
        index[i] = facts_add_attendee(f, &(struct attendee_facts){ .kind = a->kind, .relation = a->relation,
                                             .degree = KINSHIP_UNKNOWN });
    }
    if (str_eq(c->patient_attends, "yes") && !patient_listed)
        facts_add_attendee(f, &(struct attendee_facts){ .kind = "patient", .degree = KINSHIP_UNKNOWN });
    set_word(f, FACT_PATIENT_ATTENDS, c->patient_attends);
}

/* A seen paper counts while it has not run out on the day that is judged. */
static void set_proofs(struct facts *f, const struct casefile *c, const int *index, day at)
{
    for (size_t i = 0; i < c->n_proofs; i++) {
        const struct proof *p = &c->proofs[i];
        int who = ATTENDEE_ALL;
        if (day_known(p->expires) && day_cmp(p->expires, at) < 0)
            continue;
        for (size_t k = 0; p->attendee && k < c->n_attendees; k++)
            if (c->attendees[k].id == p->attendee)
                who = index[k];
        if (who == -2) /* of somebody who did not come */
            continue;
        facts_set_doc(f, p->of, who, DOC_CHECKED);
    }
}

static void set_consent(struct facts *f, const struct casefile *c)
{
    const struct consent *k = case_consent(c);

    if (k && k->verified)
        facts_set_doc(f, "consent", ATTENDEE_ALL, DOC_CHECKED);
    else if (k && day_known(k->received_on))
        facts_set_doc(f, "consent", ATTENDEE_ALL, DOC_RECEIVED);
}

static void set_papers(struct facts *f, const struct casefile *c, const struct policy *p)
{
    enum doc_state state;

    for (size_t i = 0; i < c->n_papers; i++)
        if (policy_document(p, c->papers[i].doc) && doc_state_of(c->papers[i].state, &state))
            facts_set_doc(f, c->papers[i].doc, ATTENDEE_ALL, state);
    for (size_t i = 0; i < c->n_materials; i++) {
        int64_t pieces = 0;
        for (size_t k = 0; k < c->n_materials; k++)
            if (str_eq(c->materials[k].kind, c->materials[i].kind))
                pieces += c->materials[k].pieces;
        facts_set_materials(f, c->materials[i].kind, pieces);
    }
}

/* A letter addressed to this hospital counts as the present doctor's consent (counter.md 4). */
static const char *referrer_agrees(const struct casefile *c)
{
    const struct paper *letter = case_paper(c, "referral");

    if (letter && (str_eq(letter->state, "received") || str_eq(letter->state, "checked"))
        && str_eq(letter->addressed, "us"))
        return "yes";
    return c->referrer_agrees;
}

/* Answers to what the policy asks beside the columns: "q.ID" or a built-in fact by its name. */
static void set_answers(struct facts *f, const struct casefile *c)
{
    for (size_t i = 0; i < c->n_facts; i++) {
        enum fact_id id;
        if (str_starts(c->facts[i].fact, "q."))
            facts_set_question(f, c->facts[i].fact + 2, c->facts[i].value);
        else if (fact_by_name(c->facts[i].fact, &id))
            set_word(f, id, c->facts[i].value);
    }
}

struct facts *case_facts(const struct casefile *c, const struct policy *p, day today, day at, struct arena *arena)
{
    struct facts *f = facts_new(arena);
    int *index = ARENA_ARRAY(arena, int, c->n_attendees + 1);

    for (size_t i = 0; i < c->n_attendees; i++)
        index[i] = -2;
    facts_set_day(f, at);
    facts_set(f, FACT_SERVICE, c->service);
    if (!str_empty(c->department))
        facts_add(f, FACT_DEPARTMENT, c->department);
    if (!str_empty(c->disease))
        facts_set(f, FACT_DISEASE, c->disease);
    if (!str_empty(c->applicant_kind) && fact_word(FACT_APPLICANT_KIND, c->applicant_kind))
        facts_add(f, FACT_APPLICANT_KIND, c->applicant_kind);
    facts_set_birth(f, c->patient.birth);
    set_word(f, FACT_PATIENT_CAPABLE, c->patient_capable);
    set_word(f, FACT_PATIENT_TOLD, c->told);
    set_word(f, FACT_PATIENT_AGREES, c->patient_agrees);
    set_word(f, FACT_PATIENT_INPATIENT_ELSEWHERE, c->inpatient);
    set_word(f, FACT_REFERRER_AGREES, referrer_agrees(c));
    set_word(f, FACT_PATIENT_DECEASED, str_eq(c->ended, "deceased") ? "yes" : "");
    if (day_known(c->received_on))
        facts_set_number(f, FACT_REQUEST_AGE, day_diff(today, c->received_on));
    set_purposes(f, c->purposes, arena);
    set_attendees(f, c, &c->patient, index);
    set_papers(f, c, p);
    set_consent(f, c);
    set_proofs(f, c, index, at);
    set_answers(f, c);
    return f;
}

/* An override counts once it is approved; while its approval is open, on its own day only. */
static void add_overridden(struct strings *out, const struct casefile *c, day today, struct arena *arena)
{
    out->item = ARENA_ARRAY(arena, const char *, c->n_overrides + 1);
    for (size_t i = 0; i < c->n_overrides; i++) {
        const struct override_row *o = &c->overrides[i];
        if (o->answered ? o->approved : day_cmp(o->day, today) == 0)
            out->item[out->n++] = o->rule;
    }
}

/* A reason that a person picked is kept as the answer "pick.RULE". */
static void add_picked(struct strings *out, const struct casefile *c, struct arena *arena)
{
    out->item = ARENA_ARRAY(arena, const char *, c->n_facts + 1);
    for (size_t i = 0; i < c->n_facts; i++)
        if (str_starts(c->facts[i].fact, "pick.") && str_eq(c->facts[i].value, "yes"))
            out->item[out->n++] = c->facts[i].fact + 5;
}

static void set_events(struct answer_in *in, const struct casefile *c)
{
    const struct appointment *a = case_last_appointment(c);
    const struct visit *v = case_visit(c);
    const struct step_row *booking = case_step_row(c, "booking");

    in->events[EVENT_APPLICATION] = c->received_on;
    in->events[EVENT_DOCUMENTS_COMPLETE] = c->complete_on;
    if (booking && booking->done)
        in->events[EVENT_DATE_DECIDED] = booking->day;
    if (a)
        in->events[EVENT_APPOINTMENT_TOLD] = a->told_on;
    if (v && v->ended)
        in->events[EVENT_VISIT] = v->day;
    if (c->n_payments && case_owed(c).v == 0)
        in->events[EVENT_PAYMENT] = c->payments[c->n_payments - 1].paid_on;
    if (c->n_reports)
        in->events[EVENT_REPORT_SENT] = c->reports[c->n_reports - 1].sent_on;
}

void judge_ask(const struct casefile *c, const struct policy *p, const struct calendar *cal, day today, struct arena *arena,
    struct answer_in *out)
{
    const struct appointment *a = case_last_appointment(c);

    answer_in_init(out, p, case_facts(c, p, today, a ? a->day : today, arena), cal, today);
    out->visit = a ? a->day : DAY_NONE;
    add_overridden(&out->overridden, c, today, arena);
    add_picked(&out->picked, c, arena);
    set_events(out, c);
}

void judge_answer(const struct answer_in *asked, struct arena *arena, struct judgement *out)
{
    *out = (struct judgement){ .policy = asked->policy, .facts = asked->facts, .today = asked->today,
        .visit_day = asked->visit };
    policy_answer(asked, arena, &out->answer);
}

void judge(const struct casefile *c, const struct policy *p, const struct calendar *cal, day today,
    struct arena *arena, struct judgement *out)
{
    struct answer_in in;

    judge_ask(c, p, cal, today, arena, &in);
    judge_answer(&in, arena, out);
    journey_of(c, p, &out->answer, today, arena, &out->journey);
}

const struct opening *case_opening(const struct policy *p, const struct casefile *c)
{
    const struct policy_department *d = policy_department(p, c->department);
    const struct policy_service *s = policy_service(p, c->service);

    if (d && d->calendar)
        return policy_calendar(p, d->calendar);
    return s && s->calendar ? policy_calendar(p, s->calendar) : NULL;
}
