/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIGHUP and SIGTERM while a fee is taken, a date booked, a day closed, a request stored: once in the middle of the
 * form, once while F12 waits for a program that holds the file. Nothing is stored, what was typed is there at the next
 * log-in, and is then stored once. */
#include <signal.h>

#include "tests/e2e/deeds.h"
#include "tests/e2e/held.h"

static void ends(struct pty *p, int signal)
{
    pty_signal(p, signal);
    assert_int_equal(pty_wait_exit(p), 0);
    assert_false(pty_alternate(p));
    pty_free(p);
}

static const char *desk_for(struct house *h, const struct deed *d, enum lang l, char folder[512], struct pty **p)
{
    const char *db = house_desk(h, folder);

    *p = deed_typed(h, d, l, db);
    return db;
}

static void in_the_form(struct house *h, const struct deed *d, enum lang l, int signal)
{
    char folder[512];
    struct pty *p;
    const char *db = desk_for(h, d, l, folder, &p);

    ends(p, signal);
    p = clerk_in(h, db, l, "nishikawa");
    deed_tell(p, l, d->back);
    deed_stores(h, p, db, d, l);
}

static void while_it_waits(struct house *h, const struct deed *d, enum lang l, int signal)
{
    char folder[512];
    struct pty *p;
    const char *db = desk_for(h, d, l, folder, &p);

    deed_tell(p, l, d->to_f12);
    clerk_breath(p);
    struct sqlite3 *other = hold(db);
    pty_keys(p, "F12");
    pty_wait_text(p, held_waits[l]);
    ends(p, signal);
    let_go(other);
    p = clerk_in(h, db, l, "nishikawa");
    deed_tell(p, l, d->again);
    deed_stores(h, p, db, d, l);
}

static void in_all_ways(struct house *h, const struct deed *d)
{
    in_the_form(h, d, LANG_JA, SIGHUP);
    in_the_form(h, d, LANG_EN, SIGTERM);
    while_it_waits(h, d, LANG_JA, SIGTERM);
    while_it_waits(h, d, LANG_EN, SIGHUP);
}

static void a_fee_that_was_not_taken_waits_with_its_amount(void **state)
{
    in_all_ways(*state, &deeds[DEED_FEE]);
}

static void a_date_that_was_not_booked_waits_with_its_free_entry(void **state)
{
    in_all_ways(*state, &deeds[DEED_BOOKING]);
}

static void a_day_that_was_not_closed_waits_with_its_blind_count(void **state)
{
    in_all_ways(*state, &deeds[DEED_CLOSING]);
}

static void a_request_that_was_not_stored_waits_with_its_form(void **state)
{
    in_all_ways(*state, &deeds[DEED_REQUEST]);
}

/* Another clerk takes it in between: the amount does not come back. */
static void a_fee_that_was_taken_meanwhile_says_so_and_the_amount_stays_away(void **state)
{
    char folder[512];
    struct pty *p;
    const char *db = desk_for(*state, &deeds[DEED_FEE], LANG_JA, folder, &p);

    ends(p, SIGHUP);
    p = clerk_in(*state, db, LANG_EN, "sato");
    tell(p, LANG_EN, ((const struct told[]){ { { "26-0004", "Enter" }, "", "Needed" }, { { "8" }, "", "4m = 40,000" },
                         { { "33k" }, "", "33,000]" }, { { "F12" }, "", "Receipt 1-2026-00005 is printed." } }));
    clerk_leaves(p);
    p = clerk_in(*state, db, LANG_JA, "nishikawa");
    tell(p, LANG_JA, ((const struct told[]){ { { "26-0004", "Enter" }, "必要なもの", NULL },
                         { { "8" }, "この会計は受領済みです (領収書 1-2026-00005、佐藤 ", NULL }, { { NULL }, "~40,000]", NULL } }));
    clerk_leaves(p);
    assert_false(house_has_draft(db));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fee_that_was_not_taken_waits_with_its_amount),
        cmocka_unit_test(a_date_that_was_not_booked_waits_with_its_free_entry),
        cmocka_unit_test(a_day_that_was_not_closed_waits_with_its_blind_count),
        cmocka_unit_test(a_request_that_was_not_stored_waits_with_its_form),
        cmocka_unit_test(a_fee_that_was_taken_meanwhile_says_so_and_the_amount_stays_away),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
