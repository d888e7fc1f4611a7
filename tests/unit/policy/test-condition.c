/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The condition language: policy.md "Conditions". Expected truths follow from its sentences. */
#include "policy_test.h"

#include "policy/condition.h"

static const char POLICY[] = SMALL_POLICY
    "questions:\n"
    "  fever: { title: { ja: 熱, en: Fever } }\n"
    "  weight: { title: { ja: 体重, en: Weight }, type: int }\n"
    "  since: { title: { ja: いつから, en: Since }, type: date }\n"
    "  side: { title: { ja: 左右, en: Side }, type: choice, choices: [ "
    "{ id: left, title: { ja: 左, en: Left } }, { id: right, title: { ja: 右, en: Right } } ] }\n"
    "documents:\n"
    "  - { id: letter, title: { ja: 手紙, en: Letter }, must_state: [ { id: stage, ja: 病期, en: "
    "Stage } ] }\n";

struct truth_case {
    const char *condition, *facts, *expected, *unknown; /* expected: yes, no, unknown */
};

static const struct truth_case CASES[] = {
    /* comparisons of single values */
    { "patient.age >= 18", "patient.age=18", "yes", "" },
    { "patient.age >= 18", "patient.age=17", "no", "" },
    { "patient.age > 18", "patient.age=18", "no", "" },
    { "patient.age < 18", "patient.age=17", "yes", "" },
    { "patient.age <= 17", "patient.age=17", "yes", "" },
    { "patient.age = 40", "patient.age=40", "yes", "" },
    { "patient.age != 40", "patient.age=40", "no", "" },
    { "patient.age in (40, 41)", "patient.age=41", "yes", "" },
    { "patient.age in (40, 41)", "patient.age=42", "no", "" },
    { "patient.age >= 18", "", "unknown", "patient.age" },
    { "service = talk", "service=talk", "yes", "" },
    { "referrer.group != own", "referrer.group=other", "yes", "" },
    { "patient.nationality = JP", "patient.nationality=JP", "yes", "" },
    { "patient.nationality = unclear", "patient.nationality=unclear", "yes", "" },
    { "patient.nationality != JP", "patient.nationality=unclear", "yes", "" },
    { "request.age > 90", "request.age=91", "yes", "" },
    /* a bare fact means = yes; not F is true for no and unclear; F = no excludes unclear */
    { "patient.told", "patient.told=yes", "yes", "" },
    { "patient.told", "patient.told=no", "no", "" },
    { "patient.told", "patient.told=unclear", "no", "" },
    { "not patient.told", "patient.told=no", "yes", "" },
    { "not patient.told", "patient.told=unclear", "yes", "" },
    { "patient.told = no", "patient.told=unclear", "no", "" },
    { "patient.told = unclear", "patient.told=unclear", "yes", "" },
    { "patient.told in (no, unclear)", "patient.told=unclear", "yes", "" },
    { "not patient.told", "", "unknown", "patient.told" },
    /* Kleene: three values */
    { "patient.told and patient.own", "patient.told=no", "no", "" },
    { "patient.told and patient.own", "patient.told=yes", "unknown", "patient.own" },
    { "patient.told and patient.own", "", "unknown", "patient.told patient.own" },
    { "patient.told or patient.own", "patient.own=yes", "yes", "" },
    { "patient.told or patient.own", "patient.own=no", "unknown", "patient.told" },
    { "patient.told or patient.own", "patient.told=no patient.own=no", "no", "" },
    { "not (patient.told and patient.own)", "patient.told=no", "yes", "" },
    { "not (patient.told or patient.own)", "patient.told=no", "unknown", "patient.own" },
    { "not not patient.told", "patient.told=yes", "yes", "" },
    /* precedence: not, and, or; parentheses */
    { "patient.told or patient.own and patient.insured",
        "patient.told=yes patient.own=no patient.insured=no", "yes", "" },
    { "(patient.told or patient.own) and patient.insured",
        "patient.told=yes patient.own=no patient.insured=no", "no", "" },
    { "not patient.told and patient.own", "patient.told=no patient.own=yes", "yes", "" },
    { "not (patient.told and patient.own)", "patient.told=yes patient.own=yes", "no", "" },
    { "( ( patient.told ) )", "patient.told=yes", "yes", "" },
    /* is set is never unknown */
    { "patient.age is set", "", "no", "" },
    { "patient.age is set", "patient.age=3", "yes", "" },
    { "not patient.told is set", "", "yes", "" },
    { "purpose is set", "purpose=", "yes", "" },
    { "attendee.relation is set", "attendee.kind=family", "no", "" },
    { "attendee.relation is set", "attendee.kind=family,family attendee.relation=child,", "yes",
        "" },
    /* several-valued facts: = and in at least one, != none, only all */
    { "purpose = transfer", "purpose=opinion,transfer", "yes", "" },
    { "purpose in (litigation, transfer)", "purpose=opinion,transfer", "yes", "" },
    { "purpose != litigation", "purpose=opinion,transfer", "yes", "" },
    { "purpose != transfer", "purpose=opinion,transfer", "no", "" },
    { "purpose only opinion", "purpose=opinion,transfer", "no", "" },
    { "purpose only (opinion, transfer)", "purpose=opinion,transfer", "yes", "" },
    { "purpose = transfer", "", "unknown", "purpose" },
    { "purpose only opinion", "", "unknown", "purpose" },
    { "purpose = transfer", "purpose=", "no", "" },
    { "purpose only opinion", "purpose=", "no", "" },
    { "purpose in (opinion, other)", "purpose=", "no", "" },
    { "purpose != opinion", "purpose=", "yes", "" },
    /* attendees */
    { "attendee.kind = family", "attendee.kind=patient,family", "yes", "" },
    { "attendee.kind only family", "attendee.kind=patient,family", "no", "" },
    { "attendee.kind only family", "attendee.kind=family,family", "yes", "" },
    { "attendee.kind != physician", "attendee.kind=patient,family", "yes", "" },
    { "attendee.kind = family", "", "unknown", "attendee.kind" },
    { "attendee.kind = patient", "patient.attends=yes", "yes", "" },
    { "attendee.kind only patient", "patient.attends=yes", "yes", "" },
    { "attendee.kind only family", "attendee.kind=family,", "unknown", "attendee.kind" },
    { "attendee.kind only family", "attendee.kind=nonfamily,", "no", "" },
    { "attendee.kind = family", "attendee.kind=family,", "yes", "" },
    { "attendee.relation = spouse", "attendee.kind=patient,family attendee.relation=,spouse", "yes",
        "" },
    { "attendee.relation = spouse", "attendee.kind=patient", "no", "" },
    { "attendee.relation only spouse", "attendee.kind=family", "unknown", "attendee.relation" },
    { "attendee.relation only spouse", "attendee.kind=patient", "no", "" },
    { "attendee.is_carer", "attendee.kind=family,family attendee.is_carer=no,yes", "yes", "" },
    /* order comparisons hold for every attendee but the patient; degrees follow from the relation
     */
    { "attendee.degree <= 2", "attendee.kind=patient,family attendee.relation=,sibling", "yes",
        "" },
    { "attendee.degree <= 1", "attendee.kind=patient,family attendee.relation=,sibling", "no", "" },
    { "attendee.degree <= 1", "attendee.kind=family,family attendee.relation=child,sibling", "no",
        "" },
    { "attendee.degree = 1", "attendee.kind=family,family attendee.relation=child,sibling", "yes",
        "" },
    { "attendee.degree <= 1", "attendee.kind=family,family attendee.relation=child,", "unknown",
        "attendee.degree" },
    { "attendee.degree <= 1", "attendee.kind=family,family attendee.relation=sibling,", "no", "" },
    { "attendee.degree <= 2", "attendee.kind=nonfamily attendee.relation=friend", "no", "" },
    { "attendee.degree = none", "attendee.kind=nonfamily attendee.relation=friend", "yes", "" },
    { "attendee.degree = 0", "attendee.kind=family attendee.relation=spouse", "yes", "" },
    { "attendee.degree <= 3",
        "attendee.kind=family attendee.relation=other_relative attendee.degree=3", "yes", "" },
    { "attendee.degree <= 1", "attendee.kind=patient", "yes", "" },
    { "attendees.count > 3", "attendee.kind=patient,family,family,family", "yes", "" },
    { "attendees.count <= 3", "", "unknown", "attendees.count" },
    { "patient.attends", "attendee.kind=patient,family", "yes", "" },
    { "patient.attends", "attendee.kind=family", "no", "" },
    { "patient.attends", "attendee.kind=family,", "unknown", "patient.attends" },
    /* in written services the applicant stands in */
    { "patient.attends", "format=written applicant.kind=patient", "yes", "" },
    { "attendee.kind = family", "format=written applicant.kind=family", "yes", "" },
    { "patient.attends", "format=written", "unknown", "patient.attends" },
    /* a group is true for every disease in it */
    { "disease = cancer", "disease=lung", "yes", "" },
    { "disease = cancer", "disease=heart", "no", "" },
    { "disease in (cancer, heart)", "disease=heart", "yes", "" },
    { "disease = other", "disease=other", "yes", "" },
    /* school stages are in order (April 1st) */
    { "patient.school_stage <= junior_high", "patient.school_stage=primary", "yes", "" },
    { "patient.school_stage <= junior_high", "patient.school_stage=high", "no", "" },
    /* papers: awaited from the start, never unknown */
    { "doc.letter = awaited", "", "yes", "" },
    { "doc.letter = none", "", "no", "" },
    { "doc.letter = none", "doc.letter=none", "yes", "" },
    { "doc.letter in (received, checked)", "doc.letter=checked", "yes", "" },
    { "doc.letter.stage", "", "no", "" },
    { "doc.letter.stage", "doc.letter.stage=yes", "yes", "" },
    { "materials.count.slide_stained >= 5", "materials.count.slide_stained=5", "yes", "" },
    { "materials.count.disc > 0", "", "unknown", "materials.count.disc" },
    /* the policy's own questions */
    { "q.fever", "q.fever=yes", "yes", "" },
    { "not q.fever", "q.fever=unclear", "yes", "" },
    { "q.fever", "", "unknown", "q.fever" },
    { "q.weight >= 60", "q.weight=60", "yes", "" },
    { "q.weight >= 60", "q.weight=59", "no", "" },
    { "q.weight >= 60", "q.weight=unclear", "no", "" },
    { "q.weight = 0", "q.weight=unclear", "no", "" },
    { "q.weight = unclear", "q.weight=unclear", "yes", "" },
    { "q.weight = 0", "q.weight=0", "yes", "" },
    { "q.since = 2026-01-01", "q.since=unclear", "no", "" },
    { "q.since < 2026-01-01", "q.since=2025-12-31", "yes", "" },
    { "q.since < 2026-01-01", "q.since=2026-01-01", "no", "" },
    { "q.since = 2026-01-01", "q.since=2026-01-01", "yes", "" },
    { "q.side = left", "q.side=left", "yes", "" },
    { "q.side in (left, right)", "q.side=unclear", "no", "" },
};

static const char *truth_word(enum truth t)
{
    return t == TRUTH_YES ? "yes" : t == TRUTH_NO ? "no" : "unknown";
}

static void each_condition_has_the_truth_that_the_language_gives_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        const struct truth_case *c = &CASES[i];
        struct arena a;
        struct diags d;
        struct fact_refs unknown = { 0 };
        struct buf names;
        arena_init(&a);
        const struct policy *p = good_policy(POLICY, &a);
        /* the loader's own vocabulary knows the groups: the condition goes through a file */
        const char *text = arena_printf(&a,
            "%srefusals:\n  - { id: r, when: \"%s\", effect: warn, say: { ja: あ, en: a } }\n",
            POLICY, c->condition);
        diags_init(&d, &a);
        p = policy_load(text, strlen(text), &a, &d);
        if (!p)
            fail_msg("%s: %s", c->condition, diags_as_text(&d, &a));
        enum truth t = condition_eval(
            p->refusals[0].rule.when, facts_of(p, c->facts, &a), &a, &unknown, NULL);
        buf_init(&names, 1000);
        for (size_t k = 0; k < unknown.n; k++)
            buf_printf(&names, "%s%s", k ? " " : "", fact_ref_name(unknown.item[k], &a));
        if (!str_eq(truth_word(t), c->expected))
            fail_msg(
                "%s with [%s] is %s, not %s", c->condition, c->facts, truth_word(t), c->expected);
        if (t == TRUTH_UNKNOWN && !str_eq(names.p, c->unknown))
            fail_msg("%s with [%s] waits for [%s], not [%s]", c->condition, c->facts, names.p,
                c->unknown);
        buf_fini(&names);
        arena_fini(&a);
    }
}

/* "when" stands in line 9, its text begins in column 19 (or 20 behind a quote). */
static const struct {
    const char *condition, *fault;
} FAULTS[] = {
    { "", "1:1: the condition is empty: leave 'when' out instead" },
    { "patient.agee > 3", "1:1: unknown fact 'patient.agee'; did you mean 'patient.age'?" },
    { "weather = fine", "1:1: unknown fact 'weather'" },
    { "patient.age >= eighteen",
        "1:16: 'eighteen' is no value of patient.age; allowed: 0, 1, 2 ..." },
    { "patient.age >= -3", "1:16: '-3' is no value of patient.age; allowed: 0, 1, 2 ..." },
    { "patient.age >=", "1:15: a value is missing at the end of the condition" },
    { "patient.age", "1:12: patient.age is no yes-or-no fact: compare it with a value" },
    { "patient.told > 3", "1:14: patient.told has no order: compare it with = or in" },
    { "patient.told = maybe",
        "1:16: 'maybe' is no value of patient.told; allowed: yes, no, unclear" },
    { "attendee.kind = familly",
        "1:17: 'familly' is no value of attendee.kind; did you mean 'family'?" },
    { "attendee.kind in family", "1:18: after 'in' comes a list: in (a, b)" },
    { "attendee.kind in (family, patient", "1:34: the list is not closed: ')' is missing" },
    { "attendee.kind in (family,)", "1:26: ')' is not a value" },
    { "patient.age only 3", "1:13: 'only' is for facts with several values; patient.age has one" },
    { "patient.told is yes", "1:17: after 'is' only 'set' can follow; values are compared with =" },
    { "patient.told and", "1:17: the condition ends where a fact is expected" },
    { "patient.told and or patient.own", "1:18: 'or' stands where a fact is expected" },
    { "patient.told patient.own",
        "1:14: 'patient.own' is too much: join comparisons with 'and' or 'or'" },
    { "(patient.told", "1:14: ')' is missing" },
    { "patient.told)", "1:13: ')' is too much: join comparisons with 'and' or 'or'" },
    { "患者 = 3", "1:1: '患' stands where a fact is expected" },
    { "patient.told & patient.own", "1:14: '&' is too much: join comparisons with 'and' or 'or'" },
    { "doc.letter = received and doc.leter = none",
        "1:27: unknown fact 'doc.leter'; did you mean 'doc.letter'?" },
    { "doc.letter = lost",
        "1:14: 'lost' is no value of doc.letter; allowed: none, awaited, promised, received, "
        "waived, checked" },
    { "q.fevr", "1:1: unknown fact 'q.fevr'; did you mean 'q.fever'?" },
    { "q.side = up", "1:10: 'up' is no value of q.side" },
    { "q.since < tomorrow", "1:11: 'tomorrow' is no value of q.since; allowed: 2026-04-01" },
    { "disease = lunge", "1:11: 'lunge' is no value of disease; did you mean 'lung'?" },
    { "service = tolk", "1:11: 'tolk' is no value of service; did you mean 'talk'?" },
    { "materials.count.slides > 3", "1:1: unknown fact 'materials.count.slides'" },
    { "patient.nationality = Japan",
        "1:23: 'Japan' is no value of patient.nationality; allowed: JP, CN, US ..., unclear" },
    { "attendee.degree < none", "1:23: order comparisons need a number, not 'none'" },
};

static void each_wrong_condition_is_refused_with_its_place_and_the_nearest_word(void **state)
{
    size_t wrong = 0;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(FAULTS); i++) {
        struct arena a;
        struct diags d;
        arena_init(&a);
        const struct policy *p = good_policy(POLICY, &a);
        struct vocabulary v = policy_vocabulary(p);
        diags_init(&d, &a);
        assert_null(condition_parse(FAULTS[i].condition, &v, 1, 1, "", &d, &a));
        const char *want = arena_printf(&a, "x.yml:%s\n", FAULTS[i].fault);
        if (!str_eq(diags_as_text(&d, &a), want)) {
            print_error("got  %swant %s", diags_as_text(&d, &a), want);
            wrong++;
        }
        arena_fini(&a);
    }
    assert_int_equal(wrong, 0);
}

static void nesting_has_a_limit_and_is_no_crash(void **state)
{
    struct arena a;
    struct diags d;
    char deep[4001];

    (void)state;
    arena_init(&a);
    memset(deep, '(', 4000);
    deep[4000] = '\0';
    diags_init(&d, &a);
    assert_null(condition_parse(deep, NULL, 1, 1, "", &d, &a));
    assert_true(d.n > 0);
    arena_fini(&a);
}

static void the_facts_that_decided_are_named(void **state)
{
    static const struct {
        const char *condition, *facts, *because;
    } cases[] = {
        { "patient.told and patient.own", "patient.told=yes patient.own=no", "patient.own" },
        { "patient.told and patient.own", "patient.told=no", "patient.told" },
        { "patient.told and patient.own", "patient.told=yes patient.own=yes",
            "patient.told patient.own" },
        { "patient.told or patient.own", "patient.told=no patient.own=yes", "patient.own" },
        { "patient.told and patient.own", "patient.told=yes", "" }, /* nothing has decided yet */
        { "patient.told or (patient.own and patient.insured)", "patient.own=no", "" },
        { "not patient.told or patient.age < 3", "patient.told=yes patient.age=9",
            "patient.told patient.age" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct diags d;
        struct fact_refs because = { 0 };
        struct buf names;
        arena_init(&a);
        const struct policy *p = good_policy(POLICY, &a);
        struct vocabulary v = policy_vocabulary(p);
        diags_init(&d, &a);
        struct condition *c = condition_parse(cases[i].condition, &v, 1, 1, "", &d, &a);
        condition_eval(c, facts_of(p, cases[i].facts, &a), &a, NULL, &because);
        buf_init(&names, 1000);
        for (size_t k = 0; k < because.n; k++)
            buf_printf(&names, "%s%s", k ? " " : "", fact_ref_name(because.item[k], &a));
        assert_string_equal(names.p, cases[i].because);
        buf_fini(&names);
        arena_fini(&a);
    }
}

static void typed_facts_are_checked_and_the_nearest_word_is_offered(void **state)
{
    static const struct {
        const char *typed, *message;
    } cases[] = {
        { "patient.age", "'patient.age' is not written as fact=value" },
        { "patient.agge=3", "unknown fact 'patient.agge'; did you mean 'patient.age'?" },
        { "patient.age=old", "'old' is no value of patient.age; allowed: 0, 1, 2 ..." },
        { "patient.age=",
            "the value of patient.age is missing; leave the fact out when it is not known" },
        { "attendee.kind=patient,familie",
            "'familie' is no value of attendee.kind; did you mean 'family'?" },
        { "patient.birth=2026-02-30", "'2026-02-30' is no date: write it as 2026-04-01" },
        { "service=tak", "'tak' is no value of service; did you mean 'talk'?" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct err e = ERR_INIT;
        struct buf m;
        arena_init(&a);
        const struct policy *p = good_policy(POLICY, &a);
        assert_false(facts_set_text(facts_new(&a), p, cases[i].typed, &e));
        buf_init(&m, 1000);
        msg_text(NULL, &e.msg, &m);
        assert_string_equal(m.p, cases[i].message);
        buf_fini(&m);
        arena_fini(&a);
    }
}

/* domain.md: the school year begins on 1 April; a child born on 1 April belongs to the earlier
 * year. */
static void school_stages_follow_the_april_rule(void **state)
{
    static const struct {
        const char *birth, *at, *stage;
    } cases[] = {
        { "2020-04-01", "2026-03-31", "none" },
        { "2020-04-01", "2026-04-01", "primary" },
        { "2020-04-02", "2026-04-01", "none" },
        { "2020-04-02", "2027-04-01", "primary" },
        { "2014-04-01", "2026-04-01", "junior_high" },
        { "2014-04-02", "2026-04-01", "primary" },
        { "2011-04-01", "2026-04-01", "high" },
        { "2011-04-02", "2027-03-31", "junior_high" },
        { "2008-04-01", "2026-04-01", "after" },
        { "2008-04-02", "2027-03-31", "high" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(school_stage(iso(cases[i].birth), iso(cases[i].at)), cases[i].stage);
}

static void a_copy_of_facts_grows_apart_from_its_original(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    struct facts *f = facts_new(&a), *copy;
    facts_add(f, FACT_PURPOSE, "opinion");
    facts_set_doc(f, "letter", ATTENDEE_ALL, DOC_RECEIVED);
    copy = facts_copy(f, &a);
    facts_add(copy, FACT_PURPOSE, "transfer");
    facts_add(f, FACT_PURPOSE, "other");
    facts_set_doc(copy, "letter", ATTENDEE_ALL, DOC_NONE);
    struct fact_values v = facts_values(f, (struct fact_ref){ FACT_PURPOSE, NULL, NULL }, &a);
    assert_int_equal(v.n, 2);
    assert_string_equal(v.item[1].word, "other");
    v = facts_values(copy, (struct fact_ref){ FACT_PURPOSE, NULL, NULL }, &a);
    assert_string_equal(v.item[1].word, "transfer");
    assert_int_equal(facts_doc(f, "letter", ATTENDEE_ALL), DOC_RECEIVED);
    arena_fini(&a);
}

static void a_paper_of_several_people_has_the_worst_of_their_states(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    struct facts *f = facts_new(&a);
    int patient
        = facts_add_attendee(f, &(struct attendee_facts){ "patient", NULL, KINSHIP_UNKNOWN, NULL });
    int wife = facts_add_attendee(
        f, &(struct attendee_facts){ "family", "spouse", KINSHIP_UNKNOWN, NULL });
    int son = facts_add_attendee(
        f, &(struct attendee_facts){ "family", "child", KINSHIP_UNKNOWN, NULL });
    struct fact_ref identity = { FACT_DOC, "identity", NULL };
    assert_string_equal(facts_text(f, identity, &a), "awaited");
    facts_set_doc(f, "identity", wife, DOC_CHECKED);
    assert_string_equal(facts_text(f, identity, &a), "awaited");
    facts_set_doc(f, "identity", son, DOC_RECEIVED);
    assert_string_equal(facts_text(f, identity, &a), "received");
    facts_set_doc(f, "identity", son, DOC_NONE);
    assert_string_equal(facts_text(f, identity, &a), "none");
    assert_int_equal(facts_doc(f, "identity", patient), DOC_AWAITED);
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_condition_has_the_truth_that_the_language_gives_it),
        cmocka_unit_test(each_wrong_condition_is_refused_with_its_place_and_the_nearest_word),
        cmocka_unit_test(nesting_has_a_limit_and_is_no_crash),
        cmocka_unit_test(the_facts_that_decided_are_named),
        cmocka_unit_test(typed_facts_are_checked_and_the_nearest_word_is_offered),
        cmocka_unit_test(school_stages_follow_the_april_rule),
        cmocka_unit_test(a_copy_of_facts_grows_apart_from_its_original),
        cmocka_unit_test(a_paper_of_several_people_has_the_worst_of_their_states),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
