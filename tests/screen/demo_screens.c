/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/screen/demo_screens.h"

#include "base/base.h"
#include "tui/app.h"
#include "tui/dialog.h"
#include "tui/form.h"
#include "tui/list.h"

static struct demo *demo_of(const struct screen *s)
{
    return app_user(s->app);
}

/* --- the list */

enum { TAG_FORM = 1, TAG_REASON, TAG_CONFIRM, TAG_PICK };

struct list_state {
    struct list list;
    char answer[64];
    bool focused;
};

static int rows_count(const void *user)
{
    (void)user;
    return DEMO_ROWS;
}

static int64_t rows_id(const void *user, int row)
{
    (void)user;
    return row + 1;
}

static void rows_cell(
    const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    (void)user;
    (void)g;
    (void)style;
    static const char *const names[]
        = { "渡邉 光子", "斎藤 実", "葛\U000E0100城 太郎", "佐々木 健", "𠮷田 一郎" };
    if (column == 0)
        buf_printf(out, "26-%04d", row + 1);
    else if (column == 1)
        buf_puts(out, names[row % 5]);
    else if (column == 2)
        buf_printf(out, "1958-04-%02d  03-1234-%04d", row % 28 + 1, row);
    else
        buf_printf(out, "%d,000", row + 1);
}

static const struct list_column columns[]
    = { { .title = N_("Question"), .cells = 8 }, { .title = N_("Message"), .cells = 14 },
          { .title = N_("Reason"), .cells = 26, .flex = true, .priority = 1 },
          { .title = N_("Choose"), .cells = 8, .align = ALIGN_RIGHT } };
static const struct list_source rows = { .columns = columns,
    .n_columns = COUNT_OF(columns),
    .count = rows_count,
    .id = rows_id,
    .cell = rows_cell };

static bool list_open(struct screen *s, const void *arg, struct err *err)
{
    struct list_state *l = s->state;

    (void)arg;
    (void)err;
    list_init(&l->list, &rows, NULL);
    list_set_page(&l->list, 17);
    buf_puts(&demo_of(s)->log, "open list; ");
    return true;
}

static struct step list_screen_key(struct screen *s, struct key k)
{
    struct list_state *l = s->state;

    switch (list_key(&l->list, k)) {
    case LIST_OPEN:
        return step_push(&demo_form, &l->list.sel_id, TAG_FORM);
    case LIST_MOVED:
        return step_stay();
    case LIST_UNUSED:
        break;
    }
    return step_unused();
}

static struct step list_result(struct screen *s, const struct result *r)
{
    struct list_state *l = s->state;

    buf_printf(&demo_of(s)->log, "result %s %d; ", r->from->name, r->answer);
    if (r->tag == TAG_REASON && r->answer) {
        const struct reason_answer *a = r->value;
        snprintf(l->answer, sizeof l->answer, "%s/%s", a->value, a->text);
    }
    if (r->tag == TAG_PICK && r->answer)
        snprintf(l->answer, sizeof l->answer, "%d", (int)*(const int64_t *)r->value);
    if (r->tag == TAG_CONFIRM && r->answer)
        demo_of(s)->commits++;
    return step_stay();
}

static bool list_reload_rows(struct screen *s, struct err *err)
{
    struct list_state *l = s->state;

    (void)err;
    list_reload(&l->list);
    buf_puts(&demo_of(s)->log, "reload list; ");
    return true;
}

static void list_screen_draw(const struct screen *s, struct grid *g)
{
    const struct list_state *l = screen_state(s);

    list_draw(&l->list, g, (struct rect){ 1, 0, g->body.rows - 2, g->cols }, true);
    grid_text(g, g->rows - 5, 1, STYLE_DIM, l->answer);
}

static struct step list_new(struct screen *s)
{
    (void)s;
    return step_push(&demo_form, NULL, TAG_FORM);
}

static struct step list_cancel(struct screen *s)
{
    static const struct choice reasons[]
        = { { "1", "wrong", N_("Question") }, { "2", "late", N_("Message") }, { 0 } };
    const struct reason_arg arg = { .title = N_("Reason"), .reasons = reasons };

    return dialog_reason(s, &arg, TAG_REASON);
}

static struct step list_confirm(struct screen *s)
{
    struct confirm_arg arg = { .title = N_("Question"), .light = true };

    msg_set(&arg.text, "33,000円 %s", "\001Yes", NULL);
    return dialog_confirm(s, &arg, TAG_CONFIRM);
}

static struct step list_pick(struct screen *s)
{
    struct pick_item items[12];
    static const char *const words[]
        = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千" };

    for (int i = 0; i < 12; i++)
        items[i] = (struct pick_item){ .text = words[i], .id = 100 + i, .dim = i == 1 };
    const struct pick_arg arg = { .title = N_("Choose"), .items = items, .n = 12 };
    return dialog_pick(s, &arg, TAG_PICK);
}

static bool not_locked(const struct screen *s, struct msg *why)
{
    if (!demo_of(s)->locked)
        return true;
    msg_set(why, "Printer %s is locked.", "1", NULL);
    return false;
}

static struct step list_print(struct screen *s)
{
    app_say(s->app, SAY_NOTICE, "Printed %s.", "1", NULL);
    return step_stay();
}

static struct step list_home(struct screen *s)
{
    (void)s;
    return step_home();
}

static struct step list_quit(struct screen *s)
{
    (void)s;
    return step_quit();
}

static const struct action list_actions[] = {
    { .id = "demo.new",
        .key = "n",
        .label = N_("Form"),
        .help = "Opens the form.",
        .rank = 1,
        .run = list_new },
    { .id = "demo.cancel",
        .key = "F4",
        .label = N_("Reason"),
        .help = "Asks for a reason.",
        .rank = 4,
        .run = list_cancel },
    { .id = "demo.confirm",
        .key = "F12",
        .label = N_("Question"),
        .help = "Asks whether.",
        .rank = 5,
        .run = list_confirm },
    { .id = "demo.pick",
        .key = "p",
        .label = N_("Choose"),
        .help = "Offers twelve lines.",
        .rank = 7,
        .run = list_pick },
    { .id = "demo.print",
        .key = "F8",
        .label = "Print",
        .help = "Prints.",
        .rank = 8,
        .usable = not_locked,
        .run = list_print },
    { .id = "demo.home",
        .key = "F11",
        .label = "Home",
        .help = "Closes all others.",
        .run = list_home },
    { .id = "demo.quit",
        .key = "Alt+Q",
        .label = "Quit",
        .help = "Leaves the program.",
        .rank = 9,
        .run = list_quit },
    { .id = NULL },
};

const struct screen_ops demo_list = { .name = "list",
    .title = N_("Message"),
    .state_bytes = sizeof(struct list_state),
    .actions = list_actions,
    .open = list_open,
    .key = list_screen_key,
    .result = list_result,
    .draw = list_screen_draw,
    .reload = list_reload_rows };

/* --- the form */

static const struct choice kinds[]
    = { { "1", "phone", N_("Message") }, { "2", "counter", N_("Question") }, { 0 } };
static const struct form_field fields[] = {
    { .id = "name",
        .label = N_("Message"),
        .kind = FIELD_TEXT,
        .cells = 20,
        .max_clusters = 40,
        .help = N_("Closes the help.") },
    { .id = "kana",
        .label = N_("In words"),
        .kind = FIELD_KANA,
        .cells = 20,
        .help = N_("Does what the question says.") },
    { .id = "kind",
        .label = N_("Question"),
        .kind = FIELD_CHOICE,
        .cells = 10,
        .choices = kinds,
        .help = N_("Choose with a digit, the arrows or the space bar.") },
    { .id = "fee",
        .label = N_("Reason"),
        .kind = FIELD_YEN,
        .cells = 10,
        .help = N_("Takes what stands in the form.") },
    { .id = "memo",
        .label = N_("Form"),
        .kind = FIELD_LINES,
        .cells = 50,
        .rows = 2,
        .help = N_("Write briefly what happened. It stays in the history.") },
};
static const struct form_def form_table
    = { .id = "demo", .version = 1, .fields = fields, .n = COUNT_OF(fields), .label_cells = 12 };

struct form_state {
    struct form *form;
};

static bool form_open(struct screen *s, const void *arg, struct err *err)
{
    struct form_state *f = s->state;
    const int64_t *id = arg;

    if (id && *id == 13)
        return err_set(err, ERR_DENIED, "", "Number %s is not for you.", "13", NULL);
    f->form = form_new(&form_table, s);
    buf_puts(&demo_of(s)->log, "open form; ");
    return true;
}

static void form_close(struct screen *s)
{
    struct form_state *f = s->state;
    struct buf draft;

    buf_init(&draft, 8192);
    form_save(f->form, &draft);
    buf_printf(&demo_of(s)->log, "close form %s; ", form_dirty(f->form) ? "dirty" : "clean");
    buf_fini(&draft);
    form_free(f->form);
}

static struct step form_screen_key(struct screen *s, struct key k)
{
    struct form_state *f = s->state;

    return form_key(f->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

static struct step form_commit(struct screen *s)
{
    struct form_state *f = s->state;
    struct err err = ERR_INIT;

    if (*form_get(f->form, "kana") == '\0') {
        err_set(&err, ERR_RULE, "kana", N_("The reason is missing. Choose one or write it."), NULL);
        form_mark_error(f->form, &err);
        app_say_err(s->app, &err);
        return step_stay();
    }
    demo_of(s)->commits++;
    form_set_clean(f->form);
    return step_pop(1, NULL);
}

static const struct action form_actions[] = {
    { .id = "demo.save",
        .key = "F12",
        .label = N_("Save"),
        .help = "Keeps the form.",
        .rank = 1,
        .run = form_commit },
    { .id = "demo.letter",
        .key = "x",
        .label = "Letter",
        .help = "A letter as a command.",
        .rank = 20,
        .run = list_print },
    { .id = NULL },
};

static void form_screen_draw(const struct screen *s, struct grid *g)
{
    const struct form_state *f = screen_state(s);

    form_draw(f->form, g, (struct rect){ 2, 1, g->body.rows - 2, g->cols - 2 }, true);
}

static const struct form *form_of(const struct screen *s)
{
    const struct form_state *f = screen_state(s);

    return f->form;
}

static void form_pause(struct screen *s)
{
    buf_puts(&demo_of(s)->log, "pause form; ");
}

const struct screen_ops demo_form = { .name = "form",
    .title = N_("Form"),
    .state_bytes = sizeof(struct form_state),
    .actions = form_actions,
    .open = form_open,
    .close = form_close,
    .key = form_screen_key,
    .draw = form_screen_draw,
    .form = form_of,
    .pause = form_pause };

/* --- a lock that hides everything */

static struct step lock_key(struct screen *s, struct key k)
{
    (void)s;
    return k.code == K_ENTER ? step_pop(1, NULL) : step_stay();
}

static void lock_draw(const struct screen *s, struct grid *g)
{
    (void)s;
    grid_text(g, 5, 5, STYLE_NORMAL, "locked");
}

const struct screen_ops demo_lock
    = { .name = "lock", .title = "Lock", .kind = SCREEN_LOCK, .key = lock_key, .draw = lock_draw };
