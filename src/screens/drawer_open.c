/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the drawer of a business day: the float as an amount, or counted piece by piece. */
#include "domain/cash.h"
#include "screens/money.h"
#include "screens/trust.h"
#include "text/era.h"

static const char *const piece_ids[CASH_KINDS] = { "n10000", "n5000", "n2000", "n1000", "n500", "n100", "n50", "n10",
    "n5", "n1" };

#define PIECES(id_, label_, flags_)                                                                                \
    { .id = id_, .label = label_, .kind = FIELD_NUMBER, .cells = 5, .max_clusters = 5, .flags = flags_,            \
        .help = N_("How many of these are in the drawer. Empty counts as none."), .unit = N_("pcs") }
static const struct form_field drawer_fields[] = {
    { .id = "float", .label = N_("Float"), .kind = FIELD_YEN, .cells = 10,
        .help = N_("As it was counted. F12 takes it as it stands; or count the pieces below.") },
    PIECES("n10000", N_("10,000 yen"), 0),
    PIECES("n5000", N_("5,000 yen"), 0),
    PIECES("n2000", N_("2,000 yen"), 0),
    PIECES("n1000", N_("1,000 yen"), 0),
    PIECES("n500", N_("500 yen"), 0),
    PIECES("n100", N_("100 yen"), 0),
    PIECES("n50", N_("50 yen"), 0),
    PIECES("n10", N_("10 yen"), 0),
    PIECES("n5", N_("5 yen"), 0),
    PIECES("n1", N_("1 yen"), 0),
};
static void count_changed(void *user, struct form *f, const char *id);
const struct form_def drawer_form = { .id = "drawer", .version = 1, .house = true, .fields = drawer_fields,
    .n = COUNT_OF(drawer_fields), .label_cells = 14, .changed = count_changed };

struct drawer {
    struct form *form;
    struct drawer_view v;
    struct pieces pieces;
    bool by_pieces;
    int64_t last_ms;
};

/* Counting a piece replaces the amount by the sum. */
static void count_changed(void *user, struct form *f, const char *id)
{
    struct drawer *me = user;
    char text[24];

    if (str_eq(id, "float"))
        return;
    me->by_pieces = false;
    for (int i = 0; i < CASH_KINDS; i++) {
        int64_t n = 0;
        str_int(form_get(f, piece_ids[i]), &n);
        me->pieces.of[i] = (int32_t)n; /* five digits at most */
        me->by_pieces = me->by_pieces || n > 0;
    }
    snprintf(text, sizeof text, "%lld", (long long)(me->by_pieces ? pieces_sum(&me->pieces) : me->v.float_yen).v);
    form_set(f, "float", text);
}

struct step drawer_start(struct screen *s)
{
    (void)s;
    return step_push(&drawer_screen, NULL, TAG_DRAWER_OPENED);
}

static bool drawer_open(struct screen *s, const void *arg, struct err *err)
{
    struct drawer *me = s->state;
    char text[24];

    (void)arg;
    if (!desk_drawer_view(desk_of(s), &s->arena, &me->v, err))
        return false;
    me->form = form_new(&drawer_form, me);
    snprintf(text, sizeof text, "%lld", (long long)me->v.float_yen.v);
    form_set(me->form, "float", text);
    me->last_ms = app_ms(s->app);
    shell_draft_offer(s, me->form, me->v.business_day.n, 0);
    return true;
}

static void drawer_pause(struct screen *s)
{
    struct drawer *me = s->state;

    shell_draft_keep(s, me->form, me->v.business_day.n, 0);
}

static void drawer_close(struct screen *s)
{
    struct drawer *me = s->state;

    drawer_pause(s);
    form_free(me->form);
}

static struct step drawer_commit(struct screen *s)
{
    struct drawer *me = s->state;
    struct float_draft draft = { .by_pieces = me->by_pieces, .pieces = me->pieces };
    struct err e = ERR_INIT;

    if (!money_pressed(s, &me->last_ms))
        return step_stay();
    bool ok = money_input(form_get(me->form, "float"), YEN(0), "float", &draft.amount, &e);
    /* somebody typed over the sum: then the amount is what was counted */
    if (ok && me->by_pieces && yen_cmp(draft.amount, pieces_sum(&me->pieces)) != 0)
        draft.by_pieces = false;
    if (ok && desk_drawer_open(desk_of(s), &draft, &s->view, &e)) {
        form_set_clean(me->form); /* closing drops the draft then */
        return step_pop(1, NULL);
    }
    form_mark_error(me->form, &e);
    app_say_err(s->app, &e);
    return step_stay();
}

static struct step drawer_key(struct screen *s, struct key k)
{
    struct drawer *me = s->state;

    return form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

/* What was counted is taken as it is; that it is not what was left there is said before F12. */
static void draw_difference(const struct drawer *me, struct grid *g, struct rect in)
{
    char text[YEN_TEXT];
    struct err e = ERR_INIT;
    yen counted, off;

    if (!money_input(form_get(me->form, "float"), YEN(0), "float", &counted, &e) || !yen_sub(counted, me->v.float_yen, &off)
        || off.v == 0)
        return;
    yen_format(off, text);
    money_line(g, in.row + 2, in.col, in.cols, STYLE_NEED, off.v > 0 ? N_("Difference: +%s yen") : N_("Difference: %s yen"), text,
        NULL);
}

static void drawer_draw(const struct screen *s, struct grid *g)
{
    const struct drawer *me = screen_state(s);
    struct rect in = shell_box(g, 17, 60, N_("Open the drawer"));
    char on[DATE_TEXT], left[YEN_TEXT];

    date_text(me->v.business_day, g->lang, DATE_WEEKDAY, on);
    yen_format(me->v.float_yen, left);
    money_line(g, in.row, in.col, in.cols, STYLE_NORMAL, N_("Business day %s"), on, NULL);
    money_line(g, in.row + 1, in.col, in.cols, STYLE_DIM,
        me->v.left_over ? N_("Left over by the last closing: %s yen") : N_("Float by the settings: %s yen"), left, NULL);
    draw_difference(me, g, in);
    form_draw(me->form, g, (struct rect){ in.row + 3, in.col, in.rows - 3, in.cols }, true);
}

static const struct form *drawer_shown(const struct screen *s)
{
    return ((const struct drawer *)screen_state(s))->form;
}

static const struct action drawer_actions[] = {
    { .id = "drawer.open", .key = "F12", .label = N_("Open it"), .rank = 1,
        .help = N_("Opens the drawer with this float."), .run = drawer_commit },
    { .id = NULL },
};

const struct screen_ops drawer_screen = { .name = "drawer", .title = N_("Open the drawer"), .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct drawer), .actions = drawer_actions, .open = drawer_open, .close = drawer_close, .pause = drawer_pause,
    .key = drawer_key, .draw = drawer_draw, .form = drawer_shown };
