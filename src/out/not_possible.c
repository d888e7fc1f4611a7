/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/not_possible.h"

/* What the letter says for a code (domain.md 2.4). Not listed, and so answered neutrally: r1, r5,
 * r6, r13, r18, r99, which would hurt, tell the patient a diagnosis, or name it. */
static const struct {
    const char *code, *sentence;
} reasons[] = {
    { "r2", N_("We could not confirm that your present doctor agrees to a second opinion.") },
    { "r3",
        N_("If you wish for treatment at this hospital or for a transfer, we will gladly help you "
           "book an "
           "ordinary first visit instead of a second opinion.") },
    { "r4",
        N_("The second opinion service does not accept requests that concern a lawsuit or "
           "malpractice.") },
    { "r7", N_("The second opinion service does not accept questions about medical costs.") },
    { "r8",
        N_("The second opinion service does not accept requests to judge treatment in the past.") },
    { "r9",
        N_("The referral letter or the test records that a specialist needs were not complete.") },
    { "r10", N_("We could not confirm the consent form or the paper that shows who you are.") },
    { "r11", N_("The second opinion service is by appointment only.") },
    { "r12", N_("This hospital has no specialist for the field of your question.") },
    { "r14",
        N_("Requests are limited to the patient, family members with the patient's consent, and "
           "guardians "
           "of a minor.") },
    { "r15", N_("The request lies outside the ages or fields that this hospital can accept.") },
    { "r16", N_("This hospital cannot offer the consultation in the language that is needed.") },
    { "r17",
        N_("Patients who are already treated at this hospital are asked to speak with their own "
           "doctor here.") },
};

static const char *sentence_of(const char *code)
{
    for (size_t i = 0; i < COUNT_OF(reasons); i++)
        if (str_eq(reasons[i].code, code))
            return reasons[i].sentence;
    return N_("After careful consideration of the papers we came to this answer.");
}

bool out_not_possible(const struct not_possible *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;
    const char *say;

    paper_begin(&p, ctx, out);
    say = paper_policy(&p, in->say);
    paper_letter_to(&p, in->addressee, in->patient);
    paper_title(&p, N_("About Your Request for a Second Opinion"));
    paper_duplicate(&p);
    paper_subject(&p, in->case_year, in->case_number, in->patient);
    paper_blank(&p);
    paper_say(&p, N_("Thank you very much for asking this hospital for a second opinion."));
    paper_blank(&p);
    paper_say(&p,
        N_("We have considered your request with care. We are very sorry to tell you that we "
           "cannot "
           "accept it this time."));
    paper_blank(&p);
    paper_text(&p, 0, *say ? say : paper_tr(&p, sentence_of(in->code)));
    paper_blank(&p);
    if (in->materials_held)
        paper_say(&p,
            N_("We will return the materials that you left with us. Please keep your custody "
               "receipt "
               "until then."));
    paper_say(&p, N_("There is no fee for this request."));
    paper_blank(&p);
    paper_say(&p,
        N_("We hope for your understanding. Please speak with your present doctor about your "
           "further "
           "treatment; for anything about this letter you can reach us at the counter below."));
    paper_blank(&p);
    paper_right(&p, paper_bilingual(&p, ctx->hospital->name));
    paper_right(&p, paper_bilingual(&p, ctx->hospital->counter_name));
    paper_blank(&p);
    paper_contact(&p);
    return paper_end(&p);
}
