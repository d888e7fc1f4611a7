/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a policy file, all of it, each with its place. */
#ifndef POLICY_DIAG_H
#define POLICY_DIAG_H
#include "base/base.h"

struct catalog;

enum diag_kind {
    DIAG_FAULT, /* the file cannot be used */
    DIAG_WARNING, /* it can, but probably means something else */
    DIAG_LATER /* correct, but this version cannot carry it out: refused at switch-on */
};

struct diag {
    enum diag_kind kind;
    int line, column; /* from 1; column in characters */
    const char *path; /* "documents[2].due"; "" = the file */
    struct msg msg;
};

struct diags {
    struct arena *arena;
    struct diag *item;
    size_t n, cap;
};

void diags_init(struct diags *d, struct arena *a);
void diag_add(struct diags *d, enum diag_kind kind, int line, int column, const char *path,
    const struct msg *m);
size_t diags_count(const struct diags *d, enum diag_kind kind);
/* In the order of the file. */
void diags_sort(struct diags *d);
/* "omu.yml:12:5: documents[2].due: 'bokking' is no step; did you mean 'booking'?" and a line end.
 */
void diag_text(const struct diag *d, const char *file, const struct catalog *c, struct buf *out);

/* Adds one more word to a list for a message, ", " between; a long list ends in "...", because a
 * message's argument has MSG_ARG_BYTES. */
void words_listed(struct buf *list, const char *word);

/* The nearest of a list of words, for did-you-mean; best is "" when none is near. */
struct nearest {
    const char *word;
    char best[96];
    int distance;
};
void nearest_start(struct nearest *n, const char *word);
void nearest_offer(struct nearest *n, const char *candidate);
#endif
