/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who comes to the consultation, the patient's consent, and the papers that were seen (OMU-11 to 14, 25 to 27). */
#ifndef DESK_REQUESTER_H
#define DESK_REQUESTER_H
#include "desk/case_view.h"
#include "desk/desk.h"

enum { ATTENDEES_MAX = 8 };
/* Who hands the paper in, who sits in the consultation, does the patient come. */
struct requester_draft {
    int64_t request, rev; /* as read */
    const char *applicant_kind, *applicant_name, *patient_attends, *patient_capable;
    struct attendee attendees[ATTENDEES_MAX]; /* id 0 = new; with an empty name and kind = leave out; known ones not
                                                 named here are removed */
    size_t n_attendees;
};
bool desk_requester_save(struct desk *d, const struct requester_draft *draft, struct err *e);

/* The consent form of one request: its next stage. Only what is given (DAY_NONE, "" = unchanged). */
struct consent_draft {
    int64_t request, id, rev; /* id 0 = a new paper */
    day issued_on;
    const char *issued_how; /* WORDS_CHANNEL */
    day received_on;
    const char *signer; /* WORDS_CONSENT_SIGNER */
    day signed_on;
    const char *why_not_self, *writer; /* when written for the patient */
    bool verified;
};
bool desk_consent_save(struct desk *d, const struct consent_draft *draft, struct err *e);
/* The patient takes the consent back: the paper stays on record, a new one is needed. `on`: up to today. */
bool desk_consent_withdraw(struct desk *d, int64_t request, int64_t consent, day on, struct err *e);

/* A paper was shown. Nothing of it is kept but its kind, who showed it, and its dates. */
struct proof_draft {
    int64_t request, attendee; /* attendee 0 = for the request */
    const char *of, *kind, *shown_by;
    day issued, expires;
};
bool desk_proof_see(struct desk *d, const struct proof_draft *draft, struct err *e);
bool desk_proof_undo(struct desk *d, int64_t request, int64_t proof, const char *why, struct err *e);

/* The same checks without storing, for the form: what is missing or cannot be. */
bool consent_check(const struct consent_draft *draft, day today, struct err *e);
bool proof_check(const struct proof_draft *draft, day today, struct err *e);
#endif
