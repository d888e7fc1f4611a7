/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/desk/booking_fixture.h"

#include "desk/act.h"
#include "desk/requester.h"
#include "desk/paper_desk.h"
#include "policy/facts.h"

static struct check_in_draft came(int64_t request, bool patient)
{
    return (struct check_in_draft){ .request = request, .patient_came = patient, .said = true };
}

static int arrive(struct ready *r, int64_t request)
{
    struct check_in_draft draft = came(request, true);
    int number = 0;

    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    return number;
}

static void the_call_number_begins_at_101_each_day_and_the_fee_is_written(void **state)
{
    struct ready *r = *state;
    int64_t a = visitor(r), b;

    assert_int_equal(arrive(r, a), 101);
    struct case_view v = case_of(r, a);
    assert_int_equal(visit_door(&v), DOOR_HERE);
    assert_string_equal(case_booked(&v.c)->state, "arrived");
    assert_int_equal(case_charged(&v.c).v, 33000); /* OMU-15 */
    assert_string_equal(v.c.charges[0].rule, "consultation");
    assert_int_equal(v.c.charges[0].tax.v, 3000);
    fixture_at(&r->f, "2026-11-24", 10, 0);
    b = ready_request(r, r->mori);
    book_at(r, b, r->mori, "2026-12-08", 15, 0, r->room1);
    fixture_at(&r->f, "2026-12-08", 14, 50);
    assert_int_equal(arrive(r, b), 102);
    fixture_at(&r->f, "2026-12-09", 9, 0);
    int64_t c = ready_request(r, r->mori);
    book_at(r, c, r->mori, "2026-12-10", 13, 0, r->room1);
    fixture_at(&r->f, "2026-12-10", 12, 50);
    assert_int_equal(arrive(r, c), 101);
}

static void the_talk_has_a_start_and_an_end_and_then_the_visit_is_done(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);

    assert_true(refused(r, desk_visit_start(r->f.desk, id, &r->f.err), "request"));
    arrive(r, id);
    assert_true(refused(r, desk_visit_end(r->f.desk, id, &r->f.err), "request"));
    fixture_at(&r->f, "2026-12-08", 14, 4);
    fine(r, desk_visit_start(r->f.desk, id, &r->f.err));
    assert_true(refused(r, desk_visit_start(r->f.desk, id, &r->f.err), "request"));
    fixture_at(&r->f, "2026-12-08", 14, 58);
    fine(r, desk_visit_end(r->f.desk, id, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_true(case_step_done(&v.c, "visit"));
    assert_false(case_step_done(&v.c, "payment"));
    assert_int_equal(case_visit(&v.c)->ended_at.s - case_visit(&v.c)->started_at.s, 54 * 60);
    assert_string_equal(v.c.appointments[0].state, "done");
    assert_int_equal(v.c.n_charges, 1); /* flat: the end adds nothing */
    assert_int_equal(visit_door(&v), DOOR_OVER);
}

static void a_talk_ends_also_when_the_clock_was_set_back_in_it(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);

    arrive(r, id);
    fixture_at(&r->f, "2026-12-08", 14, 4);
    fine(r, desk_visit_start(r->f.desk, id, &r->f.err));
    fixture_at(&r->f, "2026-12-08", 13, 58);
    fine(r, desk_visit_end(r->f.desk, id, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(visit_door(&v), DOOR_OVER);
    assert_true(case_step_done(&v.c, "visit"));
}

static void name_and_birth_date_are_asked_and_the_patient_number_is_needed(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);
    int number;
    struct check_in_draft draft = came(id, true);

    draft.said = false;
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "said"));
    draft.said = true;
    ready_person(r, id, "patient_no = NULL");
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "patient_no"));
    draft.patient_no = "01234567$4m";
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "patient_no"));
    draft.patient_no = "０１２３４５６７"; /* typed with the IME on */
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_string_equal(v.c.patient.patient_no, "01234567");
}

static bool slip(struct ready *r, int64_t print, struct buf *text)
{
    return desk_print_text(r->f.desk, print, text, &r->f.err);
}

/* screens-ja.md 4, counter.md: called aloud and shown on paper; nobody and no reason is named on it. */
static void the_call_number_is_on_a_slip_in_the_visitors_language(void **state)
{
    static const char *const unsaid[] = { "髙﨑", "花子", "Takasaki", "econd opinion", "森", "Mori" };
    struct ready *r = *state;
    int64_t id = visitor(r), print = 0;
    struct check_in_draft draft = came(id, true);
    struct buf text;
    int number;

    fixture_write(&r->f, "UPDATE request SET lang = 'en'");
    draft.print = true;
    fine(r, desk_check_in(r->f.desk, &draft, &number, &print, &r->f.err));
    assert_int_equal(fixture_number(&r->f, "SELECT count(*) FROM print WHERE kind = 'call_slip' AND lang = 'en'"), 1);
    buf_init(&text, 1 << 16);
    fine(r, slip(r, print, &text));
    assert_non_null(strstr(text.p, "Call Number"));
    assert_non_null(strstr(text.p, "１ ０ １"));
    assert_non_null(strstr(text.p, "13:50")); /* came */
    assert_non_null(strstr(text.p, "14:00")); /* expected */
    for (size_t i = 0; i < COUNT_OF(unsaid); i++)
        if (strstr(text.p, unsaid[i]))
            fail_msg("the slip says %s", unsaid[i]);
    fine(r, desk_visit_undo(r->f.desk, id, "間違い", &r->f.err));
    assert_false(slip(r, print, &text));
    err_clear(&r->f.err);
    fine(r, desk_check_in(r->f.desk, &draft, &number, &print, &r->f.err));
    buf_clear(&text);
    fine(r, slip(r, print, &text));
    assert_non_null(strstr(text.p, "１ ０ １"));
    buf_fini(&text);
}

static void a_number_of_somebody_else_is_refused(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);
    int number;
    struct check_in_draft draft = came(id, true);

    int64_t other = fixture_request(&r->f);
    ready_person(r, other, "patient_no = '777'");
    ready_name(r, other, "山本 四郎", "ヤマモト シロウ");
    ready_person(r, id, "patient_no = NULL");
    draft.patient_no = "777";
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "patient_no"));
    assert_non_null(strstr(said_ja(r), "山本 四郎"));
}

static bool lacks(const struct blocked *list, size_t n, const char *doc)
{
    for (size_t i = 0; i < n; i++)
        if (list[i].kind == BLOCKED_DOCUMENT && str_eq(list[i].document->doc->rule.id, doc))
            return true;
    return false;
}

/* OMU-13, OMU-25 to 27: companions of the patient need no papers; the same family without the patient needs all. */
static void what_is_needed_follows_from_who_is_really_here(void **state)
{
    static const struct {
        const char *expected, *kind, *relation;
        bool patient_came, family_came;
        bool consent, identity, relationship, blocked;
    } cases[] = {
        { "yes", NULL, NULL, true, false, false, false, false, false },
        { "yes", "family", "spouse", true, true, false, false, false, false },
        { "yes", "family", "spouse", false, true, true, true, true, true },   /* too ill to come after all */
        { "yes", "family", "spouse", true, false, false, false, false, false }, /* alone after all */
        { "yes", NULL, NULL, false, false, false, false, false, true },       /* nobody is here */
        { "yes", "family", "spouse", false, false, false, false, false, true }, /* neither is here */
        { "yes", "nonfamily", "friend", false, true, false, false, false, true }, /* OMU-14 */
    };
    struct ready *r = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        fixture_at(&r->f, "2026-11-24", 10, 0);
        int64_t id = ready_request(r, r->tani);
        ready_attendees(r, id, cases[i].expected, cases[i].kind, cases[i].relation);
        book_at(r, id, r->tani, "2026-12-08", 9 + (int)i, 0, 0);
        fixture_at(&r->f, "2026-12-08", 8, 50);
        struct case_view v = case_of(r, id);
        struct check_in_draft draft = came(id, cases[i].patient_came);
        struct casefile c;
        struct judgement j;
        struct blocked *list;
        if (cases[i].kind)
            draft.came[draft.n_came++] = (struct came){ .attendee = v.c.attendees[0].id, .came = cases[i].family_came };
        check_in_judge(&v, &draft, &r->f.arena, &c, &j);
        size_t n = check_in_missing(&j, &r->f.arena, &list);
        assert_int_equal(lacks(list, n, "consent"), cases[i].consent);
        assert_int_equal(lacks(list, n, "identity"), cases[i].identity);
        assert_int_equal(lacks(list, n, "relationship"), cases[i].relationship);
        assert_int_equal(n > 0, cases[i].blocked);
        int number;
        assert_int_equal(desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), !cases[i].blocked);
        err_clear(&r->f.err);
    }
}

static int64_t husband_alone(struct ready *r, struct check_in_draft *draft)
{
    fixture_at(&r->f, "2026-11-24", 10, 0);
    int64_t id = ready_request(r, r->mori);

    ready_attendees(r, id, "yes", "family", "spouse");
    book_at(r, id, r->mori, "2026-12-08", 14, 0, r->room1);
    fixture_at(&r->f, "2026-12-08", 13, 50);
    struct case_view v = case_of(r, id);
    *draft = came(id, false);
    draft->came[draft->n_came++] = (struct came){ .attendee = v.c.attendees[0].id, .came = true };
    return id;
}

static void show_all(struct check_in_draft *draft)
{
    draft->shown[draft->n_shown++] = (struct shown){ .of = "consent", .kind = "patient" };
    draft->shown[draft->n_shown++] = (struct shown){ .of = "identity", .kind = "driving_licence" };
    draft->shown[draft->n_shown++] = (struct shown){ .of = "relationship", .kind = "family_register" };
}

static struct case_view daughter_too(struct ready *r, int64_t id, const char *patient_attends)
{
    struct case_view v = case_of(r, id);
    struct requester_draft both = { .request = id, .rev = v.c.rev, .applicant_kind = "patient", .applicant_name = "",
        .patient_attends = patient_attends, .patient_capable = "yes",
        .attendees = { v.c.attendees[0], { .kind = "family", .name = "髙﨑 恵", .relation = "child" } }, .n_attendees = 2 };

    fine(r, desk_requester_save(r->f.desk, &both, &r->f.err));
    return case_of(r, id);
}

static void papers_that_are_here_after_all_are_recorded_at_the_door(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft);
    int number;

    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "missing"));
    assert_non_null(strstr(said_ja(r), "相談同意書"));
    draft.shown[0] = (struct shown){ .of = "consent", .kind = "patient" };
    draft.shown[1] = (struct shown){ .of = "identity", .kind = "driving_licence" };
    draft.n_shown = 2;
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "missing"));
    assert_non_null(strstr(said_ja(r), "続柄"));
    draft.shown[draft.n_shown++] = (struct shown){ .of = "relationship", .kind = "family_register" };
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_string_equal(v.c.patient_attends, "no");
    assert_string_equal(case_visit(&v.c)->patient_came, "no");
    assert_true(case_consent(&v.c)->verified);
    assert_int_equal(v.c.n_proofs, 2);
    assert_int_equal(v.c.proofs[0].attendee, v.c.attendees[0].id);
    assert_string_equal(v.c.attendees[0].came, "yes");
}

/* Two were expected, one came: the papers shown are hers, and he does not count as having been here. */
static void papers_at_the_door_belong_to_who_is_there(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft);
    int number;
    struct case_view v = daughter_too(r, id, "yes");
    assert_int_equal(v.c.n_attendees, 2);
    draft.came[0].came = false;
    draft.came[draft.n_came++] = (struct came){ .attendee = v.c.attendees[1].id, .came = true };
    show_all(&draft);
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    v = case_of(r, id);
    assert_string_equal(v.c.attendees[0].came, "no");
    assert_string_equal(v.c.attendees[1].came, "yes");
    assert_int_equal(v.c.n_proofs, 2);
    assert_int_equal(v.c.proofs[0].attendee, v.c.attendees[1].id);
    assert_int_equal(v.c.proofs[1].attendee, v.c.attendees[1].id);
}

/* Two relatives: the husband's papers were seen before, what is shown at the door is the daughter's. */
static void papers_at_the_door_belong_to_who_has_not_shown_any(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft);
    int number;
    struct case_view v = daughter_too(r, id, "no");
    for (size_t i = 0; i < 2; i++) {
        struct proof_draft his = { .request = id, .attendee = v.c.attendees[0].id, .of = i ? "relationship" : "identity",
            .kind = i ? "family_register" : "driving_licence", .issued = DAY_NONE, .expires = DAY_NONE };
        fine(r, desk_proof_see(r->f.desk, &his, &r->f.err));
    }
    draft.came[draft.n_came++] = (struct came){ .attendee = v.c.attendees[1].id, .came = true };
    show_all(&draft);
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    v = case_of(r, id);
    assert_int_equal(v.c.n_proofs, 4);
    for (size_t i = 0; i < v.c.n_proofs; i++)
        assert_int_equal(v.c.proofs[i].attendee, v.c.attendees[i / 2].id);
}

/* Item 12: a form that was written for the patient has its reason and its writer; the door has no fields for them. */
static void a_consent_written_for_the_patient_is_not_taken_at_the_door(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int number;

    husband_alone(r, &draft);
    draft.shown[0] = (struct shown){ .of = "consent", .kind = "written_for" };
    draft.shown[1] = (struct shown){ .of = "identity", .kind = "driving_licence" };
    draft.shown[2] = (struct shown){ .of = "relationship", .kind = "family_register" };
    draft.n_shown = 3;
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "shown"));
    draft.shown[0].kind = "patient";
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
}

static void a_refused_check_in_leaves_nothing_behind(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft);
    int number;

    draft.shown[draft.n_shown++] = (struct shown){ .of = "identity", .kind = "passport" };
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "missing"));
    struct case_view v = case_of(r, id);
    assert_string_equal(v.c.patient_attends, "yes");
    assert_int_equal(v.c.n_proofs, 0);
    assert_int_equal(v.c.n_charges, 0);
    assert_null(case_visit(&v.c));
    assert_string_equal(case_booked(&v.c)->state, "booked");
}

static void the_specialist_may_be_asked_and_then_each_rule_is_overridden_with_the_reason(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft);
    int number;

    draft.specialist_says = "番号 １２３４５６７８９０１８";
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "specialist_says"));
    draft.specialist_says = "森先生に電話: 同意書は後日でよい";
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(v.c.n_overrides, 3); /* consent, identity, relationship */
    assert_false(v.c.overrides[0].answered);
    assert_int_equal(case_charged(&v.c).v, 33000);
}

static void or_a_new_date_is_made_and_nothing_is_charged(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft), made;
    struct booking_draft move = draft_at(id, r->mori, "2026-12-15", 14, 0, r->room1, "00000000000000000000000000000200");

    fine(r, desk_booking_move(r->f.desk, &move, "同意書を取りに帰られた", &made, NULL, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(v.c.n_charges, 0);
    assert_int_equal(visit_door(&v), DOOR_OTHER_DAY);
}

static void somebody_new_at_the_door_is_written_down(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);
    struct check_in_draft draft = came(id, true);
    int number;

    draft.came[draft.n_came++] = (struct came){ .came = true, .kind = "family", .name = "髙﨑 次郎", .relation = "child" };
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(v.c.n_attendees, 1);
    assert_string_equal(v.c.attendees[0].name, "髙﨑 次郎");
    assert_string_equal(v.c.attendees[0].came, "yes");
}

/* Born 8 December 2008: 17 when it was taken, 18 at the door. Then the patient may ask alone; a guardian may not come
 * instead of an adult. */
static void a_minor_who_turned_18_on_the_visit_day_is_an_adult(void **state)
{
    static const struct {
        const char *birth;
        bool patient_came, allowed;
        const char *rule;
    } cases[] = {
        { "birth = '2008-12-08'", true, true, "patient" },
        { "birth = '2008-12-09'", true, true, "minor_with_guardian" },
        { "birth = '2008-12-08'", false, false, "nobody_else" },
    };
    struct ready *r = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        fixture_at(&r->f, "2026-11-24", 10, 0);
        int64_t id = ready_request(r, r->tani);
        ready_person(r, id, cases[i].birth);
        ready_attendees(r, id, "yes", "guardian", "parent");
        book_at(r, id, r->tani, "2026-12-08", 9 + (int)i, 0, 0);
        fixture_at(&r->f, "2026-12-08", 8, 50);
        struct case_view v = case_of(r, id);
        struct check_in_draft draft = came(id, cases[i].patient_came);
        struct casefile c;
        struct judgement j;
        int number;
        draft.came[draft.n_came++] = (struct came){ .attendee = v.c.attendees[0].id, .came = true };
        check_in_judge(&v, &draft, &r->f.arena, &c, &j);
        assert_string_equal(j.answer.requester ? j.answer.requester->rule.id : "", cases[i].rule);
        assert_int_equal(desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), cases[i].allowed);
        err_clear(&r->f.err);
    }
}

static void a_wrong_check_in_is_undone_with_its_fee_and_keeps_its_number(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft);
    int number;

    draft.specialist_says = "森先生に確認";
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    assert_true(refused(r, desk_visit_undo(r->f.desk, id, "", &r->f.err), "reason"));
    fine(r, desk_visit_undo(r->f.desk, id, "患者さんも来られていた", &r->f.err));
    struct case_view v = case_of(r, id);
    assert_null(case_visit(&v.c));
    assert_string_equal(v.c.patient_attends, "yes"); /* as it was before */
    assert_string_equal(v.c.attendees[0].came, "");
    assert_int_equal(case_charged(&v.c).v, 0);
    assert_int_equal(v.c.n_charges, 2); /* the fee and its reversal */
    assert_int_equal(visit_door(&v), DOOR_CHECK_IN);
    assert_int_equal(arrive(r, id), number);
    v = case_of(r, id);
    assert_int_equal(case_charged(&v.c).v, 33000);
}

static void start_and_end_are_taken_back_one_by_one(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);

    arrive(r, id);
    fine(r, desk_visit_start(r->f.desk, id, &r->f.err));
    fine(r, desk_visit_end(r->f.desk, id, &r->f.err));
    fine(r, desk_visit_undo(r->f.desk, id, "間違い", &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(visit_door(&v), DOOR_TALK);
    assert_false(case_step_done(&v.c, "visit"));
    fine(r, desk_visit_undo(r->f.desk, id, "間違い", &r->f.err));
    v = case_of(r, id);
    assert_int_equal(visit_door(&v), DOOR_HERE);
    assert_int_equal(case_charged(&v.c).v, 33000);
}

static void who_does_not_come_frees_the_place_and_may_still_come_that_day(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);

    assert_true(refused(r, desk_visit_no_show(r->f.desk, id, "連絡なし", &r->f.err), "request")); /* 13:50: too early */
    fixture_at(&r->f, "2026-12-08", 14, 40);
    struct case_view v = case_of(r, id);
    assert_int_equal(visit_late(case_booked(&v.c), desk_now(r->f.desk)), 40);
    fine(r, desk_visit_no_show(r->f.desk, id, "連絡なし", &r->f.err));
    v = case_of(r, id);
    assert_null(case_booked(&v.c));
    assert_false(case_step_done(&v.c, "booking"));
    assert_string_equal(v.c.next_action, "booking");
    assert_int_equal(visit_door(&v), DOOR_NO_SHOW);
    assert_int_equal(v.c.n_charges, 0);
    fixture_at(&r->f, "2026-12-08", 14, 55);
    assert_int_equal(arrive(r, id), 101);
    v = case_of(r, id);
    assert_string_equal(case_booked(&v.c)->state, "arrived");
    assert_true(case_step_done(&v.c, "booking"));
}

/* Second opinions are by appointment: who did not come needs a new date from the next day on. */
static void who_did_not_come_is_not_checked_in_on_a_later_day(void **state)
{
    struct ready *r = *state;
    int64_t id = visitor(r);
    struct check_in_draft draft = came(id, true);
    int number;

    fixture_at(&r->f, "2026-12-08", 16, 0);
    fine(r, desk_visit_no_show(r->f.desk, id, "連絡なし", &r->f.err));
    fixture_at(&r->f, "2026-12-09", 9, 0);
    struct case_view v = case_of(r, id);
    assert_int_equal(visit_door(&v), DOOR_NO_BOOKING);
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "request"));
}

/* The form went out in November and comes with the visitor: it came today. */
static void a_consent_that_was_handed_out_comes_on_the_day_of_the_visit(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft);
    int number;
    struct consent_draft form = { .request = id, .issued_on = on("2026-11-24"), .issued_how = "counter",
        .received_on = DAY_NONE, .signed_on = DAY_NONE };

    fine(r, desk_consent_save(r->f.desk, &form, &r->f.err));
    show_all(&draft);
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(v.c.n_consents, 1);
    assert_int_equal(v.c.consents[0].issued_on.n, on("2026-11-24").n);
    assert_int_equal(v.c.consents[0].received_on.n, on("2026-12-08").n);
}

/* The form came by post in November and is verified at the door in December: both days stay. */
static void a_consent_that_was_here_before_keeps_the_day_it_came(void **state)
{
    struct ready *r = *state;
    struct check_in_draft draft;
    int64_t id = husband_alone(r, &draft);
    int number;
    struct consent_draft form = { .request = id, .issued_on = DAY_NONE, .received_on = on("2026-11-27"), .signer = "patient",
        .signed_on = DAY_NONE };

    fine(r, desk_consent_save(r->f.desk, &form, &r->f.err));
    show_all(&draft);
    fine(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err));
    struct case_view v = case_of(r, id);
    assert_int_equal(v.c.n_consents, 1);
    assert_int_equal(v.c.consents[0].received_on.n, on("2026-11-27").n);
    assert_true(v.c.consents[0].verified);
    assert_true(v.c.consents[0].verified_at.s == desk_instant(r->f.desk).s);
}

static void without_a_booking_nobody_is_checked_in_and_the_sentence_says_what_to_do(void **state)
{
    struct ready *r = *state;
    fixture_at(&r->f, "2026-12-08", 13, 50);
    int64_t id = ready_request(r, r->mori);
    struct check_in_draft draft = came(id, true);
    int number;

    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "request"));
    assert_string_equal(said_ja(r),
        "予約がありません。セカンドオピニオンは完全予約制です。申込を受けるか、日程を決めてください。");
    book_at(r, id, r->mori, "2026-12-10", 14, 0, r->room1);
    assert_true(refused(r, desk_check_in(r->f.desk, &draft, &number, NULL, &r->f.err), "request"));
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, ready_set_up, ready_tear_down)
    const struct CMUnitTest tests[] = {
        T(the_call_number_begins_at_101_each_day_and_the_fee_is_written),
        T(the_talk_has_a_start_and_an_end_and_then_the_visit_is_done),
        T(a_talk_ends_also_when_the_clock_was_set_back_in_it),
        T(name_and_birth_date_are_asked_and_the_patient_number_is_needed),
        T(the_call_number_is_on_a_slip_in_the_visitors_language),
        T(a_number_of_somebody_else_is_refused),
        T(what_is_needed_follows_from_who_is_really_here),
        T(papers_that_are_here_after_all_are_recorded_at_the_door),
        T(papers_at_the_door_belong_to_who_is_there),
        T(papers_at_the_door_belong_to_who_has_not_shown_any),
        T(a_consent_written_for_the_patient_is_not_taken_at_the_door),
        T(a_refused_check_in_leaves_nothing_behind),
        T(the_specialist_may_be_asked_and_then_each_rule_is_overridden_with_the_reason),
        T(or_a_new_date_is_made_and_nothing_is_charged),
        T(somebody_new_at_the_door_is_written_down),
        T(a_minor_who_turned_18_on_the_visit_day_is_an_adult),
        T(a_wrong_check_in_is_undone_with_its_fee_and_keeps_its_number),
        T(start_and_end_are_taken_back_one_by_one),
        T(who_does_not_come_frees_the_place_and_may_still_come_that_day),
        T(who_did_not_come_is_not_checked_in_on_a_later_day),
        T(a_consent_that_was_handed_out_comes_on_the_day_of_the_visit),
        T(a_consent_that_was_here_before_keeps_the_day_it_came),
        T(without_a_booking_nobody_is_checked_in_and_the_sentence_says_what_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
