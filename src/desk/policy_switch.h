/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new version of the hospital's rules: requests that are taken from its first day on are judged by it, the old
 * ones keep theirs. Two people (schema-sketch.md). */
#ifndef DESK_POLICY_SWITCH_H
#define DESK_POLICY_SWITCH_H
#include "desk/desk.h"

/* text is the policy file (UTF-8). Refused when it has a fault or uses what this version cannot carry out, and when
 * its first day is over: what was judged and priced stays as it was. The same text again changes nothing. */
bool desk_policy_switch(struct desk *d, const char *text, size_t bytes, struct second second, int64_t *version,
    struct err *e);

struct policy_line {
    int64_t version;
    const char *policy, *by_name;
    day valid_from;
    char digest[17]; /* the first digits of its SHA-256 */
};
bool desk_policies(struct desk *d, struct arena *a, struct policy_line **out, size_t *n, struct err *e);

#endif
