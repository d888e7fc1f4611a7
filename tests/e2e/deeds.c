/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/e2e/deeds.h"

#include <stdio.h>

#include "tests/e2e/held.h"

#define E "Enter"
#define B "Backspace"

#define FEE_IS_BACK                                                                                                 \
    { { "26-0004", E }, "必要なもの", "Needed" },                                                                   \
        { { "8" }, "の入力を戻しました。まだ受け取っていません。", "is back; nothing was taken. Count the money" }, \
        { { NULL }, "40,000]", "40,000]" }, { { NULL }, "お釣りは 7,000円です。", "Your change is 7,000 yen." }

#define DRAWER_AND_FEE                                                                                             \
    { { "26-0004", E }, "必要なもの", "Needed" }, { { "8" }, "ご請求", "4m = 40,000" },                            \
        { { "=" }, "33,000]", "33,000]" }, { { "F12" }, "現金箱を開ける", "Open the drawer" }, { { "F12" }, "現金箱を開けました", "The drawer is open." }, \
        { { "F12" }, "領収書 1-2026-00005 を印刷しました。", "Receipt 1-2026-00005 is printed." }, { { "F11" }, "本日来院", "Visits today" }

#define REQUEST_IS_BACK                                                                                     \
    { { "n" }, "の下書きを戻しました。F12 で登録します。", "is back. F12 stores it." },                     \
        { { NULL }, "[葛\U000E0100城 花子", "[葛\U000E0100城 花子" }, { { NULL }, "[カツラギ", "[カツラギ" }

const struct deed deeds[DEEDS] = {
    [DEED_FEE] = {
        .before = { { { "26-0004", E }, "必要なもの", "Needed" }, { { "8" }, "ご請求", "4m = 40,000" },
            { { "=" }, "33,000]", "33,000]" }, { { "F12" }, "現金箱を開ける", "Open the drawer" }, { { "F12" }, "現金箱を開けました", "The drawer is open." } },
        .typed = { { { B, B, B, B, B, "4m" }, "40,000]", "40,000]" } },
        .back = { FEE_IS_BACK },
        .again = { FEE_IS_BACK },
        .stored = { "領収書 1-2026-00005 を印刷しました。", "receipt 1-2026-00005 is printed." },
        .count = "SELECT count(*) FROM payment p JOIN request r ON r.id = p.request WHERE r.number = 4 AND p.tendered = 40000",
    },
    [DEED_BOOKING] = {
        .typed = { { { "26-0013", E }, "必要なもの", "Needed" }, { { "6" }, "空き", "free" }, { { "4" }, "枠なし", "Free entry" },
            { { E, "12/15", E, "10:00", E, E, "別館3階" }, "[別館3階", "[別館3階" } },
        .back = { { { "26-0013", E }, "必要なもの", "Needed" },
            { { "6" }, "の「枠なし」の入力が残っています。4 で戻ります。", "is kept: 4 brings it back." },
            { { "4" }, "の下書きを戻しました。", "is back." }, { { NULL }, "[別館3階", "[別館3階" },
            { { "F12" }, "12/15(火) 10:00-11:00", "10:00-11:00" } },
        .to_f12 = { { { "F12" }, "12/15(火) 10:00-11:00", "10:00-11:00" } },
        .again = { { { "26-0013", E }, "必要なもの", "Needed" },
            { { "6" }, "の下書きを戻しました。F12 で登録します。", "is back. F12 stores it." }, { { NULL }, "[別館3階", "[別館3階" } },
        .stored = { "予約票を印刷しました。", "Booked. The appointment slip is printed." },
        .count = "SELECT count(*) FROM appointment a JOIN request r ON r.id = a.request WHERE r.number = 13 AND a.state = 'booked'"
                 " AND a.place = '別館3階'",
    },
    [DEED_CLOSING] = {
        .before = { DRAWER_AND_FEE },
        .typed = { { { "e" }, "釣銭準備金", "Count the drawer." }, { { "8", E, E, E, "3" }, "83,000", "83,000" } },
        .back = { { { "e" }, "に数えた枚数を戻しました。続きから数えてください。", "is back. Go on counting." },
            { { NULL }, "83,000", "83,000" }, { { NULL }, "現金箱を数えてください。帳簿の金額は", "Count the drawer. What should be in it is shown when" },
            { { "F12" }, "差額はありません。F12 で締めます。", "No difference. F12 closes the day" } },
        .to_f12 = { { { "F12" }, "差額はありません。F12 で締めます。", "No difference. F12 closes the day" } },
        .again = { { { "e" }, "に数え終えた枚数はそのままです。F12 で締めます。", "stands as it was. F12 closes the day" },
            { { NULL }, "83,000", "83,000" } },
        .stored = { "締めました。納める金額 33,000円。", "Closed. 33,000 yen go to the treasury" },
        .count = "SELECT count(*) FROM closing WHERE day = '2026-11-24'",
        .approved = true,
    },
    [DEED_REQUEST] = {
        .typed = { { { "n" }, "申込書のとおりの字で。", "As on the form" },
            { { "葛\U000E0100城 花子", E, "かつらぎ はなこ", E, "S39.7.2", E }, "62歳", "age 62" } },
        .back = { REQUEST_IS_BACK },
        .again = { REQUEST_IS_BACK },
        .stored = { "申込を受け付けました。次は相談者です。", "The request is taken. Next: who comes." },
        .count = "SELECT count(*) FROM person WHERE kana = 'カツラギ ハナコ'",
    },
};

void deed_tell(struct pty *p, enum lang l, const struct told *steps)
{
    size_t n = 0;

    while (n < STEPS_MOST && (steps[n].keys[0] || steps[n].ja))
        n++;
    tell_steps(p, l, steps, n, __FILE__, __LINE__);
}

struct pty *deed_typed(struct house *h, const struct deed *d, enum lang l, const char *db)
{
    if (d->approved)
        supervisor_approves(h, db);
    struct pty *p = clerk_in(h, db, l, "nishikawa");
    deed_tell(p, l, d->before);
    deed_tell(p, l, d->typed);
    return p;
}

void deed_stores(struct house *h, struct pty *p, const char *db, const struct deed *d, enum lang l)
{
    assert_int_equal(count(db, d->count), 0);
    clerk_breath(p);
    pty_keys(p, "F12");
    wait_in(p, l, d->stored[LANG_JA], d->stored[LANG_EN]);
    assert_int_equal(count(db, d->count), 1);
    clerk_leaves(p);
    assert_int_equal(house_verify(h, db), 0);
}

void deed_look(struct pty *p, struct deed_screen *s)
{
    for (int row = 0; row < DEED_ROWS; row++)
        snprintf(s->row[row], DEED_ROW_BYTES, "%s", pty_row(p, row));
}

void deed_as_it_was(struct pty *p, const struct deed_screen *s, const char *said)
{
    int message = pty_find_row(p, said);

    assert_true(message > 0);
    for (int row = 1; row < DEED_ROWS; row++)
        if (row != message)
            assert_string_equal(pty_row(p, row), s->row[row]);
}
