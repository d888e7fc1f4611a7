/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "base/base.h"
#include "tests/unit/text/data.h"
#include "text/charset.h"
#include "text/utf8.h"

static bool encode(const char *s, struct buf *b, struct charset_loss *loss)
{
    buf_clear(b);
    return charset_to_cp932(s, b, loss, NULL);
}

static void names_and_money_are_written_as_cp932(void **state)
{
    /* Bytes from the tables of domain page 6.1 and dependencies page 3. */
    static const struct {
        const char *text, *bytes;
    } cases[] = { { "髙", "\xFB\xFC" }, { "﨑", "\xFA\xB1" }, { "①", "\x87\x40" },
        { "～", "\x81\x60" }, { "〜", "\x81\x60" }, { "−", "\x81\x7C" }, { "－", "\x81\x7C" },
        { "\u00A5", "\x81\x8F" }, { "￥", "\x81\x8F" }, { "\\", "\\" }, { "~", "~" },
        { "ｱﾞ", "\xB1\xDE" }, { "山田", "\x8E\x52\x93\x63" }, { "か\u3099", "\x82\xAA" },
        { "33,000\r\n", "33,000\r\n" }, { "", "" } };
    struct charset_loss loss;
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_true(encode(cases[i].text, &b, &loss));
        assert_int_equal(loss.count, 0);
        assert_string_equal(b.p, cases[i].bytes);
    }
    buf_fini(&b);
}

static void what_cannot_be_written_is_counted_and_shown(void **state)
{
    struct charset_loss loss;
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    assert_true(encode("山田\n𠮷田 김\n葛\U000E0100城", &b, &loss));
    assert_string_equal(b.p, "\x8E\x52\x93\x63\n\x81\xAC\x93\x63 \x81\xAC\n\x8A\x8B\x8F\xE9");
    assert_int_equal(loss.count, 3);
    assert_int_equal(loss.shown, 3);
    assert_int_equal(loss.first[0].at, 7);
    assert_int_equal(loss.first[0].line, 2);
    assert_int_equal(loss.first[0].c, 0x20BB7);
    assert_int_equal(loss.first[1].c, 0xAE40);
    assert_int_equal(loss.first[2].line, 3);
    assert_int_equal(loss.first[2].c, 0xE0100);
    assert_true(encode("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", &b, &loss));
    assert_int_equal(loss.count, 10);
    assert_int_equal(loss.shown, CHARSET_SHOWN);
    buf_fini(&b);
}

static int hex(char c)
{
    return c <= '9' ? c - '0' : c - 'A' + 10;
}

/* tests/data/encoding/cp932-decode.tsv, made from public codecs: bytes, code point, character, and
 * whether encoding gives the same bytes. */
static void every_two_byte_character_reads_as_public_codecs_say(void **state)
{
    size_t lines = 0, same = 0;
    struct charset_loss loss;
    struct arena a;
    struct buf b;

    (void)state;
    arena_init(&a);
    buf_init(&b, 1000);
    char *text = data_read(&a, "tests/data/encoding/cp932-decode.tsv", NULL);
    for (char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (*line == '\0' || *line == '#')
            continue;
        char bytes[3] = { (char)(hex(line[0]) << 4 | hex(line[1])),
            (char)(hex(line[2]) << 4 | hex(line[3])), 0 };
        char expected[UTF8_MAX + 1] = { 0 };
        expected[utf8_encode((uint32_t)strtoul(line + 7, NULL, 16), expected)] = '\0';
        buf_clear(&b);
        assert_true(charset_from_cp932(bytes, 2, &b, NULL));
        assert_string_equal(b.p, expected);
        /* Whatever bytes we write for it read as the same character. */
        assert_true(encode(expected, &b, &loss));
        assert_int_equal(loss.count, 0);
        same += str_eq(b.p, bytes);
        char back[8];
        str_copy(back, sizeof back, b.p);
        buf_clear(&b);
        assert_true(charset_from_cp932(back, strlen(back), &b, NULL));
        assert_string_equal(b.p, expected);
        lines++;
    }
    assert_int_equal(lines, 7724);
    /* 398 are NEC and IBM duplicates (dependencies page 3). */
    assert_int_equal(lines - same, 398);
    buf_fini(&b);
    arena_fini(&a);
}

static void the_first_wrong_byte_is_named_with_its_line(void **state)
{
    static const struct {
        const char *bytes;
        size_t n;
        const char *line, *byte, *code;
    } cases[] = {
        { "ok\n\x8E\x52\xFF\x41", 7, "2", "6", "FF41" }, { "\x8E", 1, "1", "1", "8E" },
        { "a\x81\x0A", 3, "1", "2", "810A" }, { "\x80", 1, "1", "1", "80" },
        { "\xA0z", 2, "1", "1", "A07A" }, { "a\0b", 3, "1", "2", "0062" },
        { "\x81\xAD", 2, "1", "1", "81AD" }, /* a hole in the table */
    };
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct err e = ERR_INIT;
        assert_false(charset_from_cp932(cases[i].bytes, cases[i].n, &b, &e));
        assert_int_equal(e.kind, ERR_INPUT);
        assert_string_equal(e.msg.arg[0], cases[i].line);
        assert_string_equal(e.msg.arg[1], cases[i].byte);
        assert_string_equal(e.msg.arg[2], cases[i].code);
    }
    buf_fini(&b);
}

static void a_backslash_stays_one(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    assert_true(charset_from_cp932("C:\\a~\xB1\xDE\r\n", 9, &b, NULL));
    assert_string_equal(b.p, "C:\\a~ｱﾞ\r\n");
    buf_fini(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_money_are_written_as_cp932),
        cmocka_unit_test(what_cannot_be_written_is_counted_and_shown),
        cmocka_unit_test(every_two_byte_character_reads_as_public_codecs_say),
        cmocka_unit_test(the_first_wrong_byte_is_named_with_its_line),
        cmocka_unit_test(a_backslash_stays_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
