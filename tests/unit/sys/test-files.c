/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/base.h"
#include "sys/file.h"
#include "sys/log.h"
#include "sys/paths.h"
#include "sys/watch.h"
#include "tests/unit/sys/folder.h"

static const char *in(const void *folder, const char *name, struct arena *a)
{
    return paths_join(folder, name, a);
}

static mode_t mode_of(const char *path)
{
    struct stat st;

    assert_int_equal(lstat(path, &st), 0);
    return st.st_mode & 07777;
}

static void what_is_written_is_read_back_and_private(void **state)
{
    static const char bytes[] = "葛\0城\n";
    struct arena a;
    const char *text;
    size_t n;

    arena_init(&a);
    const char *path = in(*state, "draft", &a);
    mode_t before = umask(0);
    assert_true(file_write(path, bytes, sizeof bytes, FILE_SYNCED, NULL));
    umask(before);
    assert_int_equal(mode_of(path), 0600);
    assert_true(file_read(path, 100, &a, &text, &n, NULL));
    assert_int_equal(n, sizeof bytes);
    assert_memory_equal(text, bytes, sizeof bytes);
    assert_int_equal(text[n], 0);
    arena_fini(&a);
}

static void writing_again_replaces_the_whole_and_leaves_nothing_beside(void **state)
{
    const char *const *names;
    struct arena a;
    const char *text;
    size_t n;

    arena_init(&a);
    const char *path = in(*state, "draft", &a);
    assert_true(file_write(path, "a long first text", 17, FILE_QUICK, NULL));
    assert_true(file_write(path, "short", 5, FILE_QUICK, NULL));
    assert_true(file_read(path, 100, &a, &text, &n, NULL));
    assert_string_equal(text, "short");
    assert_true(file_names(*state, "", &a, &names, &n, NULL));
    assert_int_equal(n, 1);
    assert_false(file_exists(in(*state, "nothing", &a)));
    assert_true(file_exists(path));
    arena_fini(&a);
}

static void a_finished_file_takes_the_name_and_a_missing_one_leaves_the_old(void **state)
{
    struct err e = ERR_INIT;
    struct arena a;
    const char *text;
    size_t n;

    arena_init(&a);
    const char *path = in(*state, "desk", &a), *made = in(*state, "desk.new", &a);
    assert_true(file_write(path, "old", 3, FILE_QUICK, NULL));
    assert_true(file_write(made, "new", 3, FILE_QUICK, NULL));
    assert_true(file_put_in_place(made, path, &e));
    assert_false(file_exists(made));
    assert_false(file_put_in_place(made, path, &e));
    assert_int_equal(e.kind, ERR_STORE);
    assert_true(file_read(path, 100, &a, &text, &n, NULL));
    assert_string_equal(text, "new");
    arena_fini(&a);
}

static void links_pipes_folders_and_large_files_are_not_read(void **state)
{
    /* The reason is a message of its own, marked with MSG_WORD. */
    static const struct {
        const char *name, *reason;
    } cases[] = { { "link", MSG_WORD "it is a link to another place" },
        { "pipe", MSG_WORD "it is no ordinary file" }, { "folder", MSG_WORD "it is a folder" },
        { "large", MSG_WORD "it is too large" }, { "missing", MSG_WORD "it does not exist" },
        { "large/x", MSG_WORD "a part of the path is no folder" } };
    struct arena a;
    const char *text;
    size_t n;

    arena_init(&a);
    assert_int_equal(symlink("/etc/passwd", in(*state, "link", &a)), 0);
    assert_int_equal(mkfifo(in(*state, "pipe", &a), 0600), 0);
    assert_int_equal(mkdir(in(*state, "folder", &a), 0700), 0);
    assert_true(file_write(in(*state, "large", &a), "123456", 6, FILE_QUICK, NULL));
    assert_true(file_read(in(*state, "large", &a), 6, &a, &text, &n, NULL));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct err e = ERR_INIT;
        assert_false(file_read(in(*state, cases[i].name, &a), 5, &a, &text, &n, &e));
        assert_int_equal(e.kind, ERR_STORE);
        assert_string_equal(e.msg.id, "The file %1$s cannot be read: %2$s.");
        assert_string_equal(e.msg.arg[1], cases[i].reason);
    }
    arena_fini(&a);
}

static void a_planted_link_is_replaced_and_its_target_untouched(void **state)
{
    struct arena a;
    const char *text;
    size_t n;

    arena_init(&a);
    const char *target = in(*state, "target", &a), *path = in(*state, "report.txt", &a);
    assert_true(file_write(target, "mine", 4, FILE_QUICK, NULL));
    assert_int_equal(symlink(target, path), 0);
    assert_true(file_write(path, "paper", 5, FILE_QUICK, NULL));
    assert_true(file_read(target, 10, &a, &text, &n, NULL));
    assert_string_equal(text, "mine");
    assert_true(file_read(path, 10, &a, &text, &n, NULL));
    assert_string_equal(text, "paper");
    arena_fini(&a);
}

static void a_write_that_fails_says_why_and_leaves_nothing(void **state)
{
    const char *const *names;
    struct err e = ERR_INIT;
    struct arena a;
    size_t n;

    arena_init(&a);
    assert_int_equal(mkdir(in(*state, "taken", &a), 0700), 0);
    assert_false(file_write(in(*state, "no/such", &a), "x", 1, FILE_QUICK, &e));
    assert_string_equal(e.msg.arg[1], MSG_WORD "it does not exist");
    err_clear(&e);
    assert_false(file_write(in(*state, "taken", &a), "x", 1, FILE_QUICK, &e));
    assert_string_equal(e.msg.arg[1], MSG_WORD "it is a folder");
    assert_true(file_names(*state, "", &a, &names, &n, NULL));
    assert_int_equal(n, 0);
    arena_fini(&a);
}

/* A disk that takes no more, by the file-size limit: in a process of its own, the limit stays. */
static int write_over_the_limit(const char *folder)
{
    struct rlimit limit = { 8, 8 };
    struct err e = ERR_INIT;
    struct arena a;
    const char *const *names, *text;
    size_t n;

    arena_init(&a);
    const char *path = in(folder, "draft", &a);
    signal(SIGXFSZ, SIG_IGN);
    if (!file_write(path, "before", 6, FILE_QUICK, NULL) || setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    if (file_write(path, "far too long", 12, FILE_SYNCED, &e)
        || !str_eq(e.msg.arg[1], MSG_WORD "it is too large"))
        return 2;
    if (!file_read(path, 100, &a, &text, &n, NULL) || !str_eq(text, "before"))
        return 3;
    return file_names(folder, "", &a, &names, &n, NULL) && n == 1 ? 0 : 4;
}

static void a_disk_that_is_full_keeps_the_old_file_whole(void **state)
{
    int status;
    pid_t child = fork();

    if (child == 0)
        _exit(write_over_the_limit(*state));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void names_are_listed_in_order_and_by_their_end(void **state)
{
    static const char *const made[] = { "b.draft", "a.draft", "c.txt", ".hidden.draft", "draft" };
    const char *const *names;
    struct err e = ERR_INIT;
    struct arena a;
    size_t n;

    arena_init(&a);
    for (size_t i = 0; i < COUNT_OF(made); i++)
        assert_true(file_write(in(*state, made[i], &a), "", 0, FILE_QUICK, NULL));
    assert_int_equal(mkdir(in(*state, "folder.draft", &a), 0700), 0);
    assert_int_equal(symlink("c.txt", in(*state, "link.draft", &a)), 0);
    assert_true(file_names(*state, ".draft", &a, &names, &n, NULL));
    assert_int_equal(n, 2);
    assert_string_equal(names[0], "a.draft");
    assert_string_equal(names[1], "b.draft");
    assert_true(file_remove(in(*state, "a.draft", &a), NULL));
    assert_true(file_remove(in(*state, "a.draft", &a), NULL));
    assert_false(file_exists(in(*state, "a.draft", &a)));
    assert_false(file_names(in(*state, "missing", &a), "", &a, &names, &n, &e));
    assert_int_equal(e.kind, ERR_STORE);
    arena_fini(&a);
}

static void file_names_made_from_text_stay_in_their_folder(void **state)
{
    /* Reliability page: "../", "/", NUL, 300 bytes, "-rf". */
    static const struct {
        const char *text, *name;
    } cases[] = { { "1-2026-00310", "1-2026-00310" }, { "../../etc/passwd", "_._.._etc_passwd" },
        { "-rf", "_rf" }, { "/", "_" }, { "", "_" }, { ".hidden", "_hidden" }, { "山a", "___a" },
        { "a b;c", "a_b_c" } };
    char longer[301];
    struct arena a;

    (void)state;
    arena_init(&a);
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(file_safe_name(cases[i].text, &a), cases[i].name);
    memset(longer, 'x', 300);
    longer[300] = '\0';
    assert_int_equal(strlen(file_safe_name(longer, &a)), 100);
    arena_fini(&a);
}

static void paths_are_split_and_joined(void **state)
{
    static const struct {
        const char *path, *folder;
    } cases[] = { { "/a/b", "/a" }, { "/a", "/" }, { "a", "." }, { "a/b/c", "a/b" } };
    struct arena a;

    (void)state;
    arena_init(&a);
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(paths_folder(cases[i].path, &a), cases[i].folder);
    assert_string_equal(paths_join("/a", "b", &a), "/a/b");
    assert_string_equal(paths_join("/", "b", &a), "/b");
    arena_fini(&a);
}

static void private_folders_are_made_with_all_above_them(void **state)
{
    struct err e = ERR_INIT;
    struct arena a;

    arena_init(&a);
    mode_t before = umask(0);
    const char *deep = in(*state, "state/madoguchi/drafts", &a);
    assert_true(paths_make_private(deep, NULL));
    umask(before);
    assert_int_equal(mode_of(deep), 0700);
    assert_int_equal(mode_of(in(*state, "state", &a)), 0700);
    assert_true(paths_make_private(deep, NULL));
    assert_true(file_write(in(*state, "file", &a), "", 0, FILE_QUICK, NULL));
    assert_false(paths_make_private(in(*state, "file/x", &a), &e));
    assert_string_equal(e.msg.arg[1], MSG_WORD "a part of the path is no folder");
    arena_fini(&a);
}

static void a_folder_goes_with_all_that_is_in_it_but_not_what_its_links_lead_to(void **state)
{
    struct arena a;

    arena_init(&a);
    const char *kept = in(*state, "kept", &a), *made = in(*state, "made", &a);
    assert_true(paths_make_private(kept, NULL));
    assert_true(file_write(in(kept, "file", &a), "x", 1, FILE_QUICK, NULL));
    assert_true(paths_make_private(in(made, "below/it", &a), NULL));
    assert_true(file_write(in(made, "below/.hidden", &a), "x", 1, FILE_QUICK, NULL));
    assert_int_equal(symlink(kept, in(made, "link", &a)), 0);
    assert_true(file_remove_folder(made));
    assert_int_equal(access(made, F_OK), -1);
    assert_true(file_exists(in(kept, "file", &a)));
    assert_false(file_remove_folder(made));
    arena_fini(&a);
}

static void the_database_is_where_the_option_or_the_rule_says(void **state)
{
    const char *path, *home;
    struct arena a;

    (void)state;
    arena_init(&a);
    assert_true(paths_database("/srv/x.db", true, &a, &path, NULL));
    assert_string_equal(path, "/srv/x.db");
    assert_false(paths_database("", false, &a, &path, NULL));
    assert_true(paths_database(NULL, false, &a, &path, NULL));
    assert_string_equal(path, "/var/lib/madoguchi/desk.db");
    setenv("XDG_STATE_HOME", "/state", 1);
    assert_true(paths_database(NULL, true, &a, &path, NULL));
    assert_string_equal(path, "/state/madoguchi/training.db");
    setenv("XDG_STATE_HOME", "relative", 1); /* the XDG rule: not absolute is ignored */
    setenv("HOME", "/home/clerk", 1);
    assert_true(paths_database(NULL, true, &a, &path, NULL));
    assert_string_equal(path, "/home/clerk/.local/state/madoguchi/training.db");
    unsetenv("HOME");
    assert_true(paths_home(&a, &home, NULL));
    assert_int_equal(home[0], '/');
    arena_fini(&a);
}

static void a_program_in_its_build_tree_uses_the_trees_files(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    assert_true(file_exists(paths_data("local.mk", &a)));
    const char *catalogue = paths_catalogue("ja", &a);
    size_t n = strlen(catalogue);
    assert_true(n > 10 && catalogue[0] == '/');
    assert_string_equal(catalogue + n - 10, "/po/ja.gmo");
    arena_fini(&a);
}

static void the_log_holds_ids_and_never_a_name(void **state)
{
    struct clock clock = clock_standing((instant){ 1795484520 }); /* 2026-11-24T01:42:00Z */
    struct log log = LOG_CLOSED;
    struct arena a;
    const char *text;
    char expected[256];
    size_t n;

    arena_init(&a);
    const char *path = in(*state, "log", &a);
    log_event(NULL, "start", "desk", 1, 0);
    log_event(&log, "start", "desk", 1, 0);
    assert_true(log_open(&log, path, &clock, NULL));
    assert_int_equal(mode_of(path), 0600);
    log_event(&log, "request-open", "request", 415, 0);
    clock_advance(&clock, 5000);
    log_event(&log, "山田", "A b\n", -1, 13);
    log_close(&log);
    assert_true(log_open(&log, path, &clock, NULL));
    log_event(&log, "end", "desk", 1, 0);
    log_close(&log);
    assert_true(file_read(path, 1000, &a, &text, &n, NULL));
    snprintf(expected, sizeof expected,
        "2026-11-24T01:42:00Z %ld request-open request 415 0\n"
        "2026-11-24T01:42:05Z %ld ?????? ??b? -1 13\n2026-11-24T01:42:05Z %ld end desk 1 0\n",
        (long)getpid(), (long)getpid(), (long)getpid());
    assert_string_equal(text, expected);
    arena_fini(&a);
}

/* It never fills a disk: at 1 MiB it is put aside, and another program that still has it open goes on in the new one. */
static void a_full_log_is_put_aside_by_whoever_sees_it_first(void **state)
{
    struct clock clock = clock_standing((instant){ 1795484520 });
    struct log one = LOG_CLOSED, other = LOG_CLOSED;
    struct arena a;
    const char *text;
    size_t n;

    arena_init(&a);
    const char *path = log_path(in(*state, "desk.db", &a), &a), *old = in(*state, "desk.log.old", &a);
    assert_string_equal(path, in(*state, "desk.log", &a));
    char *much = arena_alloc(&a, LOG_BYTES_MOST);
    memset(much, '\n', LOG_BYTES_MOST);
    assert_true(file_write(path, much, LOG_BYTES_MOST - 1, FILE_QUICK, NULL));
    assert_true(log_open(&one, path, &clock, NULL) && log_open(&other, path, &clock, NULL));
    log_event(&one, "last", "desk", 0, 0);
    assert_false(file_exists(old));
    log_event(&one, "first", "desk", 0, 0);
    assert_true(file_exists(old));
    log_event(&other, "second", "desk", 0, 0);
    assert_true(file_read(path, 1000, &a, &text, &n, NULL));
    assert_non_null(strstr(text, " first desk 0 0\n"));
    assert_non_null(strstr(text, " second desk 0 0\n"));
    assert_int_equal(mode_of(path), 0600);
    assert_true(file_read(old, 2 * LOG_BYTES_MOST, &a, &text, &n, NULL));
    assert_non_null(strstr(text, " last desk 0 0\n"));
    log_close(&one);
    log_close(&other);
    arena_fini(&a);
}

static void the_log_is_no_link_and_no_folder(void **state)
{
    struct clock clock = clock_real();
    struct err e = ERR_INIT;
    struct log log;
    struct arena a;

    arena_init(&a);
    assert_int_equal(symlink("elsewhere", in(*state, "link", &a)), 0);
    assert_false(log_open(&log, in(*state, "link", &a), &clock, &e));
    assert_false(log_open(&log, *state, &clock, NULL));
    assert_int_equal(log.fd, -1);
    assert_string_equal(e.msg.arg[1], MSG_WORD "it is a link to another place");
    arena_fini(&a);
}

static void a_watch_tells_of_changes_to_the_files_it_is_asked_for(void **state)
{
    struct err e = ERR_INIT;
    struct watch w;
    struct arena a;

    arena_init(&a);
    assert_true(watch_open(&w, *state, NULL));
    assert_false(watch_drain(&w, NULL));
    assert_true(file_write(in(*state, "draft.1", &a), "x", 1, FILE_QUICK, NULL));
    assert_false(watch_drain(&w, "desk.db"));
    assert_false(watch_drain(&w, NULL)); /* read away */
    assert_true(file_write(in(*state, "desk.db-journal", &a), "x", 1, FILE_QUICK, NULL));
    assert_true(watch_drain(&w, "desk.db"));
    assert_true(file_remove(in(*state, "desk.db-journal", &a), NULL));
    assert_true(watch_drain(&w, NULL));
    watch_close(&w);
    assert_false(watch_drain(&w, NULL));
    assert_false(watch_open(&w, in(*state, "missing", &a), &e));
    assert_int_equal(w.fd, -1);
    assert_string_equal(e.msg.arg[1], MSG_WORD "it does not exist");
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        folder_test(what_is_written_is_read_back_and_private),
        folder_test(writing_again_replaces_the_whole_and_leaves_nothing_beside),
        folder_test(a_finished_file_takes_the_name_and_a_missing_one_leaves_the_old),
        folder_test(links_pipes_folders_and_large_files_are_not_read),
        folder_test(a_planted_link_is_replaced_and_its_target_untouched),
        folder_test(a_write_that_fails_says_why_and_leaves_nothing),
        folder_test(a_disk_that_is_full_keeps_the_old_file_whole),
        folder_test(names_are_listed_in_order_and_by_their_end),
        cmocka_unit_test(file_names_made_from_text_stay_in_their_folder),
        cmocka_unit_test(paths_are_split_and_joined),
        folder_test(private_folders_are_made_with_all_above_them),
        folder_test(a_folder_goes_with_all_that_is_in_it_but_not_what_its_links_lead_to),
        cmocka_unit_test(the_database_is_where_the_option_or_the_rule_says),
        cmocka_unit_test(a_program_in_its_build_tree_uses_the_trees_files),
        folder_test(the_log_holds_ids_and_never_a_name),
        folder_test(a_full_log_is_put_aside_by_whoever_sees_it_first),
        folder_test(the_log_is_no_link_and_no_folder),
        folder_test(a_watch_tells_of_changes_to_the_files_it_is_asked_for),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
