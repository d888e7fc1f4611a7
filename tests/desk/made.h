/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database that takes many actions to make: made for the first test of a program, written again for the others. */
#ifndef TESTS_DESK_MADE_H
#define TESTS_DESK_MADE_H
#include "tests/check.h"

#include <stdbool.h>

struct made {
    char *bytes; /* NULL = not made yet; kept until the program ends */
    size_t n;
};

/* Keeps the file as it is now; nobody may be writing it. */
static inline void made_keep(struct made *m, const char *path)
{
    FILE *f = fopen(path, "rb");

    assert_non_null(f);
    assert_int_equal(fseek(f, 0, SEEK_END), 0);
    m->n = (size_t)ftell(f);
    rewind(f);
    m->bytes = malloc(m->n);
    assert_non_null(m->bytes);
    assert_int_equal(fread(m->bytes, 1, m->n, f), m->n);
    fclose(f);
}

/* Writes it there; false = it was not made yet. */
static inline bool made_again(const struct made *m, const char *path)
{
    if (!m->bytes)
        return false;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, m->bytes, m->n), m->n);
    close(fd);
    return true;
}
#endif
