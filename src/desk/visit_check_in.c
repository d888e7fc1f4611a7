/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check-in: who is really here changes what is needed (counter.md 9; OMU-13, OMU-25 to 27). */
#include "desk/act.h"
#include "desk/booking_inside.h"
#include "desk/charge.h"
#include "desk/inside.h"
#include "desk/paper_desk.h"
#include "desk/visit.h"
#include "domain/words.h"
#include "domain/request_check.h"
#include "store/appointment_store.h"
#include "store/override_store.h"
#include "store/person_store.h"
#include "store/request_store.h"
#include "store/requester_store.h"
#include "store/visit_store.h"
#include "text/fold.h"
#include "text/safe.h"

static const char *const touched[] = { "requester", "papers", "booking", NULL }; /* booking: who was marked as not come */

static const char *yes_no(bool yes)
{
    return yes ? "yes" : "no";
}

static const struct came *came_of(const struct check_in_draft *draft, int64_t attendee)
{
    for (size_t i = 0; i < draft->n_came; i++)
        if (draft->came[i].attendee == attendee && attendee)
            return &draft->came[i];
    return NULL;
}

/* Does this expected person count as here? Without a word: the patient as said, everybody else as expected. */
static bool is_here(const struct check_in_draft *draft, const struct attendee *x)
{
    const struct came *said = came_of(draft, x->id);

    if (str_eq(x->kind, "patient"))
        return draft->patient_came;
    return !said || said->came;
}

static void lay_attendees(const struct check_in_draft *draft, struct casefile *c, struct arena *a)
{
    struct attendee *all = ARENA_ARRAY(a, struct attendee, c->n_attendees + draft->n_came + 1);

    for (size_t i = 0; i < c->n_attendees; i++) {
        all[i] = c->attendees[i];
        all[i].came = yes_no(is_here(draft, &all[i]));
    }
    size_t n = c->n_attendees;
    for (size_t i = 0; i < draft->n_came; i++)
        if (draft->came[i].attendee == 0 && draft->came[i].came && !str_empty(draft->came[i].kind))
            all[n++] = (struct attendee){ .id = -(int64_t)i - 1, .kind = draft->came[i].kind,
                .name = str_or(draft->came[i].name, ""), .kana = "", .relation = str_or(draft->came[i].relation, ""),
                .phone = "", .came = "yes" };
    c->attendees = all;
    c->n_attendees = n;
}

static bool has_shown(const struct proof *proofs, size_t n, int64_t attendee, const char *of)
{
    for (size_t i = 0; i < n; i++)
        if (proofs[i].attendee == attendee && str_eq(proofs[i].of, of))
            return true;
    return false;
}

/* Whose a paper at the door is when nobody said: of the first who came and has not shown one of that kind yet, the
 * patient aside; when all have, of the first who came. */
static int64_t who_shows(const struct casefile *c, const struct proof *proofs, size_t n, const char *of)
{
    int64_t first = 0;

    for (size_t i = 0; i < c->n_attendees; i++) {
        const struct attendee *x = &c->attendees[i];
        if (str_eq(x->came, "no") || str_eq(x->kind, "patient"))
            continue;
        if (!has_shown(proofs, n, x->id, of))
            return x->id;
        first = first ? first : x->id;
    }
    return first;
}

static void lay_shown(const struct check_in_draft *draft, struct casefile *c, day today, struct arena *a)
{
    struct proof *proofs = ARENA_ARRAY(a, struct proof, c->n_proofs + draft->n_shown + 1);
    struct consent *consents = ARENA_ARRAY(a, struct consent, c->n_consents + draft->n_shown + 1);

    if (c->n_proofs)
        memcpy(proofs, c->proofs, c->n_proofs * sizeof *proofs);
    if (c->n_consents)
        memcpy(consents, c->consents, c->n_consents * sizeof *consents);
    for (size_t i = 0; i < draft->n_shown; i++) {
        const struct shown *x = &draft->shown[i];
        if (str_eq(x->of, "consent"))
            consents[c->n_consents++] = (struct consent){ .kind = "form", .issued_on = DAY_NONE, .received_on = today,
                .signer = x->kind, .signed_on = DAY_NONE, .why_not_self = "", .writer = "", .verified = true,
                .withdrawn_on = DAY_NONE };
        else {
            int64_t who = x->attendee ? x->attendee : who_shows(c, proofs, c->n_proofs, x->of);
            proofs[c->n_proofs++] = (struct proof){ .attendee = who, .of = x->of, .kind = x->kind, .shown_by = "",
                .issued = DAY_NONE, .expires = DAY_NONE };
        }
    }
    c->proofs = proofs;
    c->consents = consents;
}

void check_in_judge(const struct case_view *v, const struct check_in_draft *draft, struct arena *a, struct casefile *c,
    struct judgement *out)
{
    *c = v->c;
    c->patient_attends = yes_no(draft->patient_came);
    lay_attendees(draft, c, a);
    lay_shown(draft, c, v->today, a);
    judge(c, v->policy, v->calendar, v->today, a, out);
}

size_t check_in_missing(const struct judgement *j, struct arena *a, struct blocked **out)
{
    return policy_step_blocked(&j->answer, "visit", a, out);
}

/* --- before anything is written */

static bool draft_right(const struct check_in_draft *draft, struct err *e)
{
    if (!draft->said)
        return err_set(e, ERR_RULE, "said", N_("Ask the visitor to say name and birth date, and compare them."), NULL);
    for (size_t i = 0; i < draft->n_came; i++)
        if (draft->came[i].attendee == 0 && draft->came[i].came
            && (!words_has(&WORDS_ATTENDEE_KIND, draft->came[i].kind)
                || (!str_empty(draft->came[i].name) && !safe_name(draft->came[i].name, "name", e))))
            return err_set(e, ERR_RULE, "kind",
                N_("Say who this is: the patient, family, a guardian ... Choose one of the numbers."), NULL);
    for (size_t i = 0; i < draft->n_shown; i++) {
        const struct shown *x = &draft->shown[i];
        const struct words *of = str_eq(x->of, "consent") ? &WORDS_CONSENT_SIGNER
            : str_eq(x->of, "identity")                   ? &WORDS_IDENTITY_PAPER
                                                          : &WORDS_RELATION_PAPER;
        if (!words_has(of, x->kind))
            return err_set(e, ERR_RULE, "shown", N_("Which paper was shown? Choose one of the numbers."), NULL);
        if (str_eq(x->of, "consent") && !str_eq(x->kind, "patient"))
            return err_set(e, ERR_RULE, "shown",
                N_("A form that was written for the patient needs the reason and the writer: record it under the requester."),
                NULL);
    }
    return str_empty(draft->specialist_says) || remark_check(draft->specialist_says, "specialist_says", e);
}

static bool at_the_door(struct act *a, const struct casefile *c, const struct appointment **out, struct err *e)
{
    struct case_view v = { .c = *c, .today = a->today };
    char on[DAY_TEXT];

    *out = case_last_appointment(c);
    switch (visit_door(&v)) {
    case DOOR_CHECK_IN:
    case DOOR_NO_SHOW: return true;
    case DOOR_NO_BOOKING:
        return err_set(e, ERR_RULE, "request",
            N_("There is no appointment: second opinions are by appointment only. Take a request, or book a date."), NULL);
    case DOOR_OTHER_DAY:
        day_iso((*out)->day, on);
        return err_set(e, ERR_RULE, "request",
            N_("The appointment is on %s, not today. Move it to today if the specialist agrees."), on, NULL);
    default: return err_set(e, ERR_RULE, "request", N_("This visitor is checked in already."), NULL);
    }
}

static bool number_known(struct act *a, const struct casefile *c, const struct check_in_draft *draft, struct err *e)
{
    struct person p = c->patient;
    struct person_hit *hits;
    size_t n;

    if (str_empty(draft->patient_no) || str_eq(draft->patient_no, c->patient.patient_no))
        return !str_empty(c->patient.patient_no)
            || err_set(e, ERR_RULE, "patient_no", N_("The patient number is needed at check-in. Enter it from the patient card."), NULL);
    p.patient_no = fold_ascii(a->arena, draft->patient_no);
    if (!safe_name(p.patient_no, "patient_no", e) || !patient_no_check(p.patient_no, e))
        return false;
    if (!person_store_search(a->db, p.patient_no, DAY_NONE, 8, a->arena, &hits, &n, e))
        return false;
    for (size_t i = 0; i < n; i++)
        if (str_eq(hits[i].person.patient_no, p.patient_no) && hits[i].person.id != p.id)
            return err_set(e, ERR_RULE, "patient_no", N_("This number belongs to %s. Look at the card again."),
                hits[i].person.name, NULL);
    return person_store_edit(a->db, &c->patient, &p, a->at, a->by, e);
}

/* --- writing */

static bool write_attendance(struct act *a, const struct casefile *was, const struct check_in_draft *draft, int64_t *fresh,
    struct err *e)
{
    struct casefile now = *was;

    now.patient_attends = yes_no(draft->patient_came);
    if (!str_eq(now.patient_attends, was->patient_attends) && !request_store_attend(a->db, was, &now, a->at, a->by, e))
        return false;
    for (size_t i = 0; i < was->n_attendees; i++)
        if (!attendee_store_came(a->db, was->attendees[i].id, yes_no(is_here(draft, &was->attendees[i])), e))
            return false;
    for (size_t i = 0; i < draft->n_came; i++) {
        const struct came *x = &draft->came[i];
        struct attendee row = { .kind = x->kind, .name = str_or(x->name, ""), .relation = str_or(x->relation, "") };
        if (x->attendee || !x->came)
            continue;
        if (!attendee_store_save(a->db, was->id, &row, &fresh[i], e) || !attendee_store_came(a->db, fresh[i], "yes", e))
            return false;
    }
    return true;
}

static bool write_consent(struct act *a, const struct casefile *c, const struct shown *x, struct err *e)
{
    const struct consent *old = case_consent(c);
    struct consent paper = { .kind = "form", .issued_on = DAY_NONE, .issued_how = "", .signed_on = DAY_NONE,
        .why_not_self = "", .writer = "", .withdrawn_on = DAY_NONE };
    int64_t id;

    if (old)
        paper = *old;
    if (!day_known(paper.received_on) || !old)
        paper.received_on = a->today;
    paper.signer = x->kind;
    paper.verified = true;
    paper.verified_at = a->at;
    paper.verified_by = a->by;
    return old ? consent_store_save(a->db, &paper, e) : consent_store_add(a->db, c->id, &paper, &id, e);
}

/* c is what check_in_judge judged: its new proofs, behind those of before, say whose they are. */
static bool write_shown(struct act *a, const struct casefile *was, const struct casefile *c,
    const struct check_in_draft *draft, const int64_t *fresh, struct err *e)
{
    int64_t id;

    for (size_t i = 0; i < draft->n_shown; i++)
        if (str_eq(draft->shown[i].of, "consent") && !write_consent(a, was, &draft->shown[i], e))
            return false;
    for (size_t i = was->n_proofs; i < c->n_proofs; i++) {
        struct proof p = c->proofs[i];
        if (p.attendee < 0) /* somebody new, as check_in_judge numbers them */
            p.attendee = fresh[-p.attendee - 1];
        p.at = a->at;
        p.by = a->by;
        if (!proof_store_add(a->db, c->id, &p, &id, e))
            return false;
    }
    return true;
}

static const char *rule_of(const struct blocked *b)
{
    if (b->kind == BLOCKED_RULE)
        return b->rule->id;
    return b->kind == BLOCKED_DOCUMENT ? b->document->doc->rule.id : NULL;
}

/* The specialist was asked and lets them: each rule that holds the visit is overridden, to be approved. */
static bool write_overrides(struct act *a, const struct casefile *c, const struct judgement *j,
    const struct check_in_draft *draft, struct err *e)
{
    struct blocked *list;
    size_t n = check_in_missing(j, a->arena, &list);
    int64_t id;

    for (size_t i = 0; i < n && !str_empty(draft->specialist_says); i++) {
        const char *rule = rule_of(&list[i]);
        if (rule && !override_store_add(a->db,
                &(struct override_entry){ .request = c->id, .rule = rule, .reason = draft->specialist_says, .day = a->today,
                    .at = a->at, .by = a->by },
                &id, e))
            return false;
    }
    return true;
}

static bool is_allowed(struct act *a, const struct judgement *j, struct err *e)
{
    struct msg why;

    if (!step_hindrance(a->desk, j, "visit", a->arena, &why))
        return true;
    if (e && e->kind == ERR_NONE) {
        *e = (struct err){ .kind = ERR_RULE, .msg = why };
        str_copy(e->field, sizeof e->field, "missing");
    }
    return false;
}

static bool write_visit(struct act *a, const struct casefile *c, const struct appointment *x, bool patient_came,
    int *call_number, struct err *e)
{
    int64_t id;

    return appointment_store_turn(a->db,
               &(struct appointment_turn){ .id = x->id, .rev = x->rev, .state = "arrived", .at = a->at, .by = a->by }, e)
        && visit_store_arrive(a->db,
            &(struct visit_entry){ .request = c->id, .appointment = x->id, .day = a->today,
                .patient_came = yes_no(patient_came), .at = a->at, .by = a->by },
            &id, call_number, e);
}

static bool check_in(struct act *a, const struct check_in_draft *draft, int *call_number, int64_t *print_id, struct err *e)
{
    struct casefile *was, *c;
    struct judgement *j;
    const struct appointment *x;
    int64_t fresh[CAME_MAX] = { 0 };
    struct case_view v;

    if (!act_case(a, draft->request, &was, e) || !at_the_door(a, was, &x, e) || !number_known(a, was, draft, e))
        return false;
    v = (struct case_view){ .c = *was, .policy = desk_policy(a->desk, was->policy, e),
        .calendar = desk_calendar(a->desk, e), .today = a->today };
    if (!v.policy || !v.calendar)
        return false;
    c = ARENA_NEW(a->arena, struct casefile);
    j = ARENA_NEW(a->arena, struct judgement);
    check_in_judge(&v, draft, a->arena, c, j);
    if (!write_attendance(a, was, draft, fresh, e) || !write_shown(a, was, c, draft, fresh, e)
        || !write_overrides(a, was, j, draft, e) || !write_visit(a, was, x, draft->patient_came, call_number, e))
        return false;
    return act_case(a, draft->request, &c, e) && act_judge(a, c, &j, e) && is_allowed(a, j, e)
        && charge_add_from_policy(a, c, j, e)
        && (!draft->print || act_print(a, "call_slip", "appointment", x->id, c->lang, print_id, e))
        && act_settle(a, draft->request, touched, e)
        && act_trail(a, "request", draft->request, NULL, e);
}

bool desk_check_in(struct desk *d, const struct check_in_draft *draft, int *call_number, int64_t *print_id, struct err *e)
{
    struct act a;

    if (!draft_right(draft, e))
        return false;
    return act_begin(d, ACT_CHECK_IN, NO_SECOND, NULL, &a, e)
        && act_end(&a, check_in(&a, draft, call_number, print_id, e), e);
}
