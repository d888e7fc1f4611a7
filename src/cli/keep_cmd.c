/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify, backup, restore. The first two are done by whoever owns the file, as the program itself; a restore
 * takes an administrator and a second person, unless the present database cannot be opened any more. */
#include "cli/commands.h"
#include "desk/desk.h"
#include "desk/keep.h"
#include "desk/session.h"
#include "sys/file.h"
#include "sys/paths.h"
#include "sys/prompt.h"

enum { PROGRAM_ITSELF = 1, ANSWER_BYTES = 600 }; /* staff row of the program */

static void say_report(const struct cli *c, const struct keep_report *r)
{
    struct buf b;
    char n[24], rules[24];
    buf_init(&b, 256 * 1024);
    for (size_t i = 0; i < r->n; i++) {
        buf_printf(&b, "%s: ", r->item[i].rule);
        msg_text(c->catalogs.of[c->lang], &r->item[i].msg, &b);
        buf_putc(&b, '\n');
    }
    fputs(b.p, stdout);
    buf_fini(&b);
    snprintf(n, sizeof n, "%zu", r->n);
    snprintf(rules, sizeof rules, "%zu", r->n_rules);
    if (r->n == 0)
        cli_say(c, N_("All %s rules hold."), rules, NULL);
    else
        cli_say(c, N_("%1$s of %2$s rules do not hold."), n, rules, NULL);
}

int cmd_verify(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct keep_report report = { 0 };
    const char *path;
    if (c->argc > 0)
        return cli_usage(c, "madoguchi verify [--db FILE]");
    if (!cli_database(c, &path, &e) || !desk_verify_file(path, &c->clock, c->arena, &report, &e))
        return cli_failed(c, &e);
    say_report(c, &report);
    return report.n == 0 ? CLI_DONE : CLI_FAILED;
}

static const char *backup_folder(const struct cli *c, const char *path)
{
    return c->argc > 0 ? c->argv[0] : paths_join(paths_folder(path, c->arena), "backup", c->arena);
}

int cmd_backup(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct keep_backup made = { 0 };
    const char *path;
    if (c->argc > 1)
        return cli_usage(c, "madoguchi backup [FOLDER] [--db FILE]");
    if (!cli_database(c, &path, &e)
        || !desk_backup_file(path, backup_folder(c, path), &c->clock, c->arena, &made, &e))
        return cli_failed(c, &e);
    cli_say(c, N_("Backup: %s"), made.path, NULL);
    printf("sha256 %s\n", made.sha256);
    say_report(c, &made.report);
    return made.report.n == 0 ? CLI_DONE : CLI_FAILED;
}

/* --- restore */

static const char *ask_words(const struct cli *c, const char *msgid)
{
    return tr(c->catalogs.of[c->lang], msgid);
}

/* What will be lost, before anybody is asked. */
static const char *say_restore(const struct cli *c, const struct keep_restore *r)
{
    day on;
    hm at;
    char date[DAY_TEXT], time[HM_TEXT];
    instant_civil(r->last, 540, &on, &at);
    day_iso(on, date);
    hm_text(at, time);
    const char *moment = arena_printf(c->arena, "%s %s", date, time);
    const char *lost = arena_printf(c->arena, "%lld", (long long)r->lost);
    cli_say(c, N_("The backup ends at %s."), moment, NULL);
    if (r->lost < 0)
        cli_say(c, N_("The present database cannot be read, so what would be lost is not known."), NULL);
    else
        cli_say(c, N_("Entries of the trail made since then, which will be lost: %s."), lost, NULL);
    if (!r->same_history)
        cli_say(c, N_("Attention: backup and present database went different ways before that."), NULL);
    if (!r->sum_known)
        cli_say(c, N_("No .sha256 file stood beside the backup to compare it with."), NULL);
    return arena_printf(c->arena, "restore %s, %lld", moment, (long long)r->lost);
}

static bool ask_second(const struct cli *c, struct desk *d, const char *shown, struct second *second, struct err *e)
{
    char login[ANSWER_BYTES], passphrase[ANSWER_BYTES];
    bool ok = prompt_line(ask_words(c, N_("Second person, log-in: ")), login, sizeof login, e)
        && prompt_secret(ask_words(c, N_("Passphrase: ")), passphrase, sizeof passphrase, e)
        && desk_second(d, &(struct second_ask){ ACT_RESTORE, "desk", 0, shown }, login, passphrase, second, e);
    explicit_bzero(passphrase, sizeof passphrase);
    return ok;
}

/* Who does it and who confirms. A database that cannot be opened knows nobody: the owner of the file alone. */
static bool ask_people(const struct cli *c, const struct keep_restore *r, const char *shown, int64_t *by, int64_t *second,
    struct err *e)
{
    struct desk *d = NULL;
    struct second who = NO_SECOND;
    struct err cannot = ERR_INIT;
    *by = PROGRAM_ITSELF;
    *second = 0;
    if (!file_exists(r->to) || !cli_desk(c, r->to, &d, &cannot)) {
        cli_say(c, N_("Nobody can log in to the present database; the owner of the file restores it."), NULL);
        return true;
    }
    desk_close(d);
    if (!cli_desk_as(c, r->to, &d, e))
        return false;
    bool ok = desk_may(d, ACT_RESTORE)
        || err_set(e, ERR_DENIED, "", N_("Only an administrator restores a backup."), NULL);
    ok = ok && ask_second(c, d, shown, &who, e);
    *by = desk_who(d)->id;
    *second = who.staff;
    desk_close(d);
    return ok;
}

static bool ask_yes(const struct cli *c, struct err *e)
{
    char typed[ANSWER_BYTES];
    return prompt_line(ask_words(c, N_("Type yes to put the backup in place: ")), typed, sizeof typed, e)
        && (str_eq(typed, "yes") || err_set(e, ERR_INPUT, "", N_("Nothing was changed."), NULL));
}

int cmd_restore(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct keep_restore r = { 0 };
    const char *path, *kept = "";
    int64_t by = PROGRAM_ITSELF, second = 0;
    if (c->argc != 1)
        return cli_usage(c, "madoguchi restore FILE [--db FILE]");
    if (!cli_database(c, &path, &e) || !desk_restore_prepare(c->argv[0], path, &c->clock, c->arena, &r, &e))
        return cli_failed(c, &e);
    say_report(c, &r.report);
    const char *shown = say_restore(c, &r);
    if (!ask_people(c, &r, shown, &by, &second, &e) || !ask_yes(c, &e)) {
        desk_restore_abandon(&r);
        return cli_failed(c, &e);
    }
    if (!desk_restore_commit(&r, &c->clock, by, second, c->arena, &kept, &e))
        return cli_failed(c, &e);
    cli_say(c, N_("The backup is in place: %s"), path, NULL);
    if (kept[0])
        cli_say(c, N_("The database that stood there was kept: %s"), kept, NULL);
    return CLI_DONE;
}
