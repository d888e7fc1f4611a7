/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other actions of desk/ need of booking; only desk/ includes this. */
#ifndef DESK_BOOKING_INSIDE_H
#define DESK_BOOKING_INSIDE_H
#include "desk/act.h"

/* The first thing that keeps a step from being done, as a sentence in the language of the person at the desk.
 * False (and out empty) when nothing does. */
bool step_hindrance(const struct desk *d, const struct judgement *j, const char *step, struct arena *a, struct msg *out);
#endif
