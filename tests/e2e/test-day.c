/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole day at the counter, told twice: with Japanese and with English screens. What is typed is
 * the same both times; what must be read after each step stands beside it in both languages. */
#include "tests/e2e/house.h"

#define E "Enter"

/* The board as the training desk stands at 9:40; a request on it, and what it says is missing. */
static const struct told morning[] = {
    { { NULL }, "本日来院               5  次 10:30", "Visits today           5  next 10:30" },
    { { NULL }, "Nguyễn Thị Lan", "Nguyễn Thị Lan" },
    { { NULL }, "会計待ち               2", "Fee to take            2" },
    { { "26-0019", E }, "必要なもの そろった", "Needed" },
    { { NULL }, "診療情報提供書", "Patient referral document" },
    { { NULL }, "どのお申込みにも必要なため", "it is needed for every request" },
    { { "Ctrl+G" }, "本日来院", "Visits today" },
};

/* A new request: a family character with its variant, a birth date of the Showa era. */
static const struct told request[] = {
    { { "n" }, "申込書のとおりの字で。", "As on the form, with the characters the person uses." },
    { { "葛\U000E0100城 花子", E, "かつらぎ はなこ", E, "S39.7.2", E }, "1964-07-02 62歳", "age 62" },
    { { "1", E, E, "06-0000-3301", E, E, E, E, E, E, E, E, E }, "[カツラギ ハナコ", "[カツラギ ハナコ" },
    { { "1", E, "胃がん", E, E, "1", E, "手術のほかに方法があるか", E, "1", E, "1", E }, "[1 がん", "[1 Cancer" },
    { { "堺東病院", E, "堺市", E, E, "外科", E, "山口", E, "1", E, "2", E }, "[2 いいえ", "[2 No" },
    { { "F12" }, "申込を受け付けました。次は相談者です。", "The request is taken. Next: who comes." },
    { { NULL }, "葛\U000E0100城 花子 カツラギ ハナコ 女 S39.7.2",
        "葛\U000E0100城 花子 カツラギ ハナコ Female S39.7.2" },
};

/* The husband comes in her place: consent and two proofs; then the papers and what he brought. */
static const struct told people_and_papers[] = {
    { { "2" }, "申込書を出された方。", "Who hands in the form" },
    { { "2", E, "葛\U000E0100城 一郎", E, "2", E, "1", E }, "[1 はい", "[1 Yes" },
    { { "2", E, "葛\U000E0100城 一郎", E, "かつらぎ いちろう", E, "1", E, "06-0000-3302", E }, "配偶者", "Spouse" },
    { { "1", E, E, "1", E, E }, "[1 戸籍", "[1 Family register" },
    { { "t", E, "4", E, "t", E, "1", E, "t", E, "1" }, "そろった 4/6", "Needed 4/6" },
    { { "F12" }, "登録しました: 相談者、相談同意書、見た書類 2。", "Stored: " },
    { { "3" }, "不足2", "need2" },
    { { "1" }, "登録しました: 申込書 受領。", "Recorded: Second opinion request form, Received." },
    { { "Down", "1" }, "登録しました: 診療情報提供書 受領。", "Recorded: Patient referral document" },
    { { "m" }, "資料はまだありません", "Nothing has been taken in yet" },
    { { "n", "1", E, "CT", E, E, "2", "F12" }, "お預かりしました。資料預り証を印刷しました。",
        "Taken in. The custody receipt is printed." },
    { { NULL }, "26-0032-2", "26-0032-2" },
    { { "Ctrl+G" }, "書類名", "Paper" },
    { { "Ctrl+G" }, "そろった 6/6", "Needed 6/6" },
};

/* The department's sheet and its answer on the same day; the first proposal is booked. */
static const struct told review_and_booking[] = {
    { { "5" }, "まだ診療科に依頼していません。", "Not asked yet. F8 prints" },
    { { "F8" }, "返事待ち", "no answer yet" },
    { { "1", E, E, "1", E, "F12" }, "返事を登録しました。", "The answer is stored." },
    { { "6" }, "空き", "free" },
    { { "1" }, "[13:45 ]", "[13:45 ]" },
    { { "F12" }, "予約票を印刷しました。", "Booked. The appointment slip is printed." },
    { { "Ctrl+G" }, "14:00 大西 確定", "14:00 Onishi Confirmed" },
    { { "Ctrl+G" }, "明日 2", "tomorrow 2" },
};

/* Today's first visitor: check-in, the talk, the fee in cash. */
static const struct told visit_and_fee[] = {
    { { "26-0006", E }, "10:30 森 確定", "10:30 Mori Confirmed" },
    { { "7" }, "1 来た: 氏名と生年月日を言っていただき、合っている。", "1 here: name and birth date were said and agree." },
    { { "1", "F12" }, "受付しました。呼出番号は 104 です。", "Checked in. Call number 104; the slip is printed." },
    { { "F12" }, "相談の開始を記録しました。", "The consultation has started." },
    { { "F12" }, "相談が終わりました。資料を返し、会計をしてください。",
        "The consultation is over. Give the materials back and take the fee." },
    { { "$" }, "３３，０００円", "33,000" },
    { { "4m" }, "お釣りは 7,000円です。", "Your change is 7,000 yen." },
    { { "F12" }, "前の日締めで残した釣銭 50,000円", "Left over by the last closing: 50,000 yen" },
    { { "F12" }, "現金箱を開けました。F12 で受け取ります。", "The drawer is open. F12 takes the fee." },
    { { "F12" }, "受け取りました。お釣り 7,000円。領収書 1-2026-00005 を印刷しました。",
        "Received. Change 7,000 yen; receipt 1-2026-00005 is printed." },
    { { "Ctrl+G" }, "済", "done" },
};

/* Everything goes back, the report goes out, the request is closed, and then the day. */
static const struct told after_the_visit[] = {
    { { "Ctrl+G" }, "10:30 森 済", "10:30 Mori Done" },
    { { "4" }, "行き先に届いていない資料: 8点", "Pieces that have not reached their place yet: 8" },
    { { "a" }, "資料をすべて返却", "Give everything back" },
    { { "1", E, "髙\uFA11 花子", "F12" }, "資料返却書を印刷しました。",
        "Everything is where it belongs. The return slip is printed." },
    { { "Ctrl+G" }, "来院者へ返却済3点 借用元へ返却済5点", "With the visitor 3 pc. With the lender" },
    { { "9" }, "堺東病院 乳腺外科 山口", "Report to the present doctor" },
    { { "F12" }, "報告書の発送を記録しました。", "The report is recorded as sent." },
    { { "Ctrl+G" }, "本日来院               4", "Visits today           4" },
};

static const struct told closing[] = {
    { { "e" }, "釣銭準備金", "Count the drawer." },
    { { "8", E, E, E, "3" }, "83,000", "83,000" },
    { { "F12" }, "差額はありません。F12 で締めます。納める金額 33,000円。",
        "No difference. F12 closes the day; 33,000 yen go to the treasury." },
    { { "F12" }, "締めました。納める金額 33,000円。日計表を印刷しました。",
        "Closed. 33,000 yen go to the treasury; the report is printed. Somebody else still confirms." },
    { { NULL }, "項目すべて異常なし", "Record checked: all " },
};

static void a_day(void **state, enum lang l)
{
    char db[512];
    struct pty *p = clerk_in(*state, house_desk(*state, db), l, "nishikawa");

    tell(p, l, morning);
    tell(p, l, request);
    tell(p, l, people_and_papers);
    tell(p, l, review_and_booking);
    tell(p, l, visit_and_fee);
    tell(p, l, after_the_visit);
    supervisor_approves(*state, db);
    tell(p, l, closing);
    clerk_leaves(p);
}

static void a_day_at_the_counter_in_japanese(void **state)
{
    a_day(state, LANG_JA);
}

static void a_day_at_the_counter_in_english(void **state)
{
    a_day(state, LANG_EN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_at_the_counter_in_japanese),
        cmocka_unit_test(a_day_at_the_counter_in_english),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
