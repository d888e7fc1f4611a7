/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First half of reading a typed date: its numbers and marks, without asking what day they mean. */
#ifndef TEXT_DATE_TOKEN_H
#define TEXT_DATE_TOKEN_H
#include "text/era.h"

enum date_token_kind {
    DATE_TOKEN_NONE, /* no date */
    DATE_TOKEN_EMPTY, /* nothing typed */
    DATE_TOKEN_RELATIVE, /* t, +3, -2w: value[0] and unit d w m b */
    DATE_TOKEN_DIGITS, /* one number, perhaps after an era */
    DATE_TOKEN_MONTH_DAY, /* two numbers: month, day */
    DATE_TOKEN_FULL /* three numbers: year, month, day */
};

struct date_token {
    const struct era *era; /* NULL when none was written */
    int value[3];
    int digits[3]; /* how many digits each was written with */
    char unit;
};

enum date_token_kind date_token_read(const char *typed, struct date_token *t);
#endif
