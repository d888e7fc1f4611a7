/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock: nothing of the work is to be seen; the same person's passphrase goes on where she stopped. */
#include "screens/trust.h"

static const struct form_field lock_fields[] = {
    { .id = "passphrase", .label = N_("Passphrase"), .kind = FIELD_SECRET, .cells = 40, .max_clusters = 200,
        .help = N_("The passphrase of the person who locked. Enter goes on.") },
};
const struct form_def lock_form = { .id = "lock", .version = 1, .fields = lock_fields,
    .n = COUNT_OF(lock_fields), .label_cells = 14 };

struct lock {
    struct form *form;
};

static bool lock_open(struct screen *s, const void *arg, struct err *err)
{
    struct lock *me = s->state;
    (void)arg;
    (void)err;
    me->form = form_new(&lock_form, me);
    return true;
}

static void lock_close(struct screen *s)
{
    struct lock *me = s->state;
    form_free(me->form);
}

static struct step lock_try(struct screen *s)
{
    struct lock *me = s->state;
    struct err e = ERR_INIT;
    bool in = desk_unlock(desk_of(s), form_get(me->form, "passphrase"), &e);
    form_set(me->form, "passphrase", "");
    if (in)
        return step_pop(1, NULL);
    app_say_err(s->app, &e);
    return step_stay();
}

static struct step lock_other(struct screen *s)
{
    shell_log_out(shell_of(s));
    return step_stay();
}

static struct step lock_key(struct screen *s, struct key k)
{
    struct lock *me = s->state;
    enum form_result r = form_key(me->form, k);
    if (r == FORM_END && k.code == K_ENTER)
        return lock_try(s);
    return r == FORM_UNUSED ? step_unused() : step_stay();
}

static void lock_draw(const struct screen *s, struct grid *g)
{
    const struct lock *me = screen_state(s);
    struct msg m;
    struct buf text;
    struct rect in = shell_box(g, 9, 70, N_("Locked"));
    msg_set(&m, N_("%s locked this desk. Your passphrase goes on where you stopped."), desk_owner(desk_of(s))->name,
        NULL);
    buf_init(&text, 256);
    msg_text(app_catalog(s->app), &m, &text);
    grid_wrap(g, (struct rect){ in.row + 1, in.col, 2, in.cols }, STYLE_NORMAL, text.p);
    buf_fini(&text);
    form_draw(me->form, g, (struct rect){ in.row + 3, in.col, 1, in.cols }, true);
    grid_tr_put(g, in.row + 5, in.col, in.cols, STYLE_DIM,
        N_("Somebody else: F4 hands the desk over; drafts are kept."));
}

static const struct form *lock_shown(const struct screen *s)
{
    const struct lock *me = screen_state(s);
    return me->form;
}

static const struct action lock_actions[] = {
    { .id = "unlock", .key = "F12", .label = N_("Go on"), .rank = 1, .help = N_("Unlocks the desk."), .run = lock_try },
    { .id = "other", .key = "F4", .label = N_("Log out"), .rank = 2,
        .help = N_("Leaves the desk to the next person; drafts are kept."), .run = lock_other },
    { .id = NULL },
};

const struct screen_ops lock_screen = { .name = "lock", .title = N_("Locked"), .kind = SCREEN_LOCK,
    .state_bytes = sizeof(struct lock), .actions = lock_actions, .open = lock_open, .close = lock_close,
    .key = lock_key, .draw = lock_draw, .form = lock_shown };
