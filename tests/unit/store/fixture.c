/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store/fixture.h"

#include <unistd.h>

#include "domain/judge.h"
#include "policy/load.h"
#include "store/case_store.h"
#include "store/policy_store.h"
#include "store/step_store.h"
#include "store/verify.h"
#include "sys/clock.h"
#include "sys/file.h"

int place_make(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    day d;

    assert_non_null(p);
    assert_true(day_parse_iso("2026-11-24", &d));
    p->clock = clock_standing(instant_of(d, (hm){ 600 }, 540));
    arena_init(&p->a);
    test_folder(p->folder, sizeof p->folder);
    snprintf(p->path, sizeof p->path, "%s/desk.db", p->folder);
    if (!migrate_create(
            p->path, &(struct db_options){ .create = true, .clock = &p->clock }, &p->db, &p->e))
        fail_msg("%s %s", p->e.msg.id, p->e.msg.arg[0]);
    *state = p;
    return 0;
}

int place_remove(void **state)
{
    struct place *p = *state;

    if (p->db)
        assert_true(db_quiet(p->db));
    place_close(p);
    file_remove_folder(p->folder);
    arena_fini(&p->a);
    free(p);
    return 0;
}

void place_close(struct place *p)
{
    db_close(p->db);
    p->db = NULL;
}

void place_open(struct place *p)
{
    if (!db_open(p->path, &(struct db_options){ .clock = &p->clock }, &p->db, &p->e))
        fail_msg("%s %s", p->e.msg.id, p->e.msg.arg[0]);
}

static const char *kept(struct place *p)
{
    return arena_printf(&p->a, "%s.clean", p->path);
}

void place_keep(struct place *p)
{
    place_close(p);
    test_copy(p->path, kept(p));
}

void place_again(struct place *p)
{
    place_close(p);
    unlink(arena_printf(&p->a, "%s-journal", p->path)); /* of a process that was killed */
    test_copy(kept(p), p->path);
}

void act(struct place *p, const char *sql, const char *verb, const char *object, int64_t id,
    int64_t staff)
{
    struct tx tx;
    struct audit_entry x
        = { .staff = staff, .at = clock_wall(&p->clock), .verb = verb, .object = object, .id = id };

    bool ok = tx_begin(p->db, &tx, NULL, &p->e) && db_exec(p->db, sql, &p->e)
        && audit_add(p->db, &x, &p->e);
    if (!tx_end(&tx, ok, &p->e))
        fail_msg("%s %s\n%s", p->e.msg.id, p->e.msg.arg[0], sql);
}

/* The moment of the standing clock is 1795482000. */
#define NOW "1795482000"

void fill_staff(struct place *p)
{
    act(p,
        "INSERT INTO counter (id, number, name_ja, name_en) VALUES (1, 1, '1番窓口', 'Reception "
        "counter 1');"
        "INSERT INTO staff (id, login, name, created_at) VALUES (2, 'nishikawa', '西川', " NOW "),"
        " (3, 'sato', '佐藤', " NOW "), (4, 'admin', '係', " NOW ");"
        "INSERT INTO staff_role VALUES (2, 'clerk'), (2, 'cashier'), (2, 'booking'), (3, "
        "'supervisor'),"
        " (4, 'administrator');"
        "INSERT INTO credential (staff, hash, changed_at) SELECT id, "
        "'$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA', " NOW " FROM staff WHERE id > 1;"
        "INSERT INTO setting (key, value) VALUES ('cash.tolerance', '1000');",
        "staff", "staff", 2, 1);
}

/* The shipped policy, as a hospital would switch it on. */
static void fill_policy(struct place *p)
{
    const char *top = getenv("top_srcdir"), *text;
    struct policy_version v = { .policy = "omu",
        .valid_from = DAY_NONE,
        .switched_on = clock_wall(&p->clock),
        .switched_by = 3 };
    char digest[SHA256_TEXT];
    struct tx tx;
    int64_t id = 0;
    size_t n;

    assert_true(file_read(arena_printf(&p->a, "%s/data/policies/omu.yml", top ? top : "."), 1 << 20,
        &p->a, &text, &n, &p->e));
    assert_true(day_parse_iso("2019-10-01", &v.valid_from));
    sha256_text(text, n, digest);
    v.text = text;
    v.sha256 = digest;
    struct audit_entry x = {
        .staff = 3, .at = v.switched_on, .verb = "policy", .object = "policy_version", .id = 1
    };
    bool ok = tx_begin(p->db, &tx, NULL, &p->e) && policy_store_add(p->db, &v, &id, &p->e)
        && audit_add(p->db, &x, &p->e);
    assert_true(tx_end(&tx, ok, &p->e));
    assert_int_equal(id, 1);
}

void fill_request(struct place *p)
{
    fill_policy(p);
    act(p,
        "INSERT INTO person (id, name, kana, birth, phone, search_name, search_kana, search_phone, "
        "created_at)"
        " VALUES (1, '髙﨑 花子', 'タカサキ ハナコ', '1958-03-04', '06-6645-2121', '高崎花子', "
        "'タカサキハナコ', '0666452121', " NOW "),"
        " (2, '𠮷田 一郎', 'ヨシダ イチロウ', '1960-01-01', '', '吉田一郎', 'ヨシダイチロウ', "
        "'', " NOW ");"
        "INSERT INTO specialist (id, name, department) VALUES (1, '中村', 'any'), (2, '山本', "
        "'any');"
        "INSERT INTO room (id, name_ja, name_en) VALUES (1, '相談室1', 'Room 1');"
        "INSERT INTO request (id, counter, year, number, service, policy, patient, received_on, "
        "created_at, created_by,"
        " disease, department, patient_attends, op_key) VALUES"
        " (1, 1, 2026, 415, 'in_person', 1, 1, '2026-11-10', " NOW
        ", 2, 'cancer', 'any', 'yes', 'req-1'),"
        " (2, 1, 2026, 416, 'in_person', 1, 2, '2026-11-10', " NOW
        ", 2, 'cancer', 'any', 'yes', 'req-2');"
        "INSERT INTO attendee (id, request, kind, name) VALUES (1, 1, 'patient', '髙﨑 花子');",
        "take", "request", 1, 2);
}

void fill_day(struct place *p)
{
    fill_staff(p);
    fill_request(p);
    act(p,
        "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, room, state, "
        "at, by, op_key)"
        " VALUES (1, 1, 1, '2026-11-24', 600, 60, 1, 'booked', " NOW ", 2, 'app-1');",
        "book", "appointment", 1, 2);
    act(p,
        "INSERT INTO drawer_day (counter, day, float_yen, opened_at, opened_by) VALUES (1, "
        "'2026-11-24', 50000, " NOW ", 2);",
        "drawer_open", "drawer_day", 1, 2);
    act(p,
        "UPDATE appointment SET state = 'arrived', rev = rev + 1 WHERE id = 1;"
        "INSERT INTO visit (id, request, appointment, day, call_number, arrived_at, arrived_by, "
        "patient_came)"
        " VALUES (1, 1, 1, '2026-11-24', 101, " NOW ", 2, 'yes');"
        "INSERT INTO charge (id, request, item, item_en, quantity, unit_yen, yen, tax_percent, "
        "tax_yen, rule, policy, at, by)"
        " VALUES (1, 1, 'セカンドオピニオン料', 'Second opinion', 1, 33000, 33000, 10, 3000, "
        "'consultation', 1, " NOW ", 2);",
        "check_in", "request", 1, 2);
    act(p,
        "INSERT INTO payment (id, counter, request, kind, method, yen, tendered, change, paid_on, "
        "business_day, at, by,"
        " op_key) VALUES (1, 1, 1, 'collect', 'cash', 33000, 40000, 7000, '2026-11-24', "
        "'2026-11-24', " NOW ", 2, 'pay-1');"
        "INSERT INTO receipt (counter, year, number, payment, lang, addressee) VALUES (1, 2026, 1, "
        "1, 'ja', '髙﨑 花子');",
        "collect", "payment", 1, 2);
    act(p,
        "INSERT INTO step (request, step, kind, day, at, by) VALUES (1, 'payment', 'done', "
        "'2026-11-24', " NOW ", 2);",
        "step", "request", 1, 2);
    act(p,
        "INSERT INTO cash_count (id, counter, drawer, day, purpose, at, by) VALUES (1, 1, 1, "
        "'2026-11-24', 'close', " NOW ", 2);"
        "INSERT INTO denomination VALUES (1, 10000, 8), (1, 1000, 3);"
        "INSERT INTO closing (id, counter, day, seq, float_yen, expected_cash, counted_cash, "
        "cash_count, difference,"
        " cash_total, card_total, transfer_total, other_total, outside_total, perpetual_before, "
        "perpetual_after, deposit,"
        " next_float, at, by, audit_seq, audit_hash) SELECT 1, 1, '2026-11-24', 1, 50000, 83000, "
        "83000, 1, 0, 33000,"
        " 0, 0, 0, 0, 0, 33000, 33000, 50000, " NOW ", 2, max(seq), hash FROM audit;",
        "close", "closing", 1, 2);
    act(p, "INSERT INTO closing_confirm (closing, by, at) VALUES (1, 3, " NOW ");", "close_confirm",
        "closing", 1, 3);
}

void settle(struct place *p, int64_t request)
{
    struct casefile c = { 0 };
    struct policy_version v = { 0 };
    struct judgement j;
    struct tx tx;
    struct audit_entry x
        = { .staff = 2, .at = clock_wall(&p->clock), .verb = "settle", .object = "request", .id = request };
    day today;
    hm t;

    instant_civil(clock_wall(&p->clock), 540, &today, &t);
    assert_true(case_load(p->db, request, &p->a, &c, &p->e) && policy_store_load(p->db, 1, &p->a, &v, &p->e));
    const struct policy *policy = policy_read(v.text, strlen(v.text), &p->a, &p->e);
    assert_non_null(policy);
    judge(&c, policy, calendar_new(&p->a), today, &p->a, &j);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(step_store_settle(p->db, request, DAY_NONE, journey_next(&j.journey, &p->a), j.journey.due, &p->e)
        && audit_add(p->db, &x, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
}

void fill_all(struct place *p)
{
    fill_day(p);
    act(p, "INSERT INTO material (id, request, kind, pieces, label, destination, received_on, at, by)"
           " VALUES (1, 1, 'disc', 1, '26-0415-1', 'visitor', '2026-11-10', 1795482000, 2);"
           "INSERT INTO material_move (material, origin, place, pieces, day, at, by) VALUES (1, 'desk', 'visitor', 1, '2026-11-24', 1795482000, 2);",
        "material", "request", 1, 2);
    act(p, "INSERT INTO override (id, request, rule, reason, at, day, by) VALUES (1, 2, 'litigation', 'x', 1795482000, '2026-11-24', 2);"
           "INSERT INTO override_answer VALUES (1, 1, 1795482000, 3);",
        "override", "request", 2, 2);
    settle(p, 1);
    settle(p, 2);
    act(p, "SELECT 1", "read", "request", 1, 2); /* 15 */
    act(p, "SELECT 1", "read", "request", 2, 2); /* 16 */
}

const char *findings(struct place *p)
{
    struct verify_report r;
    const char *all = "";

    if (!verify_run(p->db, &(struct verify_options){ .now = clock_wall(&p->clock), .offset = 540 }, &p->a, &r, &p->e))
        fail_msg("%s %s", p->e.msg.id, p->e.msg.arg[0]);
    assert_int_equal(r.n_rules, verify_count());
    for (size_t i = 0; i < r.n; i++)
        all = arena_printf(&p->a, "%s%s(%s) ", all, r.item[i].rule, r.item[i].which);
    assert_true(db_quiet(p->db));
    return all;
}

sqlite3 *bare_open(const struct place *p)
{
    sqlite3 *raw = NULL;

    assert_int_equal(sqlite3_open(p->path, &raw), SQLITE_OK);
    return raw;
}

void bare(sqlite3 *raw, const char *sql)
{
    char *why = NULL;

    if (sqlite3_exec(raw, sql, NULL, NULL, &why) != SQLITE_OK)
        fail_msg("%s: %s", why, sql);
}

int64_t bare_int(sqlite3 *raw, const char *sql)
{
    sqlite3_stmt *s = NULL;

    if (sqlite3_prepare_v2(raw, sql, -1, &s, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sqlite3_errmsg(raw), sql);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    int64_t n = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return n;
}

static const char *column_text(struct arena *a, sqlite3 *raw, const char *sql, const char *format)
{
    sqlite3_stmt *s = NULL;
    const char *all = "";

    assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &s, NULL), SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW)
        all = arena_printf(a, "%s%s%s;", all, format, (const char *)sqlite3_column_text(s, 0));
    sqlite3_finalize(s);
    return all;
}

const char *triggers_away(struct place *p)
{
    sqlite3 *raw = bare_open(p);
    const char *back
        = column_text(&p->a, raw, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", "");

    bare(raw, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
    bare(raw,
        column_text(&p->a, raw, "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
            "DROP TRIGGER "));
    sqlite3_close(raw);
    return back;
}

void triggers_back(struct place *p, const char *sql)
{
    sqlite3 *raw = bare_open(p);

    bare(raw, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
    bare(raw, sql);
    sqlite3_close(raw);
}

void tamper(struct place *p, const char *sql)
{
    const char *back = triggers_away(p);
    sqlite3 *raw = bare_open(p);

    bare(raw,
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF;"
        " PRAGMA journal_mode = MEMORY");
    bare(raw, sql);
    sqlite3_close(raw);
    triggers_back(p, back);
}

const char *said_by(struct place *p, const char *command)
{
    char line[1024] = "";
    FILE *f = popen(command, "r");

    assert_non_null(f);
    if (!fgets(line, sizeof line, f))
        line[0] = '\0';
    assert_int_equal(pclose(f), 0);
    line[strcspn(line, "\n")] = '\0';
    return arena_strdup(&p->a, line);
}
