/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toolkit on a real terminal: what is seen, what is sent, how it ends. */
#include <signal.h>

#include "tests/e2e/pty.h"

static const char *path_in_build(const char *name, char *out, size_t size)
{
    const char *top = getenv("top_builddir");

    snprintf(out, size, "%s/%s", top ? top : ".", name);
    return out;
}

/* Starts the demo with up to two options and environment changes, wide enough for a sentence on one
 * row when wide. */
static struct pty *start_wide(
    bool wide, const char *option, const char *other, const char *const *more)
{
    struct pty_options o = { .rows = 24, .cols = wide ? 132 : 80 };
    char program[512], catalogue[512], entry[600];
    const char *env[8] = { NULL };
    const char *const argv[] = { path_in_build("tests/e2e/demo", program, sizeof program),
        option ? option : "-", other, NULL };
    int n = 0;

    snprintf(
        entry, sizeof entry, "DEMO_MO=%s", path_in_build("po/ja.gmo", catalogue, sizeof catalogue));
    env[n++] = entry;
    while (more && *more && n < 7)
        env[n++] = *more++;
    o.env = env;
    return pty_start(&o, argv);
}

static struct pty *start_with(const char *option, const char *other, const char *const *more)
{
    return start_wide(false, option, other, more);
}

/* Starts it and waits until the whole first screen has come: the cursor is moved last. */
static struct pty *start(const char *option)
{
    struct pty *p = start_with(option, NULL, NULL);

    pty_wait_text(p, ">26-0001");
    pty_wait_text(p, "F12");
    pty_wait_cursor(p, 2, 0);
    return p;
}

static void quit(struct pty *p)
{
    pty_keys(p, "Ctrl+T", "Alt+Q");
    assert_int_equal(pty_wait_exit(p), 0);
    assert_true(pty_has(p, "end quit"));
    pty_free(p);
}

static void open_form(struct pty *p)
{
    pty_keys(p, "n");
    pty_wait_gone(p, "26-0001");
    pty_wait_cursor(p, 2, 14);
}

static void wide_characters_and_variants_stand_in_their_cells(void **state)
{
    struct pty *p = start(NULL);
    bool visible;
    int row, col;

    (void)state;
    pty_wait_text(p, "葛\U000E0100城 太郎");
    row = pty_find_row(p, "葛\U000E0100城 太郎");
    assert_int_equal(pty_cell(p, row, 10).width, 2);
    assert_string_equal(pty_cell(p, row, 10).text, "葛\U000E0100");
    assert_int_equal(pty_cell(p, row, 11).width, 0);
    assert_string_equal(pty_cell(p, row, 12).text, "城");
    row = pty_find_row(p, "𠮷田");
    assert_string_equal(pty_cell(p, row, 10).text, "𠮷");
    assert_int_equal(pty_cell(p, row, 10).width, 2);
    pty_cursor(p, &row, &col, &visible);
    assert_true(visible && row == 2 && col == 0);
    assert_true(pty_alternate(p) && pty_bracketed(p));
    quit(p);
}

static void names_are_edited_by_whole_characters(void **state)
{
    struct pty *p = start(NULL);

    (void)state;
    open_form(p);
    pty_text(p, "葛\U000E0100城ｶﾞ");
    pty_wait_cursor(p, 2, 20);
    pty_keys(p, "Backspace");
    pty_wait_text(p, "[葛\U000E0100城ｶ  "); /* mark by mark */
    pty_keys(p, "Home", "x");
    pty_wait_text(p, "[x葛\U000E0100城ｶ ");
    pty_keys(p, "Delete");
    pty_wait_text(p, "[x城ｶ ");
    pty_wait_cursor(p, 2, 15);
    pty_keys(p, "End", "か\u3099");
    pty_wait_text(p, "[x城ｶか\u3099");
    /* libvterm 0.1 gives the mark cells of its own, so what follows is looked at after painting
     * again */
    pty_keys(p, "Backspace", "z", "Ctrl+L");
    pty_wait_text(p, "[x城ｶz ");
    quit(p);
}

static void curses_measures_with_our_widths(void **state)
{
    static const struct {
        const char *option, *want;
    } cases[] = { { "wcwidth", "width 1 2 0" }, { "ambiguous2", "width 2 2 0" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct pty *p = start_with(cases[i].option, "wcwidth", NULL);
        pty_wait_text(p, cases[i].want);
        assert_int_equal(pty_wait_exit(p), 0);
        pty_free(p);
    }
    /* U+31350: glibc 2.36 knows no width for it, and curses would draw a blank (dependencies.md 1)
     */
    struct pty *p = start(NULL);
    open_form(p);
    pty_text(p, "\U00031350x");
    pty_wait_text(p, "[\U00031350x");
    quit(p);
}

static void the_language_changes_at_once_with_a_half_filled_form(void **state)
{
    struct pty *p = start("ja");

    (void)state;
    pty_wait_text(p, "F1説明");
    pty_keys(p, "n", "髙﨑", "Enter", "ﾊﾅ");
    pty_wait_text(p, "補足        [ﾊﾅ");
    pty_keys(p, "Alt+L");
    pty_wait_text(p, "In words    [ﾊﾅ");
    pty_wait_text(p, "Message     [髙﨑");
    pty_wait_text(p, "F1Help");
    pty_keys(p, "Alt+L");
    pty_wait_text(p, "補足        [ﾊﾅ");
    quit(p);
}

static void a_storm_of_sizes_leaves_the_form_as_it_was(void **state)
{
    static const int sizes[][2] = { { 1, 1 }, { 24, 80 }, { 2, 200 }, { 60, 20 }, { 1, 80 },
        { 500, 200 }, { 23, 79 }, { 1, 1 }, { 30, 100 } };
    struct pty *p = start("ja");

    (void)state;
    open_form(p);
    pty_text(p, "葛\U000E0100城\r");
    pty_text(p, "か");
    pty_wait_text(p, "[か");
    for (int round = 0; round < 5; round++)
        for (size_t i = 0; i < COUNT_OF(sizes); i++)
            pty_resize(p, sizes[i][0], sizes[i][1]);
    pty_resize(p, 10, 60);
    pty_wait_text(p, "画面が小さすぎます (60 x 10)");
    pty_resize(p, 24, 80);
    pty_wait_text(p, "葛\U000E0100城");
    pty_wait_cursor(p, 3, 16);
    assert_string_equal(pty_row(p, 3), " 補足        [か                  ]");
    pty_resize(p, 40, 120);
    pty_wait_cursor(p, 3, 16);
    quit(p);
}

static bool at_end_of_paste(struct pty *p, const void *arg)
{
    (void)arg;
    return pty_has(p, "In words    [z");
}

static void a_megabyte_pasted_is_capped_and_confirms_nothing(void **state)
{
    struct pty *p = start(NULL);
    char line[1024];

    (void)state;
    open_form(p);
    memset(line, 'y', sizeof line);
    line[sizeof line - 1] = '\n';
    pty_text(p, "\033[200~");
    for (int i = 0; i < 1024; i++)
        pty_send(p, line, sizeof line);
    pty_text(p, "\033[201~\rz");
    pty_wait_until(p, at_end_of_paste, NULL);
    pty_keys(p, "F12"); /* 40 characters were kept: the draft would be longer otherwise */
    pty_wait_text(p, "Message"); /* back on the list: kana was there */
    pty_wait_text(p, ">26-0001");
    pty_keys(p, "Alt+Q");
    assert_int_equal(pty_wait_exit(p), 0);
    assert_true(pty_has(p, "commits 1"));
    pty_free(p);
}

static void a_thousand_keys_at_once_lose_none(void **state)
{
    struct pty *p = start(NULL);

    (void)state;
    for (int i = 0; i < 400; i++)
        pty_text(p, "\033[B");
    for (int i = 0; i < 500; i++)
        pty_text(p, i % 2 ? "\033OA" : "\033[B"); /* both encodings, up and down */
    for (int i = 0; i < 100; i++)
        pty_text(p, "\033[A");
    pty_wait_text(p, ">26-0301");
    quit(p);
}

static void a_sequence_in_two_reads_is_one_key(void **state)
{
    struct pty *p = start(NULL);

    (void)state;
    pty_settle(p);
    pty_text(p, "\033[");
    assert_true(pty_quiet_for(p, 60)); /* longer than a lone Esc waits */
    pty_text(p, "19~");
    pty_wait_text(p, "Printed 1.");
    pty_keys(p, "n");
    pty_wait_text(p, "In words    [");
    pty_keys(p, "Esc");
    pty_wait_text(p, ">26-0001");
    quit(p);
}

static void colours_are_used_where_there_are_any(void **state)
{
    static const struct {
        const char *term;
        bool coloured;
    } cases[] = { { "TERM=xterm", true }, { "TERM=linux", true }, { "TERM=xterm-256color", true },
        { "TERM=vt100", false }, { "TERM=vt220", false } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *env[] = { cases[i].term, NULL };
        struct pty *p = start_with(NULL, NULL, env);
        pty_wait_text(p, ">26-0001");
        open_form(p);
        pty_keys(p, "F12");
        pty_wait_text(p, "[Missing] The reason is missing.");
        struct pty_cell word = pty_cell(p, 22, 1);
        assert_string_equal(word.text, "[");
        assert_int_equal(word.coloured, cases[i].coloured);
        assert_true(word.bold);
        quit(p);
    }
}

static void a_terminal_that_cannot_be_used_gets_one_sentence(void **state)
{
    static const struct {
        const char *env, *want;
    } cases[] = { { "TERM", "TERM is not set." }, { "TERM=", "TERM is not set." },
        { "TERM=no-such-kind", "is not known on this machine" },
        { "TERM=dumb", "cannot place its cursor" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *env[] = { cases[i].env, NULL };
        struct pty *p = start_wide(true, NULL, NULL, env);
        assert_int_equal(pty_wait_exit(p), 3);
        assert_true(pty_has(p, cases[i].want));
        assert_true(pty_has(p, "export TERM=xterm"));
        pty_free(p);
    }
}

static void any_locale_works(void **state)
{
    static const struct {
        const char *env, *want;
    } cases[] = { { "LC_ALL=C", "locale other" }, { "LC_ALL=ja_JP.no-such", "locale other" },
        { "LC_ALL=C.UTF-8", "locale own" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *env[] = { cases[i].env, NULL };
        struct pty *p = start_with("ja", NULL, env);
        pty_wait_text(p, "F1説明");
        pty_keys(p, "n", "髙﨑");
        pty_wait_text(p, "[髙﨑");
        pty_keys(p, "Ctrl+T", "Alt+Q");
        assert_int_equal(pty_wait_exit(p), 0);
        assert_true(pty_has(p, cases[i].want));
        pty_free(p);
    }
}

static void being_told_to_end_keeps_the_form_and_gives_the_terminal_back(void **state)
{
    static const int signals[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(signals); i++) {
        struct pty *p = start(NULL);
        bool visible;
        int row, col;
        open_form(p);
        pty_text(p, "x");
        pty_wait_text(p, "[x");
        pty_signal(p, signals[i]);
        assert_int_equal(pty_wait_exit(p), 0);
        assert_true(pty_has(p, "end signal"));
        assert_true(pty_has(p, "close form dirty"));
        pty_cursor(p, &row, &col, &visible);
        assert_true(visible && !pty_alternate(p) && !pty_bracketed(p));
        pty_free(p);
    }
}

static void a_bug_gives_the_terminal_back_before_it_stops(void **state)
{
    struct pty *p = start(NULL);

    (void)state;
    pty_keys(p, "Alt+B");
    assert_int_equal(pty_wait_exit(p), 128 + SIGABRT);
    assert_true(pty_has(p, "madoguchi: bug at"));
    assert_true(!pty_alternate(p) && !pty_bracketed(p));
    pty_free(p);
}

static void being_stopped_locks_the_screen(void **state)
{
    struct pty *p = start(NULL);

    (void)state;
    open_form(p);
    pty_text(p, "森");
    pty_wait_text(p, "[森");
    pty_signal(p, SIGTSTP);
    pty_wait_stopped(p);
    pty_signal(p, SIGCONT);
    pty_wait_text(p, "locked");
    assert_false(pty_has(p, "森"));
    pty_keys(p, "Enter", "Enter");
    pty_wait_text(p, "[森");
    quit(p);
}

static void nobody_at_the_keyboard_locks_the_screen(void **state)
{
    struct pty *p = start("idle");

    (void)state;
    pty_wait_text(p, "locked");
    pty_keys(p, "Enter");
    pty_wait_text(p, ">26-0001");
    pty_keys(p, "Alt+Q");
    assert_int_equal(pty_wait_exit(p), 0);
    pty_free(p);
}

static void esc_ends_a_wait_and_other_keys_are_kept(void **state)
{
    struct pty *p = start(NULL);

    (void)state;
    pty_keys(p, "Alt+V");
    pty_wait_text(p, "[Waiting] Waiting.");
    pty_keys(p, "Down", "Down"); /* still waiting; the keys are not lost */
    pty_text(p, "\033");
    pty_wait_text(p, ">26-0003");
    quit(p);
}

static void an_idle_screen_is_silent(void **state)
{
    struct pty *p = start(NULL);

    (void)state;
    open_form(p);
    pty_text(p, "x");
    pty_wait_text(p, "[x");
    pty_wait_cursor(p, 2, 15);
    pty_settle(p);
    /* long enough for the pause that keeps a draft; a clock minute may turn once, without a clock
     * on the screen */
    assert_true(pty_quiet_for(p, 1500));
    pty_keys(p, "Ctrl+T", "Alt+Q");
    assert_int_equal(pty_wait_exit(p), 0);
    assert_true(pty_has(p, "pause form"));
    pty_free(p);
}

/* performance.md 5, P2. The cursor is moved last, so a whole answer has come when it is in its
 * place. */
static void a_list_move_and_a_typed_character_cost_few_bytes(void **state)
{
    struct pty *p = start(NULL);
    size_t before, most = 0, total = 0;

    (void)state;
    pty_settle(p);
    before = pty_bytes(p);
    for (int i = 1; i <= 14; i++) {
        pty_keys(p, "Down");
        pty_wait_cursor(p, 2 + i, 0);
        size_t cost = pty_bytes(p) - before;
        most = cost > most ? cost : most;
        total += cost;
        before = pty_bytes(p);
    }
    print_message("# list move: %d bytes at most, %d on average\n", (int)most, (int)(total / 14));
    assert_true(most <= 190);
    open_form(p);
    pty_settle(p);
    before = pty_bytes(p);
    most = 0;
    static const char *const typed[] = { "a", "b", "山", "田", "髙", "葛\U000E0100" };
    int col = 14;
    for (size_t i = 0; i < COUNT_OF(typed); i++) {
        pty_text(p, typed[i]);
        col += i < 2 ? 1 : 2;
        pty_wait_cursor(p, 2, col);
        pty_settle(p); /* a selector and the end of the style come after the character */
        size_t cost = pty_bytes(p) - before;
        most = cost > most ? cost : most;
        before = pty_bytes(p);
    }
    print_message("# typed character: %d bytes at most\n", (int)most);
    assert_true(most <= 24);
    quit(p);
}

/* Calls of write so far, as the system counts them; -1 = it does not. */
static long writes_of(const struct pty *p)
{
    char path[64], line[128];
    long n = -1;

    snprintf(path, sizeof path, "/proc/%d/io", pty_pid(p));
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        sscanf(line, "syscw: %ld", &n);
    if (f)
        fclose(f);
    return n;
}

/* A line to the machine shows no half of a screen, and over SSH an answer is one packet. */
static void a_whole_screen_comes_in_one_write(void **state)
{
    struct pty *p = start(NULL);

    (void)state;
    pty_settle(p);
    long before = writes_of(p);
    if (before < 0) {
        pty_free(p);
        skip();
    }
    pty_keys(p, "Down");
    pty_wait_cursor(p, 3, 0);
    pty_settle(p);
    assert_int_equal(writes_of(p), before + 1);
    open_form(p); /* another screen, row for row */
    pty_settle(p);
    assert_int_equal(writes_of(p), before + 2);
    quit(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wide_characters_and_variants_stand_in_their_cells),
        cmocka_unit_test(names_are_edited_by_whole_characters),
        cmocka_unit_test(curses_measures_with_our_widths),
        cmocka_unit_test(the_language_changes_at_once_with_a_half_filled_form),
        cmocka_unit_test(a_storm_of_sizes_leaves_the_form_as_it_was),
        cmocka_unit_test(a_megabyte_pasted_is_capped_and_confirms_nothing),
        cmocka_unit_test(a_thousand_keys_at_once_lose_none),
        cmocka_unit_test(a_sequence_in_two_reads_is_one_key),
        cmocka_unit_test(colours_are_used_where_there_are_any),
        cmocka_unit_test(a_terminal_that_cannot_be_used_gets_one_sentence),
        cmocka_unit_test(any_locale_works),
        cmocka_unit_test(being_told_to_end_keeps_the_form_and_gives_the_terminal_back),
        cmocka_unit_test(a_bug_gives_the_terminal_back_before_it_stops),
        cmocka_unit_test(being_stopped_locks_the_screen),
        cmocka_unit_test(nobody_at_the_keyboard_locks_the_screen),
        cmocka_unit_test(esc_ends_a_wait_and_other_keys_are_kept),
        cmocka_unit_test(an_idle_screen_is_silent),
        cmocka_unit_test(a_list_move_and_a_typed_character_cost_few_bytes),
        cmocka_unit_test(a_whole_screen_comes_in_one_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
