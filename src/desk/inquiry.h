/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inquiries: recording one, what the rules say of its answers, what follows from it, those of before. */
#ifndef DESK_INQUIRY_H
#define DESK_INQUIRY_H
#include "desk/desk.h"
#include "desk/forms.h"
#include "desk/request.h"
#include "domain/inquiry.h"

struct inquiry_draft {
    struct inquiry x; /* id 0 = a new one; else id and rev as read */
    const char *op_key;
    bool other_number; /* the clerk said that twelve digits in the words are another number */
};
/* An empty form: this counter, now, the person at the desk. */
bool desk_inquiry_new(struct desk *d, struct arena *a, struct inquiry_draft *out, struct err *e);

struct inquiry_done {
    int64_t id;
    bool repeated;
    int64_t call;            /* planned: to call back; 0 = none */
    struct forms_done forms; /* n = 0: none were printed */
};
/* Stores it and does what follows: call_back plans a call (due, else today), send_forms prints the whole set now
 * unless a later day was promised, done is done; the others stay on the board until their day. */
bool desk_inquiry_record(struct desk *d, const struct inquiry_draft *draft, struct inquiry_done *out, struct err *e);
/* Corrections of the words; nothing follows anew. ERR_STALE as everywhere. */
bool desk_inquiry_edit(struct desk *d, const struct inquiry_draft *draft, struct err *e);
/* The promised thing was done by other ways. */
bool desk_inquiry_finish(struct desk *d, int64_t id, struct err *e);
bool desk_inquiry_load(struct desk *d, int64_t id, struct arena *a, struct inquiry *out, struct err *e);

/* Who may be named for the next thing: everybody at the reception, by name. */
struct colleague {
    int64_t id;
    const char *name;
};
bool desk_colleagues(struct desk *d, struct arena *a, struct colleague **out, size_t *n, struct err *e);

/* What is told, and the sentence of the rule that an answer meets; say is empty when none does. */
struct inquiry_help {
    struct told_line told[INQUIRY_TOLD];
    size_t n_told;
    struct bilingual say;
    const char *rule;
};
bool desk_inquiry_help(struct desk *d, const struct inquiry *x, struct arena *a, struct inquiry_help *out,
    struct err *e);

/* Those of before by name, reading or telephone number ("" = the newest), newest first; before = the last id of
 * the page above, 0 = the first page. */
enum { INQUIRIES_PAGE = 50 };
bool desk_inquiries(struct desk *d, const char *typed, int64_t before, struct arena *a, struct inquiry **out, size_t *n,
    struct err *e);
/* Older than the hospital's term and without a request: to be deleted (only listed here), oldest first. */
bool desk_inquiries_old(struct desk *d, struct arena *a, struct inquiry **out, size_t *n, struct err *e);

/* The form of a request with everything that the inquiry knows; nothing is typed again. Storing it links both. */
bool desk_request_from_inquiry(struct desk *d, int64_t inquiry, struct arena *a, struct request_draft *out,
    struct err *e);
#endif
