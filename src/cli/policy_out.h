/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer of the policy as text for people and as JSON for programs. */
#ifndef CLI_POLICY_OUT_H
#define CLI_POLICY_OUT_H
#include "policy/answer.h"
#include "text/catalog.h"

/* Keys: verdict, pending, requesters, documents, refusals, price {net, tax, total, lines}, plan,
 * dates, reports, notices, materials, steps; each entry with rule and line. Sentences in both
 * languages. */
void policy_json(
    const struct answer *a, const struct catalogs *c, struct arena *arena, struct buf *out);
void policy_text(const struct answer *a, const struct catalog *c, enum lang l, struct arena *arena,
    struct buf *out);
#endif
