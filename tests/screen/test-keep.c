/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cashier typed when the terminal died: the amount for the same fee on the same day, the counts of a drawer
 * and of a closing, and nothing that would let a blind count be done with the answer in view. */
#include "tests/screen/money_app.h"

#include "sys/file.h"
#include "sys/paths.h"

/* The terminal is gone; the same person sits down at another, at the list of fees. */
static void terminal_dies(struct till_app *t)
{
    shell_free(t->shell);
    t->shell = shell_new(&(struct shell_options){ .desk = t->m->desk, .catalogs = &t->catalogs, .lang = LANG_JA, .rows = 24,
        .cols = 80, .home = &payments_screen });
    t->app = t->shell->app;
    app_prove(t->app, true);
    assert_true(app_push(t->app, &payments_screen, NULL));
}

static void an_amount_comes_back_for_the_same_fee_and_takes_nothing_by_itself(void **state)
{
    struct till_app *t = till_opened(state, 2, LANG_JA);

    type_keys(t->app, "Enter", "4", "m");
    terminal_dies(t);
    type_keys(t->app, "Enter");
    till_show(t);
    assert_shows(t->app, "40,000]");
    assert_shows(t->app, "お釣りは 7,000円で");
    assert_shows(t->app, "2026-11-24 10:00 の入力を戻しました。まだ受け取っていません。");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 0);
    type_keys(t->app, "F12", "Enter", "Enter"); /* the next fee */
    assert_hides(t->app, "40,000]");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE tendered = 40000"), 1);
}

static void a_second_without_a_key_keeps_the_amount_as_well(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);
    struct shell *dead = t->shell;

    type_keys(t->app, "Enter", "4", "m");
    app_pause(t->app); /* then the process is gone without a word */
    t->shell = shell_new(&(struct shell_options){ .desk = t->m->desk, .catalogs = &t->catalogs, .lang = LANG_EN, .rows = 24,
        .cols = 80, .home = &payments_screen });
    t->app = t->shell->app;
    app_prove(t->app, true);
    assert_true(app_push(t->app, &payments_screen, NULL));
    type_keys(t->app, "Enter");
    till_show(t);
    assert_shows(t->app, "40,000]");
    assert_shows(t->app, "What you typed on 2026-11-24 10:00 is back; nothing was taken.");
    shell_free(dead);
}

static void the_way_of_paying_comes_back_with_its_number(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "4", "m", "Alt+C", "4711");
    terminal_dies(t);
    type_keys(t->app, "Enter", "F12");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE method = 'card' AND slip = '4711'"), 1);
}

static void the_cash_of_another_day_does_not_come_back(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "4", "m", "Enter", "Enter", "Enter", "Enter", "2", "Enter", "Enter");
    type_text(t->app, "前田商店");
    at_time(t->m, "2026-11-25", 560);
    log_in(t->m->desk, NISHIKAWA);
    type_keys(t->app, "Esc"); /* kept on the day after */
    at_time(t->m, "2026-11-26", 560);
    type_keys(t->app, "Enter");
    till_show(t);
    assert_hides(t->app, "40,000]");
    assert_shows(t->app, "前田商店");
    assert_shows(t->app, "の入力を戻しました (その日のお預りを除く)。");
}

static void a_fee_that_was_taken_and_voided_since_is_another(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);
    struct void_done done;
    struct second sato = person(SATO);

    type_keys(t->app, "Enter", "4", "m");
    terminal_dies(t);
    struct payment_done paid = take_cash(t->m, 1, 33000);
    struct void_draft take_back = { paid.payment, "collected", "番号違い", new_key(t->m) };
    assert_true(desk_void(t->m->desk, &take_back, sato, &t->m->a, &done, &t->m->e));
    type_keys(t->app, "F5", "Enter");
    till_show(t);
    assert_hides(t->app, "40,000]");
    assert_shows(t->app, "の入力のあとで料金が変わりました。");
    type_keys(t->app, "Esc", "Enter");
    assert_hides(t->app, "料金が変わりました");
}

static void who_leaves_without_paying_takes_the_money_along(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    type_keys(t->app, "Enter", "3", "0", "k", "u");
    type_text(t->app, "3,000円不足");
    type_keys(t->app, "F12");
    assert_shows(t->app, "未収として記録しました");
    type_keys(t->app, "Esc", "Enter");
    till_show(t);
    assert_hides(t->app, "30,000]");
}

static void the_pieces_of_a_float_are_not_counted_twice(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_JA);

    type_keys(t->app, "o", "Enter", "1", "Enter", "4", "Enter", "Enter", "10");
    assert_shows(t->app, "40,000");
    terminal_dies(t);
    type_keys(t->app, "o");
    till_show(t);
    assert_shows(t->app, "40,000");
    type_keys(t->app, "F12");
    assert_int_equal(ask(t->m, "SELECT sum(yen * pieces) FROM denomination"), 40000);
    terminal_dies(t);
    assert_int_equal(ask(t->m, "SELECT float_yen FROM drawer_day"), 40000);
}

/* --- the closing */

static void a_blind_count_comes_back_blind(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "8", "Enter", "2");
    terminal_dies(t);
    type_keys(t->app, "e");
    till_show(t);
    assert_shows(t->app, "90,000");
    assert_shows(t->app, "2026-11-24 10:00 に数えた枚数を戻しました。続きから数えてください。");
    assert_shows(t->app, "現金箱を数えてください");
    type_keys(t->app, "F8");
    assert_shows(t->app, "先に数えてください");
}

/* Who has seen what should be there counts again with F2, and both counts are kept. */
static void a_finished_count_comes_back_finished(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "8", "F12");
    assert_shows(t->app, "-3,000");
    type_text(t->app, "千円札を調べる");
    terminal_dies(t);
    type_keys(t->app, "e");
    till_show(t);
    assert_shows(t->app, "2026-11-24 10:00 に数え終えた枚数はそのままです。");
    assert_shows(t->app, "-3,000");
    assert_shows(t->app, "千円札を調べる");
    type_keys(t->app, "Up", "Up", "Up", "5");
    assert_shows(t->app, "-3,000");
    type_keys(t->app, "Esc", "e", "F2");
    assert_hides(t->app, "-3,000");
    assert_int_equal(ask(t->m, "SELECT sum(yen * pieces) FROM denomination"), 80000);
    terminal_dies(t);
    type_keys(t->app, "e");
    assert_hides(t->app, "80,000");
}

static void money_that_was_entered_since_the_count_is_said(void **state)
{
    struct till_app *t = till_opened(state, 2, LANG_JA);

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "8", "Enter", "Enter", "Enter", "3", "F12");
    terminal_dies(t);
    take_cash(t->m, 2, 33000);
    type_keys(t->app, "e");
    till_show(t);
    assert_shows(t->app, "に数えた枚数を戻しました。そのあと入出金がありました。");
    assert_shows(t->app, "-33,000");
}

static void a_closed_day_has_no_draft(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "8", "Enter", "Enter", "Enter", "3", "F12", "F12");
    assert_shows(t->app, "締めました。納める金額 33,000円");
    terminal_dies(t);
    type_keys(t->app, "e");
    assert_hides(t->app, "戻しました");
    assert_hides(t->app, "そのままです");
    const char *const *drafts;
    size_t n = 1;
    const char *kept = paths_join(t->m->folder, "drafts", &t->m->a);
    assert_true(paths_make_private(kept, NULL) && file_names(kept, ".draft", &t->m->a, &drafts, &n, NULL));
    assert_int_equal(n, 0);
}

static void a_day_without_cash_comes_back_without(void **state)
{
    struct till_app *t = till_closed(state, 0, LANG_JA);

    type_keys(t->app, "e", "c");
    terminal_dies(t);
    type_keys(t->app, "e", "F12");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM closing WHERE cash_count IS NULL AND difference = 0"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TILL_TEST(an_amount_comes_back_for_the_same_fee_and_takes_nothing_by_itself),
        TILL_TEST(a_second_without_a_key_keeps_the_amount_as_well),
        TILL_TEST(the_way_of_paying_comes_back_with_its_number),
        TILL_TEST(the_cash_of_another_day_does_not_come_back),
        TILL_TEST(a_fee_that_was_taken_and_voided_since_is_another),
        TILL_TEST(who_leaves_without_paying_takes_the_money_along),
        TILL_TEST(the_pieces_of_a_float_are_not_counted_twice),
        TILL_TEST(a_blind_count_comes_back_blind),
        TILL_TEST(a_finished_count_comes_back_finished),
        TILL_TEST(money_that_was_entered_since_the_count_is_said),
        TILL_TEST(a_closed_day_has_no_draft),
        TILL_TEST(a_day_without_cash_comes_back_without),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
