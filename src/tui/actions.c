/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table per screen says which keys there are; this reads it for dispatch, key bar, menu and
 * help. */
#include "tui/appstate.h"
#include "tui/dialog.h"

/* --- what every screen has */

static struct step run_help(struct screen *s)
{
    (void)s;
    return step_push(&help_screen, NULL, TAG_SILENT);
}

static struct step run_menu(struct screen *s)
{
    (void)s;
    return step_push(&menu_screen, NULL, TAG_SILENT);
}

static struct step run_redraw(struct screen *s)
{
    s->app->repaint = true;
    return step_stay();
}

static struct step run_language(struct screen *s)
{
    app_set_lang(s->app, app_lang(s->app) == LANG_JA ? LANG_EN : LANG_JA);
    return step_stay();
}

static struct step run_back(struct screen *s)
{
    (void)s;
    return step_pop(0, NULL);
}

static bool can_go_back(const struct screen *s, struct msg *why)
{
    if (app_depth(s->app) > 1)
        return true;
    msg_set(why, N_("This is the first screen. The menu (Ctrl+O) holds the way out."), NULL);
    return false;
}

static const struct action everywhere[] = {
    { .id = "help",
        .key = "F1",
        .second = "?",
        .label = N_("Help"),
        .rank = 2,
        .help = N_("Explains the field under the cursor and lists all keys."),
        .flags = ACTION_IN_DIALOG,
        .run = run_help },
    { .id = "menu",
        .key = "F10",
        .label = N_("Menu"),
        .rank = 6,
        .help = N_("Lists everything that can be done here; a digit does it."),
        .run = run_menu },
    { .id = "language",
        .key = "Alt+L",
        .label = N_("日本語"),
        .rank = 40,
        .help = N_("Shows the screens in the other language."),
        .flags = ACTION_IN_DIALOG | ACTION_IN_LOCK,
        .run = run_language },
    { .id = "redraw",
        .key = "Ctrl+L",
        .label = N_("Redraw"),
        .help = N_("Paints the screen again."),
        .flags = ACTION_IN_DIALOG | ACTION_IN_LOCK,
        .run = run_redraw },
    { .id = "back",
        .key = "Esc",
        .label = N_("Back"),
        .rank = 3,
        .help = N_("Goes back one screen; what was typed is kept as a draft."),
        .flags = ACTION_IN_DIALOG,
        .usable = can_go_back,
        .run = run_back },
    { .id = NULL },
};

/* --- which actions there are */

static unsigned needed_flag(const struct app *app)
{
    enum screen_kind kind = app_top(app)->ops->kind;

    return kind == SCREEN_DIALOG ? ACTION_IN_DIALOG : kind == SCREEN_LOCK ? ACTION_IN_LOCK : 0;
}

static struct key parsed(const char *name)
{
    struct key k = { .code = K_NONE };

    BUG_IF(name && !key_parse(name, &k));
    return k;
}

static bool answers(const struct action *a, struct key k)
{
    struct key canonical = key_canonical(k), key = parsed(a->key), second = parsed(a->second);

    return key_equal(k, key) || key_equal(canonical, key) || key_equal(k, second)
        || key_equal(canonical, second);
}

static const struct action *find(const struct action *table, struct key k, unsigned flag)
{
    for (const struct action *a = table; a && a->id; a++)
        if ((a->flags & flag) == flag && answers(a, k))
            return a;
    return NULL;
}

const struct action *action_global_for(const struct app *app, struct key k)
{
    unsigned flag = needed_flag(app);
    const struct action *a = find(app->config.globals, k, flag);

    return a ? a : find(everywhere, k, flag);
}

const struct action *action_for(const struct app *app, struct key k, bool own)
{
    const struct action *a = find(app_top(app)->ops->actions, k, 0);

    return a || own ? a : action_global_for(app, k);
}

/* The keys of one action, read from its table once per list. */
struct routes {
    struct key key, second;
};

static bool replaced(
    const struct action *const *list, const struct routes *routes, int n, const struct action *a)
{
    struct key key = parsed(a->key), canonical = key_canonical(key);

    for (int i = 0; i < n; i++) {
        if (str_eq(list[i]->id, a->id))
            return true;
        if (key.code != K_NONE
            && (key_equal(routes[i].key, key) || key_equal(routes[i].key, canonical)
                || key_equal(routes[i].second, key)))
            return true;
    }
    return false;
}

static int by_rank(const struct action *a)
{
    return a->rank ? a->rank : 1000;
}

struct action_list {
    const struct action **actions;
    struct routes routes[ACTIONS_MAX];
    int n, max;
};

/* Adds a table in the order of its ranks, without what the tables before it replace. */
static void add_table(struct action_list *l, const struct action *table, unsigned flag)
{
    int first = l->n;

    for (const struct action *a = table; a && a->id && l->n < l->max; a++) {
        if ((a->flags & flag) != flag || replaced(l->actions, l->routes, first, a))
            continue;
        int at = l->n++;
        for (; at > first && by_rank(l->actions[at - 1]) > by_rank(a); at--)
            l->actions[at] = l->actions[at - 1];
        l->actions[at] = a;
    }
    for (int i = first; i < l->n; i++)
        l->routes[i] = (struct routes){ parsed(l->actions[i]->key), parsed(l->actions[i]->second) };
}

static void list_actions(const struct app *app, struct action_list *l)
{
    unsigned flag = needed_flag(app);

    add_table(l, app_top(app)->ops->actions, 0);
    add_table(l, app->config.globals, flag);
    add_table(l, everywhere, flag);
}

int app_actions(const struct app *app, const struct action **out, int max)
{
    struct action_list l = { .actions = out, .max = max < ACTIONS_MAX ? max : ACTIONS_MAX };

    list_actions(app, &l);
    return l.n;
}

bool action_usable(const struct app *app, const struct action *a, struct msg *why)
{
    *why = (struct msg){ .id = NULL };
    return !a->usable || a->usable(app_top(app), why);
}

void app_run_action(struct app *app, const struct action *a)
{
    struct msg why;

    if (!action_usable(app, a, &why))
        app_say_msg(app, SAY_WARN, &why);
    else
        app_step(app, a->run(app_top(app)));
    app->dirty = true;
}

/* --- the key bar */

static void key_short(struct key k, char out[KEY_NAME])
{
    char c = k.text[0];

    if (k.code == K_NONE)
        out[0] = '\0';
    else if (k.code == K_CHAR && k.mods == MOD_CTRL)
        snprintf(out, KEY_NAME, "^%c", c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    else
        key_text(k, out);
}

void action_key_text(const struct action *a, char out[KEY_NAME])
{
    key_short(parsed(a->key), out);
}

struct bar_item {
    const struct action *action;
    struct key key;
    char name[KEY_NAME];
    const char *label; /* translated */
    int cells, place;
};

/* From left to right: function keys, then letters and others by rank, committing and leaving at
 * the end. */
static int bar_place(const struct action *a, struct key k)
{
    if (k.code == K_ESC)
        return 1000;
    if (k.code == K_F12)
        return 900;
    return k.code >= K_F1 && k.code <= K_F11 ? (int)(k.code - K_F1) : 100 + a->rank;
}

static struct bar_item bar_item(const struct app *app, const struct action *a, struct key k)
{
    struct bar_item item = { .action = a, .key = k, .label = tr(app_catalog(app), a->label) };

    key_short(k, item.name);
    item.cells = (int)strlen(item.name) + cells_of(item.label) + 1;
    item.place = bar_place(a, k);
    return item;
}

/* Those that fit, the lowest ranks first; in the order of their places. */
static int bar_choose(const struct app *app, int cells, struct bar_item *chosen)
{
    const struct action *all[ACTIONS_MAX];
    struct action_list l = { .actions = all, .max = ACTIONS_MAX };
    int picked = 0, room = cells - 1;

    list_actions(app, &l);
    for (;;) {
        int best = -1;
        for (int i = 0; i < l.n; i++)
            if (all[i] && all[i]->rank > 0 && l.routes[i].key.code != K_NONE
                && (best < 0 || all[i]->rank < all[best]->rank))
                best = i;
        if (best < 0)
            return picked;
        struct bar_item item = bar_item(app, all[best], l.routes[best].key);
        all[best] = NULL;
        if (item.cells > room)
            continue;
        room -= item.cells;
        int at = picked++;
        for (; at > 0 && chosen[at - 1].place > item.place; at--)
            chosen[at] = chosen[at - 1];
        chosen[at] = item;
    }
}

void action_bar_draw(const struct app *app, struct grid *g, int row)
{
    struct bar_item chosen[ACTIONS_MAX];
    int n = bar_choose(app, g->cols, chosen), col = 1;

    for (int i = 0; i < n; i++) {
        struct msg why;
        bool usable = action_usable(app, chosen[i].action, &why);
        col = grid_text(g, row, col, usable ? STYLE_KEY : STYLE_DIM, chosen[i].name);
        col = grid_text(g, row, col, usable ? STYLE_NORMAL : STYLE_DIM, chosen[i].label) + 1;
    }
}
