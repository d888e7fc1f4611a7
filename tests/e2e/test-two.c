/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two clerks at two terminals on the same desk: the same fee, the same record, the same time of one
 * specialist. Whoever is second is told, and keeps what was typed. */
#include "tests/e2e/house.h"

struct two {
    struct pty *first, *second;
};

static struct two sit_down(struct house *h)
{
    char db[512];
    const char *path = house_desk(h, db);

    return (struct two){ clerk_in(h, path, LANG_JA, "nishikawa"), clerk_in(h, path, LANG_EN, "sato") };
}

static void get_up(struct two t)
{
    clerk_leaves(t.first);
    clerk_leaves(t.second);
}

static void open_both(struct two t, const char *number, const char *key, const char *ja, const char *en)
{
    pty_keys(t.first, number, "Enter");
    pty_wait_text(t.first, "必要なもの");
    pty_keys(t.first, key);
    pty_wait_text(t.first, ja);
    pty_keys(t.second, number, "Enter");
    pty_wait_text(t.second, "Needed");
    pty_keys(t.second, key);
    pty_wait_text(t.second, en);
}

static void the_second_to_take_a_fee_is_told_the_first_ones_receipt(void **state)
{
    struct two t = sit_down(*state);

    open_both(t, "26-0004", "8", "ご請求", "4m = 40,000");
    clerk_breath(t.second);
    pty_keys(t.second, "4m");
    pty_wait_text(t.second, "Your change is 7,000 yen.");
    clerk_breath(t.first);
    pty_keys(t.first, "33k");
    pty_wait_text(t.first, "33,000]");
    clerk_breath(t.first);
    pty_keys(t.first, "F12");
    pty_wait_text(t.first, "現金箱を開ける");
    clerk_breath(t.first);
    pty_keys(t.first, "F12");
    pty_wait_text(t.first, "現金箱を開けました");
    clerk_breath(t.first);
    pty_keys(t.first, "F12");
    pty_wait_text(t.first, "領収書 1-2026-00005 を印刷しました");
    pty_wait_text(t.second, "Paid in all"); /* the screen follows within a second */
    clerk_breath(t.second);
    pty_keys(t.second, "F12");
    pty_wait_text(t.second, "This fee has been");
    pty_wait_text(t.second, "1-2026-00005");
    assert_false(pty_has(t.second, "00006"));
    get_up(t);
}

static void the_second_to_change_a_record_is_told_and_keeps_the_typed_text(void **state)
{
    struct two t = sit_down(*state);

    open_both(t, "26-0019", "1", "申込書のとおりの字で。", "As on the form");
    pty_keys(t.second, "Enter", "Enter", "Enter", "Enter", "07777777");
    pty_wait_text(t.second, "[07777777");
    pty_keys(t.first, "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "06-0000-9999", "F12");
    pty_wait_text(t.first, "登録しました");
    pty_keys(t.second, "F12");
    pty_wait_text(t.second, "Somebody else changed this record in the meantime. Your entries are still here");
    assert_true(pty_has(t.second, "[07777777"));
    pty_wait_text(t.second, "06-0000-9999"); /* what the first one stored is there too */
    get_up(t);
}

/* The department accepts 26-0017 for Mori, who has accepted 26-0013 before. */
static void accept(struct pty *p)
{
    pty_keys(p, "26-0017", "Enter");
    pty_wait_text(p, "必要なもの");
    pty_keys(p, "5");
    pty_wait_text(p, "返事待ち");
    pty_keys(p, "1", "Enter", "Enter", "3", "Enter", "F12");
    pty_wait_text(p, "返事を登録しました。");
    pty_wait_text(p, "受入可 森");
}

static void one_time_of_a_specialist_is_booked_once(void **state)
{
    struct two t = sit_down(*state);

    accept(t.first);
    pty_keys(t.first, "6");
    pty_wait_text(t.first, "空き");
    pty_keys(t.first, "1");
    pty_wait_text(t.first, ">空き");
    pty_keys(t.second, "26-0013", "Enter");
    pty_wait_text(t.second, "Needed");
    pty_keys(t.second, "6");
    pty_wait_text(t.second, "free");
    pty_keys(t.second, "1");
    pty_wait_text(t.second, ">free");
    pty_keys(t.first, "F12");
    pty_wait_text(t.first, "予約票を印刷しました");
    pty_keys(t.second, "F12");
    pty_wait_text(t.second, "was booked by 西川");
    get_up(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_second_to_take_a_fee_is_told_the_first_ones_receipt),
        cmocka_unit_test(the_second_to_change_a_record_is_told_and_keeps_the_typed_text),
        cmocka_unit_test(one_time_of_a_specialist_is_booked_once),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
