/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the closing says of the record that it looks at. MADO_SHOW=1 prints the screens. */
#include "tests/screen/money_app.h"

#include "store/db_inside.h"

/* The day is closed all the same: who counts the cash cannot mend the record. (This desk was filled past the trail;
 * that nothing is said against a sound one stands in the story of a day.) */
static void closing_says_which_rules_of_the_record_do_not_hold(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_EN);

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "8", "Enter", "Enter", "Enter", "3", "F12", "F12");
    till_show(t);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM closing"), 1);
    assert_shows(t->app, "The record does not agree");
    assert_shows(t->app, "A9");
    type_keys(t->app, "Enter");
    assert_shows(t->app, "rules do not hold");
    assert_on(t->app, "closing");
}

static int no_tables_beside(void *arg, int what, const char *a, const char *b, const char *c, const char *d)
{
    (void)arg, (void)a, (void)b, (void)c, (void)d;
    return what == SQLITE_CREATE_TEMP_TABLE ? SQLITE_DENY : SQLITE_OK;
}

/* The check needs tables beside the file; closing does not. */
static void a_record_that_cannot_be_checked_leaves_the_day_closed_and_says_so_first(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_EN);
    sqlite3 *raw = desk_db(t->m->desk)->raw;

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "8", "Enter", "Enter", "Enter", "3", "F12");
    sqlite3_set_authorizer(raw, no_tables_beside, NULL);
    type_keys(t->app, "F12");
    sqlite3_set_authorizer(raw, NULL, NULL);
    till_show(t);
    assert_int_equal(ask(t->m, "SELECT count(*) FROM closing"), 1);
    assert_shows(t->app, "Closed; the record is not checked");
    assert_shows(t->app, "the next closing does it again");
    assert_shows(t->app, "[Notice] Closed. 33,000 yen go to the treasury");
    assert_shows(t->app, "not authorized"); /* why, as the database said it */
    type_keys(t->app, "Alt+L");
    till_show(t);
    assert_shows(t->app, "締めました。記録は検査していません");
    assert_shows(t->app, "次の日締めでもう一度行います");
    type_keys(t->app, "Enter");
    till_show(t);
    assert_shows(t->app, "記録の検査: していません");
    type_keys(t->app, "Alt+L");
    assert_shows(t->app, "Record not checked");
    assert_on(t->app, "closing");
}

/* Who counts the float at nine comes here as well as who closes at five. */
static void a_drawer_that_was_not_opened_is_opened_from_the_closing_too(void **state)
{
    struct till_app *t = till_closed(state, 1, LANG_JA);

    type_keys(t->app, "e");
    till_show(t);
    assert_shows(t->app, "現金箱はまだ開けていません。朝の釣銭は o で");
    assert_shows(t->app, "o現金箱");
    type_keys(t->app, "o");
    assert_on(t->app, "drawer");
    assert_shows(t->app, "設定の釣銭準備金 50,000円"); /* there was no closing that left it */
    type_keys(t->app, "F12");
    assert_on(t->app, "closing");
    assert_shows(t->app, "[お知らせ] 現金箱を開けました。");
    assert_int_equal(ask(t->m, "SELECT float_yen FROM drawer_day"), 50000);
    assert_hides(t->app, "まだ開けていません");
    type_keys(t->app, "o");
    assert_shows(t->app, "この日の現金箱は開けてあるか");
}

static void a_reason_that_a_first_count_wanted_is_not_asked_for_after_a_right_one(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "8", "F12", "F12");
    assert_shows(t->app, "理由    ![");
    type_keys(t->app, "F2", "8", "Enter", "Enter", "Enter", "3", "F12");
    assert_hides(t->app, "![");
}

/* 4 x 10,000, 1 x 5,000, 5 x 1,000: the float is there, the fee is not. */
static void a_long_hint_is_read_whole(void **state)
{
    struct till_app *t = till_opened(state, 1, LANG_JA);

    take_cash(t->m, 1, 33000);
    type_keys(t->app, "e", "4", "Enter", "1", "Enter", "Enter", "5", "F12");
    till_show(t);
    assert_shows(t->app, "33,000円 の入力が1件多いか、受け");
    assert_shows(t->app, "取っていません");
    assert_shows(t->app, "00001 10:00"); /* and the receipt below it */
    type_keys(t->app, "Alt+L");
    till_show(t);
    assert_shows(t->app, "not taken.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TILL_TEST(a_drawer_that_was_not_opened_is_opened_from_the_closing_too),
        TILL_TEST(a_reason_that_a_first_count_wanted_is_not_asked_for_after_a_right_one),
        TILL_TEST(a_long_hint_is_read_whole),
        TILL_TEST(closing_says_which_rules_of_the_record_do_not_hold),
        TILL_TEST(a_record_that_cannot_be_checked_leaves_the_day_closed_and_says_so_first),
    };

    return cmocka_run_group_tests_name("the closing looks at the record", tests, NULL, NULL);
}
