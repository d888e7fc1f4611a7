/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case_store.h"

#include "store/case_sql.h"

static enum lang lang_col(const struct stmt *s, int col, struct arena *a)
{
    enum lang l = LANG_JA;

    lang_of(col_text(s, col, a), &l);
    return l;
}

bool person_load(struct db *db, int64_t id, struct arena *a, struct person *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_PERSON, e);

    bind_id(s, ":id", id);
    if (stmt_row(s, e))
        *out = (struct person){ .id = col_id(s, P_ID), .rev = col_int(s, P_REV), .patient_no = col_text(s, P_NO, a),
            .name = col_text(s, P_NAME, a), .kana = col_text(s, P_KANA, a), .romaji = col_text(s, P_ROMAJI, a),
            .birth = col_day(s, P_BIRTH), .sex = col_text(s, P_SEX, a), .postal = col_text(s, P_POSTAL, a),
            .address = col_text(s, P_ADDRESS, a), .phone = col_text(s, P_PHONE, a), .phone2 = col_text(s, P_PHONE2, a),
            .email = col_text(s, P_EMAIL, a), .nationality = col_text(s, P_NATIONALITY, a),
            .lang = lang_col(s, P_LANG, a), .interpreter = col_text(s, P_INTERPRETER, a) };
    if (!stmt_end(s))
        return false;
    return out->id == id || err_set(e, ERR_RULE, "", N_("This person is no longer there."), NULL);
}

static void request_columns(const struct stmt *s, struct arena *a, struct casefile *c)
{
    c->id = col_id(s, R_ID);
    c->rev = col_int(s, R_REV);
    c->counter = col_id(s, R_COUNTER);
    c->year = (int)col_int(s, R_YEAR);
    c->number = (int)col_int(s, R_NUMBER);
    c->service = col_text(s, R_SERVICE, a);
    c->policy = col_id(s, R_POLICY);
    c->patient.id = col_id(s, R_PATIENT);
    c->inquiry = col_id(s, R_INQUIRY);
    c->received_on = col_day(s, R_RECEIVED_ON);
    c->complete_on = col_day(s, R_COMPLETE_ON);
    c->treatment_from = col_day(s, R_TREATMENT_FROM);
    c->institution = col_id(s, R_INSTITUTION);
    c->doctor = col_id(s, R_DOCTOR);
    c->careful = col_bool(s, R_CAREFUL);
    c->lang = lang_col(s, R_LANG, a);
    c->ended_on = col_day(s, R_ENDED_ON);
    c->next_due = col_day(s, R_NEXT_DUE);
}

static void request_texts(const struct stmt *s, struct arena *a, struct casefile *c)
{
    const struct {
        const char **to;
        int col;
    } texts[] = {
        { &c->received_via, R_RECEIVED_VIA }, { &c->disease, R_DISEASE }, { &c->diagnosis, R_DIAGNOSIS },
        { &c->condition, R_CONDITION }, { &c->told, R_TOLD }, { &c->questions, R_QUESTIONS },
        { &c->department, R_DEPARTMENT }, { &c->wanted_doctor, R_WANTED_DOCTOR }, { &c->wishes, R_WISHES },
        { &c->bad_days, R_BAD_DAYS }, { &c->inpatient, R_INPATIENT }, { &c->referrer_agrees, R_REFERRER_AGREES },
        { &c->patient_agrees, R_PATIENT_AGREES }, { &c->purposes, R_PURPOSES },
        { &c->patient_may_know, R_PATIENT_MAY_KNOW }, { &c->patient_voicemail, R_PATIENT_VOICEMAIL },
        { &c->patient_name_hospital, R_PATIENT_NAME_HOSPITAL }, { &c->other_name, R_OTHER_NAME },
        { &c->other_relation, R_OTHER_RELATION }, { &c->other_phone, R_OTHER_PHONE },
        { &c->other_may_know, R_OTHER_MAY_KNOW }, { &c->other_voicemail, R_OTHER_VOICEMAIL },
        { &c->other_name_hospital, R_OTHER_NAME_HOSPITAL }, { &c->call_hours, R_CALL_HOURS },
        { &c->careful_why, R_CAREFUL_WHY }, { &c->applicant_kind, R_APPLICANT_KIND },
        { &c->applicant_name, R_APPLICANT_NAME }, { &c->patient_attends, R_PATIENT_ATTENDS },
        { &c->patient_capable, R_PATIENT_CAPABLE }, { &c->memo, R_MEMO }, { &c->ended, R_ENDED },
        { &c->next_action, R_NEXT_ACTION }, { &c->institution_name, R_I_NAME },
        { &c->institution_postal, R_I_POSTAL }, { &c->institution_address, R_I_ADDRESS },
        { &c->institution_phone, R_I_PHONE }, { &c->doctor_department, R_D_DEPARTMENT },
        { &c->doctor_name, R_D_NAME },
    };

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        *texts[i].to = col_text(s, texts[i].col, a);
}

/* One list of a request: its SQL, where the rows go, and how one row is read. */
struct list {
    const char *sql;
    size_t bytes;
    void (*read)(const struct stmt *s, struct arena *a, void *row);
};

static bool load_list(struct db *db, const struct list *list, int64_t id, struct arena *a, void *items, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, list->sql, e);
    struct rows rows = { .out = items, .n = n, .bytes = list->bytes, .arena = a };
    void *row;

    bind_id(s, ":id", id);
    while ((row = stmt_next(s, &rows, e)))
        list->read(s, a, row);
    return stmt_end(s);
}

static void read_attendee(const struct stmt *s, struct arena *a, void *row)
{
    struct attendee *x = row;

    x->id = col_id(s, A_ID);
    x->rev = col_int(s, A_REV);
    x->kind = col_text(s, A_KIND, a);
    x->name = col_text(s, A_NAME, a);
    x->kana = col_text(s, A_KANA, a);
    x->relation = col_text(s, A_RELATION, a);
    x->phone = col_text(s, A_PHONE, a);
    x->came = col_text(s, A_CAME, a);
}

static void read_proof(const struct stmt *s, struct arena *a, void *row)
{
    struct proof *x = row;

    x->id = col_id(s, PR_ID);
    x->attendee = col_id(s, PR_ATTENDEE);
    x->of = col_text(s, PR_OF, a);
    x->kind = col_text(s, PR_KIND, a);
    x->shown_by = col_text(s, PR_SHOWN_BY, a);
    x->issued = col_day(s, PR_ISSUED);
    x->expires = col_day(s, PR_EXPIRES);
    x->at = col_instant(s, PR_AT);
    x->by = col_id(s, PR_BY);
    x->by_name = col_text(s, PR_BY_NAME, a);
}

static void read_consent(const struct stmt *s, struct arena *a, void *row)
{
    struct consent *x = row;

    x->id = col_id(s, C_ID);
    x->rev = col_int(s, C_REV);
    x->kind = col_text(s, C_KIND, a);
    x->issued_on = col_day(s, C_ISSUED_ON);
    x->issued_how = col_text(s, C_ISSUED_HOW, a);
    x->issued_by = col_id(s, C_ISSUED_BY);
    x->issued_by_name = col_text(s, C_ISSUED_NAME, a);
    x->received_on = col_day(s, C_RECEIVED_ON);
    x->signer = col_text(s, C_SIGNER, a);
    x->signed_on = col_day(s, C_SIGNED_ON);
    x->why_not_self = col_text(s, C_WHY, a);
    x->writer = col_text(s, C_WRITER, a);
    x->verified = !col_null(s, C_VERIFIED_AT);
    x->verified_at = col_instant(s, C_VERIFIED_AT);
    x->verified_by = col_id(s, C_VERIFIED_BY);
    x->verified_by_name = col_text(s, C_VERIFIED_NAME, a);
    x->withdrawn_on = col_day(s, C_WITHDRAWN_ON);
}

static void read_paper(const struct stmt *s, struct arena *a, void *row)
{
    struct paper *x = row;

    x->doc = col_text(s, PA_DOC, a);
    x->state = col_text(s, PA_STATE, a);
    x->promised_on = col_day(s, PA_PROMISED_ON);
    x->received_on = col_day(s, PA_RECEIVED_ON);
    x->via = col_text(s, PA_VIA, a);
    x->tracking = col_text(s, PA_TRACKING, a);
    x->dated = col_day(s, PA_DATED);
    x->sealed = col_text(s, PA_SEALED, a);
    x->addressed = col_text(s, PA_ADDRESSED, a);
    x->note = col_text(s, PA_NOTE, a);
    x->by = col_id(s, PA_BY);
    x->rev = col_int(s, PA_REV);
}

static void read_material(const struct stmt *s, struct arena *a, void *row)
{
    struct material *x = row;

    x->id = col_id(s, M_ID);
    x->kind = col_text(s, M_KIND, a);
    x->what = col_text(s, M_WHAT, a);
    x->pieces = (int)col_int(s, M_PIECES);
    x->label = col_text(s, M_LABEL, a);
    x->owner = col_text(s, M_OWNER, a);
    x->destination = col_text(s, M_DESTINATION, a);
    x->received_on = col_day(s, M_RECEIVED_ON);
}

static void read_move(const struct stmt *s, struct arena *a, void *row)
{
    struct material_move *x = row;

    x->material = col_id(s, MV_MATERIAL);
    x->origin = col_text(s, MV_ORIGIN, a);
    x->place = col_text(s, MV_PLACE, a);
    x->pieces = (int)col_int(s, MV_PIECES);
    x->day = col_day(s, MV_DAY);
    x->how = col_text(s, MV_HOW, a);
    x->tracking = col_text(s, MV_TRACKING, a);
    x->signed_by = col_text(s, MV_SIGNED_BY, a);
    x->by_name = col_text(s, MV_BY_NAME, a);
}

static void read_review(const struct stmt *s, struct arena *a, void *row)
{
    struct review *x = row;

    x->id = col_id(s, V_ID);
    x->rev = col_int(s, V_REV);
    x->round = (int)col_int(s, V_ROUND);
    x->department = col_text(s, V_DEPARTMENT, a);
    x->sent_on = col_day(s, V_SENT_ON);
    x->asked_again_on = col_day(s, V_AGAIN_ON);
    x->answered_on = col_day(s, V_ANSWERED_ON);
    x->verdict = col_text(s, V_VERDICT, a);
    x->code = col_text(s, V_CODE, a);
    x->reason = col_text(s, V_REASON, a);
    x->more = col_text(s, V_MORE, a);
    x->more_by = col_day(s, V_MORE_BY);
    x->specialist = col_id(s, V_SPECIALIST);
    x->specialist_name = col_text(s, V_SPECIALIST_NAME, a);
    x->specialist_name_en = col_text(s, V_SPECIALIST_NAME_EN, a);
    x->dates = col_text(s, V_DATES, a);
    x->told_on = col_day(s, V_TOLD_ON);
    x->told_how = col_text(s, V_TOLD_HOW, a);
}

static void read_appointment(const struct stmt *s, struct arena *a, void *row)
{
    struct appointment *x = row;

    x->id = col_id(s, AP_ID);
    x->rev = col_int(s, AP_REV);
    x->request = col_id(s, AP_REQUEST);
    x->specialist = col_id(s, AP_SPECIALIST);
    x->specialist_name = col_text(s, AP_S_NAME, a);
    x->specialist_name_en = col_text(s, AP_S_NAME_EN, a);
    x->department = col_text(s, AP_DEPARTMENT, a);
    x->day = col_day(s, AP_DAY);
    x->start_min = (int)col_int(s, AP_START);
    x->minutes = (int)col_int(s, AP_MINUTES);
    x->room = col_id(s, AP_ROOM);
    x->room_name = col_text(s, AP_ROOM_JA, a);
    x->room_name_en = col_text(s, AP_ROOM_EN, a);
    x->room_floor = col_text(s, AP_FLOOR_JA, a);
    x->room_floor_en = col_text(s, AP_FLOOR_EN, a);
    x->place = col_text(s, AP_PLACE, a);
    x->come_min = col_null(s, AP_COME) ? -1 : (int)col_int(s, AP_COME);
    x->state = col_text(s, AP_STATE, a);
    x->held_until = col_instant(s, AP_HELD_UNTIL);
    x->moved_from = col_id(s, AP_MOVED_FROM);
    x->reason = col_text(s, AP_REASON, a);
    x->told_on = col_day(s, AP_TOLD_ON);
    x->told_how = col_text(s, AP_TOLD_HOW, a);
}

static void read_visit(const struct stmt *s, struct arena *a, void *row)
{
    struct visit *x = row;

    x->id = col_id(s, VI_ID);
    x->rev = col_int(s, VI_REV);
    x->appointment = col_id(s, VI_APPOINTMENT);
    x->day = col_day(s, VI_DAY);
    x->call_number = (int)col_int(s, VI_CALL);
    x->arrived_at = col_instant(s, VI_ARRIVED_AT);
    x->patient_came = col_text(s, VI_PATIENT_CAME, a);
    x->started = !col_null(s, VI_STARTED_AT);
    x->ended = !col_null(s, VI_ENDED_AT);
    x->started_at = col_instant(s, VI_STARTED_AT);
    x->ended_at = col_instant(s, VI_ENDED_AT);
}

static void read_charge(const struct stmt *s, struct arena *a, void *row)
{
    struct charge *x = row;

    x->id = col_id(s, CH_ID);
    x->item = col_text(s, CH_ITEM, a);
    x->item_en = col_text(s, CH_ITEM_EN, a);
    x->quantity = (int)col_int(s, CH_QUANTITY);
    x->unit = col_yen(s, CH_UNIT);
    x->amount = col_yen(s, CH_YEN);
    x->tax = col_yen(s, CH_TAX);
    x->tax_percent = (int)col_int(s, CH_PERCENT);
    x->rule = col_text(s, CH_RULE, a);
    x->policy = col_id(s, CH_POLICY);
    x->void_of = col_id(s, CH_VOID_OF);
    x->reason = col_text(s, CH_REASON, a);
}

static void read_payment(const struct stmt *s, struct arena *a, void *row)
{
    struct payment *x = row;

    x->id = col_id(s, PY_ID);
    x->kind = col_text(s, PY_KIND, a);
    x->method = col_text(s, PY_METHOD, a);
    x->amount = col_yen(s, PY_YEN);
    x->tendered = col_yen(s, PY_TENDERED);
    x->change = col_yen(s, PY_CHANGE);
    x->slip = col_text(s, PY_SLIP, a);
    x->other_kind = col_text(s, PY_OTHER_KIND, a);
    x->paid_on = col_day(s, PY_PAID_ON);
    x->business_day = col_day(s, PY_BUSINESS_DAY);
    x->payer = col_text(s, PY_PAYER, a);
    x->payer_name = col_text(s, PY_PAYER_NAME, a);
    x->refund_of = col_id(s, PY_REFUND_OF);
    x->original = col_text(s, PY_ORIGINAL, a);
    x->reason = col_text(s, PY_REASON, a);
    x->at = col_instant(s, PY_AT);
    x->by = col_id(s, PY_BY);
    x->approved_by = col_id(s, PY_APPROVED_BY);
    x->by_name = col_text(s, PY_BY_NAME, a);
    x->receipt_counter = (int)col_int(s, PY_R_COUNTER);
    x->receipt_year = (int)col_int(s, PY_R_YEAR);
    x->receipt_number = (int)col_int(s, PY_R_NUMBER);
    x->receipt_lang = lang_col(s, PY_R_LANG, a);
    x->addressee = col_text(s, PY_ADDRESSEE, a);
}

static void read_unpaid(const struct stmt *s, struct arena *a, void *row)
{
    struct unpaid_row *x = row;

    x->reason = col_text(s, U_REASON, a);
    x->promised_on = col_day(s, U_PROMISED_ON);
    x->day = col_day(s, U_DAY);
}

static void read_report(const struct stmt *s, struct arena *a, void *row)
{
    struct report *x = row;

    x->id = col_id(s, RE_ID);
    x->to = col_text(s, RE_WHOM, a);
    x->sent_on = col_day(s, RE_SENT_ON);
    x->via = col_text(s, RE_VIA, a);
    x->tracking = col_text(s, RE_TRACKING, a);
    x->by = col_id(s, RE_BY);
}

static void read_step(const struct stmt *s, struct arena *a, void *row)
{
    struct step_row *x = row;

    x->id = col_id(s, ST_ID);
    x->step = col_text(s, ST_STEP, a);
    x->done = str_eq(col_text(s, ST_KIND, a), "done");
    x->day = col_day(s, ST_DAY);
    x->at = col_instant(s, ST_AT);
    x->by = col_id(s, ST_BY);
    x->by_name = col_text(s, ST_BY_NAME, a);
    x->reason = col_text(s, ST_REASON, a);
}

static void read_override(const struct stmt *s, struct arena *a, void *row)
{
    struct override_row *x = row;

    x->id = col_id(s, O_ID);
    x->rule = col_text(s, O_RULE, a);
    x->reason = col_text(s, O_REASON, a);
    x->day = col_day(s, O_DAY);
    x->at = col_instant(s, O_AT);
    x->by = col_id(s, O_BY);
    x->by_name = col_text(s, O_BY_NAME, a);
    x->answered = !col_null(s, O_APPROVED);
    x->approved = col_bool(s, O_APPROVED);
    x->answered_by = col_id(s, O_ANSWERED_BY);
}

static void read_fact(const struct stmt *s, struct arena *a, void *row)
{
    struct fact_row *x = row;

    x->fact = col_text(s, F_FACT, a);
    x->value = col_text(s, F_VALUE, a);
}

static void read_call(const struct stmt *s, struct arena *a, void *row)
{
    struct call_row *x = row;

    x->id = col_id(s, CL_ID);
    x->what = col_text(s, CL_WHAT, a);
    x->channel = col_text(s, CL_CHANNEL, a);
    x->whom = col_text(s, CL_WHOM, a);
    x->result = col_text(s, CL_RESULT, a);
    x->note = col_text(s, CL_NOTE, a);
    x->due = col_day(s, CL_DUE);
    x->due_min = col_null(s, CL_DUE_MIN) ? -1 : (int)col_int(s, CL_DUE_MIN);
    x->at = col_instant(s, CL_AT);
    x->by_name = col_text(s, CL_BY_NAME, a);
}

static bool load_lists(struct db *db, struct arena *a, struct casefile *c, struct err *e)
{
#define LIST(sql, type, read, items, n) { { sql, sizeof(struct type), read }, &c->items, &c->n }
    const struct {
        struct list list;
        void *items;
        size_t *n;
    } lists[] = {
        LIST(SQL_ATTENDEES, attendee, read_attendee, attendees, n_attendees),
        LIST(SQL_PROOFS, proof, read_proof, proofs, n_proofs),
        LIST(SQL_CONSENTS, consent, read_consent, consents, n_consents),
        LIST(SQL_PAPERS, paper, read_paper, papers, n_papers),
        LIST(SQL_MATERIALS, material, read_material, materials, n_materials),
        LIST(SQL_MOVES, material_move, read_move, moves, n_moves),
        LIST(SQL_REVIEWS, review, read_review, reviews, n_reviews),
        LIST(SQL_APPOINTMENTS, appointment, read_appointment, appointments, n_appointments),
        LIST(SQL_VISITS, visit, read_visit, visits, n_visits),
        LIST(SQL_CHARGES, charge, read_charge, charges, n_charges),
        LIST(SQL_PAYMENTS, payment, read_payment, payments, n_payments),
        LIST(SQL_UNPAID, unpaid_row, read_unpaid, unpaid, n_unpaid),
        LIST(SQL_REPORTS, report, read_report, reports, n_reports),
        LIST(SQL_STEPS, step_row, read_step, steps, n_steps),
        LIST(SQL_OVERRIDES, override_row, read_override, overrides, n_overrides),
        LIST(SQL_FACTS, fact_row, read_fact, facts, n_facts),
        LIST(SQL_CALLS, call_row, read_call, calls, n_calls),
    };
#undef LIST

    for (size_t i = 0; i < COUNT_OF(lists); i++)
        if (!load_list(db, &lists[i].list, c->id, a, lists[i].items, lists[i].n, e))
            return false;
    return true;
}

/* The day of arrival of a request is that of its form (counter.md 3): until the clerk records the paper itself, it is here
 * since then. */
static void form_is_here(struct arena *a, struct casefile *c)
{
    if (!day_known(c->received_on) || case_paper(c, "request_form"))
        return;
    struct paper *all = ARENA_ARRAY(a, struct paper, c->n_papers + 1);
    for (size_t i = 0; i < c->n_papers; i++)
        all[i + 1] = c->papers[i];
    all[0] = (struct paper){ .doc = "request_form", .state = "received", .promised_on = DAY_NONE, .received_on = c->received_on,
        .via = c->received_via, .tracking = "", .dated = DAY_NONE, .sealed = "", .addressed = "", .note = "" };
    c->papers = all;
    c->n_papers++;
}

static bool load_all(struct db *db, int64_t id, struct arena *a, struct casefile *out, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_REQUEST, e);

    *out = (struct casefile){ 0 };
    bind_id(s, ":id", id);
    if (stmt_row(s, e)) {
        request_columns(s, a, out);
        request_texts(s, a, out);
    }
    if (!stmt_end(s))
        return false;
    if (out->id != id || id == 0)
        return err_set(e, ERR_RULE, "", N_("This request is no longer there."), NULL);
    if (!person_load(db, out->patient.id, a, &out->patient, e) || !load_lists(db, a, out, e))
        return false;
    form_is_here(a, out);
    return true;
}

bool case_load(struct db *db, int64_t id, struct arena *a, struct casefile *out, struct err *e)
{
    if (!db_moment_begin(db, e))
        return false;
    bool ok = load_all(db, id, a, out, e);
    db_moment_end(db);
    return ok;
}

static const char SQL_FIND[] = "SELECT id FROM request WHERE counter = :counter AND year = :year AND number = :number";

bool case_find(struct db *db, int64_t counter, int year, int number, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_FIND, e);

    *id = 0;
    bind_id(s, ":counter", counter);
    bind_int(s, ":year", year);
    bind_int(s, ":number", number);
    if (stmt_row(s, e))
        *id = col_id(s, 0);
    return stmt_end(s);
}
