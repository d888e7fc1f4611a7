/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "base/base.h"
#include "tests/unit/text/data.h"
#include "text/catalog.h"

/* sample.mo is written by GNU msgfmt from tests/data/catalog/sample.po when the tests are built. */
static const char *sample(struct arena *a, const char *name, size_t *n)
{
    return data_read_from(a, "top_builddir", arena_printf(a, "tests/data/catalog/%s", name), n);
}

static const struct catalog *load(struct arena *a, const char *name)
{
    const struct catalog *c = NULL;
    struct err e = ERR_INIT;
    size_t n;
    const char *bytes = sample(a, name, &n);

    assert_true(catalog_load(bytes, n, a, &c, &e));
    return c;
}

static void texts_are_found_beside_those_with_a_context_or_plurals(void **state)
{
    static const char *const files[] = { "sample.mo", "sample-big-endian.mo" };
    struct arena a;

    (void)state;
    arena_init(&a);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        const struct catalog *c = load(&a, files[i]);
        assert_string_equal(tr(c, "Receipt"), "領収書");
        assert_string_equal(tr(c, "Open"), "空き");
        assert_string_equal(tr(c, "%s slide"), "%s szkiełko");
        char again[16] = "Receipt"; /* the same memory, other words */
        assert_string_equal(tr(c, again), "領収書");
        snprintf(again, sizeof again, "Open");
        assert_string_equal(tr(c, again), "空き");
        snprintf(again, sizeof again, "Opened");
        assert_string_equal(tr(c, again), "Opened");
        assert_string_equal(tr(c, "Not there"), "Not there");
        assert_string_equal(tr(c, ""), "");
        assert_string_equal(tr(c, NULL), "");
        assert_string_equal(tr(NULL, "Receipt"), "Receipt");
    }
    arena_fini(&a);
}

static void arguments_may_change_places(void **state)
{
    struct arena a;
    struct msg m;
    struct buf b;

    (void)state;
    arena_init(&a);
    buf_init(&b, 400);
    const struct catalog *c = load(&a, "sample.mo");
    msg_set(&m, "%1$s took %2$s", "西川", "3枚", NULL);
    msg_text(c, &m, &b);
    assert_string_equal(b.p, "3枚は西川が受け取りました");
    buf_clear(&b);
    msg_text(NULL, &m, &b);
    assert_string_equal(b.p, "西川 took 3枚");
    buf_fini(&b);
    arena_fini(&a);
}

static void a_translation_with_other_arguments_is_not_used(void **state)
{
    struct arena a;
    struct msg m;
    struct buf b;

    (void)state;
    arena_init(&a);
    buf_init(&b, 400);
    const struct catalog *c = load(&a, "sample.mo");
    assert_string_equal(tr(c, "lost argument %s"), "lost argument %s");
    msg_set(&m, "lost argument %s", "x", NULL);
    msg_text(c, &m, &b);
    assert_string_equal(b.p, "lost argument x");
    buf_fini(&b);
    arena_fini(&a);
}

static void any_format_is_safe_whatever_its_arguments(void **state)
{
    static const struct {
        const char *format, *text;
    } cases[] = { { "%s and %s", "one and two" }, { "%2$s and %1$s", "two and one" },
        { "%s %s %s", "one two " }, { "%9$s.", "." }, { "100%", "100%" }, { "%", "%" },
        { "5 %% of %s", "5 % of one" }, { "%d %n %x", "%d %n %x" }, { "%1$", "%1$" },
        { "%0$s", "%0$s" }, { "%1$s%1$s", "oneone" }, { "", "" } };
    static const char *const words[] = { "one", "two" };
    struct buf b;

    (void)state;
    buf_init(&b, 400);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        buf_clear(&b);
        msg_format(cases[i].format, words, 2, &b);
        assert_string_equal(b.p, cases[i].text);
    }
    buf_fini(&b);
}

static void an_argument_that_is_a_message_is_translated_too(void **state)
{
    char word[MSG_ARG_BYTES];
    struct arena a;
    struct msg m;
    struct buf b;

    (void)state;
    arena_init(&a);
    buf_init(&b, 400);
    const struct catalog *c = load(&a, "sample.mo");
    msg_set(&m, "%s: Receipt", msg_word("Receipt", word), NULL);
    msg_text(c, &m, &b);
    assert_string_equal(b.p, "領収書: Receipt");
    buf_clear(&b);
    msg_text(NULL, &m, &b);
    assert_string_equal(b.p, "Receipt: Receipt");
    buf_clear(&b);
    struct msg inner;
    char nest[MSG_ARG_BYTES];
    msg_set(&inner, "%s: Receipt", msg_word("Receipt", word), NULL);
    msg_set(&m, "%s: Receipt", msg_nest(&inner, nest), NULL);
    msg_text(c, &m, &b);
    assert_string_equal(b.p, "領収書: Receipt: Receipt");
    buf_clear(&b);
    msg_nested(c, nest + 1, &b); /* as a record keeps it */
    assert_string_equal(b.p, "領収書: Receipt");
    buf_clear(&b);
    msg_set(&inner, "%s", "two\nlines", NULL); /* what another program said */
    msg_nested(c, msg_nest(&inner, nest) + 1, &b);
    assert_string_equal(b.p, "two lines");
    buf_clear(&b);
    msg_set(&m, "%s", "Receipt", NULL); /* a person may be called so */
    msg_text(c, &m, &b);
    assert_string_equal(b.p, "Receipt");
    buf_fini(&b);
    arena_fini(&a);
}

/* Loads bytes from a place of exactly their size, so that a sanitizer sees one byte too far, and
 * asks for everything. */
static bool try_catalogue(const char *bytes, size_t n)
{
    char *exact = malloc(n ? n : 1);
    const struct catalog *c = NULL;
    struct err e = ERR_INIT;
    struct arena a;

    arena_init(&a);
    assert_non_null(exact);
    memcpy(exact, bytes, n);
    bool ok = catalog_load(exact, n, &a, &c, &e);
    if (ok) {
        static const char *const ids[]
            = { "Receipt", "Open", "%1$s took %2$s", "lost argument %s", "nothing" };
        for (size_t i = 0; i < COUNT_OF(ids); i++)
            assert_true(strlen(tr(c, ids[i])) > 0);
    } else {
        assert_int_equal(e.kind, ERR_INPUT);
        assert_null(c);
    }
    free(exact);
    arena_fini(&a);
    return ok;
}

static void a_catalogue_cut_at_any_byte_is_refused(void **state)
{
    struct arena a;
    size_t n;

    (void)state;
    arena_init(&a);
    const char *bytes = sample(&a, "sample.mo", &n);
    assert_true(try_catalogue(bytes, n));
    for (size_t cut = 0; cut < n; cut++)
        assert_false(try_catalogue(bytes, cut));
    arena_fini(&a);
}

static uint32_t draw(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void a_catalogue_with_flipped_bytes_never_reads_outside(void **state)
{
    static const unsigned char flips[] = { 0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF };
    uint32_t seed = 20261124;
    size_t refused = 0, n;
    struct arena a;

    (void)state;
    arena_init(&a);
    const char *bytes = sample(&a, "sample.mo", &n);
    char *mad = arena_alloc(&a, n);
    for (size_t at = 0; at < n; at++) {
        for (size_t i = 0; i < sizeof flips; i++) {
            memcpy(mad, bytes, n);
            mad[at] = (char)(mad[at] ^ (char)flips[i]);
            refused += !try_catalogue(mad, n);
        }
    }
    for (int round = 0; round < rounds(20000); round++) {
        memcpy(mad, bytes, n);
        for (uint32_t k = 1 + draw(&seed) % 4; k > 0; k--)
            mad[draw(&seed) % (round % 2 ? n : 140)] = (char)draw(&seed); /* mostly the tables */
        refused += !try_catalogue(mad, n);
    }
    assert_true(refused > 10000);
    arena_fini(&a);
}

/* Wherever it stands: an escape could steer the terminal. */
static void a_control_in_any_text_is_refused(void **state)
{
    struct arena a;
    size_t n, put = 0;

    (void)state;
    arena_init(&a);
    const char *bytes = sample(&a, "sample.mo", &n);
    char *mad = arena_alloc(&a, n);
    for (size_t at = 0; at < n; at++) {
        bool text = (unsigned char)bytes[at] >= 0x20 && (unsigned char)bytes[at] < 0x7F;
        if (at < 28 || !text || (unsigned char)bytes[at - 1] < 0x20 || (unsigned char)bytes[at + 1] < 0x20)
            continue; /* the tables, or the edge of a text */
        memcpy(mad, bytes, n);
        mad[at] = 0x1B;
        assert_false(try_catalogue(mad, n));
        put++;
    }
    assert_true(put > 200);
    arena_fini(&a);
}

static void garbage_and_foreign_files_are_refused(void **state)
{
    static const char text[] = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain\\n\"\n";

    (void)state;
    assert_false(try_catalogue(text, sizeof text));
    assert_false(try_catalogue("", 0));
    assert_false(try_catalogue("\xDE\x12\x04\x95", 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_found_beside_those_with_a_context_or_plurals),
        cmocka_unit_test(arguments_may_change_places),
        cmocka_unit_test(a_translation_with_other_arguments_is_not_used),
        cmocka_unit_test(any_format_is_safe_whatever_its_arguments),
        cmocka_unit_test(an_argument_that_is_a_message_is_translated_too),
        cmocka_unit_test(a_catalogue_cut_at_any_byte_is_refused),
        cmocka_unit_test(a_catalogue_with_flipped_bytes_never_reads_outside),
        cmocka_unit_test(a_control_in_any_text_is_refused),
        cmocka_unit_test(garbage_and_foreign_files_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
