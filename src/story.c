/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "story.h"

#include "desk/desk.h"
#include "screens/app.h"
#include "tui/app.h"
#include "tui/screen.h"
#include "tui/grid.h"

/* One chapter: what is told, how much later it is, what is typed, and the picture after it. */
struct chapter {
    const char *ja, *en;
    int minutes;
    const char *keys;
};

static const struct chapter chapters[] = {
#include "story_chapters.inc"
};

/* The picture; its fence names the screen, so that a gate finds those without one. */
static void print_screen(struct app *app, const struct chapter *x, enum lang lang)
{
    struct arena a;

    arena_init(&a);
    printf("## %s\n\n``` %s\n%s```\n\n", lang == LANG_JA ? x->ja : x->en, app_top(app)->ops->name, grid_dump(app_grid(app), &a));
    arena_fini(&a);
}

/* What stands in the menu only has no key: {staff} runs it. */
static bool from_menu(struct app *app, const char *id)
{
    enum { MOST = 64 };
    const struct action *all[MOST];
    int n = app_actions(app, all, MOST);

    for (int i = 0; i < n; i++)
        if (str_eq(all[i]->id, id)) {
            app_run_action(app, all[i]);
            return true;
        }
    return false;
}

static bool type(struct app *app, const char *keys, struct arena *a)
{
    while (*keys) {
        size_t n = strcspn(keys, "{"), id = 0;
        if (n && !app_feed(app, arena_strndup(a, keys, n)))
            return false;
        keys += n;
        if (!*keys)
            return true;
        id = strcspn(keys, "}");
        if (!from_menu(app, arena_strndup(a, keys + 1, id - 1)))
            return false;
        keys += id + 1;
    }
    return true;
}

static bool play(const struct cli *c, struct clock *clock, const char *path, enum lang lang, struct err *e)
{
    struct desk *d = NULL;
    bool ok = desk_open(&(struct desk_options){ .path = path, .clock = clock, .terminal = "story" }, &d, e);

    if (!ok)
        return false;
    desk_use_catalogues(d, &c->catalogs);
    struct shell *sh = shell_new(&(struct shell_options){ .desk = d, .catalogs = &c->catalogs, .lang = lang, .rows = 24,
        .cols = 80 });
    for (size_t i = 0; ok && i < COUNT_OF(chapters); i++) {
        clock_advance(clock, chapters[i].minutes * INT64_C(60000));
        app_minute(sh->app);
        ok = type(sh->app, chapters[i].keys, c->arena)
            || err_set(e, ERR_INPUT, "", N_("The story stops at chapter %s."), chapters[i].en, NULL);
        app_set_lang(sh->app, lang); /* the log-in took the person's own */
        if (ok)
            print_screen(sh->app, &chapters[i], lang);
    }
    shell_free(sh);
    desk_close(d);
    return ok;
}

int story_play(const struct cli *c, struct clock *clock, const char *path)
{
    struct clock begin = *clock;
    struct err e = ERR_INIT;
    char second[1024];

    snprintf(second, sizeof second, "%s.en", path);
    printf("# Screens\n\nMade by `madoguchi demo --story` on a training desk: all people are invented. "
           "訓練用の窓口の画面です。人物はすべて架空です。\n\n# 日本語\n\n");
    if (!play(c, clock, path, LANG_JA, &e))
        return cli_failed(c, &e);
    *clock = begin;
    printf("# English\n\n");
    return play(c, clock, second, LANG_EN, &e) ? CLI_DONE : cli_failed(c, &e);
}
