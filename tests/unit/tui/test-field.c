/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/tui/typed.h"

#include "tui/field.h"

static struct field *make(enum field_kind kind, int cells, int clusters)
{
    struct field_spec spec = { .kind = kind, .cells = cells, .max_clusters = clusters, .rows = 3 };

    return field_new(&spec);
}

/* Types "山<Left><Backspace>…" into a field. */
static enum field_result type(struct field *f, const char *text)
{
    enum field_result result = FIELD_UNUSED;

    while (*text)
        result = field_key(f, typed_key(&text));
    return result;
}

static enum field_result paste(struct field *f, const char *text)
{
    return field_key(f, (struct key){ .code = K_PASTE, .paste = text });
}

/* What is drawn, with | at the cursor's cell border. */
static const char *drawn(const struct field *f, int cells, struct arena *a)
{
    struct grid g;

    grid_init(&g, 4, 40);
    field_draw(f, &g, 0, 0, cells, true, STYLE_FIELD);
    struct buf out;
    buf_init(&out, 1024);
    char text_of[CELL_BYTES];
    for (int col = 0; col <= cells; col++) {
        if (col == g.cursor_col && g.cursor_row == 0)
            buf_putc(&out, '|');
        if (col < cells)
            buf_puts(&out, grid_cell_text(&g, 0, col, text_of));
    }
    const char *text = arena_strdup(a, out.p);
    buf_fini(&out);
    grid_fini(&g);
    return text;
}

static void editing_goes_by_what_people_call_a_character(void **state)
{
    /* Selectors and marks: the cases that libform corrupts (dependencies.md 1). */
    static const struct {
        const char *typed, *want;
    } cases[] = {
        { "山田太<Backspace>", "山田" }, { "山田<Home><Delete>", "田" },
        { "山田<Left><Left>森", "森山田" }, { "葛\U000E0100城<Left><Left>x", "x葛\U000E0100城" },
        { "葛\U000E0100<Backspace>", "" }, { "葛\U000E0100<Home><Delete>", "" },
        { "か\u3099x", "か\u3099x" }, { "か\u3099<Backspace>", "" },
        { "ｶﾞ<Backspace>", "ｶ" }, /* two keystrokes, two deletions */
        { "ｶﾞ<Backspace><Backspace>", "" }, { "ab<Left>c<End>d", "acbd" },
        { "a<Left><Left><Left>b", "ba" }, { "か<Home>x<End>\u3099", "xか\u3099" },
        { "👩\u200D👧<Backspace>", "👩" }, /* in a name the joiner is left out */
        { "\u1112\u1161\u11AB<Backspace>", "" }, /* jamo of one syllable */
        { "\u3099か<Home><Delete>", "か" }, /* a mark with nothing before it stands alone */
        { "\u3099<Backspace>", "" }, { "ｶﾞ<Home><Delete>", "ﾞ" },
        { "髙﨑神", "髙﨑神" }, /* nothing is normalised: U+FA19 stays */
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct field *f = make(FIELD_TEXT, 20, 0);
        type(f, cases[i].typed);
        assert_string_equal(field_text(f), cases[i].want);
        field_free(f);
    }
}

static void joined_emoji_stand_in_notes_as_one(void **state)
{
    static const struct {
        const char *typed, *want;
    } cases[] = { { "👩\u200D👧", "👩\u200D👧" }, { "👩\u200D👧<Backspace>", "" },
        { "a👩\u200D👧<Home><Right><Delete>", "a" }, { "a\u200Db", "ab" }, { "\u200D", "" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct field *f = make(FIELD_LINES, 20, 0);
        type(f, cases[i].typed);
        assert_string_equal(field_text(f), cases[i].want);
        field_clear(f);
        paste(f, "x👩\u200D👧y\u200Dz");
        assert_string_equal(field_text(f), "x👩\u200D👧yz");
        field_free(f);
    }
}

static void the_cursor_steps_over_whole_characters(void **state)
{
    struct field *f = make(FIELD_TEXT, 20, 0);

    (void)state;
    type(f, "葛\U000E0100か\u3099a");
    assert_int_equal(field_cursor_cluster(f), 3);
    type(f, "<Left><Left>");
    assert_int_equal(field_cursor_cluster(f), 1);
    type(f, "<Right>");
    assert_int_equal(field_cursor_cluster(f), 2);
    assert_int_equal(field_clusters(f), 3);
    field_free(f);
}

static void a_mark_that_joins_while_deleting_leaves_the_cursor_on_a_border(void **state)
{
    struct field *f = make(FIELD_TEXT, 20, 0);

    (void)state;
    type(f, "かx\u3099<Left><Backspace>"); /* "x" with its mark goes as one */
    assert_string_equal(field_text(f), "x\u3099");
    type(f, "<Home>か<Delete>");
    assert_string_equal(field_text(f), "か");
    field_clear(f);
    type(f, "🇯x🇵<Left><Backspace>"); /* two letters meet and are one flag */
    assert_string_equal(field_text(f), "🇯🇵");
    assert_int_equal(field_cursor_cluster(f), 1);
    type(f, "z");
    assert_string_equal(field_text(f), "🇯🇵z");
    field_free(f);
}

static void a_long_text_scrolls_by_cells_and_never_shows_half(void **state)
{
    /* libform with six cells left control bytes in the data (dependencies.md 1). */
    struct field *f = make(FIELD_TEXT, 6, 0);
    struct arena a;
    bool left, right;

    (void)state;
    arena_init(&a);
    type(f, "あいう");
    assert_string_equal(drawn(f, 6, &a), "あいう|");
    type(f, "えおかき");
    assert_string_equal(field_text(f), "あいうえおかき");
    assert_string_equal(drawn(f, 6, &a), "おかき|");
    field_hidden(f, 6, true, &left, &right);
    assert_true(left && !right);
    type(f, "<Left><Left><Left><Left>");
    assert_string_equal(drawn(f, 6, &a), "|えおか");
    type(f, "<Home>a");
    assert_string_equal(drawn(f, 6, &a), "a|あい ");
    field_hidden(f, 6, true, &left, &right);
    assert_true(!left && right);
    type(f, "<End>");
    assert_string_equal(
        drawn(f, 5, &a), " かき|"); /* odd width: a blank where half of お would be */
    field_free(f);
    arena_fini(&a);
}

static void caps_count_characters_and_bytes(void **state)
{
    struct field *f = make(FIELD_TEXT, 20, 3);
    struct field_spec bytes
        = { .kind = FIELD_TEXT, .cells = 20, .max_clusters = 10, .max_bytes = 7 };

    (void)state;
    type(f, "葛\U000E0100山");
    assert_int_equal(type(f, "田"), FIELD_EDITED);
    assert_int_equal(type(f, "x"), FIELD_FULL);
    assert_string_equal(field_text(f), "葛\U000E0100山田");
    assert_true(field_full(f));
    field_set(f, "一二三四五");
    assert_string_equal(field_text(f), "一二三");
    field_clear(f);
    assert_int_equal(paste(f, "一二三四五"), FIELD_EDITED);
    assert_string_equal(field_text(f), "一二三");
    assert_true(field_full(f)); /* a part did not fit, and the screen says so */
    field_clear(f);
    paste(f, "一二三");
    assert_false(field_full(f));
    field_free(f);
    f = field_new(&bytes);
    type(f, "山田x");
    assert_int_equal(type(f, "y"), FIELD_FULL);
    field_set(f, "山田太郎");
    assert_string_equal(field_text(f), "山田");
    field_free(f);
    f = make(FIELD_TEXT, 20, 2);
    type(f, "かき");
    assert_int_equal(type(f, "\u3099"), FIELD_EDITED); /* joins き: still two */
    field_free(f);
}

static void undo_and_redo_go_by_what_was_typed_in_a_row(void **state)
{
    struct field *f = make(FIELD_TEXT, 20, 0);

    (void)state;
    type(f, "山田<Home>森");
    type(f, "<Ctrl+Z>");
    assert_string_equal(field_text(f), "山田");
    type(f, "<Ctrl+Z>");
    assert_string_equal(field_text(f), "");
    assert_int_equal(type(f, "<Ctrl+Z>"), FIELD_UNUSED);
    type(f, "<Ctrl+Y><Ctrl+Y>");
    assert_string_equal(field_text(f), "森山田");
    type(f, "<Alt+Z>"); /* the second route */
    assert_string_equal(field_text(f), "山田");
    type(f, "<Alt+Y>");
    assert_string_equal(field_text(f), "森山田");
    type(f, "<Ctrl+Z>林"); /* what is typed after an undo is the new way; the old one is gone */
    assert_int_equal(type(f, "<Ctrl+Y>"), FIELD_UNUSED);
    assert_string_equal(field_text(f), "林山田");
    type(f, "<Ctrl+Z>森");
    field_clear(f);
    assert_true(field_undo(f));
    assert_string_equal(field_text(f), "森山田");
    for (int i = 0; i < 200; i++)
        type(f, i % 2 ? "<Home>x" : "<End>y");
    for (int i = 0; i < 300; i++)
        field_undo(f);
    assert_true(field_redo(f));
    field_free(f);
}

static void a_secret_shows_dots_and_has_no_undo(void **state)
{
    struct field *f = make(FIELD_SECRET, 10, 0);
    struct arena a;

    (void)state;
    arena_init(&a);
    type(f, "ひみつa");
    assert_string_equal(drawn(f, 10, &a), "****|      ");
    assert_false(field_undo(f));
    field_free(f);
    arena_fini(&a);
}

static void full_width_digits_and_letters_are_folded_where_meant(void **state)
{
    static const struct {
        enum field_kind kind;
        const char *typed, *want;
    } cases[] = {
        { FIELD_NUMBER, "１２３", "123" },
        { FIELD_NUMBER, "1a2-3", "123" },
        { FIELD_YEN, "４０，０００円", "40000" },
        { FIELD_DATE, "Ｒ８．４．１", "R8.4.1" },
        { FIELD_DATE, "令和８年４月１日", "令和8年4月1日" },
        { FIELD_TIME, "９：３０", "9:30" },
        { FIELD_CODE, "０９０－１２３４", "090-1234" },
        { FIELD_CODE, "山1", "1" },
        { FIELD_TEXT, "１号室Ａ", "１号室Ａ" }, /* a text stays as it was typed */
        { FIELD_KANA, "ﾔﾏﾀﾞ", "ﾔﾏﾀﾞ" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct field *f = make(cases[i].kind, 20, 20);
        type(f, cases[i].typed);
        assert_string_equal(field_text(f), cases[i].want);
        field_free(f);
    }
}

static void a_letter_that_a_kind_does_not_take_is_left_for_commands(void **state)
{
    static const enum field_kind kinds[] = { FIELD_NUMBER, FIELD_YEN, FIELD_TIME, FIELD_CHOICE };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        struct field *f = make(kinds[i], 20, 0);
        assert_int_equal(type(f, "n"), FIELD_UNUSED);
        assert_int_equal(type(f, "<F5>"), FIELD_UNUSED);
        assert_int_equal(type(f, "<Alt+L>"), FIELD_UNUSED);
        field_free(f);
    }
    struct field *f = make(FIELD_TEXT, 20, 0);
    assert_int_equal(type(f, "n"), FIELD_EDITED);
    field_free(f);
}

static void pasted_lines_become_one_line(void **state)
{
    static const struct {
        enum field_kind kind;
        const char *pasted, *want;
    } cases[] = {
        { FIELD_TEXT, "山田\n太郎\n", "山田 太郎" },
        { FIELD_TEXT, "\n\na\t\tb", "a b" },
        { FIELD_LINES, "a\nb", "a\nb" },
        { FIELD_NUMBER, " 12,345\n", "12345" },
        { FIELD_NUMBER, "12\n345\t6", "123456" },
        { FIELD_TEXT, "a\u202Eb\u200Bc", "abc" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct field *f = make(cases[i].kind, 20, 0);
        paste(f, cases[i].pasted);
        assert_string_equal(field_text(f), cases[i].want);
        field_undo(f); /* a paste is one step */
        assert_string_equal(field_text(f), "");
        field_free(f);
    }
}

static void amounts_stand_at_the_right_with_separators(void **state)
{
    struct field *f = make(FIELD_YEN, 10, 0);
    struct arena a;

    (void)state;
    arena_init(&a);
    type(f, "40000");
    assert_string_equal(drawn(f, 10, &a), "    40,000|");
    type(f, "<Left><Left><Left>1");
    assert_string_equal(field_text(f), "401000");
    assert_string_equal(drawn(f, 10, &a), "   401,|000");
    field_free(f);
    arena_fini(&a);
}

static const struct choice yes_no[]
    = { { "1", "yes", "はい" }, { "2", "no", "いいえ" }, { "a", "ask", "聞く" }, { 0 } };

static void a_choice_is_made_by_digit_letter_or_arrow(void **state)
{
    struct field_spec spec = { .kind = FIELD_CHOICE, .cells = 10, .choices = yes_no };
    struct field *f = field_new(&spec);
    struct arena a;

    (void)state;
    arena_init(&a);
    assert_int_equal(type(f, "２"), FIELD_EDITED); /* with the IME on */
    assert_string_equal(field_text(f), "no");
    assert_string_equal(drawn(f, 10, &a), "|2 いいえ  ");
    type(f, "A");
    assert_string_equal(field_text(f), "ask");
    type(f, "<Right>");
    assert_string_equal(field_text(f), "yes");
    type(f, "<Left>");
    assert_string_equal(field_text(f), "ask");
    assert_int_equal(type(f, "9"), FIELD_UNUSED);
    type(f, "<Backspace>");
    assert_true(field_empty(f));
    field_set(f, "maybe");
    assert_true(field_empty(f));
    type(f, "<Ctrl+Z>1<Ctrl+Z>");
    assert_true(field_empty(f));
    field_free(f);
    arena_fini(&a);
}

static void leaving_a_field_makes_kana_full_width_and_times_whole(void **state)
{
    static const struct {
        enum field_kind kind;
        const char *typed, *want;
    } cases[] = { { FIELD_KANA, "ﾔﾏﾀﾞ はなこ", "ヤマダ ハナコ" }, { FIELD_TIME, "905", "09:05" },
        { FIELD_TIME, "９時半", "09:30" }, { FIELD_TIME, "午後2時5分", "14:05" }, { FIELD_TIME, "9時半ごろ", "9時半ごろ" },
        { FIELD_TIME, "9:5", "9:5" }, { FIELD_TEXT, "はなこ", "はなこ" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct field *f = make(cases[i].kind, 20, 0);
        type(f, cases[i].typed);
        field_leave(f);
        assert_string_equal(field_text(f), cases[i].want);
        field_free(f);
    }
}

static void several_lines_wrap_and_the_cursor_moves_between_them(void **state)
{
    struct field *f = make(FIELD_LINES, 10, 0); /* 10 cells, 3 rows */
    struct grid g;
    struct arena a;

    (void)state;
    arena_init(&a);
    grid_init(&g, 4, 12);
    type(f, "一二三四五六七<Alt+Enter>abc");
    field_draw(f, &g, 0, 0, 0, true, STYLE_FIELD);
    assert_string_equal(grid_dump(&g, &a), "一二三四五\n六七\nabc\n\n");
    assert_int_equal(g.cursor_row, 2);
    assert_int_equal(g.cursor_col, 3);
    type(f, "<Up>");
    field_draw(f, &g, 0, 0, 0, true, STYLE_FIELD);
    assert_int_equal(g.cursor_row, 1);
    assert_int_equal(g.cursor_col, 2); /* never inside a character */
    type(f, "<Up><Home>");
    assert_int_equal(type(f, "<Up>"), FIELD_UNUSED);
    type(f, "<End><Alt+Enter>d<Alt+Enter>");
    grid_clear(&g);
    field_draw(f, &g, 0, 0, 0, true, STYLE_FIELD);
    assert_string_equal(grid_dump(&g, &a), "abc\nd\n\n\n");
    assert_int_equal(g.cursor_row, 2);
    assert_int_equal(g.cursor_col, 0);
    type(f, "a  "); /* blanks at the end are seen by the cursor */
    field_draw(f, &g, 0, 0, 0, true, STYLE_FIELD);
    assert_int_equal(g.cursor_col, 3);
    grid_fini(&g);
    field_free(f);
    arena_fini(&a);
}

static void any_mix_of_keys_keeps_text_and_cursor_whole(void **state)
{
    /* A fixed sequence of 20,000 keys over characters of every kind; the sanitizer build watches
     * memory. */
    static const char *const keys[] = { "山", "葛", "\U000E0100", "か", "\u3099", "ｶ", "ﾞ", "a",
        "👨", "\u200D", "👩", "é", "<Left>", "<Right>", "<Home>", "<End>", "<Backspace>", "<Delete>",
        "<Ctrl+Z>", "<Ctrl+Y>", "<Up>", "<Down>", "<Alt+Enter>", "。" };
    static const enum field_kind kinds[] = { FIELD_TEXT, FIELD_LINES, FIELD_SECRET, FIELD_KANA };
    uint32_t random = 2463534242u;

    (void)state;
    for (size_t kind = 0; kind < COUNT_OF(kinds); kind++) {
        struct field *f = make(kinds[kind], 7, 30);
        struct grid g;
        grid_init(&g, 5, 9);
        for (int i = 0; i < 5000; i++) {
            random = random * 1664525u + 1013904223u;
            type(f, keys[(random >> 8) % COUNT_OF(keys)]);
            assert_true(field_clusters(f) <= 30);
            assert_true(field_cursor_cluster(f) <= field_clusters(f));
            grid_clear(&g);
            field_draw(f, &g, 1, 1, 0, true, STYLE_FIELD);
            assert_in_range(g.cursor_row, 1, 3);
            assert_in_range(g.cursor_col, 1, 8);
        }
        grid_fini(&g);
        field_free(f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(editing_goes_by_what_people_call_a_character),
        cmocka_unit_test(joined_emoji_stand_in_notes_as_one),
        cmocka_unit_test(the_cursor_steps_over_whole_characters),
        cmocka_unit_test(a_mark_that_joins_while_deleting_leaves_the_cursor_on_a_border),
        cmocka_unit_test(a_long_text_scrolls_by_cells_and_never_shows_half),
        cmocka_unit_test(caps_count_characters_and_bytes),
        cmocka_unit_test(undo_and_redo_go_by_what_was_typed_in_a_row),
        cmocka_unit_test(a_secret_shows_dots_and_has_no_undo),
        cmocka_unit_test(full_width_digits_and_letters_are_folded_where_meant),
        cmocka_unit_test(a_letter_that_a_kind_does_not_take_is_left_for_commands),
        cmocka_unit_test(pasted_lines_become_one_line),
        cmocka_unit_test(amounts_stand_at_the_right_with_separators),
        cmocka_unit_test(a_choice_is_made_by_digit_letter_or_arrow),
        cmocka_unit_test(leaving_a_field_makes_kana_full_width_and_times_whole),
        cmocka_unit_test(several_lines_wrap_and_the_cursor_moves_between_them),
        cmocka_unit_test(any_mix_of_keys_keeps_text_and_cursor_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
