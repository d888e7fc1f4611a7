/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two clerks at two terminals press F12 on the same fee, the same time of one specialist, the same record while
 * another program holds the file; when it lets go, one of them has it and the other is told who. Each
 * race is run with either as the first in the line, and with both keys sent at once. */
#include "tests/e2e/held.h"
#include "tests/e2e/two.h"

struct race {
    void (*ready)(struct two *t); /* both stand before F12 */
    const char *won[2]; /* read by the winner, as of[0] and as of[1] */
    const char *lost[2][2]; /* read by the loser: two texts, as of[0] and as of[1] */
    const char *kept[2]; /* what the loser still has in the form */
    const char *once; /* counts what was stored: 1 */
};

static const char *const waiting[2] = { "少しお待ちください。Esc でやめます。入力は残ります。",
    "A moment, please. Esc gives up; what you typed stays." };

/* The first in the line waits for another program, the second for the first. */
static const char *const queued[2] = { "[確認待ち] 佐藤 (", "[Waiting] 西川 (" };

static void judged(const struct race *r, struct two *t, int winner, const char *db)
{
    int loser = 1 - winner;

    pty_wait_text(t->of[winner], r->won[winner]);
    pty_wait_text(t->of[loser], r->lost[loser][0]);
    pty_wait_text(t->of[loser], r->lost[loser][1]);
    if (r->kept[loser])
        pty_wait_text(t->of[loser], r->kept[loser]);
    assert_int_equal(count(db, r->once), 1);
}

static bool either(struct pty *p, const void *arg)
{
    const struct race *r = ((const void *const *)arg)[0];
    const int *who = ((const void *const *)arg)[1];

    return pty_has(p, r->won[*who]) || pty_has(p, r->lost[*who][0]);
}

enum { AT_ONCE = 2 };

static void run(struct house *h, const struct race *r, int first)
{
    static const int ids[2] = { 0, 1 };
    char db[512];
    struct two t = two_sit_down(h, db);
    int winner = first;

    r->ready(&t);
    clerk_breath(t.of[0]);
    clerk_breath(t.of[1]);
    struct sqlite3 *other = hold(db);
    for (int i = 0; i < 2; i++) {
        int who = first == AT_ONCE ? i : (i ? 1 - first : first);
        pty_keys(t.of[who], "F12");
        if (first != AT_ONCE)
            pty_wait_text(t.of[who], i ? queued[who] : held_waits[who]);
    }
    if (first == AT_ONCE) {
        pty_wait_text(t.of[0], waiting[0]);
        pty_wait_text(t.of[1], waiting[1]);
    }
    let_go(other);
    if (first == AT_ONCE) {
        for (int i = 0; i < 2; i++)
            pty_wait_until(t.of[i], either, ((const void *const[]){ r, &ids[i] }));
        winner = pty_has(t.of[0], r->won[0]) ? 0 : 1;
    }
    judged(r, &t, winner, db);
    two_get_up(&t);
}

static void all_ways(struct house *h, const struct race *r)
{
    run(h, r, 0);
    run(h, r, 1);
    run(h, r, AT_ONCE);
}

/* --- one fee: the drawer is open, both have the amount */

static void ready_to_take(struct two *t)
{
    two_open(t, "26-0004", "8", "ご請求", "4m = 40,000");
    for (int i = 0; i < 2; i++) {
        pty_keys(t->of[i], "33k");
        pty_wait_text(t->of[i], "33,000]");
    }
    two_open_drawer(t);
}

static void a_fee_is_taken_once_and_the_other_hears_the_receipt_and_by_whom(void **state)
{
    static const struct race fee = { ready_to_take, { "領収書 1-2026-00005 を印刷しました。", "Receipt 1-2026-00005 is printed." },
        { { "この会計は受領済みです", "(領収書 1-2026-00005、佐藤 " }, { "This fee has been received", "(receipt 1-2026-00005, 西川 " } },
        { NULL, NULL },
        "SELECT count(*) FROM payment p JOIN request r ON r.id = p.request WHERE r.number = 4" };

    all_ways(*state, &fee);
}

/* --- one time of a specialist */

static void a_time_of_a_specialist_is_booked_once_and_the_other_hears_by_whom(void **state)
{
    static const struct race time = { two_ready_to_book, { "予約票を印刷しました", "The appointment slip is printed" },
        { { "に佐藤さんが予約しました。", "入力はそのまま残っています。" }, { "was booked by 西川 at", "What you typed is still here." } },
        { NULL, NULL },
        "SELECT count(*) FROM appointment a JOIN request r ON r.id = a.request WHERE r.number IN (13, 17) AND a.state = 'booked'" };

    all_ways(*state, &time);
}

/* --- one record: each changes another field of the same request */

static void ready_to_change(struct two *t)
{
    static const char *const typed[2] = { "06-1111-1111", "06-2222-2222" };

    two_open(t, "26-0019", "1", "申込書のとおりの字で。", "As on the form");
    for (int i = 0; i < 2; i++) {
        pty_keys(t->of[i], "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", typed[i]);
        pty_wait_text(t->of[i], typed[i]);
    }
}

static void a_record_is_changed_by_one_and_the_other_keeps_what_was_typed(void **state)
{
    static const struct race record = { ready_to_change, { "登録しました。", "Stored." },
        { { "に佐藤さんが変更しました。", "" }, { "西川 changed this record at ", "" } },
        { "[06-1111-1111", "[06-2222-2222" },
        "SELECT count(*) FROM request r JOIN person p ON p.id = r.patient WHERE r.number = 19"
        " AND p.phone2 IN ('06-1111-1111', '06-2222-2222')" };

    all_ways(*state, &record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fee_is_taken_once_and_the_other_hears_the_receipt_and_by_whom),
        cmocka_unit_test(a_time_of_a_specialist_is_booked_once_and_the_other_hears_by_whom),
        cmocka_unit_test(a_record_is_changed_by_one_and_the_other_keeps_what_was_typed),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
