/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a request that lie on the counter: who comes and what they show, papers, materials. */
#ifndef SCREENS_REQUEST_PARTS_H
#define SCREENS_REQUEST_PARTS_H
#include "screens/case_parts.h"

extern const struct form_def requester_form_def, paper_form_def, letter_form_def, take_in_form_def, move_form_def,
    return_form_def;

/* A list of what was changed since the request was taken; tag for a result that says nothing. */
struct step request_history_open(struct screen *s, const struct case_view *v, int tag);
/* An override that waits for a supervisor's later approval; NULL = none. */
const struct override_row *request_to_approve(const struct casefile *c);
/* Asks for it; the id that comes back is 1 for yes, 2 for no. */
struct step request_approval_ask(struct screen *s, const struct override_row *o, int tag);
#endif
