/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visit: what its screen and its drawing share (counter.md 9). */
#ifndef SCREENS_VISIT_H
#define SCREENS_VISIT_H
#include "desk/visit.h"
#include "screens/app.h"

enum { VISIT_SLOTS = 4 };

struct visit_page {
    int64_t id;
    const struct screen *screen;
    struct case_view view;
    enum door door;
    struct form *form;
    struct form_def def;
    struct form_field *fields;
    size_t n_slots;
    int64_t slot[VISIT_SLOTS]; /* the expected people, the patient aside */
    const char *label[VISIT_SLOTS];
    struct arena judging;      /* what follows from the form as it stands; reset at each key */
    struct casefile as_is;
    struct judgement judged;   /* with the papers that are shown now */
    struct judgement without;  /* and without them: what is asked for */
    bool other_language;
    int scroll;
};

void visit_judge(struct visit_page *me);
/* The form as the desk takes it. Strings live in the form or in the arena. */
struct check_in_draft visit_draft(const struct visit_page *me, struct arena *a);
void visit_draw(const struct screen *s, struct grid *g);
const struct appointment *visit_appointment(const struct visit_page *me);

extern const struct screen_ops visit_screen;
extern const struct form_def visit_form_def;
#endif
