/* SPDX-License-Identifier: GPL-3.0-or-later */
/* お受けできない旨のお知らせ: the letter when a request cannot be accepted. */
#ifndef OUT_NOT_POSSIBLE_H
#define OUT_NOT_POSSIBLE_H
#include "out/paper.h"

struct not_possible {
    int case_year, case_number;
    const struct person *patient;
    const char *addressee; /* who asked, without 様; "" = the patient */
    const char *code; /* WORDS_DECLINE_CODE; codes that would hurt or tell a secret get the neutral
                       * sentence */
    struct bilingual say; /* the policy's sentence when a rule spoke; goes before the code's */
    bool materials_held; /* something will be given back */
};

/* False when out is full. */
bool out_not_possible(const struct not_possible *in, const struct paper_ctx *ctx, struct buf *out);
#endif
