/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to characters. Text from outside is checked here once; inside it is trusted. Allowed are
 * the Unicode scalar values U+0001..U+10FFFF in their shortest form, without surrogates and without
 * the noncharacters (U+FFFE, U+FFFF and their like in every plane, U+FDD0..FDEF). */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_MAX = 4 };

/* The bytes of the first character of s[0..n), its code in *c; 0 when n is 0 or the bytes are not
 * an allowed character. */
size_t utf8_decode(const char *s, size_t n, uint32_t *c);

/* Writes c without a NUL, returns its bytes; 0 when c is not an allowed character. */
size_t utf8_encode(uint32_t c, char out[UTF8_MAX]);

/* The place of the first byte that is not part of allowed text; n when all is good. */
size_t utf8_check(const char *s, size_t n);
bool utf8_ok(const char *s); /* the same question for a NUL-terminated text */

/* For checked text: takes the next character and moves *s behind it; 0 at the end. A broken byte
 * (which cannot be there) reads as U+FFFD. */
uint32_t utf8_next(const char **s);

/* For checked text: the start of the character that ends at byte `at`; 0 at the beginning. */
size_t utf8_before(const char *s, size_t at);

/* A variation selector: it chooses the form of the character before it. */
bool utf8_is_selector(uint32_t c);

size_t utf8_count(const char *s); /* characters, not clusters */
#endif
