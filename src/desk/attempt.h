/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One try of a passphrase: counted before it is looked at, so that eight terminals together have five
 * tries, and kill -9 gives none back. Only desk/ includes this. */
#ifndef DESK_ATTEMPT_H
#define DESK_ATTEMPT_H
#include "desk/desk.h"
#include "store/staff_store.h"

struct attempt {
    const char *login, *passphrase;
    const char *verb; /* what a failure is called in the trail: "login" gives login_failed, login_refused */
    int64_t by;       /* who stands in the row of a failure */
    /* filled */
    struct staff_row staff;
    struct credential_row credential; /* as it was before the try */
};
/* True when the passphrase is that person's, who is active; the count is back at 0 then and nothing is
 * written into the trail yet. False with a sentence otherwise. */
bool attempt_passphrase(struct desk *d, struct attempt *t, struct arena *arena, struct err *e);
#endif
