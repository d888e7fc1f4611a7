/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of the first contact: blank forms, guide, address label, the letter about missing papers. */
#include "desk/act.h"
#include "desk/paper_renderers.h"
#include "out/forms.h"
#include "out/guide.h"
#include "out/letter.h"
#include "store/case_store.h"
#include "store/inquiry_store.h"

/* The policy that a paper speaks of: the request's own version, else the one in force. */
static const struct policy *policy_of(struct desk *d, const struct print_job *job, struct arena *a, struct casefile *c,
    struct err *e)
{
    int64_t version;

    if (str_eq(job->object, "request")) {
        if (!case_load(desk_db(d), job->object_id, a, c, e))
            return NULL;
        version = c->policy;
    } else
        version = desk_policy_version(d, desk_today(d), e);
    return version ? desk_policy(d, version, e) : NULL;
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

static bool render_blank(struct desk *d, const struct print_job *job, blank_fn *write, struct buf *out, struct err *e)
{
    struct arena a;
    struct casefile c;
    struct paper_ctx ctx = paper_ctx_of(d, job);

    ctx.copy = 1; /* a blank form is no duplicate of another */
    arena_init(&a);
    const struct policy *p = policy_of(d, job, &a, &c, e);
    struct blank_form in = p ? blank_of(p) : (struct blank_form){ .fee = YEN(0) };
    bool ok = p && paper_whole(write(&in, &ctx, out), e);
    arena_fini(&a);
    return ok;
}

bool render_request_form(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    return render_blank(d, job, out_request_form, out, e);
}

bool render_consent_form(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    return render_blank(d, job, out_consent_form, out, e);
}

bool render_guide(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    struct arena a;
    struct casefile c = { .service = NULL };
    struct paper_ctx ctx = paper_ctx_of(d, job);

    ctx.copy = 1;
    arena_init(&a);
    const struct policy *p = policy_of(d, job, &a, &c, e);
    struct guide in = { .policy = p, .service = c.service };
    bool ok = p && paper_whole(out_guide(&in, &ctx, out), e);
    arena_fini(&a);
    return ok;
}

/* The envelope names the hospital only where that is allowed (counter.md, Privacy). */
static struct address_label label_of(const struct casefile *c)
{
    return (struct address_label){ .postal = c->patient.postal, .address = c->patient.address, .institution = "",
        .department = "", .person = str_or(c->applicant_name, c->patient.name),
        .without_sender_name = str_eq(c->patient_name_hospital, "no") };
}

bool render_forms_label(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    struct arena a;
    struct casefile c;
    struct inquiry q;
    struct paper_ctx ctx = paper_ctx_of(d, job);
    struct address_label in;

    ctx.copy = 1;
    arena_init(&a);
    bool request = str_eq(job->object, "request");
    bool ok = request ? case_load(desk_db(d), job->object_id, &a, &c, e)
                      : inquiry_store_load(desk_db(d), job->object_id, &a, &q, e);
    if (ok) {
        in = request ? label_of(&c)
                     : (struct address_label){ .postal = "", .address = q.address, .institution = "", .department = "",
                           .person = q.name, .without_sender_name = str_eq(q.name_hospital, "no") };
        ok = paper_whole(out_address_label(&in, &ctx, out), e);
    }
    arena_fini(&a);
    return ok;
}

/* To the patient only when the patient may know and nothing speaks against it; else to who handed the request in. */
static const char *addressee_of(const struct casefile *c)
{
    bool patient = !c->careful && !str_eq(c->patient_may_know, "nothing") && !str_eq(c->applicant_kind, "family");

    return patient ? "" : str_or(c->other_name, c->applicant_name);
}

bool render_reminder_letter(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    struct arena a;
    struct casefile c;
    struct judgement j;
    struct paper_ctx ctx = paper_ctx_of(d, job);

    ctx.copy = 1;
    arena_init(&a);
    const struct policy *p = policy_of(d, job, &a, &c, e);
    const struct calendar *calendar = p ? desk_calendar(d, e) : NULL;
    bool ok = calendar != NULL;
    if (ok) {
        judge(&c, p, calendar, ctx.today, &a, &j);
        struct missing_paper *missing = ARENA_ARRAY(&a, struct missing_paper, j.answer.n_documents + 1);
        size_t n = 0;
        for (size_t i = 0; i < j.answer.n_documents; i++) {
            const struct answer_document *doc = &j.answer.documents[i];
            const struct paper *known = case_paper(&c, doc->doc->rule.id);
            if (doc->missing && !doc->doc->recommended)
                missing[n++] = (struct missing_paper){ .title = doc->doc->rule.title, .why = doc->doc->rule.say,
                    .promised_on = known ? known->promised_on : DAY_NONE };
        }
        struct reminder_letter in = { .case_year = c.year, .case_number = c.number, .patient = &c.patient,
            .addressee = addressee_of(&c), .missing = missing, .n_missing = n, .wanted_by = DAY_NONE };
        ok = paper_whole(out_reminder_letter(&in, &ctx, out), e);
    }
    arena_fini(&a);
    return ok;
}
