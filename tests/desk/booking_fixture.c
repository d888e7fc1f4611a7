/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/desk/booking_fixture.h"

#include "desk/act.h"
#include "desk/papers.h"
#include "desk/requester.h"
#include "desk/review.h"
#include "desk/specialist.h"
#include "store/audit.h"
#include "store/person_store.h"
#include "sys/file.h"
#include "text/catalog.h"

#include <stdlib.h>

day on(const char *iso)
{
    day d;

    assert_true(day_parse_iso(iso, &d));
    return d;
}

static int64_t specialist(struct ready *r, const char *name, const char *kana, const char *english)
{
    int64_t id;

    fixture_fine(desk_specialist_save(r->f.desk,
                     &(struct specialist){ .name = name, .kana = kana, .name_en = english, .department = "any", .active = true },
                     &id, &r->f.err),
        &r->f.err);
    return id;
}

static void hours(struct ready *r, int64_t who, int weekday, int start, int end, const char *room)
{
    int64_t id;

    fixture_fine(desk_session_add(r->f.desk,
                     &(struct weekly){ .specialist = who, .weekday = weekday, .start_min = start, .end_min = end, .place = room,
                         .from = on("2026-04-01"), .until = DAY_NONE },
                     &id, &r->f.err),
        &r->f.err);
}

static int64_t room(struct ready *r, const char *name, const char *english)
{
    int64_t id;

    fixture_fine(desk_room_save(r->f.desk,
                     &(struct room){ .name = name, .name_en = english, .floor = "2階B", .floor_en = "2F B", .active = true },
                     &id, &r->f.err),
        &r->f.err);
    return id;
}

int ready_set_up(void **state)
{
    static struct made made;
    static struct ready r;

    *state = &r;
    if (fixture_open_made(&r.f, &made))
        return 0;
    fixture_open(&r.f);
    r.room1 = room(&r, "相談室1", "Room 1");
    r.room2 = room(&r, "相談室2", "Room 2");
    r.mori = specialist(&r, "森", "モリ", "Mori");
    r.hayashi = specialist(&r, "林", "ハヤシ", "Hayashi");
    r.tani = specialist(&r, "谷", "タニ", "Tani");
    hours(&r, r.mori, 2, 780, 990, "相談室1");
    hours(&r, r.mori, 4, 780, 990, "相談室1");
    hours(&r, r.hayashi, 3, 540, 720, "相談室2");
    made_keep(&made, r.f.path);
    return 0;
}

int ready_tear_down(void **state)
{
    struct ready *r = *state;

    assert_true(desk_quiet(r->f.desk));
    fixture_close(&r->f);
    return 0;
}

void ready_person(struct ready *r, int64_t request, const char *set_sql)
{
    char sql[300];

    snprintf(sql, sizeof sql, "UPDATE person SET %s WHERE id = (SELECT patient FROM request WHERE id = %lld)", set_sql,
        (long long)request);
    fixture_write(&r->f, sql);
}

void ready_name(struct ready *r, int64_t request, const char *name, const char *kana)
{
    struct case_view v = case_of(r, request);
    struct person p = v.c.patient;
    struct tx tx;
    struct db *db = desk_db(r->f.desk);

    p.name = name;
    p.kana = kana;
    fixture_fine(tx_begin(db, &tx, NULL, &r->f.err), &r->f.err);
    struct audit_entry x = { .staff = 1, .at = desk_instant(r->f.desk), .verb = "given", .object = "person", .id = p.id };
    bool ok = person_store_edit(db, &v.c.patient, &p, desk_instant(r->f.desk), 1, &r->f.err)
        && audit_add(db, &x, &r->f.err);
    fixture_fine(tx_end(&tx, ok, &r->f.err), &r->f.err);
}

void ready_attendees(struct ready *r, int64_t request, const char *patient_attends, const char *kind, const char *relation)
{
    struct case_view v = case_of(r, request);
    struct requester_draft draft = { .request = request, .rev = v.c.rev, .applicant_kind = str_or(kind, "patient"),
        .applicant_name = "", .patient_attends = patient_attends, .patient_capable = "yes", .n_attendees = kind ? 1 : 0 };

    if (kind)
        draft.attendees[0] = (struct attendee){ .kind = kind, .name = "髙﨑 健一", .relation = relation };
    fixture_fine(desk_requester_save(r->f.desk, &draft, &r->f.err), &r->f.err);
}

int64_t ready_request(struct ready *r, int64_t specialist_id)
{
    int64_t id = fixture_request(&r->f), print;
    char number[40];

    snprintf(number, sizeof number, "patient_no = '%lld'", (long long)(1000 + id));
    ready_person(r, id, number);
    ready_attendees(r, id, "yes", NULL, NULL);
    fixture_paper(&r->f, id, "request_form");
    fixture_paper(&r->f, id, "referral");
    fixture_paper(&r->f, id, "records");
    fixture_fine(desk_review_send(r->f.desk, id, "any", &print, &r->f.err), &r->f.err);
    struct case_view v = case_of(r, id);
    struct review_answer answer = { .request = id, .rev = case_review(&v.c)->rev, .answered_on = desk_today(r->f.desk),
        .verdict = "accepted", .specialist = specialist_id, .dates = "", .code = "", .reason = "", .more = "",
        .more_by = DAY_NONE };
    fixture_fine(desk_review_answer(r->f.desk, &answer, &r->f.err), &r->f.err);
    return id;
}

struct booking_draft draft_at(int64_t request, int64_t specialist_id, const char *iso, int hour, int minute, int64_t room_id,
    const char *key)
{
    return (struct booking_draft){ .request = request,
        .at = { .specialist = specialist_id, .day = on(iso), .start_min = hour * 60 + minute, .room = room_id, .come_min = -1 },
        .op_key = key };
}

int64_t book_at(struct ready *r, int64_t request, int64_t specialist_id, const char *iso, int hour, int minute, int64_t room_id)
{
    char key[OP_KEY_TEXT];
    int64_t id;

    desk_op_key(key);
    struct booking_draft draft = draft_at(request, specialist_id, iso, hour, minute, room_id, key);
    fixture_fine(desk_book(r->f.desk, &draft, &id, NULL, &r->f.err), &r->f.err);
    return id;
}

struct case_view case_of(struct ready *r, int64_t request)
{
    struct case_view v;

    fixture_fine(desk_case_view(r->f.desk, request, false, &r->f.arena, &v, &r->f.err), &r->f.err);
    return v;
}

struct booking_view view_of(struct ready *r, int64_t request)
{
    struct booking_view b;

    fixture_fine(desk_booking_view(r->f.desk, request, false, desk_today(r->f.desk), &r->f.arena, &b, &r->f.err), &r->f.err);
    return b;
}

int64_t visitor(struct ready *r)
{
    fixture_at(&r->f, "2026-11-24", 10, 0);
    int64_t id = ready_request(r, r->mori);

    book_at(r, id, r->mori, "2026-12-08", 14, 0, r->room1);
    fixture_at(&r->f, "2026-12-08", 13, 50);
    return id;
}

void fine(struct ready *r, bool ok)
{
    fixture_fine(ok, &r->f.err);
}

bool refused(struct ready *r, bool ok, const char *field)
{
    bool named = !ok && str_eq(r->f.err.field, field);

    if (!named)
        print_message("# %s: field %s: %s\n", ok ? "done" : "refused", r->f.err.field, r->f.err.msg.id);
    r->refusal = r->f.err;
    err_clear(&r->f.err);
    return named;
}

const char *said_ja(struct ready *r)
{
    struct buf b;
    const char *build = getenv("top_builddir"), *bytes;
    const struct catalog *ja;
    struct err e = ERR_INIT;
    size_t n;

    fixture_fine(file_read(arena_printf(&r->f.arena, "%s/po/ja.gmo", build ? build : "."), 1 << 22, &r->f.arena, &bytes, &n, &e)
            && catalog_load(bytes, n, &r->f.arena, &ja, &e),
        &e);
    buf_init(&b, 4096);
    msg_text(ja, &r->refusal.msg, &b);
    const char *text = arena_strdup(&r->f.arena, b.p);
    buf_fini(&b);
    return text;
}
