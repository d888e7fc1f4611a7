/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every request of the training desk on every page about it: a key that cannot be used says why in both languages, F12
 * does something or says what it lacks, and where a request has ended no key that is lit is refused as soon as it is
 * pressed. */
#include "tests/screen/screen_test.h"

#include "cli/demo.h"
#include "desk/case_view.h"
#include "desk/session.h"
#include "screens/booking.h"
#include "screens/case_parts.h"
#include "screens/front.h"
#include "screens/money.h"
#include "screens/registry.h"
#include "screens/visit.h"
#include "sys/clock.h"
#include "sys/file.h"

static const enum place pages[] = { PLACE_REQUEST, PLACE_REQUEST_FORM, PLACE_REQUESTER, PLACE_PAPERS, PLACE_MATERIALS,
    PLACE_REVIEW, PLACE_BOOKING, PLACE_VISIT, PLACE_PAY, PLACE_AFTER, PLACE_CALL, PLACE_FORMS };

struct every {
    char folder[64], path[96];
    struct clock clock;
    struct arena a;
    struct catalogs catalogs;
    struct desk *desk;
    struct shell *sh;
    int64_t request;
    const struct screen_ops *page;
    int grey, lit;
};

/* False: it does not open; no forms go out after a death. */
static bool open_page(struct every *w, enum lang lang)
{
    struct place_arg arg = { .request = w->request, .day = DAY_NONE };

    shell_free(w->sh);
    w->sh = shell_new(&(struct shell_options){ .desk = w->desk, .catalogs = &w->catalogs, .lang = lang, .rows = 24, .cols = 80,
        .home = w->page });
    app_prove(w->sh->app, true);
    return app_push(w->sh->app, w->page, &arg);
}

static const char *words_of(struct every *w, const struct msg *m, enum lang lang)
{
    struct buf text;

    buf_init(&text, 2048);
    msg_text(w->catalogs.of[lang], m, &text);
    const char *out = arena_strdup(&w->a, text.p);
    buf_fini(&text);
    return out;
}

static void says_why(struct every *w, const struct action *x)
{
    struct msg why = { 0 };

    if (!x->usable || x->usable(app_top(w->sh->app), &why)) {
        w->lit++;
        return;
    }
    w->grey++;
    const char *ja = words_of(w, &why, LANG_JA), *en = words_of(w, &why, LANG_EN);
    if (str_empty(ja) || str_empty(en) || str_eq(ja, en))
        fail_msg("request %d: %s is grey because of \"%s\", \"%s\"", (int)w->request, x->id, ja, en);
    if (getenv("MADO_SHOW"))
        fprintf(stderr, "%d %s: %s\n", (int)w->request, x->id, en);
}

static bool refused(struct every *w)
{
    const struct grid *g = app_grid(w->sh->app);

    for (int row = g->rows - 4; row < g->rows; row++) {
        const char *text = grid_row_text(g, row, &w->a);
        if (strstr(text, "[Missing]") || strstr(text, "[Attention]"))
            return true;
    }
    return false;
}

static bool has_f12(const struct action *x)
{
    for (; x && x->id; x++)
        if (x->key && str_eq(x->key, "F12"))
            return true;
    return false;
}

static void f12_does_something(struct every *w)
{
    const struct screen *before = app_top(w->sh->app);
    const char *shown = grid_dump(app_grid(w->sh->app), &w->a);

    if (!has_f12(w->page->actions))
        return;
    type_keys(w->sh->app, "F12");
    if (app_top(w->sh->app) == before && !app_saying(w->sh->app) && str_eq(shown, grid_dump(app_grid(w->sh->app), &w->a)))
        fail_msg("request %d: F12 on %s does nothing and says nothing\n%s", (int)w->request, w->page->name, shown);
}

/* Each lit key of the page, on a page of its own. */
static void nothing_lit_is_refused(struct every *w)
{
    /* Calls and forms go on after the end, and their F12 says what is not filled in. */
    bool names_a_field = w->page == registry_at(PLACE_CALL) || w->page == registry_at(PLACE_FORMS);

    for (const struct action *x = w->page->actions; x && x->id; x++) {
        struct msg why = { 0 };
        assert_true(open_page(w, LANG_EN));
        const struct screen *before = app_top(w->sh->app);
        if ((x->usable && !x->usable(before, &why)) || (names_a_field && str_eq(x->key, "F12")))
            continue;
        app_run_action(w->sh->app, x);
        if (app_running(w->sh->app) && app_top(w->sh->app) == before && refused(w))
            fail_msg("request %d has ended: %s of %s is lit and then refused:\n%s", (int)w->request, x->id, w->page->name,
                grid_dump(app_grid(w->sh->app), &w->a));
    }
}

static void one_page(struct every *w, const char *ended)
{
    if (!open_page(w, LANG_EN)) {
        assert_string_equal(ended, "deceased");
        return;
    }
    for (const struct action *x = w->page->actions; x && x->id; x++)
        says_why(w, x);
    f12_does_something(w);
    if (!str_empty(ended))
        nothing_lit_is_refused(w);
}

static void every_request_on_every_page(struct every *w)
{
    struct err e = ERR_INIT;
    struct case_view v;
    int ended = 0;

    for (w->request = 1; desk_case_view(w->desk, w->request, false, &w->a, &v, &e); w->request++) {
        ended += !str_empty(v.c.ended);
        for (size_t i = 0; i < COUNT_OF(pages); i++) {
            w->page = registry_at(pages[i]);
            one_page(w, v.c.ended);
        }
        arena_fini(&w->a);
        arena_init(&w->a);
    }
    assert_in_range(w->request, 20, 1000);
    assert_in_range(ended, 5, 100); /* closed, not accepted, withdrawn, did not come, died */
    assert_in_range(w->grey, 500, 100000);
    assert_in_range(w->lit, 500, 100000);
}

static void on_the_training_desk(const char *login)
{
    struct every w = { 0 };
    struct arena whole;
    struct err e = ERR_INIT;
    day d = DAY_NONE;
    hm t = HM_NONE;

    arena_init(&w.a);
    arena_init(&whole);
    test_folder(w.folder, sizeof w.folder);
    snprintf(w.path, sizeof w.path, "%s/desk.db", w.folder);
    assert_true(day_from_ymd(2026, 11, 24, &d) && hm_parse("09:20", &t));
    w.clock = clock_standing(instant_of(d, t, 540));
    w.catalogs = test_catalogs(&whole);
    assert_true(demo_prepare(&(struct demo_options){ .path = w.path, .fresh = true, .clock = &w.clock }, &e));
    assert_true(desk_open(&(struct desk_options){ .path = w.path, .clock = &w.clock, .terminal = "every" }, &w.desk, &e));
    desk_use_catalogues(w.desk, &w.catalogs);
    w.sh = shell_new(&(struct shell_options){ .desk = w.desk, .catalogs = &w.catalogs, .lang = LANG_EN, .rows = 24, .cols = 80 });
    type_text(w.sh->app, login);
    type_keys(w.sh->app, "Enter");
    type_text(w.sh->app, "kunren-no-mado");
    type_keys(w.sh->app, "F12");
    assert_int_not_equal(desk_who(w.desk)->id, 0);
    every_request_on_every_page(&w);
    shell_free(w.sh);
    desk_close(w.desk);
    file_remove_folder(w.folder);
    arena_fini(&w.a);
    arena_fini(&whole);
}

static void a_clerk_finds_the_reason_of_every_key(void **state)
{
    (void)state;
    on_the_training_desk("nishikawa");
}

static void a_supervisor_finds_the_reason_of_every_key(void **state)
{
    (void)state;
    on_the_training_desk("omori");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clerk_finds_the_reason_of_every_key),
        cmocka_unit_test(a_supervisor_finds_the_reason_of_every_key),
    };

    return cmocka_run_group_tests_name("grey", tests, NULL, NULL);
}
