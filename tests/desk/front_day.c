/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/desk/front_day.h"

#include "tests/check.h"

#include "desk/booking.h"
#include "desk/call.h"
#include "desk/inquiry.h"
#include "desk/note.h"
#include "desk/paper_desk.h"
#include "desk/papers.h"
#include "desk/requester.h"
#include "desk/review.h"
#include "desk/specialist.h"
#include "desk/visit.h"

#define DO(call) fixture_fine((call), &day_->f.err)

struct patient {
    const char *name, *kana, *sex, *birth, *no, *interpreter;
    const char *relation; /* who comes instead or as well; NULL = nobody */
    const char *attends;
};

static int64_t take(struct front_day *day_, const struct patient *p)
{
    struct request_draft draft;
    struct case_view v;
    int64_t id = 0;

    DO(desk_request_new(day_->f.desk, &day_->f.arena, &draft, &day_->f.err));
    draft.c.patient.name = p->name;
    draft.c.patient.kana = p->kana;
    draft.c.patient.sex = p->sex;
    draft.c.patient.birth = fixture_day(p->birth);
    draft.c.patient.patient_no = str_or(p->no, "");
    draft.c.patient.interpreter = str_or(p->interpreter, "");
    draft.c.disease = "cancer";
    draft.c.purposes = "opinion";
    draft.c.told = draft.c.patient_agrees = draft.c.referrer_agrees = "yes";
    DO(desk_request_take(day_->f.desk, &draft, &id, &day_->f.err));
    DO(desk_case_view(day_->f.desk, id, false, &day_->f.arena, &v, &day_->f.err));
    struct requester_draft who = { .request = id, .rev = v.c.rev, .applicant_kind = p->relation ? "family" : "patient",
        .applicant_name = "", .patient_attends = p->attends, .patient_capable = "yes" };
    if (p->relation)
        who.attendees[who.n_attendees++] = (struct attendee){ .kind = "family", .name = "", .relation = p->relation };
    DO(desk_requester_save(day_->f.desk, &who, &day_->f.err));
    return id;
}

static void papers(struct front_day *day_, int64_t id, const char *owner)
{
    const struct material_draft discs = { .kind = "disc", .what = "CT", .owner = owner, .pieces = 2 };

    fixture_take_in(&day_->f, id, &discs, 1);
    fixture_paper(&day_->f, id, "request_form");
    fixture_paper(&day_->f, id, "referral"); /* the materials count as the records */
}

static void send(struct front_day *day_, int64_t id)
{
    DO(desk_review_send(day_->f.desk, id, "any", NULL, &day_->f.err));
}

static void accept(struct front_day *day_, int64_t id, int64_t specialist)
{
    struct case_view v;

    DO(desk_case_view(day_->f.desk, id, false, &day_->f.arena, &v, &day_->f.err));
    struct review_answer x = { .request = id, .rev = case_review(&v.c)->rev, .answered_on = desk_today(day_->f.desk),
        .verdict = "accepted", .specialist = specialist, .dates = "", .code = "", .reason = "", .more = "",
        .more_by = DAY_NONE };
    DO(desk_review_answer(day_->f.desk, &x, &day_->f.err));
}

static void book(struct front_day *day_, int64_t id, int64_t specialist, const char *on, int start, int64_t room)
{
    static const char *const keys[] = { "k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10", "k11" };
    struct booking_draft x = { .request = id, .op_key = keys[id], .told_how = "phone", .outside = true,
        .at = { .specialist = specialist, .day = fixture_day(on), .start_min = start, .minutes = 60, .room = room,
            .place = room ? "" : "相談室2", .come_min = -1 } };
    int64_t appointment;

    DO(desk_book(day_->f.desk, &x, &appointment, NULL, &day_->f.err));
}

static int64_t booked(struct front_day *day_, const struct patient *p, int64_t specialist, const char *on, int start)
{
    int64_t id = take(day_, p);

    papers(day_, id, "visitor");
    send(day_, id);
    accept(day_, id, specialist);
    book(day_, id, specialist, on, start, 0);
    return id;
}

static void check_in(struct front_day *day_, int64_t id)
{
    int call;

    DO(desk_check_in(day_->f.desk, &(struct check_in_draft){ .request = id, .patient_came = true, .said = true }, &call,
        NULL, &day_->f.err));
}

static void consent_there(struct front_day *day_, int64_t id)
{
    DO(desk_consent_save(day_->f.desk,
        &(struct consent_draft){ .request = id, .issued_on = fixture_day("2026-11-10"), .issued_how = "counter",
            .received_on = fixture_day("2026-11-12"), .signer = "patient", .signed_on = fixture_day("2026-11-11"), .verified = true },
        &day_->f.err));
    DO(desk_proof_see(day_->f.desk,
        &(struct proof_draft){ .request = id, .of = "relationship", .kind = "family_register", .shown_by = "妻",
            .issued = DAY_NONE, .expires = DAY_NONE },
        &day_->f.err));
}

static void specialists(struct front_day *day_)
{
    DO(desk_specialist_save(day_->f.desk,
        &(struct specialist){ .name = "森", .kana = "モリ", .name_en = "Mori", .department = "any", .active = true },
        &day_->mori, &day_->f.err));
    DO(desk_specialist_save(day_->f.desk,
        &(struct specialist){ .name = "大西", .kana = "オオニシ", .name_en = "Ohnishi", .department = "any", .active = true },
        &day_->ohnishi, &day_->f.err));
    DO(desk_room_save(day_->f.desk,
        &(struct room){ .name = "相談室1", .name_en = "Room 1", .floor = "2階B", .floor_en = "2F B", .active = true },
        &day_->room, &day_->f.err));
}

/* The visit of 17 November: its fee, its report and two discs are still open. */
static void visit_of_last_week(struct front_day *day_)
{
    fixture_at(&day_->f, "2026-11-10", 9, 30);
    day_->sasaki = booked(day_, &(struct patient){ "佐々木 健", "ササキ ケン", "male", "1960-05-02", "1004", NULL, NULL, "yes" },
        day_->mori, "2026-11-17", 14 * 60);
    fixture_at(&day_->f, "2026-11-17", 13, 45);
    check_in(day_, day_->sasaki);
    fixture_at(&day_->f, "2026-11-17", 14, 0);
    DO(desk_visit_start(day_->f.desk, day_->sasaki, &day_->f.err));
    fixture_at(&day_->f, "2026-11-17", 14, 50);
    DO(desk_visit_end(day_->f.desk, day_->sasaki, &day_->f.err));
}

static void visits_of_today(struct front_day *day_)
{
    fixture_at(&day_->f, "2026-11-12", 10, 0);
    day_->takasaki = booked(day_,
        &(struct patient){ "髙﨑 花子", "タカサキ ハナコ", "female", "1965-03-08", "1001", NULL, "spouse", "yes" },
        day_->mori, "2026-11-24", 10 * 60 + 30);
    day_->nguyen = booked(day_,
        &(struct patient){ "グエン ラン", "グエン ラン", "female", "1981-02-03", "1002", "英語", NULL, "yes" },
        day_->ohnishi, "2026-11-24", 13 * 60 + 30);
    day_->yoshida = take(day_,
        &(struct patient){ "𠮷田 一郎", "ヨシダ イチロウ", "male", "1957-01-01", "1003", NULL, "spouse", "no" });
    papers(day_, day_->yoshida, "visitor");
    consent_there(day_, day_->yoshida);
    send(day_, day_->yoshida);
    accept(day_, day_->yoshida, day_->ohnishi);
    book(day_, day_->yoshida, day_->ohnishi, "2026-11-24", 15 * 60, day_->room);
    day_->yoshida_tomorrow = booked(day_,
        &(struct patient){ "吉田 和子", "ヨシダ カズコ", "female", "1950-07-07", "1005", NULL, NULL, "yes" },
        day_->mori, "2026-11-25", 10 * 60);
}

/* Papers missing: 渡邉 (daughter alone: consent form and proof of the relationship), 斎藤 (no referral letter). */
static void open_requests(struct front_day *day_)
{
    fixture_at(&day_->f, "2026-11-12", 14, 0);
    day_->saito = take(day_, &(struct patient){ "斎藤 実", "サイトウ ミノル", "male", "1945-06-01", NULL, NULL, NULL, "yes" });
    fixture_paper(&day_->f, day_->saito, "request_form");
    fixture_paper(&day_->f, day_->saito, "records");
    fixture_at(&day_->f, "2026-11-18", 9, 30);
    day_->watanabe = take(day_,
        &(struct patient){ "渡邉 光子", "ワタナベ ミツコ", "female", "1952-03-08", NULL, NULL, "child", "no" });
    papers(day_, day_->watanabe, "visitor");
    day_->morimoto = take(day_,
        &(struct patient){ "森本 恵子", "モリモト ケイコ", "female", "1965-01-01", "1006", NULL, NULL, "yes" });
    papers(day_, day_->morimoto, "visitor");
    send(day_, day_->morimoto); /* six days ago */
    day_->hayashi = take(day_,
        &(struct patient){ "林 次郎", "ハヤシ ジロウ", "male", "1970-01-01", "1007", NULL, NULL, "yes" });
    papers(day_, day_->hayashi, "visitor");
    send(day_, day_->hayashi);
    fixture_at(&day_->f, "2026-11-20", 9, 30);
    accept(day_, day_->hayashi, day_->mori); /* four days ago */
}

/* 渡邉: nobody there on 20 November, again today at 11:00. One inquiry is to be called back today. */
static void calls(struct front_day *day_)
{
    struct forms_done done;
    struct inquiry_draft draft;
    struct inquiry_done stored;
    struct call_draft x = { .request = day_->watanabe, .what = "papers", .channel = "phone", .whom = "長女", .result = "away",
        .note = "", .next_on = fixture_day("2026-11-24"), .next_min = 11 * 60 };

    DO(desk_call_record(day_->f.desk, &x, &done, &day_->f.err));
    fixture_at(&day_->f, "2026-11-24", 9, 30);
    DO(desk_inquiry_new(day_->f.desk, &day_->f.arena, &draft, &day_->f.err));
    draft.x.via = "phone";
    draft.x.who = "family";
    draft.x.matter = "fee";
    draft.x.next = "call_back";
    draft.x.name = "葛󠄀城 由美";
    draft.x.kana = "カツラギ ユミ";
    draft.x.phone = "06-6645-2000";
    DO(desk_inquiry_record(day_->f.desk, &draft, &stored, &day_->f.err));
    day_->inquiry = stored.id;
}

static void notes(struct front_day *day_)
{
    int64_t id;

    DO(desk_note_add(day_->f.desk,
        &(struct note_draft){ .request = day_->saito, .text = "娘さんの携帯へ。自宅の電話は使わない。", .until = DAY_NONE }, &id,
        &day_->f.err));
    DO(desk_note_add(day_->f.desk, &(struct note_draft){ .text = "2番の印刷機は用紙切れ。", .until = DAY_NONE }, &id, &day_->f.err));
}

/* The sheets to the department. */
static void print_all(struct front_day *day_)
{
    struct print_job *jobs;
    size_t n;

    DO(desk_prints_waiting(day_->f.desk, &day_->f.arena, &jobs, &n, &day_->f.err));
    for (size_t i = 0; i < n; i++)
        DO(desk_print_now(day_->f.desk, jobs[i].id, &day_->f.err));
}

static void make(struct front_day *day_)
{
    fixture_open(&day_->f);
    fixture_at(&day_->f, "2026-11-10", 9, 0);
    specialists(day_);
    visit_of_last_week(day_);
    visits_of_today(day_);
    open_requests(day_);
    calls(day_);
    notes(day_);
    print_all(day_);
    fixture_at(&day_->f, "2026-11-24", 10, 20);
    check_in(day_, day_->takasaki);
    fixture_at(&day_->f, "2026-11-24", 10, 34);
    DO(desk_visit_start(day_->f.desk, day_->takasaki, &day_->f.err));
}

int front_day_set_up(void **state)
{
    static struct made made;
    static struct front_day first;
    struct front_day *day_ = calloc(1, sizeof *day_);

    assert_non_null(day_);
    *day_ = first; /* who is who; the desk is this test's own */
    if (!fixture_open_made(&day_->f, &made)) {
        make(day_);
        made_keep(&made, day_->f.path);
        first = *day_;
    }
    fixture_at(&day_->f, "2026-11-24", 10, 42);
    *state = day_;
    return 0;
}

int front_day_tear_down(void **state)
{
    struct front_day *day_ = *state;

    fixture_close(&day_->f);
    free(day_);
    return 0;
}
