/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the record: reliability.md 3 in the words of this schema. Closings own the rows of their counter,
 * drawer and business date; a refund is a void too; an approved override satisfies C1, C5, C6, S4, an open one on
 * its own day. temp.image holds the trail's last image of each row, temp.had_role who ever had which role. */
#include "store/material_sql.h"
#include "store/verify_inside.h"

#define OF_CLOSING(p) p ".counter = c.counter AND " p ".drawer = c.drawer"
#define PAID(p, method) "(SELECT coalesce(sum(yen), 0) FROM payment p WHERE " OF_CLOSING("p") " AND p.business_day = c.day" method ")"
#define OVERRIDDEN(request) "EXISTS (SELECT 1 FROM override o LEFT JOIN override_answer w ON w.override = o.id"  \
    " WHERE o.request = " request " AND (w.approved = 1 OR (w.override IS NULL AND o.day = :today)))"
#define LIVE(a) "(" a ".state IN ('booked','arrived','done') OR (" a ".state = 'held' AND " a ".held_until > :now))"
#define WITH_UNITS(a) a ".state IN ('held','booked','arrived','done')"
/* A row of a closed day that the trail knows only after the closing, or not at all and with a later moment. */
#define AFTER_CLOSING(t, row, at) "coalesce((SELECT i.seq FROM temp.image i WHERE i.t = '" t "' AND i.id = " row  \
    ".id) > (SELECT i.seq FROM temp.image i WHERE i.t = 'closing' AND i.id = c.id), " row "." at " > c.at)"
#define LOCKED_AFTER "5" /* wrong passphrases, LOGIN_ATTEMPTS */
/* Control characters, separators and marks that turn the direction of writing. */
#define BAD_TEXT(col) "(" col " GLOB ('*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159)"        \
    " || char(8203) || char(8206) || char(8207) || char(8232) || '-' || char(8238) || char(8294) || '-'"        \
    " || char(8297) || ']*') OR instr(CAST(" col " AS BLOB), x'00') > 0)"

const struct verify_rule verify_rules[] = {
    { .id = "M1", .says = N_("Payments whose amount does not fit their kind: %s"),
        .sql = "SELECT id FROM payment WHERE typeof(yen) <> 'integer' OR yen = 0 OR (kind = 'collect') <> (yen > 0)" },
    { .id = "M2", .says = N_("Cash payments whose change does not add up: %s"),
        .sql = "SELECT id FROM payment WHERE method = 'cash' AND kind = 'collect'"
        " AND (tendered IS NULL OR change IS NULL OR change < 0 OR tendered - change <> yen)" },
    { .id = "M3", .says = N_("Payments that were stored twice: %s"),
        .sql = "SELECT id FROM payment p WHERE op_key = '' OR EXISTS (SELECT 1 FROM payment q WHERE q.op_key = p.op_key AND q.id < p.id)" },
    { .id = "M4", .says = N_("Receipts with a gap, without a payment, of a wrong year, or missing: %s"),
        .sql = "SELECT counter || '-' || year FROM receipt GROUP BY counter, year HAVING min(number) <> 1 OR max(number) <> count(*)"
        " UNION ALL SELECT p.id FROM payment p LEFT JOIN receipt r ON r.payment = p.id"
        " WHERE (p.kind = 'collect' AND p.method <> 'outside') <> (r.payment IS NOT NULL)"
        " UNION ALL SELECT p.id FROM receipt r JOIN payment p ON p.id = r.payment"
        " WHERE r.counter <> p.counter OR r.year <> CAST(substr(p.paid_on, 1, 4) AS INTEGER)" },
    { .id = "M5", .says = N_("Fees that are not quantity times unit price: %s"),
        .sql = "SELECT id FROM charge WHERE yen <> quantity * unit_yen OR abs(tax_yen) > abs(yen)" },
    { .id = "M6", .says = N_("Requests for which more was collected than is owed, or less than nothing: %s"),
        .sql = "SELECT request FROM (SELECT request, sum(yen) AS due, 0 AS paid FROM charge GROUP BY request"
        " UNION ALL SELECT request, 0, sum(yen) FROM payment GROUP BY request)"
        " GROUP BY request HAVING sum(paid) > sum(due) OR sum(paid) < 0" },
    { .id = "M7", .says = N_("Voids that do not point to an earlier payment of the same request and kind: %s"),
        .sql = "SELECT r.id FROM payment r LEFT JOIN payment o ON o.id = r.refund_of WHERE r.kind <> 'collect'"
        " AND (o.id IS NULL OR o.kind <> 'collect' OR o.request <> r.request OR o.method <> r.method"
        " OR o.counter <> r.counter OR r.id <= o.id"
        " OR (r.kind = 'void' AND (r.yen <> -o.yen OR r.business_day <> o.business_day)))" },
    { .id = "M8", .says = N_("Payments of which more was given back than taken: %s"),
        .sql = "SELECT o.id FROM payment o JOIN payment r ON r.refund_of = o.id GROUP BY o.id HAVING -sum(r.yen) > o.yen" },
    { .id = "M9", .says = N_("Voids without a second person who may approve them: %s"),
        .sql = "SELECT p.id FROM payment p WHERE p.kind <> 'collect' AND (p.approved_by IS NULL OR p.approved_by = p.by"
        " OR NOT " HAD_ROLE("p.approved_by", "'cashier','supervisor'", "p.at") ")" },
    { .id = "M10", .says = N_("Closings whose expected cash is not float, payments and moves together: %s"),
        .sql = "SELECT c.id FROM closing c WHERE c.expected_cash <> c.float_yen + " PAID("p", " AND p.method = 'cash'")
        " + (SELECT coalesce(sum(yen), 0) FROM cash_move m WHERE " OF_CLOSING("m") " AND m.day = c.day)"
        " OR c.float_yen <> coalesce((SELECT d.float_yen FROM drawer_day d WHERE " OF_CLOSING("d")
        " AND d.day = c.day), c.float_yen)" },
    { .id = "M11", .says = N_("Closings whose count does not agree with the pieces, or whose difference has no reason: %s"),
        .sql = "SELECT c.id FROM closing c WHERE c.difference <> c.counted_cash - c.expected_cash"
        " OR (c.difference <> 0 AND c.reason = '') OR (c.cash_count IS NULL AND c.difference <> 0)"
        " OR (c.cash_count IS NOT NULL AND c.counted_cash <> (SELECT coalesce(sum(d.yen * d.pieces), 0)"
        " FROM denomination d WHERE d.cash_count = c.cash_count))"
        " OR (c.cash_count IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cash_count n WHERE n.id = c.cash_count"
        " AND " OF_CLOSING("n") " AND n.day = c.day))" },
    { .id = "M12", .says = N_("Counts with notes or coins that do not exist: %s"),
        .sql = "SELECT cash_count FROM denomination WHERE yen NOT IN (1,5,10,50,100,500,1000,2000,5000,10000) OR pieces < 0" },
    { .id = "M13", .says = N_("Closings whose totals by way of paying are not the sums of their payments: %s"),
        .sql = "SELECT c.id FROM closing c WHERE c.cash_total <> " PAID("p", " AND p.method = 'cash'")
        " OR c.card_total <> " PAID("p", " AND p.method = 'card'")
        " OR c.transfer_total <> " PAID("p", " AND p.method = 'transfer'")
        " OR c.other_total <> " PAID("p", " AND p.method = 'other'")
        " OR c.outside_total <> " PAID("p", " AND p.method = 'outside'") },
    { .id = "M14", .says = N_("Payments counted on a day before they were made, or in a drawer that was not opened: %s"),
        .sql = "SELECT p.id FROM payment p WHERE (p.kind <> 'void' AND p.business_day < p.paid_on)" /* a void goes to its receipt's day: M7 */
        " OR (p.method = 'cash' AND NOT EXISTS ("
        "SELECT 1 FROM drawer_day d WHERE d.counter = p.counter AND d.drawer = p.drawer AND d.day = p.business_day))" },
    { .id = "M15", .says = N_("Rows that came into a closed day after its closing, or days left open before a closed one: %s"),
        .sql = "SELECT 'payment ' || p.id FROM payment p JOIN closing c ON " OF_CLOSING("p") " AND p.business_day = c.day"
        " WHERE " AFTER_CLOSING("payment", "p", "at")
        " UNION ALL SELECT 'cash_move ' || p.id FROM cash_move p JOIN closing c ON " OF_CLOSING("p") " AND p.day = c.day"
        " WHERE " AFTER_CLOSING("cash_move", "p", "at")
        " UNION ALL SELECT 'cash_count ' || p.id FROM cash_count p JOIN closing c ON " OF_CLOSING("p") " AND p.day = c.day"
        " WHERE " AFTER_CLOSING("cash_count", "p", "at")
        " UNION ALL SELECT 'drawer_day ' || p.id FROM drawer_day p JOIN closing c ON " OF_CLOSING("p") " AND p.day = c.day"
        " WHERE " AFTER_CLOSING("drawer_day", "p", "opened_at")
        " UNION ALL SELECT d.day FROM (SELECT counter, drawer, day FROM drawer_day"
        " UNION SELECT counter, drawer, business_day FROM payment) d"
        " WHERE d.day < (SELECT max(c.day) FROM closing c WHERE c.counter = d.counter AND c.drawer = d.drawer)"
        " AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.counter = d.counter AND c.drawer = d.drawer AND c.day = d.day)" },
    { .id = "M16", .says = N_("Closings that do not follow the one before in number, day or running total: %s"),
        .sql = "SELECT id FROM (SELECT c.id, c.seq, c.day, c.perpetual_before AS b, c.perpetual_after AS a,"
        " lag(c.perpetual_after, 1, 0) OVER w AS pa, lag(c.seq, 1, 0) OVER w AS ps, lag(c.day, 1, '') OVER w AS pd,"
        " " PAID("p", "") " AS s FROM closing c WINDOW w AS (PARTITION BY c.counter, c.drawer ORDER BY c.seq))"
        " WHERE seq <> ps + 1 OR b <> pa OR a <> b + s OR day <= pd" },
    { .id = "M17", .says = N_("Counters whose payments are not the closed and the open days together: %s"),
        .sql = "SELECT p.counter FROM payment p GROUP BY p.counter, p.drawer HAVING sum(p.yen) <>"
        " coalesce((SELECT c.perpetual_after FROM closing c WHERE c.counter = p.counter AND c.drawer = p.drawer"
        " ORDER BY c.seq DESC LIMIT 1), 0)"
        " + sum(CASE WHEN p.business_day > coalesce((SELECT max(c.day) FROM closing c WHERE c.counter = p.counter"
        " AND c.drawer = p.drawer), '') THEN p.yen ELSE 0 END)" },
    { .id = "M18", .says = N_("Closings confirmed by the person who closed, or above the tolerance not by a supervisor: %s"),
        .sql = "SELECT c.id FROM closing c JOIN closing_confirm f ON f.closing = c.id WHERE f.by = c.by"
        " OR (f.at < c.at AND NOT " SET_BACK("c.audit_seq", "f.at") ")"
        " OR (max(abs(c.difference), CASE WHEN c.card_counted = 0 THEN 0 ELSE abs(c.card_counted - c.card_total) END)"
        " > coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'cash.tolerance'), 500)"
        " AND f.at >= coalesce((SELECT max(s.at) FROM audit s WHERE s.verb = 'setting'), 0)" /* as it was set then */
        " AND NOT " HAD_ROLE("f.by", "'supervisor'", "f.at") " AND NOT " HAD_ROLE("c.by", "'supervisor'", "c.at") ")" },
    { .id = "M20", .says = N_("Reversed fees that do not mirror one fee exactly once: %s"),
        .sql = "SELECT c.id FROM charge c LEFT JOIN charge o ON o.id = c.void_of WHERE (c.yen < 0) <> (c.void_of IS NOT NULL)"
        " OR (c.void_of IS NOT NULL AND (o.id IS NULL OR o.request <> c.request OR c.yen <> -o.yen OR o.void_of IS NOT NULL))"
        " UNION ALL SELECT void_of FROM charge WHERE void_of IS NOT NULL GROUP BY void_of HAVING count(*) > 1" },
    { .id = "S1", .says = N_("Appointments that overlap for a specialist or in a room: %s"),
        .sql = "SELECT a.id FROM appointment a JOIN appointment b ON a.day = b.day AND a.id < b.id"
        " AND (a.specialist = b.specialist OR a.room = b.room)"
        " AND a.start_min < b.start_min + b.minutes AND b.start_min < a.start_min + a.minutes"
        " WHERE " LIVE("a") " AND " LIVE("b") },
    { .id = "S2", .says = N_("Appointments that do not own all their time: %s"),
        .sql = "SELECT a.id FROM appointment a WHERE " WITH_UNITS("a") " AND (a.minutes / 5 <> (SELECT count(*) FROM slot s"
        " WHERE s.appointment = a.id AND s.specialist = a.specialist AND s.day = a.day AND s.unit * 5 >= a.start_min"
        " AND s.unit * 5 < a.start_min + a.minutes) OR (a.room IS NOT NULL AND a.minutes / 5 <> (SELECT count(*)"
        " FROM room_slot s WHERE s.appointment = a.id AND s.room = a.room AND s.day = a.day"
        " AND s.unit * 5 >= a.start_min AND s.unit * 5 < a.start_min + a.minutes)))" },
    { .id = "S3", .says = N_("Time that is taken without an appointment that takes it: %s"),
        .sql = "SELECT s.day || ' ' || s.appointment FROM slot s LEFT JOIN appointment a ON a.id = s.appointment"
        " WHERE a.id IS NULL OR NOT " WITH_UNITS("a") " OR s.day <> a.day OR s.specialist <> a.specialist"
        " OR s.unit * 5 < a.start_min OR s.unit * 5 >= a.start_min + a.minutes"
        " UNION ALL SELECT s.day || ' ' || s.appointment FROM room_slot s LEFT JOIN appointment a ON a.id = s.appointment"
        " WHERE a.id IS NULL OR NOT " WITH_UNITS("a") " OR s.day <> a.day OR s.room IS NOT a.room"
        " OR s.unit * 5 < a.start_min OR s.unit * 5 >= a.start_min + a.minutes" },
    { .id = "S4", .says = N_("Appointments on a day or at an hour that the hospital's rules close: %s"), .check = verify_s4 },
    { .id = "S5", .says = N_("Appointments longer than the rules allow, or off the grid of five minutes: %s"), .check = verify_s5 },
    { .id = "S6", .says = N_("Appointments of requests, specialists or rooms that are not there: %s"),
        .sql = "SELECT a.id FROM appointment a LEFT JOIN request r ON r.id = a.request LEFT JOIN specialist s ON s.id = a.specialist"
        " LEFT JOIN room o ON o.id = a.room WHERE r.id IS NULL OR s.id IS NULL OR (a.room IS NOT NULL AND o.id IS NULL)"
        " UNION ALL SELECT v.appointment FROM visit v LEFT JOIN appointment a ON a.id = v.appointment"
        " WHERE a.id IS NULL OR a.request <> v.request" },
    { .id = "S7", .says = N_("Requests with more than one appointment at a time: %s"),
        .sql = "SELECT request FROM appointment WHERE state IN ('booked','arrived') GROUP BY request HAVING count(*) > 1" },
    { .id = "S8", .says = N_("Overridden rules that nobody entitled approved in time: %s"),
        .check = verify_s8 },
    { .id = "C1", .says = N_("Appointments made without the consent that the policy asks for, requests: %s"), .check = verify_c1 },
    { .id = "C2", .says = N_("Visits without the proof that the policy asks for, requests: %s"), .check = verify_c2 },
    { .id = "C3", .says = N_("Appointments of people who may not ask under the policy on that day, requests: %s"), .check = verify_c3 },
    { .id = "C4", .says = N_("Materials that moved before they came, or more pieces than there were: %s"),
        .sql = "SELECT m.id FROM material m JOIN material_move v ON v.material = m.id"
        " WHERE v.day < m.received_on OR v.pieces > CASE v.origin WHEN 'desk' THEN m.pieces ELSE 0 END + " SQL_CAME("v.origin", " AND x.id < v.id")
        " UNION SELECT m.id FROM material m WHERE m.undone_at IS NOT NULL AND 0 <> " SQL_CAME("'desk'", "") },
    { .id = "C5", .says = N_("Closed requests of which materials are still here: %s"),
        .sql = "SELECT r.id FROM request r WHERE r.ended = 'closed' AND NOT " OVERRIDDEN("r.id")
        " AND EXISTS (SELECT 1 FROM material m WHERE m.request = r.id AND m.undone_at IS NULL AND m.pieces > " SQL_PLACED ")" },
    { .id = "C6", .says = N_("Requests with an appointment although the patient does not agree: %s"),
        .sql = "SELECT r.id FROM request r WHERE r.patient_agrees = 'no' AND r.ended NOT IN ('withdrawn','declined','deceased','closed')"
        " AND EXISTS (SELECT 1 FROM appointment a WHERE a.request = r.id AND a.state IN ('booked','arrived','done'))"
        " AND NOT " OVERRIDDEN("r.id") },
    { .id = "A1", .says = N_("Rows of the trail before which something is missing or was put in: %s"),
        .sql = "SELECT seq FROM (SELECT seq, prev, lag(hash, 1, '0') OVER (ORDER BY seq) AS ph, lag(seq, 1, 0) OVER (ORDER BY seq) AS ps"
        " FROM audit) WHERE prev IS NOT ph OR seq <> ps + 1" },
    { .id = "A2", .says = N_("Rows of the trail that were changed: %s"),
        .sql = "SELECT a.seq FROM audit a LEFT JOIN audit_body b ON b.seq = a.seq WHERE a.hash IS NOT"
        " lower(hex(sha3(json_array(a.seq, a.at, a.staff, a.verb, a.object, a.id, a.body_hash, a.prev), 256)))"
        " OR b.seq IS NULL OR (b.body IS NULL AND NOT EXISTS (SELECT 1 FROM audit d WHERE d.verb = 'blank'"
        " AND d.object = 'audit' AND d.id = a.seq)) OR (b.body IS NOT NULL AND a.body_hash IS NOT lower(hex(sha3(b.salt || b.body, 256))))" },
    { .id = "A3", .says = N_("Closings that the trail does not hold: %s"),
        .sql = "SELECT c.id FROM closing c LEFT JOIN audit a ON a.seq = c.audit_seq WHERE coalesce(a.hash, CASE c.audit_seq WHEN 0 THEN '0' END) IS NOT c.audit_hash"
        " OR NOT EXISTS (SELECT 1 FROM audit n WHERE n.seq BETWEEN c.audit_seq AND c.audit_seq + 2 AND n.verb = 'close'"
        " AND n.object = 'closing' AND (n.id = c.id OR n.seq = c.audit_seq))" },
    { .id = "A4", .says = N_("Payments that the trail does not hold: %s"),
        .sql = "SELECT p.id FROM payment p WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.object = 'payment' AND a.id = p.id"
        " AND a.verb = p.kind AND a.staff = p.by)" },
    { .id = "A5", .says = N_("Rows that the trail holds and that are no longer there: %s"),
        .sql = "SELECT 'payment ' || a.id FROM audit a WHERE a.object = 'payment'"
        " AND a.verb IN ('collect','void','refund') AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.id = a.id)"
        " UNION SELECT i.t || ' ' || i.id FROM temp.image i WHERE i.now IS NULL" },
    { .id = "A6", .says = N_("Rows of the trail by people who are not known: %s"),
        .sql = "SELECT a.seq FROM audit a LEFT JOIN staff s ON s.id = a.staff WHERE s.id IS NULL" },
    /* An unlocked log-in: nothing after the fifth wrong passphrase opened it, no action (which leaves an image of the
     * credential) and no right one that was on its way then. */
    { .id = "A7", .says = N_("Log-ins whose passphrase, role or lock is not valid: %s"),
        .sql = "SELECT staff FROM credential WHERE hash NOT LIKE '$argon2id$%' OR staff = 1"
        " UNION SELECT c.staff FROM credential c JOIN audit a ON a.object = 'staff' AND a.id = c.staff AND a.verb GLOB '*_failed'"
        " JOIN audit_body b ON b.seq = a.seq WHERE c.locked = 0 AND json_valid(b.body)"
        " AND json_extract(b.body, '$.more.failures') >= " LOCKED_AFTER
        " AND NOT EXISTS (SELECT 1 FROM temp.image i WHERE i.t = 'credential' AND i.id = c.staff AND i.seq > a.seq)"
        " AND NOT EXISTS (SELECT 1 FROM audit k WHERE k.staff = c.staff AND k.seq > a.seq AND k.verb IN ('login', 'unlock', 'second'))"
        " UNION SELECT staff FROM staff_role WHERE staff = 1"
        " OR role NOT IN ('clerk','booking','cashier','supervisor','administrator','auditor')" },
    { .id = "A8", .says = N_("Rows of the trail whose time went back without a note: %s"),
        .sql = "SELECT seq FROM (SELECT seq, at, verb, lag(at, 1, at) OVER (ORDER BY seq) AS before FROM audit)"
        " WHERE at < before AND verb <> 'clock_back'" },
    { .id = "A9", .says = N_("Rows that are no longer as the trail recorded them: %s"), .check = verify_a9 },
    { .id = "T1", .says = N_("Names with characters that no name has (control or direction marks): %s"),
        .sql = "SELECT 'person ' || id FROM person WHERE " BAD_TEXT("name") " OR " BAD_TEXT("kana") " OR " BAD_TEXT("romaji")
        " UNION ALL SELECT 'staff ' || id FROM staff WHERE " BAD_TEXT("name")
        " UNION ALL SELECT 'attendee ' || id FROM attendee WHERE " BAD_TEXT("name") " OR " BAD_TEXT("kana")
        " UNION ALL SELECT 'receipt ' || payment FROM receipt WHERE " BAD_TEXT("addressee")
        " UNION ALL SELECT 'specialist ' || id FROM specialist WHERE " BAD_TEXT("name")
        " UNION ALL SELECT 'institution ' || id FROM institution WHERE " BAD_TEXT("name")
        " UNION ALL SELECT 'doctor ' || id FROM doctor WHERE " BAD_TEXT("name") },
    { .id = "D1", .says = N_("The file itself is damaged: %s"),
        .sql = "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'" },
    { .id = "D2", .says = N_("Rows that refer to something that is not there: %s"),
        .sql = "SELECT \"table\" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check" },
    { .id = "D5", .says = N_("Tables, indexes or triggers that are not as this program made them: %s"), .check = verify_schema },
    { .id = "P1", .says = N_("Policy texts that are not what was switched on, or cannot be read: %s"), .check = verify_policy_text },
    { .id = "K1", .says = N_("People and hospitals that cannot be found by their own name: %s"), .check = verify_search_keys },
    { .id = "K2", .says = N_("Requests whose next step is not what the rules say: %s"), .check = verify_next_action },
};
const size_t verify_n_rules = COUNT_OF(verify_rules);
