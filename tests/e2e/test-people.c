/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People as they come to the counter, on the real program, told in Japanese and in English: names
 * with the characters that the person uses, three scripts, a child with its parent, what a rule or
 * the department does not take, a paper that is promised, a telephone note that becomes a request. */
#include "tests/e2e/house.h"

#define E "Enter"
#define T(f) cmocka_unit_test(f)

typedef void story(struct pty *p, enum lang l);

static void in_both_languages(struct house *h, story *tell_it)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        char db[512];
        struct pty *p = clerk_in(h, house_desk(h, db), (enum lang)l, "nishikawa");
        tell_it(p, (enum lang)l);
        clerk_leaves(p);
    }
}

/* --- names */

/* One cluster after the other, each seen before the next is typed. */
static void type_slowly(struct pty *p, const char *const clusters[])
{
    struct buf seen;

    buf_init(&seen, 256);
    buf_puts(&seen, "[");
    for (size_t i = 0; clusters[i]; i++) {
        pty_text(p, clusters[i]);
        buf_puts(&seen, clusters[i]);
        pty_wait_text(p, seen.p);
    }
    buf_fini(&seen);
}

static void found(struct pty *p, const char *typed, const char *number, const char *name)
{
    char row[256];

    pty_keys(p, "F9");
    pty_wait_text(p, "[        ");
    pty_keys(p, typed);
    snprintf(row, sizeof row, "%-14s%s", number, name);
    pty_wait_text(p, row);
    pty_keys(p, "Ctrl+G");
    pty_wait_gone(p, row);
}

static const struct {
    const char *clusters[8], *kana, *name, *number, *plain, *half;
} names[] = {
    /* each typed, read back whole, and found as typed, by its everyday form, by kana of any width
     */
    { { "髙", "\uFA11", " ", "み", "ど", "り" }, "たかさき みどり", "髙\uFA11 みどり", "26-0032",
        "高崎 み", "ﾀｶｻｷ ﾐ" },
    { { "\U00020BB7", "田", " ", "拓" }, "よしだ たく", "\U00020BB7田 拓", "26-0033", "吉田 拓",
        "ﾖｼﾀﾞ ﾀ" },
    { { "葛\U000E0100", "城", " ", "花" }, "かつらぎ はな", "葛\U000E0100城 花", "26-0034",
        "葛城 花", "ｶﾂﾗｷﾞ ﾊ" },
    { { "\uFA19", "谷", " ", "翔" }, "かみや しょう", "\uFA19谷 翔", "26-0035", "神谷 翔",
        "ｶﾐﾔ ｼ" },
};

static void names_of_all_kinds(struct pty *p, enum lang l)
{
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        pty_keys(p, "n");
        wait_in(
            p, l, "申込書のとおりの字で。", "As on the form, with the characters the person uses.");
        type_slowly(p, names[i].clusters);
        pty_keys(p, E, names[i].kana, E, "S39.7.2", E);
        wait_in(p, l, "62歳", "age 62");
        pty_keys(p, "F12");
        wait_in(p, l, "申込を受け付けました。次は相談者です。",
            "The request is taken. Next: who comes.");
        assert_true(strncmp(pty_row(p, 1) + 1, names[i].name, strlen(names[i].name)) == 0);
        pty_keys(p, "Ctrl+G");
        wait_in(p, l, "本日来院", "Visits today");
    }
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        found(p, names[i].name, names[i].number, names[i].name);
        found(p, names[i].plain, names[i].number, names[i].name);
        found(p, names[i].kana, names[i].number, names[i].name);
        found(p, names[i].half, names[i].number, names[i].name);
    }
}

static void a_name_is_kept_as_it_was_typed_and_found_as_people_write_it(void **state)
{
    in_both_languages(*state, names_of_all_kinds);
}

/* --- three scripts, a minor with a guardian */

static const struct told foreign_child[] = {
    { { "n" }, "申込書のとおりの字で。", "As on the form" },
    { { "김민지", E, "キム ミンジ", E, "H28.4.1", E }, "2016-04-01 10歳", "age 10" },
    { { "1", E, E, "06-0000-3401", E, E, E, E, E, "KIM MINJI", E, "KR", E, "2", E, "韓国語", E },
        "[KIM MINJI", "[KIM MINJI" },
    { { "2", E, "心室中隔欠損", E, E, "1", E, "手術が必要か", E, "1", E, "1", E }, "[2 心臓",
        "[2 Cardio" },
    { { "住吉こども病院", E, E, E, "小児科", E, "野上", E, "1", E, "2", E }, "[野上", "[野上" },
    { { "F12" }, "申込を受け付けました。次は相談者です。",
        "The request is taken. Next: who comes." },
    { { NULL }, "김민지 キム ミンジ 女 H28.4.1 2016-04-01 10歳",
        "김민지 キム ミンジ Female H28.4.1 2016-04-01 age 10" },
    { { "F9", "김민" }, "26-0032       김민지", "26-0032       김민지" },
    { { "Ctrl+G" }, "~検索      [", "~Search    [" },
    { { "F9", "きむ みん" }, "26-0032       김민지", "26-0032       김민지" },
    { { E }, "相談者", "People" },
};

/* The child alone is asked about; with the mother and the family register nothing is missing but
 * the papers. */
static const struct told guardian[] = {
    { { "2" }, "申込書を出された方。", "Who hands in the form" },
    { { "3", E, "김수진", E, "2", E, E }, "[2 いいえ", "[2 No" },
    { { "3", E, "김수진", E, "キム スジン", E, "2", E, "06-0000-3402", E }, "[キム スジン",
        "[キム スジン" },
    { { NULL }, "不足   親権の書類（戸籍）", "need   Proof of parental" },
    { { "1", E, E, "1", E, E }, "[1 戸籍", "[1 Family register" },
    { { "F12" }, "登録しました: 相談者、見た書類 2。", "Stored: the people, papers seen 2." },
    { { NULL }, "済     親権の書類（戸籍）", "done   Proof of parental" },
};

static void a_child(struct pty *p, enum lang l)
{
    tell(p, l, foreign_child);
    tell(p, l, guardian);
}

static void a_child_with_three_scripts_and_a_parent(void **state)
{
    in_both_languages(*state, a_child);
}

/* --- not taken: by a rule, by the department */

static const struct told lawsuit[] = {
    { { "n" }, "申込書のとおりの字で。", "As on the form" },
    { { "横山 努", E, "よこやま つとむ", E, "S39.7.2", E, "2", E, E, "06-0000-3501", E }, "62歳",
        "age 62" },
    { { E, E, E, E, E, E, E, E, "1", E, E, E, E, E, "5", E }, "[5 訴訟", "[5 Lawsuit" },
    { { NULL }, ": 相談の目的が訴訟のため", "lawsuit" },
    { { "F12" }, "申込を受け付けました。", "The request is taken." },
    { { "9" }, "発送日", "Sent out on" }, /* not ended yet */
    { { "F4" }, "終わり方を選び", "How does it end?" },
    { { "4", E, "d", E, "電話でお伝えした", "F12" }, "申込を終了しました。",
        "The request has ended." },
    { { NULL }, "2026-11-24(火)、相談なしで終了: 受入不可 (担当 西川)", "accepted (西川). Nothing is open any more" },
    { { "8" }, "料金はまだ記録されていません。", "No fee is written yet." },
    { { "Ctrl+G" }, "~料金はまだ", "~No fee is" },
    { { "9" }, "送る報告書はありません", "There is no report to send" },
    { { "Alt+C" }, "申込を完了しました。", "The request is closed." },
};

static void a_lawsuit(struct pty *p, enum lang l)
{
    tell(p, l, lawsuit);
}

static void a_request_that_a_rule_does_not_take_is_told_and_ends_without_a_fee(void **state)
{
    in_both_languages(*state, a_lawsuit);
}

static const struct told not_possible[] = {
    { { "26-0015", E }, "必要なもの そろった", "Needed" },
    { { "5" }, "返事待ち", "no answer yet" },
    { { "3", E, E, "l", E, "F12" }, "返事を登録しました。", "The answer is stored." },
    { { "5" }, "受入不可", "Not possible" },
    { { "Alt+T" }, "お受けできないことをどうお伝えしましたか。", "How was the visitor told" },
    { { "2" }, "記録しました。資料をお返しすると完了できます。",
        "Recorded. Give the materials back, then the request can be closed." },
    { { "4" }, "行き先に届いていない資料: 3点", "have not reached their place yet: 3" },
    { { "a" }, "資料をすべて返却", "Give everything back" },
    { { "1", E, "中川 勝", "F12" }, "すべて返却しました。資料返却書を印刷しました。",
        "Everything is where it belongs. The return slip is printed." },
    { { "Ctrl+G" }, "~預り番号", "~Custody no." },
    { { "8" }, "料金はまだ記録されていません。", "No fee is written yet." },
    { { "Ctrl+G" }, "~料金はまだ", "~No fee is" },
    { { "9" }, "送る報告書はありません", "There is no report to send" },
    { { NULL }, "相談なしで終了: 受入不可。", "without a consultation: Not accepted." },
    { { "Alt+C" }, "申込を完了しました。", "The request is closed." },
};

static void not_by_the_department(struct pty *p, enum lang l)
{
    tell(p, l, not_possible);
}

static void what_the_department_does_not_take_is_told_and_ends_without_a_fee(void **state)
{
    in_both_languages(*state, not_by_the_department);
}

/* --- a promised paper */

static const struct told promised[] = {
    { { "26-0014", E }, "必要なもの そろった", "Needed" },
    { { "3" }, "診療情報提供書", "Patient referral document" },
    { { "Down", "2" }, "お持ちいただく日。", "brought" },
    { { "12/1", "F12" }, "登録しました: 診療情報提供書 後日持参。",
        "(referral letter), Promised for later." },
    { { "Ctrl+G" }, "~書類名", "~Paper   " },
    { { "Ctrl+G" }, "本日来院", "Visits today" },
    { { "2", "Down" }, "11/17 留守          12/1", "1 Dec" },
    { { "t" }, "1 話せた 2 留守", "1 spoke 2 nobody" },
    { { E, "12/1", E, E, E, "2", "F12" }, "記録し、お願いの手紙を印刷しました。",
        "Recorded; the letter is printed." },
};

/* The day has come: it stands among the calls, and the answer is kept. */
static const struct told the_promised_day[] = {
    { { "1" }, "電話をかける           6  7日遅れ", "Calls to make          6  7 d late" },
    { { "Down", "Down", "Down", "t" }, " 26-0014 斎藤 実   ", " 26-0014 斎藤 実   " },
    { { "1", "F12" }, "電話を記録しました。", "The call is recorded." },
    { { "0014", E }, "診療情報提供書", "Patient referral document" },
    { { "3" }, "後日持参   12/1", "Promised for later 1 Dec" },
    { { "Down", "1" }, "登録しました: 診療情報提供書 受領。",
        "Recorded: Patient referral document (referral letter), Received." },
    { { "F11" }, "電話をかける           5  7日遅れ", "Calls to make          5  7 d late" },
};

static void a_promised_paper_has_its_day_and_is_reminded_of(void **state)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        char db[512];
        struct pty *p = clerk_in(*state, house_desk(*state, db), (enum lang)l, "nishikawa");
        tell(p, (enum lang)l, promised);
        clerk_leaves(p);
        p = clerk_in_at(*state, db, (enum lang)l, "nishikawa", "2026-12-01T09:20");
        tell(p, (enum lang)l, the_promised_day);
        clerk_leaves(p);
    }
}

/* --- from the telephone to the request */

static const struct told inquiry[] = {
    { { "q" }, "どこから", "From" },
    { { "1", "1", "1", "2", E, E, "\U00020BB7田 典子", E, "よしだ のりこ", E, "06-0000-3601", E },
        "[06-0000-3601", "[06-0000-3601" },
    { { "Alt+N" }, "申込書のとおりの字で。", "As on the form" },
    { { NULL }, "[\U00020BB7田 典子", "[\U00020BB7田 典子" },
    { { NULL }, "[ヨシダ ノリコ", "[ヨシダ ノリコ" },
    { { NULL }, "[06-0000-3601", "[06-0000-3601" },
    { { E, E, "S39.7.2", E, "F12" }, "申込を受け付けました。", "The request is taken." },
    { { NULL }, "\U00020BB7田 典子 ヨシダ ノリコ", "\U00020BB7田 典子 ヨシダ ノリコ" },
};

static void a_telephone_note(struct pty *p, enum lang l)
{
    tell(p, l, inquiry);
}

static void an_inquiry_becomes_a_request_without_typing_it_again(void **state)
{
    in_both_languages(*state, a_telephone_note);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(a_name_is_kept_as_it_was_typed_and_found_as_people_write_it),
        T(a_child_with_three_scripts_and_a_parent),
        T(a_request_that_a_rule_does_not_take_is_told_and_ends_without_a_fee),
        T(what_the_department_does_not_take_is_told_and_ends_without_a_fee),
        T(a_promised_paper_has_its_day_and_is_reminded_of),
        T(an_inquiry_becomes_a_request_without_typing_it_again),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
