/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "base/base.h"

static void civil_dates_go_there_and_back(void **state)
{
    /* Weekdays from the domain page 5.1: 2026-11-24 is a Tuesday; 2000-02-29 exists, 1900-02-29 does not. */
    static const struct {
        int y, m, d, weekday;
    } known[] = { { 2026, 11, 24, 2 }, { 1970, 1, 1, 4 }, { 2000, 2, 29, 2 }, { 1873, 1, 1, 3 } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        day d;
        int y, m, dd;
        assert_true(day_from_ymd(known[i].y, known[i].m, known[i].d, &d));
        day_to_ymd(d, &y, &m, &dd);
        assert_int_equal(y, known[i].y);
        assert_int_equal(m, known[i].m);
        assert_int_equal(dd, known[i].d);
        assert_int_equal(day_weekday(d), known[i].weekday);
    }
    day none;
    assert_false(day_from_ymd(1900, 2, 29, &none));
    assert_false(day_from_ymd(2026, 2, 30, &none));
    assert_false(day_parse_iso("2026-02-30", &none));
}

static void age_counts_leap_birthdays_on_the_first_of_march(void **state)
{
    day birth, before, on;

    (void)state;
    day_parse_iso("2008-02-29", &birth);
    day_parse_iso("2026-02-28", &before);
    day_parse_iso("2026-03-01", &on);
    assert_int_equal(day_age(birth, before), 17);
    assert_int_equal(day_age(birth, on), 18);
    assert_int_equal(day_age(on, birth), -1);
}

static void yen_reads_only_whole_amounts(void **state)
{
    yen y;
    char text[YEN_TEXT];

    (void)state;
    assert_true(yen_parse("33,000", &y));
    assert_int_equal(y.v, 33000);
    static const char *const bad[] = { "", "3,30", "33,0000", "1.5", "+5", "-1", ",100", "9223372036854775808" };
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(yen_parse(bad[i], &y));
    yen_format(YEN(-1234567), text);
    assert_string_equal(text, "-1,234,567");
    yen_format(YEN(INT64_MIN), text);
    assert_string_equal(text, "-9,223,372,036,854,775,808");
}

static void tax_inside_an_amount_is_that_of_the_receipts(void **state)
{
    /* Amounts and taxes: domain page 4.1. */
    static const struct {
        int64_t total, tax;
    } known[] = { { 33000, 3000 }, { 44000, 4000 }, { 110000, 10000 }, { 38500, 3500 }, { 5500, 500 } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known); i++)
        assert_int_equal(yen_tax_inside(YEN(known[i].total), 10).v, known[i].tax);
    /* every amount up to 100,000 yen: what is cut off is less than a yen */
    for (int64_t total = 0; total <= 100000; total++)
        assert_int_equal(yen_tax_inside(YEN(total), 10).v, total * 10 / 110);
    assert_int_equal(yen_tax_inside(YEN(999), 8).v, 74);
    assert_int_equal(yen_tax_inside(YEN(INT64_MAX), 10).v, INT64_MAX / 11);
}

static void moments_become_the_desks_own_date(void **state)
{
    day d;
    hm t;
    char text[DAY_TEXT];

    (void)state;
    instant_civil((instant){ 1795532399 }, 540, &d, &t); /* `date -u -d @1795532399` */
    day_iso(d, text);
    assert_int_equal(instant_of(d, t, 540).s, 1795532399 / 60 * 60);
    instant_civil((instant){ -1 }, 0, &d, &t);
    day_iso(d, text);
    assert_string_equal(text, "1969-12-31");
    assert_int_equal(t.min, 1439);
}

static void text_is_cut_at_a_character_border(void **state)
{
    char small[6];

    (void)state;
    assert_false(str_copy(small, sizeof small, "窓口"));
    assert_string_equal(small, "窓");
    assert_true(str_copy(small, sizeof small, "12345"));
}

static void the_first_failure_is_kept(void **state)
{
    struct err e = ERR_INIT;

    (void)state;
    assert_false(err_set(&e, ERR_RULE, "consent", "first %s", "word", NULL));
    assert_false(err_set(&e, ERR_STORE, "x", "second", NULL));
    assert_int_equal(e.kind, ERR_RULE);
    assert_string_equal(e.msg.id, "first %s");
    assert_string_equal(e.msg.arg[0], "word");
    assert_int_equal(e.msg.n, 1);
}

static void what_was_cleared_from_a_buffer_is_wiped(void **state)
{
    static const char name[] = "髙橋 一郎", none[sizeof name] = "";
    struct buf b;

    (void)state;
    buf_init(&b, 100);
    buf_puts(&b, name);
    buf_clear(&b);
    assert_memory_equal(b.p, none, sizeof none);
    buf_puts(&b, "x");
    assert_string_equal(b.p, "x");
    buf_fini(&b);
}

static void a_buffer_never_grows_past_its_maximum(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 10);
    buf_puts(&b, "12345");
    buf_puts(&b, "678901");
    assert_true(b.full);
    assert_string_equal(b.p, "12345");
    buf_fini(&b);
}

static void an_arena_gives_zeroed_memory_again_after_a_reset(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    for (int round = 0; round < 3; round++) {
        for (size_t n = 1; n < 40000; n += 997) {
            unsigned char *p = arena_alloc(&a, n);
            for (size_t i = 0; i < n; i++)
                assert_int_equal(p[i], 0);
            memset(p, 0xAA, n);
        }
        arena_reset(&a);
    }
    arena_fini(&a);
}

static void near_words_are_found(void **state)
{
    (void)state;
    assert_int_equal(str_distance("requestrs", "requesters", 2), 1);
    assert_int_equal(str_distance("fee", "calendar", 2), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(civil_dates_go_there_and_back),
        cmocka_unit_test(age_counts_leap_birthdays_on_the_first_of_march),
        cmocka_unit_test(yen_reads_only_whole_amounts),
        cmocka_unit_test(tax_inside_an_amount_is_that_of_the_receipts),
        cmocka_unit_test(moments_become_the_desks_own_date),
        cmocka_unit_test(text_is_cut_at_a_character_border),
        cmocka_unit_test(the_first_failure_is_kept),
        cmocka_unit_test(a_buffer_never_grows_past_its_maximum),
        cmocka_unit_test(what_was_cleared_from_a_buffer_is_wiped),
        cmocka_unit_test(an_arena_gives_zeroed_memory_again_after_a_reset),
        cmocka_unit_test(near_words_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
