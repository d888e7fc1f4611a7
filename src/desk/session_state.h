/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is at this terminal. A member of struct desk; only desk/session.c changes it. */
#ifndef DESK_SESSION_STATE_H
#define DESK_SESSION_STATE_H
#include "desk/desk.h"

enum { LOGIN_BYTES = 65, STAFF_NAME_BYTES = 129 };

struct session {
    struct who who;   /* id 0 = nobody, or locked: nothing may be done */
    struct who owner; /* whose work is on the screen, also while it is locked; drafts belong to this person */
    char login[LOGIN_BYTES], name[STAFF_NAME_BYTES]; /* what who and owner point to */
};
#endif
