/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The department's answer on the screens, at 80x24 in both languages: asked, asked again, more papers wanted by a day, sent again,
 * not possible and the visitor told. MADO_SHOW=1 prints the screens. */
#include "tests/screen/desk_app.h"

#include "desk/papers.h"
#include "desk/review.h"
#include "screens/request_parts.h"

#define WANTED "造影CTの画像と、3年前の手術の病理標本 (未染色で5枚)、手術記録の写し、化学療法の経過表"

static int64_t with_papers(struct desk_app *t)
{
    static const char *const docs[] = { "request_form", "referral" };
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };
    struct fixture *f = &t->f;
    int64_t id = fixture_request(f);
    struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = &disc, .n = 1 };

    fixture_write(f, "INSERT INTO specialist (name, kana, name_en, department) VALUES ('森', 'モリ', 'Mori', 'any')");
    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    for (size_t i = 0; i < COUNT_OF(docs); i++) {
        struct paper_draft p = { .request = id, .paper = { .doc = docs[i], .state = "received", .promised_on = DAY_NONE,
                                                   .received_on = desk_today(f->desk), .dated = DAY_NONE } };
        fixture_fine(desk_paper_record(f->desk, &p, &f->err), &f->err);
    }
    return id;
}

static void more_is_wanted(struct fixture *f, int64_t id)
{
    struct case_view v = fixture_view(f, id);
    struct review_answer x = { .request = id, .rev = case_review(&v.c)->rev, .answered_on = desk_today(f->desk),
        .verdict = "more_papers", .dates = "", .code = "", .reason = "", .more = WANTED, .more_by = fixture_day("2026-12-04") };

    fixture_fine(desk_review_answer(f->desk, &x, &f->err), &f->err);
}

static void page(struct desk_app *t, const struct screen_ops *screen, int64_t id, int lang)
{
    if (t->shell)
        shell_free(t->shell);
    desk_app_open(t, screen, id, (enum lang)lang, 24, 80);
    desk_app_show(t);
}

/* Rows of the screen run together, as an eye reads a text that goes on in the next row. */
static void reads(struct desk_app *t, const char *text)
{
    struct arena *a = &t->f.arena;
    const char *at = grid_dump(app_grid(t->app), a);
    char *run = arena_alloc(a, strlen(at) + 1), *to = run;

    for (; *at; at++)
        if (*at != ' ' && *at != '\n')
            *to++ = *at;
    *to = '\0';
    char *want = arena_alloc(a, strlen(text) + 1);
    for (to = want; *text; text++)
        if (*text != ' ')
            *to++ = *text;
    *to = '\0';
    if (!strstr(run, want))
        fail_msg("not to be read: %s\n%s", want, grid_dump(app_grid(t->app), a));
}

static void what_is_wanted_is_read_whole_with_its_day_on_every_page(void **state)
{
    struct desk_app *t = *state;
    int64_t id = with_papers(t);

    fixture_at(&t->f, "2026-11-24", 11, 0);
    fixture_fine(desk_review_send(t->f.desk, id, NULL, NULL, &t->f.err), &t->f.err);
    fixture_at(&t->f, "2026-11-27", 11, 0);
    more_is_wanted(&t->f, id);
    for (int l = 0; l < LANG_COUNT; l++) {
        page(t, &review_screen, id, l);
        reads(t, WANTED);
        assert_shows(t->app, l == LANG_JA ? "12/4(金)" : "4 Dec (Fri)");
        page(t, &papers_screen, id, l);
        assert_shows(t->app, l == LANG_JA ? "追加依頼" : "Wanted as well");
        assert_shows(t->app, l == LANG_JA ? "12/4" : "4 Dec");
        type_keys(t->app, "Down", "Down");
        desk_app_show(t);
        reads(t, WANTED);
        assert_shows(t->app, l == LANG_JA ? "2026-12-04(金)" : "4 Dec 2026 (Fri)");
        page(t, &request_screen, id, l);
        assert_shows(t->app, l == LANG_JA ? "2026-12-04(金): 造影CT" : "4 Dec 2026 (Fri): 造影CT");
        assert_shows(t->app, l == LANG_JA ? "検査資料             12/4" : " 4 Dec");
        assert_shows(t->app, l == LANG_JA ? "診療科の追加依頼: 造影CT" : "Could you please bring this: 造");
        assert_hides(t->app, l == LANG_JA ? "検査資料            11/24" : "Test records       24 Nov");
    }
}

static void a_question_asked_again_says_so_on_the_pages_of_the_request(void **state)
{
    struct desk_app *t = *state;
    int64_t id = with_papers(t);

    fixture_fine(desk_review_send(t->f.desk, id, NULL, NULL, &t->f.err), &t->f.err);
    fixture_at(&t->f, "2026-11-30", 11, 0);
    struct case_view v = fixture_view(&t->f, id);
    fixture_fine(desk_review_ask_again(t->f.desk, id, case_review(&v.c)->rev, &t->f.err), &t->f.err);
    for (int l = 0; l < LANG_COUNT; l++) {
        page(t, &review_screen, id, l);
        assert_shows(t->app, l == LANG_JA ? "依頼 11/24(火)、再依頼 11/30(月)" : "asked 24 Nov (Tue), again 30 Nov (Mon)");
        page(t, &request_screen, id, l);
        assert_shows(t->app, l == LANG_JA ? "2026-11-30(月) 再依頼" : "30 Nov 2026 (Mon) asked again");
    }
}

/* Grey, and a key says why: before the first question, and after each answer. */
static void nothing_can_be_typed_while_no_question_is_open(void **state)
{
    struct desk_app *t = *state;
    int64_t id = with_papers(t);
    static const char *const open[] = { "返事          [", "Answer        [" };
    static const char *const why[][2] = { { "診療科への依頼は出ていません", "No question to the department is open" },
        { "診療科は追加の資料を待っています", "The department waits for more papers" } };

    for (int answered = 0; answered < 2; answered++) {
        for (int l = 0; l < LANG_COUNT; l++) {
            page(t, &review_screen, id, l);
            assert_hides(t->app, open[l]);
            assert_hides(t->app, l == LANG_JA ? "補足" : "In words"); /* no form at all */
            type_keys(t->app, "1");
            assert_shows(t->app, why[answered][l]);
        }
        if (answered)
            break;
        fixture_fine(desk_review_send(t->f.desk, id, NULL, NULL, &t->f.err), &t->f.err);
        for (int l = 0; l < LANG_COUNT; l++) {
            page(t, &review_screen, id, l);
            assert_shows(t->app, open[l]);
        }
        more_is_wanted(&t->f, id);
    }
}

/* The sheet goes out again only when what was wanted is here; F8 says so before anything is tried. */
static void the_walk_from_more_papers_to_told(void **state)
{
    struct desk_app *t = *state;
    int64_t id = with_papers(t);

    page(t, &review_screen, id, LANG_JA);
    type_keys(t->app, "F8", "2");
    type_keys(t->app, "Enter", "Enter");
    type_text(t->app, "病理標本");
    type_keys(t->app, "Enter");
    type_text(t->app, "2026-11-20");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_shows(t->app, "過ぎた日付です"); /* a day that is over wants nothing */
    for (int i = 0; i < 10; i++)
        type_keys(t->app, "Backspace");
    type_text(t->app, "12/1");
    type_keys(t->app, "F12");
    page(t, &review_screen, id, LANG_JA);
    type_keys(t->app, "F8");
    assert_shows(t->app, "診療科に依頼する前に不足があります (1件)");
    assert_int_equal(fixture_number(&t->f, "SELECT count(*) FROM review"), 1);
    assert_int_equal(fixture_number(&t->f, "SELECT count(*) FROM call WHERE due = '2026-12-01' AND what = 'papers' AND done_at IS NULL"), 1);
    static const struct material_draft slides = { .kind = "slide_stained", .what = "", .owner = "lender", .pieces = 5 };
    struct materials_draft more = { .request = id, .received_on = desk_today(t->f.desk), .item = &slides, .n = 1 };
    fixture_fine(desk_materials_take_in(t->f.desk, &more, NULL, &t->f.err), &t->f.err);
    page(t, &review_screen, id, LANG_EN);
    type_keys(t->app, "F8", "3");
    desk_app_show(t);
    assert_shows(t->app, "Wanted 病理標本"); /* of the first round */
    type_keys(t->app, "Enter", "Enter", "l", "F12"); /* R12 */
    page(t, &review_screen, id, LANG_EN);
    type_keys(t->app, "Alt+T", "2");
    page(t, &review_screen, id, LANG_EN);
    assert_shows(t->app, "Told 24 Nov (Tue) Post");
    assert_shows(t->app, "This request has ended.");
    assert_int_equal(fixture_number(&t->f, "SELECT count(*) FROM print WHERE kind = 'not_possible'"), 1);
    assert_int_equal(fixture_number(&t->f, "SELECT count(*) FROM charge"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_APP_TEST(what_is_wanted_is_read_whole_with_its_day_on_every_page),
        DESK_APP_TEST(a_question_asked_again_says_so_on_the_pages_of_the_request),
        DESK_APP_TEST(nothing_can_be_typed_while_no_question_is_open),
        DESK_APP_TEST(the_walk_from_more_papers_to_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
