/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of forms as every screen uses them: offered when it opens, kept when it rests or closes; and emptying one. */
#include "screens/app.h"
#include "tui/dialog.h"

bool shell_draft_offer(struct screen *s, struct form *f, int64_t object, int64_t rev)
{
    struct desk *d = desk_of(s);
    struct draft_key key = { s->ops->name, object };
    struct draft draft;
    bool found = false;
    int skipped = 0;
    struct err e = ERR_INIT;
    char when[HM_TEXT], on[DAY_TEXT];
    day day_kept;
    hm time_kept;
    if (!desk_draft_find(d, &key, &s->arena, &draft, &found, &e) || !found)
        return false;
    if (!form_load(f, draft.text, &skipped, &e)) {
        desk_draft_drop(d, &key, &e);
        return false;
    }
    instant_civil(draft.at, desk_hospital(d)->offset, &day_kept, &time_kept);
    day_iso(day_kept, on);
    hm_text(time_kept, when);
    if (draft.rev != rev)
        app_say(s->app, SAY_CONFIRM,
            N_("Your draft of %1$s %2$s is back. Somebody changed the record since: look before you store it."), on,
            when, NULL);
    else if (skipped > 0)
        app_say(s->app, SAY_CONFIRM, N_("Your draft of %1$s %2$s is back, but not all of it: look at every field."), on,
            when, NULL);
    else
        app_say(s->app, SAY_NOTICE, N_("Your draft of %1$s %2$s is back. F12 stores it."), on, when, NULL);
    return true;
}

void shell_draft_keep(struct screen *s, const struct form *f, int64_t object, int64_t rev)
{
    struct desk *d = desk_of(s);
    struct draft_key key = { s->ops->name, object };
    struct err e = ERR_INIT;
    if (!form_dirty(f)) {
        desk_draft_drop(d, &key, &e);
        return;
    }
    struct buf text;
    buf_init(&text, DRAFT_BYTES_MAX);
    form_save(f, &text);
    if (!desk_draft_keep(d, &key, rev, text.p, &e))
        app_say_err(s->app, &e);
    buf_fini(&text);
}

void shell_draft_drop(struct screen *s, int64_t object)
{
    struct err e = ERR_INIT;
    desk_draft_drop(desk_of(s), &(struct draft_key){ s->ops->name, object }, &e);
}

struct step shell_clear(struct screen *s, struct form *f)
{
    form_clear(f);
    app_say(s->app, SAY_NOTICE, N_("The form is empty. Ctrl+Z brings it back."), NULL);
    return step_stay();
}

struct step shell_clear_ask(struct screen *s, struct form *f, bool stored, int tag)
{
    struct confirm_arg ask = { .title = N_("Empty the form"), .yes = N_("Clear"), .light = true };

    if (!stored && !form_dirty(f))
        return shell_clear(s, f);
    msg_set(&ask.text, N_("Everything in this form goes, on every page of it. Empty it?"), NULL);
    return dialog_confirm(s, &ask, tag);
}
