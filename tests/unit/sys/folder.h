/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fresh folder for one test, removed with all that is in it. */
#ifndef TESTS_UNIT_SYS_FOLDER_H
#define TESTS_UNIT_SYS_FOLDER_H
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int folder_remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
    (void)st;
    (void)kind;
    (void)ftw;
    return remove(path);
}

/* For cmocka_unit_test_setup_teardown: *state is the folder's absolute path. */
static int folder_make(void **state)
{
    char *path = realpath(".", NULL);
    char *name = malloc(strlen(path) + 32);

    snprintf(name, strlen(path) + 32, "%s/test-folder-XXXXXX", path);
    free(path);
    *state = name;
    return mkdtemp(name) ? 0 : -1;
}

static int folder_remove(void **state)
{
    int result = nftw(*state, folder_remove_one, 8, FTW_DEPTH | FTW_PHYS);

    free(*state);
    return result;
}

#define folder_test(f) cmocka_unit_test_setup_teardown(f, folder_make, folder_remove)
#endif
