/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print-paper NAME ja|en: a fixture's paper on standard output, to look at it and to write a golden
 * text. */
#include "tests/unit/out/fixture.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    struct fixture f;
    struct buf out;
    enum lang l;
    int status = 1;

    if (argc != 3 || !lang_of(argv[2], &l))
        return 2;
    fixture_init(&f);
    buf_init(&out, PAPER_MAX);
    for (size_t i = 0; i < FIXTURE_PAPERS_N; i++)
        if (str_eq(FIXTURE_PAPERS[i].name, argv[1])) {
            status = !FIXTURE_PAPERS[i].print(&f, l, &out);
            fputs(out.p, stdout);
        }
    buf_fini(&out);
    fixture_fini(&f);
    return status;
}
