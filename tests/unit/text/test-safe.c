/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "base/base.h"
#include "text/safe.h"

static void dangerous_characters_do_not_reach_the_screen(void **state)
{
    static const struct {
        const char *from, *to;
    } cases[] = {
        { "\x1b[2J山田", "?[2J山田" },
        { "a\xC2\x9B"
          "b",
            "a?b" },
        { "a\x7F", "a?" },
        { "a\tb\nc", "a b c" },
        { "abc\u202Edef", "abcdef" },
        { "\u2066x\u2069\u200E\u200F", "x" },
        { "a\u200Bb\u2060c\uFEFF", "abc" },
        { "a\u2028b\u2029c", "a b c" },
        { "葛\U000E0100城", "葛\U000E0100城" },
        { "辻\uFE00", "辻\uFE00" },
        { "\U0001F468\u200D\U0001F469", "\U0001F468\u200D\U0001F469" },
        { "a\u200Db", "ab" },
        { "か\u3099", "か\u3099" },
        { "\U000E0041x", "x" },
        { "bad\xFFz", "bad?z" },
        { "髙﨑𠮷", "髙﨑𠮷" },
    };
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        buf_clear(&b);
        safe_text(cases[i].from, false, &b);
        assert_string_equal(b.p, cases[i].to);
    }
    buf_clear(&b);
    safe_text("a\nb\r\n", true, &b);
    assert_string_equal(b.p, "a\nb?\n");
    buf_fini(&b);
}

static void a_run_of_marks_is_cut_at_eight(void **state)
{
    struct buf b, from;

    (void)state;
    buf_init(&b, 1000);
    buf_init(&from, 1000);
    buf_puts(&from, "a");
    for (int i = 0; i < 100; i++)
        buf_puts(&from, "\u0301");
    buf_puts(&from, "b");
    safe_text(from.p, false, &b);
    assert_int_equal(b.len, 1 + 8 * 2 + 1);
    buf_fini(&from);
    buf_fini(&b);
}

static void a_name_is_told_which_character_it_may_not_hold(void **state)
{
    /* Reliability page section 2: U+001B, 009B, 202E, 2066, 200B; marks; selectors are kept. */
    static const struct {
        const char *name;
        enum safe_fault fault;
        size_t at;
        uint32_t c;
    } cases[] = {
        { "山田\x1b", SAFE_CONTROL, 6, 0x1B },
        { "山\xC2\x9B", SAFE_CONTROL, 3, 0x9B },
        { "a\u202Eb", SAFE_BIDI, 1, 0x202E },
        { "\u2066a", SAFE_BIDI, 0, 0x2066 },
        { "a\u200Bb", SAFE_INVISIBLE, 1, 0x200B },
        { "a\u200D", SAFE_INVISIBLE, 1, 0x200D },
        { "a\u2028", SAFE_LINE, 1, 0x2028 },
        { "a\nb", SAFE_CONTROL, 1, '\n' },
        { "a\xC0", SAFE_BROKEN, 1, 0xC0 },
        { "a\xEF\xBF\xBF", SAFE_BROKEN, 1, 0xEF },
        { "葛\U000E0100城", SAFE_GOOD, 0, 0 },
        { "辻\uFE0F", SAFE_GOOD, 0, 0 },
        { "髙﨑𠮷\uFA19", SAFE_GOOD, 0, 0 },
        { "Nguyễn", SAFE_GOOD, 0, 0 },
        { "か\u3099", SAFE_GOOD, 0, 0 },
        { "", SAFE_GOOD, 0, 0 },
        { "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", SAFE_GOOD, 0, 0 },
        { "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", SAFE_MARKS, 17, 0x301 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct safe_finding f = { SAFE_GOOD, 0, 0 };
        struct err e = ERR_INIT;
        assert_int_equal(safe_check(cases[i].name, false, &f), cases[i].fault == SAFE_GOOD);
        assert_int_equal(f.fault, cases[i].fault);
        assert_int_equal(f.at, cases[i].at);
        assert_int_equal(f.c, cases[i].c);
        assert_int_equal(safe_name(cases[i].name, "name", &e), cases[i].fault == SAFE_GOOD);
        assert_int_equal(e.kind, cases[i].fault == SAFE_GOOD ? ERR_NONE : ERR_INPUT);
    }
}

static void notes_may_have_lines_and_emoji(void **state)
{
    struct safe_finding f;

    (void)state;
    assert_true(safe_check("一行目\n二行目 \U0001F468\u200D\U0001F469", true, &f));
    assert_false(safe_check("a\u200Db", true, &f));
}

static void my_numbers_are_found_in_free_text(void **state)
{
    /* Domain page 3.2: 12345678901 has check digit 8, 98320567321 has 4. */
    static const struct {
        const char *text;
        size_t at, bytes; /* bytes 0: none */
    } cases[] = {
        { "123456789018", 0, 12 },
        { "983205673214", 0, 12 },
        { "167011391240", 0, 12 }, /* rest 0 and rest 1 both make the check digit 0 */
        { "033224538320", 0, 12 },
        { "番号は1234-5678-9018です", 9, 14 },
        { "1234 5678 9018", 0, 14 },
        { "１２３４５６７８９０１８", 0, 36 },
        { "１２３４－５６７８－９０１８", 0, 42 },
        { "1234　5678　9018", 0, 18 },
        { "tel 1234ー5678ー9018.", 4, 18 },
        { "123456789017", 0, 0 },
        { "123456789019", 0, 0 },
        { "0666452121", 0, 0 },
        { "12345678901", 0, 0 },
        { "1123456789018", 0, 0 },
        { "1234567890189", 0, 0 },
        { "1234-5678-9018-3456", 0, 0 },
        { "3456-1234-5678-9018", 0, 0 },
        { "12 3456 789018", 0, 0 },
        { "12345 6789018", 0, 0 },
        { "26 1234 5678 9018", 3, 14 },
        { "x123456789017 983205673214", 14, 12 },
        { "", 0, 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text_span s = { 0, 0 };
        bool found = safe_my_number(cases[i].text, 0, &s);
        assert_int_equal(found, cases[i].bytes > 0);
        assert_int_equal(s.at, cases[i].at);
        assert_int_equal(s.bytes, cases[i].bytes);
    }
}

static void the_next_number_is_found_behind_the_first(void **state)
{
    const char *text = "123456789018, 983205673214";
    struct text_span s;

    (void)state;
    assert_true(safe_my_number(text, 0, &s));
    assert_true(safe_my_number(text, s.at + s.bytes, &s));
    assert_int_equal(s.at, 14);
    assert_false(safe_my_number(text, s.at + s.bytes, &s));
}

static void each_wrong_check_digit_is_let_through(void **state)
{
    char text[] = "123456789010";
    struct text_span s;
    int found = 0;

    (void)state;
    for (char c = '0'; c <= '9'; c++) {
        text[11] = c;
        found += safe_my_number(text, 0, &s);
    }
    assert_int_equal(found, 1);
}

static void words_of_insurance_cards_are_pointed_at(void **state)
{
    static const struct {
        const char *text;
        size_t at, bytes;
    } cases[] = { { "保険者番号 06", 0, 15 }, { "証の記号と番号", 6, 6 }, { "診察券番号", 9, 6 },
        { "マイナンバー", 0, 18 }, { "My Number card", 0, 9 }, { "ＭＹ　ＮＵＭＢＥＲ", 0, 27 },
        { "個人番号", 0, 12 }, { "来月電話", 0, 0 } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text_span s = { 0, 0 };
        assert_int_equal(safe_number_word(cases[i].text, 0, &s), cases[i].bytes > 0);
        assert_int_equal(s.at, cases[i].at);
        assert_int_equal(s.bytes, cases[i].bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dangerous_characters_do_not_reach_the_screen),
        cmocka_unit_test(a_run_of_marks_is_cut_at_eight),
        cmocka_unit_test(a_name_is_told_which_character_it_may_not_hold),
        cmocka_unit_test(notes_may_have_lines_and_emoji),
        cmocka_unit_test(my_numbers_are_found_in_free_text),
        cmocka_unit_test(the_next_number_is_found_behind_the_first),
        cmocka_unit_test(each_wrong_check_digit_is_let_through),
        cmocka_unit_test(words_of_insurance_cards_are_pointed_at),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
