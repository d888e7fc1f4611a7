/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The short ways of drawing text (plain ASCII, kana, kanji) do what the long one does. */
#include "tests/check.h"

#include "base/base.h"
#include "text/safe.h"
#include "text/utf8.h"
#include "text/width.h"
#include "tui/grid.h"
#include "tui/list.h"

static void every_character_takes_the_cells_of_its_width(void **state)
{
    struct grid g;
    struct safe_finding found;

    (void)state;
    grid_init(&g, 1, 8);
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
        width_set_ambiguous(ambiguous);
        for (uint32_t c = 0x20; c < 0x30000; c++) {
            char one[8] = "", text[16], cell[CELL_BYTES];
            size_t n = utf8_encode(c, one);
            if (n == 0 || !safe_check(one, false, &found))
                continue;
            int w = width_char(c) > 0 ? width_char(c) : 0;
            snprintf(text, sizeof text, "x%sy", one);
            grid_clear(&g);
            int end = grid_text(&g, 0, 0, STYLE_NORMAL, text);
            if (end != 2 + w || cells_of(text) != 2 + w || !str_eq(grid_cell_text(&g, 0, 1 + w, cell), "y")
                || (w > 0 && !str_eq(grid_cell_text(&g, 0, 1, cell), one))
                || (w == 0 && (!str_starts(grid_cell_text(&g, 0, 0, cell), "x") || !str_eq(cell + 1, one))))
                fail_msg("U+%04X: %d cells, it has %d", (unsigned)c, end - 2, w);
        }
    }
    width_set_ambiguous(1);
    grid_fini(&g);
}

static void plain_runs_end_at_every_edge(void **state)
{
    static const struct {
        int col, cells, end;
        const char *text, *row;
    } cases[] = {
        { 0, 8, 8, "abcdefgh", "abcdefgh" },
        { 0, 8, 8, "abcdefghi", "abcdef.." },
        { 5, 8, 10, "abcde", "-----abc" }, /* the rest stands outside */
        { -2, 8, 3, "abcde", "cde-----" },
        { 3, 2, 5, "abc", "---..---" },
        { 1, 6, 5, "a漢b", "-a漢b---" },
    };
    struct arena a;
    struct grid g;

    (void)state;
    arena_init(&a);
    grid_init(&g, 1, 8);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        grid_fill(&g, (struct rect){ 0, 0, 1, 8 }, STYLE_NORMAL, '-');
        assert_int_equal(grid_clip(&g, 0, cases[i].col, cases[i].cells, STYLE_NORMAL, cases[i].text), cases[i].end);
        assert_string_equal(grid_row_text(&g, 0, &a), cases[i].row);
    }
    grid_fini(&g);
    arena_fini(&a);
}

static int words_count(const void *user)
{
    return *(const int *)user;
}

static int64_t words_id(const void *user, int row)
{
    (void)user;
    return row + 1;
}

static void words_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    static const char *const words[] = { "Stained slides (pathology)", "親権の書類（戸籍）", "Kept here" };

    (void)user, (void)g, (void)style;
    buf_puts(out, column == 0 ? words[row] : "x");
}

static void in_a_list_the_brackets_of_a_word_give_way_before_it_is_cut(void **state)
{
    static const struct list_column columns[] = { { .cells = 26, .cells_ja = 14, .words = true }, { .cells = 1 } };
    static const struct list_source source
        = { .columns = columns, .n_columns = 2, .count = words_count, .id = words_id, .cell = words_cell };
    int n = 3;
    struct arena a;
    struct grid g;
    struct list l;

    (void)state;
    arena_init(&a);
    grid_init(&g, 3, 40);
    list_init(&l, &source, &n);
    list_set_page(&l, 3);
    g.lang = LANG_EN;
    assert_int_equal(list_column_cells(&source, &g, 0), 26);
    list_draw(&l, &g, (struct rect){ 0, 0, 3, 40 }, true);
    assert_string_equal(grid_row_text(&g, 0, &a), ">Stained slides (pathology) x");
    grid_clear(&g);
    g.lang = LANG_JA;
    assert_int_equal(list_column_cells(&source, &g, 0), 14);
    list_draw(&l, &g, (struct rect){ 0, 0, 3, 40 }, true);
    assert_string_equal(grid_row_text(&g, 0, &a), ">Stained slides x");
    assert_string_equal(grid_row_text(&g, 1, &a), " 親権の書類     x");
    assert_string_equal(grid_row_text(&g, 2, &a), " Kept here      x");
    grid_fini(&g);
    arena_fini(&a);
}

static void rows_drawn_alone_leave_the_others_and_do_not_pile_up(void **state)
{
    struct grid g, other;
    struct arena a;
    int from, to;

    (void)state;
    arena_init(&a);
    grid_init(&g, 4, 20);
    grid_init(&other, 4, 20);
    for (int row = 0; row < 4; row++)
        grid_text(&g, row, 0, STYLE_NORMAL, "か\u3099葛\U000E0100城");
    assert_true(grid_whole(&g));
    assert_int_equal(g.n_marks, 2); /* one place for equal marks */
    grid_copy(&other, &g);
    for (int i = 0; i < 100; i++) {
        grid_clear_rows(&g, 1, 2);
        assert_int_equal(grid_text(&g, 0, 0, STYLE_NORMAL, "not here"), 8); /* passed over, but as long */
        grid_fill(&g, (struct rect){ 0, 0, 4, 2 }, STYLE_NORMAL, '#');
        grid_restyle(&g, (struct rect){ 0, 0, 4, 2 }, STYLE_ERROR);
        assert_int_equal(grid_wrap(&g, (struct rect){ 0, 2, 4, 18 }, STYLE_NORMAL, "か\u3099\n葛\U000E0100\nか\u3099\n葛"), 4);
    }
    assert_false(grid_whole(&g));
    assert_true(grid_due(&g, 0, 2) && grid_due(&g, 2, 1) && !grid_due(&g, 0, 1) && !grid_due(&g, 3, 9));
    assert_int_equal(g.n_marks, 2);
    assert_string_equal(grid_row_text(&g, 0, &a), "か\u3099葛\U000E0100城");
    assert_string_equal(grid_row_text(&g, 1, &a), "##葛\U000E0100");
    assert_string_equal(grid_row_text(&g, 2, &a), "##か\u3099");
    assert_string_equal(grid_row_text(&g, 3, &a), "か\u3099葛\U000E0100城");
    assert_false(grid_row_diff(&g, &other, 0, &from, &to));
    assert_true(grid_row_diff(&g, &other, 2, &from, &to));
    assert_int_equal(from, 0);
    assert_int_equal(to, 6); /* what goes on behind them: 城 */
    grid_clear_rows(&g, -3, 4);
    assert_string_equal(grid_row_text(&g, 0, &a), "");
    grid_clear_rows(&g, 3, 9);
    assert_string_equal(grid_row_text(&g, 3, &a), "");
    assert_string_equal(grid_row_text(&g, 1, &a), "##葛\U000E0100");
    grid_clear(&g);
    assert_true(grid_whole(&g));
    grid_fini(&g);
    grid_fini(&other);
    arena_fini(&a);
}

/* A picture with marks, wide characters and a style, on a grid that has other marks and is narrower. */
static void a_picture_is_pasted_as_it_was_drawn(void **state)
{
    struct grid g, picture;
    struct arena a;

    (void)state;
    arena_init(&a);
    grid_init(&g, 4, 12);
    grid_init(&picture, 2, 6);
    for (int row = 0; row < 4; row++)
        grid_text(&g, row, 0, STYLE_NORMAL, "か\u3099城城城城城"); /* か\u3099 is the first mark here */
    grid_text(&picture, 0, 0, STYLE_ERROR, "葛\U000E0100a\u0301b"); /* and others there */
    grid_text(&picture, 1, 2, STYLE_DIM, "山x");
    grid_paste(&g, 1, 3, &picture); /* through the middle of 城 at both sides */
    assert_string_equal(grid_row_text(&g, 0, &a), "か\u3099城城城城城");
    assert_string_equal(grid_row_text(&g, 1, &a), "か\u3099 葛\U000E0100a\u0301b   城");
    assert_string_equal(grid_row_text(&g, 2, &a), "か\u3099   山x  城");
    assert_int_equal(g.cells[1 * 12 + 3].style, STYLE_ERROR);
    assert_int_equal(g.cells[2 * 12 + 5].style, STYLE_DIM);
    assert_int_equal(g.cells[2 * 12 + 3].style, STYLE_NORMAL);
    grid_clear_rows(&g, 3, 1); /* only that is drawn now */
    grid_paste(&g, 2, 0, &picture);
    assert_string_equal(grid_row_text(&g, 2, &a), "か\u3099   山x  城");
    assert_string_equal(grid_row_text(&g, 3, &a), "  山x");
    grid_clear(&g);
    grid_paste(&g, 3, 9, &picture); /* its second row is below the grid; of its first one three columns fit */
    assert_string_equal(grid_row_text(&g, 3, &a), "         葛\U000E0100a\u0301");
    grid_paste(&g, 3, 11, &picture);
    assert_string_equal(grid_row_text(&g, 3, &a), "         葛\U000E0100");
    grid_fini(&g);
    grid_fini(&picture);
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_takes_the_cells_of_its_width),
        cmocka_unit_test(plain_runs_end_at_every_edge),
        cmocka_unit_test(in_a_list_the_brackets_of_a_word_give_way_before_it_is_cut),
        cmocka_unit_test(rows_drawn_alone_leave_the_others_and_do_not_pile_up),
        cmocka_unit_test(a_picture_is_pasted_as_it_was_drawn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
