/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/dialog.h"

#include "tui/app.h"
#include "tui/dialogbox.h"

static struct rect box_of(struct grid *g, const char *title, const char *words, int cols, int rows)
{
    struct rect body = g->body;

    if (cols > body.cols)
        cols = body.cols;
    int lines = *words ? wrap_rows(words, cols - 4) : 0;
    int gap = lines && rows ? 1 : 0, high = lines + gap + rows + 2;
    if (high > body.rows) {
        high = body.rows;
        lines = lines < high - 2 ? lines : high - 2;
        gap = 0;
        rows = high - 2 - lines;
    }
    struct rect box
        = { body.row + (body.rows - high) / 2, body.col + (body.cols - cols) / 2, high, cols };
    grid_box(g, box, title);
    grid_wrap(g, (struct rect){ box.row + 1, box.col + 2, lines, cols - 4 }, STYLE_NORMAL, words);
    return (struct rect){ box.row + 1 + lines + gap, box.col + 2, rows, cols - 4 };
}

struct rect dialog_box(
    struct grid *g, const char *title, const struct msg *text, int cols, int rows)
{
    struct buf words;

    buf_init(&words, 8192);
    if (text && text->id)
        msg_text(g->catalog, text, &words);
    struct rect rest = box_of(g, title, words.p, cols, rows);
    buf_fini(&words);
    return rest;
}

/* --- a sentence */

static bool message_open(struct screen *s, const void *arg, struct err *err)
{
    (void)err;
    *(struct message_arg *)s->state = *(const struct message_arg *)arg;
    return true;
}

static struct step message_key(struct screen *s, struct key k)
{
    (void)s;
    return k.code == K_ENTER ? step_pop(0, NULL) : step_unused();
}

static void message_draw(const struct screen *s, struct grid *g)
{
    const struct message_arg *m = screen_state(s);
    struct buf words;

    buf_init(&words, 8192);
    msg_text(g->catalog, &m->text, &words);
    if (m->why.id) {
        buf_putc(&words, '\n');
        msg_text(g->catalog, &m->why, &words);
    }
    box_of(g, m->title, m->personal ? grid_veil(g, words.p) : words.p, DIALOG_COLS, 0);
    buf_fini(&words);
}

const struct screen_ops message_dialog = { .name = "message",
    .title = N_("Message"),
    .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct message_arg),
    .open = message_open,
    .key = message_key,
    .draw = message_draw };

struct step dialog_message(struct screen *s, const struct message_arg *arg, int tag)
{
    return step_push_copy(s, &message_dialog, arg, sizeof *arg, tag);
}

/* --- yes or no */

static struct step confirm_yes(struct screen *s)
{
    (void)s;
    return step_pop(1, NULL);
}

static const struct action confirm_actions[] = {
    { .id = "dialog.yes",
        .key = "F12",
        .label = N_("Yes"),
        .rank = 1,
        .help = N_("Does what the question says."),
        .run = confirm_yes },
    { .id = NULL },
};

static bool confirm_open(struct screen *s, const void *arg, struct err *err)
{
    (void)err;
    *(struct confirm_arg *)s->state = *(const struct confirm_arg *)arg;
    return true;
}

static struct step confirm_key(struct screen *s, struct key k)
{
    const struct confirm_arg *c = screen_state(s);
    struct key digit = key_fold(k);

    if (!c->light || digit.code != K_CHAR || digit.mods)
        return step_unused();
    if (str_eq(digit.text, "1"))
        return step_pop(1, NULL);
    return str_eq(digit.text, "2") ? step_pop(0, NULL) : step_unused();
}

static void confirm_draw(const struct screen *s, struct grid *g)
{
    const struct confirm_arg *c = screen_state(s);
    const char *yes = c->yes ? c->yes : N_("Yes");
    struct rect at = dialog_box(g, c->title, &c->text, DIALOG_COLS, 1);
    int col = at.col;

    if (c->light) {
        col = grid_text(g, at.row, col, STYLE_KEY, "1 ");
        col = grid_tr(g, at.row, col, STYLE_NORMAL, yes);
        col = grid_text(g, at.row, col + 3, STYLE_KEY, "2 ");
        grid_tr(g, at.row, col, STYLE_NORMAL, N_("No"));
    } else {
        col = grid_text(g, at.row, col, STYLE_KEY, "F12 ");
        col = grid_tr(g, at.row, col, STYLE_NORMAL, yes);
        col = grid_text(g, at.row, col + 3, STYLE_KEY, "Esc ");
        grid_tr(g, at.row, col, STYLE_NORMAL, N_("No"));
    }
    grid_cursor(g, at.row, at.col);
}

const struct screen_ops confirm_dialog = { .name = "confirm",
    .title = N_("Question"),
    .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct confirm_arg),
    .actions = confirm_actions,
    .open = confirm_open,
    .key = confirm_key,
    .draw = confirm_draw };

struct step dialog_confirm(struct screen *s, const struct confirm_arg *arg, int tag)
{
    return step_push_copy(s, &confirm_dialog, arg, sizeof *arg, tag);
}

/* --- a form in a box */

struct form_dialog_state {
    struct form_arg arg;
    struct form *form;
    bool stored;
};

static bool form_dialog_open(struct screen *s, const void *arg, struct err *err)
{
    struct form_dialog_state *d = s->state;

    (void)err;
    d->arg = *(const struct form_arg *)arg;
    d->form = form_new(d->arg.def, d->arg.user);
    if (d->arg.fill)
        d->arg.fill(d->arg.user, d->form);
    return true;
}

static void form_dialog_pause(struct screen *s)
{
    struct form_dialog_state *d = s->state;

    if (d->arg.keep)
        d->arg.keep(d->arg.user, d->stored ? NULL : d->form);
}

static void form_dialog_close(struct screen *s)
{
    struct form_dialog_state *d = s->state;

    form_dialog_pause(s);
    form_free(d->form);
}

static struct step form_dialog_commit(struct screen *s)
{
    struct form_dialog_state *d = s->state;
    struct err err = ERR_INIT;

    d->stored = !d->arg.check || d->arg.check(d->arg.user, d->form, &err);
    if (d->stored)
        return step_pop(1, d->form);
    form_mark_error(d->form, &err);
    app_say_err(s->app, &err);
    return step_stay();
}

static const struct action form_dialog_actions[] = {
    { .id = "dialog.save",
        .key = "F12",
        .label = N_("Do it"),
        .rank = 1,
        .help = N_("Takes what stands in the form."),
        .run = form_dialog_commit },
    { .id = NULL },
};

static struct step form_dialog_key(struct screen *s, struct key k)
{
    struct form_dialog_state *d = s->state;

    return form_key(d->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

static void form_dialog_draw(const struct screen *s, struct grid *g)
{
    const struct form_dialog_state *d = screen_state(s);
    int cols = g->cols - 8 < 72 ? g->cols - 8 : 72, rows = form_rows(d->form);
    struct rect at
        = dialog_box(g, d->arg.title, &d->arg.text, cols, rows + (d->arg.commit ? 2 : 0));

    if (d->arg.commit) {
        at.rows -= 2;
        int col = grid_text(g, at.row + at.rows + 1, at.col, STYLE_KEY, "F12 ");
        grid_tr(g, at.row + at.rows + 1, col, STYLE_NORMAL, d->arg.commit);
    }
    form_draw(d->form, g, at, true);
}

static const struct form *form_dialog_form(const struct screen *s)
{
    const struct form_dialog_state *d = screen_state(s);

    return d->form;
}

const struct screen_ops form_dialog = { .name = "form-dialog",
    .title = N_("Form"),
    .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct form_dialog_state),
    .actions = form_dialog_actions,
    .open = form_dialog_open,
    .close = form_dialog_close,
    .pause = form_dialog_pause,
    .key = form_dialog_key,
    .draw = form_dialog_draw,
    .form = form_dialog_form };

struct step dialog_form(struct screen *s, const struct form_arg *arg, int tag)
{
    return step_push_copy(s, &form_dialog, arg, sizeof *arg, tag);
}

/* --- a reason */

struct reason_state {
    struct reason_arg arg;
    struct form *form;
    struct form_def def;
    struct form_field fields[2];
    struct reason_answer answer;
};

static bool reason_open(struct screen *s, const void *arg, struct err *err)
{
    struct reason_state *r = s->state;
    size_t n = 0;

    (void)err;
    r->arg = *(const struct reason_arg *)arg;
    if (r->arg.reasons)
        r->fields[n++] = (struct form_field){ .id = "reason",
            .label = N_("Reason"),
            .kind = FIELD_CHOICE,
            .cells = 40,
            .help = N_("Choose with a digit, the arrows or the space bar."),
            .choices = r->arg.reasons,
            .flags = FORM_NO_OPTIONS };
    r->fields[n++] = (struct form_field){ .id = "words",
        .label = r->arg.reasons ? N_("In words") : N_("Reason"),
        .kind = FIELD_TEXT,
        .cells = 40,
        .help = N_("Write briefly what happened. It stays in the history.") };
    r->def = (struct form_def){
        .id = "reason", .version = 1, .fields = r->fields, .n = n, .label_cells = 10
    };
    r->form = form_new(&r->def, r);
    return true;
}

static void reason_close(struct screen *s)
{
    struct reason_state *r = s->state;

    form_free(r->form);
}

static struct step reason_commit(struct screen *s)
{
    struct reason_state *r = s->state;
    struct err err = ERR_INIT;

    r->answer.value = r->arg.reasons ? form_get(r->form, "reason") : "";
    r->answer.text = form_get(r->form, "words");
    if (r->arg.optional || *r->answer.value || *r->answer.text)
        return step_pop(1, &r->answer);
    err_set(&err, ERR_RULE, r->arg.reasons ? "reason" : "words",
        N_("The reason is missing. Choose one or write it."), NULL);
    form_mark_error(r->form, &err);
    app_say_err(s->app, &err);
    return step_stay();
}

static const struct action reason_actions[] = {
    { .id = "dialog.reason",
        .key = "F12",
        .label = N_("Do it"),
        .rank = 1,
        .help = N_("Does it and keeps the reason."),
        .run = reason_commit },
    { .id = NULL },
};

static struct step reason_key(struct screen *s, struct key k)
{
    struct reason_state *r = s->state;

    return form_key(r->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

static void reason_draw(const struct screen *s, struct grid *g)
{
    const struct reason_state *r = screen_state(s);
    int choices = 0;

    while (r->arg.reasons && r->arg.reasons[choices].value)
        choices++;
    int rows = (int)r->def.n + (choices ? choices + 1 : 0);
    struct rect at = dialog_box(g, r->arg.title, &r->arg.text, DIALOG_COLS, rows);
    for (int i = 0; i < choices; i++) {
        int col = grid_text(g, at.row + i, at.col, STYLE_KEY, r->arg.reasons[i].key);
        grid_clip(g, at.row + i, col + 1, at.cols - 3, STYLE_NORMAL,
            tr(g->catalog, r->arg.reasons[i].label));
    }
    int used = choices ? choices + 1 : 0;
    form_draw(r->form, g, (struct rect){ at.row + used, at.col, at.rows - used, at.cols }, true);
}

static const struct form *reason_form(const struct screen *s)
{
    const struct reason_state *r = screen_state(s);

    return r->form;
}

const struct screen_ops reason_dialog = { .name = "reason",
    .title = N_("Reason"),
    .kind = SCREEN_DIALOG,
    .state_bytes = sizeof(struct reason_state),
    .actions = reason_actions,
    .open = reason_open,
    .close = reason_close,
    .key = reason_key,
    .draw = reason_draw,
    .form = reason_form };

struct step dialog_reason(struct screen *s, const struct reason_arg *arg, int tag)
{
    return step_push_copy(s, &reason_dialog, arg, sizeof *arg, tag);
}
