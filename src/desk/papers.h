/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents and materials: what came, what is promised, where each piece is (OMU-22 to 24, 29). */
#ifndef DESK_PAPERS_H
#define DESK_PAPERS_H
#include "desk/case_view.h"
#include "desk/desk.h"

/* One document of the policy's list. rev 0 = nothing recorded yet. Promising a paper for later needs the right
 * to do so and a date; waiving follows the policy's own rule. */
struct paper_draft {
    int64_t request;
    struct paper paper;    /* doc, state, dates ... */
    const char *institution, *doctor_department, *doctor; /* of a referral letter; "" = as in the request */
};
bool desk_paper_record(struct desk *d, const struct paper_draft *draft, struct err *e);
bool paper_check(const struct paper_draft *draft, const struct policy *p, day today, struct err *e);

/* Materials taken in together: one custody receipt for all of them. */
struct material_draft {
    const char *kind, *what, *owner; /* WORDS_MATERIAL; owner: visitor, lender */
    int pieces;
};
enum { MATERIALS_AT_ONCE = 16 };
struct materials_draft {
    int64_t request;
    day received_on;
    const struct material_draft *item;
    size_t n;
    bool print; /* the custody receipt, in the request's language */
};
/* print_id (may be NULL): the paper that was asked for; hand it to desk_print_now. */
bool desk_materials_take_in(struct desk *d, const struct materials_draft *draft, int64_t *print_id, struct err *e);
/* Undone is what was taken in by mistake; every piece of it is at the desk (ERR_RULE otherwise). */
bool desk_material_undo(struct desk *d, int64_t request, int64_t material, const char *why, struct err *e);

/* Moves pieces: to the department, back to the counter, to where they belong. origin is where they are now. */
struct move_draft {
    int64_t request, material;
    const char *origin, *place, *how, *tracking, *signed_by; /* WORDS_PLACE, WORDS_HANDOVER */
    int pieces;
};
/* For desk_print_now, 0 = not asked for: the slip that is signed, and for what is posted the address labels to the
 * visitor and to the hospital that lent it, where the address is known. NULL: nothing is printed. */
enum { RETURN_PRINTS = 3 };
/* No slip: one is printed when everything goes. */
bool desk_material_move(struct desk *d, const struct move_draft *draft, int64_t print_ids[RETURN_PRINTS], struct err *e);
/* Every piece that is still on the way goes to its destination at once (8 Enter a F12). */
bool desk_materials_return(struct desk *d, int64_t request, const char *how, const char *tracking, const char *signed_by,
    int64_t print_ids[RETURN_PRINTS], struct err *e);

/* Where a destination word ends as a place: keep -> kept, visitor -> visitor ... */
const char *place_of_destination(const char *destination);
#endif
