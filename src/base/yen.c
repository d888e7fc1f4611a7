/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base.h"

bool yen_add(yen a, yen b, yen *out)
{
    return !__builtin_add_overflow(a.v, b.v, &out->v);
}

bool yen_sub(yen a, yen b, yen *out)
{
    return !__builtin_sub_overflow(a.v, b.v, &out->v);
}

bool yen_times(yen a, int64_t n, yen *out)
{
    return !__builtin_mul_overflow(a.v, n, &out->v);
}

int yen_cmp(yen a, yen b)
{
    return (a.v > b.v) - (a.v < b.v);
}

void yen_format(yen y, char out[YEN_TEXT])
{
    char digits[24];
    uint64_t left = y.v < 0 ? 0 - (uint64_t)y.v : (uint64_t)y.v;
    size_t n = 0, at = 0;

    do {
        digits[n++] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (y.v < 0)
        out[at++] = '-';
    while (n > 0) {
        out[at++] = digits[--n];
        if (n > 0 && n % 3 == 0)
            out[at++] = ',';
    }
    out[at] = '\0';
}

bool yen_parse(const char *s, yen *out)
{
    int64_t v = 0;
    int group = 0; /* digits since the last comma */
    bool commas = false;

    if (*s < '0' || *s > '9')
        return false;
    for (; *s; s++) {
        if (*s == ',') {
            if (group == 0 || group > 3 || (commas && group != 3))
                return false;
            commas = true;
            group = 0;
            continue;
        }
        if (*s < '0' || *s > '9')
            return false;
        if (__builtin_mul_overflow(v, 10, &v) || __builtin_add_overflow(v, *s - '0', &v))
            return false;
        group++;
    }
    if (commas && group != 3)
        return false;
    out->v = v;
    return true;
}

yen yen_tax_inside(yen total, int percent)
{
    BUG_IF(percent < 0 || percent > 100);
    return YEN(total.v / (100 + percent) * percent + total.v % (100 + percent) * percent / (100 + percent));
}
