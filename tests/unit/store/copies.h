/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of copies and of the way back share. */
#ifndef TESTS_STORE_COPIES_H
#define TESTS_STORE_COPIES_H
#include "tests/unit/store/fixture.h"

#include "store/backup.h"

/* Into FOLDER/copies, by staff 1. */
struct backup_options copy_options(struct place *p);
struct backup_made copy_make(struct place *p); /* fails the test when refused */
int64_t ask(const char *path, const char *sql); /* of any database, read only */
size_t files_in(const char *folder);
/* A page of an index is overwritten: every row can still be read, the file is damaged all the same. */
void damage(const char *path);

/* A disk that gives back something else than was written, while the copy is looked at: for
 * backup_options.progress and .arg. */
struct bad_disk {
    struct place *p;
    const char *copy;
};
bool give_back_something_else(void *arg, size_t done, size_t all);
#endif
