/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of a closing: the counts, how far they had come, and what is said about the day. A blind count stays
 * blind, and a finished one finished: going away and coming back is no way to count with the answer in view. */
#include "screens/closing.h"

#include "text/era.h"

/* "closing 1 <word>\n", then both forms as they write themselves. */
static const char *const words[] = { [CLOSING_NOTHING] = "closing 1 nothing\n", [CLOSING_COUNTING] = "closing 1 counting\n",
    [CLOSING_COMPARED] = "closing 1 compared\n", [CLOSING_NO_CASH] = "closing 1 no cash\n" };
#define REST "\nform closing "

/* Money that was entered since is another number. */
static int64_t till_rev(const struct closing_state *me)
{
    return (int64_t)me->v.n_rows * 1000 + (int64_t)me->v.n_moves;
}

static enum closing_kept kept_in(const char *text)
{
    for (size_t i = CLOSING_COUNTING; i < COUNT_OF(words); i++)
        if (str_starts(text, words[i]))
            return (enum closing_kept)i;
    return CLOSING_NOTHING;
}

enum closing_kept closing_draft_offer(struct screen *s, struct draft *draft)
{
    struct closing_state *me = s->state;

    if (me->v.closed || !shell_draft_find(s, s->ops->name, me->day.n, draft))
        return CLOSING_NOTHING;
    enum closing_kept kept = kept_in(draft->text);
    const char *count = draft->text + strlen(words[kept]), *rest = strstr(draft->text, REST);
    if (kept == CLOSING_NOTHING || !rest)
        return CLOSING_NOTHING;
    count = arena_strndup(&s->arena, count, (size_t)(rest + 1 - count));
    return form_load(me->count, count, NULL, NULL) && form_load(me->rest, rest + 1, NULL, NULL) ? kept : CLOSING_NOTHING;
}

void closing_draft_say(struct screen *s, const struct draft *draft, enum closing_kept kept)
{
    if (kept == CLOSING_NOTHING)
        return;
    if (draft->rev != till_rev(s->state))
        shell_draft_say(s, draft, SAY_CONFIRM, N_("Your count of %1$s %2$s is back. Money was entered since then: look before you close."));
    else if (kept == CLOSING_COUNTING)
        shell_draft_say(s, draft, SAY_NOTICE, N_("Your count of %1$s %2$s is back. Go on counting."));
    else
        shell_draft_say(s, draft, SAY_CONFIRM, N_("Your count of %1$s %2$s stands as it was. F12 closes the day; F2 counts again."));
}

static enum closing_kept reached(const struct closing_state *me)
{
    if (me->v.closed || me->done)
        return CLOSING_NOTHING;
    if (me->compared)
        return me->no_cash ? CLOSING_NO_CASH : CLOSING_COMPARED;
    return form_dirty(me->count) || form_dirty(me->rest) ? CLOSING_COUNTING : CLOSING_NOTHING;
}

void closing_draft_keep(struct screen *s)
{
    struct closing_state *me = s->state;
    enum closing_kept kept = reached(me);
    struct buf text;

    buf_init(&text, DRAFT_BYTES_MAX);
    buf_puts(&text, words[kept]);
    form_save(me->count, &text);
    form_save(me->rest, &text);
    shell_draft_write(s, s->ops->name, me->day.n, till_rev(me), kept == CLOSING_NOTHING ? NULL : text.p);
    buf_fini(&text);
}

struct step closing_ask_day(struct screen *s, int tag)
{
    struct closing_state *me = s->state;
    struct confirm_arg arg = { .title = N_("Is this the right day?"), .yes = N_("Right") };
    char on[DATE_TEXT], last[DATE_TEXT];

    msg_set(&arg.text, N_("%1$s is closed, and with it every day before. The last entry before it is of %2$s: is the machine's date right?"),
        date_text(me->day, app_lang(s->app), DATE_BOTH, on), date_text(me->v.worked_before, app_lang(s->app), DATE_BOTH, last), NULL);
    return dialog_confirm(s, &arg, tag);
}
