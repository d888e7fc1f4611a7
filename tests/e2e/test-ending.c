/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program is ended in the middle of a form: by a closed window, by a signal, by force. The typed
 * text comes back at the next log-in, and the desk can be used at once. */
#include <signal.h>

#include "tests/e2e/house.h"

static struct pty *half_typed(struct house *h, const char *db)
{
    struct pty *p = clerk_in(h, db, LANG_JA, "nishikawa");

    pty_keys(p, "n");
    pty_wait_text(p, "申込書のとおりの字で。");
    pty_keys(p, "葛\U000E0100城 花子", "Enter", "かつらぎ", "Enter");
    pty_wait_text(p, "[カツラギ ");
    return p;
}

/* The draft is there, and the next clerk can store: nothing is held by the one that ended. */
static void comes_back(struct house *h, const char *db)
{
    struct pty *p = clerk_in(h, db, LANG_EN, "nishikawa");

    pty_keys(p, "n");
    pty_wait_text(p, "Your draft of 2026-11-24 09:4");
    pty_wait_text(p, "[葛\U000E0100城 花子");
    pty_wait_text(p, "[カツラギ ");
    pty_keys(p, "F11");
    pty_wait_text(p, "Visits today");
    pty_keys(p, "26-0019", "Enter");
    pty_wait_text(p, "Needed");
    pty_keys(p, "3");
    pty_wait_text(p, "Waive");
    pty_keys(p, "1");
    pty_wait_text(p, "Recorded:");
    clerk_leaves(p);
}

static void hung_up_or_told_to_end_it_keeps_the_form_and_gives_the_terminal_back(void **state)
{
    static const int signals[] = { SIGHUP, SIGTERM };
    char db[512];

    for (size_t i = 0; i < COUNT_OF(signals); i++) {
        struct pty *p = half_typed(*state, house_desk(*state, db));
        bool visible;
        int row, col;
        pty_signal(p, signals[i]);
        assert_int_equal(pty_wait_exit(p), 0);
        pty_cursor(p, &row, &col, &visible);
        assert_true(visible);
        assert_false(pty_alternate(p));
        assert_false(pty_bracketed(p));
        pty_free(p);
        comes_back(*state, db);
    }
}

static bool draft_is_kept(struct pty *p, const void *db)
{
    (void)p;
    return house_has_draft(db);
}

static void killed_it_has_kept_the_form_as_it_was_at_the_last_pause(void **state)
{
    char db[512];
    struct pty *p = half_typed(*state, house_desk(*state, db));

    pty_wait_until(p, draft_is_kept, db);
    pty_signal(p, SIGKILL);
    assert_int_equal(pty_wait_exit(p), 128 + SIGKILL);
    pty_free(p);
    comes_back(*state, db);
}

/* Two terminals one after the other write into one log; the second is killed and has no last word. */
static void the_log_says_when_it_started_and_stopped(void **state)
{
    char db[512], path[512], text[1024], *at = text;
    const char *desk = house_desk(*state, db);

    clerk_leaves(half_typed(*state, desk));
    struct pty *p = clerk_in(*state, desk, LANG_JA, "nishikawa");
    pty_keys(p, "n");
    pty_wait_text(p, "[カツラギ "); /* the first one's draft */
    pty_signal(p, SIGKILL);
    assert_int_equal(pty_wait_exit(p), 128 + SIGKILL);
    pty_free(p);
    snprintf(path, sizeof path, "%.*s.log", (int)(strlen(db) - strlen(".db")), db);
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    text[fread(text, 1, sizeof text - 1, f)] = '\0';
    fclose(f);
    static const char *const said[] = { " start desk 0 0\n", " stop desk 0 0\n", " start desk 0 0\n" };
    for (size_t i = 0; i < COUNT_OF(said); i++) {
        at = strstr(at, said[i]);
        if (!at)
            fail_msg("the log has no%s%s", said[i], text);
        at += strlen(said[i]);
    }
    assert_string_equal(at, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hung_up_or_told_to_end_it_keeps_the_form_and_gives_the_terminal_back),
        cmocka_unit_test(the_log_says_when_it_started_and_stopped),
        cmocka_unit_test(killed_it_has_kept_the_form_as_it_was_at_the_last_pause),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}
