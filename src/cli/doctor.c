/* SPDX-License-Identifier: GPL-3.0-or-later */
/* madoguchi doctor: what the hospital's IT person wants to know about this machine, in one list. Reads only. */
#include "cli/commands.h"
#include "desk/desk.h"
#include "desk/keep.h"
#include "policy/calendar.h"
#include "sys/env.h"
#include "sys/file.h"
#include "sys/paths.h"

#include <sys/stat.h>
#include <unistd.h>

enum { BACKUP_TOO_OLD_DAYS = 2 };

struct doctor {
    const struct cli *c;
    int troubles;
};

static void line(struct doctor *d, bool good, const char *msgid, const char *word)
{
    struct buf b;
    buf_init(&b, 8192);
    msg_format(tr(d->c->catalogs.of[d->c->lang], msgid), &word, word ? 1 : 0, &b);
    printf("%s %s\n", tr(d->c->catalogs.of[d->c->lang], good ? N_("[ok]  ") : N_("[look]")), b.p);
    buf_fini(&b);
    d->troubles += !good;
}

static void error_line(struct doctor *d, const struct err *e)
{
    struct buf b;
    buf_init(&b, 8192);
    msg_text(d->c->catalogs.of[d->c->lang], &e->msg, &b);
    printf("%s %s\n", tr(d->c->catalogs.of[d->c->lang], N_("[look]")), b.p);
    buf_fini(&b);
    d->troubles++;
}

static void look_at_machine(struct doctor *d)
{
    struct err e = ERR_INIT;
    if (env_has_terminal(&e))
        line(d, true, N_("TERM names a terminal."), NULL);
    else
        error_line(d, &e);
    line(d, !d->c->fallback_locale, d->c->fallback_locale
            ? N_("The locale of this account is not UTF-8 or not generated; the program uses C.UTF-8.")
            : N_("The locale of this account is UTF-8."),
        NULL);
    line(d, d->c->catalogs.of[LANG_JA] != NULL, d->c->catalogs.of[LANG_JA]
            ? N_("The Japanese texts are installed.")
            : N_("The Japanese texts are missing; everything is shown in English. Install the program again."),
        NULL);
}

/* In a shared desktop account the log-ins of the program are only advice (reliability.md 5). */
static void look_at_file(struct doctor *d, const char *path)
{
    struct stat file, folder;
    if (stat(path, &file) != 0 || stat(paths_folder(path, d->c->arena), &folder) != 0) {
        line(d, false, N_("There is no database at %s."), path);
        return;
    }
    line(d, file.st_uid == geteuid(), file.st_uid == geteuid()
            ? N_("This account owns the database: %s")
            : N_("Another account owns the database: %s"),
        path);
    bool closed = (file.st_mode & 077) == 0 && (folder.st_mode & 077) == 0;
    line(d, closed, closed ? N_("No other account can read the database or its folder.")
                           : N_("Other accounts can read the database or its folder: chmod 700 the folder, 600 the file."),
        NULL);
}

static void look_at_desk(struct doctor *d, const char *path)
{
    struct desk *desk = NULL;
    struct err e = ERR_INIT;
    int first = 0, last = 0, y, m, dd;
    if (!cli_desk(d->c, path, &desk, &e)) {
        error_line(d, &e);
        return;
    }
    line(d, true, N_("The database is this program's, with its own tables and triggers, and the trail's last link holds."),
        NULL);
    line(d, !desk_read_only(desk), desk_read_only(desk) ? N_("The database may only be read.")
                                                        : N_("The database may be written."),
        NULL);
    if (desk_policy_version(desk, desk_today(desk), &e))
        line(d, true, N_("A policy is in force today."), NULL);
    else
        error_line(d, &e);
    const struct calendar *calendar = desk_calendar(desk, &e);
    if (calendar)
        calendar_years(calendar, &first, &last);
    day_to_ymd(desk_today(desk), &y, &m, &dd);
    line(d, last >= y, last >= y ? N_("The official holidays are known until the end of %s.")
                                 : N_("The official holidays end before this year: import the new list (madoguchi import holidays)."),
        arena_printf(d->c->arena, "%d", last));
    line(d, !str_empty(desk_printer(desk)), str_empty(desk_printer(desk)) ? N_("No printer is set (Settings).")
                                                                          : N_("Printer: %s"),
        desk_printer(desk));
    desk_close(desk);
}

static void look_at_backups(struct doctor *d, const char *path)
{
    const char *folder = paths_join(paths_folder(path, d->c->arena), "backup", d->c->arena);
    day today, made = desk_backup_newest(folder, d->c->arena);
    hm now;
    char date[DAY_TEXT];
    instant_civil(clock_wall(&d->c->clock), 540, &today, &now);
    day_iso(made, date);
    if (!day_known(made))
        line(d, false, N_("There is no backup in %s. Run madoguchi backup every day, and keep one copy elsewhere."), folder);
    else
        line(d, day_diff(today, made) <= BACKUP_TOO_OLD_DAYS, N_("The last backup is of %s."), date);
}

int cmd_doctor(const struct cli *c)
{
    struct err e = ERR_INIT;
    struct doctor d = { .c = c };
    const char *path;
    if (c->argc > 0)
        return cli_usage(c, "madoguchi doctor [--db FILE]");
    if (!cli_database(c, &path, &e))
        return cli_failed(c, &e);
    look_at_machine(&d);
    look_at_file(&d, path);
    if (file_exists(path)) {
        look_at_desk(&d, path);
        look_at_backups(&d, path);
    }
    return d.troubles == 0 ? CLI_DONE : CLI_FAILED;
}
