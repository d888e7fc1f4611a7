/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One's own account: roles, language, passphrase. */
#include "screens/trust.h"

static const struct choice languages[] = {
    { "1", "ja", N_("Japanese") },
    { "2", "en", N_("English") },
    { NULL, NULL, NULL },
};
static const struct form_field account_fields[] = {
    { .id = "lang", .label = N_("Language"), .kind = FIELD_CHOICE, .cells = 12, .choices = languages,
        .help = N_("The language of your screens after the log-in. Alt+L changes it for now.") },
    { .row = ROW_SECTION, .label = N_("Change the passphrase") },
    { .id = "old", .label = N_("Present passphrase"), .kind = FIELD_SECRET, .cells = 40, .max_clusters = 200,
        .help = N_("The passphrase you use now. Leave all three empty to keep it.") },
    { .id = "fresh", .label = N_("New passphrase"), .kind = FIELD_SECRET, .cells = 40, .max_clusters = 200,
        .help = N_("At least 13 characters. Several words are easier to keep in mind than signs.") },
    { .id = "again", .label = N_("Once more"), .kind = FIELD_SECRET, .cells = 40, .max_clusters = 200,
        .help = N_("The same passphrase a second time, so that a slip of the fingers shows.") },
};
const struct form_def account_form = { .id = "account", .version = 1, .house = true, .fields = account_fields,
    .n = COUNT_OF(account_fields), .label_cells = 22 };

struct account {
    struct form *form;
};

static bool account_open(struct screen *s, const void *arg, struct err *err)
{
    struct account *me = s->state;
    (void)arg;
    (void)err;
    me->form = form_new(&account_form, me);
    form_set(me->form, "lang", lang_id(desk_who(desk_of(s))->lang));
    return true;
}

static void account_close(struct screen *s)
{
    struct account *me = s->state;
    form_free(me->form);
}

static bool change_passphrase(struct screen *s, struct err *e)
{
    struct account *me = s->state;
    if (str_empty(form_get(me->form, "old")) && str_empty(form_get(me->form, "fresh"))
        && str_empty(form_get(me->form, "again")))
        return true;
    return fresh_agree(me->form, e)
        && desk_passphrase_change(desk_of(s), desk_who(desk_of(s))->login, form_get(me->form, "old"),
            form_get(me->form, "fresh"), e);
}

static bool change_language(struct screen *s, struct err *e)
{
    struct account *me = s->state;
    enum lang lang;
    if (!form_field_dirty(me->form, "lang") || !lang_of(form_get(me->form, "lang"), &lang))
        return true;
    if (!desk_set_lang(desk_of(s), lang, e))
        return false;
    app_set_lang(s->app, lang);
    return true;
}

static struct step account_save(struct screen *s)
{
    struct account *me = s->state;
    struct err e = ERR_INIT;
    if (!form_dirty(me->form)) {
        app_say(s->app, SAY_GUIDE, N_("Nothing was changed."), NULL);
    } else if (change_passphrase(s, &e) && change_language(s, &e)) {
        form_set(me->form, "old", "");
        form_set(me->form, "fresh", "");
        form_set(me->form, "again", "");
        form_set_clean(me->form);
        app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
    } else {
        form_mark_error(me->form, &e);
        app_say_err(s->app, &e);
    }
    return step_stay();
}

static struct step account_key(struct screen *s, struct key k)
{
    struct account *me = s->state;
    return form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

static void account_draw(const struct screen *s, struct grid *g)
{
    const struct account *me = screen_state(s);
    const struct who *who = desk_who(desk_of(s));
    struct buf roles;
    buf_init(&roles, 512);
    shell_roles(g->catalog, who->roles, &roles);
    grid_put(g, g->body.row + 1, 2, 22, STYLE_TITLE, who->name);
    grid_put(g, g->body.row + 1, 25, 16, STYLE_NORMAL, who->login);
    grid_clip(g, g->body.row + 1, 42, g->cols - 43, STYLE_NORMAL, roles.p);
    buf_fini(&roles);
    form_draw(me->form, g, (struct rect){ g->body.row + 3, 2, g->body.rows - 3, g->cols - 4 }, true);
}

static const struct form *account_shown(const struct screen *s)
{
    const struct account *me = screen_state(s);
    return me->form;
}

static const struct action account_actions[] = {
    { .id = "account.save", .key = "F12", .label = N_("Save"), .rank = 1,
        .help = N_("Stores the new passphrase and language."), .run = account_save },
    { .id = NULL },
};

const struct screen_ops account_screen = { .name = "account", .title = N_("Account"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct account), .actions = account_actions, .open = account_open, .close = account_close,
    .key = account_key, .draw = account_draw, .form = account_shown };
