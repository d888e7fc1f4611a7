/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/request_store.h"

#include "store/person_store.h"

/* One field of the form: its column is its name in the history and its parameter. */
enum field_kind { TEXT, DAY, ID, FLAG, LANG };
struct field {
    const char *column, *parameter;
    enum field_kind kind;
    size_t at; /* in struct casefile */
};
#define FIELD(column, member, kind) { column, ":" column, kind, offsetof(struct casefile, member) }

static const struct field form_fields[] = {
    FIELD("received_on", received_on, DAY),
    FIELD("received_via", received_via, TEXT),
    FIELD("disease", disease, TEXT),
    FIELD("diagnosis", diagnosis, TEXT),
    FIELD("condition", condition, TEXT),
    FIELD("told", told, TEXT),
    FIELD("questions", questions, TEXT),
    FIELD("department", department, TEXT),
    FIELD("wanted_doctor", wanted_doctor, TEXT),
    FIELD("wishes", wishes, TEXT),
    FIELD("bad_days", bad_days, TEXT),
    FIELD("treatment_from", treatment_from, DAY),
    FIELD("referrer_institution", institution, ID),
    FIELD("referrer_doctor", doctor, ID),
    FIELD("inpatient", inpatient, TEXT),
    FIELD("referrer_agrees", referrer_agrees, TEXT),
    FIELD("patient_agrees", patient_agrees, TEXT),
    FIELD("purposes", purposes, TEXT),
    FIELD("patient_may_know", patient_may_know, TEXT),
    FIELD("patient_voicemail", patient_voicemail, TEXT),
    FIELD("patient_name_hospital", patient_name_hospital, TEXT),
    FIELD("other_name", other_name, TEXT),
    FIELD("other_relation", other_relation, TEXT),
    FIELD("other_phone", other_phone, TEXT),
    FIELD("other_may_know", other_may_know, TEXT),
    FIELD("other_voicemail", other_voicemail, TEXT),
    FIELD("other_name_hospital", other_name_hospital, TEXT),
    FIELD("call_hours", call_hours, TEXT),
    FIELD("careful", careful, FLAG),
    FIELD("careful_why", careful_why, TEXT),
    FIELD("lang", lang, LANG),
    FIELD("memo", memo, TEXT),
};
static const struct field attend_fields[] = {
    FIELD("applicant_kind", applicant_kind, TEXT),
    FIELD("applicant_name", applicant_name, TEXT),
    FIELD("patient_attends", patient_attends, TEXT),
    FIELD("patient_capable", patient_capable, TEXT),
};

static const char *text_at(const struct casefile *c, const struct field *f)
{
    const char *text;

    memcpy(&text, (const char *)c + f->at, sizeof text);
    return text ? text : "";
}

static void bind_field(struct stmt *s, const struct casefile *c, const struct field *f)
{
    const char *p = (const char *)c + f->at;

    switch (f->kind) {
    case TEXT:
        bind_text(s, f->parameter, text_at(c, f));
        return;
    case DAY:
        bind_day(s, f->parameter, *(const day *)p);
        return;
    case ID:
        bind_id(s, f->parameter, *(const int64_t *)p);
        return;
    case FLAG:
        bind_bool(s, f->parameter, *(const bool *)p);
        return;
    case LANG:
        bind_text(s, f->parameter, lang_id(*(const enum lang *)p));
        return;
    }
}

static void bind_fields(struct stmt *s, const struct casefile *c, const struct field *fields, size_t n)
{
    for (size_t i = 0; i < n; i++)
        bind_field(s, c, &fields[i]);
}

enum { FIELD_TEXT_BYTES = 32 };
/* The field as the history shows it; number is room for what is not text. */
static const char *shown(const struct casefile *c, const struct field *f, char number[FIELD_TEXT_BYTES])
{
    const char *p = (const char *)c + f->at;

    switch (f->kind) {
    case TEXT:
        return text_at(c, f);
    case DAY:
        day_iso(*(const day *)p, number);
        return number;
    case ID:
        snprintf(number, FIELD_TEXT_BYTES, "%lld", (long long)*(const int64_t *)p);
        return number;
    case FLAG:
        return *(const bool *)p ? "yes" : "no";
    case LANG:
        return lang_id(*(const enum lang *)p);
    }
    return "";
}

static bool record_changes(struct db *db, const struct casefile *was, const struct casefile *c,
    const struct field *fields, size_t n, instant at, int64_t by, struct err *e)
{
    char before[FIELD_TEXT_BYTES], after[FIELD_TEXT_BYTES];

    for (size_t i = 0; i < n; i++)
        if (!change_add(db, "request", c->id, fields[i].column, shown(was, &fields[i], before),
                shown(c, &fields[i], after), at, by, e))
            return false;
    return true;
}

static const char SQL_ADD[] =
    "INSERT INTO request (counter, year, number, service, policy, patient, inquiry, received_on, "
    "received_via, disease, diagnosis, condition, told, questions, department, wanted_doctor, "
    "wishes, bad_days, treatment_from, referrer_institution, referrer_doctor, inpatient, "
    "referrer_agrees, patient_agrees, purposes, patient_may_know, patient_voicemail, "
    "patient_name_hospital, other_name, other_relation, other_phone, other_may_know, "
    "other_voicemail, other_name_hospital, call_hours, careful, careful_why, lang, memo, "
    "applicant_kind, applicant_name, patient_attends, patient_capable, created_at, created_by, op_key)"
    " VALUES (:counter, :year, "
    "1 + (SELECT coalesce(max(number), 0) FROM request WHERE counter = :counter AND year = :year), "
    ":service, :policy, :patient, :inquiry, :received_on, :received_via, :disease, :diagnosis, "
    ":condition, :told, :questions, :department, :wanted_doctor, :wishes, :bad_days, "
    ":treatment_from, :referrer_institution, :referrer_doctor, :inpatient, :referrer_agrees, "
    ":patient_agrees, :purposes, :patient_may_know, :patient_voicemail, :patient_name_hospital, "
    ":other_name, :other_relation, :other_phone, :other_may_know, :other_voicemail, "
    ":other_name_hospital, :call_hours, :careful, :careful_why, :lang, :memo, :applicant_kind, "
    ":applicant_name, :patient_attends, :patient_capable, :at, :by, :op_key)";
static const char SQL_REPEATED[] = "SELECT id FROM request WHERE op_key = :op_key";

bool request_store_add(struct db *db, const struct casefile *c, const char *op_key, instant at, int64_t by, int64_t *id,
    bool *repeated, struct err *e)
{
    if (!stmt_repeated(db, SQL_REPEATED, op_key, id, repeated, e))
        return false;
    if (*repeated)
        return true;
    struct stmt *s = db_stmt(db, SQL_ADD, e);
    bind_fields(s, c, form_fields, COUNT_OF(form_fields));
    bind_fields(s, c, attend_fields, COUNT_OF(attend_fields));
    bind_id(s, ":counter", c->counter);
    bind_int(s, ":year", c->year);
    bind_text(s, ":service", c->service);
    bind_id(s, ":policy", c->policy);
    bind_id(s, ":patient", c->patient.id);
    bind_id(s, ":inquiry", c->inquiry);
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_text(s, ":op_key", op_key);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_EDIT[] =
    "UPDATE request SET received_on = :received_on, received_via = :received_via, "
    "disease = :disease, diagnosis = :diagnosis, condition = :condition, told = :told, "
    "questions = :questions, department = :department, wanted_doctor = :wanted_doctor, "
    "wishes = :wishes, bad_days = :bad_days, treatment_from = :treatment_from, "
    "referrer_institution = :referrer_institution, referrer_doctor = :referrer_doctor, "
    "inpatient = :inpatient, referrer_agrees = :referrer_agrees, patient_agrees = :patient_agrees, "
    "purposes = :purposes, patient_may_know = :patient_may_know, "
    "patient_voicemail = :patient_voicemail, patient_name_hospital = :patient_name_hospital, "
    "other_name = :other_name, other_relation = :other_relation, other_phone = :other_phone, "
    "other_may_know = :other_may_know, other_voicemail = :other_voicemail, "
    "other_name_hospital = :other_name_hospital, call_hours = :call_hours, careful = :careful, "
    "careful_why = :careful_why, lang = :lang, memo = :memo, rev = rev + 1 WHERE id = :id AND rev = :rev";

bool request_store_edit(struct db *db, const struct casefile *was, const struct casefile *c, instant at, int64_t by,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_EDIT, e);

    bind_fields(s, c, form_fields, COUNT_OF(form_fields));
    bind_id(s, ":id", c->id);
    bind_int(s, ":rev", c->rev);
    return stmt_run_rev_of(s, "request", c->id, "request", e)
        && record_changes(db, was, c, form_fields, COUNT_OF(form_fields), at, by, e);
}

static const char SQL_ATTEND[] =
    "UPDATE request SET applicant_kind = :applicant_kind, applicant_name = :applicant_name, "
    "patient_attends = :patient_attends, patient_capable = :patient_capable, rev = rev + 1 WHERE id = :id AND rev = :rev";

bool request_store_attend(struct db *db, const struct casefile *was, const struct casefile *c, instant at, int64_t by,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ATTEND, e);

    bind_fields(s, c, attend_fields, COUNT_OF(attend_fields));
    bind_id(s, ":id", c->id);
    bind_int(s, ":rev", c->rev);
    return stmt_run_rev_of(s, "request", c->id, "patient_attends", e)
        && record_changes(db, was, c, attend_fields, COUNT_OF(attend_fields), at, by, e);
}

static const char SQL_END[] =
    "UPDATE request SET ended = :ended, ended_on = :on, rev = rev + 1 WHERE id = :id";

bool request_store_end(struct db *db, int64_t id, const char *ended, day on, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_END, e);

    bind_text(s, ":ended", ended);
    bind_day(s, ":on", on);
    bind_id(s, ":id", id);
    return stmt_run(s, e);
}

static const char SQL_FACT[] =
    "INSERT INTO request_fact (request, fact, value, at, by) VALUES (:id, :fact, :value, :at, :by)"
    " ON CONFLICT (request, fact) DO UPDATE SET value = :value, at = :at, by = :by";
static const char SQL_NO_FACT[] = "DELETE FROM request_fact WHERE request = :id AND fact = :fact";

bool request_store_fact(struct db *db, int64_t id, const char *fact, const char *value, instant at, int64_t by,
    struct err *e)
{
    struct stmt *s = db_stmt(db, str_empty(value) ? SQL_NO_FACT : SQL_FACT, e);

    bind_id(s, ":id", id);
    bind_text(s, ":fact", fact);
    if (!str_empty(value)) {
        bind_text(s, ":value", value);
        bind_instant(s, ":at", at);
        bind_id(s, ":by", by);
    }
    return stmt_run(s, e);
}
