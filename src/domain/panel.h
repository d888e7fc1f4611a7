/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What is missing and why": the judgement of a request in lines for the eye, and one sentence to read aloud.
 * Pure; made anew at each key, in either language whatever the screen's. */
#ifndef DOMAIN_PANEL_H
#define DOMAIN_PANEL_H
#include "domain/judge.h"
#include "text/catalog.h"

enum panel_word {
    PANEL_DONE,     /* received, checked, waived */
    PANEL_MISSING,
    PANEL_LATER,    /* promised for a date */
    PANEL_NOT,      /* not needed */
    PANEL_ASK,      /* a question is open */
    PANEL_REFUSED,  /* a rule speaks against it */
    PANEL_TOLD      /* a rule says something */
};
/* English source of the word: "done", "missing" ... */
const char *panel_word(enum panel_word w);

struct panel_row {
    enum panel_word word;
    const char *title, *right, *reason; /* in the language asked for; right and reason may be "" */
    const char *rule;                   /* id of the rule; NULL for questions and papers */
    const char *fact;                   /* PANEL_ASK: the fact by name */
};
struct panel {
    struct panel_row *rows;
    size_t n;
    int there, needed;  /* "4/6" */
    const char *say;    /* to read aloud; "" = nothing to say */
};
void panel_of(const struct casefile *c, const struct judgement *j, const struct catalog *cat, enum lang l,
    struct arena *a, struct panel *out);
#endif
