/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls and reminders: to whom, what may be said, what came of it, when again. */
#ifndef DESK_CALL_H
#define DESK_CALL_H
#include "desk/desk.h"
#include "desk/forms.h"
#include "domain/casefile.h"

struct call_contact {
    const char *role; /* N_() label: patient, other contact, caller */
    const char *name, *relation, *phone;
    const char *may_know, *voicemail, *name_hospital; /* "" = not asked yet */
};
enum { CALL_CONTACTS = 2 };

/* What must be seen before somebody dials. */
struct call_view {
    int64_t request, inquiry;
    char number[CASE_NUMBER_TEXT]; /* of the request; "" for an inquiry */
    const char *name;
    bool careful; /* 連絡注意: the reason is behind desk_careful_why */
    bool deceased; /* nobody is called any more */
    const char *call_hours;
    struct call_contact contact[CALL_CONTACTS];
    size_t n_contacts;
    int64_t call; /* the open one that is due first; 0 = none planned */
    const char *what, *whom, *planned_note;
    day due;
    int due_min;
    struct call_row *calls; /* newest first */
    size_t n_calls;
    enum lang lang; /* of papers */
};
bool desk_call_view(struct desk *d, int64_t request, int64_t inquiry, struct arena *a, struct call_view *out,
    struct err *e);
/* Why care is needed; needs the right to call, and that it was read stands in the trail. */
bool desk_careful_why(struct desk *d, int64_t request, struct arena *a, const char **why, struct err *e);

struct call_draft {
    int64_t call; /* the planned one; 0 = not planned before */
    int64_t request, inquiry;
    const char *what, *channel, *whom; /* WORDS_CALL_WHAT, WORDS_CHANNEL */
    const char *result, *note;         /* WORDS_CALL_RESULT */
    day next_on;                       /* again on that day; DAY_NONE = not */
    int next_min;                      /* -1 = any time */
    bool other_number;
};
bool call_check(const struct call_draft *x, day today, struct err *e);
/* The result, and the next call in the same breath. Sent by post: the letter about missing papers and the label are
 * printed (done->n papers). An inquiry that was called back is done. */
bool desk_call_record(struct desk *d, const struct call_draft *x, struct forms_done *done, struct err *e);
/* Only plans one; result "" . */
bool desk_call_plan(struct desk *d, const struct call_draft *x, int64_t *id, struct err *e);
#endif
