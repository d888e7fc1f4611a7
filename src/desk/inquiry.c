/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/inquiry.h"

#include "desk/act.h"
#include "domain/words.h"
#include "store/call_store.h"
#include "store/inquiry_store.h"
#include "store/staff_store.h"
#include "text/date_input.h"

bool desk_inquiry_new(struct desk *d, struct arena *a, struct inquiry_draft *out, struct err *e)
{
    const struct who *who = desk_who(d);
    char *key = arena_alloc(a, OP_KEY_TEXT);

    (void)e;
    desk_op_key(key);
    *out = (struct inquiry_draft){ .op_key = key };
    inquiry_empty(&out->x);
    out->x.counter = desk_hospital(d)->counter;
    out->x.at = desk_instant(d);
    out->x.day = desk_today(d);
    out->x.assigned = who->id;
    out->x.assigned_name = arena_strdup(a, who->name);
    return true;
}

static bool promised_later(const struct act *a, const struct inquiry *x)
{
    return day_known(x->due) && day_cmp(x->due, a->today) > 0;
}

static bool due_ok(const struct inquiry *x, day today, struct err *e)
{
    if (!day_known(x->due) || day_cmp(x->due, today) >= 0)
        return true;
    return err_set(e, ERR_RULE, "due", N_("This date has passed. Enter today or a later day."), NULL);
}

static bool plan(struct act *a, const struct inquiry *x, int64_t id, const char *what, day due, int64_t *call,
    struct err *e)
{
    return call_store_add(a->db,
        &(struct call){ .counter = x->counter, .inquiry = id, .what = what, .whom = x->name, .due = due, .due_min = -1,
            .created_at = a->at, .created_by = a->by },
        call, e);
}

/* What was promised: a call, or the forms. */
static bool follow(struct act *a, const struct inquiry *x, int64_t id, struct inquiry_done *out, struct err *e)
{
    int64_t reminder;
    day remind_on;

    if (str_eq(x->next, "call_back"))
        return plan(a, x, id, "call_back", day_known(x->due) ? x->due : a->today, &out->call, e);
    if (!str_eq(x->next, "send_forms") || promised_later(a, x))
        return true;
    struct forms_draft forms = { .inquiry = id, .set = "all", .how = str_eq(x->via, "counter") ? "counter" : "post",
        .lang = x->lang, .remind_on = DAY_NONE };
    if (!act_forms(a, &forms, !str_empty(x->address), &out->forms, e))
        return false;
    /* Without a number there is nobody to be reminded. */
    return str_empty(x->phone)
        || (desk_open_day_after(a->desk, FORMS_REMIND_DAYS, &remind_on, e)
            && plan(a, x, id, "papers", remind_on, &reminder, e));
}

bool desk_inquiry_record(struct desk *d, const struct inquiry_draft *draft, struct inquiry_done *out, struct err *e)
{
    struct act a;
    struct inquiry x = draft->x;

    *out = (struct inquiry_done){ 0 };
    if (!inquiry_check(&x, draft->other_number, e) || !due_ok(&x, desk_today(d), e))
        return false;
    bool ok = act_begin(d, ACT_INQUIRY_RECORD, NO_SECOND, NULL, &a, e);
    if (ok) {
        x.at = a.at;
        x.day = a.today;
        x.by = a.by;
        x.done = str_empty(x.next) || str_eq(x.next, "done") || (str_eq(x.next, "send_forms") && !promised_later(&a, &x));
        if (!x.done && !day_known(x.due) && !str_eq(x.next, "request"))
            x.due = a.today;
        ok = inquiry_store_add(a.db, &x, draft->op_key, &out->id, &out->repeated, e);
        if (ok && !out->repeated)
            ok = follow(&a, &x, out->id, out, e) && act_trail(&a, "inquiry", out->id, NULL, e);
        ok = act_end(&a, ok, e);
    }
    if (ok && out->forms.n)
        forms_print(d, &out->forms);
    return ok;
}

bool desk_inquiry_edit(struct desk *d, const struct inquiry_draft *draft, struct err *e)
{
    struct act a;

    if (!inquiry_check(&draft->x, draft->other_number, e))
        return false;
    if (!act_begin(d, ACT_INQUIRY_EDIT, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = inquiry_store_edit(a.db, &draft->x, e) && act_trail(&a, "inquiry", draft->x.id, NULL, e);
    return act_end(&a, ok, e);
}

bool desk_inquiry_finish(struct desk *d, int64_t id, struct err *e)
{
    struct act a;
    struct inquiry x;

    if (!act_begin(d, ACT_INQUIRY_DONE, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = inquiry_store_load(a.db, id, a.arena, &x, e) && inquiry_store_done(a.db, id, a.at, a.by, e)
        && act_trail(&a, "inquiry", id, NULL, e);
    return act_end(&a, ok, e);
}

bool desk_inquiry_load(struct desk *d, int64_t id, struct arena *a, struct inquiry *out, struct err *e)
{
    inquiry_empty(out);
    return act_may_read(d, ACT_REQUEST_READ, e) && inquiry_store_load(desk_db(d), id, a, out, e);
}

bool desk_inquiry_help(struct desk *d, const struct inquiry *x, struct arena *a, struct inquiry_help *out,
    struct err *e)
{
    day today = desk_today(d);
    const struct calendar *calendar = desk_calendar(d, e);
    int64_t version = calendar ? desk_policy_version(d, today, e) : 0;
    const struct policy *p = version ? desk_policy(d, version, e) : NULL;
    struct answer answer;

    *out = (struct inquiry_help){ .rule = "" };
    if (!p)
        return false;
    out->n_told = inquiry_told(p, out->told);
    const struct spoken *s = inquiry_guidance(x, p, calendar, today, a, &answer);
    if (s) {
        out->say = s->say;
        out->rule = s->id;
    }
    return true;
}

bool desk_inquiries(struct desk *d, const char *typed, int64_t before, struct arena *a, struct inquiry **out, size_t *n,
    struct err *e)
{
    *n = 0;
    return act_may_read(d, ACT_REQUEST_READ, e)
        && inquiry_store_search(desk_db(d), desk_hospital(d)->counter, typed, before, INQUIRIES_PAGE, a, out, n, e);
}

bool desk_inquiries_old(struct desk *d, struct arena *a, struct inquiry **out, size_t *n, struct err *e)
{
    const struct hospital *h = desk_hospital(d);

    *n = 0;
    return act_may_read(d, ACT_REQUEST_READ, e)
        && inquiry_store_old(desk_db(d), h->counter, day_add(desk_today(d), -h->inquiry_days), INQUIRIES_PAGE, a, out, n,
            e);
}

/* --- the request that follows */

static void copy_caller(const struct inquiry *x, struct casefile *c)
{
    bool patient = str_eq(x->who, "patient");

    c->applicant_kind = patient ? "patient" : str_eq(x->who, "family") ? "family" : "";
    c->call_hours = x->call_hours;
    if (patient) {
        c->patient.name = x->name;
        c->patient.kana = x->kana;
        c->patient.phone = x->phone;
        c->patient.address = x->address;
        c->patient_voicemail = x->voicemail;
        c->patient_name_hospital = x->name_hospital;
        return;
    }
    c->applicant_name = x->name;
    c->other_name = x->name;
    c->other_phone = x->phone;
    c->other_voicemail = x->voicemail;
    c->other_name_hospital = x->name_hospital;
}

static const char *purposes_of(const struct screening *s)
{
    bool transfer = str_eq(s->transfer, "yes"), litigation = str_eq(s->litigation, "yes");

    if (transfer && litigation)
        return "treatment_here litigation";
    if (transfer || litigation)
        return transfer ? "treatment_here" : "litigation";
    return str_eq(s->transfer, "no") && str_eq(s->litigation, "no") ? "opinion" : "";
}

/* "No, the doctor was not told": then nobody agreed or refused yet. The same holds for the patient. */
static const char *agreement(const char *told)
{
    return str_eq(told, "yes") ? "yes" : str_empty(told) ? "" : "unclear";
}

static day decide_day(const struct inquiry *x, day today)
{
    struct date_context context = { .today = today, .bias = DATE_FUTURE };
    struct err unread = ERR_INIT;
    day d = DAY_NONE;

    return !str_empty(x->decide_by) && date_input(x->decide_by, &context, &d, &unread) ? d : DAY_NONE;
}

bool desk_request_from_inquiry(struct desk *d, int64_t inquiry, struct arena *a, struct request_draft *out,
    struct err *e)
{
    struct inquiry x;

    if (!desk_inquiry_load(d, inquiry, a, &x, e) || !desk_request_new(d, a, out, e))
        return false;
    if (x.request) {
        char number[CASE_NUMBER_TEXT];
        case_number_text(x.year, x.number, number);
        return err_set(e, ERR_RULE, "", N_("This inquiry already became request %s."), number, NULL);
    }
    out->c.inquiry = x.id;
    copy_caller(&x, &out->c);
    out->c.diagnosis = x.illness;
    out->c.purposes = purposes_of(&x.screening);
    out->c.referrer_agrees = agreement(x.screening.doctor_told);
    out->c.patient_agrees = str_eq(x.who, "patient") ? "yes" : agreement(x.screening.patient_knows);
    out->c.treatment_from = decide_day(&x, desk_today(d));
    out->c.memo = x.memo;
    out->c.lang = x.lang;
    return true;
}

bool desk_colleagues(struct desk *d, struct arena *a, struct colleague **out, size_t *n, struct err *e)
{
    struct staff_row *rows;
    size_t n_rows;

    *n = 0;
    if (!act_may_read(d, ACT_REQUEST_READ, e) || !staff_list(desk_db(d), a, &rows, &n_rows, e))
        return false;
    *out = ARENA_ARRAY(a, struct colleague, n_rows + 1);
    for (size_t i = 0; i < n_rows; i++)
        if (rows[i].active && permission_allows(ACT_INQUIRY_RECORD, roles_of(rows[i].roles)))
            (*out)[(*n)++] = (struct colleague){ rows[i].id, rows[i].name };
    return true;
}
