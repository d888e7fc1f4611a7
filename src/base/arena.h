/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is freed together. The owner (a screen, a desk call) frees it once; what is freed is
 * wiped, because it held names. Under sanitizers each allocation is its own malloc. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H
#include <stddef.h>

struct arena_block;
struct arena {
    struct arena_block *head;
};

void arena_init(struct arena *a);
void arena_fini(struct arena *a);  /* frees all; may be used again */
void arena_reset(struct arena *a); /* forgets all, keeps one block for the next use */

void *arena_alloc(struct arena *a, size_t bytes); /* zeroed, aligned for any type; never NULL */
char *arena_strdup(struct arena *a, const char *s); /* NULL gives NULL */
char *arena_strndup(struct arena *a, const char *s, size_t bytes);
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc((arena), sizeof(type) * (n)))

/* A growing array: returns items, moved to a larger place when n == *cap. */
void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t item_bytes);
#endif
