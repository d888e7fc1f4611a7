/* SPDX-License-Identifier: GPL-3.0-or-later */
/* policy switch FILE: a new version of the rules, by two people who enter their passphrases here; policy list. */
#include "cli/commands.h"
#include "desk/policy_switch.h"
#include "desk/session.h"
#include "policy/load.h"
#include "sys/file.h"
#include "sys/prompt.h"

enum { ANSWER = 600 };

bool cli_read_policy(const struct cli *c, const char *path, const char **text, size_t *bytes, struct err *e)
{
    struct diags found;
    struct buf b;

    if (!file_read(path, POLICY_BYTES_MAX, c->arena, text, bytes, e))
        return false;
    diags_init(&found, c->arena);
    const struct policy *p = policy_load(*text, *bytes, c->arena, &found);
    buf_init(&b, 256 * 1024);
    for (size_t i = 0; i < found.n; i++)
        if (found.item[i].kind != DIAG_WARNING)
            diag_text(&found.item[i], path, c->catalogs.of[c->lang], &b);
    fputs(b.p, stderr);
    buf_fini(&b);
    if (!p)
        return err_set(e, ERR_INPUT, "policy", N_("This policy file cannot be used yet: mend what is named above."), NULL);
    return policy_may_switch_on(p, e);
}

static bool ask_second(const struct cli *c, struct desk *d, const char *shown, struct second *second, struct err *e)
{
    char login[ANSWER], passphrase[ANSWER];
    struct second_ask ask = { .action = ACT_POLICY_SWITCH, .object = "policy", .shown = shown };
    bool ok = prompt_line(tr(c->catalogs.of[c->lang], N_("Second person, log-in: ")), login, sizeof login, e)
        && prompt_secret(tr(c->catalogs.of[c->lang], N_("Passphrase: ")), passphrase, sizeof passphrase, e)
        && desk_second(d, &ask, login, passphrase, second, e);

    explicit_bzero(passphrase, sizeof passphrase);
    return ok;
}

int cmd_policy_switch(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct desk *d = NULL;
    struct second second = NO_SECOND;
    const char *path, *text;
    int64_t version = 0;
    size_t n;

    if (c->argc != 1)
        return cli_usage(c, "madoguchi policy switch FILE [--db FILE]");
    if (!cli_database(c, &path, &e) || !cli_read_policy(c, c->argv[0], &text, &n, &e) || !cli_desk_as(c, path, &d, &e))
        return cli_failed(c, &e);
    bool ok = ask_second(c, d, arena_printf(c->arena, "policy %s", c->argv[0]), &second, &e)
        && desk_policy_switch(d, text, n, second, &version, &e);
    desk_close(d);
    if (!ok)
        return cli_failed(c, &e);
    cli_say(c, N_("The rules are switched on (version %s)."), arena_printf(c->arena, "%lld", (long long)version), NULL);
    return CLI_DONE;
}

int cmd_policy_list(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct desk *d = NULL;
    struct policy_line *lines = NULL;
    const char *path;
    size_t n = 0;

    if (c->argc != 0)
        return cli_usage(c, "madoguchi policy list [--db FILE]");
    if (!cli_database(c, &path, &e) || !cli_desk(c, path, &d, &e))
        return cli_failed(c, &e);
    bool ok = desk_policies(d, c->arena, &lines, &n, &e);
    desk_close(d);
    if (!ok)
        return cli_failed(c, &e);
    for (size_t i = 0; i < n; i++) {
        char from[DAY_TEXT];
        day_iso(lines[i].valid_from, from);
        printf("%3lld  %s  %-12s %s  %s\n", (long long)lines[i].version, from, lines[i].policy, lines[i].digest, lines[i].by_name);
    }
    return CLI_DONE;
}
