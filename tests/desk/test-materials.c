/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was brought: custody, the way of each piece, the return with its slips and labels (OMU-23, 24; counter page 12). */
#include "tests/check.h"

#include "desk/paper_desk.h"
#include "desk/papers.h"
#include "tests/desk/fixture.h"
#include "tests/desk/verified.h"

static void materials_get_custody_numbers_and_a_receipt(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f), print = 0;
    static const struct material_draft items[] = {
        { .kind = "disc", .what = "CT 2026-10-02", .owner = "visitor", .pieces = 1 },
        { .kind = "slide_stained", .what = "", .owner = "lender", .pieces = 5 },
    };
    struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = items, .n = 2, .print = true };
    struct buf text;

    fixture_fine(desk_materials_take_in(f->desk, &draft, &print, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_int_equal(v.c.n_materials, 2);
    assert_string_equal(v.c.materials[0].label, "26-0001-1");
    assert_string_equal(v.c.materials[1].label, "26-0001-2");
    assert_string_equal(v.c.materials[1].destination, "lender"); /* slides are borrowed: counter.md 12 */
    assert_int_equal(case_pieces_here(&v.c), 6);
    assert_string_equal(case_paper(&v.c, "records")->state, "received");
    fixture_fine(desk_print_now(f->desk, print, &f->err), &f->err);
    buf_init(&text, 1 << 20);
    fixture_fine(desk_print_text(f->desk, print, &text, &f->err), &f->err);
    assert_non_null(strstr(text.p, "26-0001-2"));
    buf_fini(&text);
    fixture_fine(desk_materials_return(f->desk, id, "hand", "", "髙﨑 花子", NULL, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(case_pieces_here(&v.c), 0);
    assert_string_equal(fixture_where(f, id), "visitor 1, lender 5");
}

/* counter.md 12: what goes back goes to whose it is; what the policy keeps is kept, whoever brought it. */
static void what_is_borrowed_goes_back_to_the_lender(void **state)
{
    static const struct {
        struct material_draft item;
        const char *owner, *destination;
    } cases[] = { { { .kind = "disc", .what = "", .owner = "lender", .pieces = 1 }, "lender", "lender" },
        { { .kind = "disc", .what = "", .owner = "", .pieces = 1 }, "visitor", "visitor" },
        { { .kind = "block", .what = "", .owner = "", .pieces = 1 }, "lender", "lender" },
        { { .kind = "block", .what = "", .owner = "visitor", .pieces = 1 }, "visitor", "visitor" },
        { { .kind = "referral", .what = "", .owner = "lender", .pieces = 1 }, "lender", "keep" } };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct case_view v = fixture_take_in(f, id, &cases[i].item, 1);
        assert_string_equal(v.c.materials[i].owner, cases[i].owner);
        assert_string_equal(v.c.materials[i].destination, cases[i].destination);
    }
}

/* counter.md 12: a referral letter is kept always; nobody signs for what stays here. */
static void what_is_kept_is_neither_signed_for_nor_posted(void **state)
{
    static const struct material_draft letter = { .kind = "referral", .what = "", .owner = "visitor", .pieces = 1 };
    struct fixture *f = *state;
    int64_t id = fixture_request(f), prints[RETURN_PRINTS];
    struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = &letter, .n = 1 };

    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    fixture_fine(desk_materials_return(f->desk, id, "post", "1234-5678-9012", "髙﨑 花子", prints, &f->err), &f->err);
    assert_string_equal(fixture_where(f, id), "kept 1");
    assert_int_equal(prints[0], 0);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM print WHERE kind = 'return_slip'"), 0);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM material_move WHERE how || tracking || signed_by <> ''"), 0);
}

/* reliability.md C4: no move is before the piece came, also when the clock was a day ahead as it came. */
static void a_clock_that_is_set_back_moves_nothing_before_it_came(void **state)
{
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    fixture_at(f, "2026-11-25", 9, 0);
    fixture_take_in(f, id, &disc, 1);
    fixture_at(f, "2026-11-24", 9, 5);
    fixture_fine(desk_materials_return(f->desk, id, "hand", "", "髙﨑 花子", NULL, &f->err), &f->err);
    verified(f->desk, NULL);
}

/* Typed in today, but they came last week: that is the day that counts. */
static void the_records_came_on_the_day_that_was_entered(void **state)
{
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct materials_draft draft = { .request = id, .received_on = fixture_day("2026-11-20"), .item = &disc, .n = 1 };

    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_int_equal(case_paper(&v.c, "records")->received_on.n, fixture_day("2026-11-20").n);
    assert_int_equal(v.c.materials[0].received_on.n, fixture_day("2026-11-20").n);
}

/* What was taken in by mistake is not among what is here, and a slip names what went on its own day. */
static void a_slip_names_what_went_back_on_its_day(void **state)
{
    static const struct material_draft items[] = { { .kind = "disc", .what = "CT", .owner = "visitor", .pieces = 1 },
        { .kind = "film", .what = "MRI", .owner = "visitor", .pieces = 1 },
        { .kind = "other", .what = "ノート", .owner = "visitor", .pieces = 1 } };
    struct fixture *f = *state;
    int64_t id = fixture_request(f), prints[RETURN_PRINTS];
    struct buf text;

    struct case_view v = fixture_take_in(f, id, items, 3);
    fixture_fine(desk_material_undo(f->desk, id, v.c.materials[2].id, "持ち帰られた", &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(v.c.n_materials, 2);
    assert_int_equal(case_pieces_here(&v.c), 2);
    struct move_draft one = { .request = id, .material = v.c.materials[0].id, .origin = "desk", .place = "visitor", .pieces = 1, .how = "hand",
        .tracking = "", .signed_by = "" };
    fixture_fine(desk_material_move(f->desk, &one, NULL, &f->err), &f->err);
    fixture_at(f, "2026-11-25", 10, 0);
    fixture_fine(desk_materials_return(f->desk, id, "hand", "", "髙﨑 花子", prints, &f->err), &f->err);
    buf_init(&text, 1 << 16);
    fixture_fine(desk_print_text(f->desk, prints[0], &text, &f->err), &f->err);
    assert_non_null(strstr(text.p, "MRI"));
    assert_null(strstr(text.p, "CT"));
    buf_fini(&text);
}

/* The slip as it is printed now: "26-0001-1 film MRI 4" must stand in it, whatever the gaps. */
static void slip_says(struct fixture *f, int64_t request, const char *label, const char *pieces)
{
    struct buf text;

    fixture_fine(desk_print_paper(f->desk, ACT_PAPER_PRINT, "return_slip", "request", request, LANG_EN, &f->err), &f->err);
    buf_init(&text, 1 << 16);
    fixture_fine(desk_print_text(f->desk, fixture_number(f, "SELECT max(id) FROM print"), &text, &f->err), &f->err);
    const char *row = strstr(text.p, label), *end = row ? strchr(row, '\n') : NULL;
    assert_non_null(end);
    const char *line = arena_printf(&f->arena, "%.*s", (int)(end - row), row);
    if (!strstr(line, arena_printf(&f->arena, " %s  ", pieces)))
        fail_msg("not %s pieces: %s", pieces, line);
    buf_fini(&text);
}

/* A lot that is given back in parts: each slip names its own pieces, and printed again later says the same. */
static void a_slip_names_the_pieces_of_a_lot_that_went_back_on_its_day(void **state)
{
    static const struct material_draft films = { .kind = "film", .what = "MRI", .owner = "visitor", .pieces = 9 };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    struct case_view v = fixture_take_in(f, id, &films, 1);
    struct move_draft part = { .request = id, .material = v.c.materials[0].id, .origin = "desk", .place = "visitor", .pieces = 5,
        .how = "hand", .tracking = "", .signed_by = "髙﨑 花子" };
    fixture_fine(desk_material_move(f->desk, &part, NULL, &f->err), &f->err);
    part.origin = "visitor";
    part.place = "desk";
    part.pieces = 1; /* one of them was brought again on that day */
    fixture_fine(desk_material_move(f->desk, &part, NULL, &f->err), &f->err);
    slip_says(f, id, "26-0001-1", "4");
    fixture_at(f, "2026-11-26", 10, 0);
    slip_says(f, id, "26-0001-1", "4");
    part.place = "department"; /* on the day of the next slip, and no part of it */
    fixture_fine(desk_material_move(f->desk, &part, NULL, &f->err), &f->err);
    fixture_fine(desk_materials_return(f->desk, id, "hand", "", "髙﨑 花子", NULL, &f->err), &f->err);
    slip_says(f, id, "26-0001-1", "5");
    fixture_at(f, "2026-11-30", 10, 0);
    slip_says(f, id, "26-0001-1", "5");
}

/* counter.md 12: who takes the pieces signs for them, and for none that went to somebody else or by post. */
static void each_part_of_a_return_is_signed_for_by_who_takes_it(void **state)
{
    static const struct material_draft items[] = { { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 },
        { .kind = "slide_stained", .what = "", .owner = "lender", .pieces = 5 } };
    struct fixture *f = *state;
    int64_t id = fixture_request(f), prints[RETURN_PRINTS];
    struct buf text;

    struct case_view v = fixture_take_in(f, id, items, 2);
    struct move_draft posted = { .request = id, .material = v.c.materials[1].id, .origin = "desk", .place = "lender", .pieces = 5,
        .how = "post", .tracking = "TRK-9", .signed_by = "" };
    fixture_fine(desk_material_move(f->desk, &posted, NULL, &f->err), &f->err);
    fixture_fine(desk_materials_return(f->desk, id, "hand", "", "髙﨑 花子", prints, &f->err), &f->err);
    buf_init(&text, 1 << 16);
    fixture_fine(desk_print_text(f->desk, prints[0], &text, &f->err), &f->err);
    const char *disc = strstr(text.p, "26-0001-1"), *signs = strstr(text.p, "I have received all of the above materials.");
    const char *slides = strstr(text.p, "26-0001-2"), *parcel = strstr(text.p, "TRK-9");
    assert_true(disc && signs && parcel && slides && disc < signs && signs < parcel && parcel < slides);
    assert_null(strstr(signs + 1, "I have received all of the above materials.")); /* nobody signs for the parcel */
    assert_null(strstr(strstr(text.p, "26-0001-1") + 1, "26-0001-1"));
    buf_fini(&text);
}

/* Taken in by mistake, carried to the department and fetched back: at the counter it can be undone, away it cannot. */
static void taking_in_is_undone_when_every_piece_is_back_at_the_counter(void **state)
{
    static const struct material_draft films = { .kind = "film", .what = "MRI", .owner = "visitor", .pieces = 2 };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    struct case_view v = fixture_take_in(f, id, &films, 1);
    struct move_draft x = { .request = id, .material = v.c.materials[0].id, .origin = "desk", .place = "department", .pieces = 1,
        .how = "hand", .tracking = "", .signed_by = "" };
    fixture_fine(desk_material_move(f->desk, &x, NULL, &f->err), &f->err);
    assert_true(fixture_refused(f, desk_material_undo(f->desk, id, x.material, "別の患者さん", &f->err), "material"));
    assert_false(fixture_sql(f, "UPDATE material SET undone_at = 1, undone_by = 2, undone_why = 'x'", NULL));
    assert_true(fixture_refused(f, desk_material_move(f->desk, &(struct move_draft){ .request = id, .material = x.material,
        .origin = "department", .place = "department", .pieces = 1, .how = "", .tracking = "", .signed_by = "" }, NULL, &f->err), "place"));
    x.origin = "department";
    x.place = "desk";
    fixture_fine(desk_material_move(f->desk, &x, NULL, &f->err), &f->err);
    fixture_fine(desk_material_undo(f->desk, id, x.material, "別の患者さん", &f->err), &f->err);
    assert_string_equal(fixture_where(f, id), "");
    x.origin = "desk";
    x.place = "visitor";
    assert_true(fixture_refused(f, desk_material_move(f->desk, &x, NULL, &f->err), "material"));
    assert_false(fixture_sql(f, "INSERT INTO material_move (material, origin, place, pieces, day, at, by)"
                                " VALUES (1, 'desk', 'visitor', 1, '2026-11-24', 1, 2)", NULL));
}

/* Counter page 12: each kind has its place, the letter stays; a number of pieces that is not here moves nowhere, and
 * what was moved is not undone as if it had never come. */
static void pieces_go_where_they_belong_and_no_more_than_are_here(void **state)
{
    static const struct material_draft items[] = {
        { .kind = "referral", .what = "", .owner = "visitor", .pieces = 1 },
        { .kind = "disc", .what = "", .owner = "visitor", .pieces = 2 },
    };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    struct case_view v = fixture_take_in(f, id, items, 2);
    struct move_draft one = { .request = id, .material = v.c.materials[1].id, .origin = "desk", .place = "visitor", .pieces = 3, .how = "hand",
        .tracking = "", .signed_by = "" };
    assert_true(fixture_refused(f, desk_material_move(f->desk, &one, NULL, &f->err), "pieces"));
    one.pieces = 1;
    fixture_fine(desk_material_move(f->desk, &one, NULL, &f->err), &f->err);
    one.pieces = 2; /* one is left */
    assert_true(fixture_refused(f, desk_material_move(f->desk, &one, NULL, &f->err), "pieces"));
    assert_true(fixture_refused(f, desk_material_undo(f->desk, id, one.material, "間違い", &f->err), "material"));
    fixture_fine(desk_materials_return(f->desk, id, "hand", "", "髙﨑 花子", NULL, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_string_equal(fixture_where(f, id), "kept 1, visitor 2");
    assert_int_equal(case_pieces_here(&v.c), 0);
    assert_true(fixture_refused(f, desk_materials_return(f->desk, id, "hand", "", "", NULL, &f->err), "material"));
}

/* counter.md 4, 12: borrowed slides go back to the hospital of the directory, the rest to the visitor. */
static void what_is_posted_back_has_a_label_to_each_address_that_is_known(void **state)
{
    static const struct material_draft items[] = {
        { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 },
        { .kind = "slide_stained", .what = "", .owner = "lender", .pieces = 5 },
    };
    static const struct {
        const char *how, *visitor, *lender;
        bool to_visitor, to_lender;
    } cases[] = { { "hand", "大阪市阿倍野区旭町1-2-7", "堺市堺区南三国ヶ丘町9", false, false },
        { "post", "", "", false, false }, { "post", "大阪市阿倍野区旭町1-2-7", "", true, false },
        { "post", "大阪市阿倍野区旭町1-2-7", "堺市堺区南三国ヶ丘町9", true, true } };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int64_t id = fixture_request(f), prints[RETURN_PRINTS];
        struct buf text;
        fixture_write(f, arena_printf(&f->arena, "UPDATE person SET address = '%s'", cases[i].visitor));
        fixture_write(f, arena_printf(&f->arena, "UPDATE institution SET address = '%s'", cases[i].lender));
        fixture_take_in(f, id, items, 2);
        fixture_fine(desk_materials_return(f->desk, id, cases[i].how, "", "", prints, &f->err), &f->err);
        assert_true(prints[0] > 0);
        assert_int_equal(prints[1] > 0, cases[i].to_visitor);
        assert_int_equal(prints[2] > 0, cases[i].to_lender);
        buf_init(&text, 1 << 16);
        fixture_fine(desk_print_text(f->desk, prints[0], &text, &f->err), &f->err);
        bool by_hand = str_eq(cases[i].how, "hand"); /* what is posted is signed for by nobody, with or without a tracking number */
        assert_int_equal(strstr(text.p, "Received (signature)") != NULL, by_hand);
        assert_int_equal(strstr(text.p, "Post") != NULL, !by_hand);
        for (size_t k = 1; k < RETURN_PRINTS; k++) {
            buf_clear(&text);
            if (prints[k])
                fixture_fine(desk_print_text(f->desk, prints[k], &text, &f->err), &f->err);
            assert_true(!prints[k] || strstr(text.p, k == 1 ? cases[i].visitor : cases[i].lender));
        }
        buf_fini(&text);
    }
}

/* The same labels when one piece goes by itself; in the house and by hand none is needed. */
static void one_piece_that_is_posted_has_the_label_to_where_it_goes(void **state)
{
    static const struct material_draft items[] = { { .kind = "disc", .what = "", .owner = "visitor", .pieces = 8 } };
    static const struct {
        const char *place, *how;
        int label; /* among the prints; 0 = none */
    } cases[] = { { "visitor", "post", 1 }, { "lender", "post", 2 }, { "visitor", "hand", 0 }, { "department", "post", 0 } };
    static const char *const addresses[] = { "", "大阪市阿倍野区旭町1-2-7", "堺市堺区南三国ヶ丘町9" };
    struct fixture *f = *state;
    int64_t id = fixture_request(f), prints[RETURN_PRINTS];

    fixture_write(f, arena_printf(&f->arena, "UPDATE person SET address = '%s'", addresses[1]));
    fixture_write(f, arena_printf(&f->arena, "UPDATE institution SET address = '%s'", addresses[2]));
    struct case_view v = fixture_take_in(f, id, items, 1);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct move_draft one = { .request = id, .material = v.c.materials[0].id, .origin = "desk", .place = cases[i].place, .pieces = 1,
            .how = cases[i].how, .tracking = "", .signed_by = "" };
        struct buf text;
        fixture_fine(desk_material_move(f->desk, &one, prints, &f->err), &f->err);
        for (int k = 0; k < RETURN_PRINTS; k++)
            assert_int_equal(prints[k] > 0, k > 0 && k == cases[i].label);
        if (!cases[i].label)
            continue;
        buf_init(&text, 1 << 16);
        fixture_fine(desk_print_text(f->desk, prints[cases[i].label], &text, &f->err), &f->err);
        assert_non_null(strstr(text.p, addresses[cases[i].label]));
        buf_fini(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(materials_get_custody_numbers_and_a_receipt),
        FIXTURE_TEST(what_is_kept_is_neither_signed_for_nor_posted),
        FIXTURE_TEST(what_is_borrowed_goes_back_to_the_lender),
        FIXTURE_TEST(a_clock_that_is_set_back_moves_nothing_before_it_came),
        FIXTURE_TEST(the_records_came_on_the_day_that_was_entered),
        FIXTURE_TEST(a_slip_names_what_went_back_on_its_day),
        FIXTURE_TEST(a_slip_names_the_pieces_of_a_lot_that_went_back_on_its_day),
        FIXTURE_TEST(each_part_of_a_return_is_signed_for_by_who_takes_it),
        FIXTURE_TEST(taking_in_is_undone_when_every_piece_is_back_at_the_counter),
        FIXTURE_TEST(pieces_go_where_they_belong_and_no_more_than_are_here),
        FIXTURE_TEST(what_is_posted_back_has_a_label_to_each_address_that_is_known),
        FIXTURE_TEST(one_piece_that_is_posted_has_the_label_to_where_it_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
