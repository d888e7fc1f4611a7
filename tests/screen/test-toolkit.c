/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application without a terminal: stack, actions, dialogs, messages, languages, sizes. */
#include "tests/screen/screen_test.h"

#include "base/base.h"
#include "tests/screen/demo_screens.h"

struct fixture {
    struct demo demo;
    struct app *app;
    struct arena a;
    struct catalogs catalogs;
    int after_steps;
};

static struct step run_lock(struct screen *s)
{
    (void)s;
    return step_push(&demo_lock, NULL, 0);
}

static const struct action globals[] = {
    { .id = "lock",
        .key = "Alt+K",
        .label = "Lock",
        .help = "Locks the screen.",
        .rank = 30,
        .flags = ACTION_IN_DIALOG,
        .run = run_lock },
    { .id = "own.f8",
        .key = "F8",
        .label = "Never",
        .help = "Is replaced on the list.",
        .rank = 1,
        .run = run_lock },
    { .id = NULL },
};

static void count_step(struct app *app)
{
    ((struct demo *)app_user(app))->commits += 100;
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);

    buf_init(&f->demo.log, 8192);
    arena_init(&f->a);
    f->catalogs = test_catalogs(&f->a);
    struct app_config config = { .user = &f->demo,
        .catalogs = &f->catalogs,
        .lang = LANG_EN,
        .rows = 24,
        .cols = 80,
        .globals = globals };
    f->app = app_new(&config);
    app_prove(f->app, true);
    app_push(f->app, &demo_list, NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;

    app_free(f->app);
    buf_fini(&f->demo.log);
    arena_fini(&f->a);
    free(f);
    return 0;
}

static void a_screen_opens_another_and_hears_how_it_closed(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "Down", "Enter");
    assert_on(f->app, "form");
    type_keys(f->app, "森", "Esc");
    assert_on(f->app, "list");
    assert_shows(f->app, ">26-0002");
    assert_string_equal(
        f->demo.log.p, "open list; open form; result form 0; close form dirty; reload list; ");
}

static void a_screen_that_cannot_open_says_why(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < 12; i++)
        type_keys(f->app, "Down");
    type_keys(f->app, "Enter");
    assert_on(f->app, "list");
    assert_row(f->app, 22, " [Attention] Number 13 is not for you.");
    type_keys(f->app, "Up"); /* a message stays until the next key */
    assert_row(f->app, 22, "");
}

static void the_key_bar_comes_from_the_table_that_dispatches(void **state)
{
    struct fixture *f = *state;

    assert_row(
        f->app, 23, " F1Help F4Reason F8Print F10Menu nForm pChoose Alt+QQuit F12Question EscBack");
    type_keys(f->app, "n");
    assert_row(f->app, 23, " F1Help F8Never F10Menu xLetter Alt+KLock Alt+L日本語 F12Save EscBack");
}

static void an_unusable_key_is_dim_and_says_why_not(void **state)
{
    struct fixture *f = *state;

    assert_style(f->app, "F8", STYLE_KEY);
    assert_style(f->app, "EscBack", STYLE_DIM); /* nothing below the first screen */
    f->demo.locked = true;
    app_redraw(f->app);
    assert_style(f->app, "F8", STYLE_DIM);
    type_keys(f->app, "F8");
    assert_row(f->app, 22, " [Attention] Printer 1 is locked.");
    f->demo.locked = false;
    type_keys(f->app, "F8");
    assert_row(f->app, 22, " [Notice] Printed 1.");
}

static void second_routes_do_the_same(void **state)
{
    static const char *const routes[] = { "F8", "Alt+8", "Ctrl+P" };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(routes); i++) {
        type_keys(f->app, routes[i]);
        assert_shows(f->app, "Printed 1.");
        type_keys(f->app, "Up");
    }
    type_keys(f->app, "Ctrl+S");
    assert_on(f->app, "confirm");
    type_keys(f->app, "Ctrl+G", "Alt+4");
    assert_on(f->app, "reason");
}

static void letters_are_commands_in_lists_and_text_in_text_fields(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "ｎ"); /* with the IME on */
    assert_on(f->app, "form");
    type_keys(f->app, "x");
    assert_shows(f->app, "[x ");
    type_keys(f->app, "Enter", "Enter", "x"); /* a choice does not take it */
    assert_shows(f->app, "Printed 1.");
}

static void every_action_is_reached_by_menu_and_digit(void **state)
{
    struct fixture *f = *state;
    const struct action *all[64];
    int n = app_actions(f->app, all, 64);

    for (int i = 0; i < n; i++) {
        if (str_eq(all[i]->id, "menu"))
            continue;
        type_keys(f->app, "Ctrl+O");
        assert_on(f->app, "menu");
        for (int page = 0; page < 3 && !grid_has(app_grid(f->app), all[i]->help); page++)
            type_keys(f->app, "０");
        assert_shows(f->app, all[i]->help);
        type_keys(f->app, "Esc");
        assert_on(f->app, "list");
    }
    type_keys(f->app, "Ctrl+O", "１");
    assert_on(f->app, "form");
}

/* What a row of them may have cut stands whole in the line of messages. */
static void menu_and_help_say_the_chosen_line_whole(void **state)
{
    struct fixture *f = *state;
    static const char *const keys[] = { "Ctrl+O", "F1" };
    const struct action *all[64];
    struct arena a;

    arena_init(&a);
    assert_true(app_actions(f->app, all, 64) > 3);
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        type_keys(f->app, keys[i], "Down", "Down");
        const struct grid *g = app_grid(f->app);
        const char *line = grid_row_text(g, g->rows - 3, &a);
        if (!strstr(line, all[2]->help) && !strstr(line, all[3]->help)) /* F1 or the menu itself is not among them */
            fail_msg("%s: %s", keys[i], line);
        type_keys(f->app, "Esc");
    }
    arena_fini(&a);
}

static void the_menu_says_why_an_action_cannot_be_used(void **state)
{
    struct fixture *f = *state;

    f->demo.locked = true;
    type_keys(f->app, "F10");
    assert_style(f->app, "Prints.", STYLE_DIM);
    type_keys(f->app, "5"); /* by rank: form, reason, question, choose, print */
    assert_on(f->app, "list");
    assert_shows(f->app, "Printer 1 is locked.");
}

static void a_light_question_is_answered_by_a_digit(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "F12");
    assert_shows(f->app, "33,000円 Yes");
    type_keys(f->app, "２");
    assert_int_equal(f->demo.commits, 0);
    type_keys(f->app, "F12", "Enter");
    assert_on(f->app, "confirm"); /* Enter never commits */
    type_keys(f->app, "1");
    assert_int_equal(f->demo.commits, 1);
    type_keys(f->app, "F12", "F12");
    assert_int_equal(f->demo.commits, 2);
    assert_on(f->app, "list");
}

static void a_reason_is_asked_until_there_is_one(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "F4", "F12");
    assert_on(f->app, "reason");
    assert_shows(f->app, "[Missing] The reason is missing.");
    type_keys(f->app, "2", "Enter", "遅れた", "F12");
    assert_on(f->app, "list");
    assert_shows(f->app, "late/遅れた");
}

static void one_of_many_lines_is_picked_by_digits_alone(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "p", "2");
    assert_on(f->app, "pick"); /* a dim line is not picked */
    type_keys(f->app, "0", "3");
    assert_on(f->app, "list");
    assert_shows(f->app, " 111");
    type_keys(f->app, "p", "Up", "Enter");
    assert_shows(f->app, " 111");
}

static void help_explains_the_field_and_runs_what_is_found(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "n", "Enter", "Enter", "F1");
    assert_shows(f->app, "Choose with a digit");
    assert_shows(f->app, "1 Message  2 Question");
    assert_shows(f->app, "F12 Ctrl+S");
    type_keys(f->app, "F1");
    assert_on(f->app, "form");
    type_keys(f->app, "F1", "Keeps", "Enter");
    assert_on(f->app, "form");
    assert_shows(f->app, "[Missing]"); /* it ran */
}

static void help_shows_a_long_message_whole(void **state)
{
    struct fixture *f = *state;
    static const char words[]
        = "eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn end.";

    app_say(f->app, SAY_GUIDE, "%s %s", words, words, NULL);
    assert_row(
        f->app, 21, " [Guide] eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf");
    assert_row(f->app, 22,
        " dreizehn vierzehn end. eins zwei drei vier fuenf sechs sieben acht neun zehn..");
    type_keys(f->app, "F1");
    assert_shows(f->app, "elf zwoelf dreizehn vierzehn end.");
}

static void the_language_changes_at_once_with_a_half_filled_form(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "n", "森", "Enter", "はな");
    assert_shows(f->app, "In words    [はな");
    type_keys(f->app, "Alt+L");
    assert_shows(f->app, "補足        [はな");
    assert_shows(f->app, "F1説明");
    assert_shows(f->app, "お知らせ    [森");
    assert_cursor_after(f->app, "[はな");
    type_keys(f->app, "F1", "Alt+L");
    assert_on(f->app, "help");
    assert_shows(f->app, "Find:");
    assert_shows(f->app, "Does what the question says.");
}

static void a_word_typed_into_a_field_of_choices_is_answered(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "n", "森", "Enter", "Enter");
    type_text(f->app, "妻");
    assert_shows(f->app, "[Guide] Choose here with a digit");
    type_keys(f->app, "2");
    assert_hides(f->app, "[Guide]");
    app_key(f->app, (struct key){ .code = K_PASTE, .paste = "Paris" });
    assert_shows(f->app, "[Guide] Choose here with a digit");
}

static void an_error_takes_the_cursor_to_its_field(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "n", "F12");
    assert_on(f->app, "form");
    assert_cursor_after(f->app, "In words   ![");
    assert_shows(f->app, "[Missing] The reason is missing.");
    type_keys(f->app, "ﾊﾅ", "F12");
    assert_on(f->app, "list");
    assert_int_equal(f->demo.commits, 1);
}

static void any_size_shows_something_and_loses_nothing(void **state)
{
    static const int sizes[][2] = { { 1, 1 }, { 1, 80 }, { 24, 1 }, { 23, 80 }, { 24, 79 },
        { 3, 3 }, { 200, 500 }, { 2, 2 }, { 24, 80 } };
    struct fixture *f = *state;

    type_keys(f->app, "n", "葛\U000E0100城", "Enter", "か\u3099");
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        app_resize(f->app, sizes[i][0], sizes[i][1]);
        const struct grid *g = app_grid(f->app);
        assert_int_equal(g->rows, sizes[i][0]);
        assert_int_equal(g->cols, sizes[i][1]);
        if (g->rows < 24 || g->cols < 80)
            type_keys(f->app, "z", "F12"); /* nobody types blindly */
    }
    assert_shows(f->app, "[葛\U000E0100城 ");
    assert_cursor_after(f->app, "[か\u3099");
    assert_int_equal(f->demo.commits, 0);
    app_resize(f->app, 10, 60);
    assert_shows(f->app, "too small (60 x 10)");
}

static void a_lock_hides_everything_and_lets_only_its_own_keys_through(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "n", "森", "Alt+K");
    assert_on(f->app, "lock");
    assert_hides(f->app, "森");
    assert_hides(f->app, "F8");
    type_keys(f->app, "F12", "F10", "F1", "Esc", "F8");
    assert_on(f->app, "lock");
    type_keys(f->app, "Alt+L", "Enter");
    assert_on(f->app, "form");
    assert_shows(f->app, "[森");
}

static void home_closes_all_but_the_first_screen(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "n", "森");
    app_push(f->app, &demo_form, NULL);
    app_push(f->app, &demo_list, NULL);
    type_keys(f->app, "Ctrl+T");
    assert_int_equal(app_depth(f->app), 1);
    assert_non_null(strstr(f->demo.log.p, "close form clean; close form dirty; reload list; "));
}

static void leaving_closes_every_screen_with_its_draft(void **state)
{
    struct fixture *f = *state;
    struct app_config config
        = { .user = &f->demo, .lang = LANG_EN, .rows = 24, .cols = 80, .after_step = count_step };
    struct app *app = app_new(&config);

    app_push(app, &demo_list, NULL);
    assert_true(app_feed(app, "n森<Enter>"));
    assert_int_equal(f->demo.commits, 300);
    assert_false(app_feed(app, "<Nokey>"));
    app_pause(app);
    buf_clear(&f->demo.log);
    app_free(app);
    assert_string_equal(f->demo.log.p, "close form dirty; ");
}

static void a_paste_is_capped_and_never_confirms(void **state)
{
    struct fixture *f = *state;

    type_keys(f->app, "n");
    paste_text(f->app, "一\n二\n三\n");
    assert_shows(f->app, "[一 二 三");
    assert_on(f->app, "form");
    assert_cursor_after(f->app, "[一 二 三");
}

static void what_does_not_fit_is_said(void **state)
{
    struct fixture *f = *state;
    char long_text[200];

    memset(long_text, 'x', sizeof long_text);
    long_text[sizeof long_text - 1] = '\0';
    type_keys(f->app, "n");
    paste_text(f->app, long_text); /* the field takes 40 characters */
    assert_row(f->app, 22, " [Attention] The field is full. What did not fit was left out.");
    type_keys(f->app, "Backspace", "y");
    assert_row(f->app, 22, "");
    type_keys(f->app, "z");
    assert_shows(f->app, "The field is full.");
}

static void waiting_in_a_step_without_a_terminal_goes_on(void **state)
{
    struct fixture *f = *state;
    struct msg m;

    msg_set(&m, "Waiting for %s.", "佐藤", NULL);
    assert_true(app_wait(f->app, &m, 100));
    assert_shows(f->app, "[Waiting] Waiting for 佐藤.");
    assert_true(app_progress(f->app, &m, 1, 2));
}

static void no_action_of_the_toolkit_has_a_label_that_is_too_wide(void **state)
{
    struct fixture *f = *state;
    const struct action *all[64];

    for (int lang = 0; lang < LANG_COUNT; lang++) {
        app_set_lang(f->app, (enum lang)lang);
        type_keys(f->app, "F1"); /* its own actions too */
        int n = app_actions(f->app, all, 64);
        for (int i = 0; i < n; i++)
            assert_true(cells_of(tr(app_catalog(f->app), all[i]->label)) <= LABEL_CELLS);
        type_keys(f->app, "Esc");
    }
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(a_screen_opens_another_and_hears_how_it_closed),
        T(a_screen_that_cannot_open_says_why),
        T(the_key_bar_comes_from_the_table_that_dispatches),
        T(an_unusable_key_is_dim_and_says_why_not),
        T(second_routes_do_the_same),
        T(letters_are_commands_in_lists_and_text_in_text_fields),
        T(every_action_is_reached_by_menu_and_digit),
        T(menu_and_help_say_the_chosen_line_whole),
        T(the_menu_says_why_an_action_cannot_be_used),
        T(a_light_question_is_answered_by_a_digit),
        T(a_reason_is_asked_until_there_is_one),
        T(one_of_many_lines_is_picked_by_digits_alone),
        T(help_explains_the_field_and_runs_what_is_found),
        T(help_shows_a_long_message_whole),
        T(the_language_changes_at_once_with_a_half_filled_form),
        T(a_word_typed_into_a_field_of_choices_is_answered),
        T(an_error_takes_the_cursor_to_its_field),
        T(any_size_shows_something_and_loses_nothing),
        T(a_lock_hides_everything_and_lets_only_its_own_keys_through),
        T(home_closes_all_but_the_first_screen),
        T(leaving_closes_every_screen_with_its_draft),
        T(a_paste_is_capped_and_never_confirms),
        T(what_does_not_fit_is_said),
        T(waiting_in_a_step_without_a_terminal_goes_on),
        T(no_action_of_the_toolkit_has_a_label_that_is_too_wide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
