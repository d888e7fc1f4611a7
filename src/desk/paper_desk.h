/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing: an action asks for a paper inside its transaction (a row, copy counted), and after the commit
 * the paper is rendered and handed to the printer. A paper that did not come out stays a thing to do, and
 * is printed again from the same row. What is stored is safe in any case. */
#ifndef DESK_PAPER_DESK_H
#define DESK_PAPER_DESK_H
#include "desk/desk.h"

struct act;

struct print_job {
    int64_t id;
    const char *kind, *object; /* paper_kinds.c; "payment", "request" ... */
    int64_t object_id;
    int copy; /* 1 = the original; more: marked as a duplicate where the paper says so */
    enum lang lang;
    instant at;
    int64_t by;
    const char *by_name;
    bool printed;
    const char *failure; /* why it did not come out: msg_nested says it */
    int64_t request;     /* that it belongs to, of an appointment and a payment too; 0 = to none */
    int year, number;    /* of that request */
    const char *name;    /* its patient, or who asked an inquiry; "" */
};

/* Inside an action: asks for one paper; *id is for desk_print_now. */
bool act_print(struct act *a, const char *kind, const char *object, int64_t object_id, enum lang lang, int64_t *id,
    struct err *e);

/* After the commit: renders, prints, marks. False when it did not come out: e says so in a sentence that
 * begins with what is safe; the job stays on the list of desk_prints_waiting. */
bool desk_print_now(struct desk *d, int64_t id, struct err *e);
/* The text of a paper, for a preview or a story. */
bool desk_print_text(struct desk *d, int64_t id, struct buf *out, struct err *e);

/* What a kind of paper is called; N_(). */
const char *desk_print_label(const char *kind);

/* Papers that were asked for and did not come out, oldest first. */
bool desk_prints_waiting(struct desk *d, struct arena *a, struct print_job **out, size_t *n, struct err *e);
/* Copies of one paper of one object so far; 0 = never asked for. */
bool desk_print_copies(struct desk *d, const char *kind, const char *object, int64_t object_id, int *copies,
    struct err *e);
/* Prints a paper that changes nothing (a label, a list): asks, commits, prints. */
bool desk_print_paper(struct desk *d, enum desk_action action, const char *kind, const char *object,
    int64_t object_id, enum lang lang, struct err *e);
#endif
