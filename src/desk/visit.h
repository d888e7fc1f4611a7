/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visit: check-in that asks who is really here, the talk, and what can go otherwise (counter.md 9, 13). */
#ifndef DESK_VISIT_H
#define DESK_VISIT_H
#include "desk/case_view.h"
#include "desk/desk.h"

enum { CAME_MAX = 8, SHOWN_MAX = 8 };

struct came { /* somebody expected, or somebody new (attendee 0) */
    int64_t attendee;
    bool came;
    const char *kind, *name, *relation; /* of somebody new: WORDS_ATTENDEE_KIND, WORDS_RELATION */
};
struct shown { /* a paper that is shown now: no numbers */
    const char *of;   /* WORDS_PROOF_OF, or "consent" */
    const char *kind; /* WORDS_IDENTITY_PAPER / WORDS_RELATION_PAPER; of a consent form: WORDS_CONSENT_SIGNER */
    int64_t attendee; /* 0 = the first who came */
};
struct check_in_draft {
    int64_t request;
    bool patient_came;
    bool said;               /* name and birth date were said and agree */
    const char *patient_no;  /* when it is not known yet */
    struct came came[CAME_MAX];
    size_t n_came;
    struct shown shown[SHOWN_MAX];
    size_t n_shown;
    const char *specialist_says; /* the specialist was asked and lets them: who and what; an override of each rule that
                                    holds, to be approved; "" = not asked */
    bool print;              /* the slip with the call number, in the language of the request's papers */
};

/* What the rules say if it is so: a changed copy of the case, judged. For the screen at each key. */
void check_in_judge(const struct case_view *v, const struct check_in_draft *draft, struct arena *a, struct casefile *c,
    struct judgement *out);
/* The papers that are due and not there when it is so, as far as the visit is held by them. */
size_t check_in_missing(const struct judgement *j, struct arena *a, struct blocked **out);

/* What is to be done with this request today at the door. */
enum door {
    DOOR_CHECK_IN,  /* booked for today */
    DOOR_HERE,      /* checked in, waiting */
    DOOR_TALK,      /* in consultation */
    DOOR_OVER,      /* the talk is over */
    DOOR_OTHER_DAY, /* booked, but not for today */
    DOOR_NO_BOOKING,
    DOOR_NO_SHOW    /* was marked as not come; may still come today */
};
enum door visit_door(const struct case_view *v);
/* Minutes after the appointment's time; 0 = not late. */
int visit_late(const struct appointment *a, hm now);

/* Writes who came, what was shown, the call number and the charge of the policy. *print_id (may be NULL without
 * draft->print): the slip that was asked for; hand it to desk_print_now. */
bool desk_check_in(struct desk *d, const struct check_in_draft *draft, int *call_number, int64_t *print_id, struct err *e);
bool desk_visit_start(struct desk *d, int64_t request, struct err *e);
bool desk_visit_end(struct desk *d, int64_t request, struct err *e);
/* May the end be taken back (nothing rests on it), and somebody be marked as not come? For grey keys; the actions ask
 * again. */
bool visit_may_be_undone(const struct casefile *c, struct err *e);
bool visit_may_be_missed(const struct casefile *c, day today, hm now, struct err *e);
/* Takes back the last thing: the end, the start, or the check-in itself (then the charge is reversed). */
bool desk_visit_undo(struct desk *d, int64_t request, const char *reason, struct err *e);
/* Nobody came: the place is free, the request stands and needs a new date. */
bool desk_visit_no_show(struct desk *d, int64_t request, const char *reason, struct err *e);
#endif
