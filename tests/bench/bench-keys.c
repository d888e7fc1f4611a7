/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios to the floors in one run, round by round in turn, so that what the machine does meanwhile falls on
 * both: a move in a list and a typed character, of the toolkit alone and of the program on a desk with requests;
 * the start to the first screen, memory. */
#include "tests/check.h"

#include "tests/desk/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/meter.h"
#include "tests/bench/table.h"

enum { ROUNDS = 11, KEYS = 30, MEMORY_KEYS = 500, STARTS = 15, REQUESTS = 40 };

static char *in_build(const char *name)
{
    static char paths[8][512];
    static int next;
    const char *top = getenv("top_builddir");
    char *out = paths[next++ % 8];

    snprintf(out, sizeof paths[0], "%s/%s", top ? top : ".", name);
    return out;
}

/* A program with two keys that undo each other. */
struct runner {
    struct meter *m;
    const char *there, *back;
    int span; /* so often the one, then the other; 2 * KEYS is a multiple of twice as much */
    double us[ROUNDS], cpu[ROUNDS];
};

static void round_of(struct runner *r, int round)
{
    double us[2 * KEYS], cpu[2 * KEYS];

    for (int i = 0; i < 2 * KEYS; i++) {
        struct key_answer a = meter_key(r->m, (i / r->span) % 2 ? r->back : r->there);
        us[i] = a.last_us;
        cpu[i] = a.cpu_us;
    }
    r->us[round] = median(us, 2 * KEYS);
    r->cpu[round] = median(cpu, 2 * KEYS);
}

static void compare(struct table *t, const char *what, struct runner *ours, struct runner *floor, double goal)
{
    double us[ROUNDS], cpu[ROUNDS];
    char line[128];

    round_of(ours, 0); /* warm */
    round_of(floor, 0);
    for (int i = 0; i < ROUNDS; i++) {
        struct runner *first = i % 2 ? ours : floor, *second = i % 2 ? floor : ours;
        round_of(first, i);
        round_of(second, i);
        us[i] = ours->us[i] / floor->us[i];
        cpu[i] = ours->cpu[i] / floor->cpu[i];
    }
    snprintf(line, sizeof line, "%s: key to last byte, to the floor's", what);
    table_goal(t, line, median(us, ROUNDS), "x", goal, false);
    snprintf(line, sizeof line, "%s: processor time, to the floor's", what);
    table_note(line, median(cpu, ROUNDS), "x");
    snprintf(line, sizeof line, "%s: key to last byte", what);
    table_note(line, median(ours->us, ROUNDS), "us");
    table_note("  the floor's", median(floor->us, ROUNDS), "us");
    meter_end(ours->m);
    meter_end(floor->m);
}

/* The floor against itself: what a ratio is worth on this machine now. */
static void noise(struct table *t)
{
    const char *list[] = { in_build("tests/bench/floor_list"), NULL };
    struct runner a = { .m = meter_start(list, NULL), .there = "\033OB", .back = "\033OA", .span = 10 };
    struct runner b = { .m = meter_start(list, NULL), .there = "\033OB", .back = "\033OA", .span = 10 };
    double us[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        round_of(i % 2 ? &a : &b, i);
        round_of(i % 2 ? &b : &a, i);
        us[i] = a.us[i] / b.us[i];
    }
    double ratio = median(us, ROUNDS);
    table_note("the list's floor to itself (noise of a ratio here)", ratio, "x");
    t->noisy = ratio < 0.95 || ratio > 1.05;
    meter_end(a.m);
    meter_end(b.m);
}

static void list_and_text(struct table *t)
{
    const char *demo[] = { in_build("tests/e2e/demo"), "-", NULL };
    const char *list[] = { in_build("tests/bench/floor_list"), NULL };
    const char *text[] = { in_build("tests/bench/floor_list"), "-t", NULL };
    struct runner ours = { .m = meter_start(demo, NULL), .there = "\033[B", .back = "\033[A", .span = 10 };
    struct runner floor = { .m = meter_start(list, NULL), .there = "\033OB", .back = "\033OA", .span = 10 };

    compare(t, "list move", &ours, &floor, 1.2);
    ours = (struct runner){ .m = meter_start(demo, NULL), .there = "a", .back = "\177", .span = 10 };
    floor = (struct runner){ .m = meter_start(text, NULL), .there = "a", .back = "\177", .span = 10 };
    meter_key(ours.m, "n");
    compare(t, "typed character", &ours, &floor, 1.3);
}

/* The program after the log-in of a clerk, who has 40 requests in progress. */
static struct meter *desk(const char *database)
{
    const char *program[] = { in_build("madoguchi"), "--db", database, "--lang", "ja", NULL };
    struct meter *m = meter_start(program, NULL);

    meter_step(m, "clerk\r");
    meter_step(m, FIXTURE_PASSPHRASE "\033[24~"); /* a passphrase alone is not shown */
    return m;
}

static void today_and_request(struct table *t, const char *database)
{
    const char *list[] = { in_build("tests/bench/floor_list"), NULL };
    const char *text[] = { in_build("tests/bench/floor_list"), "-t", NULL };
    struct runner ours = { .m = desk(database), .there = "\033[B", .back = "\033[A", .span = 3 };
    struct runner floor = { .m = meter_start(list, NULL), .there = "\033OB", .back = "\033OA", .span = 3 };

    meter_step(ours.m, "2"); /* those whose papers are not complete: five rows of them are seen */
    compare(t, "list move on Today", &ours, &floor, 1.2);
    ours = (struct runner){ .m = desk(database), .there = "a", .back = "\177", .span = 10 };
    floor = (struct runner){ .m = meter_start(text, NULL), .there = "a", .back = "\177", .span = 10 };
    meter_step(ours.m, "n");
    compare(t, "typed character in a new request", &ours, &floor, 1.3);
}

static void start_and_memory(struct table *t, const char *database)
{
    const char *program[] = { in_build("madoguchi"), "--db", database, NULL };
    const char *floor[] = { in_build("tests/bench/floor_db"), database, NULL };
    double us[STARTS], base[STARTS], ratio[STARTS];
    long kib = 0, base_kib = 0;

    for (int i = 0; i < STARTS; i++) {
        struct meter *m = meter_start(program, &us[i]);
        kib = meter_kib(m) > kib ? meter_kib(m) : kib;
        meter_end(m);
        m = meter_start(floor, &base[i]);
        base_kib = meter_kib(m) > base_kib ? meter_kib(m) : base_kib;
        meter_end(m);
        ratio[i] = us[i] / base[i];
    }
    table_goal(t, "start to the first screen, to the floor's", median(ratio, STARTS), "x", 1.6, false);
    table_note("start to the first screen", median(us, STARTS) / 1000, "ms");
    table_note("  the floor's", median(base, STARTS) / 1000, "ms");
    table_goal(t, "memory at the first screen, to the floor's", (double)kib / (double)base_kib, "x", 1.6, false);
    struct meter *m = meter_start(program, NULL);
    for (int i = 0; i < MEMORY_KEYS; i++) {
        meter_key(m, "a");
        meter_key(m, "\177");
    }
    table_goal(t, "memory after 1,000 more keys, to the floor's", (double)meter_kib(m) / (double)base_kib, "x", 1.6,
        false);
    meter_end(m);
    table_note("memory at the first screen", (double)kib / 1024, "MiB");
    table_note("  the floor's", (double)base_kib / 1024, "MiB");
}

int main(void)
{
    static struct fixture f;
    struct table t = { false, false };

    fixture_open(&f);
    for (int i = 0; i < REQUESTS; i++)
        fixture_request(&f);
    table_head();
    noise(&t);
    list_and_text(&t);
    today_and_request(&t, f.path);
    start_and_memory(&t, f.path);
    fixture_close(&f);
    return t.failed;
}
