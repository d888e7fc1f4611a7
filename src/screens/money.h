/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of money: who has to pay, one fee, receipts, the drawer, the closing; and what they share. */
#ifndef SCREENS_MONEY_H
#define SCREENS_MONEY_H
#include "desk/closing.h"
#include "desk/drawer.h"
#include "desk/pay.h"
#include "screens/app.h"

extern const struct screen_ops payments_screen, pay_screen, receipts_screen, closing_screen, drawer_screen;
extern const struct form_def pay_form, unpaid_form, void_form, void_record_form, receipts_form, drawer_form, cash_form, count_form,
    closing_form;

/* A key that is held down repeats about 30 times a second: within this time it is one press. */
enum { MONEY_DEAD_MS = 300 };
/* False: this press belongs to the one before. *last holds the moment of the last press. */
bool money_pressed(const struct screen *s, int64_t *last);

/* The name, or the number while names are hidden; for drawing. */
const char *money_name(const struct grid *g, const char *name, const char *number);
/* Adds msgid with its words (NULL ends them) in the catalogue's language. */
void money_put(struct buf *out, const struct catalog *c, const char *msgid, ...) __attribute__((sentinel));
/* The same as a text of its own in the arena. */
const char *money_words(struct arena *a, const struct catalog *c, const char *msgid, ...) __attribute__((sentinel));
/* The same drawn in at most cells; returns the column after it. */
int money_line(struct grid *g, int row, int col, int cells, enum style style, const char *msgid, ...)
    __attribute__((sentinel));
/* An amount at the right end of its cells; zero is dim when dim_zero. */
void money_right(struct grid *g, int row, int col, int cells, enum style style, yen amount);
/* The words of a printed paper or of what kept it from coming out. */
void money_say_printed(struct screen *s, const struct printed *p, const struct msg *good);

struct step money_refresh(struct screen *s); /* F5 */

/* --- voiding: asks for original and reason, then the second person, then does it. Used by pay and receipts. */
struct void_flow {
    int64_t payment;
    char method[16];
    char op_key[OP_KEY_TEXT];
    char original[16], reason[256];
};
enum { TAG_VOID_ASK = 900, TAG_VOID_SECOND };
struct step void_start(struct screen *s, struct void_flow *f, int64_t payment, const char *method);
/* In result(): true when the answer was the flow's; *step is what to return. done: the receipt was voided. */
bool void_result(struct screen *s, struct void_flow *f, const struct result *r, struct step *step, bool *done);

/* --- cash in and out of the drawer */
struct step cash_start(struct screen *s, int tag);
/* An action of a screen: opens the drawer of the day; comes back with this tag. */
enum { TAG_DRAWER_OPENED = 90 };
struct step drawer_start(struct screen *s);
#endif
