/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What closing and its papers share. Only desk/ includes this. */
#ifndef DESK_CLOSING_INSIDE_H
#define DESK_CLOSING_INSIDE_H
#include "desk/closing.h"

/* Everything about one business day, without asking for a permission. */
bool closing_load(struct desk *d, day business_day, struct arena *arena, struct closing_view *out, struct err *e);
#endif
