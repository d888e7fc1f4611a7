/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a condition; only for policy/condition*.c. */
#ifndef POLICY_CONDITION_TREE_H
#define POLICY_CONDITION_TREE_H
#include "policy/condition.h"

enum cond_op {
    COND_EQUAL,
    COND_NOT_EQUAL,
    COND_LESS,
    COND_AT_MOST,
    COND_MORE,
    COND_AT_LEAST,
    COND_IN,
    COND_ONLY,
    COND_IS_SET
};

struct cond_value {
    const char *word; /* NULL for numbers and dates */
    int64_t number;
};

struct cond {
    enum { COND_COMPARISON, COND_NOT, COND_AND, COND_OR } kind;
    enum cond_op op;
    struct fact_ref fact;
    enum fact_type type;
    struct cond_value *values;
    size_t n_values, cap_values;
    struct cond *first, *next; /* children; brothers */
};

struct condition {
    struct cond *root;
    const char *text;
};
#endif
