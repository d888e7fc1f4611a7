/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a test's data file, named from the top of the source tree (or of the build tree). */
#ifndef TESTS_UNIT_TEXT_DATA_H
#define TESTS_UNIT_TEXT_DATA_H
#include <stdio.h>

#include "base/base.h"

static inline char *data_read_from(struct arena *a, const char *tree, const char *path, size_t *n)
{
    const char *top = getenv(tree);
    FILE *f = fopen(arena_printf(a, "%s/%s", top ? top : ".", path), "rb");

    if (!f)
        f = fopen(arena_printf(a, "../%s", path), "rb");
    assert_non_null(f);
    assert_int_equal(fseek(f, 0, SEEK_END), 0);
    size_t size = (size_t)ftell(f);
    rewind(f);
    char *text = arena_alloc(a, size + 1);
    assert_int_equal(fread(text, 1, size, f), size);
    fclose(f);
    if (n)
        *n = size;
    return text;
}

static inline char *data_read(struct arena *a, const char *path, size_t *n)
{
    return data_read_from(a, "top_srcdir", path, n);
}
/* Rounds of a mutation loop: twenty times as many in the long run. */
static inline int rounds(int n)
{
    const char *kind = getenv("MADO_TESTS");

    return str_eq(kind, "long") ? n * 20 : n;
}
#endif
