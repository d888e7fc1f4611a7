/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/call.h"

#include "desk/act.h"
#include "desk/paper_desk.h"
#include "domain/request_check.h"
#include "domain/words.h"
#include "store/call_store.h"
#include "store/case_store.h"
#include "store/inquiry_store.h"
#include "text/safe.h"

static void add_contact(struct call_view *v, struct call_contact c)
{
    if (!str_empty(c.name) || !str_empty(c.phone))
        v->contact[v->n_contacts++] = c;
}

/* What somebody calls about who planned no call: what the request waits for. */
static const char *about(const char *next_action)
{
    static const char *const of[][2] = { { "request", "papers" }, { "requester", "papers" }, { "papers", "papers" },
        { "review", "answer" }, { "booking", "date" }, { "visit", "day_before" }, { "payment", "fee" } };
    size_t n = strcspn(next_action, " ");

    for (size_t i = 0; i < COUNT_OF(of); i++)
        if (strlen(of[i][0]) == n && str_starts(next_action, of[i][0]))
            return of[i][1];
    return "other";
}

static bool view_request(struct desk *d, int64_t id, struct arena *a, struct call_view *v, struct err *e)
{
    struct casefile *c = ARENA_NEW(a, struct casefile);

    if (!case_load(desk_db(d), id, a, c, e))
        return false;
    case_number_text(c->year, c->number, v->number);
    v->name = c->patient.name;
    v->what = about(c->next_action);
    v->careful = c->careful;
    v->deceased = str_eq(c->ended, "deceased");
    v->call_hours = c->call_hours;
    v->lang = c->lang;
    v->calls = c->calls;
    v->n_calls = c->n_calls;
    add_contact(v, (struct call_contact){ N_("Patient"), c->patient.name, "", c->patient.phone, c->patient_may_know,
                       c->patient_voicemail, c->patient_name_hospital });
    add_contact(v, (struct call_contact){ N_("Other contact"), c->other_name, c->other_relation, c->other_phone,
                       c->other_may_know, c->other_voicemail, c->other_name_hospital });
    return true;
}

static bool view_inquiry(struct desk *d, int64_t id, struct arena *a, struct call_view *v, struct err *e)
{
    struct inquiry x;
    struct call *rows;
    size_t n;

    if (!inquiry_store_load(desk_db(d), id, a, &x, e) || !call_store_list(desk_db(d), 0, id, a, &rows, &n, e))
        return false;
    v->name = x.name;
    v->what = "call_back";
    v->call_hours = x.call_hours;
    v->lang = x.lang;
    v->planned_note = x.memo;
    add_contact(v, (struct call_contact){ N_("Caller"), x.name, "", x.phone, "", x.voicemail, x.name_hospital });
    v->calls = ARENA_ARRAY(a, struct call_row, n + 1);
    for (size_t i = 0; i < n; i++)
        v->calls[v->n_calls++] = (struct call_row){ .id = rows[i].id, .what = rows[i].what, .channel = rows[i].channel,
            .whom = rows[i].whom, .result = rows[i].result, .note = rows[i].note, .due = rows[i].due,
            .due_min = rows[i].due_min, .at = str_empty(rows[i].result) ? rows[i].created_at : rows[i].done_at,
            .by_name = str_empty(rows[i].result) ? rows[i].created_by_name : rows[i].done_by_name };
    return true;
}

bool desk_call_view(struct desk *d, int64_t request, int64_t inquiry, struct arena *a, struct call_view *out,
    struct err *e)
{
    struct call open;

    *out = (struct call_view){ .request = request, .inquiry = inquiry, .name = "", .call_hours = "", .what = "",
        .whom = "", .planned_note = "", .due = DAY_NONE, .due_min = -1 };
    if (!act_may_read(d, ACT_REQUEST_READ, e))
        return false;
    if (request ? !view_request(d, request, a, out, e) : !view_inquiry(d, inquiry, a, out, e))
        return false;
    if (!call_store_open(desk_db(d), desk_hospital(d)->counter, request, inquiry, a, &open, e))
        return false;
    out->call = open.id;
    out->what = str_or(open.what, out->what);
    out->whom = open.whom;
    out->due = open.due;
    out->due_min = open.due_min;
    return true;
}

bool desk_careful_why(struct desk *d, int64_t request, struct arena *a, const char **why, struct err *e)
{
    struct act act;
    struct casefile *c;

    *why = "";
    if (!act_begin(d, ACT_CALL_RESULT, NO_SECOND, a, &act, e))
        return false;
    bool ok = act_case(&act, request, &c, e) && act_trail_as(&act, "careful", "request", request, NULL, e);
    if (ok)
        *why = c->careful_why;
    return act_end(&act, ok, e);
}

static bool later_ok(const struct call_draft *x, day today, struct err *e)
{
    if (!day_known(x->next_on) || day_cmp(x->next_on, today) >= 0)
        return true;
    return err_set(e, ERR_RULE, "next_on", N_("This date has passed. Enter today or a later day."), NULL);
}

bool call_check(const struct call_draft *x, day today, struct err *e)
{
    if (!words_has(&WORDS_CALL_RESULT, x->result))
        return err_set(e, ERR_INPUT, "result", N_("What came of the call? Choose one of the numbers."), NULL);
    if (!words_has(&WORDS_CALL_WHAT, x->what))
        return err_set(e, ERR_INPUT, "what", N_("What is it about? Choose one of the numbers."), NULL);
    if (!words_has(&WORDS_CHANNEL, str_or(x->channel, "phone")))
        return err_set(e, ERR_INPUT, "channel", N_("Choose one of the numbers beside the field."), NULL);
    return (str_empty(x->whom) || safe_name(x->whom, "whom", e)) && free_text_check(x->note, "note", x->other_number, e)
        && later_ok(x, today, e);
}

static struct call row_of(const struct act *a, const struct call_draft *x)
{
    return (struct call){ .id = x->call, .counter = desk_hospital(a->desk)->counter, .request = x->request,
        .inquiry = x->inquiry, .what = x->what, .channel = str_or(x->channel, "phone"), .whom = str_or(x->whom, ""),
        .due = DAY_NONE, .due_min = -1, .result = "", .note = "", .created_at = a->at, .created_by = a->by };
}

static bool add_next(struct act *a, const struct call_draft *x, int64_t *id, struct err *e)
{
    struct call next = row_of(a, x);

    next.id = 0;
    next.channel = "phone";
    next.due = x->next_on;
    next.due_min = x->next_min;
    return call_store_add(a->db, &next, id, e);
}

static bool not_after_death(struct act *a, const struct call_draft *x, struct casefile **c, struct err *e)
{
    *c = NULL;

    if (!x->request)
        return true;
    if (!act_case(a, x->request, c, e))
        return false;
    return !str_eq((*c)->ended, "deceased")
        || err_set(e, ERR_RULE, "", N_("No calls are made for this request any more."), NULL);
}

static bool store_result(struct act *a, const struct call_draft *x, struct err *e)
{
    struct call row = row_of(a, x);
    int64_t id;

    row.result = x->result;
    row.note = str_or(x->note, "");
    row.done_at = a->at;
    row.done_by = a->by;
    if (x->call)
        return call_store_result(a->db, &row, e);
    row.due = a->today;
    return call_store_add(a->db, &row, &id, e);
}

/* The letter about missing papers, with its label; where care is needed nothing names the household by itself. */
static bool ask_letter(struct act *a, const struct call_draft *x, const struct casefile *c, struct forms_done *done,
    struct err *e)
{
    if (!c || !str_eq(x->channel, "post") || !str_eq(x->result, "sent"))
        return true;
    if (!case_letter_to(c))
        return err_set(e, ERR_RULE, "channel",
            N_("The patient may be told nothing, and there is nobody else to write to. Enter another contact on the request first."),
            NULL);
    if (!act_print(a, "reminder_letter", "request", c->id, c->lang, &done->print[done->n++], e))
        return false;
    return c->careful || str_empty(c->patient.address)
        || act_print(a, "forms_label", "request", c->id, c->lang, &done->print[done->n++], e);
}

static bool settle_inquiry(struct act *a, const struct call_draft *x, struct err *e)
{
    bool finished = str_eq(x->result, "reached") || str_eq(x->result, "sent") || str_eq(x->result, "not_needed");

    if (!x->inquiry || x->request || !finished || day_known(x->next_on))
        return true;
    return inquiry_store_done(a->db, x->inquiry, a->at, a->by, e);
}

bool desk_call_record(struct desk *d, const struct call_draft *x, struct forms_done *done, struct err *e)
{
    struct act a;
    struct casefile *c;
    int64_t next;

    *done = (struct forms_done){ 0 };
    if (!call_check(x, desk_today(d), e))
        return false;
    bool ok = act_begin(d, ACT_CALL_RESULT, NO_SECOND, NULL, &a, e);
    if (ok) {
        ok = not_after_death(&a, x, &c, e) && store_result(&a, x, e)
            && (!day_known(x->next_on) || add_next(&a, x, &next, e)) && ask_letter(&a, x, c, done, e)
            && settle_inquiry(&a, x, e)
            && act_trail(&a, x->request ? "request" : "inquiry", x->request ? x->request : x->inquiry, NULL, e);
        ok = act_end(&a, ok, e);
    }
    if (ok && done->n)
        forms_print(d, done);
    return ok;
}

bool desk_call_plan(struct desk *d, const struct call_draft *x, int64_t *id, struct err *e)
{
    struct act a;
    struct casefile *c;

    if (!day_known(x->next_on))
        return err_set(e, ERR_INPUT, "next_on", N_("On which day? t is today, +1 tomorrow."), NULL);
    if (!words_has(&WORDS_CALL_WHAT, x->what))
        return err_set(e, ERR_INPUT, "what", N_("What is it about? Choose one of the numbers."), NULL);
    if (!later_ok(x, desk_today(d), e))
        return false;
    if (!act_begin(d, ACT_CALL_PLAN, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = not_after_death(&a, x, &c, e) && add_next(&a, x, id, e)
        && act_trail(&a, x->request ? "request" : "inquiry", x->request ? x->request : x->inquiry, NULL, e);
    return act_end(&a, ok, e);
}
