/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented people of the training desk: nobody real. */
#ifndef CLI_DEMO_PEOPLE_H
#define CLI_DEMO_PEOPLE_H

/* How far a request has come; each stage holds all before it. */
enum demo_stage {
    DEMO_TAKEN,      /* papers are missing */
    DEMO_PROMISED,   /* one paper is promised for later */
    DEMO_COMPLETE,   /* to be sent to the department */
    DEMO_SENT,       /* waits for the department */
    DEMO_ACCEPTED,   /* to be booked */
    DEMO_OFFERED,    /* dates are offered */
    DEMO_BOOKED,     /* visit_day says when */
    DEMO_UNPAID,     /* visited, left without paying */
    DEMO_PAID,       /* visited and paid; report and return are open */
    DEMO_REPORTED,   /* report sent, materials still here */
    DEMO_CLOSED,
    DEMO_DECLINED,   /* the department cannot take it; told */
    DEMO_WITHDRAWN
};

struct demo_person {
    const char *name, *kana, *romaji, *birth, *sex, *phone, *patient_no, *nationality, *lang, *interpreter;
    const char *disease, *diagnosis, *question, *institution, *department, *doctor;
    const char *comes;    /* patient, family, guardian */
    const char *attendee, *attendee_kana, *relation;
    enum demo_stage stage;
    int days_ago; /* open days before today on which the form came */
    int visit;    /* open days from today of the visit: -6 .. 3 */
    const char *time; /* of the visit */
    int specialist;   /* 1, 2, 3 */
};
extern const struct demo_person demo_people[];
extern const unsigned demo_people_n;
#endif
