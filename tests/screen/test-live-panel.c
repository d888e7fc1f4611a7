/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel beside the request form keeps its judgement and its picture from key to key. After every key of long
 * random work it must be what it would be without that: read, judged and drawn from nothing. */
#include "tests/screen/desk_app.h"

#include <stdio.h>
#include <stdlib.h>

#include "desk/papers.h"
#include "desk/request.h"
#include "desk/specialist.h"
#include "screens/live_panel.h"
#include "screens/request_values.h"

enum { KEYS = 3000, KEYS_LONG = 100000, FORMS = 2 };

struct walk {
    struct desk_app *t;
    struct app *app;
    uint64_t seed;
    struct {
        struct casefile under; /* what the form lies on */
        bool shown, other;
    } forms[FORMS]; /* the one below, the one on top of it */
    int depth; /* of the lower one */
    int64_t person, request;
    struct grid last;
    int changes;
    day today;
};

static unsigned any(struct walk *w, unsigned n)
{
    w->seed = w->seed * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(w->seed >> 33) % n;
}

static bool on_form(const struct walk *w)
{
    return str_eq(app_top(w->app)->ops->name, "request_form");
}

static int which(const struct walk *w)
{
    return app_depth(w->app) - w->depth;
}

/* The panel from nothing: no memory of the screen is in it. */
static void draw_afresh(struct walk *w, struct grid *g, struct rect at)
{
    const struct screen *s = app_top(w->app);
    struct desk *d = w->t->f.desk;
    struct casefile c;
    struct judgement j;
    struct arena a;

    arena_init(&a);
    request_values_live(s, s->ops->form(s), NULL, &w->forms[which(w)].under, &c);
    judge(&c, desk_policy(d, c.policy, &w->t->f.err), desk_calendar(d, &w->t->f.err), desk_today(d), &a, &j);
    case_panel_draw(s, g, at, &c, &j, w->forms[which(w)].other, 0);
    arena_fini(&a);
}

static void same_cells(const struct grid *is, const struct grid *fresh, struct rect at, const char *key)
{
    char a[CELL_BYTES], b[CELL_BYTES];
    struct arena arena;

    for (int row = at.row; row < at.row + at.rows; row++)
        for (int col = at.col; col < at.col + at.cols; col++) {
            const struct cell *x = &is->cells[row * is->cols + col], *y = &fresh->cells[row * is->cols + col];
            if (str_eq(grid_cell_text(is, row, col, a), grid_cell_text(fresh, row, col, b)) && x->style == y->style
                && x->width == y->width)
                continue;
            arena_init(&arena);
            print_error("after %s, row %d column %d:\n%s\nafresh:\n%s\n", key, row, col, grid_dump(is, &arena),
                grid_dump(fresh, &arena));
            fail();
        }
}

static void compare(struct walk *w, const char *key)
{
    const struct grid *g = app_grid(w->app);
    struct rect at = { g->body.row, g->cols - PANEL_CELLS, g->body.rows, PANEL_CELLS - 1 };
    struct grid fresh;

    if (!on_form(w) || !w->forms[which(w)].shown)
        return;
    grid_init(&fresh, g->rows, g->cols);
    fresh.catalog = g->catalog;
    fresh.lang = g->lang;
    draw_afresh(w, &fresh, at);
    same_cells(g, &fresh, at, key);
    size_t bytes = sizeof *fresh.cells * (size_t)fresh.rows * (size_t)fresh.cols;
    w->changes += w->last.rows != fresh.rows || w->last.cols != fresh.cols || memcmp(w->last.cells, fresh.cells, bytes) != 0;
    grid_fini(&w->last);
    w->last = fresh;
}

static void press(struct walk *w, const char *key)
{
    type_keys(w->app, key);
    compare(w, key);
}

/* --- what else happens beside letters */

static void paste(struct walk *w)
{
    static const char *const texts[] = { "S39.7.2", "2019-05-01", "H31.5.1", "ｶﾂﾗｷﾞ", "葛\U000E0100城 太郎", "t", "x", "髙﨑 花子" };

    paste_text(w->app, texts[any(w, COUNT_OF(texts))]);
    compare(w, "paste");
}

static void resize(struct walk *w)
{
    static const int sizes[][2] = { { 24, 80 }, { 30, 80 }, { 40, 132 }, { 24, 100 } };
    unsigned i = any(w, COUNT_OF(sizes));

    app_resize(w->app, sizes[i][0], sizes[i][1]);
    compare(w, "resize");
}

/* Days go by, one of them a birthday now and then. */
static void later(struct walk *w)
{
    char iso[DAY_TEXT];

    w->today = day_add(w->today, (int)any(w, 40));
    day_iso(w->today, iso);
    fixture_at(&w->t->f, iso, 0, 1);
    app_minute(w->app);
    compare(w, "another day");
}

/* Another terminal stores something; the rules of new requests change with it. */
static void elsewhere(struct walk *w)
{
    struct desk *other = fixture_second_desk(&w->t->f);
    int booked;

    fixture_fine(desk_closure_put(other, day_add(w->today, (int)any(w, 200) + 1), "停電点検", "Power check", &booked, &w->t->f.err),
        &w->t->f.err);
    desk_close(other);
    shell_watched(w->t->shell);
    compare(w, "another terminal");
}

static void known_person(struct walk *w)
{
    const struct form *f = app_top(w->app)->ops->form(app_top(w->app));
    bool hospital = str_eq(form_focus(f), "institution");

    press(w, "F9");
    if (on_form(w))
        return;
    bool chosen = any(w, 3) > 0;
    type_keys(w->app, chosen ? "1" : "Esc");
    assert_true(on_form(w));
    struct casefile *c = &w->forms[which(w)].under;
    if (chosen && !hospital)
        fixture_fine(desk_person_load(w->t->f.desk, w->person, &w->t->f.arena, &c->patient, &w->t->f.err), &w->t->f.err);
    compare(w, "a known person");
}

static void empty_it(struct walk *w)
{
    press(w, "F2");
    if (!on_form(w))
        press(w, any(w, 2) ? "Enter" : "Esc");
    if (!on_form(w))
        press(w, "Esc");
    if (any(w, 2))
        press(w, "Ctrl+Z");
}

static void open_form(struct walk *w, int64_t request)
{
    struct request_draft draft;
    int at = app_depth(w->app) + 1 - w->depth;

    if (request)
        draft.c = fixture_view(&w->t->f, request).c;
    else
        fixture_fine(desk_request_new(w->t->f.desk, &w->t->f.arena, &draft, &w->t->f.err), &w->t->f.err);
    w->forms[at].under = draft.c;
    w->forms[at].shown = true;
    w->forms[at].other = false;
    w->t->arg = (struct place_arg){ .request = request, .day = DAY_NONE };
    assert_true(app_push(w->app, &request_form_screen, &w->t->arg));
    compare(w, "open");
}

/* Another request on top and back; or closed, and its draft brought back. */
static void open_or_close(struct walk *w)
{
    if (which(w) == 0 && any(w, 2)) {
        open_form(w, any(w, 2) ? w->request : 0);
        return;
    }
    app_step(w->app, step_pop(0, NULL));
    if (which(w) < 0)
        open_form(w, 0);
    compare(w, "close");
}

static void switch_on(struct walk *w, const char *key, bool *what)
{
    *what = !*what;
    press(w, key);
}

static void key_of(struct walk *w, const char *const keys[], unsigned n)
{
    press(w, keys[any(w, n)]);
}

static void type_something(struct walk *w)
{
    static const char *const moves[] = { "Down", "Down", "Up", "Enter", "Tab", "Shift+Tab", "Down" };
    static const char *const digits[] = { "1", "2", "3", "4", "9", "1", "2", "0" };
    static const char *const letters[] = { "a", "S", "-", "/", ".", "あ", "葛", "ﾞ", "Space", "y", "J" };
    static const char *const edits[] = { "Backspace", "Backspace", "Delete", "Left", "Home", "End", "Alt+Backspace" };
    unsigned kind = any(w, 8);

    if (kind < 3)
        key_of(w, moves, COUNT_OF(moves));
    else if (kind < 5)
        key_of(w, digits, COUNT_OF(digits));
    else if (kind < 6)
        key_of(w, letters, COUNT_OF(letters));
    else if (kind < 7)
        key_of(w, edits, COUNT_OF(edits));
    else
        for (unsigned n = any(w, 20); n > 0; n--)
            press(w, "Down");
}

static void step(struct walk *w)
{
    switch (any(w, 40)) {
    case 0: paste(w); break;
    case 1: resize(w); break;
    case 2: later(w); break;
    case 3: known_person(w); break;
    case 4: empty_it(w); break;
    case 5: open_or_close(w); break;
    case 6: press(w, "Alt+L"); break;
    case 7: switch_on(w, "Alt+E", &w->forms[which(w)].other); break;
    case 8: app_pause(w->app); break;
    case 9: press(w, "Ctrl+Z"); break;
    case 10:
        if (any(w, 8) == 0)
            elsewhere(w);
        break;
    case 11:
        if (any(w, 4) == 0 || !w->forms[which(w)].shown)
            switch_on(w, "Alt+W", &w->forms[which(w)].shown);
        break;
    default: type_something(w);
    }
}

static void begin(struct walk *w, struct desk_app *t)
{
    *w = (struct walk){ .t = t, .seed = 20261124, .request = fixture_request(&t->f) };
    w->person = fixture_view(&t->f, w->request).c.patient.id;
    w->today = desk_today(t->f.desk);
    grid_init(&w->last, 1, 1);
    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
    w->app = t->app;
    w->depth = app_depth(t->app);
    app_step(w->app, step_pop(0, NULL));
    open_form(w, 0);
}

static void the_panel_is_right_after_every_key(void **state)
{
    int keys = str_eq(getenv("MADO_TESTS"), "long") ? KEYS_LONG : KEYS;
    struct walk w;

    begin(&w, *state);
    for (int i = 0; i < keys; i++)
        step(&w);
    assert_true(w.changes > keys / 20); /* it was no walk past all that the rules look at */
    grid_fini(&w.last);
}

/* What make bench measures as "typed character in a new request" rests on it; the walk alone would not notice. */
static void a_letter_of_a_name_draws_only_its_row(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_form_screen, 0, LANG_JA, 24, 80);
    app_prove(t->app, false); /* which draws all once more */
    app_grid(t->app);
    for (const char *key = "abc"; *key; key++) {
        type_keys(t->app, (const char[]){ *key, '\0' });
        assert_false(grid_whole(app_grid(t->app)));
    }
    type_keys(t->app, "Down");
    assert_false(grid_whole(app_grid(t->app)));
    type_keys(t->app, "Down");
    type_text(t->app, "S39.7.2"); /* a birth date is a fact: the panel is drawn with its last figure */
    assert_true(grid_whole(app_grid(t->app)));
}

/* 18 on 25 November: on the 24th a minor, who is asked about; no key is typed at midnight. */
static void a_new_day_changes_the_panel_without_a_key(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &request_form_screen, fixture_request(&t->f), LANG_JA, 40, 132);
    type_keys(t->app, "Down", "Down", "Home");
    for (size_t i = 0; i < strlen("1965-03-08"); i++)
        type_keys(t->app, "Delete");
    type_text(t->app, "2008-11-25");
    assert_shows(t->app, "18歳未満の患者さんに");
    fixture_at(&t->f, "2026-11-25", 0, 0);
    app_prove(t->app, false); /* the clock in row 1 waits for its minute */
    type_keys(t->app, "Up", "a"); /* in the first moment of the day, a letter of the kana */
    assert_hides(t->app, "18歳未満の患者さんに");
    app_prove(t->app, true);
    fixture_at(&t->f, "2026-11-24", 23, 59);
    app_minute(t->app);
    assert_shows(t->app, "18歳未満の患者さんに");
    fixture_at(&t->f, "2026-11-25", 0, 0);
    app_minute(t->app);
    desk_app_show(t);
    assert_hides(t->app, "18歳未満の患者さんに");
    assert_shows(t->app, "18歳のため");
}

static void promise(struct fixture *f, struct desk *d, int64_t request, const char *iso_day)
{
    struct paper_draft p = { .request = request, .institution = "", .doctor_department = "", .doctor = "",
        .paper = { .doc = "records", .state = "promised", .promised_on = fixture_day(iso_day), .received_on = DAY_NONE,
            .via = "", .tracking = "", .dated = DAY_NONE, .sealed = "", .addressed = "", .note = "" } };

    struct case_view v = fixture_view(f, request);

    for (size_t i = 0; i < v.c.n_papers; i++)
        if (str_eq(v.c.papers[i].doc, p.paper.doc))
            p.paper.rev = v.c.papers[i].rev;
    fixture_fine(desk_paper_record(d, &p, &f->err), &f->err);
}

/* Somebody else stored first, also another promised day, which is no fact: the rules ask the same as before. */
static void what_somebody_else_stored_stands_in_the_panel(void **state)
{
    struct desk_app *t = *state;
    int64_t id = fixture_request(&t->f);
    struct request_draft draft;

    promise(&t->f, t->f.desk, id, "2026-12-01");
    desk_app_open(t, &request_form_screen, id, LANG_JA, 24, 80);
    assert_shows(t->app, "12/1");
    struct desk *other = fixture_second_desk(&t->f);
    promise(&t->f, other, id, "2026-12-04");
    draft = (struct request_draft){ .c = fixture_view(&t->f, id).c };
    draft.c.memo = "車いす";
    fixture_fine(desk_request_edit(other, &draft, &t->f.err), &t->f.err);
    desk_close(other);
    type_keys(t->app, "a", "F12");
    desk_app_show(t);
    assert_on(t->app, "request_form"); /* stale: merged, to be looked at */
    assert_shows(t->app, "12/4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_APP_TEST(the_panel_is_right_after_every_key),
        DESK_APP_TEST(a_letter_of_a_name_draws_only_its_row),
        DESK_APP_TEST(a_new_day_changes_the_panel_without_a_key),
        DESK_APP_TEST(what_somebody_else_stored_stands_in_the_panel),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
