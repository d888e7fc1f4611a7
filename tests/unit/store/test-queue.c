/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writers take turns: two real processes, who holds the turn is named, Esc and the clock end a
 * wait, a killed waiter or holder frees its place, nobody overtakes, another program's lock is
 * waited for. */
#include "tests/unit/store/fixture.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/queue.h"

/* A process of its own that takes the turn, says so, and does as it is told by one byte. */
struct other {
    pid_t pid;
    int to, from;
};

static bool open_here(struct place *p)
{
    return db_open(p->path, &(struct db_options){ .clock = &p->clock }, &p->db, &p->e);
}

static _Noreturn void other_main(struct place *p, int in, int out)
{
    struct tx tx;
    struct tx_wait wait = { .who = "佐藤 (pts/7)" };
    char c;

    p->clock = clock_real();
    if (!open_here(p) || !tx_begin(p->db, &tx, &wait, &p->e))
        _exit(2);
    bool ok = db_exec(p->db, "INSERT INTO setting (key, value) VALUES ('other', 'was here')", &p->e);
    if (write(out, "t", 1) != 1 || read(in, &c, 1) != 1)
        _exit(3);
    _exit(tx_end(&tx, ok && c == 'c', &p->e) || c != 'c' ? 0 : 4);
}

static void place_fork(struct place *p, struct other *x, void (*run)(struct place *, int, int))
{
    int to[2], from[2];

    place_close(p); /* never fork with a connection open */
    assert_int_equal(pipe(to), 0);
    assert_int_equal(pipe(from), 0);
    x->pid = fork();
    if (x->pid == 0) {
        close(to[1]);
        close(from[0]);
        run(p, to[0], from[1]);
    }
    close(to[0]);
    close(from[1]);
    x->to = to[1];
    x->from = from[0];
    assert_true(open_here(p));
}

static void heard(const struct other *x, char expected)
{
    char c = 0;

    assert_int_equal(read(x->from, &c, 1), 1);
    assert_int_equal(c, expected);
}

static void tell(const struct other *x, char c)
{
    assert_int_equal(write(x->to, &c, 1), 1);
}

static int ended(const struct other *x)
{
    int status;

    assert_int_equal(waitpid(x->pid, &status, 0), x->pid);
    close(x->to);
    close(x->from);
    return status;
}

struct patience {
    struct place *p;
    struct other *other;
    int asked, most;
    char holder[96];
    char then; /* told to the other after `most` times; 0 = give up */
    int64_t advance; /* of the test's clock at each time, ms */
};

static bool waiting(void *arg, const char *holder)
{
    struct patience *w = arg;

    str_copy(w->holder, sizeof w->holder, holder);
    clock_advance(&w->p->clock, w->advance);
    if (++w->asked == w->most) {
        if (!w->then)
            return false;
        tell(w->other, w->then);
    }
    return true;
}

static void who_waits_sees_who_holds_the_turn_and_gets_it_next(void **state)
{
    struct place *p = *state;
    struct other x;
    struct tx tx;
    struct patience w = { .p = p, .other = &x, .most = 2, .then = 'c' };

    place_fork(p, &x, other_main);
    heard(&x, 't');
    assert_true(tx_begin(p->db, &tx, &(struct tx_wait){ .waiting = waiting, .arg = &w }, &p->e));
    assert_string_equal(w.holder, "佐藤 (pts/7)");
    assert_true(tx_end(&tx, true, &p->e));
    assert_int_equal(ended(&x), 0);
    sqlite3 *raw = bare_open(p);
    assert_int_equal(bare_int(raw, "SELECT count(*) FROM setting WHERE key = 'other'"), 1);
    sqlite3_close(raw);
}

static void esc_ends_the_wait_and_the_next_try_works(void **state)
{
    struct place *p = *state;
    struct other x;
    struct tx tx;
    struct patience w = { .p = p, .other = &x, .most = 1 };

    place_fork(p, &x, other_main);
    heard(&x, 't');
    assert_false(tx_begin(p->db, &tx, &(struct tx_wait){ .waiting = waiting, .arg = &w }, &p->e));
    assert_int_equal(p->e.kind, ERR_BUSY);
    tell(&x, 'c');
    ended(&x);
    err_clear(&p->e);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
}

static void after_thirty_seconds_of_the_clock_the_wait_ends_and_names_the_holder(void **state)
{
    struct place *p = *state;
    struct other x;
    struct tx tx;
    struct patience w = { .p = p, .other = &x, .most = 99, .advance = 10001 };

    place_fork(p, &x, other_main);
    heard(&x, 't');
    assert_false(tx_begin(p->db, &tx, &(struct tx_wait){ .waiting = waiting, .arg = &w }, &p->e));
    assert_int_equal(w.asked, 3);
    assert_int_equal(p->e.kind, ERR_BUSY);
    assert_string_equal(p->e.msg.arg[0], "佐藤 (pts/7)");
    assert_false(db_in_tx(p->db));
    tell(&x, 'c');
    assert_int_equal(ended(&x), 0);
}

static void a_killed_holder_frees_the_turn_and_leaves_nothing_half_done(void **state)
{
    struct place *p = *state;
    struct other x;
    struct tx tx;

    place_fork(p, &x, other_main);
    heard(&x, 't');
    kill(x.pid, SIGKILL);
    ended(&x);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
    sqlite3 *raw = bare_open(p);
    assert_int_equal(bare_int(raw, "SELECT count(*) FROM setting WHERE key = 'other'"), 0);
    sqlite3_close(raw);
}

/* Waits in the queue, says when it waits, then is killed or gets its turn. */
static bool say_waiting(void *arg, const char *holder)
{
    (void)holder;
    return write(*(int *)arg, "w", 1) == 1;
}

static _Noreturn void waiter_main(struct place *p, int in, int out)
{
    struct tx tx;
    char c;

    p->clock = clock_real();
    if (!open_here(p)
        || !tx_begin(p->db, &tx,
            &(struct tx_wait){ .who = "w", .waiting = say_waiting, .arg = &out }, &p->e))
        _exit(2);
    if (!tx_end(&tx, true, &p->e) || write(out, "d", 1) != 1 || read(in, &c, 1) < 0)
        _exit(3);
    _exit(0);
}

static void a_killed_waiter_frees_its_place(void **state)
{
    struct place *p = *state;
    struct other holder, waiter;
    struct tx tx;

    place_fork(p, &holder, other_main);
    heard(&holder, 't');
    place_fork(p, &waiter, waiter_main);
    heard(&waiter, 'w');
    kill(waiter.pid, SIGKILL);
    ended(&waiter);
    tell(&holder, 'c');
    assert_int_equal(ended(&holder), 0);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
}

static void who_came_first_is_served_before_who_comes_again(void **state)
{
    struct place *p = *state;
    struct other x;
    struct tx tx;
    char c;

    place_close(p);
    assert_true(open_here(p));
    place_fork(p, &x, waiter_main);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    /* The other may have been quicker; else it waits behind this one. Either way it is done before
     * we write again. */
    bool waits = read(x.from, &c, 1) == 1 && c == 'w';
    assert_true(tx_end(&tx, true, &p->e));
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    while (waits && c == 'w')
        assert_int_equal(read(x.from, &c, 1), 1);
    assert_int_equal(c, 'd');
    assert_true(tx_end(&tx, true, &p->e));
    tell(&x, 'q');
    assert_int_equal(ended(&x), 0);
}

/* Takes its turn, says so, leaves. */
static _Noreturn void passer_main(struct place *p, int in, int out)
{
    struct clock real = clock_real();
    struct queue q;
    char c;

    if (!queue_open(&q, p->path, &p->e) || read(in, &c, 1) != 1
        || !queue_take(&q, &real, NULL, &p->e) || write(out, "t", 1) != 1)
        _exit(2);
    queue_leave(&q);
    _exit(0);
}

/* With one lock alone, who leaves and comes again at once is always first. */
static void nobody_overtakes_who_waits(void **state)
{
    struct place *p = *state;
    struct clock real = clock_real();
    struct other x;
    struct queue q;
    char gate[256];

    place_fork(p, &x, passer_main);
    assert_true(queue_open(&q, p->path, &p->e));
    assert_true(queue_take(&q, &real, NULL, &p->e));
    tell(&x, 'g');
    snprintf(gate, sizeof gate, "%s.gate", p->path);
    int fd = open(gate, O_RDWR | O_CLOEXEC);
    assert_true(fd >= 0);
    while (flock(fd, LOCK_EX | LOCK_NB) == 0) { /* until it stands at the gate */
        flock(fd, LOCK_UN);
        sched_yield();
    }
    close(fd);
    queue_leave(&q);
    assert_true(queue_take(&q, &real, NULL, &p->e));
    struct pollfd said = { .fd = x.from, .events = POLLIN };
    assert_int_equal(poll(&said, 1, 0), 1); /* it had its turn before we had ours again */
    heard(&x, 't');
    queue_leave(&q);
    queue_close(&q);
    assert_int_equal(ended(&x), 0);
}

/* The files for taking turns are our own, for this account alone, and never somebody's link. */
static void a_link_in_place_of_the_gate_is_refused(void **state)
{
    static const char *const suffixes[] = { ".gate", ".turn" };
    struct place *p = *state;

    place_close(p);
    for (size_t i = 0; i < COUNT_OF(suffixes); i++) {
        char name[256], target[256];
        struct stat st;
        struct queue q;
        snprintf(name, sizeof name, "%s%s", p->path, suffixes[i]);
        snprintf(target, sizeof target, "%s.elsewhere", p->path);
        unlink(name);
        assert_int_equal(symlink(target, name), 0);
        err_clear(&p->e);
        assert_false(queue_open(&q, p->path, &p->e));
        assert_int_equal(p->e.kind, ERR_STORE);
        assert_int_not_equal(lstat(target, &st), 0);
        unlink(name);
        assert_true(queue_open(&q, p->path, &p->e));
        assert_int_equal(stat(name, &st), 0);
        assert_int_equal(st.st_mode & 0777, 0600);
        queue_close(&q);
    }
}

/* Another program that knows nothing of the queue. */
static _Noreturn void stranger_main(struct place *p, int in, int out)
{
    sqlite3 *raw = NULL;
    char c;

    if (read(in, &c, 1) != 1 || sqlite3_open(p->path, &raw) != SQLITE_OK)
        _exit(2);
    sqlite3_busy_timeout(raw, 10000);
    if (sqlite3_exec(raw, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK
        || write(out, "t", 1) != 1 || read(in, &c, 1) != 1)
        _exit(3);
    sqlite3_close(raw);
    _exit(0);
}

static void another_programs_lock_ends_in_a_sentence_when_the_clock_has_passed_thirty_seconds(
    void **state)
{
    struct place *p = *state;
    struct other x;
    struct tx tx;
    struct patience w = { .p = p, .other = &x, .most = 99, .advance = 15001 };

    place_fork(p, &x, stranger_main);
    tell(&x, 'g');
    heard(&x, 't');
    assert_false(tx_begin(p->db, &tx, &(struct tx_wait){ .waiting = waiting, .arg = &w }, &p->e));
    assert_int_equal(w.asked, 2);
    assert_int_equal(p->e.kind, ERR_BUSY);
    assert_int_equal(db_trouble(p->db), DB_BUSY);
    assert_true(db_quiet(p->db));
    tell(&x, 'q');
    assert_int_equal(ended(&x), 0);
    err_clear(&p->e);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(tx_end(&tx, true, &p->e));
}

static void a_reader_that_stays_makes_the_commit_give_way_and_the_next_one_works(void **state)
{
    struct place *p = *state;
    sqlite3 *raw = bare_open(p);
    sqlite3_stmt *s = NULL;
    struct tx tx;

    fill_staff(p);
    assert_int_equal(sqlite3_prepare_v2(raw, "SELECT id FROM staff", -1, &s, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW); /* a forgotten SELECT */
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(db_exec(p->db, "INSERT INTO setting (key, value) VALUES ('a', 'b')", &p->e));
    assert_false(tx_end(&tx, true, &p->e));
    assert_int_equal(p->e.kind, ERR_BUSY);
    assert_false(db_in_tx(p->db));
    sqlite3_finalize(s);
    assert_int_equal(bare_int(raw, "SELECT count(*) FROM setting WHERE key = 'a'"), 0);
    err_clear(&p->e);
    assert_true(tx_begin(p->db, &tx, NULL, &p->e));
    assert_true(db_exec(p->db, "INSERT INTO setting (key, value) VALUES ('a', 'b')", &p->e));
    assert_true(tx_end(&tx, true, &p->e));
    sqlite3_close(raw);
}

/* Two terminals, one time of one specialist. */
static _Noreturn void booker_main(struct place *p, int in, int out)
{
    struct tx tx;
    char c;
    int won = 0;

    p->clock = clock_real();
    if (!open_here(p) || read(in, &c, 1) != 1)
        _exit(2);
    for (int slot = 0; slot < 20; slot++) {
        char sql[256];
        snprintf(sql, sizeof sql,
            "INSERT INTO appointment (request, specialist, day, start_min, minutes, state, "
            "held_until, at, by, op_key)"
            " VALUES (1, 1, '2026-12-01', %d, 30, 'held', 9999999999, 1, 2, "
            "lower(hex(randomblob(8))))",
            slot * 30);
        err_clear(&p->e);
        if (!tx_begin(p->db, &tx, NULL, &p->e))
            _exit(3);
        bool ok = db_exec(p->db, sql, &p->e);
        if (!ok && db_trouble(p->db) != DB_OVERLAP)
            _exit(4);
        won += tx_end(&tx, ok, &p->e);
    }
    c = (char)won;
    _exit(write(out, &c, 1) == 1 ? 0 : 5);
}

static void of_two_processes_one_gets_each_time(void **state)
{
    struct place *p = *state;
    struct other x, y;
    char wx = 0, wy = 0;

    fill_staff(p);
    fill_request(p);
    place_fork(p, &x, booker_main);
    place_fork(p, &y, booker_main);
    tell(&x, 'g');
    tell(&y, 'g');
    assert_int_equal(read(x.from, &wx, 1), 1);
    assert_int_equal(read(y.from, &wy, 1), 1);
    assert_int_equal(ended(&x), 0);
    assert_int_equal(ended(&y), 0);
    assert_int_equal(wx + wy, 20);
    sqlite3 *raw = bare_open(p);
    assert_int_equal(bare_int(raw, "SELECT count(*) FROM slot"), 120);
    sqlite3_close(raw);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH(who_waits_sees_who_holds_the_turn_and_gets_it_next),
        WITH(esc_ends_the_wait_and_the_next_try_works),
        WITH(after_thirty_seconds_of_the_clock_the_wait_ends_and_names_the_holder),
        WITH(a_killed_holder_frees_the_turn_and_leaves_nothing_half_done),
        WITH(a_killed_waiter_frees_its_place),
        WITH(nobody_overtakes_who_waits),
        WITH(a_link_in_place_of_the_gate_is_refused),
        WITH(who_came_first_is_served_before_who_comes_again),
        WITH(another_programs_lock_ends_in_a_sentence_when_the_clock_has_passed_thirty_seconds),
        WITH(a_reader_that_stays_makes_the_commit_give_way_and_the_next_one_works),
        WITH(of_two_processes_one_gets_each_time),
    };
    return cmocka_run_group_tests_name("queue", tests, NULL, NULL);
}
