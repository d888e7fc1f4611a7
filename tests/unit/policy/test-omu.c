/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hospital's page "Second opinion" (OMU-1 to OMU-35) against data/policies/omu.yml: what the page says stands here in
 * the page's words, so that a line of the policy that is changed is missed. What the page leaves open is not tested here. */
#include "tests/unit/policy/policy_test.h"

#include "policy/calendar.h"

struct page {
    struct arena a;
    const struct policy *p;
};

static int read_page(void **state)
{
    static struct page page;

    arena_init(&page.a);
    page.p = omu(&page.a);
    *state = &page;
    return 0;
}

static int leave_page(void **state)
{
    struct page *page = *state;

    arena_fini(&page->a);
    return 0;
}

static const char *joined(struct strings s, struct arena *a)
{
    const char *out = "";

    for (size_t i = 0; i < s.n; i++)
        out = arena_printf(a, "%s%s%s", out, i ? " " : "", s.item[i]);
    return out;
}

/* ---------------------------------------------------------------- who may ask, what is refused, what must be brought */
#define FINE " patient.agrees=yes referrer.agrees=yes purpose=opinion disease=cancer"
#define SELF "patient.attends=yes patient.age=61"
#define AWAY "patient.attends=no patient.age=61 patient.capable=yes"

/* "needs paper@step ..., says rule:effect:who may override ..." */
static const char *told(const struct answer *o, struct arena *a)
{
    const char *out = arena_printf(a, "%s %s:", verdict_id(o->verdict), o->requester ? o->requester->rule.id : "-");

    for (size_t i = 0; i < o->n_documents; i++)
        if (o->documents[i].need == PAPER_NEEDED)
            out = arena_printf(a, "%s %s@%s", out, o->documents[i].doc->rule.id, str_or(o->documents[i].due, "-"));
    for (size_t i = 0; i < o->n_spoken; i++)
        out = arena_printf(a, "%s %s=%s/%s", out, o->spoken[i].id, verdict_id(o->spoken[i].effect), override_id(o->spoken[i].override));
    return out;
}

#define PAPERS "request_form@review referral@review records@review" /* OMU-22, OMU-23, OMU-24; OMU-1, OMU-31: before the review */
#define FAMILY_PAPERS PAPERS " consent@booking identity@visit relationship@booking" /* OMU-25, OMU-26 */

static void who_may_ask_and_what_they_bring_is_what_the_page_says(void **state)
{
    static const struct {
        const char *omu, *facts, *told;
    } rows[] = {
        { "OMU-2 cancer", SELF FINE, "need patient: " PAPERS },
        { "OMU-2 cardiovascular", SELF " patient.agrees=yes referrer.agrees=yes purpose=opinion disease=heart", "need patient: " PAPERS },
        { "OMU-2 cerebrovascular", SELF " patient.agrees=yes referrer.agrees=yes purpose=opinion disease=brain", "need patient: " PAPERS },
        { "OMU-2, OMU-8 mainly", SELF " patient.agrees=yes referrer.agrees=yes purpose=opinion disease=other",
            "ask patient: " PAPERS " out_of_scope=ask/department" },
        { "OMU-3 does not agree", SELF " patient.agrees=no referrer.agrees=yes purpose=opinion disease=cancer",
            "refuse patient: " PAPERS " patient_unwilling=refuse/supervisor" },
        { "OMU-4 is not encouraging", SELF " patient.agrees=yes referrer.agrees=no purpose=opinion disease=cancer",
            "refuse patient: " PAPERS " doctor_disagrees=refuse/supervisor" },
        { "OMU-4 not told yet", SELF " patient.agrees=yes referrer.agrees=unclear purpose=opinion disease=cancer",
            "need patient: " PAPERS " doctor_not_told=warn/clerk" },
        { "OMU-6 transferring", SELF " patient.agrees=yes referrer.agrees=yes purpose=transfer disease=cancer",
            "reroute patient: " PAPERS " transfer=reroute/supervisor" },
        { "OMU-6 treatment here", SELF " patient.agrees=yes referrer.agrees=yes purpose=treatment_here disease=cancer",
            "reroute patient: " PAPERS " transfer=reroute/supervisor" },
        { "OMU-7 litigation", SELF " patient.agrees=yes referrer.agrees=yes purpose=litigation disease=cancer",
            "refuse patient: " PAPERS " litigation=refuse/supervisor" },
        { "OMU-7 malpractice", SELF " patient.agrees=yes referrer.agrees=yes purpose=malpractice disease=cancer",
            "refuse patient: " PAPERS " litigation=refuse/supervisor" },
        { "OMU-11, OMU-27 the patient", SELF FINE " attendee.kind=patient", "need patient: " PAPERS },
        { "OMU-11 18 is of age", "patient.attends=yes patient.age=18" FINE, "need patient: " PAPERS },
        { "OMU-12 under age, with a guardian", "patient.attends=yes patient.age=17 attendee.kind=guardian" FINE,
            "need minor_with_guardian: " PAPERS },
        { "OMU-12, OMU-26, OMU-27 a guardian instead", "patient.attends=no patient.age=17 attendee.kind=guardian" FINE,
            "need minor_with_guardian: " PAPERS " identity@visit parental_authority@booking" },
        { "OMU-13, OMU-25, OMU-26 family instead", AWAY " attendee.kind=family" FINE, "need family: " FAMILY_PAPERS },
        { "OMU-14 a friend instead", AWAY " attendee.kind=nonfamily" FINE, "refuse nobody_else: " PAPERS " nobody_else=refuse/supervisor" },
        { "OMU-14 a friend beside family", AWAY " attendee.kind=family,nonfamily" FINE,
            "refuse nobody_else: " PAPERS " nobody_else=refuse/supervisor" },
        { "OMU-27 companions need nothing", SELF " attendee.kind=family" FINE, "need patient: " PAPERS },
    };
    struct page *page = *state;
    int wrong = 0;

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct answer o;
        judge_facts(page->p, rows[i].facts, "2026-11-24", &page->a, &o);
        const char *got = told(&o, &page->a);
        if (str_eq(got, rows[i].told))
            continue;
        print_message("# %s:\n#   %s\n# not %s\n", rows[i].omu, got, rows[i].told);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void the_department_may_decline_after_the_review(void **state)
{
    const char *picked[] = { "no_specialist" };
    struct page *page = *state;
    struct answer_in in;
    struct answer o;

    answer_in_init(&in, page->p, facts_of(page->p, SELF FINE, &page->a), NULL, iso("2026-11-24"));
    in.picked = (struct strings){ picked, 1 };
    policy_answer(&in, &page->a, &o); /* OMU-8 */
    assert_string_equal(verdict_id(o.verdict), "refuse");
    assert_string_equal(answer_spoken(&o, "no_specialist")->at, "booking");
    assert_string_equal(policy_refusal(page->p, "no_specialist")->chosen_by, "department");
}

static void the_consent_is_the_adult_patients_own(void **state)
{
    struct page *page = *state;

    for (size_t i = 0; i < page->p->n_requesters; i++) {
        const struct policy_requester *r = &page->p->requesters[i];
        if (!str_eq(r->rule.id, "family"))
            continue;
        assert_string_equal(joined(r->consent_by, &page->a), "patient"); /* OMU-13 */
        assert_string_equal(joined(r->proof, &page->a), "identity relationship"); /* OMU-26 */
        return;
    }
    fail_msg("family has no rule");
}

/* ---------------------------------------------------------------- what is said, and where */
static const struct policy_notice *notice(const struct page *page, const char *id)
{
    for (size_t k = 0; k < page->p->n_notices; k++)
        if (str_eq(page->p->notices[k].rule.id, id))
            return &page->p->notices[k];
    fail_msg("%s is not said", id);
    return NULL;
}

static void the_page_is_said_in_its_own_words(void **state)
{
    static const struct {
        const char *omu, *id, *en, *ja;
    } said[] = {
        { "OMU-1", "no_treatment", "The specialist speaks about the records you have brought.", "お持ちいただいた資料をもとに専門医がご説明します。" },
        { "OMU-5", "report_goes_to_doctor", "always shared with your present doctor", "主治医の先生に必ずお伝えします。" },
        { "OMU-8", "talk_first", "in advance, as we may not be able to accept your request", "お受けできない場合もございます" },
        { "OMU-9", "in_person_only", "given in person only", "対面でのご相談のみです。" },
        { "OMU-10", "talk_first", "Please contact reception counter 1", "1番窓口へお問い合わせください。" },
        { "OMU-19", "not_insured", "Health insurance does not cover second opinions.", "健康保険の対象ではありません。" },
        { "OMU-20", "not_insured", "All charges are borne by the patient.", "料金は全額ご負担いただきます。" },
        { "OMU-30", "by_appointment", "by appointment only", "完全予約制です。" },
        { "OMU-31", "by_appointment", "We review your papers, assign a specialist", "拝見して担当医を決め" },
        { "OMU-32", "by_appointment", "arrange the day according to your wishes", "ご希望をうかがって日程を決めます。" },
    };
    struct page *page = *state;

    for (size_t i = 0; i < COUNT_OF(said); i++) {
        struct bilingual say = notice(page, said[i].id)->rule.say;
        if (!strstr(say.en, said[i].en) || !strstr(say.ja, said[i].ja))
            fail_msg("%s: %s", said[i].omu, say.en);
    }
}

static void each_word_of_the_page_is_said_where_it_is_needed(void **state)
{
    static const struct {
        const char *id, *at, *on;
    } places[] = {
        { "no_treatment", "before_request", "screen guide slip" },
        { "report_goes_to_doctor", "request", "screen guide request_form consent_form" },
        { "talk_first", "inquiry", "screen guide" },
        { "in_person_only", "before_request", "screen guide" },
        { "not_insured", "before_request", "screen guide request_form" },
        { "by_appointment", "before_request", "screen guide" },
    };
    struct page *page = *state;

    for (size_t i = 0; i < COUNT_OF(places); i++) {
        const struct policy_notice *found = notice(page, places[i].id);
        assert_string_equal(found->at, places[i].at);
        assert_string_equal(joined(found->on, &page->a), places[i].on);
    }
    assert_true(notice(page, "report_goes_to_doctor")->acknowledge); /* OMU-5: must be shared */
}

/* ---------------------------------------------------------------- the consultation, its fee and its report */
static void texts_are(struct texts t, const char *const *en, size_t n)
{
    assert_int_equal(t.n, n);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(t.item[i].en, en[i]);
}

static void the_consultation_is_what_the_page_offers(void **state)
{
    /* OMU-16, OMU-17, OMU-18: the page's list "This includes" */
    static const char *const includes[] = { "In-person appointment with a specialist",
        "Specialist review and provision of your second opinion", "A written opinion from a specialist" };
    struct page *page = *state;
    const struct policy_service *s = policy_service(page->p, "in_person");
    const char *steps = "";

    assert_string_equal(s->format, "in_person"); /* OMU-9 */
    assert_int_equal(s->slot_minutes, 60); /* OMU-15: up to 60 minutes */
    assert_int_equal(s->max_minutes, 60);
    assert_true(s->by_appointment); /* OMU-30 */
    assert_string_equal(joined(s->assign, &page->a), "hospital"); /* OMU-31: we will assign a specialist */
    assert_string_equal(s->apply_by, "visitor"); /* OMU-29: submit to the reception counter 1 */
    assert_string_equal(joined(s->apply_via, &page->a), "counter");
    assert_string_equal(s->apply_calendar, "counter");
    assert_string_equal(s->calendar, "counter");
    texts_are(s->includes, includes, COUNT_OF(includes));
    for (size_t i = 0; i < s->n_steps; i++)
        steps = arena_printf(&page->a, "%s %d%s", steps, s->steps[i].group, s->steps[i].id);
    /* OMU-31: after reviewing, a specialist and a day; OMU-21, OMU-24, OMU-5: in any order after the visit */
    assert_string_equal(steps, " 1inquiry 2request 3requester 4papers 5review 6booking 7visit 8payment 8return 8report 9close");
    for (size_t i = 0; i < page->p->n_services; i++) /* OMU-9: nothing in writing, nothing online */
        assert_true(str_eq(page->p->services[i].format, "in_person") || str_eq(page->p->services[i].format, "elsewhere"));
    assert_string_equal(policy_service(page->p, "first_visit")->format, "elsewhere"); /* OMU-6 */

    const struct policy_price *price = policy_price(page->p, "consultation");
    assert_int_equal(page->p->n_prices, 1); /* OMU-18: no second line */
    assert_int_equal(price->shape, SHAPE_FLAT);
    assert_int_equal(price->amount.v, 33000); /* OMU-15 */
    assert_int_equal(price->minutes, 60);
    assert_int_equal(page->p->tax.prices, PRICES_INCLUDED);
    texts_are(price->includes, includes, COUNT_OF(includes));
}

static void the_fee_is_due_on_the_day_at_the_counter(void **state)
{
    struct page *page = *state;
    const struct policy_plan *plan = &page->p->plans[0];

    assert_int_equal(page->p->n_plans, 1); /* OMU-21 */
    assert_int_equal(plan->due.kind, DUE_EVENT);
    assert_int_equal(plan->due.event, EVENT_VISIT);
    assert_int_equal(plan->due.days, 0);
    assert_string_equal(plan->collect_at, "counter");
    assert_string_equal(plan->blocks, "close"); /* and never the report (OMU-5) */
}

static void the_report_goes_to_the_present_doctor(void **state)
{
    struct page *page = *state;
    const struct policy_report *r = &page->p->reports[0];

    assert_int_equal(page->p->n_reports, 1); /* OMU-5 */
    assert_string_equal(joined(r->to, &page->a), "referrer");
    assert_int_equal(r->within_after, EVENT_VISIT);
}

/* ---------------------------------------------------------------- the counter */
static void forms_are_picked_up_and_papers_handed_in_at_counter_1(void **state)
{
    struct page *page = *state;
    const struct policy_contact *c = policy_contact(page->p, "counter");

    assert_string_equal(c->rule.title.en, "Reception counter 1, 1st floor"); /* OMU-10 */
    assert_string_equal(c->rule.title.ja, "1階 1番窓口");
    assert_string_equal(c->calendar, "counter");
    for (size_t i = 0; i < page->p->n_documents; i++) { /* OMU-28: (1) and (4), and no others */
        const struct policy_document *d = &page->p->documents[i];
        bool form = str_eq(d->rule.id, "request_form") || str_eq(d->rule.id, "consent");
        assert_string_equal(joined(d->blank, &page->a), form ? "counter" : "");
        assert_string_equal(str_or(d->handed_out, ""), form ? "inquiry" : "");
    }
}

static void it_takes_7_to_14_business_days_to_set_the_appointment_up(void **state)
{
    struct page *page = *state;
    const struct policy_clock *c = &page->p->clocks[0];

    assert_int_equal(page->p->n_clocks, 1); /* OMU-33 */
    assert_int_equal(c->min, 7);
    assert_int_equal(c->max, 14);
    assert_int_equal(c->unit, UNIT_BUSINESS_DAY);
    assert_int_equal(c->from, EVENT_DOCUMENTS_COMPLETE);
    assert_int_equal(c->to, EVENT_APPOINTMENT_TOLD);
    assert_string_equal(c->calendar, "counter");
    assert_true(c->approximate); /* "typically", "about" */
}

static void counter_1_is_open_from_9_00_to_16_45_except_on_non_consultation_days(void **state)
{
    static const char *const closed[] = { "2026-11-28", "2026-11-29", /* Saturday, Sunday */
        "2026-11-23", "2027-01-01", /* holidays of the law */
        "2026-12-29", "2026-12-30", "2026-12-31", "2025-01-02", "2025-01-03" }; /* the turn of the year, on weekdays */
    static const char *const open[] = { "2026-11-24", "2026-11-27", "2026-12-28", "2027-01-04" };
    struct page *page = *state;
    const struct opening *counter = policy_calendar(page->p, "counter");

    for (size_t i = 0; i < COUNT_OF(closed); i++) /* OMU-35 */
        if (calendar_open(NULL, counter, iso(closed[i])))
            fail_msg("%s is open", closed[i]);
    for (size_t i = 0; i < COUNT_OF(open); i++) { /* OMU-34 */
        struct day_status d = calendar_day(NULL, counter, iso(open[i]));
        if (!d.open || d.opens.min != 9 * 60 || d.closes.min != 16 * 60 + 45)
            fail_msg("%s: %d to %d", open[i], d.opens.min, d.closes.min);
    }
}

static void each_material_goes_back_to_whose_it_is(void **state)
{
    static const char *const rows[][2] = { { "disc", "visitor" }, { "film", "visitor" }, { "endoscopy", "visitor" },
        { "blood_test", "visitor" }, { "imaging_report", "visitor" }, { "pathology_report", "visitor" },
        { "slide_stained", "lender" }, { "slide_unstained", "lender" }, { "block", "lender" }, { "referral", "keep" } };
    struct page *page = *state;

    for (size_t i = 0; i < COUNT_OF(rows); i++) /* OMU-24 */
        assert_string_equal(policy_material(page->p, rows[i][0], facts_of(page->p, "", &page->a), &page->a)->destination, rows[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_may_ask_and_what_they_bring_is_what_the_page_says),
        cmocka_unit_test(the_department_may_decline_after_the_review),
        cmocka_unit_test(the_consent_is_the_adult_patients_own),
        cmocka_unit_test(the_page_is_said_in_its_own_words),
        cmocka_unit_test(each_word_of_the_page_is_said_where_it_is_needed),
        cmocka_unit_test(the_consultation_is_what_the_page_offers),
        cmocka_unit_test(the_fee_is_due_on_the_day_at_the_counter),
        cmocka_unit_test(the_report_goes_to_the_present_doctor),
        cmocka_unit_test(forms_are_picked_up_and_papers_handed_in_at_counter_1),
        cmocka_unit_test(it_takes_7_to_14_business_days_to_set_the_appointment_up),
        cmocka_unit_test(counter_1_is_open_from_9_00_to_16_45_except_on_non_consultation_days),
        cmocka_unit_test(each_material_goes_back_to_whose_it_is),
    };

    return cmocka_run_group_tests(tests, read_page, leave_page);
}
