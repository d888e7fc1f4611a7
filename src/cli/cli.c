/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"

#include "cli/commands.h"
#include "cli/policy_cmd.h"
#include "sys/env.h"
#include "sys/file.h"
#include "sys/paths.h"

#include <errno.h>
#include <stdarg.h>
#include <unistd.h>

enum { WORDS_MAX = 8, CATALOGUE_MAX = 4 * 1024 * 1024 };

struct command {
    const char *name, *second; /* second word; NULL = none */
    const char *usage;         /* as it is typed, not translated */
    const char *help;          /* msgid */
    int (*run)(const struct cli *c);
};

static const struct command commands[] = {
    { "run", NULL, "madoguchi [run] [--db FILE]", N_("Opens the desk on this terminal."), cmd_run },
    { "demo", NULL, "madoguchi demo [--story] [--fresh] [--db FILE]", N_("Opens a desk with invented people, to learn and to try."), cmd_demo },
    { "init", NULL, "madoguchi init [--db FILE] [--batch FILE]", N_("Makes a new desk."), cmd_init },
    { "staff", "recover", "madoguchi staff recover LOGIN",
        N_("Gives somebody a new passphrase; for the owner of the file."), cmd_staff_recover },
    { "policy", "switch", "madoguchi policy switch FILE [--db FILE]",
        N_("Switches on a new version of the hospital's rules; takes two people."), cmd_policy_switch },
    { "policy", "list", "madoguchi policy list [--db FILE]", N_("Lists the versions of the rules."), cmd_policy_list },
    { "policy", NULL, "madoguchi policy check FILE | ask FILE fact=value ... [--json] | reference",
        N_("Checks a hospital's rules, or asks them a question."), cmd_policy },
    { "import", "holidays", "madoguchi import holidays FILE",
        N_("Reads the official list of holidays (CSV)."), cmd_import_holidays },
    { "verify", NULL, "madoguchi verify [--db FILE]", N_("Looks whether everything stored is as the rules say."),
        cmd_verify },
    { "backup", NULL, "madoguchi backup [FOLDER] [--db FILE]", N_("Makes a verified copy of the database."), cmd_backup },
    { "restore", NULL, "madoguchi restore FILE [--db FILE]", N_("Puts a backup in place; takes two people."),
        cmd_restore },
    { "doctor", NULL, "madoguchi doctor [--db FILE]", N_("Says what is wrong with this machine's set-up."), cmd_doctor },
};

/* --- saying */

static void say_to(FILE *to, const struct cli *c, const char *msgid, va_list words)
{
    const char *word[WORDS_MAX];
    size_t n = 0;
    struct buf b;
    for (const char *w; n < WORDS_MAX && (w = va_arg(words, const char *));)
        word[n++] = w;
    buf_init(&b, 64 * 1024);
    msg_format(tr(c->catalogs.of[c->lang], msgid), word, n, &b);
    fprintf(to, "%s\n", b.p);
    buf_fini(&b);
}

void cli_say(const struct cli *c, const char *msgid, ...)
{
    va_list words;
    va_start(words, msgid);
    say_to(stdout, c, msgid, words);
    va_end(words);
}

void cli_complain(const struct cli *c, const char *msgid, ...)
{
    va_list words;
    va_start(words, msgid);
    say_to(stderr, c, msgid, words);
    va_end(words);
}

/* Fields of init have names that are typed: they are said. "file" or "TERM" are not. */
static bool is_key(const char *field)
{
    static const char *const also[] = { "policy", "holidays", "login", "name", "lang", "passphrase" };

    for (size_t i = 0; i < COUNT_OF(also); i++)
        if (str_eq(also[i], field))
            return true;
    return strchr(field, '.') != NULL;
}

int cli_failed(const struct cli *c, const struct err *e)
{
    struct buf b;
    buf_init(&b, 64 * 1024);
    msg_text(c->catalogs.of[c->lang], &e->msg, &b);
    fprintf(stderr, "%s%s%s\n", is_key(e->field) ? e->field : "", is_key(e->field) ? ": " : "", b.p);
    buf_fini(&b);
    return CLI_FAILED;
}

int cli_usage(const struct cli *c, const char *usage)
{
    cli_complain(c, N_("It is written like this: %s"), usage, NULL);
    return CLI_USAGE;
}

static int help(const struct cli *c)
{
    cli_say(c, N_("Madoguchi: the reception counter for second opinions."), NULL);
    printf("\n");
    for (size_t i = 0; i < COUNT_OF(commands); i++)
        printf("  %s\n      %s\n", commands[i].usage, tr(c->catalogs.of[c->lang], commands[i].help));
    printf("\n  --db FILE\n      %s\n  --lang ja|en\n      %s\n  --now 2026-11-24T10:42\n      %s\n",
        tr(c->catalogs.of[c->lang], N_("Another database than /var/lib/madoguchi/desk.db.")),
        tr(c->catalogs.of[c->lang], N_("The language of the command line.")),
        tr(c->catalogs.of[c->lang], N_("Another time; on a training desk only.")));
    printf("  --theme dark|light|plain\n      %s\n",
        tr(c->catalogs.of[c->lang], N_("The colours of the screen; plain has none.")));
    return CLI_DONE;
}

/* --- options that hold for all commands; they may stand anywhere */

static bool take_value(struct cli *c, const char *name, int *i, int argc, char **argv, const char **out,
    struct err *e)
{
    size_t n = strlen(name);
    if (strncmp(argv[*i], name, n) == 0 && argv[*i][n] == '=') {
        *out = argv[*i] + n + 1;
        return true;
    }
    if (*i + 1 >= argc || str_starts(argv[*i + 1], "--"))
        return err_set(e, ERR_INPUT, "", N_("%s needs a value after it."), name, NULL);
    (void)c;
    *out = argv[++*i];
    return true;
}

static bool is_option(const char *arg, const char *name)
{
    size_t n = strlen(name);
    return strncmp(arg, name, n) == 0 && (arg[n] == '\0' || arg[n] == '=');
}

/* Takes the general options out of argv; what is left goes to c->argv. */
static bool read_options(struct cli *c, int argc, char **argv, struct err *e)
{
    const char *lang = NULL;
    bool all = true;
    c->argv = ARENA_ARRAY(c->arena, char *, (size_t)argc + 1);
    for (int i = 1; i < argc; i++) {
        bool ok = true;
        if (all && str_eq(argv[i], "--"))
            all = false;
        else if (all && is_option(argv[i], "--db"))
            ok = take_value(c, "--db", &i, argc, argv, &c->db, e);
        else if (all && is_option(argv[i], "--now"))
            ok = take_value(c, "--now", &i, argc, argv, &c->now, e);
        else if (all && is_option(argv[i], "--theme"))
            ok = take_value(c, "--theme", &i, argc, argv, &c->theme, e);
        else if (all && is_option(argv[i], "--lang"))
            ok = take_value(c, "--lang", &i, argc, argv, &lang, e);
        else
            c->argv[c->argc++] = argv[i];
        if (!ok)
            return false;
    }
    if (c->theme && !str_eq(c->theme, "dark") && !str_eq(c->theme, "light") && !str_eq(c->theme, "plain"))
        return err_set(e, ERR_INPUT, "", N_("--theme is dark, light or plain."), NULL);
    return !lang || lang_of(lang, &c->lang) || err_set(e, ERR_INPUT, "", N_("--lang is ja or en."), NULL);
}

/* "2026-11-24T10:42" in Japan's time: --now is for training desks, which stand there. */
static bool read_now(struct cli *c, struct err *e)
{
    char date[11];
    day d;
    hm t;
    if (!c->now)
        return true;
    if (strlen(c->now) != 16 || c->now[10] != 'T' || !str_copy(date, sizeof date, c->now))
        str_copy(date, sizeof date, "");
    snprintf(date, sizeof date, "%.10s", c->now);
    if (strlen(c->now) != 16 || c->now[10] != 'T' || !day_parse_iso(date, &d) || !hm_parse(c->now + 11, &t))
        return err_set(e, ERR_INPUT, "", N_("--now is written like 2026-11-24T10:42."), NULL);
    c->clock = clock_running(instant_of(d, t, 540));
    return true;
}

/* The Japanese catalogue; without it the program speaks English. */
static void load_catalogue(struct cli *c)
{
    const char *bytes;
    size_t n;
    struct err lost = ERR_INIT;
    const struct catalog *ja = NULL;
    if (file_read(paths_catalogue("ja", c->arena), CATALOGUE_MAX, c->arena, &bytes, &n, &lost)
        && catalog_load(bytes, n, c->arena, &ja, &lost))
        c->catalogs.of[LANG_JA] = ja;
}

/* --- databases and commands of other files */

/* A rule is tried with the official list that came with the program; beyond it, and without it, by law. */
static const struct calendar *shipped_holidays(const struct cli *c)
{
    const char *path = paths_data("holidays.csv", c->arena), *list;
    struct calendar *calendar = calendar_new(c->arena);
    struct err lost = ERR_INIT;
    return file_exists(path) && cli_read_holidays(path, c->arena, &list, &lost) && calendar_add_csv(calendar, list, &lost)
        ? calendar
        : NULL;
}

int cmd_policy(const struct cli *c)
{
    day today;
    hm now;
    instant_civil(clock_wall(&c->clock), 540, &today, &now);
    return cli_policy(c->argc, c->argv,
        &(struct policy_cmd){ .out = stdout, .err = stderr, .lang = c->lang, .catalogs = &c->catalogs, .today = today,
            .calendar = shipped_holidays(c) });
}

bool cli_database(const struct cli *c, const char **path, struct err *e)
{
    return paths_database(c->db, false, c->arena, path, e);
}

bool cli_there(const char *path)
{
    return access(path, F_OK) == 0 || errno != ENOENT;
}

int cmd_run(const struct cli *c)
{
    struct err e = ERR_INIT;
    const char *path;
    if (c->argc > 0)
        return cli_usage(c, "madoguchi [run] [--db FILE]");
    if (!cli_database(c, &path, &e))
        return cli_failed(c, &e);
    if (!cli_there(path)) {
        cli_complain(c, N_("There is no desk at %s yet. \"madoguchi init\" makes one."), path, NULL);
        return CLI_FAILED;
    }
    if (!env_has_terminal(&e))
        return cli_failed(c, &e);
    return c->screens(c, path);
}

/* --- the table */

static const struct command *find(const struct cli *c, int *words)
{
    const char *first = c->argc > 0 ? c->argv[0] : "run";
    const char *next = c->argc > 1 ? c->argv[1] : NULL;
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        if (!str_eq(commands[i].name, first) || (commands[i].second && !str_eq(commands[i].second, next)))
            continue;
        *words = (c->argc > 0) + (commands[i].second != NULL);
        return &commands[i];
    }
    return NULL;
}

static int unknown(const struct cli *c)
{
    const struct command *near = NULL;
    int best = 3;
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        int d = str_distance(c->argv[0], commands[i].name, 2);
        bool by_second = c->argc > 1 && (!commands[i].second || str_eq(commands[i].second, c->argv[1]));
        bool had = near && near->second && c->argc > 1 && str_eq(near->second, c->argv[1]);
        if (d < best || (d == best && near && by_second && !had)) {
            best = d;
            near = &commands[i];
        }
    }
    bool first_is_right = best == 0;
    if (first_is_right && c->argc == 1) /* only the second word is missing */
        return cli_usage(c, near->usage);
    cli_complain(c, N_("There is no command \"%s\". \"madoguchi --help\" lists them."),
        first_is_right ? arena_printf(c->arena, "%s %s", c->argv[0], c->argv[1]) : c->argv[0], NULL);
    return near ? cli_usage(c, near->usage) : CLI_USAGE;
}

static int dispatch(struct cli *c)
{
    int words = 0;
    const char *first = c->argc > 0 ? c->argv[0] : "";
    if (str_eq(first, "--help") || str_eq(first, "-h") || str_eq(first, "help"))
        return help(c);
    if (str_eq(first, "--version") || str_eq(first, "version")) {
        printf("madoguchi %s\n", PACKAGE_VERSION);
        return CLI_DONE;
    }
    const struct command *cmd = find(c, &words);
    if (!cmd)
        return unknown(c);
    c->argc -= words;
    c->argv += words;
    return cmd->run(c);
}

int cli_main(int argc, char **argv, const struct cli_doors *doors)
{
    struct arena arena;
    struct err e = ERR_INIT;
    arena_init(&arena);
    struct cli c = { .arena = &arena, .clock = clock_real(), .screens = doors->screens, .story = doors->story,
        .lang = env_wants_japanese() ? LANG_JA : LANG_EN };
    for (int i = 1; i < argc; i++) /* what is wrong with the other options is said in it */
        if (str_starts(argv[i], "--lang"))
            lang_of(argv[i][6] == '=' ? argv[i] + 7 : i + 1 < argc ? argv[i + 1] : "", &c.lang);
    load_catalogue(&c);
    c.fallback_locale = env_set_locale() != ENV_LOCALE_OWN;
    int code;
    if (!read_options(&c, argc, argv, &e) || !read_now(&c, &e)) {
        cli_failed(&c, &e);
        code = CLI_USAGE;
    } else
        code = dispatch(&c);
    if (fflush(stdout) != 0 || ferror(stdout))
        code = code == CLI_DONE ? CLI_FAILED : code;
    arena_fini(&arena);
    return code;
}
