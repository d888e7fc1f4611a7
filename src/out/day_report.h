/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 日計表 of the day's closing (domain.md 4.2): float, takings by way of paying, count by kind of
 * money, difference and its reason, bag, receipts, open items, two signatures. Also as an interim
 * sheet. */
#ifndef OUT_DAY_REPORT_H
#define OUT_DAY_REPORT_H
#include "domain/till.h"
#include "out/paper.h"

/* in->lang and in->copy hold over ctx's. False when out is full. */
bool out_day_report(const struct day_report *in, const struct paper_ctx *ctx, struct buf *out);
#endif
