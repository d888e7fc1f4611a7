/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking money: typed amounts, change, refusals, receipt numbers, the day in which money counts.
 * Amounts and sentences follow domain.md 4 and screens-ja.md (sketch 4). */
#include "tests/check.h"

#include "domain/payment.h"
#include "domain/receipt.h"
#include "domain/words.h"

static day on(int y, int m, int d)
{
    day out;

    assert_true(day_from_ymd(y, m, d, &out));
    return out;
}

/* --- typing */

static void money_is_understood_as_people_type_it(void **state)
{
    static const struct {
        const char *typed;
        int64_t yen;
    } cases[] = {
        { "33000", 33000 },
        { "33,000", 33000 },
        { "40000円", 40000 },
        { "¥40,000", 40000 },
        { "￥４０，０００", 40000 },
        { "４００００", 40000 },
        { "=", 33000 },
        { "＝", 33000 },
        { " = ", 33000 },
        { "4m", 40000 },
        { "４ｍ", 40000 },
        { "4M", 40000 },
        { "33k", 33000 },
        { "3m3k", 33000 },
        { "3m3000", 33000 },
        { "4万", 40000 },
        { "４万円", 40000 },
        { "3万3千円", 33000 },
        { "500", 500 },
        { "0", 0 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        yen out = YEN(-1);
        struct err e = ERR_INIT;
        if (!money_input(cases[i].typed, YEN(33000), "tendered", &out, &e))
            fail_msg("%s was refused", cases[i].typed);
        assert_int_equal(out.v, cases[i].yen);
    }
}

static void what_is_no_amount_is_refused_and_changes_nothing(void **state)
{
    static const char *const cases[] = { "", " ", "abc", "-5", "+5", "1.5", "33,00", "m", "km", "3k3m", "4mm",
        "==", "=5", "5=", "円", "99999999999999999999", "9999999999m", "100000001", "3m3kk", "1,0000" };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        yen out = YEN(-1);
        struct err e = ERR_INIT;
        if (money_input(cases[i], YEN(33000), "tendered", &out, &e))
            fail_msg("'%s' was taken", cases[i]);
        assert_int_equal(out.v, -1);
        assert_int_equal(e.kind, ERR_INPUT);
        assert_string_equal(e.field, "tendered");
    }
}

/* --- change */

static void change_uses_the_fewest_pieces_without_2000_yen_notes(void **state)
{
    static const struct {
        int64_t amount;
        struct pieces p; /* 10000 5000 2000 1000 500 100 50 10 5 1 */
    } cases[] = {
        { 0, { { 0 } } },
        { 7000, { { 0, 1, 0, 2 } } }, /* the sketch: 5,000 x 1, 1,000 x 2 */
        { 17000, { { 1, 1, 0, 2 } } },
        { 4000, { { 0, 0, 0, 4 } } },
        { 6666, { { 0, 1, 0, 1, 1, 1, 1, 1, 1, 1 } } },
        { 99999, { { 9, 1, 0, 4, 1, 4, 1, 4, 1, 4 } } },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct pieces p = cash_change(YEN(cases[i].amount));
        assert_memory_equal(&p, &cases[i].p, sizeof p);
        assert_int_equal(pieces_sum(&p).v, cases[i].amount);
    }
}

static void only_real_notes_and_coins_are_kinds_of_money(void **state)
{
    (void)state;
    assert_int_equal(cash_kind(YEN(10000)), 0);
    assert_int_equal(cash_kind(YEN(1)), 9);
    assert_int_equal(cash_kind(YEN(20)), -1);
    assert_int_equal(cash_kind(YEN(0)), -1);
}

/* --- one payment */

static const struct payment received = { .id = 7,
    .kind = "collect",
    .method = "cash",
    .amount = YEN(33000),
    .by_name = "佐藤",
    .slip = "",
    .receipt_year = 2026,
    .receipt_number = 310 };

static struct payment_due due_of(int64_t charged, int64_t paid)
{
    struct payment_due due = { .request = 1,
        .charged = YEN(charged),
        .paid = YEN(paid),
        .owed = YEN(charged - paid),
        .counter_number = 1,
        .business_day = DAY_NONE,
        .drawer_open = true };

    assert_true(day_from_ymd(2026, 11, 24, &due.business_day));
    return due;
}

static void cash_gives_change_and_a_sentence_to_say(void **state)
{
    struct payment_due due = due_of(33000, 0);
    struct payment_draft d = { .method = "cash", .tendered = YEN(40000) };
    struct payment_verdict v = payment_check(&d, &due);

    (void)state;
    assert_true(v.ok);
    assert_int_equal(v.amount.v, 33000);
    assert_int_equal(v.change.v, 7000);
    assert_int_equal(v.give.of[1], 1);
    assert_int_equal(v.give.of[3], 2);
    assert_string_equal(v.say.arg[0], "40,000");
    assert_string_equal(v.say.arg[1], "7,000");
    assert_null(v.warn.id);
    d.tendered = YEN(33000);
    v = payment_check(&d, &due);
    assert_true(v.ok);
    assert_int_equal(v.change.v, 0);
    assert_int_equal(v.say.n, 1);
}

static void a_typing_slip_in_the_amount_received_is_pointed_out(void **state)
{
    struct payment_due due = due_of(33000, 0);
    struct payment_draft d = { .method = "cash", .tendered = YEN(400000) };
    struct payment_verdict v = payment_check(&d, &due);

    (void)state;
    assert_true(v.ok);
    assert_non_null(v.warn.id);
    assert_string_equal(v.warn.arg[0], "367,000");
    d.tendered = YEN(43000); /* a note of 10,000 would go back: it was not needed */
    assert_non_null(payment_check(&d, &due).warn.id);
    d.tendered = YEN(42999);
    assert_null(payment_check(&d, &due).warn.id);
    d.tendered = YEN(MONEY_MAX);
    assert_true(payment_check(&d, &due).ok);
}

static void refusals_name_the_field(void **state)
{
    static const struct {
        struct payment_draft draft;
        int64_t charged, paid;
        const char *field;
    } cases[] = {
        { { .method = NULL }, 33000, 0, "method" },
        { { .method = "transfer" }, 33000, 0, "method" },
        { { .method = "cash" }, 33000, 0, "tendered" },
        { { .method = "cash", .tendered = YEN(-1) }, 33000, 0, "tendered" },
        { { .method = "cash", .tendered = YEN(32999) }, 33000, 0, "tendered" },
        { { .method = "cash", .tendered = YEN(100000001) }, 33000, 0, "tendered" },
        { { .method = "card" }, 33000, 0, "slip" },
        { { .method = "card", .slip = "1", .amount = YEN(33001) }, 33000, 0, "amount" },
        { { .method = "card", .slip = "1", .amount = YEN(1) }, 33000, 0, "amount" },
        { { .method = "card", .slip = "1", .amount = YEN(-1) }, 33000, 0, "amount" },
        { { .method = "other" }, 33000, 0, "other_kind" },
        { { .method = "outside" }, 33000, 0, "slip" },
        { { .method = "cash", .tendered = YEN(33000) }, 33000, 33000, "" },
        { { .method = "cash", .tendered = YEN(33000) }, 0, 0, "" },
        { { .method = "card", .slip = "1", .payer = "payer" }, 33000, 0, "payer_name" },
        { { .method = "card", .slip = "1", .payer = "nobody" }, 33000, 0, "payer" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct payment_due due = due_of(cases[i].charged, cases[i].paid);
        struct payment_verdict v = payment_check(&cases[i].draft, &due);
        assert_false(v.ok);
        assert_non_null(v.why.id);
        assert_string_equal(v.field, cases[i].field);
    }
}

static void the_three_other_ways_of_paying_take_all_that_is_owed(void **state)
{
    static const struct payment_draft cases[] = {
        { .method = "card", .slip = "4711" },
        { .method = "card", .slip = "4711", .amount = YEN(33000) },
        { .method = "other", .other_kind = "商品券" },
        { .method = "outside", .slip = "A-99" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct payment_due due = due_of(33000, 0);
        struct payment_verdict v = payment_check(&cases[i], &due);
        assert_true(v.ok);
        assert_int_equal(v.amount.v, 33000);
        assert_int_equal(v.change.v, 0);
        assert_non_null(v.say.id);
    }
}

static void a_second_desk_reads_receipt_number_and_clerk_of_the_first(void **state)
{
    struct payment_due due = due_of(33000, 33000);
    struct payment_draft d = { .method = "cash", .tendered = YEN(33000) };

    (void)state;
    due.standing = &received;
    struct payment_verdict v = payment_check(&d, &due);
    assert_false(v.ok);
    assert_string_equal(v.why.arg[0], "1-2026-00310");
    assert_string_equal(v.why.arg[1], "佐藤");
}

static void one_request_is_paid_in_one_way(void **state)
{
    struct payment_due due = due_of(44000, 33000);
    struct payment_draft d = { .method = "card", .slip = "1" };

    (void)state;
    due.standing = &received;
    assert_string_equal(payment_check(&d, &due).field, "method");
    d.method = "cash";
    d.tendered = YEN(11000);
    assert_true(payment_check(&d, &due).ok);
}

static void cash_and_card_need_an_open_drawer_and_the_main_cashier_does_not(void **state)
{
    struct payment_due due = due_of(33000, 0);
    struct payment_draft d = { .method = "cash", .tendered = YEN(33000), .slip = "9" };

    (void)state;
    due.drawer_open = false;
    assert_false(payment_check(&d, &due).ok);
    d.method = "card";
    assert_false(payment_check(&d, &due).ok);
    d.method = "outside";
    assert_true(payment_check(&d, &due).ok);
    due.business_day = DAY_NONE;
    assert_false(payment_check(&d, &due).ok);
}

/* --- casefiles */

static struct charge charges[] = {
    { .id = 1, .item = "セカンドオピニオン料", .item_en = "Second opinion", .quantity = 1, .unit = YEN(33000),
        .amount = YEN(33000), .tax = YEN(3000), .tax_percent = 10, .rule = "consultation" },
    { .id = 2, .item = "セカンドオピニオン料", .item_en = "Second opinion", .quantity = 1, .unit = YEN(-33000),
        .amount = YEN(-33000), .tax = YEN(-3000), .tax_percent = 10, .rule = "consultation", .void_of = 1 },
    { .id = 3, .item = "セカンドオピニオン料", .item_en = "Second opinion", .quantity = 1, .unit = YEN(33000),
        .amount = YEN(33000), .tax = YEN(3000), .tax_percent = 10, .rule = "consultation" },
};
static struct payment rows[] = {
    { .id = 1, .kind = "collect", .method = "cash", .amount = YEN(33000), .tendered = YEN(40000),
        .change = YEN(7000), .slip = "", .other_kind = "", .payer_name = "", .receipt_year = 2026,
        .receipt_number = 309, .addressee = "髙﨑 花子", .by_name = "西川" },
    { .id = 2, .kind = "void", .method = "cash", .amount = YEN(-33000), .refund_of = 1, .by_name = "佐藤" },
    { .id = 3, .kind = "collect", .method = "cash", .amount = YEN(33000), .tendered = YEN(33000), .slip = "",
        .other_kind = "", .payer_name = "", .receipt_year = 2026, .receipt_number = 310, .addressee = "髙﨑 花子",
        .by_name = "西川", .receipt_lang = LANG_EN },
};

static struct casefile case_with(size_t n_payments)
{
    return (struct casefile){ .id = 5, .year = 2026, .number = 388,
        .patient = { .name = "髙﨑 花子", .patient_no = "07654321" },
        .charges = charges, .n_charges = 3, .payments = rows, .n_payments = n_payments };
}

static void a_voided_collection_stands_no_more(void **state)
{
    struct casefile c = case_with(1);

    (void)state;
    assert_int_equal(payment_standing(&c)->id, 1);
    c.n_payments = 2;
    assert_null(payment_standing(&c));
    assert_int_equal(payment_void_of(&c, 1)->id, 2);
    c.n_payments = 3;
    assert_int_equal(payment_standing(&c)->id, 3);
}

static void the_receipt_shows_the_standing_charge_with_its_tax_once(void **state)
{
    struct arena a;
    struct casefile c = case_with(3);
    struct receipt r;

    (void)state;
    arena_init(&a);
    assert_true(receipt_of(&c, 3, 1, &a, &r));
    assert_int_equal(r.n_lines, 1);
    assert_int_equal(r.total.v, 33000);
    assert_int_equal(r.tax.v, 3000);
    assert_int_equal(r.tax_percent, 10);
    assert_int_equal(r.lang, LANG_EN);
    assert_string_equal(r.addressee, "髙﨑 花子");
    assert_false(r.voided);
    assert_true(receipt_of(&c, 1, 1, &a, &r));
    assert_true(r.voided);
    assert_false(receipt_of(&c, 2, 1, &a, &r));
    assert_false(receipt_of(&c, 99, 1, &a, &r));
    arena_fini(&a);
}

/* domain.md 4.1: tax is rounded once per receipt. 218 x 10/110 = 19.8; line by line it would be 9 + 9. */
static void the_tax_of_several_lines_is_rounded_once(void **state)
{
    struct charge lines[] = { { .id = 1, .item = "x", .item_en = "x", .quantity = 1, .unit = YEN(109), .amount = YEN(109),
                                  .tax = YEN(9), .tax_percent = 10 },
        { .id = 2, .item = "x", .item_en = "x", .quantity = 1, .unit = YEN(109), .amount = YEN(109), .tax = YEN(9),
            .tax_percent = 10 } };
    const struct casefile c = { .charges = lines, .n_charges = 2 };
    struct receipt_line *out;
    struct arena a;
    yen total, tax;
    int percent;

    (void)state;
    arena_init(&a);
    assert_int_equal(receipt_lines_of(&c, &a, &out, &total, &tax, &percent), 2);
    assert_int_equal(total.v, 218);
    assert_int_equal(tax.v, 19);
    arena_fini(&a);
}

static void a_copy_after_the_charge_was_reversed_still_shows_what_was_sold(void **state)
{
    struct arena a;
    struct casefile c = case_with(2);
    struct receipt r;

    (void)state;
    arena_init(&a);
    c.n_charges = 2;
    assert_true(receipt_of(&c, 1, 1, &a, &r));
    assert_int_equal(r.n_lines, 1);
    assert_int_equal(r.total.v, 33000);
    assert_int_equal(r.tax.v, 3000);
    arena_fini(&a);
}

static void charges_are_reversed_only_when_nothing_is_paid(void **state)
{
    struct casefile c = case_with(1);
    struct msg why = { 0 };

    (void)state;
    assert_false(charges_reversible(&c, &why));
    assert_string_equal(why.arg[0], "33,000");
    c.n_payments = 2;
    assert_true(charges_reversible(&c, &why));
}

static void a_void_asks_for_the_original_and_the_reason_on_an_open_day(void **state)
{
    struct casefile c = case_with(1);
    static const struct {
        struct void_draft draft;
        size_t n;
        bool open, ok;
        const char *field;
    } cases[] = {
        { { 1, "collected", "入力の誤り", "k" }, 1, true, true, "" },
        { { 1, "lost", "入力の誤り", "k" }, 1, true, true, "" },
        { { 1, "", "入力の誤り", "k" }, 1, true, false, "original" },
        { { 1, "collected", "", "k" }, 1, true, false, "reason" },
        { { 1, "collected", "番号 123456789018", "k" }, 1, true, false, "reason" }, /* could be a My Number */
        { { 1, "collected", "入力の誤り", "k" }, 1, false, false, "" },
        { { 1, "collected", "入力の誤り", "k" }, 2, true, false, "" },
        { { 2, "collected", "入力の誤り", "k" }, 2, true, false, "" },
        { { 9, "collected", "入力の誤り", "k" }, 2, true, false, "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct err e = ERR_INIT;
        c.n_payments = cases[i].n;
        assert_int_equal(void_check(&cases[i].draft, &c, cases[i].open, &e), cases[i].ok);
        if (!cases[i].ok) {
            assert_int_equal(e.kind, ERR_RULE);
            assert_string_equal(e.field, cases[i].field);
        }
    }
}

/* --- numbers and days */

static void receipt_numbers_are_written_with_counter_year_and_five_digits(void **state)
{
    char text[RECEIPT_TEXT];
    static const struct {
        const char *typed;
        int counter, year, number;
    } cases[] = {
        { "1-2026-00310", 1, 2026, 310 },
        { "１－２０２６－００３１０", 1, 2026, 310 },
        { "2025-7", 2, 2025, 7 },
        { "310", 2, 2026, 310 },
        { " 00310 ", 2, 2026, 310 },
        { "12-2026-123456", 12, 2026, 123456 },
    };
    (void)state;
    receipt_number_text(1, 2026, 310, text);
    assert_string_equal(text, "1-2026-00310");
    receipt_number_text(1, 2026, 0, text);
    assert_string_equal(text, "");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int counter = 2, year = 2026, number = 0;
        assert_true(receipt_number_parse(cases[i].typed, &counter, &year, &number));
        assert_int_equal(counter, cases[i].counter);
        assert_int_equal(year, cases[i].year);
        assert_int_equal(number, cases[i].number);
    }
}

static void what_is_no_receipt_number_is_not_read(void **state)
{
    static const char *const cases[] = { "", "-", "1-2-3-4", "0", "abc", "1--3", "99999999999999", "髙﨑", "-5" };
    int counter = 1, year = 2026, number = 0;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        if (receipt_number_parse(cases[i], &counter, &year, &number))
            fail_msg("'%s' was read as %d", cases[i], number);
}

static day next_open(const void *arg, day d)
{
    (void)arg;
    do
        d = day_add(d, 1);
    while (day_weekday(d) == 0 || day_weekday(d) == 6);
    return d;
}

static void money_counts_today_and_after_the_closing_in_the_next_open_day(void **state)
{
    day tue = on(2026, 11, 24), wed = on(2026, 11, 25), fri = on(2026, 11, 27), mon = on(2026, 11, 30);
    day sat = on(2026, 11, 28);
    const struct {
        struct business_days days;
        day want;
    } cases[] = {
        { { tue, DAY_NONE, NULL, 0 }, tue },
        { { tue, on(2026, 11, 20), NULL, 0 }, tue },
        { { tue, tue, NULL, 0 }, wed },               /* after the closing */
        { { fri, fri, NULL, 0 }, mon },               /* over the weekend */
        { { fri, fri, &mon, 1 }, mon },
        { { sat, fri, &mon, 1 }, mon },               /* the day that is open already */
        { { wed, on(2026, 11, 20), &tue, 1 }, wed },  /* a forgotten day takes no new money */
        { { tue, mon, NULL, 0 }, next_open(NULL, mon) }, /* the clock went back */
        { { tue, DAY_NONE, &fri, 1 }, tue },          /* opened by a clock that was ahead, which was then set right */
        { { tue, tue, &fri, 1 }, wed },
        { { sat, DAY_NONE, &mon, 1 }, mon },
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(business_day_of(&cases[i].days, next_open, NULL).n, cases[i].want.n);
}

static void an_earlier_day_that_is_still_open_is_forgotten(void **state)
{
    day tue = on(2026, 11, 24), wed = on(2026, 11, 25);
    const struct business_days open = { wed, DAY_NONE, &tue, 1 }, same = { tue, DAY_NONE, &tue, 1 },
                               none = { tue, DAY_NONE, NULL, 0 };

    (void)state;
    assert_int_equal(business_day_forgotten(&open).n, tue.n);
    assert_false(day_known(business_day_forgotten(&same)));
    assert_false(day_known(business_day_forgotten(&none)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(money_is_understood_as_people_type_it),
        cmocka_unit_test(what_is_no_amount_is_refused_and_changes_nothing),
        cmocka_unit_test(change_uses_the_fewest_pieces_without_2000_yen_notes),
        cmocka_unit_test(only_real_notes_and_coins_are_kinds_of_money),
        cmocka_unit_test(cash_gives_change_and_a_sentence_to_say),
        cmocka_unit_test(a_typing_slip_in_the_amount_received_is_pointed_out),
        cmocka_unit_test(refusals_name_the_field),
        cmocka_unit_test(the_three_other_ways_of_paying_take_all_that_is_owed),
        cmocka_unit_test(a_second_desk_reads_receipt_number_and_clerk_of_the_first),
        cmocka_unit_test(one_request_is_paid_in_one_way),
        cmocka_unit_test(cash_and_card_need_an_open_drawer_and_the_main_cashier_does_not),
        cmocka_unit_test(a_voided_collection_stands_no_more),
        cmocka_unit_test(the_receipt_shows_the_standing_charge_with_its_tax_once),
        cmocka_unit_test(the_tax_of_several_lines_is_rounded_once),
        cmocka_unit_test(a_copy_after_the_charge_was_reversed_still_shows_what_was_sold),
        cmocka_unit_test(charges_are_reversed_only_when_nothing_is_paid),
        cmocka_unit_test(a_void_asks_for_the_original_and_the_reason_on_an_open_day),
        cmocka_unit_test(receipt_numbers_are_written_with_counter_year_and_five_digits),
        cmocka_unit_test(what_is_no_receipt_number_is_not_read),
        cmocka_unit_test(money_counts_today_and_after_the_closing_in_the_next_open_day),
        cmocka_unit_test(an_earlier_day_that_is_still_open_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
