/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program of the toolkit alone, to be driven on a terminal. Prints what happened when it has
 * given the terminal back. Options: ja, ambiguous2, light, idle, wcwidth. */
#include <dlfcn.h>
#include <stdio.h>
#include <wchar.h>

#include "base/base.h"
#include "tests/screen/demo_screens.h"
#include "sys/env.h"
#include "text/width.h"
#include "tui/loop.h"

static bool has_option(char **argv, const char *option)
{
    for (; *argv; argv++)
        if (str_eq(*argv, option))
            return true;
    return false;
}

static struct catalogs load(struct arena *a)
{
    struct catalogs catalogs = { { NULL } };
    struct err err = ERR_INIT;
    const char *path = getenv("DEMO_MO");
    FILE *f = path ? fopen(path, "rb") : NULL;
    enum { MO_MAX = 4 * 1024 * 1024 };

    if (!f)
        return catalogs;
    char *bytes = arena_alloc(a, MO_MAX);
    size_t n = fread(bytes, 1, MO_MAX, f);
    fclose(f);
    BUG_IF(!catalog_load(bytes, n, a, &catalogs.of[LANG_JA], &err));
    return catalogs;
}

static struct step run_bug(struct screen *s)
{
    BUG_IF(s != NULL);
    return step_stay();
}

static struct step run_wait(struct screen *s)
{
    struct msg m;

    msg_set(&m, "Waiting.", NULL);
    while (app_wait(s->app, &m, 50))
        continue;
    app_say(s->app, SAY_NOTICE, "Stopped.", NULL);
    return step_stay();
}

static struct step run_home(struct screen *s)
{
    (void)s;
    return step_home();
}

static const struct action globals[] = {
    { .id = "home", .key = "F11", .label = "Home", .help = "Closes all others.", .run = run_home },
    { .id = "bug", .key = "Alt+B", .label = "Bug", .help = "Stops hard.", .run = run_bug },
    { .id = "wait", .key = "Alt+V", .label = "Wait", .help = "Waits until Esc.", .run = run_wait },
    { .id = NULL },
};

static void lock(struct app *app)
{
    app_push(app, &demo_lock, NULL);
}

/* Which wcwidth the dynamic linker gives to curses. */
static int print_widths(bool two)
{
    int (*width)(wchar_t) = NULL;

    width_set_ambiguous(two ? 2 : 1);
    *(void **)&width = dlsym(RTLD_DEFAULT, "wcwidth");
    printf("width %d %d %d\n", width(0x2460), width(0x31350), width(0xE0100));
    return 0;
}

static int refuse(const struct err *err, struct arena *a, struct demo *demo)
{
    struct buf text;

    buf_init(&text, 1024);
    msg_text(NULL, &err->msg, &text);
    fprintf(stderr, "%s\n", text.p);
    buf_fini(&text);
    buf_fini(&demo->log);
    arena_fini(a);
    return 3;
}

int main(int argc, char **argv)
{
    struct demo demo = { .commits = 0 };
    struct arena a;
    struct err err = ERR_INIT;

    (void)argc;
    if (has_option(argv, "wcwidth"))
        return print_widths(has_option(argv, "ambiguous2"));
    arena_init(&a);
    buf_init(&demo.log, 64 * 1024);
    bool own = env_set_locale() == ENV_LOCALE_OWN;
    struct catalogs catalogs = load(&a);
    struct term_options options = { .theme = has_option(argv, "light") ? THEME_LIGHT : THEME_DARK,
        .ambiguous = has_option(argv, "ambiguous2") ? 2 : 1 };
    struct term *term = term_open(&options, &err);
    if (!term)
        return refuse(&err, &a, &demo);
    struct app_config config = { .user = &demo,
        .catalogs = &catalogs,
        .lang = has_option(argv, "ja") ? LANG_JA : LANG_EN,
        .rows = 24,
        .cols = 80,
        .globals = globals,
        .on_idle = lock,
        .on_resume = lock,
        .idle_seconds = has_option(argv, "idle") ? 1 : 0 };
    struct app *app = app_new(&config);
    app_push(app, &demo_list, NULL);
    const struct loop_config loop = { .app = app, .term = term, .watch_fd = -1 };
    enum loop_end end = loop_run(&loop);
    app_free(app);
    term_close(term);
    printf("end %s, locale %s, commits %d\n%s\n", end == LOOP_QUIT ? "quit" : "signal",
        own ? "own" : "other", demo.commits, demo.log.p);
    buf_fini(&demo.log);
    arena_fini(&a);
    return 0;
}
