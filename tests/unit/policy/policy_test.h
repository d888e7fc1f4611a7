/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the policy floor share: files of the tree, a small policy to put rules into. */
#ifndef TESTS_POLICY_TEST_H
#define TESTS_POLICY_TEST_H
#include "tests/check.h"

#include "base/base.h"
#include "policy/answer.h"
#include "policy/load.h"
#include "text/catalog.h"

/* A file below top_srcdir or top_builddir, with a NUL behind it; the test fails when it cannot be
 * read. */
static inline char *tree_file(struct arena *a, const char *root, const char *name, size_t *n)
{
    const char *top = getenv(root);
    FILE *f = fopen(arena_printf(a, "%s/%s", top ? top : ".", name), "rb");
    char *text = arena_alloc(a, 2 * 1024 * 1024);

    if (!f)
        fail_msg("cannot read %s/%s", top ? top : ".", name);
    *n = fread(text, 1, 2 * 1024 * 1024 - 1, f);
    fclose(f);
    return text;
}

/* All diagnostics as text, as `policy check` prints them, with "x.yml" as the file's name. */
static inline const char *diags_as_text(const struct diags *d, struct arena *a)
{
    struct buf out;

    buf_init(&out, 1000000);
    for (size_t i = 0; i < d->n; i++)
        diag_text(&d->item[i], "x.yml", NULL, &out);
    const char *text = arena_strdup(a, out.p);
    buf_fini(&out);
    return text;
}

/* Loads text that must be good. */
static inline const struct policy *good_policy(const char *text, struct arena *a)
{
    struct diags d;

    diags_init(&d, a);
    const struct policy *p = policy_load(text, strlen(text), a, &d);
    if (!p)
        fail_msg("the policy has faults:\n%s", diags_as_text(&d, a));
    return p;
}

static inline const struct policy *omu(struct arena *a)
{
    size_t n;

    return good_policy(tree_file(a, "top_srcdir", "data/policies/omu.yml", &n), a);
}

/* The Japanese catalogue of the build. */
static inline const struct catalog *japanese(struct arena *a)
{
    size_t n;
    char *bytes = tree_file(a, "top_builddir", "po/ja.gmo", &n);
    const struct catalog *c = NULL;
    struct err e = ERR_INIT;

    assert_true(catalog_load(bytes, n, a, &c, &e));
    return c;
}

static inline day iso(const char *s)
{
    day d = DAY_NONE;

    assert_true(!*s || day_parse_iso(s, &d));
    return d;
}

/* Sets facts written as "a=b c=d". */
static inline struct facts *facts_of(const struct policy *p, const char *list, struct arena *a)
{
    struct facts *f = facts_new(a);
    char *rest = arena_strdup(a, list), *word;

    while ((word = strsep(&rest, " "))) {
        struct err e = ERR_INIT;
        if (*word && !facts_set_text(f, p, word, &e)) {
            struct buf m;
            buf_init(&m, 1000);
            msg_text(NULL, &e.msg, &m);
            fail_msg("%s: %s", word, m.p);
        }
    }
    return f;
}

static inline void judge_facts(const struct policy *p, const char *list, const char *today,
    struct arena *a, struct answer *out)
{
    struct answer_in in;

    answer_in_init(&in, p, facts_of(p, list, a), NULL, iso(today));
    policy_answer(&in, a, out);
}

/* *state is an arena of the test's own. */
static inline int arena_set_up(void **state)
{
    struct arena *a = calloc(1, sizeof *a);

    assert_non_null(a);
    arena_init(a);
    *state = a;
    return 0;
}

static inline int arena_tear_down(void **state)
{
    arena_fini(*state);
    free(*state);
    return 0;
}
#define ARENA_TEST(name) cmocka_unit_test_setup_teardown(name, arena_set_up, arena_tear_down)

/* A correct policy; sections may be added behind it. */
#define SMALL_POLICY                                                                               \
    "policy: { id: small, name: { ja: 小, en: Small }, tax: { prices: included, rates: law } }\n" \
    "diseases:\n"                                                                                  \
    "  lung: { title: { ja: 肺がん, en: Lung cancer }, in: [ cancer ] }\n"                      \
    "  colon: { title: { ja: 大腸がん, en: Colon cancer }, in: [ cancer ] }\n"                 \
    "  heart: { title: { ja: 心臓病, en: Heart disease } }\n"                                   \
    "services:\n"                                                                                  \
    "  talk: { format: in_person, steps: [ inquiry, request, requester, papers, review, booking, " \
    "visit, "                                                                                      \
    "{ any_order: [ payment, return, report ] }, close ] }\n"
#endif
