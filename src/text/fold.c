/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include <unicase.h>
#include <uninorm.h>

#include "base/base.h"
#include "text/fold_variants.h"
#include "text/kana.h"
#include "text/utf8.h"

static bool one_of(uint32_t c, const uint32_t *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (list[i] == c)
            return true;
    }
    return false;
}

static bool is_dash(uint32_t c)
{
    static const uint32_t dashes[] = { '-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212,
        0x2500, 0x30FC, 0xFE63, 0xFF0D, 0xFF70 };

    return one_of(c, dashes, COUNT_OF(dashes));
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F
        || c == 0x3000 || c == 0xFEFF;
}

/* Points that stand between the parts of a name and are typed or not: ・ . , ' and their like. */
static bool is_point(uint32_t c)
{
    static const uint32_t points[] = { '.', ',', '\'', '`', 0xB7, 0x2019, 0x2022, 0x3001, 0x3002,
        0x30FB, 0xFF61, 0xFF64, 0xFF65 };

    return one_of(c, points, COUNT_OF(points));
}

uint32_t fold_ascii_char(uint32_t c)
{
    if (c < 0x80)
        return c;
    if (is_dash(c))
        return '-';
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    if (is_blank(c))
        return ' ';
    switch (c) {
    case 0x3002: /* 。 */
    case 0xFF61:
        return '.';
    case 0x3001: /* 、 */
    case 0xFF64:
        return ',';
    case 0x2044:
    case 0x2215:
        return '/';
    case 0x301C: /* 〜 */
        return '~';
    case 0x2018:
    case 0x2019:
        return '\'';
    case 0x201C:
    case 0x201D:
        return '"';
    default:
        return c;
    }
}

char *fold_ascii(struct arena *a, const char *s)
{
    char *out = arena_alloc(a, strlen(s) + 1); /* never longer */
    size_t n = 0;

    while (*s)
        n += utf8_encode(fold_ascii_char(utf8_next(&s)), out + n);
    out[n] = '\0';
    return out;
}

/* Letters that Unicode does not take apart into a base and an accent. */
static const char *plain_letters(uint32_t c)
{
    static const struct {
        uint32_t c;
        const char *plain;
    } letters[] = { { 0xDF, "ss" }, { 0xE6, "ae" }, { 0xF0, "d" }, { 0xF8, "o" }, { 0xFE, "th" },
        { 0x111, "d" }, { 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" } };

    for (size_t i = 0; i < COUNT_OF(letters); i++) {
        if (letters[i].c == c)
            return letters[i].plain;
    }
    return NULL;
}

/* The first of c's family in the table of variants, as bytes. */
static size_t variant_head(uint32_t c, char out[UTF8_MAX + 1])
{
    size_t n = utf8_encode(c, out);

    out[n] = '\0';
    if (c < 0x3400)
        return n;
    const char *found = strstr(variants, out);
    if (!found)
        return n;
    while (found[-1] != ' ')
        found--;
    const char *behind = found;
    utf8_next(&behind);
    n = (size_t)(behind - found);
    memcpy(out, found, n);
    return n;
}

static char *normalized(uninorm_t form, const char *s, size_t n, size_t *out_n)
{
    char *out = (char *)u8_normalize(form, (const uint8_t *)s, n, NULL, out_n);

    BUG_IF(!out && n > 0); /* checked text and no memory left */
    return out;
}

/* Compatibility forms resolved, accents, selectors, blanks and points gone; kana marks joined
 * again. */
static char *bare(const char *s, size_t *n)
{
    size_t apart_n;
    char *apart = normalized(UNINORM_NFKD, s, strlen(s), &apart_n);
    size_t kept = 0;

    for (size_t at = 0; at < apart_n;) {
        uint32_t c = 0;
        size_t step = utf8_decode(apart + at, apart_n - at, &c);
        BUG_IF(step == 0);
        bool drop = (c >= 0x300 && c <= 0x36F) || utf8_is_selector(c) || is_blank(c) || is_point(c)
            || (is_dash(c) && c != 0x30FC);
        if (!drop) {
            memmove(apart + kept, apart + at, step);
            kept += step;
        }
        at += step;
    }
    char *out = normalized(UNINORM_NFKC, apart, kept, n);
    explicit_bzero(apart, apart_n);
    free(apart);
    return out;
}

/* One character of a bare name to the key. `before` is what the key got last: 々 repeats it. */
static size_t add_name_char(uint32_t c, const char *before, size_t before_n, char out[UTF8_MAX + 1])
{
    c = uc_tolower(c);
    const char *plain = plain_letters(c);
    if (plain) {
        memcpy(out, plain, strlen(plain));
        return strlen(plain);
    }
    if (c == 0x3005 && before_n > 0) { /* 々 */
        memcpy(out, before, before_n);
        return before_n;
    }
    if (c == 0x30F5 || c == 0x30F6) /* ヵ ヶ: 関ヶ原 and 関ケ原 */
        c = c == 0x30F5 ? 0x30AB : 0x30B1;
    return variant_head(c, out);
}

char *fold_name(struct arena *a, const char *s)
{
    size_t bare_n = 0, n = 0, last = 0;
    char *text = bare(s, &bare_n);
    /* A character of two bytes or more becomes at most four; ASCII stays one byte. */
    char *out = arena_alloc(a, bare_n * 2 + UTF8_MAX + 1);

    for (size_t at = 0; at < bare_n;) {
        uint32_t c = 0;
        size_t step = utf8_decode(text + at, bare_n - at, &c);
        BUG_IF(step == 0);
        char piece[UTF8_MAX + 1];
        last = add_name_char(c, out + n - last, last, piece);
        memcpy(out + n, piece, last);
        n += last;
        at += step;
    }
    out[n] = '\0';
    if (text)
        explicit_bzero(text, bare_n);
    free(text);
    return out;
}

static uint32_t large_kana(uint32_t c)
{
    static const struct {
        uint16_t from, to;
    } same[] = { { 0x30A1, 0x30A2 }, { 0x30A3, 0x30A4 }, { 0x30A5, 0x30A6 }, { 0x30A7, 0x30A8 },
        { 0x30A9, 0x30AA }, { 0x30C3, 0x30C4 }, { 0x30E3, 0x30E4 }, { 0x30E5, 0x30E6 },
        { 0x30E7, 0x30E8 }, { 0x30EE, 0x30EF }, { 0x30F5, 0x30AB }, { 0x30F6, 0x30B1 },
        { 0x30C2, 0x30B8 }, { 0x30C5, 0x30BA }, { 0x30F4, 0x30D6 }, { 0x30F0, 0x30A4 },
        { 0x30F1, 0x30A8 }, { 0x30F2, 0x30AA }, { 0x30F7, 0x30D0 }, { 0x30F8, 0x30D3 },
        { 0x30F9, 0x30D9 }, { 0x30FA, 0x30DC } };

    for (size_t i = 0; i < COUNT_OF(same); i++) {
        if (same[i].from == c)
            return same[i].to;
    }
    return c;
}

/* ヴァ ヴィ ヴェ ヴォ are written バ ビ ベ ボ as often; 0 when c is no small vowel after ヴ. */
static uint32_t v_as_b(uint32_t small)
{
    switch (small) {
    case 0x30A1:
        return 0x30D0;
    case 0x30A3:
        return 0x30D3;
    case 0x30A7:
        return 0x30D9;
    case 0x30A9:
        return 0x30DC;
    default:
        return 0;
    }
}

char *fold_kana(struct arena *a, const char *s)
{
    const char *from = kana_to_katakana(a, s);
    char *out = arena_alloc(a, strlen(from) + 1); /* never longer */
    size_t n = 0;

    while (*from) {
        uint32_t c = utf8_next(&from);
        if (is_dash(c) || is_blank(c) || is_point(c))
            continue;
        const char *behind = from;
        uint32_t b = c == 0x30F4 ? v_as_b(utf8_next(&behind)) : 0;
        if (b)
            from = behind;
        c = b ? b : large_kana(fold_ascii_char(c));
        n += utf8_encode(c < 0x80 ? uc_tolower(c) : c, out + n);
    }
    out[n] = '\0';
    return out;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

char *fold_phone(struct arena *a, const char *s)
{
    char *out = arena_alloc(a, strlen(s) + 1);
    size_t n = 0;

    while (*s) {
        uint32_t c = fold_ascii_char(utf8_next(&s));
        if (is_digit(c))
            out[n++] = (char)c;
    }
    out[n] = '\0';
    return out;
}

/* Digits and what people put between them. */
static bool looks_like_number(const char *s)
{
    bool any = false;

    while (*s) {
        uint32_t c = fold_ascii_char(utf8_next(&s));
        if (is_digit(c))
            any = true;
        else if (c == 0 || c > 0x7F || !strchr(" -+()./", (int)c))
            return false;
    }
    return any;
}

static bool is_latin(const char *key)
{
    for (; *key; key++) {
        if ((unsigned char)*key >= 0x80 || is_digit((unsigned char)*key))
            return false;
    }
    return true;
}

struct fold_key fold_any(struct arena *a, const char *s)
{
    if (looks_like_number(s))
        return (struct fold_key){ FOLD_DIGITS, fold_phone(a, s) };
    if (kana_only(s))
        return (struct fold_key){ FOLD_KANA, fold_kana(a, s) };
    const char *key = fold_name(a, s);
    if (*key == '\0')
        return (struct fold_key){ FOLD_EMPTY, key };
    return (struct fold_key){ is_latin(key) ? FOLD_LATIN : FOLD_NAME, key };
}
