/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program in poor surroundings: no locale, no terminal kind, no home, a locale that is not there. */
#include <locale.h>

#include "tests/e2e/house.h"

static const char own_language[]
    = "The language setting of this terminal cannot be used here; the program uses its own.";

static void a_bare_environment_shows_japanese_and_says_what_is_used(void **state)
{
    static const char *const env[] = { "TERM=xterm", "LC_ALL=C", "TZ", "PATH", NULL };
    char db[512];
    struct pty *p = clerk_start(*state, house_desk(*state, db), LANG_EN, env);

    pty_wait_text(p, own_language);
    pty_wait_text(p, "nishikawa");
    assert_true(pty_has(p, "西川"));
    clerk_log_in(p, LANG_JA, "nishikawa"); /* her own language comes with her */
    assert_true(pty_has(p, "窓口"));
    clerk_leaves(p);
}

static void a_locale_that_is_not_on_the_machine_works_and_is_said_in_its_language(void **state)
{
    static const char *const env[] = { "LC_ALL=ja_JP.UTF-8", NULL };
    char db[512];

    if (setlocale(LC_CTYPE, "ja_JP.UTF-8"))
        skip();
    struct pty *p = clerk_start_as_found(*state, house_desk(*state, db), env);
    pty_wait_text(p, "この端末の言語設定は使えないため");
    clerk_log_in(p, LANG_JA, "nishikawa");
    clerk_leaves(p);
}

static void without_a_terminal_kind_one_sentence_says_what_to_set(void **state)
{
    static const char *const envs[][3] = { { "TERM" }, { "TERM=dumb" }, { "TERM", "LC_ALL=ja_JP.UTF-8" } };
    static const char *const want[] = { "The kind of terminal is not known. Set TERM, for example: TERM=xterm-256color",
        "The kind of terminal is not known. Set TERM, for example: TERM=xterm-256color",
        "端末の種類がわかりません。TERMを設定してください。例: TERM=xterm-256color" };
    char db[512];

    house_desk(*state, db);
    for (size_t i = 0; i < COUNT_OF(want); i++) {
        struct pty *p = clerk_start_run(*state, db, envs[i]);
        assert_int_equal(pty_wait_exit(p), 1);
        assert_true(pty_has(p, want[i]));
        assert_string_equal(pty_row(p, 1), ""); /* one sentence: the terminal is 120 columns wide */
        assert_false(pty_alternate(p));
        pty_free(p);
    }
}

static void without_a_home_the_screens_work(void **state)
{
    static const char *const env[] = { "HOME", "XDG_STATE_HOME", NULL };
    char db[512];
    struct pty *p = clerk_start(*state, house_desk(*state, db), LANG_JA, env);

    clerk_log_in(p, LANG_JA, "nishikawa");
    clerk_leaves(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bare_environment_shows_japanese_and_says_what_is_used),
        cmocka_unit_test(a_locale_that_is_not_on_the_machine_works_and_is_said_in_its_language),
        cmocka_unit_test(without_a_terminal_kind_one_sentence_says_what_to_set),
        cmocka_unit_test(without_a_home_the_screens_work),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
