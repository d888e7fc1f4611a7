/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 領収取消票: a receipt was voided, its original collected or lost with the payer's signature
 * (counter.md 11). */
#ifndef OUT_VOID_SLIP_H
#define OUT_VOID_SLIP_H
#include "domain/receipt.h"
#include "out/paper.h"

/* False when out is full. */
bool out_void_slip(const struct void_slip *in, const struct paper_ctx *ctx, struct buf *out);
#endif
