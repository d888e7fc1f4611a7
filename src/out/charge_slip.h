/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 会計票: what the main cashier or the payment machine is to collect (counter.md 10). */
#ifndef OUT_CHARGE_SLIP_H
#define OUT_CHARGE_SLIP_H
#include "domain/receipt.h"
#include "out/paper.h"

/* False when out is full. */
bool out_charge_slip(const struct charge_slip *in, const struct paper_ctx *ctx, struct buf *out);
#endif
