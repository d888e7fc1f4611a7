/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/date_token.h"

#include "base/base.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { LONGEST = 40, DIGITS_MOST = 8, AWAY_MOST = 4 };

/* The typed characters, folded, letters small, without blanks. */
struct chars {
    uint32_t c[LONGEST + 1]; /* ends with 0 */
    size_t n;
};

static bool collect(const char *typed, struct chars *s)
{
    s->n = 0;
    while (*typed) {
        uint32_t c = fold_ascii_char(utf8_next(&typed));
        if (c == ' ')
            continue;
        if (s->n == LONGEST)
            return false;
        s->c[s->n++] = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    }
    s->c[s->n] = 0;
    return true;
}

/* How many characters of s from `at` are the word; 0 when it does not stand there. */
static size_t word_at(const struct chars *s, size_t at, const char *word)
{
    size_t n = 0;

    while (*word) {
        uint32_t c = utf8_next(&word);
        if (c >= 'A' && c <= 'Z')
            c = c - 'A' + 'a';
        if (at + n >= s->n || s->c[at + n] != c)
            return 0;
        n++;
    }
    return n;
}

static bool is_word(const struct chars *s, const char *word)
{
    return s->n > 0 && word_at(s, 0, word) == s->n;
}

static bool is_weekday(uint32_t c)
{
    for (int i = 0; i < 7; i++) {
        const char *name = weekday_short(i, LANG_JA);
        if (utf8_next(&name) == c)
            return true;
    }
    return false;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

enum {
    KANJI_DAY = 0x65E5,
    KANJI_MONTH = 0x6708,
    KANJI_YEAR = 0x5E74,
    YOU = 0x66DC,
    FIRST_YEAR = 0x5143
};

static void cut(struct chars *s, size_t n)
{
    s->n = n;
    s->c[n] = 0;
}

/* "(火)", "(火曜日)", "(火・祝)", "(Tue)". */
static void drop_bracketed_weekday(struct chars *s)
{
    if (s->n < 3 || s->c[s->n - 1] != ')')
        return;
    size_t open = s->n - 1;
    while (open > 0 && s->c[open] != '(')
        open--;
    bool weekday = is_weekday(s->c[open + 1]);
    for (int i = 0; i < 7 && !weekday; i++) {
        char three[4];
        str_copy(three, sizeof three, weekday_short(i, LANG_EN));
        weekday = word_at(s, open + 1, three) > 0;
    }
    if (open > 0 && weekday)
        cut(s, open);
}

/* "火", "火曜", "火曜日" at the end. 日 and 月 alone are weekdays only after the day's own 日. */
static void drop_weekday(struct chars *s)
{
    size_t n = s->n;

    drop_bracketed_weekday(s);
    if (s->n != n || n < 4)
        return;
    if (s->c[n - 1] == KANJI_DAY && s->c[n - 2] == YOU && is_weekday(s->c[n - 3]))
        cut(s, n - 3);
    else if (s->c[n - 1] == YOU && is_weekday(s->c[n - 2]))
        cut(s, n - 2);
    else if (is_weekday(s->c[n - 1]) && s->c[n - 1] != KANJI_DAY && s->c[n - 1] != KANJI_MONTH)
        cut(s, n - 1);
    else if (is_weekday(s->c[n - 1]) && s->c[n - 2] == KANJI_DAY)
        cut(s, n - 1);
}

/* A whole number of at most `most` digits at *at. */
static bool take_number(const struct chars *s, size_t *at, int most, int *value, int *digits)
{
    *value = *digits = 0;
    while (is_digit(s->c[*at])) {
        if (*digits == most)
            return false;
        *value = *value * 10 + (int)(s->c[*at] - '0');
        (*digits)++;
        (*at)++;
    }
    return *digits > 0;
}

static bool read_named_day(const struct chars *s, struct date_token *t)
{
    static const struct {
        const char *word;
        int days;
    } named[] = { { "t", 0 }, { "today", 0 }, { "今日", 0 }, { "本日", 0 }, { "明日", 1 },
        { "明後日", 2 }, { "昨日", -1 }, { "一昨日", -2 }, { "tomorrow", 1 }, { "yesterday", -1 } };

    for (size_t i = 0; i < COUNT_OF(named); i++) {
        if (is_word(s, named[i].word)) {
            t->value[0] = named[i].days;
            t->unit = 'd';
            return true;
        }
    }
    return false;
}

/* +3, -2w, t+7b */
static bool read_relative(const struct chars *s, struct date_token *t)
{
    size_t at = s->c[0] == 't' ? 1 : 0;
    bool back = s->c[at] == '-';

    if (s->c[at] != '+' && !back)
        return false;
    at++;
    if (!take_number(s, &at, AWAY_MOST, &t->value[0], &t->digits[0]))
        return false;
    if (back)
        t->value[0] = -t->value[0];
    t->unit = 'd';
    if (s->c[at] == 'd' || s->c[at] == 'w' || s->c[at] == 'm' || s->c[at] == 'b')
        t->unit = (char)s->c[at++];
    return at == s->n;
}

static size_t era_ligature(uint32_t c, size_t newest_first)
{
    static const uint32_t ligatures[ERA_COUNT] = { 0x32FF, 0x337B, 0x337C, 0x337D, 0x337E };

    return c == ligatures[newest_first] ? 1 : 0;
}

/* 令和, 令, Reiwa, R, ㋿ at the front; returns its length. */
static size_t take_era(const struct chars *s, const struct era **era)
{
    for (size_t i = 0; i < ERA_COUNT; i++) {
        const struct era *e = era_at(i);
        char letter[2] = { e->letter, '\0' };
        const char *names[] = { e->name.ja, e->initial, e->name.en, letter };
        size_t n = era_ligature(s->c[0], i);
        for (size_t k = 0; k < COUNT_OF(names) && n == 0; k++)
            n = word_at(s, 0, names[k]);
        if (n > 0) {
            *era = e;
            return n;
        }
    }
    return 0;
}

static bool is_separator(uint32_t c)
{
    return c == '.' || c == '/' || c == '-' || c == ',';
}

/* Numbers with one mark between each two: the same kinds of marks that dates are written with.
 * marks[i] stands behind number i, 0 when nothing does. */
static int take_numbers(const struct chars *s, size_t at, struct date_token *t, uint32_t marks[3])
{
    int n = 0;

    while (at < s->n) {
        if (n == 3)
            return 0;
        if (n == 0 && t->era && s->c[at] == FIRST_YEAR) {
            t->value[0] = t->digits[0] = 1; /* 元年 */
            at++;
        } else if (!take_number(s, &at, DIGITS_MOST, &t->value[n], &t->digits[n])) {
            return 0;
        }
        marks[n++] = s->c[at];
        if (s->c[at] != 0)
            at++;
    }
    return n;
}

static bool mark_fits(uint32_t mark, uint32_t kanji)
{
    return mark == kanji || is_separator(mark);
}

/* 24nov2026, 24nov: the day first, as the program writes dates in English. */
static enum date_token_kind read_english(const struct chars *s, struct date_token *t)
{
    static const char *const months[]
        = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
    static const char *const rest[]
        = { "uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember" };
    size_t at = 0, found = 0;
    int d, d_digits, y, y_digits;

    if (!take_number(s, &at, 2, &d, &d_digits))
        return DATE_TOKEN_NONE;
    int month = 0;
    while (month < 12 && (found = word_at(s, at, months[month])) == 0)
        month++;
    if (month == 12)
        return DATE_TOKEN_NONE;
    at += found;
    at += word_at(s, at, rest[month]);
    if (at == s->n) {
        *t = (struct date_token){ .value = { month + 1, d }, .digits = { 2, 2 } };
        return DATE_TOKEN_MONTH_DAY;
    }
    if (!take_number(s, &at, 4, &y, &y_digits) || y_digits != 4 || at != s->n)
        return DATE_TOKEN_NONE;
    *t = (struct date_token){ .value = { y, month + 1, d }, .digits = { 4, 2, 2 } };
    return DATE_TOKEN_FULL;
}

enum date_token_kind date_token_read(const char *typed, struct date_token *t)
{
    struct chars s;
    uint32_t marks[3] = { 0 };

    *t = (struct date_token){ 0 };
    if (!collect(typed, &s))
        return DATE_TOKEN_NONE;
    if (s.n == 0)
        return DATE_TOKEN_EMPTY;
    if (read_named_day(&s, t) || read_relative(&s, t))
        return DATE_TOKEN_RELATIVE;
    *t = (struct date_token){ 0 };
    drop_weekday(&s);
    enum date_token_kind english = read_english(&s, t);
    if (english != DATE_TOKEN_NONE)
        return english;
    size_t at = take_era(&s, &t->era);
    switch (take_numbers(&s, at, t, marks)) {
    case 1:
        return marks[0] == 0 ? DATE_TOKEN_DIGITS : DATE_TOKEN_NONE;
    case 2:
        return !t->era && t->digits[0] <= 2 && t->digits[1] <= 2 && mark_fits(marks[0], KANJI_MONTH)
                && (marks[1] == 0 || marks[1] == KANJI_DAY)
            ? DATE_TOKEN_MONTH_DAY
            : DATE_TOKEN_NONE;
    case 3:
        return mark_fits(marks[0], KANJI_YEAR) && mark_fits(marks[1], KANJI_MONTH)
                && (marks[2] == 0 || marks[2] == KANJI_DAY)
            ? DATE_TOKEN_FULL
            : DATE_TOKEN_NONE;
    default:
        return DATE_TOKEN_NONE;
    }
}
