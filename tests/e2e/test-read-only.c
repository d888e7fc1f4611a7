/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clerk at a file that may only be read, as another account: the screens say so, everything can be looked at, a fee,
 * a date, a closing, a request are refused with the form as it was, the file stays byte for byte. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/e2e/deeds.h"

static const char *const refused[2] = { "データベースは読み取り専用です。登録はできません。システムの担当者に連絡してください。",
    "The database may only be read here. Nothing can be stored; ask whoever looks after the machine." };
static const char *const mark[2] = { "読取専用", "READ ONLY" };

/* Root may write everything: then the reader is nobody. */
enum { NOBODY = 65534 };
#define AS_NOBODY "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"

/* Can the reader reach the program? */
static bool may_try(const struct house *h)
{
    int status;
    pid_t child = fork();

    if (child == 0)
        _exit(getuid() != 0 || (access("/usr/bin/setpriv", X_OK) == 0 && setgid(NOBODY) == 0 && setuid(NOBODY) == 0
                  && access(h->program, X_OK) == 0) ? 0 : 1);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static struct pty *reader_in(const struct house *h, const char *db, enum lang l)
{
    const char *const argv[] = { AS_NOBODY, h->program, "demo", "--db", db, "--now", HOUSE_NOW, "--lang", in(l, "ja", "en"), NULL };
    struct pty *p = house_start(h, getuid() == 0 ? argv : argv + 4, NULL);

    pty_wait_text(p, "omori");
    pty_wait_text(p, refused[l]);
    pty_keys(p, "nishikawa", "Enter", HOUSE_PASSPHRASE, "F12");
    pty_wait_gone(p, "omori");
    pty_wait_text(p, "1番窓口");
    if (l == LANG_EN)
        pty_keys(p, "Alt+L");
    pty_wait_text(p, mark[l]);
    return p;
}

/* What is in the file. */
struct bytes {
    char *p;
    size_t n;
};
static struct bytes bytes_of(const char *path)
{
    struct bytes b = { malloc(8 << 20), 0 };
    FILE *f = fopen(path, "rb");

    assert_non_null(b.p);
    assert_non_null(f);
    b.n = fread(b.p, 1, 8 << 20, f);
    assert_true(feof(f) != 0 && b.n > 0);
    fclose(f);
    return b;
}

static void same_bytes(const char *path, struct bytes before)
{
    struct bytes after = bytes_of(path);

    assert_int_equal(after.n, before.n);
    assert_memory_equal(after.p, before.p, before.n);
    free(after.p);
    free(before.p);
}

/* Nobody may write the file or beside it; or its owner again. */
static void writable(const char *db, bool yes)
{
    char folder[512];

    assert_int_equal(chmod(db, yes ? 0600 : 0444), 0);
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(db, '/') - db), db);
    assert_int_equal(chmod(folder, yes ? 0700 : 0555), 0);
}

static void refuses(struct house *h, const struct deed *d, enum lang l)
{
    char path[512];
    const char *db = house_desk(h, path);
    struct deed_screen form;

    if (d->approved)
        supervisor_approves(h, db);
    if (d->before[0].keys[0]) {
        struct pty *p = clerk_in(h, db, l, "nishikawa");
        deed_tell(p, l, d->before);
        clerk_leaves(p);
    }
    struct bytes before = bytes_of(db);
    writable(db, false);
    struct pty *p = reader_in(h, db, l);
    if (d == &deeds[DEED_FEE])
        tell(p, l, ((const struct told[]){ { { "26-0004", "Enter" }, "必要なもの", "Needed" },
                      { { "8" }, "ご請求", "4m = 40,000" }, { { "=" }, "33,000]", "33,000]" } }));
    deed_tell(p, l, d->typed);
    deed_tell(p, l, d->to_f12);
    clerk_breath(p);
    deed_look(p, &form);
    pty_keys(p, "F12");
    pty_wait_text(p, refused[l]);
    deed_as_it_was(p, &form, refused[l]);
    if (d == &deeds[DEED_REQUEST]) { /* left and come back to: it is there as long as the program runs */
        pty_keys(p, "F11");
        wait_in(p, l, "本日来院", "Visits today");
        deed_tell(p, l, d->back);
    }
    clerk_leaves(p);
    same_bytes(db, before);
    writable(db, true);
    assert_int_equal(house_verify(h, db), 0);
}

static void a_reader_is_refused_the_four_steps_with_the_form_as_it_was(void **state)
{
    if (!may_try(*state))
        skip();
    for (int i = 0; i < DEEDS * 2; i++)
        refuses(*state, &deeds[i / 2], (enum lang)(i % 2));
}

static int make_reachable(void **state)
{
    int code = house_make(state);
    const struct house *h = *state;

    return code != 0 || chmod(h->folder, 0755) != 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_is_refused_the_four_steps_with_the_form_as_it_was),
    };

    return cmocka_run_group_tests(tests, make_reachable, house_remove);
}
