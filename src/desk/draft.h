/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Half-filled forms that survive a dead terminal: files beside the database, 0600, one per person, screen
 * and object, replaced whole, not synced. Offered to their owner only; gone when the form is stored; after
 * DRAFT_DAYS days they expire. What may be in one is the form's matter (never secrets; amounts where a
 * field says so, tui/form.h). A desk that may only be read keeps them in memory until the program ends: beside the
 * database nothing may be written then; so does one whose disk does not take them. */
#ifndef DESK_DRAFT_H
#define DESK_DRAFT_H
#include "desk/desk.h"

enum { DRAFT_DAYS = 7, DRAFT_BYTES_MAX = 64 * 1024 };

struct draft_key {
    const char *screen; /* a-z 0-9 _ */
    int64_t object;     /* id of the record; 0 = a new one */
};
struct draft {
    struct draft_key key;
    int64_t rev; /* of the record when the typing began */
    instant at;  /* of the last keeping */
    const char *text; /* as the form wrote it */
};

/* Keeps the owner's draft (desk_owner). Nobody at the terminal: nothing is kept, true. */
bool desk_draft_keep(struct desk *d, const struct draft_key *key, int64_t rev, const char *text, struct err *e);
/* found = false when there is none; one that cannot be read is removed and counts as none. */
bool desk_draft_find(struct desk *d, const struct draft_key *key, struct arena *arena, struct draft *out,
    bool *found, struct err *e);
bool desk_draft_drop(struct desk *d, const struct draft_key *key, struct err *e);
/* Removes the person's drafts that are older than DRAFT_DAYS; how many went. Once after the log-in. */
bool desk_drafts_expire(struct desk *d, int *gone, struct err *e);
#endif
