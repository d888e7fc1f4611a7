/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/forms.h"

#include "desk/act.h"
#include "desk/paper_desk.h"
#include "domain/words.h"
#include "store/call_store.h"
#include "store/case_store.h"
#include "store/inquiry_store.h"
#include "store/requester_store.h"

bool desk_open_day_after(struct desk *d, int days, day *out, struct err *e)
{
    const struct calendar *calendar = desk_calendar(d, e);
    int64_t version = calendar ? desk_policy_version(d, desk_today(d), e) : 0;
    const struct policy *p = version ? desk_policy(d, version, e) : NULL;

    if (!p)
        return false;
    day from = day_add(desk_today(d), days);
    if (!calendar_open_from(calendar, p->n_calendars ? &p->calendars[0] : NULL, from, out))
        *out = from;
    return true;
}

static bool ask(struct act *a, const struct forms_draft *x, const char *kind, struct forms_done *out, struct err *e)
{
    BUG_IF(out->n == COUNT_OF(out->print));
    return act_print(a, kind, x->request ? "request" : "inquiry", x->request ? x->request : x->inquiry, x->lang,
        &out->print[out->n++], e);
}

bool act_forms(struct act *a, const struct forms_draft *x, bool address_known, struct forms_done *out, struct err *e)
{
    static const char *const kinds[] = { "request_form", "consent_form", "guide" };
    bool all = str_eq(x->set, "all");

    *out = (struct forms_done){ 0 };
    if (!words_has(&WORDS_FORM_SET, x->set))
        return err_set(e, ERR_INPUT, "set", N_("Which papers? Choose one of the numbers beside the field."), NULL);
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if ((all || str_eq(x->set, kinds[i])) && !ask(a, x, kinds[i], out, e))
            return false;
    return !str_eq(x->how, "post") || !address_known || ask(a, x, "forms_label", out, e);
}

void forms_print(struct desk *d, struct forms_done *out)
{
    struct err e = ERR_INIT;

    out->printed = true;
    for (size_t i = 0; i < out->n; i++)
        out->printed &= desk_print_now(d, out->print[i], &e);
    if (!out->printed)
        out->failure = e.msg;
}

static bool remind(struct act *a, const struct forms_draft *x, const char *whom, struct err *e)
{
    int64_t id;

    if (!day_known(x->remind_on))
        return true;
    if (day_cmp(x->remind_on, a->today) < 0)
        return err_set(e, ERR_RULE, "remind_on", N_("This date has passed. Enter today or a later day."), NULL);
    return call_store_add(a->db,
        &(struct call){ .counter = desk_hospital(a->desk)->counter, .request = x->request, .inquiry = x->inquiry,
            .what = "papers", .whom = whom, .due = x->remind_on, .due_min = -1, .created_at = a->at,
            .created_by = a->by },
        &id, e);
}

/* A consent form that went out before and has not come back is the same paper again. */
static bool issue_consent(struct act *a, const struct casefile *c, const struct forms_draft *x, struct err *e)
{
    const struct consent *k = case_consent(c);
    int64_t id;

    if (!str_eq(x->set, "all") && !str_eq(x->set, "consent_form"))
        return true;
    if (k && (day_known(k->received_on) || day_known(k->issued_on)))
        return true;
    return consent_store_add(a->db, c->id,
        &(struct consent){ .kind = "form", .issued_on = a->today, .issued_how = str_or(x->how, ""), .issued_by = a->by,
            .received_on = DAY_NONE, .signer = "", .signed_on = DAY_NONE, .why_not_self = "", .writer = "",
            .withdrawn_on = DAY_NONE },
        &id, e);
}

static bool for_request(struct act *a, const struct forms_draft *x, struct forms_done *out, struct err *e)
{
    struct casefile *c;

    if (!act_case(a, x->request, &c, e))
        return false;
    if (str_eq(c->ended, "deceased"))
        return err_set(e, ERR_RULE, "", N_("Nothing is sent for this request any more."), NULL);
    return act_forms(a, x, !str_empty(c->patient.address) && !c->careful, out, e) && issue_consent(a, c, x, e)
        && remind(a, x, str_or(c->applicant_name, c->patient.name), e) && act_settle(a, x->request, NULL, e)
        && act_trail(a, "request", x->request, NULL, e);
}

static bool for_inquiry(struct act *a, const struct forms_draft *x, struct forms_done *out, struct err *e)
{
    struct inquiry q;

    if (!inquiry_store_load(a->db, x->inquiry, a->arena, &q, e))
        return false;
    return act_forms(a, x, !str_empty(q.address), out, e) && remind(a, x, q.name, e)
        && (!str_eq(q.next, "send_forms") || inquiry_store_done(a->db, q.id, a->at, a->by, e))
        && act_trail(a, "inquiry", x->inquiry, NULL, e);
}

bool desk_forms_hand_out(struct desk *d, const struct forms_draft *x, struct forms_done *out, struct err *e)
{
    struct act a;

    *out = (struct forms_done){ 0 };
    if (!words_has(&WORDS_CHANNEL, x->how) || str_eq(x->how, "phone"))
        return err_set(e, ERR_INPUT, "how", N_("Handed out, posted or faxed? Choose one of the numbers."), NULL);
    bool ok = act_begin(d, ACT_HAND_OUT, NO_SECOND, NULL, &a, e);
    if (ok) {
        ok = x->request ? for_request(&a, x, out, e) : for_inquiry(&a, x, out, e);
        ok = act_end(&a, ok, e);
    }
    if (ok)
        forms_print(d, out);
    return ok;
}
