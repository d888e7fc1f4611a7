/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inquiries and forms: what is stored, what follows, what is refused (OMU-8, OMU-10, OMU-28; counter.md 1).
 * Expected numbers come from the published rules of the hospital. */
#include "tests/check.h"
#include "tests/desk/fixture.h"

#include <sqlite3.h>
#include <unistd.h>

#include "desk/after.h"
#include "desk/forms.h"
#include "desk/inquiry.h"
#include "desk/paper_desk.h"
#include "store/db.h"
#include "desk/act.h"
#include "sys/file.h"
#include "sys/log.h"

static struct inquiry_draft fresh(struct fixture *f)
{
    struct inquiry_draft draft;

    fixture_fine(desk_inquiry_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.x.via = "phone";
    draft.x.who = "family";
    draft.x.matter = "wants";
    return draft;
}

static struct inquiry_done record(struct fixture *f, const struct inquiry_draft *draft)
{
    struct inquiry_done done;

    fixture_fine(desk_inquiry_record(f->desk, draft, &done, &f->err), &f->err);
    return done;
}

/* --- inquiries */

/* A quick log of a call holds what it was about or what was promised (counter.md 1: who, matter, what was told, what
 * next); who called may stay unknown. */
static void an_inquiry_that_says_nothing_is_not_stored(void **state)
{
    struct fixture *f = *state;
    struct inquiry_done done;

    for (int i = 0; i < 4; i++) {
        struct inquiry_draft draft;
        struct err e = ERR_INIT;
        fixture_fine(desk_inquiry_new(f->desk, &f->arena, &draft, &f->err), &f->err);
        draft.x.via = i > 0 ? "phone" : "";
        draft.x.who = i > 1 ? "family" : "";
        draft.x.next = i == 3 ? "request" : i == 2 ? "done" : "";
        assert_false(desk_inquiry_record(f->desk, &draft, &done, &e));
        assert_string_equal(e.field, "matter");
    }
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM inquiry"), 0);
}

static void one_thing_that_says_what_it_is_about_is_enough(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < 6; i++) {
        struct inquiry_draft draft;
        fixture_fine(desk_inquiry_new(f->desk, &f->arena, &draft, &f->err), &f->err);
        *(const char **[]){ &draft.x.matter, &draft.x.memo, &draft.x.illness, &draft.x.screening.litigation, &draft.x.told,
            &draft.x.next }[i] = (const char *[]){ "fee", "駐車場の場所", "胃がん", "yes", "1", "call_back" }[i];
        record(f, &draft);
    }
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM inquiry WHERE name = ''"), 6);
}

static void an_inquiry_of_one_digit_is_stored_as_it_is(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft;
    struct inquiry x;

    fixture_fine(desk_inquiry_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.x.matter = "fee";
    struct inquiry_done done = record(f, &draft);
    fixture_fine(desk_inquiry_load(f->desk, done.id, &f->arena, &x, &f->err), &f->err);
    assert_true(x.done); /* nothing was promised */
    assert_string_equal(x.memo, "");
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM audit WHERE verb = 'inquiry'"), 1);
}

static void what_was_typed_comes_back_as_typed(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);
    struct inquiry x;

    draft.x.name = "葛󠄀城 由美"; /* 葛 + U+E0100 */
    draft.x.kana = "カツラギ ユミ";
    draft.x.phone = "０９０-1234-5678";
    draft.x.screening = (struct screening){ "yes", "no", "no", "yes", "no" };
    draft.x.told = "1357";
    draft.x.illness = "胃がん";
    draft.x.memo = "母の病気。\"来週\" 入院";
    draft.x.next = "will_come";
    draft.x.due = fixture_day("2026-11-26");
    struct inquiry_done done = record(f, &draft);
    fixture_fine(desk_inquiry_load(f->desk, done.id, &f->arena, &x, &f->err), &f->err);
    assert_string_equal(x.name, draft.x.name);
    assert_string_equal(x.screening.doctor_told, "yes");
    assert_string_equal(x.screening.minor, "no");
    assert_string_equal(x.told, "1357");
    assert_string_equal(x.memo, draft.x.memo);
    assert_false(x.done);
    assert_int_equal(x.due.n, fixture_day("2026-11-26").n);
}

static void the_same_key_records_once(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);

    draft.x.next = "call_back";
    struct inquiry_done first = record(f, &draft), again = record(f, &draft);
    assert_int_equal(first.id, again.id);
    assert_true(again.repeated);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM call"), 1);
}

static void calling_back_plans_a_call_for_the_promised_day(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);

    draft.x.next = "call_back";
    draft.x.due = fixture_day("2026-11-25");
    struct inquiry_done done = record(f, &draft);
    assert_true(done.call > 0);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM call WHERE inquiry = 1 AND due = '2026-11-25' AND what = 'call_back'"), 1);
    assert_int_equal(done.forms.n, 0);
}

static void sending_forms_prints_the_set_of_three_at_once(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);

    draft.x.next = "send_forms";
    draft.x.phone = "06-1234-5678";
    draft.x.address = "大阪市阿倍野区旭町1-5-7";
    struct inquiry_done done = record(f, &draft);
    assert_int_equal(done.forms.n, 4); /* request form, consent form, guide, address label */
    assert_true(done.forms.printed);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM print WHERE object = 'inquiry' AND printed_at IS NOT NULL"), 4);
    /* 14 days after Tuesday 24 November is Tuesday 8 December, an open day. */
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM call WHERE what = 'papers' AND due = '2026-12-08'"), 1);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM inquiry WHERE done_at IS NOT NULL"), 1);
}

static void forms_promised_for_later_wait_for_their_day(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);

    draft.x.next = "send_forms";
    draft.x.due = fixture_day("2026-11-25");
    struct inquiry_done done = record(f, &draft);
    assert_int_equal(done.forms.n, 0);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM inquiry WHERE done_at IS NULL"), 1);
}

static void a_my_number_in_the_memo_is_held_until_it_is_said_to_be_another(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);
    struct inquiry_done done;
    struct err e = ERR_INIT;

    draft.x.memo = "番号 123456789018"; /* passes the check digit of My Numbers */
    assert_false(desk_inquiry_record(f->desk, &draft, &done, &e));
    assert_string_equal(e.field, "memo");
    draft.other_number = true;
    record(f, &draft);
}

static void a_promise_for_a_past_day_is_refused(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);
    struct inquiry_done done;
    struct err e = ERR_INIT;

    draft.x.next = "call_back";
    draft.x.due = fixture_day("2026-11-23");
    assert_false(desk_inquiry_record(f->desk, &draft, &done, &e));
    assert_string_equal(e.field, "due");
}

static void the_cashier_may_not_record_inquiries(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);
    struct inquiry_done done;
    struct err e = ERR_INIT;

    fixture_log_in(f->desk, "cashier");
    assert_false(desk_inquiry_record(f->desk, &draft, &done, &e));
    assert_int_equal(e.kind, ERR_DENIED);
}

static void an_inquiry_that_somebody_else_changed_is_not_overwritten(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f), mine;
    struct err e = ERR_INIT;
    struct inquiry_done done = record(f, &draft);

    mine = draft;
    fixture_fine(desk_inquiry_load(f->desk, done.id, &f->arena, &mine.x, &f->err), &f->err);
    fixture_fine(desk_inquiry_edit(f->desk, &mine, &f->err), &f->err);
    assert_false(desk_inquiry_edit(f->desk, &mine, &e));
    assert_int_equal(e.kind, ERR_STALE);
}

/* --- what the rules say: sentences of data/policies/omu.yml */

static struct inquiry_help help(struct fixture *f, struct screening s)
{
    struct inquiry x;
    struct inquiry_help h;

    inquiry_empty(&x);
    x.screening = s;
    fixture_fine(desk_inquiry_help(f->desk, &x, &f->arena, &h, &f->err), &f->err);
    return h;
}

static void each_answer_that_meets_a_rule_brings_its_sentence(void **state)
{
    struct fixture *f = *state;
    const struct {
        struct screening s;
        const char *rule, *words;
    } cases[] = {
        { { "", "", "", "", "" }, "", NULL },
        { { "yes", "no", "no", "yes", "no" }, "", NULL },
        { { "", "yes", "", "", "" }, "transfer", "初診のご予約をご案内します" },
        { { "", "", "yes", "", "" }, "litigation", "訴訟に関するご相談は、セカンドオピニオン外来ではお受けしておりません" },
        { { "no", "", "", "", "" }, "doctor_not_told", "主治医の先生に" },
        { { "", "", "", "no", "" }, "patient_unwilling", "希望されていない場合" },
        { { "", "", "", "", "yes" }, "minor_else", "親権者の方とご一緒に" },
        { { "no", "yes", "yes", "", "" }, "litigation", "訴訟" }, /* the strongest speaks */
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct inquiry_help h = help(f, cases[i].s);
        assert_string_equal(h.rule, cases[i].rule);
        if (cases[i].words)
            assert_non_null(strstr(h.say.ja, cases[i].words));
        else
            assert_null(h.say.ja);
    }
}

static void what_is_told_comes_from_the_policy(void **state)
{
    struct fixture *f = *state;
    struct inquiry_help h = help(f, (struct screening){ "", "", "", "", "" });

    assert_int_equal(h.n_told, INQUIRY_TOLD);
    assert_string_equal(h.told[0].text.arg[0], "33,000"); /* OMU-15 */
    assert_string_equal(h.told[0].text.arg[1], "60");
    assert_string_equal(h.told[4].text.arg[0], "7"); /* OMU-33 */
    assert_string_equal(h.told[4].text.arg[1], "14");
    assert_string_equal(h.told[6].text.arg[0], "09:00"); /* OMU-34 */
    assert_string_equal(h.told[6].text.arg[1], "16:45");
}

/* --- it becomes a request */

static void a_request_takes_over_all_that_the_inquiry_knows(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);
    struct request_draft request;
    struct err e = ERR_INIT;
    int64_t id;

    draft.x.name = "渡邉 由美";
    draft.x.phone = "090-1234-5678";
    draft.x.voicemail = "no";
    draft.x.screening = (struct screening){ "no", "no", "no", "yes", "" };
    draft.x.illness = "肺がん";
    draft.x.decide_by = "12/20";
    draft.x.memo = "夕方に電話";
    draft.x.lang = LANG_EN;
    draft.x.next = "call_back";
    struct inquiry_done done = record(f, &draft);
    fixture_fine(desk_request_from_inquiry(f->desk, done.id, &f->arena, &request, &f->err), &f->err);
    assert_string_equal(request.c.other_name, "渡邉 由美");
    assert_string_equal(request.c.applicant_name, "渡邉 由美");
    assert_string_equal(request.c.applicant_kind, "family");
    assert_string_equal(request.c.other_phone, "090-1234-5678");
    assert_string_equal(request.c.other_voicemail, "no");
    assert_string_equal(request.c.purposes, "opinion");
    assert_string_equal(request.c.referrer_agrees, "unclear");
    assert_string_equal(request.c.patient_agrees, "yes");
    assert_string_equal(request.c.diagnosis, "肺がん");
    assert_int_equal(request.c.treatment_from.n, fixture_day("2026-12-20").n);
    assert_string_equal(request.c.memo, "夕方に電話");
    assert_int_equal(request.c.lang, LANG_EN);
    request.c.patient.name = "渡邉 光子";
    fixture_fine(desk_request_take(f->desk, &request, &id, &f->err), &f->err);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM inquiry WHERE request = 1 AND done_at IS NOT NULL"), 1);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM call WHERE request = 1"), 1); /* the promise goes on */
    assert_false(desk_request_from_inquiry(f->desk, done.id, &f->arena, &request, &e));
}

/* "Not told yet" is neither consent nor refusal: that is still to be asked. */
static void who_was_not_told_has_neither_agreed_nor_refused(void **state)
{
    static const struct {
        const char *told, *agrees;
    } cases[] = { { "", "" }, { "yes", "yes" }, { "no", "unclear" }, { "unclear", "unclear" } };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct inquiry_draft draft = fresh(f);
        struct request_draft request;
        draft.x.screening = (struct screening){ .doctor_told = cases[i].told, .patient_knows = cases[i].told,
            .transfer = "", .litigation = "", .minor = "" };
        struct inquiry_done done = record(f, &draft);
        fixture_fine(desk_request_from_inquiry(f->desk, done.id, &f->arena, &request, &f->err), &f->err);
        assert_string_equal(request.c.referrer_agrees, cases[i].agrees);
        assert_string_equal(request.c.patient_agrees, cases[i].agrees);
    }
}

static void a_patient_who_calls_is_the_patient_of_the_request(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);
    struct request_draft request;

    draft.x.who = "patient";
    draft.x.name = "髙﨑 花子";
    draft.x.kana = "タカサキ ハナコ";
    draft.x.phone = "06-1111-2222";
    draft.x.address = "大阪市阿倍野区旭町1-5-7";
    draft.x.call_hours = "平日の夕方";
    draft.x.voicemail = "no"; /* the family must not hear it */
    draft.x.name_hospital = "no";
    struct inquiry_done done = record(f, &draft);
    fixture_fine(desk_request_from_inquiry(f->desk, done.id, &f->arena, &request, &f->err), &f->err);
    assert_string_equal(request.c.patient.name, "髙﨑 花子");
    assert_string_equal(request.c.patient.phone, "06-1111-2222");
    assert_string_equal(request.c.patient.kana, "タカサキ ハナコ");
    assert_string_equal(request.c.patient.address, "大阪市阿倍野区旭町1-5-7");
    assert_string_equal(request.c.call_hours, "平日の夕方");
    assert_string_equal(request.c.patient_voicemail, "no");
    assert_string_equal(request.c.patient_name_hospital, "no");
    assert_string_equal(request.c.patient_agrees, "yes");
    assert_string_equal(request.c.other_name, "");
}

/* --- inquiries of before */

static void inquiries_are_found_by_name_in_any_spelling_and_by_number(void **state)
{
    struct fixture *f = *state;
    static const char *const typed[] = { "髙﨑", "高崎", "タカサキ", "たかさき", "ﾀｶｻｷ", "0612", "０６-12" };
    struct inquiry_draft draft = fresh(f);
    struct inquiry *rows;
    size_t n;

    draft.x.name = "髙﨑 花子";
    draft.x.kana = "タカサキ ハナコ";
    draft.x.phone = "06-1234-5678";
    record(f, &draft);
    for (size_t i = 0; i < COUNT_OF(typed); i++) {
        fixture_fine(desk_inquiries(f->desk, typed[i], 0, &f->arena, &rows, &n, &f->err), &f->err);
        assert_int_equal(n, 1);
    }
    fixture_fine(desk_inquiries(f->desk, "佐藤", 0, &f->arena, &rows, &n, &f->err), &f->err);
    assert_int_equal(n, 0);
}

static void inquiries_older_than_the_term_without_a_request_are_listed_for_deletion(void **state)
{
    struct fixture *f = *state;
    struct inquiry_draft draft = fresh(f);
    struct inquiry *rows;
    size_t n;

    record(f, &draft);
    fixture_at(f, "2027-02-22", 10, 0); /* 90 days later */
    fixture_fine(desk_inquiries_old(f->desk, &f->arena, &rows, &n, &f->err), &f->err);
    assert_int_equal(n, 0);
    fixture_at(f, "2027-02-23", 10, 0);
    fixture_fine(desk_inquiries_old(f->desk, &f->arena, &rows, &n, &f->err), &f->err);
    assert_int_equal(n, 1);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM inquiry"), 1); /* only listed */
}

/* --- forms */

static void forms_for_a_request_issue_the_consent_once_and_remind(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct forms_draft draft = { .request = fixture_request(f), .set = "all", .how = "counter", .lang = LANG_EN,
        .remind_on = fixture_day("2026-12-08") };

    fixture_fine(desk_forms_hand_out(f->desk, &draft, &done, &f->err), &f->err);
    assert_int_equal(done.n, 3);
    assert_true(done.printed);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM consent WHERE issued_on = '2026-11-24' AND issued_how = 'counter'"), 1);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM call WHERE due = '2026-12-08'"), 1);
    fixture_fine(desk_forms_hand_out(f->desk, &draft, &done, &f->err), &f->err);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM consent"), 1);
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM print WHERE lang = 'en' AND printed_at IS NOT NULL"), 6);
}

/* Where care is needed nothing goes to the household by itself; after a death nothing goes at all; whoever handed the
 * request in is reminded. */
static void forms_go_to_nobody_who_must_not_get_them(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;

    for (int careful = 0; careful < 2; careful++) {
        struct request_draft draft;
        int64_t id;
        fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
        draft.c.patient.name = "森本 恵子";
        draft.c.patient.address = "大阪市阿倍野区旭町1-5-7";
        draft.c.applicant_kind = "family";
        draft.c.applicant_name = "森本 由美";
        draft.c.careful = careful;
        draft.c.careful_why = careful ? "未告知" : "";
        fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
        struct forms_draft forms = { .request = id, .set = "guide", .how = "post", .lang = LANG_JA,
            .remind_on = fixture_day("2026-12-08") };
        fixture_fine(desk_forms_hand_out(f->desk, &forms, &done, &f->err), &f->err);
        assert_int_equal(done.n, careful ? 1 : 2); /* the label */
        assert_string_equal(fixture_view(f, id).c.calls[0].whom, "森本 由美");
        fixture_fine(desk_request_end(f->desk, id, "deceased", "ご家族から電話", &f->err), &f->err);
        assert_false(desk_forms_hand_out(f->desk, &forms, &done, &f->err));
        assert_int_equal(f->err.kind, ERR_RULE);
        err_clear(&f->err);
    }
}

static void one_form_alone_is_printed_alone(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct forms_draft draft = { .request = fixture_request(f), .set = "guide", .how = "post", .lang = LANG_JA,
        .remind_on = DAY_NONE };

    fixture_fine(desk_forms_hand_out(f->desk, &draft, &done, &f->err), &f->err);
    assert_int_equal(done.n, 1); /* no address is known: no label */
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM consent"), 0);
}

static void a_form_that_did_not_print_is_a_thing_to_do(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct print_job *jobs;
    size_t n;
    struct desk *broken;
    struct forms_draft draft = { .request = fixture_request(f), .set = "guide", .how = "counter", .lang = LANG_JA,
        .remind_on = DAY_NONE };

    fixture_fine(desk_open(&(struct desk_options){ .path = f->path, .clock = &f->clock, .terminal = "t",
                               .printer = "file:/nowhere/at/all" },
                     &broken, &f->err),
        &f->err);
    fixture_log_in(broken, "clerk");
    fixture_fine(desk_forms_hand_out(broken, &draft, &done, &f->err), &f->err);
    assert_false(done.printed);
    desk_close(broken);
    fixture_fine(desk_prints_waiting(f->desk, &f->arena, &jobs, &n, &f->err), &f->err);
    assert_int_equal(n, 1);
    fixture_fine(desk_print_now(f->desk, jobs[0].id, &f->err), &f->err);
    fixture_fine(desk_prints_waiting(f->desk, &f->arena, &jobs, &n, &f->err), &f->err);
    assert_int_equal(n, 0);
}

static bool at_once(void *arg, const char *holder)
{
    (void)arg;
    (void)holder;
    return false; /* Esc */
}

/* Refusals are no trouble; what was not stored and not printed is, and whose it was is nobody's business here. */
static void trouble_is_noted_in_the_log_without_a_name(void **state)
{
    struct fixture *f = *state;
    struct forms_done done;
    struct forms_draft draft = { .request = fixture_request(f), .set = "guide", .how = "counter", .lang = LANG_JA,
        .remind_on = DAY_NONE };
    struct log log = LOG_CLOSED;
    struct desk *d = NULL;
    sqlite3 *other;
    const char *text;
    size_t n;

    const char *path = log_path(f->path, &f->arena);
    fixture_fine(log_open(&log, path, &f->clock, &f->err)
            && desk_open(&(struct desk_options){ .path = f->path, .clock = &f->clock, .terminal = "t", .log = &log,
                             .printer = "file:/nowhere/at/all", .wait = at_once },
                &d, &f->err),
        &f->err);
    fixture_log_in(d, "clerk");
    fixture_fine(desk_forms_hand_out(d, &draft, &done, &f->err), &f->err);
    draft.set = "no such set";
    assert_false(desk_forms_hand_out(d, &draft, &done, &f->err));
    err_clear(&f->err);
    draft.set = "guide";
    assert_int_equal(sqlite3_open(f->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_false(desk_forms_hand_out(d, &draft, &done, &f->err));
    assert_int_equal(f->err.kind, ERR_BUSY);
    sqlite3_close(other);
    desk_close(d);
    log_close(&log);
    err_clear(&f->err);
    fixture_fine(file_read(path, 4096, &f->arena, &text, &n, &f->err), &f->err);
    const char *expected = arena_printf(&f->arena,
        "2026-11-24T01:00:00Z %ld not_printed print 1 5\n2026-11-24T01:00:00Z %ld not_stored hand_out 0 3\n",
        (long)getpid(), (long)getpid());
    assert_string_equal(text, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(trouble_is_noted_in_the_log_without_a_name),
        FIXTURE_TEST(an_inquiry_that_says_nothing_is_not_stored),
        FIXTURE_TEST(one_thing_that_says_what_it_is_about_is_enough),
        FIXTURE_TEST(an_inquiry_of_one_digit_is_stored_as_it_is),
        FIXTURE_TEST(what_was_typed_comes_back_as_typed),
        FIXTURE_TEST(the_same_key_records_once),
        FIXTURE_TEST(calling_back_plans_a_call_for_the_promised_day),
        FIXTURE_TEST(sending_forms_prints_the_set_of_three_at_once),
        FIXTURE_TEST(forms_promised_for_later_wait_for_their_day),
        FIXTURE_TEST(a_my_number_in_the_memo_is_held_until_it_is_said_to_be_another),
        FIXTURE_TEST(a_promise_for_a_past_day_is_refused),
        FIXTURE_TEST(the_cashier_may_not_record_inquiries),
        FIXTURE_TEST(an_inquiry_that_somebody_else_changed_is_not_overwritten),
        FIXTURE_TEST(each_answer_that_meets_a_rule_brings_its_sentence),
        FIXTURE_TEST(what_is_told_comes_from_the_policy),
        FIXTURE_TEST(a_request_takes_over_all_that_the_inquiry_knows),
        FIXTURE_TEST(who_was_not_told_has_neither_agreed_nor_refused),
        FIXTURE_TEST(a_patient_who_calls_is_the_patient_of_the_request),
        FIXTURE_TEST(inquiries_are_found_by_name_in_any_spelling_and_by_number),
        FIXTURE_TEST(inquiries_older_than_the_term_without_a_request_are_listed_for_deletion),
        FIXTURE_TEST(forms_for_a_request_issue_the_consent_once_and_remind),
        FIXTURE_TEST(forms_go_to_nobody_who_must_not_get_them),
        FIXTURE_TEST(one_form_alone_is_printed_alone),
        FIXTURE_TEST(a_form_that_did_not_print_is_a_thing_to_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
