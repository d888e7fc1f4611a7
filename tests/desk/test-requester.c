/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "desk/paper_desk.h"
#include "desk/papers.h"
#include "desk/requester.h"
#include "tests/desk/fixture.h"

static void save_family(struct fixture *f, int64_t id)
{
    struct case_view v = fixture_view(f, id);
    struct requester_draft draft = { .request = id, .rev = v.c.rev, .applicant_kind = "family",
        .applicant_name = "渡邉 由美", .patient_attends = "no", .patient_capable = "yes", .n_attendees = 1 };

    draft.attendees[0] = (struct attendee){ .kind = "family", .name = "渡邉 由美", .relation = "child" };
    fixture_fine(desk_requester_save(f->desk, &draft, &f->err), &f->err);
}

static const struct answer_document *doc_of(const struct case_view *v, const char *id)
{
    for (size_t i = 0; i < v->j.answer.n_documents; i++)
        if (str_eq(v->j.answer.documents[i].doc->rule.id, id)
            || str_eq(v->j.answer.documents[i].doc->serves, id))
            return &v->j.answer.documents[i];
    return NULL;
}

/* OMU-25 to 27: family without the patient needs consent, identity and relationship. */
static void family_without_the_patient_needs_consent_and_papers(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    save_family(f, id);
    struct case_view v = fixture_view(f, id);
    const struct answer_document *consent = doc_of(&v, "consent");
    assert_non_null(consent);
    assert_int_equal(consent->need, PAPER_NEEDED);
    assert_true(consent->missing);

    struct consent_draft form = { .request = id, .issued_on = desk_today(f->desk), .issued_how = "counter",
        .received_on = DAY_NONE, .signed_on = DAY_NONE };
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    v = fixture_view(f, id);
    form = (struct consent_draft){ .request = id, .id = v.c.consents[0].id, .rev = v.c.consents[0].rev,
        .issued_on = DAY_NONE, .received_on = desk_today(f->desk), .signed_on = DAY_NONE, .verified = true };
    assert_false(desk_consent_save(f->desk, &form, &f->err)); /* nobody signed */
    assert_string_equal(f->err.field, "signer");
    err_clear(&f->err);
    form.signer = "patient";
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(doc_of(&v, "consent")->state, DOC_CHECKED);
    assert_false(doc_of(&v, "consent")->missing);
}

/* Two clerks at one form: the second stores nothing over what the first stored since she read it. */
static void who_read_the_form_before_another_stored_is_held(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct consent_draft form = { .request = id, .issued_on = desk_today(f->desk), .issued_how = "counter",
        .received_on = DAY_NONE, .signed_on = DAY_NONE };

    save_family(f, id);
    struct case_view read = fixture_view(f, id);
    struct requester_draft mine = { .request = id, .rev = read.c.rev, .applicant_kind = "family", .applicant_name = "渡邉 由美",
        .patient_attends = "yes", .patient_capable = "yes", .attendees = { read.c.attendees[0] }, .n_attendees = 1 };
    struct requester_draft other = mine;
    other.patient_capable = "no";
    fixture_fine(desk_requester_save(f->desk, &other, &f->err), &f->err);
    assert_false(desk_requester_save(f->desk, &mine, &f->err));
    assert_int_equal(f->err.kind, ERR_STALE);
    err_clear(&f->err);
    assert_string_equal(fixture_view(f, id).c.patient_capable, "no");
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    read = fixture_view(f, id);
    form = (struct consent_draft){ .request = id, .id = read.c.consents[0].id, .rev = read.c.consents[0].rev,
        .issued_on = DAY_NONE, .received_on = desk_today(f->desk), .signer = "patient", .signed_on = DAY_NONE };
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    form.signer = "legal_representative";
    assert_false(desk_consent_save(f->desk, &form, &f->err));
    assert_int_equal(f->err.kind, ERR_STALE);
    err_clear(&f->err);
    assert_string_equal(fixture_view(f, id).c.consents[0].signer, "patient");
}

/* Each field corrected alone: the wrong sister is called otherwise. */
static void one_corrected_field_of_who_comes_is_kept(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    save_family(f, id);
    for (int i = 0; i < 5; i++) {
        struct case_view v = fixture_view(f, id);
        struct requester_draft draft = { .request = id, .rev = v.c.rev, .applicant_kind = "family", .applicant_name = "渡邉 由美",
            .patient_attends = "no", .patient_capable = "yes", .attendees = { v.c.attendees[0] }, .n_attendees = 1 };
        struct attendee *x = &draft.attendees[0];
        const char **field = (const char **[]){ &x->name, &x->kana, &x->relation, &x->phone, &x->kind }[i];
        const char *became = (const char *[]){ "渡邉 由紀", "ワタナベ ユキ", "sibling", "090-1234-0000", "nonfamily" }[i];
        *field = became;
        fixture_fine(desk_requester_save(f->desk, &draft, &f->err), &f->err);
        v = fixture_view(f, id);
        assert_int_equal(v.c.n_attendees, 1);
        x = &v.c.attendees[0];
        assert_string_equal(((const char *[]){ x->name, x->kana, x->relation, x->phone, x->kind })[i], became);
    }
}

/* Item 12: signer, date, and when it was written for the patient the reason and who wrote it. */
static void a_consent_is_verified_only_when_it_is_here_and_says_who_wrote_it(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct consent_draft form = { .request = id, .issued_on = DAY_NONE, .received_on = DAY_NONE, .signer = "patient",
        .signed_on = DAY_NONE, .verified = true };

    save_family(f, id);
    assert_true(fixture_refused(f, desk_consent_save(f->desk, &form, &f->err), "received_on"));
    form.received_on = fixture_day("2026-11-25");
    assert_true(fixture_refused(f, desk_consent_save(f->desk, &form, &f->err), "received_on")); /* tomorrow */
    form.received_on = fixture_day("2026-11-24");
    form.signer = "written_for";
    form.writer = "渡邉 由美";
    assert_true(fixture_refused(f, desk_consent_save(f->desk, &form, &f->err), "why_not_self"));
    form.why_not_self = "右手が動かない";
    form.writer = "";
    assert_true(fixture_refused(f, desk_consent_save(f->desk, &form, &f->err), "writer"));
    form.writer = "渡邉 由美";
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_string_equal(case_consent(&v.c)->why_not_self, "右手が動かない");
    assert_string_equal(case_consent(&v.c)->writer, "渡邉 由美");
}

/* Each stage is by whom it was: the clerk who gave the form out, the one who verified it. */
static void a_consent_keeps_who_gave_it_out_and_who_verified_it(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct consent_draft form = { .request = id, .issued_on = fixture_day("2026-11-24"), .issued_how = "counter",
        .received_on = DAY_NONE, .signed_on = DAY_NONE };

    save_family(f, id);
    fixture_log_in(f->desk, "clerk");
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    fixture_log_in(f->desk, "booking");
    form.id = v.c.consents[0].id;
    form.rev = v.c.consents[0].rev;
    form.received_on = fixture_day("2026-11-24");
    form.signer = "patient";
    form.verified = true;
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_string_equal(v.c.consents[0].issued_by_name, "西川");
    assert_string_equal(v.c.consents[0].verified_by_name, "佐藤");
    assert_true(v.c.consents[0].verified_at.s == desk_instant(f->desk).s);
}

/* Withdrawn is withdrawn now: with a day to come the paper would hold no longer although it still should. */
static void a_consent_is_withdrawn_today_or_earlier_never_for_a_day_to_come(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct consent_draft form = { .request = id, .issued_on = fixture_day("2026-11-20"), .issued_how = "counter",
        .received_on = fixture_day("2026-11-20"), .signer = "patient", .signed_on = fixture_day("2026-11-20"), .verified = true };

    save_family(f, id);
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    int64_t paper = v.c.consents[0].id;
    assert_true(fixture_refused(f, desk_consent_withdraw(f->desk, id, paper, fixture_day("2026-11-25"), &f->err), "withdrawn_on"));
    assert_true(fixture_refused(f, desk_consent_withdraw(f->desk, id, paper, DAY_NONE, &f->err), "withdrawn_on"));
    v = fixture_view(f, id);
    assert_false(day_known(v.c.consents[0].withdrawn_on));
    assert_false(doc_of(&v, "consent")->missing);
    fixture_fine(desk_consent_withdraw(f->desk, id, paper, fixture_day("2026-11-23"), &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(v.c.consents[0].withdrawn_on.n, fixture_day("2026-11-23").n);
    assert_true(doc_of(&v, "consent")->missing);
}

static void the_patient_is_not_listed_among_those_who_come_and_absent_at_once(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct case_view v = fixture_view(f, id);
    struct requester_draft draft = { .request = id, .rev = v.c.rev, .applicant_kind = "patient", .applicant_name = "",
        .patient_attends = "no", .patient_capable = "yes", .n_attendees = 1 };

    draft.attendees[0] = (struct attendee){ .kind = "patient", .name = "髙﨑 花子" };
    assert_true(fixture_refused(f, desk_requester_save(f->desk, &draft, &f->err), "patient_attends"));
    draft.patient_attends = "yes";
    fixture_fine(desk_requester_save(f->desk, &draft, &f->err), &f->err);
}

static void a_relation_alone_can_be_corrected(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    save_family(f, id);
    struct case_view v = fixture_view(f, id);
    struct requester_draft draft = { .request = id, .rev = v.c.rev, .applicant_kind = "family",
        .applicant_name = "渡邉 由美", .patient_attends = "no", .patient_capable = "yes", .n_attendees = 1 };
    draft.attendees[0] = v.c.attendees[0];
    draft.attendees[0].relation = "spouse";
    fixture_fine(desk_requester_save(f->desk, &draft, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(v.c.n_attendees, 1);
    assert_string_equal(v.c.attendees[0].relation, "spouse");
}

static void a_paper_counts_on_the_last_day_that_it_is_valid(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct proof_draft seen = { .request = id, .of = "identity", .kind = "passport", .issued = DAY_NONE,
        .expires = fixture_day("2026-11-24") };

    fixture_fine(desk_proof_see(f->desk, &seen, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    assert_int_equal(v.c.n_proofs, 1);
}

static void an_expired_paper_is_not_taken(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct proof_draft seen = { .request = id, .of = "identity", .kind = "passport", .issued = DAY_NONE };

    day_parse_iso("2026-11-23", &seen.expires);
    assert_false(desk_proof_see(f->desk, &seen, &f->err));
    assert_string_equal(f->err.field, "expires");
    err_clear(&f->err);
    seen = (struct proof_draft){ .request = id, .of = "parental_authority", .kind = "maternal_handbook",
        .issued = DAY_NONE, .expires = DAY_NONE };
    assert_false(desk_proof_see(f->desk, &seen, &f->err));
    assert_string_equal(f->err.field, "kind");
    err_clear(&f->err);
}

/* 後日持参 (counter page 5): the day is today or later. */
static void a_paper_is_promised_for_today_or_later(void **state)
{
    struct fixture *f = *state;
    struct paper_draft p = { .request = fixture_request(f), .paper = { .doc = "referral", .state = "promised",
                                 .promised_on = fixture_day("2026-11-23"), .received_on = DAY_NONE, .dated = DAY_NONE } };

    assert_true(fixture_refused(f, desk_paper_record(f->desk, &p, &f->err), "promised_on"));
    p.paper.promised_on = DAY_NONE;
    assert_true(fixture_refused(f, desk_paper_record(f->desk, &p, &f->err), "promised_on"));
    p.paper.promised_on = fixture_day("2026-11-24");
    fixture_fine(desk_paper_record(f->desk, &p, &f->err), &f->err);
    struct case_view v = fixture_view(f, p.request);
    assert_string_equal(case_paper(&v.c, "referral")->state, "promised");
}

static void papers_complete_the_step_and_start_the_clock(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    fixture_papers(f, id);
    struct case_view v = fixture_view(f, id);
    assert_true(case_step_done(&v.c, "papers"));
    assert_true(day_known(v.c.complete_on));
    assert_string_equal(v.c.next_action, "review");
    /* 7 and 14 open days after 2026-11-24: domain page 5.3 */
    char earliest[DAY_TEXT], latest[DAY_TEXT];
    day_iso(v.j.answer.clocks[0].earliest, earliest);
    day_iso(v.j.answer.clocks[0].latest, latest);
    assert_string_equal(earliest, "2026-12-03");
    assert_string_equal(latest, "2026-12-14");
}

/* The consent form of a family is due before the booking, the records before the department is asked: it can be
 * asked, and the days run, although the consent form is still on its way. */
static void the_clock_runs_from_the_papers_that_the_department_needs(void **state)
{
    static const char *const docs[] = { "request_form", "referral" };
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct case_view v = fixture_view(f, id);
    struct requester_draft who = { .request = id, .rev = v.c.rev, .applicant_kind = "family", .applicant_name = "",
        .patient_attends = "no", .patient_capable = "yes",
        .attendees = { { .kind = "family", .name = "", .relation = "spouse" } }, .n_attendees = 1 };

    fixture_fine(desk_requester_save(f->desk, &who, &f->err), &f->err);
    fixture_take_in(f, id, &disc, 1);
    for (size_t i = 0; i < COUNT_OF(docs); i++) {
        assert_false(day_known(fixture_view(f, id).c.complete_on));
        fixture_paper(f, id, docs[i]);
    }
    v = fixture_view(f, id);
    assert_null(case_consent(&v.c));
    assert_int_equal(v.c.complete_on.n, desk_today(f->desk).n);
    fixture_at(f, "2026-11-30", 9, 0); /* the form comes later: the day stays */
    struct consent_draft form = { .request = id, .issued_on = DAY_NONE, .received_on = desk_today(f->desk),
        .signer = "patient", .signed_on = DAY_NONE, .verified = true };
    fixture_fine(desk_consent_save(f->desk, &form, &f->err), &f->err);
    assert_int_equal(fixture_view(f, id).c.complete_on.n, fixture_day("2026-11-24").n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(family_without_the_patient_needs_consent_and_papers),
        FIXTURE_TEST(who_read_the_form_before_another_stored_is_held),
        FIXTURE_TEST(one_corrected_field_of_who_comes_is_kept),
        FIXTURE_TEST(a_consent_is_verified_only_when_it_is_here_and_says_who_wrote_it),
        FIXTURE_TEST(a_consent_keeps_who_gave_it_out_and_who_verified_it),
        FIXTURE_TEST(a_consent_is_withdrawn_today_or_earlier_never_for_a_day_to_come),
        FIXTURE_TEST(the_patient_is_not_listed_among_those_who_come_and_absent_at_once),
        FIXTURE_TEST(a_relation_alone_can_be_corrected),
        FIXTURE_TEST(a_paper_counts_on_the_last_day_that_it_is_valid),
        FIXTURE_TEST(an_expired_paper_is_not_taken),
        FIXTURE_TEST(a_paper_is_promised_for_today_or_later),
        FIXTURE_TEST(papers_complete_the_step_and_start_the_clock),
        FIXTURE_TEST(the_clock_runs_from_the_papers_that_the_department_needs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
