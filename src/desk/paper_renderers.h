/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of the desk, one line each: PAPER(kind in the database, label, function). */
#ifndef DESK_PAPER_RENDERERS_H
#define DESK_PAPER_RENDERERS_H
#include "desk/money_paper.h"
#include "desk/paper_kinds.h"

#define DESK_PAPERS(PAPER)                                                                                  \
    MONEY_PAPERS(PAPER)

#define MONEY_PAPERS(PAPER)                                                                                 \
    PAPER("receipt", N_("Receipt"), paper_receipt)                                                         \
    PAPER("void_slip", N_("Void slip"), paper_void_slip)                                                   \
    PAPER("charge_slip", N_("Charge slip"), paper_charge_slip)                                             \
    PAPER("day_report", N_("Daily report"), paper_day_report)                                              \
    PAPER("interim_report", N_("Interim report"), paper_interim)
#endif
