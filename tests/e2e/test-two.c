/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two clerks at two terminals on the same desk: the same fee, the same record, the same time of one
 * specialist. Whoever is second is told, and keeps what was typed. */
#include "tests/e2e/two.h"

static void the_second_to_take_a_fee_is_told_the_first_ones_receipt(void **state)
{
    char db[512];
    struct two t = two_sit_down(*state, db);

    two_open(&t, "26-0004", "8", "ご請求", "4m = 40,000");
    clerk_breath(t.of[1]);
    pty_keys(t.of[1], "4m");
    pty_wait_text(t.of[1], "Your change is 7,000 yen.");
    clerk_breath(t.of[0]);
    pty_keys(t.of[0], "33k");
    pty_wait_text(t.of[0], "33,000]");
    two_open_drawer(&t);
    clerk_breath(t.of[0]);
    pty_keys(t.of[0], "F12");
    pty_wait_text(t.of[0], "領収書 1-2026-00005 を印刷しました");
    pty_wait_text(t.of[1], "Paid in all"); /* the screen follows within a second */
    clerk_breath(t.of[1]);
    pty_keys(t.of[1], "F12");
    pty_wait_text(t.of[1], "This fee has been");
    pty_wait_text(t.of[1], "1-2026-00005");
    assert_false(pty_has(t.of[1], "00006"));
    two_get_up(&t);
}

static void the_second_to_change_a_record_is_told_and_keeps_the_typed_text(void **state)
{
    char db[512];
    struct two t = two_sit_down(*state, db);

    two_open(&t, "26-0019", "1", "申込書のとおりの字で。", "As on the form");
    pty_keys(t.of[1], "Enter", "Enter", "Enter", "Enter", "07777777");
    pty_wait_text(t.of[1], "[07777777");
    pty_keys(t.of[0], "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "06-0000-9999", "F12");
    pty_wait_text(t.of[0], "登録しました");
    pty_keys(t.of[1], "F12");
    pty_wait_text(t.of[1], "changed this record at 09:40. Your entries are still here");
    assert_true(pty_has(t.of[1], "[07777777"));
    pty_wait_text(t.of[1], "06-0000-9999"); /* what the first one stored is there too */
    two_get_up(&t);
}

static void one_time_of_a_specialist_is_booked_once(void **state)
{
    char db[512];
    struct two t = two_sit_down(*state, db);

    two_ready_to_book(&t);
    pty_keys(t.of[0], "F12");
    pty_wait_text(t.of[0], "予約票を印刷しました");
    pty_keys(t.of[1], "F12");
    pty_wait_text(t.of[1], "was booked by 西川");
    two_get_up(&t);
}

/* Without a key, and without showing names that she hides; a form that is being typed is left alone. */
static void the_board_shows_what_another_clerk_stores(void **state)
{
    char db[512];
    struct two t = two_sit_down(*state, db);
    struct pty *stores = t.of[0], *looks = t.of[1];

    pty_wait_text(looks, "10:30     髙﨑 花子");
    pty_keys(looks, "Alt+M");
    pty_wait_gone(looks, "髙﨑");
    pty_wait_text(looks, "Notes  1, hidden"); /* words of a note may name somebody */
    pty_keys(stores, "o", "a", "2番の印刷機は直りました", "F12");
    pty_wait_text(looks, "Notes  2, hidden");
    pty_keys(stores, "F11");
    pty_wait_text(stores, "本日来院");
    pty_keys(stores, "26-0006", "Enter");
    pty_wait_text(stores, "10:30 森 確定");
    pty_keys(stores, "7");
    pty_wait_text(stores, "1 来た:");
    pty_keys(stores, "1", "F12");
    pty_wait_text(stores, "呼出番号は 104 です。");
    pty_wait_text(looks, "10:30 104");
    pty_wait_text(looks, "next 13:30");
    assert_false(pty_has(looks, "髙﨑"));
    pty_keys(looks, "n");
    pty_wait_text(looks, "As on the form");
    pty_keys(looks, "half a na");
    pty_wait_text(looks, "[half a na");
    pty_keys(stores, "F12");
    pty_wait_text(stores, "相談の開始を記録しました。");
    pty_keys(looks, "me");
    pty_wait_text(looks, "[half a name");
    pty_keys(looks, "Ctrl+G");
    pty_wait_text(looks, "Visits today");
    pty_wait_text(looks, "talk 09:4");
    two_get_up(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_second_to_take_a_fee_is_told_the_first_ones_receipt),
        cmocka_unit_test(the_second_to_change_a_record_is_told_and_keeps_the_typed_text),
        cmocka_unit_test(one_time_of_a_specialist_is_booked_once),
        cmocka_unit_test(the_board_shows_what_another_clerk_stores),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
