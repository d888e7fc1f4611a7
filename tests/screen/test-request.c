/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page and the form of one request, in both languages, at 80x24 and wider. */
#include "tests/screen/desk_app.h"

#include "desk/after.h"
#include "desk/request.h"
#include "screens/case_parts.h"
#include "screens/registry.h"

static void the_page_says_what_is_missing_in_japanese(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_screen, fixture_request(&t->f), LANG_JA, 24, 80);
    desk_app_show(t);
    assert_shows(t->app, "髙﨑 花子");
    assert_shows(t->app, "S40.3.8");
    assert_shows(t->app, "61歳");
    assert_shows(t->app, "申込書");
    assert_shows(t->app, "不足");
    assert_shows(t->app, "声かけ");
    assert_shows(t->app, "堺東病院");
}

/* counter.md 5: the later approval is given on the request's own page too, by o and a digit. */
static void a_supervisor_approves_on_the_page_of_the_request(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    struct case_view v;

    fixture_fine(desk_case_view(t->f.desk, id, false, &t->f.arena, &v, &t->f.err), &t->f.err);
    struct request_draft draft = { .c = v.c };
    draft.c.purposes = "litigation";
    fixture_fine(desk_request_edit(t->f.desk, &draft, &t->f.err), &t->f.err);
    fixture_log_in(t->f.desk, "clerk");
    fixture_fine(desk_override(t->f.desk, id, "litigation", "本人の希望", &t->f.err), &t->f.err);
    fixture_log_in(t->f.desk, "supervisor");
    desk_app_open(t, &request_screen, id, LANG_JA, 24, 80);
    type_keys(t->app, "o");
    desk_app_show(t);
    assert_shows(t->app, "事後承認");
    assert_shows(t->app, "本人の希望");
    type_keys(t->app, "1");
    assert_shows(t->app, "登録しました。");
    assert_int_equal(fixture_number(&t->f, "SELECT count(*) FROM override_answer WHERE approved = 1"), 1);
    type_keys(t->app, "o");
    assert_on(t->app, "request"); /* once */
}

static void the_page_says_it_in_english(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_screen, fixture_request(&t->f), LANG_EN, 24, 80);
    desk_app_show(t);
    assert_shows(t->app, "age 61");
    assert_shows(t->app, "need2");
    assert_shows(t->app, "To say");
}

static void the_sentence_is_said_in_the_other_language_without_switching(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_screen, fixture_request(&t->f), LANG_JA, 40, 120);
    assert_shows(t->app, "今かかっておられる主治医");
    type_keys(t->app, "Alt+E");
    desk_app_show(t);
    assert_shows(t->app, "Please ask your present doctor");
    assert_shows(t->app, "声かけ");
}

/* counter.md 3: the date of arrival is the request's date. One day, on the form, in the list of papers and in the panel; what a
 * clerk records of the paper itself holds over it, and a corrected day corrects both. */
static void the_form_is_here_since_the_day_of_its_arrival(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    static const char *const states[] = { NULL, "received", "none" };

    for (size_t i = 0; i < COUNT_OF(states); i++) {
        struct paper_draft p = { .request = id, .paper = { .doc = "request_form", .state = states[i], .promised_on = DAY_NONE,
                                                  .received_on = desk_today(t->f.desk), .dated = DAY_NONE } };
        struct case_view v = fixture_view(&t->f, id);
        const struct paper *was = case_paper(&v.c, "request_form");
        p.paper.rev = was ? was->rev : 0;
        if (states[i])
            fixture_fine(desk_paper_record(t->f.desk, &p, &t->f.err), &t->f.err);
        desk_app_open(t, &papers_screen, id, LANG_JA, 24, 80);
        assert_shows(t->app, i < 2 ? "申込書                         受領       11/24" : "申込書                         なし");
        shell_free(t->shell);
        v = fixture_view(&t->f, id);
        struct request_draft edit = { .c = v.c };
        edit.c.received_on = fixture_day("2026-11-20");
        fixture_fine(desk_request_edit(t->f.desk, &edit, &t->f.err), &t->f.err);
        desk_app_open(t, &request_screen, id, LANG_JA, 24, 80);
        desk_app_show(t);
        assert_shows(t->app, i < 2 ? "済     申込書              11/20" : "不足   申込書");
        v = fixture_view(&t->f, id);
        edit.c = v.c;
        edit.c.received_on = desk_today(t->f.desk);
        fixture_fine(desk_request_edit(t->f.desk, &edit, &t->f.err), &t->f.err);
        shell_free(t->shell);
        t->shell = NULL;
    }
}

/* Withdrawn before anything was handed in: nothing is to come, nothing to give back. */
static void a_request_that_ended_early_asks_for_nothing(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    static const struct screen_ops *const pages[] = { &request_screen, &papers_screen };

    fixture_fine(desk_request_end(t->f.desk, id, "withdrawn", "お電話で取下げ", &t->f.err), &t->f.err);
    for (size_t i = 0; i < COUNT_OF(pages); i++)
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            desk_app_open(t, pages[i], id, (enum lang)lang, 24, 80);
            desk_app_show(t);
            assert_hides(t->app, lang == LANG_JA ? "不足" : "need");
            if (pages[i] == &request_screen)
                assert_shows(t->app, lang == LANG_JA ? "お願いする書類は" : "nothing is asked for");
            assert_hides(t->app, lang == LANG_JA ? "申込書をこちらで" : "Here is the request form");
            shell_free(t->shell);
            t->shell = NULL;
        }
    struct case_view v = fixture_view(&t->f, id);
    assert_string_equal(v.c.next_action, "close");
}

static void a_request_that_ended_in_error_goes_on_by_f4(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);

    fixture_fine(desk_request_end(t->f.desk, id, "withdrawn", "お電話で取下げ", &t->f.err), &t->f.err);
    desk_app_open(t, &request_screen, id, LANG_JA, 24, 80);
    type_keys(t->app, "F4", "1");
    type_keys(t->app, "別の方でした", "F12");
    assert_shows(t->app, "[お知らせ] 申込を続けられます。");
    assert_string_equal(fixture_view(&t->f, id).c.ended, "");
    type_keys(t->app, "Alt+D");
    assert_shows(t->app, "終了の取消  別の方でした");
}

static void a_request_is_taken_from_its_form(void **state)
{
    struct desk_app *t = *state;
    struct case_view v;
    int64_t id = 0;

    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
    desk_app_show(t);
    type_text(t->app, "葛\U000E0100城 太郎"); /* one character with its selector: 葛󠄀 */
    type_keys(t->app, "Enter");
    type_text(t->app, "かつらぎ たろう");
    type_keys(t->app, "Enter");
    type_text(t->app, "S39.7.2");
    desk_app_show(t);
    assert_shows(t->app, "1964-07-02");
    assert_shows(t->app, "62歳");
    type_keys(t->app, "Alt+L"); /* the language changes at once, nothing is lost */
    desk_app_show(t);
    assert_shows(t->app, "Birth date");
    assert_shows(t->app, "age 62");
    type_keys(t->app, "Alt+L", "F12");
    desk_app_show(t);
    assert_on(t->app, "request");
    fixture_fine(desk_case_find(t->f.desk, "1", &id, &t->f.err), &t->f.err);
    fixture_fine(desk_case_view(t->f.desk, id, false, &t->f.arena, &v, &t->f.err), &t->f.err);
    assert_string_equal(v.c.patient.name, "葛\U000E0100城 太郎");
    assert_string_equal(v.c.patient.kana, "カツラギ タロウ");
}

/* "What would you like ...?" has no yes and no: the form opens at the field where the answer goes. */
static void a_question_that_yes_does_not_answer_opens_its_field(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    struct request_draft draft = { .c = fixture_view(&t->f, id).c };

    draft.c.purposes = "";
    fixture_fine(desk_request_edit(t->f.desk, &draft, &t->f.err), &t->f.err);
    desk_app_open(t, &request_screen, id, LANG_JA, 24, 80);
    type_keys(t->app, "a");
    assert_on(t->app, "request_form");
    type_keys(t->app, "1", "F12");
    desk_app_show(t);
    assert_on(t->app, "request");
    assert_string_equal(fixture_view(&t->f, id).c.purposes, "opinion");
}

static void a_field_that_holds_no_date_says_so_once_it_is_left(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
    type_keys(t->app, "Down", "Down");
    type_text(t->app, "R99.1.1");
    desk_app_show(t);
    assert_hides(t->app, "日付を確認"); /* perhaps not typed to its end */
    type_keys(t->app, "Enter");
    desk_app_show(t);
    assert_shows(t->app, "[R99.1.1    ] ! 日付を確認");
}

/* The sentence of the rule is 57 characters, 171 bytes. */
static void the_rule_that_is_set_aside_is_read_to_its_end(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);

    fixture_fine(desk_request_answer(t->f.desk, id, "referrer.agrees", "no", &t->f.err), &t->f.err);
    desk_app_open(t, &request_screen, id, LANG_JA, 24, 80);
    type_keys(t->app, "o");
    desk_app_show(t);
    assert_on(t->app, "reason");
    assert_shows(t->app, "ません。報告書は必ず主治医の先生にもお送りするためです。");
}

static void a_step_that_is_done_keeps_its_day_apart(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_screen, fixture_request(&t->f), LANG_EN, 40, 120);
    desk_app_show(t);
    assert_shows(t->app, "done 24 Nov");
}

static void an_auditor_reads_every_part_and_is_told_at_the_key(void **state)
{
    static const struct {
        const struct screen_ops *screen;
        const char *key, *word;
    } rows[] = { { &request_screen, "a", "申込の変更" }, { &request_screen, "F4", "入力取消" },
        { &request_form_screen, "F12", "申込の変更" }, { &papers_screen, "Enter", "書類" },
        { &review_screen, "F8", "診療科" }, { &after_screen, "F4", "申込の終了" } };
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);

    fixture_log_in(t->f.desk, "auditor");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        desk_app_open(t, rows[i].screen, id, LANG_JA, 24, 80);
        type_keys(t->app, rows[i].key);
        desk_app_show(t);
        assert_on(t->app, rows[i].screen->name);
        assert_shows(t->app, "この役割ではできません");
        assert_shows(t->app, rows[i].word);
        if (i + 1 < COUNT_OF(rows))
            shell_free(t->shell);
    }
}

static void an_impossible_era_date_is_refused_at_its_field(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
    type_text(t->app, "山田");
    type_keys(t->app, "Enter", "Enter");
    type_text(t->app, "S64.1.8");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_on(t->app, "request_form");
    assert_shows(t->app, "H1.1.8");
}

static void a_known_person_is_found_by_kana_and_copied(void **state)
{
    struct desk_app *t = *state;

    fixture_request(&t->f);
    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
    type_keys(t->app, "Enter");
    type_text(t->app, "たかさき");
    type_keys(t->app, "F9");
    desk_app_show(t);
    assert_shows(t->app, "26-0001");
    type_keys(t->app, "1");
    assert_shows(t->app, "髙﨑 花子");
    assert_shows(t->app, "090-1234-5678");
}

/* The wrong one was chosen from the list: emptied by F2, or typed over. */
static void whoever_was_chosen_by_mistake_keeps_her_name(void **state)
{
    struct desk_app *t = *state;

    fixture_request(&t->f);
    for (int way = 0; way < 2; way++) {
        if (way == 1)
            shell_free(t->shell);
        desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
        type_text(t->app, "髙﨑");
        type_keys(t->app, "F9", "1");
        assert_shows(t->app, "1965-03-08");
        if (way == 0)
            type_keys(t->app, "F2", "1");
        for (int field = 0; field < 3; field++) { /* name, kana, birth date */
            type_keys(t->app, "End");
            for (int i = 0; i < 12; i++)
                type_keys(t->app, "Backspace");
            type_text(t->app, field == 0 ? way ? "森 実" : "谷 実" : field == 1 ? "ミノル" : "S20.4.5");
            type_keys(t->app, "Enter");
        }
        type_keys(t->app, "F12");
        if (way == 1) /* the same kana and birth date as the first one's */
            type_keys(t->app, "2");
        desk_app_show(t);
        assert_on(t->app, "request");
    }
    assert_int_equal(fixture_number(&t->f, "SELECT count(*) FROM person WHERE name IN ('髙﨑 花子', '谷 実', '森 実')"), 3);
    assert_int_equal(fixture_number(&t->f, "SELECT count(DISTINCT patient) FROM request"), 3);
}

static void a_half_typed_form_is_offered_again(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
    type_text(t->app, "𠮷田 一郎");
    app_pause(t->app);
    shell_free(t->shell); /* the terminal is gone */
    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
    desk_app_show(t);
    assert_shows(t->app, "𠮷田 一郎");
}

static void another_clerks_birth_date_is_not_written_over(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    struct case_view v;

    desk_app_open(t, &request_form_screen, id, LANG_JA, 24, 80);
    fixture_fine(desk_case_view(t->f.desk, id, false, &t->f.arena, &v, &t->f.err), &t->f.err);
    struct request_draft other = { .c = v.c };
    assert_true(day_from_ymd(1966, 3, 9, &other.c.patient.birth));
    other.c.careful = true;
    fixture_log_in(t->f.desk, "clerk");
    fixture_at(&t->f, "2026-11-24", 10, 41);
    fixture_fine(desk_request_edit(t->f.desk, &other, &t->f.err), &t->f.err);
    fixture_log_in(t->f.desk, "all");
    type_keys(t->app, "Tab");
    type_text(t->app, "ア");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_shows(t->app, "この記録は 10:41 に西川さんが変更しました。");
    assert_shows(t->app, "1966-03-09"); /* what the other one stored is shown, and marked */
    type_keys(t->app, "F12");
    fixture_fine(desk_case_view(t->f.desk, id, false, &t->f.arena, &v, &t->f.err), &t->f.err);
    assert_int_equal(day_cmp(v.c.patient.birth, other.c.patient.birth), 0);
    assert_true(v.c.careful);
    assert_non_null(strstr(v.c.patient.kana, "ア"));
}

/* OMU's counter asks who changed a telephone number and when (change history). */
static void the_page_shows_what_was_changed_by_whom(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    struct case_view v;

    fixture_fine(desk_case_view(t->f.desk, id, false, &t->f.arena, &v, &t->f.err), &t->f.err);
    struct request_draft draft = { .c = v.c };
    draft.c.told = "unclear";
    draft.c.treatment_from = day_add(desk_today(t->f.desk), 14);
    fixture_fine(desk_request_edit(t->f.desk, &draft, &t->f.err), &t->f.err);
    fixture_at(&t->f, "2026-11-25", 9, 5);
    fixture_fine(desk_case_view(t->f.desk, id, false, &t->f.arena, &v, &t->f.err), &t->f.err);
    draft.c = v.c;
    draft.c.patient.phone = "06-6645-2857";
    fixture_fine(desk_request_edit(t->f.desk, &draft, &t->f.err), &t->f.err);
    desk_app_open(t, &request_screen, id, LANG_JA, 24, 80);
    type_keys(t->app, "Alt+D");
    desk_app_show(t);
    assert_shows(t->app, "申込の変更履歴");
    assert_shows(t->app, "11/25 09:05  電話  090-1234-5678 -> 06-6645-2857");
    assert_shows(t->app, "告知  はい -> 分からない");
    assert_shows(t->app, "治療開始  - -> R8.12.8");
}

/* The patient and the request both keep it. */
static void another_language_of_the_papers_is_one_change(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    struct case_view v;

    fixture_fine(desk_case_view(t->f.desk, id, false, &t->f.arena, &v, &t->f.err), &t->f.err);
    struct request_draft draft = { .c = v.c };
    draft.c.lang = draft.c.patient.lang = LANG_EN;
    fixture_fine(desk_request_edit(t->f.desk, &draft, &t->f.err), &t->f.err);
    desk_app_open(t, &request_screen, id, LANG_JA, 24, 80);
    type_keys(t->app, "Alt+D");
    assert_shows(t->app, ">1 11/24 10:00  書類の言語  日本語 -> 英語");
    assert_hides(t->app, " 2 11/24 10:00  書類の言語");
}

static void nothing_was_changed_is_said_in_words(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_screen, fixture_request(&t->f), LANG_EN, 24, 80);
    type_keys(t->app, "Alt+D");
    assert_shows(t->app, "Nothing was changed since the request was taken.");
}

/* The form of the answer takes words once a question is open. */
static void question_is_open(struct desk_app *t, int64_t id)
{
    fixture_write(&t->f, arena_printf(&t->f.arena, "INSERT INTO review (request, round, department, sent_on, sent_by) VALUES (%lld, 1, '',"
        " '2026-11-24', 2)", (long long)id));
}

static void a_half_typed_answer_of_the_department_is_offered_again(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    const struct screen_ops *const screens[] = { &review_screen, &after_screen };

    static const char *const words[] = { "下書きの言葉", "1234-5678-90" };

    question_is_open(t, id);
    for (size_t i = 0; i < COUNT_OF(screens); i++) {
        desk_app_open(t, screens[i], id, LANG_JA, 24, 80);
        for (int k = 0; k < (i == 0 ? 3 : 2); k++)
            type_keys(t->app, "Tab"); /* to a field of words */
        type_text(t->app, words[i]);
        desk_app_show(t);
        assert_shows(t->app, words[i]);
        type_keys(t->app, "Esc");
        shell_free(t->shell);
        desk_app_open(t, screens[i], id, LANG_JA, 24, 80);
        assert_shows(t->app, words[i]);
        if (i + 1 < COUNT_OF(screens))
            shell_free(t->shell);
    }
}

static void every_label_fits_in_both_languages(void **state)
{
    static const struct form_def *const forms[] = { &request_form_def, &after_form_def, &review_form_def };
    struct desk_app *t = *state;
    struct catalogs c = test_catalogs(&t->f.arena);
    struct buf problems;

    buf_init(&problems, 1 << 16);
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        for (int l = 0; l < 2; l++)
            if (!form_check(forms[i], c.of[l], i == 0 ? 45 : 78, &problems))
                print_message("# %s\n", problems.p);
    assert_int_equal(problems.len, 0);
    buf_fini(&problems);
    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
}

static void the_department_is_asked_and_its_answer_typed(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);

    fixture_write(&t->f, "INSERT INTO specialist (name, kana, department) VALUES ('森', 'モリ', 'any')");
    desk_app_open(t, &review_screen, id, LANG_JA, 24, 80);
    desk_app_show(t);
    type_keys(t->app, "F8"); /* papers are missing: says so, nothing goes out */
    assert_shows(t->app, "診療科に依頼する前に");
    assert_shows(t->app, "まだ診療科に依頼していません");
    type_keys(t->app, "F12");
    assert_shows(t->app, "診療科への依頼は出ていません");
    question_is_open(t, id);
    app_reload(t->app);
    assert_hides(t->app, "1森");
    type_keys(t->app, "1");
    assert_shows(t->app, "1森"); /* her digit, beside the field */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_APP_TEST(the_page_says_what_is_missing_in_japanese),
        DESK_APP_TEST(a_supervisor_approves_on_the_page_of_the_request),
        DESK_APP_TEST(the_page_says_it_in_english),
        DESK_APP_TEST(the_sentence_is_said_in_the_other_language_without_switching),
        DESK_APP_TEST(the_form_is_here_since_the_day_of_its_arrival),
        DESK_APP_TEST(a_request_that_ended_early_asks_for_nothing),
        DESK_APP_TEST(a_request_that_ended_in_error_goes_on_by_f4),
        DESK_APP_TEST(a_request_is_taken_from_its_form),
        DESK_APP_TEST(a_question_that_yes_does_not_answer_opens_its_field),
        DESK_APP_TEST(a_field_that_holds_no_date_says_so_once_it_is_left),
        DESK_APP_TEST(the_rule_that_is_set_aside_is_read_to_its_end),
        DESK_APP_TEST(a_step_that_is_done_keeps_its_day_apart),
        DESK_APP_TEST(an_auditor_reads_every_part_and_is_told_at_the_key),
        DESK_APP_TEST(an_impossible_era_date_is_refused_at_its_field),
        DESK_APP_TEST(a_known_person_is_found_by_kana_and_copied),
        DESK_APP_TEST(whoever_was_chosen_by_mistake_keeps_her_name),
        DESK_APP_TEST(a_half_typed_form_is_offered_again),
        DESK_APP_TEST(another_clerks_birth_date_is_not_written_over),
        DESK_APP_TEST(the_page_shows_what_was_changed_by_whom),
        DESK_APP_TEST(another_language_of_the_papers_is_one_change),
        DESK_APP_TEST(nothing_was_changed_is_said_in_words),
        DESK_APP_TEST(a_half_typed_answer_of_the_department_is_offered_again),
        DESK_APP_TEST(every_label_fits_in_both_languages),
        DESK_APP_TEST(the_department_is_asked_and_its_answer_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
