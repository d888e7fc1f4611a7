/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented people and a counter to print papers for. Every paper can be printed by its name, so
 * that the golden texts and the properties go over all of them. */
#ifndef TESTS_OUT_FIXTURE_H
#define TESTS_OUT_FIXTURE_H
#include "tests/check.h"

#include "domain/receipt.h"
#include "domain/till.h"
#include "out/paper.h"

/* What may be made strange by a test; the same value stands in every text field of every paper. */
struct fixture {
    struct hospital hospital;
    struct catalogs catalogs;
    struct arena arena;
    const char *strange; /* NULL = the usual names */
    int copy;
};

void fixture_init(struct fixture *f);
void fixture_fini(struct fixture *f);
static inline int fixture_set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);

    assert_non_null(f);
    fixture_init(f);
    *state = f;
    return 0;
}

static inline int fixture_tear_down(void **state)
{
    fixture_fini(*state);
    free(*state);
    return 0;
}

#define FIXTURE_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

struct fixture_paper {
    const char *name;
    bool (*print)(struct fixture *f, enum lang l, struct buf *out);
};
extern const struct fixture_paper FIXTURE_PAPERS[];
extern const size_t FIXTURE_PAPERS_N;

struct paper_ctx fixture_ctx(struct fixture *f, enum lang l);
struct receipt fixture_receipt(struct fixture *f, enum lang l);
/* The day of screens-ja.md 5: 2 cash, 1 card, 1,000 yen too little. */
void fixture_day(struct fixture *f, struct till *till, struct closing *closing,
    struct day_report *out, enum lang l);

/* The whole text of a file under the build ("po/ja.gmo") or source folder; NULL when it cannot be
 * read. */
char *fixture_file(struct arena *a, const char *root_variable, const char *path, size_t *n);
#endif
