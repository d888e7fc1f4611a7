/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of money (screens-ja.md 4 and 5): the keys of the task table, what is shown in both languages at
 * 80x24 and wider, held keys, the drawer, voiding, the blind count, closing, a day without cash. */
#include "tests/screen/money_app.h"

static void cash_is_taken_with_five_keys(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    till_show(t);
    type_keys(t->app, "Enter", "4", "m");
    till_show(t);
    assert_shows(t->app, "７，０００円");
    assert_shows(t->app, "5,000円 1枚");
    assert_shows(t->app, "「40,000円お預かりします。お釣りは 7,000円で");
    assert_shows(t->app, "No. 1-2026-00001");
    type_keys(t->app, "F12");
    till_show(t);
    assert_shows(t->app, "受け取りました。お釣り 7,000円。領収書 1-2026-00001");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE tendered = 40000 AND change = 7000"), 1);
    type_keys(t->app, "Enter");
    assert_on(t->app, "payments");
    assert_shows(t->app, "会計待ちの方はいません");
}

static void the_exact_amount_is_one_key_and_a_card_two_and_the_slip(void **state)
{
    struct till_app *t = till_opened(state, 2, LANG_JA);

    type_keys(t->app, "Enter", "=", "F12");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE tendered = 33000 AND change = 0"), 1);
    type_keys(t->app, "Enter", "Enter", "2", "4711", "F12");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE method = 'card' AND slip = '4711'"), 1);
}

static void full_width_keys_work_with_the_ime_on(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "４", "ｍ", "F12");
    assert_int_equal(ask(t->m, "SELECT tendered FROM payment"), 40000);
}

static void a_digit_that_may_begin_the_amount_is_an_amount(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_EN);

    type_keys(t->app, "Enter", "4", "0", "0", "0", "0");
    assert_shows(t->app, "40,000");
    assert_shows(t->app, "7,000");
    type_keys(t->app, "Backspace", "Backspace", "Backspace", "Backspace", "Backspace", "3", "3", "k");
    assert_shows(t->app, "\"I receive exactly 33,000 yen.");
}

static void held_keys_take_the_money_once(void **state)
{
    struct till_app *t = till_opened(state, 2, LANG_JA);
    struct key f12 = { .code = K_F12 };

    type_keys(t->app, "Enter", "=");
    int64_t now = app_ms(t->app) + 1000;
    for (int i = 0; i < 1000; i++) { /* a key held down for half a minute */
        app_set_ms(t->app, now + 33 * i);
        app_key(t->app, f12);
    }
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 1);
}

static void a_key_held_from_the_screen_before_takes_nothing(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);
    struct key f12 = { .code = K_F12 };

    int64_t now = app_ms(t->app) + 1000;
    for (int i = 0; i < 100; i++) { /* F12 opens the fee from the list, and is still down */
        app_set_ms(t->app, now + 33 * i);
        app_key(t->app, f12);
    }
    assert_on(t->app, "pay");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 0);
}

static void enter_never_takes_money(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "=");
    for (int i = 0; i < 20; i++)
        type_keys(t->app, "Enter");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 0);
}

static void what_is_missing_is_said_and_the_cursor_goes_there(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "3", "0", "k", "F12");
    assert_shows(t->app, "あと 3,000円 足りません");
    type_keys(t->app, "Alt+C", "F12");
    assert_shows(t->app, "伝票番号がありません");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 0);
}

static void the_first_money_of_a_day_asks_for_the_float_once(void **state)
{
    struct till_app *t = till_closed(state, 2, LANG_JA);

    assert_shows(t->app, "現金箱はまだ開いていません");
    type_keys(t->app, "Enter", "=", "F12");
    till_show(t);
    assert_on(t->app, "drawer");
    assert_shows(t->app, "50,000");
    type_keys(t->app, "F12");
    assert_on(t->app, "pay");
    assert_shows(t->app, "F12 で受け取ります");
    type_keys(t->app, "F12");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 1);
    assert_int_equal(ask(t->m, "SELECT float_yen FROM drawer_day"), 50000);
    type_keys(t->app, "Enter", "Enter", "=", "F12");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 2);
}

/* Not refused: what is in the drawer is what is in the drawer. But nobody finds it out in the evening. */
static void a_float_that_is_not_what_was_left_says_the_difference(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_JA);

    type_keys(t->app, "o");
    assert_hides(t->app, "差額");
    type_keys(t->app, "Enter", "4", "Enter", "Enter", "6");
    till_show(t);
    assert_shows(t->app, "差額 +2,000円");
    type_keys(t->app, "Backspace", "4", "Alt+L");
    assert_shows(t->app, "Difference: -2,000 yen");
}

/* What another terminal does while this page stands as it was read. */
static void elsewhere(struct till_app *t, bool takes)
{
    open_drawer(t->m);
    log_in(t->m->desk, YAMADA);
    if (takes)
        take_card(t->m, 1, "4711");
    log_in(t->m->desk, NISHIKAWA);
}

static void taken_first(void **state, enum lang lang, const char *said)
{
    struct till_app *t = till_closed(state, 1, lang);

    type_keys(t->app, "Enter", "=");
    elsewhere(t, true);
    type_keys(t->app, "F12");
    till_show(t);
    assert_on(t->app, "pay");
    assert_shows(t->app, said);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 1);
}

static void a_fee_that_somebody_else_took_is_said_before_the_drawer_is_offered(void **state)
{
    taken_first(state, LANG_JA, "この会計は受領済みです (領収書 1-2026-00001、山田 10:00)");
}

static void and_it_is_said_in_english_too(void **state)
{
    taken_first(state, LANG_EN, "This fee has been received (receipt 1-2026-00001, 山田 10:00). It");
}

static void a_drawer_that_somebody_else_opened_is_not_asked_for_again(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "=");
    elsewhere(t, false);
    type_keys(t->app, "F12");
    assert_on(t->app, "pay");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 1);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM drawer_day"), 1);
}

static void a_float_counted_by_pieces_is_their_sum(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_EN);

    type_keys(t->app, "o", "Enter", "1", "Enter", "4", "Enter", "Enter", "10");
    assert_shows(t->app, "40,000");
    type_keys(t->app, "F12");
    assert_on(t->app, "payments");
    assert_shows(t->app, "Drawer open, float 40,000 yen");
    assert_int_equal(ask(t->m, "SELECT sum(yen * pieces) FROM denomination"), 40000);
}

static void the_sentence_is_said_in_the_other_language_without_switching(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "4", "m", "Alt+E");
    assert_shows(t->app, "\"I receive 40,000 yen. Your change is 7,000");
    assert_shows(t->app, "ご請求");
    type_keys(t->app, "Alt+E");
    assert_shows(t->app, "お預かりします");
}

static void the_language_changes_at_once_with_a_half_filled_form(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "4", "m");
    app_set_lang(t->app, LANG_EN);
    till_show(t);
    assert_shows(t->app, "Change back");
    assert_shows(t->app, "40,000");
    assert_shows(t->app, "領収書"); /* the receipt stays in the visitor's language */
}

static void the_main_cashiers_number_is_copied_and_no_receipt_of_ours_printed(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "Alt+X", "A-4711", "F12");
    till_show(t);
    assert_shows(t->app, "会計窓口でのお支払いを記録しました");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE method = 'outside' AND slip = 'A-4711'"), 1);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM drawer_day"), 0);
}

static void another_name_stands_on_the_receipt(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "=", "Enter", "Enter", "Enter", "Enter", "2", "Enter", "2", "Enter");
    type_text(t->app, "Nguyen Lan");
    till_show(t);
    assert_shows(t->app, "For  Nguyen Lan"); /* the preview is in the receipt's language */
    type_keys(t->app, "F12");
    till_show(t);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM receipt WHERE addressee = 'Nguyen Lan' AND lang = 'en'"), 1);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE method = 'cash'"), 1);
}

static void who_leaves_without_paying_stays_in_the_list(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "u");
    type_text(t->app, "持ち合わせなし");
    type_keys(t->app, "Enter");
    type_text(t->app, "11/26");
    till_show(t);
    type_keys(t->app, "F12");
    assert_shows(t->app, "未収として記録しました");
    assert_shows(t->app, "11/24 未収: 持ち合わせなし");
    type_keys(t->app, "Esc");
    till_show(t);
    assert_shows(t->app, "未収 11/26");
    assert_shows(t->app, "未収: 持ち合わせなし お支払い予定 11/26(木)");
}

static void a_receipt_is_voided_with_a_second_person(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_JA);

    with_passphrase(t->m, SATO, "blue river stone");
    open_drawer(t->m);
    type_keys(t->app, "Enter", "=", "F12", "F4");
    till_show(t);
    type_keys(t->app, "F12");
    assert_shows(t->app, "領収書の原本はありますか");
    type_keys(t->app, "1", "Enter");
    type_text(t->app, "カードで払い直し");
    type_keys(t->app, "F12");
    till_show(t);
    assert_on(t->app, "second");
    assert_shows(t->app, "領収書 1-2026-00001 (33,000円) を取り消します。理由: カードで払い直");
    type_text(t->app, "sato");
    type_keys(t->app, "Enter");
    type_text(t->app, "blue river stone");
    type_keys(t->app, "F12");
    till_show(t);
    assert_on(t->app, "pay");
    assert_shows(t->app, "33,000円 をお返しして");
    assert_shows(t->app, "11/24 領収取消: カードで払い直し");
    assert_int_equal(ask(t->m, "SELECT sum(yen) FROM payment"), 0);
    type_keys(t->app, "=", "F12"); /* and is taken anew */
    assert_int_equal(ask(t->m, "SELECT sum(yen) FROM payment"), 33000);
}

static void the_trail_of_a_receipt_says_who_took_it_voided_it_and_approved_that(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_JA);

    with_passphrase(t->m, SATO, "blue river stone");
    open_drawer(t->m);
    type_keys(t->app, "Enter", "=", "F12", "F4", "F12", "1", "Enter");
    type_text(t->app, "カードで払い直し");
    type_keys(t->app, "F12");
    type_text(t->app, "sato");
    type_keys(t->app, "Enter");
    type_text(t->app, "blue river stone");
    type_keys(t->app, "F12");
    log_in(t->m->desk, SATO);
    type_keys(t->app, "Alt+J", "F4", "Tab", "Tab", "Tab", "2026-1", "F12");
    till_show(t);
    assert_on(t->app, "trail");
    assert_shows(t->app, "領収取消               1-2026-00001     カードで払..");
    assert_shows(t->app, "立ち会いの確認         1-2026-00001");
    assert_shows(t->app, "会計                   1-2026-00001");
    assert_hides(t->app, "現金箱");
    type_keys(t->app, "Enter");
    till_show(t);
    assert_shows(t->app, "理由: カードで払い直し");
    assert_shows(t->app, "金額                     -33,000");
    assert_shows(t->app, "承認した人               佐藤");
    type_keys(t->app, "Right", "Right", "Alt+L");
    till_show(t);
    assert_shows(t->app, "take a payment   1-2026-00001");
    assert_shows(t->app, "Amount                   33,000");
}

static void receipts_are_searched_and_printed_again(void **state)
{
    struct till_app *t = till_opened(state, 2, LANG_JA);

    take_cash(t->m, 1, 33000);
    take_cash(t->m, 2, 33000);
    type_keys(t->app, "r");
    till_show(t);
    assert_shows(t->app, "1-2026-00002");
    assert_shows(t->app, "1-2026-00001");
    type_keys(t->app, "1");
    assert_hides(t->app, "1-2026-00002");
    assert_shows(t->app, "髙﨑 花子");
    type_keys(t->app, "F8", "1");
    till_show(t);
    assert_shows(t->app, "再発行しました");
    assert_shows(t->app, "再発行 2");
    assert_int_equal(ask(t->m, "SELECT max(copy) FROM print"), 2);
}

/* --- the closing */

static void a_day_without_cash_closes_in_three_keys(void **state)
{
    struct till_app *t = till_closed(state, 0, LANG_JA);

    type_keys(t->app, "e", "c", "F12");
    till_show(t);
    assert_shows(t->app, "締めました。納める金額 0円");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM closing WHERE cash_count IS NULL AND difference = 0"), 1);
}

static void a_date_that_may_be_wrong_is_asked_before_the_day_is_closed(void **state)
{
    struct till_app *t = till_closed(state, 0, LANG_JA);

    type_keys(t->app, "e", "c", "F12");
    assert_shows(t->app, "締めました");
    type_keys(t->app, "Esc", "Esc"); /* the box that names this fixture's breaches, then the page */
    at_time(t->m, "2027-11-24", 600);
    type_keys(t->app, "e", "c", "F12");
    till_show(t);
    assert_shows(t->app, "パソコンの日付は合っていますか");
    type_keys(t->app, "Esc");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM closing"), 1);
    type_keys(t->app, "F12", "F12");
    till_show(t);
    assert_shows(t->app, "締めました");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM closing WHERE day = '2027-11-24'"), 1);
}

/* 8 x 10,000, 2 x 5,000, 15 x 1,000, 10 x 500, 35 x 100, 20 x 50, 50 x 10: the 115,000 yen of the sketch. */
static void count_the_sketch(struct till_app *t)
{
    type_keys(t->app, "8", "Enter", "2", "Enter", "Enter", "1", "5", "Enter", "1", "0", "Enter", "3", "5", "Enter", "2",
        "0", "Enter", "5", "0", "Enter", "Enter");
}

static void the_count_is_blind_until_the_last_kind_and_then_stands(void **state)
{
    struct till_app *t = till_opened(state, 3, LANG_JA);

    take_cash(t->m, 1, 40000);
    take_card(t->m, 2, "1");
    take_cash(t->m, 3, 40000);
    type_keys(t->app, "e");
    count_the_sketch(t);
    till_show(t);
    assert_shows(t->app, "115,000");
    assert_hides(t->app, "116,000");
    type_keys(t->app, "F8");
    assert_shows(t->app, "先に数えてください");
    type_keys(t->app, "Enter"); /* behind the last kind */
    till_show(t);
    assert_shows(t->app, "116,000");
    assert_shows(t->app, "-1,000");
    assert_shows(t->app, "千円札 1枚分が足りません");
    assert_shows(t->app, "00001");
    assert_shows(t->app, "65,000");
    assert_shows(t->app, "差額 -1,000円。理由と責任者の承認があれば");
    type_keys(t->app, "F2"); /* again: the first count is kept */
    assert_hides(t->app, "116,000");
    assert_int_equal(ask(t->m, "SELECT sum(yen * pieces) FROM denomination"), 115000);
}

static void a_difference_above_the_tolerance_closes_with_reason_and_supervisor(void **state)
{
    struct till_app *t = till_closed(state, 3, LANG_JA);

    with_passphrase(t->m, SATO, "blue river stone");
    open_drawer(t->m);
    take_cash(t->m, 1, 40000);
    take_card(t->m, 2, "1");
    take_cash(t->m, 3, 40000);
    type_keys(t->app, "e");
    count_the_sketch(t);
    type_keys(t->app, "F12", "F12");
    assert_shows(t->app, "理由を入れてください");
    type_text(t->app, "原因不明");
    type_keys(t->app, "F12");
    assert_on(t->app, "second");
    type_text(t->app, "sato");
    type_keys(t->app, "Enter");
    type_text(t->app, "blue river stone");
    type_keys(t->app, "F12");
    till_show(t);
    assert_shows(t->app, "締めて、確認も済みました。納める金額 65,000円");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM closing WHERE difference = -1000 AND deposit = 65000 AND reason = '原因不明'"), 1);
    assert_int_equal(ask(t->m, "SELECT by FROM closing_confirm"), SATO);
}

static void a_clean_day_closes_with_the_counts_and_twice_f12_and_is_confirmed_by_another(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_EN);

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "8", "Enter", "Enter", "Enter", "3", "F12");
    till_show(t);
    assert_shows(t->app, "No difference. F12 closes the day; 33,000 yen go to the treasury.");
    type_keys(t->app, "F12");
    till_show(t);
    assert_shows(t->app, "Not confirmed yet");
    type_keys(t->app, "Enter"); /* what is said of the record, see below */
    log_in(t->m->desk, YAMADA);
    type_keys(t->app, "Alt+A", "F12");
    till_show(t);
    assert_shows(t->app, "Confirmed by 山田");
    type_keys(t->app, "F12");
    assert_shows(t->app, "closed already");
}

static void a_forgotten_day_comes_first_and_says_so(void **state)
{
    struct till_app *t = till_opened(state, 2, LANG_JA);

    take_cash(t->m, 1, 33000);
    at_time(t->m, "2026-11-25", 560);
    type_keys(t->app, "F5");
    assert_shows(t->app, "2026-11-24(火) の日締めがまだです");
    type_keys(t->app, "e");
    till_show(t);
    assert_shows(t->app, "2026-11-24(火)");
    assert_shows(t->app, "締め忘れの日です");
}

/* --- looks */

static void every_screen_of_money_is_whole_at_80x24_and_wider_in_both_languages(void **state)
{
    static const struct {
        int rows, cols;
    } sizes[] = { { 24, 80 }, { 40, 120 }, { 1, 1 }, { 24, 80 } };
    struct till_app *t = till_opened(state, 3, LANG_JA);

    take_cash(t->m, 2, 40000);
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        for (int l = 0; l < LANG_COUNT; l++) {
            app_set_lang(t->app, (enum lang)l);
            app_resize(t->app, sizes[i].rows, sizes[i].cols);
            app_grid(t->app);
            type_keys(t->app, "Enter", "4", "m");
            app_grid(t->app);
            if (sizes[i].rows > 1) {
                assert_shows(t->app, l == LANG_JA ? "ご請求" : "To pay");
                assert_shows(t->app, "３３，０００");
                till_show(t);
            }
            type_keys(t->app, "Esc", "e");
            app_grid(t->app);
            if (sizes[i].rows > 1) {
                assert_shows(t->app, l == LANG_JA ? "納金先" : "Treasury");
                till_show(t);
            }
            type_keys(t->app, "Esc");
        }
    assert_true(desk_quiet(t->m->desk));
}

static void names_are_hidden_on_all_screens_of_money(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    shell_hide(t->shell, true);
    app_redraw(t->app);
    assert_hides(t->app, "髙﨑");
    assert_shows(t->app, "26-0381");
    type_keys(t->app, "Enter");
    assert_hides(t->app, "髙﨑");
    type_keys(t->app, "Esc");
    take_cash(t->m, 1, 33000);
    type_keys(t->app, "r");
    assert_shows(t->app, "1-2026-00001");
    assert_hides(t->app, "髙﨑");
}

static void every_field_has_help_and_every_label_fits(void **state)
{
    struct till_app *t = till_closed(state, 0, LANG_JA);
    struct buf problems;
    size_t n;
    const struct registered *rows = registry_rows(&n);

    buf_init(&problems, 8192);
    for (size_t i = 0; i < n; i++) {
        if (!(rows[i].flags & SCREEN_MONEY))
            continue;
        for (size_t f = 0; rows[i].forms[f]; f++)
            for (int l = 0; l < LANG_COUNT; l++)
                form_check(rows[i].forms[f], t->catalogs.of[l], 78, &problems);
        for (const struct action *a = rows[i].screen->actions; a && a->id; a++)
            for (int l = 0; l < LANG_COUNT; l++)
                if (cells_of(tr(t->catalogs.of[l], a->label)) > LABEL_CELLS || str_empty(a->help))
                    buf_printf(&problems, "%s: %s\n", a->id, tr(t->catalogs.of[l], a->label));
    }
    if (problems.len)
        fail_msg("%s", problems.p);
    buf_fini(&problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TILL_TEST(cash_is_taken_with_five_keys),
        TILL_TEST(the_exact_amount_is_one_key_and_a_card_two_and_the_slip),
        TILL_TEST(full_width_keys_work_with_the_ime_on),
        TILL_TEST(a_digit_that_may_begin_the_amount_is_an_amount),
        TILL_TEST(held_keys_take_the_money_once),
        TILL_TEST(a_key_held_from_the_screen_before_takes_nothing),
        TILL_TEST(enter_never_takes_money),
        TILL_TEST(what_is_missing_is_said_and_the_cursor_goes_there),
        TILL_TEST(the_first_money_of_a_day_asks_for_the_float_once),
        TILL_TEST(a_float_that_is_not_what_was_left_says_the_difference),
        TILL_TEST(a_fee_that_somebody_else_took_is_said_before_the_drawer_is_offered),
        TILL_TEST(and_it_is_said_in_english_too),
        TILL_TEST(a_drawer_that_somebody_else_opened_is_not_asked_for_again),
        TILL_TEST(a_float_counted_by_pieces_is_their_sum),
        TILL_TEST(the_sentence_is_said_in_the_other_language_without_switching),
        TILL_TEST(the_language_changes_at_once_with_a_half_filled_form),
        TILL_TEST(the_main_cashiers_number_is_copied_and_no_receipt_of_ours_printed),
        TILL_TEST(another_name_stands_on_the_receipt),
        TILL_TEST(who_leaves_without_paying_stays_in_the_list),
        TILL_TEST(a_receipt_is_voided_with_a_second_person),
        TILL_TEST(the_trail_of_a_receipt_says_who_took_it_voided_it_and_approved_that),
        TILL_TEST(receipts_are_searched_and_printed_again),
        TILL_TEST(a_day_without_cash_closes_in_three_keys),
        TILL_TEST(a_date_that_may_be_wrong_is_asked_before_the_day_is_closed),
        TILL_TEST(the_count_is_blind_until_the_last_kind_and_then_stands),
        TILL_TEST(a_difference_above_the_tolerance_closes_with_reason_and_supervisor),
        TILL_TEST(a_clean_day_closes_with_the_counts_and_twice_f12_and_is_confirmed_by_another),
        TILL_TEST(a_forgotten_day_comes_first_and_says_so),
        TILL_TEST(every_screen_of_money_is_whole_at_80x24_and_wider_in_both_languages),
        TILL_TEST(names_are_hidden_on_all_screens_of_money),
        TILL_TEST(every_field_has_help_and_every_label_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
