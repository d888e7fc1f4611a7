/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blank papers of the counter (OMU-22, OMU-25, OMU-28): request form 申込書 and consent form
 * 相談同意書 with the fields of domain.md 2.3 that are needed, to be filled in by hand. Nobody is
 * asked for a number of an insurance or identity card. */
#ifndef OUT_FORMS_H
#define OUT_FORMS_H
#include "out/paper.h"

struct blank_form {
    yen fee; /* named in the declarations, tax included; YEN(0) = not named */
    int fee_minutes; /* 0 = not named */
};

/* Both return false when out is full: then the paper must not be printed. */
bool out_request_form(const struct blank_form *in, const struct paper_ctx *ctx, struct buf *out);
bool out_consent_form(const struct blank_form *in, const struct paper_ctx *ctx, struct buf *out);
#endif
