/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a fee that was paid, in each way: how, and what can still be done with it (counter page 10 and 11). MADO_SHOW=1
 * prints the screens. */
#include "tests/screen/money_app.h"

#include "desk/after.h"

static const struct way {
    const char *keys[6]; /* from the fee's page to its being taken */
    const char *ja[4], *en[4];
    const char *asked, *back; /* voiding it: before and after, in English */
    bool receipt;
} ways[] = {
    { { "4", "m", "F12" }, { "お支払い方法    現金", "お預り          40,000  お釣り 7,000", "領収書番号      1-2026-00001" },
        { "Paid by         Cash", "Cash received   40,000, change 7,000", "Receipt number  1-2026-00001" },
        "The money goes back to the visitor.", "Hand back 33,000 yen", true },
    { { "2", "4711", "F12" }, { "お支払い方法    カード", "伝票番号        4711", "領収書番号      1-2026-00001" },
        { "Paid by         Card", "Slip number     4711", "Taken by        西川" }, "cancelled at the card terminal",
        "Cancel the 33,000 yen at the card terminal, give no cash", true },
    { { "3", "Enter", "V", "F12" }, { "お支払い方法    その他", "種類            V" }, { "What it was     V" },
        "What was paid with goes back, no cash.", "Give back what the 33,000 yen were paid with", true },
    { { "4", "Enter", "A-4711", "F12" }, { "会計窓口 No.    A-4711", "当窓口では発行なし", "受領日時        2026-11-24(火) 10:00" },
        { "Their receipt   A-4711", "none of this counter", "Taken on        24 Nov 2026 (Tue) 10:00" },
        "Only our record is taken back", "The main cashier has the 33,000 yen", false },
};

static struct till_app *paid(void **state, const struct way *w, enum lang lang)
{
    struct till_app *t = till_opened(state, 1, lang);

    type_keys(t->app, "Enter");
    for (size_t i = 0; w->keys[i]; i++)
        type_keys(t->app, w->keys[i]);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE kind = 'collect'"), 1);
    return t;
}

static void again(struct till_app *t, enum lang lang)
{
    struct place_arg arg = { .request = 1, .day = DAY_NONE };

    shell_free(t->shell);
    t->shell = shell_new(&(struct shell_options){ .desk = t->m->desk, .catalogs = &t->catalogs, .lang = lang, .rows = 24,
        .cols = 80, .home = &payments_screen });
    t->app = t->shell->app;
    app_prove(t->app, true);
    assert_true(app_push(t->app, &pay_screen, &arg));
    till_show(t);
}

static void shows_how(const struct way *w, void **state)
{
    struct till_app *t = paid(state, w, LANG_JA);

    for (int lang = 0; lang < LANG_COUNT; lang++) {
        again(t, (enum lang)lang);
        for (size_t i = 0; i < COUNT_OF(w->ja); i++)
            if ((lang == LANG_JA ? w->ja : w->en)[i])
                assert_shows(t->app, (lang == LANG_JA ? w->ja : w->en)[i]);
        assert_hides(t->app, lang == LANG_JA ? "1 現金" : "1 Cash");
        assert_grey(t->app, "pay.take", lang == LANG_JA ? "二重には受け取れません" : "It cannot be taken twice");
        assert_grey(t->app, "pay.card", lang == LANG_JA ? "二重には受け取れません" : "It cannot be taken twice");
        assert_grey(t->app, "pay.unpaid", lang == LANG_JA ? "二重には受け取れません" : "It cannot be taken twice");
        assert_lit(t->app, "pay.void");
        if (w->receipt)
            assert_lit(t->app, "pay.print");
        else
            assert_grey(t->app, "pay.print", lang == LANG_JA ? "会計窓口が発行しました" : "The main cashier gave the receipt");
        assert_hides(t->app, lang == LANG_JA ? "F8 で会計票" : "F8 prints the charge slip");
        type_keys(t->app, "4", "m", "F12"); /* nothing to type into, nothing happens */
        assert_on(t->app, "pay");
        assert_int_equal(ask(t->m, "SELECT count(*) FROM payment"), 1);
    }
}

static void a_fee_paid_in_cash_says_what_was_given_and_when(void **state)
{
    shows_how(&ways[0], state);
}
static void a_fee_paid_by_card_says_its_slip(void **state)
{
    shows_how(&ways[1], state);
}
static void a_fee_paid_otherwise_says_with_what(void **state)
{
    shows_how(&ways[2], state);
}
static void a_fee_paid_at_the_main_cashier_says_its_number_and_prints_nothing(void **state)
{
    shows_how(&ways[3], state);
}

static void voided(const struct way *w, void **state)
{
    struct till_app *t = paid(state, w, LANG_EN);

    with_passphrase(t->m, SATO, "blue river stone");
    again(t, LANG_EN);
    type_keys(t->app, "F4");
    till_show(t);
    assert_shows(t->app, w->asked);
    if (w->receipt)
        type_keys(t->app, "1", "Enter");
    else
        assert_hides(t->app, "Original receipt");
    type_text(t->app, "wrong");
    type_keys(t->app, "F12");
    assert_on(t->app, "second");
    type_text(t->app, "sato");
    type_keys(t->app, "Enter");
    type_text(t->app, "blue river stone");
    type_keys(t->app, "F12");
    till_show(t);
    assert_on(t->app, "pay");
    assert_shows(t->app, w->back);
    assert_int_equal(ask(t->m, "SELECT sum(yen) FROM payment"), 0);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM print WHERE kind = 'void_slip'"), w->receipt);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM payment WHERE kind = 'void' AND original = 'collected'"), w->receipt);
    assert_shows(t->app, "voided: wrong");
    assert_lit(t->app, "pay.take"); /* owed again */
    assert_grey(t->app, "pay.void", "There is no payment to void.");
}

static void cash_is_handed_back(void **state)
{
    voided(&ways[0], state);
}
static void a_card_is_cancelled_at_its_terminal_and_no_cash_goes_back(void **state)
{
    voided(&ways[1], state);
}
static void a_voucher_goes_back_as_it_came(void **state)
{
    voided(&ways[2], state);
}
static void a_record_of_the_main_cashier_is_taken_back_without_a_receipt_of_ours(void **state)
{
    voided(&ways[3], state);
}

static void a_receipt_of_a_closed_day_is_grey_at_once(void **state)
{
    struct till_app *t = paid(state, &ways[1], LANG_EN);
    struct closing_done done;

    assert_true(close_with(t->m, on_day("2026-11-24"), 50000, "", (struct second){ 0 }, &done));
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        again(t, (enum lang)lang);
        assert_grey(t->app, "pay.void", lang == LANG_JA ? "日締めが済んでいます" : "The day of this receipt is closed.");
        assert_shows(t->app, lang == LANG_JA ? "この日は日締めが済んでいます" : "Its day is closed: it cannot be");
        assert_hides(t->app, lang == LANG_JA ? "原本を回収します" : "collect the original");
        assert_lit(t->app, "pay.print");
    }
}

/* The lines are numbered, so their numbers choose them: at once where no amount begins so, else with Enter. */
static void the_numbers_before_the_ways_choose_them(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_EN);
    static const struct {
        const char *key, *help;
        bool enter;
    } rows[] = { { "2", "The number on the card slip", false }, { "3", "How it was paid, when neither", true },
        { "4", "Paid at the main cashier: the number", true }, { "1", "What was given:", true } };

    type_keys(t->app, "Enter");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        type_keys(t->app, rows[i].key);
        if (rows[i].enter)
            type_keys(t->app, "Enter");
        till_show(t);
        assert_shows(t->app, rows[i].help);
        for (int up = rows[i].key[0] - '1'; up > 0; up--)
            type_keys(t->app, "Up");
        assert_shows(t->app, "What was given:"); /* the help of that line */
    }
    type_keys(t->app, "c"); /* and the letters still */
    assert_cursor_after(t->app, "2 Card: slip no.    [");
    type_keys(t->app, "Up", "o");
    assert_cursor_after(t->app, "3 Other: which      [");
    type_keys(t->app, "Up", "Up", "x");
    assert_cursor_after(t->app, "4 Main cashier: no. [");
}

/* As every other date: in business days too, and read back beside the field. */
static void the_promised_day_is_typed_and_read_back_as_every_date(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_EN);

    type_keys(t->app, "Enter", "u");
    type_text(t->app, "no money along");
    type_keys(t->app, "Enter");
    type_text(t->app, "+7b");
    till_show(t);
    assert_shows(t->app, "3 Dec 2026 (Thu)"); /* 25, 26, 27, 30 November, 1, 2, 3 December */
    type_keys(t->app, "F12");
    assert_on(t->app, "pay");
    assert_int_equal(ask(t->m, "SELECT count(*) FROM unpaid WHERE promised_on = '2026-12-03'"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TILL_TEST(a_fee_paid_in_cash_says_what_was_given_and_when),
        TILL_TEST(a_fee_paid_by_card_says_its_slip),
        TILL_TEST(a_fee_paid_otherwise_says_with_what),
        TILL_TEST(a_fee_paid_at_the_main_cashier_says_its_number_and_prints_nothing),
        TILL_TEST(cash_is_handed_back),
        TILL_TEST(a_card_is_cancelled_at_its_terminal_and_no_cash_goes_back),
        TILL_TEST(a_voucher_goes_back_as_it_came),
        TILL_TEST(a_record_of_the_main_cashier_is_taken_back_without_a_receipt_of_ours),
        TILL_TEST(a_receipt_of_a_closed_day_is_grey_at_once),
        TILL_TEST(the_numbers_before_the_ways_choose_them),
        TILL_TEST(the_promised_day_is_typed_and_read_back_as_every_date),
    };
    return cmocka_run_group_tests_name("paid", tests, NULL, NULL);
}
