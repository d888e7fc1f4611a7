/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logging in and out, locking, the own passphrase, and the second person. Attempts are counted in the
 * database before the passphrase is looked at, so that they add up across terminals and survive kill -9:
 * after each failure a delay of 1, 2, 4, 8, 16 s, at the fifth the log-in is locked until somebody with
 * the right unlocks it (reliability.md 5). Log-ins, failures and denials stand in the trail. */
#ifndef DESK_SESSION_H
#define DESK_SESSION_H
#include "desk/desk.h"

enum { PASSPHRASE_MIN = 13, PASSPHRASE_MAX = 512, LOGIN_ATTEMPTS = 5 };

enum login_state {
    LOGIN_REFUSED,     /* e says why */
    LOGIN_IN,          /* this person is at the terminal now */
    LOGIN_MUST_CHANGE, /* right, but the passphrase must be changed first: desk_passphrase_change, then again */
    LOGIN_SECOND       /* right, but this log-in asks for a second factor, which cannot be given yet; e says so */
};
enum login_state desk_login(struct desk *d, const char *login, const char *passphrase, struct err *e);
bool desk_logout(struct desk *d, struct err *e);

/* Locks the terminal: until desk_unlock nobody is there and nothing may be done. Idle: it happened by itself. */
bool desk_lock(struct desk *d, bool idle, struct err *e);
bool desk_locked(const struct desk *d);
/* Whose work is on the screen, locked or not; id 0 = nobody. */
const struct who *desk_owner(const struct desk *d);
/* The same person's passphrase. Counted like a log-in. */
bool desk_unlock(struct desk *d, const char *passphrase, struct err *e);

/* Checks a new passphrase: PASSPHRASE_MIN characters or what the setting of a training desk allows, no
 * control characters, not the log-in itself. field names the field for the error. */
bool passphrase_check(const struct hospital *h, const char *login, const char *fresh, const char *field, struct err *e);
/* Replaces somebody's passphrase who knows the old one (the person at the terminal, or one who must change). */
bool desk_passphrase_change(struct desk *d, const char *login, const char *old, const char *fresh, struct err *e);

/* A second person for one action of the person at the terminal: somebody else, active, with a role that the
 * action's second asks for, who enters the own passphrase after seeing what it is about. Recorded with the
 * action, the object and the words that were shown. */
struct second_ask {
    enum desk_action action;
    const char *object; /* "payment", "staff" ... */
    int64_t id;
    const char *shown; /* amount and reason as they were shown, plain text; at most 400 bytes are kept */
};
bool desk_second(struct desk *d, const struct second_ask *ask, const char *login, const char *passphrase,
    struct second *out, struct err *e);

/* Reads the person at the terminal again: name, roles, language. False when the person is no longer active:
 * then nobody is logged in. */
bool desk_session_refresh(struct desk *d, struct err *e);
/* The language that the person at the terminal likes; remembered. */
bool desk_set_lang(struct desk *d, enum lang lang, struct err *e);

/* On a training desk only: the log-ins with their roles and the passphrase that all share, for the first
 * screen; n = 0 on a real desk. */
struct training_login {
    const char *login, *name;
    unsigned roles;
};
bool desk_training_logins(struct desk *d, struct arena *arena, struct training_login **out, size_t *n,
    const char **passphrase, struct err *e);
#endif
