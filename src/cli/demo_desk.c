/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The training desk: invented requests in every state, made by the program's own actions under a clock that goes
 * from five weeks ago to today, day by day. */
#include "cli/demo_inside.h"
#include "cli/demo_people.h"
#include "desk/after.h"
#include "desk/booking.h"
#include "desk/call.h"
#include "desk/closing.h"
#include "desk/drawer.h"
#include "desk/inquiry.h"
#include "desk/note.h"
#include "desk/paper_desk.h"
#include "desk/papers.h"
#include "desk/pay.h"
#include "desk/request.h"
#include "desk/requester.h"
#include "desk/review.h"
#include "desk/visit.h"
#include "policy/calendar.h"
#include "sys/file.h"
#include "sys/paths.h"

#include <unistd.h>

static void at(struct demo *d, day on, int hour, int minute)
{
    clock_set(&d->clock, instant_of(on, (hm){ hour * 60 + minute }, 540));
}

/* ---------------------------------------------------------------- one request's stages */
static bool take(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    struct request_draft x;

    if (!desk_request_new(d->desk, &d->arena, &x, d->e))
        return false;
    x.c.patient.name = p->name;
    x.c.patient.kana = p->kana;
    x.c.patient.romaji = p->romaji;
    day_parse_iso(p->birth, &x.c.patient.birth);
    x.c.patient.sex = p->sex;
    x.c.patient.phone = p->phone;
    x.c.patient.patient_no = p->patient_no;
    x.c.patient.nationality = p->nationality;
    x.c.patient.interpreter = p->interpreter;
    lang_of(p->lang, &x.c.patient.lang);
    x.c.lang = x.c.patient.lang;
    x.c.disease = p->disease;
    x.c.diagnosis = p->diagnosis;
    x.c.questions = p->question;
    x.c.institution_name = p->institution;
    x.c.institution_address = "大阪府 (見本)";
    x.c.doctor_department = p->department;
    x.c.doctor_name = p->doctor;
    x.c.purposes = "opinion";
    x.c.told = x.c.patient_agrees = x.c.referrer_agrees = "yes";
    x.c.patient_may_know = "everything";
    x.c.careful = i == 0;
    return desk_request_take(d->desk, &x, &d->request[i], d->e);
}

static bool who_comes(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    struct case_view v;
    bool self = str_eq(p->comes, "patient"), guardian = str_eq(p->comes, "guardian");

    if (!desk_case_view(d->desk, d->request[i], false, &d->arena, &v, d->e))
        return false;
    struct requester_draft x = { .request = d->request[i], .rev = v.c.rev, .applicant_kind = p->comes,
        .applicant_name = self ? p->name : p->attendee, .patient_attends = self || guardian ? "yes" : "no",
        .patient_capable = guardian ? "" : "yes" };
    if (!self) {
        x.attendees[0] = (struct attendee){ .kind = p->comes, .name = p->attendee, .kana = p->attendee_kana,
            .relation = p->relation };
        x.n_attendees = 1;
    }
    if (guardian)
        x.attendees[x.n_attendees++] = (struct attendee){ .kind = "patient", .name = p->name, .kana = p->kana };
    return desk_requester_save(d->desk, &x, d->e);
}

/* Consent and the papers that a family without the patient needs. */
static bool family_papers(struct demo *d, unsigned i)
{
    struct case_view v;

    if (!str_eq(demo_people[i].comes, "family"))
        return true;
    struct consent_draft k = { .request = d->request[i], .issued_on = desk_today(d->desk), .issued_how = "counter",
        .received_on = desk_today(d->desk), .signer = "patient", .signed_on = desk_today(d->desk), .verified = true };
    if (!desk_consent_save(d->desk, &k, d->e) || !desk_case_view(d->desk, d->request[i], false, &d->arena, &v, d->e))
        return false;
    int64_t who = v.c.attendees[0].id;
    struct proof_draft id = { .request = d->request[i], .attendee = who, .of = "identity", .kind = "my_number_card",
        .shown_by = demo_people[i].attendee, .issued = DAY_NONE, .expires = DAY_NONE };
    struct proof_draft tie = id;
    tie.of = "relationship";
    tie.kind = "family_register";
    return desk_proof_see(d->desk, &id, d->e) && desk_proof_see(d->desk, &tie, d->e);
}

static bool paper(struct demo *d, unsigned i, const char *doc, const char *state, day on)
{
    bool later = str_eq(state, "promised");
    struct paper_draft x = { .request = d->request[i], .paper = { .doc = doc, .state = state,
                                                           .promised_on = later ? on : DAY_NONE,
                                                           .received_on = later ? DAY_NONE : on, .dated = DAY_NONE } };

    if (str_eq(doc, "referral") && !later) {
        x.paper.sealed = "sealed";
        x.paper.addressed = "us";
    }
    return desk_paper_record(d->desk, &x, d->e);
}

static bool papers(struct demo *d, unsigned i, bool all)
{
    static const struct material_draft items[] = {
        { .kind = "disc", .what = "CT", .owner = "visitor", .pieces = 1 },
        { .kind = "blood_test", .what = "", .owner = "visitor", .pieces = 2 },
        { .kind = "slide_stained", .what = "", .owner = "lender", .pieces = 5 },
    };
    struct materials_draft m = { .request = d->request[i], .received_on = desk_today(d->desk), .item = items,
        .n = i % 3 == 0 ? 3 : 2 };
    day today = desk_today(d->desk);

    if (!paper(d, i, "request_form", "received", today))
        return false;
    if (!all)
        return paper(d, i, "referral", "promised", day_add(d->today, 3)) && desk_materials_take_in(d->desk, &m, NULL, d->e);
    return paper(d, i, "referral", "received", today) && family_papers(d, i) && desk_materials_take_in(d->desk, &m, NULL, d->e);
}

static bool printed(struct demo *d, int64_t print)
{
    return !print || desk_print_now(d->desk, print, d->e);
}

static bool send(struct demo *d, unsigned i)
{
    int64_t print = 0;

    return desk_review_send(d->desk, d->request[i], NULL, &print, d->e) && printed(d, print);
}

static bool give_back(struct demo *d, unsigned i)
{
    int64_t print = 0;

    return desk_materials_return(d->desk, d->request[i], "hand", "", demo_people[i].name, &print, d->e) && printed(d, print);
}

static bool answer(struct demo *d, unsigned i)
{
    struct case_view v;
    bool no = demo_people[i].stage == DEMO_DECLINED;

    if (!desk_case_view(d->desk, d->request[i], false, &d->arena, &v, d->e))
        return false;
    struct review_answer x = { .request = d->request[i], .rev = case_review(&v.c)->rev, .answered_on = desk_today(d->desk),
        .verdict = no ? "not_possible" : "accepted", .specialist = d->specialist[demo_people[i].specialist - 1],
        .dates = "", .code = no ? "r12" : "", .reason = "", .more = "", .more_by = DAY_NONE };
    return desk_review_answer(d->desk, &x, d->e);
}

static struct booking_place place_of(struct demo *d, unsigned i, day on, const char *time)
{
    hm t = HM_NONE;

    BUG_IF(!hm_parse(time, &t));
    return (struct booking_place){ .specialist = d->specialist[demo_people[i].specialist - 1], .day = on,
        .start_min = t.min, .room = d->room[demo_people[i].specialist == 2], .place = "", .come_min = -1 };
}

static bool book(struct demo *d, unsigned i)
{
    char key[OP_KEY_TEXT];
    int64_t id;

    desk_op_key(key);
    if (demo_people[i].stage == DEMO_OFFERED) {
        struct booking_place two[] = { place_of(d, i, d->days[DAYS_BACK + 3], "14:00"), place_of(d, i, d->days[DAYS_BACK + 4], "15:00") };
        return desk_dates_offer(d->desk, d->request[i], two, 2, key, "phone", d->e);
    }
    struct booking_draft x = { .request = d->request[i], .op_key = key, .told_how = "phone", .outside = true,
        .at = place_of(d, i, d->days[DAYS_BACK + demo_people[i].visit], demo_people[i].time) };
    return desk_book(d->desk, &x, &id, NULL, d->e);
}

static bool pay(struct demo *d, unsigned i)
{
    char key[OP_KEY_TEXT];
    struct payment_done done;

    if (demo_people[i].stage == DEMO_UNPAID)
        return desk_unpaid(d->desk, d->request[i], "持ち合わせがなく、後日お支払い", day_add(d->today, 5), &d->arena, d->e);
    desk_op_key(key);
    bool card = i % 2 == 0;
    struct payment_draft x = { .request = d->request[i], .method = card ? "card" : "cash", .amount = YEN(0),
        .tendered = card ? YEN(0) : YEN(40000), .slip = card ? "004711" : "", .payer = "patient", .op_key = key };
    lang_of(demo_people[i].lang, &x.lang);
    return desk_take_payment(d->desk, &x, &d->arena, &done, d->e);
}

static bool visit(struct demo *d, unsigned i, day on)
{
    struct check_in_draft x = { .request = d->request[i], .patient_came = !str_eq(demo_people[i].comes, "family"), .said = true,
        .patient_no = demo_people[i].patient_no, .specialist_says = "" };
    hm t = HM_NONE;
    int number;

    BUG_IF(!hm_parse(demo_people[i].time, &t));
    at(d, on, t.min / 60, t.min % 60);
    if (!desk_check_in(d->desk, &x, &number, d->e))
        return false;
    clock_advance(&d->clock, 4 * 60000);
    if (!desk_visit_start(d->desk, d->request[i], d->e))
        return false;
    clock_advance(&d->clock, 48 * 60000);
    return desk_visit_end(d->desk, d->request[i], d->e) && pay(d, i);
}

static bool report(struct demo *d, unsigned i)
{
    struct report_draft x = { .request = d->request[i], .to = "referrer", .sent_on = desk_today(d->desk), .via = "post",
        .tracking = "1234-5678-9012" };

    return desk_report_sent(d->desk, &x, NULL, d->e);
}

/* ---------------------------------------------------------------- one day */
/* What falls due for a request on the nth open day since its form came. */
static bool move_on(struct demo *d, unsigned i, int n)
{
    enum demo_stage stage = demo_people[i].stage;

    if (n == 0)
        return take(d, i) && who_comes(d, i);
    if (n == 1 && stage >= DEMO_PROMISED)
        return papers(d, i, stage != DEMO_PROMISED);
    if (n == 2 && stage == DEMO_WITHDRAWN)
        return desk_request_end(d->desk, d->request[i], "withdrawn", "ご本人から電話で取下げ", d->e);
    if (n == 2 && stage >= DEMO_SENT)
        return send(d, i);
    if (n == 4 && stage >= DEMO_ACCEPTED && stage != DEMO_WITHDRAWN)
        return answer(d, i);
    if (n == 5 && stage == DEMO_DECLINED)
        return desk_review_told(d->desk, d->request[i], "phone", NULL, d->e);
    if (n == 5 && stage >= DEMO_OFFERED && stage < DEMO_DECLINED)
        return book(d, i);
    return true;
}

static bool after_visit(struct demo *d, unsigned i, int n)
{
    enum demo_stage stage = demo_people[i].stage;

    if (n == 1 && (stage == DEMO_REPORTED || stage == DEMO_CLOSED))
        return report(d, i);
    if (n == 2 && stage == DEMO_CLOSED)
        return give_back(d, i) && desk_request_close(d->desk, d->request[i], "", d->e);
    return true;
}

static bool close_day(struct demo *d, day on)
{
    struct closing_view v;
    struct closing_done done;
    struct closing_draft x = { .day = on, .next_float = YEN(50000), .reason = "", .treasury = "会計課出納", .bag = "1",
        .treasury_person = "会計課" };

    at(d, on, 16, 55);
    if (!demo_log_in(d, "sato") || !desk_closing_view(d->desk, on, &d->arena, &v, d->e))
        return false;
    int64_t left = v.till.expected_cash.v;
    static const int64_t kinds[] = { 10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1 };
    for (size_t k = 0; k < COUNT_OF(kinds); k++) {
        x.counted.of[k] = (int32_t)(left / kinds[k]);
        left %= kinds[k];
    }
    return desk_close_day(d->desk, &x, NO_SECOND, &d->arena, &done, d->e) && demo_log_in(d, "omori")
        && desk_confirm_closing(d->desk, done.closing, "", &d->arena, d->e);
}

static bool visits_of(struct demo *d, int n, day on, bool *money)
{
    *money = false;
    for (unsigned i = 0; i < demo_people_n; i++) {
        if (demo_people[i].stage < DEMO_UNPAID || demo_people[i].stage > DEMO_CLOSED || demo_people[i].visit != n)
            continue;
        if (!*money) {
            at(d, on, 9, 30);
            if (!desk_drawer_open(d->desk, &(struct float_draft){ .amount = YEN(50000) }, &d->arena, d->e))
                return false;
            *money = true;
        }
        if (!visit(d, i, on))
            return false;
    }
    return true;
}

static bool play_day(struct demo *d, int n)
{
    day on = d->days[DAYS_BACK + n];
    bool money;

    at(d, on, 9, 10);
    if (!demo_log_in(d, "nishikawa"))
        return false;
    for (unsigned i = 0; i < demo_people_n; i++) {
        int since = n + demo_people[i].days_ago;
        if (since >= 0 && !move_on(d, i, since))
            return false;
        if (demo_people[i].visit < 0 && n > demo_people[i].visit && !after_visit(d, i, n - demo_people[i].visit))
            return false;
    }
    return visits_of(d, n, on, &money) && (!money || close_day(d, on));
}

static bool inquiries(struct demo *d)
{
    static const struct {
        const char *name, *kana, *phone, *matter, *next, *memo;
    } asked[] = {
        { "平野", "ヒラノ", "06-0000-2201", "wants", "call_back", "母の治療について。11 時以降に折り返し" },
        { "原", "ハラ", "06-0000-2202", "fee", "done", "" },
        { "堀", "ホリ", "06-0000-2203", "papers", "call_back", "紹介状の宛先" },
    };

    for (size_t i = 0; i < COUNT_OF(asked); i++) {
        struct inquiry_draft x;
        struct inquiry_done done;
        if (!desk_inquiry_new(d->desk, &d->arena, &x, d->e))
            return false;
        x.x.via = "phone";
        x.x.who = "family";
        x.x.matter = asked[i].matter;
        x.x.next = asked[i].next;
        x.x.name = asked[i].name;
        x.x.kana = asked[i].kana;
        x.x.phone = asked[i].phone;
        x.x.memo = asked[i].memo;
        x.x.due = str_eq(asked[i].next, "call_back") ? d->days[DAYS_BACK] : DAY_NONE;
        if (!desk_inquiry_record(d->desk, &x, &done, d->e))
            return false;
    }
    struct note_draft note = { .text = "2番の印刷機は用紙切れ。領収書は1番から。", .until = DAY_NONE };
    int64_t id;
    return desk_note_add(d->desk, &note, &id, d->e);
}

static void find_days(struct demo *d, const struct calendar *c)
{
    day open = d->today;

    calendar_open_from(c, NULL, open, &open);
    d->days[DAYS_BACK] = open;
    for (int i = 1; i <= DAYS_ON; i++)
        calendar_add_open_days(c, NULL, open, i, NULL, &d->days[DAYS_BACK + i], NULL, NULL);
    day back = day_add(open, -1);
    for (int i = DAYS_BACK - 1; i >= 0; back = day_add(back, -1))
        if (calendar_open(c, NULL, back))
            d->days[i--] = back;
}

static bool make(struct demo *d, const char *path, instant now)
{
    hm clock_time;

    instant_civil(now, 540, &d->today, &clock_time);
    find_days(d, NULL);
    at(d, d->days[0], 8, 30);
    if (!demo_set_up(d, path) || !demo_staff(d) || !demo_log_in(d, "omori") || !demo_specialists(d))
        return false;
    const struct calendar *c = desk_calendar(d->desk, d->e);
    if (!c)
        return false;
    find_days(d, c);
    for (int n = -DAYS_BACK; n < 0; n++)
        if (!play_day(d, n))
            return false;
    return inquiries(d);
}

/* What has the name already must be a training desk: a real one is neither replaced nor played with. */
static bool is_training(const char *path, const struct clock *clock, struct err *e)
{
    struct desk *d = NULL;

    if (!desk_open(&(struct desk_options){ .path = path, .clock = clock, .terminal = "demo" }, &d, e))
        return false;
    bool ok = desk_hospital(d)->training
        || err_set(e, ERR_INPUT, "", N_("%s is the database of a real desk and is left alone. Name another file after --db."), path, NULL);
    desk_close(d);
    return ok;
}

/* Made under another name, so that a desk that is half there never has the right one. */
static bool make_at(struct demo *d, const char *path, instant now)
{
    const char *given = paths_folder(path, &d->arena);
    const char *made = arena_printf(&d->arena, "%s.new", path);
    bool ok = paths_make_private(given, d->e) && file_remove(made, d->e)
        && file_remove(arena_printf(&d->arena, "%s-journal", made), d->e);
    char *folder = ok ? realpath(given, NULL) : NULL;

    d->printer = arena_printf(&d->arena, "file:%s/papers", str_or(folder, given));
    free(folder);
    ok = ok && paths_make_private(d->printer + strlen("file:"), d->e) && make(d, made, now);
    desk_close(d->desk);
    ok = ok && file_put_in_place(made, path, d->e);
    if (!ok)
        unlink(made);
    unlink(arena_printf(&d->arena, "%s.gate", made));
    unlink(arena_printf(&d->arena, "%s.turn", made));
    return ok;
}

bool demo_prepare(const struct demo_options *o, struct err *e)
{
    struct demo d = { .e = e };
    bool there = file_exists(o->path);

    if (there && !is_training(o->path, o->clock, e))
        return false;
    if (there && !o->fresh)
        return true;
    arena_init(&d.arena);
    d.clock = clock_standing((instant){ 0 });
    bool ok = make_at(&d, o->path, clock_wall(o->clock));
    arena_fini(&d.arena);
    return ok;
}
