/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program holds the desk's file while a fee is taken, a date booked, a day closed, a request stored. The
 * clerk gives up with Esc, or waits for longer than the program does (30 s): the screen says which and what to do, the
 * form is as it was, nothing is stored; F12 stores it once the file is free. */
#include "tests/e2e/deeds.h"
#include "tests/e2e/held.h"

enum { LONGER_THAN_30_S = 450 };

static const char *const gave_up[2] = { "待つのをやめました。登録はしていません。入力はそのまま残っています。",
    "Stopped waiting. Nothing was stored; what you typed is still there." };
static const char *const too_long[2] = { "ほかのプログラムがデータベースを使用中です。登録していません。入力は残っています。もう一度お試しください。",
    "Another program is holding the database. Nothing was stored; what you typed is still here. Try again." };

struct waiting {
    const struct deed *deed;
    enum lang l;
    char folder[512];
    const char *db;
    struct pty *p;
    struct sqlite3 *other;
    struct deed_screen form; /* before F12 */
};

static void sits_down(struct house *h, struct waiting *w)
{
    w->db = house_desk(h, w->folder);
    w->p = deed_typed(h, w->deed, w->l, w->db);
    deed_tell(w->p, w->l, w->deed->to_f12);
    clerk_breath(w->p);
    deed_look(w->p, &w->form);
    w->other = hold(w->db);
}

static void presses_f12(struct waiting *w)
{
    pty_keys(w->p, "F12");
    pty_wait_text(w->p, held_waits[w->l]);
}

static void stores_when_it_is_free(struct house *h, struct waiting *w)
{
    let_go(w->other);
    deed_stores(h, w->p, w->db, w->deed, w->l);
}

static void esc_gives_the_form_back_as_it_was_and_f12_stores_it_then(void **state)
{
    for (int i = 0; i < DEEDS * 2; i++) {
        struct waiting w = { .deed = &deeds[i / 2], .l = (enum lang)(i % 2) };
        sits_down(*state, &w);
        presses_f12(&w);
        pty_keys(w.p, "Esc");
        pty_wait_text(w.p, gave_up[w.l]);
        deed_as_it_was(w.p, &w.form, gave_up[w.l]);
        stores_when_it_is_free(*state, &w);
    }
}

/* Eight desks, so that all wait in the same thirty seconds. */
static void held_for_longer_than_thirty_seconds_it_says_so_and_f12_stores_it_then(void **state)
{
    static struct waiting all[DEEDS * 2];

    for (int i = 0; i < DEEDS * 2; i++) {
        all[i] = (struct waiting){ .deed = &deeds[i / 2], .l = (enum lang)(i % 2) };
        sits_down(*state, &all[i]);
    }
    for (int i = 0; i < DEEDS * 2; i++)
        presses_f12(&all[i]);
    for (int i = 0; i < DEEDS * 2; i++) {
        for (int tenth = 0; tenth < LONGER_THAN_30_S && !pty_has(all[i].p, too_long[all[i].l]); tenth++)
            pty_quiet_for(all[i].p, 100);
        pty_wait_text(all[i].p, too_long[all[i].l]);
        deed_as_it_was(all[i].p, &all[i].form, too_long[all[i].l]);
        stores_when_it_is_free(*state, &all[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(esc_gives_the_form_back_as_it_was_and_f12_stores_it_then),
        cmocka_unit_test(held_for_longer_than_thirty_seconds_it_says_so_and_f12_stores_it_then),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
