/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The path of steps: what is missing, what may be undone. Expected: counter.md (a promised paper is a clerk's decision;
 * the steps after the visit have no order) and the issue (a step is undone while nothing later rests on it). */
#include "tests/unit/policy/policy_test.h"

#include "domain/journey.h"

#define AGREED "attendee.kind=patient patient.birth=1952-03-08 patient.agrees=yes referrer.agrees=yes " \
               "purpose=opinion disease=cancer"

struct path {
    struct arena a;
    struct answer answer;
    struct journey j;
    struct step_row rows[12];
    struct casefile c;
};

/* A request of the patient with the papers in this state; steps done as listed, with blanks between. */
static void walk(struct path *p, const char *papers, const char *done)
{
    const struct policy *policy;
    char *rest, *word;

    arena_init(&p->a);
    policy = omu(&p->a);
    judge_facts(policy, arena_printf(&p->a, AGREED "%s", papers), "2026-11-24", &p->a, &p->answer);
    p->c = (struct casefile){ .id = 1, .inquiry = 1, .service = "in_person", .patient_attends = "yes", .ended = "",
        .steps = p->rows };
    rest = arena_strdup(&p->a, done);
    while ((word = strsep(&rest, " ")))
        p->rows[p->c.n_steps++]
            = (struct step_row){ .step = word, .done = true, .day = iso("2026-11-24"), .by_name = "", .reason = "" };
    journey_of(&p->c, policy, &p->answer, iso("2026-11-24"), &p->a, &p->j);
}

static void a_promised_paper_completes_the_papers_and_an_awaited_one_does_not(void **state)
{
    static const struct {
        const char *papers;
        bool complete;
        int missing;
    } cases[] = {
        { " doc.request_form=received doc.referral=received doc.records=received", true, 0 },
        { " doc.request_form=received doc.referral=promised doc.records=received", true, 0 },
        { " doc.request_form=received doc.referral=awaited doc.records=received", false, 1 },
        { "", false, 3 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct path p;
        walk(&p, cases[i].papers, "inquiry request requester");
        assert_int_equal(step_complete(&p.c, &p.answer, "papers"), cases[i].complete);
        assert_int_equal(journey_find(&p.j, "papers")->missing, cases[i].missing);
        assert_int_equal(journey_find(&p.j, "papers")->state, cases[i].missing ? STEP_NEEDS : STEP_NOW);
        arena_fini(&p.a);
    }
}

#define UNTIL_VISIT "inquiry request requester papers review booking visit"
static void the_steps_after_the_visit_are_undone_in_any_order(void **state)
{
    static const struct {
        const char *done, *step;
        bool may;
    } cases[] = {
        { UNTIL_VISIT " return report", "return", true },
        { UNTIL_VISIT " payment return report", "payment", true }, /* nothing was received: only the step */
        { UNTIL_VISIT " return report", "report", true },
        { UNTIL_VISIT " return", "visit", false },
        { UNTIL_VISIT, "visit", true },
        { UNTIL_VISIT, "papers", false },
        { UNTIL_VISIT " payment return report close", "report", false },
        { UNTIL_VISIT, "report", false }, /* not done */
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct path p;
        struct msg why = { 0 };
        walk(&p, " doc.request_form=received doc.referral=received doc.records=received", cases[i].done);
        if (journey_may_undo(&p.c, &p.j, cases[i].step, &why) != cases[i].may)
            fail_msg("%s after %s", cases[i].step, cases[i].done);
        assert_int_equal(why.id == NULL, cases[i].may);
        arena_fini(&p.a);
    }
}

static void what_comes_next_follows_from_what_is_done(void **state)
{
    static const struct {
        const char *done, *next;
    } cases[] = {
        { "inquiry", "request" },
        { "inquiry request requester papers", "review" },
        { UNTIL_VISIT, "payment return report" },
        { UNTIL_VISIT " return", "payment report" },
        { UNTIL_VISIT " payment return report", "close" },
        { UNTIL_VISIT " payment return report close", "" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct path p;
        walk(&p, " doc.request_form=received doc.referral=received doc.records=received", cases[i].done);
        assert_string_equal(journey_next(&p.j, &p.a), cases[i].next);
        arena_fini(&p.a);
    }
}

/* Accepted is accepted by somebody: without the specialist nobody is booked with (counter.md 6). */
static void the_review_is_complete_with_a_specialist(void **state)
{
    struct path p;
    struct review r = { .verdict = "accepted" };

    (void)state;
    walk(&p, "", "inquiry request");
    p.c.reviews = &r;
    p.c.n_reviews = 1;
    assert_false(step_complete(&p.c, &p.answer, "review"));
    r.specialist = 1;
    assert_true(step_complete(&p.c, &p.answer, "review"));
    r.verdict = "more_papers";
    assert_false(step_complete(&p.c, &p.answer, "review"));
    arena_fini(&p.a);
}

/* A minor alone is asked about first (policy, minor_else): until the department lets them, the requester is open. */
static void a_requester_who_must_be_asked_about_is_not_complete(void **state)
{
    struct path p;

    (void)state;
    walk(&p, "", "inquiry request");
    assert_true(step_complete(&p.c, &p.answer, "requester"));
    judge_facts(omu(&p.a), "attendee.kind=patient patient.birth=2012-03-08 patient.agrees=yes", "2026-11-24", &p.a, &p.answer);
    assert_false(step_complete(&p.c, &p.answer, "requester"));
    arena_fini(&p.a);
}

/* schema-sketch, side exits: "money to give back? materials still here? report still owed?" comes before the close. */
static void what_ended_early_closes_after_the_money(void **state)
{
    struct charge fee = { .amount = YEN(33000) };
    struct payment paid = { .amount = YEN(33000) };
    struct path p;

    (void)state;
    walk(&p, "", "inquiry request");
    p.c.ended = "withdrawn";
    p.c.charges = &fee;
    p.c.n_charges = 1;
    journey_of(&p.c, omu(&p.a), &p.answer, iso("2026-11-24"), &p.a, &p.j);
    assert_string_equal(journey_next(&p.j, &p.a), "payment");
    p.c.payments = &paid;
    p.c.n_payments = 1;
    journey_of(&p.c, omu(&p.a), &p.answer, iso("2026-11-24"), &p.a, &p.j);
    assert_string_equal(journey_next(&p.j, &p.a), "close");
    arena_fini(&p.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_promised_paper_completes_the_papers_and_an_awaited_one_does_not),
        cmocka_unit_test(the_steps_after_the_visit_are_undone_in_any_order),
        cmocka_unit_test(what_comes_next_follows_from_what_is_done),
        cmocka_unit_test(the_review_is_complete_with_a_specialist),
        cmocka_unit_test(a_requester_who_must_be_asked_about_is_not_complete),
        cmocka_unit_test(what_ended_early_closes_after_the_money),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
