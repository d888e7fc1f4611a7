/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The training desk: invented requests in every state, made by the program's own actions under a clock that goes
 * from five weeks ago to today, day by day. */
#include "cli/demo_inside.h"
#include "desk/closing.h"
#include "desk/drawer.h"
#include "desk/setup.h"
#include "policy/calendar.h"
#include "policy/policy.h"
#include "sys/file.h"
#include "sys/paths.h"

#include <unistd.h>

void demo_at(struct demo *d, day on, int hour, int minute)
{
    clock_set(&d->clock, instant_of(on, (hm){ hour * 60 + minute }, 540));
}

/* ---------------------------------------------------------------- one day */
static bool close_day(struct demo *d, day on)
{
    struct closing_view v;
    struct closing_done done;
    struct closing_draft x = { .day = on, .next_float = YEN(50000), .reason = "", .treasury = "会計課出納", .bag = "1",
        .treasury_person = "会計課" };

    demo_at(d, on, 16, 55);
    if (!demo_log_in(d, "sato") || !desk_closing_view(d->desk, on, &d->arena, &v, d->e))
        return false;
    int64_t left = v.till.expected_cash.v;
    static const int64_t kinds[] = { 10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1 };
    for (size_t k = 0; k < COUNT_OF(kinds); k++) {
        x.counted.of[k] = (int32_t)(left / kinds[k]);
        left %= kinds[k];
    }
    if (!desk_close_day(d->desk, &x, NO_SECOND, &d->arena, &done, d->e))
        return false;
    /* The last one still waits for its second person. */
    return day_cmp(on, d->days[DAYS_BACK - 3]) >= 0
        || (demo_log_in(d, "omori") && desk_confirm_closing(d->desk, done.closing, "", &d->arena, d->e));
}

static bool visits_of(struct demo *d, int n, day on, bool *money)
{
    *money = false;
    for (unsigned i = 0; i < demo_people_n; i++) {
        if (demo_people[i].stage < DEMO_UNPAID || demo_people[i].stage > DEMO_CLOSED || demo_people[i].visit != n)
            continue;
        if (!*money) {
            demo_at(d, on, 9, 30);
            if (!desk_drawer_open(d->desk, &(struct float_draft){ .amount = YEN(50000) }, &d->arena, d->e))
                return false;
            *money = true;
        }
        if (!demo_visit(d, i, on))
            return false;
    }
    return true;
}

static bool play_day(struct demo *d, int n)
{
    day on = d->days[DAYS_BACK + n];
    bool money;

    demo_at(d, on, 9, 10);
    if (!demo_log_in(d, "nishikawa") || (n == -3 && !demo_first_inquiry(d)))
        return false;
    for (unsigned i = 0; i < demo_people_n; i++) {
        int since = n + demo_people[i].days_ago;
        if (since >= 0 && !demo_move_on(d, i, since))
            return false;
        if (demo_people[i].visit < 0 && n > demo_people[i].visit && !demo_after_visit(d, i, n - demo_people[i].visit))
            return false;
    }
    return demo_events(d, n, DEMO_MORNING) && visits_of(d, n, on, &money) && demo_events(d, n, DEMO_EVENING)
        && (!money || close_day(d, on));
}

/* opening: of the counter, which also closes at the turn of the year. */
static void find_days(struct demo *d, const struct calendar *c, const struct opening *opening)
{
    day open = d->today;

    calendar_open_from(c, opening, open, &open);
    d->days[DAYS_BACK] = open;
    for (int i = 1; i <= DAYS_ON; i++)
        calendar_add_open_days(c, opening, open, i, NULL, &d->days[DAYS_BACK + i], NULL, NULL);
    day back = day_add(open, -1);
    for (int i = DAYS_BACK - 1; i >= 0; back = day_add(back, -1))
        if (calendar_open(c, opening, back))
            d->days[i--] = back;
}

static bool make(struct demo *d, const char *path, instant now)
{
    hm clock_time;

    d->now = now;
    instant_civil(now, 540, &d->today, &clock_time);
    find_days(d, NULL, NULL);
    demo_at(d, d->days[0], 8, 30);
    if (!demo_set_up(d, path) || !demo_staff(d) || !demo_log_in(d, "omori") || !demo_specialists(d))
        return false;
    const struct calendar *c = desk_calendar(d->desk, d->e);
    const struct policy *p = c ? desk_policy(d->desk, desk_policy_version(d->desk, d->today, d->e), d->e) : NULL;
    if (!p)
        return false;
    d->opening = policy_calendar(p, "counter");
    find_days(d, c, d->opening);
    if (!demo_exceptions(d))
        return false;
    for (int n = -DAYS_BACK; n < 0; n++)
        if (!play_day(d, n))
            return false;
    return demo_inquiries(d) && demo_in_the_house(d);
}

/* A training desk of another version, or a damaged one, cannot be played with; it can be replaced. */
static bool cannot_open(const char *path, const struct clock *clock, struct err *e)
{
    if (e->kind == ERR_BUSY || !desk_is_training(path, clock))
        return false;
    err_clear(e);
    return err_set(e, ERR_INPUT, "",
        N_("%s is a training desk that this version of the program cannot open. The same command with --fresh makes a new one in its place."),
        path, NULL);
}

/* What has the name already must be a training desk: a real one is neither replaced nor played with. */
static bool is_training(const char *path, const struct clock *clock, struct err *e)
{
    struct desk *d = NULL;

    if (!desk_open(&(struct desk_options){ .path = path, .clock = clock, .terminal = "demo" }, &d, e))
        return cannot_open(path, clock, e);
    bool ok = desk_hospital(d)->training
        || err_set(e, ERR_INPUT, "", N_("%s is the database of a real desk and is left alone. Name another file after --db."), path, NULL);
    desk_close(d);
    return ok;
}

/* Made under another name, so that a desk that is half there never has the right one. */
static bool make_at(struct demo *d, const char *path, instant now)
{
    const char *given = paths_folder(path, &d->arena);
    const char *made = arena_printf(&d->arena, "%s.new", path);
    bool ok = paths_make_private(given, d->e) && file_remove(made, d->e)
        && file_remove(arena_printf(&d->arena, "%s-journal", made), d->e);
    char *folder = ok ? realpath(given, NULL) : NULL;

    d->printer = arena_printf(&d->arena, "file:%s/papers", str_or(folder, given));
    free(folder);
    ok = ok && paths_make_private(d->printer + strlen("file:"), d->e) && make(d, made, now);
    desk_close(d->desk);
    ok = ok && file_put_in_place(made, path, d->e);
    if (!ok)
        unlink(made);
    unlink(arena_printf(&d->arena, "%s.gate", made));
    unlink(arena_printf(&d->arena, "%s.turn", made));
    return ok;
}

bool demo_prepare(const struct demo_options *o, struct err *e)
{
    struct demo d = { .e = e };
    bool there = file_exists(o->path);

    bool replaced = there && o->fresh && desk_is_training(o->path, o->clock);
    if (there && !replaced && !is_training(o->path, o->clock, e))
        return false;
    if (there && !o->fresh)
        return true;
    arena_init(&d.arena);
    d.clock = clock_standing((instant){ 0 });
    bool ok = make_at(&d, o->path, clock_wall(o->clock));
    arena_fini(&d.arena);
    return ok;
}
