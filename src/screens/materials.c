/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was brought: taken in piece by piece under custody numbers, where each is now, given back. */
#include "desk/papers.h"

#include "desk/paper_desk.h"
#include "screens/request_parts.h"
#include "text/era.h"
#include "tui/list.h"

enum { TAG_TAKE_IN = 1, TAG_MOVE, TAG_RETURN, TAG_UNDO };
enum { ROWS_AT_ONCE = 40, PIECES_USUAL = 99 };

struct materials {
    int64_t id;
    struct case_view view;
    struct whereabouts *rows; /* one for each place that has pieces of a material */
    size_t n_rows;
    struct list list;
    const struct screen *screen;
    int64_t prints[RETURN_PRINTS]; /* what the dialog's action asked for */
    int asked_pieces; /* the unusual number that was asked about */
    int64_t about;    /* the material that the open dialog is about, and the place of its pieces: the list below may */
    const char *from; /* change when somebody else moves them */
};

/* ---------------------------------------------------------------- the forms */
#define COUNT(name, text) \
    { .id = name, .label = text, .kind = FIELD_NUMBER, .cells = 4, .max_clusters = 4, .unit = N_("pc."), \
        .help = N_("How many pieces came; empty = none.") }

static const struct form_field take_in_fields[] = {
    COUNT("disc", N_("Image disc")),
    { .id = "disc_what", .label = N_("What"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 60, .flags = FORM_SAME_ROW,
        .help = N_("What is on it, for example CT 2026-10-02.") },
    COUNT("film", N_("X-ray film")),
    COUNT("blood_test", N_("Blood test results")),
    COUNT("slide_stained", N_("Stained slides (pathology)")),
    COUNT("slide_unstained", N_("Unstained slides (pathology)")),
    COUNT("block", N_("Paraffin block")),
    COUNT("pathology_report", N_("Pathology report")),
    COUNT("imaging_report", N_("Imaging report")),
    COUNT("other", N_("Other")),
    { .id = "other_what", .label = N_("What"), .kind = FIELD_TEXT, .cells = 20, .max_clusters = 60, .flags = FORM_SAME_ROW,
        .help = N_("What it is, in words.") },
    { .id = "owner", .label = N_("Whose"), .kind = FIELD_CHOICE, .cells = 16, .choices = CHOICE_OWNER, .flags = FORM_NO_OPTIONS,
        .help = N_("1 the visitor's, 2 borrowed from the other hospital. Empty = as usual.") },
    { .id = "received_on", .label = N_("Received on"), .kind = FIELD_DATE, .cells = 12,
        .help = N_("The day on which they came. t is today.") },
};
const struct form_def take_in_form_def = { .id = "take_in", .version = 1, .fields = take_in_fields,
    .n = COUNT_OF(take_in_fields), .label_cells = 30 };

#define HOW_FIELDS \
    { .id = "how", .label = N_("How"), .kind = FIELD_CHOICE, .cells = 12, .choices = CHOICE_HANDOVER, .help = N_("1 by hand, 2 post.") }, \
    { .id = "tracking", .label = N_("Tracking no."), .kind = FIELD_CODE, .cells = 24, .max_clusters = 40, \
        .help = N_("Of the letter or parcel; the scanner types it.") }, \
    { .id = "signed_by", .label = N_("Signed by"), .kind = FIELD_TEXT, .cells = 24, .max_clusters = 60, \
        .help = N_("Who takes it and signs; empty when it goes by post.") }

static const struct form_field move_fields[] = {
    { .id = "place", .label = N_("Where to"), .kind = FIELD_CHOICE, .cells = 28, .choices = CHOICE_PLACE, .flags = FORM_NO_OPTIONS,
        .help = N_("2 department, 3 specialist, 4 file, 5 visitor, 6 lender, 7 destroyed.") },
    { .id = "pieces", .label = N_("Pcs"), .kind = FIELD_NUMBER, .cells = 4, .max_clusters = 4, .help = N_("How many of them go.") },
    HOW_FIELDS,
};
static const struct form_field return_fields[] = { HOW_FIELDS };

static bool how_asked(const void *user, const struct form *f, const char *id)
{
    (void)user;
    if (str_eq(id, "tracking"))
        return str_eq(form_get(f, "how"), "post");
    return !str_eq(id, "signed_by") || !str_eq(form_get(f, "how"), "post");
}

const struct form_def move_form_def = { .id = "move", .version = 1, .fields = move_fields, .n = COUNT_OF(move_fields),
    .label_cells = 14, .asked = how_asked };
const struct form_def return_form_def = { .id = "return", .version = 1, .fields = return_fields, .n = COUNT_OF(return_fields),
    .label_cells = 14, .asked = how_asked };

/* ---------------------------------------------------------------- the list */
enum { COLUMN_LABEL, COLUMN_KIND, COLUMN_PIECES, COLUMN_GOES, COLUMN_PLACE, COLUMN_MOVED };

/* A row is a material and one of the places; the choice stays on it while pieces are there. */
static int64_t id_of(const struct whereabouts *w)
{
    return w->of->id * (int64_t)(WORDS_PLACE.n + 1) + (words_find(&WORDS_PLACE, w->place) - WORDS_PLACE.item);
}

static const struct whereabouts *chosen(const struct materials *me)
{
    int64_t id = list_selected(&me->list);

    for (size_t i = 0; i < me->n_rows; i++)
        if (id_of(&me->rows[i]) == id)
            return &me->rows[i];
    return NULL;
}

static int rows_count(const void *user)
{
    return (int)((const struct materials *)user)->n_rows;
}

static int64_t row_id(const void *user, int row)
{
    return id_of(&((const struct materials *)user)->rows[row]);
}

static void put_kind(const struct material *m, const struct grid *g, struct buf *out)
{
    buf_puts(out, tr(g->catalog, words_label(&WORDS_MATERIAL, m->kind)));
    if (!str_empty(m->what))
        buf_printf(out, "  %s", grid_veil(g, m->what));
}

static void row_cell(const void *user, int row, int column, const struct grid *g, struct buf *out, enum style *style)
{
    const struct whereabouts *w = &((const struct materials *)user)->rows[row];
    const struct material *m = w->of;
    bool end = place_is_end(w->place);
    char on[DATE_TEXT];

    if (end)
        *style = STYLE_DIM;
    switch (column) {
    case COLUMN_LABEL:
        buf_puts(out, m->label);
        break;
    case COLUMN_KIND:
        put_kind(m, g, out);
        break;
    case COLUMN_PIECES:
        if (w->pieces != m->pieces)
            buf_printf(out, "%d/%d", w->pieces, m->pieces);
        else
            buf_printf(out, "%d", m->pieces);
        break;
    case COLUMN_GOES:
        buf_puts(out, tr(g->catalog, words_label(&WORDS_DESTINATION, m->destination)));
        break;
    case COLUMN_PLACE:
        *style = end ? STYLE_OK : STYLE_NORMAL;
        buf_puts(out, tr(g->catalog, words_label(&WORDS_PLACE, w->place)));
        break;
    default:
        buf_puts(out, date_text(w->by ? w->by->day : m->received_on, g->lang, DATE_SHORT, on));
    }
}

static const struct list_column columns[] = {
    [COLUMN_LABEL] = { .title = N_("Custody no."), .cells = 11 },
    [COLUMN_KIND] = { .title = N_("What"), .cells = 18, .flex = true, .words = true },
    [COLUMN_PIECES] = { .title = N_("Pcs"), .cells = 6, .align = ALIGN_RIGHT },
    [COLUMN_GOES] = { .title = N_("Goes"), .cells = 14, .priority = 1, .words = true },
    [COLUMN_PLACE] = { .title = N_("Where now"), .cells = 16 },
    [COLUMN_MOVED] = { .title = N_("On"), .cells = 6 },
};
static const struct list_source source = { .columns = columns, .n_columns = COUNT_OF(columns), .count = rows_count,
    .id = row_id, .cell = row_cell, .empty = N_("Nothing has been taken in yet. n takes in what was brought.") };

static bool materials_reload(struct screen *s, struct err *e)
{
    struct materials *me = s->state;
    bool ok = case_read(s, me->id, false, &s->view, &me->view, e);

    me->rows = case_whereabouts(&me->view.c, &s->view, &me->n_rows);
    list_reload(&me->list);
    return ok;
}

static bool materials_open(struct screen *s, const void *arg, struct err *e)
{
    struct materials *me = s->state;

    me->id = ((const struct place_arg *)arg)->request;
    me->screen = s;
    list_init(&me->list, &source, me);
    list_set_page(&me->list, ROWS_AT_ONCE); /* short lists: nothing scrolls away while there is room */
    return materials_reload(s, e);
}

/* The chosen pieces in full: what the columns cut off, and how they got there. */
static void draw_chosen(const struct whereabouts *w, struct grid *g, int row)
{
    struct buf text;

    buf_init(&text, 2048);
    buf_printf(&text, "%s  ", w->of->label);
    put_kind(w->of, g, &text);
    buf_printf(&text, "  %s", tr(g->catalog, words_label(&WORDS_PLACE, w->place)));
    if (w->by && !str_empty(w->by->tracking))
        buf_printf(&text, "  %s %s", tr(g->catalog, N_("Tracking no.")), w->by->tracking);
    if (w->by && !str_empty(w->by->signed_by))
        buf_printf(&text, "  %s %s", tr(g->catalog, N_("Signed by")), grid_veil(g, w->by->signed_by));
    grid_clip(g, row, 1, g->cols - 2, STYLE_NORMAL, text.p);
    buf_fini(&text);
}

/* Which step of the bar this page belongs to: giving back, as soon as that is what is to be done. */
static const char *present_step(const struct materials *me)
{
    const struct journey *j = &me->view.j.journey;
    const struct visit *visit = case_visit(&me->view.c);

    for (size_t i = 0; i < j->n; i++)
        if (str_eq(j->steps[i].id, "return") && (j->steps[i].state == STEP_NOW || j->steps[i].state == STEP_NEEDS))
            return "return";
    return visit && visit->ended ? "return" : "papers";
}

static void materials_draw(const struct screen *s, struct grid *g)
{
    const struct materials *me = screen_state(s);
    int row = case_head_draw(s, g, &me->view, present_step(me)), last = g->body.row + g->body.rows - 1;
    char here[16];
    struct msg m;

    list_draw(&me->list, g, (struct rect){ row, 0, last - row - 2, g->cols }, true);
    grid_hline(g, last - 2, 0, g->cols);
    if (chosen(me))
        draw_chosen(chosen(me), g, last - 1);
    snprintf(here, sizeof here, "%d", case_pieces_here(&me->view.c));
    msg_set(&m, N_("Pieces that have not reached their place yet: %s"), here, NULL);
    grid_msg(g, last, 1, g->cols - 2, case_pieces_here(&me->view.c) ? STYLE_NEED : STYLE_DIM, &m);
}

/* ---------------------------------------------------------------- taking in */
static void fill_take_in(void *user, struct form *f)
{
    const struct materials *me = user;
    char iso[DAY_TEXT];

    form_set(f, "received_on", day_field(me->view.today, iso));
}

/* Slides and blocks are lent by the other hospital (counter.md, Words: 借用). */
static const char *owner_of(const char *kind, const char *typed)
{
    bool lent = str_starts(kind, "slide_") || str_eq(kind, "block");

    return !str_empty(typed) ? typed : lent ? "lender" : "visitor";
}

static bool read_counts(const struct form *f, struct material_draft *item, size_t *n, struct err *e)
{
    static const char *const kinds[] = { "disc", "film", "blood_test", "slide_stained", "slide_unstained", "block",
        "pathology_report", "imaging_report", "other" };

    *n = 0;
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        const char *typed = form_get(f, kinds[i]);
        int64_t pieces = 0;
        const char *what = str_eq(kinds[i], "disc") ? form_get(f, "disc_what")
            : str_eq(kinds[i], "other")             ? form_get(f, "other_what")
                                                    : "";
        if (str_empty(typed) && str_empty(what))
            continue;
        /* Described and not counted: dropping it without a word would lose a piece. */
        if (!str_int(typed, &pieces) || pieces < 0 || pieces > 9999 || (pieces == 0 && !str_empty(what)))
            return err_set(e, ERR_INPUT, kinds[i], N_("How many pieces? Enter a number from 1."), NULL);
        if (pieces > 0)
            item[(*n)++] = (struct material_draft){ .kind = kinds[i], .what = what, .owner = owner_of(kinds[i], form_get(f, "owner")),
                .pieces = (int)pieces };
    }
    return true;
}

/* More of one kind than anybody brings is a slip of the finger until F12 is pressed again on the same number. */
static bool usual_counts(struct materials *me, const struct material_draft *item, size_t n, struct err *e)
{
    const struct material_draft *most = NULL;
    char pieces[16];

    for (size_t i = 0; i < n; i++)
        if (item[i].pieces > PIECES_USUAL && (!most || item[i].pieces > most->pieces))
            most = &item[i];
    if (!most || me->asked_pieces == most->pieces)
        return true;
    me->asked_pieces = most->pieces;
    snprintf(pieces, sizeof pieces, "%d", most->pieces);
    return err_set(e, ERR_INPUT, most->kind, N_("%s pieces of one kind? If that is right, press F12 once more."), pieces, NULL);
}

static bool take_in(void *user, struct form *f, struct err *e)
{
    struct materials *me = user;
    struct material_draft items[MATERIALS_AT_ONCE];
    struct materials_draft draft = { .request = me->id, .item = items, .print = true };

    if (!read_counts(f, items, &draft.n, e) || !usual_counts(me, items, draft.n, e)
        || !form_day(me->screen, f, "received_on", DATE_PAST, &draft.received_on, e))
        return false;
    if (desk_materials_take_in(desk_of(me->screen), &draft, &me->prints[0], e))
        return true;
    if (str_eq(e->field, "pieces") || str_eq(e->field, "kind"))
        str_copy(e->field, sizeof e->field, "disc");
    if (str_eq(e->field, "what"))
        str_copy(e->field, sizeof e->field, "other_what");
    return false;
}

static struct step run_take_in(struct screen *s)
{
    struct materials *me = s->state;
    struct form_arg arg = { .title = N_("Take in"), .def = &take_in_form_def, .user = me, .fill = fill_take_in, .check = take_in };

    memset(me->prints, 0, sizeof me->prints);
    me->asked_pieces = 0;
    return dialog_form(s, &arg, TAG_TAKE_IN);
}

/* ---------------------------------------------------------------- moving */
static void fill_move(void *user, struct form *f)
{
    const struct materials *me = user;
    char pieces[16];

    snprintf(pieces, sizeof pieces, "%d", chosen(me)->pieces);
    form_set(f, "pieces", pieces);
    form_set(f, "how", "hand");
}

static bool move(void *user, struct form *f, struct err *e)
{
    struct materials *me = user;
    int64_t pieces = 0;
    struct move_draft draft = { .request = me->id, .material = me->about, .origin = me->from, .place = form_get(f, "place"),
        .how = form_get(f, "how"), .tracking = form_get(f, "tracking"), .signed_by = form_get(f, "signed_by") };

    if (!str_int(form_get(f, "pieces"), &pieces) || pieces < 1 || pieces > 9999)
        return err_set(e, ERR_INPUT, "pieces", N_("How many pieces? Enter a number from 1."), NULL);
    draft.pieces = (int)pieces;
    return desk_material_move(desk_of(me->screen), &draft, me->prints, e);
}

static struct step run_move(struct screen *s)
{
    struct materials *me = s->state;
    const struct whereabouts *w = chosen(me);
    const struct catalog *c = app_catalog(s->app);
    struct form_arg arg = { .title = N_("Move a piece"), .def = &move_form_def, .user = me, .fill = fill_move, .check = move };

    memset(me->prints, 0, sizeof me->prints);
    me->about = w->of->id;
    me->from = words_find(&WORDS_PLACE, w->place)->id;
    msg_set(&arg.text, N_("%1$s %2$s, now: %3$s"), w->of->label, tr(c, words_label(&WORDS_MATERIAL, w->of->kind)),
        tr(c, words_label(&WORDS_PLACE, w->place)), NULL);
    return dialog_form(s, &arg, TAG_MOVE);
}

static void fill_return(void *user, struct form *f)
{
    (void)user;
    form_set(f, "how", "hand");
}

static bool give_back(void *user, struct form *f, struct err *e)
{
    struct materials *me = user;

    return desk_materials_return(desk_of(me->screen), me->id, form_get(f, "how"), form_get(f, "tracking"),
        form_get(f, "signed_by"), me->prints, e);
}

static struct step run_return(struct screen *s)
{
    struct materials *me = s->state;
    struct form_arg arg = { .title = N_("Give everything back"), .def = &return_form_def, .user = me, .fill = fill_return,
        .check = give_back };
    char here[16], out[16];
    int away = 0;
    bool slip = false;

    for (size_t i = 0; i < me->n_rows; i++) {
        if (place_is_end(me->rows[i].place))
            continue;
        away += str_eq(me->rows[i].place, "desk") ? 0 : me->rows[i].pieces;
        slip |= place_is_back(me->rows[i].of->destination);
    }
    memset(me->prints, 0, sizeof me->prints);
    snprintf(here, sizeof here, "%d", case_pieces_here(&me->view.c));
    snprintf(out, sizeof out, "%d", away);
    if (away > 0)
        msg_set(&arg.text, N_("Everything goes where it belongs (%1$s pc.), also %2$s pc. that are not back at the counter yet. Are they in your hands?"),
            here, out, NULL);
    else
        msg_set(&arg.text, slip ? N_("Everything goes where it belongs (%s pc.), and the return slip is printed.")
                                : N_("Everything goes where it belongs (%s pc.). Nothing of it is given back."), here, NULL);
    return dialog_form(s, &arg, TAG_RETURN);
}

static struct step run_undo(struct screen *s)
{
    struct materials *me = s->state;
    const struct material *m = chosen(me)->of;
    struct reason_arg arg = { .title = N_("Undo taking in") };

    me->about = m->id;
    msg_set(&arg.text, N_("%s was entered wrongly. The reason is kept."), m->label, NULL);
    return dialog_reason(s, &arg, TAG_UNDO);
}

static struct step run_print(struct screen *s)
{
    struct materials *me = s->state;
    struct err e = ERR_INIT;

    if (desk_print_paper(desk_of(s), ACT_PAPER_PRINT, "custody", "request", me->id, me->view.c.lang, &e))
        app_say(s->app, SAY_NOTICE, N_("The custody receipt is printed again."), NULL);
    else
        app_say_err(s->app, &e);
    return step_stay();
}

/* Enter: the ways of the pieces of the chosen material so far. */
static struct step show_history(struct screen *s)
{
    struct materials *me = s->state;
    const struct casefile *k = &me->view.c;
    const struct material *m = chosen(me)->of;
    const struct catalog *c = app_catalog(s->app);
    struct pick_item *items = ARENA_ARRAY(&s->view, struct pick_item, k->n_moves + 1);
    struct pick_arg arg = { .title = N_("Where it has been"), .items = items };
    char on[DATE_TEXT];

    msg_set(&arg.text, "%1$s %2$s", m->label, tr(c, words_label(&WORDS_MATERIAL, m->kind)), NULL);
    items[arg.n++] = (struct pick_item){ .id = 1, .text = arena_printf(&s->view, "%s  %s  %d",
        date_text(m->received_on, lang_of_screen(s), DATE_SHORT_WEEKDAY, on), tr(c, N_("taken in")), m->pieces) };
    for (size_t i = 0; i < k->n_moves; i++) {
        const struct material_move *v = &k->moves[i];
        if (v->material != m->id)
            continue;
        items[arg.n++] = (struct pick_item){ .id = 1, .hint = v->by_name, .personal = !str_empty(v->signed_by),
            .text = arena_printf(&s->view, "%s  %s > %s  %d  %s %s %s", date_text(v->day, lang_of_screen(s), DATE_SHORT_WEEKDAY, on),
                tr(c, words_label(&WORDS_PLACE, v->origin)), tr(c, words_label(&WORDS_PLACE, v->place)), v->pieces,
                str_empty(v->how) ? "" : tr(c, words_label(&WORDS_HANDOVER, v->how)), str_or(v->tracking, ""),
                str_or(v->signed_by, "")) };
    }
    return dialog_pick(s, &arg, TAG_SILENT);
}

/* ---------------------------------------------------------------- keys and results */
static bool has_row(const struct screen *s, struct msg *why)
{
    if (chosen(screen_state(s)))
        return true;
    msg_set(why, N_("Nothing has been taken in yet. n takes in what was brought."), NULL);
    return false;
}
static bool can_take_in(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_MATERIAL_TAKE_IN, why);
}
static bool can_move(const struct screen *s, struct msg *why)
{
    return has_row(s, why) && shell_may(s, ACT_MATERIAL_MOVE, why);
}
static bool can_return(const struct screen *s, struct msg *why)
{
    const struct materials *me = screen_state(s);

    if (!can_move(s, why))
        return false;
    if (case_pieces_here(&me->view.c) > 0)
        return true;
    msg_set(why, N_("Every piece is already where it belongs."), NULL);
    return false;
}
static bool can_undo(const struct screen *s, struct msg *why)
{
    return has_row(s, why) && shell_may(s, ACT_MATERIAL_UNDO, why);
}
static bool can_print(const struct screen *s, struct msg *why)
{
    return has_row(s, why) && shell_may(s, ACT_PAPER_PRINT, why);
}

static struct step materials_key(struct screen *s, struct key k)
{
    struct materials *me = s->state;
    enum list_result r = list_key(&me->list, k);

    if (r == LIST_OPEN)
        return show_history(s);
    return r == LIST_UNUSED ? step_unused() : step_stay();
}

static struct step materials_result(struct screen *s, const struct result *r)
{
    struct materials *me = s->state;
    struct err e = ERR_INIT;

    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_UNDO) {
        const struct reason_answer *x = r->value;
        if (!desk_material_undo(desk_of(s), me->id, me->about, x->text, &e)) {
            app_say_err(s->app, &e);
            return step_stay();
        }
    }
    app_reload(s->app);
    if (r->tag == TAG_TAKE_IN)
        print_and_say(s, me->prints[0], N_("Taken in. The custody receipt is printed."));
    if (r->tag == TAG_MOVE)
        prints_and_say(s, me->prints, RETURN_PRINTS, me->prints[1] || me->prints[2]
                ? N_("The move is recorded and the address label is printed.")
                : N_("The move is recorded."));
    if (r->tag == TAG_RETURN)
        prints_and_say(s, me->prints, RETURN_PRINTS, me->prints[1] || me->prints[2]
                ? N_("Everything is where it belongs. The return slip and the address label are printed.")
                : me->prints[0] ? N_("Everything is where it belongs. The return slip is printed.")
                                : N_("Everything is where it belongs."));
    if (r->tag == TAG_UNDO)
        app_say(s->app, SAY_NOTICE, N_("Undone. The reason is kept."), NULL);
    return step_stay();
}

static const struct action materials_actions[] = {
    { .id = "materials.take_in", .key = "n", .second = "Insert", .label = N_("Take in"), .rank = 1,
        .help = N_("Takes in what was brought, several kinds at once, and prints the custody receipt."), .usable = can_take_in,
        .run = run_take_in },
    { .id = "materials.move", .key = "m", .second = "2", .label = N_("Move on"), .rank = 2,
        .help = N_("Records where the chosen pieces go from where they are now."), .usable = can_move, .run = run_move },
    { .id = "materials.return", .key = "a", .second = "3", .label = N_("All back"), .rank = 3,
        .help = N_("Gives every piece back at once and prints the return slip."), .usable = can_return, .run = run_return },
    { .id = "materials.undo", .key = "F4", .label = N_("Undo"), .rank = 4, .help = N_("Undoes taking in the chosen piece, with a reason."),
        .usable = can_undo, .run = run_undo },
    { .id = "materials.print", .key = "F8", .label = N_("Custody"), .rank = 5, .help = N_("Prints the custody receipt again."),
        .usable = can_print, .run = run_print },
    { .id = NULL },
};

const struct screen_ops materials_screen = { .name = "materials", .title = N_("Materials"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct materials), .actions = materials_actions, .open = materials_open,
    .reload = materials_reload, .key = materials_key, .result = materials_result, .draw = materials_draw };
