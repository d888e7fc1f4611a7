/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens on the training desk beside the straight way of a request: dates that are moved, cancelled or run out,
 * a second round with the department, pieces that travel, calls, rules that are overridden, cash between times. */
#include "cli/demo_inside.h"
#include "desk/after.h"
#include "desk/call.h"
#include "desk/drawer.h"
#include "desk/pay.h"
#include "desk/papers.h"
#include "desk/review.h"
#include "desk/session.h"
#include "desk/visit.h"

static bool view(struct demo *d, unsigned i, struct case_view *v)
{
    return desk_case_view(d->desk, d->request[i], false, &d->arena, v, d->e);
}

/* ---------------------------------------------------------------- dates */
static bool move_to(struct demo *d, unsigned i, day on, const char *time, const char *reason)
{
    const char *key;
    int64_t id;

    demo_op_key(d, &key);
    struct booking_draft x = { .request = d->request[i], .op_key = key, .told_how = "phone", .outside = true,
        .at = demo_place(d, i, on, time) };
    return desk_booking_move(d->desk, &x, reason, &id, NULL, d->e);
}

static bool an_hour_later(struct demo *d, unsigned i)
{
    return move_to(d, i, d->days[DAYS_BACK + demo_people[i].visit], "11:00", "担当医の都合");
}

static bool earlier(struct demo *d, unsigned i)
{
    return move_to(d, i, d->days[DAYS_BACK - 9], "11:00", "ご本人の希望で早める");
}

static bool nobody_came(struct demo *d, unsigned i)
{
    return desk_visit_no_show(d->desk, d->request[i], "連絡なし。日を改めるとのこと", d->e);
}

/* The dates that are offered instead run out before the family says yes. */
static bool cancel_and_offer(struct demo *d, unsigned i)
{
    struct booking_place two[] = { demo_place(d, i, d->days[DAYS_BACK - 6], "15:00"), demo_place(d, i, d->days[DAYS_BACK - 5], "15:00") };
    const char *key;

    return desk_booking_cancel(d->desk, d->request[i], "ご家族の都合", d->e) && demo_op_key(d, &key)
        && desk_dates_offer(d->desk, d->request[i], two, COUNT_OF(two), key, "phone", d->e);
}

/* ---------------------------------------------------------------- the department */
static bool ask_again(struct demo *d, unsigned i)
{
    struct case_view v;

    return view(d, i, &v) && desk_review_ask_again(d->desk, d->request[i], case_review(&v.c)->rev, d->e);
}

static bool more_is_wanted(struct demo *d, unsigned i)
{
    struct case_view v;

    if (!view(d, i, &v))
        return false;
    struct review_answer x = { .request = d->request[i], .rev = case_review(&v.c)->rev, .answered_on = desk_today(d->desk),
        .verdict = "more_papers", .more = "造影CTの画像", .more_by = desk_today(d->desk), .dates = "", .code = "", .reason = "" };
    return desk_review_answer(d->desk, &x, d->e);
}

static bool more_comes(struct demo *d, unsigned i)
{
    static const struct material_draft disc = { .kind = "disc", .what = "造影CT", .owner = "visitor", .pieces = 1 };
    struct materials_draft m = { .request = d->request[i], .received_on = desk_today(d->desk), .item = &disc, .n = 1 };

    return desk_materials_take_in(d->desk, &m, NULL, d->e);
}

/* The sheet of this round has not come out of the printer: a thing to do. */
static bool send_once_more(struct demo *d, unsigned i)
{
    return desk_review_send(d->desk, d->request[i], NULL, NULL, d->e);
}

/* ---------------------------------------------------------------- pieces */
static bool carry(struct demo *d, unsigned i, size_t piece, const char *place, const char *how)
{
    struct case_view v;

    size_t n;

    if (!view(d, i, &v))
        return false;
    const struct material *m = &v.c.materials[piece];
    const struct whereabouts *w = case_whereabouts(&v.c, &d->arena, &n);
    while (w->of != m)
        w++;
    struct move_draft x = { .request = d->request[i], .material = m->id, .origin = w->place, .place = place, .how = how,
        .tracking = "", .signed_by = "", .pieces = w->pieces };
    return desk_material_move(d->desk, &x, NULL, d->e);
}

static bool to_the_department(struct demo *d, unsigned i)
{
    return carry(d, i, 0, "department", "hand");
}

static bool to_the_specialist(struct demo *d, unsigned i)
{
    return carry(d, i, 0, "specialist", "hand");
}

static bool back_to_the_desk(struct demo *d, unsigned i)
{
    return carry(d, i, 0, "desk", "hand");
}

static bool destroyed(struct demo *d, unsigned i)
{
    return carry(d, i, 1, "destroyed", "hand");
}

static bool back_by_post(struct demo *d, unsigned i)
{
    int64_t prints[RETURN_PRINTS];

    if (!desk_materials_return(d->desk, d->request[i], "post", "1234-5678-9023", "", prints, d->e))
        return false;
    for (size_t k = 0; k < RETURN_PRINTS; k++)
        if (!demo_printed(d, prints[k]))
            return false;
    return true;
}

static bool taken_in_twice(struct demo *d, unsigned i)
{
    struct case_view v;

    return more_comes(d, i) && view(d, i, &v)
        && desk_material_undo(d->desk, d->request[i], v.c.materials[v.c.n_materials - 1].id, "二重に登録", d->e);
}

static bool there_is_no_letter(struct demo *d, unsigned i)
{
    struct paper_draft x = { .request = d->request[i],
        .paper = { .doc = "referral", .state = "none", .promised_on = DAY_NONE, .received_on = DAY_NONE, .dated = DAY_NONE,
            .note = "主治医に話していないため" } };

    return desk_paper_record(d->desk, &x, d->e);
}

/* ---------------------------------------------------------------- calls */
static const struct {
    const char *name, *what, *channel, *result;
} calls[] = {
    { "斎藤 実", "papers", "phone", "away" },
    { "渡邉 光子", "papers", "post", "sent" },
    { "岡田 進", "date", "phone", "voicemail" },
    { "長谷川 茂", "answer", "phone", "reached" },
    { "石井 京子", "day_before", "phone", "reached" },
    { "前田 勇", "fee", "phone", "wrong_number" },
    { "葛\U000E0100城 太郎", "other", "fax", "sent" },
    { "中川 勝", "call_back", "counter", "reached" },
};

static bool calls_of(struct demo *d, unsigned i)
{
    struct forms_done done;

    for (size_t k = 0; k < COUNT_OF(calls); k++) {
        struct call_draft x = { .request = d->request[i], .what = calls[k].what, .channel = calls[k].channel,
            .whom = demo_people[i].name, .result = calls[k].result, .note = "", .next_on = DAY_NONE, .next_min = -1 };
        if (str_eq(calls[k].name, demo_people[i].name) && !desk_call_record(d->desk, &x, &done, d->e))
            return false;
    }
    return true;
}

/* The call that a round of more papers planned is made. */
static bool call_for_more(struct demo *d, unsigned i)
{
    struct forms_done done;
    struct call_view v;

    if (!desk_call_view(d->desk, d->request[i], 0, &d->arena, &v, d->e))
        return false;
    struct call_draft x = { .call = v.call, .request = d->request[i], .what = "papers", .channel = "phone",
        .whom = demo_people[i].name, .result = "reached", .note = "明日お持ちになる", .next_on = DAY_NONE, .next_min = -1 };
    return desk_call_record(d->desk, &x, &done, d->e);
}

/* Dropped when the request ends. */
static bool plan_call(struct demo *d, unsigned i)
{
    struct call_draft x = { .request = d->request[i], .what = "papers", .whom = demo_people[i].name, .result = "", .note = "",
        .next_on = day_add(desk_today(d->desk), 7), .next_min = -1 };
    int64_t id;

    return desk_call_plan(d->desk, &x, &id, d->e);
}

static bool hand_out(struct demo *d, unsigned i)
{
    struct forms_draft x = { .request = d->request[i], .set = "consent_form", .how = "counter", .lang = LANG_EN,
        .remind_on = DAY_NONE };
    struct forms_done done;

    return desk_forms_hand_out(d->desk, &x, &done, d->e);
}

/* ---------------------------------------------------------------- rules */
static bool answer_of(struct demo *d, unsigned i, bool approved)
{
    struct override_waiting *rows;
    size_t n;

    if (!demo_log_in(d, "omori") || !desk_overrides_waiting(d->desk, &d->arena, &rows, &n, d->e))
        return false;
    for (size_t k = 0; k < n; k++)
        if (rows[k].request == d->request[i] && !desk_override_answer(d->desk, rows[k].id, approved, d->e))
            return false;
    return demo_log_in(d, "nishikawa");
}

static bool ask_to_override(struct demo *d, unsigned i)
{
    return desk_override(d->desk, d->request[i], "doctor_disagrees", "主治医が交代の予定。前の先生には話してある", d->e);
}

static bool refused_override(struct demo *d, unsigned i)
{
    return desk_override(d->desk, d->request[i], "nobody_else", "ご家族が遠方のため", d->e) && answer_of(d, i, false);
}

/* A warning that the reception may settle by itself. */
static bool settled_here(struct demo *d, unsigned i)
{
    return desk_override(d->desk, d->request[i], "doctor_not_told", "主治医には本日電話で伝えたとのこと", d->e);
}

/* A date on a day on which the hospital is closed. */
static bool approve_date(struct demo *d, unsigned i)
{
    return answer_of(d, i, true);
}

/* ---------------------------------------------------------------- money */
static bool coins(struct demo *d, unsigned i)
{
    (void)i;
    return desk_cash_move(d->desk, YEN(20000), "両替 (硬貨の補充)", &d->arena, d->e)
        && desk_cash_move(d->desk, YEN(-20000), "両替した紙幣", &d->arena, d->e);
}

static bool count_between(struct demo *d, unsigned i)
{
    struct pieces p = { .of = { [0] = 5 } };

    (void)i;
    return desk_count(d->desk, desk_today(d->desk), &p, &d->arena, d->e);
}

static bool print_again(struct demo *d, unsigned i)
{
    struct case_view v;
    struct reprint_done done;

    return view(d, i, &v) && desk_reprint(d->desk, payment_standing(&v.c)->id, LANG_EN, &d->arena, &done, d->e);
}

/* ---------------------------------------------------------------- when */
static const struct {
    int day; /* open days from today */
    enum demo_hour hour;
    const char *name;
    bool (*what)(struct demo *d, unsigned i);
} events[] = {
    { -17, DEMO_MORNING, "村上 光", an_hour_later },
    { -14, DEMO_MORNING, "坂本 良", cancel_and_offer },
    { -12, DEMO_MORNING, "藤田 幸", earlier },
    { -11, DEMO_MORNING, "近藤 泉", plan_call },
    { -9, DEMO_EVENING, "藤田 幸", nobody_came },
    { -9, DEMO_EVENING, "長谷川 茂", destroyed },
    { -9, DEMO_EVENING, "長谷川 茂", calls_of },
    { -8, DEMO_MORNING, "藤田 幸", demo_book },
    { -8, DEMO_MORNING, "坂本 良", demo_book },
    { -8, DEMO_EVENING, "村上 光", count_between },
    { -7, DEMO_EVENING, "村上 光", print_again },
    { -4, DEMO_MORNING, "斎藤 実", calls_of },
    { -4, DEMO_MORNING, "斎藤 実", settled_here },
    { -4, DEMO_MORNING, "森本 恵子", to_the_specialist },
    { -3, DEMO_MORNING, "\uFA19谷 明", more_is_wanted },
    { -3, DEMO_MORNING, "\uFA19谷 明", call_for_more },
    { -3, DEMO_EVENING, "藤田 幸", coins },
    { -2, DEMO_MORNING, "\uFA19谷 明", more_comes },
    { -2, DEMO_MORNING, "\uFA19谷 明", taken_in_twice },
    { -2, DEMO_MORNING, "中川 勝", ask_again },
    { -2, DEMO_MORNING, "中川 勝", calls_of },
    { -2, DEMO_MORNING, "髙\uFA11 花子", to_the_specialist },
    { -2, DEMO_EVENING, "渡邉 光子", calls_of },
    { -2, DEMO_EVENING, "葛\U000E0100城 太郎", calls_of },
    { -1, DEMO_MORNING, "\uFA19谷 明", send_once_more },
    { -1, DEMO_MORNING, "\uFA19谷 明", to_the_department },
    { -1, DEMO_MORNING, "髙\uFA11 花子", back_to_the_desk },
    { -1, DEMO_MORNING, "岡田 進", calls_of },
    { -1, DEMO_MORNING, "岡田 進", demo_book },
    { -1, DEMO_MORNING, "石井 京子", calls_of },
    { -1, DEMO_MORNING, "前田 勇", calls_of },
    { -1, DEMO_MORNING, "Kim Ji-woo", hand_out },
    { -1, DEMO_MORNING, "堀内 昭", approve_date },
    { -1, DEMO_MORNING, "松井 直美", approve_date },
    { -1, DEMO_MORNING, "河合 翔太", approve_date },
    { -1, DEMO_EVENING, "西田 浩", there_is_no_letter },
    { -1, DEMO_EVENING, "安田 弘", refused_override },
    { -1, DEMO_EVENING, "平井 正", demo_end },
    { -1, DEMO_EVENING, "平井 正", back_by_post },
    { 0, DEMO_NOW, "西田 浩", ask_to_override },
};

bool demo_events(struct demo *d, int n, enum demo_hour hour)
{
    bool any = false;

    for (size_t k = 0; k < COUNT_OF(events); k++)
        for (unsigned i = 0; events[k].day == n && events[k].hour == hour && i < demo_people_n; i++) {
            if (!str_eq(events[k].name, demo_people[i].name))
                continue;
            if (!any && hour == DEMO_EVENING)
                demo_at(d, d->days[DAYS_BACK + n], 16, 30);
            any = true;
            if (!events[k].what(d, i))
                return false;
        }
    return true;
}
