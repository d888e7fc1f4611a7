/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a policy file's text. Everything that is wrong is reported at once, each fault with its
 * place. */
#ifndef POLICY_LOAD_H
#define POLICY_LOAD_H
#include "base/base.h"
#include "policy/diag.h"
#include "policy/policy.h"

enum { POLICY_BYTES_MAX = 1024 * 1024 };

/* NULL when there is at least one DIAG_FAULT. Warnings and what this version cannot carry out
 * (DIAG_LATER) are in found as well. found is sorted; policy and messages live in the arena. */
const struct policy *policy_load(
    const char *text, size_t bytes, struct arena *a, struct diags *found);

/* The same as one error (the first fault, with its place), for callers that only want to use the
 * policy. */
const struct policy *policy_read(const char *text, size_t bytes, struct arena *a, struct err *e);

/* The reference of sections, keys and facts, made from the loader's own tables (docs/POLICY.md). */
void policy_reference(struct buf *out);
#endif
