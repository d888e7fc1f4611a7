/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small string helpers over bytes; what speaks of characters lives in text/. */
#ifndef BASE_STR_H
#define BASE_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool str_eq(const char *a, const char *b);       /* NULL equals only NULL */
bool str_empty(const char *s);                   /* NULL or "" */
bool str_starts(const char *s, const char *head);
const char *str_or(const char *s, const char *other); /* other when s is NULL or "" */

/* Copies s into dst of size bytes with a NUL; cuts before a broken UTF-8 character. Returns false when cut. */
bool str_copy(char *dst, size_t size, const char *s);

/* Whole decimal number of optional '-' and digits, nothing else. */
bool str_int(const char *s, int64_t *out);

/* Edit distance with a ceiling, for "did you mean"; bytes. Returns max+1 when farther. */
int str_distance(const char *a, const char *b, int max);
#endif
