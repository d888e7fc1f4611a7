/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands that work on a desk's database. */
#include "cli/commands.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "desk/setup.h"
#include "sys/file.h"
#include "sys/prompt.h"
#include "text/charset.h"

enum { LIST_BYTES_MAX = 1024 * 1024, ANSWER_BYTES = 600 };

bool cli_desk(const struct cli *c, const char *path, struct desk **out, struct err *e)
{
    if (!cli_there(path))
        return err_set(e, ERR_INPUT, "", N_("There is no desk at %s yet. \"madoguchi init\" makes one."), path, NULL);
    if (!desk_open(&(struct desk_options){ .path = path, .clock = &c->clock, .terminal = "command line" }, out, e))
        return false;
    desk_use_catalogues(*out, &c->catalogs);
    if (!c->now || desk_hospital(*out)->training)
        return true;
    desk_close(*out);
    *out = NULL;
    return err_set(e, ERR_INPUT, "", N_("--now is for training desks only; this one is real."), NULL);
}

static const char *words(const struct cli *c, const char *msgid)
{
    return tr(c->catalogs.of[c->lang], msgid);
}

bool cli_desk_as(const struct cli *c, const char *path, struct desk **out, struct err *e)
{
    char login[ANSWER_BYTES], passphrase[ANSWER_BYTES];
    if (!cli_desk(c, path, out, e))
        return false;
    bool ok = prompt_line(words(c, N_("Log-in: ")), login, sizeof login, e)
        && prompt_secret(words(c, N_("Passphrase: ")), passphrase, sizeof passphrase, e);
    if (ok) {
        enum login_state state = desk_login(*out, login, passphrase, e);
        ok = state == LOGIN_IN;
        if (state == LOGIN_MUST_CHANGE)
            err_set(e, ERR_DENIED, "", N_("This passphrase must be changed first. Log in on the screen once."), NULL);
    }
    explicit_bzero(passphrase, sizeof passphrase);
    if (!ok) {
        desk_close(*out);
        *out = NULL;
    }
    return ok;
}

/* --- staff recover */

static bool ask_fresh_once(const struct cli *c, char *fresh, size_t size, struct err *e)
{
    char again[ANSWER_BYTES];
    if (!prompt_secret(words(c, N_("New passphrase: ")), fresh, size, e))
        return false;
    if (!prompt_is_terminal())
        return true;
    bool ok = prompt_secret(words(c, N_("Once more: ")), again, sizeof again, e)
        && (str_eq(fresh, again)
            || err_set(e, ERR_INPUT, "", N_("The two passphrases differ. Type both again."), NULL));
    explicit_bzero(again, sizeof again);
    return ok;
}

/* A slip of the fingers is asked again. */
static bool ask_fresh(const struct cli *c, char *fresh, size_t size, struct err *e)
{
    while (!ask_fresh_once(c, fresh, size, e)) {
        if (e->kind != ERR_INPUT || !prompt_is_terminal())
            return false;
        cli_failed(c, e);
        err_clear(e);
    }
    return true;
}

int cmd_staff_recover(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct desk *d = NULL;
    const char *path;
    char fresh[ANSWER_BYTES] = "";
    if (c->argc != 1)
        return cli_usage(c, "madoguchi staff recover LOGIN");
    bool ok = cli_database(c, &path, &e) && cli_desk(c, path, &d, &e) && ask_fresh(c, fresh, sizeof fresh, &e)
        && desk_staff_recover(d, c->argv[0], fresh, &e);
    explicit_bzero(fresh, sizeof fresh);
    desk_close(d);
    if (!ok)
        return cli_failed(c, &e);
    cli_say(c, N_("%s has a new passphrase, to be changed at the next log-in."), c->argv[0], NULL);
    return CLI_DONE;
}

/* --- import holidays */

/* The official list comes in CP932; somebody may have turned it into UTF-8. */
bool cli_read_holidays(const char *path, struct arena *a, const char **utf8, struct err *e)
{
    const char *bytes;
    size_t n;
    struct err not_cp932 = ERR_INIT;
    if (!file_read(path, LIST_BYTES_MAX, a, &bytes, &n, e))
        return false;
    struct buf b;
    buf_init(&b, 4 * LIST_BYTES_MAX);
    bool ok = charset_from_cp932(bytes, n, &b, &not_cp932);
    *utf8 = ok ? arena_strdup(a, b.p) : arena_strndup(a, bytes, n);
    buf_fini(&b);
    return true;
}

int cmd_import_holidays(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct desk *d = NULL;
    const char *path, *list;
    char changed[24];
    int n = 0;
    if (c->argc != 1)
        return cli_usage(c, "madoguchi import holidays FILE");
    const char *name = strrchr(c->argv[0], '/') ? strrchr(c->argv[0], '/') + 1 : c->argv[0];
    bool ok = cli_read_holidays(c->argv[0], c->arena, &list, &e) && cli_database(c, &path, &e)
        && cli_desk_as(c, path, &d, &e) && desk_import_holidays(d, list, name, &n, &e);
    desk_close(d);
    if (!ok)
        return cli_failed(c, &e);
    snprintf(changed, sizeof changed, "%d", n);
    cli_say(c, N_("Holidays taken over; new, changed or no longer there: %s."), changed, NULL);
    return CLI_DONE;
}
