/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All papers in both languages: golden texts (tests/data/out), and what holds for every paper. */
#include "tests/unit/out/fixture.h"

#include "text/utf8.h"

static void each_paper(struct fixture *f,
    void (*look)(struct fixture *f, const char *name, enum lang l, const char *text))
{
    for (size_t i = 0; i < FIXTURE_PAPERS_N; i++)
        for (int l = 0; l < LANG_COUNT; l++) {
            struct buf out;

            buf_init(&out, PAPER_MAX);
            assert_true(FIXTURE_PAPERS[i].print(f, (enum lang)l, &out));
            look(f, FIXTURE_PAPERS[i].name, (enum lang)l, out.p);
            buf_fini(&out);
        }
}

static void same_as_golden(struct fixture *f, const char *name, enum lang l, const char *text)
{
    const char *path = arena_printf(&f->arena, "tests/data/out/%s.%s.txt", name, lang_id(l));
    size_t n = 0;
    const char *golden = fixture_file(&f->arena, "top_srcdir", path, &n);

    if (!golden)
        fail_msg("%s is missing", path);
    if (strcmp(text, golden) != 0)
        print_error("# %s differs\n", path);
    assert_string_equal(text, golden);
}

static void every_paper_is_its_golden_text(void **state)
{
    each_paper(*state, same_as_golden);
}

static void papers_are_the_same_whatever_ambiguous_characters_take(void **state)
{
    width_set_ambiguous(2);
    each_paper(*state, same_as_golden);
    width_set_ambiguous(1);
}

static void lines_fit(struct fixture *f, const char *name, enum lang l, const char *text)
{
    int lines = 0;

    for (const char *s = text; *s;) {
        size_t n = strcspn(s, "\n\f");
        const char *line = arena_strndup(&f->arena, s, n);

        if (width_text(line) > PAPER_CELLS)
            fail_msg("%s (%s): %s", name, lang_id(l), line);
        assert_true(n == 0 || line[n - 1] != ' ');
        lines = s[n] == '\f' ? 0 : lines + 1;
        assert_true(lines <= PAPER_LINES);
        s += n + (s[n] != '\0');
    }
}

static void no_line_is_wider_than_80_cells_and_no_page_longer_than_62_lines(void **state)
{
    struct fixture *f = *state;

    each_paper(f, lines_fit);
    f->hospital.training = true;
    each_paper(f, lines_fit);
}

/* counter.md: a second opinion is no 診察, is written in full, and 患者さん is for screens. */
static void words_are_right(struct fixture *f, const char *name, enum lang l, const char *text)
{
    static const char *const never[]
        = { "診察", "受診", "診断書", "SO外来", "お断り", "審査", "監査ログ", "レジ", "患者さん",
              "代理受診", "入金袋", "マイナンバーを", "保険者番号", "記号" };

    (void)f;
    for (size_t i = 0; i < COUNT_OF(never); i++)
        if (strstr(text, never[i]))
            fail_msg("%s (%s): %s", name, lang_id(l), never[i]);
}

static void no_paper_holds_a_word_that_the_counter_never_uses(void **state)
{
    each_paper(*state, words_are_right);
}

/* With names in ASCII, what is not ASCII in an English paper is the large amount and nothing else.
 */
static void is_english(struct fixture *f, const char *name, enum lang l, const char *text)
{
    (void)f;
    for (const char *s = text; l == LANG_EN && !strstr(name, "both") && *s;) {
        uint32_t c = utf8_next(&s);

        if (c >= 0x80 && (c < 0xFF0C || c > 0xFF19))
            fail_msg("%s: U+%04X before %.20s", name, (unsigned)c, s);
    }
}

static void english_papers_hold_no_japanese(void **state)
{
    struct fixture *f = *state;

    f->strange = "abc";
    f->copy = 2;
    each_paper(f, is_english);
}

static void is_japanese(struct fixture *f, const char *name, enum lang l, const char *text)
{
    int run = 0;

    (void)f;
    for (const char *s = text; l == LANG_JA && !strstr(name, "both") && *s; s++) {
        bool letter = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z');

        run = letter ? run + 1 : 0;
        if (run > 2)
            fail_msg("%s: %.20s", name, s - 2);
    }
}

static void japanese_papers_hold_no_english(void **state)
{
    struct fixture *f = *state;

    f->strange = "山";
    f->copy = 2;
    each_paper(f, is_japanese);
}

static void is_clean(struct fixture *f, const char *name, enum lang l, const char *text)
{
    lines_fit(f, name, l, text);
    for (const char *s = text; *s;) {
        uint32_t c = utf8_next(&s);

        if (c < 0x20)
            assert_true(c == '\n' || c == '\f');
        assert_false(c == 0x7F || (c >= 0x80 && c < 0xA0));
        assert_false(c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 || c == 0x2029);
        assert_false((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFFFD);
    }
}

static void strange_names_reach_no_paper_as_controls(void **state)
{
    static const char *const strange[] = { "\033[31mred\033[0m", "a\u202Egnp.exe", "\u2066x\u2069",
        "bell\a\b\r", "a\tb\n\n\nc", "\u200Bzero\u200Ewidth", "line\u2028sep",
        "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "%s%n%1$s%%", "\001word" };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(strange); i++) {
        f->strange = strange[i];
        each_paper(f, is_clean);
    }
}

static size_t count_of(const char *text, const char *what)
{
    size_t n = 0;

    for (; (text = strstr(text, what)) != NULL; text += strlen(what))
        n++;
    return n;
}

/* Blank forms and the call slip hold no text of a person. */
static bool has_names(const char *name)
{
    return !strstr(name, "form") && !strstr(name, "call-slip") && !strstr(name, "guide");
}

static void holds_every_character(
    struct fixture *f, const char *name, enum lang l, const char *text)
{
    size_t n = count_of(text, "龘");

    is_clean(f, name, l, text);
    if (has_names(name))
        assert_true(n >= 100);
    assert_int_equal(n % 100, 0); /* a hundred in each place where the name stands: none was cut */
}

static void a_name_of_300_bytes_is_wrapped_and_nothing_of_it_is_lost(void **state)
{
    struct fixture *f = *state;
    char *name = arena_strdup(&f->arena, "");

    for (int i = 0; i < 100; i++)
        name = arena_printf(&f->arena, "%s龘", name);
    assert_int_equal(strlen(name), 300);
    f->strange = name;
    each_paper(f, holds_every_character);
}

static void holds_the_name(struct fixture *f, const char *name, enum lang l, const char *text)
{
    if (has_names(name) && !strstr(text, f->strange))
        fail_msg("%s (%s)", name, lang_id(l));
}

static void variants_of_kanji_stay_as_they_were_written(void **state)
{
    /* U+9AD9, U+FA11, U+20BB7, U+845B U+E0100, U+FA19: normalising would change the last one */
    static const char *const names[]
        = { "髙\uFA11", "\U00020BB7田", "\u845B\U000E0100城", "\uFA19 一" };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        f->strange = names[i];
        each_paper(f, holds_the_name);
    }
}

static void a_paper_that_does_not_fit_its_buffer_says_so(void **state)
{
    struct fixture *f = *state;

    for (size_t i = 0; i < FIXTURE_PAPERS_N; i++)
        for (size_t max = 0; max < 400; max += 133) {
            struct buf out;

            buf_init(&out, max);
            assert_false(FIXTURE_PAPERS[i].print(f, LANG_JA, &out));
            buf_fini(&out);
        }
}

static void has_training_mark_on_every_page(
    struct fixture *f, const char *name, enum lang l, const char *text)
{
    (void)name;
    (void)f;
    assert_int_equal(
        count_of(text, l == LANG_JA ? "*** 訓練 " : "*** TRAINING "), 1 + count_of(text, "\f"));
}

static void has_no_training_mark(struct fixture *f, const char *name, enum lang l, const char *text)
{
    (void)name;
    (void)f;
    (void)l;
    assert_null(strstr(text, "訓練"));
    assert_null(strstr(text, "TRAINING"));
}

static void papers_of_a_training_desk_say_so_on_every_page(void **state)
{
    struct fixture *f = *state;

    each_paper(f, has_no_training_mark);
    f->hospital.training = true;
    each_paper(f, has_training_mark_on_every_page);
}

static void print_named(struct fixture *f, const char *name, enum lang l, struct buf *out)
{
    buf_clear(out);
    for (size_t i = 0; i < FIXTURE_PAPERS_N; i++)
        if (str_eq(FIXTURE_PAPERS[i].name, name))
            assert_true(FIXTURE_PAPERS[i].print(f, l, out));
    assert_true(out->len > 0);
}

static void papers_for_the_house_say_so_and_no_others(void **state)
{
    struct fixture *f = *state;
    struct buf out;

    buf_init(&out, PAPER_MAX);
    for (size_t i = 0; i < FIXTURE_PAPERS_N; i++) {
        const char *name = FIXTURE_PAPERS[i].name;
        bool house
            = strstr(name, "day-") || str_eq(name, "department-sheet") || str_eq(name, "void-slip");

        print_named(f, name, LANG_JA, &out);
        assert_int_equal(strstr(out.p, "院内限り") != NULL, house);
        print_named(f, name, LANG_EN, &out);
        assert_int_equal(strstr(out.p, "inside the hospital only") != NULL, house);
    }
    buf_fini(&out);
}

/* counter.md Privacy: no disease, department or "second opinion" on envelopes and call slips. */
static void envelopes_and_call_slips_do_not_say_why(void **state)
{
    static const char *const papers[] = { "address-label", "call-slip" };
    struct fixture *f = *state;
    struct buf out;

    buf_init(&out, PAPER_MAX);
    for (size_t i = 0; i < COUNT_OF(papers); i++)
        for (int l = 0; l < LANG_COUNT; l++) {
            print_named(f, papers[i], (enum lang)l, &out);
            assert_null(strstr(out.p, "セカンド"));
            assert_null(strcasestr(out.p, "opinion"));
            assert_null(strstr(out.p, "相談"));
            assert_null(strcasestr(out.p, "consultation"));
            assert_null(strstr(out.p, "診療科"));
            assert_null(strcasestr(out.p, "department"));
        }
    print_named(f, "call-slip", LANG_JA, &out);
    assert_null(strstr(out.p, "花子"));
    assert_non_null(strstr(out.p, "１ ０ １"));
    buf_fini(&out);
}

static void the_appointment_slip_names_no_department(void **state)
{
    struct fixture *f = *state;
    struct buf out;

    buf_init(&out, PAPER_MAX);
    for (int l = 0; l < LANG_COUNT; l++) {
        print_named(f, "appointment-slip", (enum lang)l, &out);
        assert_null(strcasestr(out.p, "surgery")); /* the department of the fixture's appointment */
        assert_null(strstr(out.p, "診療科"));
    }
    buf_fini(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(every_paper_is_its_golden_text),
        FIXTURE_TEST(papers_are_the_same_whatever_ambiguous_characters_take),
        FIXTURE_TEST(no_line_is_wider_than_80_cells_and_no_page_longer_than_62_lines),
        FIXTURE_TEST(no_paper_holds_a_word_that_the_counter_never_uses),
        FIXTURE_TEST(english_papers_hold_no_japanese),
        FIXTURE_TEST(japanese_papers_hold_no_english),
        FIXTURE_TEST(strange_names_reach_no_paper_as_controls),
        FIXTURE_TEST(a_name_of_300_bytes_is_wrapped_and_nothing_of_it_is_lost),
        FIXTURE_TEST(variants_of_kanji_stay_as_they_were_written),
        FIXTURE_TEST(a_paper_that_does_not_fit_its_buffer_says_so),
        FIXTURE_TEST(papers_of_a_training_desk_say_so_on_every_page),
        FIXTURE_TEST(papers_for_the_house_say_so_and_no_others),
        FIXTURE_TEST(envelopes_and_call_slips_do_not_say_why),
        FIXTURE_TEST(the_appointment_slip_names_no_department),
    };

    return cmocka_run_group_tests_name("out/papers", tests, NULL, NULL);
}
