/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of money under every failure of the disk: the whole step or nothing of it, a sentence
 * that says what to do, and the same step again succeeds (reliability.md 2, G2). The tester itself
 * is tested first. */
#include "tests/unit/store/fixture.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/store/faultvfs.h"

static int make(void **state)
{
    faultvfs_install();
    faultvfs_clear();
    return place_make(state);
}

static void open_faulty(struct place *p)
{
    place_close(p);
    if (!db_open(
            p->path, &(struct db_options){ .clock = &p->clock, .vfs = FAULT_VFS }, &p->db, &p->e))
        fail_msg("%s", p->e.msg.id);
}

/* Takes a payment with its receipt and its row of the trail; amount of request 1. */
static bool pay(struct place *p, struct err *e)
{
    static const char SQL_PAY[] = "INSERT INTO payment (counter, request, kind, method, yen, "
                                  "tendered, change, paid_on, business_day, at, by, op_key)"
                                  " VALUES (1, 1, 'collect', 'cash', 33000, 33000, 0, "
                                  "'2026-11-24', '2026-11-24', 1795482000, 2, 'pay-1')";
    static const char SQL_RECEIPT[] = "INSERT INTO receipt (counter, year, number, payment, lang, "
                                      "addressee) VALUES (1, 2026, 1, :payment, 'ja', 'x')";
    struct tx tx;

    if (!tx_begin(p->db, &tx, NULL, e))
        return false;
    if (!stmt_run(db_stmt(p->db, SQL_PAY, e), e))
        return tx_end(&tx, false, e);
    int64_t id = db_last_id(p->db);
    struct stmt *s = db_stmt(p->db, SQL_RECEIPT, e);
    bind_id(s, ":payment", id);
    bool ok = stmt_run(s, e);
    struct audit_entry x = {
        .staff = 2, .at = clock_wall(&p->clock), .verb = "collect", .object = "payment", .id = id
    };
    return tx_end(&tx, ok && audit_add(p->db, &x, e), e);
}

static void prepare(struct place *p)
{
    fill_staff(p);
    fill_request(p);
    act(p,
        "INSERT INTO charge (id, request, item, item_en, quantity, unit_yen, yen, tax_percent, "
        "tax_yen, rule, policy, at, by)"
        " VALUES (1, 1, 'x', 'x', 1, 33000, 33000, 10, 3000, 'consultation', 1, 0, 2)",
        "check_in", "request", 1, 2);
}

/* Payment, receipt and trail: all three or none. */
static int whole(const struct place *p)
{
    sqlite3 *raw = bare_open(p);
    int64_t pay = bare_int(raw, "SELECT count(*) FROM payment"), receipt = bare_int(raw, "SELECT count(*) FROM receipt");
    int64_t trail = bare_int(raw, "SELECT count(*) FROM audit WHERE verb = 'collect'");

    assert_int_equal(pay, receipt);
    assert_int_equal(pay, trail);
    assert_int_equal(bare_int(raw, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
    sqlite3_close(raw);
    return (int)pay;
}

static void the_disk_counts_and_fails_where_it_is_told(void **state)
{
    struct place *p = *state;
    struct err e = ERR_INIT;

    prepare(p);
    open_faulty(p);
    faultvfs_clear();
    assert_true(pay(p, &e));
    assert_true(faultvfs_count(FAULT_WRITE) > 3);
    assert_true(faultvfs_count(FAULT_SYNC) >= 2);
    assert_int_equal(faultvfs_count(FAULT_UNLINK), 1);
    assert_false(faultvfs_fired());
}

static void each_failure(struct place *p, unsigned on, enum fault_kind kind, bool for_ever)
{
    for (int nth = 1;; nth++) {
        struct err e = ERR_INIT;
        open_faulty(p);
        faultvfs_set(on, nth, kind, for_ever);
        bool ok = pay(p, &e);
        bool fired = faultvfs_fired();
        faultvfs_clear();
        assert_true(db_quiet(p->db));
        assert_false(db_in_tx(p->db));
        if (!ok) {
            assert_true(fired);
            assert_int_equal(e.kind, ERR_STORE);
            assert_true(db_trouble(p->db) == DB_FULL || db_trouble(p->db) == DB_IO);
            assert_int_equal(whole(p), 0);
            err_clear(&e);
            if (!pay(p, &e)) /* the disk is well again: the same step succeeds */
                fail_msg("%d: %s %s", nth, e.msg.id, e.msg.arg[0]);
        }
        assert_int_equal(whole(p), 1);
        place_again(p);
        if (!fired)
            return;
    }
}

static void a_full_disk_at_any_write_costs_nothing(void **state)
{
    struct place *p = *state;

    prepare(p);
    place_keep(p);
    each_failure(p, FAULT_WRITE, FAULT_FULL, false);
    each_failure(p, FAULT_WRITE, FAULT_FULL, true);
}

static void an_error_of_the_disk_at_any_call_costs_nothing(void **state)
{
    struct place *p = *state;

    prepare(p);
    place_keep(p);
    each_failure(p, FAULT_ANY, FAULT_EIO, false);
    each_failure(p, FAULT_ANY, FAULT_EIO, true);
}

static void a_process_killed_at_any_call_leaves_the_whole_step_or_nothing(void **state)
{
    struct place *p = *state;
    int points = 0;

    prepare(p);
    place_keep(p);
    for (int nth = 1;; nth++) {
        int status, told[2];
        char done = 0;
        assert_int_equal(pipe(told), 0);
        pid_t child = fork();
        if (child == 0) {
            struct err e = ERR_INIT;
            faultvfs_set(FAULT_ANY, nth, FAULT_KILL, false);
            if (db_open(p->path, &(struct db_options){ .clock = &p->clock, .vfs = FAULT_VFS },
                    &p->db, &e)
                && pay(p, &e) && write(told[1], "y", 1) == 1)
                _exit(0);
            _exit(1);
        }
        close(told[1]);
        assert_int_equal(waitpid(child, &status, 0), child);
        bool acknowledged = read(told[0], &done, 1) == 1;
        close(told[0]);
        int stored = whole(p);
        assert_true(!acknowledged || stored == 1); /* what was acknowledged is there */
        place_again(p);
        if (WIFEXITED(status)) {
            assert_int_equal(WEXITSTATUS(status), 0);
            break;
        }
        points++;
    }
    print_message("# %d points\n", points);
    assert_true(points > 5);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(the_disk_counts_and_fails_where_it_is_told),
        WITH(a_full_disk_at_any_write_costs_nothing),
        WITH(an_error_of_the_disk_at_any_call_costs_nothing),
        WITH(a_process_killed_at_any_call_leaves_the_whole_step_or_nothing),
    };
    return cmocka_run_group_tests_name("fault", tests, NULL, NULL);
}
