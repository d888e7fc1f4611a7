/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/desk/money_fixture.h"

#include "tests/desk/made.h"
#include "tests/desk/verified.h"

#include <unistd.h>

#include "store/migrate.h"
#include "store/passphrase.h"
#include "store/policy_store.h"
#include "store/staff_store.h"
#include "sys/file.h"
#include "text/catalog.h"

static const char PEOPLE[] =
    "INSERT INTO staff (id, login, name, created_at) VALUES (2, 'nishikawa', '西川', 0), (3, 'sato', '佐藤', 0),"
    " (4, 'yamada', '山田', 0), (5, 'aoki', '青木', 0);"
    "INSERT INTO staff_role VALUES (2, 'clerk'), (2, 'cashier'), (3, 'supervisor'), (4, 'cashier'), (5, 'clerk');"
    "INSERT INTO counter (id, number, name_ja, name_en) VALUES (1, 1, '1番窓口', 'Reception counter 1');"
    "INSERT INTO specialist (id, name, department) VALUES (1, '中村', 'any');"
    "INSERT INTO setting (key, value) VALUES ('issuer.registration', 'T7123456789012');";

/* Request n: patient n, a visit on 2026-11-24 whose talk is over. */
static const char REQUESTS_SQL[] =
    "INSERT INTO person (id, patient_no, name, kana, search_name, search_kana, birth, created_at)"
    " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)"
    " SELECT i, '0765432' || i, CASE i WHEN 1 THEN '髙﨑 花子' WHEN 2 THEN '𠮷田 一郎' ELSE '患者 ' || i END,"
    " 'カンジャ', 'name' || i, 'カンジヤ', '1965-03-08', 0 FROM n;"
    "INSERT INTO request (id, counter, year, number, service, policy, patient, received_on, created_at, created_by,"
    " disease, told, patient_attends, op_key)"
    " SELECT id, 1, 2026, 380 + id, 'in_person', 1, id, '2026-11-02', 0, 2, 'cancer', 'yes', 'yes', 'r' || id FROM person;"
    "INSERT INTO attendee (request, kind, came) SELECT id, 'patient', 'yes' FROM request;"
    "INSERT INTO appointment (id, request, specialist, day, start_min, minutes, state, at, by, op_key)"
    " SELECT id, id, 1, '2026-11-24', 480 + 5 * id, 5, 'done', 0, 2, 'a' || id FROM request;"
    "INSERT INTO visit (request, appointment, day, call_number, arrived_at, arrived_by, patient_came, started_at,"
    " started_by, ended_at, ended_by)"
    " SELECT id, id, '2026-11-24', 100 + id, 1795478400, 2, 'yes', 1795479000, 2, 1795482240, 2 FROM request;";

static void run(sqlite3 *raw, const char *sql)
{
    char *why = NULL;

    if (sqlite3_exec(raw, sql, NULL, NULL, &why) != SQLITE_OK)
        fail_msg("%s: %s", sql, why);
}

static void fill(struct money *m)
{
    sqlite3 *raw;
    const char *bytes, *top = getenv("top_srcdir");
    size_t n;
    sqlite3_stmt *s;
    const char *path = arena_printf(&m->a, "%s/data/policies/omu.yml", top ? top : ".");

    assert_int_equal(sqlite3_open(m->path, &raw), SQLITE_OK);
    run(raw, PEOPLE);
    assert_true(file_read(path, 1024 * 1024, &m->a, &bytes, &n, &m->e));
    assert_int_equal(sqlite3_prepare_v2(raw, "INSERT INTO policy_version VALUES (1, 'omu', ?1, 'x', '2019-10-01', 0, 2)",
                         -1, &s, NULL), SQLITE_OK);
    sqlite3_bind_text(s, 1, bytes, (int)n, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(s), SQLITE_DONE);
    sqlite3_finalize(s);
    run(raw, REQUESTS_SQL);
    sqlite3_close(raw);
}

int money_make(void **state)
{
    static struct made made;
    struct money *m = calloc(1, sizeof *m);
    struct db *db;

    assert_non_null(m);
    arena_init(&m->a);
    m->clock = clock_standing(instant_of(on_day("2026-11-24"), (hm){ 600 }, 540));
    test_folder(m->folder, sizeof m->folder);
    snprintf(m->path, sizeof m->path, "%s/desk.db", m->folder);
    snprintf(m->paper, sizeof m->paper, "file:%s", m->folder);
    if (!made_again(&made, m->path)) {
        if (!migrate_create(m->path, &(struct db_options){ .create = true, .clock = &m->clock }, &db, &m->e))
            fail_msg("%s", err_words(m));
        db_close(db);
        fill(m);
        made_keep(&made, m->path);
    }
    if (!desk_open(&(struct desk_options){ .path = m->path, .clock = &m->clock, .terminal = "pts/3", .printer = m->paper },
            &m->desk, &m->e))
        fail_msg("%s", err_words(m));
    *state = m;
    return 0;
}

int money_remove(void **state)
{
    struct money *m = *state;

    assert_true(desk_quiet(m->desk));
    verified(m->desk, "A9 K1 K2 P1"); /* people, requests and policy of REQUESTS_SQL */
    desk_close(m->desk);
    file_remove_folder(m->folder);
    arena_fini(&m->a);
    free(m);
    return 0;
}

void log_in(struct desk *d, int64_t staff)
{
    static const struct {
        const char *login, *name;
        unsigned roles;
    } people[] = { [NISHIKAWA] = { "nishikawa", "西川", ROLE_CLERK | ROLE_CASHIER },
        [SATO] = { "sato", "佐藤", ROLE_SUPERVISOR }, [YAMADA] = { "yamada", "山田", ROLE_CASHIER },
        [AOKI] = { "aoki", "青木", ROLE_CLERK } };

    d->session.who = (struct who){ staff, people[staff].login, people[staff].name, people[staff].roles, LANG_JA };
    d->session.owner = d->session.who;
}

day on_day(const char *iso)
{
    day d;

    assert_true(day_parse_iso(iso, &d));
    return d;
}

void at_time(struct money *m, const char *day_text, int minutes)
{
    clock_set(&m->clock, instant_of(on_day(day_text), (hm){ minutes }, 540));
}

void charge(struct money *m, int64_t request)
{
    struct act a;
    struct casefile *c;
    struct judgement *j;
    struct who before = m->desk->session.who;

    log_in(m->desk, NISHIKAWA);
    if (!act_begin(m->desk, ACT_CHECK_IN, NO_SECOND, &m->a, &a, &m->e))
        fail_msg("%s", err_words(m));
    bool ok = act_case(&a, request, &c, &m->e) && act_judge(&a, c, &j, &m->e)
        && charge_add_from_policy(&a, c, j, &m->e) && act_settle(&a, request, NULL, &m->e)
        && act_trail(&a, "request", request, NULL, &m->e);
    if (!act_end(&a, ok, &m->e))
        fail_msg("%s", err_words(m));
    m->desk->session.who = before;
}

void open_drawer(struct money *m)
{
    if (!desk_drawer_open(m->desk, &(struct float_draft){ .amount = YEN(50000) }, &m->a, &m->e))
        fail_msg("%s", err_words(m));
}

const char *new_key(struct money *m)
{
    return arena_printf(&m->a, "key-%d", ++m->keys);
}

struct payment_done take_cash(struct money *m, int64_t request, int64_t tendered)
{
    struct payment_draft d = { .request = request, .method = "cash", .tendered = YEN(tendered), .op_key = new_key(m) };
    struct payment_done done;

    if (!desk_take_payment(m->desk, &d, &m->a, &done, &m->e))
        fail_msg("%s", err_words(m));
    return done;
}

struct payment_done take_card(struct money *m, int64_t request, const char *slip)
{
    struct payment_draft d = { .request = request, .method = "card", .slip = slip, .op_key = new_key(m) };
    struct payment_done done;

    if (!desk_take_payment(m->desk, &d, &m->a, &done, &m->e))
        fail_msg("%s", err_words(m));
    return done;
}

struct second person(int64_t staff)
{
    struct second s = { .staff = staff };

    snprintf(s.name, sizeof s.name, "%s", staff == SATO ? "佐藤" : "山田");
    return s;
}

void with_passphrase(struct money *m, int64_t staff, const char *passphrase)
{
    char hash[PASSPHRASE_HASH_TEXT];
    struct tx tx;

    assert_true(passphrase_hash(passphrase, true, hash, &m->e));
    assert_true(tx_begin(desk_db(m->desk), &tx, NULL, &m->e));
    bool ok = credential_put(desk_db(m->desk), staff, hash, (instant){ 0 }, false, &m->e);
    assert_true(tx_end(&tx, ok, &m->e));
}

struct pieces pieces_for(int64_t amount)
{
    struct pieces p = { { 0 } };

    for (int i = 0; i < CASH_KINDS; i++) {
        p.of[i] = (int32_t)(amount / CASH_YEN[i]);
        amount %= CASH_YEN[i];
    }
    return p;
}

bool close_with(struct money *m, day d, int64_t cash, const char *reason, struct second second,
    struct closing_done *out)
{
    struct closing_draft draft = { .day = d, .counted = pieces_for(cash), .next_float = YEN(50000), .reason = reason,
        .treasury = "会計課出納", .bag = "1124-1", .day_sure = true };

    return desk_close_day(m->desk, &draft, second, &m->a, out, &m->e);
}

struct closing_done close_fine(struct money *m, const char *iso, int64_t cash)
{
    struct closing_done done;

    if (!close_with(m, on_day(iso), cash, "", NO_SECOND, &done))
        fail_msg("%s", err_words(m));
    return done;
}

void void_fine(struct money *m, int64_t payment)
{
    struct void_draft d = { payment, "collected", "誤り", new_key(m) };
    struct void_done done;

    if (!desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e))
        fail_msg("%s", err_words(m));
}

int64_t ask(struct money *m, const char *sql)
{
    sqlite3 *raw;
    sqlite3_stmt *s;

    assert_int_equal(sqlite3_open(m->path, &raw), SQLITE_OK);
    if (sqlite3_prepare_v2(raw, sql, -1, &s, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(raw));
    int64_t n = sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int64(s, 0) : -1;
    sqlite3_finalize(s);
    sqlite3_close(raw);
    return n;
}

const char *err_words(struct money *m)
{
    struct buf b;

    buf_init(&b, 4096);
    msg_text(NULL, &m->e.msg, &b);
    const char *text = arena_strdup(&m->a, b.p);
    buf_fini(&b);
    return text;
}

void assert_said(struct money *m, const char *part)
{
    const char *words = err_words(m);

    if (m->e.kind == ERR_NONE || !strstr(words, part))
        fail_msg("said '%s', not '%s'", words, part);
    err_clear(&m->e);
}

void morning(struct money *m, int n)
{
    for (int i = 1; i <= n; i++)
        charge(m, i);
    log_in(m->desk, NISHIKAWA);
    open_drawer(m);
}
