/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ご案内: what a person should know before asking, made from the policy in force (OMU-2 … OMU-35).
 * What the policy leaves out is left out here too. */
#ifndef OUT_GUIDE_H
#define OUT_GUIDE_H
#include "out/paper.h"
#include "policy/policy.h"

struct guide {
    const struct policy *policy;
    const char *service; /* id; NULL = the first that is held here */
};

/* False when out is full. */
bool out_guide(const struct guide *in, const struct paper_ctx *ctx, struct buf *out);
#endif
