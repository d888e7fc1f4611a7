/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers about money, made from what is stored (desk/paper_kinds.h). Only desk/ includes this. */
#ifndef DESK_MONEY_PAPER_H
#define DESK_MONEY_PAPER_H
#include "desk/act.h"
#include "desk/paper_kinds.h"
#include "desk/pay.h"

paper_render_fn paper_receipt, paper_void_slip; /* of a payment */
paper_render_fn paper_charge_slip;              /* of a request */
paper_render_fn paper_day_report;               /* of a closing */
paper_render_fn paper_interim;                  /* of a "day" */

/* After the commit. What is stored is safe; out says whether the paper came out. */
void money_print(struct desk *d, int64_t print, struct printed *out);
#endif
