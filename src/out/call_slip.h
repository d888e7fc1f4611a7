/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visitor's slip with the number that is called aloud. It names nobody and nothing else. */
#ifndef OUT_CALL_SLIP_H
#define OUT_CALL_SLIP_H
#include "out/paper.h"

struct call_slip {
    int call_number;
    day day;
    int arrived_min, appointment_min; /* minutes since midnight; -1 = not printed */
};

/* False when out is full. */
bool out_call_slip(const struct call_slip *in, const struct paper_ctx *ctx, struct buf *out);
#endif
