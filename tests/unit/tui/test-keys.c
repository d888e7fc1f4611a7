/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "base/base.h"
#include "tui/key.h"

/* Sequences: xterm's ctlseqs, the Linux console (console_codes(4)), rxvt's key table, terminfo
 * entries vt220, tmux-256color, screen. */
static const struct {
    const char *bytes, *name;
} sequences[] = {
    /* xterm, tmux */
    { "\033OP", "F1" },
    { "\033OQ", "F2" },
    { "\033OR", "F3" },
    { "\033OS", "F4" },
    { "\033[15~", "F5" },
    { "\033[17~", "F6" },
    { "\033[18~", "F7" },
    { "\033[19~", "F8" },
    { "\033[20~", "F9" },
    { "\033[21~", "F10" },
    { "\033[23~", "F11" },
    { "\033[24~", "F12" },
    /* vt220 and older xterm */
    { "\033[11~", "F1" },
    { "\033[12~", "F2" },
    { "\033[13~", "F3" },
    { "\033[14~", "F4" },
    /* Linux console */
    { "\033[[A", "F1" },
    { "\033[[B", "F2" },
    { "\033[[C", "F3" },
    { "\033[[D", "F4" },
    { "\033[[E", "F5" },
    /* modifiers */
    { "\033[1;2P", "Shift+F1" },
    { "\033[1;5S", "Ctrl+F4" },
    { "\033[15;3~", "Alt+F5" },
    { "\033[24;2~", "Shift+F12" },
    { "\033[1;5A", "Ctrl+Up" },
    { "\033[1;3C", "Alt+Right" },
    { "\033[1;6D", "Ctrl+Shift+Left" },
    { "\033[1;9C", "Alt+Right" }, /* Meta */
    { "\033O5P", "Ctrl+F1" },
    { "\033O1;2Q", "Shift+F2" },
    { "\033[23^", "Ctrl+F11" },
    { "\033[24$", "Shift+F12" },
    { "\033[3@", "Ctrl+Shift+Delete" },
    { "\033Oa", "Ctrl+Up" },
    { "\033[d", "Shift+Left" },
    { "\033\033[A", "Alt+Up" },
    { "\033\033OP", "Alt+F1" },
    /* moving, both encodings */
    { "\033[A", "Up" },
    { "\033[B", "Down" },
    { "\033[C", "Right" },
    { "\033[D", "Left" },
    { "\033OA", "Up" },
    { "\033OB", "Down" },
    { "\033OC", "Right" },
    { "\033OD", "Left" },
    { "\033[H", "Home" },
    { "\033[F", "End" },
    { "\033OH", "Home" },
    { "\033OF", "End" },
    { "\033[1~", "Home" },
    { "\033[4~", "End" },
    { "\033[7~", "Home" },
    { "\033[8~", "End" },
    { "\033[2~", "Insert" },
    { "\033[3~", "Delete" },
    { "\033[5~", "PgUp" },
    { "\033[6~", "PgDn" },
    { "\033[Z", "Shift+Tab" },
    { "\033OM", "Enter" },
    { "\033Op", "0" },
    { "\033Oy", "9" },
    { "\033Ok", "+" },
    /* numbers for letters (modifyOtherKeys, CSI u) */
    { "\033[27;5;115~", "Ctrl+S" },
    { "\033[108;3u", "Alt+L" },
    { "\033[27u", "Esc" },
    /* letters and controls */
    { "\033l", "Alt+L" },
    { "\0332", "Alt+2" },
    { "\033L", "Alt+L" },
    { "\023", "Ctrl+S" },
    { "\017", "Ctrl+O" },
    { "\032", "Ctrl+Z" },
    { "\r", "Enter" },
    { "\n", "Enter" },
    { "\t", "Tab" },
    { "\177", "Backspace" },
    { "\b", "Backspace" },
    { "\033\r", "Alt+Enter" },
    { "a", "a" },
    { "A", "A" },
    { " ", "Space" },
    { "\xC3\xA9", "é" },
    { "\xE5\xB1\xB1", "山" },
    { "\xF0\xA0\xAE\xB7", "𠮷" },
};

/* Feeds bytes with a pause before byte split, then lets all waiting end. Writes the names of what
 * came. */
static void type_split(const char *bytes, size_t n, size_t split, int pause_ms, struct buf *out)
{
    struct keys *keys = keys_new(ESC_DELAY_MS);
    int64_t now = 1000;
    struct key k;

    buf_clear(out);
    keys_feed(keys, bytes, split, now);
    now += pause_ms;
    keys_feed(keys, bytes + split, n - split, now);
    keys_tick(keys, now + 5000);
    while (keys_next(keys, &k)) {
        char name[KEY_NAME];
        key_text(k, name);
        if (out->len)
            buf_putc(out, ' ');
        if (k.code == K_PASTE)
            buf_printf(out, "<%s>", k.paste);
        else
            buf_puts(out, k.code == K_INVALID ? "invalid" : name);
    }
    keys_free(keys);
}

static void every_sequence_is_its_key_wherever_it_is_split(void **state)
{
    struct buf got;

    (void)state;
    buf_init(&got, 4096);
    for (size_t i = 0; i < COUNT_OF(sequences); i++) {
        size_t n = strlen(sequences[i].bytes);
        for (size_t split = 0; split < n; split++) {
            /* after a lone ESC only the short delay is allowed; after that half a second */
            int pause = split == 1 || (split == 2 && sequences[i].bytes[1] == '\033') ? 20 : 400;
            type_split(sequences[i].bytes, n, split, pause, &got);
            if (!str_eq(got.p, sequences[i].name))
                fail_msg("%s split at %d gave \"%s\"", sequences[i].name, (int)split, got.p);
        }
    }
    buf_fini(&got);
}

static void a_lone_escape_comes_after_its_delay(void **state)
{
    struct keys *keys = keys_new(ESC_DELAY_SSH_MS);
    struct key k;

    (void)state;
    keys_feed(keys, "\033", 1, 0);
    assert_int_equal(keys_wait_ms(keys, 0), 100);
    keys_tick(keys, 99);
    assert_false(keys_next(keys, &k));
    assert_int_equal(keys_wait_ms(keys, 99), 1);
    keys_tick(keys, 100);
    assert_true(keys_next(keys, &k));
    assert_int_equal(k.code, K_ESC);
    assert_int_equal(keys_wait_ms(keys, 100), -1);
    keys_free(keys);
}

static void what_is_no_key_is_swallowed_whole(void **state)
{
    static const char *const unknown[] = {
        "\033[99~",
        "\033[1;2;3;4;5;6x",
        "\033[?62;22c",
        "\033[>0;276;0c",
        "\033[2;5H",
        "\033[I",
        "\033[O",
        "\033OZ",
        "\033[31~",
        "\033[<0;33;12M",
        "\033[M !!",
        "\033]11;rgb:0000/0000/0000\007",
        "\033]0;title\033\\",
        "\033P1+r544e=78\033\\",
        "\033_G\033\\",
        "\033^x\033\\",
        "\033[12;34R\033[?1;1$y",
        "\033[?12;34R",
        "\033[?1;1A",
        "\033[>1A",
        "\033[R",
        "\033[5R",
        "\033[201~",
        "\033[[Z",
        "\033[?2004h",
        "\033[999999999999999999999999999999999999999999999999999999999999999999999999999q",
    };
    struct buf got;

    (void)state;
    buf_init(&got, 4096);
    for (size_t i = 0; i < COUNT_OF(unknown); i++) {
        char bytes[160];
        snprintf(bytes, sizeof bytes, "%sx", unknown[i]);
        size_t n = strlen(bytes);
        for (size_t split = 2; split < n; split++) {
            type_split(bytes, n, split, 10, &got);
            assert_string_equal(got.p, "x");
        }
    }
    buf_fini(&got);
}

static void a_fragment_is_dropped_and_never_typed(void **state)
{
    static const char *const fragments[] = { "\033[", "\033[1", "\033[15", "\033O", "\033[1;5",
        "\033]11;rgb", "\033P", "\033[[", "\xE5\xB1" };
    struct buf got;

    (void)state;
    buf_init(&got, 4096);
    for (size_t i = 0; i < COUNT_OF(fragments); i++) {
        char bytes[32];
        size_t n = strlen(fragments[i]);
        snprintf(bytes, sizeof bytes, "%sx", fragments[i]);
        type_split(bytes, n + 1, n, SEQUENCE_MS, &got);
        assert_string_equal(got.p, fragments[i][0] == '\033' ? "x" : "invalid x");
    }
    buf_fini(&got);
}

static void f5_split_by_forty_milliseconds_types_nothing(void **state)
{
    /* Seen with curses' own decoder: F5 split by 40 ms typed "[15~" into the form (design.md 2). */
    struct buf got;

    (void)state;
    buf_init(&got, 64);
    for (size_t split = 2; split < 5; split++) {
        type_split("\033[15~", 5, split, 40, &got);
        assert_string_equal(got.p, "F5");
    }
    buf_fini(&got);
}

static void escape_before_other_input_stays_escape(void **state)
{
    struct buf got;

    (void)state;
    buf_init(&got, 4096);
    type_split("\033\033", 2, 1, 1, &got);
    assert_string_equal(got.p, "Esc Esc");
    type_split("\033\xE5\xB1\xB1", 4, 1, 1, &got);
    assert_string_equal(got.p, "Esc 山");
    type_split("\033x", 2, 1, ESC_DELAY_MS, &got);
    assert_string_equal(got.p, "Esc x");
    type_split("\033[1\033[A", 6, 3, 1, &got); /* the first sequence was broken off */
    assert_string_equal(got.p, "Up");
    for (size_t split = 2; split < 8; split++) { /* a report broken off after two Esc */
        type_split("\033\033]x\033[A", 7, split < 7 ? split : 7, 1, &got);
        assert_string_equal(got.p, "Esc Up");
    }
    buf_fini(&got);
}

static void a_paste_is_one_key_with_and_without_its_end(void **state)
{
    static const struct {
        const char *bytes, *want;
    } cases[] = {
        { "\033[200~山田\r\n太郎\rx\ny\033[201~z", "<山田\n太郎\nx\ny> z" },
        { "\033[200~no end", "<no end>" },
        { "\033[200~half end\033[20", "<half end\033[20>" }, /* cleaned below */
        { "\033[200~a\033[201~b\033[201~c", "<a> b c" },
        { "\033[200~\033[201~", "<>" },
        { "\033[200~a\033[2\033[201~b", "<a[2> b" }, /* an end begins inside another's beginning */
        { "\033[200~a\033\033[201~b", "<a> b" },
        { "\033[200~a\xE5\xB1z\xE5山\xE5\n\033[201~", "<az山\n>" }, /* broken off */
        { "\033[200~a\x80\xFF\x01\x7F\tb\033[201~", "<a\tb>" },
    };
    struct buf got;

    (void)state;
    buf_init(&got, 4096);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t n = strlen(cases[i].bytes);
        for (size_t split = 2; split < n; split++) {
            type_split(cases[i].bytes, n, split, 20, &got);
            assert_string_equal(got.p, i == 2 ? "<half end[20>" : cases[i].want);
        }
    }
    buf_fini(&got);
}

static void a_paste_without_its_end_ends_after_a_second_of_silence(void **state)
{
    struct keys *keys = keys_new(ESC_DELAY_MS);
    struct key k;

    (void)state;
    keys_feed(keys, "\033[200~abc", 9, 0);
    keys_tick(keys, 900);
    assert_false(keys_next(keys, &k));
    keys_feed(keys, "def", 3, 950);
    keys_tick(keys, 1900);
    assert_false(keys_next(keys, &k));
    keys_tick(keys, 1950);
    assert_true(keys_next(keys, &k));
    assert_string_equal(k.paste, "abcdef");
    keys_feed(keys, "g", 1, 2000);
    assert_true(keys_next(keys, &k));
    assert_string_equal(k.text, "g");
    keys_free(keys);
}

static void a_paste_of_a_megabyte_is_cut_at_its_cap(void **state)
{
    struct keys *keys = keys_new(ESC_DELAY_MS);
    struct key k;
    char line[1024];

    (void)state;
    memset(line, 'x', sizeof line);
    line[sizeof line - 1] = '\n';
    keys_feed(keys, "\033[200~", 6, 0);
    for (int i = 0; i < 1024; i++)
        keys_feed(keys, line, sizeof line, i);
    keys_feed(keys, "\033[201~\r", 7, 1100);
    assert_true(keys_next(keys, &k));
    assert_int_equal(k.code, K_PASTE);
    assert_true(k.cut);
    assert_int_equal(strlen(k.paste), PASTE_MAX);
    assert_true(keys_next(keys, &k));
    assert_int_equal(k.code, K_ENTER);
    assert_false(keys_next(keys, &k));
    keys_free(keys);
}

static void bytes_that_are_not_utf8_are_left_out_and_reported_once(void **state)
{
    static const struct {
        const char *bytes, *want;
    } cases[] = {
        { "a\x80\x81z", "a invalid z" }, { "a\xC0\xAFz", "a invalid z" }, /* overlong */
        { "a\xED\xA0\x80z", "a invalid z" }, /* lone surrogate */
        { "a\xF4\x90\x80\x80z", "a invalid z" }, /* above U+10FFFF */
        { "a\xEF\xBF\xBFz", "a invalid z" }, /* U+FFFF */
        { "a\xE5\xB1z", "a invalid z" }, /* broken off */
        { "\x8E\x52\x93\x63", "invalid R invalid c" }, /* 山田 in CP932 */
        { "a\xC2\x9Bz", "a invalid z" }, /* C1 control */
    };
    struct buf got;

    (void)state;
    buf_init(&got, 4096);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        type_split(cases[i].bytes, strlen(cases[i].bytes), 1, 0, &got);
        assert_string_equal(got.p, cases[i].want);
    }
    buf_fini(&got);
}

static void a_thousand_keys_at_once_lose_none(void **state)
{
    struct keys *keys = keys_new(ESC_DELAY_MS);
    struct buf bytes;
    struct key k, want;
    int n = 0;

    (void)state;
    buf_init(&bytes, 64 * 1024);
    for (size_t i = 0; i < 1000; i++) {
        size_t at = i * 7 % COUNT_OF(sequences);
        if (str_eq(sequences[at].bytes, "\n"))
            at++; /* after \r it is the same Enter */
        buf_puts(&bytes, sequences[at].bytes);
    }
    keys_feed(keys, bytes.p, bytes.len, 0);
    for (size_t i = 0; i < 1000 && keys_next(keys, &k); i++, n++) {
        size_t at = i * 7 % COUNT_OF(sequences);
        if (str_eq(sequences[at].bytes, "\n"))
            at++;
        assert_true(key_parse(sequences[at].name, &want));
        assert_true(key_equal(k, want));
    }
    assert_int_equal(n, 1000);
    assert_false(keys_next(keys, &k));
    buf_fini(&bytes);
    keys_free(keys);
}

static void a_scanners_cr_lf_is_one_enter(void **state)
{
    struct buf got;

    (void)state;
    buf_init(&got, 256);
    type_split("415\r\n7\n", 7, 4, 1, &got);
    assert_string_equal(got.p, "4 1 5 Enter 7 Enter");
    buf_fini(&got);
}

static void one_kind_of_key_can_be_taken_out_of_the_queue(void **state)
{
    struct keys *keys = keys_new(ESC_DELAY_MS);
    struct key k;

    (void)state;
    keys_feed(keys, "ab\033[200~p\033[201~\033", 16, 0);
    keys_tick(keys, 100);
    keys_feed(keys, "c", 1, 100);
    assert_true(keys_take(keys, K_ESC));
    assert_false(keys_take(keys, K_ESC));
    assert_true(keys_next(keys, &k));
    assert_true(keys_next(keys, &k));
    assert_true(keys_next(keys, &k));
    assert_string_equal(k.paste, "p");
    assert_true(keys_next(keys, &k));
    assert_string_equal(k.text, "c");
    assert_false(keys_next(keys, &k));
    keys_free(keys);
}

static void every_function_key_has_a_second_route(void **state)
{
    /* The table of screens.md, "Keys". */
    static const struct {
        const char *route, *key;
    } table[] = { { "Alt+H", "F1" }, { "Alt+2", "F2" }, { "Alt+3", "F3" }, { "Alt+4", "F4" },
        { "Alt+5", "F5" }, { "PgUp", "F6" }, { "PgDn", "F7" }, { "Alt+8", "F8" },
        { "Ctrl+P", "F8" }, { "Alt+9", "F9" }, { "Ctrl+F", "F9" }, { "Alt+0", "F10" },
        { "Ctrl+O", "F10" }, { "Ctrl+T", "F11" }, { "Ctrl+S", "F12" }, { "Ctrl+G", "Esc" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        struct key route, key;
        assert_true(key_parse(table[i].route, &route));
        assert_true(key_parse(table[i].key, &key));
        assert_true(key_equal(key_canonical(route), key));
        assert_non_null(key_second_route(key));
    }
}

static void letters_typed_with_the_ime_on_are_the_same_commands(void **state)
{
    static const struct {
        const char *typed, *folded;
    } table[] = { { "１", "1" }, { "ｎ", "n" }, { "Ｎ", "n" }, { "N", "n" }, { "＄", "$" },
        { "？", "?" }, { "　", " " }, { "あ", "あ" }, { "ー", "ー" }, { "～", "~" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++)
        assert_string_equal(key_fold(key_char(table[i].typed)).text, table[i].folded);
}

static void wrong_key_names_are_refused(void **state)
{
    static const char *const bad[] = { "", "F13", "Ctrl+", "Escape", "ab", "F", "Hyper+X", "\033" };
    struct key k;

    (void)state;
    assert_true(key_parse("F", &k)); /* a letter */
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (strlen(bad[i]) != 1 || bad[i][0] < ' ')
            assert_false(key_parse(bad[i], &k));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sequence_is_its_key_wherever_it_is_split),
        cmocka_unit_test(a_lone_escape_comes_after_its_delay),
        cmocka_unit_test(what_is_no_key_is_swallowed_whole),
        cmocka_unit_test(a_fragment_is_dropped_and_never_typed),
        cmocka_unit_test(f5_split_by_forty_milliseconds_types_nothing),
        cmocka_unit_test(escape_before_other_input_stays_escape),
        cmocka_unit_test(a_paste_is_one_key_with_and_without_its_end),
        cmocka_unit_test(a_paste_without_its_end_ends_after_a_second_of_silence),
        cmocka_unit_test(a_paste_of_a_megabyte_is_cut_at_its_cap),
        cmocka_unit_test(bytes_that_are_not_utf8_are_left_out_and_reported_once),
        cmocka_unit_test(a_thousand_keys_at_once_lose_none),
        cmocka_unit_test(a_scanners_cr_lf_is_one_enter),
        cmocka_unit_test(one_kind_of_key_can_be_taken_out_of_the_queue),
        cmocka_unit_test(every_function_key_has_a_second_route),
        cmocka_unit_test(letters_typed_with_the_ime_on_are_the_same_commands),
        cmocka_unit_test(wrong_key_names_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
