/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money at the desk (issue items 17 and 19): taking, repeating, voiding, printing again, leaving unpaid, the
 * drawer, closing in order, the year's end, two desks at once. Days and numbers as in screens-ja.md 4 and 5. */
#include "tests/desk/money_fixture.h"

#include <sys/wait.h>
#include <unistd.h>

#include "desk/case_view.h"
#include "desk/paper_desk.h"
#include "desk/request.h"

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

/* Prices before tax: every line is charged with its tax inside, and together they are what the policy said: 218 and
 * 109 yen are 359 with the tax of 32 that was rounded once. */
static void lines_before_tax_add_up_to_the_price_that_was_said(void **state)
{
    struct money *m = *state;
    struct policy_price price = { .rule = { .id = "extra" } };
    struct price_line lines[] = { { .price = &price, .quantity = 2, .unit = YEN(109), .amount = YEN(218) },
        { .price = &price, .quantity = 1, .unit = YEN(109), .amount = YEN(109) } };
    struct judgement j = { .answer = { .price = { .state = PRICE_KNOWN, .net = YEN(327), .tax = YEN(32), .total = YEN(359),
                                           .tax_percent = 10, .lines = lines, .n_lines = 2 } } };
    struct act a;
    struct casefile *c;

    log_in(m->desk, NISHIKAWA);
    assert_true(act_begin(m->desk, ACT_CHECK_IN, NO_SECOND, &m->a, &a, &m->e));
    bool ok = act_case(&a, 3, &c, &m->e) && charge_add_from_policy(&a, c, &j, &m->e) && act_settle(&a, 3, NULL, &m->e)
        && act_trail(&a, "request", 3, NULL, &m->e);
    assert_true(act_end(&a, ok, &m->e));
    assert_int_equal(ask(m, "SELECT count(*) FROM charge WHERE request = 3 AND quantity = 1 AND unit_yen = yen"), 2);
    assert_int_equal(ask(m, "SELECT yen FROM charge WHERE request = 3 ORDER BY id LIMIT 1"), 239);
    assert_int_equal(ask(m, "SELECT sum(yen) FROM charge WHERE request = 3"), 359);
    assert_int_equal(ask(m, "SELECT sum(tax_yen) FROM charge WHERE request = 3"), 32);
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

static void the_reason_of_a_paper_that_did_not_print_is_said_in_the_language_of_the_screen(void **state)
{
    struct money *m = *state;
    char reason[MSG_ARG_BYTES];

    morning(m, 1);
    str_copy(m->desk->printer, sizeof m->desk->printer, "");
    struct payment_done done = take_cash(m, 1, 33000);
    assert_false(done.printed.done);
    assert_string_equal(done.printed.failure.arg[0], msg_word("No printer is set.", reason));
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

/* A copy in another language is another paper: the Japanese one that did not come out goes on waiting. */
static void a_copy_in_another_language_does_not_take_the_place_of_one_that_waits(void **state)
{
    struct money *m = *state;
    struct reprint_done again;

    morning(m, 1);
    str_copy(m->desk->printer, sizeof m->desk->printer, "file:/nowhere/at/all");
    struct payment_done done = take_cash(m, 1, 33000);
    str_copy(m->desk->printer, sizeof m->desk->printer, m->paper);
    assert_true(desk_reprint(m->desk, done.payment, LANG_EN, &m->a, &again, &m->e));
    assert_int_equal(again.copy, 2);
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE printed_at IS NOT NULL AND lang = 'en'"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE printed_at IS NULL AND lang = 'ja'"), 1);
}

/* Two receipts did not come out: the one that is asked for is printed, not the other visitor's. */
static void the_receipt_that_is_printed_again_is_that_visitors(void **state)
{
    struct money *m = *state;
    struct reprint_done again;

    morning(m, 2);
    str_copy(m->desk->printer, sizeof m->desk->printer, "file:/nowhere/at/all");
    struct payment_done first = take_cash(m, 1, 33000);
    take_cash(m, 2, 33000);
    str_copy(m->desk->printer, sizeof m->desk->printer, m->paper);
    assert_true(desk_reprint(m->desk, first.payment, LANG_JA, &m->a, &again, &m->e));
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE printed_at IS NOT NULL"), 1);
    assert_int_equal(ask(m, "SELECT object_id FROM print WHERE printed_at IS NOT NULL"), first.payment);
}

/* Who paid stands on every copy as on the first paper, whatever becomes of the patient's name. */
static void a_copy_is_made_out_to_the_same_name_as_the_original(void **state)
{
    struct money *m = *state;
    struct payment_done done;
    struct reprint_done again;
    struct case_view v;
    struct payment_draft d = { .request = 1, .method = "card", .slip = "0042", .payer = "payer", .payer_name = "髙﨑 商事",
        .op_key = "k" };

    morning(m, 2);
    assert_true(desk_take_payment(m->desk, &d, &m->a, &done, &m->e));
    struct payment_done own = take_card(m, 2, "0043");
    assert_true(desk_case_view(m->desk, 2, false, &m->a, &v, &m->e));
    struct request_draft corrected = { .c = v.c };
    corrected.c.patient.name = "吉田 一郎";
    assert_true(desk_request_edit(m->desk, &corrected, &m->e));
    assert_true(desk_reprint(m->desk, done.payment, LANG_JA, &m->a, &again, &m->e));
    assert_true(desk_reprint(m->desk, own.payment, LANG_JA, &m->a, &again, &m->e));
    for (int64_t id = ask(m, "SELECT max(id) FROM print WHERE kind = 'receipt'"); id > 0; id--) {
        struct buf text;
        buf_init(&text, 1 << 16);
        assert_true(desk_print_text(m->desk, id, &text, &m->e));
        bool first = strstr(text.p, "髙﨑 商事") != NULL, second = strstr(text.p, "𠮷田 一郎") != NULL;
        if (first == second)
            fail_msg("paper %d is for nobody or for both:\n%s", (int)id, text.p);
        buf_fini(&text);
    }
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE kind = 'receipt'"), 4);
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
    int code = ok ? 0 : e.kind == ERR_RULE && e.msg.n == 3 && str_eq(e.msg.arg[0], "1-2026-00001") ? 1 : 12;
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

    morning(m, 2);
    struct payment_done one = take_cash(m, 1, 33000), two = take_cash(m, 2, 33000);
    struct void_draft d = { one.payment, "lost", "誤り", "v1" };
    assert_true(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    d.op_key = "v2";
    assert_false(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    assert_said(m, "voided already");
    close_fine(m, "2026-11-24", 83000);
    d.payment = two.payment;
    assert_false(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    assert_said(m, "closed");
}

/* The slip of a void says what went back, in the visitor's language; that the original is lost stands in the record. */
static void a_void_keeps_how_it_was_paid_and_that_the_original_is_lost(void **state)
{
    struct money *m = *state;
    struct void_done done;
    struct payment_done paid;
    struct payment_draft card = { .request = 1, .method = "card", .slip = "0042", .lang = LANG_EN, .op_key = "k" };
    struct buf text;

    morning(m, 1);
    assert_true(desk_take_payment(m->desk, &card, &m->a, &paid, &m->e));
    struct void_draft d = { paid.payment, "lost", "誤り", "v1" };
    assert_true(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE kind = 'void' AND method = 'card' AND slip = '0042'"
                            " AND original = 'lost'"), 1);
    assert_int_equal(ask(m, "SELECT count(*) FROM print WHERE kind = 'void_slip' AND lang = 'en'"), 1);
    buf_init(&text, 1 << 16);
    assert_true(desk_print_text(m->desk, ask(m, "SELECT id FROM print WHERE kind = 'void_slip'"), &text, &m->e));
    assert_non_null(strstr(text.p, "33,000"));
    assert_null(strstr(text.p, "-33,000")); /* it is given back: no sign before it */
    buf_fini(&text);
}

/* Item 19: what is taken after the closing counts in the next one; until that is closed it can be voided, and the void
 * counts there too. */
static void a_payment_after_the_closing_is_voided_in_the_day_it_counts_in(void **state)
{
    struct money *m = *state;

    morning(m, 1);
    close_fine(m, "2026-11-24", 50000);
    open_drawer(m);
    struct payment_done late = take_cash(m, 1, 33000);
    void_fine(m, late.payment);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE paid_on = '2026-11-24' AND business_day = '2026-11-25'"), 2);
}

/* --- unpaid, lists */

static void who_leaves_without_paying_is_named_with_reason_and_day_and_pays_later(void **state)
{
    struct money *m = *state;
    struct waiting_row *rows;
    struct closing_view v;
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
    close_fine(m, "2026-11-24", 50000);
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

/* In January a number alone is of the new year; a request and a receipt of December are found by theirs. */
static void receipts_are_found_by_what_is_typed(void **state)
{
    struct money *m = *state;
    static const struct typed {
        const char *typed;
        size_t n;
        int first;
    } cases[] = { { "", 2, 2 }, { "1", 1, 1 }, { "００００２", 1, 2 }, { "1-2026-00001", 1, 1 }, { "2026-2", 1, 2 },
        { "26-0381", 1, 1 }, { "name1", 1, 1 }, { "カンジャ", 2, 2 }, { "3", 0, 0 }, { "2025-1", 0, 0 } },
      in_january[] = { { "26-0381", 1, 1 }, { "26-0382", 1, 2 }, { "27-0381", 0, 0 }, { "2026-1", 1, 1 }, { "1", 0, 0 }, { "2027-1", 0, 0 } };

    morning(m, 2);
    take_cash(m, 1, 33000);
    take_cash(m, 2, 33000);
    for (size_t i = 0; i < COUNT_OF(cases) + COUNT_OF(in_january); i++) {
        const struct typed *c = i < COUNT_OF(cases) ? &cases[i] : &in_january[i - COUNT_OF(cases)];
        struct receipt_row *rows;
        size_t n;
        if (i == COUNT_OF(cases))
            at_time(m, "2027-01-05", 600);
        assert_true(desk_receipts(m->desk, c->typed, &m->a, &rows, &n, &m->e));
        if (n != c->n || (n && rows[0].number != c->first))
            fail_msg("'%s': %zu rows", c->typed, n);
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

#define CASE(f) cmocka_unit_test_setup_teardown(f, money_make, money_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(check_in_charges_the_policys_fee_with_its_tax_inside),
        CASE(lines_before_tax_add_up_to_the_price_that_was_said),
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
        CASE(the_reason_of_a_paper_that_did_not_print_is_said_in_the_language_of_the_screen),
        CASE(further_copies_are_counted),
        CASE(the_receipt_that_is_printed_again_is_that_visitors),
        CASE(a_copy_is_made_out_to_the_same_name_as_the_original),
        CASE(a_copy_in_another_language_does_not_take_the_place_of_one_that_waits),
        CASE(a_void_keeps_how_it_was_paid_and_that_the_original_is_lost),
        CASE(a_payment_after_the_closing_is_voided_in_the_day_it_counts_in),
        CASE(two_desks_take_the_same_fee_once),
        CASE(a_void_takes_the_money_back_with_a_second_person_and_the_fee_is_owed_again),
        CASE(a_receipt_is_voided_once_and_only_while_its_day_is_open),
        CASE(who_leaves_without_paying_is_named_with_reason_and_day_and_pays_later),
        CASE(receipts_are_found_by_what_is_typed),
        CASE(a_charge_slip_is_printed_while_something_is_owed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
