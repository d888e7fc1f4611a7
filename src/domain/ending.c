/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/ending.h"

#include "domain/words.h"
#include "policy/answer.h"

bool case_closed(const struct casefile *c)
{
    return case_step_done(c, "close");
}

bool case_talk_over(const struct casefile *c)
{
    const struct visit *v = case_visit(c);

    return v && v->ended;
}

bool case_lives(const struct casefile *c, struct msg *why_not)
{
    char how[MSG_ARG_BYTES];

    if (case_closed(c))
        msg_set(why_not, N_("This request is closed. If that was wrong, F4 on its page takes the close back."), NULL);
    else if (!str_empty(c->ended))
        msg_set(why_not, N_("This request has ended (%s). What is still here or owed is finished, then it is closed."),
            msg_word(words_label(&WORDS_ENDED, c->ended), how), NULL);
    else
        return true;
    return false;
}

bool report_is_sent(const struct casefile *c, const struct answer_report *duty)
{
    for (size_t i = 0; i < c->n_reports; i++)
        if (strings_have(duty->report->to, c->reports[i].to))
            return true;
    return false;
}

const struct answer_report *report_next(const struct casefile *c, const struct answer *a)
{
    for (size_t i = 0; i < a->n_reports; i++)
        if (!report_is_sent(c, &a->reports[i]))
            return &a->reports[i];
    return NULL;
}

bool report_may_be_sent(const struct casefile *c, const struct answer *a, struct err *e)
{
    struct msg why;
    char how[MSG_ARG_BYTES];

    if (!case_talk_over(c) && !str_empty(c->ended))
        return err_set(e, ERR_RULE, "sent_on", N_("The request ended without a consultation (%s). There is no report to send."),
            msg_word(words_label(&WORDS_ENDED, c->ended), how), NULL);
    if (!case_talk_over(c))
        return err_set(e, ERR_RULE, "sent_on", N_("The consultation has not ended yet; there is no report to send."), NULL);
    if (case_closed(c)) {
        case_lives(c, &why);
        return err_set(e, ERR_RULE, "sent_on", why.id, NULL);
    }
    if (c->n_reports && !report_next(c, a))
        return err_set(e, ERR_RULE, "sent_on",
            N_("The report has been sent. If that was entered wrongly, F4 on the page of the request takes it back."), NULL);
    return true;
}

bool case_may_end(const struct casefile *c, struct err *e)
{
    if (case_closed(c))
        return err_set(e, ERR_RULE, "ended", N_("This request is already closed."), NULL);
    if (!str_empty(c->ended))
        return err_set(e, ERR_RULE, "ended", N_("This request has already ended."), NULL);
    if (case_talk_over(c))
        return err_set(e, ERR_RULE, "ended", N_("The consultation has taken place. Finish and close the request instead."), NULL);
    return true;
}

bool case_may_close(const struct casefile *c, const struct journey *j, struct err *e)
{
    char number[YEN_TEXT];

    if (case_pieces_here(c) > 0) {
        snprintf(number, sizeof number, "%d", case_pieces_here(c));
        return err_set(e, ERR_RULE, "return", N_("Pieces that have not reached their place yet: %s. Return them first."), number, NULL);
    }
    if (case_owed(c).v > 0) {
        yen_format(case_owed(c), number);
        return err_set(e, ERR_RULE, "payment", N_("%s yen are still owed."), number, NULL);
    }
    const struct journey_step *report = journey_find(j, "report");
    if (report && case_talk_over(c) && report->state != STEP_DONE)
        return err_set(e, ERR_RULE, "report", N_("The report to the present doctor has not been sent."), NULL);
    if (str_empty(c->ended) && !case_talk_over(c))
        return err_set(e, ERR_RULE, "visit", N_("The consultation has not taken place. If the request ends early, say how."), NULL);
    return true;
}
