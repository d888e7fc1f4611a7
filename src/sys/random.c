/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/random.h"

#include <errno.h>
#include <sys/random.h>

#include "base/base.h"

void random_bytes(void *out, size_t n)
{
    unsigned char *p = out;

    while (n > 0) {
        ssize_t got = getrandom(p, n, 0);
        if (got < 0 && errno == EINTR)
            continue;
        BUG_IF(got <= 0);
        p += got;
        n -= (size_t)got;
    }
}

void random_key(char out[RANDOM_KEY_TEXT])
{
    unsigned char bytes[(RANDOM_KEY_TEXT - 1) / 2];

    random_bytes(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(out + i * 2, 3, "%02x", bytes[i]);
}
