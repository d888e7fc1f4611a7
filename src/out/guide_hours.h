/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening hours of a policy's calendar in words, for the guide. */
#ifndef OUT_GUIDE_HOURS_H
#define OUT_GUIDE_HOURS_H
#include "out/paper.h"
#include "policy/calendar.h"

/* One line per run of weekdays with equal hours ("Monday to Friday  9:00 - 16:45"), then the days
 * that are closed. */
void guide_hours(struct sheet *p, const struct opening *o);
#endif
