/* SPDX-License-Identifier: GPL-3.0-or-later */
/* madoguchi demo: the training desk on the screen, or a day of it told as text. */
#include "cli/commands.h"
#include "cli/demo.h"
#include "sys/file.h"
#include "sys/paths.h"

#include <unistd.h>

/* The story needs desks of its own, at a moment that never changes: two, one for each language. */
static int tell_story(const struct cli *c)
{
    struct err e = ERR_INIT;
    char folder[] = "/tmp/madoguchi-story-XXXXXX";
    struct clock clock;
    day on;

    if (!mkdtemp(folder) || !day_from_ymd(2026, 11, 24, &on))
        return cli_failed(c, &e);
    clock = clock_standing(instant_of(on, (hm){ 9 * 60 + 40 }, 540));
    const char *path = arena_printf(c->arena, "%s/training.db", folder);
    const char *second = arena_printf(c->arena, "%s.en", path);
    bool ok = demo_prepare(&(struct demo_options){ .path = path, .clock = &clock }, &e)
        && demo_prepare(&(struct demo_options){ .path = second, .clock = &clock }, &e);
    int code = ok ? c->story(c, &clock, path) : cli_failed(c, &e);
    file_remove_folder(folder);
    return code;
}

int cmd_demo(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct demo_options o = { .clock = &c->clock };

    bool story = false;
    for (int i = 0; i < c->argc; i++) {
        story |= str_eq(c->argv[i], "--story");
        o.fresh |= str_eq(c->argv[i], "--fresh");
        if (!str_eq(c->argv[i], "--story") && !str_eq(c->argv[i], "--fresh"))
            return cli_usage(c, "madoguchi demo [--story] [--fresh] [--db FILE]");
    }
    if (story)
        return tell_story(c);
    if (!paths_database(c->db, true, c->arena, &o.path, &e))
        return cli_failed(c, &e);
    if (!file_exists(o.path) || o.fresh)
        cli_say(c, N_("Making the training desk ..."), NULL);
    if (!demo_prepare(&o, &e))
        return cli_failed(c, &e);
    return c->screens(c, o.path);
}
