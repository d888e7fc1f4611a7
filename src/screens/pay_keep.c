/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of a payment. It comes back for the same fee only: not when it was taken, voided or charged anew since;
 * and the cash of another day lies with its giver again. */
#include "screens/pay.h"

/* Changes with every row of money and with what is owed. */
static int64_t fee_rev(const struct pay *me)
{
    return (int64_t)me->v.c->n_payments * INT64_C(1000000000) + me->v.due.owed.v;
}

static bool another_fee(struct screen *s, const struct draft *draft)
{
    struct pay *me = s->state;

    if (draft->rev == fee_rev(me))
        return false;
    if (me->v.due.owed.v > 0)
        shell_draft_say(s, draft, SAY_CONFIRM, N_("The fee has changed since %1$s %2$s. What you typed then does not come back."));
    else
        app_say_msg(s->app, SAY_NOTICE, &me->verdict.why); /* taken: by whom, with which receipt */
    shell_draft_drop(s, me->request);
    return true;
}

bool pay_draft_offer(struct screen *s)
{
    struct pay *me = s->state;
    struct draft draft;
    day on;
    hm at;

    if (!shell_draft_find(s, s->ops->name, me->request, &draft) || another_fee(s, &draft)
        || !form_load(me->form, draft.text, NULL, NULL))
        return false;
    instant_civil(draft.at, hospital_of(s)->offset, &on, &at);
    bool without_cash = day_cmp(on, me->v.today) != 0 && form_get(me->form, "tendered")[0];
    if (without_cash)
        form_set(me->form, "tendered", "");
    if (!form_dirty(me->form))
        return false;
    shell_draft_say(s, &draft, SAY_CONFIRM,
        without_cash ? N_("What you typed on %1$s %2$s is back, without the cash of that day. Nothing was taken.")
                     : N_("What you typed on %1$s %2$s is back; nothing was taken. Count the money again, then F12."));
    return true;
}

void pay_draft_keep(struct screen *s)
{
    struct pay *me = s->state;

    if (me->done || me->v.due.owed.v <= 0)
        shell_draft_drop(s, me->request);
    else
        shell_draft_keep(s, me->form, me->request, fee_rev(me));
}
