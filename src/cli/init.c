/* SPDX-License-Identifier: GPL-3.0-or-later */
/* madoguchi init: a real desk, asked for line by line on the terminal, or from a file of key=value lines. The
 * passphrase is never on the command line nor in that file: it is typed, or the first line of standard input. */
#include "cli/commands.h"
#include "desk/session.h"
#include "desk/setup.h"
#include "desk/staff.h"
#include "sys/file.h"
#include "sys/paths.h"
#include "sys/prompt.h"

enum { ANSWER_BYTES = 600, BATCH_BYTES_MAX = 64 * 1024, VALUES_MAX = 64 };

struct init {
    const struct cli *c;
    struct setup setup;
    struct setting_value values[VALUES_MAX];
    const char *policy_path, *holidays_path;
    const char *login, *name;
    char passphrase[ANSWER_BYTES];
};

static const char *words(const struct init *in, const char *msgid)
{
    return tr(in->c->catalogs.of[in->c->lang], msgid);
}

/* --- the values, wherever they come from */

static bool put_value(struct init *in, const char *key, const char *value, struct err *e)
{
    const char *stored;
    const struct setting_def *def = settings_def(key);
    if (!def)
        return err_set(e, ERR_INPUT, key, N_("There is no setting of that name."), NULL);
    if (!setting_check(def, value, in->c->arena, &stored, e))
        return false;
    BUG_IF(in->setup.n_values == VALUES_MAX);
    in->values[in->setup.n_values++] = (struct setting_value){ def->key, stored };
    return true;
}

static bool take_policy(struct init *in, const char *path, struct err *e)
{
    in->policy_path = path;
    return cli_read_policy(in->c, path, &in->setup.policy, &in->setup.policy_bytes, e);
}

static bool take_holidays(struct init *in, const char *path, struct err *e)
{
    in->setup.holidays_source = "syukujitsu.csv (Cabinet Office)";
    return cli_read_holidays(path, in->c->arena, &in->setup.holidays, e);
}

/* --- from a file */

static bool batch_line(struct init *in, const char *file, int number, char *line, struct err *e)
{
    char at[16];
    char *equals = strchr(line, '=');
    if (line[0] == '\0' || line[0] == '#')
        return true;
    if (!equals || strspn(line, "abcdefghijklmnopqrstuvwxyz0123456789._") != (size_t)(equals - line))
        return err_set(e, ERR_INPUT, "", N_("%1$s:%2$s: this line is not written as key=value."), file,
            (snprintf(at, sizeof at, "%d", number), at), NULL);
    *equals = '\0';
    const char *key = line, *value = equals + 1;
    if (str_eq(key, "policy"))
        return take_policy(in, value, e);
    if (str_eq(key, "holidays"))
        return take_holidays(in, value, e);
    if (str_eq(key, "login"))
        in->login = value;
    else if (str_eq(key, "name"))
        in->name = value;
    else if (str_eq(key, "lang"))
        return lang_of(value, &in->setup.lang) || err_set(e, ERR_INPUT, key, N_("--lang is ja or en."), NULL);
    else
        return put_value(in, key, value, e);
    return true;
}

static bool from_file(struct init *in, const char *path, struct err *e)
{
    const char *bytes;
    size_t n;
    int number = 0;
    bool ok = file_read(path, BATCH_BYTES_MAX, in->c->arena, &bytes, &n, e);
    for (char *line = ok ? arena_strndup(in->c->arena, bytes, n) : NULL; ok && line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        size_t length = strlen(line);
        if (length > 0 && line[length - 1] == '\r')
            line[length - 1] = '\0';
        ok = batch_line(in, path, ++number, line, e);
        line = end ? end + 1 : NULL;
    }
    if (ok && (!in->login || !in->name))
        return err_set(e, ERR_INPUT, "login", N_("The first administrator is missing: login= and name=."), NULL);
    return ok && prompt_secret("", in->passphrase, sizeof in->passphrase, e);
}

/* --- on the terminal */

/* Says what is wrong with an answer that may be given again; without the key, which stands in no question. */
static void not_so(const struct init *in, struct err *fault)
{
    fault->field[0] = '\0';
    cli_failed(in->c, fault);
}

/* One question with a proposal in brackets; an empty answer takes it. */
static bool ask(struct init *in, const char *msgid, const char *proposal, const char **answer, struct err *e)
{
    char typed[ANSWER_BYTES];
    const char *question = str_empty(proposal)
        ? arena_printf(in->c->arena, "%s: ", words(in, msgid))
        : arena_printf(in->c->arena, "%s [%s]: ", words(in, msgid), proposal);
    for (;;) {
        struct err fault = ERR_INIT;
        if (prompt_line(question, typed, sizeof typed, &fault))
            break;
        if (fault.kind != ERR_INPUT) {
            *e = fault;
            return false;
        }
        not_so(in, &fault);
    }
    *answer = arena_strdup(in->c->arena, typed[0] ? typed : str_or(proposal, ""));
    return true;
}

static const struct {
    const char *key, *proposal;
} questions[] = {
    { "hospital.name.ja", "" },
    { "hospital.name.en", "" },
    { "hospital.postal", "" },
    { "hospital.address.ja", "" },
    { "hospital.address.en", "" },
    { "hospital.phone", "" },
    { "counter.number", "1" },
    { "counter.name.ja", "1番窓口" },
    { "counter.name.en", "Reception counter 1" },
    { "counter.floor.ja", "" },
    { "counter.floor.en", "" },
    { "issuer.name.ja", "" },
    { "issuer.name.en", "" },
    { "issuer.registration", "" },
};

/* Asks until the answer can stand. False only when the input ended. */
static bool ask_value(struct init *in, const char *key, const char *proposal, struct err *e)
{
    const char *answer;
    for (;;) {
        struct err fault = ERR_INIT;
        if (!ask(in, settings_def(key)->label, proposal, &answer, e))
            return false;
        if (put_value(in, key, answer, &fault)) {
            if (str_eq(key, "issuer.registration") && registration_doubtful(answer))
                cli_complain(in->c, N_("The check digit is not that of a corporation: compare the number once more."), NULL);
            return true;
        }
        not_so(in, &fault);
    }
}

static bool ask_policy(struct init *in, struct err *e)
{
    const char *path, *proposal = paths_data("policies/omu.yml", in->c->arena);
    for (;;) {
        struct err fault = ERR_INIT;
        if (!ask(in, N_("Policy file"), proposal, &path, e))
            return false;
        if (take_policy(in, path, &fault))
            return true;
        cli_failed(in->c, &fault);
    }
}

/* False when it cannot be one; fault says why. */
static bool typed_twice(struct init *in, struct err *fault)
{
    char again[ANSWER_BYTES];
    const struct hospital real = { .passphrase_min = PASSPHRASE_MIN };
    bool ok = prompt_secret(words(in, N_("Passphrase (13 characters or more): ")), in->passphrase, sizeof in->passphrase, fault)
        && passphrase_check(&real, in->login, in->passphrase, "", fault) /* not typed a second time for nothing */
        && prompt_secret(words(in, N_("Once more: ")), again, sizeof again, fault)
        && (str_eq(in->passphrase, again)
            || err_set(fault, ERR_INPUT, "", N_("The two passphrases differ. Type both again."), NULL));

    explicit_bzero(again, sizeof again);
    return ok;
}

static bool ask_passphrase(struct init *in, struct err *e)
{
    for (;;) {
        struct err fault = ERR_INIT;
        if (typed_twice(in, &fault))
            return true;
        if (fault.kind == ERR_STORE) {
            *e = fault;
            return false;
        }
        not_so(in, &fault);
    }
}

/* Only what was wrong is asked again. */
static bool ask_person(struct init *in, struct err *e)
{
    bool login = true, name = true;
    for (;;) {
        struct err fault = ERR_INIT;
        if ((login && !ask(in, N_("Log-in of the first administrator"), "admin", &in->login, e))
            || (name && !ask(in, N_("Name of the first administrator"), "", &in->name, e)))
            return false;
        if (staff_draft_good(&(struct staff_draft){ .login = in->login, .name = in->name }, &fault))
            return ask_passphrase(in, e);
        login = str_eq(fault.field, "login");
        name = !login;
        not_so(in, &fault);
    }
}

static bool from_terminal(struct init *in, struct err *e)
{
    if (!prompt_is_terminal())
        return err_set(e, ERR_INPUT, "",
            N_("There is no terminal to ask on. Give the answers in a file with --batch FILE."), NULL);
    cli_say(in->c, N_("A new desk. Enter takes what stands in brackets; all of it can be changed later under Settings."),
        NULL);
    for (size_t i = 0; i < COUNT_OF(questions); i++)
        if (!ask_value(in, questions[i].key, questions[i].proposal, e))
            return false;
    return ask_policy(in, e) && ask_person(in, e);
}

/* --- the command */

/* The shipped list of holidays unless the file named another; without one the law's own reckoning holds. */
static bool default_holidays(struct init *in, struct err *e)
{
    const char *shipped = paths_data("holidays.csv", in->c->arena);
    return in->setup.holidays || !file_exists(shipped) || take_holidays(in, shipped, e);
}

static bool default_policy(struct init *in, struct err *e)
{
    return in->setup.policy || take_policy(in, paths_data("policies/omu.yml", in->c->arena), e);
}

static int usage(const struct cli *c)
{
    return cli_usage(c, "madoguchi init [--db FILE] [--batch FILE]");
}

int cmd_init(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct init in = { .c = c, .setup = { .clock = &c->clock, .lang = c->lang } };
    const char *batch = NULL;
    in.setup.values = in.values;
    if (c->argc == 2 && str_eq(c->argv[0], "--batch"))
        batch = c->argv[1];
    else if (c->argc > 0)
        return usage(c);
    if (c->now)
        err_set(&e, ERR_INPUT, "", N_("--now is for training desks only; this one is real."), NULL);
    bool ok = !c->now && cli_database(c, &in.setup.path, &e);
    if (ok && file_exists(in.setup.path))
        ok = err_set(&e, ERR_RULE, "db", N_("There is a file at %s already. It is never written over; choose another place."),
            in.setup.path, NULL);
    ok = ok && (batch ? from_file(&in, batch, &e) : from_terminal(&in, &e)) && default_policy(&in, &e)
        && default_holidays(&in, &e);
    in.setup.login = in.login;
    in.setup.name = in.name;
    in.setup.passphrase = in.passphrase;
    ok = ok && desk_setup(&in.setup, &e);
    explicit_bzero(in.passphrase, sizeof in.passphrase);
    if (!ok)
        return cli_failed(c, &e);
    cli_say(c, N_("The desk is ready: %s"), in.setup.path, NULL);
    cli_say(c, N_("Start it with \"madoguchi\", log in as %s, and add the others under Staff; then specialists and closures."),
        in.login, NULL);
    return CLI_DONE;
}
