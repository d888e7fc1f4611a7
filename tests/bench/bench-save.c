/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What storing costs beside the bare SQL of the same statements in the same journal mode: calls of fsync and
 * fdatasync (equal, or the bench fails), and time (a ratio). The statements are those that the desk itself
 * ran between BEGIN and COMMIT, read with SQLite's trace and replayed on a copy of the file. */
#include "tests/fault/scene.h"

#include <sqlite3.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "desk/act.h"
#include "store/db_inside.h"
#include "store/sha3.h"
#include "tests/bench/table.h"

enum { STATEMENTS = 400, ROUNDS = 41 };

/* --- every call of this process, also SQLite's own, comes here */

static long syncs;

int fsync(int fd)
{
    syncs++;
    return (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
    syncs++;
    return (int)syscall(SYS_fdatasync, fd);
}

/* --- the statements of the first transaction */

struct trace {
    char *sql[STATEMENTS]; /* what writes, values in place */
    int n;
    enum { BEFORE, INSIDE, COMMITTING, OVER } state;
    long syncs; /* of the transaction */
};

static int on_statement(unsigned what, void *arg, void *statement, void *text)
{
    struct trace *t = arg;
    const char *sql = text;

    (void)what;
    if (t->state == COMMITTING) {
        t->state = OVER;
        t->syncs = syncs - t->syncs;
    }
    if (str_starts(sql, "--") || t->state == OVER) /* a trigger's: the replay has the same trigger */
        return 0;
    if (str_starts(sql, "BEGIN")) {
        t->state = INSIDE;
        t->syncs = syncs;
    } else if (str_starts(sql, "COMMIT")) {
        t->state = COMMITTING;
    } else if (t->state == INSIDE && !sqlite3_stmt_readonly(statement)) {
        assert_true(t->n < STATEMENTS);
        t->sql[t->n] = sqlite3_expanded_sql(statement);
        assert_non_null(t->sql[t->n]);
        t->n++;
    }
    return 0;
}

static void trace_start(struct trace *t, struct desk *d)
{
    *t = (struct trace){ .state = BEFORE };
    sqlite3_trace_v2(desk_db(d)->raw, SQLITE_TRACE_STMT, on_statement, t);
}

static void trace_stop(struct trace *t, struct desk *d)
{
    sqlite3_trace_v2(desk_db(d)->raw, 0, NULL, NULL);
    if (t->state == COMMITTING)
        t->syncs = syncs - t->syncs;
    assert_true(t->n > 3);
}

/* --- the bare replay */

struct bare {
    sqlite3 *raw;
    sqlite3_stmt *prepared[STATEMENTS];
};

static void run(sqlite3 *raw, const char *sql)
{
    if (sqlite3_exec(raw, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(raw));
}

static void bare_open(struct bare *b, const char *path)
{
    struct err e = ERR_INIT;

    assert_int_equal(sqlite3_open(path, &b->raw), SQLITE_OK);
    assert_true(sha3_register(b->raw, &e));
    run(b->raw,
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
        "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; SELECT count(*) FROM request");
}

static double now_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* Prepares, then runs and commits: the time of the latter. Frees the trace. */
static double replay(struct bare *b, struct trace *t)
{
    for (int i = 0; i < t->n; i++)
        if (sqlite3_prepare_v2(b->raw, t->sql[i], -1, &b->prepared[i], NULL) != SQLITE_OK)
            fail_msg("%s: %s", t->sql[i], sqlite3_errmsg(b->raw));
    double start = now_us();
    run(b->raw, "BEGIN IMMEDIATE");
    for (int i = 0; i < t->n; i++) {
        while (sqlite3_step(b->prepared[i]) == SQLITE_ROW)
            continue;
        if (sqlite3_reset(b->prepared[i]) != SQLITE_OK)
            fail_msg("%s: %s", t->sql[i], sqlite3_errmsg(b->raw));
    }
    run(b->raw, "COMMIT");
    double us = now_us() - start;
    for (int i = 0; i < t->n; i++) {
        sqlite3_finalize(b->prepared[i]);
        sqlite3_free(t->sql[i]);
    }
    return us;
}

/* --- calls of fsync */

static void count_syncs(struct table *t, struct scene *s, const struct deed *deed)
{
    struct trace trace;
    struct bare b;
    struct err e = ERR_INIT;
    char line[128];

    scene_for(s, deed);
    scene_fresh(s);
    struct desk *d = scene_desk(s, false, &e);
    fixture_fine(d != NULL, &e);
    trace_start(&trace, d);
    fixture_fine(deed->act(s, d, &e), &e);
    trace_stop(&trace, d);
    desk_close(d);
    scene_fresh(s);
    bare_open(&b, s->path);
    int n = trace.n;
    long before = syncs;
    replay(&b, &trace);
    long bare = syncs - before;
    sqlite3_close(b.raw);
    snprintf(line, sizeof line, "%s: fsync calls, to the bare SQL's (%d statements)", deed->name, n);
    table_same(t, line, trace.syncs, "calls", bare);
}

/* --- time */

static struct desk *desk_on(struct scene *s, const char *path)
{
    struct err e = ERR_INIT;

    test_copy(s->clean, path);
    s->path = path;
    struct desk *d = scene_desk(s, false, &e);
    fixture_fine(d != NULL, &e);
    return d;
}

static double store(struct scene *s, struct desk *d, const char *key)
{
    struct request_draft draft;
    struct err e = ERR_INIT;
    int64_t id;

    fixture_fine(scene_request(s, d, key, &draft, &e), &e);
    double start = now_us();
    bool ok = desk_request_take(d, &draft, &id, &e);
    double us = now_us() - start;
    fixture_fine(ok, &e);
    return us;
}

/* Three equal files: one whose statements are read, one whose desk is timed, one for the bare replay. */
static void time_saving(struct table *t, struct scene *s)
{
    char read[128], timed[128], replayed[128], key[OP_KEY_TEXT];
    double ours[ROUNDS], bare[ROUNDS], ratio[ROUNDS];
    struct trace trace;
    struct bare b;

    scene_for(s, deed_named("request"));
    snprintf(read, sizeof read, "%s.1", s->r->f.path);
    snprintf(timed, sizeof timed, "%s.2", s->r->f.path);
    snprintf(replayed, sizeof replayed, "%s.3", s->r->f.path);
    struct desk *source = desk_on(s, read), *d = desk_on(s, timed);
    test_copy(s->clean, replayed);
    bare_open(&b, replayed);
    for (int i = -3; i < ROUNDS; i++) {
        desk_op_key(key);
        trace_start(&trace, source);
        store(s, source, key);
        trace_stop(&trace, source);
        double us[2] = { 0 };
        for (int k = 0; k < 2; k++) /* who is first changes with the round */
            if ((k + i) & 1)
                us[0] = store(s, d, key);
            else
                us[1] = replay(&b, &trace);
        if (i < 0) /* warm */
            continue;
        ours[i] = us[0];
        bare[i] = us[1];
        ratio[i] = us[0] / us[1];
    }
    sqlite3_close(b.raw);
    desk_close(source);
    desk_close(d);
    table_goal(t, "storing a request, to the bare transaction", median(ratio, ROUNDS), "x", 1.3, false);
    table_note("storing a request", median(ours, ROUNDS) / 1000, "ms");
    table_note("  the bare transaction", median(bare, ROUNDS) / 1000, "ms");
}

int main(void)
{
    struct table t = { false, false };
    void *state;

    scene_make(&state);
    table_head();
    for (int i = 0; i < DEEDS; i++) /* request, booking, payment, closing */
        count_syncs(&t, state, &deeds[i]);
    time_saving(&t, state);
    scene_remove(&state);
    return t.failed;
}
