/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the whole database and the way back. A copy is made beside its final name, synced,
 * opened, verified and compared with its source before it gets the name; with it stands FILE.sha256
 * in the format of sha256sum. What is restored is verified in a side file first, and the database
 * that it replaces is kept. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H
#include "store/verify.h"

struct backup_options {
    const char *folder; /* made (0700) when it is not there */
    const struct clock *clock;
    int offset; /* minutes of the desk's zone, for the name; 0 = as set in the database, else 540 */
    int64_t by; /* for the trail */
    const char *vfs; /* tests only; NULL = the system's */
    bool (*progress)(void *arg, size_t done, size_t all); /* of verify */
    void *arg;
};
struct backup_made {
    const char *path; /* FOLDER/madoguchi-2026-11-24-101500.db */
    char sha256[SHA3_TEXT]; /* of the file */
    char content[SHA3_TEXT]; /* verify_content_digest: the same for source and copy */
    struct verify_report
        report; /* breaches that the copy shares with its source; then nothing old is removed */
    size_t removed; /* older generations */
};
/* Makes a copy, one row in the trail, and removes generations that are not kept. A damaged file
 * (D1) is refused. */
bool backup_make(struct db *db, const struct backup_options *o, struct arena *a,
    struct backup_made *out, struct err *e);

/* Which of these names (sorted by date, oldest first) are kept: the newest of each of the last 7
 * days, 5 weeks and 12 months that have one, and the newest of all. A name that is no backup's is
 * always kept. */
enum { BACKUP_DAYS = 7, BACKUP_WEEKS = 5, BACKUP_MONTHS = 12 };
void backup_keep(const char *const *names, size_t n, bool *keep);
/* The day in a backup's name; false when it is none. */
bool backup_day(const char *name, day *out);

/* --- the way back: prepare, show, then carry out or abandon */
struct restore {
    const char *from, *to; /* the backup, the database */
    const char *side; /* the verified copy beside the database */
    char sha256[SHA3_TEXT]; /* of the backup's file */
    char content[SHA3_TEXT];
    bool sum_known; /* a .sha256 stood beside the backup, and it agreed */
    instant last; /* of the backup's last row of the trail */
    int64_t last_seq;
    int64_t lost; /* rows of the trail that the database has after it; -1 = cannot be read */
    bool same_history; /* false: the two trails differ before the backup ends */
    struct verify_report report; /* of the backup */
};
/* Refuses what is damaged, another program's or of a newer version. to need not exist. */
bool restore_prepare(const char *from, const char *to, const struct backup_options *o,
    struct arena *a, struct restore *out, struct err *e);
/* Puts it in place, with one row in its trail that names both digests; second 0 = nobody. kept
 * receives where the replaced database now is ("" = there was none). Other terminals see the change
 * as somebody's commit. */
bool restore_commit(struct restore *r, const struct backup_options *o, int64_t second,
    struct arena *a, const char **kept, struct err *e);
void restore_abandon(struct restore *r);
#endif
