/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of several lines by digit: the pick dialog and, built like it, the menu of all actions. Nine
 * lines a page; 0 turns the page, so that digits alone reach everything, with the IME on as well.
 */
#include "tui/appstate.h"
#include "tui/dialog.h"
#include "tui/dialogbox.h"

enum { PAGE = 9 };

struct pages {
    int n, selected;
};

static int page_first(const struct pages *p)
{
    return p->selected / PAGE * PAGE;
}

/* What a key chooses: an index, or -1 = it only moved, or -2 = it means nothing here. */
static int pages_key(struct pages *p, struct key k)
{
    struct key digit = key_fold(k);
    int first = page_first(p);

    if (k.code == K_ENTER && p->n > 0)
        return p->selected;
    if ((k.code == K_UP || k.code == K_DOWN) && p->n > 0) {
        p->selected = (p->selected + (k.code == K_UP ? p->n - 1 : 1)) % p->n;
        return -1;
    }
    bool turn
        = k.code == K_PGDN || (digit.code == K_CHAR && !digit.mods && str_eq(digit.text, "0"));
    if ((turn || k.code == K_PGUP) && p->n > PAGE) {
        int pages = (p->n + PAGE - 1) / PAGE;
        p->selected = (first / PAGE + (turn ? 1 : pages - 1)) % pages * PAGE;
        return -1;
    }
    if (digit.code != K_CHAR || digit.mods || digit.text[0] < '1' || digit.text[0] > '9')
        return -2;
    int chosen = first + digit.text[0] - '1';
    return chosen < p->n ? chosen : -2;
}

struct page_row {
    const char *text, *hint;
    bool dim;
};

static void row_draw(
    struct grid *g, struct rect at, int row, int digit, const struct page_row *r, bool selected)
{
    char number[12];
    int hint = r->hint ? cells_of(r->hint) : 0;
    enum style style = selected ? STYLE_SELECTED : r->dim ? STYLE_DIM : STYLE_NORMAL;

    snprintf(number, sizeof number, "%d", digit);
    grid_text(g, row, at.col, selected ? STYLE_SELECTED : STYLE_NORMAL, selected ? ">" : " ");
    grid_text(g, row, at.col + 1, r->dim ? STYLE_DIM : STYLE_KEY, number);
    grid_clip(g, row, at.col + 3, at.cols - 4 - hint, style, r->text);
    if (hint)
        grid_right(g, row, at.col + at.cols - hint, hint, STYLE_DIM, r->hint);
    if (selected)
        grid_cursor(g, row, at.col);
}

static void more_draw(struct grid *g, struct rect at, int row, const struct pages *p)
{
    char text[32];

    snprintf(text, sizeof text, "0  %d/%d", p->selected / PAGE + 1, (p->n + PAGE - 1) / PAGE);
    int col = grid_text(g, row, at.col + 1, STYLE_KEY, text);
    grid_tr(g, row, col + 1, STYLE_DIM, N_("next page"));
}

static int pages_rows(const struct pages *p)
{
    return p->n > PAGE ? PAGE + 1 : p->n;
}

/* --- the pick dialog */

struct pick_state {
    struct pick_arg arg;
    struct pages pages;
    int64_t id;
};

/* The items with their texts. */
static const struct pick_item *copy_items(struct arena *a, const struct pick_item *items, int n)
{
    struct pick_item *copy = ARENA_ARRAY(a, struct pick_item, (size_t)n + 1);

    for (int i = 0; i < n; i++) {
        copy[i] = items[i];
        copy[i].text = arena_strdup(a, items[i].text);
        copy[i].hint = arena_strdup(a, items[i].hint);
    }
    return copy;
}

struct step dialog_pick(struct screen *s, const struct pick_arg *arg, int tag)
{
    struct pick_arg copy = *arg;

    copy.items = copy_items(app_step_arena(s->app), arg->items, arg->n);
    return step_push_copy(s, &pick_dialog, &copy, sizeof copy, tag);
}

static bool pick_open(struct screen *s, const void *arg, struct err *err)
{
    struct pick_state *p = s->state;
    const struct pick_arg *from = arg;

    (void)err;
    p->arg = *from;
    p->arg.items = copy_items(&s->arena, from->items, from->n);
    p->pages = (struct pages){ from->n, from->selected };
    return true;
}

static struct step pick_key(struct screen *s, struct key k)
{
    struct pick_state *p = s->state;
    int chosen = pages_key(&p->pages, k);

    if (chosen < 0)
        return chosen == -1 ? step_stay() : step_unused();
    p->pages.selected = chosen;
    if (p->arg.items[chosen].dim)
        return step_stay();
    p->id = p->arg.items[chosen].id;
    return step_pop(chosen + 1, &p->id);
}

static void pick_draw(const struct screen *s, struct grid *g)
{
    const struct pick_state *p = screen_state(s);
    bool hidden = p->arg.personal && g->veiled;
    struct rect at = dialog_box(g, p->arg.title, hidden ? NULL : &p->arg.text, DIALOG_COLS, pages_rows(&p->pages));
    int first = page_first(&p->pages);

    for (int i = first; i < p->pages.n && i < first + PAGE; i++) {
        const struct pick_item *item = &p->arg.items[i];
        const char *text = item->msgid ? tr(g->catalog, item->text) : item->text;
        struct page_row row = { item->personal ? grid_veil(g, text) : text, item->hint, item->dim };
        row_draw(g, at, at.row + i - first, i - first + 1, &row, i == p->pages.selected);
    }
    if (p->pages.n > PAGE)
        more_draw(g, at, at.row + PAGE, &p->pages);
}

const struct screen_ops pick_dialog = { .name = "pick",
    .title = N_("Choose"),
    .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct pick_state),
    .open = pick_open,
    .key = pick_key,
    .draw = pick_draw };

/* --- the menu: what can be done on the screen below */

struct menu_state {
    struct pages pages;
    const struct action *actions[ACTIONS_MAX];
    bool usable[ACTIONS_MAX];
    char keys[ACTIONS_MAX][2 * KEY_NAME];
};

static void key_routes(const struct action *a, char *out, size_t size)
{
    char first[KEY_NAME];
    struct key k;

    action_key_text(a, first);
    const char *second = a->second;
    if (!second && a->key && key_parse(a->key, &k))
        second = key_second_route(k);
    snprintf(out, size, "%s%s%s", first, second ? "  " : "", second ? second : "");
}

static bool menu_open(struct screen *s, const void *arg, struct err *err)
{
    struct menu_state *m = s->state;

    (void)arg;
    (void)err;
    int all = app_actions(s->app, m->actions, ACTIONS_MAX); /* the menu is not on the stack yet */
    for (int i = 0; i < all; i++) {
        struct msg why;
        if (str_eq(m->actions[i]->id, "menu"))
            continue;
        int n = m->pages.n++;
        m->actions[n] = m->actions[i];
        m->usable[n] = action_usable(s->app, m->actions[n], &why);
        key_routes(m->actions[n], m->keys[n], sizeof m->keys[n]);
    }
    return true;
}

static struct step menu_key(struct screen *s, struct key k)
{
    struct menu_state *m = s->state;
    struct app *app = s->app;
    int chosen = pages_key(&m->pages, k);

    if (chosen < 0)
        return chosen == -1 ? step_stay() : step_unused();
    const struct action *a = m->actions[chosen];
    app_step(app, step_pop(0, NULL)); /* s and m are gone from here on */
    app_run_action(app, a);
    return step_stay();
}

static void menu_draw(const struct screen *s, struct grid *g)
{
    const struct menu_state *m = screen_state(s);
    struct rect at = dialog_box(g, N_("Menu"), NULL, g->cols - 4, pages_rows(&m->pages) + 1);
    int first = page_first(&m->pages);

    for (int i = first; i < m->pages.n && i < first + PAGE; i++) {
        const struct action *a = m->actions[i];
        struct page_row row = { tr(g->catalog, a->help), m->keys[i], !m->usable[i] };
        row_draw(g, at, at.row + i - first, i - first + 1, &row, i == m->pages.selected);
    }
    if (m->pages.n > PAGE)
        more_draw(g, at, at.row + at.rows - 1, &m->pages);
}

/* The chosen line whole. */
static const char *menu_help(const struct screen *s)
{
    const struct menu_state *m = screen_state(s);

    return m->pages.n > 0 ? m->actions[m->pages.selected]->help : NULL;
}

const struct screen_ops menu_screen = { .name = "menu",
    .title = N_("Menu"),
    .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct menu_state),
    .open = menu_open,
    .key = menu_key,
    .draw = menu_draw,
    .help = menu_help };
