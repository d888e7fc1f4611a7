/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The till of a day: sums per way of paying, what a closing needs, and where a difference may come from.
 * The day of screens-ja.md sketch 5: float 50,000, cash 66,000, card 33,000, counted 115,000. */
#include "tests/check.h"

#include "domain/till.h"

static day tuesday(void)
{
    day d;

    assert_true(day_from_ymd(2026, 11, 24, &d));
    return d;
}

/* One row; number 0 = no receipt of ours. */
#define ROW(kind_, method_, yen_, tendered_, change_, number_)                                         \
    { .kind = kind_, .method = method_, .amount = YEN(yen_), .tendered = YEN(tendered_),               \
        .change = YEN(change_), .year = 2026, .number = number_, .name = "", .slip = "", .by_name = "" }

static const struct till_row sketch[] = {
    ROW("collect", "cash", 33000, 40000, 7000, 310),
    ROW("collect", "card", 33000, 0, 0, 311),
    ROW("collect", "cash", 33000, 40000, 7000, 312),
};

static void the_sums_of_a_day_are_those_of_its_rows(void **state)
{
    struct till t;
    const struct till_move moves[] = { { YEN(10000), "両替", { 0 }, "" }, { YEN(-10000), "両替", { 0 }, "" } };

    (void)state;
    till_sum(tuesday(), YEN(50000), sketch, COUNT_OF(sketch), moves, COUNT_OF(moves), &t);
    assert_int_equal(t.net[TILL_CASH].v, 66000);
    assert_int_equal(t.n_in[TILL_CASH], 2);
    assert_int_equal(t.net[TILL_CARD].v, 33000);
    assert_int_equal(t.expected_cash.v, 116000);
    assert_int_equal(t.income.v, 99000);
    assert_int_equal(t.all.v, 99000);
    assert_int_equal(t.first_number, 310);
    assert_int_equal(t.last_number, 312);
    assert_int_equal(t.n_receipts, 3);
    assert_int_equal(t.n_voids, 0);
}

static void voids_and_the_main_cashier_have_lines_of_their_own(void **state)
{
    static const struct till_row rows[] = {
        ROW("collect", "cash", 33000, 33000, 0, 1),
        ROW("void", "cash", -33000, 0, 0, 1),
        ROW("collect", "outside", 33000, 0, 0, 0),
        ROW("collect", "other", 5500, 0, 0, 2),
    };
    struct till t;

    (void)state;
    till_sum(tuesday(), YEN(50000), rows, COUNT_OF(rows), NULL, 0, &t);
    assert_int_equal(t.in[TILL_CASH].v, 33000);
    assert_int_equal(t.back[TILL_CASH].v, -33000);
    assert_int_equal(t.net[TILL_CASH].v, 0);
    assert_int_equal(t.n_voids, 1);
    assert_int_equal(t.net[TILL_OUTSIDE].v, 33000);
    assert_int_equal(t.income.v, 5500);
    assert_int_equal(t.all.v, 38500);
    assert_int_equal(t.n_receipts, 2);
}

static void receipts_of_two_years_in_one_day_keep_their_order(void **state)
{
    static const struct till_row rows[] = {
        { .kind = "collect", .method = "card", .amount = YEN(33000), .year = 2027, .number = 1 },
        { .kind = "collect", .method = "card", .amount = YEN(33000), .year = 2026, .number = 312 },
    };
    struct till t;

    (void)state;
    till_sum(tuesday(), YEN(0), rows, COUNT_OF(rows), NULL, 0, &t);
    assert_int_equal(t.first_year, 2026);
    assert_int_equal(t.first_number, 312);
    assert_int_equal(t.last_year, 2027);
    assert_int_equal(t.last_number, 1);
}

/* 8 x 10,000, 2 x 5,000, 15 x 1,000, 10 x 500, 35 x 100, 20 x 50, 50 x 10 = 115,000 */
static const struct pieces counted = { { 8, 2, 0, 15, 10, 35, 20, 50, 0, 0 } };

static void the_treasury_gets_what_was_counted_less_the_float_for_tomorrow(void **state)
{
    struct till t;
    struct closing_sum s;
    struct closing_draft d = { .counted = counted, .next_float = YEN(50000) };
    struct err e = ERR_INIT;

    (void)state;
    till_sum(tuesday(), YEN(50000), sketch, COUNT_OF(sketch), NULL, 0, &t);
    closing_sum_of(&d, &t, YEN(500), &s);
    assert_int_equal(s.counted_cash.v, 115000);
    assert_int_equal(s.difference.v, -1000);
    assert_int_equal(s.deposit.v, 65000);
    assert_true(s.reason_needed);
    assert_true(s.supervisor_needed);
    assert_false(closing_check(&d, &t, &s, &e));
    assert_string_equal(e.field, "reason");
    err_clear(&e);
    d.reason = "番号 123456789018"; /* could be a My Number */
    assert_false(closing_check(&d, &t, &s, &e));
    assert_string_equal(e.field, "reason");
    d.reason = "原因不明";
    err_clear(&e);
    assert_true(closing_check(&d, &t, &s, &e));
}

static void a_small_difference_needs_a_reason_but_no_supervisor(void **state)
{
    static const struct {
        int64_t diff;
        bool reason, supervisor;
    } cases[] = { { 0, false, false }, { 1, true, false }, { -500, true, false }, { 501, true, true },
        { -501, true, true } };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct till t = { .expected_cash = YEN(115000 - cases[i].diff) };
        struct closing_draft d = { .counted = counted, .next_float = YEN(50000) };
        struct closing_sum s;
        closing_sum_of(&d, &t, YEN(500), &s);
        assert_int_equal(s.difference.v, cases[i].diff);
        assert_int_equal(s.reason_needed, cases[i].reason);
        assert_int_equal(s.supervisor_needed, cases[i].supervisor);
    }
}

static void a_difference_in_the_card_slips_needs_a_reason_too(void **state)
{
    struct till t;
    struct closing_sum s;
    struct closing_draft d = { .counted = counted, .next_float = YEN(50000), .card_typed = true,
        .card_counted = YEN(0) };

    (void)state;
    till_sum(tuesday(), YEN(49000), sketch, COUNT_OF(sketch), NULL, 0, &t);
    closing_sum_of(&d, &t, YEN(500), &s);
    assert_int_equal(s.difference.v, 0);
    assert_int_equal(s.card_difference.v, -33000);
    assert_true(s.reason_needed);
    assert_true(s.supervisor_needed);
}

static void less_than_the_float_in_the_drawer_leaves_nothing_for_the_treasury(void **state)
{
    struct till t = { .expected_cash = YEN(115000) };
    struct closing_draft d = { .counted = counted, .next_float = YEN(200000) };
    struct closing_sum s;

    (void)state;
    closing_sum_of(&d, &t, YEN(500), &s);
    assert_int_equal(s.deposit.v, 0);
    assert_int_equal(s.next_float.v, 115000);
}

static void a_day_without_cash_closes_without_a_count_and_only_such_a_day(void **state)
{
    static const struct till_row card[] = { ROW("collect", "card", 33000, 0, 0, 1) };
    struct till t;
    struct closing_sum s;
    struct closing_draft d = { .no_cash = true, .next_float = YEN(30000) };
    struct err e = ERR_INIT;

    (void)state;
    till_sum(tuesday(), YEN(50000), card, 1, NULL, 0, &t);
    closing_sum_of(&d, &t, YEN(500), &s);
    assert_true(closing_check(&d, &t, &s, &e));
    assert_int_equal(s.counted_cash.v, 50000);
    assert_int_equal(s.difference.v, 0);
    assert_int_equal(s.deposit.v, 0);
    assert_int_equal(s.next_float.v, 50000); /* nobody touched it */
    static const struct till_row back[] = { ROW("refund", "cash", -33000, 0, 0, 0) };
    till_sum(tuesday(), YEN(50000), back, 1, NULL, 0, &t);
    assert_false(till_without_cash(&t)); /* cash that only went out is cash as well */
    till_sum(tuesday(), YEN(50000), sketch, COUNT_OF(sketch), NULL, 0, &t);
    closing_sum_of(&d, &t, YEN(500), &s);
    assert_false(closing_check(&d, &t, &s, &e));
    assert_string_equal(e.field, "counted");
}

/* --- hints */

static const struct till_row day_rows[] = {
    ROW("collect", "cash", 33000, 40000, 7000, 310),  /* change 5,000 and two 1,000 */
    ROW("collect", "card", 33000, 0, 0, 311),
    ROW("collect", "cash", 33000, 33000, 0, 312),
    ROW("collect", "cash", 5500, 10000, 4500, 313),   /* change four 1,000 and a 500 */
    ROW("void", "cash", -5500, 0, 0, 313),
    ROW("collect", "cash", 11000, 20000, 9000, 314),
};

/* The first hint of this kind, or NULL. */
static const struct till_hint *hint_of(const struct till_hint *h, size_t n, enum till_hint_kind kind)
{
    for (size_t i = 0; i < n; i++)
        if (h[i].kind == kind)
            return &h[i];
    return NULL;
}

static void each_usual_cause_of_a_difference_has_its_hint(void **state)
{
    static const struct {
        int64_t diff, card;
        enum till_hint_kind kind;
        size_t n_rows;
        int rows[4]; /* receipt numbers */
        const char *first_word;
    } cases[] = {
        { -1000, 0, HINT_PIECES, 3, { 310, 313, 314 }, "\0011,000-yen note" },
        { 1000, 0, HINT_PIECES, 3, { 310, 313, 314 }, "\0011,000-yen note" },
        { -500, 0, HINT_PIECES, 1, { 313 }, "\001500-yen coin" },
        { -2000, 0, HINT_PIECES, 3, { 310, 313, 314 }, "\0011,000-yen note" },
        { -5000, 0, HINT_PIECES, 2, { 310, 314 }, "\0015,000-yen note" },
        { -3, 0, HINT_PIECES, 0, { 0 }, "\0011-yen coin" },
        { -33000, 0, HINT_DOUBLED, 2, { 310, 312 }, "33,000" },
        { -33000, 33000, HINT_WRONG_METHOD, 2, { 310, 312 }, "33,000" },
        { 33000, -33000, HINT_WRONG_METHOD, 1, { 311 }, "33,000" },
        { 33000, 0, HINT_NOT_ENTERED, 0, { 0 }, "33,000" },
        { 5500, 0, HINT_VOID_NOT_PAID_OUT, 1, { 313 }, "5,500" },
        { -4000, 0, HINT_MIXED, 3, { 310, 313, 314 }, "\0015,000-yen note" },
        { 4000, 0, HINT_MIXED, 2, { 310, 314 }, "\0015,000-yen note" },
        { 400, 0, HINT_MIXED, 1, { 313 }, "\001500-yen coin" },
        { -9000, 0, HINT_MIXED, 3, { 310, 313, 314 }, "\00110,000-yen note" },
        { -9000, 0, HINT_SWAPPED, 1, { 313 }, NULL }, /* 10,000 for 01,000 */
        { 900, 0, HINT_SWAPPED, 2, { 313, 314 }, NULL }, /* 4,500 for 5,400; 11,000 for 10,100 */
        { 63000, 0, HINT_SWAPPED, 0, { 0 }, NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct till_hint *hints;
        arena_init(&a);
        size_t n = till_hints(day_rows, COUNT_OF(day_rows), YEN(cases[i].diff), YEN(cases[i].card), &a, &hints);
        const struct till_hint *h = hint_of(hints, n, cases[i].kind);
        if (!h)
            fail_msg("no hint of kind %d for %d", (int)cases[i].kind, (int)cases[i].diff);
        if (cases[i].first_word)
            assert_string_equal(h->text.arg[0], cases[i].first_word);
        if (cases[i].kind != HINT_SWAPPED || cases[i].n_rows)
            assert_true(h->text.id != NULL);
        size_t found = 0;
        for (size_t r = 0; r < h->n_rows; r++)
            for (size_t k = 0; k < cases[i].n_rows; k++)
                found += day_rows[h->row[r]].number == cases[i].rows[k];
        if (h->n_rows != cases[i].n_rows || found != cases[i].n_rows)
            fail_msg("difference %d: %zu rows, %zu of them right", (int)cases[i].diff, h->n_rows, found);
        arena_fini(&a);
    }
}

static void the_hint_that_both_ways_of_paying_confirm_comes_first(void **state)
{
    struct arena a;
    struct till_hint *hints;

    (void)state;
    arena_init(&a);
    assert_true(till_hints(day_rows, COUNT_OF(day_rows), YEN(-33000), YEN(33000), &a, &hints) >= 2);
    assert_int_equal(hints[0].kind, HINT_WRONG_METHOD);
    assert_true(till_hints(day_rows, COUNT_OF(day_rows), YEN(-33000), YEN(0), &a, &hints) >= 2);
    assert_int_equal(hints[0].kind, HINT_DOUBLED);
    arena_fini(&a);
}

static void there_is_no_hint_without_a_difference_or_a_known_cause(void **state)
{
    struct arena a;
    struct till_hint *hints;

    (void)state;
    arena_init(&a);
    assert_int_equal(till_hints(day_rows, COUNT_OF(day_rows), YEN(0), YEN(0), &a, &hints), 0);
    assert_int_equal(till_hints(day_rows, COUNT_OF(day_rows), YEN(-1237), YEN(0), &a, &hints), 0);
    assert_int_equal(till_hints(NULL, 0, YEN(-1237), YEN(0), &a, &hints), 0);
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sums_of_a_day_are_those_of_its_rows),
        cmocka_unit_test(voids_and_the_main_cashier_have_lines_of_their_own),
        cmocka_unit_test(receipts_of_two_years_in_one_day_keep_their_order),
        cmocka_unit_test(the_treasury_gets_what_was_counted_less_the_float_for_tomorrow),
        cmocka_unit_test(a_small_difference_needs_a_reason_but_no_supervisor),
        cmocka_unit_test(a_difference_in_the_card_slips_needs_a_reason_too),
        cmocka_unit_test(less_than_the_float_in_the_drawer_leaves_nothing_for_the_treasury),
        cmocka_unit_test(a_day_without_cash_closes_without_a_count_and_only_such_a_day),
        cmocka_unit_test(each_usual_cause_of_a_difference_has_its_hint),
        cmocka_unit_test(the_hint_that_both_ways_of_paying_confirm_comes_first),
        cmocka_unit_test(there_is_no_hint_without_a_difference_or_a_known_cause),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
