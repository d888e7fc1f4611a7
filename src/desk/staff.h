/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who work here: names, roles, locks, passphrases. Administrators only; giving roles takes two.
 * Whoever could be the second person of a role change (supervisor, administrator) is also taken away or
 * given a new passphrase only by two; nobody changes the own roles. While nobody else could be the second, the first administrator gives
 * roles alone (ACT_STAFF_FIRST), and the trail says so. */
#ifndef DESK_STAFF_H
#define DESK_STAFF_H
#include "desk/desk.h"

struct staff_view {
    int64_t id, rev;
    const char *login, *name;
    unsigned roles;
    enum lang lang;
    bool active, locked, must_change, second_factor;
    int failures;
};
/* All but the program itself, by log-in. */
bool desk_staff_list(struct desk *d, struct arena *arena, struct staff_view **out, size_t *n, struct err *e);
bool desk_staff_view(struct desk *d, int64_t id, struct arena *arena, struct staff_view *out, struct err *e);

struct staff_draft {
    const char *login; /* a-z 0-9 . - _, 2 to 32, begins with a letter; fixed once it is there */
    const char *name;
    enum lang lang;
    const char *passphrase; /* of a new person: a first one, to be changed at the first log-in */
};
/* Log-in and name are well formed. */
bool staff_draft_good(const struct staff_draft *draft, struct err *e);
/* A new person without roles. */
bool desk_staff_add(struct desk *d, const struct staff_draft *draft, int64_t *id, struct err *e);
/* Name and language; rev as it was read. */
bool desk_staff_edit(struct desk *d, int64_t id, int64_t rev, const struct staff_draft *draft, struct err *e);
bool desk_staff_set_active(struct desk *d, int64_t id, int64_t rev, bool active, struct second second, struct err *e);
bool desk_staff_set_roles(struct desk *d, int64_t id, int64_t rev, unsigned roles, struct second second, struct err *e);
/* The action that a change of this person's roles, activity or passphrase takes now: with a second person
 * (ACT_STAFF_ROLES), or alone. */
bool desk_staff_action(struct desk *d, const struct staff_view *person, bool roles_change, enum desk_action *out,
    struct err *e);
bool desk_staff_unlock(struct desk *d, int64_t id, struct err *e);
/* A new first passphrase, to be changed at the next log-in; also unlocks. */
bool desk_staff_reset(struct desk *d, int64_t id, const char *passphrase, struct second second, struct err *e);
#endif
