/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 予約票: day, time, place, what to bring, whom to phone. May be posted: names no disease and no
 * department. */
#ifndef OUT_APPOINTMENT_SLIP_H
#define OUT_APPOINTMENT_SLIP_H
#include "out/paper.h"

struct appointment_slip {
    int case_year, case_number;
    const struct person *patient;
    const struct appointment *appointment;
    const char *who_comes; /* made by the desk in the paper's language; "" = not named */
    const struct bilingual *bring; /* papers that are still due, by their titles */
    size_t n_bring;
    bool identity_needed; /* somebody must show who they are */
    yen fee; /* tax included; YEN(0) = not said */
    int fee_minutes; /* 0 = not said */
    bool at_cashier; /* paid at the main cashier, not at this counter */
};

/* False when out is full. */
bool out_appointment_slip(
    const struct appointment_slip *in, const struct paper_ctx *ctx, struct buf *out);
#endif
