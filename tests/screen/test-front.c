/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of the first contact on one fixed day: key counts of the task table (screens-ja.md), both languages,
 * 80x24 and 120x40. */
#include "tests/screen/front_app.h"

#include "desk/call.h"

/* --- the board, whole */

static void the_board_of_a_fixed_day_in_japanese(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    front_show(&t);
    assert_rows(t.app, 1,
        " すること                件  急ぐもの  | 本日の相談 3件  明日 1件\n"
        ">1 電話をかける           2  約束 11:00| 10:30 101 髙﨑 花子 61女             森\n"
        " 2 書類がそろわない       2  12日      |           本人 配偶者同席  相談中 10:34\n"
        " 3 診療科の返事           2  6日       | 13:30     グエン ラン 45女         大西\n"
        " 4 日程を決める           1  4日       |           本人 英語通訳    未着 相談室2\n"
        " 5 本日来院               3  次 13:30  | 15:00     𠮷田 一郎 69男 [同姓]    大西\n"
        " 6 会計待ち               1  7日       |           配偶者のみ 同意書済      未着\n"
        " 7 報告書が未発送         1  7日       |\n"
        " 8 資料の返却             1  7日       |\n"
        " 9 その他                 0  -         | [同姓] 𠮷田様 15:00 と 明日 10:00\n"
        "--------------------------------------------------------------------------------\n"
        " 1 電話をかける  2件                                        最後の連絡   次\n"
        ">26-0007 渡邉 光子 74 /長女 相談同意書 続柄のわかる書類     11/20 留守   11:00\n"
        "         葛󠄀城 由美 /家族    折り返す                                     本日\n"
        "\n\n\n"
        "--------------------------------------------------------------------------------\n"
        " 申し送り  西川 11/24  26-0006 娘さんの携帯へ。自宅の電話は使わない。\n"
        "           西川 11/24  2番の印刷機は用紙切れ。\n");
    assert_style(t.app, "その他", STYLE_DIM); /* nothing there: dim, and in its place */
    front_close(&t);
}

static void help_finds_what_is_called_just_so_before_what_only_holds_the_word(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "F1", "設定");
    front_show(&t);
    assert_shows(t.app, ">               設定"); /* and not 個人設定, which stands above it in the whole list */
    front_close(&t);
}

static void the_board_of_a_fixed_day_in_english(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_EN, 24, 80);
    front_show(&t);
    assert_rows(t.app, 1,
        " To do                Cases  Urgent    | Visits today 3  tomorrow 1\n"
        ">1 Calls to make          2  at 11:00  | 10:30 101 髙﨑 花子 61F            Mori\n"
        " 2 Papers not complete    2  12 d      |           Patient + Spouse   talk 10:34\n"
        " 3 Department's answer    2  6 d       | 13:30     グエン ラン 45F       Ohnishi\n"
        " 4 Date to be set         1  4 d       |           Patient interp. English\n"
        " 5 Visits today           3  next 13:30| 15:00     𠮷田 一郎 69M [same]  Ohnishi\n"
        " 6 Fee to take            1  7 d       |           Spouse only signed   expected\n"
        " 7 Report not sent        1  7 d       |\n"
        " 8 Materials to return    1  7 d       |\n"
        " 9 Other                  0  -         | [same name] 𠮷田 15:00, tomorrow 10:00\n");
    front_close(&t);
}

static void the_list_of_visits_heads_its_state_and_its_time(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    front_show(&t);
    type_keys(t.app, "5");
    assert_shows(t.app, "状態         時刻");
    assert_hides(t.app, "最後の連絡");
    type_keys(t.app, "4");
    assert_shows(t.app, "最後の連絡");
    front_close(&t);
}

static void a_wide_window_has_one_line_a_visit_with_its_room(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 40, 120);
    front_show(&t);
    front_fits(&t, 120);
    assert_shows(t.app, "10:30 101 髙﨑 花子 61女        本人 配偶者同席 森       相談室2  相談中 10:34");
    assert_shows(t.app, "2番の印刷機は用紙切れ。");
    front_close(&t);
}

static void no_row_is_wider_than_the_window_on_any_screen_of_mine(void **state)
{
    static const char *const ways[] = { "q", "m", "t", "o", "F3", "F8", "F9" };

    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int wide = 0; wide < 2; wide++)
            for (size_t i = 0; i < COUNT_OF(ways); i++) {
                struct front_app t;
                front_open(&t, state, (enum lang)lang, wide ? 40 : 24, wide ? 120 : 80);
                type_keys(t.app, ways[i]);
                front_show(&t);
                front_fits(&t, wide ? 120 : 80);
                front_close(&t);
            }
}

/* --- moving about */

static void digits_change_the_list_also_with_the_ime_on(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "4");
    assert_shows(t.app, ">4 日程を決める");
    assert_shows(t.app, "森 候補日の提示");
    type_keys(t.app, "Down", "８");
    assert_shows(t.app, ">8 資料の返却");
    assert_shows(t.app, "預り 2点");
    front_close(&t);
}

/* "3" and at once "4" are two lists, and Enter opens the row; the third digit in one go makes a number. */
static void two_quick_digits_are_two_lists(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    app_set_ms(t.app, 1000);
    app_key(t.app, key_char("1"));
    app_key(t.app, key_char("7"));
    assert_shows(t.app, ">7 報告書が未発送");
    assert_hides(t.app, "受付番号 17");
    app_key(t.app, key_char("9"));
    assert_shows(t.app, ">1 電話をかける");
    assert_shows(t.app, "179");
    front_close(&t);
}

/* In a hurry: list 8 and at once the number of a request. What stands before a number was a list. */
static void a_list_and_at_once_a_number_are_both_taken(void **state)
{
    static const struct {
        const char *typed, *number, *list;
    } of[] = { { "80007", "0007", ">8 " }, { "2826-0007", "26-0007", ">8 " }, { "32026-0007", "2026-0007", ">3 " },
        { "415", "415", ">1 " } };

    for (size_t i = 0; i < COUNT_OF(of); i++) {
        struct front_app t;
        front_open(&t, state, LANG_JA, 24, 80);
        app_set_ms(t.app, 1000);
        for (const char *c = of[i].typed; *c; c++)
            app_key(t.app, key_char((char[]){ *c, '\0' }));
        assert_shows(t.app, arena_printf(&t.day->f.arena, "受付番号 %s: Enter で", of[i].number));
        assert_shows(t.app, of[i].list);
        type_keys(t.app, "Enter");
        if (i + 1 < COUNT_OF(of))
            assert_shows(t.app, "渡邉 光子");
        front_close(&t);
    }
}

/* A number is forgotten when any key came between, also one that the program itself answers. */
static void a_key_between_ends_a_number(void **state)
{
    static const struct {
        const char *key, *opens; /* the chosen row, not 26-0006 */
    } between[] = { { "F5", "渡邉 光子" }, { "Down", "葛󠄀城 由美" }, { "Alt+L", "渡邉 光子" }, { "Home", "渡邉 光子" },
        { "Alt+M", "26-0007" } };

    for (size_t i = 0; i < COUNT_OF(between); i++) {
        struct front_app t;
        front_open(&t, state, LANG_JA, 24, 80);
        type_keys(t.app, "0", "0", "0", "6", between[i].key, "Enter");
        assert_hides(t.app, "26-0006"); /* nor the board, where a note names it */
        assert_shows(t.app, between[i].opens);
        front_close(&t);
    }
}

/* Task 1: find a request and say where it stands, `7` `Enter` with a longer number `26-0007`. */
static void a_request_number_and_enter_opens_it_from_anywhere(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "0", "0", "0", "7");
    assert_shows(t.app, ">1 電話をかける"); /* the list did not move */
    type_keys(t.app, "Enter");
    assert_on(t.app, "request");
    assert_shows(t.app, "渡邉 光子");
    front_close(&t);
}

static void a_number_that_is_not_there_is_said(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "4", "1", "5", "Enter");
    assert_on(t.app, "today");
    assert_shows(t.app, "受付番号 415 の申込はありません。");
    front_close(&t);
}

static void each_list_opens_its_rows_at_their_step(void **state)
{
    static const struct {
        const char *list, *screen;
    } ways[] = { { "2", "papers" }, { "3", "review" }, { "6", "pay" }, { "7", "after" }, { "8", "materials" } };

    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        struct front_app t;
        front_open(&t, state, LANG_JA, 24, 80);
        type_keys(t.app, ways[i].list, "Enter");
        assert_on(t.app, ways[i].screen);
        front_close(&t);
    }
}

static void names_are_hidden_by_one_key_everywhere(void **state)
{
    struct front_app t;
    struct front_day *d = *state;

    fixture_write(&d->f, "UPDATE call SET whom = '渡邉 由美', note = '由美さんは午後から' WHERE result = 'away'");
    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "t");
    assert_shows(t.app, "由美さんは午後から"); /* whom the last call reached, and what was said */
    type_keys(t.app, "Esc", "Alt+M");
    assert_hides(t.app, "渡邉");
    assert_hides(t.app, "髙﨑");
    assert_hides(t.app, "𠮷田");
    assert_shows(t.app, ">26-0007 74 /長女"); /* the number once */
    assert_shows(t.app, "2件 (表示を隠しています)"); /* notes may name people */
    assert_hides(t.app, "娘さんの携帯へ");
    type_keys(t.app, "t");
    assert_hides(t.app, "渡邉");
    assert_hides(t.app, "由美");
    front_close(&t);
}

static void the_language_changes_at_once(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "2", "Alt+L");
    assert_shows(t.app, "Consent form");
    assert_shows(t.app, "To do");
    front_close(&t);
}

static void no_disease_stands_on_the_home_screen(void **state)
{
    struct front_app t;
    static const char *const lists[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };

    front_open(&t, state, LANG_JA, 40, 120);
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        type_keys(t.app, "Down", lists[i]);
        assert_hides(t.app, "がん");
        assert_hides(t.app, "cancer");
    }
    front_close(&t);
}

/* --- the tasks of the table, key by key */

/* Task 2: `q` `1` `2` `1` `3` `F12`: 6 keys. */
static void six_keys_record_an_inquiry(void **state)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct front_app t;
        front_open(&t, state, (enum lang)lang, 24, 80);
        type_keys(t.app, "q", "1", "2", "1", "3", "F12");
        assert_on(t.app, "today");
        assert_shows(t.app, lang == LANG_JA ? "記録し、用紙を印刷しました。" : "Recorded; the forms are printed.");
        assert_int_equal(front_one(&t, "SELECT count(*) FROM inquiry WHERE via = 'phone' AND who = 'family'"
                                       " AND matter = 'wants' AND next = 'send_forms'"),
            lang + 1);
        front_close(&t);
    }
}

static void an_inquiry_that_says_nothing_is_held_with_the_cursor_on_the_matter(void **state)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct front_app t;
        front_open(&t, state, (enum lang)lang, 24, 80);
        type_keys(t.app, "q", "1", "2", "F12");
        assert_on(t.app, "inquiry");
        front_show(&t);
        assert_shows(t.app, lang == LANG_JA ? "何の問合せか分かりません。用件を番号で選ぶか" : "Nothing says what this inquiry is about. Choose the");
        type_keys(t.app, "4", "F12"); /* the fee */
        assert_on(t.app, "today");
        assert_int_equal(front_one(&t, "SELECT count(*) FROM inquiry WHERE who = 'family' AND matter = 'fee' AND name = ''"), lang + 1);
        front_close(&t);
    }
}

/* Only calls that are due stand on the board: who looks for tomorrow's there must know. */
static void a_call_of_a_later_day_says_from_when_it_stands_on_the_board(void **state)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct front_app t;
        front_open(&t, state, (enum lang)lang, 24, 80);
        type_keys(t.app, "q", "1", "2", "1", "2", "+", "1", "F12");
        front_show(&t);
        assert_on(t.app, "today");
        assert_shows(t.app, lang == LANG_JA ? "記録しました。11/25(水) から「電話をかける」に出ます。" : "stands on the board from 25 Nov (Wed).");
        front_close(&t);
    }
}

static void an_answer_that_meets_a_rule_brings_its_sentence_in_either_language(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "q", "1", "2", "1", "2", "Enter", "Enter"); /* due, person: to the words */
    for (int i = 0; i < 8; i++)
        type_keys(t.app, "Enter");
    type_keys(t.app, "1", "1");
    front_show(&t);
    assert_shows(t.app, "[案内] 当院での治療をご希望でしたら、セカンドオピニオンではなく初診のご予約");
    type_keys(t.app, "Alt+E");
    assert_shows(t.app, "For treatment here we will help you book an ordinary first visit.");
    type_keys(t.app, "F12");
    assert_shows(t.app, "折り返しを「電話をかける」に入れました。");
    front_close(&t);
}

static void an_inquiry_becomes_a_request_without_typing_again(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    front_request_from_inquiry(&t);
    type_text(t.app, "葛城 太郎");
    type_keys(t.app, "F12");
    front_assert_from_inquiry(&t, "葛城 太郎");
    front_close(&t);
}

static void a_call_back_is_a_row_of_the_board(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "q", "1", "1", "4", "2", "F12");
    assert_shows(t.app, ">1 電話をかける           3");
    front_close(&t);
}

static void twelve_digits_are_asked_about_once(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "q");
    for (int i = 0; i < 22; i++)
        type_keys(t.app, "Enter");
    type_text(t.app, "123456789018");
    type_keys(t.app, "F12");
    front_show(&t);
    assert_shows(t.app, "別の番号");
    type_keys(t.app, "1");
    assert_on(t.app, "today");
    assert_int_equal(front_one(&t, "SELECT count(*) FROM inquiry WHERE memo = '123456789018'"), 1);
    front_close(&t);
}

/* Task 3: row: `t` `2` `+` `1` `F12`: 5 keys. */
static void five_keys_record_a_call_and_plan_the_next(void **state)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct front_app t;
        front_open(&t, state, (enum lang)lang, 24, 80);
        if (lang == LANG_EN)
            type_keys(t.app, "2", "Down"); /* 渡邉 stands in the second list too */
        type_keys(t.app, "t", "2", "+", "1", "F12");
        assert_on(t.app, "today");
        assert_shows(t.app, lang == LANG_JA ? "電話を記録しました。" : "The call is recorded.");
        front_close(&t);
    }
    struct front_day *d = *state;
    struct front_app t = { .day = d };
    assert_int_equal(front_one(&t, "SELECT count(*) FROM call WHERE result = 'away' AND done_at > 0"), 3);
    assert_int_equal(front_one(&t, "SELECT count(*) FROM call WHERE result IS NULL AND due = '2026-11-25'"), 1);
}

static void a_promised_time_is_a_time_and_has_a_day(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "t", "2", "Enter", "+", "2", "b", "F12"); /* the cursor stands in the time: no 02:00 */
    assert_on(t.app, "call");
    assert_shows(t.app, "時刻として読み取れません");
    type_keys(t.app, "Home", "Delete", "Delete", "1", "1", "F12");
    assert_on(t.app, "call");
    assert_shows(t.app, "「次の電話」欄に日を入れてください。");
    type_keys(t.app, "+", "1", "F12"); /* the cursor is there */
    assert_on(t.app, "today");
    assert_int_equal(front_one(&t, "SELECT count(*) FROM call WHERE due = '2026-11-25' AND due_time = 660"), 1);
    front_close(&t);
}

/* What the request waits for is what one calls about. */
static void a_call_is_about_what_the_request_waits_for(void **state)
{
    static const struct {
        const char *list, *about;
    } of[] = { { "2", "[1 不足書類" }, { "4", "[2 日程" }, { "6", "[5 料金" } };

    for (size_t i = 0; i < COUNT_OF(of); i++) {
        struct front_app t;
        front_open(&t, state, LANG_JA, 24, 80);
        type_keys(t.app, of[i].list, "t");
        front_show(&t);
        assert_shows(t.app, of[i].about);
        front_close(&t);
    }
}

static void the_last_contact_is_new_as_soon_as_a_call_is_recorded(void **state)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct front_app t;
        front_open(&t, state, (enum lang)lang, 24, 80);
        type_keys(t.app, "2");
        assert_hides(t.app, lang == LANG_JA ? "本日 話せた" : "today Sent");
        type_keys(t.app, "t", lang == LANG_JA ? "1" : "4", "F12");
        assert_on(t.app, "today");
        assert_shows(t.app, lang == LANG_JA ? "本日 話せた" : "today Sent");
        front_close(&t);
    }
}

static void before_a_call_it_is_seen_what_may_be_said(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "t");
    assert_shows(t.app, "留守電 未確認  院名 未確認  伝えてよいこと 未確認");
    assert_shows(t.app, "11/20 09:30 西川 留守");
    type_keys(t.app, "Alt+D");
    assert_shows(t.app, "連絡の注意はありません。");
    front_close(&t);
}

/* Task 4: row: `m` `1` `F12`: 3 keys. */
static void three_keys_hand_out_the_set_and_set_a_reminder(void **state)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct front_app t;
        front_open(&t, state, (enum lang)lang, 24, 80);
        type_keys(t.app, "m", "1", "F12");
        assert_on(t.app, "today");
        assert_shows(t.app, lang == LANG_JA ? "用紙を印刷し、記録しました。" : "The papers are printed and recorded.");
        assert_int_equal(front_one(&t, "SELECT count(*) FROM print WHERE kind IN ('request_form','consent_form','guide')"
                                       " AND printed_at IS NOT NULL"),
            3 * (lang + 1));
        assert_int_equal(front_one(&t, "SELECT count(*) FROM call WHERE due = '2026-12-08' AND result IS NULL"), lang + 1);
        front_close(&t);
    }
}

/* --- search */

static void the_search_finds_as_it_is_typed_and_opens_with_enter(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "F9", "わ");
    assert_shows(t.app, "渡邉 光子");
    assert_hides(t.app, "髙﨑 花子");
    type_keys(t.app, "Enter");
    assert_on(t.app, "request");
    assert_shows(t.app, "渡邉 光子");
    front_close(&t);
}

static void the_search_is_reached_from_a_form_and_finds_inquiries(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_EN, 24, 80);
    type_keys(t.app, "q", "F9");
    type_text(t.app, "カツラ");
    front_show(&t);
    assert_shows(t.app, "Inquiry");
    type_keys(t.app, "Enter");
    assert_on(t.app, "inquiry");
    assert_shows(t.app, "06-6645-2000");
    front_close(&t);
}

/* --- notes, papers that did not print */

static void a_note_is_written_and_taken_away(void **state)
{
    struct front_app t;

    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "o", "a");
    type_text(t.app, "明日の会議は15時から");
    type_keys(t.app, "F12", "Esc");
    assert_shows(t.app, "明日の会議は15時から");
    type_keys(t.app, "o");
    assert_shows(t.app, ">11/24"); /* one row is chosen */
    type_keys(t.app, "F4", "Esc", "Esc"); /* asked, and kept */
    assert_shows(t.app, "明日の会議は15時から");
    type_keys(t.app, "o", "F4", "F12", "Esc");
    assert_hides(t.app, "明日の会議は15時から");
    front_close(&t);
}

static void the_board_follows_another_terminal(void **state)
{
    struct front_app t;
    struct front_day *d = *state;

    front_open(&t, state, LANG_JA, 24, 80);
    struct desk *other = fixture_second_desk(&d->f);
    struct call_draft call = { .request = d->watanabe, .what = "other", .channel = "phone", .whom = "", .result = "",
        .note = "", .next_on = desk_today(other), .next_min = 10 * 60 + 50 };
    int64_t id;
    fixture_fine(desk_call_plan(other, &call, &id, &d->f.err), &d->f.err);
    desk_close(other);
    type_keys(t.app, "F5");
    assert_shows(t.app, ">1 電話をかける           3  約束 10:50");
    front_close(&t);
}

static void the_cashier_is_told_why_not(void **state)
{
    struct front_app t;
    struct front_day *d = *state;

    fixture_log_in(d->f.desk, "cashier");
    front_open(&t, state, LANG_JA, 24, 80);
    type_keys(t.app, "q");
    assert_on(t.app, "today");
    assert_shows(t.app, "この役割ではできません");
    fixture_log_in(d->f.desk, "all");
    front_close(&t);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, front_day_set_up, front_day_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_board_of_a_fixed_day_in_japanese),
        CASE(help_finds_what_is_called_just_so_before_what_only_holds_the_word),
        CASE(the_board_of_a_fixed_day_in_english),
        CASE(the_list_of_visits_heads_its_state_and_its_time),
        CASE(a_wide_window_has_one_line_a_visit_with_its_room),
        CASE(no_row_is_wider_than_the_window_on_any_screen_of_mine),
        CASE(digits_change_the_list_also_with_the_ime_on),
        CASE(two_quick_digits_are_two_lists),
        CASE(a_list_and_at_once_a_number_are_both_taken),
        CASE(a_key_between_ends_a_number),
        CASE(a_request_number_and_enter_opens_it_from_anywhere),
        CASE(a_number_that_is_not_there_is_said),
        CASE(each_list_opens_its_rows_at_their_step),
        CASE(names_are_hidden_by_one_key_everywhere),
        CASE(the_language_changes_at_once),
        CASE(no_disease_stands_on_the_home_screen),
        CASE(six_keys_record_an_inquiry),
        CASE(an_inquiry_that_says_nothing_is_held_with_the_cursor_on_the_matter),
        CASE(a_call_of_a_later_day_says_from_when_it_stands_on_the_board),
        CASE(an_answer_that_meets_a_rule_brings_its_sentence_in_either_language),
        CASE(an_inquiry_becomes_a_request_without_typing_again),
        CASE(a_call_back_is_a_row_of_the_board),
        CASE(twelve_digits_are_asked_about_once),
        CASE(five_keys_record_a_call_and_plan_the_next),
        CASE(a_promised_time_is_a_time_and_has_a_day),
        CASE(a_call_is_about_what_the_request_waits_for),
        CASE(the_last_contact_is_new_as_soon_as_a_call_is_recorded),
        CASE(before_a_call_it_is_seen_what_may_be_said),
        CASE(three_keys_hand_out_the_set_and_set_a_reminder),
        CASE(the_search_finds_as_it_is_typed_and_opens_with_enter),
        CASE(the_search_is_reached_from_a_form_and_finds_inquiries),
        CASE(a_note_is_written_and_taken_away),
        CASE(the_board_follows_another_terminal),
        CASE(the_cashier_is_told_why_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
