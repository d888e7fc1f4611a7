/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking after the file as a whole: verify, backup, restore. The first two belong to whoever owns the file
 * and are done as the program itself, verify also by the desk at every closing (design.md 2); who restores is asked
 * by the caller (ACT_RESTORE). */
#ifndef DESK_KEEP_H
#define DESK_KEEP_H
#include "base/base.h"

struct clock;
struct desk;

/* What does not hold of the rules of the record (reliability.md 3); n = 0: everything does. */
struct keep_report {
    size_t n_rules, n;
    struct keep_finding {
        const char *rule; /* "M6" */
        struct msg msg;
    } *item;
    bool stopped; /* by progress: the rules that were not looked at are no findings */
};
/* The file that this desk works on. progress is called before each rule with how many are done of how many; false
 * stops. Reads only; false when it could not be carried out at all. */
bool desk_verify(struct desk *d, bool (*progress)(void *arg, size_t done, size_t all), void *arg, struct arena *arena,
    struct keep_report *out, struct err *e);
/* Reads only. False when it could not be carried out at all. */
bool desk_verify_file(const char *path, const struct clock *clock, struct arena *arena, struct keep_report *out,
    struct err *e);

struct keep_backup {
    const char *path, *sha256;
    struct keep_report report;
};
/* A verified copy in the folder (made when missing), one row in the trail; old generations go. */
bool desk_backup_file(const char *path, const char *folder, const struct clock *clock, struct arena *arena,
    struct keep_backup *out, struct err *e);
/* The day of the newest backup in a folder; DAY_NONE = there is none. */
day desk_backup_newest(const char *folder, struct arena *arena);

/* The way back: prepare, show, then commit or abandon. */
struct keep_restore {
    const char *to;
    instant last;      /* where the backup ends */
    int64_t lost;      /* rows of the trail after that; -1 = the present file cannot be read */
    bool same_history; /* false: the two went different ways before */
    bool sum_known;    /* a .sha256 beside the backup agreed */
    struct keep_report report;
    struct restore *inside;
};
bool desk_restore_prepare(const char *from, const char *to, const struct clock *clock, struct arena *arena,
    struct keep_restore *out, struct err *e);
/* by, second: staff ids; 1 = the program itself, 0 = nobody. kept: where the replaced file is now, "" = none. */
bool desk_restore_commit(struct keep_restore *r, const struct clock *clock, int64_t by, int64_t second,
    struct arena *arena, const char **kept, struct err *e);
void desk_restore_abandon(struct keep_restore *r);
#endif
