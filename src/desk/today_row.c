/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the board's list: the request judged as it stands today, in short words. */
#include "desk/today_inside.h"
#include "domain/judge.h"
#include "domain/words.h"
#include "store/case_store.h"
#include "text/catalog.h"
#include "text/era.h"

struct row_in {
    const struct today_in *in;
    const struct casefile *c;
    const struct judgement *j;
};

static struct bilingual label_of(const struct row_in *x, struct fact_ref fact)
{
    const struct catalogs *c = desk_catalogues(x->in->d);
    struct bilingual out;
    struct buf text;

    buf_init(&text, 1024);
    fact_label(x->j->policy, fact, c->of[LANG_JA], LANG_JA, &text);
    out.ja = arena_strdup(x->in->a, text.p);
    buf_clear(&text);
    fact_label(x->j->policy, fact, c->of[LANG_EN], LANG_EN, &text);
    out.en = arena_strdup(x->in->a, text.p);
    buf_fini(&text);
    return out;
}

static bool door_paper(const struct answer *a, const struct answer_document *d)
{
    int visit = a->service ? service_step(a->service, "visit") : -1;

    return visit >= 0 && d->due && service_step(a->service, d->due) >= visit;
}

struct parts {
    struct bilingual *item;
    size_t n, cap;
};

static void add_part(const struct row_in *x, struct parts *list, struct bilingual word)
{
    list->item = arena_grow(x->in->a, list->item, list->n, &list->cap, sizeof *list->item);
    list->item[list->n++] = word;
}

static void put_missing(const struct row_in *x, const struct parts *list, struct today_row *out)
{
    out->what = two_same("");
    for (size_t i = 0; i < list->n; i++)
        out->what = two_join(x->in, out->what, list->item[i]);
    out->part = list->item;
    out->n_parts = list->n;
}

/* Documents first, then what must be asked of who comes, then rules that hold it up. */
static struct parts missing(const struct row_in *x)
{
    const struct answer *a = &x->j->answer;
    struct parts list = { 0 };

    for (size_t i = 0; i < a->n_documents; i++) {
        const struct answer_document *d = &a->documents[i];
        const struct paper *known = case_paper(x->c, d->doc->rule.id);
        if (!d->missing || door_paper(a, d))
            continue;
        struct bilingual word = d->doc->rule.title;
        if (d->state == DOC_PROMISED && known && day_known(known->promised_on))
            word = two_say(x->in, N_("%1$s (promised %2$s)"), word, two_when(x->in, known->promised_on, -1));
        add_part(x, &list, word);
    }
    for (size_t i = 0; i < a->n_pending; i++)
        if (a->pending[i].requester)
            add_part(x, &list, label_of(x, a->pending[i].fact));
    if (x->c->n_attendees == 0 && !str_eq(x->c->patient_attends, "yes") && a->n_pending == 0)
        add_part(x, &list, two_word(x->in, N_("who comes")));
    for (size_t i = 0; i < a->n_spoken; i++) {
        const struct spoken *s = &a->spoken[i];
        if (s->effect < VERDICT_ASK || s->overridden)
            continue;
        if (s->title.ja)
            add_part(x, &list, s->title);
        else if (list.n == 0) /* rules without a title: better one word than an empty row; the page says the rest */
            add_part(x, &list, two_word(x->in, s->effect == VERDICT_ASK ? N_("to be asked first") : N_("not by the rules")));
    }
    return list;
}

static struct bilingual department_of(const struct row_in *x, const char *id)
{
    const struct policy_department *d = policy_department(x->j->policy, id);

    return d && d->rule.title.ja ? d->rule.title : two_same(id);
}

static bool wants_more(const struct row_in *x)
{
    const struct review *r = case_review(x->c);

    return r && day_known(r->answered_on) && !str_eq(r->verdict, "not_possible");
}

static struct bilingual review_words(const struct row_in *x)
{
    const struct review *r = case_review(x->c);

    if (!r)
        return two_word(x->in, N_("send the sheet to the department"));
    if (!day_known(r->answered_on)) {
        day sent = day_known(r->asked_again_on) ? r->asked_again_on : r->sent_on;
        const char *msgid = day_known(r->asked_again_on) ? N_("asked again %s") : N_("sent %s");
        return two_join(x->in, department_of(x, r->department),
            two_say(x->in, msgid, two_when(x->in, sent, -1), two_same("")));
    }
    if (str_eq(r->verdict, "not_possible"))
        return two_word(x->in, N_("not possible: tell the visitor"));
    return two_say(x->in, N_("more papers: %s"), two_same(r->more), two_same(""));
}

static struct bilingual booking_words(const struct row_in *x)
{
    const struct review *r = case_review(x->c);
    struct bilingual who = r ? review_specialist(r) : two_same("");
    int held = 0;
    day until = DAY_NONE;
    hm ignored;

    for (size_t i = 0; i < x->c->n_appointments; i++) {
        const struct appointment *p = &x->c->appointments[i];
        if (!str_eq(p->state, "held") || p->held_until.s <= desk_instant(x->in->d).s)
            continue;
        held++;
        instant_civil(p->held_until, desk_hospital(x->in->d)->offset, &until, &ignored);
    }
    if (held)
        return two_join(x->in, who,
            two_say(x->in, N_("%1$s dates until %2$s"), two_same(arena_printf(x->in->a, "%d", held)),
                two_when(x->in, until, -1)));
    return two_join(x->in, who, two_word(x->in, N_("offer dates")));
}

static struct bilingual payment_words(const struct row_in *x)
{
    char amount[YEN_TEXT];

    yen_format(case_owed(x->c), amount);
    struct bilingual owed = two_say(x->in, N_("%s yen"), two_same(arena_strdup(x->in->a, amount)), two_same(""));
    if (x->c->n_unpaid)
        return two_join(x->in, two_word(x->in, N_("unpaid")), owed);
    return owed;
}

static struct bilingual return_words(const struct row_in *x)
{
    return two_number(x->in, N_("%s pc. here"), case_pieces_here(x->c));
}

static struct bilingual other_words(const struct row_in *x)
{
    for (size_t i = 0; i < x->j->journey.n_open; i++) {
        const char *step = x->j->journey.open[i];
        const struct journey_step *s = journey_find(&x->j->journey, step);
        if (str_eq(step, "close"))
            return two_word(x->in, N_("everything is done: close it"));
        if (str_eq(step, "visit"))
            return two_word(x->in, N_("the day of the visit has passed"));
        if (s && today_group_of(step) == TODAY_OTHER)
            return s->title.ja ? s->title : two_word(x->in, words_label(&WORDS_STEP, step));
    }
    return two_same("");
}

static struct bilingual what_of(const struct row_in *x, enum today_group group)
{
    switch (group) {
    case TODAY_REVIEW: return review_words(x);
    case TODAY_BOOKING: return booking_words(x);
    case TODAY_PAYMENT: return payment_words(x);
    case TODAY_REPORT: return two_word(x->in, N_("report to the present doctor"));
    case TODAY_RETURN: return return_words(x);
    default: return other_words(x);
    }
}

/* On the board without what a label explains in brackets. */
static struct bilingual plain(const struct row_in *x, const char *label)
{
    struct bilingual b = two_word(x->in, label);
    const char *ja = strstr(b.ja, " ("), *en = strstr(b.en, " (");

    return (struct bilingual){ ja ? arena_strndup(x->in->a, b.ja, (size_t)(ja - b.ja)) : b.ja,
        en ? arena_strndup(x->in->a, b.en, (size_t)(en - b.en)) : b.en };
}

/* Who asks: the patient, or the first who comes instead. */
static struct bilingual who_of(const struct row_in *x)
{
    const struct casefile *c = x->c;

    for (size_t i = 0; i < c->n_attendees; i++) {
        const struct attendee *a = &c->attendees[i];
        if (str_eq(c->patient_attends, "yes") || str_eq(a->kind, "patient"))
            break;
        return plain(x, str_empty(a->relation) ? words_label(&WORDS_ATTENDEE_KIND, a->kind)
                                               : words_label(&WORDS_RELATION, a->relation));
    }
    if (str_empty(c->applicant_kind))
        return str_eq(c->patient_attends, "yes") ? two_word(x->in, N_("Patient")) : two_same("");
    return plain(x, words_label(&WORDS_ATTENDEE_KIND, c->applicant_kind));
}

static struct bilingual last_contact(const struct row_in *x, struct bilingual *when)
{
    const struct casefile *c = x->c;
    const struct call_row *best = NULL;
    day on;
    hm ignored;

    for (size_t i = 0; i < c->n_calls; i++)
        if (!str_empty(c->calls[i].result) && (!best || c->calls[i].at.s > best->at.s))
            best = &c->calls[i];
    *when = two_same("");
    if (!best)
        return *when;
    instant_civil(best->at, desk_hospital(x->in->d)->offset, &on, &ignored);
    *when = two_when(x->in, on, -1);
    return two_join(x->in, *when, two_word(x->in, words_label(&WORDS_CALL_RESULT, best->result)));
}

/* When somebody looks at it again: the next call, else the due day. */
static struct bilingual next_contact(const struct row_in *x, bool *late)
{
    const struct casefile *c = x->c;
    const struct call_row *best = NULL;

    for (size_t i = 0; i < c->n_calls; i++) {
        const struct call_row *k = &c->calls[i];
        if (str_empty(k->result) && day_known(k->due) && (!best || day_cmp(k->due, best->due) < 0))
            best = k;
    }
    day due = best ? best->due : c->next_due;
    *late = day_known(due) && day_cmp(due, x->in->today) < 0;
    return two_when(x->in, due, best ? best->due_min : -1);
}

static const char *step_of(enum today_group group)
{
    static const char *const steps[TODAY_GROUPS] = { [TODAY_PAPERS] = "papers", [TODAY_REVIEW] = "review",
        [TODAY_BOOKING] = "booking", [TODAY_VISITS] = "visit", [TODAY_PAYMENT] = "payment", [TODAY_REPORT] = "report",
        [TODAY_RETURN] = "return" };

    return steps[group];
}

/* Where the missing things are recorded: with who comes (consent, proofs), or with the papers. */
static const char *papers_step(const struct row_in *x)
{
    const struct answer *a = &x->j->answer;

    for (size_t i = 0; i < a->n_documents; i++)
        if (a->documents[i].missing && !a->documents[i].doc->serves && !a->documents[i].doc->built_in)
            return "papers";
    return "requester";
}

bool today_row_of_request(const struct today_in *in, int64_t request, enum today_group group, struct today_row *out,
    struct err *e)
{
    struct casefile *c = ARENA_NEW(in->a, struct casefile);
    struct judgement *j = ARENA_NEW(in->a, struct judgement);
    const struct calendar *calendar = desk_calendar(in->d, e);

    if (!calendar || !case_load(desk_db(in->d), request, in->a, c, e))
        return false;
    const struct policy *p = desk_policy(in->d, c->policy, e);
    if (!p)
        return false;
    judge(c, p, calendar, in->today, in->a, j);
    struct row_in x = { in, c, j };
    const struct appointment *booked = case_booked(c);
    *out = (struct today_row){ .kind = ROW_OF_REQUEST, .id = request, .request = request, .name = c->patient.name,
        .age = day_known(c->patient.birth) ? day_age(c->patient.birth, in->today) : -1, .careful = c->careful,
        .appointment = booked ? booked->id : 0, .step = group == TODAY_PAPERS ? papers_step(&x) : step_of(group) };
    case_number_text(c->year, c->number, out->number);
    out->who = who_of(&x);
    if (group == TODAY_PAPERS) {
        struct parts list = missing(&x);
        put_missing(&x, &list, out);
    } else
        out->what = what_of(&x, group);
    if (group == TODAY_REVIEW && wants_more(&x))
        out->what_open = two_word(in, N_("more papers"));
    out->last = last_contact(&x, &out->last_short);
    out->next = next_contact(&x, &out->late);
    return true;
}
