/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every test program includes first: cmocka with what it needs. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H
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
#endif
