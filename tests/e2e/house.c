/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/e2e/house.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sys/file.h"

const char *in(enum lang l, const char *ja, const char *en)
{
    return l == LANG_JA ? ja : en;
}

/* --- the desk */

struct pty *house_start(const struct house *h, const char *const argv[], const char *const *env)
{
    return pty_start(
        &(struct pty_options){ .rows = 40, .cols = 120, .env = env, .dir = h->folder }, argv);
}

static void made_desk(const struct house *h, char out[512])
{
    snprintf(out, 512, "%s/made/desk.db", h->folder);
}

int house_make(void **state)
{
    struct house *h = calloc(1, sizeof *h);
    const char *top = getenv("top_builddir");
    char db[512], *whole = realpath(top ? top : ".", NULL);

    assert_non_null(h);
    assert_non_null(whole);
    snprintf(h->program, sizeof h->program, "%s/madoguchi", whole);
    free(whole);
    test_folder(h->folder, sizeof h->folder);
    made_desk(h, db);
    struct pty *p = clerk_start(h, db, LANG_EN, NULL);
    pty_wait_text(p, "Passphrase of all log-ins");
    clerk_leaves(p);
    *state = h;
    return 0;
}

int house_remove(void **state)
{
    struct house *h = *state;

    file_remove_folder(h->folder);
    free(h);
    return 0;
}

const char *house_desk(struct house *h, char out[512])
{
    char folder[128];

    snprintf(folder, sizeof folder, "%s/%d", h->folder, ++h->copies);
    assert_int_equal(mkdir(folder, 0700), 0);
    return house_desk_in(h, folder, out);
}

const char *house_desk_in(const struct house *h, const char *folder, char out[512])
{
    char made[512];

    snprintf(out, 512, "%s/desk.db", folder);
    made_desk(h, made);
    test_copy(made, out); /* the program ended: everything is in this one file */
    return out;
}

bool house_has_draft(const char *db)
{
    char folder[600];
    bool found = false;

    snprintf(folder, sizeof folder, "%.*s/drafts", (int)(strrchr(db, '/') - db), db);
    DIR *dir = opendir(folder);
    for (struct dirent *x = dir ? readdir(dir) : NULL; x; x = readdir(dir)) {
        const char *suffix = strrchr(x->d_name, '.');
        found = found || (suffix && strcmp(suffix, ".draft") == 0);
    }
    if (dir)
        closedir(dir);
    return found;
}

int house_verify(const struct house *h, const char *db)
{
    const char *const argv[] = { h->program, "verify", "--db", db, "--now", HOUSE_NOW, NULL };
    struct pty *p = house_start(h, argv, NULL);
    int code = pty_wait_exit(p);

    pty_free(p);
    return code;
}

/* --- the clerks */

static struct pty *start_at(
    const struct house *h, const char *db, enum lang lang, const char *now, const char *const *env)
{
    const char *const argv[]
        = { h->program, "demo", "--db", db, "--now", now, "--lang", in(lang, "ja", "en"), NULL };

    return house_start(h, argv, env);
}

struct pty *clerk_start(
    const struct house *h, const char *db, enum lang lang, const char *const *env)
{
    return start_at(h, db, lang, HOUSE_NOW, env);
}

struct pty *clerk_start_as_found(const struct house *h, const char *db, const char *const *env)
{
    const char *const argv[] = { h->program, "demo", "--db", db, "--now", HOUSE_NOW, NULL };

    return house_start(h, argv, env);
}

struct pty *clerk_start_run(const struct house *h, const char *db, const char *const *env)
{
    const char *const argv[] = { h->program, "run", "--db", db, NULL };

    return house_start(h, argv, env);
}

/* Everybody on the training desk has Japanese screens at first; Alt+L changes them. */
void clerk_log_in(struct pty *p, enum lang lang, const char *login)
{
    pty_wait_text(p, "omori");
    pty_keys(p, login, "Enter", HOUSE_PASSPHRASE, "F12");
    pty_wait_gone(p, "omori");
    pty_wait_text(p, "1番窓口");
    if (lang == LANG_EN)
        pty_keys(p, "Alt+L");
    wait_in(p, lang, "1番窓口", "Reception counter 1");
}

struct pty *clerk_in_at(
    const struct house *h, const char *db, enum lang lang, const char *login, const char *now)
{
    struct pty *p = start_at(h, db, lang, now, NULL);

    clerk_log_in(p, lang, login);
    return p;
}

struct pty *clerk_in(const struct house *h, const char *db, enum lang lang, const char *login)
{
    return clerk_in_at(h, db, lang, login, HOUSE_NOW);
}

void supervisor_approves(struct house *h, const char *db)
{
    struct pty *p = clerk_in(h, db, LANG_JA, "omori");

    pty_keys(p, "9");
    pty_wait_text(p, "事後承認待ち (西川) 主治医");
    pty_keys(p, "End", "Up", "Enter"); /* the last row is the closing that waits for its second person */
    pty_wait_text(p, "承認しない");
    pty_keys(p, "1");
    pty_wait_gone(p, "事後承認待ち (西川) 主治医");
    clerk_leaves(p);
}

void clerk_breath(struct pty *p)
{
    while (!pty_quiet_for(p, 350))
        continue;
}

void clerk_leaves(struct pty *p)
{
    pty_signal(p, 15);
    assert_int_equal(pty_wait_exit(p), 0);
    assert_false(pty_alternate(p));
    pty_free(p);
}

/* --- stories */

static void show(struct pty *p)
{
    for (int row = 0; getenv("MADO_SHOW") && row < 40; row++)
        fprintf(stderr, "%s\n", pty_row(p, row));
}

void tell_steps(
    struct pty *p, enum lang l, const struct told *steps, size_t n, const char *file, int line)
{
    for (size_t i = 0; i < n; i++) {
        if (steps[i].keys[0] && strcmp(steps[i].keys[0], "F12") == 0)
            clerk_breath(p);
        for (size_t k = 0; k < KEYS_MOST && steps[i].keys[k]; k++)
            pty_keys(p, steps[i].keys[k]);
        const char *want = in(l, steps[i].ja, steps[i].en);
        if (want)
            pty_expect(p, want + (want[0] == '~'), want[0] != '~', file, line);
        show(p);
    }
}
