/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "story.h"

#include "desk/desk.h"
#include "screens/app.h"
#include "tui/app.h"
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

static void print_screen(struct app *app, const struct chapter *x, enum lang lang)
{
    struct arena a;

    arena_init(&a);
    printf("## %s\n\n```\n%s```\n\n", lang == LANG_JA ? x->ja : x->en, grid_dump(app_grid(app), &a));
    arena_fini(&a);
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
        ok = app_feed(sh->app, chapters[i].keys)
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
