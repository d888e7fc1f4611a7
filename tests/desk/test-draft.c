/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: files of ids only, for their owner only, whole after kill -9, gone after seven days. */
#include "tests/desk/trust_desk.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk/draft.h"
#include "desk/act.h"
#include "store/db_inside.h"
#include "sys/file.h"

static const struct draft_key KEY = { "request", 12 };

static bool there(struct fixture *f, const struct draft_key *key, struct draft *out)
{
    bool found;
    WORKS(f, desk_draft_find(f->desk, key, &f->arena, out, &found, &f->err));
    return found;
}

static void a_draft_comes_back_to_its_owner(void **state)
{
    struct fixture *f = *state;
    struct draft d;
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_keep(f->desk, &KEY, 4, "form request 1\nname=髙﨑 花子\n", &f->err));
    assert_true(there(f, &KEY, &d));
    assert_string_equal(d.text, "form request 1\nname=髙﨑 花子\n");
    assert_int_equal(d.rev, 4);
    assert_int_equal(d.at.s, desk_instant(f->desk).s);
    assert_false(there(f, &(struct draft_key){ "request", 13 }, &d));
    assert_false(there(f, &(struct draft_key){ "inquiry", 12 }, &d));
}

static void nobody_else_is_offered_it(void **state)
{
    struct fixture *f = *state;
    struct draft d;
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "text", &f->err));
    fixture_as(f, "booking");
    assert_false(there(f, &KEY, &d));
    fixture_as(f, "clerk");
    assert_true(there(f, &KEY, &d));
}

static void a_locked_desk_keeps_the_draft_of_whose_work_it_shows(void **state)
{
    struct fixture *f = *state;
    struct draft d;
    fixture_as(f, "clerk");
    WORKS(f, desk_lock(f->desk, true, &f->err));
    WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "typed before the lock", &f->err));
    WORKS(f, desk_unlock(f->desk, FIXTURE_PASSPHRASE, &f->err));
    assert_true(there(f, &KEY, &d));
}

/* Where nothing may be written the draft lives as long as the program, for its owner only. */
static void a_desk_that_may_only_be_read_keeps_drafts_in_memory(void **state)
{
    struct fixture *f = *state;
    struct draft d;
    fixture_as(f, "clerk");
    desk_db(f->desk)->read_only = true;
    WORKS(f, desk_draft_keep(f->desk, &KEY, 4, "first", &f->err));
    WORKS(f, desk_draft_keep(f->desk, &KEY, 4, "second", &f->err));
    assert_true(there(f, &KEY, &d));
    assert_string_equal(d.text, "second");
    assert_false(file_exists(arena_printf(&f->arena, "%s/drafts/%lld-request-12.draft", f->folder,
        (long long)desk_who(f->desk)->id)));
    fixture_as(f, "booking");
    assert_false(there(f, &KEY, &d));
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_drop(f->desk, &KEY, &f->err));
    assert_false(there(f, &KEY, &d));
    desk_db(f->desk)->read_only = false;
}

/* A file stands where the folder should be: as on a full disk nothing can be written. */
static void a_draft_that_the_disk_does_not_take_lives_as_long_as_the_program(void **state)
{
    struct fixture *f = *state;
    struct draft d;
    const char *folder = arena_printf(&f->arena, "%s/drafts", f->folder);

    fixture_as(f, "clerk");
    WORKS(f, file_write(folder, "", 0, FILE_QUICK, &f->err));
    assert_false(desk_draft_keep(f->desk, &KEY, 4, "first", &f->err));
    assert_string_equal(f->err.msg.id, "The disk does not take the draft. What you typed is kept until the program ends; tell whoever looks after the machine.");
    f->err = (struct err)ERR_INIT;
    assert_true(there(f, &KEY, &d));
    assert_string_equal(d.text, "first");
    WORKS(f, file_remove(folder, &f->err));
    WORKS(f, desk_draft_keep(f->desk, &KEY, 4, "second", &f->err));
    assert_true(there(f, &KEY, &d));
    assert_string_equal(d.text, "second");
    assert_true(file_exists(arena_printf(&f->arena, "%s/%lld-request-12.draft", folder, (long long)desk_who(f->desk)->id)));
    WORKS(f, desk_draft_drop(f->desk, &KEY, &f->err));
    assert_false(there(f, &KEY, &d));
}

static void the_files_are_for_this_account_and_their_names_tell_nothing(void **state)
{
    struct fixture *f = *state;
    struct stat st;
    char path[256];
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "name=髙﨑", &f->err));
    snprintf(path, sizeof path, "%s/drafts", f->folder);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    snprintf(path, sizeof path, "%s/drafts/%lld-request-12.draft", f->folder, (long long)desk_who(f->desk)->id);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static void a_stored_form_leaves_no_draft(void **state)
{
    struct fixture *f = *state;
    struct draft d;
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "text", &f->err));
    WORKS(f, desk_draft_drop(f->desk, &KEY, &f->err));
    assert_false(there(f, &KEY, &d));
    WORKS(f, desk_draft_drop(f->desk, &KEY, &f->err)); /* twice is fine */
}

static void after_seven_days_it_is_gone_with_a_count(void **state)
{
    struct fixture *f = *state;
    struct draft d;
    int gone;
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "old", &f->err));
    clock_advance(&f->clock, 7LL * 24 * 3600 * 1000);
    WORKS(f, desk_drafts_expire(f->desk, &gone, &f->err));
    assert_int_equal(gone, 0); /* to the second: not older yet */
    assert_true(there(f, &KEY, &d));
    clock_advance(&f->clock, 1000);
    assert_false(there(f, &KEY, &d));
    WORKS(f, desk_drafts_expire(f->desk, &gone, &f->err));
    assert_int_equal(gone, 1);
}

static void broken_and_foreign_files_count_as_none(void **state)
{
    struct fixture *f = *state;
    static const char *const contents[] = { "", "madoguchi draft 1\n", "something else\n",
        "madoguchi draft 1\ndesk another\nowner 3\nscreen request\nobject 12\nrev 1\nat 5\n\ntext",
        "madoguchi draft 1\ndesk \nowner x\n" };
    struct draft d;
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "text", &f->err));
    const char *path = arena_printf(&f->arena, "%s/drafts/%lld-request-12.draft", f->folder,
        (long long)desk_who(f->desk)->id);
    for (size_t i = 0; i < COUNT_OF(contents); i++) {
        WORKS(f, file_write(path, contents[i], strlen(contents[i]), FILE_QUICK, &f->err));
        if (there(f, &KEY, &d))
            fail_msg("taken for a draft: %s", contents[i]);
    }
}

/* Otherwise whole: only the word in question is another desk's, another person's, another form's. */
static void a_draft_of_another_desk_person_or_form_counts_as_none(void **state)
{
    struct fixture *f = *state;
    static const char *const words[] = { "\ndesk ", "\nowner ", "\nscreen ", "\nobject " };
    struct draft d;
    fixture_as(f, "clerk");
    const char *path = arena_printf(&f->arena, "%s/drafts/%lld-request-12.draft", f->folder,
        (long long)desk_who(f->desk)->id);
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        const char *good;
        size_t n;
        WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "text", &f->err));
        WORKS(f, file_read(path, 4096, &f->arena, &good, &n, &f->err));
        assert_true(there(f, &KEY, &d));
        const char *at = strstr(good, words[i]) + strlen(words[i]);
        const char *other = arena_printf(&f->arena, "%.*s%c%s", (int)(at - good), good, *at == '1' ? '2' : '1',
            i == 0 || i == 2 ? at : at + 1);
        WORKS(f, file_write(path, other, strlen(other), FILE_QUICK, &f->err));
        if (there(f, &KEY, &d))
            fail_msg("taken for a draft: %s", other);
        assert_false(file_exists(path)); /* and taken away */
    }
}

static void what_never_was_a_draft_is_not_counted_as_expired(void **state)
{
    struct fixture *f = *state;
    int gone;
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "text", &f->err));
    const char *path = arena_printf(&f->arena, "%s/drafts/%lld-request-12.draft", f->folder,
        (long long)desk_who(f->desk)->id);
    WORKS(f, file_write(path, "broken", 6, FILE_QUICK, &f->err));
    WORKS(f, desk_drafts_expire(f->desk, &gone, &f->err));
    assert_int_equal(gone, 0);
    assert_false(file_exists(path));
}

static void one_that_is_too_long_is_refused_and_the_old_one_stays(void **state)
{
    struct fixture *f = *state;
    struct draft d;
    char *big = arena_alloc(&f->arena, DRAFT_BYTES_MAX * 2 + 1);
    memset(big, 'x', DRAFT_BYTES_MAX * 2);
    fixture_as(f, "clerk");
    WORKS(f, desk_draft_keep(f->desk, &KEY, 1, "small", &f->err));
    REFUSED(f, ERR_INPUT, desk_draft_keep(f->desk, &KEY, 1, big, &f->err));
    assert_true(there(f, &KEY, &d));
    assert_string_equal(d.text, "small");
}

/* A process keeps drafts as fast as it can and is killed; what is found afterwards is one whole draft. */
static void a_killed_terminal_leaves_a_whole_draft(void **state)
{
    struct fixture *f = *state;
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    for (int round = 0; round < 20; round++) {
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            struct desk *d;
            struct err e = ERR_INIT;
            char text[4096];
            if (!desk_open(&(struct desk_options){ .path = f->path, .clock = &f->clock }, &d, &e)
                || desk_login(d, "clerk", FIXTURE_PASSPHRASE, &e) != LOGIN_IN)
                _exit(1);
            for (int i = 0;; i++) {
                memset(text, 'a' + i % 26, sizeof text - 1);
                text[sizeof text - 1] = '\0';
                if (!desk_draft_keep(d, &KEY, i, text, &e))
                    _exit(2);
                if (i == round * 3 && write(ready[1], "x", 1) != 1)
                    _exit(3);
            }
        }
        char go;
        int status;
        assert_int_equal(read(ready[0], &go, 1), 1);
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        struct draft d;
        fixture_as(f, "clerk");
        assert_true(there(f, &KEY, &d));
        assert_int_equal(strlen(d.text), 4095);
        assert_int_equal(strspn(d.text, (char[]){ d.text[0], '\0' }), 4095);
    }
    close(ready[0]);
    close(ready[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_draft_of_another_desk_person_or_form_counts_as_none),
        FIXTURE_TEST(what_never_was_a_draft_is_not_counted_as_expired),
        FIXTURE_TEST(a_draft_comes_back_to_its_owner),
        FIXTURE_TEST(nobody_else_is_offered_it),
        FIXTURE_TEST(a_desk_that_may_only_be_read_keeps_drafts_in_memory),
        FIXTURE_TEST(a_draft_that_the_disk_does_not_take_lives_as_long_as_the_program),
        FIXTURE_TEST(a_locked_desk_keeps_the_draft_of_whose_work_it_shows),
        FIXTURE_TEST(the_files_are_for_this_account_and_their_names_tell_nothing),
        FIXTURE_TEST(a_stored_form_leaves_no_draft),
        FIXTURE_TEST(after_seven_days_it_is_gone_with_a_count),
        FIXTURE_TEST(broken_and_foreign_files_count_as_none),
        FIXTURE_TEST(one_that_is_too_long_is_refused_and_the_old_one_stays),
        FIXTURE_TEST(a_killed_terminal_leaves_a_whole_draft),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
