/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every test program includes first: cmocka with what it needs. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Makes a folder for a desk of this test's own; its path goes to out. The test removes it. scripts/run-test says
 * where: in memory when the machine has room there, as a desk on a disk waits for it at every step. */
static inline void test_folder(char *out, size_t size)
{
    const char *where = getenv("MADO_TEST_FOLDER");
    int n = snprintf(out, size, "%s/desk-XXXXXX", where ? where : "/tmp");

    assert_true(n > 0 && (size_t)n < size);
    assert_non_null(mkdtemp(out));
}

/* Writes the whole file from over the file to, which is made when it is not there. */
static inline void test_copy(const char *from, const char *to)
{
    char bytes[1 << 16];
    int in = open(from, O_RDONLY | O_CLOEXEC), out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    ssize_t n;

    assert_true(in >= 0 && out >= 0);
    while ((n = read(in, bytes, sizeof bytes)) > 0)
        assert_int_equal(write(out, bytes, (size_t)n), n);
    assert_int_equal(n, 0);
    close(in);
    close(out);
}
#endif
