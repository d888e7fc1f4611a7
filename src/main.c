/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the floors together: the command line, and the screens on a terminal. */
#include "base/base.h"
#include "cli/cli.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "screens/app.h"
#include "story.h"
#include "sys/env.h"
#include "sys/file.h"
#include "sys/log.h"
#include "sys/paths.h"
#include "sys/watch.h"
#include "tui/loop.h"
#include "tui/term.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* The leak checker of a sanitizer build must look into the process (configure.ac). */
#ifndef MADO_DUMPABLE
#define MADO_DUMPABLE 0
#endif

struct run {
    const struct cli *cli;
    const char *database; /* its name in the folder */
    struct log log; /* beside the database; closed where its folder may only be read */
    struct desk *desk;
    struct shell *shell;
    struct watch watch;
    bool leaving;
    int64_t left_ms; /* when the screens ended */
};

/* How long the trail's line of the log-out waits for another program: nobody can press Esc any more. */
enum { LEAVE_MS = 500 };

/* Another terminal is writing: says who, and Esc gives up. No name = no terminal of ours. */
static bool wait_for(void *arg, const char *holder)
{
    struct run *r = arg;
    struct msg m;
    if (!r->shell)
        return !r->leaving || clock_mono_ms(&r->cli->clock) - r->left_ms < LEAVE_MS;
    if (str_empty(holder))
        msg_set(&m, N_("Another program is using the database. A moment, please. Esc gives up; what you typed stays."), NULL);
    else
        msg_set(&m, N_("%s is storing something. A moment, please. Esc gives up; what you typed stays."), holder, NULL);
    return app_wait(r->shell->app, &m, 100);
}

static bool drain(void *arg)
{
    struct run *r = arg;
    return watch_drain(&r->watch, r->database);
}

static const char *terminal_name(void)
{
    const char *name = ttyname(STDIN_FILENO);
    return name && str_starts(name, "/dev/") ? name + 5 : "?";
}

static bool open_desk(struct run *r, const char *path, struct err *e)
{
    struct desk_options o = { .path = path, .clock = &r->cli->clock, .terminal = terminal_name(), .log = &r->log,
        .wait = wait_for, .wait_arg = r };
    if (!desk_open(&o, &r->desk, e))
        return false;
    desk_use_catalogues(r->desk, &r->cli->catalogs);
    return !r->cli->now || desk_hospital(r->desk)->training
        || err_set(e, ERR_INPUT, "", N_("--now is for training desks only; this one is real."), NULL);
}

static enum theme theme_of(const char *word)
{
    return str_eq(word, "light") ? THEME_LIGHT : str_eq(word, "plain") ? THEME_PLAIN : THEME_DARK;
}

static int run_shell(struct run *r, struct term *term)
{
    int rows, cols;
    term_size(term, &rows, &cols);
    r->shell = shell_new(&(struct shell_options){ .desk = r->desk, .catalogs = &r->cli->catalogs, .lang = r->cli->lang,
        .rows = rows, .cols = cols, .fallback_locale = r->cli->fallback_locale, .drain = drain, .drain_arg = r });
    loop_run(&(struct loop_config){ .app = r->shell->app, .term = term, .watch_fd = r->watch.fd,
        .clock = &r->cli->clock });
    struct shell *shell = r->shell;
    r->shell = NULL;
    r->leaving = true;
    r->left_ms = clock_mono_ms(&r->cli->clock);
    shell_free(shell); /* the screens keep their drafts */
    desk_logout(r->desk, NULL);
    return CLI_DONE;
}

static int run_screens(const struct cli *c, const char *path)
{
    struct err e = ERR_INIT;
    struct term *term = NULL;
    struct run r = { .cli = c, .database = strrchr(path, '/') ? strrchr(path, '/') + 1 : path, .log = LOG_CLOSED, .watch = { -1 } };
    int code = CLI_FAILED;
    if (file_exists(path)) /* else nothing is there to write about */
        log_open(&r.log, log_path(path, c->arena), &c->clock, NULL);
    log_event(&r.log, "start", "desk", 0, 0);
    if (open_desk(&r, path, &e) && watch_open(&r.watch, paths_folder(path, c->arena), &e)
        && (term = term_open(&(struct term_options){ theme_of(c->theme), desk_hospital(r.desk)->ambiguous, &r.log }, &e)))
        code = run_shell(&r, term);
    if (term)
        term_close(term);
    if (r.watch.fd >= 0)
        watch_close(&r.watch);
    desk_close(r.desk);
    log_event(&r.log, code == CLI_DONE ? "stop" : "not_opened", "desk", 0, (int)e.kind);
    log_close(&r.log);
    if (code != CLI_DONE)
        cli_failed(c, &e);
    return code;
}

/* What a crash or a neighbour could pick up: no core file, no debugger, files only for this account. */
static void close_windows(void)
{
    umask(077);
    setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
    prctl(PR_SET_DUMPABLE, MADO_DUMPABLE);
}

/* A limit on the size of files is an error of the write that meets it, as a full disk is, and not the end of the program. */
static void no_sudden_end(void)
{
    signal(SIGXFSZ, SIG_IGN);
}

int main(int argc, char **argv)
{
    env_clean();
    close_windows();
    no_sudden_end();
    return cli_main(argc, argv, &(struct cli_doors){ run_screens, story_play });
}
