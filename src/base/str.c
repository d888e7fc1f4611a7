/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base.h"

bool str_eq(const char *a, const char *b)
{
    if (!a || !b)
        return a == b;
    return strcmp(a, b) == 0;
}

bool str_empty(const char *s)
{
    return !s || !*s;
}

bool str_starts(const char *s, const char *head)
{
    return s && strncmp(s, head, strlen(head)) == 0;
}

const char *str_or(const char *s, const char *other)
{
    return str_empty(s) ? other : s;
}

bool str_copy(char *dst, size_t size, const char *s)
{
    size_t n = strlen(s);
    bool whole = n < size;

    BUG_IF(size == 0);
    if (!whole) {
        n = size - 1;
        while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80)
            n--;
    }
    memcpy(dst, s, n);
    dst[n] = '\0';
    return whole;
}

bool str_int(const char *s, int64_t *out)
{
    bool negative = *s == '-';
    int64_t v = 0;

    if (negative)
        s++;
    if (!*s)
        return false;
    for (; *s; s++) {
        if (*s < '0' || *s > '9')
            return false;
        if (__builtin_mul_overflow(v, 10, &v) || __builtin_add_overflow(v, *s - '0', &v))
            return false;
    }
    *out = negative ? -v : v;
    return true;
}

int str_distance(const char *a, const char *b, int max)
{
    enum { LONGEST = 64 };
    size_t na = strlen(a), nb = strlen(b);
    int row[LONGEST + 1];

    if (na > LONGEST || nb > LONGEST)
        return max + 1;
    for (size_t j = 0; j <= nb; j++)
        row[j] = (int)j;
    for (size_t i = 1; i <= na; i++) {
        int diagonal = row[0];
        row[0] = (int)i;
        for (size_t j = 1; j <= nb; j++) {
            int up = row[j];
            int best = diagonal + (a[i - 1] != b[j - 1]);
            if (up + 1 < best)
                best = up + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            diagonal = up;
            row[j] = best;
        }
    }
    return row[nb] > max ? max + 1 : row[nb];
}
