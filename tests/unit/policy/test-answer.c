/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the policy of Osaka Metropolitan University Hospital answers. Expected: the hospital's page
 * as numbered in domain.md 1.1 (OMU-n) and counter.md. */
#include "policy_test.h"

/* Everything that is asked of everybody, answered so that nothing stands in the way. */
#define FINE " patient.agrees=yes referrer.agrees=yes purpose=opinion disease=cancer"
#define PAPERS " doc.request_form=received doc.referral=received doc.records=received"

struct who_case {
    const char *facts, *requester, *verdict;
    const char *needed; /* papers with need = needed, besides the three that everybody brings */
};

static const struct who_case WHO[] = {
    /* OMU-11, OMU-27: the patient attends, companions need no papers */
    { "attendee.kind=patient patient.birth=1952-03-08", "patient", "need", "" },
    { "attendee.kind=patient,family attendee.relation=,spouse patient.birth=1952-03-08", "patient",
        "need", "" },
    { "attendee.kind=patient,nonfamily attendee.relation=,friend patient.birth=1952-03-08",
        "patient", "need", "" },
    { "attendee.kind=patient,physician patient.birth=1952-03-08", "patient", "need", "" },
    /* OMU-13, OMU-25, OMU-26: family without the adult patient */
    { "attendee.kind=family attendee.relation=child patient.capable=yes patient.birth=1952-03-08",
        "family", "need", "consent identity relationship" },
    { "attendee.kind=family,family attendee.relation=child,spouse patient.capable=yes "
      "patient.birth=1952-03-08",
        "family", "need", "consent identity identity relationship relationship" },
    /* OMU-12, OMU-27: guardian of a minor: (5) yes, (4) no */
    { "attendee.kind=guardian attendee.relation=parent patient.birth=2018-06-01",
        "minor_with_guardian", "need", "identity parental_authority" },
    { "attendee.kind=patient,guardian attendee.relation=,parent patient.birth=2018-06-01",
        "minor_with_guardian", "need", "" },
    { "attendee.kind=guardian,family attendee.relation=parent,grandparent patient.birth=2018-06-01",
        "minor_with_guardian", "need", "identity identity parental_authority parental_authority" },
    /* counter.md 2: a minor alone or with somebody who is no guardian: ask */
    { "attendee.kind=patient patient.birth=2010-06-01", "minor_else", "ask", "" },
    { "attendee.kind=patient,family attendee.relation=,sibling patient.birth=2010-06-01",
        "minor_else", "ask", "" },
    { "attendee.kind=family attendee.relation=grandparent patient.birth=2010-06-01", "minor_else",
        "ask", "" },
    { "attendee.kind=nonfamily attendee.relation=friend patient.birth=2010-06-01", "minor_else",
        "ask", "" },
    /* counter.md 2: an adult who cannot consent: ask */
    { "attendee.kind=family attendee.relation=child patient.capable=no patient.birth=1952-03-08",
        "incapable", "ask", "identity legal_representative" },
    { "attendee.kind=family attendee.relation=child patient.capable=unclear "
      "patient.birth=1952-03-08",
        "incapable", "ask", "identity legal_representative" },
    { "attendee.kind=legal_representative attendee.relation=other patient.capable=no "
      "patient.birth=1952-03-08",
        "incapable", "ask", "identity legal_representative" },
    { "attendee.kind=legal_representative attendee.relation=other patient.capable=yes "
      "patient.birth=1952-03-08",
        "representative", "ask", "consent identity legal_representative" },
    /* OMU-14: nobody else */
    { "attendee.kind=nonfamily attendee.relation=friend patient.capable=yes "
      "patient.birth=1952-03-08",
        "nobody_else", "refuse", "" },
    { "attendee.kind=family,nonfamily attendee.relation=child,friend patient.capable=yes "
      "patient.birth=1952-03-08",
        "nobody_else", "refuse", "" },
    { "attendee.kind=physician patient.capable=yes patient.birth=1952-03-08", "nobody_else",
        "refuse", "" },
    { "attendee.kind=institution patient.capable=yes patient.birth=1952-03-08", "nobody_else",
        "refuse", "" },
    /* three values: what decides is not known yet */
    { "", "", "pending", "" },
    { "attendee.kind=family attendee.relation=child patient.birth=1952-03-08", "", "pending", "" },
    { "attendee.kind=family attendee.relation=child", "", "pending", "" },
    { "patient.attends=yes", "", "pending", "" },
    { "patient.attends=no patient.birth=1952-03-08", "", "pending", "" },
};

static const char *needed_papers(const struct answer *o, struct arena *a)
{
    const char *list = "";

    for (size_t i = 0; i < o->n_documents; i++) {
        const char *id = o->documents[i].doc->rule.id;
        bool everybody
            = str_eq(id, "request_form") || str_eq(id, "referral") || str_eq(id, "records");
        if (everybody)
            assert_int_equal(o->documents[i].need, PAPER_NEEDED);
        else if (o->documents[i].need == PAPER_NEEDED)
            list = arena_printf(a, "%s%s%s", list, *list ? " " : "", id);
    }
    return list;
}

static void who_may_ask_and_which_papers_they_need(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(WHO); i++) {
        struct arena a;
        struct answer o;
        arena_init(&a);
        judge_facts(omu(&a), arena_printf(&a, "%s%s", WHO[i].facts, FINE), "2026-11-24", &a, &o);
        const char *rule = o.requester ? o.requester->rule.id : "";
        if (!str_eq(rule, WHO[i].requester) || !str_eq(verdict_id(o.verdict), WHO[i].verdict)
            || !str_eq(needed_papers(&o, &a), WHO[i].needed))
            fail_msg("[%s] gives %s, %s, [%s]", WHO[i].facts, rule, verdict_id(o.verdict),
                needed_papers(&o, &a));
        arena_fini(&a);
    }
}

static void all_is_there_when_the_papers_are(void **state)
{
    struct arena a;
    struct answer o;

    (void)state;
    arena_init(&a);
    judge_facts(omu(&a), "attendee.kind=patient patient.birth=1952-03-08" FINE PAPERS, "2026-11-24",
        &a, &o);
    assert_string_equal(verdict_id(o.verdict), "ok");
    assert_int_equal(o.n_pending, 0);
    assert_true(policy_step_free(&o, "close", &a));
    assert_true(answer_papers_complete(&o, "close"));
    arena_fini(&a);
}

struct refusal_case {
    const char *facts, *rule, *verdict, *say_en;
};

static void what_is_refused_rerouted_or_asked(void **state)
{
    static const struct refusal_case cases[] = {
        { "patient.agrees=no", "patient_unwilling", "refuse", NULL }, /* OMU-3 */
        { "patient.agrees=unclear", "patient_unwilling", "refuse", NULL }, /* OMU-3 */
        { "referrer.agrees=no", "doctor_disagrees", "refuse", NULL }, /* OMU-4 */
        { "referrer.agrees=unclear", "doctor_not_told", "warn", NULL }, /* OMU-4 */
        { "purpose=litigation", "litigation", "refuse",
            "We cannot accept requests made for the purpose of litigation." }, /* OMU-7 */
        { "purpose=opinion,malpractice", "litigation", "refuse", NULL },
        { "purpose=transfer", "transfer", "reroute",
            "For treatment here we will help you book an ordinary first visit." }, /* OMU-6 */
        { "purpose=treatment_here", "transfer", "reroute", NULL },
        { "purpose=transfer,litigation", "litigation", "refuse",
            NULL }, /* the strongest wins, both are shown */
        { "disease=other", "out_of_scope", "ask", NULL }, /* OMU-2, OMU-8 */
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct answer o;
        arena_init(&a);
        judge_facts(omu(&a),
            arena_printf(&a, "attendee.kind=patient patient.birth=1952-03-08%s%s %s", FINE, PAPERS,
                cases[i].facts),
            "2026-11-24", &a, &o);
        const struct spoken *s = answer_spoken(&o, cases[i].rule);
        assert_non_null(s);
        if (!str_eq(verdict_id(o.verdict), cases[i].verdict))
            fail_msg("[%s] gives %s", cases[i].facts, verdict_id(o.verdict));
        assert_true(s->say.ja && *s->say.ja && s->say.en && *s->say.en);
        assert_true(s->line > 0);
        if (cases[i].say_en)
            assert_string_equal(s->say.en, cases[i].say_en);
        arena_fini(&a);
    }
}

static void an_override_takes_a_rule_out_and_still_shows_it(void **state)
{
    const char *rules[] = { "litigation" };
    struct arena a;
    struct answer o;
    struct answer_in in;

    (void)state;
    arena_init(&a);
    const struct policy *p = omu(&a);
    struct facts *f = facts_of(
        p, "attendee.kind=patient patient.birth=1952-03-08" FINE PAPERS " purpose=litigation", &a);
    answer_in_init(&in, p, f, NULL, iso("2026-11-24"));
    policy_answer(&in, &a, &o);
    assert_string_equal(verdict_id(o.verdict), "refuse");
    assert_int_equal(answer_spoken(&o, "litigation")->override, OVERRIDE_SUPERVISOR);
    assert_false(policy_step_free(&o, "review", &a));
    in.overridden = (struct strings){ rules, 1 };
    policy_answer(&in, &a, &o);
    assert_string_equal(verdict_id(o.verdict), "ok");
    assert_true(answer_spoken(&o, "litigation")->overridden);
    assert_true(policy_step_free(&o, "review", &a));
    arena_fini(&a);
}

static void an_overridden_requester_is_treated_as_allowed(void **state)
{
    const char *rules[] = { "incapable" };
    struct arena a;
    struct answer o;
    struct answer_in in;

    (void)state;
    arena_init(&a);
    const struct policy *p = omu(&a);
    answer_in_init(&in, p,
        facts_of(p,
            "attendee.kind=family attendee.relation=child patient.capable=no "
            "patient.birth=1952-03-08" FINE PAPERS,
            &a),
        NULL, iso("2026-11-24"));
    policy_answer(&in, &a, &o);
    assert_string_equal(verdict_id(o.verdict), "ask");
    assert_true(policy_step_free(&o, "review", &a)); /* the department answers in the review */
    assert_false(policy_step_free(&o, "booking", &a));
    in.overridden = (struct strings){ rules, 1 };
    policy_answer(&in, &a, &o);
    assert_string_equal(verdict_id(o.verdict), "need");
    assert_int_equal(answer_document(&o, "legal_representative", 0)->need, PAPER_NEEDED);
    arena_fini(&a);
}

static void a_reason_that_a_person_picks_is_never_asked(void **state)
{
    const char *picked[] = { "deceased" };
    struct arena a;
    struct answer o;
    struct answer_in in;

    (void)state;
    arena_init(&a);
    const struct policy *p = omu(&a);
    answer_in_init(&in, p,
        facts_of(p, "attendee.kind=patient patient.birth=1952-03-08" FINE PAPERS, &a), NULL,
        iso("2026-11-24"));
    policy_answer(&in, &a, &o);
    assert_null(answer_spoken(&o, "deceased"));
    in.picked = (struct strings){ picked, 1 };
    policy_answer(&in, &a, &o);
    assert_non_null(answer_spoken(&o, "deceased"));
    assert_string_equal(verdict_id(o.verdict), "refuse");
    arena_fini(&a);
}

/* policy.md: unanswered refusal questions are pending and block their due; the verdict stays */
static void unanswered_refusal_questions_wait_without_making_the_verdict_pending(void **state)
{
    static const struct {
        const char *fact, *due;
    } expected[] = { { "patient.agrees", "review" }, { "referrer.agrees", "review" },
        { "purpose", "review" }, { "disease", "booking" } };
    struct arena a;
    struct answer o;

    (void)state;
    arena_init(&a);
    judge_facts(
        omu(&a), "attendee.kind=patient patient.birth=1952-03-08" PAPERS, "2026-11-24", &a, &o);
    assert_string_equal(verdict_id(o.verdict), "ok");
    assert_int_equal(o.n_pending, COUNT_OF(expected));
    for (size_t i = 0; i < o.n_pending; i++) {
        assert_string_equal(fact_ref_name(o.pending[i].fact, &a), expected[i].fact);
        assert_string_equal(o.pending[i].due, expected[i].due);
    }
    assert_true(policy_step_free(&o, "papers", &a));
    assert_false(policy_step_free(&o, "review", &a));
    arena_fini(&a);
}

/* The panel's sentences; Japanese as screens-ja.md 2 shows them. */
static void each_paper_has_its_reason_in_both_languages(void **state)
{
    static const struct {
        const char *facts, *doc;
        int attendee;
        const char *en, *ja;
    } cases[] = {
        { "attendee.kind=family attendee.relation=child patient.capable=yes "
          "patient.birth=1952-03-08",
            "consent", ATTENDEE_ALL, "because the patient does not attend",
            "患者さんが同席しないため" },
        { "attendee.kind=family attendee.relation=child patient.capable=yes "
          "patient.birth=1952-03-08",
            "relationship", 0, "because the patient does not attend", "患者さんが同席しないため" },
        { "attendee.kind=family attendee.relation=child patient.capable=yes "
          "patient.birth=1952-03-08",
            "parental_authority", ATTENDEE_ALL, "because the patient is 74 years old",
            "患者さんが74歳のため" },
        { "attendee.kind=patient patient.birth=1952-03-08", "consent", ATTENDEE_ALL,
            "because the patient attends", "患者さんが同席するため" },
        { "attendee.kind=patient patient.birth=1952-03-08", "identity", ATTENDEE_ALL,
            "because the patient attends", "患者さんが同席するため" },
        { "attendee.kind=patient,guardian patient.birth=2018-06-01", "parental_authority",
            ATTENDEE_ALL, "because the patient attends", "患者さんが同席するため" },
        { "", "consent", ATTENDEE_ALL, "not yet known: Patient attends, Patient's age",
            "未確認: 患者さんの同席、患者さんの年齢" },
        { "", "records", ATTENDEE_ALL, "because it is needed for every request",
            "どのお申込みにも必要なため" },
        { "attendee.kind=nonfamily patient.capable=yes patient.birth=1952-03-08", "consent",
            ATTENDEE_ALL, "because the request is not accepted",
            "お受けできないお申込みのため" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct answer o;
        struct buf text;
        arena_init(&a);
        buf_init(&text, 1000);
        judge_facts(omu(&a), arena_printf(&a, "%s%s", cases[i].facts, FINE), "2026-11-24", &a, &o);
        const struct answer_document *d = answer_document(&o, cases[i].doc, cases[i].attendee);
        assert_non_null(d);
        reason_text(&d->reason, &o.in, NULL, LANG_EN, true, &text);
        assert_string_equal(text.p, cases[i].en);
        buf_clear(&text);
        reason_text(&d->reason, &o.in, japanese(&a), LANG_JA, true, &text);
        assert_string_equal(text.p, cases[i].ja);
        buf_fini(&text);
        arena_fini(&a);
    }
}

static void a_missing_paper_holds_its_step_and_a_promised_one_does_not(void **state)
{
    struct arena a;
    struct answer o;
    struct blocked *b;

    (void)state;
    arena_init(&a);
    const char *facts = "attendee.kind=patient patient.birth=1952-03-08" FINE
                        " doc.request_form=received doc.records=received";
    judge_facts(omu(&a), facts, "2026-11-24", &a, &o);
    assert_int_equal(policy_step_blocked(&o, "papers", &a, &b), 0);
    assert_int_equal(policy_step_blocked(&o, "review", &a, &b), 1);
    assert_int_equal(b[0].kind, BLOCKED_DOCUMENT);
    assert_string_equal(b[0].document->doc->rule.id, "referral");
    assert_int_equal(policy_step_blocked(&o, "booking", &a, &b), 1);
    assert_false(answer_papers_complete(&o, "review"));
    judge_facts(omu(&a), arena_printf(&a, "%s doc.referral=promised", facts), "2026-11-24", &a, &o);
    assert_int_equal(policy_step_blocked(&o, "review", &a, &b), 1);
    assert_int_equal(b[0].kind, BLOCKED_PROMISED);
    assert_true(policy_step_free(&o, "review", &a));
    assert_false(answer_papers_complete(&o, "review"));
    arena_fini(&a);
}

/* OMU-11/12: age on the visit day as well as today; the visit day decides */
static void who_turns_18_before_the_visit_is_judged_by_the_visit_day(void **state)
{
    struct arena a;
    struct answer o;
    struct answer_in in;

    (void)state;
    arena_init(&a);
    const struct policy *p = omu(&a);
    answer_in_init(&in, p,
        facts_of(p, "attendee.kind=patient patient.birth=2008-12-01" FINE PAPERS, &a), NULL,
        iso("2026-11-24"));
    policy_answer(&in, &a, &o);
    assert_string_equal(o.requester->rule.id, "minor_else");
    in.visit = iso("2026-12-08");
    policy_answer(&in, &a, &o);
    assert_string_equal(o.requester->rule.id, "patient");
    assert_string_equal(o.requester_today->rule.id, "minor_else");
    assert_int_equal(o.age_today, 17);
    assert_int_equal(o.age_visit, 18);
    assert_string_equal(verdict_id(o.verdict), "ok");
    arena_fini(&a);
}

/* OMU-15, OMU-16..18, OMU-21 */
static void the_fee_is_33000_yen_with_3000_tax_however_long_the_talk(void **state)
{
    static const char *const minutes[] = { "", " minutes=1", " minutes=60", " minutes=75" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(minutes); i++) {
        struct arena a;
        struct answer o;
        arena_init(&a);
        judge_facts(
            omu(&a), arena_printf(&a, "attendee.kind=patient%s", minutes[i]), "2026-11-24", &a, &o);
        assert_int_equal(o.price.state, PRICE_KNOWN);
        assert_int_equal(o.price.total.v, 33000);
        assert_int_equal(o.price.tax.v, 3000);
        assert_int_equal(o.price.net.v, 30000);
        assert_int_equal(o.price.n_lines, 1);
        assert_string_equal(o.price.lines[0].price->rule.id, "consultation");
        assert_int_equal(o.price.lines[0].price->includes.n, 3);
        assert_string_equal(o.plan->collect_at, "counter");
        assert_string_equal(o.plan->blocks, "close");
        assert_true(strings_have(o.plan->method, "cash") && strings_have(o.plan->method, "card"));
        arena_fini(&a);
    }
}

/* OMU-33 with domain.md 5.3; OMU-5 */
static void the_dates_follow_from_the_day_on_which_the_papers_were_complete(void **state)
{
    struct arena a;
    struct answer o;
    struct answer_in in;

    (void)state;
    arena_init(&a);
    const struct policy *p = omu(&a);
    answer_in_init(&in, p, facts_of(p, "attendee.kind=patient", &a), NULL, iso("2026-11-24"));
    policy_answer(&in, &a, &o);
    assert_false(day_known(o.clocks[0].earliest) || day_known(o.clocks[0].latest)
        || day_known(o.reports[0].due));
    in.events[EVENT_DOCUMENTS_COMPLETE] = iso("2026-12-14");
    in.events[EVENT_VISIT] = iso("2027-01-20");
    policy_answer(&in, &a, &o);
    assert_int_equal(day_cmp(o.clocks[0].earliest, iso("2026-12-23")), 0);
    assert_int_equal(day_cmp(o.clocks[0].latest, iso("2027-01-07")), 0);
    assert_int_equal(o.clocks[0].n_skipped, 10);
    assert_true(o.clocks[0].clock->approximate);
    assert_int_equal(day_cmp(o.reports[0].due, iso("2027-01-27")), 0);
    assert_true(strings_have(o.reports[0].report->to, "referrer"));
    arena_fini(&a);
}

static void every_kind_of_material_has_a_destination(void **state)
{
    static const struct {
        const char *kind, *destination;
    } cases[] = { { "referral", "keep" }, { "disc", "visitor" }, { "film", "visitor" },
        { "blood_test", "visitor" }, { "pathology_report", "visitor" },
        { "imaging_report", "visitor" }, { "summary", "visitor" }, { "endoscopy", "visitor" },
        { "other", "visitor" }, { "slide_stained", "lender" }, { "slide_unstained", "lender" },
        { "block", "lender" } };
    struct arena a;

    (void)state;
    arena_init(&a);
    const struct policy *p = omu(&a);
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(policy_material(p, cases[i].kind, facts_new(&a), &a)->destination,
            cases[i].destination);
    assert_null(policy_material(p, "hair", facts_new(&a), &a));
    arena_fini(&a);
}

static void the_steps_have_their_order_and_one_group_of_any_order(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    const struct policy_service *s = policy_service(omu(&a), "in_person");
    assert_int_equal(s->n_steps, 11);
    assert_string_equal(s->steps[0].id, "inquiry");
    assert_string_equal(s->steps[10].id, "close");
    assert_int_equal(service_step(s, "payment"), 7);
    assert_int_equal(service_step(s, "return"), 7);
    assert_int_equal(service_step(s, "report"), 7);
    assert_int_equal(service_step(s, "close"), 10);
    assert_int_equal(service_step(s, "quote"), -1);
    assert_string_equal(service_default_due(s), "booking");
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_may_ask_and_which_papers_they_need),
        cmocka_unit_test(all_is_there_when_the_papers_are),
        cmocka_unit_test(what_is_refused_rerouted_or_asked),
        cmocka_unit_test(an_override_takes_a_rule_out_and_still_shows_it),
        cmocka_unit_test(an_overridden_requester_is_treated_as_allowed),
        cmocka_unit_test(a_reason_that_a_person_picks_is_never_asked),
        cmocka_unit_test(unanswered_refusal_questions_wait_without_making_the_verdict_pending),
        cmocka_unit_test(each_paper_has_its_reason_in_both_languages),
        cmocka_unit_test(a_missing_paper_holds_its_step_and_a_promised_one_does_not),
        cmocka_unit_test(who_turns_18_before_the_visit_is_judged_by_the_visit_day),
        cmocka_unit_test(the_fee_is_33000_yen_with_3000_tax_however_long_the_talk),
        cmocka_unit_test(the_dates_follow_from_the_day_on_which_the_papers_were_complete),
        cmocka_unit_test(every_kind_of_material_has_a_destination),
        cmocka_unit_test(the_steps_have_their_order_and_one_group_of_any_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
