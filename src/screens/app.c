/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/app.h"
#include "domain/request_check.h"
#include "screens/registry.h"
#include "screens/trust.h"

struct shell *shell_of(const struct screen *s)
{
    return app_user(s->app);
}

struct desk *desk_of(const struct screen *s)
{
    return shell_of(s)->desk;
}

const struct hospital *hospital_of(const struct screen *s)
{
    return desk_hospital(desk_of(s));
}

enum lang lang_of_screen(const struct screen *s)
{
    return app_lang(s->app);
}

const char *shell_name(const struct screen *s, const char *name, const char *number)
{
    return shell_of(s)->hide_names ? str_or(number, "***") : str_or(name, "");
}

void shell_hide(struct shell *sh, bool on)
{
    sh->hide_names = on;
    app_set_veiled(sh->app, on);
}

/* --- opening each other's screens */

bool shell_has(enum place place)
{
    return registry_at(place) != NULL;
}

/* The screen opens after the caller's function returned: what it is told lives as long as the caller. */
static const struct place_arg *kept(struct screen *s, const struct place_arg *arg)
{
    if (!arg)
        return NULL;
    struct place_arg *copy = ARENA_NEW(&s->arena, struct place_arg);
    *copy = *arg;
    copy->step = arena_strdup(&s->arena, arg->step);
    copy->text = arena_strdup(&s->arena, arg->text);
    return copy;
}

/* Who may not read requests has no day's list: a board that shows nothing would be a lie. */
const struct screen_ops *shell_home(const struct shell *sh)
{
    if (sh->home != registry_at(PLACE_HOME) || desk_may(sh->desk, ACT_REQUEST_READ))
        return sh->home;
    return desk_may(sh->desk, ACT_STAFF_SAVE) ? &staff_screen : &account_screen;
}

/* A request that is not there yet is its form. */
static const struct screen_ops *screen_at(const struct screen *s, enum place place, const struct place_arg *arg)
{
    if (place == PLACE_HOME)
        return shell_home(shell_of(s));
    return registry_at(place == PLACE_REQUEST && (!arg || arg->request == 0) ? PLACE_REQUEST_FORM : place);
}

struct step shell_open(struct screen *s, enum place place, const struct place_arg *arg, int tag)
{
    const struct screen_ops *to = screen_at(s, place, arg);
    BUG_IF(!to);
    return step_push(to, kept(s, arg), tag);
}

struct step shell_replace(struct screen *s, enum place place, const struct place_arg *arg)
{
    const struct screen_ops *to = screen_at(s, place, arg);
    BUG_IF(!to);
    return step_replace(to, kept(s, arg));
}

bool shell_may(const struct screen *s, enum desk_action a, struct msg *why)
{
    char words[MSG_ARG_BYTES];
    if (desk_may(desk_of(s), a))
        return true;
    msg_set(why, permission_missing,
        msg_word(permission_of(a)->words, words), NULL);
    return false;
}

/* --- what cannot be stored */

struct step shell_ask_number(struct screen *s, const struct err *e, int tag)
{
    struct confirm_arg ask = { .title = N_("Twelve digits"), .yes = N_("Another"), .light = true, .text = e->msg };

    return dialog_confirm(s, &ask, tag);
}

struct step shell_refused(struct screen *s, struct form *f, const struct err *e, int tag)
{
    form_mark_error(f, e);
    if (is_number_question(e))
        return shell_ask_number(s, e, tag);
    app_say_err(s->app, e);
    return step_stay();
}

/* --- locking and leaving */

void shell_lock(struct shell *sh, bool idle)
{
    struct err e = ERR_INIT;
    if (desk_who(sh->desk)->id == 0)
        return;
    app_pause(sh->app); /* drafts, in case nobody comes back */
    bool recorded = desk_lock(sh->desk, idle, &e);
    /* Unlocking is no answer to the screen below. */
    app_step(sh->app, step_push(&lock_screen, NULL, TAG_SILENT));
    if (!recorded)
        app_say_err(sh->app, &e);
}

void shell_log_out(struct shell *sh)
{
    struct err e = ERR_INIT;
    shell_hide(sh, false);
    app_close_all(sh->app); /* drafts are their owner's, who is still here */
    bool recorded = desk_logout(sh->desk, &e);
    app_push(sh->app, &login_screen, NULL);
    if (!recorded)
        app_say_err(sh->app, &e);
}

/* --- keys that hold everywhere */

static struct step run_today(struct screen *s)
{
    (void)s;
    return step_home();
}

static struct step run_refresh(struct screen *s)
{
    app_reload(s->app);
    return step_stay();
}

static struct step run_search(struct screen *s)
{
    return shell_open(s, PLACE_SEARCH, NULL, 0);
}

static bool can_search(const struct screen *s, struct msg *why)
{
    (void)s;
    if (shell_has(PLACE_SEARCH))
        return true;
    msg_set(why, N_("There is no search here."), NULL);
    return false;
}

static bool somebody(const struct screen *s, struct msg *why)
{
    if (desk_who(desk_of(s))->id != 0)
        return true;
    msg_set(why, N_("Nobody is logged in. Log in first."), NULL);
    return false;
}

static struct step run_lock(struct screen *s)
{
    shell_lock(shell_of(s), false);
    return step_stay();
}

static struct step run_hide(struct screen *s)
{
    struct shell *sh = shell_of(s);
    shell_hide(sh, !sh->hide_names);
    if (sh->hide_names)
        app_say(s->app, SAY_NOTICE, N_("Names are hidden. Alt+M shows them again."), NULL);
    else
        app_say(s->app, SAY_NOTICE, N_("Names are shown."), NULL);
    return step_stay();
}

static struct step run_account(struct screen *s)
{
    return shell_open(s, PLACE_ACCOUNT, NULL, 0);
}

static struct step run_staff(struct screen *s)
{
    return shell_open(s, PLACE_STAFF, NULL, 0);
}

static bool can_staff(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_STAFF_SAVE, why);
}

static struct step run_settings(struct screen *s)
{
    return shell_open(s, PLACE_SETTINGS, NULL, 0);
}

static bool can_settings(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_SETTING_SAVE, why);
}

static struct step run_specialists(struct screen *s)
{
    return shell_open(s, PLACE_SPECIALISTS, NULL, 0);
}

static bool can_specialists(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_SPECIALIST_SAVE, why);
}

static struct step run_closures(struct screen *s)
{
    return shell_open(s, PLACE_CALENDAR, NULL, 0);
}

static bool can_closures(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_CALENDAR_SAVE, why);
}

static struct step run_trail(struct screen *s)
{
    return shell_open(s, PLACE_TRAIL, NULL, 0);
}

static bool can_trail(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_TRAIL_READ, why);
}

static struct step run_log_out(struct screen *s)
{
    shell_log_out(shell_of(s));
    return step_stay();
}

static struct step run_quit(struct screen *s)
{
    (void)s;
    return step_quit();
}

static const struct action globals[] = {
    { .id = "search", .key = "F9", .second = "Ctrl+F", .label = N_("Search"), .rank = 5,
        .help = N_("Finds requests, people and receipts from everywhere."), .usable = can_search, .run = run_search },
    { .id = "refresh", .key = "F5", .label = N_("Refresh"), .rank = 28,
        .help = N_("Reads what is shown again."), .run = run_refresh },
    { .id = "today", .key = "F11", .second = "Ctrl+T", .label = N_("Today"), .rank = 30,
        .help = N_("Goes to today's list; what was typed is kept as a draft."), .run = run_today },
    { .id = "hide", .key = "Alt+M", .label = N_("Privacy"), .rank = 35, .flags = ACTION_IN_DIALOG,
        .help = N_("Shows numbers instead of names while a visitor can see the screen."), .usable = somebody, .run = run_hide },
    { .id = "lock", .key = "Alt+K", .label = N_("Lock"), .rank = 45, .flags = ACTION_IN_DIALOG,
        .help = N_("Hides everything until you enter your passphrase; the form stays as it is."), .usable = somebody, .run = run_lock },
    { .id = "account", .label = N_("Account"), .help = N_("Your own passphrase and language."), .run = run_account },
    { .id = "staff", .label = N_("Staff"), .help = N_("The people who work here: names, roles, passphrases."),
        .usable = can_staff, .run = run_staff },
    { .id = "settings", .label = N_("Settings"), .help = N_("The hospital, this counter, printer, locking, cash."),
        .usable = can_settings, .run = run_settings },
    { .id = "specialists", .label = N_("Doctors"), .help = N_("Specialists with their hours, and the rooms."),
        .usable = can_specialists, .run = run_specialists },
    { .id = "closures", .label = N_("Days off"), .help = N_("Single days on which this hospital is closed."),
        .usable = can_closures, .run = run_closures },
    { .id = "trail", .key = "Alt+J", .label = N_("Trail"), .help = N_("Who did what, when, on what and why; checks the record."),
        .usable = can_trail, .run = run_trail },
    { .id = "logout", .label = N_("Log out"), .help = N_("Leaves the desk to the next person; drafts are kept."),
        .run = run_log_out },
    { .id = "quit", .label = N_("Quit"), .help = N_("Ends the program; drafts are kept."), .flags = ACTION_IN_LOCK,
        .run = run_quit },
    { .id = NULL },
};

/* --- what the toolkit tells */

/* Another clerk committed: at most once a second (the loop sees to that) the screens read again. */
void shell_watched(struct shell *sh)
{
    struct err e = ERR_INIT;
    if (!desk_changed(sh->desk))
        return;
    if (desk_who(sh->desk)->id == 0) {
        sh->missed = desk_locked(sh->desk);
        return;
    }
    if (desk_session_refresh(sh->desk, &e)) {
        app_reload(sh->app);
        return;
    }
    shell_log_out(sh);
    app_say_err(sh->app, &e);
}

static void on_watch(struct app *app)
{
    struct shell *sh = app_user(app);
    if (!sh->drain || sh->drain(sh->drain_arg))
        shell_watched(sh);
}

static void on_idle(struct app *app)
{
    shell_lock(app_user(app), true);
}

static void on_resume(struct app *app)
{
    shell_lock(app_user(app), false);
}

/* Every desk call leaves its statements closed: an open one would hold up the other terminals. */
static void after_step(struct app *app)
{
    struct shell *sh = app_user(app);
    const struct hospital *h = desk_hospital(sh->desk);
    const struct screen *top = app_top(app);
    const struct registered *row = top ? registry_find(top->ops) : NULL;
    BUG_IF(!desk_quiet(sh->desk));
    if (sh->missed && desk_who(sh->desk)->id != 0) {
        sh->missed = false;
        app_reload(app);
    }
    app_set_idle(app, row && (row->flags & SCREEN_MONEY) ? h->idle_money_seconds : h->idle_seconds);
}

struct shell *shell_new(const struct shell_options *o)
{
    struct shell *sh = calloc(1, sizeof *sh);
    BUG_IF(!sh);
    sh->desk = o->desk;
    sh->catalogs = o->catalogs;
    sh->fallback_locale = o->fallback_locale;
    sh->drain = o->drain;
    sh->drain_arg = o->drain_arg;
    sh->home = o->home ? o->home : registry_at(PLACE_HOME);
    if (!sh->home)
        sh->home = &account_screen;
    sh->app = app_new(&(struct app_config){
        .user = sh,
        .catalogs = o->catalogs,
        .lang = o->lang,
        .rows = o->rows,
        .cols = o->cols,
        .globals = globals,
        .draw_user = sh,
        .header = shell_header,
        .on_watch = on_watch,
        .on_idle = on_idle,
        .on_resume = on_resume,
        .after_step = after_step,
        .idle_seconds = desk_hospital(o->desk)->idle_seconds,
    });
    app_push(sh->app, &login_screen, NULL);
    return sh;
}

void shell_free(struct shell *sh)
{
    if (!sh)
        return;
    app_free(sh->app);
    free(sh);
}

struct rect shell_box(struct grid *g, int rows, int cols, const char *title)
{
    struct rect b = g->body;
    rows = rows < b.rows ? rows : b.rows;
    cols = cols < b.cols ? cols : b.cols;
    struct rect box = { b.row + (b.rows - rows) / 2, b.col + (b.cols - cols) / 2, rows, cols };
    grid_box(g, box, title);
    return (struct rect){ box.row + 1, box.col + 2, rows - 2, cols - 4 };
}
