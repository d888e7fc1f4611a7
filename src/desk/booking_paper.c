/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the visitor holds about an appointment: 予約票 to take home, on the day 呼出番号票 to wait with. */
#include "desk/case_view.h"
#include "desk/inside.h"
#include "desk/paper_renderers.h"
#include "domain/words.h"
#include "out/appointment_slip.h"
#include "out/call_slip.h"
#include "store/appointment_store.h"
#include "text/catalog.h"

static const char *addressed(const char *name, enum lang l, const struct catalog *cat, struct arena *a)
{
    struct msg m;
    struct buf b;

    if (l == LANG_EN)
        return name;
    msg_set(&m, N_("Mr/Ms %s"), name, NULL);
    buf_init(&b, 512);
    msg_text(cat, &m, &b);
    name = arena_strdup(a, b.p);
    buf_fini(&b);
    return name;
}

/* "本人、髙﨑由紀 様" in the paper's language: the patient first, then the others by name or by what they are. */
static const char *who_comes(const struct casefile *c, enum lang l, const struct catalog *cat, struct arena *a)
{
    const char *text = str_eq(c->patient_attends, "yes") ? tr(cat, words_label(&WORDS_ATTENDEE_KIND, "patient")) : "";

    for (size_t i = 0; i < c->n_attendees; i++) {
        const struct attendee *x = &c->attendees[i];
        const char *name = *x->name ? addressed(x->name, l, cat, a)
            : tr(cat, *x->relation ? words_label(&WORDS_RELATION, x->relation) : words_label(&WORDS_ATTENDEE_KIND, x->kind));
        if (!str_eq(x->kind, "patient"))
            text = arena_printf(a, "%s%s%s", text, *text ? tr(cat, N_(", ")) : "", name);
    }
    return text;
}

static void fill_bring(const struct case_view *v, struct appointment_slip *in, struct arena *a)
{
    struct bilingual *bring = ARENA_ARRAY(a, struct bilingual, v->j.answer.n_documents + 1);

    for (size_t i = 0; i < v->j.answer.n_documents; i++) {
        const struct answer_document *x = &v->j.answer.documents[i];
        if (!x->missing)
            continue;
        if (str_eq(x->doc->serves, "identity"))
            in->identity_needed = true;
        else
            bring[in->n_bring++] = x->doc->rule.title;
    }
    in->bring = bring;
    if (v->j.answer.price.state == PRICE_KNOWN) {
        in->fee = v->j.answer.price.total;
        in->fee_minutes = v->j.answer.price.n_lines ? v->j.answer.price.lines[0].price->minutes : 0;
    }
    in->at_cashier = v->j.answer.plan && str_eq(v->j.answer.plan->collect_at, "cashier");
}

/* The request whose appointment the paper is about; NULL with e when it is gone. */
static const struct appointment *load(struct paper_work *w, struct case_view *v, struct err *e)
{
    int64_t request;

    if (!appointment_store_request(desk_db(w->desk), w->job->object_id, &request, e)
        || !desk_case_view(w->desk, request, false, w->arena, v, e))
        return NULL;
    for (size_t i = 0; i < v->c.n_appointments; i++)
        if (v->c.appointments[i].id == w->job->object_id)
            return &v->c.appointments[i];
    paper_gone(e);
    return NULL;
}

bool render_appointment_slip(struct paper_work *w, struct buf *out, struct err *e)
{
    struct case_view v;
    struct appointment_slip in = { .appointment = load(w, &v, e) };

    if (!in.appointment)
        return false;
    in.case_year = v.c.year;
    in.case_number = v.c.number;
    in.patient = &v.c.patient;
    in.who_comes = who_comes(&v.c, w->job->lang, w->ctx.catalogs->of[w->job->lang], w->arena);
    fill_bring(&v, &in, w->arena);
    return paper_whole(out_appointment_slip(&in, &w->ctx, out), e);
}

/* A check-in that was taken back leaves no number to call. */
bool render_call_slip(struct paper_work *w, struct buf *out, struct err *e)
{
    struct case_view v;
    const struct appointment *x = load(w, &v, e);
    const struct visit *here = x ? case_visit(&v.c) : NULL;
    day on;
    hm at;

    if (!x)
        return false;
    if (!here || here->appointment != x->id)
        return paper_gone(e);
    instant_civil(here->arrived_at, desk_hospital(w->desk)->offset, &on, &at);
    struct call_slip in = { .call_number = here->call_number, .day = here->day, .arrived_min = at.min,
        .appointment_min = x->start_min };
    return paper_whole(out_call_slip(&in, &w->ctx, out), e);
}
