/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the closing screen: closing.c changes it, closing_draw.c shows it. */
#ifndef SCREENS_CLOSING_H
#define SCREENS_CLOSING_H
#include "desk/keep.h"
#include "screens/money.h"

struct closing_state {
    struct closing_view v; /* in the screen's view arena */
    struct closing_row *unconfirmed;
    size_t n_unconfirmed;
    struct form *count, *rest; /* ten denominations; what is said about the day */
    bool in_rest;              /* the cursor is in the lower form */
    bool compared;             /* the count is finished: it stands, and what should be there is shown */
    bool no_cash;
    struct closing_draft draft; /* of what stands in the forms */
    struct closing_sum sum;
    struct till_hint *hints;
    size_t n_hints, hint; /* the one that is shown */
    struct second second;
    bool day_sure; /* asked and said */
    int64_t last_ms;
    bool done; /* closed from here */
    struct closing_done closed;
    struct keep_report record; /* how the record stood after closing from here; n_rules 0 = not looked */
    bool unchecked;            /* it could not be looked at, or Esc left it to the next closing */
    day day; /* that this screen closes */
};

/* What should be there may be seen now. */
bool closing_shows_expected(const struct closing_state *me);
void closing_draw(const struct screen *s, struct grid *g);
bool closing_opens_drawer(const struct screen *s, struct msg *why); /* it was not opened today */

/* closing_keep.c. In open(): brings back what was counted; how far it had come. In pause() and close(). */
enum closing_kept { CLOSING_NOTHING, CLOSING_COUNTING, CLOSING_COMPARED, CLOSING_NO_CASH };
enum closing_kept closing_draft_offer(struct screen *s, struct draft *draft);
void closing_draft_say(struct screen *s, const struct draft *draft, enum closing_kept kept);
void closing_draft_keep(struct screen *s);
/* Nobody worked here for long before this day: is its date right? */
struct step closing_ask_day(struct screen *s, int tag);
#endif
