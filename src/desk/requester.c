/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/requester.h"

#include "desk/act.h"
#include "domain/request_check.h"
#include "domain/words.h"
#include "store/request_store.h"
#include "store/requester_store.h"
#include "text/safe.h"

static const char *const touched[] = { "requester", "papers", NULL };

static bool is_empty(const struct attendee *x)
{
    return str_empty(x->kind) && str_empty(x->name);
}

static bool attendee_check(const struct attendee *x, struct err *e)
{
    if (!words_has(&WORDS_ATTENDEE_KIND, x->kind))
        return err_set(e, ERR_RULE, "kind", N_("Say who this is: the patient, family, a guardian ... Choose one of the numbers."), NULL);
    if (!str_empty(x->relation) && !words_has(&WORDS_RELATION, x->relation))
        return err_set(e, ERR_INPUT, "relation", N_("Choose one of the numbers beside the field."), NULL);
    return (str_empty(x->name) || safe_name(x->name, "name", e)) && (str_empty(x->kana) || safe_name(x->kana, "kana", e))
        && (str_empty(x->phone) || safe_name(x->phone, "phone", e));
}

static bool draft_check(const struct requester_draft *draft, struct err *e)
{
    bool patient = false;

    if (!str_empty(draft->applicant_name) && !safe_name(draft->applicant_name, "applicant_name", e))
        return false;
    for (size_t i = 0; i < draft->n_attendees; i++) {
        if (is_empty(&draft->attendees[i]))
            continue;
        if (!attendee_check(&draft->attendees[i], e))
            return false;
        patient |= str_eq(draft->attendees[i].kind, "patient");
    }
    if (patient && str_eq(draft->patient_attends, "no"))
        return err_set(e, ERR_RULE, "patient_attends",
            N_("The patient is listed among those who come, but does not attend. Change one of the two."), NULL);
    return true;
}

static bool is_kept(const struct requester_draft *draft, int64_t id)
{
    for (size_t i = 0; i < draft->n_attendees; i++)
        if (draft->attendees[i].id == id && !is_empty(&draft->attendees[i]))
            return true;
    return false;
}

static bool differs(const struct attendee *a, const struct attendee *b)
{
    return !str_eq(a->kind, b->kind) || !str_eq(a->name, str_or(b->name, "")) || !str_eq(a->kana, str_or(b->kana, ""))
        || !str_eq(a->relation, str_or(b->relation, "")) || !str_eq(a->phone, str_or(b->phone, ""));
}

static bool save_attendees(struct act *a, const struct casefile *was, const struct requester_draft *draft, struct err *e)
{
    for (size_t i = 0; i < was->n_attendees; i++)
        if (!is_kept(draft, was->attendees[i].id)
            && !attendee_store_remove(a->db, was->attendees[i].id, was->attendees[i].rev, e))
            return false;
    for (size_t i = 0; i < draft->n_attendees; i++) {
        const struct attendee *x = &draft->attendees[i];
        const struct attendee *old = x->id ? case_attendee(was, x->id) : NULL;
        int64_t id;
        if (is_empty(x) || (old && !differs(old, x)))
            continue;
        if (!attendee_store_save(a->db, was->id, x, &id, e))
            return false;
    }
    return true;
}

bool desk_requester_save(struct desk *d, const struct requester_draft *draft, struct err *e)
{
    struct act a;
    struct casefile *was;

    if (!draft_check(draft, e))
        return false;
    if (!act_begin(d, ACT_ATTENDEES_SAVE, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, draft->request, &was, e);
    if (ok) {
        struct casefile c = *was;
        c.rev = draft->rev;
        c.applicant_kind = draft->applicant_kind;
        c.applicant_name = draft->applicant_name;
        c.patient_attends = draft->patient_attends;
        c.patient_capable = draft->patient_capable;
        ok = request_store_attend(a.db, was, &c, a.at, a.by, e) && save_attendees(&a, was, draft, e)
            && act_trail(&a, "request", draft->request, NULL, e) && act_settle(&a, draft->request, touched, e);
    }
    return act_end(&a, ok, e);
}

bool consent_check(const struct consent_draft *x, day today, struct err *e)
{
    if (!past_check(x->issued_on, today, "issued_on", e) || !past_check(x->received_on, today, "received_on", e)
        || !past_check(x->signed_on, today, "signed_on", e))
        return false;
    if (x->verified && !day_known(x->received_on))
        return err_set(e, ERR_RULE, "received_on",
            N_("Consent form not yet received. When you have it, enter the date under \"Received\"."), NULL);
    if (day_known(x->received_on) && str_empty(x->signer))
        return err_set(e, ERR_RULE, "signer", N_("Who signed? A form without a signature is not taken in."), NULL);
    if (str_eq(x->signer, "written_for") && str_empty(x->why_not_self))
        return err_set(e, ERR_RULE, "why_not_self",
            N_("The form was written for the patient: enter why the patient could not sign."), NULL);
    if (str_eq(x->signer, "written_for") && str_empty(x->writer))
        return err_set(e, ERR_RULE, "writer", N_("The form was written for the patient: enter who wrote it."), NULL);
    return (str_empty(x->why_not_self) || safe_name(x->why_not_self, "why_not_self", e))
        && (str_empty(x->writer) || safe_name(x->writer, "writer", e));
}

static const struct consent *find_consent(const struct casefile *c, int64_t id)
{
    for (size_t i = 0; i < c->n_consents; i++)
        if (c->consents[i].id == id)
            return &c->consents[i];
    return NULL;
}

/* What is stored, with what the form gives laid over it. */
static struct consent merged(const struct act *a, const struct consent *was, const struct consent_draft *x)
{
    struct consent c = was ? *was
                           : (struct consent){ .kind = "form", .issued_on = DAY_NONE, .received_on = DAY_NONE,
                                 .signed_on = DAY_NONE, .withdrawn_on = DAY_NONE };

    if (was)
        c.rev = x->rev;
    if (day_known(x->issued_on)) {
        c.issued_on = x->issued_on;
        c.issued_how = x->issued_how;
        if (!c.issued_by)
            c.issued_by = a->by;
    }
    if (day_known(x->received_on))
        c.received_on = x->received_on;
    if (!str_empty(x->signer))
        c.signer = x->signer;
    if (day_known(x->signed_on))
        c.signed_on = x->signed_on;
    if (!str_empty(x->why_not_self))
        c.why_not_self = x->why_not_self;
    if (!str_empty(x->writer))
        c.writer = x->writer;
    if (x->verified && !c.verified) {
        c.verified = true;
        c.verified_at = a->at;
        c.verified_by = a->by;
    }
    return c;
}

bool desk_consent_save(struct desk *d, const struct consent_draft *draft, struct err *e)
{
    struct act a;
    struct casefile *c;
    int64_t id;

    if (!consent_check(draft, desk_today(d), e))
        return false;
    if (!act_begin(d, ACT_CONSENT_SAVE, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, draft->request, &c, e);
    const struct consent *was = ok && draft->id ? find_consent(c, draft->id) : NULL;
    struct consent now = merged(&a, was, draft);
    ok = ok && (was ? consent_store_save(a.db, &now, e) : consent_store_add(a.db, c->id, &now, &id, e))
        && act_trail(&a, "consent", draft->request, NULL, e) && act_settle(&a, draft->request, touched, e);
    return act_end(&a, ok, e);
}

static bool withdrawal_check(day on, day today, struct err *e)
{
    if (!day_known(on) || day_cmp(on, today) > 0)
        return err_set(e, ERR_RULE, "withdrawn_on",
            N_("A consent is withdrawn on the day on which the patient says so. Enter a day up to today."), NULL);
    return true;
}

bool desk_consent_withdraw(struct desk *d, int64_t request, int64_t consent, day on, struct err *e)
{
    struct act a;
    struct casefile *c;

    if (!withdrawal_check(on, desk_today(d), e))
        return false;
    if (!act_begin(d, ACT_CONSENT_SAVE, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, request, &c, e);
    const struct consent *was = ok ? find_consent(c, consent) : NULL;
    if (ok && !was)
        ok = err_set(e, ERR_RULE, "consent", N_("This consent form is no longer there."), NULL);
    if (ok) {
        struct consent now = *was;
        now.withdrawn_on = on;
        ok = consent_store_save(a.db, &now, e) && act_trail(&a, "consent", request, NULL, e)
            && act_settle(&a, request, touched, e);
    }
    return act_end(&a, ok, e);
}

bool proof_check(const struct proof_draft *x, day today, struct err *e)
{
    bool identity = str_eq(x->of, "identity");

    if (!words_has(&WORDS_PROOF_OF, x->of))
        return err_set(e, ERR_RULE, "of", N_("Say what the paper shows: identity, relationship ..."), NULL);
    if (!words_has(identity ? &WORDS_IDENTITY_PAPER : &WORDS_RELATION_PAPER, x->kind))
        return err_set(e, ERR_RULE, "kind", N_("Which paper was shown? Choose one of the numbers."), NULL);
    /* Only the register proves it; a joint card or a handbook does not (counter.md, Privacy). */
    if (str_eq(x->of, "parental_authority") && !str_eq(x->kind, "family_register")
        && !str_eq(x->kind, "foreign_certificate"))
        return err_set(e, ERR_RULE, "kind", N_("Only the family register shows parental authority."), NULL);
    if (day_known(x->expires) && day_cmp(x->expires, today) < 0)
        return err_set(e, ERR_RULE, "expires", N_("This paper has expired. Ask for another one."), NULL);
    return past_check(x->issued, today, "issued", e) && (str_empty(x->shown_by) || safe_name(x->shown_by, "shown_by", e));
}

bool desk_proof_see(struct desk *d, const struct proof_draft *draft, struct err *e)
{
    struct act a;
    int64_t id;

    if (!proof_check(draft, desk_today(d), e))
        return false;
    bool ok = act_begin(d, ACT_PROOF_SEE, NO_SECOND, NULL, &a, e);
    if (ok) {
        struct proof x = { .attendee = draft->attendee, .of = draft->of, .kind = draft->kind,
            .shown_by = draft->shown_by, .issued = draft->issued, .expires = draft->expires, .at = a.at, .by = a.by };
        ok = proof_store_add(a.db, draft->request, &x, &id, e) && act_trail(&a, "proof", draft->request, NULL, e)
            && act_settle(&a, draft->request, touched, e);
        ok = act_end(&a, ok, e);
    }
    return ok;
}

bool desk_proof_undo(struct desk *d, int64_t request, int64_t proof, const char *why, struct err *e)
{
    struct act a;

    if (!reason_check(why, e))
        return false;
    if (!act_begin(d, ACT_PROOF_UNDO, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = proof_store_undo(a.db, request, proof, a.at, a.by, why, e) && act_trail(&a, "proof", request, NULL, e)
        && act_settle(&a, request, touched, e);
    return act_end(&a, ok, e);
}
