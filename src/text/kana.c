/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/kana.h"

#include "base/base.h"
#include "text/utf8.h"

uint32_t kana_full_width(uint32_t c)
{
    /* U+FF61..FF9F in order, the last two being the spacing sound marks. */
    static const uint16_t full[] = { 0x3002, 0x300C, 0x300D, 0x3001, 0x30FB, 0x30F2, 0x30A1, 0x30A3,
        0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7, 0x30C3, 0x30FC, 0x30A2, 0x30A4, 0x30A6,
        0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5, 0x30B7, 0x30B9, 0x30BB,
        0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8, 0x30CA, 0x30CB, 0x30CC, 0x30CD, 0x30CE,
        0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4,
        0x30E6, 0x30E8, 0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3, 0x309B, 0x309C };

    return c >= 0xFF61 && c <= 0xFF9F ? full[c - 0xFF61] : c;
}

static bool voiced_mark(uint32_t c)
{
    return c == 0x3099 || c == 0x309B || c == 0xFF9E;
}

static bool half_voiced_mark(uint32_t c)
{
    return c == 0x309A || c == 0x309C || c == 0xFF9F;
}

/* Katakana only. In the block each kana that takes a mark stands directly before its voiced form.
 */
static uint32_t katakana_voiced(uint32_t c)
{
    if (c == 0x30A6)
        return 0x30F4; /* ヴ */
    if (c >= 0x30EF && c <= 0x30F2)
        return c + 8; /* ワ ヰ ヱ ヲ */
    if (c == 0x30FD)
        return 0x30FE; /* ヽ */
    if (c >= 0x30AB && c <= 0x30C1)
        return c % 2 == 1 ? c + 1 : 0; /* カ .. チ */
    if (c == 0x30C4 || c == 0x30C6 || c == 0x30C8)
        return c + 1; /* ツ テ ト */
    return c >= 0x30CF && c <= 0x30DB && (c - 0x30CF) % 3 == 0 ? c + 1 : 0;
}

uint32_t kana_with_mark(uint32_t c, uint32_t mark)
{
    bool hiragana = c >= 0x3041 && c <= 0x309D;
    uint32_t k = hiragana ? c + 0x60 : c, with = 0;

    if (voiced_mark(mark))
        with = katakana_voiced(k);
    else if (half_voiced_mark(mark) && k >= 0x30CF && k <= 0x30DB && (k - 0x30CF) % 3 == 0)
        with = k + 2;
    if (!hiragana || with == 0)
        return with;
    return with >= 0x30F7 && with <= 0x30FA ? 0 : with - 0x60;
}

static uint32_t to_katakana(uint32_t c)
{
    return (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E ? c + 0x60 : c;
}

char *kana_to_katakana(struct arena *a, const char *s)
{
    /* Never longer: half and full width, hiragana and katakana all take three bytes. */
    char *out = arena_alloc(a, strlen(s) + 1);
    size_t n = 0;

    while (*s) {
        uint32_t c = kana_full_width(utf8_next(&s));
        const char *behind = s;
        uint32_t joined = kana_with_mark(c, utf8_next(&behind));
        if (joined) {
            c = joined;
            s = behind;
        }
        n += utf8_encode(to_katakana(c), out + n);
    }
    out[n] = '\0';
    return out;
}

bool kana_only(const char *s)
{
    bool any = false;

    while (*s) {
        uint32_t c = utf8_next(&s);
        bool kana = (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA)
            || (c >= 0xFF66 && c <= 0xFF9D && c != 0xFF70);
        bool with_kana = c == ' ' || c == 0x3000 || (c >= 0x3099 && c <= 0x309E)
            || (c >= 0x30FB && c <= 0x30FE) || c == 0xFF65 || c == 0xFF70 || c == 0xFF9E
            || c == 0xFF9F;
        if (!kana && !with_kana)
            return false;
        any = any || kana;
    }
    return any;
}
