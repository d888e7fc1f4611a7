/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawer and the closing: sums, differences, the second person, forgotten days, the year's
 * end, and a long random day against a model in memory. */
#include "tests/desk/money_fixture.h"

#include "desk/inside.h"
#include "store/audit.h"
#include "store/db.h"

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

/* A screen cannot type these; another caller is refused before anything is summed. */
static void a_count_with_an_impossible_number_of_pieces_is_refused(void **state)
{
    static const int counts[] = { -1, CASH_PIECES_MAX + 1 };
    struct money *m = *state;
    struct closing_done closed;

    morning(m, 1);
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        struct closing_draft draft = { .day = on_day("2026-11-24"), .next_float = YEN(50000), .treasury = "会計課出納",
            .bag = "1124-1" };
        draft.counted.of[0] = counts[i];
        assert_false(desk_close_day(m->desk, &draft, person(YAMADA), &m->a, &closed, &m->e));
        assert_string_equal(m->e.field, "counted");
        err_clear(&m->e);
        assert_false(desk_count(m->desk, on_day("2026-11-24"), &draft.counted, &m->a, &m->e));
        assert_string_equal(m->e.field, "counted");
        err_clear(&m->e);
    }
}

/* A day on which no drawer was opened begins with what was there before; what its count lacks was lacking already. */
static void a_day_without_a_drawer_shows_the_float_it_began_with(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_view v;

    log_in(m->desk, NISHIKAWA);
    if (!close_with(m, on_day("2026-11-24"), 49900, "数え直しても100円足りない", person(SATO), &closed))
        fail_msg("%s", err_words(m));
    assert_true(desk_closing_view(m->desk, on_day("2026-11-24"), &m->a, &v, &m->e));
    assert_int_equal(v.closing.sum.difference.v, -100);
    assert_int_equal(v.till.expected_cash.v, 50000);
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

static void the_last_promise_is_the_one_that_is_shown(void **state)
{
    struct money *m = *state;
    struct waiting_row *rows;
    struct closing_view v;
    size_t n;

    morning(m, 1);
    assert_true(desk_unpaid(m->desk, 1, "持ち合わせなし", on_day("2026-11-26"), &m->a, &m->e));
    assert_true(desk_unpaid(m->desk, 1, "来週に延期", on_day("2026-12-01"), &m->a, &m->e));
    assert_true(desk_waiting(m->desk, &m->a, &rows, &n, &m->e));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].reason, "来週に延期");
    assert_int_equal(rows[0].promised_on.n, on_day("2026-12-01").n);
    assert_true(desk_closing_view(m->desk, DAY_NONE, &m->a, &v, &m->e));
    assert_int_equal(v.open.n_unpaid, 1);
    assert_int_equal(v.open.unpaid[0].day.n, on_day("2026-12-01").n);
}

/* The log-in was taken away in the morning: the name counts for nothing in the evening. */
static void who_has_no_log_in_any_more_is_no_second_person(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct void_done done;
    struct tx tx;
    struct audit_entry x = { .staff = AOKI, .at = desk_instant(m->desk), .verb = "given", .object = "fixture", .id = 1 };

    morning(m, 1);
    struct payment_done paid = take_cash(m, 1, 40000);
    assert_true(tx_begin(desk_db(m->desk), &tx, NULL, &m->e));
    bool ok = db_exec(desk_db(m->desk), "UPDATE staff SET active = 0 WHERE id = 3", &m->e)
        && audit_add(desk_db(m->desk), &x, &m->e);
    assert_true(tx_end(&tx, ok, &m->e));
    struct void_draft d = { paid.payment, "collected", "誤り", "v1" };
    assert_false(desk_void(m->desk, &d, person(SATO), &m->a, &done, &m->e));
    assert_said(m, "may not be the second person");
    assert_false(close_with(m, on_day("2026-11-24"), 82000, "原因不明", person(SATO), &closed));
    assert_said(m, "may not confirm");
    assert_int_equal(ask(m, "SELECT count(*) FROM closing"), 0);
}

static void every_count_is_kept(void **state)
{
    struct money *m = *state;
    struct closing_view v;
    struct pieces first = pieces_for(49000);

    morning(m, 1);
    assert_true(desk_count(m->desk, on_day("2026-11-24"), &first, &m->a, &m->e));
    close_fine(m, "2026-11-24", 50000);
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

/* The hospital made its tolerance smaller. */
static void tolerance_is_50(struct money *m)
{
    struct tx tx;
    struct audit_entry x = { .staff = SATO, .at = desk_instant(m->desk), .verb = "given", .object = "fixture", .id = 1 };

    assert_true(tx_begin(desk_db(m->desk), &tx, NULL, &m->e));
    bool ok = db_exec(desk_db(m->desk), "INSERT INTO setting (key, value) VALUES ('cash.tolerance', '50')", &m->e)
        && audit_add(desk_db(m->desk), &x, &m->e);
    assert_true(tx_end(&tx, ok, &m->e));
    assert_true(desk_settings_reload(m->desk, &m->e));
}

/* counter.md 11: above the tolerance of today a supervisor confirms, for cash and for slips of cards alike. */
static void a_difference_of_the_card_slips_is_confirmed_later_as_one_of_cash_is(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_row *rows;
    size_t n;

    morning(m, 1);
    take_card(m, 1, "1");
    struct closing_draft d = { .day = on_day("2026-11-24"), .counted = pieces_for(50000), .next_float = YEN(50000),
        .card_typed = true, .card_counted = YEN(32900), .reason = "控え1枚が読めない", .treasury = "会計課出納", .bag = "1124-1" };
    if (!desk_close_day(m->desk, &d, NO_SECOND, &m->a, &closed, &m->e))
        fail_msg("%s", err_words(m));
    assert_true(desk_closings_unconfirmed(m->desk, &m->a, &rows, &n, &m->e));
    assert_int_equal(n, 1);
    assert_false(rows[0].supervisor_needed); /* 100 of 500 yen */
    tolerance_is_50(m);
    assert_true(desk_closings_unconfirmed(m->desk, &m->a, &rows, &n, &m->e));
    assert_true(rows[0].supervisor_needed);
    log_in(m->desk, YAMADA);
    assert_false(desk_confirm_closing(m->desk, closed.closing, "", &m->a, &m->e));
    log_in(m->desk, SATO);
    assert_true(desk_confirm_closing(m->desk, closed.closing, "", &m->a, &m->e));
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

/* 2027-11-24 for 2026-11-24: a closing under a wrong date shuts every day up to it. */
static void a_day_long_after_the_last_entry_is_asked_about_before_it_is_closed(void **state)
{
    static const char *const cases[][2] = { { "2026-11-24", "" }, { "2026-11-25", "" }, { "2026-12-02", "" }, { "2026-12-10", "2026-12-02" },
        { "2027-01-05", "2026-12-10" }, { "2027-01-08", "" }, { "2028-02-29", "2027-01-08" } };
    struct money *m = *state;
    struct closing_view v;
    struct closing_done closed;

    log_in(m->desk, NISHIKAWA);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct closing_draft d = { .day = on_day(cases[i][0]), .no_cash = true, .next_float = YEN(50000) };
        at_time(m, cases[i][0], 600);
        assert_true(desk_closing_view(m->desk, DAY_NONE, &m->a, &v, &m->e));
        assert_int_equal(v.worked_before.n, cases[i][1][0] ? on_day(cases[i][1]).n : DAY_NONE.n);
        assert_int_equal(desk_close_day(m->desk, &d, NO_SECOND, &m->a, &closed, &m->e), cases[i][1][0] == 0);
        if (!(d.day_sure = cases[i][1][0] != 0))
            continue;
        assert_said(m, cases[i][1]);
        assert_true(desk_close_day(m->desk, &d, NO_SECOND, &m->a, &closed, &m->e));
    }
}

static void a_payment_after_the_closing_keeps_its_date_and_counts_in_the_next_one(void **state)
{
    struct money *m = *state;
    struct closing_done closed;
    struct closing_view v;

    morning(m, 1);
    at_time(m, "2026-11-27", 17 * 60); /* Friday; Tuesday's drawer was forgotten */
    closed = close_fine(m, "2026-11-24", 50000);
    open_drawer(m);
    closed = close_fine(m, "2026-11-27", 50000);
    open_drawer(m); /* of Monday */
    take_cash(m, 1, 33000);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE paid_on = '2026-11-27' AND business_day = '2026-11-30'"), 1);
    assert_false(close_with(m, on_day("2026-11-30"), 83000, "", NO_SECOND, &closed));
    assert_said(m, "not come yet");
    at_time(m, "2026-11-30", 1000);
    assert_true(desk_closing_view(m->desk, DAY_NONE, &m->a, &v, &m->e));
    assert_int_equal(v.day.n, on_day("2026-11-30").n);
    assert_int_equal(v.till.net[TILL_CASH].v, 33000);
    closed = close_fine(m, "2026-11-30", 83000);
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
    close_fine(m, "2026-11-24", 83000);
    close_fine(m, "2026-11-25", 83000);
    assert_int_equal(ask(m, "SELECT count(*) FROM closing"), 2);
}

static void a_receipt_of_a_forgotten_day_is_voided_on_a_later_day(void **state)
{
    struct money *m = *state;

    morning(m, 1);
    struct payment_done paid = take_cash(m, 1, 33000);
    at_time(m, "2026-11-25", 600); /* the visitor stands there again; Tuesday was never closed */
    void_fine(m, paid.payment);
    close_fine(m, "2026-11-24", 50000);
}

static void a_clock_that_was_set_back_stops_neither_the_closing_nor_its_confirmation(void **state)
{
    struct money *m = *state;
    struct closing_done closed;

    morning(m, 2);
    struct payment_done paid = take_cash(m, 1, 33000);
    at_time(m, "2026-11-24", 9 * 60); /* an hour back */
    void_fine(m, paid.payment);
    take_cash(m, 1, 33000);
    at_time(m, "2026-11-24", 17 * 60);
    closed = close_fine(m, "2026-11-24", 83000);
    at_time(m, "2026-11-24", 16 * 60 + 55);
    log_in(m->desk, SATO);
    assert_true(desk_confirm_closing(m->desk, closed.closing, "", &m->a, &m->e));
    at_time(m, "2026-11-23", 12 * 60); /* a day back: the day is closed, the money counts in the next one */
    log_in(m->desk, NISHIKAWA);
    open_drawer(m);
    take_cash(m, 2, 33000);
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE paid_on = '2026-11-23' AND business_day = '2026-11-25'"), 1);
}

static void a_day_opened_by_a_clock_that_was_ahead_keeps_nobody_from_closing_today(void **state)
{
    struct money *m = *state;

    morning(m, 2);
    close_fine(m, "2026-11-24", 50000);
    at_time(m, "2027-05-06", 10 * 60); /* somebody's typing slip in the clock */
    open_drawer(m);
    assert_string_equal(take_cash(m, 1, 33000).receipt, "1-2027-00001");
    at_time(m, "2026-11-25", 10 * 60);
    open_drawer(m);
    assert_string_equal(take_cash(m, 2, 33000).receipt, "1-2026-00001");
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE paid_on = '2026-11-25' AND business_day = '2026-11-25'"), 1);
    close_fine(m, "2026-11-25", 83000);
    at_time(m, "2027-05-06", 11 * 60);
    close_fine(m, "2027-05-06", 83000);
}

static void receipt_numbers_begin_anew_with_the_calendar_year_of_receiving(void **state)
{
    struct money *m = *state;

    morning(m, 3);
    assert_string_equal(take_cash(m, 1, 33000).receipt, "1-2026-00001");
    close_fine(m, "2026-11-24", 83000);
    at_time(m, "2026-12-28", 600);
    open_drawer(m);
    close_fine(m, "2026-12-28", 50000);
    at_time(m, "2026-12-28", 17 * 60); /* the last open day is closed: 29 December to 3 January are holidays */
    open_drawer(m);
    assert_string_equal(take_cash(m, 2, 33000).receipt, "1-2026-00002");
    assert_int_equal(ask(m, "SELECT count(*) FROM payment WHERE paid_on = '2026-12-28' AND business_day = '2027-01-04'"), 1);
    at_time(m, "2027-01-04", 600);
    assert_string_equal(take_cash(m, 3, 33000).receipt, "1-2027-00001");
    close_fine(m, "2027-01-04", 116000);
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
                                       " VALUES (1, 'litigation', '裁判は終わっている', 0, '2026-11-24', 2),"
                                       " (2, 'litigation', '先週から', 0, '2026-11-20', 2)", NULL, NULL, NULL), SQLITE_OK);
    assert_false(close_with(m, on_day("2026-11-24"), 50000, "", NO_SECOND, &closed));
    assert_said(m, "26-0381 裁判は終わっている"); /* as Today names it, no id of a rule */
    assert_int_equal(sqlite3_exec(raw, "INSERT INTO override_answer VALUES (1, 1, 0, 3)", NULL, NULL, NULL), SQLITE_OK);
    assert_false(close_with(m, on_day("2026-11-24"), 50000, "", NO_SECOND, &closed));
    assert_said(m, "先週から"); /* of an earlier day, and nobody has answered yet */
    assert_int_equal(sqlite3_exec(raw, "INSERT INTO override_answer VALUES (2, 0, 0, 3)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
    close_fine(m, "2026-11-24", 50000);
}

static void a_receipt_of_a_closed_day_is_listed_as_closed(void **state)
{
    struct money *m = *state;
    struct receipt_row *rows;
    size_t n;

    morning(m, 1);
    take_cash(m, 1, 33000);
    for (int after = 0; after < 2; after++) {
        assert_true(desk_receipts(m->desk, "2026-1", &m->a, &rows, &n, &m->e));
        assert_int_equal(n, 1);
        assert_int_equal(rows[0].day_closed, after);
        if (!after)
            close_fine(m, "2026-11-24", 83000);
    }
}

static void the_sheet_of_a_day_prints_as_interim_and_as_a_counted_copy(void **state)
{
    struct money *m = *state;
    struct printed printed;

    morning(m, 1);
    assert_true(desk_print_day(m->desk, on_day("2026-11-24"), LANG_EN, &m->a, &printed, &m->e));
    assert_true(printed.done);
    close_fine(m, "2026-11-24", 50000);
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
        CASE(cash_in_and_out_are_rows_with_a_reason_within_what_is_there),
        CASE(a_count_with_an_impossible_number_of_pieces_is_refused),
        CASE(a_day_without_a_drawer_shows_the_float_it_began_with),
        CASE(a_closing_sums_exactly_the_rows_of_its_day),
        CASE(a_difference_needs_a_reason_and_above_the_tolerance_a_supervisor),
        CASE(the_last_promise_is_the_one_that_is_shown),
        CASE(who_has_no_log_in_any_more_is_no_second_person),
        CASE(every_count_is_kept),
        CASE(another_person_confirms_later),
        CASE(a_difference_of_the_card_slips_is_confirmed_later_as_one_of_cash_is),
        CASE(a_day_without_cash_closes_without_a_count),
        CASE(a_day_long_after_the_last_entry_is_asked_about_before_it_is_closed),
        CASE(a_payment_after_the_closing_keeps_its_date_and_counts_in_the_next_one),
        CASE(a_forgotten_day_is_closed_first_while_money_already_goes_to_the_new_day),
        CASE(a_receipt_of_a_forgotten_day_is_voided_on_a_later_day),
        CASE(a_clock_that_was_set_back_stops_neither_the_closing_nor_its_confirmation),
        CASE(a_day_opened_by_a_clock_that_was_ahead_keeps_nobody_from_closing_today),
        CASE(receipt_numbers_begin_anew_with_the_calendar_year_of_receiving),
        CASE(the_final_closing_waits_for_overrides),
        CASE(a_receipt_of_a_closed_day_is_listed_as_closed),
        CASE(the_sheet_of_a_day_prints_as_interim_and_as_a_counted_copy),
        CASE(money_adds_up_whatever_is_done_in_whatever_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
