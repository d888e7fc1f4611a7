/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "desk/call.h"
#include "desk/case_view.h"
#include "desk/request.h"
#include "desk/specialist.h"
#include "tests/desk/fixture.h"

static void a_request_is_numbered_judged_and_found(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f), found = 0;
    struct case_view v;

    fixture_fine(desk_case_view(f->desk, id, true, &f->arena, &v, &f->err), &f->err);
    assert_int_equal(v.c.year, 2026);
    assert_int_equal(v.c.number, 1);
    assert_string_equal(v.c.patient.name, "髙﨑 花子"); /* U+9AD9 U+FA11 as written */
    assert_string_equal(v.c.institution_name, "堺東病院");
    assert_true(case_step_done(&v.c, "request"));
    assert_true(case_step_done(&v.c, "requester"));
    assert_string_equal(v.c.next_action, "papers");
    assert_int_equal(v.j.answer.price.total.v, 33000); /* OMU-15 */
    fixture_fine(desk_case_find(f->desk, "２６－１", &found, &f->err), &f->err);
    assert_int_equal(found, id);
}

static void the_same_form_sent_twice_is_one_request(void **state)
{
    struct fixture *f = *state;
    struct request_draft draft;
    struct person_found *people;
    int64_t first = 0, second = 0;
    size_t n;

    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c.patient.name = "𠮷田 一郎";
    fixture_fine(desk_request_take(f->desk, &draft, &first, &f->err), &f->err);
    fixture_fine(desk_request_take(f->desk, &draft, &second, &f->err), &f->err);
    assert_int_equal(first, second);
    fixture_fine(desk_person_search(f->desk, "吉田", 9, &f->arena, &people, &n, &f->err), &f->err);
    assert_int_equal(n, 1);
}

static void people_are_found_by_any_spelling(void **state)
{
    static const char *const typed[] = { "高崎", "髙﨑", "タカサキ", "たかさ", "ﾀｶｻｷ", "0901234", "S40.3.8", "1965-03-08" };
    struct fixture *f = *state;
    struct person_found *people;
    size_t n;

    fixture_request(f);
    for (size_t i = 0; i < COUNT_OF(typed); i++) {
        fixture_fine(desk_person_search(f->desk, typed[i], 9, &f->arena, &people, &n, &f->err), &f->err);
        if (n != 1)
            print_message("# %s finds %zu\n", typed[i], n);
        assert_int_equal(n, 1);
        assert_string_equal(people[0].number, "26-0001");
    }
}

static void a_stale_edit_keeps_what_the_other_clerk_stored(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct case_view v;
    struct field_change *changes;
    size_t n;

    fixture_fine(desk_case_view(f->desk, id, false, &f->arena, &v, &f->err), &f->err);
    struct request_draft mine = { .c = v.c }, other = { .c = v.c };
    other.c.diagnosis = "胃がん";
    mine.c.diagnosis = "肺がん";
    fixture_log_in(f->desk, "clerk");
    fixture_at(f, "2026-11-24", 10, 41);
    fixture_fine(desk_request_edit(f->desk, &other, &f->err), &f->err);
    fixture_log_in(f->desk, "all");
    fixture_at(f, "2026-11-24", 10, 50); /* a call changes nothing that she typed: it is not named */
    struct call_draft call = { .request = id, .what = "papers", .channel = "phone", .whom = "", .result = "", .note = "",
        .next_on = fixture_day("2026-11-30"), .next_min = -1 };
    int64_t call_id;
    fixture_fine(desk_call_plan(f->desk, &call, &call_id, &f->err), &f->err);
    fixture_at(f, "2026-11-25", 9, 5);
    assert_false(desk_request_edit(f->desk, &mine, &f->err));
    assert_int_equal(f->err.kind, ERR_STALE);
    assert_string_equal(f->err.msg.arg[0], "西川");
    assert_non_null(strstr(f->err.msg.arg[1], "10:41"));
    assert_string_not_equal(f->err.msg.arg[1], "10:41"); /* yesterday: with its day */
    err_clear(&f->err);
    fixture_fine(desk_request_history(f->desk, &v.c, &f->arena, &changes, &n, &f->err), &f->err);
    assert_int_equal(n, 1);
    assert_string_equal(changes[0].field, "diagnosis");
    assert_string_equal(changes[0].became, "胃がん");
}

/* Each field corrected alone: it is stored, and the history says what it was. */
static void one_corrected_field_of_the_patient_is_kept(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct case_view v = fixture_view(f, id);
    struct person *p = &v.c.patient;
    const struct {
        const char **at, *field, *became;
    } fields[] = { { &p->patient_no, "patient_no", "07654321" }, { &p->name, "name", "髙﨑 華子" },
        { &p->kana, "kana", "タカザキ ハナコ" }, { &p->romaji, "romaji", "Takasaki Hanako" }, { &p->sex, "sex", "male" },
        { &p->postal, "postal", "545-0051" }, { &p->address, "address", "大阪市阿倍野区旭町1-5-7" },
        { &p->phone, "phone", "06-6645-2000" }, { &p->phone2, "phone2", "090-1111-2222" },
        { &p->email, "email", "hanako@example.jp" }, { &p->nationality, "nationality", "ブラジル" },
        { &p->interpreter, "interpreter", "ポルトガル語" } };

    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        struct field_change *changes;
        size_t n;
        *fields[i].at = fields[i].became;
        fixture_fine(desk_request_edit(f->desk, &(struct request_draft){ .c = v.c }, &f->err), &f->err);
        v = fixture_view(f, id); /* the pointers above stay: v is the same object */
        if (!str_eq(*fields[i].at, fields[i].became))
            fail_msg("%s is %s", fields[i].field, *fields[i].at);
        fixture_fine(desk_request_history(f->desk, &v.c, &f->arena, &changes, &n, &f->err), &f->err);
        assert_int_equal(n, i + 1);
        bool told = false;
        for (size_t k = 0; k < n; k++)
            told |= str_eq(changes[k].field, fields[i].field) && str_eq(changes[k].became, fields[i].became);
        if (!told)
            fail_msg("the history does not tell of %s", fields[i].field);
    }
}

static void a_my_number_in_the_memo_is_held(void **state)
{
    struct fixture *f = *state;
    struct request_draft draft;
    int64_t id = 0;

    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c.patient.name = "山田 太郎";
    draft.c.memo = "番号 123456789018"; /* check digit: domain page 3.2 */
    assert_false(desk_request_take(f->desk, &draft, &id, &f->err));
    assert_string_equal(f->err.field, "memo");
    err_clear(&f->err);
    draft.other_number = true;
    fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
}

static void a_my_number_is_held_in_every_field_of_words(void **state)
{
    struct fixture *f = *state;
    static const char words[] = "番号 123456789018"; /* check digit: domain page 3.2 */
    struct request_draft draft;
    int64_t id = 0;

    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c.patient.name = "山田 太郎";
    const struct {
        const char **at, *field;
    } fields[] = { { &draft.c.patient.name, "name" }, { &draft.c.patient.address, "address" },
        { &draft.c.diagnosis, "diagnosis" }, { &draft.c.condition, "condition" }, { &draft.c.questions, "questions" },
        { &draft.c.wishes, "wishes" }, { &draft.c.bad_days, "bad_days" }, { &draft.c.call_hours, "call_hours" },
        { &draft.c.careful_why, "careful_why" }, { &draft.c.other_name, "other_name" } };
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        const char *kept = *fields[i].at;
        *fields[i].at = words;
        assert_false(desk_request_take(f->desk, &draft, &id, &f->err));
        assert_string_equal(f->err.field, fields[i].field);
        err_clear(&f->err);
        *fields[i].at = kept;
    }
    draft.c.patient.phone = "123456789018"; /* typed fields are exempt: counter page, "Numbers" */
    fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
}

static void what_is_no_number_and_no_address_is_refused_at_its_field(void **state)
{
    struct fixture *f = *state;
    struct request_draft draft;
    int64_t id = 0;

    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c.patient.name = "山田 太郎";
    const struct {
        const char **at, *field, *bad, *good;
    } rows[] = { { &draft.c.patient.phone, "phone", "でんわ", "０６－６６４５－２８５７" },
        { &draft.c.patient.phone2, "phone2", "night only", "+81 6-6645-2857" },
        { &draft.c.other_phone, "other_phone", "---", "(06) 6645-2857 内線 12" },
        { &draft.c.institution_phone, "institution_phone", "?", "072" },
        { &draft.c.patient.email, "email", "no mail", "tanaka@example.jp" },
        { &draft.c.patient.email, "email", "@example.jp", "" },
        { &draft.c.patient.patient_no, "patient_no", "!!!!", "" },
        { &draft.c.patient.patient_no, "patient_no", "01234567$4m", "A-0123" },
        { &draft.c.patient.name, "name", "山田😀太郎", "葛\U000E0100城 𠮷﨑" } };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        *rows[i].at = rows[i].bad;
        assert_false(desk_request_take(f->desk, &draft, &id, &f->err));
        assert_string_equal(f->err.field, rows[i].field);
        err_clear(&f->err);
        *rows[i].at = rows[i].good;
    }
    fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
}

/* What is answered at the page stands on the form, and the form can correct it. */
static void an_answer_is_kept_where_the_form_shows_it(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);
    struct case_view v;

    fixture_fine(desk_request_answer(f->desk, id, "referrer.agrees", "no", &f->err), &f->err);
    v = fixture_view(f, id);
    assert_string_equal(v.c.referrer_agrees, "no");
    assert_int_equal(v.j.answer.verdict, VERDICT_REFUSE);
    struct request_draft draft = { .c = v.c };
    draft.c.referrer_agrees = "yes";
    fixture_fine(desk_request_edit(f->desk, &draft, &f->err), &f->err);
    v = fixture_view(f, id);
    assert_int_not_equal(v.j.answer.verdict, VERDICT_REFUSE);
    fixture_fine(desk_request_answer(f->desk, id, "patient.attends", "no", &f->err), &f->err);
    assert_string_equal(fixture_view(f, id).c.patient_attends, "no");
}

static void a_word_that_answers_nothing_is_refused(void **state)
{
    struct fixture *f = *state;
    int64_t id = fixture_request(f);

    assert_false(desk_request_answer(f->desk, id, "purpose", "yes", &f->err));
    assert_int_equal(f->err.kind, ERR_INPUT);
    err_clear(&f->err);
    assert_int_equal(fixture_view(f, id).c.n_facts, 0);
}

static void who_may_not_is_refused_and_recorded(void **state)
{
    struct fixture *f = *state;
    struct request_draft draft;
    int64_t id = 0;

    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c.patient.name = "山田 太郎";
    fixture_log_in(f->desk, "auditor");
    assert_false(desk_request_take(f->desk, &draft, &id, &f->err));
    assert_int_equal(f->err.kind, ERR_DENIED);
    err_clear(&f->err);
    assert_false(fixture_sql(f, "INSERT INTO audit SELECT * FROM audit WHERE verb = 'denied' AND object = 'take'", NULL));
}

/* Whoever keeps a judgement looks whether it was made with this calendar; whoever holds one may go on reading it. */
static void a_changed_calendar_is_another_one_and_the_old_one_stays(void **state)
{
    struct fixture *f = *state;
    day checked = fixture_day("2026-12-10");
    int booked = 0;
    const struct calendar *before = desk_calendar(f->desk, &f->err);
    struct desk *other = fixture_second_desk(f);

    assert_non_null(before);
    fixture_fine(desk_closure_put(other, checked, "停電点検", "Power check", &booked, &f->err), &f->err);
    assert_true(desk_changed(f->desk));
    const struct calendar *after = desk_calendar(f->desk, &f->err);
    assert_ptr_not_equal(after, before);
    assert_true(calendar_open(before, NULL, checked));
    assert_false(calendar_open(after, NULL, checked));
    fixture_fine(desk_closure_remove(other, checked, &f->err), &f->err);
    assert_true(desk_changed(f->desk));
    assert_true(calendar_open(desk_calendar(f->desk, &f->err), NULL, checked));
    desk_close(other);
}

/* Most of what others store is no day: then nothing that was judged has to be judged again. */
static void a_calendar_stays_the_same_while_its_days_do(void **state)
{
    struct fixture *f = *state;
    const struct calendar *before = desk_calendar(f->desk, &f->err);
    struct desk *other = fixture_second_desk(f);

    const struct calendar *theirs = desk_calendar(other, &f->err);
    fixture_request(f);
    assert_true(desk_changed(other));
    assert_ptr_equal(desk_calendar(other, &f->err), theirs);
    assert_ptr_equal(desk_calendar(f->desk, &f->err), before);
    desk_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_request_is_numbered_judged_and_found),
        FIXTURE_TEST(the_same_form_sent_twice_is_one_request),
        FIXTURE_TEST(people_are_found_by_any_spelling),
        FIXTURE_TEST(a_stale_edit_keeps_what_the_other_clerk_stored),
        FIXTURE_TEST(one_corrected_field_of_the_patient_is_kept),
        FIXTURE_TEST(a_my_number_in_the_memo_is_held),
        FIXTURE_TEST(a_my_number_is_held_in_every_field_of_words),
        FIXTURE_TEST(what_is_no_number_and_no_address_is_refused_at_its_field),
        FIXTURE_TEST(an_answer_is_kept_where_the_form_shows_it),
        FIXTURE_TEST(a_word_that_answers_nothing_is_refused),
        FIXTURE_TEST(who_may_not_is_refused_and_recorded),
        FIXTURE_TEST(a_changed_calendar_is_another_one_and_the_old_one_stays),
        FIXTURE_TEST(a_calendar_stays_the_same_while_its_days_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
