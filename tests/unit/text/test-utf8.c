/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include <unigbrk.h>

#include "base/base.h"
#include "tests/unit/text/data.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

static void broken_text_is_refused_where_it_breaks(void **state)
{
    /* Unicode standard, table 3-7 (well-formed UTF-8), and the noncharacters of section 23.7. */
    static const struct {
        const char *bytes;
        size_t n, bad;
    } cases[] = {
        { "山田", 6, 6 },
        { "a\x80", 2, 1 },
        { "\xC0\xAF", 2, 0 },
        { "\xE0\x80\xAF", 3, 0 },
        { "\xED\xA0\x80", 3, 0 }, /* surrogate D800 */
        { "\xEF\xBF\xBF", 3, 0 }, /* U+FFFF */
        { "ok\xEF\xBF\xBE", 5, 2 }, /* U+FFFE */
        { "\xF4\x90\x80\x80", 4, 0 }, /* above 10FFFF */
        { "\xF0\xA0\xAE\xB7", 4, 4 }, /* 𠮷 */
        { "\xE5\xB1", 2, 0 }, /* cut 山 */
        { "\xF8\x88\x80\x80\x80", 5, 0 },
        { "a\0b", 3, 1 },
        { "\xEF\xB7\x90", 3, 0 },
        { "", 0, 0 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(utf8_check(cases[i].bytes, cases[i].n), cases[i].bad);
    assert_true(utf8_ok("葛\xF3\xA0\x84\x80城"));
    assert_false(utf8_ok("\xFF"));
}

/* Where the text breaks, character by character. */
static size_t breaks_at(const char *s, size_t n)
{
    size_t at = 0, step = 1;
    uint32_t c;

    for (; at < n && step > 0; at += step)
        step = utf8_decode(s + at, n - at, &c);
    return at;
}

static void the_fast_check_says_what_the_slow_one_says(void **state)
{
    (void)state;
    for (uint32_t three = 0; three < 1U << 24; three += three < 0xE00000 ? 0x3FFF : 1) { /* all with a lead of three */
        char text[12] = "abcdefgh";
        size_t place = three % 9;
        text[place] = (char)(three >> 16);
        text[place + 1] = (char)(three >> 8);
        text[place + 2] = (char)three;
        if (utf8_check(text, 11) != breaks_at(text, 11))
            fail_msg("%06X at %zu: %zu, it breaks at %zu", three, place, utf8_check(text, 11), breaks_at(text, 11));
    }
}

static void every_character_encodes_and_decodes_to_itself(void **state)
{
    size_t good = 0;

    (void)state;
    for (uint32_t c = 0; c <= 0x110000; c++) {
        char bytes[UTF8_MAX];
        uint32_t back = 0;
        size_t n = utf8_encode(c, bytes);
        if (n == 0)
            continue;
        good++;
        assert_int_equal(utf8_decode(bytes, n, &back), n);
        assert_int_equal(back, c);
        assert_int_equal(utf8_decode(bytes, n - 1, &back), 0);
    }
    /* 1,112,064 scalar values (Unicode 3.9) less 66 noncharacters less U+0000. */
    assert_int_equal(good, 1112064 - 66 - 1);
}

static void walking_back_finds_the_starts_of_characters(void **state)
{
    const char *s = "a山𠮷";

    (void)state;
    assert_int_equal(utf8_before(s, 8), 4);
    assert_int_equal(utf8_before(s, 4), 1);
    assert_int_equal(utf8_before(s, 1), 0);
    assert_int_equal(utf8_before(s, 0), 0);
    assert_int_equal(utf8_count(s), 3);
}

/* Texts with the number of their clusters and cells (dependencies page, "Width and clusters"). */
static const struct {
    const char *text;
    size_t clusters;
    int narrow, wide; /* cells with ambiguous 1 and 2 */
} known[] = {
    { "𠮷", 1, 2, 2 },
    { "髙", 1, 2, 2 },
    { "㈱", 1, 2, 2 },
    { "〒", 1, 2, 2 },
    { "￥", 1, 2, 2 },
    { "葛\U000E0100", 1, 2, 2 },
    { "葛\U000E0100城", 2, 4, 4 },
    { "か\u3099", 1, 2, 2 },
    { "①", 1, 1, 2 },
    { "※", 1, 1, 2 },
    { "→", 1, 1, 2 },
    { "α", 1, 1, 2 },
    { "Я", 1, 1, 2 },
    { "○", 1, 1, 2 },
    { "―", 1, 1, 2 },
    { "…", 1, 1, 2 },
    { "─", 1, 1, 1 },
    { "│", 1, 1, 1 },
    { "┼", 1, 1, 1 },
    { "\U00031350", 1, 2, 2 },
    { "ｶﾞ", 1, 2, 2 },
    { "ｱｲｳ", 3, 3, 3 },
    { "abc", 3, 3, 3 },
    { "é", 1, 1, 2 },
    { "ë", 1, 1, 1 },
    { "\u00AD", 1, 0, 0 },
    { "\U0001F468\u200D\U0001F469\u200D\U0001F467", 1, 6, 6 },
    { "\U0001F1EF\U0001F1F5", 1, 2, 2 },
    { "\U0001F1EF\U0001F1F5\U0001F1EF\U0001F1F5", 2, 4, 4 },
    { "\r\n", 1, 0, 0 },
    { "각", 1, 2, 2 },
    { "", 0, 0, 0 },
};

static void clusters_are_what_people_count(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known); i++)
        assert_int_equal(cluster_count(known[i].text), known[i].clusters);
}

static void cells_follow_the_ambiguous_switch_except_box_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        width_set_ambiguous(1);
        assert_int_equal(width_text(known[i].text), known[i].narrow);
        width_set_ambiguous(2);
        assert_int_equal(width_text(known[i].text), known[i].wide);
    }
    width_set_ambiguous(1);
    assert_int_equal(width_char(0x1B), -1);
    assert_int_equal(width_char(0x9B), -1);
    assert_int_equal(width_char(0), 0);
}

static uint32_t draw(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* The oracle is libunistring's u8_grapheme_breaks over the whole text (UAX 29). */
static void clusters_agree_with_the_whole_text_rule_in_both_directions(void **state)
{
    static const uint32_t alphabet[] = { 'a', 0x5C71, 0x845B, 0xE0100, 0xFE0F, 0x304B, 0x3099,
        0xFF76, 0xFF9E, 0xFF9F, 0x200D, 0x1F468, 0x1F469, 0x2764, 0x1F3FB, 0x1F1EF, 0x1F1F5, 0x301,
        0x1100, 0x1161, 0x11A8, 0xAC00, '\r', '\n', 0x0E33, 0x0903, 0xA9 };
    uint32_t seed = 20261124;

    (void)state;
    for (int round = 0; round < rounds(20000); round++) {
        char text[12 * UTF8_MAX + 1], border[12 * UTF8_MAX + 1];
        size_t n = 0, count = draw(&seed) % 12;
        for (size_t i = 0; i < count; i++)
            n += utf8_encode(alphabet[draw(&seed) % COUNT_OF(alphabet)], text + n);
        text[n] = '\0';
        u8_grapheme_breaks((const uint8_t *)text, n, border);
        size_t before = 0;
        for (size_t at = 0; at < n;) {
            size_t next = cluster_next(text, at);
            for (size_t i = at + 1; i < next; i++)
                assert_int_equal(border[i], 0);
            assert_true(next == n || border[next] == 1);
            assert_int_equal(cluster_prev(text, next), at);
            assert_int_equal(cluster_prev(text, at), before);
            before = at;
            at = next;
        }
        assert_int_equal(cluster_next(text, n), n);
    }
}

static void backspace_takes_a_cluster_but_only_the_mark_of_half_width_kana(void **state)
{
    static const struct {
        const char *text;
        size_t from; /* what remains when Backspace is pressed at the end */
        size_t to; /* what Delete at the start removes */
    } cases[] = { { "ｶﾞ", 3, 3 }, { "ﾊﾟ", 3, 3 }, { "か\u3099", 0, 6 }, { "葛\U000E0100", 0, 7 },
        { "山田", 3, 3 }, { "\U0001F468\u200D\U0001F469", 0, 11 }, { "ﾞ", 0, 3 }, { "", 0, 0 } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(cluster_erase_before(cases[i].text, strlen(cases[i].text)), cases[i].from);
        assert_int_equal(cluster_erase_after(cases[i].text, 0), cases[i].to);
    }
}

static void a_cut_never_halves_a_cluster(void **state)
{
    static const struct {
        const char *text;
        int cells;
        const char *head;
    } cases[] = {
        { "山田太郎", 8, "山田太郎" },
        { "山田太郎", 7, "山田太" },
        { "山田太郎", 5, "山田" },
        { "山田", 6, "山田" },
        { "山田", 3, "山" },
        { "山田", 2, "山" },
        { "山田", 1, "" },
        { "山田", 0, "" },
        { "葛\U000E0100城", 2, "葛\U000E0100" },
        { "abcdef", 4, "abcd" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(width_cut(cases[i].text, cases[i].cells), strlen(cases[i].head));
}

static void scrolling_leaves_a_gap_for_a_cut_wide_cluster(void **state)
{
    int gap;

    (void)state;
    assert_int_equal(width_skip("山田太", 2, &gap), 3);
    assert_int_equal(gap, 0);
    assert_int_equal(width_skip("山田太", 3, &gap), 6);
    assert_int_equal(gap, 1);
    assert_int_equal(width_skip("山田太", 0, &gap), 0);
    assert_int_equal(width_skip("山", 9, &gap), 3);
    assert_int_equal(gap, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_text_is_refused_where_it_breaks),
        cmocka_unit_test(the_fast_check_says_what_the_slow_one_says),
        cmocka_unit_test(every_character_encodes_and_decodes_to_itself),
        cmocka_unit_test(walking_back_finds_the_starts_of_characters),
        cmocka_unit_test(clusters_are_what_people_count),
        cmocka_unit_test(cells_follow_the_ambiguous_switch_except_box_lines),
        cmocka_unit_test(clusters_agree_with_the_whole_text_rule_in_both_directions),
        cmocka_unit_test(backspace_takes_a_cluster_but_only_the_mark_of_half_width_kana),
        cmocka_unit_test(a_cut_never_halves_a_cluster),
        cmocka_unit_test(scrolling_leaves_a_gap_for_a_cut_wide_cluster),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
