/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/after.h"

#include "desk/act.h"
#include "desk/charge.h"
#include "desk/inside.h"
#include "desk/paper_desk.h"
#include "domain/ending.h"
#include "domain/request_check.h"
#include "domain/words.h"
#include "store/end_store.h"
#include "store/person_store.h"
#include "store/request_store.h"
#include "store/requester_store.h"
#include "store/override_store.h"
#include "store/review_store.h"
#include "text/safe.h"

/* ---------------------------------------------------------------- the report */
static bool report_sent(struct act *a, const struct report_draft *x, int64_t prints[REPORT_PRINTS], struct err *e)
{
    static const char *const steps[] = { "report", NULL };
    struct casefile *c;
    struct judgement *j;
    int64_t id;

    if (!act_case(a, x->request, &c, e) || !act_judge(a, c, &j, e) || !report_may_be_sent(c, &j->answer, e))
        return false;
    if (day_cmp(x->sent_on, case_visit(c)->day) < 0)
        return err_set(e, ERR_RULE, "sent_on", N_("The report cannot be older than the consultation. Look at the date."), NULL);
    struct report r = { .to = x->to, .sent_on = x->sent_on, .via = x->via, .tracking = x->tracking, .by = a->by };
    return report_store_add(a->db, x->request, &r, a->at, &id, e)
        && (!x->letter || act_print(a, "covering_letter", "request", x->request, LANG_JA, &prints[0], e))
        && (!x->label || act_print(a, "address_label", "request", x->request, LANG_JA, &prints[1], e))
        && act_trail(a, "report", x->request, NULL, e) && act_settle(a, x->request, steps, e);
}

bool desk_report_sent(struct desk *d, const struct report_draft *draft, int64_t print_ids[REPORT_PRINTS], struct err *e)
{
    struct act a;
    int64_t prints[REPORT_PRINTS] = { 0 };

    if (!day_known(draft->sent_on) || day_cmp(draft->sent_on, desk_today(d)) > 0)
        return err_set(e, ERR_RULE, "sent_on", N_("Enter the day on which the report was sent, up to today."), NULL);
    if (!words_has(&WORDS_HANDOVER, draft->via))
        return err_set(e, ERR_RULE, "via", N_("Choose one of the numbers beside the field."), NULL);
    if (!str_empty(draft->tracking) && !safe_name(draft->tracking, "tracking", e))
        return false;
    bool ok = act_begin(d, ACT_REPORT_SENT, NO_SECOND, NULL, &a, e);
    ok = ok && act_end(&a, report_sent(&a, draft, prints, e), e);
    if (ok && print_ids)
        memcpy(print_ids, prints, sizeof prints);
    return ok;
}

/* ---------------------------------------------------------------- overriding a rule */
static bool may_override(const struct judgement *j, const char *rule, struct err *e)
{
    const struct spoken *s = answer_spoken(&j->answer, rule);

    if (!s)
        return err_set(e, ERR_RULE, "rule", N_("This rule does not speak against the request; there is nothing to override."), NULL);
    if (s->override == OVERRIDE_NONE)
        return err_set(e, ERR_DENIED, "rule", N_("The policy does not let anybody override this rule."), NULL);
    return true; /* a clerk asks: it counts today and waits for the approval */
}

static bool counts_at_once(const struct act *a, const struct spoken *s)
{
    return s->override == OVERRIDE_CLERK || (desk_who(a->desk)->roles & ROLE_SUPERVISOR);
}

bool desk_override(struct desk *d, int64_t request, const char *rule, const char *reason, struct err *e)
{
    static const char *const steps[] = { "requester", "papers", NULL };
    struct act a;
    struct casefile *c;
    struct judgement *j;
    int64_t id;

    if (!reason_check(reason, e))
        return false;
    if (!act_begin(d, ACT_OVERRIDE, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, request, &c, e) && act_judge(&a, c, &j, e) && may_override(j, rule, e);
    struct override_entry row = { .request = request, .rule = rule, .reason = reason, .day = a.today, .at = a.at,
        .by = a.by };
    ok = ok && override_store_add(a.db, &row, &id, e);
    if (ok && counts_at_once(&a, answer_spoken(&j->answer, rule)))
        ok = override_store_answer(a.db, id, true, a.at, a.by, e);
    ok = ok && act_trail(&a, "override", request, NULL, e) && act_settle(&a, request, steps, e);
    return act_end(&a, ok, e);
}

static bool find_open(struct act *a, int64_t override, struct override_open *out, struct err *e)
{
    struct override_open *rows;
    size_t n;

    if (!override_store_open(a->db, a->arena, &rows, &n, e))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (rows[i].id != override)
            continue;
        *out = rows[i];
        return true;
    }
    return err_set(e, ERR_RULE, "override", N_("This approval is already given or refused."), NULL);
}

bool desk_override_answer(struct desk *d, int64_t override, bool approved, struct err *e)
{
    struct act a;
    struct override_open row = { 0 };

    if (!act_begin(d, ACT_OVERRIDE_ANSWER, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = find_open(&a, override, &row, e);
    if (ok && row.by == a.by)
        ok = err_set(e, ERR_DENIED, "override", N_("Nobody approves the own override. Ask another supervisor."), NULL);
    ok = ok && override_store_answer(a.db, override, approved, a.at, a.by, e)
        && act_trail(&a, "override", row.request, NULL, e) && act_settle(&a, row.request, NULL, e);
    return act_end(&a, ok, e);
}

bool desk_overrides_waiting(struct desk *d, struct arena *a, struct override_waiting **out, size_t *n, struct err *e)
{
    struct override_open *rows;

    if (!override_store_open(d->db, a, &rows, n, e))
        return false;
    *out = ARENA_ARRAY(a, struct override_waiting, *n + 1);
    for (size_t i = 0; i < *n; i++) {
        (*out)[i] = (struct override_waiting){ .id = rows[i].id, .request = rows[i].request, .patient = rows[i].patient,
            .rule = rows[i].rule, .reason = rows[i].reason, .by_name = rows[i].by_name, .day = rows[i].day };
        case_number_text(rows[i].year, rows[i].number, (*out)[i].number);
    }
    return true;
}

/* ---------------------------------------------------------------- undoing a step */
/* The request goes on where it stood. What was cancelled with it is made anew; pieces that went back are gone. */
static bool goes_on(struct act *a, const struct casefile *c, const char *reason, struct err *e)
{
    const struct review *r = case_review(c);

    if (r && str_eq(c->ended, "declined")) {
        struct review untold = *r;
        untold.told_on = DAY_NONE;
        untold.told_how = "";
        if (!review_store_save(a->db, &untold, a->by, e))
            return false;
    }
    return request_store_end(a->db, c->id, "", DAY_NONE, e)
        && change_add(a->db, "request", c->id, "ended_why", c->ended, reason, a->at, a->by, e)
        && act_step_undone(a, c->id, "return", reason, e);
}

/* What a step rests on is taken back with it. */
static bool take_back(struct act *a, const struct casefile *c, const char *step, const char *reason, struct err *e)
{
    const struct review *r = case_review(c);

    if (str_eq(step, "report"))
        return report_store_undo(a->db, c->id, a->at, a->by, reason, e);
    if (str_eq(step, "review")) {
        if (!r)
            return true;
        struct review open = *r;
        open.verdict = open.code = open.reason = open.more = open.dates = "";
        open.specialist = 0;
        open.answered_on = open.told_on = DAY_NONE;
        open.told_how = "";
        return review_store_save(a->db, &open, a->by, e);
    }
    if (str_eq(step, JOURNEY_END))
        return goes_on(a, c, reason, e);
    if (str_eq(step, "requester") || str_eq(step, "papers"))
        return true; /* opened again: what stands there is looked at once more */
    BUG_IF(!str_eq(step, "close")); /* journey_undone_here() lets no other through */
    return request_store_end(a->db, c->id, str_eq(c->ended, "closed") ? "" : c->ended,
        str_eq(c->ended, "closed") ? DAY_NONE : c->ended_on, e);
}

bool desk_step_undo(struct desk *d, int64_t request, const char *step, const char *reason, struct err *e)
{
    struct act a;
    struct casefile *c;
    struct judgement *j;
    struct msg why;

    if (!reason_check(reason, e))
        return false;
    if (!act_begin(d, ACT_STEP_UNDO, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, request, &c, e) && act_judge(&a, c, &j, e);
    if (ok && !journey_undone_here(c, &j->journey, step, &why)) {
        ok = err_set(e, ERR_RULE, "step", why.id, why.n ? why.arg[0] : NULL, NULL);
    }
    ok = ok && take_back(&a, c, step, reason, e) && act_step_undone(&a, request, step, reason, e)
        && act_trail(&a, "request", request, NULL, e) && act_settle(&a, request, NULL, e);
    return act_end(&a, ok, e);
}

/* ---------------------------------------------------------------- side exits and the close */
static bool end_now(struct act *a, const struct casefile *c, const char *how, const char *reason, struct err *e)
{
    const char *state = str_eq(how, "no_show") ? "no_show" : "cancelled";

    return case_may_end(c, e) && charge_reverse_all(a, c, reason, e) && end_appointments(a->db, c->id, state, reason, a->at, a->by, e)
        && end_calls(a->db, c->id, a->at, a->by, e) && act_step_undone(a, c->id, "booking", reason, e)
        && request_store_end(a->db, c->id, how, a->today, e)
        && change_add(a->db, "request", c->id, "ended_why", "", reason, a->at, a->by, e) /* also where nothing was booked */
        && act_trail(a, "request", c->id, NULL, e)
        && act_settle(a, c->id, (const char *const[]){ "return", NULL }, e);
}

bool desk_request_end(struct desk *d, int64_t request, const char *how, const char *reason, struct err *e)
{
    struct act a;
    struct casefile *c;

    if (!words_has(&WORDS_ENDED, how) || str_eq(how, "closed"))
        return err_set(e, ERR_RULE, "ended", N_("How does the request end? Choose one of the numbers."), NULL);
    if (!reason_check(reason, e))
        return false;
    return act_begin(d, ACT_REQUEST_END, NO_SECOND, NULL, &a, e)
        && act_end(&a, act_case(&a, request, &c, e) && end_now(&a, c, how, reason, e), e);
}

static bool close_now(struct act *a, const struct casefile *c, const char *override_reason, struct err *e)
{
    struct judgement *j;
    struct err open = ERR_INIT;
    int64_t id;

    if (case_closed(c))
        return err_set(e, ERR_RULE, "close", N_("This request is already closed."), NULL);
    if (!act_judge(a, c, &j, e))
        return false;
    if (!case_may_close(c, &j->journey, &open)) {
        if (str_empty(override_reason)) {
            if (e)
                *e = open;
            return false;
        }
        if (!(desk_who(a->desk)->roles & ROLE_SUPERVISOR))
            return err_set(e, ERR_DENIED, "close", N_("Only a supervisor closes a request with something open."), NULL);
        struct override_entry row = { .request = c->id, .rule = "close", .reason = override_reason, .day = a->today,
            .at = a->at, .by = a->by };
        if (!override_store_add(a->db, &row, &id, e) || !override_store_answer(a->db, id, true, a->at, a->by, e))
            return false;
    }
    return request_store_end(a->db, c->id, str_or(c->ended, "closed"), day_known(c->ended_on) ? c->ended_on : a->today, e)
        && act_trail(a, "request", c->id, NULL, e) && act_close_step(a, c->id, e) && act_settle(a, c->id, NULL, e);
}

bool desk_request_close(struct desk *d, int64_t request, const char *override_reason, struct err *e)
{
    struct act a;
    struct casefile *c;

    return act_begin(d, ACT_REQUEST_CLOSE, NO_SECOND, NULL, &a, e)
        && act_end(&a, act_case(&a, request, &c, e) && close_now(&a, c, override_reason, e), e);
}
