/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel beside a request that is being typed, and all that it keeps from one key to the next: the judgement as
 * long as what is asked of the rules stays the same, and its picture as long as judgement, language and size do. */
#ifndef SCREENS_LIVE_PANEL_H
#define SCREENS_LIVE_PANEL_H
#include "screens/case_parts.h"

struct live_panel;

struct live_panel *live_panel_new(void); /* heap */
void live_panel_free(struct live_panel *p);

/* Judges a request as it stands now; c must live as long as the panel. True: the panel may look different. What no
 * field of the form shows (papers, attendees ...) is taken to be as before, until live_panel_forget. */
bool live_panel_judge(struct live_panel *p, struct desk *d, const struct casefile *c);
/* Something else lies under the form: judged and drawn anew whatever it asks. */
void live_panel_forget(struct live_panel *p);

/* Of the last judgement; NULL when there is none, and nothing to draw. */
const struct policy *live_panel_policy(const struct live_panel *p);
/* As case_panel_draw. */
void live_panel_draw(const struct live_panel *p, const struct screen *s, struct grid *g, struct rect at, bool other);
#endif
