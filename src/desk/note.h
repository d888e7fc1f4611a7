/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handover notes (申し送り): what the next shift must know, seen by everybody on the board until done. */
#ifndef DESK_NOTE_H
#define DESK_NOTE_H
#include "desk/desk.h"

struct note_draft {
    int64_t request; /* 0 = of the counter */
    const char *text;
    day until; /* DAY_NONE = until somebody takes it away */
    bool other_number;
};
bool desk_note_add(struct desk *d, const struct note_draft *x, int64_t *id, struct err *e);
bool desk_note_done(struct desk *d, int64_t id, struct err *e);

struct note_line {
    int64_t id, request;
    int year, number;
    const char *text, *by_name;
    day on, until;
};
/* Newest first. */
bool desk_notes(struct desk *d, struct arena *a, struct note_line **out, size_t *n, struct err *e);
#endif
