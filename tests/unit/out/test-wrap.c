/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where lines of a paper end: kinsoku (JIS X 4051), whole words, whole clusters, nothing lost. */
#include "tests/check.h"

#include "base/base.h"
#include "text/wrap.h"
#include "text/width.h"

/* The lines of s joined with '|'. */
static char *lines_of(struct arena *a, const char *s, int cells)
{
    char *all = arena_strdup(a, "");

    while (*s) {
        size_t next, n = wrap_line(s, cells, &next);

        assert_true(next > 0);
        all = arena_printf(a, "%s%s%.*s", all, *all ? "|" : "", (int)n, s);
        s += next;
    }
    return all;
}

static void lines_end_where_japanese_typesetting_allows_it(void **state)
{
    static const struct {
        int cells;
        const char *text, *lines;
    } cases[] = {
        { 10, "あいうえおかき", "あいうえお|かき" },
        { 10, "あいうえお。かき", "あいうえ|お。かき" }, /* 。 does not begin a line */
        { 10, "あいうえお」、か", "あいうえ|お」、か" }, /* nor do two of them */
        { 10, "あいうえ「かき」", "あいうえ|「かき」" }, /* 「 does not end a line */
        { 10, "あいうえきっと", "あいうえ|きっと" }, /* a small っ does not begin a line */
        { 10, "データセンター", "データセン|ター" }, /* nor does the long mark */
        { 8, "費用33,000円です", "費用|33,000円|です" }, /* a number and its unit stay together */
        { 12, "the second opinion", "the second|opinion" }, /* words stay whole */
        { 12, "aaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaa|aaaaaa" }, /* unless they fit nowhere */
        { 8, "[ ] yes [ ] no", "[ ] yes|[ ] no" }, /* a box to tick stays whole */
        { 10, "abc\ndef", "abc|def" }, { 10, "abc\n\ndef", "abc||def" },
        { 4, "葛󠄀葛󠄀葛󠄀",
            "葛󠄀葛󠄀|葛󠄀" }, /* the variation selector stays with its kanji */
        { 1, "漢字", "漢|字" }, /* wider than the line: still not lost */
    };
    struct arena a;

    (void)state;
    arena_init(&a);
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(lines_of(&a, cases[i].text, cases[i].cells), cases[i].lines);
    arena_fini(&a);
}

static void no_character_but_blanks_is_lost_at_any_width(void **state)
{
    static const char text[] = "髙﨑 花子 (𠮷田)、「葛󠄀城」は 33,000円。 The ｶﾞｷﾞ quick brown "
                               "か\u3099 fox 10:30-11:28";
    struct arena a;

    (void)state;
    arena_init(&a);
    for (int cells = 1; cells <= 90; cells++) {
        const char *got = lines_of(&a, text, cells), *want = text;

        for (; *got || *want; got++, want++) {
            while (*got == ' ' || *got == '|')
                got++;
            while (*want == ' ')
                want++;
            assert_int_equal(*got, *want);
            if (!*got)
                break;
        }
    }
    arena_fini(&a);
}

static void no_line_is_wider_than_asked(void **state)
{
    static const char text[] = "セカンドオピニオン外来では、「訴訟」に関するご相談は、お受けしてお"
                               "りません。ＡＢＣ abc。";

    (void)state;
    for (int cells = 2; cells <= 60; cells++)
        for (const char *s = text; *s;) {
            char line[256];
            size_t next, n = wrap_line(s, cells, &next);

            memcpy(line, s, n);
            line[n] = '\0';
            assert_true(width_text(line) <= cells);
            s += next;
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_where_japanese_typesetting_allows_it),
        cmocka_unit_test(no_character_but_blanks_is_lost_at_any_width),
        cmocka_unit_test(no_line_is_wider_than_asked),
    };

    return cmocka_run_group_tests_name("out/wrap", tests, NULL, NULL);
}
