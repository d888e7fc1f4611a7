/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/utf8.h"

#include "base/base.h"

static bool allowed(uint32_t c)
{
    return c > 0 && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF) && !(c >= 0xFDD0 && c <= 0xFDEF)
        && (c & 0xFFFE) != 0xFFFE;
}

size_t utf8_decode(const char *s, size_t n, uint32_t *c)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    const unsigned char *p = (const unsigned char *)s;

    if (n == 0)
        return 0;
    if (p[0] < 0x80) {
        *c = p[0];
        return p[0] ? 1 : 0;
    }
    size_t bytes = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (p[0] < 0xC2 || p[0] > 0xF4 || bytes > n)
        return 0;
    uint32_t code = p[0] & (0x7FU >> bytes);
    for (size_t i = 1; i < bytes; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (p[i] & 0x3FU);
    }
    if (code < least[bytes] || !allowed(code))
        return 0;
    *c = code;
    return bytes;
}

size_t utf8_encode(uint32_t c, char out[UTF8_MAX])
{
    if (!allowed(c))
        return 0;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t bytes = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char head[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    for (size_t i = bytes - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    out[0] = (char)(head[bytes] | c);
    return bytes;
}

/* Eight bytes that are all ASCII and no NUL. */
static bool plain_eight(const char *s)
{
    uint64_t w;

    memcpy(&w, s, sizeof w);
    return ((w | (w - 0x0101010101010101U)) & 0x8080808080808080U) == 0;
}

/* A character of three bytes that needs no closer look: nothing shorter, no surrogate, no noncharacter. */
static bool easy_three(const char *s)
{
    const unsigned char *p = (const unsigned char *)s;

    return p[0] > 0xE0 && p[0] < 0xED && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
}

size_t utf8_check(const char *s, size_t n)
{
    size_t at = 0;
    uint32_t c;

    while (at < n) {
        if (n - at >= 8 && plain_eight(s + at)) {
            at += 8;
            continue;
        }
        while (n - at >= 3 && easy_three(s + at)) /* Japanese comes in runs */
            at += 3;
        if (at == n)
            break;
        size_t step = utf8_decode(s + at, n - at, &c);
        if (step == 0)
            return at;
        at += step;
    }
    return n;
}

bool utf8_ok(const char *s)
{
    size_t n = strlen(s);

    return utf8_check(s, n) == n;
}

uint32_t utf8_next(const char **s)
{
    uint32_t c = 0;

    if (**s == '\0')
        return 0;
    /* A NUL is no continuation byte, so at most the bytes before it are looked at. */
    size_t step = utf8_decode(*s, UTF8_MAX, &c);
    if (step == 0) {
        (*s)++;
        return 0xFFFD;
    }
    *s += step;
    return c;
}

size_t utf8_before(const char *s, size_t at)
{
    while (at > 0 && ((unsigned char)s[--at] & 0xC0) == 0x80)
        ;
    return at;
}

size_t utf8_count(const char *s)
{
    size_t n = 0;

    while (utf8_next(&s))
        n++;
    return n;
}

bool utf8_is_selector(uint32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}
