/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a desk is made of; only desk/ includes this. */
#ifndef DESK_INSIDE_H
#define DESK_INSIDE_H
#include "desk/desk.h"
#include "desk/session_state.h"
#include "policy/policy.h"
#include "store/db.h"
#include "sys/clock.h"

struct loaded_policy {
    int64_t version;
    const struct policy *policy;
    struct arena arena;
    struct loaded_policy *next;
};

struct loaded_calendar {
    struct calendar *calendar;
    struct arena arena;
    struct loaded_calendar *next;
};

struct desk {
    struct db *db;
    const struct clock *clock;
    struct log *log; /* NULL = none */
    char terminal[64];
    char printer[300]; /* from the command line; "" = the setting */
    desk_wait_fn *wait;
    void *wait_arg;
    struct session session;
    struct hospital hospital;
    struct arena settings; /* what hospital points to */
    struct loaded_policy *policies;
    struct memory_draft *drafts; /* what no file could take: a desk that may only be read, a full disk */
    struct loaded_calendar *calendars; /* the one that holds, then those before it: a view may still point to them */
    bool calendar_read; /* since it may have changed */
    int64_t data_version;
    const struct catalogs *catalogs; /* of papers; see desk_use_catalogues */
};

void memory_drafts_free(struct desk *d);
/* Fills hospital from the settings; what is not set keeps a sensible value. */
bool hospital_load(struct db *db, struct arena *a, struct hospital *out, struct err *e);
/* Holidays or closures were changed: read them again when asked next. */
void desk_calendar_forget(struct desk *d);
#endif
