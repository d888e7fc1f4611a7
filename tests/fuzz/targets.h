/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that reads bytes from outside, each behind the same small door. A target checks what
 * must hold whatever came in, and stops the program when it does not. */
#ifndef TESTS_FUZZ_TARGETS_H
#define TESTS_FUZZ_TARGETS_H
#include <stddef.h>
#include <stdint.h>

struct fuzz_target {
    const char *name;
    const char *seed; /* a good input: a file of the source tree, "@file" of the build tree, or
                         "=the text itself" */
    int rounds; /* mutations of it in an ordinary run */
    void (*run)(const uint8_t *bytes, size_t n);
};
extern const struct fuzz_target fuzz_targets[];
extern const size_t fuzz_targets_n;
#endif
