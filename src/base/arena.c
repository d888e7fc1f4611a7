/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base.h"

#include <stdarg.h>

#if defined(__SANITIZE_ADDRESS__)
enum { BLOCK_BYTES = 0 }; /* each allocation alone, so that the sanitizer sees its ends */
#else
enum { BLOCK_BYTES = 16 * 1024 };
#endif

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    max_align_t data[];
};

void arena_init(struct arena *a)
{
    a->head = NULL;
}

static void block_free(struct arena_block *b)
{
    explicit_bzero(b->data, b->used);
    free(b);
}

void arena_fini(struct arena *a)
{
    while (a->head) {
        struct arena_block *next = a->head->next;
        block_free(a->head);
        a->head = next;
    }
}

void arena_reset(struct arena *a)
{
    struct arena_block *kept = NULL;

    while (a->head) {
        struct arena_block *next = a->head->next;
        if (!kept && BLOCK_BYTES > 0 && a->head->size == BLOCK_BYTES) {
            kept = a->head;
            explicit_bzero(kept->data, kept->used);
            kept->used = 0;
            kept->next = NULL;
        } else {
            block_free(a->head);
        }
        a->head = next;
    }
    a->head = kept;
}

void *arena_alloc(struct arena *a, size_t bytes)
{
    size_t unit = sizeof(max_align_t);
    size_t need = (bytes + unit - 1) / unit * unit;
    struct arena_block *b = a->head;

    BUG_IF(need < bytes);
    if (need == 0)
        need = unit;
    if (!b || b->size - b->used < need) {
        size_t size = need > (size_t)BLOCK_BYTES ? need : (size_t)BLOCK_BYTES;
        b = malloc(sizeof *b + size);
        BUG_IF(!b); /* no memory left: stop with the terminal restored, drafts are on disk */
        b->size = size;
        b->used = 0;
        b->next = a->head;
        a->head = b;
    }
    void *p = (char *)b->data + b->used;
    b->used += need;
    memset(p, 0, need);
    return p;
}

char *arena_strndup(struct arena *a, const char *s, size_t bytes)
{
    char *copy = arena_alloc(a, bytes + 1);

    memcpy(copy, s, bytes);
    return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return s ? arena_strndup(a, s, strlen(s)) : NULL;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
    va_list words;

    va_start(words, format);
    int n = vsnprintf(NULL, 0, format, words);
    va_end(words);
    BUG_IF(n < 0);
    char *text = arena_alloc(a, (size_t)n + 1);
    va_start(words, format);
    vsnprintf(text, (size_t)n + 1, format, words);
    va_end(words);
    return text;
}

void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t item_bytes)
{
    if (n < *cap)
        return items;
    *cap = *cap ? *cap * 2 : 8;
    void *larger = arena_alloc(a, *cap * item_bytes);
    if (n)
        memcpy(larger, items, n * item_bytes);
    return larger;
}
