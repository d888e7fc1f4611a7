/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/today.h"

#include "desk/after.h"
#include "desk/closing.h"
#include "desk/money_day.h"
#include "desk/paper_desk.h"
#include "desk/paper_kinds.h"
#include "desk/today_inside.h"
#include "domain/words.h"
#include "store/inquiry_store.h"
#include "text/era.h"
#include "text/fold.h"

const char *const today_group_labels[TODAY_GROUPS] = { [TODAY_CALLS] = N_("Calls to make"),
    [TODAY_PAPERS] = N_("Papers not complete"), [TODAY_REVIEW] = N_("Department's answer"),
    [TODAY_BOOKING] = N_("Date to be set"), [TODAY_VISITS] = N_("Visits today"), [TODAY_PAYMENT] = N_("Fee to take"),
    [TODAY_REPORT] = N_("Report not sent"), [TODAY_RETURN] = N_("Materials to return"), [TODAY_OTHER] = N_("Other") };

enum today_group today_group_of(const char *step)
{
    static const struct {
        const char *step;
        enum today_group group;
    } of[] = { { "requester", TODAY_PAPERS }, { "papers", TODAY_PAPERS }, { "review", TODAY_REVIEW },
        { "booking", TODAY_BOOKING }, { "payment", TODAY_PAYMENT }, { "report", TODAY_REPORT },
        { "return", TODAY_RETURN } };

    for (size_t i = 0; i < COUNT_OF(of); i++)
        if (str_eq(of[i].step, step))
            return of[i].group;
    return str_eq(step, "visit") || str_eq(step, "inquiry") || str_eq(step, "request") ? 0 : TODAY_OTHER;
}

/* One thing of a group, before it is written out. */
struct entry {
    enum today_kind kind;
    int64_t id;
    size_t index; /* in its source */
};
struct entries {
    struct entry *item;
    size_t n, cap;
};
struct board {
    struct today_in in;
    struct today_view *out;
    struct live_row *live;
    struct due_call *calls;
    struct inquiry *inquiries;
    struct door_row *door;
    struct print_job *prints;
    struct override_waiting *overrides;
    struct closing_row *closings;
    size_t n_live, n_calls, n_inquiries, n_door, n_prints, n_overrides, n_closings;
    day forgotten;
    int old_inquiries;
    struct entries group[TODAY_GROUPS];
};

static void add(struct board *b, enum today_group group, enum today_kind kind, int64_t id, size_t index)
{
    struct entries *g = &b->group[group];

    g->item = arena_grow(b->in.a, g->item, g->n, &g->cap, sizeof *g->item);
    g->item[g->n++] = (struct entry){ kind, id, index };
}

/* --- reading */

/* A day that was not closed and a closing that nobody confirmed stand on everybody's board. */
static bool read_money(struct board *b, struct err *e)
{
    struct desk *d = b->in.d;
    struct money_day m;

    if (!money_day_load(d, b->in.today, b->in.a, &m, e))
        return false;
    b->forgotten = m.forgotten;
    return desk_closings_unconfirmed(d, b->in.a, &b->closings, &b->n_closings, e);
}

static bool read_all(struct board *b, struct err *e)
{
    struct desk *d = b->in.d;
    struct db *db = desk_db(d);
    const struct hospital *h = desk_hospital(d);
    struct arena *a = b->in.a;

    return today_live(db, h->counter, b->in.today, h->offset, a, &b->live, &b->n_live, e)
        && today_calls(db, h->counter, b->in.today, a, &b->calls, &b->n_calls, e)
        && inquiry_store_due(db, h->counter, b->in.today, 200, a, &b->inquiries, &b->n_inquiries, e)
        && today_visits(db, h->counter, b->in.today, a, &b->door, &b->n_door, e)
        && desk_prints_waiting(d, a, &b->prints, &b->n_prints, e)
        && desk_overrides_waiting(d, a, &b->overrides, &b->n_overrides, e) && read_money(b, e)
        && today_old_inquiries(db, h->counter, day_add(b->in.today, -h->inquiry_days), &b->old_inquiries, e)
        && desk_notes(d, a, &b->out->notes, &b->out->n_notes, e);
}

/* --- groups */

static bool has_passed(const struct board *b, const struct live_row *r)
{
    return day_known(r->next_due) && day_cmp(r->next_due, b->in.today) < 0;
}

static void sort_request(struct board *b, size_t index)
{
    const struct live_row *r = &b->live[index];
    bool in[TODAY_GROUPS] = { false };

    for (const char *at = r->next_action; *at;) {
        size_t n = strcspn(at, " ");
        const char *step = arena_strndup(b->in.a, at, n);
        in[today_group_of(step)] = true;
        in[TODAY_OTHER] |= str_eq(step, "visit") && has_passed(b, r);
        at += n + (at[n] == ' ');
    }
    if (in[TODAY_PAPERS] && day_known(r->promised_on))
        add(b, TODAY_CALLS, ROW_OF_PROMISE, r->id, index);
    for (int g = 1; g < TODAY_GROUPS; g++)
        if (in[g])
            add(b, (enum today_group)g, ROW_OF_REQUEST, r->id, index);
}

static bool door_open(const struct door_row *v)
{
    return (str_eq(v->state, "booked") || str_eq(v->state, "arrived")) && !v->ended;
}

static void sort_all(struct board *b)
{
    for (size_t i = 0; i < b->n_calls; i++)
        add(b, TODAY_CALLS, ROW_OF_CALL, b->calls[i].id, i);
    for (size_t i = 0; i < b->n_inquiries; i++)
        add(b, TODAY_CALLS, ROW_OF_INQUIRY, b->inquiries[i].id, i);
    for (size_t i = 0; i < b->n_live; i++)
        sort_request(b, i);
    for (size_t i = 0; i < b->n_door; i++)
        if (door_open(&b->door[i]))
            add(b, TODAY_VISITS, ROW_OF_VISIT, b->door[i].appointment, i);
    for (size_t i = 0; i < b->n_prints; i++)
        add(b, TODAY_OTHER, ROW_OF_PRINT, b->prints[i].id, i);
    for (size_t i = 0; i < b->n_overrides; i++)
        add(b, TODAY_OTHER, ROW_OF_OVERRIDE, b->overrides[i].id, i);
    for (size_t i = 0; i < b->n_closings; i++)
        add(b, TODAY_OTHER, ROW_OF_CLOSING, b->closings[i].id, i);
    if (day_known(b->forgotten))
        add(b, TODAY_OTHER, ROW_OF_OPEN_DAY, 1, 0);
    if (b->old_inquiries)
        add(b, TODAY_OTHER, ROW_OF_OLD_INQUIRIES, 1, 0);
}

/* Since when a request waits for this group's step. */
static day waiting_since(const struct live_row *r, enum today_group group)
{
    if (group == TODAY_PAPERS)
        return r->received_on;
    if (group == TODAY_REVIEW && day_known(r->sent_on))
        return r->sent_on;
    return day_known(r->last_done) ? r->last_done : r->received_on;
}

static void urgent_of_requests(struct board *b, enum today_group group)
{
    struct today_sum *sum = &b->out->group[group];
    int most = -1;

    for (size_t i = 0; i < b->group[group].n; i++) {
        const struct entry *x = &b->group[group].item[i];
        day since = x->kind == ROW_OF_REQUEST ? waiting_since(&b->live[x->index], group) : DAY_NONE;
        if (!day_known(since)) /* also in a damaged file */
            continue;
        int days = day_diff(b->in.today, since);
        most = days > most ? days : most;
        sum->late |= has_passed(b, &b->live[x->index]);
    }
    if (most >= 0)
        sum->urgent = most ? two_number(&b->in, N_("%s d"), most) : two_when(&b->in, b->in.today, -1);
}

static void urgent_of_calls(struct board *b)
{
    struct today_sum *sum = &b->out->group[TODAY_CALLS];
    day due = b->n_calls ? b->calls[0].due : DAY_NONE;
    int min = b->n_calls ? b->calls[0].due_min : -1;

    for (size_t i = 0; i < b->group[TODAY_CALLS].n; i++) {
        const struct entry *x = &b->group[TODAY_CALLS].item[i];
        if (x->kind != ROW_OF_PROMISE || (day_known(due) && day_cmp(b->live[x->index].promised_on, due) >= 0))
            continue;
        due = b->live[x->index].promised_on;
        min = -1;
    }
    if (!day_known(due))
        return;
    int days = day_diff(b->in.today, due);
    sum->late = days > 0 || (min >= 0 && min <= b->in.now.min);
    if (days > 0)
        sum->urgent = two_number(&b->in, N_("%s d late"), days);
    else if (min >= 0)
        sum->urgent = two_say(&b->in, N_("at %s"), two_when(&b->in, due, min), two_same(""));
    else
        sum->urgent = two_word(&b->in, N_("today"));
}

static void urgent_of_visits(struct board *b)
{
    for (size_t i = 0; i < b->n_door; i++)
        if (str_eq(b->door[i].state, "booked")) {
            b->out->group[TODAY_VISITS].urgent = two_say(&b->in, N_("next %s"),
                two_when(&b->in, b->door[i].day, b->door[i].start_min), two_same(""));
            b->out->group[TODAY_VISITS].late = b->door[i].start_min < b->in.now.min;
            return;
        }
}

static void sum_up(struct board *b)
{
    for (int g = 1; g < TODAY_GROUPS; g++)
        b->out->group[g] = (struct today_sum){ .count = (int)b->group[g].n, .urgent = two_same("-") };
    urgent_of_calls(b);
    urgent_of_visits(b);
    for (int g = TODAY_PAPERS; g < TODAY_GROUPS; g++)
        if (g != TODAY_VISITS)
            urgent_of_requests(b, (enum today_group)g);
    b->out->group[TODAY_OTHER].late |= day_known(b->forgotten);
}

/* --- visits */

static struct bilingual time_words(const struct board *b, const char *msgid, instant at)
{
    char text[HM_TEXT];
    day ignored;
    hm t;

    instant_civil(at, desk_hospital(b->in.d)->offset, &ignored, &t);
    hm_text(t, text);
    return two_say(&b->in, msgid, two_same(arena_strdup(b->in.a, text)), two_same(""));
}

static struct bilingual visit_state(const struct board *b, const struct door_row *v)
{
    if (str_eq(v->state, "no_show"))
        return two_word(&b->in, N_("did not come"));
    if (v->ended)
        return time_words(b, N_("over %s"), v->ended_at);
    if (v->started)
        return time_words(b, N_("talk %s"), v->started_at);
    return v->call_number ? time_words(b, N_("here %s"), v->arrived_at) : two_word(&b->in, N_("expected"));
}

/* The department's title by the policy, or as it was typed, before the doctor's family name. */
static struct bilingual specialist_of(const struct board *b, const struct door_row *v)
{
    const struct policy *p = desk_policy(b->in.d, v->policy, NULL);
    const struct policy_department *dep = p ? policy_department(p, v->department) : NULL;
    struct bilingual who = { v->specialist, str_or(v->specialist_en, v->specialist) };

    struct bilingual department = dep ? dep->rule.title : two_same(v->department);
    return two_join(&b->in, department, who);
}

static struct bilingual sex_of(const struct board *b, const struct door_row *v)
{
    if (str_eq(v->sex, "female"))
        return two_word(&b->in, N_("F"));
    return str_eq(v->sex, "male") ? two_word(&b->in, N_("M")) : two_same("");
}

static void list_visits(struct board *b)
{
    struct today_view *out = b->out;

    out->visits = ARENA_ARRAY(b->in.a, struct today_visit, b->n_door + 1);
    for (size_t i = 0; i < b->n_door; i++) {
        const struct door_row *v = &b->door[i];
        struct today_visit *x = &out->visits[out->n_visits++];
        *x = (struct today_visit){ .request = v->request, .appointment = v->appointment, .start_min = v->start_min,
            .call_number = v->call_number, .name = v->name,
            .age = day_known(v->birth) ? day_age(v->birth, b->in.today) : -1, .sex = sex_of(b, v),
            .specialist = specialist_of(b, v), .with = today_with(&b->in, v, false),
            .with_short = today_with(&b->in, v, true), .state = visit_state(b, v),
            .room = *v->room ? (struct bilingual){ v->room, str_or(v->room_en, v->room) } : two_same(v->place),
            .waiting = str_eq(v->state, "booked"), .over = v->ended || str_eq(v->state, "no_show") };
        case_number_text(v->year, v->number, x->number);
    }
}

/* --- equal surnames */

/* What stands before the first blank, as a search key: 髙﨑 and 高崎 sound and look alike when called. */
static const char *surname(const char *name, struct arena *a, const char **shown)
{
    size_t n = strcspn(name, " ");
    const char *wide = strstr(name, "\xE3\x80\x80"); /* U+3000 */

    if (wide && (size_t)(wide - name) < n)
        n = (size_t)(wide - name);
    *shown = arena_strndup(a, name, n);
    return fold_name(a, *shown);
}

static void compare(struct board *b, const struct door_row *x, const struct door_row *y, struct today_visit *vx,
    struct today_visit *vy, size_t *cap)
{
    const char *shown, *other;
    const char *key = surname(x->name, b->in.a, &shown);

    if (x->request == y->request || !*key || !str_eq(key, surname(y->name, b->in.a, &other)))
        return;
    vx->same_name = true;
    if (vy)
        vy->same_name = true;
    b->out->same = arena_grow(b->in.a, b->out->same, b->out->n_same, cap, sizeof *b->out->same);
    b->out->same[b->out->n_same++] = (struct same_name){ shown, two_when(&b->in, x->day, x->start_min),
        two_when(&b->in, y->day, y->start_min) };
}

/* Today's among themselves, and with the next day that has visits when it is near (a weekend lies between). */
enum { NEXT_DAY_NEAR = 4 };
static bool same_names(struct board *b, struct err *e)
{
    const struct hospital *h = desk_hospital(b->in.d);
    struct day_count *days;
    struct door_row *next = NULL;
    size_t n_days, n_next = 0, cap = 0;

    if (!today_next_days(desk_db(b->in.d), h->counter, b->in.today, 2, b->in.a, &days, &n_days, e))
        return false;
    while (n_days && !day_known(days[n_days - 1].day)) /* of a damaged file, which verify names: behind all others */
        n_days--;
    for (size_t i = 0; i < 2; i++) {
        b->out->next[i].day = i < n_days ? days[i].day : DAY_NONE;
        b->out->next[i].n = i < n_days ? days[i].n : 0;
    }
    if (n_days && day_diff(days[0].day, b->in.today) <= NEXT_DAY_NEAR
        && !today_visits(desk_db(b->in.d), h->counter, days[0].day, b->in.a, &next, &n_next, e))
        return false;
    for (size_t i = 0; i < b->n_door; i++) {
        for (size_t k = i + 1; k < b->n_door; k++)
            compare(b, &b->door[i], &b->door[k], &b->out->visits[i], &b->out->visits[k], &cap);
        for (size_t k = 0; k < n_next; k++)
            compare(b, &b->door[i], &next[k], &b->out->visits[i], NULL, &cap);
    }
    return true;
}

/* --- the list */

static struct today_row row_of_call(const struct board *b, const struct due_call *c)
{
    struct bilingual what = two_word(&b->in, words_label(&WORDS_CALL_WHAT, c->what));
    struct today_row row = { .kind = ROW_OF_CALL, .id = c->id, .request = c->request, .inquiry = c->inquiry,
        .name = c->name, .age = -1, .who = two_word(&b->in, words_label(&WORDS_INQUIRY_WHO, c->who)), .what = what,
        .next = two_when(&b->in, c->due, c->due_min),
        .late = day_cmp(c->due, b->in.today) < 0 || (c->due_min >= 0 && c->due_min <= b->in.now.min) };

    return row;
}

static bool write_call(struct board *b, const struct entry *x, struct today_row *out, struct err *e)
{
    const struct due_call *c = &b->calls[x->index];
    struct today_row row = row_of_call(b, c);

    if (!c->request) {
        *out = row;
        return true;
    }
    if (!today_row_of_request(&b->in, c->request, TODAY_CALLS, out, e))
        return false;
    bool papers = str_eq(c->what, "papers");
    out->kind = ROW_OF_CALL;
    out->id = c->id;
    if (papers) { /* what is missing is what is said */
        struct today_row missing;
        if (!today_row_of_request(&b->in, c->request, TODAY_PAPERS, &missing, e))
            return false;
        out->what = two_empty(missing.what) ? row.what : missing.what;
        out->part = missing.part;
        out->n_parts = missing.n_parts;
    } else
        out->what = row.what;
    if (!str_empty(c->whom))
        out->who = two_same(c->whom);
    out->next = row.next;
    out->late = row.late;
    return true;
}

/* Somebody said that a paper comes by this day: it is asked for, whatever else is open of the request. */
static bool write_promise(struct board *b, const struct entry *x, struct today_row *out, struct err *e)
{
    day on = b->live[x->index].promised_on;

    if (!today_row_of_request(&b->in, x->id, TODAY_PAPERS, out, e))
        return false;
    out->kind = ROW_OF_PROMISE;
    out->next = two_when(&b->in, on, -1);
    out->late = day_cmp(on, b->in.today) < 0;
    return true;
}

static struct today_row row_of_inquiry(const struct board *b, const struct inquiry *q)
{
    return (struct today_row){ .kind = ROW_OF_INQUIRY, .id = q->id, .inquiry = q->id, .name = q->name, .age = -1,
        .who = two_word(&b->in, words_label(&WORDS_INQUIRY_WHO, q->who)),
        .what = two_word(&b->in, words_label(&WORDS_INQUIRY_NEXT, q->next)), .last = two_when(&b->in, q->day, -1),
        .next = two_when(&b->in, q->due, -1), .late = day_cmp(q->due, b->in.today) < 0 };
}

static bool write_visit(struct board *b, const struct entry *x, struct today_row *out, struct err *e)
{
    const struct today_visit *v = &b->out->visits[x->index];

    if (!today_row_of_request(&b->in, v->request, TODAY_VISITS, out, e))
        return false;
    out->kind = ROW_OF_VISIT;
    out->id = out->appointment = v->appointment;
    out->who = two_same("");
    out->what = two_join(&b->in, v->specialist, v->with);
    out->what_short = two_join(&b->in, v->specialist, v->with_short);
    out->last = v->state;
    out->last_short = two_same("");
    out->next = two_when(&b->in, b->in.today, v->start_min);
    out->late = v->waiting && v->start_min < b->in.now.min;
    return true;
}

/* Of a request it stands under its number; of anything else under who printed it. */
static bool write_print(const struct board *b, const struct print_job *j, struct today_row *out, struct err *e)
{
    const struct paper_kind *kind = paper_kind_of(j->kind);
    day on;
    hm at;

    instant_civil(j->at, desk_hospital(b->in.d)->offset, &on, &at);
    if (j->request) {
        if (!today_row_of_request(&b->in, j->request, TODAY_OTHER, out, e))
            return false;
    } else
        *out = (struct today_row){ .name = "", .age = -1, .who = two_same(j->by_name) };
    out->kind = ROW_OF_PRINT;
    out->id = j->id;
    out->what = two_say(&b->in, N_("to print: %s"), two_word(&b->in, kind ? kind->label : j->kind), two_same(""));
    out->last = two_same("");
    out->next = two_when(&b->in, on, at.min);
    out->late = true;
    return true;
}

static struct today_row row_of_override(const struct board *b, const struct override_waiting *o)
{
    struct today_row row = { .kind = ROW_OF_OVERRIDE, .id = o->id, .request = o->request, .name = o->patient, .age = -1,
        .what = two_say(&b->in, N_("%1$s, to be approved: %2$s"), two_same(o->by_name), two_same(o->reason)),
        .what_open = two_say(&b->in, N_("%s, to be approved"), two_same(o->by_name), two_same("")),
        .next = two_when(&b->in, o->day, -1), .late = day_cmp(o->day, b->in.today) < 0 };

    str_copy(row.number, sizeof row.number, o->number);
    return row;
}

static struct today_row row_of_closing(const struct board *b, const struct closing_row *c)
{
    return (struct today_row){ .kind = ROW_OF_CLOSING, .id = c->id, .name = "", .age = -1, .who = two_same(c->by_name),
        .what = two_word(&b->in, N_("closing to be confirmed")), .next = two_when(&b->in, c->day, -1) };
}

static bool write_row(struct board *b, const struct entry *x, enum today_group group, struct today_row *out,
    struct err *e)
{
    switch (x->kind) {
    case ROW_OF_REQUEST: return today_row_of_request(&b->in, x->id, group, out, e);
    case ROW_OF_CALL: return write_call(b, x, out, e);
    case ROW_OF_PROMISE: return write_promise(b, x, out, e);
    case ROW_OF_VISIT: return write_visit(b, x, out, e);
    case ROW_OF_INQUIRY: *out = row_of_inquiry(b, &b->inquiries[x->index]); break;
    case ROW_OF_PRINT: return write_print(b, &b->prints[x->index], out, e);
    case ROW_OF_OVERRIDE: *out = row_of_override(b, &b->overrides[x->index]); break;
    case ROW_OF_CLOSING: *out = row_of_closing(b, &b->closings[x->index]); break;
    case ROW_OF_OPEN_DAY:
        *out = (struct today_row){ .kind = x->kind, .id = x->id, .name = "", .age = -1, .late = true,
            .what = two_word(&b->in, N_("a day is not closed yet")), .next = two_when(&b->in, b->forgotten, -1) };
        break;
    case ROW_OF_OLD_INQUIRIES:
        *out = (struct today_row){ .kind = x->kind, .id = x->id, .name = "", .age = -1,
            .what = two_number(&b->in, N_("%s inquiries past their term"), b->old_inquiries) };
        break;
    }
    return true;
}

static bool list_rows(struct board *b, const struct today_ask *ask, struct err *e)
{
    struct today_view *out = b->out;
    const struct entries *g = &b->group[ask->group];
    size_t page = ask->rows ? ask->rows : 1;

    out->total = g->n;
    out->from = ask->from < g->n ? ask->from : g->n > page ? g->n - page : 0;
    out->rows = ARENA_ARRAY(b->in.a, struct today_row, page + 1);
    for (size_t i = out->from; i < g->n && out->n_rows < page; i++)
        if (!write_row(b, &g->item[i], ask->group, &out->rows[out->n_rows++], e))
            return false;
    return true;
}

static bool write_board(struct board *b, const struct today_ask *ask, struct err *e)
{
    if (!read_all(b, e))
        return false;
    sort_all(b);
    sum_up(b);
    list_visits(b);
    return same_names(b, e) && list_rows(b, ask, e);
}

bool desk_today_view(struct desk *d, const struct today_ask *ask, struct arena *a, struct today_view *out,
    struct err *e)
{
    struct board b = { .in = { d, a, desk_today(d), desk_now(d) }, .out = out };

    BUG_IF(ask->group < 1 || ask->group >= TODAY_GROUPS);
    *out = (struct today_view){ .today = b.in.today, .now = b.in.now };
    if (!act_may_read(d, ACT_REQUEST_READ, e) || !db_moment_begin(desk_db(d), e))
        return false;
    bool ok = write_board(&b, ask, e);
    db_moment_end(desk_db(d));
    return ok;
}
