/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 領収書: with all contents of a qualified invoice (domain.md 4.1), or a plain one when the issuer
 * has no registration. The item is セカンドオピニオン料 and nothing else: no department, no
 * disease. */
#ifndef OUT_RECEIPT_H
#define OUT_RECEIPT_H
#include "domain/receipt.h"
#include "out/paper.h"

/* in->copy, in->printed_on and in->lang hold over ctx's. False when out is full. */
bool out_receipt(const struct receipt *in, const struct paper_ctx *ctx, struct buf *out);
#endif
