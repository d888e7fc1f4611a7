/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cashier and whoever closes the day, two processes at once. */
#include "tests/desk/money_fixture.h"

#include <sys/wait.h>
#include <unistd.h>

/* Takes every fee by card at a terminal of its own; where the day was closed meanwhile it opens the next one's drawer.
 * Says after the third that the other may close. Exit code 0 = all taken. */
static int take_all_as_process(const struct money *m, int third)
{
    struct desk *d;
    struct arena a;
    struct err e = ERR_INIT;
    struct payment_done done;
    struct float_draft next = { .amount = YEN(50000) };
    char key[24];

    arena_init(&a);
    if (!desk_open(&(struct desk_options){ .path = m->path, .clock = &m->clock, .terminal = "pts/9", .printer = m->paper }, &d, &e))
        return 10;
    log_in(d, YAMADA);
    for (int i = 1; i <= REQUESTS; i++) {
        snprintf(key, sizeof key, "card %d", i);
        struct payment_draft draft = { .request = i, .method = "card", .slip = "1", .op_key = key };
        bool ok = desk_take_payment(d, &draft, &a, &done, &e);
        if (!ok && e.kind == ERR_RULE) { /* no drawer is open for the day after */
            err_clear(&e);
            ok = desk_drawer_open(d, &next, &a, &e) && desk_take_payment(d, &draft, &a, &done, &e);
        }
        if (!ok || (i == 3 && write(third, "3", 1) != 1))
            return 11;
    }
    desk_close(d);
    arena_fini(&a);
    return 0;
}

static void money_that_comes_while_the_day_is_closed_counts_before_or_after_it_and_is_not_lost(void **state)
{
    struct money *m = *state;
    struct closing_draft day_end = { .day = on_day("2026-11-24"), .no_cash = true, .treasury = "x", .bag = "1" };
    struct closing_done closed;
    int third[2], status;
    char byte;

    morning(m, REQUESTS);
    assert_int_equal(pipe(third), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(take_all_as_process(m, third[1]));
    close(third[1]);
    assert_int_equal(read(third[0], &byte, 1), 1);
    close(third[0]);
    if (!desk_close_day(m->desk, &day_end, NO_SECOND, &m->a, &closed, &m->e))
        fail_msg("%s", err_words(m));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_int_equal(ask(m, "SELECT sum(yen) FROM payment"), REQUESTS * 33000);
    assert_true(ask(m, "SELECT card_total FROM closing") >= 3 * 33000);
    assert_int_equal(ask(m, "SELECT card_total + (SELECT coalesce(sum(yen), 0) FROM payment WHERE business_day = '2026-11-25')"
                            " FROM closing"), REQUESTS * 33000);
    assert_int_equal(ask(m, "SELECT max(number) FROM receipt"), REQUESTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            money_that_comes_while_the_day_is_closed_counts_before_or_after_it_and_is_not_lost, money_make, money_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
