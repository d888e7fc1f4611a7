/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of the desk, one line each: PAPER(kind in the database, label, function). */
#ifndef DESK_PAPER_RENDERERS_H
#define DESK_PAPER_RENDERERS_H
#include "desk/paper_kinds.h"

#define DESK_PAPERS(PAPER)
#endif
