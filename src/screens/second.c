/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second person: sees what is about to happen and enters the own passphrase, on the same screen. */
#include "screens/trust.h"

static const struct form_field second_fields[] = {
    { .id = "login", .label = N_("Log-in"), .kind = FIELD_CODE, .cells = 24, .max_clusters = 32,
        .help = N_("The log-in of the second person: somebody else, who may confirm this.") },
    { .id = "passphrase", .label = N_("Passphrase"), .kind = FIELD_SECRET, .cells = 40, .max_clusters = 200,
        .help = N_("The second person's own passphrase. F12 confirms.") },
};
const struct form_def second_form = { .id = "second", .version = 1, .house = true, .fields = second_fields,
    .n = COUNT_OF(second_fields), .label_cells = 14 };

struct second_state {
    struct form *form;
    struct second_arg ask;
    struct second given;
};

struct step shell_second(struct screen *s, const struct second_arg *arg, int tag)
{
    struct second_arg *copy = ARENA_NEW(&s->arena, struct second_arg);
    *copy = *arg;
    copy->object = arena_strdup(&s->arena, arg->object);
    return step_push(&second_screen, copy, tag);
}

static bool second_open(struct screen *s, const void *arg, struct err *err)
{
    struct second_state *me = s->state;
    (void)err;
    me->ask = *(const struct second_arg *)arg;
    me->form = form_new(&second_form, me);
    return true;
}

static void second_close(struct screen *s)
{
    struct second_state *me = s->state;
    form_free(me->form);
}

static struct step second_confirm(struct screen *s)
{
    struct second_state *me = s->state;
    struct err e = ERR_INIT;
    struct buf shown;
    buf_init(&shown, 1024);
    msg_text(app_catalog(s->app), &me->ask.what, &shown);
    bool ok = desk_second(desk_of(s),
        &(struct second_ask){ me->ask.action, me->ask.object, me->ask.id, shown.p }, form_get(me->form, "login"),
        form_get(me->form, "passphrase"), &me->given, &e);
    buf_fini(&shown);
    if (ok)
        return step_pop(1, &me->given);
    form_set(me->form, "passphrase", "");
    form_mark_error(me->form, &e);
    app_say_err(s->app, &e);
    return step_stay();
}

static struct step second_key(struct screen *s, struct key k)
{
    struct second_state *me = s->state;
    return form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

static void second_draw(const struct screen *s, struct grid *g)
{
    const struct second_state *me = screen_state(s);
    struct buf text;
    struct rect in = shell_box(g, 12, 72, N_("A second person"));
    struct msg who;
    buf_init(&text, 1024);
    struct msg what = me->ask.what;
    if (me->ask.reason && g->veiled)
        str_copy(what.arg[me->ask.reason - 1], sizeof what.arg[0], "***");
    msg_text(g->catalog, &what, &text);
    grid_wrap(g, (struct rect){ in.row, in.col, 4, in.cols }, STYLE_NORMAL, text.p);
    buf_fini(&text);
    msg_set(&who, N_("Done by: %s"), desk_who(desk_of(s))->name, NULL);
    grid_msg(g, in.row + 4, in.col, in.cols, STYLE_DIM, &who);
    grid_put(g, in.row + 5, in.col, in.cols, STYLE_DIM, tr(g->catalog, N_("Somebody else confirms it with their own passphrase.")));
    form_draw(me->form, g, (struct rect){ in.row + 7, in.col, 2, in.cols }, true);
}

static const struct form *second_shown(const struct screen *s)
{
    const struct second_state *me = screen_state(s);
    return me->form;
}

static const struct action second_actions[] = {
    { .id = "confirm", .key = "F12", .label = N_("Confirm"), .rank = 1,
        .help = N_("Confirms as the second person."), .run = second_confirm },
    { .id = NULL },
};

const struct screen_ops second_screen = { .name = "second", .title = N_("A second person"), .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct second_state), .actions = second_actions, .open = second_open,
    .close = second_close, .key = second_key, .draw = second_draw, .form = second_shown };
