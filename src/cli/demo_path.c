/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request of the training desk, from its form to its end, by the program's own actions. */
#include "cli/demo_inside.h"
#include "desk/after.h"
#include "desk/inquiry.h"
#include "desk/paper_desk.h"
#include "desk/papers.h"
#include "desk/pay.h"
#include "desk/request.h"
#include "desk/requester.h"
#include "desk/review.h"
#include "desk/session.h"
#include "desk/visit.h"
#include "text/catalog.h"

bool demo_printed(struct demo *d, int64_t print)
{
    return !print || desk_print_now(d->desk, print, d->e);
}

bool demo_op_key(struct demo *d, const char **out)
{
    char *key = arena_alloc(&d->arena, OP_KEY_TEXT);

    desk_op_key(key);
    *out = key;
    return true;
}

/* ---------------------------------------------------------------- the form */
static void fill_patient(const struct demo_person *p, struct person *x)
{
    x->name = p->name;
    x->kana = p->kana;
    x->romaji = p->romaji;
    day_parse_iso(p->birth, &x->birth);
    x->sex = p->sex;
    x->phone = p->phone;
    x->patient_no = p->patient_no;
    x->nationality = p->nationality;
    x->interpreter = p->interpreter;
    lang_of(p->lang, &x->lang);
}

static void fill_form(const struct demo_person *p, struct casefile *c)
{
    fill_patient(p, &c->patient);
    c->lang = c->patient.lang;
    c->received_via = str_or(p->via, "counter");
    c->disease = p->disease;
    c->diagnosis = p->diagnosis;
    c->questions = p->question;
    c->institution_name = p->institution;
    c->institution_address = "大阪府 (見本)";
    c->doctor_department = p->department;
    c->doctor_name = p->doctor;
    c->inpatient = str_or(p->inpatient, "");
    c->purposes = str_or(p->purposes, "opinion");
    c->told = str_or(p->told, "yes");
    c->patient_agrees = str_or(p->patient_agrees, "yes");
    c->referrer_agrees = str_or(p->referrer_agrees, "yes");
    c->patient_may_know = str_or(p->may_know, "everything");
    c->other_name = str_or(p->other, "");
    c->other_relation = str_or(p->other_relation, "");
    c->other_may_know = str_or(p->other_may_know, "");
    c->patient_voicemail = c->patient_name_hospital = p->other ? "no" : "yes";
}

static bool take(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    struct request_draft x;
    bool asked = str_eq(p->phone, "06-0000-2207"); /* of demo_first_inquiry */

    if (asked ? !desk_request_from_inquiry(d->desk, d->inquiry, &d->arena, &x, d->e)
              : !desk_request_new(d->desk, &d->arena, &x, d->e))
        return false;
    fill_form(p, &x.c);
    x.c.careful = i == 0;
    return desk_request_take(d->desk, &x, &d->request[i], d->e);
}

static bool view(struct demo *d, unsigned i, struct case_view *v)
{
    return desk_case_view(d->desk, d->request[i], false, &d->arena, v, d->e);
}

static bool patient_comes(const struct demo_person *p)
{
    return !p->absent && (str_eq(p->comes, "patient") || str_eq(p->comes, "guardian"));
}

static bool who_comes(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    struct case_view v;
    bool self = str_eq(p->comes, "patient"), guardian = str_eq(p->comes, "guardian");

    if (!view(d, i, &v))
        return false;
    struct requester_draft x = { .request = d->request[i], .rev = v.c.rev, .applicant_kind = p->comes,
        .applicant_name = self ? p->name : p->attendee, .patient_attends = patient_comes(p) ? "yes" : "no",
        .patient_capable = guardian ? "" : str_or(p->capable, "yes") };
    if (!self)
        x.attendees[x.n_attendees++] = (struct attendee){ .kind = p->comes, .name = p->attendee, .kana = p->attendee_kana,
            .relation = p->relation };
    if (guardian && !p->absent)
        x.attendees[x.n_attendees++] = (struct attendee){ .kind = "patient", .name = p->name, .kana = p->kana };
    for (size_t k = 0; k < DEMO_COMPANIONS && p->also[k].kind; k++)
        x.attendees[x.n_attendees++] = (struct attendee){ .kind = p->also[k].kind, .name = p->also[k].name,
            .relation = p->also[k].relation };
    return desk_requester_save(d->desk, &x, d->e);
}

/* ---------------------------------------------------------------- consent and papers */
static bool consent(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    struct case_view v;
    day on = desk_today(d->desk);
    struct consent_draft k = { .request = d->request[i], .issued_on = on, .issued_how = "counter", .received_on = DAY_NONE,
        .signed_on = DAY_NONE };

    if (p->consent == CONSENT_NONE)
        return true;
    if (p->consent >= CONSENT_RECEIVED) {
        k.received_on = k.signed_on = on;
        k.signer = p->signer;
        k.verified = p->consent >= CONSENT_VERIFIED;
        bool by_another = str_eq(p->signer, "written_for");
        k.why_not_self = by_another ? "右手のけが" : "";
        k.writer = by_another ? p->attendee : "";
    }
    if (!desk_consent_save(d->desk, &k, d->e))
        return false;
    if (p->consent != CONSENT_RENEWED)
        return true;
    return view(d, i, &v) && desk_consent_withdraw(d->desk, d->request[i], case_consent(&v.c)->id, on, d->e)
        && desk_consent_save(d->desk, &k, d->e);
}

static bool proofs(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    struct case_view v;

    if (!view(d, i, &v))
        return false;
    for (size_t k = 0; k < DEMO_PROOFS && p->proof[k].of; k++) {
        const struct attendee *who = p->proof[k].who ? &v.c.attendees[p->proof[k].who - 1] : NULL;
        struct proof_draft x = { .request = d->request[i], .attendee = who ? who->id : 0, .of = p->proof[k].of,
            .kind = p->proof[k].kind, .shown_by = who ? who->name : p->name, .issued = DAY_NONE, .expires = DAY_NONE };
        if (!desk_proof_see(d->desk, &x, d->e))
            return false;
    }
    return true;
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

static bool bring(struct demo *d, unsigned i)
{
    static const struct demo_piece usual[] = { { "disc", "visitor", 1 }, { "blood_test", "visitor", 2 }, { "slide_stained", "lender", 5 } };
    const struct demo_person *p = &demo_people[i];
    bool own = p->bring[0].kind != NULL;
    const struct demo_piece *piece = own ? p->bring : usual;
    size_t most = own ? DEMO_BRINGS : i % 3 == 0 ? 3 : 2;
    struct material_draft items[DEMO_BRINGS];
    struct materials_draft m = { .request = d->request[i], .received_on = desk_today(d->desk), .item = items };

    for (; m.n < most && piece[m.n].kind; m.n++)
        items[m.n] = (struct material_draft){ .kind = piece[m.n].kind, .what = str_eq(piece[m.n].kind, "disc") ? "CT" : "",
            .owner = piece[m.n].owner, .pieces = piece[m.n].pieces };
    return desk_materials_take_in(d->desk, &m, NULL, d->e);
}

static bool papers(struct demo *d, unsigned i)
{
    day today = desk_today(d->desk);
    bool promised = demo_people[i].stage == DEMO_PROMISED;

    return paper(d, i, "request_form", promised || i % 2 ? "received" : "checked", today)
        && paper(d, i, "referral", promised ? "promised" : "received", promised ? day_add(d->today, 3) : today) && bring(d, i);
}

/* ---------------------------------------------------------------- the department */
static bool send(struct demo *d, unsigned i)
{
    int64_t print = 0;

    return desk_review_send(d->desk, d->request[i], NULL, &print, d->e) && demo_printed(d, print);
}

static bool answer(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    struct case_view v;
    bool no = p->stage == DEMO_DECLINED || p->stage == DEMO_NOT_TOLD, more = p->stage == DEMO_MORE;

    if (!view(d, i, &v))
        return false;
    struct review_answer x = { .request = d->request[i], .rev = case_review(&v.c)->rev, .answered_on = desk_today(d->desk),
        .verdict = no ? "not_possible" : more ? "more_papers" : "accepted", .specialist = d->specialist[p->specialist - 1],
        .dates = "", .code = no ? p->code : "", .reason = no ? str_or(p->reason, "") : "", .more = more ? "細胞診の標本" : "",
        .more_by = more ? d->days[DAYS_BACK + 2] : DAY_NONE };
    return desk_review_answer(d->desk, &x, d->e);
}

static bool tell(struct demo *d, unsigned i)
{
    return desk_review_told(d->desk, d->request[i], "phone", NULL, d->e);
}

/* ---------------------------------------------------------------- the booking */
struct booking_place demo_place(struct demo *d, unsigned i, day on, const char *time)
{
    int who = demo_people[i].specialist;
    hm t = HM_NONE;

    BUG_IF(!hm_parse(time, &t));
    return (struct booking_place){ .specialist = d->specialist[who - 1], .day = on, .start_min = t.min,
        .room = who <= 3 ? d->room[who == 2] : 0, .place = who <= 3 ? "" : "外来3番診察室", .come_min = -1 };
}

static bool offer(struct demo *d, unsigned i)
{
    struct booking_place two[] = { demo_place(d, i, d->days[DAYS_BACK + 3], "14:00"), demo_place(d, i, d->days[DAYS_BACK + 4], "15:00") };
    const char *key;

    return demo_op_key(d, &key) && desk_dates_offer(d->desk, d->request[i], two, 2, key, "phone", d->e);
}

/* Whoever is in the house has an appointment of about now, also on a day on which the hospital is closed. */
static struct booking_place place_of_today(struct demo *d, unsigned i)
{
    struct booking_place at = demo_place(d, i, d->today, "00:00");
    day on;
    hm now;

    instant_civil(d->now, 540, &on, &now);
    int start = (now.min - demo_people[i].minutes_ago) / 5 * 5;
    at.start_min = start < 0 ? 0 : start > 1380 ? 1380 : start;
    return at;
}

bool demo_book(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    const char *key;
    int64_t id;

    if (p->stage == DEMO_OFFERED)
        return offer(d, i);
    demo_op_key(d, &key);
    struct booking_draft x = { .request = d->request[i], .op_key = key, .told_how = "phone", .outside = true,
        .at = p->time ? demo_place(d, i, d->days[DAYS_BACK + p->visit], p->time) : place_of_today(d, i) };
    if (!p->time && day_cmp(d->today, d->days[DAYS_BACK]) != 0)
        x.override_reason = "臨時の相談日";
    return desk_book(d->desk, &x, &id, NULL, d->e);
}

/* ---------------------------------------------------------------- the visit and the fee */
static bool check_in(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    struct check_in_draft x = { .request = d->request[i], .patient_came = patient_comes(p), .said = true,
        .patient_no = p->patient_no, .specialist_says = "", .print = true };
    int64_t slip = 0;
    int number;

    return desk_check_in(d->desk, &x, &number, &slip, d->e) && demo_printed(d, slip);
}

static bool take_fee(struct demo *d, unsigned i, const char *method, bool last, int64_t *payment)
{
    const struct demo_person *p = &demo_people[i];
    bool cash = str_eq(method, "cash"), other = str_eq(method, "other");
    struct payment_draft x = { .request = d->request[i], .method = method, .amount = YEN(0), .tendered = cash ? YEN(40000) : YEN(0),
        .slip = cash || other ? "" : str_eq(method, "card") ? "004711" : "M-20871", .other_kind = other ? "QR決済" : "",
        .payer = last ? str_or(p->payer, "patient") : "patient", .payer_name = last ? str_or(p->payer_name, "") : "" };
    struct payment_done done;

    demo_op_key(d, &x.op_key);
    lang_of(p->lang, &x.lang);
    if (!desk_take_payment(d->desk, &x, &d->arena, &done, d->e))
        return false;
    *payment = done.payment;
    return true;
}

/* Taken back on its own day, before the closing, and paid in another way. */
static bool void_fee(struct demo *d, unsigned i, int64_t payment)
{
    struct void_draft x = { .payment = payment, .original = demo_people[i].voided, .reason = "お支払い方法の間違い" };
    struct second second;
    struct void_done done;
    struct msg words;
    struct buf shown;

    if (!desk_void_words(d->desk, &x, &d->arena, &words, d->e))
        return false;
    buf_init(&shown, 400);
    msg_text(NULL, &words, &shown);
    demo_op_key(d, &x.op_key);
    bool ok = demo_second(d, &(struct second_ask){ ACT_VOID, "payment", payment, shown.p }, &second)
        && desk_void(d->desk, &x, second, &d->arena, &done, d->e);
    buf_fini(&shown);
    return ok;
}

static bool pay(struct demo *d, unsigned i)
{
    const struct demo_person *p = &demo_people[i];
    const char *first = str_eq(p->voided, "collected") ? "card" : "cash";
    int64_t payment;

    if (p->stage == DEMO_UNPAID)
        return desk_unpaid(d->desk, d->request[i], "持ち合わせがなく、後日お支払い", day_add(d->today, 5), &d->arena, d->e);
    if (!p->voided)
        return take_fee(d, i, str_or(p->method, first), true, &payment);
    if (!take_fee(d, i, first, false, &payment))
        return false;
    clock_advance(&d->clock, 3 * 60000);
    return void_fee(d, i, payment) && take_fee(d, i, p->method, true, &payment);
}

static void wait_minutes(struct demo *d, int minutes)
{
    clock_advance(&d->clock, minutes * 60000);
}

bool demo_visit(struct demo *d, unsigned i, day on)
{
    hm t = HM_NONE;

    BUG_IF(!hm_parse(demo_people[i].time, &t));
    demo_at(d, on, t.min / 60, t.min % 60);
    if (!check_in(d, i))
        return false;
    if (demo_people[i].checked_in_twice
        && (!desk_visit_undo(d->desk, d->request[i], "同じ名字の別の方だった", d->e) || !check_in(d, i)))
        return false;
    wait_minutes(d, 4);
    if (!desk_visit_start(d->desk, d->request[i], d->e))
        return false;
    wait_minutes(d, 48);
    return desk_visit_end(d->desk, d->request[i], d->e) && pay(d, i);
}

/* So many minutes before now, but today. */
static void minutes_ago(struct demo *d, int minutes)
{
    day on;
    hm now;

    instant_civil(d->now, 540, &on, &now);
    int at = now.min > minutes ? now.min - minutes : 0;
    demo_at(d, d->today, at / 60, at % 60);
}

static bool start_talk(struct demo *d, unsigned i)
{
    return desk_visit_start(d->desk, d->request[i], d->e);
}

static bool end_talk(struct demo *d, unsigned i)
{
    return desk_visit_end(d->desk, d->request[i], d->e);
}

bool demo_in_the_house(struct demo *d)
{
    static const struct {
        enum demo_stage stage;
        int minutes_ago;
        bool (*what)(struct demo *d, unsigned i);
    } moments[] = { { DEMO_OVER, 35, check_in }, { DEMO_OVER, 30, start_talk }, { DEMO_TALK, 20, check_in },
        { DEMO_TALK, 15, start_talk }, { DEMO_HERE, 8, check_in }, { DEMO_OVER, 5, end_talk } };

    if (!demo_log_in(d, "nishikawa"))
        return false;
    for (size_t k = 0; k < COUNT_OF(moments); k++) {
        minutes_ago(d, moments[k].minutes_ago);
        for (unsigned i = 0; i < demo_people_n; i++)
            if (demo_people[i].stage == moments[k].stage && !moments[k].what(d, i))
                return false;
    }
    return demo_events(d, 0, DEMO_NOW);
}

/* ---------------------------------------------------------------- the ends */
bool demo_end(struct demo *d, unsigned i)
{
    static const char *const how[] = { [DEMO_WITHDRAWN] = "withdrawn", [DEMO_REROUTED] = "declined", [DEMO_DECEASED] = "deceased",
        [DEMO_NO_SHOW] = "no_show" };

    return desk_request_end(d->desk, d->request[i], how[demo_people[i].stage], demo_people[i].reason, d->e);
}

static bool report(struct demo *d, unsigned i)
{
    bool hand = demo_people[i].stage == DEMO_REPORTED;
    struct report_draft x = { .request = d->request[i], .to = "referrer", .sent_on = desk_today(d->desk),
        .via = hand ? "hand" : "post", .tracking = hand ? "" : "1234-5678-9012" };

    return desk_report_sent(d->desk, &x, NULL, d->e);
}

static bool close_request(struct demo *d, unsigned i)
{
    int64_t prints[RETURN_PRINTS];

    return desk_materials_return(d->desk, d->request[i], "hand", "", demo_people[i].name, prints, d->e) && demo_printed(d, prints[0])
        && desk_request_close(d->desk, d->request[i], "", d->e);
}

struct station {
    enum demo_stage stage; /* whoever gets as far as this, or ends here, passes ... */
    int n, urgent;         /* ... on this day; in a hurry on that one */
    bool (*pass)(struct demo *d, unsigned i);
};

static bool stop(struct demo *d, unsigned i, int n, const struct station *at)
{
    return n != (demo_people[i].urgent ? at->urgent : at->n) || at->pass(d, i);
}

static bool go(struct demo *d, unsigned i, int n, const struct station *way, size_t stations)
{
    for (size_t k = 0; k < stations; k++)
        if (demo_people[i].stage >= way[k].stage && !stop(d, i, n, &way[k]))
            return false;
    return true;
}

bool demo_move_on(struct demo *d, unsigned i, int n)
{
    static const struct station way[] = {
        { DEMO_TAKEN, 0, 0, take },
        { DEMO_TAKEN, 0, 0, who_comes },
        { DEMO_TAKEN, 1, 0, consent },
        { DEMO_PROMISED, 1, 0, proofs },
        { DEMO_PROMISED, 1, 0, papers },
        { DEMO_SENT, 2, 0, send },
        { DEMO_MORE, 4, 1, answer },
        { DEMO_OFFERED, 5, 1, demo_book },
    };
    static const struct station ends[] = { { DEMO_REROUTED, 1, 0, demo_end }, { DEMO_WITHDRAWN, 2, 1, demo_end },
        { DEMO_DECEASED, 2, 1, demo_end }, { DEMO_DECLINED, 5, 2, tell } };

    if (!go(d, i, n, way, COUNT_OF(way)))
        return false;
    for (size_t k = 0; k < COUNT_OF(ends); k++)
        if (demo_people[i].stage == ends[k].stage && !stop(d, i, n, &ends[k]))
            return false;
    return true;
}

bool demo_after_visit(struct demo *d, unsigned i, int n)
{
    static const struct station way[] = { { DEMO_REPORTED, 1, 1, report }, { DEMO_CLOSED, 2, 2, close_request } };

    return go(d, i, n, way, COUNT_OF(way));
}
