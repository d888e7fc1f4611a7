/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/tui/typed.h"

#include "tui/form.h"

static const struct choice who[]
    = { { "1", "patient", "Patient" }, { "2", "family", "Family" }, { 0 } };

static const struct form_field fields[] = {
    { .id = "who",
        .label = "Comes",
        .kind = FIELD_CHOICE,
        .cells = 10,
        .choices = who,
        .help = "Who comes." },
    { .id = "name", .label = "Name", .kind = FIELD_TEXT, .cells = 12, .help = "As on the card." },
    { .id = "kin",
        .label = "Kin",
        .kind = FIELD_TEXT,
        .cells = 6,
        .help = "Relation.",
        .flags = FORM_SAME_ROW },
    { .id = "kana", .label = "Kana", .kind = FIELD_KANA, .cells = 12, .help = "Reading." },
    { .row = ROW_SECTION, .label = "Consent" },
    { .id = "received", .label = "Received", .kind = FIELD_DATE, .cells = 10, .help = "When." },
    { .id = "paid",
        .label = "Paid",
        .kind = FIELD_YEN,
        .cells = 8,
        .unit = "yen",
        .help = "How much." },
    { .row = ROW_GAP },
    { .id = "seen",
        .label = "Seen by",
        .kind = FIELD_TEXT,
        .cells = 10,
        .flags = FORM_READONLY,
        .help = "Who saw it." },
    { .id = "secret", .label = "Secret", .kind = FIELD_SECRET, .cells = 10, .help = "Yours." },
    { .id = "memo",
        .label = "Memo",
        .kind = FIELD_LINES,
        .cells = 30,
        .rows = 2,
        .help = "Anything." },
    { .id = "last", .label = "Last", .kind = FIELD_TEXT, .cells = 0, .help = "The last one." },
};

struct heard {
    struct buf changed, left;
    bool hide_kana;
};

static void on_changed(void *user, struct form *f, const char *id)
{
    (void)f;
    buf_printf(&((struct heard *)user)->changed, "%s ", id);
}

static void on_left(void *user, struct form *f, const char *id)
{
    (void)f;
    buf_printf(&((struct heard *)user)->left, "%s ", id);
}

static void echo(
    const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    (void)user;
    (void)g;
    if (str_eq(id, "received") && *form_get(f, id))
        buf_printf(out, "(%s)", form_get(f, id));
}

static bool shortcut(void *user, const struct form *f, const char *id, struct key k,
    const char *text, struct buf *out)
{
    (void)user;
    (void)f;
    if (str_eq(id, "paid") && str_eq(k.text, "="))
        buf_puts(out, "33000");
    else if (str_eq(id, "paid") && str_eq(k.text, "m") && *text)
        buf_printf(out, "%s0000", text);
    else
        return false;
    return true;
}

static bool asked(const void *user, const struct form *f, const char *id)
{
    (void)f;
    return !((const struct heard *)user)->hide_kana || !str_eq(id, "kana");
}

static const struct form_def def = { .id = "test",
    .version = 2,
    .fields = fields,
    .n = COUNT_OF(fields),
    .label_cells = 10,
    .changed = on_changed,
    .left = on_left,
    .echo = echo,
    .shortcut = shortcut,
    .asked = asked };

struct fixture {
    struct heard heard;
    struct form *form;
    struct arena a;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);

    buf_init(&f->heard.changed, 4096);
    buf_init(&f->heard.left, 4096);
    arena_init(&f->a);
    f->form = form_new(&def, &f->heard);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;

    form_free(f->form);
    buf_fini(&f->heard.changed);
    buf_fini(&f->heard.left);
    arena_fini(&f->a);
    free(f);
    return 0;
}

static enum form_result type(struct form *form, const char *text)
{
    enum form_result result = FORM_UNUSED;

    while (*text)
        result = form_key(form, typed_key(&text));
    return result;
}

static const char *drawn(struct fixture *f, struct grid *g, int rows, int cols)
{
    grid_init(g, rows, cols);
    form_draw(f->form, g, (struct rect){ 0, 0, rows, cols }, true);
    return grid_dump(g, &f->a);
}

static void a_form_is_drawn_from_its_table(void **state)
{
    struct fixture *f = *state;
    struct grid g;

    form_set(f->form, "seen", "西川");
    type(f->form, "2<Enter>渡邉 由美<Enter>長女<Enter><Enter>R8.4.1<Enter>33000");
    assert_string_equal(drawn(f, &g, 12, 60),
        "Comes     [2 Family  ] 1 Patient  2 Family\n"
        "Name      [渡邉 由美   ] Kin [長女  ]\n"
        "Kana      [            ]\n"
        "-- Consent -------------------------------------------------\n"
        "Received  [R8.4.1    ] (R8.4.1)\n"
        "Paid      [  33,000] yen\n"
        "\n"
        "Seen by    西川\n"
        "Secret    [          ]\n"
        "Memo      [                              ]\n"
        "          [                              ]\n"
        "Last      [                                                ]\n");
    assert_int_equal(g.cursor_row, 5);
    assert_int_equal(g.cursor_col, 19);
    grid_fini(&g);
}

static void enter_tab_and_arrows_move_through_the_fields(void **state)
{
    static const struct {
        const char *key, *focus;
    } walk[] = { { "<Enter>", "name" }, { "<Tab>", "kin" }, { "<Down>", "kana" },
        { "<Down>", "received" }, { "<Enter>", "paid" }, { "<Enter>", "secret" },
        { "<Up>", "paid" }, { "<Shift+Tab>", "received" }, { "<Up>", "kana" }, { "<Up>", "name" },
        { "<Tab>", "kin" }, { "<Up>", "who" }, { "<Shift+Tab>", "who" } };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(walk); i++) {
        type(f->form, walk[i].key);
        assert_string_equal(form_focus(f->form), walk[i].focus);
    }
    assert_int_equal(type(f->form, "<Up>"), FORM_UNUSED);
    form_set_focus(f->form, "last");
    assert_int_equal(type(f->form, "<Enter>"), FORM_END);
    assert_int_equal(type(f->form, "<F12>"), FORM_UNUSED);
    assert_string_equal(form_help(f->form), "The last one.");
}

static void a_field_that_is_not_asked_is_skipped(void **state)
{
    struct fixture *f = *state;

    f->heard.hide_kana = true;
    form_set_focus(f->form, "kin");
    type(f->form, "<Enter>");
    assert_string_equal(form_focus(f->form), "received");
    type(f->form, "<Shift+Tab>");
    assert_string_equal(form_focus(f->form), "kin");
}

static void an_error_marks_its_field_and_takes_the_cursor_there(void **state)
{
    struct fixture *f = *state;
    struct err err = ERR_INIT, other = ERR_INIT;
    struct grid g;

    err_set(&err, ERR_RULE, "received", "Not yet.", NULL);
    err_set(&other, ERR_RULE, "elsewhere", "No.", NULL);
    assert_false(form_mark_error(f->form, &other));
    assert_true(form_mark_error(f->form, &err));
    assert_string_equal(form_focus(f->form), "received");
    assert_non_null(strstr(drawn(f, &g, 12, 60), "Received !["));
    grid_fini(&g);
    type(f->form, "4/1"); /* mending it takes the mark away */
    assert_null(strstr(drawn(f, &g, 12, 60), "!["));
    grid_fini(&g);
}

static void a_refused_secret_is_emptied_with_those_below_it(void **state)
{
    static const struct form_field three[] = {
        { .id = "old", .label = "Old", .kind = FIELD_SECRET, .cells = 10, .help = "Old." },
        { .id = "fresh", .label = "New", .kind = FIELD_SECRET, .cells = 10, .help = "New." },
        { .id = "again", .label = "Again", .kind = FIELD_SECRET, .cells = 10, .help = "Again." },
    };
    static const struct form_def secrets = { .id = "secrets", .version = 1, .fields = three, .n = COUNT_OF(three) };
    struct form *f = form_new(&secrets, *state);
    struct err err = ERR_INIT;

    type(f, "one<Enter>two<Enter>three");
    err_set(&err, ERR_INPUT, "fresh", "Too short.", NULL);
    assert_true(form_mark_error(f, &err));
    assert_string_equal(form_focus(f), "fresh");
    type(f, "four");
    assert_string_equal(form_get(f, "old"), "one");
    assert_string_equal(form_get(f, "fresh"), "four"); /* not "twofour", which nobody sees */
    assert_string_equal(form_get(f, "again"), "");
    form_free(f);
}

static void changes_are_told_key_by_key_and_when_the_cursor_leaves(void **state)
{
    struct fixture *f = *state;

    type(f->form, "1<Enter>ab<Enter><Enter>ﾊﾅｺ<Enter>");
    assert_string_equal(f->heard.changed.p, "who name name kana kana kana kana ");
    assert_string_equal(f->heard.left.p, "who name kana ");
    assert_string_equal(form_get(f->form, "kana"), "ハナコ");
    form_set_focus(f->form, "last");
    buf_clear(&f->heard.left);
    assert_int_equal(type(f->form, "x<Enter>"), FORM_END); /* also where there is no next field */
    assert_string_equal(f->heard.left.p, "last ");
    assert_int_equal(type(f->form, "y<Tab>"), FORM_END);
    assert_string_equal(f->heard.left.p, "last last ");
}

static void shortcuts_stand_for_amounts(void **state)
{
    struct fixture *f = *state;

    form_set_focus(f->form, "paid");
    type(f->form, "＝");
    assert_string_equal(form_get(f->form, "paid"), "33000");
    form_edit(f->form, "paid", "");
    type(f->form, "4m");
    assert_string_equal(form_get(f->form, "paid"), "40000");
    assert_int_equal(type(f->form, "n"), FORM_UNUSED);
}

static void only_what_was_typed_is_dirty(void **state)
{
    struct fixture *f = *state;

    form_set(f->form, "name", "森");
    assert_false(form_dirty(f->form));
    form_set_focus(f->form, "name");
    type(f->form, "x");
    assert_true(form_field_dirty(f->form, "name"));
    assert_false(form_field_dirty(f->form, "kin"));
    type(f->form, "<Backspace>");
    assert_false(form_dirty(f->form));
    type(f->form, "y");
    form_set_clean(f->form);
    assert_false(form_dirty(f->form));
}

static void clearing_the_form_can_be_undone_at_once(void **state)
{
    struct fixture *f = *state;

    form_set(f->form, "seen", "西川");
    form_set(f->form, "memo", "診察券あり");
    type(f->form, "1<Enter>森<Enter>娘");
    form_edit(f->form, "memo", "なし");
    form_clear(f->form);
    assert_string_equal(form_get(f->form, "name"), "");
    assert_string_equal(form_get(f->form, "seen"), "西川");
    assert_string_equal(form_get(f->form, "memo"), "診察券あり"); /* what stood there before anybody typed */
    assert_false(form_dirty(f->form));
    assert_string_equal(form_focus(f->form), "who");
    type(f->form, "<Ctrl+Z>");
    assert_string_equal(form_get(f->form, "name"), "森");
    assert_string_equal(form_get(f->form, "kin"), "娘");
    assert_string_equal(form_get(f->form, "who"), "patient");
}

static void a_draft_brings_back_what_was_typed(void **state)
{
    struct fixture *f = *state;
    struct buf draft;
    struct err err = ERR_INIT;
    int skipped = -1;

    buf_init(&draft, 4096);
    type(f->form, "2<Enter>葛\U000E0100城 \\n=x");
    form_set_focus(f->form, "paid");
    type(f->form, "5000<Enter>geheim<Enter>一行<Alt+Enter>二行");
    form_save(f->form, &draft);
    assert_string_equal(draft.p,
        "form test 2\nwho=family\nname=葛\U000E0100城 \\\\n=x\nmemo=一行\\n二行\n"); /* neither
                                                                                        money nor
                                                                                        secret */
    struct form *again = form_new(&def, &f->heard);
    assert_true(form_load(again, draft.p, &skipped, &err));
    assert_int_equal(skipped, 0);
    assert_string_equal(form_get(again, "name"), "葛\U000E0100城 \\n=x");
    assert_string_equal(form_get(again, "memo"), "一行\n二行");
    assert_true(form_dirty(again));
    assert_true(
        form_load(again, "form test 2\nwho=nobody\ngone=1\nrubbish\nkin=娘", &skipped, &err));
    assert_int_equal(skipped, 3);
    assert_string_equal(form_get(again, "kin"), "娘");
    assert_false(form_load(again, "form test 1\nkin=x\n", &skipped, &err));
    assert_int_equal(err.kind, ERR_INPUT);
    form_free(again);
    buf_fini(&draft);
}

static void a_form_longer_than_its_place_scrolls_to_the_cursor(void **state)
{
    struct fixture *f = *state;
    struct grid g;

    form_set_focus(f->form, "paid");
    assert_string_equal(drawn(f, &g, 5, 40),
        "Kana      [            ]               ^\n"
        "-- Consent -----------------------------\n"
        "Received  [          ]\n"
        "Paid      [        ] yen\n"
        "                                       v\n");
    assert_int_equal(g.cursor_row, 3);
    grid_fini(&g);
    form_set_focus(f->form, "last");
    const char *text = drawn(f, &g, 5, 50);
    assert_non_null(strstr(text, "Last      ["));
    assert_null(strstr(text, "v\n"));
    grid_fini(&g);
}

static void the_gate_names_what_is_wrong_with_a_table(void **state)
{
    static const struct choice wide[]
        = { { "1", "a", "Much too long a word" }, { "1", "b", "B" }, { 0 } };
    static const struct form_field bad[] = {
        { .id = "one",
            .label = "A label that is long",
            .kind = FIELD_TEXT,
            .cells = 10,
            .help = "x" },
        { .id = "one", .label = "Same", .kind = FIELD_TEXT, .cells = 10 },
        { .id = "ch",
            .label = "Choice",
            .kind = FIELD_CHOICE,
            .cells = 10,
            .choices = wide,
            .help = "x",
            .flags = FORM_NO_OPTIONS },
        { .id = "far", .label = "Far", .kind = FIELD_TEXT, .cells = 70, .help = "x" },
    };
    static const struct form_def bad_def
        = { .id = "bad", .fields = bad, .n = COUNT_OF(bad), .label_cells = 10 };
    struct buf problems;

    (void)state;
    buf_init(&problems, 4096);
    assert_false(form_check(&bad_def, NULL, 80, &problems));
    assert_string_equal(problems.p,
        "one: label \"A label that is long\" needs 20 cells, has 9\n"
        "one: has no help\n"
        "one: id is there twice\n"
        "ch: choice \"Much too long a word\" needs 22 cells, has 10\n"
        "ch: choice 1 is there twice\n"
        "far: ends at column 82 of 80\n");
    buf_clear(&problems);
    assert_true(form_check(&def, NULL, 80, &problems));
    buf_fini(&problems);
}

static void assert_key_rows(struct form *f, const char *key, int row, int rows)
{
    struct key k = key_char(key);
    int from = -1, n = -1;

    if (strlen(key) > 1)
        assert_true(key_parse(key, &k));
    form_key(f, k);
    assert_true(form_key_rows(f, (struct rect){ 3, 0, 20, 60 }, &from, &n));
    assert_int_equal(from, row);
    assert_int_equal(n, rows);
}

static void a_key_names_the_rows_that_it_changed(void **state)
{
    struct fixture *f = *state;
    int row, rows;

    form_set_focus(f->form, "name");
    assert_key_rows(f->form, "a", 4, 1);
    assert_key_rows(f->form, "Left", 4, 1);
    assert_key_rows(f->form, "Up", 3, 2); /* the field that is left and the one that is entered */
    assert_key_rows(f->form, "2", 3, 1);
    form_set_focus(f->form, "memo");
    assert_key_rows(f->form, "b", 12, 2);
    form_clear(f->form);
    assert_key_rows(f->form, "Ctrl+Z", 3, 11); /* brings all back, from the first to the memo's last row */
    form_set_focus(f->form, "received");
    form_key(f->form, (struct key){ .code = K_DOWN });
    assert_false(form_key_rows(f->form, (struct rect){ 0, 0, 5, 60 }, &row, &rows)); /* scrolled */
}

/* Any keys, in places of any height: drawn again in those rows alone, the form looks as if drawn whole. */
static void what_a_key_does_not_name_stays_as_it_was(void **state)
{
    static const char *const keys[] = { "Down", "Down", "Up", "Tab", "Shift+Tab", "Enter", "1", "2", "a", "か", "ｶ", "9", "5", "=",
        "m", "Left", "Backspace", "Ctrl+Z", "Home", "Space", "Alt+Enter" };
    struct fixture *f = *state;
    struct grid some, whole;
    uint32_t seed = 7;
    int few = 0, from, to;

    grid_init(&some, 14, 60);
    grid_init(&whole, 14, 60);
    for (int i = 0; i < 4000; i++) {
        struct rect at = { 1, 0, i / 100 % 2 ? 12 : 4 + i / 200 % 8, 60 };
        struct key k = key_char(keys[seed % COUNT_OF(keys)]);
        int row, rows;
        grid_clear(&some);
        form_draw(f->form, &some, at, true);
        if (strlen(keys[seed % COUNT_OF(keys)]) > 1 && (unsigned char)*keys[seed % COUNT_OF(keys)] < 0x80)
            assert_true(key_parse(keys[seed % COUNT_OF(keys)], &k));
        seed = seed * 1664525U + 1013904223U;
        seed ^= seed >> 16;
        if (i % 50 == 49)
            form_clear(f->form);
        else if (form_key(f->form, k) != FORM_UNUSED && form_key_rows(f->form, at, &row, &rows)) {
            few += rows < at.rows;
            grid_clear_rows(&some, row, rows);
            form_draw(f->form, &some, at, true);
            grid_clear(&whole);
            form_draw(f->form, &whole, at, true);
            for (int r = 0; r < 14; r++)
                assert_false(grid_row_diff(&some, &whole, r, &from, &to));
            assert_int_equal(some.cursor_row, whole.cursor_row);
            assert_int_equal(some.cursor_col, whole.cursor_col);
        }
    }
    assert_true(few > 1000);
    grid_fini(&some);
    grid_fini(&whole);
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(a_form_is_drawn_from_its_table),
        T(enter_tab_and_arrows_move_through_the_fields),
        T(a_field_that_is_not_asked_is_skipped),
        T(an_error_marks_its_field_and_takes_the_cursor_there),
        T(a_refused_secret_is_emptied_with_those_below_it),
        T(changes_are_told_key_by_key_and_when_the_cursor_leaves),
        T(shortcuts_stand_for_amounts),
        T(only_what_was_typed_is_dirty),
        T(clearing_the_form_can_be_undone_at_once),
        T(a_draft_brings_back_what_was_typed),
        T(a_form_longer_than_its_place_scrolls_to_the_cursor),
        T(a_key_names_the_rows_that_it_changed),
        T(what_a_key_does_not_name_stays_as_it_was),
        T(the_gate_names_what_is_wrong_with_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
