/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Post: 送付状 with the report to the present doctor (OMU-5), 宛名 for the envelope, and the letter
 * about papers that are still missing. An envelope says nothing about why it is sent. */
#ifndef OUT_LETTER_H
#define OUT_LETTER_H
#include "out/paper.h"

struct enclosure {
    const char *what; /* already in the paper's language */
    int pieces;
};

struct covering_letter {
    int case_year, case_number;
    const struct person *patient;
    const char *institution, *department, *doctor; /* doctor without 先生; any may be "" */
    day consulted_on; /* day of the consultation; DAY_NONE = not named */
    bool report; /* the report is enclosed */
    const struct enclosure *more; /* returned materials and others */
    size_t n_more;
    const char *tracking;
    const char *by; /* who sends it */
};

struct address_label {
    const char *postal, *address;
    const char *institution, *department; /* "" for a private address */
    const char *person; /* without 様 or 先生; "" = to the institution, 御中 */
    bool doctor; /* 先生, else 様 */
    bool without_sender_name; /* we may not name the hospital to this household */
};

struct missing_paper {
    struct bilingual title, why; /* why = a sentence; may be empty */
    day promised_on; /* DAY_NONE = nothing was promised */
};
struct reminder_letter {
    int case_year, case_number;
    const struct person *patient;
    const char *addressee; /* without 様; "" = the patient */
    const struct missing_paper *missing;
    size_t n_missing;
    day wanted_by; /* DAY_NONE = as soon as possible */
};

/* All return false when out is full. */
bool out_covering_letter(
    const struct covering_letter *in, const struct paper_ctx *ctx, struct buf *out);
bool out_address_label(
    const struct address_label *in, const struct paper_ctx *ctx, struct buf *out);
bool out_reminder_letter(
    const struct reminder_letter *in, const struct paper_ctx *ctx, struct buf *out);
#endif
