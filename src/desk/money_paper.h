/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers about money, made from what is stored (desk/paper_kinds.h). Only desk/ includes this. */
#ifndef DESK_MONEY_PAPER_H
#define DESK_MONEY_PAPER_H
#include "desk/act.h"
#include "desk/paper_desk.h"
#include "desk/pay.h"

bool paper_receipt(struct desk *d, const struct print_job *job, struct buf *out, struct err *e);     /* of a payment */
bool paper_void_slip(struct desk *d, const struct print_job *job, struct buf *out, struct err *e);   /* of a payment */
bool paper_charge_slip(struct desk *d, const struct print_job *job, struct buf *out, struct err *e); /* of a request */
bool paper_day_report(struct desk *d, const struct print_job *job, struct buf *out, struct err *e);  /* of a closing */
bool paper_interim(struct desk *d, const struct print_job *job, struct buf *out, struct err *e);     /* of a "day" */

/* After the commit. What is stored is safe; out says whether the paper came out. */
void money_print(struct desk *d, int64_t print, struct printed *out);
#endif
