/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole rows as JSON, one statement a table, all columns by name; id is the table's own key. Only audit.c and
 * verify include this. A new column is added here in the same step (a test compares with the schema). */
#ifndef STORE_AUDIT_IMAGES_H
#define STORE_AUDIT_IMAGES_H

static const struct audit_table {
    const char *table, *key, *sql;
} audit_images[] = {
    { "payment", "id",
        "SELECT json_object('table', 'payment', 'row', json_object('id', id, 'counter', counter, "
        "'drawer', drawer, 'request', request, 'kind', kind, 'method', method, 'yen', yen, "
        "'tendered', tendered, 'change', change, 'slip', slip, 'other_kind', other_kind, "
        "'paid_on', paid_on, 'business_day', business_day, 'payer', payer, 'payer_name', payer_name, "
        "'refund_of', refund_of, 'original', original, 'reason', reason, 'at', at, 'by', by, "
        "'approved_by', approved_by, 'op_key', op_key)) FROM payment WHERE id = :id" },
    { "charge", "id",
        "SELECT json_object('table', 'charge', 'row', json_object('id', id, 'request', request, "
        "'item', item, 'item_en', item_en, 'quantity', quantity, 'unit_yen', unit_yen, 'yen', yen, "
        "'tax_percent', tax_percent, 'tax_yen', tax_yen, 'rule', rule, 'policy', policy, 'payer', payer, "
        "'void_of', void_of, 'reason', reason, 'at', at, 'by', by)) FROM charge WHERE id = :id" },
    { "closing", "id",
        "SELECT json_object('table', 'closing', 'row', json_object('id', id, 'counter', counter, "
        "'drawer', drawer, 'day', day, 'seq', seq, 'float_yen', float_yen, "
        "'expected_cash', expected_cash, 'counted_cash', counted_cash, 'cash_count', cash_count, "
        "'difference', difference, 'cash_total', cash_total, 'card_total', card_total, "
        "'transfer_total', transfer_total, 'other_total', other_total, 'outside_total', outside_total, "
        "'card_counted', card_counted, 'perpetual_before', perpetual_before, "
        "'perpetual_after', perpetual_after, 'deposit', deposit, 'bag', bag, 'treasury', treasury, "
        "'treasury_person', treasury_person, 'next_float', next_float, 'reason', reason, "
        "'first_receipt', first_receipt, 'last_receipt', last_receipt, 'open_items', open_items, "
        "'at', at, 'by', by, 'audit_seq', audit_seq, 'audit_hash', audit_hash)) FROM closing WHERE id = :id" },
    { "closing_confirm", "closing",
        "SELECT json_object('table', 'closing_confirm', 'row', json_object('closing', closing, 'by', by, "
        "'at', at, 'note', note)) FROM closing_confirm WHERE closing = :id" },
    { "cash_move", "id",
        "SELECT json_object('table', 'cash_move', 'row', json_object('id', id, 'counter', counter, "
        "'drawer', drawer, 'day', day, 'yen', yen, 'reason', reason, 'at', at, 'by', by)) FROM cash_move WHERE id = :id" },
    { "cash_count", "id",
        "SELECT json_object('table', 'cash_count', 'row', json_object('id', id, 'counter', counter, "
        "'drawer', drawer, 'day', day, 'purpose', purpose, 'at', at, 'by', by)) FROM cash_count WHERE id = :id" },
    { "appointment", "id",
        "SELECT json_object('table', 'appointment', 'row', json_object('id', id, 'request', request, "
        "'specialist', specialist, 'day', day, 'start_min', start_min, 'minutes', minutes, 'room', room, "
        "'place', place, 'come_min', come_min, 'state', state, 'held_until', held_until, "
        "'moved_from', moved_from, 'reason', reason, 'told_on', told_on, 'told_how', told_how, 'at', at, "
        "'by', by, 'ended_at', ended_at, 'ended_by', ended_by, 'op_key', op_key, 'rev', rev)) FROM appointment WHERE id = :id" },
    { "visit", "id",
        "SELECT json_object('table', 'visit', 'row', json_object('id', id, 'request', request, "
        "'appointment', appointment, 'day', day, 'call_number', call_number, 'arrived_at', arrived_at, "
        "'arrived_by', arrived_by, 'patient_came', patient_came, 'started_at', started_at, "
        "'started_by', started_by, 'ended_at', ended_at, 'ended_by', ended_by, 'undone_at', undone_at, "
        "'undone_by', undone_by, 'undone_why', undone_why, 'rev', rev)) FROM visit WHERE id = :id" },
    { "unpaid", "id",
        "SELECT json_object('table', 'unpaid', 'row', json_object('id', id, 'request', request, "
        "'reason', reason, 'promised_on', promised_on, 'day', day, 'at', at, 'by', by)) FROM unpaid WHERE id = :id" },
    { "receipt", "payment",
        "SELECT json_object('table', 'receipt', 'row', json_object('counter', counter, 'year', year, "
        "'number', number, 'payment', payment, 'lang', lang, 'addressee', addressee, "
        "'registration', registration)) FROM receipt WHERE payment = :id" },
    { "consent", "id",
        "SELECT json_object('table', 'consent', 'row', json_object('id', id, 'request', request, "
        "'kind', kind, 'issued_on', issued_on, 'issued_how', issued_how, 'issued_by', issued_by, "
        "'received_on', received_on, 'signer', signer, 'signed_on', signed_on, "
        "'why_not_self', why_not_self, 'writer', writer, 'verified_at', verified_at, "
        "'verified_by', verified_by, 'withdrawn_on', withdrawn_on, 'rev', rev)) FROM consent WHERE id = :id" },
    { "proof", "id",
        "SELECT json_object('table', 'proof', 'row', json_object('id', id, 'request', request, "
        "'attendee', attendee, 'of', of, 'kind', kind, 'shown_by', shown_by, 'issued', issued, "
        "'expires', expires, 'at', at, 'by', by, 'undone_at', undone_at, 'undone_by', undone_by, "
        "'undone_why', undone_why)) FROM proof WHERE id = :id" },
    { "review", "id",
        "SELECT json_object('table', 'review', 'row', json_object('id', id, 'request', request, "
        "'round', round, 'department', department, 'sent_on', sent_on, 'sent_by', sent_by, "
        "'asked_again_on', asked_again_on, 'answered_on', answered_on, 'verdict', verdict, 'code', code, "
        "'reason', reason, 'more', more, 'specialist', specialist, 'dates', dates, "
        "'answered_by', answered_by, 'told_on', told_on, 'told_how', told_how, 'rev', rev)) FROM review WHERE id = :id" },
    { "report", "id",
        "SELECT json_object('table', 'report', 'row', json_object('id', id, 'request', request, "
        "'whom', whom, 'sent_on', sent_on, 'via', via, 'tracking', tracking, 'at', at, 'by', by, "
        "'undone_at', undone_at, 'undone_by', undone_by, 'undone_why', undone_why)) FROM report WHERE id = :id" },
    { "override", "id",
        "SELECT json_object('table', 'override', 'row', json_object('id', id, 'request', request, "
        "'rule', rule, 'reason', reason, 'at', at, 'day', day, 'by', by)) FROM override WHERE id = :id" },
    { "override_answer", "override",
        "SELECT json_object('table', 'override_answer', 'row', json_object('override', override, "
        "'approved', approved, 'at', at, 'by', by)) FROM override_answer WHERE override = :id" },
    /* no id of its own: 100 * yyyymmdd + counter, see drawer_image_id in drawer_store */
    { "drawer_day", "",
        "SELECT json_object('table', 'drawer_day', 'row', json_object('counter', counter, 'drawer', drawer, 'day', day, 'float_yen', float_yen, "
        "'opened_at', opened_at, 'opened_by', opened_by)) FROM drawer_day"
        " WHERE counter = :id % 100 AND day = substr(:id, 1, 4) || '-' || substr(:id, 5, 2) || '-' || substr(:id, 7, 2)" },
};
#endif
