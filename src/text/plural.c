/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/plural.h"

#include <limits.h>

#include "base/base.h"

enum { DEEPEST = 32 };

struct parser {
    const char *p, *end;
    unsigned long n;
    int depth;
    bool bad;
};

/* Operators of two sides, tightest last; longer ones before their heads ("<=" before "<"). */
static const struct {
    const char *sign;
    int level;
} operators[] = { { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<=", 4 }, { ">=", 4 },
    { "<", 4 }, { ">", 4 }, { "+", 5 }, { "-", 5 }, { "*", 6 }, { "/", 6 }, { "%", 6 } };

static unsigned long ternary(struct parser *x);

static void skip_blanks(struct parser *x)
{
    while (x->p < x->end && (*x->p == ' ' || *x->p == '\t' || *x->p == '\n'))
        x->p++;
}

static bool accept(struct parser *x, const char *sign)
{
    size_t n = strlen(sign);

    skip_blanks(x);
    if ((size_t)(x->end - x->p) < n || memcmp(x->p, sign, n) != 0)
        return false;
    x->p += n;
    return true;
}

static unsigned long number(struct parser *x)
{
    unsigned long v = 0;
    const char *start = x->p;

    while (x->p < x->end && *x->p >= '0' && *x->p <= '9' && v < ULONG_MAX / 10 - 1)
        v = v * 10 + (unsigned long)(*x->p++ - '0');
    if (x->p == start)
        x->bad = true;
    return v;
}

static unsigned long primary(struct parser *x)
{
    unsigned long v;

    if (++x->depth > DEEPEST)
        x->bad = true;
    if (x->bad)
        return 0;
    if (accept(x, "!")) {
        v = !primary(x);
    } else if (accept(x, "(")) {
        v = ternary(x);
        if (!accept(x, ")"))
            x->bad = true;
    } else if (accept(x, "n")) {
        v = x->n;
    } else {
        v = number(x);
    }
    x->depth--;
    return v;
}

static unsigned long divide(struct parser *x, unsigned long a, unsigned long b, bool rest)
{
    if (b == 0) {
        x->bad = true;
        return 0;
    }
    return rest ? a % b : a / b;
}

static unsigned long apply(struct parser *x, const char *sign, unsigned long a, unsigned long b)
{
    bool equal_too = sign[1] == '=';

    switch (sign[0]) {
    case '|':
        return a || b;
    case '&':
        return a && b;
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return equal_too ? a <= b : a < b;
    case '>':
        return equal_too ? a >= b : a > b;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    default:
        return divide(x, a, b, sign[0] == '%');
    }
}

static const char *operator_at(struct parser *x, int least, int *level)
{
    for (size_t i = 0; i < COUNT_OF(operators); i++) {
        if (operators[i].level >= least && accept(x, operators[i].sign)) {
            *level = operators[i].level;
            return operators[i].sign;
        }
    }
    return NULL;
}

/* Operators at least this tight, from left to right. */
static unsigned long binary(struct parser *x, int least)
{
    unsigned long v = primary(x);
    const char *sign;
    int level;

    while (!x->bad && (sign = operator_at(x, least, &level)) != NULL) {
        unsigned long right = binary(x, level + 1);
        v = apply(x, sign, v, right);
    }
    return v;
}

static unsigned long ternary(struct parser *x)
{
    if (++x->depth > DEEPEST)
        x->bad = true;
    if (x->bad)
        return 0;
    unsigned long v = binary(x, 1);
    if (accept(x, "?")) {
        unsigned long yes = ternary(x);
        if (!accept(x, ":"))
            x->bad = true;
        unsigned long no = ternary(x);
        v = v ? yes : no;
    }
    x->depth--;
    return v;
}

bool plural_eval(const char *text, size_t len, unsigned long n, unsigned long *out)
{
    struct parser x = { .p = text, .end = text + len, .n = n };
    unsigned long v = ternary(&x);

    skip_blanks(&x);
    if (x.bad || x.p != x.end)
        return false;
    *out = v;
    return true;
}
