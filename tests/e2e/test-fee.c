/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money that does not go the straight way, on the real program, told in Japanese and in English: a patient who
 * did not come after all, a receipt that is voided, a fee that is paid on a later day, a closing that somebody
 * else confirms. */
#include "tests/e2e/house.h"

#define E "Enter"
#define B "Backspace"
#define T(f) cmocka_unit_test(f)

typedef void story(struct house *h, const char *db, enum lang l);

static void in_both_languages(struct house *h, story *tell_it)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        char db[512];
        tell_it(h, house_desk(h, db), (enum lang)l);
    }
}

/* --- nobody came */

static const struct told not_come[] = {
    { { "26-0006", E }, "必要なもの そろった", "Needed" },
    { { "7" }, "1 来た: 氏名と生年月日", "1 here: name and birth date" },
    { { "1", "F12" }, "受付しました。呼出番号は 104 です。", "Checked in. Call number 104; the slip is printed." },
    { { NULL }, "お支払い       33,000円", "To be paid     33,000 yen" },
    { { "$" }, "３３，０００円", "３３，０００ yen" },
    { { "Ctrl+G" }, "~お預り", "~Cash: received" },
    { { "F4" }, "受付の入力取消", "Undo the check-in" },
    { { "番号の取り違え。ご本人はまだ", "F12" }, "取り消しました。料金の記録も取り消しました。",
        "Taken back; a fee that was written is reversed." },
    { { "x" }, "来られなかった", "Nobody came" },
    { { "連絡なし", "F12" }, "「来院なし」にしました。枠は空きました。", "Marked as not come. The place is free" },
    { { "$" }, "料金はまだ記録されていません。", "No fee is written yet." },
    { { NULL }, "０円", "０ yen" },
    { { "F11" }, "会計待ち               2", "Fee to take            2" },
    { { NULL }, "日程を決める           3", "Date to be set         3" },
};

static void nobody_came(struct house *h, const char *db, enum lang l)
{
    struct pty *p = clerk_in_at(h, db, l, "nishikawa", "2026-11-24T11:10");

    tell(p, l, not_come);
    clerk_leaves(p);
}

static void a_patient_who_did_not_come_after_all_owes_nothing(void **state)
{
    in_both_languages(*state, nobody_came);
}

/* --- a visit until the fee */

static const struct told until_the_fee[] = {
    { { "26-0006", E }, "必要なもの そろった", "Needed" },
    { { "7" }, "1 来た: 氏名と生年月日", "1 here: name and birth date" },
    { { "1", "F12" }, "受付しました。呼出番号は 104 です。", "Checked in. Call number 104; the slip is printed." },
    { { "F12" }, "相談の開始を記録しました。", "The consultation has started." },
    { { "F12" }, "相談が終わりました。", "The consultation is over." },
    { { "$" }, "３３，０００円", "３３，０００ yen" },
};

static const struct told in_cash[] = {
    { { "4m" }, "お釣りは 7,000円です。", "Your change is 7,000 yen." },
    { { "F12" }, "前の日締めで残した釣銭 50,000円", "Left over by the last closing: 50,000 yen" },
    { { "F12" }, "現金箱を開けました。F12 で受け取ります。", "The drawer is open. F12 takes the fee." },
    { { "F12" }, "領収書 1-2026-00005 を印刷しました。", "receipt 1-2026-00005 is printed." },
};

static const struct told voided[] = {
    { { "F4" }, "原本", "original" },
    { { "F12" }, "領収書の原本はありますか。", "original" },
    { { "1", E, "カードで払い直す", "F12" }, "領収書 1-2026-00005 (33,000円) を取り消します。", "Void receipt 1-2026-00005" },
    { { "nishikawa", E, "kunren-no-mado", "F12" }, "立ち会いは別の人にお願いしてください。",
        "The second person must be somebody else." },
    { { "Up", B, B, B, B, B, B, B, B, B, "sato", E, "kunren-no-mado", "F12" },
        "取り消しました。33,000円 をお返しして、取消票に署名をもらってください。",
        "Voided. Hand back 33,000 yen; the payer signs the void slip." },
    { { NULL }, "11/24 領収取消: カードで払い直す", "24 Nov voided: カードで払い直す" },
    { { NULL }, "３３，０００円", "３３，０００ yen" },
    { { "c", "4711" }, "> 2 カード  伝票番号  [4711", "> 2 Card: slip no.    [4711" },
    { { "F12" }, "領収書 1-2026-00006 を印刷しました。", "Receipt 1-2026-00006 is printed." },
};

static void void_it(struct house *h, const char *db, enum lang l)
{
    struct pty *p = clerk_in_at(h, db, l, "nishikawa", "2026-11-24T10:30");

    tell(p, l, until_the_fee);
    tell(p, l, in_cash);
    tell(p, l, voided);
    clerk_leaves(p);
}

static void a_receipt_is_voided_with_a_second_person_and_paid_anew(void **state)
{
    in_both_languages(*state, void_it);
}

/* --- unpaid, closed, paid on a later day */

static const struct told leaves_unpaid[] = {
    { { "u" }, "お支払い予定", "Will pay" },
    { { "持ち合わせなし", E, "11/26", "F12" }, "未収として記録しました。会計待ちの一覧に残ります。",
        "Recorded as unpaid. It stays in the list of fees." },
    { { "F11" }, "会計待ち               3", "Fee to take            3" },
    { { "e" }, "残り 未収 2 ", "Open: unpaid 2," },
    { { NULL }, "髙\uFA11 花子, 前田 勇", "髙\uFA11 花子, 前田 勇" },
    { { "c" }, "差額はありません。F12 で締めます。納める金額 0円。", "No difference. F12 closes the day; 0 yen go to the treasury." },
    { { "F12" }, "締めました。納める金額 0円。", "Closed. 0 yen go to the treasury" },
    { { "Alt+A" }, "佐藤さんが締めました。", "closed by 佐藤, difference 0 yen" },
    { { "F12" }, "日締めを確認しました。", "The closing is confirmed." },
    { { "Alt+A" }, "確認を待つ日締め (別の人が締めたもの) はありません。", "No closing of somebody else waits to be confirmed." },
};

static const struct told confirms[] = {
    { { "e" }, "責任者確認がまだです", "Not confirmed yet" },
    { { "Alt+A" }, "西川", "closed by 西川, difference 0 yen" },
    { { "F12" }, "日締めを確認しました。", "The closing is confirmed." },
    { { NULL }, "責任者確認 大森", "Confirmed by 大森" },
};

/* The receipt bears the day on which the money came; it counts in that day's closing. */
static const struct told pays_later[] = {
    { { "$" }, "未収 11/26", "unpaid 26 Nov" },
    { { "Ctrl+G" }, "本日の相談", "Nobody is expected" },
    { { "26-0006", E }, "必要なもの そろった", "Needed" },
    { { "8" }, "領収日  令和8年11月26日", "領収日  令和8年11月26日" },
    { { "33k" }, "33,000]", "33,000]" },
    { { "F12" }, "前の日締めで残した釣銭 50,000円", "Left over by the last closing: 50,000 yen" },
    { { "F12" }, "現金箱を開けました。F12 で受け取ります。", "The drawer is open. F12 takes the fee." },
    { { "F12" }, "領収書 1-2026-00005 を印刷しました。", "Receipt 1-2026-00005 is printed." },
    { { "F11" }, "会計待ち               2", "Fee to take            2" },
    { { "e" }, "残り 未収 1 ", "Open: unpaid 1," },
    { { "8", E, E, E, "3" }, "83,000", "83,000" },
    { { "F12" }, "差額はありません。F12 で締めます。納める金額 33,000円。",
        "No difference. F12 closes the day; 33,000 yen go to the treasury." },
    { { "F12" }, "締めました。納める金額 33,000円。", "Closed. 33,000 yen go to the treasury" },
};

static void later(struct house *h, const char *db, enum lang l)
{
    supervisor_approves(h, db);
    struct pty *p = clerk_in_at(h, db, l, "nishikawa", "2026-11-24T10:30");

    tell(p, l, until_the_fee);
    tell(p, l, leaves_unpaid);
    clerk_leaves(p);
    p = clerk_in_at(h, db, l, "omori", "2026-11-24T17:00");
    tell(p, l, confirms);
    clerk_leaves(p);
    p = clerk_in_at(h, db, l, "sato", "2026-11-26T09:30");
    tell(p, l, pays_later);
    clerk_leaves(p);
}

static void who_left_without_paying_is_named_in_the_closing_and_pays_on_a_later_day(void **state)
{
    in_both_languages(*state, later);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(a_patient_who_did_not_come_after_all_owes_nothing),
        T(a_receipt_is_voided_with_a_second_person_and_paid_anew),
        T(who_left_without_paying_is_named_in_the_closing_and_pays_on_a_later_day),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
