/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/act.h"
#include "desk/paper_renderers.h"
#include "domain/words.h"
#include "out/department_sheet.h"
#include "out/letter.h"
#include "out/not_possible.h"
#include "text/language.h"

/* Who sits in the consultation, in the paper's language: "本人", "子 2名". */
static const char *who_comes(const struct casefile *c, const struct catalog *cat, struct arena *a)
{
    const char *text = str_eq(c->patient_attends, "yes") ? tr(cat, words_label(&WORDS_ATTENDEE_KIND, "patient")) : "";

    for (size_t i = 0; i < c->n_attendees; i++) {
        const struct attendee *x = &c->attendees[i];
        if (str_eq(x->kind, "patient"))
            continue;
        const char *word = str_empty(x->relation) ? words_label(&WORDS_ATTENDEE_KIND, x->kind)
                                                  : words_label(&WORDS_RELATION, x->relation);
        text = arena_printf(a, "%s%s%s", text, *text ? ", " : "", tr(cat, word));
    }
    return text;
}

static struct bilingual department_title(struct desk *d, const struct casefile *c, const char *id)
{
    const struct policy *p = desk_policy(d, c->policy, NULL);
    const struct policy_department *x = p ? policy_department(p, id) : NULL;

    if (x && x->rule.title.ja)
        return x->rule.title;
    return str_eq(id, "any") ? (struct bilingual){ "", "" } : (struct bilingual){ id, id };
}

bool render_department_sheet(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = paper_case(w, e);
    const struct review *r = c ? case_review(c) : NULL;

    if (!r)
        return c && paper_gone(e);
    struct department_sheet in = { .case_year = c->year, .case_number = c->number, .round = r->round,
        .patient = &c->patient, .department = department_title(w->desk, c, r->department),
        .wanted_doctor = c->wanted_doctor, .questions = c->questions, .wishes = c->wishes, .bad_days = c->bad_days,
        .treatment_from = c->treatment_from, .who_comes = who_comes(c, w->ctx.catalogs->of[w->job->lang], w->arena),
        .interpreter = bilingual_in(language_name(w->arena, c->patient.interpreter), w->job->lang),
        .asked_for = c->n_reviews > 1 ? c->reviews[c->n_reviews - 2].more : "",
        .materials = c->materials, .n_materials = c->n_materials, .sent_on = r->sent_on,
        .asked_again_on = r->asked_again_on, .answer_by = DAY_NONE,
        .sent_by = w->job->by_name };
    return paper_whole(out_department_sheet(&in, &w->ctx, out), e);
}

bool render_not_possible(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = paper_case(w, e);
    const struct review *r = c ? case_review(c) : NULL;

    if (!r)
        return c && paper_gone(e);
    struct not_possible in = { .case_year = c->year, .case_number = c->number, .patient = &c->patient,
        .addressee = c->applicant_name, .code = r->code, .materials_held = case_pieces_here(c) > 0 };
    return paper_whole(out_not_possible(&in, &w->ctx, out), e);
}

bool render_covering_letter(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = paper_case(w, e);

    if (!c)
        return false;
    const struct visit *v = case_visit(c);
    struct covering_letter in = { .case_year = c->year, .case_number = c->number, .patient = &c->patient,
        .institution = c->institution_name, .department = c->doctor_department, .doctor = c->doctor_name,
        .consulted_on = v ? v->day : DAY_NONE, .report = true,
        .tracking = c->n_reports ? c->reports[c->n_reports - 1].tracking : "", .by = w->job->by_name };
    return paper_whole(out_covering_letter(&in, &w->ctx, out), e);
}

bool render_address_label(struct paper_work *w, struct buf *out, struct err *e)
{
    const struct casefile *c = paper_case(w, e);

    if (!c)
        return false;
    struct address_label in = { .postal = c->institution_postal, .address = c->institution_address,
        .institution = c->institution_name, .department = c->doctor_department, .person = c->doctor_name,
        .doctor = true };
    return paper_whole(out_address_label(&in, &w->ctx, out), e);
}
