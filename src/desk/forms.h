/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blank forms handed out or posted (OMU-28): request form, consent form, guide, in the visitor's language; logged,
 * with a reminder so that nobody waits for papers that never come. */
#ifndef DESK_FORMS_H
#define DESK_FORMS_H
#include "desk/desk.h"

struct act;

/* Until somebody asks again after papers that were handed out, in days. */
enum { FORMS_REMIND_DAYS = 14, FORMS_PRINTS = 4 };

struct forms_draft {
    int64_t request, inquiry; /* one of them */
    const char *set;          /* WORDS_FORM_SET */
    const char *how;          /* WORDS_CHANNEL: counter, post, fax */
    enum lang lang;           /* of the papers */
    day remind_on;            /* a call is planned for that day; DAY_NONE = none */
};

/* What came out of the printer; what did not is a thing to do on the board. */
struct forms_done {
    int64_t print[FORMS_PRINTS];
    size_t n;
    bool printed;
    struct msg failure;
};
/* Posted with a known address: its label too. With the consent form and a request: the consent is issued. An
 * inquiry whose next thing was to send forms is done. */
bool desk_forms_hand_out(struct desk *d, const struct forms_draft *draft, struct forms_done *out, struct err *e);

/* A day that is open, on or after days from today. */
bool desk_open_day_after(struct desk *d, int days, day *out, struct err *e);

/* Inside an action: asks for the papers of a set for an inquiry or a request. */
bool act_forms(struct act *a, const struct forms_draft *draft, bool address_known, struct forms_done *out,
    struct err *e);
/* After the commit. */
void forms_print(struct desk *d, struct forms_done *out);
#endif
