/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/safe.h"

#include "base/base.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { MY_NUMBER_DIGITS = 12, GROUP = 4 };

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Domain page 3.2: Q of digit n from the right is n+1 up to the sixth, n-5 from the seventh on. */
static bool check_digit_right(const int digit[MY_NUMBER_DIGITS])
{
    int sum = 0;

    for (int n = 1; n <= MY_NUMBER_DIGITS - 1; n++)
        sum += digit[MY_NUMBER_DIGITS - 1 - n] * (n <= 6 ? n + 1 : n - 5);
    int rest = sum % 11;
    return digit[MY_NUMBER_DIGITS - 1] == (rest <= 1 ? 0 : 11 - rest);
}

/* Twelve digits from s on, between groups of four perhaps one blank or hyphen; returns the byte
 * behind, or NULL. */
static const char *twelve_digits(const char *s, int digit[MY_NUMBER_DIGITS])
{
    for (int i = 0; i < MY_NUMBER_DIGITS; i++) {
        uint32_t c = fold_ascii_char(utf8_next(&s));
        if (i > 0 && i % GROUP == 0 && (c == ' ' || c == '-'))
            c = fold_ascii_char(utf8_next(&s));
        if (!is_digit(c))
            return NULL;
        digit[i] = (int)(c - '0');
    }
    return s;
}

/* Whether the number goes on behind s: with a digit, or a hyphen and a digit. */
static bool goes_on(const char *s)
{
    uint32_t c = fold_ascii_char(utf8_next(&s));

    if (c == '-')
        c = fold_ascii_char(utf8_next(&s));
    return is_digit(c);
}

struct place {
    const char *p;
    uint32_t before, before_that; /* folded */
};

static void step(struct place *at)
{
    at->before_that = at->before;
    at->before = fold_ascii_char(utf8_next(&at->p));
}

static bool number_may_begin(const struct place *at)
{
    return !is_digit(at->before) && !(at->before == '-' && is_digit(at->before_that));
}

bool safe_my_number(const char *s, size_t from, struct text_span *found)
{
    struct place at = { .p = s + from };

    while (*at.p) {
        int digit[MY_NUMBER_DIGITS];
        const char *end = number_may_begin(&at) ? twelve_digits(at.p, digit) : NULL;
        if (end && !goes_on(end) && check_digit_right(digit)) {
            *found = (struct text_span){ (size_t)(at.p - s), (size_t)(end - at.p) };
            return true;
        }
        step(&at);
    }
    return false;
}

/* The word at s without regard to width and case of Latin letters; its bytes, 0 when not there. */
static size_t word_bytes(const char *s, const char *word)
{
    const char *p = s;

    while (*word) {
        uint32_t w = utf8_next(&word), c = fold_ascii_char(utf8_next(&p));
        if (c >= 'A' && c <= 'Z')
            c = c - 'A' + 'a';
        if (c != w)
            return 0;
    }
    return (size_t)(p - s);
}

bool safe_number_word(const char *s, size_t from, struct text_span *found)
{
    /* Longer words first. ー folds to a hyphen. */
    static const char *const words[]
        = { "保険者番号", "個人番号", "マイナンバ-", "my number", "mynumber", "記号", "番号" };

    for (const char *p = s + from; *p;) {
        for (size_t i = 0; i < COUNT_OF(words); i++) {
            size_t n = word_bytes(p, words[i]);
            if (n > 0) {
                *found = (struct text_span){ (size_t)(p - s), n };
                return true;
            }
        }
        utf8_next(&p);
    }
    return false;
}
