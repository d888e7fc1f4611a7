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

/* The keys of one action, read from its table once. */
struct routes {
    struct key key, second;
};

struct bar_item {
    const struct action *action;
    struct key key;
    char name[KEY_NAME];
    const char *label; /* translated */
    int cells, place;
};

/* What stands in constant tables is read when a screen is first on top, not at every key. */
struct action_cache {
    struct {
        const struct action *table;
        struct routes routes[ACTIONS_MAX];
    } own, globals, everywhere;
    struct { /* of the top screen, in the order of the menu */
        const struct action *table, *globals;
        unsigned flag;
        int n; /* -1 = not made yet */
        const struct action *actions[ACTIONS_MAX];
        struct routes routes[ACTIONS_MAX];
    } list;
    struct {
        const struct action *table;
        unsigned flag;
        const struct catalog *catalog;
        int cells;
        int n; /* -1 = not made yet */
        struct bar_item items[ACTIONS_MAX];
    } bar;
};

struct action_cache *action_cache_new(void)
{
    struct action_cache *c = calloc(1, sizeof *c);

    BUG_IF(!c);
    c->list.n = c->bar.n = -1;
    return c;
}

void action_cache_free(struct action_cache *c)
{
    free(c);
}

static void read_routes(const struct action *table, struct routes *routes)
{
    for (int i = 0; table && table[i].id; i++) {
        BUG_IF(i == ACTIONS_MAX);
        routes[i] = (struct routes){ parsed(table[i].key), parsed(table[i].second) };
    }
}

static const struct routes *own_routes(const struct app *app)
{
    struct action_cache *c = app->actions;
    const struct action *table = app_top(app)->ops->actions;

    if (c->own.table != table)
        read_routes(table, c->own.routes);
    c->own.table = table;
    return c->own.routes;
}

static const struct routes *global_routes(const struct app *app)
{
    struct action_cache *c = app->actions;

    if (c->globals.table != app->config.globals)
        read_routes(app->config.globals, c->globals.routes);
    c->globals.table = app->config.globals;
    return c->globals.routes;
}

static const struct routes *everywhere_routes(const struct app *app)
{
    struct action_cache *c = app->actions;

    if (!c->everywhere.table)
        read_routes(everywhere, c->everywhere.routes);
    c->everywhere.table = everywhere;
    return c->everywhere.routes;
}

static const struct action *find(
    const struct action *table, const struct routes *routes, struct key k, unsigned flag)
{
    struct key canonical = key_canonical(k);

    for (int i = 0; table && table[i].id; i++) {
        const struct routes *r = &routes[i];
        if ((table[i].flags & flag) == flag
            && (key_equal(k, r->key) || key_equal(canonical, r->key) || key_equal(k, r->second)
                || key_equal(canonical, r->second)))
            return &table[i];
    }
    return NULL;
}

const struct action *action_global_for(const struct app *app, struct key k)
{
    unsigned flag = needed_flag(app);
    const struct action *a = find(app->config.globals, global_routes(app), k, flag);

    return a ? a : find(everywhere, everywhere_routes(app), k, flag);
}

const struct action *action_for(const struct app *app, struct key k, bool own)
{
    const struct action *a = find(app_top(app)->ops->actions, own_routes(app), k, 0);

    return a || own ? a : action_global_for(app, k);
}

static bool replaced(const struct action_cache *c, int n, const struct action *a, struct key key)
{
    struct key canonical = key_canonical(key);

    for (int i = 0; i < n; i++) {
        const struct routes *r = &c->list.routes[i];
        if (str_eq(c->list.actions[i]->id, a->id))
            return true;
        if (key.code != K_NONE
            && (key_equal(r->key, key) || key_equal(r->key, canonical) || key_equal(r->second, key)))
            return true;
    }
    return false;
}

static int by_rank(const struct action *a)
{
    return a->rank ? a->rank : 1000;
}

/* Adds a table in the order of its ranks, without what the tables before it replace. */
static void add_table(
    struct action_cache *c, const struct action *table, const struct routes *routes, unsigned flag)
{
    int first = c->list.n;

    for (int i = 0; table && table[i].id && c->list.n < ACTIONS_MAX; i++) {
        const struct action *a = &table[i];
        if ((a->flags & flag) != flag || replaced(c, first, a, routes[i].key))
            continue;
        int at = c->list.n++;
        for (; at > first && by_rank(c->list.actions[at - 1]) > by_rank(a); at--) {
            c->list.actions[at] = c->list.actions[at - 1];
            c->list.routes[at] = c->list.routes[at - 1];
        }
        c->list.actions[at] = a;
        c->list.routes[at] = routes[i];
    }
}

/* Fills the list of the cache. */
static void list_actions(const struct app *app)
{
    struct action_cache *c = app->actions;
    const struct action *table = app_top(app)->ops->actions, *globals = app->config.globals;
    unsigned flag = needed_flag(app);

    if (c->list.n >= 0 && c->list.table == table && c->list.globals == globals && c->list.flag == flag)
        return;
    c->list.table = table;
    c->list.globals = globals;
    c->list.flag = flag;
    c->list.n = 0;
    add_table(c, table, own_routes(app), 0);
    add_table(c, globals, global_routes(app), flag);
    add_table(c, everywhere, everywhere_routes(app), flag);
}

int app_actions(const struct app *app, const struct action **out, int max)
{
    list_actions(app);
    int n = app->actions->list.n < max ? app->actions->list.n : max;
    memcpy(out, app->actions->list.actions, (size_t)(n > 0 ? n : 0) * sizeof *out);
    return n;
}

bool action_usable(const struct app *app, const struct action *a, struct msg *why)
{
    why->id = NULL;
    why->n = 0;
    return !a->usable || a->usable(app_top(app), why);
}

void app_run_action(struct app *app, const struct action *a)
{
    struct msg why;

    if (!action_usable(app, a, &why))
        app_say_msg(app, SAY_WARN, &why);
    else
        app_step(app, a->run(app_top(app)));
    app_redraw(app);
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
    key_text(parsed(a->key), out);
}

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

/* Those that fit, the lowest ranks first; in the order of their places. Fills the bar of the cache. */
static void bar_choose(const struct app *app, int cells)
{
    struct action_cache *c = app->actions;
    struct bar_item *chosen = c->bar.items;
    bool taken[ACTIONS_MAX] = { false };
    int picked = 0, room = cells - 1;

    for (;;) {
        int best = -1;
        for (int i = 0; i < c->list.n; i++)
            if (!taken[i] && c->list.actions[i]->rank > 0 && c->list.routes[i].key.code != K_NONE
                && (best < 0 || c->list.actions[i]->rank < c->list.actions[best]->rank))
                best = i;
        if (best < 0)
            break;
        struct bar_item item = bar_item(app, c->list.actions[best], c->list.routes[best].key);
        taken[best] = true;
        if (item.cells > room)
            continue;
        room -= item.cells;
        int at = picked++;
        for (; at > 0 && chosen[at - 1].place > item.place; at--)
            chosen[at] = chosen[at - 1];
        chosen[at] = item;
    }
    c->bar.n = picked;
}

static void bar_fresh(const struct app *app, int cells)
{
    struct action_cache *c = app->actions;

    list_actions(app);
    if (c->bar.n >= 0 && c->bar.table == c->list.table && c->bar.flag == c->list.flag
        && c->bar.catalog == app_catalog(app) && c->bar.cells == cells)
        return;
    bar_choose(app, cells);
    c->bar.table = c->list.table;
    c->bar.flag = c->list.flag;
    c->bar.catalog = app_catalog(app);
    c->bar.cells = cells;
}

void action_bar_draw(const struct app *app, struct grid *g, int row)
{
    int col = 1;

    bar_fresh(app, g->cols);
    for (int i = 0; i < app->actions->bar.n; i++) {
        const struct bar_item *item = &app->actions->bar.items[i];
        struct msg why;
        bool usable = action_usable(app, item->action, &why);
        col = grid_text(g, row, col, usable ? STYLE_KEY : STYLE_DIM, item->name);
        col = grid_text(g, row, col, usable ? STYLE_NORMAL : STYLE_DIM, item->label) + 1;
    }
}
