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

static bool answers(const struct action *a, struct key k)
{
    const char *routes[] = { a->key, a->second };
    struct key canonical = key_canonical(k);

    for (size_t i = 0; i < COUNT_OF(routes); i++) {
        struct key key;
        if (!routes[i])
            continue;
        BUG_IF(!key_parse(routes[i], &key));
        if (key_equal(k, key) || key_equal(canonical, key))
            return true;
    }
    return false;
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

static bool replaced(const struct action *const *list, int n, const struct action *a)
{
    for (int i = 0; i < n; i++) {
        struct key key;
        if (str_eq(list[i]->id, a->id))
            return true;
        if (a->key && key_parse(a->key, &key) && answers(list[i], key))
            return true;
    }
    return false;
}

static int by_rank(const struct action *a)
{
    return a->rank ? a->rank : 1000;
}

static int add_table(
    const struct action **out, int n, int max, const struct action *table, unsigned flag)
{
    int first = n, known = n;

    for (const struct action *a = table; a && a->id && n < max; a++) {
        if ((a->flags & flag) != flag || replaced(out, known, a))
            continue;
        int at = n++;
        while (at > first && by_rank(out[at - 1]) > by_rank(a)) {
            out[at] = out[at - 1];
            at--;
        }
        out[at] = a;
    }
    return n;
}

int app_actions(const struct app *app, const struct action **out, int max)
{
    unsigned flag = needed_flag(app);
    int n = add_table(out, 0, max, app_top(app)->ops->actions, 0);

    n = add_table(out, n, max, app->config.globals, flag);
    return add_table(out, n, max, everywhere, flag);
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

void action_key_text(const struct action *a, char out[KEY_NAME])
{
    struct key k;

    out[0] = '\0';
    if (!a->key || !key_parse(a->key, &k))
        return;
    if (k.code == K_CHAR && k.mods == MOD_CTRL)
        snprintf(out, KEY_NAME, "^%c",
            k.text[0] >= 'a' && k.text[0] <= 'z' ? k.text[0] - 'a' + 'A' : k.text[0]);
    else
        key_text(k, out);
}

/* From left to right: function keys, then letters and others by rank, committing and leaving at the
 * end. */
static int bar_place(const struct action *a)
{
    struct key k;

    if (!key_parse(a->key, &k))
        return 500;
    if (k.code == K_ESC)
        return 1000;
    if (k.code == K_F12)
        return 900;
    return k.code >= K_F1 && k.code <= K_F11 ? (int)(k.code - K_F1) : 100 + a->rank;
}

static int bar_cells(const struct app *app, const struct action *a)
{
    char key[KEY_NAME];

    action_key_text(a, key);
    return cells_of(key) + cells_of(tr(app_catalog(app), a->label)) + 1;
}

static int bar_choose(const struct app *app, int cells, const struct action **chosen)
{
    const struct action *all[ACTIONS_MAX];
    int n = app_actions(app, all, ACTIONS_MAX), picked = 0, room = cells - 1;
    bool used[ACTIONS_MAX] = { false };

    for (;;) {
        int best = -1;
        for (int i = 0; i < n; i++)
            if (!used[i] && all[i]->rank > 0 && all[i]->key
                && (best < 0 || all[i]->rank < all[best]->rank))
                best = i;
        if (best < 0)
            return picked;
        used[best] = true;
        if (bar_cells(app, all[best]) > room)
            continue;
        room -= bar_cells(app, all[best]);
        int at = picked++;
        while (at > 0 && bar_place(chosen[at - 1]) > bar_place(all[best])) {
            chosen[at] = chosen[at - 1];
            at--;
        }
        chosen[at] = all[best];
    }
}

void action_bar_draw(const struct app *app, struct grid *g, int row)
{
    const struct action *chosen[ACTIONS_MAX];
    int n = bar_choose(app, g->cols, chosen), col = 1;

    for (int i = 0; i < n; i++) {
        char key[KEY_NAME];
        struct msg why;
        bool usable = action_usable(app, chosen[i], &why);
        action_key_text(chosen[i], key);
        col = grid_text(g, row, col, usable ? STYLE_KEY : STYLE_DIM, key);
        col = grid_tr(g, row, col, usable ? STYLE_NORMAL : STYLE_DIM, chosen[i]->label) + 1;
    }
}
