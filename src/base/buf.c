/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base.h"

#include <stdarg.h>

void buf_init(struct buf *b, size_t max_bytes)
{
    *b = (struct buf){ .max = max_bytes, .cap = max_bytes < 256 ? max_bytes + 1 : 256 };
    b->p = malloc(b->cap);
    BUG_IF(!b->p);
    b->p[0] = '\0';
}

void buf_fini(struct buf *b)
{
    if (b->p)
        explicit_bzero(b->p, b->len);
    free(b->p);
    b->p = NULL;
    b->len = b->cap = 0;
}

void buf_clear(struct buf *b)
{
    explicit_bzero(b->p, b->len); /* else what is written next hides a part of it from the wiping at the end */
    b->len = 0;
    b->full = false;
}

void buf_add(struct buf *b, const char *bytes, size_t n)
{
    if (b->full || n > b->max - b->len) {
        b->full = true;
        return;
    }
    if (b->len + n + 1 > b->cap) {
        size_t cap = (b->len + n + 1) * 2;
        char *larger = malloc(cap);
        BUG_IF(!larger);
        memcpy(larger, b->p, b->len);
        explicit_bzero(b->p, b->len);
        free(b->p);
        b->p = larger;
        b->cap = cap;
    }
    memcpy(b->p + b->len, bytes, n);
    b->len += n;
    b->p[b->len] = '\0';
}

void buf_puts(struct buf *b, const char *s)
{
    buf_add(b, s, strlen(s));
}

void buf_putc(struct buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_printf(struct buf *b, const char *format, ...)
{
    char small[512];
    va_list words;

    va_start(words, format);
    int n = vsnprintf(small, sizeof small, format, words);
    va_end(words);
    BUG_IF(n < 0);
    if ((size_t)n < sizeof small) {
        buf_add(b, small, (size_t)n);
        return;
    }
    char *large = malloc((size_t)n + 1);
    BUG_IF(!large);
    va_start(words, format);
    vsnprintf(large, (size_t)n + 1, format, words);
    va_end(words);
    buf_add(b, large, (size_t)n);
    explicit_bzero(large, (size_t)n);
    free(large);
}
