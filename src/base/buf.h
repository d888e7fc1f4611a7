/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing text with a maximum. Always NUL-terminated; over the maximum it sets full and drops. */
#ifndef BASE_BUF_H
#define BASE_BUF_H
#include <stdbool.h>
#include <stddef.h>

struct buf {
    char *p; /* never NULL after buf_init */
    size_t len, cap, max;
    bool full;
};

void buf_init(struct buf *b, size_t max_bytes);
void buf_fini(struct buf *b); /* wipes and frees */
void buf_clear(struct buf *b); /* wipes what was there */
void buf_add(struct buf *b, const char *bytes, size_t n);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
#endif
