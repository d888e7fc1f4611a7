/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole rows as JSON, one entry a table, all columns by name; key is the table's own number. Only the trail
 * and verify include this. A new column is added here in the same step (a test compares with the schema).
 * Left out: policy_version.text (its digest stands for it), what the printer said after the action
 * (print.printed_at, printer, failure), and the counting of wrong passphrases (A7 looks at the lock). Tables without
 * an entry hold what is made from these (slot, room_slot: S2, S3) or comes with its owner (denomination, staff_role).
 * A credential's digest stays out of the trail: mark is a digest of it with its 16 random bytes of salt, so it tells
 * whether this is the one that was set, and nothing against which a passphrase could be tried without the row itself. */
#ifndef STORE_AUDIT_IMAGES_H
#define STORE_AUDIT_IMAGES_H

struct audit_table {
    const char *table;
    const char *one; /* the image of the row with :id */
    const char *now_sql; /* writes every row as it is now beside its last image (verify's temporary table) */
    const char *without_sql; /* the rows that have no image */
};

#define IMAGE(table, key, columns)                                                                          \
    { #table,                                                                                               \
        "SELECT json_object('table', '" #table "', 'row', json_object(" columns ")) FROM " #table           \
        " AS c WHERE c." #key " = :id",                                                                     \
        "UPDATE temp.image SET now = (SELECT json_object(" columns ") FROM " #table                          \
        " AS c WHERE c." #key " = image.id) WHERE t = '" #table "'",                                         \
        "SELECT '" #table " ' || " #key " FROM " #table " AS c WHERE NOT EXISTS"                             \
        " (SELECT 1 FROM temp.image i WHERE i.t = '" #table "' AND i.id = c." #key ")"                    \
        " AND NOT ('" #table "' = 'staff' AND c." #key " = 1)" /* the program itself: part of the schema */ }

static const struct audit_table audit_images[] = {
    IMAGE(payment, id,
        "'id', id, 'counter', counter, 'drawer', drawer, 'request', request, 'kind', kind, "
        "'method', method, 'yen', yen, 'tendered', tendered, 'change', change, 'slip', slip, "
        "'other_kind', other_kind, 'paid_on', paid_on, 'business_day', business_day, "
        "'payer', payer, 'payer_name', payer_name, 'refund_of', refund_of, 'original', original, "
        "'reason', reason, 'at', at, 'by', by, 'approved_by', approved_by, 'op_key', op_key"),
    IMAGE(receipt, payment,
        "'id', payment, 'counter', counter, 'year', year, 'number', number, 'payment', payment, "
        "'lang', lang, 'addressee', addressee, 'registration', registration"),
    IMAGE(charge, id,
        "'id', id, 'request', request, 'item', item, 'item_en', item_en, 'quantity', quantity, "
        "'unit_yen', unit_yen, 'yen', yen, 'tax_percent', tax_percent, 'tax_yen', tax_yen, "
        "'rule', rule, 'policy', policy, 'payer', payer, 'void_of', void_of, 'reason', reason, "
        "'at', at, 'by', by"),
    IMAGE(unpaid, id,
        "'id', id, 'request', request, 'reason', reason, 'promised_on', promised_on, 'day', day, "
        "'at', at, 'by', by"),
    IMAGE(drawer_day, id,
        "'id', id, 'counter', counter, 'drawer', drawer, 'day', day, 'float_yen', float_yen, "
        "'opened_at', opened_at, 'opened_by', opened_by"),
    IMAGE(cash_move, id,
        "'id', id, 'counter', counter, 'drawer', drawer, 'day', day, 'yen', yen, "
        "'reason', reason, 'at', at, 'by', by"),
    IMAGE(cash_count, id,
        "'id', id, 'counter', counter, 'drawer', drawer, 'day', day, 'purpose', purpose, "
        "'at', at, 'by', by, "
        "'pieces', json((SELECT json_group_object(yen, pieces) FROM (SELECT yen, pieces"
        " FROM denomination WHERE cash_count = c.id ORDER BY yen)))"),
    IMAGE(closing, id,
        "'id', id, 'counter', counter, 'drawer', drawer, 'day', day, 'seq', seq, "
        "'float_yen', float_yen, 'expected_cash', expected_cash, 'counted_cash', counted_cash, "
        "'cash_count', cash_count, 'difference', difference, 'cash_total', cash_total, "
        "'card_total', card_total, 'transfer_total', transfer_total, 'other_total', other_total, "
        "'outside_total', outside_total, 'card_counted', card_counted, "
        "'perpetual_before', perpetual_before, 'perpetual_after', perpetual_after, "
        "'deposit', deposit, 'bag', bag, 'treasury', treasury, "
        "'treasury_person', treasury_person, 'next_float', next_float, 'reason', reason, "
        "'first_receipt', first_receipt, 'last_receipt', last_receipt, 'open_items', open_items, "
        "'at', at, 'by', by, 'audit_seq', audit_seq, 'audit_hash', audit_hash"),
    IMAGE(closing_confirm, closing,
        "'id', closing, 'closing', closing, 'by', by, 'at', at, 'note', note"),
    IMAGE(appointment, id,
        "'id', id, 'request', request, 'specialist', specialist, 'day', day, "
        "'start_min', start_min, 'minutes', minutes, 'room', room, 'place', place, "
        "'come_min', come_min, 'state', state, 'held_until', held_until, "
        "'moved_from', moved_from, 'reason', reason, 'told_on', told_on, 'told_how', told_how, "
        "'at', at, 'by', by, 'ended_at', ended_at, 'ended_by', ended_by, 'op_key', op_key, "
        "'rev', rev"),
    IMAGE(visit, id,
        "'id', id, 'request', request, 'appointment', appointment, 'day', day, "
        "'call_number', call_number, 'arrived_at', arrived_at, 'arrived_by', arrived_by, "
        "'patient_came', patient_came, 'started_at', started_at, 'started_by', started_by, "
        "'ended_at', ended_at, 'ended_by', ended_by, 'undone_at', undone_at, "
        "'undone_by', undone_by, 'undone_why', undone_why, 'rev', rev"),
    IMAGE(step, id,
        "'id', id, 'request', request, 'step', step, 'kind', kind, 'day', day, 'at', at, "
        "'by', by, 'reason', reason"),
    IMAGE(override, id,
        "'id', id, 'request', request, 'rule', rule, 'reason', reason, 'at', at, 'day', day, "
        "'by', by"),
    IMAGE(override_answer, override,
        "'id', override, 'override', override, 'approved', approved, 'at', at, 'by', by"),
    IMAGE(consent, id,
        "'id', id, 'request', request, 'kind', kind, 'issued_on', issued_on, "
        "'issued_how', issued_how, 'issued_by', issued_by, 'received_on', received_on, "
        "'signer', signer, 'signed_on', signed_on, 'why_not_self', why_not_self, "
        "'writer', writer, 'verified_at', verified_at, 'verified_by', verified_by, "
        "'withdrawn_on', withdrawn_on, 'rev', rev"),
    IMAGE(proof, id,
        "'id', id, 'request', request, 'attendee', attendee, 'of', of, 'kind', kind, "
        "'shown_by', shown_by, 'issued', issued, 'expires', expires, 'at', at, 'by', by, "
        "'undone_at', undone_at, 'undone_by', undone_by, 'undone_why', undone_why"),
    IMAGE(material, id,
        "'id', id, 'request', request, 'kind', kind, 'what', what, 'pieces', pieces, "
        "'label', label, 'owner', owner, 'destination', destination, 'received_on', received_on, "
        "'at', at, 'by', by, 'undone_at', undone_at, 'undone_by', undone_by, "
        "'undone_why', undone_why"),
    IMAGE(material_move, id,
        "'id', id, 'material', material, 'origin', origin, 'place', place, 'pieces', pieces, 'how', how, "
        "'tracking', tracking, 'signed_by', signed_by, 'day', day, 'at', at, 'by', by"),
    IMAGE(review, id,
        "'id', id, 'request', request, 'round', round, 'department', department, "
        "'sent_on', sent_on, 'sent_by', sent_by, 'asked_again_on', asked_again_on, "
        "'answered_on', answered_on, 'verdict', verdict, 'code', code, 'reason', reason, "
        "'more', more, 'more_by', more_by, 'specialist', specialist, 'dates', dates, 'answered_by', answered_by, "
        "'told_on', told_on, 'told_how', told_how, 'rev', rev"),
    IMAGE(report, id,
        "'id', id, 'request', request, 'whom', whom, 'sent_on', sent_on, 'via', via, "
        "'tracking', tracking, 'at', at, 'by', by, 'undone_at', undone_at, "
        "'undone_by', undone_by, 'undone_why', undone_why"),
    IMAGE(staff, id,
        "'id', id, 'login', login, 'name', name, 'active', active, 'lang', lang, "
        "'created_at', created_at, 'rev', rev, "
        "'roles', json((SELECT json_group_array(role) FROM (SELECT role FROM staff_role"
        " WHERE staff = c.id ORDER BY role)))"),
    IMAGE(credential, staff,
        "'id', staff, 'changed_at', changed_at, 'must_change', must_change, 'second_kind', second_kind, "
        "'mark', lower(hex(sha3(hash || coalesce(hex(second_secret), ''), 256)))"),
    IMAGE(policy_version, id,
        "'id', id, 'policy', policy, 'sha256', sha256, 'valid_from', valid_from, "
        "'switched_on', switched_on, 'switched_by', switched_by"),
    IMAGE(person, id,
        "'id', id, 'patient_no', patient_no, 'name', name, 'kana', kana, 'romaji', romaji, "
        "'birth', birth, 'sex', sex, 'postal', postal, 'address', address, 'phone', phone, "
        "'phone2', phone2, 'email', email, 'nationality', nationality, 'lang', lang, "
        "'interpreter', interpreter, 'search_name', search_name, 'search_kana', search_kana, "
        "'search_phone', search_phone, 'created_at', created_at, 'rev', rev"),
    IMAGE(request, id,
        "'id', id, 'counter', counter, 'year', year, 'number', number, 'service', service, "
        "'policy', policy, 'patient', patient, 'inquiry', inquiry, 'received_on', received_on, "
        "'received_via', received_via, 'complete_on', complete_on, 'created_at', created_at, "
        "'created_by', created_by, 'disease', disease, 'diagnosis', diagnosis, "
        "'condition', condition, 'told', told, 'questions', questions, "
        "'department', department, 'wanted_doctor', wanted_doctor, 'wishes', wishes, "
        "'bad_days', bad_days, 'treatment_from', treatment_from, "
        "'referrer_institution', referrer_institution, 'referrer_doctor', referrer_doctor, "
        "'inpatient', inpatient, 'referrer_agrees', referrer_agrees, "
        "'patient_agrees', patient_agrees, 'purposes', purposes, "
        "'patient_may_know', patient_may_know, 'patient_voicemail', patient_voicemail, "
        "'patient_name_hospital', patient_name_hospital, 'other_name', other_name, "
        "'other_relation', other_relation, 'other_phone', other_phone, "
        "'other_may_know', other_may_know, 'other_voicemail', other_voicemail, "
        "'other_name_hospital', other_name_hospital, 'call_hours', call_hours, "
        "'careful', careful, 'careful_why', careful_why, 'applicant_kind', applicant_kind, "
        "'applicant_name', applicant_name, 'patient_attends', patient_attends, "
        "'patient_capable', patient_capable, 'lang', lang, 'memo', memo, 'ended', ended, "
        "'ended_on', ended_on, 'next_action', next_action, 'next_due', next_due, "
        "'op_key', op_key, 'rev', rev"),
    IMAGE(request_fact, id,
        "'id', id, 'request', request, 'fact', fact, 'value', value, 'at', at, 'by', by"),
    IMAGE(attendee, id,
        "'id', id, 'request', request, 'kind', kind, 'name', name, 'kana', kana, "
        "'relation', relation, 'phone', phone, 'came', came, 'removed', removed, 'rev', rev"),
    IMAGE(paper, id,
        "'id', id, 'request', request, 'doc', doc, 'state', state, 'promised_on', promised_on, "
        "'received_on', received_on, 'via', via, 'tracking', tracking, 'dated', dated, "
        "'sealed', sealed, 'addressed', addressed, 'note', note, 'at', at, 'by', by, 'rev', rev"),
    IMAGE(inquiry, id,
        "'id', id, 'counter', counter, 'at', at, 'day', day, 'by', by, 'via', via, 'who', who, "
        "'matter', matter, 'next', next, 'name', name, 'kana', kana, 'phone', phone, "
        "'call_hours', call_hours, 'voicemail', voicemail, 'name_hospital', name_hospital, "
        "'answers', answers, 'illness', illness, 'decide_by', decide_by, 'memo', memo, "
        "'due', due, 'assigned', assigned, 'address', address, 'lang', lang, 'search', search, "
        "'done_at', done_at, 'done_by', done_by, 'request', request, 'op_key', op_key, "
        "'rev', rev"),
    IMAGE(call, id,
        "'id', id, 'counter', counter, 'request', request, 'inquiry', inquiry, 'what', what, "
        "'channel', channel, 'whom', whom, 'due', due, 'due_time', due_time, "
        "'created_at', created_at, 'created_by', created_by, 'result', result, 'note', note, "
        "'done_at', done_at, 'done_by', done_by"),
    IMAGE(note, id,
        "'id', id, 'counter', counter, 'request', request, 'text', text, 'at', at, 'by', by, "
        "'until', until, 'done_at', done_at, 'done_by', done_by"),
    IMAGE(specialist, id,
        "'id', id, 'name', name, 'kana', kana, 'name_en', name_en, 'department', department, "
        "'active', active, 'rev', rev"),
    IMAGE(session, id,
        "'id', id, 'specialist', specialist, 'weekday', weekday, 'start_min', start_min, "
        "'end_min', end_min, 'room', room, 'place', place, 'from_day', from_day, 'until_day', until_day"),
    IMAGE(session_exception, id,
        "'id', id, 'specialist', specialist, 'day', day, 'kind', kind, 'start_min', start_min, "
        "'end_min', end_min, 'room', room, 'place', place, 'why', why"),
    IMAGE(room, id,
        "'id', id, 'name_ja', name_ja, 'name_en', name_en, 'floor_ja', floor_ja, "
        "'floor_en', floor_en, 'active', active"),
    IMAGE(institution, id,
        "'id', id, 'name', name, 'postal', postal, 'address', address, 'phone', phone, "
        "'fax', fax, 'search', search, 'rev', rev"),
    IMAGE(doctor, id,
        "'id', id, 'institution', institution, 'department', department, 'name', name, "
        "'search', search"),
    IMAGE(print, id,
        "'id', id, 'kind', kind, 'object', object, 'object_id', object_id, 'copy', copy, "
        "'lang', lang, 'at', at, 'by', by"),
    IMAGE(change, id,
        "'id', id, 'object', object, 'object_id', object_id, 'field', field, 'was', was, "
        "'became', became, 'at', at, 'by', by"),
    IMAGE(counter, id,
        "'id', id, 'number', number, 'name_ja', name_ja, 'name_en', name_en, "
        "'floor_ja', floor_ja, 'floor_en', floor_en"),
    IMAGE(holiday, id, "'id', id, 'day', day, 'name', name, 'source', source"),
    IMAGE(closure, id,
        "'id', id, 'day', day, 'name_ja', name_ja, 'name_en', name_en, 'by', by, 'at', at"),
    IMAGE(setting, id,
        "'id', id, 'key', key, 'value', value"),
};
#undef IMAGE
#endif
