/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a line of text ends: at blanks, anywhere between Japanese characters (but no line begins with 。 or
 * ends with 「), at \n. */
#ifndef TUI_WRAP_H
#define TUI_WRAP_H
#include <stddef.h>

/* The bytes of s that stand on the first line of so many cells, without the blank it breaks at; *next is where
 * the following line begins. A cluster wider than the line stands alone on it (drawing cuts it).
 * s at its end gives 0 and *next 0. */
size_t wrap_line(const char *s, int cells, size_t *next);
#endif
