/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and values of facts as people write them, against what a file adds to the language. */
#ifndef POLICY_FACT_NAME_H
#define POLICY_FACT_NAME_H
#include "policy/condition.h"
#include "policy/facts.h"

/* NULL vocabulary = built-in facts only. The error offers the nearest name. */
bool fact_name_find(const char *name, const struct vocabulary *v, struct fact_ref *out,
    enum fact_type *type, struct arena *a, struct err *e);
/* One value of that fact; numbers and dates come back as number, everything else as word. */
bool fact_value_check(struct fact_ref r, enum fact_type type, const char *text,
    const struct vocabulary *v, struct fact_value *out, struct arena *a, struct err *e);

/* The kinds of materials that the program knows (the counter's list). */
extern const char *const MATERIAL_KINDS[];
extern const size_t MATERIAL_KINDS_COUNT;
bool material_kind(const char *kind);
#endif
