/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented people of the training desk: nobody real. */
#ifndef CLI_DEMO_PEOPLE_H
#define CLI_DEMO_PEOPLE_H
#include <stdbool.h>

/* How far a request has come: each stage has behind it what demo_path.c lists for it. */
enum demo_stage {
    DEMO_TAKEN,     /* papers are missing */
    DEMO_REROUTED,  /* wishes treatment here: an ordinary first visit was offered */
    DEMO_DECEASED,
    DEMO_PROMISED,  /* one paper is promised for later */
    DEMO_COMPLETE,  /* to be sent to the department */
    DEMO_WITHDRAWN,
    DEMO_SENT,      /* waits for the department */
    DEMO_MORE,      /* the department wants more papers */
    DEMO_NOT_TOLD,  /* the department cannot take it; to be told */
    DEMO_DECLINED,  /* the same; told */
    DEMO_ACCEPTED,  /* to be booked */
    DEMO_OFFERED,   /* dates are offered */
    DEMO_BOOKED,    /* visit says when */
    DEMO_HERE,      /* today: checked in, waits */
    DEMO_TALK,      /* today: in the consultation */
    DEMO_OVER,      /* today: the talk is over, to be paid */
    DEMO_NO_SHOW,   /* did not come; ended */
    DEMO_UNPAID,    /* visited, left without paying */
    DEMO_PAID,      /* visited and paid; report and return are open */
    DEMO_REPORTED,  /* report sent, materials still here */
    DEMO_CLOSED
};

/* How far the consent form has come. */
enum demo_consent { CONSENT_NONE, CONSENT_ISSUED, CONSENT_RECEIVED, CONSENT_VERIFIED, CONSENT_RENEWED /* one withdrawn, a new one */ };

enum { DEMO_COMPANIONS = 3, DEMO_PROOFS = 5, DEMO_BRINGS = 9 };

struct demo_companion {
    const char *kind, *name, *relation;
};
struct demo_proof {
    int who; /* 0 = the request, 1 = the first who comes ... */
    const char *of, *kind;
};
struct demo_piece {
    const char *kind, *owner;
    int pieces;
};

struct demo_person {
    const char *name, *kana, *romaji, *birth, *sex, *phone, *patient_no, *nationality, *lang, *interpreter;
    const char *disease, *diagnosis, *question, *institution, *department, *doctor;
    const char *comes; /* patient, family, guardian, legal_representative, nonfamily */
    const char *attendee, *attendee_kana, *relation;
    enum demo_stage stage;
    int days_ago; /* open days before today on which the form came */
    int visit;    /* open days from today of the visit: -8 .. 3 */
    const char *time; /* of the visit; of today's visitors who are in the house: NULL */
    int specialist;   /* 1 .. 6 */

    /* What not everybody has; 0 = as most. */
    bool urgent;     /* from the form to the department on one day, booked on the next */
    int minutes_ago; /* the appointment of somebody who is in the house; negative = in a few minutes */
    const char *via, *purposes, *told, *inpatient, *referrer_agrees, *patient_agrees, *capable;
    const char *may_know, *other, *other_relation, *other_may_know;
    bool absent; /* the patient does not come, though a guardian does */
    struct demo_companion also[DEMO_COMPANIONS];
    enum demo_consent consent;
    const char *signer;
    struct demo_proof proof[DEMO_PROOFS];
    struct demo_piece bring[DEMO_BRINGS];
    const char *code, *reason; /* not possible; how it ended */
    const char *method, *payer, *payer_name; /* of the fee */
    const char *voided;        /* "collected", "lost": the first receipt is taken back and the fee paid again by method */
    bool checked_in_twice;
};
extern const struct demo_person demo_people[];
extern const unsigned demo_people_n;
#endif
