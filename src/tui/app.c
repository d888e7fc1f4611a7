/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/appstate.h"
#include "tui/form.h"

#include <stdarg.h>

enum { FEED_KEY_MS = 500 };

/* --- steps, for screens to return */

struct step step_stay(void)
{
    return (struct step){ .kind = STEP_STAY };
}

struct step step_unused(void)
{
    return (struct step){ .kind = STEP_UNUSED };
}

struct step step_push(const struct screen_ops *to, const void *arg, int tag)
{
    return (struct step){ .kind = STEP_PUSH, .to = to, .arg = arg, .tag = tag };
}

struct step step_push_copy(
    struct screen *s, const struct screen_ops *to, const void *arg, size_t bytes, int tag)
{
    return step_push(to, arena_strndup(app_step_arena(s->app), arg, bytes), tag);
}

struct step step_pop(int answer, const void *value)
{
    return (struct step){ .kind = STEP_POP, .answer = answer, .value = value };
}

struct step step_replace(const struct screen_ops *to, const void *arg)
{
    return (struct step){ .kind = STEP_REPLACE, .to = to, .arg = arg };
}

struct step step_home(void)
{
    return (struct step){ .kind = STEP_HOME };
}

struct step step_quit(void)
{
    return (struct step){ .kind = STEP_QUIT };
}

const void *screen_state(const struct screen *s)
{
    return s->state;
}

/* --- opening and closing */

static void screen_free(struct screen *s)
{
    arena_fini(&s->view);
    arena_fini(&s->arena);
    free(s);
}

static struct screen *screen_open(struct app *app, const struct screen_ops *ops, const void *arg)
{
    struct err err = ERR_INIT;
    struct screen *s = calloc(1, sizeof *s);

    BUG_IF(!s || !ops->draw);
    s->ops = ops;
    s->app = app;
    arena_init(&s->arena);
    arena_init(&s->view);
    s->state = arena_alloc(&s->arena, ops->state_bytes);
    if (ops->open && !ops->open(s, arg, &err)) {
        screen_free(s);
        app_say_err(app, &err);
        return NULL;
    }
    return s;
}

static void close_top(struct app *app)
{
    struct screen *s = app->stack[--app->depth];

    if (s->ops->close)
        s->ops->close(s);
    screen_free(s);
}

static bool push(struct app *app, const struct screen_ops *to, const void *arg, int tag)
{
    BUG_IF(app->depth == APP_DEPTH);
    struct screen *s = screen_open(app, to, arg);
    if (!s)
        return false;
    app->tags[app->depth] = tag;
    app->stack[app->depth++] = s;
    return true;
}

bool app_push(struct app *app, const struct screen_ops *to, const void *arg)
{
    app_redraw(app);
    return push(app, to, arg, 0);
}

void app_close_all(struct app *app)
{
    app_redraw(app);
    while (app->depth > 0)
        close_top(app);
}

/* The answer is told while the closing screen's arena still lives; then it closes, then the
 * answer's own step is taken. A page that closed, or a dialog with an answer, may have changed
 * records: the one below reads again. When another screen opens at once, its argument may be text
 * of the view: reading waits until that one has closed. */
static void pop(struct app *app, const struct step *step)
{
    struct screen *closing = app_top(app);
    struct result result = { closing->ops, app->tags[app->depth - 1], step->answer, step->value };
    bool page = closing->ops->kind == SCREEN_PAGE;
    struct step next = step_stay();

    if (app->depth == 1) {
        app->running = false;
        return;
    }
    app->depth--;
    struct screen *below = app_top(app);
    if (below->ops->result && result.tag != TAG_SILENT)
        next = below->ops->result(below, &result);
    BUG_IF(app_top(app) != below);
    if (closing->ops->close)
        closing->ops->close(closing);
    screen_free(closing);
    app->stale |= page || result.answer != 0;
    if (page || (app->stale && next.kind == STEP_STAY))
        app_reload(app);
    app_step(app, next);
}

static void replace(struct app *app, const struct step *step)
{
    struct screen *s = screen_open(app, step->to, step->arg);

    if (!s)
        return;
    close_top(app);
    app->stack[app->depth++] = s;
}

static void go_home(struct app *app)
{
    if (app->depth <= 1)
        return;
    while (app->depth > 1)
        close_top(app);
    app_reload(app);
}

void app_step(struct app *app, struct step step)
{
    if (!app->in_key || (step.kind != STEP_STAY && step.kind != STEP_UNUSED))
        app_redraw(app);
    switch (step.kind) {
    case STEP_STAY:
    case STEP_UNUSED:
        break;
    case STEP_PUSH:
        push(app, step.to, step.arg, step.tag);
        break;
    case STEP_POP:
        pop(app, &step);
        break;
    case STEP_REPLACE:
        replace(app, &step);
        break;
    case STEP_HOME:
        go_home(app);
        break;
    case STEP_QUIT:
        app->running = false;
        break;
    }
}

/* --- keys */

/* Function keys, Ctrl, Alt and Esc are never text: actions come first. */
static bool is_command(struct key k)
{
    return (k.mods & (MOD_ALT | MOD_CTRL)) || k.code == K_ESC
        || (k.code >= K_F1 && k.code <= K_F12);
}

static struct step to_screen(struct app *app, struct key k)
{
    struct screen *top = app_top(app);

    return top->ops->key ? top->ops->key(top, k) : step_unused();
}

/* A word typed into a field of choices is not passed over in silence. */
static void say_how_to_choose(struct app *app, struct key k)
{
    const struct screen *top = app_top(app);
    const struct form *form = top && top->ops->form ? top->ops->form(top) : NULL;
    const struct form_field *active = form ? form_active(form) : NULL;
    bool typed = (k.code == K_CHAR && !k.mods) || k.code == K_PASTE;

    if (typed && active && active->kind == FIELD_CHOICE && !(active->flags & FORM_READONLY))
        app_say(app, SAY_GUIDE, N_("Choose here with a digit, the arrows or the space bar. F1 lists what there is."), NULL);
}

static void dispatch(struct app *app, struct key k)
{
    struct key folded = key_fold(k);
    const struct action *own = action_for(app, folded, true);

    if (is_command(k) && own) {
        app_run_action(app, own);
        return;
    }
    struct step step
        = to_screen(app, k); /* may have closed the top screen itself, as the menu does */
    if (step.kind != STEP_UNUSED) {
        app_step(app, step);
        return;
    }
    const struct action *a = own ? own : action_global_for(app, folded);
    if (a)
        app_run_action(app, a);
    else
        say_how_to_choose(app, k);
}

/* Nothing is left out silently. */
static void say_when_full(struct app *app)
{
    const struct screen *top = app_top(app);
    const struct form *form = top && top->ops->form ? top->ops->form(top) : NULL;

    if (form && form_full(form) && !app->saying)
        app_say(app, SAY_WARN, N_("The field is full. What did not fit was left out."), NULL);
}

void app_key(struct app *app, struct key k)
{
    if (!app->running || app->depth == 0 || k.code == K_NONE)
        return;
    arena_reset(&app->step);
    app->keys++;
    app->said = app->saying;
    app->saying = false;
    if (app_too_small(app)) {
        app_redraw(app);
        return; /* nobody types blindly; the form waits unchanged */
    }
    app->in_key = true;
    app->named = app->waited = false;
    if (k.code == K_INVALID)
        app_say(app, SAY_WARN,
            N_("Some characters came in another encoding than UTF-8 and were left out. Set the "
               "terminal to UTF-8."),
            NULL);
    else
        dispatch(app, k);
    if (k.code == K_PASTE || k.code == K_CHAR)
        say_when_full(app);
    if (app->config.after_step)
        app->config.after_step(app);
    app->in_key = false;
    if (!app->named || app->waited)
        app_redraw(app);
    app->dirty = true;
    if (app->prove)
        app_prove_rows(app);
}

static bool feed_one(struct app *app, struct key k)
{
    app->ms += FEED_KEY_MS;
    app_key(app, k);
    return true;
}

bool app_feed(struct app *app, const char *text)
{
    while (*text) {
        char name[KEY_NAME];
        const char *end = *text == '<' ? strchr(text, '>') : NULL;
        struct key k = key_char(text);
        if (!end) {
            feed_one(app, k);
            text += strlen(k.text);
            continue;
        }
        size_t n = (size_t)(end - text) - 1;
        if (n >= sizeof name)
            return false;
        memcpy(name, text + 1, n);
        name[n] = '\0';
        if (str_eq(name, "lt"))
            k = key_char("<");
        else if (!key_parse(name, &k))
            return false;
        feed_one(app, k);
        text = end + 1;
    }
    return true;
}

/* --- messages */

static void say(struct app *app, enum say kind)
{
    app->saying = app->say.id != NULL;
    app->say_kind = kind;
    app->dirty = true; /* the foot is always drawn */
}

void app_say(struct app *app, enum say kind, const char *msgid, ...)
{
    va_list words;

    app->say = (struct msg){ .id = msgid };
    va_start(words, msgid);
    for (const char *word; (word = va_arg(words, const char *)) != NULL;) {
        BUG_IF(app->say.n == MSG_ARGS);
        str_copy(app->say.arg[app->say.n++], MSG_ARG_BYTES, word);
    }
    va_end(words);
    say(app, kind);
}

void app_say_msg(struct app *app, enum say kind, const struct msg *m)
{
    app->say = *m;
    say(app, kind);
}

bool app_saying(const struct app *app)
{
    return app->saying;
}

void app_say_err(struct app *app, const struct err *e)
{
    static const enum say kinds[] = { [ERR_NONE] = SAY_NOTICE,
        [ERR_INPUT] = SAY_WARN,
        [ERR_RULE] = SAY_NEED,
        [ERR_BUSY] = SAY_WAIT,
        [ERR_STALE] = SAY_CONFIRM,
        [ERR_STORE] = SAY_WARN,
        [ERR_DENIED] = SAY_WARN };

    app_say_msg(app, kinds[e->kind], &e->msg);
}

/* --- waiting in the middle of a step */

static bool wait_now(struct app *app, int ms)
{
    app_redraw(app);
    app->waited = true;
    return !app->wait || app->wait(app->wait_data, ms);
}

bool app_wait(struct app *app, const struct msg *m, int ms)
{
    app_say_msg(app, SAY_WAIT, m);
    return wait_now(app, ms);
}

bool app_progress(struct app *app, const struct msg *m, int64_t done, int64_t total)
{
    app_say_msg(app, SAY_NOTICE, m);
    app->bar_done = done;
    app->bar_total = total;
    bool go_on = wait_now(app, 0);
    app->bar_done = -1;
    return go_on;
}

/* --- the application */

struct app *app_new(const struct app_config *config)
{
    struct app *app = calloc(1, sizeof *app);

    BUG_IF(!app);
    app->config = *config;
    app->lang = config->lang;
    app->idle_seconds = config->idle_seconds;
    app->running = app->dirty = app->whole = true;
    app->bar_done = -1;
    app->actions = action_cache_new();
    grid_init(&app->grid, config->rows, config->cols);
    arena_init(&app->step);
    return app;
}

void app_free(struct app *app)
{
    if (!app)
        return;
    while (app->depth > 0)
        close_top(app);
    grid_fini(&app->grid);
    arena_fini(&app->step);
    action_cache_free(app->actions);
    free(app);
}

void *app_user(const struct app *app)
{
    return app->config.user;
}

const char *app_help(const struct app *app)
{
    const struct screen *top = app_top(app);
    const char *help = top->ops->help ? top->ops->help(top) : NULL;
    const struct form *form = top->ops->form ? top->ops->form(top) : NULL;

    return help || !form ? help : form_help(form);
}

enum lang app_lang(const struct app *app)
{
    return app->lang;
}

const struct catalog *app_catalog_of(const struct app *app, enum lang lang)
{
    return app->config.catalogs ? app->config.catalogs->of[lang] : NULL;
}

const struct catalog *app_catalog(const struct app *app)
{
    return app_catalog_of(app, app->lang);
}

struct rect app_body(const struct app *app)
{
    return app->grid.body;
}

struct arena *app_step_arena(struct app *app)
{
    return &app->step;
}

int64_t app_ms(const struct app *app)
{
    return app->ms;
}

int64_t app_keys(const struct app *app)
{
    return app->keys;
}

void app_set_lang(struct app *app, enum lang lang)
{
    app->lang = lang;
    app_redraw(app);
    if (app->config.lang_changed)
        app->config.lang_changed(app, lang);
}

void app_set_veiled(struct app *app, bool on)
{
    app->veiled = on;
    app_redraw(app);
}

void app_set_idle(struct app *app, int seconds)
{
    app->idle_seconds = seconds;
}

bool app_running(const struct app *app)
{
    return app->running && app->depth > 0;
}

/* What the screen showed lives until it has read all it needs: half a reading leaves nothing behind. */
static bool read_again(struct screen *s, struct err *err)
{
    struct arena before = s->view, kept;

    arena_init(&s->view);
    arena_init(&kept);
    void *state = arena_alloc(&kept, s->ops->state_bytes);
    memcpy(state, s->state, s->ops->state_bytes);
    bool ok = s->ops->reload(s, err);
    if (!ok) {
        struct arena half = s->view;
        s->view = before;
        before = half;
        memcpy(s->state, state, s->ops->state_bytes);
    }
    arena_fini(&before);
    arena_fini(&kept);
    return ok;
}

bool app_reload(struct app *app)
{
    struct screen *top = app_top(app);
    struct err err = ERR_INIT;

    app_redraw(app);
    app->stale = !top || !top->ops->reload;
    if (app->stale || read_again(top, &err))
        return true;
    app_say_err(app, &err);
    return false;
}

void app_resize(struct app *app, int rows, int cols)
{
    if (rows != app->grid.rows || cols != app->grid.cols)
        grid_resize(&app->grid, rows, cols);
    app_redraw(app);
}

void app_set_ms(struct app *app, int64_t ms)
{
    app->ms = ms;
}

void app_minute(struct app *app)
{
    if (app->config.on_minute)
        app->config.on_minute(app);
    for (int i = 0; i < app->depth; i++)
        if (app->stack[i]->ops->tick)
            app->stack[i]->ops->tick(app->stack[i]);
    app_redraw(app);
}

void app_pause(struct app *app)
{
    for (int i = 0; i < app->depth; i++)
        if (app->stack[i]->ops->pause)
            app->stack[i]->ops->pause(app->stack[i]);
}

void app_redraw(struct app *app)
{
    app->dirty = app->whole = true;
}

struct screen *app_top(const struct app *app)
{
    return app->depth > 0 ? app->stack[app->depth - 1] : NULL;
}

int app_depth(const struct app *app)
{
    return app->depth;
}

bool app_dirty(const struct app *app)
{
    return app->dirty;
}

const struct grid *app_grid(struct app *app)
{
    if (app->dirty)
        app_draw(app);
    app->dirty = app->whole = false;
    app->first_row = app->end_row = 0;
    return &app->grid;
}
