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

static bool refused(struct fixture *f, bool ok, const char *field)
{
    bool named = !ok && str_eq(f->err.field, field);

    if (!named)
        print_message("# %s: field %s: %s\n", ok ? "done" : "refused", f->err.field, f->err.msg.id);
    err_clear(&f->err);
    return named;
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
    assert_true(refused(f, desk_consent_save(f->desk, &form, &f->err), "received_on"));
    form.received_on = fixture_day("2026-11-25");
    assert_true(refused(f, desk_consent_save(f->desk, &form, &f->err), "received_on")); /* tomorrow */
    form.received_on = fixture_day("2026-11-24");
    form.signer = "written_for";
    form.writer = "渡邉 由美";
    assert_true(refused(f, desk_consent_save(f->desk, &form, &f->err), "why_not_self"));
    form.why_not_self = "右手が動かない";
    form.writer = "";
    assert_true(refused(f, desk_consent_save(f->desk, &form, &f->err), "writer"));
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
    assert_true(refused(f, desk_consent_withdraw(f->desk, id, paper, fixture_day("2026-11-25"), &f->err), "withdrawn_on"));
    assert_true(refused(f, desk_consent_withdraw(f->desk, id, paper, DAY_NONE, &f->err), "withdrawn_on"));
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
    assert_true(refused(f, desk_requester_save(f->desk, &draft, &f->err), "patient_attends"));
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
    assert_string_equal(v.c.materials[1].place, "lender");
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
    struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = items, .n = 3 };
    struct buf text;

    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    fixture_fine(desk_material_undo(f->desk, id, v.c.materials[2].id, "持ち帰られた", &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_equal(v.c.n_materials, 2);
    assert_int_equal(case_pieces_here(&v.c), 2);
    struct move_draft one = { .request = id, .material = v.c.materials[0].id, .place = "visitor", .pieces = 1, .how = "hand",
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

/* 後日持参 (counter page 5): the day is today or later. */
static void a_paper_is_promised_for_today_or_later(void **state)
{
    struct fixture *f = *state;
    struct paper_draft p = { .request = fixture_request(f), .paper = { .doc = "referral", .state = "promised",
                                 .promised_on = fixture_day("2026-11-23"), .received_on = DAY_NONE, .dated = DAY_NONE } };

    assert_true(refused(f, desk_paper_record(f->desk, &p, &f->err), "promised_on"));
    p.paper.promised_on = DAY_NONE;
    assert_true(refused(f, desk_paper_record(f->desk, &p, &f->err), "promised_on"));
    p.paper.promised_on = fixture_day("2026-11-24");
    fixture_fine(desk_paper_record(f->desk, &p, &f->err), &f->err);
    struct case_view v = fixture_view(f, p.request);
    assert_string_equal(case_paper(&v.c, "referral")->state, "promised");
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
    struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = items, .n = 2 };

    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    struct move_draft one = { .request = id, .material = v.c.materials[1].id, .place = "visitor", .pieces = 3, .how = "hand",
        .tracking = "", .signed_by = "" };
    assert_true(refused(f, desk_material_move(f->desk, &one, NULL, &f->err), "pieces"));
    one.pieces = 1;
    fixture_fine(desk_material_move(f->desk, &one, NULL, &f->err), &f->err);
    one.pieces = 2; /* one is left */
    assert_true(refused(f, desk_material_move(f->desk, &one, NULL, &f->err), "pieces"));
    assert_true(refused(f, desk_material_undo(f->desk, id, one.material, "間違い", &f->err), "material"));
    fixture_fine(desk_materials_return(f->desk, id, "hand", "", "髙﨑 花子", NULL, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_string_equal(v.c.materials[0].place, "kept");
    assert_string_equal(v.c.materials[1].place, "visitor");
    assert_int_equal(case_pieces_here(&v.c), 0);
    assert_true(refused(f, desk_materials_return(f->desk, id, "hand", "", "", NULL, &f->err), "material"));
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
        struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = items, .n = 2 };
        struct buf text;
        fixture_write(f, arena_printf(&f->arena, "UPDATE person SET address = '%s'", cases[i].visitor));
        fixture_write(f, arena_printf(&f->arena, "UPDATE institution SET address = '%s'", cases[i].lender));
        fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
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
    struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = items, .n = 1 };

    fixture_write(f, arena_printf(&f->arena, "UPDATE person SET address = '%s'", addresses[1]));
    fixture_write(f, arena_printf(&f->arena, "UPDATE institution SET address = '%s'", addresses[2]));
    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    struct case_view v = fixture_view(f, id);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct move_draft one = { .request = id, .material = v.c.materials[0].id, .place = cases[i].place, .pieces = 1,
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

static void papers_complete_the_step_and_start_the_clock(void **state)
{
    static const char *const docs[] = { "request_form", "referral" };
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };
    struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = &disc, .n = 1 };

    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    for (size_t i = 0; i < COUNT_OF(docs); i++) {
        struct paper_draft p = { .request = id, .paper = { .doc = docs[i], .state = "received", .promised_on = DAY_NONE,
                                                   .received_on = desk_today(f->desk), .dated = DAY_NONE } };
        fixture_fine(desk_paper_record(f->desk, &p, &f->err), &f->err);
    }
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
    struct materials_draft draft = { .request = id, .received_on = desk_today(f->desk), .item = &disc, .n = 1 };

    fixture_fine(desk_requester_save(f->desk, &who, &f->err), &f->err);
    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    for (size_t i = 0; i < COUNT_OF(docs); i++) {
        assert_false(day_known(fixture_view(f, id).c.complete_on));
        struct paper_draft p = { .request = id, .paper = { .doc = docs[i], .state = "received", .promised_on = DAY_NONE,
                                                   .received_on = desk_today(f->desk), .dated = DAY_NONE } };
        fixture_fine(desk_paper_record(f->desk, &p, &f->err), &f->err);
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
        FIXTURE_TEST(materials_get_custody_numbers_and_a_receipt),
        FIXTURE_TEST(the_records_came_on_the_day_that_was_entered),
        FIXTURE_TEST(a_slip_names_what_went_back_on_its_day),
        FIXTURE_TEST(a_paper_is_promised_for_today_or_later),
        FIXTURE_TEST(pieces_go_where_they_belong_and_no_more_than_are_here),
        FIXTURE_TEST(what_is_posted_back_has_a_label_to_each_address_that_is_known),
        FIXTURE_TEST(one_piece_that_is_posted_has_the_label_to_where_it_goes),
        FIXTURE_TEST(papers_complete_the_step_and_start_the_clock),
        FIXTURE_TEST(the_clock_runs_from_the_papers_that_the_department_needs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
