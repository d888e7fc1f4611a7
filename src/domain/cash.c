/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/cash.h"

#include "text/fold.h"
#include "text/utf8.h"

const int32_t CASH_YEN[CASH_KINDS] = { 10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1 };
enum { KIND_2000 = 2 };

static const char *const labels[CASH_KINDS] = {
    N_("10,000-yen note"),
    N_("5,000-yen note"),
    N_("2,000-yen note"),
    N_("1,000-yen note"),
    N_("500-yen coin"),
    N_("100-yen coin"),
    N_("50-yen coin"),
    N_("10-yen coin"),
    N_("5-yen coin"),
    N_("1-yen coin"),
};

const char *cash_kind_label(int kind)
{
    BUG_IF(kind < 0 || kind >= CASH_KINDS);
    return labels[kind];
}

int cash_kind(yen one)
{
    for (int i = 0; i < CASH_KINDS; i++)
        if (CASH_YEN[i] == one.v)
            return i;
    return -1;
}

bool pieces_ok(const struct pieces *p)
{
    for (int i = 0; i < CASH_KINDS; i++)
        if (p->of[i] < 0 || p->of[i] > CASH_PIECES_MAX)
            return false;
    return true;
}

yen pieces_sum(const struct pieces *p)
{
    int64_t sum = 0;

    BUG_IF(!pieces_ok(p)); /* so that the sum cannot overflow */
    for (int i = 0; i < CASH_KINDS; i++)
        sum += (int64_t)p->of[i] * CASH_YEN[i];
    return YEN(sum);
}

struct pieces cash_change(yen amount)
{
    struct pieces p = { { 0 } };
    int64_t left = amount.v;

    BUG_IF(left < 0 || left > MONEY_MAX);
    for (int i = 0; i < CASH_KINDS; i++) {
        if (i == KIND_2000)
            continue;
        p.of[i] = (int32_t)(left / CASH_YEN[i]);
        left %= CASH_YEN[i];
    }
    return p;
}

/* The signs that stand around an amount and say nothing: blanks and yen signs. */
static bool silent(uint32_t c)
{
    return c == ' ' || c == 0x3000 || c == 0xA5 || c == 0xFFE5 || c == '\\' || c == 0x5186 /* 円 */;
}

/* 10,000 for m and 万, 1,000 for k and 千; 0 = no unit. */
static int64_t unit_of(uint32_t c)
{
    if (c == 'm' || c == 'M' || c == 0x4E07 || c == 0x842C) /* 万, 萬 */
        return 10000;
    if (c == 'k' || c == 'K' || c == 0x5343) /* 千 */
        return 1000;
    return 0;
}

enum { PART_BYTES = 24 };

/* Adds digits (with commas) times unit to the sum; empties digits. */
static bool add_part(char *digits, size_t *n, int64_t unit, int64_t *sum)
{
    yen part;

    digits[*n] = '\0';
    *n = 0;
    return yen_parse(digits, &part) && yen_times(part, unit, &part)
        && !__builtin_add_overflow(*sum, part.v, sum);
}

static bool read_amount(const char *typed, int64_t *sum)
{
    char digits[PART_BYTES];
    size_t n = 0;
    int64_t last_unit = INT64_MAX;
    bool any = false;

    *sum = 0;
    for (uint32_t c; (c = utf8_next(&typed)) != 0;) {
        if (silent(c))
            continue;
        c = fold_ascii_char(c);
        int64_t unit = unit_of(c);
        if (unit) { /* 3m3k: units go down, each with a number before it */
            if (n == 0 || unit >= last_unit || !add_part(digits, &n, unit, sum))
                return false;
            last_unit = unit;
            any = true;
            continue;
        }
        if (!((c >= '0' && c <= '9') || c == ',') || n + 1 >= PART_BYTES)
            return false;
        digits[n++] = (char)c;
    }
    if (n > 0)
        return add_part(digits, &n, 1, sum);
    return any;
}

/* "=" and nothing else. */
static bool is_exact(const char *typed)
{
    bool found = false;

    for (uint32_t c; (c = utf8_next(&typed)) != 0;) {
        if (silent(c))
            continue;
        if (found || fold_ascii_char(c) != '=')
            return false;
        found = true;
    }
    return found;
}

bool money_input(const char *typed, yen owed, const char *field, yen *out, struct err *e)
{
    int64_t sum;

    if (is_exact(typed)) {
        *out = owed;
        return true;
    }
    if (!read_amount(typed, &sum))
        return err_set(e, ERR_INPUT, field,
            N_("This is no amount. Write digits, e.g. 40000, 4m for 40,000 or = for the exact amount."), NULL);
    if (sum > MONEY_MAX)
        return err_set(e, ERR_INPUT, field, N_("This amount is too large. Check the digits."), NULL);
    *out = YEN(sum);
    return true;
}
