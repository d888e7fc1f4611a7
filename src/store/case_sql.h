/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements of case_store.c with their columns; only that file includes this. */
#ifndef STORE_CASE_SQL_H
#define STORE_CASE_SQL_H

static const char SQL_REQUEST[] =
    "SELECT r.id, r.rev, r.counter, r.year, r.number, r.service, r.policy, r.patient, r.inquiry, r.received_on,"
    " r.complete_on, r.received_via, r.disease, r.diagnosis, r.condition, r.told, r.questions, r.department,"
    " r.wanted_doctor, r.wishes, r.bad_days, r.treatment_from, r.referrer_institution, r.referrer_doctor,"
    " r.inpatient, r.referrer_agrees, r.patient_agrees, r.purposes, r.patient_may_know, r.patient_voicemail,"
    " r.patient_name_hospital, r.other_name, r.other_relation, r.other_phone, r.other_may_know,"
    " r.other_voicemail, r.other_name_hospital, r.call_hours, r.careful, r.careful_why, r.applicant_kind,"
    " r.applicant_name, r.patient_attends, r.patient_capable, r.lang, r.memo, r.ended, r.ended_on,"
    " r.next_action, r.next_due, i.name, i.postal, i.address, i.phone, d.department, d.name"
    " FROM request r"
    " LEFT JOIN institution i ON i.id = r.referrer_institution"
    " LEFT JOIN doctor d ON d.id = r.referrer_doctor"
    " WHERE r.id = :id";
enum {
    R_ID, R_REV, R_COUNTER, R_YEAR, R_NUMBER, R_SERVICE, R_POLICY, R_PATIENT, R_INQUIRY, R_RECEIVED_ON,
    R_COMPLETE_ON, R_RECEIVED_VIA, R_DISEASE, R_DIAGNOSIS, R_CONDITION, R_TOLD, R_QUESTIONS, R_DEPARTMENT,
    R_WANTED_DOCTOR, R_WISHES, R_BAD_DAYS, R_TREATMENT_FROM, R_INSTITUTION, R_DOCTOR,
    R_INPATIENT, R_REFERRER_AGREES, R_PATIENT_AGREES, R_PURPOSES, R_PATIENT_MAY_KNOW, R_PATIENT_VOICEMAIL,
    R_PATIENT_NAME_HOSPITAL, R_OTHER_NAME, R_OTHER_RELATION, R_OTHER_PHONE, R_OTHER_MAY_KNOW,
    R_OTHER_VOICEMAIL, R_OTHER_NAME_HOSPITAL, R_CALL_HOURS, R_CAREFUL, R_CAREFUL_WHY, R_APPLICANT_KIND,
    R_APPLICANT_NAME, R_PATIENT_ATTENDS, R_PATIENT_CAPABLE, R_LANG, R_MEMO, R_ENDED, R_ENDED_ON,
    R_NEXT_ACTION, R_NEXT_DUE, R_I_NAME, R_I_POSTAL, R_I_ADDRESS, R_I_PHONE, R_D_DEPARTMENT, R_D_NAME
};

static const char SQL_PERSON[] =
    "SELECT id, rev, patient_no, name, kana, romaji, birth, sex, postal, address, phone, phone2, email,"
    " nationality, lang, interpreter FROM person WHERE id = :id";
enum { P_ID, P_REV, P_NO, P_NAME, P_KANA, P_ROMAJI, P_BIRTH, P_SEX, P_POSTAL, P_ADDRESS, P_PHONE, P_PHONE2,
    P_EMAIL, P_NATIONALITY, P_LANG, P_INTERPRETER };

static const char SQL_ATTENDEES[] =
    "SELECT id, rev, kind, name, kana, relation, phone, came FROM attendee"
    " WHERE request = :id AND removed = 0 ORDER BY id";
enum { A_ID, A_REV, A_KIND, A_NAME, A_KANA, A_RELATION, A_PHONE, A_CAME };

static const char SQL_PROOFS[] =
    "SELECT p.id, p.attendee, p.of, p.kind, p.shown_by, p.issued, p.expires, p.at, p.by, s.name"
    " FROM proof p JOIN staff s ON s.id = p.by"
    " WHERE p.request = :id AND p.undone_at IS NULL ORDER BY p.id";
enum { PR_ID, PR_ATTENDEE, PR_OF, PR_KIND, PR_SHOWN_BY, PR_ISSUED, PR_EXPIRES, PR_AT, PR_BY, PR_BY_NAME };

static const char SQL_CONSENTS[] =
    "SELECT c.id, c.rev, c.kind, c.issued_on, c.issued_how, c.issued_by, i.name, c.received_on, c.signer,"
    " c.signed_on, c.why_not_self, c.writer, c.verified_at, c.verified_by, v.name, c.withdrawn_on"
    " FROM consent c LEFT JOIN staff i ON i.id = c.issued_by LEFT JOIN staff v ON v.id = c.verified_by"
    " WHERE c.request = :id ORDER BY c.id";
enum { C_ID, C_REV, C_KIND, C_ISSUED_ON, C_ISSUED_HOW, C_ISSUED_BY, C_ISSUED_NAME, C_RECEIVED_ON, C_SIGNER,
    C_SIGNED_ON, C_WHY, C_WRITER, C_VERIFIED_AT, C_VERIFIED_BY, C_VERIFIED_NAME, C_WITHDRAWN_ON };

static const char SQL_PAPERS[] =
    "SELECT doc, state, promised_on, received_on, via, tracking, dated, sealed, addressed, note, by, rev"
    " FROM paper WHERE request = :id ORDER BY doc";
enum { PA_DOC, PA_STATE, PA_PROMISED_ON, PA_RECEIVED_ON, PA_VIA, PA_TRACKING, PA_DATED, PA_SEALED,
    PA_ADDRESSED, PA_NOTE, PA_BY, PA_REV };

static const char SQL_MATERIALS[] =
    "SELECT m.id, m.kind, m.what, m.pieces, m.label, m.owner, m.destination, m.received_on"
    " FROM material m WHERE m.request = :id AND m.undone_at IS NULL ORDER BY m.id";
enum { M_ID, M_KIND, M_WHAT, M_PIECES, M_LABEL, M_OWNER, M_DESTINATION, M_RECEIVED_ON };

static const char SQL_MOVES[] =
    "SELECT v.material, v.origin, v.place, v.pieces, v.day, v.how, v.tracking, v.signed_by, s.name"
    " FROM material m JOIN material_move v ON v.material = m.id JOIN staff s ON s.id = v.by"
    " WHERE m.request = :id AND m.undone_at IS NULL ORDER BY v.id";
enum { MV_MATERIAL, MV_ORIGIN, MV_PLACE, MV_PIECES, MV_DAY, MV_HOW, MV_TRACKING, MV_SIGNED_BY, MV_BY_NAME };

static const char SQL_REVIEWS[] =
    "SELECT v.id, v.rev, v.round, v.department, v.sent_on, v.asked_again_on, v.answered_on, v.verdict, v.code,"
    " v.reason, v.more, v.more_by, v.specialist, s.name, s.name_en, v.dates, v.told_on, v.told_how"
    " FROM review v LEFT JOIN specialist s ON s.id = v.specialist WHERE v.request = :id ORDER BY v.round";
enum { V_ID, V_REV, V_ROUND, V_DEPARTMENT, V_SENT_ON, V_AGAIN_ON, V_ANSWERED_ON, V_VERDICT, V_CODE, V_REASON,
    V_MORE, V_MORE_BY, V_SPECIALIST, V_SPECIALIST_NAME, V_SPECIALIST_NAME_EN, V_DATES, V_TOLD_ON, V_TOLD_HOW };

static const char SQL_APPOINTMENTS[] =
    "SELECT a.id, a.rev, a.request, a.specialist, s.name, s.name_en, s.department, a.day, a.start_min,"
    " a.minutes, a.room, o.name_ja, o.name_en, o.floor_ja, o.floor_en, a.place, a.come_min, a.state,"
    " a.held_until, a.moved_from, a.reason, a.told_on, a.told_how"
    " FROM appointment a JOIN specialist s ON s.id = a.specialist LEFT JOIN room o ON o.id = a.room"
    " WHERE a.request = :id ORDER BY a.id";
enum { AP_ID, AP_REV, AP_REQUEST, AP_SPECIALIST, AP_S_NAME, AP_S_NAME_EN, AP_DEPARTMENT, AP_DAY, AP_START,
    AP_MINUTES, AP_ROOM, AP_ROOM_JA, AP_ROOM_EN, AP_FLOOR_JA, AP_FLOOR_EN, AP_PLACE, AP_COME, AP_STATE,
    AP_HELD_UNTIL, AP_MOVED_FROM, AP_REASON, AP_TOLD_ON, AP_TOLD_HOW };

static const char SQL_VISITS[] =
    "SELECT id, rev, appointment, day, call_number, arrived_at, patient_came, started_at, ended_at"
    " FROM visit WHERE request = :id AND undone_at IS NULL ORDER BY id";
enum { VI_ID, VI_REV, VI_APPOINTMENT, VI_DAY, VI_CALL, VI_ARRIVED_AT, VI_PATIENT_CAME, VI_STARTED_AT,
    VI_ENDED_AT };

static const char SQL_CHARGES[] =
    "SELECT id, item, item_en, quantity, unit_yen, yen, tax_yen, tax_percent, rule, policy, void_of, reason"
    " FROM charge WHERE request = :id ORDER BY id";
enum { CH_ID, CH_ITEM, CH_ITEM_EN, CH_QUANTITY, CH_UNIT, CH_YEN, CH_TAX, CH_PERCENT, CH_RULE, CH_POLICY,
    CH_VOID_OF, CH_REASON };

static const char SQL_PAYMENTS[] =
    "SELECT p.id, p.kind, p.method, p.yen, p.tendered, p.change, p.slip, p.other_kind, p.paid_on,"
    " p.business_day, p.payer, p.payer_name, p.refund_of, p.original, p.reason, p.at, p.by, p.approved_by,"
    " s.name, c.number, r.year, r.number, r.lang, r.addressee"
    " FROM payment p JOIN staff s ON s.id = p.by LEFT JOIN receipt r ON r.payment = p.id"
    " LEFT JOIN counter c ON c.id = r.counter WHERE p.request = :id ORDER BY p.id";
enum { PY_ID, PY_KIND, PY_METHOD, PY_YEN, PY_TENDERED, PY_CHANGE, PY_SLIP, PY_OTHER_KIND, PY_PAID_ON,
    PY_BUSINESS_DAY, PY_PAYER, PY_PAYER_NAME, PY_REFUND_OF, PY_ORIGINAL, PY_REASON, PY_AT, PY_BY,
    PY_APPROVED_BY, PY_BY_NAME, PY_R_COUNTER, PY_R_YEAR, PY_R_NUMBER, PY_R_LANG, PY_ADDRESSEE };

static const char SQL_UNPAID[] = "SELECT reason, promised_on, day FROM unpaid WHERE request = :id ORDER BY id";
enum { U_REASON, U_PROMISED_ON, U_DAY };

static const char SQL_REPORTS[] =
    "SELECT id, whom, sent_on, via, tracking, by FROM report WHERE request = :id AND undone_at IS NULL ORDER BY id";
enum { RE_ID, RE_WHOM, RE_SENT_ON, RE_VIA, RE_TRACKING, RE_BY };

static const char SQL_STEPS[] =
    "SELECT t.id, t.step, t.kind, t.day, t.at, t.by, s.name, t.reason"
    " FROM step t JOIN staff s ON s.id = t.by WHERE t.request = :id ORDER BY t.id";
enum { ST_ID, ST_STEP, ST_KIND, ST_DAY, ST_AT, ST_BY, ST_BY_NAME, ST_REASON };

static const char SQL_OVERRIDES[] =
    "SELECT o.id, o.rule, o.reason, o.day, o.at, o.by, s.name, w.approved, w.by"
    " FROM override o JOIN staff s ON s.id = o.by LEFT JOIN override_answer w ON w.override = o.id"
    " WHERE o.request = :id ORDER BY o.id";
enum { O_ID, O_RULE, O_REASON, O_DAY, O_AT, O_BY, O_BY_NAME, O_APPROVED, O_ANSWERED_BY };

static const char SQL_FACTS[] = "SELECT fact, value FROM request_fact WHERE request = :id ORDER BY fact";
enum { F_FACT, F_VALUE };

static const char SQL_CALLS[] =
    "SELECT c.id, c.what, c.channel, c.whom, coalesce(c.result, ''), c.note, c.due, c.due_time,"
    " coalesce(c.done_at, c.created_at), s.name"
    " FROM call c JOIN staff s ON s.id = coalesce(c.done_by, c.created_by)"
    " WHERE c.request = :id ORDER BY c.id DESC";
enum { CL_ID, CL_WHAT, CL_CHANNEL, CL_WHOM, CL_RESULT, CL_NOTE, CL_DUE, CL_DUE_MIN, CL_AT, CL_BY_NAME };
#endif
