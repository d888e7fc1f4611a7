/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many terminal cells a text takes, and where it is cut. Characters whose width is
 * ambiguous (East Asian Width class A: ① ※ → α) take what the desk's terminals draw: one or two
 * cells. Box drawing U+2500..257F always takes one. */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* The ambiguous-width switch, one of the listed globals: 1 (at start) or 2. */
void width_set_ambiguous(int cells);
int width_ambiguous(void);

int width_char(uint32_t c); /* 0, 1 or 2; -1 for a control character */
int width_cluster(const char *s, size_t bytes); /* controls count as 0 */
int width_text(const char *s);

/* The bytes of the longest head of s of whole clusters that fits into `cells`. */
size_t width_cut(const char *s, int cells);

/* The byte where the rest of s begins that is to be drawn when the first `cells` cells are scrolled
 * away: never inside a cluster; *gap gets the blank cells (0 or 1) that a cut wide cluster leaves.
 */
size_t width_skip(const char *s, int cells, int *gap);

enum width_align { WIDTH_LEFT, WIDTH_RIGHT, WIDTH_CENTER };
#endif
