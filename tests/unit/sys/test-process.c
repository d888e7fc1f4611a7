/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/base.h"
#include "sys/clock.h"
#include "sys/env.h"
#include "sys/file.h"
#include "sys/paths.h"
#include "sys/random.h"
#include "sys/signal.h"
#include "sys/spool.h"
#include "tests/unit/sys/folder.h"

static void a_standing_clock_moves_only_when_told(void **state)
{
    struct clock c = clock_standing((instant){ 1000 });

    (void)state;
    assert_int_equal(clock_wall(&c).s, 1000);
    assert_int_equal(clock_mono_ms(&c), 0);
    clock_advance(&c, 1500);
    assert_int_equal(clock_wall(&c).s, 1001);
    assert_int_equal(clock_wall_ms(&c), 1001500);
    assert_int_equal(clock_mono_ms(&c), 1500);
    clock_set(&c, (instant){ 10 }); /* a wall clock may be put back; the other face never */
    assert_int_equal(clock_wall(&c).s, 10);
    assert_int_equal(clock_mono_ms(&c), 1500);
    clock_set(&c, (instant){ -5 });
    clock_advance(&c, 500);
    assert_int_equal(clock_wall(&c).s, -5);
}

static void a_running_clock_goes_on_from_where_it_began(void **state)
{
    struct clock c = clock_running((instant){ 1000 });
    int64_t mono = clock_mono_ms(&c), wall = clock_wall_ms(&c);

    (void)state;
    assert_true(wall >= 1000000);
    while (clock_mono_ms(&c) < mono + 2)
        poll(NULL, 0, 1);
    assert_true(clock_wall_ms(&c) >= wall + 1);
    clock_advance(&c, 3600000);
    assert_true(clock_wall(&c).s >= 4600);
    clock_set(&c, (instant){ 50 });
    assert_true(clock_wall(&c).s >= 50 && clock_wall(&c).s < 4600);
}

/* Not time(): it reads the tick before, and so the second before for some milliseconds of every second. */
static int64_t system_seconds(void)
{
    struct timespec now;

    assert_int_equal(clock_gettime(CLOCK_REALTIME, &now), 0);
    return (int64_t)now.tv_sec;
}

static void the_real_clock_is_the_systems(void **state)
{
    struct clock c = clock_real();
    int64_t before = system_seconds(), now = clock_wall(&c).s;

    (void)state;
    assert_true(now >= before && now <= system_seconds());
    assert_true(clock_mono_ms(&c) <= clock_mono_ms(&c));
}

static void random_keys_are_128_bits_and_never_the_same(void **state)
{
    char keys[64][RANDOM_KEY_TEXT];
    unsigned char zero[64] = { 0 }, bytes[64] = { 0 };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        random_key(keys[i]);
        assert_int_equal(strlen(keys[i]), 32);
        assert_int_equal(strspn(keys[i], "0123456789abcdef"), 32);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(keys[i], keys[k]);
    }
    random_bytes(bytes, sizeof bytes);
    assert_memory_not_equal(bytes, zero, sizeof bytes);
}

static void signals_are_read_one_after_the_other(void **state)
{
    static const struct {
        int number;
        enum signal_event event;
    } cases[] = { { SIGWINCH, SIGNAL_RESIZE }, { SIGTERM, SIGNAL_END }, { SIGINT, SIGNAL_END },
        { SIGQUIT, SIGNAL_END }, { SIGHUP, SIGNAL_HANGUP }, { SIGTSTP, SIGNAL_STOP } };
    struct signals s;

    (void)state;
    assert_true(signals_open(&s, NULL));
    assert_int_equal(signals_next(&s), SIGNAL_NONE);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        raise(cases[i].number);
        struct pollfd p = { .fd = s.fd, .events = POLLIN };
        assert_int_equal(poll(&p, 1, 1000), 1);
        assert_int_equal(signals_next(&s), cases[i].event);
        assert_int_equal(signals_next(&s), SIGNAL_NONE);
    }
    raise(SIGPIPE); /* would end the program */
    raise(SIGXFSZ);
    assert_int_equal(signals_next(&s), SIGNAL_NONE);
    signals_close(&s);
    assert_int_equal(signals_next(&s), SIGNAL_NONE);
}

static void a_program_that_stops_itself_goes_on_when_continued(void **state)
{
    int status;
    pid_t child = fork();

    (void)state;
    if (child == 0) {
        struct signals s;
        if (!signals_open(&s, NULL))
            _exit(2);
        signals_stop_self();
        _exit(signals_next(&s) == SIGNAL_CONTINUE ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, WUNTRACED), child);
    assert_true(WIFSTOPPED(status));
    assert_int_equal(kill(child, SIGCONT), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* Runs f in a process of its own, because the environment belongs to the whole process; returns
 * what f returns. */
static int apart(int (*f)(void))
{
    int status;
    pid_t child = fork();

    if (child == 0)
        _exit(f());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

extern char **environ;

static int leave_only_what_is_needed(void)
{
    /* Reliability page section 2: each one hostile. */
    static const char *const hostile[] = { "TERMINFO", "TERMINFO_DIRS", "TERMCAP", "LANGUAGE",
        "LOCPATH", "NLSPATH", "EDITOR", "VISUAL", "PAGER", "TZ", "TZDIR", "LD_PRELOAD",
        "LD_LIBRARY_PATH", "SQLITE_TMPDIR", "TMPDIR", "GCONV_PATH", "MALLOC_TRACE", "COLUMNS",
        "LINES", "ESCDELAY", "NCURSES_NO_UTF8_ACS", "IFS", "BASH_ENV", "SHELL" };

    for (size_t i = 0; i < COUNT_OF(hostile); i++)
        setenv(hostile[i], "/tmp/evil", 1);
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "ja_JP.UTF-8", 1);
    setenv("LANG", "../../evil", 1);
    setenv("LC_CTYPE", "/evil", 1);
    setenv("HOME", "relative", 1);
    setenv("XDG_STATE_HOME", "/state", 1);
    setenv("PATH", "/tmp/evil", 1);
    setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22", 1);
    env_clean();
    static const char *const left[] = { "TERM=xterm-256color", "LC_ALL=ja_JP.UTF-8",
        "XDG_STATE_HOME=/state", "PATH=/usr/bin:/bin", "SSH_CONNECTION=1" };
    size_t n = 0, known = 0;
    for (char **p = environ; p && *p; p++, n++) {
        for (size_t i = 0; i < COUNT_OF(left); i++)
            known += str_eq(*p, left[i]);
    }
    return n == COUNT_OF(left) && known == n && getenv("SSH_CONNECTION") ? 0 : 1;
}

static void only_checked_variables_survive_the_cleaning(void **state)
{
    (void)state;
    assert_int_equal(apart(leave_only_what_is_needed), 0);
}

static int refuse_bad_terminals(void)
{
    static const char *const bad[]
        = { "../evil", "/tmp/x", "a/b", ".hidden", "", "x y", "dumb", "-f" };

    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct err e = ERR_INIT;
        setenv("TERM", bad[i], 1);
        env_clean();
        if (env_has_terminal(&e) || e.kind != ERR_INPUT)
            return (int)i + 1;
    }
    unsetenv("SSH_CONNECTION");
    setenv("TERM", "screen.xterm-256color", 1);
    env_clean();
    return env_has_terminal(NULL) && !getenv("SSH_CONNECTION") ? 0 : 100;
}

static void a_terminal_is_named_without_a_path(void **state)
{
    (void)state;
    assert_int_equal(apart(refuse_bad_terminals), 0);
}

static int set_locales(void)
{
    clearenv();
    setenv("LC_ALL", "C.UTF-8", 1);
    if (env_set_locale() != ENV_LOCALE_OWN)
        return 1;
    setenv("LC_ALL", "xx_XX.UTF-8", 1); /* named, but not on this machine */
    if (env_set_locale() != ENV_LOCALE_FALLBACK || MB_CUR_MAX < 4)
        return 2;
    setenv("LC_ALL", "C", 1);
    if (env_set_locale() != ENV_LOCALE_FALLBACK || MB_CUR_MAX < 4)
        return 3;
    return str_eq(setlocale(LC_NUMERIC, NULL), "C") ? 0 : 4;
}

static void a_locale_that_is_missing_falls_back_to_utf8(void **state)
{
    (void)state;
    assert_int_equal(apart(set_locales), 0);
}

static void printers_are_named_strictly(void **state)
{
    static const struct {
        const char *text;
        int kind; /* -1: refused */
        const char *target;
    } cases[] = { { "lp:counter1", SPOOL_LP, "counter1" }, { "lp:A_b-2.x", SPOOL_LP, "A_b-2.x" },
        { "file:/var/spool/mado", SPOOL_FILE, "/var/spool/mado" }, { "lp:", -1, NULL },
        { "lp:-o", -1, NULL }, { "lp:a b", -1, NULL }, { "lp:a;b", -1, NULL },
        { "lp:a/b", -1, NULL }, { "file:relative", -1, NULL }, { "file:", -1, NULL },
        { "sh:rm", -1, NULL }, { "", -1, NULL } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct spool_printer p;
        struct err e = ERR_INIT;
        bool ok = spool_parse(cases[i].text, &p, &e);
        assert_int_equal(ok, cases[i].kind >= 0);
        assert_int_equal(e.kind, ok ? ERR_NONE : ERR_INPUT);
        if (ok) {
            assert_int_equal(p.kind, cases[i].kind);
            assert_string_equal(p.target, cases[i].target);
            assert_string_equal(p.program, "/usr/bin/lp");
            assert_int_equal(p.limit_ms, 20000);
        }
    }
}

static void a_file_printer_writes_a_safely_named_file(void **state)
{
    char said[SPOOL_SAID], printer[600];
    struct spool_printer p;
    struct arena a;
    const char *text;
    size_t n;

    arena_init(&a);
    snprintf(printer, sizeof printer, "file:%s", (const char *)*state);
    assert_true(spool_parse(printer, &p, NULL));
    assert_true(spool_print(&p, "../1-2026-00310", "領収書\n", 10, said, NULL));
    assert_true(file_read(paths_join(*state, "_._1-2026-00310.txt", &a), 100, &a, &text, &n, NULL));
    assert_string_equal(text, "領収書\n");
    assert_string_equal(said, "");
    arena_fini(&a);
}

/* A stand-in for lp: a shell script of the test's own. */
static struct spool_printer fake_lp(const char *folder, const char *script, struct arena *a)
{
    struct spool_printer p;
    const char *path = paths_join(folder, "lp", a);

    assert_true(file_write(path, script, strlen(script), FILE_QUICK, NULL));
    assert_int_equal(chmod(path, 0700), 0);
    assert_true(spool_parse("lp:counter1", &p, NULL));
    p.program = path;
    return p;
}

static void lp_gets_fixed_arguments_a_clean_environment_and_the_paper(void **state)
{
    char said[SPOOL_SAID];
    struct arena a;
    const char *text;
    size_t n;

    arena_init(&a);
    const char *out = paths_join(*state, "out", &a);
    struct spool_printer p = fake_lp(*state,
        arena_printf(&a,
            "#!/bin/sh\nexec >%s\necho \"$#:$1:$2:$3:$4\"\nenv | grep -v -e ^_= -e ^PWD= -e "
            "^SHLVL= "
            "-e ^OLDPWD= | sort\ncat\n",
            out),
        &a);
    setenv("LD_BIND_NOW", "1", 1);
    assert_true(spool_print(&p, "1-2026-00310", "領収書\n", 10, said, NULL));
    unsetenv("LD_BIND_NOW");
    assert_true(file_read(out, 1000, &a, &text, &n, NULL));
    assert_string_equal(
        text, "4:-d:counter1:-t:1-2026-00310\nLC_ALL=C.UTF-8\nPATH=/usr/bin:/bin\n領収書\n");
    arena_fini(&a);
}

static void what_lp_says_is_kept(void **state)
{
    char said[SPOOL_SAID];
    struct err e = ERR_INIT;
    struct arena a;

    arena_init(&a);
    struct spool_printer p
        = fake_lp(*state, "#!/bin/sh\ncat >/dev/null\necho 'request id is counter1-7'\n", &a);
    assert_true(spool_print(&p, "x", "y", 1, said, NULL));
    assert_string_equal(said, "request id is counter1-7");
    p = fake_lp(*state, "#!/bin/sh\ncat >/dev/null\necho 'lp: no such queue' >&2\nexit 1\n", &a);
    assert_false(spool_print(&p, "x", "y", 1, said, &e));
    assert_int_equal(e.kind, ERR_STORE);
    assert_string_equal(e.msg.arg[0], "counter1");
    assert_string_equal(e.msg.arg[1], "lp: no such queue");
    arena_fini(&a);
}

static void a_paper_larger_than_a_pipe_arrives_whole(void **state)
{
    enum { LARGE = 1 << 20 };
    char said[SPOOL_SAID], *paper = malloc(LARGE);
    struct arena a;

    arena_init(&a);
    memset(paper, 'x', LARGE);
    struct spool_printer p = fake_lp(*state, "#!/bin/sh\nwc -c\n", &a);
    assert_true(spool_print(&p, "x", paper, LARGE, said, NULL));
    assert_string_equal(said, "1048576");
    /* A program that takes only the beginning has not printed it. */
    p = fake_lp(*state, "#!/bin/sh\nexit 0\n", &a);
    assert_false(spool_print(&p, "x", paper, LARGE, said, NULL));
    free(paper);
    arena_fini(&a);
}

static void a_printer_that_hangs_is_given_up(void **state)
{
    char said[SPOOL_SAID];
    struct err e = ERR_INIT;
    struct arena a;

    arena_init(&a);
    struct spool_printer p = fake_lp(*state, "#!/bin/sh\nexec sleep 600\n", &a);
    p.limit_ms = 200;
    assert_false(spool_print(&p, "x", "y", 1, said, &e));
    assert_string_equal(e.msg.id, "The printer %s does not answer. Check it and print again.");
    err_clear(&e);
    p = fake_lp(*state, "#!/bin/sh\nexec >&- 2>&-\nexec sleep 600\n", &a);
    p.limit_ms = 200;
    assert_false(spool_print(&p, "x", "y", 1, said, &e));
    assert_string_equal(e.msg.id, "The printer %s does not answer. Check it and print again.");
    arena_fini(&a);
}

static void a_printing_program_that_is_not_there_is_named(void **state)
{
    char said[SPOOL_SAID];
    struct err e = ERR_INIT;
    struct spool_printer p;

    (void)state;
    assert_true(spool_parse("lp:counter1", &p, NULL));
    p.program = "/no/such/lp";
    assert_false(spool_print(&p, "x", "y", 1, said, &e));
    assert_string_equal(e.msg.arg[0], "/no/such/lp");
    assert_string_equal(e.msg.arg[1], MSG_WORD "it does not exist");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_standing_clock_moves_only_when_told),
        cmocka_unit_test(a_running_clock_goes_on_from_where_it_began),
        cmocka_unit_test(the_real_clock_is_the_systems),
        cmocka_unit_test(random_keys_are_128_bits_and_never_the_same),
        cmocka_unit_test(signals_are_read_one_after_the_other),
        cmocka_unit_test(a_program_that_stops_itself_goes_on_when_continued),
        cmocka_unit_test(only_checked_variables_survive_the_cleaning),
        cmocka_unit_test(a_terminal_is_named_without_a_path),
        cmocka_unit_test(a_locale_that_is_missing_falls_back_to_utf8),
        cmocka_unit_test(printers_are_named_strictly),
        folder_test(a_file_printer_writes_a_safely_named_file),
        folder_test(lp_gets_fixed_arguments_a_clean_environment_and_the_paper),
        folder_test(what_lp_says_is_kept),
        folder_test(a_paper_larger_than_a_pipe_arrives_whole),
        folder_test(a_printer_that_hangs_is_given_up),
        folder_test(a_printing_program_that_is_not_there_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
