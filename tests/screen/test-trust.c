/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Log-in, lock, the second person, staff, settings and the shell around all screens, in both languages. */
#include "tests/desk/trust_desk.h"
#include "tests/screen/screen_test.h"

#include "desk/settings.h"
#include "desk/staff.h"
#include "screens/registry.h"

struct shown {
    struct fixture f;
    struct catalogs catalogs;
    struct shell *shell, *dead; /* dead: of a terminal that went without a word */
    struct desk *dead_desk;
    struct app *app;
};

static void start(struct shown *t, enum lang lang)
{
    t->shell = shell_new(&(struct shell_options){ .desk = t->f.desk, .catalogs = &t->catalogs, .lang = lang, .rows = 24,
        .cols = 80, .home = &account_screen });
    t->app = t->shell->app;
    app_prove(t->app, true);
}

static void restart(struct shown *t, enum lang lang)
{
    shell_free(t->shell);
    desk_close(t->f.desk);
    t->f.desk = fixture_other(&t->f);
    start(t, lang);
}

static void log_in(struct shown *t, const char *login)
{
    type_keys(t->app, login, "Enter", FIXTURE_PASSPHRASE, "Enter");
    assert_on(t->app, "account");
}

/* --- log-in */

static void a_training_desk_shows_its_log_ins(void **state)
{
    struct shown *t = *state;
    assert_on(t->app, "login");
    assert_shows(t->app, "訓練");
    assert_shows(t->app, "大阪公立大学医学部附属病院");
    assert_shows(t->app, "supervisor");
    assert_shows(t->app, "大西");
    assert_shows(t->app, "責任者");
    assert_shows(t->app, FIXTURE_PASSPHRASE);
    type_keys(t->app, "Alt+L");
    assert_shows(t->app, "TRAINING");
    assert_shows(t->app, "Osaka Metropolitan University Hospital");
    assert_shows(t->app, "Supervisor");
}

static void log_in_by_enter_opens_the_days_work(void **state)
{
    struct shown *t = *state;
    type_keys(t->app, "cashier", "Enter", FIXTURE_PASSPHRASE);
    assert_hides(t->app, "cashier  [" FIXTURE_PASSPHRASE); /* dots, not the passphrase */
    type_keys(t->app, "Enter");
    assert_on(t->app, "account");
    assert_shows(t->app, "佐藤");
    assert_int_equal(app_depth(t->app), 1);
}

static void what_was_left_empty_is_asked_for_and_is_no_wrong_try(void **state)
{
    struct shown *t = *state;

    for (int i = 0; i < 6; i++)
        type_keys(t->app, "F12");
    assert_shows(t->app, "[不足] ログイン名が空欄です。");
    type_keys(t->app, "clerk");
    for (int i = 0; i < 6; i++)
        type_keys(t->app, "F12");
    assert_shows(t->app, "[不足] パスフレーズが空欄です。");
    type_keys(t->app, FIXTURE_PASSPHRASE, "F12");
    assert_on(t->app, "account");
}

static void a_wrong_passphrase_is_said_and_wiped(void **state)
{
    struct shown *t = *state;
    type_keys(t->app, "clerk", "Enter", "wrong wrong wrong", "Enter");
    assert_on(t->app, "login");
    assert_shows(t->app, "[注意] ログイン名とパスフレーズが合いません。");
    type_keys(t->app, "Alt+L");
    type_keys(t->app, FIXTURE_PASSPHRASE, "F12");
    assert_shows(t->app, "Try again in");
    clock_advance(&t->f.clock, 16000);
    type_keys(t->app, FIXTURE_PASSPHRASE, "F12");
    assert_on(t->app, "account");
}

static void a_first_passphrase_asks_for_an_own_one(void **state)
{
    struct shown *t = *state;
    int64_t id;
    fixture_as(&t->f, "admin");
    WORKS(&t->f, desk_staff_add(t->f.desk, &(struct staff_draft){ "new", "新人", LANG_JA, "first passphrase" }, &id, &t->f.err));
    WORKS(&t->f, desk_logout(t->f.desk, &t->f.err));
    restart(t, LANG_JA);
    type_keys(t->app, "new", "Enter", "first passphrase", "Enter");
    assert_shows(t->app, "自分のパスフレーズを");
    type_keys(t->app, "own words of mine", "Enter", "other words of mine", "F12");
    assert_shows(t->app, "2つのパスフレーズが違います");
    type_keys(t->app, "own words of mine", "Enter", "own words of mine", "F12"); /* both are empty again */
    assert_on(t->app, "account");
    assert_shows(t->app, "新人");
}

static void a_wrong_present_passphrase_is_marked_and_typed_anew(void **state)
{
    struct shown *t = *state;
    log_in(t, "clerk");
    type_keys(t->app, "Down", "not the present one", "Enter", "own words of mine", "Enter", "own words of mine", "F12");
    assert_shows(t->app, "今のパスフレーズ     ![");
    assert_hides(t->app, "****"); /* nothing stays that nobody sees */
}

static void no_key_of_the_work_reaches_behind_the_log_in(void **state)
{
    struct shown *t = *state;
    static const char *const keys[] = { "F9", "F11", "Ctrl+T", "Ctrl+F", "Alt+M", "Alt+K", "Esc", "F5" };
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        type_keys(t->app, keys[i]);
        assert_on(t->app, "login");
        assert_int_equal(app_depth(t->app), 1);
        assert_true(app_running(t->app));
    }
}

/* --- row 1 */

static void row_1_gives_way_in_the_order_of_the_design(void **state)
{
    struct shown *t = *state;
    log_in(t, "cashier");
    assert_row(t->app, 0, " 窓口 個人設定              訓練 1番窓口 佐藤(会計) 令和8年 2026-11-24(火) 10:42");
    app_resize(t->app, 24, 120);
    assert_shows(t->app, "佐藤(会計)");
    type_keys(t->app, "Alt+L");
    assert_shows(t->app, "佐藤 (Cashier)");
    assert_shows(t->app, "Reiwa 8");
    app_resize(t->app, 24, 80);
    assert_shows(t->app, "TRAINING");
    assert_shows(t->app, "佐藤");
    assert_shows(t->app, "10:42");
    assert_hides(t->app, "(Cashier)");
}

/* --- lock */

static void a_locked_screen_shows_nothing_of_the_work(void **state)
{
    struct shown *t = *state;
    log_in(t, "clerk");
    type_keys(t->app, "Down", "secret of the form");
    type_keys(t->app, "Alt+K");
    assert_on(t->app, "lock");
    assert_shows(t->app, "西川さんがロックしています");
    assert_shows(t->app, "ロックを解くと続きから"); /* whole, in two rows */
    assert_hides(t->app, "今のパスフレーズ");
    assert_hides(t->app, "secret");
    type_keys(t->app, "F9");
    type_keys(t->app, "F11");
    type_keys(t->app, "Esc");
    assert_on(t->app, "lock");
    type_keys(t->app, "a wrong passphrase", "Enter");
    assert_on(t->app, "lock");
    type_keys(t->app, "Alt+L");
    assert_shows(t->app, "locked this desk");
}

static void the_form_is_as_it_was_after_unlocking(void **state)
{
    struct shown *t = *state;
    fixture_as(&t->f, "admin");
    WORKS(&t->f, desk_logout(t->f.desk, &t->f.err));
    log_in(t, "admin");
    app_push(t->app, &settings_screen, NULL);
    type_keys(t->app, " 別館");
    assert_shows(t->app, "附属病院 (見本) 別館");
    app_pause(t->app);
    type_keys(t->app, "Alt+K");
    assert_hides(t->app, "別館");
    type_keys(t->app, FIXTURE_PASSPHRASE, "Enter");
    assert_on(t->app, "settings");
    assert_shows(t->app, "附属病院 (見本) 別館");
}

static void handing_over_at_the_lock_keeps_the_draft_for_its_owner(void **state)
{
    struct shown *t = *state;
    log_in(t, "admin");
    app_push(t->app, &settings_screen, NULL);
    type_keys(t->app, " 別館", "Alt+K", "F4");
    assert_on(t->app, "login");
    log_in(t, "clerk");
    type_keys(t->app, "Alt+K", "F4");
    log_in(t, "admin");
    app_push(t->app, &settings_screen, NULL);
    assert_shows(t->app, "附属病院 (見本) 別館");
    assert_shows(t->app, "[お知らせ] 2026-11-24 10:42 の下書きを戻しました");
}

/* --- staying and leaving */

static void a_draft_is_offered_after_the_terminal_died(void **state)
{
    struct shown *t = *state;
    log_in(t, "admin");
    app_push(t->app, &settings_screen, NULL);
    type_keys(t->app, " 別館");
    app_pause(t->app); /* a second without a key; then the process is gone without a word */
    t->dead = t->shell;
    t->dead_desk = t->f.desk;
    t->f.desk = fixture_other(&t->f);
    start(t, LANG_EN);
    log_in(t, "admin");
    app_push(t->app, &settings_screen, NULL);
    assert_shows(t->app, "附属病院 (見本) 別館");
}

static void somebody_whose_log_in_ended_sees_the_log_in(void **state)
{
    struct shown *t = *state;
    log_in(t, "clerk");
    struct desk *other = fixture_other(&t->f);
    assert_int_equal(desk_login(other, "admin", FIXTURE_PASSPHRASE, NULL), LOGIN_IN);
    int64_t id = desk_who(t->f.desk)->id, rev = fixture_number(other, "SELECT rev FROM staff WHERE login = 'clerk'");
    WORKS(&t->f, desk_staff_set_active(other, id, rev, false, NO_SECOND, &t->f.err));
    desk_close(other);
    shell_watched(t->shell);
    assert_on(t->app, "login");
    assert_shows(t->app, "このログインは停止されました");
}

static void what_was_stored_behind_the_lock_is_seen_after_it(void **state)
{
    struct shown *t = *state;
    int64_t id;
    log_in(t, "admin");
    app_push(t->app, &staff_screen, NULL);
    type_keys(t->app, "Alt+K");
    struct desk *other = fixture_other(&t->f);
    assert_int_equal(desk_login(other, "admin", FIXTURE_PASSPHRASE, NULL), LOGIN_IN);
    WORKS(&t->f, desk_staff_add(other, &(struct staff_draft){ "new", "新人", LANG_JA, "first passphrase" }, &id, &t->f.err));
    desk_close(other);
    shell_watched(t->shell);
    assert_on(t->app, "lock");
    assert_hides(t->app, "新人");
    clock_advance(&t->f.clock, 1000);
    type_keys(t->app, FIXTURE_PASSPHRASE, "Enter");
    assert_on(t->app, "staff");
    assert_shows(t->app, "新人");
}

static void log_out_and_quit_stand_in_the_menu(void **state)
{
    struct shown *t = *state;
    log_in(t, "clerk");
    type_keys(t->app, "Ctrl+O", "0");
    assert_shows(t->app, "ログアウトして次の人に代わります");
    type_keys(t->app, "Esc");
}

/* --- staff and the second person */

static void a_role_is_given_with_the_second_persons_passphrase(void **state)
{
    struct shown *t = *state;
    log_in(t, "admin");
    app_push(t->app, &staff_screen, NULL);
    assert_shows(t->app, "西川");
    type_keys(t->app, "Down", "Down", "Down", "Down", "r");
    assert_shows(t->app, "西川");
    type_keys(t->app, "Enter", "Enter", "1", "F12");
    assert_on(t->app, "second");
    assert_shows(t->app, "西川さんの役割を変えます: 受付・会計");
    type_keys(t->app, "admin", "Enter", FIXTURE_PASSPHRASE, "F12");
    assert_shows(t->app, "立ち会いは別の人にお願いしてください");
    for (int i = 0; i < 5; i++)
        type_keys(t->app, "Backspace");
    type_keys(t->app, "supervisor", "Enter", FIXTURE_PASSPHRASE, "F12");
    assert_on(t->app, "staff");
    assert_shows(t->app, "[お知らせ] 登録しました。");
    assert_shows(t->app, "受付・会計");
}

static void enter_confirms_nothing_as_the_second_person(void **state)
{
    struct shown *t = *state;
    log_in(t, "admin");
    app_push(t->app, &staff_screen, NULL);
    type_keys(t->app, "Down", "Down", "Down", "Down", "r", "Enter", "Enter", "1", "F12");
    type_keys(t->app, "supervisor", "Enter", FIXTURE_PASSPHRASE, "Enter", "Enter");
    assert_on(t->app, "second");
    type_keys(t->app, "Esc");
    assert_hides(t->app, "受付・会計");
}

static void who_did_it_is_told_whole_to_the_second_person(void **state)
{
    struct shown *t = *state;
    struct staff_view me;
    fixture_as(&t->f, "admin");
    WORKS(&t->f, desk_staff_view(t->f.desk, desk_who(t->f.desk)->id, &t->f.arena, &me, &t->f.err));
    WORKS(&t->f, desk_staff_edit(t->f.desk, me.id, me.rev,
        &(struct staff_draft){ me.login, "佐藤 真由美", LANG_JA, "" }, &t->f.err));
    WORKS(&t->f, desk_logout(t->f.desk, &t->f.err));
    log_in(t, "admin");
    app_push(t->app, &staff_screen, NULL);
    type_keys(t->app, "r", "Enter", "Enter", "1", "F12");
    assert_on(t->app, "second");
    assert_shows(t->app, "操作した人: 佐藤 真由美さん");
    assert_shows(t->app, "別の人が自分のパスフレーズで確認してください。");
}

static void a_person_is_added_in_both_languages(void **state)
{
    struct shown *t = *state;
    log_in(t, "admin");
    app_push(t->app, &staff_screen, NULL);
    type_keys(t->app, "n", "yoshida", "Enter", "𠮷田 一郎", "Enter", "Alt+L", "2", "Enter");
    assert_shows(t->app, "First passphrase");
    type_keys(t->app, "a first passphrase", "F12");
    assert_shows(t->app, "[Notice] Stored.");
    assert_shows(t->app, "𠮷田 一郎");
    assert_shows(t->app, "first passphrase");
    type_keys(t->app, "Alt+L");
    assert_shows(t->app, "初回変更待ち");
}

static void others_see_why_they_may_not(void **state)
{
    struct shown *t = *state;
    log_in(t, "clerk");
    struct msg why;
    assert_false(shell_may(app_top(t->app), ACT_STAFF_SAVE, &why));
    app_say_msg(t->app, SAY_WARN, &why);
    assert_shows(t->app, "[注意] この役割ではできません (職員の変更)");
}

/* The same words as before the key: others_see_why_they_may_not. */
static void what_may_not_be_done_is_named_in_the_language_of_the_screen(void **state)
{
    struct shown *t = *state;
    log_in(t, "clerk");
    app_push(t->app, &staff_screen, NULL);
    assert_shows(t->app, "この役割ではできません (職員の変更)。");
}

static void who_may_not_read_requests_begins_with_the_own_work(void **state)
{
    struct shown *t = *state;
    shell_free(t->shell);
    t->shell = shell_new(&(struct shell_options){ .desk = t->f.desk, .catalogs = &t->catalogs, .lang = LANG_JA, .rows = 24, .cols = 80 });
    t->app = t->shell->app;
    app_prove(t->app, true);
    type_keys(t->app, "admin", "Enter", FIXTURE_PASSPHRASE, "Enter");
    assert_on(t->app, "staff");
    type_keys(t->app, "Ctrl+T");
    assert_on(t->app, "staff");
    assert_int_equal(fixture_number(t->f.desk, "SELECT count(*) FROM audit WHERE verb = 'denied'"), 0);
}

/* --- settings */

static void a_bad_setting_takes_the_cursor_there(void **state)
{
    struct shown *t = *state;
    log_in(t, "admin");
    app_push(t->app, &settings_screen, NULL);
    for (int i = 0; i < 15; i++)
        type_keys(t->app, "Down");
    struct screen *s = app_top(t->app);
    struct form *form = (struct form *)s->ops->form(s);
    form_edit(form, "issuer.registration", "T123");
    type_keys(t->app, "F12");
    assert_shows(t->app, "登録番号は T と数字13桁です");
    assert_string_equal(form_focus(form), "issuer.registration");
    form_edit(form, "issuer.registration", "T7123456789013");
    type_keys(t->app, "F12");
    assert_shows(t->app, "[確認] 登録しました。登録番号の検査数字が");
}

static void settings_of_another_stay_and_typed_ones_stay(void **state)
{
    struct shown *t = *state;
    struct settings_view v;
    log_in(t, "admin");
    app_push(t->app, &settings_screen, NULL);
    type_keys(t->app, " 別館");
    struct desk *other = fixture_other(&t->f);
    assert_int_equal(desk_login(other, "admin", FIXTURE_PASSPHRASE, NULL), LOGIN_IN);
    WORKS(&t->f, desk_settings_view(other, &t->f.arena, &v, &t->f.err));
    WORKS(&t->f, desk_settings_save(other, v.rev, &(struct setting_value){ "hospital.phone", "06-6645-2711" }, 1, &t->f.err));
    desk_close(other);
    type_keys(t->app, "F12");
    assert_shows(t->app, "[確認] 入力の間に他の人が設定を登録しました");
    assert_shows(t->app, "別館");
    assert_shows(t->app, "06-6645-2711");
    type_keys(t->app, "F12");
    assert_shows(t->app, "[お知らせ] 登録しました。");
    assert_string_equal(desk_hospital(t->f.desk)->phone, "06-6645-2711");
}

/* --- all forms of the registry */

static void every_form_has_its_help_and_its_labels_fit(void **state)
{
    struct shown *t = *state;
    size_t n;
    const struct registered *rows = registry_rows(&n);
    struct buf problems;
    buf_init(&problems, 64 * 1024);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; rows[i].forms[k]; k++)
            for (int lang = 0; lang < LANG_COUNT; lang++)
                form_check(rows[i].forms[k], t->catalogs.of[lang], 78, &problems);
    if (problems.len)
        fail_msg("%s", problems.p);
    buf_fini(&problems);
}

static void every_screen_stands_once_in_the_registry(void **state)
{
    (void)state;
    size_t n;
    const struct registered *rows = registry_rows(&n);
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            assert_string_not_equal(rows[i].screen->name, rows[k].screen->name);
            if (rows[i].place != PLACE_NONE)
                assert_int_not_equal(rows[i].place, rows[k].place);
        }
}

static int open_app(void **state)
{
    struct shown *t = calloc(1, sizeof *t);
    fixture_open(&t->f);
    t->catalogs = test_catalogs(&t->f.arena);
    start(t, LANG_JA);
    *state = t;
    return 0;
}

static int close_app(void **state)
{
    struct shown *t = *state;
    shell_free(t->shell);
    shell_free(t->dead);
    desk_close(t->dead_desk);
    fixture_close(&t->f);
    free(t);
    return 0;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)
int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_training_desk_shows_its_log_ins),
        CASE(log_in_by_enter_opens_the_days_work),
        CASE(what_was_left_empty_is_asked_for_and_is_no_wrong_try),
        CASE(a_wrong_passphrase_is_said_and_wiped),
        CASE(a_first_passphrase_asks_for_an_own_one),
        CASE(a_wrong_present_passphrase_is_marked_and_typed_anew),
        CASE(no_key_of_the_work_reaches_behind_the_log_in),
        CASE(row_1_gives_way_in_the_order_of_the_design),
        CASE(a_locked_screen_shows_nothing_of_the_work),
        CASE(the_form_is_as_it_was_after_unlocking),
        CASE(handing_over_at_the_lock_keeps_the_draft_for_its_owner),
        CASE(a_draft_is_offered_after_the_terminal_died),
        CASE(somebody_whose_log_in_ended_sees_the_log_in),
        CASE(what_was_stored_behind_the_lock_is_seen_after_it),
        CASE(log_out_and_quit_stand_in_the_menu),
        CASE(a_role_is_given_with_the_second_persons_passphrase),
        CASE(enter_confirms_nothing_as_the_second_person),
        CASE(who_did_it_is_told_whole_to_the_second_person),
        CASE(a_person_is_added_in_both_languages),
        CASE(others_see_why_they_may_not),
        CASE(what_may_not_be_done_is_named_in_the_language_of_the_screen),
        CASE(who_may_not_read_requests_begins_with_the_own_work),
        CASE(a_bad_setting_takes_the_cursor_there),
        CASE(settings_of_another_stay_and_typed_ones_stay),
        CASE(every_form_has_its_help_and_its_labels_fit),
        CASE(every_screen_stands_once_in_the_registry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
