/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 担当医依頼票: the sheet that asks a department for a specialist and dates. It holds questions,
 * wishes, bad days and the list of materials and no more (counter.md 6); the answer is written on
 * it. */
#ifndef OUT_DEPARTMENT_SHEET_H
#define OUT_DEPARTMENT_SHEET_H
#include "out/paper.h"

struct department_sheet {
    int case_year, case_number, round; /* round 2 and more: asked again with more papers */
    const struct person *patient;
    struct bilingual department; /* both "" = not chosen yet: a line to write it on */
    const char *wanted_doctor, *questions, *wishes, *bad_days; /* as in the casefile */
    day treatment_from;
    const char *who_comes; /* "本人", "長女 1名": made by the desk in the paper's language */
    const char *interpreter; /* "" = none */
    const char *asked_for; /* what the last answer asked for; "" in round 1 */
    const struct material *materials;
    size_t n_materials;
    day sent_on, asked_again_on, answer_by; /* DAY_NONE = not asked again, not said */
    const char *sent_by;
};

/* False when out is full. */
bool out_department_sheet(
    const struct department_sheet *in, const struct paper_ctx *ctx, struct buf *out);
#endif
