/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is everything in the database as the rules of the record say (reliability.md 3)? Each rule is one
 * query that finds nothing when it holds, or a re-evaluation of a request by its own policy
 * version; each breach is named with the numbers of the rows. Nothing is ever mended or written. */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H
#include "store/db.h"

struct verify_options {
    instant now; /* held dates, overrides that wait for approval */
    int offset; /* minutes of the desk's zone; 0 = as set in the database, else 540 */
    /* Called before each rule with how many are done of how many; false = stop. NULL = nobody
     * looks. */
    bool (*progress)(void *arg, size_t done, size_t all);
    void *arg;
};

/* One rule that does not hold. */
struct verify_finding {
    const char *rule; /* "M6" */
    size_t n; /* how many rows break it */
    const char *which; /* the first of them: "12, 15, 31 ..." */
    struct msg msg; /* what is wrong, with which */
};
struct verify_report {
    size_t n_rules; /* looked at */
    struct verify_finding *item;
    size_t n; /* 0 = everything holds */
    bool stopped;
};
/* False when it could not be carried out at all; damage that it meets is a finding. All statements
 * read the same moment. Inside a transaction it sees what that has written. Results live in the
 * arena. */
bool verify_run(struct db *db, const struct verify_options *o, struct arena *a,
    struct verify_report *out, struct err *e);

/* The quick look at every start: the schema is the program's own (D5), the last link of the trail
 * holds. */
bool verify_start(struct db *db, struct err *e);

/* Every rule with its sentence, for documents and tests: n, and the id and English text of one. */
size_t verify_count(void);
const char *verify_id(size_t i);
const char *verify_sentence(size_t i);

/* Digest of all that is stored, whatever the file looks like (pages, free space): equal for a
 * database, its backup and what is restored from it. */
bool verify_content_digest(struct db *db, char out[SHA3_TEXT], struct err *e);
#endif
