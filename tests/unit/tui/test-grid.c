/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "base/base.h"
#include "text/width.h"
#include "tui/calendar.h"
#include "tui/grid.h"
#include "tui/list.h"
#include "tui/widget.h"
#include "text/wrap.h"

struct fixture {
    struct grid g;
    struct arena a;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);

    grid_init(&f->g, 24, 80);
    arena_init(&f->a);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;

    grid_fini(&f->g);
    arena_fini(&f->a);
    free(f);
    return 0;
}

static const char *row(struct fixture *f, int n)
{
    return grid_row_text(&f->g, n, &f->a);
}

static void text_is_cut_at_a_cell_border_with_two_dots(void **state)
{
    static const struct {
        const char *text;
        int cells;
        const char *want;
    } cases[] = {
        { "山田 太郎", 9, "山田 太郎" },
        { "山田 太郎", 8, "山田 .." },
        { "山田太郎", 7, "山田.." }, /* half of 太 would be left: a blank instead */
        { "山田太郎", 6, "山田.." },
        { "abcdef", 4, "ab.." },
        { "abcdef", 2, ".." },
        { "abcdef", 1, "." },
        { "abcdef", 0, "" },
        { "葛\U000E0100城市", 5, "葛\U000E0100.." },
        { "𠮷田", 4, "𠮷田" },
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        grid_clear(&f->g);
        int end = grid_put(&f->g, 0, 0, cases[i].cells, STYLE_NORMAL, cases[i].text);
        assert_int_equal(end, cases[i].cells);
        assert_string_equal(row(f, 0), cases[i].want);
    }
    grid_clear(&f->g);
    grid_text(&f->g, 0, 76, STYLE_NORMAL, "電話をかける");
    assert_string_equal(row(f, 0) + 76, "電..");
}

static void a_wide_character_that_is_half_overwritten_goes_whole(void **state)
{
    struct fixture *f = *state;

    grid_text(&f->g, 0, 0, STYLE_NORMAL, "山田太");
    grid_text(&f->g, 0, 1, STYLE_NORMAL, "x");
    assert_string_equal(row(f, 0), " x田太");
    grid_text(&f->g, 0, 3, STYLE_NORMAL, "森");
    assert_string_equal(row(f, 0), " x 森");
    for (int col = 0; col < 80; col++) {
        const struct cell *c = &f->g.cells[col];
        assert_true(
            c->width == 1 || c->width == 2 || (c->width == 0 && f->g.cells[col - 1].width == 2));
    }
}

static void marks_and_selectors_stay_in_their_cell(void **state)
{
    struct fixture *f = *state;

    assert_int_equal(grid_text(&f->g, 0, 0, STYLE_NORMAL, "葛\U000E0100城"), 4);
    char text[CELL_BYTES];
    assert_string_equal(grid_cell_text(&f->g, 0, 0, text), "葛\U000E0100");
    assert_int_equal(grid_text(&f->g, 1, 0, STYLE_NORMAL, "か\u3099x"), 3);
    assert_string_equal(grid_cell_text(&f->g, 1, 0, text), "か\u3099");
    /* half-width ka with its mark takes two cells */
    assert_int_equal(grid_text(&f->g, 2, 0, STYLE_NORMAL, "ｶﾞ"), 2);
}

static void controls_never_reach_the_screen(void **state)
{
    struct fixture *f = *state;

    grid_text(&f->g, 0, 0, STYLE_NORMAL, "a\033[31mb\u202Ec\u200Bd\te");
    assert_string_equal(row(f, 0), "a?[31mbcd e");
}

static void drawing_outside_changes_nothing(void **state)
{
    struct fixture *f = *state;
    struct grid tiny;

    grid_init(&tiny, 1, 1);
    grid_text(&tiny, 0, 0, STYLE_NORMAL, "山");
    grid_text(&tiny, 5, 5, STYLE_NORMAL, "x");
    grid_text(&tiny, -1, -1, STYLE_NORMAL, "xyz");
    grid_box(&tiny, (struct rect){ -2, -2, 9, 9 }, "t");
    grid_fill(&tiny, (struct rect){ 0, 0, 50, 50 }, STYLE_DIM, '#');
    grid_cursor(&tiny, 3, 3);
    assert_int_equal(tiny.cursor_row, -1);
    assert_string_equal(grid_row_text(&tiny, 0, &f->a), "#");
    grid_fini(&tiny);
}

static void numbers_stand_at_the_right(void **state)
{
    struct fixture *f = *state;

    grid_right(&f->g, 0, 0, 10, STYLE_NORMAL, "33,000");
    grid_text(&f->g, 0, 10, STYLE_NORMAL, "円");
    assert_string_equal(row(f, 0), "    33,000円");
    char wide[64];
    text_widen("33,000", wide, sizeof wide);
    assert_string_equal(wide, "３３，０００");
}

static void lines_break_where_a_reader_expects_it(void **state)
{
    static const struct {
        const char *text;
        int cells;
        const char *want; /* lines joined with | */
    } cases[] = {
        { "Consent form not yet received.", 12, "Consent form|not yet|received." },
        { "同意書が未受領です。", 18, "同意書が未受領で|す。" }, /* 。 does not begin a line */
        { "「ご本人が署名された同意書と続柄のわかる書類」", 28,
            "「ご本人が署名された同意書と|続柄のわかる書類」" },
        { "ab「山", 3, "ab|「|山" },
        { "abcdefgh", 3, "abc|def|gh" },
        { "a\n\nb", 5, "a||b" },
        { "山 x", 2, "山|x" },
    };
    struct buf lines;

    (void)state;
    buf_init(&lines, 1024);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        buf_clear(&lines);
        for (const char *s = cases[i].text; *s;) {
            size_t next, n = wrap_line(s, cases[i].cells, &next);
            if (s != cases[i].text)
                buf_putc(&lines, '|');
            buf_add(&lines, s, n);
            s += next;
        }
        assert_string_equal(lines.p, cases[i].want);
    }
    buf_fini(&lines);
}

static void wrapped_text_that_goes_on_ends_in_dots(void **state)
{
    struct fixture *f = *state;

    assert_int_equal(grid_wrap(&f->g, (struct rect){ 0, 0, 2, 10 }, STYLE_NORMAL,
                         "一二三四五六七八九十百千万億"),
        2);
    assert_string_equal(row(f, 0), "一二三四五");
    assert_string_equal(row(f, 1), "六七八九..");
    assert_int_equal(wrap_rows("一二三四五六七八九十百千万億", 10), 3);
}

static void ambiguous_characters_take_what_the_setting_says(void **state)
{
    struct fixture *f = *state;

    for (int cells = 1; cells <= 2; cells++) {
        width_set_ambiguous(cells);
        grid_clear(&f->g);
        assert_int_equal(grid_text(&f->g, 0, 0, STYLE_NORMAL, "①x"), cells + 1);
    }
    width_set_ambiguous(1);
}

static bool same_row(const struct grid *a, const struct grid *b, int at)
{
    int from, to;

    return !grid_row_diff(a, b, at, &from, &to);
}

static void rows_are_compared_with_their_marks(void **state)
{
    struct fixture *f = *state;
    struct grid other;

    grid_init(&other, 24, 80);
    grid_text(&f->g, 0, 0, STYLE_NORMAL, "葛\U000E0100");
    grid_text(&other, 0, 0, STYLE_NORMAL, "葛\U000E0101"); /* the same character, another shape */
    assert_false(same_row(&f->g, &other, 0));
    grid_copy(&other, &f->g);
    assert_true(same_row(&f->g, &other, 0));
    assert_string_equal(grid_row_text(&other, 0, &f->a), "葛\U000E0100");
    grid_clear(&f->g);
    grid_text(&f->g, 1, 0, STYLE_NORMAL, "か\u3099"); /* takes the first place of the marks */
    grid_text(&f->g, 0, 0, STYLE_NORMAL, "葛\U000E0100");
    assert_true(same_row(&f->g, &other, 0)); /* in another place now, and still the same */
    grid_copy(&other, &f->g);
    assert_string_equal(grid_row_text(&other, 1, &f->a), "か\u3099");
    assert_true(same_row(&f->g, &other, 0) && same_row(&f->g, &other, 1));
    for (int i = 0; i < 9; i++) /* more marks than a cell holds */
        grid_text(&f->g, 2, 0, STYLE_NORMAL, "e\u0301\u0302\u0303\u0304\u0305\u0306");
    assert_string_equal(grid_row_text(&f->g, 2, &f->a), "e\u0301\u0302\u0303\u0304");
    grid_fini(&other);
}

static void what_differs_in_a_row_is_found_without_halves(void **state)
{
    static const struct {
        const char *before, *after;
        int from, to;
    } cases[] = {
        { "abcdef", "abXdef", 2, 3 },
        { "山田太郎", "山森太郎", 2, 4 },
        { "山田太郎", "山xx太郎", 2, 4 },
        { "a山bc", "axybc", 1, 3 },
        { "xx山", "x山x", 1, 4 },
        { "", "x", 0, 1 },
    };
    struct fixture *f = *state;
    struct grid other;
    int from, to;

    grid_init(&other, 24, 80);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        grid_clear(&f->g);
        grid_clear(&other);
        grid_text(&other, 0, 0, STYLE_NORMAL, cases[i].before);
        grid_text(&f->g, 0, 0, STYLE_NORMAL, cases[i].after);
        assert_true(grid_row_diff(&f->g, &other, 0, &from, &to));
        assert_int_equal(from, cases[i].from);
        assert_int_equal(to, cases[i].to);
    }
    assert_false(grid_row_diff(&f->g, &other, 1, &from, &to));
    grid_fini(&other);
}

/* --- widgets */

static void the_step_bar_keeps_its_places(void **state)
{
    struct fixture *f = *state;
    struct step_item items[8]
        = { { "申込", "済11/18", STYLE_OK, false }, { "相談者", "不足2", STYLE_NEED, true },
              { "資料", "済 7点", STYLE_OK, false }, { "医師確認", "未", STYLE_DIM, false },
              { "日程", "未", STYLE_DIM, false }, { "来院", "未", STYLE_DIM, false },
              { "会計", "未", STYLE_DIM, false }, { "報告", "未", STYLE_DIM, false } };

    step_bar_draw(&f->g, (struct rect){ 0, 0, 2, 80 }, items, 8);
    assert_string_equal(
        row(f, 0), " 申込     >相談者    資料      医師確認  日程      来院      会計      報告");
    assert_string_equal(
        row(f, 1), " 済11/18   不足2     済 7点    未        未        未        未        未");
    grid_clear(&f->g);
    items[1].now = false;
    items[6].now = true;
    step_bar_draw(&f->g, (struct rect){ 0, 0, 2, 40 }, items, 8);
    assert_string_equal(row(f, 0), " ..      日程    来院   >会計    報告");
}

static void a_panel_gives_each_word_its_reason(void **state)
{
    struct fixture *f = *state;
    const struct panel_line lines[] = {
        { "済", "申込書", "11/18", NULL, STYLE_OK },
        { "不足", "相談同意書", NULL, "患者さんが同席しないため", STYLE_NEED },
        { NULL, "「ご本人が署名された同意書と続柄のわかる書類」", NULL, NULL, STYLE_NORMAL },
    };
    int shown;

    int used = panel_draw(&f->g, (struct rect){ 0, 0, 10, 30 }, lines, 3, 0, &shown);
    assert_int_equal(shown, 3);
    assert_int_equal(used, 5);
    assert_string_equal(row(f, 0), "済     申込書            11/18");
    assert_string_equal(row(f, 1), "不足   相談同意書");
    assert_string_equal(row(f, 2), ": 患者さんが同席しないため");
    assert_string_equal(row(f, 3), "「ご本人が署名された同意書と続");
    panel_draw(&f->g, (struct rect){ 0, 40, 2, 30 }, lines, 3, 0, &shown);
    assert_int_equal(shown, 1);
    grid_clear(&f->g); /* at the end the reason gives way, then the line; neither is cut */
    panel_draw(&f->g, (struct rect){ 0, 0, 2, 30 }, lines, 3, 0, &shown);
    assert_string_equal(row(f, 1), "不足   相談同意書");
    panel_draw(&f->g, (struct rect){ 3, 0, 4, 30 }, lines, 3, 0, &shown);
    assert_int_equal(shown, 2);
    assert_string_equal(row(f, 6), "");
}

static void the_parts_of_a_row_give_way_in_their_order(void **state)
{
    struct fixture *f = *state;
    const struct part parts[] = { { .text = "窓口", .priority = 2 }, { .text = "今日" },
        { .text = "訓練" }, { .text = "西川(受付)", .short_text = "西川", .priority = 4 },
        { .text = "令和8年", .priority = 3, .right = true }, { .text = "10:42", .right = true } };

    parts_draw(&f->g, 0, 0, 40, parts, 6);
    assert_string_equal(row(f, 0), "窓口 今日 訓練 西川(受付)  令和8年 10:42");
    grid_clear(&f->g);
    parts_draw(&f->g, 0, 0, 36, parts, 6);
    assert_string_equal(row(f, 0), "窓口 今日 訓練 西川    令和8年 10:42");
    grid_clear(&f->g);
    parts_draw(&f->g, 0, 0, 22, parts, 6);
    assert_string_equal(row(f, 0), "窓口 今日 訓練   10:42");
    grid_clear(&f->g);
    parts_draw(&f->g, 0, 0, 17, parts, 6);
    assert_string_equal(row(f, 0), "今日 訓練   10:42");
}

static void progress_says_how_much_is_done(void **state)
{
    static const struct {
        int64_t done, total;
        const char *want;
    } cases[] = { { 0, 200, "[>         ]   0%" }, { 90, 200, "[====>     ]  45%" },
        { 200, 200, "[==========] 100%" }, { 500, 200, "[==========] 100%" },
        { 1, 3, "[===>      ]  33%" }, { 7, 0, "[>         ]" } };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        grid_clear(&f->g);
        progress_draw(&f->g, 0, 0, 18, cases[i].done, cases[i].total);
        assert_string_equal(row(f, 0), cases[i].want);
    }
}

/* --- list */

struct people {
    int64_t ids[100];
    int n;
};

static int people_count(const void *user)
{
    return ((const struct people *)user)->n;
}

static int64_t people_id(const void *user, int row)
{
    return ((const struct people *)user)->ids[row];
}

static void people_cell(
    const void *user, int at, int column, const struct grid *g, struct buf *out, enum style *style)
{
    (void)g;
    *style = STYLE_NORMAL;
    int64_t id = ((const struct people *)user)->ids[at];
    buf_printf(out, column == 0 ? "26-%04d" : column == 1 ? "患者 %d" : "%d円", (int)id);
}

static const struct list_column people_columns[]
    = { { .title = "受付番号", .cells = 8 }, { .title = "患者", .cells = 10, .flex = true },
          { .title = "金額", .cells = 8, .align = ALIGN_RIGHT, .priority = 1 } };
static const struct list_source people_source = { .columns = people_columns,
    .n_columns = 3,
    .count = people_count,
    .id = people_id,
    .cell = people_cell,
    .empty = "だれもいません" };

static struct people people_of(int n)
{
    struct people p = { .n = n };

    for (int i = 0; i < n; i++)
        p.ids[i] = 100 + i;
    return p;
}

static void press(struct list *l, enum key_code code)
{
    list_key(l, (struct key){ .code = code });
}

static void a_list_shows_the_chosen_row_in_its_place(void **state)
{
    struct fixture *f = *state;
    struct people p = people_of(3);
    struct list l;

    list_init(&l, &people_source, &p);
    list_set_page(&l, 5);
    press(&l, K_DOWN);
    list_draw(&l, &f->g, (struct rect){ 0, 0, 6, 34 }, true);
    assert_string_equal(row(f, 0), " 受付番号 患者                金額");
    assert_string_equal(row(f, 1), " 26-0100  患者 100           100円");
    assert_string_equal(row(f, 2), ">26-0101  患者 101           101円");
    assert_int_equal(f->g.cursor_row, 2);
    grid_clear(&f->g);
    list_draw(&l, &f->g, (struct rect){ 0, 0, 6, 24 }, true); /* the amount gives way */
    assert_string_equal(row(f, 2), ">26-0101  患者 101");
    p.n = 0;
    list_reload(&l);
    grid_clear(&f->g);
    list_draw(&l, &f->g, (struct rect){ 0, 0, 6, 34 }, true);
    assert_string_equal(row(f, 1), " だれもいません");
    assert_int_equal(list_selected(&l), 0);
}

static void the_rows_above_the_chosen_one_stay_while_there_is_room(void **state)
{
    struct fixture *f = *state;
    struct people p = people_of(4);
    struct list l;

    list_init(&l, &people_source, &p); /* nobody says how many rows there are */
    for (int i = 0; i < 3; i++)
        press(&l, K_DOWN);
    list_draw(&l, &f->g, (struct rect){ 0, 0, 5, 34 }, true);
    assert_string_equal(row(f, 1), " 26-0100  患者 100           100円");
    assert_string_equal(row(f, 4), ">26-0103  患者 103           103円");
    grid_clear(&f->g);
    list_draw(&l, &f->g, (struct rect){ 0, 0, 3, 34 }, true); /* and give way where there is none */
    assert_string_equal(row(f, 2), ">26-0103  患者 103           103円");
}

static void the_choice_stays_on_its_row_when_others_come_and_go(void **state)
{
    struct people p = people_of(50);
    struct list l;

    (void)state;
    list_init(&l, &people_source, &p);
    list_set_page(&l, 10);
    assert_true(list_select(&l, 120));
    memmove(p.ids + 3, p.ids, 50 * sizeof *p.ids); /* three new ones at the top */
    p.n = 53;
    list_reload(&l);
    assert_int_equal(list_selected(&l), 120);
    assert_int_equal(l.sel, 23);
    p.n = 5; /* it is gone: stays as near as can be */
    list_reload(&l);
    assert_int_equal(l.sel, 4);
    assert_int_equal(l.top, 0);
}

static void a_list_pages_and_stops_at_its_ends(void **state)
{
    struct people p = people_of(25);
    struct list l;

    (void)state;
    list_init(&l, &people_source, &p);
    list_set_page(&l, 10);
    press(&l, K_PGDN);
    assert_int_equal(l.sel, 10);
    assert_int_equal(l.top, 10);
    press(&l, K_PGDN);
    press(&l, K_PGDN);
    assert_int_equal(l.sel, 24);
    assert_int_equal(l.top, 15);
    assert_int_equal(list_key(&l, (struct key){ .code = K_DOWN }), LIST_UNUSED);
    press(&l, K_HOME);
    assert_int_equal(list_key(&l, (struct key){ .code = K_UP }), LIST_UNUSED);
    assert_int_equal(list_key(&l, (struct key){ .code = K_ENTER }), LIST_OPEN);
    assert_int_equal(list_key(&l, key_char("n")), LIST_UNUSED);
}

static int find_number(const void *user, const char *typed)
{
    const struct people *p = user;
    char id[32];

    for (int i = 0; i < p->n; i++) {
        snprintf(id, sizeof id, "%d", (int)p->ids[i]);
        if (str_starts(id, typed))
            return i;
    }
    return -1;
}

static void typing_jumps_to_a_row_and_leaves_other_letters(void **state)
{
    struct people p = people_of(50);
    struct list_source source = people_source;
    struct list l;

    (void)state;
    source.find = find_number;
    list_init(&l, &source, &p);
    list_set_page(&l, 10);
    assert_int_equal(list_key(&l, key_char("１")), LIST_MOVED);
    list_key(&l, key_char("3"));
    assert_int_equal(list_selected(&l), 130);
    list_key(&l, key_char("7"));
    assert_int_equal(list_selected(&l), 137);
    assert_int_equal(list_key(&l, key_char("n")), LIST_UNUSED);
    press(&l, K_DOWN);
    assert_int_equal(
        list_key(&l, key_char("7")), LIST_UNUSED); /* a new search: no number begins with 7 */
}

/* --- calendar: the month of screens-ja.md 3 */

static void mark(const void *user, day d, struct day_mark *out)
{
    int y, m, dd;

    (void)user;
    day_to_ymd(d, &y, &m, &dd);
    out->word = dd % 7 == 5 || dd % 7 == 6 ? "休" : dd == 4 ? "満" : "2";
    out->sign = dd == 8 || dd == 10 ? '*' : dd == 7 ? 'x' : 0;
}

static void a_month_shows_days_signs_and_words(void **state)
{
    struct fixture *f = *state;
    struct month_calendar c = { .first = DAY_NONE, .last = DAY_NONE, .mark = mark };

    day_parse_iso("2026-12-08", &c.chosen);
    int used = calendar_draw(&c, &f->g, (struct rect){ 0, 0, 20, 30 }, "2026年12月", true);
    assert_int_equal(used, 12);
    assert_string_equal(row(f, 0), "  2026年12月");
    assert_string_equal(row(f, 1), "  Su  Mo  Tu  We  Th  Fr  Sa");
    assert_string_equal(row(f, 2), "           1   2   3   4   5");
    assert_string_equal(row(f, 3), "           2   2   2  満  休");
    assert_string_equal(row(f, 4), "   6 x 7 [*8]  9 *10  11  12");
    assert_string_equal(row(f, 10), "  27  28  29  30  31");
    calendar_key(&c, (struct key){ .code = K_DOWN });
    assert_int_equal(calendar_key(&c, (struct key){ .code = K_F7 }), CALENDAR_MOVED);
    char iso[DAY_TEXT];
    day_iso(c.chosen, iso);
    assert_string_equal(iso, "2027-01-15");
}

static void a_month_step_keeps_to_the_last_day(void **state)
{
    struct month_calendar c = { .first = DAY_NONE, .last = DAY_NONE };
    char iso[DAY_TEXT];

    (void)state;
    day_parse_iso("2027-01-31", &c.chosen);
    calendar_month(&c, 1);
    day_iso(c.chosen, iso);
    assert_string_equal(iso, "2027-02-28");
    day_parse_iso("2027-02-20", &c.last);
    calendar_month(&c, 12);
    day_iso(c.chosen, iso);
    assert_string_equal(iso, "2027-02-20");
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(text_is_cut_at_a_cell_border_with_two_dots),
        T(a_wide_character_that_is_half_overwritten_goes_whole),
        T(marks_and_selectors_stay_in_their_cell),
        T(rows_are_compared_with_their_marks),
        T(what_differs_in_a_row_is_found_without_halves),
        T(controls_never_reach_the_screen),
        T(drawing_outside_changes_nothing),
        T(numbers_stand_at_the_right),
        T(lines_break_where_a_reader_expects_it),
        T(wrapped_text_that_goes_on_ends_in_dots),
        T(ambiguous_characters_take_what_the_setting_says),
        T(the_step_bar_keeps_its_places),
        T(a_panel_gives_each_word_its_reason),
        T(the_parts_of_a_row_give_way_in_their_order),
        T(progress_says_how_much_is_done),
        T(a_list_shows_the_chosen_row_in_its_place),
        T(the_rows_above_the_chosen_one_stay_while_there_is_room),
        T(the_choice_stays_on_its_row_when_others_come_and_go),
        T(a_list_pages_and_stops_at_its_ends),
        T(typing_jumps_to_a_row_and_leaves_other_letters),
        T(a_month_shows_days_signs_and_words),
        T(a_month_step_keeps_to_the_last_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
