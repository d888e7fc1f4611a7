/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request as screens and papers see it: what is stored, and what the rules say of it today. */
#ifndef DESK_CASE_VIEW_H
#define DESK_CASE_VIEW_H
#include "desk/desk.h"
#include "domain/judge.h"

struct case_view {
    struct casefile c;
    struct judgement j;
    const struct policy *policy;
    const struct calendar *calendar; /* with policy: screens judge() a changed copy of c at each key */
    day today;
    const char *ended_by_name; /* of a side exit; "" = none, or not known */
};

/* Reads and judges; out stays as it was when that fails. opened: somebody opens this request on a screen now: the permission to read requests is
 * needed and the trail gets one row; else it is a reload. */
bool desk_case_view(struct desk *d, int64_t id, bool opened, struct arena *a, struct case_view *out, struct err *e);
/* 415, 26-0415 or full-width digits: 0 when there is no such request. */
bool desk_case_find(struct desk *d, const char *typed, int64_t *id, struct err *e);
#endif
