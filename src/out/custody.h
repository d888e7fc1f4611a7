/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 資料預り証 and 資料返却書: what was handed over, piece by piece, and what was given back
 * (OMU-29). */
#ifndef OUT_CUSTODY_H
#define OUT_CUSTODY_H
#include "out/paper.h"

struct custody_receipt {
    int case_year, case_number;
    const struct person *patient;
    const struct material *materials;
    size_t n_materials;
    day received_on;
    const char *handed_in_by; /* who brought them; "" = not known */
    const char *taken_by; /* who took them in */
};

/* What went to one place in one way: who takes it signs for that and for nothing else. */
struct return_part {
    const struct material *materials; /* pieces = how many are given back now */
    size_t n_materials;
    const char *place; /* visitor, lender */
    const char *to; /* who takes them: a person or a hospital; "" = written by hand */
    const char *how; /* WORDS_HANDOVER: a signature only where a person takes them */
    const char *tracking; /* of the parcel; "" = none */
};
enum { RETURN_PARTS = 4 }; /* two places, by hand and by post */

struct return_slip {
    int case_year, case_number;
    const struct person *patient;
    struct return_part part[RETURN_PARTS];
    size_t n_parts;
    day returned_on;
    const char *given_by;
};

/* Both return false when out is full. */
bool out_custody_receipt(
    const struct custody_receipt *in, const struct paper_ctx *ctx, struct buf *out);
bool out_return_slip(const struct return_slip *in, const struct paper_ctx *ctx, struct buf *out);
#endif
