/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Log in. On a training desk the log-ins are shown, because everybody may use them. */
#include "screens/trust.h"

#include "text/lang.h"

static const struct form_field login_fields[] = {
    { .id = "login", .label = N_("Log-in"), .kind = FIELD_CODE, .cells = 24, .max_clusters = 32,
        .help = N_("Your log-in name, as the administrator gave it to you.") },
    { .id = "passphrase", .label = N_("Passphrase"), .kind = FIELD_SECRET, .cells = 40, .max_clusters = 200,
        .help = N_("Your passphrase. Enter logs in. After five wrong ones the log-in is locked.") },
};
const struct form_def login_form = { .id = "login", .version = 1, .house = true, .fields = login_fields,
    .n = COUNT_OF(login_fields), .label_cells = 14 };

static const struct form_field fresh_fields[] = {
    { .id = "fresh", .label = N_("New passphrase"), .kind = FIELD_SECRET, .cells = 40, .max_clusters = 200,
        .help = N_("At least 13 characters. Several words are easier to keep in mind than signs.") },
    { .id = "again", .label = N_("Once more"), .kind = FIELD_SECRET, .cells = 40, .max_clusters = 200,
        .help = N_("The same passphrase a second time, so that a slip of the fingers shows.") },
};
const struct form_def fresh_form = { .id = "fresh", .version = 1, .house = true, .fields = fresh_fields,
    .n = COUNT_OF(fresh_fields), .label_cells = 20 };

bool fresh_agree(const struct form *f, struct err *e)
{
    if (str_eq(form_get(f, "fresh"), form_get(f, "again")))
        return true;
    return err_set(e, ERR_INPUT, "fresh", N_("The two passphrases differ. Type both again."), NULL);
}

struct login {
    struct form *form;
    struct training_login *logins;
    size_t n_logins;
    const char *training_passphrase;
};

static bool login_open(struct screen *s, const void *arg, struct err *err)
{
    struct login *me = s->state;
    (void)arg;
    (void)err;
    struct err e = ERR_INIT;
    me->training_passphrase = "";
    if (!desk_training_logins(desk_of(s), &s->arena, &me->logins, &me->n_logins, &me->training_passphrase, &e))
        app_say_err(s->app, &e); /* without it nobody could come in */
    me->form = form_new(&login_form, me);
    if (desk_read_only(desk_of(s)))
        app_say(s->app, SAY_WARN,
            N_("The database may only be read here. Nothing can be stored; ask whoever looks after the machine."), NULL);
    else if (shell_of(s)->fallback_locale) {
        shell_of(s)->fallback_locale = false;
        app_say(s->app, SAY_NOTICE,
            N_("The language setting of this terminal cannot be used here; the program uses its own."), NULL);
    }
    return true;
}

static void login_close(struct screen *s)
{
    struct login *me = s->state;
    form_free(me->form);
}

/* Somebody is in: old drafts go, the own language comes, and the day's work opens. */
static struct step login_in(struct screen *s)
{
    struct shell *sh = shell_of(s);
    struct err e = ERR_INIT;
    char text[24];
    int gone = 0;
    app_set_lang(s->app, desk_who(sh->desk)->lang);
    if (!desk_read_only(sh->desk) && desk_drafts_expire(sh->desk, &gone, &e) && gone > 0) {
        snprintf(text, sizeof text, "%d", gone);
        app_say(s->app, SAY_NOTICE, N_("Drafts older than seven days were removed: %s."), text, NULL);
    }
    return step_replace(shell_home(sh), NULL);
}

static bool login_change(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    struct login *me = s->state;
    const char *login = form_get(me->form, "login"), *fresh = form_get(f, "fresh");
    return fresh_agree(f, e)
        && desk_passphrase_change(desk_of(s), login, form_get(me->form, "passphrase"), fresh, e)
        && desk_login(desk_of(s), login, fresh, e) == LOGIN_IN;
}

/* What was left empty is no wrong try: it is asked for. */
static bool both_typed(const struct form *f, struct err *e)
{
    if (str_empty(form_get(f, "login")))
        return err_set(e, ERR_RULE, "login", N_("The log-in name is empty. Type it, then the passphrase."), NULL);
    if (str_empty(form_get(f, "passphrase")))
        return err_set(e, ERR_RULE, "passphrase", N_("The passphrase is empty. Type it."), NULL);
    return true;
}

static struct step login_try(struct screen *s)
{
    struct login *me = s->state;
    struct err e = ERR_INIT;

    if (!both_typed(me->form, &e)) {
        form_mark_error(me->form, &e);
        app_say_err(s->app, &e);
        return step_stay();
    }
    enum login_state state =
        desk_login(desk_of(s), form_get(me->form, "login"), form_get(me->form, "passphrase"), &e);
    if (state == LOGIN_IN)
        return login_in(s);
    if (state == LOGIN_MUST_CHANGE) {
        struct form_arg arg = { .title = N_("A new passphrase"), .def = &fresh_form, .user = s, .check = login_change };
        msg_set(&arg.text, N_("The passphrase you were given is for the first time only. Choose your own."), NULL);
        return dialog_form(s, &arg, 1);
    }
    form_set(me->form, "passphrase", "");
    form_mark_error(me->form, &e);
    app_say_err(s->app, &e);
    return step_stay();
}

static struct step login_key(struct screen *s, struct key k)
{
    struct login *me = s->state;
    enum form_result r = form_key(me->form, k);
    if (r == FORM_END && k.code == K_ENTER)
        return login_try(s);
    return r == FORM_UNUSED ? step_unused() : step_stay();
}

static struct step login_result(struct screen *s, const struct result *r)
{
    struct login *me = s->state;
    if (r->from == &form_dialog && r->answer == 1)
        return login_in(s);
    form_set(me->form, "passphrase", "");
    return step_stay();
}

static int draw_training(const struct screen *s, struct grid *g, int row, int col)
{
    const struct login *me = screen_state(s);
    struct msg m;
    if (me->n_logins == 0)
        return row;
    msg_set(&m, N_("This is a training desk: invented people, no real money. Passphrase of all log-ins: %s"),
        me->training_passphrase, NULL);
    struct buf text;
    buf_init(&text, 1024);
    msg_text(g->catalog, &m, &text);
    row += grid_wrap(g, (struct rect){ row, col, 2, g->cols - 2 * col }, STYLE_TRAINING, text.p);
    for (size_t i = 0; i < me->n_logins && row < g->body.row + g->body.rows; i++, row++) {
        buf_clear(&text);
        shell_roles(g->catalog, me->logins[i].roles, &text);
        grid_put(g, row, col + 2, 16, STYLE_KEY, me->logins[i].login);
        grid_put(g, row, col + 19, 20, STYLE_NORMAL, me->logins[i].name);
        grid_clip(g, row, col + 40, g->cols - col - 41, STYLE_NORMAL, text.p);
    }
    buf_fini(&text);
    return row;
}

static void login_draw(const struct screen *s, struct grid *g)
{
    const struct login *me = screen_state(s);
    const struct hospital *h = hospital_of(s);
    int row = g->body.row + 2, col = 8;
    grid_bilingual(g, row, col, g->cols - 2 * col, STYLE_TITLE, h->name);
    grid_bilingual(g, row + 1, col, g->cols - 2 * col, STYLE_NORMAL, h->counter_name);
    form_draw(me->form, g, (struct rect){ row + 3, col, 2, g->cols - 2 * col }, true);
    draw_training(s, g, row + 7, col);
}

static const struct form *login_shown(const struct screen *s)
{
    const struct login *me = screen_state(s);
    return me->form;
}

static const struct action login_actions[] = {
    { .id = "login", .key = "F12", .label = N_("Log in"), .rank = 1, .help = N_("Logs in."), .run = login_try },
    { .id = NULL },
};

const struct screen_ops login_screen = { .name = "login", .title = N_("Log in"), .kind = SCREEN_LOCK,
    .state_bytes = sizeof(struct login), .actions = login_actions, .open = login_open, .close = login_close,
    .key = login_key, .result = login_result, .draw = login_draw, .form = login_shown };
