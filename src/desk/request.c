/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/request.h"

#include "desk/act.h"
#include "desk/inside.h"
#include "domain/request_check.h"
#include "policy/facts.h"
#include "store/case_store.h"
#include "store/inquiry_store.h"
#include "store/institution_store.h"
#include "store/paper_store.h"
#include "store/person_store.h"
#include "store/request_store.h"
#include "text/date_input.h"

/* Every text of a casefile "", so that nothing is NULL. */
static void empty_texts(struct casefile *c)
{
    const char **texts[] = { &c->service, &c->received_via, &c->disease, &c->diagnosis, &c->condition, &c->told,
        &c->questions, &c->department, &c->wanted_doctor, &c->wishes, &c->bad_days, &c->institution_name,
        &c->institution_postal, &c->institution_address, &c->institution_phone, &c->doctor_department, &c->doctor_name,
        &c->inpatient, &c->referrer_agrees, &c->patient_agrees, &c->purposes, &c->patient_may_know,
        &c->patient_voicemail, &c->patient_name_hospital, &c->other_name, &c->other_relation, &c->other_phone,
        &c->other_may_know, &c->other_voicemail, &c->other_name_hospital, &c->call_hours, &c->careful_why,
        &c->applicant_kind, &c->applicant_name, &c->patient_attends, &c->patient_capable, &c->memo, &c->ended,
        &c->next_action, &c->patient.patient_no, &c->patient.name, &c->patient.kana, &c->patient.romaji,
        &c->patient.sex, &c->patient.postal, &c->patient.address, &c->patient.phone, &c->patient.phone2,
        &c->patient.email, &c->patient.nationality, &c->patient.interpreter };

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!*texts[i])
            *texts[i] = "";
}

/* The service that people come for: the first that this hospital runs itself. */
static const char *first_service(const struct policy *p)
{
    for (size_t i = 0; i < p->n_services; i++)
        if (!str_eq(p->services[i].format, "elsewhere") && !p->services[i].only_as_outcome)
            return p->services[i].rule.id;
    return "";
}

bool desk_request_new(struct desk *d, struct arena *a, struct request_draft *out, struct err *e)
{
    day today = desk_today(d);
    int y, m, dd;

    *out = (struct request_draft){ 0 };
    out->c.policy = desk_policy_version(d, today, e);
    const struct policy *p = out->c.policy ? desk_policy(d, out->c.policy, e) : NULL;
    if (!p)
        return false;
    day_to_ymd(today, &y, &m, &dd);
    char *key = arena_alloc(a, OP_KEY_TEXT);
    desk_op_key(key);
    out->op_key = key;
    out->c.counter = d->hospital.counter;
    out->c.year = y;
    out->c.service = first_service(p);
    out->c.received_on = today;
    out->c.received_via = "counter";
    out->c.complete_on = out->c.treatment_from = out->c.ended_on = out->c.next_due = DAY_NONE;
    out->c.patient.birth = DAY_NONE;
    out->c.patient.sex = "unknown";
    empty_texts(&out->c);
    return true;
}

bool desk_request_ask(struct desk *d, const struct casefile *c, struct arena *a, struct answer_in *out, struct err *e)
{
    const struct calendar *calendar = desk_calendar(d, e);
    const struct policy *p = calendar ? desk_policy(d, c->policy, e) : NULL;

    if (!p)
        return false;
    judge_ask(c, p, calendar, desk_today(d), a, out);
    return true;
}

/* Every field that takes words; typed ones (phone, patient number, date) are exempt (counter page, "Numbers"). */
static bool words_hold_no_number(const struct request_draft *draft, struct err *e)
{
    const struct casefile *c = &draft->c;
    const struct {
        const char *text, *field;
    } texts[] = { { c->patient.name, "name" }, { c->patient.romaji, "romaji" }, { c->patient.address, "address" },
        { c->patient.interpreter, "interpreter" }, { c->diagnosis, "diagnosis" }, { c->condition, "condition" },
        { c->questions, "questions" }, { c->wishes, "wishes" }, { c->bad_days, "bad_days" }, { c->call_hours, "call_hours" },
        { c->careful_why, "careful_why" }, { c->other_name, "other_name" }, { c->memo, "memo" } };

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!free_text_check(texts[i].text, texts[i].field, draft->other_number, e))
            return false;
    return true;
}

static bool check(struct desk *d, const struct request_draft *draft, struct err *e)
{
    return request_check(&draft->c, desk_today(d), e) && words_hold_no_number(draft, e);
}

/* The directory of other hospitals grows by use. */
static bool keep_referrer(struct act *a, struct casefile *c, struct err *e)
{
    c->institution = c->doctor = 0;
    if (str_empty(c->institution_name))
        return true;
    struct institution x = { .name = c->institution_name, .postal = c->institution_postal,
        .address = c->institution_address, .phone = c->institution_phone };
    if (!institution_keep(a->db, &x, &c->institution, e))
        return false;
    return str_empty(c->doctor_name)
        || doctor_keep(a->db, c->institution, c->doctor_department, c->doctor_name, &c->doctor, e);
}

static bool same_person(const struct person *a, const struct person *b)
{
    const char *const pairs[][2] = { { a->patient_no, b->patient_no }, { a->name, b->name }, { a->kana, b->kana },
        { a->romaji, b->romaji }, { a->sex, b->sex }, { a->postal, b->postal }, { a->address, b->address },
        { a->phone, b->phone }, { a->phone2, b->phone2 }, { a->email, b->email }, { a->nationality, b->nationality },
        { a->interpreter, b->interpreter } };

    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        if (!str_eq(pairs[i][0], pairs[i][1]))
            return false;
    return a->birth.n == b->birth.n && a->lang == b->lang;
}

static bool keep_person(struct act *a, struct person *p, struct err *e)
{
    struct person was = { 0 };

    if (p->id == 0)
        return person_store_add(a->db, p, a->at, &p->id, e);
    if (!person_load(a->db, p->id, a->arena, &was, e))
        return false;
    return same_person(&was, p) || person_store_edit(a->db, &was, p, a->at, a->by, e);
}

/* A day of arrival that is corrected corrects that of the paper which was recorded with it. */
static bool form_follows(struct act *a, const struct casefile *was, const struct casefile *now, struct err *e)
{
    const struct paper *old = case_paper(was, "request_form");

    if (!old || !old->rev || day_cmp(old->received_on, was->received_on) != 0 || day_cmp(was->received_on, now->received_on) == 0)
        return true; /* without a record of its own it is that of the request */
    struct paper x = *old;
    x.received_on = now->received_on;
    x.via = now->received_via;
    return paper_store_save(a->db, now->id, &x, a->at, a->by, e);
}

bool desk_request_take(struct desk *d, const struct request_draft *draft, int64_t *id, struct err *e)
{
    static const char *const touched[] = { "inquiry", "request", "requester", "papers", NULL };
    struct act a;
    struct casefile c = draft->c;
    bool repeated = false;

    if (!check(d, draft, e))
        return false;
    bool ok = act_begin(d, ACT_REQUEST_TAKE, NO_SECOND, NULL, &a, e);
    if (ok) {
        ok = keep_person(&a, &c.patient, e) && keep_referrer(&a, &c, e)
            && request_store_add(a.db, &c, draft->op_key, a.at, a.by, id, &repeated, e);
        if (ok && !repeated)
            ok = (c.inquiry == 0 || inquiry_store_link(a.db, c.inquiry, *id, a.at, a.by, e))
                && act_trail(&a, "request", *id, NULL, e) && act_settle(&a, *id, touched, e);
        /* A repeat stores nothing: also not the person that was added on the way. */
        ok = act_end(&a, ok && !repeated, e) || (ok && repeated);
    }
    return ok;
}

bool desk_request_edit(struct desk *d, const struct request_draft *draft, struct err *e)
{
    static const char *const touched[] = { "requester", "papers", NULL };
    struct act a;
    struct casefile c = draft->c, *was;

    if (!check(d, draft, e))
        return false;
    if (!act_begin(d, ACT_REQUEST_EDIT, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, c.id, &was, e) && keep_person(&a, &c.patient, e) && keep_referrer(&a, &c, e)
        && request_store_edit(a.db, was, &c, a.at, a.by, e) && form_follows(&a, was, &c, e)
        && act_trail(&a, "request", c.id, NULL, e) && act_settle(&a, c.id, touched, e);
    return act_end(&a, ok, e);
}

bool desk_request_history(struct desk *d, const struct casefile *c, struct arena *a, struct field_change **out, size_t *n,
    struct err *e)
{
    struct change_row *request, *person;
    size_t n_request, n_person;

    if (!act_may_read(d, ACT_REQUEST_READ, e) || !change_list(d->db, "request", c->id, a, &request, &n_request, e)
        || !change_list(d->db, "person", c->patient.id, a, &person, &n_person, e))
        return false;
    *out = ARENA_ARRAY(a, struct field_change, n_request + n_person + 1);
    for (*n = 0; n_request > 0 || n_person > 0; (*n)++) {
        bool next = n_person == 0 || (n_request > 0 && request->at.s >= person->at.s);
        const struct change_row *x = next ? request++ : person++;
        n_request -= next;
        n_person -= !next;
        (*out)[*n] = (struct field_change){ .field = x->field, .was = x->was, .became = x->became, .by_name = x->by_name,
            .at = x->at };
    }
    return true;
}

/* Where the record itself has a field for the answer: there it is kept, so that the form shows it and can change it. */
static const char **answer_field(struct casefile *c, enum fact_id fact, bool *attends)
{
    *attends = fact == FACT_PATIENT_ATTENDS || fact == FACT_PATIENT_CAPABLE;
    switch (fact) {
    case FACT_PATIENT_ATTENDS:
        return &c->patient_attends;
    case FACT_PATIENT_CAPABLE:
        return &c->patient_capable;
    case FACT_PATIENT_TOLD:
        return &c->told;
    case FACT_PATIENT_AGREES:
        return &c->patient_agrees;
    case FACT_PATIENT_INPATIENT_ELSEWHERE:
        return &c->inpatient;
    case FACT_REFERRER_AGREES:
        return &c->referrer_agrees;
    default:
        return NULL;
    }
}

static bool store_answer(struct act *a, int64_t id, const char *fact, const char *value, struct err *e)
{
    enum fact_id known;
    bool attends, plain = fact_by_name(fact, &known);
    struct casefile *was;

    if (plain && !str_empty(value) && !fact_word(known, value))
        return err_set(e, ERR_INPUT, "answer", N_("This question is answered on the form. Open it with 1 or 2."), NULL);
    if (!act_case(a, id, &was, e))
        return false;
    struct casefile now = *was;
    const char **field = plain ? answer_field(&now, known, &attends) : NULL;
    if (!field)
        return request_store_fact(a->db, id, fact, value, a->at, a->by, e) && act_trail(a, "request_fact", id, NULL, e);
    *field = value;
    return (attends ? request_store_attend(a->db, was, &now, a->at, a->by, e)
                    : request_store_edit(a->db, was, &now, a->at, a->by, e))
        && act_trail(a, "request", id, NULL, e);
}

bool desk_request_answer(struct desk *d, int64_t id, const char *fact, const char *value, struct err *e)
{
    static const char *const touched[] = { "requester", "papers", NULL };
    struct act a;

    if (!act_begin(d, ACT_REQUEST_EDIT, NO_SECOND, NULL, &a, e))
        return false;
    return act_end(&a, store_answer(&a, id, fact, value, e) && act_settle(&a, id, touched, e), e);
}

static bool found_of(struct person_hit *hits, size_t n, struct arena *a, struct person_found **out)
{
    *out = ARENA_ARRAY(a, struct person_found, n + 1);
    for (size_t i = 0; i < n; i++) {
        (*out)[i] = (struct person_found){ .person = hits[i].person, .request = hits[i].request, .ended = hits[i].ended,
            .next_action = hits[i].next_action };
        if (hits[i].request)
            case_number_text(hits[i].year, hits[i].number, (*out)[i].number);
    }
    return true;
}

bool desk_person_search(struct desk *d, const char *typed, int limit, struct arena *a, struct person_found **out, size_t *n,
    struct err *e)
{
    struct person_hit *hits;
    struct err unread = ERR_INIT;
    struct date_context context = { .today = desk_today(d), .bias = DATE_BIRTH };
    day birth = DAY_NONE;

    if (!date_input(typed, &context, &birth, &unread))
        birth = DAY_NONE;
    return act_may_read(d, ACT_REQUEST_READ, e) && person_store_search(d->db, typed, birth, limit, a, &hits, n, e)
        && found_of(hits, *n, a, out);
}

bool desk_person_duplicates(struct desk *d, const struct person *p, struct arena *a, struct person_found **out, size_t *n,
    struct err *e)
{
    struct person_hit *hits;

    return act_may_read(d, ACT_REQUEST_READ, e) && person_store_duplicates(d->db, p, a, &hits, n, e)
        && found_of(hits, *n, a, out);
}

bool desk_person_load(struct desk *d, int64_t id, struct arena *a, struct person *out, struct err *e)
{
    *out = (struct person){ 0 };
    return act_may_read(d, ACT_REQUEST_READ, e) && person_load(d->db, id, a, out, e);
}

bool desk_institution_search(struct desk *d, const char *typed, struct arena *a, struct institution_found **out, size_t *n,
    struct err *e)
{
    struct institution *rows;

    if (!act_may_read(d, ACT_REQUEST_READ, e) || !institution_search(d->db, typed, 9, a, &rows, n, e))
        return false;
    *out = ARENA_ARRAY(a, struct institution_found, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*out)[i] = (struct institution_found){ .name = rows[i].name, .postal = rows[i].postal,
            .address = rows[i].address, .phone = rows[i].phone, .doctor_department = rows[i].doctor_department,
            .doctor_name = rows[i].doctor_name };
    return true;
}
