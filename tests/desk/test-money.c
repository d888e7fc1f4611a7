/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money at the desk (issue items 17 and 19): taking, repeating, voiding, printing again, leaving unpaid, the
 * drawer, closing in order, the year's end, two desks at once. Days and numbers as in screens-ja.md 4 and 5. */
#include "tests/desk/money_fixture.h"

#include <sys/wait.h>
#include <unistd.h>

static void assert_said(struct money *m, const char *part)
{
    const char *words = err_words(m);

    if (m->e.kind == ERR_NONE || !strstr(words, part))
        fail_msg("said '%s', not '%s'", words, part);
    err_clear(&m->e);
}

/* Requests 1..n charged, Nishikawa at the desk, the drawer open. */
static void morning(struct money *m, int n)
{
    for (int i = 1; i <= n; i++)
        charge(m, i);
    log_in(m->desk, NISHIKAWA);
    open_drawer(m);
}

/* --- what is due */

static void check_in_charges_the_policys_fee_with_its_tax_inside(void **state)
{
    struct money *m = *state;
    struct payment_view v;

    charge(m, 1);
    charge(m, 1); /* a second check-in adds nothing */
    log_in(m->desk, NISHIKAWA);
    assert_true(desk_payment_view(m->desk, 1, true, &m->a, &v, &m->e));
    assert_int_equal(v.due.owed.v, 33000);
    assert_int_equal(v.n_lines, 1);
    assert_string_equal(v.lines[0].item.ja, "セカンドオピニオン料");
    assert_int_equal(v.tax.v, 3000);
    assert_int_equal(v.tax_percent, 10);
    assert_int_equal(v.flat_minutes, 60);
    assert_int_equal(v.talk_minutes, 54);
    assert_int_equal(v.receipt_number, 1);
    assert_false(v.drawer_open);
    assert_false(v.due.outside);
    assert_int_equal(v.float_proposed.v, 50000);
    assert_int_equal(ask(m, "SELECT count(*) FROM charge WHERE rule = 'consultation' AND policy = 1"), 1);
}

static void a_visit_that_does_not_take_place_costs_nothing(void **state)
{
    struct money *m = *state;
    struct act a;
    struct casefile *c;

    charge(m, 1);
    log_in(m->desk, NISHIKAWA);
    assert_true(act_begin(m->desk, ACT_CHECK_IN, NO_SECOND, &m->a, &a, &m->e));
    bool ok = act_case(&a, 1, &c, &m->e) && charge_reverse_all(&a, c, "did not come", &m->e)
        && act_trail(&a, "request", 1, NULL, &m->e);
    assert_true(act_end(&a, ok, &m->e));
    assert_int_equal(ask(m, "SELECT sum(yen) FROM charge"), 0);
    assert_int_equal(ask(m, "SELECT sum(tax_yen) FROM charge"), 0);
    charge(m, 1); /* comes after all */
    assert_int_equal(ask(m, "SELECT sum(yen) FROM charge"), 33000);
}

static void a_paid_charge_is_not_reversed(void **state)
{
    struct money *m = *state;
    struct act a;
    struct casefile *c;

    morning(m, 1);
    take_cash(m, 1, 33000);
    assert_true(act_begin(m->desk, ACT_CHECK_IN, NO_SECOND, &m->a, &a, &m->e));
    assert_true(act_case(&a, 1, &c, &m->e));
    assert_false(act_end(&a, charge_reverse_all(&a, c, "x", &m->e), &m->e));
    assert_said(m, "Void the receipt first");
}

/* --- taking */

static void a_payment_stores_its_row_receipt_step_and_trail_and_prints(void **state)
{
    struct money *m = *state;

    morning(m, 1);
    struct payment_done done = take_cash(m, 1, 40000);
    assert_string_equal(done.receipt, "1-2026-00001");
    assert_int_equal(done.change.v, 7000);
    assert_true(done.printed.done);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE kind = 'collect' AND yen = 33000 AND tendered = 40000"
                            " AND change = 7000 AND paid_on = '2026-11-24' AND business_day = '2026-11-24' AND by = 2"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM receipt WHERE registration = 'T7123456789012' AND addressee = '髙﨑 花子'"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM step WHERE step = 'payment' AND kind = 'done'"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM audit WHERE verb = 'collect' AND object = 'payment' AND id = 1 AND staff = 2"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE kind = 'receipt' AND copy = 1 AND printed_at IS NOT NULL"), 1);
}

static void a_name_of_the_payer_and_the_visitors_language_go_on_the_receipt(void **state)
{
    struct money *m = *state;
    struct payment_done done;
    struct payment_draft d = { .request = 1, .method = "other", .other_kind = "voucher", .payer = "payer",
        .payer_name = "Nguyen Lan", .lang = LANG_EN, .op_key = "k" };

    morning(m, 1);
    assert_true(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
    assert_int_equal(ask(m, "SELECT count(*) FROM receipt WHERE addressee = 'Nguyen Lan' AND lang = 'en'"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE other_kind = 'voucher' AND tendered IS NULL"), 1);
}

static void the_first_money_of_a_day_needs_the_drawer_opened_with_a_counted_float(void **state)
{
    struct money *m = *state;
    struct payment_draft d = { .request = 1, .method = "cash", .tendered = YEN(33000), .op_key = "k" };
    struct payment_done done;

    charge(m, 1);
    log_in(m->desk, NISHIKAWA);
    assert_false(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
    assert_said(m, "Count the float first");
    struct float_draft f = { .by_pieces = true, .pieces = { { 0, 4, 0, 20, 10, 35, 20, 50 } } }; /* domain.md 4.2 */
    assert_true(desk_drawer_open(m->desk, &f, &m->a, &m->e));
    assert_int_equal(ask(m, "SELECT float_yen FROM drawer_day"), 50000);
    assert_int_equal(ask(m, "SELECT count(*) FROM cash_count WHERE purpose = 'open'"), 1);
    assert_false(desk_drawer_open(m->desk, &f, &m->a, &m->e));
    assert_said(m, "西川");
    assert_true(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
}

static void money_for_the_main_cashier_needs_no_drawer_and_gets_no_receipt_of_ours(void **state)
{
    struct money *m = *state;
    struct payment_draft d = { .request = 1, .method = "outside", .slip = "A-4711", .op_key = "k" };
    struct payment_done done;
    struct closing_view v;

    charge(m, 1);
    log_in(m->desk, NISHIKAWA);
    assert_true(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
    assert_int_equal(done.number, 0);
    assert_string_equal(done.receipt, "");
    assert_int_equal(ask(m, "SELECT count(*) FROM receipt"), 0);
    assert_true(desk_closing_view(m->desk, DAY_NONE, &m->a, &v, &m->e));
    assert_int_equal(v.till.net[TILL_OUTSIDE].v, 33000);
    assert_int_equal(v.till.income.v, 0);
    assert_int_equal(v.till.expected_cash.v, 50000);
}

static void a_thousand_presses_of_the_same_form_are_one_payment(void **state)
{
    struct money *m = *state;
    struct payment_draft d = { .request = 1, .method = "cash", .tendered = YEN(40000), .op_key = "the form's key" };
    struct payment_done first, again;

    morning(m, 1);
    assert_true(desk_take_payment(m->desk, &d, &m->a, &first, &m->e));
    for (int i = 0; i < 999; i++) {
        assert_true(desk_take_payment(m->desk, &d, &m->a, &again, &m->e));
        assert_true(again.repeated);
        assert_int_equal(again.payment, first.payment);
        assert_string_equal(again.receipt, first.receipt);
        assert_int_equal(again.change.v, 7000);
    }
    assert_int_equal(ask(m, "SELECT count(*) FROM payment"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM print"), 1);
}

static void a_key_of_another_request_is_refused(void **state)
{
    struct money *m = *state;
    struct payment_draft d = { .request = 1, .method = "cash", .tendered = YEN(33000), .op_key = "same" };
    struct payment_done done;

    morning(m, 2);
    assert_true(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
    d.request = 2;
    assert_false(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
    assert_said(m, "another request");
}

static void a_second_form_reads_the_number_and_the_clerk_of_the_first(void **state)
{
    struct money *m = *state;
    struct payment_draft d = { .request = 1, .method = "card", .slip = "9", .op_key = "second" };
    struct payment_done done;

    morning(m, 1);
    take_cash(m, 1, 33000);
    log_in(m->desk, YAMADA);
    assert_false(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
    assert_said(m, "receipt 1-2026-00001, 西川");
    assert_int_equal(ask(m, "SELECT count(*) FROM payment"), 1);
}

static void a_clerk_without_the_cashiers_role_takes_no_money_and_it_is_recorded(void **state)
{
    struct money *m = *state;
    struct payment_draft d = { .request = 1, .method = "card", .slip = "9", .op_key = "k" };
    struct payment_done done;

    morning(m, 1);
    log_in(m->desk, AOKI);
    assert_false(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
    assert_int_equal(m->e.kind, ERR_DENIED);
    err_clear(&m->e);
    assert_int_equal(ask(m, "SELECT count(*) FROM audit WHERE verb = 'denied' AND staff = 5"), 1);
}

static void a_receipt_that_did_not_print_is_a_desk_item_and_the_money_is_safe(void **state)
{
    struct money *m = *state;
    struct reprint_done again;

    morning(m, 1);
    str_copy(m->desk->printer, sizeof m->desk->printer, "file:/nowhere/at/all");
    struct payment_done done = take_cash(m, 1, 33000);
    assert_false(done.printed.done);
    assert_non_null(done.printed.failure.id);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE printed_at IS NULL"), 1);
    str_copy(m->desk->printer, sizeof m->desk->printer, m->paper);
    assert_true(desk_reprint(m->desk, done.payment, LANG_JA, &m->a, &again, &m->e));
    assert_true(again.printed.done);
    assert_int_equal(again.copy, 1); /* it is still the original */
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE printed_at IS NULL"), 0);
}

static void further_copies_are_counted(void **state)
{
    struct money *m = *state;
    struct reprint_done again;
    struct closing_view v;

    morning(m, 1);
    struct payment_done done = take_cash(m, 1, 33000);
    assert_true(desk_reprint(m->desk, done.payment, LANG_JA, &m->a, &again, &m->e));
    assert_int_equal(again.copy, 2);
    assert_true(desk_reprint(m->desk, done.payment, LANG_EN, &m->a, &again, &m->e));
    assert_int_equal(again.copy, 3);
    assert_int_equal(ask(m, "SELECT count(*) FROM audit WHERE verb = 'reprint'"), 2);
    assert_true(desk_closing_view(m->desk, DAY_NONE, &m->a, &v, &m->e));
    assert_int_equal(v.open.reprints, 2);
}

/* --- two desks */

/* Takes request 1's fee at a terminal of its own; 0 = taken, 1 = refused naming the receipt, else trouble. */
static int take_as_process(const char *path, const char *printer, const struct clock *clock, int64_t staff, int go)
{
    struct desk *d;
    struct arena a;
    struct err e = ERR_INIT;
    struct payment_done done;
    char byte;
    struct payment_draft draft = { .request = 1, .method = "cash", .tendered = YEN(33000),
        .op_key = staff == NISHIKAWA ? "desk one" : "desk two" };

    arena_init(&a);
    if (!desk_open(&(struct desk_options){ .path = path, .clock = clock, .terminal = "pts/9", .printer = printer }, &d, &e))
        return 10;
    log_in(d, staff);
    if (read(go, &byte, 1) != 0) /* both start when the parent closes its end */
        return 11;
    bool ok = desk_take_payment(d, &draft, &a, &done, &e);
    int code = ok ? 0 : e.kind == ERR_RULE && e.msg.n == 2 && str_eq(e.msg.arg[0], "1-2026-00001") ? 1 : 12;
    desk_close(d);
    arena_fini(&a);
    return code;
}

static void two_desks_take_the_same_fee_once(void **state)
{
    struct money *m = *state;
    int go[2], codes[2];
    pid_t child[2];

    morning(m, 1);
    assert_int_equal(pipe(go), 0);
    for (int i = 0; i < 2; i++) {
        child[i] = fork();
        assert_true(child[i] >= 0);
        if (child[i] == 0) {
            close(go[1]);
            _exit(take_as_process(m->path, m->paper, &m->clock, i ? YAMADA : NISHIKAWA, go[0]));
        }
    }
    close(go[0]);
    close(go[1]);
    for (int i = 0; i < 2; i++) {
        int status;
        assert_int_equal(waitpid(child[i], &status, 0), child[i]);
        assert_true(WIFEXITED(status));
        codes[i] = WEXITSTATUS(status);
    }
    assert_int_equal(codes[0] + codes[1], 1); /* one took it, the other was told */
    assert_int_equal(ask(m, "SELECT count(*) FROM payment"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM receipt"), 1);
}

/* --- voiding */

static void a_void_takes_the_money_back_with_a_second_person_and_the_fee_is_owed_again(void **state)
{
    struct money *m = *state;
    struct void_done done;
    struct msg words;
    struct payment_view v;

    morning(m, 1);
    struct payment_done paid = take_cash(m, 1, 33000);
    struct void_draft d = { paid.payment, "collected", "カードで払い直し", "v" };
    assert_true(desk_void_words(m->desk, &d, &m->a, &words, &m->e));
    assert_string_equal(words.arg[0], "1-2026-00001");
    assert_string_equal(words.arg[1], "33,000");
    assert_false(desk_void(m->desk, &d, NO_SECOND, &m->a, &done, &m->e));
    assert_said(m, "second person");
    assert_false(desk_void(m->desk, &d, person(NISHIKAWA), &m->a, &done, &m->e));
    assert_said(m, "somebody else");
    assert_true(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    assert_int_equal(done.back.v, 33000);
    assert_true(done.printed.done);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE kind = 'void' AND yen = -33000 AND refund_of = 1"
                            " AND approved_by = 3 AND original = 'collected'"), 1);
    assert_int_equal(ask(m, "SELECT kind = 'undone' FROM step WHERE step = 'payment' ORDER BY id DESC LIMIT 1"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM audit WHERE verb = 'void' AND object = 'payment' AND id = 2"), 1);
    assert_true(desk_payment_view(m->desk, 1, false, &m->a, &v, &m->e));
    assert_int_equal(v.due.owed.v, 33000);
    take_card(m, 1, "4711"); /* the way of paying is free again, the number goes on */
    assert_int_equal(ask(m, "SELECT max(number) FROM receipt"), 2);
}

static void a_receipt_is_voided_once_and_only_while_its_day_is_open(void **state)
{
    struct money *m = *state;
    struct void_done done;
    struct closing_done closed;

    morning(m, 2);
    struct payment_done one = take_cash(m, 1, 33000), two = take_cash(m, 2, 33000);
    struct void_draft d = { one.payment, "lost", "誤り", "v1" };
    assert_true(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    d.op_key = "v2";
    assert_false(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    assert_said(m, "voided already");
    if (!close_with(m, on_day("2026-11-24"), 83000, "", NO_SECOND, &closed))
        fail_msg("%s", err_words(m));
    d.payment = two.payment;
    assert_false(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    assert_said(m, "closed");
}

/* --- unpaid, lists */

static void who_leaves_without_paying_is_named_with_reason_and_day_and_pays_later(void **state)
{
    struct money *m = *state;
    struct waiting_row *rows;
    struct closing_view v;
    struct closing_done closed;
    size_t n;

    morning(m, 1);
    assert_false(desk_unpaid(m->desk, 1, "", DAY_NONE, &m->a, &m->e));
    assert_said(m, "reason");
    assert_false(desk_unpaid(m->desk, 1, "x", on_day("2026-11-23"), &m->a, &m->e));
    assert_said(m, "past");
    assert_true(desk_unpaid(m->desk, 1, "持ち合わせなし", on_day("2026-11-26"), &m->a, &m->e));
    assert_true(desk_waiting(m->desk, &m->a, &rows, &n, &m->e));
    assert_int_equal(n, 1);
    assert_true(rows[0].unpaid);
    assert_int_equal(rows[0].call_number, 101);
    assert_int_equal(rows[0].talk_ended.min, 604);
    assert_true(close_with(m, on_day("2026-11-24"), 50000, "", NO_SECOND, &closed));
    assert_true(desk_closing_view(m->desk, on_day("2026-11-24"), &m->a, &v, &m->e)); /* as it was stored */
    assert_int_equal(v.open.n_unpaid, 1);
    assert_string_equal(v.open.unpaid[0].name, "髙﨑 花子");
    assert_int_equal(v.open.unpaid[0].amount.v, 33000);
    assert_int_equal(v.open.unpaid[0].day.n, on_day("2026-11-26").n);
    at_time(m, "2026-11-26", 600);
    open_drawer(m);
    take_cash(m, 1, 33000);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE business_day = '2026-11-26'"), 1);
    assert_true(desk_waiting(m->desk, &m->a, &rows, &n, &m->e));
    assert_int_equal(n, 0);
    assert_false(desk_unpaid(m->desk, 1, "x", DAY_NONE, &m->a, &m->e));
    assert_said(m, "Nothing is owed");
}

static void receipts_are_found_by_what_is_typed(void **state)
{
    struct money *m = *state;
    static const struct {
        const char *typed;
        size_t n;
        int first;
    } cases[] = { { "", 2, 2 }, { "1", 1, 1 }, { "００００２", 1, 2 }, { "1-2026-00001", 1, 1 }, { "2026-2", 1, 2 },
        { "26-0381", 1, 1 }, { "name1", 1, 1 }, { "カンジャ", 2, 2 }, { "3", 0, 0 }, { "2025-1", 0, 0 } };

    morning(m, 2);
    take_cash(m, 1, 33000);
    take_cash(m, 2, 33000);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct receipt_row *rows;
        size_t n;
        assert_true(desk_receipts(m->desk, cases[i].typed, &m->a, &rows, &n, &m->e));
        if (n != cases[i].n || (n && rows[0].number != cases[i].first))
            fail_msg("'%s': %zu rows", cases[i].typed, n);
    }
}

static void a_charge_slip_is_printed_while_something_is_owed(void **state)
{
    struct money *m = *state;
    struct printed printed;

    charge(m, 1);
    log_in(m->desk, NISHIKAWA);
    assert_true(desk_charge_slip(m->desk, 1, LANG_JA, &m->a, &printed, &m->e));
    assert_true(printed.done);
    assert_false(desk_charge_slip(m->desk, 2, LANG_JA, &m->a, &printed, &m->e));
    assert_said(m, "Nothing is owed");
}

/* --- the drawer and the closing */

static void cash_in_and_out_are_rows_with_a_reason_within_what_is_there(void **state)
{
    struct money *m = *state;
    struct closing_view v;

    morning(m, 1);
    assert_false(desk_cash_move(m->desk, YEN(-50001), "x", &m->a, &m->e));
    assert_said(m, "50,000");
    assert_false(desk_cash_move(m->desk, YEN(1000), "", &m->a, &m->e));
    assert_said(m, "reason");
    assert_false(desk_cash_move(m->desk, YEN(0), "x", &m->a, &m->e));
    assert_said(m, "amount");
    assert_true(desk_cash_move(m->desk, YEN(10000), "釣銭の補充", &m->a, &m->e));
    assert_true(desk_cash_move(m->desk, YEN(-3000), "両替", &m->a, &m->e));
    assert_true(desk_closing_view(m->desk, DAY_NONE, &m->a, &v, &m->e));
    assert_int_equal(v.till.expected_cash.v, 57000);
    assert_int_equal(v.n_moves, 2);
}

static void a_closing_sums_exactly_the_rows_of_its_day(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_view v;
    struct void_done voided;

    morning(m, 5);
    take_cash(m, 1, 40000);
    take_card(m, 2, "1");
    struct payment_done third = take_cash(m, 3, 40000);
    take_cash(m, 4, 33000);
    struct void_draft d = { third.payment, "collected", "誤り", "v" };
    assert_true(desk_void(m->desk, &d, person(SATO), &m->a, &voided, &m->e));
    assert_true(desk_cash_move(m->desk, YEN(-10000), "両替", &m->a, &m->e));
    if (!close_with(m, on_day("2026-11-24"), 106000, "", person(YAMADA), &closed))
        fail_msg("%s", err_words(m));
    assert_int_equal(closed.seq, 1);
    assert_int_equal(closed.deposit.v, 56000);
    assert_true(closed.confirmed);
    assert_true(closed.printed.done);
    assert_int_equal(ask(m, "SELECT expected_cash FROM closing"), 106000);
    assert_int_equal(ask(m, "SELECT cash_total FROM closing"), 66000);
    assert_int_equal(ask(m, "SELECT card_total FROM closing"), 33000);
    assert_int_equal(ask(m, "SELECT perpetual_after = (SELECT sum(yen) FROM payment) FROM closing"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM closing WHERE first_receipt = '1-2026-00001' AND last_receipt = '1-2026-00004'"), 1);
    assert_int_equal(ask(m, "SELECT counted_cash = (SELECT sum(yen * pieces) FROM denomination d WHERE d.cash_count = c.cash_count) FROM closing c"), 1);
    assert_int_equal(ask(m, "SELECT a.hash = c.audit_hash FROM closing c JOIN audit a ON a.seq = c.audit_seq"), 1);
    assert_int_equal(ask(m, "SELECT a.verb = 'close' AND a.object = 'closing' AND a.id = c.id FROM closing c JOIN audit a ON a.seq = c.audit_seq + 1"), 1);
    assert_true(desk_closing_view(m->desk, on_day("2026-11-24"), &m->a, &v, &m->e));
    assert_true(v.closed);
    assert_int_equal(v.closing.sum.deposit.v, 56000);
    assert_int_equal(v.till.expected_cash.v, 106000);
    assert_false(close_with(m, on_day("2026-11-24"), 106000, "", NO_SECOND, &closed));
    assert_said(m, "closed already");
}

static void a_difference_needs_a_reason_and_above_the_tolerance_a_supervisor(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    day tuesday = on_day("2026-11-24");

    morning(m, 1);
    take_cash(m, 1, 40000);
    assert_false(close_with(m, tuesday, 82000, "", NO_SECOND, &closed));
    assert_said(m, "-1,000");
    assert_false(close_with(m, tuesday, 82000, "原因不明", NO_SECOND, &closed));
    assert_said(m, "tolerance");
    assert_false(close_with(m, tuesday, 82000, "原因不明", person(YAMADA), &closed));
    assert_said(m, "may not confirm");
    assert_false(close_with(m, tuesday, 82000, "原因不明", person(NISHIKAWA), &closed));
    assert_said(m, "somebody else");
    assert_true(close_with(m, tuesday, 82000, "原因不明", person(SATO), &closed));
    assert_int_equal(ask(m, "SELECT difference FROM closing"), -1000);
    assert_int_equal(ask(m, "SELECT by FROM closing_confirm"), SATO);
}

static void every_count_is_kept(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_view v;
    struct pieces first = pieces_for(49000);

    morning(m, 1);
    assert_true(desk_count(m->desk, on_day("2026-11-24"), &first, &m->a, &m->e));
    assert_true(close_with(m, on_day("2026-11-24"), 50000, "", NO_SECOND, &closed));
    assert_true(desk_closing_view(m->desk, on_day("2026-11-24"), &m->a, &v, &m->e));
    assert_int_equal(v.n_counts, 2);
    assert_int_equal(v.counts[0].sum.v, 49000);
    assert_string_equal(v.counts[0].purpose, "interim");
    assert_int_equal(v.counts[1].sum.v, 50000);
}

static void another_person_confirms_later(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_row *rows;
    size_t n;

    morning(m, 1);
    assert_true(close_with(m, on_day("2026-11-24"), 50100, "両替の端数", NO_SECOND, &closed));
    assert_false(closed.confirmed);
    assert_true(desk_closings_unconfirmed(m->desk, &m->a, &rows, &n, &m->e));
    assert_int_equal(n, 1);
    assert_false(rows[0].supervisor_needed);
    assert_false(desk_confirm_closing(m->desk, closed.closing, "", &m->a, &m->e));
    assert_said(m, "Somebody else");
    log_in(m->desk, YAMADA);
    assert_true(desk_confirm_closing(m->desk, closed.closing, "", &m->a, &m->e));
    assert_false(desk_confirm_closing(m->desk, closed.closing, "", &m->a, &m->e));
    assert_said(m, "confirmed already");
    assert_true(desk_closings_unconfirmed(m->desk, &m->a, &rows, &n, &m->e));
    assert_int_equal(n, 0);
}

static void a_day_without_cash_closes_without_a_count(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_draft d = { .day = on_day("2026-11-24"), .no_cash = true, .next_float = YEN(50000) };

    charge(m, 1);
    log_in(m->desk, NISHIKAWA);
    assert_true(desk_close_day(m->desk, &d, NO_SECOND, &m->a, &closed, &m->e));
    assert_int_equal(closed.deposit.v, 0);
    assert_int_equal(ask(m, "SELECT count(*) FROM cash_count"), 0);
    assert_int_equal(ask(m, "SELECT next_float FROM closing"), 50000);
    at_time(m, "2026-11-25", 600);
    open_drawer(m);
    take_cash(m, 1, 33000);
    d.day = on_day("2026-11-25");
    assert_false(desk_close_day(m->desk, &d, NO_SECOND, &m->a, &closed, &m->e));
    assert_said(m, "Count the drawer");
}

static void a_payment_after_the_closing_keeps_its_date_and_counts_in_the_next_one(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_view v;

    morning(m, 1);
    at_time(m, "2026-11-27", 17 * 60); /* Friday; Tuesday's drawer was forgotten */
    assert_true(close_with(m, on_day("2026-11-24"), 50000, "", NO_SECOND, &closed));
    open_drawer(m);
    assert_true(close_with(m, on_day("2026-11-27"), 50000, "", NO_SECOND, &closed));
    open_drawer(m); /* of Monday */
    take_cash(m, 1, 33000);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE paid_on = '2026-11-27' AND business_day = '2026-11-30'"), 1);
    assert_false(close_with(m, on_day("2026-11-30"), 83000, "", NO_SECOND, &closed));
    assert_said(m, "not come yet");
    at_time(m, "2026-11-30", 1000);
    assert_true(desk_closing_view(m->desk, DAY_NONE, &m->a, &v, &m->e));
    assert_int_equal(v.day.n, on_day("2026-11-30").n);
    assert_int_equal(v.till.net[TILL_CASH].v, 33000);
    assert_true(close_with(m, on_day("2026-11-30"), 83000, "", NO_SECOND, &closed));
    assert_int_equal(closed.seq, 3);
}

static void a_forgotten_day_is_closed_first_while_money_already_goes_to_the_new_day(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_view v;
    struct drawer_view drawer;

    morning(m, 2);
    take_cash(m, 1, 33000);
    at_time(m, "2026-11-25", 540);
    assert_true(desk_drawer_view(m->desk, &m->a, &drawer, &m->e));
    assert_int_equal(drawer.forgotten.n, on_day("2026-11-24").n);
    assert_int_equal(drawer.business_day.n, on_day("2026-11-25").n);
    assert_false(drawer.open);
    open_drawer(m);
    take_cash(m, 2, 33000);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE business_day = '2026-11-25'"), 1);
    assert_false(close_with(m, on_day("2026-11-25"), 83000, "", NO_SECOND, &closed));
    assert_said(m, "2026-11-24");
    assert_true(desk_closing_view(m->desk, DAY_NONE, &m->a, &v, &m->e));
    assert_true(v.forgotten);
    assert_int_equal(v.day.n, on_day("2026-11-24").n);
    assert_true(close_with(m, on_day("2026-11-24"), 83000, "", NO_SECOND, &closed));
    assert_true(close_with(m, on_day("2026-11-25"), 83000, "", NO_SECOND, &closed));
    assert_int_equal(ask(m, "SELECT count(*) FROM closing"), 2);
}

static void receipt_numbers_begin_anew_with_the_calendar_year_of_receiving(void **state)
{
    struct money *m = *state;
    struct closing_done closed;

    morning(m, 3);
    assert_string_equal(take_cash(m, 1, 33000).receipt, "1-2026-00001");
    assert_true(close_with(m, on_day("2026-11-24"), 83000, "", NO_SECOND, &closed));
    at_time(m, "2026-12-28", 600);
    open_drawer(m);
    assert_true(close_with(m, on_day("2026-12-28"), 50000, "", NO_SECOND, &closed));
    at_time(m, "2026-12-28", 17 * 60); /* the last open day is closed: 29 December to 3 January are holidays */
    open_drawer(m);
    assert_string_equal(take_cash(m, 2, 33000).receipt, "1-2026-00002");
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE paid_on = '2026-12-28' AND business_day = '2027-01-04'"), 1);
    at_time(m, "2027-01-04", 600);
    assert_string_equal(take_cash(m, 3, 33000).receipt, "1-2027-00001");
    assert_true(close_with(m, on_day("2027-01-04"), 116000, "", NO_SECOND, &closed));
    assert_int_equal(ask(m, "SELECT count(*) FROM closing WHERE day = '2027-01-04'"
                            " AND first_receipt = '1-2026-00002' AND last_receipt = '1-2027-00001'"), 1);
}

static void the_final_closing_waits_for_overrides(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    sqlite3 *raw;

    morning(m, 1);
    assert_int_equal(sqlite3_open(m->path, &raw), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw, "INSERT INTO override (request, rule, reason, at, day, by)"
                                       " VALUES (1, 'litigation', 'x', 0, '2026-11-24', 2)", NULL, NULL, NULL), SQLITE_OK);
    assert_false(close_with(m, on_day("2026-11-24"), 50000, "", NO_SECOND, &closed));
    assert_said(m, "litigation");
    assert_int_equal(sqlite3_exec(raw, "INSERT INTO override_answer VALUES (1, 1, 0, 3)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
    assert_true(close_with(m, on_day("2026-11-24"), 50000, "", NO_SECOND, &closed));
}

static void the_sheet_of_a_day_prints_as_interim_and_as_a_counted_copy(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct printed printed;

    morning(m, 1);
    assert_true(desk_print_day(m->desk, on_day("2026-11-24"), LANG_EN, &m->a, &printed, &m->e));
    assert_true(printed.done);
    assert_true(close_with(m, on_day("2026-11-24"), 50000, "", NO_SECOND, &closed));
    assert_true(desk_print_day(m->desk, on_day("2026-11-24"), LANG_EN, &m->a, &printed, &m->e));
    assert_true(printed.done);
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE kind = 'interim_report'"), 1);
    assert_int_equal(ask(m, "SELECT max(copy) FROM print WHERE kind = 'day_report'"), 2);
}

/* --- a long random day against a model in memory */

struct model {
    bool paid[REQUESTS + 1];
    int64_t payment[REQUESTS + 1], cash, card;
    int receipts, closings;
    bool open, closed;
    day today;
};

static uint32_t dice(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void model_take(struct money *m, struct model *w, int request, bool card)
{
    struct payment_draft d = { .request = request, .method = card ? "card" : "cash", .tendered = YEN(40000),
        .slip = "1", .op_key = new_key(m) };
    struct payment_done done;
    bool ok = desk_take_payment(m->desk, &d, &m->a, &done, &m->e);

    assert_int_equal(ok, w->open && !w->paid[request]);
    err_clear(&m->e);
    if (!ok)
        return;
    w->paid[request] = true;
    w->payment[request] = done.payment;
    *(card ? &w->card : &w->cash) += 33000;
    assert_int_equal(done.number, ++w->receipts);
}

static void model_void(struct money *m, struct model *w, int request)
{
    struct void_draft d = { w->payment[request], "collected", "x", new_key(m) };
    struct void_done done;
    int64_t before = ask(m, "SELECT coalesce(sum(yen), 0) FROM payment WHERE method = 'card'");
    bool ok = desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e);

    assert_int_equal(ok, w->paid[request] && w->payment[request] != 0);
    err_clear(&m->e);
    if (!ok)
        return;
    bool card = ask(m, "SELECT coalesce(sum(yen), 0) FROM payment WHERE method = 'card'") != before;
    *(card ? &w->card : &w->cash) -= 33000;
    w->paid[request] = false;
    w->payment[request] = 0;
}

static void model_close(struct money *m, struct model *w)
{
    struct closing_done done;
    bool ok = close_with(m, w->today, 50000 + w->cash, "", NO_SECOND, &done);

    if (!ok)
        fail_msg("%s", err_words(m));
    assert_int_equal(done.seq, ++w->closings);
    assert_int_equal(done.deposit.v, w->cash); /* next float 50,000 */
    assert_int_equal(ask(m, "SELECT card_total FROM closing ORDER BY seq DESC LIMIT 1"), w->card);
    w->cash = w->card = 0;
    for (int i = 1; i <= REQUESTS; i++)
        w->payment[i] = 0; /* a closed day's receipts cannot be voided */
    w->today = day_add(w->today, 1);
    clock_advance(&m->clock, 86400000);
    open_drawer(m);
}

static void money_adds_up_whatever_is_done_in_whatever_order(void **state)
{
    struct money *m = *state;
    struct model w = { .open = true, .today = on_day("2026-11-24") };
    uint32_t seed = 20261124;

    morning(m, REQUESTS);
    for (int i = 0; i < 160; i++) {
        int request = 1 + (int)(dice(&seed) % REQUESTS);
        switch (dice(&seed) % 8) {
        case 0: case 1: case 2: model_take(m, &w, request, false); break;
        case 3: case 4: model_take(m, &w, request, true); break;
        case 5: case 6: model_void(m, &w, request); break;
        default:
            if (dice(&seed) % 4 == 0)
                model_close(m, &w);
        }
        assert_true(desk_quiet(m->desk));
    }
    assert_int_equal(ask(m, "SELECT count(*) FROM (SELECT request, sum(yen) s FROM payment GROUP BY request HAVING s NOT IN (0, 33000))"), 0);
    assert_int_equal(ask(m, "SELECT max(number) - count(*) FROM receipt"), 0);
    assert_int_equal(ask(m, "SELECT count(*) FROM closing c WHERE perpetual_after - perpetual_before"
                            " <> (SELECT coalesce(sum(yen), 0) FROM payment p WHERE p.business_day = c.day)"), 0);
    assert_int_equal(ask(m, "SELECT (SELECT sum(yen) FROM payment) - (SELECT max(perpetual_after) FROM closing WHERE seq = (SELECT max(seq) FROM closing))"), w.cash + w.card);
    assert_true(w.closings > 1);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, money_make, money_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(check_in_charges_the_policys_fee_with_its_tax_inside),
        CASE(a_visit_that_does_not_take_place_costs_nothing),
        CASE(a_paid_charge_is_not_reversed),
        CASE(a_payment_stores_its_row_receipt_step_and_trail_and_prints),
        CASE(a_name_of_the_payer_and_the_visitors_language_go_on_the_receipt),
        CASE(the_first_money_of_a_day_needs_the_drawer_opened_with_a_counted_float),
        CASE(money_for_the_main_cashier_needs_no_drawer_and_gets_no_receipt_of_ours),
        CASE(a_thousand_presses_of_the_same_form_are_one_payment),
        CASE(a_key_of_another_request_is_refused),
        CASE(a_second_form_reads_the_number_and_the_clerk_of_the_first),
        CASE(a_clerk_without_the_cashiers_role_takes_no_money_and_it_is_recorded),
        CASE(a_receipt_that_did_not_print_is_a_desk_item_and_the_money_is_safe),
        CASE(further_copies_are_counted),
        CASE(two_desks_take_the_same_fee_once),
        CASE(a_void_takes_the_money_back_with_a_second_person_and_the_fee_is_owed_again),
        CASE(a_receipt_is_voided_once_and_only_while_its_day_is_open),
        CASE(who_leaves_without_paying_is_named_with_reason_and_day_and_pays_later),
        CASE(receipts_are_found_by_what_is_typed),
        CASE(a_charge_slip_is_printed_while_something_is_owed),
        CASE(cash_in_and_out_are_rows_with_a_reason_within_what_is_there),
        CASE(a_closing_sums_exactly_the_rows_of_its_day),
        CASE(a_difference_needs_a_reason_and_above_the_tolerance_a_supervisor),
        CASE(every_count_is_kept),
        CASE(another_person_confirms_later),
        CASE(a_day_without_cash_closes_without_a_count),
        CASE(a_payment_after_the_closing_keeps_its_date_and_counts_in_the_next_one),
        CASE(a_forgotten_day_is_closed_first_while_money_already_goes_to_the_new_day),
        CASE(receipt_numbers_begin_anew_with_the_calendar_year_of_receiving),
        CASE(the_final_closing_waits_for_overrides),
        CASE(the_sheet_of_a_day_prints_as_interim_and_as_a_counted_copy),
        CASE(money_adds_up_whatever_is_done_in_whatever_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
