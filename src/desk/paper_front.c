/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of the first contact: blank forms, guide, address label, the letter about missing papers. */
#include "desk/act.h"
#include "desk/paper_renderers.h"
#include "out/forms.h"
#include "out/guide.h"
#include "out/letter.h"
#include "store/inquiry_store.h"

/* The policy that a paper speaks of: the version of its request (then read into *c), else the one in force. */
static const struct policy *policy_of(const struct paper_work *w, const struct casefile **c, struct err *e)
{
    bool request = str_eq(w->job->object, "request");

    *c = request ? paper_case(w, e) : NULL;
    if (request && !*c)
        return NULL;
    int64_t version = request ? (*c)->policy : desk_policy_version(w->desk, desk_today(w->desk), e);
    return version ? desk_policy(w->desk, version, e) : NULL;
}

/* The flat fee that the declaration names. */
static struct blank_form blank_of(const struct policy *p)
{
    struct blank_form blank = { .fee = YEN(0) };

    for (size_t i = 0; i < p->n_prices && blank.fee.v == 0; i++)
        if (p->prices[i].shape == SHAPE_FLAT && !p->prices[i].optional) {
            blank.fee = p->prices[i].amount;
            blank.fee_minutes = p->prices[i].minutes;
        }
    return blank;
}

typedef bool blank_fn(const struct blank_form *in, const struct paper_ctx *ctx, struct buf *out);

/* Blank forms and letters are no duplicates of each other. */
static void never_a_copy(struct paper_work *w)
{
    w->ctx.copy = 1;
}

static bool render_blank(struct paper_work *w, blank_fn *write, struct buf *out, struct err *e)
{
    const struct casefile *c;
    const struct policy *p = policy_of(w, &c, e);

    if (!p)
        return false;
    never_a_copy(w);
    struct blank_form in = blank_of(p);
    return paper_whole(write(&in, &w->ctx, out), e);
}

bool render_request_form(struct paper_work *w, struct buf *out, struct err *e)
{
    return render_blank(w, out_request_form, out, e);
}

bool render_consent_form(struct paper_work *w, struct buf *out, struct err *e)
{
    return render_blank(w, out_consent_form, out, e);
}

bool render_guide(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c;
    const struct policy *p = policy_of(w, &c, e);

    if (!p)
        return false;
    never_a_copy(w);
    struct guide in = { .policy = p, .service = c ? c->service : NULL };
    return paper_whole(out_guide(&in, &w->ctx, out), e);
}

/* The envelope names the hospital only where that is allowed (counter.md, Privacy). */
static struct address_label label_of(const struct casefile *c)
{
    return (struct address_label){ .postal = c->patient.postal, .address = c->patient.address, .institution = "",
        .department = "", .person = str_or(c->applicant_name, c->patient.name),
        .without_sender_name = str_eq(c->patient_name_hospital, "no") };
}

static bool label_of_inquiry(const struct paper_work *w, struct address_label *in, struct err *e)
{
    struct inquiry q;

    if (!inquiry_store_load(desk_db(w->desk), w->job->object_id, w->arena, &q, e))
        return false;
    *in = (struct address_label){ .postal = "", .address = q.address, .institution = "", .department = "",
        .person = q.name, .without_sender_name = str_eq(q.name_hospital, "no") };
    return true;
}

bool render_forms_label(struct paper_work *w, struct buf *out, struct err *e)
{
    bool request = str_eq(w->job->object, "request");
    const struct casefile *c = request ? paper_case(w, e) : NULL;
    struct address_label in;

    if (c)
        in = label_of(c);
    else if (request || !label_of_inquiry(w, &in, e))
        return false;
    never_a_copy(w);
    return paper_whole(out_address_label(&in, &w->ctx, out), e);
}

bool render_reminder_letter(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c;
    struct judgement j;
    const struct policy *p = policy_of(w, &c, e);
    const struct calendar *calendar = p ? desk_calendar(w->desk, e) : NULL;

    if (!calendar)
        return false;
    if (!c)
        return paper_gone(e);
    judge(c, p, calendar, w->ctx.today, w->arena, &j);
    struct missing_paper *missing = ARENA_ARRAY(w->arena, struct missing_paper, j.answer.n_documents + 1);
    size_t n = 0;
    for (size_t i = 0; i < j.answer.n_documents; i++) {
        const struct answer_document *doc = &j.answer.documents[i];
        const struct paper *known = case_paper(c, doc->doc->rule.id);
        if (doc->missing && !doc->doc->recommended)
            missing[n++] = (struct missing_paper){ .title = doc->doc->rule.title, .why = doc->doc->rule.say,
                .promised_on = known ? known->promised_on : DAY_NONE };
    }
    struct reminder_letter in = { .case_year = c->year, .case_number = c->number, .patient = &c->patient,
        .addressee = str_or(case_letter_to(c), ""), .missing = missing, .n_missing = n, .wanted_by = DAY_NONE };
    never_a_copy(w);
    return paper_whole(out_reminder_letter(&in, &w->ctx, out), e);
}
