/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/department_sheet.h"

static void optional(struct sheet *p, const char *label, const char *value)
{
    if (!str_empty(value))
        paper_pair(p, label, value);
}

static const char *age_text(struct sheet *p, const struct department_sheet *in)
{
    if (!day_known(in->patient->birth))
        return "";
    return paper_format(
        p, N_("%s years old"), paper_number(p, day_age(in->patient->birth, p->ctx->today)), NULL);
}

static void question_part(struct sheet *p, const struct department_sheet *in)
{
    paper_heading(p, N_("What is asked of you"));
    optional(p, N_("Questions asked"), in->questions);
    optional(p, N_("Doctor wished"), in->wanted_doctor);
    optional(p, N_("Days that suit"), paper_days(p, in->wishes));
    optional(p, N_("Days not possible"), paper_days(p, in->bad_days));
    optional(p, N_("Treatment begins on"), paper_date_weekday(p, in->treatment_from));
    optional(p, N_("Comes to the talk"), in->who_comes);
    optional(p, N_("Interpreter"), in->interpreter);
    optional(p, N_("You had asked for"), in->asked_for);
}

static void answer_part(struct sheet *p)
{
    paper_heading(p, N_("Your answer (please tick and return to the counter)"));
    paper_say(p, N_("[ ] accepted"));
    paper_pair(p, N_("   specialist"), "______________________________");
    paper_pair(p, N_("   dates"), "1  ______ / ____ / ____ (    )   ____ : ____");
    paper_pair(p, "", "2  ______ / ____ / ____ (    )   ____ : ____");
    paper_pair(p, "", "3  ______ / ____ / ____ (    )   ____ : ____");
    paper_pair(p, N_("   place"), "______________________________");
    paper_say(p, N_("[ ] more papers are needed"));
    paper_pair(p, N_("   which"), "______________________________________________________");
    paper_say(p, N_("[ ] not possible"));
    paper_pair(p, N_("   reason code"), "R____  _______________________________________________");
    paper_sign(p, N_("Answered by"));
}

bool out_department_sheet(
    const struct department_sheet *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    paper_letterhead(&p);
    paper_internal(&p);
    paper_title(&p, N_("Request for a Specialist (Second Opinion)"));
    paper_duplicate(&p);
    const char *department = paper_bilingual(&p, in->department);
    paper_pair(&p, N_("To the department"),
        *department ? department : paper_format(&p, N_("not chosen yet: %s"), "______________________________", NULL));
    paper_subject(&p, in->case_year, in->case_number, in->patient);
    paper_birth(&p, in->patient);
    optional(&p, N_("Age"), age_text(&p, in));
    paper_pair(&p, N_("Sent on"), paper_date_weekday(&p, in->sent_on));
    if (in->round > 1)
        paper_pair(&p, N_("Asked again"),
            paper_format(&p, N_("round %s"), paper_number(&p, in->round), NULL));
    if (day_known(in->asked_again_on))
        paper_pair(&p, N_("Asked again on"), paper_date_weekday(&p, in->asked_again_on));
    if (day_known(in->answer_by))
        paper_pair(&p, N_("Please answer by"), paper_date_weekday(&p, in->answer_by));
    paper_pair(&p, N_("Sent by"), in->sent_by);
    paper_blank(&p);
    question_part(&p, in);
    paper_blank(&p);
    paper_heading(&p, N_("Materials enclosed"));
    paper_materials(&p, in->materials, in->n_materials);
    paper_blank(&p);
    answer_part(&p);
    return paper_end(&p);
}
