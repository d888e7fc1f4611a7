/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trail on the screen: the list (trail.c), one entry whole (trail_entry.c) and its words (trail_words.c). */
#ifndef SCREENS_TRAIL_H
#define SCREENS_TRAIL_H
#include "desk/trail.h"
#include "screens/app.h"

extern const struct screen_ops trail_screen, trail_entry_screen;
extern const struct form_def trail_form;

/* What the entry is opened with: which, and the list that its neighbours are taken from. */
struct trail_entry_arg {
    int64_t seq, upper;
    struct trail_filter filter;
};

/* --- words. Everything adds to out. */
/* "2026-11-24 10:42" | "24 Nov 2026 10:42", in the desk's zone. */
void trail_at_text(const struct hospital *h, enum lang lang, instant at, struct buf *out);
/* What was done: the action's words, of a denial also what was denied. */
void trail_verb_text(const struct catalog *c, const struct trail_row *row, struct buf *out);
/* On what: the receipt's number, the request's, the day of a closing, somebody's name. */
void trail_object_text(const struct catalog *c, enum lang lang, bool hide_names, const struct trail_row *row, struct buf *out);
/* What a table is called; N_(), or the name itself. */
const char *trail_table_label(const char *table);
/* What a column is called; N_(). NULL = only the program's own number, not shown. */
const char *trail_column_label(const char *table, const char *column);
/* A stored value as it is read: dates, times, yen, words instead of ids. */
struct trail_reader {
    const struct catalog *c;
    enum lang lang;
    const struct hospital *h;
    const struct policy *policy; /* for titles of its documents, diseases, rules; may be NULL */
};
void trail_value_text(const struct trail_reader *r, const char *table, const char *column, const char *value,
    const char *shown, struct buf *out);
/* A reason as it was written; one that the program wrote itself in the reader's language. */
const char *trail_reason(const struct catalog *c, const char *reason);
/* A verb of the trail in words; N_(), or the verb itself when it is none of the program's. */
const char *trail_verb_words(const char *verb);
#endif
