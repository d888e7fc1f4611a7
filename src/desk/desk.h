/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk: one running program's work on one database. It owns the connection, the clock, the person
 * who is logged in, the settings and the policies in memory. What a clerk does is one public function
 * of desk/: one permission, one transaction, one row in the trail (desk/act.h is the shared inside).
 * Every call that returns strings takes the caller's arena. */
#ifndef DESK_DESK_H
#define DESK_DESK_H
#include "base/base.h"
#include "desk/permission.h"
#include "domain/hospital.h"
#include "text/lang.h"

struct desk;
struct clock;
struct policy;
struct calendar;

/* While another terminal writes: who it is; return false to give up (Esc). */
typedef bool desk_wait_fn(void *arg, const char *holder);

struct desk_options {
    const char *path;          /* the database file */
    const struct clock *clock; /* must outlive the desk */
    const char *terminal;      /* "pts/3", for the queue and the trail */
    const char *printer;       /* "file:DIR", "lp:QUEUE"; NULL = as set in the database */
    struct log *log;           /* of what fails; NULL = none. Must outlive the desk */
    bool unsynced;             /* the file is only being made (training desk): not safe until it is put in place */
    desk_wait_fn *wait;        /* NULL = wait without a word */
    void *wait_arg;
};

bool desk_open(const struct desk_options *o, struct desk **out, struct err *e);
void desk_close(struct desk *d); /* NULL is fine */

/* What the hospital set; strings live as long as the desk or until desk_settings_reload. */
const struct hospital *desk_hospital(const struct desk *d);
bool desk_settings_reload(struct desk *d, struct err *e);

/* The person at this terminal; id 0 = nobody. */
struct who {
    int64_t id;
    const char *login, *name;
    unsigned roles;
    enum lang lang;
};
const struct who *desk_who(const struct desk *d);
bool desk_may(const struct desk *d, enum desk_action a);

instant desk_instant(const struct desk *d);
day desk_today(const struct desk *d); /* in the desk's zone */
hm desk_now(const struct desk *d);

/* A policy version in memory; NULL when it cannot be read any more (then e says why). */
const struct policy *desk_policy(struct desk *d, int64_t version, struct err *e);
/* The version in force on a day; 0 = none. */
int64_t desk_policy_version(struct desk *d, day on, struct err *e);
/* Holidays and single closures as they stand now; the policy adds the hospital's own days and hours. Lives as long as
 * the desk and never changes: when a day was added or taken away it is another one. NULL = it cannot be read. */
const struct calendar *desk_calendar(struct desk *d, struct err *e);

/* The catalogues that papers are printed with; must outlive the desk. NULL = English only. */
struct catalogs;
void desk_use_catalogues(struct desk *d, const struct catalogs *catalogs);
const struct catalogs *desk_catalogues(const struct desk *d); /* never NULL */
const char *desk_printer(const struct desk *d); /* "file:DIR", "lp:QUEUE", "" = none is set */

/* A key that is made when a form opens, so that whatever is sent twice counts once. */
enum { OP_KEY_TEXT = 33 };
void desk_op_key(char out[OP_KEY_TEXT]);

/* True once after another connection committed. */
bool desk_changed(struct desk *d);
/* No statement is left open (checked by the loop after each key). */
bool desk_quiet(const struct desk *d);
bool desk_read_only(const struct desk *d);

/* A different person who enters the own passphrase for one action of somebody else. */
struct second {
    int64_t staff; /* 0 = nobody */
    char name[64];
};
#define NO_SECOND ((struct second){ 0 })
#endif
