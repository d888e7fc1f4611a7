/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same targets under libFuzzer (make check-long, clang): the first byte chooses one. */
#include "fuzz/targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (n > 0)
        fuzz_targets[bytes[0] % fuzz_targets_n].run(bytes + 1, n - 1);
    return 0;
}
