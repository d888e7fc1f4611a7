/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The department: it has no terminal here. A sheet goes out, its answer is typed (OMU-31, counter.md 6). */
#ifndef DESK_REVIEW_H
#define DESK_REVIEW_H
#include "desk/case_view.h"
#include "desk/desk.h"

/* ERR_RULE naming what is in the way: papers of this step that are missing, or a round that is not answered. */
bool review_may_send(const struct casefile *c, const struct judgement *j, struct err *e);
/* Sends the case (the next round) and asks for the sheet 担当医依頼票; print_id for desk_print_now. Refused as above. */
bool desk_review_send(struct desk *d, int64_t request, const char *department, int64_t *print_id, struct err *e);
/* Asked again on the phone or with the sheet once more. */
bool desk_review_ask_again(struct desk *d, int64_t request, int64_t rev, struct err *e);

struct review_answer {
    int64_t request, rev;    /* rev of the round that is answered */
    day answered_on;
    const char *verdict;     /* WORDS_REVIEW_VERDICT */
    int64_t specialist;      /* accepted */
    const char *dates;       /* that the department named, as typed */
    const char *code, *reason; /* not possible: WORDS_DECLINE_CODE */
    const char *more;        /* more papers: which */
    bool other_number;       /* the clerk said that twelve digits in the words are another number */
    day more_by;             /* when they should be here: a call is planned for that day; DAY_NONE = none */
};
bool review_answer_check(const struct review_answer *x, day today, struct err *e);
bool desk_review_answer(struct desk *d, const struct review_answer *x, struct err *e);
/* Not possible: the visitor was told (phone, post, counter). by post asks for the letter: print_id. The request ends
 * as declined; materials go back, nothing is charged. */
bool desk_review_told(struct desk *d, int64_t request, const char *how, int64_t *print_id, struct err *e);
#endif
