/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of forms as every screen uses them: offered when it opens, kept when it rests or closes; and emptying one. */
#include "screens/app.h"
#include "tui/dialog.h"

bool shell_draft_find(struct screen *s, const char *name, int64_t object, struct draft *out)
{
    struct err e = ERR_INIT;
    bool found = false;

    return desk_draft_find(desk_of(s), &(struct draft_key){ name, object }, &s->arena, out, &found, &e) && found;
}

void shell_draft_write(struct screen *s, const char *name, int64_t object, int64_t rev, const char *text)
{
    struct draft_key key = { name, object };
    struct err e = ERR_INIT;

    if (!text)
        desk_draft_drop(desk_of(s), &key, &e);
    else if (!desk_draft_keep(desk_of(s), &key, rev, text, &e) && !app_saying(s->app))
        app_say_err(s->app, &e); /* what was said of the form itself is more */
}

void shell_draft_say(struct screen *s, const struct draft *draft, enum say kind, const char *msgid)
{
    char when[HM_TEXT], on[DAY_TEXT];
    day day_kept;
    hm time_kept;

    instant_civil(draft->at, desk_hospital(desk_of(s))->offset, &day_kept, &time_kept);
    day_iso(day_kept, on);
    hm_text(time_kept, when);
    app_say(s->app, kind, msgid, on, when, NULL);
}

bool shell_draft_offer(struct screen *s, struct form *f, int64_t object, int64_t rev)
{
    struct draft draft;
    int skipped = 0;
    struct err e = ERR_INIT;

    if (!shell_draft_find(s, s->ops->name, object, &draft))
        return false;
    if (!form_load(f, draft.text, &skipped, &e)) {
        shell_draft_drop(s, object);
        return false;
    }
    if (draft.rev != rev)
        shell_draft_say(s, &draft, SAY_CONFIRM,
            N_("Your draft of %1$s %2$s is back. Somebody changed the record since: look before you store it."));
    else if (skipped > 0)
        shell_draft_say(s, &draft, SAY_CONFIRM, N_("Your draft of %1$s %2$s is back, but not all of it: look at every field."));
    else
        shell_draft_say(s, &draft, SAY_NOTICE, N_("Your draft of %1$s %2$s is back. F12 stores it."));
    return true;
}

void shell_draft_keep(struct screen *s, const struct form *f, int64_t object, int64_t rev)
{
    struct buf text;

    buf_init(&text, DRAFT_BYTES_MAX);
    if (form_dirty(f))
        form_save(f, &text);
    shell_draft_write(s, s->ops->name, object, rev, form_dirty(f) ? text.p : NULL);
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
    app_say(s->app, SAY_NOTICE, N_("What was typed is gone. Ctrl+Z brings it back."), NULL);
    return step_stay();
}

struct step shell_clear_ask(struct screen *s, struct form *f, int tag)
{
    struct confirm_arg ask = { .title = N_("What was typed"), .yes = N_("Clear"), .light = true };

    if (!form_dirty(f))
        return shell_clear(s, f);
    msg_set(&ask.text, N_("All that was typed goes, on every page of this form; what stood there before comes back. Take it out?"), NULL);
    return dialog_confirm(s, &ask, tag);
}
