/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program holds the desk's file while a clerk stores: she may give up, the program may be told to end;
 * nothing is stored and what was typed is there again. */
#include <signal.h>

#include "tests/e2e/held.h"
#include "tests/e2e/house.h"

#define TYPED "06-1111-1111"
#define STORED "SELECT count(*) FROM request r JOIN person p ON p.id = r.patient WHERE r.number = 19 AND p.phone2 = '" TYPED "'"

static void open_record(struct pty *p, enum lang l)
{
    pty_keys(p, "26-0019", "Enter");
    wait_in(p, l, "必要なもの", "Needed");
    pty_keys(p, "1");
}

/* F12 on a changed record, and the file is held. */
static struct pty *waiting(struct house *h, const char *db, enum lang l, struct sqlite3 **other)
{
    struct pty *p = clerk_in(h, db, l, "nishikawa");

    open_record(p, l);
    wait_in(p, l, "申込書のとおりの字で。", "As on the form");
    pty_keys(p, "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", TYPED);
    pty_wait_text(p, "[" TYPED);
    *other = hold(db);
    pty_keys(p, "F12");
    pty_wait_text(p, held_waits[l]);
    return p;
}

static void it_is_told_to_end(struct house *h, enum lang l, int signal)
{
    char folder[512];
    const char *db = house_desk(h, folder);
    struct sqlite3 *other;
    struct pty *p = waiting(h, db, l, &other);

    pty_signal(p, signal);
    assert_int_equal(pty_wait_exit(p), 0); /* while the file is still held */
    assert_false(pty_alternate(p));
    assert_false(pty_bracketed(p));
    pty_free(p);
    let_go(other);
    assert_int_equal(count(db, STORED), 0);
    p = clerk_in(h, db, l, "nishikawa");
    open_record(p, l);
    wait_in(p, l, "の下書きを戻しました。F12 で登録します。", "is back. F12 stores it.");
    pty_wait_text(p, "[" TYPED);
    pty_keys(p, "F12");
    wait_in(p, l, "登録しました。", "Stored.");
    assert_int_equal(count(db, STORED), 1);
    clerk_leaves(p);
}

static void told_to_end_while_it_waits_it_leaves_at_once_with_the_form_kept(void **state)
{
    it_is_told_to_end(*state, LANG_JA, SIGTERM);
    it_is_told_to_end(*state, LANG_EN, SIGHUP);
}

static void the_window_may_change_its_size_while_it_waits(void **state)
{
    char folder[512];
    const char *db = house_desk(*state, folder);
    struct sqlite3 *other;
    struct pty *p = waiting(*state, db, LANG_JA, &other);

    pty_resize(p, 10, 60);
    pty_wait_text(p, "画面が小さすぎます (60 x 10)");
    pty_resize(p, 40, 120);
    pty_wait_text(p, held_waits[LANG_JA]);
    pty_wait_text(p, "[" TYPED);
    let_go(other);
    pty_wait_text(p, "登録しました。");
    assert_int_equal(count(db, STORED), 1);
    clerk_leaves(p);
}

/* A stopped process would keep its place in the line of writers. */
static void stopped_while_it_waits_it_stops_when_it_has_stored(void **state)
{
    char folder[512];
    const char *db = house_desk(*state, folder);
    struct sqlite3 *other;
    struct pty *p = waiting(*state, db, LANG_EN, &other);

    pty_signal(p, SIGTSTP);
    let_go(other);
    pty_wait_stopped(p);
    assert_int_equal(count(db, STORED), 1);
    pty_signal(p, SIGCONT);
    wait_in(p, LANG_EN, "", "Passphrase");
    clerk_leaves(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told_to_end_while_it_waits_it_leaves_at_once_with_the_form_kept),
        cmocka_unit_test(the_window_may_change_its_size_while_it_waits),
        cmocka_unit_test(stopped_while_it_waits_it_stops_when_it_has_stored),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
