/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the payment screen: pay.c changes it, pay_draw.c shows it. */
#ifndef SCREENS_PAY_H
#define SCREENS_PAY_H
#include "screens/money.h"

struct pay {
    int64_t request;
    struct payment_view v; /* in the screen's view arena */
    struct form *form;
    const char *method;             /* of the line that the cursor was in last */
    struct payment_verdict verdict; /* of what stands in the form now */
    bool typed;                     /* the amount could be read */
    struct err type_error;          /* why not */
    char op_key[OP_KEY_TEXT];
    int64_t last_ms; /* of the last F12, or of the opening */
    bool done;
    struct payment_done taken;
    bool other_language; /* the sentence to say, in the other language (Alt+E) */
    struct void_flow void_flow;
};

/* To whom the receipt is made out, as it stands in the form. */
const char *pay_addressee(const struct pay *me);
enum lang pay_lang(const struct pay *me);
/* pay_state.c. Is something to be taken now? Else why says why not: paid, taken back, not written yet. */
bool pay_collects(const struct pay *me);
void pay_why_nothing(const struct pay *me, struct msg *why);
bool pay_may_void(const struct pay *me, struct msg *why);
const char *pay_about_void(const struct pay *me); /* msgid; "" = nothing to say */
void pay_draw_paid(const struct screen *s, const struct pay *me, struct grid *g, struct rect at); /* how */
void pay_draw_nothing(const struct pay *me, struct grid *g, struct rect at);
void pay_draw(const struct screen *s, struct grid *g);
/* pay_keep.c. In open(), judged: true when something that was typed before is back. In pause() and close(). */
bool pay_draft_offer(struct screen *s);
void pay_draft_keep(struct screen *s);
#endif
