/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who work here: a list, and what may be done to the chosen one. */
#include "desk/staff.h"
#include "domain/words.h"
#include "screens/trust.h"
#include "tui/list.h"

enum { TAG_NEW = 1, TAG_EDIT, TAG_ROLES, TAG_RESET, TAG_SECOND_ROLES, TAG_SECOND_ACTIVE, TAG_SECOND_RESET };

struct staff {
    struct staff_view *rows;
    size_t n;
    struct list list;
    int64_t added;                    /* to be chosen when the list is read again */
    unsigned roles;                   /* asked for, until the second person confirmed them */
    char passphrase[PASSPHRASE_MAX];  /* likewise; wiped afterwards */
};

static const struct staff_view *chosen(const struct staff *me)
{
    for (size_t i = 0; i < me->n; i++)
        if (me->rows[i].id == list_selected(&me->list))
            return &me->rows[i];
    return NULL;
}

/* --- the list */

enum { COLUMN_LOGIN, COLUMN_NAME, COLUMN_ROLES, COLUMN_STATE };

static int list_rows(const void *user)
{
    return (int)((const struct staff *)user)->n;
}

static int64_t list_id(const void *user, int row)
{
    return ((const struct staff *)user)->rows[row].id;
}

static const char *state_word(const struct staff_view *p, enum style *style)
{
    *style = STYLE_NEED;
    if (!p->active) {
        *style = STYLE_DIM;
        return N_("has left");
    }
    if (p->locked)
        return N_("locked");
    if (p->must_change)
        return N_("first passphrase");
    *style = STYLE_NORMAL;
    return p->roles == 0 ? N_("no role") : "";
}

/* As many whole words as there is room for, and how many more. */
static void put_roles(unsigned roles, const struct grid *g, int cells, struct buf *out)
{
    unsigned shown = roles;
    int more = 0;

    shell_roles(g->catalog, shown, out);
    for (size_t i = WORDS_ROLE.n; i-- > 0 && cells_of(out->p) > cells;) {
        unsigned role = role_of(WORDS_ROLE.item[i].id);
        if (!(shown & role))
            continue;
        shown &= ~role;
        more++;
        buf_clear(out);
        shell_roles(g->catalog, shown, out);
        buf_printf(out, " +%d", more);
    }
}

static const struct list_source source;

static void list_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct staff_view *p = &((const struct staff *)user)->rows[row];
    enum style of_state;
    const char *state = state_word(p, &of_state);
    if (!p->active)
        *style = STYLE_DIM;
    switch (column) {
    case COLUMN_LOGIN: buf_puts(out, p->login); break;
    case COLUMN_NAME: buf_puts(out, p->name); break;
    case COLUMN_ROLES: put_roles(p->roles, g, list_column_cells(&source, g, COLUMN_ROLES), out); break;
    case COLUMN_STATE:
        *style = of_state;
        buf_puts(out, state[0] ? tr(g->catalog, state) : "");
        break;
    default: break;
    }
}

static const struct list_column columns[] = {
    [COLUMN_LOGIN] = { .title = N_("Log-in"), .cells = 11 },
    [COLUMN_NAME] = { .title = N_("Name"), .cells = 14 },
    [COLUMN_ROLES] = { .title = N_("Roles"), .cells = 20, .flex = true },
    [COLUMN_STATE] = { .title = N_("State"), .cells = 18 },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = list_rows,
    .id = list_id, .cell = list_cell, .empty = N_("Nobody yet. N adds the first person.") };

static bool staff_reload(struct screen *s, struct err *err)
{
    struct staff *me = s->state;
    me->n = 0;
    bool ok = desk_staff_list(desk_of(s), &s->view, &me->rows, &me->n, err);
    list_reload(&me->list);
    return ok;
}

static bool staff_open(struct screen *s, const void *arg, struct err *err)
{
    struct staff *me = s->state;
    (void)arg;
    list_init(&me->list, &source, me);
    return staff_reload(s, err);
}

/* --- a new person, name and language */

static bool check_new(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct staff *me = s->state;
    enum lang lang = LANG_JA;
    lang_of(form_get(f, "lang"), &lang);
    return desk_staff_add(desk_of(s),
        &(struct staff_draft){ form_get(f, "login"), form_get(f, "name"), lang, form_get(f, "passphrase") }, &me->added,
        e);
}

static void fill_new(void *user, struct form *f)
{
    (void)user;
    form_set(f, "lang", "ja");
}

static struct step run_new(struct screen *s)
{
    struct form_arg arg = { .title = N_("A new person"), .def = &staff_new_form, .user = s, .fill = fill_new,
        .check = check_new };
    msg_set(&arg.text, N_("Roles are given afterwards, by two people."), NULL);
    return dialog_form(s, &arg, TAG_NEW);
}

static void fill_edit(void *user, struct form *f)
{
    const struct staff_view *p = chosen(((struct screen *)user)->state);
    form_set(f, "name", p->name);
    form_set(f, "lang", lang_id(p->lang));
}

static bool check_edit(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    const struct staff_view *p = chosen(s->state);
    enum lang lang = p->lang;
    lang_of(form_get(f, "lang"), &lang);
    return desk_staff_edit(desk_of(s), p->id, p->rev,
        &(struct staff_draft){ .login = p->login, .name = form_get(f, "name"), .lang = lang }, e);
}

static struct step run_edit(struct screen *s)
{
    struct form_arg arg = { .title = N_("Name and language"), .def = &staff_edit_form, .user = s, .fill = fill_edit,
        .check = check_edit };
    return dialog_form(s, &arg, TAG_EDIT);
}

/* --- what may take a second person */

static struct step done(struct screen *s, bool ok, struct err *e)
{
    struct staff *me = s->state;
    me->roles = 0;
    explicit_bzero(me->passphrase, sizeof me->passphrase);
    if (ok) {
        app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
        app_reload(s->app);
        if (me->added)
            list_select(&me->list, me->added);
        me->added = 0;
    } else
        app_say_err(s->app, e);
    return step_stay();
}

static bool apply(struct screen *s, int tag, struct second second, struct err *e)
{
    struct staff *me = s->state;
    const struct staff_view *p = chosen(me);
    if (tag == TAG_SECOND_ROLES)
        return desk_staff_set_roles(desk_of(s), p->id, p->rev, me->roles, second, e);
    if (tag == TAG_SECOND_ACTIVE)
        return desk_staff_set_active(desk_of(s), p->id, p->rev, !p->active, second, e);
    return desk_staff_reset(desk_of(s), p->id, me->passphrase, second, e);
}

/* Alone when the desk says so, else after the second person confirmed. */
static struct step with_second(struct screen *s, int tag, struct msg what)
{
    struct staff *me = s->state;
    const struct staff_view *p = chosen(me);
    enum desk_action action;
    struct err e = ERR_INIT;
    if (!desk_staff_action(desk_of(s), p, tag == TAG_SECOND_ROLES, &action, &e))
        return done(s, false, &e);
    if (permission_of(action)->second == 0)
        return done(s, apply(s, tag, NO_SECOND, &e), &e);
    return shell_second(s, &(struct second_arg){ action, "staff", p->id, what, 0 }, tag);
}

static void fill_roles(void *user, struct form *f)
{
    const struct staff_view *p = chosen(((struct screen *)user)->state);
    for (size_t i = 0; i < WORDS_ROLE.n; i++)
        form_set(f, WORDS_ROLE.item[i].id, p->roles & role_of(WORDS_ROLE.item[i].id) ? "yes" : "no");
}

static struct step run_roles(struct screen *s)
{
    struct form_arg arg = { .title = N_("Roles"), .def = &staff_roles_form, .user = s, .fill = fill_roles,
        .commit = N_("Next") };
    msg_set(&arg.text, "%s", chosen(s->state)->name, NULL);
    return dialog_form(s, &arg, TAG_ROLES);
}

static struct step roles_given(struct screen *s, const struct form *f)
{
    struct staff *me = s->state;
    struct msg what;
    struct buf words;
    me->roles = 0;
    for (size_t i = 0; i < WORDS_ROLE.n; i++)
        if (str_eq(form_get(f, WORDS_ROLE.item[i].id), "yes"))
            me->roles |= role_of(WORDS_ROLE.item[i].id);
    buf_init(&words, MSG_ARG_BYTES);
    shell_roles(app_catalog(s->app), me->roles, &words);
    msg_set(&what, N_("Roles of %1$s from now on: %2$s"), chosen(me)->name, words.len ? words.p : "-", NULL);
    buf_fini(&words);
    return with_second(s, TAG_SECOND_ROLES, what);
}

static struct step run_active(struct screen *s)
{
    const struct staff_view *p = chosen(s->state);
    struct msg what;
    msg_set(&what, p->active ? N_("%s leaves: no log-in any more.") : N_("%s comes back and may log in again."),
        p->name, NULL);
    return with_second(s, TAG_SECOND_ACTIVE, what);
}

static struct step run_unlock(struct screen *s)
{
    struct err e = ERR_INIT;
    return done(s, desk_staff_unlock(desk_of(s), chosen(s->state)->id, &e), &e);
}

static struct step run_reset(struct screen *s)
{
    struct form_arg arg = { .title = N_("A first passphrase"), .def = &staff_reset_form, .user = s,
        .commit = N_("Next") };
    msg_set(&arg.text, "%s", chosen(s->state)->name, NULL);
    return dialog_form(s, &arg, TAG_RESET);
}

static struct step reset_given(struct screen *s, const struct form *f)
{
    struct staff *me = s->state;
    struct msg what;
    str_copy(me->passphrase, sizeof me->passphrase, form_get(f, "passphrase"));
    msg_set(&what, N_("%s gets a new first passphrase."), chosen(me)->name, NULL);
    return with_second(s, TAG_SECOND_RESET, what);
}

static struct step staff_result(struct screen *s, const struct result *r)
{
    struct err e = ERR_INIT;
    if (r->answer == 0 || !chosen(s->state))
        return step_stay();
    switch (r->tag) {
    case TAG_ROLES: return roles_given(s, r->value);
    case TAG_RESET: return reset_given(s, r->value);
    case TAG_NEW:
    case TAG_EDIT: return done(s, true, &e);
    default: return done(s, apply(s, r->tag, *(const struct second *)r->value, &e), &e);
    }
}

/* --- keys and drawing */

static bool can_somebody(const struct screen *s, struct msg *why)
{
    if (chosen(screen_state(s)))
        return true;
    msg_set(why, N_("Choose somebody in the list first."), NULL);
    return false;
}

static bool can_unlock(const struct screen *s, struct msg *why)
{
    const struct staff_view *p = chosen(screen_state(s));
    if (p && p->active && (p->locked || p->failures > 0))
        return true;
    msg_set(why, N_("This log-in is not locked."), NULL);
    return false;
}

static struct step staff_key(struct screen *s, struct key k)
{
    struct staff *me = s->state;
    enum list_result r = list_key(&me->list, k);
    if (r == LIST_OPEN)
        return run_edit(s);
    return r == LIST_UNUSED ? step_unused() : step_stay();
}

static void staff_draw(const struct screen *s, struct grid *g)
{
    const struct staff *me = screen_state(s);
    list_draw(&me->list, g, (struct rect){ g->body.row + 1, 1, g->body.rows - 1, g->cols - 2 }, true);
}

static const char *staff_help(const struct screen *s)
{
    (void)s;
    return N_("Enter changes the name. Roles take two people. Nobody is ever removed.");
}

static const struct action staff_actions[] = {
    { .id = "staff.new", .key = "n", .second = "Alt+N", .label = N_("Add"), .rank = 7,
        .help = N_("Adds a person."), .run = run_new },
    { .id = "staff.roles", .key = "r", .second = "Alt+R", .label = N_("Roles"), .rank = 8,
        .help = N_("Gives or takes roles."), .usable = can_somebody, .run = run_roles },
    { .id = "staff.unlock", .key = "u", .second = "Alt+U", .label = N_("Unlock"), .rank = 9,
        .help = N_("Unlocks a log-in after too many wrong passphrases."), .usable = can_unlock, .run = run_unlock },
    { .id = "staff.reset", .key = "p", .second = "Alt+P", .label = N_("Reset"), .rank = 10,
        .help = N_("Gives a new first passphrase."), .usable = can_somebody, .run = run_reset },
    { .id = "staff.active", .key = "x", .second = "Alt+X", .label = N_("Leave"), .rank = 11,
        .help = N_("Ends or renews somebody's log-in; what they did stays."), .usable = can_somebody,
        .run = run_active },
    { .id = NULL },
};

const struct screen_ops staff_screen = { .name = "staff", .title = N_("Staff"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct staff), .actions = staff_actions, .open = staff_open, .reload = staff_reload,
    .key = staff_key, .result = staff_result, .draw = staff_draw, .help = staff_help };
