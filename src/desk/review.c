/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/review.h"

#include "desk/act.h"
#include "desk/inside.h"
#include "desk/paper_desk.h"
#include "domain/request_check.h"
#include "domain/words.h"
#include "store/end_store.h"
#include "store/paper_store.h"
#include "store/request_store.h"
#include "store/review_store.h"

static const char *const touched[] = { "review", NULL };

/* A round that is open: sent and not answered. */
static bool is_open(const struct review *r)
{
    return r && str_empty(r->verdict);
}

bool review_may_send(const struct casefile *c, const struct judgement *j, struct err *e)
{
    const struct journey_step *step = journey_find(&j->journey, "review");
    char missing[16];

    if (!str_empty(c->ended))
        return err_set(e, ERR_RULE, "review", N_("This request has ended."), NULL);
    if (is_open(case_review(c)))
        return err_set(e, ERR_RULE, "review", N_("The department has not answered yet. Ask again instead of sending once more."), NULL);
    if (!step || step->state == STEP_DONE)
        return err_set(e, ERR_RULE, "review", N_("The department has already accepted."), NULL);
    if (step->state == STEP_NOW)
        return true;
    snprintf(missing, sizeof missing, "%d", step->missing);
    return step->missing > 0
        ? err_set(e, ERR_RULE, "review", N_("Something is still missing before the department can be asked (%s). The panel says what."),
              missing, NULL)
        : err_set(e, ERR_RULE, "review", N_("An earlier step is still open. Finish it first."), NULL);
}

bool desk_review_send(struct desk *d, int64_t request, const char *department, int64_t *print_id, struct err *e)
{
    struct act a;
    struct casefile *c;
    struct judgement *j;
    int64_t id, print = 0;

    bool ok = act_begin(d, ACT_REVIEW_SEND, NO_SECOND, NULL, &a, e);
    if (ok) {
        ok = act_case(&a, request, &c, e) && act_judge(&a, c, &j, e) && review_may_send(c, j, e)
            && review_store_send(a.db, request, str_or(department, c->department), a.today, a.by, &id, e)
            && act_print(&a, "department_sheet", "request", request, LANG_JA, &print, e)
            && act_trail(&a, "review", request, NULL, e) && act_settle(&a, request, touched, e);
        ok = act_end(&a, ok, e);
    }
    if (ok && print_id)
        *print_id = print;
    return ok;
}

bool desk_review_ask_again(struct desk *d, int64_t request, int64_t rev, struct err *e)
{
    struct act a;
    struct casefile *c;

    if (!act_begin(d, ACT_REVIEW_ASK_AGAIN, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, request, &c, e);
    if (ok && !is_open(case_review(c)))
        ok = err_set(e, ERR_RULE, "review", N_("No question to the department is open. F8 prints the sheet and records it."), NULL);
    if (ok) {
        struct review r = *case_review(c);
        r.rev = rev;
        r.asked_again_on = a.today;
        ok = review_store_save(a.db, &r, a.by, e) && act_trail(&a, "review", request, NULL, e);
    }
    return act_end(&a, ok, e);
}

bool review_answer_check(const struct review_answer *x, day today, struct err *e)
{
    if (!words_has(&WORDS_REVIEW_VERDICT, x->verdict))
        return err_set(e, ERR_RULE, "verdict", N_("What did the department say? Choose one of the numbers."), NULL);
    if (!day_known(x->answered_on) || day_cmp(x->answered_on, today) > 0)
        return err_set(e, ERR_RULE, "answered_on", N_("Enter the day of the answer, up to today."), NULL);
    if (str_eq(x->verdict, "accepted") && !x->specialist)
        return err_set(e, ERR_RULE, "specialist", N_("Which specialist takes the case? Choose one."), NULL);
    if (str_eq(x->verdict, "not_possible") && !words_has(&WORDS_DECLINE_CODE, x->code))
        return err_set(e, ERR_RULE, "code", N_("Why is it not possible? Choose a reason."), NULL);
    if (str_eq(x->code, "r99") && str_empty(x->reason))
        return err_set(e, ERR_RULE, "reason", N_("Enter the reason in words."), NULL);
    if (str_eq(x->verdict, "more_papers") && str_empty(x->more))
        return err_set(e, ERR_RULE, "more", N_("Which papers are wanted? Enter them."), NULL);
    if (str_eq(x->verdict, "more_papers") && day_known(x->more_by) && day_cmp(x->more_by, today) < 0)
        return err_set(e, ERR_RULE, "more_by", N_("This date is already over. Enter today or a later day."), NULL);
    return free_text_check(x->more, "more", x->other_number, e) && free_text_check(x->reason, "reason", x->other_number, e)
        && free_text_check(x->dates, "dates", x->other_number, e);
}

/* More papers: the records are awaited again, and somebody calls. The day on which the first of them came is that of
 * the pieces (material) and stays in the history. */
static bool ask_for_more(struct act *a, const struct casefile *c, const struct review_answer *x, struct err *e)
{
    const struct paper *records = case_paper(c, "records");
    const struct policy *p = desk_policy(a->desk, c->policy, e);

    if (!p)
        return false;
    if (policy_document(p, "records")) {
        struct paper again = records ? *records : (struct paper){ .doc = "records", .dated = DAY_NONE };
        again.state = "awaited";
        again.promised_on = again.received_on = DAY_NONE;
        if (!paper_store_save(a->db, c->id, &again, a->at, a->by, e)
            || !act_step_undone(a, c->id, "papers", "more papers wanted by the department", e))
            return false;
    }
    return plan_call(a->db, c->counter, c->id, "papers", c->applicant_name, day_known(x->more_by) ? x->more_by : a->today,
        a->at, a->by, e);
}

static bool answer(struct act *a, const struct review_answer *x, struct err *e)
{
    static const char *const steps[] = { "papers", "review", NULL };
    struct casefile *c;

    if (!act_case(a, x->request, &c, e))
        return false;
    if (!is_open(case_review(c)))
        return err_set(e, ERR_RULE, "review", N_("No question to the department is open. F8 prints the sheet and records it."), NULL);
    struct review r = *case_review(c);
    r.rev = x->rev;
    r.answered_on = x->answered_on;
    r.verdict = x->verdict;
    r.specialist = str_eq(x->verdict, "accepted") ? x->specialist : 0;
    r.dates = x->dates;
    r.code = str_eq(x->verdict, "not_possible") ? x->code : "";
    r.reason = x->reason;
    r.more = str_eq(x->verdict, "more_papers") ? x->more : "";
    r.more_by = str_eq(x->verdict, "more_papers") ? x->more_by : DAY_NONE;
    return review_store_save(a->db, &r, a->by, e)
        && (!str_eq(x->verdict, "more_papers") || ask_for_more(a, c, x, e)) && act_trail(a, "review", x->request, NULL, e)
        && act_settle(a, x->request, steps, e);
}

bool desk_review_answer(struct desk *d, const struct review_answer *x, struct err *e)
{
    struct act a;

    if (!review_answer_check(x, desk_today(d), e))
        return false;
    return act_begin(d, ACT_REVIEW_ANSWER, NO_SECOND, NULL, &a, e)
        && act_end(&a, answer(&a, x, e), e);
}

static bool told(struct act *a, int64_t request, const char *how, int64_t *print, struct err *e)
{
    struct casefile *c;

    if (!act_case(a, request, &c, e))
        return false;
    const struct review *r = case_review(c);
    if (!r || !str_eq(r->verdict, "not_possible"))
        return err_set(e, ERR_RULE, "review", N_("The department has not said that it is not possible."), NULL);
    struct review now = *r;
    now.told_on = a->today;
    now.told_how = how;
    return review_store_save(a->db, &now, a->by, e)
        && (!str_eq(how, "post") || act_print(a, "not_possible", "request", request, c->lang, print, e))
        && end_calls(a->db, request, a->at, a->by, e) && request_store_end(a->db, request, "declined", a->today, e)
        && act_trail(a, "request", request, NULL, e) && act_settle(a, request, (const char *const[]){ "return", NULL }, e);
}

bool desk_review_told(struct desk *d, int64_t request, const char *how, int64_t *print_id, struct err *e)
{
    struct act a;
    int64_t print = 0;

    if (!words_has(&WORDS_CHANNEL, how))
        return err_set(e, ERR_RULE, "told_how", N_("How was the visitor told? Choose one of the numbers."), NULL);
    bool ok = act_begin(d, ACT_REVIEW_TOLD, NO_SECOND, NULL, &a, e);
    ok = ok && act_end(&a, told(&a, request, how, &print, e), e);
    if (ok && print_id)
        *print_id = print;
    return ok;
}
