/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cash drawer of one business day: opened with a counted float by the first money action, cash put in
 * or taken out, counted as often as wished. Rows only; nothing is edited. */
#ifndef DESK_DRAWER_H
#define DESK_DRAWER_H
#include "desk/desk.h"
#include "domain/cash.h"
#include "domain/till.h"

struct drawer_view {
    day today, business_day; /* into which money goes now */
    day forgotten;           /* DAY_NONE = none */
    bool open;               /* business_day's float has been counted */
    yen float_yen;           /* counted when open; else what is proposed: left by the last closing, or the setting */
    bool left_over;          /* there was a closing that left it */
    const char *opened_by;
    instant opened_at;
};
bool desk_drawer_view(struct desk *d, struct arena *arena, struct drawer_view *out, struct err *e);

/* Opens the business day's drawer. By pieces: the count is kept as well; else amount alone. Opening what
 * somebody opened a moment ago is ERR_RULE and names them. */
struct float_draft {
    bool by_pieces;
    struct pieces pieces;
    yen amount;
};
bool desk_drawer_open(struct desk *d, const struct float_draft *draft, struct arena *arena, struct err *e);

/* Cash into the drawer (positive) or out of it, with a reason; not more than it should hold. */
bool desk_cash_move(struct desk *d, yen amount, const char *reason, struct arena *arena, struct err *e);

/* A count between times, of an open day; every count is kept. */
bool desk_count(struct desk *d, day business_day, const struct pieces *pieces, struct arena *arena,
    struct err *e);
#endif
