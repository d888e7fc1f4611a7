/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/romaji.h"

#include "base/base.h"
#include "text/kana.h"
#include "text/utf8.h"

enum { SMALL_TSU = 0x30C3, N = 0x30F3, U = 0x30A6, O = 0x30AA, LAST = 0x30FA, FIRST = 0x30A1 };

/* U+30A1..30FA by the passport table; a small vowel is written as the vowel (フィ FUI, ティ TEI),
 * ヴ as BU. ッ ン and small ャ ュ ョ are worked out below. */
static const char syllables[][4] = { "A", "A", "I", "I", "U", "U", "E", "E", "O", "O", "KA", "GA",
    "KI", "GI", "KU", "GU", "KE", "GE", "KO", "GO", "SA", "ZA", "SHI", "JI", "SU", "ZU", "SE", "ZE",
    "SO", "ZO", "TA", "DA", "CHI", "JI", "", "TSU", "ZU", "TE", "DE", "TO", "DO", "NA", "NI", "NU",
    "NE", "NO", "HA", "BA", "PA", "HI", "BI", "PI", "FU", "BU", "PU", "HE", "BE", "PE", "HO", "BO",
    "PO", "MA", "MI", "MU", "ME", "MO", "YA", "YA", "YU", "YU", "YO", "YO", "RA", "RI", "RU", "RE",
    "RO", "WA", "WA", "I", "E", "O", "N", "BU", "KA", "KE", "BA", "BI", "BE", "BO" };

static const char *syllable(uint32_t c)
{
    return c >= FIRST && c <= LAST ? syllables[c - FIRST] : "";
}

static bool is_small_y(uint32_t c)
{
    return c == 0x30E3 || c == 0x30E5 || c == 0x30E7;
}

/* The word so far. */
struct word {
    char *out;
    size_t n;
    const char *before; /* the kana added last, as letters; "" at the start */
    bool after_long; /* a long vowel was just dropped: オオ|オカ begins anew */
};

static char last_letter(const struct word *w)
{
    return w->n > 0 && w->out[w->n - 1] != ' ' ? w->out[w->n - 1] : '\0';
}

static void add(struct word *w, const char *letters)
{
    size_t n = strlen(letters);

    memcpy(w->out + w->n, letters, n);
    w->n += n;
}

/* キ + ャ KYA, シ + ャ SHA; after any other sound YA stands alone (デュ DEYU). */
static void add_small_y(struct word *w, uint32_t c)
{
    const char *y = syllable(c), *before = w->before;
    size_t n = strlen(before);

    if (n >= 2 && before[n - 1] == 'I') {
        w->n--;
        if (n == 3 || before[0] == 'J') /* SHI CHI JI hold the Y already */
            y++;
    }
    add(w, y);
}

/* ッ doubles the consonant that follows (TCH before CH); before none it is read TSU. */
static void add_small_tsu(struct word *w, uint32_t next)
{
    const char *follows = syllable(next);
    char letter[2] = { follows[0], '\0' };

    if (follows[0] == 'C')
        letter[0] = 'T';
    add(w, follows[0] == '\0' || strchr("AIUEO", follows[0]) ? "TSU" : letter);
}

/* The passport drops the long o and u: ウ after O or U, オ after O unless it ends the name. */
static bool is_long_vowel(const struct word *w, uint32_t c, uint32_t next)
{
    char last = last_letter(w);

    if (w->after_long)
        return false;
    bool ends = next == 0 || next == ' ';
    return (c == U && (last == 'O' || last == 'U')) || (c == O && last == 'O' && !ends);
}

static void add_kana(struct word *w, uint32_t c, uint32_t next)
{
    if (is_long_vowel(w, c, next)) {
        w->after_long = true;
        return;
    }
    w->after_long = false;
    if (c == SMALL_TSU)
        add_small_tsu(w, next);
    else if (c == N)
        add(w, strchr("BMP", syllable(next)[0]) && syllable(next)[0] ? "M" : "N");
    else if (is_small_y(c))
        add_small_y(w, c);
    else
        add(w, syllable(c));
    w->before = syllable(c);
}

static uint32_t blank_or_same(uint32_t c)
{
    return c == 0x3000 || c == 0x30FB ? ' ' : c;
}

char *romaji_from_kana(struct arena *a, const char *kana)
{
    const char *s = kana_to_katakana(a, kana);
    /* A kana takes three bytes and gives at most three letters. */
    struct word w = { .out = arena_alloc(a, strlen(s) + 1), .before = "" };

    while (*s) {
        uint32_t c = blank_or_same(utf8_next(&s));
        const char *behind = s;
        uint32_t next = blank_or_same(utf8_next(&behind));
        if (c == ' ') {
            if (last_letter(&w))
                add(&w, " ");
            w.before = "";
            w.after_long = false;
        } else if (*syllable(c) || c == SMALL_TSU) {
            add_kana(&w, c, next);
        }
    }
    if (w.n > 0 && w.out[w.n - 1] == ' ')
        w.n--;
    w.out[w.n] = '\0';
    return w.out;
}
