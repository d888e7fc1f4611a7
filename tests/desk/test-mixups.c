/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not be mixed up: the people at one door, the dates of one request. */
#include "tests/desk/booking_fixture.h"

#include "desk/inside.h"
#include "desk/requester.h"
#include "desk/specialist.h"

static const char KEY[] = "000000000000000000000000000007";

/* The patient is too ill; a son and a daughter come who are not on the list, each with papers of their own. */
static void papers_of_somebody_new_are_theirs(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);
    int number;
    struct check_in_draft draft = { .request = id, .said = true, .n_came = 2, .n_shown = 4,
        .came = { { .came = true, .kind = "family", .name = "髙﨑 次郎", .relation = "child" },
            { .came = true, .kind = "family", .name = "髙﨑 恵", .relation = "child" } },
        .shown = { { .of = "consent", .kind = "patient" },
            { .attendee = -2, .of = "identity", .kind = "driving_licence" },
            { .attendee = -1, .of = "identity", .kind = "passport" },
            { .attendee = -1, .of = "relationship", .kind = "family_register" } } };

    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "missing")); /* what she is to him */
    draft.shown[draft.n_shown++] = (struct shown){ .attendee = -2, .of = "relationship", .kind = "residence_certificate" };
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(v.c.n_attendees, 2);
    assert_int_equal(v.c.n_proofs, 4);
    for (size_t i = 0; i < v.c.n_proofs; i++) {
        const struct proof *p = &v.c.proofs[i];
        bool hers = str_eq(p->kind, "driving_licence") || str_eq(p->kind, "residence_certificate");
        assert_string_equal(case_attendee(&v.c, p->attendee)->name, hers ? "髙﨑 恵" : "髙﨑 次郎");
    }
}

/* The patient stands on the list of who comes as well: whether she is here is asked once, and that answer counts. */
static void a_patient_on_the_list_who_is_not_here_is_not_here(void **state)
{
    struct ready *r = *state;
    fixture_at(&r->f, "2026-11-24", 10, 0);
    int64_t id = ready_request(r, r->mori);
    struct case_view v = case_of(r, id);
    struct requester_draft both = { .request = id, .rev = v.c.rev, .applicant_kind = "patient", .applicant_name = "",
        .patient_attends = "yes", .patient_capable = "yes", .n_attendees = 2,
        .attendees = { { .kind = "patient", .name = "" }, { .kind = "family", .name = "", .relation = "spouse" } } };
    struct check_in_draft draft = { .request = id, .said = true, .n_shown = 3,
        .shown = { { .of = "consent", .kind = "patient" }, { .of = "identity", .kind = "passport" },
            { .of = "relationship", .kind = "family_register" } } };
    int number;

    fine(r, desk_requester_save(r->f.desk, &both, &r->f.err));
    book_at(r, id, r->mori, "2026-12-08", 14, 0, r->room1);
    fixture_at(&r->f, "2026-12-08", 13, 50);
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    v = case_of(r, id);
    for (size_t i = 0; i < v.c.n_attendees; i++)
        assert_string_equal(v.c.attendees[i].came, str_eq(v.c.attendees[i].kind, "patient") ? "no" : "yes");
    assert_string_equal(v.c.patient_attends, "no");
}

/* Moved once: the talk belongs to the second date, and the first stays what it was. */
static void the_talk_ends_the_date_that_it_was_on(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r), made;
    struct booking_draft later = draft_at(id, r->mori, "2026-12-10", 14, 0, r->room1, KEY);
    struct check_in_draft draft = { .request = id, .patient_came = true, .said = true };
    int number;

    fine(r, desk_booking_move(r->f.desk, &later, "体調がすぐれない", &made, NULL, &r->f.err));
    fixture_at(&r->f, "2026-12-10", 13, 50);
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    fine(r, desk_visit_start(r->f.desk, id, &r->f.err));
    fixture_at(&r->f, "2026-12-10", 14, 50);
    fine(r, desk_visit_end(r->f.desk, id, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(v.c.n_appointments, 2);
    assert_string_equal(v.c.appointments[0].state, "moved");
    assert_string_equal(v.c.appointments[1].state, "done");
    fine(r, desk_visit_undo(r->f.desk, id, "まだ終わっていない", &r->f.err));
    v = case_of(r, id);
    assert_string_equal(v.c.appointments[0].state, "moved");
    assert_string_equal(v.c.appointments[1].state, "arrived");
}

/* Two dates were offered and a third is booked: what was held is free for others at once. */
static void dates_that_were_offered_are_free_when_another_is_booked(void **state)
{
    struct ready *r = *state;
    fixture_at(&r->f, "2026-11-24", 10, 0);
    int64_t id = ready_request(r, r->mori), other = ready_request(r, r->mori);
    const struct booking_place two[] = { { .specialist = r->mori, .day = on("2026-12-08"), .start_min = 840, .come_min = -1 },
        { .specialist = r->mori, .day = on("2026-12-10"), .start_min = 840, .come_min = -1 } };

    assert_true(refused(r, desk_dates_offer(r->f.desk, id, two, 2, KEY, "pigeon", &r->f.err), "told_how"));
    fine(r, desk_dates_offer(r->f.desk, id, two, 2, KEY, "phone", &r->f.err));
    assert_int_equal(view_of(r, id).n_held, 2);
    book_at(r, id, r->mori, "2026-12-15", 14, 0, r->room1);
    struct case_view v = case_of(r, id);
    assert_int_equal(v.c.n_appointments, 3);
    assert_string_equal(v.c.appointments[0].state, "cancelled");
    assert_string_equal(v.c.appointments[1].state, "cancelled");
    assert_string_equal(v.c.appointments[2].state, "booked");
    book_at(r, other, r->mori, "2026-12-08", 14, 0, r->room1);
}

/* One specialist's congress and one specialist's extra Saturday are no other's; an extra hour is one hour. */
static void days_off_and_extra_days_are_the_specialists_own(void **state)
{
    struct ready *r = *state;
    fixture_at(&r->f, "2026-11-24", 10, 0);
    int64_t id = ready_request(r, r->mori), made;
    struct exception_day away = { .specialist = r->tani, .day = on("2026-12-08"), .start_min = -1, .end_min = -1, .why = "学会" };
    struct exception_day extra = { .specialist = r->tani, .day = on("2026-12-12"), .extra = true, .start_min = 600,
        .end_min = 660, .place = "", .why = "" };

    fine(r, desk_exception_add(r->f.desk, &away, &made, &r->f.err));
    fine(r, desk_exception_add(r->f.desk, &extra, &made, &r->f.err));
    struct booking_view b = view_of(r, id);
    const struct {
        int64_t specialist;
        const char *day;
        int start;
        bool closed, away;
    } cases[] = { { r->mori, "2026-12-08", 840, false, false }, { r->tani, "2026-12-08", 840, false, true },
        { r->tani, "2026-12-12", 600, false, false }, { r->tani, "2026-12-12", 630, true, false },
        { r->mori, "2026-12-12", 600, true, false } };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct booking_place p = { .specialist = cases[i].specialist, .day = on(cases[i].day), .start_min = cases[i].start,
            .minutes = 60, .come_min = -1 };
        struct place_check check = booking_check_place(&b, desk_hospital(r->f.desk), &p);
        assert_int_equal(check.closed, cases[i].closed);
        assert_int_equal(check.away, cases[i].away);
    }
}

/* Nobody looks at the desk for three days: the offer has run out all the same, on the board and for the next clerk. */
static void an_offer_that_ran_out_is_not_shown_as_held(void **state)
{
    struct ready *r = *state;
    fixture_at(&r->f, "2026-11-24", 10, 0);
    int64_t id = ready_request(r, r->mori);
    const struct booking_place one = { .specialist = r->mori, .day = on("2026-12-08"), .start_min = 840, .come_min = -1 };

    fine(r, desk_dates_offer(r->f.desk, id, &one, 1, KEY, "phone", &r->f.err));
    instant until = case_of(r, id).c.appointments[0].held_until;
    clock_set(&r->f.clock, (instant){ until.s - 1 });
    assert_int_equal(view_of(r, id).n_held, 1);
    clock_set(&r->f.clock, until);
    assert_int_equal(view_of(r, id).n_held, 0);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, ready_set_up, ready_tear_down)
    const struct CMUnitTest tests[] = {
        T(papers_of_somebody_new_are_theirs),
        T(a_patient_on_the_list_who_is_not_here_is_not_here),
        T(the_talk_ends_the_date_that_it_was_on),
        T(dates_that_were_offered_are_free_when_another_is_booked),
        T(days_off_and_extra_days_are_the_specialists_own),
        T(an_offer_that_ran_out_is_not_shown_as_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
