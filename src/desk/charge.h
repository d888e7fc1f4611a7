/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a visitor owes: written inside another action (check-in, a visit that does not take place), never
 * alone. Only desk/ includes this. */
#ifndef DESK_CHARGE_H
#define DESK_CHARGE_H
#include "desk/act.h"

/* Writes the charges of the policy's price for this request: rule id, policy version, tax inside,
 * titles in both languages. Nothing is written when there are standing charges already, when the price is
 * free or taken at another desk, or when it is not known yet (then ERR_RULE unless it waits for the talk:
 * PRICE_WAITS writes nothing). The rows stand in the trail's row of the surrounding action (act_trail comes
 * last). Call act_case again to see them. */
bool charge_add_from_policy(struct act *a, const struct casefile *c, const struct judgement *j, struct err *e);

/* Reverses every standing charge with a reason. ERR_RULE when money was paid: the receipt is voided first. */
bool charge_reverse_all(struct act *a, const struct casefile *c, const char *reason, struct err *e);
#endif
