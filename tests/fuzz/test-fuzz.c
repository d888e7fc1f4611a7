/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Good input, changed at random places in always the same order: an ordinary run is short,
 * MADO_TESTS=long is not. Under the sanitizers every read outside is a failure; a target stops the
 * program when its promise is broken. */
#include "check.h"

#include "base/base.h"
#include "fuzz/targets.h"

enum { LONG_FACTOR = 100, SEED_MAX = 256 * 1024 };

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static size_t read_seed(const struct fuzz_target *t, uint8_t *out)
{
    if (t->seed[0] == '=') {
        size_t n = strlen(t->seed + 1);
        memcpy(out, t->seed + 1, n);
        return n;
    }
    char path[4096];
    bool built = t->seed[0] == '@';
    const char *top = getenv(built ? "top_builddir" : "top_srcdir");
    snprintf(path, sizeof path, "%s/%s", top ? top : ".", t->seed + (built ? 1 : 0));
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    size_t n = fread(out, 1, SEED_MAX / 2, f);
    fclose(f);
    assert_true(n > 0);
    return n;
}

/* One to eight changes: a bit, a byte, a piece doubled, a piece away, the end cut off. */
static size_t mutate(uint8_t *s, size_t n, uint64_t *state)
{
    for (uint64_t changes = next_random(state) % 8 + 1; changes && n > 1; changes--) {
        size_t at = (size_t)(next_random(state) % n);
        size_t span = (size_t)(next_random(state) % 16 + 1);
        switch (next_random(state) % 5) {
        case 0:
            s[at] ^= (uint8_t)(1u << next_random(state) % 8);
            break;
        case 1:
            s[at] = (uint8_t)next_random(state);
            break;
        case 2:
            if (at + span <= n && n + span <= SEED_MAX) {
                memmove(s + at + span, s + at, n - at);
                n += span;
            }
            break;
        case 3:
            if (at + span < n) {
                memmove(s + at, s + at + span, n - at - span);
                n -= span;
            }
            break;
        default:
            if (next_random(state) % 4 == 0)
                n = at + 1;
        }
    }
    return n;
}

static void changed_input_breaks_no_promise(void **state)
{
    const struct fuzz_target *t = *state;
    const char *kind = getenv("MADO_TESTS");
    int rounds = str_eq(kind, "long") ? t->rounds * LONG_FACTOR : t->rounds;
    uint64_t random = 0x9E3779B97F4A7C15u;
    uint8_t *seed = malloc(SEED_MAX);
    assert_non_null(seed);
    size_t n = read_seed(t, seed);

    for (int i = 0; i < rounds; i++) {
        uint8_t *work = malloc(SEED_MAX);
        assert_non_null(work);
        memcpy(work, seed, n);
        size_t changed = mutate(work, n, &random);
        uint8_t *exact = malloc(changed ? changed : 1); /* so that the sanitizer sees its end */
        assert_non_null(exact);
        memcpy(exact, work, changed);
        free(work);
        t->run(exact, changed);
        free(exact);
    }
    free(seed);
}

int main(void)
{
    struct CMUnitTest *tests = calloc(fuzz_targets_n, sizeof *tests);
    for (size_t i = 0; i < fuzz_targets_n; i++)
        tests[i] = (struct CMUnitTest){ fuzz_targets[i].name, changed_input_breaks_no_promise, NULL,
            NULL, (void *)(uintptr_t)&fuzz_targets[i] };
    int failed = _cmocka_run_group_tests("fuzz", tests, fuzz_targets_n, NULL, NULL);
    free(tests);
    return failed;
}
